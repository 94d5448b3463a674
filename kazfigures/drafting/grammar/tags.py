"""Tags: what each word of a sentence is, before it is known what it does there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

from kazfigures.drafting.lexicon.outcomes import Lexicon, Role
from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.sentences import Sentence
from kazfigures.wording import Quantity

__all__ = ["DESCRIBING", "NOMINAL", "VERBAL", "Tags"]

VERBAL: Final = frozenset(
    (
        *(Role.BASE, Role.THIRD, Role.PAST, Role.PARTICIPLE, Role.GERUND, Role.STATE),
        *(Role.FATE, Role.FATE_BASE, Role.FATE_THIRD, Role.FATE_GERUND),
    )
)
NOMINAL: Final = frozenset((Role.NOUN, Role.EVENT, Role.TOLL, Role.REMAINS, Role.LOSS))
DESCRIBING: Final = frozenset((Role.PAST, Role.PARTICIPLE, Role.STATE))
_PAST: Final = frozenset((Role.PAST, Role.PARTICIPLE))
_PRESENT: Final = frozenset((Role.BASE, Role.THIRD))
_EITHER: Final = frozenset((Role.BASE, Role.THIRD, Role.GERUND))
"""Forms that may be the noun as well: "murder", "killing"."""


@final
class Tags:
    """The words of a sentence with their classes, quantities and outcomes."""

    __slots__ = ("classes", "count", "quantities", "sentence", "tokens", "told")

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, quantities: Sequence[Quantity]
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.count = len(self.tokens)
        self.classes = [word_class(word) for word in self.tokens]
        if "-" in self.tokens:
            self._join()
        self.told = lexicon.told(self.tokens)
        """By its first token, the outcome that a phrase tells, and where the phrase ends."""
        self.quantities: dict[int, tuple[int, int]] = {}
        """By its first token, the number of a quantity, and where it ends."""
        self._place(quantities)

    def _join(self) -> None:
        """Take words with a hyphen between them for nouns: "so-called", "left-wing"."""
        for at, word in enumerate(self.tokens):
            if word == "-" and self.is_glued(at):
                self.classes[at - 1] = self.classes[at + 1] = WordClass.NOUN

    def _place(self, quantities: Sequence[Quantity]) -> None:
        starts, ends, at = self.sentence.starts, self.sentence.ends, 0
        for number, quantity in enumerate(quantities):
            while at < self.count and ends[at] <= quantity.start:
                at += 1
            first = at
            while at < self.count and starts[at] < quantity.end:
                at += 1
            self.quantities[first] = number, at

    def word(self, at: int) -> str:
        """Give the word at a place; none beyond the sentence."""
        return self.tokens[at] if 0 <= at < self.count else ""

    def word_class(self, at: int) -> WordClass:
        """Give the class of the word at a place; a break beyond the sentence."""
        return self.classes[at] if 0 <= at < self.count else WordClass.BREAK

    def is_glued(self, at: int) -> bool:
        """Whether a mark stands against the words on both its sides."""
        starts, ends = self.sentence.starts, self.sentence.ends
        return 0 < at < self.count - 1 and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]

    def is_noun(self, at: int) -> bool:
        """Whether a noun or an adjective that is no number stands here."""
        return self.word_class(at) is WordClass.NOUN and at not in self.quantities

    def is_nominal(self, at: int, *, is_behind_preposition: bool) -> bool:
        """Whether a word that tells an outcome, and may be a verb, is a noun or adjective here."""
        form, after = self.told[at]
        roles = form.roles
        is_behind_determiner = self.word_class(at - 1) is WordClass.DETERMINER
        if not roles.isdisjoint(NOMINAL) and after - at == 1:
            if self.word(after) == "of" or is_behind_determiner:
                return True
            if not roles.isdisjoint(_EITHER):
                return after not in self.quantities and self.word_class(after) not in (
                    WordClass.DETERMINER,
                    WordClass.PRONOUN,
                )
        if Role.GERUND in roles:
            return self.word(after) == "of"
        if not roles.isdisjoint(_PRESENT) and roles.isdisjoint(_PAST):
            return is_behind_determiner or is_behind_preposition
        if not roles.isdisjoint(DESCRIBING):
            return is_behind_determiner or (is_behind_preposition and self.is_noun(after))
        return False
