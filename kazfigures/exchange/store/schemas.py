"""The tables of a store, version by version.

Each version is a list of statements that turn the one before into it; all of them run in one
transaction, with the version's number.
A version that has been released is never edited.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from kazfigures.errors import StoreError

__all__ = ["APPLICATION", "POSTGRES", "SQLITE", "Migrations", "known_version"]

Migrations: TypeAlias = tuple[tuple[str, ...], ...]

APPLICATION: Final = 0x6B7A6669
"""What says that a database is a store: the letters kzfi."""

_MEASURES: Final = """
CREATE TABLE measures (
    "key" TEXT PRIMARY KEY CHECK (length("key") = 16),
    "outcome" TEXT NOT NULL CHECK ("outcome" <> ''),
    "population" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "unit" TEXT NOT NULL CHECK ("unit" <> ''),
    "tally" TEXT NOT NULL CHECK ("tally" IN ('cumulative', 'increment', 'stock')),
    "definition" TEXT NOT NULL
) {strict}
"""

_ENTRIES: Final = """
CREATE TABLE entries (
    "seq" {integer} PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE CHECK (length("id") = 16),
    "entry" TEXT NOT NULL CHECK ("entry" IN ('observation', 'notice')),
    "measure" TEXT REFERENCES measures ("key"),
    "known_from" TEXT NOT NULL CHECK (length("known_from") = 27),
    "wording" TEXT,
    "stated" {integer} CHECK ("stated" >= 0),
    "low" {integer} CHECK ("low" >= 0),
    "high" {integer} CHECK ("high" >= "low"),
    "source" TEXT,
    "source_kind" TEXT,
    "side" TEXT,
    "grade" TEXT CHECK ("grade" IN ('A', 'B', 'C', 'D', 'E', 'F')),
    "via" TEXT CHECK ("via" LIKE '["%"]'),
    "origin" TEXT,
    "since" TEXT,
    "as_of" TEXT,
    "reported" TEXT,
    "recorded" TEXT,
    "credibility" {integer} CHECK ("credibility" BETWEEN 1 AND 6),
    "url" TEXT,
    "note" TEXT,
    "notice" TEXT CHECK ("notice" IN ('retraction', 'denial', 'correction')),
    "of" TEXT CHECK ("of" LIKE '["%"]'),
    "by" TEXT,
    "by_kind" TEXT,
    "by_side" TEXT,
    "by_grade" TEXT CHECK ("by_grade" IN ('A', 'B', 'C', 'D', 'E', 'F')),
    "at" TEXT,
    "reason" TEXT,
    "instead" TEXT CHECK (length("instead") = 16),
    "chain" TEXT NOT NULL CHECK (length("chain") = 64),
    CHECK (CASE "entry"
        WHEN 'observation' THEN "measure" IS NOT NULL AND coalesce("wording", '') <> ''
            AND "low" IS NOT NULL AND coalesce("source", '') <> '' AND "as_of" IS NOT NULL
            AND "reported" IS NOT NULL AND "notice" IS NULL
        ELSE "notice" IS NOT NULL AND "of" IS NOT NULL AND coalesce("by", '') <> ''
            AND "at" IS NOT NULL AND ("notice" = 'correction') = ("instead" IS NOT NULL)
            AND "measure" IS NULL
    END)
) {strict}
"""

_INDEXES: Final = (
    'CREATE INDEX entries_by_measure ON entries ("measure", "known_from")',
    'CREATE INDEX entries_by_notice ON entries ("notice") WHERE "notice" IS NOT NULL',
)

_VIEWS: Final = (
    """
CREATE VIEW observations AS
SELECT
    entries."seq", entries."id",
    "outcome", "population", "place", "event", "unit", "tally", "definition",
    "wording", "stated", "low", "high",
    "source", coalesce("source_kind", 'unknown') AS "source_kind", "side", "grade", "via", "origin",
    "since", "as_of", "reported", "recorded", "known_from", "credibility", "url", "note"
FROM entries JOIN measures ON measures."key" = entries."measure"
""",
    """
CREATE VIEW notices AS
SELECT
    "seq", "id", "notice", "of",
    "by", coalesce("by_kind", 'unknown') AS "by_kind", "by_side", "by_grade",
    "at", "known_from", "reason", "url", "instead"
FROM entries WHERE "entry" = 'notice'
""",
)

_IN_ORDER: Final = 'NEW."seq" <> (SELECT coalesce(max("seq"), 0) + 1 FROM entries)'


def _refusing(name: str, act: str, table: str, when: str, why: str) -> str:
    """Write a trigger of SQLite."""
    held = f"WHEN {when} " if when else ""
    refusal = f"BEGIN SELECT raise(ABORT, '{why}'); END"
    return f"CREATE TRIGGER {name} BEFORE {act} ON {table} {held}{refusal}"


SQLITE: Final[Migrations] = (
    (
        f"PRAGMA application_id = {APPLICATION}",
        _MEASURES.format(strict="STRICT, WITHOUT ROWID"),
        _ENTRIES.format(integer="INTEGER", strict="STRICT"),
        *_INDEXES,
        *(
            _refusing(f"{table}_no_{act.lower()}", act, table, "", f"{table} are never {done}")
            for table in ("entries", "measures")
            for act, done in (("UPDATE", "changed"), ("DELETE", "taken away"))
        ),
        # A replacement deletes without a DELETE, so that what is there already stops an INSERT.
        *(
            _refusing(f"{table}_once", "INSERT", table, there, f"{table} are kept once")
            for table, there in (
                ("entries", 'EXISTS (SELECT 1 FROM entries WHERE "id" = NEW."id")'),
                ("measures", 'EXISTS (SELECT 1 FROM measures WHERE "key" = NEW."key")'),
            )
        ),
        _refusing("entries_in_order", "INSERT", "entries", _IN_ORDER, "entries follow in order"),
        *_VIEWS,
    ),
)

POSTGRES: Final[Migrations] = (
    (
        "CREATE TABLE kazfigures_store (version BIGINT NOT NULL)",
        "INSERT INTO kazfigures_store VALUES (0)",
        _MEASURES.format(strict=""),
        _ENTRIES.format(integer="BIGINT", strict="").replace(
            '"known_from" TEXT', '"known_from" TEXT COLLATE "C"'
        ),
        *_INDEXES,
        """
CREATE FUNCTION kazfigures_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are never changed and never taken away', TG_TABLE_NAME; END $$
""",
        f"""
CREATE FUNCTION kazfigures_in_order() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    IF {_IN_ORDER} THEN RAISE EXCEPTION 'entries follow in order'; END IF;
    RETURN NEW;
END $$
""",
        *(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kazfigures_refuse()"
            for table in ("entries", "measures")
        ),
        """
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries
FOR EACH ROW EXECUTE FUNCTION kazfigures_in_order()
""",
        *_VIEWS,
    ),
)


def known_version(store: str, version: int, migrations: Migrations) -> int:
    """Give the version of a store's tables, and refuse one that is not known here."""
    if not 0 <= version <= len(migrations):
        problem = f"its tables are of version {version}, and the newest known is {len(migrations)}"
        raise StoreError(store, problem)
    return version
