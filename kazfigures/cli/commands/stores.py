"""The commands about stores: append and verify."""

from __future__ import annotations

import click

from kazfigures.cli.commands.program import program, say
from kazfigures.cli.inputs import read_entries, using_store
from kazfigures.cli.options import LedgerFile, input_form, ledger_files, refused, wording, worked
from kazfigures.errors import LedgerError
from kazfigures.exchange.records import Format
from kazfigures.exchange.store import Seal, is_store
from kazfigures.wording import WordTable

__all__ = ["append", "verify"]


def _store(_: click.Context, __: click.Parameter, value: str) -> str:
    if not is_store(value):
        expected = "a file that ends in .db, .sqlite or .sqlite3, or a postgresql:// address"
        raise refused(LedgerError("store", value, expected))
    return value


def _seal(_: click.Context, __: click.Parameter, value: str | None) -> Seal | None:
    """Take a seal as it is printed."""
    if value is None:
        return None
    try:
        return Seal.read(value)
    except LedgerError as error:
        raise refused(error) from error


@program.command()
@click.argument("store", metavar="STORE", callback=_store)
@ledger_files
@input_form
@wording
@worked("kazfigures append january.db kazakhstan-2022.jsonl")
def append(*, store: str, files: tuple[str, ...], form: Format | None, words: WordTable) -> None:
    """Add the entries of files to a store, all of them or none.

    STORE is a file that ends in .db, .sqlite or .sqlite3, made where there is none, or a
    postgresql:// address.
    What is there already is not added again.
    """
    entries = list(read_entries(files, form, words))
    with using_store(store) as opened:
        say(f"{opened.append(entries)}\n")


@program.command()
@click.argument("store", metavar="STORE", type=LedgerFile(), callback=_store)
@click.option(
    "--seal",
    metavar="SEAL",
    callback=_seal,
    help="A seal that was printed earlier: what it stood for must be there, unchanged.",
)
@worked("kazfigures verify january.db")
def verify(*, store: str, seal: Seal | None) -> None:
    """Show that nothing in a store was changed since it was added.

    It reads all of it, and prints its seal, to be kept where nobody who can write to the store
    can change it.
    """
    with using_store(store, reading=True) as opened:
        say(f"{opened.verify(seal)}\n")
