"""Errors are values: they compare by their fields, and read as a sentence that quotes the input."""

import copy
import inspect
import pickle

import pytest

from kazfigures import KazfiguresError, errors
from kazfigures.errors import (
    AliasError,
    CountError,
    ExtraError,
    FieldError,
    FrameError,
    LedgerError,
    MomentError,
    ObservationError,
    PartitionError,
    RecordError,
    RecordsError,
    RuleError,
    StoreError,
    WordingError,
    quote,
)

FIELD_ERRORS = [
    AliasError,
    CountError,
    FieldError,
    FrameError,
    LedgerError,
    MomentError,
    ObservationError,
    PartitionError,
    RuleError,
    WordingError,
]
FAULT = RecordError("toll.jsonl", 3, "low", "x", "a whole number")
OTHER_FAULT = RecordError("toll.jsonl", 9, "as_of", None, "a value")
EACH = [
    *(kind("low", "x", "a whole number") for kind in FIELD_ERRORS),
    FAULT,
    RecordsError((FAULT, OTHER_FAULT)),
    ExtraError("charts", "Drawing a chart"),
    StoreError("january.db", "it is no store, or it is damaged"),
]


def test_the_table_below_holds_every_error_of_the_module() -> None:
    named = {getattr(errors, name) for name in errors.__all__}
    assert named == {*map(type, EACH), KazfiguresError}


# --- every error ----------------------------------------------------------------------------------


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_every_error_is_a_kazfigures_error_and_a_value_error(error: KazfiguresError) -> None:
    assert isinstance(error, KazfiguresError)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_every_error_equals_its_copy_and_hashes_as_it(error: KazfiguresError) -> None:
    twin = copy.copy(error)
    assert twin is not error
    assert twin == error
    assert hash(twin) == hash(error)
    assert {twin, error} == {error}


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_every_error_survives_pickling(error: KazfiguresError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - its own bytes
    assert again == error
    assert str(again) == str(error)


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_every_error_differs_from_one_with_another_field(error: KazfiguresError) -> None:
    other = copy.copy(error)
    name = next(iter(vars(other)))
    setattr(other, name, "another")
    assert other != error


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_every_error_differs_from_other_kinds_and_other_things(error: KazfiguresError) -> None:
    assert [other for other in EACH if other == error] == [error]
    assert error != str(error)
    assert error != ValueError(str(error))


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_the_repr_of_every_error_rebuilds(error: KazfiguresError) -> None:
    assert eval(repr(error), vars(errors)) == error  # noqa: S307 - its own repr


@pytest.mark.parametrize("error", EACH, ids=lambda error: type(error).__name__)
def test_every_error_can_be_caught_as_a_value_error(error: KazfiguresError) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole tree is the claim
        raise error
    assert caught.value is error


@pytest.mark.parametrize("kind", FIELD_ERRORS)
def test_a_field_error_names_the_field_quotes_the_input_and_says_what_would_be_right(
    kind: type[FieldError],
) -> None:
    error = kind("low", "ten", "a whole number")
    assert str(error) == "low: expected a whole number, not 'ten'"
    assert (error.field, error.value, error.expected) == ("low", "ten", "a whole number")


@pytest.mark.parametrize("kind", [kind for kind in FIELD_ERRORS if kind is not FieldError])
def test_a_kind_of_field_error_is_a_field_error_and_no_other_kind(kind: type[FieldError]) -> None:
    assert issubclass(kind, FieldError)
    others = [
        other for other in FIELD_ERRORS if other is not FieldError and issubclass(kind, other)
    ]
    assert others == [kind]


def test_a_fault_of_a_file_names_the_place_first_as_compilers_do() -> None:
    assert str(FAULT) == "toll.jsonl:3: low: expected a whole number, not 'x'"


def test_faults_of_a_file_are_listed_one_a_line() -> None:
    assert str(RecordsError((FAULT,))) == f"1 record cannot be read:\n  {FAULT}"
    assert str(RecordsError((FAULT, OTHER_FAULT))) == (
        f"2 records cannot be read:\n  {FAULT}\n  {OTHER_FAULT}"
    )


def test_a_missing_extra_says_what_to_install_and_is_an_import_error() -> None:
    error = ExtraError("charts", "Drawing a chart")
    assert isinstance(error, ImportError)
    assert str(error) == (
        "Drawing a chart needs the extra 'charts': pip install 'kazfigures[charts]'"
    )


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        pytest.param("ten", "'ten'", id="text"),
        pytest.param("", "''", id="empty text"),
        pytest.param("it's", '"it\'s"', id="an apostrophe"),
        pytest.param("a\nb", "'a\\nb'", id="a new line"),
        pytest.param("\x1b[31m", "'\\x1b[31m'", id="a terminal's escape"),
        pytest.param("\udcff", "'\\udcff'", id="a lone surrogate"),
        pytest.param(None, "None", id="none"),
        pytest.param(3.5, "3.5", id="a float"),
        pytest.param("x" * 120, repr("x" * 120), id="120 characters"),
        pytest.param("x" * 121, f"{'x' * 120!r}... (121 characters)", id="121 characters"),
        pytest.param("x" * 10**6, f"{'x' * 120!r}... (1,000,000 characters)", id="a million"),
        pytest.param([1] * 80, repr([1] * 80), id="a list of 240 characters"),
        pytest.param([1] * 81, f"{repr([1] * 81)[:120]}...", id="a list of 243 characters"),
        pytest.param(10**300, f"{'1' + '0' * 119}...", id="a number of 301 digits"),
    ],
)
def test_an_error_quotes_its_input_shortened(value: object, quoted: str) -> None:
    assert quote(value) == quoted


def test_an_error_quotes_a_number_of_any_length() -> None:
    assert len(quote(10**5000)) < 300


def test_an_error_quotes_a_list_of_any_depth() -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    assert len(quote(deep)) < 300


def test_the_module_says_what_it_offers() -> None:
    kinds = {name for name, kind in vars(errors).items() if inspect.isclass(kind)}
    assert {name for name in kinds if name.endswith("Error")} == set(errors.__all__)
    assert errors.__all__ == sorted(errors.__all__)


def test_equal_errors_have_equal_hashes() -> None:
    one, same = FieldError("low", 1, "a number"), FieldError("low", 1.0, "a number")
    assert one == same
    assert hash(one) == hash(same)


def test_a_fault_is_told_with_its_place_in_a_file() -> None:
    fault = ObservationError("grade", "G", "None or one letter of ABCDEF")
    told = fault.at("january.csv", 7)
    assert told == RecordError("january.csv", 7, "grade", "G", "None or one letter of ABCDEF")
    assert str(told) == f"january.csv:7: {fault}"
