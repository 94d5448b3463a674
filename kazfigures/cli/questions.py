"""What a question picks out of a ledger: measures, claimants, and what was known by then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeVar

import click

from kazfigures.errors import quote
from kazfigures.ledgers import Ledger, published
from kazfigures.moments import Moment, Precision
from kazfigures.observations import Measure, Notice, Observation, identity

__all__ = [
    "about",
    "by_claimants",
    "headings",
    "matching",
    "the_one",
    "the_report",
    "undatable",
]

_Thing = TypeVar("_Thing")

_FINER: Final[Mapping[Precision, str]] = {
    Precision.HOUR: "a minute",
    Precision.DAY: "an hour",
    Precision.MONTH: "a day",
    Precision.YEAR: "a month",
}


def headings(ledger: Ledger) -> dict[Measure, str]:
    """Give every measure the text it goes by, with its event where the ledger has several."""
    measures = ledger.measures
    if len({measure.event for measure in measures}) <= 1:
        return {measure: str(measure) for measure in measures}
    return {measure: ": ".join(filter(None, (measure.event, str(measure)))) for measure in measures}


def matching(named: Mapping[_Thing, str], text: str, option: str) -> dict[_Thing, str]:
    """Keep what goes by a name that holds every word of a text.

    Raises:
        click.BadParameter: where nothing does, with all there is.
    """
    words = identity(text).replace(",", " ").split()
    found = {
        thing: name
        for thing, name in named.items()
        if all(word in identity(name) for word in words)
    }
    if not found:
        there = f"it has:{_listed(named)}" if named else "it has none"
        raise _refused(option, f"no {option} of the ledger holds {quote(text)}; {there}")
    return found


def the_one(named: Mapping[_Thing, str], text: str, option: str) -> _Thing:
    """Give what goes by this very name, or else the only one whose name holds its words.

    Raises:
        click.BadParameter: where several do, with their names.
    """
    found = _exact(named, text) or matching(named, text, option)
    if len(found) > 1:
        several = f"{len(found)} {option}s hold {quote(text)}; take one of:{_listed(found)}"
        raise _refused(option, several)
    return next(iter(found))


def the_report(ledger: Ledger, text: str, argument: str) -> Observation:
    """Give the report whose id is this, or begins with it.

    Raises:
        click.BadParameter: where none does, or several do.
    """
    found = [report for report in ledger.observations if report.id.startswith(text)]
    if len(found) != 1:
        there = f"{len(found):,} reports have" if found else "no report has"
        message = f"{there} an id that begins with {quote(text)}"
        raise click.BadParameter(message, param_hint=f"'{argument}'")
    return found[0]


def _exact(named: Mapping[_Thing, str], text: str) -> dict[_Thing, str]:
    return {thing: name for thing, name in named.items() if identity(name) == identity(text)}


def _refused(option: str, message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint=f"'--{option}'")


def _listed(named: Mapping[_Thing, str]) -> str:
    return "".join(f"\n  {name}" for name in named.values())


def about(ledger: Ledger, measures: Collection[Measure]) -> Ledger:
    """Keep the observations of some measures, and the notices about them."""
    kept = [entry for entry in ledger.observations if entry.measure in measures]
    return Ledger((*kept, *_noticed(ledger, kept)))


def by_claimants(ledger: Ledger, name: str) -> Ledger:
    """Keep what some claimants said, the notices they gave, and those about what they said."""
    named = {source.identity: source.name for source in ledger.sources}
    named |= {notice.by.identity: notice.by.name for notice in ledger.notices}
    chosen = _exact(named, name) or matching(named, name, "source")
    kept = [entry for entry in ledger.observations if entry.source.identity in chosen]
    given = [notice for notice in ledger.notices if notice.by.identity in chosen]
    return Ledger((*kept, *given, *_noticed(ledger, kept)))


def _noticed(ledger: Ledger, observations: Collection[Observation]) -> list[Notice]:
    targets = {entry.id for entry in observations} | {entry.origin for entry in observations}
    return [notice for notice in ledger.notices if not targets.isdisjoint(notice.of)]


def undatable(ledger: Ledger, moment: Moment) -> Iterator[str]:
    """Say how many entries may have been out by then, but are dated too coarsely to show it."""
    spans = Counter(
        (str(span), span.precision)
        for span in map(published, ledger)
        if span.start <= moment.end < span.end
    )
    for (span, precision), number in spans.items():
        entries, are = ("entry", "is") if number == 1 else ("entries", "are")
        dated = f"{number:,} {entries} dated {span} without {_FINER[precision]}"
        yield f"{dated} {are} not counted as known then"
