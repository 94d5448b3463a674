"""Pairs of reports that cannot both be right: a loop that a reader can check, and what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from kazfigures import Ledger, Measure, Observation
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind

Pair = frozenset[Observation]


def apart(one: Observation, other: Observation) -> bool:
    return one.figure.count & other.figure.count is None


def at_odds(ledger: Ledger) -> set[Pair]:
    """Give the pairs at odds where each claimant is of no side and speaks once, in numbers."""
    by_measure: dict[Measure, list[Observation]] = {}
    for report in ledger.observations:
        by_measure.setdefault(report.measure, []).append(report)
    return {
        frozenset((one, other))
        for told in by_measure.values()
        for one, other in combinations(told, 2)
        if one.as_of.overlaps(other.as_of) and apart(one, other)
    }


def shown(findings: Iterable[Finding]) -> set[Pair]:
    """Give the pairs apart that contradictions show."""
    return {
        frozenset((one, other))
        for finding in findings
        if finding.kind is Kind.CONTRADICTION
        for one, other in combinations(finding.observations, 2)
        if apart(one, other)
    }
