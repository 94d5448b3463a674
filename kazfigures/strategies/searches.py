"""search: look for a value of a kind, and give the simplest."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeVar, cast

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

__all__ = ["search"]

_Value = TypeVar("_Value")


def search(
    drawn: SearchStrategy[_Value],
    is_sought: Callable[[_Value], bool],
    *,
    examples: int,
    seed: int,
) -> _Value | None:
    """Draw so many values, and shrink the first that is sought; None where none is.

    The same seed gives the same value.
    """
    quietly = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=cast("list[HealthCheck]", list(HealthCheck)),
    )
    try:
        return find(drawn, is_sought, settings=quietly, random=Random(seed))  # noqa: S311
    except NoSuchExample:
        return None
