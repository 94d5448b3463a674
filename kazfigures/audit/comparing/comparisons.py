"""Comparison: in what way two reports differ, decided before any number is chosen.

The tests run in one order, and the first that applies names the kind: event and unit, one
statement, withdrawal, tally, outcome, scope, definition, moment or window, and at last the counts.
So a contradiction is only what is left when all else matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import final

from attrs import frozen

from kazfigures.audit.comparing.evidence import Verdict
from kazfigures.audit.comparing.numbers import counts, origin
from kazfigures.audit.comparing.questions import definition, event, outcome, scope, tally, window
from kazfigures.audit.comparing.times import moment
from kazfigures.audit.kinds import Kind
from kazfigures.errors import RuleError
from kazfigures.ledgers import in_order
from kazfigures.markup import Displayed, data, element, joined, listed
from kazfigures.observations import Entry, Notice, NoticeKind, Observation
from kazfigures.rules.pipeline import by_target, called

__all__ = ["Comparison", "compare", "judged"]


@final
@frozen(order=False)
class Comparison(Displayed):
    """The kind of difference between two reports, and the evidence in words.

    The two stand in the order of a ledger, in whatever order they were given.
    """

    kind: Kind
    observations: tuple[Observation, Observation]
    evidence: str
    notices: tuple[Notice, ...] = ()

    @property
    def advice(self) -> str:
        """What a person could do about it."""
        return self.kind.advice

    def __str__(self) -> str:
        """Read as the kind, why, and the two reports."""
        return "\n".join(
            (f"{self.kind.value}: {self.evidence}", *(f"  {one}" for one in self.observations))
        )

    def __html__(self) -> str:
        """Draw the kind, why, the two reports and what to do."""
        kind = element("b", self.kind.value.replace("_", " "))
        entries: list[Entry] = [*self.observations, *self.notices]
        return joined(
            (
                element("p", kind, ": ", data(self.evidence)),
                listed([entry.line for entry in entries]),
                element("p", f"What to do: {self.advice}.", class_="kf-quiet"),
            )
        ).html


def compare(a: Observation, b: Observation, entries: Iterable[Entry] = ()) -> Comparison:
    """Say in what way two reports differ, and give the evidence in words.

    `entries` are what may bear on the two, such as the ledger they stand in: notices that take one
    of them back, or another telling of its statement.

    >>> import kazfigures as kf
    >>> def told(words: str, hour: int) -> kf.Observation:
    ...     return kf.Observation(
    ...         kf.Measure("injured", population="attackers"), words, "Interior Ministry",
    ...         as_of="2022-01-07[Asia/Almaty]", reported=f"2022-01-07T{hour}:00+06:00",
    ...     )
    >>> compare(told("18", 10), told("26", 16)).kind
    Kind.SAME_DAY_SPREAD
    >>> print(compare(told("18", 10), told("more than 15", 16)))
    compatible: 18 (Interior Ministry) and "more than 15" (Interior Ministry) both allow 18
      18: Interior Ministry, as of 7 January 2022
      more than 15: Interior Ministry, as of 7 January 2022

    Raises:
        RuleError: for what is no observation, and no entry of a ledger.
    """
    for name, given in (("a", a), ("b", b)):
        if not isinstance(given, Observation):
            raise RuleError(name, given, "an Observation")
    if not isinstance(entries, Iterable):
        raise RuleError("entries", entries, "observations and notices, or a ledger")
    told = list(entries)
    for entry in told:
        if not isinstance(entry, Observation | Notice):
            raise RuleError("entries", entry, "an Observation or a Notice")
    first, second = in_order((a, b)) if a != b else (a, b)
    acting = tuple(in_order(_acting(first, second, told)))
    if a == b and not acting:
        return Comparison(Kind.COMPATIBLE, (a, b), "one and the same report")
    kind, evidence = judged(first, second, acting)
    taken = acting if kind in (Kind.RETRACTED, Kind.DENIED_BY_SOURCE) else ()
    return Comparison(kind, (first, second), evidence, taken)


def judged(a: Observation, b: Observation, acting: Sequence[Notice] = ()) -> Verdict:
    """Give the kind and the evidence, of two in the order of a ledger and what takes them back."""
    return (
        event(a, b)
        or origin(a, b)
        or _withdrawal(acting)
        or tally(a, b)
        or outcome(a, b)
        or scope(a, b)
        or definition(a, b)
        or window(a, b)
        or moment(a, b)
        or counts(a, b)
    )


def _acting(a: Observation, b: Observation, entries: Iterable[Entry]) -> list[Notice]:
    """Give the notices that take one of the two back, or a telling of one's own statement."""
    notices = [entry for entry in entries if isinstance(entry, Notice)]
    if not notices:
        return []
    told = [a, b, *(entry for entry in entries if isinstance(entry, Observation))]
    targets = by_target(notices)
    return [notice for report in (a, b) for notice in _on(report, told, targets)]


def _on(
    report: Observation, told: Iterable[Observation], targets: Mapping[str, Sequence[Notice]]
) -> Sequence[Notice]:
    tellings = [
        other
        for other in told
        if report.origin and other.origin == report.origin and other.measure == report.measure
    ]
    return called((report, *tellings), targets)[0].acting


def _withdrawal(acting: Sequence[Notice]) -> Verdict | None:
    if not acting:
        return None
    for notice in acting:
        if notice.kind is not NoticeKind.DENIAL:
            return Kind.RETRACTED, f"taken back: {notice}"
    return Kind.DENIED_BY_SOURCE, f"its source says that it never gave it: {acting[0]}"
