"""What laws of the pipeline compare: answers, with or without their accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

from attrs import evolve

from kazfigures.counts import LARGEST, Count
from kazfigures.ledgers import Ledger, published
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Observation
from kazfigures.rules.estimates import Estimate, Estimates, Status
from kazfigures.rules.laws.hearings import count_of
from kazfigures.rules.laws.law import Law, Trial
from kazfigures.wording import Figure

__all__ = [
    "HOUR",
    "UNREPORTED",
    "account",
    "answer",
    "answer_of_anybody",
    "differences",
    "headline",
    "heard",
    "later",
    "pipeline_law",
    "restated",
    "without",
]

HOUR: Final = timedelta(hours=1)
_AN_INSTANT: Final = datetime(2022, 1, 7, tzinfo=UTC)

_Answer: TypeAlias = tuple[object, ...]

_Told: TypeAlias = Callable[[Estimate], _Answer]


def answer(estimate: Estimate) -> _Answer:
    """Give what an estimate says, without its account."""
    camps = Counter(
        (camp.count, frozenset(source.identity for source in camp.sources))
        for camp in estimate.camps
    )
    return (estimate.status, estimate.count, estimate.best, camps)


def answer_of_anybody(estimate: Estimate) -> _Answer:
    """Give what an estimate says, whoever says it."""
    camps = Counter((camp.count, len(camp.sources)) for camp in estimate.camps)
    return (estimate.status, estimate.count, estimate.best, camps)


def account(estimate: Estimate) -> _Answer:
    """Give what an estimate says, with what became of every report."""
    used = Counter(used.observation.id for used in estimate.used)
    aside = Counter((gone.observation.id, gone.reason) for gone in estimate.set_aside)
    return (*answer(estimate), used, aside)


UNREPORTED: Final = (Status.UNREPORTED, None, None, Counter[object]())


def _told(estimates: Estimates, tell: _Told) -> dict[object, tuple[_Answer, Estimate]]:
    return {
        (estimate.measure, estimate.window): (tell(estimate), estimate) for estimate in estimates
    }


def differences(
    before: Estimates, after: Estimates, change: str, tell: _Told = account
) -> Iterator[str]:
    """Say what differs between two answers to the questions of the first."""
    found = _told(after, tell)
    for question, (said, estimate) in _told(before, tell).items():
        other, now = found.get(question, (UNREPORTED, None))
        if other[: len(UNREPORTED)] != said[: len(UNREPORTED)]:
            yield f"as it stands: {headline(estimate)}; {change}: {headline(now)}"
        elif now and other != said:
            yield f"as it stands: {_fates(estimate)}; {change}: {_fates(now)}"


def headline(estimate: Estimate | None) -> str:
    """Read the range, the best number and the status."""
    if estimate is None or (estimate.status is Status.UNREPORTED and estimate.count is None):
        return "not reported"
    best = "" if estimate.best is None else f" (best {estimate.best:,})"
    return f"{count_of(estimate.count)}{best}, {estimate.status.value}"


def _fates(estimate: Estimate) -> str:
    aside = Counter(gone.reason.value for gone in estimate.set_aside)
    fates = [f"{len(estimate.used)} used", *(f"{n} {reason}" for reason, n in aside.items())]
    return ", ".join(fates)


def later(ledger: Ledger, hours: int = 1) -> Moment:
    """Give an instant after all that a ledger holds; any instant is after nothing."""
    ends = [published(entry).end for entry in ledger]
    ends += [report.as_of.end for report in ledger.observations]
    return Moment.at(max(ends, default=_AN_INSTANT) + hours * HOUR)


def heard(estimates: Estimates) -> list[Observation]:
    """Give the reports from which a pool was given its claims."""
    return [
        testimony.observation
        for estimate in estimates
        for claim in estimate.heard
        for testimony in claim.testimonies
    ]


def without(ledger: Ledger, *gone: Entry) -> list[Entry]:
    """Give the entries of a ledger but for some."""
    return [entry for entry in ledger if entry not in gone]


def restated(report: Observation, number: int) -> Observation:
    """Let a report give another number, as far as numbers go."""
    number = min(number, LARGEST)
    return evolve(report, figure=Figure(f"{number:,}", number, Count.exactly(number)))


def pipeline_law(name: str, sentence: str, formula: str, trial: Trial, **more: bool) -> Law:
    """Make a law that the pipeline keeps for every rule, and that screens cannot break."""
    return Law(name, sentence, formula, "the pipeline", trial, survives=True, **more)
