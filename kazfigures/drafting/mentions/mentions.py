"""Mention: a figure of a sentence, and the outcome that the grammar of the sentence ties it to."""

from __future__ import annotations

from typing import NamedTuple, final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Chunk
from kazfigures.drafting.lexicon.outcomes import Outcome, Role

__all__ = ["Mention"]


@final
class Mention(NamedTuple):
    """A figure and its outcome, and the chunks that tell them."""

    quantity: int
    outcome: Outcome
    noun: Chunk
    teller: Chunk
    standing: Standing
    attached_first: int
    attached: int
    """The tokens of what "of" attaches to the noun phrase: from, and up to."""

    @property
    def is_bare(self) -> bool:
        """Whether the noun is left out: "18 were killed", "two of the dead"."""
        return self.noun.is_bare and self.attached_first == self.attached

    @property
    def needs_people(self) -> bool:
        """Whether only a noun of people makes an outcome of the verb: "police held 90"."""
        return self.teller.form is not None and Role.OF_PEOPLE in self.teller.form.roles

    @property
    def is_toll(self) -> bool:
        """Whether it is the count itself that is named: "a toll of 18"."""
        return self.standing is Standing.TOTAL

    @property
    def is_inferred(self) -> bool:
        """Whether the outcome is only feared, or told by what was found: "the bodies of two"."""
        form = self.teller.form
        return self.teller.is_doubted or (form is not None and Role.REMAINS in form.roles)
