"""The laws of merging claims into one: what agreement, majorities and desks may expect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Final

from kazfigures.counts import LARGEST, Count
from kazfigures.ledgers import Ledger
from kazfigures.observations import Measure, Tally
from kazfigures.rules.estimates import Window
from kazfigures.rules.laws.core import narrower
from kazfigures.rules.laws.hearings import Hearing, count_of, newcomer, of_changes, of_claims
from kazfigures.rules.laws.law import Law, Reconciler

__all__ = [
    "AGREEMENT",
    "FAIRNESS",
    "MAJORITY",
    "NARROWING_UNGUARDED",
    "NO_SIDE_TAKING",
    "REFINEMENT",
    "REFINEMENT_OVERLAPPING",
    "SPLIT_KEEP",
    "SPLIT_SHARPEN",
    "TOTAL",
    "VALUE_DUPLICATES_IGNORED",
]

_CROWDS: Final = (1, 4, 32)
_MOST_PARTED: Final = 5
"""Of more claims than this, not every way to part them is tried."""


def _agreement(hearing: Hearing) -> Iterator[str]:
    shared = hearing.shared
    if shared is not None and shared != hearing.count:
        yield f"all allow {shared}, and {hearing}"


def _total(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    if ledger.notices:
        return
    answered: set[tuple[Measure, Window | None]] = set()
    for estimate in rule.reconcile(ledger):
        if estimate.count is not None:
            answered.add((estimate.measure, estimate.window))
        elif estimate.heard:
            heard = " | ".join(str(claim.count) for claim in estimate.heard)
            yield f"of {heard} it makes no range"
    words = Counter((report.measure, report.source.identity) for report in ledger.observations)
    for report in ledger.observations:
        window = None
        if report.measure.tally is Tally.INCREMENT:
            window = Window(report.since, report.as_of)
        # A claimant with several words, or a relay, may have been set aside for another.
        plain = not report.origin and words[report.measure, report.source.identity] == 1
        speaks = plain and not report.figure.count.says_nothing
        if speaks and (report.measure, window) not in answered:
            yield f"{report.source} says {report.figure.count}, and it makes no range"


def _partings(hearing: Hearing) -> Iterator[tuple[Hearing, Hearing]]:
    """Part the claimants between two desks, in every way; of many claims, after each of them."""
    reports = hearing.reports
    first, rest = reports[0], reports[1:]
    if len(reports) > _MOST_PARTED:
        parts = [reports[1:at] for at in range(1, len(reports))]
    else:
        parts = [part for size in range(len(rest)) for part in combinations(rest, size)]
    for part in parts:
        other = [report for report in rest if report not in part]
        yield hearing.asked_of((first, *part)), hearing.asked_of(other)


def _desks(hearing: Hearing, *, keep: bool) -> Iterator[str]:
    if len(hearing.reports) < 2:
        return
    for one, other in _partings(hearing):
        shared = one.count and other.count and one.count & other.count
        if not shared:
            continue
        joined = hearing.count
        lost = joined is None or not shared.within(joined)
        blurred = joined is not None and not joined.within(shared)
        if lost if keep else blurred:
            yield f"one desk: {one}; another: {other}; both share {shared}; joined, {hearing}"


def _split_keep(hearing: Hearing) -> Iterator[str]:
    yield from _desks(hearing, keep=True)


def _split_sharpen(hearing: Hearing) -> Iterator[str]:
    yield from _desks(hearing, keep=False)


def _no_side_taking(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None or len(hearing.reports) != 2:
        return
    one, other = (bool(hearing.count & count) for count in hearing.counts)
    if one != other:
        yield f"{hearing}, which meets only one of the two"


def _majority(hearing: Hearing) -> Iterator[str]:
    for report in hearing.reports:
        count, crowd = report.figure.count, hearing
        for more in (times * (len(hearing.reports) + 1) for times in _CROWDS):
            said = (newcomer(report, count, number) for number in range(1, more + 1))
            crowd = hearing.joined(*said)
            if crowd.count and crowd.count.within(count):
                break
        else:
            more = len(crowd.reports) - len(hearing.reports)
            yield f"{hearing}; once {more} more say {count}, it makes {count_of(crowd.count)}"


def _refinement(hearing: Hearing) -> Iterator[str]:
    yield from _widened(hearing, lambda count, added: count.within(added))


def _refinement_overlapping(hearing: Hearing) -> Iterator[str]:
    yield from _widened(hearing, lambda count, added: count & added is not None)


def _widened(hearing: Hearing, is_asked: Callable[[Count, Count], bool]) -> Iterator[str]:
    """Say which of the new claims that are asked about, given the range, widen it."""
    before = hearing.count
    if before is None:
        return
    for report in hearing.reports:
        for added in _around(before):
            if is_asked(before, added):
                after = hearing.joined(newcomer(report, added))
                if after.count and not after.count.within(before):
                    yield f"{hearing}; once somebody adds {added}, {after}"


def _around(count: Count) -> Iterator[Count]:
    """Give the claims whose ends are those of a count, or one off, or none."""
    lows = sorted({0, max(count.low - 1, 0), count.low, min(count.low + 1, LARGEST)})
    highs: list[int | None] = [None]
    if count.high is not None:
        highs += sorted({max(count.high - 1, 0), count.high, count.high + 1})
    for low in lows:
        for high in highs:
            if high is None or low <= high <= LARGEST:
                claim = Count(low, high)
                if not claim.says_nothing:
                    yield claim


def _fairness(hearing: Hearing) -> Iterator[str]:
    for count in hearing.counts:
        if hearing.count and not hearing.count & count:
            yield f"{hearing}, which does not meet {count}"


def _value_duplicates_ignored(hearing: Hearing) -> Iterator[str]:
    for report in hearing.reports:
        after = hearing.joined(newcomer(report, report.figure.count))
        if after.count != hearing.count:
            yield f"{hearing}; once another says {report.figure.count} too, {after}"


def _narrowing_unguarded(hearing: Hearing) -> Iterator[str]:
    for place, count in narrower(hearing.counts):
        after = hearing.replaced(place, count)
        if hearing.count and after.count and not after.count.within(hearing.count):
            yield f"{hearing}; once {hearing.counts[place]} is narrowed to {count}, {after}"


AGREEMENT: Final = Law(
    "agreement",
    "when claims share numbers, the range is exactly those",
    "if c1 & ... & cn is not empty, C(c1, ..., cn) = c1 & ... & cn",
    "Konieczny and Pino Perez 2002 (IC2)",
    of_claims(_agreement),
    survives=True,
)
TOTAL: Final = Law(
    "total",
    "where anybody says anything, there is a range",
    "C(c1, ..., cn) is a range for every n >= 1",
    "Konieczny and Pino Perez 2002 (IC1)",
    _total,
)
SPLIT_KEEP: Final = Law(
    "split_keep",
    "what two desks agree on stays when they are joined",
    "C(X) & C(Y) is within C(X, Y), where they meet",
    "Konieczny and Pino Perez 2002 (IC5)",
    of_changes(_split_keep),
)
SPLIT_SHARPEN: Final = Law(
    "split_sharpen",
    "two desks that agree, when joined, say no more than what they agree on",
    "C(X, Y) is within C(X) & C(Y), where they meet",
    "Konieczny and Pino Perez 2002 (IC6)",
    of_changes(_split_sharpen),
)
NO_SIDE_TAKING: Final = Law(
    "no_side_taking",
    "of two claims the range meets both or neither",
    "C(c, d) & c is empty if and only if C(c, d) & d is",
    "Konieczny and Pino Perez 2002 (IC4)",
    of_claims(_no_side_taking),
    survives=True,
)
MAJORITY: Final = Law(
    "majority",
    "enough repeats of a claim prevail",
    "for every X of n claims and c of X there is a k with C(X, c, ..., c) within c (k times);"
    " tried up to 32 (n + 1)",
    "Konieczny and Pino Perez 2002 (Maj)",
    of_changes(_majority),
)
REFINEMENT: Final = Law(
    "refinement",
    "a new claim of the same moment and standing, if it holds the whole range, never widens it",
    "if C(X) is within c, then C(X, c) is within C(X)",
    "Schmid and Schossmaier 2001; Marzullo's function fails it",
    of_changes(_refinement),
)
REFINEMENT_OVERLAPPING: Final = Law(
    "refinement_overlapping",
    "a new claim of the same moment and standing, if it overlaps the range, never widens it",
    "if C(X) & c is not empty, then C(X, c) is within C(X)",
    "Schmid and Schossmaier 2001",
    of_changes(_refinement_overlapping),
)
FAIRNESS: Final = Law(
    "fairness",
    "the range meets every claim",
    "C(c1, ..., cn) & ci is not empty, where C is a range",
    "Dubois et al. 2016",
    of_claims(_fairness),
    survives=True,
)
VALUE_DUPLICATES_IGNORED: Final = Law(
    "value_duplicates_ignored",
    "another who says the same changes nothing",
    "C(X, c, c) = C(X, c)",
    "Konieczny and Pino Perez 2002 (arbitration)",
    of_changes(_value_duplicates_ignored),
)
NARROWING_UNGUARDED: Final = Law(
    "narrowing_unguarded",
    "narrowing any claim never widens the range",
    "if d is within c, then C(X, d) is within C(X, c)",
    "Dubois et al. 2016",
    of_changes(_narrowing_unguarded),
)
