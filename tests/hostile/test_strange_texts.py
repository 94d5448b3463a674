"""A formula or an injection stands in every text field at once, and comes back as it was."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cases import DAY, rows
from doors import DOORS, TRIGGERS, of_records

from kazfigures import Ledger, Notice, Observation, dump, load, open_ledger
from kazfigures.exchange.records import to_record

FORMULAS = {name: json.loads(text) for name, text in rows("formulas")}
INJECTIONS = {name: json.loads(text) for name, text in rows("injections")}
TEXTS = {**FORMULAS, **INJECTIONS}


def path(text: str) -> str:
    return "/".join(step for step in text.split("/") if step.strip()) or "x"


def everywhere(text: str) -> list[dict[str, Any]]:
    """Give an observation and a notice with a text in every field that takes one."""
    url = f"https://example.org/{''.join(text.split())}"
    told = {"outcome": text, "event": text, "unit": text, "definition": text, "note": text}
    counted = {"wording": text, "stated": 18, "low": 18, "high": None}
    who = {"source": text, "side": text, "via": [text, "AP", text], "origin": text}
    when = {"as_of": DAY, "reported": DAY}
    where = {"population": path(text), "place": path(text), "url": url}
    said = {"reason": text, "url": url, "at": DAY, "notice": "denial"}
    return [
        {**told, **counted, **who, **when, **where},
        {"entry": "notice", "of": [text, "x"], "by": text, "by_side": text, **said},
    ]


RECORDS = [record for text in TEXTS.values() for record in everywhere(text)]
ENTRIES = [
    entry for entry in of_records(RECORDS, Path()) if isinstance(entry, Observation | Notice)
]


def test_every_text_is_taken_and_kept_but_for_the_spaces_of_a_line() -> None:
    assert len(ENTRIES) == len(RECORDS) == 2 * len(TEXTS)
    for (name, text), entry in zip(TEXTS.items(), ENTRIES[::2], strict=True):
        kept = to_record(entry)
        assert kept["wording"] == kept["note"] == text.strip(), name
        for field in ("outcome", "source", "event", "unit", "definition", "side", "origin"):
            assert kept[field] == " ".join(text.split()), name


@pytest.mark.parametrize("door", DOORS)
def test_every_text_comes_in_by_every_door(door: str, tmp_path: Path) -> None:
    assert DOORS[door](RECORDS, tmp_path) == ENTRIES


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_every_text_comes_back_from_a_file(form: str, tmp_path: Path) -> None:
    place = tmp_path / f"toll.{form}"
    dump(ENTRIES, place)
    assert load(place) == Ledger(ENTRIES)


def test_no_cell_begins_as_a_formula_and_one_guard_less_is_the_text() -> None:
    sheet = io.StringIO(newline="")
    dump(ENTRIES, sheet, format="csv")
    header, *cells = csv.reader(io.StringIO(sheet.getvalue(), newline=""), strict=True)
    for entry, row in zip(ENTRIES, cells, strict=True):
        assert not any(cell.startswith(TRIGGERS[:6] + TRIGGERS[7:]) for cell in row)
        kept = to_record(entry)
        for name, cell in zip(header, row, strict=True):
            if isinstance(kept.get(name), str):
                assert cell.removeprefix("'") == kept[name]


def test_the_store_keeps_every_text_and_does_nothing_that_one_says(tmp_path: Path) -> None:
    place = tmp_path / "toll.db"
    with open_ledger(place) as store:
        assert len(store.append(ENTRIES).new) == len({entry.id for entry in ENTRIES})
        assert store.append(ENTRIES).new == ()
        seal = store.verify()
    with open_ledger(place, reading=True) as store:
        assert store.ledger() == Ledger(ENTRIES)
        assert store.verify(seal) == seal
        for entry in ENTRIES:
            assert store.entry(entry.id) == entry
    assert [one.name for one in tmp_path.iterdir()] == ["toll.db"]


def test_the_store_answers_a_question_of_every_injection_as_the_ledger_does(
    tmp_path: Path,
) -> None:
    reports = of_records([everywhere(text)[0] for text in INJECTIONS.values()], tmp_path)
    ledger = Ledger(reports)
    with open_ledger(tmp_path / "toll.db") as store:
        store.append(reports)
        for report in reports:
            told = to_record(report)
            for field in ("outcome", "place", "source"):
                asked = {field: told[field]}
                assert store.ledger(**asked) == ledger.where(**asked), asked


def test_the_tables_of_the_store_are_what_they_were(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.db"), open_ledger(tmp_path / "full.db") as store:
        store.append(ENTRIES)
    empty, full = (
        sqlite3.connect(tmp_path / name)
        .execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")
        .fetchall()
        for name in ("empty.db", "full.db")
    )
    assert empty == full
