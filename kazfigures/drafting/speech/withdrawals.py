"""Withdrawal: the words of a sentence that deny a figure, withdraw it or put another in its place.

A denial of the deed is none of the number: "denied killing 26" takes no figure back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from kazfigures.drafting.phrases import Span
from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.names import Words, kind
from kazfigures.drafting.speech.particles import BEING, DAYS, FINITE, JOINING
from kazfigures.drafting.speech.speakers import speaker_before, speaker_from
from kazfigures.drafting.speech.vocabulary import REPORTS, TOLLS
from kazfigures.errors import WordingError
from kazfigures.observations import NoticeKind
from kazfigures.wording import Figure, WordTable, find

__all__ = ["Number", "Withdrawal", "withdrawals"]

_DENYING: Final = frozenset(("denied", "denies", "denying"))
_REJECTING: Final = frozenset(
    (
        *("refuted", "refutes", "disputed", "disputes", "rejected", "rejects", "dismissed"),
        *("dismisses", "disavowed", "contradicted", "contested", "debunked", "truth", "contrary"),
    )
)
"""Denials where what they deny is a report."""
_RETRACTING: Final = frozenset(
    (
        *("retracted", "retracts", "withdrew", "withdraws", "withdrawn", "deleted", "deletes"),
        *("removed", "recanted", "rescinded", "retracting", "withdrawing", "deleting"),
    )
)
_CORRECTING: Final = frozenset(
    (
        *("revised", "revises", "corrected", "corrects", "lowered", "lowers", "reduced"),
        *("reduces", "cut", "revising", "correcting", "lowering", "reducing"),
    )
)
_NEGATED: Final = frozenset(("true", "correspond"))
"""Of what is wrong these tell behind "not"."""
_MISTAKEN: Final = frozenset(("error", "mistake", "erroneous", "mistaken", "mistakenly"))
_FALSE: Final = frozenset(
    (
        *("false", "untrue", "fake", "incorrect", "wrong", "inaccurate", "fabricated"),
        *("baseless", "unfounded", "exaggerated", "misinformation", "disinformation", "true"),
        *(
            "groundless",
            "misleading",
            "inflated",
            "fabrication",
            "lie",
            "lies",
            "invented",
            "correspond",
        ),
    )
)
_COUNTED: Final = frozenset(
    (
        *("dead", "deaths", "killed", "casualties", "fatalities", "victims", "injured", "wounded"),
        *("missing", "detained", "detainees", "arrests", "arrested", "people", "those", "hurt"),
    )
)
"""Whose number is a toll: "the number of dead"."""
_DEEDS: Final = frozenset(
    (
        *("involvement", "responsibility", "role", "part", "links", "link", "complicity"),
        *("it", "they", "he", "she", "its", "their", "his", "her"),
    )
)
"""Between a denial and a number they tell that a deed is denied."""
_UNSURE: Final = frozenset(("not", "nor", "neither", "never", "to", "or", "didn't", "cannot"))
_EARLIER: Final = frozenset(("previously", "earlier", "initially", "first", "originally"))
_ENDS: Final = frozenset(
    (
        *(";", ":", "but", "while", "whereas", "when", "after", "although", "though"),
        *("because", "where", "until", "before"),
    )
)
_GOING_ON: Final = frozenset(("and", "who", "which", "saying", "adding", "calling", "in"))
"""Behind a comma they begin what is no longer denied."""
_WHEN: Final = frozenset(("on", "also", "later"))
_OWN: Final = frozenset(("its", "their", "his", "her"))
_TAIL: Final = 12
"""Within so many words it is told that a number was reported before."""
_NUMBER: Final = 5
"""So many words are read for the number that was reported before."""
_REACH: Final = 40
"""So many words a denial and its number are apart at most."""
_INSTEAD: Final = frozenset(("not", "instead", "rather"))
_STARTERS: Final = _DENYING | _REJECTING | _RETRACTING | _CORRECTING | _MISTAKEN | _FALSE | _INSTEAD


class Number(NamedTuple):
    """A figure of a sentence, with the words that it stands in."""

    first: int
    span: Span
    figure: Figure


class Withdrawal(NamedTuple):
    """What is taken back in a sentence, before anybody in it is named."""

    kind: NoticeKind
    words: Words
    number: Number | None
    instead: Number | None = None
    whose: Words | None = None
    is_own: bool = False


def withdrawals(sentence: Sentence, words: WordTable) -> Iterator[Withdrawal]:
    """Find what a sentence takes back, each figure once."""
    tokens = sentence.tokens
    if _STARTERS.isdisjoint(tokens):
        return
    places = [at for at, word in enumerate(tokens) if word in _STARTERS and _may_take(tokens, at)]
    if not places:
        return
    numbers = _numbers(sentence, words, 0, len(tokens))
    taken: set[int] = set()
    for at in places:
        for one in _at(sentence, at, numbers, words):
            number = -1 if one.number is None else one.number.first
            if number not in taken:
                taken.add(number)
                yield one


def _may_take(tokens: list[str], at: int) -> bool:
    """Whether it is worth while to read the figures: what is taken back is a report, or denied."""
    word = tokens[at]
    if word in _INSTEAD:
        return not _EARLIER.isdisjoint(tokens[at + 1 : at + _TAIL])
    return word in _DENYING or word in _NEGATED or not REPORTS.isdisjoint(tokens)


def _at(
    sentence: Sentence, at: int, numbers: list[Number], words: WordTable
) -> Iterator[Withdrawal]:
    tokens = sentence.tokens
    word = tokens[at]
    if word in _INSTEAD:
        yield from _replaced(sentence, at, numbers, words)
    elif word in _FALSE or word in _MISTAKEN:
        yield from _called_wrong(sentence, at, numbers)
    elif at and tokens[at - 1] in _UNSURE:
        return
    elif word == "truth":
        if tokens[at - 1 : at] == ["no"]:
            yield from _taken(sentence, at, numbers)
    elif word in _CORRECTING:
        yield from _corrected(sentence, at, numbers)
    elif _is_passive(tokens, at):
        yield from _behind_noun(sentence, at, numbers, _kind(word))
    else:
        yield from _taken(sentence, at, numbers)


def _numbers(sentence: Sentence, words: WordTable, first: int, after: int) -> list[Number]:
    """Read the figures in some words of a sentence, in order."""
    start, end = sentence.starts[first], sentence.ends[min(after, len(sentence.ends)) - 1]
    try:
        found = find(sentence.text[start:end], words)
    except WordingError:  # control characters
        return []
    return [
        Number(
            bisect_right(sentence.starts, start + quantity.start) - 1,
            Span(start + quantity.start, start + quantity.end),
            quantity.figure,
        )
        for quantity in found
    ]


def _within(numbers: list[Number], first: int, after: int) -> list[Number]:
    """Give the figures that begin in some words of a sentence."""
    return numbers[
        bisect_left(numbers, first, key=_place) : bisect_left(numbers, after, key=_place)
    ]


def _place(number: Number) -> int:
    return number.first


def _kind(word: str) -> NoticeKind:
    is_retraction = word in _RETRACTING or word in _MISTAKEN
    return NoticeKind.RETRACTION if is_retraction else NoticeKind.DENIAL


def _taken(sentence: Sentence, at: int, numbers: list[Number]) -> Iterator[Withdrawal]:
    """Read "denied that 164 were killed", "withdrew its figure of 164"."""
    tokens = sentence.tokens
    begins = at + 1
    while tokens[begins : begins + 1] and (tokens[begins] in DAYS or tokens[begins] in _WHEN):
        begins += 1
    end = _clause_end(tokens, begins)
    if tokens[at] in ("contrary", "truth") and "," in tokens[begins:end]:
        end = tokens.index(",", begins)
    noun = _first_of(REPORTS, tokens, begins, min(end, begins + 9))
    is_own = noun >= 0 and not _OWN.isdisjoint(tokens[begins:noun])
    whose = None if noun < 0 or is_own else _whose(sentence, noun)
    one = Withdrawal(_kind(tokens[at]), Words(at, at + 1), None, None, whose, is_own)
    inside = _within(numbers, begins, end)
    if inside and _is_of_number(tokens, at, begins, noun, inside[0].first):
        yield one._replace(number=inside[0])
        for number in inside[1:]:
            if tokens[number.first - 1] not in ("and", "or"):
                break
            yield one._replace(number=number)
    elif not inside and one.kind is NoticeKind.RETRACTION:
        if is_own and tokens[noun] in TOLLS:
            yield one
        elif _points_back(tokens, at, noun):
            told = _within(numbers, 0, at)
            if len(told) <= 1:
                yield one._replace(number=told[0] if told else None)


def _points_back(tokens: list[str], at: int, noun: int) -> bool:
    """Whether it is a toll told before: "retracted that figure", ", a figure it later withdrew"."""
    if noun < 0:
        noun = next(
            (place for place in range(at - 1, max(at - 5, 1), -1) if tokens[place] in TOLLS), -1
        )
        return noun >= 0 and tokens[noun - 2 : noun] == [",", "a"]
    return (
        tokens[noun] in TOLLS
        and tokens[noun - 1] in ("that", "the", "this")
        and _is_toll(tokens, noun)
    )


def _is_of_number(tokens: list[str], at: int, begins: int, noun: int, number: int) -> bool:
    """Whether it is a number that is taken back, and not a deed in which people died."""
    if noun < 0:
        opening = tokens[begins]
        is_deaths = opening == "the" and "deaths" in tokens[begins:number]
        is_told = number == begins or opening in ("that", "there") or is_deaths
        if tokens[at] not in _DENYING or not is_told:
            return False
    elif tokens[at] in _DENYING and tokens[begins].endswith("ing"):
        return False
    between = tokens[max(noun + 1, begins) : number]
    is_deed = not _DEEDS.isdisjoint(between) or "and" in between
    return not is_deed and ("there" in between or FINITE.isdisjoint(between))


def _called_wrong(sentence: Sentence, at: int, numbers: list[Number]) -> Iterator[Withdrawal]:
    """Read "called the figure of 164 a technical error", "reports of 164 deaths were false"."""
    tokens = sentence.tokens
    word = tokens[at]
    is_negated = "not" in tokens[max(at - 3, 0) : at]
    if is_negated != (word in _NEGATED):
        return
    here = Words(at, at + 1)
    end = _clause_end(tokens, at + 1)
    says_so = tokens[at + 1 : at + 2] == ["that"] or not REPORTS.isdisjoint(tokens[at + 1 : at + 4])
    if says_so and word in _FALSE:
        for number in _within(numbers, at, end)[:1]:
            yield Withdrawal(NoticeKind.DENIAL, here, number)
            return
    yield from _behind_noun(sentence, at, numbers, _kind(word))


def _behind_noun(
    sentence: Sentence, at: int, numbers: list[Number], notice: NoticeKind
) -> Iterator[Withdrawal]:
    """Find the report and its number before a word that takes it back."""
    tokens = sentence.tokens
    for number in reversed(_within(numbers, at - _REACH, at)):
        if not _ENDS.isdisjoint(tokens[number.first : at]):
            return
        noun = _noun_of(tokens, number.first)
        if noun >= 0:
            is_own = noun > 0 and tokens[noun - 1] in _OWN
            whose = None if is_own else _whose(sentence, noun)
            yield Withdrawal(notice, Words(at, at + 1), number, None, whose, is_own)
            return


def _noun_of(tokens: list[str], number: int) -> int:
    """Find the report that a number stands in: "the figure of 164", "the 164 figure"."""
    if tokens[number + 1 : number + 2] and tokens[number + 1] in TOLLS:
        return number + 1
    for noun in range(number - 1, max(number - 12, 0) - 1, -1):
        if tokens[noun] in _ENDS:
            return -1
        if tokens[noun] in REPORTS:
            return noun
    return -1


def _corrected(sentence: Sentence, at: int, numbers: list[Number]) -> Iterator[Withdrawal]:
    """Read "revised the toll from 18 down to 16", "the toll was lowered to 16"."""
    tokens = sentence.tokens
    end = _clause_end(tokens, at + 1)
    lowest = max(at - 12, 0)
    noun = _first_of(TOLLS, tokens, at + 1, min(end, at + 9))
    if noun < 0 and _is_passive(tokens, at):
        noun = _first_of(TOLLS, tokens, lowest, at)
    if noun < 0 or not _is_toll(tokens, noun):
        return
    old = new = None
    for number in _within(numbers, lowest, end):
        before = tokens[number.first - 1] if number.first else ""
        if before == "to" and number.first > at:
            new = new or number
        elif before in ("from", "of"):
            old = old or number
    if new is None:
        return
    is_own = not _OWN.isdisjoint(tokens[at + 1 : end])
    yield Withdrawal(NoticeKind.CORRECTION, Words(at, at + 1), old, new, None, is_own)


def _is_toll(tokens: list[str], noun: int) -> bool:
    """Whether a noun counts people: "the toll", "the number of dead", and no number of tanks."""
    if tokens[noun] != "number" or tokens[noun + 1 : noun + 2] != ["of"]:
        return True
    return not _COUNTED.isdisjoint(tokens[noun + 2 : noun + 5])


def _replaced(
    sentence: Sentence, at: int, numbers: list[Number], words: WordTable
) -> Iterator[Withdrawal]:
    """Read "16, not 18 as previously reported", "16 instead of the 18 reported earlier"."""
    tokens = sentence.tokens
    new = _within(numbers, 0, at)[-1:]
    begins = at + 1 + (tokens[at] != "not")
    begins += tokens[begins : begins + 1] == ["the"]
    if not new or begins >= len(tokens):
        return
    for old in _numbers(sentence, words, begins, begins + _NUMBER)[:1]:
        if old.first == begins:
            yield Withdrawal(NoticeKind.CORRECTION, Words(at, at + 1), old, new[0])


def _whose(sentence: Sentence, noun: int) -> Words | None:
    """Find whose report it is: "reports by AFP", "AFP's report"."""
    tokens = sentence.tokens
    if tokens[noun + 1 : noun + 2] == ["by"]:
        return speaker_from(sentence, noun + 2)
    who = speaker_before(sentence, noun)
    if who is None or not JOINING.isdisjoint(tokens[who.first : noun]):
        return None
    return who if kind(sentence, who) is not None and tokens[noun - 1] not in REPORTS else None


def _is_passive(tokens: list[str], at: int) -> bool:
    return not BEING.isdisjoint(tokens[max(at - 3, 0) : at])


def _first_of(words: frozenset[str], tokens: list[str], first: int, after: int) -> int:
    for place in range(first, after):
        if tokens[place] in words:
            return place
    return -1


def _clause_end(tokens: list[str], first: int) -> int:
    for place in range(first, min(first + _REACH, len(tokens))):
        if tokens[place] in _ENDS:
            return place
        following = tokens[place + 1] if place + 1 < len(tokens) else "."
        if tokens[place] == "," and following in _GOING_ON:
            return place
    return min(first + _REACH, len(tokens))
