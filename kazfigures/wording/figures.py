"""Figure and Quantity: what words state, alone or in a sentence."""

from __future__ import annotations

import re
from typing import Any, Final, Self, final

from attrs import Attribute, field, frozen

from kazfigures.counts import LARGEST, Count
from kazfigures.errors import WordingError
from kazfigures.wording.english import plain
from kazfigures.wording.grammar import Reading
from kazfigures.wording.tables import WordTable

__all__ = ["Figure", "Quantity", "find"]

_LONGEST: Final = 10_000
_UNCLEAN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_OVERRIDES: Final = frozenset("\u202d\u202e")


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise WordingError(name, value, "text")
    if not value.isprintable() and _UNCLEAN.search(value):
        raise WordingError(name, value, "text without control characters or lone surrogates")


def _wording(value: str) -> str:
    _check_text("wording", value)
    stripped = value.strip()
    if not stripped:
        raise WordingError("wording", value, "the words of a report")
    return stripped


def _check_stated(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and (type(value) is not int or not 0 <= value <= LARGEST):
        raise WordingError(attribute.name, value, f"None or a whole number from 0 to {LARGEST}")


def _check_count(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not Count:
        raise WordingError(attribute.name, value, "a Count")


@final
@frozen(order=False)
class Figure:
    """What was said: the wording, the number that it states, and the count that it allows.

    A vague word and a range state no single number, and `stated` is None.
    A bare round number stays exact: "3,000" allows 3,000 alone, since nothing in the words says
    that it was rounded.
    A figure may also be made by hand with a count that its words do not give: a list of 188 names
    is `Count.at_least(188)`.

    Refused (WordingError): an empty wording, NUL and other control characters but newline and tab,
    lone surrogates, a `stated` that is no whole number.

    >>> Figure.read("more than 2,300 protesters")
    Figure(wording='more than 2,300 protesters', stated=2300, count=Count(2301, None))
    >>> print(Figure("a list of 188 names", 188, Count.at_least(188)))
    a list of 188 names
    """

    wording: str = field(converter=_wording)
    stated: int | None = field(validator=_check_stated)
    count: Count = field(validator=_check_count)

    @classmethod
    def read(cls, text: str, words: WordTable = plain) -> Self:
        """Read the one count that a wording states.

        Refused (WordingError): words that state no count, words that state something else (a share,
        money, an age, an ordinal, a length, a date and so on, which the error names), a number
        that can be read in two ways, and words that state several counts, each of which `find`
        gives.

        >>> Figure.read("dozens, possibly hundreds").count
        Count(24, None)
        >>> Figure.read("70%")
        Traceback (most recent call last):
        ...
        kazfigures.errors.WordingError: wording: expected a count rather than a share, not '70%'
        """
        one = _one(text, words)
        if isinstance(one, str):
            raise WordingError("wording", text, one)
        return cls(text, *one)

    @classmethod
    def read_or_none(cls, text: str, words: WordTable = plain) -> Self | None:
        """Read as `read` does, and give None for words that state no count.

        Words that state several counts are refused all the same (WordingError).

        >>> Figure.read_or_none("an unknown number") is None
        True
        """
        one = _one(text, words)
        return None if isinstance(one, str) else cls(text, *one)

    def __str__(self) -> str:
        """Read as it was said."""
        return self.wording


@final
@frozen(order=False)
class Quantity:
    """A count in a longer text: its words are `text[start:end]`, the hedge and the number.

    The noun is no part of it, unless the hedge stands behind: "23 citizens at least".
    """

    start: int
    end: int
    figure: Figure


def find(text: str, words: WordTable = plain) -> tuple[Quantity, ...]:
    """Find every count that a text states, in order.

    What only looks like a count is passed over, and no piece of it is given: shares, money, ages,
    ordinals, lengths, weights, times, dates, years, labels, footnote marks, and numbers that can be
    read in two ways.
    In a text with U+202D or U+202E, which turn the order of digits, nothing is found.
    A text with control characters but newline and tab, or with lone surrogates, is refused
    (WordingError).

    >>> [str(quantity.figure) for quantity in find("748 wounded and at least 18 killed in 2022")]
    ['748', 'at least 18']
    """
    _check_text("text", text)
    _check_words(words)
    if not _OVERRIDES.isdisjoint(text):
        return ()
    return tuple(
        [
            Quantity(start, end, Figure(text[start:end], stated, Count(low, high)))
            for start, end, stated, low, high in Reading(text, words).found
        ]
    )


def _check_words(words: object) -> None:
    if type(words) is not WordTable:
        raise WordingError("words", words, "a WordTable")


def _one(text: str, words: WordTable) -> tuple[int | None, Count] | str:
    """The one number and count that a wording states, or what to ask for instead of it."""
    wording = _wording(text)
    _check_words(words)
    if not _OVERRIDES.isdisjoint(wording):
        return "words without U+202D and U+202E, which turn the order of digits"
    if len(wording) > _LONGEST:
        raise WordingError("wording", text, f"up to {_LONGEST:,} characters (find reads more)")
    reading = Reading(wording, words)
    found, refused = reading.found, reading.refused
    ones = reading.articles()
    told = len(found) + ones
    if told > 1:
        where = "" if ones else " (find gives each)"
        raise WordingError("wording", text, f"one count rather than {told}{where}")
    bars = [refusal for refusal in refused if refusal.is_bar]
    if told and not bars:
        if not found:
            return 1, Count.exactly(1)
        [(_, _, stated, low, high)] = found
        return stated, Count(low, high)
    if refused:
        return f"a count rather than {(bars or refused)[0].what}"
    return "words that state a count"
