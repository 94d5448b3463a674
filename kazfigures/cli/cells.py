"""Cells: how the parts of an answer are written in a column or a field."""

from __future__ import annotations

from typing import Final

from kazfigures.counts import Count
from kazfigures.exchange.records.fields import MEASURE
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure
from kazfigures.rules.estimates import Status, Window

__all__ = [
    "high_end",
    "measure_cells",
    "moment_text",
    "said",
    "short_id",
    "span",
    "window_cells",
]

_OPEN: Final = "open"
_SHORT: Final = 8


def measure_cells(measure: Measure | None) -> dict[str, str]:
    """Give the parts of a measure by name, empty where there is none."""
    return {name: "" if measure is None else str(getattr(measure, name)) for name in MEASURE}


def window_cells(window: Window | None) -> dict[str, str | None]:
    """Give what an increment counts over, None where there is no window."""
    since, until = (window.since, window.until) if window else (None, None)
    return {"since": moment_text(since), "until": moment_text(until)}


def short_id(entry: Entry) -> str:
    """Give enough of an id to tell an entry by."""
    return entry.id[:_SHORT]


def moment_text(moment: Moment | None) -> str | None:
    """Give a moment in its canonical form."""
    return None if moment is None else moment.text


def high_end(count: Count | None) -> int | str | None:
    """Give the high end of a range, and the word where it is open."""
    if count is None:
        return None
    return _OPEN if count.high is None else count.high


def span(count: Count | None) -> str:
    """Give a range as people read it."""
    return "no number" if count is None else str(count)


def said(status: Status, count: Count | None) -> str:
    """Give the range of an answer, and nothing where nothing was reported."""
    return "" if status is Status.UNREPORTED else span(count)
