"""Change: in what way an answer, or a claimant's word, is another than before."""

from __future__ import annotations

from math import inf
from typing import Protocol

from kazfigures.counts import Count
from kazfigures.observations import Word
from kazfigures.rules.estimates import Camp, Status

__all__ = ["Answer", "Change", "changes_between", "moved"]


class Change(Word):
    """In what way an answer, or a claimant's word, is another than before.

    Of two ranges the ends are compared; an end that bounds neither, open above or 0 below, is
    passed over, so "at least 12" and then "at least 15" is raised.
    """

    NEW = "new"
    """Reported for the first time, or a claim or a number where none was left."""
    RAISED = "raised"
    """Both ends are higher; of the same range, the best number is."""
    LOWERED = "lowered"
    """Both ends are lower; of the same range, the best number is."""
    NARROWED = "narrowed"
    """No number is allowed that was not allowed before, and fewer are."""
    WIDENED = "widened"
    """Every number is allowed that was allowed before, and more are."""
    REPEATED = "repeated"
    """The same count again, in another statement."""
    RESTORED = "restored"
    """An earlier word stands again, since what followed it was taken back."""
    WITHDRAWN = "withdrawn"
    """There was a claim, and none is left."""
    UNDECIDED = "undecided"
    """There was a number, and the claims give none any more."""
    DISPUTED = "now disputed"
    """It is disputed, and was not before."""
    SETTLED = "settled"
    """It was disputed, and the claims that are left agree, or most of them."""
    REGROUPED = "regrouped"
    """The same number, with other claimants for it and against it."""
    GONE = "gone"
    """Only in what was before."""


class Answer(Protocol):
    """What an estimate answers, without its account."""

    @property
    def status(self) -> Status:
        """How far the claims agree."""
        ...

    @property
    def count(self) -> Count | None:
        """The range."""
        ...

    @property
    def best(self) -> int | None:
        """The best number."""
        ...

    @property
    def camps(self) -> tuple[Camp, ...]:
        """Who conflicts."""
        ...


def moved(before: Count, after: Count) -> Change | None:
    """Tell which way a count moved; None where it is the same.

    >>> moved(Count.exactly(18), Count.exactly(16))
    Change.LOWERED
    >>> moved(Count.at_least(12), Count.at_least(15))
    Change.RAISED
    >>> moved(Count.at_least(18), Count.exactly(18))
    Change.NARROWED
    """
    if before == after:
        return None
    low = _sign(before.low, after.low)
    high = _sign(_end(before), _end(after))
    if before.high is None and after.high is None:
        high = low
    if before.low == after.low == 0:
        low = high
    if low == high:
        return Change.RAISED if low > 0 else Change.LOWERED
    return Change.NARROWED if low > high else Change.WIDENED


def _end(count: Count) -> float:
    return inf if count.high is None else count.high


def _sign(before: float, after: float) -> int:
    return (after > before) - (after < before)


def changes_between(before: Answer | None, after: Answer | None) -> tuple[Change, ...]:
    """Tell in what ways an answer is another than before: of the number first, then of a dispute.

    None stands for a question that was not asked, there or here.
    Nothing is given where the answer is the same, whatever became of its account.
    """
    if before is None or after is None:
        found = [Change.NEW if before is None else Change.GONE]
        if after is not None and after.status is Status.DISPUTED:
            found.append(Change.DISPUTED)
        return tuple(found)
    changes = [_of_number(before, after), _of_dispute(before.status, after.status)]
    found = [change for change in changes if change is not None]
    if not found and (before.status, before.best, before.camps) != (
        *(after.status, after.best, after.camps),
    ):
        found.append(Change.REGROUPED)
    return tuple(found)


def _of_number(before: Answer, after: Answer) -> Change | None:
    was_silent, is_silent = (one.status is Status.UNREPORTED for one in (before, after))
    if was_silent != is_silent:
        return Change.NEW if was_silent else Change.WITHDRAWN
    if before.count is None or after.count is None:
        if before.count is after.count:
            return None
        return Change.NEW if before.count is None else Change.UNDECIDED
    change = moved(before.count, after.count)
    if change is None and before.best is not None and after.best is not None:
        return moved(Count.exactly(before.best), Count.exactly(after.best))
    return change


def _of_dispute(before: Status, after: Status) -> Change | None:
    if (before is Status.DISPUTED) == (after is Status.DISPUTED):
        return None
    if after is Status.DISPUTED:
        return Change.DISPUTED
    return None if after is Status.UNREPORTED else Change.SETTLED
