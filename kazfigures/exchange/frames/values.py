"""Cells as the values that a record has: texts, whole numbers, lists of names, moments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast, final

from attrs import frozen

from kazfigures.errors import MomentError, ObservationError
from kazfigures.exchange.frames.opening import Coarse
from kazfigures.exchange.records.cells import OPEN
from kazfigures.exchange.records.fields import LISTS, NUMBERS
from kazfigures.moments import Moment

__all__ = ["ZONELESS", "Dating", "Value", "value_of"]

Value: TypeAlias = str | int | list[str] | None

ZONELESS: Final = "dates with their zone, or a zone for those that name none (zone=...)"
"""What would be right of a whole column, where no zone was given."""

_MOMENTS: Final = ("since", "as_of", "reported", "recorded", "at")
_EXACT: Final = 2**53
_COARSE: Final = "a whole number below 2**24 where it is a float of 32 bits, or below 2**11 of 16"
_MOST_BITS: Final = 64
_MOST_DIGITS: Final = 19
_MIDNIGHT: Final = time()


@final
@frozen(order=False)
class Dating:
    """How dates are read that name no zone, and those whose day and month could be either."""

    zone: str | None = None
    dayfirst: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a zone that there is not."""
        if self.zone is not None:
            Moment.read("2000", zone=self.zone)


def value_of(name: str, dating: Dating) -> Callable[[Any], Value]:
    """Give the function that turns a cell into the value of a field, and a blank one into None.

    Where a cell holds something else, the function raises an ObservationError or a MomentError.
    """

    def value(cell: Any) -> Value:  # noqa: ANN401 - whatever a frame holds
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return None
        if name in _MOMENTS:
            return _moment(name, cell, dating)
        if name in NUMBERS:
            return _number(name, cell)
        return _names(name, cell) if name in LISTS else _text(name, cell)

    return value


def _text(name: str, cell: object) -> str | int:
    """Take words, and a number that stands where they belong; that of a figure stays a number."""
    if isinstance(cell, str):
        return cell
    number = _whole(cell)
    if number is None:
        raise ObservationError(
            name, cell, _COARSE if isinstance(cell, Coarse) else "text, or a whole number"
        )
    return number if name == "wording" else str(number)


def _number(name: str, cell: object) -> str | int:
    if name == "high" and cell == OPEN:
        return OPEN
    number = _digits(cell) if isinstance(cell, str) else _whole(cell)
    if number is None:
        expected = "a whole number, and below 2**53 where it is a float"
        raise ObservationError(name, cell, _COARSE if isinstance(cell, Coarse) else expected)
    return number


def _digits(text: str) -> int | None:
    plain = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if plain else None


def _whole(cell: Any) -> int | None:  # noqa: ANN401 - whatever a frame holds
    """Give the whole number that a cell holds, be it as a float; None where it holds none.

    From 2**53 on, floats leave numbers out, and one may stand for another; short ones before.
    """
    if type(cell) is int:
        return cell if cell.bit_length() <= _MOST_BITS else None
    is_float = isinstance(cell, float) and not isinstance(cell, Coarse)
    is_number = is_float or (isinstance(cell, Decimal) and cell.is_finite())
    is_whole = is_number and -_EXACT < cell < _EXACT and int(cell) == cell
    return int(cell) if is_whole else None


def _names(name: str, cell: object) -> list[str]:
    if isinstance(cell, str):
        return [cell]
    if not isinstance(cell, list | tuple):
        raise ObservationError(name, cell, "a name, or a list of names")
    return [*cast("Sequence[str]", cell)]


def _moment(name: str, cell: object, dating: Dating) -> str:
    if isinstance(cell, Moment):
        return cell.text
    if isinstance(cell, datetime) and cell.utcoffset() is not None:
        return Moment.at(cell).text
    if isinstance(cell, datetime) and cell.time() == _MIDNIGHT:  # so frames keep a day
        cell = cell.date()
    if isinstance(cell, date):
        cell = cell.isoformat()
    if not isinstance(cell, str):
        raise ObservationError(name, cell, "a date, a time, or the text of one")
    try:
        return Moment.read(cell, zone=dating.zone, dayfirst=dating.dayfirst).text
    except MomentError:
        if dating.zone is None and _reads_in_a_zone(cell, dating):
            raise ObservationError(name, cell, ZONELESS) from None
        raise


def _reads_in_a_zone(text: str, dating: Dating) -> bool:
    try:
        Moment.read(text, zone="UTC", dayfirst=dating.dayfirst)
    except MomentError:
        return False
    return True
