"""Ledger: observations and notices, each once, in order; append-only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, Self, TypedDict, TypeVar, final

from attrs import field, frozen

from kazfigures.errors import LedgerError
from kazfigures.markup import Displayed, data, joined, table, text
from kazfigures.moments import Moment
from kazfigures.observations import (
    Entry,
    Measure,
    Notice,
    NoticeKind,
    Observation,
    Source,
    Tally,
    is_inside,
    one_line,
)

__all__ = ["Ledger", "Narrowing", "Where", "in_order", "is_known", "moment_of", "published"]

_AnEntry = TypeVar("_AnEntry", bound=Entry)
_MEASURES_DRAWN: Final = 20


def published(entry: Entry) -> Moment:
    """When a report or a notice came out."""
    return entry.reported if isinstance(entry, Observation) else entry.at


def is_known(entry: Entry, then: Moment) -> bool:
    """Whether a report or a notice had come out by an instant, or by the end of a span."""
    out, ended = published(entry).order, (then.end, then.end)
    return out <= ended if then.is_instant else out < ended


def _canonical(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Sort by when each was published, and keep each once."""
    if not isinstance(entries, Iterable):
        raise LedgerError("entries", entries, "observations and notices")
    given = list(entries)
    for entry in given:
        if type(entry) is not Observation and type(entry) is not Notice:
            raise LedgerError("entries", entry, "observations and notices")
    kept = in_order(given)
    _refuse_circles(kept)
    return tuple(kept)


def in_order(entries: Iterable[_AnEntry]) -> list[_AnEntry]:
    """Sort by when each was published as a ledger does, and keep each once."""
    kept: list[_AnEntry] = []
    for _, together in groupby(sorted(entries, key=_order), key=_order):
        tied = list(together)
        if len(tied) > 1:
            tied.sort(key=_tie)
            tied = [next(same) for _, same in groupby(tied, key=attrgetter("id"))]
        kept += tied
    return kept


def _order(entry: Entry) -> tuple[Any, ...]:
    """Order by publication, then observations before notices, then by what a reader sees first."""
    if isinstance(entry, Observation):
        measure, moment = entry.measure, entry.reported
        asked = (measure.outcome, measure.population, measure.place)
        return (moment.end, moment.start, False, asked, entry.source.name, entry.figure.wording)
    return (entry.at.end, entry.at.start, True, entry.of, entry.by.name, entry.kind)


def _tie(entry: Entry) -> tuple[str, ...]:
    """Order what that leaves tied; equal entries differ at most in their moments' zones."""
    if isinstance(entry, Notice):
        return (entry.id, entry.at.text)
    moments = (entry.reported, entry.as_of, entry.since, entry.recorded)
    return (entry.id, *(moment.text for moment in moments if moment is not None))


def _refuse_circles(entries: Sequence[Entry]) -> None:
    """Refuse corrections that lead back to what they correct, where those who gave them may."""
    corrections = [
        entry
        for entry in entries
        if isinstance(entry, Notice) and entry.kind is NoticeKind.CORRECTION
    ]
    if not corrections:
        return
    reports = {entry.id: entry for entry in entries if isinstance(entry, Observation)}
    leads: dict[str, set[str]] = {}
    for correction in corrections:
        for target in correction.of:
            if target not in reports or correction.has_standing(reports[target]):
                leads.setdefault(target, set()).add(correction.instead)
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        circle = error.args[1]
        expected = "corrections that end somewhere, not in a circle"
        raise LedgerError("instead", circle[0], expected) from None


class Narrowing(TypedDict, total=False):
    """The keywords of `Ledger.where`."""

    measure: Measure | None
    outcome: str | None
    population: str | None
    place: str | None
    event: str | None
    unit: str | None
    tally: Tally | str | None
    definition: str | None
    source: Source | str | None
    origin: str | None


@final
@frozen(kw_only=True, order=False)
class Where:
    """Which observations a desk asks for, field by field; None asks for all."""

    measure: Measure | None = None
    outcome: str | None = None
    population: str | None = None
    place: str | None = None
    event: str | None = None
    unit: str | None = None
    tally: Tally | str | None = None
    definition: str | None = None
    source: Source | str | None = None
    origin: str | None = None
    _asked: Measure = field(init=False, eq=False, repr=False)
    _names: tuple[str, ...] = field(init=False, eq=False, repr=False)
    _claimant: str | None = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Write what is asked for in its canonical form."""
        if self.measure is not None and not isinstance(self.measure, Measure):
            raise LedgerError("measure", self.measure, "a Measure")
        asked = Measure(
            "anything" if self.outcome is None else self.outcome,
            self.population or "",
            self.place or "",
            self.event or "",
            "people" if self.unit is None else self.unit,
            Tally.CUMULATIVE if self.tally is None else self.tally,
            self.definition or "",
        )
        names = ("outcome", "event", "unit", "tally", "definition")
        told = self.source
        claimant = told if told is None or isinstance(told, Source) else Source(told)
        if self.origin is not None:
            object.__setattr__(self, "origin", one_line("origin", self.origin))
        object.__setattr__(self, "_asked", asked)
        given = tuple(name for name in names if getattr(self, name) is not None)
        object.__setattr__(self, "_names", given)
        object.__setattr__(self, "_claimant", None if claimant is None else claimant.identity)

    def takes_measure(self, measure: Measure) -> bool:
        """Whether what is counted is what is asked for."""
        asked = self._asked
        return (
            (self.measure is None or measure == self.measure)
            and is_inside(measure.population, asked.population)
            and is_inside(measure.place, asked.place)
            and all(getattr(measure, name) == getattr(asked, name) for name in self._names)
        )

    def takes(self, observation: Observation) -> bool:
        """Whether an observation is asked for."""
        return (
            (self.origin is None or observation.origin == self.origin)
            and (self._claimant is None or observation.source.identity == self._claimant)
            and self.takes_measure(observation.measure)
        )


@final
@frozen(order=False)
class Ledger(Displayed):
    """Observations and notices, each once, ordered by when they were published.

    Nothing is ever removed: a retraction is one more entry.
    Two ledgers with the same entries are equal in whatever order they were filled.
    `a | b` holds the entries of both.
    Corrections that run in a circle are refused (LedgerError).
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_canonical)

    @classmethod
    def of_canonical(cls, entries: tuple[Entry, ...]) -> Self:
        """Skip the sorting and the checks of what is known to be canonical."""
        ledger = cls()
        object.__setattr__(ledger, "entries", entries)
        return ledger

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """The observations alone, in order."""
        return tuple([entry for entry in self.entries if isinstance(entry, Observation)])

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """The notices alone, in order."""
        return tuple([entry for entry in self.entries if isinstance(entry, Notice)])

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All that is counted here, each once, in the order of first report."""
        return tuple(dict.fromkeys(observation.measure for observation in self.observations))

    @property
    def sources(self) -> tuple[Source, ...]:
        """All who claim something here, each once, in the order of first report."""
        return tuple(dict.fromkeys(observation.source for observation in self.observations))

    def known_at(self, moment: Moment | str) -> Self:
        """What had been published by then, or by the end of a span.

        A report dated only to the day is known from the end of that day: before, it cannot be
        shown to have been out.
        """
        then = moment_of(moment)
        known = bisect_left(self.entries, 1, key=lambda entry: not is_known(entry, then))
        return self.of_canonical(self.entries[:known])

    def as_of(self, moment: Moment | str) -> Self:
        """The figures that are true of that moment or an earlier one, and every notice."""
        then = moment_of(moment)
        return self.of_canonical(
            tuple(
                entry
                for entry in self.entries
                if isinstance(entry, Notice) or _is_by(entry.as_of, then)
            )
        )

    def where(  # noqa: PLR0913 - one keyword a field that a desk filters by
        self,
        *,
        measure: Measure | None = None,
        outcome: str | None = None,
        population: str | None = None,
        place: str | None = None,
        event: str | None = None,
        unit: str | None = None,
        tally: Tally | str | None = None,
        definition: str | None = None,
        source: Source | str | None = None,
        origin: str | None = None,
    ) -> Self:
        """The observations of which all this holds, and the notices, which may bear on them.

        `population` and `place` take in all that lies below them: `place="Kazakhstan"` keeps
        Kazakhstan/Almaty too; give the `measure` for one place alone.
        `source` is a claimant's name in any spelling.
        """
        asked = Where(
            measure=measure,
            outcome=outcome,
            population=population,
            place=place,
            event=event,
            unit=unit,
            tally=tally,
            definition=definition,
            source=source,
            origin=origin,
        )
        return self.of_canonical(
            tuple(
                entry for entry in self.entries if isinstance(entry, Notice) or asked.takes(entry)
            )
        )

    def __or__(self, other: Ledger) -> Ledger:
        """Hold the entries of both."""
        if not isinstance(other, Ledger):
            return NotImplemented
        return Ledger((*self.entries, *other.entries))

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries in the order of publication."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Count the entries."""
        return len(self.entries)

    def __contains__(self, entry: object) -> bool:
        """Whether this very report or notice is in the ledger."""
        return entry in self.entries

    def __str__(self) -> str:
        """Read as one line."""
        size = (
            f"{_counted(len(self.observations), 'observation')} and "
            f"{_counted(len(self.notices), 'notice')}"
        )
        if not self.entries:
            return size
        first, last = published(self.entries[0]), published(self.entries[-1])
        return f"{size}, published {first} to {last}"

    def __html__(self) -> str:
        """Draw what is counted most, how often, and the newest report of each.

        The measures with the most reports come first, and how many more there are is said.
        """
        told: dict[Measure, list[Observation]] = {}
        for observation in self.observations:
            told.setdefault(observation.measure, []).append(observation)
        by_reports = sorted(told.items(), key=lambda item: -len(item[1]))
        rows = [
            (data(str(measure)), f"{len(reports):,}", reports[-1].line)
            for measure, reports in by_reports[:_MEASURES_DRAWN]
        ]
        more = len(told) - len(rows)
        return joined(
            (
                table(str(self), ("Measure", "Reports", "Newest report"), rows),
                text(f"and {_counted(more, 'more measure')}") if more else None,
            )
        ).html


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _is_by(moment: Moment, then: Moment) -> bool:
    """Whether a moment has ended by another's end; the midnight after a day is not of that day."""
    return moment.end < then.end or (
        moment.end == then.end and (then.is_instant or not moment.is_instant)
    )


def moment_of(value: Moment | str) -> Moment:
    """Take a moment, or its text."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, str):
        return Moment(value)
    raise LedgerError("moment", value, "a Moment, or its text")
