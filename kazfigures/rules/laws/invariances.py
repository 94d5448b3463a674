"""The laws of what must not matter: order, spelling, zones, names, and what says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta, timezone
from itertools import permutations
from typing import Final

from attrs import evolve

from kazfigures.counts import Count
from kazfigures.ledgers import Ledger
from kazfigures.moments import EARLIEST, LATEST, Moment
from kazfigures.observations import Entry, Notice, NoticeKind, Source, Tally
from kazfigures.rules.estimates import Estimates
from kazfigures.rules.laws.answers import (
    answer,
    answer_of_anybody,
    differences,
    heard,
    later,
    pipeline_law,
    restated,
    without,
)
from kazfigures.rules.laws.hearings import newcomer
from kazfigures.rules.laws.law import Law, Reconciler, Unanswered
from kazfigures.wording import Figure

__all__ = [
    "ANSWERS",
    "DETERMINISTIC",
    "INCREMENTAL_IS_BATCH",
    "LABELS_DO_NOT_MATTER",
    "LOCALITY",
    "MERGE_SEMILATTICE",
    "ORDER_INSENSITIVE",
    "PURE",
    "RELAY_INSENSITIVE",
    "RESEND_INSENSITIVE",
    "SPELLING_INSENSITIVE",
    "VACUOUS_NEUTRAL",
    "ZONE_INSENSITIVE",
]

_FEW: Final = 3

_ZONES: Final = (timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-9)))


def _answers(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    try:
        rule.reconcile(ledger)
    except Unanswered as error:
        yield f"it raises {error}"


def _order_insensitive(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    entries = list(ledger)
    before = rule.reconcile(ledger)
    if len(entries) <= _FEW:
        orders: Sequence[Sequence[Entry]] = list(permutations(entries))[1:]
    else:
        orders = [entries[::-1], [*entries[1:], entries[0]], sorted(entries, key=lambda e: e.id)]
    for order in orders:
        yield from differences(before, rule.reconcile(order), "in another order")


def _resend_insensitive(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    twice = rule.reconcile([*ledger, *ledger])
    yield from differences(rule.reconcile(ledger), twice, "sent twice")


def _relay_insensitive(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    for report in heard(rule.reconcile(ledger)):
        if not report.origin and ledger.notices:
            continue
        told = evolve(report, origin=report.origin or "one statement")
        base = Ledger([*without(ledger, report), told])
        before = rule.reconcile(base)
        if told not in heard(before):
            continue
        relay = evolve(told, via=(*told.via, "One more outlet"), reported=later(base))
        after = rule.reconcile([*base, relay])
        yield from differences(before, after, "relayed once more", answer)
        taken_back = Notice(NoticeKind.RETRACTION, told.origin, told.source, later(base, 2))
        gone = rule.reconcile([*base, taken_back])
        relayed = rule.reconcile([*base, taken_back, relay])
        yield from differences(gone, relayed, "relayed once more after it was taken back", answer)


def _respelled(name: str) -> Iterator[str]:
    yield name.upper()
    yield f"{name[:1]}\u200b{name[1:]}"


def _spelling_insensitive(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    if ledger.notices:  # they may point at the very report, whose id holds the name
        return
    for report in ledger.observations:
        for name in _respelled(report.source.name):
            source = evolve(report.source, name=name)
            if source == report.source or source.identity != report.source.identity:
                continue
            after = rule.reconcile([*without(ledger, report), evolve(report, source=source)])
            yield from differences(before, after, f"with a source spelled {name!r}", answer)


def _locality(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    elsewhere = [
        evolve(
            restated(report, report.figure.count.low + 1),
            measure=evolve(report.measure, event=f"{report.measure.event} elsewhere"),
            origin="",
        )
        for report in ledger.observations
    ]
    after = rule.reconcile([*ledger, *elsewhere])
    yield from differences(rule.reconcile(ledger), after, "with reports of another event")


def _zone_insensitive(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    for zone in _ZONES:
        for turn in (0, 1):  # of every second entry, so that texts of one instant differ
            entries = [
                _in_zone(entry, zone) if place % 2 == turn else entry
                for place, entry in enumerate(ledger)
            ]
            after = rule.reconcile(entries)
            yield from differences(before, after, f"with hours told in {zone}")


def _in_zone(entry: Entry, zone: timezone) -> Entry:
    if isinstance(entry, Notice):
        return evolve(entry, at=_told_in(entry.at, zone))
    return evolve(
        entry,
        as_of=_told_in(entry.as_of, zone),
        reported=_told_in(entry.reported, zone),
        since=entry.since and _told_in(entry.since, zone),
        recorded=entry.recorded and _told_in(entry.recorded, zone),
    )


def _told_in(moment: Moment, zone: timezone) -> Moment:
    if not moment.is_instant or not EARLIEST < moment.start.year < LATEST:
        return moment
    return Moment.at(moment.start.astimezone(zone))


def _vacuous_neutral(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    last = later(ledger)
    anything = Figure("an unknown number", None, Count())
    for report in ledger.observations:
        silent = evolve(newcomer(report, report.figure.count), figure=anything, origin="")
        late = silent
        if report.measure.tally is not Tally.INCREMENT:
            late = evolve(silent, as_of=last, reported=last)
        for nothing in (silent, late):
            after = rule.reconcile([*ledger, nothing])
            change = "with somebody who does not know the number"
            yield from differences(before, after, change, answer)


def _labels_do_not_matter(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    names = sorted(
        {report.source.identity for report in ledger.observations}
        | {Source(name).identity for report in ledger.observations for name in report.via}
        | {notice.by.identity for notice in ledger.notices}
    )
    origins = sorted({report.origin for report in ledger.observations} - {""})
    given = {name: f"Renamed {len(names) - place:04}" for place, name in enumerate(names)}
    labels = {label: f"renamed {len(origins) - at:04}" for at, label in enumerate(origins)}
    labels[""] = ""
    after = rule.reconcile(_renamed(ledger, given, labels))
    yield from differences(
        rule.reconcile(ledger), after, "with others of other names", answer_of_anybody
    )


def _renamed(ledger: Ledger, names: Mapping[str, str], origins: Mapping[str, str]) -> list[Entry]:
    def anew(source: Source) -> Source:
        return evolve(source, name=names[source.identity])

    reports: list[Entry] = []
    targets: dict[str, str] = {}
    for report in ledger.observations:
        via = [names[Source(name).identity] for name in report.via]
        other = evolve(report, source=anew(report.source), via=via, origin=origins[report.origin])
        targets[report.id] = other.id
        reports.append(other)
    targets |= {label: renamed for label, renamed in origins.items() if label}
    notices = [
        evolve(
            notice,
            of=[targets.get(target, target) for target in notice.of],
            by=anew(notice.by),
            instead=targets.get(notice.instead, notice.instead),
        )
        for notice in ledger.notices
    ]
    return [*reports, *notices]


def _deterministic(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    before = rule.reconcile(ledger)
    after = rule.reconcile(Ledger(evolve(entry) for entry in ledger))
    if _text(before) != _text(after):
        yield f"asked once: {before}; asked of the same made anew: {after}"


def _text(estimates: Estimates) -> str:
    return "\n".join(map(str, estimates))


def _pure(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    was = repr(ledger)
    before, after = rule.reconcile(ledger), rule.reconcile(ledger)
    if _text(before) != _text(after):
        yield f"asked once: {before}; asked again: {after}"
    if repr(ledger) != was:
        yield "it changes what it is given"


def _incremental_is_batch(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    one_by_one = Ledger()
    for entry in reversed(ledger.entries):
        one_by_one |= Ledger([entry])
    after = rule.reconcile(one_by_one)
    yield from differences(rule.reconcile(ledger), after, "logged one by one")


def _merge_semilattice(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    entries = list(ledger)
    one, two, three = (Ledger(entries[start::3]) for start in range(3))
    before = rule.reconcile(ledger)
    unions = {
        "joined from the left": (one | two) | three,
        "joined from the right": three | (two | one),
        "joined with itself": ledger | one | ledger,
    }
    for change, union in unions.items():
        yield from differences(before, rule.reconcile(union), change)


ANSWERS: Final = pipeline_law(
    "answers",
    "every ledger gets an answer: the rule never raises an error",
    "R(O, T) is defined for every O and T",
    _answers,
)

ORDER_INSENSITIVE: Final = pipeline_law(
    "order_insensitive",
    "in whatever order reports come, the estimate and its account are the same",
    "R(p(O), T) = R(O, T) for every order p",
    _order_insensitive,
)

RESEND_INSENSITIVE: Final = pipeline_law(
    "resend_insensitive",
    "the same report twice changes nothing",
    "R(O, O, T) = R(O, T)",
    _resend_insensitive,
)

RELAY_INSENSITIVE: Final = pipeline_law(
    "relay_insensitive",
    "one more relay of a statement changes nothing, and a relay of a withdrawn one counts nothing",
    "R(O, r, T) = R(O, T) for r that relays an origin used in O, or withdrawn",
    _relay_insensitive,
)

SPELLING_INSENSITIVE: Final = pipeline_law(
    "spelling_insensitive",
    "another spelling of a source's name does not make a second source",
    "R(O, T) = R(O', T) where names of O' have the same identity",
    _spelling_insensitive,
)

LOCALITY: Final = pipeline_law(
    "locality",
    "reports of other events never matter",
    "R(O, X, T) = R(O, T) on the questions of O, for X of another event",
    _locality,
)

ZONE_INSENSITIVE: Final = pipeline_law(
    "zone_insensitive",
    "the same instants written in other zones change nothing",
    "R(O, T) = R(O', T) where O' has the same instants",
    _zone_insensitive,
)

VACUOUS_NEUTRAL: Final = pipeline_law(
    "vacuous_neutral",
    "a claim that allows any number changes nothing",
    "R(O, 0.., T) = R(O, T)",
    _vacuous_neutral,
)

LABELS_DO_NOT_MATTER: Final = Law(
    "labels_do_not_matter",
    "sources and origins by other names, one for one, change nothing else",
    "R(f(O), T) = f(R(O, T)) for every renaming f",
    "May 1952 (anonymity); a rule that names its sources fails it",
    _labels_do_not_matter,
)
DETERMINISTIC: Final = pipeline_law(
    "deterministic",
    "the same reports, made anew, give the same account to the letter",
    "text of R(O, T) = text of R(O', T) where O' equals O",
    _deterministic,
)

PURE: Final = pipeline_law(
    "pure",
    "asking twice gives the same, and changes nothing",
    "R has no state",
    _pure,
)

INCREMENTAL_IS_BATCH: Final = pipeline_law(
    "incremental_is_batch",
    "reports logged one by one give what all at once give",
    "R(o1 | ... | on, T) = R(O, T)",
    _incremental_is_batch,
)

MERGE_SEMILATTICE: Final = pipeline_law(
    "merge_semilattice",
    "ledgers joined in any order, or with themselves, give the same answer",
    "R((A | B) | C, T) = R(A | (B | C), T), R(A | B, T) = R(B | A, T), R(A | A, T) = R(A, T)",
    _merge_semilattice,
)
