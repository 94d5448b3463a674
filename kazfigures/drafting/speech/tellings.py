"""Telling: reported speech, with the words of a sentence that it governs."""

from __future__ import annotations

from typing import Final, NamedTuple

from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.attributions import Attribution, attributions
from kazfigures.drafting.speech.names import Words
from kazfigures.drafting.speech.particles import DAYS, FINITE, NUMBERS, is_adverb
from kazfigures.drafting.speech.vocabulary import DETERMINERS, PRONOUNS

__all__ = ["Telling", "tellings"]

_CUTS: Final = frozenset(("while", "whereas", "but", "although", "though", ";", "yet"))
_NEW: Final = _CUTS | {"and", "who", "which", "that"}
_OCCASIONS: Final = frozenset(
    ("asked", "questioned", "responding", "reacting", "commenting", "after", "when")
)
_BETWEEN: Final = DETERMINERS | {"on", ",", "as", "saying", "in", "a", "statement", '"'}
"""What may stand between the verb of an outer speaker and the inner one."""


class Telling(NamedTuple):
    """Reported speech in the words of a sentence, before its speakers are named."""

    first: int
    after: int
    who: Words | None
    relay: Words | None
    is_before: bool
    is_open: bool = False
    """Whether who passes it on is still to come: "citing the ministry, AFP said"."""


def tellings(sentence: Sentence) -> list[Telling]:
    """Give each piece of speech the words that it governs, and make one of tellings of tellings."""
    told: list[Telling] = []
    size = len(sentence.tokens)
    reached = 0
    for one in attributions(sentence):
        cut = _cut(sentence, reached, one.first) if told else 0
        if told and _may_merge(sentence, told[-1], one, reached, cut):
            told[-1] = _merged(sentence, told[-1], one, reached)
        else:
            first = _opening(sentence, one, reached, cut, is_first=not told)
            if told:
                told[-1] = told[-1]._replace(after=first)
            told.append(Telling(first, size, one.who, one.relay, one.is_before, one.cites))
        reached = max(one.after, reached)
    return [one for one in told if one.who is not None or not one.is_open]


def _may_merge(sentence: Sentence, last: Telling, one: Attribution, reached: int, cut: int) -> bool:
    """Whether two speakers of a sentence tell of the same words."""
    if last.is_open:
        return True
    if last.is_before and _is_told_on(sentence, reached, one.first):
        return True
    if cut or (one.is_before and not one.cites):
        return False
    return one.cites or last.is_before or _is_empty(sentence, reached, one.first)


def _merged(sentence: Sentence, last: Telling, one: Attribution, reached: int) -> Telling:
    """Make one of two tellings of the same words: the inner speaker claims, the outer relays."""
    if one.cites:  # "AFP said, citing the ministry", "the ministry said, as quoted by AFP"
        relay = one.relay if one.who is None else last.who or last.relay
        return last._replace(who=one.who or last.who, relay=relay)
    if last.is_open:  # "citing the ministry, AFP said", "quoted by AFP, the ministry said"
        relay = last.relay if last.who is None else one.who
        who = last.who or one.who
        return last._replace(who=who, relay=relay, is_before=one.is_before, is_open=False)
    if one.who is None or sentence.tokens[one.who.first] in PRONOUNS:
        return last
    if last.who is None or (last.is_before and _is_told_on(sentence, reached, one.first)):
        return last._replace(who=one.who, relay=last.who)  # "AFP said the ministry said"
    if sentence.tokens[last.who.first] in ("our", "my"):
        return last._replace(who=one.who)  # '"Our records show 12," a doctor said'
    return last._replace(relay=last.relay or one.who)  # "the ministry said, AFP reported"


def _opening(
    sentence: Sentence, one: Attribution, reached: int, cut: int, *, is_first: bool
) -> int:
    """Find where the words that a speaker governs begin."""
    tokens = sentence.tokens
    before = tokens[one.first - 1] if one.first else ""
    if is_first:
        is_apart = before in _NEW or (before == "," and _is_occasion(tokens))
        return one.first if one.is_before and is_apart else 0
    if one.is_before:
        return one.first
    return cut or reached


def _is_occasion(tokens: list[str]) -> bool:
    """Whether a sentence begins with what its speaker did not say: "asked about claims that"."""
    return tokens[0] in _OCCASIONS or tokens[1:3] in (
        ["months", "after"],
        ["days", "after"],
        ["years", "after"],
    )


def _cut(sentence: Sentence, first: int, after: int) -> int:
    """Find where the last new clause begins between two words; 0 where none does."""
    tokens = sentence.tokens
    for place in range(after - 1, first - 1, -1):
        if tokens[place] in _CUTS or (tokens[place] == "and" and tokens[place - 1] == ","):
            return place
    return 0


def _is_told_on(sentence: Sentence, first: int, after: int) -> bool:
    """Whether nothing but a day stands between an outer speaker and the inner one."""
    for word in sentence.tokens[first:after]:
        if not (word in _BETWEEN or word in DAYS or is_adverb(word)):
            return False
    return True


def _is_empty(sentence: Sentence, first: int, after: int) -> bool:
    """Whether nothing is said in some words but where and when somebody spoke."""
    words = sentence.tokens[first:after]
    has_number = any(word[0].isdecimal() or word in NUMBERS for word in words)
    return FINITE.isdisjoint(words) and (not has_number or not DAYS.isdisjoint(words))
