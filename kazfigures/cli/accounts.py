"""Estimates and entries as the command line tells them: rows, records and accounts in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import asdict

from kazfigures.cli.cells import (
    high_end,
    measure_cells,
    moment_text,
    said,
    short_id,
    span,
    window_cells,
)
from kazfigures.cli.options import Asked
from kazfigures.cli.tables import (
    Column,
    Sheet,
    filled,
    in_markdown,
    in_one_line,
    linked,
)
from kazfigures.exchange.records import to_record
from kazfigures.exchange.records.fields import MEASURE
from kazfigures.ledgers import Ledger
from kazfigures.observations import Measure, Notice
from kazfigures.rules.estimates import Estimate, Status
from kazfigures.rules.pipeline import Rule
from kazfigures.rules.sensitivity import Sensitivities, Sensitivity
from kazfigures.rules.testimonies import SetAside, Testimony

__all__ = [
    "account",
    "account_in_markdown",
    "comparison",
    "entry_sheet",
    "estimate_cells",
    "estimate_record",
    "estimate_sheet",
    "sensitivity_cells",
    "sensitivity_record",
    "sensitivity_sheet",
    "setting",
]


def setting(rule: Rule, asked: Asked) -> str:
    """Say by which rule a question is answered, and what was taken for what."""
    return " ".join([f"Rule {rule.name}: {rule.sentence}.", *_as_asked(asked)])


def comparison(rules: Iterable[Rule], found: Sensitivities, asked: Asked) -> str:
    """Say which rules were asked, what the choice of one decides, and what was taken for what."""
    names = ", ".join(rule.name for rule in rules)
    return " ".join([f"Rules {names}.", found.summary, *_as_asked(asked)])


def _as_asked(asked: Asked) -> Iterator[str]:
    if asked.known_at is not None:
        yield f"Known at {asked.known_at}."
    if asked.as_of is not None:
        yield f"As of {asked.as_of}."
    if asked.aliases is not None:
        yield f"Names by {asked.aliases}."


def _asked(asked: Asked) -> dict[str, str | None]:
    return {
        "known_at": moment_text(asked.known_at),
        "as_of": moment_text(asked.as_of),
        "aliases": asked.aliases,
    }


def estimate_sheet(
    estimates: Iterable[Estimate], headings: Mapping[Measure, str], title: str
) -> Sheet:
    """Give one row an estimate, as people read it."""
    columns = (
        Column("Measure"),
        Column("Range"),
        Column("Best", is_number=True),
        Column("Status", is_whole=True),
        Column("As of", below="Measure"),
        Column("Claimants used", below="Measure"),
        Column("Used", is_number=True),
        Column("Set aside", is_number=True),
    )
    rows = tuple(
        (
            _heading(estimate, headings),
            said(estimate.status, estimate.count),
            estimate.best,
            estimate.status.value,
            str(estimate.as_of or ""),
            _camps(estimate) or _claimants(estimate),
            len(estimate.used),
            len(estimate.set_aside),
        )
        for estimate in estimates
    )
    return Sheet(columns, rows, title)


def estimate_cells(estimates: Iterable[Estimate], asked: Asked) -> Sheet:
    """Give one row an estimate, as programs read it."""
    names = (
        *(*MEASURE, "since", "until", "rule", "status", "low", "high", "best"),
        *("as_of", "sources", "camps", "used", "set_aside", "asked_known_at", "asked_as_of"),
        "asked_aliases",
    )
    rows = tuple(
        (
            *measure_cells(estimate.measure).values(),
            *window_cells(estimate.window).values(),
            *(
                estimate.rule,
                estimate.status.value,
                estimate.low,
                high_end(estimate.count),
                estimate.best,
            ),
            *(moment_text(estimate.as_of), _claimants(estimate), _camps(estimate)),
            *(len(estimate.used), len(estimate.set_aside)),
            *_asked(asked).values(),
        )
        for estimate in estimates
    )
    return Sheet(tuple(map(Column, names)), rows)


def estimate_record(estimate: Estimate, asked: Asked) -> dict[str, Any]:
    """Give an estimate as an object of JSON; the names in it are a promise to programs.

    Moments are in canonical text, and what there is none of is null.
    A `high` beside a `low` is null where it is open.
    `window` is what an INCREMENT counts over, and `as_of` the newest moment of a report used.
    An `observation` is the record that a ledger holds, and `because` the id of the entry that it
    gave way to.
    """
    return {
        **measure_cells(estimate.measure),
        "window": None if estimate.window is None else window_cells(estimate.window),
        "rule": estimate.rule,
        "status": estimate.status.value,
        "low": estimate.low,
        "high": estimate.high,
        "best": estimate.best,
        "as_of": moment_text(estimate.as_of),
        "sources": [claim.source.name for claim in estimate.claims],
        "camps": [
            {**asdict(camp.count), "sources": [source.name for source in camp.sources]}
            for camp in estimate.camps
        ],
        "used": [
            {
                "observation": to_record(used.observation),
                **asdict(used.count),
                "note": used.note,
            }
            for used in estimate.used
        ],
        "set_aside": [
            {
                "observation": to_record(aside.observation),
                "reason": aside.reason.value,
                "why": aside.why,
                "because": None if aside.because is None else aside.because.id,
            }
            for aside in estimate.set_aside
        ],
        "asked": _asked(asked),
    }


def sensitivity_sheet(found: Sensitivities, headings: Mapping[Measure, str], title: str) -> Sheet:
    """Give one row a question, as people read it, those that depend most on the rule first."""
    columns = (
        Column("Measure"),
        Column("Spread"),
        Column("Dscore", is_number=True),
        Column("Answers", below="Measure"),
    )
    rows = tuple(
        (_heading(one, headings), span(one.spread), one.dscore, _answers(one))
        for one in found.ranked
    )
    return Sheet(columns, rows, title)


def sensitivity_cells(found: Sensitivities, asked: Asked) -> Sheet:
    """Give one row a question, as programs read it, in the order of the ledger."""
    names = (
        *(*MEASURE, "since", "until", "depends_on_rule", "changes_number"),
        *("low", "high", "dscore", "answers", "asked_known_at", "asked_as_of"),
        "asked_aliases",
    )
    rows = tuple(
        (
            *measure_cells(one.measure).values(),
            *window_cells(one.window).values(),
            *("yes" if says else "no" for says in (one.depends_on_rule, one.changes_number)),
            *(None if one.spread is None else one.spread.low, high_end(one.spread)),
            *(one.dscore, _answers(one), *_asked(asked).values()),
        )
        for one in found
    )
    return Sheet(tuple(map(Column, names)), rows)


def sensitivity_record(one: Sensitivity, asked: Asked) -> dict[str, Any]:
    """Give a sensitivity as an object of JSON; the names in it are a promise to programs.

    A `high` beside a `low` is null where it is open, and `spread` where no rule gives a number.
    """
    return {
        **measure_cells(one.measure),
        "window": None if one.window is None else window_cells(one.window),
        "depends_on_rule": one.depends_on_rule,
        "changes_number": one.changes_number,
        "spread": None if one.spread is None else asdict(one.spread),
        "dscore": one.dscore,
        "answers": [
            {
                "low": None if answer.count is None else answer.count.low,
                "high": None if answer.count is None else answer.count.high,
                "best": answer.best,
                "rules": list(answer.rules),
            }
            for answer in one.answers
        ],
        "asked": _asked(asked),
    }


def entry_sheet(ledger: Ledger, headings: Mapping[Measure, str]) -> Sheet:
    """Give one row a report or notice, in the order of publication."""
    columns = (
        Column("Published"),
        Column("About"),
        Column("Says"),
        Column("Allows"),
        Column("As of", below="About"),
        Column("Who", below="About"),
        Column("Id", below="About"),
    )
    rows = tuple(
        (str(entry.at), _grounds(entry), entry.kind.value, "", "", entry.by.name, short_id(entry))
        if isinstance(entry, Notice)
        else (
            str(entry.reported),
            headings[entry.measure],
            entry.figure.wording,
            str(entry.figure.count),
            str(entry.as_of),
            entry.attribution,
            short_id(entry),
        )
        for entry in ledger
    )
    return Sheet(columns, rows, f"{ledger}.")


def account(estimate: Estimate, headings: Mapping[Measure, str], title: str) -> str:
    """Account for every report of an estimate, in words."""
    lines = [filled(f"{_heading(estimate, headings)}: {_found(estimate)}", "")]
    lines += [filled(fact, "  ") for fact in (title, *_facts(estimate))]
    if estimate.used:
        lines.append("Used:")
        lines += [_told(used, "+") for used in estimate.used]
    if estimate.set_aside:
        lines.append("Set aside:")
        lines += [_told(aside, "-") for aside in estimate.set_aside]
    return "".join(f"{line}\n" for line in lines)


def account_in_markdown(estimate: Estimate, headings: Mapping[Measure, str], title: str) -> str:
    """Account for every report of an estimate, under a heading."""
    parts = [f"### {in_markdown(_heading(estimate, headings))}"]
    parts.append(f"**{in_markdown(_found(estimate))}**")
    parts += [in_markdown(fact) for fact in (title, *_facts(estimate))]
    if estimate.used:
        parts += ["Used:", "\n".join(map(_bullet, estimate.used))]
    if estimate.set_aside:
        parts += ["Set aside:", "\n".join(map(_bullet, estimate.set_aside))]
    return "\n\n".join(parts) + "\n"


def _grounds(notice: Notice) -> str:
    """What a notice is about, and its reason."""
    return ": ".join(filter(None, ("; ".join(notice.of), notice.reason)))


def _heading(told: Estimate | Sensitivity, headings: Mapping[Measure, str]) -> str:
    window = f", {told.window}" if told.window else ""
    return f"{headings[told.measure]}{window}"


def _answers(one: Sensitivity) -> str:
    return "; ".join(map(str, one.answers))


def _found(estimate: Estimate) -> str:
    if estimate.status is Status.UNREPORTED:
        return "not reported"
    return f"{said(estimate.status, estimate.count)}, {estimate.status.value}"


def _facts(estimate: Estimate) -> Iterator[str]:
    """What else there is to say of an estimate in a line."""
    if estimate.best is not None and not (estimate.count and estimate.count.is_exact):
        yield f"Best: {estimate.best:,}."
    for camp in estimate.camps:
        yield f"Camp: {camp}."


def _told(report: Testimony | SetAside, sign: str) -> str:
    lines = [filled(f"{sign} {report}", "  ", "    ")]
    observation = report.observation
    if observation.note:
        lines.append(filled(f"note: {observation.note}", "    "))
    if observation.url:
        lines.append(f"    {in_one_line(observation.url)}")
    return "\n".join(lines)


def _bullet(report: Testimony | SetAside) -> str:
    observation = report.observation
    note = f" Note: {in_markdown(observation.note)}." if observation.note else ""
    link = f" <{linked(observation.url)}>" if observation.url else ""
    return f"- {in_markdown(str(report))}.{note}{link}"


def _claimants(estimate: Estimate) -> str:
    return "; ".join(claim.source.name for claim in estimate.claims)


def _camps(estimate: Estimate) -> str:
    return "; ".join(map(str, estimate.camps))
