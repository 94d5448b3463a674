"""`house`, the default rule; `reconcile`; and the rules known by name."""

from __future__ import annotations

from typing import Final

from kazfigures.errors import RuleError
from kazfigures.ledgers import Ledger
from kazfigures.rules.estimates import Estimates
from kazfigures.rules.pipeline import Pool, Rule, as_rule
from kazfigures.rules.pools import (
    blend,
    by_grade,
    consensus,
    envelope,
    highest,
    latest,
    lowest,
    middle,
    most_common,
    overlap,
    quorum,
)
from kazfigures.rules.practices import PRACTICES
from kazfigures.rules.screens import aged, latest_per_source, one_per_origin, withdrawn

__all__ = ["NAMED", "RULES", "house", "named_rule", "reconcile"]

house: Final = (withdrawn >> one_per_origin >> latest_per_source >> aged >> consensus).named(
    "house",
    "what claimants' last words allow together, older cumulative ones as floors;"
    " the middle of all their ends where they differ",
    promises=consensus.promises,
)

RULES: Final = (
    house,
    (aged >> overlap).named(overlap.name, overlap.sentence, overlap.promises),
    *map(as_rule, (quorum(2), consensus, envelope, blend(0.9), latest, by_grade)),
    *map(as_rule, (lowest, middle, most_common, highest)),
)
"""The rules of this package that go by a name alone, the default first."""

NAMED: Final = (*RULES, *PRACTICES)
"""All that go by a name alone, for a command line or a menu."""


def named_rule(name: str) -> Rule:
    """Give the rule of a name.

    Raises:
        RuleError: for a name that no rule here has.
    """
    for rule in NAMED:
        if rule.name == name:
            return rule
    raise RuleError("rule", name, f"one of {', '.join(rule.name for rule in NAMED)}")


def reconcile(ledger: Ledger, rule: Rule | Pool = house) -> Estimates:
    """Estimate every measure of a ledger by a rule, and account for every observation.

    An INCREMENT is estimated window by window; nothing is summed.
    Ask what was known at a moment with `reconcile(ledger.known_at(moment))`.
    """
    if not isinstance(ledger, Ledger):
        raise RuleError("ledger", ledger, "a Ledger")
    return as_rule(rule).reconcile(ledger)
