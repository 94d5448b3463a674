"""Notices of a text: what it reports as denied, retracted or corrected."""

from __future__ import annotations

from collections.abc import Sequence

from kazfigures.drafting.drafts.drafts import DraftNotice
from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.claimants import Speeches
from kazfigures.drafting.speech.names import Words, name
from kazfigures.drafting.speech.withdrawals import Number, Withdrawal, withdrawals
from kazfigures.moments import Moment
from kazfigures.wording import WordTable

__all__ = ["notices", "withdrawn_spans"]


def notices(
    sentences: Sequence[Sentence],
    speeches: Speeches,
    *,
    reported: Moment,
    source: str,
    words: WordTable,
) -> tuple[DraftNotice, ...]:
    """Find what a text reports as denied, retracted or corrected, in the order of its words."""
    return tuple(
        [
            _notice(sentence, one, by, reported=reported, source=source)
            for index, sentence in enumerate(sentences)
            for one in withdrawals(sentence, words)
            for by, _ in [speeches.of(index, _span(sentence, one.words))]
        ]
    )


def withdrawn_spans(sentence: Sentence, words: WordTable) -> frozenset[Span]:
    """Find the figures that a sentence denies, retracts or replaces: nobody claims them in it."""
    return frozenset(
        [one.number.span for one in withdrawals(sentence, words) if one.number is not None]
    )


def _notice(
    sentence: Sentence, one: Withdrawal, by: Phrase, *, reported: Moment, source: str
) -> DraftNotice:
    whose = UNSAID
    if one.is_own:
        whose = by if by is UNSAID else Phrase(by.words, Certainty.INFERRED, by.spans)
    elif one.whose is not None:
        span = name(sentence, one.whose)
        words = " ".join(sentence.text[span.start : span.end].split())
        whose = Phrase(words.removesuffix("'s"), Certainty.STATED, (span,))
    parts = (
        ("kind", Phrase(one.kind.value, Certainty.STATED, (_span(sentence, one.words),))),
        ("by", by),
        ("whose", whose),
        ("figure", _phrase(one.number)),
        ("instead", _phrase(one.instead)),
    )
    return DraftNotice(
        kind=one.kind,
        by=by.words,
        whose=whose.words,
        figure=None if one.number is None else one.number.figure,
        instead=None if one.instead is None else one.instead.figure,
        reported=reported,
        source=source,
        sentence=Span(sentence.start, sentence.end),
        phrases=parts,
    )


def _span(sentence: Sentence, words: Words) -> Span:
    return Span(sentence.starts[words.first], sentence.ends[words.after - 1])


def _phrase(number: Number | None) -> Phrase:
    if number is None:
        return UNSAID
    return Phrase(number.figure.wording, Certainty.STATED, (number.span,))
