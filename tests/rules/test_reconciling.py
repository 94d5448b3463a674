"""What reconciling promises whatever the rule, and what an estimate says."""

from collections import Counter
from collections.abc import Callable

import pytest
from attrs import evolve
from drawing import SMALL_MEASURES, ledgers, near_moments, observations
from hypothesis import given
from hypothesis import strategies as st

from kazfigures import (
    Count,
    Estimate,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    Observation,
    Rule,
    Source,
    Status,
    house,
    reconcile,
    rule,
)
from kazfigures.errors import LedgerError, RuleError
from kazfigures.rules.laws import AGREEMENT, CATALOGUE, CORE, TOTAL
from kazfigures.rules.pipeline import ALWAYS, Pool, Taken
from kazfigures.rules.pools import by_grade, consensus, overlap
from kazfigures.rules.reconciling import RULES, named_rule
from kazfigures.rules.screens import aged, fresh, graded, verified, withdrawn
from kazfigures.rules.testimonies import Claim, Reason

KILLED = SMALL_MEASURES[0]


@rule(promises={TOTAL})
def officials_first(claims: list[Claim]) -> Count:
    """What officials allow together; everyone, where no official spoke."""
    official = [claim.count for claim in claims if claim.source.kind == "official"]
    hull = (official or [claim.count for claim in claims])[0]
    for count in official or [claim.count for claim in claims]:
        hull |= count
    return hull


EVERY_RULE = (*RULES, officials_first)
one_measure = ledgers(small=True, measure=KILLED) | ledgers(
    small=True, measure=KILLED, moments=near_moments()
)
many_measures = ledgers(small=True)

every_rule = pytest.mark.parametrize("rule", EVERY_RULE, ids=str)


def answer(estimate: Estimate) -> tuple[object, ...]:
    """Give what an estimate says, without its account."""
    return (estimate.status, estimate.count, estimate.best, Counter(estimate.camps))


def with_own_origins(ledger: Ledger) -> Ledger:
    """Let each origin be a statement of one claimant, as it is outside of tests."""
    return Ledger(
        evolve(entry, origin=entry.origin and f"{entry.origin} of {entry.source}")
        for entry in ledger.observations
    )


def answers(ledger: Ledger, rule: Rule) -> list[tuple[object, ...]]:
    return sorted(
        ((str(one.measure), *answer(one)[:3]) for one in reconcile(ledger, rule)), key=str
    )


# Laws of the pipeline -----------------------------------------------------------------------------


@every_rule
@given(ledger=many_measures)
def test_every_observation_is_accounted_for_once(rule: Rule, ledger: Ledger) -> None:
    accounted = Counter(
        one.observation.id
        for estimate in reconcile(ledger, rule)
        for one in (*estimate.used, *estimate.set_aside)
    )
    assert accounted == Counter(observation.id for observation in ledger.observations)


@every_rule
@given(data=st.data())
def test_order_and_resending_do_not_matter(rule: Rule, data: st.DataObject) -> None:
    ledger = data.draw(many_measures)
    shuffled = data.draw(st.permutations([*ledger, *ledger.entries[:2]]))
    assert reconcile(Ledger(shuffled), rule) == reconcile(ledger, rule)


@every_rule
@given(ledger=many_measures, later=observations(small=True), hour=st.integers(0, 4))
def test_what_is_reported_later_changes_no_earlier_answer(
    rule: Rule, ledger: Ledger, later: Observation, hour: int
) -> None:
    then = Moment(f"2022-01-07T{hour:02}:30Z")
    grown = ledger | Ledger([later])
    if later.reported.end > then.end:
        assert reconcile(grown.known_at(then), rule) == reconcile(ledger.known_at(then), rule)


@every_rule
@given(
    ledger=ledgers(small=True, measure=KILLED, max_notices=0, origins=st.just("")), data=st.data()
)
def test_retraction_is_absence(rule: Rule, ledger: Ledger, data: st.DataObject) -> None:
    """What its source took back counts as if it had never been said."""
    if not ledger.observations:
        return
    gone = data.draw(st.sampled_from(ledger.observations))
    notice = Notice("retraction", gone, gone.source, gone.reported)
    without = Ledger(entry for entry in ledger if entry != gone)
    assert answers(ledger | Ledger([notice]), rule) == (
        answers(without, rule) if without else [(str(KILLED), Status.UNREPORTED, None, None)]
    )


@every_rule
@given(ledger=many_measures, other=observations(small=True, measure=Measure("evacuated")))
def test_other_measures_never_matter(rule: Rule, ledger: Ledger, other: Observation) -> None:
    grown = reconcile(ledger | Ledger([other]), rule)
    for estimate in reconcile(ledger, rule):
        assert grown[estimate.measure] == estimate


@every_rule
@given(ledger=one_measure)
def test_what_is_used_is_enough(rule: Rule, ledger: Ledger) -> None:
    for estimate in reconcile(ledger, rule):
        used = Ledger(one.observation for one in estimate.used)
        if used:
            assert answer(rule(used)) == answer(estimate)


@every_rule
@given(ledger=ledgers(small=True, measure=KILLED, moments=near_moments(), origins=st.just("")))
def test_losing_what_is_not_used_changes_nothing(rule: Rule, ledger: Ledger) -> None:
    """What gave way to a report speaks again once that is lost, so they go together."""
    for estimate in reconcile(ledger, rule):
        heard = {one.observation.source for one in estimate.used}
        for gone in estimate.set_aside:
            lost = {gone.observation}
            lost |= {one.observation for one in estimate.set_aside if one.because in lost}
            if gone.observation.source not in heard:
                lost |= set(ledger.where(source=gone.observation.source).observations)
            without = Ledger(entry for entry in ledger.observations if entry not in lost)
            if without:
                assert answer(rule(without | Ledger(ledger.notices))) == answer(estimate)


@every_rule
@given(ledger=one_measure)
def test_a_claim_that_says_nothing_changes_nothing(rule: Rule, ledger: Ledger) -> None:
    anything = Observation(
        KILLED,
        Figure("an unknown number", None, Count()),
        "Somebody new",
        as_of="2022-01-08T00:00Z",
        reported="2022-01-08T00:00Z",
    )
    grown = reconcile(ledger | Ledger([anything]), rule)[KILLED]
    assert answer(grown) == answer(reconcile(ledger, rule)[KILLED])
    assert {one.reason for one in grown.set_aside if one.observation == anything} == {
        Reason.SAYS_NOTHING
    }


@every_rule
@given(ledger=one_measure)
def test_names_of_claimants_do_not_matter(rule: Rule, ledger: Ledger) -> None:
    """A claimant by another name, the same one throughout, says the same."""

    def renamed(observation: Observation) -> Observation:
        source = observation.source
        return evolve(observation, source=evolve(source, name=source.name[::-1]))

    plain = with_own_origins(ledger)
    assert answers(Ledger(map(renamed, plain.observations)), rule) == answers(plain, rule)


@every_rule
def test_nothing_said_is_unreported_and_never_zero(rule: Rule) -> None:
    estimate = reconcile(Ledger(), rule)[KILLED]
    assert (estimate.status, estimate.count, estimate.best) == (Status.UNREPORTED, None, None)
    assert estimate.headline == "not reported"


def said(figure: str, name: str = "Interior Ministry", **more: object) -> Observation:
    fields: dict[str, object] = {
        "as_of": "2022-01-09[Asia/Almaty]",
        "reported": "2022-01-10T12:00+06:00",
    }
    return Observation(KILLED, figure, name, **(fields | more))  # type: ignore[arg-type]


@every_rule
def test_a_lone_zero_is_a_claim(rule: Rule) -> None:
    if rule.name == "quorum(2)":
        return
    estimate = rule(Ledger([said("no casualties")]))
    assert (estimate.status, estimate.count) == (Status.AGREED, Count.exactly(0))


@every_rule
def test_a_source_in_another_spelling_is_no_second_source(rule: Rule) -> None:
    names = ["Interior Ministry", "INTERIOR\u00a0MINISTRY", "Interior\u200b Ministry"]
    ledger = Ledger(said("18", name) for name in names)
    assert len(rule(ledger).claims) == (0 if rule.name == "quorum(2)" else 1)


@every_rule
@given(ledger=one_measure)
def test_a_rule_keeps_its_promises(rule: Rule, ledger: Ledger) -> None:
    if ledger.observations:
        for law in rule.promises:
            assert law.holds(rule, ledger), law.sentence


# Statuses, camps and best -------------------------------------------------------------------------

CASES: list[tuple[str, list[str], str, str, int | None]] = [
    ("one claim", ["18"], "18", "agreed", 18),
    ("a floor and a number", ["more than 3,000", "3,811"], "3,811", "agreed", 3811),
    ("two numbers", ["230", "238"], "230 to 238", "disputed", None),
    ("two against one", ["16", "16", "18"], "16", "majority", 16),
    ("three of five", ["16", "16", "16", "18", "19"], "16", "majority", 16),
    ("two of four", ["16", "16", "18", "19"], "16 to 18", "disputed", None),
    (
        "floors take no side",
        ["230", "238", "more than 100", "over 40"],
        "230 to 238",
        "disputed",
        None,
    ),
    ("a floor that takes a side", ["230", "238", "at least 235"], "235 to 238", "majority", 238),
    ("vague words alone", ["dozens", "hundreds"], "at least 200", "agreed", None),
    ("a range states no number", ["between 20 and 30"], "20 to 30", "agreed", None),
    ("best is inside the range", ["about 1,300", "1,340"], "1,340", "agreed", 1340),
]


@pytest.mark.parametrize(
    ("claims", "count", "status", "best"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_how_far_claims_agree(claims: list[str], count: str, status: str, best: int | None) -> None:
    estimate = house(Ledger(said(text, f"claimant {n}") for n, text in enumerate(claims)))
    assert (str(estimate.count), estimate.status, estimate.best) == (count, status, best)


def test_camps_name_who_conflicts() -> None:
    claims = {"Prosecutor": "230", "Ombudswoman": "238", "Journalist": "more than 100"}
    estimate = house(Ledger(said(text, name) for name, text in claims.items()))
    assert {str(camp) for camp in estimate.camps} == {"230 (Prosecutor)", "238 (Ombudswoman)"}
    assert estimate.headline.startswith("230 to 238, disputed: 230 (Prosecutor) against 238")


def test_a_claimant_who_says_two_things_at_once_is_one_voice() -> None:
    """Two words that tie share what they share, and where they share nothing, span."""
    apart = house(Ledger([said("18", via=["AP"]), said("26", via=["TASS"])]))
    assert (apart.count, apart.status) == (Count(18, 26), Status.AGREED)
    sharing = house(Ledger([said("more than 2,300", via=["AP"]), said("3,811", via=["TASS"])]))
    assert sharing.count == Count.exactly(3811)
    assert sharing.best == 2300 + 1511


# The account --------------------------------------------------------------------------------------


def test_the_account_says_what_superseded_what() -> None:
    old = said("18", via=["TASS"], as_of="2022-01-07[UTC]", reported="2022-01-08[UTC]")
    estimate = house(Ledger([old, said("16")]))
    assert str(estimate).splitlines() == [
        "killed, Kazakhstan: 16, agreed (rule: house)",
        "  + 16: Interior Ministry, as of 9 January 2022, reported 10 January 2022, 12:00 +06:00",
        "  - 18: Interior Ministry via TASS, as of 7 January 2022, reported 8 January 2022 "
        "[superseded: the same claimant says 16 as of 9 January 2022]",
    ]


def test_the_account_says_who_took_what_back() -> None:
    withdrawn_figure = said("164", "Health Ministry")
    notice = Notice("denial", withdrawn_figure, "Health Ministry", "2022-01-10[UTC]", "not ours")
    estimate = house(Ledger([withdrawn_figure, notice]))
    assert str(estimate).endswith(
        "[withdrawn: denial by Health Ministry, 10 January 2022: not ours]"
    )
    assert estimate.status is Status.UNREPORTED


def test_a_correction_stands_in_place_of_what_it_corrects() -> None:
    wrong, right = said("46", "Reuters"), said("64", "Reuters", as_of="2022-01-08[Asia/Almaty]")
    notice = Notice("correction", wrong, "Reuters", "2022-01-10[UTC]", instead=right)
    estimate = house(Ledger([wrong, right, notice]))
    assert estimate.count == Count.exactly(64)
    assert [one.reason for one in estimate.set_aside] == [Reason.CORRECTED]


def test_what_stands_instead_stays_even_in_the_same_origin() -> None:
    wrong = said("46", "Reuters", origin="wire", reported="2022-01-09T12:00+06:00")
    right = said("64", "Reuters", origin="wire")
    notice = Notice("correction", "wire", "Reuters", "2022-01-11[UTC]", instead=right)
    assert house(Ledger([wrong, right, notice])).count == Count.exactly(64)


def test_a_claimant_who_takes_back_one_telling_takes_back_all() -> None:
    told = said("18", origin="briefing")
    relay = said("18", origin="briefing", via=["TASS"])
    ledger = Ledger([told, relay])
    by_claimant = Notice("retraction", told, "Interior Ministry", "2022-01-11[UTC]")
    by_relay = Notice("retraction", relay, "TASS", "2022-01-11[UTC]")
    assert house(ledger | Ledger([by_claimant])).status is Status.UNREPORTED
    assert house(ledger | Ledger([by_relay])).count == Count.exactly(18)


def test_a_report_that_is_not_wanted_supersedes_nothing() -> None:
    sound = said("18", credibility=1)
    rumour = said("20", as_of="2022-01-10[Asia/Almaty]")
    estimate = (verified(2) >> consensus)(Ledger([sound, rumour]))
    assert estimate.count == Count.exactly(18)


def test_a_claimant_is_as_good_as_the_worst_grade_it_was_given() -> None:
    words = [("10", "A"), ("12", "E")]
    for first, second in (words, words[::-1]):
        tied = [
            said(first[0], Source("A", grade=second[1])),  # type: ignore[arg-type]
            said(second[0], Source("A", grade=first[1])),  # type: ignore[arg-type]
        ]
        ledger = Ledger([*tied, said("20", Source("C", grade="B"))])  # type: ignore[arg-type]
        assert reconcile(ledger, by_grade)[KILLED].count == Count.exactly(20)


def test_thousands_of_different_numbers_are_told_apart() -> None:
    """Each its own camp, in one pass: a camp at a time would take minutes."""
    estimate = house(Ledger(said(str(number), f"claimant {number}") for number in range(3000)))
    assert len(estimate.camps) == 3000
    assert estimate.status is Status.DISPUTED


def test_camps_that_overlap_are_told_apart_one_by_one() -> None:
    claims = ["between 1 and 5", "between 4 and 8", "between 7 and 9", "between 20 and 30"]
    estimate = house(Ledger(said(text, f"claimant {n}") for n, text in enumerate(claims)))
    assert [str(camp.count) for camp in estimate.camps] == ["4 to 5", "7 to 9", "20 to 30"]


def test_what_a_rules_function_gives_is_checked() -> None:
    @rule
    def a_number(claims: list[Claim]) -> int:
        """The first low end."""
        return claims[0].count.low

    @rule
    def a_stranger(claims: list[Claim]) -> Taken:
        """A claim that nobody made."""
        return Taken(claims[0].count, [Claim(Source("x"), Count(), ())], "made up")

    for wrong in (a_number, a_stranger):
        with pytest.raises(RuleError) as caught:
            wrong(Ledger([said("18")]))
        assert caught.value.field == wrong.name


def test_a_majority_is_led_by_what_it_shares() -> None:
    claims = ["more than 5,000", "11,300", "at most 3,900"]
    estimate = house(Ledger(said(text, f"claimant {n}") for n, text in enumerate(claims)))
    assert (estimate.status, estimate.best) == (Status.MAJORITY, 11300)


def test_a_question_is_asked_by_measure() -> None:
    with pytest.raises(LedgerError, match="a Measure"):
        reconcile(Ledger([said("18")]))["killed"]  # type: ignore[index]


def test_a_widened_claim_says_what_it_was_taken_as() -> None:
    old = said("16", as_of="2022-01-07[Asia/Almaty]")
    estimate = house(Ledger([old, said("19", "Prosecutor")]))
    assert estimate.count == Count.exactly(19)
    assert "[taken as at least 16: a claim about an earlier moment than the newest]" in str(
        estimate
    )


def test_a_claim_that_ages_to_nothing_is_set_aside() -> None:
    old = said("up to 5", "Witness", as_of="2022-01-07[Asia/Almaty]")
    estimate = house(Ledger([old, said("19", "Prosecutor")]))
    assert [one.why for one in estimate.set_aside] == [
        "says nothing: a claim about an earlier moment than the newest"
    ]


def test_estimates_read_as_a_list_of_headlines() -> None:
    estimates = reconcile(Ledger([said("18"), said("16", "Hospital")]))
    assert str(estimates).startswith("killed, Kazakhstan: 16 to 18, disputed: ")
    assert (len(estimates), [one.measure for one in estimates]) == (1, [KILLED])
    assert KILLED in estimates
    assert Measure("injured") not in estimates
    assert [str(claim) for claim in estimates[KILLED].claims] == [
        "Hospital: 16",
        "Interior Ministry: 18",
    ]


# Windows ------------------------------------------------------------------------------------------

DETAINED = Measure("detained", place="Kazakhstan", tally="increment")


def further(figure: str, since: str | None, as_of: str, name: str = "Almaty police") -> Observation:
    return Observation(DETAINED, figure, name, as_of, "2022-01-12T20:00+06:00", since=since)


def test_an_increment_is_estimated_window_by_window() -> None:
    border = further("300", "2022-01-06[Asia/Almaty]", "2022-01-07[Asia/Almaty]")
    day = further("1,678", "2022-01-11[Asia/Almaty]", "2022-01-12[Asia/Almaty]")
    other = further("1,700", "2022-01-11[Asia/Almaty]", "2022-01-12[Asia/Almaty]", "Media")
    unknown = further("56", None, "2022-01-12[Asia/Almaty]")
    estimates = reconcile(Ledger([border, day, other, unknown]))
    assert [
        (str(one.window), str(one.count), one.status) for one in estimates.windows(DETAINED)
    ] == [
        ("6 January 2022 to 7 January 2022", "300", "agreed"),
        ("11 January 2022 to 12 January 2022", "1,678 to 1,700", "disputed"),
        ("up to 12 January 2022", "56", "agreed"),
    ]
    with pytest.raises(LedgerError, match="windows"):
        estimates[DETAINED]


def test_a_lone_window_is_the_estimate_of_its_measure() -> None:
    day = further("1,678", "2022-01-11[Asia/Almaty]", "2022-01-12[Asia/Almaty]")
    assert reconcile(Ledger([day]))[DETAINED].count == Count.exactly(1678)


def test_a_stock_does_not_age() -> None:
    custody = Measure("in custody", tally="stock")
    old = Observation(custody, "446", "Prosecutor", "2022-01-15[UTC]", "2022-01-15[UTC]")
    new = Observation(custody, "292", "Ministry", "2022-08-16[UTC]", "2022-08-16[UTC]")
    assert reconcile(Ledger([old, new]))[custody].count == Count(292, 446)


# Rules --------------------------------------------------------------------------------------------


def test_every_rule_begins_with_the_same_screens() -> None:
    for one in (*EVERY_RULE, aged >> withdrawn >> overlap):
        assert tuple(step for step in one.screens if step in ALWAYS) == ALWAYS
    assert (withdrawn >> aged >> consensus).screens == house.screens


def test_a_screen_put_before_a_rule_loses_the_promises_that_do_not_survive() -> None:
    assert TOTAL in consensus.promises
    assert (graded("C") >> consensus).promises == consensus.promises - {TOTAL}
    composed = aged >> (graded("C") >> consensus)
    first, *choices = ALWAYS
    assert composed.screens == (first, graded("C"), *choices, aged)
    assert composed.name == "graded('C') >> aged >> consensus"


def test_a_named_rule_may_promise_more() -> None:
    named = (aged >> overlap).named("strict", "What all allow.", {AGREEMENT})
    assert (str(named), named.sentence) == ("strict", "What all allow.")
    assert named.promises == overlap.promises | {AGREEMENT}


def test_a_function_becomes_a_rule_with_its_docstring() -> None:
    assert repr(officials_first) == "officials_first"
    assert officials_first.sentence.startswith("What officials allow together")
    assert officials_first.promises == {TOTAL}


def test_a_rule_may_take_some_claims_and_say_why_not_the_rest() -> None:
    @rule
    def first_alone(claims: list[Claim]) -> Taken:
        """The first claim."""
        return Taken(claims[0].count, claims[:1], "only the first is wanted")

    estimate = first_alone(Ledger([said("18", "A"), said("19", "B")]))
    assert estimate.count == Count.exactly(18)
    assert [one.why for one in estimate.set_aside] == ["passed over: only the first is wanted"]


@pytest.mark.parametrize("one", RULES, ids=str)
def test_rules_go_by_their_names(one: Rule) -> None:
    assert named_rule(one.name) is one
    assert one.sentence
    assert one.promises >= {law for law in CORE if law.name == "containment"}


REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("a name no rule has", lambda: named_rule("hearsay"), "rule"),
    ("a list for a ledger", lambda: reconcile([]), "ledger"),  # type: ignore[arg-type]
    ("a word for a rule", lambda: reconcile(Ledger(), "house"), "rule"),  # type: ignore[arg-type]
    ("a rule on nothing", lambda: house(Ledger()), "ledger"),
    (
        "a rule on two measures",
        lambda: house(
            Ledger([said("18"), further("1", None, "2022-01-12[Asia/Almaty]")]),
        ),
        "ledger",
    ),
    ("a rule without a docstring", lambda: rule(lambda claims: claims[0].count), "rule"),
]


@pytest.mark.parametrize(
    ("misuse", "field"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_misuse_is_an_error(misuse: Callable[[], object], field: str) -> None:
    with pytest.raises((RuleError, LedgerError)) as caught:
        misuse()
    assert caught.value.field == field


def test_a_screen_goes_before_a_screen_a_pool_or_a_rule_alone() -> None:
    for wrong in (3, house):
        with pytest.raises(TypeError):
            wrong >> aged  # type: ignore[operator]
    for right in (consensus, house):
        with pytest.raises(TypeError):
            3 >> right  # type: ignore[operator]
    with pytest.raises(TypeError):
        aged >> 3  # type: ignore[operator]


@rule
def one_too_many(claims: list[Claim]) -> Count:
    """One more than the highest low."""
    return Count.exactly(max(claim.count.low for claim in claims) + 1)


@rule
def never(claims: list[Claim]) -> None:
    """No range at all."""


@rule
def only_the_lowest(claims: list[Claim]) -> Count:
    """The lowest claim."""
    return min((claim.count for claim in claims), key=lambda count: count.low)


@rule
def only_the_highest(claims: list[Claim]) -> Count:
    """The highest low."""
    return Count.at_least(max(claim.count.low for claim in claims))


VIOLATORS = {
    "unanimity": one_too_many,
    "containment": one_too_many,
    "agreement": one_too_many,
    "attributable": one_too_many,
    "common_ground": one_too_many,
    "total": never,
    "fairness": only_the_lowest,
    "corroborated_floor(2)": only_the_highest,
}


@pytest.mark.parametrize(("name", "violator"), VIOLATORS.items(), ids=str)
def test_a_law_catches_its_planted_violator(name: str, violator: Rule) -> None:
    [law] = [one for one in CATALOGUE if one.name == name]
    ledger = Ledger([said("18", "A"), said("18", "B"), said("20", "C")])
    together = Ledger([said("18", "A"), said("18", "B")])
    assert not (law.holds(violator, ledger) and law.holds(violator, together))
    assert repr(law) == name


def test_laws_that_the_pipeline_keeps_read_the_estimate_itself() -> None:
    """Nothing a pool returns can break these two, so they are tried on made-up estimates."""
    claimed = house(Ledger([said("18", "A"), said("20", "B")]))
    laws = {law.name: law for law in CATALOGUE}
    pretended = Estimate(
        KILLED, "made up", Status.AGREED, Count.exactly(18), 20, claimed.used, claimed.set_aside
    )
    assert not laws["conflict_is_flagged"].holds(lambda _: pretended, Ledger())
    assert not laws["well_formed"].holds(lambda _: pretended, Ledger())


def test_a_pool_shows_its_name() -> None:
    assert repr(consensus) == "consensus"
    assert isinstance(consensus, Pool)
    assert repr(fresh) != ""
