"""Estimates and claimants' words over time, and what two answers differ in.

All is told in one vocabulary, `Change`.
`timeline` gives the answer at every moment at which more was known, `revisions` how one claimant's
word moved, and `diff` what is otherwise between two answers.
"""

from kazfigures.timelines.changes import Change
from kazfigures.timelines.differences import Diff, Difference, diff
from kazfigures.timelines.revisions import Revision, revisions
from kazfigures.timelines.turns import Timeline, Turn, timeline

__all__ = [
    "Change",
    "Diff",
    "Difference",
    "Revision",
    "Timeline",
    "Turn",
    "diff",
    "revisions",
    "timeline",
]
