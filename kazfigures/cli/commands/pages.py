"""The command that makes a page: report."""

from __future__ import annotations

import click

from kazfigures.cli.commands.program import known, program, read_narrowed, remark_on_nothing, save
from kazfigures.cli.options import Asked, asking, output, ruling, worked
from kazfigures.errors import ExtraError
from kazfigures.rules.pipeline import Rule

__all__ = ["report"]

_STYLES = ("plain", "agency", "russian", "kazakh")


@program.command()
@asking(measure="Keep measures whose text holds every one of these words, in any case.")
@ruling
@output
@click.option(
    "--title", default="The state of the figures", show_default=True, help="What stands on top."
)
@click.option(
    "--style",
    type=click.Choice(_STYLES),
    default=_STYLES[0],
    show_default=True,
    help="How sentences are written.",
)
@click.option("--embed", is_flag=True, help="Write a piece of a page, to paste into another.")
@worked(
    "kazfigures report kazakhstan-2022.jsonl --zone Asia/Almaty -o page.html",
    "kazfigures report kazakhstan-2022.jsonl --measure killed --style agency --embed",
)
def report(  # noqa: PLR0913 - one option each
    asked: Asked, *, rule: Rule, target: str, title: str, style: str, embed: bool
) -> None:
    """Make a page of the figures, the disputes and every report.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    The page is one file, which needs no network and prints.
    """
    try:
        from kazfigures.surfaces import report as pages  # noqa: PLC0415 - its extra may be missing
        from kazfigures.surfaces import words  # noqa: PLC0415
    except ExtraError as error:
        raise click.UsageError(str(ExtraError("report", "making a page"))) from error
    ledger, _ = read_narrowed(asked)
    ledger = known(ledger, asked)
    remark_on_nothing(ledger)
    [written_as] = [one for one in words.STYLES if one.name == style]
    page = pages.report(
        ledger, rule=rule, title=title, known_at=asked.known_at, style=written_as, zone=asked.zone
    )
    save(page.fragment + "\n" if embed else page.html, target)
