"""The life of a ledger: what it said at any moment of it stays true, whatever is published next.

A machine publishes reports, revisions, relays, retractions, denials and corrections in the order
of the clock, asks what was known as it goes, and asks the same again of the ledger as it grows.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from attrs import evolve
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kazfigures import (
    Estimates,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Rule,
    Source,
    reconcile,
)
from kazfigures.ledgers import published
from kazfigures.observations import Entry
from kazfigures.rules.reconciling import RULES
from kazfigures.strategies import figures, measures, sources

STRANGER = Source("A stranger", "social")
FIGURES = figures(small=True)
PICKS = st.integers(0, 9)
WAITS = st.booleans()


class Asked(NamedTuple):
    """A question that was asked, and what was answered then."""

    moment: Moment
    known: Ledger
    answer: Estimates


class LifeOfALedger(RuleBasedStateMachine):
    """One ledger as the news comes in; the clock counts minutes."""

    @initialize(applied=st.sampled_from(RULES))
    def begin(self, applied: Rule) -> None:
        self.applied = applied
        self.ledger = Ledger()
        self.entries: list[Entry] = []
        self.minute = 0
        self.asked: list[Asked] = []
        self.taken_back: set[str] = set()

    # --- what the machine knows ---

    def time(self, minute: int) -> Moment:
        return Moment(f"2022-01-07T{10 + minute // 60}:{minute % 60:02}+06:00")

    @property
    def reports(self) -> list[Observation]:
        return [entry for entry in self.entries if isinstance(entry, Observation)]

    def has_reports(self) -> bool:
        return bool(self.reports)

    def has_relays(self) -> bool:
        return any(one.via for one in self.reports)

    def picked(self, pick: int) -> Observation:
        return self.reports[pick % len(self.reports)]

    def publish(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.ledger |= Ledger([entry])

    def said(self, measure: Measure, figure: Figure, source: Source) -> Observation:
        """Publish a statement of its own."""
        now = self.time(self.minute)
        statement = f"statement {len(self.entries)}"
        said = Observation(measure, figure, source, now, now, origin=statement)
        self.publish(said)
        return said

    def notice(self, kind: NoticeKind, told: Observation, by: Source, instead: str = "") -> None:
        self.publish(Notice(kind, told, by, self.time(self.minute), instead=instead))
        if by == told.source:
            self.taken_back |= {told.id, told.origin}
        elif by != STRANGER:
            self.taken_back.add(told.id)

    # --- what happens ---

    @rule(waits=WAITS, measure=measures(small=True), figure=FIGURES, source=sources(small=True))
    def report(self, waits: bool, measure: Measure, figure: Figure, source: Source) -> None:  # noqa: FBT001
        self.minute += waits
        self.said(measure, figure, source)

    @precondition(has_reports)
    @rule(pick=PICKS, figure=FIGURES)
    def revise(self, pick: int, figure: Figure) -> None:
        self.minute += 1
        told = self.picked(pick)
        self.said(told.measure, figure, told.source)

    @precondition(has_reports)
    @rule(waits=WAITS, pick=PICKS, relay=st.sampled_from(("TASS", "AP")))
    def relay(self, waits: bool, pick: int, relay: str) -> None:  # noqa: FBT001
        self.minute += waits
        told = self.picked(pick)
        via = (*told.via, relay)
        self.publish(evolve(told, via=via, reported=self.time(self.minute)))

    @precondition(has_reports)
    @rule(waits=WAITS, pick=PICKS, kind=st.sampled_from((NoticeKind.RETRACTION, NoticeKind.DENIAL)))
    def take_back(self, waits: bool, pick: int, kind: NoticeKind) -> None:  # noqa: FBT001
        self.minute += waits
        told = self.picked(pick)
        self.notice(kind, told, told.source)

    @precondition(has_relays)
    @rule(waits=WAITS, pick=PICKS)
    def retract_what_one_relayed(self, waits: bool, pick: int) -> None:  # noqa: FBT001
        self.minute += waits
        relayed = [one for one in self.reports if one.via]
        told = relayed[pick % len(relayed)]
        self.notice(NoticeKind.RETRACTION, told, Source(told.via[-1]))

    @precondition(has_reports)
    @rule(waits=WAITS, pick=PICKS, figure=FIGURES)
    def correct(self, waits: bool, pick: int, figure: Figure) -> None:  # noqa: FBT001
        self.minute += waits
        told = self.picked(pick)
        right = self.said(told.measure, figure, told.source)
        self.notice(NoticeKind.CORRECTION, told, told.source, right.id)

    @precondition(has_reports)
    @rule(waits=WAITS, pick=PICKS, other=PICKS, kind=st.sampled_from(NoticeKind))
    def protest(self, waits: bool, pick: int, other: int, kind: NoticeKind) -> None:  # noqa: FBT001
        """Let a stranger retract, deny or correct, even in a circle."""
        self.minute += waits
        told, instead = self.picked(pick), self.picked(other)
        if kind is not NoticeKind.CORRECTION:
            self.notice(kind, told, STRANGER)
        elif instead != told:
            self.notice(kind, told, STRANGER, instead.id)

    @rule(back=st.integers(0, 5))
    def ask(self, back: int) -> None:
        """Ask what was known at a minute that is over."""
        then = self.time(max(0, self.minute - back))
        self.minute += 1
        known = self.ledger.known_at(then)
        self.asked.append(Asked(then, known, reconcile(known, self.applied)))

    # --- what stays true ---

    @invariant()
    def what_was_known_never_changes(self) -> None:
        for moment, known, answer in self.asked:
            assert self.ledger.known_at(moment) == known
            assert reconcile(self.ledger.known_at(moment), self.applied) == answer

    @invariant()
    def nothing_is_known_before_it_is_published(self) -> None:
        for minute in range(self.minute + 1):
            then = self.time(minute)
            out = {entry for entry in self.entries if published(entry).end <= then.end}
            assert set(self.ledger.known_at(then)) == out

    @invariant()
    def every_report_is_accounted_for_once(self) -> None:
        accounted = Counter(
            one.observation.id
            for estimate in reconcile(self.ledger, self.applied)
            for one in (*estimate.used, *estimate.set_aside)
        )
        assert accounted == Counter({one.id for one in self.reports})

    @invariant()
    def a_replay_gives_the_answer_of_the_whole(self) -> None:
        whole = Ledger(reversed(self.entries))
        assert reconcile(whole, self.applied) == reconcile(self.ledger, self.applied)

    @invariant()
    def what_was_taken_back_is_not_used(self) -> None:
        for estimate in reconcile(self.ledger, self.applied):
            for one in estimate.used:
                assert not {one.observation.id, one.observation.origin} & self.taken_back

    @invariant()
    def a_stranger_changes_no_answer(self) -> None:
        without = Ledger(
            entry
            for entry in self.entries
            if isinstance(entry, Observation) or entry.by != STRANGER
        )
        assert answers(self.ledger, self.applied) == answers(without, self.applied)


def answers(ledger: Ledger, applied: Rule) -> list[tuple[object, ...]]:
    """Give each answer and what it uses, without the notices that a report carries along."""
    return [
        (
            *(estimate.measure, estimate.status, estimate.count, estimate.best, estimate.camps),
            [(one.observation, one.count) for one in estimate.used],
            [(one.observation, one.reason) for one in estimate.set_aside],
        )
        for estimate in reconcile(ledger, applied)
    ]


def test_what_a_ledger_said_stays_true_as_it_grows() -> None:
    run_state_machine_as_test(LifeOfALedger, settings=settings(stateful_step_count=20))
