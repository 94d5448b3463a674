"""What happens in a newsroom every day and is no fault, and what is plain and must be found."""

from __future__ import annotations

import pytest
from scenes import ledger, notice, scene, told

from kazfigures import Count, Figure, Ledger, Measure, Observation, audit, compare
from kazfigures.errors import RuleError
from kazfigures.observations import Notice
from kazfigures.wording import acled

SCENES = [
    (
        "a briefing of two moments is two statements",
        (
            "8 | officers killed | MVD | as of 5 | on 6 09:00 | from brief",
            "18 | officers killed | MVD | as of 6 | on 6 09:00 | from brief",
        ),
        set(),
    ),
    (
        "a briefing of two windows is two statements",
        (
            "300 | +detained | MVD | since 5 | as of 7 | from brief",
            "1,678 | +detained | MVD | since 6 | as of 7 | from brief",
        ),
        {"note window"},
    ),
    (
        "a count that falls within a day, by the hours of its reports",
        (
            "26 | officers killed | MVD | as of 7 | on 7 01:00",
            "18 | officers killed | MVD | as of 7 20:00 | on 7 21:00",
        ),
        {"warning revised_down"},
    ),
    (
        "a claimant whose count reaches again what it had corrected",
        (
            "18 | officers killed | MVD | as of 6",
            "16 | officers killed | MVD | as of 9",
            "correction | of 1 | by MVD | on 9 | instead 2",
            "18 | officers killed | MVD | as of 12",
        ),
        {"note retracted", "note revised_down"},
    ),
    (
        "a paper that ascribes again what the claimant denied having given",
        (
            "30 | missing | Committee | as of 7 19:00 | via AP",
            "denial | of 1 | by Committee | on 7 22:00",
            "30 | missing | Committee | as of 9 | via NTB",
        ),
        {"warning denied_by_source", "warning withdrawn_still_used"},
    ),
    (
        "a relay that takes its own slip back withdraws nothing of others",
        (
            "164 | killed | Health | as of 9 | via TASS",
            "164 | killed | Health | as of 9 | on 11 | via AFP",
            "retraction | of 1 | by TASS | on 9",
        ),
        {"warning retracted"},
    ),
    (
        "a statement whose first publisher takes it back is withdrawn for all who repeat it",
        (
            "164 | killed | Health | as of 9 | via Channel | from post",
            "164 | killed | AP | as of 9 | on 11",
            "retraction | of post | by Channel | on 9",
        ),
        {"warning retracted", "error withdrawn_still_used"},
    ),
    (
        "a relay that takes back a statement which others still tell withdraws its own telling",
        (
            "164 | killed | Health | as of 9 | via TASS | from brief",
            "164 | killed | Health | as of 9 | via AFP | from brief",
            "164 | killed | AP | as of 9 | on 11",
            "retraction | of brief | by TASS | on 9",
        ),
        {"warning retracted"},
    ),
    (
        "a small number withdrawn is no other's small number",
        (
            "2 | killed | MVD | as of 7",
            "retraction | of 1 | by MVD | on 7",
            "2 | killed | AP | as of 10",
        ),
        {"warning retracted"},
    ),
    (
        "a number that stands with another definition may be printed",
        (
            "238 | killed | Ombudswoman | as of 3",
            "238 | killed (with deaths in custody) | Ombudswoman | as of 3 | on 4",
            "correction | of 1 | by Ombudswoman | on 4 | instead 2",
            "238 | killed | AP | as of 3 | on 9",
        ),
        {"note retracted", "note definition"},
    ),
    (
        "who counts as many weeks later does not excuse who repeated it",
        (
            "164 | killed | Health | as of 8",
            "retraction | of 1 | by Health | on 9",
            "164 | killed | AP | as of 9 | on 10",
            "164 | killed | Hospital | as of 20",
        ),
        {"warning retracted", "error withdrawn_still_used"},
    ),
    (
        "a bound added to a number is no quarrel",
        ("1,300 | injured | MVD", "more than 1,300 | injured | HRW"),
        {"note compatible"},
    ),
    (
        "a bound dropped a day later is no fall",
        ("more than 1,300 | injured | MVD", "1,300 | injured | MVD | as of 8"),
        set(),
    ),
    (
        "a number made finer a day later is no fall",
        ("1,000 | injured | MVD", "998 | injured | MVD | as of 8"),
        set(),
    ),
    (
        "a number made finer by another a day later is no change of source",
        ("more than 2,300 | detained | MVD", "2,298 | detained | HRW | as of 8"),
        set(),
    ),
    (
        "what grew in a day is told by the hours of its reports",
        (
            "12 | killed | Hospital | as of 7 | on 7 09:00",
            "30 | killed | HRW | as of 7 | on 7 21:00",
        ),
        {"note compatible"},
    ),
    (
        "a month and the year that holds it",
        (
            "5 | killed | Hospital | as of 2022-01 | on 02-02",
            "9 | killed | HRW | as of 2022 | on 2023",
        ),
        set(),
    ),
    (
        "a chronology carries what it supersedes",
        (
            "18 | officers killed | MVD | as of 6 | on 20 | url page",
            "26 | officers killed | MVD | as of 7 | on 20 | url page",
            "40 | officers injured | MVD | as of 7 | on 20 | url page",
        ),
        set(),
    ),
    (
        "two hours of a day printed on it",
        (
            "18 | officers killed | MVD | as of 6 09:00 | on 6",
            "26 | officers killed | MVD | as of 6 18:00 | on 6",
        ),
        set(),
    ),
    (
        "a country and then one of its cities is a fall that is explained",
        ("225 | killed | Prosecutor | as of 15", "139 | killed @Almaty | Prosecutor | as of 20"),
        {"note revised_down"},
    ),
    (
        "a city and then its country is no fall that the wider scope explains",
        ("1,000 | killed @Almaty | MVD | as of 7", "900 | killed | MVD | as of 11"),
        {"error part_exceeds_whole"},
    ),
    (
        "another outcome is no fall",
        (
            "225 | killed or injured | Prosecutor | as of 15",
            "164 | injured | Prosecutor | as of 20",
        ),
        set(),
    ),
    (
        "who denies having given a figure does not come down from it",
        (
            "40 | killed | Health | as of 7 | via AP",
            "denial | of 1 | by Health | on 8",
            "18 | killed | Health | as of 9",
        ),
        {"warning denied_by_source"},
    ),
    (
        "a relay that follows a denial did not say the figure",
        (
            "164 | killed | Health | as of 9 | via TASS, AP",
            "denial | of 1 | by Health | on 9",
            "retraction | of 1 | by AP | on 10",
        ),
        {"warning denied_by_source", "warning retracted"},
    ),
    (
        "a vague word and a number in one statement",
        ("dozens | killed | MVD | from brief", "16 | killed | MVD | via TASS | from brief"),
        {"note bound_drift"},
    ),
    (
        "increments of which nobody says since when are of windows unknown",
        ("5 | +killed | Hospital | as of 7", "9 | +killed | HRW | as of 7"),
        {"note window"},
    ),
    (
        "names are a floor however they are written down",
        ("188 names | killed | Azattyq", "225 | killed | Prosecutor"),
        {"note floor_list"},
    ),
    (
        "small counts fall and do not begin again",
        ("10 | killed | MVD", "1 | killed | MVD | as of 8"),
        {"warning revised_down"},
    ),
    (
        "a Latin letter in a Cyrillic name",
        ("18 | killed | МВД", "19 | killed | MВД | as of 8"),
        {"note look_alike"},
    ),
    (
        "one slip of a date does not make every later report a repetition",
        (
            "164 | killed | Health | as of 9",
            "retraction | of 1 | by Health | on 2",
        ),
        {"warning retracted", "warning anachronism"},
    ),
]


@pytest.mark.parametrize(
    ("lines", "expected"), [pytest.param(lines, kinds, id=shows) for shows, lines, kinds in SCENES]
)
def test_an_everyday_scene_gives_this_and_no_more(
    lines: tuple[str, ...], expected: set[str]
) -> None:
    findings = audit(ledger(*lines))
    assert {f"{one.severity} {one.kind.value}" for one in findings} == expected


def test_a_crowd_of_witnesses_hides_no_quarrel_of_the_sides() -> None:
    rivals = ["450 | killed | MVD", "777 | killed | Committee", "3 | killed | HRW"]
    witnesses = [f"{9_000 + number} | killed | Witness {number}" for number in range(12)]
    for crowd in range(len(witnesses)):
        findings = audit(ledger(*rivals, *witnesses[:crowd]))
        assert "party_dispute" in {one.kind.value for one in findings}


def test_a_part_that_exceeds_its_whole_is_not_told_as_one_of_it() -> None:
    findings = audit(ledger("50 | killed | MVD", "9 | killed or injured | MVD"))
    assert {one.kind.value for one in findings} == {"part_exceeds_whole"}
    part, whole = told("50 | killed | MVD"), told("9 | killed or injured | MVD")
    assert compare(part, whole).evidence.endswith("50 of 9, which is fewer")


def test_the_evidence_of_a_contradiction_gives_each_its_moment() -> None:
    one, other = told("18 | killed | HRW | as of 7"), told("26 | killed | AP | as of 7 10:00")
    assert compare(one, other).evidence == (
        "26 (AP) as of 7 January 2022, 10:00 +06:00 against 18 (Human Rights Watch) as of"
        " 7 January 2022"
    )


def test_a_cautious_word_is_not_taken_cautiously_twice() -> None:
    """In the table of ACLED dozens begin at 12, and 7 is below that."""
    dozens = told("26 | killed | MVD")
    cautious = Figure.read("dozens", acled)
    assert cautious.count == Count.at_least(12)
    vague = Observation(
        dozens.measure, cautious, "Police", as_of=dozens.as_of, reported=dozens.reported
    )
    assert compare(vague, told("7 | killed | HRW")).kind == "contradiction"


def test_what_a_claimant_says_of_one_telling_it_says_of_the_others_in_the_ledger() -> None:
    entries = scene(
        "164 | killed | Health | as of 9 | via TASS | from brief",
        "164 | killed | Health | as of 9 | via AP | from brief",
        "225 | killed | Prosecutor | as of 9",
        "retraction | of 1 | by Health | on 10",
    )
    reports = [entry for entry in entries if isinstance(entry, Observation)]
    told_of = compare(reports[1], reports[2], Ledger(entries))
    assert (told_of.kind, len(told_of.notices)) == ("retracted", 1)


def test_a_report_beside_itself_is_one_report() -> None:
    report = told("164 | killed | Health | from brief")
    assert compare(report, report).evidence == "one and the same report"


EIGHTEEN, NINETEEN = told("18 | killed | MVD"), told("19 | killed | MVD")
REFUSED = [
    pytest.param((EIGHTEEN, "18"), "b", id="a text"),
    pytest.param((EIGHTEEN, NINETEEN, 7), "entries", id="no list"),
    pytest.param((EIGHTEEN, NINETEEN, ["x"]), "entries", id="no entries"),
]


@pytest.mark.parametrize(("given", "field"), REFUSED)
def test_compare_refuses_what_is_no_report(given: tuple[object, ...], field: str) -> None:
    with pytest.raises(RuleError) as caught:
        compare(*given)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_audit_refuses_what_is_no_ledger() -> None:
    with pytest.raises(RuleError, match="expected a Ledger"):
        audit([told("18 | killed | MVD")])  # type: ignore[arg-type]


def test_notices_alone_are_idle() -> None:
    report = told("18 | killed | MVD")
    alone = notice("retraction | of 1 | by MVD | on 9", [report])
    assert isinstance(alone, Notice)
    assert [one.kind.value for one in audit(Ledger([alone]))] == ["idle_notice"]
    assert audit(Ledger()) == ()


def test_a_number_that_many_groups_share_is_told_in_step_with_their_number() -> None:
    day = told("26 | killed | MVD").as_of
    crowd = Ledger(
        Observation(Measure("killed", f"group {number}"), "26", f"source {number}", day, day)
        for number in range(60)
    )
    assert len([one for one in audit(crowd) if one.kind == "scope_population"]) == 59


def test_names_of_many_thousand_letters_cost_no_more_than_they_are_long() -> None:
    """They are compared whole, so that a stranger's file cannot hold up a desk."""
    day = "2022-01-07[Asia/Almaty]"
    book = Ledger(
        Observation(Measure("killed"), str(one), f"{'a' * 4_990}{one}", day, day)
        for one in range(40)
    )
    assert len(book.sources) == 40
    assert isinstance(audit(book), tuple)
