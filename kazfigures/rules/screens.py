"""Screens: steps that set reports aside, or widen what they allow, and say why.

A screen never narrows a count and never invents a report.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias, final

from attrs import field, frozen

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.moments import Moment
from kazfigures.observations import GRADES, WORST_CREDIBILITY, NoticeKind, Observation, Tally
from kazfigures.rules.testimonies import Reason, SetAside, Testimony, by_claimant

__all__ = [
    "Screen",
    "Sifted",
    "aged",
    "fresh",
    "graded",
    "latest_per_source",
    "one_per_origin",
    "verified",
    "withdrawn",
    "without_sides",
]

Sifted: TypeAlias = tuple[Sequence[Testimony], Sequence[SetAside]]
"""What a screen keeps, and what it sets aside."""


@final
@frozen(order=False, repr=False)
class Screen:
    """A named step of a rule: testimonies in, those kept and those set aside out.

    `before_choices` says that a rule asks it before it chooses among tellings and among the words
    of a claimant, so that what is not wanted supersedes nothing.
    `each_alone` says that it judges each report by itself, whatever others there are: a timeline
    asks such a screen before choices once a report, and any other of all reports at every turn.
    `a >> b` is the screen that does one and then the other, `screen >> pool` is a rule.
    """

    name: str
    sentence: str
    sift: Callable[[Sequence[Testimony]], Sifted] = field(eq=False)
    steps: tuple[Screen, ...] = field(default=(), eq=False)
    before_choices: bool = field(default=False, eq=False)
    each_alone: bool = field(default=False, eq=False)

    def __call__(self, testimonies: Sequence[Testimony]) -> Sifted:
        """Sift the testimonies of one question."""
        return self.sift(testimonies)

    def __rshift__(self, following: Screen) -> Screen:
        """Do one and then the other."""
        if not isinstance(following, Screen):
            return NotImplemented
        steps = (*(self.steps or (self,)), *(following.steps or (following,)))

        def sift(testimonies: Sequence[Testimony]) -> Sifted:
            aside: list[SetAside] = []
            for step in steps:
                testimonies, gone = step.sift(testimonies)
                aside += gone
            return testimonies, aside

        name, sentence = f"{self} >> {following}", f"{self.sentence}; {following.sentence}"
        return Screen(name, sentence, sift, steps)

    def __repr__(self) -> str:
        """Give the name that makes it."""
        return self.name


def _parted(
    testimonies: Sequence[Testimony], judge: Callable[[Testimony], SetAside | None]
) -> Sifted:
    """Keep the testimonies of which the judge says nothing."""
    kept: list[Testimony] = []
    aside: list[SetAside] = []
    for testimony in testimonies:
        judged = judge(testimony)
        if judged is None:
            kept.append(testimony)
        else:
            aside.append(judged)
    return kept, aside


def _withdrawn(testimonies: Sequence[Testimony]) -> Sifted:
    if not any(testimony.notices for testimony in testimonies):
        return testimonies, ()

    def judge(testimony: Testimony) -> SetAside | None:
        acting = testimony.acting
        if not acting:
            return None
        first = min(acting, key=lambda notice: (notice.at.order, notice.id))
        corrected = first.kind is NoticeKind.CORRECTION
        reason = Reason.CORRECTED if corrected else Reason.WITHDRAWN
        return SetAside(testimony.observation, reason, first)

    return _parted(testimonies, judge)


withdrawn = Screen(
    "withdrawn",
    "sets aside what its source or a publisher retracted or corrected, or its source denied",
    _withdrawn,
    each_alone=True,
)


def _one_per_origin(testimonies: Sequence[Testimony]) -> Sifted:
    tellings: dict[str, list[Testimony]] = {}
    for testimony in testimonies:
        if testimony.observation.origin:
            tellings.setdefault(testimony.observation.origin, []).append(testimony)
    heads = {origin: _nearest(told) for origin, told in tellings.items() if len(told) > 1}
    return _headed(testimonies, heads, lambda observation: observation.origin, Reason.RELAYED)


def _headed(
    testimonies: Sequence[Testimony],
    heads: Mapping[str, Sequence[Testimony]],
    group: Callable[[Observation], str],
    reason: Reason,
) -> Sifted:
    """Keep of each group with heads the heads alone, and of other groups all."""
    if not heads:
        return testimonies, ()
    stay = {id(head) for chosen in heads.values() for head in chosen}
    kept: list[Testimony] = []
    aside: list[SetAside] = []
    for testimony in testimonies:
        chosen = heads.get(group(testimony.observation))
        if chosen is None or id(testimony) in stay:
            kept.append(testimony)
        else:
            aside.append(SetAside(testimony.observation, reason, chosen[0].observation))
    return kept, aside


def _nearest(told: Sequence[Testimony]) -> list[Testimony]:
    """Give the tellings through the fewest relays, then the earliest; of those alike, one.

    Tellings as near that differ in what they say all stay: to choose by name or order is to guess.
    """

    def distance(testimony: Testimony) -> tuple[int, tuple[datetime, datetime]]:
        return (len(testimony.observation.via), testimony.observation.reported.order)

    least = min(map(distance, told))
    nearest = [testimony for testimony in told if distance(testimony) == least]
    if len(nearest) == 1:
        return nearest
    alike: dict[Hashable, Testimony] = {}
    for testimony in sorted(nearest, key=_as_listed):
        said = testimony.observation
        key = (said.source, said.figure.stated, testimony.count, said.as_of, said.credibility)
        alike.setdefault(key, testimony)
    return list(alike.values())


def _as_listed(testimony: Testimony) -> tuple[str, str, str]:
    """Order tellings published together as a ledger lists them."""
    said = testimony.observation
    return (said.source.name, said.figure.wording, said.id)


one_per_origin = Screen(
    "one_per_origin",
    "keeps of one statement the telling nearest its origin, and lists its relays",
    _one_per_origin,
)


def _latest_per_source(testimonies: Sequence[Testimony]) -> Sifted:
    words = by_claimant(testimonies)
    heads = {who: _last(said) for who, said in words.items() if len(said) > 1}
    return _headed(
        testimonies, heads, lambda observation: observation.source.identity, Reason.SUPERSEDED
    )


def _last(said: Sequence[Testimony]) -> list[Testimony]:
    """Give the words that no other follows: none of a later as-of, nor of the same one told later.

    Moments that overlap are not ordered, so such words tie.
    To compare their reports all the same would let three words follow each other in a circle.
    """
    newest = max([testimony.observation.as_of.start for testimony in said])
    current = [word for word in said if not word.observation.as_of.is_over_by(newest)]
    if len(current) == 1:
        return current
    together: dict[Moment, list[Testimony]] = {}
    for word in current:
        together.setdefault(word.observation.as_of, []).append(word)
    last: list[Testimony] = []
    for words in together.values():
        newest = max([word.observation.reported.start for word in words])
        last += [word for word in words if not word.observation.reported.is_over_by(newest)]
    return last


latest_per_source = Screen(
    "latest_per_source",
    "keeps a claimant's last word by as-of, then by reported; words that tie all stay",
    _latest_per_source,
)


def _aged(testimonies: Sequence[Testimony]) -> Sifted:
    if not testimonies or testimonies[0].observation.measure.tally is not Tally.CUMULATIVE:
        return testimonies, ()
    newest = max([testimony.observation.as_of.start for testimony in testimonies])
    return [
        _floor(testimony) if testimony.observation.as_of.is_over_by(newest) else testimony
        for testimony in testimonies
    ], ()


def _floor(testimony: Testimony) -> Testimony:
    if testimony.count.high is None:
        return testimony
    floor = Count(testimony.count.low)
    note = "a claim about an earlier moment than the newest"
    return Testimony(testimony.observation, floor, note, testimony.notices)


aged = Screen(
    "aged",
    "takes a cumulative claim about an earlier moment than the newest as a floor",
    _aged,
)


def fresh(max_age: timedelta) -> Screen:
    """Set aside claims whose as-of ended longer than `max_age` before the newest began."""
    if not isinstance(max_age, timedelta) or max_age < timedelta(0):
        raise RuleError("max_age", max_age, "a timedelta that is not negative")

    def sift(testimonies: Sequence[Testimony]) -> Sifted:
        if not testimonies:
            return testimonies, ()
        newest = max(
            (testimony.observation for testimony in testimonies),
            key=lambda observation: observation.as_of.start,
        )
        oldest = newest.as_of.start - max_age

        def judge(testimony: Testimony) -> SetAside | None:
            if testimony.observation.as_of.end >= oldest:
                return None
            return SetAside(testimony.observation, Reason.STALE, newest)

        return _parted(testimonies, judge)

    sentence = f"sets aside claims more than {max_age} older than the newest"
    return Screen(f"fresh({max_age!r})", sentence, sift)


def without_sides(*sides: str) -> Screen:
    """Set aside claims by parties to the events: those named, or all when none is named."""

    def judge(testimony: Testimony) -> SetAside | None:
        side = testimony.observation.source.side
        if not side or (sides and side not in sides):
            return None
        return SetAside(testimony.observation, Reason.PARTY, note=side)

    named = ", ".join(map(repr, sides))
    return Screen(
        f"without_sides({named})",
        f"sets aside claims by parties to the events{': ' * bool(sides)}{named}",
        lambda testimonies: _parted(testimonies, judge),
        before_choices=True,
        each_alone=True,
    )


def graded(worst: str) -> Screen:
    """Set aside sources graded worse than `worst`, a letter from A to E.

    F says that a source cannot be judged, so it and ungraded sources stay.
    """
    if worst not in list(GRADES[:-1]):
        raise RuleError("worst", worst, f"one letter of {GRADES[:-1]}")

    def judge(testimony: Testimony) -> SetAside | None:
        grade = testimony.observation.source.grade
        if grade is None or grade == GRADES[-1] or grade <= worst:
            return None
        note = f"{grade}, worse than {worst}"
        return SetAside(testimony.observation, Reason.GRADE, note=note)

    return Screen(
        f"graded({worst!r})",
        f"sets aside sources graded worse than {worst}",
        lambda testimonies: _parted(testimonies, judge),
        before_choices=True,
        each_alone=True,
    )


def verified(credibility: int) -> Screen:
    """Keep reports judged this credible or better, 1 (confirmed) to 5; the unjudged go."""
    if type(credibility) is not int or not 1 <= credibility < WORST_CREDIBILITY:
        expected = f"a number from 1 to {WORST_CREDIBILITY - 1}"
        raise RuleError("credibility", credibility, expected)

    def judge(testimony: Testimony) -> SetAside | None:
        judged = testimony.observation.credibility
        if judged is not None and judged <= credibility:
            return None
        note = "nobody judged it" if judged in (None, WORST_CREDIBILITY) else f"judged {judged}"
        return SetAside(testimony.observation, Reason.UNVERIFIED, note=note)

    return Screen(
        f"verified({credibility!r})",
        f"keeps reports whose credibility is judged {credibility} or better",
        lambda testimonies: _parted(testimonies, judge),
        before_choices=True,
        each_alone=True,
    )
