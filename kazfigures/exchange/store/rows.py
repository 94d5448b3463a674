"""Rows: an entry as the tables hold it, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from kazfigures.exchange.records import COLUMNS, Reader, Record, to_record
from kazfigures.exchange.records.fields import FIGURE, LISTS, MEASURE
from kazfigures.exchange.store.chains import Seal, link
from kazfigures.ledgers import published
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Observation, digest, said_of

__all__ = [
    "STORED",
    "Row",
    "entry_of",
    "instant",
    "key_of",
    "measure_of",
    "measure_row",
    "row_of",
    "seal_of",
]

Cell: TypeAlias = str | int | None
Row: TypeAlias = dict[str, Cell]

_TOLD: Final = tuple(name for name in COLUMNS if name not in MEASURE)
STORED: Final = ("seq", "measure", "known_from", *_TOLD, "chain")
"""What the table of entries holds of one."""


def row_of(entry: Entry, before: Seal) -> Row:
    """Give the row of an entry that follows what a seal stands for."""
    record = to_record(entry)
    row: Row = {name: record.get(name) for name in _TOLD}
    for name in LISTS:
        if row[name] is not None:
            row[name] = json.dumps(row[name], ensure_ascii=False)
    row["seq"] = before.entries + 1
    row["measure"] = key_of(entry.measure) if isinstance(entry, Observation) else None
    row["known_from"] = instant(published(entry))
    row["chain"] = link(before.chain, record)
    return row


def measure_row(measure: Measure) -> Row:
    """Give the row of a measure."""
    return {"key": key_of(measure), **dict(zip(MEASURE, map(str, said_of(measure)), strict=True))}


def measure_of(row: Row) -> Measure:
    """Build the measure that a row holds."""
    return Measure(*(str(row[name]) for name in MEASURE))


def entry_of(
    row: Mapping[str, Cell], measures: Mapping[str, Mapping[str, Cell]], reader: Reader
) -> Entry:
    """Build the entry that a row holds.

    Raises:
        KazfiguresError: for a row that holds none.
    """
    record: Record = {
        name: json.loads(str(row[name])) if name in LISTS else row[name]
        for name in _TOLD
        if row[name] is not None
    }
    if row["measure"] is not None:
        counted = measures[str(row["measure"])]
        record |= {name: counted[name] for name in MEASURE}
        record |= {name: row[name] for name in FIGURE}
    return reader.entry(record)


def seal_of(row: Row) -> Seal:
    """Give what a store is known by whose last entry a row holds."""
    return Seal(int(str(row["seq"])), str(row["chain"]))


def instant(moment: Moment) -> str:
    """Give the end of a moment as text that sorts as time does."""
    return moment.end.isoformat(timespec="microseconds").replace("+00:00", "Z")


@lru_cache(maxsize=1_000)
def key_of(measure: Measure) -> str:
    """Give the key of a measure, a short hash of what it says."""
    return digest("measure", *said_of(measure))
