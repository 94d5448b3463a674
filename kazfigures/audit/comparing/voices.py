"""Voices: whether two reports come from one claimant, one side, or opposed ones."""

from __future__ import annotations

from kazfigures.observations import Observation, SourceKind

__all__ = ["are_fellows", "are_opposed", "is_one_statement", "is_one_voice"]


def is_one_voice(a: Observation, b: Observation) -> bool:
    """Whether one claimant, or one statement, gives both."""
    return a.source.identity == b.source.identity or is_one_statement(a, b)


def is_one_statement(a: Observation, b: Observation) -> bool:
    """Whether both tell one statement."""
    return a.origin != "" and a.origin == b.origin


def are_opposed(a: Observation, b: Observation) -> bool:
    """Whether they belong to different sides."""
    mine, yours = a.source.side, b.source.side
    return bool(mine and yours) and mine != yours


def are_fellows(a: Observation, b: Observation) -> bool:
    """Whether both are officials of one side."""
    return (
        a.source.kind is b.source.kind is SourceKind.OFFICIAL
        and a.source.side == b.source.side != ""
    )
