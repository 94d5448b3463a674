"""Measure appending to a store, and asking it what was known, beside sqlite-utils and DuckDB.

    python tests/benchmarks/store.py              # 100,000 observations of ten measures
    python tests/benchmarks/store.py --million    # 1,000,000
    python tests/benchmarks/store.py --postgres ADDRESS

All keep the same records, each with its id, in batches of 10,000, each batch safely on disk before
the next, and answer the same question: one measure of the ten, as known halfway.
sqlite-utils and DuckDB are given an index for it; they check nothing, chain nothing and let
everything be changed.
Times are of the wall, one run after another: read the ratios.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import duckdb
import polars as pl
import sqlite_utils
from measure import MILLION, records

import kazfigures as kf
from kazfigures.exchange.records import Reader, to_record
from kazfigures.ledgers import published
from kazfigures.observations import Entry
from kazfigures.wording import plain

BATCH = 10_000
MEASURES = 10
PLACE = "Country/District 3"
Answer = Callable[[], list[Any]]
Kept = Callable[[list[Entry]], None]


def entries(size: int) -> list[Entry]:
    """Make reports of ten measures."""
    reader = Reader(plain)
    made = []
    for number, record in enumerate(records(size)):
        record["place"] = f"Country/District {number // 10 % MEASURES}"
        record["note"] = f"report {number}"
        made.append(reader.entry(record))
    for entry in made:
        _ = entry.id  # computed once and kept
    return made


def batches(everything: list[Entry]) -> Iterator[list[Entry]]:
    for start in range(0, len(everything), BATCH):
        yield everything[start : start + BATCH]


def flat(batch: list[Entry]) -> list[dict[str, Any]]:
    names = ("outcome", "place", "event", "wording", "stated", "low", "high", "source")
    rows = []
    for entry in batch:
        record = to_record(entry)
        row = {name: record.get(name) for name in ("id", *names, "as_of", "reported", "note")}
        row["known_from"] = published(entry).end.isoformat()
        rows.append(row)
    return rows


def built(rows: list[dict[str, Any]]) -> kf.Ledger:
    reader = Reader(plain)
    ours = [name for name in rows[0] if name not in ("id", "known_from")]
    return kf.Ledger([reader.entry({name: row[name] for name in ours}) for row in rows])


def of_kazfigures(place: str, then: kf.Moment) -> tuple[Kept, Answer]:
    store = kf.open_ledger(place)
    measure = kf.Measure("killed", place=PLACE, event="January")
    return (
        lambda batch: store.append(batch) and None,
        lambda: list(store.ledger(measure=measure, known_at=then)),
    )


def of_sqlite_utils(place: str, then: kf.Moment) -> tuple[Kept, Answer]:
    database = sqlite_utils.Database(place)
    database.execute("PRAGMA synchronous = EXTRA")
    table: Any = database["observations"]

    def keep(batch: list[Entry]) -> None:
        is_new = not table.exists()
        table.insert_all(flat(batch), pk="id", ignore=True, batch_size=BATCH)
        if is_new:
            table.create_index(["place", "known_from"])

    asked = "place = :place AND known_from <= :then"
    given = {"place": PLACE, "then": then.end.isoformat()}
    return keep, lambda: list(built(list(table.rows_where(asked, given))))


def of_duckdb(place: str, then: kf.Moment) -> tuple[Kept, Answer]:
    connection = duckdb.connect(place)

    def keep(batch: list[Entry]) -> None:
        rows = pl.DataFrame(flat(batch), infer_schema_length=None)
        if not connection.execute("SELECT 1 FROM duckdb_tables()").fetchall():
            connection.execute("CREATE TABLE observations AS SELECT * FROM rows LIMIT 0")
            connection.execute("CREATE UNIQUE INDEX once ON observations (id)")
            connection.execute("CREATE INDEX asked ON observations (place)")
        connection.execute("INSERT OR IGNORE INTO observations SELECT * FROM rows")
        del rows

    def answer() -> list[Any]:
        found = connection.execute(
            "SELECT * FROM observations WHERE place = ? AND known_from <= ?",
            [PLACE, then.end.isoformat()],
        )
        names = [column[0] for column in found.description]
        return list(built([dict(zip(names, row, strict=True)) for row in found.fetchall()]))

    return keep, answer


def measure_stores(size: int, postgres: str | None) -> None:
    """Fill each, ask each, and print."""
    everything = entries(size)
    then = sorted(map(published, everything), key=lambda moment: moment.order)[size // 2]
    places = [
        ("kazfigures, SQLite", of_kazfigures, "k.db"),
        ("sqlite-utils", of_sqlite_utils, "u.db"),
        ("DuckDB", of_duckdb, "d.duckdb"),
    ]
    if postgres:
        places.insert(1, ("kazfigures, PostgreSQL", of_kazfigures, postgres))
    print(f"\n{size:,} observations of {MEASURES} measures, in batches of {BATCH:,}\n")
    print("| | append, s | a second | known_at, s | reports | size, MB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, of, where in places:
            place = where if "://" in where else f"{folder}/{where}"
            keep, answer = of(place, then)
            begun = time.perf_counter()
            for batch in batches(everything):
                keep(batch)
            appended = time.perf_counter() - begun
            begun = time.perf_counter()
            found = answer()
            asked = time.perf_counter() - begun
            path = Path(place)
            room = f"{path.stat().st_size / 1e6:.0f}" if path.exists() else ""
            speed = f"{size / appended:,.0f}"
            print(
                f"| {name} | {appended:.1f} | {speed} | {asked:.2f} | {len(found):,} | {room} |",
                flush=True,
            )
    verified(everything)


def verified(everything: list[Entry]) -> None:
    """Say how long it takes to verify a store, and to append one entry at a time."""
    with tempfile.TemporaryDirectory() as folder:
        with kf.open_ledger(f"{folder}/v.db") as store:
            store.append(everything)
            begun = time.perf_counter()
            store.verify()
            print(
                f"\nverified at {len(store) / (time.perf_counter() - begun):,.0f} entries a second"
            )
        with kf.open_ledger(f"{folder}/one.db") as store:
            begun = time.perf_counter()
            for entry in everything[:500]:
                store.append([entry])
            print(f"one at a time: {500 / (time.perf_counter() - begun):,.0f} a second")


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--million", action="store_true")
    options.add_argument("--postgres")
    given = options.parse_args()
    measure_stores(MILLION if given.million else 100_000, given.postgres)


if __name__ == "__main__":
    main()
