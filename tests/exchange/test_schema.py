"""The published schema takes what is written, refuses what the reader refuses, and is complete."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from test_records import FAULT_NAMES, HOSTILE, RECORD_FAULTS, SAID, TOOK_BACK, Fault

from kazfigures import KazfiguresError, Ledger, Measure, Moment, NoticeKind, SourceKind, Tally, dump
from kazfigures.exchange.records import NOTICE_FIELDS, OBSERVATION_FIELDS, from_record, to_record
from kazfigures.observations import GRADES, Entry
from kazfigures.strategies import ledgers, moments, observations
from kazfigures.strategies.values import ZONES

SCHEMA = json.loads(files("kazfigures.exchange").joinpath("ledger.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
KINDS = SCHEMA["$defs"]
OBSERVATION, NOTICE = KINDS["observation"], KINDS["notice"]


def refused(record: object) -> bool:
    """Whether the reader refuses a record."""
    try:
        from_record(record)
    except KazfiguresError:
        return True
    return False


def resolved(field: dict[str, Any]) -> dict[str, Any]:
    """A field's schema with what it refers to."""
    name = field.get("$ref", "").rpartition("/")[2]
    return {**resolved(KINDS[name]), **field} if name else field


def is_described(field: dict[str, Any]) -> bool:
    """Whether a field says what it is for, or is one word alone."""
    return "const" in field or "description" in resolved(field)


# --- the schema and the reader --------------------------------------------------------------------


def test_the_schema_is_one_of_json_schema_2020_12() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@given(ledgers())
@example(HOSTILE)
def test_every_line_that_is_written_is_valid(ledger: Ledger) -> None:
    file = io.StringIO()
    dump(ledger, file)
    for text in file.getvalue().split("\n")[:-1]:
        VALIDATOR.validate(json.loads(text))


@given(observations())
def test_a_line_without_its_id_and_its_count_is_valid_too(entry: Entry) -> None:
    record = to_record(entry)
    for name in ("entry", "id", "stated", "low", "high"):
        del record[name]
    VALIDATOR.validate(record)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(SAID, id="an observation"),
        pytest.param({**SAID, "entry": "observation"}, id="with its kind"),
        pytest.param(TOOK_BACK, id="a notice"),
        pytest.param({**SAID, "high": None}, id="an open count"),
        pytest.param({**SAID, "stated": None}, id="nothing stated"),
        pytest.param({**SAID, "high": 2**63 - 1}, id="the largest"),
        pytest.param({**SAID, "grade": None, "credibility": None, "since": None}, id="nulls"),
        pytest.param({**SAID, "recorded": None}, id="a null moment"),
        pytest.param({**SAID, "via": [], "place": "", "url": "", "note": ""}, id="empty fields"),
        pytest.param({**SAID, "place": " Kazakhstan / Almaty "}, id="a spaced path"),
        pytest.param({**SAID, "url": " HTTPS://EXAMPLE.ORG "}, id="a spaced address"),
        pytest.param({**SAID, "note": "a\n\tb\u2028c"}, id="a note of lines"),
        pytest.param({**SAID, "tally": "increment", "since": "2022-01[UTC]"}, id="a window"),
        pytest.param({**TOOK_BACK, "notice": "correction", "instead": "0" * 16}, id="a correction"),
        pytest.param({**TOOK_BACK, "notice": "denial", "instead": " "}, id="an empty instead"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(record: dict[str, Any]) -> None:
    assert not refused(record)
    VALIDATOR.validate(record)


@pytest.mark.parametrize("fault", RECORD_FAULTS, ids=FAULT_NAMES)
def test_what_the_reader_refuses_the_schema_refuses_where_it_can(fault: Fault) -> None:
    """What it cannot say is listed in its `$comment`; it must not claim to."""
    assert refused(fault.record)
    assert VALIDATOR.is_valid(fault.record) is not fault.in_schema


@pytest.mark.parametrize("value", [None, 5, "text", [], [SAID], True])
def test_a_line_is_an_object(value: object) -> None:
    assert refused(value)
    assert not VALIDATOR.is_valid(value)


def test_an_observation_is_no_notice_and_a_notice_no_observation() -> None:
    assert not VALIDATOR.is_valid({**SAID, "entry": "notice"})
    assert not VALIDATOR.is_valid({**TOOK_BACK, "entry": "observation"})
    assert not VALIDATOR.is_valid({**TOOK_BACK, **SAID})


@given(
    st.dictionaries(
        st.sampled_from((*OBSERVATION_FIELDS, *NOTICE_FIELDS, "other")),
        st.none()
        | st.booleans()
        | st.integers(-1, 8)
        | st.text(max_size=3)
        | st.lists(st.text(max_size=2), max_size=2)
        | st.sampled_from(["2022[UTC]", "2022-01-07T16:56+06:00", "stock", "denial", "F"]),
        max_size=3,
    ),
    st.sampled_from((SAID, TOOK_BACK)),
)
def test_what_the_schema_refuses_the_reader_refuses(
    changes: dict[str, Any], base: dict[str, Any]
) -> None:
    record = {**base, **changes}
    assert VALIDATOR.is_valid(record) or refused(record)


# --- moments --------------------------------------------------------------------------------------

PLACED = [
    *("2022-01-07T16:56+06:00", "2022-01-07 16:56Z", "2022-01-07T16:56:30.5+14:00"),
    *("2022-01-07T16:56[Asia/Almaty]", "2022-01-07T16:56+06:00[Asia/Almaty]"),
    *("2022-01-07T16[UTC]", "2022-01-07[+06:00]", "2022-01[Etc/GMT+6]", "2022[-14:00]"),
    *("2100-12-31T23:59:59Z", "1900[UTC]", "2022-01-07[America/Argentina/Buenos_Aires]"),
]
MISPLACED = [
    *("", "2022", "2022-01-07", "2022-01-07T16:56", "2022-01-07T16", "7 January 2022", "now"),
    *("2022-01-07Z", "2022-01-07+06:00", "2022-01-07+06:00[UTC]", "2022-01-07T16Z"),
    *("2022-1-7[UTC]", "22-01-07[UTC]", "02022[UTC]", "1899[UTC]", "2101-01-01T00:00Z"),
    *("2022-13[UTC]", "2022-00[UTC]", "2022-01-32[UTC]", "2022-01-00[UTC]"),
    *("2022-01-07T24:00Z", "2022-01-07T16:60Z", "2022-01-07T16:56:60Z", "2022-01-07T24[UTC]"),
    *("2022-01-07T16:56+6", "2022-01-07T16:56+0600", "2022-01-07T16:56-00:00"),
    *("2022-01-07T16:56+14:01", "2022-01-07T16:56+15:00", "2022-01-07T16:56+06:60"),
    *("2022-01-07T16:56UTC+6", "2022-01-07T16:56 EST", "2022-01-07T16:56[UTC+6]"),
    *("2022-01-07[]", "2022-01-07[UTC", "2022-01-07[UTC][UTC]", "2022-01-07[../UTC]"),
    *("2022-01-07[A/B/C/D]", "2022-01-07[Z]", "2022-01-07[+6]", "2022-01-07[+25:00]"),
    *("2022-01-07T16:56:30.Z", "2022-01-07T16:56:30.1234567Z", "2022-01-07T16:56:30,5Z"),
    *("２０２２[UTC]", "2022-01-0٧[UTC]", " 2022[UTC]", "2022[UTC] ", "2022-01-07T16:56Z[]"),
    "2022-01-07[" + "A" * 60 + "/B]",
]


@pytest.mark.parametrize("text", PLACED)
def test_a_moment_that_can_be_placed_is_valid(text: str) -> None:
    assert Moment(text)
    VALIDATOR.validate({**TOOK_BACK, "at": text})


@pytest.mark.parametrize("text", MISPLACED, ids=ascii)
def test_a_moment_that_cannot_be_placed_is_not_valid(text: str) -> None:
    assert refused({**TOOK_BACK, "at": text})
    assert not VALIDATOR.is_valid({**TOOK_BACK, "at": text})


@given(moments())
def test_every_moment_is_valid(moment: Moment) -> None:
    VALIDATOR.validate({**TOOK_BACK, "at": moment.text})


@pytest.mark.parametrize("zone", ZONES)
def test_every_kind_of_zone_is_valid(zone: str) -> None:
    VALIDATOR.validate({**TOOK_BACK, "at": f"2022-01-07[{zone}]"})


# --- the schema and the code's tables -------------------------------------------------------------


def test_the_fields_are_those_of_the_code_in_their_order() -> None:
    assert tuple(OBSERVATION["properties"]) == OBSERVATION_FIELDS
    assert tuple(NOTICE["properties"]) == NOTICE_FIELDS
    assert OBSERVATION["additionalProperties"] is NOTICE["additionalProperties"] is False


@pytest.mark.parametrize(
    ("kind", "base"), [(OBSERVATION, SAID), (NOTICE, TOOK_BACK)], ids=["observation", "notice"]
)
def test_a_field_is_required_exactly_where_the_reader_asks_for_it(
    kind: dict[str, Any], base: dict[str, Any]
) -> None:
    whole = {**base, "stated": 18, "low": 18, "high": 18} if base is SAID else base
    asked = {
        name
        for name in kind["properties"]
        if refused({field: value for field, value in whole.items() if field != name})
    }
    assert asked - {"low", "high"} == set(kind["required"])  # those two only beside each other


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (OBSERVATION, "tally", [*Tally]),
        (OBSERVATION, "source_kind", [*SourceKind]),
        (OBSERVATION, "grade", [*GRADES, None]),
        (NOTICE, "notice", [*NoticeKind]),
        (NOTICE, "by_kind", [*SourceKind]),
        (NOTICE, "by_grade", [*GRADES, None]),
    ],
)
def test_the_words_of_a_field_are_those_of_the_code(
    kind: dict[str, Any], name: str, words: list[object]
) -> None:
    said = resolved(kind["properties"][name])["enum"]
    assert sorted(map(str, said)) == sorted(map(str, words))


def test_the_defaults_are_those_of_the_code() -> None:
    for kind, base in ((OBSERVATION, SAID), (NOTICE, TOOK_BACK)):
        needed = {name: base[name] for name in kind["required"] if name in base}
        plain = from_record(needed)
        for name, field in kind["properties"].items():
            described = resolved(field)
            if "default" in described:
                assert from_record({**needed, name: described["default"]}) == plain
            else:
                counted = name in ("stated", "low", "high")
                assert name in kind["required"] or name == "id" or counted
    assert resolved(OBSERVATION["properties"]["unit"])["default"] == Measure("x").unit


@pytest.mark.parametrize("kind", [OBSERVATION, NOTICE], ids=["observation", "notice"])
def test_every_field_is_described(kind: dict[str, Any]) -> None:
    assert [name for name, field in kind["properties"].items() if not is_described(field)] == []


def test_the_examples_of_the_schema_are_valid() -> None:
    for text in KINDS["moment"].get("examples", []):
        VALIDATOR.validate({**TOOK_BACK, "at": text})


def test_the_example_of_the_documentation_is_valid() -> None:
    place = Path(__file__).parent.parent.parent / "docs/examples/kazakhstan-2022.jsonl"
    for text in place.read_text(encoding="utf-8").splitlines():
        VALIDATOR.validate(json.loads(text))


def test_the_file_is_written_in_plain_characters() -> None:
    text = files("kazfigures.exchange").joinpath("ledger.schema.json").read_text("utf-8")
    assert text.isascii()
    assert text.endswith("}\n")
