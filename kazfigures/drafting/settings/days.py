"""Meaning: what "Thursday" or "7 January" is on a given day, and where that is certain.

Nothing here reads words; a meaning is a function of the day on which a text was published.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from kazfigures.errors import MomentError
from kazfigures.moments import Moment, Precision

__all__ = [
    "Meaning",
    "date_of_year",
    "days_before",
    "last_date",
    "last_weekday",
    "month_before",
    "resolve",
    "short_year",
    "weekday_of_last_week",
    "year_before",
]

Meaning = Callable[[date], str | None]
"""What words mean on a day: "2022-01-07", "2022-01" or "2022", or None where that is no date."""


def _text(year: int, month: int | None = None, day: int | None = None) -> str:
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def days_before(today: date, *, days: int) -> str:
    """Give the day so many days before."""
    return (today - timedelta(days)).isoformat()


def last_weekday(today: date, *, number: int, gap: int = 0) -> str:
    """Give the last such day, today too unless a gap of a day is asked for."""
    return days_before(today, days=(today.weekday() - number - gap) % 7 + gap)


def weekday_of_last_week(today: date, *, number: int) -> str:
    """Give such a day of the week before this one, from Monday to Sunday."""
    return days_before(today, days=today.weekday() + 7 - number)


def last_date(today: date, *, year: int | None, month: int | None, day: int | None) -> str | None:
    """Give a date as it is, or the last one until today where its year is not told."""
    if month is None or (year is not None and day is None):
        return _text(year or today.year, month)
    if day is None:
        return _text(today.year - (month > today.month), month)
    years = (year,) if year is not None else range(today.year, today.year - 9, -1)
    for its in years:
        if day <= monthrange(its, month)[1]:
            told = date(its, month, day)
            if year is not None or told <= today:
                return told.isoformat()
    return None


def short_year(today: date, *, month: int, day: int | None, short: int) -> str | None:
    """Give a date whose year is told in two digits, of the hundred years until today."""
    year = today.year - (today.year - short) % 100
    return last_date(today, year=year, month=month, day=day)


def date_of_year(today: date, *, month: int, day: int | None, back: int) -> str | None:
    """Give a date of this year or of one before."""
    return last_date(today, year=today.year - back, month=month, day=day)


def month_before(today: date, *, back: int) -> str:
    """Give the month so many months before."""
    months = today.year * 12 + today.month - 1 - back
    return _text(months // 12, months % 12 + 1)


def year_before(today: date, *, back: int) -> str:
    """Give the year so many years before."""
    return _text(today.year - back)


def resolve(meaning: Meaning | None, reported: Moment) -> Moment | None:
    """Place a date on the time line, where it is the same for all that `reported` may be."""
    if meaning is None:
        return None
    first, last, zone = _days(reported)
    told = meaning(last)
    if told is None or told > last.isoformat() or meaning(first) != told:
        return None
    try:
        return Moment(f"{told}[{zone}]")
    except MomentError:  # a year that no moment has, or a day that the clocks skipped
        return None


def _days(reported: Moment) -> tuple[date, date, str]:
    """Give the first and the last day that it may be, and its zone."""
    told, _, zone = reported.text.removesuffix("]").partition("[")
    if reported.is_instant:
        zone = told[-6:]
    elif reported.precision is Precision.MONTH:
        year, month = int(told[:4]), int(told[5:7])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), zone
    elif reported.precision is Precision.YEAR:
        return date(int(told), 1, 1), date(int(told), 12, 31), zone
    day = date.fromisoformat(told[:10])
    return day, day, zone
