"""Chunk: some words of a sentence that belong together, and what they are to the rest."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import final

from kazfigures.drafting.lexicon.outcomes import Form

__all__ = ["Chunk", "Kind"]


@final
class Kind(IntEnum):
    """What a chunk is."""

    NOUN = auto()
    """A noun phrase, with or without a quantity."""
    OUTCOME = auto()
    """A verb group that tells an outcome."""
    VERB = auto()
    """Any other verb group."""
    PREPOSITION = auto()
    LINK = auto()
    COMMA = auto()
    RELATIVE = auto()
    BREAK = auto()
    """The end of a clause, or the opening of another."""
    TIME = auto()
    BRACKET = auto()


@final
class Chunk:
    """Some tokens of a sentence: those from `first` up to `after`."""

    __slots__ = (
        *("after", "first", "form", "form_after", "form_first", "has_be", "has_have", "is_doubted"),
        *("is_unreal", "kind", "quantity", "quantity_after", "word"),
    )

    def __init__(self, kind: Kind, first: int, after: int, word: str) -> None:
        self.kind = kind
        self.first = first
        self.after = after
        self.word = word
        """The token that matters: the preposition, the link, the last word of a noun phrase."""
        self.quantity = -1
        """Which quantity of the sentence a noun phrase holds, if any, and where that ends."""
        self.quantity_after = first
        self.form: Form | None = None
        """The outcome that it tells, and the tokens that do."""
        self.form_first = first
        self.form_after = after
        self.has_be = False
        self.has_have = False
        self.is_unreal = False
        """Whether it did not happen, for all that is said: "could kill", "did not kill"."""
        self.is_doubted = False
        """Whether it is only feared or believed."""

    def tell(self, form: Form, first: int, after: int) -> None:
        """Note what outcome it tells, in which tokens."""
        self.form, self.form_first, self.form_after = form, first, after

    @property
    def is_long(self) -> bool:
        """Whether it is of several tokens."""
        return self.after - self.first > 1

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and no noun."""
        return self.quantity >= 0 and self.quantity_after == self.after

    @property
    def is_number(self) -> bool:
        """Whether it is digits and no noun."""
        return self.is_bare and self.word.isdecimal()
