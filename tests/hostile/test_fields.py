"""What is hostile in one field gets what its row says, through every door that input comes in by."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import FIELD_TABLES, Refused, field_cases
from doors import DOORS

from kazfigures import Figure, find
from kazfigures.errors import WordingError


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("table", FIELD_TABLES)
def test_what_is_hostile_in_a_field_gets_what_its_row_says(
    table: str, door: str, tmp_path: Path
) -> None:
    cases = field_cases(table)
    outcomes = DOORS[door]([case.record for case in cases], tmp_path)
    told = zip(cases, outcomes, strict=True)
    assert [fault for case, one in told if one is not None and (fault := case.fault(one))] == []
