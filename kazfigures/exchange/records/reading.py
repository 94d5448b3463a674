"""Reader: builds entries from flat dicts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from kazfigures.counts import Count
from kazfigures.errors import FieldError, ObservationError, quote
from kazfigures.exchange.records.fields import BY, FIGURE, NOTICE_FIELDS, OBSERVATION_FIELDS, SOURCE
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, Observation, Source
from kazfigures.wording import Figure, WordTable, plain

__all__ = ["Reader", "from_record"]

_MOST_KEPT: Final = 2**16


def from_record(record: Mapping[str, Any], words: WordTable = plain) -> Entry:
    """Build the observation or notice that a record describes.

    Where a record has neither `stated` nor `low` nor `high`, its wording is read with `words`.
    An `id`, where there is one, must be the id of the content.

    Raises:
        KazfiguresError: naming the first field that cannot be used.
    """
    return Reader(words).entry(record)


_Value = TypeVar("_Value", bound=Hashable)


class Reader:
    """Builds entries, and each distinct value that they share only once."""

    def __init__(self, words: WordTable) -> None:
        self._words = words
        self._built: dict[Hashable, Any] = {}

    def entry(self, record: Mapping[str, Any]) -> Entry:
        """Build the observation or notice that a record describes."""
        if not isinstance(record, Mapping):
            raise ObservationError("record", record, "an object of named fields")
        kind = record.get("entry", "observation")
        if kind not in ("observation", "notice"):
            raise ObservationError("entry", kind, "observation or notice")
        fields = OBSERVATION_FIELDS if kind == "observation" else NOTICE_FIELDS
        for name in record:
            if name not in fields:
                named = name if isinstance(name, str) else quote(name)
                expected = f"a field of {kind}s, one of {fields}"
                raise ObservationError(named, record[name], expected)
        entry = self._observation(record) if kind == "observation" else self._notice(record)
        if "id" in record and record["id"] != entry.id:
            expected = f"no id, or that of this content, {entry.id}"
            raise ObservationError("id", record["id"], expected)
        return entry

    def _observation(self, record: Mapping[str, Any]) -> Observation:
        return Observation(
            self._measure(record),
            self._figure(record),
            self._source(record, SOURCE),
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
                self._source(record, BY),
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
        if not any(name in record for name in FIGURE):
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
