"""Noun phrases: a noun with its number, its article and what describes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.tags import DESCRIBING, NOMINAL, VERBAL, Tags
from kazfigures.drafting.lexicon.word_classes import WordClass

__all__ = ["noun_phrase"]

_JOINING: Final = frozenset("-.&@+")
_QUOTED: Final = 8
"""How far the mark may stand that closes a quotation inside a noun phrase."""


def noun_phrase(tags: Tags, at: int, before: Sequence[Chunk]) -> Chunk:
    """Read a noun phrase: up to what can stand in none."""
    is_open = bool(before) and before[-1].kind is Kind.PREPOSITION
    return _Reader(tags, at, is_behind_preposition=is_open).read()


@final
class _Reader:
    """Reads one noun phrase from left to right."""

    __slots__ = ("chunk", "first", "is_behind_preposition", "is_quoted", "tags")

    def __init__(self, tags: Tags, at: int, *, is_behind_preposition: bool) -> None:
        self.tags = tags
        self.first = at
        self.is_behind_preposition = is_behind_preposition
        self.chunk = Chunk(Kind.NOUN, at, at + 1, tags.tokens[at])
        self.is_quoted = False

    def read(self) -> Chunk:
        tags, chunk, at = self.tags, self.chunk, self.first
        while at < tags.count:
            if at in tags.quantities and not (tags.tokens[at] == "one" and at > self.first):
                if chunk.quantity >= 0 or not self._may_be_counted(at):
                    break
                chunk.quantity, at = tags.quantities[at]
                chunk.quantity_after = at
            elif at in tags.told and tags.classes[at] is not WordClass.DETERMINER:
                after = self._behind_told(at)
                if after == at:
                    break
                at = after
            elif self._is_inside(at):
                chunk.form = None
                at += 1
            else:
                break
        chunk.after = max(at, self.first + 1)
        chunk.word = tags.tokens[chunk.after - 1]
        return chunk

    def _is_inside(self, at: int) -> bool:
        """Whether a word that tells no outcome goes on with the noun phrase."""
        tags = self.tags
        match tags.classes[at]:
            case WordClass.NOUN:
                is_inside = True
            case WordClass.DETERMINER:
                is_inside = at == self.first
            case WordClass.QUOTE:
                is_inside = self.is_quoted or self._is_quoting(at)
                self.is_quoted = is_inside and not self.is_quoted
            case WordClass.MARK:
                is_abbreviating = tags.tokens[at] == "." and len(tags.word(at - 1)) == 1
                is_joining = tags.tokens[at] in _JOINING and tags.is_glued(at)
                is_inside = is_joining or (is_abbreviating and at > self.first)
            case WordClass.VERB | WordClass.ADVERB:
                is_inside = self._is_describing(at)
            case _:  # a name that looks like a little word: "members of the UP"
                is_behind_the = at == self.first + 1 and tags.tokens[self.first] == "the"
                is_inside = is_behind_the and len(tags.tokens[at]) == 2
        return is_inside

    def _may_be_counted(self, at: int) -> bool:
        """Whether a quantity here belongs to the words before it: "the 20 hostages"."""
        tags = self.tags
        return at == self.first or all(
            tags.classes[place] in (WordClass.DETERMINER, WordClass.QUOTE, WordClass.ADVERB)
            or tags.tokens[place] in ("other", "last", "first", "same", "latest", "next")
            or tags.tokens[place].endswith(("'s", "s'"))
            for place in range(max(self.first, at - 2), at)
        )

    def _behind_told(self, at: int) -> int:
        """Read a word that tells an outcome; it stays where that ends the noun phrase."""
        tags, chunk = self.tags, self.chunk
        form, after = tags.told[at]
        roles = form.roles
        is_first = at == self.first
        is_open = self.is_behind_preposition and is_first
        if not roles.isdisjoint(NOMINAL) and (
            roles.isdisjoint(VERBAL)
            or is_first
            or tags.is_nominal(at, is_behind_preposition=is_open)
        ):
            chunk.tell(form, at, after)
            return after
        has_noun = after - at == 1 and tags.is_noun(after)  # "wounded soldiers"
        may_describe = not roles.isdisjoint(DESCRIBING) and (
            has_noun or chunk.quantity < 0  # "the wounded"
        )
        if may_describe and (is_first or self._stands_behind_number(at)):
            chunk.tell(form, at, after)
            return self._behind_nouns(after) if has_noun else after
        return at

    def _stands_behind_number(self, at: int) -> bool:
        """Whether only what describes stands between the number and a word."""
        tags = self.tags
        return all(
            tags.classes[place] in (WordClass.ADVERB, WordClass.DETERMINER, WordClass.QUOTE)
            or tags.tokens[place] in ("more", "other", "new")
            for place in range(max(self.chunk.quantity_after, self.first), at)
        )

    def _behind_nouns(self, at: int) -> int:
        """Pass over the nouns that an outcome describes."""
        tags = self.tags
        while at not in tags.told and (
            tags.is_noun(at) or (tags.word_class(at) is WordClass.MARK and tags.is_glued(at))
        ):
            at += 1
        return at

    def _is_quoting(self, at: int) -> bool:
        """Whether a quotation mark here opens a few words of the noun phrase."""
        tags = self.tags
        for place in range(at + 1, min(at + _QUOTED, tags.count)):
            if tags.tokens[place] == tags.tokens[at]:
                return place > at + 1
            if tags.classes[place] not in (
                *(WordClass.NOUN, WordClass.VERB, WordClass.MARK, WordClass.ADVERB),
            ):
                return False
        return False

    def _is_describing(self, at: int) -> bool:
        """Whether a word that ends as a verb describes the noun behind it: "armed men"."""
        tags, behind = self.tags, at + 1
        while tags.word_class(behind) in (WordClass.ADVERB, WordClass.VERB):
            behind += 1
        if not tags.is_noun(behind):
            return False
        before = at - 1
        while before >= self.first and tags.classes[before] in (WordClass.ADVERB, WordClass.QUOTE):
            before -= 1
        return (
            before < self.chunk.quantity_after
            or tags.classes[before] in (WordClass.DETERMINER, WordClass.VERB)
            or tags.tokens[before] in ("other", "more", "-")
        )
