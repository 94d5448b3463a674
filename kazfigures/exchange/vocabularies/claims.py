"""Claims: observations as schema.org has them, for pages, search engines and fact-checkers.

A Claim is what one claimant says of one measure as of one moment, and its appearances are the
tellings: relays of one origin are one Claim.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias, final

from attrs import frozen

from kazfigures.audit.relays import grouped, nearest, relayed
from kazfigures.errors import LedgerError, ObservationError
from kazfigures.exchange.vocabularies.claimants import sort_of
from kazfigures.exchange.vocabularies.dates import told
from kazfigures.exchange.vocabularies.identifiers import hashed, of_claimant
from kazfigures.ledgers import Ledger
from kazfigures.markup import Fragment
from kazfigures.observations import Notice, NoticeKind, Observation, Source
from kazfigures.rules.pipeline import by_target, called, divide_by_question
from kazfigures.rules.screens import withdrawn
from kazfigures.rules.testimonies import Testimony

__all__ = ["to_claims", "to_script"]

Node: TypeAlias = dict[str, Any]
"""A thing as JSON-LD has it."""

_CONTEXT: Final = {"@vocab": "https://schema.org/"}
_URN: Final = "urn:kazfigures:"
_OF_ADDRESSES: Final = frozenset(string.ascii_letters + string.digits + ":/?#[]@!$&'()*+,;=%-._~")
_ENDINGS: Final = ("/", "#", "=")
_OUT_OF_SCRIPTS: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@final
@frozen(order=False)
class _Statement:
    """What is to be one Claim: the tellings of one statement, and the one nearest its origin."""

    tellings: tuple[Testimony, ...]
    head: Observation

    @property
    def notices(self) -> list[Notice]:
        """The notices about any of its tellings, each once, in order."""
        bearing = [notice for telling in self.tellings for notice in telling.notices]
        return sorted({notice.id: notice for notice in bearing}.values(), key=_publication)

    @cached_property
    def reached(self) -> Mapping[str, list[str]]:
        """The ids of the tellings that each notice is about, by its own."""
        ids: dict[str, list[str]] = {}
        for telling in self.tellings:
            for notice in dict.fromkeys(one.id for one in telling.notices):
                ids.setdefault(notice, []).append(telling.observation.id)
        return ids

    @property
    def status(self) -> str | None:
        """In a word, what took back every telling; None while any stands."""
        kept, gone = withdrawn(self.tellings)
        return None if kept else gone[0].reason.value


def to_claims(ledger: Ledger, *, base: str = "") -> list[Node]:
    """Give a ledger as schema.org Claims: JSON-LD that needs nothing fetched to be read.

    A Claim has the id and the words of its telling nearest the origin.
    Claims come in the order in which their first tellings stand in the ledger.
    `base` is the address below which the newsroom publishes them, `https://desk.example/claims/`;
    without one a Claim is `urn:kazfigures:` and its id.
    A notice becomes a Comment and a correction a CorrectionComment; neither is a review.

    Raises:
        ObservationError: where `base` is no address that ends in `/`, `#` or `=`.

    >>> from kazfigures.observations import Measure
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> said = Observation(Measure("killed"), "18 officers", "Interior Ministry", day, day)
    >>> [claim] = to_claims(Ledger([said]))
    >>> claim["text"]
    '18 officers: killed, as of 7 January 2022'
    """
    if not isinstance(ledger, Ledger):
        raise LedgerError("ledger", ledger, "a Ledger")
    space = _URN if base == "" else _checked(base)
    statements = _statements(ledger)
    claims = {
        telling.observation.id: f"{space}{statement.head.id}"
        for statement in statements
        for telling in statement.tellings
    }
    return [_claim(statement, space, claims) for statement in statements]


def to_script(claims: Iterable[Mapping[str, Any]]) -> Fragment:
    r"""Give Claims as a script element to put in a page; no text in them can end it.

    Template engines such as Jinja take it as it is, and `str()` gives its HTML.

    >>> print(to_script([{"text": "</script>"}]))
    <script type="application/ld+json">[{"text": "\u003c/script\u003e"}]</script>
    """
    text = json.dumps(list(claims), ensure_ascii=False).translate(_OUT_OF_SCRIPTS)
    return Fragment(f'<script type="application/ld+json">{text}</script>')


def _checked(base: str) -> str:
    """Refuse what an id cannot be put behind."""
    plain = isinstance(base, str) and _OF_ADDRESSES.issuperset(base)
    if not plain or not base.startswith(("http://", "https://")) or not base.endswith(_ENDINGS):
        expected = f"an http or https address that ends in one of {' '.join(_ENDINGS)}"
        raise ObservationError("base", base, expected)
    return base


def _statements(ledger: Ledger) -> list[_Statement]:
    """Part the observations into statements, in the order of their first tellings."""
    places = {observation.id: place for place, observation in enumerate(ledger.observations)}
    notices = by_target(ledger.notices)
    statements: list[_Statement] = []
    for asked in divide_by_question(ledger.observations).values():
        heard = {testimony.observation.id: testimony for testimony in called(asked, notices)}
        for reports in grouped(asked, lambda report: report.source.identity).values():
            for tellings in _told_together(reports):
                in_order = sorted(tellings, key=lambda telling: places[telling.id])
                testimonies = tuple(heard[telling.id] for telling in in_order)
                statements.append(_Statement(testimonies, nearest(in_order)))
    return sorted(statements, key=lambda one: places[one.tellings[0].observation.id])


def _told_together(reports: Sequence[Observation]) -> Iterator[Sequence[Observation]]:
    """Part the reports of one claimant into statements."""
    together = relayed(reports)
    yield from together
    shared = {telling.id for tellings in together for telling in tellings}
    yield from ([report] for report in reports if report.id not in shared)


def _publication(notice: Notice) -> tuple[object, ...]:
    return (notice.at.order, notice.id)


def _claim(statement: _Statement, space: str, claims: Mapping[str, str]) -> Node:
    head = statement.head
    reports = [telling.observation for telling in statement.tellings]
    first = reports[0]
    is_known_first = all(first.reported.precedes(later.reported) for later in reports[1:])
    remarks = [_remark(notice, statement, space, claims) for notice in statement.notices]
    event = {"@type": "Event", "name": head.measure.event} if head.measure.event else None
    return _said(
        {
            "@context": _CONTEXT,
            "@id": f"{space}{head.id}",
            "@type": "Claim",
            "text": _in_context(head),
            "author": _agent(head.source, space),
            "about": [node for node in (event, _content(head)) if node],
            "temporalCoverage": _span(head),
            "spatialCoverage": _place(head.measure.place),
            "isBasedOn": _origin(head, space),
            "datePublished": told(first.reported) if is_known_first else None,
            "firstAppearance": {"@id": _of_telling(first.id, space)} if is_known_first else None,
            "appearance": [_appearance(report, space) for report in reports],
            "creativeWorkStatus": statement.status,
            "comment": [node for node in remarks if node["@type"] == "Comment"],
            "correction": [node for node in remarks if node["@type"] == "CorrectionComment"],
        }
    )


def _in_context(report: Observation) -> str:
    """Give the words with what they count, since "18" alone claims nothing."""
    since = f"since {report.since}, " if report.since else ""
    return f"{report.figure.wording}: {report.measure}, {since}as of {report.as_of}"


def _content(report: Observation) -> Node:
    """Give what is claimed: a number, or the ends of a range."""
    count = report.figure.count
    exact = count.low if count.is_exact else None
    return _said(
        {
            "@type": "Observation",
            "variableMeasured": str(report.measure),
            "unitText": report.measure.unit,
            "value": exact,
            "minValue": count.low if exact is None else None,
            "maxValue": count.high if exact is None else None,
            "observationDate": told(report.as_of),
        }
    )


def _span(report: Observation) -> str:
    """Give the moment that a figure is true of, or the span that it counts over."""
    moment = report.as_of
    if report.since is None and moment.is_instant:
        return told(moment)
    start = (report.since or moment).start
    return f"{start.isoformat()}/{moment.end.isoformat()}"


def _place(path: str) -> Node | None:
    """Give the narrowest place of a path, contained in each of the broader ones."""
    if not path:
        return None
    *broader, narrowest = [{"@type": "Place", "name": name} for name in path.split("/")]
    return _said({**narrowest, "containedInPlace": broader})


def _agent(source: Source, space: str) -> Node:
    node = {"@id": f"{space}{of_claimant(source)}", "@type": sort_of(source), "name": source.name}
    return _said(node)


def _origin(report: Observation, space: str) -> Node | None:
    """Give the statement that relays repeat, which may be about several measures."""
    if not report.origin:
        return None
    name = f"{space}{hashed('origin', report.origin)}"
    return {"@id": name, "@type": "CreativeWork", "name": report.origin}


def _appearance(report: Observation, space: str) -> Node:
    """Give a telling: a work that its last relay published, based on those of the others."""
    relays = [{"@id": f"{space}{of_claimant(name)}", "name": name} for name in report.via]
    return _said(
        {
            "@id": _of_telling(report.id, space),
            "@type": "CreativeWork",
            "identifier": report.id,
            "url": report.url,
            "datePublished": told(report.reported),
            "publisher": relays[-1] if relays else None,
            "isBasedOn": [{"@type": "CreativeWork", "publisher": relay} for relay in relays[:-1]],
            "hasPart": {"@type": "Quotation", "text": report.figure.wording},
        }
    )


def _of_telling(name: str, space: str) -> str:
    return f"{space}telling-{name}"


def _remark(notice: Notice, statement: _Statement, space: str, claims: Mapping[str, str]) -> Node:
    """Give a notice as a remark on the tellings that it is about."""
    reached = statement.reached[notice.id]
    corrects = notice.kind is NoticeKind.CORRECTION
    return _said(
        {
            "@id": f"{space}{notice.id}",
            "@type": "CorrectionComment" if corrects else "Comment",
            "name": notice.kind.value,
            "text": notice.reason,
            "author": _agent(notice.by, space),
            "datePublished": told(notice.at),
            "url": notice.url,
            "about": [{"@id": _of_telling(name, space)} for name in reached],
            "mentions": {"@id": claims.get(notice.instead, _of_telling(notice.instead, space))}
            if corrects
            else None,
        }
    )


def _said(node: Mapping[str, Any]) -> Node:
    """Leave out what is not said."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
