"""Who or what a figure counts, in the words of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, final

from attrs import evolve

from kazfigures.drafting.lexicon.nouns import (
    ANYBODY,
    HOUSEHOLDS,
    OF_DEATHS,
    PEOPLE,
    QUALIFIERS,
    THINGS,
)
from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.mentions.mentions import Mention
from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.sentences import Sentence

__all__ = ["Counted", "counted"]

_QUOTES: Final = frozenset("'\"")
_MARKS: Final = frozenset("'\".-")


@final
class Counted(NamedTuple):
    """What a figure counts: whom, and the unit, which is people or a noun of the text."""

    population: Phrase
    unit: str


def counted(sentence: Sentence, mention: Mention, before: Counted | None) -> Counted | None:
    """Say whom a figure counts; None where it counts nothing that the outcome befalls.

    `before` is what the figure before it in the sentence counts: "748 officers were wounded and 18
    killed" leaves out the second noun.
    """
    outcome = mention.outcome
    first, after = _noun(sentence, mention)
    words = sentence.tokens[first:after]
    if mention.needs_people and not _is_of_people(sentence, mention, words, before):
        return None
    if ANYBODY.issuperset(words):
        return _anybody(mention, before)
    phrase = Phrase(
        sentence.words(first, after).replace("/", " or "),
        Certainty.STATED,
        (Span(sentence.starts[first], sentence.ends[after - 1]),),
    )
    head = _head(words)
    if outcome.counts_people and head not in THINGS:
        return Counted(phrase, head if head in HOUSEHOLDS else "people")
    if not outcome.counts_things:
        return None
    head_after = first + words.index("of") if "of" in words else after
    return Counted(UNSAID, sentence.words(first, head_after).lower())


def _anybody(mention: Mention, before: Counted | None) -> Counted | None:
    """Say whom a number without a noun counts: those of the number before it, if they fit."""
    is_bare = mention.is_bare and not mention.is_toll
    counts_people = mention.outcome.counts_people
    if before is not None and is_bare and (before.unit == "people") is counts_people:
        population = before.population
        if population.words:
            population = evolve(population, certainty=Certainty.INFERRED)
        return Counted(population, before.unit)
    return Counted(UNSAID, "people") if counts_people else None


def _is_of_people(
    sentence: Sentence, mention: Mention, words: list[str], before: Counted | None
) -> bool:
    """Whether a noun is one of people; a bare number may be of them where something befell it.

    Of "killed five rebels and captured three" the three are rebels.
    """
    if words:
        return _head(words) in PEOPLE
    if before is not None and before.unit == "people":
        return True
    told = sentence.tokens[mention.noun.quantity_after : mention.noun.after]
    if PEOPLE.intersection(told):
        return True
    first = mention.noun.first
    return first < mention.teller.first and sentence.tokens[first - 1 : first] != ["of"]


def _noun(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """Find the words of a noun phrase behind its number, without what tells the outcome."""
    tokens = sentence.tokens
    first, after = _without_outcome(tokens, mention)
    while first < after and tokens[first] in QUALIFIERS:
        first += 1
    if mention.attached > mention.attached_first:  # "of the army", "of them children"
        named = _named(sentence, mention)
        if named is not None:
            return named
        if first < after:
            after = max(after, mention.attached)
        else:
            first, after = mention.attached_first, mention.attached
            while first < after and _is_empty(tokens[first]):
                first += 1
    return _without_marks(tokens, first, after)


def _without_outcome(tokens: Sequence[str], mention: Mention) -> tuple[int, int]:
    """Leave out what tells the outcome in the noun phrase itself: "18 [civilian] deaths"."""
    noun = mention.noun
    first, after = noun.quantity_after, noun.after
    if noun is not mention.teller or noun.form_first < first:
        return first, after
    if noun.form_first > first and noun.form_after == after:
        after = noun.form_first
        return (after, after) if OF_DEATHS.isdisjoint(tokens[first:after]) else (first, after)
    return noun.form_after, after


def _is_empty(word: str) -> bool:
    """Whether a word before a noun says nothing of it: "the", "other"."""
    return word_class(word) is WordClass.DETERMINER or word in QUALIFIERS


def _without_marks(tokens: Sequence[str], first: int, after: int) -> tuple[int, int]:
    """Leave out marks at the ends, but for quotation marks that are closed."""
    while first < after and tokens[after - 1] in _MARKS and not _closes(tokens, first, after - 1):
        after -= 1
    while (
        first < after and tokens[first] in _MARKS and tokens[first] not in tokens[first + 1 : after]
    ):
        first += 1
    return first, after


def _named(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """Find what somebody calls them: "26 of what it calls 'armed criminals'"."""
    tokens, first = sentence.tokens, mention.attached_first
    if tokens[first] not in ("what", "those", "whom"):
        return None
    for opened in range(first, min(first + 8, len(tokens))):
        if tokens[opened] in _QUOTES:
            ends = [at for at in range(opened + 1, len(tokens)) if tokens[at] == tokens[opened]]
            return (opened, ends[0] + 1) if ends else None
    return None


def _closes(tokens: Sequence[str], first: int, at: int) -> bool:
    """Whether a mark at the end closes what the same mark opened."""
    return tokens[at] != "." and tokens[at] in tokens[first:at]


def _head(words: list[str]) -> str:
    """Give the noun that the others describe: the last before "of"."""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]
