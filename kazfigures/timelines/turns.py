"""Turn, Timeline: how the answer to one question moved, and what moved it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Final, final

from attrs import field, frozen

from kazfigures import collector
from kazfigures.counts import Count
from kazfigures.errors import LedgerError
from kazfigures.ledgers import Ledger, published
from kazfigures.markup import Displayed, Fragment, Reach, data, element, joined, listed, table, text
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure
from kazfigures.rules.estimates import (
    Camp,
    Estimate,
    Status,
    Window,
    answer_in_words,
    drawn,
    question,
)
from kazfigures.rules.pipeline import Pool, Rule, as_rule, by_target
from kazfigures.rules.reconciling import house
from kazfigures.timelines.changes import Change, changes_between
from kazfigures.timelines.dockets import known_from, known_in_words, new_docket, one_question, steps
from kazfigures.timelines.standing import Standing

__all__ = ["Timeline", "Turn", "timeline"]

_TURNS_DRAWN: Final = 100
_ENTRIES_DRAWN: Final = 10


@final
@frozen(order=False)
class _Question:
    """What a turn's account is made from: all entries of one question, and the rule."""

    rule: Rule
    measure: Measure
    window: Window | None
    ledger: Ledger

    def known_at(self, moment: Moment) -> Estimate:
        """Estimate the question as it was known at a moment."""
        known = self.ledger.known_at(moment)
        notices = by_target(known.notices)
        return self.rule.estimate(self.measure, self.window, known.observations, notices)


@final
@frozen(order=False)
class Turn(Displayed):
    """What one rule answered from a moment on, and what came to bear on the question then.

    `moment` is when the last of the entries was published, as its publisher dated it; of a span
    its end counts, so a report dated to a day is known from the end of that day.
    `entries` are the reports and notices that came to bear on the question at this moment, in the
    order of the ledger; a notice that was out before what it is about comes with the report.
    `changes` says in what ways the answer is another than before, and is empty where it is not.
    """

    moment: Moment
    entries: tuple[Entry, ...]
    status: Status
    count: Count | None
    best: int | None
    camps: tuple[Camp, ...]
    changes: tuple[Change, ...]
    _question: _Question = field(repr=False, eq=False)

    @property
    def low(self) -> int | None:
        """The low end of the range."""
        return None if self.count is None else self.count.low

    @property
    def high(self) -> int | None:
        """The high end of the range; None where it is open, and where there is no range."""
        return None if self.count is None else self.count.high

    @property
    def changed(self) -> bool:
        """Whether the answer is another than before."""
        return bool(self.changes)

    @property
    def estimate(self) -> Estimate:
        """The answer with its full account, made anew from all that was known by this moment."""
        return self._question.known_at(self.moment)

    @property
    def headline(self) -> str:
        """The range and the status in a few words: "16 to 18, disputed"."""
        if self.status is Status.UNREPORTED:
            return "no report left"
        return answer_in_words(self.count, self.status, self.camps)

    def __str__(self) -> str:
        """Read as when, what and in what way, and a line for each entry that came in."""
        changes = f" ({_joined(self.changes)})" if self.changes else " (as before)"
        entries = [f"  {entry}" for entry in self.entries]
        return "\n".join([f"{known_in_words(self.moment)}: {self.headline}{changes}", *entries])

    def __html__(self) -> str:
        """Draw when, what and in what way, and what came out."""
        reach = Reach.over((self.low, self.high))
        changes = _joined(self.changes) or "as before"
        answer = joined((drawn(self.count, self.best, reach), " ", self.status.badge))
        return joined(
            (
                element("p", f"{known_in_words(self.moment)}: ", answer, f" ({changes})"),
                _came_in(self.entries),
            )
        ).html


def _came_in(entries: tuple[Entry, ...]) -> Fragment:
    lines = [entry.line for entry in entries[:_ENTRIES_DRAWN]]
    return lines[0] if len(entries) == 1 else listed(lines, len(entries) - len(lines))


def _unchanged(number: int) -> str:
    came = (
        "1 moment at which more came" if number == 1 else f"{number:,} moments at which more came"
    )
    return f"{came} out left the answer as it was"


def _joined(changes: tuple[Change, ...]) -> str:
    return " and ".join(change.value for change in changes)


@final
@frozen(order=False)
class Timeline(Displayed):
    """How a rule's answer to one question moved: a turn for every moment at which more was known.

    Iterate for the turns, oldest first.
    """

    measure: Measure
    rule: str
    window: Window | None
    turns: tuple[Turn, ...]

    @cached_property
    def changes(self) -> tuple[Turn, ...]:
        """The turns that changed the answer; the others changed at most its account."""
        return tuple(turn for turn in self.turns if turn.changed)

    @cached_property
    def _begins(self) -> list[tuple[datetime, bool]]:
        return [known_from(turn.moment) for turn in self.turns]

    def at(self, moment: Moment | str) -> Turn | None:
        """Give the turn in force at a moment, or at the end of a span; None before the first.

        Its estimate is that of what `ledger.known_at(moment)` holds.
        """
        if isinstance(moment, str):
            moment = Moment(moment)
        if not isinstance(moment, Moment):
            raise LedgerError("moment", moment, "a Moment, or its text")
        place = bisect_right(self._begins, known_from(moment))
        return self.turns[place - 1] if place else None

    def __iter__(self) -> Iterator[Turn]:
        """Go through the turns, oldest first."""
        return iter(self.turns)

    def __len__(self) -> int:
        """Count the turns."""
        return len(self.turns)

    def __str__(self) -> str:
        """Read as the question, and then its turns."""
        heading = f"{question(self.measure, self.window)} (rule: {self.rule})"
        return "\n".join([heading, *map(str, self.turns)])

    def __html__(self) -> str:
        """Draw a row a turn that changed the answer, on one scale, and count the others."""
        reach = Reach.over(end for turn in self.changes for end in (turn.low, turn.high))
        changes = self.changes[:_TURNS_DRAWN]
        rows = [
            (
                known_in_words(turn.moment),
                joined((drawn(turn.count, turn.best, reach), " ", turn.status.badge)),
                _joined(turn.changes),
                _came_in(turn.entries),
            )
            for turn in changes
        ]
        more = len(self.changes) - len(changes)
        same = len(self) - len(self.changes)
        return joined(
            (
                table(
                    data(f"{question(self.measure, self.window)}, by {self.rule}"),
                    ("Known from", "Answer", "Change", "What came out"),
                    rows,
                ),
                element("p", text(f"and {more:,} more changes")) if more else None,
                element("p", _unchanged(same), class_="kf-quiet") if same else None,
            )
        ).html


def timeline(
    ledger: Ledger,
    measure: Measure,
    rule: Rule | Pool = house,
    window: Window | None = None,
) -> Timeline:
    """Tell how a rule's answer for one measure moved as reports and notices came out.

    There is a turn for every moment at which a report of the measure came out, or a notice about
    one of its reports.
    What is dated to a span is known from its end, just before what is published at that very
    instant, as `Ledger.known_at` has it.
    An INCREMENT that has several windows is asked window by window: give the `window`, as
    `Estimates.windows` lists them.

    The rule is asked only where what its first screens leave has changed, and only about what they
    leave: the cost of a turn grows with the claimants, not with all that was reported before.
    Where a screen before the choices does not say that it judges `each_alone`, the rule is asked
    from scratch at every turn.

    >>> import kazfigures as kf
    >>> officers = kf.Measure("killed", "security forces", "Kazakhstan")
    >>> ledger = kf.Ledger(
    ...     kf.Observation(officers, figure, "Interior Ministry", as_of=day, reported=day)
    ...     for figure, day in [("18", "2022-01-07[UTC]"), ("16", "2022-01-09[UTC]")]
    ... )
    >>> print(timeline(ledger, officers))
    killed, security forces, Kazakhstan (rule: house)
    end of 7 January 2022: 18, agreed (new)
      18: Interior Ministry, as of 7 January 2022
    end of 9 January 2022: 16, agreed (lowered)
      16: Interior Ministry, as of 9 January 2022

    Raises:
        LedgerError: for an INCREMENT of several windows, where none is given.
    """
    applied = as_rule(rule)
    asked, window = one_question(ledger, measure, window)
    question = _Question(applied, measure, window, asked)
    with collector.paused():
        return Timeline(measure, applied.name, window, tuple(_turns(question)))


def _turns(question: _Question) -> Iterator[Turn]:
    rule, docket = question.rule, new_docket(question.ledger)
    follows = all(screen.each_alone for screen in rule.singles)
    standing = Standing(docket, rule.singles)
    before: Turn | None = None
    for entries in steps(question.ledger):
        seen = len(docket.observations)
        bearing = docket.enter(entries)
        if not bearing:
            continue
        moment = published(bearing[-1])
        after: Estimate | Turn
        if not follows:
            after = question.known_at(moment)
        elif standing.update(bearing, seen) or before is None:
            after = rule.weigh(question.measure, question.window, standing.testimonies)
        else:
            after = before
        turn = Turn(
            moment,
            bearing,
            after.status,
            after.count,
            after.best,
            after.camps,
            changes_between(before, after),
            question,
        )
        yield turn
        before = turn
