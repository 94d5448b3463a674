"""What two figures have to do with each other: a list, a vague word, a number rounded."""

from __future__ import annotations

from typing import Final

from kazfigures.counts import Count
from kazfigures.errors import WordingError
from kazfigures.wording import Figure, acled, plain
from kazfigures.wording.hedges import grain

__all__ = [
    "cautious",
    "floor",
    "is_list",
    "is_near",
    "is_one_number",
    "is_telling",
    "is_vague",
    "rounded",
    "rounding",
]

_LIST_WORDS: Final = frozenset({"list", "names", "named", "список", "имён", "имен", "тізім"})
_HUNDREDS: Final = 2
_PLAINLY: Final = 50
_TELLING: Final = 20
_LEAST: Final = frozenset({"least", "менее", "меньше", "кемінде"})
_DIGITS: Final = frozenset("0123456789 ,.'\u00a0\u202f")


def is_vague(figure: Figure) -> bool:
    """Whether it states no number and is open above: "dozens"."""
    return figure.stated is None and figure.count.high is None


def cautious(figure: Figure) -> Count:
    """Give what a vague word allows at the least: dozens is then 12 and more.

    By the table of ACLED where the words are English, and by half of what they allow otherwise.
    """
    count = figure.count
    if not is_vague(figure):
        return count
    try:
        usual, lower = (Figure.read_or_none(figure.wording, words) for words in (plain, acled))
    except WordingError:
        usual = lower = None
    if usual is not None and lower is not None and count in (usual.count, lower.count):
        return lower.count
    return Count.at_least((count.low + 1) // 2)


def is_list(figure: Figure) -> bool:
    """Whether it counts names: a bare number made a floor by hand, or what is called a list."""
    count, words = figure.count, set(figure.wording.casefold().split())
    if figure.stated != count.low or not words.isdisjoint(_LEAST):
        return False
    named = not words.isdisjoint(_LIST_WORDS)
    return named if count.is_exact else count.high is None and (named or _is_bare(figure.wording))


def floor(figure: Figure) -> Count:
    """Give what a figure allows, a list of names as a floor."""
    return Count.at_least(figure.count.low) if is_list(figure) else figure.count


def _is_bare(wording: str) -> bool:
    return not set(wording) - _DIGITS


def rounded(a: Figure, b: Figure) -> str:
    """Say which of two closed counts is the other rounded, if either is.

    Rounded is what ends in more zeros and lies within its grain of the other.
    """
    if None in (a.count.high, b.count.high):
        return ""
    return rounding(a, b)


def rounding(a: Figure, b: Figure) -> str:
    """Say which of two stated numbers is the other rounded, whatever the bounds around them."""
    pair = _fine_and_coarse(a, b)
    return f"{pair[1]:,} is {pair[0]:,} rounded" if pair else ""


def is_one_number(a: Figure, b: Figure) -> bool:
    """Whether one states the other's number with a bound, or is plainly it rounded.

    It is where the coarser ends in hundreds and lies within its grain, and within two in a hundred,
    of the finer: 1,678 and 1,700, but not 180 and 200.
    """
    if a.stated is not None and a.stated == b.stated:
        return a.count.is_exact or b.count.is_exact
    pair = _fine_and_coarse(a, b)
    if pair is None:
        return False
    fine, coarse = pair
    return _zeros(coarse) >= _HUNDREDS and abs(fine - coarse) * _PLAINLY <= coarse


def _fine_and_coarse(a: Figure, b: Figure) -> tuple[int, int] | None:
    """Give the finer of two stated numbers and the coarser within whose grain it lies, if any."""
    mine, yours = a.stated, b.stated
    if mine is None or yours is None or _zeros(mine) == _zeros(yours):
        return None
    fine, coarse = sorted((mine, yours), key=_zeros)
    return (fine, coarse) if abs(fine - coarse) <= grain(coarse) else None


def is_telling(figure: Figure) -> bool:
    """Whether it states a number so large that another is hardly the same by chance."""
    return figure.stated is not None and figure.stated >= _TELLING


def is_near(a: Figure, b: Figure) -> bool:
    """Whether two figures state one number, or one of them may be the other told loosely."""
    mine, yours = a.stated, b.stated
    if mine is None or yours is None:
        return False
    return abs(mine - yours) <= max(grain(mine), grain(yours))


def _zeros(number: int) -> int:
    """Count the zeros that a number ends in."""
    digits = str(number)
    return len(digits) - len(digits.rstrip("0")) if number else 0
