"""How a page was made: the rule and what it promises, and how to read ranges and marks."""

from __future__ import annotations

from kazfigures.markup import Fragment, data, element, joined, listed
from kazfigures.surfaces.report.editions import Edition

__all__ = ["method"]

_READING = """\
A range is all that the claims used allow: “more than 2,300” allows 2,301 and every number above.
Agreed: the claims used share a number; majority: more than half of those in conflict do.
Disputed: claimants fall into camps, and no number is picked.
Unreported is not zero.
The relays of one statement are one telling, and a claimant's newer word replaces its older one.
A report dated only to a day counts as known from the end of that day.
Nothing is added up across claimants, nothing filled in, nothing guessed.
""".splitlines()


def method(edition: Edition) -> Fragment:
    """Name the rule, what it does and what it promises, and say how the page is read."""
    rule = edition.rule
    screens = " → ".join(screen.name for screen in rule.screens)
    promises = sorted({law.sentence for law in rule.promises})
    return joined(
        (
            element("p", "The rule ", element("b", data(rule.name)), ": ", data(rule.sentence)),
            element("p", f"Published by: {rule.citation}") if rule.citation else None,
            element("p", "Its steps: ", data(f"{screens} → {rule.pool.name}"), "."),
            listed(_READING),
            element(
                "details",
                element("summary", f"What this rule promises ({len(promises):,})"),
                listed([data(promise) for promise in promises]),
            ),
            element("p", "Made with kazfigures."),
        )
    )
