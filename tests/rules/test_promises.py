"""Every rule on trial: what it promises holds, and what it does not some ledger breaks."""

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations_with_replacement, islice

import pytest
from attrs import evolve, frozen
from drawing import near_moments
from hypothesis import given, settings
from processes import outputs_under_ten_hash_seeds
from witnesses import EVERY_RULE, KILLED, WITNESSES, ledger_of

from kazfigures import Count, Estimates, Ledger, Moment, Rule, house
from kazfigures.observations import Entry
from kazfigures.rules.laws import (
    AGREEMENT,
    BREAKDOWN_SAFE,
    CATALOGUE,
    FAIRNESS,
    NEWEST_WINS,
    STRUCTURAL,
    TOTAL,
    TWO_SOURCE_FLOOR,
    VALUE_DUPLICATES_IGNORED,
    Law,
    truth_tracking,
)
from kazfigures.rules.pipeline import as_rule
from kazfigures.rules.pools import consensus, envelope, overlap, quorum
from kazfigures.rules.practices import acled
from kazfigures.rules.screens import Screen, Sifted
from kazfigures.rules.testimonies import Reason, SetAside, Testimony
from kazfigures.strategies import figures, ledgers
from kazfigures.trials import worlds

EVERY = {"quick": 61, "ci": 17}.get(os.environ.get("HYPOTHESIS_PROFILE", "quick"), 1)
"""Of a small world, every so manyth ledger; all of it in the profile `deep`."""

every_rule = pytest.mark.parametrize("rule", EVERY_RULE, ids=str)
one_measure = (
    ledgers(small=True, measure=KILLED, min_size=1)
    | ledgers(small=True, measure=KILLED, min_size=1, moments=near_moments())
    | ledgers(small=True, measure=KILLED, min_size=1, figure=figures())
)


def breaches(rule: Rule, tried: frozenset[Law], ledger: Ledger) -> list[str]:
    in_order = (*(law for law in CATALOGUE if law in tried), *tried.difference(CATALOGUE))
    found = ((law, law.breach(rule, ledger)) for law in in_order)
    return [f"{law}: {breach}" for law, breach in found if breach]


@every_rule
def test_a_rule_keeps_its_promises_in_a_small_world(rule: Rule) -> None:
    for ledger in islice(worlds.claims(), 0, None, EVERY):
        assert breaches(rule, rule.promises, ledger) == []


@every_rule
def test_the_pipeline_keeps_its_laws_in_a_small_world(rule: Rule) -> None:
    for ledger in islice(worlds.reports(), 0, None, EVERY):
        assert breaches(rule, frozenset(STRUCTURAL), ledger) == []


@every_rule
@given(ledger=one_measure)
def test_a_rule_keeps_its_promises(rule: Rule, ledger: Ledger) -> None:
    assert breaches(rule, rule.promises, ledger) == []


@every_rule
@settings(max_examples=settings().max_examples // 5)
@given(ledger=one_measure)
def test_the_pipeline_keeps_its_laws(rule: Rule, ledger: Ledger) -> None:
    assert breaches(rule, frozenset(STRUCTURAL), ledger) == []


@pytest.mark.parametrize("rule", [house, as_rule(quorum(2)), acled], ids=str)
@given(ledger=ledgers(small=True))
def test_the_pipeline_keeps_its_laws_over_many_measures(rule: Rule, ledger: Ledger) -> None:
    assert breaches(rule, frozenset(STRUCTURAL), ledger) == []


NOT_PROMISED = [
    (rule, law)
    for rule in EVERY_RULE
    for law in CATALOGUE
    if law not in STRUCTURAL and law not in rule.promises
]


@pytest.mark.parametrize(("rule", "law"), NOT_PROMISED, ids=str)
def test_what_a_rule_does_not_promise_a_kept_witness_breaks(rule: Rule, law: Law) -> None:
    assert any(law.breach(rule, ledger_of(claims)) for claims in WITNESSES[law.name])


@every_rule
def test_a_rule_keeps_its_promises_where_others_break_them(rule: Rule) -> None:
    for name, witnesses in WITNESSES.items():
        tried = frozenset(law for law in rule.promises if law.name == name)
        for claims in witnesses:
            assert breaches(rule, tried, ledger_of(claims)) == []


@pytest.mark.parametrize("name", WITNESSES)
def test_no_witness_is_kept_for_nothing(name: str) -> None:
    rules = [(rule, law) for rule, law in NOT_PROMISED if law.name == name]
    for claims in WITNESSES[name]:
        assert any(law.breach(rule, ledger_of(claims)) for rule, law in rules), claims


# No rule can have both ----------------------------------------------------------------------------


@frozen
class Always:
    """A rule that gives one range whatever is claimed."""

    count: Count
    name: str = "always"

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        heard = consensus_rule.reconcile(entries, known_at)
        return evolve(
            heard, estimates=tuple(evolve(one, count=self.count, best=None) for one in heard)
        )


consensus_rule = as_rule(consensus)

IMPOSSIBLE: list[tuple[Law, Law, list[str]]] = [
    (AGREEMENT, truth_tracking(1), ["0", "0 to 1", "0 to 1"]),
    (FAIRNESS, BREAKDOWN_SAFE, ["0", "0", "1"]),
    (NEWEST_WINS, BREAKDOWN_SAFE, ["0", "0", "1 later"]),
    (AGREEMENT, TWO_SOURCE_FLOOR, ["0 to 1", "1"]),
]


@pytest.mark.parametrize(("one", "other", "claims"), IMPOSSIBLE, ids=str)
def test_no_rule_that_gives_a_range_can_have_both(one: Law, other: Law, claims: list[str]) -> None:
    """Whatever range a rule gives of these claims, it breaks one of the two."""
    ledger = ledger_of(claims)
    for low in range(4):
        for high in (*range(low, 4), None):
            rule = Always(Count(low, high))
            assert one.breach(rule, ledger) or other.breach(rule, ledger), rule
    for rule in EVERY_RULE:
        assert not {one, other, TOTAL} <= rule.promises


def test_no_rule_can_ignore_duplicates_and_resist_liars() -> None:
    """Of 0, 0, 1 safety asks for 0, of 0, 1, 1 for 1; without duplicates both are 0, 1."""
    pairs = [["0", "0", "1"], ["0", "1", "1"]]
    safe = [
        {number for number in (0, 1) if BREAKDOWN_SAFE.holds(Always(Count.exactly(number)), told)}
        for told in map(ledger_of, pairs)
    ]
    assert safe == [{0}, {1}]
    for rule in EVERY_RULE:
        assert not {VALUE_DUPLICATES_IGNORED, BREAKDOWN_SAFE, TOTAL} <= rule.promises


# Composition --------------------------------------------------------------------------------------


def dropping(name: str, drops: Callable[[Testimony, Sequence[Testimony]], bool]) -> Screen:
    """Make a screen of a newsroom's own, that looks at what is claimed."""

    def sift(testimonies: Sequence[Testimony]) -> Sifted:
        gone = [one for one in testimonies if drops(one, testimonies)]
        return [one for one in testimonies if one not in gone], [
            SetAside(one.observation, Reason.STALE, note=name) for one in gone
        ]

    return Screen(name, f"drops {name}", sift)


PICKY = [
    dropping("tall stories", lambda one, _: one.count.low > 1),
    dropping("what is exact", lambda one, _: one.count.is_exact),
    dropping("ranges", lambda one, _: not one.count.is_exact),
    dropping("what is said twice", lambda one, all_: [o.count for o in all_].count(one.count) > 1),
    dropping("officials", lambda one, _: one.observation.source.kind == "official"),
    dropping("zeros", lambda one, _: one.count.high == 0),
    dropping("all but the first by name", lambda one, all_: one is not min(all_, key=_name)),
    dropping("the highest of three", lambda one, all_: one.count.low > _middle_low(all_)),
    dropping("the last by name", lambda one, all_: len(all_) > 1 and one is max(all_, key=_name)),
    dropping("the third, and any two", lambda one, all_: _is_third(one, all_) or len(all_) == 2),
    Screen("floors", "takes exact numbers as floors", lambda all_: (tuple(map(_floor, all_)), ())),
]
FEW = [
    ledger_of(claims)
    for size in (1, 2, 3)
    for claims in combinations_with_replacement(("0", "1", "2", "0 to 1", "1 to 2", "1+"), size)
]
PROMISING = (consensus, envelope, overlap, quorum(2))
PROMISED = frozenset[Law]().union(*(pool.promises for pool in PROMISING))


def _name(testimony: Testimony) -> str:
    return testimony.observation.source.name


def _middle_low(testimonies: Sequence[Testimony]) -> int:
    lows = sorted(one.count.low for one in testimonies)
    return lows[1] if len(lows) == 3 else lows[-1]


def _is_third(testimony: Testimony, testimonies: Sequence[Testimony]) -> bool:
    return len(testimonies) == 3 and testimony is max(testimonies, key=_name)


def _floor(testimony: Testimony) -> Testimony:
    floor = Count(testimony.count.low)
    return evolve(testimony, count=floor, note="a floor") if testimony.count.is_exact else testimony


@pytest.mark.parametrize("law", sorted(PROMISED, key=str), ids=str)
def test_a_screen_loses_the_laws_that_do_not_survive_and_no_others(law: Law) -> None:
    """Whatever the screen, what survives is kept; what does not, one of these screens breaks."""
    pool = next(pool for pool in PROMISING if law in pool.promises)
    broken = any(law.breach(screen >> pool, ledger) for screen in PICKY for ledger in FEW)
    assert law.survives is not broken


# Determinism --------------------------------------------------------------------------------------

ACCOUNTS = """
import kazfigures as kf
from kazfigures.rules.reconciling import NAMED
ledger = kf.load("docs/examples/kazakhstan-2022.jsonl")
for rule in NAMED:
    for estimate in kf.reconcile(ledger, rule):
        print(estimate)
    print([str(law) for law in kf.laws.CATALOGUE if law in rule.promises])
print(kf.sensitivity(ledger))
"""


def test_every_rule_gives_the_same_bytes_under_ten_hash_seeds_two_zones_and_two_locales() -> None:
    outputs = outputs_under_ten_hash_seeds(ACCOUNTS)
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) > 22 * 40
