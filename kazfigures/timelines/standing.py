"""Standing: which reports stand as they come in, at the cost of what moves."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from heapq import heappop, heappush
from typing import TypeAlias, TypeVar, final

from kazfigures.moments import Moment
from kazfigures.observations import Entry, Notice, Observation
from kazfigures.rules.pipeline import call_one, shared_notices
from kazfigures.rules.screens import Screen, one_per_origin
from kazfigures.rules.testimonies import Testimony
from kazfigures.timelines.dockets import Docket

__all__ = ["Standing"]

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", int, tuple[datetime, datetime, str])
_Distance: TypeAlias = tuple[int, tuple[datetime, datetime]]
"""How far a telling is from its origin: through how many relays, and published when."""
_When: TypeAlias = tuple[datetime, datetime, str]
"""A moment as something that sorts by its end, and then by its start."""


@final
class Standing:
    """The reports that the first screens of a rule leave, kept up to date as entries come in.

    Those screens are `withdrawn`, others that judge each report alone, `one_per_origin` and
    `latest_per_source`; what they leave of all that is known is what stands here.
    Only the statements and the claimants that an entry touches are looked at again, so that a
    turn costs as much as what stands, however much was said before.
    """

    def __init__(self, docket: Docket, singles: Sequence[Screen]) -> None:
        """Start with nothing; `singles` are the screens before `one_per_origin`."""
        self._docket = docket
        self._singles = singles
        self._shared: dict[str, list[Notice]] = {}
        self._called: dict[int, Testimony] = {}
        self._origins: dict[str, _Tellings] = {}
        self._claimants: dict[str, _Words] = {}
        self._stands: list[int] = []
        self._moved = False
        self._touched_origins: dict[str, None] = {}
        self._touched_claimants: dict[str, None] = {}

    @property
    def testimonies(self) -> list[Testimony]:
        """What stands, in the order of the ledger."""
        called = self._called
        return [called[number] for number in self._stands]

    def update(self, bearing: Iterable[Entry], seen: int) -> bool:
        """Take in what came to bear on the docket, and tell whether what stands changed.

        `seen` is how many reports the docket had before.
        """
        self._moved = False
        for number in self._to_call(bearing, seen):
            self._call(number)
        for origin in self._touched_origins:
            self._choose_tellings(self._origins[origin])
        for claimant in self._touched_claimants:
            self._choose_words(self._claimants[claimant])
        self._touched_origins.clear()
        self._touched_claimants.clear()
        return self._moved

    def _to_call(self, bearing: Iterable[Entry], seen: int) -> Iterable[int]:
        """Give the reports that are new, or of which a notice is."""
        docket = self._docket
        told = docket.observations
        numbers: dict[int, None] = dict.fromkeys(range(seen, len(told)))
        shared: dict[str, None] = {}
        for number in range(seen, len(told)):
            if docket.asks_ids and told[number].origin and told[number].id in docket.notices:
                shared[told[number].origin] = None
        for entry in bearing:
            if isinstance(entry, Observation):
                continue
            for target in entry.of:
                numbers.update(dict.fromkeys(docket.tellings.get(target, ())))
                about = docket.number(target)
                if about is not None:
                    numbers[about] = None
                    if told[about].origin:
                        shared[told[about].origin] = None
        for origin in shared:
            tellings = docket.tellings[origin]
            found = shared_notices((told[number] for number in tellings), docket.notices)
            if found.get(origin, []) != self._shared.get(origin, []):
                self._shared |= found
                numbers.update(dict.fromkeys(tellings))
        return numbers

    def _call(self, number: int) -> None:
        """Call a report again, and see whether the single screens keep it."""
        observation = self._docket.observations[number]
        before, after = self._called.pop(number, None), self._judged(observation)
        if after is not None:
            self._called[number] = after
        if before == after:
            return
        if before is None:
            self._admit(number, observation)
        elif after is None:
            self._dismiss(number, observation)
        else:
            self._touched_origins |= {observation.origin: None} if observation.origin else {}
            self._moved |= _holds(self._stands, number)

    def _judged(self, observation: Observation) -> Testimony | None:
        """Give a report as the single screens leave it."""
        if observation.figure.count.says_nothing:
            return None
        notices = self._docket.notices
        of_reports = notices if self._docket.asks_ids else {}
        kept: Sequence[Testimony] = (call_one(observation, notices, of_reports, self._shared),)
        for screen in self._singles:
            kept, _ = screen.sift(kept)
        return kept[0] if kept else None

    def _admit(self, number: int, observation: Observation) -> None:
        if observation.origin:
            self._origins.setdefault(observation.origin, _Tellings()).add(number, observation)
            self._touched_origins[observation.origin] = None
        else:
            self._speak(number)

    def _dismiss(self, number: int, observation: Observation) -> None:
        if observation.origin:
            self._origins[observation.origin].remove(number, observation)
            self._touched_origins[observation.origin] = None
        else:
            self._unspeak(number)

    def _choose_tellings(self, tellings: _Tellings) -> None:
        """Let the tellings nearest an origin speak, and those that no longer are fall silent."""
        heads = set(tellings.heads(self._called))
        for number in tellings.chosen - heads:
            self._unspeak(number)
        for number in heads - tellings.chosen:
            self._speak(number)
        tellings.chosen = heads

    def _speak(self, number: int) -> None:
        observation = self._docket.observations[number]
        claimant = observation.source.identity
        self._claimants.setdefault(claimant, _Words()).add(number, observation)
        self._touched_claimants[claimant] = None

    def _unspeak(self, number: int) -> None:
        observation = self._docket.observations[number]
        claimant = observation.source.identity
        self._claimants[claimant].remove(number, observation)
        self._touched_claimants[claimant] = None

    def _choose_words(self, words: _Words) -> None:
        """Let a claimant's last words stand."""
        last = words.last(self._docket.observations)
        if last == words.chosen:
            return
        for number in words.chosen - last:
            _drop(self._stands, number)
        for number in last - words.chosen:
            insort(self._stands, number)
        words.chosen = last
        self._moved = True


@final
class _Tellings:
    """The tellings of one statement that the single screens keep, by how near its origin."""

    def __init__(self) -> None:
        self.chosen: set[int] = set()
        self._by_distance: dict[_Distance, list[int]] = {}
        self._distances: list[_Distance] = []

    def add(self, number: int, observation: Observation) -> None:
        distance = _distance(observation)
        if distance not in self._by_distance:
            self._by_distance[distance] = []
            heappush(self._distances, distance)
        insort(self._by_distance[distance], number)

    def remove(self, number: int, observation: Observation) -> None:
        distance = _distance(observation)
        alike = self._by_distance[distance]
        _drop(alike, number)
        if not alike:
            del self._by_distance[distance]

    def heads(self, called: Mapping[int, Testimony]) -> Sequence[int]:
        """Give the nearest tellings, as `one_per_origin` chooses among those alike."""
        while self._distances and self._distances[0] not in self._by_distance:
            heappop(self._distances)
        if not self._distances:
            return ()
        nearest = self._by_distance[self._distances[0]]
        if len(nearest) == 1:
            return nearest
        told = [called[number] for number in nearest]
        kept, _ = one_per_origin.sift(told)
        stay = {id(testimony) for testimony in kept}
        return [
            number for number, testimony in zip(nearest, told, strict=True) if id(testimony) in stay
        ]


def _distance(observation: Observation) -> _Distance:
    return (len(observation.via), observation.reported.order)


@final
class _Words:
    """What one claimant says, told apart by the moment it speaks of."""

    def __init__(self) -> None:
        self.chosen: set[int] = set()
        self._by_as_of: dict[_When, list[int]] = {}
        self._order: list[_When] = []

    def add(self, number: int, observation: Observation) -> None:
        when = _when(observation.as_of)
        if when not in self._by_as_of:
            self._by_as_of[when] = []
            insort(self._order, when)
        insort(self._by_as_of[when], number)

    def remove(self, number: int, observation: Observation) -> None:
        when = _when(observation.as_of)
        words = self._by_as_of[when]
        _drop(words, number)
        if not words:
            del self._by_as_of[when]
            _drop(self._order, when)

    def last(self, told: Sequence[Observation]) -> set[int]:
        """Give the words that no other follows, as `latest_per_source` tells it.

        Words are numbered in the order of their publication.
        """
        about_newest = _not_over(self._order, lambda when: told[self._by_as_of[when][0]].as_of)
        return {
            number
            for when in about_newest
            for number in _not_over(self._by_as_of[when], lambda number: told[number].reported)
        }


def _when(moment: Moment) -> _When:
    return (moment.end, moment.start, moment.precision)


def _not_over(items: Sequence[_Item], moment: Callable[[_Item], Moment]) -> Sequence[_Item]:
    """Give the items whose moments are not over when the newest of them begins.

    The items are sorted by the end and then the start of their moments, so these come last, and
    only they are looked at.
    """
    newest: datetime | None = None
    for place in range(len(items) - 1, -1, -1):
        one = moment(items[place])
        if newest is None or one.start > newest:
            newest = one.start
        elif one.is_over_by(newest):
            return items[place + 1 :]
    return items


def _holds(ordered: Sequence[int], number: int) -> bool:
    place = bisect_left(ordered, number)
    return place < len(ordered) and ordered[place] == number


def _drop(ordered: list[_Key], key: _Key) -> None:
    del ordered[bisect_left(ordered, key)]
