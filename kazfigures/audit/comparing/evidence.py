"""Evidence: a verdict, and the words in which it quotes reports."""

from __future__ import annotations

from typing import TypeAlias

from kazfigures.audit.kinds import Kind
from kazfigures.observations import Observation

__all__ = ["Verdict", "both", "by_whom", "quoted", "told_of"]

Verdict: TypeAlias = tuple[Kind, str]
"""The kind of a difference, and the evidence in words."""


def quoted(observation: Observation) -> str:
    """Give the words of a report, in quotation marks where they are more than a number."""
    wording = observation.figure.wording
    return f'"{wording}"' if any(map(str.isalpha, wording)) else wording


def both(a: Observation, b: Observation) -> str:
    """Give the words of two reports."""
    return f"{quoted(a)} and {quoted(b)}"


def by_whom(observation: Observation) -> str:
    """Give the words of a report, and who is said to have said them."""
    return f"{quoted(observation)} ({observation.source})"


def told_of(older: Observation, newer: Observation) -> str:
    """Give the words of two reports, and the moments that they are true of."""
    return f"{quoted(older)} as of {older.as_of}, {quoted(newer)} as of {newer.as_of}"
