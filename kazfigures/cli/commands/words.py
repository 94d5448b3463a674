"""The command about words: read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from kazfigures.cli.commands.program import drawn, program, say
from kazfigures.cli.inputs import complain, read_lines
from kazfigures.cli.options import STDIN, style_of, wording, worked
from kazfigures.cli.tables import Column, Sheet, as_json
from kazfigures.errors import WordingError
from kazfigures.wording import Figure, WordTable, find

__all__ = ["read"]


@program.command()
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@wording
@click.option("--find", "finds", is_flag=True, help="Find every quantity in a sentence.")
@style_of("table", "json", "csv", "markdown")
@worked(
    "kazfigures read 'more than 2,300' 'dozens of officers' --words acled",
    "kazfigures read --find '26 armed criminals were killed and 18 were wounded'",
)
def read(*, texts: Sequence[str], words: WordTable, finds: bool, style: str) -> None:
    """Say what number words state, and what they allow.

    TEXT is the words of a report; - reads a text from every line of standard input.
    An open high has no end.
    With --find, start and end are places in the line, counted in characters from 0.
    """
    lines = [line for text in texts for line in (read_lines() if text == STDIN else (text,))]
    readings: list[dict[str, Any]] = []
    refused = False
    for number, line in enumerate(lines, start=1):
        try:
            readings += _quantities(number, line, words) if finds else [_reading(line, words)]
        except WordingError as error:
            complain(str(error))
            refused = True
    if style == "json":
        say(as_json(readings))
    elif readings:
        say(drawn(_reading_sheet(readings), style))
    if refused:
        click.get_current_context().exit(1)


def _reading(text: str, words: WordTable) -> dict[str, Any]:
    return {"text": text, **_allowed(Figure.read(text, words=words))}


def _quantities(number: int, line: str, words: WordTable) -> list[dict[str, Any]]:
    found = [
        {
            "line": number,
            "start": quantity.start,
            "end": quantity.end,
            "wording": quantity.figure.wording,
            **_allowed(quantity.figure),
        }
        for quantity in find(line, words=words)
    ]
    if not found:
        raise WordingError("text", line, "words that state a count somewhere")
    return found


def _allowed(figure: Figure) -> dict[str, int | None]:
    return {"stated": figure.stated, "low": figure.count.low, "high": figure.count.high}


def _reading_sheet(readings: Sequence[dict[str, Any]]) -> Sheet:
    columns = tuple(
        Column(name.capitalize(), is_number=name not in ("text", "wording")) for name in readings[0]
    )
    rows = tuple(
        tuple({**reading, "high": "open" if reading["high"] is None else reading["high"]}.values())
        for reading in readings
    )
    return Sheet(columns, rows)
