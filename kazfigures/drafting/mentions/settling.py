"""Settling: what is left where several words tell outcomes of one figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kazfigures.drafting.drafts.drafts import Standing
from kazfigures.drafting.grammar.chunks import Kind
from kazfigures.drafting.lexicon.outcomes import CASUALTIES, Outcome, Role
from kazfigures.drafting.mentions.mentions import Mention
from kazfigures.drafting.sentences import Sentence
from kazfigures.wording import Quantity

__all__ = ["settled"]

_KILLED_AND_INJURED: Final = frozenset(("killed", "injured"))
_TOGETHER: Final = Outcome(CASUALTIES)
_SEVERE: Final = frozenset(("seriously", "badly", "severely", "critically", "gravely", "fatally"))


def settled(
    sentence: Sentence, quantities: Sequence[Quantity], found: Sequence[Mention]
) -> list[Mention]:
    """Leave each figure with each of its outcomes once, in the order of the figures."""
    by_quantity: dict[int, dict[str, Mention]] = {}
    for one in found:
        known = by_quantity.setdefault(one.quantity, {})
        if known.setdefault(one.outcome.name, one).standing is Standing.ALONE:
            known[one.outcome.name] = one
    kept = [
        one
        for number, told in by_quantity.items()
        for one in _told_best(sentence, told)
        if not _is_partial(sentence, one, quantities[number])
    ]
    return sorted(kept, key=lambda one: (one.quantity, one.teller.first))


def _told_best(sentence: Sentence, told: Mapping[str, Mention]) -> Iterator[Mention]:
    """Choose among the outcomes of one figure.

    Those "killed or wounded" are casualties, and those "dead or missing" are neither.
    Of "two of the dead were beheaded" the verb tells it, and not the noun.
    """
    if len(told) == 1:
        yield from told.values()
        return
    strong = [one for one in told.values() if not _is_weak(one)] or list(told.values())
    names = {one.outcome.name for one in strong}
    if names >= _KILLED_AND_INJURED:
        yield told["killed"]._replace(outcome=_TOGETHER)
        strong = [
            one for one in strong if one.outcome.name not in (*_KILLED_AND_INJURED, CASUALTIES)
        ]
    elif not names.isdisjoint(_KILLED_AND_INJURED):
        strong = [one for one in strong if one.outcome.name != CASUALTIES]
    if not any(_is_alternative(sentence, one, strong) for one in strong):
        yield from strong


def _is_weak(one: Mention) -> bool:
    """Whether a verb would tell it better: "two of the dead", "the bodies of two", "a toll of"."""
    roles: frozenset[Role] = one.teller.form.roles if one.teller.form is not None else frozenset()
    is_noun = one.teller.kind is Kind.NOUN
    return not roles.isdisjoint((Role.REMAINS, Role.TOLL)) or (
        is_noun and one.standing is Standing.PART
    )


def _is_alternative(sentence: Sentence, one: Mention, others: Sequence[Mention]) -> bool:
    """Whether an outcome is told as one of two: "dead or missing"."""
    before = one.teller.form_first - 1
    return sentence.tokens[before] == "or" and any(
        other.teller.form_after == before for other in others
    )


def _is_partial(sentence: Sentence, one: Mention, quantity: Quantity) -> bool:
    """Whether nobody is only nobody of some: "nobody was seriously hurt"."""
    if quantity.figure.count.high != 0:
        return False
    return not _SEVERE.isdisjoint(sentence.tokens[one.teller.first : one.teller.form_first])
