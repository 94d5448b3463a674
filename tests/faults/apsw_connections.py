"""SQLite over a disk of the tests, with the face of the standard library's `sqlite3`.

The standard library cannot be given a file layer of one's own, and apsw can.
The store is not told: while `stores_on` lasts, `sqlite3.connect` gives connections to the disk.
"""

import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import apsw
import pytest
from attrs import frozen
from disks import Disk

_FAULTS: tuple[tuple[type[Exception], type[sqlite3.Error], str], ...] = (
    (apsw.ConstraintError, sqlite3.IntegrityError, "SQLITE_CONSTRAINT"),
    (apsw.CorruptError, sqlite3.DatabaseError, "SQLITE_CORRUPT"),
    (apsw.NotADBError, sqlite3.DatabaseError, "SQLITE_NOTADB"),
    (apsw.FullError, sqlite3.OperationalError, "SQLITE_FULL"),
    (apsw.CantOpenError, sqlite3.OperationalError, "SQLITE_CANTOPEN"),
    (apsw.IOError, sqlite3.OperationalError, "SQLITE_IOERR"),
    (apsw.Error, sqlite3.OperationalError, "SQLITE_ERROR"),
)


@contextmanager
def _standard_errors() -> Generator[None, None, None]:
    """Raise what the standard library raises."""
    try:
        yield
    except apsw.Error as error:
        kind, name = next(ours for theirs, *ours in _FAULTS if isinstance(error, theirs))
        raised = kind(str(error))
        raised.sqlite_errorname = name
        raise raised from error


@frozen
class _Cursor:
    rows: Any

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        with _standard_errors():
            return next(self.rows)

    def fetchone(self) -> Any:
        return next(self, None)

    def fetchall(self) -> list[Any]:
        return list(self)


@frozen
class _Connection:
    apsw: apsw.Connection
    synchronous: str | None

    def execute(self, sql: str, values: Iterable[Any] = ()) -> _Cursor:
        if self.synchronous and "synchronous" in sql:
            sql = f"PRAGMA synchronous = {self.synchronous}"
        with _standard_errors():
            return _Cursor(self.apsw.execute(sql, values))

    def executemany(self, sql: str, rows: Iterable[Any]) -> _Cursor:
        with _standard_errors():
            return _Cursor(self.apsw.executemany(sql, rows))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.apsw, name)


@contextmanager
def stores_on(disk: Disk, *, synchronous: str | None = None) -> Generator[None, None, None]:
    """Open every store on this disk, if asked with another setting than its own."""

    def connect(database: Any, **_: Any) -> _Connection:
        name = Path(urlsplit(str(database)).path).name
        with _standard_errors():
            return _Connection(apsw.Connection(name, vfs=disk.name), synchronous)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect)
        yield
