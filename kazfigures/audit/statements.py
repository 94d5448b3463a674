"""Statements: what is said of one question at one moment, by relays, by words and by claimants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, combinations, product
from typing import Final, TypeAlias

from kazfigures.audit.comparing.comparisons import judged
from kazfigures.audit.comparing.evidence import by_whom
from kazfigures.audit.comparing.times import coarseness
from kazfigures.audit.comparing.voices import is_one_statement
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.relays import grouped, last_reported, nearest, relayed, told_nearest
from kazfigures.ledgers import in_order
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Observation

__all__ = ["differing"]

Pair: TypeAlias = tuple[Observation, Observation]
Group: TypeAlias = Sequence[Observation]

_FEW: Final = 8
"""Of more statements than this about one moment, each is compared with the ends alone."""

_SEVERITIES: Final = {
    Kind.CONTRADICTION: Severity.ERROR,
    Kind.PARTY_DISPUTE: Severity.WARNING,
    Kind.SAME_DAY_SPREAD: Severity.WARNING,
    Kind.ROUNDING: Severity.NOTE,
    Kind.COMPATIBLE: Severity.NOTE,
    Kind.VAGUE_AND_EXACT: Severity.NOTE,
    Kind.FLOOR_LIST: Severity.NOTE,
    Kind.WINDOW: Severity.NOTE,
}
"""What is found among the statements of one moment; revisions are found along a series."""


def differing(measure: Measure, standing: Sequence[Observation]) -> Iterator[Finding]:
    """Find how the reports of one question that stand differ, at each moment they are about."""
    if len(standing) < 2:
        return
    statements = relayed(standing)
    for tellings in statements:
        yield from _one_statement(measure, tellings)
    out = {id(nearest(tellings)): _first_out(tellings) for tellings in statements}
    groups = list(grouped(told_nearest(standing), lambda report: report.as_of).values())
    for days in _days(groups):
        yield from _gathered(measure, days, out)


def _one_statement(measure: Measure, tellings: Sequence[Observation]) -> Iterator[Finding]:
    """Find how relays tell one statement: alike, with other bounds, or with other numbers."""
    alike: dict[object, list[Observation]] = {}
    for telling in tellings:
        alike.setdefault(telling.figure.count, []).append(telling)
    repeated = [telling for same in alike.values() if len(same) > 1 for telling in same]
    if repeated:
        relays = f"{len(repeated)} reports of one statement ({repeated[0].origin})"
        yield Finding(Kind.SAME_ORIGIN, Severity.NOTE, relays, measure, tuple(repeated))
    if len(alike) == 1:
        return
    firsts = [same[0] for same in alike.values()]
    found: dict[Kind, tuple[str, dict[int, Observation]]] = {}
    for a, b in _few_pairs(firsts):
        kind, evidence = judged(a, b)
        _, involved = found.setdefault(kind, (evidence, {}))
        for one in (a, b):
            involved |= {id(same): same for same in alike[one.figure.count]}
    for kind, (evidence, involved) in found.items():
        severity = Severity.WARNING if kind is Kind.SAME_ORIGIN else Severity.NOTE
        yield Finding(kind, severity, evidence, measure, tuple(involved.values()))


def _spoken(group: Group) -> dict[str, list[Observation]]:
    return grouped(group, lambda report: report.source.identity)


def _pairs(group: Group) -> Iterable[Pair]:
    """Give what is worth comparing: words of one claimant, and the last words of several."""
    spoken = _spoken(group)
    for words in spoken.values():
        if len(words) > 1:
            yield from _few_pairs(words)
    if len(spoken) > 1:
        for a, b in _few_pairs(_last_words(spoken.values())):
            if a.source.identity != b.source.identity:
                yield a, b


def _last_words(spoken: Iterable[Sequence[Observation]]) -> list[Observation]:
    """Give of each claimant what none of its later reports replaces."""
    return [word for words in spoken for word in last_reported(words)]


def _few_pairs(group: Group) -> Iterable[Pair]:
    """Give every pair of a few statements; of many, each with those at the ends."""
    if len(group) <= _FEW:
        return combinations(group, 2)
    return ((end, one) for end in _few(group) for one in group if one is not end)


def _few(group: Group) -> Group:
    """Leave of many statements those at the ends, of all and of each side."""
    if len(group) <= _FEW:
        return group
    sides = grouped(group, lambda report: report.source.side)
    several = (group, *(list(sides.values())[:_FEW] if len(sides) > 1 else ()))
    return list({id(end): end for some in several for end in _ends(some)}.values())


def _ends(group: Group) -> Group:
    """Give the highest, the lowest, and the lowest that is exact."""
    return (
        max(group, key=lambda one: one.figure.count.low),
        min(group, key=_high),
        min(group, key=lambda one: (not one.figure.count.is_exact, one.figure.count.low)),
    )


def _high(report: Observation) -> float:
    high = report.figure.count.high
    return float("inf") if high is None else high


def _days(groups: Sequence[Group]) -> Iterator[Iterable[Pair]]:
    """Give what is worth comparing, together where moments overlap: an hour of a day.

    What is known only to the month says nothing against what is known to the day.
    """
    if len(groups) == 1:
        yield _pairs(groups[0])
        return
    days: list[list[Iterable[Pair]]] = []
    unended: list[tuple[Group, list[Iterable[Pair]]]] = []
    for group in sorted(groups, key=_opening):
        moment = group[0].as_of
        unended = [known for known in unended if known[0][0].as_of.overlaps(moment)]
        near = [
            known
            for known in unended[-_FEW:]
            if coarseness(known[0][0].as_of) == coarseness(moment)
        ]
        day: list[Iterable[Pair]] = near[0][1] if near else []
        day += [_crossing(other, group) for other, _ in near]
        if len(group) > 1:
            day.append(_pairs(group))
        if not near:
            days.append(day)
        if not moment.is_instant:
            unended.append((group, day))
    for day in days:
        if day:
            yield chain.from_iterable(day)


def _opening(group: Group) -> tuple[datetime, bool]:
    """Put the spans that begin at an instant before what is of that instant."""
    moment = group[0].as_of
    return (moment.start, moment.is_instant)


def _crossing(one: Group, other: Group) -> Iterable[Pair]:
    """Give what is worth comparing between two moments that overlap."""
    mine, yours = _spoken(one), _spoken(other)
    for claimant in [claimant for claimant in mine if claimant in yours]:
        yield from product(_few(mine[claimant]), _few(yours[claimant]))
    last = [_few(_last_words(spoken.values())) for spoken in (mine, yours)]
    for a, b in product(*last):
        if a.source.identity != b.source.identity:
            yield a, b


def _first_out(tellings: Iterable[Observation]) -> Moment:
    return min((telling.reported for telling in tellings), key=lambda moment: moment.order)


def _gathered(
    measure: Measure, pairs: Iterable[Pair], out: Mapping[int, Moment]
) -> Iterator[Finding]:
    """Make one finding a kind of all such pairs, with the evidence of the widest.

    Of several numbers for one day, the evidence is when each was first out.
    """
    found: dict[Kind, tuple[int, str, dict[int, Observation]]] = {}
    for a, b in pairs:
        if a.figure.count == b.figure.count or is_one_statement(a, b):
            continue
        kind, evidence = judged(a, b)
        if kind not in _SEVERITIES:
            continue
        wider, told, involved = found.get(kind, (-1, "", {}))
        gap = _gap(a, b)
        involved |= {id(a): a, id(b): b}
        found[kind] = (gap, evidence, involved) if gap > wider else (wider, told, involved)
    for kind, (_, evidence, involved) in found.items():
        reports = tuple(involved.values())
        told = _hours(reports, out) if kind is Kind.SAME_DAY_SPREAD else evidence
        yield Finding(kind, _SEVERITIES[kind], told, measure, reports)


def _hours(reports: Sequence[Observation], out: Mapping[int, Moment]) -> str:
    told = [
        f"{by_whom(one)} was out on {out.get(id(one), one.reported)}"
        for one in in_order(reports[:_FEW])
    ]
    rest = f"; and {len(reports) - _FEW:,} more" if len(reports) > _FEW else ""
    return f"{'; '.join(told)}{rest}"


def _gap(a: Observation, b: Observation) -> int:
    """Tell how far apart two counts are; 0 where they overlap."""
    mine, yours = a.figure.count, b.figure.count
    return max(
        0,
        mine.low - yours.high if yours.high is not None else 0,
        yours.low - mine.high if mine.high is not None else 0,
    )
