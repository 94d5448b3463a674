"""Writing HXL."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from kazfigures.errors import LedgerError
from kazfigures.exchange.files import replacing
from kazfigures.exchange.records.cells import OPEN, guarded, to_cell, to_cells
from kazfigures.exchange.records.ledger_files import Place
from kazfigures.exchange.vocabularies.hxl.hashtags import (
    AFFECTED,
    COLUMNS,
    DATES,
    HIGH,
    NEEDED,
    OPEN_HIGH,
    steps,
)
from kazfigures.observations import Entry, Measure, Notice, Observation
from kazfigures.rules.estimates import Estimate

__all__ = ["dump_hxl", "to_hxl"]

_OF_OBSERVATIONS: Final = {one.tag: one.observation for one in COLUMNS if one.observation}
_OF_NOTICES: Final = {one.tag: one.notice for one in COLUMNS if one.notice}
_OF_ESTIMATES: Final = {one.tag: one.estimate for one in COLUMNS if one.estimate}


def to_hxl(
    values: Iterable[Entry] | Iterable[Estimate], *, places: Sequence[str] = ()
) -> list[list[str]]:
    """Give a table: a row of headers, a row of hashtags, and a row an entry or an estimate.

    A column that would be empty is left out.
    A place stands whole under `#loc+name`; `places` names the hashtags of its steps, broad to
    narrow, such as `["#country+name", "#adm1+name"]`, where you know that they are such.
    A count of people for which HXL has an attribute stands under it too: `#affected+killed+min`,
    `#affected+killed+max`, and the best number of an estimate as `#affected+killed`.

    >>> from kazfigures import Measure, Observation
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> said = Observation(Measure("killed"), "at least 18", "Interior Ministry", day, day)
    >>> _, tags, row = to_hxl([said])
    >>> dict(zip(tags, row))["#affected+killed+min"]
    '18'
    """
    found = steps(places)
    rows = [_row(value, found) for value in values]
    used = {tag for row in rows for tag, cell in row.items() if cell} or set(NEEDED)
    headers = {tag: header for tag, header in _headers(found).items() if tag in used}
    return [
        list(headers.values()),
        list(headers),
        *([row.get(tag, "") for tag in headers] for row in rows),
    ]


def dump_hxl(
    values: Iterable[Entry] | Iterable[Estimate], target: Place, *, places: Sequence[str] = ()
) -> None:
    """Write that table as CSV to a path, whole or not at all, or to an open text file."""
    if isinstance(target, str | os.PathLike):
        with replacing(Path(target)) as file:
            dump_hxl(values, file, places=places)
        return
    import csv  # noqa: PLC0415 - slow to load, and most ledgers are JSON Lines

    csv.writer(target, lineterminator="\n").writerows(to_hxl(values, places=places))


def _headers(places: Sequence[str]) -> dict[str, str]:
    """Give the header of every hashtag that there can be, in order."""
    headers: dict[str, str] = {}
    for column in COLUMNS:
        headers[column.tag] = column.name.replace("_", " ")
        if column.tag == "#loc+name":
            headers |= {place: place[1:].replace("+", " ") for place in places}
        if column.tag == HIGH:
            headers[OPEN_HIGH] = OPEN
            for outcome in AFFECTED:
                headers[f"#affected+{outcome}"] = outcome
                headers[f"#affected+{outcome}+min"] = f"{outcome}, low"
                headers[f"#affected+{outcome}+max"] = f"{outcome}, high"
        if column.tag in DATES:
            headers[DATES[column.tag]] = f"{headers[column.tag]}, zone"
    return headers


def _row(value: Entry | Estimate, places: Sequence[str]) -> dict[str, str]:
    """Give the cells of a row by their hashtags."""
    match value:
        case Observation():
            row = _tagged(_OF_OBSERVATIONS, to_cells(value))
            return row | _repeated(value.measure, row, places)
        case Notice():
            return _tagged(_OF_NOTICES, to_cells(value))
        case Estimate():
            row = _tagged(_OF_ESTIMATES, _of_estimate(value))
            return row | _repeated(value.measure, row, places)
        case _:
            expected = "observations and notices, or estimates"
            raise LedgerError("values", value, expected)


def _of_estimate(estimate: Estimate) -> dict[str, str]:
    """Give what an estimate says, as cells."""
    measure, window = estimate.measure, estimate.window
    until = window.until if window else estimate.as_of
    since = window.since if window else None
    is_open = estimate.count is not None and estimate.high is None
    said: Mapping[str, str | int | list[str] | None] = {
        "event": measure.event,
        "place": measure.place,
        "population": measure.population,
        "outcome": measure.outcome,
        "unit": measure.unit,
        "tally": measure.tally.value,
        "definition": measure.definition,
        "status": estimate.status.value,
        "best": estimate.best,
        "low": estimate.low,
        "high": OPEN if is_open else estimate.high,
        "since": since.text if since else None,
        "as_of": until.text if until else None,
        "sources": [claim.source.name for claim in estimate.claims],
        "rule": estimate.rule,
        "camps": [str(camp) for camp in estimate.camps],
        "used": len(estimate.used),
        "set_aside": len(estimate.set_aside),
        "entry": "estimate",
    }
    return {name: to_cell(value) for name, value in said.items()}


def _tagged(names: Mapping[str, str], cells: Mapping[str, str]) -> dict[str, str]:
    """Give cells by their hashtags, with dates and numbers in a form that HXL has."""
    row = {tag: cells[name] for tag, name in names.items()}
    for date, zone in DATES.items():
        row[date], _, named = row.get(date, "").partition("[")
        row[zone] = guarded(named.removesuffix("]"))
    if row.get(HIGH) == OPEN:
        row[HIGH], row[OPEN_HIGH] = "", OPEN
    return row


def _repeated(measure: Measure, row: Mapping[str, str], places: Sequence[str]) -> dict[str, str]:
    """Say again, under hashtags that others look for, where it was and how many people."""
    said = dict(zip(places, map(guarded, measure.place.split("/")), strict=False))
    if measure.unit == "people" and measure.outcome in AFFECTED:
        tag = f"#affected+{measure.outcome}"
        said[tag] = row.get("#indicator+num+best", "")
        said[f"{tag}+min"], said[f"{tag}+max"] = row["#indicator+num+min"], row[HIGH]
    return said
