"""PostgreSQL: the store on a server, for a newsroom that has outgrown a file."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final, final

from sqlalchemy import create_engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from kazfigures.errors import StoreError
from kazfigures.exchange.store.rows import Row
from kazfigures.exchange.store.schemas import APPLICATION, POSTGRES

__all__ = ["Postgres"]

_DRIVER: Final = "postgresql+psycopg"
_PATIENCE: Final = "30s"
_THERE: Final = "SELECT to_regclass('kazfigures_store'), to_regclass('entries')"


@final
class Postgres:
    """The tables in the first schema of a database's search path."""

    def __init__(self, address: str, *, reading: bool) -> None:
        """Connect, and bring the tables up to date."""
        self.name, _, place = address.partition("://")
        self._reading = reading
        try:
            engine = create_engine(
                f"{_DRIVER}://{place}", poolclass=NullPool, isolation_level="AUTOCOMMIT"
            )
        except (ArgumentError, ValueError) as error:
            problem = "the address is no postgresql://user@host/database"
            raise StoreError(self.name, problem) from error
        self.name = engine.url.render_as_string(hide_password=True)
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
        ((ours, entries),) = self.rows(_THERE)
        if ours is None:
            if entries is not None:
                raise StoreError(self.name, "its table entries is of something else")
            return 0
        ((version,),) = self.rows("SELECT max(version) FROM kazfigures_store")
        if version > len(POSTGRES):
            problem = (
                f"its tables are of version {version}, and the newest known is {len(POSTGRES)}"
            )
            raise StoreError(self.name, problem)
        return int(version)

    def _migrate(self) -> None:
        with self._transaction(f"SELECT pg_advisory_xact_lock({APPLICATION})"):
            for number in range(self._version(), len(POSTGRES)):
                for statement in POSTGRES[number]:
                    self._run(statement)
                self._run("UPDATE kazfigures_store SET version = :version", {"version": number + 1})

    def rows(self, statement: str, **parameters: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401
        """Give what a question brings, whole."""
        return self._run(statement, parameters)

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a table."""
        given = list(rows)
        if given:
            columns = ", ".join(f'"{name}"' for name in given[0])
            values = ", ".join(f":{name}" for name in given[0])
            self._run(f"INSERT INTO {table} ({columns}) VALUES ({values})", given)

    @contextmanager
    def writing(self) -> Generator[None, None, None]:
        """Hold off every other writer, and keep all that is written meanwhile or nothing."""
        if self._reading:
            raise StoreError(self.name, "it is open for reading alone")
        with self._transaction("LOCK TABLE entries IN EXCLUSIVE MODE"):
            yield

    @contextmanager
    def _transaction(self, lock: str) -> Generator[None, None, None]:
        self._run("BEGIN")
        try:
            self._run(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
            self._run("SET LOCAL synchronous_commit = on")
            self._run(lock)
            yield
            self._run("COMMIT")
        except BaseException:
            with suppress(StoreError):
                self._run("ROLLBACK")
            raise

    def close(self) -> None:
        """Let go of the connection."""
        with self._told():
            self._connection.close()

    def _run(self, statement: str, parameters: Any = None) -> Sequence[Any]:  # noqa: ANN401
        with self._told():
            found = self._connection.execute(text(statement), parameters)
            return found.fetchall() if found.returns_rows else ()

    @contextmanager
    def _told(self) -> Generator[None, None, None]:
        """Tell what the database refuses as what is wrong with the store."""
        try:
            yield
        except SQLAlchemyError as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            raise StoreError(self.name, " ".join(str(cause).split())) from error
