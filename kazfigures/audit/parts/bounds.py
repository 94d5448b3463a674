"""tighten: what estimates of parts, wholes and other moments say of each other, and why.

26 attackers and 18 officers killed give at least 44 killed in all; a total of 225, of whom 19 were
officers, leaves at most 206 others; and what had been counted by Friday was not undone by Monday.
Nothing is summed but what is declared to be disjoint, and nothing is guessed: a bound is what
follows from the estimates, each taken at its word.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, final

from attrs import frozen

from kazfigures import collector
from kazfigures.audit.parts.deductions import Deductions, Point, Step, Way
from kazfigures.audit.parts.partitions import Partition, called, declared, listed
from kazfigures.audit.parts.wholes import Time, in_turn
from kazfigures.counts import LARGEST, Count
from kazfigures.errors import RuleError
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Tally
from kazfigures.rules.estimates import Estimate, Window
from kazfigures.rules.testimonies import intersection

__all__ = ["Bound", "Bounds", "Conflict", "tighten"]

_FEW: Final = 5
"""How many parts a derivation names one by one."""

_MANY: Final = 12
"""How many steps a derivation tells."""


@final
@frozen(order=False)
class Bound:
    """A count made tighter by what else is known, and the derivation in words.

    `before` is what the estimates of the measure at that moment allow; any number where the
    measure is declared and nobody counted it.
    `window` is what an INCREMENT counts over; `moment` is then its end.
    """

    measure: Measure
    moment: Moment
    before: Count
    count: Count
    because: str
    window: Window | None = None

    def __str__(self) -> str:
        """Read as a line of a notebook."""
        when = _when(self.window or self.moment)
        return f"{self.measure}, {when}: {self.before} -> {self.count} ({self.because})"


@final
@frozen(order=False)
class Conflict:
    """Estimates that cannot all hold, with the measure and moment at which it shows, and why."""

    measure: Measure
    moment: Moment
    estimates: tuple[Estimate, ...]
    because: str
    window: Window | None = None

    def __str__(self) -> str:
        """Read as a line of a notebook."""
        when = _when(self.window or self.moment)
        return f"{self.measure}, {when}: cannot all hold: {self.because}"


@final
@frozen(order=False)
class Bounds:
    """The counts that got tighter, and beside them the estimates that cannot all hold.

    Iterate for the bounds, which stand in the order of their measures and moments; `of` gives those
    of one measure.
    No bound rests on an estimate that a conflict names, and none is given for it.
    `is_settled` says that nothing more follows; where sums creep towards each other by ones the
    derivation stops early, and what it has by then is sound but less tight.
    """

    bounds: tuple[Bound, ...]
    conflicts: tuple[Conflict, ...] = ()
    is_settled: bool = True

    def of(self, measure: Measure) -> tuple[Bound, ...]:
        """The bounds of one measure, in the order of their moments."""
        return tuple(bound for bound in self.bounds if bound.measure == measure)

    def __iter__(self) -> Iterator[Bound]:
        """Go through the bounds."""
        return iter(self.bounds)

    def __len__(self) -> int:
        """Count the bounds."""
        return len(self.bounds)

    def __str__(self) -> str:
        """Read as one line a bound, then one a conflict."""
        lines = [*map(str, self.bounds), *map(str, self.conflicts)]
        return "\n".join(lines) or "nothing tighter follows, and nothing conflicts"


def tighten(estimates: Iterable[Estimate], partitions: Iterable[Partition] = ()) -> Bounds:
    """Derive bounds from what estimates say of each other.

    An `Estimates` will do, and so will several, chained, of several moments.
    Each estimate is taken as true of the newest as-of among the reports it uses, and an INCREMENT
    of its window; figures of equal moments are taken as of one instant.
    One that uses no report says nothing, and neither does an INCREMENT whose window nobody opened.

    - A part is at most its whole, where paths and outcomes tell so and the definition is the same.
    - Declared parts add up to at most their whole, and where exhaustive to just that.
    - A CUMULATIVE never falls from a moment to one that it precedes; a STOCK is compared at equal
      moments only, and an INCREMENT over equal windows.

    Estimates that cannot all hold are a Conflict, and the rest is derived without them.
    Partitions by which a whole is part of itself are refused (PartitionError).

    >>> from kazfigures import Ledger, Observation, reconcile
    >>> killed = Measure("killed", place="Kazakhstan")
    >>> officers = Measure("killed", population="security forces", place="Kazakhstan")
    >>> others = Measure("killed", population="others", place="Kazakhstan")
    >>> sides = Partition(killed, [officers, others])
    >>> def told(day, *figures):
    ...     said = [Observation(one, words, "Prosecutor", day, day) for one, words in figures]
    ...     return reconcile(Ledger(said))
    >>> friday, saturday = "2022-01-07[Asia/Almaty]", "2022-01-15[Asia/Almaty]"
    >>> [bound] = tighten(told(friday, (officers, "18"), (others, "26")), [sides])
    >>> print(bound.because)
    at least 44: 26 others and 18 security forces are disjoint parts of it
    >>> [bound] = tighten(told(saturday, (killed, "225"), (officers, "19")), [sides])
    >>> print(bound.because)
    at most 206: 225 in all, less 19 security forces
    """
    rows = declared(partitions)
    with collector.paused():
        return _tightened(_told(estimates), rows)


def _tightened(told: Mapping[Point, Sequence[Estimate]], rows: Sequence[Partition]) -> Bounds:
    known = {point: _allowed(together) for point, together in told.items()}
    facts = Deductions(known, rows)
    conflicts: list[Conflict] = []
    doubted: set[Point] = set()
    while crossed := facts.settle():
        found = _plainest(crossed)
        conflicts += [_conflict(points, told, *ends) for points, ends in found.items()]
        doubted.update(*found)
        facts.restart(doubted)
    counted = {measure for measure, _ in told}
    bounds: list[Bound] = []
    for point, low, high in facts.ends():
        moved = [end for end in (low, high) if end is not None and end.way is not Way.TOLD]
        if point in told:
            if moved and point not in doubted:
                bounds.append(_bound(point, known[point][0], low, high))
        elif point[0] not in counted and not all(map(_is_own, moved)):
            bounds.append(_bound(point, Count(), low, high))
    return Bounds(tuple(bounds), tuple(conflicts), facts.is_settled)


def _told(estimates: Iterable[Estimate]) -> dict[Point, list[Estimate]]:
    """Group estimates by measure and moment, in an order that theirs does not change."""
    if not isinstance(estimates, Iterable):
        raise RuleError("estimates", estimates, "an iterable of Estimates")
    timed: list[tuple[Estimate, Time]] = []
    for estimate in estimates:
        if not isinstance(estimate, Estimate):
            raise RuleError("estimates", estimate, "an Estimate, as reconcile gives them")
        time = _time(estimate)
        if time is not None:
            timed.append((estimate, time))
    told: dict[Point, list[Estimate]] = {}
    for estimate, time in sorted(timed, key=_order):
        told.setdefault((estimate.measure, time), []).append(estimate)
    return told


def _order(timed: tuple[Estimate, Time]) -> tuple[object, ...]:
    """Order estimates by measure, time (equal moments by how they are written), rule and count."""
    estimate, time = timed
    moments = (time,) if isinstance(time, Moment) else (time.until, time.since)
    ends = [(moment.start, moment.end, moment.text) for moment in moments if moment is not None]
    count = estimate.count or Count()
    high = LARGEST + 1 if count.high is None else count.high
    return (in_turn(estimate.measure), ends, estimate.rule, count.low, high)


def _time(estimate: Estimate) -> Time | None:
    """Say what an estimate is true of, if it uses any report, and the window is known."""
    if not estimate.used:
        return None
    if estimate.measure.tally is Tally.INCREMENT:
        window = estimate.window
        return None if window is None or window.since is None else window
    moments = [testimony.observation.as_of for testimony in estimate.used]
    return max(moments, key=lambda moment: (*moment.order, moment.text))


def _allowed(estimates: Iterable[Estimate]) -> tuple[Count, ...]:
    """Give what estimates of one point allow together; each by itself where they share nothing."""
    counts = [estimate.count or Count() for estimate in estimates]
    shared = intersection(counts)
    return tuple(counts) if shared is None else (shared,)


def _is_own(end: Step) -> bool:
    """Whether an end repeats what was found of the same measure at another moment."""
    return end.way is Way.ORDER and end.premises[0].point[0] == end.point[0]


def _bound(point: Point, before: Count, low: Step | None, high: Step | None) -> Bound:
    measure, time = point
    moved = [end for end in (low, high) if end is not None and end.way is not Way.TOLD]
    count = Count(low.number if low else 0, high.number if high else None)
    because = "; ".join(map(_because, moved))
    moment, window = _split(time)
    return Bound(measure, moment, before, count, because, window)


def _plainest(
    crossed: Iterable[tuple[Step, Step]],
) -> dict[frozenset[Point], tuple[Step, Step]]:
    """Give, by the points whose estimates cannot all hold, where that takes the fewest words."""
    found: dict[frozenset[Point], tuple[Step, Step]] = {}
    for low, high in crossed:
        points = frozenset(low.told() | high.told())
        if points not in found or _length(low, high) < _length(*found[points]):
            found[points] = (low, high)
    return found


def _length(low: Step, high: Step) -> int:
    return len(_clause(low)) + len(_clause(high))


def _conflict(
    points: Iterable[Point], told: Mapping[Point, Sequence[Estimate]], low: Step, high: Step
) -> Conflict:
    measure, time = low.point
    timed = [(estimate, point[1]) for point in points for estimate in told[point]]
    estimates = tuple(estimate for estimate, _ in sorted(timed, key=_order))
    moment, window = _split(time)
    return Conflict(measure, moment, estimates, f"{_clause(low)}, but {_clause(high)}", window)


def _split(time: Time) -> tuple[Moment, Window | None]:
    return (time, None) if isinstance(time, Moment) else (time.until, time)


def _when(time: Time) -> str:
    return f"as of {time}" if isinstance(time, Moment) else f"over {time}"


def _clause(end: Step) -> str:
    """Give an end as one side of a conflict."""
    return f"{_amount(end)} as estimated" if end.way is Way.TOLD else _because(end)


def _because(end: Step) -> str:
    """Tell how an end follows, then how those ends follow on which it rests."""
    told, clauses, left = {id(end)}, [f"{_amount(end)}: {_derivation(end, end)}"], deque([end])
    while left:
        for premise in _named(left.popleft()):
            if premise.way is Way.TOLD or id(premise) in told:
                continue
            if len(clauses) == _MANY:
                return "; ".join([*clauses, "and so on"])
            told.add(id(premise))
            left.append(premise)
            clauses.append(f"{_phrase(premise, end)}: {_derivation(premise, end)}")
    return "; ".join(clauses)


def _named(end: Step) -> list[Step]:
    """Give the steps that a derivation names one by one."""
    whole = [] if end.whole is None else [end.whole]
    parts = _parts(end)
    return [*whole, *parts] if len(parts) <= _FEW else whole


def _parts(end: Step) -> list[Step]:
    return [premise for premise in end.premises if premise is not end.whole]


def _amount(end: Step) -> str:
    if end.number < 0:
        return "fewer than none"
    if end.is_exact:
        return f"{end.number:,}"
    return f"{end.side.value} {end.number:,}"


def _phrase(end: Step, top: Step) -> str:
    """Give an end as it is named beside the one that is explained: 26 attackers."""
    (measure, time), (top_measure, top_time) = end.point, top.point
    name = "" if measure == top_measure else f" {called(measure, beside=top_measure)}"
    when = "" if time == top_time else f" {_when(time)}"
    return f"{_amount(end)}{name}{when}" if name or when else f"{_amount(end)} of these"


def _together(parts: Sequence[Step], top: Step) -> str:
    """Give parts one by one, or where they are many by how many they are."""
    if len(parts) <= _FEW:
        return listed([_phrase(part, top) for part in parts])
    total = sum(part.number for part in parts)
    return f"{parts[0].side.value} {total:,} in {len(parts):,} places or groups"


def _derivation(end: Step, top: Step) -> str:
    parts = _parts(end)
    whole = "" if end.whole is None else _phrase(end.whole, top)
    several = _together(parts, top) if parts else ""
    verb = "is" if len(parts) == 1 and parts[0].number == 1 else "are"
    match end.way:
        case Way.ORDER if _is_own(end):
            return f"{whole or several}, and it never falls"
        case Way.ORDER | Way.REST if not parts:
            return f"{whole}, of which it is a part"
        case Way.ORDER | Way.PARTS:
            return f"{several} {verb} {'disjoint parts' if len(parts) > 1 else 'part'} of it"
        case Way.REST:
            return f"{whole}, less {several}"
        case Way.ALL:
            return f"{several} {verb} all of it"
        case _:
            return f"{whole}, all the rest being {several}" if parts else f"{whole}, all of it here"
