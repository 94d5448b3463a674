"""DatedWords: the words of a sentence that tell a day, a month or a year, with their meaning.

"Thursday night" is Thursday: it may have ended on Friday, and the words do not say when.
"Last week" is a time and no moment: it has no meaning here, and yet stands for no other date.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.settings.adjuncts import Adjunct, Regions
from kazfigures.drafting.settings.calendar_words import (
    ABBREVIATED,
    BEFORE_DATES,
    BEFORE_MONTHS,
    BESIDE,
    COUNTED,
    DATING,
    DOUBTFUL,
    JOINING,
    MONTHS,
    NAMED_FOR,
    NOWS,
    NUMBERS,
    OPENING,
    PARTS_OF_DAY,
    SKIPPED,
    SPANS,
    SUFFIXES,
    WEEKDAYS,
    WITHOUT_DAY,
)
from kazfigures.drafting.settings.datelines import dateline
from kazfigures.drafting.settings.days import (
    Meaning,
    date_of_year,
    days_before,
    last_date,
    last_weekday,
    month_before,
    short_year,
    weekday_of_last_week,
    year_before,
)
from kazfigures.moments import EARLIEST, LATEST

__all__ = ["DatedWords", "dated_words"]

_CLAUSE: Final = 20
"""So many words a clause about a date has at most."""
_PERIODS: Final[dict[str, Callable[..., str] | None]] = {
    "week": None,
    "weekend": None,
    "month": month_before,
    "year": year_before,
}
"""A week is a time, and no moment that is written as one."""


class DatedWords(NamedTuple):
    """A date in a sentence, and what it means."""

    words: Adjunct
    meaning: Meaning | None
    is_as_of: bool = False
    """Whether it says until when was counted: "as of Friday"."""
    is_current: bool = False
    """Whether it only says that the count is of the time of the telling: "so far"."""
    is_sure: bool = True


def dated_words(regions: Regions) -> list[DatedWords]:
    """Give the dates of a sentence that may date a figure, from left to right."""
    tokens = regions.sentence.tokens
    has_date = not _READERS.keys().isdisjoint(tokens) or any(map(_is_year, tokens))
    return _Reading(regions).dates() if has_date else []


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()


class _Reading:
    """The dates of a sentence, read from left to right."""

    def __init__(self, regions: Regions) -> None:
        self.regions = regions
        self.sentence = regions.sentence
        self.tokens = self.sentence.tokens

    def dates(self) -> list[DatedWords]:
        """Give every date that may date a figure."""
        told: list[tuple[DatedWords, str]] = []
        at = dateline(self.sentence)
        while at < len(self.tokens):
            read = self._read(at)
            at += 1
            if read is None:
                continue
            at = read.words.after
            before = self._before(read.words.first)
            if told and self._are_joined(told[-1][0], read):
                earlier, before = told.pop()
                read = read._replace(words=Adjunct(earlier.words.first, at), is_sure=False)
                before = "" if before == "from" else before
            told.append((read, before))
        return [dated for one in told if (dated := self._dated(*one)) is not None]

    def _dated(self, read: DatedWords, before: str) -> DatedWords | None:
        """Say how a date stands by the word before it; None where it dates no figure."""
        if before in OPENING or self._is_of_event(read.words):
            after = read.words.after
            is_dating = before in ("after", "following") and self._dates_figure(after)
            is_dating = is_dating or self._is_when(after)
            return read._replace(is_sure=False) if is_dating else None
        return read._replace(is_as_of=before in ("as of", "by"))

    def _read(self, at: int) -> DatedWords | None:
        word = self.tokens[at]
        reader = _READERS.get(word)
        if reader is not None:
            return reader(self, at)
        if _is_year(word) and not self.regions.end_at(at):
            return self._year(at)
        return None

    def word(self, at: int) -> str:
        """Give a word, or nothing beyond the ends."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def number(self, at: int, most: int) -> int | None:
        """Give a number of a date: no figure that is reported."""
        word = self.word(at)
        if word.isdecimal() and len(word) <= 4 and not self.regions.end_at(at):
            value = int(word)
            return value if 1 <= value <= most else None
        return None

    def _before(self, first: int) -> str:
        """Give the word that a date hangs on."""
        at = first - 1
        while at >= 0 and first - at < 8:
            word = self.tokens[at]
            if word == "of" and self.word(at - 1) == "as":
                return "as of"
            if word not in SKIPPED and not (word.isdecimal() and at < first - 1):
                return word
            at -= 1
        return ""

    def _dates_figure(self, at: int) -> bool:
        """Whether what the date belongs to is the outcome, or caused it.

        "After the 6 January killing of three", "after Thursday's raid that left three dead".
        """
        if self.regions.begin_at(at):
            return True
        for place in range(at, at + 6):
            its = word_class(self.word(place) or ".")
            if its is not WordClass.NOUN:
                return its is WordClass.RELATIVE or self.word(place + 1) == "which"
        return False

    def _is_when(self, at: int) -> bool:
        """Whether a figure stands in a clause about the date: "since 2006, when 41 died"."""
        if self.tokens[at : at + 2] != [",", "when"]:
            return False
        clause = range(at + 2, min(at + _CLAUSE, len(self.tokens)))
        end = next((place for place in clause if self.tokens[place] in ",;:"), clause.stop)
        return any(self.regions.begin_at(place) for place in range(at + 2, end))

    def _are_joined(self, one: DatedWords, other: DatedWords) -> bool:
        """Whether two dates tell one time: "late on Monday and early on Tuesday"."""
        at = one.words.after + (self.word(one.words.after) == ",")
        if self.word(at) not in JOINING:
            return False
        at += 1
        while at < other.words.first and self.word(at) in BEFORE_DATES:
            at += 1
        return at == other.words.first

    def _is_of_event(self, words: Adjunct) -> bool:
        """Whether it belongs to an event that is over: "the victims of Thursday's blast"."""
        has_owner = any(token.endswith("'s") for token in self.tokens[words.first : words.after])
        return has_owner and self.word(words.first - 1) == "of"

    def past_parts_of_day(self, at: int) -> int:
        """Give the place behind "night" or "in the morning"."""
        return at + 1 if self.word(at).removesuffix("'s") in PARTS_OF_DAY else at

    def weekday(self, at: int) -> DatedWords | None:
        """Read "Thursday night", "last Thursday" and "Thursday, January 6"."""
        name = self.tokens[at].removesuffix("'s")
        after = at + 1
        if name in ABBREVIATED:
            if self.word(after) != "." and self.word(at - 1) != "on":
                return None
            after += self.word(after) == "."
        number = WEEKDAYS[name]
        after = self.past_parts_of_day(after)
        dated = self._month_within(after + (self.word(after) in BESIDE))
        if dated is not None:
            return dated._replace(words=Adjunct(at, dated.words.after))
        week = after + (self.word(after) == "of")
        if self.word(week) == "last" and self.word(week + 1) == "week":
            return DatedWords(Adjunct(at, week + 2), partial(weekday_of_last_week, number=number))
        if self.word(at - 1) == "last":
            meaning = partial(last_weekday, number=number, gap=1)
            return DatedWords(Adjunct(at - 1, after), meaning, is_sure=False)
        is_sure = not self.tokens[at].endswith("'s")
        return DatedWords(Adjunct(at, after), partial(last_weekday, number=number), is_sure=is_sure)

    def _month_within(self, at: int) -> DatedWords | None:
        """Read a date of a month whose first word stands at a place."""
        for place in range(at, at + 4):
            if self.word(place) in MONTHS:
                dated = self.month(place)
                return dated if dated is not None and dated.words.first == at else None
            if not (self.word(place).isdecimal() or self.word(place) in ("the", "of", *SUFFIXES)):
                return None
        return None

    def month(self, at: int) -> DatedWords | None:
        """Read "7 January", "January 7, 2022", "January 2022" and "in January"."""
        name = self.tokens[at].removesuffix("'s")
        month = MONTHS[name]
        after = at + 1 + (self.word(at + 1) == "." and name in ABBREVIATED)
        first, day, after = self._day(at, after)
        if self.word(after) in NAMED_FOR or not self._is_month(first, at):
            return None
        comma = after + (self.word(after) == "," and day is not None)
        year = self.number(comma, LATEST)
        if year is not None and year >= EARLIEST:
            meaning = partial(last_date, year=year, month=month, day=day)
            return DatedWords(Adjunct(first, comma + 1), meaning)
        if self.word(after) in ("this", "last") and self.word(after + 1) == "year":
            back = int(self.word(after) == "last")
            meaning = partial(date_of_year, month=month, day=day, back=back)
            return DatedWords(Adjunct(first, after + 2), meaning)
        if first < at and year is not None and year > 31 and len(self.word(after)) == 2:
            meaning = partial(short_year, month=month, day=day, short=year)
            return DatedWords(Adjunct(first, after + 1), meaning)
        if day is None and (name in ABBREVIATED or self.word(at - 1) not in BEFORE_MONTHS):
            return None
        return DatedWords(
            Adjunct(first, after), partial(last_date, year=None, month=month, day=day)
        )

    def _day(self, at: int, after: int) -> tuple[int, int | None, int]:
        """Find the day of a month, and give where the date begins, the day, and where it ends."""
        back = at - 1 - (self.word(at - 1) == "of")
        back -= self.word(back) in SUFFIXES
        day = self.number(back, 31)
        if day is not None:
            return back, day, after
        day = None if self.word(at - 1) in WITHOUT_DAY else self.number(after, 31)
        if day is None:
            return at, None, after
        after += 1 + (self.word(after + 1) in SUFFIXES)
        last = self.number(after + 1, 31) if self.word(after) == "-" else None
        return (at, day, after) if last is None else (at, last, after + 2)

    def _is_month(self, first: int, at: int) -> bool:
        """Whether it is no verb: "26 may die", "they march"."""
        if self.tokens[at] not in DOUBTFUL:
            return True
        if not self.sentence.is_capital:
            return self.sentence.begins_with_capital(at)
        return first == at or self.word(first - 1) in DATING

    def relative(self, at: int) -> DatedWords:
        """Read "yesterday", "today", "tonight" and "overnight"."""
        name = self.tokens[at].removesuffix("'s")
        meaning = partial(days_before, days=int(name == "yesterday"))
        is_sure = name == self.tokens[at] and name != "overnight"
        return DatedWords(Adjunct(at, self.past_parts_of_day(at + 1)), meaning, is_sure=is_sure)

    def this(self, at: int) -> DatedWords | None:
        """Read "this morning", "this month" and "this year"."""
        what = self.word(at + 1)
        words = Adjunct(at, at + 2)
        if what in PARTS_OF_DAY:
            return DatedWords(words, partial(days_before, days=0))
        if what in _PERIODS:
            return DatedWords(words, _period(what, 0))
        return None

    def last(self, at: int) -> DatedWords | None:
        """Read "last night", "last month" and "the past 24 hours"."""
        what = self.word(at + 1)
        words = Adjunct(at, at + 2)
        if what == "night":
            return DatedWords(words, partial(days_before, days=1))
        if what in _PERIODS and self.word(at - 1) not in ("the", "this"):
            return DatedWords(words, _period(what, 1))
        for place in range(at + 1, at + 4):
            if self.word(place) in SPANS or self.word(place) in _PERIODS:
                meaning = partial(days_before, days=0)
                return DatedWords(Adjunct(at, place + 1), meaning, is_current=True, is_sure=False)
            if not (self.word(place).isdecimal() or self.word(place) in COUNTED):
                return None
        return None

    def ago(self, at: int) -> DatedWords | None:
        """Read "two days ago" and "two years ago"; "two weeks ago" is a time, and no day."""
        if self.word(at - 1) not in SPANS and self.word(at - 1) not in _PERIODS:
            return None
        words = Adjunct(max(0, at - 2), at + 1)
        days = NUMBERS.get(self.word(at - 2)) or self.number(at - 2, 31)
        if self.word(at - 1) in ("day", "days") and days is not None:
            return DatedWords(words, partial(days_before, days=days))
        back = 1 if self.word(at - 2) == "a" else days
        meaning = _PERIODS.get(self.word(at - 1).removesuffix("s"))
        if meaning is None or back is None:
            return DatedWords(words, None)
        return DatedWords(words, partial(meaning, back=back), is_sure=False)

    def present(self, at: int) -> DatedWords | None:
        """Read "so far", "to date" and "until now"."""
        before = self.word(at - 1)
        if before not in NOWS[self.tokens[at]]:
            return None
        after = at + 1
        if self.word(after) == "this" and self.word(after + 1) in _PERIODS:
            after += 2
        meaning = partial(days_before, days=0)
        return DatedWords(Adjunct(at - 1, after), meaning, is_current=True, is_sure=False)

    def _year(self, at: int) -> DatedWords | None:
        year = int(self.tokens[at])
        if not EARLIEST <= year <= LATEST:
            return None
        if self.word(at + 1) == "-" == self.word(at + 3):
            month, day = self.number(at + 2, 12), self.number(at + 4, 31)
            if month and day and self.sentence.ends[at + 4] - self.sentence.starts[at] == 10:
                return DatedWords(
                    Adjunct(at, at + 5), partial(last_date, year=year, month=month, day=day)
                )
        is_second = self.word(at - 1) in JOINING and _is_year(self.word(at - 2))
        if is_second or self.word(at - 1) in ("in", "during", "of", "by", "since", "from"):
            return DatedWords(
                Adjunct(at, at + 1), partial(last_date, year=year, month=None, day=None)
            )
        return None


def _period(name: str, back: int) -> Meaning | None:
    meaning = _PERIODS[name]
    return None if meaning is None else partial(meaning, back=back)


_READERS: Final[dict[str, Callable[[_Reading, int], DatedWords | None]]] = {
    **{name + ending: _Reading.weekday for name in WEEKDAYS for ending in ("", "'s")},
    **{name + ending: _Reading.month for name in MONTHS for ending in ("", "'s")},
    **{
        name + ending: _Reading.relative
        for name in ("yesterday", "today", "tonight", "overnight")
        for ending in ("", "'s")
    },
    "this": _Reading.this,
    "last": _Reading.last,
    "past": _Reading.last,
    "ago": _Reading.ago,
    **dict.fromkeys(NOWS, _Reading.present),
}
