"""Name: a place as a sentence names it, "the southern city of Shymkent" or "Almaty airport"."""

from __future__ import annotations

from typing import Final, NamedTuple

from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.settings.adjuncts import Regions
from kazfigures.drafting.settings.place_words import (
    ADJECTIVES,
    COMMON,
    COMMON_ENDINGS,
    COMPASS,
    DIRECTIONS,
    HEADS,
    JOINED,
    KINDS,
    NO_NAMES,
    NO_PLACES,
    PIECES,
    SHORTENED,
    TRAILING,
)

__all__ = ["Name", "Names"]

_LONGEST: Final = 40
"""No word of a name has more letters."""
_LONG: Final = 5
_MOST: Final = 8
"""No name has more words, and no more stand before it."""


class Name(NamedTuple):
    """A name of a place: its tokens from `first` up to `end`, and where to read on."""

    first: int
    end: int
    after: int
    is_owner: bool = False
    """Whether it stands in the possessive: "Kazakhstan's"."""


class Names:
    """The names of places in a sentence."""

    __slots__ = ("_is_capital", "_regions", "_sentence", "_tokens")

    def __init__(self, regions: Regions) -> None:
        self._regions = regions
        self._sentence = regions.sentence
        self._tokens = self._sentence.tokens
        self._is_capital = self._sentence.is_capital or self._is_headline()

    def _is_headline(self) -> bool:
        """Whether every long word is written with a capital letter, as in some headlines."""
        long = [
            at for at, word in enumerate(self._tokens) if len(word) >= _LONG and word[0].isalpha()
        ]
        return bool(long) and all(map(self._sentence.begins_with_capital, long))

    def word(self, at: int) -> str:
        """Give a token, or nothing beyond the ends."""
        return self._tokens[at] if 0 <= at < len(self._tokens) else ""

    def is_noun(self, at: int) -> bool:
        """Whether a word may be a noun, and begins or ends no figure."""
        word = self.word(at)
        return (
            bool(word)
            and word_class(word) is WordClass.NOUN
            and not word[0].isdecimal()
            and not self._regions.end_at(at)
        )

    def text(self, name: Name, *, is_broader: bool = False) -> str:
        """Give a name as it is written; of a broader place without its direction."""
        first = name.first
        while is_broader and first < name.end - 1 and self._tokens[first] in DIRECTIONS:
            first += 1
        words = self._sentence.words(first, name.end)
        return words[:-2] if self._tokens[name.end - 1].endswith("'s") else words

    def read(self, at: int) -> Name | None:
        """Read a name, with "the southern city of" before it."""
        is_definite = self.word(at) in ("the", "a", "an")
        at += is_definite
        start = at
        for _ in range(_MOST):
            if self._begins_name(at):
                break
            if self.word(at) == "of" and self.word(at - 1) in HEADS:
                if self._is_bearing(at):
                    return None
                at += 1 + (self.word(at + 1) == "the")
            elif self._is_before_name(at):
                at += 1
            else:
                return None
        else:
            return None
        first = at
        while first > start and self._tokens[first - 1] in DIRECTIONS:
            first -= 1
        is_noun = is_definite and self._is_capital and self.word(at - 1) != "of"
        return self._end(first, at, is_noun=is_noun)

    def _is_bearing(self, at: int) -> bool:
        """Whether "of" tells no place but a bearing from it: "a town east of Almaty"."""
        return self.word(at - 1) in COMPASS and self.word(at - 2) not in ("the", "far")

    def _is_before_name(self, at: int) -> bool:
        word = self.word(at)
        if word in KINDS or word in PIECES or word in DIRECTIONS:
            return True
        return not self._is_capital and self.is_noun(at)

    def _begins_name(self, at: int) -> bool:
        """Whether a word may begin a name, or go on with one."""
        word = self.word(at)
        if not 0 < len(word) <= _LONGEST or not word[0].isalpha():
            return False
        noun = word.removesuffix("'s")
        if noun in NO_NAMES or self._regions.end_at(at):
            return False
        if not self._is_capital:
            return self._sentence.begins_with_capital(at)
        if word in JOINED:
            return word not in ("of", "and", "the") and self._joins(at)
        if noun in KINDS or noun in PIECES or noun in DIRECTIONS or noun in COMMON:
            return False
        return self.is_noun(at) and not noun.endswith(COMMON_ENDINGS)

    def _joins(self, at: int) -> bool:
        """Whether small words lead on to more of a name: "Rio de la Plata", "Port-au-Prince"."""
        for place in range(at, at + 4):
            word = self.word(place)
            if word == "and" or (word == "-" and not self._is_hyphen(place)):
                return False
            if word == "the" and self.word(place - 1) not in ("of", "-"):
                return False
            if word not in JOINED:
                return place > at and self._begins_name(place)
        return False

    def _is_hyphen(self, at: int) -> bool:
        """Whether a dash stands between two words without spaces."""
        starts, ends = self._sentence.starts, self._sentence.ends
        return (
            0 < at < len(starts) - 1
            and self.word(at) == "-" not in (self.word(at - 1), self.word(at + 1))
            and ends[at - 1] == starts[at]
            and ends[at] == starts[at + 1]
        )

    def _end(self, first: int, at: int, *, is_noun: bool) -> Name | None:
        """Read on to the end of a name, which may need to say what kind of place it is."""
        after = self._past_names(at)
        last = self.word(after - 1)
        if last.endswith("'s"):
            return None if is_noun else Name(first, after, after, is_owner=True)
        if last in NO_PLACES:
            return None
        for place in range(after, after + 3):
            word = self.word(place)
            if word in HEADS and self.word(place + 1) == "of" and self._is_adjective(after - 1):
                return self.read(place)  # "the Afghan city of Herat"
            if word in TRAILING:
                return Name(first, place + 1, place + 1)
            if not self.is_noun(place):
                break
        if is_noun or self.is_noun(after) or self._is_hyphen(after):
            return None
        return Name(first, after, after)

    def _past_names(self, at: int) -> int:
        """Give the place behind the words of a name itself."""
        after = self._initials(at)
        while after < at + _MOST and not self.word(after - 1).endswith("'s"):
            is_stop = self.word(after) == "." and self.word(after - 1) in SHORTENED
            if not (is_stop or self._begins_name(after) or self._joins(after)):
                break
            after += 1
        return after

    def _initials(self, at: int) -> int:
        """Give the place behind "U.S.", or behind the word that stands here."""
        after = at
        while len(self.word(after)) == 1 and self.word(after + 1) == "." and after < at + _MOST:
            after += 2
        return max(after, at + 1)

    def _is_adjective(self, at: int) -> bool:
        word = self.word(at)
        return word == "." or word.endswith(ADJECTIVES)
