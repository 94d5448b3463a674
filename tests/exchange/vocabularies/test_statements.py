"""FollowTheMoney statements: held to followthemoney's own model, and put together by it."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from followthemoney import model
from followthemoney.cli.cli import cli as ftm
from followthemoney.dataset import Dataset
from followthemoney.dataset.util import dataset_name_check
from followthemoney.statement import Statement, StatementEntity
from hostile_ledgers import TEXTS, hostile_ledger
from hypothesis import given

import kazfigures as kf
from kazfigures import strategies
from kazfigures.errors import LedgerError, ObservationError
from kazfigures.exchange.vocabularies.statements import to_statements

REAL = kf.load("docs/examples/kazakhstan-2022.jsonl")
DAY = "2022-01-07[Asia/Almaty]"
LATER = "2022-01-09[Asia/Almaty]"
MINISTRY = kf.Source("Interior Ministry", "official", "government")
KILLED = kf.Measure("killed", "police", "Kazakhstan", "January 2022")
DATASET = "january_2022"


def said(words: str = "18", source: kf.Source | str = MINISTRY, **others: Any) -> kf.Observation:  # noqa: ANN401
    parts = {"measure": KILLED, "as_of": DAY, "reported": DAY, **others}
    return kf.Observation(figure=words, source=source, **parts)


def stated(*entries: kf.Observation | kf.Notice) -> list[dict[str, Any]]:
    return to_statements(kf.Ledger(entries), dataset=DATASET)


def aggregated(rows: list[dict[str, Any]]) -> dict[str, StatementEntity]:
    """Put statements together as followthemoney does: those that follow each other."""
    dataset = Dataset.make({"name": DATASET})
    entities = {}
    for name, group in groupby(rows, key=lambda row: row["canonical_id"]):
        assert name not in entities
        statements = [Statement.from_dict(row) for row in group]
        entities[name] = StatementEntity.from_statements(dataset, statements)
    return entities


def said_of(entity: StatementEntity) -> dict[str, set[str]]:
    return {name: set(values) for name, values in entity.properties.items()}


def named(rows: list[dict[str, Any]], start: str) -> dict[str, set[str]]:
    [entity] = [one for name, one in aggregated(rows).items() if name.startswith(start)]
    return said_of(entity)


# The model


def check(rows: list[dict[str, Any]]) -> None:
    """Hold statements to followthemoney's model, to its cleaning and to its ids."""
    entities = aggregated(rows)
    for row in rows:
        assert row == Statement.from_dict(row).to_dict()
        assert row["id"] == Statement.from_dict(row).generate_key()
    for name, entity in entities.items():
        entity.schema.validate({"properties": said_of(entity)})
        assert all(entity.get(needed) for needed in entity.schema.required)
        for prop, value in entity.itervalues():
            assert prop.type.clean(value) == value
            assert prop.type.validate(value)
            if prop.type.name == "entity":
                assert prop.range is not None
                assert entities[value].schema.is_a(prop.range)
        again = Statement.from_entity(model.get_proxy(entity.to_dict()), dataset=DATASET)
        ours = {row["id"] for row in rows if row["entity_id"] == name}
        assert {statement.id for statement in again} == ours


def test_statements_of_real_reports_are_what_followthemoney_would_make_of_their_entities() -> None:
    check(to_statements(REAL, dataset=DATASET))


@given(strategies.ledgers())
def test_so_are_those_of_any_ledger(ledger: kf.Ledger) -> None:
    check(to_statements(ledger, dataset=DATASET))


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_stays_a_text(name: str) -> None:
    ledger = hostile_ledger(TEXTS[name])
    rows = to_statements(ledger, dataset=DATASET)
    check(rows)
    texts = {row["original_value"] or row["value"] for row in rows}
    for report in ledger.observations:
        assert {report.source.name, report.figure.wording} <= texts


def test_the_check_can_fail() -> None:
    rows = stated(said())
    for key, wrong in (("value", " 18"), ("id", "0" * 40)):
        changed = [row | {key: wrong} if row["prop"] == "summary" else row for row in rows]
        with pytest.raises(AssertionError):
            check(changed)


def test_the_command_of_followthemoney_puts_the_lines_together(tmp_path: Path) -> None:
    rows = to_statements(REAL, dataset=DATASET)
    file, out = tmp_path / "statements.json", tmp_path / "entities.json"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    arguments = ["aggregate-statements", "-f", "json", "-i", str(file), "-o", str(out)]
    ran = CliRunner().invoke(ftm, arguments, catch_exceptions=False)
    assert ran.exit_code == 0
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    entities = aggregated(rows)
    assert {one["id"]: {k: set(v) for k, v in one["properties"].items()} for one in written} == {
        name: said_of(entity) for name, entity in entities.items()
    }
    schemata = [one["schema"] for one in written]
    assert schemata.count("UnknownLink") == len(REAL)
    assert schemata.count("Event") == len(REAL.measures)


# What a ledger becomes


def test_a_report_is_a_link_from_its_claimant_to_what_is_counted() -> None:
    report = said(
        "more than 17",
        reported="2022-01-07T16:56+06:00",
        recorded="2022-01-07T17:30+06:00",
        via=("TASS", "AP"),
        url="https://example.org/1",
        note="from the evening news",
    )
    rows = stated(report)
    assert len(aggregated(rows)) == 3
    event, source = (
        next(name for name in aggregated(rows) if name.startswith(kind))
        for kind in ("kf-measure-", "kf-source-")
    )
    assert named(rows, "kf-measure-") == {
        "name": {"killed, police, Kazakhstan"},
        "summary": {"January 2022"},
    }
    assert named(rows, "kf-source-") == {
        "name": {"Interior Ministry"},
        "classification": {"official"},
        "keywords": {"government"},
    }
    assert named(rows, f"kf-report-{report.id}") == {
        "subject": {source},
        "object": {event},
        "role": {"reported figure"},
        "summary": {"more than 17"},
        "description": {
            "at least 18: Interior Ministry via TASS, AP, reported 7 January 2022, 16:56 +06:00",
            "from the evening news",
        },
        "date": {"2022-01-07"},
        "retrievedAt": {"2022-01-07T11:30:00"},
        "publisher": {"AP"},
        "sourceUrl": {"https://example.org/1"},
        "recordId": {report.id},
    }


@pytest.mark.parametrize(
    ("kinds", "schema"),
    [
        (["agency"], "Organization"),
        (["hospital"], "Organization"),
        (["outlet"], "Organization"),
        (["witness"], "Person"),
        (["official"], "LegalEntity"),
        (["unknown"], "LegalEntity"),
        (["official", "agency"], "Organization"),
        (["witness", "outlet"], "LegalEntity"),
    ],
    ids=" and ".join,
)
def test_a_claimant_has_the_schema_that_its_kinds_agree_on(kinds: list[str], schema: str) -> None:
    rows = stated(*(said(source=kf.Source("Somebody", kind)) for kind in kinds))
    [entity] = [one for name, one in aggregated(rows).items() if name.startswith("kf-source-")]
    assert entity.schema.name == schema


def test_two_spellings_of_a_claimant_are_two_names_of_one_entity() -> None:
    rows = stated(said(source="Interior Ministry"), said(source="INTERIOR MINISTRY"))
    assert named(rows, "kf-source-")["name"] == {"Interior Ministry", "INTERIOR MINISTRY"}


@pytest.mark.parametrize(
    ("moment", "date"),
    [
        ("2022-01-07T16:56+06:00", "2022-01-07T10:56:00"),
        ("2022-01-07T16:56:30.5+06:00", "2022-01-07T10:56:30"),
        ("2022-01-07T16[Asia/Almaty]", "2022-01-07"),
        ("2022-01-07[Asia/Almaty]", "2022-01-07"),
        ("2022-01[UTC]", "2022-01"),
        ("2022[UTC]", "2022"),
    ],
)
def test_a_date_says_no_more_than_is_known(moment: str, date: str) -> None:
    rows = stated(said(as_of=moment, reported="2023-01-01[UTC]"))
    assert named(rows, "kf-report-")["date"] == {date}


def test_a_window_opens_at_its_start_date() -> None:
    measure = kf.Measure("killed", tally="increment")
    rows = stated(said(measure=measure, since="2022-01-06[UTC]", as_of="2022-01-07[UTC]"))
    assert named(rows, "kf-report-")["startDate"] == {"2022-01-06"}


@pytest.mark.parametrize(
    ("notice", "status"),
    [
        (kf.Notice("retraction", said(), MINISTRY, LATER, "an error"), "withdrawn"),
        (kf.Notice("denial", said(), "Hospital", LATER, "not so"), None),
        (
            kf.Notice("correction", said(), MINISTRY, LATER, instead=said("16")),
            "corrected",
        ),
    ],
    ids=str,
)
def test_a_notice_is_a_link_too_and_what_it_takes_back_says_so(
    notice: kf.Notice, status: str | None
) -> None:
    rows = stated(said(), notice)
    link = named(rows, "kf-notice-")
    report = named(rows, "kf-report-")
    assert link["role"] == {notice.kind.value}
    assert link["object"] == report["object"]
    assert link["date"] == {"2022-01-09"}
    assert link.get("summary", {""}) == {notice.reason}
    assert said().id in "".join(link["description"])
    assert notice.instead in "".join(link["description"])
    assert report.get("status") == ({status} if status else None)


def test_a_notice_about_an_origin_is_linked_to_all_that_it_told_of() -> None:
    reports = [said(measure=kf.Measure(one), origin="post") for one in ("killed", "injured")]
    rows = stated(*reports, kf.Notice("retraction", "post", MINISTRY, LATER))
    assert len(named(rows, "kf-notice-")["object"]) == 2


def test_a_notice_about_nothing_known_is_left_out() -> None:
    assert stated(said(), kf.Notice("denial", "a post", "Hospital", LATER)) == stated(said())


@pytest.mark.parametrize(
    ("recorded", "first", "last"),
    [
        (["2022-01-07T17:00+06:00"], "2022-01-07T11:00:00", "2022-01-07T11:00:00"),
        (
            ["2022-01-07T17:00+06:00", "2022-01-08T17:00+06:00"],
            "2022-01-07T11:00:00",
            "2022-01-08T11:00:00",
        ),
        (["2022-01-07T17:00+06:00", None], None, None),
        (["2022-01-07[UTC]"], None, None),
        ([None], None, None),
    ],
)
def test_a_statement_was_seen_when_its_reports_were_logged_if_all_were(
    recorded: list[str | None], first: str | None, last: str | None
) -> None:
    rows = stated(*(said(str(10 + place), recorded=at) for place, at in enumerate(recorded)))
    [name] = [row for row in rows if row["value"] == "Interior Ministry"]
    assert (name["first_seen"], name["last_seen"]) == (first, last)


def test_nobody_knows_when_a_notice_was_logged() -> None:
    report = said(recorded="2022-01-07T17:00+06:00")
    rows = stated(report, kf.Notice("denial", report, MINISTRY, "2022-01-08T09:00+06:00"))
    seen = {row["entity_id"][:6]: row["first_seen"] for row in rows if row["prop"] == "id"}
    assert seen == {"kf-mea": "2022-01-07T11:00:00", "kf-rep": "2022-01-07T11:00:00"} | {
        "kf-sou": None,
        "kf-not": None,
    }


@pytest.mark.parametrize(
    ("url", "link", "text"),
    [
        ("https://example.org/1", {"https://example.org/1"}, False),
        ("HTTPS://example.org", {"https://example.org/"}, False),
        ("https://пример.рф/новость", {"https://пример.рф/новость"}, False),
        ("https://localhost/1", set(), True),
        ("https://127.0.0.1/1", set(), True),
        ("https://example.org:port/", set(), True),
        ("https://[1", set(), True),
        ("https://-/", set(), True),
        (f"https://example.org/{'a' * 5000}", set(), True),
    ],
)
def test_an_address_is_a_link_where_followthemoney_takes_it_for_one(
    url: str, link: set[str], *, text: bool
) -> None:
    report = named(stated(said(url=url)), "kf-report-")
    assert report.get("sourceUrl", set()) == link
    assert (url in report["description"]) == text


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ('"Interior Ministry"', "Interior Ministry"),
        ("Interior\u200b Ministry", "Interior Ministry"),
        ("Interior\u202e Ministry", "Interior Ministry"),
        ("Interior\u0a00Ministry", "Interior Ministry"),
        ("M" * 400, "M" * 384),
    ],
)
def test_a_name_is_cleaned_and_the_original_is_kept(given: str, value: str) -> None:
    rows = stated(said(source=given))
    [name] = [row for row in rows if row["original_value"] == given]
    assert (name["prop"], name["value"]) == ("name", value)


def test_of_two_originals_of_one_value_the_first_published_is_kept() -> None:
    names = ("Interior\u200b Ministry", "Interior Ministry\u200b")
    days = ("2022-01-07[UTC]", "2022-01-08[UTC]")
    for told in (names, names[::-1]):
        reports = (
            said(source=name, as_of=days[0], reported=day)
            for name, day in zip(told, days, strict=True)
        )
        [name] = [row for row in stated(*reports) if row["value"] == "Interior Ministry"]
        assert name["original_value"] == told[0]


def test_a_name_of_quotes_alone_is_the_id() -> None:
    rows = stated(said(source="''"))
    [name] = [row for row in rows if row["original_value"] == "''"]
    assert name["value"] == name["entity_id"]


# Order, and refusals


@given(strategies.ledgers())
def test_equal_ledgers_give_the_same_statements_in_order(ledger: kf.Ledger) -> None:
    rows = to_statements(ledger, dataset=DATASET)
    assert rows == to_statements(kf.Ledger(reversed(ledger.entries)), dataset=DATASET)
    assert [row["canonical_id"] for row in rows] == sorted(row["canonical_id"] for row in rows)


@pytest.mark.parametrize(
    "name", ["", "January 2022", "january-2022", "_a", "a_", "a__b", "январь", "A", 5, None]
)
def test_what_followthemoney_takes_for_no_name_of_a_dataset_is_refused(name: Any) -> None:  # noqa: ANN401
    with pytest.raises(ObservationError, match="dataset: expected small letters"):
        to_statements(REAL, dataset=name)
    if isinstance(name, str):
        with pytest.raises(ValueError, match="Invalid dataset name"):
            dataset_name_check(name)


def test_what_is_no_ledger_is_refused() -> None:
    with pytest.raises(LedgerError, match="ledger: expected a Ledger"):
        to_statements([said()], dataset=DATASET)  # type: ignore[arg-type]
