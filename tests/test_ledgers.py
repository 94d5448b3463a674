"""Ledgers are sets of entries in order of publication, and only ever grow."""

from __future__ import annotations

import copy
import pickle
from itertools import permutations
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from drawing import near_moments
from hypothesis import example, given
from hypothesis import strategies as st
from processes import outputs_under_ten_hash_seeds

import kazfigures
from kazfigures import (
    KazfiguresError,
    Ledger,
    Measure,
    Moment,
    Notice,
    Observation,
    Source,
    Tally,
    dump,
    load,
)
from kazfigures.errors import LedgerError, MomentError
from kazfigures.ledgers import Where
from kazfigures.observations import Entry
from kazfigures.strategies import ledgers, moments, notices, observations
from kazfigures.strategies.reports import SMALL_ORIGINS
from kazfigures.strategies.values import SMALL_MEASURES, SMALL_SOURCES

KILLED = Measure("killed", place="Kazakhstan")


def said(words: str = "18 officers", **changes: Any) -> Observation:  # noqa: ANN401 - any field
    """An observation that says the same each time, but for the changes."""
    fields = {
        "measure": KILLED,
        "figure": words,
        "source": "Interior Ministry",
        "as_of": "2022-01-07[Asia/Almaty]",
        "reported": "2022-01-07T16:56+06:00",
    }
    return Observation(**{**fields, **changes})


def took_back(of: Any, hour: int = 12, **changes: Any) -> Notice:  # noqa: ANN401 - any field
    """A retraction of 9 January, but for the changes."""
    fields = {"kind": "retraction", "by": "Interior Ministry"}
    return Notice(of=of, at=f"2022-01-09T{hour:02}:00+06:00", **{**fields, **changes})


def corrected(of: Any, instead: str, hour: int = 12) -> Notice:  # noqa: ANN401 - one id or several
    """A correction of 9 January."""
    return took_back(of, hour, kind="correction", instead=instead)


def published(entry: Entry) -> Moment:
    """The oracle: when an entry came out."""
    return entry.reported if isinstance(entry, Observation) else entry.at


def texts(ledger: Ledger) -> list[str]:
    """Every entry down to the zones in which its moments are written, which `==` leaves out."""
    return [repr(entry) for entry in ledger]


# Wide moments make the borders of spans, small ones make keys collide.
LEDGERS = st.one_of(ledgers(small=True), ledgers(moments=near_moments(), small=True))
ENTRIES = st.one_of(observations(small=True), notices(small=True))
TIMES = st.one_of(near_moments(), moments(small=True))


# --- a set in order -------------------------------------------------------------------------------


@given(
    st.lists(ENTRIES, max_size=6).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    )
)
def test_the_order_in_which_a_ledger_is_filled_changes_nothing(
    two: tuple[list[Entry], list[Entry]],
) -> None:
    one, other = (Ledger(entries) for entries in two)
    assert one == other
    assert hash(one) == hash(other)
    assert texts(one) == texts(other)


@given(LEDGERS, st.integers(1, 3))
def test_the_same_entry_again_changes_nothing(ledger: Ledger, times: int) -> None:
    again = Ledger([*ledger] * times + list(reversed(ledger.entries)))
    assert again == ledger
    assert texts(again) == texts(ledger)


@given(LEDGERS)
def test_entries_are_in_order_of_publication_and_each_once(ledger: Ledger) -> None:
    order = [published(entry).order for entry in ledger]
    assert order == sorted(order)
    assert len({entry.id for entry in ledger}) == len(ledger)
    assert len(set(ledger)) == len(ledger)


@given(LEDGERS)
def test_what_is_published_together_has_its_observations_first(ledger: Ledger) -> None:
    for one, other in zip(ledger.entries, ledger.entries[1:], strict=False):
        if published(one) == published(other) and isinstance(one, Notice):
            assert isinstance(other, Notice)


def test_one_report_in_two_zones_is_kept_once_and_always_in_the_same_zone() -> None:
    written = [
        said(reported=text)
        for text in ("2022-01-07T16:56+06:00", "2022-01-07T10:56Z", "2022-01-07T05:56-05:00")
    ]
    kept = {repr(Ledger(some).entries) for some in permutations(written)}
    assert len(kept) == 1
    assert len(Ledger(written)) == 1


@given(LEDGERS)
def test_a_ledger_of_a_ledger_is_the_same(ledger: Ledger) -> None:
    assert Ledger(ledger) == ledger
    assert Ledger(ledger.entries) == ledger
    assert Ledger(iter(ledger)) == ledger
    assert list(ledger) == list(ledger.entries)


@given(LEDGERS)
def test_observations_and_notices_part_a_ledger(ledger: Ledger) -> None:
    assert [entry for entry in ledger if isinstance(entry, Observation)] == [*ledger.observations]
    assert [entry for entry in ledger if isinstance(entry, Notice)] == [*ledger.notices]
    assert len(ledger) == len(ledger.observations) + len(ledger.notices)


@given(LEDGERS)
def test_measures_and_sources_come_each_once_in_the_order_of_first_report(ledger: Ledger) -> None:
    for found, name in ((ledger.measures, "measure"), (ledger.sources, "source")):
        oracle: list[object] = []
        for observation in ledger.observations:
            if getattr(observation, name) not in oracle:
                oracle.append(getattr(observation, name))
        assert list(found) == oracle


@given(LEDGERS, ENTRIES)
def test_membership_is_that_of_the_entries(ledger: Ledger, entry: Entry) -> None:
    assert all(one in ledger for one in ledger)
    assert (entry in ledger) == any(one == entry for one in ledger)
    assert entry in Ledger([*ledger.observations, entry])
    assert "18 officers" not in ledger


def test_an_empty_ledger_is_empty() -> None:
    assert len(Ledger()) == 0
    assert Ledger() == Ledger([]) == Ledger(())
    assert Ledger().measures == Ledger().sources == Ledger().observations == ()


# --- union ----------------------------------------------------------------------------------------


@given(LEDGERS, LEDGERS, LEDGERS)
def test_union_is_a_semilattice(one: Ledger, two: Ledger, three: Ledger) -> None:
    assert one | two == two | one
    assert (one | two) | three == one | (two | three)
    assert one | one == one
    assert one | Ledger() == one
    assert texts((one | two) | three) == texts(three | (two | one))


@given(LEDGERS, LEDGERS)
def test_union_holds_the_entries_of_both_and_no_others(one: Ledger, other: Ledger) -> None:
    assert set(one | other) == {*one, *other}


@given(LEDGERS)
def test_one_by_one_is_all_at_once(ledger: Ledger) -> None:
    grown = Ledger()
    for entry in reversed(ledger.entries):
        grown |= Ledger([entry])
    assert grown == ledger
    assert texts(grown) == texts(ledger)


@pytest.mark.parametrize("other", [None, (), [], "", {}, said()], ids=repr)
def test_ledgers_join_ledgers_only(other: object) -> None:
    with pytest.raises(TypeError):
        assert Ledger() | other


# --- known at -------------------------------------------------------------------------------------


def is_over_within(moment: Moment, then: Moment) -> bool:
    """Say whether a moment has ended by the end of another; midnight is of the day it opens."""
    if then.is_instant:
        return moment.end <= then.end
    return moment.end < then.end or (moment.end == then.end and moment.start < moment.end)


@given(LEDGERS, TIMES)
def test_known_is_what_had_been_published_by_the_end_of_the_moment(
    ledger: Ledger, moment: Moment
) -> None:
    known = [entry for entry in ledger if is_over_within(published(entry), moment)]
    assert list(ledger.known_at(moment)) == known


@given(LEDGERS, LEDGERS, TIMES)
def test_what_is_reported_later_changes_nothing_that_was_known(
    ledger: Ledger, later: Ledger, moment: Moment
) -> None:
    """Causality: no answer of the past is touched by what comes after it."""
    news = Ledger(entry for entry in later if published(entry).end > moment.end)
    assert (ledger | news).known_at(moment) == ledger.known_at(moment)
    assert texts((ledger | news).known_at(moment)) == texts(ledger.known_at(moment))


@given(LEDGERS, TIMES)
def test_what_was_known_is_a_beginning_of_the_ledger(ledger: Ledger, moment: Moment) -> None:
    known = ledger.known_at(moment)
    assert known.entries == ledger.entries[: len(known)]


@given(LEDGERS, TIMES, TIMES)
def test_what_was_known_only_grows(ledger: Ledger, one: Moment, other: Moment) -> None:
    earlier, later = sorted((one, other), key=lambda moment: moment.order)
    assert set(ledger.known_at(earlier)) <= set(ledger.known_at(later))
    assert ledger.known_at(later).known_at(earlier) == ledger.known_at(earlier)
    assert ledger.known_at(earlier).known_at(later) == ledger.known_at(earlier)


@given(LEDGERS, LEDGERS, TIMES)
def test_what_was_known_of_a_union_is_the_union_of_what_was_known(
    one: Ledger, other: Ledger, moment: Moment
) -> None:
    assert (one | other).known_at(moment) == one.known_at(moment) | other.known_at(moment)


@given(LEDGERS, TIMES)
def test_what_was_known_is_a_ledger_like_any_other(ledger: Ledger, moment: Moment) -> None:
    for some in (ledger.known_at(moment), ledger.as_of(moment), ledger.where(outcome="killed")):
        assert Ledger(some.entries) == some
        assert set(some.observations) | set(some.notices) == set(some)
        assert hash(some) == hash(Ledger(some.entries))


@pytest.mark.parametrize(
    ("reported", "asked", "known"),
    [
        ("2022-01-07T16:56+06:00", "2022-01-07T16:55:59.999999+06:00", False),
        ("2022-01-07T16:56+06:00", "2022-01-07T16:56+06:00", True),
        ("2022-01-07T16:56+06:00", "2022-01-07T10:56Z", True),
        ("2022-01-07T16:56+06:00", "2022-01-07[Asia/Almaty]", True),
        ("2022-01-07T16:56+06:00", "2022-01-06[Asia/Almaty]", False),
        ("2022-01-07T16:56+06:00", "2022-01[UTC]", True),
        ("2022-01-07[Asia/Almaty]", "2022-01-07T23:59:59.999999+06:00", False),
        ("2022-01-07[Asia/Almaty]", "2022-01-08T00:00+06:00", True),
        ("2022-01-07[Asia/Almaty]", "2022-01-07T18:00Z", True),
        ("2022-01-07[Asia/Almaty]", "2022-01-07[Asia/Almaty]", True),
        ("2022-01-07[Asia/Almaty]", "2022-01-07[UTC]", True),
        ("2022-01-07[UTC]", "2022-01-07[Asia/Almaty]", False),
        ("2022-01[Asia/Almaty]", "2022-01-31T23:59+06:00", False),
        ("2022-01[Asia/Almaty]", "2022-02-01T00:00+06:00", True),
    ],
)
def test_a_report_dated_to_the_day_is_known_when_the_day_is_over(
    reported: str,
    asked: str,
    known: bool,  # noqa: FBT001 - a table's column
) -> None:
    ledger = Ledger([said(as_of="2022-01-01[UTC]", reported=reported)])
    assert len(ledger.known_at(asked)) == known
    assert ledger.known_at(asked) == ledger.known_at(Moment(asked))


def test_a_retraction_is_known_from_its_own_moment_on() -> None:
    ledger = Ledger([said(), took_back(said())])
    assert ledger.known_at("2022-01-09T11:59+06:00") == Ledger([said()])
    assert ledger.known_at("2022-01-09T12:00+06:00") == ledger


# --- as of ----------------------------------------------------------------------------------------


@given(LEDGERS, TIMES)
def test_as_of_keeps_the_figures_true_by_then_and_every_notice(
    ledger: Ledger, moment: Moment
) -> None:
    kept = [
        entry
        for entry in ledger
        if isinstance(entry, Notice) or is_over_within(entry.as_of, moment)
    ]
    assert list(ledger.as_of(moment)) == kept


def test_as_of_and_known_at_are_two_questions() -> None:
    """A figure told on 10 January about 7 January: true by the 7th, known from the 10th."""
    late = said(reported="2022-01-10T12:00+06:00")
    ledger = Ledger([late])
    assert late in ledger.as_of("2022-01-07[Asia/Almaty]")
    assert late not in ledger.known_at("2022-01-07[Asia/Almaty]")
    assert late not in ledger.as_of("2022-01-06[Asia/Almaty]")


@given(LEDGERS, TIMES, TIMES)
def test_questions_can_be_asked_in_any_order(ledger: Ledger, one: Moment, other: Moment) -> None:
    asked = ledger.known_at(one).as_of(other).where(outcome="killed")
    assert asked == ledger.where(outcome="killed").as_of(other).known_at(one)


# --- where ----------------------------------------------------------------------------------------


def below(path: str, broader: str | None) -> bool:
    """The oracle: whether a path's first steps are all of the broader one's."""
    steps = broader.split("/") if broader else []
    return path.split("/")[: len(steps)] == steps


@given(
    LEDGERS,
    st.fixed_dictionaries(
        {},
        optional={
            "measure": st.sampled_from(SMALL_MEASURES),
            "outcome": st.sampled_from(("killed", "detained", "nothing")),
            "population": st.sampled_from(("", "security forces", "security", "police")),
            "place": st.sampled_from(("", "Kazakhstan", "Kazakhstan/Almaty", "Kaz", "Almaty")),
            "event": st.sampled_from(("", "January 2022")),
            "unit": st.sampled_from(("people", "bodies")),
            "tally": st.sampled_from((Tally.CUMULATIVE, "stock")),
            "definition": st.sampled_from(("", "x")),
            "source": st.sampled_from((*SMALL_SOURCES, "hospital", "nobody")),
            "origin": st.sampled_from(SMALL_ORIGINS),
        },
    ),
)
def test_where_keeps_the_observations_of_which_all_holds_and_every_notice(
    ledger: Ledger, asked: dict[str, Any]
) -> None:
    def holds(entry: Observation) -> bool:
        measure = entry.measure
        for name in ("outcome", "event", "unit", "tally", "definition"):
            if name in asked and getattr(measure, name) != asked[name]:
                return False
        wanted = asked.get("source")
        name = wanted.name if isinstance(wanted, Source) else wanted
        return (
            asked.get("measure") in (None, measure)
            and asked.get("origin") in (None, entry.origin)
            and below(measure.population, asked.get("population"))
            and below(measure.place, asked.get("place"))
            and (name is None or entry.source.name.lower() == name.lower())
        )

    kept = [entry for entry in ledger if isinstance(entry, Notice) or holds(entry)]
    assert list(ledger.where(**asked)) == kept


def test_a_place_takes_in_what_lies_below_it_and_no_namesake() -> None:
    places = ("Kazakhstan", "Kazakhstan/Almaty", "Kazakhstan/Almaty/Bostandyq", "Kazakhstania", "")
    ledger = Ledger(said(measure=Measure("killed", place=place)) for place in places)

    def found(place: str) -> set[str]:
        return {one.measure.place for one in ledger.where(place=place).observations}

    assert found("Kazakhstan") == set(places[:3])
    assert found("Kazakhstan/Almaty") == set(places[1:3])
    assert found("") == set(places)
    assert found("Kaz") == set()
    whole = Measure("killed", place="Kazakhstan")
    assert {one.measure for one in ledger.where(measure=whole).observations} == {whole}


@pytest.mark.parametrize(
    "spelling", ["Interior Ministry", "INTERIOR MINISTRY", " interior\u00a0ministry\u200b"]
)
def test_a_source_is_found_in_any_spelling(spelling: str) -> None:
    ledger = Ledger([said(), said(source="Health Ministry")])
    assert ledger.where(source=spelling).observations == (said(),)
    assert ledger.where(source=Source(spelling, "official")).observations == (said(),)


@pytest.mark.parametrize(
    "asked",
    [
        {"place": "Kazakhstan / Almaty"},
        {"place": "Kazakhstan/И\u0306"},
        {"outcome": " killed"},
        {"event": "January\u00a02022"},
        {"origin": "press  briefing"},
    ],
    ids=ascii,
)
def test_a_question_is_put_in_canonical_form_as_the_values_are(asked: dict[str, str]) -> None:
    measure = Measure("killed", place="Kazakhstan/Almaty", event="January 2022")
    other = attrs.evolve(measure, place="Kazakhstan/Й")
    ledger = Ledger(said(measure=one, origin="press briefing") for one in (measure, other))
    assert ledger.where(**asked).observations


@pytest.mark.parametrize(
    "asked",
    [{"place": 5}, {"tally": "total"}, {"measure": "killed"}, {"source": 5}, {"place": "a//b"}],
    ids=str,
)
def test_a_question_that_no_value_can_answer_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(KazfiguresError):
        Ledger([said()]).where(**asked)


# --- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", [None, 5, "18 officers", {"entry": "notice"}, KILLED, Ledger()])
def test_a_ledger_takes_observations_and_notices_only(entry: object) -> None:
    with pytest.raises(LedgerError) as refusal:
        Ledger([said(), entry])
    assert refusal.value.field == "entries"
    assert refusal.value.value == entry
    assert "observations and notices" in str(refusal.value)


@pytest.mark.parametrize("entries", [None, 5, said()], ids=lambda value: type(value).__name__)
def test_what_holds_no_entries_is_refused_in_words(entries: object) -> None:
    with pytest.raises(LedgerError, match=r"^entries: "):
        Ledger(entries)


@pytest.mark.parametrize("question", ["known_at", "as_of"])
@pytest.mark.parametrize(
    ("moment", "kind"),
    [
        (None, LedgerError),
        (5, LedgerError),
        ("", MomentError),
        ("now", MomentError),
        ("2022-01-07", MomentError),
        ("2022-01-07T16:56", MomentError),
    ],
)
def test_a_question_of_time_names_its_zone(
    question: str, moment: object, kind: type[KazfiguresError]
) -> None:
    with pytest.raises(kind, match=r"^moment: "):
        getattr(Ledger([said()]), question)(moment)


A, B, C, D = (letter * 16 for letter in "abcd")


@pytest.mark.parametrize(
    "corrections",
    [
        pytest.param([(A, B), (B, A)], id="two"),
        pytest.param([(A, B), (B, C), (C, A)], id="three"),
        pytest.param([(D, A), (A, B), (B, C), (C, B)], id="with a way in"),
        pytest.param([([A, B], C), (C, B)], id="through one of several"),
        pytest.param(
            [(A, B), (B, A), (A, C)],
            id="beside a second correction",
        ),
        pytest.param(
            [(A, C), (B, A), (A, B)],
            id="beside an earlier correction",
        ),
    ],
)
def test_corrections_in_a_circle_are_refused(corrections: list[tuple[Any, str]]) -> None:
    entries = [corrected(of, to, hour) for hour, (of, to) in enumerate(corrections)]
    with pytest.raises(LedgerError, match=r"^instead: .*not in a circle"):
        Ledger(entries)


def test_no_beginning_of_a_ledger_has_a_circle() -> None:
    """Otherwise what was known could not be written and read again, or joined with anything."""
    try:
        ledger = Ledger([corrected(A, B, 1), corrected(B, A, 2), corrected(A, C, 3)])
    except LedgerError:
        return
    known = ledger.known_at("2022-01-09T02:00+06:00")
    assert Ledger(known.entries) == known


@pytest.mark.parametrize(
    "corrections",
    [
        [(A, B), (B, C), (C, D)],
        [(A, C), (B, C)],
        [([A, B], C), (C, D)],
        [(A, B), (A, C)],
        [("a label", A), (A, B)],
    ],
    ids=str,
)
def test_corrections_that_end_somewhere_are_kept(corrections: list[tuple[Any, str]]) -> None:
    entries = [corrected(of, to, hour) for hour, (of, to) in enumerate(corrections)]
    assert len(Ledger(entries)) == len(entries)


def test_retractions_and_denials_make_no_circles() -> None:
    one, other = said(), said("16 officers")
    assert len(Ledger([one, other, took_back(one), took_back(one, kind="denial")])) == 4


def test_a_notice_about_nothing_known_is_kept() -> None:
    assert len(Ledger([took_back("a post that nobody logged"), corrected(A, B)])) == 2


@pytest.mark.parametrize("name", ["entries", "observations", "notices", "other"])
def test_a_ledger_cannot_be_changed(name: str) -> None:
    ledger = Ledger([said()])
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(ledger, name, ())
    with pytest.raises(TypeError):
        ledger.entries[0] = said()


def test_a_ledger_keeps_nothing_of_the_list_it_was_filled_from() -> None:
    given_list = [said()]
    ledger = Ledger(given_list)
    given_list.append(said("16 officers"))
    assert ledger == Ledger([said()])


# --- as a value -----------------------------------------------------------------------------------


@given(LEDGERS)
def test_pickling_and_copying_give_an_equal_ledger(ledger: Ledger) -> None:
    assert ledger.observations is not None
    for again in (
        pickle.loads(pickle.dumps(ledger)),  # noqa: S301 - its own bytes
        copy.copy(ledger),
        copy.deepcopy(ledger),
    ):
        assert again == ledger
        assert hash(again) == hash(ledger)
        assert texts(again) == texts(ledger)


@given(LEDGERS)
@example(Ledger([said()]))
def test_repr_rebuilds(ledger: Ledger) -> None:
    assert eval(repr(ledger), vars(kazfigures)) == ledger  # noqa: S307 - its own repr


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([], "0 observations and 0 notices"),
        (
            [said(), said("16 officers", reported="2022-01-09T12:00+06:00")],
            "2 observations and 0 notices, published 7 January 2022, 16:56 +06:00 "
            "to 9 January 2022, 12:00 +06:00",
        ),
        pytest.param(
            [said(reported="2022-01-07[UTC]"), took_back(said())],
            "1 observation and 1 notice, published 7 January 2022 to 9 January 2022, 12:00 +06:00",
        ),
        (
            [said(str(number), reported="2022-01-07[UTC]") for number in range(1200)],
            "1,200 observations and 0 notices, published 7 January 2022 to 7 January 2022",
        ),
    ],
    ids=["none", "two", "one of each", "many"],
)
def test_a_ledger_reads_as_one_line(entries: list[Entry], words: str) -> None:
    assert str(Ledger(entries)) == words


# --- no chance ------------------------------------------------------------------------------------

PROGRAM = """
import sys
from kazfigures import Ledger, Measure, Notice, Observation, Source, dump
said = {
    Observation(
        Measure(outcome, population, place, tally=tally), f"{number} people", Source(name, kind),
        "2022-01-07[Asia/Almaty]", reported, via=via, origin=origin,
    )
    for number, outcome in enumerate(("killed", "injured", "detained"))
    for population, place in (("", "Kazakhstan"), ("police", "Kazakhstan/Almaty"))
    for tally in ("cumulative", "stock")
    for name, kind, via in (("Ministry", "official", ()), ("Hospital", "hospital", ("TASS", "AP")))
    for reported, origin in (("2022-01-07[UTC]", "briefing"), ("2022-01-08T00:00Z", ""))
}
notice = Notice("denial", {"briefing", "leak", *said}, "Ministry", "2022-01-09[UTC]")
ledger = Ledger({*said, notice})
for format in ("jsonl", "csv"):
    dump(ledger, sys.stdout, format=format)
for measure in ledger.measures:
    print(measure)
for source in ledger.known_at("2022-01-08[Asia/Almaty]").sources:
    print(source)
"""


def test_the_same_bytes_come_out_under_ten_hash_seeds() -> None:
    outputs = outputs_under_ten_hash_seeds(PROGRAM)
    assert len(outputs) == 1
    assert outputs.pop().count(b"observation") > 0


@given(ledgers())
def test_a_ledger_of_any_kind_can_be_asked(ledger: Ledger) -> None:
    assert ledger.where() == ledger
    assert ledger.known_at("2100[UTC]") | ledger == ledger
    assert len(str(ledger)) < 200
    assert all(ledger.where(measure=one).observations for one in ledger.measures)
    assert all(ledger.where(source=one).observations for one in ledger.sources)


def test_a_ledger_of_a_thousand_entries_is_the_union_of_its_halves(tmp_path: Path) -> None:
    entries = [
        said(f"{number} officers", reported=f"2022-01-{8 + number % 20:02}T12:00+06:00")
        for number in range(1000)
    ]
    whole = Ledger(entries)
    assert Ledger(entries[::2]) | Ledger(entries[1::2]) == whole
    dump(whole, tmp_path / "whole.jsonl")
    assert load(tmp_path / "whole.jsonl") == whole


A_REPORT = Observation(
    KILLED, "18", "Interior Ministry", as_of="2022-01-07[UTC]", reported="2022-01-07[UTC]"
)


def test_midnight_is_not_of_the_day_before_it() -> None:
    day = Moment("2022-01-07[UTC]")
    at_midnight = attrs.evolve(
        A_REPORT, as_of=Moment("2022-01-08T00:00Z"), reported=Moment("2022-01-08T00:00Z")
    )
    ledger = Ledger([at_midnight])
    assert (len(ledger.known_at(day)), len(ledger.as_of(day))) == (0, 0)
    assert (len(ledger.known_at("2022-01-08T00:00Z")), len(ledger.as_of("2022-01-08[UTC]"))) == (
        1,
        1,
    )


def test_a_correction_without_standing_closes_no_circle() -> None:
    one = A_REPORT
    other = attrs.evolve(A_REPORT, note="another")
    mine = Notice("correction", one, one.source, "2023-01-01[UTC]", instead=other)
    theirs = Notice("correction", other, "Somebody else", "2023-01-02[UTC]", instead=one)
    assert len(Ledger([one, other, mine, theirs])) == 4


def test_a_question_is_what_was_asked() -> None:
    asked = Where(outcome="killed", place="Kazakhstan", tally="stock")
    assert eval(repr(asked)) == asked  # noqa: S307
    assert asked != Where(outcome="killed", place="Kazakhstan")
