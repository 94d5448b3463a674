"""Whom a noun tells its outcome of: "three deaths", "the murder of three", "the wounded"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.clauses import Clause, Place
from kazfigures.drafting.grammar.lists import listed
from kazfigures.drafting.grammar.subjects import subjects
from kazfigures.drafting.grammar.tags import DESCRIBING
from kazfigures.drafting.lexicon.outcomes import Role
from kazfigures.drafting.mentions.hypotheses import UNDONE, is_undone
from kazfigures.drafting.mentions.tolls import TALLIES, toll

__all__ = ["told_by_noun"]

_COUNTED: Final = frozenset((Role.NOUN, Role.REMAINS, Role.LOSS))
_SUFFERED: Final = frozenset((Role.NOUN, Role.EVENT, Role.REMAINS))
_INCLUDES: Final = frozenset(("include", "includes", "included", "are", "were", "was", "is"))
_EARLIER: Final = frozenset(("earlier", "previous", "prior", "former"))
_PUTTING: Final = ("put", "puts", "putting", "brought", "brings", "bringing", "raised", "raising")
"""Verbs that make a toll of "deaths": "police put the deaths at 23"."""
_LOSING: Final = frozenset(
    (
        *("claim", "claims", "claimed", "claiming", "cost", "costs", "costing", "take", "takes"),
        *("took", "taken", "taking", "lose", "loses", "lost", "losing"),
    )
)
_THE: Final = ("the", "those", "these", "his", "her", "their", "its")
_TELLING: Final = (Kind.VERB, Kind.OUTCOME)


def told_by_noun(clause: Clause, at: int, noun: Chunk) -> Iterator[Place]:
    """Find whom a noun phrase tells its outcome of."""
    form = noun.form
    if form is None or _is_untold(clause, at, noun):
        return
    is_counted = noun.form_after == noun.after and not form.roles.isdisjoint(_COUNTED)
    if noun.quantity >= 0 and (is_counted or not form.roles.isdisjoint(DESCRIBING)):
        yield Place(at)
    elif not form.roles.isdisjoint(_SUFFERED) and _brings_whom(clause, at):
        yield from listed(clause, at + 2)
    elif is_counted and _is_owned(clause, at):
        yield Place(at - 1)
    elif Role.TOLL in form.roles or (is_counted and clause.word(at - 1) in _PUTTING):
        yield from toll(clause, at, at)
    elif clause.word(at - 1) == "of" and clause.word(at - 2) in TALLIES:
        yield from toll(clause, at - 2, at)
    elif not form.roles.isdisjoint(DESCRIBING | _COUNTED):
        yield from _some_of_them(clause, at)


def _is_untold(clause: Clause, at: int, noun: Chunk) -> bool:
    """Whether it is not so, or no more: "attempted murder", "an earlier toll of 31"."""
    words = clause.tokens[noun.first : noun.form_first]
    is_attempted = not UNDONE.isdisjoint(words) or not _EARLIER.isdisjoint(words)
    is_kept = noun.form is not None and Role.LOSS in noun.form.roles and not _is_lost(clause, at)
    return is_attempted or is_kept or is_undone(clause, at)


def _is_lost(clause: Clause, at: int) -> bool:
    """Whether a verb beside a noun says that it was lost: "claimed 17 lives", "17 lives lost"."""
    verb = at - 1 - (clause.kind(at - 1) is Kind.NOUN)  # "cost the country 17 lives"
    is_claimed = clause.kind(verb) is Kind.VERB and clause.word(verb) in _LOSING
    return is_claimed or (clause.kind(at + 1) is Kind.VERB and clause.word(at + 1) == "lost")


def _is_of_several(clause: Clause, at: int) -> bool:
    """Whether a noun is of several: "three of the dead", "dozens of arrests", and no murder."""
    form = clause.chunks[at].form
    is_described = form is not None and not form.roles.isdisjoint(DESCRIBING)
    return is_described or clause.word(at).endswith("s")


def _brings_whom(clause: Clause, at: int) -> bool:
    """Whether whom it befell stands behind: "the death of three", "injuries to three"."""
    following = clause.word(at + 1)
    return following == "of" or (following == "to" and clause.word(at) in ("injury", "injuries"))


def _is_owned(clause: Clause, at: int) -> bool:
    """Whether the noun phrase before owns this one: "the six priests' murder"."""
    if clause.kind(at - 1) is not Kind.NOUN:
        return False
    return clause.tokens[clause.chunks[at - 1].after : clause.chunks[at].first] == ["'"]


def _some_of_them(clause: Clause, at: int) -> Iterator[Place]:
    """Find who is counted among "the dead", "the wounded", "those injured"."""
    before, following = clause.word(at - 1), clause.word(at + 1)
    is_among = before in ("among", "amongst")
    if is_among and clause.kind(at - 2) is Kind.VERB and clause.chunks[at - 2].has_be:
        for place in subjects(clause, at - 2, is_finite=True):  # "two are among the wounded"
            yield Place(place.at, Standing.PART)
    elif following in _INCLUDES and (is_among or clause.kind(at - 1) is not Kind.PREPOSITION):
        yield from listed(clause, at + 2, Standing.PART)  # "the dead include three"
    elif before == "of" and clause.has_quantity(at - 2) and _is_of_several(clause, at):
        is_part = clause.tokens[clause.chunks[at].first] in _THE
        yield Place(at - 2, Standing.PART if is_part else Standing.ALONE)  # "three of the dead"
    elif before == "of" and clause.kind(at + 1) is Kind.COMMA:
        if clause.kind(at + 2) is Kind.NOUN and clause.kind(at + 3) is not Kind.OUTCOME:
            yield Place(at + 2, Standing.PART)  # "of those injured, 30 were police"
    elif (
        following in (":", "\u2014")
        and clause.kind(at + 2) is Kind.NOUN
        and clause.kind(at + 3) not in _TELLING
    ):
        yield Place(at + 2)  # "The dead: 18"
