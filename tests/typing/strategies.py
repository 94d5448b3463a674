"""Strategies as a newsroom's tests use them; mypy and pyright read it, nothing runs it."""

from typing import assert_type

import hypothesis.strategies as st
from hypothesis.strategies import SearchStrategy

import kazfigures as kf
from kazfigures import strategies
from kazfigures.moments import Precision

assert_type(strategies.counts(largest=9), SearchStrategy[kf.Count])
assert_type(strategies.figures(count=kf.Count.exactly(18)), SearchStrategy[kf.Figure])
assert_type(strategies.wordings(number=st.integers(1, 9)), SearchStrategy[kf.Figure])
assert_type(strategies.moments(precision=Precision.DAY), SearchStrategy[kf.Moment])
assert_type(strategies.measures(tally=st.sampled_from(kf.Tally)), SearchStrategy[kf.Measure])
assert_type(strategies.sources(grade=st.none() | st.just("A")), SearchStrategy[kf.Source])
assert_type(
    strategies.observations(source=strategies.sources(side="government"), via=("AP",), small=True),
    SearchStrategy[kf.Observation],
)
assert_type(
    strategies.notices(of=["briefing"], by=kf.Source("Interior Ministry")),
    SearchStrategy[kf.Notice],
)
assert_type(strategies.ledgers(origins="", min_size=1), SearchStrategy[kf.Ledger])
assert_type(strategies.histories(small=True), SearchStrategy[tuple[kf.Ledger, ...]])

strategies.observations(measure="killed")  # type: ignore[arg-type]
strategies.figures(count=st.integers())  # type: ignore[arg-type]
