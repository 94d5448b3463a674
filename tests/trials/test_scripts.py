"""A ledger as a script: pasted and run, it builds the ledger again."""

from textwrap import dedent

from hypothesis import example, given
from pasting import built_by

from kazfigures import Count, Figure, Ledger, Measure, Notice, Observation, Source
from kazfigures.strategies import histories, ledgers
from kazfigures.trials import as_script

NOON = "2022-01-07T12:00+00:00"
KILLED = Measure("killed")
EIGHTEEN = Observation(KILLED, "18", "Ministry", NOON, NOON)


@given(ledger=ledgers(small=True))
def test_the_script_of_a_small_ledger_builds_it_again(ledger: Ledger) -> None:
    assert built_by(as_script(ledger)) == ledger


@example(ledger=Ledger())
@given(ledger=ledgers())
def test_the_script_of_any_ledger_builds_it_again(ledger: Ledger) -> None:
    assert built_by(as_script(ledger)) == ledger


@given(ledger=histories(small=True).map(lambda history: history[-1]))
def test_the_script_of_a_ledger_that_grew_builds_it_again(ledger: Ledger) -> None:
    assert built_by(as_script(ledger)) == ledger


@given(ledger=ledgers(small=True))
def test_the_ids_of_what_is_built_are_those_of_the_ledger(ledger: Ledger) -> None:
    built = built_by(as_script(ledger))
    assert [entry.id for entry in built] == [entry.id for entry in ledger]


def test_more_reports_than_there_are_names_have_numbers() -> None:
    many = Ledger(Observation(KILLED, str(number), "Ministry", NOON, NOON) for number in range(12))
    script = as_script(many)
    assert "report_12 = kf.Observation(" in script
    assert built_by(script) == many


def test_what_the_words_do_not_say_is_written_out() -> None:
    """The count of 5 to 9 says no single number, and here its source states 6."""
    said = Figure("5 to 9", 6, Count(5, 9))
    ledger = Ledger([Observation(KILLED, said, Source("Ministry", "official"), NOON, NOON)])
    script = as_script(ledger)
    assert 'kf.Figure("5 to 9", 6, kf.Count(5, 9))' in script
    assert 'kf.Source("Ministry", kind="official")' in script
    assert built_by(script) == ledger


def test_a_script_reads_as_a_desk_would_write_it() -> None:
    retraction = Notice("retraction", EIGHTEEN, "Ministry", NOON, reason="a hacker wrote it")
    assert as_script(Ledger([EIGHTEEN, retraction])) == dedent(
        """\
        import kazfigures as kf

        measure = kf.Measure("killed")
        first = kf.Observation(
            measure,
            "18",
            "Ministry",
            as_of="2022-01-07T12:00+00:00",
            reported="2022-01-07T12:00+00:00",
        )
        notice = kf.Notice(
            "retraction",
            first,
            "Ministry",
            "2022-01-07T12:00+00:00",
            reason="a hacker wrote it",
        )
        ledger = kf.Ledger([first, notice])"""
    )
