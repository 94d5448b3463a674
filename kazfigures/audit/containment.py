"""Containment: what a measure lies in, by its paths and by outcomes that are several."""

from __future__ import annotations

from kazfigures.observations import Measure, is_inside

__all__ = ["broader", "is_within", "outcomes"]


def broader(path: str) -> list[str]:
    """Give a path and all that it lies in, narrow to broad.

    >>> broader("Kazakhstan/Almaty")
    ['Kazakhstan/Almaty', 'Kazakhstan', '']
    """
    paths = [path]
    while path:
        path = path.rpartition("/")[0]
        paths.append(path)
    return paths


def is_within(part: Measure, whole: Measure) -> bool:
    """Whether the paths of one lie inside those of another, or are the same."""
    return is_inside(part.population, whole.population) and is_inside(part.place, whole.place)


def outcomes(outcome: str) -> frozenset[str]:
    """Part "killed, injured or missing"; "and" joins nothing, since who is both may be meant."""
    several = outcome.replace(" or ", ",").split(",")
    return frozenset(filter(None, map(str.strip, several))) or frozenset((outcome,))
