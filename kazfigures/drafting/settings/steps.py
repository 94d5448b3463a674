"""Step: what a word does to the tie between a figure and the words that say when or where."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, auto
from typing import Final

from kazfigures.drafting.lexicon.word_classes import WordClass

__all__ = ["FINITE", "Step", "steps"]

FINITE: Final = frozenset(
    (WordClass.VERB, WordClass.BE, WordClass.HAVE, WordClass.DO, WordClass.MODAL)
)
"""Verbs and what helps them."""
_BOUNDS: Final = frozenset(("since", "before", "until", "till", "despite", "because"))
"""What stands behind them is the bound or the cause of something, and does not set it."""
_ADVERBIAL_AS: Final = frozenset(("a", "of", "many", "well", "part", "such", "yet"))
"""Behind these "as" opens no clause."""
_AFTERS: Final = frozenset(("after", "following"))
_PERIODS: Final = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years"))
_PARTING: Final = frozenset(("compared", "while", "whereas", "although", "though", "however"))
"""They join what happened at another time or place."""
_HAPPENING: Final = frozenset(
    (
        *("occurred", "occurring", "happened", "happening", "took", "registered"),
        *("committed", "perpetrated", "staged", "waged", "fought", "held", "located", "situated"),
        *("found", "discovered", "recovered", "killed", "murdered", "died", "injured", "wounded"),
        *("hurt", "arrested", "detained", "hit", "struck", "rocked", "shook", "ripped", "tore"),
    )
)
"""Verbs that say that something was there and then, or tell an outcome themselves."""
_BEGINNING: Final = frozenset(
    (
        *("began", "begun", "started", "erupted", "broke", "launched", "swept", "spread", "flared"),
        *("imposed", "declared"),
    )
)
"""What came after these may have come at any time after."""
_NO_VERBS: Final = frozenset(
    (
        *("left", "including", "dead", "armed", "united", "alleged", "suspected", "masked"),
        *("wearing", "carrying", "dressed", "hooded", "using", "riding", "shining"),
    )
)
"""What looks like a verb, and says no more than how somebody looked or what a thing is called."""


class Step(IntEnum):
    """What a word does to the tie between a figure and an adjunct on either side of it."""

    NOTHING = auto()
    REGION = auto()
    """It belongs to a figure."""
    VERB = auto()
    BEGINNING = auto()
    HAPPENING = auto()
    SPEAKING = auto()
    RELATIVE = auto()
    OPENING = auto()
    """It opens a clause that says when: "when", "as"."""
    IN_WHICH = auto()
    AFTER = auto()
    BOUND = auto()
    BUT = auto()
    PARTING = auto()
    BREAK = auto()


_STEPS: Final = {
    **dict.fromkeys(_BOUNDS, Step.BOUND),
    **dict.fromkeys(_PARTING, Step.PARTING),
    **dict.fromkeys(_HAPPENING, Step.HAPPENING),
    **dict.fromkeys(_BEGINNING, Step.BEGINNING),
    **dict.fromkeys(_NO_VERBS, Step.NOTHING),
    "but": Step.BUT,
    ":": Step.PARTING,
    "according": Step.SPEAKING,
}
_OF_CLASSES: Final = {
    WordClass.VERB: Step.VERB,
    WordClass.SPEAKING: Step.SPEAKING,
    WordClass.OPENING: Step.OPENING,
    WordClass.BREAK: Step.BREAK,
}


def steps(
    tokens: Sequence[str], classes: Sequence[WordClass], covered: frozenset[int]
) -> list[Step]:
    """Say of every word of a sentence what it does; `covered` are those that belong to figures."""
    return [
        Step.REGION if at in covered else _STEPS.get(word) or _step(tokens, classes, at)
        for at, word in enumerate(tokens)
    ]


def _step(tokens: Sequence[str], classes: Sequence[WordClass], at: int) -> Step:
    its = classes[at]
    before = classes[at - 1] if at else WordClass.MARK
    after = classes[at + 1] if at + 1 < len(classes) else WordClass.MARK
    if its is WordClass.RELATIVE:
        return _relative(tokens[at], before, after)
    if its is WordClass.VERB and before is WordClass.DETERMINER:
        return Step.NOTHING  # "a crowded street"
    if its is WordClass.SPEAKING and before is WordClass.BE:
        return Step.HAPPENING  # "three deaths were reported"
    if its is WordClass.TO and after is not WordClass.DETERMINER:
        return Step.VERB  # "to end", where "due to the" is none
    return _OF_CLASSES.get(its) or _joined(tokens, at)


def _joined(tokens: Sequence[str], at: int) -> Step:
    """Tell "after a bomb went off" from "two days after", and "as they fled" from "as a result"."""
    if tokens[at] == "from" and at and tokens[at - 1] in ("up", "down"):
        return Step.PARTING  # "up from 18 on Monday"
    if tokens[at] in _AFTERS:
        return Step.BOUND if at and tokens[at - 1] in _PERIODS else Step.AFTER
    if tokens[at] == "as" and (at + 1 == len(tokens) or tokens[at + 1] not in _ADVERBIAL_AS):
        return Step.OPENING
    return Step.NOTHING


def _relative(word: str, before: WordClass, after: WordClass) -> Step:
    """Tell "in which" and "said that" from "that began"."""
    if before is WordClass.PREPOSITION:
        return Step.IN_WHICH
    return Step.RELATIVE if word != "that" or after in FINITE else Step.OPENING
