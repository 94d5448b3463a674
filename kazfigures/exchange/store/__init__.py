"""The store: a ledger kept in a database, to which entries are only ever added.

`open_ledger("january.db")` opens a file of SQLite, with nothing but the standard library.
`open_ledger("postgresql://...")` opens a database of PostgreSQL (the extra `postgres`).
Both keep the same promises; `docs/store.md` says what they are and how they were tried.
"""

from __future__ import annotations

import os
from typing import Final

from kazfigures.errors import ExtraError, ObservationError
from kazfigures.exchange.store.chains import Seal
from kazfigures.exchange.store.stores import Appended, Store

__all__ = ["Appended", "Seal", "Store", "is_store", "open_ledger"]

_SERVERS: Final = ("postgresql://", "postgresql+psycopg://", "postgres://")
_ENDINGS: Final = (".db", ".sqlite", ".sqlite3")


def is_store(place: str | os.PathLike[str]) -> bool:
    """Whether a name is that of a store: an address of a server, or a file that ends in .db.

    `.sqlite` and `.sqlite3` will do as well; `open_ledger` itself takes any name.
    """
    name = os.fspath(place)
    return name.startswith(_SERVERS) or name.lower().endswith(_ENDINGS)


def open_ledger(place: str | os.PathLike[str], *, reading: bool = False) -> Store:
    """Open the ledger that a file, or a database of PostgreSQL, keeps.

    A file that is missing is made, unless it is opened for `reading` alone.
    A store belongs to the thread and the process that opened it; any number of them can have the
    same file open, and each batch of one is seen by the others whole.

    Raises:
        StoreError: for what is no store, was written by a newer version, or cannot be opened.
    """
    if not isinstance(place, str | os.PathLike) or not os.fspath(place):
        raise ObservationError("place", place, "the path of a file, or a postgresql:// address")
    if isinstance(place, str) and place.startswith(_SERVERS):
        try:
            from kazfigures.exchange.store.postgres import Postgres  # noqa: PLC0415

            return Store(Postgres(place, reading=reading))
        except ImportError as error:  # without a name where psycopg finds no libpq
            if (error.name or "psycopg").partition(".")[0] not in ("sqlalchemy", "psycopg"):
                raise
            raise ExtraError("postgres", "keeping a ledger in PostgreSQL") from error
    from kazfigures.exchange.store.sqlite import SQLite  # noqa: PLC0415 - many never open a store

    return Store(SQLite(place, reading=reading))
