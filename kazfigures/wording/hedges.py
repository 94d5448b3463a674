"""Hedge: what "at least", "about" and "nearly" make of a number."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

__all__ = ["Hedge", "grain", "hedged"]


class Hedge(StrEnum):
    """What the words around a number n make of it; h is the grain of the number."""

    EXACTLY = "exactly"
    """n: "exactly", "only", "another", "a total of"."""
    AT_LEAST = "at least"
    """n and up."""
    MORE_THAN = "more than"
    """n + 1 and up."""
    AT_MOST = "at most"
    """0 to n."""
    FEWER_THAN = "fewer than"
    """0 to n - 1."""
    ABOUT = "about"
    """n - h to n + h."""
    NEARLY = "nearly"
    """n - h to n - 1."""
    JUST_OVER = "just over"
    """n + 1 to n + h."""


def grain(number: int) -> int:
    """How far "about" reaches to each side of a number.

    Speakers round: "about 1,300" stands for the nearest hundred, and allows half of one either way.
    The steps lie a little wider than the regression of S. Ferson et al. (2015), "Natural language
    of uncertainty: numeric hedge words", International Journal of Approximate Reasoning.

    >>> [grain(number) for number in (7, 35, 50, 100, 1_300, 2_000, 10_000)]
    [1, 2, 5, 10, 50, 250, 1000]
    """
    digits, power = number, 1
    while digits and digits % 10 == 0:
        digits //= 10
        power *= 10
    if power == 1:
        return 2 if number >= 15 and number % 5 == 0 else 1
    if digits == 1:
        return power // 10
    return power // 4 if digits in (2, 3) else power // 2


def hedged(hedge: Hedge, low: int, high: int | None) -> tuple[int, int | None] | None:
    """What a hedge makes of the numbers from low to high; None where it leaves no number.

    "Exactly" is not asked for: a number without a hedge is already exact.
    """
    lowest, highest = _ENDS[hedge]
    first = lowest(low)
    if high is None or highest is None:
        return first, None
    last = highest(high)
    return (first, last) if first <= last else None


def _same(number: int) -> int:
    return number


def _next(number: int) -> int:
    return number + 1


def _previous(number: int) -> int:
    return number - 1


def _zero(_: int) -> int:
    return 0


def _below(number: int) -> int:
    return max(0, number - grain(number))


def _above(number: int) -> int:
    return number + grain(number)


_End = Callable[[int], int]
_ENDS: Final[dict[Hedge, tuple[_End, _End | None]]] = {
    Hedge.AT_LEAST: (_same, None),
    Hedge.MORE_THAN: (_next, None),
    Hedge.AT_MOST: (_zero, _same),
    Hedge.FEWER_THAN: (_zero, _previous),
    Hedge.ABOUT: (_below, _above),
    Hedge.NEARLY: (_below, _previous),
    Hedge.JUST_OVER: (_next, _above),
}
