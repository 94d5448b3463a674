"""Name: the words of a sentence that name a speaker, and what they say of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from kazfigures.drafting.phrases import Span
from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.particles import DAYS, JOINING, QUALITIES
from kazfigures.drafting.speech.vocabulary import DETERMINERS, DOCUMENTS, KINDS, Kind

__all__ = ["Words", "is_name", "is_proper", "kind", "name", "noun_at"]

_ENDS: Final = frozenset('.!?"')
"""A headline ends in none of these."""
_LONG: Final = 4
"""Headlines write longer words with a capital letter, where they do so at all."""
_MANY: Final = 40
_LEADING: Final = DETERMINERS | {"country's", "nation's", "city's", "same"}
_RELAYING: Final = frozenset(("agency", "agencies", "station", "network", "service"))


class Words(NamedTuple):
    """Some words of a sentence: `tokens[first:after]`."""

    first: int
    after: int


def is_proper(sentence: Sentence, at: int) -> bool:
    """Whether a capital letter makes a name of a word: "Ahmed Said", but not "Police Say"."""
    if not at or not sentence.begins_with_capital(at):
        return False
    return sentence.tokens[-1] in _ENDS or any(
        len(word) > _LONG and word.isalpha() and not sentence.begins_with_capital(place)
        for place, word in enumerate(sentence.tokens[:_MANY])
    )


def is_name(sentence: Sentence, who: Words) -> bool:
    """Whether words are a name, as their capital letters show."""
    tokens = sentence.tokens
    first = who.first + (tokens[who.first] in DETERMINERS)
    if first >= who.after or not tokens[first].isalpha():
        return False
    for place in range(first, who.after):
        word = tokens[place]
        if word in DAYS:
            return False
        if word[0].isalpha() and word not in JOINING and not sentence.begins_with_capital(place):
            return False
    return True


def kind(sentence: Sentence, who: Words) -> Kind | None:
    """Say what sort of speaker is named; None where the words do not show it."""
    at = noun_at(sentence, who)
    if at is None:
        return None
    tokens = sentence.tokens
    word = _bare(tokens[at])
    if word in _RELAYING and any(
        KINDS.get(_bare(before)) is Kind.OUTLET for before in tokens[who.first : at]
    ):
        return Kind.OUTLET  # a news agency, the BBC's Russian service
    return KINDS[word]


def noun_at(sentence: Sentence, who: Words) -> int | None:
    """Find the noun of a name: the last one that names a sort of speaker, before any "of"."""
    tokens = sentence.tokens
    end = who.first + 1
    while end < who.after and tokens[end] not in JOINING:
        end += 1
    for place in range(end - 1, who.first - 1, -1):
        if _bare(tokens[place]) in KINDS:
            return place
    return None


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def name(sentence: Sentence, who: Words) -> Span:
    """Give the characters of a speaker's name: without an article, and without what it issued.

    "The ministry's figures" and "a statement from the ministry" are the ministry's.
    """
    tokens = sentence.tokens
    first, after = who
    for place in range(first, after - 2):
        is_issued = tokens[place] in DOCUMENTS and tokens[place + 1] in ("from", "of")
        if is_issued and _is_whose(sentence, Words(place + 2, after)):
            first = place + 2
            break
    while first < after - 1 and tokens[first] in _LEADING:
        first += 1
    end = after
    while end > first and (tokens[end - 1] in DOCUMENTS or tokens[end - 1] == "'"):
        end -= 1
    if end == after or not _is_whose(sentence, Words(first, end)):
        return Span(sentence.starts[first], sentence.ends[after - 1])
    return Span(sentence.starts[first], sentence.ends[end - 1] - 2 * tokens[end - 1].endswith("'s"))


def _is_whose(sentence: Sentence, rest: Words) -> bool:
    """Whether the words before a document say whose it is."""
    words = sentence.tokens[rest.first : rest.after]
    if QUALITIES.issuperset(words):
        return False
    return kind(sentence, rest) is not None or is_name(sentence, rest)
