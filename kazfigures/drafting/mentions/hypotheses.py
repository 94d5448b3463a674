"""Hypotheses: words by which what is told did not happen, as far as is said."""

from __future__ import annotations

from typing import Final

from kazfigures.drafting.grammar.chunks import Kind
from kazfigures.drafting.grammar.clauses import Clause

__all__ = ["UNDONE", "is_conditional", "is_undone"]

UNDONE: Final = frozenset(
    (
        *("demand", "demanded", "demands", "demanding", "seek", "sought", "seeking", "ask"),
        *("asked", "asking", "request", "requested", "negotiate", "negotiating", "propose"),
        *("proposed", "promise", "promised", "threaten", "threatened", "threatening", "plan"),
        *("planned", "planning", "plotted", "plotting", "attempted", "attempt", "attempting"),
        *("tried", "prevent", "prevented", "preventing", "avoid", "avoided", "avoiding", "urged"),
        *("urge", "ordered", "order", "orders", "saved", "save", "saving", "spared", "denied"),
        *("saves", "spare", "missed", "denying", "denies", "deny", "refuse", "refused", "without"),
        *("against", "averted", "foiled", "thwarted", "plot", "threat", "threats", "conspiracy"),
        *("conspired", "risk", "fear", "fears", "warrant", "warrants", "attempts", "plans"),
        *("possible", "potential", "intended", "intend"),
    )
)
"""Before "the killing of three" and "killing three": it did not come to it, as far as is said."""
_CONDITIONS: Final = frozenset(("if", "unless", "whether", "lest"))
_REACH: Final = 12
"""How many chunks back a clause may open."""


def is_conditional(clause: Clause, at: int) -> bool:
    """Whether the clause of a verb opens with "if", or with "never said that"."""
    for place in range(at - 1, max(at - _REACH, -1), -1):
        if clause.kind(place) is Kind.BREAK:
            return clause.word(place) in _CONDITIONS
        if clause.word(place) == "that" and clause.kind(place - 1) is Kind.VERB:
            return clause.chunks[place - 1].is_unreal
    return False


def is_undone(clause: Clause, at: int) -> bool:
    """Whether the words before say that it did not come to it: "without killing"."""
    before = at - 1
    if clause.kind(before) is Kind.PREPOSITION and clause.word(before) not in UNDONE:
        before -= 1
    if clause.kind(before) is Kind.VERB and clause.chunks[before].is_unreal:
        return True
    return clause.kind(before) is not None and clause.word(before) in UNDONE
