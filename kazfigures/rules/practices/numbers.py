"""Practices that take every report for one number, and of these one: ACLED's and MAVERICK's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from kazfigures.counts import Count
from kazfigures.errors import WordingError
from kazfigures.rules.laws import (
    AFFINE_EQUIVARIANT,
    ATTRIBUTABLE,
    BREAKDOWN_LIVE,
    LABELS_DO_NOT_MATTER,
    LIPSCHITZ,
    PART_WHOLE,
    POSITIVE_RESPONSE,
    SPLIT_KEEP,
    SPLIT_SHARPEN,
    TOTAL,
    VALUE_DUPLICATES_IGNORED,
    WELL_FORMED,
)
from kazfigures.rules.pipeline import Pool, Taken, as_rule
from kazfigures.rules.testimonies import Claim, Testimony
from kazfigures.wording import Figure
from kazfigures.wording import acled as acled_table

__all__ = ["acled", "maverick_conservative", "maverick_informative", "maverick_representative"]


_ONE_NUMBER: Final = frozenset(
    {
        *(WELL_FORMED, LABELS_DO_NOT_MATTER),
        *(TOTAL, BREAKDOWN_LIVE, SPLIT_KEEP, SPLIT_SHARPEN),
    }
)
_AN_END: Final = frozenset({POSITIVE_RESPONSE, VALUE_DUPLICATES_IGNORED})
_OF_A_COLUMN: Final = frozenset({ATTRIBUTABLE, AFFINE_EQUIVARIANT})


def _one_number(
    number: Callable[[Claim], int], choose: Callable[[Sequence[int]], int]
) -> Callable[[Sequence[Claim]], Taken]:
    """Take every claim for one number, and of these one number."""

    def combine(claims: Sequence[Claim]) -> Taken:
        numbers = [number(claim) for claim in claims]
        chosen = choose(numbers)
        taken = [claim for claim, one in zip(claims, numbers, strict=True) if one == chosen]
        return Taken(Count.exactly(chosen), taken, f"it does not give {chosen:,}")

    return combine


def _most_cautious(claim: Claim) -> int:
    return min(map(_cautious, claim.testimonies))


def _cautious(testimony: Testimony) -> int:
    """Give the number that ACLED would write down for a report."""
    count, stated = testimony.count, testimony.observation.figure.stated
    if stated is None:
        return _in_the_table(testimony.observation.figure.wording, count.low)
    is_ceiling = count.low == 0 and count.high is not None and stated >= count.high
    return 0 if is_ceiling else stated


def _in_the_table(wording: str, otherwise: int) -> int:
    """Give what ACLED's table has for vague words."""
    try:
        read = Figure.read_or_none(wording, words=acled_table)
    except WordingError:
        return otherwise
    return otherwise if read is None or read.stated is not None else read.count.low


acled: Final = evolve(
    as_rule(
        Pool(
            "acled",
            "the lowest number that anybody gives, vague words by ACLED's table",
            _one_number(_most_cautious, min),
            _ONE_NUMBER | _AN_END,
        )
    ),
    citation=(
        "ACLED, FAQ on fatalities (2023, updated May 2024),"
        " https://acleddata.com/conflict-data/knowledge-base"
    ),
)
"""The most conservative number available, as a point; the dispute goes into a note.

ACLED, FAQ on fatalities, 2023, updated in May 2024, read in a copy:
https://acleddata.com/conflict-data/knowledge-base

Vague words are points too: tens are 10, dozens 12, hundreds 100.
A wording that states no number is read again with `kazfigures.wording.acled`; where that reads
none, the low end of its count stands.

The bound is thrown away: "at least 12" gives 12, and so does "more than 12".
"Up to 30" gives 0, which is the lowest number that it allows; that reading is ours, since the FAQ
does not speak of it.
"""


_MAVERICK: Final = "MAVERICK, van Baalen and Höglund 2026, https://doi.org/10.1093/isq/sqag014"


def _number(claim: Claim) -> int:
    return claim.count.low if claim.stated is None else claim.stated


def _smallest_most_common(numbers: Sequence[int]) -> int:
    votes = Counter(numbers)
    return min(votes, key=lambda number: (-votes[number], number))


maverick_conservative: Final = evolve(
    as_rule(
        Pool(
            "maverick_conservative",
            "the smallest of the numbers reported",
            _one_number(_number, min),
            _ONE_NUMBER | _OF_A_COLUMN | _AN_END | {LIPSCHITZ, PART_WHOLE},
        )
    ),
    citation=_MAVERICK,
)
"""The minimum over the reports of an event.

MAVERICK and the R package `eventreport`, van Baalen and Höglund 2026:
https://doi.org/10.1093/isq/sqag014

`eventreport` takes each column of its table, best, low and high, for itself, and some of its events
have a low above their high.
To do the same, make a measure of each column (`definition="low"`) and a claimant of each report.

A column holds numbers alone, so the bound is thrown away: "at least 12" is 12, "up to 30" is 30.
Words that state no number count with the low end of what they allow.
"""


maverick_representative: Final = evolve(
    as_rule(
        Pool(
            "maverick_representative",
            "the most common of the numbers reported, the smallest of several",
            _one_number(_number, _smallest_most_common),
            _ONE_NUMBER | _OF_A_COLUMN,
        )
    ),
    citation=_MAVERICK,
)
"""The most common number over the reports of an event, and of several the smallest.

It takes columns and bounds as `maverick_conservative` does: "at least 12" is 12, "up to 30" is 30.
https://doi.org/10.1093/isq/sqag014
"""


maverick_informative: Final = evolve(
    as_rule(
        Pool(
            "maverick_informative",
            "the largest of the numbers reported",
            _one_number(_number, max),
            _ONE_NUMBER | _OF_A_COLUMN | _AN_END | {LIPSCHITZ, PART_WHOLE},
        )
    ),
    citation=_MAVERICK,
)
"""The maximum over the reports of an event.

It takes columns and bounds as `maverick_conservative` does: "at least 12" is 12, "up to 30" is 30.
https://doi.org/10.1093/isq/sqag014
"""
