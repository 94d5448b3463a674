"""Finding: something that a person should look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

from attrs import field, frozen

from kazfigures.audit.kinds import Kind, Severity
from kazfigures.ledgers import in_order
from kazfigures.markup import Displayed, account, data, element, joined, listed
from kazfigures.observations import Entry, Measure, Notice, Observation

__all__ = ["Finding"]

_REPORTS_DRAWN: Final = 12


def _observations(given: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(in_order(given))


def _notices(given: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(in_order(given))


@final
@frozen(order=False)
class Finding(Displayed):
    """A kind of disagreement, the reports that show it, and the evidence in words.

    `measure` is what it is about, where that is one thing.
    `notices` are those that bear on it.
    `explanation` says why a count fell, where somebody said so or it can be seen; an unexplained
    fall is graver.
    Observations and notices stand in the order of a ledger.
    """

    kind: Kind
    severity: Severity
    evidence: str
    measure: Measure | None = None
    observations: tuple[Observation, ...] = field(default=(), converter=_observations)
    notices: tuple[Notice, ...] = field(default=(), converter=_notices)
    explanation: str = ""

    @property
    def advice(self) -> str:
        """What a person could do about it."""
        return self.kind.advice

    def __str__(self) -> str:
        """Read as a line of a report."""
        about = f"{self.measure}: " if self.measure else ""
        explained = f" (explained: {self.explanation})" if self.explanation else ""
        return f"{self.severity} {self.kind.value}: {about}{self.evidence}{explained}"

    def __html__(self) -> str:
        """Draw how grave it is, the evidence, what to do, and the reports folded away."""
        kind = element("b", self.kind.value.replace("_", " "))
        about = data(f", {self.measure}") if self.measure else None
        explained = data(f" Explained: {self.explanation}.") if self.explanation else None
        entries: list[Entry] = [*self.observations, *self.notices]
        lines = [entry.line for entry in entries[:_REPORTS_DRAWN]]
        return joined(
            (
                element("p", self.severity.badge, " ", kind, about),
                element("p", data(self.evidence), ".", explained),
                element("p", f"What to do: {self.advice}.", class_="kf-quiet"),
                account(
                    _shown(len(self.observations), len(self.notices)),
                    listed(lines, len(entries) - len(lines)),
                )
                if entries
                else None,
            )
        ).html


def _shown(observations: int, notices: int) -> str:
    counted = [
        f"{number:,} {noun}{'' if number == 1 else 's'}"
        for number, noun in ((observations, "report"), (notices, "notice"))
        if number
    ]
    return " and ".join(counted)
