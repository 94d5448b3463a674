"""SQLite: the store in a file, with the standard library alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, Final, final

from kazfigures.errors import ObservationError, StoreError
from kazfigures.exchange.store.rows import Row
from kazfigures.exchange.store.schemas import APPLICATION, SQLITE, known_version

__all__ = ["SQLite"]

_OLDEST: Final = (3, 37)  # the first with STRICT tables
_SHORT_WAIT: Final = 50  # milliseconds
_WAITS: Final = 600
_PATIENCE: Final = _SHORT_WAIT * _WAITS / 1000
_PROBLEMS: Final = {
    "SQLITE_BUSY": f"another process has been writing to it for {_PATIENCE:.0f} seconds",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_NOTADB": "it is no store, or it is damaged",
    "SQLITE_CORRUPT": "it is damaged; take the last good copy",
    "SQLITE_READONLY": "it cannot be written to",
    "SQLITE_CANTOPEN": "it cannot be opened",
    "SQLITE_IOERR": "the disk does not take it",
}
# One question, since another process may make the tables between two.
_TOLD: Final = """
SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
FROM pragma_user_version, pragma_application_id
"""
_MADE: Final = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"


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
        self._process = os.getpid()
        if sqlite3.sqlite_version_info < _OLDEST:
            problem = f"it needs SQLite {'.'.join(map(str, _OLDEST))}, not {sqlite3.sqlite_version}"
            raise StoreError(self.name, problem)
        if "\0" in self.name:
            raise ObservationError("place", self.name, "the path of a file")
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
            self._run("PRAGMA fullfsync = ON")  # macOS asks a disk to write only so
            version = self._version()
            if self._reading:
                self._run("PRAGMA query_only = ON")
            else:
                self._leave_write_ahead()
                if version < len(SQLITE):
                    self._migrate()
            if self._version() < len(SQLITE):
                problem = "it was made by an older version; open it once to write"
                raise StoreError(self.name, problem)

    def _leave_write_ahead(self) -> None:
        """Take the plain journal: write-ahead logs can be damaged by SQLite before 3.51.3."""
        ((mode,),) = self._run("PRAGMA journal_mode")
        if mode != "wal":
            return
        try:
            self._run("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            problem = "it has a write-ahead log, which stays while another program has it open"
            raise StoreError(self.name, f"{problem} ({error})") from error

    def _version(self) -> int:
        """Give the number of the tables' version, in a file that is ours or empty."""
        ((version, application, tables),) = self._run(_TOLD)
        if application != APPLICATION and (application or version or tables):
            raise StoreError(self.name, "it is a database of something else")
        return known_version(self.name, version, SQLITE)

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

    def insert(self, statement: str, rows: Sequence[Row]) -> None:
        """Carry out a statement for each of some rows."""
        with self._told():
            self._connection.executemany(statement, rows)

    @contextmanager
    def writing(self) -> Generator[None, None, None]:
        """Hold off every other writer, and keep all that is written meanwhile or nothing."""
        if self._reading:
            raise StoreError(self.name, "it is open for reading alone")
        try:
            with self._told():
                self._begin()
            yield
            with self._told():
                self._run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._run("ROLLBACK")
            raise

    def _begin(self) -> None:
        """Wait for the turn to write, in many short waits.

        In one long wait SQLite asks ever more rarely, ten times a second in the end; while others
        write without a pause, who asks so rarely may never have a turn.
        """
        try:
            self._run(f"PRAGMA busy_timeout = {_SHORT_WAIT}")
            for wait in range(_WAITS, 0, -1):
                try:
                    self._run("BEGIN IMMEDIATE")
                except sqlite3.OperationalError as error:
                    if wait == 1 or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                        raise
                else:
                    return
        finally:
            self._run(f"PRAGMA busy_timeout = {_SHORT_WAIT * _WAITS}")

    def check(self) -> None:
        """Hold that its tables, indexes, triggers and views are those that it was made with."""
        fresh = sqlite3.connect(":memory:")
        try:
            for statement in chain.from_iterable(SQLITE):
                fresh.execute(statement)
            made = dict(fresh.execute(_MADE).fetchall())
        finally:
            fresh.close()
        with self._told():
            here = dict(self._run(_MADE))
            changed = sorted(name for name, sql in made.items() if here.get(name) != sql)
            if changed:
                raise StoreError(self.name, f"its {changed[0]} is not what it was made with")
            ((fault,), *_) = self._run("PRAGMA integrity_check(1)")
            if fault != "ok":
                raise StoreError(self.name, f"it is damaged; take the last good copy ({fault})")

    def close(self) -> None:
        """Let go of the file."""
        with self._told():
            self._connection.close()

    def _run(self, statement: str, parameters: Row | dict[str, Any] | None = None) -> list[Any]:
        return self._connection.execute(statement, parameters or {}).fetchall()

    @contextmanager
    def _told(self) -> Generator[None, None, None]:
        """Tell what SQLite refuses as what is wrong with the store."""
        if self._process != os.getpid():  # its locks are the other's, and nothing here knows
            raise StoreError(self.name, "it belongs to the process that opened it")
        try:
            yield
        except UnicodeDecodeError as error:  # SQLite quotes the bytes that are no text any more
            raise StoreError(self.name, f"{_PROBLEMS['SQLITE_CORRUPT']} ({error})") from error
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            known = [told for code, told in _PROBLEMS.items() if name.startswith(code)]
            if isinstance(error, sqlite3.ProgrammingError):
                is_closed = "closed" in str(error)
                known = ["it is closed" if is_closed else "it belongs to the thread that opened it"]
            problem = f"{known[0]} ({error})" if known else str(error)
            raise StoreError(self.name, problem) from error
