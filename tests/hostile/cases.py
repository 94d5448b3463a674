"""The tables of hostile input: one row a case, and what each must get.

A row of a table of fields has a name, the field that the value is put in, the value as JSON, and
what it must get: `=` and what is kept, as JSON, or `!` and the field that the error names, a colon,
and a phrase of what it says would be right.
Of a wording, what is kept is the number stated and the two ends of the count.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from kazfigures.exchange.records import NOTICE_FIELDS, OBSERVATION_FIELDS, to_record
from kazfigures.observations import Entry

FOLDER: Final = Path(__file__).parent
FIELD_TABLES: Final = (
    *("digits", "grouping", "sizes", "wordings", "times", "zone_names", "kinds", "characters"),
    *("values",),
)
DAY: Final = "2022-01-07[Asia/Almaty]"
SAID: Final[Mapping[str, Any]] = {
    "outcome": "killed",
    "wording": "18 officers",
    "source": "Interior Ministry",
    "as_of": DAY,
    "reported": DAY,
}
TOOK_BACK: Final[Mapping[str, Any]] = {
    "entry": "notice",
    "notice": "denial",
    "of": ["post of 9 January"],
    "by": "Ministry of Health",
    "at": DAY,
}
BESIDE: Final[Mapping[str, Mapping[str, Any]]] = {
    "as_of": {"reported": "2100[UTC]"},
    "reported": {"as_of": "1900[UTC]"},
    "since": {"tally": "increment", "as_of": "2100[UTC]", "reported": "2100[UTC]"},
    "instead": {"notice": "correction"},
    "stated": {"low": 0, "high": None},
    "low": {"high": None},
    "high": {"low": 0},
}
"""What a record needs besides, for a field to be judged alone."""


class Refused(NamedTuple):
    """The field that an error names, and what it says would be right."""

    field: str
    expected: str


class Case(NamedTuple):
    """A value in a field, and what it must get."""

    name: str
    field: str
    value: Any
    gets: str

    @property
    def record(self) -> dict[str, Any]:
        """A record that is good but for this value."""
        is_of_notices = self.field in NOTICE_FIELDS and self.field not in OBSERVATION_FIELDS
        base = TOOK_BACK if is_of_notices else SAID
        return {**base, **BESIDE.get(self.field, {}), self.field: self.value}

    def fault(self, outcome: Entry | Refused) -> str:
        """Say how an outcome is another than this must get; nothing where it is as it must be."""
        if self.gets.startswith("="):
            if isinstance(outcome, Refused):
                return f"{self.name}: refused, {outcome}"
            kept, wanted = self.kept(outcome), json.loads(self.gets[1:])
            return "" if kept == wanted else f"{self.name}: {kept!r} is kept, not {wanted!r}"
        field, _, phrase = self.gets[1:].partition(": ")
        if not isinstance(outcome, Refused):
            return f"{self.name}: accepted as {self.kept(outcome)!r}"
        is_right = outcome.field == field and phrase in outcome.expected
        return "" if is_right else f"{self.name}: {outcome}, not {field}: {phrase}"

    def kept(self, entry: Entry) -> Any:  # noqa: ANN401 - whatever a field may hold
        record = to_record(entry)
        if self.field == "wording":
            return [record[name] for name in ("stated", "low", "high")]
        return record.get(self.field)


def rows(table: str) -> list[list[str]]:
    """Give the rows of a table, without its header."""
    text = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8")
    return [row.split("\t") for row in text.split("\n")[1:] if row]


def field_cases(table: str) -> Sequence[Case]:
    """Give the cases of a table of fields."""
    return [Case(name, field, json.loads(value), gets) for name, field, value, gets in rows(table)]
