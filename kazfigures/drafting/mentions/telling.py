"""mentions: which figures of a sentence count which outcomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunking import chunked
from kazfigures.drafting.grammar.chunks import Chunk, Kind
from kazfigures.drafting.grammar.clauses import Clause, Place
from kazfigures.drafting.lexicon.nouns import PEOPLE
from kazfigures.drafting.lexicon.outcomes import Lexicon
from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.mentions.mentions import Mention
from kazfigures.drafting.mentions.nouns import told_by_noun
from kazfigures.drafting.mentions.settling import settled
from kazfigures.drafting.mentions.tolls import told_by_total
from kazfigures.drafting.mentions.verbs import told_by_verb
from kazfigures.drafting.sentences import Sentence
from kazfigures.wording import Quantity

__all__ = ["mentions"]


_RATES: Final = frozenset(("per", "annually", "daily", "yearly", "weekly", "monthly"))
_REPEATING: Final = _RATES | {"a", "each", "every"}
"""Without one of these nothing is said to happen again and again."""
_GOING_ON: Final = frozenset((Kind.PREPOSITION, Kind.NOUN, Kind.TIME))
_EVERYBODY: Final = frozenset(("all", "everyone", "everybody"))
_OPENING: Final = 3
"""Before so many words nothing but "every day," has been said."""
_RANKS: Final = frozenset(("forces", "army", "police", "ranks", "military", "troops"))
"""Nouns of people behind "in", where others are places."""
_PERIODS: Final = frozenset(
    ("year", "month", "week", "day", "hour", "minutes", "seconds", "hours", "days")
)


def mentions(sentence: Sentence, lexicon: Lexicon, quantities: Sequence[Quantity]) -> list[Mention]:
    """Find which quantities of a sentence count which outcomes, in the order of the quantities.

    A question says nothing.
    """
    if sentence.tokens[-1] == "?":
        return []
    outside, inside = _unbracketed(chunked(sentence, lexicon, quantities))
    found = [*_told(Clause(sentence.tokens, outside))]
    for anchor, chunks in inside:
        found += _told(Clause(sentence.tokens, chunks))
        found += _parts_of(anchor, chunks, found)
    return settled(sentence, quantities, found)


def _told(clause: Clause) -> Iterator[Mention]:
    """Go through what tells an outcome, and tie the figures to it."""
    may_repeat = not _REPEATING.isdisjoint(clause.tokens)
    for at, chunk in enumerate(clause.chunks):
        if chunk.form is None:
            if chunk.quantity >= 0:
                continue
            places = told_by_total(clause, at)
        elif chunk.kind is Kind.OUTCOME:
            places = zip(told_by_verb(clause, at, chunk), repeat(chunk))
        else:
            places = zip(told_by_noun(clause, at, chunk), repeat(chunk))
        for place, teller in places:
            noun = clause.chunks[place.at]
            if noun.quantity < 0 or teller.form is None or _is_spared(clause, noun):
                continue
            if may_repeat and (
                _is_rate(clause, noun, teller) or _is_often(clause, noun, max(place.at, at) + 1)
            ):
                continue
            first, after = _attached(clause, place, teller)
            yield Mention(
                noun.quantity, teller.form.outcome, noun, teller, place.standing, first, after
            )


def _is_rate(clause: Clause, noun: Chunk, teller: Chunk) -> bool:
    """Whether it happens again and again: "kills 40,000 a year", "one every four seconds"."""
    return any(_is_period(clause.tokens[after : after + 3]) for after in (noun.after, teller.after))


def _is_often(clause: Clause, noun: Chunk, at: int) -> bool:
    """Whether the clause begins or goes on to say how often: "by police in the US every year"."""
    while clause.kind(at) in _GOING_ON:
        at += 1
    after = clause.chunks[at - 1].after
    opening = clause.tokens[: 2 * (noun.first <= _OPENING)]
    said = (opening, clause.tokens[after - 2 : after], clause.tokens[after : after + 1])
    return any(_is_repeated(words) for words in said)


def _is_repeated(words: Sequence[str]) -> bool:
    """Whether words are "annually", "every day" or "each year"."""
    first, *following = words or ("",)
    if first in ("each", "every"):
        return following[-1:] != [] and following[-1] in _PERIODS
    return first in ("annually", "yearly")


def _is_spared(clause: Clause, noun: Chunk) -> bool:
    """Whether it counts those whom it did not befall: "all but two died"."""
    tokens, first = clause.tokens, noun.first
    return first > 1 and tokens[first - 1] == "but" and tokens[first - 2] in _EVERYBODY


def _is_period(words: Sequence[str]) -> bool:
    """Whether words say how often: "per", "daily", "a year", "every four seconds"."""
    first, *following = words or ("",)
    if first == "a":
        return not _PERIODS.isdisjoint(following[:1])
    return first in _RATES or (first in ("each", "every") and not _PERIODS.isdisjoint(following))


def _attached(clause: Clause, place: Place, teller: Chunk) -> tuple[int, int]:
    """Find who a number counts behind it: "12 members [of the UP]", "three were [women]"."""
    is_total = place.standing is Standing.TOTAL
    whom = _whom_in_toll(clause, teller) if is_total else _whom(clause, place)
    if whom is None:
        after = clause.chunks[place.at].after
        return after, _behind_shared(clause, place.at)
    if whom.form is None:
        return max(whom.first, whom.quantity_after), whom.after
    return whom.form_after, whom.after  # "two of the 18 dead [officers]", and nobody in "the dead"


def _behind_shared(clause: Clause, at: int) -> int:
    """Find where the nouns end that one number counts: "18 [police and guardsmen]"."""
    after = clause.chunks[at].after
    if clause.word(at + 1) not in ("and", "or", "/") or clause.kind(at + 2) is not Kind.NOUN:
        return after
    other = clause.chunks[at + 2]
    first = word_class(clause.tokens[other.first])
    is_shared = other.quantity < 0 and first is WordClass.NOUN and other.word in PEOPLE
    return other.after if is_shared and not clause.chunks[at].is_bare else after


def _whom_in_toll(clause: Clause, teller: Chunk) -> Chunk | None:
    """Find whom a toll counts: "the number of [officers] killed", "of wounded in the [forces]"."""
    at = clause.chunks.index(teller)
    if teller.kind is Kind.OUTCOME and clause.kind(at - 1) is Kind.NOUN:
        return clause.chunks[at - 1] if clause.word(at - 2) == "of" else None
    is_said = clause.kind(at + 2) is Kind.NOUN and clause.chunks[at + 2].quantity < 0
    is_group = clause.word(at + 1) in ("among", "of") or clause.word(at + 2) in _RANKS
    return clause.chunks[at + 2] if is_said and is_group else None


def _whom(clause: Clause, place: Place) -> Chunk | None:
    """Find the noun phrase that says who a number counts, where another one does."""
    at = place.at
    is_of = clause.word(at + 1) == "of"
    said = at + 3 if is_of else at + 1
    if place.standing is Standing.PART and _is_copula(clause, said):
        return clause.chunks[said + 1]
    if is_of and clause.kind(at + 2) is Kind.NOUN:
        is_of_them = clause.is_of_them(at)
        whom = at + 2 + is_of_them  # "three of them children"
        is_noun = clause.kind(whom) is Kind.NOUN
        if not is_noun or (is_of_them and clause.chunks[whom].quantity >= 0):
            return None
        return clause.chunks[whom]
    if clause.word(at - 3) == "among" and clause.kind(at - 1) is Kind.COMMA:
        return clause.chunks[at - 2]
    return None


def _is_copula(clause: Clause, at: int) -> bool:
    """Whether "to be" stands here with a noun that nobody counts behind it."""
    return (
        clause.kind(at) is Kind.VERB
        and clause.chunks[at].has_be
        and clause.kind(at + 1) is Kind.NOUN
        and clause.chunks[at + 1].quantity < 0
    )


def _unbracketed(chunks: list[Chunk]) -> tuple[list[Chunk], list[tuple[Chunk | None, list[Chunk]]]]:
    """Part what stands in brackets from the rest; each with the chunk before it.

    "The massacre [of six priests]" is read on: such brackets hold what an editor supplied.
    """
    if all(chunk.kind is not Kind.BRACKET for chunk in chunks):
        return chunks, []
    outside: list[Chunk] = []
    inside: list[tuple[Chunk | None, list[Chunk]]] = []
    current = outside
    for place, chunk in enumerate(chunks):
        if chunk.kind is not Kind.BRACKET:
            if (
                current is outside
                and outside
                and _is_rest_of(outside[-1], chunk, chunks[place - 1])
            ):
                outside[-1].after, outside[-1].word = chunk.after, chunk.word
            else:
                current.append(chunk)
        elif chunk.word in ")]}":
            current = outside
        elif place + 1 < len(chunks) and chunks[place + 1].word != "of":
            current = list[Chunk]()
            inside.append((outside[-1] if outside else None, current))
    return outside, inside


def _is_rest_of(earlier: Chunk, chunk: Chunk, between: Chunk) -> bool:
    """Whether brackets only part a number from its noun: "seven [as heard] people"."""
    return (
        between.kind is Kind.BRACKET
        and earlier.kind is chunk.kind is Kind.NOUN
        and earlier.quantity >= 0 > chunk.quantity
        and earlier.after == earlier.quantity_after
    )


def _parts_of(anchor: Chunk | None, chunks: list[Chunk], found: list[Mention]) -> list[Mention]:
    """Tie what brackets list behind a figure: "eight people (three soldiers, five civilians)"."""
    if anchor is None or any(
        chunk.kind not in (Kind.NOUN, Kind.LINK, Kind.COMMA) for chunk in chunks
    ):
        return []
    return [
        whole._replace(quantity=chunk.quantity, noun=chunk, standing=Standing.PART)
        for whole in found
        if whole.noun is anchor
        for chunk in chunks
        if chunk.quantity >= 0
    ]
