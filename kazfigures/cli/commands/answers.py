"""The commands that answer by a rule: reconcile, explain and sensitivity."""

from __future__ import annotations

from collections.abc import Sequence

from kazfigures.cli.accounts import (
    account,
    account_in_markdown,
    comparison,
    estimate_cells,
    estimate_record,
    estimate_sheet,
    sensitivity_cells,
    sensitivity_record,
    sensitivity_sheet,
    setting,
)
from kazfigures.cli.commands.program import (
    drawn,
    known,
    program,
    read_asked,
    read_narrowed,
    remark_on_nothing,
    say,
)
from kazfigures.cli.options import Asked, asking, ruling, rulings, style_of, worked
from kazfigures.cli.questions import about, the_one
from kazfigures.cli.tables import as_csv, as_json
from kazfigures.rules import reconciling
from kazfigures.rules import sensitivity as sensitivities
from kazfigures.rules.pipeline import Rule

__all__ = ["explain", "reconcile", "sensitivity"]


@program.command()
@asking(measure="Keep measures whose text holds every one of these words, in any case.")
@ruling
@style_of("table", "json", "csv", "markdown")
@worked(
    "kazfigures reconcile kazakhstan-2022.jsonl --known-at 2022-01-10T18:00+06:00",
    "kazfigures reconcile kazakhstan-2022.jsonl --measure 'killed Almaty' --format csv",
)
def reconcile(asked: Asked, rule: Rule, style: str) -> None:
    """Estimate every measure of a ledger, and name who says so.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    """
    ledger, names = read_narrowed(asked)
    estimates = reconciling.reconcile(known(ledger, asked), rule)
    remark_on_nothing(estimates)
    if style == "json":
        say(as_json([estimate_record(estimate, asked) for estimate in estimates]))
    elif style == "csv":
        say(as_csv(estimate_cells(estimates, asked)))
    else:
        say(drawn(estimate_sheet(estimates, names, setting(rule, asked)), style))


@program.command()
@asking(measure="The measure: its whole text, or words that no other measure holds.", required=True)
@ruling
@style_of("text", "json", "markdown")
@worked(
    "kazfigures explain kazakhstan-2022.jsonl --measure 'killed, security forces, Kazakhstan'",
    "kazfigures explain kazakhstan-2022.jsonl --measure tortured --format markdown",
)
def explain(asked: Asked, rule: Rule, style: str) -> None:
    """Account for every report of one measure, used or set aside.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    """
    ledger, names = read_asked(asked)
    measure = the_one(names, asked.measure or "", "measure")
    estimates = reconciling.reconcile(known(about(ledger, {measure}), asked), rule)
    told = estimates.windows(measure) or (estimates[measure],)
    if style == "json":
        say(as_json([estimate_record(estimate, asked) for estimate in told]))
        return
    write = account_in_markdown if style == "markdown" else account
    say("\n".join(write(estimate, names, setting(rule, asked)) for estimate in told))


@program.command()
@asking(measure="Keep measures whose text holds every one of these words, in any case.")
@rulings
@style_of("table", "json", "csv", "markdown")
@worked(
    "kazfigures sensitivity kazakhstan-2022.jsonl --measure killed",
    "kazfigures sensitivity kazakhstan-2022.jsonl --rule house --rule acled --format csv",
)
def sensitivity(asked: Asked, rules: Sequence[Rule], style: str) -> None:
    """Show how far each answer depends on the rule.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    """
    ledger, names = read_narrowed(asked)
    found = sensitivities.sensitivity(known(ledger, asked), rules)
    remark_on_nothing(found)
    if style == "json":
        say(as_json([sensitivity_record(one, asked) for one in found]))
    elif style == "csv":
        say(as_csv(sensitivity_cells(found, asked)))
    else:
        say(drawn(sensitivity_sheet(found, names, comparison(rules, found, asked)), style))
