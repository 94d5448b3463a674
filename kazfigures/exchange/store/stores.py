"""Store: a ledger in a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Final, Self, Unpack, final

from attrs import frozen

from kazfigures import collector
from kazfigures.errors import LedgerError, ObservationError, StoreError, quote
from kazfigures.exchange.records import Reader
from kazfigures.exchange.store.chains import BEGINNING, Seal
from kazfigures.exchange.store.databases import Database
from kazfigures.exchange.store.rows import (
    COUNTED,
    STORED,
    Row,
    entry_of,
    instant,
    key_of,
    measure_of,
    measure_row,
    row_of,
)
from kazfigures.ledgers import Ledger, Narrowing, Where, in_order, is_known, moment_of
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, NoticeKind, Observation, is_id
from kazfigures.wording import plain

__all__ = ["Appended", "Store"]

_PAGE: Final = 1_000
_NEVER: Final = "9999"  # sorts after every instant
_UNCOUNTED: Final = (
    'SELECT "key" FROM measures WHERE NOT EXISTS '
    '(SELECT 1 FROM entries WHERE entries."measure" = measures."key")'
)
_COLUMNS: Final = ", ".join(f'"{name}"' for name in STORED)


@final
@frozen(order=False)
class Appended:
    """What became of a batch: the entries that are new, and how many were there already."""

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

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Add a batch of entries, all of them or none.

        Raises:
            LedgerError: for what is no entry, or corrections that would run in a circle.
            StoreError: where the database cannot take the batch, of which nothing is then kept.
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
            present = self._present("entries", "id", given)
            new = tuple(entry for id_, entry in given.items() if id_ not in present)
            self._refuse_circles(new)
            self._insert_measures(new)
            rows = list(_chained(self.seal, new))
            self._database.insert("entries", rows)
            if rows and self.seal.chain != rows[-1]["chain"]:
                problem = "it did not keep what it was given"
                raise self._untrusted(problem)
        return Appended(new, len(batch) - len(new))

    def ledger(self, *, known_at: Moment | str | None = None, **where: Unpack[Narrowing]) -> Ledger:
        """Give what `Ledger.where` and `Ledger.known_at` give of all that is stored.

        A question about what is counted, and about when it was known, is answered from indexes.
        """
        asked = Where(**where)
        then = None if known_at is None else moment_of(known_at)
        with collector.paused():
            found = self._asked_for(asked, then) if where else self.stream(known_at=then)
            return Ledger.of_canonical(tuple(in_order(found)))

    def stream(self, *, known_at: Moment | str | None = None) -> Iterator[Entry]:
        """Go through the entries in the order in which they were added.

        What is added meanwhile is not gone through, nobody is kept from writing, and memory does
        not grow.
        """
        then = None if known_at is None else moment_of(known_at)
        reader = Reader(plain)
        for rows in self._pages("" if then is None else "AND known_from <= :then", then):
            yield from _known(self._entries(rows, reader), then)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All that is counted here, each once, sorted by outcome, population, place and so on."""
        return tuple(self._measures())

    def entry(self, id: str) -> Entry:  # noqa: A002 - what entries call it
        """Give the entry of an id.

        Raises:
            LedgerError: where there is none.
        """
        rows = self._rows("WHERE id = :id", id=id) if isinstance(id, str) and is_id(id) else []
        for found in self._entries(rows, Reader(plain)):
            return found
        raise LedgerError("id", id, "the id of an entry in the store")

    @property
    def seal(self) -> Seal:
        """What the store is known by as it stands now."""
        for seq, chain in self._database.rows(
            "SELECT seq, chain FROM entries ORDER BY seq DESC LIMIT 1"
        ):
            return Seal(seq, chain)
        return BEGINNING

    def verify(self, seal: Seal | None = None) -> Seal:
        """Read all of it, hold every entry against its id and its link, and give the seal.

        With a `seal` that was written down earlier, also hold that what it stood for is unchanged.

        Raises:
            StoreError: naming the first entry that is not what was added.
            LedgerError: for a `seal` that is none, such as the text of one (see `Seal.read`).
        """
        if seal is not None and not isinstance(seal, Seal):
            raise LedgerError("seal", seal, "a Seal; Seal.read takes the text of one")
        reached, reader = BEGINNING, Reader(plain)
        is_sealed = seal in (None, reached)
        for rows in self._pages():
            for row, entry in zip(rows, self._entries(rows, reader), strict=True):
                expected = row_of(entry, reached)
                for name in STORED:
                    if row[name] != expected[name]:
                        problem = (
                            f"entry {reached.entries + 1} is not what was added: its {name} is "
                            f"{quote(row[name])}, and by all the rest {quote(expected[name])}"
                        )
                        raise self._untrusted(problem)
                reached = Seal(reached.entries + 1, str(expected["chain"]))
                is_sealed = is_sealed or reached == seal
        if seal is not None and not is_sealed:
            problem = f"it is not what was sealed as {seal}; it holds {reached.entries:,} entries"
            raise self._untrusted(problem)
        self._verify_rest()
        return reached

    def _verify_rest(self) -> None:
        """Hold that nothing stands outside the chain that a question or another tool would find."""
        self._database.check()
        for seq, id_ in self._database.rows("SELECT seq, id FROM entries WHERE seq < 1"):
            problem = f"entry {seq}, {id_}, was never added"
            raise self._untrusted(problem)
        measures = self._measures()
        counted = self._counted(measures.values())
        for measure, key in measures.items():
            if counted[key] != measure_row(measure):
                problem = f"measure {key} is not what was added"
                raise self._untrusted(problem)
        for (key,) in self._database.rows(_UNCOUNTED):
            problem = f"measure {key} was never added"
            raise self._untrusted(problem)

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
        return isinstance(id_, str) and is_id(id_) and bool(self._present("entries", "id", [id_]))

    def __repr__(self) -> str:
        """Say where it is."""
        return f"<store {self._database.name}>"

    def _untrusted(self, problem: str) -> StoreError:
        return StoreError(self._database.name, problem)

    def _rows(self, condition: str, **parameters: Any) -> list[Row]:  # noqa: ANN401
        found = self._database.rows(f"SELECT {_COLUMNS} FROM entries {condition}", **parameters)
        return [dict(zip(STORED, row, strict=True)) for row in found]

    def _pages(self, condition: str = "", then: Moment | None = None) -> Iterator[list[Row]]:
        """Give all that is stored now, a thousand entries at a time."""
        after, until = 0, self.seal.entries
        parameters = {} if then is None else {"then": instant(then)}
        page = f"WHERE seq > :after AND seq <= :until {condition} ORDER BY seq LIMIT {_PAGE}"
        while after < until:
            rows = self._rows(page, after=after, until=until, **parameters)
            if not rows:
                return
            yield rows
            after = int(rows[-1]["seq"] or until)

    def _entries(self, rows: Sequence[Row], reader: Reader) -> Iterator[Entry]:
        keys = {str(row["measure"]) for row in rows if row["measure"] is not None}
        counted = self._counted(keys)
        for row in rows:
            try:
                yield entry_of(row, counted, reader)
            except (LookupError, RecursionError, TypeError, ValueError) as error:
                problem = f"entry {row['seq']} is not what was added: {error}"
                raise self._untrusted(problem) from error

    def _counted(self, keys: Iterable[str]) -> dict[str, Row]:
        """Give the rows of some measures by their keys."""
        columns = ("key", *COUNTED)
        return {
            row[0]: dict(zip(columns, row, strict=True))
            for row in self._among("measures", "key", keys, columns)
        }

    def _measures(self) -> dict[Measure, str]:
        """Give every measure, and its key."""
        columns = ", ".join(f'"{name}"' for name in (*COUNTED, "key"))
        found = self._database.rows(f"SELECT {columns} FROM measures")
        try:
            return {measure_of(row): row[-1] for row in sorted(map(tuple, found))}
        except ObservationError as error:
            problem = f"a measure is not what was added: {error}"
            raise self._untrusted(problem) from error

    def _asked_for(self, asked: Where, then: Moment | None) -> Iterator[Entry]:
        """Give the notices, and the observations asked for, measure by measure."""
        reader = Reader(plain)
        # The end first: of a batch that comes meanwhile, nothing is to be seen.
        until = {"until": self.seal.entries, "then": _NEVER if then is None else instant(then)}
        only = asked.measure
        counted = self._measures() if only is None else {only: key_of(only)}
        keys = [key for measure, key in counted.items() if asked.takes_measure(measure)]
        told = "AND known_from <= :then AND seq <= :until"
        rows = self._rows(f"WHERE measure IS NULL {told}", **until)
        yield from _known(self._entries(rows, reader), then)
        for start in range(0, len(keys), _PAGE):
            some = keys[start : start + _PAGE]
            found = self._among("entries", "measure", some, STORED, told, **until)
            rows = [dict(zip(STORED, row, strict=True)) for row in found]
            for entry in _known(self._entries(rows, reader), then):
                if isinstance(entry, Observation) and asked.takes(entry):
                    yield entry

    def _among(
        self,
        table: str,
        column: str,
        values: Iterable[str],
        asked: Sequence[str],
        condition: str = "",
        **parameters: Any,  # noqa: ANN401
    ) -> Iterator[Sequence[Any]]:
        """Give some columns of the rows that have one of these values in another."""
        wanted = list(values)
        columns = ", ".join(f'"{name}"' for name in asked)
        for start in range(0, len(wanted), _PAGE):
            some = {
                f"v{number}": value for number, value in enumerate(wanted[start : start + _PAGE])
            }
            among = ", ".join(f":{name}" for name in some)
            yield from self._database.rows(
                f"SELECT {columns} FROM {table} WHERE {column} IN ({among}) {condition}",
                **some,
                **parameters,
            )

    def _present(self, table: str, column: str, values: Iterable[str]) -> set[str]:
        return {value for (value,) in self._among(table, column, values, [column])}

    def _insert_measures(self, entries: Iterable[Entry]) -> None:
        counted = {one.measure for one in entries if isinstance(one, Observation)}
        rows = {str(row["key"]): row for row in map(measure_row, counted)}
        present = self._present("measures", "key", rows)
        missing = [row for key, row in rows.items() if key not in present]
        self._database.insert("measures", missing)

    def _refuse_circles(self, new: Sequence[Entry]) -> None:
        """Refuse corrections that lead back to what they correct, through those already stored.

        A ledger refuses them, and what is in the store could not be taken out again.
        """
        if not any(_is_correction(entry) for entry in new):
            return
        rows = self._rows("WHERE notice = :kind", kind=NoticeKind.CORRECTION.value)
        corrections = [*self._entries(rows, Reader(plain)), *new]
        targets = {
            target for entry in corrections if isinstance(entry, Notice) for target in entry.of
        }
        found = self._among("entries", "id", targets, STORED)
        reports = self._entries(
            [dict(zip(STORED, row, strict=True)) for row in found], Reader(plain)
        )
        Ledger([*corrections, *reports])


def _is_correction(entry: Entry) -> bool:
    return isinstance(entry, Notice) and entry.kind is NoticeKind.CORRECTION


def _chained(seal: Seal, entries: Iterable[Entry]) -> Iterator[Row]:
    for entry in entries:
        row = row_of(entry, seal)
        seal = Seal(seal.entries + 1, str(row["chain"]))
        yield row


def _known(entries: Iterable[Entry], then: Moment | None) -> Iterator[Entry]:
    return (entry for entry in entries if then is None or is_known(entry, then))
