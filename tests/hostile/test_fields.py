"""What is hostile in one field gets what its row says, by every door that input comes in by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cases import FIELD_TABLES, SAID, Case, field_cases
from doors import DOORS, as_json_lines, outcome, run

from kazfigures import Figure, find, stream
from kazfigures.errors import ObservationError, WordingError
from kazfigures.exchange.records import from_record
from kazfigures.wording import WORD_TABLES


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("table", FIELD_TABLES)
def test_what_is_hostile_in_a_field_gets_what_its_row_says(
    table: str, door: str, tmp_path: Path
) -> None:
    cases = field_cases(table)
    outcomes = DOORS[door]([case.record for case in cases], tmp_path)
    told = zip(cases, outcomes, strict=True)
    assert [fault for case, one in told if one is not None and (fault := case.fault(one))] == []


# --- words, by themselves -------------------------------------------------------------------------

WORDINGS = [
    case
    for table in ("digits", "grouping", "sizes", "wordings")
    for case in field_cases(table)
    if case.field == "wording" and isinstance(case.value, str)
]
IN_PIECES = (
    *("the digit", "digits of two scripts", "numbers with a mark", "a tag or an entity", "U+202D"),
    *("not grouped in threes", "a number past"),
)


def told(case: Case) -> str:
    """Read the words of a case alone, and write down what they gave as its row does."""
    try:
        figure = Figure.read(case.value)
    except WordingError as error:
        return f"!{error.field}: {error.expected}"
    return f"={[figure.stated, figure.count.low, figure.count.high]}".replace("None", "null")


def test_words_are_read_alone_as_they_are_in_a_record() -> None:
    assert [case.name for case in WORDINGS if not told(case).startswith(case.gets)] == []


def test_a_sentence_gives_the_one_count_that_is_read_and_no_piece_of_what_is_refused() -> None:
    wrong = []
    for case in WORDINGS:
        try:
            found = find(case.value)
        except WordingError:
            continue
        if case.gets.startswith("="):
            figure = Figure.read(case.value)
            is_right = len(found) <= 1 and all(one.figure.count == figure.count for one in found)
        else:
            is_right = not (found and any(phrase in case.gets for phrase in IN_PIECES))
        if not is_right:
            wrong.append((case.name, found))
    assert wrong == []


# --- words of other languages ---------------------------------------------------------------------


@pytest.mark.parametrize("language", ["russian", "kazakh"])
def test_words_of_another_language_get_what_their_row_says_by_its_table(
    language: str, tmp_path: Path
) -> None:
    cases, table = field_cases(language), WORD_TABLES[language]
    place = tmp_path / "in.jsonl"
    place.write_text(as_json_lines(case.record for case in cases), encoding="utf-8")
    outcomes = map(outcome, stream(place, words=table))
    assert [told for case in cases if (told := case.fault(next(outcomes)))] == []
    for case in cases:
        result = run("read", "--words", language, "--format", "json", "--", case.value)
        if case.gets.startswith("="):
            [reading] = json.loads(result.stdout)
            kept = [reading[name] for name in ("stated", "low", "high")]
            assert kept == json.loads(case.gets[1:]), case.name
        else:
            assert result.exit_code == 1, case.name
            assert case.gets[1:].replace(": ", ": expected ", 1) in result.stderr, case.name


# --- names that no file can hold ------------------------------------------------------------------


@pytest.mark.parametrize("name", [10**5000, 5, None, ("note",), b"note"], ids=type)
def test_a_field_that_is_named_by_no_text_is_refused_in_a_line(name: object) -> None:
    with pytest.raises(ObservationError, match=r": expected a field of observations") as refusal:
        from_record({**SAID, name: "x"})
    assert len(str(refusal.value)) < 1000
