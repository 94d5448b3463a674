"""The place of a figure, as the words about it give it: a path, broad to narrow.

A place is told behind "in", "at", "near" and the like, and by its name alone: "the country" and
"the city centre" name none.
Where no capital letters tell a name from a noun, what may be either is no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.settings.adjuncts import Adjunct, Regions, Tie
from kazfigures.drafting.settings.datelines import dateline
from kazfigures.drafting.settings.place_names import Name, Names
from kazfigures.drafting.settings.place_words import BEFORE_NOUNS, MORE_PLACES, NAMELESS, TRAILING

__all__ = ["Places"]

_INSIDE: Final = frozenset(("in", "at", "across", "throughout", "inside", "within"))
_BY: Final = frozenset(("near", "outside", "around"))
"""Behind these stands the nearest place that has a name."""
_PREPOSITIONS: Final = _INSIDE | _BY
_STEPS: Final = 4
"""No path has more steps."""
_LISTED: Final = 8
_BEFORE_NOUNS: Final = frozenset((WordClass.DETERMINER, WordClass.NOUN))
_CLOSING: Final = frozenset(
    (
        *(WordClass.PREPOSITION, WordClass.LINK, WordClass.OPENING, WordClass.TIME),
        *(WordClass.RELATIVE, WordClass.COMMA, WordClass.BREAK, WordClass.QUOTE, WordClass.CLOSES),
    )
)
"""What may follow a name that is no subject."""


class _Place(NamedTuple):
    """A place in a sentence, with its preposition."""

    words: Adjunct
    path: tuple[str, ...]
    """Broad to narrow; nothing where it has no name."""
    is_sure: bool


class Places:
    """The places of a sentence, and which of its figures each goes with."""

    __slots__ = ("_places", "_regions")

    def __init__(self, regions: Regions) -> None:
        self._regions = regions
        is_told = not _PREPOSITIONS.isdisjoint(regions.sentence.tokens)
        self._places = list(_Reading(regions).places()) if is_told else []

    def of(self, number: int) -> Phrase:
        """Give the place that the words about a figure name, as a path, broad to narrow."""
        found = self._regions.nearest(number, self._places)
        told = [one for one in found if one[0] is not Tie.TELLING]
        if not told:
            return UNSAID
        tie, _, best = min(told, key=lambda one: (-one[0], one[1]))
        if not best.path:
            return UNSAID
        is_only = sum(other is Tie.BESIDE for other, *_ in told) == 1
        is_stated = tie is Tie.BESIDE and is_only and best.is_sure
        sentence = self._regions.sentence
        first, after = best.words
        return Phrase(
            "/".join(best.path),
            Certainty.STATED if is_stated else Certainty.INFERRED,
            (Span(sentence.starts[first], sentence.ends[after - 1]),),
        )


class _Reading:
    """The places of a sentence, read from left to right."""

    def __init__(self, regions: Regions) -> None:
        self._tokens = regions.sentence.tokens
        self._first = dateline(regions.sentence)
        self._regions = regions
        self._names = Names(regions)
        self._word = self._names.word

    def places(self) -> Iterator[_Place]:
        """Give every place that may be that of a figure."""
        at = self._first
        while at < len(self._tokens):
            is_place = self._tokens[at] in _PREPOSITIONS and self._word(at - 1) not in BEFORE_NOUNS
            found = self._place(at) if is_place else None
            at += 1
            if found is not None:
                yield found
                at = found.words.after
                if self._word(at) == "," and self._word(at + 1) in _BY:
                    at += 2  # "in Balad, near Baghdad"

    def _place(self, at: int) -> _Place | None:
        """Read a place with its preposition, and the broader ones behind it."""
        name = self._names.read(at + 1)
        if name is None:
            return self._nameless(at)
        is_sure = self._word(at) in _INSIDE
        if name.is_owner:
            owned, after = self._owned(name)
            return _Place(Adjunct(at, after), owned, is_sure)
        end_of_list = self._listed(name)
        if end_of_list is not None:
            name = Name(name.first, end_of_list, end_of_list)
        path = [self._names.text(name)]
        after = name.after
        while len(path) < _STEPS:
            broader = self._broader(after)
            if broader is None:
                break
            path.insert(0, self._names.text(broader, is_broader=True))
            after = broader.after
        is_sure = is_sure and end_of_list is None and not self._is_half(after)
        return _Place(Adjunct(at, after), tuple(path), is_sure)

    def _nameless(self, at: int) -> _Place | None:
        """Read "across the country" and "in this capital", which name nothing."""
        for noun in range(at + 1, at + 6):
            word = self._word(noun)
            if word in NAMELESS:
                return _Place(Adjunct(at, noun + 1), (), is_sure=False)
            if word != "of" and word_class(word or ".") not in _BEFORE_NOUNS:
                return None
        return None

    def _owned(self, name: Name) -> tuple[tuple[str, ...], int]:
        """Read "Kazakhstan's largest city, Almaty" and "Kazakhstan's Almaty region"."""
        at = name.after
        inner = self._names.read(at)
        if inner is None:
            at = self._past_nouns(at)
            if self._word(at) in (",", "of"):
                inner = self._names.read(at + 1)
                if inner is not None and self._word(at) == "," and not self._is_closed(inner.after):
                    inner = None
        if inner is None or inner.is_owner:
            return (self._names.text(name),), at
        return (self._names.text(name, is_broader=True), self._names.text(inner)), inner.after

    def _past_nouns(self, at: int) -> int:
        after = at
        while after < at + 5 and self._names.is_noun(after):
            after += 1
        return after

    def _is_closed(self, at: int) -> bool:
        """Whether what stands here can only come behind a name that is no subject."""
        word = self._word(at)
        return word in ("", ".") or word_class(word) in _CLOSING

    def _broader(self, at: int) -> Name | None:
        """Read ", Kazakhstan," and "in southern Kazakhstan" behind a place."""
        is_apart = self._word(at) in (",", "(")
        at += is_apart
        if self._word(at) in ("in", "of"):
            return self._names.read(at + 1)
        name = self._names.read(at) if is_apart else None
        if name is None:
            return None
        if name.is_owner:  # "Almaty, Kazakhstan's largest city"
            name = name._replace(after=self._past_nouns(name.after), is_owner=False)
        is_first = self._word(name.after) in ("and", "or") and not self._regions.end_at(
            name.after + 1
        )
        return name if self._is_closed(name.after) and not is_first else None

    def _is_half(self, at: int) -> bool:
        """Whether others stand beside it: "in Almaty and two other cities"."""
        if self._word(at) == ",":
            name = self._names.read(at + 1)
            return name is not None and self._word(name.after) in ("and", "or")
        following = self._word(at + 1)
        is_more = following.isdecimal() or following in MORE_PLACES
        is_more = is_more or self._names.read(at + 1) is not None
        return self._word(at) == "and" and is_more and not self._regions.end_at(at + 1)

    def _listed(self, name: Name) -> int | None:
        """Give the end of "Almaty, Taraz and Shymkent"."""
        after = name.after
        for _ in range(_LISTED):
            has_comma = self._word(after) == ","
            is_last = self._word(after + has_comma) in ("and", "or")
            if not has_comma and not is_last:
                return None
            following = self._names.read(after + has_comma + is_last)
            if following is None or following.is_owner:
                return None
            after = following.after
            if is_last:
                is_place = self._word(after - 1) in TRAILING or self._is_closed(after)
                return after if is_place else None
        return None
