"""Timelines and differences as the command line tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import asdict

from kazfigures.cli.cells import high_end, measure_cells, said, window_cells
from kazfigures.cli.tables import Column, Sheet
from kazfigures.counts import Count
from kazfigures.exchange.records import to_record
from kazfigures.exchange.records.fields import MEASURE
from kazfigures.observations import Entry, Measure, Notice
from kazfigures.rules.estimates import Camp, Estimate, Status
from kazfigures.timelines import Change, Diff, Difference, Timeline, Turn
from kazfigures.timelines.dockets import known_in_words

__all__ = [
    "diff_cells",
    "diff_sheet",
    "difference_record",
    "summary",
    "timeline_cells",
    "timeline_record",
    "timeline_sheet",
]


def timeline_sheet(timeline: Timeline, turns: Iterable[Turn], title: str) -> Sheet:
    """Give one row a turn, as people read it."""
    columns = (
        Column("Known from"),
        Column("Range"),
        Column("Best", is_number=True),
        Column("Status", is_whole=True),
        Column("Change"),
        Column("What came in", below="Known from"),
        Column("Camps", below="Known from"),
    )
    rows = tuple(
        (
            known_in_words(turn.moment),
            said(turn.status, turn.count),
            turn.best,
            turn.status.value,
            _changes(turn.changes),
            "; ".join(map(_came_in, turn.entries)),
            _camps(turn.camps),
        )
        for turn in turns
    )
    window = f", {timeline.window}" if timeline.window else ""
    return Sheet(columns, rows, f"{title}{window}")


def timeline_cells(told: Sequence[tuple[Timeline, Sequence[Turn]]]) -> Sheet:
    """Give one row a turn, as programs read it."""
    names = (
        *(*MEASURE, "since", "until", "rule", "known_from", "status", "low", "high", "best"),
        *("changes", "camps", "entries"),
    )
    rows = tuple(
        (
            *measure_cells(timeline.measure).values(),
            *window_cells(timeline.window).values(),
            *(timeline.rule, turn.moment.text, turn.status.value, *_ends(turn.count), turn.best),
            *(_changes(turn.changes), _camps(turn.camps)),
            "; ".join(entry.id for entry in turn.entries),
        )
        for timeline, turns in told
        for turn in turns
    )
    return Sheet(tuple(map(Column, names)), rows)


def timeline_record(timeline: Timeline, turns: Iterable[Turn]) -> dict[str, Any]:
    """Give a timeline as an object of JSON; the names in it are a promise to programs.

    A turn holds from `known_from`, the end of it where that is a span, until the next.
    A `high` beside a `low` is null where it is open, and `entries` are the records that came in.
    """
    return {
        **measure_cells(timeline.measure),
        "window": None if timeline.window is None else window_cells(timeline.window),
        "rule": timeline.rule,
        "turns": [
            {
                "known_from": turn.moment.text,
                **_answer(turn.status, turn.count, turn.best, turn.camps),
                "changes": [change.value for change in turn.changes],
                "entries": [to_record(entry) for entry in turn.entries],
            }
            for turn in turns
        ],
    }


def diff_sheet(told: Iterable[Difference], headings: Mapping[Measure, str], title: str) -> Sheet:
    """Give one row a question, as people read it."""
    columns = (
        Column("Measure"),
        Column("Change"),
        Column("Before"),
        Column("After"),
        Column("Camps", below="Measure"),
    )
    rows = tuple(
        (
            f"{headings[one.measure]}{f', {one.window}' if one.window else ''}",
            _changes(one.changes) or "unchanged",
            _told(one.before),
            _told(one.after),
            _camps(one.after.camps) if one.after else "",
        )
        for one in told
    )
    return Sheet(columns, rows, title)


def diff_cells(told: Iterable[Difference]) -> Sheet:
    """Give one row a question, as programs read it."""
    sides = ("before", "after")
    names = (
        *(*MEASURE, "since", "until", "changes"),
        *(f"{side}_{name}" for side in sides for name in ("status", "low", "high", "best")),
    )
    rows = tuple(
        (
            *measure_cells(one.measure).values(),
            *window_cells(one.window).values(),
            _changes(one.changes),
            *_side(one.before),
            *_side(one.after),
        )
        for one in told
    )
    return Sheet(tuple(map(Column, names)), rows)


def difference_record(one: Difference) -> dict[str, Any]:
    """Give a difference as an object of JSON; the names in it are a promise to programs."""
    return {
        **measure_cells(one.measure),
        "window": None if one.window is None else window_cells(one.window),
        "changes": [change.value for change in one.changes],
        "before": _estimate(one.before),
        "after": _estimate(one.after),
    }


def summary(diff: Diff) -> str:
    """Say how many questions changed."""
    return f"{len(diff.changed):,} changed, {len(diff.unchanged):,} unchanged."


def _came_in(entry: Entry) -> str:
    if isinstance(entry, Notice):
        return str(entry)
    return f"{entry.figure.wording} ({entry.attribution})"


def _changes(changes: Sequence[Change]) -> str:
    return " and ".join(change.value for change in changes)


def _camps(camps: Sequence[Camp]) -> str:
    return " against ".join(map(str, camps))


def _told(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    number = said(estimate.status, estimate.count)
    return f"{number}, {estimate.status.value}" if number else estimate.status.value


def _ends(count: Count | None) -> tuple[int | None, int | str | None]:
    return None if count is None else count.low, high_end(count)


def _side(estimate: Estimate | None) -> tuple[str | int | None, ...]:
    if estimate is None:
        return (None, None, None, None)
    return (estimate.status.value, *_ends(estimate.count), estimate.best)


def _estimate(estimate: Estimate | None) -> dict[str, Any] | None:
    if estimate is None:
        return None
    return _answer(estimate.status, estimate.count, estimate.best, estimate.camps)


def _answer(
    status: Status, count: Count | None, best: int | None, camps: Iterable[Camp]
) -> dict[str, Any]:
    return {
        "status": status.value,
        "low": None if count is None else count.low,
        "high": None if count is None else count.high,
        "best": best,
        "camps": [
            {**asdict(camp.count), "sources": [source.name for source in camp.sources]}
            for camp in camps
        ],
    }
