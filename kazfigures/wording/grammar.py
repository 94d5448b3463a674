"""The grammar: which counts a text states, and what in it looks like a count and is none.

    quantity := [hedge]{0,2} core [hedge]
    core     := range | number | vague word | zero
    range    := "between" number "and" number | number "to" number | ...

Each lexeme is visited a bounded number of times, so reading is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple, final

from kazfigures.counts import LARGEST
from kazfigures.wording.hedges import Hedge, hedged
from kazfigures.wording.lexemes import NUMERAL, STRANGE, WORD, Lexemes
from kazfigures.wording.numbers import SHARE, TOO_LARGE, Bar, Number, number_at, strange_digit
from kazfigures.wording.refusals import (
    LABEL,
    ORDINAL,
    YEAR,
    YEARS,
    by_mark,
    by_place,
    by_sign,
    by_words_behind,
    end_of_fraction,
    is_foreign,
)
from kazfigures.wording.tables import BRACKET, COMMA, DASH, HYPHEN, QUOTE, Term, WordTable

__all__ = ["Found", "Reading", "Refused"]

_SIDE_BY_SIDE: Final = Bar("numbers side by side")
_HEDGED_AWAY: Final = Bar("a number that its hedge leaves nothing of")
_HEDGED_TWICE: Final = Bar("a number with more than two hedges")
_OTHER_SCRIPT: Final = Bar("a number beside words in another script than the table's")

_MOST_HEDGES: Final = 2
_REACH: Final = 2
"""How many words may stand between a number and the hedge behind it: "23 citizens at least"."""
_ARTICLE_REACH: Final = 4
_SENTENCE_ENDS: Final = frozenset(".;!?")


class Found(NamedTuple):
    """A quantity: where it stands, the number it states, and what it allows."""

    start: int
    end: int
    stated: int | None
    low: int
    high: int | None


class Refused(NamedTuple):
    """What looks like a count and is none.

    A bar leaves no other count of a short wording to be read: "a third of 300" is not 300.
    """

    what: str
    is_bar: bool


class _Tie(Enum):
    LINK = auto()
    COMMA = auto()
    NEIGHBOUR = auto()


class _Member(NamedTuple):
    """A number with its hedges: the lexemes it runs over, and what it allows."""

    first: int
    core: int
    end: int
    number: Number
    span: tuple[int, int | None] | None


@final
class Reading:
    """All that one text states."""

    __slots__ = ("_is_change", "_resume", "found", "lexemes", "refused", "terms")

    def __init__(self, text: str, table: WordTable) -> None:
        self.lexemes = Lexemes(text, table)
        self.terms = self.lexemes.terms
        self.found: list[Found] = []
        self.refused: list[Refused] = []
        self._is_change = False
        at = 0
        while at < self.lexemes.count:
            term = self.terms[at]
            if term.change:
                self._is_change = True
            if term.starts:
                at = self._list_at(at, term)
            else:
                if self._is_change and self.lexemes.tokens[at] in _SENTENCE_ENDS:
                    self._is_change = False
                at += 1

    def articles(self) -> int:
        """How often one of something is told by an article alone: "a soldier"."""
        terms = self.terms
        places = [at for at, term in enumerate(terms) if term.article and terms[at + 1] is WORD]
        return sum(
            (at == 0 or terms[at - 1].link)
            and not any(near.group for near in terms[at + 2 : at + 1 + _ARTICLE_REACH])
            for at in places
        )

    def _list_at(self, at: int, term: Term) -> int:
        """Read the numbers that follow one another here, and say where to go on.

        What comes after a list says what all of it is: "5 and 6 January", "10 or 20 percent".
        """
        if term.idiom:
            return at + 1
        if term is STRANGE:
            self._refuse(strange_digit(self.lexemes.original(at)))
            return end_of_fraction(self.lexemes, at)
        if term.fraction or term.ordinal:
            is_share = term.fraction and (self.terms[at - 1].article or not term.ordinal)
            self._refuse(SHARE if is_share else ORDINAL)
            return end_of_fraction(self.lexemes, at) if is_share else at + 1
        is_marked = bool(term.mark or term.month or term.before_year)
        # What opens a range is behind us when it opened none: "from 2019".
        opener = self.terms[at - 2 if self.terms[at - 1].link else at - 1]
        mark = term if is_marked else opener if opener.opens else None
        # A mark that is also a hedge is read as both: "up to 2022", "up to 200".
        ahead = at + (is_marked and term.hedge is None and not term.opens)
        members: list[_Member] = []
        ties: list[_Tie] = []
        what, end = "", at + 1
        while (member := self._member_at(ahead)) is not None:
            members.append(member)
            what, end = self._refusal(member)
            tie, ahead = self._tie_at(end)
            if what or tie is None:
                break
            ties.append(tie)
        if not members:
            return max(self._resume, end)
        if len(members) == 1 and not what and mark is None:
            self._keep(members[0])
        else:
            self._settle(mark, members, ties[: len(members) - 1], what)
        return end

    def _settle(
        self, mark: Term | None, members: list[_Member], ties: list[_Tie], what: str
    ) -> None:
        """Keep or refuse the members of a list, by the mark before it and the unit behind it."""
        whats = [""] * len(members)
        if mark is not None:
            is_chain = _Tie.LINK in ties or mark is BRACKET
            for index, (_, _, _, number, _) in enumerate(members):
                if index == 0 or is_chain or (mark.month and number.is_within(*YEARS)):
                    whats[index] = by_mark(self.lexemes, mark, number, members[-1].end)
        if what:
            whats[-1] = what
            if ties and ties[-1] is _Tie.LINK:
                whats = [known or what for known in whats]
        for index, tie in enumerate(ties):
            # "two 17-year-olds" is two; "18 26" and "1 00 000" are nothing that can be read.
            both, is_faulty = whats[index : index + 2], members[index + 1].number.fault
            if tie is _Tie.NEIGHBOUR and ({*both} <= {"", _SIDE_BY_SIDE} or is_faulty):
                whats[index] = whats[index + 1] = _SIDE_BY_SIDE
        for known, member in zip(whats, members, strict=True):
            if known:
                self._refuse(known)
            else:
                self._keep(member)

    def _keep(self, member: _Member) -> None:
        lexemes, (low, high) = self.lexemes, member.span or (0, None)
        start, end = lexemes.starts[member.first], lexemes.ends[member.end - 1]
        self.found.append(Found(start, end, member.number.stated, low, high))

    def _refuse(self, what: str) -> None:
        self.refused.append(Refused(what, isinstance(what, Bar) or what == SHARE))

    def _tie_at(self, at: int) -> tuple[_Tie | None, int]:
        """What ties a number to one that follows at once, and where that one starts."""
        term = self.terms[at]
        if term is COMMA:
            return (_Tie.LINK, at + 2) if self.terms[at + 1].link else (_Tie.COMMA, at + 1)
        if term.link:
            return _Tie.LINK, at + 1
        return (_Tie.NEIGHBOUR, at) if _is_number(term) else (None, at)

    def _member_at(self, at: int) -> _Member | None:
        """Read a number with the hedges around it."""
        terms, first = self.terms, at
        hedges, at = self._hedges_at(at)
        is_quoted = at > first and terms[at] is QUOTE
        core = at + is_quoted
        number = self._core_at(core, is_hedged=bool(hedges))
        if number is None:
            self._resume = at
            return None
        end = number.end + (is_quoted and terms[number.end] is QUOTE)
        behind, end = self._hedge_behind(end)
        if behind is not None and behind is not Hedge.EXACTLY:
            hedges.append(behind)
        if not hedges:
            return _Member(first, core, end, number, (number.low, number.high))
        if len(hedges) > _MOST_HEDGES:
            number = number._replace(fault=_HEDGED_TWICE)
        return _Member(first, core, end, number, _hedge(number.span, hedges))

    def _hedges_at(self, at: int) -> tuple[list[Hedge], int]:
        hedges: list[Hedge] = []
        while (hedge := self.terms[at].hedge) is not None:
            # A word that also ends a path is no hedge in "rose to".
            is_path = self.terms[at].path and self._is_change
            if hedge is not Hedge.EXACTLY and not is_path:
                hedges.append(hedge)
            at += 1
        return hedges, at

    def _hedge_behind(self, at: int) -> tuple[Hedge | None, int]:
        """Find the hedge behind a number, at once or behind its noun, and where it ends."""
        terms = self.terms
        if terms[at].ending:
            at += 1
        end, reach = at, _REACH
        while True:
            term = terms[at]
            # "26 people, at least 18 of them": that hedge belongs to the next number.
            if term.hedge_after is not None:
                return (None, end) if self._begins_at(at + 1) else (term.hedge_after, at + 1)
            if not reach or term is not WORD or self.lexemes.is_glued(at):
                return None, end
            at, reach = at + 1, reach - 1

    def _begins_at(self, at: int) -> bool:
        term = self.terms[at]
        return _is_number(term) or term.hedge is not None or bool(term.opens)

    def _core_at(self, at: int, *, is_hedged: bool) -> Number | None:
        """Read a number or a range."""
        term = self.terms[at]
        if term.opens and not (term.path and self._is_change):
            return self._opened_range(term.opens, at + 1)
        number = number_at(self.lexemes, at, is_hedged=is_hedged)
        while number is not None and self._is_joint(number.end):
            joined = self._joined(number, [], number.end + 1)
            if joined is None:
                break
            if number.is_joined and self.terms[number.end] is HYPHEN:
                joined = joined._replace(fault=LABEL)
            number = joined
        return number

    def _is_joint(self, at: int) -> bool:
        """Whether a mark or word stands between the ends of a range; dashes, as hyphens do."""
        joint = self.terms[at]
        if not joint.joint or (joint.path and self._is_change):
            return False
        if joint is not HYPHEN and joint is not DASH:
            return True
        is_glued = self.lexemes.is_glued(at)
        return is_glued == self.lexemes.is_glued(at + 1) and (is_glued or joint is HYPHEN)

    def _opened_range(self, middles: frozenset[str], at: int) -> Number | None:
        """Read what stands behind "between"; its "and" may look like one inside the number."""
        hedges, at = self._hedges_at(at)
        number = number_at(self.lexemes, at, is_hedged=True)
        while number is not None:
            if self.terms[number.end].phrase in middles:
                return self._joined(number, hedges, number.end + 1, is_opened=True)
            number = number.split
        return None

    def _joined(
        self, first: Number, hedges: list[Hedge], at: int, *, is_opened: bool = False
    ) -> Number | None:
        """Join a number to the one that starts here; None where they are no range."""
        more_hedges, at = self._hedges_at(at)
        second = number_at(self.lexemes, at, is_hedged=is_opened or bool(more_hedges))
        if second is None or second.fault:
            return None
        first = first.with_scale_of(second)
        below, above = _hedge(first.span, hedges), _hedge(second.span, more_hedges)
        if first.fault or first.low >= second.low or below is None or above is None:
            return None
        is_bare = first.is_bare and second.is_bare
        high = None if first.high is None else above[1]
        if high is not None and high < below[0]:
            return None
        joined = Number(second.end, below[0], high, is_bare=is_bare, is_joined=True)
        return joined._replace(fault=YEAR) if joined.is_within(*YEARS) else joined

    def _refusal(self, member: _Member) -> tuple[str, int]:
        """Say what a number is when it is no count, and where it ends."""
        lexemes, number, span = self.lexemes, member.number, member.span
        end = member.end
        what = number.fault or by_place(lexemes, member.first, member.core, number, end)
        if what:
            return what, end
        for at in (end,) if end == number.end else (number.end, end):
            refusal = by_words_behind(lexemes, number, at)
            if refusal is not None:
                return refusal
        if span is None:
            return _HEDGED_AWAY, end
        low, high = span
        if low > LARGEST or (high is not None and high > LARGEST):
            return TOO_LARGE, end
        sign = by_sign(lexemes, member.first - 1) or by_sign(lexemes, end)
        if sign:
            return sign, end
        is_foreign_beside = is_foreign(lexemes, member.first - 1) or is_foreign(lexemes, end)
        return _OTHER_SCRIPT if is_foreign_beside else "", end


def _is_number(term: Term) -> bool:
    is_worded = term.zero or bool(term.number or term.scale or term.tenths)
    return is_worded or term is NUMERAL or term.vague is not None


def _hedge(span: tuple[int, int | None], hedges: Sequence[Hedge]) -> tuple[int, int | None] | None:
    """Apply hedges from the inside out: "at least about 300" is at least what about 300 allows."""
    result: tuple[int, int | None] | None = span
    for hedge in reversed(hedges):
        if result is None:
            return None
        result = hedged(hedge, *result)
    return result
