"""Measure the page: its time and its size.

    python tests/benchmarks/report.py            # 1,000 to 100,000 observations

Ledgers are generated: many measures, and one measure that a hundred claimants report on.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "audit"))

from planted_faults import planted

from kazfigures import Ledger, Measure, Observation
from kazfigures.surfaces.report import report

SEED = 2022
SIZES = (1_000, 10_000, 100_000)


def one_measure(size: int) -> Ledger:
    """A measure that a hundred claimants report on, a report a minute."""
    killed = Measure("killed", place="Kazakhstan")
    return Ledger(
        Observation(
            killed,
            f"{100 + place // 50}",
            f"claimant {place % 100}",
            as_of=f"2022-{1 + place // 43200:02}-{1 + place // 1440 % 28:02}T00:00Z",
            reported=f"2022-{2 + place // 43200:02}-{1 + place // 1440 % 28:02}"
            f"T{place // 60 % 24:02}:{place % 60:02}Z",
            via=[f"outlet {place}"],
        )
        for place in range(size)
    )


def main() -> None:
    print("| observations | measures | page | size |")
    print("|---|---|---|---|")
    for size in SIZES:
        for ledger in (planted(SEED, size, 0)[0], one_measure(size)):
            started = perf_counter()
            html = report(ledger).html
            taken = perf_counter() - started
            print(
                f"| {len(ledger.observations):,} | {len(ledger.measures):,} | {taken:.1f} s "
                f"| {len(html.encode()) / 1000:,.0f} kB |"
            )


if __name__ == "__main__":
    main()
