"""Rows: the entries that the rows of a frame give, and all that stands in their way."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any, Final

from kazfigures.counts import Count
from kazfigures.errors import FieldError, ObservationError, RecordError
from kazfigures.exchange.frames.codebooks import Cells, Fields
from kazfigures.exchange.frames.columns import Table
from kazfigures.exchange.frames.opening import Opened
from kazfigures.exchange.frames.values import ZONELESS, Dating, Value, value_of
from kazfigures.exchange.records import Reader, Record
from kazfigures.exchange.records.cells import OPEN
from kazfigures.exchange.records.fields import FIGURE
from kazfigures.observations import Entry

__all__ = ["Rows"]

_TOLD: Final = ("wording", *FIGURE)


class Rows:
    """A frame as it is read, figure by figure; each cell is looked at once."""

    def __init__(self, name: str, frame: Opened, dating: Dating, reader: Reader) -> None:
        self._name = name
        self._frame = frame
        self._dating = dating
        self._reader = reader
        self._cells: dict[str, list[object]] = {}
        self._values: dict[tuple[str, Cells], tuple[list[Value], set[int]]] = {}
        self._faults: dict[tuple[int, str, str], RecordError] = {}

    @property
    def faults(self) -> tuple[RecordError, ...]:
        """All that was found wrong, by row; what is wrong for several figures is told once."""
        return tuple(sorted(self._faults.values(), key=lambda fault: fault.line))

    def refuse_columns_besides(self, table: Table[Any]) -> None:
        """Refuse columns that a table does not have."""
        known = [column.name for column in table.columns]
        for column in self._frame.columns:
            if column not in known:
                expected = (
                    f"a column that to_frame makes of {table}, or a codebook that explains it"
                )
                self._refuse(0, column, column, expected)

    def entries(self, figure: Fields, *, every: bool) -> Iterator[Entry]:
        """Read what the rows say of a figure.

        A row in which its cells are missing says nothing of it, unless `every` row must.
        """
        fields = dict(figure)
        if not self._has_all(fields):
            return
        needed = _needed(fields)
        told = {name: self._told(name, given) for name, given in fields.items()}
        cells = [name for name in _TOLD if isinstance(fields.get(name), Cells)]
        columns = [values for values, _ in told.values()]
        bad = set[int]().union(*(faulty for _, faulty in told.values()))
        for row, *values in zip(range(self._frame.rows), *columns, strict=False):
            record: Record = {
                name: value for name, value in zip(fields, values, strict=True) if value is not None
            }
            if not (
                every or not cells or any(row in told[name][1] or name in record for name in cells)
            ):
                continue
            lacking = [name for name in needed if name not in record]
            if lacking or row in bad:
                for name in lacking:
                    if row not in told[name][1]:
                        self._refuse_field(row, name, fields[name], None, "a value")
                continue
            try:
                _write_figure(record, fields)
                yield self._reader.entry(record)
            except FieldError as error:
                name = error.field
                if name in _TOLD and name not in fields:  # a number that was written as an end
                    name = cells[0] if cells else "wording"
                self._refuse_field(row, name, fields.get(name), error.value, error.expected)

    def _has_all(self, fields: Mapping[str, Any]) -> bool:
        """Whether the frame has every column that the fields need, and the fields all they need."""
        missing = [
            column
            for given in fields.values()
            if isinstance(given, Cells)
            for column in given.columns
            if column not in self._frame.columns
        ]
        for column in missing:
            self._refuse(0, column, [*self._frame.columns], "a column of that name")
        unsaid = [name for name in _needed(fields) if name not in fields]
        for name in unsaid:
            self._refuse(0, name, None, "a column or a constant that gives it")
        return not missing and not unsaid

    def _told(self, name: str, given: object) -> tuple[Iterable[Value], set[int]]:
        """Give the value of a field in every row, and the rows that have none."""
        if isinstance(given, Cells):
            key = (name, given)
            if key not in self._values:
                self._values[key] = self._read(name, given)
            return self._values[key]
        try:
            return repeat(value_of(name, self._dating)(given)), set()
        except FieldError as error:
            self._refuse(0, name, error.value, error.expected)
            return repeat(None), {*range(self._frame.rows)}

    def _read(self, name: str, given: Cells) -> tuple[list[Value], set[int]]:
        """Read the cells that give a field, those that are alike once."""
        read = _remembering(_reading(name, given, value_of(name, self._dating)))
        values: list[Value] = []
        faulty: set[int] = set()
        for row, cells in enumerate(zip(*map(self._column, given.columns), strict=True)):
            value = read(cells)
            if isinstance(value, FieldError):
                faulty.add(row)
                self._refuse(row + 1, str(given), _shown(cells), value.expected)
                value = None
            values.append(value)
        return values, faulty

    def _column(self, name: str) -> list[object]:
        if name not in self._cells:
            self._cells[name] = self._frame.cells(name)
        return self._cells[name]

    def _refuse_field(
        self, row: int, name: str, given: object, value: object, expected: str
    ) -> None:
        """Refuse what a row says of a field, by the name of its column where it has one."""
        if isinstance(given, Cells):
            name = str(given)
            value = _shown(tuple(self._column(column)[row] for column in given.columns))
        self._refuse(row + 1, name, value, expected)

    def _refuse(self, line: int, column: str, value: object, expected: str) -> None:
        if expected is ZONELESS:
            line = 0
        fault = RecordError(self._name, line, column, value, expected)
        self._faults.setdefault((line, column, expected), fault)


def _needed(fields: Mapping[str, Any]) -> list[str]:
    """Give the fields that a record of these must have."""
    if fields.get("entry") == "notice":
        return ["notice", "of", "by", "at"]
    needed = ["outcome", "source", "as_of", "reported"]
    if "wording" not in fields and {"low", "high"} & {*fields}:
        return [*needed, "low", "high"]
    return [*needed, "stated" if "wording" not in fields and "stated" in fields else "wording"]


def _reading(name: str, given: Cells, value: Callable[[Any], Value]) -> Callable[..., Value]:
    """Give the function that makes the value of a field from the cells that give it."""

    def read(*cells: object) -> Value:
        made: object = cells[0]
        if given.read is not None:
            if all(cell is None for cell in cells):
                return None
            try:
                made = given.read(*cells)
            except FieldError:
                raise
            except ValueError as error:
                raise ObservationError(name, cells, f"what can be read ({error})") from error
        return value(made)

    return read


def _remembering(
    read: Callable[..., Value],
) -> Callable[[tuple[object, ...]], Value | FieldError]:
    """Read what has been read before from memory, and give a fault in place of a value."""
    known: dict[Hashable, Value | FieldError] = {}

    def remembered(cells: tuple[object, ...]) -> Value | FieldError:
        key = (cells, *map(type, cells))  # 1, 1.0 and True are equal as keys
        try:
            if key in known:
                return known[key]
        except TypeError:  # a list
            return _tried(read, cells)
        return known.setdefault(key, _tried(read, cells))

    return remembered


def _tried(read: Callable[..., Value], cells: tuple[object, ...]) -> Value | FieldError:
    try:
        return read(*cells)
    except FieldError as error:
        return error


def _shown(cells: tuple[object, ...]) -> object:
    return cells[0] if len(cells) == 1 else cells


def _write_figure(record: Record, fields: Mapping[str, Any]) -> None:
    """Write the figure as records do: words, and the numbers that they allow."""
    wording = record.get("wording")
    if isinstance(wording, int):
        record["wording"] = str(wording)
        if not any(name in record for name in FIGURE):
            record |= dict.fromkeys(FIGURE, wording)
    elif "wording" not in fields and fields.get("entry") != "notice":
        _write_wording(record)
    elif wording == "None" and not any(name in record for name in FIGURE):
        # As words it is zero; as text that a program wrote it is a cell that is missing.
        expected = "a figure, or a cell that is missing, for which programs write this"
        raise ObservationError("wording", wording, expected)
    if record.get("high") == OPEN:
        record["high"] = None


def _write_wording(record: Record) -> None:
    """Write numbers as words: 18, 15 to 20, or 18 (15 to 20)."""
    if "low" not in record and "high" not in record:
        record["low"] = record["high"] = record["stated"]
    count = Count(record["low"], None if record["high"] == OPEN else record["high"])
    if count.is_exact:
        record.setdefault("stated", count.low)
    stated = record.get("stated")
    if stated is None or count.is_exact:
        record["wording"] = str(count)
    else:
        record["wording"] = f"{stated:,} ({count})"
    if stated is not None and stated not in count:
        raise ObservationError("stated", stated, f"a number within the range, {count}")
