"""A table of aliases in a file: CSV with the columns name and alias, one alias a row."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from typing import Final, TextIO

from kazfigures.aliases import Aliases, Row, misnamed, named
from kazfigures.errors import AliasError, ObservationError, RecordError, RecordsError
from kazfigures.exchange.records.cells import csv_rows
from kazfigures.exchange.records.ledger_files import opened

__all__ = ["load_aliases"]

_COLUMNS: Final = ["name", "alias"]


def load_aliases(path: str | os.PathLike[str]) -> Aliases:
    """Read the table of a newsroom's aliases from a CSV file.

    Its header is `name,alias`, and each row is the newsroom's name for a source and another name
    of it; a name with several aliases has several rows.
    The file is UTF-8, with or without a byte-order mark; blank lines say nothing.

    Raises:
        RecordsError: with every fault of the file.
        AliasError: for a path that no file has.
    """
    rows: dict[int, Row] = {}
    faults: list[RecordError] = []
    try:
        with opened(path) as (file, name):
            for line, row in _rows(file, name):
                if isinstance(row, RecordError):
                    faults.append(row)
                else:
                    rows[line] = row
    except ObservationError as error:
        raise AliasError(error.field, path, error.expected) from error
    lines = list(rows)
    for place, refused in misnamed(list(rows.values())):
        faults.append(refused.at(str(path), lines[place]))
    if faults:
        raise RecordsError(tuple(sorted(faults, key=lambda fault: fault.line)))
    table: dict[str, list[str]] = {}
    for name, alias in rows.values():
        table.setdefault(name, []).append(alias)
    return Aliases(table)


def _rows(file: TextIO, name: str) -> Iterator[tuple[int, Row | RecordError]]:
    """Read the rows below the header, each with its line, and a fault for what is none."""
    header: list[str] | None = None
    for line, row in csv_rows(file, name):
        fault = partial(RecordError, name, line)
        if isinstance(row, RecordError):
            yield line, row
        elif header is None:
            header = row
            if header != _COLUMNS:
                yield line, fault("header", ",".join(header), ",".join(_COLUMNS))
                return
        elif len(row) != len(_COLUMNS):
            yield line, fault("row", ",".join(row), "two cells, a name and one alias of it")
        else:
            try:
                yield line, (named("name", row[0]), named("alias", row[1]))
            except AliasError as error:
                yield line, error.at(name, line)
    if header is None:
        yield 1, RecordError(name, 1, "header", "", ",".join(_COLUMNS))
