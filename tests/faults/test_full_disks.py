"""The disk is full, or fails; the writer is told, nothing is half-written, and all can be read.

Each test fails the first write of an append, then the second, and so on until the append passes.
"""

import subprocess
from collections.abc import Callable, Generator
from functools import partial
from itertools import count
from pathlib import Path
from typing import ClassVar

import apsw
import pytest
from apsw_connections import stores_on
from attrs import define
from deliveries import delivery, whole_deliveries
from disks import Disk, Event, Made, Written, written

import kazfigures as kf
from kazfigures.errors import StoreError

_STORE = "january.db"
_DELIVERIES = [delivery(number, size=8) for number in range(3)]


@define
class Full:
    """A disk on which nothing can grow, from its n-th growth on."""

    disk: Disk
    changes_left: int
    struck: bool = False
    told: ClassVar = "the disk is full"

    def __call__(self, event: Event) -> None:
        if isinstance(event, Written) and event.end > len(self.disk.contents[event.file]):
            self.changes_left -= 1
            if self.changes_left < 0:
                self.struck = True
                raise apsw.FullError


@define
class Failing:
    """A disk of which the n-th change fails, and no other."""

    disk: Disk
    changes_left: int
    struck: bool = False
    told: ClassVar = ""

    def __call__(self, event: Event) -> None:
        self.changes_left -= 1
        if self.changes_left == -1:
            self.struck = True
            raise (apsw.CantOpenError if isinstance(event, Made) else apsw.IOError)


Fault = type[Full] | type[Failing]


def _nothing(_: Event) -> None: ...


def _with_two_deliveries() -> dict[str, bytes]:
    disk = Disk()
    with stores_on(disk), kf.open_ledger(_STORE) as store:
        for batch in _DELIVERIES[:2]:
            store.append(batch)
    return disk.files


def _refusal(act: Callable[[], object]) -> StoreError | None:
    """Give the error of what is refused."""
    try:
        act()
    except StoreError as error:
        return error
    return None


@pytest.mark.parametrize("kind", [Full, Failing])
def test_an_append_that_the_disk_does_not_take_is_an_error_and_leaves_no_part_of_it(
    kind: Fault, tmp_path: Path
) -> None:
    """A disk may fail after the commit; then the delivery is there, whole, and nobody was told."""
    given, stored = _with_two_deliveries(), sum(_DELIVERIES[:2], ())
    for number in count():
        disk = Disk(given)
        with stores_on(disk), kf.open_ledger(_STORE) as store:
            fault = disk.before = kind(disk, number)
            refusal = _refusal(partial(store.append, _DELIVERIES[2]))
            assert (refusal is not None) == fault.struck
            if refusal is not None:
                assert refusal.store == _STORE
                assert kind.told in refusal.problem
                held = tuple(store)
                assert store.verify().entries == len(held)
                assert held == stored or (kind is Failing and held == stored + _DELIVERIES[2])
            disk.before = _nothing
            store.append(_DELIVERIES[2])
        left = written(disk.files, tmp_path / str(number))
        assert whole_deliveries(left / _STORE, _DELIVERIES) == 3
        if not fault.struck:
            break
    print(f"{kind.__name__}: the append was refused at {number} places")
    assert number > 5


@pytest.mark.parametrize("kind", [Full, Failing])
def test_a_store_that_the_disk_does_not_take_is_an_error_and_can_be_made_later(
    kind: Fault, tmp_path: Path
) -> None:
    for number in count():
        disk = Disk()
        fault = disk.before = kind(disk, number)
        with stores_on(disk):
            refusal = _refusal(lambda: kf.open_ledger(_STORE).close())
            assert (refusal is not None) == fault.struck
            if refusal is not None:
                assert refusal.store == _STORE
                assert kind.told in refusal.problem
            disk.before = _nothing
            with kf.open_ledger(_STORE) as store:
                store.append(_DELIVERIES[0])
        left = written(disk.files, tmp_path / str(number))
        assert whole_deliveries(left / _STORE, _DELIVERIES) == 1
        if not fault.struck:
            break
    print(f"{kind.__name__}: the making was refused at {number} places")
    assert number > 5


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path, None, None]:
    """A real disk with room for a megabyte."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)]
    try:
        subprocess.run(mount, check=True, capture_output=True)  # noqa: S603 - on a folder of ours
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"a small disk needs root, and its right to mount: {error}")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)  # noqa: S603, S607 - that very folder


def test_a_real_disk_that_is_full_is_an_error_until_there_is_room(small_disk: Path) -> None:
    path, ballast = small_disk / _STORE, small_disk / "ballast"
    ballast.write_bytes(bytes(400_000))
    expected = [delivery(number, size=40) for number in range(60)]
    with kf.open_ledger(path) as store:
        refusals = (_refusal(partial(store.append, batch)) for batch in expected)
        acknowledged, refusal = next(
            (number, refusal) for number, refusal in enumerate(refusals) if refusal is not None
        )
        assert refusal.store == str(path)
        assert "the disk is full" in refusal.problem
        assert acknowledged > 0
        assert tuple(store) == sum(expected[:acknowledged], ())
        assert store.verify().entries == len(store)
        ballast.unlink()
        store.append(expected[acknowledged])
    assert whole_deliveries(path, expected) == acknowledged + 1
