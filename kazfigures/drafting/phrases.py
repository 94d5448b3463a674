"""Phrase: words of a text that say one thing, where they stand, and how surely they say it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, final

from attrs import frozen

from kazfigures.observations import Word

__all__ = ["UNCLEAN", "UNSAID", "Certainty", "Phrase", "Span"]

UNCLEAN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and lone surrogates, which are read as spaces."""


class Certainty(Word):
    """How surely a text gives a part of a draft."""

    STATED = "stated"
    """In words beside the figure, of which these are the only reading."""
    INFERRED = "inferred"
    """Worked out: from another sentence, from a noun that was left out, or by the nearest words."""
    UNSAID = "unsaid"
    """Not at all."""


class Span(NamedTuple):
    """Some characters of a text: those of `text[start:end]`."""

    start: int
    end: int


@final
@frozen(order=False)
class Phrase:
    """What some words of a text say: in a form to print, how surely, and where they stand."""

    words: str = ""
    certainty: Certainty = Certainty.UNSAID
    spans: tuple[Span, ...] = ()


UNSAID: Final = Phrase()
"""Of what the text does not say."""
