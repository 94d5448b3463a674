"""SQLite: the store in a file, with the standard library alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, final

from kazfigures.errors import StoreError
from kazfigures.exchange.store.rows import Row
from kazfigures.exchange.store.schemas import APPLICATION, SQLITE

__all__ = ["SQLite"]

_OLDEST: Final = (3, 37)  # the first with STRICT tables
_PATIENCE: Final = 30.0
_PROBLEMS: Final = {
    "SQLITE_BUSY": f"another process has been writing to it for {_PATIENCE:.0f} seconds",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_NOTADB": "it is no store, or it is damaged",
    "SQLITE_CORRUPT": "it is damaged; take the last good copy",
    "SQLITE_READONLY": "it cannot be written to",
    "SQLITE_CANTOPEN": "it cannot be opened",
    "SQLITE_IOERR": "the disk does not take it",
}


def connect(address: str) -> sqlite3.Connection:
    """Open a connection that leaves transactions to us."""
    return sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)


@final
class SQLite:
    """The tables in a file of SQLite."""

    def __init__(self, path: str | os.PathLike[str], *, reading: bool) -> None:
        """Open the file, and bring its tables up to date."""
        self.name = os.fsdecode(path)
        self._reading = reading
        if sqlite3.sqlite_version_info < _OLDEST:
            problem = f"it needs SQLite {'.'.join(map(str, _OLDEST))}, not {sqlite3.sqlite_version}"
            raise StoreError(self.name, problem)
        file = Path(self.name).absolute()
        if reading and not file.exists():
            raise StoreError(self.name, "there is no such file")
        # Opened for reading, too, a store that a crash left half-written has to be rolled back.
        mode = "rw" if reading else "rwc"
        with self._told():
            self._connection = connect(f"{file.as_uri()}?mode={mode}")
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        with self._told():
            self._run("PRAGMA foreign_keys = ON")
            self._run("PRAGMA trusted_schema = OFF")
            # EXTRA is FULL, and waits for the folder as well: by FULL alone a journal that was
            # taken away comes back after a power cut, and undoes what was acknowledged.
            self._run("PRAGMA synchronous = EXTRA")
            version = self._version()
            if self._reading:
                self._run("PRAGMA query_only = ON")
            elif version < len(SQLITE):
                self._migrate()
            else:
                # Write-ahead logs can be damaged by versions of SQLite before 3.51.3.
                self._run("PRAGMA journal_mode = DELETE")
            if self._version() < len(SQLITE):
                problem = "it was made by an older version; open it once to write"
                raise StoreError(self.name, problem)

    def _version(self) -> int:
        """Give the number of the tables' version, in a file that is ours or empty."""
        ((version,),) = self._run("PRAGMA user_version")
        ((application,),) = self._run("PRAGMA application_id")
        ((tables,),) = self._run("SELECT count(*) FROM sqlite_schema")
        if application != APPLICATION and (application or version or tables):
            raise StoreError(self.name, "it is a database of something else")
        if version > len(SQLITE):
            newest = len(SQLITE)
            problem = f"its tables are of version {version}, and the newest known is {newest}"
            raise StoreError(self.name, problem)
        return int(version)

    def _migrate(self) -> None:
        with self.writing():
            for number in range(self._version(), len(SQLITE)):
                for statement in SQLITE[number]:
                    self._run(statement)
                self._run(f"PRAGMA user_version = {number + 1}")

    def rows(self, statement: str, **parameters: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401
        """Give what a question brings, whole."""
        with self._told():
            return self._run(statement, parameters)

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a table."""
        given = list(rows)
        if given:
            columns = ", ".join(f'"{name}"' for name in given[0])
            values = ", ".join(f":{name}" for name in given[0])
            statement = f"INSERT INTO {table} ({columns}) VALUES ({values})"
            with self._told():
                self._connection.executemany(statement, given)

    @contextmanager
    def writing(self) -> Generator[None, None, None]:
        """Hold off every other writer, and keep all that is written meanwhile or nothing."""
        if self._reading:
            raise StoreError(self.name, "it is open for reading alone")
        with self._told():
            self._run("BEGIN IMMEDIATE")
        try:
            yield
            with self._told():
                self._run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._run("ROLLBACK")
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._told():
            self._connection.close()

    def _run(self, statement: str, parameters: Row | dict[str, Any] | None = None) -> list[Any]:
        return self._connection.execute(statement, parameters or {}).fetchall()

    @contextmanager
    def _told(self) -> Generator[None, None, None]:
        """Tell what SQLite refuses as what is wrong with the store."""
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            known = [told for code, told in _PROBLEMS.items() if name.startswith(code)]
            if isinstance(error, sqlite3.ProgrammingError):
                known = ["it belongs to the thread that opened it, until it is closed"]
            problem = f"{known[0]} ({error})" if known else str(error)
            raise StoreError(self.name, problem) from error
