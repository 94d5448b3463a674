"""Database: what the store asks of SQLite and of PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from kazfigures.exchange.store.rows import Row

__all__ = ["Database"]


class Database(Protocol):
    """A connection to the tables `entries` and `measures`.

    Statements are SQL that both databases know, with parameters written `:name`.
    Whatever the database refuses comes out as a StoreError.
    """

    @property
    def name(self) -> str:
        """What to call it in an error."""
        ...

    def rows(self, statement: str, **parameters: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401
        """Give what a question brings, whole, so that nothing is held open behind it."""
        ...

    def insert(self, statement: str, rows: Sequence[Row]) -> None:
        """Carry out a statement for each of some rows."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Hold off every other writer, and keep all that is written meanwhile or nothing."""
        ...

    def check(self) -> None:
        """Hold that the tables stand as they were made, as far as the database can tell."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
