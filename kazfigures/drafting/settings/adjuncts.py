"""Adjunct: words that say when or where, and which of them go with a figure.

"On Thursday 26 people were killed in Almaty" has two; "The ministry said on Friday" has one that
dates the telling, and "the curfew imposed on Monday" one that dates something else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property
from typing import Final, NamedTuple, Protocol, TypeVar

from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.phrases import Span
from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.settings.steps import FINITE, Step, steps

__all__ = ["Adjunct", "Regions", "Tie"]

_REACH: Final = 60
"""No adjunct goes with a figure that is more words away."""

_NEAREST: Final = 3
_TELLING: Final = frozenset(
    (
        *("according", "citing", "quoting", "quoted", "told", "briefing", "issued", "published"),
        *("speaking", "interview", "interviewed", "conference"),
    )
)
"""Behind these stands when or where something was said, besides behind verbs of saying."""
_VERBS: Final = frozenset((Step.VERB, Step.BEGINNING, Step.HAPPENING))
_WHEN: Final = frozenset((Step.OPENING, Step.AFTER, Step.IN_WHICH))
_ABOUT: Final = frozenset((Step.RELATIVE, Step.IN_WHICH))
_APART: Final = frozenset((Step.BOUND, Step.AFTER, Step.BREAK))


class Adjunct(NamedTuple):
    """The tokens of a sentence from `first` up to `after`."""

    first: int
    after: int


class Tie(IntEnum):
    """How closely an adjunct goes with a figure."""

    NONE = 0
    TELLING = 1
    """It goes with the verb of saying: when or where it was said."""
    NEAR = 2
    """It goes with another figure or another verb of the sentence, and so with this one too."""
    BESIDE = 3
    """Nothing stands between them that it could go with instead."""


class _HasWords(Protocol):
    @property
    def words(self) -> Adjunct: ...


_Words = TypeVar("_Words", bound=_HasWords)


class Regions:
    """The figures of a sentence, each from its number to its outcome word, and what goes with them.

    `sentence` is where they stand.
    Most sentences say neither when nor where, and then nothing of it is asked for.
    """

    def __init__(self, sentence: Sentence, spans: Sequence[Span]) -> None:
        self.sentence = sentence
        self._spans = spans

    @cached_property
    def _regions(self) -> list[Adjunct]:
        starts, ends = self.sentence.starts, self.sentence.ends
        return [
            Adjunct(bisect_left(ends, span.start + 1), bisect_left(starts, span.end))
            for span in self._spans
        ]

    @cached_property
    def _firsts(self) -> frozenset[int]:
        return frozenset(region.first for region in self._regions)

    @cached_property
    def _edges(self) -> frozenset[int]:
        return self._firsts | {region.after - 1 for region in self._regions}

    @cached_property
    def _classes(self) -> list[WordClass]:
        return [word_class(word) for word in self.sentence.tokens]

    @cached_property
    def _steps(self) -> list[Step]:
        return steps(self.sentence.tokens, self._classes, _covered(self._regions))

    def begin_at(self, at: int) -> bool:
        """Whether a figure, or the outcome in front of it, begins with a word."""
        return at in self._firsts

    def end_at(self, at: int) -> bool:
        """Whether a word begins or ends a figure with its outcome, as its number does."""
        return at in self._edges

    def covers(self, at: int) -> bool:
        """Whether a word stands between a figure and its outcome, or is of them."""
        return any(region.first <= at < region.after for region in self._regions)

    def nearest(self, number: int, adjuncts: Sequence[_Words]) -> list[tuple[Tie, int, _Words]]:
        """Give what goes with a figure, of the few nearest adjuncts on either side of it.

        With each stands how closely it goes with it, and how far away it is: one in front counts as
        farther than any behind.
        """
        if not adjuncts:
            return []
        region = self._regions[number]
        behind = bisect_left(adjuncts, region.first, key=lambda one: one.words.first)
        found: list[tuple[Tie, int, _Words]] = []
        for one in adjuncts[max(0, behind - _NEAREST) : behind + _NEAREST]:
            words = one.words
            gap = words.first - region.after
            is_behind = gap >= 0
            if not is_behind:
                gap = max(0, region.first - words.after)
            if gap <= _REACH:
                tie = self._tie(region, words)
                if tie is not Tie.NONE:
                    found.append((tie, gap if is_behind else gap + _REACH, one))
        return found

    def _tie(self, region: Adjunct, adjunct: Adjunct) -> Tie:
        if adjunct.first >= region.after:
            return self._tie_behind(region, adjunct)
        if adjunct.after <= region.first:
            return self._tie_before(region, adjunct)
        return Tie.BESIDE

    def _between(self, first: int, after: int) -> list[Step]:
        """Give what some words do, without those that do nothing."""
        return [step for step in self._steps[first:after] if step is not Step.NOTHING]

    def _word(self, at: int) -> str:
        tokens = self.sentence.tokens
        return tokens[at] if 0 <= at < len(tokens) else ""

    def _class(self, at: int) -> WordClass:
        return self._classes[at] if 0 <= at < len(self._classes) else WordClass.MARK

    def _tie_behind(self, region: Adjunct, adjunct: Adjunct) -> Tie:
        """Go back from the adjunct to the figure, and see what else it may go with."""
        if self._class(adjunct.after) is WordClass.SPEAKING:
            return Tie.TELLING  # "officials in Moscow said"
        if self._is_compared(region, adjunct) or self._is_of_next_subject(region, adjunct):
            return Tie.NONE
        told = iter(self._between(region.after, adjunct.first)[::-1])
        tie = Tie.BESIDE
        for step in told:
            if step is Step.REGION:
                is_joined = all(its is Step.REGION for its in told)
                return Tie.NEAR if is_joined else Tie.NONE
            if step in (Step.VERB, Step.BEGINNING):
                opened = next((its for its in told if its is not Step.VERB), None)
                is_past = step is Step.BEGINNING and opened is Step.AFTER
                return Tie.NEAR if opened in _WHEN and not is_past else Tie.NONE
            if step in _TIES:
                return _TIES[step]
            tie = Tie.NEAR
        return tie

    def _is_compared(self, region: Adjunct, adjunct: Adjunct) -> bool:
        """Whether it goes with another number: "700 fewer than on Thursday", "down from 100 on"."""
        between = self.sentence.tokens[region.after : adjunct.first]
        if between and self._class(adjunct.first - 1) is WordClass.PREPOSITION:
            between.pop()
        moves = (at for at, word in enumerate(between) if word in ("up", "down"))
        is_moved = any(between[at + 1 : at + 2] == ["from"] for at in moves)
        return between[-1:] == ["than"] or "compared" in between or is_moved

    def _is_of_next_subject(self, region: Adjunct, adjunct: Adjunct) -> bool:
        """Whether it goes with the subject of a clause that an "and" begins behind the figure.

        "The raid killed 12, and police in Taraz detained three."
        """
        if "and" not in self.sentence.tokens[region.after : adjunct.first - 1]:
            return False
        following = self._class(adjunct.after)
        return following in FINITE or following is WordClass.VERB

    def _tie_before(self, region: Adjunct, adjunct: Adjunct) -> Tie:
        if self._is_told(region, adjunct):
            return Tie.TELLING
        if self._is_about(region, adjunct):
            return Tie.NEAR
        between = self._between(adjunct.after, region.first)
        is_apart = self._is_begun(adjunct) or not _APART.isdisjoint(between)
        if is_apart or self._is_farther(region, between):
            return Tie.NONE
        if between and between[0] is Step.SPEAKING:
            return Tie.TELLING
        owner = self._owner(region, adjunct)
        if Step.PARTING in between and owner is not Tie.BESIDE:
            return Tie.NONE
        return owner if not between else min(owner, Tie.NEAR)

    def _is_begun(self, adjunct: Adjunct) -> bool:
        """Whether it says when something began: "the offensive launched on Saturday"."""
        at = adjunct.first - 1
        at -= self._class(at) is WordClass.PREPOSITION
        return at >= 0 and self._steps[at] is Step.BEGINNING

    def _is_farther(self, region: Adjunct, between: Sequence[Step]) -> bool:
        """Whether the figure is in a clause about what another verb is about.

        "They met in Geneva to end a war that has left 70,000 dead."
        """
        last = next((at for at in range(len(between) - 1, -1, -1) if between[at] in _ABOUT), 0)
        if not any(step in (Step.VERB, Step.BEGINNING, *_ABOUT) for step in between[:last]):
            return False
        at = region.first - 1
        while self._steps[at] not in _ABOUT:
            if self._class(at) is WordClass.COMMA:
                return False
            at -= 1
        return True

    def _is_about(self, region: Adjunct, adjunct: Adjunct) -> bool:
        """Whether the figure is in a clause about it: "Almaty, where 26 died", "2006, when"."""
        at = adjunct.after
        while at < region.first and self._class(at) in (WordClass.COMMA, WordClass.PREPOSITION):
            at += 1
        if at == region.first or self._class(at) is not WordClass.RELATIVE:
            return self._word(at) in ("where", "when") and at < region.first
        return not self._is_begun(adjunct)

    def _owner(self, region: Adjunct, adjunct: Adjunct) -> Tie:
        """Find what an adjunct in front of a figure goes with: BESIDE where it heads a clause."""
        has_verb = False
        for step in self._between(max(0, adjunct.first - _REACH), adjunct.first)[::-1]:
            if step in (Step.REGION, Step.BOUND):
                return Tie.NEAR if step is Step.REGION else Tie.NONE
            if step is Step.RELATIVE:
                is_owned = not has_verb or self._is_subject(region, adjunct)
                return Tie.NEAR if is_owned else Tie.NONE
            if step not in _VERBS:
                break
            has_verb = has_verb or step is not Step.HAPPENING
        if not has_verb:
            return Tie.BESIDE
        return Tie.NONE if self._is_reduced(region, adjunct) else Tie.NEAR

    def _is_subject(self, region: Adjunct, adjunct: Adjunct) -> bool:
        """Whether what it goes with did it: "the bomb that went off on Monday killed"."""
        between = range(adjunct.after, region.first)
        is_direct = all(self._class(at) not in _CUTS for at in between)
        return is_direct and self._class(region.first) is WordClass.VERB

    def _is_reduced(self, region: Adjunct, adjunct: Adjunct) -> bool:
        """Whether it goes with a participle behind a noun: "the curfew imposed on Monday was"."""
        at = adjunct.first - 1
        at -= self._class(at) is WordClass.PREPOSITION
        if self._class(at) is not WordClass.VERB or self._class(at - 1) in FINITE:
            return False
        following = (self._class(place) for place in range(adjunct.after, region.first))
        decisive = next((its for its in following if its in FINITE or its in _CUTS), None)
        return decisive in FINITE

    def _is_told(self, region: Adjunct, adjunct: Adjunct) -> bool:
        """Whether it stands right before or right behind a verb of saying."""
        for at in range(adjunct.after, min(adjunct.after + 2, region.first)):
            if self._class(at) is WordClass.SPEAKING:
                return True
        for at in range(adjunct.first - 1, max(-1, adjunct.first - 9), -1):
            its = self._class(at)
            if its is WordClass.SPEAKING or self._word(at) in _TELLING:
                return True
            if self._steps[at] is Step.REGION or its in _CUTS or its is WordClass.VERB:
                return False
        return False


def _covered(regions: Sequence[Adjunct]) -> frozenset[int]:
    """Give the tokens of some regions, each looked at once however much they overlap."""
    covered: set[int] = set()
    until = 0
    for region in sorted(regions):
        covered.update(range(max(until, region.first), region.after))
        until = max(until, region.after)
    return frozenset(covered)


_TIES: Final = {
    Step.SPEAKING: Tie.TELLING,
    Step.HAPPENING: Tie.NEAR,
    Step.BOUND: Tie.NONE,
    Step.BUT: Tie.NONE,
    Step.PARTING: Tie.NONE,
    Step.BREAK: Tie.NONE,
}
_CUTS: Final = frozenset((WordClass.COMMA, WordClass.BREAK, WordClass.LINK, WordClass.OPENING))
