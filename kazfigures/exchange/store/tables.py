"""Tables: what is asked of a store's two tables, and how rows become entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, final

from attrs import frozen

from kazfigures.errors import ObservationError, StoreError
from kazfigures.exchange.records import Reader
from kazfigures.exchange.records.fields import MEASURE
from kazfigures.exchange.store.chains import BEGINNING, Seal
from kazfigures.exchange.store.databases import Database
from kazfigures.exchange.store.rows import (
    STORED,
    Row,
    entry_of,
    instant,
    key_of,
    measure_of,
    measure_row,
    row_of,
    seal_of,
)
from kazfigures.ledgers import Where, is_known
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Observation, said_of
from kazfigures.wording import plain

__all__ = ["Tables", "known"]

_PAGE: Final = 1_000
_MEASURE: Final = ("key", *MEASURE)


@final
@frozen(order=False, eq=False)
class Tables:
    """The tables `entries` and `measures` of a database."""

    database: Database

    def untrusted(self, problem: str) -> StoreError:
        """Name the store, and what is wrong with it."""
        return StoreError(self.database.name, problem)

    def seal(self) -> Seal:
        """Give what the store is known by as it stands now."""
        for seq, chain in self.database.rows(
            "SELECT seq, chain FROM entries ORDER BY seq DESC LIMIT 1"
        ):
            return Seal(seq, chain)
        return BEGINNING

    def pages(self, then: Moment | None = None) -> Iterator[list[Row]]:
        """Give all that is stored now, or of that what may have been known then, by the thousand.

        Nothing is held open between two pages.
        """
        after, until = 0, self.seal().entries
        in_time, told = _in_time(until, then)
        page = f"WHERE seq > :after {in_time} ORDER BY seq LIMIT {_PAGE}"
        while after < until:
            rows = self.rows(page, after=after, **told)
            if not rows:
                return
            yield rows
            after = int(rows[-1]["seq"] or until)

    def rows(self, condition: str, **parameters: Any) -> list[Row]:  # noqa: ANN401
        """Give the entries' rows of which a condition holds."""
        columns = _listed(STORED)
        return _named(
            STORED, self.database.rows(f"SELECT {columns} FROM entries {condition}", **parameters)
        )

    def entries(self, rows: Sequence[Row], reader: Reader) -> Iterator[Entry]:
        """Build the entries that rows hold.

        Raises:
            StoreError: naming the first that holds none.
        """
        counted = self.measure_rows(
            {str(row["measure"]) for row in rows if row["measure"] is not None}
        )
        for row in rows:
            try:
                yield entry_of(row, counted, reader)
            except (LookupError, RecursionError, TypeError, ValueError) as error:
                problem = f"entry {row['seq']} is not what was added: {error}"
                raise self.untrusted(problem) from error

    def asked_for(self, asked: Where, then: Moment | None) -> Iterator[Entry]:
        """Give the notices, and the observations asked for."""
        reader = Reader(plain)
        # The end first: of a batch that comes meanwhile, nothing is to be seen.
        in_time, told = _in_time(self.seal().entries, then)
        rows = self.rows(f"WHERE measure IS NULL {in_time}", **told)
        yield from known(self.entries(rows, reader), then)
        only = asked.measure
        counted = self.measures() if only is None else {only: key_of(only)}
        keys = [key for measure, key in counted.items() if asked.takes_measure(measure)]
        for rows in self._among("entries", "measure", keys, STORED, in_time, **told):
            for entry in known(self.entries(rows, reader), then):
                if isinstance(entry, Observation) and asked.takes(entry):
                    yield entry

    def measures(self) -> dict[Measure, str]:
        """Give every measure, and its key."""
        measures = {measure: str(row["key"]) for measure, row in self.counted()}
        return dict(sorted(measures.items(), key=lambda item: said_of(item[0])))

    def counted(self) -> Iterator[tuple[Measure, Row]]:
        """Give every measure, and its row.

        Raises:
            StoreError: where a row holds none.
        """
        found = self.database.rows(f"SELECT {_listed(_MEASURE)} FROM measures")
        for row in _named(_MEASURE, found):
            try:
                yield measure_of(row), row
            except ObservationError as error:
                problem = f"a measure is not what was added: {error}"
                raise self.untrusted(problem) from error

    def measure_rows(self, keys: Iterable[str]) -> dict[str, Row]:
        """Give the rows of some measures by their keys."""
        return {
            str(row["key"]): row
            for rows in self._among("measures", "key", keys, _MEASURE)
            for row in rows
        }

    def by_ids(self, ids: Iterable[str]) -> list[Row]:
        """Give the rows of the entries that have one of these ids."""
        return [row for rows in self._among("entries", "id", ids, STORED) for row in rows]

    def present(self, ids: Iterable[str]) -> set[str]:
        """Give those of some ids that are there."""
        return self._there("entries", "id", ids)

    def add(self, entries: Sequence[Entry]) -> None:
        """Chain entries to those that are there, inside a transaction.

        Raises:
            StoreError: where the database did not keep what it was given.
        """
        counted = {
            str(row["key"]): row
            for row in map(
                measure_row, {one.measure for one in entries if isinstance(one, Observation)}
            )
        }
        there = self._there("measures", "key", counted)
        self._insert("measures", [counted[key] for key in counted if key not in there])
        seal = self.seal()
        rows: list[Row] = []
        for entry in entries:
            rows.append(row_of(entry, seal))
            seal = seal_of(rows[-1])
        self._insert("entries", rows)
        if self.seal() != seal:
            problem = "it did not keep what it was given"
            raise self.untrusted(problem)

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            values = ", ".join(f":{name}" for name in rows[0])
            statement = f"INSERT INTO {table} ({_listed([*rows[0]])}) VALUES ({values})"
            self.database.insert(statement, rows)

    def _there(self, table: str, column: str, values: Iterable[str]) -> set[str]:
        """Give those of some values that a column holds."""
        found = self._among(table, column, values, (column,))
        return {str(row[column]) for rows in found for row in rows}

    def _among(
        self,
        table: str,
        column: str,
        values: Iterable[str],
        asked: Sequence[str],
        condition: str = "",
        **parameters: Any,  # noqa: ANN401
    ) -> Iterator[list[Row]]:
        """Give some columns of the rows that have one of these values in another."""
        wanted = list(values)
        for start in range(0, len(wanted), _PAGE):
            some = {f"v{at}": value for at, value in enumerate(wanted[start : start + _PAGE])}
            among = ", ".join(f":{name}" for name in some)
            statement = (
                f'SELECT {_listed(asked)} FROM {table} WHERE "{column}" IN ({among}) {condition}'
            )
            yield _named(asked, self.database.rows(statement, **some, **parameters))


def known(entries: Iterable[Entry], then: Moment | None) -> Iterator[Entry]:
    """Keep what had come out by a moment, where one is given."""
    return (entry for entry in entries if then is None or is_known(entry, then))


def _in_time(until: int, then: Moment | None) -> tuple[str, dict[str, str | int]]:
    """Give the condition that an entry is one of so many, and may have been known then."""
    if then is None:
        return "AND seq <= :until", {"until": until}
    told: dict[str, str | int] = {"until": until, "then": instant(then)}
    return "AND seq <= :until AND known_from <= :then", told


def _named(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Row]:
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
