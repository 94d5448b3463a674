"""Records: files in and out without loss, every fault named, and nothing half-written."""

from __future__ import annotations

import csv
import gc
import io
import itertools
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import kazfigures
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
    stream,
)
from kazfigures.counts import LARGEST
from kazfigures.errors import FieldError, LedgerError, ObservationError, RecordError, RecordsError
from kazfigures.exchange.records import (
    COLUMNS,
    NOTICE_FIELDS,
    OBSERVATION_FIELDS,
    cells,
    extend,
    from_record,
    reading,
    to_record,
)
from kazfigures.observations import Entry
from kazfigures.strategies import ledgers, notices, observations
from kazfigures.strategies.parts import HOSTILE_LINES
from kazfigures.wording import acled

PACKAGE = Path(kazfigures.__file__).parent.parent
FORMATS = ("jsonl", "csv")

SAID: dict[str, Any] = {
    "outcome": "killed",
    "population": "security forces",
    "place": "Kazakhstan",
    "wording": "18 officers",
    "stated": 18,
    "low": 18,
    "high": 18,
    "source": "Interior Ministry",
    "source_kind": "official",
    "as_of": "2022-01-07[Asia/Almaty]",
    "reported": "2022-01-07T16:56+06:00",
}
TOOK_BACK: dict[str, Any] = {
    "entry": "notice",
    "notice": "retraction",
    "of": ["post of 9 January"],
    "by": "Health Ministry",
    "at": "2022-01-09T12:00+06:00",
}
ID = "0123456789abcdef"
FIRST, LAST = from_record({**SAID, "note": "first"}), from_record({**SAID, "note": "last"})

HOSTILE = Ledger(
    [
        Observation(
            Measure(text, text.replace("/", "-"), f"Kazakhstan/{text.replace('/', '-')}", text),
            Figure(text, None, Count.at_least(number)),
            Source(text, side=text, grade="F"),
            "2022-01-07[Asia/Almaty]",
            "2022-01-07T16:56+06:00",
            via=[text, "TASS", text],
            origin=text,
            recorded="2022-01-08T00:00Z",
            url="https://example.org/?a=b,c",
            credibility=6,
            note=f"{text}\n={text}\n\n{text}",
        )
        for number, text in enumerate(HOSTILE_LINES)
    ]
    + [
        Notice("correction", [text, ID], text, "2022-01[UTC]", text, instead="f" * 16)
        for text in HOSTILE_LINES
    ]
)


def texts(entries: Iterator[Entry] | Ledger) -> list[str]:
    """Every entry down to the zones in which its moments are written, which `==` leaves out."""
    return [repr(entry) for entry in entries]


def names_in(folder: str | Path) -> list[str]:
    """What a folder holds."""
    return sorted(one.name for one in Path(folder).iterdir())


def written(entries: Any, format: str) -> str:  # noqa: A002, ANN401 - as `dump` has it
    """What `dump` writes."""
    file = io.StringIO(newline="")
    dump(entries, file, format=format)
    return file.getvalue()


def read(text: str, format: str = "jsonl", **options: Any) -> Ledger:  # noqa: A002, ANN401
    """What `load` reads from text."""
    return load(io.StringIO(text, newline=""), format=format, **options)


# --- there and back -------------------------------------------------------------------------------


@given(ledgers(), st.sampled_from(FORMATS))
@example(HOSTILE, "jsonl")
@example(HOSTILE, "csv")
def test_a_ledger_that_was_written_is_read_as_it_was(
    ledger: Ledger,
    format: str,  # noqa: A002 - as `dump` has it
) -> None:
    again = read(written(ledger, format), format)
    assert again == ledger
    assert texts(again) == texts(ledger)
    assert [entry.id for entry in again] == [entry.id for entry in ledger]


@given(ledgers(), st.sampled_from([".jsonl", ".csv", ".ndjson", ".CSV"]))
@example(HOSTILE, ".jsonl")
@example(HOSTILE, ".csv")
def test_a_file_that_was_written_is_read_as_it_was(ledger: Ledger, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, f"toll{ending}")
        dump(ledger, place)
        assert texts(load(place)) == texts(ledger)
        assert texts(stream(str(place))) == texts(ledger)
        assert names_in(folder) == [place.name]


@given(observations() | notices())
def test_a_record_builds_the_entry_it_came_from(entry: Entry) -> None:
    record = to_record(entry)
    assert repr(from_record(record)) == repr(entry)
    assert to_record(from_record(record)) == record
    assert repr(from_record(json.loads(json.dumps(record)))) == repr(entry)
    assert repr(from_record(dict(reversed(record.items())))) == repr(entry)


@given(observations() | notices())
def test_a_record_is_flat_in_the_order_of_its_fields_and_leaves_defaults_out(entry: Entry) -> None:
    record = to_record(entry)
    fields = OBSERVATION_FIELDS if isinstance(entry, Observation) else NOTICE_FIELDS
    assert list(record) == [name for name in fields if name in record]
    for name, value in record.items():
        if isinstance(value, list):
            assert value
            assert {type(one) for one in value} == {str}
        elif name in ("stated", "low", "high"):
            assert value is None or type(value) is int
        else:
            assert value not in ("", None)
            assert type(value) in (str, int)


def test_a_record_says_in_plain_words_what_the_entry_says() -> None:
    observation = from_record(SAID)
    assert to_record(observation) == {"entry": "observation", "id": observation.id, **SAID}
    notice = from_record(TOOK_BACK)
    assert to_record(notice) == {**TOOK_BACK, "id": notice.id}


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_written_of_an_empty_ledger_but_the_header(format: str) -> None:  # noqa: A002
    text = written(Ledger(), format)
    assert text == {"jsonl": "", "csv": ",".join(COLUMNS) + "\n"}[format]
    assert read(text, format) == Ledger()
    assert read("", format) == Ledger()


@given(ledgers(small=True))
def test_json_lines_have_one_object_a_line_in_plain_text(ledger: Ledger) -> None:
    text = written(ledger, "jsonl")
    assert text.count("\n") == len(ledger)
    assert [json.loads(line) for line in text.split("\n")[:-1]] == [
        to_record(entry) for entry in ledger
    ]


def test_json_lines_keep_every_script_as_it_is_written() -> None:
    text = written([from_record({**SAID, "source": "Министерство"})], "jsonl")
    assert "Министерство" in text


@given(ledgers())
@example(HOSTILE)
def test_no_cell_runs_as_a_formula_in_a_spreadsheet(ledger: Ledger) -> None:
    header, *rows = csv.reader(io.StringIO(written(ledger, "csv"), newline=""))
    assert tuple(header) == COLUMNS
    for row in rows:
        assert len(row) == len(COLUMNS)
        for cell in row:
            assert not cell.startswith(tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20"))


@pytest.mark.parametrize(
    ("name", "value", "cell"),
    [
        ("note", "=1+1", "'=1+1"),
        ("note", "+1", "'+1"),
        ("note", "-1", "'-1"),
        ("note", "@SUM(A1)", "'@SUM(A1)"),
        ("note", "\uff1d1", "'\uff1d1"),
        ("note", "'quoted'", "''quoted'"),
        ("note", "''", "'''"),
        ("note", "a=1", "a=1"),
        ("note", "open", "open"),
        ("wording", "18", "18"),
        ("high", None, "open"),
        ("high", 18, "18"),
        ("low", 0, "0"),
        ("stated", None, ""),
        ("stated", LARGEST, str(LARGEST)),
        ("via", ["TASS"], "TASS"),
        ("via", ["Khabar 24", "AP"], "Khabar 24 | AP"),
        ("via", ["a|b", "c\\"], "a\\|b | c\\\\"),
        ("via", ["=a", "=b"], "'=a | =b"),
        ("via", ["|"], "\\|"),
        ("grade", "F", "F"),
        ("credibility", 6, "6"),
    ],
)
def test_a_cell_is_written_so_and_read_back(name: str, value: object, cell: str) -> None:
    record = {**SAID, "stated": None, "low": 0, name: value}
    if name == "stated":
        record["high"] = None
    entry = from_record(record)
    text = written([entry], "csv")
    [cells] = csv.DictReader(io.StringIO(text, newline=""))
    assert cells[name] == cell
    assert read(text, "csv") == Ledger([entry])


def test_any_columns_in_any_order_make_a_csv_file() -> None:
    text = "wording,reported,source,as_of,outcome\n18 officers,{},x,{},killed\n".format(
        SAID["reported"], SAID["as_of"]
    )
    [entry] = read(text, "csv")
    assert isinstance(entry, Observation)
    assert entry.figure == Figure.read("18 officers")


# --- what is read ---------------------------------------------------------------------------------


def line(record: Mapping[str, Any] = SAID, **changes: Any) -> str:  # noqa: ANN401 - any field
    """One line of JSON."""
    return json.dumps({**record, **changes}, ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{line()}\n", id="plain"),
        pytest.param(line(), id="no newline at the end"),
        pytest.param(f"{line()}\r\n", id="as Windows ends lines"),
        pytest.param(f"\n\n  \n{line()}\n\n", id="empty lines"),
        pytest.param(f"  {line()}\t\n", id="space around"),
        pytest.param(f"{line()}\n{line()}\n", id="twice"),
        pytest.param(line().replace("k", "\\u006b"), id="escaped"),
        pytest.param(line(entry="observation"), id="with its kind"),
        pytest.param(line(id=from_record(SAID).id), id="with its id"),
        pytest.param(line(population=" security\u00a0forces "), id="loosely spaced"),
        pytest.param(line(grade=None, since=None, recorded=None, credibility=None), id="nulls"),
        pytest.param(line(via=[], origin="", note="", url=""), id="empty"),
        pytest.param(line(unit="people", tally="cumulative", event=""), id="defaults"),
        pytest.param(line(reported="2022-01-07T10:56Z"), id="in another zone"),
    ],
)
def test_a_line_may_be_written_in_several_ways(text: str) -> None:
    assert read(text) == Ledger([from_record(SAID)])


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with its mark"])
@pytest.mark.parametrize("name", ["toll.jsonl", "toll.csv"])
def test_files_of_windows_are_read_too(tmp_path: Path, name: str, mark: bytes, ending: str) -> None:
    """With a byte-order mark, and with its line ends."""
    place = tmp_path / name
    dump([FIRST, LAST], place)
    text = place.read_text(encoding="utf-8").replace("\n", ending)
    place.write_bytes(mark + text.encode())
    assert load(place) == Ledger([FIRST, LAST])


@pytest.mark.parametrize(
    ("wording", "count"),
    [
        ("18 officers", Count.exactly(18)),
        ("more than 2,300", Count.more_than(2300)),
        ("dozens", Count.at_least(24)),
        ("no casualties", Count.exactly(0)),
    ],
)
@pytest.mark.parametrize("format", FORMATS)
def test_a_wording_alone_is_read_as_words(
    wording: str,
    count: Count,
    format: str,  # noqa: A002 - as `dump` has it
) -> None:
    record = {name: SAID[name] for name in ("outcome", "source", "as_of", "reported")}
    record["wording"] = wording
    cells = io.StringIO(newline="")
    writer = csv.DictWriter(cells, list(record))
    writer.writeheader()
    writer.writerow(record)
    text = cells.getvalue() if format == "csv" else line(record)
    [entry] = read(text, format)
    assert isinstance(entry, Observation)
    assert entry.figure == Figure.read(wording)
    assert entry.figure.count == count


def test_a_wording_is_read_with_the_table_that_is_given() -> None:
    record = {name: SAID[name] for name in ("outcome", "source", "as_of", "reported")}
    record["wording"] = "hundreds"
    cautious = Figure.read("hundreds", acled)
    assert cautious != Figure.read("hundreds")
    assert from_record(record, acled).figure == cautious
    assert read(line(record), words=acled).observations[0].figure == cautious
    [streamed] = stream(io.StringIO(line(record)), words=acled)
    assert isinstance(streamed, Observation)
    assert streamed.figure == cautious


def test_figures_that_are_given_are_kept_whatever_the_words() -> None:
    [entry] = read(line(wording="unknown", stated=None, low=3, high=None)).observations
    assert entry.figure == Figure("unknown", None, Count.at_least(3))


def test_a_format_that_is_given_outweighs_the_name(tmp_path: Path) -> None:
    place = tmp_path / "toll.txt"
    dump([FIRST], place, format="csv")
    assert load(place, format="csv") == Ledger([FIRST])
    assert place.read_text(encoding="utf-8").startswith("entry,id,")
    dump([FIRST], tmp_path / "toll.csv", format="jsonl")
    assert load(tmp_path / "toll.csv", format="jsonl") == Ledger([FIRST])


@pytest.mark.parametrize("name", ["toll", "toll.txt", "toll.json", "toll.jsonl.gz", ".csv", ""])
def test_a_name_without_a_known_ending_is_refused(name: str) -> None:
    for attempt in (load, lambda place: dump([], place), lambda place: list(stream(place))):
        with pytest.raises(ObservationError) as refusal:
            attempt(name)
        assert refusal.value.field == "format"
        assert repr(name) in str(refusal.value) or not name
        assert ".jsonl, .ndjson, .csv" in refusal.value.expected
    assert not Path(name or "toll").exists()


@pytest.mark.parametrize("format", ["json", "CSV", "", "xlsx", ".csv"])
def test_a_format_that_is_none_is_refused(format: str) -> None:  # noqa: A002 - as `dump` has it
    with pytest.raises(ObservationError, match=r"^format: expected "):
        load(io.StringIO(""), format=format)
    with pytest.raises(ObservationError, match=r"^format: expected "):
        dump([], io.StringIO(), format=format)


def test_a_file_that_is_not_there_is_pythons_own_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "toll.jsonl")
    with pytest.raises(FileNotFoundError):
        dump([FIRST], tmp_path / "no folder" / "toll.jsonl")


# --- faults of records ----------------------------------------------------------------------------

GONE = object()


class Fault(NamedTuple):
    """A record that cannot be read, why, and whether a schema can say so."""

    name: str
    changes: dict[str, Any]
    field: str
    phrase: str
    in_schema: bool = True
    of: dict[str, Any] = SAID

    @property
    def record(self) -> dict[str, Any]:
        """The whole record."""
        record = {**self.of, **self.changes}
        return {name: value for name, value in record.items() if value is not GONE}

    @property
    def value(self) -> object:
        """What the error is to quote."""
        return self.record.get(self.field)


SUN = "1900-06-01T12:00[Asia/Almaty]"
RECORD_FAULTS = [
    # fields that are missing, strange or of another kind of entry
    *(Fault(f"no {name}", {name: GONE}, name, "a value")
      for name in ("outcome", "wording", "source", "as_of", "reported")),
    *(Fault(f"no {name}", {name: GONE}, name, "a value", of=TOOK_BACK)
      for name in ("notice", "of", "by", "at")),
    Fault("no low", {"low": GONE}, "low", "a value"),
    Fault("no high", {"high": GONE}, "high", "a value"),
    Fault("stated alone", {"low": GONE, "high": GONE}, "low", "a value"),
    Fault("low alone", {"stated": GONE, "high": GONE}, "high", "a value"),
    Fault("high alone", {"stated": GONE, "low": GONE}, "low", "a value"),
    Fault("an unknown field", {"claimant": "x"}, "claimant", "a field of observations"),
    Fault("a field's name in capitals", {"Note": "x"}, "Note", "a field of observations"),
    Fault("an empty field name", {"": "x"}, "", "a field of observations"),
    Fault("a field of notices", {"by": "x"}, "by", "a field of observations"),
    Fault("a field of observations", {"via": ["x"]}, "via", "a field of notices", of=TOOK_BACK),
    Fault("an unknown entry", {"entry": "denial"}, "entry", "observation or notice"),
    Fault("an empty entry", {"entry": ""}, "entry", "observation or notice"),
    Fault("a null entry", {"entry": None}, "entry", "observation or notice"),
    Fault("a list for an entry", {"entry": ["notice"]}, "entry", "observation or notice"),
    # ids
    Fault("another's id", {"id": ID}, "id", "that of this content", in_schema=False),
    Fault("another's id of a notice", {"id": ID}, "id", "that of this content", in_schema=False,
          of=TOOK_BACK),
    Fault("an empty id", {"id": ""}, "id", "that of this content"),
    Fault("a null id", {"id": None}, "id", "that of this content"),
    Fault("a number for an id", {"id": 5}, "id", "that of this content"),
    Fault("an id in capitals", {"id": from_record(SAID).id.upper() + "F"}, "id", "of this content"),
    # text
    *(Fault(f"{value!r} for {name}", {name: value}, name, "text")
      for name in ("outcome", "population", "place", "event", "unit", "definition", "wording",
                   "source", "side", "origin", "url", "note")
      for value in (None, 5, ["x"])),
    *(Fault(f"{value!r} for {name}", {name: value}, name, "text", of=TOOK_BACK)
      for name in ("by", "by_side", "reason", "url", "instead")
      for value in (None, {"x": 1})),
    Fault("true for a note", {"note": True}, "note", "text"),
    Fault("an empty outcome", {"outcome": ""}, "outcome", "a few words"),
    Fault("an empty unit", {"unit": " "}, "unit", "a few words"),
    Fault("an empty source", {"source": "\n"}, "source", "a few words"),
    Fault("an empty wording", {"wording": " "}, "wording", "words"),
    Fault("an empty actor", {"by": ""}, "by", "a few words", of=TOOK_BACK),
    Fault("an invisible source", {"source": "\u200b"}, "source", "a few words", in_schema=False),
    *(Fault(f"{name} with {code!a}", {name: f"a{code}b"}, name, "without control characters")
      for name, code in (("note", "\x00"), ("source", "\x1b"), ("wording", "\x00"),
                         ("outcome", "\x7f"), ("event", "\ud800"), ("wording", "\udcff"),
                         ("origin", "\r"), ("note", "\x9b"))),
    Fault("a path with an empty step", {"place": "Kazakhstan//Almaty"}, "place", "single slashes"),
    Fault("a path that begins with a slash", {"population": "/police"}, "population", "single"),
    Fault("a path that ends with a slash", {"place": "Kazakhstan/"}, "place", "single slashes"),
    Fault("a script for an address", {"url": "javascript:alert(1)"}, "url", "starts with http"),
    Fault("an address with a space", {"url": "https://a b"}, "url", "starts with http"),
    Fault("an address without http", {"url": "example.org"}, "url", "starts with http",
          of=TOOK_BACK),
    Fault("an id for an origin", {"origin": ID}, "origin", "no observation's id"),
    # words of a few
    Fault("an unknown tally", {"tally": "total"}, "tally", "one of cumulative"),
    Fault("a tally in capitals", {"tally": "Stock"}, "tally", "one of cumulative"),
    Fault("an empty tally", {"tally": ""}, "tally", "one of cumulative"),
    Fault("a list for a tally", {"tally": []}, "tally", "one of cumulative"),
    Fault("an unknown kind", {"source_kind": "police"}, "source_kind", "one of official"),
    Fault("a null kind", {"source_kind": None}, "source_kind", "one of official"),
    Fault("an object for a kind", {"source_kind": {}}, "source_kind", "one of official"),
    Fault("an unknown kind of actor", {"by_kind": "x"}, "by_kind", "one of official",
          of=TOOK_BACK),
    Fault("an unknown notice", {"notice": "apology"}, "notice", "one of retraction", of=TOOK_BACK),
    Fault("a null notice", {"notice": None}, "notice", "one of retraction", of=TOOK_BACK),
    Fault("grade G", {"grade": "G"}, "grade", "one letter of ABCDEF"),
    Fault("a small grade", {"grade": "a"}, "grade", "one letter of ABCDEF"),
    Fault("an empty grade", {"grade": ""}, "grade", "one letter of ABCDEF"),
    Fault("a list for a grade", {"grade": []}, "grade", "one letter of ABCDEF"),
    Fault("an object for a grade", {"by_grade": {}}, "by_grade", "one letter", of=TOOK_BACK),
    *(Fault(f"credibility {value!r}", {"credibility": value}, "credibility", "from 1 to 6",
            in_schema=value != 1.0)
      for value in (0, 7, -1, 1.5, "1", [1], 10**30)),
    Fault("credibility true", {"credibility": True}, "credibility", "from 1 to 6"),
    Fault("credibility 1.0", {"credibility": 1.0}, "credibility", "from 1 to 6", in_schema=False),
    # numbers
    *(Fault(f"{name} {value!r}", {name: value}, name, "whole number")
      for name in ("stated", "low", "high")
      for value in (True, "18", -1, 18.5, LARGEST + 1, 10**30, [18], {})),
    *(Fault(f"{name} 18.0", {name: 18.0}, name, "whole number", in_schema=False)
      for name in ("stated", "low", "high")),
    Fault("a null low", {"low": None}, "low", "whole number"),
    Fault("low above high", {"low": 19}, "high", "no smaller than low, 19", in_schema=False),
    Fault("words without a count", {"wording": "unknown", "stated": GONE, "low": GONE,
                                    "high": GONE}, "wording", "words", in_schema=False),
    Fault("words with two counts", {"wording": "18 or 20 of 30", "stated": GONE, "low": GONE,
                                    "high": GONE}, "wording", "count", in_schema=False),
    # lists
    *(Fault(f"{value!r} for relays", {"via": value}, "via", "a list of names")
      for value in ("TASS", None, 5, {"0": "TASS"}, [5], ["TASS", None], [["TASS"]])),
    Fault("an empty relay", {"via": ["TASS", ""]}, "via", "a few words"),
    *(Fault(f"about {value!r}", {"of": value}, "of", "a list of names", of=TOOK_BACK)
      for value in ("x", None, 5, [5], {"x": 1})),
    Fault("about nothing", {"of": []}, "of", "at least one id or origin", of=TOOK_BACK),
    Fault("about nothing named", {"of": [" "]}, "of", "a few words", of=TOOK_BACK),
    # moments
    *(Fault(f"{name} {value!r}", {name: value}, name, "")
      for name in ("as_of", "reported", "recorded")
      for value in (20220107, ["2022"], "", "2022-01-07", "2022-01-07T16:56", "7 January 2022",
                    "2022-01-07T24:00Z", "2022-13-07[UTC]", "2022-01-07T16:56:60Z",
                    "1899-01-01[UTC]", "2022-01-07T16:56UTC+6", "2022-01-07[EST]",
                    "2022-01-07+06:00", "2022-01-07T16:56-00:00", "2022-01-07T16:56+15:00",
                    " 2022-01-07[UTC]", "2022-01-07[" + "A" * 60 + "/x]",
                    "２０２２-01-07[UTC]")),
    *(Fault(f"as of {value!r}", {"as_of": value}, "as_of", "", in_schema=False)
      for value in ("2022-02-30[UTC]", "2022-01-07[Asia/Astana]", SUN,
                    "2022-11-06T01:30[America/New_York]", "2022-03-13T02:30[America/New_York]",
                    "2022-01-07T16:56+05:00[Asia/Almaty]")),
    Fault("a null moment", {"as_of": None}, "as_of", "plain characters"),
    Fault("a bad moment of a notice", {"at": "9 January"}, "at", "a moment such as", of=TOOK_BACK),
    Fault("true of tomorrow", {"as_of": "2022-01-08[Asia/Almaty]"}, "as_of", "no later than",
          in_schema=False),
    Fault("a window of a total", {"since": "2022-01-06[UTC]"}, "since", "none, since the tally"),
    Fault("a window of a stock", {"since": "2022-01-06[UTC]", "tally": "stock"}, "since", "none"),
    Fault("a window that opens late", {"since": "2022-01-09[UTC]", "tally": "increment"}, "since",
          "no later than as_of", in_schema=False),
    # corrections
    Fault("a correction to nothing", {"notice": "correction", "instead": ""}, "instead",
          "an observation's id", of=TOOK_BACK),
    Fault("a correction to a label", {"notice": "correction", "instead": "x"}, "instead",
          "an observation's id", of=TOOK_BACK),
    Fault("a correction to itself", {"notice": "correction", "of": [ID], "instead": ID}, "instead",
          "another observation", in_schema=False, of=TOOK_BACK),
    Fault("a retraction with a correction", {"instead": ID}, "instead", "none for anything else",
          of=TOOK_BACK),
]  # fmt: skip
FAULT_NAMES = [fault.name for fault in RECORD_FAULTS]


@pytest.mark.parametrize("fault", RECORD_FAULTS, ids=FAULT_NAMES)
def test_a_record_that_cannot_be_read_is_refused_by_its_field(fault: Fault) -> None:
    with pytest.raises(FieldError) as refusal:
        from_record(fault.record)
    assert refusal.value.field == fault.field
    assert fault.phrase in refusal.value.expected
    if fault.phrase != "a value":
        given = fault.value
        whole = refusal.value.value == given
        part = isinstance(given, str | list) and refusal.value.value in given
        assert whole or part  # a moment may be blamed for its zone, a list for one of its names
    assert str(refusal.value).startswith(f"{fault.field}: expected ")


@pytest.mark.parametrize("fault", RECORD_FAULTS, ids=FAULT_NAMES)
def test_a_fault_is_named_with_its_line_and_the_good_lines_come_through(
    fault: Fault, tmp_path: Path
) -> None:
    place = tmp_path / "toll.jsonl"
    lines = [json.dumps(to_record(FIRST)), json.dumps(fault.record), json.dumps(to_record(LAST))]
    place.write_text("\n".join(lines), encoding="utf-8")
    first, found, last = stream(place)
    assert (first, last) == (FIRST, LAST)
    assert isinstance(found, RecordError)
    assert (found.file, found.line, found.field) == (str(place), 2, fault.field)
    with pytest.raises(FieldError) as alone:
        from_record(json.loads(lines[1]))
    assert (found.value, found.expected) == (alone.value.value, alone.value.expected)
    assert str(found).startswith(f"{place}:2: {fault.field}: expected ")
    with pytest.raises(RecordsError) as refusal:
        load(place)
    assert refusal.value.faults == (found,)


def test_all_faults_of_a_file_are_given_at_once(tmp_path: Path) -> None:
    place = tmp_path / "toll.jsonl"
    lines = [json.dumps(fault.record) for fault in RECORD_FAULTS]
    place.write_text("\n\n".join(lines), encoding="utf-8")
    with pytest.raises(RecordsError) as refusal:
        load(place)
    faults = refusal.value.faults
    assert [fault.field for fault in faults] == [fault.field for fault in RECORD_FAULTS]
    assert [fault.line for fault in faults] == list(range(1, 2 * len(lines), 2))
    assert str(refusal.value).startswith(f"{len(lines)} records cannot be read:\n  {place}:1: ")
    assert str(refusal.value).count("\n") == len(lines)


def test_what_was_read_before_does_not_make_its_look_alike_good() -> None:
    """1, 1.0 and true are equal as keys, and a reader keeps what it has built."""
    good = line(wording="one", stated=1, low=1, high=1)
    for name in ("stated", "low", "high"):
        for value in (True, 1.0):
            bad = line(**{"wording": "one", "stated": 1, "low": 1, "high": 1, name: value})
            first, found, last = stream(io.StringIO(f"{good}\n{bad}\n{good}\n"))
            assert isinstance(found, RecordError)
            assert (found.field, first) == (name, last)


def test_a_wording_refuses_the_control_characters_that_all_text_refuses() -> None:
    with pytest.raises(FieldError, match=r"^wording: .*control characters"):
        from_record({**SAID, "wording": "18\x9b31m officers"})


@pytest.mark.parametrize("value", [None, "text", 5, ["x"], [("outcome", "killed")], True], ids=repr)
def test_a_record_is_an_object_of_named_fields(value: object) -> None:
    with pytest.raises(ObservationError, match=r"^record: expected an object of named fields"):
        from_record(value)


def test_a_record_may_be_any_mapping_with_tuples_for_lists() -> None:
    class Row(Mapping[str, Any]):
        def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as a row has it
            return {**SAID, "via": ("TASS",)}[name]

        def __iter__(self) -> Iterator[str]:
            return iter({**SAID, "via": ()})

        def __len__(self) -> int:
            return len(SAID) + 1

    assert from_record(Row()) == from_record({**SAID, "via": ["TASS"]})


def test_a_record_is_not_changed_by_reading_it() -> None:
    record = {**SAID, "via": ["TASS"]}
    before = json.dumps(record)
    from_record(record)
    assert json.dumps(record) == before


# --- faults of JSON Lines -------------------------------------------------------------------------

LINE_FAULTS = [
    ("no JSON", "killed: 18", "record", "JSON (Expecting value"),
    ("cut off", line()[:-2], "record", "JSON (Invalid control character"),
    ("cut off in a name", line()[: len(line()) // 2], "record", "JSON ("),
    ("no closing brace", line()[:-1], "record", "JSON (Expecting"),
    ("two objects", line() + line(), "record", "JSON (Extra data"),
    ("single quotes", line().replace('"', "'"), "record", "JSON (Expecting"),
    ("a comma too many", line()[:-1] + ",}", "record", "JSON ("),
    ("a comment", line() + " // first", "record", "JSON (Extra data"),
    ("a name without quotes", "{outcome: 1}", "record", "JSON (Expecting"),
    ("a list", "[" + line() + "]", "record", "an object of named fields"),
    ("text", '"18 officers"', "record", "an object of named fields"),
    ("a number", "18", "record", "an object of named fields"),
    ("null", "null", "record", "an object of named fields"),
    ("true", "true", "record", "an object of named fields"),
    ("an empty object", "{}", "outcome", "a value"),
    ("NaN", '{"low": NaN}', "record", "a whole number or null"),
    ("Infinity", '{"low": Infinity}', "record", "a whole number or null"),
    ("minus Infinity", '{"low": -Infinity}', "record", "a whole number or null"),
    ("NaN alone", "NaN", "record", "a whole number or null"),
    ("the same field twice", line()[:-1] + ', "low": 19}', "low", "stands only once"),
    ("the same field twice alike", line()[:-1] + ', "low": 18}', "low", "stands only once"),
    ("a field twice, once escaped", line()[:-1] + ', "l\\u006fw": 1}', "low", "stands only once"),
    ("a field twice further in", '{"note": {"a": 1, "a": 2}}', "a", "stands only once"),
    ("4,301 digits", f'{{"low": {"9" * 4301}}}', "record", "numbers of a few digits"),
    ("100,000 brackets", "[" * 100_000, "record", "no deep nesting"),
    ("100,000 braces", '{"a":' * 100_000, "record", "no deep nesting"),
    (
        "900 brackets in a field",
        line()[:-1] + f', "note": {"[" * 900}{"]" * 900}}}',
        "note",
        "text",
    ),
    ("a lone surrogate", line()[:-1] + ', "note": "\\ud800"}', "note", "lone surrogates"),
    ("a lone low surrogate", line()[:-1] + ', "via": ["\\udc00"]}', "via", "lone surrogates"),
    ("an escaped NUL", line()[:-1] + ', "note": "\\u0000"}', "note", "control characters"),
    ("a bare NUL", line()[:-1] + ', "note": "\x00"}', "record", "Invalid control character"),
    ("a bare tab", line()[:-1] + ', "note": "\t"}', "record", "Invalid control character"),
    ("a bad escape", line()[:-1] + ', "note": "\\x"}', "record", "Invalid \\escape"),
    ("half an escape", line()[:-1] + ', "note": "\\u00"}', "record", "Invalid \\uXXXX"),
    ("a mark in the middle", "\ufeff" + line(), "record", "JSON ("),
    ("a number with a plus", '{"low": +1}', "record", "JSON ("),
    ("a number with zeros before", '{"low": 018}', "record", "JSON ("),
    ("a number in hexadecimal", '{"low": 0x12}', "record", "JSON ("),
    ("an Arabic number", '{"low": ١٨}', "record", "JSON ("),
    ("a number like 1e400", line(low=0).replace('"low": 0', '"low": 1e400'), "low", "whole number"),
    ("a million characters", "x" * 1_000_000, "record", "JSON ("),
    ("a page of HTML", "<!doctype html>", "record", "JSON ("),
]


@pytest.mark.parametrize(
    ("text", "field", "phrase"),
    [row[1:] for row in LINE_FAULTS],
    ids=[row[0] for row in LINE_FAULTS],
)
def test_a_line_that_cannot_be_read_is_named(text: str, field: str, phrase: str) -> None:
    lines = f"{json.dumps(to_record(FIRST))}\n{text}\n\n{json.dumps(to_record(LAST))}"
    first, found, last = stream(io.StringIO(lines))
    assert (first, last) == (FIRST, LAST)
    assert isinstance(found, RecordError)
    assert (found.file, found.line, found.field) == ("input", 2, field)
    assert phrase in found.expected
    assert len(str(found)) < 1000
    assert "\n" not in str(found)


@pytest.mark.parametrize("text", ['{"outcome": "k\tilled"}', '{"outcome": "killed'])
def test_a_fault_of_json_reads_as_a_sentence(text: str) -> None:
    [fault] = stream(io.StringIO(text))
    assert " column " in str(fault)
    assert " at," not in str(fault)
    assert " at at " not in str(fault)


@pytest.mark.parametrize(
    ("bytes_in", "field"),
    [
        (b'{"outcome": "k\xffilled"}', "outcome"),
        (b'{"outcome": "\xed\xa0\x80"}', "outcome"),
        (b'{"outcome": "\xc0\x80"}', "outcome"),
        (b'{"outcome": "\xf5\x80\x80\x80"}', "outcome"),
        (b"\xff\xfe", "record"),
        (b"\x80", "record"),
        ("{}".encode("utf-16"), "record"),
    ],
    ids=repr,
)
def test_bytes_that_are_no_utf_8_are_refused_where_they_stand(
    tmp_path: Path, bytes_in: bytes, field: str
) -> None:
    place = tmp_path / "toll.jsonl"
    good = [json.dumps(to_record(entry)).encode() for entry in (FIRST, LAST)]
    place.write_bytes(b"\n".join([good[0], bytes_in, good[1]]))
    items = list(stream(place))
    assert [item for item in items if not isinstance(item, RecordError)] == [FIRST, LAST]
    faults = [item for item in items if isinstance(item, RecordError)]
    assert {(fault.line, fault.field) for fault in faults} == {(2, field)}
    assert str(faults[0]).isascii()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1251"])
@pytest.mark.parametrize("name", ["toll.jsonl", "toll.csv"])
def test_a_file_in_another_encoding_is_refused_not_misread(
    tmp_path: Path, name: str, encoding: str
) -> None:
    place = tmp_path / name
    dump([from_record({**SAID, "source": "МВД"})], place)
    place.write_bytes(place.read_text(encoding="utf-8").encode(encoding))
    with pytest.raises(RecordsError):
        load(place)


# --- faults of CSV --------------------------------------------------------------------------------

HEADER = "outcome,wording,stated,low,high,source,as_of,reported,via,note"
ROW = "killed,18 officers,18,18,18,x,2022-01-07[UTC],2022-01-07[UTC],TASS,{}"
GOOD, BAD = ROW.format("first"), ROW.format("last")


def row(**cells: str) -> str:
    """One row of CSV, with some of its cells changed."""
    values = dict(zip(HEADER.split(","), ROW.format("x").split(","), strict=True))
    return ",".join({**values, **cells}.values())


CSV_FAULTS = [
    ("too few cells", "killed,18 officers", "row", "10 cells, one a column"),
    ("too many cells", row() + ",x", "row", "10 cells, one a column"),
    ("one cell of nothing", '""', "row", "10 cells, one a column"),
    ("cells of nothing", "," * 9, "outcome", "a value"),
    ("text after a quote", row(note='"a"b'), "row", "quoted or plain cells"),
    ("a float", row(low="18.0"), "low", "plain digits"),
    ("a minus", row(low="-18"), "low", "plain digits"),
    ("a plus", row(low="+18"), "low", "plain digits"),
    ("a space", row(low=" 18"), "low", "plain digits"),
    ("an underscore", row(stated="1_8"), "stated", "plain digits"),
    ("a comma", row(stated='"1,800"'), "stated", "plain digits"),
    ("an Arabic digit", row(stated="١٨"), "stated", "plain digits"),
    ("a superscript", row(stated="1²"), "stated", "plain digits"),
    ("an exponent", row(high="1e3"), "high", "plain digits, or open"),
    ("NaN", row(high="NaN"), "high", "plain digits, or open"),
    ("null", row(high="null"), "high", "plain digits, or open"),
    ("OPEN", row(high="OPEN"), "high", "plain digits, or open"),
    ("20 digits", row(low="0" * 20), "low", "plain digits"),
    ("2**63", row(low=str(LARGEST + 1)), "low", "whole number"),
    ("a low end that is open", row(low="open"), "low", "plain digits"),
    ("no high end", row(high=""), "high", "a value"),
    ("no low end", row(low=""), "low", "a value"),
    ("no wording", row(wording=""), "wording", "a value"),
    ("no source", row(source=""), "source", "a value"),
    ("only a guard", row(source="'"), "source", "a value"),
    ("ends that cross", row(low="19"), "high", "no smaller than low"),
    ("an empty relay", row(via="TASS | "), "via", "a few words"),
    ("no moment", row(as_of="7 January 2022"), "as_of", "a moment such as"),
    ("a NUL", row(note="a\x00b"), "note", "control characters"),
    ("a bell", row(note="a\x07b"), "note", "control characters"),
    ("a carriage return", row(note='"a\rb"'), "note", "control characters"),
]


@pytest.mark.parametrize(
    ("text", "field", "phrase"), [one[1:] for one in CSV_FAULTS], ids=[one[0] for one in CSV_FAULTS]
)
def test_a_row_that_cannot_be_read_is_named(text: str, field: str, phrase: str) -> None:
    lines = f"{HEADER}\r\n{GOOD}\r\n{text}\r\n\r\n{BAD}\r\n"
    first, found, last = stream(io.StringIO(lines, newline=""), format="csv")
    assert [first, last] == list(stream(io.StringIO(f"{HEADER}\n{GOOD}\n{BAD}"), format="csv"))
    assert isinstance(found, RecordError)
    assert (found.file, found.line, found.field) == ("input", 3, field)
    assert phrase in found.expected


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("outcome,claimant", "claimant"),
        ("outcome,outcome", "outcome"),
        ("Outcome", "Outcome"),
        ("outcome;wording;source", "outcome;wording;source"),
        (" outcome", " outcome"),
        (ROW, "killed"),
        ("{}", "{}"),
    ],
    ids=repr,
)
def test_a_header_of_strange_columns_is_refused(header: str, named: str) -> None:
    with pytest.raises(RecordsError) as refusal:
        read(f"{header}\n{GOOD}\n", "csv")
    [fault] = refusal.value.faults
    assert (fault.line, fault.field) == (1, "header")
    assert named in fault.value
    assert "outcome, population" in fault.expected


@pytest.mark.parametrize("before", ["\n", "\r\n\r\n"], ids=repr)
def test_empty_lines_before_the_header_say_nothing(before: str) -> None:
    assert read(f"{before}{HEADER}\n{GOOD}\n", "csv") == read(f"{HEADER}\n{GOOD}\n", "csv")


def test_a_quote_that_is_never_closed_is_named_where_it_opens() -> None:
    items = list(
        stream(io.StringIO(f"{HEADER}\n{GOOD}\n{row(note=chr(34) + 'a')}\n{BAD}\n"), format="csv")
    )
    assert isinstance(items[0], Observation)
    [fault] = items[1:]
    assert isinstance(fault, RecordError)
    assert (fault.line, fault.field) == (3, "row")
    assert "quoted or plain cells" in fault.expected


def test_lines_of_a_note_are_counted_as_lines_of_the_file() -> None:
    text = f"{HEADER}\n{row(note=chr(34) + 'a' + chr(10) + 'b' + chr(34))}\n{row(low='x')}\n"
    good, fault = stream(io.StringIO(text), format="csv")
    assert isinstance(good, Observation)
    assert good.note == "a\nb"
    assert isinstance(fault, RecordError)
    assert fault.line == 4


def test_a_note_of_any_length_comes_back() -> None:
    long = from_record({**SAID, "note": "x" * 140_000})
    assert read(written([long], "csv"), "csv") == Ledger([long])


def test_a_cell_that_is_too_long_is_a_fault_and_reading_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cells, "_WIDEST_CELL", 1000)
    before = csv.field_size_limit(1000)
    text = f"{HEADER}\n{row(note='x' * 1001)}\n{GOOD}\n"
    try:
        fault, good = stream(io.StringIO(text), format="csv")
    finally:
        csv.field_size_limit(before)
    assert isinstance(good, Observation)
    assert isinstance(fault, RecordError)
    assert (fault.line, fault.field) == (2, "row")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("TASS", ("TASS",)),
        ("Khabar 24 | AP", ("Khabar 24", "AP")),
        ("Khabar 24|AP", ("Khabar 24", "AP")),
        ("a\\|b | c", ("a|b", "c")),
        ("a\\\\ | b", ("a\\", "b")),
        ("'=a | =b", ("=a", "=b")),
        ("'''a", ("''a",)),
        ("", ()),
        ("'", ()),
    ],
)
def test_a_list_in_a_cell_is_parted_at_bare_bars(cell: str, names: tuple[str, ...]) -> None:
    [entry] = stream(io.StringIO(f"{HEADER}\n{row(via=cell)}\n"), format="csv")
    assert isinstance(entry, Observation)
    assert entry.via == names


@given(st.text(max_size=200), st.sampled_from(FORMATS))
def test_any_text_is_read_or_refused_within_the_error_tree(
    text: str,
    format: str,  # noqa: A002 - as `load` has it
) -> None:
    try:
        read(text, format)
    except RecordsError as refusal:
        assert str(refusal)  # noqa: PT017 - most texts are refused, and any may be read


@given(
    st.dictionaries(
        st.sampled_from((*COLUMNS, "other")),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2)
            ),
            max_leaves=3,
        ),
    ),
    st.sampled_from((SAID, TOOK_BACK)),
)
def test_any_record_is_read_or_refused_within_the_error_tree(
    changes: dict[str, Any], base: dict[str, Any]
) -> None:
    record = {**base, **changes}
    try:
        entry = from_record(record)
    except KazfiguresError as refusal:
        assert str(refusal)  # noqa: PT017 - most records are refused, and any may be read
    else:
        assert from_record(to_record(entry)) == entry


# --- streams --------------------------------------------------------------------------------------


class Endless:
    """A file that never ends, and knows how many lines were taken from it."""

    name = "endless.log"

    def __init__(self, *lines: str) -> None:
        self.lines = itertools.chain(lines[:-1], itertools.repeat(lines[-1]))
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.taken += 1
        return next(self.lines)


@pytest.mark.parametrize(
    ("lines", "format"),
    [((line() + "\n",), "jsonl"), ((HEADER + "\n", GOOD + "\n"), "csv")],
    ids=FORMATS,
)
def test_an_endless_file_is_read_as_it_comes(lines: tuple[str, ...], format: str) -> None:  # noqa: A002
    file = Endless(*lines)
    some = list(itertools.islice(stream(file, format=format), 3))
    assert len(some) == 3
    assert len(set(some)) == 1
    assert file.taken <= len(lines) + 3


def test_a_fault_of_a_stream_is_named_by_the_streams_name() -> None:
    [fault] = itertools.islice(stream(Endless("x\n")), 1)
    assert isinstance(fault, RecordError)
    assert (fault.file, fault.line) == ("endless.log", 1)


def test_a_pipe_is_read_while_it_is_written() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as pipe, os.fdopen(writing, "w") as end:
        entries = stream(pipe)
        for entry in (FIRST, LAST):
            dump([entry], end)
            end.flush()
            assert next(entries) == entry


def test_a_stream_that_is_given_stays_open() -> None:
    file = io.StringIO()
    dump([FIRST], file)
    dump([LAST], file)
    file.seek(0)
    assert load(file) == Ledger([FIRST, LAST])
    assert not file.closed


def test_writing_takes_entries_one_by_one() -> None:
    file = io.StringIO()

    def entries() -> Iterator[Entry]:
        for number in range(3):
            assert file.getvalue().count("\n") == number
            yield FIRST

    dump(entries(), file)


def test_a_reader_forgets_what_it_built_before_it_holds_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "_MOST_KEPT", 2)
    assert texts(read(written(HOSTILE, "jsonl"))) == texts(HOSTILE)


@pytest.mark.parametrize("was_on", [True, False])
def test_loading_leaves_the_collector_as_it_was(
    was_on: bool,  # noqa: FBT001 - a table's column
) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        read(line())
        assert gc.isenabled() is was_on
        with pytest.raises(RecordsError):
            read("x")
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_corrections_that_run_in_a_circle_are_no_ledger() -> None:
    circle = [
        line(TOOK_BACK, notice="correction", of=[one], instead=other)
        for one, other in ((ID, "f" * 16), ("f" * 16, ID))
    ]
    assert len(list(stream(io.StringIO("\n".join(circle))))) == 2
    with pytest.raises(LedgerError, match="circle"):
        read("\n".join(circle))


# --- whole or not at all --------------------------------------------------------------------------

OLD = "the old file\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A file that is there already."""
    place = tmp_path / "toll.jsonl"
    place.write_text(OLD, encoding="utf-8")
    return place


def assert_untouched(place: Path) -> None:
    """The old file is whole, and nothing lies beside it."""
    assert place.read_text(encoding="utf-8") == OLD
    assert names_in(place.parent) == [place.name]


class Interruption(BaseException):
    """What stops a program: no Exception, as a KeyboardInterrupt is none."""


@pytest.mark.parametrize("kind", [ValueError, OSError, KeyboardInterrupt, Interruption])
@pytest.mark.parametrize("after", [0, 1, 2, 500])
def test_entries_that_fail_in_the_middle_leave_the_old_file(
    place: Path, kind: type[BaseException], after: int
) -> None:
    def entries() -> Iterator[Entry]:
        yield from [FIRST] * after
        raise kind

    with pytest.raises(kind):
        dump(entries(), place)
    assert_untouched(place)
    place.unlink()
    with pytest.raises(kind):
        dump(entries(), place)
    assert names_in(place.parent) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_at_the_end_leaves_the_old_file(
    place: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail)
        with pytest.raises(OSError, match="No space left"):
            dump([FIRST], place)
    assert_untouched(place)
    dump([FIRST], place)
    assert load(place) == Ledger([FIRST])


FULL_DISK = """
import os, resource, sys
from pathlib import Path
from kazfigures import dump, load, stream
place, source = Path(sys.argv[1]), sys.argv[2]
entries = list(load(source))
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
old, failed = place.read_bytes(), 0
for room in range(0, 10**7, 4096):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        dump(entries, place)
    except OSError as error:
        failed += 1
        assert place.read_bytes() == old, "the old file was touched"
        assert os.listdir(place.parent) == [place.name], "something was left behind"
    else:
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
assert list(load(place)) == entries
print(failed)
"""


def run(program: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start another Python on a program."""
    return subprocess.Popen(  # noqa: S603 - this very Python, on a program of this file
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONUTF8": "1"},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is of Unix")
def test_a_disk_that_is_full_leaves_the_old_file_wherever_the_writing_stops(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give the file room for 0, 4, 8, ... kB until writing it passes."""
    source = tmp_path_factory.mktemp("source") / "source.jsonl"
    dump(HOSTILE, source)
    size = source.stat().st_size
    program = run(FULL_DISK, place, source)
    said, errors = program.communicate(timeout=60)
    assert program.returncode == 0, errors
    assert int(said) == -(-size // 4096)


KILLED = """
import sys, time
from kazfigures import dump, load
def entries():
    for entry in load(sys.argv[2]):
        for _ in range(200):
            yield entry
    print("half way", flush=True)
    time.sleep(60)
dump(entries(), sys.argv[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")
def test_a_program_killed_in_the_middle_leaves_the_old_file(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("source") / "source.jsonl"
    dump([FIRST, LAST], source)
    program = run(KILLED, place, source)
    assert program.stdout is not None
    assert program.stdout.readline() == "half way\n"
    program.send_signal(signal.SIGKILL)
    program.communicate(timeout=60)
    assert program.returncode == -signal.SIGKILL
    assert place.read_text(encoding="utf-8") == OLD
    assert [one.name for one in place.parent.iterdir() if not one.name.startswith(".")] == [
        place.name
    ]
    dump([FIRST], place)
    assert load(place) == Ledger([FIRST])


def name_beside(place: Path) -> Path:
    """The name under which a file is written before it takes its place."""
    found: list[Path] = []

    def entries() -> Iterator[Entry]:
        found.extend(one for one in place.parent.iterdir() if one != place)
        yield FIRST

    dump(entries(), place)
    [beside] = found
    return beside


def test_what_a_killed_program_left_behind_does_not_stop_the_next(place: Path) -> None:
    beside = name_beside(place)
    beside.write_text("half of it", encoding="utf-8")
    dump([FIRST], place)
    assert load(place) == Ledger([FIRST])


def test_two_writers_of_one_process_do_not_spoil_each_other(place: Path) -> None:
    """As two requests of one server would; the last to finish is the one that stays."""

    def entries() -> Iterator[Entry]:
        yield FIRST
        dump([LAST], place)
        assert load(place) == Ledger([LAST])

    dump(entries(), place)
    assert load(place) == Ledger([FIRST])
    assert names_in(place.parent) == [place.name]


@pytest.mark.parametrize(
    "entry", [None, 5, "18 officers", SAID], ids=lambda one: type(one).__name__
)
def test_what_is_no_entry_is_refused_and_the_old_file_stays(place: Path, entry: object) -> None:
    with pytest.raises(KazfiguresError):
        dump([FIRST, entry], place)
    assert_untouched(place)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o660])
def test_a_file_keeps_its_mode(place: Path, mode: int) -> None:
    place.chmod(mode)
    dump([FIRST], place)
    assert stat.S_IMODE(place.stat().st_mode) == mode


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    dump([FIRST], tmp_path / "toll.jsonl")
    assert (tmp_path / "toll.jsonl").stat().st_mode == other.stat().st_mode


@pytest.mark.parametrize("absolute", [True, False])
def test_a_link_stays_a_link_and_what_it_points_to_is_written(
    tmp_path: Path,
    absolute: bool,  # noqa: FBT001 - a table's column
) -> None:
    real = tmp_path / "data" / "toll.jsonl"
    real.parent.mkdir()
    link = tmp_path / "link.jsonl"
    link.symlink_to(real if absolute else "data/toll.jsonl")
    for entry in (FIRST, LAST):  # first where nothing is yet, then over a file
        dump([entry], link)
        assert link.is_symlink()
        assert load(real) == load(link) == Ledger([entry])
    assert names_in(real.parent) == [real.name]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with names are of Unix")
def test_what_is_no_file_is_refused_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe.jsonl", tmp_path / "folder.jsonl"
    os.mkfifo(pipe)
    folder.mkdir()
    for target in (pipe, folder):
        with pytest.raises(ObservationError) as refusal:
            dump([FIRST], target)
        assert (refusal.value.field, refusal.value.value) == ("target", str(target))
    assert pipe.is_fifo()
    assert folder.is_dir()
    assert names_in(tmp_path) == ["folder.jsonl", "pipe.jsonl"]


def test_a_file_may_be_read_into_itself(place: Path) -> None:
    dump([FIRST, LAST], place)
    dump(stream(place), place)
    assert load(place) == Ledger([FIRST, LAST])


def test_a_file_is_extended_by_what_it_does_not_hold(tmp_path: Path) -> None:
    """Its lines stay as they are, whatever form they have; an entry given twice is added once."""
    place = tmp_path / "toll.jsonl"
    assert extend(place, [FIRST]) == (FIRST,)
    odd = place.read_text(encoding="utf-8").replace(", ", ",  ").rstrip("\n")
    place.write_text(f"\n{odd}", encoding="utf-8")
    assert extend(place, [FIRST, LAST, LAST]) == (LAST,)
    assert load(place) == Ledger([FIRST, LAST])
    assert place.read_text(encoding="utf-8").startswith(f"\n{odd}\n")


def test_a_file_to_which_nothing_is_added_is_not_written(tmp_path: Path) -> None:
    place = tmp_path / "toll.jsonl"
    assert extend(place, []) == ()
    assert names_in(tmp_path) == []


def test_what_cannot_be_added_leaves_the_file_as_it_was(place: Path) -> None:
    """A file with faults, an entry that is none, and what is no JSON Lines."""
    with pytest.raises(RecordsError):
        extend(place, [FIRST])
    assert_untouched(place)
    with pytest.raises(LedgerError):
        extend(place.with_name("new.jsonl"), [FIRST, "x"])
    with pytest.raises(ObservationError, match=r"ends in \.jsonl"):
        extend(place.with_name("toll.csv"), [FIRST])
    assert_untouched(place)


def test_a_correction_that_would_close_a_circle_is_not_added(tmp_path: Path) -> None:
    place = tmp_path / "toll.jsonl"
    one, other = (
        from_record(json.loads(line(TOOK_BACK, notice="correction", of=[of], instead=instead)))
        for of, instead in ((ID, "f" * 16), ("f" * 16, ID))
    )
    extend(place, [one])
    with pytest.raises(LedgerError, match="circle"):
        extend(place, [other])
    assert list(load(place)) == [one]


def test_a_path_may_be_text_or_a_path(tmp_path: Path) -> None:
    dump([FIRST], str(tmp_path / "toll.csv"))
    assert load(str(tmp_path / "toll.csv")) == load(tmp_path / "toll.csv") == Ledger([FIRST])


# --- real data ------------------------------------------------------------------------------------


def test_the_record_of_january_2022_comes_back_from_csv(tmp_path: Path) -> None:
    ledger = load(Path(__file__).parent.parent.parent / "docs/examples/kazakhstan-2022.jsonl")
    assert len(ledger) > 100
    dump(ledger, tmp_path / "toll.csv")
    assert texts(load(tmp_path / "toll.csv")) == texts(ledger)


def test_the_reports_that_were_noted_by_hand_come_through_a_record(shared_data: Path) -> None:
    noted = (shared_data / "kazakhstan-2022.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [one for one in map(json.loads, noted) if one["low"] is not None and one["reported"]]
    assert len(rows) > 100
    for one in rows:
        figure = Figure(one["wording"], None, Count(one["low"], one["high"]))
        day = f"{one['reported'][:10]}[Asia/Almaty]"
        said = Observation(Measure(one["outcome"]), figure, one["claimant"], day, day)
        assert from_record(to_record(said)) == said


def test_the_tables_of_fields_are_those_of_the_values() -> None:
    assert len(set(OBSERVATION_FIELDS)) == len(OBSERVATION_FIELDS)
    assert len(set(NOTICE_FIELDS)) == len(NOTICE_FIELDS)
    assert set(COLUMNS) == {*OBSERVATION_FIELDS, *NOTICE_FIELDS}
    measure = {field.name for field in attrs.fields(Measure)}
    assert measure < set(OBSERVATION_FIELDS)
    plain_fields = {field.name for field in attrs.fields(Observation)} - {"measure", "figure"}
    assert plain_fields < set(OBSERVATION_FIELDS)
    assert {field.name for field in attrs.fields(Notice)} - {"kind"} < set(NOTICE_FIELDS)
