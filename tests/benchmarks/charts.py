"""Measure how long charts take and how large they are, and print it as a table.

    python tests/benchmarks/charts.py

Ten claimants report on one measure, one figure in a hundred is withdrawn.
The timelines and estimates are made outside the clock: only drawing is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

from altair import LayerChart
from timelines import MEASURE, entries

from kazfigures import Ledger, house, reconcile
from kazfigures.rules.sensitivity import sensitivity
from kazfigures.surfaces import charts
from kazfigures.timelines import timeline

SIZES = (60, 2_000, 100_000)
CLAIMANTS = 10


def drawings(size: int) -> Iterator[tuple[str, Callable[[], LayerChart]]]:
    """Make what is drawn, and give what draws it."""
    ledger = Ledger(entries(size, CLAIMANTS))
    told = timeline(ledger, MEASURE)
    yield "timeline", lambda: charts.timeline(told)
    estimates = reconcile(ledger, house)
    estimate = estimates[MEASURE]
    yield "claims", lambda: charts.claims(estimate, set_aside=True)
    yield "parts", lambda: charts.parts(estimates, MEASURE)
    (asked,) = sensitivity(ledger, [house])
    yield "sensitivity", lambda: charts.sensitivity(asked)


def main() -> None:
    """Draw every chart once before the clock starts, for its libraries to be loaded."""
    print(
        "| reports | chart | chart made | SVG drawn | Vega-Lite | SVG |\n|---|---|---|---|---|---|"
    )
    for size in SIZES:
        for name, draw in drawings(size):
            charts.svg(draw(), name)
            started = perf_counter()
            chart = draw()
            made = perf_counter()
            drawn = charts.svg(chart, name)
            ended = perf_counter()
            print(
                f"| {size:,} | {name} | {made - started:.2f} s | {ended - made:.2f} s "
                f"| {len(chart.to_json(indent=None).encode()) / 1000:,.0f} kB "
                f"| {len(drawn.encode()) / 1000:,.0f} kB |"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
