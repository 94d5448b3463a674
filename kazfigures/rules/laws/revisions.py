"""The laws of what is revised, corrected, withdrawn, and not known yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Final

from attrs import evolve

from kazfigures.counts import LARGEST, Count
from kazfigures.ledgers import Ledger, published
from kazfigures.moments import Moment
from kazfigures.observations import Notice, NoticeKind, Observation, Source, Tally
from kazfigures.rules.estimates import Status
from kazfigures.rules.laws.answers import (
    HOUR,
    UNREPORTED,
    answer,
    differences,
    headline,
    heard,
    later,
    pipeline_law,
    restated,
    without,
)
from kazfigures.rules.laws.hearings import changed
from kazfigures.rules.laws.law import Reconciler

__all__ = [
    "ABSENCE_IS_NOT_ZERO",
    "CORRECTION_CHAIN",
    "HISTORY_IS_FIXED",
    "KNOWN_AT_CAUSALITY",
    "RETRACTION_IS_ABSENCE",
    "STANDING",
    "SUPERSESSION",
]

_STRANGER: Final = Source("A stranger to the report")

_NOBODY: Final = "0" * 16


def _supersession(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    for estimate in before:
        if estimate.measure.tally is Tally.INCREMENT:
            continue
        for claim in estimate.heard:
            first = min(claim.testimonies, key=lambda word: word.observation.as_of.start)
            report = first.observation
            earlier = Moment.at(report.as_of.start - HOUR)
            counts = (Count.exactly(0), Count.exactly(min(claim.count.low + 1, LARGEST)))
            for count, told in product(counts, (earlier, later(ledger))):
                word = evolve(changed(report, count), origin="", as_of=earlier, reported=told)
                after = rule.reconcile([*ledger, word])
                change = f"with the earlier word {count} of {report.source}, told {told}"
                yield from differences(before, after, change, answer)


def _correction_chain(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    last = later(ledger)
    for report in heard(before):
        dangling = Notice("correction", _NOBODY, report.source, last, instead=report)
        yield from differences(
            before, rule.reconcile([*ledger, dangling]), "with a correction of nothing known"
        )
        if report.origin:
            continue
        second, third = (
            evolve(restated(report, report.figure.count.low + step), note=f"correction {step}")
            for step in (1, 2)
        )
        chain = [
            Notice("correction", report, report.source, last, instead=second),
            Notice("correction", second, report.source, last, instead=third),
        ]
        only = rule.reconcile([*without(ledger, report), third])
        chained = rule.reconcile([*ledger, second, third, *chain])
        change = "with all that was corrected to it, and the corrections"
        yield from differences(only, chained, change, answer)


def _retraction_is_absence(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    origins = Counter(report.origin for report in ledger.observations)
    for report in ledger.observations:
        if report.origin and origins[report.origin] > 1:
            continue  # it is taken back with all its tellings
        never = rule.reconcile(without(ledger, report))
        for notice in _takings_back(report, later(ledger)):
            back = rule.reconcile([*ledger, notice])
            change = f"with {report.figure.count} said, and a {notice.kind.value} by {notice.by}"
            if report.measure in never:
                yield from differences(never, back, change, answer)
            else:
                for estimate in back.windows(report.measure):
                    if answer(estimate) != UNREPORTED:
                        yield f"never said: not reported; {change}: {headline(estimate)}"


def _takings_back(report: Observation, at: Moment) -> Iterator[Notice]:
    """Give the notices by which those with standing take a report back."""
    targets: list[Observation | str] = [report, report.origin]
    for target in targets[: 1 + bool(report.origin)]:
        yield Notice(NoticeKind.RETRACTION, target, report.source, at)
        yield Notice(NoticeKind.DENIAL, target, report.source, at)
    yield Notice(NoticeKind.CORRECTION, report, report.source, at, instead=_NOBODY)
    for name in report.via:
        yield Notice(NoticeKind.RETRACTION, report, name, at)


def _standing(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    last = later(ledger)
    for report in ledger.observations:
        notices = [
            Notice(NoticeKind.RETRACTION, report, _STRANGER, last),
            Notice(NoticeKind.DENIAL, report, _STRANGER, last),
            Notice(NoticeKind.CORRECTION, report, _STRANGER, last, instead=_NOBODY),
        ]
        relays = [name for name in report.via if Source(name).identity != report.source.identity]
        notices += [Notice(NoticeKind.DENIAL, report, name, last) for name in relays]
        for notice in notices:
            after = rule.reconcile([*ledger, notice])
            yield from differences(before, after, f"after a {notice.kind.value} by {notice.by}")


def _known_at_causality(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    for end in sorted({published(entry).end for entry in ledger}):
        then = Moment.at(end)
        known = rule.reconcile(ledger.known_at(then), then)
        whole = rule.reconcile(ledger, then)
        yield from differences(known, whole, f"known at {then}, with what came later")
        yield from differences(whole, known, f"known at {then}, without what came later")


def _history_is_fixed(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    if not ledger:
        return
    then, since = later(ledger), later(ledger, 2)
    revised = [
        evolve(restated(report, report.figure.count.low + 1), as_of=since, reported=since)
        for report in ledger.observations
        if report.measure.tally is not Tally.INCREMENT
    ]
    withdrawn = [
        Notice(NoticeKind.RETRACTION, report, report.source, since)
        for report in ledger.observations
    ]
    before = rule.reconcile(ledger, then)
    for events, change in ((revised, "revised since"), (withdrawn, "withdrawn since")):
        after = rule.reconcile([*ledger, *events], then)
        yield from differences(before, after, f"known at {then}, with all {change}")


def _absence_is_not_zero(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    notices = [
        Notice(NoticeKind.RETRACTION, report, report.source, later(ledger))
        for report in ledger.observations
    ]
    for estimate in rule.reconcile([*ledger, *notices]):
        if estimate.status is not Status.UNREPORTED or estimate.count is not None:
            yield f"all is taken back, and it says {headline(estimate)}"


SUPERSESSION: Final = pipeline_law(
    "supersession",
    "a source's later word on the same question replaces its earlier one",
    "R(O, e, T) = R(O, T) for e an earlier word of one who is heard in O",
    _supersession,
)

CORRECTION_CHAIN: Final = pipeline_law(
    "correction_chain",
    "of a chain of corrections the last stands alone, and a correction of nothing known is inert",
    "R(O, o, o', o'', o -> o' -> o'', T) = R(O, o'', T)",
    _correction_chain,
)

RETRACTION_IS_ABSENCE: Final = pipeline_law(
    "retraction_is_absence",
    "what its source or a publisher took back counts as if it had never been said",
    "R(O, o, n, T) = R(O, T) for n that takes o back by one with standing",
    _retraction_is_absence,
)

STANDING: Final = pipeline_law(
    "standing",
    "a withdrawal by anyone but the source or a publisher changes nothing",
    "R(O, n, T) = R(O, T) for n by one without standing",
    _standing,
)

KNOWN_AT_CAUSALITY: Final = pipeline_law(
    "known_at_causality",
    "what was reported after a moment never affects what was known at it",
    "R(O, T) = R(O known at T, T)",
    _known_at_causality,
)

HISTORY_IS_FIXED: Final = pipeline_law(
    "history_is_fixed",
    "as a ledger grows, by revisions and retractions too, no past answer changes",
    "R(O, N, T) = R(O, T) for N published after T",
    _history_is_fixed,
)

ABSENCE_IS_NOT_ZERO: Final = pipeline_law(
    "absence_is_not_zero",
    "where nothing usable is left the answer is unreported, and never 0",
    "R(O, retractions of all O, T) is unreported",
    _absence_is_not_zero,
)
