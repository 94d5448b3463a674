"""The commands: reconcile, explain, sensitivity, show, read, convert, check-rule and rules."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kazfigures.cli.accounts import (
    account,
    account_in_markdown,
    comparison,
    entry_sheet,
    estimate_cells,
    estimate_record,
    estimate_sheet,
    sensitivity_cells,
    sensitivity_record,
    sensitivity_sheet,
    setting,
)
from kazfigures.cli.inputs import Unusable, complain, read_entries, read_ledger, read_lines
from kazfigures.cli.options import (
    STDIN,
    Asked,
    asking,
    input_form,
    output_form,
    ruling,
    rulings,
    style_of,
    wording,
    worked,
)
from kazfigures.cli.questions import (
    about,
    by_claimants,
    headings,
    matching,
    the_one,
    undatable,
)
from kazfigures.cli.rulebook import cited_sheet, practice_sheet, rule_record, rule_sheet
from kazfigures.cli.subjects import found
from kazfigures.cli.tables import Column, Sheet, as_csv, as_json, as_markdown, as_table
from kazfigures.errors import ExtraError, ObservationError, RuleError, WordingError
from kazfigures.exchange.records import Format, dump, to_record
from kazfigures.ledgers import Ledger
from kazfigures.observations import Measure
from kazfigures.rules import reconciling
from kazfigures.rules import sensitivity as sensitivities
from kazfigures.rules.estimates import Estimates
from kazfigures.rules.pipeline import Rule
from kazfigures.rules.practices import PRACTICES
from kazfigures.rules.sensitivity import Sensitivities
from kazfigures.wording import Figure, WordTable, find

__all__ = ["program"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kazfigures", message="%(prog)s %(version)s")
def program() -> None:
    """Reported figures: what can be printed now, who says so, and what was known when.

    Answers go to standard output, remarks and faults to standard error.
    The exit code is 0 for an answer, 1 for faults in the data, and 2 for a question that cannot
    be asked: an unknown option, rule or measure, an unreadable moment, a missing file.
    """


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
    ledger, names = _read(asked)
    if asked.measure is not None:
        ledger = about(ledger, matching(names, asked.measure, "measure"))
    estimates = reconciling.reconcile(_known(ledger, asked), rule)
    _remark_on_nothing(estimates)
    if style == "json":
        _say(as_json([estimate_record(estimate, asked) for estimate in estimates]))
    elif style == "csv":
        _say(as_csv(estimate_cells(estimates, asked)))
    else:
        _say(_drawn(estimate_sheet(estimates, names, setting(rule, asked)), style))


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
    ledger, names = _read(asked)
    measure = the_one(names, asked.measure or "", "measure")
    estimates = reconciling.reconcile(_known(about(ledger, {measure}), asked), rule)
    told = estimates.windows(measure) or (estimates[measure],)
    if style == "json":
        _say(as_json([estimate_record(estimate, asked) for estimate in told]))
        return
    write = account_in_markdown if style == "markdown" else account
    _say("\n".join(write(estimate, names, setting(rule, asked)) for estimate in told))


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
    ledger, names = _read(asked)
    if asked.measure is not None:
        ledger = about(ledger, matching(names, asked.measure, "measure"))
    found = sensitivities.sensitivity(_known(ledger, asked), rules)
    _remark_on_nothing(found)
    if style == "json":
        _say(as_json([sensitivity_record(one, asked) for one in found]))
    elif style == "csv":
        _say(as_csv(sensitivity_cells(found, asked)))
    else:
        _say(_drawn(sensitivity_sheet(found, names, comparison(rules, found, asked)), style))


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
    ledger, names = _read(asked)
    if asked.measure is not None:
        ledger = about(ledger, matching(names, asked.measure, "measure"))
    if source is not None:
        ledger = by_claimants(ledger, source)
    ledger = _known(ledger, asked)
    _remark_on_nothing(ledger)
    if style == "json":
        _say(as_json([to_record(entry) for entry in ledger]))
    elif style == "csv":
        text = io.StringIO()
        dump(ledger, text, format="csv")
        _say(text.getvalue())
    else:
        _say(_drawn(entry_sheet(ledger, names), style))


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
        _say(as_json(readings))
    elif readings:
        _say(_drawn(_reading_sheet(readings), style))
    if refused:
        click.get_current_context().exit(1)


@program.command()
@click.argument(
    "source", metavar="IN", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
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
    OUT is written whole or, where IN has a fault, not at all.
    """
    entries = read_entries([source], form, words)
    if target == STDIN:
        text = io.StringIO()
        dump(entries, text, format=output_form)
        _say(text.getvalue())
        return
    if Path(target).exists() and not Path(target).is_file():
        raise Unusable(target, "it is not a file that can be replaced")
    try:
        dump(entries, target, format=output_form)
    except ObservationError as error:
        raise Unusable(target, f"expected {error.expected}; --to can say it") from error
    except OSError as error:
        raise Unusable(target, f"it cannot be written: {error.strerror}") from error


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
    _say(as_json(tried.record) if style == "json" else f"{tried}\n")
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
        _say(_drawn(rule_sheet(reconciling.RULES), style))
        _say(f"\n{_drawn(practice_sheet(PRACTICES), style)}")
    elif style == "json":
        _say(as_json([rule_record(rule) for rule in reconciling.NAMED]))
    else:
        _say(_drawn(cited_sheet(reconciling.NAMED), style))


def _read(asked: Asked) -> tuple[Ledger, dict[Measure, str]]:
    """Read the files, and give every measure in them the text that it goes by."""
    ledger = read_ledger(asked.files, asked.form, asked.words)
    return ledger, headings(ledger)


def _known(ledger: Ledger, asked: Asked) -> Ledger:
    """Leave what was known then, and say what cannot be shown to have been."""
    if asked.known_at is not None:
        for remark in undatable(ledger, asked.known_at):
            complain(remark)
        ledger = ledger.known_at(asked.known_at)
    if asked.as_of is not None:
        ledger = ledger.as_of(asked.as_of)
    return ledger


def _remark_on_nothing(found: Ledger | Estimates | Sensitivities) -> None:
    if len(found) == 0:
        complain("nothing that answers this had been reported")


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


def _drawn(sheet: Sheet, style: str) -> str:
    if style == "csv":
        return as_csv(sheet)
    if style == "markdown":
        return as_markdown(sheet)
    return as_table(sheet, is_terminal=sys.stdout.isatty())


def _say(text: str) -> None:
    click.echo(text, nl=False)
