"""Fragments of HTML: every text is escaped, and what is drawn agrees with the numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import structure, words_of

from kazfigures.markup import Fragment, Reach, badge, bar, data, element, joined, link, table, text


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
