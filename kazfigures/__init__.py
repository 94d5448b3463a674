"""Reported figures as sourced, timestamped observations, and rules that reconcile them."""

from kazfigures.audit.auditing import audit
from kazfigures.audit.comparing import compare
from kazfigures.audit.kinds import Severity
from kazfigures.audit.parts.bounds import tighten
from kazfigures.audit.parts.partitions import Partition
from kazfigures.counts import Count
from kazfigures.errors import KazfiguresError
from kazfigures.exchange.records import dump, load, stream
from kazfigures.exchange.store import open_ledger
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import (
    Measure,
    Notice,
    NoticeKind,
    Observation,
    Source,
    SourceKind,
    Tally,
)
from kazfigures.rules import laws, pools, practices, screens
from kazfigures.rules.estimates import Estimate, Estimates, Status
from kazfigures.rules.pipeline import Pool, Rule, Taken, rule
from kazfigures.rules.reconciling import house, reconcile
from kazfigures.rules.screens import Screen
from kazfigures.rules.sensitivity import sensitivity
from kazfigures.timelines import diff, revisions, timeline
from kazfigures.wording import Figure, WordTable, find

__all__ = [
    "Count",
    "Estimate",
    "Estimates",
    "Figure",
    "KazfiguresError",
    "Ledger",
    "Measure",
    "Moment",
    "Notice",
    "NoticeKind",
    "Observation",
    "Partition",
    "Pool",
    "Rule",
    "Screen",
    "Severity",
    "Source",
    "SourceKind",
    "Status",
    "Taken",
    "Tally",
    "WordTable",
    "audit",
    "compare",
    "diff",
    "dump",
    "find",
    "house",
    "laws",
    "load",
    "open_ledger",
    "pools",
    "practices",
    "reconcile",
    "revisions",
    "rule",
    "screens",
    "sensitivity",
    "stream",
    "tighten",
    "timeline",
]
