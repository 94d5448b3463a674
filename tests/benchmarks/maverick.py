"""Time the three practices of MAVERICK on its reports, and print what was measured as a table.

    python tests/benchmarks/maverick.py ../shared/data

Times are of the process, and the best of several runs.
Each is shown beside a plain loop over the same numbers in the same run: read the ratios.
The R package `eventreport` is published with 0.24 s for the minimum and 4.2 s for the most common
value, on 3,287 reports and on a machine of its own.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from maverick_reports import COLUMNS, PREFIXES, Numbers, ledger_of, reported
from measure import seconds

from kazfigures import practices, reconcile, sensitivity

PUBLISHED = {"conservative": "0.24 s", "representative": "4.2 s"}


def smallest_most_common(numbers: list[int]) -> int:
    """Give what is said most often, and of several the smallest."""
    votes = Counter(numbers)
    return min(votes, key=lambda number: (-votes[number], number))


PLAIN: dict[str, Callable[[list[int]], int]] = {
    "conservative": min,
    "representative": smallest_most_common,
    "informative": max,
}


def looping(columns: list[Numbers], choose: Callable[[list[int]], int]) -> None:
    """Aggregate every event of every column, and keep no account."""
    for column in columns:
        {event: choose(numbers) for event, numbers in column.items()}


def main() -> None:
    """Measure each practice on all six columns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where maverick-reports.csv is")
    folder: Path = parser.parse_args().folder
    columns = [reported(folder, column) for column in COLUMNS]
    reports = sum(map(len, columns[0].values()))
    ledger = ledger_of(folder, *COLUMNS)
    print(f"{reports:,} reports of {len(columns[0]):,} events in {len(columns)} columns\n")
    print("| what | seconds | a plain loop, in the same run | ratio | eventreport, published |")
    print("|---|---|---|---|---|")
    building = seconds(lambda: ledger_of(folder, *COLUMNS), 3)
    reading = seconds(lambda: [reported(folder, column) for column in COLUMNS[:1]], 3)
    print(
        f"| read the CSV into a ledger | {building:.2f} | {reading:.4f} (read it once) "
        f"| {building / reading:,.0f} | |"
    )
    for prefix in PREFIXES:
        rule = getattr(practices, f"maverick_{prefix}")
        ours = seconds(lambda rule=rule: reconcile(ledger, rule))
        plain = seconds(lambda prefix=prefix: looping(columns, PLAIN[prefix]))
        print(
            f"| {rule} | {ours:.2f} | {plain:.4f} | {ours / plain:,.0f} "
            f"| {PUBLISHED.get(prefix, '')} |"
        )
    everything = seconds(lambda: sensitivity(ledger), 1)
    print(f"| sensitivity to the twelve rules | {everything:.2f} | | | |")


if __name__ == "__main__":
    main()
