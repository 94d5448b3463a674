"""Store: a ledger in a database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from types import TracebackType
from typing import Self, Unpack, final

from attrs import frozen

from kazfigures import collector
from kazfigures.errors import LedgerError
from kazfigures.exchange.records import Reader
from kazfigures.exchange.store.chains import Seal
from kazfigures.exchange.store.databases import Database
from kazfigures.exchange.store.tables import Tables, known
from kazfigures.exchange.store.verifying import verified
from kazfigures.ledgers import Ledger, Narrowing, Where, in_order, moment_of
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, NoticeKind, Observation, is_id
from kazfigures.wording import plain

__all__ = ["Appended", "Store"]


@final
@frozen(order=False)
class Appended:
    """What became of a batch: the entries that are new, and how many were there already.

    One that stands twice in its batch is new once, and known once.
    """

    new: tuple[Entry, ...]
    known: int

    def __str__(self) -> str:
        """Read as one line."""
        return f"{len(self.new):,} new, {self.known:,} already there"


@final
class Store:
    """A ledger in a database: batches of entries are added to it, and nothing is ever changed.

    A batch is kept whole, and is safely on disk when `append` returns.
    An entry that is there already is not kept twice, so a batch can be sent again.
    Use it as a context manager, or `close` it.
    """

    def __init__(self, database: Database) -> None:
        """Keep the ledger in a database; see `open_ledger`."""
        self._database = database
        self._tables = Tables(database)

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Add a batch of entries, all of them or none.

        Raises:
            LedgerError: for what is no entry, or corrections that would run in a circle.
            StoreError: where the database cannot take the batch; nothing of it is then kept, or all
                where a disk fails at the very end. Send it again.
        """
        if not isinstance(entries, Iterable):
            raise LedgerError("entries", entries, "observations and notices")
        batch = list(entries)
        given: dict[str, Entry] = {}
        for entry in batch:
            if type(entry) is not Observation and type(entry) is not Notice:
                raise LedgerError("entries", entry, "observations and notices")
            given.setdefault(entry.id, entry)
        if not given:
            return Appended((), 0)
        with self._database.writing():
            present = self._tables.present(given)
            new = tuple(entry for id_, entry in given.items() if id_ not in present)
            self._refuse_circles(new)
            self._tables.add(new)
        return Appended(new, len(batch) - len(new))

    def ledger(self, *, known_at: Moment | str | None = None, **where: Unpack[Narrowing]) -> Ledger:
        """Give what `Ledger.where` and `Ledger.known_at` give of all that is stored.

        A question about what is counted, and about when it was known, is answered from indexes.
        """
        asked = Where(**where)
        then = None if known_at is None else moment_of(known_at)
        with collector.paused():
            found = self._tables.asked_for(asked, then) if where else self.stream(known_at=then)
            return Ledger.of_canonical(tuple(in_order(found)))

    def stream(self, *, known_at: Moment | str | None = None) -> Iterator[Entry]:
        """Go through the entries in the order in which they were added.

        What is added meanwhile is not gone through, nobody is kept from writing, and memory does
        not grow.
        """
        then = None if known_at is None else moment_of(known_at)
        reader = Reader(plain)
        for rows in self._tables.pages(then):
            yield from known(self._tables.entries(rows, reader), then)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All that is counted here, each once, sorted by outcome, population, place and so on."""
        return tuple(self._tables.measures())

    def entry(self, id: str) -> Entry:  # noqa: A002 - what entries call it
        """Give the entry of an id.

        Raises:
            LedgerError: where there is none.
        """
        rows = self._tables.by_ids([id]) if isinstance(id, str) and is_id(id) else []
        for found in self._tables.entries(rows, Reader(plain)):
            return found
        raise LedgerError("id", id, "the id of an entry in the store")

    @property
    def seal(self) -> Seal:
        """What the store is known by as it stands now."""
        return self._tables.seal()

    def verify(self, seal: Seal | None = None) -> Seal:
        """Read all of it, hold every entry against its id and its link, and give the seal.

        With a `seal` that was written down earlier, also hold that what it stood for is unchanged.

        Raises:
            StoreError: naming the first entry that is not what was added.
            LedgerError: for a `seal` that is none, such as the text of one (see `Seal.read`).
        """
        if seal is not None and not isinstance(seal, Seal):
            raise LedgerError("seal", seal, "a Seal; Seal.read takes the text of one")
        return verified(self._tables, seal)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        """Use it until the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the database."""
        self.close()

    def __len__(self) -> int:
        """Count the entries."""
        return self.seal.entries

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries in the order in which they were added."""
        return self.stream()

    def __contains__(self, entry: object) -> bool:
        """Whether this very report or notice, or one of this id, is in the store."""
        id_ = entry.id if isinstance(entry, Observation | Notice) else entry
        return isinstance(id_, str) and is_id(id_) and bool(self._tables.present([id_]))

    def __repr__(self) -> str:
        """Say where it is."""
        return f"<store {self._database.name}>"

    def _refuse_circles(self, new: Sequence[Entry]) -> None:
        """Refuse corrections that lead back to what they correct, through those already stored.

        A ledger refuses them, and what is in the store could not be taken out again.
        """
        corrections = _corrections(new)
        if not corrections:
            return
        rows = self._tables.rows("WHERE notice = :kind", kind=NoticeKind.CORRECTION.value)
        leads = [(entry.of, entry.instead) for entry in corrections]
        leads += [(tuple(json.loads(str(row["of"]))), str(row["instead"])) for row in rows]
        if not _run_in_a_circle(leads):
            return  # as they seldom do; else it counts who may correct what
        corrections += _corrections(self._tables.entries(rows, Reader(plain)))
        reports = self._tables.by_ids({target for entry in corrections for target in entry.of})
        Ledger([*new, *corrections, *self._tables.entries(reports, Reader(plain))])


def _corrections(entries: Iterable[Entry]) -> list[Notice]:
    return [
        entry
        for entry in entries
        if isinstance(entry, Notice) and entry.kind is NoticeKind.CORRECTION
    ]


def _run_in_a_circle(leads: Iterable[tuple[Iterable[str], str]]) -> bool:
    """Whether what is corrected leads back to itself, whoever may correct it."""
    graph: dict[str, set[str]] = {}
    for targets, instead in leads:
        for target in targets:
            graph.setdefault(target, set()).add(instead)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False
