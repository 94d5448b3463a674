"""W3C PROV: read by the `prov` library, held to the account that the estimate itself gives."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hostile_ledgers import TEXTS, hostile_ledger
from hypothesis import given
from prov.model import ProvDocument

import kazfigures as kf
from kazfigures import strategies
from kazfigures.errors import LedgerError
from kazfigures.exchange.vocabularies.provenance import to_prov
from kazfigures.rules.estimates import Estimate

REAL = kf.reconcile(kf.load("docs/examples/kazakhstan-2022.jsonl"))
KILLED = kf.Measure("killed", "police", "Kazakhstan")
MINISTRY = kf.Source("Interior Ministry", "official", "government", "C")
DAYS = [f"2022-01-{day:02}[Asia/Almaty]" for day in range(1, 20)]


def said(
    words: str,
    source: kf.Source | str = MINISTRY,
    day: int = 7,
    **others: Any,  # noqa: ANN401
) -> kf.Observation:
    parts = {"as_of": DAYS[day], "reported": DAYS[day], **others}
    return kf.Observation(KILLED, words, source, **parts)


def account(*entries: kf.Observation | kf.Notice, rule: kf.Rule = kf.house) -> dict[str, Any]:
    [estimate] = kf.reconcile(kf.Ledger(entries), rule)
    return to_prov(estimate)


def read(document: dict[str, Any]) -> ProvDocument:
    return ProvDocument.deserialize(content=json.dumps(document), format="json")


def related(document: dict[str, Any], kind: str, *ends: str) -> list[tuple[Any, ...]]:
    """Give the relations of a kind as tuples of what stands under some of their names."""
    return [tuple(one.get(end) for end in ends) for one in document.get(kind, {}).values()]


def name(value: str) -> dict[str, str]:
    return {"$": value, "type": "xsd:QName"}


def number(value: int) -> dict[str, str]:
    return {"$": str(value), "type": "xsd:long"}


# The standard


@pytest.mark.parametrize("estimate", REAL, ids=lambda one: one.heading)
def test_an_account_of_real_reports_is_prov_and_comes_back_whole(estimate: Estimate) -> None:
    document = read(to_prov(estimate))
    written = document.serialize(format="json")
    assert ProvDocument.deserialize(content=written, format="json") == document


@given(strategies.ledgers())
def test_any_account_is_prov_and_comes_back_whole(ledger: kf.Ledger) -> None:
    for estimate in kf.reconcile(ledger):
        document = read(to_prov(estimate))
        written = document.serialize(format="json")
        assert ProvDocument.deserialize(content=written, format="json") == document


@pytest.mark.filterwarnings(
    r"ignore:(Dataset\.\w+|ConjunctiveGraph) is deprecated:DeprecationWarning"  # in prov 3.2
)
@pytest.mark.parametrize("form", [{"format": "xml"}, {"format": "rdf", "rdf_format": "trig"}])
def test_from_it_the_same_account_is_written_as_prov_xml_and_prov_o(form: dict[str, str]) -> None:
    longest = max(REAL, key=lambda one: len(one.set_aside))
    document = read(to_prov(longest))
    written = document.serialize(**form)
    assert ProvDocument.deserialize(content=written, **form) == document


@given(strategies.ledgers(small=True))
def test_every_name_is_declared_and_is_of_ours_or_of_prov(ledger: kf.Ledger) -> None:
    for estimate in kf.reconcile(ledger):
        document = to_prov(estimate)
        things = {**document["entity"], **document["activity"], **document["agent"]}
        assert all(re.fullmatch(r"kf:[a-z]+[a-z0-9-]*", thing) for thing in things)
        ends = {
            value
            for kind in document.keys() - {"prefix", "entity", "activity", "agent"}
            for relation in document[kind].values()
            for name_, value in relation.items()
            if name_.startswith("prov:") and name_ not in ("prov:time", "prov:type")
        }
        assert ends <= things.keys()


# The account


def test_an_account_says_what_was_used_by_what_rule_and_who_said_it() -> None:
    report = said("more than 17", via=("TASS", "AP"), origin="briefing")
    document = account(report)
    [answer] = (key for key in document["entity"] if key.startswith("kf:estimate-"))
    [act] = document["activity"]
    [plan] = (key for key in document["entity"] if key.startswith("kf:rule-"))
    observation = f"kf:observation-{report.id}"
    assert document["prefix"] == {"kf": "urn:kazfigures:"}
    assert document["entity"][answer] == {
        "prov:type": name("kf:Estimate"),
        "prov:label": "killed, police, Kazakhstan: at least 18, agreed",
        "kf:outcome": "killed",
        "kf:population": "police",
        "kf:place": "Kazakhstan",
        "kf:unit": "people",
        "kf:tally": "cumulative",
        "kf:status": "agreed",
        "kf:low": number(18),
        "kf:best": number(18),
    }
    assert document["entity"][plan] == {"prov:type": name("prov:Plan"), "prov:label": "house"}
    assert document["entity"][observation] == {
        "prov:type": name("kf:Observation"),
        "kf:outcome": "killed",
        "kf:population": "police",
        "kf:place": "Kazakhstan",
        "kf:wording": "more than 17",
        "kf:stated": number(17),
        "kf:low": number(18),
        "kf:as_of": DAYS[7],
        "kf:reported": DAYS[7],
    }
    assert list(document["wasGeneratedBy"].values()) == [
        {"prov:entity": answer, "prov:activity": act}
    ]
    assert list(document["wasAssociatedWith"].values()) == [
        {"prov:activity": act, "prov:agent": "kf:kazfigures", "prov:plan": plan}
    ]
    assert list(document["used"].values()) == [
        {"prov:activity": act, "prov:entity": observation, "kf:low": number(18)}
    ]
    roles = {
        (document["agent"][one["prov:agent"]]["prov:label"], one["kf:role"]): one.get("kf:order")
        for one in document["wasAttributedTo"].values()
    }
    assert roles == {
        ("Interior Ministry", "claimant"): None,
        ("TASS", "relay"): number(1),
        ("AP", "relay"): number(2),
    }
    [briefing] = (key for key in document["entity"] if key.startswith("kf:origin-"))
    assert list(document["wasDerivedFrom"].values()) == [
        {
            "prov:generatedEntity": observation,
            "prov:usedEntity": briefing,
            "prov:type": name("prov:PrimarySource"),
        },
        {"prov:generatedEntity": answer, "prov:usedEntity": observation},
    ]


def test_a_report_set_aside_is_not_used_but_its_setting_aside_says_why_and_for_what() -> None:
    old, new = said("18", day=7), said("16", day=9)
    document = account(old, new)
    [aside] = (key for key in document["entity"] if key.startswith("kf:set-aside-"))
    assert document["entity"][aside] == {
        "prov:type": name("kf:SetAside"),
        "kf:reason": "superseded",
        "kf:why": "superseded: the same claimant says 16 as of 10 January 2022",
    }
    assert related(document, "used", "prov:entity") == [(f"kf:observation-{new.id}",)]
    assert (aside, f"kf:observation-{old.id}") in related(
        document, "wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity"
    )
    assert related(document, "wasInfluencedBy", "prov:influencee", "prov:influencer") == [
        (aside, f"kf:observation-{new.id}")
    ]
    assert "wasInvalidatedBy" not in document


@pytest.mark.parametrize("since", [DAYS[5], None])
def test_an_increment_has_its_window(since: str | None) -> None:
    measure = kf.Measure("killed", tally="increment")
    report = kf.Observation(measure, "18", MINISTRY, DAYS[7], DAYS[7], since=since)
    [answer, *_] = account(report)["entity"].values()
    assert (answer.get("kf:since"), answer["kf:until"]) == (since, DAYS[7])


def test_a_dispute_names_its_camps() -> None:
    document = account(said("18", "Police"), said("30", "Hospital"))
    [answer, *_] = document["entity"].values()
    assert answer["kf:status"] == "disputed"
    assert answer["kf:camp"] == ["18 (Police)", "30 (Hospital)"]
    assert "kf:best" not in answer


def test_a_report_counts_as_what_the_rule_took_it_for() -> None:
    old, new = said("18", day=7), said("20", "Hospital", day=9)
    document = account(old, new)
    taken = {
        one["prov:entity"].rpartition("-")[2]: {
            part: one[part] for part in one if part.startswith("kf:")
        }
        for one in document["used"].values()
    }
    assert taken[new.id] == {"kf:low": number(20), "kf:high": number(20)}
    assert taken[old.id].keys() == {"kf:low", "kf:note"}
    assert taken[old.id]["kf:note"] == "a claim about an earlier moment than the newest"


@pytest.mark.parametrize(
    ("at", "time"),
    [("2022-01-09T12:00+06:00", "2022-01-09T12:00:00+06:00"), (DAYS[9], None)],
)
def test_a_notice_invalidates_what_it_takes_back_at_an_instant_if_that_is_known(
    at: str, time: str | None
) -> None:
    report = said("18")
    retraction = kf.Notice("retraction", report, MINISTRY, at, "an error")
    document = account(report, retraction)
    act = f"kf:notice-{retraction.id}"
    assert related(document, "wasInvalidatedBy", "prov:entity", "prov:activity", "prov:time") == [
        (f"kf:observation-{report.id}", act, time)
    ]
    assert document["activity"][act]["prov:type"] == name("kf:Retraction")
    assert document["activity"][act].get("prov:startTime") == time
    assert document["activity"][act]["kf:reason"] == "an error"
    assert "used" not in document


def test_a_denial_by_another_invalidates_nothing() -> None:
    report = said("18")
    denial = kf.Notice("denial", report, "Hospital", DAYS[9])
    document = account(report, denial)
    act, observation = f"kf:notice-{denial.id}", f"kf:observation-{report.id}"
    assert "wasInvalidatedBy" not in document
    assert (act, observation) in related(document, "used", "prov:activity", "prov:entity")


@pytest.mark.parametrize(
    ("of", "by", "revised"),
    [
        ([0], MINISTRY, [0]),
        (["briefing"], MINISTRY, [0, 1]),
        (["briefing"], "Hospital", []),
        ([0, "another briefing"], MINISTRY, [0]),
    ],
)
def test_what_a_correction_puts_in_place_is_a_revision_if_it_takes_the_old_back(
    of: list[int | str], by: kf.Source | str, revised: list[int]
) -> None:
    told = [said("18", via=(relay,), origin="briefing") for relay in ("AP", "TASS")]
    right = said("16", day=9)
    targets = [told[one] if isinstance(one, int) else one for one in of]
    correction = kf.Notice("correction", targets, by, DAYS[10], instead=right)
    document = account(*told, right, correction)
    revisions = {
        (one["prov:generatedEntity"], one["prov:usedEntity"])
        for one in document["wasDerivedFrom"].values()
        if one.get("prov:type") == name("prov:Revision")
    }
    assert revisions == {
        (f"kf:observation-{right.id}", f"kf:observation-{told[one].id}") for one in revised
    }


@pytest.mark.parametrize(
    ("kind", "sort"), [("outlet", "Organization"), ("witness", "Person"), ("official", None)]
)
def test_an_agent_is_an_organisation_or_a_person_only_where_its_kind_says_so(
    kind: str, sort: str | None
) -> None:
    document = account(said("18", kf.Source("Somebody", kind, "government", "B")))
    [agent] = (one for one in document["agent"].values() if one.get("prov:label") == "Somebody")
    assert agent.get("prov:type") == (name(f"prov:{sort}") if sort else None)
    assert (agent["kf:kind"], agent["kf:side"], agent["kf:grade"]) == (kind, "government", "B")


@given(strategies.ledgers(small=True))
def test_every_report_stands_in_the_account_once_as_used_or_as_set_aside(
    ledger: kf.Ledger,
) -> None:
    for rule in (kf.house, kf.pools.lowest):
        for estimate in kf.reconcile(ledger, rule):
            document = to_prov(estimate)
            act = next(key for key in document["activity"] if key.startswith("kf:reconciling-"))
            used = [
                one["prov:entity"]
                for one in document.get("used", {}).values()
                if one["prov:activity"] == act
            ]
            aside = [
                one["prov:usedEntity"]
                for one in document.get("wasDerivedFrom", {}).values()
                if one["prov:generatedEntity"].startswith("kf:set-aside-")
            ]
            reports = [f"kf:observation-{report.id}" for report in reports_of(estimate)]
            assert sorted([*used, *aside]) == sorted(reports)
            invalid = {entity for (entity,) in related(document, "wasInvalidatedBy", "prov:entity")}
            assert not invalid.intersection(used)


def reports_of(estimate: Estimate) -> list[kf.Observation]:
    return [one.observation for one in (*estimate.used, *estimate.set_aside)]


def test_the_same_account_has_the_same_names_and_another_has_others() -> None:
    reports = [said("18", day=day) for day in (7, 9)]
    one = account(*reports)
    assert json.dumps(one) == json.dumps(account(*reversed(reports)))
    others = [
        account(*reports, rule=kf.house.named("desk", "the same, by another name")),
        account(*(said("18", day=day, note="printed alike") for day in (7, 9))),
    ]
    assert not any(one["activity"].keys() & other["activity"].keys() for other in others)


# Refusals, and texts that stay texts


def test_what_is_no_estimate_is_refused() -> None:
    with pytest.raises(LedgerError, match="estimate: expected an Estimate"):
        to_prov(REAL)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_stays_a_text(text: str) -> None:
    ledger = hostile_ledger(TEXTS[text])
    [estimate] = kf.reconcile(ledger)
    document = to_prov(estimate)
    claimants = {agent.get("prov:label") for agent in document["agent"].values()}
    assert {source.name for source in ledger.sources} <= claimants
    parsed = read(document)
    assert {str(record.identifier) for record in parsed.get_records() if record.is_element()} == {
        *document["entity"],
        *document["activity"],
        *document["agent"],
    }
    written = parsed.serialize(format="json")
    assert ProvDocument.deserialize(content=written, format="json") == parsed
