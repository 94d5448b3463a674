"""The rules as the command line lists them: what each says, promises and cites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kazfigures.cli.tables import Column, Sheet
from kazfigures.rules.laws import CATALOGUE, CORE
from kazfigures.rules.pipeline import Rule

__all__ = ["cited_sheet", "practice_sheet", "rule_record", "rule_sheet"]

_FEW: Final = 3


def rule_record(rule: Rule) -> dict[str, Any]:
    """Give a rule as an object of JSON."""
    return {
        "name": rule.name,
        "sentence": rule.sentence,
        "promises": _promises(rule),
        "citation": rule.citation,
    }


def cited_sheet(rules: Sequence[Rule]) -> Sheet:
    """Give one row a rule, with its citation in a column of its own."""
    sheet = rule_sheet(rules)
    rows = zip(sheet.rows, rules, strict=True)
    cited = tuple((*row, rule.citation) for row, rule in rows)
    return Sheet((*sheet.columns, Column("Citation")), cited)


def _promises(rule: Rule) -> list[str]:
    return [law.name for law in CATALOGUE if law in rule.promises]


def rule_sheet(rules: Sequence[Rule]) -> Sheet:
    """Give one row a rule: its sentence, and what it promises in short."""
    columns = (Column("Name", is_whole=True), Column("Sentence"), Column("Promises"))
    rows = tuple((rule.name, rule.sentence, _promises_in_short(rule)) for rule in rules)
    return Sheet(columns, rows)


def _promises_in_short(rule: Rule) -> str:
    """Name the core laws together, where a rule keeps nearly all of them."""
    lacking = [law.name for law in CATALOGUE if law in CORE - rule.promises]
    if len(lacking) > _FEW:
        return ", ".join(_promises(rule))
    besides = [law.name for law in CATALOGUE if law in rule.promises - CORE]
    but_for = f" (but for {', '.join(lacking)})" if lacking else ""
    return ", ".join([f"core{but_for}", *besides])


def practice_sheet(practices: Sequence[Rule]) -> Sheet:
    """Give one row a practice, with its citation."""
    columns = (
        Column("Name", is_whole=True),
        Column("Sentence"),
        Column("Citation", below="Sentence"),
    )
    rows = tuple((rule.name, rule.sentence, rule.citation) for rule in practices)
    return Sheet(columns, rows, "Practices, the rules that organisations publish:")
