"""What holds of the drafts of any text, whatever it says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kazfigures import Figure
from kazfigures.drafting import (
    Certainty,
    Draft,
    DraftNotice,
    Drafts,
    Phrase,
    Span,
    draft,
)

PARTS: Final = ("figure", "outcome", "population", "place", "claimant", "relay", "as_of")
REPORTED: Final = "2022-01-07T16:56+06:00"
ARTICLES: Final = Path(__file__).with_name("articles")

FIGURES: Final = (
    *("26", "18", "more than 2,300", "dozens of", "at least 12", "two", "between 20 and 30"),
    *("no", "one", "another three", "748", "as many as 100", "seven other"),
)
PEOPLE: Final = ("people", "soldiers", "'armed criminals'", "protesters", "police officers", "")
EVENTS: Final = (
    *("were killed", "were wounded", "died", "have been detained", "are missing", "were freed"),
    *("were killed and 18 wounded", "were hurt, including two children", "were found beheaded"),
)
ENDINGS: Final = (
    *("", " in Almaty", " on Thursday night", " near the airport", ", the interior ministry said"),
    *(
        ", officials said on Friday",
        ", AFP reported, citing the ministry",
        " in the clash on 5 May",
    ),
)
OPENINGS: Final = (
    *("", "The Interior Ministry said ", "According to officials, ", "It said ", "He added that "),
    *("The Health Ministry denied that ", "Protesters told AFP that ", "Earlier, police said "),
)
UNRELATED: Final = (
    "The mountains were white with snow.",
    "Apples are the pride of the orchards there.",
    "Tea came in small glasses with lemon.",
    "The road was wet and the wind was cold.",
    "Horses are older than roads on the steppe.",
)
PUMPS: Final = (
    *(
        "18 ",
        "killed ",
        "18 killed ",
        "and ",
        "'",
        '"',
        "(",
        ")",
        ", ",
        ". ",
        "\n",
        "\n\n",
        "said ",
    ),
    *("a. ", "- ", "no ", "of ", "including two ", "bringing the total to 21 ", "on Thursday "),
    *(
        "denied that 164 ",
        "in Almaty, ",
        "\u2019",
        "\u0301",
        "\U0001f600",
        "\u202e",
        "\ufeff",
        "\x00",
    ),
    *("who ", "according to the ministry ", "18, ", "1.", "$", "%"),
)
STRANGE: Final = (
    *("\x00", "\x08", "\x85", "\r", "\t", "\xa0", "\xad", "\ud800", "\ufeff", "\u200b", "\u2028"),
    *("\u202e", "\u0301", "\u0660", "\u00bd", "\uff11", "\U0001f600", "\u0130", "\ufb01", "\u1e9e"),
)
"""Control characters, halves of pairs, signs of direction, digits of other scripts, letters that
change their length with their case."""


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Draw a sentence of news; shrinks to a bare one."""
    choices = (OPENINGS, FIGURES, PEOPLE, EVENTS, ENDINGS)
    opening, figure, people, event, ending = (draw(st.sampled_from(one)) for one in choices)
    said = " ".join(f"{opening}{figure} {people} {event}{ending}.".split())
    return said[0].upper() + said[1:]


def written(story: Sequence[Sequence[str]]) -> str:
    return "\n\n".join(map(" ".join, story))


paragraphs = st.lists(st.one_of(reports(), st.sampled_from(UNRELATED)), min_size=1, max_size=3)
stories = st.lists(paragraphs, min_size=1, max_size=4)
words = st.sampled_from(
    [
        word
        for row in (OPENINGS, FIGURES, PEOPLE, EVENTS, ENDINGS)
        for piece in row
        for word in piece.split()
    ]
    + [
        *UNRELATED[0].split(),
        *",.;:-'\"()?!",
        "\n",
        "\n\n",
        "\u201c",
        "\u2019",
        "2022",
        "(AFP)",
        "Mr.",
    ]
)
spoilt = st.builds(
    lambda text, place, piece: text[: place % len(text)] + piece + text[place % len(text) :],
    st.one_of(reports(), stories.map(written)),
    st.integers(0, 400),
    st.sampled_from(STRANGE),
)
texts = st.one_of(
    spoilt,
    st.text(),
    st.text(st.characters(exclude_categories=())),
    st.lists(words, max_size=60).map(" ".join),
    st.lists(st.sampled_from(PUMPS), max_size=60).map("".join),
    st.tuples(st.lists(st.sampled_from(PUMPS), max_size=3), st.integers(1, 600)).map(
        lambda pump: "".join(pump[0]) * pump[1]
    ),
    stories.map(written),
    stories.map(lambda story: written(story).upper()),
)


def drafts(text: str) -> Drafts:
    return draft(text, reported=REPORTED, source="News18")


def spans(one: Draft | DraftNotice) -> list[Span]:
    return [span for _, phrase in one.phrases for span in phrase.spans]


def moved(one: Draft | DraftNotice, place: int, length: int) -> Draft | DraftNotice:
    """Give a draft as it stands when so many characters were put in at a place of the text."""

    def shifted(span: Span) -> Span:
        start, end = span
        return Span(start + length * (start >= place), end + length * (end > place))

    def shift(phrase: Phrase) -> Phrase:
        return evolve(phrase, spans=tuple(map(shifted, phrase.spans)))

    phrases = tuple((name, shift(phrase)) for name, phrase in one.phrases)
    return evolve(one, sentence=shifted(one.sentence), phrases=phrases)


def pieces(text: str) -> set[str]:
    """Give the words of a text; what no observation may hold stands between words."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return set(plain.casefold().replace("/", " ").split())


@given(texts)
def test_any_text_has_drafts_and_none_raises(text: str) -> None:
    given = drafts(text)
    assert given.text == text


@given(texts)
def test_spans_lie_in_their_sentence_or_in_the_text_and_hold_something(text: str) -> None:
    given = drafts(text)
    for one in (*given, *given.notices):
        assert 0 <= one.sentence.start < one.sentence.end <= len(text)
        assert all(0 <= start < end <= len(text) for start, end in spans(one))
        assert all(text[start:end].strip() == text[start:end] for start, end in spans(one))


@given(texts)
def test_the_words_of_a_part_are_those_of_its_spans(text: str) -> None:
    for one in drafts(text):
        for part in ("population", "place", "claimant", "relay"):
            phrase = one.phrase(part)
            assert phrase.words == getattr(one, part)
            assert pieces(phrase.words) <= pieces(" ".join(text[a:b] for a, b in phrase.spans))


@given(texts)
def test_what_is_unsaid_has_no_words_and_what_is_said_has_some(text: str) -> None:
    for one in drafts(text):
        assert tuple(name for name, _ in one.phrases) == PARTS
        for name, phrase in one.phrases:
            is_unsaid = phrase.certainty is Certainty.UNSAID
            assert is_unsaid is (not phrase.words), name
            assert is_unsaid <= (not phrase.spans), name


@given(texts)
def test_the_figure_of_a_draft_is_what_its_words_state(text: str) -> None:
    for one in drafts(text):
        [span] = one.phrase("figure").spans
        assert one.sentence.start <= span.start < span.end <= one.sentence.end
        assert Figure.read(text[span.start : span.end]) == one.figure


@pytest.mark.parametrize("strange", STRANGE, ids=ascii)
def test_a_strange_character_may_stand_anywhere(strange: str) -> None:
    said = (
        "The army denied that 26 'officers' were killed in Almaty on Friday, AFP reported; 18 died."
    )
    texts = [f"{said[:place]}{strange}{said[place:]}" for place in range(len(said) + 1)]
    assert [drafts(text).text for text in texts] == texts


@given(texts)
def test_drafts_come_in_the_order_of_the_text(text: str) -> None:
    places = [one.phrase("figure").spans[0] for one in drafts(text)]
    assert places == sorted(places)


@given(texts)
def test_the_same_text_has_the_same_drafts(text: str) -> None:
    assert drafts(text) == drafts(text)


@given(stories, st.sampled_from(UNRELATED), st.data())
def test_an_unrelated_sentence_changes_no_draft(
    story: list[list[str]], unrelated: str, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(story) - 1))
    column = data.draw(st.integers(0, len(story[row])))
    added = [list(one) for one in story]
    added[row].insert(column, unrelated)
    before = [*story[:row], story[row][:column]]
    check_unchanged(written(story), written(added), len(written(before)))


@given(stories, st.sampled_from(UNRELATED), st.data())
def test_an_unrelated_paragraph_changes_no_draft(
    story: list[list[str]], unrelated: str, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(story)))
    longer = [*story[:row], [unrelated], *story[row:]]
    check_unchanged(written(story), written(longer), len(written(story[:row])))


def check_unchanged(text: str, longer: str, place: int) -> None:
    length = len(longer) - len(text)
    before, after = drafts(text), drafts(longer)
    assert [moved(one, place, length) for one in before] == list(after)
    assert [moved(one, place, length) for one in before.notices] == list(after.notices)


@pytest.mark.parametrize("piece", PUMPS)
def test_a_piece_said_over_and_over_is_read_to_its_end(piece: str) -> None:
    given = drafts(piece * 1000)
    assert given.text == piece * 1000


def test_drafts_do_not_hang_on_the_order_of_a_set() -> None:
    """Two processes that hash texts differently draft the articles alike."""
    code = (
        "import sys; from pathlib import Path; from kazfigures.drafting import draft\n"
        "for path in sorted(Path(sys.argv[1]).glob('*.txt')):\n"
        "    text = path.read_text(encoding='utf-8')\n"
        "    print(draft(text, reported='2022-01-07[Asia/Almaty]').drafts)"
    )
    told = [
        subprocess.check_output(  # noqa: S603
            [sys.executable, "-c", code, str(ARTICLES)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        )
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
