"""Difference, Diff: what is otherwise between two answers to the same questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias, final

from attrs import frozen

from kazfigures.errors import LedgerError
from kazfigures.observations import Measure
from kazfigures.rules.estimates import Estimate, Estimates, Window
from kazfigures.timelines.changes import Change, changes_between

__all__ = ["Diff", "Difference", "diff"]


@final
@frozen(order=False)
class Difference:
    """What was and what is answered of one measure, or of one window of an INCREMENT.

    `before` or `after` is None where only the other has the question.
    `changes` says in what ways the answer is another, of the number first and then of a dispute;
    it is empty where at most the account is.
    """

    measure: Measure
    window: Window | None
    before: Estimate | None
    after: Estimate | None
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether the answer is another."""
        return bool(self.changes)

    def __str__(self) -> str:
        """Read as the question, in what way it changed, from what and to what."""
        question = f"{self.measure}, {self.window}" if self.window else str(self.measure)
        changes = " and ".join(change.value for change in self.changes) or "unchanged"
        both = [estimate for estimate in (self.before, self.after) if estimate is not None]
        ways = _WAYS[1:] if _OF_CLAIMANTS.intersection(self.changes) else _WAYS
        told = [dict.fromkeys(map(way, both)) for way in ways]
        answers = next((one for one in told if len(one) == len(both)), told[0])
        return f"{question}: {changes}, {' -> '.join(answers)}"


_OF_CLAIMANTS: Final = frozenset({Change.DISPUTED, Change.SETTLED, Change.REGROUPED})
"""Changes that a range alone does not show."""


def _range(estimate: Estimate) -> str:
    return estimate.headline if estimate.count is None else str(estimate.count)


def _headline(estimate: Estimate) -> str:
    return estimate.headline


def _with_best(estimate: Estimate) -> str:
    best = "no best number" if estimate.best is None else f"best {estimate.best:,}"
    return f"{_range(estimate)}, {best}"


_WAYS: Final = (_range, _headline, _with_best)
"""How an answer is told, shortest first."""


@final
@frozen(order=False)
class Diff:
    """What is otherwise between two answers: a Difference a question, changed or not.

    Iterate for all of them, in the order of the later answer, and then what only the earlier has.
    `str()` lists those that changed, one a line, and says how many did not.
    """

    differences: tuple[Difference, ...]

    @property
    def changed(self) -> tuple[Difference, ...]:
        """The questions of which the answer is another."""
        return tuple(one for one in self.differences if one.changed)

    @property
    def unchanged(self) -> tuple[Difference, ...]:
        """The questions of which at most the account is another."""
        return tuple(one for one in self.differences if not one.changed)

    def of(self, change: Change | str) -> tuple[Difference, ...]:
        """Give the questions that changed in one way: `Change.LOWERED`, or its word, "lowered"."""
        if change not in list(Change):
            raise LedgerError("change", change, f"one of {', '.join(Change)}")
        return tuple(one for one in self.differences if change in one.changes)

    def __iter__(self) -> Iterator[Difference]:
        """Go through every question, changed or not."""
        return iter(self.differences)

    def __len__(self) -> int:
        """Count the questions."""
        return len(self.differences)

    def __str__(self) -> str:
        """Read as a list of what changed, and how many questions did not."""
        lines = [str(one) for one in self.changed]
        unchanged = len(self) - len(lines)
        if unchanged or not lines:
            lines.append(f"{unchanged:,} unchanged")
        return "\n".join(lines)


_Key: TypeAlias = tuple[Measure, Window | None]


def diff(before: Estimates, after: Estimates) -> Diff:
    """Tell what is otherwise between two answers, such as those known at two moments.

    Every measure of either, and every window of an INCREMENT, has one Difference.
    The two may be by different rules: then it says what the other rule would print otherwise.

    >>> import kazfigures as kf
    >>> officers = kf.Measure("killed", "security forces", "Kazakhstan")
    >>> ledger = kf.Ledger(
    ...     kf.Observation(officers, figure, "Interior Ministry", as_of=day, reported=day)
    ...     for figure, day in [("18", "2022-01-07[UTC]"), ("16", "2022-01-09[UTC]")]
    ... )
    >>> friday = kf.reconcile(ledger.known_at("2022-01-07[UTC]"))
    >>> print(diff(friday, kf.reconcile(ledger)))
    killed, security forces, Kazakhstan: lowered, 18 -> 16
    """
    for name, given in (("before", before), ("after", after)):
        if not isinstance(given, Estimates):
            raise LedgerError(name, given, "Estimates, as reconcile(ledger) gives them")
    earlier, later = _by_question(before), _by_question(after)
    return Diff(
        tuple(
            Difference(
                *(*key, earlier.get(key), later.get(key)),
                changes_between(earlier.get(key), later.get(key)),
            )
            for key in {**later, **earlier}
        )
    )


def _by_question(estimates: Estimates) -> dict[_Key, Estimate]:
    return {(estimate.measure, estimate.window): estimate for estimate in estimates}
