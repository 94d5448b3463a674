"""The laws of the account: every report once, and nothing that it hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from kazfigures.counts import Count
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry, Observation
from kazfigures.rules.estimates import Estimate, Status
from kazfigures.rules.laws.answers import answer, headline, pipeline_law, restated, without
from kazfigures.rules.laws.law import Law, Reconciler
from kazfigures.rules.testimonies import Reason, intersection

__all__ = [
    "ACCOUNT_COMPLETE",
    "ACCOUNT_SUFFICIENT",
    "ACCOUNT_TRUTHFUL",
    "CONFLICT_IS_FLAGGED",
    "ZERO_COUNTS",
]


def _account_complete(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    accounted: Counter[Observation] = Counter()
    for estimate in rule.reconcile(ledger):
        accounted.update(used.observation for used in estimate.used)
        accounted.update(gone.observation for gone in estimate.set_aside)
    for report in ledger.observations:
        if accounted[report] != 1:
            yield f"{report} is accounted for {accounted[report]} times"
    for report in accounted.keys() - set(ledger.observations):
        yield f"{report} is accounted for, and was never reported"


def _account_sufficient(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    for estimate in rule.reconcile(ledger):
        if estimate.used:
            used = [used.observation for used in estimate.used]
            for alone in rule.reconcile(used):
                if answer(alone) != answer(estimate):
                    yield f"of all: {headline(estimate)}; of the used alone: {headline(alone)}"


def _account_truthful(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    origins = Counter(report.origin for report in ledger.observations if report.origin)
    if max(origins.values(), default=1) > 1:
        return  # the tellings of one statement would choose anew among themselves
    for estimate in rule.reconcile(ledger):
        heard = {used.observation.source.identity for used in estimate.used}
        for gone in estimate.set_aside:
            # What a notice was about is gone, and with it what the notice did to others.
            if gone.reason in (Reason.WITHDRAWN, Reason.CORRECTED):
                continue
            rest = without(ledger, *_going_with(gone.observation, estimate, heard))
            after = rule.reconcile(rest).windows(estimate.measure)
            same = [one for one in after if one.window == estimate.window]
            if same and answer(same[0]) != answer(estimate):
                said = f"{gone.observation.figure.count} of {gone.observation.source}"
                yield f"of all: {headline(estimate)}; without {said}: {headline(same[0])}"


def _going_with(report: Observation, estimate: Estimate, heard: set[str]) -> set[Entry]:
    """Give a report that is not used and all that gave way to it: they would speak in its place."""
    lost: set[Entry] = {report}
    lost |= {one.observation for one in estimate.set_aside if one.because in lost}
    if report.source.identity not in heard:
        lost |= {
            one.observation
            for one in estimate.set_aside
            if one.observation.source.identity == report.source.identity
        }
    return lost


def _zero_counts(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    for report in ledger.observations:
        lone = evolve(report, origin="")
        one, zero = ([*rule.reconcile([restated(lone, number)])][0:1] for number in (1, 0))
        if (
            one
            and one[0].count == Count.exactly(1)
            and (not zero or zero[0].count != Count.exactly(0))
        ):
            said = headline(zero[0]) if zero else "nothing"
            yield f"alone, 1 gives {headline(one[0])}, and 0 gives {said}"


def _conflict_is_flagged(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    for estimate in rule.reconcile(ledger):
        counts = [claim.count for claim in estimate.claims]
        shared = intersection(counts) if counts else None
        if (estimate.status is Status.AGREED) != (shared is not None):
            used, status = " | ".join(map(str, counts)) or "nothing", estimate.status.value
            common = "nothing" if shared is None else str(shared)
            yield f"the claims used, {used}, share {common}; its status is {status}"


CONFLICT_IS_FLAGGED: Final = Law(
    "conflict_is_flagged",
    "agreed exactly when the claims used share a number",
    "status is agreed if and only if the intersection of the claims used is not empty",
    "the design; Airwars' grade 'contested'",
    _conflict_is_flagged,
    survives=True,
    reads_account=True,
)
ACCOUNT_COMPLETE: Final = pipeline_law(
    "account_complete",
    "every observation is accounted for exactly once: used, or set aside with a reason",
    "used and set aside part the observations of O",
    _account_complete,
    reads_account=True,
)

ACCOUNT_SUFFICIENT: Final = pipeline_law(
    "account_sufficient",
    "what is used is enough to give the answer again",
    "R(used, T) = R(O, T)",
    _account_sufficient,
    reads_account=True,
)

ACCOUNT_TRUTHFUL: Final = pipeline_law(
    "account_truthful",
    "losing a report that is not used, with those that gave way to it, leaves the answer",
    "R(O without o, T) = R(O, T) for o set aside",
    _account_truthful,
    reads_account=True,
)

ZERO_COUNTS: Final = pipeline_law(
    "zero_counts",
    "a claim of 0 is a claim as any other",
    "if R({1}, T) = 1 then R({0}, T) = 0",
    _zero_counts,
)
