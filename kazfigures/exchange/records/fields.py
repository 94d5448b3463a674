"""Record: what the flat form of an entry has, field by field."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

__all__ = [
    "BY",
    "COLUMNS",
    "FIGURE",
    "LISTS",
    "MEASURE",
    "NOTICE_FIELDS",
    "NUMBERS",
    "OBSERVATION_FIELDS",
    "SOURCE",
    "Record",
]

Record: TypeAlias = dict[str, Any]

MEASURE: Final = ("outcome", "population", "place", "event", "unit", "tally", "definition")
OBSERVATION_FIELDS: Final = (
    *("entry", "id", *MEASURE),
    *("wording", "stated", "low", "high", "source", "source_kind", "side", "grade", "via"),
    *("origin", "since", "as_of", "reported", "recorded", "credibility", "url", "note"),
)
NOTICE_FIELDS: Final = (
    *("entry", "id", "notice", "of", "by", "by_kind", "by_side", "by_grade", "at"),
    *("reason", "url", "instead"),
)
COLUMNS: Final = tuple(dict.fromkeys(OBSERVATION_FIELDS + NOTICE_FIELDS))

LISTS: Final = ("via", "of")
FIGURE: Final = ("stated", "low", "high")
NUMBERS: Final = (*FIGURE, "credibility")
SOURCE: Final = ("source", "source_kind", "side", "grade")
BY: Final = ("by", "by_kind", "by_side", "by_grade")
