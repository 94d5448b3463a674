"""The store in other hands: several at once, forgers, slips, and servers that go away."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from stores import address

import kazfigures as kf
from kazfigures.errors import LedgerError, ObservationError, StoreError
from kazfigures.exchange.store import Store
from kazfigures.exchange.store.sqlite import SQLite

KILLED = kf.Measure("killed", place="Kazakhstan", event="Kazakhstan, January 2022")
INJURED = evolve(KILLED, outcome="injured")
DAY = "2022-01-07[Asia/Almaty]"
ONE = kf.Observation(KILLED, "18", "Ministry", DAY, DAY, via=["TASS"])
OTHER = kf.Observation(INJURED, "at least 20", "Hospital", DAY, "2022-01-08T09:00+06:00")


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be."""
    return address() if request.param == "postgres" else str(tmp_path / "january.db")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds two reports."""
    path = tmp_path / "january.db"
    with kf.open_ledger(path) as store:
        store.append([ONE, OTHER])
    return path


@pytest.fixture
def server() -> str:
    """A store on a server that holds two reports."""
    place = address()
    with kf.open_ledger(place) as store:
        store.append([ONE, OTHER])
    return place


def _forged(file: Path, *statements: str) -> None:
    """Write what the guards would refuse, and put them up again."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.close()
    connection = sqlite3.connect(file, isolation_level=None)
    for _, sql in guards:
        connection.execute(sql)
    connection.close()


# Several at once


def test_several_make_one_store_at_once(place: str) -> None:
    """Even where the server's transactions see only what was there as they began."""
    together, caught = threading.Barrier(5), []
    strict = "options=-cdefault_transaction_isolation%3Drepeatable%5C%20read%20"

    def open_and_append(number: int) -> None:
        report = evolve(ONE, note=str(number))
        together.wait()
        try:
            with kf.open_ledger(place.replace("options=", strict)) as store:
                store.append([report])
                store.append([ONE])
        except Exception as error:  # noqa: BLE001 - a thread keeps it to itself
            caught.append(error)

    openers = [threading.Thread(target=open_and_append, args=[number]) for number in range(5)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert caught == []
    with kf.open_ledger(place, reading=True) as store:
        assert len(store) == 6
        assert store.verify() == store.seal


def test_a_store_may_be_made_while_another_looks_whether_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, run, makers = tmp_path / "january.db", vars(SQLite)["_run"], [True]

    def run_late(self: SQLite, statement: str, *parameters: object) -> list[Any]:
        found: list[Any] = run(self, statement, *parameters)
        if "application_id" in statement and makers:
            makers.clear()
            kf.open_ledger(path).close()
        return found

    monkeypatch.setattr(SQLite, "_run", run_late)
    with kf.open_ledger(path) as store:
        assert store.append([ONE]).new == (ONE,)


def test_a_question_sees_a_batch_of_another_whole_or_not_at_all(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrested = kf.Observation(evolve(KILLED, outcome="arrested"), "5", "Ministry", DAY, DAY)
    batch = [arrested, kf.Notice("denial", arrested, "Ministry", DAY)]
    ask, batches = SQLite.rows, [batch]

    def ask_slowly(self: SQLite, statement: str, **parameters: object) -> Sequence[Sequence[Any]]:
        found = ask(self, statement, **parameters)
        if "FROM measures" in statement and batches:
            with kf.open_ledger(file) as other:
                other.append(batches.pop())
        return found

    with kf.open_ledger(file) as store:
        monkeypatch.setattr(SQLite, "rows", ask_slowly)
        seen = store.ledger(place="Kazakhstan")
        assert seen in (kf.Ledger([ONE, OTHER]), kf.Ledger([ONE, OTHER, *batch]))


def test_a_store_belongs_to_the_process_that_opened_it(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kf.open_ledger(place) as store:
        with monkeypatch.context() as forked:
            forked.setattr(os, "getpid", lambda: 1)
            for use in (lambda: store.append([ONE]), store.close):
                with pytest.raises(StoreError, match="it belongs to the process that opened it"):
                    use()
        assert store.append([ONE]).new == (ONE,)


def test_a_store_on_a_server_belongs_to_the_thread_that_opened_it(server: str) -> None:
    caught: list[str] = []

    def ask(store: Store) -> None:
        try:
            store.ledger()
        except StoreError as error:
            caught.append(error.problem)

    with kf.open_ledger(server) as store:
        other = threading.Thread(target=ask, args=[store])
        other.start()
        other.join()
    assert caught == ["it belongs to the thread that opened it"]


def test_an_interruption_as_a_batch_begins_keeps_nobody_out(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kf.open_ledger(place) as store, kf.open_ledger(place) as other:
        kind = type(store._database)  # noqa: SLF001 - an interruption can come between any two steps
        run: Any = vars(kind)["_run"]

        def interrupted(self: object, statement: str, *parameters: object) -> None:
            run(self, statement, *parameters)
            if statement.startswith("BEGIN"):
                raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(kind, "_run", interrupted)
            with pytest.raises(KeyboardInterrupt):
                store.append([ONE])
        assert other.append([ONE]).new == (ONE,)
        assert store.append([OTHER]).new == (OTHER,)


def test_a_store_that_somebody_set_to_write_ahead_is_set_back(tmp_path: Path) -> None:
    path = tmp_path / "january.db"
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.close()
    with kf.open_ledger(path) as store:
        store.append([ONE])
        assert path.read_bytes()[18] == 1
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("SELECT * FROM entries").fetchall()
    with pytest.raises(StoreError, match="it has a write-ahead log, which stays while another"):
        kf.open_ledger(path)
    other.close()


@pytest.mark.parametrize(("setting", "value"), [("synchronous", 3), ("fullfsync", 1)])
def test_a_disk_is_asked_to_write(tmp_path: Path, setting: str, value: int) -> None:
    database = SQLite(tmp_path / "january.db", reading=False)
    assert database.rows(f"PRAGMA {setting}") == [(value,)]
    database.close()


# Forgers

HIDDEN = "UPDATE entries SET seq = -1 WHERE seq = 2"


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        ([HIDDEN], "entry -1, {other}, was never added"),
        (
            ["INSERT INTO measures VALUES (hex(zeroblob(8)), 'x', '', '', '', 'x', 'stock', '')"],
            "measure 0000000000000000 is not what was added",
        ),
        (["DELETE FROM entries WHERE seq = 2"], "was never added"),
        (["UPDATE measures SET outcome = outcome || ' '"], "measure "),
        (["UPDATE measures SET place = 'a//b'"], "entry 1 is not what was added: place: "),
        (
            ["DROP VIEW observations", "CREATE VIEW observations AS SELECT 1 AS low"],
            "its observations is not what it was made with",
        ),
        (["DROP VIEW notices"], "its notices is not what it was made with"),
        (
            ["UPDATE entries SET via = '" + "[" * 100_000 + "'"],
            "entry 1 is not what was added: ",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_forgery_beside_the_chain_is_found(
    file: Path, statements: list[str], problem: str
) -> None:
    with kf.open_ledger(file) as store:
        seal = store.seal
    _forged(file, *statements)
    with kf.open_ledger(file) as store, pytest.raises(StoreError) as caught:
        store.verify(seal if seal == store.seal else None)
    assert problem.format(other=OTHER.id) in caught.value.problem


def test_an_index_that_leaves_out_a_report_is_found(file: Path) -> None:
    _forged(
        file,
        "PRAGMA writable_schema = ON",
        "CREATE INDEX forged ON entries (measure, known_from) WHERE seq <> 1",
        "UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema "
        "WHERE name IN ('forged', 'entries_by_measure')) - rootpage "
        "WHERE name IN ('forged', 'entries_by_measure')",
        "DELETE FROM sqlite_schema WHERE name = 'forged'",
    )
    with kf.open_ledger(file) as store:
        assert store.ledger(measure=KILLED) != kf.Ledger([ONE])
        with pytest.raises(StoreError, match="row 1 missing from index entries_by_measure"):
            store.verify()


def test_a_measure_that_is_none_is_a_fault_of_the_store(file: Path) -> None:
    _forged(file, "UPDATE measures SET place = 'a//b'")
    with kf.open_ledger(file) as store:
        for ask in (lambda: store.measures, lambda: store.ledger(outcome="killed")):
            with pytest.raises(StoreError, match="a measure is not what was added: place"):
                ask()


def test_a_batch_that_the_database_swallows_is_not_acknowledged(file: Path) -> None:
    late = evolve(ONE, note="late")
    other = sqlite3.connect(file)
    other.execute(
        "CREATE TRIGGER swallowing BEFORE INSERT ON entries BEGIN SELECT raise(IGNORE); END"
    )
    other.close()
    with kf.open_ledger(file) as store:
        with pytest.raises(StoreError, match="it did not keep what it was given"):
            store.append([late])
        assert late not in store


def test_a_version_that_never_was_is_refused(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("PRAGMA user_version = -3")
    other.close()
    with pytest.raises(StoreError, match="of version -3"):
        kf.open_ledger(file)


# Slips


@pytest.mark.parametrize("slip", [ONE, 5, None], ids=["a report", "a number", "nothing"])
def test_what_is_no_batch_is_refused(place: str, slip: object) -> None:
    with kf.open_ledger(place) as store, pytest.raises(LedgerError, match=r"^entries: expected"):
        store.append(slip)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["\ud800", "\0", "a" * 10_000, "", "'; --"], ids=ascii)
def test_a_text_that_is_no_id_is_in_no_store(place: str, text: str) -> None:
    with kf.open_ledger(place) as store:
        assert text not in store
        with pytest.raises(LedgerError, match=r"^id: expected the id of an entry in the store"):
            store.entry(text)


def test_the_text_of_a_seal_is_not_taken_for_a_forgery(place: str) -> None:
    with kf.open_ledger(place) as store:
        store.append([ONE])
        slip: Any = str(store.seal)
        with pytest.raises(LedgerError, match=r"^seal: expected a Seal; Seal\.read takes the text"):
            store.verify(slip)


def test_a_name_is_never_cut_short(tmp_path: Path) -> None:
    with pytest.raises(ObservationError, match=r"^place: expected the path of a file"):
        kf.open_ledger(str(tmp_path / "january\0.db"))
    assert list(tmp_path.iterdir()) == []


# Servers


@pytest.mark.parametrize(
    ("lost", "problem"),
    [
        ("postgresql://me:hu@sh:hush@nowhere/x", "no postgresql://user@host/database"),
        ("postgresql://me:p@hush@nowhere.invalid/x", "more than one @"),
        ("postgresql:///x?host=/nowhere&user=me&password=hush", "connection"),
        (f"postgresql://me:hush@{'x' * 70}.invalid/x", "idna"),
    ],
)
def test_no_part_of_a_password_is_told(lost: str, problem: str) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match=problem) as caught:
        kf.open_ledger(lost)
    shown: BaseException | None = caught.value
    while shown is not None:
        assert "hush" not in str(shown)
        assert shown.__cause__ is shown.__context__ or shown.__suppress_context__
        shown = shown.__cause__


def _told(server: str, *statements: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_connection_that_is_lost_is_said_to_be_lost(server: str) -> None:
    psycopg, name = pytest.importorskip("psycopg"), f"lost_{os.getpid()}"
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s"
    with kf.open_ledger(f"{server}&application_name={name}") as store:
        with psycopg.connect(server) as other:
            other.execute(ending, [name])
        with pytest.raises(StoreError):
            store.append([ONE])
        with pytest.raises(StoreError, match="the connection to it was lost; open it again"):
            store.append([ONE])
    with kf.open_ledger(server) as store:
        assert store.append([ONE]).new == ()


@pytest.fixture
def adding(server: str) -> Iterator[str]:
    """The address of one who may read and add, and do nothing else."""
    schema, name = server.rpartition("%3D")[2], f"adding_{os.getpid()}"
    _told(
        server,
        f"CREATE ROLE {name} LOGIN",
        f"GRANT USAGE ON SCHEMA {schema} TO {name}",
        f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA {schema} TO {name}",
    )
    head, at, tail = server.partition("@")
    yield f"{head.rpartition('/')[0]}/{name}{at}{tail}"
    _told(server, f"DROP OWNED BY {name}", f"DROP ROLE {name}")


def test_adding_asks_for_no_right_to_change(adding: str) -> None:
    with kf.open_ledger(adding) as store:
        assert len(store.append([evolve(ONE, note="added")]).new) == 1
        assert store.verify() == store.seal


def test_one_who_waits_too_long_is_told_why(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres = sys.modules["kazfigures.exchange.store.postgres"]
    monkeypatch.setattr(postgres, "_PATIENCE", "100ms")
    psycopg = pytest.importorskip("psycopg")
    late = evolve(ONE, note="late")
    with kf.open_ledger(server) as store:
        with psycopg.connect(server) as other:
            other.execute("LOCK TABLE entries IN EXCLUSIVE MODE")
            with pytest.raises(StoreError, match="another process has been writing to it"):
                store.append([late])
            assert len(store) == 2
        assert store.append([late]).new == (late,)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda place: place + "_elsewhere", "no schema of its search path is there"),
        (lambda place: _told(place, "DELETE FROM kazfigures_store") or place, "already exists"),
    ],
    ids=["no schema", "no version"],
)
def test_a_place_that_is_not_ready_is_named(
    server: str, spoil: Callable[[str], str], problem: str
) -> None:
    with pytest.raises(StoreError, match=problem):
        kf.open_ledger(spoil(server))


def test_measures_are_sorted_alike_whatever_the_language_of_a_server(tmp_path: Path) -> None:
    psycopg, server = pytest.importorskip("psycopg"), address()
    name = f"sorted_{os.getpid()}"
    english = server.partition("&")[0].replace("/postgres?", f"/{name}?")
    batch = [evolve(ONE, measure=kf.Measure(outcome)) for outcome in ("a", "B", "é", "b-c", "bc")]
    sorted_: list[tuple[kf.Measure, ...]] = []
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' "
            "LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"
        )
        try:
            for place in (english, str(tmp_path / "january.db")):
                with kf.open_ledger(place) as store:
                    store.append(batch)
                    sorted_.append(store.measures)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert sorted_[0] == sorted_[1]
