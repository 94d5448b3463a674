"""The page: what it shows of a ledger, how large it is, and that it needs nothing beside it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import attrs
import pytest
from pages import Element, links_of, parsed, structure, words_of
from processes import outputs_under

from kazfigures import (
    Estimates,
    Ledger,
    Measure,
    Notice,
    Observation,
    Status,
    audit,
    house,
    load,
    pools,
    reconcile,
)
from kazfigures.audit.kinds import Severity
from kazfigures.errors import LedgerError, MomentError
from kazfigures.rules.testimonies import SetAside
from kazfigures.surfaces import words
from kazfigures.surfaces.report import Page, report

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "kazakhstan-2022.jsonl"
MOST = 500_000
KILLED = Measure("killed", place="Kazakhstan")


@cache
def record() -> Ledger:
    return load(EXAMPLE)


@cache
def whole() -> Page:
    return report(record(), title="January 2022")


@cache
def read() -> Element:
    return parsed(whole().html)


def section(page: Element, id_: str) -> Element:
    [found] = [one for one in page.elements if one.attributes.get("id") == id_]
    return found


def table_rows(page: Element) -> list[list[Element]]:
    """Give the cells of every row of the table of reports."""
    [table] = page.all("table", "kf-sortable")
    [body] = table.all("tbody")
    return [[cell for cell in row.contents if isinstance(cell, Element)] for row in body.all("tr")]


def many(size: int, text: str = "") -> Ledger:
    """A ledger of so many reports: forty measures, a dozen claimants, a text in every field."""
    return Ledger(
        Observation(
            Measure("killed", place=f"Kazakhstan/{place % 40}{text}", definition=text),
            f"{100 + place % 7}",
            f"claimant {place % 12}{text}",
            as_of=f"2022-01-{1 + place % 28:02}T00:00Z",
            reported=f"2022-02-{1 + place % 28:02}T{place // 60 % 24:02}:{place % 60:02}Z",
            via=[f"outlet {place}{text}"],
            note=text,
            url=f"https://example.org/{place}",
        )
        for place in range(size)
    )


def oracle(estimates: Estimates) -> Counter[tuple[str, str, str, str]]:
    """Give every report by its words, what is counted, its claimant and what became of it."""
    return Counter(
        (
            told.observation.figure.wording,
            str(told.observation.measure),
            told.observation.attribution,
            told.reason.value if isinstance(told, SetAside) else "used",
        )
        for estimate in estimates
        for told in (*estimate.used, *estimate.set_aside)
    )


def shown(page: Element) -> Counter[tuple[str, str, str, str]]:
    """Give the same of the rows of a page's table."""
    return Counter(
        (
            row[0].all("bdi")[0].text,
            row[1].text,
            row[2].all("bdi")[0].text,
            row[5].text.partition(": ")[0],
        )
        for row in table_rows(page)
    )


def test_the_page_needs_nothing_beside_it() -> None:
    """It loads nothing; its links are to the web, or to places that it has."""
    ids = [one.attributes["id"] for one in read().elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for link in links_of(whole().html):
        assert link.startswith(("http://", "https://")) or link.removeprefix("#") in ids
    names = {name for name, _ in structure(whole().html)}
    assert not names & {"img", "link", "iframe", "object", "embed", "form", "base", "audio"}
    assert [one.attributes for one in read().all("script")] == [{}]
    assert "@import" not in whole().html
    assert "url(" not in whole().html


def test_the_page_of_the_record_is_light() -> None:
    assert len(whole().html.encode()) < MOST
    assert len(whole().fragment.encode()) < MOST / 20


def test_the_table_has_every_report_once_with_its_fate() -> None:
    """As the rule accounts for it, and with the address where it was published."""
    told = oracle(reconcile(record()))
    assert shown(read()) == told
    assert told.total() == len(record().observations) == 228
    linked = Counter(one.attributes["href"] for one in section(read(), "reports").all("a"))
    assert linked == Counter(one.url for one in record().observations if one.url)


def test_another_rule_tells_other_fates() -> None:
    page = report(record(), rule=pools.lowest)
    assert shown(parsed(page.html)) == oracle(reconcile(record(), pools.lowest))


def test_every_figure_is_shown() -> None:
    rows = section(read(), "all-figures").all("tbody")[0].all("tr")
    assert [row.all("th")[0].text for row in rows] == [one.heading for one in reconcile(record())]


def test_figures_with_the_most_reports_stand_on_top() -> None:
    estimates = list(reconcile(record()))
    headings = [one.text for one in section(read(), "figures").all("h3")]
    by_heading = {one.heading: len(one.used) + len(one.set_aside) for one in estimates}
    counted = [by_heading[heading] for heading in headings]
    assert counted == sorted(by_heading.values(), reverse=True)[:8]
    assert "The other 33 stand under All figures." in section(read(), "figures").text
    for heading, said in zip(
        headings, section(read(), "figures").all("p", "kf-sentence"), strict=True
    ):
        [estimate] = [one for one in estimates if one.heading == heading]
        assert said.text == words.sentence(estimate).text


def test_who_conflicts_with_whom_is_shown() -> None:
    """Every dispute, with its claims drawn."""
    disputed = {
        one.heading
        for one in reconcile(record())
        if one.status in (Status.DISPUTED, Status.MAJORITY)
    }
    assert {one.text for one in section(read(), "disputes").all("h3")} == disputed
    assert len(section(read(), "disputes").all("svg")) == len(disputed)


def test_every_finding_but_notes_is_shown_or_counted() -> None:
    grave = [one for one in audit(record()) if one.severity > Severity.NOTE]
    lines = [one.text for one in section(read(), "findings").all("li")]
    left = [re.fullmatch(r"and (\d+) more of this kind", line) for line in lines]
    assert sum(int(one[1]) if one else 1 for one in left) == len(grave)
    for line in (line for line, one in zip(lines, left, strict=True) if not one):
        assert any(one.evidence in line for one in grave)


def test_a_withdrawn_figure_is_struck_and_said_to_be_withdrawn() -> None:
    """In the table and in the log; no sentence prints it."""
    taken_back = [
        one.observation.figure.wording
        for estimate in reconcile(record())
        for one in estimate.set_aside
        if one.is_taken_back
    ]
    assert "164" in taken_back
    struck = [row for row in table_rows(read()) if row[0].all("s")]
    assert Counter(row[0].all("bdi")[0].text for row in struck) == Counter(taken_back)
    assert all(row[5].text.startswith(("withdrawn: ", "corrected: ")) for row in struck)
    log = section(read(), "corrections")
    assert all(
        "withdrawn" in line.text or "corrected" in line.text
        for line in log.all("li")
        if line.all("s") and not line.all("ul")
    )
    for said in read().all("p", "kf-sentence"):
        assert "164" not in said.text
        assert not said.all("s")


def test_a_figure_that_somebody_else_denies_still_stands() -> None:
    """Who did not say it cannot take it back."""
    said = Observation(KILLED, "18", "Ministry", "2022-01-07[UTC]", "2022-01-07[UTC]")
    denied = Notice("denial", said, "Bystander", "2022-01-08[UTC]")
    log = section(parsed(report(Ledger([said, denied])).html), "corrections")
    assert "killed, Kazakhstan: 18, Ministry, still stands" in log.text
    assert not log.all("s")


def test_a_page_as_known_then_is_that_of_the_ledger_known_then() -> None:
    """But for the line that says when."""
    moment = "2022-01-10T18:00+06:00"
    then, asked = report(record().known_at(moment)), report(record(), known_at=moment)
    lines = [one.edition.setting for one in (then, asked)]
    assert lines[1].startswith(f"As known at {asked.edition.known_at}")
    pages = [one.html.replace(line, "") for one, line in zip((then, asked), lines, strict=True)]
    assert pages[0] == pages[1]


PROGRAM = """
import sys
from kazfigures import load
from kazfigures.surfaces.report import report
page = report(load("docs/examples/kazakhstan-2022.jsonl").where(outcome="hospitalised"))
sys.stdout.buffer.write((page.html + page.fragment).encode())
"""


def test_the_same_page_comes_out_twice_and_under_other_hash_seeds() -> None:
    assert report(record(), title="January 2022").html == whole().html
    assert str(whole()) == whole().html
    [page] = outputs_under((0, 9), PROGRAM)
    assert b"</html>" in page


def test_the_fragment_can_stand_in_another_page() -> None:
    """No script, no ids, no head of its own; headings of the third level."""
    found = parsed(whole().fragment)
    assert not {"html", "head", "body", "script", "h1", "h2"} & {one.name for one in found.elements}
    assert not any("id" in one.attributes for one in found.elements)
    assert [one.name for one in found.contents if isinstance(one, Element)] == ["section"]
    on_page = section(read(), "figures").all("p", "kf-sentence")
    assert [one.text for one in found.all("p", "kf-sentence")] == [one.text for one in on_page]
    assert "January 2022" in found.text
    for line in whole().fragment.partition("<style>")[2].partition("</style>")[0].splitlines():
        assert line.startswith((".kazfigures", "{", "@media print{.kazfigures")), line


def test_sentences_say_in_which_language_they_are() -> None:
    """The words of the page itself are English."""
    html = report(record(), style=words.russian).html
    page = parsed(html)
    assert page.all("html")[0].attributes["lang"] == "en"
    said = page.all("p", "kf-sentence")
    assert {one.attributes["lang"] for one in said} == {"ru"}
    assert any(re.search("[а-я]", one.text) for one in said)


def test_moments_are_told_by_the_clocks_asked_for() -> None:
    page = report(record().known_at("2022-01-07T18:00+06:00"), zone="America/New_York")
    assert "-05:00" in section(parsed(page.html), "reports").text


def test_an_empty_ledger_has_a_page() -> None:
    page = report(Ledger())
    text = words_of(page.html)
    for said in ("Nobody has reported a figure", "No claimants conflict", "Nothing was retracted"):
        assert said in text
    assert "0 reports, 0 used and 0 set aside." in text
    assert "No reports, reconciled by the rule house." in words_of(page.fragment)


def test_one_report_has_a_page() -> None:
    said = Observation(KILLED, "18", "Ministry", "2022-01-07[UTC]", "2022-01-07[UTC]")
    text = words_of(report(Ledger([said])).html)
    assert "The 1 figure with the most reports." in text
    assert "1 report, 1 used and 0 set aside." in text
    assert "No figure has more than one report." in text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (20_000, ""),
        (300, " a long text" * 15),
        (100, " <&>\"'" * 800),
    ],
    ids=["20,000 reports", "long texts", "very long texts"],
)
def test_a_page_of_any_ledger_is_light_and_says_what_it_leaves_out(size: int, text: str) -> None:
    ledger = many(size, text)
    made = report(ledger)
    page = parsed(made.html)
    assert len(made.html.encode()) <= MOST
    assert len(made.fragment.encode()) <= MOST
    rows = shown(page)
    left = re.search(r"([\d,]+) are shown: those that are used first", page.text)
    assert left
    assert int(left[1].replace(",", "")) == rows.total() < size
    assert rows <= oracle(reconcile(ledger))
    all_figures = section(page, "all-figures")
    more = re.search(r"And (\d+) more; kazfigures reconcile", all_figures.text)
    drawn = len(all_figures.all("tr")) - len(all_figures.all("thead"))
    assert drawn + (int(more[1]) if more else 0) == 40


def test_reports_that_are_used_are_shown_before_those_set_aside() -> None:
    rows = table_rows(parsed(report(record(), reports=80).html))
    fates = [row[5].text.partition(":")[0] for row in rows]
    assert len(fates) == 80
    assert fates.count("used") == 76


def test_a_desk_may_ask_for_as_large_a_page_as_it_takes() -> None:
    page = parsed(report(many(1_500), reports=2_000, most=None).html)
    assert shown(page).total() == 1_500


def test_what_is_no_ledger_and_what_is_no_zone_are_refused() -> None:
    with pytest.raises(LedgerError, match="ledger"):
        report([])  # type: ignore[arg-type]
    with pytest.raises(MomentError, match="Nowhere"):
        report(Ledger(), zone="Nowhere")
    assert attrs.fields(Page).edition
    assert report(Ledger()).edition.rule == house
