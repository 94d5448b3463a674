"""Counts, figures, moments, measures and sources, each by itself."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures.counts import LARGEST, Count
from kazfigures.errors import MomentError
from kazfigures.moments import Moment, Precision
from kazfigures.observations import GRADES, Measure, Source, SourceKind, Tally
from kazfigures.strategies.parts import Pin, lines, notes, paths, pinned, those_pinned
from kazfigures.wording import Figure

__all__ = ["counts", "figures", "measures", "moments", "sources"]

ZONES: Final = (
    "UTC",
    "Asia/Almaty",
    "Asia/Aqtau",
    "Asia/Aqtobe",
    "Asia/Atyrau",
    "Asia/Oral",
    "Asia/Qostanay",
    "Asia/Qyzylorda",
    "+06:00",
    "-03:30",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
)

SMALL_HOURS: Final = tuple(Moment(f"2022-01-07T{hour:02}:00+00:00") for hour in range(5))
SMALL_MEASURES: Final = (
    Measure("killed", place="Kazakhstan"),
    Measure("killed", population="security forces", place="Kazakhstan/Almaty"),
    Measure("detained", place="Kazakhstan"),
)
SMALL_SOURCES: Final = (
    Source("Interior Ministry", "official"),
    Source("Hospital", "hospital"),
    Source("Witness", "witness"),
)


def counts(*, largest: int | None = None, small: bool = False) -> SearchStrategy[Count]:
    """Draw a count: one number, a range, or open above.

    `largest` bounds its ends, which `small` keeps to 9; shrinks to exactly 0.
    """
    numbers = st.integers(0, largest if largest is not None else 9 if small else LARGEST)
    return st.one_of(
        numbers.map(Count.exactly),
        st.builds(_between, numbers, numbers),
        numbers.map(Count.at_least),
    )


def _between(one: int, other: int) -> Count:
    return Count(min(one, other), max(one, other))


def figures(*, count: Pin[Count] = None, small: bool = False) -> SearchStrategy[Figure]:
    """Draw a figure: words of any kind, the number they state or none, and the count they allow.

    `count` pins what it allows, and `small` keeps to words that a count is printed in; shrinks
    to "0".
    """
    counted = pinned(count, counts(small=small))
    if small:
        return counted.map(_in_words)
    stated = st.none() | st.integers(0, LARGEST)
    return counted.map(_in_words) | st.builds(Figure, notes().filter(bool), stated, counted)


def _in_words(count: Count) -> Figure:
    """Give the figure of one who printed the count."""
    stated = count.low if count.high is None or count.is_exact else None
    if count.low == 0:
        stated = count.high
    return Figure(str(count), stated, count)


def moments(*, precision: Pin[Precision] = None, small: bool = False) -> SearchStrategy[Moment]:
    """Draw a moment of any precision, in any year and zone.

    `precision` pins how much of it is known, and `small` draws one of five hours, to the minute
    where nothing is pinned; shrinks to the midnight that began 2000 in UTC, or to the first of
    the five.
    """
    if small:
        whole = st.just(Precision.INSTANT)
        return st.builds(_small_moment, pinned(precision, whole), st.sampled_from(SMALL_HOURS))
    return st.builds(
        _moment,
        pinned(precision, st.sampled_from(Precision)),
        st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)),  # noqa: DTZ001
        st.sampled_from((0, 360, 300, -210)) | st.integers(-14 * 60, 14 * 60),
        st.sampled_from(ZONES),
        st.booleans(),
    )


def _small_moment(precision: Precision, hour: Moment) -> Moment:
    return hour if precision is Precision.INSTANT else _span(precision, hour.start, "UTC")


def _moment(
    precision: Precision,
    local: datetime,
    minutes: int,
    zone: str,
    to_the_second: bool,  # noqa: FBT001
) -> Moment:
    if precision is Precision.INSTANT:
        told = local if to_the_second else local.replace(second=0, microsecond=0)
        return Moment.at(told.replace(tzinfo=timezone(timedelta(minutes=minutes))))
    try:
        return _span(precision, local, zone)
    except MomentError:  # clocks skipped that hour, and never two together
        return _span(precision, local + timedelta(hours=1), zone)


def _span(precision: Precision, local: datetime, zone: str) -> Moment:
    sizes = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.HOUR: 13}
    return Moment(f"{local.isoformat()[: sizes[precision]]}[{zone}]")


def measures(  # noqa: PLR0913 - one keyword a part
    *,
    outcome: Pin[str] = None,
    population: Pin[str] = None,
    place: Pin[str] = None,
    event: Pin[str] = None,
    unit: Pin[str] = None,
    tally: Pin[Tally] = None,
    definition: Pin[str] = None,
    small: bool = False,
) -> SearchStrategy[Measure]:
    """Draw a measure.

    Each option pins the part of its name, and `small` draws a whole, a part of it and another
    outcome; shrinks to the killed, of whom nothing more is said, or to the whole.
    """
    pins = those_pinned(
        outcome=outcome,
        population=population,
        place=place,
        event=event,
        unit=unit,
        tally=tally,
        definition=definition,
    )
    if small:
        return st.builds(_measure_like, st.sampled_from(SMALL_MEASURES), **pins)
    parts = {
        "outcome": st.sampled_from(("killed", "injured")) | lines(),
        "population": paths(),
        "place": paths(),
        "event": st.just("") | lines(),
        "unit": st.just("people") | lines(),
        "tally": st.sampled_from(Tally),
        "definition": st.just("") | lines(),
    }
    return st.builds(Measure, **(parts | pins))


def _measure_like(measure: Measure, **parts: Any) -> Measure:  # noqa: ANN401 - it checks them
    return evolve(measure, **parts)


def sources(
    *,
    name: Pin[str] = None,
    kind: Pin[SourceKind] = None,
    side: Pin[str] = None,
    grade: Pin[str | None] = None,
    small: bool = False,
) -> SearchStrategy[Source]:
    """Draw a source.

    Each option pins the part of its name (`st.none()` pins a source without a grade), and `small`
    draws one of three; shrinks to the Interior Ministry.
    """
    pins = those_pinned(name=name, kind=kind, side=side, grade=grade)
    if small:
        return st.builds(_source_like, st.sampled_from(SMALL_SOURCES), **pins)
    parts = {
        "name": lines(),
        "kind": st.sampled_from(SourceKind),
        "side": st.just("") | lines(),
        "grade": st.none() | st.sampled_from(GRADES),
    }
    return st.builds(Source, **(parts | pins))


def _source_like(source: Source, **parts: Any) -> Source:  # noqa: ANN401 - it checks them
    return evolve(source, **parts)
