"""A chart as one SVG element, to stand in a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Final, Protocol

from kazfigures.errors import ExtraError
from kazfigures.markup import shown

try:
    import vl_convert
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "vl_convert":
        raise
    raise ExtraError("charts", "drawing charts") from error

__all__ = ["svg"]

_LONG: Final = re.compile(r"-?\d+\.\d{2,}", re.ASCII)
_PLACED: Final = frozenset({"transform", "d", "x", "y", "x1", "x2", "y1", "y2", "width", "height"})
_DROPPED: Final = frozenset({"class", "id", "pointer-events", "role"})


class Chart(Protocol):
    """What can be told in Vega-Lite."""

    def to_dict(self) -> dict[str, object]:
        """Give the Vega-Lite specification."""
        ...


def svg(chart: Chart, description: str) -> str:
    """Draw a chart as one SVG element for a page: no script, no link, nothing from outside.

    The description is what is read out in place of the picture.
    It shrinks with the page, and keeps its shape.
    """
    drawn = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))  # noqa: S314 - our own
    width = round(float(drawn.attrib.get("width", 0)))
    for one in drawn.iter():
        _tidy(one)
        _unlink(one)
    drawn.attrib = {key: drawn.attrib[key] for key in ("viewBox",) if key in drawn.attrib} | {
        "role": "img",
        "aria-label": shown(description),
        "class": "kf-chart",
        "style": f"max-width:{width}px",
    }
    return ET.tostring(drawn, encoding="unicode")


def _tidy(one: ET.Element) -> None:
    """Keep what is drawn, in the plain names that a page has for it, and in short numbers."""
    one.tag = one.tag.rpartition("}")[2]
    one.attrib = {
        key: _LONG.sub(_shorter, value) if key in _PLACED else value
        for key, value in one.attrib.items()
        if not key.startswith(("aria-", "{")) and key not in _DROPPED
    }


def _unlink(parent: ET.Element) -> None:
    """Put what a link holds in its place: a picture that is read as one has no links in it."""
    held = [
        inner
        for child in parent
        for inner in (child if child.tag.rpartition("}")[2] == "a" else [child])
    ]
    parent[:] = held


def _shorter(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 1):g}"
