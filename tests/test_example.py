"""The real record of January 2022 answers the questions that a newsroom had."""

import contextlib
from collections import Counter
from pathlib import Path

import pytest

from kazfigures import (
    Count,
    Ledger,
    Measure,
    Moment,
    Status,
    audit,
    compare,
    dump,
    find,
    load,
    reconcile,
)
from kazfigures.audit.findings import Finding
from kazfigures.errors import WordingError
from kazfigures.rules.testimonies import Reason
from kazfigures.wording import WORD_TABLES, Figure

FILE = Path(__file__).parent.parent / "docs/examples/kazakhstan-2022.jsonl"
EVENT = "Kazakhstan, January 2022"
OFFICERS = Measure("killed", population="security forces", place="Kazakhstan", event=EVENT)
KILLED = Measure("killed", place="Kazakhstan", event=EVENT)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load(FILE)


@pytest.mark.parametrize(
    ("known_at", "officers"),
    [
        ("2022-01-07T18:00+06:00", 18),
        ("2022-01-10T18:00+06:00", 16),
        ("2022-01-16T18:00+06:00", 19),
    ],
)
def test_officers_killed_were_18_then_16_then_19(
    ledger: Ledger, known_at: str, officers: int
) -> None:
    estimate = reconcile(ledger.known_at(known_at))[OFFICERS]
    assert (estimate.count, estimate.status) == (Count.exactly(officers), Status.AGREED)


def test_the_16_names_the_18_that_it_superseded(ledger: Ledger) -> None:
    estimate = reconcile(ledger.known_at("2022-01-10T18:00+06:00"))[OFFICERS]
    eighteens = [one for one in estimate.set_aside if one.observation.figure.stated == 18]
    assert {one.reason for one in eighteens} <= {Reason.SUPERSEDED, Reason.RELAYED}
    superseded = [one for one in eighteens if one.reason is Reason.SUPERSEDED]
    assert superseded
    assert "the same claimant says 16" in superseded[0].why


def test_the_19_takes_the_16_as_a_floor(ledger: Ledger) -> None:
    estimate = reconcile(ledger.known_at("2022-01-16T18:00+06:00"))[OFFICERS]
    sixteens = [one for one in estimate.used if one.observation.figure.stated == 16]
    assert [one.count for one in sixteens][:1] == [Count.at_least(16)]


@pytest.mark.parametrize("hour", [18, 20, 21, 23])
def test_164_stood_on_the_evening_of_9_january(ledger: Ledger, hour: int) -> None:
    estimate = reconcile(ledger.known_at(f"2022-01-09T{hour}:00+06:00"))[KILLED]
    assert estimate.count == Count.exactly(164)


@pytest.mark.parametrize(
    "known_at",
    [
        "2022-01-10T09:00+06:00",
        "2022-01-10T18:00+06:00",
        "2022-01-13T00:00+06:00",
        "2022-01-14T23:00+06:00",
        "2022-03-15T00:00+06:00",
    ],
)
def test_no_total_rests_on_164_once_it_was_withdrawn(ledger: Ledger, known_at: str) -> None:
    """NTB and AP went on printing it; they repeat a withdrawn statement."""
    estimate = reconcile(ledger.known_at(known_at))[KILLED]
    assert estimate.best != 164
    assert 164 not in {one.observation.figure.stated for one in estimate.used}
    assert {one.reason for one in estimate.set_aside if one.observation.figure.stated == 164} == {
        Reason.WITHDRAWN
    }


def test_14_march_is_a_dispute_between_230_and_238(ledger: Ledger) -> None:
    estimate = reconcile(ledger.known_at("2022-03-15T00:00+06:00"))[KILLED]
    assert (estimate.status, estimate.count, estimate.best) == (
        Status.DISPUTED,
        Count(230, 238),
        None,
    )
    assert {str(camp.count) for camp in estimate.camps} == {"230", "238"}


def test_the_brief_is_there(ledger: Ledger) -> None:
    """The six figures that the project set out to model, the beheaded officers, the dozens."""
    brief = [one for one in ledger.observations if "News18" in one.via]
    assert Counter(one.figure.count for one in brief) == Counter(
        [
            *map(Count.exactly, (26, 18, 18, 748, 70, 2)),
            Count.at_least(2301),
            Count.at_least(24),
        ]
    )


@pytest.mark.parametrize("total", [225, 227, 230, 232, 238, 241])
def test_each_total_that_was_published_is_there(ledger: Ledger, total: int) -> None:
    assert total in {one.figure.stated for one in ledger.where(measure=KILLED).observations}


def test_every_claim_has_an_address_or_stands_in_the_brief(ledger: Ledger) -> None:
    for one in ledger.observations:
        assert one.url or "News18" in one.via, str(one)


def test_only_wordings_are_kept_of_any_article(ledger: Ledger) -> None:
    for one in ledger.observations:
        assert len(one.figure.wording.split()) <= 6, one.figure.wording


def test_one_spelling_a_claimant(ledger: Ledger) -> None:
    names = {one.source.name for one in ledger.observations}
    assert len(names) == len({one.source.identity for one in ledger.observations})
    assert len({(s.name, s.kind, s.side) for s in ledger.sources}) == len(names)


def test_the_file_is_in_its_canonical_form(ledger: Ledger, tmp_path: Path) -> None:
    dump(ledger, tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_text("utf-8") == FILE.read_text("utf-8")


def readings(wording: str) -> set[Count]:
    """Give what the word tables make of a wording."""
    counts = set()
    for table in WORD_TABLES.values():
        with contextlib.suppress(WordingError):
            counts.add(Figure.read(wording, table).count)
    return counts


OTHER_TONGUES = {"etwa 2000", "minst 164"}  # German "about", Norwegian "at least"


def test_every_wording_that_a_table_reads_gives_the_count_in_the_file(ledger: Ledger) -> None:
    """A list of names is a floor whatever its words say, so it is left out."""
    read = 0
    for one in ledger.observations:
        counts = readings(one.figure.wording)
        if counts and one.figure.wording not in OTHER_TONGUES and "floor" not in one.note:
            assert one.figure.count in counts, one.figure.wording
            read += 1
    assert read > 200


def test_its_wordings_are_found_in_a_sentence() -> None:
    found = find(
        "Police said 26 people were killed and more than 2,300 detained on 7 January 2022."
    )
    assert [quantity.figure.count for quantity in found] == [Count.exactly(26), Count(2301)]


def test_what_was_known_never_changes(ledger: Ledger) -> None:
    """Each past answer from the whole ledger is the answer that its own moment gave."""
    for day in (6, 7, 8, 9, 10, 12, 15, 20):
        then = Moment(f"2022-01-{day:02}[Asia/Almaty]")
        kept = Ledger(entry for entry in ledger if entry in ledger.known_at(then))
        assert reconcile(kept) == reconcile(ledger.known_at(then))


@pytest.fixture(scope="module")
def findings(ledger: Ledger) -> tuple[Finding, ...]:
    return audit(ledger)


FOUND = [
    pytest.param("retracted", "warning", "technical error", {"164"}, id="the retraction"),
    pytest.param("denied_by_source", "warning", "never gave", {"164"}, id="the denial"),
    pytest.param("misattributed", "warning", "the latter's", {"164"}, id="whose the 164 was"),
    pytest.param(
        "withdrawn_still_used",
        "error",
        "killed, Kazakhstan: 7 reports",
        {"At least 164", "164", "over 150", "minst 164"},
        id="later uses of 164",
    ),
    pytest.param(
        "revised_down", "warning", "came down from 18", {"18", "16"}, id="officers from 18 to 16"
    ),
    pytest.param("definition", "note", "police custody", {"230", "238"}, id="230 and 238"),
    pytest.param("scope_place", "note", "353 and 353", {"353"}, id="353 in Almaty, or nationwide"),
    pytest.param(
        "same_day_spread",
        "warning",
        "9 January",
        {"5135", "5,969", "about 5,800"},
        id="detained on 9 January",
    ),
    pytest.param(
        "bound_drift",
        "note",
        'MVD statement, 9 January 2022): "about 1,300',
        {"more than 1,300", "approximately 1,300"},
        id="1,300 wounded",
    ),
    pytest.param(
        "bound_drift",
        "note",
        "MVD statement, 8 January 2022",
        {"4,404", "over 4,400", "At least 4,404"},
        id="the drift of 4,404",
    ),
    pytest.param(
        "rounding", "note", "7,939", {"7,939", "nearly 8,000"}, id="7,939 and nearly 8,000"
    ),
    pytest.param(
        "part_of",
        "note",
        "4,353 + 225 = 4,578",
        {"4,578", "4,353", "225"},
        id="4,578 is 4,353 and 225",
    ),
    pytest.param(
        "tally", "note", "1,678", {"1,678 more", "about 12,000"}, id="1,678 more in a day"
    ),
    pytest.param(
        "same_day_spread",
        "warning",
        "injured, attackers",
        {"18", "another 26"},
        id="18 and 26 wounded attackers are of two hours",
    ),
    pytest.param(
        "stale_component",
        "warning",
        "353 security forces injured beside",
        {"353", "748", "18"},
        id="new beside old",
    ),
    pytest.param("floor_list", "note", "by name", {"221", "188"}, id="lists of names"),
]


@pytest.mark.parametrize(("kind", "severity", "telling", "wordings"), FOUND)
def test_the_audit_finds_why_figures_differ(
    findings: tuple[Finding, ...], kind: str, severity: str, telling: str, wordings: set[str]
) -> None:
    told = [one for one in findings if one.kind == kind and telling in str(one)]
    assert [str(one.severity) for one in told] == [severity]
    assert wordings <= {report.figure.wording for report in told[0].observations}


def test_what_the_audit_explains_is_no_contradiction(findings: tuple[Finding, ...]) -> None:
    """The one contradiction left is of outlets that took the 4,578 for the injured alone."""
    contradictions = [one for one in findings if one.kind == "contradiction"]
    assert [str(one.measure) for one in contradictions] == ["injured, Kazakhstan"]
    assert "metbuat.az" in contradictions[0].evidence


def test_230_and_238_were_a_contradiction_until_she_said_what_hers_included(
    ledger: Ledger,
) -> None:
    on_the_day = audit(ledger.known_at("2022-03-15T00:00+06:00"))
    told = [one for one in on_the_day if one.kind == "contradiction" and "238" in one.evidence]
    assert [{report.figure.wording for report in one.observations} for one in told] == [
        {"230", "238"}
    ]


def test_the_two_moments_of_the_wounded_are_in_the_evidence(ledger: Ledger) -> None:
    wounded = [
        report
        for report in ledger.observations
        if report.measure.population == "attackers" and report.measure.outcome == "injured"
    ]
    morning = next(one for one in wounded if one.figure.stated == 18)
    afternoon = next(
        one for one in wounded if one.figure.count == Count.exactly(26) and one.reported.is_instant
    )
    told = compare(morning, afternoon)
    assert told.kind == "same_day_spread"
    assert all(hour in told.evidence for hour in ("10:50", "16:56"))
