"""Tolls: counts that a noun names, and what they have come to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.clauses import Clause, Place
from kazfigures.drafting.grammar.lists import listed
from kazfigures.drafting.lexicon.outcomes import Role

__all__ = ["TALLIES", "told_by_total", "toll"]

TALLIES: Final = frozenset(("number", "numbers", "count", "tally", "figure"))
"""Nouns that are a toll when "of the dead" follows."""
_TOTAL: Final = "total"
_TOTALS: Final = TALLIES | {_TOTAL}
_TO_TOTAL: Final = frozenset(("to", "at", "of", "over", "above", "past"))
_ENDING: Final = frozenset((None, Kind.COMMA, Kind.LINK, Kind.OUTCOME, Kind.RELATIVE))
_REACH: Final = 12
"""How many chunks ahead the number may stand."""


def toll(clause: Clause, first: int, last: int) -> Iterator[Place]:
    """Find what the toll at some chunks has come to: "the toll rose from 12 to 16"."""
    found = -1
    for place in range(last + 1, last + 1 + _REACH):
        kind = clause.kind(place)
        if clause.word(place - 3) == "as" and clause.word(place - 2) == "of":
            continue  # "as of 16:18,"
        if kind in _ENDING or (kind is Kind.BREAK and clause.word(place) != ":"):
            break
        if kind is not Kind.NOUN or clause.chunks[place].quantity < 0:
            continue
        before = clause.word(place - 1)
        if before == "of" and clause.word(place - 2) == "as":
            continue
        if clause.kind(place - 1) in (Kind.VERB, Kind.BREAK) or before in _TO_TOTAL:
            found = place
            if before == "at":
                break
    if found < 0 and clause.kind(first - 1) is Kind.NOUN and clause.word(first - 2) in _TO_TOTAL:
        found = first - 1  # "bringing to 21 the number of the dead"
    if found >= 0:
        yield from listed(clause, found, Standing.TOTAL)


def told_by_total(clause: Clause, at: int) -> Iterator[tuple[Place, Chunk]]:
    """Find what a noun such as "total" counts, and how many that are.

    "The number of people killed rose to 18" says it itself; in "three were killed, bringing the
    total to 21" it is what was told before.
    """
    if clause.word(at) in _TOTALS and clause.word(at + 1) == "of":
        for place in range(at + 2, at + 6):
            kind = clause.kind(place)
            if kind is Kind.OUTCOME:
                teller = clause.chunks[place]
                yield from ((one, teller) for one in toll(clause, at, place))
            if kind not in (Kind.NOUN, Kind.RELATIVE) or clause.chunks[place].quantity >= 0:
                return
    elif clause.word(at) == _TOTAL:
        for teller in reversed(clause.chunks[:at]):
            if teller.form is not None and Role.TOLL not in teller.form.roles:
                yield from ((one, teller) for one in toll(clause, at, at))
                return
