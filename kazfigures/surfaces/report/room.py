"""Room: how many bytes of a page each of its sections may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from kazfigures.markup import Fragment

__all__ = ["SHARES", "fitting", "size"]

_Item = TypeVar("_Item")

SHARES: Final = {
    "figures": 0.06,
    "disputes": 0.12,
    "timelines": 0.26,
    "all-figures": 0.09,
    "findings": 0.09,
    "corrections": 0.04,
}
"""What a section may take of the page; the table of reports has what they leave."""


def size(html: str) -> int:
    """Count the bytes that HTML takes in a file."""
    return len(html.encode())


def fitting(
    items: Iterable[_Item], draw: Callable[[_Item], Fragment], room: float
) -> dict[int, Fragment]:
    """Draw the items that fit, each by its place; one that is too long hides no other.

    >>> from kazfigures.markup import text
    >>> [str(drawn) for drawn in fitting(["18", "a very long name", "16"], text, 4).values()]
    ['18', '16']
    """
    drawn: dict[int, Fragment] = {}
    for place, item in enumerate(items):
        fragment = draw(item)
        taken = size(fragment.html)
        if taken <= room:
            drawn[place] = fragment
            room -= taken
    return drawn
