"""The commands about time: timeline and diff."""

from __future__ import annotations

import click

from kazfigures.cli.commands.program import (
    drawn,
    known,
    program,
    read_asked,
    read_narrowed,
    remark_on_nothing,
    say,
)
from kazfigures.cli.inputs import complain
from kazfigures.cli.movements import (
    diff_cells,
    diff_sheet,
    difference_record,
    summary,
    timeline_cells,
    timeline_record,
    timeline_sheet,
)
from kazfigures.cli.options import Asked, asking, ruling, style_of, worked
from kazfigures.cli.questions import about, the_one, undatable
from kazfigures.cli.tables import as_csv, as_json
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Measure
from kazfigures.rules.estimates import Window
from kazfigures.rules.pipeline import Rule, divide_by_question
from kazfigures.rules.reconciling import reconcile
from kazfigures.timelines import diff as difference
from kazfigures.timelines import timeline as movement

__all__ = ["diff", "timeline"]


@program.command()
@asking(measure="The measure: its whole text, or words that no other measure holds.", required=True)
@ruling
@click.option("--changes", "changed", is_flag=True, help="Show only what changed the answer.")
@style_of("table", "json", "csv", "markdown")
@worked(
    "kazfigures timeline kazakhstan-2022.jsonl --measure 'killed, security forces, Kazakhstan'",
    "kazfigures timeline kazakhstan-2022.jsonl --measure tortured --changes --format csv",
)
def timeline(asked: Asked, rule: Rule, *, changed: bool, style: str) -> None:
    """Tell how an answer moved, and what moved it.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    Each row holds from when its reports were out until the next; a report dated to the day is
    known from the day's end.
    """
    ledger, names = read_asked(asked)
    measure = the_one(names, asked.measure or "", "measure")
    asked_about = known(about(ledger, {measure}), asked)
    remark_on_nothing(asked_about.observations)
    told = [
        movement(Ledger((*reports, *asked_about.notices)), measure, rule, window)
        for (_, window), reports in sorted(
            divide_by_question(asked_about.observations).items(), key=_closing
        )
    ]
    shown = [(one, one.changes if changed else one.turns) for one in told]
    if style == "json":
        say(as_json([timeline_record(one, turns) for one, turns in shown]))
    elif style == "csv":
        say(as_csv(timeline_cells(shown)))
    else:
        title = f"{names[measure]} (rule {rule.name})"
        sheets = (timeline_sheet(one, turns, title) for one, turns in shown)
        say("\n".join(drawn(sheet, style) for sheet in sheets))


@program.command()
@asking(
    measure="Keep measures whose text holds every one of these words, in any case.", between=True
)
@ruling
@click.option("--all", "whole", is_flag=True, help="Show what did not change too.")
@style_of("table", "json", "csv", "markdown")
@worked(
    "kazfigures diff kazakhstan-2022.jsonl --from 2022-01-08T00:00+06:00"
    " --to 2022-01-10T18:00+06:00",
    "kazfigures diff kazakhstan-2022.jsonl --from '7 January 2022 18:00' --zone Asia/Almaty"
    " --measure killed",
)
def diff(  # noqa: PLR0913 - one option each
    asked: Asked, earlier: Moment, later: Moment | None, rule: Rule, *, whole: bool, style: str
) -> None:
    """Tell what changed between two moments of knowledge.

    FILE is JSON Lines or CSV, as its name ends; - is standard input.
    Several files are one ledger.
    A question is new, raised, lowered, narrowed, widened, withdrawn, now disputed or settled.
    """
    ledger, names = read_narrowed(asked)
    ledger = known(ledger, asked)
    if later is not None and later.order < earlier.order:
        message = f"{later} is before {earlier}"
        raise click.BadParameter(message, param_hint="'--to'")
    for moment in filter(None, (earlier, later)):
        for remark in undatable(ledger, moment):
            complain(f"at {moment}: {remark}")
    after = ledger if later is None else ledger.known_at(later)
    remark_on_nothing(after.observations)
    found = difference(reconcile(ledger.known_at(earlier), rule), reconcile(after, rule))
    told = found.differences if whole else found.changed
    if style == "json":
        say(as_json([difference_record(one) for one in told]))
    elif style == "csv":
        say(as_csv(diff_cells(told)))
    else:
        until = f"{later}" if later else "all that is in the files"
        title = f"Rule {rule.name}. From {earlier} to {until}: {summary(found)}"
        say(drawn(diff_sheet(told, names, title), style))


def _closing(question: tuple[tuple[Measure, Window | None], object]) -> tuple[object, ...]:
    """Order the windows of an INCREMENT by when they close."""
    (_, window), _ = question
    return () if window is None else (window.until.order, window.since is not None)
