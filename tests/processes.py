"""Programs run in processes of their own, where chance and the machine may differ."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]


def outputs_under_ten_hash_seeds(program: str) -> set[bytes]:
    """Give what a program writes under ten hash seeds, in two zones and two locales."""
    return outputs_under(range(10), program)


def outputs_under(seeds: Iterable[int], program: str) -> set[bytes]:
    """Give what a program writes under hash seeds, in the zone and the locale that go with each."""
    return {
        subprocess.run(  # noqa: S603 - this very Python, on a program of the tests
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PYTHONHASHSEED": str(seed),
                "PYTHONUTF8": "1",
                "TZ": ("UTC", "America/New_York")[seed % 2],
                "LC_ALL": ("C", "C.UTF-8")[seed // 5],
            },
        ).stdout
        for seed in seeds
    }
