"""What stands under a page: every report with its fate, the findings, and what was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from kazfigures.audit.findings import Finding
from kazfigures.counts import Count
from kazfigures.markup import Fragment, data, element, joined, listed
from kazfigures.observations import (
    Measure,
    Notice,
    NoticeKind,
    Observation,
    Source,
    where_it_stands,
)
from kazfigures.surfaces.report.editions import Edition, Fate
from kazfigures.surfaces.report.room import fitting

__all__ = ["corrections", "findings", "reports"]

_FINDINGS_SHOWN: Final = 60
_OF_A_KIND_SHOWN: Final = 8
_NOTICES_SHOWN: Final = 100
_TARGETS_SHOWN: Final = 12
_COLUMNS: Final = ("Figure", "What is counted", "Claimant", "As of", "Reported", "Fate")
_TAKEN_BACK: Final = {
    NoticeKind.RETRACTION: "withdrawn",
    NoticeKind.DENIAL: "withdrawn",
    NoticeKind.CORRECTION: "corrected",
}


def reports(edition: Edition, room: float) -> Fragment:
    """Give every report in a table that sorts, with its fate; what does not fit is counted.

    Those that are used come in first, then the newest.
    """
    fates = edition.fates
    by_use = sorted(range(len(fates)), key=lambda place: (not fates[place].is_used, -place))
    wanted = by_use[: edition.reports_shown]
    drawn = fitting(wanted, lambda place: _row(edition, fates[place]), room)
    rows = {wanted[place]: row for place, row in drawn.items()}
    head = element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
    table = element(
        "table",
        element("caption", _counted(edition, len(rows))),
        element("thead", head),
        element("tbody", *(rows[place] for place in sorted(rows))),
        class_="kf-sortable",
    )
    return element("div", table, class_="kf-scroll", tabindex=0)


def _counted(edition: Edition, shown: int) -> str:
    total = len(edition.fates)
    used = sum(1 for fate in edition.fates if fate.is_used)
    noun = "report" if total == 1 else "reports"
    said = f"{total:,} {noun}, {used:,} used and {total - used:,} set aside."
    if shown < total:
        said += (
            f" {shown:,} are shown: those that are used first, then the newest, as far as they "
            "fit. The ledger holds them all."
        )
    return said


def _row(edition: Edition, fate: Fate) -> Fragment:
    report = fate.observation
    said = element("s", report.said) if fate.is_taken_back else report.said
    start, end = report.as_of.start, report.reported.end
    details = element("span", ": ", data(fate.details), class_="kf-quiet") if fate.details else None
    return element(
        "tr",
        element("th", said, scope="row", data_sort=report.figure.count.low),
        element("td", data(str(report.measure))),
        element("td", data(report.attribution), where_it_stands(report.url)),
        element("td", edition.moment(report.as_of), data_sort=int(start.timestamp())),
        element("td", edition.moment(report.reported), data_sort=int(end.timestamp())),
        element("td", fate.word, details),
    )


def findings(edition: Edition) -> Fragment:
    """Give what a person should look at, the gravest first, those of a kind together."""
    told = edition.findings[:_FINDINGS_SHOWN]
    if not told:
        return element("p", "Nothing that a person should look at was found.")
    kinds: dict[tuple[int, str], list[Finding]] = {}
    for one in told:
        kinds.setdefault((-one.severity, one.kind), []).append(one)
    drawn = fitting(kinds.values(), _of_a_kind, edition.room("findings"))
    shown = sum(len(one) for place, one in enumerate(kinds.values()) if place in drawn)
    more = len(edition.findings) - shown
    return joined(
        (
            *drawn.values(),
            element("p", f"And {more:,} more; kazfigures audit gives them all.") if more else None,
        )
    )


def _of_a_kind(told: Sequence[Finding]) -> Fragment:
    kind = told[0].kind
    lines = [_finding(one) for one in told[:_OF_A_KIND_SHOWN]]
    return element(
        "article",
        element("h3", told[0].severity.badge, ": ", kind.value.replace("_", " ")),
        element("p", f"What to do: {kind.advice}.", class_="kf-quiet"),
        listed(lines, len(told) - len(lines), "of this kind"),
    )


def _finding(finding: Finding) -> Fragment:
    about = element("b", data(str(finding.measure))) if finding.measure else None
    explained = f" Explained: {finding.explanation}." if finding.explanation else ""
    return joined((about, ": " if about else None, data(f"{finding.evidence}.{explained}")))


def corrections(edition: Edition) -> Fragment:
    """Give every notice, in order, with the figures that it is about."""
    notices = edition.ledger.notices
    if not notices:
        return element("p", "Nothing was retracted, denied or corrected.")
    told: dict[str, list[Observation]] = {}
    wanted = {target for notice in notices for target in notice.of}
    for report in edition.ledger.observations:
        for name in {report.id, report.origin} & wanted:
            told.setdefault(name, []).append(report)
    drawn = fitting(
        notices[:_NOTICES_SHOWN], lambda notice: _notice(notice, told), edition.room("corrections")
    )
    return listed(list(drawn.values()), len(notices) - len(drawn), "notices")


@frozen(order=False)
class _Said:
    """What several reports say alike, and whether a notice takes it back."""

    measure: Measure
    count: Count
    source: Source
    is_taken_back: bool


def _notice(notice: Notice, told: dict[str, list[Observation]]) -> Fragment:
    alike: dict[_Said, set[str]] = {}
    for report in (report for target in notice.of for report in told.get(target, ())):
        is_taken_back = notice.has_standing(report)
        said = _Said(report.measure, report.figure.count, report.source, is_taken_back)
        alike.setdefault(said, set()).add(report.id)
    lines = [
        _told_alike(said, len(ids), notice) for said, ids in list(alike.items())[:_TARGETS_SHOWN]
    ]
    figures = listed(lines, len(alike) - len(lines), "figures") if alike else None
    return joined((notice.line, figures))


def _told_alike(said: _Said, times: int, notice: Notice) -> Fragment:
    count = element("b", str(said.count), class_="kf-figure")
    reports = f" ({times:,} reports)" if times > 1 else ""
    return joined(
        (
            data(str(said.measure)),
            ": ",
            element("s", count) if said.is_taken_back else count,
            ", ",
            data(said.source.name),
            f", {_TAKEN_BACK[notice.kind] if said.is_taken_back else 'still stands'}{reports}",
        )
    )
