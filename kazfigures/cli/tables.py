"""Sheet: rows under named columns, and the ways to write them out."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import textwrap
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, final

from attrs import frozen
from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kazfigures.exchange.records import guarded
from kazfigures.rules.estimates import Status

__all__ = [
    "Cell",
    "Column",
    "Sheet",
    "as_csv",
    "as_json",
    "as_markdown",
    "as_table",
    "filled",
    "in_markdown",
    "in_one_line",
    "linked",
    "visible",
    "width",
]

Cell: TypeAlias = str | int | None

_PIPED_WIDTH: Final = 120
_NARROWEST: Final = 60
_PLAIN: Final = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_TINTS: Final[Mapping[str, str]] = {
    Status.AGREED: "green",
    Status.MAJORITY: "yellow",
    Status.DISPUTED: "red",
    Status.UNREPORTED: "dim",
}
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
_MARKS: Final = re.compile(r"([\\`*_\[\]|~])")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@final
@frozen
class Column:
    """A heading, and how a table draws what stands under it.

    Numbers stand to the right, and what is whole is not broken over lines.
    What stands `below` another column shares its cell, where one of its own would be narrow.
    """

    heading: str
    is_number: bool = False
    is_whole: bool = False
    below: str = ""


@final
@frozen
class Sheet:
    """Rows of cells under their columns, with a line that says what they are."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


def width() -> int:
    """Give the width to write in: the terminal's, COLUMNS where it is set, 120 in a pipe."""
    return max(_NARROWEST, shutil.get_terminal_size((_PIPED_WIDTH, 0)).columns)


def visible(text: str) -> str:
    """Put a mark in place of every character that would steer a terminal."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def in_one_line(text: str) -> str:
    """Write a text in one line, with nothing in it that would steer a terminal."""
    return visible(" ".join(text.split()))


def in_markdown(text: str) -> str:
    """Write a text in one line that Markdown and HTML take as it stands."""
    return _MARKS.sub(r"\\\1", in_one_line(text)).translate(_ENTITIES)


def filled(text: str, indent: str, following: str | None = None) -> str:
    """Fill lines as wide as the terminal, each under an indent."""
    return textwrap.fill(
        in_one_line(text),
        width(),
        initial_indent=indent,
        subsequent_indent=indent if following is None else following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def linked(url: str) -> str:
    """Write an address so that it stays one link."""
    return in_one_line(url).replace("<", "%3C").replace(">", "%3E")


def as_table(sheet: Sheet, *, is_terminal: bool) -> str:
    """Draw the sheet as wide as the terminal, with colours only on one."""
    table = Table(
        box=_PLAIN, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold"
    )
    beside = [column for column in sheet.columns if not column.below]
    headings = _stacked(sheet, [column.heading for column in sheet.columns])
    for column, heading in zip(beside, headings, strict=True):
        table.add_column(
            heading,
            justify="right" if column.is_number else "left",
            no_wrap=column.is_number or column.is_whole,
            overflow="fold",
        )
    for row in sheet.rows:
        table.add_row(*_stacked(sheet, row))
    console = Console(file=io.StringIO(), width=width(), force_terminal=is_terminal)
    with console.capture() as capture:
        if sheet.title:
            console.print(Text(sheet.title), end="\n\n")
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def as_csv(sheet: Sheet) -> str:
    """Write the sheet as CSV, with cells that a spreadsheet would run led by an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.heading.lower().replace(" ", "_") for column in sheet.columns])
    writer.writerows([_guarded(cell) for cell in row] for row in sheet.rows)
    return file.getvalue()


def as_markdown(sheet: Sheet) -> str:
    """Write the sheet as a pipe table."""
    rows = [
        [column.heading for column in sheet.columns],
        ["---:" if column.is_number else "---" for column in sheet.columns],
        *([in_markdown(_spoken(cell)) for cell in row] for row in sheet.rows),
    ]
    title = f"{in_markdown(sheet.title)}\n\n" if sheet.title else ""
    return title + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_json(value: object) -> str:
    """Write JSON for people as well as for programs."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"


def _spoken(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"{cell:,}"
    return in_one_line(cell or "")


def _stacked(sheet: Sheet, row: Iterable[Cell]) -> list[RenderableType]:
    """Give the cells that a table draws side by side, each over what stands below it."""
    stacks: dict[str, list[str]] = {}
    for column, cell in zip(sheet.columns, row, strict=True):
        stacks.setdefault(column.below or column.heading, []).append(_spoken(cell))
    return [_stack(text, ": ".join(filter(None, below))) for text, *below in stacks.values()]


def _stack(text: str, below: str) -> RenderableType:
    head = Text(text, style=_TINTS.get(text, ""))
    return Group(head, Padding(Text(below), (0, 0, 0, 2))) if below else head


def _guarded(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
