"""Last words: what each claimant last said of a measure at a moment, and what that holds it to.

What a claimant said before of the same moment no longer stands.
Where several of its reports are equally late, they allow what any of them does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Self, TypeAlias, final

from attrs import frozen

from kazfigures.audit.parts.wholes import Time, following
from kazfigures.audit.relays import grouped, last_reported
from kazfigures.counts import Count
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Observation, Tally
from kazfigures.rules.estimates import Window
from kazfigures.rules.testimonies import hull

__all__ = ["Ceilings", "Said", "Series", "Teller", "Word", "by_measure", "by_teller"]

Teller: TypeAlias = tuple[str, str]
"""A claimant, or a statement that relays repeat: one that should agree with itself."""


@final
@frozen(eq=False)
class Word:
    """A claimant's last words on a measure at a moment."""

    claimant: str
    time: Time
    count: Count
    observations: tuple[Observation, ...]

    @property
    def measure(self) -> Measure:
        """What it counts."""
        return self.observations[0].measure

    @property
    def high(self) -> int:
        """The high end, which must not be open."""
        return self.count.high or 0

    @property
    def tellers(self) -> list[Teller]:
        """Whose words they are: the claimant's, and those of the statements repeated."""
        origins = dict.fromkeys(one.origin for one in self.observations if one.origin)
        return [("claimant", self.claimant), *(("origin", origin) for origin in origins)]


@final
@frozen(eq=False)
class Ceilings:
    """The least that words on one measure hold it to, at each moment and from each moment on."""

    at: Mapping[Time, Word]
    begins: Sequence[datetime]
    onward: Sequence[Word]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Self:
        """Take the high ends of some words; of equal ones those of the earlier moment."""
        at: dict[Time, Word] = {}
        for word in words:
            if word.count.high is not None:
                lowest = at.setdefault(word.time, word)
                if word.high < lowest.high:
                    at[word.time] = word
        timed = [(time.start, word) for time, word in at.items() if isinstance(time, Moment)]
        timed.sort(key=itemgetter(0), reverse=True)
        onward = list(accumulate((word for _, word in timed), _lower))
        return cls(at, [start for start, _ in reversed(timed)], onward[::-1])

    def after(self, time: Time) -> Word | None:
        """Give the lowest of all that a moment precedes: those bound a CUMULATIVE."""
        place = following(time, self.begins) if isinstance(time, Moment) else len(self.begins)
        return self.onward[place] if place < len(self.onward) else None


@final
@frozen(eq=False)
class Series:
    """What one teller says of one part, moment by moment."""

    at: Mapping[Time, Word]
    overs: Sequence[tuple[datetime, bool]]
    in_order: Sequence[Word]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Self:
        """Put words in the order in which their moments are over; of one moment the lowest."""
        at: dict[Time, Word] = {}
        for word in words:
            lowest = at.setdefault(word.time, word)
            if word.count.low < lowest.count.low:
                at[word.time] = word
        timed = [
            ((time.end, time.start == time.end), word)
            for time, word in at.items()
            if isinstance(time, Moment) and word.measure.tally is Tally.CUMULATIVE
        ]
        timed.sort(key=itemgetter(0))
        return cls(at, [over for over, _ in timed], [word for _, word in timed])

    def by(self, time: Time) -> Word | None:
        """Give the newest words by a moment: those of the moment, or else that precede it."""
        word = self.at.get(time)
        if word is None and isinstance(time, Moment):
            place = bisect_right(self.overs, (time.start, False))
            word = self.in_order[place - 1] if place else None
        return word


@final
@frozen(eq=False)
class Said:
    """All that is said of one measure."""

    measure: Measure
    observations: Sequence[Observation]

    @property
    def is_cumulative(self) -> bool:
        """Whether it never falls."""
        return self.measure.tally is Tally.CUMULATIVE

    @cached_property
    def words(self) -> list[Word]:
        """Each claimant's last words on each moment."""
        said: dict[tuple[str, Time], list[Observation]] = {}
        for one in self.observations:
            time = _time(one)
            if time is not None:
                said.setdefault((one.source.identity, time), []).append(one)
        return [_word(claimant, time, told) for (claimant, time), told in said.items()]

    @cached_property
    def floors(self) -> list[Word]:
        """The words that hold a part up: those that their claimant has not since brought down."""
        if not self.is_cumulative:
            return self.words
        own = {
            claimant: Ceilings.of(words)
            for claimant, words in by_teller(self.words).items()
            if claimant[0] == "claimant"
        }
        since = [own["claimant", word.claimant].after(word.time) for word in self.words]
        return [
            word
            for word, least in zip(self.words, since, strict=True)
            if least is None or word.count.low <= least.high
        ]

    @cached_property
    def ceilings(self) -> Ceilings:
        """What anybody's words hold a whole to."""
        return Ceilings.of(self.words)

    @cached_property
    def ceilings_by_teller(self) -> Mapping[Teller, Ceilings]:
        """What the words of each claimant and of each statement hold it to."""
        return {teller: Ceilings.of(words) for teller, words in by_teller(self.words).items()}

    @cached_property
    def trough(self) -> int | None:
        """The lowest number that any report allows no more than."""
        return min([high for _, high in self._ends.values() if high is not None], default=None)

    @cached_property
    def _ends(self) -> dict[tuple[datetime, ...], tuple[int, int | None]]:
        """The highest low and the lowest high of all reports, by moment."""
        ends: dict[tuple[datetime, ...], tuple[int, int | None]] = {}
        for one in self.observations:
            as_of, count = one.as_of, one.figure.count
            key: tuple[datetime, ...] = (as_of.start, as_of.end)
            if one.since is not None:
                key += (one.since.start, one.since.end)
            low, high = count.low, count.high
            if key in ends:
                highest, lowest = ends[key]
                low = max(low, highest)
                high = lowest if high is None else high if lowest is None else min(high, lowest)
            ends[key] = (low, high)
        return ends

    @cached_property
    def _onward(self) -> tuple[list[datetime], list[int]]:
        """The starts of moments with a high end, and the lowest of those from each start on."""
        highs = [(key[0], high) for key, (_, high) in self._ends.items() if high is not None]
        highs.sort(reverse=True)
        lowest = list(accumulate((high for _, high in highs), min))
        return [start for start, _ in reversed(highs)], lowest[::-1]

    def may_exceed(self, whole: Said) -> bool:
        """Whether any report of this is above any of a whole; quick, as it builds no words."""
        if whole.trough is None:
            return False
        starts, lowest = whole._onward if self.is_cumulative else ([], [])
        for key, (low, _) in self._ends.items():
            if low > whole.trough:
                _, high = whole._ends.get(key, (0, None))
                if high is not None and low > high:
                    return True
                start, end = key[:2]
                place = (bisect_right if start == end else bisect_left)(starts, end)
                if place < len(starts) and low > lowest[place]:
                    return True
        return False


def by_measure(observations: Iterable[Observation]) -> dict[Measure, Said]:
    """Group reports by what they count."""
    said = grouped(observations, lambda one: one.measure)
    return {measure: Said(measure, together) for measure, together in said.items()}


def by_teller(words: Iterable[Word]) -> dict[Teller, list[Word]]:
    """Group words by the claimants and the statements that they are of."""
    tellers: dict[Teller, list[Word]] = {}
    for word in words:
        for teller in word.tellers:
            tellers.setdefault(teller, []).append(word)
    return tellers


def _time(observation: Observation) -> Time | None:
    """Say what a figure is true of; nothing is known of a window that nobody opened."""
    if observation.measure.tally is not Tally.INCREMENT:
        return observation.as_of
    since = observation.since
    return None if since is None else Window(since, observation.as_of)


def _word(claimant: str, time: Time, told: Sequence[Observation]) -> Word:
    last = last_reported(told)
    return Word(claimant, time, hull([one.figure.count for one in last]), tuple(last))


def _lower(one: Word, other: Word) -> Word:
    return other if other.high <= one.high else one
