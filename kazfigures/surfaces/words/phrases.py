"""Phrase: a count in words, of numbers that somebody said, which reads back as no less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from math import inf
from typing import Final, final

from attrs import frozen

from kazfigures.counts import Count
from kazfigures.errors import WordingError
from kazfigures.observations import Observation
from kazfigures.surfaces.words.catalogues import Catalogue
from kazfigures.surfaces.words.styles import Style
from kazfigures.wording import WORD_TABLES, Figure, WordTable, find

__all__ = ["Phrase", "phrase"]

_NUMBER: Final = re.compile(r"[0-9](?:[0-9]|[, .\u00a0\u202f](?=[0-9]{3}(?![0-9])))*", re.ASCII)
_LONGEST: Final = 200
_SEVERAL: Final = 5
_NO_HEDGES: Final = ("", "nearly")
_SEPARATOR: Final = re.compile(r"[^0-9]")


@final
@frozen(order=False)
class Phrase:
    """Words, the count that they read back as, the number a noun goes with, and its case.

    The case is nominative after a bare number or "nearly", genitive after other hedges, and vague
    for "dozens".
    """

    words: str
    count: Count
    number: int
    case: str = "genitive"

    @property
    def order(self) -> tuple[float, float, bool]:
        """What sorts phrases that hold the same range: the tighter first, then the plainer."""
        high = inf if self.count.high is None else self.count.high
        return (high - self.count.low, -self.count.low, self.case != "nominative")


def phrase(
    range_: Count, reports: Sequence[Observation], style: Style, catalogue: Catalogue
) -> Phrase | None:
    """Give the tightest words for a range that are made of numbers of the reports.

    What the words read back as holds the whole range: a bound may be looser than the range has it,
    where nobody said the number itself, and is never tighter.
    None where nothing that was said holds it.
    """
    if range_ == Count.exactly(0):
        return Phrase(catalogue.say("nobody"), range_, 0, "nominative")
    numbers = sorted({number for report in reports for number in _said(report.figure)})
    counts = {report.figure.count for report in reports}
    told = [
        *_hedged(numbers, counts, style, catalogue),
        *_bounded(range_, numbers, style, catalogue),
        *_between(range_, numbers, style, catalogue),
        *_vague(reports, style, catalogue),
    ]
    holding = [one for one in told if range_.within(one.count)]
    return min(holding, key=lambda one: one.order, default=None)


def _said(figure: Figure) -> Iterator[int]:
    """Give the number that a figure states, and the ends of a range that it prints.

    Where no table reads the words as the count, a desk has taken them for it, and its ends stand.
    """
    if figure.stated is not None:
        yield figure.stated
    printed = {int(_SEPARATOR.sub("", one)) for one in _NUMBER.findall(figure.wording[:_LONGEST])}
    by_hand = not any(_reads(figure, table) for table in WORD_TABLES.values())
    for end in (figure.count.low, figure.count.high):
        if end and (by_hand or (figure.stated is None and end in printed)):
            yield end


def _reads(figure: Figure, table: WordTable) -> bool:
    found = find(figure.wording, table)
    return len(found) == 1 and found[0].figure.count == figure.count


def _hedged(
    numbers: Sequence[int], counts: AbstractSet[Count], style: Style, catalogue: Catalogue
) -> Iterator[Phrase]:
    """Give a number alone, about it, and with narrower hedges where somebody used them."""
    for number in numbers:
        if number:
            yield from _read("", number, style, catalogue)
            yield from _read("about", number, style, catalogue)
            for hedge in ("nearly", "just-over"):
                for one in _read(hedge, number, style, catalogue):
                    if one.count in counts:
                        yield one


def _bounded(
    range_: Count, numbers: Sequence[int], style: Style, catalogue: Catalogue
) -> Iterator[Phrase]:
    """Give a bound below the range or above it."""
    most = inf if range_.high is None else range_.high
    nearest = {
        "at-least": max((one for one in numbers if 0 < one <= range_.low), default=None),
        "more-than": max((one for one in numbers if 0 < one < range_.low), default=None),
        "at-most": min((one for one in numbers if one >= most), default=None),
        "fewer-than": min((one for one in numbers if one > most), default=None),
    }
    for hedge, number in nearest.items():
        if number is not None:
            yield from _read(hedge, number, style, catalogue)


def _between(
    range_: Count, numbers: Sequence[int], style: Style, catalogue: Catalogue
) -> Iterator[Phrase]:
    """Give bounds of which one or both are "about" a number, and what lies between two."""
    lows: list[tuple[int, str, int]] = []
    highs: list[tuple[int, str, int]] = []
    for number in filter(None, numbers):
        for hedge in ("", "about"):
            for one in _read(hedge, number, style, catalogue):
                if one.count.low <= range_.low:
                    lows.append((-one.count.low, one.words, number))
                high = one.count.high
                if high is not None and range_.high is not None and high >= range_.high:
                    highs.append((high, one.words, number))
    lowest, highest = sorted(lows)[:1], sorted(highs)[:1]
    for (_, less, least), (_, more, most) in zip(lowest, highest, strict=False):
        if least != most:
            words = catalogue.say("between", low=less, high=more)
            yield from _back(words, "genitive", most, style)
    for hedge, near in (("at-least-about", lowest), ("at-most-about", highest)):
        for _, _, number in near:
            yield from _read(hedge, number, style, catalogue)


def _read(hedge: str, number: int, style: Style, catalogue: Catalogue) -> Iterator[Phrase]:
    case = "nominative" if hedge in _NO_HEDGES else "genitive"
    written = catalogue.number(number)
    if not hedge:
        yield from _back(written, case, number, style)
    elif catalogue.has(hedge):
        words = catalogue.say(hedge, n=written, last=_last(number))
        yield from _back(words, case, number, style)


def _back(words: str, case: str, number: int, style: Style) -> Iterator[Phrase]:
    """Read words back; what the language cannot read is not printed."""
    try:
        yield Phrase(words, Figure.read(words, style.words).count, number, case)
    except WordingError:
        return


def _vague(reports: Iterable[Observation], style: Style, catalogue: Catalogue) -> Iterator[Phrase]:
    """Give vague words as they were said, or by one of the style's language: "dozens"."""
    vague = [report.figure for report in reports if report.figure.stated is None]
    for figure in vague:
        found = find(figure.wording, style.words)
        if _reads(figure, style.words):
            words = figure.wording[found[0].start : found[0].end]
            yield Phrase(words[:1].lower() + words[1:], figure.count, _SEVERAL, "vague")
    if any(figure.count.high is None for figure in vague):
        for words in catalogue.words("vague"):
            yield from _back(words, "vague", _SEVERAL, style)


def _last(number: int) -> int:
    """Give the last word of a number: 5 of 25, 20 of 120, 1,000 of 3,000."""
    for unit in (10, 100, 1000):
        if number % unit:
            return number % unit if unit < 1000 else 100
    for unit in (10**9, 10**6):
        if number % unit == 0:
            return unit
    return 1000
