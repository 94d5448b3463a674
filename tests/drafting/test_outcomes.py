"""Outcomes of one's own: what they may hold, and what a text is read for with them."""

from __future__ import annotations

from typing import Any

import pytest

from kazfigures.drafting import OUTCOMES, Outcome, draft
from kazfigures.errors import KazfiguresError, WordingError
from kazfigures.observations import Tally

FRIDAY = "2022-01-07[Asia/Almaty]"
VACCINATED = Outcome("vaccinated", verbs=("vaccinate vaccinates vaccinating vaccinated",))


def test_a_newsroom_adds_an_outcome_to_the_others() -> None:
    text = "Medics vaccinated 12 children; 3 guards were hurt."
    found = draft(text, reported=FRIDAY, outcomes=(*OUTCOMES, VACCINATED))
    assert [(one.figure.stated, one.outcome) for one in found] == [
        (12, "vaccinated"),
        (3, "injured"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"name": ""},
        {"name": "vacci\x00nated"},
        {"name": "culled", "verbs": ("cull",)},
        {"name": "culled", "states": "culled"},
        {"name": "culled", "states": ("\u200b",)},
        {"name": "culled", "nouns": (5,)},
        {"name": "culled", "tally": "monthly"},
    ],
)
def test_what_cannot_be_an_outcome_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(KazfiguresError):
        Outcome(**said)


def test_a_tally_may_be_given_by_its_word() -> None:
    assert Outcome("missing", tally="stock").tally is Tally.STOCK


@pytest.mark.parametrize(
    "wrong",
    [{"outcomes": VACCINATED}, {"outcomes": 5}, {"outcomes": ["killed"]}, {"words": "plain"}],
)
def test_what_is_no_list_of_outcomes_and_no_table_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WordingError):
        draft("12 people were killed.", reported=FRIDAY, **wrong)
