"""Law: a promise that a rule can make, with a name, a sentence, a formula and a trial."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias, final, runtime_checkable

from attrs import field, frozen

from kazfigures.errors import MomentError, RuleError
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry
from kazfigures.rules.estimates import Estimates

__all__ = ["Law", "Reconciler", "Trial", "Unanswered", "laws"]


@runtime_checkable
class Reconciler(Protocol):
    """What stands trial: entries, in any order, and what was known by when, to estimates.

    Every `Rule` is one.
    """

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        """Estimate every measure of the entries, as known at that moment."""
        ...


Trial: TypeAlias = Callable[[Reconciler, Ledger], Iterator[str]]
"""Tries a rule on a ledger, and says in a sentence of each breach what stands on both sides."""


@final
class Unanswered(Exception):  # noqa: N818 - what it names is a fact of a trial, not a fault of ours
    """A rule raised an error in the middle of a trial."""


@final
@frozen(order=False, repr=False)
class Law:
    """A promise that a rule can make.

    `sentence` says it in words, `formula` in signs, `reference` whence it comes.
    `survives` says whether a rule keeps the promise when screens are put before it.
    `reads_account` says that the trial reads what was used and what set aside, so that it says
    nothing of a rule that gives no account.
    """

    name: str
    sentence: str
    formula: str = field(eq=False)
    reference: str = field(eq=False)
    trial: Trial
    survives: bool = False
    reads_account: bool = False

    def tried_on(self, rule: Reconciler, ledger: Ledger) -> str:
        """Say how a rule breaks the law on a ledger, with both sides; nothing where it keeps it.

        Where the trial needs a moment before 1900 or after 2100 there is nothing to judge.

        Raises:
            Unanswered: where the rule raises an error.
        """
        try:
            return next(self.trial(_Asked(rule), ledger), "")
        except MomentError:
            return ""

    def breach(self, rule: Reconciler, ledger: Ledger) -> str:
        """Say how a rule breaks the law on a ledger, an error that it raises among the ways."""
        try:
            return self.tried_on(rule, ledger)
        except Unanswered as error:
            return f"it raises {error}"

    def holds(self, rule: Reconciler, ledger: Ledger) -> bool:
        """Whether a rule keeps the law on a ledger."""
        return not self.breach(rule, ledger)

    def __repr__(self) -> str:
        """Give its name."""
        return self.name


@final
@frozen
class _Asked:
    """A rule whose own errors are told from those of a trial."""

    rule: Reconciler

    @property
    def name(self) -> str:
        return self.rule.name

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        try:
            return self.rule.reconcile(entries, known_at)
        except Exception as error:
            raise Unanswered(repr(error)) from error


def laws(value: Iterable[Law] | Law) -> frozenset[Law]:
    """Give a set of laws, as a rule promises them; anything else is refused (RuleError)."""
    several = (value,) if isinstance(value, Law | str) else tuple(value)
    for law in several:
        if type(law) is not Law:
            raise RuleError("promises", law, "laws, such as those of kazfigures.laws")
    return frozenset(several)
