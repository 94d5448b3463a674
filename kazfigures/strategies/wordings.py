"""Wordings: words whose count is known, because they are put together from it.

What the words allow is worked out from the parts, and not by the grammar that reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures.counts import Count
from kazfigures.strategies.parts import Pin, pinned
from kazfigures.wording import Figure

__all__ = ["wordings"]

_LARGEST: Final = 10**18
_NOUNS: Final = ("", " people", " officers", " protesters")

_UNITS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES: Final = ("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion")


def _spelled(number: int) -> str:
    """Write a number in words."""
    groups: list[str] = []
    for scale in _SCALES:
        number, group = divmod(number, 1000)
        if group:
            groups.insert(0, f"{_spelled_group(group)} {scale}".strip())
    return " ".join(groups) or _UNITS[0]


def _spelled_group(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[units]}" if units else "")
    hundreds, rest = divmod(number, 100)
    return f"{_UNITS[hundreds]} hundred" + (f" and {_spelled_group(rest)}" if rest else "")


_Writing: TypeAlias = Callable[[int], str]
_DIGITS: Final[tuple[_Writing, ...]] = (
    str,
    "{:,}".format,
    lambda number: f"{number:,}".replace(",", " "),
    lambda number: f"{number:,}".replace(",", "\u202f"),
)


def _grain(number: int) -> int:
    """How far "about" reaches, by the digits as they are written."""
    digits = str(number).rstrip("0")
    step: int = 10 ** (len(str(number)) - len(digits))
    if step == 1:
        return 2 if number >= 15 and digits.endswith("5") else 1
    parts = {"1": 10, "2": 4, "3": 4}
    return step // parts.get(digits, 2)


def _about(number: int) -> Count:
    return Count(max(0, number - _grain(number)), number + _grain(number))


def _nearly(number: int) -> Count:
    return Count(max(0, number - _grain(number)), number - 1)


def _just_over(number: int) -> Count:
    return Count(number + 1, number + _grain(number))


_Hedge: TypeAlias = tuple[str, Callable[[int], Count]]
"""Words with a place for the number, and what they make of it."""
_HEDGES: Final[tuple[_Hedge, ...]] = (
    ("{}", Count.exactly),
    ("exactly {}", Count.exactly),
    ("a total of {}", Count.exactly),
    ("at least {}", Count.at_least),
    ("no fewer than {}", Count.at_least),
    ("{} or more", Count.at_least),
    ("{}+", Count.at_least),
    ("more than {}", Count.more_than),
    ("over {}", Count.more_than),
    ("upwards of {}", Count.more_than),
    ("at most {}", Count.at_most),
    ("up to {}", Count.at_most),
    ("as many as {}", Count.at_most),
    ("no more than {}", Count.at_most),
    ("{} or fewer", Count.at_most),
    ("fewer than {}", Count.fewer_than),
    ("under {}", Count.fewer_than),
    ("about {}", _about),
    ("some {}", _about),
    ("an estimated {}", _about),
    ("{} or so", _about),
    ("nearly {}", _nearly),
    ("almost {}", _nearly),
    ("just over {}", _just_over),
)
# A range in number words may be read in two ways: "eighty-two or five hundred thousand".
_RANGES: Final = ("{} to {}", "between {} and {}", "from {} to {}", "{} or {}", "{}\u2013{}")
_VAGUE: Final = (
    ("several", 3),
    ("a few", 3),
    ("tens of", 20),
    ("dozens of", 24),
    ("scores of", 40),
    ("hundreds of", 200),
    ("several hundred", 200),
    ("thousands of", 2_000),
    ("tens of thousands of", 20_000),
    ("hundreds of thousands of", 200_000),
    ("millions of", 2_000_000),
)
_NONE: Final = ("no {}", "zero {}", "not a single {}")


def wordings(*, number: Pin[int] = None) -> SearchStrategy[Figure]:
    """Draw a figure in English words that state exactly its count: what `Figure.read` gives back.

    A hedge and a number in digits or words, a decimal with a scale, a range, a vague word, or none.
    `number`, from 1 to 10**18, pins what is stated, and leaves but the hedge and the number;
    shrinks to "1".
    """
    numbers, nouns = st.integers(1, _LARGEST), st.sampled_from(_NOUNS)
    written = st.sampled_from((*_DIGITS, _spelled))
    hedged = st.builds(_hedged, st.sampled_from(_HEDGES), pinned(number, numbers), written, nouns)
    if number is not None:
        return hedged
    return st.one_of(
        hedged,
        st.builds(_rounded, st.integers(1, 9999), st.integers(1, 4), nouns),
        st.builds(
            _ranged, st.sampled_from(_RANGES), numbers, numbers, st.sampled_from(_DIGITS), nouns
        ),
        st.builds(_vague, st.sampled_from(_VAGUE), st.sampled_from(_NOUNS[1:])),
        st.builds(_none, st.sampled_from(_NONE), st.sampled_from(_NOUNS[1:])),
    )


def _hedged(
    hedge: _Hedge,
    number: int,
    written: _Writing,
    noun: str,
) -> Figure:
    template, allowed = hedge
    return Figure(template.format(written(number)) + noun, number, allowed(number))


def _rounded(tenths: int, scale: int, noun: str) -> Figure:
    """Write a decimal with a scale: good to half of its last digit."""
    stated, half = tenths * 1000**scale // 10, 1000**scale // 20
    words = f"{tenths // 10}.{tenths % 10} {_SCALES[scale]}{noun}"
    return Figure(words, stated, Count(stated - half, stated + half))


def _ranged(template: str, one: int, other: int, written: _Writing, noun: str) -> Figure:
    low, high = min(one, other), max(one, other)
    if low == high:
        high += 1
    if written is str and low >= 1900 and high <= 2100:
        written = "{:,}".format  # two bare numbers like these are years
    words = template.format(written(low), written(high)) + noun
    return Figure(words, None, Count(low, high))


def _vague(vague: tuple[str, int], noun: str) -> Figure:
    words, low = vague
    return Figure(words + noun, None, Count.at_least(low))


def _none(template: str, noun: str) -> Figure:
    return Figure(template.format(noun.strip()), 0, Count.exactly(0))
