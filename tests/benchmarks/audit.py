"""Measure the audit in one run: its speed, and what it finds of planted faults.

    python tests/benchmarks/audit.py                             # 1,000 to 100,000 observations
    python tests/benchmarks/audit.py --small                     # 1,000 and 10,000
    python tests/benchmarks/audit.py --maverick ../shared/data   # and the MAVERICK reports

Times are of the process, so that a busy machine matters less, and the best of several runs.
Each is shown beside one `reconcile` of the same ledger in the same run: read the ratios.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "audit"))

from maverick_reports import COLUMNS, ledger_of
from measure import seconds
from pairs import at_odds, shown
from planted_faults import overall, planted, score

from kazfigures import reconcile
from kazfigures.audit.auditing import audit
from kazfigures.audit.kinds import Kind

SEED = 2022
SIZES = (1_000, 10_000, 100_000)
FAULTS = 1_000


def measure_speed(sizes: Iterable[int]) -> None:
    """Audit clean ledgers."""
    print("| observations | audit | | ratio to one reconcile | findings |")
    print("|---|---|---|---|---|")
    for size in sizes:
        ledger, _, _ = planted(SEED, size, 0)
        runs = 1 if size > 10_000 else 3
        auditing = seconds(lambda ledger=ledger: audit(ledger), runs)
        reconciling = seconds(lambda ledger=ledger: reconcile(ledger), runs)
        reports = len(ledger.observations)
        print(
            f"| {reports:,} | {auditing:.2f} s | {reports / auditing:,.0f}/s "
            f"| {auditing / reconciling:.2f} | {len(audit(ledger))} |"
        )


def measure_faults(size: int) -> None:
    """Find planted faults, and count what is said of nothing."""
    started = process_time()
    ledger, plants, partitions = planted(SEED, size, FAULTS)
    built = process_time() - started
    print(
        f"\n{len(plants):,} faults in {len(ledger.observations):,} observations ({built:.1f} s)\n"
    )
    scores = score(audit(ledger, partitions), plants)
    print("| kind | findings | true | precision | planted | found | recall |")
    print("|---|---|---|---|---|---|---|")
    rows = [*((kind.value, scores[kind]) for kind in scores), ("all", overall(scores.values()))]
    for name, told in rows:
        print(
            f"| {name} | {told.findings} | {told.true} | {told.precision:.1%} "
            f"| {told.plants} | {told.found} | {told.recall:.1%} |"
        )


def measure_maverick(folder: Path) -> None:
    """Find the contradictions of the MAVERICK reports."""
    ledger = ledger_of(folder, *COLUMNS)
    real = at_odds(ledger)
    findings = [one for one in audit(ledger) if one.kind is Kind.CONTRADICTION]
    found = shown(findings)
    auditing = seconds(lambda: audit(ledger), 1)
    looping = seconds(lambda: at_odds(ledger), 1)
    print(f"\n{len(ledger.observations):,} observations of electoral violence\n")
    print("| contradictions | pairs shown | of them real | pairs at odds | of them shown |")
    print("|---|---|---|---|---|")
    print(
        f"| {len(findings):,} | {len(found):,} | {len(found & real):,} "
        f"| {len(real):,} | {len(found & real):,} |"
    )
    print(f"\naudit {auditing:.2f} s, the loop over pairs {looping:.2f} s")


def main() -> None:
    """Measure all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="stop at 10,000 observations")
    parser.add_argument("--maverick", type=Path, help="where maverick-reports.csv is")
    given = parser.parse_args()
    sizes = SIZES[:-1] if given.small else SIZES
    measure_speed(sizes)
    measure_faults(sizes[-1])
    if given.maverick:
        measure_maverick(given.maverick)


if __name__ == "__main__":
    main()
