"""The laws of numbers: mirrored claims, tolls over time, parts and wholes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from attrs import evolve

from kazfigures.counts import LARGEST, Count
from kazfigures.ledgers import Ledger
from kazfigures.observations import Observation, Tally
from kazfigures.rules.laws.core import lower_ends
from kazfigures.rules.laws.hearings import (
    Hearing,
    changed,
    count_of,
    of_changes,
    of_claims,
    shifted,
)
from kazfigures.rules.laws.law import Law, Reconciler
from kazfigures.rules.testimonies import about_newest, hull
from kazfigures.wording import Figure

_FAR: Final = 99

__all__ = ["NEWEST_WINS", "PARTS_ADD_UP", "PART_WHOLE", "REFLECTION", "TIME_MONOTONE"]


def _reflection(hearing: Hearing) -> Iterator[str]:
    highs = [count.high for count in hearing.counts if count.high is not None]
    if len(highs) < len(hearing.counts):
        return
    top = max(highs)
    mirrored = hearing.asked_of(_mirrored(report, top) for report in hearing.reports)
    expected = hearing.count and _mirror(hearing.count, top)
    if mirrored.count != expected:
        yield f"{hearing}; mirrored at {top:,}, {mirrored}, not {count_of(expected)}"


def _mirror(count: Count, top: int) -> Count | None:
    """Turn a count about; None where an end lies outside 0 to the top."""
    if count.high is None or count.high > top:
        return None
    return Count(top - count.high, top - count.low)


def _mirrored(report: Observation, top: int) -> Observation:
    count, stated = _mirror(report.figure.count, top), report.figure.stated
    turned = count or report.figure.count
    stated = top - stated if stated is not None and stated <= top else None
    return evolve(report, figure=Figure(str(turned), stated, turned))


def _time_monotone(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    moments = sorted({one.as_of for one in ledger.observations}, key=lambda moment: moment.order)
    for earlier, later in combinations(moments, 2):
        now = rule.reconcile(ledger.as_of(later))
        for before in rule.reconcile(ledger.as_of(earlier)):
            if before.measure.tally is not Tally.CUMULATIVE or before.measure not in now:
                continue
            after = now[before.measure]
            fell = before.count and after.count and lower_ends(after.count, before.count)
            if fell:
                yield (
                    f"as of {earlier}: {count_of(before.count)}; as of {later}: "
                    f"{count_of(after.count)}: {fell} fell"
                )


def _newest_wins(hearing: Hearing) -> Iterator[str]:
    now = hull([claim.count for claim in about_newest(hearing.estimate.heard)])
    if hearing.count and not hearing.count.within(now):
        yield f"the newest claims span {now}, and {hearing}"


def _part_of(report: Observation, count: Count) -> Observation:
    """Let a claimant say something of a part of what it spoke of."""
    path = "/".join(filter(None, (report.measure.population, "part")))
    measure = evolve(report.measure, population=path)
    return evolve(changed(report, count), measure=measure)


def _lowered(count: Count) -> Iterator[Count]:
    """Give counts that a part of what was counted may have."""
    if count.high is None:
        yield Count.exactly(count.low)
        top = min(count.low + _FAR, LARGEST)
        yield from (Count(low, top) for low in sorted({0, count.low}))
        if count.low > 1:
            yield Count(count.low - 1)
        return
    yield Count(count.low // 2, count.high // 2)
    for low, high in ((-1, -1), (-1, 0), (0, -1)):
        lower = shifted(count, low, high)
        if lower:
            yield lower


def _part_whole(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None:
        return
    for place, count in enumerate(hearing.counts):
        for lower in _lowered(count):
            counts = [*hearing.counts[:place], lower, *hearing.counts[place + 1 :]]
            yield from _exceeding(hearing, counts)
    yield from _exceeding(hearing, [next(_lowered(count)) for count in hearing.counts])


def _exceeding(whole: Hearing, counts: list[Count]) -> Iterator[str]:
    parts = [_part_of(report, count) for report, count in zip(whole.reports, counts, strict=True)]
    together = whole.rule.reconcile((*whole.reports, *parts))
    found = together.windows(parts[0].measure)
    part = found[0].count if found else None
    end = part and whole.count and lower_ends(whole.count, part)
    if end:
        claimed = " | ".join(map(str, counts))
        yield f"{whole}; of parts no greater, {claimed}, it makes {part}: {end} is higher"


def _parts_add_up(hearing: Hearing) -> Iterator[str]:
    if any(count.high is None for count in hearing.counts):
        return
    nothing = Count.exactly(0)
    ways = [[_halves(count) for count in hearing.counts]]
    ways += [
        [
            (count, nothing) if at == place else (nothing, count)
            for at, count in enumerate(hearing.counts)
        ]
        for place in range(len(hearing.counts))
    ]
    for way in ways:
        one, other = (
            hearing.asked_of(
                changed(report, part[side])
                for report, part in zip(hearing.reports, way, strict=True)
            )
            for side in (0, 1)
        )
        if one.count and other.count and hearing.count and one.count + other.count != hearing.count:
            yield f"of one part, {one}; of the other, {other}; of both together, {hearing}"


def _halves(count: Count) -> tuple[Count, Count]:
    high = count.high or 0
    half = Count(count.low // 2, high // 2)
    return half, Count(count.low - half.low, high - high // 2)


REFLECTION: Final = Law(
    "reflection",
    "mirrored claims give the mirrored range",
    "C(m - c1, ..., m - cn) = m - C(c1, ..., cn)",
    "Davies and Gather 2005",
    of_changes(_reflection),
)
TIME_MONOTONE: Final = Law(
    "time_monotone",
    "of a cumulative toll, knowledge fixed, the ends do not fall as the moment advances",
    "R(O as of s, T) <= R(O as of t, T) at both ends, for s < t",
    "the arithmetic of cumulative tolls",
    _time_monotone,
)
NEWEST_WINS: Final = Law(
    "newest_wins",
    "the range is inside what the newest claims span",
    "C(X) is within the hull of the claims of X about the newest moment",
    "Alchourron, Gardenfors and Makinson 1985 (success)",
    of_claims(_newest_wins),
    survives=True,
)
PART_WHOLE: Final = Law(
    "part_whole",
    "parts that are at most the wholes in every source are so in the estimates",
    "if pi <= wi at both ends for every i, then C(p) <= C(w) at both ends, where both are ranges",
    "the arithmetic of parts",
    of_changes(_part_whole),
)
PARTS_ADD_UP: Final = Law(
    "parts_add_up",
    "where in every source the parts add up to the whole, they do so in the estimates",
    "C(p) + C(q) = C(p + q)",
    "Lehrer and Wagner 1981",
    of_changes(_parts_add_up),
)
