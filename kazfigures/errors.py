"""What went wrong, as fields.

Disagreement between reports is never an error; these are for input that cannot be used.
Every error is a `KazfiguresError`, and so a `ValueError`; its text names the field, quotes the
input (shortened when long) and says what would be right.
Errors compare by their fields.
"""

from __future__ import annotations

from typing import Any

from attrs import define

__all__ = [
    "AliasError",
    "CountError",
    "ExtraError",
    "FieldError",
    "FrameError",
    "KazfiguresError",
    "LedgerError",
    "MomentError",
    "ObservationError",
    "PartitionError",
    "RecordError",
    "RecordsError",
    "RuleError",
    "StoreError",
    "WordingError",
]

_QUOTED = 120


def quote(value: object) -> str:
    """The input as an error shows it: its repr, cut where it is long."""
    if isinstance(value, str) and len(value) > _QUOTED:
        return f"{value[:_QUOTED]!r}... ({len(value):,} characters)"
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # a number of too many digits, a list of too many lists
        return f"something of type {type(value).__name__} that is too long to print"
    return text if len(text) <= 2 * _QUOTED else f"{text[:_QUOTED]}..."


def _named(field: str) -> str:
    """A field as an error names it: as it is, or quoted where a stranger made up its name."""
    return field if field.isprintable() and len(field) <= _QUOTED else quote(field)


class KazfiguresError(ValueError):
    """Anything this library refuses."""

    def __eq__(self, other: object) -> bool:
        """Say the same of the same kind of fault; attrs leaves exceptions without this."""
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Follow `==`: a field may hold what has no hash."""
        return hash(type(self))


@define(slots=False)
class FieldError(KazfiguresError):
    """A value that a field cannot take: the field, the value, and what would be right."""

    field: str
    value: Any
    expected: str

    def __str__(self) -> str:
        """Read as one sentence."""
        return f"{_named(self.field)}: expected {self.expected}, not {quote(self.value)}"

    def at(self, file: str, line: int) -> RecordError:
        """Say the same of a record, with its file and line."""
        return RecordError(file, line, self.field, self.value, self.expected)


class CountError(FieldError):
    """A count that is no set of whole numbers."""


class WordingError(FieldError):
    """Words that state no count, or more than one."""


class MomentError(FieldError):
    """A moment that cannot be placed on the time line without guessing."""


class ObservationError(FieldError):
    """A measure, source, observation or notice with a field that cannot be used."""


class FrameError(FieldError):
    """What no data frame is made of, a library that makes none, or what is no frame or codebook."""


class AliasError(FieldError):
    """Names that cannot be meant as one."""


class LedgerError(FieldError):
    """Entries or questions that a ledger cannot take."""


class PartitionError(FieldError):
    """Measures that cannot be disjoint parts of a whole."""


class RuleError(FieldError):
    """A rule that was put together, named or applied wrongly."""


@define(slots=False)
class RecordError(KazfiguresError):
    """A record that cannot be read: the file, its line, the field, the value and what is wrong."""

    file: str
    line: int
    field: str
    value: Any
    expected: str

    def __str__(self) -> str:
        """Read as compilers do, place first."""
        fault = f"expected {self.expected}, not {quote(self.value)}"
        return f"{self.file}:{self.line}: {_named(self.field)}: {fault}"


@define(slots=False)
class RecordsError(KazfiguresError):
    """Every fault of a file, found in one reading."""

    faults: tuple[RecordError, ...]

    def __str__(self) -> str:
        """Give one line a fault."""
        records = len({(fault.file, fault.line) for fault in self.faults})
        noun = "record" if records == 1 else "records"
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        return f"{records} {noun} cannot be read:\n{lines}"


@define(slots=False)
class StoreError(KazfiguresError):
    """A store that cannot be opened, written or trusted: which one, and what is wrong with it."""

    store: str
    problem: str

    def __str__(self) -> str:
        """Read as one sentence."""
        return f"{self.store}: {self.problem}"


@define(slots=False)
class ExtraError(KazfiguresError, ImportError):
    """A part of the library whose extra is not installed."""

    extra: str
    purpose: str

    def __str__(self) -> str:
        """Say what to install."""
        install = f"pip install 'kazfigures[{self.extra}]'"
        return f"{self.purpose} needs the extra {self.extra!r}: {install}"
