"""Whom a verb tells its outcome of: those before it, behind it, or both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.clauses import Clause, Place
from kazfigures.drafting.grammar.lists import included, listed
from kazfigures.drafting.grammar.subjects import subjects
from kazfigures.drafting.lexicon.outcomes import Role
from kazfigures.drafting.mentions.hypotheses import is_conditional, is_undone

__all__ = ["told_by_verb"]

_FATED: Final = frozenset((Role.FATE, Role.FATE_BASE, Role.FATE_THIRD, Role.FATE_GERUND))
_FINITE: Final = _FATED - {Role.FATE_GERUND}
_PAST: Final = frozenset((Role.PAST, Role.PARTICIPLE))
_TELLING: Final = (Kind.VERB, Kind.OUTCOME)


def told_by_verb(clause: Clause, at: int, verb: Chunk) -> Iterator[Place]:
    """Find whom a verb group tells its outcome of."""
    if verb.form is None or verb.is_unreal or is_conditional(clause, at):
        return
    if _is_nominal(clause, at):
        return
    if not verb.has_be and _is_behind_unreal(clause, at):
        return
    if _is_label(clause, at):
        yield Place(at + 2)
    elif _is_suffered(clause, at, verb, verb.form.roles):
        is_finite = verb.has_be or not verb.form.roles.isdisjoint(_FINITE)
        yield from _suffering(clause, at, is_finite=is_finite)
    elif _is_done(clause, at, verb, verb.form.roles):
        yield from _objects(clause, at)


def _is_nominal(clause: Clause, at: int) -> bool:
    """Whether a participle is one of several nouns: "including killed and wounded"."""
    if clause.word(at - 1) in ("and", "or") and not clause.word(at).endswith("ing"):
        before = at - 2
        if clause.kind(before) is Kind.NOUN:  # "the dead and wounded"
            noun = clause.chunks[before]
            return noun.form is not None and noun.quantity < 0
        return clause.kind(before) is Kind.OUTCOME and clause.word(before - 1) == "including"
    return clause.word(at - 1) == "including"


def _is_behind_unreal(clause: Clause, at: int) -> bool:
    """Whether a participle shares what may not be: "could leave 12 dead"."""
    before = at - 2
    if clause.kind(at - 1) is not Kind.NOUN:
        return False
    if clause.kind(before) is Kind.LINK:
        before -= 1
    return clause.kind(before) in _TELLING and clause.chunks[before].is_unreal


def _is_suffered(clause: Clause, at: int, verb: Chunk, roles: frozenset[Role]) -> bool:
    """Whether it is told of the subject: "died", "were killed", "dead"."""
    if not roles.isdisjoint(_FATED):
        return True
    if Role.STATE in roles:
        return verb.has_be or clause.kind(at - 1) in (Kind.NOUN, Kind.LINK)
    is_passive = verb.has_be or not verb.has_have
    return not roles.isdisjoint(_PAST) and is_passive and not _is_active(clause, at, verb)


def _is_done(clause: Clause, at: int, verb: Chunk, roles: frozenset[Role]) -> bool:
    """Whether somebody did it to the object."""
    if not roles.isdisjoint(_PAST):
        return _is_active(clause, at, verb)
    return Role.STATE not in roles and not is_undone(clause, at)


def _is_label(clause: Clause, at: int) -> bool:
    """Whether a verb stands alone before its number: "Killed: 18"."""
    if at and clause.kind(at - 1) not in (Kind.BREAK, Kind.COMMA):
        return False
    is_number_next = clause.kind(at + 2) is Kind.NOUN and clause.kind(at + 3) not in _TELLING
    return is_number_next and clause.word(at + 1) in (":", "\u2014", "-")


def _is_active(clause: Clause, at: int, verb: Chunk) -> bool:
    """Whether a verb that looks the same in both voices has its object behind it."""
    if verb.has_be or verb.form is None or Role.PAST not in verb.form.roles:
        return False
    if verb.has_have:
        return True
    ahead = at + 1
    while clause.kind(ahead) is Kind.LINK and clause.kind(ahead + 1) is Kind.OUTCOME:
        if clause.chunks[ahead + 1].has_be:
            return False
        ahead += 2
    return clause.kind(ahead) is Kind.NOUN


def _objects(clause: Clause, at: int) -> Iterator[Place]:
    """Find whom somebody did it to: "killed two officers", "kidnapped and killed seven"."""
    ahead = at + 1
    while clause.kind(ahead) is Kind.LINK and clause.kind(ahead + 1) is Kind.OUTCOME:
        ahead += 2
    yield from listed(clause, ahead)


def _suffering(clause: Clause, at: int, *, is_finite: bool) -> Iterator[Place]:
    """Find whom it befell, and behind the verb those with them and some of them."""
    befallen = list(subjects(clause, at, is_finite=is_finite))
    yield from befallen
    if at + 1 == clause.count:
        return
    ahead = clause.behind_attached(at + 1)
    joined = ahead + (clause.kind(ahead) is Kind.COMMA)
    if clause.kind(joined) is Kind.LINK and clause.chunks[joined].is_long:  # "along with"
        behind = clause.behind_attached(joined + 2)
        if clause.kind(joined + 1) is Kind.NOUN and clause.kind(behind) not in (
            *(Kind.RELATIVE, Kind.OUTCOME, Kind.VERB),
        ):
            yield Place(joined + 1)
    elif befallen and clause.kind(at - 1) is Kind.NOUN and clause.word(at - 2) == "of":
        if clause.kind(at + 1) is Kind.COMMA and clause.kind(at + 3) is Kind.VERB:
            yield Place(at + 2, Standing.PART)  # "of the 12 killed, five were children"
    elif befallen:
        part = included(clause, ahead)
        if part >= 0:
            yield from listed(clause, part, Standing.PART)
        elif (
            clause.kind(joined) is Kind.NOUN
            and clause.is_of_them(joined)
            and clause.kind(joined + 3) not in _TELLING
        ):
            yield Place(joined, Standing.PART)
