"""A table as a frame of pandas, polars or another library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, Final, cast

import narwhals as nw

from kazfigures import collector
from kazfigures.errors import FrameError
from kazfigures.exchange.frames.arrow import to_arrow
from kazfigures.exchange.frames.columns import Cell, Holds, Table
from kazfigures.exchange.frames.framing import Framed, framed

__all__ = ["to_frame"]

_NARWHALS: Final[Any] = nw  # whose types name libraries that need not be here
_LIBRARIES: Final = ("pandas", "polars", "pyarrow", "modin", "cudf")

_PANDAS_TYPES: Final[Mapping[Holds, str]] = {
    Holds.TEXT: "string",
    Holds.NUMBER: "Int64",
    Holds.FLAG: "bool",
    Holds.INSTANT: "datetime64[us, UTC]",
    Holds.NAMES: "object",
}


def to_frame(
    values: Framed,
    backend: str | ModuleType,
    table: Table[Any] | None = None,
) -> Any:  # noqa: ANN401 - a frame of whichever library is asked for
    """Give values as a frame of the library that `backend` names.

    It is one of pandas, polars, pyarrow, modin and cudf, by its name or as the module.
    A ledger gives a row an observation, estimates and sensitivities a row an estimate, one
    estimate its account (a row a report), a timeline a row a turn, drafts a row a draft, and a list
    a row an element: observations, notices, estimates or findings.
    `table` asks for another table that the values have (`NOTICES` of a ledger, `ESTIMATES` of one
    estimate), and gives an empty list its columns.

    Counts are whole numbers that may be missing, and never floats; instants are in UTC.
    Text that is empty in a value is empty in the frame; what is None there is missing here.

    >>> import kazfigures as kf
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> report = kf.Observation(kf.Measure("detained"), "more than 2,300", "Ministry", day, day)
    >>> to_frame(kf.Ledger([report]), "polars").select("source", "low", "high", "open").rows()
    [('Ministry', 2301, None, True)]

    Raises:
        FrameError: for values that no frame is made of, that do not belong in the `table`, or for
            a library that makes none or is not installed.
    """
    library = nw.Implementation.from_backend(cast("Any", backend))
    if library.value not in _LIBRARIES:
        raise FrameError("backend", backend, f"one of {', '.join(_LIBRARIES)}")
    chosen, rows = framed(values, table)
    try:
        module: Any = library.to_native_namespace()
        if library.is_pandas() or library.is_modin():
            return _in_pandas(module, chosen, rows)
        return _NARWHALS.from_arrow(to_arrow(rows, chosen), backend=library).to_native()
    except ModuleNotFoundError as error:
        raise FrameError(
            "backend", library.value, f"a library that is installed (pip install {library.value})"
        ) from error


def _in_pandas(pandas: Any, table: Table[Any], rows: Sequence[Any]) -> Any:  # noqa: ANN401
    """Build a frame column by column, since pandas takes Arrow only where pyarrow is installed.

    The types that know a missing value are asked for by name: left alone, pandas makes floats of
    whole numbers of which one is missing, and 2**53 + 1 is not what it was.
    """
    with collector.paused():
        cells = table.cells(rows)
        return pandas.DataFrame(
            {
                column.name: pandas.Series(
                    _lists(cells[column.name])
                    if column.holds is Holds.NAMES
                    else cells[column.name],
                    dtype=_PANDAS_TYPES[column.holds],
                )
                for column in table.columns
            }
        )


def _lists(cells: Sequence[Cell]) -> list[list[str]]:
    return [list(cell) for cell in cells if isinstance(cell, Sequence)]
