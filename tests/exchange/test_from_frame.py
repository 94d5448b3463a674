"""Frames that are read: every library gives the same ledger, and a fault is named by its cell."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from arro3.core import Table as ArrowTable
from hypothesis import given

import kazfigures as kf
from kazfigures.counts import LARGEST
from kazfigures.errors import FrameError, MomentError, RecordError, RecordsError, quote
from kazfigures.exchange.frames import (
    NOTICES,
    OBSERVATIONS,
    Codebook,
    Table,
    acled,
    cell,
    from_frame,
    iraq_body_count,
    maverick,
    palestine_datasets,
    path,
    to_arrow,
    to_frame,
    ucdp_ged,
)
from kazfigures.exchange.records import (
    NOTICE_FIELDS,
    OBSERVATION_FIELDS,
    from_record,
    to_record,
)
from kazfigures.strategies import ledgers

EXAMPLE = kf.load(Path(__file__).parents[2] / "docs/examples/kazakhstan-2022.jsonl")

Row = dict[str, Any]
Facts = Mapping[str, Any]


def in_duckdb(values: kf.Ledger, table: Table[Any]) -> duckdb.DuckDBPyRelation:
    return duckdb.from_arrow(to_frame(values, "pyarrow", table))


WRITE: Mapping[str, Callable[[kf.Ledger, Table[Any]], Any]] = {
    "pandas": lambda values, table: to_frame(values, "pandas", table),
    "polars": lambda values, table: to_frame(values, "polars", table),
    "pyarrow": lambda values, table: to_frame(values, "pyarrow", table),
    "arro3": to_arrow,
    "duckdb": in_duckdb,
}
each_library = pytest.mark.parametrize("library", WRITE)


@each_library
@given(ledgers())
def test_a_ledger_that_became_frames_is_read_back(library: str, ledger: kf.Ledger) -> None:
    observations, notices = (WRITE[library](ledger, table) for table in (OBSERVATIONS, NOTICES))
    back = from_frame(observations, notices=notices)
    assert back == ledger
    assert [to_record(entry) for entry in back] == [to_record(entry) for entry in ledger]
    assert kf.reconcile(back) == kf.reconcile(ledger)


@each_library
def test_the_real_record_is_read_back(library: str) -> None:
    observations, notices = (WRITE[library](EXAMPLE, table) for table in (OBSERVATIONS, NOTICES))
    assert from_frame(observations) | from_frame(notices) == EXAMPLE


@each_library
def test_a_frame_without_rows_is_an_empty_ledger(library: str) -> None:
    for table in (OBSERVATIONS, NOTICES):
        assert from_frame(WRITE[library](kf.Ledger(), table)) == kf.Ledger()


@pytest.mark.parametrize("number", [2**53 + 1, LARGEST])
@each_library
def test_the_largest_numbers_are_read_back(library: str, number: int) -> None:
    ledger = kf.Ledger(
        kf.Observation(kf.Measure("seen"), kf.Figure("some", None, count), "A", *["2022[UTC]"] * 2)
        for count in (kf.Count.exactly(number), kf.Count.at_least(number))
    )
    assert from_frame(WRITE[library](ledger, OBSERVATIONS)) == ledger
    floats = to_frame(ledger, "pyarrow").to_pandas()  # where a number is missing beside them
    assert fault_of(floats).expected == "a whole number, and below 2**53 where it is a float"


OTHERWISE: Mapping[str, Callable[[Any], Any]] = {
    "in pandas, as pyarrow makes it": lambda table: table.to_pandas(),
    "as a plan of polars": lambda table: pl.from_arrow(table).lazy(),
    "in batches": lambda table: table.to_reader(max_chunksize=7),
    "as a frame of narwhals": nw.from_native,
    "with texts by number": lambda table: pl.from_arrow(table).with_columns(
        pl.col("id", "url").cast(pl.Categorical)
    ),
}


@pytest.mark.parametrize("form", OTHERWISE)
def test_the_real_record_is_read_back_in_whatever_form_it_stands(form: str) -> None:
    observations, notices = (
        OTHERWISE[form](to_frame(EXAMPLE, "pyarrow", table)) for table in (OBSERVATIONS, NOTICES)
    )
    assert from_frame(observations, notices=notices) == EXAMPLE


def test_the_order_of_rows_and_what_can_be_computed_make_no_difference() -> None:
    observations, notices = (
        to_frame(EXAMPLE, "polars", table)
        .reverse()
        .select(name for name in fields[1:] if name != "id")
        .with_columns(to_frame(EXAMPLE, "polars", table).reverse().select("^open$"))
        for table, fields in ((OBSERVATIONS, OBSERVATION_FIELDS), (NOTICES, NOTICE_FIELDS))
    )
    assert len(observations.columns) == len(OBSERVATION_FIELDS) - 1
    assert from_frame(observations, notices=notices) == EXAMPLE


# A sheet as a desk keeps it.

FRAMES: Mapping[str, Callable[[Mapping[str, Sequence[Any]]], Any]] = {
    "pandas": lambda columns: pd.DataFrame(
        {name: pd.Series(cells, dtype="object") for name, cells in columns.items()}
    ),
    "polars": lambda columns: pl.DataFrame(
        {name: pl.Series(cells, strict=False) for name, cells in columns.items()}
    ),
}
DAY = "2022-01-07[UTC]"
SAID: Facts = {"outcome": "killed", "source": "Ministry", "as_of": DAY, "reported": DAY}


def said(**fields: Any) -> kf.Observation:  # noqa: ANN401 - a field of a record
    """Say something of one day, with what is beside the point left as it is."""
    entry = from_record({**SAID, **fields})
    assert isinstance(entry, kf.Observation)
    return entry


def one_cell(value: object) -> pd.DataFrame:
    return pd.DataFrame({"cell": pd.Series([value], dtype="object")})


def fault_of(frame: object, *codebook: Any, **options: Any) -> RecordError:  # noqa: ANN401
    with pytest.raises(RecordsError) as refused:
        from_frame(frame, *codebook, **options)
    (fault,) = refused.value.faults
    return fault


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0),
        (18, 18),
        ("18", 18),
        (18.0, 18),
        (np.int64(18), 18),
        (np.float32(18), 18),
        (np.uint8(18), 18),
        (Decimal(18), 18),
        (Decimal("18.0"), 18),
        (2.0**53 - 1, 2**53 - 1),
        (2**53 + 1, 2**53 + 1),
        (LARGEST, LARGEST),
        (str(LARGEST), LARGEST),
    ],
)
def test_a_whole_number_is_taken_in_whatever_type_it_stands(value: object, number: int) -> None:
    (report,) = from_frame(one_cell(value), {**SAID, "stated": cell("cell")}).observations
    assert report.figure == kf.Figure(f"{number:,}", number, kf.Count.exactly(number))


@pytest.mark.parametrize(
    "value",
    [
        1.9,
        -0.5,
        2.0**53,
        2**64,
        10**5000,
        1e300,
        float("inf"),
        float("-inf"),
        np.float64("inf"),
        True,
        False,
        np.bool_(True),  # noqa: FBT003 - the cell in question
        Decimal("1.5"),
        Decimal("Infinity"),
        Decimal("1e1000000"),
        "1,000",
        "1.0",
        "+5",
        "1_000",
        "٣",
        "²",
        "9" * 20,
        "many",
        "open",
        b"18",
        [18],
        {"n": 18},
        date(2022, 1, 7),
        1 + 0j,
    ],
    ids=quote,
)
def test_what_is_no_whole_number_is_a_fault(value: object) -> None:
    fault = fault_of(one_cell(value), {**SAID, "stated": cell("cell")})
    assert (fault.file, fault.line, fault.field) == ("frame", 1, "cell")
    assert quote(fault.value) == quote(_plain(value))
    assert fault.expected == "a whole number, and below 2**53 where it is a float"


def _plain(value: object) -> object:
    return value.item() if isinstance(value, np.generic) else value


SHORT: Mapping[str, Callable[[int, int], Any]] = {
    "a column of pandas": lambda bits, n: pd.DataFrame({"cell": np.array([n], f"float{bits}")}),
    "a cell of pandas": lambda bits, n: one_cell(np.array([n], f"float{bits}")[0]),
    "a column of polars": lambda bits, n: pl.DataFrame(
        {"cell": pl.Series([n], dtype=pl.Float32 if bits == 32 else pl.Float16)}
    ),
    "a column of pyarrow": lambda bits, n: pa.table({"cell": np.array([n], f"float{bits}")}),
}


@pytest.mark.parametrize("form", SHORT)
@pytest.mark.parametrize(("bits", "limit"), [(16, 2**11), (32, 2**24)])
@pytest.mark.parametrize("name", ["stated", "wording"])
def test_a_short_float_is_taken_only_where_it_stands_for_no_other_number(
    form: str, bits: int, limit: int, name: str
) -> None:
    fields = {**SAID, name: cell("cell")}
    (report,) = from_frame(SHORT[form](bits, limit - 1), fields).observations
    assert report.figure.stated == limit - 1
    for number in (limit, limit + 1):  # which are one and the same in so few bits
        fault = fault_of(SHORT[form](bits, number), fields)
        assert (fault.line, fault.field, fault.value) == (1, "cell", limit)
        assert "below 2**24 where it is a float of 32 bits" in fault.expected


@pytest.mark.parametrize("value", [-1, -1.0, 2**63])
def test_a_number_that_no_count_has_is_a_fault(value: object) -> None:
    fault = fault_of(one_cell(value), {**SAID, "stated": cell("cell")})
    assert (fault.line, fault.field, fault.value) == (1, "cell", value)
    assert fault.expected == f"a whole number from 0 to {LARGEST}"


@pytest.mark.parametrize(
    "value", [None, float("nan"), np.float64("nan"), np.nan, pd.NA, pd.NaT, "", "  "], ids=repr
)
@pytest.mark.parametrize("name", ["stated", "wording"])
def test_what_is_not_reported_is_no_observation_and_not_zero(name: str, value: object) -> None:
    assert from_frame(one_cell(value), {**SAID, name: cell("cell")}) == kf.Ledger()


@pytest.mark.parametrize(
    "open_as", [pl.DataFrame, pl.LazyFrame, pa.table, duckdb.from_arrow, ArrowTable.from_arrow]
)
def test_what_is_no_number_is_missing_in_every_library(open_as: Callable[[Any], Any]) -> None:
    table = pl.DataFrame({"n": [18.0, float("nan"), None]})
    read = from_frame(open_as(table), {**SAID, "stated": cell("n")})
    assert read == kf.Ledger([said(wording="18")])


@pytest.mark.parametrize("value", [None, float("nan"), pd.NA, pd.NaT, " "], ids=repr)
@pytest.mark.parametrize("name", ["outcome", "source", "as_of", "reported"])
def test_a_missing_cell_is_a_fault_where_a_report_needs_it(name: str, value: object) -> None:
    fault = fault_of(one_cell(value), {**SAID, "wording": "18", name: cell("cell")})
    assert (fault.line, fault.field, fault.expected) == (1, "cell", "a value")


@pytest.mark.parametrize("value", [None, float("nan"), pd.NA, pd.NaT, " "], ids=repr)
@pytest.mark.parametrize(
    "name",
    [
        *("population", "place", "event", "unit", "tally", "definition", "source_kind", "side"),
        *("grade", "via", "origin", "since", "recorded", "credibility", "url", "note"),
    ],
)
def test_a_missing_cell_leaves_any_other_field_at_its_default(name: str, value: object) -> None:
    read = from_frame(one_cell(value), {**SAID, "wording": "18", name: cell("cell")})
    assert read == kf.Ledger([said(wording="18")])


@pytest.mark.parametrize(
    ("columns", "fields", "told"),
    [
        (
            {"toll": ["more than 40"]},
            {"wording": "toll"},
            {"wording": "more than 40", "stated": 40, "low": 41, "high": None},
        ),
        (
            {"toll": ["NO CASUALTIES"]},
            {"wording": "toll"},
            {"wording": "NO CASUALTIES", "stated": 0, "low": 0, "high": 0},
        ),
        (
            {"toll": [2022]},  # in words it would be a year
            {"wording": "toll"},
            {"wording": "2022", "stated": 2022, "low": 2022, "high": 2022},
        ),
        ({"n": [18]}, {"stated": "n"}, {"wording": "18", "stated": 18, "low": 18, "high": 18}),
        (
            {"n": [2300]},
            {"stated": "n"},
            {"wording": "2,300", "stated": 2300, "low": 2300, "high": 2300},
        ),
        (
            {"a": [15], "b": [20]},
            {"low": "a", "high": "b"},
            {"wording": "15 to 20", "stated": None, "low": 15, "high": 20},
        ),
        (
            {"a": [15], "b": [15]},
            {"low": "a", "high": "b"},
            {"wording": "15", "stated": 15, "low": 15, "high": 15},
        ),
        (
            {"n": [18], "a": [15], "b": [20]},
            {"stated": "n", "low": "a", "high": "b"},
            {"wording": "18 (15 to 20)", "stated": 18, "low": 15, "high": 20},
        ),
        (
            {"n": [None], "a": [15], "b": [20]},
            {"stated": "n", "low": "a", "high": "b"},
            {"wording": "15 to 20", "stated": None, "low": 15, "high": 20},
        ),
        (
            {"a": [15], "b": ["open"]},
            {"low": "a", "high": "b"},
            {"wording": "at least 15", "stated": None, "low": 15, "high": None},
        ),
        (
            {"w": [18], "a": [15], "b": [20]},
            {"wording": "w", "low": "a", "high": "b"},
            {"wording": "18", "stated": None, "low": 15, "high": 20},
        ),
        (
            {"w": ["a list of names"], "n": [188], "a": [188], "b": ["open"]},
            {"wording": "w", "stated": "n", "low": "a", "high": "b"},
            {"wording": "a list of names", "stated": 188, "low": 188, "high": None},
        ),
    ],
    ids=lambda value: str(value) if "wording" in value and len(value) == 4 else "",
)
@pytest.mark.parametrize("library", FRAMES)
def test_a_figure_is_told_by_words_or_by_numbers(
    library: str, columns: Mapping[str, list[Any]], fields: Mapping[str, str], told: Facts
) -> None:
    codebook = {**SAID, **{name: cell(column) for name, column in fields.items()}}
    assert from_frame(FRAMES[library](columns), codebook) == kf.Ledger([said(**told)])


@pytest.mark.parametrize(
    ("columns", "column", "value", "expected"),
    [
        ({"low": [1], "high": [None]}, "high", None, "a value"),
        ({"low": [None], "high": [1]}, "low", None, "a value"),
        ({"low": [2], "high": [1]}, "high", 1, "a number no smaller than low, 2"),
        (
            {"stated": [9], "low": [1], "high": [3]},
            "stated",
            9,
            "a number within the range, 1 to 3",
        ),
        (
            {"stated": [0], "low": [1], "high": ["open"]},
            "stated",
            0,
            "a number within the range, at least 1",
        ),
        ({"stated": [3], "low": [None], "high": [3]}, "low", None, "a value"),
        ({"wording": ["70%"]}, "wording", "70%", "a count rather than a share"),
        (
            {"wording": ["None"]},
            "wording",
            "None",
            "a figure, or a cell that is missing, for which programs write this",
        ),
        ({"wording": ["some"]}, "wording", "some", "words that state a count"),
        ({"wording": [None], "low": [1], "high": [3]}, "wording", None, "a value"),
        ({"wording": ["x"], "low": [1], "high": [None]}, "high", None, "a value"),
        ({"wording": [1.5]}, "wording", 1.5, "text, or a whole number"),
    ],
)
def test_a_figure_with_a_part_missing_or_at_odds_is_a_fault(
    columns: Mapping[str, list[Any]], column: str, value: object, expected: str
) -> None:
    codebook = {**SAID, **{name: cell(name) for name in columns}}
    fault = fault_of(FRAMES["pandas"](columns), codebook)
    assert (fault.line, fault.field, fault.value, fault.expected) == (1, column, value, expected)


ALMATY = timezone(timedelta(hours=6))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2022-01-07T16:56+06:00", "2022-01-07T16:56+06:00"),
        ("2022-01-07[Asia/Almaty]", "2022-01-07[Asia/Almaty]"),
        ("2022-01-07", "2022-01-07[Asia/Qyzylorda]"),
        ("7 January 2022", "2022-01-07[Asia/Qyzylorda]"),
        ("7 Jan 2022, 4:56 pm", "2022-01-07T16:56+05:00"),
        ("2022-01", "2022-01[Asia/Qyzylorda]"),
        ("13/01/2022", "2022-01-13[Asia/Qyzylorda]"),
        (date(2022, 1, 7), "2022-01-07[Asia/Qyzylorda]"),
        (datetime(2022, 1, 7), "2022-01-07[Asia/Qyzylorda]"),  # noqa: DTZ001 - as frames keep days
        (datetime(2022, 1, 7, 16, 56), "2022-01-07T16:56+05:00"),  # noqa: DTZ001
        (datetime(2022, 1, 7, tzinfo=UTC), "2022-01-07T00:00+00:00"),
        (datetime(2022, 1, 7, 16, 56, tzinfo=ALMATY), "2022-01-07T16:56+06:00"),
        (pd.Timestamp("2022-01-07"), "2022-01-07[Asia/Qyzylorda]"),
        (pd.Timestamp("2022-01-07 16:56"), "2022-01-07T16:56+05:00"),
        (pd.Timestamp("2022-01-07 16:56", tz="Asia/Almaty"), "2022-01-07T16:56+06:00"),
        (np.datetime64("2022-01-07"), "2022-01-07[Asia/Qyzylorda]"),
        (kf.Moment("2022-01-07[Asia/Almaty]"), "2022-01-07[Asia/Almaty]"),
    ],
    ids=repr,
)
def test_a_moment_is_taken_in_whatever_type_it_stands(value: object, text: str) -> None:
    codebook = {**SAID, "wording": "18", "as_of": cell("cell"), "reported": "2022-02-01[UTC]"}
    (report,) = from_frame(one_cell(value), codebook, zone="Asia/Qyzylorda").observations
    assert report.as_of.text == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7 January", "a date with its year"),
        ("05/01/2022", "say dayfirst=True or False"),
        (datetime(2021, 3, 28, 2, 30), "a time that clocks in Europe/Berlin showed"),  # noqa: DTZ001
        (2022, "a date, a time, or the text of one"),
        (20220107.0, "a date, a time, or the text of one"),
        (True, "a date, a time, or the text of one"),
        (["2022-01-07"], "a date, a time, or the text of one"),
        (datetime(1800, 1, 7, tzinfo=UTC), "a year from 1900 to 2100"),
    ],
    ids=repr,
)
def test_what_is_no_moment_is_a_fault(value: object, expected: str) -> None:
    codebook = {**SAID, "wording": "18", "as_of": cell("cell")}
    fault = fault_of(one_cell(value), codebook, zone="Europe/Berlin")
    assert (fault.line, fault.field) == (1, "cell")
    assert expected in fault.expected


@pytest.mark.parametrize(("dayfirst", "day"), [(True, "2022-01-05"), (False, "2022-05-01")])
def test_a_date_that_reads_in_two_ways_is_read_as_the_caller_says(
    dayfirst: bool,  # noqa: FBT001 - a column of the table
    day: str,
) -> None:
    codebook = {**SAID, "wording": "18", "as_of": cell("cell"), "reported": "2023[UTC]"}
    (report,) = from_frame(one_cell("05/01/2022"), codebook, zone="UTC", dayfirst=dayfirst)
    assert report == said(wording="18", as_of=f"{day}[UTC]", reported="2023[UTC]")


def test_dates_without_a_zone_are_one_fault_of_their_column() -> None:
    frame = pd.DataFrame({"day": ["2022-01-07"] * 3 + ["never"]})
    with pytest.raises(RecordsError) as refused:
        from_frame(frame, {**SAID, "wording": "18", "as_of": cell("day"), "reported": cell("day")})
    assert [(one.line, one.field) for one in refused.value.faults] == [(0, "day"), (4, "day")]
    assert "zone=" in refused.value.faults[0].expected


@pytest.mark.parametrize(("zone", "told_in"), [(None, "Asia/Gaza"), ("UTC", "UTC")])
def test_the_zone_of_the_caller_goes_before_that_of_the_codebook(
    zone: str | None, told_in: str
) -> None:
    fields = {**SAID, "wording": "18", "as_of": cell("cell"), "reported": "2023[UTC]"}
    read = from_frame(one_cell("2022-01-07"), Codebook("x", [fields], "Asia/Gaza"), zone=zone)
    assert [one.as_of.text for one in read.observations] == [f"2022-01-07[{told_in}]"]


def test_a_zone_that_there_is_not_is_refused() -> None:
    with pytest.raises(MomentError, match="zone: expected an IANA zone"):
        from_frame(one_cell("18"), {**SAID, "wording": cell("cell")}, zone="UTC+6")


@pytest.mark.parametrize(
    ("value", "via"),
    [
        ("AFP", ["AFP"]),
        (["Khabar 24", "AP"], ["Khabar 24", "AP"]),
        (("Khabar 24", "AP"), ["Khabar 24", "AP"]),
        (np.array(["Khabar 24", "AP"]), ["Khabar 24", "AP"]),
        ([], []),
    ],
    ids=repr,
)
def test_relays_are_one_name_or_a_list(value: object, via: list[str]) -> None:
    codebook = {**SAID, "wording": "18", "via": cell("cell")}
    assert from_frame(one_cell(value), codebook) == kf.Ledger([said(wording="18", via=via)])


@pytest.mark.parametrize("value", [3, True, [None], [3], {"AP": 1}, b"AP"], ids=repr)
def test_relays_without_names_are_a_fault(value: object) -> None:
    fault = fault_of(one_cell(value), {**SAID, "wording": "18", "via": cell("cell")})
    assert (fault.line, fault.field, fault.value) == (1, "cell", value)


def test_a_number_is_taken_where_a_name_belongs() -> None:
    frame = pd.DataFrame({"event": [17.0, float("nan")]})
    read = from_frame(frame, {**SAID, "wording": "18", "event": cell("event")})
    assert read == kf.Ledger([said(wording="18", event="17"), said(wording="18")])


@pytest.mark.parametrize("cells", [[1, True, 1.0], [True, 1, 1.0], [1.0, 1, True]])
def test_a_cell_is_not_taken_for_one_that_is_equal_but_of_another_type(cells: list[object]) -> None:
    fault = fault_of(FRAMES["pandas"]({"n": cells}), {**SAID, "stated": cell("n")})
    assert (fault.line, fault.value) == ([type(one) for one in cells].index(bool) + 1, True)


@pytest.mark.parametrize(
    "value", [True, 1.5, float("inf"), 10**5000, date(2022, 1, 7), b"x", ["x"]], ids=quote
)
@pytest.mark.parametrize(
    "name",
    [
        *("outcome", "population", "place", "event", "unit", "tally", "definition", "source"),
        *("source_kind", "side", "grade", "origin", "url", "note"),
    ],
)
def test_what_is_no_text_is_a_fault(name: str, value: object) -> None:
    fault = fault_of(one_cell(value), {**SAID, "wording": "18", name: cell("cell")})
    assert (fault.line, fault.field, fault.value) == (1, "cell", value)
    assert fault.expected == "text, or a whole number"


def test_a_row_gives_as_many_observations_as_it_reports_figures() -> None:
    sheet = Codebook(
        "sheet",
        [
            {**SAID, "outcome": outcome, "wording": cell(outcome)}
            for outcome in ("killed", "injured", "detained")
        ],
    )
    frame = pd.DataFrame(
        {
            "killed": [3.0, None, None],
            "injured": ["a dozen", None, "no one"],
            "detained": [None, None, "hundreds"],
        }
    )
    assert from_frame(frame, sheet) == kf.Ledger(
        said(outcome=outcome, wording=wording)
        for outcome, wording in (
            ("killed", "3"),
            ("injured", "a dozen"),
            ("injured", "no one"),
            ("detained", "hundreds"),
        )
    )


def test_wordings_are_read_with_the_table_of_words_that_is_given() -> None:
    (report,) = from_frame(
        one_cell("dozens"), {**SAID, "wording": cell("cell")}, words=kf.wording.presets.acled
    ).observations
    assert report.figure.count == kf.Count.at_least(12)


def test_a_function_reads_cells_and_names_what_it_cannot_read() -> None:
    def halves(text: str | None, other: str | None) -> str | None:
        if text == "bad":
            raise ValueError(text, "no half")
        return None if text is None else f"{text}{other}"

    frame = pd.DataFrame({"a": ["1", "bad", None, None], "b": ["8", "8", "8", None]})
    codebook = {**SAID, "wording": cell("a", "b", read=halves)}
    fault = fault_of(frame, codebook)
    assert (fault.line, fault.field, fault.value) == (2, "a, b", ("bad", "8"))
    assert "no half" in fault.expected
    assert from_frame(frame.drop(index=1), codebook) == kf.Ledger([said(wording="18")])


def test_an_error_of_a_function_that_is_no_refusal_goes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        from_frame(one_cell("18"), {**SAID, "wording": cell("cell", read=lambda _: 1 // 0)})


# All that is wrong, at once.


def test_every_fault_of_a_frame_is_told_at_once_by_row_and_column() -> None:
    sheet = Codebook(
        "log of January",
        [
            {
                "outcome": outcome,
                "wording": cell(outcome),
                "source": cell("who"),
                "as_of": cell("day"),
                "reported": cell("out"),
                "url": cell("link"),
            }
            for outcome in ("killed", "injured")
        ],
    )
    frame = pd.DataFrame(
        {
            "killed": [3, 1.5, "70%", 4, 5],
            "injured": [None, float("inf"), 2, 2, 2],
            "who": ["A", None, "B", "C", "D"],
            "day": ["2022-01-07", "7 January", "2022-01-07", "2022-01-09", "2022-01-07"],
            "out": ["2022-01-07", "2022-01-07", "2022-01-07", "2022-01-08", "2022-01-07"],
            "link": ["", "", "", "", "javascript:alert(1)"],
        }
    )
    with pytest.raises(RecordsError) as refused:
        from_frame(frame, sheet, zone="UTC")
    assert {(one.file, one.line, one.field) for one in refused.value.faults} == {
        ("log of January", 2, "killed"),
        ("log of January", 2, "injured"),
        ("log of January", 2, "who"),
        ("log of January", 2, "day"),
        ("log of January", 3, "killed"),
        ("log of January", 4, "day"),
        ("log of January", 5, "link"),
    }
    assert [one.line for one in refused.value.faults] == [2, 2, 2, 2, 3, 4, 5]
    told = {(one.line, one.field): one for one in refused.value.faults}
    assert str(told[4, "day"]) == (
        "log of January:4: day: expected a moment no later than reported, 2022-01-08[UTC], "
        "not '2022-01-09'"
    )
    assert told[2, "injured"].value == float("inf")


def test_columns_that_are_missing_are_told_with_the_faults_of_the_others() -> None:
    sheet = Codebook(
        "sheet",
        [{**SAID, "wording": cell("toll")}, {**SAID, "wording": cell("hurt"), "place": cell("at")}],
    )
    frame = pd.DataFrame({"toll": ["70%"], "other": [1]})
    with pytest.raises(RecordsError) as refused:
        from_frame(frame, sheet)
    assert refused.value.faults == (
        RecordError("sheet", 0, "at", ["toll", "other"], "a column of that name"),
        RecordError("sheet", 0, "hurt", ["toll", "other"], "a column of that name"),
        RecordError("sheet", 1, "toll", "70%", "a count rather than a share"),
    )


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({}, ["outcome", "source", "as_of", "reported", "wording"]),
        ({**SAID}, ["wording"]),
        ({**SAID, "low": cell("cell")}, ["high"]),
        ({**SAID, "high": cell("cell")}, ["low"]),
        ({"outcome": "killed", "stated": cell("cell")}, ["source", "as_of", "reported"]),
    ],
)
def test_a_field_that_nothing_gives_is_a_fault_of_all_rows(
    fields: Facts, lacking: list[str]
) -> None:
    with pytest.raises(RecordsError) as refused:
        from_frame(one_cell(1), fields)
    assert [(one.line, one.field) for one in refused.value.faults] == [
        (0, name) for name in lacking
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [("as_of", "never"), ("source_kind", "spy"), ("tally", "weekly"), ("grade", "Z"), ("url", "x")],
)
def test_a_constant_that_cannot_be_used_is_named_by_its_field(name: str, value: str) -> None:
    with pytest.raises(RecordsError) as refused:
        from_frame(pd.DataFrame({"n": [1, 2]}), {**SAID, "stated": cell("n"), name: value})
    assert {one.field for one in refused.value.faults} == {name}
    assert {one.value for one in refused.value.faults} == {value}


# The frames of to_frame, by hand.


def edited(**cells: Any) -> pd.DataFrame:  # noqa: ANN401
    frame = to_frame([said(wording="18"), said(wording="at least 20")], "pandas")
    for name, value in cells.items():
        frame[name] = value
    return frame


@pytest.mark.parametrize(
    ("frame", "places"),
    [
        (edited(source="Another"), [(1, "id"), (2, "id")]),
        (edited(open=False), [(2, "high, open")]),
        (edited(open=True), [(1, "high, open")]),
        (edited(wording=["18", None]), [(2, "wording")]),
        (edited(as_of=["2022-01-08[UTC]", "2022-01-07[UTC]"]), [(1, "as_of")]),
        (edited(casualties=1), [(0, "casualties")]),
        (
            edited(wording=None, stated=None, low=None, high=None, open=False),
            [(1, "wording"), (2, "wording")],
        ),
        (edited(via="AP | AFP"), [(1, "id"), (2, "id")]),
        (edited().drop(columns="reported"), [(0, "reported")]),
        (edited().drop(columns=["wording", "source"]), [(0, "wording"), (0, "source")]),
    ],
)
def test_a_frame_of_a_ledger_that_was_edited_is_refused(
    frame: pd.DataFrame, places: list[tuple[int, str]]
) -> None:
    with pytest.raises(RecordsError) as refused:
        from_frame(frame)
    assert [(one.line, one.field) for one in refused.value.faults] == places
    assert {one.file for one in refused.value.faults} == {"observations"}


def test_a_frame_may_have_only_the_columns_that_a_report_needs() -> None:
    frame = pd.DataFrame([{**SAID, "wording": "more than 40"}])
    assert from_frame(frame) == kf.Ledger([said(wording="more than 40")])


def test_a_high_end_that_is_missing_is_not_taken_for_an_open_one() -> None:
    frame = pd.DataFrame([{**SAID, "wording": "some", "low": 3, "high": None}])
    fault = fault_of(frame)
    assert (fault.line, fault.field, fault.expected) == (1, "high", "a value")


def test_the_faults_of_the_notices_stand_beside_those_of_the_observations() -> None:
    notice = kf.Notice("denial", ["a post"], "Ministry", DAY)
    notices = to_frame([notice], "pandas")
    notices["by"] = None
    with pytest.raises(RecordsError) as refused:
        from_frame(edited(source=None), notices=notices)
    assert [(one.file, one.line, one.field) for one in refused.value.faults] == [
        ("observations", 1, "source"),
        ("observations", 2, "source"),
        ("notices", 1, "by"),
    ]


def test_corrections_that_only_seem_to_run_in_a_circle_are_read_with_their_reports() -> None:
    one, other = said(wording="18"), said(wording="20")
    ledger = kf.Ledger(
        [
            one,
            other,
            kf.Notice("correction", [one], "A stranger", DAY, instead=other),
            kf.Notice("correction", [other], "A stranger", DAY, instead=one),
        ]
    )
    frames = [to_frame(ledger, "polars", table) for table in (OBSERVATIONS, NOTICES)]
    assert from_frame(frames[0], notices=frames[1]) == ledger


# What is no frame, and what is no codebook.


@pytest.mark.parametrize(
    "frame",
    [
        3,
        "rows",
        None,
        [{"outcome": "killed"}],
        {"outcome": ["killed"]},
        np.zeros(3),
        pd.Series([1]),
        pl.Series([1]),
        pd.DataFrame,
        pd.DataFrame([[1, 2]], columns=["a", "a"]),
        pa.table([[1], [2]], names=["a", "a"]),
        ArrowTable.from_arrow(pa.table([[1], [2]], names=["a", "a"])),
    ],
    ids=lambda frame: type(frame).__name__,
)
def test_what_is_no_frame_is_refused(frame: object) -> None:
    with pytest.raises(FrameError, match=r"^frame: expected a frame"):
        from_frame(frame, {**SAID, "stated": cell("a")})


def test_a_column_may_have_a_name_that_is_no_text() -> None:
    read = from_frame(pd.DataFrame({0: ["18"]}), {**SAID, "wording": cell("0")})
    assert read == kf.Ledger([said(wording="18")])


@pytest.mark.parametrize(
    ("build", "said_of_it"),
    [
        (lambda: Codebook("x", [{"toll": 3}]), "figures: expected fields, each one of entry, id"),
        (lambda: Codebook("x", [{"entry": "rumour"}]), "entry: expected observation or notice"),
        (lambda: Codebook("x", [{"entry": cell("kind")}]), "entry: expected observation or notice"),
        (lambda: Codebook("x", [{"entry": "notice", "wording": "3"}]), "figures: expected fields"),
        (lambda: Codebook("x", {"outcome": "killed"}), "figures: expected records"),  # type: ignore[arg-type]
        (lambda: Codebook("x", ["outcome"]), "figures: expected records"),  # type: ignore[list-item]
        (lambda: Codebook("x", []), "figures: expected at least one figure of a row"),
        (cell, "cell: expected the names of one or more columns"),
        (lambda: cell(3), "cell: expected the names of one or more columns"),  # type: ignore[arg-type]
        (lambda: cell("a", "b"), "read: expected a function of 2 cells"),
        (lambda: from_frame(one_cell(1), "acled"), "codebook: expected a Codebook"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_codebook_is_refused(build: Callable[[], object], said_of_it: str) -> None:
    with pytest.raises(FrameError, match=f"^{re.escape(said_of_it)}"):
        build()


def test_a_codebook_is_a_value() -> None:
    fields = {"outcome": "killed", "wording": cell("toll"), "via": ["AP"]}
    book = Codebook("sheet", [fields])
    assert book == Codebook("sheet", [dict(reversed(fields.items()))])
    assert hash(book) == hash(Codebook("sheet", book.figures))
    assert eval(repr(book), {"Codebook": Codebook, "Cells": type(cell("a"))}) == book  # noqa: S307
    assert str(book) == "sheet"
    assert book.giving(via=("AP",)) == book


def test_what_is_given_besides_stands_in_place_of_what_a_codebook_has() -> None:
    sheet = Codebook("sheet", [{**SAID, "wording": cell("cell")}])
    read = from_frame(one_cell("18"), sheet.giving(source="Hospital", note="by phone"))
    assert read == kf.Ledger([said(wording="18", source="Hospital", note="by phone")])


@pytest.mark.parametrize(
    ("steps", "joined"),
    [
        (("Kazakhstan", "Almaty"), "Kazakhstan/Almaty"),
        (("Kazakhstan", None, "Almaty"), "Kazakhstan/Almaty"),
        (("Kazakhstan", "", None), "Kazakhstan"),
        (("Talas/Taraz",), "Talas-Taraz"),
        ((None, ""), None),
    ],
)
def test_a_path_goes_from_broad_to_narrow(steps: tuple[str | None, ...], joined: str) -> None:
    assert path(*steps) == joined


# The data sets that people have; the rows are made up, in the columns of each codebook.

UCDP_ROW: Row = {
    "id": 900001,
    "side_a": "Government of Freedonia",
    "side_b": "Sylvania / Front",
    "country": "Freedonia",
    "adm_1": "North province",
    "adm_2": None,
    "source_article": '"Freedonia Times,2020-03-05,Nine dead in the north"',
    "date_start": "2020-03-03 00:00:00.000",
    "date_end": "2020-03-04 00:00:00.000",
    "deaths_a": 2,
    "deaths_b": 4,
    "deaths_civilians": 3,
    "deaths_unknown": 0,
    "best": 9,
    "low": 7,
    "high": 12,
    "type_of_violence": 1,
}
OF_UCDP: Facts = {
    "outcome": "killed",
    "place": "Freedonia/North province",
    "event": "UCDP GED 900001",
    "source": "UCDP",
    "source_kind": "monitor",
    "as_of": "2020-03-04[UTC]",
    "reported": "2021-06-01[Europe/Stockholm]",
    "note": '"Freedonia Times,2020-03-05,Nine dead in the north"',
}
UCDP_TOLD: Sequence[Facts] = (
    {"wording": "9 (7 to 12)", "stated": 9, "low": 7, "high": 12},
    {"population": "Government of Freedonia", "wording": "2"},
    {"population": "Sylvania - Front", "wording": "4"},
    {"population": "civilians", "wording": "3"},
    {"population": "of unknown status", "wording": "0"},
)

ACLED_ROW: Row = {
    "event_id_cnty": "FRE17",
    "event_date": "05 March 2020",
    "time_precision": 1,
    "country": "Freedonia",
    "admin1": "North",
    "admin2": "",
    "location": "Klopstokia",
    "source": "Freedonia Times; Radio Sylvania",
    "fatalities": 12,
    "timestamp": 1583884800,
}
OF_ACLED: Facts = {
    "outcome": "killed",
    "place": "Freedonia/North/Klopstokia",
    "event": "FRE17",
    "source": "ACLED",
    "source_kind": "monitor",
    "as_of": "2020-03-05[UTC]",
    "reported": "2020-03-11T00:00Z",
    "note": "Freedonia Times; Radio Sylvania",
}

IBC_ROW: Row = {
    "IBC code": "k99999",
    "Start Date": "03 Mar 2010",
    "End Date": "4 Mar 2010",
    "Time": "-",
    "Location": "Someplace, Baghdad",
    "Target": "-",
    "Weapons": "gunfire",
    "Reported Minimum": 2,
    "Reported Maximum": 4,
    "Sources": "AFP 05 Mar, VOI 05 Mar",
}
OF_IBC: Facts = {
    "outcome": "killed",
    "population": "civilians",
    "place": "Iraq/Someplace, Baghdad",
    "event": "Iraq Body Count k99999",
    "source": "Iraq Body Count",
    "source_kind": "monitor",
    "as_of": "2010-03-04[Asia/Baghdad]",
    "reported": "2012-01-01[Europe/London]",
    "url": "https://www.iraqbodycount.org/database/incidents/k99999",
    "note": "AFP 05 Mar, VOI 05 Mar",
}

MAVERICK_ROW: Row = {
    "id": "r-1",
    "event_id": "KE-9999",
    "country": "Kenya",
    "date_start": "2013-03-03",
    "date_end": "2013-03-04",
    "deaths_best": 2,
    "deaths_low": 1,
    "deaths_high": 3,
    "injuries_best": 5,
    "injuries_low": 5,
    "injuries_high": 5,
    "source": "Radio (Nairobi) (2013-03-05) Two dead (2013-01-01)",
    "source_author": "Radio (Nairobi)",
    "source_type": "National news media",
}
OF_MAVERICK: Facts = {
    "place": "Kenya",
    "event": "KE-9999",
    "source": "Radio (Nairobi)",
    "source_kind": "outlet",
    "as_of": "2013-03-04[Africa/Nairobi]",
    "reported": "2013-03-05[UTC]",
    "note": "Radio (Nairobi) (2013-03-05) Two dead (2013-01-01) [r-1]",
}

GAZA_ROW: Row = {
    "report_date": "2030-01-05",
    "report_source": "mohtel",
    "report_period": 24,
    "killed": 3,
    "killed_cum": 103,
    "killed_children_cum": 40,
    "injured": 7,
    "injured_cum": 207,
    "ext_killed_cum": 103,
    "ext_injured_cum": 207,
}
OF_GAZA: Facts = {
    "place": "Gaza Strip",
    "event": "Gaza, since 7 October 2023",
    "source": "Gaza Ministry of Health",
    "source_kind": "official",
    "via": ["Tech for Palestine"],
    "as_of": "2030-01-05[Asia/Gaza]",
    "reported": "2030-01-05[Asia/Gaza]",
}

UCDP = ucdp_ged.giving(reported="2021-06-01[Europe/Stockholm]")
IBC = iraq_body_count.giving(reported="2012-01-01[Europe/London]")


@pytest.mark.parametrize("library", FRAMES)
@pytest.mark.parametrize(
    ("codebook", "row", "shared", "told"),
    [
        (UCDP, UCDP_ROW, OF_UCDP, UCDP_TOLD),
        (
            UCDP,
            {
                **UCDP_ROW,
                "side_b": "Civilians",
                "date_end": "2020-03-04",
                "deaths_a": 0,
                "deaths_b": 0,
            },
            OF_UCDP,
            (
                UCDP_TOLD[0],
                {"population": "Government of Freedonia", "wording": "0"},
                *UCDP_TOLD[3:],
            ),
        ),
        (acled, ACLED_ROW, OF_ACLED, [{"wording": "12"}]),
        (
            acled,
            {**ACLED_ROW, "event_date": "2020-03-05", "timestamp": "1583884800", "admin1": None},
            {**OF_ACLED, "place": "Freedonia/Klopstokia"},
            [{"wording": "12"}],
        ),
        (acled, {**ACLED_ROW, "fatalities": 0}, OF_ACLED, []),
        (acled, {**ACLED_ROW, "fatalities": "0"}, OF_ACLED, []),
        (
            acled.giving(stated=cell("fatalities")),
            {**ACLED_ROW, "fatalities": 0},
            OF_ACLED,
            [{"wording": "0"}],
        ),
        (IBC, IBC_ROW, OF_IBC, [{"wording": "2 to 4", "stated": None, "low": 2, "high": 4}]),
        (IBC, {**IBC_ROW, "Reported Maximum": 2}, OF_IBC, [{"wording": "2"}]),
        (
            maverick,
            MAVERICK_ROW,
            OF_MAVERICK,
            [
                {"outcome": "killed", "wording": "2 (1 to 3)", "stated": 2, "low": 1, "high": 3},
                {"outcome": "injured", "wording": "5"},
            ],
        ),
        (
            maverick,
            {**MAVERICK_ROW, "source_type": "Other", "injuries_best": None}
            | {"injuries_low": None, "injuries_high": None},
            {**OF_MAVERICK, "source_kind": "unknown"},
            [{"outcome": "killed", "wording": "2 (1 to 3)", "stated": 2, "low": 1, "high": 3}],
        ),
        (
            palestine_datasets,
            GAZA_ROW,
            OF_GAZA,
            [{"outcome": "killed", "wording": "103"}, {"outcome": "injured", "wording": "207"}],
        ),
        (
            palestine_datasets,
            {**GAZA_ROW, "report_source": "gmotel", "injured_cum": None},
            {**OF_GAZA, "source": "Gaza Government Media Office"},
            [{"outcome": "killed", "wording": "103"}],
        ),
        (
            palestine_datasets,
            {**GAZA_ROW, "report_source": "unocha", "killed_cum": None},
            {**OF_GAZA, "source": "UN OCHA", "source_kind": "international"},
            [{"outcome": "injured", "wording": "207"}],
        ),
        (
            palestine_datasets,
            {**GAZA_ROW, "report_source": "missing", "killed_cum": None, "injured_cum": None},
            OF_GAZA,
            [],
        ),
        (palestine_datasets, {**GAZA_ROW, "report_source": "missing"}, OF_GAZA, []),
    ],
    ids=lambda value: str(value) if isinstance(value, Codebook) else "",
)
def test_a_row_of_a_data_set_says_what_its_codebook_means(
    library: str, codebook: Codebook, row: Row, shared: Facts, told: Sequence[Facts]
) -> None:
    frame = FRAMES[library]({name: [value] for name, value in row.items()})
    expected = kf.Ledger(said(**{**shared, **one}) for one in told)
    read = from_frame(frame, codebook, zone=None if codebook.zone else "UTC")
    assert [to_record(entry) for entry in read] == [to_record(entry) for entry in expected]


@pytest.mark.parametrize(
    ("codebook", "row", "edits", "columns"),
    [
        (UCDP, UCDP_ROW, {"high": 8}, ["best"]),
        (UCDP, UCDP_ROW, {"deaths_a": -99}, ["deaths_a"]),
        (UCDP, UCDP_ROW, {"date_end": None}, ["date_end"]),
        (ucdp_ged, UCDP_ROW, {}, ["reported"]),
        (acled, ACLED_ROW, {"timestamp": "yesterday"}, ["timestamp"]),
        (acled, ACLED_ROW, {"timestamp": 10**15}, ["timestamp"]),
        (acled, ACLED_ROW, {"fatalities": False}, ["fatalities"]),
        (acled, ACLED_ROW, {"event_date": "05 March"}, ["event_date"]),
        (iraq_body_count, IBC_ROW, {}, ["reported"]),
        (IBC, IBC_ROW, {"Reported Maximum": None}, ["Reported Maximum"]),
        (IBC, IBC_ROW, {"Reported Maximum": 1}, ["Reported Maximum"]),
        (maverick, MAVERICK_ROW, {"country": "Freedonia"}, ["date_end, country"]),
        (maverick, MAVERICK_ROW, {"source": "Radio"}, ["source"]),
        (maverick, MAVERICK_ROW, {"date_end": None}, ["date_end, country"]),
        (maverick, MAVERICK_ROW, {"date_end": "2013-03-07"}, ["date_end, country"]),
        (palestine_datasets, GAZA_ROW, {"report_source": "post"}, ["report_source"]),
        (palestine_datasets, GAZA_ROW, {"killed_cum": 103.5}, ["killed_cum, report_source"]),
    ],
    ids=str,
)
def test_a_row_of_a_data_set_that_cannot_be_meant_is_a_fault(
    codebook: Codebook, row: Row, edits: Row, columns: list[str]
) -> None:
    frame = FRAMES["pandas"]({name: [value] for name, value in {**row, **edits}.items()})
    with pytest.raises(RecordsError) as refused:
        from_frame(frame, codebook, zone=None if codebook.zone else "UTC")
    assert [one.field for one in refused.value.faults] == columns
    assert {one.file for one in refused.value.faults} == {codebook.name}


@pytest.mark.parametrize(
    "codebook", [acled, iraq_body_count, maverick, palestine_datasets, ucdp_ged], ids=str
)
def test_a_codebook_says_what_it_carries_and_where_its_columns_are_documented(
    codebook: Codebook,
) -> None:
    assert "Not carried:" in codebook.about
    assert re.search(r"^Columns.*https://", codebook.about, re.MULTILINE | re.DOTALL)


def maverick_by_hand(rows: Sequence[Mapping[str, str]]) -> kf.Ledger:
    """Read the reports one by one, without a codebook."""
    clocks = {"Kenya": "Africa/Nairobi", "Ivory Coast": "Africa/Abidjan"}
    kinds = {
        **dict.fromkeys(("Special commission", "National government agency"), "official"),
        "International organization": "international",
        "International news agency": "agency",
        "Other": "unknown",
    }
    reports = []
    for row in rows:
        cited = re.match(re.escape(row["source_author"]) + r" \((\d{4}-\d\d-\d\d)\)", row["source"])
        assert cited is not None
        kind = "outlet" if "news media" in row["source_type"] else "monitor"
        for outcome, column in (("killed", "deaths"), ("injured", "injuries")):
            best, low, high = (int(row[f"{column}_{end}"]) for end in ("best", "low", "high"))
            words = str(kf.Count.exactly(best))
            if low < high:
                words += f" ({kf.Count.between(low, high)})"
            reports.append(
                kf.Observation(
                    kf.Measure(outcome, place=row["country"], event=row["event_id"]),
                    kf.Figure(words, best, kf.Count(low, high)),
                    kf.Source(row["source_author"], kinds.get(row["source_type"], kind)),
                    as_of=f"{row['date_end']}[{clocks[row['country']]}]",
                    reported=f"{cited[1]}[UTC]",
                    note=f"{row['source']} [{row['id']}]",
                )
            )
    return kf.Ledger(reports)


def can_be_read_by_hand(row: Mapping[str, str]) -> bool:
    """Whether the citation is no older than the event, and each best number in its range."""
    try:
        return bool(maverick_by_hand([row]))
    except kf.errors.KazfiguresError:
        return False


@pytest.mark.parametrize("read", [pd.read_csv, pl.read_csv, duckdb.read_csv])
def test_the_reports_of_maverick_that_cannot_be_so_are_named(
    shared_data: Path, read: Callable[[str], Any]
) -> None:
    with pytest.raises(RecordsError) as refused:
        from_frame(read(str(shared_data / "maverick-reports.csv")), maverick, zone="UTC")
    columns = [fault.field for fault in refused.value.faults]
    assert columns.count("date_end, country") == 40  # the citation is older than the event
    assert columns.count("injuries_high") == 3  # below the low one
    assert len(columns) == 43


def test_the_reports_of_maverick_are_read_as_by_hand(shared_data: Path) -> None:
    with (shared_data / "maverick-reports.csv").open(encoding="utf-8", newline="") as lines:
        sound = [row for row in csv.DictReader(lines) if can_be_read_by_hand(row)]
    assert len(sound) == 2867 - 43
    assert from_frame(pl.DataFrame(sound), maverick, zone="UTC") == maverick_by_hand(sound)


def without(*modules: str) -> str:
    """Give what reading frames prints where some libraries are not installed."""
    program = f"""
import sys
sys.modules.update(dict.fromkeys({modules!r}))
from kazfigures.exchange.frames import cell, from_frame, to_arrow
fields = dict.fromkeys(("as_of", "reported"), "2022[UTC]")
fields |= {{"outcome": "killed", "source": "A", "wording": cell("toll")}}
ledgers = [from_frame(to_arrow(from_frame(frame(), fields))) for frame in FRAMES]
print(len(ledgers), len(set(ledgers)), ledgers[0].observations[0].figure.count)
"""
    frames = {
        "pandas": '__import__("pandas").DataFrame({"toll": ["18", None]})',
        "polars": '__import__("polars").DataFrame({"toll": ["18", None]})',
        "duckdb": """__import__("duckdb").sql("from (values ('18'), (null)) t(toll)")""",
    }
    there = ", ".join(f"lambda: {code}" for name, code in frames.items() if name not in modules)
    program = program.replace("FRAMES", f"({there},)")
    return subprocess.check_output([sys.executable, "-c", program], text=True)  # noqa: S603


@pytest.mark.parametrize(
    ("missing", "read"),
    [(("pyarrow",), 3), (("pyarrow", "pandas", "polars"), 1)],
)
def test_no_other_library_is_needed_than_that_of_the_frame(
    missing: tuple[str, ...], read: int
) -> None:
    assert without(*missing) == f"{read} 1 18\n"
