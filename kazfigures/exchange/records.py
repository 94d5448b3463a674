"""Records: observations and notices as flat dicts, JSON Lines and CSV, both ways without loss.

`docs/format.md` describes the form and `ledger.schema.json`, beside this file, states it.
A file is written whole or not at all, and every line that cannot be read is named.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, Final, Literal, TextIO, TypeAlias, TypeVar

from kazfigures import collector
from kazfigures.counts import Count
from kazfigures.errors import FieldError, LedgerError, ObservationError, RecordError, RecordsError
from kazfigures.exchange.files import replacing
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, Observation, Source
from kazfigures.wording import Figure, WordTable, plain

__all__ = ["dump", "from_record", "load", "stream", "to_record"]

Record: TypeAlias = dict[str, Any]
Format: TypeAlias = Literal["jsonl", "csv"]
Place: TypeAlias = str | os.PathLike[str] | TextIO

OBSERVATION_FIELDS: Final = (
    *("entry", "id", "outcome", "population", "place", "event", "unit", "tally", "definition"),
    *("wording", "stated", "low", "high", "source", "source_kind", "side", "grade", "via"),
    *("origin", "since", "as_of", "reported", "recorded", "credibility", "url", "note"),
)
NOTICE_FIELDS: Final = (
    *("entry", "id", "notice", "of", "by", "by_kind", "by_side", "by_grade", "at"),
    *("reason", "url", "instead"),
)
COLUMNS: Final = tuple(dict.fromkeys(OBSERVATION_FIELDS + NOTICE_FIELDS))
FORMATS: Final[Mapping[str, Format]] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}

_LISTS: Final = ("via", "of")
_FIGURE: Final = ("stated", "low", "high")
_NUMBERS: Final = (*_FIGURE, "credibility")
_SOURCE: Final = ("source", "source_kind", "side", "grade")
_BY: Final = ("by", "by_kind", "by_side", "by_grade")
_OPEN: Final = "open"
_GUARD: Final = "'"
_TRIGGERS: Final = tuple("=+-@\t\r'＝＋－＠")  # noqa: RUF001 - the full-width twins run as well
_MOST_KEPT: Final = 2**16
_MOST_DIGITS: Final = 19
_WIDEST_CELL: Final = 2**24


def to_record(entry: Entry) -> Record:
    """Give an observation or a notice as a flat dict of text, numbers, lists and None.

    Fields at their default are left out, but for the figure's.

    >>> notice = Notice("denial", "post of 9 January", "Ministry of Health", "2022-01-09[UTC]")
    >>> to_record(notice)["of"]
    ['post of 9 January']
    """
    if not isinstance(entry, Observation | Notice):
        raise LedgerError("entries", entry, "observations and notices")
    if isinstance(entry, Notice):
        return _without_defaults(
            {
                "entry": "notice",
                "id": entry.id,
                "notice": entry.kind.value,
                "of": list(entry.of),
                **_of_source(_BY, entry.by),
                "at": entry.at.text,
                "reason": entry.reason,
                "url": entry.url,
                "instead": entry.instead,
            }
        )
    measure, figure = entry.measure, entry.figure
    return _without_defaults(
        {
            "entry": "observation",
            "id": entry.id,
            "outcome": measure.outcome,
            "population": measure.population,
            "place": measure.place,
            "event": measure.event,
            "unit": "" if measure.unit == "people" else measure.unit,
            "tally": "" if measure.tally == "cumulative" else measure.tally.value,
            "definition": measure.definition,
            "wording": figure.wording,
            "stated": figure.stated,
            "low": figure.count.low,
            "high": figure.count.high,
            **_of_source(_SOURCE, entry.source),
            "via": list(entry.via),
            "origin": entry.origin,
            **{
                name: None if moment is None else moment.text
                for name, moment in (
                    ("since", entry.since),
                    ("as_of", entry.as_of),
                    ("reported", entry.reported),
                    ("recorded", entry.recorded),
                )
            },
            "credibility": entry.credibility,
            "url": entry.url,
            "note": entry.note,
        }
    )


def _of_source(names: Sequence[str], source: Source) -> Record:
    kind = "" if source.kind == "unknown" else source.kind.value
    return dict(zip(names, (source.name, kind, source.side, source.grade), strict=True))


def _without_defaults(record: Record) -> Record:
    return {
        name: value
        for name, value in record.items()
        if name in _FIGURE or value not in ("", None, [])
    }


def from_record(record: Mapping[str, Any], words: WordTable = plain) -> Entry:
    """Build the observation or notice that a record describes.

    Where a record has neither `stated` nor `low` nor `high`, its wording is read with `words`.
    An `id`, where there is one, must be the id of the content.

    Raises:
        KazfiguresError: naming the first field that cannot be used.
    """
    return _Reader(words).entry(record)


_Value = TypeVar("_Value", bound=Hashable)


class _Reader:
    """Builds entries, and each distinct value that they share only once."""

    def __init__(self, words: WordTable) -> None:
        self._words = words
        self._built: dict[Hashable, Any] = {}

    def entry(self, record: Mapping[str, Any]) -> Entry:
        if not isinstance(record, Mapping):
            raise ObservationError("record", record, "an object of named fields")
        kind = record.get("entry", "observation")
        if kind not in ("observation", "notice"):
            raise ObservationError("entry", kind, "observation or notice")
        fields = OBSERVATION_FIELDS if kind == "observation" else NOTICE_FIELDS
        for name in record:
            if name not in fields:
                raise ObservationError(
                    str(name), record[name], f"a field of {kind}s, one of {fields}"
                )
        entry = self._observation(record) if kind == "observation" else self._notice(record)
        if "id" in record and record["id"] != entry.id:
            expected = f"no id, or that of this content, {entry.id}"
            raise ObservationError("id", record["id"], expected)
        return entry

    def _observation(self, record: Mapping[str, Any]) -> Observation:
        return Observation(
            self._measure(record),
            self._figure(record),
            self._source(record, _SOURCE),
            self._moment(record, "as_of"),
            self._moment(record, "reported"),
            _names(record, "via") if "via" in record else (),
            record.get("origin", ""),
            self._moment_or_none(record, "since"),
            self._moment_or_none(record, "recorded"),
            record.get("url", ""),
            record.get("credibility"),
            record.get("note", ""),
        )

    def _notice(self, record: Mapping[str, Any]) -> Notice:
        with _renamed({"kind": "notice"}):
            return Notice(
                _needed(record, "notice"),
                _names(record, "of"),
                self._source(record, _BY),
                self._moment(record, "at"),
                record.get("reason", ""),
                record.get("url", ""),
                record.get("instead", ""),
            )

    def _once(self, key: Hashable, build: Callable[[], _Value]) -> _Value:
        try:
            found: _Value | None = self._built.get(key)
        except TypeError:  # a list or an object where text belongs: building it says so
            return build()
        if found is not None:
            return found
        if len(self._built) >= _MOST_KEPT:
            self._built.clear()
        built = self._built[key] = build()
        return built

    def _measure(self, record: Mapping[str, Any]) -> Measure:
        said = (
            _needed(record, "outcome"),
            record.get("population", ""),
            record.get("place", ""),
            record.get("event", ""),
            record.get("unit", "people"),
            record.get("tally", "cumulative"),
            record.get("definition", ""),
        )
        return self._once((Measure, said), lambda: Measure(*said))

    def _figure(self, record: Mapping[str, Any]) -> Figure:
        wording = _needed(record, "wording")
        if not any(name in record for name in _FIGURE):
            return self._once((Figure, wording), lambda: Figure.read(wording, self._words))
        low, high = _needed(record, "low"), _needed(record, "high")
        stated = record.get("stated")
        # Types tell 1 from True and 1.0, which are equal as keys.
        kinds = tuple(map(type, (stated, low, high)))
        key = (Figure, wording, stated, low, high, kinds)
        return self._once(key, lambda: Figure(wording, stated, Count(low, high)))

    def _source(self, record: Mapping[str, Any], names: Sequence[str]) -> Source:
        name, kind, side, grade = names
        said = (
            _needed(record, name),
            *(record.get(kind, "unknown"), record.get(side, ""), record.get(grade)),
        )

        def build() -> Source:
            with _renamed({"name": name, "kind": kind, "side": side, "grade": grade}):
                return Source(*said)

        return self._once((Source, said), build)

    def _moment(self, record: Mapping[str, Any], name: str) -> Moment:
        text = _needed(record, name)

        def build() -> Moment:
            with _renamed({"moment": name, "zone": name}):
                return Moment(text)

        return self._once((Moment, text), build)

    def _moment_or_none(self, record: Mapping[str, Any], name: str) -> Moment | None:
        return None if record.get(name) is None else self._moment(record, name)


def _needed(record: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - values check themselves
    if name not in record:
        raise ObservationError(name, None, "a value")
    return record[name]


def _names(record: Mapping[str, Any], name: str) -> list[str]:
    value: list[str] = _needed(record, name)
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise ObservationError(name, value, "a list of names")
    return list(value)


@contextmanager
def _renamed(names: Mapping[str, str]) -> Generator[None, None, None]:
    """Let an error name the record's field, not the value's."""
    try:
        yield
    except FieldError as error:
        error.field = names.get(error.field, error.field)
        raise


def stream(
    source: Place,
    *,
    format: Format | None = None,  # noqa: A002 - what a file has, in every tongue of the trade
    words: WordTable = plain,
) -> Iterator[Entry | RecordError]:
    """Read a file entry by entry: each as it comes, and in its place a RecordError for a fault.

    `source` is a path, whose ending tells the format, or an open text file, which is JSON Lines
    unless `format` says "csv".
    Memory does not grow with the file.
    """
    kind = _format(source, format)
    with _opened(source) as (file, name):
        reader = _Reader(words)
        for line, record in (_csv_records if kind == "csv" else _json_records)(file, name):
            if isinstance(record, RecordError):
                yield record
                continue
            try:
                yield reader.entry(record)
            except FieldError as error:
                yield RecordError(name, line, error.field, error.value, error.expected)


def load(source: Place, *, format: Format | None = None, words: WordTable = plain) -> Ledger:  # noqa: A002
    """Read a file, or an open text file, into a ledger.

    Raises:
        RecordsError: with every fault of the file; `stream` gives what can be read besides.
    """
    entries: list[Entry] = []
    faults: list[RecordError] = []
    with collector.paused():
        for item in stream(source, format=format, words=words):
            if isinstance(item, RecordError):
                faults.append(item)
            else:
                entries.append(item)
        if faults:
            raise RecordsError(tuple(faults))
        return Ledger(entries)


def dump(entries: Iterable[Entry], target: Place, *, format: Format | None = None) -> None:  # noqa: A002
    """Write entries to a path or to an open text file.

    A path is written whole or not at all: until all is safely on disk, an old file stays as it is.
    """
    kind = _format(target, format)
    write: Callable[[TextIO, Iterable[Entry]], None] = _write_csv if kind == "csv" else _write_json
    if isinstance(target, str | os.PathLike):
        with replacing(Path(target)) as file:
            write(file, entries)
    else:
        write(target, entries)


def _format(place: Place, given: str | None) -> Format:
    if given is None and not isinstance(place, str | os.PathLike):
        return "jsonl"
    ending = Path(place).suffix.lower() if isinstance(place, str | os.PathLike) else ""
    kind = FORMATS.get(ending if given is None else f".{given}")
    if kind is None:
        expected = f"a name that ends in {', '.join(FORMATS)}, or a format, jsonl or csv"
        raise ObservationError("format", given or str(place), expected)
    return kind


@contextmanager
def _opened(source: Place) -> Generator[tuple[TextIO, str], None, None]:
    """Open a file so that bytes which are no UTF-8 are refused where they stand."""
    if not isinstance(source, str | os.PathLike):
        yield source, str(getattr(source, "name", "input"))
        return
    path = Path(source)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        yield file, str(source)


def _json_records(file: Iterable[str], name: str) -> Iterator[tuple[int, Record | RecordError]]:
    for line, text in enumerate(file, start=1):
        if not text.strip():
            continue
        try:
            yield line, _DECODER.decode(text)
        except json.JSONDecodeError as error:
            expected = f"JSON ({error.msg.removesuffix(' at')} at column {error.colno})"
            yield line, RecordError(name, line, "record", text, expected)
        except FieldError as error:
            yield line, RecordError(name, line, error.field, error.value, error.expected)
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


def _csv_records(file: IO[str], name: str) -> Iterator[tuple[int, Record | RecordError]]:
    import csv  # noqa: PLC0415 - most ledgers are JSON Lines

    if csv.field_size_limit() < _WIDEST_CELL:  # a limit of the process, raised and left so
        csv.field_size_limit(_WIDEST_CELL)
    rows = csv.reader(file, strict=True)
    columns: list[str] | None = None
    while True:
        line = rows.line_num + 1
        fault = partial(RecordError, name, line)
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, fault("row", None, f"a row of quoted or plain cells ({error})")
            continue
        if not row:
            continue
        if columns is None:
            columns = row
            strange = [column for column in columns if column not in COLUMNS]
            if strange or len(set(columns)) != len(columns):
                yield line, fault("header", strange or columns, f"columns of {', '.join(COLUMNS)}")
                return
        elif len(row) != len(columns):
            yield line, fault("row", f"{len(row)} cells", f"{len(columns)} cells, one a column")
        else:
            try:
                yield line, _uncelled(dict(zip(columns, row, strict=True)))
            except FieldError as error:
                yield line, fault(error.field, error.value, error.expected)


def _uncelled(cells: Mapping[str, str]) -> Record:
    record: Record = {}
    for name, cell in cells.items():
        text = cell.removeprefix(_GUARD)
        if name in _LISTS:
            if text:
                record[name] = _split(text)
        elif name == "high" and text == _OPEN:
            record[name] = None
        elif name in _NUMBERS:
            if text:
                record[name] = _number(name, text)
        elif text:
            record[name] = text
    return record


def _number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        expected = f"plain digits{', or open' if name == 'high' else ''}"
        raise ObservationError(name, text, expected)
    return int(text)


def _cell(value: str | int | list[str] | None) -> str:
    if value is None:
        return ""
    return guarded(str(value) if isinstance(value, str | int) else _joined(value))


def guarded(text: str) -> str:
    """Keep a spreadsheet from running a cell as a formula; reading strips the guard again."""
    return f"{_GUARD}{text}" if text.startswith(_TRIGGERS) else text


def _joined(names: Iterable[str]) -> str:
    return " | ".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)


def _split(text: str) -> list[str]:
    """Undo `_joined`: part at bars that no backslash precedes."""
    names: list[list[str]] = [[]]
    escaped = False
    for character in text:
        if escaped or character not in "\\|":
            names[-1].append(character)
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            names.append([])
    return ["".join(name).strip() for name in names]


def _write_json(file: TextIO, entries: Iterable[Entry]) -> None:
    for entry in entries:
        file.write(json.dumps(to_record(entry), ensure_ascii=False))
        file.write("\n")


def _write_csv(file: TextIO, entries: Iterable[Entry]) -> None:
    import csv  # noqa: PLC0415

    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        record = to_record(entry)
        if "high" in record and record["high"] is None:
            record["high"] = _OPEN
        writer.writerow([_cell(record.get(name)) for name in COLUMNS])
