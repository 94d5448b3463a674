"""Column and Table: what a frame has, described once as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Generic, TypeAlias, TypeVar, final

from attrs import frozen

from kazfigures.moments import Moment
from kazfigures.observations import Word

__all__ = ["Cell", "Column", "Holds", "Table", "flag", "moment", "names", "number", "text"]

Cell: TypeAlias = str | int | bool | datetime | Sequence[str] | None

_Row = TypeVar("_Row")
_Whole = TypeVar("_Whole")


class Holds(Word):
    """What the cells of a column are, in whatever library they stand."""

    TEXT = "text"
    NUMBER = "whole number"
    FLAG = "true or false"
    INSTANT = "instant in UTC"
    NAMES = "list of texts"


@final
@frozen(order=False)
class Column(Generic[_Row]):
    """A column: what it is called, what its cells are, what they mean, and how a row gives one."""

    name: str
    holds: Holds
    meaning: str
    cell: Callable[[_Row], Cell]

    def of(self, part: Callable[[_Whole], _Row]) -> Column[_Whole]:
        """The same column of a table whose rows have such a row as a part."""
        cell = self.cell
        return Column(self.name, self.holds, self.meaning, lambda whole: cell(part(whole)))


@final
@frozen(order=False)
class Table(Generic[_Row]):
    """What a row of a frame is, in words and by its type, and the columns in order."""

    name: str
    row: str
    kinds: tuple[type[_Row], ...]
    columns: tuple[Column[_Row], ...]

    def cells(self, rows: Iterable[_Row]) -> dict[str, list[Cell]]:
        """Give every column's cells by its name."""
        held = list(rows)
        return {column.name: list(map(column.cell, held)) for column in self.columns}

    def __str__(self) -> str:
        """Read as its name."""
        return self.name


def text(name: str, meaning: str, cell: Callable[[_Row], str | None]) -> Column[_Row]:
    """Describe a column of text."""
    return Column(name, Holds.TEXT, meaning, cell)


def number(name: str, meaning: str, cell: Callable[[_Row], int | None]) -> Column[_Row]:
    """Describe a column of whole numbers."""
    return Column(name, Holds.NUMBER, meaning, cell)


def flag(name: str, meaning: str, cell: Callable[[_Row], bool]) -> Column[_Row]:
    """Describe a column of yes and no, in which nothing is missing."""
    return Column(name, Holds.FLAG, meaning, cell)


def names(name: str, meaning: str, cell: Callable[[_Row], Sequence[str]]) -> Column[_Row]:
    """Describe a column of lists, in which nothing is missing."""
    return Column(name, Holds.NAMES, meaning, cell)


def moment(
    name: str, meaning: str, when: Callable[[_Row], Moment | None]
) -> tuple[Column[_Row], ...]:
    """Describe a moment by three columns: as it was written, and the instants it lies between."""

    def written(row: _Row) -> str | None:
        at = when(row)
        return None if at is None else at.text

    def start(row: _Row) -> datetime | None:
        at = when(row)
        return None if at is None else at.start

    def end(row: _Row) -> datetime | None:
        at = when(row)
        return None if at is None else at.end

    return (
        Column(name, Holds.TEXT, meaning, written),
        Column(f"{name}_start", Holds.INSTANT, f"the instant at which `{name}` begins", start),
        Column(f"{name}_end", Holds.INSTANT, f"the instant by which `{name}` is over", end),
    )
