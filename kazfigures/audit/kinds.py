"""Kind and Severity: the ways in which reports differ, and how much it matters."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, Self

from kazfigures.markup import Fragment, badge
from kazfigures.observations import Word

__all__ = ["Kind", "Severity"]


class Severity(IntEnum):
    """How much a finding matters; a graver one is greater."""

    NOTE = 1
    """Nothing is wrong: it says why figures differ that may be read as a conflict."""
    WARNING = 2
    """Something to look at before printing."""
    ERROR = 3
    """Not all of these reports can be right, or one is used that was taken back."""

    def __str__(self) -> str:
        """Read as one word."""
        return self.name.lower()

    @property
    def badge(self) -> Fragment:
        """The severity by a shape and by its word."""
        return badge(_SHAPES[self], str(self), f"kf-{self}")


_SHAPES: Final = {
    Severity.NOTE: "\N{WHITE CIRCLE}",
    Severity.WARNING: "\N{BLACK UP-POINTING TRIANGLE}",
    Severity.ERROR: "\N{BLACK SQUARE}",
}


class Kind(Word):
    """The way in which reports differ; `sentence` says what it is, `advice` what one could do."""

    sentence: str
    advice: str

    def __new__(cls, value: str, sentence: str, advice: str) -> Self:
        """Keep the sentence and the advice beside the word."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.sentence = sentence
        kind.advice = advice
        return kind

    INCOMPARABLE = (
        "incomparable",
        "the two are not about the same thing",
        "compare neither with the other",
    )
    STALE = (
        "stale",
        "an older figure of a claimant who has a newer one",
        "print the newer figure",
    )
    STALE_COMPONENT = (
        "stale_component",
        "one report joins a new figure with an older one",
        "take each figure of the report from its own newest statement",
    )
    SCOPE_PLACE = (
        "scope_place",
        "they are about different places",
        "name the place beside each figure; ask which one was meant where the numbers are the same",
    )
    SCOPE_POPULATION = (
        "scope_population",
        "they are about different groups of people",
        "name the group beside each figure; ask whether one group holds the other",
    )
    DEFINITION = (
        "definition",
        "they count by different definitions",
        "print both with what each counts",
    )
    PART_OF = (
        "part_of",
        "one counts a part of the other",
        "print the part as among the whole, and never add them",
    )
    PART_EXCEEDS_WHOLE = (
        "part_exceeds_whole",
        "a part is larger than the whole it belongs to",
        "ask whether the two were counted alike: the part may take in more, the whole less",
    )
    PARTS_DO_NOT_SUM = (
        "parts_do_not_sum",
        "parts that should make up a whole do not add up to it",
        "print the whole alone, and ask for the parts again",
    )
    RETRACTED = (
        "retracted",
        "its source or a publisher took it back",
        "do not print it as a figure; say that it was taken back, by whom and why",
    )
    DENIED_BY_SOURCE = (
        "denied_by_source",
        "the source it is ascribed to denies having given it",
        "do not ascribe it to that source",
    )
    DISPUTED_BY_OTHER = (
        "disputed_by_other",
        "somebody other than its source denies it",
        "print the denial beside it; the figure stands as its source's claim",
    )
    WITHDRAWN_STILL_USED = (
        "withdrawn_still_used",
        "a figure that had been taken back or denied was printed again",
        "correct what repeats it, and say that it was taken back or denied",
    )
    SAME_ORIGIN = (
        "same_origin",
        "relays repeat one statement",
        "count it once: several relays are one source",
    )
    BOUND_DRIFT = (
        "bound_drift",
        "relays of one statement put other bounds around its number",
        "go back to the statement; until then print the number without a bound of your own",
    )
    ROUNDING = (
        "rounding",
        "one is the other rounded",
        "print the finer number",
    )
    COMPATIBLE = (
        "compatible",
        "both can be right",
        "print the later one with its moment, or both",
    )
    VAGUE_AND_EXACT = (
        "vague_and_exact",
        "a vague word allows the number",
        "print the number",
    )
    SAME_DAY_SPREAD = (
        "same_day_spread",
        "officials gave several numbers for one day",
        "find the hour of each; until then print them as a range, or the last with its hour",
    )
    CONTRADICTION = (
        "contradiction",
        "all else matches, and they share no number",
        "print both with who says which, and ask",
    )
    TALLY = (
        "tally",
        "one counts since the beginning, another within a window or at a moment",
        "say which it is: so many in all, so many more, so many now",
    )
    WINDOW = (
        "window",
        "they count over different windows of time",
        "name the window beside each; do not add windows that overlap",
    )
    REVISED_DOWN = (
        "revised_down",
        "a claimant's count fell",
        "print the newer figure, say that it was lowered, and why or that nobody said why",
    )
    SOURCE_SWITCH = (
        "source_switch",
        "what reads as one series changes its claimant, and falls",
        "keep the claimants apart: two series, not one that falls",
    )
    PARTY_DISPUTE = (
        "party_dispute",
        "parties to the events say different things of the same",
        "print each with its side, in its own words",
    )
    FLOOR_LIST = (
        "floor_list",
        "a list of names is a floor, not a rival total",
        "print it as at least so many known by name",
    )
    BACKDATED = (
        "backdated",
        "a count rose by what had happened earlier and was recognised now",
        "do not print the whole rise as what happened in that time",
    )
    RESTART = (
        "restart",
        "a count began again from near zero",
        "start a new series, and say when the count began",
    )
    MISATTRIBUTED = (
        "misattributed",
        "the claimant named is not the one who said it",
        "ascribe it to the one who did, or leave it",
    )
    IDLE_NOTICE = (
        "idle_notice",
        "a notice names nothing here, or takes nothing back",
        "check what it is about and who gave it",
    )
    ANACHRONISM = (
        "anachronism",
        "its moments cannot be, or are out of order",
        "check the dates against the page",
    )
    LOOK_ALIKE = (
        "look_alike",
        "two names differ only by spelling",
        "where they are one, write them alike or give them as aliases; nothing is merged here",
    )
