"""Measure how long a ledger and its estimates take to open as frames, and a frame to be read.

    python tests/benchmarks/frames.py            # 100,000 observations
    python tests/benchmarks/frames.py --million  # and 1,000,000

Times are of the process, so that a busy machine matters less, and the best of three runs; of one
run for a million.
Each is shown beside one `to_record` of every entry: read the ratios.
A frame that is read is that of the ledger; `sheet` is one of eight plain columns by a codebook, and
`from_record` builds the same entries of dicts.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from measure import MILLION, records, seconds

from kazfigures import Ledger, reconcile
from kazfigures.exchange.frames import cell, from_frame, to_arrow, to_frame
from kazfigures.exchange.records import Reader, from_record, to_record
from kazfigures.wording import plain as english

SHEET = {
    "outcome": "killed",
    **{name: cell(name) for name in ("place", "event", "wording", "source", "via")},
    **{name: cell(name) for name in ("as_of", "reported")},
}


def read_records(told: list[dict[str, Any]]) -> Ledger:
    """Build a ledger of records, the plain way."""
    reader = Reader(english)
    return Ledger([reader.entry(record) for record in told])


def measure_frames(size: int) -> None:
    """Open a ledger of a size, and its estimates, as each kind of frame."""
    runs = 1 if size >= MILLION else 3
    ledger = Ledger([from_record(record) for record in records(size)])
    told = len([entry.id for entry in ledger])  # ids are computed once and kept
    estimates = reconcile(ledger)
    told_records = [to_record(entry) for entry in ledger]
    frames = {"polars": to_frame(ledger, "polars"), "pandas": to_frame(ledger, "pandas")}
    table = to_arrow(ledger)
    plain = seconds(lambda: [to_record(entry) for entry in ledger], runs)
    print(f"\n{told:,} observations, {len(estimates):,} estimates\n")
    print("| | s | ratio to records |")
    print("|---|---|---|")
    for name, made in (
        ("records", lambda: [to_record(entry) for entry in ledger]),
        ("ledger, Arrow", lambda: to_arrow(ledger)),
        ("ledger, polars", lambda: to_frame(ledger, "polars")),
        ("ledger, pandas", lambda: to_frame(ledger, "pandas")),
        ("read, from_record", lambda: read_records(told_records)),
        ("read, Arrow", lambda: from_frame(table)),
        ("read, polars", lambda: from_frame(frames["polars"])),
        ("read, pandas", lambda: from_frame(frames["pandas"])),
        ("read, sheet in polars", lambda: from_frame(frames["polars"], SHEET)),
        ("read, sheet in pandas", lambda: from_frame(frames["pandas"], SHEET)),
        ("estimates, polars", lambda: to_frame(estimates, "polars")),
        ("estimates, pandas", lambda: to_frame(estimates, "pandas")),
    ):
        taken = seconds(made, runs)
        print(f"| {name} | {taken:.2f} | {taken / plain:.2f} |")


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--million", action="store_true")
    given = options.parse_args()
    for size in (100_000, *((MILLION,) if given.million else ())):
        measure_frames(size)


if __name__ == "__main__":
    main()
