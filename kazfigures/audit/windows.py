"""Windows: what increments count over, and what they say of the totals beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TypeAlias

from attrs import evolve

from kazfigures.audit.comparing.comparisons import judged
from kazfigures.audit.comparing.evidence import quoted
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Observation, Tally

__all__ = ["backdated", "uneven"]

Standing: TypeAlias = Mapping[Measure, Sequence[Observation]]


def uneven(measure: Measure, standing: Sequence[Observation]) -> Iterator[Finding]:
    """Find windows of one measure that overlap without being the same, or differ in length."""
    windows: dict[tuple[Moment | None, Moment], Observation] = {}
    for word in standing:
        windows.setdefault((word.since, word.as_of), word)
    if len(windows) < 2:
        return
    words = sorted(windows.values(), key=_opening)
    involved: dict[int, Observation] = {}
    evidence = ""
    for earlier, later in pairwise(words):
        if _is_uneven(earlier, later):
            evidence = evidence or judged(earlier, later)[1]
            involved |= {id(earlier): earlier, id(later): later}
    if involved:
        yield Finding(Kind.WINDOW, Severity.NOTE, evidence, measure, tuple(involved.values()))


def _opening(word: Observation) -> tuple[object, ...]:
    since = word.since or word.as_of
    return (since.order, word.as_of.order)


def _is_uneven(earlier: Observation, later: Observation) -> bool:
    if earlier.since is None or later.since is None:
        return earlier.since is not later.since or earlier.as_of.overlaps(later.as_of)
    return later.since.start < earlier.as_of.start or _length(earlier) != _length(later)


def _length(word: Observation) -> timedelta:
    """Tell how long a window is, to the day: clocks may be put forward in it."""
    since = word.since or word.as_of
    hours = (word.as_of.start - since.start) / timedelta(hours=1)
    return timedelta(days=round(hours / 24))


def backdated(by_measure: Standing) -> Iterator[Finding]:
    """Find totals that rose by more than their claimant counts anew in that very window."""
    for measure, increments in by_measure.items():
        if measure.tally is not Tally.INCREMENT:
            continue
        totals = by_measure.get(evolve(measure, tally=Tally.CUMULATIVE))
        if totals is None:
            continue
        said: dict[tuple[str, Moment], Observation] = {}
        for total in totals:
            said[total.source.identity, total.as_of] = total
        for word in increments:
            if word.since is None or word.figure.count.high is None:
                continue
            claimant = word.source.identity
            before, after = said.get((claimant, word.since)), said.get((claimant, word.as_of))
            if before is None or after is None or before.figure.count.high is None:
                continue
            rise = after.figure.count.low - before.figure.count.high
            if rise > word.figure.count.high:
                earlier = rise - word.figure.count.high
                told = f"{quoted(before)} rose to {quoted(after)}, by {rise:,}, with {quoted(word)}"
                yield Finding(
                    Kind.BACKDATED,
                    Severity.WARNING,
                    f"{told} in that time: {earlier:,} or more are of before",
                    after.measure,
                    (before, after, word),
                )
