"""Text as tables look it up: one case, one kind of hyphen and quote, split into tokens.

Every character keeps its place, so a token's span is a span of the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["INVISIBLE", "LONGEST_WORD", "MEANS_THE_SAME", "TOKEN", "composed", "fold"]

INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060"
    "\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_UNSEEN: Final = dict.fromkeys(map(ord, INVISIBLE))
LONGEST_WORD: Final = 100
"""No longer one is known, and a run of accents costs the square of its length to put in order."""

TOKEN: Final = re.compile(
    r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))+|\d+)"  # a number
    rf"(?:[.,:/'_\u066c{INVISIBLE}]\d+)*"
    rf"|[^\W\d_]+(?:[\u0300-\u036f{INVISIBLE}][^\W\d_]*|'[^\W\d_]+)*"  # a word
    rf"|[^\s{INVISIBLE}]"  # a mark
)
"""A number with all the marks inside it, right or wrong; a word; or one mark."""

MEANS_THE_SAME: Final = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"'),
    **{zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
}
"""Kinds of hyphen and quote, and the two digit scripts besides ASCII that are read."""


def fold(text: str, same: dict[int, str]) -> str:
    """Give the text in one case and one set of marks, each character in its place."""
    folded = text.casefold()
    if text.isascii():
        return folded
    if len(folded) != len(text):
        folded = "".join([_fold_one(character) for character in text])
    return folded.translate(same)


def _fold_one(character: str) -> str:
    folded = character.casefold()
    return folded if len(folded) == 1 else character


def composed(token: str, same: dict[int, str]) -> str:
    """Give a token with loose accents or invisible characters in it as tables write it."""
    seen = token.translate(_UNSEEN)
    if len(seen) <= LONGEST_WORD:
        seen = unicodedata.normalize("NFC", seen)
    return seen.translate(same)
