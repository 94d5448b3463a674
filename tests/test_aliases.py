"""The names that a newsroom knows as one: the table, its file, and a ledger under it."""

from __future__ import annotations

import copy
import csv
import pickle
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kazfigures import (
    Ledger,
    Measure,
    Notice,
    Observation,
    Source,
    audit,
    pools,
    reconcile,
)
from kazfigures.aliases import Aliases
from kazfigures.errors import AliasError, LedgerError, RecordError, RecordsError
from kazfigures.exchange.aliases import load_aliases
from kazfigures.exchange.records import from_record, to_record
from kazfigures.observations import Entry, identity
from kazfigures.strategies import ledgers

MINISTRY = Aliases({"Interior Ministry": ["MVD", "МВД", "Ministry of Internal Affairs"]})
KILLED = Measure("killed", place="Kazakhstan")


def said(source: str, words: str = "18", **changes: Any) -> Observation:  # noqa: ANN401 - any field
    """A report that says the same each time, but for who said it and the changes."""
    fields: dict[str, Any] = {
        "as_of": "2022-01-07[Asia/Almaty]",
        "reported": "2022-01-07T16:56+06:00",
    }
    return Observation(KILLED, words, source, **{**fields, **changes})


def gave(kind: str, of: Any, by: str, **changes: Any) -> Notice:  # noqa: ANN401 - any field
    """A notice of 9 January."""
    return Notice(kind, of, by, "2022-01-09T12:00+06:00", **changes)  # type: ignore[arg-type]


def under(aliases: Aliases, *entries: Entry) -> tuple[Entry, ...]:
    return aliases.applied_to(Ledger(entries)).entries


# --- the table ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("MVD", "Interior Ministry"),
        ("mvd", "Interior Ministry"),
        ("ＭＶＤ", "Interior Ministry"),  # full-width letters
        ("М\u200bВД", "Interior Ministry"),  # a zero-width space among Cyrillic letters
        ("Ministry  of Internal\u00a0Affairs", "Interior Ministry"),
        ("INTERIOR MINISTRY", "Interior Ministry"),
        ("MBД", "MBД"),  # two Latin letters for Cyrillic ones: a look-alike is no alias
        ("Ministry of Health", "Ministry of Health"),
        ("", ""),
    ],
)
def test_a_name_goes_by_the_name_that_the_newsroom_has_for_it(spelled: str, name: str) -> None:
    assert MINISTRY.name_for(spelled) == name


@pytest.mark.parametrize(
    ("table", "canonical"),
    [
        ({}, {}),
        ({"AFP": []}, {"AFP": ()}),
        ({" Interior  Ministry ": ["M V D "]}, {"Interior Ministry": ("M V D",)}),
        ({"B": ["b2", "b1"], "A": ["a1"]}, {"A": ("a1",), "B": ("b1", "b2")}),
        ({"A": ("a1", "A1", "a1")}, {"A": ("A1",)}),
        ({"A": ["a", "A", "a1"]}, {"A": ("a1",)}),
        ({"Cafe\u0301": ["x"]}, {"Caf\u00e9": ("x",)}),
    ],
)
def test_the_canonical_table_has_each_name_once_and_in_order(
    table: Mapping[str, Iterable[str]], canonical: Mapping[str, tuple[str, ...]]
) -> None:
    aliases = Aliases(table)
    assert dict(aliases.names) == canonical
    assert list(dict(aliases.names)) == sorted(canonical)


@pytest.mark.parametrize(
    ("table", "field", "expected"),
    [
        ({"A": ["x"], "B": ["x"]}, "alias", "an alias of one name, 'A' or 'B'"),
        ({"A": ["x"], "B": ["X "]}, "alias", "an alias of one name, 'A' or 'B'"),
        ({"A": ["B"], "B": ["C"]}, "alias", "an alias of 'A' that is no other name"),
        ({"A": ["b"], "B": ["C"]}, "alias", "an alias of 'A' that is no other name"),
        ({"A": ["B"], "B": ["A"]}, "alias", "an alias of 'A' that is no other name"),
        ({"A": ["B"], "B": []}, "alias", "an alias of 'A' that is no other name"),
        ({"A": ["x"], "a": ["y"]}, "name", "each name in one spelling, 'A'"),
        ({"": ["x"]}, "name", "a few words"),
        ({" \u200b": ["x"]}, "name", "a few words"),
        ({"A": [""]}, "alias", "a few words"),
        ({"A": ["\u200b"]}, "alias", "a few words"),
        ({"A": ["x\x00"]}, "alias", "text without control characters"),
        ({"A": ["\ud800"]}, "alias", "text without control characters or lone surrogates"),
        ({1: ["x"]}, "name", "text"),
        ({"A": [1]}, "alias", "text"),
        ({"A": "MVD"}, "aliases", "a list of aliases of 'A'"),
        ({"A": None}, "aliases", "a list of aliases of 'A'"),
        ("A", "aliases", "names, each with a list of its aliases"),
        (["A", "x"], "aliases", "names, each with a list of its aliases"),
        (("A",), "aliases", "a name and a list of its aliases"),
        ((1,), "aliases", "a name and a list of its aliases"),
        (None, "aliases", "names, each with a list of its aliases"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(table: Any, field: str, expected: str) -> None:  # noqa: ANN401
    with pytest.raises(AliasError) as refused:
        Aliases(table)
    assert refused.value.field == field
    assert refused.value.expected.startswith(expected)


WORDS = st.text("AaBbÉé ", max_size=3)
TABLES = st.dictionaries(WORDS, st.lists(WORDS, max_size=3), max_size=4)


def is_sound(table: Mapping[str, Iterable[str]]) -> bool:
    """Whether each name is spelled once, and each alias stands for one name: pair by pair."""
    rows = [(name, alias) for name, aliases in table.items() for alias in (name, *aliases)]
    if not all(identity(one) for row in rows for one in row):
        return False
    for name, alias in rows:
        for other, its_alias in rows:
            if identity(name) == identity(other):
                if " ".join(name.split()) != " ".join(other.split()):
                    return False
            elif identity(alias) == identity(its_alias):
                return False
    return True


@given(TABLES)
def test_a_table_is_refused_where_names_meet_and_only_there(table: dict[str, list[str]]) -> None:
    if not is_sound(table):
        with pytest.raises(AliasError):
            Aliases(table)
        return
    aliases = Aliases(table)
    for name, others in table.items():
        for spelled in (name, *others):
            assert aliases.name_for(spelled) == " ".join(name.split())


@given(TABLES.filter(is_sound), st.randoms(use_true_random=False))
def test_equal_tables_say_the_same_in_any_order_and_spelling(
    table: dict[str, list[str]],
    chance: Any,  # noqa: ANN401
) -> None:
    rows = list(table.items())
    chance.shuffle(rows)
    twin = Aliases({f" {name} ": [*aliases[::-1], name.swapcase()] for name, aliases in rows})
    assert twin == Aliases(table)
    assert hash(twin) == hash(Aliases(table))
    assert eval(repr(twin)) == twin  # noqa: S307 - the repr of a table is Python


def test_a_table_is_a_value() -> None:
    assert copy.copy(MINISTRY) == pickle.loads(pickle.dumps(MINISTRY)) == MINISTRY  # noqa: S301
    assert str(MINISTRY) == "Interior Ministry: MVD, Ministry of Internal Affairs, МВД"
    assert str(Aliases({"AFP": [], "AP": ["Associated Press"]})) == "AFP\nAP: Associated Press"


# --- the file -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "table"),
    [
        ("name,alias\n", {}),
        ("name,alias\nA,x\nB,z\nA,y\n", {"A": ["x", "y"], "B": ["z"]}),
        ('name,alias\r\n"A, B",x\r\n\r\n A ,"x\ny"\r\n', {"A, B": ["x"], "A": ["x y"]}),
        ("\ufeffname,alias\nA,МВД", {"A": ["МВД"]}),
        ("name,alias\nA,A\nA,x\nA,x\n", {"A": ["x"]}),
        ("name,alias\nA,A\n", {"A": []}),
        ("\n\nname,alias\nA,'x\n", {"A": ["'x"]}),
    ],
)
def test_a_file_has_a_name_and_an_alias_in_each_row(
    content: str, table: Mapping[str, Iterable[str]], tmp_path: Path
) -> None:
    path = tmp_path / "aliases.csv"
    path.write_bytes(content.encode())
    assert load_aliases(path) == load_aliases(str(path)) == Aliases(table)


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"", [(1, "header", "name,alias")]),
        (b"A,x\n", [(1, "header", "name,alias")]),
        (b"alias,name\nA,x\n", [(1, "header", "name,alias")]),
        (b"name;alias\nA;x\n", [(1, "header", "name,alias")]),
        (b"name,alias\nA\nB,x,y\n", [(2, "row", "two cells"), (3, "row", "two cells")]),
        (b"name,alias\n,x\nA,\n", [(2, "name", "a few words"), (3, "alias", "a few words")]),
        (b"name,alias\nA,\xcc\xc2\xc4\n", [(2, "alias", "text without control characters")]),
        (b"name,alias\nA,x\x00\n", [(2, "alias", "text without control characters")]),
        (b'name,alias\nA,"x\n', [(2, "row", "a row of quoted or plain cells")]),
        (b'name,alias\nA,"x"y\nB,\n', [(2, "row", "a row of"), (3, "alias", "a few words")]),
        (
            b"name,alias\nA,x\nB,x\nC,\nB,A\na,y\n",
            [
                *((3, "alias", "an alias of one name"), (4, "alias", "a few words")),
                *((5, "alias", "an alias of 'B' that"), (6, "name", "each name in one")),
            ],
        ),
    ],
)
def test_every_fault_of_a_file_is_named_with_its_line(
    content: bytes, faults: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "aliases.csv"
    path.write_bytes(content)
    with pytest.raises(RecordsError) as refused:
        load_aliases(path)
    found = refused.value.faults
    assert [(fault.line, fault.field) for fault in found] == [fault[:2] for fault in faults]
    for fault, (_, _, expected) in zip(found, faults, strict=True):
        assert fault.expected.startswith(expected)
        assert fault.file == str(path)


def test_a_fault_reads_as_that_of_a_record() -> None:
    fault = RecordError("aliases.csv", 3, "alias", "x", "an alias of one name, 'A' or 'B'")
    said = "aliases.csv:3: alias: expected an alias of one name, 'A' or 'B', not 'x'"
    assert str(fault) == said


@pytest.mark.parametrize("path", ["no\0where.csv", "\ud800.csv"])
def test_a_path_that_no_file_has_is_refused(path: str) -> None:
    with pytest.raises(AliasError, match="path: expected a path without NUL"):
        load_aliases(path)


def test_a_file_that_is_missing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_aliases(tmp_path / "aliases.csv")


@given(table=TABLES.filter(is_sound))
def test_what_is_written_row_by_row_is_read(
    table: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tables") / "aliases.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "alias"])
        rows.writerows((name, one) for name, aliases in table.items() for one in (name, *aliases))
    assert load_aliases(path) == Aliases(table)


# --- a ledger under one name ----------------------------------------------------------------------

POOL = ("Interior Ministry", "MVD", "mvd", "МВД", "Hospital", "TASS", "Khabar 24", "AP")
PEOPLE = st.sampled_from(POOL).map(Source)
LEDGERS = ledgers(sources=PEOPLE, max_size=5, small=True) | ledgers(
    sources=PEOPLE, measure=KILLED, max_size=5, moments=said("A").reported, small=True
)


def _without_chains(targets: Mapping[str, str]) -> Aliases:
    table: dict[str, list[str]] = {name: [] for name in targets.values()}
    for alias, name in targets.items():
        if identity(alias) not in set(map(identity, table)):
            table[name].append(alias)
    return Aliases(table)


NAMES = st.sampled_from(("The Ministry", "Interior Ministry", "The Agency", "TASS"))
ALIASES = st.dictionaries(st.sampled_from([*POOL[:1], *POOL[2:]]), NAMES).map(_without_chains)


def by_hand(aliases: Aliases, ledger: Ledger) -> Ledger:
    """Write the ledger anew with each name as the newsroom has it, record by record."""

    def called(name: str) -> str:
        for own, others in aliases.names:
            if any(identity(name) == identity(one) for one in (own, *others)):
                return own
        return name

    written: list[Entry] = []
    ids: dict[str, str] = {}
    for report in ledger.observations:
        record = to_record(report)
        old = record.pop("id")
        record["source"] = called(record["source"])
        record["via"] = [called(name) for name in record.get("via", [])]
        written.append(from_record(record))
        ids[old] = written[-1].id
    for notice in ledger.notices:
        record = to_record(notice)
        record.pop("id")
        record["by"] = called(record["by"])
        record["of"] = [ids.get(target, target) for target in record["of"]]
        if "instead" in record:
            record["instead"] = ids.get(record["instead"], record["instead"])
            record["of"] = [target for target in record["of"] if target != record["instead"]]
        if record["of"]:
            written.append(from_record(record))
    return Ledger(written)


def outcome(make: Any) -> Ledger | str:  # noqa: ANN401 - what gives a ledger
    """Give a ledger, or say what runs in a circle."""
    try:
        ledger: Ledger = make()
    except LedgerError as error:
        return f"{error.field} runs in a circle"
    return ledger


@given(ALIASES, LEDGERS)
def test_a_ledger_under_aliases_is_the_one_that_a_hand_would_write(
    aliases: Aliases, ledger: Ledger
) -> None:
    applied = outcome(lambda: aliases.applied_to(ledger))
    assert applied == outcome(lambda: by_hand(aliases, ledger))


@given(ALIASES, LEDGERS)
def test_to_apply_aliases_twice_is_to_apply_them_once(aliases: Aliases, ledger: Ledger) -> None:
    once = outcome(lambda: aliases.applied_to(ledger))
    assume(isinstance(once, Ledger))
    assert isinstance(once, Ledger)
    assert aliases.applied_to(once) == once


@given(LEDGERS, st.sampled_from([Aliases(), Aliases({"Nobody": ["No one"]})]))
def test_aliases_of_nobody_change_nothing(ledger: Ledger, aliases: Aliases) -> None:
    assert aliases.applied_to(ledger) == ledger


@given(ALIASES, LEDGERS, LEDGERS)
def test_applied_to_a_union_is_the_union_of_applied_where_notices_name_reports_of_their_own_ledger(
    aliases: Aliases, one: Ledger, other: Ledger
) -> None:
    """The strategy draws no other notices; the next test has one."""
    whole = outcome(lambda: one | other)
    assume(isinstance(whole, Ledger))
    assert isinstance(whole, Ledger)
    assert outcome(lambda: aliases.applied_to(whole)) == outcome(
        lambda: aliases.applied_to(one) | aliases.applied_to(other)
    )


def test_a_notice_follows_a_report_that_its_own_ledger_does_not_hold_only_where_both_are_one() -> (
    None
):
    report = said("MVD")
    notice = gave("retraction", report, "MVD")
    reports, notices = Ledger([report]), Ledger([notice])
    together = MINISTRY.applied_to(reports | notices)
    apart = MINISTRY.applied_to(reports) | MINISTRY.applied_to(notices)
    assert reconcile(together)[KILLED].used == ()
    assert reconcile(apart)[KILLED].used != ()


@given(ALIASES, LEDGERS)
def test_a_notice_bears_on_the_same_reports_as_before(aliases: Aliases, ledger: Ledger) -> None:
    """But for what a correction puts in its own place, which it does not take back anyway."""

    def renamed(report: Observation) -> Observation:
        [same] = aliases.applied_to(Ledger([report])).observations
        return same

    def pointed_at(told: Ledger, notice: Notice) -> set[Observation]:
        return {one for one in told.observations if {one.id, one.origin} & {*notice.of}}

    for notice in ledger.notices:
        before = Ledger([*ledger.observations, notice])
        after = aliases.applied_to(before)
        wanted = {renamed(one) for one in pointed_at(before, notice)}
        for told in after.notices:
            found = pointed_at(after, told)
            own = {one for one in wanted - found if one.id == told.instead}
            assert wanted == found | own
        assert after.notices or (notice.instead and len(wanted) == 1)


@given(ALIASES, LEDGERS)
def test_every_report_is_there_under_the_one_name(aliases: Aliases, ledger: Ledger) -> None:
    after = outcome(lambda: aliases.applied_to(ledger))
    assume(isinstance(after, Ledger))
    assert isinstance(after, Ledger)
    before = {(aliases.name_for(one.source.name), one.figure) for one in ledger.observations}
    assert {(one.source.name, one.figure) for one in after.observations} == before
    others = {identity(one) for _, names in aliases.names for one in names}
    named = [name for one in after.observations for name in (one.source.name, *one.via)]
    named += [notice.by.name for notice in after.notices]
    assert not others & set(map(identity, named))


@given(ALIASES, LEDGERS)
def test_what_is_stored_stays_as_it_is(aliases: Aliases, ledger: Ledger) -> None:
    before = Ledger(copy.deepcopy(ledger.entries))
    outcome(lambda: aliases.applied_to(ledger))
    assert ledger == before


def test_two_names_of_one_source_are_no_second_source() -> None:
    """The two-source rule finds one, as it does where the ledger has one name."""
    two = Ledger([said("MVD"), said("МВД", reported="2022-01-07T18:00+06:00")])
    rule = pools.quorum(2)
    assert reconcile(two, rule)[KILLED].count is not None
    one = reconcile(MINISTRY.applied_to(two), rule)[KILLED]
    assert one.count is None
    written = Ledger(
        [
            said("Interior Ministry"),
            said("Interior Ministry", reported="2022-01-07T18:00+06:00"),
        ]
    )
    assert one == reconcile(written, rule)[KILLED]


@given(ALIASES, LEDGERS)
def test_who_has_several_names_has_one_voice(aliases: Aliases, ledger: Ledger) -> None:
    told = outcome(lambda: aliases.applied_to(ledger))
    if isinstance(told, Ledger):
        for estimate in reconcile(told):
            voices = [identity(aliases.name_for(claim.source.name)) for claim in estimate.claims]
            assert len(voices) == len(set(voices))


@pytest.mark.parametrize("denier", ["MVD", "МВД", "Interior Ministry"])
def test_a_source_takes_back_under_one_name_what_it_said_under_another(denier: str) -> None:
    ledger = Ledger([said("Ministry of Internal Affairs"), gave_denial(denier)])
    assert reconcile(ledger)[KILLED].used != ()
    assert reconcile(MINISTRY.applied_to(ledger))[KILLED].used == ()


def gave_denial(by: str) -> Notice:
    return gave("denial", said("Ministry of Internal Affairs"), by)


@pytest.mark.parametrize(
    ("entries", "after"),
    [
        ((said("MVD"), said("МВД")), (said("Interior Ministry"),)),
        (
            (said("AP", via=("MVD", "TASS")), said("AP", via=("МВД", "TASS"))),
            (said("AP", via=("Interior Ministry", "TASS")),),
        ),
        (
            (said("MVD", via=("МВД",)),),
            (said("Interior Ministry", via=("Interior Ministry",)),),
        ),
        (
            (gave("denial", "briefing", "MVD"), gave("denial", "briefing", "МВД")),
            (gave("denial", "briefing", "Interior Ministry"),),
        ),
        (
            (gave("denial", "MVD", "AP"),),  # an origin is a label and no name
            (gave("denial", "MVD", "AP"),),
        ),
        (
            (said("MVD"), gave("retraction", [said("MVD"), "leak"], "AP")),
            (
                said("Interior Ministry"),
                gave("retraction", [said("Interior Ministry"), "leak"], "AP"),
            ),
        ),
        (
            (said("AP"), said("MVD"), gave("correction", "leak", "AP", instead=said("MVD"))),
            (
                said("AP"),
                said("Interior Ministry"),
                gave("correction", "leak", "AP", instead=said("Interior Ministry")),
            ),
        ),
        (
            (gave("retraction", said("MVD"), "AP"),),  # about nothing that is there
            (gave("retraction", said("MVD"), "AP"),),
        ),
        (
            (gave("retraction", said("Interior Ministry"), "AP"), said("MVD")),
            (gave("retraction", said("Interior Ministry"), "AP"), said("Interior Ministry")),
        ),
    ],
    ids=[
        "reports that were one but for the name are one",
        "so they are where a relay has two names",
        "a relay of its own words stays one",
        "notices that were one but for the name are one",
        "an origin is no name",
        "a notice follows the report",
        "a correction follows what stands instead",
        "a notice about what is not there stays",
        "a notice that names the id under aliases finds it",
    ],
)
def test_what_becomes_of_entries(entries: tuple[Entry, ...], after: tuple[Entry, ...]) -> None:
    assert under(MINISTRY, *entries) == Ledger(after).entries


def test_a_correction_that_only_names_the_source_anew_says_what_the_table_says() -> None:
    before = said("MVD"), said("Interior Ministry")
    correction = gave("correction", before[0], "MVD", instead=before[1])
    assert under(MINISTRY, *before, correction) == (said("Interior Ministry"),)
    more = gave("correction", [before[0], "leak"], "MVD", instead=before[1])
    kept = gave("correction", "leak", "Interior Ministry", instead=said("Interior Ministry"))
    assert under(MINISTRY, *before, more) == (said("Interior Ministry"), kept)


CIRCLES = {
    "two names correct each other": (
        gave("correction", said("MVD", "18"), "MVD", instead=said("МВД", "16")),
        gave("correction", said("МВД", "16"), "MVD", instead=said("MVD", "18")),
        said("MVD", "18"),
        said("МВД", "16"),
    ),
    "a correction comes back to the same words under another name": (
        gave("correction", said("MVD", "18"), "MVD", instead=said("MVD", "16")),
        gave("correction", said("MVD", "16"), "MVD", instead=said("МВД", "18")),
        *(said("MVD", "18"), said("MVD", "16"), said("МВД", "18")),
    ),
}


@pytest.mark.parametrize("case", CIRCLES)
def test_corrections_in_a_circle_under_one_name_are_refused(case: str) -> None:
    """As they are where the ledger has but one name; the stored ledger still takes them."""
    ledger = Ledger(CIRCLES[case])
    with pytest.raises(LedgerError, match="not in a circle, once the names are one"):
        MINISTRY.applied_to(ledger)
    with pytest.raises(LedgerError, match="not in a circle"):
        by_hand(MINISTRY, ledger)


@pytest.mark.parametrize("ledger", [None, [], said("MVD")])
def test_aliases_are_applied_to_a_ledger(ledger: Any) -> None:  # noqa: ANN401
    with pytest.raises(LedgerError, match="ledger: expected a Ledger"):
        MINISTRY.applied_to(ledger)


def test_names_that_are_one_look_like_no_other() -> None:
    ledger = Ledger([said("Interior Ministry"), said("Interiоr Ministry", via=["ТASS"])])
    kinds = {finding.kind.value for finding in audit(ledger)}
    assert "look_alike" in kinds
    table = Aliases({"Interior Ministry": ["Interiоr Ministry"]})
    assert "look_alike" not in {finding.kind.value for finding in audit(table.applied_to(ledger))}
