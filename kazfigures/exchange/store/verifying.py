"""Verifying: that a store holds what was added to it, and nothing else."""

from __future__ import annotations

from typing import Final

from kazfigures.errors import quote
from kazfigures.exchange.records import Reader
from kazfigures.exchange.store.chains import BEGINNING, Seal
from kazfigures.exchange.store.rows import STORED, Row, measure_row, row_of, seal_of
from kazfigures.exchange.store.tables import Tables
from kazfigures.wording import plain

__all__ = ["verified"]

_UNCOUNTED: Final = """
SELECT "key" FROM measures
WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries."measure" = measures."key")
"""


def verified(tables: Tables, seal: Seal | None) -> Seal:
    """Hold every entry against its id and its link, and give the seal; see `Store.verify`."""
    reached, reader = BEGINNING, Reader(plain)
    is_sealed = seal in (None, reached)
    for rows in tables.pages():
        for row, entry in zip(rows, tables.entries(rows, reader), strict=True):
            reached = _followed(tables, reached, row, row_of(entry, reached))
            is_sealed = is_sealed or reached == seal
    if seal is not None and not is_sealed:
        problem = f"it is not what was sealed as {seal}; it holds {reached.entries:,} entries"
        raise tables.untrusted(problem)
    _verify_rest(tables)
    return reached


def _followed(tables: Tables, reached: Seal, row: Row, expected: Row) -> Seal:
    """Hold that a row is what its entry makes after all before it, and give the seal with it."""
    for name in STORED:
        if row[name] != expected[name]:
            problem = (
                f"entry {reached.entries + 1} is not what was added: its {name} is "
                f"{quote(row[name])}, and by all the rest {quote(expected[name])}"
            )
            raise tables.untrusted(problem)
    return seal_of(expected)


def _verify_rest(tables: Tables) -> None:
    """Hold that nothing stands outside the chain that a question or another tool would find."""
    tables.database.check()
    for seq, id_ in tables.database.rows("SELECT seq, id FROM entries WHERE seq < 1"):
        problem = f"entry {seq}, {id_}, was never added"
        raise tables.untrusted(problem)
    for measure, row in tables.counted():
        if row != measure_row(measure):
            problem = f"measure {row['key']} is not what was added"
            raise tables.untrusted(problem)
    for (key,) in tables.database.rows(_UNCOUNTED):
        problem = f"measure {key} was never added"
        raise tables.untrusted(problem)
