"""HXL: a ledger as a table with a row of hashtags, as humanitarian organisations exchange data.

The tags follow the Humanitarian Exchange Language 1.1: core hashtags, with attributes of its
dictionary where one fits and of our own where none does.
A row is a claim, and several rows may count the same dead: add nothing up.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from kazfigures import collector
from kazfigures.errors import FieldError, LedgerError, ObservationError, RecordError, RecordsError
from kazfigures.exchange.files import replacing
from kazfigures.exchange.records.cells import OPEN, csv_rows, from_cells, guarded, to_cells
from kazfigures.exchange.records.ledger_files import Place, opened
from kazfigures.exchange.records.reading import Reader
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry, Observation
from kazfigures.wording import WordTable, plain

__all__ = ["dump_hxl", "from_hxl", "load_hxl", "to_hxl"]

_Numbered: TypeAlias = Iterable[tuple[int, Sequence[str] | RecordError]]

# A column: its hashtag, the field of an observation that it holds, and the field of a notice.
_COLUMNS: Final = (
    ("#event+name", "event", ""),
    ("#loc+name", "place", ""),
    ("#group+name", "population", ""),
    ("#indicator+name", "outcome", ""),
    ("#indicator+unit", "unit", ""),
    ("#indicator+type", "tally", ""),
    ("#indicator+definition", "definition", ""),
    ("#description+wording", "wording", ""),
    ("#indicator+num+stated", "stated", ""),
    ("#indicator+num+min", "low", ""),
    ("#indicator+num+max", "high", ""),
    ("#date+start", "since", ""),
    ("#date+end", "as_of", ""),
    ("#date+reported", "reported", "at"),
    ("#date+recorded", "recorded", ""),
    ("#meta+source+name", "source", "by"),
    ("#meta+source+type", "source_kind", "by_kind"),
    ("#meta+source+side", "side", "by_side"),
    ("#meta+source+grade", "grade", "by_grade"),
    ("#meta+relays", "via", ""),
    ("#meta+statement", "origin", ""),
    ("#meta+credibility", "credibility", ""),
    ("#meta+url", "url", "url"),
    ("#meta+note", "note", ""),
    ("#meta+notice+type", "", "notice"),
    ("#meta+notice+of", "", "of"),
    ("#meta+notice+instead", "", "instead"),
    ("#meta+notice+reason", "", "reason"),
    ("#meta+entry", "entry", "entry"),
    ("#meta+id", "id", "id"),
)
_OBSERVED: Final = {tag: said or noticed for tag, said, noticed in _COLUMNS}
_NOTICED: Final = {tag: noticed or said for tag, said, noticed in _COLUMNS}
_HIGH: Final = "#indicator+num+max"
_OPEN_HIGH: Final = "#indicator+open"
_ZONES: Final = {tag: f"#meta+zone+{tag[6:]}" for tag in _OBSERVED if tag.startswith("#date+")}
_OURS: Final = frozenset((*_OBSERVED, *_ZONES.values(), _OPEN_HIGH))
_SPELLED: Final = {
    (tag, frozenset(attributes)): "+".join((tag, *attributes))
    for tag, *attributes in (ours.split("+") for ours in _OURS)
}
_NEEDED: Final = ("#indicator+name", "#description+wording", "#date+end", "#date+reported")
_AFFECTED: Final = ("killed", "injured", "displaced", "abducted", "infected")
_WORD: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_ROWS_TO_TAGS: Final = 25


def to_hxl(entries: Iterable[Entry], *, places: Sequence[str] = ()) -> list[list[str]]:
    """Give a table: a row of headers, a row of hashtags, and a row an entry.

    A column that would be empty is left out.
    A place stands whole under `#loc+name`; `places` names the hashtags of its steps, broad to
    narrow, such as `["#country+name", "#adm1+name"]`, where you know that they are such.
    The ends of a count of people for which HXL has an attribute stand under it too:
    `#affected+killed+min`, `#affected+killed+max`.

    >>> from kazfigures import Measure, Observation
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> said = Observation(Measure("killed"), "at least 18", "Interior Ministry", day, day)
    >>> _, tags, row = to_hxl([said])
    >>> dict(zip(tags, row))["#affected+killed+min"]
    '18'
    """
    steps = _checked(places)
    rows = [_row(entry, steps) for entry in entries]
    used = {tag for row in rows for tag, cell in row.items() if cell}.union(_NEEDED)
    headers = {tag: header for tag, header in _headers(steps).items() if tag in used}
    return [
        list(headers.values()),
        list(headers),
        *([row.get(tag, "") for tag in headers] for row in rows),
    ]


def dump_hxl(entries: Iterable[Entry], target: Place, *, places: Sequence[str] = ()) -> None:
    """Write that table as CSV to a path, whole or not at all, or to an open text file."""
    if isinstance(target, str | os.PathLike):
        with replacing(Path(target)) as file:
            dump_hxl(entries, file, places=places)
        return
    import csv  # noqa: PLC0415 - slow to load, and most ledgers are JSON Lines

    csv.writer(target, lineterminator="\n").writerows(to_hxl(entries, places=places))


def from_hxl(rows: Iterable[Sequence[str]], *, words: WordTable = plain) -> Ledger:
    """Read a table with a row of our hashtags, in any order; columns of other tags are passed over.

    The row of hashtags is one of the first 25, and may have any rows before it.
    Where a row has no numbers, its wording is read with `words`.

    Raises:
        RecordsError: with the first fault of every row.
    """
    return _ledger(enumerate(rows, start=1), "table", words)


def load_hxl(source: Place, *, words: WordTable = plain) -> Ledger:
    """Read that table from a CSV file, by path or open.

    Raises:
        RecordsError: with the first fault of every row.
    """
    with opened(source) as (file, name):
        return _ledger(csv_rows(file, name), name, words)


def _headers(steps: Sequence[str]) -> dict[str, str]:
    """Give the header of every tag that there can be, in order."""
    headers: dict[str, str] = {}
    for tag, said, noticed in _COLUMNS:
        headers[tag] = (said or noticed).replace("_", " ")
        if tag == "#loc+name":
            headers |= {step: step[1:].replace("+", " ") for step in steps}
        if tag == _HIGH:
            headers[_OPEN_HIGH] = "open"
            for outcome in _AFFECTED:
                headers[f"#affected+{outcome}+min"] = f"{outcome}, low"
                headers[f"#affected+{outcome}+max"] = f"{outcome}, high"
        if tag in _ZONES:
            headers[_ZONES[tag]] = f"{headers[tag]}, zone"
    return headers


def _checked(places: Sequence[str]) -> list[str]:
    steps = [_hashtag(place) for place in places]
    for place, step in zip(places, steps, strict=True):
        if not step or step in _headers(()) or steps.count(step) > 1:
            raise LedgerError("places", place, "a hashtag such as #adm1+name, each once")
    return steps


def _row(entry: Entry, steps: Sequence[str]) -> dict[str, str]:
    """Give the cells of an entry by their tags."""
    cells = to_cells(entry)
    names = _OBSERVED if isinstance(entry, Observation) else _NOTICED
    row = {tag: cells[name] for tag, name in names.items()}
    for tag, zone in _ZONES.items():
        row[tag], _, named = row[tag].partition("[")
        row[zone] = guarded(named.removesuffix("]"))
    if row[_HIGH] == OPEN:
        row[_HIGH], row[_OPEN_HIGH] = "", OPEN
    if isinstance(entry, Observation):
        measure = entry.measure
        row |= dict(zip(steps, map(guarded, measure.place.split("/")), strict=False))
        if measure.unit == "people" and measure.outcome in _AFFECTED:
            row[f"#affected+{measure.outcome}+min"] = row["#indicator+num+min"]
            row[f"#affected+{measure.outcome}+max"] = row[_HIGH]
    return row


def _ledger(rows: _Numbered, name: str, words: WordTable) -> Ledger:
    entries: list[Entry] = []
    faults: list[RecordError] = []
    reader = Reader(words)
    with collector.paused():
        for line, row in _tagged(rows, name):
            if isinstance(row, RecordError):
                faults.append(row)
                continue
            try:
                entries.append(reader.entry(from_cells(_cells(row))))
            except FieldError as error:
                faults.append(RecordError(name, line, error.field, error.value, error.expected))
        if faults:
            raise RecordsError(tuple(faults))
        return Ledger(entries)


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
            twice = [tag for tag, times in Counter(tags).items() if tag in _OURS and times > 1]
            if twice:
                yield line, fault("hashtags", twice[0], "every hashtag of ours once")
                return
            if not tags and before == _ROWS_TO_TAGS:
                break
        elif len(row) != len(tags):
            yield line, fault("row", f"{len(row)} cells", f"{len(tags)} cells, one a hashtag")
        elif any(row):
            yield line, {tag: cell for tag, cell in zip(tags, row, strict=True) if tag in _OURS}
    if not tags:
        expected = f"a row of hashtags such as #indicator+name, among the first {_ROWS_TO_TAGS}"
        yield 1, RecordError(name, 1, "hashtags", None, expected)


def _hashtags(row: Sequence[str]) -> list[str]:
    """Give the hashtags of a row, nothing where a cell is empty; no list where one is no tag."""
    tags = [_hashtag(cell) for cell in row]
    bare = [cell for cell, tag in zip(row, tags, strict=True) if not tag and cell.strip()]
    return tags if any(tags) and not bare else []


def _hashtag(text: str) -> str:
    """Give the one form of a hashtag, whatever the order of its attributes; "" where it is none."""
    tag, *attributes = (part.strip().lower() for part in text.split("+"))
    if tag[:1] != "#" or not all(map(_WORD.fullmatch, (tag[1:], *attributes))):
        return ""
    return _SPELLED.get((tag, frozenset(attributes)), "+".join((tag, *sorted(set(attributes)))))


def _cells(row: Mapping[str, str]) -> dict[str, str]:
    """Give what the cells of a row say, by the names of the fields."""
    names = _NOTICED if row.get("#meta+entry") == "notice" else _OBSERVED
    cells = {names[tag]: cell for tag, cell in row.items() if tag in names and cell}
    for tag, zone in _ZONES.items():
        if row.get(zone):
            named = row[zone].removeprefix("'")
            cells[names[tag]] = f"{row.get(tag, '')}[{named}]"
    if row.get(_OPEN_HIGH):
        if row[_OPEN_HIGH] != OPEN or "high" in cells:
            expected = "no cell, or the word open where there is no high end"
            raise ObservationError("open", row[_OPEN_HIGH], expected)
        cells["high"] = OPEN
    return cells
