"""What holds what: by paths and outcomes, and as declared."""

from itertools import permutations, product

import pytest
from attrs import evolve
from drawing import near_moments
from hypothesis import given
from hypothesis import strategies as st

import kazfigures
from kazfigures import Measure, Moment
from kazfigures.audit.parts.partitions import Partition, called
from kazfigures.audit.parts.wholes import Wholes, following
from kazfigures.errors import FieldError, PartitionError

KILLED = Measure("killed", place="Kazakhstan")
OFFICERS = evolve(KILLED, population="security forces")
POLICE = evolve(KILLED, population="security forces/police")
ATTACKERS = evolve(KILLED, population="attackers")
IN_ALMATY = evolve(KILLED, place="Kazakhstan/Almaty")
INJURED = evolve(KILLED, outcome="injured")
CASUALTIES = evolve(KILLED, outcome="killed or injured")

# --- partitions -----------------------------------------------------------------------------------


def test_the_parts_stand_in_one_order_each_once() -> None:
    made = {Partition(KILLED, iter(parts)) for parts in permutations([OFFICERS, ATTACKERS])}
    made.add(Partition(KILLED, (ATTACKERS, OFFICERS, ATTACKERS)))
    assert len(made) == 1
    assert made.pop().parts == (ATTACKERS, OFFICERS)


WORDS = [
    (
        Partition(KILLED, [OFFICERS, ATTACKERS]),
        "killed, Kazakhstan: attackers and security forces, among others",
    ),
    (
        Partition(CASUALTIES, [KILLED, INJURED], exhaustive=True),
        "killed or injured, Kazakhstan: injured and killed, together all",
    ),
    (Partition(KILLED, [POLICE]), "killed, Kazakhstan: security forces, police, among others"),
]


@pytest.mark.parametrize(("partition", "words"), WORDS)
def test_a_partition_reads_as_its_whole_and_parts(partition: Partition, words: str) -> None:
    assert str(partition) == words
    names = vars(kazfigures) | {"Partition": Partition}
    assert eval(repr(partition), names) == partition  # noqa: S307


REFUSED: list[tuple[str, Measure, object, object, str]] = [
    ("no part", KILLED, [], False, "parts"),
    ("the whole itself", KILLED, [OFFICERS, KILLED], False, "parts"),
    ("what holds the whole", OFFICERS, [KILLED], False, "parts"),
    ("what holds the whole, by outcome", KILLED, [CASUALTIES], False, "parts"),
    ("a part in another", KILLED, [OFFICERS, POLICE], False, "parts"),
    ("another event", KILLED, [evolve(OFFICERS, event="another")], False, "event"),
    ("another unit", KILLED, [evolve(OFFICERS, unit="checkpoints")], False, "unit"),
    ("another tally", KILLED, [evolve(OFFICERS, tally="stock")], False, "tally"),
    ("a name", KILLED, "security forces", False, "parts"),
    ("names", KILLED, ["security forces"], False, "parts"),
    ("one measure", KILLED, OFFICERS, False, "parts"),
    ("a name for the whole", "killed", [OFFICERS], False, "whole"),  # type: ignore[list-item]
    ("a word for yes", KILLED, [OFFICERS], "yes", "exhaustive"),
]


@pytest.mark.parametrize(
    ("whole", "parts", "exhaustive", "field"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_what_is_no_partition_is_refused(
    whole: Measure, parts: list[Measure], *, exhaustive: bool, field: str
) -> None:
    with pytest.raises(PartitionError) as caught:
        Partition(whole, parts, exhaustive)
    assert isinstance(caught.value, FieldError)
    assert caught.value.field == field


DIFFERENT = [
    evolve(OFFICERS, place="Kazakhstan/Almaty"),
    evolve(OFFICERS, outcome="died"),
    evolve(OFFICERS, definition="in hospitals"),
    evolve(KILLED, place="Kyrgyzstan"),
]


@pytest.mark.parametrize("part", DIFFERENT)
def test_outcome_population_place_and_definition_of_a_part_may_differ(part: Measure) -> None:
    assert Partition(KILLED, [part]).parts == (part,)


NAMES = [
    (OFFICERS, KILLED, "security forces"),
    (POLICE, OFFICERS, "police"),
    (KILLED, OFFICERS, "in all"),
    (IN_ALMATY, KILLED, "in Almaty"),
    (KILLED, IN_ALMATY, "in Kazakhstan"),
    (Measure("killed"), KILLED, "everywhere"),
    (
        evolve(POLICE, place="Kazakhstan/Almaty"),
        INJURED,
        "killed security forces, police in Almaty",
    ),
    (evolve(KILLED, definition="in hospitals"), KILLED, "counted as in hospitals"),
    (KILLED, evolve(KILLED, definition="in hospitals"), "in all"),
    (KILLED, KILLED, "in all"),
]


@pytest.mark.parametrize(("measure", "beside", "name"), NAMES)
def test_a_measure_goes_by_what_differs(measure: Measure, beside: Measure, name: str) -> None:
    assert called(measure, beside=beside) == name


# --- wholes ---------------------------------------------------------------------------------------

POOL = [
    Measure(outcome, population, place, definition=definition)
    for outcome, population, place, definition in product(
        ("killed", "injured", "killed or injured", "injured, killed, or missing"),
        ("", "forces", "forces/police"),
        ("", "Kazakhstan", "Kazakhstan/Almaty", "Kazakhstania"),
        ("", "in hospitals"),
    )
]


def outcomes(measure: Measure) -> set[str]:
    return set(measure.outcome.replace(",", "").replace("or ", "").split())


@given(st.lists(st.sampled_from(POOL), max_size=12), st.sampled_from(POOL))
def test_those_looked_up_are_those_that_hold_it(measures: list[Measure], part: Measure) -> None:
    holding = {
        whole
        for whole in measures
        if whole != part
        and whole.definition == part.definition
        and outcomes(part) <= outcomes(whole)
        and evolve(part, outcome=whole.outcome).is_part_of(whole)
        and (whole.outcome == part.outcome or outcomes(part) != outcomes(whole))
    }
    found = Wholes(measures).of(part)
    assert len(found) == len(set(found))
    assert set(found) == holding


def test_the_nearest_come_first() -> None:
    part = evolve(POLICE, place="Kazakhstan/Almaty")
    wholes = [CASUALTIES, KILLED, OFFICERS, IN_ALMATY, evolve(POLICE, place="")]
    assert Wholes(wholes).of(part) == [wholes[4], OFFICERS, IN_ALMATY, KILLED, CASUALTIES]


@given(near_moments(), st.lists(near_moments()))
def test_those_that_follow_are_those_that_it_precedes(one: Moment, several: list[Moment]) -> None:
    several.sort(key=lambda moment: moment.start)
    first = following(one, [moment.start for moment in several])
    assert [one.precedes(other) for other in several] == [
        place >= first for place in range(len(several))
    ]
