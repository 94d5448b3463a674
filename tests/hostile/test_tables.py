"""There are as many hostile cases as the tables say, each with a name and unlike the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from cases import FOLDER, rows

TABLES = sorted(file.stem for file in FOLDER.glob("*.tsv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_case_has_a_name_and_is_unlike_the_others(table: str) -> None:
    named = Counter(name for name, *_ in rows(table))
    assert [name for name, times in named.items() if times > 1 or not name.strip()] == []
    told = Counter(tuple(cells) for _, *cells in rows(table))
    assert [cells for cells, times in told.items() if times > 1] == []


def test_there_are_more_than_2500_cases() -> None:
    assert sum(len(rows(table)) for table in TABLES) > 2500


def test_every_table_is_tried_by_a_test() -> None:
    tests = "".join(
        file.read_text(encoding="utf-8")
        for folder in (FOLDER, FOLDER.parent / "surfaces")
        for file in Path(folder).glob("*.py")
    )
    assert [one for one in TABLES if f'"{one}"' not in tests and f"{one}.tsv" not in tests] == []
