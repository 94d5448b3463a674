"""Wholes: of the measures at hand, those that hold another, and moments that can be compared.

A measure holds another where its paths begin the other's, and where its outcome is several ("killed
or injured") of which the other's is one or some.
Two definitions are two ways of counting: neither is taken to hold the other, whatever the paths.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeAlias, final

from attrs import field, frozen

from kazfigures.audit.containment import broader, outcomes
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Tally
from kazfigures.rules.estimates import Window

__all__ = ["Time", "Wholes", "following", "in_turn"]

Time: TypeAlias = Moment | Window
"""What a figure is true of: a moment, or for an INCREMENT a window."""

_Family: TypeAlias = tuple[str, str, Tally, str]
_Member: TypeAlias = tuple[str, str, str]


def following(
    moment: Moment, begins: Sequence[datetime], first: int = 0, end: int | None = None
) -> int:
    """Find, in the sorted starts of several moments, the first that a moment precedes.

    A span does not hold its own end, and is over when another begins there; an instant is not.
    """
    find = bisect_right if moment.start == moment.end else bisect_left
    return find(begins, moment.end, first, len(begins) if end is None else end)


def in_turn(measure: Measure) -> tuple[str, ...]:
    """The key that sorts measures: by event, outcome, unit, tally, definition, then by paths."""
    return (
        *(measure.event, measure.outcome, measure.unit, measure.tally, measure.definition),
        *(measure.population, measure.place),
    )


def _once(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(dict.fromkeys(measures))


@final
@frozen(eq=False)
class Wholes:
    """Of some measures, those that hold another.

    >>> everyone = Measure("killed or injured", place="Kazakhstan")
    >>> officers = Measure("killed", population="security forces", place="Kazakhstan/Almaty")
    >>> Wholes([everyone, officers]).of(officers) == [everyone]
    True
    """

    measures: tuple[Measure, ...] = field(converter=_once)

    @cached_property
    def _families(self) -> dict[_Family, dict[_Member, Measure]]:
        families: dict[_Family, dict[_Member, Measure]] = {}
        for measure in self.measures:
            families.setdefault(_family(measure), {})[_member(measure)] = measure
        return families

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(
            path for measure in self.measures for path in (measure.population, measure.place)
        )

    @cached_property
    def _joined(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The outcomes that are several, by each that they join."""
        joined: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for outcome in sorted({measure.outcome for measure in self.measures}):
            several = outcomes(outcome)
            if len(several) > 1:
                for one in several:
                    joined.setdefault(one, []).append((outcome, several))
        return joined

    def of(self, part: Measure) -> list[Measure]:
        """Those that hold the part, itself not among them; the nearest by outcome and paths first.

        They are looked up along the part's paths, so thousands of places cost no more than few.
        """
        members = self._families.get(_family(part))
        if members is None:
            return []
        itself = _member(part)
        places = [path for path in broader(part.place) if path in self._paths]
        return [
            members[member]
            for outcome in (part.outcome, *self._among(part.outcome))
            for population in broader(part.population)
            if population in self._paths
            for place in places
            if (member := (outcome, population, place)) in members and member != itself
        ]

    def _among(self, outcome: str) -> list[str]:
        """Give the outcomes of which this one is some, as "killed" of "killed or injured"."""
        if not self._joined:
            return []
        some = outcomes(outcome)
        candidates = [self._joined.get(one, []) for one in some]
        return [wider for wider, several in min(candidates, key=len) if some < several]


def _family(measure: Measure) -> _Family:
    return (measure.event, measure.unit, measure.tally, measure.definition)


def _member(measure: Measure) -> _Member:
    return (measure.outcome, measure.population, measure.place)
