"""Entries as flat dicts."""

from __future__ import annotations

from collections.abc import Sequence

from kazfigures.errors import LedgerError
from kazfigures.exchange.records.fields import BY, FIGURE, SOURCE, Record
from kazfigures.observations import Entry, Notice, Observation, Source

__all__ = ["to_record"]


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
                **_of_source(BY, entry.by),
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
            **_of_source(SOURCE, entry.source),
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
        if name in FIGURE or value not in ("", None, [])
    }
