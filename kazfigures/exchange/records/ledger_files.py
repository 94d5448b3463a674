"""Files of records: read entry by entry or whole, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, TextIO, TypeAlias

from kazfigures import collector
from kazfigures.errors import FieldError, ObservationError, RecordError, RecordsError
from kazfigures.exchange.files import replacing
from kazfigures.exchange.records.cells import csv_records, write_csv
from kazfigures.exchange.records.json_lines import json_records, write_json
from kazfigures.exchange.records.reading import Reader
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry
from kazfigures.wording import WordTable, plain

__all__ = ["FORMATS", "Format", "Place", "dump", "extend", "gathered", "load", "opened", "stream"]

Format: TypeAlias = Literal["jsonl", "csv"]
Place: TypeAlias = str | os.PathLike[str] | TextIO

FORMATS: Final[Mapping[str, Format]] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}


def stream(
    source: Place,
    *,
    format: Format | None = None,  # noqa: A002 - what a file has, in every tongue of the trade
    words: WordTable = plain,
) -> Iterator[Entry | RecordError]:
    """Read a file entry by entry: each as it comes, and in its place a RecordError for a fault.

    `source` is a path, whose ending tells the format, or an open text file, which is JSON Lines
    unless `format` says "csv".
    Memory does not grow with the file.
    """
    kind = _format(source, format)
    with opened(source) as (file, name):
        reader = Reader(words)
        line = 0
        try:
            for line, record in (csv_records if kind == "csv" else json_records)(file, name):
                if isinstance(record, RecordError):
                    yield record
                    continue
                try:
                    yield reader.entry(record)
                except FieldError as error:
                    yield error.at(name, line)
        except UnicodeDecodeError as error:  # of a file that the caller opened to be strict
            wrong = error.object[error.start : error.end]
            yield RecordError(name, line + 1, "record", wrong, f"{error.encoding} from here on")


def load(source: Place, *, format: Format | None = None, words: WordTable = plain) -> Ledger:  # noqa: A002
    """Read a file, or an open text file, into a ledger.

    Raises:
        RecordsError: with every fault of the file; `stream` gives what can be read besides.
    """
    return gathered(stream(source, format=format, words=words))


def gathered(items: Iterable[Entry | RecordError]) -> Ledger:
    """Make a ledger of entries as they are read, or raise all the faults among them."""
    entries: list[Entry] = []
    faults: list[RecordError] = []
    with collector.paused():
        for item in items:
            if isinstance(item, RecordError):
                faults.append(item)
            else:
                entries.append(item)
        if faults:
            raise RecordsError(tuple(faults))
        return Ledger(entries)


def dump(entries: Iterable[Entry], target: Place, *, format: Format | None = None) -> None:  # noqa: A002
    """Write entries to a path or to an open text file.

    A path is written whole or not at all: until all is safely on disk, an old file stays as it is.
    """
    kind = _format(target, format)
    write: Callable[[TextIO, Iterable[Entry]], None] = write_csv if kind == "csv" else write_json
    if isinstance(target, str | os.PathLike):
        with replacing(Path(target)) as file:
            write(file, entries)
    else:
        write(target, entries)


def extend(path: str | os.PathLike[str], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Add entries to a file of JSON Lines, all of them or none, and give those that are new.

    What the file holds stays as it is, and is not added again; a file that is missing is made.

    Raises:
        RecordsError: with every fault of the file as it is.
        LedgerError: for corrections that would run in a circle.
    """
    place = Path(path)
    if _format(path, None) != "jsonl":
        raise ObservationError("path", str(path), "a file of JSON Lines, that ends in .jsonl")
    ledger = load(place) if place.exists() else Ledger()
    known = {entry.id for entry in ledger}
    new = tuple(entry for entry in Ledger(entries) if entry.id not in known)
    Ledger([*ledger, *new])
    if new:
        with replacing(place) as file:
            if place.exists():
                with place.open(encoding="utf-8", newline="") as old:
                    for line in old:
                        file.write(line if line.endswith("\n") else f"{line}\n")
            write_json(file, new)
    return new


def _format(place: Place, given: str | None) -> Format:
    if isinstance(place, str | os.PathLike):
        _check_path(os.fspath(place))
    elif given is None:
        return "jsonl"
    ending = Path(place).suffix.lower() if isinstance(place, str | os.PathLike) else ""
    kind = FORMATS.get(ending if given is None else f".{given}")
    if kind is None:
        expected = f"a name that ends in {', '.join(FORMATS)}, or a format, jsonl or csv"
        raise ObservationError("format", given or str(place), expected)
    return kind


def _check_path(path: str) -> None:
    try:
        is_path = b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        is_path = False
    if not is_path:
        raise ObservationError("path", path, "a path without NUL and lone surrogates")


def _is_text(source: object) -> bool:
    read: Callable[[int], object] = getattr(source, "read", lambda _: "")
    return isinstance(source, Iterable) and isinstance(read(0), str)


@contextmanager
def opened(source: Place) -> Generator[tuple[TextIO, str], None, None]:
    """Open a file so that bytes which are no UTF-8 are refused where they stand."""
    if not isinstance(source, str | os.PathLike):
        if not _is_text(source):
            raise ObservationError("source", source, "a path, or a file that was opened as text")
        yield source, str(getattr(source, "name", "input"))
        return
    _check_path(os.fspath(source))
    path = Path(source)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        yield file, str(source)
