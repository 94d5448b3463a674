"""The tables that come with the library, by name and by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kazfigures.errors import WordingError
from kazfigures.wording.english import acled, plain
from kazfigures.wording.kazakh import kazakh
from kazfigures.wording.russian import russian
from kazfigures.wording.tables import WordTable

__all__ = ["WORD_TABLES", "word_table"]

WORD_TABLES: Final[Mapping[str, WordTable]] = MappingProxyType(
    {table.name: table for table in (plain, acled, russian, kazakh)}
)
"""Every table by its name."""

_BY_LANGUAGE: Final = {table.language: table for table in (plain, russian, kazakh)}


def word_table(language: str) -> WordTable:
    """Give the table of a language by its code, "en", "ru" or "kk" (others: WordingError).

    >>> word_table("ru").name
    'russian'
    """
    if language not in _BY_LANGUAGE:
        raise WordingError("language", language, f"one of {', '.join(sorted(_BY_LANGUAGE))}")
    return _BY_LANGUAGE[language]
