"""Deductions: the ends of what each figure may be, drawn from each other until nothing moves.

Every end that moves is a Step that holds the steps it rests on, so each bound carries its proof.
Along paths and time an end goes from where it was told straight to all that it bears on, in one
pass that is linear but for the depth of the paths; only declared sums need a pass more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from enum import Enum, auto
from typing import Final, TypeAlias, final

from attrs import define, field, frozen

from kazfigures.audit.parts.partitions import Partition
from kazfigures.audit.parts.wholes import Time, Wholes, following, in_turn
from kazfigures.counts import LARGEST, Count
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Tally
from kazfigures.rules.estimates import Window

__all__ = ["Deductions", "Point", "Side", "Step", "Way"]

Point: TypeAlias = tuple[Measure, Time]
"""A measure at a moment, or over a window."""

_ROUNDS: Final = 100
"""How often all is gone through: sums may move each other's ends by ones, a billion times over.

Every end is sound at each time, so to stop early only leaves some less tight than they could be.
"""


class Side(Enum):
    """Which end of a count it is."""

    LEAST = "at least"
    MOST = "at most"


class Way(Enum):
    """How an end follows."""

    TOLD = auto()
    """An estimate gives it."""
    ORDER = auto()
    """A part is at most its whole, and a CUMULATIVE never falls."""
    PARTS = auto()
    """A whole is at least its disjoint parts together."""
    REST = auto()
    """A part is at most what the others leave of the whole."""
    ALL = auto()
    """A whole is at most its exhaustive parts together."""
    REMAINDER = auto()
    """A part is at least what the others cannot make up of the whole."""


@final
@frozen(eq=False)
class Step:
    """One end of what a figure may be, how it follows, and the steps it rests on.

    `parts` may hold a step about the point itself, which is then no premise: it is shared.
    """

    number: int
    point: Point
    side: Side
    way: Way
    is_exact: bool = False
    whole: Step | None = None
    parts: Sequence[Step] = ()

    @property
    def premises(self) -> list[Step]:
        """The steps it rests on, the whole's first."""
        parts = [step for step in self.parts if step.point != self.point]
        return parts if self.whole is None else [self.whole, *parts]

    @property
    def root(self) -> Step:
        """Where it comes from along paths and time; itself where it does not."""
        return self.premises[0] if self.way is Way.ORDER else self

    def told(self) -> set[Point]:
        """The points whose estimates it rests on in the end."""
        found: set[Point] = set()
        seen: set[int] = set()
        left = [self]
        while left:
            step = left.pop()
            if id(step) in seen:
                continue
            seen.add(id(step))
            if step.way is Way.TOLD:
                found.add(step.point)
            left += step.premises
        return found


_End: TypeAlias = Step | None
"""An end as far as it is known; a low end that is not is 0, a high end that is not is open."""


@final
@frozen(eq=False)
class _Row:
    """A declared partition at one moment, as places of points."""

    whole: int
    parts: tuple[int, ...]
    exhaustive: bool


@final
@frozen(eq=False)
class _Layout:
    """The points, those of a measure side by side by when they begin, and what bears on what.

    `opens` holds the first of each line.
    `same` gives the wholes of each point at its own moment, and `after` the first point of each
    line (its own measure's, and those of its wholes) that its moment precedes.
    """

    points: tuple[Point, ...]
    opens: frozenset[int]
    same: tuple[list[int], ...]
    after: tuple[list[int], ...]
    rows: tuple[_Row, ...]


@final
@define(eq=False)
class Deductions:
    """What is known of each point, and what follows from it."""

    known: Mapping[Point, Sequence[Count]]
    partitions: Sequence[Partition]
    _layout: _Layout = field(init=False)
    is_settled: bool = field(init=False, default=True)
    _low: list[_End] = field(init=False)
    _high: list[_End] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Lay the points out, and begin with what is told."""
        self._layout = _laid_out(self.known, self.partitions)
        self._begin(self.known)

    def _begin(self, known: Mapping[Point, Sequence[Count]]) -> None:
        points = self._layout.points
        self._low = [_told_low(point, known.get(point, ())) for point in points]
        self._high = [_told_high(point, known.get(point, ())) for point in points]

    def restart(self, doubted: AbstractSet[Point]) -> None:
        """Begin again without what is told of some points."""
        self._begin({point: told for point, told in self.known.items() if point not in doubted})

    def ends(self) -> Iterator[tuple[Point, _End, _End]]:
        """Go through the points with the low and the high end of each."""
        return zip(self._layout.points, self._low, self._high, strict=True)

    def settle(self) -> list[tuple[Step, Step]]:
        """Draw what follows until nothing moves; give the ends that have crossed, and stop there.

        What follows from ends that have crossed means nothing.
        """
        for _ in range(_ROUNDS):
            self._raise_lows()
            self._lower_highs()
            crossed = self._crossed()
            if crossed or not self._add_up():
                return crossed
            crossed = self._crossed()
            if crossed:
                return crossed
        self.is_settled = False
        return []

    def _crossed(self) -> list[tuple[Step, Step]]:
        return [
            (low, high)
            for low, high in zip(self._low, self._high, strict=True)
            if low is not None and high is not None and low.number > high.number
        ]

    def _raise_lows(self) -> None:
        """Bring each low end to the wholes of its point, and to later moments."""
        layout, low = self._layout, self._low
        beside: list[_End] = [None] * len(low)
        arriving: list[_End] = [None] * len(low)
        for place, step in enumerate(low):
            if step is not None:
                for other in layout.same[place]:
                    beside[other] = _higher(beside[other], step)
                for other in layout.after[place]:
                    arriving[other] = _higher(arriving[other], step)
        running: _End = None
        for place, point in enumerate(layout.points):
            running = _higher(None if place in layout.opens else running, arriving[place])
            found = _higher(beside[place], running)
            if found is not None and found.number > _number(low[place]):
                low[place] = Step(found.number, point, Side.LEAST, Way.ORDER, parts=(found.root,))

    def _lower_highs(self) -> None:
        """Bring each high end to the parts of its point, and to earlier moments."""
        layout, high = self._layout, self._high
        onward: list[_End] = [None] * len(high)
        following: _End = None
        for place in range(len(high) - 1, -1, -1):
            onward[place] = following = _lower(high[place], following)
            if place in layout.opens:
                following = None
        lowered: list[_End] = []
        for place, step in enumerate(high):
            found: _End = None
            for other in layout.same[place]:
                found = _lower(found, high[other])
            for other in layout.after[place]:
                found = _lower(found, onward[other])
            if found is None or (step is not None and step.number <= found.number):
                lowered.append(step)
            else:
                point = layout.points[place]
                whole = found.root
                lowered.append(Step(found.number, point, Side.MOST, Way.ORDER, whole=whole))
        self._high = lowered

    def _add_up(self) -> bool:
        """Hold parts and wholes to the sums declared; say whether anything moved."""
        moved = False
        for row in self._layout.rows:
            moved |= self._add_lows(row)
            if row.exhaustive:
                moved |= self._add_highs(row)
        return moved

    def _add_lows(self, row: _Row) -> bool:
        low, high, points = self._low, self._high, self._layout.points
        parts = tuple(step for part in row.parts if (step := low[part]) is not None)
        total = sum(step.number for step in parts)
        moved = False
        if min(total, LARGEST) > _number(low[row.whole]):
            least = min(total, LARGEST)
            low[row.whole] = Step(least, points[row.whole], Side.LEAST, Way.PARTS, parts=parts)
            moved = True
        whole = high[row.whole]
        if whole is not None:
            for part in row.parts:
                rest, known = whole.number - total + _number(low[part]), high[part]
                if known is None or rest < known.number:
                    high[part] = Step(
                        rest, points[part], Side.MOST, Way.REST, whole=whole, parts=parts
                    )
                    moved = True
        return moved

    def _add_highs(self, row: _Row) -> bool:
        low, high, points = self._low, self._high, self._layout.points
        parts = tuple(step for part in row.parts if (step := high[part]) is not None)
        unknown, total = len(row.parts) - len(parts), sum(step.number for step in parts)
        moved = False
        known = high[row.whole]
        if not unknown and total <= LARGEST and (known is None or total < known.number):
            high[row.whole] = Step(total, points[row.whole], Side.MOST, Way.ALL, parts=parts)
            moved = True
        whole = low[row.whole]
        if whole is not None:
            for part in row.parts:
                own = high[part]
                if unknown > (own is None):
                    continue
                rest = whole.number - total + _number(own)
                if rest > _number(low[part]):
                    low[part] = Step(
                        rest, points[part], Side.LEAST, Way.REMAINDER, whole=whole, parts=parts
                    )
                    moved = True
        return moved


def _number(end: _End) -> int:
    return 0 if end is None else end.number


def _higher(one: _End, other: _End) -> _End:
    """Give the higher of two low ends; of equal ones the first, but what is told goes first."""
    if one is None or other is None:
        return other if one is None else one
    if one.number == other.number:
        return other if other.way is Way.TOLD and one.way is not Way.TOLD else one
    return one if one.number > other.number else other


def _lower(one: _End, other: _End) -> _End:
    """Give the lower of two high ends, likewise."""
    if one is None or other is None:
        return other if one is None else one
    if one.number == other.number:
        return other if other.way is Way.TOLD and one.way is not Way.TOLD else one
    return one if one.number < other.number else other


def _told_low(point: Point, told: Sequence[Count]) -> _End:
    count = max(told, key=lambda count: count.low, default=None)
    if count is None or not count.low:
        return None
    return Step(count.low, point, Side.LEAST, Way.TOLD, count.is_exact)


def _told_high(point: Point, told: Sequence[Count]) -> _End:
    ends = [(count.high, count) for count in told if count.high is not None]
    if not ends:
        return None
    number, count = min(ends, key=lambda end: end[0])
    return Step(number, point, Side.MOST, Way.TOLD, count.is_exact)


def _laid_out(known: Iterable[Point], partitions: Sequence[Partition]) -> _Layout:
    lines = _lines(known, partitions)
    points = tuple((measure, time) for measure, times in lines.items() for time in times)
    place = {point: number for number, point in enumerate(points)}
    begins = [_turn(time)[0] for _, time in points]
    spans, first = dict[Measure, tuple[int, int]](), 0
    for measure, times in lines.items():
        spans[measure] = (first, first + len(times))
        first += len(times)
    wholes = Wholes(lines)
    holders = {measure: wholes.of(measure) for measure in lines}
    after: list[list[int]] = []
    for measure, time in points:
        later: list[int] = []
        if measure.tally is Tally.CUMULATIVE and isinstance(time, Moment):
            for line in (measure, *holders[measure]):
                number = following(time, begins, *spans[line])
                if number < spans[line][1]:
                    later.append(number)
        after.append(later)
    return _Layout(
        points,
        opens=frozenset(span[0] for span in spans.values()),
        same=tuple(
            [place[whole, time] for whole in holders[measure] if (whole, time) in place]
            for measure, time in points
        ),
        after=tuple(after),
        rows=tuple(
            _Row(
                place[partition.whole, time],
                tuple(place[part, time] for part in partition.parts),
                partition.exhaustive,
            )
            for partition in partitions
            for time in lines[partition.whole]
        ),
    )


def _lines(known: Iterable[Point], partitions: Sequence[Partition]) -> dict[Measure, list[Time]]:
    """Give the times of each measure in order, those of its fellows in a partition among them."""
    times: dict[Measure, dict[Time, None]] = {}
    for measure, time in known:
        times.setdefault(measure, {})[time] = None
    shared = [[times.setdefault(one, {}) for one in (row.whole, *row.parts)] for row in partitions]
    grown = True
    while grown:
        grown = False
        for fellows in shared:
            together = {time: None for own in fellows for time in own}
            for own in fellows:
                if len(own) < len(together):
                    own.update(together)
                    grown = True
    return {measure: sorted(times[measure], key=_turn) for measure in sorted(times, key=in_turn)}


def _turn(time: Time) -> tuple[datetime, ...]:
    """Order times by when they begin, which is what is looked up."""
    if isinstance(time, Window):
        return (*_turn(time.until), *(() if time.since is None else _turn(time.since)))
    return (time.start, time.end)
