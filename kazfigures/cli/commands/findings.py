"""The commands about what to look at: audit and compare."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kazfigures.audit.auditing import audit as audited
from kazfigures.audit.comparing import compare as compared
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.cli.commands.program import known, program, read_asked, say
from kazfigures.cli.findings import (
    comparison_record,
    comparison_text,
    finding_cells,
    finding_record,
    findings_in_markdown,
    findings_text,
    summary,
)
from kazfigures.cli.inputs import complain, read_ledger
from kazfigures.cli.options import Asked, asking, input_form, naming, style_of, wording, worked
from kazfigures.cli.questions import matching, the_report
from kazfigures.cli.tables import as_csv, as_json, in_one_line
from kazfigures.exchange.records import Format
from kazfigures.wording import WordTable

__all__ = ["audit", "compare"]

_SEVERITIES = {str(severity): severity for severity in Severity}
_NEVER = "never"


@program.command()
@asking(measure="Show what is about measures whose text holds every one of these words.")
@click.option(
    "--severity",
    type=click.Choice(list(_SEVERITIES)),
    help="The least severity that is shown: warning, or note where kinds are asked for.",
)
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind if kind is not Kind.INCOMPARABLE]),
    help="Show this kind alone; give it once for each.",
)
@click.option(
    "--fail-at",
    type=click.Choice([*_SEVERITIES, _NEVER]),
    default=str(Severity.ERROR),
    show_default=True,
    help="Exit with 1 where something as grave or graver is found.",
)
@style_of("text", "lines", "json", "csv", "markdown")
@worked(
    "kazfigures audit kazakhstan-2022.jsonl --format lines --fail-at never",
    "kazfigures audit kazakhstan-2022.jsonl --kind revised_down --format json --fail-at never",
)
def audit(
    asked: Asked, severity: str | None, kinds: Sequence[str], fail_at: str, style: str
) -> None:
    """Find why reports differ, and what does not add up.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    The gravest come first.
    The exit code is 1 where a finding of the measures and kinds asked for is as grave as --fail-at,
    shown or not.
    """
    ledger, names = read_asked(asked)
    found = audited(known(ledger, asked))
    if asked.measure is not None:
        wanted = matching(names, asked.measure, "measure")
        found = tuple(
            finding
            for finding in found
            if any(report.measure in wanted for report in finding.observations)
        )
    if kinds:
        found = tuple(finding for finding in found if finding.kind.value in kinds)
    least = _SEVERITIES[severity or str(Severity.NOTE if kinds else Severity.WARNING)]
    shown = [finding for finding in found if finding.severity >= least]
    if style == "json":
        say(as_json([finding_record(finding) for finding in shown]))
    elif style == "csv":
        say(as_csv(finding_cells(shown)))
    elif style == "lines":
        say("".join(f"{in_one_line(str(finding))}\n" for finding in shown))
    else:
        write = findings_in_markdown if style == "markdown" else findings_text
        say("\n".join(write(shown, names)))
    complain(summary(found, shown))
    if fail_at != _NEVER and any(finding.severity >= _SEVERITIES[fail_at] for finding in found):
        click.get_current_context().exit(1)


@program.command()
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@input_form
@wording
@naming
@style_of("text", "json")
@worked("kazfigures compare kazakhstan-2022.jsonl 013cde a0d2cb")
def compare(  # noqa: PLR0913 - one argument or option each
    *,
    file: str,
    a: str,
    b: str,
    form: Format | None,
    words: WordTable,
    aliases: str | None,
    style: str,
) -> None:
    """Say in what way two reports differ.

    A and B are the ids of two reports, or enough of each to tell it; `show` lists them, and `audit`
    prints them in brackets.
    """
    ledger = read_ledger([file], form, words, aliases)
    told = compared(the_report(ledger, a, "A"), the_report(ledger, b, "B"), ledger)
    say(as_json(comparison_record(told)) if style == "json" else comparison_text(told))
