"""A broken file is told apart line by line, and nothing of it is written over a good one."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import NamedTuple

import pytest
from cases import SAID, rows
from doors import run

from kazfigures import Observation, dump, load, stream
from kazfigures.errors import RecordError, RecordsError
from kazfigures.exchange.records import Format, from_record

HEADER = "outcome,wording,stated,low,high,source,as_of,reported,via,note"
ROW = (
    "killed,18 officers,18,18,18,Interior Ministry,2022-01-07[Asia/Almaty],2022-01-07[Asia/Almaty],"
    "TASS,first"
)
GOOD = {"jsonl": json.dumps(dict(SAID)), "csv": ROW}


class Broken(NamedTuple):
    """A file, and for each of its records `=` or `!`, its line, its field and a phrase."""

    name: str
    form: Format
    text: str
    gets: tuple[str, ...]

    @property
    def data(self) -> bytes:
        filled = self.text.replace("HEADER", HEADER).replace("GOOD", GOOD[self.form])
        return filled.encode("utf-8", "surrogateescape")

    def fault(self, items: list[Observation | RecordError]) -> str:
        told = [
            f"!{item.line} {item.field}: {item.expected}" if isinstance(item, RecordError) else "="
            for item in items
        ]
        is_right = len(told) == len(self.gets) and all(map(str.startswith, told, self.gets))
        return "" if is_right else f"{self.name}: {told}, not {self.gets}"


FILES = [
    Broken(name, form, json.loads(text), tuple(json.loads(gets)))
    for name, form, text, gets in rows("files")
]


def read(file: Broken, source: object) -> list[Observation | RecordError]:
    return list(stream(source, format=file.form))


def test_every_record_of_a_broken_file_gets_what_its_row_says(tmp_path: Path) -> None:
    wrong = []
    for file in FILES:
        place = tmp_path / f"in.{file.form}"
        place.write_bytes(file.data)
        wrong.append(file.fault(read(file, place)))
    assert [one for one in wrong if one] == []


def test_an_open_file_gets_what_a_path_does() -> None:
    wrong = []
    for file in FILES:
        text = file.data.decode("utf-8-sig", "surrogateescape")
        wrong.append(file.fault(read(file, io.StringIO(text, newline=""))))
    assert [one for one in wrong if one] == []


def test_a_file_with_a_fault_is_no_ledger_and_one_without_is_what_was_written() -> None:
    for file in FILES:
        text = file.data.decode("utf-8-sig", "surrogateescape")
        if any(one.startswith("!") for one in file.gets):
            with pytest.raises(RecordsError) as refusal:
                load(io.StringIO(text, newline=""), format=file.form)
            assert len(refusal.value.faults) == sum(one != "=" for one in file.gets), file.name
            continue
        ledger = load(io.StringIO(text, newline=""), format=file.form)
        for form in ("jsonl", "csv"):
            again = io.StringIO(newline="")
            dump(ledger, again, format=form)
            again.seek(0)
            assert load(again, format=form) == ledger, file.name


@pytest.mark.parametrize("part", range(4))
def test_the_command_line_names_every_fault_and_leaves_the_old_file(
    part: int, tmp_path: Path
) -> None:
    """Through a file's name or standard input, every other one."""
    target = tmp_path / "out.jsonl"
    for number, file in enumerate(FILES[part::4]):
        target.write_text("what was there before", encoding="utf-8")
        source, told = tmp_path / f"in.{file.form}", {}
        source.write_bytes(file.data)
        if number % 2:
            source, told = "-", {"input": file.data}
        result = run("convert", source, target, "--from", file.form, **told)
        faults = sum(one != "=" for one in file.gets)
        assert result.exit_code == bool(faults), (file.name, result.output)
        lines = result.stderr.splitlines()
        assert len(lines) == (faults + 1 if faults else 0), (file.name, lines)
        if faults:
            assert target.read_text(encoding="utf-8") == "what was there before", file.name
        else:
            assert len(list(load(target))) == len({*read(file, _opened(file))}), file.name


def _opened(file: Broken) -> io.StringIO:
    return io.StringIO(file.data.decode("utf-8-sig", "surrogateescape"), newline="")


# --- what is no file of text -------------------------------------------------------------------


@pytest.mark.parametrize(
    "source", [None, 5, io.BytesIO(b"{}"), object()], ids=lambda one: type(one).__name__
)
def test_what_is_no_file_of_text_is_refused(source: object) -> None:
    with pytest.raises(ValueError, match=r"^source: expected a path, or a file that was opened as"):
        load(source)


@pytest.mark.parametrize("place", ["a\0.jsonl", "\0", "a\ud800.jsonl"], ids=ascii)
def test_a_path_that_no_file_can_have_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match=r"^path: expected a path without NUL"):
        load(place)
    with pytest.raises(ValueError, match=r"^path: expected a path without NUL"):
        dump([], place)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_strict_file_of_other_bytes_is_a_fault_where_they_begin(form: Format) -> None:
    begins = GOOD["jsonl"] if form == "jsonl" else f"{HEADER}\n{ROW}"
    raw = io.BytesIO(f"{begins}\n".encode() * 1 + b" " * 20_000 + b"\n\xcc\xc2\xc4\n")
    first, *faults = stream(io.TextIOWrapper(raw, encoding="utf-8", newline=""), format=form)
    assert first == from_record(
        {**SAID, **({"via": ["TASS"], "note": "first"} if form == "csv" else {})}
    )
    assert faults[-1] == RecordError(
        "input", faults[-1].line, "record", b"\xcc", "utf-8 from here on"
    )
