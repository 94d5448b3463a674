"""Clause: the chunks of a sentence, and the noun phrases that its grammar joins to a word in it.

Nothing is tied by nearness alone: a noun phrase is the subject of a verb, its object, joined to one
of these, or behind "of".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.lexicon.word_classes import WordClass, word_class

__all__ = ["INCLUDING", "SUBORDINATING", "THEM", "Clause", "Place"]

INCLUDING: Final = frozenset(("including", "among"))
"""Before some of those who were just counted."""
THEM: Final = frozenset(("them", "whom", "these", "those", "which"))


class Place(NamedTuple):
    """A noun phrase by its place among the chunks, and how its figure stands to others."""

    at: int
    standing: Standing = Standing.ALONE


SUBORDINATING: Final = frozenset(("after", "before", "since", "until", "because", "as"))
"""Prepositions behind which a clause may stand: "after six men were killed"."""


@final
class Clause:
    """The chunks of a sentence, without what stands in brackets."""

    __slots__ = ("chunks", "count", "tokens")

    def __init__(self, tokens: Sequence[str], chunks: Sequence[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.count = len(chunks)

    def kind(self, at: int) -> Kind | None:
        """What the chunk at a place is; None where there is none."""
        return self.chunks[at].kind if 0 <= at < self.count else None

    def word(self, at: int) -> str:
        """The word that matters of the chunk at a place."""
        return self.chunks[at].word if 0 <= at < self.count else ""

    def has_quantity(self, at: int) -> bool:
        """Whether a noun phrase with a number stands at a place."""
        return self.kind(at) is Kind.NOUN and self.chunks[at].quantity >= 0

    def is_open(self, at: int) -> bool:
        """Whether a verb is "to be", or one behind which a new clause may begin: "said"."""
        chunk = self.chunks[at]
        is_state = chunk.has_be and not chunk.word.endswith("ing")
        return is_state or word_class(chunk.word) is WordClass.SPEAKING

    def behind_attached(self, at: int) -> int:
        """Pass over "of the army", "in Almaty", "on Thursday" behind a noun phrase or verb."""
        while True:
            if self.kind(at) is Kind.TIME:
                at += 1
            elif (
                self.kind(at) is Kind.PREPOSITION
                and self.word(at) not in INCLUDING
                and self.kind(at + 1) in (Kind.NOUN, Kind.TIME)
            ):
                at += 2
            else:
                return at

    def is_of_them(self, at: int) -> bool:
        """Whether a noun phrase goes on with "of them"."""
        return self.word(at + 1) == "of" and self.word(at + 2) in THEM

    def is_behind_of_whom(self, at: int) -> bool:
        """Whether a noun phrase stands behind "of whom"."""
        return self.kind(at - 1) is Kind.RELATIVE and self.word(at - 2) == "of"

    def is_among_them(self, at: int) -> bool:
        """Whether a noun phrase stands behind "among them"."""
        return self.word(at - 1) in THEM and self.word(at - 2) in INCLUDING

    def is_object(self, at: int) -> bool:
        """Whether a noun phrase stands directly behind a verb, as its object."""
        before = self.kind(at - 1)
        if before is Kind.OUTCOME:
            return not self.chunks[at - 1].has_be
        return before is Kind.VERB and not self.is_open(at - 1)
