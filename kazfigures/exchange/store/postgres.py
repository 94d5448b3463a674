"""PostgreSQL: the store on a server, for a newsroom that has outgrown a file."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from threading import get_ident
from typing import Any, Final, final

from sqlalchemy import create_engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError, PendingRollbackError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from kazfigures.errors import StoreError
from kazfigures.exchange.store.rows import Row
from kazfigures.exchange.store.schemas import APPLICATION, POSTGRES, known_version

__all__ = ["Postgres"]

_DRIVER: Final = "postgresql+psycopg"
_PATIENCE: Final = "30s"
_PROBLEMS: Final = {
    "55P03": "another process has been writing to it for 30 seconds",
    "53100": "the disk is full",
    "3F000": "no schema of its search path is there, or open to this user",
}
_SECRETS: Final = ("password", "sslpassword")
# A lock of our own, since one on the table asks for more rights than adding to it does.
_WRITING: Final = f"""
SELECT pg_advisory_xact_lock({APPLICATION << 32} + CAST(CAST('entries' AS regclass) AS bigint))
"""
# Read from the catalogue: what to_regclass remembers of a missing table outlives another's commit.
_THERE: Final = """
SELECT relname FROM pg_class
WHERE relname IN ('entries', 'kazfigures_store') AND pg_table_is_visible(oid)
"""


@final
class Postgres:
    """The tables in the first schema of a database's search path."""

    def __init__(self, address: str, *, reading: bool) -> None:
        """Connect, and bring the tables up to date."""
        self.name, _, place = address.partition("://")
        self._reading = reading
        self._owner = (os.getpid(), get_ident())
        try:
            engine = create_engine(
                f"{_DRIVER}://{place}", poolclass=NullPool, isolation_level="AUTOCOMMIT"
            )
        except (ArgumentError, ValueError):  # which may quote the password
            problem = "the address is no postgresql://user@host/database"
            raise StoreError(self.name, problem) from None
        if "@" in (engine.url.host or ""):
            problem = "the address has more than one @; one in a password is written %40"
            raise StoreError(self.name, problem)
        hidden = {name: "***" for name in _SECRETS if name in engine.url.query}
        shown = engine.url.update_query_dict(hidden)
        self.name = shown.render_as_string(hide_password=True)
        with self._told():
            self._connection = engine.connect()
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        if self._reading:
            self.rows("SET default_transaction_read_only = on")
        elif self._version() < len(POSTGRES):
            self._migrate()
        if self._version() < len(POSTGRES):
            raise StoreError(self.name, "it holds no store of this version; open it once to write")

    def _version(self) -> int:
        there = {name for (name,) in self.rows(_THERE)}
        if "kazfigures_store" not in there:
            if there:
                raise StoreError(self.name, "its table entries is of something else")
            return 0
        ((version,),) = self.rows("SELECT coalesce(max(version), 0) FROM kazfigures_store")
        return known_version(self.name, version, POSTGRES)

    def _migrate(self) -> None:
        with self._transaction(f"SELECT pg_advisory_xact_lock({APPLICATION})"):
            for number in range(self._version(), len(POSTGRES)):
                for statement in POSTGRES[number]:
                    self._run(statement)
                self._run("UPDATE kazfigures_store SET version = :version", {"version": number + 1})

    def rows(self, statement: str, **parameters: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401
        """Give what a question brings, whole."""
        return self._run(statement, parameters)

    def insert(self, statement: str, rows: Sequence[Row]) -> None:
        """Carry out a statement for each of some rows."""
        self._run(statement, rows)

    @contextmanager
    def writing(self) -> Generator[None, None, None]:
        """Hold off every other writer, and keep all that is written meanwhile or nothing."""
        if self._reading:
            raise StoreError(self.name, "it is open for reading alone")
        with self._transaction(_WRITING):
            yield

    @contextmanager
    def _transaction(self, lock: str) -> Generator[None, None, None]:
        try:
            # Whatever the server's default: each statement sees what was kept before the lock.
            self._run("BEGIN ISOLATION LEVEL READ COMMITTED")
            self._run(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
            self._run("SET LOCAL synchronous_commit = on")
            self._run(lock)
            yield
            self._run("COMMIT")
        except BaseException:
            with suppress(StoreError):
                self._run("ROLLBACK")
            raise

    def check(self) -> None:
        """Hold nothing: on a server, what stands around the rows is its owner's."""

    def close(self) -> None:
        """Let go of the connection."""
        with self._told():
            self._connection.close()

    def _run(self, statement: str, parameters: Any = None) -> Sequence[Any]:  # noqa: ANN401
        with self._told():
            if self._owner[1] != get_ident():
                raise StoreError(self.name, "it belongs to the thread that opened it")
            found = self._connection.execute(text(statement), parameters)
            return found.fetchall() if found.returns_rows else ()

    @contextmanager
    def _told(self) -> Generator[None, None, None]:
        """Tell what the database refuses as what is wrong with the store."""
        if self._owner[0] != os.getpid():
            raise StoreError(self.name, "it belongs to the process that opened it")
        try:
            yield
        except (SQLAlchemyError, UnicodeError) as error:
            if isinstance(error, PendingRollbackError):
                problem = "the connection to it was lost; open it again"
                raise StoreError(self.name, problem) from error
            cause = error.orig if isinstance(error, DBAPIError) else error
            known = _PROBLEMS.get(getattr(cause, "sqlstate", None) or "")
            told = " ".join(str(cause).split())
            raise StoreError(self.name, f"{known} ({told})" if known else told) from error
