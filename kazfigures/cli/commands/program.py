"""The program, and what its commands share: reading what is asked about, and saying the answer."""

from __future__ import annotations

import sys
from collections.abc import Sized
from pathlib import Path

import click

from kazfigures.cli.inputs import Unusable, complain, read_ledger
from kazfigures.cli.options import STDIN, Asked
from kazfigures.cli.questions import about, headings, matching, undatable
from kazfigures.cli.tables import Sheet, as_csv, as_markdown, as_table
from kazfigures.errors import ObservationError
from kazfigures.exchange.files import replacing
from kazfigures.ledgers import Ledger
from kazfigures.observations import Measure

__all__ = [
    "drawn",
    "known",
    "program",
    "read_asked",
    "read_narrowed",
    "remark_on_nothing",
    "save",
    "say",
]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kazfigures", message="%(prog)s %(version)s")
def program() -> None:
    """Reported figures: what can be printed now, who says so, and what was known when.

    Answers go to standard output, remarks and faults to standard error.
    The exit code is 0 for an answer, 1 for faults in the data, and 2 for a question that cannot
    be asked: an unknown option, rule or measure, an unreadable moment, a missing file.
    """


def read_asked(asked: Asked) -> tuple[Ledger, dict[Measure, str]]:
    """Read the files, and give every measure in them the text that it goes by."""
    ledger = read_ledger(asked.files, asked.form, asked.words, asked.aliases)
    return ledger, headings(ledger)


def read_narrowed(asked: Asked) -> tuple[Ledger, dict[Measure, str]]:
    """Read the files, and keep the measures asked for, where some are."""
    ledger, names = read_asked(asked)
    if asked.measure is not None:
        ledger = about(ledger, matching(names, asked.measure, "measure"))
    return ledger, names


def known(ledger: Ledger, asked: Asked) -> Ledger:
    """Leave what was known then, and say what cannot be shown to have been."""
    if asked.known_at is not None:
        for remark in undatable(ledger, asked.known_at):
            complain(remark)
        ledger = ledger.known_at(asked.known_at)
    if asked.as_of is not None:
        ledger = ledger.as_of(asked.as_of)
    return ledger


def remark_on_nothing(found: Sized) -> None:
    """Say beside an empty answer that it is empty."""
    if len(found) == 0:
        complain("nothing that answers this had been reported")


def drawn(sheet: Sheet, style: str) -> str:
    """Write a sheet in the style asked for."""
    if style == "csv":
        return as_csv(sheet)
    if style == "markdown":
        return as_markdown(sheet)
    return as_table(sheet, is_terminal=sys.stdout.isatty())


def say(text: str) -> None:
    """Answer on standard output."""
    click.echo(text, nl=False)


def save(text: str, target: str) -> None:
    """Answer in a file, written whole or not at all, or on standard output."""
    if target == STDIN:
        say(text)
        return
    try:
        with replacing(Path(target)) as file:
            file.write(text)
    except ObservationError as error:
        raise Unusable(target, "it is not a file that can be replaced") from error
    except OSError as error:
        raise Unusable(target, f"it cannot be written: {error.strerror}") from error
