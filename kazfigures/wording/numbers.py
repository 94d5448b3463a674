"""Numbers: what digits, number words and vague words come to, one number at a time."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple, final

from kazfigures.counts import LARGEST, Count
from kazfigures.wording.hedges import grain
from kazfigures.wording.lexemes import NUMERAL, Lexemes
from kazfigures.wording.tables import COMMA, HYPHEN, WordTable

__all__ = ["DATE", "SHARE", "TOO_LARGE", "Bar", "Number", "number_at", "strange_digit"]


@final
class Bar(str):
    """What is no count, and leaves none beside it to be read: "a third of 300" is not 300."""

    __slots__ = ()


DATE: Final = "a date"
SHARE: Final = Bar("a share")
TOO_LARGE: Final = Bar(f"a number past {LARGEST}")
_TIME: Final = "a time or a ratio"
_SLASHED: Final = Bar("a share or a date")
_LEADING_ZERO: Final = Bar("a number with a leading zero")
_UNGROUPED: Final = Bar("a number that is not grouped in threes by one mark")
_NOT_WHOLE: Final = Bar("a number that is not whole")
_TWO_READINGS: Final = Bar("a number that may be grouped or may have decimals")
_TWO_SCRIPTS: Final = Bar("a number in digits of two scripts")

_MOST_DIGITS: Final = len(str(LARGEST))
_MOST_PLACES: Final = 9
_ABOVE_ALL_SCALES: Final = 10**21
_THOUSAND: Final = 1000
_SCRIPTS: Final = {chr(zero + digit): zero for zero in (0x30, 0x660, 0x6F0) for digit in range(10)}


@final
class Number(NamedTuple):
    """One number of a text: where it ends, what it allows, and how it was written."""

    end: int
    low: int = 0
    high: int | None = 0
    stated: int | None = None
    mantissa: int = 0
    """What a scale behind it would multiply, in units of 10 ** -places; 0 for a vague word."""
    places: int = 0
    scale: int = 1
    is_joined: bool = False
    """Whether it is a range."""
    is_bare: bool = False
    """Whether it is digits alone, with no mark and no scale, as days and years are."""
    room: int = 1
    """What words could still add to it: numbers smaller than this."""
    split: Number | None = None
    """The number before its last "and", which may be the "and" of "between"."""
    fault: str = ""

    @property
    def span(self) -> tuple[int, int | None]:
        """What a hedge works on: with decimals, the number itself and not what it was cut from."""
        if self.places and self.stated is not None:
            return self.stated, self.stated
        return self.low, self.high

    def is_within(self, first: int, last: int) -> bool:
        """Whether it is digits alone and between these, as a day or a year is."""
        return self.is_bare and first <= self.low and self.high is not None and self.high <= last

    def with_scale_of(self, other: Number) -> Number:
        """Take the scale of the number behind: 2 to 3 thousand is 2 thousand to 3 thousand."""
        if self.scale != 1 or other.scale == 1 or not self.mantissa:
            return self
        whole, rest = divmod(self.mantissa * other.scale, 10**self.places)
        if rest or whole >= other.span[0]:
            return self
        return Number(self.end, whole, whole)


def number_at(lexemes: Lexemes, at: int, *, is_hedged: bool = False) -> Number | None:
    """Read the number that starts here, if one does.

    A word that is both a scale and vague is a number behind a hedge, in an opened range and in a
    share: Russian says "about of a thousand" with the form that means thousands elsewhere.
    """
    term = lexemes.terms[at]
    if term is NUMERAL:
        return _in_digits(lexemes, at)
    if term.vague is not None and not (is_hedged and term.scale):
        return _vague(lexemes, at, term.vague)
    if term.number or term.scale:
        return _in_words(lexemes, at, _Sum())
    if term.article and lexemes.terms[at + 1].scale:
        return _in_words(lexemes, at + 1, _Sum())
    if term.tenths:
        return _with_decimals(lexemes, at + 1, Number(at + 1, mantissa=term.tenths, places=1))
    return Number(at + 1, stated=0) if term.zero else None


def strange_digit(text: str) -> str:
    """Say which digit of a text is read nowhere; nothing when all are, and of one script."""
    scripts: set[int] = set()
    for character in text:
        if character in _SCRIPTS:
            scripts.add(_SCRIPTS[character])
        elif character.isnumeric():
            return Bar(f"the digit {character!r} ({unicodedata.name(character)})")
    return _TWO_SCRIPTS if len(scripts) > 1 else ""


def _in_digits(lexemes: Lexemes, at: int) -> Number:
    token, end = lexemes.tokens[at], at + 1
    original = lexemes.original(at)
    whole, decimals, fault = _parts(token, lexemes.table)
    if not original.isascii():
        fault = strange_digit(original) or fault
    if fault:
        following = lexemes.terms[end]
        return Number(end + bool(following.scale or following.bound_scale), fault=fault)
    number, is_bare = int(whole + decimals), len(token) == len(whole)
    if decimals:
        is_ungrouped = len(token) == len(whole) + 1 + len(decimals)
        written = Number(end, mantissa=number, places=len(decimals), is_bare=is_ungrouped)
        return _with_decimals(lexemes, end, written)
    joining = lexemes.terms[end]
    ahead = end + (joining.ending or (joining is HYPHEN and lexemes.is_glued(end)))
    following = lexemes.terms[ahead]
    if number and (following.scale or following.bound_scale):
        return _in_words(lexemes, ahead, _Sum(number))
    return Number(end, number, number, number, number, is_bare=is_bare)


def _parts(token: str, table: WordTable) -> tuple[str, str, str]:
    """Give the whole digits of a number, its decimals, and what is wrong with it."""
    whole, decimals = token, ""
    if not token.isdecimal():
        head, _, tail = token.rpartition(table.decimal_mark)
        if tail.isdecimal():
            whole, decimals = head, tail
        if not whole.isdecimal():
            whole = _without_separators(whole, table.separators)
    fault = ""
    if not whole:
        fault = _shape(token)
    elif len(whole) > _MOST_DIGITS or len(decimals) > _MOST_PLACES:
        fault = TOO_LARGE
    elif whole[0] == "0" and len(whole) > 1:
        fault = _LEADING_ZERO
    return whole, decimals, fault


def _without_separators(text: str, separators: str) -> str:
    """Give the digits of a number in groups of three; nothing when it is badly grouped."""
    separator = next(character for character in text if not character.isdecimal())
    first, *groups = text.split(separator)
    is_grouped = (
        separator in separators
        and len(first) <= 3
        and all(len(group) == 3 and group.isdecimal() for group in groups)
    )
    return "".join((first, *groups)) if is_grouped else ""


def _shape(token: str) -> str:
    """Say what digits with other marks between them look like."""
    if ":" in token:
        return _TIME
    if "/" in token:
        return DATE if token.count("/") > 1 else _SLASHED
    parts = token.split(".")
    return DATE if len(parts) == 3 and all(len(part) in (1, 2, 4) for part in parts) else _UNGROUPED


def _with_decimals(lexemes: Lexemes, at: int, written: Number) -> Number:
    """Read the scale behind decimals; the last written digit is good to half of its step."""
    if lexemes.terms[at] is HYPHEN and lexemes.is_glued(at):
        at += 1
    term = lexemes.terms[at]
    scale = term.scale or term.bound_scale
    places = written.places
    if not scale:
        is_group = written.is_bare and places == 3 and _THOUSAND <= written.mantissa < _THOUSAND**2
        fault = _TWO_READINGS if is_group else _NOT_WHOLE
        return written._replace(fault=fault)
    stated, rest = divmod(written.mantissa * scale, 10**places)
    if rest:
        return Number(at + 1, fault=_NOT_WHOLE)
    half = scale // (2 * 10**places)
    low, high = max(0, stated - half), stated + half
    return Number(at + 1, low, high, stated, places=places, scale=scale)


@final
class _Sum:
    """A number as its words come in: groups below a thousand, each under a smaller scale."""

    __slots__ = ("group", "last_scale", "room", "scale", "top", "total")

    def __init__(self, digits: int = 0) -> None:
        self.total = 0
        self.group = digits
        self.room = 1 if digits else _THOUSAND
        self.top = _ABOVE_ALL_SCALES
        self.last_scale = 0
        self.scale = 1

    def takes_number(self, number: int) -> bool:
        """Whether a word may be added: twenty takes six, and six takes nothing."""
        return 0 < number < self.room or (number >= _THOUSAND and not (self.total or self.group))

    def takes_scale(self, scale: int) -> bool:
        """Whether a word may multiply: hundred up to nineteen, thousand only below a million."""
        if self.total and not self.group:
            return False
        if scale >= _THOUSAND:
            return scale < self.top
        return self.group < 100 and (scale == 100 or not self.total)

    def add(self, number: int, room: int) -> None:
        self.group += number
        self.room = room
        self.scale = 1
        self.last_scale = 0

    def multiply(self, scale: int) -> None:
        factor = self.group or 1
        self.scale = 1 if self.total else scale
        if scale >= _THOUSAND:
            self.total += factor * scale
            self.group, self.room, self.top = 0, _THOUSAND, scale
        else:
            self.group = factor * scale
            self.room = 100 if scale == 100 else 1
        self.last_scale = scale

    def number(self, end: int, split: Number | None = None) -> Number:
        value = self.total + self.group
        written = (value, 0, self.scale)
        return Number(end, value, value, value, *written, room=self.room, split=split)


def _in_words(lexemes: Lexemes, at: int, spoken: _Sum) -> Number:
    """Read number words from the left, as long as each fits under those before it.

    What stands behind "and" or a comma may belong to another number; then it is left to that one.
    """
    terms = lexemes.terms
    split: Number | None = None
    is_behind_comma = False
    while True:
        ahead = at + 1 if terms[at] is HYPHEN and lexemes.is_glued(at) else at
        term = terms[ahead]
        scale = term.scale or term.bound_scale
        if spoken.takes_number(term.number):
            spoken.add(term.number, term.room)
        elif scale and spoken.takes_scale(scale):
            spoken.multiply(scale)
            is_behind_comma = False
        elif digits := _digits_behind_scale(lexemes, ahead, spoken):
            spoken.add(digits, 1)
        elif tail := _behind_link(lexemes, ahead, spoken):
            split, at, is_behind_comma = spoken.number(ahead), tail, term is COMMA
            continue
        else:
            break
        at = ahead + 1
    if split is not None and (is_behind_comma or term.number or scale):
        return split
    return spoken.number(at, split)


def _digits_behind_scale(lexemes: Lexemes, at: int, spoken: _Sum) -> int:
    """Read the 300 of "2 million 300 thousand"; 0 where digits begin another number."""
    token = lexemes.tokens[at]
    is_plain = token.isascii() and token.isdecimal() and len(token) <= 3 and token[0] != "0"
    if not (spoken.last_scale and is_plain):
        return 0
    following = lexemes.terms[at + 1]
    belongs = len(token) == 3 or following.scale or following.bound_scale
    return int(token) if belongs and spoken.takes_number(int(token)) else 0


def _behind_link(lexemes: Lexemes, at: int, spoken: _Sum) -> int:
    """Where the number goes on behind "and", or behind a comma after thousands; 0 if it ends."""
    terms = lexemes.terms
    goes_on = terms[at].link or (terms[at] is COMMA and spoken.last_scale >= _THOUSAND)
    if not (goes_on and spoken.last_scale):
        return 0
    ahead = at + 2 if terms[at + 1] is HYPHEN and lexemes.is_glued(at + 1) else at + 1
    return ahead if spoken.takes_number(terms[ahead].number) else 0


def _vague(lexemes: Lexemes, at: int, count: Count) -> Number:
    """Read a vague word, and the scale that it multiplies: "tens of thousands"."""
    end = at + 1
    stated = None if count.high is None else count.low
    following = lexemes.terms[end]
    times = following.scale or following.bound_scale
    if following.partitive:
        end += 1
        following = lexemes.terms[end]
        times = following.scale or following.multiple
    if not times:
        return Number(at + 1, count.low, count.high, stated)
    behind = lexemes.terms[end + 1]
    larger = behind.scale or behind.bound_scale
    if times < larger:
        times, end = times * larger, end + 1
    if stated is None:
        return Number(end + 1, count.low * times, None)
    stated *= times
    reach = grain(stated)
    return Number(end + 1, stated - reach, stated + reach, stated)
