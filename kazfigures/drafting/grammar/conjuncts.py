"""Conjuncts: the noun phrases that are joined before another, as one subject."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Kind
from kazfigures.drafting.grammar.clauses import INCLUDING, SUBORDINATING, THEM, Clause, Place

__all__ = ["antecedents", "is_one_of", "joined"]

_JOINING: Final = (Kind.LINK, Kind.COMMA, Kind.TIME)
_LEAVING: Final = ("left", "leaves", "leave", "leaving")
"""What stands behind them and before "dead" is one subject: "left two men and a woman dead"."""
_RESULTING: Final = ("result", "results", "resulted", "resulting", "ended", "ending")
_MOST: Final = 12
"""How many noun phrases one subject may have."""


def joined(clause: Clause, at: int, *, is_antecedent: bool = False) -> Iterator[Place]:
    """Give a noun phrase, and those joined to it before: "two men and [three women]".

    Where it is what "who" stands for, a clause before it is another one.
    """
    for _ in range(_MOST):
        at = _head_of_them(clause, at)
        is_part = (
            clause.is_of_them(at)
            or clause.is_behind_of_whom(at)
            or (clause.chunks[at].is_bare and clause.word(at + 1) == "from")
        )  # "three of them", "of whom three", "three from Uruguay"
        yield Place(at, Standing.PART if is_part else Standing.ALONE)
        before = at - 1
        if clause.kind(before) not in _JOINING:
            return
        while clause.kind(before) in _JOINING:
            before -= 1
        is_bare = clause.chunks[at].is_bare
        before = yield from _before_attached(clause, before, is_bare=is_bare)
        if clause.is_object(before) and clause.word(before - 1) not in _LEAVING:
            before -= 1
        if clause.kind(before) in (Kind.VERB, Kind.OUTCOME):
            if is_antecedent or clause.kind(before - 1) is not Kind.RELATIVE:
                return
            before -= 2 + (clause.kind(before - 2) is Kind.COMMA)
        if clause.kind(before) is not Kind.NOUN:
            return
        if clause.chunks[before].form is not None:
            return  # "500 deaths, 400 wounded"
        at = before


def antecedents(clause: Clause, relative: int) -> Iterator[Place]:
    """Find what "who" stands for: "the 12 who were murdered"."""
    if clause.word(relative - 1) == "of" and clause.has_quantity(relative - 2):
        yield Place(relative - 2, Standing.PART)  # "two of whom died"
        return
    at = relative - 1 - (clause.kind(relative - 1) is Kind.COMMA)
    while clause.kind(at) is Kind.NOUN:
        if is_one_of(clause, at):
            return
        if clause.chunks[at].quantity >= 0 or clause.word(at - 1) in THEM:
            yield from joined(clause, at, is_antecedent=True)
            return
        if clause.word(at - 1) not in ("of", "from", "in", "at"):
            return
        at -= 2


def is_one_of(clause: Clause, at: int) -> bool:
    """Whether a noun phrase says who somebody is: "the mayor, one of the richest men, was"."""
    if clause.word(at) != "one" or clause.word(at + 1) != "of" or clause.word(at + 2) in THEM:
        return False
    comma = at - 1 - (clause.kind(at - 1) is Kind.LINK)
    is_behind_noun = clause.kind(comma - 1) is Kind.NOUN and (
        clause.kind(comma - 2) is not Kind.PREPOSITION or clause.word(comma - 2) in SUBORDINATING
    )
    return clause.kind(comma) is Kind.COMMA and is_behind_noun


def _head_of_them(clause: Clause, at: int) -> int:
    """Find the number of "three of them children" and "three of whom were children"."""
    if at < 2:
        return at
    if clause.is_behind_of_whom(at):
        return at
    if clause.word(at - 1) in THEM and clause.word(at - 2) == "of":
        return at - 3
    if clause.word(at - 2) in THEM and clause.word(at - 3) == "of":
        return at - 4
    return at


def _before_attached(clause: Clause, at: int, *, is_bare: bool) -> Generator[Place, None, int]:
    """Pass over prepositional phrases backwards; give whom they include.

    Of "12 soldiers, including three officers, and 40 wounded" nobody included is wounded.
    """
    while clause.kind(at) is Kind.NOUN:
        preposition = clause.word(at - 1)
        if clause.is_among_them(at):
            yield Place(at, Standing.PART)
            at -= 1
        elif clause.kind(at - 1) is not Kind.PREPOSITION or preposition in SUBORDINATING:
            break
        elif preposition == "in" and clause.word(at - 2) in _RESULTING:
            break  # "resulted in 12 men and two women killed"
        elif preposition in INCLUDING and not is_bare:
            yield Place(at, Standing.PART)
        at -= 2
        while clause.kind(at) in (Kind.COMMA, Kind.TIME):
            at -= 1
    return at
