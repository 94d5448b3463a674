"""Refusals: numbers that are no counts, told by what stands before, behind and against them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kazfigures.wording.lexemes import MARK, NUMERAL, STRANGE, WORD, Lexemes
from kazfigures.wording.numbers import DATE, SHARE, Bar, Number, number_at, strange_digit
from kazfigures.wording.tables import BRACKET, COMMA, HYPHEN, Term
from kazfigures.wording.tokens import INVISIBLE, LONGEST_WORD

__all__ = [
    "LABEL",
    "ORDINAL",
    "YEAR",
    "YEARS",
    "by_mark",
    "by_place",
    "by_sign",
    "by_words_behind",
    "end_of_fraction",
    "is_foreign",
]

LABEL: Final = "a label"
ORDINAL: Final = "an ordinal"
YEAR: Final = "a year"
YEARS: Final = (1900, 2100)
_AGE: Final = "an age"
_COMPOUND: Final = "a word made with a number"
_SIGNED: Final = Bar("a number beside a sign that is not read")
_MONEY: Final = "money"
_MARKUP: Final = Bar("a number against a tag or an entity of HTML")
_TIED: Final = Bar("numbers with a mark between them that parts no two counts")
_LOOSE_HYPHEN: Final = Bar("numbers with a hyphen that belongs to one of them")
_HALF_RANGE: Final = Bar("one end of a range")
_DAYS: Final = (1, 31)
_AGES: Final = (1, 120)
_HUNDRED: Final = 100

_OPENING_MARKS: Final = frozenset("\"'([{~<>:;|*\u2014\u2022\u2026\u2248\u2264\u2265")
"""What may stand against a number on its left; anything else makes it part of a label."""
_PARTING_MARKS: Final = frozenset('-\u2014|;()[]{}<>"~\u2026\u2022\u2248\u2264\u2265')
"""What may stand between two numbers without a space; anything else makes one thing of them."""
_JOINING_MARKS: Final = frozenset("/+*&\u00b7\u00d7\u2044\u2215")
"""What ties number words as well: "two/three"."""
_QUIET_SIGNS: Final = frozenset("=|")
_ANGLES: Final = frozenset("<>")
_BEFORE_ANGLES: Final = frozenset("([{:;,\u2014")
_ENTITY_MARKS: Final = frozenset("&#")
_LABEL_MARKS: Final = frozenset("_@#/\\=^&*")

Refusal = tuple[str, int]
"""What a number is, and the lexeme behind it."""


def by_mark(lexemes: Lexemes, mark: Term, number: Number, end: int) -> str:
    """Say what the mark before a list makes of one of its numbers; nothing if that is a count."""
    if mark is BRACKET:
        return mark.mark if lexemes.tokens[end] == "]" else ""
    if mark.mark or (mark.opens and not mark.path):
        return mark.mark or _HALF_RANGE
    if mark.month and number.is_within(*_DAYS):
        return DATE
    return YEAR if number.is_within(*YEARS) else ""


def by_place(lexemes: Lexemes, first: int, core: int, number: Number, end: int) -> str:
    """Say what a number is by what stands against it, or by the commas around it."""
    terms, place = lexemes.terms, lexemes.starts[core] - 1
    if _is_behind_markup(lexemes, first):
        return _MARKUP
    if _is_tied(lexemes, core):
        return _TIED
    while place >= 0 and lexemes.folded[place] in INVISIBLE:
        place -= 1
    before = lexemes.folded[place] if place >= 0 else " "
    if not (before.isspace() or before in _OPENING_MARKS):
        known = terms[core - 1].hedge or terms[core - 1].mark
        if not known and (before == "-" or terms[core] is NUMERAL):
            return LABEL
    # "Luis Carlos Galan, 46, a senator"
    is_apposed = terms[first - 1] is COMMA and terms[end] is COMMA and terms[first - 2] is WORD
    return _AGE if is_apposed and number.is_within(*_AGES) else ""


def _is_behind_markup(lexemes: Lexemes, at: int) -> bool:
    """Whether a number stands against "<b>" or "&gt;", whose last marks would change it."""
    terms, tokens = lexemes.terms, lexemes.tokens
    if tokens[at] in _ANGLES:  # and not ">18"
        return lexemes.is_glued(at) and tokens[at - 1] not in _BEFORE_ANGLES
    if not (tokens[at - 1] == ";" and lexemes.is_glued(at)):
        return False
    name = at - 2
    while (terms[name] is WORD or terms[name] is NUMERAL) and lexemes.is_glued(name):
        name -= 1
    return tokens[name] in _ENTITY_MARKS


def _is_tied(lexemes: Lexemes, core: int) -> bool:
    """Whether marks tie a number to one before it that was no count either: "1,5:0"."""
    at = core - 1
    while at >= 0 and lexemes.is_glued(at + 1):
        term, token = lexemes.terms[at], lexemes.tokens[at]
        if term is NUMERAL or term is STRANGE:
            return at < core - 1
        if token[0].isalnum() or token in _PARTING_MARKS:
            return False
        at -= 1
    return False


def by_sign(lexemes: Lexemes, at: int) -> str:
    """Say what an unknown sign beside a number makes of it, be it of money, of sums or of units."""
    sign = lexemes.tokens[at]
    if lexemes.terms[at] is not MARK or sign in _QUIET_SIGNS:
        return ""
    kind = unicodedata.category(sign)
    if kind == "Sc":
        return _MONEY
    is_unit = kind == "So" and not unicodedata.is_normalized("NFKC", sign)
    return _SIGNED if kind == "Sm" or is_unit else ""


def is_foreign(lexemes: Lexemes, at: int) -> bool:
    """Whether a word beside a number may be a hedge in a language that the table does not read.

    A single letter of another script, which looks like one of the table's, makes it such a word.
    """
    if lexemes.terms[at] is not WORD:
        return False
    return not _is_written_in(lexemes.table.script, lexemes.tokens[at][:LONGEST_WORD])


@lru_cache(maxsize=8192)
def _is_written_in(script: str, word: str) -> bool:
    return not any(
        letter.isalpha() and not unicodedata.name(letter, "").startswith(script) for letter in word
    )


def by_words_behind(lexemes: Lexemes, number: Number, at: int) -> Refusal | None:
    """Say what the words behind a number make of it; None where they leave it a count."""
    if lexemes.is_glued(at):
        glued = _glued(lexemes, at)
        if glued is not None:
            return glued
    if lexemes.terms[at] is WORD:
        return None
    return next(_readings(lexemes, number, at), None)


def _readings(lexemes: Lexemes, number: Number, at: int) -> Iterator[Refusal]:
    term, following = lexemes.terms[at], lexemes.terms[at + 1]
    if term is HYPHEN and following is NUMERAL and lexemes.is_glued(at) != lexemes.is_glued(at + 1):
        yield _LOOSE_HYPHEN, at + 2
    if term.unit:  # of "18 x 26" and "18 +/- 2" neither number is a count
        yield term.unit, at + 1 + (bool(term.mark) and following is NUMERAL)
    if (term.unit_adjective or term.partitive) and following.unit:
        yield following.unit, at + 2
    if term.fraction:
        yield SHARE, end_of_fraction(lexemes, at)
    if term.link:
        yield from _behind_link(lexemes, number, at + 1)
    if term.ordinal and number.room != 1:
        yield ORDINAL, at + 1
    if term.month and number.is_within(*_DAYS):
        yield DATE, _end_of_date(lexemes, at + 1)
    if term.share and (end := _end_of_share(lexemes, number, at + 1)):
        yield SHARE, end


def _behind_link(lexemes: Lexemes, number: Number, at: int) -> Iterator[Refusal]:
    """Read the end of "one hundred and first" and of "twelve and a half"."""
    if lexemes.terms[at].ordinal and number.room >= _HUNDRED:
        yield ORDINAL, at + 1
    fraction = at + lexemes.terms[at].article
    if lexemes.terms[fraction].fraction:
        yield SHARE, end_of_fraction(lexemes, fraction)


def _glued(lexemes: Lexemes, at: int) -> Refusal | None:
    """Say what stands against a number on its right."""
    term, token = lexemes.terms[at], lexemes.tokens[at]
    if tied := _end_of_tied(lexemes, at):
        return term.unit or _TIED, tied
    if term.ordinal_ending:
        return ORDINAL, at + 1
    if term is HYPHEN:
        return _hyphenated(lexemes, at)
    if term is STRANGE:
        return strange_digit(lexemes.original(at)), at + 1
    is_word = token[0].isalpha() and not (term.unit or term.month)
    return (LABEL, at + 1) if is_word or token in _LABEL_MARKS else None


def _end_of_tied(lexemes: Lexemes, at: int) -> int:
    """Where the last number ends that marks tie to this one: "2·300", "18+26"; 0 if none does."""
    first, end = at, 0
    while lexemes.is_glued(at):
        term = lexemes.terms[at]
        is_worded = bool(term.number or term.scale) and lexemes.tokens[at - 1] in _JOINING_MARKS
        if term is NUMERAL or (term is STRANGE and at > first) or is_worded:
            end = at + 1
        elif lexemes.tokens[at][0].isalnum() or lexemes.tokens[at] in _PARTING_MARKS:
            break
        at += 1
    return end


def _hyphenated(lexemes: Lexemes, at: int) -> Refusal | None:
    terms = lexemes.terms
    following = terms[at + 1]
    if following.unit:
        return following.unit, at + 2
    if not lexemes.is_glued(at + 1):
        return None
    if following.fraction:
        return SHARE, end_of_fraction(lexemes, at + 1)
    if following is not NUMERAL:
        return ORDINAL if following.ordinal else _COMPOUND, at + 2
    while terms[at] is HYPHEN and lexemes.is_glued(at) and terms[at + 1] is NUMERAL:
        at += 2
    return LABEL, at


def end_of_fraction(lexemes: Lexemes, at: int) -> int:
    """Where a fraction ends, with the scale it is a part of: "a quarter of a million"."""
    terms, end = lexemes.terms, at + 1
    ahead = end + (terms[end].partitive or terms[end] is HYPHEN)
    ahead += terms[ahead].article
    return ahead + 1 if terms[ahead].scale else end


def _end_of_date(lexemes: Lexemes, at: int) -> int:
    """Where a date ends that may go on with its year: "7 January 2022", "7 JAN 22 (AFP)"."""
    tokens, terms = lexemes.tokens, lexemes.terms
    ahead = at + (terms[at] is COMMA)
    year = number_at(lexemes, ahead) if terms[ahead] is NUMERAL else None
    if year is None:
        return at
    is_short = ahead == at and len(tokens[at]) == 2 and not tokens[at + 1][0].isalnum()
    return year.end if is_short or year.is_within(*YEARS) else at


def _end_of_share(lexemes: Lexemes, number: Number, at: int) -> int:
    """Where "one in five" ends; 0 for "18 in 2022" and "18 in three days", which are no shares."""
    whole = number_at(lexemes, at, is_hedged=True)
    if whole is None or whole.stated is None or whole.is_within(*YEARS):
        return 0
    behind = lexemes.terms[whole.end]
    is_part = number.high is not None and number.high <= whole.low
    return 0 if behind.unit or behind is HYPHEN or not is_part else whole.end
