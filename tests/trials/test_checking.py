"""A rule on trial: what `check`, `find_witness`, `assert_kept` and `exhaust` find, and say."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from textwrap import dedent
from typing import Any

import pytest
from attrs import frozen
from hypothesis import strategies as st
from pasting import built_by

from kazfigures import Count, Estimates, Ledger, Moment, laws, pools, rule
from kazfigures.errors import RuleError
from kazfigures.observations import Entry
from kazfigures.rules.laws import CATALOGUE, CORE, STRUCTURAL, Law, Reconciler
from kazfigures.rules.pipeline import Pool, as_rule
from kazfigures.rules.testimonies import Claim, hull, intersection
from kazfigures.strategies import ledgers
from kazfigures.strategies.searches import search
from kazfigures.trials import (
    BrokenPromiseError,
    Judgement,
    Verdict,
    Witness,
    assert_kept,
    check,
    exhaust,
    find_witness,
    promised,
    table_rule,
    worlds,
)

FIRST = next(worlds.claims())
SEEDS = range(20)
FEW_SEEDS = range(4 if os.environ.get("HYPOTHESIS_PROFILE", "quick") == "quick" else 20)
"""To shrink takes a second a seed."""

ONE_HOUR = ledgers(
    measure=worlds.MEASURE,
    sources=st.sampled_from(worlds.CLAIMANTS),
    moments=worlds.MOMENTS[0],
    small=True,
    max_size=4,
    max_notices=0,
)


@rule(promises={laws.WITHIN_HULL, laws.UNANIMOUS, laws.POSITIVE_RESPONSE})
def officials_first(claims: Sequence[Claim]) -> Count:
    """What officials allow together, else their hull; everyone, where no official spoke."""
    officials = [claim.count for claim in claims if claim.source.kind == "official"]
    counts = officials or [claim.count for claim in claims]
    return intersection(counts) or hull(counts)


@rule(promises={laws.ATTRIBUTABLE})
def average(claims: Sequence[Claim]) -> Count:
    """The average of the low ends, rounded down."""
    return Count.exactly(sum(claim.count.low for claim in claims) // len(claims))


def no_docstring(claims):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201 - as in a notebook
    return hull([claim.count for claim in claims])


def names(found: Judgement, verdict: Verdict) -> list[str]:
    return [ruling.law.name for ruling in found.with_verdict(verdict)]


def size(witness: Witness | None) -> int:
    assert witness is not None
    return len(witness.ledger.observations)


# A false promise ----------------------------------------------------------------------------------


def test_check_finds_the_false_promise_among_all_that_a_rule_is_held_to() -> None:
    found = check(officials_first, examples=10)
    assert not found.ok
    assert names(found, Verdict.BROKEN) == ["positive_response"]
    assert names(found, Verdict.KEPT) == [
        law.name for law in promised(officials_first) if law != laws.POSITIVE_RESPONSE
    ]
    assert "fairness" in names(found, Verdict.NOT_KEPT)
    assert "common_ground" in names(found, Verdict.SEEMINGLY_KEPT)
    assert names(found, Verdict.NOT_TRIED) == []
    assert [ruling.law for ruling in found.rulings] == list(CATALOGUE)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_the_seed_three_reports_are_enough(seed: int) -> None:
    found = check(officials_first, [laws.POSITIVE_RESPONSE], seed=seed)
    assert size(found[laws.POSITIVE_RESPONSE].witness) <= 3


@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_what_only_chance_finds_is_as_small(seed: int) -> None:
    """No two claims of the small world have an average that neither of them said."""
    found = check(average, [laws.ATTRIBUTABLE], examples=200, seed=seed)
    assert size(found[laws.ATTRIBUTABLE].witness) <= 3


@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_hypothesis_alone_finds_the_false_promise_in_three_reports(seed: int) -> None:
    def breaks(ledger: Ledger) -> bool:
        return bool(laws.POSITIVE_RESPONSE.breach(officials_first, ledger))

    found = search(ONE_HOUR, breaks, examples=500, seed=seed)
    assert found is not None
    assert len(found.observations) <= 3


def test_a_broken_promise_is_an_error_with_code_to_paste() -> None:
    with pytest.raises(BrokenPromiseError) as caught:
        assert_kept(officials_first, laws.POSITIVE_RESPONSE)
    witness = caught.value.witness
    assert isinstance(caught.value, AssertionError)
    assert caught.value.rule == "officials_first"
    assert str(caught.value) == f"officials_first breaks a promise\n\n{witness}"
    code = str(caught.value).split("\n\n", 2)[2]
    ledger = built_by(dedent(code))
    assert ledger == witness.ledger
    assert laws.POSITIVE_RESPONSE.breach(officials_first, ledger) == witness.breach


@pytest.mark.parametrize("law", [laws.WITHIN_HULL, laws.UNANIMOUS], ids=str)
def test_a_promise_that_is_kept_is_no_error(law: Law) -> None:
    assert_kept(officials_first, law, examples=50)
    assert find_witness(officials_first, law, examples=50) is None


# What stands trial --------------------------------------------------------------------------------


@frozen
class Silent:
    """Something of a newsroom's own that reconciles entries, and gives no estimate of any."""

    name: str = "silent"

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        consensus.reconcile(entries, known_at)
        return Estimates(self.name, ())


@frozen
class Promising(Silent):
    promises: frozenset[Law] = frozenset({laws.TOTAL})


consensus = as_rule(pools.consensus)


@table_rule(promises={laws.COMMON_GROUND, laws.FAIRNESS})
def span_in_sql(rows: Sequence[dict[str, Any]]) -> Any:  # noqa: ANN401
    """Select the span of all reports; SQL's max passes over the ends that are open."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE TABLE told (entry, low, high)")
        base.executemany("INSERT INTO told VALUES (:entry, :low, :high)", rows)
        return base.execute(
            "SELECT min(low), NULL, max(high) FROM told WHERE entry = 'observation'"
        ).fetchone()


@table_rule(promises={laws.WITHIN_HULL})
def lowest_in_python(rows: Sequence[dict[str, Any]]) -> dict[str, int] | None:
    taken_back = {target for row in rows if row["entry"] == "notice" for target in row["of"]}
    lows = [row["low"] for row in rows if row["entry"] == "observation"]
    if taken_back or not lows:
        return None
    return {"low": min(lows), "high": min(lows)}


def test_a_plain_function_is_tried_as_if_it_promised_the_core_laws() -> None:
    found = check(no_docstring, [laws.WITHIN_HULL, laws.AGREEMENT], examples=10)
    assert found.rule == "no_docstring"
    assert names(found, Verdict.KEPT) == ["containment"]
    assert names(found, Verdict.NOT_KEPT) == ["agreement"]
    assert set(promised(no_docstring)) == CORE | set(STRUCTURAL)


def test_a_pool_is_held_to_its_own_promises() -> None:
    assert set(promised(pools.envelope)) == pools.envelope.promises | set(STRUCTURAL)


def test_all_that_reconciles_entries_is_tried() -> None:
    assert isinstance(Silent(), Reconciler)
    found = check(Silent(), [laws.TOTAL, laws.ACCOUNT_COMPLETE, laws.WITHIN_HULL], examples=10)
    assert names(found, Verdict.BROKEN) == ["account_complete"]
    assert names(found, Verdict.NOT_KEPT) == ["total"]
    assert names(found, Verdict.KEPT) == ["containment"]


def test_what_promises_nothing_is_held_to_the_core_and_what_promises_to_that() -> None:
    assert set(promised(Silent())) == CORE | set(STRUCTURAL)
    assert set(promised(Promising())) == {laws.TOTAL} | set(STRUCTURAL)


@pytest.mark.parametrize(
    "no_rule", [[officials_first], "house", None, Count(1)], ids=["list", "text", "None", "count"]
)
@pytest.mark.parametrize("asks", [check, exhaust, promised], ids=lambda asks: asks.__name__)
def test_what_is_no_rule_is_refused(asks: Any, no_rule: object) -> None:  # noqa: ANN401
    with pytest.raises(RuleError, match="a function from claims to a Count or None") as caught:
        asks(no_rule)
    assert caught.value.field == "rule"


def test_a_query_in_sql_is_tried() -> None:
    """It loses the claims that are open above, and it has never heard of a retraction."""
    tried = [
        laws.RETRACTION_IS_ABSENCE,
        laws.ORDER_INSENSITIVE,
        laws.FAIRNESS,
        laws.ACCOUNT_COMPLETE,
    ]
    found = check(span_in_sql, tried, examples=10)
    assert names(found, Verdict.BROKEN) == ["retraction_is_absence", "fairness"]
    assert names(found, Verdict.KEPT) == ["order_insensitive"]
    assert names(found, Verdict.NOT_TRIED) == ["account_complete"]
    assert size(found[laws.FAIRNESS].witness) == 2


def test_a_query_in_plain_python_is_tried() -> None:
    """Any stranger's notice silences it, and it takes a word that its source has replaced."""
    tried = [laws.ORDER_INSENSITIVE, laws.STANDING, laws.WITHIN_HULL, laws.AGREEMENT]
    found = check(lowest_in_python, tried, examples=10)
    assert names(found, Verdict.BROKEN) == ["standing", "containment"]
    assert names(found, Verdict.KEPT) == ["order_insensitive"]
    assert names(found, Verdict.NOT_KEPT) == ["agreement"]


def test_a_law_that_reads_an_account_is_not_tried_on_a_query() -> None:
    assert find_witness(span_in_sql, laws.CONFLICT_IS_FLAGGED) is None
    assert not any(law.reads_account for law in promised(span_in_sql))


# Laws of one's own --------------------------------------------------------------------------------


def _no_lone_source(tried: Reconciler, ledger: Ledger) -> Iterator[str]:
    for estimate in tried.reconcile(ledger):
        if estimate.count and len(estimate.used) < 2:
            yield f"{estimate.count} stands on one report"


TWO_REPORTS = Law("two_reports", "no range stands on one report", "", "the desk", _no_lone_source)


@rule(promises={TWO_REPORTS, laws.WITHIN_HULL})
def a_pair_at_least(claims: Sequence[Claim]) -> Count | None:
    """The span of all, where two speak."""
    return hull([claim.count for claim in claims]) if len(claims) > 1 else None


def test_a_rule_is_tried_on_a_law_of_its_own() -> None:
    assert promised(a_pair_at_least)[-1] == TWO_REPORTS
    assert TWO_REPORTS not in CATALOGUE
    assert check(a_pair_at_least, [TWO_REPORTS], examples=10)[TWO_REPORTS].verdict == Verdict.KEPT
    broken = check(average, [TWO_REPORTS], examples=10)[TWO_REPORTS]
    assert broken.verdict == Verdict.NOT_KEPT
    assert size(broken.witness) == 1


def test_of_what_a_rule_promises_the_laws_of_the_catalogue_come_first_and_in_its_order() -> None:
    asked = promised(a_pair_at_least)
    assert list(asked[:-1]) == [law for law in CATALOGUE if law in asked]


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_what_is_promised_is_in_the_same_order_in_every_process(hash_seed: str) -> None:
    code = "import kazfigures as kf, kazfigures.trials as t; print(t.promised(kf.house))"
    told = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert told.strip() == str(promised(pools.consensus))


# What is said of it -------------------------------------------------------------------------------


def test_the_same_call_gives_the_same_judgement() -> None:
    tried = [laws.ATTRIBUTABLE, laws.FAIRNESS]
    once, again = (check(average, tried, examples=200, seed=7) for _ in range(2))
    assert once == again
    assert str(once) == str(again)


def test_exhaust_tries_every_ledger_of_the_small_world() -> None:
    found = exhaust(Silent(), [laws.WITHIN_HULL])
    assert found[laws.WITHIN_HULL].verdict == Verdict.KEPT
    assert found.tried == sum(1 for _ in worlds.claims()) + sum(1 for _ in worlds.reports())


def test_exhaust_stops_at_the_first_ledger_that_breaks_a_law() -> None:
    found = exhaust(officials_first, [laws.POSITIVE_RESPONSE])
    assert found.with_verdict(Verdict.BROKEN) == found.rulings
    assert 0 < found.tried < sum(1 for _ in worlds.claims())
    assert size(found[laws.POSITIVE_RESPONSE].witness) <= 3


def test_a_judgement_of_a_broken_promise_reads_as_the_witness_and_then_the_rest() -> None:
    tried = [laws.WITHIN_HULL, laws.POSITIVE_RESPONSE, laws.FAIRNESS, laws.ATTRIBUTABLE]
    assert str(check(officials_first, tried, examples=10)) == dedent(
        """\
        officials_first: 1 of 2 promises broken (2 of its own, the rest every rule's)
        tried on up to 320 ledgers a law; it gave a range in 790 of 826 answers

        positive_response: raising a claim never lowers an end
          of 0 | 1 to 2 it makes at most 2; once 0 is raised to 1, of 1 | 1 to 2 it makes 1: the
          high end fell

            import kazfigures as kf

            measure = kf.Measure("killed")
            first = kf.Observation(
                measure,
                "0",
                "Ministry",
                as_of="2022-01-07T00:00+00:00",
                reported="2022-01-07T00:00+00:00",
            )
            second = kf.Observation(
                measure,
                "1 to 2",
                "Office",
                as_of="2022-01-07T00:00+00:00",
                reported="2022-01-07T00:00+00:00",
            )
            ledger = kf.Ledger([first, second])

        kept: containment
        not promised, seemingly kept: attributable
        not promised, and not kept: fairness"""
    )


def test_a_judgement_of_a_sound_rule_reads_as_what_it_keeps() -> None:
    tried = [laws.WITHIN_HULL, laws.AGREEMENT, laws.FAIRNESS]
    assert str(check(pools.consensus, tried, examples=10)) == dedent(
        """\
        consensus: 2 promises kept (2 of its own, the rest every rule's)
        tried on up to 320 ledgers a law; it gave a range in 845 of 881 answers
        kept: containment, agreement
        not promised, and not kept: fairness"""
    )


def test_of_one_promise_it_is_said_that_it_is_one() -> None:
    found = check(pools.consensus, [laws.WITHIN_HULL], examples=10)
    assert str(found).startswith("consensus: 1 promise kept (1 of its own, ")


# What the tool may not overlook -------------------------------------------------------------------


def raises_of_three(claims: Sequence[Claim]) -> Count:
    """Two at the most."""
    if len(claims) > 2:
        raise ValueError(len(claims))
    return claims[0].count


def always_raises(_: Sequence[Claim]) -> Count:
    """Never."""
    raise ZeroDivisionError


@rule(promises={laws.MAJORITY})
def raises_of_a_crowd(claims: Sequence[Claim]) -> Count | None:
    """Four at the most."""
    if len(claims) > 4:
        raise ValueError(len(claims))
    return hull([claim.count for claim in claims])


def of_three_the_first(claims: Sequence[Claim]) -> Count:
    """The first of three by their order."""
    return claims[0].count if len(claims) > 2 else hull([claim.count for claim in claims])


def of_monitors(claims: Sequence[Claim]) -> Count:
    """A million, where a monitor speaks."""
    if any(claim.source.kind == "monitor" for claim in claims):
        return Count.exactly(1_000_000)
    return hull([claim.count for claim in claims])


OVERLOOKED: list[tuple[Callable[..., Any], Law]] = [
    (raises_of_three, laws.ANSWERS),
    (always_raises, laws.ANSWERS),
    (raises_of_a_crowd, laws.ANSWERS),
    (of_three_the_first, laws.ORDER_INSENSITIVE),
    (of_monitors, laws.WITHIN_HULL),
]


@pytest.mark.parametrize(
    ("faulty", "law"), OVERLOOKED, ids=lambda one: getattr(one, "__name__", str(one))
)
def test_no_fault_hides_in_claims_that_are_not_tried(faulty: Any, law: Law) -> None:  # noqa: ANN401
    assert check(faulty)[law].verdict == Verdict.BROKEN


def test_a_rule_that_never_answers_breaks_what_it_is_asked_for() -> None:
    """Where all is taken back it is not asked, and two laws hold of that."""
    found = check(always_raises)
    assert names(found, Verdict.BROKEN) == ["answers"]
    assert names(found, Verdict.KEPT) == ["retraction_is_absence", "absence_is_not_zero"]
    assert found.ranges == 0
    assert not laws.UNANIMOUS.holds(as_rule(Pool("never", "Never.", always_raises)), FIRST)
    with pytest.raises(BrokenPromiseError, match="ZeroDivisionError"):
        assert_kept(always_raises, laws.UNANIMOUS)


def test_a_judgement_knows_only_the_laws_that_were_asked_for() -> None:
    with pytest.raises(KeyError):
        check(consensus, [laws.TOTAL])[laws.FAIRNESS]


@pytest.mark.parametrize("examples", [-1, 1.5, "5"])
def test_a_number_of_examples_is_a_whole_number(examples: Any) -> None:  # noqa: ANN401
    with pytest.raises(RuleError) as caught:
        check(consensus, examples=examples)
    assert caught.value.field == "examples"


@pytest.mark.parametrize("promises", ["unanimity", ["unanimity"], [3]], ids=str)
def test_only_laws_are_promised(promises: Any) -> None:  # noqa: ANN401
    with pytest.raises(RuleError) as caught:
        rule(promises=promises)(of_monitors)
    assert caught.value.field == "promises"


ROWS_ANSWERS: list[tuple[object, Count | None]] = [
    (None, None),
    ((3, 3, 4), Count(3, 4)),
    ((3.0, float("nan"), 4.0), Count(3, 4)),
    ({"low": 3, "high": None}, Count(3)),
    ((None, None, None), None),
]


@pytest.mark.parametrize(("answer", "count"), ROWS_ANSWERS, ids=str)
def test_a_query_answers_in_numbers_that_frames_give(answer: object, count: Count | None) -> None:
    [estimate] = table_rule(lambda _: answer).reconcile(FIRST)
    assert estimate.count == count


@pytest.mark.parametrize("answer", [(1.5, 1.5, 2.5), {"min": 3}, (1, 2), "12", ("3", "3", "3"), 7])
def test_a_query_that_answers_in_anything_else_is_refused(answer: object) -> None:
    with pytest.raises(RuleError):
        table_rule(lambda _: answer).reconcile(FIRST)
