"""Times: what the moments that two reports are about, and were reported at, say of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kazfigures.audit.comparing.evidence import Verdict, by_whom, quoted, told_of
from kazfigures.audit.comparing.figures import cautious, is_list, is_one_number
from kazfigures.audit.comparing.voices import are_opposed
from kazfigures.audit.kinds import Kind
from kazfigures.moments import Moment, Precision
from kazfigures.observations import Observation, Tally

__all__ = ["coarseness", "has_fallen", "is_late", "is_loosely_dated", "is_same_day", "moment"]

_COARSENESS: Final[Mapping[Precision, int]] = MappingProxyType(
    {Precision.MONTH: 1, Precision.YEAR: 2}
)


def moment(a: Observation, b: Observation) -> Verdict | None:
    """Tell reports of two moments apart: one claimant's words, or those of two."""
    if b.as_of.precedes(a.as_of):
        a, b = b, a
    elif not a.as_of.precedes(b.as_of):
        return _of_unlike_spans(a, b)
    if a.source.identity == b.source.identity:
        return _words_of_one(a, b)
    return _words_of_two(a, b)


def coarseness(moment: Moment) -> int:
    """Tell how loosely a moment is known beyond the day: 1 for a month, 2 for a year."""
    return _COARSENESS.get(moment.precision, 0)


def _of_unlike_spans(a: Observation, b: Observation) -> Verdict | None:
    """Judge a figure of some time in a month or year beside one of a shorter time in it."""
    if coarseness(a.as_of) == coarseness(b.as_of) or a.figure.count & b.figure.count:
        return None
    told = f"{quoted(a)} is of {a.as_of}, {quoted(b)} of {b.as_of}"
    if a.measure.tally is Tally.CUMULATIVE:
        return Kind.COMPATIBLE, f"one may be of a later time than the other: {told}"
    return Kind.INCOMPARABLE, f"perhaps of two moments: {told}"


def has_fallen(older: Observation, newer: Observation) -> bool:
    """Whether a count is wholly below an earlier one, a vague one taken cautiously."""
    high = newer.figure.count.high
    if high is None or high >= older.figure.count.low:
        return False
    if is_list(newer.figure) or is_one_number(older.figure, newer.figure):
        return False
    return high < cautious(older.figure).low


def _words_of_one(older: Observation, newer: Observation) -> Verdict:
    """Judge what one claimant says of two moments."""
    told = told_of(older, newer)
    if is_late(older, newer):
        return Kind.STALE, f"{quoted(older)} was printed on {older.reported}: {told}"
    if older.measure.tally is Tally.CUMULATIVE and has_fallen(older, newer):
        return Kind.REVISED_DOWN, f"{older.source} came down: {told}"
    return Kind.STALE, f"the same claimant at two moments: {told}"


def is_late(older: Observation, newer: Observation) -> bool:
    """Whether the older figure was printed when the newer one was out, or on the same day.

    What is printed on a day, of an hour of it, is not late for a figure of a later hour.
    """
    if older.reported.order < newer.reported.order:
        return False
    printed = older.reported
    return is_loosely_dated(older, newer) or not printed.overlaps(newer.as_of)


def _words_of_two(older: Observation, newer: Observation) -> Verdict | None:
    """Judge what two claimants say of two moments."""
    if older.measure.tally is Tally.STOCK:
        if older.figure.count & newer.figure.count:
            return None
        return Kind.INCOMPARABLE, f"those of two moments: {told_of(older, newer)}"
    if older.figure.count == newer.figure.count:
        return Kind.COMPATIBLE, f"both say {newer.figure.count}, of two moments"
    if not has_fallen(older, newer):
        return Kind.COMPATIBLE, f"the later one may have grown: {told_of(older, newer)}"
    names = f"{by_whom(older)} as of {older.as_of}, then {by_whom(newer)} as of {newer.as_of}"
    if are_opposed(older, newer):
        return Kind.PARTY_DISPUTE, f"a lower number from another side: {names}"
    return Kind.SOURCE_SWITCH, f"a later count by another claimant is lower: {names}"


def is_loosely_dated(a: Observation, b: Observation) -> bool:
    """Whether the hour that one of them is true of is not known."""
    return any(one.as_of.precision is Precision.DAY or coarseness(one.as_of) > 0 for one in (a, b))


def is_same_day(a: Observation, b: Observation) -> bool:
    """Whether both were reported on the day of which one of them is, at an hour not known."""
    if not is_loosely_dated(a, b):
        return False
    day = max(a.as_of, b.as_of, key=lambda moment: moment.end - moment.start)
    return a.reported.overlaps(day) and b.reported.overlaps(day)
