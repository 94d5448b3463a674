"""What the tests draw: every value of the package, as wide as its type.

Each strategy takes keyword-only options that pin a part, to one value or to another strategy.
`small=True` draws from tiny pools (3 sources, 5 hours, counts 0 to 9 and open), so that keys
collide and counterexamples stay readable.
Parts are drawn independently and put in order afterwards, so that what fails shrinks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures import (
    Count,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Source,
    SourceKind,
    Tally,
)
from kazfigures.errors import MomentError
from kazfigures.observations import identity

Value = TypeVar("Value")

LARGEST = 2**63 - 1

KAZAKH_ZONES = (
    "Asia/Almaty",
    "Asia/Aqtau",
    "Asia/Aqtobe",
    "Asia/Atyrau",
    "Asia/Oral",
    "Asia/Qostanay",
    "Asia/Qyzylorda",
)
ZONES = (
    "UTC",
    *KAZAKH_ZONES,
    "+06:00",
    "-03:30",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
)

SMALL_HOURS = tuple(Moment(f"2022-01-07T{hour:02}:00+00:00") for hour in range(5))
SMALL_SOURCES = (
    Source("Interior Ministry", "official"),
    Source("Hospital", "hospital"),
    Source("Witness", "witness"),
)
SMALL_MEASURES = (
    Measure("killed", place="Kazakhstan"),
    Measure("killed", population="security forces", place="Kazakhstan/Almaty"),
    Measure("detained", place="Kazakhstan"),
)
SMALL_ORIGINS = ("", "briefing", "leak")
SMALL_RELAYS = ((), ("TASS",), ("Khabar 24", "AP"))

HOSTILE_LINES = (
    '=HYPERLINK("https://example.org","18")',
    "+18",
    "-18",
    "@SUM(A1)",
    "\uff1d1+1",
    "'quoted'",
    "''",
    '"',
    '""",""',
    "a|b",
    "a \\| b",
    "back\\",
    "\\",
    "|",
    "open",
    "null",
    "NaN",
    "0",
    "a, b; c",
    "Министерство здравоохранения",
    "Қазақстан",
    "e\u0301",
    "İ ß ﬁ",
    "שלום",
    "\u202eoffice",
    "👩‍👩‍👧 🇰🇿",
    "<script>alert(1)</script>",
    "'; DROP TABLE entries; --",
)


def _pinned(part: Any, otherwise: SearchStrategy[Value]) -> SearchStrategy[Value]:  # noqa: ANN401
    """Give the strategy for a part that may be pinned to a value or to a strategy."""
    if part is None:
        return otherwise
    return part if isinstance(part, SearchStrategy) else st.just(part)


# --- text -----------------------------------------------------------------------------------------


def lines(*, small: bool = False) -> SearchStrategy[str]:
    """Draw one line of text with something to see in it; shrinks to a plain word."""
    if small:
        return st.sampled_from(("one", "two", "three"))
    return st.one_of(
        st.sampled_from(("Interior Ministry", "TASS", "killed", "Almaty")),
        st.sampled_from(HOSTILE_LINES),
        st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).filter(
            identity
        ),
    )


def notes() -> SearchStrategy[str]:
    """Draw text that may be empty or run over several lines."""
    return st.one_of(
        st.just(""),
        lines(),
        st.lists(lines(), min_size=2, max_size=3).map("\n".join),
        st.lists(lines(), min_size=2, max_size=2).map("\t".join),
    )


def paths() -> SearchStrategy[str]:
    """Draw a path, broad to narrow, of up to three steps."""
    steps = st.sampled_from(("Kazakhstan", "Almaty", "police")) | lines().map(_without_slash)
    return st.lists(steps, max_size=3).map("/".join)


def _without_slash(text: str) -> str:
    return text.replace("/", "-")


def urls() -> SearchStrategy[str]:
    """Draw no address or one on the web."""
    return st.sampled_from(
        ("", "https://example.org/1?a=b&c=d#e", "http://example.org/қ", "HTTPS://EXAMPLE.ORG")
    )


def ids() -> SearchStrategy[str]:
    """Draw text in the shape of an observation's id."""
    return st.text("0123456789abcdef", min_size=16, max_size=16)


# --- counts and figures ---------------------------------------------------------------------------


def counts(*, largest: int = LARGEST, small: bool = False) -> SearchStrategy[Count]:
    """Draw a count with ends up to `largest`, or open; shrinks to exactly 0."""
    numbers = st.integers(0, 9 if small else largest)
    return st.builds(_count, numbers, st.none() | numbers)


def _count(one: int, other: int | None) -> Count:
    return Count(one, None) if other is None else Count(min(one, other), max(one, other))


def figures(*, count: Any = None, small: bool = False) -> SearchStrategy[Figure]:  # noqa: ANN401
    """Draw a figure: words of any kind, the number they state, and the count they allow."""
    counted = _pinned(count, counts(small=small))
    if small:
        return counted.map(_in_words)
    stated = st.none() | st.integers(0, LARGEST)
    return st.one_of(counted.map(_in_words), st.builds(Figure, lines(), stated, counted))


def _in_words(count: Count) -> Figure:
    """Give the figure of which somebody would have said so."""
    stated = count.low if count.high is None or count.is_exact else None
    return Figure(str(count), stated, count)


# --- moments --------------------------------------------------------------------------------------


def instants(*, small: bool = False) -> SearchStrategy[Moment]:
    """Draw an instant written with any offset; shrinks to a whole minute in UTC."""
    if small:
        return st.sampled_from(SMALL_HOURS)
    return st.builds(
        _instant,
        st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)),  # noqa: DTZ001
        st.sampled_from((0, 360, 300, -210)) | st.integers(-14 * 60, 14 * 60),
        st.booleans(),
    )


def _instant(local: datetime, minutes: int, whole: bool) -> Moment:  # noqa: FBT001
    local = local.replace(second=0, microsecond=0) if whole else local
    return Moment.at(local.replace(tzinfo=timezone(timedelta(minutes=minutes))))


def _dates() -> SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2100, 12, 31))


def _zones() -> SearchStrategy[str]:
    return st.sampled_from(ZONES)


def hours() -> SearchStrategy[Moment]:
    """Draw a moment known to the hour."""
    return st.builds(_hour, _dates(), st.integers(0, 22), _zones())


def _hour(day: date, hour: int, zone: str) -> Moment:
    try:
        return Moment(f"{day}T{hour:02}[{zone}]")
    except MomentError:  # clocks skipped that hour, and never two together
        return Moment(f"{day}T{hour + 1:02}[{zone}]")


def days() -> SearchStrategy[Moment]:
    """Draw a moment known to the day."""
    return st.builds(Moment.on, _dates(), _zones())


def months() -> SearchStrategy[Moment]:
    """Draw a moment known to the month."""
    return st.builds(lambda day, zone: Moment(f"{day:%Y-%m}[{zone}]"), _dates(), _zones())


def years() -> SearchStrategy[Moment]:
    """Draw a moment known to the year."""
    return st.builds(lambda day, zone: Moment(f"{day:%Y}[{zone}]"), _dates(), _zones())


def moments(*, small: bool = False) -> SearchStrategy[Moment]:
    """Draw a moment of any precision; small ones are five hours of one day."""
    if small:
        return instants(small=True)
    return st.one_of(instants(), hours(), days(), months(), years())


def near_moments() -> SearchStrategy[Moment]:
    """Draw moments of every precision that touch, hold and cross each other."""
    return st.sampled_from(
        [
            Moment(text)
            for text in (
                "2022-01-06T18:00+00:00",
                "2022-01-07T00:00+06:00",
                "2022-01-07T00:00:00.000001+06:00",
                "2022-01-06T23:59:59.999999+06:00",
                "2022-01-07T16:56+06:00",
                "2022-01-07T10:56+00:00",
                "2022-01-08T00:00+06:00",
                "2022-01-07T00[Asia/Almaty]",
                "2022-01-07T23[Asia/Almaty]",
                "2022-01-06T18[UTC]",
                "2022-01-06[Asia/Almaty]",
                "2022-01-07[Asia/Almaty]",
                "2022-01-07[UTC]",
                "2022-01-08[Asia/Almaty]",
                "2021-12[Asia/Almaty]",
                "2022-01[Asia/Almaty]",
                "2022-02[UTC]",
                "2021[UTC]",
                "2022[Asia/Almaty]",
            )
        ]
    )


# --- measures and sources -------------------------------------------------------------------------


def measures(
    *,
    event: Any = None,  # noqa: ANN401
    tally: Any = None,  # noqa: ANN401
    small: bool = False,
) -> SearchStrategy[Measure]:
    """Draw a measure; small ones are a whole, a part of it and another outcome."""
    if small:
        return st.builds(
            _with_parts,
            st.sampled_from(SMALL_MEASURES),
            _pinned(event, st.just("")),
            _pinned(tally, st.just(Tally.CUMULATIVE)),
        )
    return st.builds(
        Measure,
        st.sampled_from(("killed", "injured")) | lines(),
        population=paths(),
        place=paths(),
        event=_pinned(event, st.just("") | lines()),
        unit=st.just("people") | lines(),
        tally=_pinned(tally, st.sampled_from(Tally)),
        definition=st.just("") | lines(),
    )


def _with_parts(measure: Measure, event: str, tally: Tally) -> Measure:
    return Measure(measure.outcome, measure.population, measure.place, event, tally=tally)


def sources(*, small: bool = False) -> SearchStrategy[Source]:
    """Draw a source; small ones are three."""
    if small:
        return st.sampled_from(SMALL_SOURCES)
    return st.builds(
        Source,
        lines(),
        kind=st.sampled_from(SourceKind),
        side=st.just("") | lines(),
        grade=st.none() | st.sampled_from("ABCDEF"),
    )


# --- observations, notices, ledgers ---------------------------------------------------------------


def observations(
    *,
    measure: Any = None,  # noqa: ANN401
    figure: Any = None,  # noqa: ANN401
    sources: Any = None,  # noqa: ANN401
    origins: Any = None,  # noqa: ANN401
    moments: Any = None,  # noqa: ANN401
    small: bool = False,
) -> SearchStrategy[Observation]:
    """Draw an observation; what was published first is what it is true of."""
    times = _pinned(moments, _moments(small=small))
    plain = st.just("")
    return st.builds(
        _observation,
        _pinned(measure, measures(small=small)),
        _pinned(figure, figures(small=small)),
        _pinned(sources, _sources(small=small)),
        times,
        times,
        st.sampled_from(SMALL_RELAYS) if small else st.lists(lines(), max_size=3),
        _pinned(origins, st.sampled_from(SMALL_ORIGINS) if small else plain | lines()),
        st.none() | times,
        st.none() if small else st.none() | times,
        plain if small else urls(),
        st.none() | st.integers(1, 6),
        plain if small else notes(),
    )


_moments, _sources = moments, sources


def _observation(  # noqa: PLR0917 - the parts, as they are drawn
    measure: Measure,
    figure: Figure,
    source: Source,
    as_of: Moment,
    reported: Moment,
    via: Iterable[str],
    origin: str,
    since: Moment | None,
    *rest: Any,  # noqa: ANN401
) -> Observation:
    if reported.precedes(as_of):
        as_of, reported = reported, as_of
    windowed = measure.tally is Tally.INCREMENT and since is not None
    since = since if windowed and not as_of.precedes(since) else None
    return Observation(measure, figure, source, as_of, reported, via, origin, since, *rest)


def notices(
    *,
    targets: Any = None,  # noqa: ANN401
    sources: Any = None,  # noqa: ANN401
    moments: Any = None,  # noqa: ANN401
    small: bool = False,
) -> SearchStrategy[Notice]:
    """Draw a notice about ids and origins that may not exist."""
    labels = st.sampled_from(SMALL_ORIGINS[1:]) if small else lines()
    return st.builds(
        _notice,
        st.sampled_from(NoticeKind),
        st.lists(_pinned(targets, ids() | labels), min_size=1, max_size=3),
        _pinned(sources, _sources(small=small)),
        _pinned(moments, _moments(small=small)),
        st.just("") if small else notes(),
        st.just("") if small else urls(),
        ids(),
    )


def _notice(  # noqa: PLR0917 - the parts, as they are drawn
    kind: NoticeKind,
    of: list[str],
    by: Source,
    at: Moment,
    reason: str,
    url: str,
    instead: str,
) -> Notice:
    if kind is NoticeKind.CORRECTION and instead in of:
        kind = NoticeKind.RETRACTION
    instead = instead if kind is NoticeKind.CORRECTION else ""
    return Notice(kind, of, by, at, reason, url, instead)


class _Sketch(NamedTuple):
    """A notice before it is known which observations there are."""

    kind: NoticeKind
    positions: list[int]
    labels: list[str]
    by: Source
    at: Moment
    reason: str


def ledgers(
    *,
    measure: Any = None,  # noqa: ANN401
    figure: Any = None,  # noqa: ANN401
    sources: Any = None,  # noqa: ANN401
    origins: Any = None,  # noqa: ANN401
    moments: Any = None,  # noqa: ANN401
    max_size: int = 6,
    max_notices: int = 3,
    small: bool = False,
) -> SearchStrategy[Ledger]:
    """Draw a ledger whose notices are mostly about its own observations; shrinks to none."""
    pinned = {"sources": sources, "moments": moments, "small": small}
    drawn = observations(measure=measure, figure=figure, origins=origins, **pinned)
    labels = _pinned(origins, st.sampled_from(SMALL_ORIGINS) if small else lines())
    sketches = st.builds(
        _Sketch,
        st.sampled_from(NoticeKind),
        st.lists(st.integers(0, max_size), max_size=2),
        st.lists(labels, max_size=1),
        _pinned(sources, _sources(small=small)),
        _pinned(moments, _moments(small=small)),
        st.just("") if small else notes(),
    )
    return st.builds(
        _ledger,
        st.lists(drawn, max_size=max_size),
        st.lists(sketches, max_size=max_notices),
    )


def _ledger(drawn: Sequence[Observation], sketches: Sequence[_Sketch]) -> Ledger:
    return Ledger((*drawn, *filter(None, (_filled_in(sketch, drawn) for sketch in sketches))))


def _filled_in(sketch: _Sketch, drawn: Sequence[Observation]) -> Notice | None:
    """Point a notice at observations; corrections lead to a greater id, so never in a circle."""
    found = sorted({drawn[at % len(drawn)].id for at in sketch.positions}) if drawn else []
    kind, instead = sketch.kind, ""
    if kind is NoticeKind.CORRECTION:
        if len(found) > 1:
            instead = found.pop()
        else:
            kind = NoticeKind.RETRACTION
    of = [*found, *filter(None, sketch.labels)]
    return Notice(kind, of, sketch.by, sketch.at, sketch.reason, instead=instead) if of else None
