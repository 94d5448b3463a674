"""Practices that give the minimum and the maximum: Iraq Body Count's and Airwars's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.observations import Word
from kazfigures.rules.estimates import Estimate
from kazfigures.rules.laws import (
    AFFINE_EQUIVARIANT,
    ATTRIBUTABLE,
    BREAKDOWN_LIVE,
    EXAGGERATION_PROOF,
    FAIRNESS,
    LABELS_DO_NOT_MATTER,
    LIPSCHITZ,
    NO_SIDE_TAKING,
    REFLECTION,
    SPLIT_KEEP,
    TOTAL,
    VALUE_DUPLICATES_IGNORED,
    WELL_FORMED,
    WITHIN_HULL,
)
from kazfigures.rules.pipeline import Pool, as_rule
from kazfigures.rules.testimonies import Claim

__all__ = ["AirwarsGrade", "airwars", "airwars_grade", "iraq_body_count", "is_provisional"]


def _minimum_and_maximum(claims: Sequence[Claim]) -> Count:
    counts = [claim.count for claim in claims]
    return Count(
        min(count.low for count in counts),
        max(count.low if count.high is None else count.high for count in counts),
    )


_OF_A_SPAN: Final = frozenset(
    {
        *(WITHIN_HULL, WELL_FORMED, ATTRIBUTABLE, AFFINE_EQUIVARIANT),
        *(LABELS_DO_NOT_MATTER, TOTAL, BREAKDOWN_LIVE, SPLIT_KEEP, NO_SIDE_TAKING, FAIRNESS),
        *(LIPSCHITZ, EXAGGERATION_PROOF, REFLECTION, VALUE_DUPLICATES_IGNORED),
    }
)


iraq_body_count: Final = evolve(
    as_rule(
        Pool(
            "iraq_body_count",
            "from the minimum to the maximum over the reports, both of them numbers",
            _minimum_and_maximum,
            _OF_A_SPAN,
        )
    ),
    citation="Iraq Body Count, Methods, https://www.iraqbodycount.org/about/methods/1",
)
"""The minimum and the maximum over the reports, published as a range.

Iraq Body Count, Methods: https://www.iraqbodycount.org/about/methods/1

Two independent sources stand behind an entry, or it is marked provisional: see `is_provisional`.

Half of the bound is thrown away: "at least 12" can raise the maximum to 12 and no further, so the
range is never open.
"Up to 30" lowers the minimum to 0.
"""


def is_provisional(estimate: Estimate) -> bool:
    """Tell whether fewer than two independent claimants stand behind an estimate.

    Relays of one statement are one claimant, where their observations share an origin.
    """
    return len(estimate.claims) < 2


airwars: Final = evolve(
    as_rule(
        Pool(
            "airwars",
            "from the minimum to the maximum over the sources, both of them numbers",
            _minimum_and_maximum,
            _OF_A_SPAN,
        )
    ),
    citation="Airwars, Methodology, https://airwars.org/about/methodology",
)
"""The minimum and the maximum over the sources, with a grade: see `airwars_grade`.

Airwars, Methodology: https://airwars.org/about/methodology

A bound is treated as in `iraq_body_count`: "at least 12" can raise the maximum to 12 and no
further, and "up to 30" lowers the minimum to 0.
"""


class AirwarsGrade(Word):
    """How well an incident of harm is supported, by Airwars's words."""

    CONFIRMED = "confirmed"
    """The belligerent says so too."""
    FAIR = "fair"
    """Two claimants or more."""
    WEAK = "weak"
    """One claimant."""
    DISCOUNTED = "discounted"
    """No claim of harm is left."""


def airwars_grade(estimate: Estimate, belligerent: str) -> AirwarsGrade:
    """Grade the claims that an estimate uses, after Airwars.

    `belligerent` is the `side` of the sources that speak for the party held responsible.
    A claim that nobody came to harm supports no grade.
    Airwars's fifth grade, contested, is about who is held responsible; observations do not record
    that, so it cannot be given.
    """
    if not isinstance(belligerent, str) or not belligerent.strip():
        raise RuleError("belligerent", belligerent, "the side of the party held responsible")
    of_harm = [claim for claim in estimate.claims if claim.count.high != 0]
    if any(claim.source.side == belligerent for claim in of_harm):
        return AirwarsGrade.CONFIRMED
    if len(of_harm) > 1:
        return AirwarsGrade.FAIR
    return AirwarsGrade.WEAK if of_harm else AirwarsGrade.DISCOUNTED
