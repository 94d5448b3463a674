"""Practices that leave out the claims of parties to the events: UCDP's and The Economist's."""

from __future__ import annotations

from typing import Final

from kazfigures.rules.laws import TOTAL
from kazfigures.rules.pools import consensus, envelope
from kazfigures.rules.screens import without_sides

__all__ = ["economist", "ucdp"]


ucdp: Final = (without_sides() >> envelope).named(
    "ucdp",
    "the lowest low to the highest high, claims by parties to the events left out",
    envelope.promises - {TOTAL},
    citation="after UCDP, Methodology, https://www.uu.se/en/department/"
    "peace-and-conflict-research/research/ucdp/ucdp-methodology",
)
"""Low, best and high, with the claims of the parties left out.

UCDP, Methodology, as recalled, so this is after it:
https://www.uu.se/en/department/peace-and-conflict-research/research/ucdp/ucdp-methodology

Its coders take the most reliable aggregate for best and leave a party's claim out where it is
unlikely; a rule cannot judge that, so all claims of parties are left out, and best is the
estimate's own: the low median of the numbers stated, and none in a dispute.

UCDP's high is a number.
Here a bound is kept: "at least 12" leaves the high end open, and "up to 30" lowers the low to 0.
"""


economist: Final = (without_sides() >> consensus).named(
    "economist",
    "the middle of all claims' ends, claims by parties to the events left out",
    consensus.promises - {TOTAL},
    citation="after The Economist, https://github.com/TheEconomist/"
    "the-economist-ukraine-war-dead-and-wounded-estimates",
)
"""The claims of warring parties are kept on record and left out of the estimate.

The Economist, estimates of the war dead of Ukraine:
https://github.com/TheEconomist/the-economist-ukraine-war-dead-and-wounded-estimates

This is after it: there a curve over time is fitted to the claims, here they are pooled.

Its script drops every row that has only a low or only a high, so "at least 12" and "up to 30" are
lost there.
This rule does not copy that: both are pooled with their bounds.
"""
