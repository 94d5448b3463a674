"""Parts: what a draft says piece by piece, each with the words of the text behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.errors import ObservationError
from kazfigures.observations import Word, one_line

__all__ = [
    "NOTICE_PARTS",
    "PARTS",
    "Phrases",
    "Standing",
    "check_phrases",
    "check_span",
    "check_type",
    "on_one_line",
    "phrase_of",
    "spans_of",
    "tidy",
]

PARTS: Final = ("figure", "outcome", "population", "place", "claimant", "relay", "as_of")
"""The parts of a draft that have words of the text behind them."""

NOTICE_PARTS: Final = ("kind", "by", "whose", "figure", "instead")
"""The parts of a draft notice that have words of the text behind them."""

Phrases: TypeAlias = tuple[tuple[str, Phrase], ...]


class Standing(Word):
    """How a figure stands to another one of the same text."""

    ALONE = "alone"
    """Nothing in the words ties it to another."""
    FURTHER = "further"
    """In addition to one before it: "another 353", "three more"."""
    OTHERS = "others"
    """Those beside some that were named: "seven others"."""
    PART = "part"
    """Some of those just counted: "including two officers"."""
    TOTAL = "total"
    """All of them, counted anew: "bringing the total to 21"."""


def check_type(name: str, value: object, kind: type[object]) -> None:
    """Refuse a value of another type."""
    if type(value) is not kind:
        article = "an" if kind.__name__[0] in "AEIOU" else "a"
        raise ObservationError(name, value, f"{article} {kind.__name__}")


def check_span(name: str, value: Span) -> None:
    """Refuse what marks no characters."""
    is_span = type(value) is Span and type(value.start) is type(value.end) is int
    if not is_span or not 0 <= value.start < value.end:
        raise ObservationError(name, value, "a Span that starts at 0 or later and ends after that")


def check_phrases(phrases: Phrases, values: Mapping[str, object]) -> None:
    """Refuse words that do not go with what a draft says of its parts."""
    is_held = type(phrases) is tuple and all(type(pair) is tuple for pair in phrases)
    if not is_held or [pair[0] for pair in phrases if len(pair) == 2] != [*values]:
        expected = f"a phrase for each of {', '.join(values)}, in this order"
        raise ObservationError("phrases", phrases, expected)
    for name, phrase in phrases:
        if phrase is UNSAID and not values[name]:
            continue
        check_type(name, phrase, Phrase)
        value, words, certainty, spans = values[name], phrase.words, phrase.certainty, phrase.spans
        check_type(name, certainty, Certainty)
        check_type(name, words, str)
        check_type(name, spans, tuple)
        for span in spans:
            check_span(name, span)
        if certainty is Certainty.UNSAID:
            if shown := value or words or spans:
                raise ObservationError(name, shown, "nothing, since the text leaves it unsaid")
        elif not value:
            raise ObservationError(name, value, f"words, since they are {certainty.value}")
        elif certainty is Certainty.STATED and not spans:
            raise ObservationError(name, phrase, "the spans of the words that state it")


def phrase_of(phrases: Phrases, part: str, parts: Sequence[str]) -> Phrase:
    """Give the words behind one of the parts."""
    for name, phrase in phrases:
        if name == part:
            return phrase
    raise ObservationError("part", part, f"one of {', '.join(parts)}")


def spans_of(phrases: Phrases) -> Iterator[Span]:
    """Give every span of the words behind the parts."""
    for _, phrase in phrases:
        yield from phrase.spans


def tidy(holder: object, *names: str) -> None:
    """Write some names in their canonical form."""
    for name in names:
        given = getattr(holder, name)
        if given != "":
            object.__setattr__(holder, name, one_line(name, given))


def on_one_line(words: str) -> str:
    """Write words of a text as they are read: without its lines."""
    return " ".join(words.split())
