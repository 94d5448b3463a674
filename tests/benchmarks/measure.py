"""Measure the library in one run, and print what was measured as a table.

    python tests/benchmarks/measure.py            # ledgers of 1,000 and 100,000
    python tests/benchmarks/measure.py --million  # and of 1,000,000

Times are of the process, so that a busy machine matters less, and the best of several runs.
Each is shown beside a plain piece of work done in the same run: read the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

SIZES = (1_000, 100_000)
MILLION = 1_000_000
PER_MEASURE = 10
CLAIMANTS = ("Interior Ministry", "Health Ministry", "Prosecutor", "City hospital", "Rights group")
PHRASES = (
    *(
        "26 'armed criminals'",
        "more than 2,300 protesters",
        "dozens of protesters",
        "NO CASUALTIES",
    ),
    *("at least 12 civilians", "between 20 and 30", "1.5 million people", "two or three"),
    *("one hundred and sixty-four people", "as many as 100", "about 1,300 security personnel"),
)
START = datetime(2022, 1, 1, tzinfo=UTC)


def records(size: int) -> Iterator[dict[str, Any]]:
    """Make reports as they come: five claimants who raise their tolls, relays, hedges."""
    chance = random.Random(size)  # noqa: S311 - the same ledger on every machine
    for place in range(size):
        measure, step = divmod(place, PER_MEASURE)
        as_of = START + timedelta(minutes=60 * step + measure % 60)
        number = 100 + step // 3 * 5 + (chance.random() < 0.05)
        hedged = chance.random() < 0.1
        record = {
            "outcome": "killed",
            "place": f"Country/District {measure}",
            "event": "January",
            "wording": f"at least {number}" if hedged else str(number),
            "stated": number,
            "low": number,
            "high": None if hedged else number,
            "source": CLAIMANTS[chance.randrange(len(CLAIMANTS))],
            "via": ["Agency"],
            "as_of": as_of.isoformat(timespec="minutes"),
            "reported": (as_of + timedelta(minutes=30)).isoformat(timespec="minutes"),
        }
        if chance.random() < 0.1:
            record["origin"] = f"statement {measure}"
        yield record


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Give the processor time of the best run."""
    best = float("inf")
    for _ in range(runs):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def show(what: str, each: float, beside: str, ratio: float) -> None:
    """Print a row of the table."""
    rate = f"{1 / each:,.0f}/s"
    print(f"| {what} | {each * 1e6:,.2f} us | {rate} | {ratio:,.1f} x {beside} |")


def measure_phrases() -> None:
    """Read short phrases."""
    from kazfigures import Figure  # noqa: PLC0415

    def read() -> None:
        for _ in range(300):
            for phrase in PHRASES:
                Figure.read(phrase)

    def split() -> None:
        for _ in range(300):
            for phrase in PHRASES:
                phrase.casefold().split()

    each = seconds(read) / 300 / len(PHRASES)
    plain = seconds(split) / 300 / len(PHRASES)
    show("read a phrase", each, "casefold and split", each / plain)


def measure_ledger(size: int) -> None:
    """Build, load and reconcile a ledger."""
    from kazfigures import Figure, Ledger, Measure, Observation, house, load, reconcile  # noqa: PLC0415
    from kazfigures.counts import Count  # noqa: PLC0415

    runs = 1 if size >= MILLION else 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.jsonl")
        with path.open("w") as file:
            file.writelines(json.dumps(record) + "\n" for record in records(size))

        def parse() -> None:
            with path.open() as file:
                for line in file:
                    json.loads(line)

        parsing = seconds(parse, runs) / size
        loading = seconds(lambda: load(path), runs) / size
        ledger = load(path)
    show(f"load from JSON Lines, {size:,}", loading, "json.loads", loading / parsing)

    some = ledger.observations[: min(size, 10_000)]
    measure, figure = Measure("killed"), Figure("18", 18, Count.exactly(18))

    def build() -> None:
        for one in some:
            Observation(measure, figure, one.source, one.as_of, one.reported, one.via)

    building = seconds(build) / len(some)
    show(f"build an observation, {size:,}", building, "json.loads", building / parsing)

    ledger.observations  # noqa: B018 - listed once a ledger

    def loop() -> None:
        groups: dict[Measure, list[Observation]] = {}
        for one in ledger.observations:
            groups.setdefault(one.measure, []).append(one)
        for group in groups.values():
            max(one.figure.count.low for one in group)

    looping = seconds(loop, runs) / size
    reconciling = seconds(lambda: reconcile(ledger, house), runs) / size
    show(f"reconcile by house, {size:,}", reconciling, "group and max", reconciling / looping)
    sorting = seconds(lambda: Ledger(ledger), runs) / size
    show(f"sort a ledger, {size:,}", sorting, "group and max", sorting / looping)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| peak memory with a ledger of {size:,} | {peak:,.0f} MB | | |")


def measure_import() -> None:
    """Import the package in fresh processes, attrs and dateutil already there."""
    code = (
        "import time, sys; bare = time.perf_counter(); import attrs, dateutil.tz;"
        " theirs = time.perf_counter(); import kazfigures; ours = time.perf_counter();"
        " print(theirs - bare, ours - theirs)"
    )
    compiled = {name: value for name, value in os.environ.items() if "BYTECODE" not in name}
    call = [sys.executable, "-c", code]
    times = [
        [float(text) for text in subprocess.check_output(call, env=compiled).split()]  # noqa: S603
        for _ in range(16)
    ][1:]
    theirs = statistics.median(one[0] for one in times)
    ours = statistics.median(one[1] for one in times)
    ratio = f"{ours / theirs:.2f} x attrs and dateutil.tz"
    print(f"| import kazfigures over attrs and dateutil | {ours * 1e3:.1f} ms | | {ratio} |")


def main() -> None:
    """Measure each ledger in a process of its own, for its peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="measure a ledger of 1,000,000 too")
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        measure_ledger(options.only)
        return
    print("| what | each | rate | beside, in the same run |\n|---|---|---|---|")
    measure_import()
    measure_phrases()
    for size in (*SIZES, *([MILLION] if options.million else [])):
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, "--only", str(size)], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
