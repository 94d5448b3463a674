"""Lists behind a verb or "of": noun phrases that are joined, and those that are included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Kind
from kazfigures.drafting.grammar.clauses import INCLUDING, THEM, Clause, Place
from kazfigures.drafting.grammar.conjuncts import is_one_of

__all__ = ["included", "listed"]

_SUMS: Final = frozenset(("losses", "damage", "damages", "aid", "cash", "fines", "debt"))


def listed(clause: Clause, at: int, standing: Standing = Standing.ALONE) -> Iterator[Place]:
    """Give a noun phrase, those joined to it behind, and those of them that are included."""
    is_inner = Kind.RELATIVE in (clause.kind(at - 2), clause.kind(at - 3))
    is_first = True
    while clause.kind(at) is Kind.NOUN and (is_first or is_inner or not _is_subject(clause, at)):
        if is_first or not _is_aside(clause, at):
            yield Place(at, Standing.PART if clause.is_of_them(at) else standing)
        is_first = False
        at = clause.behind_attached(at + 1)
        part = included(clause, at)
        if part >= 0:
            at, standing, is_first = part, Standing.PART, True
            continue
        joined = at + (clause.kind(at) is Kind.COMMA)
        if clause.kind(joined) is Kind.LINK and clause.word(joined) not in ("but", "then"):
            joined += 1
        if joined == at:
            return
        at = joined


def included(clause: Clause, at: int) -> int:
    """Find the noun phrase behind ", including" or ", among them"; -1 where there is none."""
    at += clause.kind(at) is Kind.COMMA
    if clause.word(at) not in INCLUDING or clause.kind(at + 1) is not Kind.NOUN:
        return -1
    is_them = clause.chunks[at + 1].quantity < 0 and clause.word(at + 1) in THEM
    return at + 1 + is_them


def _is_subject(clause: Clause, at: int) -> bool:
    """Whether a noun phrase is the subject of what follows: "... and two men were hurt"."""
    ahead = clause.behind_attached(at + 1)
    if clause.is_of_them(at) and clause.kind(at + 2) is Kind.RELATIVE:
        return True  # "two of whom died"
    if clause.kind(ahead) is Kind.OUTCOME:
        return True
    return clause.kind(ahead) is Kind.VERB and not clause.word(ahead).endswith("ing")


def _is_aside(clause: Clause, at: int) -> bool:
    """Whether a noun phrase behind another says something of it, or counts something else.

    "Sergeant Luis Caceres, 24", "my brother, one of nine", "six men and millions in losses".
    """
    if clause.word(at + 1) == "in" and clause.word(at + 2) in _SUMS:
        return True
    is_number = clause.chunks[at].is_number and not clause.is_of_them(at)
    return is_one_of(clause, at) or (is_number and clause.kind(at - 1) is Kind.COMMA)
