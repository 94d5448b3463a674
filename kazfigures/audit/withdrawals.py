"""Withdrawals: what was taken back or denied, by whom, and who printed it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, final

from attrs import frozen

from kazfigures.audit.comparing.figures import is_telling
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.relays import grouped
from kazfigures.ledgers import Ledger
from kazfigures.observations import (
    Measure,
    Notice,
    NoticeKind,
    Observation,
    SourceKind,
    identity,
    is_id,
)
from kazfigures.rules.pipeline import by_target, called

__all__ = ["Heard", "hear", "noticed"]

_REPEATERS: Final = frozenset(
    {SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.SOCIAL, SourceKind.UNKNOWN}
)
"""Those who pass figures on, rather than count."""


@final
@frozen(order=False, eq=False)
class Heard:
    """The reports of one question: those that stand, and those taken back with what did so."""

    standing: Sequence[Observation]
    taken_back: Sequence[tuple[Observation, tuple[Notice, ...]]] = ()

    @property
    def first_notices(self) -> dict[int, Notice]:
        """The first notice on each report that was taken back, by the report's identity."""
        return {id(report): notices[0] for report, notices in self.taken_back}


def hear(observations: Sequence[Observation], targets: Mapping[str, Sequence[Notice]]) -> Heard:
    """Part the reports of one question into those that stand and those taken back."""
    if not targets:
        return Heard(observations)
    standing: list[Observation] = []
    taken_back: list[tuple[Observation, tuple[Notice, ...]]] = []
    for testimony in called(observations, targets):
        report = testimony.observation
        acting = testimony.acting
        if acting:
            taken_back.append((report, tuple(sorted(acting, key=_earliest))))
        else:
            standing.append(report)
    return Heard(standing, taken_back)


def _earliest(notice: Notice) -> tuple[object, ...]:
    return (notice.at.order, notice.kind is NoticeKind.DENIAL, notice.id)


def noticed(ledger: Ledger, questions: Iterable[Heard]) -> Iterator[Finding]:
    """Find what notices took back, what they left, and who printed it again."""
    if not ledger.notices:
        return
    acted: dict[str, list[Observation]] = {}
    several = [heard for heard in questions if heard.taken_back]
    about = _About.of(ledger)
    for heard in several:
        for report, notices in heard.taken_back:
            for notice in {notice.id: notice for notice in notices}.values():
                acted.setdefault(notice.id, []).append(report)
    given = {notice.id: notice for notice in ledger.notices}
    for notice in ledger.notices:
        yield from _of_notice(notice, acted.get(notice.id, []), about)
    yield from _misattributed(several)
    early = {
        name
        for name, reports in acted.items()
        if all(given[name].at.precedes(report.reported) for report in reports)
    }
    for heard in several:
        yield from _still_used(heard, early, about)


@final
@frozen(order=False, eq=False)
class _About:
    """The reports of a ledger that its notices point at."""

    reports: Mapping[str, list[Observation]]

    @classmethod
    def of(cls, ledger: Ledger) -> _About:
        wanted = set(by_target(ledger.notices))
        wanted |= {notice.instead for notice in ledger.notices}
        found: dict[str, list[Observation]] = {}
        by_id = any(map(is_id, wanted))  # an id takes a hash to make
        for report in ledger.observations:
            for name in (report.origin, report.id) if by_id else (report.origin,):
                if name in wanted:
                    found.setdefault(name, []).append(report)
        return cls(found)

    def knows(self, name: str) -> bool:
        return name in self.reports

    def pointed_at(self, notice: Notice) -> list[Observation]:
        return [report for target in notice.of for report in self.reports.get(target, ())]

    def instead_of(self, notice: Notice) -> list[Observation]:
        return self.reports.get(notice.instead, []) if notice.instead else []


def _of_notice(notice: Notice, acted: Sequence[Observation], about: _About) -> Iterator[Finding]:
    pointed = about.pointed_at(notice)
    if not pointed:
        yield _idle(notice, (), f"nothing in the ledger is what it is about: {_listed(notice.of)}")
        return
    missing = [name for name in (*notice.of, notice.instead) if name and not about.knows(name)]
    if missing:
        yield _idle(
            notice, tuple(pointed), f"it names what is not in the ledger: {_listed(missing)}"
        )
    if all(notice.at.precedes(report.reported) for report in pointed):
        yield Finding(
            Kind.ANACHRONISM,
            Severity.WARNING,
            f"{notice} is dated before all that it is about was reported",
            _one_measure(pointed),
            tuple(pointed),
            (notice,),
        )
    if not acted:
        if notice.kind is NoticeKind.DENIAL:
            yield Finding(
                Kind.DISPUTED_BY_OTHER,
                Severity.WARNING,
                f"{notice.by} denies what {_sources(pointed)} said: {notice}",
                _one_measure(pointed),
                tuple(pointed),
                (notice,),
            )
        else:
            gave = f"{notice.by} neither said nor published it"
            yield _idle(notice, tuple(pointed), f"{gave}: {notice}")
        return
    replacement = about.instead_of(notice)
    said = f"{_words(acted)} ({_sources(acted)})"
    if notice.kind is NoticeKind.DENIAL:
        kind, evidence = Kind.DENIED_BY_SOURCE, f"{said}: {notice}"
    elif replacement:
        kind, evidence = Kind.RETRACTED, f"{said} became {replacement[0]}: {notice}"
    else:
        kind, evidence = Kind.RETRACTED, f"{said}: {notice}"
    yield Finding(
        kind,
        Severity.NOTE if replacement else Severity.WARNING,
        evidence,
        _one_measure(acted),
        (*acted, *replacement),
        (notice,),
    )
    moved = [report for report in acted if _only_the_claimant_differs(report, replacement)]
    if moved:
        true = replacement[0].source
        yield Finding(
            Kind.MISATTRIBUTED,
            Severity.WARNING,
            f"{_words(moved)} was said by {true}, not by {_sources(moved)}: {notice}",
            _one_measure(moved),
            (*moved, *replacement),
            (notice,),
        )


def _only_the_claimant_differs(report: Observation, replacement: Sequence[Observation]) -> bool:
    return any(
        report.measure == one.measure
        and report.figure.count == one.figure.count
        and report.source.identity != one.source.identity
        for one in replacement
    )


def _idle(notice: Notice, pointed: tuple[Observation, ...], evidence: str) -> Finding:
    return Finding(
        Kind.IDLE_NOTICE, Severity.WARNING, evidence, _one_measure(pointed), pointed, (notice,)
    )


def _misattributed(several: Iterable[Heard]) -> Iterator[Finding]:
    """Find what its named source denies and a publisher took back as its own."""
    found: dict[str, tuple[Notice, Notice, list[Observation]]] = {}
    for heard in several:
        for report, notices in heard.taken_back:
            denials = [notice for notice in notices if notice.kind is NoticeKind.DENIAL]
            publishers = [
                notice
                for notice in notices
                if notice.kind is not NoticeKind.DENIAL
                and report.via
                and notice.by.identity == identity(report.via[0]) != report.source.identity
            ]
            if denials and publishers:
                _, _, reports = found.setdefault(denials[0].id, (denials[0], publishers[0], []))
                reports.append(report)
    for denial, retraction, reports in found.values():
        told = f"{denial.by} denies it, and {retraction.by} took it back"
        yield Finding(
            Kind.MISATTRIBUTED,
            Severity.WARNING,
            f"{_words(reports)}: {told}, so it was perhaps the latter's",
            _one_measure(reports),
            tuple(reports),
            (denial, retraction),
        )


def _still_used(heard: Heard, early: AbstractSet[str], about: _About) -> Iterator[Finding]:
    """Find what was published after a withdrawal and repeats what was withdrawn.

    A notice dated before all that it takes back tells nothing of what came after it.
    """
    late: dict[str, tuple[Notice, list[Observation]]] = {}
    withdrawn: dict[int, tuple[Observation, Notice]] = {}
    for report, notices in heard.taken_back:
        first = notices[0]
        if first.id in early:
            continue
        if first.at.precedes(report.reported):
            late.setdefault(first.id, (first, []))[1].append(report)
        stated = report.figure.stated
        if stated is not None and not _says_the_same(about.instead_of(first), stated):
            known = withdrawn.get(stated)
            if known is None or first.at.order < known[1].at.order:
                withdrawn[stated] = (report, first)
    doubtful: dict[str, tuple[Notice, list[Observation]]] = {}
    for report, notice in _repeated(heard, withdrawn):
        is_later = notice.at.precedes(report.as_of) and not _is_repeater(report)
        grave = doubtful if is_later else late
        grave.setdefault(notice.id, (notice, []))[1].append(report)
    for severity, found in ((Severity.ERROR, late), (Severity.WARNING, doubtful)):
        for notice, reports in found.values():
            again = f"{len(reports)} report{'' if len(reports) == 1 else 's'}"
            yield Finding(
                Kind.WITHDRAWN_STILL_USED,
                severity,
                f"{again} after the {notice}: {_words(reports)} by {_printers(reports)}",
                _one_measure(reports),
                tuple(reports),
                (notice,),
            )


def _says_the_same(instead: Iterable[Observation], stated: int) -> bool:
    """Whether a correction leaves the number as it was, of another definition or claimant."""
    return any(report.figure.stated == stated for report in instead)


def _repeated(
    heard: Heard, withdrawn: Mapping[int, tuple[Observation, Notice]]
) -> Iterator[tuple[Observation, Notice]]:
    """Give the reports that stand and repeat a number withdrawn before, and what withdrew it."""
    if not withdrawn:
        return
    counted = [one for one in heard.standing if not _is_repeater(one)]
    independent = grouped(counted, lambda one: one.figure.stated)
    told = {report.origin for report in heard.standing}
    for report in heard.standing:
        taken = withdrawn.get(-1 if report.figure.stated is None else report.figure.stated)
        if taken is None or not taken[1].at.precedes(report.reported):
            continue
        source, notice = taken
        claimant = source.source.identity
        if not (_is_for_all(notice, source, told) or _is_by_its_publisher(notice, report)):
            continue
        if report.source.identity == claimant:
            if notice.at.precedes(report.as_of) and not _is_ascribed(report, notice):
                continue
        elif not (_is_repeater(report) and is_telling(report.figure)):
            continue
        if not any(
            one.source.identity != claimant and not report.reported.precedes(one.reported)
            for one in independent.get(report.figure.stated, ())
        ):
            yield report, notice


def _is_ascribed(report: Observation, notice: Notice) -> bool:
    """Whether others ascribe to a claimant a number that it denied having given."""
    return notice.kind is NoticeKind.DENIAL and bool(report.via)


def _is_for_all(notice: Notice, withdrawn: Observation, told: AbstractSet[str]) -> bool:
    """Whether it takes a figure back for everybody, and not only for its own readers.

    The claimant does, and the first publisher of a statement that nobody else tells any more.
    """
    if notice.by.identity == withdrawn.source.identity:
        return True
    return withdrawn.origin in notice.of and withdrawn.origin not in told


def _is_by_its_publisher(notice: Notice, report: Observation) -> bool:
    return notice.by.identity in (report.source.identity, *map(identity, report.via))


def _is_repeater(report: Observation) -> bool:
    """Whether it passes on a figure without saying whose."""
    return report.source.kind in _REPEATERS and not report.origin


def _one_measure(reports: Sequence[Observation]) -> Measure | None:
    measures = {report.measure for report in reports}
    return measures.pop() if len(measures) == 1 else None


def _words(reports: Iterable[Observation]) -> str:
    return _listed(report.figure.wording for report in reports)


def _sources(reports: Iterable[Observation]) -> str:
    return _listed(report.source.name for report in reports)


def _printers(reports: Iterable[Observation]) -> str:
    """Name who published each: the last relay, or the claimant itself."""
    return _listed(report.via[-1] if report.via else report.source.name for report in reports)


def _listed(names: Iterable[str]) -> str:
    """List names, each once in any spelling; of many a few, those that come up most."""
    spelt: dict[str, list[str]] = {}
    for name in names:
        spelt.setdefault(identity(name), []).append(name)
    several = [same[0] for same in sorted(spelt.values(), key=len, reverse=True)]
    if len(several) > 5:
        return f"{', '.join(several[:4])} and {len(several) - 4} more"
    return ", ".join(several)
