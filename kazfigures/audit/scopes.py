"""Scopes: measures that lie beside or inside one another, and are easily read as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise, product
from typing import Final, TypeAlias, final

from attrs import evolve, frozen

from kazfigures.audit.comparing.comparisons import judged
from kazfigures.audit.comparing.evidence import quoted
from kazfigures.audit.comparing.figures import is_telling
from kazfigures.audit.comparing.questions import exceeds_whole, led_to_by
from kazfigures.audit.comparing.times import has_fallen
from kazfigures.audit.comparing.voices import is_one_voice
from kazfigures.audit.containment import broader, is_within, outcomes
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.parts.wholes import Wholes
from kazfigures.audit.series import came_down
from kazfigures.counts import Count
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Observation, Tally, is_inside

__all__ = ["beside", "same_number", "sums"]

Standing: TypeAlias = Mapping[Measure, Sequence[Observation]]
Key: TypeAlias = tuple[str, ...]
Pairs: TypeAlias = frozenset[tuple[Measure, Measure]]

_LOOK_BACK: Final = 4
"""How many of the reports that began before a moment are looked at for one that overlaps it."""


def _key(  # noqa: PLR0913 - one part each of a measure that may be another
    measure: Measure,
    *,
    outcome: str | None = None,
    population: str | None = None,
    place: str | None = None,
    tally: Tally | None = None,
    definition: str | None = None,
) -> Key:
    """Tell a measure from others, or from the one it would be with other parts."""
    return (
        measure.event,
        measure.unit,
        measure.outcome if outcome is None else outcome,
        measure.tally if tally is None else tally,
        measure.population if population is None else population,
        measure.place if place is None else place,
        measure.definition if definition is None else definition,
    )


@final
@frozen(order=False, eq=False)
class _Told:
    """The reports of one measure by statement, by claimant and by moment."""

    by_origin: Mapping[str, Observation]
    by_claimant: Mapping[str, tuple[Observation, Observation]]
    in_time: Sequence[Observation]

    @classmethod
    def of(cls, reports: Iterable[Observation]) -> _Told:
        """Arrange reports: the last of each statement, and of each claimant the first and last."""
        origins: dict[str, Observation] = {}
        claimants: dict[str, tuple[Observation, Observation]] = {}
        in_time = sorted(reports, key=_begins)
        for report in in_time:
            if report.origin:
                origins[report.origin] = report
            claimant = report.source.identity
            known = claimants.get(claimant)
            claimants[claimant] = (known[0] if known else report, report)
        return cls(origins, claimants, in_time)

    def near(self, report: Observation) -> Iterator[Observation]:
        """Give what is worth comparing with a report of another measure."""
        if report.origin and report.origin in self.by_origin:
            yield self.by_origin[report.origin]
        own = self.by_claimant.get(report.source.identity)
        if own is not None and (
            own[1].as_of.overlaps(report.as_of) or own[1].measure.tally is not report.measure.tally
        ):
            yield own[1]
        begun = bisect_right(self.in_time, report.as_of.end, key=_begins)
        for other in reversed(self.in_time[max(0, begun - _LOOK_BACK) : begun]):
            if other.as_of.overlaps(report.as_of):
                yield other
                return


def _begins(report: Observation) -> datetime:
    return report.as_of.start


@final
class _Atlas:
    """The measures of a ledger by their parts, and what was told of each."""

    def __init__(self, by_measure: Standing) -> None:
        self.by_measure = by_measure
        self.known = {_key(measure): measure for measure in by_measure}
        self._told: dict[Measure, _Told] = {}
        self.defined: dict[Key, list[Measure]] = {}
        self.unions: dict[Key, list[Measure]] = {}
        for measure in by_measure:
            self.defined.setdefault(_key(measure, definition=""), []).append(measure)
            several = outcomes(measure.outcome)
            if len(several) > 1:
                for outcome in several:
                    self.unions.setdefault(_key(measure, outcome=outcome), []).append(measure)

    def told(self, measure: Measure) -> _Told:
        """Give what was told of a measure, arranged when it is first asked for."""
        found = self._told.get(measure)
        if found is None:
            found = self._told[measure] = _Told.of(self.by_measure[measure])
        return found

    def rivals(self, measure: Measure) -> Iterator[Iterable[Measure]]:
        """Give the measures that may be taken for this one, of each kind the nearest first."""
        beside = self.defined[_key(measure, definition="")]
        if len(beside) > 1:
            plainest = min(beside, key=lambda one: one.definition)
            if measure is not plainest:
                yield (plainest,)
        places, groups = broader(measure.place), broader(measure.population)
        yield self._there(_key(measure, place=place) for place in places[1:])
        yield self._there(_key(measure, population=group) for group in groups[1:])
        yield self._there(
            _key(measure, place=place, population=group)
            for place, group in product(places[1:], groups[1:])
        )
        if self.unions:
            mine = outcomes(measure.outcome)
            for union in self.unions.get(_key(measure, outcome=min(mine)), ()):
                if mine < outcomes(union.outcome):
                    yield (union,)
        if measure.tally is not Tally.CUMULATIVE:
            yield self._there(
                _key(
                    measure,
                    outcome=led_to_by(measure.outcome),
                    tally=Tally.CUMULATIVE,
                    place=place,
                    population=group,
                    definition=definition,
                )
                for place, group, definition in product(
                    places, groups, dict.fromkeys((measure.definition, ""))
                )
            )

    def _there(self, keys: Iterable[Key]) -> Iterator[Measure]:
        for key in keys:
            found = self.known.get(key)
            if found is not None:
                yield found


def beside(by_measure: Standing, summed: Pairs) -> Iterator[Finding]:
    """Find measures that differ in tally, scope or definition and are told of one moment.

    Each measure is held against the nearest of those that hold it, so that the cost is in step
    with their number; `summed` are pairs of which it is already known that one is part of the
    other.
    """
    atlas = _Atlas(by_measure)
    for measure in by_measure:
        for chain in atlas.rivals(measure):
            for rival in chain:
                found = list(_differing(atlas, measure, rival))
                yield from (
                    one
                    for one in found
                    if one.kind is not Kind.PART_OF or (measure, rival) not in summed
                )
                if rival.outcome == measure.outcome:
                    yield from _rescoped(atlas.told(measure), atlas.told(rival))
                if found:
                    break


def _differing(atlas: _Atlas, measure: Measure, rival: Measure) -> Iterator[Finding]:
    """Give the first pair of each kind between two measures."""
    about = atlas.told(rival)
    found: set[Kind] = {Kind.INCOMPARABLE}
    for report in atlas.by_measure[measure]:
        for other in about.near(report):
            kind, evidence = judged(report, other)
            if kind is Kind.PART_OF and exceeds_whole(report, other):
                continue
            if kind not in found:
                found.add(kind)
                severity = Severity.WARNING if kind is Kind.PARTY_DISPUTE else Severity.NOTE
                yield Finding(kind, severity, evidence, measure, (report, other))


def _rescoped(narrow: _Told, broad: _Told) -> Iterator[Finding]:
    """Find claimants who fell as they went on with a narrower scope or another definition.

    Only a fall by less than half may be read as one series.
    """
    for claimant in [one for one in narrow.by_claimant if one in broad.by_claimant]:
        mine, yours = narrow.by_claimant[claimant], broad.by_claimant[claimant]
        for (_, older), (newer, _) in ((mine, yours), (yours, mine)):
            if (
                older.measure.tally is newer.measure.tally is Tally.CUMULATIVE
                and older.as_of.precedes(newer.as_of)
                and has_fallen(older, newer)
                and is_within(newer.measure, older.measure)
                and 2 * (newer.figure.count.high or 0) >= older.figure.count.low
            ):
                changed = f"it counted {_described(older)}, then {_described(newer)}"
                yield Finding(
                    Kind.REVISED_DOWN,
                    Severity.NOTE,
                    came_down(older, newer),
                    newer.measure,
                    (older, newer),
                    explanation=changed,
                )


def _described(report: Observation) -> str:
    measure = report.measure
    group, place = measure.population or "everyone", measure.place or "every place"
    return f"{group} in {place} ({measure.definition or 'no definition stated'})"


def same_number(by_measure: Standing) -> Iterator[Finding]:
    """Find one number that different claimants give of groups neither of which holds the other."""
    groups: dict[Key, list[Measure]] = {}
    for measure in by_measure:
        if measure.population:
            groups.setdefault(_key(measure, population=""), []).append(measure)
    for measures in groups.values():
        if len(measures) > 1:
            reports = (report for measure in measures for report in by_measure[measure])
            yield from _of_one_number(reports)


def _of_one_number(reports: Iterable[Observation]) -> Iterator[Finding]:
    """Find numbers that several groups have in common, one for each two groups."""
    said: dict[tuple[Count, Moment], list[Observation]] = {}
    for report in reports:
        figure = report.figure
        if is_telling(figure) and figure.count.is_exact:
            said.setdefault((figure.count, report.as_of), []).append(report)
    found: set[frozenset[Measure]] = set()
    for alike in said.values():
        for pair in _of_two_groups(alike):
            asked = frozenset(report.measure for report in pair)
            if asked not in found:
                found.add(asked)
                kind, evidence = judged(*pair)
                severity = Severity.WARNING if kind is Kind.PARTY_DISPUTE else Severity.NOTE
                yield Finding(kind, severity, evidence, None, pair)


def _of_two_groups(
    reports: Sequence[Observation],
) -> Iterator[tuple[Observation, Observation]]:
    """Give one pair of each two groups, in a row, that different claimants speak of."""
    by_group: dict[str, Observation] = {}
    for report in reports:
        by_group.setdefault(report.measure.population, report)
    for a, b in pairwise(by_group.values()):
        mine, yours = a.measure.population, b.measure.population
        if not (is_one_voice(a, b) or is_inside(mine, yours) or is_inside(yours, mine)):
            yield a, b


def sums(by_measure: Standing) -> Iterator[tuple[Finding, Pairs]]:
    """Find statements whose parts add up to their whole, and say which pairs that explains."""
    statements: dict[str, dict[Measure, Observation]] = {}
    for measure, reports in by_measure.items():
        for report in reports:
            if report.origin and report.figure.count.is_exact:
                statements.setdefault(report.origin, {}).setdefault(measure, report)
    told: set[Measure] = set()
    for statement in statements.values():
        if len(statement) < 3:
            continue
        for whole, parts in _outermost(statement).items():
            numbers = [statement[part].figure.count.low for part in parts]
            total = statement[whole]
            if whole in told or len(parts) < 2 or sum(numbers) != total.figure.count.low:
                continue
            told.add(whole)
            adding = " + ".join(f"{number:,}" for number in numbers)
            names = ", ".join(str(part) for part in parts)
            finding = Finding(
                Kind.PART_OF,
                Severity.NOTE,
                f"{adding} = {quoted(total)}: its parts ({names}) add up to it",
                whole,
                (total, *(statement[part] for part in parts)),
            )
            yield finding, frozenset((part, whole) for part in parts)


def _outermost(measures: Iterable[Measure]) -> dict[Measure, list[Measure]]:
    """Give the parts of each of some measures, but for those that are in another part of it."""
    wholes = Wholes(measures)
    known = frozenset(wholes.measures)
    holders = {measure: _holders(measure, wholes, known) for measure in wholes.measures}
    parts: dict[Measure, list[Measure]] = {}
    for measure, held_by in holders.items():
        for holder in held_by:
            if not any(holder in holders[other] for other in held_by):
                parts.setdefault(holder, []).append(measure)
    return parts


def _holders(part: Measure, wholes: Wholes, known: frozenset[Measure]) -> list[Measure]:
    """Give the measures that hold one, as it is defined and without a definition."""
    holders = wholes.of(part)
    if part.definition:
        plain = evolve(part, definition="")
        holders += [plain] if plain in known else []
        holders += wholes.of(plain)
    return holders
