"""A time is read as it was told, or refused: no clock, no zone and no year is filled in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cases import SAID, field_cases, rows
from doors import frame_of
from processes import ROOT

from kazfigures import Moment
from kazfigures.errors import FieldError, RecordsError
from kazfigures.exchange.frames import OBSERVATIONS, from_frame

TOLD = [(name, *map(json.loads, cells), gets) for name, *cells, gets in rows("times_told")]
WALLS = [tuple(row) for row in rows("zones")]
ZONES = ("UTC", "America/New_York", "Asia/Almaty", "EST5EDT", "<+12>-12")


def reading(text: str, zone: str | None, dayfirst: bool | None) -> str:  # noqa: FBT001 - as told
    try:
        return f"={json.dumps(Moment.read(text, zone=zone, dayfirst=dayfirst).text)}"
    except FieldError as error:
        return f"!{error.field}: {error.expected}"


def test_a_time_that_people_tell_gets_what_its_row_says() -> None:
    wrong = [
        f"{name}: {got}, not {gets}"
        for name, *told, gets in TOLD
        if not (got := reading(*told)).startswith(gets)
    ]
    assert wrong == []


def test_a_frame_takes_the_times_that_people_tell_and_no_others() -> None:
    """In one zone, with no order of day and month given; a cell of nothing is missing."""
    told = [
        (name, text, gets)
        for name, text, zone, dayfirst, gets in TOLD
        if zone == "Asia/Almaty" and dayfirst is None and text.strip()
    ]
    records = [{**SAID, "as_of": "1900[UTC]", "reported": text} for _, text, _ in told]
    with pytest.raises(RecordsError) as refusal:
        from_frame(frame_of(records, OBSERVATIONS), zone="Asia/Almaty")
    refused = {fault.line - 1: f"!moment: {fault.expected}" for fault in refusal.value.faults}
    for at, (name, text, gets) in enumerate(told):
        if gets.startswith("!"):
            assert refused[at].startswith(gets), name
        else:
            frame = frame_of([records[at]], OBSERVATIONS)
            [report] = from_frame(frame, zone="Asia/Almaty").observations
            assert f'="{report.reported.text}"' == gets, text


@pytest.mark.parametrize(
    ("wall", "zone", "offset", "instant", "shown"),
    [row[1:] for row in WALLS],
    ids=[row[0] for row in WALLS],
)
def test_the_clocks_of_kazakhstan_show_an_instant_once_or_are_asked_for_the_offset(
    wall: str, zone: str, offset: str, instant: str, shown: str
) -> None:
    moment = Moment(f"{wall}{offset}")
    assert moment.start == datetime.fromisoformat(instant)
    assert Moment(f"{wall}{offset}[{zone}]") == moment
    assert moment.told_in(zone).text == f"{wall}{offset}"
    told = reading(wall, zone, None)
    if shown == "once":
        assert told == f'="{wall}{offset}"'
        return
    assert told.startswith("!moment: a time with its offset, since clocks in ")
    both = [Moment(f"{wall}{one}[{zone}]") for one in ("+05:00", "+06:00")]
    assert moment in both
    assert both[0].start - both[1].start == timedelta(hours=1)
    assert both[0] != both[1]


PROGRAM = f"""
import json, sys
sys.path[:0] = [{str(Path(__file__).parent)!r}]
from cases import field_cases
from test_times import TOLD, WALLS, reading
for name, *told, gets in TOLD:
    print(name, reading(*told))
for table in ("times", "zone_names"):
    for case in field_cases(table):
        if isinstance(case.value, str):
            print(ascii(case.name), ascii(reading(case.value, None, None)))
for row in WALLS:
    print(reading(row[1], row[2], None))
"""


def test_more_than_400_times_are_read_alike_whatever_the_machines_zone() -> None:
    told = [
        subprocess.run(  # noqa: S603 - this very Python, on a program of the tests
            [sys.executable, "-c", PROGRAM],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "TZ": zone},
        ).stdout
        for zone in ZONES
    ]
    assert len(set(told)) == 1
    assert told[0].count(b"\n") > 400


def test_the_words_of_a_wrong_zone_are_refused_before_they_are_needed() -> None:
    with pytest.raises(FieldError, match=r"^zone: expected an IANA zone"):
        Moment.read("2022-01-07T16:56+06:00", zone="UTC+6")


def test_no_case_of_a_field_is_read_by_the_strict_door_alone() -> None:
    """What `Moment` takes, `Moment.read` takes as the same."""
    for case in field_cases("times"):
        if isinstance(case.value, str) and case.gets.startswith("="):
            assert Moment.read(case.value) == Moment(case.value)
