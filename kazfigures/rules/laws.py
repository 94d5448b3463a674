"""Law and the catalogue: what a rule can promise of an estimate.

A law is a value: a name, a sentence, and a trial on one ledger that needs no test library.
These are the laws that can be read off one estimate; `docs/choosing-a-rule.md` says which rule
keeps which.
Sources: Konieczny and Pino Perez (2002) for agreement and totality, Marzullo (1990) and Schmid
and Schossmaier (2001) for corroboration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias, final

from attrs import field, frozen

from kazfigures.counts import Count
from kazfigures.ledgers import Ledger
from kazfigures.rules.estimates import Estimate, Status
from kazfigures.rules.testimonies import hull, intersection

__all__ = [
    "AGREEMENT",
    "ATTRIBUTABLE",
    "CATALOGUE",
    "COMMON_GROUND",
    "CONFLICT_IS_FLAGGED",
    "CORE",
    "FAIRNESS",
    "TOTAL",
    "TWO_SOURCE_FLOOR",
    "UNANIMOUS",
    "WELL_FORMED",
    "WITHIN_HULL",
    "Law",
]

Reconciler: TypeAlias = Callable[[Ledger], Estimate]
"""A rule, as a law sees it: a ledger of one measure in, its estimate out."""


@final
@frozen(order=False, repr=False)
class Law:
    """A promise that a rule can make: a name, a sentence, a trial.

    `survives` says whether a rule keeps the promise when screens are put before it.
    """

    name: str
    sentence: str
    trial: Callable[[Ledger, Estimate], bool] = field(eq=False)
    survives: bool = True

    def holds(self, rule: Reconciler, ledger: Ledger) -> bool:
        """Try a rule on a ledger of one measure."""
        return self.trial(ledger, rule(ledger))

    def __repr__(self) -> str:
        """Give its name."""
        return self.name


def laws(value: Iterable[Law]) -> frozenset[Law]:
    """Give a set of laws, as a rule promises them."""
    return frozenset(value)


def _counts(estimate: Estimate) -> list[Count]:
    return [claim.count for claim in estimate.claims]


def _shared(estimate: Estimate) -> Count | None:
    counts = _counts(estimate)
    return intersection(counts) if counts else None


def _unanimous(_: Ledger, estimate: Estimate) -> bool:
    return len(set(_counts(estimate))) != 1 or estimate.count == _counts(estimate)[0]


def _common_ground(_: Ledger, estimate: Estimate) -> bool:
    shared = _shared(estimate)
    return shared is None or (estimate.count is not None and shared.within(estimate.count))


def _within_hull(_: Ledger, estimate: Estimate) -> bool:
    counts = _counts(estimate)
    if estimate.count is None or not counts:
        return estimate.count is None
    return estimate.count.within(hull(counts))


def _well_formed(_: Ledger, estimate: Estimate) -> bool:
    if estimate.count is None or estimate.status is Status.DISPUTED:
        return estimate.best is None
    return estimate.best is None or estimate.best in estimate.count


def _conflict_is_flagged(_: Ledger, estimate: Estimate) -> bool:
    return (estimate.status is Status.AGREED) == (_shared(estimate) is not None)


def _attributable(ledger: Ledger, estimate: Estimate) -> bool:
    said: set[int | None] = {0, None}
    for observation in ledger.observations:
        figure = observation.figure
        said |= {figure.stated, figure.count.low, figure.count.high}
    return {estimate.low, estimate.best, estimate.high} <= said


def _agreement(_: Ledger, estimate: Estimate) -> bool:
    shared = _shared(estimate)
    return shared is None or shared == estimate.count


def _total(ledger: Ledger, estimate: Estimate) -> bool:
    heard = any(not entry.figure.count.says_nothing for entry in ledger.observations)
    return not heard or bool(ledger.notices) or estimate.count is not None


def _fairness(_: Ledger, estimate: Estimate) -> bool:
    return estimate.count is None or all(
        count & estimate.count is not None for count in _counts(estimate)
    )


def _two_source_floor(_: Ledger, estimate: Estimate) -> bool:
    low = estimate.low or 0
    return low == 0 or sum(count.low >= low for count in _counts(estimate)) > 1


UNANIMOUS: Final = Law(
    "unanimity", "when all claims used are one count, that is the range", _unanimous
)
COMMON_GROUND: Final = Law(
    "common_ground", "what all claims used allow is inside the range", _common_ground
)
WITHIN_HULL: Final = Law("containment", "the range is inside the hull of the claims", _within_hull)
WELL_FORMED: Final = Law(
    "well_formed", "best is inside the range, and there is none in a dispute", _well_formed
)
CONFLICT_IS_FLAGGED: Final = Law(
    "conflict_is_flagged",
    "agreed exactly when the claims used share a number",
    _conflict_is_flagged,
)
ATTRIBUTABLE: Final = Law(
    "attributable", "low, best and high are numbers that somebody said", _attributable
)
AGREEMENT: Final = Law(
    "agreement", "when claims share numbers, the range is exactly those", _agreement
)
TOTAL: Final = Law("total", "where anybody says anything, there is a range", _total, survives=False)
FAIRNESS: Final = Law("fairness", "the range meets every claim used", _fairness)
TWO_SOURCE_FLOOR: Final = Law(
    "corroborated_floor(2)", "two independent claims support the low end", _two_source_floor
)

CORE: Final = frozenset(
    {UNANIMOUS, COMMON_GROUND, WITHIN_HULL, WELL_FORMED, CONFLICT_IS_FLAGGED, ATTRIBUTABLE}
)
"""What every rule here keeps unless its docstring says otherwise."""

CATALOGUE: Final = (
    *(UNANIMOUS, COMMON_GROUND, WITHIN_HULL, WELL_FORMED, CONFLICT_IS_FLAGGED, ATTRIBUTABLE),
    *(AGREEMENT, TOTAL, FAIRNESS, TWO_SOURCE_FLOOR),
)
