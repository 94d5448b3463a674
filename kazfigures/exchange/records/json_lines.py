"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from kazfigures.errors import FieldError, ObservationError, RecordError
from kazfigures.exchange.records.fields import Record
from kazfigures.exchange.records.writing import to_record
from kazfigures.observations import Entry

__all__ = ["json_records", "write_json"]


def json_records(file: Iterable[str], name: str) -> Iterator[tuple[int, Record | RecordError]]:
    """Read the objects of a file, each with its line, and a fault for what is none."""
    for line, text in enumerate(file, start=1):
        if not text.strip():
            continue
        try:
            yield line, _DECODER.decode(text)
        except json.JSONDecodeError as error:
            expected = f"JSON ({error.msg.removesuffix(' at')} at column {error.colno})"
            yield line, RecordError(name, line, "record", text, expected)
        except FieldError as error:
            yield line, error.at(name, line)
        except (ValueError, RecursionError):
            expected = "JSON with numbers of a few digits and no deep nesting"
            yield line, RecordError(name, line, "record", text, expected)


def _object(pairs: list[tuple[str, Any]]) -> Record:
    built = dict(pairs)
    if len(built) != len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise ObservationError(twice, built[twice], "a field that stands only once")
    return built


def _constant(text: str) -> None:
    raise ObservationError("record", text, "a whole number or null")


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def write_json(file: TextIO, entries: Iterable[Entry]) -> None:
    """Write a line an entry."""
    for entry in entries:
        file.write(json.dumps(to_record(entry), ensure_ascii=False))
        file.write("\n")
