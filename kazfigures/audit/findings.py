"""Finding: something that a person should look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from kazfigures.audit.kinds import Kind, Severity
from kazfigures.ledgers import in_order
from kazfigures.observations import Measure, Notice, Observation

__all__ = ["Finding"]


def _observations(given: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(in_order(given))


def _notices(given: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(in_order(given))


@final
@frozen(order=False)
class Finding:
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
