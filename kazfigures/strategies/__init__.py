"""Hypothesis strategies: values of every kind, for the property tests of a newsroom's own rules.

Each strategy draws values as wide as their type.
An option that has the name of a part pins it, to one value or to another strategy.
With `small=True` the parts come from tiny pools (3 sources, 5 hours, counts 0 to 9 and open), so
that reports meet: the same source, the same moment, the same statement.
Parts are drawn independently and put in order afterwards, so that what fails shrinks.

Where the package is installed with its extra `strategies`, Hypothesis also knows these strategies
by the types: `st.from_type(kf.Observation)` and `@given(...)` by annotations need no import of
this module.

>>> from hypothesis import find
>>> find(observations(small=True), lambda drawn: drawn.figure.count.high is None).figure
Figure(wording='any number', stated=None, count=Count(0, None))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kazfigures.counts import Count
from kazfigures.errors import ExtraError
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Notice, Observation, Source
from kazfigures.wording import Figure

try:
    from hypothesis.strategies import SearchStrategy, register_type_strategy
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "hypothesis":
        raise
    raise ExtraError("strategies", "drawing values for tests") from error

from kazfigures.strategies.histories import histories
from kazfigures.strategies.reports import ledgers, notices, observations
from kazfigures.strategies.values import counts, figures, measures, moments, sources
from kazfigures.strategies.wordings import wordings

__all__ = [
    "counts",
    "figures",
    "histories",
    "ledgers",
    "measures",
    "moments",
    "notices",
    "observations",
    "sources",
    "wordings",
]

_Value = TypeVar("_Value")


def _register(kind: type[_Value], strategy: Callable[[], SearchStrategy[_Value]]) -> None:
    """Let `from_type` know a strategy, which is made when somebody first asks for it."""
    register_type_strategy(kind, lambda _: strategy())


# Hypothesis imports this module as it starts (the entry point in pyproject.toml), and this module
# imports Hypothesis: whichever comes first finds the other as far as it needs it.
_register(Count, counts)
_register(Figure, figures)
_register(Moment, moments)
_register(Measure, measures)
_register(Source, sources)
_register(Observation, observations)
_register(Notice, notices)
_register(Ledger, ledgers)
