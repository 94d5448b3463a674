"""The command line: what each command answers, in which form, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

import kazfigures
from kazfigures.__main__ import main
from kazfigures.cli import inputs, program
from kazfigures.cli.tables import Column, Sheet, as_table
from kazfigures.exchange.records import load, stream, to_record
from kazfigures.exchange.vocabularies.claims import to_claims
from kazfigures.exchange.vocabularies.hxl import load_hxl
from kazfigures.exchange.vocabularies.packages import read_package
from kazfigures.exchange.vocabularies.provenance import to_prov
from kazfigures.exchange.vocabularies.statements import to_statements
from kazfigures.observations import Entry, Observation
from kazfigures.rules.practices import PRACTICES
from kazfigures.rules.reconciling import NAMED, RULES
from kazfigures.wording import WORD_TABLES, plain

TABLE = """\
Rule house: what claimants' last words allow together, older cumulative ones as floors; the middle
of all their ends where they differ.

Measure
  As of: Claimants used                               Range        Best  Status    Used  Set aside
--------------------------------------------------------------------------------------------------
killed, security forces, Kazakhstan                   16             16  agreed       2          1
  9 January 2022: Commandant; Interior Ministry
detained, Kazakhstan, increment, up to 8 January      300           300  agreed       1          0
2022
  8 January 2022: Police
detained, Kazakhstan, increment, 8 January 2022 to 9  200           200  agreed       1          0
January 2022
  9 January 2022: Police
killed, Kazakhstan                                    225 to 238         disputed     2          1
  15 January 2022: 225 (Prosecutor); 238
  (Ombudswoman)
injured, Kazakhstan                                   at least 12    12  agreed       1          0
  12 January 2022: Health Ministry
"""

ACCOUNT = """\
killed, security forces, Kazakhstan: 16, agreed
  Rule house: what claimants' last words allow together, older cumulative ones as floors; the
  middle of all their ends where they differ.
Used:
  + 16: Commandant, as of 9 January 2022, reported 9 January 2022
  + 16: Interior Ministry, as of 9 January 2022, reported 9 January 2022
Set aside:
  - 18 ('18 officers'): Interior Ministry via TASS, as of 7 January 2022, reported 7 January 2022,
    16:56 +06:00 [superseded: the same claimant says 16 as of 9 January 2022]
    note: in several regions
    https://tass.example/18
"""

SENSITIVITIES = """\
Rules lowest, highest, quorum(2). The choice of rule changes the number in 1 of 5
questions. In 3 more the rules that give a number agree; none is given by quorum(2). 1
does not depend on the rule at all.

Measure
  Answers                                                          Spread       Dscore
--------------------------------------------------------------------------------------
killed, Kazakhstan                                                 225 to 238        2
  225 (lowest); 225 to 238 (quorum(2)); 238 (highest)
detained, Kazakhstan, increment, up to 8 January 2022              300               0
  300 (lowest, highest); no number (quorum(2))
detained, Kazakhstan, increment, 8 January 2022 to 9 January 2022  200               0
  200 (lowest, highest); no number (quorum(2))
injured, Kazakhstan                                                at least 12       0
  at least 12, best 12 (lowest, highest); no number (quorum(2))
killed, security forces, Kazakhstan                                16                1
  16 (lowest, highest, quorum(2))
"""

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "examples" / "kazakhstan-2022.jsonl"
DESK_EXAMPLE = ROOT / "docs" / "examples" / "desk.py"
ARTICLE = ROOT / "docs" / "examples" / "article.txt"
EVENT = "Kazakhstan, January 2022"
OFFICERS = "killed, security forces, Kazakhstan"
EVENING = "2022-01-10T18:00+06:00"

Record = dict[str, Any]


def told(wording: str, source: str, day: str, *, high: int | None = -1, **more: object) -> Record:
    """A report of that many killed, said and published on a day of January 2022 in Almaty."""
    stated = int("".join(re.findall(r"\d", wording)))
    moment = f"2022-01-{day}[Asia/Almaty]"
    record = {
        "entry": "observation",
        "outcome": "killed",
        "place": "Kazakhstan",
        "event": EVENT,
        "wording": wording,
        "stated": stated,
        "low": stated,
        "high": stated if high == -1 else high,
        "source": source,
        "as_of": moment,
        "reported": moment,
    }
    return record | more


LEDGER: list[Record] = [
    told(
        "18 officers",
        "Interior Ministry",
        "07",
        population="security forces",
        via=["TASS"],
        reported="2022-01-07T16:56+06:00",
        url="https://tass.example/18",
        note="in  several\nregions",
    ),
    told("16", "Interior Ministry", "09", population="security forces"),
    told("16", "Commandant", "09", population="security forces"),
    told("164", "Health Ministry", "09", origin="post of 9 January", via=["Khabar 24"]),
    {
        "entry": "notice",
        "notice": "retraction",
        "of": ["post of 9 January"],
        "by": "Khabar 24",
        "at": "2022-01-09[Asia/Almaty]",
        "reason": "a technical error",
    },
    told("225", "Prosecutor", "15"),
    told("238", "Ombudswoman", "15"),
    told("at least 12", "Health Ministry", "12", high=None, outcome="injured"),
    told("300", "Police", "08", outcome="detained", tally="increment"),
    told(
        "200",
        "Police",
        "09",
        outcome="detained",
        tally="increment",
        since="2022-01-08[Asia/Almaty]",
    ),
]
FLOOD: list[Record] = [told("3 people", "Rescuers", "20", event="Flood", place="")]


def lines(records: Iterable[Record]) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "ledger.jsonl"
    path.write_text(lines(LEDGER), encoding="utf-8")
    return str(path)


@pytest.fixture
def flood(tmp_path: Path) -> str:
    path = tmp_path / "flood.jsonl"
    path.write_text(lines(FLOOD), encoding="utf-8")
    return str(path)


def run(*arguments: str, given: str | bytes | None = None, columns: int = 120) -> Result:
    """Run a command; an exception is a traceback, and fails the test."""
    environment = {"COLUMNS": str(columns), "NO_COLOR": None, "TERM": "xterm"}
    return CliRunner().invoke(
        program,
        list(arguments),
        input=given,
        env=environment,
        prog_name="kazfigures",
        catch_exceptions=False,
    )


def answer(*arguments: str, given: str | bytes | None = None, columns: int = 120) -> str:
    """Give what a command that succeeds writes."""
    result = run(*arguments, given=given, columns=columns)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def values(*arguments: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Give what a command says as JSON."""
    return json.loads(answer(*arguments, "--format", "json"))


def wrong(code: int, *arguments: str, given: str | bytes | None = None) -> str:
    """Give what a command that must fail so complains of; it answers nothing."""
    result = run(*arguments, given=given)
    assert (result.exit_code, result.stdout) == (code, "")
    return result.stderr


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def officers(entries: Iterable[Entry]) -> list[Observation]:
    """Give the reports of officers killed, those published together by their claimants."""
    reports = [entry for entry in entries if isinstance(entry, Observation)]
    told_of = [entry for entry in reports if str(entry.measure) == OFFICERS]
    return sorted(told_of, key=lambda entry: (entry.reported.order, entry.source.name))


# reconcile


def test_reconcile_draws_one_row_an_estimate(ledger: str) -> None:
    """The rule, and for each measure the range, the status and who says so as of when."""
    assert answer("reconcile", ledger, columns=98) == TABLE


@pytest.mark.parametrize("columns", [1, 60, 80, 120, 200])
def test_a_table_is_as_wide_as_asked_and_never_narrower_than_60(ledger: str, columns: int) -> None:
    """COLUMNS sets the width, and every line keeps to it."""
    lengths = [len(line) for line in answer("reconcile", ledger, columns=columns).splitlines()]
    assert max(lengths) <= max(columns, 60)


@pytest.mark.parametrize(
    ("columns", "word"), [(60, "disputed"), (120, "disputed"), (60, "agreed"), (120, "agreed")]
)
def test_the_status_is_a_word_that_is_never_broken(ledger: str, columns: int, word: str) -> None:
    """Colour only adds to it."""
    assert word in answer("reconcile", ledger, columns=columns)


def test_colour_is_for_terminals_alone() -> None:
    """On a terminal a status is tinted; without the tints the same words stand."""
    sheet = Sheet((Column("Status"),), (("agreed",), ("disputed",), ("killed",)))
    seen, piped = (as_table(sheet, is_terminal=terminal) for terminal in (True, False))
    assert "\x1b[" in seen
    assert "\x1b" not in piped
    bare = re.sub(r"\x1b\[[0-9;]*m", "", seen)
    assert [line.rstrip() for line in bare.splitlines()] == piped.splitlines()


def test_reconcile_as_markdown_is_one_pipe_table(ledger: str) -> None:
    """Numbers stand to the right."""
    title, blank, *table = answer("reconcile", ledger, "--format", "markdown").splitlines()
    assert title.startswith("Rule house: ")
    assert blank == ""
    assert table[:3] == [
        "| Measure | Range | Best | Status | As of | Claimants used | Used | Set aside |",
        "| --- | --- | ---: | --- | --- | --- | ---: | ---: |",
        "| killed, security forces, Kazakhstan | 16 | 16 | agreed | 9 January 2022"
        " | Commandant; Interior Ministry | 2 | 1 |",
    ]
    assert {line.count(" | ") for line in table} == {7}


def test_reconcile_as_csv_is_flat(ledger: str) -> None:
    """One estimate a row, the fields of the measure by their names in records."""
    first, _, window, disputed, floor = rows(answer("reconcile", ledger, "--format", "csv"))
    assert first == {
        "outcome": "killed",
        "population": "security forces",
        "place": "Kazakhstan",
        "event": EVENT,
        "unit": "people",
        "tally": "cumulative",
        "definition": "",
        "since": "",
        "until": "",
        "rule": "house",
        "status": "agreed",
        "low": "16",
        "high": "16",
        "best": "16",
        "as_of": "2022-01-09[Asia/Almaty]",
        "sources": "Commandant; Interior Ministry",
        "camps": "",
        "used": "2",
        "set_aside": "1",
        "asked_known_at": "",
        "asked_as_of": "",
        "asked_aliases": "",
    }
    assert (window["since"], window["until"]) == (
        "2022-01-08[Asia/Almaty]",
        "2022-01-09[Asia/Almaty]",
    )
    assert (disputed["best"], disputed["camps"]) == ("", "225 (Prosecutor); 238 (Ombudswoman)")
    assert (floor["low"], floor["high"]) == ("12", "open")


def test_reconcile_as_json_accounts_for_every_report(ledger: str) -> None:
    """The names in it are a promise to programs; each observation is its record."""
    [estimate] = values("reconcile", ledger, "--measure", "security")
    accounts = estimate.pop("used"), estimate.pop("set_aside")
    assert estimate == {
        "outcome": "killed",
        "population": "security forces",
        "place": "Kazakhstan",
        "event": EVENT,
        "unit": "people",
        "tally": "cumulative",
        "definition": "",
        "window": None,
        "rule": "house",
        "status": "agreed",
        "low": 16,
        "high": 16,
        "best": 16,
        "as_of": "2022-01-09[Asia/Almaty]",
        "sources": ["Commandant", "Interior Ministry"],
        "camps": [],
        "asked": {"known_at": None, "as_of": None, "aliases": None},
    }
    first, commandant, interior = map(to_record, officers(load(ledger)))
    exactly_16 = {"low": 16, "high": 16, "note": ""}
    assert accounts == (
        [{"observation": commandant, **exactly_16}, {"observation": interior, **exactly_16}],
        [
            {
                "observation": first,
                "reason": "superseded",
                "why": "superseded: the same claimant says 16 as of 9 January 2022",
                "because": interior["id"],
            }
        ],
    )


def test_json_gives_windows_camps_open_ends_and_what_was_asked(ledger: str) -> None:
    """Moments are in canonical text, and an open end is null beside a low."""
    asked = ("--known-at", "2022-01-20[UTC]", "--as-of", "2022-01-19[UTC]")
    _, unknown, window, disputed, floor = values("reconcile", ledger, *asked)
    assert unknown["window"] == {"since": None, "until": "2022-01-08[Asia/Almaty]"}
    assert window["window"] == {
        "since": "2022-01-08[Asia/Almaty]",
        "until": "2022-01-09[Asia/Almaty]",
    }
    assert disputed["camps"] == [
        {"low": 225, "high": 225, "sources": ["Prosecutor"]},
        {"low": 238, "high": 238, "sources": ["Ombudswoman"]},
    ]
    assert (disputed["low"], disputed["high"], disputed["best"]) == (225, 238, None)
    assert (floor["low"], floor["high"]) == (12, None)
    asked = {"known_at": "2022-01-20[UTC]", "as_of": "2022-01-19[UTC]", "aliases": None}
    assert floor["asked"] == asked


def test_what_json_says_was_used_can_be_read_again(ledger: str) -> None:
    """Its records have the ids of the ledger's own."""
    told = values("reconcile", ledger)
    reports = [
        account["observation"]
        for estimate in told
        for account in (*estimate["used"], *estimate["set_aside"])
    ]
    again = json.loads(answer("show", "-", "--format", "json", given=lines(reports)))
    observations = {entry.id for entry in load(ledger).observations}
    assert {record["id"] for record in again} == observations


def test_several_files_are_one_ledger(ledger: str, flood: str) -> None:
    """Measures of several events are told apart by their event."""
    told = answer("reconcile", ledger, flood)
    assert f"{EVENT}: {OFFICERS}" in told
    assert "Flood: killed" in told
    assert answer("reconcile", ledger, ledger) == answer("reconcile", ledger)


@pytest.mark.parametrize(
    ("given", "arguments"),
    [
        (lines(LEDGER), ()),
        ("\ufeff" + lines(LEDGER), ()),
        (lines(LEDGER).replace("\n", "\r\n\r\n"), ()),
        (lines(LEDGER), ("--from", "jsonl")),
    ],
)
def test_a_dash_is_standard_input(ledger: str, given: str, arguments: tuple[str, ...]) -> None:
    """It is JSON Lines unless --from says csv."""
    assert answer("reconcile", "-", *arguments, given=given) == answer("reconcile", ledger)


def test_from_says_what_a_name_does_not(ledger: str, tmp_path: Path) -> None:
    """Standard input and names of any ending may hold CSV."""
    text = answer("convert", ledger, "-", "--to", "csv")
    (tmp_path / "ledger.txt").write_text(text, encoding="utf-8")
    told = answer("reconcile", ledger)
    assert answer("reconcile", "-", "--from", "csv", given=text) == told
    assert answer("reconcile", str(tmp_path / "ledger.txt"), "--from", "csv") == told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("killed", 2),
        ("KILLED", 2),
        ("kazakhstan killed", 2),
        ("killed, security", 1),
        ("increment", 2),
        ("", 5),
    ],
)
def test_a_measure_is_kept_by_its_words(ledger: str, text: str, count: int) -> None:
    """All of them, in any order and case."""
    assert len(values("reconcile", ledger, "--measure", text)) == count


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("house", "house"),
        ("overlap", "overlap"),
        ("quorum(2)", "quorum(2)"),
        ("quorum", "quorum(2)"),
        ("blend", "blend(0.9)"),
        ("acled", "acled"),
    ],
)
def test_a_rule_goes_by_its_name(ledger: str, name: str, rule: str) -> None:
    """What stands in its brackets may be left out, since a shell would read them."""
    assert {estimate["rule"] for estimate in values("reconcile", ledger, "--rule", name)} == {rule}


def test_a_dispute_without_a_range_says_so(ledger: str) -> None:
    """The rule overlap gives no range where claims share nothing, and CSV has empty cells."""
    asked = ("reconcile", ledger, "--rule", "overlap", "--measure", "killed")
    assert "| no number |  | disputed |" in answer(*asked, "--format", "markdown")
    disputed = rows(answer(*asked, "--format", "csv"))[1]
    assert (disputed["low"], disputed["high"], disputed["status"]) == ("", "", "disputed")


def test_a_rule_that_uses_nothing_leaves_a_measure_unreported(ledger: str) -> None:
    """The rule quorum(2) wants two claimants; unreported is never zero."""
    [estimate] = values("reconcile", ledger, "--rule", "quorum", "--measure", "injured")
    assert (estimate["status"], estimate["low"], estimate["as_of"]) == ("unreported", None, None)
    told = answer("reconcile", ledger, "--rule", "quorum", "--measure", "injured")
    assert told.splitlines()[-1].split() == ["injured,", "Kazakhstan", "unreported", "0", "1"]


# What was known, and as of when


@pytest.mark.parametrize(
    ("moment", "zone", "number"),
    [
        ("2022-01-07T18:00+06:00", None, 18),
        ("2022-01-07T16:56+06:00", None, 18),
        ("2022-01-08[Asia/Almaty]", None, 18),
        ("2022-01-08", "Asia/Almaty", 18),
        ("8 January 2022", "Asia/Almaty", 18),
        ("8 January 2022 18:00", " Asia/Almaty ", 18),
        ("Jan 10 2022, 6pm", "+06:00", 16),
        (EVENING, None, 16),
        (EVENING, "Europe/London", 16),
    ],
)
def test_known_at_leaves_what_had_been_published(
    ledger: str, moment: str, zone: str | None, number: int
) -> None:
    """Canonical text says whose clock; anything else is told by the clocks of --zone."""
    told = () if zone is None else ("--zone", zone)
    asked = ("reconcile", ledger, "--measure", "security", "--known-at", moment, *told)
    result = run(*asked, "--format", "json")
    assert [estimate["best"] for estimate in json.loads(result.stdout)] == [number]


@pytest.mark.parametrize(
    ("reported", "remark"),
    [
        (["2022-01-07[Asia/Almaty]"], "1 entry dated 7 January 2022 without an hour is"),
        (["2022-01-07[Asia/Almaty]"] * 2, "2 entries dated 7 January 2022 without an hour are"),
        (["2022-01-07T18[Asia/Almaty]"], "1 entry dated 7 January 2022, 18h without a minute is"),
        (["2022-01[Asia/Almaty]"], "1 entry dated January 2022 without a day is"),
        (["2022[Asia/Almaty]"], "1 entry dated 2022 without a month is"),
        (["2022-01-07T18:00+06:00"], ""),
        (["2022-01-06[Asia/Almaty]"], ""),
        (["2022-01-08[Asia/Almaty]"], ""),
    ],
)
def test_what_cannot_be_shown_to_have_been_known_is_remarked_on(
    reported: list[str], remark: str
) -> None:
    """A report dated only to the day may have come out later on it."""
    early = told("12", "Interior Ministry", "05")
    late = [
        early | {"reported": moment, "note": f"{number}"} for number, moment in enumerate(reported)
    ]
    asked = ("reconcile", "-", "--known-at", "2022-01-07T18:00+06:00")
    result = run(*asked, given=lines([early, *late]))
    expected = f"{remark} not counted as known then\n" if remark else ""
    assert (result.exit_code, result.stderr) == (0, expected)


def test_remarks_are_on_the_measures_asked_for_alone(ledger: str) -> None:
    """So are notices: one that withdraws another measure's report is none of them."""
    asked = ("--known-at", "2022-01-09T18:00+06:00")
    result = run("reconcile", ledger, "--measure", "security", *asked)
    assert result.stderr.startswith("2 entries dated 9 January 2022 ")
    result = run("reconcile", ledger, *asked)
    assert result.stderr.startswith("5 entries dated 9 January 2022 ")


def test_as_of_leaves_figures_true_of_then_or_earlier(ledger: str) -> None:
    """The heading says what was asked."""
    asked = ("--as-of", "2022-01-08[Asia/Almaty]", "--measure", "security")
    [estimate] = values("reconcile", ledger, *asked)
    assert estimate["best"] == 18
    assert "As of 8 January 2022." in " ".join(answer("reconcile", ledger, *asked).split())


@pytest.mark.parametrize("command", ["reconcile", "sensitivity", "show"])
def test_a_time_before_every_report_has_no_answer_and_says_so(ledger: str, command: str) -> None:
    """An empty answer is no fault."""
    result = run(command, ledger, "--known-at", "2021-12-31[UTC]", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr == "nothing that answers this had been reported\n"


# explain


def test_explain_accounts_for_every_report_of_a_measure(ledger: str) -> None:
    """What was used, what was set aside and why, with notes and addresses."""
    assert answer("explain", ledger, "--measure", "security", columns=98) == ACCOUNT


def test_explain_names_the_camps_and_the_best(ledger: str) -> None:
    """Best is said where the range is not one number."""
    told = answer("explain", ledger, "--measure", "killed, kazakhstan")
    assert "  Camp: 225 (Prosecutor).\n  Camp: 238 (Ombudswoman).\n" in told
    assert "[withdrawn: retraction by Khabar\n    24, 9 January 2022: a technical error]" in told
    assert "Best:" not in told
    assert "  Best: 12.\n" in answer("explain", ledger, "--measure", "injured")


def test_explain_takes_the_measure_of_exactly_that_text(ledger: str) -> None:
    """Other measures may hold its words too."""
    for text in ("killed, Kazakhstan", "KILLED,  kazakhstan"):
        [estimate] = values("explain", ledger, "--measure", text)
        assert (estimate["population"], estimate["low"]) == ("", 225)


def test_explain_tells_the_windows_of_an_increment_one_by_one(ledger: str) -> None:
    """Nothing is summed over them."""
    told = answer("explain", ledger, "--measure", "increment")
    headings = [line for line in told.splitlines() if line.startswith("detained")]
    assert headings == [
        "detained, Kazakhstan, increment, up to 8 January 2022: 300, agreed",
        "detained, Kazakhstan, increment, 8 January 2022 to 9 January 2022: 200, agreed",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_explain_says_of_a_time_before_every_report_that_there_is_none(
    ledger: str, form: str
) -> None:
    """The measure is known from later reports; then nobody had said anything."""
    asked = ("--measure", "injured", "--known-at", "2022-01-01[UTC]", "--format", form)
    result = run("explain", ledger, *asked)
    assert result.exit_code == 0
    assert ("unreported" if form == "json" else "not reported") in result.stdout
    assert "Used" not in result.stdout


def test_explain_as_markdown_has_a_heading_and_two_lists(ledger: str) -> None:
    """Addresses are links, and notes stand by their reports."""
    told = answer("explain", ledger, "--measure", "security", "--format", "markdown")
    assert told.startswith(f"### {OFFICERS}\n\n**16, agreed**\n\nRule house: ")
    used, aside = told.split("Used:")[1].split("Set aside:")
    assert used.strip().splitlines() == [
        "- 16: Commandant, as of 9 January 2022, reported 9 January 2022.",
        "- 16: Interior Ministry, as of 9 January 2022, reported 9 January 2022.",
    ]
    [line] = aside.strip().splitlines()
    assert line.endswith("Note: in several regions. <https://tass.example/18>")


def test_explain_and_reconcile_say_the_same_as_json(ledger: str) -> None:
    """One form for programs to know."""
    asked = ("--measure", "injured")
    assert values("explain", ledger, *asked) == values("reconcile", ledger, *asked)


# sensitivity

DIFFERING = ("--rule", "lowest", "--rule", "highest", "--rule", "quorum")


def test_sensitivity_draws_one_row_a_question_the_most_sensitive_first(ledger: str) -> None:
    """The rules asked, what the choice decides, the spread, the answers and who gives them."""
    assert answer("sensitivity", ledger, *DIFFERING, columns=90) == SENSITIVITIES


def test_sensitivity_asks_the_rules_of_the_package_unless_told(ledger: str) -> None:
    """Each once, in the order told."""
    for told_rules, asked in (
        ((), [rule.name for rule in RULES]),
        (("acled", "house", "acled"), ["acled", "house"]),
    ):
        options = [part for name in told_rules for part in ("--rule", name)]
        [question] = values("sensitivity", ledger, *options, "--measure", "security")
        names = {name for given in question["answers"] for name in given["rules"]}
        assert names == set(asked)
        table = " ".join(answer("sensitivity", ledger, *options).split())
        assert table.startswith(f"Rules {', '.join(asked)}. The choice")


def test_sensitivity_as_json_tells_every_answer(ledger: str) -> None:
    """The names in it are a promise to programs; an open high is null beside a low."""
    *_, killed, injured = values("sensitivity", ledger, *DIFFERING, "--known-at", "2022-02-01[UTC]")
    measure = {name: killed.pop(name) for name in ("outcome", "population", "place", "event")}
    assert measure == {"outcome": "killed", "population": "", "place": "Kazakhstan", "event": EVENT}
    assert killed == {
        "unit": "people",
        "tally": "cumulative",
        "definition": "",
        "window": None,
        "depends_on_rule": True,
        "changes_number": True,
        "spread": {"low": 225, "high": 238},
        "dscore": 2,
        "answers": [
            {"low": 225, "high": 225, "best": 225, "rules": ["lowest"]},
            {"low": 225, "high": 238, "best": None, "rules": ["quorum(2)"]},
            {"low": 238, "high": 238, "best": 238, "rules": ["highest"]},
        ],
        "asked": {"known_at": "2022-02-01[UTC]", "as_of": None, "aliases": None},
    }
    assert (injured["depends_on_rule"], injured["changes_number"]) == (True, False)
    assert injured["spread"] == {"low": 12, "high": None}
    nothing = {"low": None, "high": None, "best": None, "rules": ["quorum(2)"]}
    assert injured["answers"][-1] == nothing


def test_sensitivity_as_csv_is_flat(ledger: str) -> None:
    """One question a row, the fields of the measure by their names in records."""
    [only] = rows(
        answer("sensitivity", ledger, *DIFFERING, "--measure", "injured", "--format", "csv")
    )
    assert only == {
        "outcome": "injured",
        "population": "",
        "place": "Kazakhstan",
        "event": EVENT,
        "unit": "people",
        "tally": "cumulative",
        "definition": "",
        "since": "",
        "until": "",
        "depends_on_rule": "yes",
        "changes_number": "no",
        "low": "12",
        "high": "open",
        "dscore": "0",
        "answers": "at least 12, best 12 (lowest, highest); no number (quorum(2))",
        "asked_known_at": "",
        "asked_as_of": "",
        "asked_aliases": "",
    }


def test_sensitivity_tells_the_windows_of_an_increment_one_by_one(ledger: str) -> None:
    """And where no rule gives a number, that there is none."""
    asked = ("sensitivity", ledger, "--measure", "increment", "--rule", "quorum")
    table = answer(*asked, "--format", "markdown").splitlines()
    assert table[2:4] == ["| Measure | Spread | Dscore | Answers |", "| --- | --- | ---: | --- |"]
    assert [line.split(" | ")[1:] for line in table[4:]] == [
        ["no number", "0", "no number (quorum(2)) |"]
    ] * 2
    told_windows = rows(answer(*asked, "--format", "csv"))
    assert [(row["since"], row["low"], row["high"]) for row in told_windows] == [
        ("", "", ""),
        ("2022-01-08[Asia/Almaty]", "", ""),
    ]


# show


def test_show_is_a_log_in_the_order_of_publication(ledger: str) -> None:
    """Notices stand among the reports."""
    told = answer("show", ledger, "--measure", "killed", "--format", "markdown").splitlines()
    assert told[0] == str(load(ledger)).replace("9 observations", "6 observations") + "."
    assert told[2] == "| Published | About | Says | Allows | As of | Who | Id |"
    assert told[4] == (
        f"| 7 January 2022, 16:56 +06:00 | {OFFICERS} | 18 officers | 18 | 7 January 2022"
        f" | Interior Ministry via TASS | {ids(ledger)['18 officers']} |"
    )
    [notice] = [line for line in told if "retraction" in line]
    assert notice.startswith(
        "| 9 January 2022 | post of 9 January: a technical error | retraction |  |  | Khabar 24 | "
    )


def test_show_draws_who_below_what(ledger: str) -> None:
    """A notice has no as-of."""
    told = answer("show", ledger, "--source", "khabar 24").splitlines()
    assert " ".join(told[-2].split()) == (
        "9 January 2022 post of 9 January: a technical error retraction"
    )
    [notice] = load(ledger).notices
    assert told[-1].strip() == f"Khabar 24: {notice.id[:8]}"


def test_show_as_csv_is_a_ledger_again(ledger: str) -> None:
    """Nothing is lost, and what is left out is what was not asked for."""
    text = answer("show", ledger, "--format", "csv")
    assert load(io.StringIO(text), format="csv") == load(ledger)
    known = run("show", ledger, "--format", "csv", "--known-at", "2022-01-08T12:00+06:00").stdout
    assert load(io.StringIO(known), format="csv") == load(ledger).known_at("2022-01-08T12:00+06:00")


def test_show_as_json_is_a_list_of_records(ledger: str) -> None:
    """Each with its id."""
    assert values("show", ledger) == [to_record(entry) for entry in load(ledger)]


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("Interior Ministry", {"Interior Ministry"}),
        ("interior  MINISTRY", {"Interior Ministry"}),
        ("ministry", {"Interior Ministry", "Health Ministry", "Khabar 24"}),
        ("Health", {"Health Ministry", "Khabar 24"}),
        ("Khabar 24", {"Khabar 24"}),
    ],
)
def test_show_keeps_a_claimant_and_the_notices_about_it(
    ledger: str, name: str, sources: set[str]
) -> None:
    """In any spelling; the notices that it gave belong to it too."""
    told = values("show", ledger, "--source", name)
    assert {record.get("source") or record["by"] for record in told} == sources


def test_the_claimant_of_exactly_that_name_is_meant() -> None:
    """A name that holds it is another's."""
    given = lines([told("1", "AP", "09"), told("2", "AP Almaty", "09")])
    told_by = rows(answer("show", "-", "--source", "ap", "--format", "csv", given=given))
    assert [row["source"] for row in told_by] == ["AP"]


# read


@pytest.mark.parametrize(
    ("text", "table", "stated", "low", "high"),
    [
        ("more than 2,300 protesters", "plain", 2300, 2301, None),
        ("26", "plain", 26, 26, 26),
        ("dozens of officers", "plain", None, 24, None),
        ("dozens of officers", "acled", None, 12, None),
        ("более 100", "russian", 100, 101, None),
        ("100-ден астам", "kazakh", 100, 101, None),
    ],
)
def test_read_says_what_words_state(
    text: str, table: str, stated: int | None, low: int, high: int | None
) -> None:
    """By the word table asked for; an open high is null."""
    assert values("read", text, "--words", table) == [
        {"text": text, "stated": stated, "low": low, "high": high}
    ]


def test_read_draws_one_row_a_text() -> None:
    """An open high has a word."""
    assert answer("read", "more than 2,300", "26") == (
        "Text             Stated    Low  High\n"
        "------------------------------------\n"
        "more than 2,300   2,300  2,301  open\n"
        "26                   26     26    26\n"
    )


def test_read_finds_every_quantity_with_its_place() -> None:
    """Lines are counted from 1, characters from 0."""
    sentence = "26 armed criminals were killed and 18 were wounded"
    found = rows(answer("read", "--find", sentence, "5 died", "--format", "csv"))
    assert [(row["line"], row["stated"]) for row in found] == [("1", "26"), ("1", "18"), ("2", "5")]
    for row in found[:2]:
        assert row["wording"] in sentence
        assert row["stated"] in sentence[int(row["start"]) : int(row["end"])]


def test_read_takes_the_lines_of_standard_input_for_texts() -> None:
    """Empty lines say nothing."""
    assert answer("read", "-", "--format", "csv", given="26\n\n  18 \r\n") == (
        "text,stated,low,high\n26,26,26,26\n18,18,18,18\n"
    )


@pytest.mark.parametrize("arguments", [(), ("--find",)])
def test_read_goes_on_after_a_text_that_states_no_count(arguments: tuple[str, ...]) -> None:
    """It complains of that one, and the exit code is 1."""
    result = run("read", "26", "unknown", "18", *arguments, "--format", "json")
    assert result.exit_code == 1
    assert [reading["stated"] for reading in json.loads(result.stdout)] == [26, 18]
    assert "'unknown'" in result.stderr
    assert result.stderr.count("\n") == 1


def test_read_answers_nothing_where_no_text_states_a_count() -> None:
    """Not even a heading; as JSON, an empty list."""
    wrong(1, "read", "unknown")
    assert run("read", "unknown", "--format", "json").stdout == "[]\n"


# convert


def test_convert_goes_there_and_back_without_loss(ledger: str, tmp_path: Path) -> None:
    """JSON Lines to CSV and back are the same entries in the same order."""
    there, back = str(tmp_path / "there.csv"), str(tmp_path / "back.jsonl")
    assert answer("convert", ledger, there) == ""
    assert answer("convert", there, back) == ""
    assert list(stream(back)) == list(stream(ledger))


def test_convert_goes_through_pipes(ledger: str) -> None:
    """A dash is JSON Lines on either side unless the form is said."""
    text = answer("convert", ledger, "-", "--to", "csv")
    assert text.startswith("entry,id,outcome,")
    again = answer("convert", "-", "-", "--from", "csv", given=text)
    assert again == answer("convert", ledger, "-")
    assert len(again.splitlines()) == len(LEDGER)


def test_convert_reads_words_by_the_table_asked_for(tmp_path: Path) -> None:
    """A record may leave it to them what its wording allows."""
    record = told("более 100", "МВД", "05")
    for name in ("stated", "low", "high"):
        del record[name]
    out = tmp_path / "out.jsonl"
    answer("convert", "-", str(out), "--words", "russian", given=lines([record]))
    [entry] = load(out).observations
    assert (entry.figure.count.low, entry.figure.count.high) == (101, None)


def test_convert_writes_nothing_where_there_is_a_fault(tmp_path: Path) -> None:
    """All faults are listed, and an old file stays as it is."""
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    given = lines([LEDGER[0], LEDGER[1] | {"low": -1}, LEDGER[2] | {"as_of": "yesterday"}])
    complaint = wrong(1, "convert", "-", str(out), given=given).splitlines()
    assert [line.partition(" expected")[0] for line in complaint] == [
        "input:2: low:",
        "input:3: as_of:",
        "2 faults",
    ]
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


# rules


def test_rules_lists_every_rule_that_goes_by_a_name() -> None:
    """Its sentence is the public explanation, its promises are laws by name."""
    told_rules = {told_rule["name"]: told_rule for told_rule in values("rules")}
    assert list(told_rules) == [rule.name for rule in NAMED]
    for rule in NAMED:
        assert told_rules[rule.name]["sentence"] == rule.sentence
        assert told_rules[rule.name]["citation"] == rule.citation
        assert set(told_rules[rule.name]["promises"]) == {law.name for law in rule.promises}


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("table", "Name         Sentence"),
        ("csv", "name,sentence,promises,citation\nhouse,"),
        (
            "markdown",
            "| Name | Sentence | Promises | Citation |\n| --- | --- | --- | --- |\n| house | ",
        ),
    ],
)
def test_rules_are_told_in_every_form(form: str, start: str) -> None:
    """The default rule comes first."""
    assert answer("rules", "--format", form).startswith(start)


def test_practices_are_told_with_their_sources() -> None:
    """In a table of their own, with addresses that are not broken."""
    practices = answer("rules").split("Practices, the rules that organisations publish:")[1]
    listed = [line.split()[0] for line in practices.splitlines() if line[:1].isalpha()]
    assert listed == ["Name", *(rule.name for rule in PRACTICES)]
    for rule in PRACTICES:
        assert rule.citation.split()[-1] in practices


# Hostile text


HOSTILE = told(
    "5",
    '=HYPERLINK("x") <img src=x onerror=alert(1)> | `*_[a](b)~\\',
    "09",
    outcome="@killed",
    note="a\u2067 note\u202e & more",
    url="https://example.org/<a>_b",
)


def test_cells_that_a_spreadsheet_would_run_are_guarded() -> None:
    """As CSV ledgers do it: an apostrophe leads."""
    given = lines([HOSTILE])
    [row] = rows(answer("reconcile", "-", "--format", "csv", given=given))
    assert row["outcome"] == "'@killed"
    assert row["sources"].startswith("'=HYPERLINK")


@pytest.mark.parametrize(
    "arguments", [("reconcile", "-"), ("show", "-"), ("explain", "-", "--measure", "killed")]
)
def test_markdown_takes_hostile_text_as_it_stands(arguments: tuple[str, ...]) -> None:
    """No tag, no cell and no link that the text made."""
    told_lines = answer(*arguments, "--format", "markdown", given=lines([HOSTILE])).splitlines()
    [line] = [line for line in told_lines if "HYPERLINK" in line]
    assert "&lt;img src=x onerror=alert(1)&gt; \\| \\`\\*\\_\\[a\\](b)\\~\\\\" in line
    assert "<img" not in line


def test_an_address_in_markdown_stays_one_link() -> None:
    """Angle brackets would end it."""
    asked = ("explain", "-", "--measure", "killed", "--format", "markdown")
    assert "<https://example.org/%3Ca%3E_b>" in answer(*asked, given=lines([HOSTILE]))


def test_nothing_in_a_text_steers_the_terminal() -> None:
    """Control characters and changes of direction are marked."""
    told_text = answer("explain", "-", "--measure", "killed", given=lines([HOSTILE]))
    assert "note: a\ufffd note\ufffd & more" in told_text
    complaint = wrong(1, "read", "a\x1b[m\x9b")
    assert not {"\x1b", "\x9b"} & set(complaint)


# Bad input


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("reconcile",), "Missing argument 'FILE...'"),
        (("reconcile", "no-such-file.jsonl"), "File 'no-such-file.jsonl' does not exist"),
        (("reconcile", "."), "File '.' is a directory"),
        (("reconcile", "-", "-"), "- is standard input, which can be read only once"),
        (("reconcile", "notes.txt"), "notes.txt: expected a name that ends in .jsonl"),
        (("reconcile", "L", "--rule", "hause"), "expected one of house, overlap, quorum(2)"),
        (("sensitivity", "L", "--rule", "house", "--rule", "hause"), "expected one of house"),
        (("sensitivity", "L", "--measure", "kiled"), f"it has:\n  {OFFICERS}\n"),
        (("reconcile", "L", "--words", "klingon"), "'klingon' is not one of 'plain'"),
        (("reconcile", "L", "--format", "pdf"), "'pdf' is not one of 'table'"),
        (("reconcile", "L", "--from", "xlsx"), "'xlsx' is not one of 'jsonl'"),
        (("reconcile", "L", "--colour"), "No such option"),
        (("reconcile", "L", "--known-at", "yesterday"), "without the word 'yesterday'"),
        (("reconcile", "L", "--known-at", ""), "expected up to 64 plain characters, not ''"),
        (("reconcile", "L", "--known-at", "2022-01-07"), "not '2022-01-07'; --zone can say it"),
        (("reconcile", "L", "--known-at", "7 January", "--zone", "UTC"), "with its year"),
        (("reconcile", "L", "--known-at", "2022-02-30[UTC]"), "that the calendar"),
        (("reconcile", "L", "--as-of", "05/01/2022", "--zone", "UTC"), "one reading"),
        (("reconcile", "L", "--as-of", "x" * 9999), "(9,999 characters)"),
        (("reconcile", "L", "--zone", "Asia/Nowhere"), "an IANA zone such as Asia/Almaty"),
        (("reconcile", "L", "--zone", ""), "an IANA zone such as Asia/Almaty"),
        (("reconcile", "L", "--measure", "kiled"), f"it has:\n  {OFFICERS}\n"),
        (("explain", "L"), "Missing option '--measure'"),
        (("explain", "L", "--measure", "kiled"), f"it has:\n  {OFFICERS}\n"),
        (
            ("explain", "L", "--measure", "killed"),
            f"2 measures hold 'killed'; take one of:\n  {OFFICERS}\n  killed, Kazakhstan\n",
        ),
        (("explain", "L", "--measure", "killed", "--format", "csv"), "'csv' is not one of 'text'"),
        (("show", "L", "--source", "nobody"), "no source of the ledger holds 'nobody'; it has:"),
        (("read",), "Missing argument 'TEXT...'"),
        (("read", "26", "--words", ""), "'' is not one of 'plain'"),
        (("convert", "L"), "Missing argument 'OUT'"),
        (("convert", "L", "out.txt"), "out.txt: expected a name that ends in .jsonl"),
        (("convert", "L", "no-such-folder/out.csv"), "it cannot be written: No such file"),
        (("convert", "L", "."), "is a directory"),
        (("convert", "notes.txt", "out.csv"), "notes.txt: expected a name that ends in .jsonl"),
        (("rules", "house"), "unexpected extra argument"),
        (("chart", "L"), "No such command 'chart'"),
    ],
)
def test_a_question_that_cannot_be_asked_exits_with_2(
    ledger: str,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    complaint: str,
) -> None:
    """It says what would be right, and answers nothing."""
    monkeypatch.chdir(Path(ledger).parent)
    Path("notes.txt").write_text("", encoding="utf-8")
    asked = [ledger if argument == "L" else argument for argument in arguments]
    assert complaint in wrong(2, *asked)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (b"not json\n", "input:1: record: expected JSON"),
        (b'{"entry": "rumour"}\n', "input:1: entry: expected observation or notice"),
        (b'{"outcome": "killed"}\n', "input:1: "),
        (b"[1, 2]\n", "input:1: record: expected an object"),
        (b"[" * 100_000 + b"\n", "input:1: record: expected JSON"),
        (b'{"outcome": "a", "outcome": "b"}\n', "input:1: outcome: expected a field that stands"),
        (b'{"outcome": NaN}\n', "input:1: record: expected a whole number or null"),
        (b"\xff\xfe\x00\n", "input:1: record: expected JSON"),
        (
            lines([LEDGER[0] | {"source": "X"}]).replace('"X"', r'"\ud800"').encode(),
            "input:1: source: expected text",
        ),
        (lines([LEDGER[0] | {"low": 99}]).encode(), "input:1: "),
        (lines([LEDGER[0] | {"colour": "red"}]).encode(), "input:1: colour: expected a field"),
        (lines([LEDGER[0] | {"id": "0" * 16}]).encode(), "input:1: id: expected no id"),
    ],
)
def test_a_fault_in_the_data_exits_with_1(given: bytes, fault: str) -> None:
    """Each fault is a line with its place, and their number comes last."""
    complaint = wrong(1, "reconcile", "-", given=given)
    assert complaint.startswith(fault)
    assert complaint.endswith("\n1 fault\n")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (b"colour\nred\n", "input:1: header: expected columns of"),
        (b"outcome,place\nkilled\n", "input:2: row: expected 2 cells"),
        (b'outcome\n"killed', "input:2: row: expected a row"),
        (b"outcome\n\x00\n", "input:2: "),
    ],
)
def test_a_fault_in_csv_exits_with_1(given: bytes, fault: str) -> None:
    """As in JSON Lines."""
    assert wrong(1, "show", "-", "--from", "csv", given=given).startswith(fault)


def test_the_faults_of_every_file_are_listed(ledger: str, tmp_path: Path) -> None:
    """One reading finds them all."""
    paths = [tmp_path / "one.jsonl", tmp_path / "two.csv"]
    for path in paths:
        path.write_text("x\ny\n", encoding="utf-8")
    complaint = wrong(1, "reconcile", str(paths[0]), ledger, str(paths[1])).splitlines()
    assert [line.partition(": ")[0] for line in complaint] == [
        f"{paths[0]}:1",
        f"{paths[0]}:2",
        f"{paths[1]}:1",
        "3 faults",
    ]


def test_corrections_in_a_circle_are_a_fault() -> None:
    """Which only the whole ledger shows."""
    one, two = (entry.id for entry in load(io.StringIO(lines(LEDGER[:2]))).observations)
    circle = [
        {
            "entry": "notice",
            "notice": "correction",
            "of": [of],
            "instead": instead,
            "by": "Interior Ministry",
            "at": "2022-01-10[Asia/Almaty]",
        }
        for of, instead in ((one, two), (two, one))
    ]
    complaint = wrong(1, "reconcile", "-", given=lines([*LEDGER, *circle]))
    assert complaint.startswith("instead: expected corrections that end somewhere")
    assert complaint.endswith("\n1 fault\n")


def test_a_ledger_without_reports_has_no_measure_to_explain() -> None:
    """Nor any to choose among."""
    assert "no measure of the ledger holds 'x'; it has none" in wrong(
        2, "explain", "-", "--measure", "x", given=""
    )


def test_a_file_that_cannot_be_read_is_named(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine says of it."""

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(inputs, "stream", broken)
    assert f"{ledger}: it cannot be read: Input/output error" in wrong(2, "reconcile", ledger)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this machine has no named pipes")
def test_convert_replaces_files_alone(ledger: str, tmp_path: Path) -> None:
    """A pipe or a device stays what it is."""
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert "it is not a file that can be replaced" in wrong(2, "convert", ledger, str(pipe))
    assert pipe.is_fifo()


# Help


# audit and compare

ALL_OF = ("--severity", "note", "--fail-at", "never")
AUDITED = """\
error contradiction: killed, Kazakhstan
  238 (Ombudswoman) against 225 (Prosecutor), as of 15 January 2022
  - 238: Ombudswoman, as of 15 January 2022, reported 15 January 2022 [{238}]
  - 225: Prosecutor, as of 15 January 2022, reported 15 January 2022 [{225}]
  What to do: print both with who says which, and ask.

warning retracted: killed, Kazakhstan
  164 (Health Ministry): retraction by Khabar 24, 9 January 2022: a technical error
  - 164: Health Ministry via Khabar 24, as of 9 January 2022, reported 9 January 2022 [{164}]
  - retraction by Khabar 24, 9 January 2022: a technical error
  What to do: do not print it as a figure; say that it was taken back, by whom and why.

warning revised_down: killed, security forces, Kazakhstan
  Interior Ministry came down from "18 officers" (via TASS) to 16: as of 7 January 2022, then as
  of 9 January 2022
  - 18 ('18 officers'): Interior Ministry via TASS, as of 7 January 2022, reported 7 January 2022,
    16:56 +06:00 [{18 officers}]
    https://tass.example/18
  - 16: Interior Ministry, as of 9 January 2022, reported 9 January 2022 [{16}]
  What to do: print the newer figure, say that it was lowered, and why or that nobody said why.
"""
COUNTED = "1 error, 2 warnings, 1 note; 1 not shown, --severity note shows all.\n"


def ids(path: str) -> dict[str, str]:
    """Give the first letters of the id of every report by its words."""
    return {
        entry.figure.wording: entry.id[:8]
        for entry in load(path).observations
        if entry.source.name != "Commandant"
    }


def test_audit_tells_each_finding_with_its_reports_and_what_to_do(ledger: str) -> None:
    """The gravest first; how many there are of each severity goes to standard error."""
    result = run("audit", ledger, columns=98)
    expected = AUDITED
    for wording, known in ids(ledger).items():
        expected = expected.replace(f"{{{wording}}}", known)
    assert result.stdout == expected
    assert result.stderr == COUNTED


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param([], 1, id="an error, by default"),
        pytest.param(["--fail-at", "note"], 1, id="a note fails too"),
        pytest.param(["--fail-at", "never"], 0, id="never"),
        pytest.param(["--kind", "revised_down"], 0, id="no error of this kind"),
        pytest.param(["--kind", "revised_down", "--fail-at", "warning"], 1, id="a warning of it"),
        pytest.param(["--measure", "officers killed"], 2, id="no such measure"),
        pytest.param(["--measure", "security"], 0, id="no error about this measure"),
        pytest.param(["--known-at", "2022-01-10T00:00+06:00"], 0, id="before the contradiction"),
        pytest.param(["--severity", "error", "--fail-at", "warning"], 1, id="hidden, yet failing"),
    ],
)
def test_audit_is_a_check_in_a_pipeline(ledger: str, options: list[str], code: int) -> None:
    """It exits with 1 where something as grave as was asked for is found."""
    assert run("audit", ledger, *options).exit_code == code


def test_audit_gives_json_that_names_every_report(ledger: str) -> None:
    """The records are those that a ledger holds."""
    found = json.loads(run("audit", ledger, *ALL_OF, "--format", "json").stdout)
    assert [(one["severity"], one["kind"]) for one in found] == [
        ("error", "contradiction"),
        ("warning", "retracted"),
        ("warning", "revised_down"),
        ("note", "window"),
    ]
    assert [record["notice"] for record in found[1]["notices"]] == ["retraction"]
    assert found[2]["measure"]["population"] == "security forces"
    assert [record["wording"] for record in found[2]["observations"]] == ["18 officers", "16"]


def test_audit_gives_csv_and_markdown(ledger: str) -> None:
    """One row a finding; one heading a finding."""
    told_of = rows(run("audit", ledger, *ALL_OF, "--format", "csv").stdout)
    assert [row["kind"] for row in told_of] == [
        "contradiction",
        "retracted",
        "revised_down",
        "window",
    ]
    assert len(told_of[0]["observations"].split("; ")) == 2
    text = run("audit", ledger, *ALL_OF, "--format", "markdown").stdout
    assert text.count("### ") == 4
    assert "### error contradiction: killed, Kazakhstan" in text
    assert "<https://tass.example/18>" in text


def test_audit_gives_one_line_a_finding(ledger: str) -> None:
    """As Python prints it."""
    told_of = run("audit", ledger, "--format", "lines").stdout.splitlines()
    assert [line.split(":")[0] for line in told_of] == [
        "error contradiction",
        "warning retracted",
        "warning revised_down",
    ]


def test_an_audit_that_finds_nothing_says_so(flood: str) -> None:
    """It answers with nothing, and counts on standard error."""
    result = run("audit", flood)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 errors, 0 warnings, 0 notes.\n"


def test_compare_says_in_what_way_two_reports_differ(ledger: str) -> None:
    """They are named by their ids, or by enough of each."""
    known = ids(ledger)
    text = answer("compare", ledger, known["238"], known["225"])
    assert text.startswith("contradiction: all else matches, and they share no number\n")
    assert "What to do: print both with who says which, and ask.\n" in text
    assert text == answer("compare", ledger, known["225"], known["238"])
    told_of = values("compare", ledger, known["18 officers"], known["164"])
    assert told_of["kind"] == "retracted"
    assert [record["notice"] for record in told_of["notices"]] == ["retraction"]


@pytest.mark.parametrize(
    ("a", "complaint"),
    [
        ("zzzz", "no report has an id that begins with 'zzzz'"),
        ("", "9 reports have an id that begins with ''"),
    ],
)
def test_compare_needs_two_reports(ledger: str, a: str, complaint: str) -> None:
    """An id that no report has, or several have, is refused."""
    assert complaint in wrong(2, "compare", ledger, a, ids(ledger)["225"])


def test_compare_reads_standard_input(ledger: str) -> None:
    """As every command that reads a ledger does."""
    given = Path(ledger).read_text(encoding="utf-8")
    known = ids(ledger)
    assert answer("compare", "-", known["238"], known["225"], given=given)


def test_a_kind_that_is_asked_for_is_shown_whatever_its_severity(ledger: str) -> None:
    """A note of that kind too."""
    assert run("audit", ledger, "--kind", "window").stdout.startswith("note window: ")


# timeline and diff

TURNED = """\
killed, security forces, Kazakhstan (rule house)

Known from
  What came in: Camps                       Range  Best  Status  Change
------------------------------------------------------------------------
7 January 2022, 16:56 +06:00                18       18  agreed  new
  18 officers (Interior Ministry via TASS)
end of 9 January 2022                       16       16  agreed  lowered
  16 (Commandant); 16 (Interior Ministry)
"""


def test_timeline_tells_how_an_answer_moved_and_what_moved_it(ledger: str) -> None:
    """One row for every moment at which more was known."""
    assert answer("timeline", ledger, "--measure", "security") == TURNED


def test_timeline_gives_json_and_csv(ledger: str) -> None:
    """With the records that came in, and their ids."""
    [told_of] = values("timeline", ledger, "--measure", "killed, Kazakhstan")
    answers = [(turn["status"], turn["low"], turn["changes"]) for turn in told_of["turns"]]
    assert answers == [
        ("unreported", None, ["new"]),
        ("disputed", 225, ["new", "now disputed"]),
    ]
    text = answer("timeline", ledger, "--measure", "security", "--format", "csv")
    assert [row["low"] for row in rows(text)] == ["18", "16"]


def test_timeline_tells_every_window_of_an_increment(ledger: str) -> None:
    """One timeline each: nothing is summed over them."""
    told_of = values("timeline", ledger, "--measure", "detained")
    assert [(one["window"]["since"], one["turns"][0]["low"]) for one in told_of] == [
        (None, 300),
        ("2022-01-08[Asia/Almaty]", 200),
    ]


def test_diff_tells_what_changed_between_two_moments(ledger: str) -> None:
    """And with --all what did not."""
    moments = ("--from", "2022-01-07T23:00+06:00", "--to", "2022-01-11T00:00+06:00")
    told_of = rows(answer("diff", ledger, *moments, "--format", "csv"))
    changes = {(row["outcome"], row["population"]): row["changes"] for row in told_of}
    assert changes["killed", "security forces"] == "lowered"
    assert changes["detained", ""] == "new"
    nothing = ("--from", "2022-01-11T00:00+06:00", "--to", "2022-01-11T00:00+06:00")
    assert rows(answer("diff", ledger, *nothing, "--format", "csv")) == []
    every = rows(answer("diff", ledger, *nothing, "--all", "--format", "csv"))
    assert {row["changes"] for row in every} == {""}


def test_diff_is_told_in_a_table_and_as_json(ledger: str) -> None:
    """Without --to it goes up to all that is in the files."""
    asked = ("--from", "2022-01-10T00:00+06:00", "--measure", "killed, Kazakhstan")
    text = answer("diff", ledger, *asked)
    assert text.startswith("Rule house. From 10 January 2022, 00:00 +06:00 to all that is in the")
    assert "1 changed, 1 unchanged." in text
    [told_of] = values("diff", ledger, *asked)
    assert told_of["before"]["status"] == "unreported"
    assert [camp["low"] for camp in told_of["after"]["camps"]] == [225, 238]


def test_diff_refuses_to_go_backwards(ledger: str) -> None:
    """From an earlier moment to a later one."""
    asked = ("--from", "2022-01-09T18:00+06:00", "--to", "2022-01-07T18:00+06:00")
    assert "is before 9 January 2022, 18:00 +06:00" in wrong(2, "diff", ledger, *asked)


def test_what_had_not_been_reported_is_remarked_on(ledger: str) -> None:
    """By timeline and by diff, as by the others."""
    early = "2022-01-01T00:00+06:00"
    remark = "nothing that answers this had been reported\n"
    told_of = run("timeline", ledger, "--measure", "security", "--known-at", early)
    assert (told_of.exit_code, told_of.stderr) == (0, remark)
    assert run("diff", ledger, "--from", early, "--to", early).stderr == remark


def test_diff_says_what_cannot_be_shown_to_have_been_known(ledger: str) -> None:
    """For either moment."""
    asked = ("--from", "2022-01-07T18:00+06:00", "--to", "2022-01-09T18:00+06:00")
    complaint = run("diff", ledger, *asked).stderr
    assert "at 9 January 2022, 18:00 +06:00: 5 entries dated 9 January 2022 without an" in complaint


def test_a_store_is_filled_asked_and_verified(tmp_path: Path) -> None:
    """It answers as the file does that it was filled from."""
    store = str(tmp_path / "january.db")
    assert answer("append", store, str(EXAMPLE)) == "231 new, 0 already there\n"
    assert answer("append", store, str(EXAMPLE), store) == "0 new, 462 already there\n"
    seal = answer("verify", store)
    assert answer("verify", store, "--seal", seal) == seal
    for asked in (["reconcile"], ["audit", "--format", "lines"], ["show", "--format", "csv"]):
        assert run(*asked, store).output == run(*asked, str(EXAMPLE)).output
    assert answer("convert", store, "-") == EXAMPLE.read_text(encoding="utf-8")


def test_an_export_is_what_the_library_writes(tmp_path: Path) -> None:
    """In each of the forms."""
    ledger = load(EXAMPLE)
    asked = ["export", str(EXAMPLE), "--to"]
    table = tmp_path / "january.csv"
    assert answer(*asked, "hxl", "-o", str(table)) == ""
    assert load_hxl(table) == ledger
    assert answer(*asked, "package", "-o", str(tmp_path / "january.zip")) == ""
    assert read_package(tmp_path / "january.zip") == ledger
    claims = json.loads(answer(*asked, "claims", "--base", "https://desk.example/"))
    assert claims == json.loads(json.dumps(to_claims(ledger, base="https://desk.example/")))
    rows = answer(*asked, "statements", "--name", "january").splitlines()
    assert [json.loads(row) for row in rows] == to_statements(ledger, dataset="january")
    [estimate] = [one for one in kazfigures.reconcile(ledger) if one.heading == OFFICERS]
    assert json.loads(answer(*asked, "prov", "--measure", OFFICERS)) == to_prov(estimate)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["prov", "--measure", "killed"], "measures hold 'killed'; take one of:"),
        (["package"], "a package is a folder or a zip; -o says which"),
        (["package", "--name", "A b", "-o", "out.zip"], "name: expected small letters, digits"),
        (["statements", "--name", "A b"], "dataset: expected small letters and digits"),
        (["claims", "--base", "ftp://x/"], "base: expected an http or https address"),
        (["hxl", "-o", "missing/out.csv"], "missing/out.csv: it cannot be written"),
        (["package", "-o", "missing/out.zip"], "missing/out.zip: it cannot be written"),
        (["hxl", "--rule", "envelope"], "--rule is for --to prov, not hxl"),
        (["claims", "--name", "toll"], "--name is for --to package and statements, not claims"),
        (["prov", "--base", "https://a/"], "--base is for --to claims, not prov"),
    ],
)
def test_an_export_that_cannot_be_is_refused(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert said in wrong(2, "export", str(EXAMPLE), "--to", *arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["append", "january.csv", EXAMPLE], 2, "a file that ends in .db, .sqlite or .sqlite3"),
        (["append", "january.db", "missing.jsonl"], 2, "'missing.jsonl' does not exist"),
        (["append", "january.db", "faulty.jsonl"], 1, "faulty.jsonl:1: outcome: expected a value"),
        (["append", "damaged.db", EXAMPLE], 1, "damaged.db: it is no store, or it is damaged"),
        (["reconcile", "damaged.db"], 1, "damaged.db: it is no store, or it is damaged"),
        (["reconcile", "postgresql://nobody@/x?host=/nowhere"], 1, "/nowhere"),
        (["append", "postgresql://nobody@/x?host=/nowhere", EXAMPLE], 1, "/nowhere"),
        (["verify", "missing.db"], 2, "'missing.db' does not exist"),
        (["verify", "damaged.db"], 1, "damaged.db: it is no store, or it is damaged"),
        (["verify", "damaged.db", "--seal", "17"], 2, "a number, a space and 64 hexadecimal"),
    ],
    ids=str,
)
def test_a_store_that_cannot_be_used_is_named(
    arguments: list[str], code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    Path("damaged.db").write_text("no database, " * 100, encoding="utf-8")
    Path("faulty.jsonl").write_text("{}\n", encoding="utf-8")
    assert said in wrong(code, *map(str, arguments))
    assert not Path("january.db").exists()


@pytest.mark.parametrize("missing", ["psycopg", "sqlalchemy"])
@pytest.mark.parametrize("command", [["reconcile"], ["verify"], ["append"]], ids=str)
def test_a_server_names_its_extra_where_it_is_missing(command: list[str], missing: str) -> None:
    """In a line, without a traceback, and without the password."""
    code = (
        f"import sys; sys.modules[{missing!r}] = None; from kazfigures.__main__ import main; main()"
    )
    files = [str(EXAMPLE)] if command == ["append"] else []
    done = program_run(*command, "postgresql://me:hush@nowhere/x", *files, code=code)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "kazfigures[postgres]" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert "hush" not in done.stderr.decode()


# draft


TOLL = """\
The Health Ministry said on Friday that 164 people had been killed.

The Interior Ministry denied that 164 people had been killed.
The Health Ministry lowered its toll to 16 from 164.
"""
PUBLISHED = ("--reported", "2022-01-09", "--source", "BBC")


@pytest.fixture
def toll(tmp_path: Path) -> str:
    path = tmp_path / "toll.txt"
    path.write_text(TOLL, encoding="utf-8")
    return str(path)


def test_draft_draws_one_row_a_figure_with_a_mark_on_what_is_inferred() -> None:
    drafted = answer("draft", str(ARTICLE), "--reported", "2022-01-07", "--source", "News18")
    title, _, _, _, _, *table = drafted.splitlines()
    assert title.startswith("8 drafts, published 7 January 2022 by News18. What ends in ? is ")
    numbered = [line.split("  ") for line in table if line[:1].isdigit()]
    figures = [next(filter(None, cells[1:])).strip() for cells in numbered]
    assert figures[:3] == ["26", "18", "More than 2,300"]
    assert len(figures) == 8
    assert "Interior Ministry?" in drafted


def test_draft_lists_what_is_taken_back(toll: str) -> None:
    assert answer("draft", toll, *PUBLISHED).splitlines()[-2:] == [
        "Taken back: denial by Interior Ministry of 164, reported 9 January 2022",
        "Taken back: correction by Health Ministry of 164 said by Health Ministry, 16 instead,"
        " reported 9 January 2022",
    ]


def test_draft_as_json_gives_every_part_with_its_certainty_and_its_words(toll: str) -> None:
    """The names in it are a promise to programs."""
    found = values("draft", toll, *PUBLISHED)
    first, second = found.pop("drafts")
    denial, correction = found.pop("notices")
    assert found == {"source": "BBC", "reported": "2022-01-09", "unread": []}
    parts = first.pop("parts")
    assert first == {
        "wording": "164",
        "stated": 164,
        "low": 164,
        "high": 164,
        "outcome": "killed",
        "population": "",
        "place": "",
        "unit": "people",
        "tally": "cumulative",
        "standing": "alone",
        "claimant": "Health Ministry",
        "relay": "",
        "via": ["BBC"],
        "as_of": "2022-01-07",
        "sentence": {"words": TOLL.splitlines()[0], "start": 0, "end": 67},
    }
    assert list(parts) == [
        *("figure", "outcome", "population", "place", "claimant", "relay", "as_of")
    ]
    assert parts["relay"] == {"words": "", "certainty": "unsaid", "spans": []}
    for name, words in (("figure", "164"), ("outcome", "killed"), ("claimant", "Health Ministry")):
        [span] = parts[name]["spans"]
        assert TOLL[span["start"] : span["end"]] == words
        assert parts[name]["certainty"] == "stated"
    assert (second["wording"], second["as_of"]) == ("16", None)
    assert (denial["notice"], denial["by"], denial["whose"], denial["instead"]) == (
        *("denial", "Interior Ministry", "", None),
    )
    assert list(denial["parts"]) == ["kind", "by", "whose", "figure", "instead"]
    assert correction["figure"]["low"] == 164
    assert correction["instead"] == {"wording": "16", "stated": 16, "low": 16, "high": 16}


@pytest.mark.parametrize(
    ("told_as", "reported", "as_of"),
    [
        (["2022-01-09"], "2022-01-09", "2022-01-07"),
        (["9 January 2022"], "2022-01-09", "2022-01-07"),
        (["2022-01-09 16:56"], "2022-01-09T16:56", "2022-01-07"),
        (
            ["2022-01-09", "--zone", "Asia/Almaty"],
            "2022-01-09[Asia/Almaty]",
            "2022-01-07[Asia/Almaty]",
        ),
        (["2022-01-09T16:56+06:00"], "2022-01-09T16:56+06:00", "2022-01-07[+06:00]"),
        (["2022-01-09[UTC]"], "2022-01-09[UTC]", "2022-01-07[UTC]"),
    ],
)
def test_dates_are_told_in_a_zone_where_somebody_said_which(
    toll: str, told_as: list[str], reported: str, as_of: str
) -> None:
    """And nothing pretends to one elsewhere."""
    found = values("draft", toll, "--reported", *told_as)
    assert (found["reported"], found["drafts"][0]["as_of"]) == (reported, as_of)
    table = answer("draft", toll, "--reported", *told_as)
    assert ("+00:00" in table, "16:56" in table) == (False, "16:56" in reported)


@pytest.mark.parametrize("text", [TOLL, TOLL.replace("\n", "\r\n"), f"\ufeff{TOLL}"])
def test_draft_takes_standard_input(toll: str, text: str) -> None:
    """And the line ends of every machine."""
    drafted = answer("draft", "-", *PUBLISHED, "--format", "json", given=text.encode())
    assert json.loads(drafted) == values("draft", toll, *PUBLISHED)


def test_a_text_without_figures_gives_none() -> None:
    drafted = answer("draft", "-", *PUBLISHED, given="Nothing happened.")
    assert drafted.startswith("0 drafts, published 9 January 2022 by BBC.")


def test_draft_reads_words_by_the_table_asked_for() -> None:
    given = "Officials said dozens of people were killed."
    lows = {
        json.loads(answer("draft", "-", *PUBLISHED, *options, "--format", "json", given=given))[
            "drafts"
        ][0]["low"]
        for options in ([], ["--words", "acled"])
    }
    assert len(lows) == 2


def test_an_article_that_is_no_utf_8_is_a_fault() -> None:
    assert wrong(1, "draft", "-", *PUBLISHED, given=b"one\ncaf\xe9 killed 18") == (
        "<stdin>:2: text: expected UTF-8, not 'caf\\udce9 killed 18'\n1 fault\n"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["-"], "Missing option '--reported'"),
        (["-", "--reported", "yesterday"], "Invalid value for '--reported': expected a date"),
        (["-", "--reported", "2022-01-09", "--zone", "UTC+6"], "Invalid value for '--zone'"),
        (["-", *PUBLISHED, "--source", "a\x00b"], "Invalid value for '--source': expected text"),
        (["no-such.txt", *PUBLISHED], "'no-such.txt' does not exist"),
        (["-", *PUBLISHED, "--confirm", "x.csv"], "a file that ends in .jsonl or .db"),
        (["-", *PUBLISHED, "--confirm", "x.jsonl"], "--zone Asia/Almaty says it"),
        (
            ["-", *PUBLISHED, "--zone", "Asia/Almaty", "--confirm", "x.jsonl"],
            "it needs a terminal, and ARTICLE to be a file",
        ),
    ],
)
def test_draft_refuses_what_it_cannot_use(arguments: list[str], complaint: str) -> None:
    """And asks nobody where nobody is there."""
    assert complaint in " ".join(wrong(2, "draft", *arguments, given=TOLL).split())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who sits at a terminal."""
    monkeypatch.setattr("kazfigures.cli.commands.drafts.has_terminal", lambda: True)


def walked(article: str, ledger: Path, *typed: str) -> Result:
    """Confirm the drafts of an article, with what a person types at each question."""
    return run(
        *("draft", article, *PUBLISHED, "--zone", "Asia/Almaty", "--confirm", str(ledger)),
        given="".join(f"{line}\n" for line in typed),
    )


@pytest.mark.usefixtures("asked")
def test_a_person_keeps_changes_and_skips_drafts_one_by_one(toll: str, tmp_path: Path) -> None:
    """Each is shown in its sentence; the event is asked for once."""
    ledger = tmp_path / "new.jsonl"
    typed = ("Kazakhstan", *("c", "place", "Kazakhstan"), "k", "s", "s", "s")
    result = walked(toll, ledger, *typed)
    assert (result.exit_code, result.stdout) == (0, f"{ledger}: 1 new, 0 already there\n")
    assert "The Health Ministry said on Friday that [164] people had been killed." in result.stderr
    assert re.search(r"place +- {2}\(unsaid\)", result.stderr)
    assert re.search(r"place +Kazakhstan {2}\(yours\)", result.stderr)
    [kept] = load(ledger).observations
    assert str(kept.measure) == "killed, Kazakhstan"
    assert (kept.measure.event, str(kept)) == (
        *("Kazakhstan", "164: Health Ministry via BBC, as of 7 January 2022"),
    )


@pytest.mark.usefixtures("asked")
def test_what_the_ledger_holds_is_not_added_again(toll: str, tmp_path: Path) -> None:
    """And its one event is offered."""
    for ledger in (tmp_path / "new.jsonl", tmp_path / "new.db"):
        walked(toll, ledger, "Kazakhstan", "k", "s", "s", "s")
        again = walked(toll, ledger, "", "k", "k", "s", "s")
        assert again.stdout == f"{ledger}: 1 new, 1 already there\n"


CHANGED: tuple[tuple[str, str, str, str], ...] = (
    ("figure", "at least 160", "wording", "at least 160"),
    ("outcome", "dead", "outcome", "dead"),
    ("population", "security forces/police", "population", "security forces/police"),
    ("unit", "bodies", "unit", "bodies"),
    ("tally", "stock", "tally", "stock"),
    ("definition", "in morgues", "definition", "in morgues"),
    ("claimant", "Police", "source", "Police"),
    ("via", "TASS; AFP", "via", "['TASS', 'AFP']"),
    ("as_of", "8 January 2022", "as_of", "2022-01-08[Asia/Almaty]"),
    ("origin", "briefing", "origin", "briefing"),
    ("url", "https://bbc.example/1", "url", "https://bbc.example/1"),
    ("credibility", "2", "credibility", "2"),
    ("note", "read twice", "note", "read twice"),
)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("name", "typed", "field", "held"), CHANGED)
def test_a_person_can_change_a_field(  # noqa: PLR0917 - a table's columns
    toll: str, tmp_path: Path, name: str, typed: str, field: str, held: str
) -> None:
    ledger = tmp_path / "new.jsonl"
    walked(toll, ledger, "", "change", name, typed, "keep", "s", "s", "s")
    [kept] = map(to_record, load(ledger))
    assert str(kept[field]) == held


@pytest.mark.usefixtures("asked")
def test_an_increment_may_have_a_window_and_lose_it_again(toll: str, tmp_path: Path) -> None:
    ledger = tmp_path / "new.jsonl"
    window = ("c", "tally", "increment", "c", "since", "6 January 2022")
    walked(toll, ledger, "", *window, "k", "s", "s", "s")
    walked(toll, ledger, "", *window, "c", "since", "-", "c", "via", "-", "k", "s", "s", "s")
    kept = [to_record(one) for one in load(ledger)]
    assert {(one.get("since"), *one.get("via", ["none"])) for one in kept} == {
        ("2022-01-06[Asia/Almaty]", "BBC"),
        (None, "none"),
    }


@pytest.mark.usefixtures("asked")
def test_a_change_that_is_none_stays_what_the_text_says(toll: str, tmp_path: Path) -> None:
    """By Enter alone."""
    result = walked(toll, tmp_path / "new.jsonl", "", "c", "claimant", "", *("s" * 4))
    assert "(yours)" not in result.stderr


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("reported", "as_of"),
    [
        ("2022-01-09[Asia/Almaty]", "2022-01-08[Asia/Almaty]"),
        ("2022-01-09T16:56+06:00", "2022-01-08[+06:00]"),
    ],
)
def test_what_is_typed_is_told_by_the_clocks_of_publication(
    toll: str, tmp_path: Path, reported: str, as_of: str
) -> None:
    """Where no other zone is given."""
    ledger = tmp_path / "new.jsonl"
    typed = ("", "c", "as_of", "8 January 2022", "k", "s", "s", "s")
    run(
        *("draft", toll, "--reported", reported, "--confirm", str(ledger)),
        given="".join(f"{line}\n" for line in typed),
    )
    assert [one.as_of.text for one in load(ledger).observations] == [as_of]


WRONG = (
    ("figure", "unknown", "! wording: expected words that state a count"),
    ("as_of", "yesterday", "! moment: expected a date and time alone"),
    ("as_of", "10 January 2022", "! as_of: expected a moment no later than reported"),
    ("credibility", "high", "! credibility: expected a number from 1 to 6"),
    ("url", "bbc.example", "! url: expected an address that starts with"),
    ("since", "6 January 2022", "! since: expected none, since the tally is cumulative"),
    ("outcome", "-", "! outcome: expected a few words"),
)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("name", "typed", "complaint"), WRONG)
def test_what_no_observation_holds_is_said_and_asked_again(
    toll: str, tmp_path: Path, name: str, typed: str, complaint: str
) -> None:
    """What cannot be kept is not."""
    result = walked(toll, tmp_path / "new.jsonl", "", "c", name, typed, *("s" * 4))
    assert complaint in " ".join(result.stderr.split())
    assert result.stderr.endswith(f"nothing was added to {tmp_path / 'new.jsonl'}\n")


@pytest.mark.usefixtures("asked")
def test_a_draft_that_nobody_claims_asks_who_does(tmp_path: Path) -> None:
    article, ledger = tmp_path / "a.txt", tmp_path / "new.jsonl"
    article.write_text("There, 18 people were killed.", encoding="utf-8")
    result = run(
        *("draft", str(article), "--reported", "2022-01-09[UTC]", "--confirm", str(ledger)),
        given="\nk\nc\nclaimant\nPolice\nk\n",
    )
    assert "! claimant: expected who says it" in result.stderr
    assert [entry.source.name for entry in load(ledger).observations] == ["Police"]


@pytest.mark.usefixtures("asked")
def test_a_person_is_told_what_a_figure_allows_and_how_it_stands(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "Police said dozens of people were killed and another 353 were injured.", encoding="utf-8"
    )
    result = walked(str(article), tmp_path / "new.jsonl", "", "s", "s")
    assert re.search(r"figure +dozens {2}\(stated, at least 24\)", result.stderr)
    assert re.search(r"figure +another 353 {2}\(stated, 353, further\)", result.stderr)


@pytest.mark.usefixtures("asked")
def test_a_notice_that_takes_nothing_back_says_so(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "Police said 164 people were killed. The Health Ministry denied that 164 had been killed.",
        encoding="utf-8",
    )
    result = walked(str(article), tmp_path / "new.jsonl", "", "k", "1")
    assert "takes nothing back as it stands" in " ".join(result.stderr.split())


@pytest.mark.usefixtures("asked")
def test_a_notice_of_a_report_elsewhere_names_it(tmp_path: Path) -> None:
    article, ledger = tmp_path / "a.txt", tmp_path / "new.jsonl"
    article.write_text("Police denied that 164 people had been killed.", encoding="utf-8")
    walked(str(article), ledger, "", "statement of Friday")
    assert [notice.of for notice in load(ledger).notices] == [("statement of Friday",)]


def test_the_counts_in_no_draft_are_told(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Six were killed. Hospitals put the number at seven.", encoding="utf-8")
    assert run("draft", str(article), *PUBLISHED).stdout.endswith("Counts in no draft: seven.\n")
    article.write_text("Der Bericht liegt nicht vor.", encoding="utf-8")
    assert "draft reads English news text" in run("draft", str(article), *PUBLISHED).stdout


@pytest.mark.usefixtures("asked")
def test_an_answer_is_a_word_or_its_beginning(toll: str, tmp_path: Path) -> None:
    """Where two begin so, it is asked again."""
    result = walked(toll, tmp_path / "new.jsonl", "", "x", "C", "u", "URL", "-", "ski", *("s" * 3))
    assert result.stderr.count("  ! one of ") == 2
    assert result.exit_code == 0


QUITTING = (
    (("k", "q", "y"), True, 0),
    (("k", "q", "n"), False, 0),
    (("k", "q", ""), False, 0),
    (("s", "q"), False, 0),
    (("c", "q"), False, 0),
    (("k",), False, 1),
    (("k", "q"), False, 1),
)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("typed", "is_kept", "code"), QUITTING)
def test_quitting_keeps_nothing_unless_the_person_says_so(
    toll: str,
    tmp_path: Path,
    typed: tuple[str, ...],
    is_kept: bool,  # noqa: FBT001 - a column of the table
    code: int,
) -> None:
    """Nor does the end of what is typed; what was written is said."""
    ledger = tmp_path / "new.jsonl"
    result = walked(toll, ledger, "", *typed)
    assert (ledger.exists(), result.exit_code) == (is_kept, code)
    said = result.stdout if is_kept else result.stderr.splitlines()[-1]
    assert (": 1 new, " in said) if is_kept else ("nothing was added to" in said)


@pytest.mark.usefixtures("asked")
def test_a_notice_is_about_a_report_of_its_figure(toll: str, tmp_path: Path) -> None:
    """A correction also asks for what stands in its place; both may be of the same walk."""
    ledger = tmp_path / "new.jsonl"
    result = walked(toll, ledger, "", "k", "k", "1", "1", "1")
    assert result.stdout == f"{ledger}: 4 new, 0 already there\n"
    kept = load(ledger)
    by_wording = {one.figure.wording: one.id for one in kept.observations}
    denial, correction = sorted(kept.notices, key=lambda one: one.kind, reverse=True)
    assert (denial.of, denial.by.name) == ((by_wording["164"],), "Interior Ministry")
    assert denial.reason == "The Interior Ministry denied that 164 people had been killed."
    assert (correction.of, correction.instead) == ((by_wording["164"],), by_wording["16"])


@pytest.mark.usefixtures("asked")
def test_a_notice_looks_for_its_report_in_the_ledger(toll: str, tmp_path: Path) -> None:
    """Of several a person picks one, or none; where none fits one can be named."""
    ledger = tmp_path / "old.jsonl"
    ledger.write_text(lines([told("164", "Police", "08"), told("164", "Army", "09")]))
    assert "is known here" in walked(toll, ledger, "", "s", "s", "skip", "2", "").stderr
    result = walked(toll, ledger, "", "s", "s", "2", "s")
    assert "1 164: Army" in result.stderr
    [notice] = load(ledger).notices
    [police] = [one for one in load(ledger).observations if one.source.name == "Police"]
    assert notice.of == (police.id,)


@pytest.mark.usefixtures("asked")
def test_a_notice_is_about_the_claimant_that_it_names(toll: str, tmp_path: Path) -> None:
    """And a correction puts another figure of the same measure in its place."""
    ledger = tmp_path / "old.jsonl"
    ministry = told("164", "Health Ministry", "08")
    ledger.write_text(
        lines([ministry, told("164", "Police", "08"), told("16", "Army", "08", outcome="injured")])
    )
    walk = walked(toll, ledger, "", "s", "s", "skip", "1", "skip")
    correction = walk.stderr.partition("Notice 2")[2]
    assert "1 164: Health Ministry" in correction
    assert "Police" not in correction
    assert "No report of that figure is known here" in correction
    assert correction.rstrip().endswith(f"nothing was added to {ledger}")


@pytest.mark.usefixtures("asked")
def test_a_notice_without_a_figure_is_about_what_its_giver_said(tmp_path: Path) -> None:
    article, ledger = tmp_path / "a.txt", tmp_path / "new.jsonl"
    article.write_text(
        "Police said 164 people had died. The army said 12 were hurt.\n\n"
        "Police later retracted that figure.",
        encoding="utf-8",
    )
    walked(str(article), ledger, "", "k", "k", "1")
    kept = load(ledger)
    [police] = [one for one in kept.observations if one.source.name == "Police"]
    assert [one.of for one in kept.notices] == [(police.id,)]


@pytest.mark.usefixtures("asked")
def test_a_notice_of_nobody_asks_who_gives_it(tmp_path: Path) -> None:
    article, ledger = tmp_path / "a.txt", tmp_path / "old.jsonl"
    article.write_text("The figure of 164 was retracted.", encoding="utf-8")
    ledger.write_text(lines([told("164", "Police", "08")]))
    drafted = values("draft", str(article), *PUBLISHED)
    assert ([one["by"] for one in drafted["notices"]], drafted["drafts"]) == ([""], [])
    walked(str(article), ledger, "", "1", "")
    assert [one.by.name for one in load(ledger).notices] == ["Police"]


@pytest.mark.usefixtures("asked")
def test_a_ledger_with_faults_is_told_of_before_anybody_is_asked(toll: str, tmp_path: Path) -> None:
    for name in ("bad.jsonl", "bad.db"):
        ledger = tmp_path / name
        ledger.write_text("x" * 200)
        result = walked(toll, ledger, "")
        assert (result.exit_code, "Draft 1" in result.stderr) == (1, False)


@pytest.mark.usefixtures("asked")
def test_a_ledger_that_cannot_be_written_is_named(toll: str, tmp_path: Path) -> None:
    result = walked(toll, tmp_path / "no-folder" / "new.jsonl", "", "k", "s", "s", "s")
    assert result.exit_code == 2
    assert "it cannot be written: No such file or directory" in " ".join(result.stderr.split())


@pytest.mark.usefixtures("asked")
def test_nothing_is_asked_about_a_text_without_figures(tmp_path: Path) -> None:
    article = tmp_path / "quiet.txt"
    article.write_text("Nothing happened.", encoding="utf-8")
    result = walked(str(article), tmp_path / "new.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("no figure was found, and nothing was added to ")


def test_a_person_at_a_terminal_can_stop_at_any_time(toll: str, tmp_path: Path) -> None:
    """By Ctrl-C, in a real one; nothing is kept."""
    pty = pytest.importorskip("pty")
    ledger = tmp_path / "new.jsonl"
    command = [sys.executable, "-m", "kazfigures", "draft", toll, *PUBLISHED]
    command += ["--zone", "UTC", "--confirm", str(ledger)]
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, command, ENVIRONMENT)  # noqa: S606 - this very program
    shown, typed = b"", b""
    answers = [b"\n", b"k\n", b"\x03"]
    while True:
        if not select.select([terminal], [], [], 5)[0]:
            os.write(terminal, typed)  # typed before the program listened, it is lost
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # the program has ended
            break
        shown += piece
        if answers and shown.rstrip().endswith(b"]:"):
            typed = answers.pop(0)
            os.write(terminal, typed)
            shown = b""
        if not piece:
            break
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert b"stopped: nothing was added to" in shown
    assert not ledger.exists()


# one name for a source


TWO_NAMES = [
    told("18", "MVD", "07", via=["Khabar"]),
    told("18", "МВД", "08", via=["Хабар"]),
    told("20", "Hospital", "08"),
]
TABLE_OF_ALIASES = "name,alias\nInterior Ministry,MVD\nInterior Ministry,МВД\nKhabar 24,Khabar\n"
RENAMED = "table.csv: 2 of 3 entries are told under other names than theirs\n"


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a ledger that has two names of one ministry, and the table that says so."""
    monkeypatch.chdir(tmp_path)
    Path("named.jsonl").write_text(lines(TWO_NAMES), encoding="utf-8")
    Path("table.csv").write_text(TABLE_OF_ALIASES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["reconcile", "named.jsonl"],
        ["explain", "named.jsonl", "--measure", "killed"],
        ["sensitivity", "named.jsonl", "--rule", "quorum(2)", "--rule", "house"],
        ["audit", "named.jsonl", "--severity", "note", "--fail-at", "never"],
        ["timeline", "named.jsonl", "--measure", "killed"],
        ["diff", "named.jsonl", "--from", "2022-01-07[Asia/Almaty]"],
        ["report", "named.jsonl", "--embed"],
        ["show", "named.jsonl"],
        ["show", "named.jsonl", "--source", "interior ministry"],
    ],
    ids=lambda arguments: " ".join(arguments[:1]),
)
@pytest.mark.usefixtures("named")
def test_every_command_that_asks_a_ledger_asks_it_under_one_name(arguments: list[str]) -> None:
    """As it would if the ledger had been written so; and it says how much it renamed."""
    text = Path("named.jsonl").read_text(encoding="utf-8")
    for alias in ("MVD", "МВД"):
        text = text.replace(f'"{alias}"', '"Interior Ministry"')
    Path("written.jsonl").write_text(text.replace('"Khabar"', '"Khabar 24"'), encoding="utf-8")
    asked = run(*arguments, "--aliases", "table.csv")
    written = run(arguments[0], "written.jsonl", *arguments[2:])
    assert asked.exit_code == 0
    assert "MVD" not in asked.stdout
    told_by = re.compile(r"\s+Names by\s+table\.csv\.")
    assert told_by.sub("", asked.stdout).split() == written.stdout.split()
    assert RENAMED + written.stderr == asked.stderr


@pytest.mark.usefixtures("named")
def test_compare_finds_two_reports_by_the_ids_they_have_under_one_name() -> None:
    shown = run("show", "named.jsonl", "--aliases", "table.csv", "--format", "json").stdout
    one, other, _ = (record["id"] for record in json.loads(shown))
    asked = run("compare", "named.jsonl", one, other, "--aliases", "table.csv")
    assert (asked.exit_code, asked.stderr) == (0, RENAMED)
    assert "Interior Ministry" in asked.stdout
    assert "no report has an id" in wrong(2, "compare", "named.jsonl", one, other)


@pytest.mark.parametrize("command", ["reconcile", "explain", "sensitivity"])
@pytest.mark.usefixtures("named")
def test_an_answer_says_by_which_table_its_names_are(command: str) -> None:
    arguments = (command, "named.jsonl", "--measure", "killed", "--aliases", "table.csv")
    assert "Names by table.csv." in " ".join(run(*arguments).stdout.split())
    [told_of] = json.loads(run(*arguments, "--format", "json").stdout)
    assert told_of["asked"]["aliases"] == "table.csv"


@pytest.mark.usefixtures("named")
def test_a_table_of_nobody_in_the_ledger_says_so() -> None:
    Path("table.csv").write_text("name,alias\nNobody,No one\n", encoding="utf-8")
    asked = run("show", "named.jsonl", "--aliases", "table.csv")
    assert asked.stderr == RENAMED.replace("2 of 3", "0 of 3")
    assert asked.stdout == answer("show", "named.jsonl")


@pytest.mark.parametrize(
    ("table", "code", "said"),
    [
        ("name;alias\nA;x\n", 1, "table.csv:1: header: expected name,alias"),
        ("name,alias\nA,x\nB,x\nC,\n", 1, "table.csv:3: alias: expected an alias of one name"),
        ("name,alias\nA,x\nB,x\nC,\n", 1, "table.csv:4: alias: expected a few words"),
        ("name,alias\nA,x\nB,x\nC,\n", 1, "2 faults"),
        (None, 2, "'--aliases': File 'table.csv' does not exist"),
    ],
)
@pytest.mark.usefixtures("named")
def test_a_table_that_cannot_be_used_is_named(table: str | None, code: int, said: str) -> None:
    if table is None:
        Path("table.csv").unlink()
    else:
        Path("table.csv").write_text(table, encoding="utf-8")
    assert said in wrong(code, "reconcile", "named.jsonl", "--aliases", "table.csv")


@pytest.mark.usefixtures("named")
def test_a_table_that_may_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(inputs, "load_aliases", refuse)
    complaint = wrong(2, "reconcile", "named.jsonl", "--aliases", "table.csv")
    assert "table.csv: it cannot be read: Permission denied" in complaint


@pytest.mark.usefixtures("named")
def test_corrections_in_a_circle_under_one_name_are_a_fault() -> None:
    ledger = load("named.jsonl")
    _, one, other = sorted(ledger.observations, key=lambda report: report.source.name)
    notices = [
        kazfigures.Notice("correction", one, "MVD", "2022-01-09[UTC]", instead=other),
        kazfigures.Notice("correction", other, "MVD", "2022-01-10[UTC]", instead=one),
    ]
    kazfigures.dump([*ledger, *notices], "named.jsonl")
    assert answer("show", "named.jsonl")
    complaint = wrong(1, "show", "named.jsonl", "--aliases", "table.csv")
    assert "corrections that end somewhere, not in a circle, once the names are one" in complaint


COMMANDS = (
    *("reconcile", "explain", "sensitivity", "audit", "compare", "timeline", "diff"),
    *("report", "export", "show", "read", "draft", "convert", "append", "verify", "rules"),
    "check-rule",
)


def test_the_program_says_what_its_exit_codes_mean() -> None:
    """And lists its commands, each with a whole sentence."""
    told_help = answer("--help", columns=80)
    assert "exit code is 0 for an answer" in " ".join(told_help.split())
    assert "..." not in told_help.replace("[ARGS]...", "")
    listed = [line.split()[0] for line in told_help.partition("Commands:")[2].splitlines() if line]
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    """In a sentence."""
    for parameter in program.commands[command].params:
        if isinstance(parameter, click.Option):
            assert (parameter.help or "").endswith((".", "do."))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_the_help_work(command: str, tmp_path: Path) -> None:
    """They run as they stand, on the example of the documentation."""
    told_help = answer(command, "-h", columns=80)
    assert told_help.splitlines()[2].strip().endswith(".")
    examples = re.findall(
        r"^ +(kazfigures .*)$", told_help.partition("For example:")[2], re.MULTILINE
    )
    assert examples
    for file in (EXAMPLE, DESK_EXAMPLE, ARTICLE):
        shutil.copy(file, tmp_path / file.name)
    with kazfigures.open_ledger(tmp_path / "january.db") as store:
        store.append(load(EXAMPLE))
    for example in examples:
        asked = example.replace("kazfigures ", f"'{sys.executable}' -m kazfigures ", 1)
        done = subprocess.run(  # noqa: S602 - the examples are written for a shell
            asked, shell=True, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr


def test_the_version_is_that_of_the_package() -> None:
    """As it is installed."""
    try:
        version = metadata.version("kazfigures")
    except metadata.PackageNotFoundError:
        pytest.skip("the package is not installed")
    assert answer("--version") == f"kazfigures {version}\n"


@pytest.mark.parametrize(
    ("arguments", "incomplete", "offered"),
    [
        ([], "re", {"reconcile", "read", "report"}),
        (["reconcile", "--rule"], "quo", {"quorum(2)"}),
        (["reconcile", "--rule"], "", {rule.name for rule in NAMED}),
        (["sensitivity", "--rule"], "econ", {"economist"}),
        (["read", "--words"], "", set(WORD_TABLES)),
        (["reconcile"], "--known", {"--known-at"}),
    ],
)
def test_a_shell_can_complete(arguments: list[str], incomplete: str, offered: set[str]) -> None:
    """Commands, options, rules and word tables."""
    completion = ShellComplete(program, {}, "kazfigures", "_KAZFIGURES_COMPLETE")
    items = completion.get_completions(arguments, incomplete)
    assert {item.value for item in items} == offered


# The program itself


ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"}


def program_run(
    *arguments: str, given: bytes = b"", code: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    start = ["-c", code] if code else ["-m", "kazfigures"]
    return subprocess.run(  # noqa: S603 - this very program
        [sys.executable, *start, *arguments],
        input=given,
        env=ENVIRONMENT | environment,
        capture_output=True,
        check=False,
    )


def test_the_program_answers_a_pipe(ledger: str) -> None:
    """Plainly: no colour, the same on every machine."""
    done = program_run("reconcile", "-", given=Path(ledger).read_bytes(), COLUMNS="98")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, TABLE, b"")


def test_the_program_names_standard_input() -> None:
    """Where a fault stands, place first."""
    done = program_run("reconcile", "-", given=b"\nx")
    assert done.stderr.startswith(b"<stdin>:2: record: expected JSON")


@pytest.mark.parametrize(
    ("arguments", "given", "code"),
    [
        (("rules",), b"", 0),
        (("read", "unknown"), b"", 1),
        (("reconcile", "-"), b"x", 1),
        (("reconcile", "no-such-file.csv"), b"", 2),
        (("explain", "-", "--measure", "x"), b"", 2),
        (("--no-such-option",), b"", 2),
    ],
)
def test_the_program_exits_with_the_code_of_its_answer(
    arguments: tuple[str, ...], given: bytes, code: int
) -> None:
    """No traceback for any input."""
    done = program_run(*arguments, given=given)
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_the_program_writes_utf_8_into_pipes(encoding: str) -> None:
    """Whatever the machine would like, wordings in Kazakh come out whole."""
    done = program_run("read", "барлығы 238", "--words", "kazakh", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "барлығы 238" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_early_ends_the_program_quietly(tmp_path: Path) -> None:
    """As `| head` does."""
    many = tmp_path / "many.jsonl"
    many.write_text(
        lines(told(f"{number}", f"Source {number}", "09") for number in range(3000)),
        encoding="utf-8",
    )
    with subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-m", "kazfigures", "show", str(many), "--format", "json"],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_the_program_names_its_extra_where_it_is_missing(missing: str) -> None:
    """In one line, without a traceback."""
    code = (
        f"import sys; sys.modules[{missing!r}] = None; from kazfigures.__main__ import main; main()"
    )
    done = program_run(code=code)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "the command line needs the extra 'cli': pip install 'kazfigures[cli]'"
    ]


DESK = """\
import kazfigures as kf

def cautious(claims):
    return kf.pools.lowest.combine(claims).count

@kf.rule(promises={kf.laws.UNANIMOUS})
def one_more(claims):
    '''One more than the first claim.'''
    return kf.Count.exactly(claims[0].count.low + 1)

def first_row(rows):
    return None

number = 3
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a module of a desk's rules, in the folder that the program is run in."""
    name = f"desk_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(DESK)
    monkeypatch.chdir(tmp_path)
    return name


@pytest.mark.parametrize("ending", ["", ".py"])
def test_check_rule_tries_a_function_of_a_module_or_a_file(desk: str, ending: str) -> None:
    """The core laws, and the pipeline's, since it promises nothing."""
    told = answer("check-rule", f"{desk}{ending}:cautious", "--examples", "5")
    assert told.startswith("cautious: 33 promises kept")
    assert "not promised, and not kept: " in told


def test_check_rule_shows_a_broken_promise_as_code_to_paste(desk: str) -> None:
    result = run("check-rule", f"{desk}:one_more", "--examples", "5", "--seed", "3")
    assert result.exit_code == 1
    assert "unanimity: when all claims are one count, no other is the range" in result.stdout
    assert "    ledger = kf.Ledger([first])\n" in result.stdout


def test_check_rule_tries_a_query_over_rows(desk: str) -> None:
    told = json.loads(
        answer("check-rule", f"{desk}:first_row", "--rows", "--examples", "5", "--format", "json")
    )
    assert (told["rule"], told["ok"]) == ("first_row", True)
    verdicts = {ruling["law"]: ruling["verdict"] for ruling in told["rulings"]}
    assert verdicts["account_complete"] == "not tried"
    assert verdicts["total"] == "not promised, and not kept"


NO_RULES = [
    ("no name at all", "{desk}", "a module and a name in it"),
    ("a name that is not there", "{desk}:nobody", "a name that {desk} has, one of "),
    ("a module that is not there", "nowhere_to_be_found:rule", "a module that can be imported"),
    ("a file that is not there", "nowhere.py:rule", "a file that is there"),
    ("a number", "{desk}:number", "a Rule, a Pool, a table rule"),
]


@pytest.mark.parametrize(
    ("rule", "expected"), [case[1:] for case in NO_RULES], ids=[case[0] for case in NO_RULES]
)
def test_check_rule_refuses_what_is_no_rule(desk: str, rule: str, expected: str) -> None:
    said = wrong(2, "check-rule", rule.format(desk=desk))
    assert expected.format(desk=desk) in " ".join(said.split())


def test_check_rule_without_its_extra_says_what_to_install(
    desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name.startswith(("kazfigures.trials", "kazfigures.strategies")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(kazfigures, "trials", raising=False)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.setitem(sys.modules, "hypothesis.strategies", None)
    said = wrong(2, "check-rule", f"{desk}:cautious")
    assert "kazfigures[strategies]" in said


def test_any_other_import_that_fails_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So it is not hidden."""
    monkeypatch.setitem(sys.modules, "kazfigures.cli", None)
    with pytest.raises(ImportError, match=r"kazfigures\.cli"):
        main()


def test_the_program_runs_where_its_output_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a notebook or a debugger, say."""
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "argv", ["kazfigures", "rules", "--format", "csv"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert output.getvalue().startswith("name,sentence,promises,citation\n")


@pytest.mark.parametrize(
    ("is_terminal", "patience", "shown"),
    [
        (True, -1.0, "\r4 entries read\r8 entries read\r              \r"),
        (True, 60.0, ""),
        (False, -1.0, ""),
    ],
)
def test_long_reading_shows_how_far_it_is(
    ledger: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_terminal: bool,
    patience: float,
    shown: str,
) -> None:
    """On a terminal's standard error, after two seconds, and it cleans up after itself."""
    monkeypatch.setattr(inputs, "_STEP", 4)
    monkeypatch.setattr(inputs, "_PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    assert inputs.read_ledger([ledger], None, plain) == load(ledger)
    assert capsys.readouterr() == ("", shown)


# report


def test_report_writes_a_page_to_a_file_or_to_a_pipe(ledger: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert answer("report", ledger, "-o", str(page), "--title", "January") == ""
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "<title>January</title>" in html
    assert answer("report", ledger, "--title", "January") == html


def test_report_gives_a_piece_to_paste(ledger: str) -> None:
    piece = answer("report", ledger, "--embed", "--measure", OFFICERS, "--style", "russian")
    assert piece.startswith('<section class="kazfigures">')
    assert piece.endswith("</section>\n")
    assert 'lang="ru"' in piece


@pytest.mark.parametrize(
    ("option", "value"), [("--zone", "Nowhere"), ("--style", "tabloid"), ("--known-at", "noon")]
)
def test_report_refuses_what_it_does_not_know(ledger: str, option: str, value: str) -> None:
    assert value in wrong(2, "report", ledger, option, value)


def test_report_leaves_what_was_there_where_it_cannot_write(ledger: str, tmp_path: Path) -> None:
    """A page is written whole or not at all."""
    folder = tmp_path / "nowhere" / "page.html"
    assert "page.html" in wrong(2, "report", ledger, "-o", str(folder))
    page = tmp_path / "page.html"
    page.write_text("yesterday's", encoding="utf-8")
    wrong(2, "report", ledger, "-o", str(page), "--zone", "Nowhere")
    assert page.read_text(encoding="utf-8") == "yesterday's"
    assert [one.name for one in tmp_path.glob("page*")] == ["page.html"]


@pytest.mark.parametrize("missing", ["altair", "fluent.runtime"])
def test_report_names_its_extra_where_it_is_missing(missing: str) -> None:
    """In a line, without a traceback."""
    code = (
        f"import sys; sys.modules[{missing!r}] = None; from kazfigures.__main__ import main; main()"
    )
    done = program_run("report", str(EXAMPLE), code=code)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "kazfigures[report]" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
