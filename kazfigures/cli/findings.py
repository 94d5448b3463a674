"""Findings and comparisons as the command line tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kazfigures.audit.comparing import Comparison
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Severity
from kazfigures.cli.cells import measure_cells, short_id
from kazfigures.cli.tables import (
    Column,
    Sheet,
    filled,
    in_markdown,
    in_one_line,
    linked,
)
from kazfigures.exchange.records import to_record
from kazfigures.exchange.records.fields import MEASURE
from kazfigures.observations import Entry, Measure, Observation
from kazfigures.rules.testimonies import described

__all__ = [
    "comparison_record",
    "comparison_text",
    "finding_cells",
    "finding_record",
    "findings_in_markdown",
    "findings_text",
    "summary",
]

_MANY: Final = 6
"""How many reports of a finding are told in words; JSON and CSV have them all."""


def summary(found: Sequence[Finding], shown: Sequence[Finding]) -> str:
    """Count what was found by severity, and say how much of it is not shown."""
    by_severity = Counter(finding.severity for finding in found)
    counts = [
        f"{by_severity[severity]:,} {severity}{'' if by_severity[severity] == 1 else 's'}"
        for severity in sorted(Severity, reverse=True)
    ]
    hidden = len(found) - len(shown)
    rest = f"; {hidden:,} not shown, --severity note shows all" if hidden else ""
    return f"{', '.join(counts)}{rest}."


def findings_text(shown: Sequence[Finding], headings: Mapping[Measure, str]) -> Iterator[str]:
    """Tell each finding in words: what, about what, the evidence, the reports and what to do."""
    for finding in shown:
        lines = [
            filled(f"{finding.severity} {finding.kind.value}: {_about(finding, headings)}", "")
        ]
        lines.append(filled(finding.evidence, "  "))
        if finding.explanation:
            lines.append(filled(f"Explained: {finding.explanation}", "  "))
        lines += [_told(entry) for entry in finding.observations[:_MANY]]
        if len(finding.observations) > _MANY:
            lines.append(f"  - and {len(finding.observations) - _MANY:,} more reports")
        lines += [_told(entry) for entry in finding.notices]
        lines.append(filled(f"What to do: {finding.advice}.", "  ", "    "))
        yield "".join(f"{line}\n" for line in lines)


def findings_in_markdown(
    shown: Sequence[Finding], headings: Mapping[Measure, str]
) -> Iterator[str]:
    """Tell each finding under a heading."""
    for finding in shown:
        about = in_markdown(_about(finding, headings))
        parts = [f"### {finding.severity} {in_markdown(finding.kind.value)}: {about}"]
        parts.append(f"**{in_markdown(finding.evidence)}**")
        if finding.explanation:
            parts.append(f"Explained: {in_markdown(finding.explanation)}")
        parts.append("\n".join(map(_bullet, _entries(finding))))
        parts.append(f"What to do: {finding.advice}.")
        yield "\n\n".join(filter(None, parts)) + "\n"


def finding_cells(shown: Sequence[Finding]) -> Sheet:
    """Give one row a finding, as programs read it."""
    names = (
        *("severity", "kind", *MEASURE, "evidence", "explanation", "advice"),
        *("observations", "notices"),
    )
    rows = tuple(
        (
            str(finding.severity),
            finding.kind.value,
            *measure_cells(finding.measure).values(),
            *(finding.evidence, finding.explanation, finding.advice),
            *("; ".join(entry.id for entry in told) for told in _told_of(finding)),
        )
        for finding in shown
    )
    return Sheet(tuple(map(Column, names)), rows)


def _told_of(finding: Finding) -> tuple[Sequence[Entry], Sequence[Entry]]:
    return finding.observations, finding.notices


def finding_record(finding: Finding) -> dict[str, Any]:
    """Give a finding as an object of JSON; the names in it are a promise to programs.

    `measure` is null where it is about several, and `observations` and `notices` are the records
    that a ledger holds.
    """
    return {
        "severity": str(finding.severity),
        "kind": finding.kind.value,
        "measure": None if finding.measure is None else measure_cells(finding.measure),
        "evidence": finding.evidence,
        "explanation": finding.explanation,
        "advice": finding.advice,
        "observations": [to_record(entry) for entry in finding.observations],
        "notices": [to_record(entry) for entry in finding.notices],
    }


def comparison_text(comparison: Comparison) -> str:
    """Tell a comparison in words."""
    lines = [filled(f"{comparison.kind.value}: {comparison.kind.sentence}", "")]
    lines.append(filled(comparison.evidence, "  "))
    lines += [_told(entry) for entry in comparison.observations]
    lines += [_told(entry) for entry in comparison.notices]
    lines.append(filled(f"What to do: {comparison.advice}.", "  ", "    "))
    return "".join(f"{line}\n" for line in lines)


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison as an object of JSON."""
    return {
        "kind": comparison.kind.value,
        "sentence": comparison.kind.sentence,
        "evidence": comparison.evidence,
        "advice": comparison.advice,
        "observations": [to_record(entry) for entry in comparison.observations],
        "notices": [to_record(entry) for entry in comparison.notices],
    }


def _about(finding: Finding, headings: Mapping[Measure, str]) -> str:
    if finding.measure is not None:
        return headings.get(finding.measure, str(finding.measure))
    measures = {report.measure for report in finding.observations}
    return f"{len(measures)} measures" if len(measures) > 1 else finding.kind.sentence


def _entries(finding: Finding) -> tuple[Entry, ...]:
    return (*finding.observations, *finding.notices)


def _line(entry: Entry) -> str:
    if isinstance(entry, Observation):
        return f"{described(entry)} [{short_id(entry)}]"
    return str(entry)


def _told(entry: Entry) -> str:
    line = filled(f"- {_line(entry)}", "  ", "    ")
    return f"{line}\n    {in_one_line(entry.url)}" if entry.url else line


def _bullet(entry: Entry) -> str:
    link = f" <{linked(entry.url)}>" if entry.url else ""
    return f"- {in_markdown(_line(entry))}{link}"
