"""What the slowest call costs on hostile input, up to a megabyte.

    python tests/benchmarks/hostile.py

Each pump of `tests/hostile/pumps.tsv` is grown to a hundred thousand characters and to a million,
and handed to every reader; the slowest calls are printed, with how much longer ten times the text
takes (10 is linear).
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

from cases import SAID, rows

import kazfigures as kf
from kazfigures.errors import KazfiguresError
from kazfigures.exchange.records import from_record

SMALL, LARGE = 100_000, 1_000_000
SHOWN = 25
SHEET = (
    "outcome,wording,low,high,source,as_of,reported,note\nkilled,{},18,18,x,2022[UTC],2022[UTC],\n"
)


def line(text: str) -> str:
    return json.dumps({**SAID, "wording": text, "low": 18, "high": 18})


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


READERS: Mapping[str, Callable[[str], Any]] = {
    "find": kf.find,
    "Figure.read": kf.Figure.read,
    "Moment.read": lambda text: kf.Moment.read(text, zone="UTC"),
    "Moment": kf.Moment,
    "Source": kf.Source,
    "a place": lambda text: kf.Measure("killed", place=text),
    "a note": lambda text: from_record({**SAID, "note": text}).id,
    "an address": lambda text: from_record({**SAID, "url": f"https://x/{text}"}),
    "relays": lambda text: from_record({**SAID, "via": [text] * 3}),
    "JSON Lines, a wording": lambda text: kf.load(io.StringIO(line(text))),
    "JSON Lines, as it is": lambda text: kf.load(io.StringIO(text)),
    "CSV, a wording": lambda text: kf.load(io.StringIO(SHEET.format(cell(text))), format="csv"),
    "CSV, as it is": lambda text: kf.load(io.StringIO(text), format="csv"),
}


def seconds(read: Callable[[str], Any], text: str) -> float:
    begun = process_time()
    try:
        read(text)
    except KazfiguresError as error:
        str(error)
    return process_time() - begun


def main() -> None:
    measured = []
    for name, *cells in rows("pumps"):
        before, piece, behind = map(json.loads, cells)
        small, large = (before + piece * (size // len(piece)) + behind for size in (SMALL, LARGE))
        for reader, read in READERS.items():
            short, long = seconds(read, small), seconds(read, large)
            measured.append((long, short, reader, name))
    measured.sort(reverse=True)
    print(f"{'1 MB':>9} {'0.1 MB':>9} {'x':>5}  reader, pump")
    for long, short, reader, name in measured[:SHOWN]:
        times = long / max(short, 1e-4)
        print(f"{long * 1e3:7.0f} ms {short * 1e3:6.0f} ms {times:5.1f}  {reader}, {name}")
    over = sum(short > 0.05 for _, short, _, _ in measured)
    print(f"{len(measured):,} calls; {over} of those on 0.1 MB took over 50 ms")
    print("the slowest of each reader, on 0.1 MB and on 1 MB:")
    for reader in READERS:
        ours = [row for row in measured if row[2] == reader]
        short, long = max(row[1] for row in ours), max(row[0] for row in ours)
        print(f"{short * 1e3:7.0f} ms {long * 1e3:7.0f} ms  {reader}")


if __name__ == "__main__":
    main()
