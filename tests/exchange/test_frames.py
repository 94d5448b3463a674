"""Frames: every value arrives in every library as it is, and with the type that it has."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from drafted import DRAFTS
from hypothesis import given

import kazfigures as kf
from kazfigures.counts import LARGEST
from kazfigures.drafting.drafts.drafts import Drafts
from kazfigures.errors import FrameError
from kazfigures.exchange import frames
from kazfigures.exchange.frames import Holds, to_arrow, to_frame
from kazfigures.exchange.records import NOTICE_FIELDS, OBSERVATION_FIELDS, from_record
from kazfigures.observations import Entry
from kazfigures.strategies import ledgers
from kazfigures.strategies.parts import HOSTILE_LINES

EXAMPLE = kf.load(Path(__file__).parents[2] / "docs/examples/kazakhstan-2022.jsonl")
EVENT = "Kazakhstan, January 2022"
OFFICERS = kf.Measure("killed", population="security forces", place="Kazakhstan", event=EVENT)
KILLED = kf.Measure("killed", place="Kazakhstan", event=EVENT)

Row = dict[str, Any]


def polars_rows(frame: pl.DataFrame) -> list[Row]:
    return frame.to_dicts()


def pandas_rows(frame: pd.DataFrame) -> list[Row]:
    return [
        {name: _plain(cell) for name, cell in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]


def _plain(cell: object) -> object:
    if isinstance(cell, list):
        return cell
    if cell is pd.NA or cell is pd.NaT:
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.to_pydatetime()
    return cell.item() if isinstance(cell, np.integer | np.bool_) else cell


def arrow_rows(table: object) -> list[Row]:
    return pl.DataFrame(table).to_dicts()


READ: Mapping[str, Callable[..., list[Row]]] = {
    "polars": lambda *values: polars_rows(to_frame(values[0], "polars", *values[1:])),
    "pandas": lambda *values: pandas_rows(to_frame(values[0], "pandas", *values[1:])),
    "arrow": lambda *values: arrow_rows(to_arrow(*values)),
}
each_library = pytest.mark.parametrize("library", READ)

UNSAID: Row = {
    "unit": "people",
    "tally": "cumulative",
    "source_kind": "unknown",
    "by_kind": "unknown",
    **dict.fromkeys(("population", "place", "event", "definition", "side", "by_side"), ""),
    **dict.fromkeys(("origin", "url", "note", "reason", "instead"), ""),
    "via": [],
}
MOMENTS = ("since", "as_of", "reported", "recorded", "at")


def as_written(entries: Iterable[Entry], fields: Iterable[str]) -> list[Row]:
    """Give the rows that a file of the entries describes: the slow way, by writing it."""
    file = io.StringIO()
    kf.dump(entries, file)
    rows = []
    for line in file.getvalue().splitlines():
        record = json.loads(line)
        row = {name: record.get(name, UNSAID.get(name)) for name in fields if name != "entry"}
        for name in MOMENTS:
            if name in row:
                at = None if row[name] is None else kf.Moment(row[name])
                row[f"{name}_start"] = None if at is None else at.start
                row[f"{name}_end"] = None if at is None else at.end
        if "high" in row:
            row["open"] = row["high"] is None
        rows.append(row)
    return rows


@each_library
@given(ledgers())
def test_a_ledger_is_in_a_frame_what_it_is_in_a_file(library: str, ledger: kf.Ledger) -> None:
    assert READ[library](ledger) == as_written(ledger.observations, OBSERVATION_FIELDS)
    assert READ[library](ledger, frames.NOTICES) == as_written(ledger.notices, NOTICE_FIELDS)


@each_library
def test_the_real_record_is_in_a_frame_what_it_is_in_a_file(library: str) -> None:
    rows = READ[library](EXAMPLE)
    assert rows == as_written(EXAMPLE.observations, OBSERVATION_FIELDS)
    assert len(rows) == 228


@each_library
@given(ledgers())
def test_the_rows_are_records_that_build_the_ledger_again(library: str, ledger: kf.Ledger) -> None:
    rows = [*READ[library](ledger), *READ[library](ledger, frames.NOTICES)]
    assert kf.Ledger(from_record(_record(row)) for row in rows) == ledger


def _record(row: Row) -> Row:
    fields = NOTICE_FIELDS if "notice" in row else OBSERVATION_FIELDS
    record = {name: row[name] for name in fields if name in row}
    return {**record, "entry": "notice" if "notice" in row else "observation"}


POLARS_TYPES = {
    Holds.TEXT: pl.String(),
    Holds.NUMBER: pl.Int64(),
    Holds.FLAG: pl.Boolean(),
    Holds.INSTANT: pl.Datetime("us", "UTC"),
    Holds.NAMES: pl.List(pl.String()),
}
PANDAS_TYPES = {
    Holds.TEXT: "string",
    Holds.NUMBER: "Int64",
    Holds.FLAG: "bool",
    Holds.INSTANT: "datetime64[us, UTC]",
    Holds.NAMES: "object",
}
VALUES = {
    frames.OBSERVATIONS: EXAMPLE,
    frames.NOTICES: EXAMPLE.notices,
    frames.ESTIMATES: kf.reconcile(EXAMPLE),
    frames.ACCOUNT: kf.reconcile(EXAMPLE)[OFFICERS],
    frames.TURNS: kf.timeline(EXAMPLE, OFFICERS),
    frames.FINDINGS: kf.audit(EXAMPLE),
    frames.DRAFTS: DRAFTS,
}
each_table = pytest.mark.parametrize("table", frames.TABLES, ids=str)


@each_table
def test_a_column_has_its_type_whether_it_has_rows_or_not(table: frames.Table[Any]) -> None:
    for values in (VALUES[table], ()):
        for_polars, for_pandas = (to_frame(values, name, table) for name in ("polars", "pandas"))
        names = [column.name for column in table.columns]
        assert for_polars.columns == list(for_pandas.columns) == names
        for column in table.columns:
            assert for_polars.schema[column.name] == POLARS_TYPES[column.holds]
            assert str(for_pandas.dtypes[column.name]) == PANDAS_TYPES[column.holds]


@each_table
def test_every_library_has_the_same_cells(table: frames.Table[Any]) -> None:
    one, *others = (read(VALUES[table], table) for read in READ.values())
    assert one
    assert all(other == one for other in others)


@each_table
def test_a_column_is_named_once_and_explained(table: frames.Table[Any]) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in table.columns)


FORMAT = Path(__file__).parents[2] / "docs/format.md"
DESCRIBED = re.compile("(?<=<!-- frames -->\n).*?(?=<!-- /frames -->)", re.DOTALL)


def described(tables: Iterable[frames.Table[Any]]) -> str:
    """Describe tables as the documentation does: a column that stood before is only named."""
    parts: list[str] = []
    known: set[tuple[str, str]] = set()
    for table in tables:
        rows, again = [], []
        names = {column.name for column in table.columns}
        for column in table.columns:
            start = column.name.removesuffix("_start").removesuffix("_end")
            if start != column.name and start in names:
                continue
            spans = f"{column.name}_start" in names
            name = f"`{column.name}`" + (f", `{column.name}_start`, `{column.name}_end`" * spans)
            if (column.name, column.meaning) in known:
                again.append(name)
                continue
            known.add((column.name, column.meaning))
            holds = "text, and two instants in UTC" if spans else column.holds.value
            rows.append(f"| {name} | {holds} | {column.meaning} |\n")
        head = "| column | holds | meaning |\n|---|---|---|\n"
        parts.append(f"`{table.name.upper()}`: a row is {table.row}.\n\n{head}{''.join(rows)}")
        if again:
            parts.append(f"And as above: {', '.join(again)}.\n")
    return "\n" + "\n".join(parts) + "\n"


def test_the_documentation_describes_every_column() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_DOCUMENTS"):
        fresh = DESCRIBED.sub(lambda _: described(frames.TABLES), text)
        FORMAT.write_text(fresh, encoding="utf-8")
    else:
        assert DESCRIBED.findall(text) == [described(frames.TABLES)]


def test_a_ledger_has_the_columns_of_its_file() -> None:
    for table, fields in (
        (frames.OBSERVATIONS, OBSERVATION_FIELDS),
        (frames.NOTICES, NOTICE_FIELDS),
    ):
        names = [column.name for column in table.columns]
        assert [name for name in names if name in fields] == [*fields[1:]]  # without `entry`


@each_library
@pytest.mark.parametrize("number", [2**53 + 1, LARGEST])
def test_a_number_beside_a_missing_one_stays_whole(library: str, number: int) -> None:
    reports = [
        kf.Observation(
            KILLED,
            kf.Figure("some", stated, count),
            "Ministry",
            "2022-01-07[UTC]",
            "2022-01-07[UTC]",
        )
        for stated, count in ((number, kf.Count.exactly(number)), (None, kf.Count.at_least(number)))
    ]
    rows = READ[library](reports)
    assert [row["stated"] for row in rows] == [number, None]
    assert [(row["low"], row["high"], row["open"]) for row in rows] == [
        (number, number, False),
        (number, None, True),
    ]
    assert all(type(row["low"]) is int for row in rows)


@each_library
@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_hostile_text_is_only_text(library: str, line: str) -> None:
    report = kf.Observation(
        kf.Measure("killed"),
        "18",
        line,
        "2022-01-07[UTC]",
        "2022-01-07[UTC]",
        via=[line],
        note=line,
    )
    (row,) = READ[library]([report])
    assert (row["source"], row["via"], row["note"]) == (
        report.source.name,
        [*report.via],
        report.note,
    )


@each_library
def test_an_instant_is_aware_and_in_utc(library: str) -> None:
    (row,) = READ[library](
        [kf.Observation(KILLED, "18", "TASS", "2022-01-07[Asia/Almaty]", "2022-01-07T16:56+06:00")]
    )
    assert row["as_of"] == "2022-01-07[Asia/Almaty]"
    assert row["as_of_start"] == datetime.fromisoformat("2022-01-06T18:00+00:00")
    assert row["as_of_end"] == datetime.fromisoformat("2022-01-07T18:00+00:00")
    assert row["reported_start"] == row["reported_end"]
    assert row["reported_end"] == datetime.fromisoformat("2022-01-07T10:56+00:00")
    assert (row["since"], row["since_start"]) == (None, None)


def estimates(*claims: str) -> kf.Estimates:
    """Reconcile what as many claimants say of one moment."""
    return kf.reconcile(
        kf.Ledger(
            kf.Observation(KILLED, claim, f"Source {place}", "2022-01-07[UTC]", "2022-01-07[UTC]")
            for place, claim in enumerate(claims)
        ),
        kf.pools.overlap,
    )


@each_library
@pytest.mark.parametrize(
    ("claims", "status", "low", "high", "is_open", "best"),
    [
        (("18",), "agreed", 18, 18, False, 18),
        (("0",), "agreed", 0, 0, False, 0),
        (("more than 40",), "agreed", 41, None, True, 41),
        (("at most 50",), "agreed", 0, 50, False, 50),
        (("230", "238"), "disputed", None, None, False, None),
    ],
)
def test_an_open_end_is_told_from_no_range(  # noqa: PLR0917 - a table's columns
    library: str,
    claims: tuple[str, ...],
    status: str,
    low: int | None,
    high: int | None,
    is_open: bool,  # noqa: FBT001 - a column of the table
    best: int | None,
) -> None:
    (row,) = READ[library](estimates(*claims))
    assert row["status"] == status
    assert (row["low"], row["high"], row["open"], row["best"]) == (low, high, is_open, best)


@each_library
@given(ledgers(small=True))
def test_estimates_are_in_a_frame_what_they_say_of_themselves(
    library: str, ledger: kf.Ledger
) -> None:
    found = kf.reconcile(ledger)
    rows = READ[library](found)
    assert len(rows) == len(found)
    for row, one in zip(rows, found, strict=True):
        assert {
            name: row[name] for name in ("outcome", "population", "place", "event", "unit")
        } == {
            name: getattr(one.measure, name)
            for name in ("outcome", "population", "place", "event", "unit")
        }
        assert (row["rule"], row["status"], row["best"]) == ("house", one.status.value, one.best)
        assert (row["low"], row["high"]) == (one.low, one.high)
        assert (row["used"], row["set_aside"]) == (len(one.used), len(one.set_aside))
        assert row["sources"] == [claim.source.name for claim in one.claims]
        assert row["camps"] == [str(camp) for camp in one.camps]
        assert row["until"] == (one.window.until.text if one.window else None)


@each_library
def test_an_account_has_a_row_a_report_and_says_what_became_of_it(library: str) -> None:
    estimate = kf.reconcile(EXAMPLE.known_at("2022-01-10T18:00+06:00"))[OFFICERS]
    rows = READ[library](estimate)
    used = [row for row in rows if row["fate"] == "used"]
    assert {row["id"] for row in used} == {one.observation.id for one in estimate.used}
    assert {row["reason"] for row in used} == {None}
    aside = {row["id"]: row for row in rows if row["fate"] == "set aside"}
    assert len(used) + len(aside) == len(rows) == len(estimate.used) + len(estimate.set_aside)
    for one in estimate.set_aside:
        row = aside[one.observation.id]
        assert (row["reason"], row["why"]) == (one.reason.value, one.why)
        assert row["gave_way_to"] == (one.because.id if one.because else None)
        assert (row["taken_low"], row["taken_high"]) == (None, None)


@each_library
def test_a_timeline_has_a_row_a_turn(library: str) -> None:
    told = kf.timeline(EXAMPLE, OFFICERS)
    rows = READ[library](told)
    assert [row["low"] for row in rows] == [turn.low for turn in told]
    assert [row["moment"] for row in rows] == [turn.moment.text for turn in told]
    assert [row["changes"] for row in rows] == [
        [change.value for change in turn.changes] for turn in told
    ]
    assert [row["entries"] for row in rows] == [[one.id for one in turn.entries] for turn in told]


@each_library
def test_findings_point_at_their_reports_by_id(library: str) -> None:
    found = kf.audit(EXAMPLE)
    rows = READ[library](found)
    assert [row["kind"] for row in rows] == [finding.kind.value for finding in found]
    assert [row["severity"] for row in rows] == [str(finding.severity) for finding in found]
    assert {one for row in rows for one in row["observations"]} <= {
        one.id for one in EXAMPLE.observations
    }


@each_library
def test_sensitivities_have_a_row_a_question_and_rule(library: str) -> None:
    asked = kf.sensitivity(EXAMPLE, [kf.house, kf.pools.envelope])
    rows = READ[library](asked)
    assert len(rows) == 2 * len(asked)
    assert [row["rule"] for row in rows[:2]] == ["house", "envelope"]
    one = next(one for one in asked if one.measure == OFFICERS)
    assert READ[library](one) == [row for row in rows if _measure(row) == OFFICERS]


def _measure(row: Row) -> kf.Measure:
    parts = ("outcome", "population", "place", "event", "unit", "tally", "definition")
    return kf.Measure(*(row[part] for part in parts))


def test_estimates_stand_in_one_table_alone_or_together() -> None:
    found = kf.reconcile(EXAMPLE)
    together = polars_rows(to_frame(found, "polars"))
    assert polars_rows(to_frame(list(found), "polars")) == together
    alone = polars_rows(to_frame(found[OFFICERS], "polars", frames.ESTIMATES))
    assert [row for row in together if _measure(row) == OFFICERS] == alone


def test_a_library_is_named_or_given_as_its_module() -> None:
    assert to_frame(EXAMPLE, pl).equals(to_frame(EXAMPLE, "polars"))
    assert to_frame(EXAMPLE, pd).equals(to_frame(EXAMPLE, "pandas"))


def test_pyarrow_gets_a_table_of_its_own() -> None:
    pa = pytest.importorskip("pyarrow")
    table = to_frame(EXAMPLE, "pyarrow")
    assert isinstance(table, pa.Table)
    assert table.to_pylist() == READ["arrow"](EXAMPLE)


CHOICE = (
    "a Ledger, Estimates, an Estimate, a Timeline, Sensitivities, a Sensitivity, Drafts, or a list "
    "of observations, notices, estimates or findings, all of one kind"
)
LIBRARIES = "one of pandas, polars, pyarrow, modin, cudf"


@pytest.mark.parametrize(
    ("values", "backend", "table", "error"),
    [
        (3, "polars", None, FrameError("values", 3, CHOICE)),
        ("18", "polars", None, FrameError("values", "18", CHOICE)),
        (EXAMPLE.entries, "polars", None, FrameError("values", EXAMPLE.entries, CHOICE)),
        (EXAMPLE, "duckdb", None, FrameError("backend", "duckdb", LIBRARIES)),
        (EXAMPLE, "excel", None, FrameError("backend", "excel", LIBRARIES)),
        (
            EXAMPLE,
            "polars",
            frames.FINDINGS,
            FrameError("table", "findings", "one of observations, notices"),
        ),
        (
            EXAMPLE.notices,
            "polars",
            frames.OBSERVATIONS,
            FrameError("table", "observations", "one of notices"),
        ),
        (
            EXAMPLE,
            "polars",
            "notices",
            FrameError(
                "table",
                "notices",
                "one of observations, notices, estimates, account, turns, findings, drafts",
            ),
        ),
        (
            (),
            "polars",
            None,
            FrameError("table", None, "the table whose columns an empty list has"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_no_frame_is_refused(
    values: frames.Framed, backend: str, table: frames.Table[Any] | None, error: FrameError
) -> None:
    with pytest.raises(FrameError) as refused:
        to_frame(values, backend, table)
    assert refused.value == error


@each_library
def test_a_draft_is_a_row_with_the_certainty_of_its_parts_and_its_sentence(library: str) -> None:
    wounded, _, dozens = READ[library](DRAFTS)
    figure = {"wording": "dozens", "stated": None, "low": 24, "high": None, "open": True}
    assert {name: dozens[name] for name in figure} == figure
    assert {name: value for name, value in dozens.items() if name.endswith("_certainty")} == {
        "figure_certainty": "stated",
        "outcome_certainty": "stated",
        "population_certainty": "unsaid",
        "place_certainty": "stated",
        "claimant_certainty": "stated",
        "relay_certainty": "unsaid",
        "as_of_certainty": "stated",
    }
    assert (dozens["as_of"], wounded["as_of"]) == ("2022-01-06[Asia/Almaty]", None)
    assert DRAFTS.text[dozens["start"] : dozens["end"]] == "dozens"
    assert wounded["sentence"] == DRAFTS.text.splitlines()[2]


@each_library
def test_a_text_without_figures_is_a_frame_without_rows(library: str) -> None:
    assert READ[library](Drafts("Nothing happened.", ())) == []


def without(module: str, then: str) -> str:
    """Give what a program prints where a module is not installed."""
    program = f"""
import sys
sys.modules["{module}"] = None
try:
{then}
except ImportError as error:
    print(type(error).__name__, error)
except ValueError as error:
    print(type(error).__name__, error)
"""
    return subprocess.check_output([sys.executable, "-c", program], text=True)  # noqa: S603


@pytest.mark.parametrize("module", ["arro3", "narwhals"])
def test_without_its_libraries_the_extra_is_named(module: str) -> None:
    assert without(module, "    import kazfigures.exchange.frames") == (
        "ExtraError opening data frames needs the extra 'frames': "
        "pip install 'kazfigures[frames]'\n"
    )


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_installed_is_named(library: str) -> None:
    then = f"""
    import kazfigures
    from kazfigures.exchange.frames import to_frame
    to_frame(kazfigures.Ledger(), "{library}")
"""
    assert without(library, then) == (
        f"FrameError backend: expected a library that is installed (pip install {library}), "
        f"not '{library}'\n"
    )
