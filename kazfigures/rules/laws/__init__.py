"""Laws: what a rule can promise, each with a name, a sentence, a formula and a trial.

The laws of the pipeline (`STRUCTURAL`) hold for every rule that is made with this package.
The core laws (`CORE`) are kept by every rule here unless its docstring says otherwise.
Of the others no rule can keep all; `docs/laws.md` says which keeps which, and why.
"""

from typing import Final

from kazfigures.rules.laws.accounts import (
    ACCOUNT_COMPLETE,
    ACCOUNT_SUFFICIENT,
    ACCOUNT_TRUTHFUL,
    CONFLICT_IS_FLAGGED,
    ZERO_COUNTS,
)
from kazfigures.rules.laws.arithmetic import (
    NEWEST_WINS,
    PART_WHOLE,
    PARTS_ADD_UP,
    REFLECTION,
    TIME_MONOTONE,
)
from kazfigures.rules.laws.core import (
    AFFINE_EQUIVARIANT,
    ATTRIBUTABLE,
    COMMON_GROUND,
    NARROWING,
    POSITIVE_RESPONSE,
    UNANIMOUS,
    WELL_FORMED,
    WITHIN_HULL,
)
from kazfigures.rules.laws.invariances import (
    ANSWERS,
    DETERMINISTIC,
    INCREMENTAL_IS_BATCH,
    LABELS_DO_NOT_MATTER,
    LOCALITY,
    MERGE_SEMILATTICE,
    ORDER_INSENSITIVE,
    PURE,
    RELAY_INSENSITIVE,
    RESEND_INSENSITIVE,
    SPELLING_INSENSITIVE,
    VACUOUS_NEUTRAL,
    ZONE_INSENSITIVE,
)
from kazfigures.rules.laws.law import (
    Law,
    Reconciler,
    laws,
)
from kazfigures.rules.laws.merging import (
    AGREEMENT,
    FAIRNESS,
    MAJORITY,
    NARROWING_UNGUARDED,
    NO_SIDE_TAKING,
    REFINEMENT,
    REFINEMENT_OVERLAPPING,
    SPLIT_KEEP,
    SPLIT_SHARPEN,
    TOTAL,
    VALUE_DUPLICATES_IGNORED,
)
from kazfigures.rules.laws.revisions import (
    ABSENCE_IS_NOT_ZERO,
    CORRECTION_CHAIN,
    HISTORY_IS_FIXED,
    KNOWN_AT_CAUSALITY,
    RETRACTION_IS_ABSENCE,
    STANDING,
    SUPERSESSION,
)
from kazfigures.rules.laws.robustness import (
    BREAKDOWN_LIVE,
    BREAKDOWN_SAFE,
    EXAGGERATION_PROOF,
    LIPSCHITZ,
    TWO_SOURCE_FLOOR,
    corroborated_floor,
    truth_tracking,
)

STRUCTURAL: Final = (
    *(ANSWERS, ORDER_INSENSITIVE, RESEND_INSENSITIVE, RELAY_INSENSITIVE, SPELLING_INSENSITIVE),
    *(SUPERSESSION, CORRECTION_CHAIN, RETRACTION_IS_ABSENCE, STANDING, KNOWN_AT_CAUSALITY),
    *(HISTORY_IS_FIXED, LOCALITY, ZONE_INSENSITIVE, ACCOUNT_COMPLETE, ACCOUNT_SUFFICIENT),
    *(ACCOUNT_TRUTHFUL, ABSENCE_IS_NOT_ZERO, ZERO_COUNTS, VACUOUS_NEUTRAL, DETERMINISTIC, PURE),
    *(INCREMENTAL_IS_BATCH, MERGE_SEMILATTICE, CONFLICT_IS_FLAGGED),
)
"""What the pipeline keeps for every rule, as far as its function does not look past its claims."""

CORE: Final = frozenset(
    {
        *(UNANIMOUS, COMMON_GROUND, WITHIN_HULL, WELL_FORMED),
        *(AFFINE_EQUIVARIANT, ATTRIBUTABLE, NARROWING, POSITIVE_RESPONSE, LABELS_DO_NOT_MATTER),
    }
)
"""What every rule here keeps unless its docstring says otherwise."""

CATALOGUE: Final = (
    *STRUCTURAL,
    *(UNANIMOUS, COMMON_GROUND, WITHIN_HULL, WELL_FORMED),
    *(AFFINE_EQUIVARIANT, ATTRIBUTABLE, NARROWING, POSITIVE_RESPONSE, LABELS_DO_NOT_MATTER),
    *(AGREEMENT, TOTAL, SPLIT_KEEP, SPLIT_SHARPEN, NO_SIDE_TAKING, MAJORITY),
    *(
        REFINEMENT,
        REFINEMENT_OVERLAPPING,
        BREAKDOWN_SAFE,
        BREAKDOWN_LIVE,
        truth_tracking(1),
        LIPSCHITZ,
    ),
    *(EXAGGERATION_PROOF, FAIRNESS, REFLECTION, TWO_SOURCE_FLOOR, TIME_MONOTONE, NEWEST_WINS),
    *(PART_WHOLE, PARTS_ADD_UP, VALUE_DUPLICATES_IGNORED, NARROWING_UNGUARDED),
)

__all__ = [
    "ABSENCE_IS_NOT_ZERO",
    "ACCOUNT_COMPLETE",
    "ACCOUNT_SUFFICIENT",
    "ACCOUNT_TRUTHFUL",
    "AFFINE_EQUIVARIANT",
    "AGREEMENT",
    "ANSWERS",
    "ATTRIBUTABLE",
    "BREAKDOWN_LIVE",
    "BREAKDOWN_SAFE",
    "CATALOGUE",
    "COMMON_GROUND",
    "CONFLICT_IS_FLAGGED",
    "CORE",
    "CORRECTION_CHAIN",
    "DETERMINISTIC",
    "EXAGGERATION_PROOF",
    "FAIRNESS",
    "HISTORY_IS_FIXED",
    "INCREMENTAL_IS_BATCH",
    "KNOWN_AT_CAUSALITY",
    "LABELS_DO_NOT_MATTER",
    "LIPSCHITZ",
    "LOCALITY",
    "MAJORITY",
    "MERGE_SEMILATTICE",
    "NARROWING",
    "NARROWING_UNGUARDED",
    "NEWEST_WINS",
    "NO_SIDE_TAKING",
    "ORDER_INSENSITIVE",
    "PARTS_ADD_UP",
    "PART_WHOLE",
    "POSITIVE_RESPONSE",
    "PURE",
    "REFINEMENT",
    "REFINEMENT_OVERLAPPING",
    "REFLECTION",
    "RELAY_INSENSITIVE",
    "RESEND_INSENSITIVE",
    "RETRACTION_IS_ABSENCE",
    "SPELLING_INSENSITIVE",
    "SPLIT_KEEP",
    "SPLIT_SHARPEN",
    "STANDING",
    "STRUCTURAL",
    "SUPERSESSION",
    "TIME_MONOTONE",
    "TOTAL",
    "TWO_SOURCE_FLOOR",
    "UNANIMOUS",
    "VACUOUS_NEUTRAL",
    "VALUE_DUPLICATES_IGNORED",
    "WELL_FORMED",
    "WITHIN_HULL",
    "ZERO_COUNTS",
    "ZONE_INSENSITIVE",
    "Law",
    "Reconciler",
    "corroborated_floor",
    "laws",
    "truth_tracking",
]
