"""Speech: who says a figure, and who is cited for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple, final

from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.names import Words, is_name, kind, name, noun_at
from kazfigures.drafting.speech.particles import JOINING, NUMBERS
from kazfigures.drafting.speech.speakers import beside
from kazfigures.drafting.speech.tellings import Telling, tellings
from kazfigures.drafting.speech.vocabulary import DOCUMENTS, KINDS, PRONOUNS, Kind

__all__ = ["Speech", "Speeches"]

_MONTHS: Final = frozenset(
    (
        *("january", "february", "april", "june", "july", "august", "september", "october"),
        *("november", "december"),
    )
)
"""Without "may" and "march", which are other words too."""
_BEFORE_YEAR: Final = frozenset(("in", "since", "of", "during", "from", "a", "the", ",")) | _MONTHS
_LISTED: Final = frozenset("-*\u2022\u25cf\u25aa\u00b7")
_HEADING: Final = 12
"""A heading has at most so many words."""
_DATELINE: Final = 14
"""A dateline names its agency within so many words."""
_SURNAME: Final = 3
"""Somebody named before is named again in so many words: "Perez", "De Souza", "Mr. Ruiz"."""
_ANYONE: Final = frozenset(("official", "spokesman", "spokeswoman", "spokesperson", "officer"))
"""Behind "the" they are whoever spoke last."""
_WHATEVER: Final = DOCUMENTS | {"source", "sources"}
"""Behind "the" they are of whoever spoke last, be it a body."""
_HEARSAY: Final = frozenset(
    (
        *("report", "reports", "claims", "claim", "allegations", "allegation", "rumours", "rumors"),
        *("accusations", "suggestions", "speculation"),
    )
)
_DOUBTING: Final = frozenset(
    (
        *("aware", "investigate", "investigating", "examining", "probing", "reviewing"),
        *("checking", "verifying", "verify", "confirm", "into", "information", "evidence"),
        *("comment", "respond", "asked"),
    )
)
"""Before "reports that" they tell that whoever speaks does not claim it."""
_REPORTED: Final = 12
_DOUBTED: Final = 6
"""So many words a figure and its report, or a report and what doubts it, are apart at most."""
_POINTING: Final = frozenset(("this", "that", "these", "those"))


class Speech(NamedTuple):
    """One piece of reported speech: what it governs, who says it and who is cited for that."""

    start: int
    end: int
    claimant: Phrase
    relay: Phrase


@final
class Speeches:
    """Who says what in a text, sentence by sentence."""

    __slots__ = ("_carried", "_said", "_sentences")

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        reader = _Reader()
        quotation = _Quotation()
        self._said: list[list[Speech]] = []
        self._carried: list[tuple[Phrase, Phrase]] = []
        for index, sentence in enumerate(sentences):
            carried, said = reader.read(sentence)
            self._carried.append(carried)
            self._said.append(said)
            waiting = quotation.read(index, sentence, has_speaker=bool(said))
            if waiting:
                speaker = _inferred(said[0].claimant), _inferred(said[0].relay)
                self._carried[waiting.start : waiting.stop] = [speaker] * len(waiting)

    def of(self, index: int, span: Span) -> tuple[Phrase, Phrase]:
        """Give the claimant and the relay for some words of a sentence."""
        for speech in self._said[index]:
            if speech.start <= span.start < speech.end:
                return speech.claimant, speech.relay
        return self._carried[index]

    def of_figure(self, index: int, span: Span) -> tuple[Phrase, Phrase]:
        """Give the claimant and the relay for a figure: nobody, where its report is doubted."""
        is_doubted = _is_doubted(self._sentences[index], span.start)
        return (UNSAID, UNSAID) if is_doubted else self.of(index, span)


def _is_doubted(sentence: Sentence, start: int) -> bool:
    """Whether a figure is of reports that are looked into: "said it was aware of reports that"."""
    tokens = sentence.tokens
    if _HEARSAY.isdisjoint(tokens):
        return False
    at = bisect_left(sentence.starts, start)
    for place in range(at - 1, max(at - _REPORTED, -1), -1):
        if tokens[place] in (";", "but") or tokens[place : place + 2] == [",", "and"]:
            return False
        if tokens[place] in _HEARSAY and tokens[place + 1] in ("that", "of"):
            return not _DOUBTING.isdisjoint(tokens[max(place - _DOUBTED, 0) : place])
    return False


class _Quotation:
    """A quotation that runs over sentences, of which the last names the speaker."""

    __slots__ = ("_first", "_is_open", "_is_spoken", "_paragraph")

    def __init__(self) -> None:
        self._paragraph = -1
        self._is_open = False
        self._is_spoken = False
        self._first = 0

    def read(self, index: int, sentence: Sentence, *, has_speaker: bool) -> range:
        """Give the sentences that waited for the speaker whom this one names."""
        if sentence.paragraph != self._paragraph:
            self._is_open = False
        self._paragraph = sentence.paragraph
        is_waiting = self._is_open and not self._is_spoken
        waiting = range(self._first, index) if is_waiting and has_speaker else range(0)
        if not self._is_open:
            self._first, self._is_spoken = index, False
        self._is_spoken = self._is_spoken or has_speaker
        self._is_open = self._is_open != (sentence.tokens.count('"') % 2 == 1)
        return waiting


class _Memory:
    """Who has spoken so far, by the words that may go back to them."""

    __slots__ = ("_by_kind", "_by_noun", "_last")

    def __init__(self) -> None:
        self._by_noun: dict[str, Phrase] = {}
        self._by_kind: dict[Kind, Phrase] = {}
        self._last: Phrase | None = None

    def named(self, sentence: Sentence, who: Words) -> Phrase:
        """Name a speaker, by the full name where these words go back to one."""
        known = self._recalled(sentence, who)
        phrase = _named(sentence, who)
        if known is None or known.words.casefold() == phrase.words.casefold():
            self._keep(sentence, who, phrase)
            return phrase
        if known is UNSAID:
            return UNSAID
        self._last = known
        here = Span(sentence.starts[who.first], sentence.ends[who.after - 1])
        return Phrase(known.words, Certainty.INFERRED, (*known.spans, here))

    def _recalled(self, sentence: Sentence, who: Words) -> Phrase | None:
        """Give the speaker that words go back to; None where they are a name of their own."""
        tokens = sentence.tokens
        first, noun = tokens[who.first], tokens[who.after - 1]
        size = who.after - who.first
        if size == 1 and first in PRONOUNS:
            fitting = [sort for sort in PRONOUNS[first] if sort in self._by_kind]
            return self._by_kind[fitting[0]] if fitting else UNSAID
        if size <= _SURNAME and noun not in KINDS:
            return self._surnamed(sentence, who)
        is_pointing = size > 1 and (first in _POINTING or tokens[who.first + 1] == "same")
        if not is_pointing and (size != 2 or first != "the"):
            return None
        known = self._by_noun.get(noun)
        if known is None and noun in _ANYONE:
            return self._by_kind.get(Kind.PERSON)
        if known is None and (is_pointing or noun in _WHATEVER):
            return self._last
        return known

    def _surnamed(self, sentence: Sentence, who: Words) -> Phrase | None:
        """Give the person whose name ends in these words, or in the one behind a title."""
        known = self._by_noun.get(sentence.tokens[who.after - 1])
        if known is None:
            return None
        here = sentence.words(*who).casefold()
        is_titled = KINDS.get(sentence.tokens[who.first]) is Kind.PERSON
        return known if is_titled or known.words.casefold().endswith(here) else None

    def _keep(self, sentence: Sentence, who: Words, phrase: Phrase) -> None:
        self._last = phrase
        self._keep_noun(sentence, who, phrase)
        tokens = sentence.tokens
        aside = beside(sentence, who)
        if aside is not None and kind(sentence, aside) is Kind.PERSON:
            self._keep_noun(sentence, aside, phrase)
        elif aside is not None and is_name(sentence, aside):
            self._by_noun[tokens[aside.after - 1]] = phrase
        is_person = kind(sentence, who) in (None, Kind.PERSON)
        surname = tokens[who.after - 1]
        if is_person and surname not in KINDS and JOINING.isdisjoint(tokens[who.first : who.after]):
            self._by_noun[surname] = phrase

    def _keep_noun(self, sentence: Sentence, who: Words, phrase: Phrase) -> None:
        """Keep a speaker under its noun, and the body that it speaks for under its own."""
        tokens = sentence.tokens
        at = noun_at(sentence, who)
        if at is not None:
            self._by_noun[tokens[at]] = phrase
        sort = kind(sentence, who)
        self._by_kind[Kind.PERSON if sort is None else sort] = phrase
        for place in range(who.first + 1, who.after - 1):
            body = Words(place + 1, who.after)
            at = noun_at(sentence, body)
            if tokens[place] in JOINING and at is not None and kind(sentence, body) is Kind.BODY:
                phrase = _named(sentence, body)
                self._by_noun[tokens[at]] = phrase
                self._by_kind.setdefault(Kind.BODY, phrase)
                return


class _Reader:
    """Goes through the sentences of a text and keeps who spoke last."""

    def __init__(self) -> None:
        self._memory = _Memory()
        self._claimant = UNSAID
        self._relay = UNSAID
        self._dateline = UNSAID
        self._spoken: Sentence | None = None
        self._paragraph = -1
        self._counted = 0
        self._counted_spoken = 0

    def read(self, sentence: Sentence) -> tuple[tuple[Phrase, Phrase], list[Speech]]:
        """Give who is taken to speak where nobody is named, and the speech of a sentence."""
        told = tellings(sentence)
        has_figures = sentence.has_digits or not NUMBERS.isdisjoint(sentence.tokens)
        if "(" in sentence.tokens:
            self._read_dateline(sentence)
        if not told and not has_figures:
            if _is_heading(sentence.tokens):
                self._spoken = None
            return (UNSAID, UNSAID), []
        if sentence.paragraph != self._paragraph and sentence.tokens[0] not in _LISTED:
            self._counted += 1
        self._paragraph = sentence.paragraph
        carried = self._carried(sentence)
        said = [self._speech(sentence, telling) for telling in told]
        if said:
            self._claimant, self._relay = said[-1].claimant, said[-1].relay
            self._spoken = sentence
            self._counted_spoken = self._counted
        return carried, said

    def _carried(self, sentence: Sentence) -> tuple[Phrase, Phrase]:
        spoken = self._spoken
        if (
            spoken is None
            or self._counted - self._counted_spoken > 1
            or _is_of_another_time(sentence.tokens, spoken.tokens)
        ):
            return UNSAID, self._dateline
        return _inferred(self._claimant), _inferred(self._relay)

    def _speech(self, sentence: Sentence, telling: Telling) -> Speech:
        relay = claimant = UNSAID
        if telling.relay is not None:
            relay = self._memory.named(sentence, telling.relay)
        if telling.who is not None:
            claimant = self._memory.named(sentence, telling.who)
        if telling.relay is None:
            is_same = claimant.words == self._claimant.words
            goes_on = is_same and claimant.certainty is Certainty.INFERRED
            relay = _inferred(self._relay) if goes_on else self._dateline
        if relay.words == claimant.words:
            relay = UNSAID
        start, end = sentence.starts[telling.first], sentence.ends[telling.after - 1]
        return Speech(start, end, claimant, relay)

    def _read_dateline(self, sentence: Sentence) -> None:
        """Keep the agency of a dateline: "ALMATY, Jan 7 (Reuters) -", "Almaty (CNN)Police said"."""
        tokens = sentence.tokens
        opening = tokens.index("(")
        if opening > _DATELINE or ")" not in tokens[opening : opening + 6]:
            return
        closing = tokens.index(")", opening)
        who = Words(opening + 1, closing)
        is_run_on = sentence.ends[closing] in sentence.starts[closing + 1 : closing + 2]
        is_dateline = is_run_on or tokens[closing + 1 : closing + 2] in (["-"], ["\u2014"])
        if is_dateline and closing > opening + 1 and kind(sentence, who) is Kind.OUTLET:
            self._dateline = _inferred(_named(sentence, who))


def _named(sentence: Sentence, who: Words) -> Phrase:
    span = name(sentence, who)
    return Phrase(" ".join(sentence.text[span.start : span.end].split()), Certainty.STATED, (span,))


def _inferred(phrase: Phrase) -> Phrase:
    if phrase.certainty is not Certainty.STATED:
        return phrase
    return Phrase(phrase.words, Certainty.INFERRED, phrase.spans)


def _is_heading(tokens: list[str]) -> bool:
    return len(tokens) <= _HEADING and tokens[-1] not in '.!?"\u2026:'


def _is_of_another_time(tokens: list[str], spoken: list[str]) -> bool:
    """Whether a sentence is of another month or year than the one in which somebody spoke."""
    for before, word in pairwise(tokens):
        if word in ("year", "month", "years") and before in ("last", "previous"):
            return True
        if word == "ago" and before in ("year", "years", "months", "decades"):
            return True
        is_year = len(word) == 4 and word.isdecimal() and "1900" <= word <= "2100"
        if is_year and before in _BEFORE_YEAR and word not in spoken:
            return True
    months = _MONTHS.intersection(tokens)
    others = _MONTHS.intersection(spoken)
    return bool(months and others) and months.isdisjoint(others)
