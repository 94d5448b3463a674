"""Fragments of HTML: every text is escaped, and what is drawn agrees with the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Element, parsed, structure, words_of

from kazfigures.markup import (
    Fragment,
    Mark,
    Reach,
    badge,
    bar,
    data,
    element,
    joined,
    link,
    marked,
    table,
    text,
)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_through_as_text(words: str) -> None:
    """Whatever it holds, it makes no element."""
    drawn = element("p", words)
    assert structure(drawn.html) == [("p", ())]
    shown = words_of(drawn.html)
    assert len(shown) == len(words.replace("\r", " "))


HIDDEN = ("\x00", "\x1b", "\u202e", "\u2066", "\u200f"[:0] or "\u202a")


@pytest.mark.parametrize("letter", HIDDEN)
def test_what_nobody_can_see_is_shown(letter: str) -> None:
    """A control character, or a mark that turns the direction of writing."""
    assert text(f"a{letter}b").html == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("quote", ["'", '"', "`", "=", ">", "<", "&"])
def test_an_attribute_cannot_be_left(quote: str) -> None:
    """By any character of its value."""
    drawn = element("p", "x", title=f"a{quote} onclick=alert(1) b")
    assert structure(drawn.html) == [("p", ("title",))]


ADDRESSES = (
    ("https://tass.com/a?b=1&c=2", "tass.com"),
    ("HTTP://Example.org", "example.org"),
    ("https://www.example.org/", "example.org"),
    ("https://[bad", "source"),
)


@pytest.mark.parametrize(("address", "shown"), ADDRESSES)
def test_a_link_is_named_by_its_host(address: str, shown: str) -> None:
    drawn = link(address)
    assert drawn is not None
    assert structure(drawn.html) == [("a", ("href", "rel"))]
    assert words_of(drawn.html) == shown


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//x.org", "ftp://x.org", "", "java\nscript:"],
)
def test_only_the_web_is_followed(address: str) -> None:
    assert link(address) is None


def test_a_fragment_is_not_escaped_again() -> None:
    assert joined([Fragment("<hr>"), "<hr>", None, data("x")], ", ").html == (
        "<hr>, &lt;hr&gt;, <bdi>x</bdi>"
    )


def test_an_attribute_that_is_not_there_is_left_out() -> None:
    assert element("input", class_="a", hidden=None, checked=True, disabled=False).html == (
        '<input class="a" checked>'
    )


def test_a_status_is_a_shape_and_a_word() -> None:
    """And the shape is not read out."""
    drawn = badge("*", "agreed", "kf-agreed").html
    assert words_of(drawn) == "* agreed"
    assert 'aria-hidden="true"' in drawn


def test_a_table_has_headings_of_columns_and_rows() -> None:
    drawn = table("Figures", ("a", "b"), [("one", "1"), ("two", "2")]).html
    assert re.findall(r'scope="(\w+)"', drawn) == ["col", "col", "row", "row"]


@given(
    st.integers(0, 10**6),
    st.none() | st.integers(0, 10**6),
    st.none() | st.integers(0, 10**6),
    st.integers(0, 10**6),
)
def test_a_bar_stays_in_its_picture(
    low: int, wider: int | None, best: int | None, room: int
) -> None:
    """And starts further right for a larger number."""
    high = None if wider is None else low + wider
    reach = Reach.over([low, high, best, room])
    drawn = bar(low, high, best, reach).html
    for name in ("x", "x1", "x2"):
        assert all(-1 <= float(place) <= 160 for place in re.findall(rf' {name}="([^"]+)"', drawn))
    assert reach.place(low) <= reach.place(low + 1)
    assert ("path" in {tag for tag, _ in structure(drawn)}) is (high is None)


@pytest.mark.parametrize(
    ("low", "high", "best", "said"),
    [
        (18, 18, 18, "18;"),
        (16, 18, 16, "16 to 18, best 16;"),
        (2301, None, 2301, "2,301 or more, best 2,301;"),
        (230, 238, None, "230 to 238;"),
    ],
)
def test_a_bar_says_what_it_shows(low: int, high: int | None, best: int | None, said: str) -> None:
    """For who does not see it."""
    assert f'aria-label="{said}' in bar(low, high, best, Reach.over([low, high])).html


WORDS = "18 killed,\n\nthey\tsaid <b>\r\non Friday\n \n"
PLACES = st.integers(0, len(WORDS))
MARKS = st.builds(Mark, PLACES, PLACES, st.sampled_from(["kf-a", "kf-b"]), st.sampled_from("xy&"))


@given(st.lists(MARKS, max_size=8))
def test_marks_may_overlap_and_each_is_around_its_words(marks: list[Mark]) -> None:
    """Character by character, as one that looks at every mark would draw them."""
    drawn = parsed(marked(WORDS, marks, {}).html)
    seen = [
        (letter, *sorted(one.attributes["class"].split()[1] for one in over))
        for over, words in _texts(drawn, ())
        for letter in words
        if letter.strip()
    ]
    assert seen == [
        (letter, *sorted({mark.name for mark in marks if mark.start <= place < mark.end}))
        for place, letter in enumerate(WORDS)
        if letter.strip()
    ]


def _texts(one: Element, over: tuple[Element, ...]) -> Iterator[tuple[tuple[Element, ...], str]]:
    for held in one.contents:
        if isinstance(held, str):
            yield over, held
        else:
            yield from _texts(held, (*over, held) if held.name == "span" else over)


def test_of_marks_of_one_name_the_last_to_begin_is_drawn() -> None:
    html = marked("abc", [Mark(0, 3, "kf-a", "all"), Mark(1, 2, "kf-a", "b")], {}).html
    assert [(one.text, one.attributes["title"]) for one in parsed(html).all("span")] == [
        ("a", "all"),
        ("b", "b"),
        ("c", "all"),
    ]


def test_a_text_keeps_its_paragraphs_and_its_lines() -> None:
    assert [one.text for one in parsed(marked(WORDS, [], {}).html).all("p")] == [
        "18 killed,",
        "they\tsaid <b> on Friday",
    ]
    assert structure(marked(WORDS, [], {}).html) == [("p", ()), ("p", ()), ("br", ())]


def test_contents_stand_behind_their_places() -> None:
    """At the end of a line before the line ends, and at the very end too."""
    words = "18 killed\n\n16 now"
    behind = {0: "<", 2: element("sup", "1"), 9: "2", len(words): "3"}
    drawn = marked(words, [], behind)
    assert [one.text for one in parsed(drawn.html).all("p")] == ["<181 killed2", "16 now3"]
