"""Marks: words of a text set apart where they stand, though they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Final, NamedTuple, final

from kazfigures.markup.fragments import Content, Fragment, element, joined

__all__ = ["Mark", "marked"]

_LINE: Final = re.compile("\n")


@final
class Mark(NamedTuple):
    """Characters of a text to set apart, by a class and by what it says of them."""

    start: int
    end: int
    name: str
    says: str


def marked(words: str, marks: Iterable[Mark], behind: Mapping[int, Content]) -> Fragment:
    """Set a text in its paragraphs and lines, with marks in it, and contents behind some places.

    Marks may overlap: each is cut wherever another begins or ends, and drawn around every piece.
    Of several marks of one name, the one that began last is drawn.
    It takes one pass, however many there are.

    >>> print(marked("18 killed", [Mark(0, 2, "kf-figure", "figure")], {2: "*"}))
    <p><span class="kf-marked kf-figure" title="figure">18</span>* killed</p>
    """
    held = sorted(mark for mark in marks if mark.start < mark.end)
    breaks = [line.start() for line in _LINE.finditer(words)]
    places = {0, len(words), *behind, *breaks, *(place + 1 for place in breaks)}
    places.update(place for mark in held for place in (mark.start, mark.end))
    lines: list[list[Content]] = [[]]
    pieces = pairwise(sorted(places))
    for (start, end), over in zip(pieces, _over(held, sorted(places)), strict=False):
        lines[-1].append(behind.get(start))
        if words[start] == "\n":
            lines.append([])
            continue
        piece: Content = words[start:end].replace("\r", " ")
        for mark in over:
            piece = element("span", piece, class_=f"kf-marked {mark.name}", title=mark.says)
        lines[-1].append(piece)
    lines[-1].append(behind.get(len(words)))
    return joined(_paragraphs(words, lines))


def _over(marks: Iterable[Mark], places: Iterable[int]) -> Iterator[list[Mark]]:
    """Give the marks over each place, one of a name; marks are in the order in which they begin."""
    coming = [*marks][::-1]
    begun: dict[str, list[Mark]] = {}
    for place in places:
        while coming and coming[-1].start <= place:
            mark = coming.pop()
            begun.setdefault(mark.name, []).append(mark)
        for stack in begun.values():
            while stack and stack[-1].end <= place:
                stack.pop()
        yield [stack[-1] for stack in begun.values() if stack]


def _paragraphs(words: str, lines: Iterable[Iterable[Content]]) -> Iterator[Fragment]:
    drawn = zip(words.split("\n"), lines, strict=True)
    for has_words, paragraph in groupby(drawn, key=lambda line: bool(line[0].strip())):
        if has_words:
            yield element("p", joined((joined(line) for _, line in paragraph), element("br")))
