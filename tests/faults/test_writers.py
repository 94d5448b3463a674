"""Many processes write to one store at the same time; none is turned away, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from deaths import Work, allowed_to_finish
from deliveries import delivery

import kazfigures as kf

_LONG = pytest.mark.faults
_COMMON = [delivery(number, size=4) for number in range(5)]


def _own(writer: int, number: int) -> tuple[kf.Observation | kf.Notice, ...]:
    return delivery(10_000 * (writer + 1) + number, size=2)


def _writing(path: Path, writer: int, writes: int) -> Work:
    """Append what nobody else has, and now and then what all have; look each time."""

    def work(acknowledge: Callable[[], None]) -> None:
        with kf.open_ledger(path) as store:
            for number in range(writes):
                mine, seal = _own(writer, number), store.seal
                assert store.append(mine).new == mine
                assert all(entry in store for entry in mine)
                assert store.seal.entries >= seal.entries + len(mine)
                store.append(_COMMON[number % len(_COMMON)])
                acknowledge()
            for number in range(writes):
                assert all(entry.id in store for entry in _own(writer, number))

    return work


def _checking(path: Path, times: int) -> Work:
    """Verify the store while others write, and hold it against what it was a moment ago."""

    def work(acknowledge: Callable[[], None]) -> None:
        with kf.open_ledger(path, reading=True) as store:
            seal = store.seal
            for _ in range(times):
                seal = store.verify(seal)
                acknowledge()

    return work


@pytest.mark.parametrize(
    ("writers", "writes"), [(4, 25), pytest.param(8, 500, marks=_LONG)], ids=["4x25", "8x500"]
)
def test_what_many_processes_write_at_once_is_there_once(
    writers: int, writes: int, tmp_path: Path
) -> None:
    path = tmp_path / "january.db"
    kf.open_ledger(path).close()
    *lives, checked = allowed_to_finish(
        *(_writing(path, writer, writes) for writer in range(writers)), _checking(path, 10)
    )
    assert [life.acknowledged for life in lives] == [writes] * writers
    assert checked.acknowledged == 10
    own = [_own(writer, number) for writer in range(writers) for number in range(writes)]
    expected = sum([*own, *_COMMON], ())
    with kf.open_ledger(path) as store:
        assert store.verify().entries == len(expected)
        stored = list(store)
        assert store.ledger() == kf.Ledger(expected)
    place = {entry.id: number for number, entry in enumerate(stored)}
    assert all(place[last.id] == place[first.id] + 1 for first, last in own), "a batch was parted"


def test_many_processes_may_make_a_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "january.db"
    allowed_to_finish(*(_writing(path, writer, 1) for writer in range(8)))
    with kf.open_ledger(path) as store:
        assert store.verify().entries == 8 * 2 + len(_COMMON[0])


def test_what_others_append_meanwhile_is_known_when_our_turn_comes(
    tmp_path: Path, outrun_by: Callable[[Callable[[], object]], None]
) -> None:
    path = tmp_path / "january.db"
    others = kf.open_ledger(path)
    outrun_by(lambda: others.append(_COMMON[0]))
    with others, kf.open_ledger(path) as store:
        batch = (*_COMMON[0], *_COMMON[1])
        appended = store.append(batch)
        assert (appended.new, appended.known) == (_COMMON[1], len(_COMMON[0]))
        assert store.verify().entries == len(batch)
