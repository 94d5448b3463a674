"""Strategies draw every shape of their type, keep what is pinned, and shrink to what they say."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple

import attrs
import pytest
from drawing import near_moments
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import kazfigures as kf
from kazfigures import (
    Count,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Source,
    SourceKind,
    Tally,
)
from kazfigures.exchange.records import from_record, to_record
from kazfigures.ledgers import published
from kazfigures.moments import Precision
from kazfigures.observations import Entry
from kazfigures.rules.estimates import SetAside
from kazfigures.rules.testimonies import Reason
from kazfigures.strategies import (
    counts,
    figures,
    histories,
    ledgers,
    measures,
    moments,
    notices,
    observations,
    sources,
    wordings,
)
from kazfigures.strategies.values import SMALL_HOURS, SMALL_MEASURES, SMALL_SOURCES

LONG = settings(max_examples=5_000, database=None, phases=[Phase.generate])
TO_THE_END = settings(LONG, phases=[Phase.generate, Phase.shrink])


def found(strategy: SearchStrategy[Any], is_wanted: Callable[[Any], bool]) -> Any:  # noqa: ANN401
    """Give a value of that shape, the same at every run."""
    return find(strategy, is_wanted, settings=LONG, random=Random(2022))  # noqa: S311


def shrunk(strategy: SearchStrategy[Any], is_wanted: Callable[[Any], bool]) -> Any:  # noqa: ANN401
    """Give the simplest value of that shape."""
    return find(strategy, is_wanted, settings=TO_THE_END, random=Random(2022))  # noqa: S311


# Shapes -------------------------------------------------------------------------------------------


def set_aside(ledger: Ledger) -> list[SetAside]:
    return [gone for estimate in kf.reconcile(ledger) for gone in estimate.set_aside]


def reasons(ledger: Ledger) -> list[Reason]:
    return [gone.reason for gone in set_aside(ledger)]


def is_revised_and_then_withdrawn(history: tuple[Ledger, ...]) -> bool:
    steps = [reasons(ledger) for ledger in history]
    return any(
        Reason.SUPERSEDED in before and Reason.WITHDRAWN in after
        for before, after in pairwise(steps)
    )


def is_said_by_a_stranger(ledger: Ledger) -> bool:
    """Whether a notice is about a report of this ledger that it has no power over."""
    return any(
        one.id in notice.of and not notice.has_standing(one)
        for notice in ledger.notices
        for one in ledger.observations
    )


SMALL = ledgers(small=True)
GROWN = histories(small=True)
SHAPES: list[tuple[str, SearchStrategy[Any], Callable[[Any], bool]]] = [
    ("a count that is open", counts(), lambda drawn: drawn.high is None),
    ("a count of one number", counts(), lambda drawn: drawn.is_exact and drawn.low > 10**9),
    ("a count that is a range", counts(), lambda drawn: 0 < drawn.low < (drawn.high or 0)),
    ("a count that says nothing", counts(), lambda drawn: drawn.says_nothing),
    ("the largest count", counts(), lambda drawn: drawn.low == 2**63 - 1),
    ("a figure that states no number", figures(), lambda drawn: drawn.stated is None),
    ("a figure against its count", figures(), lambda drawn: drawn.stated not in drawn.count),
    ("a figure in several lines", figures(), lambda drawn: "\n" in drawn.wording),
    ("a figure in Cyrillic", figures(), lambda drawn: "М" in drawn.wording),
    *(
        (f"a moment known to the {one}", moments(), lambda drawn, one=one: drawn.precision is one)
        for one in Precision
    ),
    ("a moment to the microsecond", moments(), lambda drawn: drawn.start.microsecond % 1000 > 0),
    ("a moment west of Greenwich", moments(), lambda drawn: drawn.text.endswith("-03:30")),
    ("a moment in Almaty", moments(), lambda drawn: "[Asia/Almaty]" in drawn.text),
    ("a moment of another century", moments(), lambda drawn: drawn.start.year < 1950),
    ("a part of a part", measures(), lambda drawn: drawn.place.count("/") > 1),
    ("a part of a population", measures(), lambda drawn: "/" in drawn.population),
    ("a measure with a definition", measures(), lambda drawn: drawn.definition != ""),
    ("a measure of an event", measures(), lambda drawn: drawn.event != ""),
    ("a measure of things", measures(), lambda drawn: drawn.unit != "people"),
    *(
        (f"a measure of tally {one}", measures(), lambda drawn, one=one: drawn.tally is one)
        for one in Tally
    ),
    *(
        (f"a source of kind {one}", sources(), lambda drawn, one=one: drawn.kind is one)
        for one in SourceKind
    ),
    ("a source with a side", sources(), lambda drawn: drawn.side != ""),
    ("a source without a side", sources(), lambda drawn: drawn.side == ""),
    ("a source that cannot be judged", sources(), lambda drawn: drawn.grade == "F"),
    ("a source without a grade", sources(), lambda drawn: drawn.grade is None),
    ("a report of an earlier moment", observations(), lambda drawn: drawn.as_of < drawn.reported),
    ("a report through two relays", observations(), lambda drawn: len(drawn.via) == 2),
    ("a report with an origin", observations(), lambda drawn: drawn.origin != ""),
    ("a report over a window", observations(), lambda drawn: drawn.since is not None),
    ("a report without a window", observations(), lambda drawn: drawn.since is None),
    ("a report that was logged", observations(), lambda drawn: drawn.recorded is not None),
    ("a report with an address", observations(), lambda drawn: drawn.url != ""),
    ("a report that was judged", observations(), lambda drawn: drawn.credibility == 6),
    ("a report with a note", observations(), lambda drawn: "\n" in drawn.note),
    *(
        (f"a notice of {one}", notices(), lambda drawn, one=one: drawn.kind is one)
        for one in NoticeKind
    ),
    ("a notice of several", notices(), lambda drawn: len(drawn.of) == 3),
    ("a notice with its reason", notices(), lambda drawn: drawn.reason != ""),
    ("a ledger of six", ledgers(), lambda drawn: len(drawn.observations) == 6),
    ("a ledger of two measures", SMALL, lambda drawn: len(drawn.measures) == 2),
    ("something withdrawn", SMALL, lambda drawn: Reason.WITHDRAWN in reasons(drawn)),
    ("something corrected", SMALL, lambda drawn: Reason.CORRECTED in reasons(drawn)),
    ("a relay of one origin", SMALL, lambda drawn: Reason.RELAYED in reasons(drawn)),
    ("a revision by its source", SMALL, lambda drawn: Reason.SUPERSEDED in reasons(drawn)),
    ("a notice without standing", SMALL, is_said_by_a_stranger),
    ("a notice of an origin", SMALL, lambda drawn: any("leak" in one.of for one in drawn.notices)),
    ("a dispute", SMALL, lambda drawn: any(estimate.camps for estimate in kf.reconcile(drawn))),
    ("a history of eight steps", GROWN, lambda drawn: len(drawn) == 9),
    ("a history with a revision", GROWN, lambda drawn: Reason.SUPERSEDED in reasons(drawn[-1])),
    ("a history with a relay", GROWN, lambda drawn: Reason.RELAYED in reasons(drawn[-1])),
    ("a history with a correction", GROWN, lambda drawn: Reason.CORRECTED in reasons(drawn[-1])),
    ("a history with a stranger", GROWN, lambda drawn: is_said_by_a_stranger(drawn[-1])),
    ("a figure revised and then withdrawn", GROWN, is_revised_and_then_withdrawn),
    ("a figure withdrawn, however wide", histories(), lambda drawn: len(set_aside(drawn[-1])) > 1),
]


@pytest.mark.parametrize(
    ("strategy", "is_wanted"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES]
)
def test_every_shape_is_found(
    strategy: SearchStrategy[Any], is_wanted: Callable[[Any], bool]
) -> None:
    assert is_wanted(found(strategy, is_wanted))


# Round trips --------------------------------------------------------------------------------------

VALUES = st.one_of(
    counts(), figures(), wordings(), moments(), measures(), sources(), observations(), notices()
)


def rebuilt(value: Any) -> Any:  # noqa: ANN401
    """Make the value again from what its constructor was given."""
    given_parts = [field.name for field in attrs.fields(type(value)) if field.init]
    return type(value)(*(getattr(value, name) for name in given_parts))


@given(VALUES)
def test_a_value_is_what_its_parts_make(value: object) -> None:
    assert rebuilt(value) == value
    assert hash(rebuilt(value)) == hash(value)


@given(ledgers() | histories().map(lambda history: history[-1]))
def test_an_entry_survives_being_written(ledger: Ledger) -> None:
    assert Ledger(from_record(to_record(entry)) for entry in ledger) == ledger


@given(wordings())
def test_a_wording_reads_back_to_its_count(figure: Figure) -> None:
    assert Figure.read(figure.wording) == figure


@given(figures(small=True))
def test_small_figures_are_said_in_words_that_read_back(figure: Figure) -> None:
    assert Figure.read_or_none(figure.wording) == (None if figure.count.says_nothing else figure)


WORDED: list[tuple[str, Callable[[Figure], bool]]] = [
    ("with separators", lambda figure: "," in figure.wording),
    ("with narrow spaces", lambda figure: "\u202f" in figure.wording),
    ("in number words", lambda figure: "hundred and " in figure.wording),
    ("hedged before", lambda figure: figure.wording.startswith("at least ")),
    ("hedged behind", lambda figure: "+" in figure.wording),
    ("about a number", lambda figure: figure.wording.startswith("about ")),
    ("a decimal with a scale", lambda figure: ".5 million" in figure.wording),
    ("a range", lambda figure: figure.wording.startswith("between ")),
    ("a range with a dash", lambda figure: "\u2013" in figure.wording),
    ("a vague word", lambda figure: "dozens" in figure.wording),
    ("none", lambda figure: figure.count == Count.exactly(0) and figure.stated == 0),
]


@pytest.mark.parametrize("is_wanted", [row[1] for row in WORDED], ids=[row[0] for row in WORDED])
def test_every_way_of_wording_is_found(is_wanted: Callable[[Figure], bool]) -> None:
    figure = found(wordings(), is_wanted)
    assert Figure.read(figure.wording) == figure


# Order --------------------------------------------------------------------------------------------


@given(histories() | histories(small=True) | histories(moments=near_moments(), small=True))
def test_a_history_grows_by_one_entry_a_step_as_published(history: tuple[Ledger, ...]) -> None:
    assert history[0] == Ledger()
    added: list[Entry] = []
    for before, after in pairwise(history):
        [entry] = set(after) - set(before)
        assert set(before) < set(after)
        added.append(entry)
    times = [published(entry).order for entry in added]
    assert times == sorted(times)


@given(histories(small=True) | histories())
def test_a_notice_in_a_history_is_about_what_was_said_before(history: tuple[Ledger, ...]) -> None:
    for before, after in pairwise(history):
        known = {name for one in before.observations for name in (one.id, one.origin)}
        for notice in set(after.notices) - set(before.notices):
            assert {*notice.of, notice.instead} - {""} <= known


@given(ledgers() | SMALL)
def test_a_notice_in_a_ledger_corrects_by_what_is_there(ledger: Ledger) -> None:
    there = {one.id for one in ledger.observations} | {""}
    assert {notice.instead for notice in ledger.notices} <= there


# Pins ---------------------------------------------------------------------------------------------

NOON = Moment("2022-01-07T12:00+06:00")
LATER = Moment("2022-01-08[Asia/Almaty]")
EIGHTEEN = Figure.read("18 officers")
MINISTRY = Source("Interior Ministry", "official")
ARRESTS = Measure("detained", tally="increment")
SAID = Observation(ARRESTS, EIGHTEEN, MINISTRY, NOON, NOON)


class Pin(NamedTuple):
    """A strategy with something pinned, and what then holds of all that it draws."""

    strategy: SearchStrategy[Any]
    holds: Callable[[Any], bool]


def holds_of_all(**parts: object) -> Callable[[Any], bool]:
    return lambda drawn: {name: getattr(drawn, name) for name in parts} == parts


def of_observations(**parts: object) -> Callable[[Ledger], bool]:
    holds = holds_of_all(**parts)
    return lambda ledger: all(map(holds, ledger.observations))


def of_moments(*times: Moment) -> Callable[[Ledger], bool]:
    return lambda ledger: all(
        time in times
        for entry in ledger
        for time in ([entry.at] if isinstance(entry, Notice) else [entry.as_of, entry.reported])
    )


def is_spoken_by(*names: str) -> Callable[[Ledger], bool]:
    return lambda ledger: (
        {source.name for source in ledger.sources}
        | {notice.by.name for notice in ledger.notices if notice.by.kind != "unknown"}
        <= {*names}
    )


def is_small(observation: Observation) -> bool:
    count = observation.figure.count
    return (
        {observation.as_of, observation.reported} <= {*SMALL_HOURS}
        and max(count.low, count.high or 0) <= 9
        and observation.source in SMALL_SOURCES
        and observation.measure in SMALL_MEASURES
    )


PINS: dict[str, Pin] = {
    "a count's largest": Pin(counts(largest=5), lambda drawn: drawn.low <= 5),
    "small counts": Pin(counts(small=True), lambda drawn: max(drawn.low, drawn.high or 0) <= 9),
    "a figure's count": Pin(figures(count=Count.exactly(3)), holds_of_all(count=Count.exactly(3))),
    "a figure's count, drawn": Pin(
        figures(count=counts(largest=5)), lambda drawn: drawn.count.low <= 5
    ),
    "a wording's number": Pin(wordings(number=18), holds_of_all(stated=18)),
    **{
        f"a moment's precision, {one}": Pin(moments(precision=one), holds_of_all(precision=one))
        for one in Precision
    },
    "a small moment's precision": Pin(
        moments(precision=Precision.DAY, small=True),
        lambda drawn: drawn == Moment("2022-01-07[UTC]"),
    ),
    "small moments": Pin(moments(small=True), lambda drawn: drawn in SMALL_HOURS),
    "a measure's parts": Pin(
        measures(
            outcome="seized",
            population="crowd",
            place=st.just("Kazakhstan/Taraz"),
            event="January",
            unit="weapons",
            tally=Tally.STOCK,
            definition="firearms",
        ),
        lambda drawn: (
            drawn
            == Measure(
                "seized", "crowd", "Kazakhstan/Taraz", "January", "weapons", "stock", "firearms"
            )
        ),
    ),
    "a small measure's parts": Pin(
        measures(tally=Tally.STOCK, small=True), holds_of_all(tally=Tally.STOCK)
    ),
    "a source's parts": Pin(
        sources(name="AP", kind=SourceKind.AGENCY, side="none", grade=st.sampled_from("AB")),
        lambda drawn: drawn in {Source("AP", "agency", "none", grade) for grade in "AB"},
    ),
    "a small source's side": Pin(
        sources(side="government", small=True), holds_of_all(side="government")
    ),
    "a source's lack of a grade": Pin(sources(grade=st.none()), holds_of_all(grade=None)),
    "an observation's parts": Pin(
        observations(
            measure=ARRESTS, figure=EIGHTEEN, source=MINISTRY, via=("AP",), origin="briefing"
        ),
        holds_of_all(
            measure=ARRESTS, figure=EIGHTEEN, source=MINISTRY, via=("AP",), origin="briefing"
        ),
    ),
    "an observation's as-of": Pin(observations(as_of=NOON), holds_of_all(as_of=NOON)),
    "an observation's reported": Pin(observations(reported=NOON), holds_of_all(reported=NOON)),
    "an observation's as-of, before what is drawn": Pin(
        observations(as_of=LATER, moments=near_moments()), holds_of_all(as_of=LATER)
    ),
    "an observation's two moments": Pin(
        observations(as_of=NOON, reported=LATER), holds_of_all(as_of=NOON, reported=LATER)
    ),
    "an observation's two moments, drawn": Pin(
        observations(as_of=moments(small=True), reported=moments(small=True)),
        lambda drawn: {drawn.as_of, drawn.reported} <= {*SMALL_HOURS},
    ),
    "an observation's every moment": Pin(
        observations(measure=ARRESTS, moments=NOON),
        lambda drawn: {drawn.as_of, drawn.reported, drawn.since, drawn.recorded} <= {NOON, None},
    ),
    "small observations": Pin(observations(small=True), is_small),
    "a notice's parts": Pin(
        notices(kind=NoticeKind.CORRECTION, of=SAID, by=MINISTRY, at=NOON),
        holds_of_all(kind=NoticeKind.CORRECTION, of=(SAID.id,), by=MINISTRY, at=NOON),
    ),
    "a notice of the first id": Pin(
        notices(kind=NoticeKind.CORRECTION, of=["0" * 16, "1" * 16]),
        holds_of_all(kind=NoticeKind.CORRECTION, of=("0" * 16, "1" * 16)),
    ),
    "a ledger's measure": Pin(
        ledgers(measure=ARRESTS, small=True), of_observations(measure=ARRESTS)
    ),
    "a ledger's figure": Pin(
        ledgers(figure=EIGHTEEN, small=True), of_observations(figure=EIGHTEEN)
    ),
    "a ledger's origins": Pin(ledgers(origins="briefing"), of_observations(origin="briefing")),
    "a ledger's sources": Pin(
        ledgers(sources=MINISTRY, small=True), is_spoken_by("Interior Ministry")
    ),
    "a ledger's moments": Pin(ledgers(moments=NOON), of_moments(NOON)),
    "a ledger's sizes": Pin(
        ledgers(min_size=2, max_size=4, max_notices=1, small=True),
        lambda drawn: 2 <= len(drawn.observations) <= 4 and len(drawn.notices) <= 1,
    ),
    "a history's measure": Pin(
        histories(measure=ARRESTS, small=True).map(lambda drawn: drawn[-1]),
        of_observations(measure=ARRESTS),
    ),
    "a history's figure": Pin(
        histories(figure=EIGHTEEN, small=True).map(lambda drawn: drawn[-1]),
        of_observations(figure=EIGHTEEN),
    ),
    "a history's sources": Pin(
        histories(sources=MINISTRY, small=True).map(lambda drawn: drawn[-1]),
        is_spoken_by("Interior Ministry"),
    ),
    "a history's moments": Pin(
        histories(moments=st.sampled_from([NOON, LATER])).map(lambda drawn: drawn[-1]),
        of_moments(NOON, LATER),
    ),
    "a history's size": Pin(histories(max_size=2, small=True), lambda drawn: len(drawn) <= 3),
}


@pytest.mark.parametrize("pin", PINS.values(), ids=PINS)
def test_what_is_pinned_holds_of_all_that_is_drawn(pin: Pin) -> None:
    @given(pin.strategy)
    def trial(drawn: object) -> None:
        assert pin.holds(drawn)

    trial()


# Shrinking ----------------------------------------------------------------------------------------

ZERO = Figure("0", 0, Count.exactly(0))
MIDNIGHT = Moment("2000-01-01T00:00+00:00")
FIRST_HOUR = SMALL_HOURS[0]
PLAIN_KILLED = Measure("killed")
SIMPLEST = Observation(PLAIN_KILLED, ZERO, MINISTRY, MIDNIGHT, MIDNIGHT)
SMALLEST = Observation(SMALL_MEASURES[0], ZERO, MINISTRY, FIRST_HOUR, FIRST_HOUR)

SHRUNK: list[tuple[str, SearchStrategy[Any], object]] = [
    ("counts", counts(), Count.exactly(0)),
    ("counts, small", counts(small=True), Count.exactly(0)),
    ("figures", figures(), ZERO),
    ("figures, small", figures(small=True), ZERO),
    ("wordings", wordings(), Figure("1", 1, Count.exactly(1))),
    ("moments", moments(), MIDNIGHT),
    ("moments, small", moments(small=True), FIRST_HOUR),
    ("measures", measures(), PLAIN_KILLED),
    ("measures, small", measures(small=True), SMALL_MEASURES[0]),
    ("sources", sources(), MINISTRY),
    ("sources, small", sources(small=True), MINISTRY),
    ("observations", observations(), SIMPLEST),
    ("observations, small", observations(small=True), SMALLEST),
    ("notices", notices(), Notice("retraction", "Interior Ministry", MINISTRY, MIDNIGHT)),
    ("notices, small", notices(small=True), Notice("retraction", "briefing", MINISTRY, FIRST_HOUR)),
    ("ledgers", ledgers(), Ledger()),
    ("ledgers, of one", ledgers(min_size=1), Ledger([SIMPLEST])),
    ("ledgers, small, of one", ledgers(min_size=1, small=True), Ledger([SMALLEST])),
    ("histories", histories(), (Ledger(),)),
]


@pytest.mark.parametrize(
    ("strategy", "simplest"), [row[1:] for row in SHRUNK], ids=[row[0] for row in SHRUNK]
)
def test_a_strategy_shrinks_to_what_it_says(
    strategy: SearchStrategy[Any], simplest: object
) -> None:
    assert shrunk(strategy, lambda _: True) == simplest


def test_what_fails_shrinks_to_one_small_ledger() -> None:
    """A dispute shrinks to two reports of one hour, by two sources, that differ by one."""
    ledger = shrunk(SMALL, lambda drawn: any(one.camps for one in kf.reconcile(drawn)))
    one, other = ledger.observations
    assert not ledger.notices
    assert {str(one.figure), str(other.figure)} == {"0", "1"}
    assert {one.as_of, one.reported, other.as_of, other.reported} == {FIRST_HOUR}


# Types --------------------------------------------------------------------------------------------

TYPES = (Count, Figure, Moment, Measure, Source, Notice, Observation, Ledger)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_hypothesis_draws_a_value_by_its_type(kind: type[Any]) -> None:
    assert type(found(st.from_type(kind), lambda _: True)) is kind


FIRST = [
    "import hypothesis",
    "from hypothesis import strategies",
    "import kazfigures.strategies",
    "import kazfigures.strategies.wordings",
    "import kazfigures; import hypothesis",
]


@pytest.mark.parametrize("first", FIRST)
def test_whichever_is_imported_first_types_are_known(first: str) -> None:
    code = f"""
{first}
import hypothesis, hypothesis.strategies as st, kazfigures as kf
print(hypothesis.find(st.from_type(kf.Observation), lambda drawn: True).figure)
"""
    out = subprocess.check_output([sys.executable, "-W", "error", "-c", code], text=True)  # noqa: S603
    assert out == "0\n"


def test_without_hypothesis_the_extra_is_named() -> None:
    code = """
import sys
sys.modules["hypothesis"] = None
try:
    import kazfigures.strategies
except ImportError as error:
    print(type(error).__name__, error)
"""
    out = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603
    assert out == (
        "ExtraError drawing values for tests needs the extra 'strategies': "
        "pip install 'kazfigures[strategies]'\n"
    )


def test_a_fault_inside_hypothesis_is_not_taken_for_a_missing_extra() -> None:
    code = """
import sys
sys.modules["sortedcontainers"] = None
try:
    import kazfigures.strategies
except ImportError as error:
    print(type(error).__name__, error.name)
"""
    out = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603
    assert out == "ModuleNotFoundError sortedcontainers\n"
