"""Hearing: claims that a rule is given, each as one report, and what becomes of them.

The laws of pools speak of claims; a rule takes reports.
So the claims heard are laid out as plain reports, one a claimant, and a law changes, adds or
takes away some of them and asks the rule again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self, final

from attrs import evolve, frozen

from kazfigures.counts import LARGEST, Count
from kazfigures.ledgers import Ledger
from kazfigures.observations import Measure, Observation, Source
from kazfigures.rules.estimates import Estimate, Status
from kazfigures.rules.laws.law import Reconciler, Trial
from kazfigures.rules.testimonies import Claim, intersection
from kazfigures.wording import Figure

__all__ = ["Hearing", "changed", "count_of", "newcomer", "of_changes", "of_claims", "shifted"]


@final
@frozen
class Hearing:
    """Plain reports, one a claimant, and the estimate that a rule makes of them."""

    rule: Reconciler
    reports: tuple[Observation, ...]
    estimate: Estimate

    @classmethod
    def of(cls, rule: Reconciler, reports: Iterable[Observation]) -> Self:
        """Ask a rule about reports of one question."""
        told = tuple(reports)
        return cls(rule, told, next(iter(rule.reconcile(told)), _SILENCE))

    def asked_of(self, reports: Iterable[Observation]) -> Hearing:
        """Ask the same rule about other reports."""
        return Hearing.of(self.rule, reports)

    def replaced(self, place: int, count: Count) -> Hearing:
        """Let one claimant say something else."""
        reports = list(self.reports)
        reports[place] = changed(reports[place], count)
        return self.asked_of(reports)

    def joined(self, *reports: Observation) -> Hearing:
        """Let more claimants speak."""
        return self.asked_of((*self.reports, *reports))

    @property
    def counts(self) -> list[Count]:
        """What each claimant allows."""
        return [report.figure.count for report in self.reports]

    @property
    def count(self) -> Count | None:
        """The range."""
        return self.estimate.count

    @property
    def shared(self) -> Count | None:
        """What all claimants allow."""
        return intersection(self.counts)

    def __str__(self) -> str:
        """Read as what was claimed, and what was made of it."""
        claimed = " | ".join(str(count) for count in self.counts) or "nothing"
        return f"of {claimed} it makes {count_of(self.count)}"


_SILENCE = Estimate(Measure("nothing"), "", Status.UNREPORTED, None, None, (), ())


def count_of(count: Count | None) -> str:
    """Read a range, or that there is none."""
    return "no range" if count is None else str(count)


def of_claims(judge: Callable[[Hearing], Iterator[str]]) -> Trial:
    """Make a trial of what one estimate owes to the claims it heard."""

    def trial(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
        for estimate in rule.reconcile(ledger):
            if estimate.heard:
                yield from judge(Hearing(rule, tuple(map(_plain, estimate.heard)), estimate))

    return trial


def of_changes(judge: Callable[[Hearing], Iterator[str]]) -> Trial:
    """Make a trial of what a change in the claims may do: of two estimates, both of plain reports.

    A screen may let a report pass in one and not in the other, so such a law does not survive it.
    """

    def trial(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
        for estimate in rule.reconcile(ledger):
            if estimate.heard:
                yield from judge(Hearing.of(rule, map(_plain, estimate.heard)))

    return trial


def _plain(claim: Claim) -> Observation:
    """Give a claim as one report of its claimant, the newest, that no other depends on."""
    reports = [testimony.observation for testimony in claim.testimonies]
    newest = max(reports, key=lambda report: report.as_of.order)
    if len(reports) == 1 and not newest.origin and claim.count == newest.figure.count:
        return newest
    figure = Figure(str(claim.count), claim.stated, claim.count)
    return evolve(newest, figure=figure, source=claim.source, origin="")


def changed(report: Observation, count: Count) -> Observation:
    """Let a report allow something else; the number it states goes along."""
    was, stated = report.figure.count, report.figure.stated
    if count == was:
        return report
    if stated is not None:
        stated = _going_along(stated, was, count)
    return evolve(report, figure=Figure(str(count), stated, count))


def _going_along(stated: int, was: Count, count: Count) -> int:
    """Stay where that is allowed; "more than 2,300" stays below its count, "nearly 100" above."""
    if stated < was.low:
        return max(count.low - (was.low - stated), 0)
    if was.high is not None and stated > was.high:
        top = stated if count.high is None else count.high + stated - was.high
        return min(top, LARGEST)
    raised = max(stated, count.low)
    return raised if count.high is None else min(raised, count.high)


def newcomer(like: Observation, count: Count, number: int = 1) -> Observation:
    """Let somebody new, of the same kind as another, say something."""
    source: Source = evolve(like.source, name=f"{like.source.name}, colleague {number}")
    return changed(evolve(like, source=source), count)


def shifted(count: Count, low: int, high: int) -> Count | None:
    """Move the ends of a count; None where that leaves no count, or an open end would move."""
    if count.high is None:
        return None if high or not 0 <= count.low + low <= LARGEST else Count(count.low + low)
    ends: Sequence[int] = (count.low + low, count.high + high)
    return Count(*ends) if 0 <= ends[0] <= ends[1] <= LARGEST else None
