"""What organisations publish, rule by rule, against slow readings and a published oracle."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maverick_reports import COLUMNS, PREFIXES, ledger_of, published

from kazfigures import (
    Count,
    Estimate,
    Figure,
    Ledger,
    Observation,
    Rule,
    Source,
    Status,
    practices,
    reconcile,
)
from kazfigures.errors import RuleError
from kazfigures.rules.laws import CATALOGUE, Law
from kazfigures.rules.practices import (
    PRACTICES,
    acled,
    airwars,
    airwars_grade,
    differs_by_a_fifth,
    economist,
    em_dat,
    iraq_body_count,
    is_provisional,
    maverick_conservative,
    maverick_informative,
    maverick_representative,
    palestine_datasets,
    resolver,
    ucdp,
    wikidata,
)
from kazfigures.rules.testimonies import Reason
from kazfigures.strategies import ledgers, moments
from kazfigures.strategies.values import SMALL_MEASURES

KILLED = SMALL_MEASURES[0]


def said(
    figure: Figure | str,
    name: str,
    *,
    side: str = "",
    grade: str | None = None,
    credibility: int | None = None,
    as_of: str = "2022-01-09[UTC]",
    reported: str = "2022-01-10[UTC]",
) -> Observation:
    source = Source(name, side=side, grade=grade)
    return Observation(KILLED, figure, source, as_of, reported, credibility=credibility)


def of(rule: Rule, *texts: str) -> Estimate:
    """Let a claimant say each of some texts."""
    return rule(Ledger(said(text, f"claimant {place}") for place, text in enumerate(texts)))


# What becomes of a bound --------------------------------------------------------------------------

EM_DAT, OFFICES = em_dat("claimant 0"), palestine_datasets("claimant 0", "claimant 1")

BOUNDS = [
    # practice, "at least 12", "up to 30", "dozens", "more than 12" with "15"
    (acled, "12", "0", "12", "12"),
    (iraq_body_count, "12", "at most 30", "24", "13 to 15"),
    (airwars, "12", "at most 30", "24", "13 to 15"),
    (ucdp, "at least 12", "at most 30", "at least 24", "at least 13"),
    (wikidata, "at least 12", "at most 30", "at least 24", "15"),
    (economist, "at least 12", "at most 30", "at least 24", "15"),
    (resolver, "at least 12", "at most 30", "at least 24", "15"),
    (maverick_conservative, "12", "30", "24", "12"),
    (maverick_representative, "12", "30", "24", "12"),
    (maverick_informative, "12", "30", "24", "15"),
    (EM_DAT, "at least 12", "at most 30", "at least 24", "at least 13"),
    (OFFICES, "at least 12", "at most 30", "at least 24", "at least 13"),
]


@pytest.mark.parametrize(
    ("rule", "floor", "ceiling", "vague", "joint"), BOUNDS, ids=[str(row[0]) for row in BOUNDS]
)
def test_a_practice_keeps_a_bound_or_throws_it_away(
    rule: Rule, floor: str, ceiling: str, vague: str, joint: str
) -> None:
    assert str(of(rule, "at least 12").count) == floor
    assert str(of(rule, "up to 30").count) == ceiling
    assert str(of(rule, "dozens").count) == vague
    assert str(of(rule, "more than 12", "15").count) == joint


def test_a_practice_that_goes_by_a_name_is_in_the_table() -> None:
    assert [row[0] for row in BOUNDS[:-2]] == list(PRACTICES)


@pytest.mark.parametrize("rule", [row[0] for row in BOUNDS], ids=str)
def test_a_practice_says_who_publishes_it_and_where(rule: Rule) -> None:
    assert "https://" in rule.citation
    assert getattr(practices, rule.name.partition("(")[0])


# ACLED --------------------------------------------------------------------------------------------

ACLED_POINTS = [
    ("tens of people", 10),
    ("dozens", 12),
    ("dozens, possibly hundreds", 12),
    ("hundreds", 100),
    ("26", 26),
    ("about 1,300", 1300),
    ("more than 2,300", 2300),
    ("between 20 and 30", 20),
    ("no casualties", 0),
    ("up to 100", 0),
    ("fewer than 50", 0),
    ("about 1", 1),
    (Figure("a list of 188 names", 188, Count.at_least(188)), 188),
    (Figure("десятки", None, Count.at_least(24)), 24),
    (Figure("two of the 26", None, Count.at_least(2)), 2),
    (Figure("one or another", None, Count(3, 9)), 3),
]


@pytest.mark.parametrize(("figure", "point"), ACLED_POINTS, ids=[str(f) for f, _ in ACLED_POINTS])
def test_acled_writes_one_number_down(figure: Figure | str, point: int) -> None:
    estimate = acled(Ledger([said(figure, "A")]))
    assert estimate.count == Count.exactly(point)


def test_acled_takes_the_most_cautious_report_and_lists_the_rest() -> None:
    estimate = of(acled, "hundreds", "dozens", "26")
    assert estimate.headline == "12, agreed (2 passed over)"
    assert [one.observation.figure.wording for one in estimate.used] == ["dozens"]
    assert {one.why for one in estimate.set_aside} == {"passed over: it does not give 12"}


def test_acled_takes_the_lower_of_two_words_of_one_claimant() -> None:
    both = [said("26", "A"), said("hundreds", "A", reported="2022-01-10T12:00Z")]
    assert acled(Ledger(both)).count == Count.exactly(26)


# Iraq Body Count and Airwars ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "provisional"),
    [([], True), (["18"], True), (["18", "16"], False), (["18", "at least 3", "16"], False)],
)
def test_one_claimant_alone_is_provisional(texts: list[str], provisional: bool) -> None:  # noqa: FBT001
    [*claims] = (said(text, f"claimant {place}") for place, text in enumerate(texts))
    estimate = reconcile(Ledger(claims), iraq_body_count)[KILLED]
    assert is_provisional(estimate) == provisional


def test_two_relays_of_one_statement_are_provisional() -> None:
    relays = [
        Observation(
            KILLED,
            "18",
            "Interior Ministry",
            as_of="2022-01-09[UTC]",
            reported="2022-01-10[UTC]",
            via=[agency],
            origin="briefing",
        )
        for agency in ("AP", "TASS")
    ]
    assert is_provisional(iraq_body_count(Ledger(relays)))


GRADED = [
    # who says what, by side; the grade for the coalition
    ([], "discounted"),
    ([("no casualties", "")], "discounted"),
    ([("5", "")], "weak"),
    ([("up to 5", "")], "weak"),
    ([("5", ""), ("no casualties", "coalition")], "weak"),
    ([("5", ""), ("7", "")], "fair"),
    ([("5", "rebels"), ("7", "")], "fair"),
    ([("5", ""), ("3", "coalition")], "confirmed"),
    ([("at least 1", "coalition")], "confirmed"),
]


@pytest.mark.parametrize(("claims", "grade"), GRADED)
def test_airwars_grades_by_who_says_so(claims: list[tuple[str, str]], grade: str) -> None:
    ledger = Ledger(
        said(text, f"claimant {place}", side=side) for place, (text, side) in enumerate(claims)
    )
    assert airwars_grade(reconcile(ledger, airwars)[KILLED], "coalition") == grade


@pytest.mark.parametrize("belligerent", ["", "  ", None])
def test_a_grade_needs_a_belligerent(belligerent: str) -> None:
    """Sources of no side would confirm everything."""
    with pytest.raises(RuleError, match="the side of the party"):
        airwars_grade(of(airwars, "5"), belligerent)


# Sources in order ---------------------------------------------------------------------------------


def test_em_dat_takes_the_first_source_of_its_ranking() -> None:
    ranked = em_dat("UN", Source("Red Cross"))
    assert ranked.name == "em_dat('UN', 'Red Cross')"
    ledger = Ledger([said("18", "Red Cross"), said("20", "Press"), said("16", "UN")])
    assert ranked(ledger).headline == "16, agreed (2 passed over)"
    assert ranked(Ledger([said("18", "red cross"), said("20", "Press")])).count == Count(18, 18)
    assert ranked(Ledger([said("20", "Press"), said("22", "Radio")])).count == Count(20, 22)


CHAINS = [
    (["Ministry", "Media Office", "Press"], "Ministry"),
    (["Media Office", "Press"], "Media Office"),
    (["media  office"], "media  office"),
    (["Press", "Radio"], None),
]


@pytest.mark.parametrize(("speakers", "taken"), CHAINS)
def test_a_fallback_chain_takes_two_offices_and_nobody_else(
    speakers: list[str], taken: str | None
) -> None:
    chain = palestine_datasets("Ministry", "Media Office")
    estimate = chain(Ledger(said(str(place), name) for place, name in enumerate(speakers)))
    assert len(estimate.used) + len(estimate.set_aside) == len(speakers)
    assert {one.reason for one in estimate.set_aside} <= {Reason.PASSED_OVER}
    if taken is None:
        assert (estimate.status, estimate.count) == (Status.UNREPORTED, None)
    else:
        assert estimate.count == Count.exactly(speakers.index(taken))


def test_a_fallback_chain_is_of_two_offices() -> None:
    with pytest.raises(RuleError, match="second: expected another office"):
        palestine_datasets("Ministry", "MINISTRY")


claims_of_many = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.none() | st.sampled_from("ABF"),
        moments(small=True),
        moments(small=True),
        st.sampled_from([None, 1, 3, 5]),
        st.sampled_from(["", "government"]),
    ),
    min_size=1,
    max_size=5,
)


def ledger_from(drawn: Sequence[tuple[int, str | None, object, object, int | None, str]]) -> Ledger:
    """Let each of some claims be by a claimant of its own, published after what it is about."""
    observations: list[Observation] = []
    for place, (number, grade, one, other, credibility, side) in enumerate(drawn):
        as_of, reported = sorted((one, other), key=lambda moment: moment.order)  # type: ignore[attr-defined]
        source = Source(f"claimant {place}", grade=grade, side=side)
        observations.append(
            Observation(KILLED, str(number), source, as_of, reported, credibility=credibility)
        )
    return Ledger(observations)


def numbers(ledger: Ledger) -> list[int]:
    return [observation.figure.count.low for observation in ledger.observations]


@given(claims_of_many)
def test_resolver_sorts_by_grade_then_as_of_then_publication(drawn: list) -> None:  # type: ignore[type-arg]
    ledger = ledger_from(drawn)

    def place(one: Observation) -> tuple[object, ...]:
        grade = one.source.grade or "F"
        return (-ord(grade), one.as_of.start, one.reported.start)

    first = max(map(place, ledger.observations))
    tied = numbers(Ledger(one for one in ledger.observations if place(one) == first))
    assert resolver(ledger).count == Count(min(tied), max(tied))


def test_resolver_orders_no_moments_that_overlap() -> None:
    """A figure for January and one for the 9th are of no order, whichever came out later."""
    month = said("18", "A", as_of="2022-01[UTC]", reported="2022-02-10[UTC]")
    day = said("16", "B", as_of="2022-01-09[UTC]", reported="2022-02-01[UTC]")
    assert resolver(Ledger([month, day])).headline == "16 to 18, disputed: 16 (B) against 18 (A)"


RESOLVED = [
    # who says what, by grade, as of when; what resolver makes of it
    ([("10", "E", "09"), ("20", "F", "10")], "10, agreed (1 passed over)"),
    ([("10", "B", "09"), ("20", None, "10")], "10, agreed (1 passed over)"),
    ([("10", "F", "09"), ("20", None, "09")], "10 to 20, disputed: 10 (0) against 20 (1)"),
    ([("10", "B", "09"), ("20", "B", "10")], "20, agreed (1 passed over)"),
]


@pytest.mark.parametrize(("claims", "headline"), RESOLVED)
def test_resolver_takes_the_newest_of_the_best_graded(
    claims: list[tuple[str, str | None, str]], headline: str
) -> None:
    ledger = Ledger(
        said(text, str(place), grade=grade, as_of=f"2022-01-{day}[UTC]", reported="2022-01-11[UTC]")
        for place, (text, grade, day) in enumerate(claims)
    )
    assert resolver(ledger).headline == headline


def test_resolver_hears_a_claimant_one_of_whose_words_is_of_the_newest_moment() -> None:
    """What is told of a month and of a day in it is not over while the month is not."""
    later = "2022-02-10[UTC]"
    month = said("5", "A", as_of="2022-01[UTC]", reported=later)
    day = said("5", "A", as_of="2022-01-08[UTC]", reported=later)
    newer = said("7", "B", as_of="2022-01-10[UTC]", reported=later)
    claims = resolver(Ledger([month, day, newer])).claims
    assert [claim.source.name for claim in claims] == ["A", "B"]


FAR = [
    # grade A says, grade B says; is it far?
    ("100", "120", False),
    ("100", "125", False),
    ("100", "126", True),
    ("100", "80", False),
    ("100", "79", True),
    ("100", "at least 12", False),
    ("100", "up to 79", True),
    ("at least 12", "15", False),
    ("at least 12", "9", True),
    ("0", "0", False),
    ("0", "1", True),
]


@pytest.mark.parametrize(("taken", "other", "far"), FAR)
def test_a_claim_far_from_the_answer_is_flagged(taken: str, other: str, far: bool) -> None:  # noqa: FBT001
    estimate = resolver(Ledger([said(taken, "one", grade="A"), said(other, "two", grade="B")]))
    assert [one.observation.source.name for one in estimate.used] == ["one"]
    assert differs_by_a_fifth(estimate) == far


def test_where_there_is_no_answer_nothing_is_far_from_it() -> None:
    assert not differs_by_a_fifth(reconcile(Ledger(), resolver)[KILLED])


# Parties and ranks --------------------------------------------------------------------------------


@given(claims_of_many)
def test_ucdp_and_the_economist_leave_out_parties(drawn: list) -> None:  # type: ignore[type-arg]
    ledger = ledger_from(drawn)
    neutral = Ledger(one for one in ledger.observations if not one.source.side)
    for rule in (ucdp, economist):
        estimate = rule(ledger)
        assert {one.reason for one in estimate.set_aside} <= {Reason.PARTY}
        assert [one.observation for one in estimate.used] == list(neutral.observations)
    if neutral:
        assert ucdp(ledger).count == Count(min(numbers(neutral)), max(numbers(neutral)))


@given(claims_of_many)
def test_wikidata_uses_the_best_rank_and_nothing_deprecated(drawn: list) -> None:  # type: ignore[type-arg]
    ledger = ledger_from(drawn)
    preferred = [one for one in ledger.observations if one.credibility == 1]
    normal = [one for one in ledger.observations if one.credibility in (None, 3)]
    estimate = wikidata(ledger)
    assert [one.observation for one in estimate.used] == (preferred or normal)
    assert {one.observation.credibility for one in estimate.set_aside} <= {None, 3, 5}


def test_a_preferred_report_stands_against_others_and_a_deprecated_one_replaces_nothing() -> None:
    census = said("18", "Office", credibility=1)
    later = said("20", "Office", as_of="2022-02-09[UTC]", reported="2022-02-10[UTC]", credibility=5)
    other = said("99", "Press")
    estimate = wikidata(Ledger([census, later, other]))
    assert estimate.count == Count.exactly(18)
    assert {str(one.why) for one in estimate.set_aside} == {
        "passed over: a preferred report stands",
        "not verified: deprecated",
    }


# MAVERICK -----------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_maverick_takes_the_least_the_most_common_and_the_most(reported: list[int]) -> None:
    texts = [str(number) for number in reported]
    votes = Counter(reported)
    most_common = [number for number in votes if votes[number] == max(votes.values())]
    expected = {
        maverick_conservative: min(reported),
        maverick_representative: min(most_common),
        maverick_informative: max(reported),
    }
    for rule, number in expected.items():
        estimate = of(rule, *texts)
        assert (estimate.count, estimate.best) == (Count.exactly(number), number)
        assert len(estimate.used) == votes[number]


REPRESENTATIVE = [(["3", "3", "1"], 3), (["3", "1"], 1), (["3", "1", "3", "1", "2"], 1)]


@pytest.mark.parametrize(("texts", "number"), REPRESENTATIVE)
def test_the_representative_number_is_the_most_common_and_of_several_the_smallest(
    texts: list[str], number: int
) -> None:
    assert of(maverick_representative, *texts).count == Count.exactly(number)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_maverick_is_what_eventreport_computes(shared_data: Path, prefix: str) -> None:
    """All six columns of all 2,090 events, from 2,867 reports."""
    estimates = reconcile(
        ledger_of(shared_data, *COLUMNS), getattr(practices, f"maverick_{prefix}")
    )
    found = {one.measure: one.count for one in estimates}
    expected = published(shared_data, prefix)
    assert len(expected) == 2090 * 6
    assert found == {measure: Count.exactly(number) for measure, number in expected.items()}


# Promises -----------------------------------------------------------------------------------------

SMALL_COUNTS = [
    Count(low, high)
    for low in range(3)
    for high in (*range(low, 3), None)
    if (low, high) != (0, None)
]
SMALL_CLAIMS: list[Callable[[str], Observation]] = [
    lambda name, count=count, side=side, grade=grade, judged=judged: said(
        Figure(str(count), None if count.high is None else count.high, count),
        name,
        side=side,
        grade=grade,
        credibility=judged,
    )
    for count in SMALL_COUNTS
    for side, grade, judged in (("", None, None), ("government", "B", 1), ("", "A", 5))
]
SMALL_WORLD = [
    Ledger(claim(f"claimant {place}") for place, claim in enumerate(claims))
    for size in (1, 2)
    for claims in combinations_with_replacement(SMALL_CLAIMS, size)
]


@pytest.mark.parametrize("rule", [row[0] for row in BOUNDS], ids=str)
def test_a_practice_keeps_its_promises(rule: Rule) -> None:
    for ledger in SMALL_WORLD:
        for law in rule.promises:
            assert law.holds(rule, ledger), f"{law.sentence}: {ledger.observations}"


@given(ledgers(small=True, measure=KILLED))
def test_a_chain_and_a_ranking_keep_their_promises(ledger: Ledger) -> None:
    if ledger.observations:
        chain = palestine_datasets("Hospital", "Witness")
        for rule in (chain, em_dat("Hospital", "Witness")):
            for law in rule.promises:
                assert law.holds(rule, ledger), law.sentence


EVERY_PRACTICE = [row[0] for row in BOUNDS]
OF_RANGES = [ucdp, wikidata, economist, resolver, EM_DAT]

PROMISED: list[tuple[str, list[Rule]]] = [
    # a law, and the practices that promise it at the least
    ("well_formed", EVERY_PRACTICE),
    ("attributable", [rule for rule in EVERY_PRACTICE if rule is not acled]),
    ("containment", [*OF_RANGES, iraq_body_count, airwars, OFFICES]),
    ("unanimity", OF_RANGES),
    ("common_ground", OF_RANGES),
]


@pytest.mark.parametrize(("name", "practitioners"), PROMISED, ids=[row[0] for row in PROMISED])
def test_practices_promise_what_a_reader_takes_for_granted(
    name: str, practitioners: list[Rule]
) -> None:
    assert [rule for rule in practitioners if law_named(name) not in rule.promises] == []


BROKEN = [
    (acled, "unanimity", "between 1 and 2"),
    (acled, "common_ground", "at least 12"),
    (acled, "containment", "more than 12"),
    (acled, "attributable", "dozens"),
    (iraq_body_count, "unanimity", "at least 12"),
    (iraq_body_count, "common_ground", "at least 12"),
    (airwars, "unanimity", "at least 12"),
    (airwars, "common_ground", "at least 12"),
    (maverick_conservative, "unanimity", "between 1 and 2"),
    (maverick_conservative, "common_ground", "at least 12"),
    (maverick_conservative, "containment", "more than 12"),
    (maverick_representative, "containment", "more than 12"),
    (maverick_informative, "containment", "more than 12"),
    (ucdp, "agreement", "at least 12"),
]


def law_named(name: str) -> Law:
    return next(law for law in CATALOGUE if law.name == name)


@pytest.mark.parametrize(("rule", "name", "text"), BROKEN, ids=str)
def test_a_law_not_promised_has_a_witness(rule: Rule, name: str, text: str) -> None:
    law = law_named(name)
    texts = [text, "15"] if name == "agreement" else [text]
    ledger = Ledger(said(one, f"claimant {place}") for place, one in enumerate(texts))
    assert law not in rule.promises
    assert not law.holds(rule, ledger)
