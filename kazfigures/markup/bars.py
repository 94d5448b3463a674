"""Bars: a range of whole numbers as a small picture, drawn from numbers alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Self, final

from attrs import frozen

from kazfigures.markup.fragments import Fragment, element

__all__ = ["Reach", "bar"]

_WIDTH: Final = 160
_HEIGHT: Final = 14
_ARROW: Final = 7


@final
@frozen(order=False)
class Reach:
    """What the bars of one picture span: from 0 to `most`, with room behind it for open ends."""

    most: int = 1

    @classmethod
    def over(cls, ends: Iterable[int | None]) -> Self:
        """Reach over all ends that are known."""
        return cls(max((end for end in ends if end is not None), default=0) or 1)

    def place(self, number: int) -> float:
        """Where a number stands, in units of the picture."""
        return round(number / self.most * (_WIDTH - 3 * _ARROW) + 1, 1)


def bar(low: int, high: int | None, best: int | None, reach: Reach) -> Fragment:
    """Draw a range: a block from low to high, an arrow where it is open, a tick at the best.

    What it shows is also its text, for who does not see it.

    >>> "16 to 18, best 16; the bar runs from 0 to 18" in str(bar(16, 18, 16, Reach(18)))
    True
    """
    start = reach.place(low)
    end = _WIDTH - _ARROW if high is None else max(reach.place(high), start)
    width = round(max(end - start, 2), 1)
    top, block = 4, _HEIGHT - 8
    pieces = [
        element("line", x1=1, x2=_WIDTH - 1, y1=7, y2=7, class_="kf-track", **_TRACK),
        element("rect", x=start, y=top, width=width, height=block, class_="kf-range", **_RANGE),
    ]
    if high is None:
        tip = f"M{_WIDTH - _ARROW} 2L{_WIDTH} 7L{_WIDTH - _ARROW} 12Z"
        pieces.append(element("path", d=tip, class_="kf-range", **_RANGE))
    if best is not None:
        at = round(reach.place(best) - 1, 1)
        pieces.append(
            element(
                "rect", x=at, y=0, width=3, height=_HEIGHT, class_="kf-best", fill="currentColor"
            )
        )
    return element(
        "svg",
        *pieces,
        class_="kf-bar",
        role="img",
        aria_label=f"{_in_words(low, high, best)}; the bar runs from 0 to {reach.most:,}",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        width=_WIDTH,
        height=_HEIGHT,
    )


_TRACK: Final = {"stroke": "currentColor", "stroke_opacity": ".35"}
_RANGE: Final = {"fill": "currentColor", "fill_opacity": ".55"}


def _in_words(low: int, high: int | None, best: int | None) -> str:
    if high is None:
        said = f"{low:,} or more"
    else:
        said = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return said if best is None or low == high else f"{said}, best {best:,}"
