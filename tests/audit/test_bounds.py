"""Bounds against a slow oracle that looks for true counts, point by point, in a small world."""

from collections.abc import Iterable, Sequence
from itertools import product
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures import (
    Count,
    Estimate,
    Figure,
    Ledger,
    Measure,
    Moment,
    Observation,
    Tally,
    reconcile,
)
from kazfigures.audit.parts.bounds import Bounds, Conflict, tighten
from kazfigures.audit.parts.partitions import Partition
from kazfigures.errors import PartitionError, RuleError
from kazfigures.rules.pools import overlap

TOP = 5
KILLED = Measure("killed", place="Kazakhstan")
OFFICERS = evolve(KILLED, population="security forces")
ATTACKERS = evolve(KILLED, population="attackers")
IN_ALMATY = evolve(KILLED, place="Kazakhstan/Almaty")
OFFICERS_IN_ALMATY = evolve(OFFICERS, place="Kazakhstan/Almaty")
KILLED_OR_INJURED = evolve(KILLED, outcome="killed or injured")
INJURED = evolve(KILLED, outcome="injured")
IN_CUSTODY = evolve(KILLED, definition="deaths in custody too")
SMALL_MEASURES = (
    *(KILLED, IN_ALMATY, OFFICERS, ATTACKERS, OFFICERS_IN_ALMATY),
    *(KILLED_OR_INJURED, INJURED, IN_CUSTODY),
)
SMALL_PARTITIONS = (
    (KILLED, (OFFICERS, ATTACKERS)),
    (KILLED_OR_INJURED, (KILLED, INJURED)),
    (IN_CUSTODY, (IN_ALMATY, ATTACKERS)),
    (OFFICERS, (OFFICERS_IN_ALMATY,)),
    (KILLED, (IN_ALMATY, OFFICERS)),
    (IN_CUSTODY, (OFFICERS, ATTACKERS)),
    (KILLED_OR_INJURED, (OFFICERS, INJURED)),
)
SMALL_MOMENTS = tuple(
    Moment(text)
    for text in (
        "2022-01-07[Asia/Almaty]",
        "2022-01-07T16:56+06:00",
        "2022-01-08T00:00+06:00",
        "2022-01-08[Asia/Almaty]",
        "2022-01-09T00:00+06:00",
    )
)
LATER = Moment("2022-02-01[Asia/Almaty]")

Told = tuple[Measure, Moment, Count]
World = tuple[tuple[Told, ...], tuple[Partition, ...]]
Point = tuple[Measure, Moment]


def observed(measure: Measure, as_of: Moment | str, words: str | Count) -> Observation:
    figure = words if isinstance(words, str) else Figure(str(words), None, words)
    since = as_of if measure.tally is Tally.INCREMENT else None
    return Observation(measure, figure, "Interior Ministry", as_of, LATER, since=since)


def estimated(measure: Measure, as_of: Moment | str, words: str | Count) -> Estimate:
    [estimate] = reconcile(Ledger([observed(measure, as_of, words)]))
    return estimate


def bounds_of(told: Iterable[Told], partitions: Iterable[Partition]) -> Bounds:
    return tighten([estimated(*one) for one in told], partitions)


SEVENTH, EIGHTH, NINTH = (f"2022-01-0{day}[Asia/Almaty]" for day in (7, 8, 9))
AFTERNOON = "2022-01-07T16:56+06:00"
BY_SIDE = Partition(KILLED, [OFFICERS, ATTACKERS])
ALL_BY_SIDE = evolve(BY_SIDE, exhaustive=True)
HELD = evolve(KILLED, outcome="detained", tally="stock")
OTHERS = evolve(KILLED, population="others")

# --- named cases ----------------------------------------------------------------------------------

Words = tuple[Measure, str, str]
"""A measure, as of when, what its estimate allows."""

DERIVED: list[tuple[str, list[Words], list[Partition], Measure, list[str]]] = [
    (
        "disjoint parts, and a whole that nobody gave",
        [(ATTACKERS, SEVENTH, "26"), (OFFICERS, SEVENTH, "18")],
        [BY_SIDE],
        KILLED,
        [
            "as of 7 January 2022: any number -> at least 44"
            " (at least 44: 26 attackers and 18 security forces are disjoint parts of it)"
        ],
    ),
    (
        "all but the officers",
        [(KILLED, NINTH, "225"), (OFFICERS, NINTH, "19")],
        [Partition(KILLED, [OFFICERS, OTHERS])],
        OTHERS,
        [
            "as of 9 January 2022: any number -> at most 206"
            " (at most 206: 225 in all, less 19 security forces)"
        ],
    ),
    (
        "all the others, who are few",
        [(KILLED, NINTH, "225"), (OFFICERS, NINTH, "at least 1"), (OTHERS, NINTH, "up to 206")],
        [Partition(KILLED, [OFFICERS, OTHERS], exhaustive=True)],
        OFFICERS,
        [
            "as of 9 January 2022: at least 1 -> 19 to 225"
            " (at least 19: 225 in all, all the rest being at most 206 others;"
            " at most 225: 225 in all, of which it is a part)"
        ],
    ),
    (
        "what the others cannot make up of a whole that is open above",
        [(KILLED, NINTH, "at least 225"), (OTHERS, NINTH, "up to 206")],
        [Partition(KILLED, [OFFICERS, OTHERS], exhaustive=True)],
        OFFICERS,
        [
            "as of 9 January 2022: any number -> at least 19"
            " (at least 19: at least 225 in all, all the rest being at most 206 others)"
        ],
    ),
    (
        "a part and the rest of which nothing is known",
        [(KILLED, NINTH, "at least 225"), (OTHERS, NINTH, "up to 206")],
        [Partition(KILLED, [OFFICERS, OTHERS, ATTACKERS], exhaustive=True)],
        OFFICERS,
        [],
    ),
    (
        "exhaustive parts from above",
        [(OTHERS, NINTH, "up to 206"), (OFFICERS, NINTH, "19")],
        [Partition(KILLED, [OFFICERS, OTHERS], exhaustive=True)],
        KILLED,
        [
            "as of 9 January 2022: any number -> 19 to 225"
            " (at least 19: 19 security forces are part of it;"
            " at most 225: at most 206 others and 19 security forces are all of it)"
        ],
    ),
    (
        "a part that is all of it",
        [(KILLED, NINTH, "225")],
        [Partition(KILLED, [OFFICERS], exhaustive=True)],
        OFFICERS,
        [
            "as of 9 January 2022: any number -> 225 (at least 225: 225 in all, all of it here;"
            " at most 225: 225 in all, of which it is a part)"
        ],
    ),
    (
        "a city in its country",
        [(KILLED, NINTH, "at least 12"), (IN_ALMATY, NINTH, "103")],
        [],
        KILLED,
        [
            "as of 9 January 2022: at least 12 -> at least 103"
            " (at least 103: 103 in Almaty are part of it)"
        ],
    ),
    (
        "one is, several are",
        [(KILLED, NINTH, "fewer than 50"), (IN_ALMATY, NINTH, "1")],
        [],
        KILLED,
        ["as of 9 January 2022: at most 49 -> 1 to 49 (at least 1: 1 in Almaty is part of it)"],
    ),
    (
        "a city, at most its country",
        [(KILLED, NINTH, "225"), (IN_ALMATY, NINTH, "more than 100")],
        [],
        IN_ALMATY,
        [
            "as of 9 January 2022: at least 101 -> 101 to 225"
            " (at most 225: 225 in Kazakhstan, of which it is a part)"
        ],
    ),
    (
        "one outcome of two",
        [(KILLED, NINTH, "225"), (KILLED_OR_INJURED, NINTH, "hundreds")],
        [],
        KILLED_OR_INJURED,
        [
            "as of 9 January 2022: at least 200 -> at least 225"
            " (at least 225: 225 killed are part of it)"
        ],
    ),
    (
        "what never falls, in both directions",
        [(KILLED, SEVENTH, "26"), (KILLED, EIGHTH, "dozens"), (KILLED, NINTH, "up to 225")],
        [],
        KILLED,
        [
            "as of 8 January 2022: at least 24 -> 26 to 225"
            " (at least 26: 26 as of 7 January 2022, and it never falls;"
            " at most 225: at most 225 as of 9 January 2022, and it never falls)",
            "as of 9 January 2022: at most 225 -> 26 to 225"
            " (at least 26: 26 as of 7 January 2022, and it never falls)",
        ],
    ),
    (
        "a part of one day in the whole of a later",
        [(OFFICERS, SEVENTH, "18"), (KILLED, NINTH, "dozens"), (OFFICERS, NINTH, "at least 30")],
        [],
        KILLED,
        [
            "as of 9 January 2022: at least 24 -> at least 30"
            " (at least 30: at least 30 security forces are part of it)"
        ],
    ),
    (
        "a bound on a bound",
        [
            (ATTACKERS, SEVENTH, "26"),
            (OFFICERS, SEVENTH, "18"),
            (KILLED_OR_INJURED, NINTH, "at least 40"),
        ],
        [BY_SIDE],
        KILLED_OR_INJURED,
        [
            "as of 9 January 2022: at least 40 -> at least 44"
            " (at least 44: at least 44 killed as of 7 January 2022 are part of it;"
            " at least 44 killed as of 7 January 2022: 26 killed attackers as of 7 January 2022"
            " and 18 killed security forces as of 7 January 2022 are disjoint parts of it)"
        ],
    ),
    (
        "a bound on a bound, from above and over two days",
        [
            (KILLED, NINTH, "225"),
            (OFFICERS, NINTH, "19"),
            (evolve(OTHERS, place="Kazakhstan/Almaty"), SEVENTH, "dozens"),
        ],
        [Partition(KILLED, [OFFICERS, OTHERS])],
        evolve(OTHERS, place="Kazakhstan/Almaty"),
        [
            "as of 7 January 2022: at least 24 -> 24 to 206"
            " (at most 206: at most 206 in Kazakhstan as of 9 January 2022, of which it is a part;"
            " at most 206 in Kazakhstan as of 9 January 2022: 225 in all in Kazakhstan as of"
            " 9 January 2022, less 19 security forces in Kazakhstan as of 9 January 2022)"
        ],
    ),
    (
        "many parts are not listed",
        [(evolve(KILLED, place=f"Kazakhstan/{n}"), NINTH, "2") for n in range(6)],
        [Partition(KILLED, [evolve(KILLED, place=f"Kazakhstan/{n}") for n in range(6)])],
        KILLED,
        [
            "as of 9 January 2022: any number -> at least 12"
            " (at least 12: at least 12 in 6 places or groups are disjoint parts of it)"
        ],
    ),
    (
        "times that overlap",
        [(KILLED, SEVENTH, "26"), (KILLED, AFTERNOON, "dozens")],
        [],
        KILLED,
        [],
    ),
    (
        "stocks of two days",
        [(HELD, SEVENTH, "446"), (HELD, NINTH, "up to 292")],
        [],
        HELD,
        [],
    ),
    (
        "definitions, whatever the paths",
        [
            (KILLED, NINTH, "dozens"),
            (evolve(IN_ALMATY, definition="deaths in custody too"), NINTH, "238"),
        ],
        [],
        KILLED,
        [],
    ),
    ("nothing new", [(KILLED, NINTH, "225"), (OFFICERS, NINTH, "19")], [], KILLED, []),
]


@pytest.mark.parametrize(
    ("told", "partitions", "measure", "lines"),
    [case[1:] for case in DERIVED],
    ids=[case[0] for case in DERIVED],
)
def test_a_bound_carries_its_derivation(
    told: list[Words], partitions: list[Partition], measure: Measure, lines: list[str]
) -> None:
    bounds = tighten([estimated(*one) for one in told], partitions)
    assert [str(bound).removeprefix(f"{measure}, ") for bound in bounds.of(measure)] == lines
    assert not bounds.conflicts


def test_what_cannot_all_hold_is_listed_beside_the_bounds() -> None:
    """Almaty above the country; the officers and another event's dead are bound all the same."""
    elsewhere = evolve(KILLED, event="another")
    bounds = tighten(
        [
            estimated(KILLED, NINTH, "164"),
            estimated(IN_ALMATY, NINTH, "200"),
            estimated(OFFICERS, SEVENTH, "18"),
            estimated(OFFICERS, NINTH, "at most 30"),
            estimated(elsewhere, SEVENTH, "3"),
            estimated(elsewhere, NINTH, "up to 9"),
        ]
    )
    [conflict] = bounds.conflicts
    assert {one.measure for one in conflict.estimates} == {KILLED, IN_ALMATY}
    assert str(conflict) == (
        "killed, Kazakhstan, as of 9 January 2022: cannot all hold: at least 200: 200 in Almaty"
        " are part of it, but 164 as estimated"
    )
    assert [(bound.measure, bound.count) for bound in bounds] == [
        (OFFICERS, Count(18, 30)),
        (elsewhere, Count(3, 9)),
    ]
    assert str(bounds).endswith(str(conflict))
    assert len(bounds) == 2


def test_estimates_of_one_moment_that_share_nothing_conflict() -> None:
    bounds = tighten([estimated(OFFICERS, SEVENTH, "18"), estimated(OFFICERS, SEVENTH, "16")])
    [conflict] = bounds.conflicts
    assert conflict.because == "18 as estimated, but 16 as estimated"
    assert [estimate.count for estimate in conflict.estimates] == [Count(16, 16), Count(18, 18)]
    assert not bounds.bounds


def test_estimates_of_one_moment_hold_together() -> None:
    told = [estimated(OFFICERS, SEVENTH, "at least 16"), estimated(OFFICERS, SEVENTH, "up to 18")]
    assert not tighten(told)
    [bound] = tighten([*told, estimated(OFFICERS, EIGHTH, "at most 17")]).of(OFFICERS)[:1]
    assert (bound.before, bound.count) == (Count(16, 18), Count(16, 17))


def test_a_dispute_without_a_range_is_bound_by_the_rest() -> None:
    disputed = reconcile(
        Ledger(
            [observed(OFFICERS, NINTH, "18"), evolve(observed(OFFICERS, NINTH, "26"), source="AP")]
        ),
        overlap,
    )
    assert [estimate.count for estimate in disputed] == [None]
    [bound] = tighten([*disputed, estimated(KILLED, NINTH, "225")]).of(OFFICERS)
    assert (bound.before, bound.count) == (Count(), Count(0, 225))


MONTH = "2022-01[Asia/Almaty]"

NEWEST = [
    ([SEVENTH, NINTH], NINTH),
    ([AFTERNOON, SEVENTH], SEVENTH),
    ([NINTH, MONTH], MONTH),
]


@pytest.mark.parametrize(("as_of", "newest"), NEWEST)
def test_an_estimate_is_true_of_the_moment_that_is_over_last(as_of: list[str], newest: str) -> None:
    told = [
        evolve(observed(OFFICERS, moment, "at least 16"), source=f"witness {number}")
        for number, moment in enumerate(as_of)
    ]
    [bound] = tighten([*reconcile(Ledger(told)), estimated(KILLED, newest, "18")]).of(OFFICERS)
    assert bound.moment == Moment(newest)


def test_an_increment_is_compared_over_its_own_window() -> None:
    newly = evolve(KILLED, tally="increment")
    part = evolve(newly, place="Kazakhstan/Almaty")
    [bound] = tighten([estimated(newly, SEVENTH, "3"), estimated(part, SEVENTH, "a few")])
    assert (bound.measure, bound.count, bound.moment) == (part, Count(3, 3), Moment(SEVENTH))
    assert "over 7 January 2022 to 7 January 2022" in str(bound)
    assert not tighten([estimated(newly, NINTH, "3"), estimated(part, SEVENTH, "several")])


def test_a_window_that_nobody_opened_is_compared_with_none() -> None:
    newly = evolve(KILLED, tally="increment")
    part = evolve(newly, place="Kazakhstan/Almaty")
    told = [
        evolve(observed(newly, SEVENTH, "3"), since=None),
        evolve(observed(part, SEVENTH, "several"), since=None),
    ]
    assert not tighten(reconcile(Ledger(told)))
    assert not tighten(evolve(one, window=None) for one in reconcile(Ledger(told)))


def test_numbers_beyond_the_largest_do_not_break_it() -> None:
    """Two floors at the end of what a count holds; the sum is known to be no less."""
    largest = 2**63 - 1
    told = [estimated(one, NINTH, Count.exactly(largest)) for one in (OFFICERS, ATTACKERS)]
    [bound] = tighten(told, [ALL_BY_SIDE])
    assert bound.count == Count(largest)


def test_sums_that_move_each_other_by_ones_come_to_an_end() -> None:
    """Two divisions of one whole that are one apart for ever, between 0 and a billion."""
    names = [evolve(KILLED, population=name) for name in ("a", "b", "c", "d")]
    a, b, c, d = names
    whole, other = evolve(KILLED, definition="one"), evolve(KILLED, definition="other")
    rows = [
        Partition(whole, [a, b], exhaustive=True),
        Partition(other, [a, c], exhaustive=True),
        Partition(evolve(whole, place="x"), [b, d], exhaustive=True),
        Partition(evolve(other, place="x"), [c, d], exhaustive=True),
    ]
    billion = Count(0, 10**9)
    told = [estimated(one, NINTH, billion) for one in names]
    for row, number in zip(rows, (10**9, 10**9 - 1, 10**9, 10**9), strict=True):
        told.append(estimated(row.whole, NINTH, Count.exactly(number)))
    assert tighten(told, rows) == tighten(reversed(told), reversed(rows))


REFUSED: list[tuple[str, object, object, str]] = [
    ("an estimate alone", estimated(KILLED, NINTH, "225"), (), "estimates"),
    ("observations", [observed(KILLED, NINTH, "225")], (), "estimates"),
    ("a partition alone", (), BY_SIDE, "partitions"),
    ("measures for partitions", (), [KILLED], "partitions"),
    (
        "a circle",
        (),
        [
            Partition(evolve(KILLED, definition="a"), [KILLED]),
            Partition(OFFICERS, [evolve(KILLED, definition="a")]),
        ],
        "partitions",
    ),
]


@pytest.mark.parametrize(
    ("estimates", "partitions", "field"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_what_cannot_be_tightened_is_refused(
    estimates: Iterable[Estimate], partitions: Iterable[Partition], field: str
) -> None:
    with pytest.raises((RuleError, PartitionError)) as caught:
        tighten(estimates, partitions)
    assert caught.value.field == field


# --- the oracle -----------------------------------------------------------------------------------


def holds(part: Measure, whole: Measure) -> bool:
    among = {*part.outcome.split(" or ")} <= {*whole.outcome.split(" or ")}
    return (
        among
        and part.definition == whole.definition
        and evolve(part, outcome=whole.outcome).is_part_of(whole)
    )


def at_most(one: Point, other: Point) -> bool:
    """Whether the true count of one point cannot be above that of another."""
    (measure, moment), (whole, later) = one, other
    in_time = moment == later or (measure.tally is Tally.CUMULATIVE and moment.precedes(later))
    return in_time and holds(measure, whole)


class Oracle:
    """Looks for true counts, from 0 to TOP at each point of a world, that break no fact."""

    def __init__(self, world: World, told: Sequence[Told]) -> None:
        everything, partitions = world
        measures = [measure for measure, _, _ in everything]
        measures += [one for row in partitions for one in (row.whole, *row.parts)]
        moments = dict.fromkeys(moment for _, moment, _ in everything)
        first = [(measure, moment) for measure, moment, _ in told]
        self.points = list(dict.fromkeys([*first, *product(measures, moments)]))
        self.told = told
        self.orders = [(a, b) for a, b in product(self.points, self.points) if at_most(a, b)]
        self.sums = [
            ((row.whole, moment), [(part, moment) for part in row.parts], row.exhaustive)
            for row, moment in product(partitions, moments)
        ]

    def breaks(self, truth: dict[Point, int], new: Point) -> bool:
        """Whether the count of a new point breaks a fact."""
        if any((m, t) == new and truth[new] not in count for m, t, count in self.told):
            return True
        for one, other in self.orders:
            known = new in {one, other} and one in truth and other in truth
            if known and truth[one] > truth[other]:
                return True
        for whole, parts, exhaustive in self.sums:
            if new in {whole, *parts} and all(point in truth for point in (whole, *parts)):
                total = sum(truth[part] for part in parts)
                if total > truth[whole] or (exhaustive and total < truth[whole]):
                    return True
        return False

    def can_be(self, truth: dict[Point, int]) -> bool:
        """Whether some true counts of the other points go with those given."""
        left = [point for point in self.points if point not in truth]
        if not left:
            return True
        for number in range(TOP + 1):
            more = {**truth, left[0]: number}
            if not self.breaks(more, left[0]) and self.can_be(more):
                return True
        return False

    def numbers(self, point: Point) -> list[int]:
        """What the count of a point can be."""
        trials = [{point: number} for number in range(TOP + 1)]
        return [t[point] for t in trials if not self.breaks(t, point) and self.can_be(t)]


# --- worlds ---------------------------------------------------------------------------------------


def small_counts() -> SearchStrategy[Count]:
    number = st.integers(0, TOP - 1)
    return st.one_of(
        number.map(Count.exactly),
        st.integers(1, TOP - 1).map(Count.at_least),
        st.tuples(number, number).map(lambda ends: Count(min(ends), max(ends))),
    )


@st.composite
def worlds(draw: st.DrawFn, *, declared: bool = True) -> World:
    tally = draw(st.sampled_from(Tally))
    rows = st.tuples(st.sampled_from(SMALL_PARTITIONS), st.booleans())
    drawn = draw(st.lists(rows, max_size=2)) if declared else []
    members = [one for (whole, parts), _ in drawn for one in (whole, *parts)]
    one = st.sampled_from(members or SMALL_MEASURES)
    measures = draw(st.lists(one, min_size=2, max_size=4, unique=not members))
    several = st.lists(st.sampled_from(SMALL_MOMENTS), min_size=1, max_size=2 if members else 3)
    moments = st.sampled_from(draw(several))
    told = [
        (evolve(measure, tally=tally), draw(moments), draw(small_counts()))
        for measure in (*measures, *draw(st.lists(st.sampled_from(measures), max_size=3)))
    ]
    partitions = [
        Partition(evolve(whole, tally=tally), [evolve(one, tally=tally) for one in parts], every)
        for (whole, parts), every in drawn
    ]
    return tuple(told), tuple(partitions)


def allowed(told: Sequence[Told], bounds: Bounds) -> dict[Point, Count]:
    """Every count that is told or bound; several told of one point are what they share."""
    counts: dict[Point, Count] = {}
    for measure, moment, count in told:
        shared = counts.get((measure, moment), Count()) & count
        if shared is not None:
            counts[measure, moment] = shared
    return counts | {(bound.measure, bound.moment): bound.count for bound in bounds}


def named(conflict: Conflict) -> set[Point]:
    return {(one.measure, one.used[0].observation.as_of) for one in conflict.estimates}


@given(worlds())
def test_what_can_be_true_lies_in_every_bound(world: World) -> None:
    """Where estimates cannot all hold, by those that no conflict names."""
    told, partitions = world
    bounds = bounds_of(told, partitions)
    doubted = set().union(*map(named, bounds.conflicts))
    oracle = Oracle(world, [one for one in told if one[:2] not in doubted])
    for bound in bounds:
        assert all(n in bound.count for n in oracle.numbers((bound.measure, bound.moment)))


@given(worlds())
def test_a_conflict_names_what_cannot_all_be_true(world: World) -> None:
    told, partitions = world
    for conflict in bounds_of(told, partitions).conflicts:
        those = [one for one in told if one[:2] in named(conflict)]
        assert not Oracle(world, those).can_be({})


@given(worlds(declared=False))
def test_by_paths_and_time_alone_bounds_are_exact(world: World) -> None:
    """They end where what can be true ends, and there is a conflict where nothing can be."""
    told, _ = world
    bounds = bounds_of(told, ())
    oracle = Oracle(world, told)
    assert bool(bounds.conflicts) == (not oracle.can_be({}))
    for point, count in allowed(told, bounds).items() if not bounds.conflicts else ():
        numbers = oracle.numbers(point)
        assert count == Count(numbers[0], None if numbers[-1] == TOP else numbers[-1])


@given(worlds())
def test_to_tighten_what_is_tight_changes_nothing(world: World) -> None:
    told, partitions = world
    bounds = bounds_of(told, partitions)
    if bounds.is_settled and not bounds.conflicts:
        counts = allowed(told, bounds)
        tight = [(measure, moment, counts[measure, moment]) for measure, moment, _ in told]
        again = bounds_of(tight, partitions)
        assert not again.conflicts
        told_points = {(measure, moment) for measure, moment, _ in told}
        assert not [bound for bound in again if (bound.measure, bound.moment) in told_points]


def test_sums_that_creep_by_ones_without_an_end_are_not_settled() -> None:
    """Two partitions by which a whole is one more than itself, and nothing says that it is not."""
    whole = Measure("killed", place="Kazakhstan")
    city = Measure("killed", place="Kazakhstan/Almaty")
    officers, attackers = (
        Measure("killed", population=group, place="Kazakhstan")
        for group in ("security forces", "attackers")
    )
    day = Moment("2022-01-07[UTC]")
    told = [(attackers, day, Count(0, 0)), (city, day, Count(1, 1)), (whole, day, Count(1))]
    rows = [
        Partition(whole, [city, officers]),
        Partition(whole, [attackers, officers], exhaustive=True),
    ]
    bounds = bounds_of(told, rows)
    assert not bounds.is_settled
    assert all(bound.count.high is None or bound.count.low <= bound.count.high for bound in bounds)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_told_does_not_matter(world: World, random: Random) -> None:
    told, partitions = world
    bounds = bounds_of(told, partitions)
    shuffled = bounds_of(random.sample(told, len(told)), random.sample(partitions, len(partitions)))
    assert shuffled == bounds
    assert str(shuffled) == str(bounds)


@given(worlds())
def test_a_bound_is_tighter_than_what_was_there(world: World) -> None:
    for bound in bounds_of(*world):
        assert bound.count.within(bound.before)
        assert bound.count != bound.before
