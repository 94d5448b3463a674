"""Moment: an instant, or a span known only to the hour, day, month or year.

Reports say "16:56 on 7 January" and "on 7 January"; the second is a span of 24 hours in some zone,
and treating it as an instant invents knowledge.
Two moments order only when one is over before the other begins; otherwise they overlap.
No clock is read here and no zone is assumed.
This is the one home of dateutil: its zone objects go no further.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Final, Self, final

from attrs import field, frozen

from kazfigures.errors import MomentError

__all__ = ["Moment", "Precision"]

EARLIEST: Final = 1900
LATEST: Final = 2100
_LONGEST: Final = 64
_WIDEST_OFFSET: Final = timedelta(hours=14)

_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d)(?::(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?)?)?)?"
    r")?)?(?P<offset>Z|[+-]\d\d:\d\d)?(?:\[(?P<zone>[A-Za-z0-9_+:/-]+)\])?",
    re.ASCII,
)
_OFFSET: Final = re.compile(r"[+-]\d\d:\d\d", re.ASCII)
_ZONE_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){1,2}", re.ASCII)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LOOSE_WORDS: Final = frozenset(
    {"am", "pm", "a", "p", "m", "st", "nd", "rd", "th", "of", "at", "on", "sept"}
    | {name.lower()[:size] for name in (*_MONTHS, *_WEEKDAYS) for size in (3, None)}
)
# The ways to write a date and a time of day; each is tried on at most 64 characters.
_WEEKDAY: Final = (
    rf"(?:(?P<weekday>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _WEEKDAYS)}),?\s+)?"
)
_DATES: Final = (
    r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[a-z]+)\.?,?\s+(?P<year>\d{4})",
    r"(?P<name>[a-z]+)\.?\s+(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?,?\s+(?P<year>\d{4})",
    r"(?P<year>\d{4})\s+(?P<name>[a-z]+)\s+(?P<day>\d{1,2})",
    r"(?P<name>[a-z]+)\.?,?\s+(?P<year>\d{4})",
    r"(?P<leading>(?P<year>\d{4}))(?P<mark>[/.-])(?P<one>\d{1,2})(?P=mark)(?P<other>\d{1,2})",
    r"(?P<one>\d{1,2})(?P<mark>[ /.-])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})",
)
_CLOCK: Final = (
    r"(?P<hour>\d{1,2})(?:(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)|(?=\s*[ap]\.?m))"
    r"(?:\s*(?P<half>[ap]\.?m)\b\.?)?(?:\s*(?P<offset>[+-]\d\d:?\d\d))?"
)
_AFTER: Final = rf"(?P<date>.+?)(?:,?\s+at\s+|,\s*|\s+){_CLOCK}"
_BEFORE: Final = rf"{_CLOCK}(?:\s+on\s+|,\s*|\s+)(?P<date>.+)"
_LOOSELY: Final = re.ASCII | re.IGNORECASE


class Precision(StrEnum):
    """How much of a moment is known."""

    INSTANT = "instant"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@final
@frozen(repr=False, order=False, cache_hash=True)
class Moment:
    """An instant, or a span known only to the hour, day, month or year in a stated zone.

    Written as `2022-01-07T16:56+06:00` (an instant, always with its offset) or as
    `2022-01-07T16[Asia/Almaty]`, `2022-01-07[Asia/Almaty]`, `2022-01[Asia/Almaty]` and
    `2022[Asia/Almaty]` (spans; the zone is an IANA name, `UTC` or an offset).
    `start` and `end` are aware instants in UTC; a span holds its start and ends just before its
    end, and an instant starts and ends at once.
    The same instants written in other zones are equal; `text` keeps the way it was written.
    `a < b` only when `a` is over before `b` begins; sort by `order`.

    Refused with a MomentError: no offset or zone, a local time that the zone skipped or had
    twice, years outside 1900 to 2100, `UTC+6` (read backwards by some systems), second 60.

    >>> Moment("2022-01-07[Asia/Almaty]").start
    datetime.datetime(2022, 1, 6, 18, 0, tzinfo=datetime.timezone.utc)
    >>> Moment("2022-01-07T16:56+06:00") == Moment("2022-01-07T10:56Z")
    True
    """

    text: str = field(eq=False)
    start: datetime = field(init=False)
    end: datetime = field(init=False)
    precision: Precision = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Place the text on the time line and write it in its canonical form."""
        text, start, end, precision = _place(self.text, None)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "precision", precision)

    @classmethod
    def read(cls, text: str, *, zone: str | None = None, dayfirst: bool | None = None) -> Self:
        """Read a moment as people write it.

        Takes the canonical forms, the same without a zone (`zone` then says whose clock), and
        dates in English ("7 January 2022", "Jan 7 2022, 4pm").
        A date that could be read in two ways, such as 05/01/2022, needs `dayfirst`.
        Whatever the text leaves open is never filled in: "7 January" has no year, so it is refused.

        >>> Moment.read("7 January 2022", zone="Asia/Almaty")
        Moment('2022-01-07[Asia/Almaty]')
        >>> Moment.read("7 January 2022 at 16:56", zone="Asia/Almaty")
        Moment('2022-01-07T16:56+06:00')
        """
        _check_text(text.strip() if isinstance(text, str) else text)
        if zone is not None:
            _zone(zone)  # a wrong one is told of at once, and not at the first text that needs it
        stripped = text.strip()
        if _ISO.fullmatch(stripped) is None:
            stripped = _loose(stripped, dayfirst=dayfirst)
        return cls(_place(stripped, zone, given=text)[0])

    @classmethod
    def at(cls, instant: datetime) -> Self:
        """Take an aware datetime; a naive one is refused (MomentError)."""
        if not isinstance(instant, datetime) or instant.utcoffset() is None:
            raise MomentError("instant", instant, "a datetime with its offset")
        return cls(instant.isoformat())

    @classmethod
    def on(cls, day: date, zone: str) -> Self:
        """Take a calendar day in a zone."""
        if not isinstance(day, date) or isinstance(day, datetime):
            raise MomentError("day", day, "a date")
        return cls(f"{day.isoformat()}[{zone}]")

    def told_in(self, zone: str) -> Self:
        """Tell an instant by the clocks of a zone; a span stays as it was told.

        A day in Almaty is no day in New York, so only instants can be told anew.

        >>> print(Moment("2022-01-07T16:56+06:00").told_in("America/New_York"))
        7 January 2022, 05:56 -05:00
        """
        clocks = _zone(zone)
        return type(self)(self.start.astimezone(clocks).isoformat()) if self.is_instant else self

    @property
    def order(self) -> tuple[datetime, datetime]:
        """The key of a total order: by end, then by start."""
        return (self.end, self.start)

    @property
    def is_instant(self) -> bool:
        """Whether it is known to the minute or better."""
        return self.precision is Precision.INSTANT

    def precedes(self, other: Moment) -> bool:
        """Whether this moment is over before the other begins."""
        return self.is_over_by(other.start)

    def is_over_by(self, instant: datetime) -> bool:
        """Whether it has ended before an instant; a span does not hold its own end."""
        return self.end < instant or (self.end == instant and self.start != instant)

    def overlaps(self, other: Moment) -> bool:
        """Whether neither is over before the other begins."""
        return not (self.precedes(other) or other.precedes(self))

    def __lt__(self, other: Moment) -> bool:
        """Order as `precedes` does: a partial order, like that of sets."""
        if not isinstance(other, Moment):
            return NotImplemented
        return self.precedes(other)

    def __repr__(self) -> str:
        """Rebuild the value."""
        return f"Moment({self.text!r})"

    def __str__(self) -> str:
        """Read as a newsroom prints it: 7 January 2022, 16:56 +06:00."""
        local = self.text.partition("[")[0]
        year, month, day = local[:4], local[5:7], local[8:10]
        if self.precision is Precision.YEAR:
            return year
        if self.precision is Precision.MONTH:
            return f"{_MONTHS[int(month) - 1]} {year}"
        spoken = f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
        if self.precision is Precision.DAY:
            return spoken
        if self.precision is Precision.HOUR:
            return f"{spoken}, {local[11:13]}h"
        return f"{spoken}, {local[11:-6]} {local[-6:]}"


def _check_text(text: object) -> None:
    plain = isinstance(text, str) and text.isascii() and text.isprintable()
    if not plain or not 0 < len(str(text)) <= _LONGEST:
        raise MomentError("moment", text, f"up to {_LONGEST} plain characters")


def _place(
    text: str, zone: str | None, *, given: str | None = None
) -> tuple[str, datetime, datetime, Precision]:
    """Give the canonical text, the start, the end and the precision."""
    _check_text(text)
    parts = _ISO.fullmatch(text)
    shown = text if given is None else given
    if parts is None:
        expected = "a moment such as 2022-01-07T16:56+06:00 or 2022-01-07[Asia/Almaty]"
        raise MomentError("moment", shown, expected)
    if not EARLIEST <= int(parts["year"]) <= LATEST:
        raise MomentError("moment", shown, f"a year from {EARLIEST} to {LATEST}")
    try:
        if parts["minute"] is not None:
            return _place_instant(parts, zone, shown)
        return _place_span(parts, zone, shown)
    except OverflowError:  # pragma: no cover - years are bounded above
        raise MomentError("moment", shown, "a date that the calendar has") from None


def _place_instant(
    parts: re.Match[str], zone: str | None, shown: str
) -> tuple[str, datetime, datetime, Precision]:
    local = _local(parts, shown)
    offset = None if parts["offset"] is None else _fixed(parts["offset"])
    if parts["offset"] is not None and offset is None:
        raise MomentError("moment", shown, "an offset from -14:00 to +14:00")
    named = parts["zone"] or (zone if offset is None else None)
    if named is not None:
        aware = _resolve(local, named, shown, offset)
    elif offset is not None:
        aware = local.replace(tzinfo=offset)
    else:
        raise MomentError("moment", shown, "a time with its offset, or with the zone it is told in")
    instant = aware.astimezone(UTC)
    spec = "auto" if local.second or local.microsecond else "minutes"
    return aware.isoformat(timespec=spec), instant, instant, Precision.INSTANT


def _place_span(
    parts: re.Match[str], zone: str | None, shown: str
) -> tuple[str, datetime, datetime, Precision]:
    if parts["offset"] is not None:
        raise MomentError("moment", shown, "a date with its zone in brackets, 2022-01-07[+06:00]")
    named = parts["zone"] or zone
    if named is None:
        raise MomentError(
            "moment", shown, "a date with the zone it is told in, such as 2022-01-07[Asia/Almaty]"
        )
    first = _local(parts, shown)
    if parts["hour"] is not None:
        precision, following = Precision.HOUR, first + timedelta(hours=1)
    elif parts["day"] is not None:
        precision, following = Precision.DAY, first + timedelta(days=1)
    elif parts["month"] is not None:
        precision = Precision.MONTH
        following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    else:
        precision, following = Precision.YEAR, first.replace(year=first.year + 1)
    tz = _zone(named)
    # A start that clocks skipped is told by the offset before the gap: the moment the gap ends.
    start, end = (local.replace(tzinfo=tz).astimezone(UTC) for local in (first, following))
    if start >= end:
        raise MomentError("moment", shown, f"an hour that clocks in {named} did not skip")
    told = parts[0].partition("[")[0].replace(" ", "T")
    return f"{told}[{named}]", start, end, precision


def _local(parts: re.Match[str], shown: str) -> datetime:
    def number(name: str, missing: int) -> int:
        return missing if parts[name] is None else int(parts[name])

    try:
        return datetime(  # noqa: DTZ001 - a local time, until its zone is resolved
            number("year", EARLIEST),
            number("month", 1),
            number("day", 1),
            number("hour", 0),
            number("minute", 0),
            number("second", 0),
            int((parts["fraction"] or "0").ljust(6, "0")),
        )
    except ValueError:
        expected = "a date and time that the calendar and the clock have"
        raise MomentError("moment", shown, expected) from None


def _fixed(offset: str) -> timezone | None:
    """Give the zone of an offset, none where it is wider than any or unknown (-00:00)."""
    if offset == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[4:])
    delta = timedelta(hours=hours, minutes=minutes)
    if delta > _WIDEST_OFFSET or minutes > 59 or offset == "-00:00":
        return None
    return timezone(-delta if offset[0] == "-" else delta)


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    found: tzinfo | None = None
    if isinstance(name, str) and len(name) <= _LONGEST:
        if _OFFSET.fullmatch(name):
            found = _fixed(name)
        elif _ZONE_NAME.fullmatch(name):
            found = _named_zone(name)
    if found is None:
        expected = "an IANA zone such as Asia/Almaty, UTC, or an offset from -14:00 to +14:00"
        raise MomentError("zone", name, expected)
    return found


@lru_cache(maxsize=128)
def _named_zone(name: str) -> tzinfo | None:
    """Open a zone of the tzdata package, so that every machine has the same history."""
    from importlib.resources import files  # noqa: PLC0415 - slow, and many ledgers need no zone

    from dateutil import tz  # noqa: PLC0415

    *folders, leaf = name.split("/")
    try:
        with files(".".join(["tzdata", "zoneinfo", *folders])).joinpath(leaf).open("rb") as file:
            return tz.tzfile(file, filename=name)
    except (OSError, ImportError, ValueError):
        return None


def _resolve(local: datetime, name: str, shown: str, offset: timezone | None) -> datetime:
    """Give the one instant at which clocks showed this time, under the offset if one is given."""
    tz = _zone(name)
    found: dict[datetime, timedelta | None] = {}
    for fold in (0, 1):
        aware = local.replace(tzinfo=tz, fold=fold)
        instant = aware.astimezone(UTC)
        exists = instant.astimezone(tz).replace(tzinfo=None) == local
        if exists and (offset is None or aware.utcoffset() == offset.utcoffset(None)):
            found[instant] = aware.utcoffset()
    if not found:
        raise MomentError("moment", shown, f"a time that clocks in {name} showed")
    if len(found) > 1:
        expected = f"a time with its offset, since clocks in {name} showed it twice"
        raise MomentError("moment", shown, expected)
    [(instant, delta)] = found.items()
    if delta is not None and delta.seconds % 60:
        expected = f"a time with its offset, since clocks in {name} then kept no whole minutes"
        raise MomentError("moment", shown, expected)
    return instant.astimezone(timezone(delta or timedelta(0)))


def _loose(text: str, *, dayfirst: bool | None) -> str:
    """Turn a date as people write it into the canonical form, as far as the text itself goes.

    A grammar of its own: dateutil's reader fills what is missing from the clock, reads "7-8 January
    2022" as 2007 and "2022/01/05" as May, and each such guess would be a false date in a ledger.
    """
    words = re.findall(r"[a-z]+", text.lower())
    strange = next((word for word in words if word not in _LOOSE_WORDS), None)
    if strange is not None:
        raise MomentError("moment", text, f"a date and time alone, without the word {strange!r}")
    if re.search(r"(?<!\d)\d{4}(?!\d)", text) is None:
        raise MomentError("moment", text, "a date with its year in four digits")
    clock = re.fullmatch(_BEFORE, text, _LOOSELY) or re.fullmatch(_AFTER, text, _LOOSELY)
    parts = _date_parts(clock["date"] if clock else text)
    if parts is None:
        raise MomentError("moment", text, "a date such as 7 January 2022, 16:56 or 2022-01-07")
    month, day = _month_and_day(parts, text, dayfirst=dayfirst)
    if day is None:
        if clock or parts.get("weekday"):
            raise MomentError("moment", text, "a date with its day, and no gap after it")
        return f"{parts['year']}-{month:02}"
    _check_weekday(parts, month, day, text)
    return f"{parts['year']}-{month:02}-{day:02}{_told_time(clock, text) if clock else ''}"


def _date_parts(text: str) -> dict[str, str] | None:
    """Part a date by the first of the ways to write one that fits; None when none does."""
    for pattern in _DATES:
        found = re.fullmatch(_WEEKDAY + pattern, text, _LOOSELY)
        if found is not None:
            return {name: part for name, part in found.groupdict().items() if part}
    return None


def _month_and_day(
    parts: dict[str, str], text: str, *, dayfirst: bool | None
) -> tuple[int, int | None]:
    if "name" in parts:
        told = parts["name"].lower()[:3]
        month = next((n for n, name in enumerate(_MONTHS, 1) if name.lower()[:3] == told), None)
        if month is None:
            raise MomentError("moment", text, "a date with its month")
        day = int(parts["day"]) if "day" in parts else None
        if "suffix" in parts and day is not None and parts["suffix"].lower() != _suffix(day):
            raise MomentError("moment", text, f"a date such as the {day}{_suffix(day)}")
        return month, day
    one, other = int(parts["one"]), int(parts["other"])
    if "leading" in parts:
        return one, other
    if one > 12 or (dayfirst and other <= 12):
        return other, one
    if other > 12 or dayfirst is False or one == other:
        return one, other
    raise MomentError("moment", text, "a date with one reading: say dayfirst=True or False")


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _check_weekday(parts: dict[str, str], month: int, day: int, text: str) -> None:
    if "weekday" not in parts:
        return
    try:
        falls_on = _WEEKDAYS[date(int(parts["year"]), month, day).weekday()]
    except ValueError:
        return  # placing it says so
    if parts["weekday"].lower()[:3] != falls_on.lower()[:3]:
        raise MomentError("moment", text, f"a weekday that fits the date, which is a {falls_on}")


def _told_time(clock: re.Match[str], text: str) -> str:
    """Give the time in 24 hours, as far as it is told, and its offset."""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            raise MomentError("moment", text, "an hour from 1 to 12 before am or pm")
        hour = hour % 12 + (12 if half == "p" else 0)
    rest = "".join(f":{clock[name]}" for name in ("minute", "second") if clock[name])
    offset = (clock["offset"] or "").replace(":", "")
    return f"T{hour:02}{rest}{offset[:3]}" + (f":{offset[3:]}" if offset else "")
