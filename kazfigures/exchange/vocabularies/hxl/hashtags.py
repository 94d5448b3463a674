"""Hashtags: which of them holds what, and the one form of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, final

from attrs import frozen

from kazfigures.errors import LedgerError

__all__ = [
    "AFFECTED",
    "COLUMNS",
    "DATES",
    "HIGH",
    "NEEDED",
    "OPEN_HIGH",
    "OURS",
    "hashtag",
    "steps",
]


@final
@frozen(order=False)
class Column:
    """A hashtag, and what it holds of an observation, of a notice and of an estimate."""

    tag: str
    observation: str = ""
    notice: str = ""
    estimate: str = ""

    @property
    def name(self) -> str:
        """What it holds, where that has one name."""
        return self.observation or self.notice or self.estimate


COLUMNS: Final = (
    Column("#event+name", "event", "", "event"),
    Column("#loc+name", "place", "", "place"),
    Column("#group+name", "population", "", "population"),
    Column("#indicator+name", "outcome", "", "outcome"),
    Column("#indicator+unit", "unit", "", "unit"),
    Column("#indicator+type", "tally", "", "tally"),
    Column("#indicator+definition", "definition", "", "definition"),
    Column("#description+wording", "wording"),
    Column("#indicator+status", "", "", "status"),
    Column("#indicator+num+best", "", "", "best"),
    Column("#indicator+num+stated", "stated"),
    Column("#indicator+num+min", "low", "", "low"),
    Column("#indicator+num+max", "high", "", "high"),
    Column("#date+start", "since", "", "since"),
    Column("#date+end", "as_of", "", "as_of"),
    Column("#date+reported", "reported", "at"),
    Column("#date+recorded", "recorded"),
    Column("#meta+source+name", "source", "by"),
    Column("#meta+source+type", "source_kind", "by_kind"),
    Column("#meta+source+side", "side", "by_side"),
    Column("#meta+source+grade", "grade", "by_grade"),
    Column("#meta+source+list", "", "", "sources"),
    Column("#meta+relays", "via"),
    Column("#meta+statement", "origin"),
    Column("#meta+credibility", "credibility"),
    Column("#meta+url", "url", "url"),
    Column("#meta+note", "note"),
    Column("#meta+notice+type", "", "notice"),
    Column("#meta+notice+of", "", "of"),
    Column("#meta+notice+instead", "", "instead"),
    Column("#meta+notice+reason", "", "reason"),
    Column("#meta+rule", "", "", "rule"),
    Column("#meta+camps", "", "", "camps"),
    Column("#meta+reports+used", "", "", "used"),
    Column("#meta+reports+aside", "", "", "set_aside"),
    Column("#meta+entry", "entry", "entry", "entry"),
    Column("#meta+id", "id", "id"),
)
HIGH: Final = "#indicator+num+max"
OPEN_HIGH: Final = "#indicator+open"
DATES: Final = {
    column.tag: f"#meta+zone+{column.tag.partition('+')[2]}"
    for column in COLUMNS
    if column.tag.startswith("#date")
}
"""For each date the hashtag of its zone, since HXL has only the calendar's part of it as a date."""

AFFECTED: Final = ("killed", "injured", "displaced", "abducted", "infected")
"""The outcomes for people that HXL has an attribute for."""

NEEDED: Final = ("#indicator+name", "#description+wording", "#date+end", "#date+reported")
"""Those that a table has even when it has no row."""

OURS: Final = frozenset((*(column.tag for column in COLUMNS), *DATES.values(), OPEN_HIGH))
_SPELLED: Final = {
    (tag, frozenset(attributes)): "+".join((tag, *attributes))
    for tag, *attributes in (ours.split("+") for ours in OURS)
}
_WORD: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_LONGEST: Final = 200


def hashtag(text: str) -> str:
    """Give the one form of a hashtag, whatever the order of its attributes; "" where it is none."""
    if len(text) > _LONGEST:
        return ""
    tag, *attributes = (part.strip().lower() for part in text.split("+"))
    if tag[:1] != "#" or not all(map(_WORD.fullmatch, (tag[1:], *attributes))):
        return ""
    return _SPELLED.get((tag, frozenset(attributes)), "+".join((tag, *sorted(set(attributes)))))


def steps(places: Sequence[str]) -> list[str]:
    """Give the hashtags for the steps of a place, which are none of ours and differ."""
    found = [hashtag(place) if isinstance(place, str) else "" for place in places]
    for place, step in zip(places, found, strict=True):
        is_taken = step in OURS or step.startswith("#affected") or found.count(step) > 1
        if not step or is_taken:
            raise LedgerError("places", place, "a hashtag such as #adm1+name, each once")
    return found
