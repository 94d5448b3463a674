"""What all charts share: Altair, the look, and what is said over a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kazfigures.errors import ExtraError
from kazfigures.markup import shown
from kazfigures.surfaces.charts.themes import Theme

try:
    import altair as alt
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "altair":
        raise
    raise ExtraError("charts", "drawing charts") from error

__all__ = ["CROSS", "Row", "alt", "layered", "rows", "wrapped"]

CROSS: Final = "M-1,-1L1,1M-1,1L1,-1"
"""The shape that strikes what was taken back."""

Row = dict[str, str | int | float | bool | list[str] | None]

_SIZE: Final = 12
_TITLE_SIZE: Final = 14
_CAPITAL: Final = 0.68
_LETTER: Final = 0.48
_FOREIGN: Final = 0.57


def rows(told: Sequence[Row]) -> alt.InlineData:
    """Give rows as data that stands in the chart itself, without letters that nobody can see."""
    return alt.InlineData(
        values=[
            {name: shown(value) if isinstance(value, str) else value for name, value in row.items()}
            for row in told
        ]
    )


def wrapped(text: str, width: int, size: int = _SIZE) -> list[str]:
    """Break a text into lines that fit a width in pixels, inside a word where it is too long.

    Nobody knows the font that it will be drawn in, so lines are measured by kinds of letters.
    """
    most = max(1, int(width / (_CAPITAL * size)))
    lines = [""]
    for word in shown(text).split():
        whole = [word] if _breadth(word, size) <= width else _cut(word, most)
        for piece in whole:
            longer = f"{lines[-1]} {piece}".strip()
            if not lines[-1] or _breadth(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def _cut(word: str, most: int) -> list[str]:
    return [word[start : start + most] for start in range(0, len(word), most)]


def _breadth(text: str, size: int) -> float:
    return size * sum(
        _CAPITAL if letter.isupper() else _LETTER if letter.isascii() else _FOREIGN
        for letter in text
    )


def layered(
    layers: Sequence[alt.Chart], theme: Theme, title: str, notes: Sequence[str], height: int
) -> alt.LayerChart:
    """Lay charts over each other, a title and notes over them, in the colours of a theme."""
    said = [line for note in notes for line in wrapped(note, theme.width)]
    headed = theme.has_title
    over = alt.TitleParams(
        text=wrapped(title, theme.width, _TITLE_SIZE) if headed else said,
        subtitle=said if headed else [],
        anchor="start",
        frame="bounds",
        color=theme.ink if headed else theme.quiet,
        fontSize=_TITLE_SIZE if headed else _SIZE,
        fontWeight="bold" if headed else "normal",
        subtitleColor=theme.quiet,
        subtitleFontSize=_SIZE,
        offset=10,
    )
    look = alt.Config(
        aria=False,
        background=theme.paper or "transparent",
        font=theme.font,
        padding=8,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=theme.quiet,
            titleColor=theme.quiet,
            titleFontWeight="normal",
            domainColor=theme.line,
            tickColor=theme.line,
            gridColor=theme.line,
            gridOpacity=0.25,
        ),
        legend=alt.LegendConfig(
            labelColor=theme.ink,
            labelLimit=240,
            orient="bottom",
            direction="horizontal",
            titleFontSize=0,
            columns=max(1, theme.width // 130),
            symbolOpacity=1,
        ),
    )
    return alt.LayerChart(
        layer=list(layers), title=over, width=theme.width, height=height, config=look
    )
