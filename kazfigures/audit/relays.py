"""Relays: one statement told by several, of whom one is nearest its origin, and the last words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from kazfigures.observations import Observation
from kazfigures.rules.testimonies import newest_by

__all__ = ["grouped", "last_reported", "nearest", "relayed", "told_first", "told_nearest"]

_Key = TypeVar("_Key")


def grouped(
    reports: Iterable[Observation], key: Callable[[Observation], _Key]
) -> dict[_Key, list[Observation]]:
    """Group reports by a key, each group in their order."""
    groups: dict[_Key, list[Observation]] = {}
    for report in reports:
        name = key(report)
        group = groups.get(name)
        if group is None:
            groups[name] = [report]
        else:
            group.append(report)
    return groups


def last_reported(reports: Sequence[Observation]) -> Sequence[Observation]:
    """Leave what none of the others was reported after."""
    if len(reports) == 1:
        return reports
    return newest_by(reports, lambda report: (report.reported,))


def relayed(reports: Sequence[Observation]) -> list[Sequence[Observation]]:
    """Give the statements of which there is more than one telling.

    What a briefing says of two moments are two statements.
    """
    labelled = [report for report in reports if report.origin]
    if len(labelled) < 2:
        return []
    return [
        tellings
        for told in grouped(labelled, lambda report: report.origin).values()
        if len(told) > 1
        for tellings in _by_moment(told)
        if len(tellings) > 1
    ]


def _by_moment(told: Sequence[Observation]) -> Iterator[Sequence[Observation]]:
    """Part tellings where their moments do not overlap."""
    if len({telling.as_of for telling in told}) == 1:
        yield told
        return
    together: list[Observation] = []
    for telling in sorted(told, key=lambda one: (one.as_of.start, one.as_of.is_instant)):
        if together and not together[0].as_of.overlaps(telling.as_of):
            yield together
            together = []
        together.append(telling)
    yield together


def nearest(tellings: Sequence[Observation]) -> Observation:
    """Give the telling that passed through the fewest relays; of several the earliest, the closed.

    A relay that leaves a number open above has lost some of the statement.
    """
    return min(
        tellings,
        key=lambda telling: (
            len(telling.via),
            telling.reported.order,
            telling.figure.count.high is None,
        ),
    )


def told_nearest(reports: Sequence[Observation]) -> Sequence[Observation]:
    """Leave of each statement the telling nearest its origin."""
    return _leave(reports, nearest)


def told_first(reports: Sequence[Observation]) -> Sequence[Observation]:
    """Leave of each statement the first telling: a relay that comes later is no later word."""
    return _leave(reports, lambda told: min(told, key=lambda telling: telling.reported.order))


def _leave(
    reports: Sequence[Observation], choose: Callable[[Sequence[Observation]], Observation]
) -> Sequence[Observation]:
    dropped: set[int] = set()
    for tellings in relayed(reports):
        head = choose(tellings)
        dropped.update(id(telling) for telling in tellings if telling is not head)
    if not dropped:
        return reports
    return [report for report in reports if id(report) not in dropped]
