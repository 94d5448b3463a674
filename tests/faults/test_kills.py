"""A process that writes is killed; what it acknowledged is in the store, and nothing is torn.

What "acknowledged" means: `append` had returned.
The one delivery that was on its way may be in the store too, as the commit comes before the word.
"""

import itertools
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from deaths import Life, Work, killed_at_system_call, killed_by_the_clock, system_calls
from deliveries import appending, delivery, journal, seeds, whole_deliveries

import kazfigures as kf

_KILLS = 20
_EVERY = [17, pytest.param(1, marks=pytest.mark.faults)]
_DELIVERIES = [delivery(number, size=20) for number in range(80)]


def _remains(path: Path) -> Counter[str]:
    """Say where a kill landed, by the journal that it left beside the store.

    SQLite fills the journal's head when the journal is on disk, and then writes the store itself.
    """
    begun = journal(path).read_bytes() if journal(path).exists() else b""
    return Counter(
        {
            "kills": 1,
            "inside a transaction": begun != b"",
            "while the store was written": begun[:1] > b"\0",
        }
    )


def _killed_one_after_another(path: Path, kill: Callable[[Work], Life]) -> Counter[str]:
    """Kill writer after writer on one store, and judge the store after each."""
    seen: Counter[str] = Counter()
    held = 0
    for _ in range(_KILLS):
        life = kill(appending(path, _DELIVERIES[held:]))
        if life.killed:
            seen += _remains(path)
        acknowledged = held + life.acknowledged
        held = whole_deliveries(path, _DELIVERIES)
        assert acknowledged <= held <= acknowledged + 1
    print(dict(seen))
    return seen


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("seed", seeds(long=25))
def test_a_kill_at_any_system_call_loses_nothing_acknowledged(seed: int, tmp_path: Path) -> None:
    """Each seed kills twenty writers, in the transaction of their first delivery or their second.

    A writer that first has to roll back what the one before it left meets the kill a little sooner.
    """
    chance, measured = Random(seed), tmp_path / "measured.db"
    kf.open_ledger(measured).close()
    inside = system_calls(appending(measured, _DELIVERIES[:2]), journal(measured).exists)
    seen = _killed_one_after_another(
        tmp_path / "january.db",
        lambda work: killed_at_system_call(work, chance.choice(inside)),
    )
    assert seen["kills"] == _KILLS
    assert seen["inside a transaction"] > 0


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("seed", seeds(long=10))
def test_a_kill_at_any_instant_loses_nothing_acknowledged(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    seen = _killed_one_after_another(
        tmp_path / "january.db",
        lambda work: killed_by_the_clock(work, chance.uniform(0.001, 0.02)),
    )
    assert seen["kills"] > 0


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("every", _EVERY)
def test_an_append_may_end_at_any_of_its_system_calls(every: int, tmp_path: Path) -> None:
    """And the first to come afterwards may be one who only reads."""
    path, before = tmp_path / "january.db", tmp_path / "before.db"
    with kf.open_ledger(before) as store:
        for batch in _DELIVERIES[:3]:
            store.append(batch)
    seen: Counter[str] = Counter()
    for number in itertools.count(1, every):
        shutil.copyfile(before, path)
        life = killed_at_system_call(appending(path, _DELIVERIES[3:4]), number)
        if not life.killed:
            break
        seen += _remains(path)
        assert 3 + life.acknowledged <= whole_deliveries(path, _DELIVERIES, reading=True) <= 4
    print(dict(seen))
    assert seen["inside a transaction"] > 0
