"""Measure timelines in one run, and print what was measured as a table.

    python tests/benchmarks/timelines.py         # up to 100,000 reports of 10 and 100 claimants
    python tests/benchmarks/timelines.py --many  # and of 1,000 claimants

Each is shown beside one `reconcile` of the same ledger: read the ratios, not the seconds.
A turn costs as much as the claimants that stand, so of 1,000 claimants a timeline is slower.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from measure import seconds

from kazfigures import (
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    Observation,
    Source,
    house,
    reconcile,
)
from kazfigures.observations import Entry
from kazfigures.timelines import revisions, timeline

MEASURE = Measure("killed", place="Country", event="January")
START = datetime(2022, 1, 1, tzinfo=UTC)
SHAPES = ((1_000, 10), (10_000, 10), (100_000, 10), (10_000, 100), (100_000, 100))
MANY = ((10_000, 1_000), (100_000, 1_000))


def entries(size: int, claimants: int) -> Iterator[Entry]:
    """Make reports of one measure: tolls that rise, hedges, relays of statements, retractions."""
    chance = random.Random(size)  # noqa: S311 - the same ledger on every machine
    sources = [Source(f"Claimant {number}") for number in range(claimants)]
    told: list[Observation] = []
    for place in range(size):
        as_of = START + timedelta(minutes=10 * place)
        number = 100 + place // 50 + (chance.random() < 0.05)
        figure = Figure.read(f"at least {number}" if chance.random() < 0.1 else str(number))
        moments = (Moment.at(as_of), Moment.at(as_of + timedelta(minutes=5)))
        said = Observation(MEASURE, figure, chance.choice(sources), *moments, ("Agency",))
        if told and chance.random() < 0.2:
            one = chance.choice(told[-20:])
            relays = ("Agency", "Relay")
            said = Observation(
                *(MEASURE, one.figure, one.source, one.as_of, moments[1], relays, one.origin)
            )
        elif chance.random() < 0.5:
            said = Observation(
                *(MEASURE, figure, said.source, *moments, said.via, f"statement {place}")
            )
        told.append(said)
        yield said
        if chance.random() < 0.01:
            yield Notice("retraction", said, said.source, Moment.at(moments[1].end))  # type: ignore[arg-type]


def measure_timeline(size: int, claimants: int) -> None:
    """Follow one measure, and one claimant of it."""
    ledger = Ledger(entries(size, claimants))
    ledger.observations  # noqa: B018 - listed once a ledger
    runs = 3 if size * claimants <= 1_000_000 else 1
    whole = seconds(lambda: reconcile(ledger, house), runs)
    follow = seconds(lambda: timeline(ledger, MEASURE), runs)
    moves = seconds(lambda: revisions(ledger, MEASURE, "Claimant 0"), runs)
    turns = timeline(ledger, MEASURE)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"| {size:,} of {claimants:,} | {len(turns):,} | {whole:.2f} s | {follow:.2f} s"
        f" | {follow / len(turns) * 1e6:,.0f} us | {follow / whole:,.1f} x"
        f" | {moves:.2f} s | {peak:,.0f} MB |"
    )


def main() -> None:
    """Measure each shape in a process of its own, for its peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", action="store_true", help="measure 1,000 claimants too")
    parser.add_argument("--only", type=int, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        measure_timeline(*options.only)
        return
    heads = ("reports of claimants", "turns", "reconcile", "timeline", "a turn", "ratio")
    print(f"| {' | '.join((*heads, 'revisions', 'peak'))} |\n{'|---' * 8}|")
    for shape in (*SHAPES, *(MANY if options.many else ())):
        sys.stdout.flush()
        call = [sys.executable, __file__, "--only", *map(str, shape)]
        subprocess.run(call, check=True)  # noqa: S603


if __name__ == "__main__":
    main()
