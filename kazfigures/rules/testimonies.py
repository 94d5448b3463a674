"""Testimony, Claim, SetAside: the reports of one question on their way through a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, final

from attrs import frozen

from kazfigures.counts import Count
from kazfigures.markup import Fragment, data, element, joined
from kazfigures.moments import Moment
from kazfigures.observations import GRADES, Entry, Notice, Observation, Source, Word

__all__ = ["Claim", "Reason", "SetAside", "Testimony"]

_Told = TypeVar("_Told")


class Reason(Word):
    """Why a report does not enter an estimate."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    RELAYED = "relayed"
    SUPERSEDED = "superseded"
    STALE = "stale"
    PARTY = "party to the events"
    GRADE = "low grade"
    UNVERIFIED = "not verified"
    SAYS_NOTHING = "says nothing"
    PASSED_OVER = "passed over"


@final
@frozen(order=False)
class Testimony:
    """An observation, the count it allows here, why where that was widened, and its notices."""

    observation: Observation
    count: Count
    note: str = ""
    notices: tuple[Notice, ...] = ()

    @property
    def acting(self) -> list[Notice]:
        """Its notices by those who may take it back."""
        return [notice for notice in self.notices if notice.has_standing(self.observation)]

    def __str__(self) -> str:
        """Read as a line of an account."""
        line = described(self.observation)
        return f"{line} [taken as {self.count}: {self.note}]" if self.note else line

    @property
    def line(self) -> Fragment:
        """The report as a line of an account, and what it is taken as."""
        taken = f" Taken as {self.count}: {self.note}." if self.note else None
        return joined((self.observation.line, taken))


@final
@frozen(order=False)
class SetAside:
    """An observation that an estimate does not use, why, and the entry that it gave way to."""

    observation: Observation
    reason: Reason
    because: Entry | None = None
    note: str = ""

    @property
    def is_taken_back(self) -> bool:
        """Whether somebody took it back, so that it must not be printed."""
        return self.reason in (Reason.WITHDRAWN, Reason.CORRECTED)

    @property
    def why(self) -> str:
        """The reason in words."""
        if self.because is None:
            return f"{self.reason.value}: {self.note}" if self.note else self.reason.value
        if isinstance(self.because, Notice):
            return f"{self.reason.value}: {self.because}"
        rival = self.because
        if self.reason is Reason.SUPERSEDED:
            said = f"the same claimant says {rival.figure.count} as of {rival.as_of}"
        elif self.reason is Reason.RELAYED:
            said = f"the same statement, nearer its origin, by {rival.attribution}"
        else:
            said = f"the newest claim is as of {rival.as_of}"
        return f"{self.reason.value}: {said}"

    def __str__(self) -> str:
        """Read as a line of an account."""
        return f"{described(self.observation)} [{self.why}]"

    @property
    def line(self) -> Fragment:
        """The report as a line of an account, struck where it was taken back, and why it is out."""
        line = self.observation.line
        struck = element("s", line) if self.is_taken_back else line
        return joined((struck, ". Set aside, ", data(self.why), "."))


@final
@frozen(order=False)
class Claim:
    """One claimant's voice: what its testimonies share, or their hull when they share nothing."""

    source: Source
    count: Count
    testimonies: tuple[Testimony, ...]

    @property
    def stated(self) -> int | None:
        """The number it states; the low median where its testimonies state several."""
        stated = [testimony.observation.figure.stated for testimony in self.testimonies]
        return stated[0] if len(stated) == 1 else low_median(stated)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What moments it speaks of."""
        return tuple(testimony.observation.as_of for testimony in self.testimonies)

    def __str__(self) -> str:
        """Read as who says what."""
        return f"{self.source}: {self.count}"


def voices(testimonies: Iterable[Testimony]) -> list[Claim]:
    """Give each claimant one voice, however many of its testimonies are kept."""
    return [
        Claim(_speaker(said), shared_or_hull(said), tuple(said))
        for said in by_claimant(testimonies).values()
    ]


def about_newest(claims: Iterable[Claim]) -> list[Claim]:
    """Give the claims about the newest moment: those not wholly over when it begins."""
    return newest_by(claims, lambda claim: claim.moments)


def newest_by(told: Iterable[_Told], moments: Callable[[_Told], Sequence[Moment]]) -> list[_Told]:
    """Give what is told of which not all such moments are over when the newest begins."""
    timed = [(one, moments(one)) for one in told]
    newest = max(moment.start for _, spans in timed for moment in spans)
    return [one for one, spans in timed if not all(span.is_over_by(newest) for span in spans)]


def _speaker(said: Sequence[Testimony]) -> Source:
    """Give the source as it was written down; of several ways, one with the worst grade judged."""
    if len(said) == 1:
        return said[0].observation.source
    return max((testimony.observation.source for testimony in said), key=_doubt)


def _doubt(source: Source) -> tuple[bool, str, str, str, str]:
    grade = source.grade or GRADES[-1]
    return (grade != GRADES[-1], grade, source.kind, source.side, source.name)


def by_claimant(testimonies: Iterable[Testimony]) -> dict[str, list[Testimony]]:
    """Group testimonies by the identity of their source."""
    groups: dict[str, list[Testimony]] = {}
    for testimony in testimonies:
        claimant = testimony.observation.source.identity
        if claimant in groups:
            groups[claimant].append(testimony)
        else:
            groups[claimant] = [testimony]
    return groups


def shared_or_hull(said: Sequence[Testimony]) -> Count:
    """Give what one claimant's testimonies share, or their hull where they share nothing."""
    if len(said) == 1:
        return said[0].count
    counts = [testimony.count for testimony in said]
    return intersection(counts) or hull(counts)


def intersection(counts: Sequence[Count]) -> Count | None:
    """Give what all of the counts allow; None when they share nothing."""
    low = max([count.low for count in counts])
    highs = [count.high for count in counts if count.high is not None]
    high = min(highs) if highs else None
    return Count(low, high) if high is None or low <= high else None


def hull(counts: Sequence[Count]) -> Count:
    """Give the smallest count that holds all of the counts."""
    highs = [count.high for count in counts]
    high = None if None in highs else max(high or 0 for high in highs)
    return Count(min(count.low for count in counts), high)


def low_median(numbers: Iterable[int | None]) -> int | None:
    """Give the median, and the lower of the middle two: two claims are never averaged.

    None stands for no number, and is passed over.
    """
    ordered = sorted([number for number in numbers if number is not None])
    return ordered[(len(ordered) - 1) // 2] if ordered else None


def described(observation: Observation) -> str:
    """Give a report as a line: the count it allows, its words, who, as of when, published when."""
    count, wording = str(observation.figure.count), observation.figure.wording
    words = "" if wording == count else f" ({wording!r})"
    moments = f"as of {observation.as_of}, reported {observation.reported}"
    return f"{count}{words}: {observation.attribution}, {moments}"
