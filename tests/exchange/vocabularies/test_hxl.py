"""HXL: what is written is HXL, as its own library reads it, and comes back without loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import hxl
import pytest
from hypothesis import example, given

from kazfigures import (
    Count,
    Figure,
    KazfiguresError,
    Ledger,
    Measure,
    Notice,
    Observation,
    Source,
    dump,
    load,
    reconcile,
)
from kazfigures.errors import LedgerError, ObservationError, RecordsError
from kazfigures.exchange.vocabularies.hxl import dump_hxl, from_hxl, load_hxl, to_hxl
from kazfigures.observations import Entry
from kazfigures.strategies import ledgers
from kazfigures.strategies.parts import HOSTILE_LINES
from kazfigures.wording import acled

EXAMPLE = load(Path(__file__).parents[3] / "docs/examples/kazakhstan-2022.jsonl")
DAY = "2022-01-07[Asia/Almaty]"
EIGHTEEN = Observation(
    Measure("killed", "security forces", "Kazakhstan/Almaty", "Kazakhstan, January 2022"),
    "18 officers",
    Source("Interior Ministry", "official", "government", "B"),
    as_of=DAY,
    reported="2022-01-07T16:56+06:00",
    via=["Khabar 24", "AP"],
    origin="briefing",
    recorded="2022-01-08T00:00+00:00",
    url="https://example.org",
    credibility=2,
    note="by telephone",
)
TAKEN_BACK = Notice("correction", [EIGHTEEN], "Interior Ministry", DAY, "a slip", instead="f" * 16)
HOSTILE = Ledger(
    [
        Observation(
            Measure(text, text.replace("/", "-"), f"=1/{text.replace('/', '-')}", text),
            Figure(text, None, Count.at_least(number)),
            Source(text, side=text, grade="F"),
            "2022-01-07[+06:00]",
            "2022-01-07T16[-03:30]",
            via=[text, "TASS", text],
            origin=text,
            note=f"{text}\n={text}\n\n{text}",
        )
        for number, text in enumerate((*HOSTILE_LINES, "#event+name", "#", "observation"))
    ]
    + [Notice("denial", [text], text, "2022-01[UTC]", text) for text in HOSTILE_LINES]
)

CORE = {"#affected", "#date", "#description", "#event", "#group", "#indicator", "#loc", "#meta"}
"""Those hashtags of the dictionary of HXL 1.1 that a ledger needs."""


def texts(entries: Ledger) -> list[str]:
    """Every entry down to the zones in which its moments are written, which `==` leaves out."""
    return [repr(entry) for entry in entries]


def written(entries: Any, **options: Any) -> str:  # noqa: ANN401 - as `dump_hxl` has it
    """What `dump_hxl` writes."""
    file = io.StringIO(newline="")
    dump_hxl(entries, file, **options)
    return file.getvalue()


def read(text: str, **options: Any) -> Ledger:  # noqa: ANN401 - as `load_hxl` has it
    """What `load_hxl` reads from text."""
    return load_hxl(io.StringIO(text, newline=""), **options)


def cells_of(*entries: Entry, **options: Any) -> list[dict[str, str]]:  # noqa: ANN401
    """The rows of a table by their hashtags."""
    _, tags, *rows = to_hxl(entries, **options)
    return [dict(zip(tags, row, strict=True)) for row in rows]


def changed(entry: Entry = EIGHTEEN, **changes: str) -> list[list[str]]:
    """The table of an entry with other cells, which are named by what stands after the hash."""
    [row] = cells_of(entry)
    row |= {f"#{tag.replace('_', '+')}": cell for tag, cell in changes.items()}
    return [["a header"], list(row), list(row.values())]


# --- there and back -------------------------------------------------------------------------------


@given(ledgers())
@example(HOSTILE)
@example(EXAMPLE)
@example(Ledger())
def test_a_ledger_that_was_written_is_read_as_it_was(ledger: Ledger) -> None:
    for again in (from_hxl(to_hxl(ledger)), read(written(ledger))):
        assert again == ledger
        assert texts(again) == texts(ledger)


@given(ledgers(small=True))
@example(EXAMPLE)
def test_a_ledger_that_was_read_gives_the_same_estimates(ledger: Ledger) -> None:
    assert reconcile(from_hxl(to_hxl(ledger))) == reconcile(ledger)


@given(ledgers())
@example(HOSTILE)
@example(EXAMPLE)
@example(Ledger())
def test_a_ledger_comes_through_the_library_of_hxl(ledger: Ledger) -> None:
    table = to_hxl(ledger)
    data = hxl.data(table)
    assert [column.display_tag for column in data.columns] == table[1]
    assert [column.header for column in data.columns] == table[0]
    assert [row.values for row in data] == table[2:]
    assert texts(read("".join(hxl.data(table).gen_csv()))) == texts(ledger)


@given(ledgers())
@example(HOSTILE)
@example(EXAMPLE)
def test_what_is_written_is_valid_by_the_schema_of_hxl(ledger: Ledger) -> None:
    report = hxl.validate(to_hxl(ledger))
    assert [issue for issue in report["issues"] if issue["severity"] == "error"] == []


@pytest.mark.parametrize(
    "change",
    [{"date_reported": "some day"}, {"affected_killed_min": "many"}, {"date_end": "7[UTC]"}],
)
def test_the_schema_of_hxl_can_fail(change: dict[str, str]) -> None:
    report = hxl.validate(changed(**change))
    assert report["stats"]["error"] == 1


def test_a_path_is_written_and_read(tmp_path: Path) -> None:
    for place in (tmp_path / "toll.csv", str(tmp_path / "toll.hxl")):
        dump_hxl(EXAMPLE, place)
        assert load_hxl(place) == EXAMPLE
    with pytest.raises(LedgerError):
        dump_hxl(["18 officers"], tmp_path / "toll.csv")
    assert load_hxl(tmp_path / "toll.csv") == EXAMPLE


# --- the table ------------------------------------------------------------------------------------


def test_every_hashtag_is_one_of_the_dictionary_and_stands_once() -> None:
    table = to_hxl([*EXAMPLE, EIGHTEEN, TAKEN_BACK, *HOSTILE])
    columns = hxl.data(table).columns
    assert {column.tag for column in columns} == CORE
    assert len({(one.tag, frozenset(one.attributes)) for one in columns}) == len(columns) > 30


def test_every_field_of_a_record_has_a_column() -> None:
    """A ledger in which every field says something uses every column of the CSV form."""
    rows = cells_of(
        EIGHTEEN,
        TAKEN_BACK,
        Observation(
            Measure("in custody", unit="minors", tally="increment", definition="by court order"),
            Figure("dozens", None, Count.at_least(24)),
            "x",
            DAY,
            DAY,
            since=DAY,
        ),
    )
    assert {tag for row in rows for tag, cell in row.items() if cell} == set(rows[0])
    file = io.StringIO()
    dump(from_hxl(to_hxl([EIGHTEEN, TAKEN_BACK])), file, format="csv")
    assert load(io.StringIO(file.getvalue()), format="csv") == Ledger([EIGHTEEN, TAKEN_BACK])


@pytest.mark.parametrize(
    ("tag", "cell"),
    [
        ("#event+name", "Kazakhstan, January 2022"),
        ("#loc+name", "Kazakhstan/Almaty"),
        ("#group+name", "security forces"),
        ("#indicator+name", "killed"),
        ("#description+wording", "18 officers"),
        ("#indicator+num+stated", "18"),
        ("#indicator+num+min", "18"),
        ("#indicator+num+max", "18"),
        ("#affected+killed+min", "18"),
        ("#affected+killed+max", "18"),
        ("#date+end", "2022-01-07"),
        ("#meta+zone+end", "Asia/Almaty"),
        ("#date+reported", "2022-01-07T16:56+06:00"),
        ("#date+recorded", "2022-01-08T00:00+00:00"),
        ("#meta+source+name", "Interior Ministry"),
        ("#meta+source+type", "official"),
        ("#meta+source+side", "government"),
        ("#meta+source+grade", "B"),
        ("#meta+relays", "Khabar 24 | AP"),
        ("#meta+statement", "briefing"),
        ("#meta+credibility", "2"),
        ("#meta+url", "https://example.org"),
        ("#meta+note", "by telephone"),
        ("#meta+entry", "observation"),
        ("#meta+id", EIGHTEEN.id),
    ],
)
def test_a_report_is_written_so(tag: str, cell: str) -> None:
    [row] = cells_of(EIGHTEEN)
    assert row[tag] == cell


@pytest.mark.parametrize(
    ("tag", "cell"),
    [
        ("#meta+notice+type", "correction"),
        ("#meta+notice+of", EIGHTEEN.id),
        ("#meta+notice+instead", "f" * 16),
        ("#meta+notice+reason", "a slip"),
        ("#meta+source+name", "Interior Ministry"),
        ("#date+reported", "2022-01-07"),
        ("#meta+zone+reported", "Asia/Almaty"),
        ("#meta+entry", "notice"),
        ("#indicator+name", ""),
    ],
)
def test_a_notice_is_a_row_of_the_same_table(tag: str, cell: str) -> None:
    _, row = cells_of(EIGHTEEN, TAKEN_BACK)
    assert row[tag] == cell


@pytest.mark.parametrize(
    ("count", "low", "high", "is_open"),
    [
        (Count.exactly(18), "18", "18", None),
        (Count.between(16, 18), "16", "18", None),
        (Count.at_least(16), "16", None, "open"),
        (Count.exactly(0), "0", "0", None),
    ],
)
def test_an_open_end_is_said_and_its_cell_holds_no_word(
    count: Count, low: str, high: str | None, is_open: str | None
) -> None:
    said = Observation(Measure("killed"), Figure("x", None, count), "x", DAY, DAY)
    [row] = cells_of(said)
    assert (row["#indicator+num+min"], row.get("#indicator+num+max")) == (low, high)
    assert (row["#affected+killed+min"], row.get("#affected+killed+max")) == (low, high)
    assert row.get("#indicator+open") == is_open


@pytest.mark.parametrize(
    ("measure", "has_column"),
    [
        (Measure("killed"), True),
        (Measure("injured", "police"), True),
        (Measure("abducted"), True),
        (Measure("detained"), False),
        (Measure("Killed"), False),
        (Measure("killed", unit="families"), False),
    ],
)
def test_people_have_columns_of_their_own_where_hxl_has_an_attribute(
    measure: Measure,
    has_column: bool,  # noqa: FBT001 - a table's column
) -> None:
    [row] = cells_of(Observation(measure, "18", "x", DAY, DAY))
    assert any(tag.startswith("#affected") for tag in row) == has_column


def test_the_steps_of_a_place_stand_under_the_hashtags_that_are_given() -> None:
    country = Observation(Measure("killed", place="Kazakhstan"), "18", "x", DAY, DAY)
    rows = cells_of(EIGHTEEN, country, places=["#country +name", "#ADM1+name", "#adm2+name"])
    assert [row["#country+name"] for row in rows] == ["Kazakhstan", "Kazakhstan"]
    assert [row["#adm1+name"] for row in rows] == ["Almaty", ""]
    assert "#adm2+name" not in rows[0]
    text = written([EIGHTEEN, country], places=["#country+name", "#adm1+name"])
    assert read(text) == Ledger([EIGHTEEN, country])
    assert (
        hxl.data(to_hxl([EIGHTEEN], places=["#country+name"])).columns[2].header == "country name"
    )


@pytest.mark.parametrize(
    "places",
    [
        ["country"],
        ["#"],
        [""],
        ["#adm1+"],
        ["#loc+name"],
        ["#adm1", "#ADM1"],
        ["#affected+f"],
        ["#1a"],
        "#adm1",
    ],
)
def test_a_step_of_a_place_needs_a_hashtag_of_its_own(places: Sequence[Any]) -> None:
    with pytest.raises(LedgerError, match=r"^places: "):
        to_hxl([EIGHTEEN], places=places)


@given(ledgers())
@example(HOSTILE)
def test_no_cell_runs_as_a_formula_in_a_spreadsheet(ledger: Ledger) -> None:
    for row in csv.reader(io.StringIO(written(ledger, places=["#country+name"]), newline="")):
        for cell in row:
            assert not cell.startswith(tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20"))


# --- estimates ------------------------------------------------------------------------------------

KILLED = Measure("killed", place="Kazakhstan", event="Kazakhstan, January 2022")
ANSWERS = reconcile(EXAMPLE)


def said(wording: str, source: str = "x", measure: Measure = KILLED, **more: Any) -> Observation:  # noqa: ANN401
    """A report of a day."""
    return Observation(measure, wording, source, DAY, DAY, **more)


INCREMENT = said("5", measure=Measure("killed", tally="increment"), since="2022-01-06[UTC]")


@given(ledgers(small=True))
@example(HOSTILE)
@example(EXAMPLE)
def test_estimates_are_valid_by_the_schema_of_hxl(ledger: Ledger) -> None:
    table = to_hxl(reconcile(ledger))
    report = hxl.validate(table)
    assert [issue for issue in report["issues"] if issue["severity"] == "error"] == []
    assert [row.values for row in hxl.data(table)] == table[2:]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (
            [said("18"), said("at least 16", "y")],
            {
                "#indicator+status": "agreed",
                "#affected+killed": "18",
                "#indicator+num+best": "18",
                "#indicator+num+min": "18",
                "#indicator+num+max": "18",
                "#meta+source+list": "x | y",
                "#meta+reports+used": "2",
                "#meta+reports+aside": "0",
                "#date+end": "2022-01-07",
                "#meta+zone+end": "Asia/Almaty",
                "#indicator+type": "cumulative",
                "#indicator+unit": "people",
                "#meta+rule": "house",
                "#meta+entry": "estimate",
            },
        ),
        (
            [said("at least 16")],
            {"#affected+killed+min": "16", "#indicator+open": "open", "#affected+killed": "16"},
        ),
        (
            [said("230"), said("238", "y")],
            {
                "#indicator+status": "disputed",
                "#affected+killed+min": "230",
                "#affected+killed+max": "238",
                "#meta+camps": "230 (x) | 238 (y)",
            },
        ),
        (
            [INCREMENT],
            {
                "#date+start": "2022-01-06",
                "#meta+zone+start": "UTC",
                "#date+end": "2022-01-07",
                "#affected+killed": "5",
            },
        ),
        (
            [INCREMENT, Notice("retraction", [INCREMENT], "x", DAY)],
            {
                "#indicator+status": "unreported",
                "#date+start": "2022-01-06",
                "#date+end": "2022-01-07",
            },
        ),
    ],
)
def test_an_estimate_is_written_so(reports: list[Entry], expected: dict[str, str]) -> None:
    [row] = cells_of(*reconcile(Ledger(reports)))
    assert {tag: row.get(tag) for tag in expected} == expected


def test_a_dispute_has_no_best_number() -> None:
    [row] = cells_of(*reconcile(Ledger([said("230"), said("238", "y")])))
    assert not {"#affected+killed", "#indicator+num+best"} & set(row)


def test_a_tool_that_asks_for_people_killed_is_given_the_best_number_or_the_lowest() -> None:
    asked = [one for one in ANSWERS if one.measure.outcome == "killed" and one.count]
    rows = hxl.data(to_hxl(asked))
    given = [row.get("#affected+killed") for row in rows]
    assert given == [str(one.low if one.best is None else one.best) for one in asked]


def test_estimates_are_no_ledger() -> None:
    with pytest.raises(RecordsError, match="entry: expected observation or notice, not 'estimate'"):
        from_hxl(to_hxl(ANSWERS))


def test_what_is_neither_entry_nor_estimate_is_refused() -> None:
    with pytest.raises(LedgerError, match=r"^values: expected observations and notices, or est"):
        to_hxl(["18 officers"])


# --- what is read ---------------------------------------------------------------------------------

HEAD = "#indicator+name,#description+wording,#meta+source+name,#date+end,#date+reported"
ROW = "killed,18 officers,x,2022-01-07T10:00+06:00,2022-01-07T10:00+06:00"
AT = "2022-01-07T10:00+06:00"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}\n{ROW}\n", id="no header"),
        pytest.param(f"a\nb,c\n,,,\n{HEAD}\n{ROW}\n", id="rows of anything before"),
        pytest.param("x\n" * 24 + f"{HEAD}\n{ROW}\n", id="hashtags in the last row they may be in"),
        pytest.param(f"{HEAD.upper()}\n{ROW}\n", id="large letters"),
        pytest.param(f"{HEAD.replace('+', ' + ')}\n{ROW}\n", id="loosely spaced"),
        pytest.param(
            f"{HEAD.replace('#meta+source+name', '#meta+name+source')}\n{ROW}\n",
            id="attributes in another order",
        ),
        pytest.param(f"{HEAD},#sector\n{ROW},health\n", id="a column of another tag"),
        pytest.param(f"{HEAD},#sector,#sector\n{ROW},a,b\n", id="two of them"),
        pytest.param(f"{HEAD},\n{ROW},health\n", id="a column without a tag"),
        pytest.param(f"{HEAD}\n{ROW}\n,,,,\n", id="an empty row"),
        pytest.param(f"{HEAD},#affected+killed+min\n{ROW},7\n", id="the repeated numbers"),
    ],
)
def test_a_table_may_be_written_in_several_ways(text: str) -> None:
    said = Observation(Measure("killed"), "18 officers", "x", AT, AT)
    assert read(text) == from_hxl(csv.reader(io.StringIO(text))) == Ledger([said])


def test_a_wording_alone_is_read_with_the_table_that_is_given() -> None:
    text = f"{HEAD}\n{ROW.replace('18 officers', 'hundreds')}\n"
    [cautious] = read(text, words=acled).observations
    assert cautious.figure == Figure.read("hundreds", acled) != Figure.read("hundreds")


@pytest.mark.parametrize(
    ("table", "line", "field"),
    [
        pytest.param([], 1, "hashtags", id="nothing"),
        pytest.param([["event"], ["x"]], 1, "hashtags", id="no hashtags"),
        pytest.param([["x"]] * 25 + to_hxl([EIGHTEEN])[1:], 1, "hashtags", id="hashtags too late"),
        pytest.param([["#event", "place"], ["x", "y"]], 1, "hashtags", id="words among hashtags"),
        pytest.param([["#meta+id", "#meta + ID"]], 1, "hashtags", id="one of ours twice"),
        pytest.param([["#event" + "+a" * 100]], 1, "hashtags", id="a hashtag too long"),
        pytest.param([*to_hxl([EIGHTEEN])[1:], ["x"]], 3, "row", id="a row too short"),
        pytest.param([["#indicator+name"], [5]], 2, "row", id="a number that is no text"),
        pytest.param([["#adm1+name", "#affected"], *[["x", "5"]] * 9], 1, "hashtags", id="theirs"),
        pytest.param(changed(indicator_num_max=""), 3, "high", id="no high end"),
        pytest.param(changed(indicator_num_min="+5"), 3, "low", id="no plain digits"),
        pytest.param(changed(indicator_num_min="5"), 3, "id", id="another number"),
        pytest.param(changed(meta_zone_end="Almaty"), 3, "as_of", id="no zone"),
        pytest.param(changed(meta_zone_end=""), 3, "as_of", id="a day of nowhere"),
        pytest.param(changed(date_end=""), 3, "as_of", id="a zone without a day"),
        pytest.param(changed(indicator_name=""), 3, "outcome", id="no outcome"),
        pytest.param(changed(meta_entry="notice"), 3, "event", id="no field of notices"),
        pytest.param(changed(meta_entry="row"), 3, "entry", id="no kind of entry"),
        pytest.param(
            changed(TAKEN_BACK, description_wording="x"), 3, "wording", id="words of a notice"
        ),
        pytest.param(changed(meta_rule="house"), 3, "rule", id="a field of estimates"),
    ],
)
def test_a_fault_is_named_with_its_line_and_its_field(
    table: list[list[Any]], line: int, field: str
) -> None:
    with pytest.raises(RecordsError) as refusal:
        from_hxl(table)
    [fault] = refusal.value.faults
    assert (fault.file, fault.line, fault.field) == ("table", line, field)


@pytest.mark.parametrize("cells", [("18", "open"), ("", "yes"), ("", "18")])
def test_an_open_end_is_the_one_word_beside_an_empty_cell(cells: tuple[str, str]) -> None:
    high, is_open = cells
    with pytest.raises(RecordsError, match=r"table:3: open: expected no cell, or the word open"):
        from_hxl(changed(indicator_num_max=high, indicator_open=is_open))


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = f'{HEAD}\n{ROW}\n{ROW},x\n{ROW.replace("18", "some")}\n"x'
    with pytest.raises(RecordsError) as refusal:
        read(text)
    faults = [(fault.file, fault.line, fault.field) for fault in refusal.value.faults]
    assert faults == [("input", 3, "row"), ("input", 4, "wording"), ("input", 5, "row")]


@pytest.mark.parametrize("cell", HOSTILE_LINES)
def test_any_cell_is_read_or_refused_within_the_error_tree(cell: str) -> None:
    for tag in cells_of(EIGHTEEN)[0]:
        try:
            from_hxl(changed(**{tag[1:].replace("+", "_"): cell}))
        except KazfiguresError as refusal:
            assert str(refusal)  # noqa: PT017 - any cell may be read


def test_hashtags_are_looked_for_in_no_more_than_the_first_rows() -> None:
    rows = iter([["x"]] * 1000)
    with pytest.raises(RecordsError):
        from_hxl(rows)
    assert len(list(rows)) == 975


def test_a_path_that_can_be_none_is_refused_as_load_refuses_it() -> None:
    for read in (load_hxl, load):
        with pytest.raises(ObservationError, match="path: expected a path without NUL"):
            read("table\0.csv")
