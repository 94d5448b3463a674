"""The command about articles: draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from kazfigures.cli.commands.program import drawn, program, say
from kazfigures.cli.confirming import Quit, Walk
from kazfigures.cli.drafts import STAND_IN, Publication, draft_sheet, drafts_record, unread_lines
from kazfigures.cli.inputs import (
    Faults,
    Unusable,
    complain,
    has_terminal,
    read_ledger,
    read_text,
    using_store,
)
from kazfigures.cli.options import STDIN, in_zone, is_told, refused, style_of, wording, worked
from kazfigures.cli.tables import as_json, filled
from kazfigures.drafting import Drafts
from kazfigures.drafting import draft as drafted
from kazfigures.errors import KazfiguresError, MomentError, ObservationError, RecordsError
from kazfigures.exchange.records import FORMATS, extend
from kazfigures.exchange.store import is_store
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Observation, one_line
from kazfigures.wording import WordTable

__all__ = ["draft"]

_ZONELESS: Final = (
    "--confirm makes observations, which need to know whose clocks --reported is by:"
    " --zone Asia/Almaty says it, and so does 2022-01-07[Asia/Almaty]"
)
_UNASKED: Final = "--confirm asks a person, so it needs a terminal, and ARTICLE to be a file"


def _published(context: click.Context, _: click.Parameter, value: str) -> Publication:
    """Take when a text was published; whose clocks it is by may stay unsaid."""
    zone: str | None = context.params.get("zone")
    try:
        return Publication(Moment.read(value, zone=zone))
    except MomentError as error:
        if zone is None and is_told(value, STAND_IN):
            return Publication(Moment.read(value, zone=STAND_IN), has_zone=False)
        raise refused(error) from error


def _publisher(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        return one_line("source", value)
    except ObservationError as error:
        raise refused(error) from error


def _ledger(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Take a ledger to which entries can be added."""
    if value is None or is_store(value):
        return value
    if FORMATS.get(Path(value).suffix.lower()) != "jsonl":
        expected = "a file that ends in .jsonl or .db, or a postgresql:// address"
        raise refused(ObservationError("ledger", value, expected))
    return value


@program.command()
@click.argument(
    "article", metavar="ARTICLE", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
@click.option(
    "--reported",
    "published",
    metavar="MOMENT",
    required=True,
    callback=_published,
    help="When it was published: 2022-01-07, or 2022-01-07T16:56+06:00; days that it names, such"
    " as Thursday, are resolved against it.",
)
@in_zone
@click.option(
    "--source",
    metavar="NAME",
    default="",
    callback=_publisher,
    help="Who published it.",
)
@wording
@click.option(
    "--confirm",
    "ledger",
    metavar="LEDGER",
    callback=_ledger,
    help="Go through the drafts one by one in the terminal, and add those that are confirmed to"
    " LEDGER: a file of JSON Lines, or a store; it is made where there is none.",
)
@style_of("table", "json")
@worked(
    "kazfigures draft article.txt --reported 2022-01-07 --source News18",
    "kazfigures draft - --reported 2022-01-07 --zone Asia/Almaty --format json < article.txt",
)
def draft(  # noqa: PLR0913 - one keyword an option
    *,
    article: str,
    published: Publication,
    source: str,
    words: WordTable,
    ledger: str | None,
    style: str,
    zone: str | None,
) -> None:
    """Propose observations from an English news text.

    ARTICLE is the text, in UTF-8; - is standard input.
    Nothing enters a ledger unless --confirm is given and a person says so of each.
    """
    if ledger is not None:
        _refuse_to_ask(article, published)
    found = drafted(
        read_text(article), reported=published.reported, source=source or None, words=words
    )
    if ledger is not None:
        _confirm(found, ledger, zone or _zone_of(published.reported), words)
    elif style == "json":
        say(as_json(drafts_record(found, source, published, words)))
    else:
        say(drawn(draft_sheet(found, source, published), style))
        for notice in found.notices:
            say(filled(f"Taken back: {published.without_zone(str(notice))}", "", "  ") + "\n")
        for line in unread_lines(found, words):
            say(filled(line, "", "  ") + "\n")


def _refuse_to_ask(article: str, published: Publication) -> None:
    if not published.has_zone:
        raise click.UsageError(_ZONELESS)
    if article == STDIN or not has_terminal():
        raise click.UsageError(_UNASKED)


def _zone_of(moment: Moment) -> str:
    """Give whose clocks a moment is told by: the zone of a span, the offset of an instant."""
    return moment.text[-6:] if moment.is_instant else moment.text.partition("[")[2].rstrip("]")


def _confirm(found: Drafts, ledger: str, zone: str, words: WordTable) -> None:
    """Walk through the drafts, and add to the ledger what was confirmed, all of it or none."""
    if not found.found:
        complain(f"no figure was found, and nothing was added to {ledger}")
        return
    events = sorted({one.event for one in _measures(ledger, words) if one.event})
    walk = Walk(found, zone, words)
    try:
        try:
            walk.through(events, lambda: _reports(ledger, words))
        except Quit:
            if walk.confirmed and not click.confirm(
                f"Add the {len(walk.confirmed):,} that you confirmed to {ledger}?", err=True
            ):
                walk.confirmed.clear()
    except click.Abort:
        complain(f"\nstopped: nothing was added to {ledger}")
        click.get_current_context().exit(1)
    if walk.confirmed:
        say(f"{ledger}: {_added(ledger, walk.confirmed)}\n")
    else:
        complain(f"nothing was added to {ledger}")


def _measures(ledger: str, words: WordTable) -> Sequence[Measure]:
    """Give what a ledger counts, and tell of one that cannot be used while nobody was asked."""
    if is_store(ledger) and _is_there(ledger):
        with using_store(ledger) as store:
            return store.measures
    return _read(ledger, words).measures


def _reports(ledger: str, words: WordTable) -> Sequence[Observation]:
    if is_store(ledger) and _is_there(ledger):
        with using_store(ledger) as store:
            return store.ledger().observations
    return _read(ledger, words).observations


def _read(ledger: str, words: WordTable) -> Ledger:
    return read_ledger([ledger], None, words) if _is_there(ledger) else Ledger()


def _is_there(ledger: str) -> bool:
    return "://" in ledger or Path(ledger).exists()


def _added(ledger: str, entries: list[Entry]) -> str:
    if is_store(ledger):
        with using_store(ledger) as store:
            return str(store.append(entries))
    try:
        new = len(extend(ledger, entries))
    except RecordsError as error:
        raise Faults(error.faults) from error
    except KazfiguresError as error:
        raise Faults([error]) from error
    except OSError as error:
        raise Unusable(ledger, f"it cannot be written: {error.strerror}") from error
    return f"{new:,} new, {len(entries) - new:,} already there"
