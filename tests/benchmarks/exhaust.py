"""Try every named rule on every ledger of the small worlds, and print what was found.

python tests/benchmarks/exhaust.py              # about two minutes a rule
python tests/benchmarks/exhaust.py house acled  # these rules alone
"""

from __future__ import annotations

import sys
import time

from kazfigures.rules.reconciling import NAMED
from kazfigures.trials import Verdict, exhaust


def main() -> None:
    """Print a row a rule; what is broken is shown in full."""
    print(
        "| rule | ledgers a law, at most | ledgers in all | kept | not promised, not broken | s |"
    )
    print("|---|---|---|---|---|---|")
    for rule in NAMED:
        if sys.argv[1:] and rule.name not in sys.argv[1:]:
            continue
        started = time.process_time()
        judgement = exhaust(rule)
        seconds = time.process_time() - started
        tried = sum(ruling.tried for ruling in judgement.rulings)
        kept = len(judgement.with_verdict(Verdict.KEPT))
        seeming = ", ".join(
            ruling.law.name for ruling in judgement.with_verdict(Verdict.SEEMINGLY_KEPT)
        )
        cells = (rule, f"{judgement.tried:,}", f"{tried:,}", kept, seeming, f"{seconds:.0f}")
        print(f"| {' | '.join(map(str, cells))} |", flush=True)
        if not judgement.ok:
            print(judgement)


if __name__ == "__main__":
    main()
