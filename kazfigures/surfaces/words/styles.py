"""Style: how a desk prints figures: its language, its numbers, its dates, its words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, final

from attrs import field, frozen

from kazfigures import wording
from kazfigures.errors import RuleError

__all__ = ["STYLES", "Style", "agency", "kazakh", "plain", "russian"]

LANGUAGES: Final = MappingProxyType(
    {
        "english": ("en_GB", wording.plain),
        "russian": ("ru", wording.russian),
        "kazakh": ("kk", wording.kazakh),
    }
)


def _check_language(_: object, attribute: object, value: object) -> None:
    del attribute
    if not isinstance(value, str) or value not in LANGUAGES:
        raise RuleError("language", value, f"one of {', '.join(LANGUAGES)}")


def _check_most(_: object, attribute: object, value: object) -> None:
    del attribute
    if not isinstance(value, int) or value < 1:
        raise RuleError("most", value, "a whole number from 1 on")


def _check_messages(_: object, attribute: object, value: object) -> None:
    del attribute
    if not isinstance(value, str):
        raise RuleError("messages", value, "lines of a Fluent catalogue")


@final
@frozen(order=False)
class Style:
    """How figures are printed; make another with `attrs.evolve(plain, year=False)`.

    `language` is english, russian or kazakh.
    With `digits_in_words` numbers below ten are words, where the language has them (English has).
    With `year` a date has its year; without, only where the reports are of several years.
    At most `most` sources, and as many camps, are named, and the others counted.
    `messages` are lines of a Fluent catalogue that stand before the language's own: a term for a
    population (`who-miners = miners`), or another turn of phrase.
    A language that is not known is refused, and so is a `most` below 1 (RuleError).
    """

    name: str
    language: str = field(default="english", validator=_check_language)
    digits_in_words: bool = False
    year: bool = True
    most: int = field(default=4, validator=_check_most)
    messages: str = field(default="", validator=_check_messages)

    @property
    def locale(self) -> str:
        """The locale by which numbers, dates and lists are written."""
        return LANGUAGES[self.language][0]

    @property
    def words(self) -> wording.WordTable:
        """The table that reads its figures back."""
        return LANGUAGES[self.language][1]


plain: Final = Style("plain")
"""English, with digits and full dates."""
agency: Final = Style("agency", digits_in_words=True, year=False, most=3)
"""English as agencies print it on the day: words below ten, and dates without a year."""
russian: Final = Style("russian", language="russian")
"""Russian."""
kazakh: Final = Style("kazakh", language="kazakh")
"""Kazakh."""
STYLES: Final = (plain, agency, russian, kazakh)
"""The styles that go by a name."""
