"""Dates: moments as far as a calendar date can tell them."""

from __future__ import annotations

from datetime import datetime

from kazfigures.moments import Moment

__all__ = ["told", "told_date"]


def told_date(moment: Moment) -> str:
    """Give the date on the clocks that a moment was told by: 2022-01-07, 2022-01 or 2022."""
    return moment.text.partition("[")[0][:10]


def told(moment: Moment) -> str:
    """Give an instant in full with its offset, and of a span the date.

    An hour becomes its day: no shorter form than a minute is a time in these vocabularies, and
    the first minute of the hour would be a guess.

    >>> told(Moment("2022-01-07T16:56+06:00")), told(Moment("2022-01-07T16[Asia/Almaty]"))
    ('2022-01-07T16:56:00+06:00', '2022-01-07')
    """
    if moment.is_instant:
        return datetime.fromisoformat(moment.text).isoformat()
    return told_date(moment)
