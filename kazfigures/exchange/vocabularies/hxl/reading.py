"""Reading HXL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

from kazfigures.errors import FieldError, ObservationError, RecordError
from kazfigures.exchange.records.cells import OPEN, csv_rows, from_cells
from kazfigures.exchange.records.ledger_files import Place, gathered, opened
from kazfigures.exchange.records.reading import Reader
from kazfigures.exchange.vocabularies.hxl.hashtags import (
    COLUMNS,
    DATES,
    NEEDED,
    OPEN_HIGH,
    OURS,
    hashtag,
)
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry
from kazfigures.wording import WordTable, plain

__all__ = ["from_hxl", "load_hxl"]

_Numbered: TypeAlias = Iterable[tuple[int, Sequence[str] | RecordError]]

_NOTICED: Final = {one.tag: one.notice or one.name for one in COLUMNS}
_OBSERVED: Final = {one.tag: one.name for one in COLUMNS}
_OF_ENTRIES: Final = frozenset((NEEDED[0], "#meta+notice+type", "#meta+entry"))
"""Without one of these a table has no row of ours: it is somebody else's."""
_ROWS_TO_TAGS: Final = 25  # the standard looks no further down


def from_hxl(rows: Iterable[Sequence[str]], *, words: WordTable = plain) -> Ledger:
    """Read a table with a row of our hashtags, in any order; columns of other tags are passed over.

    The row of hashtags is one of the first 25, and may have any rows before it.
    Where a row has no numbers, its wording is read with `words`.

    Raises:
        RecordsError: with the first fault of every row.
    """
    return gathered(_items(enumerate(rows, start=1), "table", words))


def load_hxl(source: Place, *, words: WordTable = plain) -> Ledger:
    """Read that table from a CSV file, by path or open.

    Raises:
        RecordsError: with the first fault of every row.
    """
    with opened(source) as (file, name):
        return gathered(_items(csv_rows(file, name), name, words))


def _items(rows: _Numbered, name: str, words: WordTable) -> Iterator[Entry | RecordError]:
    """Read the rows entry by entry, with a fault in the place of what is none."""
    reader = Reader(words)
    for line, row in _tagged(rows, name):
        if isinstance(row, RecordError):
            yield row
            continue
        try:
            yield reader.entry(from_cells(_cells(row)))
        except FieldError as error:
            yield error.at(name, line)


def _tagged(rows: _Numbered, name: str) -> Iterator[tuple[int, Mapping[str, str] | RecordError]]:
    """Give the rows after the hashtags, their cells by our tags, and a fault for what is none."""
    tags: list[str] = []
    before = 0
    for line, row in rows:
        fault = partial(RecordError, name, line)
        if isinstance(row, RecordError):
            yield line, row
        elif not all(isinstance(cell, str) for cell in row):
            yield line, fault("row", row, "cells of text")
        elif not tags:
            tags = _hashtags(row)
            before += 1
            if not tags and before == _ROWS_TO_TAGS:
                break
            if tags and (wrong := _wrong_in(tags)):
                yield line, fault("hashtags", *wrong)
                return
        elif len(row) != len(tags):
            yield line, fault("row", f"{len(row)} cells", f"{len(tags)} cells, one a hashtag")
        elif any(row):
            yield line, {tag: cell for tag, cell in zip(tags, row, strict=True) if tag in OURS}
    if not tags:
        expected = f"a row of hashtags such as #indicator+name, among the first {_ROWS_TO_TAGS}"
        yield 1, RecordError(name, 1, "hashtags", None, expected)


def _hashtags(row: Sequence[str]) -> list[str]:
    """Give the hashtags of a row, nothing where a cell is empty; no list where one is no tag."""
    tags = [hashtag(cell) for cell in row]
    bare = [cell for cell, tag in zip(row, tags, strict=True) if not tag and cell.strip()]
    return tags if any(tags) and not bare else []


def _wrong_in(tags: Sequence[str]) -> tuple[object, str] | None:
    """Give what is wrong with a row of hashtags, and what would be right."""
    twice = [tag for tag, times in Counter(tags).items() if tag in OURS and times > 1]
    if twice:
        return twice[0], "every hashtag of ours once"
    if _OF_ENTRIES.isdisjoint(tags):
        return list(tags), f"hashtags of ours, {', '.join(NEEDED)} among them"
    return None


def _cells(row: Mapping[str, str]) -> dict[str, str]:
    """Give what the cells of a row say, by the names of the fields."""
    names = _NOTICED if row.get("#meta+entry") == "notice" else _OBSERVED
    cells = {names[tag]: cell for tag, cell in row.items() if tag in names and cell}
    for tag, zone in DATES.items():
        if row.get(zone):
            named = row[zone].removeprefix("'")
            cells[names[tag]] = f"{row.get(tag, '')}[{named}]"
    if row.get(OPEN_HIGH):
        if row[OPEN_HIGH] != OPEN or "high" in cells:
            expected = "no cell, or the word open where there is no high end"
            raise ObservationError("open", row[OPEN_HIGH], expected)
        cells["high"] = OPEN
    return cells
