"""Identifiers: names for what has none of its own, safe to stand in an address or in a graph."""

from __future__ import annotations

import hashlib
import json

from kazfigures.observations import ID_LENGTH, Measure, Source, identity, said_of

__all__ = ["hashed", "of_claimant", "of_measure"]


def hashed(kind: str, *said: str | int | None) -> str:
    """Name something by a short hash of what is said of it: the same words, the same name.

    No word of it reaches the name, so that no name of a ministry can end an address early.
    """
    text = json.dumps(said, ensure_ascii=False)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]}"


def of_claimant(source: Source | str) -> str:
    """Name who claims, relays or gives notice: one name however it is spelled."""
    return hashed("source", source.identity if isinstance(source, Source) else identity(source))


def of_measure(measure: Measure) -> str:
    """Name what is counted."""
    return hashed("measure", *said_of(measure))
