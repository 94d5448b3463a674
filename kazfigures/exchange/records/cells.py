"""CSV: one record a row, in cells that no spreadsheet runs as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import IO, Final, TextIO

from kazfigures.errors import FieldError, ObservationError, RecordError
from kazfigures.exchange.records.fields import COLUMNS, LISTS, NUMBERS, Record
from kazfigures.exchange.records.writing import to_record
from kazfigures.observations import Entry

__all__ = [
    "OPEN",
    "csv_records",
    "csv_rows",
    "from_cells",
    "guarded",
    "to_cell",
    "to_cells",
    "write_csv",
]

OPEN: Final = "open"
_GUARD: Final = "'"
_TRIGGERS: Final = tuple("=+-@\t\r'＝＋－＠")  # noqa: RUF001 - the full-width twins run as well
_NO_ANSWERS: Final = frozenset(
    (
        *("#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#ERROR!"),
    )
)
"""What spreadsheets put into a cell that they could not work out."""
_MOST_DIGITS: Final = 19
_WIDEST_CELL: Final = 2**24


def csv_records(file: IO[str], name: str) -> Iterator[tuple[int, Record | RecordError]]:
    """Read the rows of a file with a header, each with its line, and a fault for what is none."""
    columns: list[str] | None = None
    for line, row in csv_rows(file, name):
        fault = partial(RecordError, name, line)
        if isinstance(row, RecordError):
            yield line, row
        elif columns is None:
            columns = row
            strange = [column for column in columns if column not in COLUMNS]
            if strange or len(set(columns)) != len(columns):
                yield line, fault("header", strange or columns, f"columns of {', '.join(COLUMNS)}")
                return
        elif len(row) != len(columns):
            yield line, fault("row", f"{len(row)} cells", f"{len(columns)} cells, one a column")
        else:
            try:
                yield line, from_cells(dict(zip(columns, row, strict=True)))
            except FieldError as error:
                yield line, error.at(name, line)


def csv_rows(file: IO[str], name: str) -> Iterator[tuple[int, list[str] | RecordError]]:
    """Read the rows of a file that are not empty, each with its line."""
    import csv  # noqa: PLC0415 - most ledgers are JSON Lines

    if csv.field_size_limit() < _WIDEST_CELL:  # a limit of the process, raised and left so
        csv.field_size_limit(_WIDEST_CELL)
    rows = csv.reader(file, strict=True)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            expected = f"a row of quoted or plain cells ({error})"
            yield line, RecordError(name, line, "row", None, expected)
            continue
        if row:
            yield line, row


def from_cells(cells: Mapping[str, str]) -> Record:
    """Give the record that cells hold, each under the name of its field."""
    record: Record = {}
    for name, cell in cells.items():
        if cell in _NO_ANSWERS:
            expected = f"what the spreadsheet could not work out ({_GUARD}{cell} is that text)"
            raise ObservationError(name, cell, expected)
        text = cell.removeprefix(_GUARD)
        if name in LISTS:
            if text:
                record[name] = _split(name, text)
        elif name == "high" and text == OPEN:
            record[name] = None
        elif name in NUMBERS:
            if text:
                record[name] = _number(name, text)
        elif text:
            record[name] = text
    return record


def _number(name: str, text: str) -> int:
    is_plain = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    if not is_plain or (text[0] == "0" and text != "0"):
        expected = f"plain digits{', or open' if name == 'high' else ''}"
        raise ObservationError(name, text, expected)
    return int(text)


def to_cell(value: str | int | list[str] | None) -> str:
    """Give a text, a number or a list of names as a cell holds it."""
    if value is None:
        return ""
    return guarded(str(value) if isinstance(value, str | int) else _joined(value))


def guarded(text: str) -> str:
    """Keep a spreadsheet from running a cell as a formula; reading strips the guard again.

    A text that is a spreadsheet's word for an error is guarded too, and so told from one.
    """
    return f"{_GUARD}{text}" if text.startswith(_TRIGGERS) or text in _NO_ANSWERS else text


def _joined(names: Iterable[str]) -> str:
    return " | ".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)


def _split(name: str, text: str) -> list[str]:
    """Undo `_joined`: part at bars that no backslash precedes."""
    names: list[list[str]] = [[]]
    escaped = False
    for character in text:
        is_mark = character in "\\|"
        if escaped and not is_mark:
            break
        if escaped or not is_mark:
            names[-1].append(character)
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            names.append([])
    if escaped:
        raise ObservationError(name, text, r"\\ for a backslash, and \| for a bar, in a name")
    return ["".join(name).strip() for name in names]


def to_cells(entry: Entry) -> dict[str, str]:
    """Give what an entry has to say of every column."""
    record = to_record(entry)
    if "high" in record and record["high"] is None:
        record["high"] = OPEN
    return {name: to_cell(record.get(name)) for name in COLUMNS}


def write_csv(file: TextIO, entries: Iterable[Entry], columns: Sequence[str] = COLUMNS) -> None:
    """Write a header and a row an entry."""
    import csv  # noqa: PLC0415

    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for entry in entries:
        cells = to_cells(entry)
        writer.writerow([cells[name] for name in columns])
