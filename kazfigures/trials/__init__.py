"""Trials: a newsroom's own rule tried on every law it promises, and on those it does not.

`check(rule)` reports what is kept and what is broken, with a ledger of a few reports as code to
paste; `find_witness(rule, law)` looks for one such ledger; `assert_kept(rule, law)` makes a test of
a promise; `exhaust(rule)` tries every ledger of a small world.
A rule may be a function from claims, a `Rule`, or a query over rows (`table_rule`).
"""

from kazfigures.trials.checking import assert_kept, check, exhaust, find_witness, promised
from kazfigures.trials.judgements import BrokenPromiseError, Judgement, Ruling, Verdict, Witness
from kazfigures.trials.scripts import as_script
from kazfigures.trials.table_rules import TableRule, table_rule

__all__ = [
    "BrokenPromiseError",
    "Judgement",
    "Ruling",
    "TableRule",
    "Verdict",
    "Witness",
    "as_script",
    "assert_kept",
    "check",
    "exhaust",
    "find_witness",
    "promised",
    "table_rule",
]
