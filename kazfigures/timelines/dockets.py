"""Docket: what is known of one question as its entries come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count, groupby
from typing import final

from kazfigures.errors import LedgerError
from kazfigures.ledgers import Ledger, published
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, Observation, Tally, is_id
from kazfigures.rules.estimates import Window
from kazfigures.rules.pipeline import divide_by_question

__all__ = ["Docket", "known_from", "known_in_words", "new_docket", "one_question", "steps"]


@final
class Docket:
    """The reports of one question that are known, and the notices that bear on one of them.

    Reports are numbered as they come in, in the order of the ledger.
    """

    def __init__(self, *, asks_ids: bool) -> None:
        """Start with nothing known; `asks_ids` says whether any notice is about an id."""
        self.asks_ids = asks_ids
        self.observations: list[Observation] = []
        self.notices: dict[str, list[Notice]] = {}
        self.tellings: dict[str, list[int]] = {}
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, list[int]] = {}
        self._early: dict[int, Notice] = {}
        self._places = count()

    def number(self, target: str) -> int | None:
        """Give the number of the report that has this id."""
        return self._numbers.get(target)

    def enter(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Take in what was published at once, and give what came to bear on the question.

        A notice that came out before all that it is about comes to bear with the first of these.
        """
        given = list(entries)
        early: set[int] = set()
        for entry in given:
            if isinstance(entry, Observation):
                early |= self._add(entry)
        return (
            *[self._early.pop(place) for place in sorted(early)],
            *[entry for entry in given if isinstance(entry, Observation) or self._post(entry)],
        )

    def _add(self, observation: Observation) -> set[int]:
        """Number a report, and give the places of the notices that were out before it."""
        number, names = len(self.observations), [observation.origin]
        self.observations.append(observation)
        if self.asks_ids:
            self._numbers[observation.id] = number
            names.append(observation.id)
        if observation.origin:
            self.tellings.setdefault(observation.origin, []).append(number)
        places = {place for name in names for place in self._waiting.pop(name, ())}
        return places & self._early.keys()

    def _post(self, notice: Notice) -> bool:
        """Keep a notice by what it is about, and tell whether any of that is known."""
        for target in notice.of:
            self.notices.setdefault(target, []).append(notice)
        if any(target in self._numbers or target in self.tellings for target in notice.of):
            return True
        place = next(self._places)
        self._early[place] = notice
        for target in notice.of:
            self._waiting.setdefault(target, []).append(place)
        return False


def one_question(
    ledger: Ledger, measure: Measure, window: Window | None
) -> tuple[Ledger, Window | None]:
    """Give the entries of one measure and window, and the window where there is one.

    Raises:
        LedgerError: for a measure that has several windows of which none is asked for.
    """
    if not isinstance(ledger, Ledger):
        raise LedgerError("ledger", ledger, "a Ledger")
    if not isinstance(measure, Measure):
        raise LedgerError("measure", measure, "a Measure; ledger.measures lists them")
    if window is not None and not isinstance(window, Window):
        raise LedgerError("window", window, "None or a Window, as an estimate has it")
    asked = ledger.where(measure=measure)
    if measure.tally is not Tally.INCREMENT:
        if window is not None:
            expected = f"None, since the tally is {measure.tally.value}"
            raise LedgerError("window", str(window), expected)
        return asked, None
    windows = [window for _, window in divide_by_question(asked.observations)]
    if window is None and len(windows) > 1:
        expected = f"one of its {len(windows)} windows, as reconcile(ledger).windows(measure) has"
        raise LedgerError("window", window, expected)
    chosen = next(iter(windows), None) if window is None else window
    kept = [
        entry
        for entry in asked
        if isinstance(entry, Notice) or Window(entry.since, entry.as_of) == chosen
    ]
    return Ledger(kept), chosen


def steps(ledger: Ledger) -> Iterator[Sequence[Entry]]:
    """Give a ledger's entries in groups, each of what became known at once."""
    for _, together in groupby(ledger, key=lambda entry: known_from(published(entry))):
        yield list(together)


def new_docket(ledger: Ledger) -> Docket:
    """Give the docket on which a ledger's entries are to be entered."""
    return Docket(asks_ids=any(is_id(target) for notice in ledger.notices for target in notice.of))


def known_from(moment: Moment) -> tuple[datetime, bool]:
    """Tell when `known_at` has what was published then: a span, just before what its end holds."""
    return (moment.end, moment.is_instant)


def known_in_words(moment: Moment) -> str:
    """Say from when what was published then is known: the end of a span."""
    return str(moment) if moment.is_instant else f"end of {moment}"
