"""Which table values belong in, and what its rows are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from kazfigures.audit.findings import Finding
from kazfigures.drafting.drafts.drafts import Drafts
from kazfigures.errors import FrameError
from kazfigures.exchange.frames.columns import Table
from kazfigures.exchange.frames.tables import (
    ACCOUNT,
    DRAFTS,
    ESTIMATES,
    NOTICES,
    OBSERVATIONS,
    TABLES,
    TURNS,
    Drafted,
    Moved,
)
from kazfigures.ledgers import Ledger
from kazfigures.observations import Notice, Observation
from kazfigures.rules.estimates import Estimate, Estimates
from kazfigures.rules.sensitivity import Sensitivities, Sensitivity
from kazfigures.timelines import Timeline

__all__ = ["Framed", "framed"]

Framed: TypeAlias = (
    Ledger
    | Estimates
    | Estimate
    | Timeline
    | Sensitivities
    | Sensitivity
    | Drafts
    | Iterable[Observation]
    | Iterable[Notice]
    | Iterable[Estimate]
    | Iterable[Finding]
)
"""What a frame can be made of."""

_EXPECTED: Final = (
    "a Ledger, Estimates, an Estimate, a Timeline, Sensitivities, a Sensitivity, Drafts, or a list "
    "of observations, notices, estimates or findings, all of one kind"
)


def framed(values: Framed, table: Table[Any] | None) -> tuple[Table[Any], Sequence[Any]]:
    """Give the table that values belong in, or the one asked for, and its rows."""
    if table is not None and not isinstance(table, Table):
        raise FrameError("table", table, f"one of {', '.join(map(str, TABLES))}")
    able = _tables_of(values)
    if not able:  # an empty list could become any
        if table is None:
            raise FrameError("table", None, "the table whose columns an empty list has")
        return table, ()
    for one, rows in able:
        if table is None or table is one:
            return one, rows
    raise FrameError("table", str(table), f"one of {', '.join(str(one) for one, _ in able)}")


def _tables_of(values: Framed) -> list[tuple[Table[Any], Sequence[Any]]]:
    """Give every table that values can become, the usual one first."""
    able: list[tuple[Table[Any], Sequence[Any]]]
    match values:
        case Ledger():
            able = [(OBSERVATIONS, values.observations), (NOTICES, values.notices)]
        case Estimate():
            able = [(ACCOUNT, (*values.used, *values.set_aside)), (ESTIMATES, (values,))]
        case Estimates() | Sensitivity():
            able = [(ESTIMATES, values.estimates)]
        case Sensitivities():
            able = [(ESTIMATES, [one for asked in values for one in asked.estimates])]
        case Timeline():
            able = [(TURNS, [Moved(values, turn) for turn in values])]
        case Drafts():
            able = [(DRAFTS, [Drafted(values, draft) for draft in values])]
        case _:
            able = _tables_of_rows(values)
    return able


def _tables_of_rows(values: Iterable[Any]) -> list[tuple[Table[Any], Sequence[Any]]]:
    if not isinstance(values, Iterable):
        raise FrameError("values", values, _EXPECTED)
    rows = list(values)
    if not rows:
        return []
    for table in TABLES:
        if all(isinstance(row, table.kinds) for row in rows):
            return [(table, rows)]
    raise FrameError("values", values, _EXPECTED)
