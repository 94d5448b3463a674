"""The as-of of a figure: the day, month or year that the words about it give.

Everything is resolved against the moment of publication alone, in its zone, and never to a day
after it: a weekday is the last one until then, and so is a date without a year.
What that moment leaves open stays open: a text known to be of January gives no day for "Thursday".
"""

from __future__ import annotations

from functools import partial
from typing import Final

from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.settings.adjuncts import Adjunct, Regions, Tie
from kazfigures.drafting.settings.date_words import DatedWords, dated_words
from kazfigures.drafting.settings.days import last_date, resolve
from kazfigures.moments import Moment

__all__ = ["Dates"]

_MODERN: Final = 1900
_BEFORE_YEAR: Final = frozenset(("a", "the", "in", "of", "during"))
"""Behind these a number may be a year: "a 2007 earthquake", "the 2011 riots"."""


class Dates:
    """The dates of a sentence, and which of its figures each goes with."""

    __slots__ = ("_dates", "_regions", "_reported")

    def __init__(self, regions: Regions, *, reported: Moment) -> None:
        self._regions = regions
        self._dates = dated_words(regions)
        self._reported = reported

    def of(self, number: int) -> tuple[Moment | None, Phrase]:
        """Give the moment that the words about a figure say it is true of, and those words.

        A date of the telling counts where the figure has none of its own: what was counted on
        Friday was so on Friday at the latest.
        """
        tied = self._regions.nearest(number, self._dates)
        if not tied or all(tie is Tie.TELLING for tie, *_ in tied):
            year = self._earlier_year()
            if year is not None:
                return year
        if not tied:
            return None, UNSAID
        best = min(tied, key=lambda one: (-_rank(one[0], one[2]), one[1]))
        told = [one for one in tied if one[0] is Tie.TELLING and one is not best]
        if best[2].is_current and told:
            best, *told = told
        is_only = sum(tie is Tie.BESIDE for tie, *_ in tied) == 1
        for tie, _, dated in (best, *told):
            moment = resolve(dated.meaning, self._reported)
            if moment is not None:
                is_stated = dated.is_as_of or (tie is Tie.BESIDE and is_only)
                return moment, self._phrase(dated, is_stated=is_stated and dated.is_sure)
        return None, UNSAID

    def _earlier_year(self) -> tuple[Moment, Phrase] | None:
        """Give the one earlier year that a sentence names: "a 2007 earthquake killed 595"."""
        tokens = self._regions.sentence.tokens
        if _BEFORE_YEAR.isdisjoint(tokens):
            return None
        years = [
            at
            for at, word in enumerate(tokens)
            if at and word.isdecimal() and tokens[at - 1] in _BEFORE_YEAR
            if _MODERN <= int(word[:5]) < self._reported.start.year and not self._regions.covers(at)
        ]
        if len(years) != 1:
            return None
        told = partial(last_date, year=int(tokens[years[0]]), month=None, day=None)
        moment = resolve(told, self._reported)
        if moment is None:
            return None
        words = DatedWords(Adjunct(years[0], years[0] + 1), told)
        return moment, self._phrase(words, is_stated=False)

    def _phrase(self, dated: DatedWords, *, is_stated: bool) -> Phrase:
        sentence = self._regions.sentence
        first, after = dated.words
        return Phrase(
            sentence.words(first, after),
            Certainty.STATED if is_stated else Certainty.INFERRED,
            (Span(sentence.starts[first], sentence.ends[after - 1]),),
        )


def _rank(tie: Tie, dated: DatedWords) -> int:
    """Put "as of Friday" before every other date."""
    return Tie.BESIDE + 1 if dated.is_as_of else tie
