"""Reading a package: every fault is told at once."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import evolve

from kazfigures.errors import FieldError, LedgerError, RecordError
from kazfigures.exchange.records.fields import Record
from kazfigures.exchange.records.json_lines import json_records
from kazfigures.exchange.records.ledger_files import gathered, stream
from kazfigures.exchange.vocabularies.packages.containers import Read, opened
from kazfigures.exchange.vocabularies.packages.schemas import DESCRIPTOR, TABLES, stated
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry

__all__ = ["read_package"]

_Json: TypeAlias = "dict[str, _Json] | list[_Json] | str | int | float | None"

_LARGEST: Final = 2**28
_LARGEST_DESCRIPTOR: Final = 2**20


def read_package(source: str | os.PathLike[str], *, largest: int = _LARGEST) -> Ledger:
    """Read a Data Package that `write_package` wrote: a folder, its datapackage.json, or a zip.

    Its tables `observations` and `notices` are read as `load` reads CSV; other resources are
    passed over.
    Refused: paths that leave the package, addresses, a table that is not the one whose size and
    hash the package states, and a file of more than `largest` bytes (256 MB unless said), so that
    no small zip fills the memory.

    Raises:
        RecordsError: with every fault of the package, and the first of every row.
    """
    path = Path(source)
    place = path.parent if path.name == DESCRIPTOR else path
    return gathered(_items(place, largest))


def _items(place: Path, largest: int) -> Iterator[Entry | RecordError]:
    """Give what the tables hold, entry by entry, and the faults in between."""
    about = str(place / DESCRIPTOR)
    try:
        with opened(place) as read:
            for table, resource in _described(read, about).items():
                try:
                    content = _content(read, resource, largest)
                except FieldError as error:
                    yield evolve(error.at(about, 1), field=f"{table}.{error.field}")
                else:
                    yield from _rows(content, str(place / resource["path"]))
    except RecordError as error:
        yield error
    except FieldError as error:
        yield error.at(about, 1)


def _described(read: Read, about: str) -> dict[str, Record]:
    """Give what a package says of its tables."""
    try:
        text = read(DESCRIPTOR, _LARGEST_DESCRIPTOR).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError("package", None, f"a descriptor in UTF-8 ({error.reason})") from error
    described: object = None
    for _, described in json_records([text], about):
        if isinstance(described, RecordError):
            raise described
    if not isinstance(described, dict):
        raise LedgerError("package", described, "an object with resources")
    tables: dict[str, Record] = {}
    for resource in _objects(described.get("resources")):
        name: Any = resource.get("name")
        if not isinstance(name, str) or name in tables:
            raise LedgerError("resources", name, "a name for each resource, of its own")
        tables[name] = resource
    if "observations" not in tables:
        raise LedgerError("resources", list(tables), "one with the name observations")
    return {table: tables[table] for table in TABLES if table in tables}


def _objects(value: _Json) -> list[Record]:
    listed = value if isinstance(value, list) else []
    objects = [one for one in listed if isinstance(one, dict)]
    if not objects or len(objects) < len(listed):
        raise LedgerError("resources", value, "a list of resources, each an object")
    return objects


def _content(read: Read, resource: Record, largest: int) -> bytes:
    """Give the bytes of a table, which are those that the package says it has."""
    encoding = resource.get("encoding", "utf-8")
    if not isinstance(encoding, str) or encoding.lower() not in ("utf-8", "utf8"):
        raise LedgerError("encoding", encoding, "utf-8")
    path: Any = resource.get("path")
    content = read(path, largest)
    for field, value in stated(content).items():
        if resource.get(field, value) != value:
            raise LedgerError(field, resource[field], f"{value}, that of the file beside it")
    return content


def _rows(content: bytes, name: str) -> Iterator[Entry | RecordError]:
    file = io.TextIOWrapper(
        io.BytesIO(content), encoding="utf-8-sig", errors="surrogateescape", newline=""
    )
    for item in stream(file, format="csv"):
        yield evolve(item, file=name) if isinstance(item, RecordError) else item
