"""chunked: a sentence parted into noun phrases, verb groups and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.noun_phrases import noun_phrase
from kazfigures.drafting.grammar.tags import Tags
from kazfigures.drafting.grammar.verb_groups import (
    deemed_group,
    is_infinitive,
    outcome_group,
    verb_group,
)
from kazfigures.drafting.lexicon.outcomes import Lexicon
from kazfigures.drafting.lexicon.word_classes import WordClass
from kazfigures.drafting.sentences import Sentence
from kazfigures.wording import Quantity

__all__ = ["chunked"]

_AUXILIARY: Final = frozenset(
    (WordClass.BE, WordClass.HAVE, WordClass.DO, WordClass.MODAL, WordClass.NOT)
)
_LINKS: Final = {
    "as": ("as", "well", "as"),
    "along": ("along", "with"),
    "together": ("together", "with"),
    "in": ("in", "addition", "to"),
    "and": ("and", "also"),
}
"""Links of several words, by the first."""
_KINDS: Final = {
    WordClass.PREPOSITION: Kind.PREPOSITION,
    WordClass.TO: Kind.PREPOSITION,
    WordClass.LINK: Kind.LINK,
    WordClass.COMMA: Kind.COMMA,
    WordClass.RELATIVE: Kind.RELATIVE,
    WordClass.BREAK: Kind.BREAK,
    WordClass.OPENING: Kind.BREAK,
    WordClass.CONDITION: Kind.BREAK,
    WordClass.OPENS: Kind.BRACKET,
    WordClass.CLOSES: Kind.BRACKET,
    WordClass.PRONOUN: Kind.NOUN,
    WordClass.TIME: Kind.TIME,
    WordClass.VERB: Kind.VERB,
    WordClass.SPEAKING: Kind.VERB,
}
"""What a word is that stands alone; the rest is passed over."""


def chunked(sentence: Sentence, lexicon: Lexicon, quantities: Sequence[Quantity]) -> list[Chunk]:
    """Part a sentence into chunks, in one pass."""
    tags = Tags(sentence, lexicon, quantities)
    chunks: list[Chunk] = []
    at = 0
    while at < tags.count:
        chunk = _chunk_at(tags, at, chunks)
        if chunk is None:
            at += 1
        else:
            chunks.append(chunk)
            at = chunk.after
    return chunks


def _chunk_at(tags: Tags, at: int, before: Sequence[Chunk]) -> Chunk | None:
    """Read the chunk that starts here; None for a word that is passed over."""
    its = tags.classes[at]
    if at in tags.quantities:
        return noun_phrase(tags, at, before)
    if at in tags.told and its is not WordClass.DETERMINER:
        return (
            _link(tags, at) or outcome_group(tags, at, at, before) or noun_phrase(tags, at, before)
        )
    if its in _AUXILIARY or (its is WordClass.TO and is_infinitive(tags, at)):
        return verb_group(tags, at, before)
    if its in (WordClass.NOUN, WordClass.DETERMINER):
        return _link(tags, at) or noun_phrase(tags, at, before)
    return _link(tags, at) or deemed_group(tags, at, before) or _lone(tags, at)


def _link(tags: Tags, at: int) -> Chunk | None:
    """Read "as well as" and the like."""
    words = _LINKS.get(tags.tokens[at])
    if words is None or tuple(tags.tokens[at : at + len(words)]) != words:
        return None
    return Chunk(Kind.LINK, at, at + len(words), "and")


def _lone(tags: Tags, at: int) -> Chunk | None:
    """Read a word or mark that stands alone."""
    word = tags.tokens[at]
    if word == "-" and not tags.is_glued(at):  # a dash: "18 dead - officials"
        return Chunk(Kind.COMMA, at, at + 1 + (tags.word(at + 1) == "-"), word)
    kind = _KINDS.get(tags.classes[at])
    return None if kind is None else Chunk(kind, at, at + 1, word)
