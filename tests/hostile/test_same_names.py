"""Invisible letters make no second source, and letters that look alike do not make one of two."""

from __future__ import annotations

import json

import pytest
from cases import rows

import kazfigures as kf
from kazfigures import Ledger, Measure, Observation, Source

PAIRS = [
    (name, json.loads(one), json.loads(other), number) for name, one, other, number in rows("names")
]
DAY = "2022-01-07[Asia/Almaty]"


@pytest.mark.parametrize("number", ["one", "two"])
def test_two_spellings_are_as_many_claimants_as_their_row_says(number: str) -> None:
    wrong = [
        name
        for name, one, other, expected in PAIRS
        if expected == number
        and (Source(one).identity == Source(other).identity) != (number == "one")
    ]
    assert wrong == []


def test_a_second_spelling_does_not_confirm_a_claim() -> None:
    """A quorum of two takes two claimants, however often one of them is spelt anew."""
    killed = Measure("killed")
    wrong = []
    for name, one, other, expected in PAIRS:
        ledger = Ledger(Observation(killed, "18", source, DAY, DAY) for source in (one, other))
        [estimate] = kf.reconcile(ledger, kf.pools.quorum(2))
        is_confirmed = estimate.count is not None and estimate.count.low == 18
        if is_confirmed != (expected == "two"):
            wrong.append(name)
    assert wrong == []


def test_a_claimant_is_found_under_its_other_spelling() -> None:
    for name, one, other, expected in PAIRS:
        ledger = Ledger([Observation(Measure("killed"), "18", one, DAY, DAY)])
        assert len(ledger.where(source=other)) == (expected == "one"), name
