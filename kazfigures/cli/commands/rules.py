"""The commands about rules: check-rule and rules."""

from __future__ import annotations

import click

from kazfigures.cli.commands.program import drawn, program, say
from kazfigures.cli.options import style_of, worked
from kazfigures.cli.rulebook import cited_sheet, practice_sheet, rule_record, rule_sheet
from kazfigures.cli.subjects import found
from kazfigures.cli.tables import as_json
from kazfigures.errors import ExtraError, RuleError
from kazfigures.rules import reconciling
from kazfigures.rules.practices import PRACTICES

__all__ = ["check_rule", "rules"]


@program.command("check-rule")
@click.argument("rule", metavar="RULE")
@click.option("--rows", is_flag=True, help="It takes rows (a table query), not claims.")
@click.option("--exhaust", "whole", is_flag=True, help="Try every ledger of a small world.")
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=50,
    show_default=True,
    help="How many wider ledgers to draw.",
)
@click.option("--seed", default=0, show_default=True, help="Whence they are drawn.")
@style_of("text", "json")
@worked(
    "kazfigures check-rule desk.py:officials_first_mended",
    "kazfigures check-rule desk:officials_first_mended --format json",
)
def check_rule(  # noqa: PLR0913 - one option each
    *, rule: str, rows: bool, whole: bool, examples: int, seed: int, style: str
) -> None:
    """Try a rule of your own on every law, promised or not.

    RULE is module:name or file.py:name: a function from claims, a rule, or with --rows a query.
    What is broken is shown with a ledger of a few reports, as code to paste.
    The exit code is 1 where a promise is broken.
    """
    try:
        from kazfigures import trials  # noqa: PLC0415 - its extra may be missing
    except ExtraError as error:
        raise click.UsageError(str(error)) from error
    with found(rule) as named:
        try:
            subject = trials.table_rule(named) if rows else named
            tried = (
                trials.exhaust(subject)
                if whole
                else trials.check(subject, examples=examples, seed=seed)
            )
        except RuleError as error:
            raise click.BadParameter(str(error), param_hint="'RULE'") from error
    say(as_json(tried.record) if style == "json" else f"{tried}\n")
    if not tried.ok:
        click.get_current_context().exit(1)


@program.command()
@style_of("table", "json", "csv", "markdown")
@worked("kazfigures rules")
def rules(style: str) -> None:
    """List the rules, what each gives and what it promises.

    The practices, which organisations publish, come last, with their citations.
    """
    if style == "table":
        say(drawn(rule_sheet(reconciling.RULES), style))
        say(f"\n{drawn(practice_sheet(PRACTICES), style)}")
    elif style == "json":
        say(as_json([rule_record(rule) for rule in reconciling.NAMED]))
    else:
        say(drawn(cited_sheet(reconciling.NAMED), style))
