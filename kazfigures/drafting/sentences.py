"""Sentence: a text cut where it ends one thought, each with its words and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, final

from kazfigures.wording.tokens import MEANS_THE_SAME, TOKEN, fold

__all__ = ["Sentence", "sentences"]

_ABBREVIATIONS: Final = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "rev", "fr", "st", "sen", "rep", "gov", "pres", "hon"),
        *("gen", "col", "lt", "maj", "capt", "cmdr", "adm", "sgt", "cpl", "pvt", "brig", "insp"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
        *("no", "nos", "vs", "approx", "est", "ca", "inc", "ltd", "co", "corp", "dept", "div"),
        *("jr", "sr", "art", "fig", "vol", "ave", "rd", "mt", "ft", "km", "ret", "spc", "supt"),
    )
)
"""After these a full stop ends no sentence."""
_DAYS: Final = frozenset(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Jan", "Feb")
)
_LOOK_AHEAD: Final = 20
_ENDS: Final = frozenset(".!?\u2026")
_CLOSING: Final = frozenset("\"')]}")
_LONGEST: Final = 160
"""So many words are a sentence at most: whatever has more is no prose, and is cut."""
_WIDE: Final = 100
"""A text with longer lines is not broken into lines by width, so each line is a paragraph."""
_BULLET: Final = re.compile(r"[ \t]*(?:[-*\u2013\u2014\u2022\u25cf\u25aa\u00b7]|\d{1,2}[.)])[ \t]")
_LINE: Final = re.compile(r"\n")
_DIGIT: Final = re.compile(r"\d")
_LABEL: Final = re.compile(r"[ \t]*[^\W\d_][^\n.,:;]{0,60}:[ \t]*[~<>+]?\d")
"""A line that only says how many: "Killed: 18"."""
_SHORT: Final = 0.6
_NARROW: Final = 40
"""No column is so narrow, so each line of a text without longer ones is a paragraph."""


@final
class Sentence:
    """A sentence of a text: its words in one case, and where each stands in the text.

    `tokens` are words, numbers and single marks; quotes and hyphens of every kind are one kind.
    `paragraph` counts the paragraphs, `is_capital` says that it is written in capitals throughout,
    so that a capital letter tells nothing, and `has_digits` that a number in digits is in it.
    """

    __slots__ = (
        *("end", "ends", "has_digits", "is_capital", "paragraph", "start", "starts", "text"),
        "tokens",
    )

    def __init__(
        self, text: str, paragraph: int, tokens: list[str], starts: list[int], ends: list[int]
    ) -> None:
        self.text = text
        self.paragraph = paragraph
        self.tokens = tokens
        self.starts = starts
        self.ends = ends
        self.start = starts[0]
        self.end = ends[-1]
        self.is_capital = text[self.start : self.end].isupper()
        self.has_digits = _DIGIT.search(text, self.start, self.end) is not None

    def words(self, first: int, after: int) -> str:
        """Give the words from one token up to another as they were written, on one line."""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split())

    def begins_with_capital(self, at: int) -> bool:
        """Whether a word is written with a capital letter, where that tells something."""
        return not self.is_capital and self.text[self.starts[at]].isupper()


def sentences(text: str) -> Iterator[Sentence]:
    """Cut a text into sentences, in one pass.

    A paragraph, a headline or a line of a list ends a sentence too; a full stop of an abbreviation
    or a number does not.
    """
    folded = fold(text, MEANS_THE_SAME)
    breaks = iter((*_breaks(text), len(text)))
    following_break = next(breaks)
    paragraph = 0
    tokens: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    is_over = False
    for match in TOKEN.finditer(folded):
        start, end = match.span()
        piece = match[0]
        if tokens:
            is_new = following_break < start
            if is_new or (is_over and _may_begin(text, ends[-1], start)) or len(tokens) >= _LONGEST:
                yield Sentence(text, paragraph, tokens, starts, ends)
                tokens, starts, ends = [], [], []
                is_over = False
        paragraph += following_break < start
        while following_break < start:
            following_break = next(breaks)
        if piece in _ENDS:
            is_over = not (tokens and piece == "." and _is_abbreviated(text, tokens, ends, end))
        elif is_over and not (piece in _CLOSING and ends[-1] == start):
            is_over = False
        tokens.append(piece)
        starts.append(start)
        ends.append(end)
    if tokens:
        yield Sentence(text, paragraph, tokens, starts, ends)


def _may_begin(text: str, end: int, start: int) -> bool:
    """Whether a sentence may begin here, behind what may end one."""
    if start == end:
        return False
    first = text[start]
    return not first.islower() or text.startswith("\n", end)


def _is_abbreviated(text: str, tokens: list[str], ends: list[int], end: int) -> bool:
    """Whether the full stop that ends here belongs to the word before it."""
    word = tokens[-1]
    if ends[-1] != end - 1:
        return False
    if word == "m" and tokens[-2:-1] == ["."]:  # "at 3 p.m. Monday", and "by 3 p.m. He said"
        following = text[end : end + _LOOK_AHEAD].split()
        return not following or not following[0].istitle() or following[0].strip(",.") in _DAYS
    if word in ("no", "nos", "art", "fig"):
        return text[end : end + 2].strip().isdigit()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _breaks(text: str) -> list[int]:
    """Find where paragraphs end: at blank lines, and at line ends that no column width made."""
    lines = text.split("\n")
    width = max(map(len, lines))
    found: list[int] = []
    place = -1
    for line, following in pairwise(lines):
        place += len(line) + 1
        is_break = (
            not following.strip()
            or not line.strip()
            or not _NARROW < width <= _WIDE
            or len(line) < _SHORT * width
            or _BULLET.match(following) is not None
            or _LABEL.match(following) is not None
        )
        if is_break:
            found.append(place)
    return found
