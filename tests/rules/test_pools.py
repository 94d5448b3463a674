"""Each pool against a slow, obvious reading of what it says it does.

The oracles know counts as sets of the numbers 0 to 10, where 10 stands for all above 9.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import chain
from math import lcm

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kazfigures import Count, Estimate, Figure, Ledger, Moment, Observation, Pool, Source, Status
from kazfigures.errors import RuleError
from kazfigures.rules.laws import corroborated_floor
from kazfigures.rules.pipeline import as_rule
from kazfigures.rules.pools import (
    blend,
    by_grade,
    consensus,
    envelope,
    highest,
    latest,
    lowest,
    middle,
    most_common,
    overlap,
    priority,
    quorum,
)
from kazfigures.strategies import counts, moments
from kazfigures.strategies.values import SMALL_MEASURES

KILLED = SMALL_MEASURES[0]
MORE = 10
NEW_YEAR = "2022-01-01[Asia/Almaty]"


def claim(
    count: Count, name: str, *, as_of: Moment | str = NEW_YEAR, grade: str | None = None
) -> Observation:
    stated = None if count.high is None and count.low % 2 else count.low
    figure = Figure(f"{count} or so", stated, count)
    reported = "2022-02-01[Asia/Almaty]"
    return Observation(KILLED, figure, Source(name, grade=grade), as_of, reported)


def ledger_of(claims: Sequence[Count]) -> Ledger:
    return Ledger(claim(count, f"claimant {place}") for place, count in enumerate(claims))


def pooled(pool: Pool, claims: Sequence[Count]) -> Count | None:
    return as_rule(pool)(ledger_of(claims)).count


def numbers(count: Count) -> set[int]:
    high = MORE if count.high is None else count.high
    return set(range(count.low, high + 1))


def spanning(found: set[int]) -> Count | None:
    """Give the smallest count that holds all of some numbers."""
    if not found:
        return None
    return Count(min(found), None if max(found) == MORE else max(found))


def distance(number: int, count: Count) -> int:
    """Say how far a number is from a claim; open ends lie beyond every number."""
    return min(abs(number - allowed) for allowed in numbers(count))


claims_of_many = st.lists(
    counts(small=True).filter(lambda count: not count.says_nothing), min_size=1, max_size=6
)


@given(claims_of_many)
def test_consensus_is_nearest_to_all_claims_together(claims: list[Count]) -> None:
    """Of all numbers, those whose distances to the claims add up to the least."""
    cost = {number: sum(distance(number, count) for count in claims) for number in range(MORE + 1)}
    nearest = {number for number in cost if cost[number] == min(cost.values())}
    assert pooled(consensus, claims) == spanning(nearest)


@given(claims_of_many)
def test_overlap_is_what_every_claim_allows(claims: list[Count]) -> None:
    assert pooled(overlap, claims) == spanning(set.intersection(*map(numbers, claims)))


@given(claims_of_many)
def test_envelope_spans_what_any_claim_allows(claims: list[Count]) -> None:
    assert pooled(envelope, claims) == spanning(set.union(*map(numbers, claims)))


@given(claims_of_many, st.integers(1, 4))
def test_quorum_is_between_bounds_with_k_claimants_behind_them(claims: list[Count], k: int) -> None:
    floors = [
        number
        for number in range(MORE + 1)
        if sum(min(numbers(count)) >= number for count in claims) >= k
    ]
    ceilings = [
        number
        for number in range(MORE + 1)
        if sum(max(numbers(count)) <= number for count in claims) >= k
    ]
    estimate = as_rule(quorum(k))(ledger_of(claims))
    ends = {max(floors, default=0), min(ceilings, default=MORE)}
    if len(claims) < k or ends == {0, MORE}:
        assert estimate.status is Status.UNREPORTED
        assert {one.reason.value for one in estimate.set_aside} == {"passed over"}
    else:
        assert estimate.count == spanning(ends)


@given(claims_of_many, st.sampled_from([Fraction(1, 2), 0.8, 0.9, Fraction(99, 100)]))
def test_blend_is_the_middle_of_all_claims_written_out(
    claims: list[Count], coverage: float
) -> None:
    """Write each claim out as equally many numbers, and cut both tails off."""
    size = lcm(*(len(numbers(count)) for count in claims))

    def written_out(count: Count, at: int) -> list[int]:
        if count.high is None:
            return [at] * size
        allowed = sorted(numbers(count))
        return allowed * (size // len(allowed))

    cut = int((1 - Fraction(str(coverage))) / 2 * size * len(claims))
    lows = sorted(chain(*(written_out(count, count.low) for count in claims)))
    highs = sorted(chain(*(written_out(count, MORE) for count in claims)))
    assert pooled(blend(coverage), claims) == spanning({lows[cut], highs[-1 - cut]})


@given(claims_of_many)
def test_lowest_is_the_lowest_of_each_end(claims: list[Count]) -> None:
    ends = {min(min(numbers(count)) for count in claims), min(max(numbers(c)) for c in claims)}
    assert pooled(lowest, claims) == spanning(ends)


@given(claims_of_many)
def test_highest_is_the_highest_of_each_end(claims: list[Count]) -> None:
    ends = {max(min(numbers(count)) for count in claims), max(max(numbers(c)) for c in claims)}
    assert pooled(highest, claims) == spanning(ends)


@given(claims_of_many)
def test_most_common_is_the_smallest_of_the_most_frequent(claims: list[Count]) -> None:
    votes = Counter(claims)
    winners = [count for count in claims if votes[count] == max(votes.values())]
    winners.sort(key=lambda count: (min(numbers(count)), max(numbers(count))))
    assert pooled(most_common, claims) == winners[0]


@given(claims_of_many)
def test_middle_is_what_those_at_the_median_allow(claims: list[Count]) -> None:
    stated = {place: claim(count, "x").figure.stated for place, count in enumerate(claims)}
    said = sorted(number for number in stated.values() if number is not None)
    if not said:
        assert pooled(middle, claims) == pooled(consensus, claims)
        return
    while len(said) > 2:
        said = said[1:-1]
    at_median = [claims[place] for place, number in stated.items() if number == said[0]]
    expected = pooled(overlap, at_median) or pooled(envelope, at_median)
    assert pooled(middle, claims) == expected


@given(claims_of_many, st.data())
def test_latest_pools_the_claims_about_the_newest_moment(
    claims: list[Count], data: st.DataObject
) -> None:
    times = data.draw(st.lists(moments(small=True), min_size=len(claims), max_size=len(claims)))
    ledger = Ledger(
        claim(count, f"claimant {place}", as_of=time)
        for place, (count, time) in enumerate(zip(claims, times, strict=True))
    )
    newest = [
        count
        for count, time in zip(claims, times, strict=True)
        if not any(time.precedes(other) for other in times)
    ]
    assert as_rule(latest)(ledger).count == pooled(consensus, newest)


@given(claims_of_many, st.lists(st.integers(0, 7), min_size=1, max_size=3, unique=True))
def test_priority_takes_the_first_named_that_spoke(claims: list[Count], order: list[int]) -> None:
    expected = pooled(
        consensus, [claims[p] for p in range(len(claims)) if p not in order] or claims
    )
    for place in reversed(order):
        if place < len(claims):
            expected = claims[place]
    assert pooled(priority(*(f"CLAIMANT  {place}" for place in order)), claims) == expected


@given(claims_of_many, st.data())
def test_by_grade_takes_the_best_graded(claims: list[Count], data: st.DataObject) -> None:
    one = st.none() | st.sampled_from("ABCDEF")
    grades = data.draw(st.lists(one, min_size=len(claims), max_size=len(claims)))
    ledger = Ledger(
        claim(count, f"claimant {place}", grade=grade)
        for place, (count, grade) in enumerate(zip(claims, grades, strict=True))
    )
    best = min(grade or "F" for grade in grades)
    taken = [c for c, grade in zip(claims, grades, strict=True) if (grade or "F") == best]
    assert as_rule(by_grade)(ledger).count == pooled(consensus, taken)


def estimate_of(pool: Pool, *claims: Count) -> Estimate:
    return as_rule(pool)(ledger_of(claims))


AT_LEAST_TEN = Count.at_least(10)


def test_quorum_is_not_carried_away_by_one_large_floor() -> None:
    """Three say "at least 10", one says "at least 1,000"."""
    claims = [AT_LEAST_TEN, AT_LEAST_TEN, AT_LEAST_TEN, Count.at_least(1000)]
    assert estimate_of(consensus, *claims).count == Count.at_least(1000)
    assert estimate_of(quorum(2), *claims).count == AT_LEAST_TEN


@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_a_quorum_promises_a_floor_with_as_many_behind_it(k: int) -> None:
    kept = {least for least in (1, 2, 3, 4) if corroborated_floor(least) in quorum(k).promises}
    assert kept == {k, min(k, 2)}


def test_two_corroborated_camps_give_the_range_between_them() -> None:
    claims = [Count.exactly(number) for number in (1, 2, 3, 4)]
    assert estimate_of(quorum(2), *claims).count == Count(2, 3)


def test_a_minority_cannot_move_the_consensus() -> None:
    claims = [Count.exactly(16), Count.exactly(16), Count.exactly(10**6)]
    assert estimate_of(consensus, *claims).count == Count.exactly(16)


SIXTEEN = Count.exactly(16)

BLENDS = [
    # the share of the claims that is wanted, what is claimed, its middle
    (0.9, [*[SIXTEEN] * 19, Count.exactly(10**6)], SIXTEEN),
    (0.9, [*[SIXTEEN] * 19, Count.at_least(3)], SIXTEEN),
    (0.9, [*[SIXTEEN] * 18, Count.at_least(3)], Count.at_least(3)),
    (0.5, [Count.exactly(1), Count.exactly(5), Count.exactly(9), Count.at_least(2)], Count(2, 9)),
    (0.5, [Count(0, 9)], Count(2, 7)),
]


@pytest.mark.parametrize(("coverage", "claims", "middle_of_all"), BLENDS)
def test_blend_leaves_out_as_much_as_it_is_told_to(
    coverage: float, claims: list[Count], middle_of_all: Count
) -> None:
    """One wild or open claim of twenty lies in what is left out, one of nineteen does not."""
    assert estimate_of(blend(coverage), *claims).count == middle_of_all


HEADLINES: list[tuple[Pool, list[Observation], str]] = [
    # a pool, what is claimed, what it makes of it and how many it passes over
    (lowest, [claim(Count(5, 5), "A"), claim(Count(7, 7), "B")], "5, agreed (1 passed over)"),
    (lowest, [claim(Count(5, 9), "A"), claim(Count(3, 12), "B")], "3 to 9, agreed"),
    (highest, [claim(Count(5, 5), "A"), claim(Count(7, 7), "B")], "7, agreed (1 passed over)"),
    (highest, [claim(Count(5, 9), "A"), claim(Count(3, 12), "B")], "5 to 12, agreed"),
    (middle, [claim(Count(18, 18), "A"), claim(Count(7), "B")], "18, agreed (1 passed over)"),
    (
        by_grade,
        [claim(Count(5, 5), "A", grade="E"), claim(Count(7, 7), "B")],
        "5, agreed (1 passed over)",
    ),
    (
        by_grade,
        [claim(Count(5, 5), "A", grade="F"), claim(Count(7, 7), "B")],
        "5 to 7, disputed: 5 (A) against 7 (B)",
    ),
    (
        priority("A", "B", "A"),
        [claim(Count(5, 5), "A"), claim(Count(7, 7), "B")],
        "5, agreed (1 passed over)",
    ),
    (
        latest,
        [
            claim(Count(5, 5), "A", as_of="2022-01[Asia/Almaty]"),
            claim(Count(5, 5), "A", as_of="2022-01-08[Asia/Almaty]"),
            claim(Count(7, 7), "B", as_of="2022-01-10[Asia/Almaty]"),
        ],
        "5 to 7, disputed: 5 (A) against 7 (B)",
    ),
    (
        latest,
        [
            claim(Count(5, 5), "A", as_of="2022-01-08[Asia/Almaty]"),
            claim(Count(7, 7), "B", as_of="2022-01-10[Asia/Almaty]"),
        ],
        "7, agreed (1 passed over)",
    ),
]


@pytest.mark.parametrize(("pool", "told", "headline"), HEADLINES)
def test_a_pool_passes_over_those_whom_it_does_not_take(
    pool: Pool, told: list[Observation], headline: str
) -> None:
    assert as_rule(pool)(Ledger(told)).headline == headline


REFUSED: list[tuple[str, Callable[[], Pool], str]] = [
    ("quorum of none", lambda: quorum(0), "k"),
    ("quorum of a half", lambda: quorum(1.5), "k"),  # type: ignore[arg-type]
    ("blend of all", lambda: blend(1), "coverage"),
    ("blend of nothing", lambda: blend(0), "coverage"),
    ("blend in words", lambda: blend("90%"), "coverage"),  # type: ignore[arg-type]
    ("priority of nobody", priority, "sources"),
]


@pytest.mark.parametrize(
    ("make", "field"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_pool_that_makes_no_sense_is_refused(make: Callable[[], Pool], field: str) -> None:
    with pytest.raises(RuleError) as caught:
        make()
    assert caught.value.field == field
