"""The pipeline of `docs/examples/embedding`: what it takes in, and what no crash can undo."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest

import kazfigures as kf
from kazfigures.exchange.store import Seal, Store
from kazfigures.observations import Entry

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs/examples/embedding/pipeline.py"
EXAMPLE = kf.load(ROOT / "docs/examples/kazakhstan-2022.jsonl")
ONE, TWO, THREE = EXAMPLE.observations[:3]
ELSE = next(one for one in EXAMPLE.observations if one.measure != ONE.measure)
FAULTY = b'{"outcome": "killed", "wording": "one in five"}\n[\n'
EVERY = {"quick": 9, "ci": 5}.get(os.environ.get("HYPOTHESIS_PROFILE", "quick"), 1)


def loaded() -> ModuleType:
    spec = spec_from_file_location("pipeline", FILE)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PIPELINE = loaded()


def started(desk: Path) -> subprocess.Popen[str]:
    """Start it as cron does."""
    return subprocess.Popen(  # noqa: S603 - the example, by this very Python
        [sys.executable, "-W", "error", str(FILE), str(desk), "--rest", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def run(desk: Path, rest: str = "0") -> tuple[int, str]:
    """Run it in this process, and give its exit code and all it says."""
    said = io.StringIO()
    with (
        patch.object(sys, "argv", ["pipeline.py", str(desk), "--rest", rest]),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        code: int = PIPELINE.main()
    return code, said.getvalue()


def text(entries: Iterable[Entry], form: Any = "jsonl") -> bytes:  # noqa: ANN401 - a Format
    written = io.StringIO()
    kf.dump(entries, written, format=form)
    return written.getvalue().encode()


def dropped(desk: Path, **files: bytes | bytearray) -> None:
    """Drop files; two underscores of a name stand for a dot."""
    (desk / "drop").mkdir(exist_ok=True)
    for name, content in files.items():
        (desk / "drop" / name.replace("__", ".")).write_bytes(content)


def stored(desk: Path) -> list[str]:
    """Give the ids in the store, in the order of appending."""
    with kf.open_ledger(desk / "ledger.db", reading=True) as store:
        store.verify()
        return [entry.id for entry in store.stream()]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if not path.is_dir())


def changelog(desk: Path) -> list[dict[str, Any]]:
    with (desk / "changelog.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_good_files_are_taken_in_and_put_away(tmp_path: Path) -> None:
    dropped(tmp_path, a__jsonl=text([ONE]), b__csv=text([TWO, THREE], "csv"))
    process = started(tmp_path)
    said = "'a.jsonl': 1 new, 0 already there\n'b.csv': 2 new, 0 already there\n"
    assert process.communicate() == (said, "")
    assert process.returncode == 0
    assert stored(tmp_path) == [ONE.id, TWO.id, THREE.id]
    assert names(tmp_path / "taken") == ["a.jsonl", "b.csv"]
    assert names(tmp_path / "drop") == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("faulty.jsonl", text([ONE]) + FAULTY, [":2: wording: ", ":3: record: "]),
        ("half.jsonl", text([ONE, TWO])[:-30], ["file: expected a line break at its end"]),
        ("half.csv", text([ONE, TWO], "csv")[:-1], ["file: expected a line break at its end"]),
        ("half quoted.csv", b'outcome,note\nkilled,"said\n', ["row: expected a row"]),
        ("empty.csv", b"", ["file: expected a line break at its end"]),
        ("notices.jsonl", text(EXAMPLE), ["entry: expected no notice"] * len(EXAMPLE.notices)),
        ("table.xlsx", b"PK\n", ["format: expected a name that ends in .jsonl"]),
        ("large.jsonl", b"\n" * 10_000_001, ["file: expected up to 10,000,000"]),
        ("many.jsonl", b"[\n" * 5_000, [":1: record", *[": record"] * 999]),
        (os.fsdecode(b"\xff\n.csv"), b"killed\n", ["\n.csv:1: header: "]),
        ("x" * 249 + ".jsonl", b"[\n", [".jsonl:1: record"]),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_a_faulty_file_goes_aside_with_its_faults_and_nothing_of_it_is_taken_in(
    tmp_path: Path, name: str, content: bytes, told: list[str]
) -> None:
    dropped(tmp_path, **{name: content, "good__jsonl": text([THREE])})
    code, said = run(tmp_path)
    assert (code, len(said.splitlines()), said.isascii()) == (1, 2, True)
    assert stored(tmp_path) == [THREE.id]
    [report] = (tmp_path / "aside").glob("*/faults.txt")
    assert (report.parent / name).read_bytes() == content
    faults = report.read_text(encoding="utf-8")
    assert len(faults.splitlines()) == len(told) + name.count("\n")
    assert all(fault in faults for fault in told)
    assert run(tmp_path) == (0, "")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_whatever_is_dropped_is_taken_in_or_goes_aside(tmp_path: Path, form: str) -> None:
    """A few bytes of good files are changed, 100 times."""
    chance = Random(7)  # noqa: S311 - no secret
    for number in range(100):
        content = bytearray(text([ONE, TWO], form))
        for _ in range(chance.randint(0, 3)):
            start = chance.randrange(len(content))
            content[start : start + chance.randint(0, 2)] = chance.randbytes(chance.randint(0, 2))
        dropped(tmp_path, **{f"{number}.{form}": content})
    code, said = run(tmp_path)
    assert (code, len(said.splitlines()), said.isascii()) == (1, 100, True)
    assert names(tmp_path / "drop") == []
    taken, aside = (names(tmp_path / folder) for folder in ("taken", "aside"))
    assert len({*taken, *aside} - {"faults.txt"}) == 100
    assert taken
    assert {ONE.id, TWO.id} <= set(stored(tmp_path))


def test_what_is_still_being_written_hidden_or_no_file_stays(tmp_path: Path) -> None:
    dropped(tmp_path, fresh__jsonl=text([ONE]), __upload=text([TWO]))
    secret = tmp_path / "secret.jsonl"
    secret.write_bytes(text([THREE]))
    (tmp_path / "drop/link.jsonl").symlink_to(secret)
    (tmp_path / "drop/folder.jsonl").mkdir()
    os.mkfifo(tmp_path / "drop/pipe.jsonl")
    assert run(tmp_path, rest="60") == (0, "")
    assert stored(tmp_path) == []
    assert run(tmp_path) == (0, "'fresh.jsonl': 1 new, 0 already there\n")
    assert names(tmp_path / "drop") == [".upload", "link.jsonl", "pipe.jsonl"]


def test_a_file_that_cannot_be_put_away_stays_and_stops_nobody(tmp_path: Path) -> None:
    dropped(tmp_path, a__jsonl=text([ONE]), b__jsonl=text([TWO]))
    (tmp_path / "taken").mkdir()
    in_its_place = tmp_path / "taken" / hashlib.sha256(text([ONE])).hexdigest()[:16]
    in_its_place.write_bytes(b"")
    code, said = run(tmp_path)
    assert (code, said.splitlines()[0]) == (1, "'a.jsonl' stays: File exists")
    assert stored(tmp_path) == [TWO.id]
    in_its_place.unlink()
    assert run(tmp_path) == (0, "'a.jsonl': 1 new, 0 already there\n")


def test_a_cut_off_file_that_comes_again_whole_is_taken_in(tmp_path: Path) -> None:
    whole = text([ONE, TWO, THREE])
    dropped(tmp_path, a__jsonl=whole[:-30])
    assert run(tmp_path)[0] == 1
    dropped(tmp_path, a__jsonl=whole)
    assert run(tmp_path)[0] == 0
    assert stored(tmp_path) == [ONE.id, TWO.id, THREE.id]


def test_no_file_takes_the_place_of_another_of_its_name(tmp_path: Path) -> None:
    contents = [text([ONE]), text([TWO]), FAULTY, b"[\n", text([ONE])]
    for content in contents:
        dropped(tmp_path, a__jsonl=content)
        run(tmp_path)
    kept = {path.read_bytes() for path in tmp_path.glob("*/*/a.jsonl")}
    assert kept == set(contents)
    assert stored(tmp_path) == [ONE.id, TWO.id]


def test_the_changelog_says_what_each_run_changed(tmp_path: Path) -> None:
    batches = [EXAMPLE.observations[:40], EXAMPLE.observations[:80], (), EXAMPLE.observations[:81]]
    known, expected = kf.Ledger(), []
    for batch in batches:
        dropped(tmp_path, a__jsonl=text(batch) or b"\n")
        assert run(tmp_path)[0] == 0
        before, known = known, kf.Ledger([*known, *batch])
        if len(known) > len(before):
            changed = kf.diff(kf.reconcile(before), kf.reconcile(known)).changed
            expected.append((len(known), {f"{one.measure.event}: {one}" for one in changed}))
    lines = changelog(tmp_path)
    assert [(Seal.read(line["seal"]).entries, set(line["changes"])) for line in lines] == expected
    with kf.open_ledger(tmp_path / "ledger.db", reading=True) as store:
        assert lines[-1]["seal"] == str(store.seal)


def test_what_others_appended_is_told_of_too(tmp_path: Path) -> None:
    dropped(tmp_path, a__jsonl=text([ONE]))
    run(tmp_path)
    with kf.open_ledger(tmp_path / "ledger.db") as store:
        store.append(EXAMPLE.notices)
    run(tmp_path)
    assert [Seal.read(line["seal"]).entries for line in changelog(tmp_path)] == [1, 4]


class Busy:
    """A store to which another program appends just after the seal was asked for."""

    def __init__(self, store: Store) -> None:
        self.stream = store.stream
        self.store = store

    @property
    def seal(self) -> Seal:
        before = self.store.seal
        self.store.append([ELSE])
        return before


def test_a_line_tells_of_what_its_seal_stands_for(tmp_path: Path) -> None:
    dropped(tmp_path, a__jsonl=b"\n")
    with (
        kf.open_ledger(tmp_path / "ledger.db") as store,
        (tmp_path / "changelog.jsonl").open("a+b") as file,
    ):
        store.append([ONE])
        PIPELINE.write_down(Busy(store), None, file)
    run(tmp_path)
    first, second = changelog(tmp_path)
    states = [kf.reconcile(kf.Ledger([ONE, ELSE][:known])) for known in range(3)]
    for line, before, after in zip((first, second), states, states[1:], strict=False):
        assert line["changes"] == [
            f"{one.measure.event}: {one}" for one in kf.diff(before, after).changed
        ]


def test_a_line_that_a_crash_cut_off_is_written_anew(tmp_path: Path) -> None:
    for entry in (ONE, TWO):
        dropped(tmp_path, a__jsonl=text([entry]))
        run(tmp_path)
    whole = (tmp_path / "changelog.jsonl").read_bytes()
    (tmp_path / "changelog.jsonl").write_bytes(whole[:-20])
    assert run(tmp_path) == (0, "")
    first, second = changelog(tmp_path)
    _, cut = map(json.loads, whole.splitlines())
    assert (first["seal"][:2], second["changes"]) == ("1 ", cut["changes"])


def test_a_store_that_is_not_what_it_was_stops_everything(tmp_path: Path) -> None:
    dropped(tmp_path, a__jsonl=text([ONE]))
    run(tmp_path)
    (tmp_path / "ledger.db").unlink()
    dropped(tmp_path, b__jsonl=text([TWO]))
    code, said = run(tmp_path)
    assert (code, "it is not what was sealed" in said) == (74, True)
    assert names(tmp_path / "drop") == ["b.jsonl"]
    assert stored(tmp_path) == []


def test_runs_at_once_take_each_file_once(tmp_path: Path) -> None:
    observations = EXAMPLE.observations[:60]
    for number, entry in enumerate(observations):
        dropped(tmp_path, **{f"{number:02}.jsonl": text([entry])})
    runs = [started(tmp_path) for _ in range(4)]
    said = [process.communicate() for process in runs]
    assert {process.returncode for process in runs} <= {0, 75}
    assert all(err == "" for _, err in said)
    assert stored(tmp_path) == [one.id for one in observations]
    assert sum(out.count("1 new") for out, _ in said) == len(observations)
    entries = [Seal.read(line["seal"]).entries for line in changelog(tmp_path)]
    assert entries == sorted(set(entries))


def test_a_run_that_finds_another_at_work_does_nothing(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    dropped(tmp_path, a__jsonl=text([ONE]))
    with (tmp_path / "changelog.jsonl").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert run(tmp_path) == (75, "")
    assert names(tmp_path / "drop") == ["a.jsonl"]


def state(desk: Path) -> tuple[Any, ...]:
    """Give all that a run leaves, but for when it ran."""
    files = sorted(
        (str(path.relative_to(desk)), path.read_bytes())
        for folder in ("drop", "taken", "aside")
        for path in (desk / folder).rglob("*")
        if path.is_file() and path.name != "faults.txt"
    )
    reports = sorted(str(path.relative_to(desk)) for path in desk.glob("aside/*/faults.txt"))
    told = [{**line, "at": ""} for line in changelog(desk)]
    return files, reports, told, stored(desk)


def test_what_a_run_killed_at_any_line_left_undone_the_next_one_does(tmp_path: Path) -> None:
    desk, killed = tmp_path / "desk", tmp_path / "killed"
    desk.mkdir()
    dropped(desk, a__jsonl=text([ONE]))
    run(desk)
    dropped(desk, b__jsonl=text([TWO]), c__jsonl=FAULTY, d__csv=text([ONE, THREE], "csv"))
    command = [sys.executable, str(Path(__file__).with_name("killed.py"))]
    subprocess.run(  # noqa: S603 - beside this file
        [*command, str(FILE), str(desk), str(killed), str(EVERY)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    run(desk)
    whole = state(desk)
    assert whole[3] == [ONE.id, TWO.id, THREE.id]
    copies = sorted(killed.iterdir())
    assert len(copies) > 100 / EVERY
    for copy in copies:
        assert state(copy) == whole, copy.name
