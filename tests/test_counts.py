"""Counts are sets of whole numbers, so their laws are those of sets.

The oracle is a finite set over a small world: the numbers 0 to 12, and a mark for "and so on".
"""

import copy
import pickle
from itertools import product

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from kazfigures import Count, KazfiguresError
from kazfigures.counts import LARGEST
from kazfigures.errors import CountError
from kazfigures.strategies import counts

OPEN = "and so on"
EDGE = 6
WORLD = tuple(
    Count(low, high)
    for low in range(EDGE)
    for high in (*range(low, EDGE), None)
)  # fmt: skip


def members(count: Count, most: int = 12) -> frozenset[object]:
    """The oracle: what a count allows, as a finite set."""
    numbers = range(count.low, most + 1 if count.high is None else count.high + 1)
    return frozenset({*numbers, OPEN} if count.high is None else numbers)


def hull(allowed: frozenset[object]) -> Count:
    """The oracle: the smallest count that holds all of a set."""
    numbers = [number for number in allowed if isinstance(number, int)]
    return Count(min(numbers), None if OPEN in allowed else max(numbers))


class Indexed:
    """A number of another library, such as numpy's: not a Python int."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number

    def __int__(self) -> int:
        return self.number

    def __ge__(self, other: int) -> bool:
        return self.number >= other

    def __le__(self, other: int) -> bool:
        return self.number <= other

    def __repr__(self) -> str:
        return f"Indexed({self.number})"


# --- the small world ------------------------------------------------------------------------------
# All pairs and triples of counts with ends up to 5 or open.


@pytest.mark.parametrize("count", WORLD, ids=str)
def test_a_count_contains_its_members_and_no_other_number(count: Count) -> None:
    assert {number for number in range(13) if number in count} == members(count) - {OPEN}
    assert (LARGEST in count) is (OPEN in members(count))
    assert -1 not in count


def test_meet_is_the_intersection_or_none_when_it_is_empty() -> None:
    for one, other in product(WORLD, repeat=2):
        shared = members(one) & members(other)
        met = one & other
        assert (frozenset() if met is None else members(met)) == shared


def test_hull_is_the_smallest_count_that_holds_both() -> None:
    for one, other in product(WORLD, repeat=2):
        assert one | other == hull(members(one) | members(other))


def test_sum_holds_exactly_the_sums_of_the_parts() -> None:
    for one, other in product(WORLD, repeat=2):
        sums = {
            OPEN if OPEN in (a, b) else a + b
            for a, b in product(members(one, 20), members(other, 20))
        }
        low = min(number for number in sums if number != OPEN)
        high = None if OPEN in sums else max(sums)
        assert one + other == Count(low, high)


def test_within_is_the_subset_relation() -> None:
    for one, other in product(WORLD, repeat=2):
        assert one.within(other) == (members(one) <= members(other))


def test_equal_counts_are_equal_sets_with_equal_hashes() -> None:
    for one, other in product(WORLD, repeat=2):
        assert (one == other) == (members(one) == members(other))
        assert one != other or hash(one) == hash(other)


def test_meet_and_hull_absorb_each_other() -> None:
    for one, other in product(WORLD, repeat=2):
        assert one & (one | other) == one
        met = one & other
        assert met is None or one | met == one


def test_meet_hull_and_sum_are_associative() -> None:
    for one, two, three in product(WORLD[::2], repeat=3):
        assert (one | two) | three == one | (two | three)
        assert (one + two) + three == one + (two + three)
        left, right = one & two, two & three
        assert (left and left & three) == (right and one & right)


def test_sum_spreads_over_the_hull() -> None:
    for one, two, three in product(WORLD[::2], repeat=3):
        assert one + (two | three) == (one + two) | (one + three)


def test_exact_and_saying_nothing_are_the_two_extremes() -> None:
    assert [count for count in WORLD if count.is_exact] == [
        count for count in WORLD if len(members(count)) == 1
    ]
    assert [count for count in WORLD if count.says_nothing] == [Count()]


# --- the wide world -------------------------------------------------------------------------------
# What no small world shows, with ends up to 2**63 - 1.


@given(counts(), counts())
def test_meet_is_commutative_and_within_both(one: Count, other: Count) -> None:
    met = one & other
    assert met == other & one
    if met is None:
        assert one.high is not None or other.high is not None
    else:
        assert met.within(one)
        assert met.within(other)


@given(counts(), counts())
def test_hull_is_commutative_and_holds_both(one: Count, other: Count) -> None:
    assert one | other == other | one
    assert one.within(one | other)
    assert other.within(one | other)


@given(counts())
def test_meet_and_hull_are_idempotent(count: Count) -> None:
    assert count & count == count
    assert count | count == count


@given(counts())
def test_anything_is_neutral_for_meet_and_swallows_in_hull(count: Count) -> None:
    assert count & Count() == count
    assert count | Count() == Count()
    assert count.within(Count())


@given(counts(largest=LARGEST // 2), counts(largest=LARGEST // 2))
def test_sum_is_commutative_and_zero_is_neutral(one: Count, other: Count) -> None:
    assert one + other == other + one
    assert one + Count.exactly(0) == one


@given(counts(), counts(), st.integers(0, LARGEST))
def test_a_number_is_in_the_meet_when_it_is_in_both(one: Count, other: Count, number: int) -> None:
    met = one & other
    assert (met is not None and number in met) == (number in one and number in other)


@given(counts())
def test_repr_rebuilds(count: Count) -> None:
    assert eval(repr(count), {"Count": Count}) == count  # noqa: S307 - its own repr


@given(counts())
def test_pickling_and_copying_give_an_equal_count(count: Count) -> None:
    assert pickle.loads(pickle.dumps(count)) == count  # noqa: S301 - its own bytes
    assert copy.copy(count) == copy.deepcopy(count) == count


@pytest.mark.parametrize(
    ("built", "low", "high"),
    [
        pytest.param(Count.exactly(26), 26, 26, id="26"),
        pytest.param(Count.exactly(0), 0, 0, id="no casualties"),
        pytest.param(Count.at_least(12), 12, None, id="at least 12"),
        pytest.param(Count.more_than(2300), 2301, None, id="more than 2,300"),
        pytest.param(Count.more_than(LARGEST - 1), LARGEST, None, id="more than all but one"),
        pytest.param(Count.at_most(200), 0, 200, id="up to 200"),
        pytest.param(Count.fewer_than(50), 0, 49, id="fewer than 50"),
        pytest.param(Count.fewer_than(1), 0, 0, id="fewer than 1"),
        pytest.param(Count.between(20, 30), 20, 30, id="20 to 30"),
        pytest.param(Count.between(20, 20), 20, 20, id="20 to 20"),
        pytest.param(Count(), 0, None, id="anything"),
        pytest.param(Count(LARGEST, LARGEST), LARGEST, LARGEST, id="the largest"),
    ],
)
def test_each_constructor_is_named_for_its_words(built: Count, low: int, high: int | None) -> None:
    assert (built.low, built.high) == (low, high)
    assert built == Count(low, high)


NO_NUMBERS = [
    pytest.param(True, id="true"),
    pytest.param(False, id="false"),
    pytest.param(3.0, id="a float"),
    pytest.param(float("nan"), id="nan"),
    pytest.param(float("inf"), id="infinity"),
    pytest.param("3", id="text"),
    pytest.param("٣", id="an Arabic digit"),
    pytest.param(b"3", id="bytes"),
    pytest.param([3], id="a list"),
    pytest.param(-1, id="minus one"),
    pytest.param(LARGEST + 1, id="2**63"),
    pytest.param(10**30, id="10**30"),
    pytest.param(Indexed(3), id="a number of another library"),
]


# --- refusals -------------------------------------------------------------------------------------
# Every refusal names the field and quotes the input.


@pytest.mark.parametrize("value", [*NO_NUMBERS, pytest.param(None, id="none")])
def test_low_takes_whole_numbers_only(value: object) -> None:
    with pytest.raises(CountError) as refusal:
        Count(value)
    assert refusal.value.field == "low"
    assert refusal.value.value is value
    assert str(refusal.value) == (
        f"low: expected a whole number from 0 to {LARGEST}, not {value!r}"
    )


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_high_takes_whole_numbers_and_none(value: object) -> None:
    with pytest.raises(CountError, match=r"^high: expected None \(open\) or a") as refusal:
        Count(0, value)
    assert repr(value) in str(refusal.value)


def test_high_is_no_smaller_than_low() -> None:
    with pytest.raises(CountError, match=r"^high: expected .*no smaller than low, 19, not 18$"):
        Count(19, 18)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("exactly", "exactly"),
        ("at_least", "low"),
        ("more_than", "more_than"),
        ("at_most", "at_most"),
        ("fewer_than", "fewer_than"),
    ],
)
@pytest.mark.parametrize("value", [*NO_NUMBERS, pytest.param(None, id="none")])
def test_named_constructors_refuse_what_is_no_number(name: str, field: str, value: object) -> None:
    with pytest.raises(CountError) as refusal:
        getattr(Count, name)(value)
    assert refusal.value.field == field
    assert refusal.value.value is value
    assert str(refusal.value) == (
        f"{field}: expected a whole number from 0 to {LARGEST}, not {value!r}"
    )


@pytest.mark.parametrize("value", [*NO_NUMBERS, pytest.param(None, id="none")])
def test_between_needs_both_ends(value: object) -> None:
    with pytest.raises(CountError, match=r"^high: "):
        Count.between(0, value)
    with pytest.raises(CountError, match=r"^low: "):
        Count.between(value, 9)


def test_nothing_is_fewer_than_zero() -> None:
    with pytest.raises(CountError, match=r"^fewer_than: expected a number above 0, not 0$"):
        Count.fewer_than(0)


def test_nothing_is_more_than_the_largest() -> None:
    with pytest.raises(CountError):
        Count.more_than(LARGEST)


def test_a_sum_over_the_edge_is_refused_not_wrapped() -> None:
    edge, one = Count.exactly(LARGEST), Count.exactly(1)
    assert edge + Count.exactly(0) == edge
    with pytest.raises(CountError, match=str(LARGEST + 1)):
        edge + one
    with pytest.raises(CountError, match=str(LARGEST + 1)):
        Count.between(0, LARGEST) + one


def test_a_number_too_long_to_print_is_refused_in_words() -> None:
    with pytest.raises(CountError) as refusal:
        Count(10**5000)
    assert str(refusal.value).startswith("low: expected a whole number")


@pytest.mark.parametrize("other", [3, None, "3", (0, 3), {1, 2}])
def test_counts_combine_with_counts_only(other: object) -> None:
    for combine in (Count.__and__, Count.__or__, Count.__add__):
        assert combine(Count.exactly(3), other) is NotImplemented
    with pytest.raises(TypeError):
        Count.exactly(3) & other


@pytest.mark.parametrize("value", ["3", 3.5, None, "three", (3,), Indexed(3)])
def test_what_is_no_number_is_in_no_count(value: object) -> None:
    assert value not in Count()


def test_counts_have_no_order() -> None:
    with pytest.raises(TypeError):
        assert Count.exactly(1) < Count.exactly(2)


@pytest.mark.parametrize("name", ["low", "high", "other"])
def test_a_count_cannot_be_changed(name: str) -> None:
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(Count.exactly(3), name, 4)


def test_every_refusal_is_a_value_error() -> None:
    assert issubclass(CountError, KazfiguresError)
    assert issubclass(CountError, ValueError)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(), "any number"),
        (Count.exactly(0), "0"),
        (Count.exactly(26), "26"),
        (Count.exactly(3811), "3,811"),
        (Count.at_least(2301), "at least 2,301"),
        (Count.at_most(1300), "at most 1,300"),
        (Count.between(20, 30), "20 to 30"),
        (Count.between(1450000, 1550000), "1,450,000 to 1,550,000"),
    ],
)
def test_a_count_reads_as_a_newsroom_prints_it(count: Count, words: str) -> None:
    assert str(count) == words


def test_what_agrees_and_what_does_not() -> None:
    """ "More than 3,000" and "3,811" agree; 18 and 26 do not, and so share nothing."""
    assert Count.more_than(3000) & Count.exactly(3811) == Count.exactly(3811)
    assert Count.exactly(18) & Count.exactly(26) is None
    assert Count.at_most(5) & Count.at_least(5) == Count.exactly(5)
    assert Count.fewer_than(5) & Count.at_least(5) is None
