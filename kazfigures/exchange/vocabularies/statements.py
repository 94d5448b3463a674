"""Statements: a ledger as FollowTheMoney has it, for investigative tools such as OpenAleph.

What is counted is an Event, a claimant a LegalEntity, and a report a link from one to the other.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final, TypeAlias, final
from urllib.parse import urlparse

from attrs import frozen

from kazfigures.errors import LedgerError, ObservationError
from kazfigures.exchange.vocabularies.claimants import sort_of
from kazfigures.exchange.vocabularies.dates import told_date
from kazfigures.exchange.vocabularies.identifiers import of_claimant, of_measure
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Notice, Observation, Source, SourceKind
from kazfigures.rules.pipeline import by_target, called, divide_by_question
from kazfigures.rules.screens import withdrawn

__all__ = ["to_statements"]

_Values: TypeAlias = Sequence[tuple[str, str]]
"""Properties and their values, as the ledger has them."""

_DATASET: Final = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*", re.ASCII)
_HOST: Final = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")
_SPACES: Final = frozenset({"Zs", "Zl", "Zp"})
_ALSO_A_SPACE: Final = "\u0a00"  # which FollowTheMoney takes for one
_LONGEST: Final = {"name": 384, "sourceUrl": 4096, "summary": 65_000, "description": 65_000}
_LONGEST_OTHER: Final = 1024


@final
@frozen(order=False)
class _Entity:
    """Some of what is stated of an entity, and when the newsroom logged where it is from."""

    id: str
    schema: str
    values: _Values
    logged: Moment | None


def to_statements(ledger: Ledger, *, dataset: str) -> list[dict[str, Any]]:
    """Give a ledger as FollowTheMoney statements, those of one entity together.

    Written one JSON object a line, they are what `ftm aggregate-statements` reads.
    What is counted is an Event.
    A claimant is an Organization or a Person where its kind says so, and else a LegalEntity.
    A report is an UnknownLink from its claimant to the Event, with the role "reported figure", and
    a notice is one with the role "retraction", "denial" or "correction".
    Values are as FollowTheMoney cleans them, and `original_value` keeps what that changes.
    `first_seen` and `last_seen` are when the newsroom logged the reports that a statement is drawn
    from, where that is known to the minute for each of them.

    Raises:
        ObservationError: where `dataset` is no name such as `january_2022`.

    >>> from kazfigures.observations import Measure
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> said = Observation(Measure("killed"), "18 officers", "Interior Ministry", day, day)
    >>> statements = to_statements(Ledger([said]), dataset="january_2022")
    >>> [one["value"] for one in statements if one["prop"] == "summary"]
    ['18 officers']
    """
    if not isinstance(ledger, Ledger):
        raise LedgerError("ledger", ledger, "a Ledger")
    if not isinstance(dataset, str) or not _DATASET.fullmatch(dataset):
        expected = "small letters and digits, with single underscores between them"
        raise ObservationError("dataset", dataset, expected)
    rows: dict[tuple[str, bool, str, str], dict[str, Any]] = {}
    logged: dict[tuple[str, bool, str, str], list[Moment | None]] = {}
    for entity in _entities(ledger):
        for name, given in (("id", entity.id), *entity.values):
            value = _cleaned(name, given) or (entity.id if name == "name" else "")
            if value:
                key = (entity.id, name != "id", name, value)
                if key not in rows:
                    rows[key] = _row(dataset, entity, name, value, given)
                    logged[key] = []
                logged[key].append(entity.logged)
    return [rows[key] | _seen(logged[key]) for key in sorted(rows)]


def _row(dataset: str, entity: _Entity, name: str, value: str, given: str) -> dict[str, Any]:
    """Give a statement under the id that FollowTheMoney gives it."""
    key = f"{dataset}.{entity.id}.{name}.{value}".encode()
    return {
        "canonical_id": entity.id,
        "entity_id": entity.id,
        "prop": name,
        "schema": entity.schema,
        "value": value,
        "dataset": dataset,
        "lang": None,
        "original_value": None if given == value else given,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": None,
        "id": hashlib.sha1(key, usedforsecurity=False).hexdigest(),
    }


def _seen(logged: Sequence[Moment | None]) -> dict[str, str]:
    """Say when something was logged first and last; nothing where that is not known of all."""
    instants = [moment.start for moment in logged if moment is not None and moment.is_instant]
    if len(instants) < len(logged):
        return {}
    first, last = min(instants), max(instants)
    return {"first_seen": _utc(first), "last_seen": _utc(last)}


def _entities(ledger: Ledger) -> Iterator[_Entity]:
    """Give what the reports and notices state, entity by entity, the same ones again and again."""
    notices = by_target(ledger.notices)
    schemata = _schemata(ledger)
    reached: dict[str, set[str]] = {}
    for asked in divide_by_question(ledger.observations).values():
        testimonies = called(asked, notices)
        back = {gone.observation.id: gone.reason.value for gone in withdrawn(testimonies)[1]}
        for testimony in testimonies:
            report = testimony.observation
            yield _event(report)
            yield _claimant(report.source, schemata, report.recorded)
            yield _report(report, back.get(report.id, ""))
            for notice in testimony.notices:
                reached.setdefault(notice.id, set()).add(of_measure(report.measure))
    for notice in ledger.notices:
        if notice.id in reached:
            yield _claimant(notice.by, schemata, None)
            yield _notice(notice, sorted(reached[notice.id]))


def _schemata(ledger: Ledger) -> dict[str, str]:
    """Give the schema of each claimant, which must be one however many kinds it is given."""
    sources = [*(report.source for report in ledger.observations), *(n.by for n in ledger.notices)]
    sorts: dict[str, set[str]] = {}
    for source in sources:
        sort = sort_of(source)
        sorts.setdefault(source.identity, set()).update([sort] if sort else [])
    return {
        claimant: told.pop() if len(told) == 1 else "LegalEntity"
        for claimant, told in sorts.items()
    }


def _event(report: Observation) -> _Entity:
    measure = report.measure
    said = [("name", str(measure)), ("summary", measure.event)]
    return _Entity(_id(of_measure(measure)), "Event", said, report.recorded)


def _claimant(source: Source, schemata: dict[str, str], logged: Moment | None) -> _Entity:
    kind = "" if source.kind is SourceKind.UNKNOWN else source.kind.value
    said = [("name", source.name), ("classification", kind), ("keywords", source.side)]
    schema = schemata[source.identity]
    return _Entity(_id(of_claimant(source)), schema, said, logged)


def _report(report: Observation, status: str) -> _Entity:
    since = _date(report.since) if report.since else ""
    logged = _date(report.recorded) if report.recorded else ""
    published = f"{report.attribution}, reported {report.reported}"
    said = [
        ("subject", _id(of_claimant(report.source))),
        ("object", _id(of_measure(report.measure))),
        ("role", "reported figure"),
        ("status", status),
        ("summary", report.figure.wording),
        ("description", f"{report.figure.count}: {published}"),
        ("description", report.note),
        ("startDate", since),
        ("date", _date(report.as_of)),
        ("retrievedAt", logged),
        ("publisher", report.via[-1] if report.via else ""),
        *_address(report.url),
        ("recordId", report.id),
    ]
    return _Entity(_id(f"report-{report.id}"), "UnknownLink", said, report.recorded)


def _notice(notice: Notice, measures: Sequence[str]) -> _Entity:
    instead = f", in its place {notice.instead}" if notice.instead else ""
    said = [
        ("subject", _id(of_claimant(notice.by))),
        *(("object", _id(measure)) for measure in measures),
        ("role", notice.kind.value),
        ("summary", notice.reason),
        ("description", f"of {', '.join(notice.of)}{instead}"),
        ("date", _date(notice.at)),
        *_address(notice.url),
        ("recordId", notice.id),
    ]
    return _Entity(_id(f"notice-{notice.id}"), "UnknownLink", said, None)


def _id(name: str) -> str:
    return f"kf-{name}"


def _address(url: str) -> _Values:
    """Give an address as a link where FollowTheMoney takes it for one, and else as a text."""
    return [("sourceUrl" if _link(url) else "description", url)] if url else []


def _link(url: str) -> str:
    """Give an address in the form that FollowTheMoney writes; nothing where it may take none."""
    try:
        parts = urlparse(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # a port that is no number, brackets that are no address
        return ""
    if not _HOST.fullmatch(host) or _visible(url) != url:
        return ""
    link = parts._replace(path=parts.path or "/").geturl()
    return link if len(link) <= _LONGEST["sourceUrl"] else ""


def _date(moment: Moment) -> str:
    """Give an instant in UTC, and of a span the date on the clocks that it was told by."""
    return _utc(moment.start) if moment.is_instant else told_date(moment)


def _utc(instant: datetime) -> str:
    return instant.replace(tzinfo=None).isoformat(timespec="seconds")


def _cleaned(name: str, given: str) -> str:
    """Give a value as FollowTheMoney would clean it, cut to the longest that it takes."""
    if name == "sourceUrl":
        return _link(given)
    text = _visible(given)[: _LONGEST.get(name, _LONGEST_OTHER)].strip()
    return _unquoted(text) if name == "name" else text


def _visible(text: str) -> str:
    """Take out the marks that nobody sees, and write every space alike."""
    if text.isascii():
        return text.strip()
    seen = (
        " " if unicodedata.category(letter) in _SPACES or letter == _ALSO_A_SPACE else letter
        for letter in text
        if unicodedata.category(letter) != "Cf"
    )
    return unicodedata.normalize("NFC", "".join(seen)).strip()


def _unquoted(name: str) -> str:
    """Take off the quotes around a whole name."""
    name = " ".join(name.split())
    while len(name) > 1 and name[0] in "\"'" and name[-1] in "\"'":
        name = name[1:-1].strip()
    return name
