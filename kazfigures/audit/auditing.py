"""`audit`: everything in a ledger that a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kazfigures import collector
from kazfigures.audit.comparing.times import coarseness
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.parts.excesses import exceeding, not_adding_up
from kazfigures.audit.parts.partitions import Partition, declared
from kazfigures.audit.scopes import beside, same_number, sums
from kazfigures.audit.series import falls, late, series_of, stale, switches
from kazfigures.audit.spellings import look_alikes
from kazfigures.audit.statements import differing
from kazfigures.audit.windows import backdated, uneven
from kazfigures.audit.withdrawals import hear, noticed
from kazfigures.errors import RuleError
from kazfigures.ledgers import Ledger, published
from kazfigures.observations import Entry, Measure, Observation, Tally
from kazfigures.rules.pipeline import by_target, divide_by_question

__all__ = ["audit"]


def audit(ledger: Ledger, partitions: Iterable[Partition] = ()) -> tuple[Finding, ...]:
    """Find why the reports of a ledger differ, what does not add up, and what was taken back.

    `partitions` declare which parts are disjoint, or all there is: paths alone do not tell.
    Each finding has a kind, a severity, the reports, the evidence and what a person could do.
    The gravest come first, and of those alike the newest.
    Reports that were taken back show up only as that, and as the reason for a fall.
    The cost is in step with the number of reports.

    Raises:
        RuleError: for what is no ledger.
        PartitionError: for what is no partition, and for a whole that would be in itself.
    """
    if not isinstance(ledger, Ledger):
        raise RuleError("ledger", ledger, "a Ledger")
    known = declared(partitions)
    with collector.paused():
        return tuple(sorted(_found(ledger, known), key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    entries: tuple[Entry, ...] = (*finding.observations, *finding.notices)
    newest = max((published(entry).end.timestamp() for entry in entries), default=0.0)
    return (-finding.severity, -newest, finding.kind.value, str(finding.measure), finding.evidence)


def _found(ledger: Ledger, partitions: tuple[Partition, ...]) -> Iterator[Finding]:
    targets = by_target(ledger.notices)
    questions = [
        (measure, hear(reports, targets))
        for (measure, _), reports in divide_by_question(ledger.observations).items()
    ]
    by_measure: dict[Measure, list[Observation]] = {}
    for measure, heard in questions:
        if heard.standing:
            by_measure.setdefault(measure, []).extend(heard.standing)
    yield from noticed(ledger, [heard for _, heard in questions])
    spread: list[Finding] = []
    old: list[tuple[Observation, Observation]] = []
    for measure, heard in questions:
        found = list(differing(measure, heard.standing))
        spread += found
        yield from found
        for series in series_of(measure, heard):
            yield from falls(series)
            old += stale(series)
        yield from switches(measure, heard.standing)
    yield from late(old, spread, by_measure.values())
    for measure, standing in by_measure.items():
        if measure.tally is Tally.INCREMENT:
            yield from uneven(measure, standing)
    yield from backdated(by_measure)
    summed = list(sums(by_measure))
    yield from (finding for finding, _ in summed)
    yield from beside(by_measure, frozenset(chain.from_iterable(pairs for _, pairs in summed)))
    yield from same_number(by_measure)
    standing = [report for _, heard in questions for report in heard.standing]
    yield from exceeding(standing)
    yield from not_adding_up(standing, partitions)
    yield from _anachronisms(ledger.observations)
    yield from look_alikes(ledger)


def _anachronisms(observations: Iterable[Observation]) -> Iterator[Finding]:
    for report in observations:
        recorded = report.recorded
        if recorded is not None and recorded.precedes(report.reported):
            told = f"logged on {recorded}, before it was reported on {report.reported}"
            yield _untimely(report, told)
        as_of = report.as_of
        if as_of.end > report.reported.end and coarseness(as_of):
            told = f"it is of {as_of}, which was not over when it was reported, {report.reported}"
            yield _untimely(report, told)


def _untimely(report: Observation, told: str) -> Finding:
    return Finding(Kind.ANACHRONISM, Severity.WARNING, told, report.measure, (report,))
