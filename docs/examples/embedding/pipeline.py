"""Take in what strangers drop in a folder, and write down what it changed.

    */5 * * * *  cd /srv/desk && .venv/bin/python pipeline.py . >> pipeline.log

Files arrive in `drop/`.
One that can be read goes into `ledger.db` and then into `taken/`; one that cannot goes into
`aside/` beside a list of its faults, and nothing of it is taken in.
`changelog.jsonl` gets a line for every run that learned something.

Every step can be done twice, so what a killed run left undone the next one does.
The exit code is 0 when every file is taken in, 1 when one is not, 74 when the store cannot be
used, and 75 when another run is at work.
"""

import argparse
import fcntl
import hashlib
import json
import os
import sys
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import kazfigures as kf
from kazfigures.errors import ObservationError, StoreError
from kazfigures.exchange.store import Seal

LARGEST_FILE = 10_000_000
MOST_FAULTS = 1_000


def main():
    """Run once, unless a run is at work."""
    parser = argparse.ArgumentParser(description="Take in what strangers dropped.")
    parser.add_argument("desk", type=Path, help="the folder that holds all of this")
    parser.add_argument("--rest", type=float, default=60, help="seconds without a change in a file")
    asked = parser.parse_args()
    for name in ("drop", "taken", "aside"):
        (asked.desk / name).mkdir(parents=True, exist_ok=True)
    with (asked.desk / "changelog.jsonl").open("a+b") as changelog:
        try:
            fcntl.flock(changelog, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go however the run ends
        except BlockingIOError:
            return os.EX_TEMPFAIL
        try:
            with kf.open_ledger(asked.desk / "ledger.db") as store:
                return run(store, changelog, asked.desk, asked.rest)
        except StoreError as error:
            print(error, file=sys.stderr)
            return os.EX_IOERR


def run(store, changelog, desk, rest):
    """Take in what has arrived, and write down what changed."""
    told = last_told(changelog)
    store.verify(told)  # all that was taken in is there, and as it was
    refused = 0
    for file in sorted((desk / "drop").iterdir()):
        try:
            if is_at_rest(file, rest):
                refused += not take_in(file, store, desk)
        except OSError as error:
            print(f"{file.name!a} stays: {error.strerror}", file=sys.stderr)
            refused += 1
    write_down(store, told, changelog)
    return 1 if refused else 0


def is_at_rest(file, rest):
    """Whether this is a plain file that is not hidden, and that nobody is writing any more."""
    if file.name.startswith(".") or file.is_symlink() or not file.is_file():
        return False
    return time.time() - file.stat().st_ctime >= rest


def take_in(file, store, desk):
    """Take in a file or put it aside, and say whether it was taken in."""
    with file.open("rb") as held:
        digest = hashlib.file_digest(held, "sha256").hexdigest()[:16]
    observations, faults = read(file)
    place = desk / ("aside" if faults else "taken") / digest  # two files may have one name
    place.mkdir(exist_ok=True)
    if faults:
        report = "".join(f"{fault}\n" for fault in faults)
        (place / "faults.txt").write_text(report, encoding="utf-8", errors="backslashreplace")
        print(f"{file.name!a} goes aside, with {place}/faults.txt")
    else:
        print(f"{file.name!a}: {store.append(observations)}")
    file.replace(place / file.name)
    return not faults


def read(file):
    """Give the observations of a file, and what is wrong with it."""
    size = file.stat().st_size
    if size > LARGEST_FILE:
        return [], [ObservationError("file", f"{size:,} bytes", f"up to {LARGEST_FILE:,}")]
    if not file.read_bytes().endswith(b"\n"):  # it may be cut off
        return [], [ObservationError("file", file.name, "a line break at its end")]
    observations, faults = [], []
    try:
        for item in kf.stream(file):
            if isinstance(item, kf.Observation):
                observations.append(item)
            elif isinstance(item, kf.Notice):
                faults.append(ObservationError("entry", item.id, "no notice: those are the desk's"))
            else:
                faults.append(item)
            if len(faults) == MOST_FAULTS:
                break
    except ObservationError as error:  # a name that tells no format
        faults.append(error)
    return observations, faults


def last_told(changelog):
    """Give the seal of the last line; what a crash left of a line after it is taken away."""
    changelog.seek(0)
    lines = changelog.read()
    whole = lines[: lines.rfind(b"\n") + 1]
    changelog.truncate(len(whole))
    return Seal.read(json.loads(whole.splitlines()[-1])["seal"]) if whole else None


def write_down(store, told, changelog):
    """Write a line on what is otherwise since the line before."""
    seal = store.seal
    known = told.entries if told else 0
    if seal.entries == known:
        return
    entries = list(islice(store.stream(), seal.entries))
    before = kf.reconcile(kf.Ledger(entries[:known]))
    after = kf.reconcile(kf.Ledger(entries))
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seal": str(seal),
        "changes": [str(one) for one in kf.diff(before, after).changed],
    }
    changelog.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    sys.exit(main())
