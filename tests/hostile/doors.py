"""The doors that input comes in by: each takes records, and says of each what became of it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import polars as pl
from cases import Refused
from click.testing import CliRunner

from kazfigures.cli import program
from kazfigures.errors import FieldError, MomentError, RecordError, RecordsError
from kazfigures.exchange.frames import NOTICES, OBSERVATIONS, Holds, Table, from_frame
from kazfigures.exchange.records import COLUMNS, Record, from_record, stream
from kazfigures.exchange.store import open_ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry

Outcome: TypeAlias = Entry | Refused | None
"""None for what a door has no way to say, such as a number where a cell of CSV holds text."""
Door: TypeAlias = Callable[[Sequence[Record], Path], list[Outcome]]

LISTS: Final = ("via", "of")
MOMENTS: Final = ("since", "as_of", "reported", "recorded", "at")
NUMBERS: Final = ("stated", "low", "high", "credibility")
SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
TRIGGERS: Final = tuple("=+-@\t\r'＝＋－＠")


def of_records(records: Sequence[Record], _: Path) -> list[Outcome]:
    """Take each record as Python has it."""
    outcomes: list[Outcome] = []
    for record in records:
        try:
            outcomes.append(from_record(record))
        except FieldError as error:
            assert str(error)  # noqa: PT017 - most are refused, and any may be read
            outcomes.append(Refused(error.field, error.expected))
    return outcomes


def of_json_lines(records: Sequence[Record], folder: Path) -> list[Outcome]:
    """Take them as a file of JSON Lines."""
    place = folder / "in.jsonl"
    place.write_text(as_json_lines(records), encoding="utf-8")
    return [outcome(item) for item in stream(place)]


def of_csv(records: Sequence[Record], folder: Path) -> list[Outcome]:
    """Take as a file of CSV what can be said there."""
    place, asked = folder / "in.csv", [cells(record) for record in records]
    with place.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(row for row in asked if row is not None)
    found = map(outcome, stream(place))
    return [None if row is None else next(found) for row in asked]


def of_commands(records: Sequence[Record], folder: Path) -> list[Outcome]:
    """Convert a file on the command line: with a fault, the old file stays as it was."""
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    target.write_text("what was there before", encoding="utf-8")
    refused = refused_by(records, source, "convert", source, target)
    if refused:
        assert target.read_text(encoding="utf-8") == "what was there before"
        assert not refused_by(without(records, refused), source, "convert", source, target)
    written = map(outcome, stream(target))
    return [refused.get(at) or next(written) for at in range(len(records))]


def of_store(records: Sequence[Record], folder: Path) -> list[Outcome]:
    """Append a file to a store: with a fault, nothing of it is added."""
    source, target = folder / "in.jsonl", folder / "toll.db"
    with open_ledger(target) as store:
        before = store.seal
    refused = refused_by(records, source, "append", target, source)
    if refused:
        with open_ledger(target, reading=True) as store:
            assert store.verify() == before
        assert not refused_by(without(records, refused), source, "append", target, source)
    with open_ledger(target, reading=True) as store:
        held = set(store.stream())
    taken = iter(given_back(of_records(without(records, refused), folder), held))
    return [refused.get(at) or next(taken) for at in range(len(records))]


def given_back(entries: Iterable[Outcome], held: Container[object]) -> list[Outcome]:
    """Give the entries that something holds; the zone they were written in may be another's."""
    return [one if one in held else Refused("held", "what was put in") for one in entries]


def refused_by(records: Iterable[Record], source: Path, *command: object) -> dict[int, Refused]:
    """Run a command over a file of records, and give those that it names as faults."""
    source.write_text(as_json_lines(records), encoding="utf-8")
    result = run(*command)
    assert result.exit_code in (0, 1), result.output
    refused: dict[int, Refused] = {}
    for told in result.stderr.splitlines()[:-1]:
        _, line, field, fault = told.removeprefix(str(source)).split(":", 3)
        refused[int(line) - 1] = Refused(field.strip(), fault.removeprefix(" expected "))
    assert bool(refused) == bool(result.exit_code), result.stderr
    return refused


def without(records: Sequence[Record], refused: Container[int]) -> list[Record]:
    return [record for at, record in enumerate(records) if at not in refused]


def of_frames(records: Sequence[Record], folder: Path) -> list[Outcome]:
    """Take as data frames what can be said there, the notices in a frame of their own."""
    outcomes: list[Outcome] = [None] * len(records)
    for is_notice, table in ((False, OBSERVATIONS), (True, NOTICES)):
        asked = {
            at: in_frame(record)
            for at, record in enumerate(records)
            if (record.get("entry") == "notice") == is_notice and is_framed(record)
        }
        for at, fault in framing_faults(asked.values(), table):
            outcomes[[*asked][at]] = fault
        good = [at for at in asked if outcomes[at] is None]
        held = set(from_frame(frame_of([asked[at] for at in good], table)))
        told = given_back(of_records([records[at] for at in good], folder), held)
        for at, entry in zip(good, told, strict=True):
            outcomes[at] = entry
    return outcomes


DOORS: Final[Mapping[str, Door]] = {
    "from_record": of_records,
    "JSON Lines": of_json_lines,
    "CSV": of_csv,
    "the command line": of_commands,
    "a store": of_store,
    "data frames": of_frames,
}


def run(*arguments: object, **options: Any) -> Any:  # noqa: ANN401 - click's own result
    """Run a command in this process."""
    return CliRunner().invoke(program, [str(one) for one in arguments], **options)


def outcome(item: Entry | RecordError) -> Entry | Refused:
    return Refused(item.field, item.expected) if isinstance(item, RecordError) else item


def as_json_lines(records: Iterable[Record]) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in records)


def cells(record: Record) -> list[str] | None:
    """Give a record as cells, as a newsroom's own program would write them."""
    made = {name: cell(name, value) for name, value in record.items()}
    if None in made.values() or not made.keys() <= {*COLUMNS}:
        return None
    return [made.get(name) or "" for name in COLUMNS]


def cell(name: str, value: object) -> str | None:
    if name == "high" and value is None:
        return "open"
    if name in NUMBERS:
        return str(value) if type(value) is int and 0 <= value < 10**19 else None
    if name in LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            return None
        text = " | ".join(one.replace("\\", "\\\\").replace("|", "\\|") for one in value)
    elif isinstance(value, str):
        text = value
    else:
        return None
    return (f"'{text}" if text.startswith((*TRIGGERS, "#")) else text) or None


def framing_faults(asked: Iterable[Record], table: Table[Any]) -> Iterator[tuple[int, Refused]]:
    """Give every fault of a frame, with the row it is in."""
    try:
        from_frame(frame_of(asked, table))
    except RecordsError as error:
        for fault in error.faults:
            yield fault.line - 1, Refused(fault.field, fault.expected)


def frame_of(asked: Iterable[Record], table: Table[Any]) -> pl.DataFrame:
    types = {Holds.TEXT: pl.String, Holds.NUMBER: pl.Int64, Holds.NAMES: pl.List(pl.String)}
    named = {column.name: types.get(column.holds, pl.Boolean) for column in table.columns}
    schema = {name: kind for name, kind in named.items() if name in {*COLUMNS, "open"}}
    return pl.DataFrame(list(asked), schema=schema)


def in_frame(record: Record) -> Record:
    is_open = "high" in record and record["high"] is None
    return {**record, "open": True} if is_open else record


def is_framed(record: Record) -> bool:
    """Whether a frame can hold a record, and is no wider door for its moments.

    The text None is a missing cell there, and no figure (`test_from_frame.py` says so).
    """
    is_named = record.get("entry", "observation") in ("observation", "notice")
    return (is_named and record.keys() <= {*COLUMNS}) and all(
        cell(name, value) is not None
        and (name not in MOMENTS or is_moment(value))
        and str(value).strip()
        and value != "None"
        and not SURROGATES.search(str(value))
        and (type(value) is not int or value < 2**63)
        for name, value in record.items()
    )


def is_moment(text: str) -> bool:
    try:
        return Moment(text).text == text
    except MomentError:
        return False
