"""A table as Arrow, which every library of frames takes without a copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, chain
from typing import Any, Final, cast

from arro3 import core
from arro3.core import Array, DataType, Field, Schema
from arro3.core import Table as ArrowTable

from kazfigures import collector
from kazfigures.exchange.frames.columns import Cell, Holds, Table
from kazfigures.exchange.frames.framing import Framed, framed

__all__ = ["to_arrow"]

_CORE: Final[Any] = core  # some of whose types name libraries that need not be here
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

_TYPES: Final[Mapping[Holds, DataType]] = {
    Holds.TEXT: DataType.string(),
    Holds.NUMBER: DataType.int64(),
    Holds.FLAG: DataType.bool(),
    Holds.INSTANT: DataType.timestamp("us", tz="UTC"),
    Holds.NAMES: DataType.list(Field("item", DataType.string())),
}


def to_arrow(values: Framed, table: Table[Any] | None = None) -> ArrowTable:
    """Give values as an Arrow table, for any library that reads `__arrow_c_stream__`.

    Rows and columns are those of `to_frame`.

    Raises:
        FrameError: for values that no frame is made of, or that do not belong in the `table`.
    """
    chosen, rows = framed(values, table)
    with collector.paused():
        cells = chosen.cells(rows)
        schema = Schema([Field(column.name, _TYPES[column.holds]) for column in chosen.columns])
        arrays = [_ARRAYS[column.holds](cells[column.name]) for column in chosen.columns]
        made: ArrowTable = _CORE.Table.from_arrays(arrays, schema=schema)
        return made


def _plain(kind: Holds) -> Callable[[Sequence[Cell]], Array]:
    def array(cells: Sequence[Cell]) -> Array:
        return Array(cells, type=_TYPES[kind])

    return array


def _instants(cells: Sequence[Cell]) -> Array:
    since = [
        None if cell is None else (cast("datetime", cell) - _EPOCH) // _MICROSECOND
        for cell in cells
    ]
    return Array(since, type=DataType.int64()).cast(_TYPES[Holds.INSTANT])


def _names(cells: Sequence[Cell]) -> Array:
    lists = cast("Sequence[Sequence[str]]", cells)
    ends = [0, *accumulate(map(len, lists))]
    held = list(chain.from_iterable(lists))
    array: Array = _CORE.list_array(
        Array(ends, type=DataType.int32()),
        Array(held, type=DataType.string()),
        type=_TYPES[Holds.NAMES],
    )
    return array


_ARRAYS: Final[Mapping[Holds, Callable[[Sequence[Cell]], Array]]] = {
    Holds.TEXT: _plain(Holds.TEXT),
    Holds.NUMBER: _plain(Holds.NUMBER),
    Holds.FLAG: _plain(Holds.FLAG),
    Holds.INSTANT: _instants,
    Holds.NAMES: _names,
}
