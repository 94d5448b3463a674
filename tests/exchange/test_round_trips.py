"""A ledger goes out and comes back equal, with the same estimates, through every format."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from stores import address

import kazfigures as kf
from kazfigures.exchange.frames import NOTICES, OBSERVATIONS, from_frame, to_frame
from kazfigures.exchange.records import from_record, to_record
from kazfigures.exchange.vocabularies.hxl import dump_hxl, load_hxl
from kazfigures.exchange.vocabularies.packages import read_package, write_package
from kazfigures.strategies import ledgers

Trip = Callable[[kf.Ledger, Path], kf.Ledger]


def by_records(ledger: kf.Ledger, _: Path) -> kf.Ledger:
    return kf.Ledger([from_record(to_record(entry)) for entry in ledger])


def by_json_lines(ledger: kf.Ledger, folder: Path) -> kf.Ledger:
    kf.dump(ledger, folder / "ledger.jsonl")
    return kf.load(folder / "ledger.jsonl")


def by_csv(ledger: kf.Ledger, folder: Path) -> kf.Ledger:
    kf.dump(ledger, folder / "ledger.csv")
    return kf.load(folder / "ledger.csv")


def by_store(ledger: kf.Ledger, place: Path | str) -> kf.Ledger:
    with kf.open_ledger(place) as store:
        store.append(ledger)
    with kf.open_ledger(place, reading=True) as store:
        return store.ledger()


def by_sqlite(ledger: kf.Ledger, folder: Path) -> kf.Ledger:
    return by_store(ledger, folder / "ledger.db")


def by_postgres(ledger: kf.Ledger, _: Path) -> kf.Ledger:
    return by_store(ledger, address())


def by_hxl(ledger: kf.Ledger, folder: Path) -> kf.Ledger:
    dump_hxl(ledger, folder / "ledger.csv")
    return load_hxl(folder / "ledger.csv")


def by_package(ledger: kf.Ledger, folder: Path) -> kf.Ledger:
    write_package(ledger, folder / "ledger", name="ledger")
    return read_package(folder / "ledger")


def by_frames(library: str) -> Trip:
    def trip(ledger: kf.Ledger, _: Path) -> kf.Ledger:
        reports = to_frame(ledger, library, OBSERVATIONS)
        return from_frame(reports, notices=to_frame(ledger, library, NOTICES))

    return trip


TRIPS: dict[str, Trip] = {
    "records": by_records,
    "JSON Lines": by_json_lines,
    "CSV": by_csv,
    "SQLite": by_sqlite,
    "PostgreSQL": by_postgres,
    "HXL": by_hxl,
    "Data Package": by_package,
    "pyarrow": by_frames("pyarrow"),
}


@pytest.mark.parametrize("format_", TRIPS)
@given(ledger=ledgers())
def test_a_ledger_comes_back_equal(format_: str, ledger: kf.Ledger) -> None:
    with tempfile.TemporaryDirectory() as folder:
        back = TRIPS[format_](ledger, Path(folder))
    assert back == ledger
    assert [entry.id for entry in back] == [entry.id for entry in ledger]
    assert kf.reconcile(back) == kf.reconcile(ledger)
