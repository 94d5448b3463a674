"""Datasette over a store, with the plugin and the metadata of `docs/examples/embedding`."""

from __future__ import annotations

import asyncio
import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from click.testing import CliRunner
from datasette.app import Datasette
from datasette.utils import parse_metadata
from sqlite_utils.cli import cli as sqlite_utils

import kazfigures as kf

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "examples/embedding"
EXAMPLE = kf.load(DOCS / "examples/kazakhstan-2022.jsonl")
METADATA = parse_metadata((EXAMPLES / "metadata.yaml").read_text(encoding="utf-8"))
TABLES = METADATA["databases"]["ledger"]["tables"]
QUERIES = METADATA["databases"]["ledger"]["queries"]


@frozen
class Site:
    """A Datasette that serves a store, asked without a network."""

    store: Path
    datasette: Datasette

    def get(self, path: str, **params: str) -> Any:  # noqa: ANN401 - Datasette's own response
        return asyncio.run(self.datasette.client.get(path, params=params))

    def rows(self, path: str, **params: str) -> list[dict[str, Any]]:
        response = self.get(f"/ledger/{path}.json", _shape="array", _size="max", **params)
        assert response.status_code == 200, response.text
        rows: list[dict[str, Any]] = response.json()
        return rows


def served(folder: Path) -> Site:
    """Serve the record of January 2022 from a store of its own."""
    path = folder / "ledger.db"
    with kf.open_ledger(path) as store:
        store.append(EXAMPLE)
    plugins = str(EXAMPLES / "plugins")
    return Site(path, Datasette([str(path)], metadata=METADATA, plugins_dir=plugins))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return served(tmp_path_factory.mktemp("site"))


def test_the_plugin_has_ten_lines() -> None:
    text = (EXAMPLES / "plugins/estimates.py").read_text(encoding="utf-8")
    code = text.rpartition('"""')[2]
    assert len([line for line in code.splitlines() if line.strip()]) == 10


@pytest.mark.parametrize("view", TABLES)
def test_every_column_of_a_view_is_described(site: Site, view: str) -> None:
    told = site.get(f"/ledger/{view}.json", _size="1").json()
    assert list(TABLES[view]["columns"]) == told["columns"]
    assert told["is_view"]
    page = unescape(site.get(f"/ledger/{view}").text)
    assert all(words in page for words in TABLES[view]["columns"].values())
    assert TABLES[view]["description"] in page


def test_the_views_hold_what_the_ledger_holds(site: Site) -> None:
    reports, notices = site.rows("observations"), site.rows("notices")
    assert {row["id"] for row in reports} == {one.id for one in EXAMPLE.observations}
    assert {row["id"] for row in notices} == {one.id for one in EXAMPLE.notices}
    wordings = {one.id: one.figure.wording for one in EXAMPLE.observations}
    assert all(row["wording"] == wordings[row["id"]] for row in reports)


@pytest.mark.parametrize("view", TABLES)
def test_a_view_is_faceted_and_sorts_by_what_sorts(site: Site, view: str) -> None:
    told = site.get(f"/ledger/{view}.json").json()
    names = [one if isinstance(one, str) else one["array"] for one in TABLES[view]["facets"]]
    assert list(told["facet_results"]) == names
    assert all(one["results"] for one in told["facet_results"].values())
    for column in TABLES[view]["sortable_columns"]:
        found = [row[column] for row in site.rows(view, _sort=column) if row[column] is not None]
        assert found == sorted(found)


@pytest.mark.parametrize("moment", ["2022-01-07T18:00+06:00", "2022-01-10T12:00Z", ""])
def test_what_could_be_printed_is_what_the_library_says(site: Site, moment: str) -> None:
    known = EXAMPLE.known_at(moment) if moment else EXAMPLE
    assert site.rows("printable_at", moment=moment) == [
        {
            "event": one.measure.event,
            "measure": one.heading,
            "answer": one.headline,
            "low": one.low,
            "high": one.high,
        }
        for one in kf.reconcile(known)
    ]


@pytest.mark.parametrize(
    ("utc", "moment"),
    [
        ("2022-01-07 12:00", "2022-01-07T18:00+06:00"),
        ("2022-01-10T12:00:00Z", "2022-01-10T18:00+06:00"),
        ("1999-12-31", "1999-12-31T00:00Z"),
    ],
)
def test_what_had_been_reported_is_what_was_known(site: Site, utc: str, moment: str) -> None:
    said = sorted(one.figure.wording for one in EXAMPLE.known_at(moment).observations)
    assert sorted(row["wording"] for row in site.rows("reported_by", utc=utc)) == said


def test_what_was_taken_back_stands_beside_who_took_it_back(site: Site) -> None:
    about = {
        (notice.kind.value, notice.by.name, one.figure.wording, one.source.name)
        for notice in EXAMPLE.notices
        for one in EXAMPLE.observations
        if {one.id, one.origin} & set(notice.of)
    }
    told = {
        (row["notice"], row["by"], row["wording"], row["source"]) for row in site.rows("taken_back")
    }
    assert about
    assert told == about


@pytest.mark.parametrize("query", QUERIES)
def test_a_question_kept_for_everybody_has_a_page(site: Site, query: str) -> None:
    page = site.get(f"/ledger/{query}").text
    assert QUERIES[query]["title"] in page
    assert QUERIES[query]["description"] in page


@pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("moment", ["yesterday", "2022-01-10T18:00", "2022-01-10"])
def test_a_moment_that_says_no_zone_is_no_answer(site: Site, moment: str) -> None:
    response = site.get("/ledger/printable_at.json", moment=moment)
    assert (response.status_code, response.json()["rows"]) == (400, [])


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entries",
        "UPDATE measures SET outcome = 'injured'",
        "PRAGMA query_only = OFF",
        "ATTACH 'other.db' AS other",
        "WITH one AS (SELECT 1) DELETE FROM entries",
    ],
)
def test_nothing_can_be_written_through_it(site: Site, statement: str) -> None:
    with kf.open_ledger(site.store, reading=True) as store:
        before = store.seal
    assert site.get("/ledger.json", sql=statement).status_code == 400
    with kf.open_ledger(site.store, reading=True) as store:
        assert store.verify(before) == before


def test_what_is_added_while_it_serves_is_seen(tmp_path: Path) -> None:
    site = served(tmp_path)
    assert len(site.rows("observations")) == len(EXAMPLE.observations)
    measure = kf.Measure("killed", place="Kazakhstan/Almaty")
    late = kf.Observation(measure, "19", "<b>City</b>", *["2022-03-01[UTC]"] * 2)
    with kf.open_ledger(site.store) as store:
        store.append([late])
    assert site.rows("observations", _sort_desc="seq")[0]["source"] == "<b>City</b>"
    assert "<b>City</b>" not in site.get("/ledger/observations").text
    [answer] = [row for row in site.rows("printable_at", moment="") if not row["event"]]
    assert answer["answer"] == "19, agreed"


def test_sqlite_utils_reads_the_views(site: Site) -> None:
    ran = CliRunner().invoke(sqlite_utils, ["rows", str(site.store), "observations", "--json-cols"])
    told = {row["id"]: (row["wording"], row["via"] or []) for row in json.loads(ran.output)}
    assert told == {one.id: (one.figure.wording, list(one.via)) for one in EXAMPLE.observations}
