"""What one sentence reports, row by row of a table.

A row of sentences.tsv has a sentence, the figures that it reports in their order, what the row is
about, how the figures stand to each other where that matters, and, for the few that the rules are
not expected to master, why not.
A figure is written `26 killed 'armed criminals'`: words that state the same count, the outcome, and
words that the population holds.
Nothing behind the outcome is nobody named, `~` is whoever.
Of what is set up or destroyed, the last words are the unit.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from kazfigures import Figure
from kazfigures.drafting import Draft, draft

OUTCOMES: Final = (
    *("killed", "injured", "casualties", "detained", "kidnapped", "missing", "displaced"),
    *("evacuated", "rescued", "released", "hospitalised", "decapitated"),
    *("destroyed", "set up", "deployed"),
)
OF_THINGS: Final = ("destroyed", "set up")
REPORTED: Final = "2022-01-07T16:56+06:00"
_ONE_QUOTE: Final = str.maketrans('\u2018\u2019\u201c\u201d"', "'''''")


class Told(NamedTuple):
    """A figure that a sentence reports."""

    words: str
    outcome: str
    who: str


class Row(NamedTuple):
    """A sentence and what it reports."""

    sentence: str
    figures: tuple[Told, ...]
    about: str
    standing: tuple[str, ...]
    beyond: str


def told(cell: str) -> Told:
    """Take a cell apart at its outcome."""
    [place] = [f" {name}" for name in OUTCOMES if f" {name} " in f"{cell} "][:1] or [" casualties"]
    words, _, who = f"{cell} ".partition(f"{place} ")
    return Told(words, place.strip(), who.strip())


def rows() -> list[Row]:
    with Path(__file__).with_name("sentences.tsv").open(newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [
        Row(
            sentence,
            tuple(told(cell.strip()) for cell in figures.split(";") if cell.strip()),
            about,
            tuple(cell.strip() for cell in standing.split(";") if cell.strip()),
            beyond,
        )
        for sentence, figures, about, standing, beyond in lines
    ]


ROWS: Final = rows()


def cases(chosen: list[Row]) -> list[object]:
    """Make one test a row; a row beyond the rules is expected to fail, and told of if it passes."""
    return [
        pytest.param(
            row,
            id=f"{row.about}: {row.sentence}",
            marks=pytest.mark.xfail(reason=row.beyond, strict=True) if row.beyond else (),
        )
        for row in chosen
    ]


def drafts(row: Row) -> tuple[Draft, ...]:
    return draft(row.sentence, reported=REPORTED).drafts


def plainly(words: str) -> str:
    """Give words in one case, with one kind of quotes; people is nobody in particular."""
    words = " ".join(words.translate(_ONE_QUOTE).casefold().split())
    return "" if words in ("people", "person", "persons") else words


def is_about(one: Draft, expected: Told) -> bool:
    """Whether a draft is about those, or that, which the row names."""
    if expected.outcome in OF_THINGS:
        return expected.who == one.unit
    who = plainly(one.population)
    return expected.who == "~" or (plainly(expected.who) in who if expected.who else not who)


@pytest.mark.parametrize("row", cases(ROWS))
def test_a_sentence_reports_these_figures_and_no_others(row: Row) -> None:
    expected = [(Figure.read(one.words), one.outcome) for one in row.figures]
    assert [(one.figure.stated, one.figure.count, one.outcome) for one in drafts(row)] == [
        (figure.stated, figure.count, outcome) for figure, outcome in expected
    ]


@pytest.mark.parametrize("row", cases([row for row in ROWS if row.figures and not row.beyond]))
def test_a_figure_is_of_those_the_sentence_names(row: Row) -> None:
    wrong = [
        (one.figure.wording, one.outcome, one.population or one.unit, expected.who)
        for one, expected in zip(drafts(row), row.figures, strict=True)
        if not is_about(one, expected)
    ]
    assert wrong == []


@pytest.mark.parametrize("row", cases([row for row in ROWS if row.standing and not row.beyond]))
def test_a_figure_says_how_it_stands_to_another(row: Row) -> None:
    stands = [f"{one.standing} {one.tally}" for one in drafts(row)]
    assert len(stands) == len(row.standing)
    for stand, expected in zip(stands, row.standing, strict=True):
        assert expected == "~" or stand.startswith(expected)


def test_the_table_is_wide_and_says_each_sentence_once() -> None:
    """Every outcome is reported somewhere, and no few rows report nothing at all."""
    assert len({row.sentence for row in ROWS}) == len(ROWS) >= 400
    assert {one.outcome for row in ROWS for one in row.figures} == set(OUTCOMES)
    assert sum(not row.figures for row in ROWS) >= 100


LISTS: Final = (
    "Number of injured: 57\nKilled: 12\nMissing: 3",
    "Number of injured: 57\r\nKilled: 12\r\nMissing: 3\r\n",
    "Losses of the guard as of this morning, by its own count:\n"
    "Number of law-enforcement officers injured: 57\nKilled: 12\nMissing: 3",
    "- 57 injured\n- 12 killed\n- 3 missing",
)


@pytest.mark.parametrize("text", LISTS)
def test_each_line_of_a_list_stands_for_itself(text: str) -> None:
    """No outcome of one line is told of the number of another."""
    found = [(one.figure.stated, one.outcome) for one in draft(text, reported=REPORTED)]
    assert found == [(57, "injured"), (12, "killed"), (3, "missing")]
