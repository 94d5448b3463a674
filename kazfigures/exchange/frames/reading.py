"""from_frame: a ledger from a frame of any library, as a codebook says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kazfigures import collector
from kazfigures.errors import FrameError, ObservationError, RecordError, RecordsError
from kazfigures.exchange.frames.codebooks import Codebook, cell
from kazfigures.exchange.frames.columns import Table
from kazfigures.exchange.frames.opening import Opened, opened
from kazfigures.exchange.frames.rows import Rows
from kazfigures.exchange.frames.tables import NOTICES, OBSERVATIONS
from kazfigures.exchange.frames.values import Dating
from kazfigures.exchange.records import NOTICE_FIELDS, OBSERVATION_FIELDS, Reader, Record
from kazfigures.exchange.records.cells import OPEN
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry
from kazfigures.wording import WordTable, plain

__all__ = ["from_frame"]


def from_frame(  # noqa: PLR0913 - all but two are seldom given
    frame: Any,  # noqa: ANN401 - of whichever library
    codebook: Codebook | Mapping[str, Any] | None = None,
    *,
    notices: Any = None,  # noqa: ANN401
    words: WordTable = plain,
    zone: str | None = None,
    dayfirst: bool | None = None,
) -> Ledger:
    """Read a frame of pandas, polars, pyarrow, DuckDB or any library that gives Arrow.

    `codebook` says which columns give which fields; the fields alone are enough where a row has one
    figure.
    Without it the columns are those of `to_frame`, and what that made of a ledger is read back:
    `from_frame(observations, notices=notices)`, or either alone.

    Wordings without numbers are read with `words`; dates that name no zone are of `zone`, and
    `dayfirst` says how 05/01/2022 is meant.
    A time without a zone that stands at midnight is a day, since that is how frames keep days.
    A whole number may stand as a float, below 2**53; below 2**24 as one of 32 bits, 2**11 of 16.
    A row gives no observation of a figure whose cells are missing: what is not reported is not
    zero.

    >>> import kazfigures as kf
    >>> from kazfigures.exchange.frames import to_frame
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> report = kf.Observation(kf.Measure("detained"), "more than 2,300", "Ministry", day, day)
    >>> from_frame(to_frame([report], "pandas")) == kf.Ledger([report])
    True

    Raises:
        RecordsError: with every fault: the row from 1, or 0 where it is one of all rows, the
            column, and the cell.
        FrameError: for what is no frame, or no codebook.
        MomentError: for a zone that there is not.
        LedgerError: for corrections that run in a circle.
    """
    given = [(frame, codebook)] if notices is None else [(frame, codebook), (notices, None)]
    entries: list[Entry] = []
    faults: list[RecordError] = []
    reader = Reader(words)
    with collector.paused():
        for one, explained in given:
            columns = opened(one)
            book = _book(explained, columns)
            dating = Dating(book.zone if zone is None else zone, dayfirst)
            rows = Rows(book.name, columns, dating, reader)
            if explained is None:
                rows.refuse_columns_besides(_table(columns))
            for figure in book.figures:
                entries += rows.entries(figure, every=explained is None)
            faults += rows.faults
        if faults:
            raise RecordsError(tuple(faults))
        return Ledger(entries)


def _book(codebook: Codebook | Mapping[str, Any] | None, frame: Opened) -> Codebook:
    if codebook is None:
        return _own_book(frame)
    if isinstance(codebook, Mapping):
        return Codebook("frame", [codebook])
    if not isinstance(codebook, Codebook):
        raise FrameError("codebook", codebook, "a Codebook, or the fields of one figure a row")
    return codebook


def _table(frame: Opened) -> Table[Any]:
    return NOTICES if "notice" in frame.columns else OBSERVATIONS


def _own_book(frame: Opened) -> Codebook:
    """Describe a frame that has the columns of `to_frame`."""
    table = _table(frame)
    known, needed = (
        (NOTICE_FIELDS, ("of", "by", "at"))
        if table is NOTICES
        else (OBSERVATION_FIELDS, ("outcome", "wording", "source", "as_of", "reported"))
    )
    fields: Record = {name: cell(name) for name in known if name in (*frame.columns, *needed)}
    if {"high", "open"} <= set(frame.columns):
        fields["high"] = cell("high", "open", read=_high)
    if table is NOTICES:
        fields["entry"] = "notice"
    return Codebook(table.name, [fields])


def _high(high: object, is_open: object) -> object:
    """Tell a high end that is open from one that is missing."""
    if is_open is not True:
        return high
    if high is not None:
        raise ObservationError("high", high, "no number where the end is open")
    return OPEN
