"""What the fault tests share."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from kazfigures.exchange.store import sqlite


@pytest.fixture(params=["much memory", "little memory"])
def memory(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Try all with no room in SQLite's cache too: it then writes the store before the commit."""
    connect = sqlite.connect

    def cramped(address: str) -> sqlite3.Connection:
        connection = connect(address)
        connection.execute("PRAGMA cache_size = 1")
        return connection

    if request.param == "little memory":
        monkeypatch.setattr(sqlite, "connect", cramped)


@pytest.fixture
def outrun_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let others do something to a store just before the next one that is opened has its lock."""

    def outrun(act: Callable[[], object]) -> None:
        connect = sqlite.connect

        class Outrun(sqlite3.Connection):
            def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
                if statement.startswith("BEGIN"):
                    act()
                return super().execute(statement, *values)

        def connect_once(address: str) -> sqlite3.Connection:
            monkeypatch.setattr(sqlite, "connect", connect)
            return sqlite3.connect(address, uri=True, isolation_level=None, factory=Outrun)

        monkeypatch.setattr(sqlite, "connect", connect_once)

    return outrun
