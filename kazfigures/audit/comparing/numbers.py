"""Numbers: what two counts say of each other where all else matches, or one statement gave both."""

from __future__ import annotations

from kazfigures.audit.comparing.evidence import Verdict, both, by_whom, quoted
from kazfigures.audit.comparing.figures import (
    cautious,
    floor,
    is_list,
    is_one_number,
    is_vague,
    rounded,
    rounding,
)
from kazfigures.audit.comparing.times import has_fallen, is_loosely_dated, is_same_day
from kazfigures.audit.comparing.voices import are_fellows, are_opposed, is_one_statement
from kazfigures.audit.kinds import Kind
from kazfigures.observations import Observation, Tally

__all__ = ["counts", "is_one_question", "origin"]


def origin(a: Observation, b: Observation) -> Verdict | None:
    """Tell how relays tell one statement: alike, with other bounds, or with other numbers."""
    if not is_one_statement(a, b) or not is_one_question(a, b):
        return None
    statement = f"one statement ({a.origin})"
    mine, yours = a.figure, b.figure
    if mine.count == yours.count:
        return Kind.SAME_ORIGIN, f"{statement}, told alike: {mine.count}"
    if mine.stated is not None and mine.stated == yours.stated:
        return Kind.BOUND_DRIFT, f"{statement}: {both(a, b)}, one number with other bounds"
    told = rounded(mine, yours)
    if told:
        return Kind.ROUNDING, f"{statement}: {told}"
    if mine.count & yours.count or cautious(mine) & cautious(yours):
        return Kind.BOUND_DRIFT, f"{statement}: {both(a, b)}, with other bounds"
    return (
        Kind.SAME_ORIGIN,
        f"{statement}, but its relays give {both(a, b)}: one is mistaken, so ask for the statement",
    )


def is_one_question(a: Observation, b: Observation) -> bool:
    """Whether two reports are of one measure, and of one moment or window."""
    if a.measure != b.measure or a.since != b.since:
        return False
    if a.measure.tally is Tally.INCREMENT:
        return a.as_of == b.as_of
    return a.as_of.overlaps(b.as_of)


def counts(a: Observation, b: Observation) -> Verdict:
    """Tell what two counts of one thing and moment say of each other."""
    if floor(a.figure) & floor(b.figure):
        return _overlapping(a, b)
    return _apart(a, b)


def _overlapping(a: Observation, b: Observation) -> Verdict:
    for one, other in ((a, b), (b, a)):
        if is_list(one.figure):
            names = f"{one.figure.stated:,} are known by name ({one.source})"
            return Kind.FLOOR_LIST, f"{names}: a floor beside {by_whom(other)}"
    for one, other in ((a, b), (b, a)):
        if is_vague(one.figure) and other.figure.stated is not None:
            return Kind.VAGUE_AND_EXACT, f"{quoted(one)} allows {quoted(other)}"
    if a.figure.count == b.figure.count:
        return Kind.COMPATIBLE, f"both say {a.figure.count}"
    told = rounded(a.figure, b.figure)
    if told:
        return Kind.ROUNDING, f"{both(a, b)}: {told}"
    shared = a.figure.count & b.figure.count
    return Kind.COMPATIBLE, f"{by_whom(a)} and {by_whom(b)} both allow {shared}"


def _apart(a: Observation, b: Observation) -> Verdict:
    return (
        _loosely_told(a, b)
        or _of_one_claimant(a, b)
        or _of_one_day(a, b)
        or _of_two_sides(a, b)
        or (Kind.CONTRADICTION, _against(a, b))
    )


def _against(a: Observation, b: Observation) -> str:
    if a.as_of == b.as_of:
        return f"{by_whom(a)} against {by_whom(b)}, as of {a.as_of}"
    return " against ".join(f"{by_whom(one)} as of {one.as_of}" for one in (a, b))


def _loosely_told(a: Observation, b: Observation) -> Verdict | None:
    """Tell numbers apart from words and bounds that were put loosely."""
    if cautious(a.figure) & cautious(b.figure):
        vague, exact = (a, b) if is_vague(a.figure) else (b, a)
        allowed = f"{quoted(vague)}, taken cautiously as {cautious(vague.figure)}"
        return Kind.VAGUE_AND_EXACT, f"{allowed}, allows {quoted(exact)}"
    if not is_one_number(a.figure, b.figure):
        return None
    if a.figure.stated == b.figure.stated:
        return Kind.COMPATIBLE, f"{by_whom(a)} and {by_whom(b)} state one number with other bounds"
    return Kind.ROUNDING, f"{both(a, b)}: {rounding(a.figure, b.figure)}"


def _of_one_claimant(a: Observation, b: Observation) -> Verdict | None:
    """Tell a claimant's later word for the same moment from its growing numbers of one day."""
    if a.source.identity != b.source.identity:
        return None
    for older, newer in ((a, b), (b, a)):
        if older.reported.precedes(newer.reported) and (
            has_fallen(older, newer) or not is_same_day(older, newer)
        ):
            return _said_again(older, newer)
    return None


def _of_one_day(a: Observation, b: Observation) -> Verdict | None:
    """Tell what officials of one side say of a day, and what grew in it."""
    if not is_loosely_dated(a, b):
        return None
    out = " and ".join(f"{by_whom(one)} (reported {one.reported})" for one in (a, b))
    if a.source.identity == b.source.identity or are_fellows(a, b):
        return Kind.SAME_DAY_SPREAD, f"{out}: perhaps of different hours of the day"
    for older, newer in ((a, b), (b, a)):
        if (
            newer.measure.tally is Tally.CUMULATIVE
            and older.reported.precedes(newer.reported)
            and is_same_day(older, newer)
            and has_fallen(newer, older)
        ):
            return Kind.COMPATIBLE, f"{out}: it may have grown in the day"
    return None


def _of_two_sides(a: Observation, b: Observation) -> Verdict | None:
    if not are_opposed(a, b):
        return None
    told = f"{by_whom(a)}, {a.source.side}, against {by_whom(b)}, {b.source.side}"
    return Kind.PARTY_DISPUTE, told


def _said_again(older: Observation, newer: Observation) -> Verdict:
    told = f"{quoted(older)} on {older.reported}, {quoted(newer)} on {newer.reported}"
    of = f"of {older.as_of}"
    if has_fallen(older, newer):
        return Kind.REVISED_DOWN, f"{older.source} said {told}, both {of}"
    return Kind.STALE, f"{older.source} first said {told}, both {of}"
