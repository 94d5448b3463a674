"""Catalogue: the messages of a language, and how it writes numbers, dates and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

from kazfigures.errors import ExtraError, RuleError
from kazfigures.moments import Moment, Precision
from kazfigures.surfaces.words.styles import Style

try:
    from babel import Locale
    from babel.dates import format_date, format_skeleton
    from babel.lists import format_list
    from babel.numbers import format_decimal
    from fluent.runtime import FluentBundle, FluentResource
    from fluent.syntax import ast
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in ("babel", "fluent"):
        raise
    raise ExtraError("words", "writing sentences") from error

__all__ = ["NOTHING", "Catalogue", "catalogue"]

NOTHING: Final = "\x01"
"""Stands for what a sentence leaves out, with the space before it; no text of a ledger holds it."""

# What a message chooses by; every other text takes its place when the message is whole, so that it
# may be of any length and is never read as a message itself.
_CHOSEN_BY: Final = frozenset({"case", "form", "many", "tally", "whom"})
_PLACE: Final = re.compile("\x02([a-z]+)\x02")
_SKELETONS: Final = {Precision.MONTH: "yMMMM", Precision.YEAR: "y"}


class Catalogue:
    """The messages of a style's language, those of the style before them."""

    def __init__(self, style: Style) -> None:
        """Read the messages.

        Raises:
            RuleError: for messages of the style that are no Fluent.
        """
        self._style = style
        self._bundle = FluentBundle([style.locale.replace("_", "-")], use_isolating=False)
        own = files("kazfigures.surfaces.words").joinpath(f"{style.language}.ftl")
        self._bundle.add_resource(FluentResource(own.read_text(encoding="utf-8")))
        before = FluentResource(style.messages)
        for entry in before.body:
            if isinstance(entry, ast.Junk):
                raise RuleError("messages", entry.content, "lines of a Fluent catalogue")
        self._bundle.add_resource(before, allow_overrides=True)

    def has(self, message: str) -> bool:
        """Whether there is such a message."""
        return self._bundle.has_message(message)

    def say(self, message: str, **given: str | int) -> str:
        """Put values in a message.

        Raises:
            RuleError: for a message of a style that asks for what is not given.
        """
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise RuleError("messages", message, "a message with a text")
        placed = {name: _placed(name, value) for name, value in given.items()}
        said, faults = self._bundle.format_pattern(pattern, placed)
        if faults or not isinstance(said, str):
            raise RuleError("messages", message, f"a text that can be filled in ({faults})")
        return _PLACE.sub(lambda place: str(given[place[1]]), said)

    def number(self, number: int) -> str:
        """Write a number, in words where the style has it so."""
        if self._style.digits_in_words and 0 < number < 10 and self.has("digit"):
            return self.say("digit", n=number)
        return format_decimal(number, locale=self._style.locale)

    def words(self, message: str) -> tuple[str, ...]:
        """Give the words that a message lists; none where there is no such message."""
        return tuple(self.say(message).split()) if self.has(message) else ()

    def plural(self, number: int) -> str:
        """Give the plural form that a number takes: one, few, many, other."""
        return Locale.parse(self._style.locale).plural_form(number)

    def date(self, moment: Moment, *, year: bool = True) -> str:
        """Write the day of a moment, or as much of it as is known."""
        told = f"{moment.text.partition('[')[0]}-01-01"
        day = date(int(told[:4]), int(told[5:7]), int(told[8:10]))
        locale = self._style.locale
        if moment.precision is Precision.YEAR and self.has("year"):
            return self.say("year", year=str(day.year))
        if moment.precision in _SKELETONS or not year:
            skeleton = _SKELETONS.get(moment.precision, "MMMMd")
            return format_skeleton(skeleton, day, locale=locale)
        return format_date(day, "long", locale=locale)

    def listed(self, names: Sequence[str]) -> str:
        """List names: A, B and C."""
        return format_list(names, locale=self._style.locale)


def _placed(name: str, value: str | int) -> str | int:
    return value if isinstance(value, int) or name in _CHOSEN_BY else f"\x02{name}\x02"


@lru_cache(maxsize=16)
def catalogue(style: Style) -> Catalogue:
    """Open the catalogue of a style; a style is a value, so each is opened once."""
    return Catalogue(style)
