"""Timeline: how an answer moved as reports came out, and the reports themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Final, final

from attrs import frozen

from kazfigures.markup import shown
from kazfigures.moments import Moment
from kazfigures.observations import Observation
from kazfigures.rules.estimates import question
from kazfigures.rules.testimonies import SetAside
from kazfigures.surfaces.charts.drawing import CROSS, Row, alt, layered, rows
from kazfigures.surfaces.charts.themes import Theme, light
from kazfigures.timelines.turns import Timeline, Turn

__all__ = ["timeline"]

_HEXAGON: Final = "M0,-1L.87,-.5L.87,.5L0,1L-.87,.5L-.87,-.5Z"
_HOURGLASS: Final = "M-.8,-1L.8,-1L-.8,1L.8,1Z"
_BOW: Final = "M-1,-.8L-1,.8L1,-.8L1,.8Z"
_SHAPES: Final = {
    "official": "circle",
    "agency": "square",
    "outlet": "diamond",
    "international": "triangle-up",
    "monitor": "triangle-down",
    "hospital": "cross",
    "military": "triangle-right",
    "opposition": "triangle-left",
    "witness": _HOURGLASS,
    "social": _BOW,
    "unknown": _HEXAGON,
}
_DAYS: Final = 3
_MONTHS: Final = 300
_MINUTES: Final = len("16:56")
_LONGER: Final = 0.04
"""The part of a timeline for which its last answer is drawn: it holds on."""
_FATES: Final = ("used", "set aside", "withdrawn")


@final
@frozen(order=False)
class _Clock:
    """Tells the time in a zone, in the form of UTC: charts know no other zone."""

    zone: str

    def __attrs_post_init__(self) -> None:
        """Refuse a zone that is not known, also where there is no time to tell."""
        self.at(datetime(2022, 1, 1, tzinfo=UTC))

    def at(self, instant: datetime) -> str:
        """Give what the clocks of the zone show."""
        day, _, told = Moment.at(instant).told_in(self.zone).text.partition("T")
        time = told.replace("-", "+").partition("+")[0]
        return f"{day}T{time if len(time) > _MINUTES else f'{time}:00'}Z"


def timeline(
    timeline: Timeline,
    *,
    zone: str = "UTC",
    theme: Theme = light,
    most: int = 1000,
    height: int = 260,
) -> alt.LayerChart:
    """Draw the range as a band, the best number as a line, and a mark for every report.

    A report stands where it was published, by the clocks of `zone`; one dated to a day stands at
    that day's end, from when it counts as known.
    Its shape is the kind of its source, its colour what becomes of it in the last answer: it is
    filled where it is used, and struck where it was taken back.
    An arrow says "or more" or "or fewer"; where nothing is left to go by there is a gap.
    Of more than `most` changes of the answer the last of each of `most` equal spans of time is
    drawn.
    Of more than `most` reports those that the last answer uses are drawn first, then those taken
    back, those of turns that changed the answer, and the others, each evenly thinned where there
    is no room for all; how many are left out is said.

    Raises:
        MomentError: for a zone that is not known.
    """
    turns = timeline.turns
    clock = _Clock(zone)
    reports = [entry for turn in turns for entry in turn.entries if isinstance(entry, Observation)]
    aside = {gone.observation.id: gone for gone in turns[-1].estimate.set_aside} if turns else {}
    drawn = _thinned(timeline, reports, aside, most)
    marks = [_mark(report, aside.get(report.id), clock) for report in drawn]
    marks.sort(key=lambda mark: mark["fate"] == "used")
    changes = _last_of_spans(timeline.changes, most)
    steps = _steps(changes, turns, clock)
    top = _top(steps, marks)
    for step in steps:
        step["top"] = top if step["high"] is None else step["high"]
    x = (
        alt.X("at:T")
        .scale(type="utc", nice=False, padding=12)
        .title(f"when it was known, by the clocks of {zone}")
        .axis(
            grid=False,
            labelOverlap=True,
            tickCount=max(3, theme.width // 110),
            format=_dates(turns),
        )
    )
    y = alt.Y("low:Q").title(shown(timeline.measure.unit)).scale(domain=[0, top], nice=False)
    y = y.axis(format=",d", tickCount=min(5, top))
    columns = max(1, theme.width // 200)
    kinds = [kind for kind in _SHAPES if any(mark["kind"] == kind for mark in marks)]
    shape = alt.Shape(
        "kind:N",
        scale=alt.Scale(domain=kinds, range=[_SHAPES[kind] for kind in kinds]),
        legend=alt.Legend(
            columns=columns, symbolFillColor="transparent", symbolStrokeColor=theme.quiet
        ),
    )
    fates = [fate for fate in _FATES if any(mark["fate"] == fate for mark in marks)]
    told = zip(_FATES, (theme.used, theme.aside, theme.withdrawn), strict=True)
    colours: dict[str, str] = dict(told)
    legend = alt.Legend(columns=columns)
    stroke = alt.Stroke("fate:N", legend=legend).scale(
        domain=fates, range=[colours[fate] for fate in fates]
    )
    filled = [colours[fate] if fate == "used" else "transparent" for fate in fates]
    fill = alt.Fill("fate:N", legend=legend).scale(domain=fates, range=filled)
    tips = [
        alt.Tooltip(f"{name}:N")
        for name in ("wording", "source", "relays", "as of", "reported", "fate", "why")
    ]
    answer = alt.Chart(rows(steps)).encode(x=x, detail="piece:N")
    report = alt.Chart(rows(marks)).encode(x=x, tooltip=tips)
    layers = [
        answer.mark_area(interpolate="step-after", color=theme.range, opacity=0.22).encode(
            y=y, y2="top:Q"
        ),
        answer.mark_line(interpolate="step-after", color=theme.range, strokeWidth=1).encode(y=y),
        answer.transform_filter("datum.high !== null")
        .mark_line(interpolate="step-after", color=theme.range, strokeWidth=1)
        .encode(y=alt.Y("top:Q")),
        answer.mark_line(interpolate="step-after", color=theme.best, strokeWidth=2.5).encode(
            y=alt.Y("best:Q")
        ),
        report.transform_filter("datum.low !== datum.top")
        .mark_rule(strokeWidth=1.5)
        .encode(y=alt.Y("low:Q"), y2="top:Q", stroke=stroke),
        report.mark_point(size=55, strokeWidth=1.6, opacity=1).encode(
            y=alt.Y("number:Q"), shape=shape, stroke=stroke, fill=fill, href="link:N"
        ),
        report.transform_filter("datum.arrow !== ''")
        .mark_text(fontSize=14, dy=-12, color=theme.ink)
        .encode(y=alt.Y("number:Q"), text="arrow:N"),
        report.transform_filter("datum.fate === 'withdrawn'")
        .mark_point(shape=CROSS, size=130, strokeWidth=1.6, filled=False, opacity=1)
        .encode(y=alt.Y("number:Q"), stroke=stroke),
    ]
    heading = question(timeline.measure, timeline.window)
    return layered(layers, theme, heading, _notes(timeline, reports, drawn, changes), height)


def _notes(
    timeline: Timeline,
    reports: Sequence[Observation],
    drawn: Sequence[Observation],
    changes: Sequence[Turn],
) -> list[str]:
    if not reports:
        return ["No report"]
    notes = [
        f"The band is the range by {timeline.rule}, the line its best number, each mark a report",
        "An arrow is an open end, a cross a report taken back",
    ]
    if len(drawn) < len(reports):
        notes.append(
            f"{len(drawn):,} of {len(reports):,} reports are drawn: first those that the last "
            "answer uses, those taken back and those that changed the answer"
        )
    if len(changes) < len(timeline.changes):
        notes.append(
            f"{len(changes):,} of {len(timeline.changes):,} changes of the answer are drawn: the "
            "last of each short span of time"
        )
    return notes


def _thinned(
    timeline: Timeline, reports: Sequence[Observation], aside: dict[str, SetAside], most: int
) -> list[Observation]:
    """Keep what tells the story where there is too much, in the order of publication."""
    if len(reports) <= most:
        return list(reports)
    changing = {
        one.id for turn in timeline.changes for one in turn.entries if isinstance(one, Observation)
    }

    def place(report: Observation) -> int:
        gone = aside.get(report.id)
        if gone is None:
            return 0
        return 1 if gone.is_taken_back else 2 if report.id in changing else 3

    kept: set[str] = set()
    for _, alike in groupby(sorted(reports, key=place), place):
        told = list(alike)
        room = min(len(told), max(0, most - len(kept)))
        kept |= {told[number * len(told) // room].id for number in range(room)}
    return [one for one in reports if one.id in kept]


def _mark(report: Observation, gone: SetAside | None, clock: _Clock) -> Row:
    count, stated = report.figure.count, report.figure.stated
    fate = "used" if gone is None else "withdrawn" if gone.is_taken_back else "set aside"
    number = count.low if stated is None else stated
    arrow = "\N{UPWARDS ARROW}" if count.high is None else ""
    if count.low == 0 and count.high:
        arrow = "\N{DOWNWARDS ARROW}"
    low, high = (number, number) if arrow or count.high is None else (count.low, count.high)
    return {
        "at": clock.at(report.reported.end),
        "number": number,
        "low": low,
        "top": high,
        "arrow": arrow,
        "kind": report.source.kind.value,
        "fate": fate,
        "why": "" if gone is None else gone.why,
        "wording": report.figure.wording,
        "source": report.source.name,
        "relays": ", ".join(report.via),
        "as of": str(report.as_of),
        "reported": str(report.reported),
        "link": report.url or None,
    }


def _dates(turns: Sequence[Turn]) -> str:
    """Give the form of the dates of an axis: with hours where it spans days, years where years."""
    spanned = (turns[-1].moment.end - turns[0].moment.end).days if turns else 0
    if spanned > _MONTHS:
        return "%b %Y"
    return "%-d %b" if spanned > _DAYS else "%-d %b, %H:%M"


def _last_of_spans(changes: Sequence[Turn], most: int) -> Sequence[Turn]:
    """Keep what can be told apart where there is too much: the last change of each equal span."""
    if len(changes) <= max(most, 1):
        return changes
    first, last = changes[0].moment.end, changes[-1].moment.end
    span = (last - first) / max(most - 1, 1) or timedelta.resolution
    return list({(turn.moment.end - first) // span: turn for turn in changes}.values())


def _steps(changes: Sequence[Turn], turns: Sequence[Turn], clock: _Clock) -> list[Row]:
    """Give a point a change of the answer, and one at the end; a gap parts two pieces."""
    told: list[Row] = []
    piece = 0
    for turn in changes:
        at = clock.at(turn.moment.end)
        if told and told[-1]["piece"] == piece:
            told.append({**told[-1], "at": at})
        piece += (
            turn.count is None or turn.count.high is None or not told or told[-1]["high"] is None
        )
        if turn.count is not None:
            told.append(
                {"at": at, "low": turn.low, "high": turn.high, "best": turn.best, "piece": piece}
            )
    if told and told[-1]["piece"] == piece:
        told.append({**told[-1], "at": clock.at(_end(turns))})
    return told


def _end(turns: Sequence[Turn]) -> datetime:
    """Give a moment somewhat after the last turn, for its answer to be seen."""
    first, last = turns[0].moment.end, turns[-1].moment.end
    longer = (last - first) * _LONGER or timedelta(days=1)
    return last + min(longer, datetime.max.replace(tzinfo=last.tzinfo) - last)


def _top(steps: Sequence[Row], marks: Sequence[Row]) -> int:
    told = [row[name] for row in steps for name in ("low", "high")]
    told += [row[name] for row in marks for name in ("number", "top")]
    most = max((number for number in told if isinstance(number, int)), default=1)
    return most + max(1, most // 8)
