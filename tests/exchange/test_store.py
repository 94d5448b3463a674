"""The store: a ledger in a database, on SQLite and on a real PostgreSQL alike."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import address

import kazfigures as kf
from kazfigures.errors import LedgerError, ObservationError, StoreError
from kazfigures.exchange.records import to_record
from kazfigures.exchange.store import Appended, Seal, Store, is_store, schemas, sqlite
from kazfigures.observations import Entry
from kazfigures.strategies import ledgers

EXAMPLE = kf.load(Path(__file__).parents[2] / "docs/examples/kazakhstan-2022.jsonl")
KILLED = kf.Measure("killed", place="Kazakhstan", event="Kazakhstan, January 2022")
DAY = "2022-01-07[Asia/Almaty]"
ONE = kf.Observation(KILLED, "18", "Ministry", DAY, DAY)
OTHER = kf.Observation(KILLED, "at least 20", "Hospital", DAY, "2022-01-08T09:00+06:00")


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be."""
    return address() if request.param == "postgres" else str(tmp_path / "january.db")


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An empty store."""
    with kf.open_ledger(place) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of SQLite that holds the example."""
    path = tmp_path / "january.db"
    with kf.open_ledger(path) as opened:
        opened.append(EXAMPLE)
    return path


def test_what_is_appended_is_there(store: Store) -> None:
    assert str(store.append(EXAMPLE)) == "231 new, 0 already there"
    assert store.ledger() == EXAMPLE
    assert len(store) == len(EXAMPLE)
    assert sorted(map(str, store.measures)) == sorted(map(str, EXAMPLE.measures))
    assert kf.reconcile(store.ledger()) == kf.reconcile(EXAMPLE)


def test_what_was_appended_is_there_when_it_is_opened_again(place: str) -> None:
    with kf.open_ledger(place) as first:
        first.append([ONE])
        seal = first.seal
    with kf.open_ledger(place) as second:
        assert second.ledger() == kf.Ledger([ONE])
        assert second.seal == seal


def test_a_batch_that_is_sent_again_changes_nothing(store: Store) -> None:
    store.append([ONE])
    seal = store.seal
    assert store.append([ONE, ONE]) == Appended((), 2)
    assert store.seal == seal
    assert store.append([ONE, OTHER, OTHER]) == Appended((OTHER,), 2)


def test_an_empty_batch_changes_nothing(store: Store) -> None:
    assert store.append([]) == Appended((), 0)
    assert (len(store), list(store), store.ledger()) == (0, [], kf.Ledger())


def test_entries_are_streamed_in_the_order_of_appending(store: Store) -> None:
    store.append([OTHER])
    store.append([ONE])
    assert list(store) == [OTHER, ONE]
    assert list(store.stream(known_at=DAY)) == [ONE]


def test_what_is_added_meanwhile_is_not_streamed(place: str) -> None:
    many = [evolve(ONE, note=str(number)) for number in range(1_500)]
    with kf.open_ledger(place) as reading, kf.open_ledger(place) as writing:
        writing.append(many)
        going = iter(reading)
        first = next(going)
        writing.append([OTHER])
        assert [first, *going] == many
        assert OTHER in reading


def test_an_entry_is_found_by_its_id(store: Store) -> None:
    store.append([ONE])
    assert store.entry(ONE.id) == ONE
    assert (ONE in store, ONE.id in store, OTHER in store, 5 in store) == (True, True, False, False)
    with pytest.raises(LedgerError, match=r"id: expected the id of an entry in the store"):
        store.entry(OTHER.id)


@pytest.mark.parametrize(
    "known_at", [None, DAY, "2022-01-09T10:00+06:00", "2022-01-09T00:00+06:00"]
)
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"measure": KILLED},
        {"outcome": "killed"},
        {"place": "Kazakhstan/Almaty"},
        {"population": "security forces", "event": "Kazakhstan, January 2022"},
        {"unit": "checkpoints", "tally": "stock"},
        {"source": "ministry of internal affairs of KAZAKHSTAN"},
        {"origin": "MVD statement, 5 January 2022"},
        {"definition": "nothing of the kind"},
    ],
    ids=str,
)
def test_a_question_is_answered_as_a_ledger_answers_it(
    store: Store, asked: dict[str, Any], known_at: str | None
) -> None:
    store.append(EXAMPLE)
    narrowed = EXAMPLE.where(**asked)
    expected = narrowed if known_at is None else narrowed.known_at(known_at)
    assert store.ledger(known_at=known_at, **asked) == expected


_MOMENTS = st.sampled_from([None, "2022-01-07[UTC]", "2022-01-07T00:00Z", "2022-01[UTC]"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=st.data())
def test_any_ledger_is_kept_without_loss(drawn: st.DataObject, place: str) -> None:
    """Whatever the batches are, and whatever is asked."""
    entries: list[Entry] = list(drawn.draw(ledgers(small=drawn.draw(st.booleans()))))
    cuts = sorted(drawn.draw(st.lists(st.integers(0, len(entries)), max_size=3)))
    with kf.open_ledger(place) as store:
        before = store.ledger()
        try:
            expected = before | kf.Ledger(entries)
        except LedgerError:
            return
        added = 0
        for start, end in zip([0, *cuts], [*cuts, len(entries)], strict=True):
            added += len(store.append(entries[start:end]).new)
        assert added == len(expected) - len(before)
        assert store.ledger() == expected
        assert kf.reconcile(store.ledger()) == kf.reconcile(expected)
        known_at = drawn.draw(_MOMENTS)
        asked = {}
        if expected.measures:
            asked["measure"] = drawn.draw(st.sampled_from(expected.measures))
        answer = expected.where(**asked)
        answer = answer if known_at is None else answer.known_at(known_at)
        assert store.ledger(known_at=known_at, **asked) == answer
        assert store.verify(store.seal) == store.seal


# What a store refuses


@pytest.mark.parametrize("strange", [5, "18 killed", None, KILLED], ids=repr)
def test_what_is_no_entry_is_refused_and_nothing_of_its_batch_is_kept(
    store: Store, strange: object
) -> None:
    with pytest.raises(LedgerError, match="entries: expected observations and notices"):
        store.append([ONE, strange])
    assert len(store) == 0


def test_a_batch_that_breaks_off_leaves_nothing(store: Store) -> None:
    def breaking_off() -> Iterator[Entry]:
        yield ONE
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - it is ours
        store.append(breaking_off())
    assert len(store) == 0


def test_corrections_never_run_in_a_circle(store: Store) -> None:
    there = kf.Notice("correction", ONE, "Ministry", "2022-01-09[UTC]", instead=OTHER)
    back = kf.Notice("correction", OTHER, "Hospital", "2022-01-10[UTC]", instead=ONE)
    store.append([ONE, OTHER, there])
    with pytest.raises(LedgerError, match="in a circle"):
        store.append([back])
    assert list(store) == [ONE, OTHER, there]
    no_standing = evolve(back, by=kf.Source("Somebody"))
    store.append([no_standing])
    assert store.ledger() == kf.Ledger([ONE, OTHER, there, no_standing])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET low = 1",
        "UPDATE measures SET outcome = 'injured'",
        "DELETE FROM entries",
        "DELETE FROM measures",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries LIMIT 1",
        "INSERT OR REPLACE INTO measures SELECT * FROM measures LIMIT 1",
        "INSERT OR IGNORE INTO entries SELECT seq + 500, * FROM entries LIMIT 1",
        "INSERT INTO entries (seq, id, entry, known_from, chain) VALUES (232, 'x', 'x', '', '')",
        "INSERT INTO measures VALUES ('0123456789abcdef', '', '', '', '', 'people', 'stock', '')",
    ],
)
def test_nothing_in_a_file_is_changed_or_taken_away(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    with pytest.raises(sqlite3.Error):
        connection.execute(statement)
    connection.close()
    with kf.open_ledger(file, reading=True) as store:
        assert store.ledger() == EXAMPLE


BAD_CELLS = [
    ("low", "'many'"), ("low", "-1"), ("low", "NULL"), ("low", "1e400"), ("high", "0"),
    ("stated", "1.5"), ("grade", "'G'"), ("credibility", "7"), ("wording", "NULL"),
    ("wording", "''"), ("source", "NULL"), ("as_of", "NULL"), ("reported", "NULL"),
    ("measure", "NULL"), ("measure", "'ffffffffffffffff'"), ("via", "'TASS'"),
    ("entry", "'rumour'"), ("id", "'short'"),
    ("known_from", "'2022'"), ("chain", "''"), ("notice", "'denial'"), ("seq", "1000"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "value"), BAD_CELLS)
def test_the_tables_take_no_cell_that_no_entry_has(file: Path, column: str, value: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys = ON")
    names = [name for _, name, *_ in connection.execute("PRAGMA table_info(entries)")]
    cells = {name: f'"{name}"' for name in names}
    cells |= {"seq": "232", "id": "'0123456789abcdef'", "low": "5", "high": "NULL"}
    template = "INSERT INTO entries SELECT {} FROM entries WHERE seq = 1"
    with pytest.raises(sqlite3.Error):
        connection.execute(template.format(", ".join((cells | {column: value}).values())))
    connection.execute(template.format(", ".join(cells.values())))  # all else was as it should be
    connection.close()


# Trust


@contextmanager
def _guards_down(file: Path) -> Iterator[sqlite3.Connection]:
    """Do as somebody would who wants to change a record and leave no trace."""
    connection = sqlite3.connect(file, isolation_level=None)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    yield connection
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


def test_a_guard_that_was_taken_away_is_missed(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("DROP TRIGGER entries_no_update")
    connection.close()
    with (
        kf.open_ledger(file) as store,
        pytest.raises(StoreError, match="entries_no_update is not what it was made with"),
    ):
        store.verify()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE entries SET low = 1, stated = 1 WHERE seq = 7", "entry 7 is not what was added"),
        ("UPDATE entries SET note = 'nothing' WHERE seq = 9", "entry 9 is not what was added: id"),
        ("UPDATE entries SET as_of = 'soon' WHERE seq = 9", "entry 9 is not what was added: as_of"),
        ("UPDATE entries SET via = '[5]' WHERE seq = 9", "entry 9 is not what was added: via"),
        ("UPDATE entries SET via = '[\"' WHERE seq = 9", "entry 9 is not what was added"),
        (
            "UPDATE entries SET known_from = '2021' || substr(known_from, 5) WHERE seq = 2",
            "entry 2",
        ),
        (
            "UPDATE entries SET chain = replace(chain, '0', '1') WHERE seq = 3",
            "entry 3 is not what",
        ),
        ("DELETE FROM entries WHERE seq = 5", "entry 5 is not what was added: its seq is 6"),
        (
            "UPDATE measures SET outcome = 'injured' WHERE outcome = 'killed'",
            "is not what was added",
        ),
        ("DELETE FROM measures", "entry 1 is not what was added"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(
    file: Path, statement: str, problem: str
) -> None:
    with _guards_down(file) as connection:
        connection.execute(statement)
    with kf.open_ledger(file) as store, pytest.raises(StoreError) as caught:
        store.verify()
    assert problem in caught.value.problem
    assert caught.value.store == str(file)


def test_a_seal_shows_that_the_end_was_cut_off(file: Path) -> None:
    with kf.open_ledger(file) as store:
        seal = store.seal
    with _guards_down(file) as connection:
        connection.execute("DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)")
    with kf.open_ledger(file) as store:
        assert store.verify() == store.seal
        with pytest.raises(StoreError, match="not what was sealed"):
            store.verify(seal)


def test_a_seal_shows_that_all_was_written_anew(file: Path, tmp_path: Path) -> None:
    with kf.open_ledger(file) as store:
        seal = store.seal
        entries = list(store)
    with kf.open_ledger(tmp_path / "forged.db") as forged:
        forged.append([evolve(ONE, note="forged"), *entries[1:]])
        assert forged.verify() == forged.seal
        with pytest.raises(StoreError, match="not what was sealed"):
            forged.verify(seal)


def test_an_earlier_seal_stays_true_as_the_store_grows(store: Store) -> None:
    seals = [store.seal]
    for entry in EXAMPLE.entries[:20]:
        store.append([entry])
        seals.append(store.seal)
    assert {store.verify(seal) for seal in seals} == {seals[-1]}
    assert len(set(seals)) == 21


def test_a_seal_is_read_as_it_is_written(store: Store) -> None:
    store.append(EXAMPLE)
    assert Seal.read(f" {store.seal}\n") == store.seal


@pytest.mark.parametrize("text", ["", "5", f"-1 {'0' * 64}", f"1 {'0' * 63}", f"٣ {'0' * 64}", 5])
def test_what_is_no_seal_is_refused(text: object) -> None:
    with pytest.raises(LedgerError, match="seal: expected a number, a space and 64"):
        Seal.read(text)


def test_both_databases_give_one_ledger_one_seal(tmp_path: Path) -> None:
    seals = set()
    for place in (str(tmp_path / "january.db"), address()):
        with kf.open_ledger(place) as store:
            store.append(EXAMPLE)
            seals.add(store.seal)
    assert len(seals) == 1


def test_the_chain_is_what_its_documentation_says(file: Path) -> None:
    chain = "0" * 64
    with kf.open_ledger(file) as store:
        for entry in store:
            record = json.dumps(
                to_record(entry), sort_keys=True, separators=(",", ":"), ensure_ascii=False
            )
            chain = hashlib.sha256(f"{chain}\n{record}".encode()).hexdigest()
        assert store.seal == Seal(len(EXAMPLE), chain)


# Files


def test_a_store_is_known_by_its_name() -> None:
    stores = ("january.db", "A.SQLITE", "x.sqlite3", "postgresql://host/name", Path("a.db"))
    assert all(map(is_store, stores))
    assert not any(map(is_store, ("january.jsonl", "db", "january.db.csv")))


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "50%25.db", "#1.db", "журнал.db", "plain"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    with kf.open_ledger(tmp_path / name) as store:
        store.append([ONE])
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("place", ["", None, 5, b""], ids=repr)
def test_what_is_no_place_is_refused(place: object) -> None:
    with pytest.raises(ObservationError, match="place: expected the path of a file"):
        kf.open_ledger(place)


def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("not a database, " * 100)
    with pytest.raises(StoreError, match="no store, or it is damaged"):
        kf.open_ledger(text)
    assert text.read_text() == "not a database, " * 100
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE figures (n)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(StoreError, match="a database of something else"):
        kf.open_ledger(other)
    assert other.read_bytes() == before


def test_a_store_of_a_newer_version_is_refused(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="of version 99, and the newest known is 1"):
        kf.open_ledger(file)


def test_a_store_of_an_older_version_is_brought_up_only_for_writing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (*schemas.SQLITE, ("CREATE TABLE annotations (id TEXT) STRICT",))
    monkeypatch.setattr(sqlite, "SQLITE", later)
    with pytest.raises(StoreError, match="open it once to write"):
        kf.open_ledger(file, reading=True)
    with kf.open_ledger(file) as store:
        assert store.ledger() == EXAMPLE
    with kf.open_ledger(file, reading=True) as store:
        assert store.verify() == store.seal


def test_reading_alone_makes_no_file_and_writes_nothing(place: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        kf.open_ledger(place, reading=True)
    assert list(tmp_path.iterdir()) == []
    with kf.open_ledger(place) as store:
        store.append([ONE])
    with kf.open_ledger(place, reading=True) as store:
        assert store.ledger() == kf.Ledger([ONE])
        with pytest.raises(StoreError, match="open for reading alone"):
            store.append([OTHER])


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        kf.open_ledger(tmp_path)


def test_a_store_belongs_to_the_thread_that_opened_it(file: Path) -> None:
    caught: list[Exception] = []

    def ask(store: Store) -> None:
        try:
            store.ledger()
        except StoreError as error:
            caught.append(error)

    with kf.open_ledger(file) as store:
        other = threading.Thread(target=ask, args=[store])
        other.start()
        other.join()
    assert "belongs to the thread that opened it" in str(caught[0])


def test_a_store_that_is_closed_says_so(file: Path) -> None:
    with kf.open_ledger(file) as store:
        pass
    with pytest.raises(StoreError, match="closed"):
        store.ledger()


@pytest.mark.parametrize(
    ("leading_nowhere", "problem"),
    [
        ("postgresql://:::", "the address is no postgresql://user@host/database"),
        ("postgresql://me:secret@/nowhere?host=/nowhere", "connection"),
    ],
)
def test_an_address_that_leads_nowhere_is_named_without_its_password(
    leading_nowhere: str, problem: str
) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match=problem) as caught:
        kf.open_ledger(leading_nowhere)
    assert "secret" not in str(caught.value)


def test_a_database_of_something_else_is_left_as_it_is() -> None:
    psycopg = pytest.importorskip("psycopg")
    place = address()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("CREATE TABLE entries (n INT)")
        with pytest.raises(StoreError, match="its table entries is of something else"):
            kf.open_ledger(place)
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (0,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET low = 1",
        "DELETE FROM entries",
        "TRUNCATE entries CASCADE",
        "DELETE FROM measures",
        "INSERT INTO entries SELECT * FROM entries ON CONFLICT (id) DO UPDATE SET low = 1",
        "INSERT INTO entries SELECT * FROM entries ON CONFLICT DO NOTHING",
    ],
)
def test_nothing_on_a_server_is_changed_or_taken_away(statement: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    place = address()
    with kf.open_ledger(place) as store:
        store.append([ONE, OTHER])
        with (
            psycopg.connect(place, autocommit=True) as connection,
            pytest.raises(psycopg.Error),
        ):
            connection.execute(statement)
        assert store.verify() == store.seal


def test_the_views_are_what_other_tools_see(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    seen = connection.execute("SELECT * FROM observations ORDER BY seq").fetchall()
    assert len(seen) == len(EXAMPLE.observations)
    by_id = {entry.id: entry for entry in EXAMPLE.observations}
    for row in seen:
        entry = by_id[row["id"]]
        assert row["outcome"] == entry.measure.outcome
        assert row["tally"] == entry.measure.tally
        assert (row["low"], row["high"]) == (entry.figure.count.low, entry.figure.count.high)
        assert (row["source"], row["source_kind"]) == (entry.source.name, entry.source.kind)
    assert len(connection.execute("SELECT * FROM notices").fetchall()) == len(EXAMPLE.notices)
    connection.close()


def test_a_question_of_one_measure_is_served_by_an_index(file: Path) -> None:
    connection = sqlite3.connect(file)
    for asked in ("measure = 'x' AND known_from <= 'y' AND seq <= 5", "measure IS NULL"):
        ((*_, plan),) = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT * FROM entries WHERE {asked}"  # noqa: S608
        )
        assert "USING INDEX entries_by_measure" in plan
    connection.close()
