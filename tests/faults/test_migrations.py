"""A store that is brought up to date, and killed in the middle, is of the old version or the new.

Only one version is released, so the tests bring a second of their own, which rewrites every entry.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from apsw_connections import stores_on
from deaths import Work, killed_at_system_call, system_calls
from deliveries import delivery, journal, seeds, whole_deliveries
from disks import Disk, after_a_power_cut, written
from releases import LEDGER, as_sql, golden, made_today

import kazfigures as kf
from kazfigures.errors import StoreError
from kazfigures.exchange.store import Seal, schemas

_DELIVERIES = [delivery(number, size=30) for number in range(8)]
_SQLITE = "kazfigures.exchange.store.sqlite.SQLITE"
_NO_UPDATE = next(one for one in schemas.SQLITE[0] if "TRIGGER entries_no_update" in one)
_SECOND_VERSION = (
    "DROP TRIGGER entries_no_update",
    "ALTER TABLE entries ADD COLUMN language TEXT",
    "UPDATE entries SET language = hex(zeroblob(50))",
    "CREATE INDEX entries_by_language ON entries (language)",
    _NO_UPDATE,
)
_VERSIONS = range(1, len(schemas.SQLITE) + 1)
_SEAL = Seal(11, "487a6d8dd2dbe216b0cb9bdeb7f9351ff45cdab2e31416be28a75580e29af40b")
"""What every golden file is sealed with: the same entries, in the same order."""


def _opening(path: Path) -> Work:
    def work(acknowledge: Callable[[], None]) -> None:
        with kf.open_ledger(path):
            acknowledge()

    return work


def _contents(path: Path) -> str:
    """Give all that is in a store, which has to be sound."""
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return as_sql(path)


@pytest.fixture
def second_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_SQLITE, (*schemas.SQLITE, _SECOND_VERSION))


@pytest.fixture(params=["making the store", "to a second version"])
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store that has to be brought up to date: an empty file, and one of the first version."""
    path = tmp_path / "old.db"
    path.touch()
    if request.param == "to a second version":
        with kf.open_ledger(path) as store:
            for batch in _DELIVERIES:
                store.append(batch)
        request.getfixturevalue("second_version")
    return path


def _brought_up_to_date(old_store: Path, path: Path) -> tuple[str, str]:
    """Give what a store holds before it is brought up to date, and after."""
    shutil.copyfile(old_store, path)
    kf.open_ledger(path).close()
    return _contents(old_store), _contents(path)


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("kills", [12, pytest.param(300, marks=pytest.mark.faults)])
def test_a_migration_that_is_killed_has_not_happened_or_has(
    kills: int, old_store: Path, tmp_path: Path
) -> None:
    """The kills are spread over all system calls of the transaction, and a few around it."""
    path = tmp_path / "january.db"
    old, new = _brought_up_to_date(old_store, path)
    entries = whole_deliveries(path, _DELIVERIES)
    shutil.copyfile(old_store, path)
    inside = system_calls(_opening(path), journal(path).exists)
    first, last = inside[0] - 5, inside[-1] + 5
    begun = 0
    for number in range(kills):
        shutil.copyfile(old_store, path)
        life = killed_at_system_call(_opening(path), first + number * (last - first) // kills)
        assert life.killed
        begun += journal(path).exists()
        contents = _contents(path)
        assert contents == new if life.acknowledged else contents in (old, new)
        assert whole_deliveries(path, _DELIVERIES) == entries
        assert _contents(path) == new
    print(f"{kills} kills at {last - first} system calls, {begun} inside the transaction")
    assert begun > kills // 2


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("seed", seeds(long=10))
def test_a_migration_during_which_the_power_is_cut_has_not_happened_or_has(
    seed: int, old_store: Path, tmp_path: Path
) -> None:
    chance = Random(seed)
    old, new = _brought_up_to_date(old_store, tmp_path / "new.db")
    disk = Disk({"january.db": old_store.read_bytes()})
    with stores_on(disk), kf.open_ledger("january.db"):
        disk.acknowledge()
    for number in range(15):
        acknowledged, files = after_a_power_cut(disk, chance)
        folder = tmp_path / str(number)
        contents = _contents(written(files, folder) / "january.db")
        assert contents == new if acknowledged else contents in (old, new)


def test_a_store_that_others_bring_up_to_date_meanwhile_is_taken_as_it_is(
    old_store: Path, tmp_path: Path, outrun_by: Callable[[Callable[[], object]], None]
) -> None:
    """The others are through between our look at the version and our lock."""
    path = tmp_path / "january.db"
    _, new = _brought_up_to_date(old_store, path)
    shutil.copyfile(old_store, path)
    outrun_by(lambda: kf.open_ledger(path).close())
    kf.open_ledger(path).close()
    assert _contents(path) == new


@pytest.mark.usefixtures("second_version")
def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "january.db"
    kf.open_ledger(path).close()
    monkeypatch.setattr(_SQLITE, schemas.SQLITE)
    before = path.read_bytes()
    for reading in (True, False):
        with pytest.raises(StoreError, match="its tables are of version 2"):
            kf.open_ledger(path, reading=reading)
    assert path.read_bytes() == before


def _golden(version: int, path: Path) -> Path:
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(golden(version).read_text("utf-8"))
    return path


@pytest.mark.parametrize("version", _VERSIONS)
def test_a_store_of_every_released_version_opens_and_is_brought_up_to_date(
    version: int, tmp_path: Path
) -> None:
    with kf.open_ledger(_golden(version, tmp_path / "january.db")) as store:
        assert store.verify() == _SEAL
        assert store.ledger() == LEDGER
        assert store.append(LEDGER).new == ()
        assert store.append(_DELIVERIES[0]).new == _DELIVERIES[0]


@pytest.mark.parametrize("version", _VERSIONS)
def test_a_version_that_is_released_is_never_edited(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_SQLITE, schemas.SQLITE[:version])
    assert made_today(tmp_path) == as_sql(_golden(version, tmp_path / "golden.db"))
