"""Words and the counts they state: "more than 2,300 protesters" is 2,301 or more.

A `Figure` keeps the words beside what they allow, and `find` reads a sentence.
The words themselves are data: `plain` is the default, and a newsroom may bring its own `WordTable`.
"""

from __future__ import annotations

from kazfigures.wording.english import acled, plain
from kazfigures.wording.figures import Figure, Quantity, find
from kazfigures.wording.hedges import Hedge
from kazfigures.wording.kazakh import kazakh
from kazfigures.wording.presets import WORD_TABLES, word_table
from kazfigures.wording.russian import russian
from kazfigures.wording.tables import WordTable

__all__ = [
    "WORD_TABLES",
    "Figure",
    "Hedge",
    "Quantity",
    "WordTable",
    "acled",
    "find",
    "kazakh",
    "plain",
    "russian",
    "word_table",
]
