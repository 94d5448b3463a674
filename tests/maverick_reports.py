"""The MAVERICK reports of electoral violence, as a ledger, and what `eventreport` made of them.

CC BY 4.0: van Baalen and Höglund 2026, doi 10.1093/jopres/xjaf012; the reports are part of their
data, and the aggregates are what their R package `eventreport` computes from these reports.
`eventreport` takes each column for itself, so each is a measure of its own here, and each report
is a claimant of its own.
"""

import csv
from functools import cache
from pathlib import Path

from kazfigures import Count, Figure, Ledger, Measure, Moment, Observation, Source

COLUMNS = (
    *("deaths_best", "deaths_low", "deaths_high"),
    *("injuries_best", "injuries_low", "injuries_high"),
)
PREFIXES = ("conservative", "representative", "informative")

Numbers = dict[str, list[int]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reported(folder: Path, column: str) -> Numbers:
    """Give the numbers of a column by event, one a report."""
    numbers: Numbers = {}
    for row in rows(folder / "maverick-reports.csv"):
        numbers.setdefault(row["event_id"], []).append(int(row[column]))
    return numbers


def published(folder: Path, prefix: str) -> dict[Measure, int]:
    """Give what `eventreport` makes of every event and column."""
    return {
        measure_of(row["event_id"], column): int(row[f"{prefix}_{column}"])
        for row in rows(folder / "maverick-aggregated.csv")
        for column in COLUMNS
    }


@cache
def measure_of(event: str, column: str) -> Measure:
    outcome, _, definition = column.partition("_")
    return Measure(outcome, event=event, definition=definition)


@cache
def _day(date: str) -> Moment:
    return Moment(f"{date}[UTC]")


@cache
def _figure(number: str) -> Figure:
    return Figure(number, int(number), Count.exactly(int(number)))


def ledger_of(folder: Path, *columns: str) -> Ledger:
    """Make a ledger of some columns of the reports."""
    return Ledger(
        Observation(
            measure_of(row["event_id"], column),
            _figure(row[column]),
            Source(f"report {row['id']}"),
            as_of=_day(row["date_end"]),
            reported=_day(row["date_end"]),
        )
        for row in rows(folder / "maverick-reports.csv")
        for column in columns
    )
