"""Opened: the columns of any frame, as plain cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from math import isnan
from typing import Any, Final, final

import narwhals as nw
from arro3 import core
from attrs import frozen

from kazfigures.errors import FrameError

__all__ = ["Coarse", "Opened", "opened"]

_NARWHALS: Final[Any] = nw  # whose types name libraries that need not be here
_CORE: Final[Any] = core

_EXPECTED: Final = (
    "a frame of pandas, polars, pyarrow, DuckDB or another library that narwhals knows, or a table "
    "with __arrow_c_stream__"
)
_PLAIN: Final = frozenset({str, int, bool, datetime})
_BITS: Final[Mapping[str, int]] = {"Float16": 16, "Float32": 32}
_EXACT_BELOW: Final[Mapping[int, float]] = {16: 2.0**11, 32: 2.0**24}


@final
class Coarse(float):
    """A float of 16 or 32 bits, so large that it may stand for a number that is not its own."""


@final
@frozen(order=False)
class Opened:
    """A frame by its columns; a missing cell is None, whatever its library writes for one."""

    columns: tuple[str, ...]
    rows: int
    cells: Callable[[str], list[object]]


def opened(frame: object) -> Opened:
    """Open a frame of whichever library.

    A plan is carried out first.
    Whatever gives an Arrow stream is read by that, but for pandas, which gives one only where
    pyarrow is, and polars, which gives none of Python's own objects: narwhals reads these.

    Raises:
        FrameError: for what is no frame, and for one with two columns of a name.
    """
    try:
        known = _NARWHALS.from_native(frame, pass_through=True)
    except nw.exceptions.DuplicateError:
        raise _twice(frame) from None
    if isinstance(known, _NARWHALS.LazyFrame) and not hasattr(frame, "__arrow_c_stream__"):
        known = known.collect()
    if not isinstance(known, _NARWHALS.DataFrame):
        known = frame
    elif not known.implementation.is_pyarrow():
        return _of_series(known)
    if not hasattr(known, "__arrow_c_stream__"):
        raise FrameError("frame", frame, _EXPECTED)
    return _of_stream(known)


def _twice(frame: object) -> FrameError:
    return FrameError("frame", frame, "a frame whose columns each have a name of their own")


def _of_series(frame: Any) -> Opened:  # noqa: ANN401 - a frame of narwhals
    named = {str(column): column for column in frame.columns}

    def cells(column: str) -> list[object]:
        series = frame.get_column(named[column])
        plain = [
            None if is_missing else _plain(cell)
            for cell, is_missing in zip(series.to_list(), series.is_null().to_list(), strict=True)
        ]
        return _of_bits(_BITS.get(str(series.dtype), 64), plain)

    return Opened(tuple(named), len(frame), cells)


def _of_stream(frame: object) -> Opened:
    try:
        table = _CORE.Table.from_arrow(frame)
    except (TypeError, ValueError) as error:  # a single column has a stream too, and so has a type
        raise FrameError("frame", frame, _EXPECTED) from error
    columns: tuple[str, ...] = tuple(table.column_names)
    if len(set(columns)) < len(columns):
        raise _twice(frame)

    def cells(column: str) -> list[object]:
        holds = table.schema.field(column).type
        bits = holds.bit_width if _CORE.DataType.is_floating(holds) else 64
        return _of_bits(bits, list(map(_plain, table[column].to_pylist())))

    return Opened(columns, table.num_rows, cells)


def _of_bits(bits: int, cells: list[object]) -> list[object]:
    """Mark the floats that so few bits cannot hold for certain."""
    below = _EXACT_BELOW.get(bits)
    if below is None:
        return cells
    return [
        Coarse(cell) if isinstance(cell, float) and not -below < cell < below else cell
        for cell in cells
    ]


def _plain(cell: Any) -> object:  # noqa: ANN401 - whatever a frame holds
    """Give a cell in the types of Python."""
    if type(cell) in _PLAIN or cell is None:
        return cell
    if isinstance(cell, float):
        return None if isnan(cell) else float(cell)
    if isinstance(cell, datetime):  # of pandas, which counts nanoseconds
        return datetime.combine(cell.date(), cell.time(), cell.tzinfo)
    if not hasattr(cell, "tolist"):
        return cell
    plain: object = cell.tolist()  # of numpy
    return _of_bits(cell.itemsize * 8, [plain])[0] if isinstance(plain, float) else plain
