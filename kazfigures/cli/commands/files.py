"""The commands about files as they are: show and convert."""

from __future__ import annotations

import io
from pathlib import Path

import click

from kazfigures.cli.accounts import entry_sheet
from kazfigures.cli.commands.program import (
    drawn,
    known,
    program,
    read_narrowed,
    remark_on_nothing,
    say,
)
from kazfigures.cli.inputs import Unusable, read_entries
from kazfigures.cli.options import (
    STDIN,
    Asked,
    LedgerFile,
    asking,
    input_form,
    output_form,
    style_of,
    wording,
    worked,
)
from kazfigures.cli.questions import by_claimants
from kazfigures.cli.tables import as_json
from kazfigures.errors import ObservationError
from kazfigures.exchange.records import Format, dump, to_record
from kazfigures.wording import WordTable

__all__ = ["convert", "show"]


@program.command()
@asking(measure="Keep measures whose text holds every one of these words, in any case.")
@click.option(
    "--source",
    metavar="NAME",
    help="Keep the claimant of this name, or those whose names hold all these words.",
)
@style_of("table", "json", "csv", "markdown")
@worked(
    "kazfigures show kazakhstan-2022.jsonl --source 'internal affairs' --measure killed",
    "kazfigures show kazakhstan-2022.jsonl --as-of '2022-01-06[Asia/Almaty]' --format csv",
)
def show(asked: Asked, source: str | None, style: str) -> None:
    """List reports and notices in the order of publication.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    The list can be read again where it is written as CSV.
    """
    ledger, names = read_narrowed(asked)
    if source is not None:
        ledger = by_claimants(ledger, source)
    ledger = known(ledger, asked)
    remark_on_nothing(ledger)
    if style == "json":
        say(as_json([to_record(entry) for entry in ledger]))
    elif style == "csv":
        text = io.StringIO()
        dump(ledger, text, format="csv")
        say(text.getvalue())
    else:
        say(drawn(entry_sheet(ledger, names), style))


@program.command()
@click.argument("source", metavar="IN", type=LedgerFile())
@click.argument("target", metavar="OUT", type=click.Path(dir_okay=False, allow_dash=True))
@input_form
@output_form
@wording
@worked(
    "kazfigures convert kazakhstan-2022.jsonl kazakhstan-2022.csv",
    "kazfigures convert - - --from csv < kazakhstan-2022.csv > kazakhstan-2022.jsonl",
)
def convert(
    *, source: str, target: str, form: Format | None, output_form: Format | None, words: WordTable
) -> None:
    """Write a ledger as JSON Lines or as CSV, without loss.

    The names of IN and OUT tell their forms; - is standard input or output, as JSON Lines.
    IN may be a store; `kazfigures append` writes to one.
    OUT is written whole or, where IN has a fault, not at all.
    """
    entries = read_entries([source], form, words)
    if target == STDIN:
        text = io.StringIO()
        dump(entries, text, format=output_form)
        say(text.getvalue())
        return
    if Path(target).exists() and not Path(target).is_file():
        raise Unusable(target, "it is not a file that can be replaced")
    try:
        dump(entries, target, format=output_form)
    except ObservationError as error:
        raise Unusable(target, f"expected {error.expected}; --to can say it") from error
    except OSError as error:
        raise Unusable(target, f"it cannot be written: {error.strerror}") from error
