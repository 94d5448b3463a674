"""Files and standard input: what is read of them, and every fault in them."""

from __future__ import annotations

import io
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import IO, Any, Final, TextIO, TypeVar

import click

from kazfigures import collector
from kazfigures.aliases import Aliases
from kazfigures.cli.options import STDIN
from kazfigures.cli.tables import visible
from kazfigures.errors import (
    ExtraError,
    KazfiguresError,
    LedgerError,
    ObservationError,
    RecordError,
    RecordsError,
)
from kazfigures.exchange.aliases import load_aliases
from kazfigures.exchange.records import Format, stream
from kazfigures.exchange.store import Store, is_store, open_ledger
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry
from kazfigures.wording import WordTable

__all__ = [
    "Faults",
    "Unusable",
    "complain",
    "has_terminal",
    "read_entries",
    "read_ledger",
    "read_lines",
    "read_text",
    "using_store",
]

_PATIENCE: Final = 2.0
_STEP: Final = 1000

_Item = TypeVar("_Item")


class Faults(click.ClickException):
    """Data that cannot be used: one line a fault, and their number."""

    exit_code = 1

    def __init__(self, faults: Sequence[KazfiguresError]) -> None:
        super().__init__(f"{len(faults):,} {'fault' if len(faults) == 1 else 'faults'}")
        self.faults = faults

    def show(self, file: IO[Any] | None = None) -> None:
        """Write every fault, place first, and then how many there are."""
        for fault in self.faults:
            complain(str(fault), file)
        complain(self.message, file)


class Unusable(click.UsageError):
    """A file that cannot be used as it is asked for."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{click.format_filename(file)}: {why}")


def complain(text: str, file: IO[Any] | None = None) -> None:
    """Say something beside the answer."""
    click.echo(visible(text), file, err=True)


def has_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def read_ledger(
    files: Iterable[str], form: Format | None, words: WordTable, aliases: str | None = None
) -> Ledger:
    """Read files into one ledger, with each source under one name where a table has its aliases.

    Raises:
        Faults: every one of every file.
    """
    known = None if aliases is None else _aliases(aliases)
    with collector.paused():
        entries = list(read_entries(files, form, words))
        try:
            ledger = Ledger(entries)
            renamed = ledger if known is None else known.applied_to(ledger)
        except LedgerError as error:
            raise Faults([error]) from error
    if aliases is not None:
        complain(_renamed(aliases, ledger, renamed))
    return renamed


def _aliases(file: str) -> Aliases:
    try:
        return load_aliases(file)
    except RecordsError as error:
        raise Faults(error.faults) from error
    except OSError as error:
        raise Unusable(file, f"it cannot be read: {error.strerror}") from error


def _renamed(file: str, before: Ledger, after: Ledger) -> str:
    """Say how much is told under another name than it was written down with."""
    number, kept = len(before), len(set(before) & set(after))
    return f"{file}: {number - kept:,} of {number:,} entries are told under other names than theirs"


def read_entries(files: Iterable[str], form: Format | None, words: WordTable) -> Iterator[Entry]:
    """Read the entries of files in their order, up to the first fault.

    Raises:
        Faults: at the end, every one of every file.
    """
    faults: list[RecordError] = []
    for file in files:
        for item in _watched(_items(file, form, words)):
            if isinstance(item, RecordError):
                faults.append(item)
            elif not faults:
                yield item
    if faults:
        raise Faults(faults)


def read_lines() -> Iterator[str]:
    """Read the lines of standard input that say something."""
    with _standard_input() as file:
        yield from (line.strip() for line in file if line.strip())


def read_text(file: str) -> str:
    """Read the text of a file or of standard input.

    Raises:
        Faults: where it is no UTF-8.
    """
    try:
        if file == STDIN:
            with _standard_input() as text:
                words = text.read()
        else:
            words = Path(file).read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise Unusable(file, f"it cannot be read: {error.strerror}") from error
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    for line, held in enumerate(words.split("\n"), 1):
        if not held.isascii() and any("\udc80" <= letter <= "\udcff" for letter in held):
            name = sys.stdin.name if file == STDIN else file
            raise Faults([RecordError(name, line, "text", held, "UTF-8")])
    return words


def _items(file: str, form: Format | None, words: WordTable) -> Iterator[Entry | RecordError]:
    try:
        if is_store(file):
            with using_store(file, reading=True) as store:
                yield from store.stream()
        elif file == STDIN:
            with _standard_input() as text:
                yield from stream(text, format=form, words=words)
        else:
            yield from stream(file, format=form, words=words)
    except ObservationError as error:
        raise Unusable(file, f"expected {error.expected}; --from can say it") from error
    except OSError as error:
        raise Unusable(file, f"it cannot be read: {error.strerror}") from error


@contextmanager
def using_store(place: str, *, reading: bool = False) -> Generator[Store, None, None]:
    """Open a store, and say what is wrong with it as a command does.

    Raises:
        Faults: where it cannot be used, or does not take what it is given.
    """
    try:
        with open_ledger(place, reading=reading) as store:
            yield store
    except ExtraError as error:
        raise click.UsageError(str(error)) from error
    except KazfiguresError as error:
        raise Faults([error]) from error


def _watched(items: Iterable[_Item]) -> Iterator[_Item]:
    """Say on a terminal how far the reading is, where it takes long."""
    if not sys.stderr.isatty():
        yield from items
        return
    begun, told = monotonic(), ""
    for number, item in enumerate(items, start=1):
        if number % _STEP == 0 and monotonic() - begun > _PATIENCE:
            told = f"{number:,} entries read"
            click.echo(f"\r{told}", err=True, nl=False)
        yield item
    if told:
        click.echo(f"\r{' ' * len(told)}\r", err=True, nl=False)


@contextmanager
def _standard_input() -> Generator[TextIO, None, None]:
    """Open standard input as files are opened, so that bytes which are no UTF-8 are refused."""
    text = io.TextIOWrapper(
        sys.stdin.buffer,
        encoding="utf-8-sig",
        errors="surrogateescape",
        newline="",
    )
    try:
        yield text
    finally:
        text.detach()
