"""What reconciling promises whatever the rule, and what an estimate says."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import permutations

import pytest
from attrs import evolve

from kazfigures import (
    Count,
    Ledger,
    Measure,
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
from kazfigures.rules.laws import CORE, LIPSCHITZ, POSITIVE_RESPONSE, TOTAL
from kazfigures.rules.pipeline import ALWAYS, Pool, Taken, called
from kazfigures.rules.pools import by_grade, consensus, overlap
from kazfigures.rules.reconciling import NAMED, RULES, named_rule
from kazfigures.rules.screens import (
    Screen,
    aged,
    fresh,
    graded,
    verified,
    withdrawn,
    without_sides,
)
from kazfigures.rules.testimonies import Claim, Reason, SetAside, Testimony
from kazfigures.strategies.values import SMALL_MEASURES

KILLED = SMALL_MEASURES[0]


@rule(promises={TOTAL})
def officials_first(claims: list[Claim]) -> Count:
    """What officials allow together; everyone, where no official spoke."""
    official = [claim.count for claim in claims if claim.source.kind == "official"]
    hull = (official or [claim.count for claim in claims])[0]
    for count in official or [claim.count for claim in claims]:
        hull |= count
    return hull


EVERY_RULE = (*NAMED, officials_first)
every_rule = pytest.mark.parametrize("rule", EVERY_RULE, ids=str)


@every_rule
def test_nothing_said_is_unreported_and_never_zero(rule: Rule) -> None:
    estimate = reconcile(Ledger(), rule)[KILLED]
    assert (estimate.status, estimate.count, estimate.best) == (Status.UNREPORTED, None, None)
    assert estimate.headline == "not reported"


def said(figure: str, name: str | Source = "Interior Ministry", **more: object) -> Observation:
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
    ("a range up to both ends", ["5", "10", "between 5 and 12"], "5 to 10", "disputed", None),
    ("a range down to both ends", ["5", "10", "between 3 and 10"], "5 to 10", "disputed", None),
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


def test_a_claimant_whose_words_together_allow_any_number_claims_nothing() -> None:
    words = [said("up to 5", via=["AP"]), said("at least 10", via=["TASS"])]
    for ledger in (Ledger(words), Ledger([*words, said("7", "Hospital")])):
        estimate = house(ledger)
        assert estimate.count == (Count.exactly(7) if len(ledger) > 2 else None)
        assert [one.why for one in estimate.set_aside] == [
            "says nothing: what its claimant says at once allows any number together"
        ] * 2


STATED = [
    # what a claimant says at once, and the number that it states
    (["18", "26"], 18),
    (["26", "18"], 18),
    (["18", "26", "30"], 26),
    (["18", "dozens"], 18),
    (["dozens", "hundreds"], None),
]


@pytest.mark.parametrize(("words", "stated"), STATED)
def test_a_claimant_who_states_several_numbers_states_the_lower_middle(
    words: list[str], stated: int | None
) -> None:
    ledger = Ledger(said(text, via=[f"Agency {place}"]) for place, text in enumerate(words))
    [claim] = house(ledger).claims
    assert claim.stated == stated


@pytest.mark.parametrize(
    "one", [house, named_rule("overlap"), fresh(timedelta(0)) >> consensus], ids=str
)
def test_a_claimant_who_may_mean_any_number_makes_no_other_claim_old(one: Rule) -> None:
    """0 and "at least 1" at once say nothing, and so no newer word has been said."""
    void = [said("0"), said("at least 1", via=["AP"])]
    older = said("5", "Hospital", as_of="2022-01-08[Asia/Almaty]")
    estimate = one(Ledger([*void, older]))
    assert estimate.count == Count.exactly(5)
    assert {gone.reason for gone in estimate.set_aside} == {Reason.SAYS_NOTHING}


def test_a_rule_cannot_take_claims_away_from_the_account() -> None:
    @rule
    def clears(claims: list[Claim]) -> Count:
        """What the first says."""
        count = claims[0].count
        claims.clear()
        return count

    with pytest.raises(AttributeError):
        clears(Ledger([said("18")]))


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
    assert estimate.headline == "no report left (1 set aside)"


def test_a_correction_stands_in_place_of_what_it_corrects() -> None:
    wrong, right = said("46", "Reuters"), said("64", "Reuters", as_of="2022-01-08[Asia/Almaty]")
    notice = Notice("correction", wrong, "Reuters", "2022-01-10[UTC]", instead=right)
    estimate = house(Ledger([wrong, right, notice]))
    assert estimate.count == Count.exactly(64)
    [gone] = estimate.set_aside
    assert gone.reason is Reason.CORRECTED
    assert gone.why == "corrected: correction by Reuters, 10 January 2022"


def test_of_several_notices_the_first_says_what_became_of_a_report() -> None:
    wrong, right = said("46", "Reuters"), said("64", "Reuters", as_of="2022-01-08[Asia/Almaty]")
    corrected = Notice("correction", wrong, "Reuters", "2022-01-11[UTC]", instead=right)
    before = Notice("retraction", wrong, "Reuters", "2022-01-10[UTC]")
    after = Notice("retraction", wrong, "Reuters", "2022-01-12[UTC]")
    for other, first in ((before, before), (after, corrected)):
        for notices in permutations([corrected, other]):
            [gone] = house.reconcile([wrong, right, *notices])[KILLED].set_aside
            assert gone.because == first


def test_of_notices_published_together_the_same_is_named_in_any_order() -> None:
    wrong = said("46", "Reuters")
    notices = [
        Notice(kind, wrong, "Reuters", "2022-01-11[UTC]") for kind in ("retraction", "denial")
    ]
    named = {
        house.reconcile([wrong, *order])[KILLED].set_aside[0].because
        for order in permutations(notices)
    }
    assert len(named) == 1


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


def test_a_publisher_takes_back_the_one_telling_that_it_names() -> None:
    told = said("18", origin="briefing", via=["TASS"])
    again = said("18", origin="briefing", via=["TASS", "RIA"])
    notice = Notice("retraction", told, "TASS", "2022-01-11[UTC]")
    estimate = house(Ledger([told, again, notice]))
    assert [one.observation for one in estimate.used] == [again]
    assert [one.observation for one in estimate.set_aside] == [told]


NOT_WANTED: list[tuple[Screen, dict[str, object], dict[str, object]]] = [
    # a screen; a report of a claimant that it wants; a later one of the same that it does not
    (verified(2), {"credibility": 1}, {}),
    (graded("B"), {"source": Source("UN", grade="A")}, {"source": Source("UN", grade="E")}),
    (without_sides(), {"source": Source("Army")}, {"source": Source("Army", side="coalition")}),
]


@pytest.mark.parametrize(("screen", "wanted", "unwanted"), NOT_WANTED)
def test_a_report_that_is_not_wanted_supersedes_nothing(
    screen: Screen, wanted: dict[str, object], unwanted: dict[str, object]
) -> None:
    sound = evolve(said("18"), **wanted)
    rumour = evolve(said("20", as_of="2022-01-10[Asia/Almaty]"), **unwanted)
    assert (screen >> consensus)(Ledger([sound, rumour])).count == Count.exactly(18)


GIVEN_GRADES = [
    # two grades that one claimant was given, and the one that its claim goes by
    (("A", "E"), "E"),
    (("B", "C"), "C"),
    (("A", "F"), "A"),
    (("B", "F"), "B"),
    (("E", "F"), "E"),
    (("A", None), "A"),
]


@pytest.mark.parametrize(("grades", "worst"), GIVEN_GRADES)
def test_a_claimant_is_as_good_as_the_worst_grade_it_was_given(
    grades: tuple[str | None, ...], worst: str
) -> None:
    """F says that nobody could judge it, which is no worse than any other grade."""
    for first, second in permutations(grades):
        tied = [said("10", Source("UN", grade=first)), said("12", Source("UN", grade=second))]
        [claim] = house(Ledger(tied)).claims
        assert claim.source.grade == worst


def test_a_claimant_graded_badly_once_ranks_behind_a_better_one() -> None:
    other = said("20", Source("Red Cross", grade="B"))
    for first, second in permutations("AE"):
        tied = [said("10", Source("UN", grade=first)), said("12", Source("UN", grade=second))]
        assert reconcile(Ledger([*tied, other]), by_grade)[KILLED].count == Count.exactly(20)


WRITTEN_DOWN = [
    # a claimant as two desks wrote it down
    ("by kind", Source("UN", kind="official"), Source("UN", kind="witness")),
    ("by side", Source("Army", side="coalition"), Source("Army")),
    ("by spelling", Source("UN"), Source("un")),
]


@pytest.mark.parametrize(
    ("one", "other"), [case[1:] for case in WRITTEN_DOWN], ids=[case[0] for case in WRITTEN_DOWN]
)
def test_a_claimant_goes_by_one_source_in_whatever_order_its_words_come(
    one: Source, other: Source
) -> None:
    told = [said("10", one), said("12", other)]
    [[claim], [again]] = [house.reconcile(order)[KILLED].claims for order in permutations(told)]
    assert claim.source == again.source


def test_thousands_of_different_numbers_are_told_apart() -> None:
    """Each its own camp, in one pass: a camp at a time would take minutes."""
    estimate = house(Ledger(said(str(number), f"claimant {number}") for number in range(3000)))
    assert len(estimate.camps) == 3000
    assert estimate.status is Status.DISPUTED


CAMPS = [
    # what is claimed; what the camps share, the largest first, of several the lowest
    (["between 1 and 5", "between 4 and 8", "between 7 and 9", "20"], ["4 to 5", "7 to 9", "20"]),
    (["20", "between 7 and 9", "between 1 and 5", "between 4 and 8"], ["4 to 5", "7 to 9", "20"]),
    (["1 to 4", "3 to 6", "5 to 9", "8 to 12"], ["3 to 4", "8 to 9"]),
    (["between 1 and 5", "between 5 and 8", "20"], ["5", "20"]),
    (["between 1 and 5", "between 6 and 9", "between 8 and 12"], ["8 to 9", "1 to 5"]),
    (["1", "1", "at least 20", "30"], ["1", "30"]),
    (["5", "at least 20", "at least 25"], ["at least 25", "5"]),
    (["5", "9", "9", "12"], ["9", "5", "12"]),
]


@pytest.mark.parametrize(("claims", "camps"), CAMPS)
def test_claims_in_conflict_fall_into_camps_that_share_a_number(
    claims: list[str], camps: list[str]
) -> None:
    estimate = house(Ledger(said(text, f"claimant {n}") for n, text in enumerate(claims)))
    assert [str(camp.count) for camp in estimate.camps] == camps


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
    two = reconcile(Ledger([said("18"), further("300", None, "2022-01-07[Asia/Almaty]")]))
    assert str(two).splitlines() == [
        "killed, Kazakhstan: 18, agreed",
        "detained, Kazakhstan, increment: 300, agreed",
    ]
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
    with pytest.raises(LedgerError, match="windows"):
        reconcile(Ledger([border, day]))[DETAINED]


def test_a_lone_window_is_the_estimate_of_its_measure() -> None:
    day = further("1,678", "2022-01-11[Asia/Almaty]", "2022-01-12[Asia/Almaty]")
    assert reconcile(Ledger([day]))[DETAINED].count == Count.exactly(1678)


def test_a_stock_does_not_age() -> None:
    custody = Measure("in custody", tally="stock")
    old = Observation(custody, "446", "Prosecutor", "2022-01-15[UTC]", "2022-01-15[UTC]")
    new = Observation(custody, "292", "Ministry", "2022-08-16[UTC]", "2022-08-16[UTC]")
    assert reconcile(Ledger([old, new]))[custody].count == Count(292, 446)


# What was known, and in what order ---------------------------------------------------------------


def test_a_rule_says_what_it_would_have_said_at_a_moment() -> None:
    early, late = said("18"), said("16", "Hospital", reported="2022-01-11T12:00+06:00")
    other = further("300", None, "2022-01-07[Asia/Almaty]")
    ledger = Ledger([early, late, other])
    for entries in (ledger, [late, early, other]):
        then = house.reconcile(entries, "2022-01-10T18:00+06:00")
        assert [(one.measure, str(one.count)) for one in then] == [(KILLED, "18")]
        assert then[KILLED].set_aside == ()
    assert house.reconcile(ledger, late.reported) == reconcile(ledger.known_at(late.reported))


def test_entries_may_come_one_by_one_and_more_than_once() -> None:
    entries = [said("18"), said("16", "Hospital"), said("18")]
    assert house.reconcile(iter(entries))[KILLED].count == Count(16, 18)


# Rules --------------------------------------------------------------------------------------------


def test_every_rule_begins_with_the_same_screens() -> None:
    for one in (*EVERY_RULE, aged >> withdrawn >> overlap):
        assert tuple(step for step in one.screens if step in ALWAYS) == ALWAYS
    assert (withdrawn >> aged >> consensus).screens == house.screens


@every_rule
def test_to_choose_and_then_to_weigh_is_to_estimate(rule: Rule) -> None:
    reports = [said("18"), said("20", reported="2022-01-11[Asia/Almaty]"), said("19", "Hospital")]
    kept: Sequence[Testimony] = called(Ledger(reports).observations, {})
    gone: list[SetAside] = []
    for screen in rule.choices:
        kept, aside = screen(kept)
        gone += aside
    assert rule.choices[: len(rule.singles)] == rule.singles
    assert {*ALWAYS} <= {*rule.choices}
    assert rule.weigh(KILLED, None, kept, gone) == rule(Ledger(reports))


def test_a_screen_put_before_a_rule_loses_the_promises_that_do_not_survive() -> None:
    surviving = {law for law in consensus.promises if law.survives}
    assert {TOTAL, POSITIVE_RESPONSE} <= consensus.promises - surviving
    assert (graded("C") >> consensus).promises == surviving
    composed = aged >> (graded("C") >> consensus)
    first, *choices = ALWAYS
    assert composed.screens == (first, graded("C"), *choices, aged)
    assert composed.name == "graded('C') >> aged >> consensus"


def test_a_named_rule_may_promise_more() -> None:
    screened = aged >> overlap
    named = screened.named("strict", "What all allow.", {LIPSCHITZ}, "the desk's handbook")
    assert (str(named), named.sentence) == ("strict", "What all allow.")
    assert named.citation == "the desk's handbook"
    assert named.promises == screened.promises | {LIPSCHITZ}


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


@pytest.mark.parametrize("one", NAMED, ids=str)
def test_rules_go_by_their_names(one: Rule) -> None:
    assert named_rule(one.name) is one
    assert one.sentence
    assert one.promises


def test_a_menu_lists_every_rule_that_needs_to_be_told_nothing() -> None:
    assert [str(one) for one in NAMED] == [
        *("house", "overlap", "quorum(2)", "consensus", "envelope", "blend(0.9)", "latest"),
        *("by_grade", "lowest", "middle", "most_common", "highest"),
        *("acled", "iraq_body_count", "airwars", "ucdp", "wikidata", "economist", "resolver"),
        *("maverick_conservative", "maverick_representative", "maverick_informative"),
    ]


@pytest.mark.parametrize("one", RULES, ids=str)
def test_the_rules_of_the_package_stay_inside_what_is_claimed(one: Rule) -> None:
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


def test_a_pool_shows_its_name() -> None:
    assert repr(consensus) == "consensus"
    assert isinstance(consensus, Pool)
    assert repr(fresh) != ""
