"""Measures, sources, observations and notices: canonical forms, identity, ids and refusals."""

from __future__ import annotations

import copy
import hashlib
import os
import pickle
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

import kazfigures
from kazfigures import (
    Count,
    Figure,
    KazfiguresError,
    Measure,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Source,
    SourceKind,
    Tally,
)
from kazfigures.errors import ObservationError
from kazfigures.observations import identity
from kazfigures.strategies import measures, notices, observations, sources
from kazfigures.strategies.parts import HOSTILE_LINES, lines, notes, paths

PACKAGE = Path(kazfigures.__file__).parent.parent

KILLED = Measure("killed", place="Kazakhstan", event="January 2022")
SAID = {
    "measure": KILLED,
    "figure": Figure("18 officers", 18, Count.exactly(18)),
    "source": Source("Interior Ministry", "official"),
    "as_of": Moment("2022-01-07[Asia/Almaty]"),
    "reported": Moment("2022-01-07T16:56+06:00"),
}
TAKEN_BACK = {
    "kind": "retraction",
    "of": ["post of 9 January"],
    "by": Source("Interior Ministry", "official"),
    "at": Moment("2022-01-09T12:00+06:00"),
}
ID = "0123456789abcdef"
OTHER_ID = "fedcba9876543210"


def observed(**changes: Any) -> Observation:  # noqa: ANN401 - good and bad values alike
    """An observation that says the same each time, but for the changes."""
    return Observation(**{**SAID, **changes})


def noticed(**changes: Any) -> Notice:  # noqa: ANN401 - good and bad values alike
    """A notice that says the same each time, but for the changes."""
    return Notice(**{**TAKEN_BACK, **changes})


VALUES = st.one_of(measures(), sources(), observations(), notices())


# --- canonical forms ------------------------------------------------------------------------------

# as given, as kept
LINES = [
    ("killed", "killed"),
    (" killed\t", "killed"),
    ("killed  in\taction", "killed in action"),
    ("killed\nin action", "killed in action"),
    ("killed\u00a0in action", "killed in action"),
    ("killed\u2028in\u3000action", "killed in action"),
    ("e\u0301te\u0301", "été"),
    ("Казахстан и\u0306", "Казахстан й"),
    ("ｋｉｌｌｅｄ", "ｋｉｌｌｅｄ"),
    ("Killed", "Killed"),
]


@pytest.mark.parametrize(("given_text", "kept"), LINES)
def test_a_line_has_composed_characters_and_single_spaces(given_text: str, kept: str) -> None:
    measure = Measure(given_text, event=given_text, unit=given_text, definition=given_text)
    assert {measure.outcome, measure.event, measure.unit, measure.definition} == {kept}
    source = Source(given_text, side=given_text)
    assert {source.name, source.side} == {kept}
    assert observed(origin=given_text, via=[given_text]).origin == kept
    assert observed(via=[given_text, "x"]).via == (kept, "x")
    assert noticed(of=given_text).of == (kept,)


@pytest.mark.parametrize(
    ("given_path", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("Kazakhstan", "Kazakhstan"),
        ("Kazakhstan/Almaty", "Kazakhstan/Almaty"),
        (" Kazakhstan / Almaty ", "Kazakhstan/Almaty"),
        ("security\u00a0forces/national  guard", "security forces/national guard"),
        ("a/b/c/d", "a/b/c/d"),
    ],
)
def test_a_path_has_its_steps_parted_by_bare_slashes(given_path: str, kept: str) -> None:
    measure = Measure("killed", population=given_path, place=given_path)
    assert (measure.population, measure.place) == (kept, kept)


def test_a_note_keeps_its_lines_and_an_address_its_letters() -> None:
    observation = observed(note=" a\n\tb  c\n", url=" HTTPS://example.org/A?b=C ")
    assert observation.note == "a\n\tb  c"
    assert observation.url == "HTTPS://example.org/A?b=C"
    notice = noticed(reason="a\nb ", url=" http://example.org")
    assert (notice.reason, notice.url) == ("a\nb", "http://example.org")


def test_what_a_notice_is_about_is_sorted_and_each_once() -> None:
    assert noticed(of=["b", "a", "b", " a "]).of == ("a", "b")
    assert noticed(of=("a", "b")) == noticed(of=["b", "a"])


@given(st.one_of(lines(), notes()), st.sampled_from(("NFC", "NFD")))
def test_canonical_text_stays_as_it_is(text: str, form: str) -> None:
    given_text = unicodedata.normalize(form, text)
    source, observation = Source(given_text or "x"), observed(note=given_text)
    assert Source(source.name).name == source.name
    assert observed(note=observation.note).note == observation.note
    assert unicodedata.is_normalized("NFC", source.name)
    assert source.name.split() == source.name.split(" ")


@given(paths())
def test_canonical_paths_stay_as_they_are(path: str) -> None:
    kept = Measure("killed", place=path).place
    assert Measure("killed", place=kept).place == kept
    assert Measure("killed", place=kept.replace("/", " / ")).place == kept


@given(VALUES)
def test_a_value_built_from_its_own_fields_is_the_same(value: object) -> None:
    again = attrs.evolve(value)
    assert again == value
    assert repr(again) == repr(value)


@given(notices(), st.permutations(range(3)))
def test_the_order_of_what_a_notice_is_about_says_nothing(notice: Notice, order: list[int]) -> None:
    shuffled = [notice.of[at] for at in order if at < len(notice.of)]
    again = attrs.evolve(notice, of=shuffled)
    assert again == notice
    assert again.id == notice.id


# --- convenience ----------------------------------------------------------------------------------


def test_words_stand_for_a_figure() -> None:
    assert observed(figure="18 officers").figure == Figure.read("18 officers")
    assert observed(figure="more than 2,300").figure.count == Count.more_than(2300)


def test_a_name_stands_for_a_source_of_unknown_kind() -> None:
    assert observed(source=" TASS ").source == Source("TASS")
    assert noticed(by="TASS").by == Source("TASS", SourceKind.UNKNOWN)


def test_text_stands_for_a_moment() -> None:
    texts = {"as_of": "2022-01-07[Asia/Almaty]", "reported": "2022-01-07T16:56+06:00"}
    assert observed(**texts) == observed()
    assert noticed(at="2022-01-09T12:00+06:00") == noticed()


def test_words_stand_for_the_kinds() -> None:
    assert Source("x", "official").kind is SourceKind.OFFICIAL
    assert Measure("killed", tally="stock").tally is Tally.STOCK
    assert noticed(kind="denial").kind is NoticeKind.DENIAL


def test_an_observation_stands_for_its_id() -> None:
    wrong, right = observed(), observed(figure="16 officers")
    notice = noticed(kind="correction", of=wrong, instead=right)
    assert (notice.of, notice.instead) == ((wrong.id,), right.id)
    assert noticed(of=[right, "x", wrong]).of == tuple(sorted([right.id, "x", wrong.id]))
    assert noticed(of="x").of == ("x",)


def test_relays_may_come_in_any_ordered_collection() -> None:
    kept = ("Khabar 24", "AP")
    assert observed(via=["Khabar 24", "AP"]).via == kept
    assert observed(via=(name for name in kept)).via == kept
    assert observed(via=("AP", "Khabar 24")).via != kept


def test_relays_in_no_order_are_refused() -> None:
    with pytest.raises(ObservationError, match=r"^via: "):
        observed(via={"Khabar 24", "AP"})


# --- refusals -------------------------------------------------------------------------------------

NO_TEXT = [None, 5, b"killed", ["killed"], True, 1.5, {"a": 1}]
CONTROLS = ["a\x00b", "a\rb", "a\x1b[31mb", "a\x08b", "a\x0bb", "a\ud800b", "\udcff"]
TEXT_FIELDS = [
    (Measure, "outcome"),
    (Measure, "population"),
    (Measure, "place"),
    (Measure, "event"),
    (Measure, "unit"),
    (Measure, "definition"),
    (Source, "name"),
    (Source, "side"),
    (observed, "origin"),
    (observed, "url"),
    (observed, "note"),
    (noticed, "reason"),
    (noticed, "url"),
]
NAMES = [(Measure, "outcome"), (Measure, "unit"), (Source, "name")]


def build(kind: Any, name: str, value: object) -> object:  # noqa: ANN401 - any constructor
    """Build a value with one field of the caller's."""
    needed = {Measure: {"outcome": "killed"}, Source: {"name": "x"}}.get(kind, {})
    return kind(**{**needed, name: value})


def kind_and_field(row: object) -> str:
    return str(getattr(row, "__name__", row))


# --- every text field -----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "name"), TEXT_FIELDS, ids=kind_and_field)
@pytest.mark.parametrize("value", NO_TEXT, ids=repr)
def test_every_text_field_refuses_what_is_no_text(kind: object, name: str, value: object) -> None:
    with pytest.raises(ObservationError) as refusal:
        build(kind, name, value)
    assert str(refusal.value) == f"{name}: expected text, not {value!r}"


@pytest.mark.parametrize(("kind", "name"), TEXT_FIELDS, ids=kind_and_field)
@pytest.mark.parametrize("value", CONTROLS, ids=ascii)
def test_every_text_field_refuses_control_characters_and_lone_surrogates(
    kind: object, name: str, value: str
) -> None:
    with pytest.raises(ObservationError, match="without control characters") as refusal:
        build(kind, name, value)
    assert (refusal.value.field, refusal.value.value) == (name, value)


@pytest.mark.parametrize("value", ["a\x7fb", "a\x80b", "a\x9b31mb"], ids=ascii)
def test_every_text_field_refuses_the_later_control_characters_too(value: str) -> None:
    for kind, name in TEXT_FIELDS:
        with pytest.raises(ObservationError, match="without control characters"):
            build(kind, name, value)


@pytest.mark.parametrize(("kind", "name"), TEXT_FIELDS, ids=kind_and_field)
@pytest.mark.parametrize("value", HOSTILE_LINES)
def test_every_text_field_takes_what_is_only_strange(kind: object, name: str, value: str) -> None:
    if name == "url" or (name in ("population", "place") and "/" in value):
        with pytest.raises(ObservationError) as refusal:
            build(kind, name, "javascript:alert(1)" if name == "url" else f"{value}//")
        assert refusal.value.field == name
    else:
        kept = getattr(build(kind, name, value), name)
        assert kept == unicodedata.normalize("NFC", value) or name in ("note", "reason")


# Every refusal names the field and quotes the input.


@pytest.mark.parametrize(("kind", "name"), NAMES, ids=kind_and_field)
@pytest.mark.parametrize("value", ["", "  ", "\n", "\u00a0"], ids=ascii)
def test_a_name_is_not_empty(kind: object, name: str, value: str) -> None:
    with pytest.raises(ObservationError) as refusal:
        build(kind, name, value)
    assert str(refusal.value) == f"{name}: expected a few words, not {value!r}"


@pytest.mark.parametrize(("kind", "name"), NAMES, ids=kind_and_field)
@pytest.mark.parametrize("value", ["\u200b", "\u2060\ufeff", "\u00ad"], ids=ascii)
def test_a_name_can_be_seen(kind: object, name: str, value: str) -> None:
    with pytest.raises(ObservationError, match=f"^{name}: expected a few words"):
        build(kind, name, value)


@pytest.mark.parametrize("name", ["population", "place"])
@pytest.mark.parametrize("value", ["/", "a/", "/a", "a//b", "a/ /b", "//"])
def test_a_path_has_no_empty_steps(name: str, value: str) -> None:
    with pytest.raises(ObservationError) as refusal:
        Measure("killed", **{name: value})
    assert refusal.value.field == name
    assert refusal.value.value == value
    assert "single slashes" in str(refusal.value)


@pytest.mark.parametrize("build_with", [observed, noticed])
@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "example.org",
        "//example.org",
        "https:/example.org",
        "https//example.org",
        "https://example.org/ javascript:x",
        "https://example.org\n",
        "http\n://example.org",
        " java\tscript:x",
    ],
    ids=ascii,
)
def test_an_address_is_on_the_web(build_with: Any, value: str) -> None:  # noqa: ANN401
    if value == "https://example.org\n":
        assert build_with(url=value).url == "https://example.org"
        return
    with pytest.raises(ObservationError, match=r"^url: expected an address that") as refusal:
        build_with(url=value)
    assert refusal.value.value == value


@pytest.mark.parametrize(
    ("make", "field", "value", "phrase"),
    [
        (lambda v: Source("x", v), "kind", "OFFICIAL", "one of official, opposition"),
        (lambda v: Source("x", v), "kind", "police", "one of official, opposition"),
        (lambda v: Source("x", v), "kind", "", "one of official, opposition"),
        (lambda v: Source("x", v), "kind", None, "one of official, opposition"),
        (lambda v: Source("x", v), "kind", ["official"], "one of official, opposition"),
        (lambda v: Measure("x", tally=v), "tally", "total", "cumulative, increment, stock"),
        (lambda v: Measure("x", tally=v), "tally", {}, "cumulative, increment, stock"),
        (lambda v: noticed(kind=v), "kind", "withdrawal", "retraction, denial, correction"),
        (lambda v: noticed(kind=v), "kind", [], "retraction, denial, correction"),
        (lambda v: Source("x", grade=v), "grade", "G", "one letter of ABCDEF"),
        (lambda v: Source("x", grade=v), "grade", "a", "one letter of ABCDEF"),
        (lambda v: Source("x", grade=v), "grade", "AB", "one letter of ABCDEF"),
        (lambda v: Source("x", grade=v), "grade", "", "one letter of ABCDEF"),
        (lambda v: Source("x", grade=v), "grade", 1, "one letter of ABCDEF"),
        (lambda v: observed(measure=v), "measure", "killed", "a Measure"),
        (lambda v: observed(measure=v), "measure", None, "a Measure"),
        (lambda v: observed(figure=v), "figure", 18, "words that state one count"),
        (lambda v: observed(figure=v), "figure", Count(18, 18), "words that state one count"),
        (lambda v: observed(figure=v), "figure", None, "words that state one count"),
        (lambda v: observed(source=v), "source", 5, "text"),
        (lambda v: observed(source=v), "source", "", "a few words"),
        (lambda v: observed(source=v), "source", None, "text"),
        (lambda v: noticed(by=v), "by", 5, "text"),
        (lambda v: noticed(by=v), "by", " ", "a few words"),
        (lambda v: observed(as_of=v), "as_of", None, "a Moment, or its text"),
        (lambda v: observed(as_of=v), "as_of", "2022-01-07", "a date with the zone"),
        (lambda v: observed(as_of=v), "as_of", "7 January 2022", "a moment such as"),
        (lambda v: observed(reported=v), "reported", 20220107, "a Moment, or its text"),
        (lambda v: observed(reported=v), "reported", "now", "a moment such as"),
        (lambda v: observed(since=v), "since", "2022", "a date with the zone"),
        (lambda v: observed(recorded=v), "recorded", 5, "a Moment, or its text"),
        (lambda v: observed(recorded=v), "recorded", "", "plain characters"),
        (lambda v: noticed(at=v), "at", "2022-01-09T12:00", "with its offset"),
        (lambda v: noticed(at=v), "at", None, "a Moment, or its text"),
        (lambda v: observed(via=v), "via", "TASS", "the relays' names in order"),
        (lambda v: observed(via=v), "via", None, "the relays' names in order"),
        (lambda v: observed(via=v), "via", 5, "the relays' names in order"),
        (lambda v: observed(via=[v]), "via", 5, "text"),
        (lambda v: observed(via=["TASS", v]), "via", "", "a few words"),
        (lambda v: observed(credibility=v), "credibility", 0, "a number from 1 to 6"),
        (lambda v: observed(credibility=v), "credibility", 7, "a number from 1 to 6"),
        (lambda v: observed(credibility=v), "credibility", True, "a number from 1 to 6"),
        (lambda v: observed(credibility=v), "credibility", 1.0, "a number from 1 to 6"),
        (lambda v: observed(credibility=v), "credibility", "1", "a number from 1 to 6"),
        (lambda v: observed(origin=v), "origin", ID, "no observation's id"),
        (lambda v: observed(origin=f" {v} "), "origin", ID, "no observation's id"),
        (lambda v: noticed(of=v), "of", [], "at least one id or origin"),
        (lambda v: noticed(of=v), "of", None, "the ids or origins"),
        (lambda v: noticed(of=v), "of", 5, "the ids or origins"),
        (lambda v: noticed(of=v), "of", "", "a few words"),
        (lambda v: noticed(of=["x", v]), "of", 5, "text"),
        (lambda v: noticed(instead=v), "instead", ID, "none for anything else"),
        (lambda v: noticed(kind="denial", instead=v), "instead", ID, "none for anything else"),
        (lambda v: noticed(kind="correction", instead=v), "instead", "", "an observation's id"),
        (lambda v: noticed(kind="correction", instead=v), "instead", "x", "observation's id"),
        (
            lambda v: noticed(kind="correction", instead=v),
            "instead",
            ID.upper(),
            "an observation's id",
        ),
        (lambda v: noticed(kind="correction", instead=v), "instead", None, "text"),
        (
            lambda v: noticed(kind="correction", of=["x", v], instead=v),
            "instead",
            ID,
            "another observation than those in of",
        ),
    ],
)
def test_a_field_that_cannot_be_used_is_named_and_quoted(
    make: Any,  # noqa: ANN401 - any constructor
    field: str,
    value: object,
    phrase: str,
) -> None:
    with pytest.raises(ObservationError) as refusal:
        make(value)
    assert refusal.value.field == field
    assert phrase in refusal.value.expected
    assert refusal.value.value == value
    assert repr(value) in str(refusal.value)


@pytest.mark.parametrize("value", [[], {}, ["A"]], ids=repr)
def test_a_grade_that_cannot_be_hashed_is_refused_too(value: object) -> None:
    with pytest.raises(ObservationError, match=r"^grade: "):
        Source("x", grade=value)


def test_words_that_state_no_count_are_no_figure() -> None:
    with pytest.raises(KazfiguresError, match="unknown"):
        observed(figure="unknown")


def test_a_figure_is_not_true_of_a_moment_after_it_was_published() -> None:
    with pytest.raises(ObservationError) as refusal:
        observed(as_of="2022-01-07T16:57+06:00")
    assert str(refusal.value) == (
        "as_of: expected a moment no later than reported, 2022-01-07T16:56+06:00, "
        "not '2022-01-07T16:57+06:00'"
    )


@pytest.mark.parametrize(
    ("as_of", "reported"),
    [
        ("2022-01-07T16:56+06:00", "2022-01-07T16:56+06:00"),
        ("2022-01-07T16:56+06:00", "2022-01-07T11:56+01:00"),
        ("2022-01-07[Asia/Almaty]", "2022-01-07T00:00+06:00"),
        ("2022-01-07T23:59+06:00", "2022-01-07[Asia/Almaty]"),
        ("2022-01[Asia/Almaty]", "2022-01-07[Asia/Almaty]"),
        ("2022-01-08[UTC]", "2022-01-08[Asia/Almaty]"),
    ],
)
def test_a_figure_may_be_true_of_the_time_it_was_published(as_of: str, reported: str) -> None:
    assert observed(as_of=as_of, reported=reported).as_of == Moment(as_of)


@pytest.mark.parametrize(
    ("as_of", "reported"),
    [
        ("2022-01-08T00:00+06:00", "2022-01-07[Asia/Almaty]"),
        ("2022-01-08[Asia/Almaty]", "2022-01-07[Asia/Almaty]"),
        ("2022-02[UTC]", "2022-01[UTC]"),
    ],
)
def test_a_span_does_not_hold_its_own_end(as_of: str, reported: str) -> None:
    with pytest.raises(ObservationError, match=r"^as_of: "):
        observed(as_of=as_of, reported=reported)


@pytest.mark.parametrize("tally", ["cumulative", "stock"])
def test_only_an_increment_has_a_window(tally: str) -> None:
    with pytest.raises(ObservationError) as refusal:
        observed(measure=attrs.evolve(KILLED, tally=tally), since="2022-01-06[Asia/Almaty]")
    assert refusal.value.field == "since"
    assert refusal.value.expected == f"none, since the tally is {tally}"


def test_a_window_opens_before_it_closes() -> None:
    fresh = attrs.evolve(KILLED, tally="increment")
    assert observed(measure=fresh, since="2022-01-06[Asia/Almaty]").since is not None
    assert observed(measure=fresh, since="2022-01-07[Asia/Almaty]").since is not None
    assert observed(measure=fresh).since is None
    with pytest.raises(ObservationError, match=r"^since: expected a moment no later than as_"):
        observed(measure=fresh, since="2022-01-08[Asia/Almaty]")


# --- as values ------------------------------------------------------------------------------------


@given(VALUES)
def test_pickling_and_copying_give_an_equal_value(value: Any) -> None:  # noqa: ANN401
    hash(value)
    getattr(value, "id", None)
    for again in (
        pickle.loads(pickle.dumps(value)),  # noqa: S301 - its own bytes
        copy.copy(value),
        copy.deepcopy(value),
    ):
        assert again == value
        assert hash(again) == hash(value)
        assert getattr(again, "id", None) == getattr(value, "id", None)
        assert repr(again) == repr(value)


def test_a_hash_kept_from_another_process_is_forgotten() -> None:
    """Hashes of text differ between processes, and a measure keeps its own."""
    program = (
        "import pickle, sys\n"
        "from kazfigures import Measure\n"
        "value = Measure('killed', place='Kazakhstan', event='January 2022')\n"
        "hash(value)\n"
        "sys.stdout.buffer.write(pickle.dumps(value))\n"
    )
    for seed in ("1", "2"):
        done = subprocess.run(  # noqa: S603 - this very Python, on the program above
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONHASHSEED": seed},
        )
        again = pickle.loads(done.stdout)  # noqa: S301 - from the program above
        assert {KILLED: True}[again]


@given(VALUES)
def test_repr_rebuilds(value: object) -> None:
    assert eval(repr(value), vars(kazfigures)) == value  # noqa: S307 - its own repr


@pytest.mark.parametrize(
    "value",
    [KILLED, Source("x"), observed(), noticed()],
    ids=lambda value: type(value).__name__,
)
def test_a_value_cannot_be_changed(value: Any) -> None:  # noqa: ANN401
    for name in [*(field.name for field in attrs.fields(type(value))), "other", "id"]:
        with pytest.raises((FrozenInstanceError, AttributeError)):
            setattr(value, name, "x")
    with pytest.raises((FrozenInstanceError, AttributeError)):
        del value.note


@given(VALUES)
def test_a_value_equals_nothing_of_another_kind(value: object) -> None:
    for other in (None, repr(value), str(value), KILLED.outcome, 5):
        assert value != other


@pytest.mark.parametrize("value", [KILLED, Source("x"), observed(), noticed()])
def test_values_have_no_order(value: Any) -> None:  # noqa: ANN401
    with pytest.raises(TypeError):
        assert value < value  # noqa: PLR0124 - whatever the other side


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Measure("killed"), "killed"),
        (
            Measure("killed", population="security forces", place="Kazakhstan/Almaty"),
            "killed, security forces, Kazakhstan/Almaty",
        ),
        (
            Measure("set up", unit="checkpoints", tally="stock", definition="on roads"),
            "set up, checkpoints, stock, on roads",
        ),
        (Source("Interior Ministry", "official", grade="B"), "Interior Ministry"),
        (observed(), "18 officers: Interior Ministry, as of 7 January 2022"),
        (
            observed(via=["Khabar 24", "AP"]),
            "18 officers: Interior Ministry via Khabar 24, AP, as of 7 January 2022",
        ),
        (noticed(), "retraction by Interior Ministry, 9 January 2022, 12:00 +06:00"),
        (
            noticed(kind="denial", reason="a technical error"),
            "denial by Interior Ministry, 9 January 2022, 12:00 +06:00: a technical error",
        ),
    ],
)
def test_a_value_reads_as_a_newsroom_prints_it(value: object, words: str) -> None:
    assert str(value) == words


def test_an_attribution_names_the_source_and_its_relays() -> None:
    assert observed().attribution == "Interior Ministry"
    assert observed(via=["Khabar 24", "AP"]).attribution == "Interior Ministry via Khabar 24, AP"


# --- parts and wholes -----------------------------------------------------------------------------

PLACES = ("", "Kazakhstan", "Kazakhstan/Almaty", "Kazakhstan/Almaty/Bostandyq", "Kazakh", "Kenya")
PEOPLE = ("", "security forces", "security forces/police")
NESTED = tuple(Measure("killed", people, place) for people in PEOPLE for place in PLACES)


def steps_begin(path: str, broader: str) -> bool:
    """The oracle: a broader path's steps are the first of a narrower one's."""
    one, other = (text.split("/") if text else [] for text in (path, broader))
    return one[: len(other)] == other


def test_a_part_has_paths_that_begin_with_the_wholes() -> None:
    for part in NESTED:
        for whole in NESTED:
            oracle = steps_begin(part.place, whole.place) and steps_begin(
                part.population, whole.population
            )
            assert part.is_part_of(whole) is oracle


@given(measures())
def test_every_measure_is_part_of_itself_and_of_everyone_everywhere(measure: Measure) -> None:
    assert measure.is_part_of(measure)
    assert measure.is_part_of(attrs.evolve(measure, population="", place=""))


def test_being_part_of_is_transitive_and_antisymmetric() -> None:
    for one in NESTED:
        for two in NESTED:
            assert not (one.is_part_of(two) and two.is_part_of(one)) or one == two
            for three in NESTED:
                chained = one.is_part_of(two) and two.is_part_of(three)
                assert not chained or one.is_part_of(three)


def test_a_definition_makes_neither_a_part_nor_a_whole() -> None:
    plain, defined = Measure("killed"), Measure("killed", definition="in custody too")
    assert plain.is_part_of(defined)
    assert defined.is_part_of(plain)


@pytest.mark.parametrize(
    "change",
    [{"event": "May 2022"}, {"outcome": "injured"}, {"unit": "bodies"}, {"tally": "stock"}],
    ids=str,
)
def test_only_the_same_thing_has_parts(change: dict[str, str]) -> None:
    other = attrs.evolve(KILLED, place="Kazakhstan/Almaty", **change)
    assert not other.is_part_of(KILLED)
    assert not KILLED.is_part_of(other)


# --- identity -------------------------------------------------------------------------------------
# Spelling does not make a second source; another letter does.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Interior Ministry", "INTERIOR MINISTRY"),
        ("Interior Ministry", "  interior\u00a0 ministry "),
        ("Interior Ministry", "Interior\u200b Minis\u00adtry"),
        ("Interior Ministry", "\ufeffInterior\u2060 Ministry\u200d"),
        ("Interior Ministry", "Interior\u2009Ministry"),
        ("Interior Ministry", "Ｉnterior Ministry"),
        ("Le Figaro Éco", "Le Figaro E\u0301co"),
        ("Минздрав", "МИНЗДРАВ"),
        ("Ақ Жайық", "АҚ ЖАЙЫҚ"),
        ("Süddeutsche Straße", "SÜDDEUTSCHE STRASSE"),
        ("ﬁnance desk", "finance desk"),
        ("Agence №1", "agence no1"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
    ],
    ids=ascii,
)
def test_two_spellings_are_one_claimant(one: str, other: str) -> None:
    assert identity(one) == identity(other)
    assert Source(one).identity == Source(other).identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A", "\u0410"),
        ("Astana", "\u0410stana"),
        ("Interior Ministry", "InteriorMinistry"),
        ("Interior Ministry", "Interior-Ministry"),
        ("Ministry 1", "Ministry l"),
        ("Қазақстан", "Казахстан"),
        ("MИД", "МИД"),
    ],
    ids=ascii,
)
def test_letters_that_look_alike_make_two_claimants(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u2066", "\ufe0f", "\u034f"], ids=ascii)
def test_other_characters_of_no_width_make_no_second_claimant(mark: str) -> None:
    assert identity(f"Orda{mark}") == identity("Orda")


@given(lines())
def test_identity_is_idempotent(name: str) -> None:
    assert identity(identity(name)) == identity(name)


@given(lines())
def test_normal_forms_case_and_spaces_do_not_change_identity(name: str) -> None:
    form = identity(name)
    for spelled in (
        unicodedata.normalize("NFD", name),
        unicodedata.normalize("NFC", name),
        name.casefold(),
        f"\u00a0{name}  ",
        name.replace(" ", "\u2003 "),
        f"\u200b{name}\ufeff",
    ):
        assert identity(spelled) == form


@given(sources())
def test_a_source_knows_the_identity_of_its_name(source: Source) -> None:
    assert source.identity == identity(source.name)
    assert attrs.evolve(source, kind="witness", grade=None).identity == source.identity


def test_two_spellings_are_two_values_of_one_identity() -> None:
    assert Source("TASS") != Source("Tass")
    assert Source("TASS").identity == Source("Tass").identity


# --- ids ------------------------------------------------------------------------------------------

OBSERVATION_CHANGES: dict[str, Any] = {
    "figure": Figure("18 officers", 18, Count.at_least(18)),
    "figure (wording)": Figure("eighteen", 18, Count.exactly(18)),
    "figure (stated)": Figure("18 officers", None, Count.exactly(18)),
    "source": Source("Health Ministry", "official"),
    "source (kind)": Source("Interior Ministry", "military"),
    "source (side)": Source("Interior Ministry", "official", "government"),
    "source (grade)": Source("Interior Ministry", "official", grade="B"),
    "source (spelling)": Source("interior ministry", "official"),
    "measure (outcome)": attrs.evolve(KILLED, outcome="injured"),
    "measure (population)": attrs.evolve(KILLED, population="police"),
    "measure (place)": attrs.evolve(KILLED, place="Kazakhstan/Almaty"),
    "measure (event)": attrs.evolve(KILLED, event=""),
    "measure (unit)": attrs.evolve(KILLED, unit="bodies"),
    "measure (tally)": attrs.evolve(KILLED, tally="stock"),
    "measure (definition)": attrs.evolve(KILLED, definition="in custody too"),
    "as_of": Moment("2022-01-06[Asia/Almaty]"),
    "as_of (precision)": Moment("2022-01-07T00[Asia/Almaty]"),
    "reported": Moment("2022-01-07T16:57+06:00"),
    "via": ("TASS",),
    "via (order)": ("AP", "TASS"),
    "origin": "briefing",
    "recorded": Moment("2022-01-08T00:00Z"),
    "url": "https://example.org",
    "credibility": 1,
    "note": "a note",
}
NOTICE_CHANGES: dict[str, Any] = {
    "kind": "denial",
    "of": ["post of 10 January"],
    "of (more)": ["post of 9 January", "x"],
    "by": Source("Health Ministry", "official"),
    "by (kind)": Source("Interior Ministry"),
    "by (side)": Source("Interior Ministry", "official", "government"),
    "by (grade)": Source("Interior Ministry", "official", grade="B"),
    "at": Moment("2022-01-09T12:01+06:00"),
    "reason": "a technical error",
    "url": "https://example.org",
}


@pytest.mark.parametrize("change", OBSERVATION_CHANGES)
def test_any_changed_field_changes_an_observations_id(change: str) -> None:
    changed = observed(**{change.partition(" ")[0]: OBSERVATION_CHANGES[change]})
    assert changed.id != observed().id
    assert changed != observed()


@pytest.mark.parametrize("change", NOTICE_CHANGES)
def test_any_changed_field_changes_a_notices_id(change: str) -> None:
    changed = noticed(**{change.partition(" ")[0]: NOTICE_CHANGES[change]})
    assert changed.id != noticed().id
    assert changed != noticed()


def test_the_tables_above_leave_no_field_out() -> None:
    named = {change.partition(" ")[0] for change in OBSERVATION_CHANGES}
    assert {*named, "since"} == {field.name for field in attrs.fields(Observation)}
    named = {change.partition(" ")[0] for change in NOTICE_CHANGES}
    assert {*named, "instead"} == {field.name for field in attrs.fields(Notice)}


def test_a_changed_window_and_a_changed_correction_change_the_id() -> None:
    fresh = attrs.evolve(KILLED, tally="increment")
    windows = [None, "2022-01-06[Asia/Almaty]", "2022-01-05[Asia/Almaty]"]
    assert len({observed(measure=fresh, since=since).id for since in windows}) == 3
    corrections = [noticed(kind="correction", instead=to).id for to in (ID, OTHER_ID)]
    assert len({*corrections, noticed().id}) == 3


def test_every_pair_of_changes_has_ids_of_its_own() -> None:
    changes = [{name.partition(" ")[0]: to} for name, to in OBSERVATION_CHANGES.items()]
    values = [observed(), *(observed(**change) for change in changes)]
    assert len({value.id for value in values}) == len(values)


@given(observations(small=True), observations(small=True))
def test_observations_are_equal_exactly_when_their_ids_are(
    one: Observation, other: Observation
) -> None:
    assert (one == other) == (one.id == other.id)
    assert one != other or hash(one) == hash(other)


@given(notices(small=True), notices(small=True))
def test_notices_are_equal_exactly_when_their_ids_are(one: Notice, other: Notice) -> None:
    assert (one == other) == (one.id == other.id)
    assert one != other or hash(one) == hash(other)


def test_18_then_16_then_18_are_three_observations() -> None:
    said = [
        observed(figure=f"{number} officers", as_of=f"2022-01-{day:02}[Asia/Almaty]",
                 reported=f"2022-01-{day:02}T12:00+06:00")
        for number, day in ((18, 7), (16, 9), (18, 10))
    ]  # fmt: skip
    assert len({observation.id for observation in said}) == 3


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("reported", ("2022-01-07T16:56+06:00", "2022-01-07T10:56Z", "2022-01-07T05:56-05:00")),
        ("reported", ("2022-01-07T16:56[Asia/Almaty]", "2022-01-07T16:56:00.000+06:00")),
        ("as_of", ("2022-01-07[Asia/Almaty]", "2022-01-07[+06:00]", "2022-01-07[Asia/Omsk]")),
    ],
)
def test_the_zone_a_moment_is_written_in_does_not_enter(name: str, texts: tuple[str, ...]) -> None:
    values = {observed(**{name: text}) for text in texts}
    assert len(values) == 1
    assert len({observed(**{name: text}).id for text in texts}) == 1


@given(observations() | notices())
def test_an_id_has_sixteen_hexadecimal_digits(entry: Observation | Notice) -> None:
    assert len(entry.id) == 16
    assert set(entry.id) <= set("0123456789abcdef")


@given(st.sampled_from(["via", "origin", "note"]), lines(), lines())
def test_text_does_not_run_from_one_field_into_another(name: str, one: str, other: str) -> None:
    glued = observed(**{name: [f"{one}, {other}"] if name == "via" else f"{one}{other}"})
    parted = observed(origin=one, note=other)
    assert glued.id != parted.id


def test_known_ids_never_change() -> None:
    """Ids are in other people's files: a change here breaks them."""
    said = (
        '["observation","killed","","Kazakhstan","January 2022","people","cumulative","",'
        '"18 officers",18,18,18,"Interior Ministry","official","",null,[],"",null,'
        '"2022-01-06T18:00:00+00:00/2022-01-07T18:00:00+00:00","2022-01-07T10:56:00+00:00",'
        'null,null,"",""]'
    )
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == "877b4f438f5fb7f1"
    assert observed().id == "877b4f438f5fb7f1"
    said = (
        '["notice","retraction",["post of 9 January"],"Interior Ministry","official","",null,'
        '"2022-01-09T06:00:00+00:00","","",""]'
    )
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == "eeb8fb7506bb8859"
    assert noticed().id == "eeb8fb7506bb8859"


# --- standing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "by", "has_standing"),
    [
        ("retraction", "Interior Ministry", True),
        ("denial", "Interior Ministry", True),
        ("correction", "Interior Ministry", True),
        ("retraction", "INTERIOR\u00a0MINISTRY", True),
        ("denial", "interior  ministry\u200b", True),
        ("retraction", "Khabar 24", True),
        ("retraction", "AP", True),
        ("correction", "ap", True),
        ("denial", "Khabar 24", False),
        ("denial", "AP", False),
        ("retraction", "Reuters", False),
        ("denial", "Rights groups", False),
        ("correction", "Health Ministry", False),
        ("retraction", "\u0410P", False),
    ],
)
def test_the_source_may_take_it_back_and_a_relay_what_it_published(
    kind: str,
    by: str,
    has_standing: bool,  # noqa: FBT001 - a table's column
) -> None:
    figure = observed(via=["Khabar 24", "AP"])
    notice = noticed(kind=kind, by=by, instead=ID if kind == "correction" else "")
    assert notice.has_standing(figure) is has_standing


@given(observations(small=True), notices(small=True))
def test_standing_depends_on_names_alone(observation: Observation, notice: Notice) -> None:
    claimants = {identity(observation.source.name)}
    if notice.kind is not NoticeKind.DENIAL:
        claimants |= {identity(relay) for relay in observation.via}
    assert notice.has_standing(observation) is (identity(notice.by.name) in claimants)
