"""The two tables of a package: what they weigh, and each field as Table Schema has it.

What a field means and what it may hold is taken from the JSON Schema of the records.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

from kazfigures.exchange.records.cells import OPEN
from kazfigures.exchange.records.fields import LISTS, NOTICE_FIELDS, NUMBERS, OBSERVATION_FIELDS

__all__ = ["DESCRIPTOR", "TABLES", "stated", "table_schema"]

DESCRIPTOR: Final = "datapackage.json"
TABLES: Final = {"observations": OBSERVATION_FIELDS, "notices": NOTICE_FIELDS}
_KINDS: Final = {"observations": "observation", "notices": "notice"}
_ALWAYS_WRITTEN: Final = frozenset({"entry", "id", "low"})
_ID: Final = "[0-9a-f]{16}"
_ZONE: Final = r"([+\-][0-9]{2}:[0-9]{2}|\[[A-Za-z0-9_+:/\-]+\])"
_MOMENT: Final = (
    r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?)?)?)?)?" + _ZONE
)
_PATTERNS: Final = {
    **dict.fromkeys(("id", "instead"), _ID),
    **dict.fromkeys(("since", "as_of", "reported", "recorded", "at"), _MOMENT),
    "url": r"[Hh][Tt][Tt][Pp][Ss]?://\S*",
}


def stated(content: bytes) -> dict[str, int | str]:
    """Give what a package states of the bytes of a table, so that a lost row is noticed."""
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def table_schema(table: str) -> dict[str, Any]:
    """Give the fields of a table, what they may hold, and its key."""
    described = _definitions()[_KINDS[table]]
    needed = _ALWAYS_WRITTEN.union(described["required"])
    return {
        "fields": [
            _field(name, described["properties"][name], is_needed=name in needed)
            for name in TABLES[table]
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _field(name: str, described: dict[str, Any], *, is_needed: bool) -> dict[str, Any]:
    meant = described if "description" in described else _definitions()["url"]
    field: dict[str, Any] = {
        "name": name,
        "type": "integer" if name in NUMBERS else "string",
        "description": meant["description"],
    }
    if name in LISTS:
        field["description"] += "; parted by bars"
    if name == "high":
        field["description"] = f"the highest number that the words allow, or {OPEN}"
        field["missingValues"] = [{"value": ""}, {"value": OPEN, "label": "no highest number"}]
    constraints = _bounds(described)
    if is_needed:
        constraints["required"] = True
    if name in _PATTERNS:
        constraints["pattern"] = _PATTERNS[name]
    return {**field, "constraints": constraints} if constraints else field


def _bounds(described: dict[str, Any]) -> dict[str, Any]:
    """Give the words or the range that a field keeps to."""
    words = [described["const"]] if "const" in described else described.get("enum", [])
    numbers = [one for one in (described, *described.get("anyOf", ())) if "minimum" in one]
    return {
        **({"enum": [word for word in words if word is not None]} if words else {}),
        **{end: one[end] for one in numbers for end in ("minimum", "maximum")},
    }


@cache
def _definitions() -> dict[str, Any]:
    text = files("kazfigures.exchange").joinpath("ledger.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)["$defs"]
    return found
