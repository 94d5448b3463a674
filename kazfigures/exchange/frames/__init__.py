"""Ledgers and answers as data frames of pandas, polars and others (the extra `frames`).

`to_frame` gives a frame of the library that is named, `to_arrow` an Arrow table for any other, and
`from_frame` reads a frame: one of these, or any that a `Codebook` explains.
The tables below say what the columns are; a frame holds one kind of row, so a ledger's notices
are a frame of their own, and join its observations by `id`.
"""

from kazfigures.errors import ExtraError

try:
    from kazfigures.exchange.frames.arrow import to_arrow
    from kazfigures.exchange.frames.native import to_frame
    from kazfigures.exchange.frames.reading import from_frame
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in ("arro3", "narwhals"):
        raise
    raise ExtraError("frames", "opening data frames") from error

from kazfigures.exchange.frames.codebooks import Cells, Codebook, cell, path
from kazfigures.exchange.frames.columns import Column, Holds, Table
from kazfigures.exchange.frames.datasets import (
    acled,
    iraq_body_count,
    maverick,
    palestine_datasets,
    ucdp_ged,
)
from kazfigures.exchange.frames.framing import Framed
from kazfigures.exchange.frames.tables import (
    ACCOUNT,
    DRAFTS,
    ESTIMATES,
    FINDINGS,
    NOTICES,
    OBSERVATIONS,
    TABLES,
    TURNS,
)

__all__ = [
    "ACCOUNT",
    "DRAFTS",
    "ESTIMATES",
    "FINDINGS",
    "NOTICES",
    "OBSERVATIONS",
    "TABLES",
    "TURNS",
    "Cells",
    "Codebook",
    "Column",
    "Framed",
    "Holds",
    "Table",
    "acled",
    "cell",
    "from_frame",
    "iraq_body_count",
    "maverick",
    "palestine_datasets",
    "path",
    "to_arrow",
    "to_frame",
    "ucdp_ged",
]
