"""What the fault tests write into a store, and how they know what it must hold afterwards.

A delivery is one batch for `append`; the n-th is always the same, so what a store must hold is
told by a number: the first n deliveries, in order, each whole.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache
from itertools import accumulate, chain
from pathlib import Path

import pytest
from attrs import evolve
from deaths import Work

import kazfigures as kf
from kazfigures.observations import Entry

_MEASURES = tuple(
    kf.Measure(outcome, population, "Kazakhstan/Almaty", "Kazakhstan, January 2022")
    for outcome in ("killed", "injured", "detained")
    for population in ("", "security forces")
)
_SOURCES = tuple(
    kf.Source(name, kind)
    for name, kind in (
        ("Ministry of Internal Affairs", "official"),
        ("Prosecutor General's Office", "official"),
        ("City hospital No. 7", "hospital"),
        ("Orda.kz", "outlet"),
        ("Полиция Алматы", "official"),
    )
)


@cache
def delivery(number: int, size: int = 12) -> tuple[Entry, ...]:
    """Give the reports of one hour, and a notice that withdraws the first of them.

    The first is of a measure that no other delivery has.
    """
    at = kf.Moment(f"2022-01-{5 + number // 24 % 25:02}T{number % 24:02}:00+06:00")
    reports = tuple(
        kf.Observation(
            _MEASURES[place % len(_MEASURES)],
            kf.Figure.read(f"at least {10 * number + place % 7}"),
            _SOURCES[(number + place) % len(_SOURCES)],
            as_of=at,
            reported=at,
            note=f"report {place} of delivery {number}",
        )
        for place in range(size - 1)
    )
    counted = evolve(reports[0].measure, definition=f"those counted in hour {number}")
    first = evolve(reports[0], measure=counted)
    return (
        first,
        *reports[1:],
        kf.Notice("retraction", (first.id,), first.source, at, "a slip of the pen"),
    )


def appending(place: Path | str, deliveries: Sequence[tuple[Entry, ...]]) -> Work:
    """Write to a store, delivery by delivery."""

    def work(acknowledge: Callable[[], None]) -> None:
        with kf.open_ledger(place) as store:
            for batch in deliveries:
                store.append(batch)
                acknowledge()

    return work


def whole_deliveries(
    place: Path | str, expected: Sequence[tuple[Entry, ...]], *, reading: bool = False
) -> int:
    """Give how many of the deliveries are in a store; fail unless they are whole and in order.

    Everything that can be asked is asked, and every answer compared with a replay.
    """
    with kf.open_ledger(place, reading=reading) as store:
        entries = tuple(store.stream())
        seal = store.verify()
        ledger, measures = store.ledger(), store.measures
    if isinstance(place, Path):
        with closing(sqlite3.connect(place)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    ends = [0, *accumulate(map(len, expected))]
    assert len(entries) in ends, "a delivery is there in part"
    held = ends.index(len(entries))
    replayed = tuple(chain.from_iterable(expected[:held]))
    assert entries == replayed
    assert seal.entries == len(entries)
    assert ledger == kf.Ledger(replayed)
    assert set(measures) == set(ledger.measures)
    assert kf.reconcile(ledger) == kf.reconcile(kf.Ledger(replayed))
    return held


def journal(path: Path) -> Path:
    """Name the file that is beside a store while something is being written."""
    return path.with_name(f"{path.name}-journal")


def seeds(long: int) -> list[object]:
    """Give the seed of the ordinary suite, and those of the long run (`pytest -m faults`)."""
    return [0, *(pytest.param(seed, marks=pytest.mark.faults) for seed in range(1, long + 1))]
