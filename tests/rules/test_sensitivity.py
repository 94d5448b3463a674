"""How far answers depend on the rule, against slow readings and a published figure."""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maverick_reports import ledger_of, reported

from kazfigures import (
    Count,
    Ledger,
    Measure,
    Observation,
    Pool,
    Rule,
    house,
    load,
    pools,
    practices,
    reconcile,
    sensitivity,
)
from kazfigures.errors import RuleError
from kazfigures.rules.pipeline import Taken
from kazfigures.rules.practices import PRACTICES, maverick_conservative
from kazfigures.rules.reconciling import NAMED, RULES
from kazfigures.rules.sensitivity import Sensitivities, Sensitivity
from kazfigures.rules.testimonies import Claim
from kazfigures.strategies import ledgers
from kazfigures.strategies.values import SMALL_MEASURES

KILLED = SMALL_MEASURES[0]
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "kazakhstan-2022.jsonl"

MORE = 10  # stands for all above 9, where small counts end

small_ledgers = ledgers(small=True)
some_rules = st.lists(st.sampled_from(NAMED), min_size=1, max_size=4, unique=True)


def ledger(*texts: str) -> Ledger:
    """Let a claimant say each of some texts."""
    return Ledger(
        Observation(KILLED, text, f"claimant {place}", "2022-01-09[UTC]", "2022-01-10[UTC]")
        for place, text in enumerate(texts)
    )


def of(rules: Sequence[Rule | Pool], *texts: str) -> Sensitivity:
    [question] = sensitivity(ledger(*texts), rules)
    return question


# Against slow readings ----------------------------------------------------------------------------


@given(small_ledgers, some_rules)
def test_it_holds_what_each_rule_says_of_each_measure(
    reports: Ledger, rules: Sequence[Rule]
) -> None:
    found = sensitivity(reports, rules)
    assert [one.measure for one in found] == [one.measure for one in reconcile(reports)]
    for question in found:
        assert question.estimates == tuple(
            reconcile(reports, rule)[question.measure] for rule in rules
        )


@given(small_ledgers, some_rules)
def test_the_spread_spans_every_number_that_a_rule_allows(
    reports: Ledger, rules: Sequence[Rule]
) -> None:
    for question in sensitivity(reports, rules):
        allowed = {
            number
            for estimate in question.estimates
            for number in range(MORE + 1)
            if estimate.count is not None and number in estimate.count
        }
        if question.spread is None:
            assert not allowed
        else:
            high = None if max(allowed) == MORE else max(allowed)
            assert question.spread == Count(min(allowed), high)


@given(small_ledgers, some_rules)
def test_a_question_depends_on_the_rule_where_answers_differ(
    reports: Ledger, rules: Sequence[Rule]
) -> None:
    """A range of one number is its own best."""
    for question in sensitivity(reports, rules):
        said = {
            (one.low, one.high, one.low if one.count and one.count.is_exact else one.best)
            for one in question.estimates
        }
        numbers = said - {(None, None, None)}
        given_by_none = [one.count is None for one in question.estimates]
        assert question.changes_number == (len(numbers) > 1)
        assert question.depends_on_rule == (len(numbers) > 1 or len(set(given_by_none)) > 1)


@given(small_ledgers, some_rules)
def test_each_rule_gives_one_of_the_answers(reports: Ledger, rules: Sequence[Rule]) -> None:
    for question in sensitivity(reports, rules):
        by_rule = {name: answer for answer in question.answers for name in answer.rules}
        assert set(by_rule) == {rule.name for rule in rules}
        for estimate in question.estimates:
            assert by_rule[estimate.rule].count == estimate.count
        led = [answer.order for answer in question.answers]
        assert led == sorted(led)


@given(small_ledgers, some_rules)
def test_the_dscore_is_of_what_was_reported_whatever_the_rule(
    reports: Ledger, rules: Sequence[Rule]
) -> None:
    found = sensitivity(reports, rules)
    everything: Counter[int | None] = Counter()
    dscores = []
    for question in found:
        stated = Counter(
            one.figure.stated for one in reports.where(measure=question.measure).observations
        )
        everything += stated
        dscores.append(max(len(set(stated) - {None}) - 1, 0))
    assert [one.dscore for one in found] == dscores
    distinct = len(set(everything) - {None})
    expected = sum(dscores) / len(dscores) / distinct if distinct else None
    assert found.normalised_mean == expected


# Properties ---------------------------------------------------------------------------------------


@given(small_ledgers, some_rules, st.data())
def test_the_order_of_the_rules_does_not_matter(
    reports: Ledger, rules: list[Rule], data: st.DataObject
) -> None:
    def told(found: Sensitivities) -> list[tuple[object, ...]]:
        return [
            (
                *(one.measure, one.spread, one.depends_on_rule, one.changes_number, one.factor),
                {(answer.said, frozenset(answer.rules)) for answer in one.answers},
            )
            for one in found
        ]

    shuffled = data.draw(st.permutations(rules))
    assert told(sensitivity(reports, shuffled)) == told(sensitivity(reports, rules))


@given(small_ledgers, st.sampled_from(NAMED))
def test_one_rule_spreads_as_far_as_its_range(reports: Ledger, rule: Rule) -> None:
    for question in sensitivity(reports, [rule]):
        assert question.spread == question.estimates[0].count
        assert not question.depends_on_rule
        assert question.factor == 1


@given(small_ledgers, some_rules, st.sampled_from(NAMED))
def test_one_more_rule_never_narrows_the_spread(
    reports: Ledger, rules: list[Rule], other: Rule
) -> None:
    few, more = sensitivity(reports, rules), sensitivity(reports, [*rules, other])
    for one, grown in zip(few, more, strict=True):
        assert grown.factor >= one.factor
        if one.spread is not None:
            assert grown.spread is not None
            assert one.spread.within(grown.spread)


@given(small_ledgers)
def test_the_rules_of_the_package_are_asked_where_none_are_named(reports: Ledger) -> None:
    assert sensitivity(reports) == sensitivity(reports, RULES)


# Examples -----------------------------------------------------------------------------------------

EXTREMES = (pools.lowest, pools.highest, pools.overlap)
CASES = [
    # what is said; the spread, does the rule change the number, does the question depend on it
    (["18"], "18", False, False),
    (["18", "18"], "18", False, False),
    (["16", "18"], "16 to 18", True, True),
    (["at least 12"], "at least 12", False, False),
    (["at least 12", "at least 14"], "at least 12", True, True),
    (["dozens"], "at least 24", False, False),
]


@pytest.mark.parametrize(("texts", "spread", "changes", "depends"), CASES)
def test_what_a_choice_among_rules_decides(
    texts: list[str],
    spread: str,
    changes: bool,  # noqa: FBT001
    depends: bool,  # noqa: FBT001
) -> None:
    question = of(EXTREMES, *texts)
    assert str(question.spread) == spread
    assert (question.changes_number, question.depends_on_rule) == (changes, depends)


def test_a_rule_that_gives_no_number_gives_another_answer() -> None:
    question = of([house, pools.quorum(2)], "18")
    assert (question.changes_number, question.depends_on_rule) == (False, True)
    assert str(question) == "killed, Kazakhstan: 18\n  18: house\n  no number: quorum(2)"


def test_where_no_rule_gives_a_number_there_is_no_spread() -> None:
    question = of([pools.overlap, pools.quorum(3)], "16", "18")
    assert (question.spread, question.factor, question.depends_on_rule) == (None, 1, False)


FACTORS = [
    # the largest of an end to the smallest, one added to each
    (pools.lowest, pools.highest, ["9", "19"], Fraction(2)),
    (pools.lowest, pools.highest, ["0", "4"], Fraction(5)),
    (pools.lowest, pools.highest, ["at least 9", "at least 19"], Fraction(2)),
    (pools.lowest, pools.highest, ["18"], Fraction(1)),
    (pools.lowest, pools.envelope, ["between 9 and 14", "between 9 and 19"], Fraction(20, 15)),
    (
        pools.most_common,
        pools.envelope,
        ["at least 9", "at least 9", "at least 18", "at least 19", "19"],
        Fraction(19, 10),
    ),
]


@pytest.mark.parametrize(("one", "other", "texts", "factor"), FACTORS)
def test_how_much_the_rule_changes(
    one: Pool, other: Pool, texts: list[str], factor: Fraction
) -> None:
    """By the end that changes most: the low, the high or the best."""
    assert of([one, other], *texts).factor == factor


def test_a_number_is_one_answer_whether_its_rule_sees_a_dispute_or_not() -> None:
    question = of([pools.lowest, pools.middle], "16", "18")
    assert [estimate.best for estimate in question.estimates] == [16, None]
    assert [str(answer) for answer in question.answers] == ["16 (lowest, middle)"]


def test_answers_go_from_the_smallest_number_to_the_largest_and_to_none() -> None:
    """By the number they lead with, then by the low end, then by the high end, open ones last."""

    def of_those_who_say(number: int, count: Count | None) -> Pool:
        def combine(claims: Sequence[Claim]) -> Taken:
            return Taken(count, [one for one in claims if one.count.low == number], "unasked")

        return Pool(f"{count} of {number}", "some range", combine)

    asked = [
        of_those_who_say(number, count)
        for number, count in (
            *((7, Count(7, 7)), (7, Count(5)), (7, Count(5, 9)), (7, None), (7, Count(3, 20))),
            (4, Count(4, 10)),
        )
    ]
    assert [answer.said for answer in of(asked, "7", "4").answers] == [
        "4 to 10, best 4",
        "3 to 20, best 7",
        "5 to 9, best 7",
        "at least 5, best 7",
        "7",
        "no number",
    ]


def test_first_come_changed_numbers_then_missing_ones_then_what_does_not_depend() -> None:
    told = [
        ("in custody", "5", "A", "10"),
        ("in custody", "5", "B", "10"),
        ("killed", "12", "A", "11"),
        ("injured", "at least 12", "B", "12"),
        ("injured", "between 12 and 14", "C", "12"),
    ]
    reports = Ledger(
        Observation(Measure(outcome), text, name, "2022-01-09[UTC]", f"2022-01-{day}[UTC]")
        for outcome, text, name, day in told
    )
    found = sensitivity(reports, [pools.lowest, pools.highest, pools.quorum(2)])
    assert [one.measure.outcome for one in found] == ["in custody", "killed", "injured"]
    assert [one.measure.outcome for one in found.ranked] == ["injured", "killed", "in custody"]


BETWEEN = [
    ([pools.lowest, pools.highest], "16 (lowest) against 18 (highest)"),
    (
        [pools.lowest, pools.consensus, pools.highest],
        "16 (lowest) against 18 (highest); 1 between",
    ),
    (
        [pools.lowest, pools.envelope, pools.consensus, pools.highest, pools.overlap],
        "16 (lowest) against 18 (highest); 2 between; no number (overlap)",
    ),
]


@pytest.mark.parametrize(("rules", "reach"), BETWEEN)
def test_the_text_says_how_many_answers_lie_between(rules: list[Pool], reach: str) -> None:
    line = str(sensitivity(ledger("16", "17", "18"), rules)).splitlines()[1]
    assert line == f"  killed, Kazakhstan: {reach}"


def test_a_window_of_an_increment_is_a_question_of_its_own() -> None:
    detained = Measure("detained", tally="increment")
    days = [f"2022-01-{day}[UTC]" for day in ("08", "09", "09")]
    reports = Ledger(
        Observation(detained, number, f"office {number}", as_of=day, reported="2022-01-10[UTC]")
        for number, day in zip(("300", "200", "250"), days, strict=True)
    )
    found = sensitivity(reports, EXTREMES)
    assert sorted(str(one).splitlines()[0] for one in found) == [
        "detained, increment, up to 8 January 2022: 300",
        "detained, increment, up to 9 January 2022: 200 to 250",
    ]


def test_the_text_says_where_the_choice_of_rule_matters() -> None:
    text = str(sensitivity(load(EXAMPLE))).splitlines()
    assert text[0].startswith("The choice of rule changes the number in 15 of 41 questions.")
    assert text[1].startswith("  killed, Kazakhstan: at most 49")
    assert text[-2] == (
        "In 22 more the rules that give a number agree; none is given by quorum(2)."
    )
    assert text[-1] == "4 do not depend on the rule at all."


TEXTS = [
    ([], "The choice of rule changes the number in 0 of 0 questions."),
    (["18"], "The choice of rule changes the number in 0 of 1 question."),
    (["16", "18"], "16 (lowest) against 18 (highest); no number (overlap)"),
    (["18"], "1 does not depend on the rule at all."),
    (["18", "16", "16"], "16 (lowest) against 18 (highest)"),
    (["16", "18"], "Every question depends on the rule."),
]


def test_of_many_rules_the_text_gives_their_number() -> None:
    three = [house, pools.lowest, pools.most_common]
    few, many = (
        sensitivity(ledger("18", "16", "16"), [*asked, pools.highest])
        for asked in (three, [*three, pools.consensus])
    )
    assert "16 (house, lowest, most_common) against 18 (highest)" in str(few)
    assert "16 (4 rules) against 18 (highest)" in str(many)


@pytest.mark.parametrize(("texts", "phrase"), TEXTS)
def test_the_text_is_short(texts: list[str], phrase: str) -> None:
    assert phrase in str(sensitivity(ledger(*texts), EXTREMES))


def test_the_summary_is_the_text_without_the_list() -> None:
    found = sensitivity(load(EXAMPLE))
    sentences = [line for line in str(found).splitlines() if not line.startswith(" ")]
    assert found.summary == " ".join(sentences)


def test_those_that_the_rule_changes_most_come_first() -> None:
    ranked = sensitivity(load(EXAMPLE), (*RULES, *PRACTICES)).ranked
    groups = [(one.changes_number, one.factor, one.depends_on_rule) for one in ranked]
    assert groups == sorted(groups, reverse=True)


def test_practices_and_pools_are_asked_as_rules_are() -> None:
    question = of([house, pools.envelope, practices.acled], "dozens", "26")
    assert [estimate.rule for estimate in question.estimates] == ["house", "envelope", "acled"]
    assert [answer.said for answer in question.answers] == ["12", "at least 24, best 26", "26"]
    assert question.spread == Count.at_least(12)


# The published figure -----------------------------------------------------------------------------

PUBLISHED = [("deaths_best", 0.00227), ("injuries_best", 0.00226)]


@pytest.mark.parametrize(("column", "published"), PUBLISHED)
def test_the_normalised_mean_is_that_of_eventreport(
    shared_data: Path, column: str, published: float
) -> None:
    """Published for 3,287 reports; these are 2,867 of them."""
    by_event = reported(shared_data, column)
    divergence = [len(Counter(numbers)) - 1 for numbers in by_event.values()]
    distinct = len(Counter(number for numbers in by_event.values() for number in numbers))
    found = sensitivity(ledger_of(shared_data, column), [maverick_conservative])
    assert Counter(one.dscore for one in found) == Counter(divergence)
    assert found.normalised_mean == pytest.approx(sum(divergence) / len(divergence) / distinct)
    assert found.normalised_mean == pytest.approx(published, rel=0.2)


# Misuse -------------------------------------------------------------------------------------------

REFUSED: list[tuple[str, Callable[[], object]]] = [
    ("no rule", lambda: sensitivity(Ledger(), [])),
    ("a rule alone", lambda: sensitivity(Ledger(), house)),  # type: ignore[arg-type]
    ("names", lambda: sensitivity(Ledger(), ["house"])),  # type: ignore[list-item]
    ("a list for a ledger", lambda: sensitivity([])),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("misuse", [case[1] for case in REFUSED], ids=[c[0] for c in REFUSED])
def test_misuse_is_an_error(misuse: Callable[[], object]) -> None:
    with pytest.raises(RuleError):
        misuse()
