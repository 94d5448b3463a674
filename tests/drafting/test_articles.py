"""Ten articles of one morning: each gives the eight figures of its brief, and nothing else.

Beside each text stands a table of what it says, in the order of the text: the wording of the
figure, its outcome and unit, whom it is about, who said it, who is cited for that, the day that the
text gives it, and where.
A cell holds words that must be in the draft; `a|b` is either, an empty cell is nothing at all, and
`?` is what a careful reader could not tell.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kazfigures.drafting import Draft, draft

ARTICLES = sorted(Path(__file__).with_name("articles").glob("*.txt"), key=lambda path: path.stem)
REPORTED = "2022-01-07T16:56+06:00"
_ONE_QUOTE = str.maketrans('\u2018\u2019\u201c\u201d\u2033`"', "'''''''")
_EVERYONE = ("people", "persons")

articles = pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)


def rows(article: Path) -> list[dict[str, str]]:
    """Read the table that stands beside a text."""
    heads, *lines = article.with_suffix(".tsv").read_text().splitlines()
    return [dict(zip(heads.split("\t"), line.split("\t"), strict=True)) for line in lines]


@cache
def drafts(article: Path) -> tuple[Draft, ...]:
    return draft(article.read_text(), reported=REPORTED, source="News18").drafts


def figures(article: Path) -> list[tuple[str, str, str]]:
    return [
        (" ".join(one.figure.wording.split()), one.outcome, one.unit) for one in drafts(article)
    ]


def says(told: str, expected: str) -> bool:
    """Whether a part of a draft holds the words of a cell."""
    told = " ".join(told.translate(_ONE_QUOTE).casefold().split())
    if told in _EVERYONE:
        told = ""
    choices = expected.translate(_ONE_QUOTE).casefold().split("|")
    return "?" in choices or any(told == one if not one else one in told for one in choices)


def differences(article: Path, part: str) -> list[str]:
    """Say which figures were given another population, claimant and so on than the text has."""
    pairs = zip(drafts(article), rows(article), strict=True)
    return [
        f"{one.figure.wording} {one.outcome}: {part} {getattr(one, part)!r}, not {row[part]!r}"
        for one, row in pairs
        if not says(getattr(one, part), row[part])
    ]


@articles
def test_the_eight_figures_are_drafted_and_nothing_else(article: Path) -> None:
    told = [(row["wording"], row["outcome"], row["unit"]) for row in rows(article)]
    assert len(told) == 8
    assert figures(article) == told


@articles
@pytest.mark.parametrize("part", ["population", "claimant", "relay", "place"])
def test_whom_it_is_about_who_said_it_and_where_are_the_texts_own(article: Path, part: str) -> None:
    assert differences(article, part) == []


@articles
def test_a_day_is_given_where_the_text_dates_the_figure(article: Path) -> None:
    dated = [
        (one.figure.wording, "" if one.as_of is None else one.as_of.text[:10], row["as_of"])
        for one, row in zip(drafts(article), rows(article), strict=True)
    ]
    assert [one for one in dated if not says(one[1], one[2])] == []
