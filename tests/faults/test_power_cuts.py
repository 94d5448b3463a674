"""The power goes; what was acknowledged is in the store, and nothing is torn.

A store is written once on a disk that remembers every write, sync, making and unlinking.
Then the power is cut after any of them, and what chance leaves of the rest is opened with the
standard library's SQLite.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from apsw_connections import stores_on
from deliveries import delivery, seeds, whole_deliveries
from disks import Disk, after_a_power_cut, written

import kazfigures as kf

_CUTS = 20
_STORE = "january.db"
_DELIVERIES = [delivery(number, size=3 + 17 * (number % 3)) for number in range(8)]


def _append(disk: Disk, *, until: int, synchronous: str | None = None) -> None:
    """Append what a store on this disk does not have yet of the first deliveries."""
    with stores_on(disk, synchronous=synchronous), kf.open_ledger(_STORE) as store:
        for batch in _DELIVERIES[:until]:
            store.append(batch)
            disk.acknowledge()


def _first_hours(synchronous: str | None = None) -> Disk:
    disk = Disk()
    _append(disk, until=6, synchronous=synchronous)
    return disk


def _held(files: Mapping[str, bytes]) -> int:
    """Give how many whole deliveries are in the files that were left."""
    with TemporaryDirectory() as folder:
        return whole_deliveries(written(files, Path(folder) / "left") / _STORE, _DELIVERIES)


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("seed", seeds(long=25))
def test_a_power_cut_loses_nothing_acknowledged(seed: int) -> None:
    chance, disk = Random(seed), _first_hours()
    for _ in range(_CUTS):
        acknowledged, files = after_a_power_cut(disk, chance)
        assert acknowledged <= _held(files) <= acknowledged + 1


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("seed", seeds(long=25))
def test_a_power_cut_during_recovery_from_another_loses_nothing(seed: int) -> None:
    chance, disk = Random(seed), _first_hours()
    for _ in range(_CUTS):
        acknowledged, files = after_a_power_cut(disk, chance)
        recovered = Disk(files)
        _append(recovered, until=7)
        after, files = after_a_power_cut(recovered, chance)
        acknowledged = max(acknowledged, after)
        assert acknowledged <= _held(files) <= min(acknowledged + 1, 7)


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL", "FULL"])
def test_with_less_than_the_store_asks_for_a_power_cut_does_harm(synchronous: str) -> None:
    """The proof that these tests can fail."""
    chance, disk = Random(0), _first_hours(synchronous)
    lost = torn = 0
    for _ in range(100):
        acknowledged, files = after_a_power_cut(disk, chance)
        try:
            lost += _held(files) < acknowledged
        except (kf.KazfiguresError, sqlite3.DatabaseError, AssertionError):
            torn += 1
    print(f"synchronous = {synchronous}: of 100 cuts, {lost} lost something, {torn} tore it")
    assert lost + torn > 0
