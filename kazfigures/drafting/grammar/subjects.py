"""Subjects: whom a verb is about, found by walking back from it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Final, TypeAlias, final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Kind
from kazfigures.drafting.grammar.clauses import INCLUDING, SUBORDINATING, Clause, Place
from kazfigures.drafting.grammar.conjuncts import antecedents, is_one_of, joined
from kazfigures.drafting.lexicon.word_classes import WordClass, word_class

__all__ = ["subjects"]

_GROUPS: Final = frozenset(
    (
        *("group", "groups", "total", "number", "family", "crowd", "column", "squad", "unit"),
        *("party", "team", "band", "gang", "contingent", "toll", "list", "bodies", "body"),
        *("remains", "corpses", "majority", "maximum", "minimum", "figure", "estimate", "crew"),
    )
)
"""Nouns behind which "of" brings those who are counted: "a group of 12 men was killed"."""
_REACH: Final = 24
"""How many chunks back a subject may stand."""

_Step: TypeAlias = Generator[Place, None, bool]
"""What is found at one step back, and at last whether all is found."""


def subjects(clause: Clause, at: int, *, is_finite: bool) -> Iterator[Place]:
    """Find the noun phrases that a verb is about, the nearest first.

    A participle without an auxiliary is about the noun phrase against it: "57 people killed".
    """
    return _Walk(clause, at, is_finite=is_finite).places()


@final
class _Walk:
    """A walk back from a verb: over what is no subject, up to what is one or ends the clause."""

    __slots__ = ("at", "clause", "is_finite", "verb")

    def __init__(self, clause: Clause, at: int, *, is_finite: bool) -> None:
        self.clause = clause
        self.verb = at
        self.is_finite = is_finite
        self.at = at - 1

    def places(self) -> Iterator[Place]:
        limit = max(self.verb - _REACH, -1)
        while self.at > limit:
            step = _STEPS.get(self.clause.chunks[self.at].kind)
            if step is None or (yield from step(self)):
                return

    def over_mark(self) -> _Step:
        yield from ()
        self.at -= 1
        return False

    def over_comma(self) -> _Step:
        yield from ()
        aside = self._before_aside()
        self.at = self.at - 1 if aside < 0 else aside
        return False

    def over_verb(self) -> _Step:
        """Pass over what is told of the subject meanwhile: "12 people travelling were killed"."""
        yield from ()
        is_passed = self.is_finite and not self.clause.is_open(self.at)
        self.at -= 1
        return not is_passed

    def noun(self) -> _Step:
        clause, at = self.clause, self.at
        if clause.is_among_them(at):
            yield Place(at, Standing.PART)
            self.at -= 3
        elif (whose := self._before_ages()) >= 0:
            self.at = whose
        elif is_one_of(clause, at) or (self.is_finite and clause.is_object(at)):
            self.at -= 1
        elif self._is_complement():  # "the driver, who is 45,"
            yield from antecedents(clause, at - 2)
            return True
        elif clause.kind(at - 1) is Kind.PREPOSITION:
            return (yield from self._prepositional())
        else:
            yield from joined(clause, at)
            return True
        return False

    def _prepositional(self) -> _Step:
        """Pass over a prepositional phrase, unless the subject stands in it."""
        clause, preposition = self.clause, self.clause.word(self.at - 1)
        if preposition in INCLUDING and clause.kind(self.at - 2) is Kind.COMMA:
            yield Place(self.at, Standing.PART)
        elif self.is_finite and preposition in SUBORDINATING:
            yield from joined(clause, self.at)
            return True
        elif (counted := self._counted()) >= 0:
            yield from joined(clause, counted)
            return True
        self.at -= 2
        return False

    def relative(self) -> _Step:
        yield from antecedents(self.clause, self.at)
        return True

    def link(self) -> _Step:
        """Find the subject that a verb shares with the one before it: "were taken and killed"."""
        clause = self.clause
        if clause.kind(self.verb - 1) not in (Kind.LINK, Kind.COMMA, Kind.TIME):
            return True
        for place in range(self.at - 1, max(self.at - _REACH // 2, -1), -1):
            kind = clause.kind(place)
            if kind in (Kind.VERB, Kind.OUTCOME):
                if clause.chunks[place].has_be or not clause.is_open(place):
                    yield from subjects(clause, place, is_finite=True)
                break
            if kind is Kind.BREAK:
                break
        return True

    def _before_aside(self) -> int:
        """Find what stands before an aside: "26 people[, the army said on Friday,] were killed"."""
        clause, at = self.clause, self.at - 1
        while clause.kind(at) is Kind.TIME or clause.kind(at - 1) is Kind.PREPOSITION:
            at -= 1 + (clause.kind(at) is not Kind.TIME)
        if clause.kind(at) is not Kind.VERB or clause.kind(at - 1) is not Kind.NOUN:
            return -1
        is_speech = word_class(clause.word(at)) is WordClass.SPEAKING
        return at - 3 if is_speech and clause.kind(at - 2) is Kind.COMMA else -1

    def _before_ages(self) -> int:
        """Find whose ages stand between commas, if any do: "two sisters, 7 and 9, were killed"."""
        clause, at = self.clause, self.at
        if clause.kind(at + 1) is not Kind.COMMA:
            return -1
        while clause.kind(at) is Kind.NOUN and clause.chunks[at].is_number:
            before = at - 1
            if clause.kind(before) is Kind.COMMA and clause.kind(before - 1) is Kind.NOUN:
                if not clause.chunks[before - 1].is_number:
                    return before - 1
            elif clause.kind(before) is not Kind.LINK:
                break
            at = before - 1
        return -1

    def _is_complement(self) -> bool:
        """Whether a noun phrase says what somebody is: "who is 45"."""
        clause, verb = self.clause, self.at - 1
        is_said = clause.kind(verb) is Kind.VERB and clause.chunks[verb].has_be
        return is_said and clause.word(verb - 1) in ("who", "which")

    def _counted(self) -> int:
        """Find who is counted behind a preposition; -1 where nobody is.

        So it is in "a group of 12 was killed", in "57 people killed" and "11 of the enemy killed".
        """
        clause, at = self.clause, self.at
        if self.is_finite or at != self.verb - 1:
            is_grouped = clause.word(at - 1) == "of" and clause.word(at - 2) in _GROUPS
            return at if is_grouped and clause.chunks[at].quantity >= 0 else -1
        while (
            clause.chunks[at].quantity < 0
            and clause.word(at - 1) in ("of", "from")
            and clause.kind(at - 2) is Kind.NOUN
        ):
            at -= 2
        return at if clause.chunks[at].quantity >= 0 else -1


_STEPS: Final[dict[Kind, Callable[[_Walk], _Step]]] = {
    Kind.COMMA: _Walk.over_comma,
    Kind.TIME: _Walk.over_mark,
    Kind.PREPOSITION: _Walk.over_mark,
    Kind.NOUN: _Walk.noun,
    Kind.RELATIVE: _Walk.relative,
    Kind.LINK: _Walk.link,
    Kind.VERB: _Walk.over_verb,
    Kind.OUTCOME: _Walk.over_verb,
}
