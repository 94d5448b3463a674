"""Verb groups: a verb with its auxiliaries, and what these say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.tags import DESCRIBING, VERBAL, Tags
from kazfigures.drafting.lexicon.outcomes import Role
from kazfigures.drafting.lexicon.word_classes import (
    DEEMED,
    DOUBTED,
    FEARING,
    MANAGING,
    WordClass,
)

__all__ = ["deemed_group", "is_infinitive", "outcome_group", "verb_group"]

_INSIDE: Final = frozenset(
    (
        *(WordClass.BE, WordClass.HAVE, WordClass.DO, WordClass.MODAL, WordClass.NOT),
        *(WordClass.ADVERB, WordClass.TO, WordClass.QUOTE),
    )
)
_BASE: Final = frozenset((Role.BASE, Role.FATE_BASE))
_PAST: Final = frozenset((Role.PAST, Role.PARTICIPLE, Role.FATE))
_FEARED: Final = (Kind.NOUN, Kind.RELATIVE)
"""What a clause begins with."""
_CLAUSE: Final = (*_FEARED, Kind.PREPOSITION, Kind.LINK)
"""What may stand before its verb."""


def is_infinitive(tags: Tags, at: int) -> bool:
    """Whether "to" opens an infinitive of what matters here: "to kill", "to be killed"."""
    ahead = at + 1
    while tags.word_class(ahead) is WordClass.ADVERB:
        ahead += 1
    if ahead in tags.quantities:
        return False
    if tags.word_class(ahead) in (WordClass.BE, WordClass.HAVE, WordClass.VERB, WordClass.DO):
        return True
    return ahead in tags.told and not tags.told[ahead][0].roles.isdisjoint(_BASE)


def verb_group(tags: Tags, at: int, before: Sequence[Chunk]) -> Chunk:
    """Read a verb group from its first auxiliary on."""
    ahead = at
    while ahead < tags.count and ahead not in tags.quantities:
        outcome = outcome_group(tags, at, ahead, before)
        if outcome is not None:
            return outcome
        word = tags.tokens[ahead]
        if not (tags.classes[ahead] in _INSIDE or word in DEEMED or word in ("as", "either")):
            break
        ahead += 1
    while ahead > at + 1 and tags.classes[ahead - 1] is WordClass.QUOTE:
        ahead -= 1
    is_verb = tags.word_class(ahead) in (WordClass.VERB, WordClass.SPEAKING)
    ahead += is_verb and ahead not in tags.quantities
    after = max(ahead, at + 1)
    chunk = Chunk(Kind.VERB, at, after, tags.tokens[after - 1])
    _describe(tags, chunk, at, after)
    return chunk


def deemed_group(tags: Tags, at: int, before: Sequence[Chunk]) -> Chunk | None:
    """Read "found dead" and "feared killed", which have no auxiliary; None where it is no such."""
    if tags.tokens[at] not in DEEMED:
        return None
    ahead = at + 1 + (tags.word(at + 1) == "as")
    if ahead not in tags.told or tags.told[ahead][0].roles.isdisjoint(DESCRIBING):
        return None
    return outcome_group(tags, at, ahead, before)


def outcome_group(tags: Tags, first: int, at: int, before: Sequence[Chunk]) -> Chunk | None:
    """Read a verb group whose main word tells an outcome; None where that word is no verb here."""
    if at not in tags.told:
        return None
    form, after = tags.told[at]
    is_open = bool(before) and before[-1].kind is Kind.PREPOSITION
    if form.roles.isdisjoint(VERBAL) or (
        first == at and tags.is_nominal(at, is_behind_preposition=is_open)
    ):
        return None
    chunk = Chunk(Kind.OUTCOME, first, after, tags.tokens[at])
    chunk.tell(form, at, after)
    _describe(tags, chunk, first, at)
    chunk.is_doubted |= _is_feared(before)
    if not form.roles.isdisjoint(_BASE) and form.roles.isdisjoint(_PAST):
        _judge_base(tags, chunk, first, at, before)
    return chunk


def _describe(tags: Tags, chunk: Chunk, first: int, after: int) -> None:
    """Note what the auxiliaries of a verb group say."""
    for place in range(first, after):
        its, word = tags.classes[place], tags.tokens[place]
        if its in (WordClass.BE, WordClass.HAVE):
            chunk.has_be |= its is WordClass.BE
            chunk.has_have |= its is WordClass.HAVE
            chunk.is_unreal |= word.endswith("n't")
        elif its in (WordClass.MODAL, WordClass.DO):
            chunk.is_unreal = True
        elif its is WordClass.NOT:
            chunk.is_unreal |= tags.word(place + 1) != "only"
        elif word in DOUBTED:
            chunk.is_doubted = True
        elif word in ("nearly", "almost"):
            chunk.is_unreal |= tags.word(place + 1) not in ("certainly", "all", "exclusively")
    if tags.classes[first] is WordClass.TO and not chunk.has_have:
        chunk.is_unreal = True


def _is_feared(before: Sequence[Chunk]) -> bool:
    """Whether the clause is what somebody fears or believes: "fear that 12 were killed"."""
    following = Kind.BREAK
    for earlier in reversed(before):
        if earlier.word in FEARING:
            return following in _FEARED
        if earlier.kind not in _CLAUSE:
            return False
        following = earlier.kind
    return False


def _judge_base(tags: Tags, chunk: Chunk, first: int, at: int, before: Sequence[Chunk]) -> None:
    """Say of "kill" whether it was done: in "managed to kill", and in "bombs kill 12"."""
    if tags.classes[first] is WordClass.TO:
        went_on = tags.word(first - 1) == "on" and tags.word(first - 2) == "went"
        chunk.is_unreal = tags.word(first - 1) not in MANAGING and not went_on
    elif first == at and tags.word_class(at - 1) is WordClass.LINK:
        for earlier in reversed(before):
            if earlier.kind in (Kind.OUTCOME, Kind.VERB):
                chunk.is_unreal = earlier.is_unreal
                break
