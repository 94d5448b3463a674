"""The golden files: a store of every released schema, as SQL.

`python tests/faults/releases.py` writes that of the newest schema: once, when it is released.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import kazfigures as kf
from kazfigures.exchange.store import schemas

_GOLDEN = Path(__file__).parent / "golden"
LEDGER = kf.load(_GOLDEN / "ledger.jsonl")


def golden(version: int) -> Path:
    """Name the file of a version."""
    return _GOLDEN / f"schema-{version}.sql"


def as_sql(path: Path) -> str:
    """Give all that is in a store: what it says it is, its tables and its rows."""
    with closing(sqlite3.connect(path)) as plain:
        told = [
            f"PRAGMA {name} = {plain.execute(f'PRAGMA {name}').fetchone()[0]};"
            for name in ("application_id", "user_version")
        ]
        return "\n".join([*told, *plain.iterdump(), ""])


def made_today(folder: Path) -> str:
    """Give what a new store of the newest schema holds, with the ledger in it."""
    path = folder / "january.db"
    with kf.open_ledger(path) as store:
        store.append(LEDGER)
    return as_sql(path)


if __name__ == "__main__":
    target = golden(len(schemas.SQLITE))
    if target.exists() and "--again" not in sys.argv:
        sys.exit(f"{target.name} is there; a schema that is released is never edited")
    with TemporaryDirectory() as folder:
        target.write_text(made_today(Path(folder)), "utf-8")
