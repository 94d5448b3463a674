"""The page in a real browser: it opens from the disk, sorts, prints, and keeps nobody out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import a_browser, barriers, visiting
from test_hostile_texts import NAMES, chunk, hostile, marked, named, seen

import kazfigures as kf
from kazfigures.surfaces.report import Page, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "kazakhstan-2022.jsonl"
PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 900}
CELLS = "rows => rows.map(row => [...row.cells].map(c => c.dataset.sort ?? c.textContent))"
ROWS = "table.kf-sortable tbody tr"
SORTS = "ths => ths.map(th => th.getAttribute('aria-sort'))"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as one:
        yield one


@pytest.fixture(scope="module")
def record() -> Page:
    return report(kf.load(EXAMPLE), title="January 2022")


@pytest.fixture(scope="module")
def small() -> Page:
    """A page with a bit of everything, for what takes a browser long."""
    ledger = kf.load(EXAMPLE).known_at("2022-01-10T00:00+06:00").where(outcome="killed")
    return report(ledger, title="The killed")


def saved(folder: Path, html: str) -> Path:
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    return file


def bare(html: str, style: str = "") -> str:
    """A page that pieces are pasted in."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>'
        f'<body style="{style}"><main><h1>News</h1><h2>Figures</h2>{html}</main></body></html>'
    )


def test_the_page_opens_from_the_disk_without_a_network(
    browser: Browser, record: Page, tmp_path: Path
) -> None:
    """No request, no complaint; every report's address is linked to as it is."""
    ledger = kf.load(EXAMPLE)
    with visiting(browser, saved(tmp_path, record.html), viewport=PHONE) as visit:
        hrefs = visit.page.eval_on_selector_all(
            "#reports a", "links => links.map(a => a.getAttribute('href'))"
        )
        assert sorted(hrefs) == sorted(one.url for one in ledger.observations if one.url)
        assert visit.page.evaluate("document.documentElement.scrollWidth") == 360
        size = visit.page.locator("table.kf-sortable").evaluate("t => t.tBodies[0].rows.length")
        assert size == len(ledger.observations)


def test_what_a_page_must_not_do_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The checks can fail: a script that is not the page's own does not run, and is told of."""
    evil = '<script>alert(1)</script><img src="https://example.org/x.png"></body>'
    html = report(kf.Ledger()).html.replace("</body>", evil)
    with (
        pytest.raises(AssertionError, match="console"),
        visiting(browser, saved(tmp_path, html)) as visit,
    ):
        assert not any(one.startswith("dialog") for one in visit.complaints)
    with (
        pytest.raises(AssertionError, match="dialog: 1"),
        visiting(browser, saved(tmp_path, bare(evil))),
    ):
        pass


@pytest.mark.parametrize("press", ["click", "Enter", "Space"])
def test_the_table_sorts_by_every_heading(
    browser: Browser, small: Page, tmp_path: Path, press: str
) -> None:
    """Numbers as numbers and moments in time; pressed again, the other way round."""
    with visiting(browser, saved(tmp_path, small.html)) as visit:
        buttons = visit.page.locator("table.kf-sortable th button")
        assert buttons.count() == 6
        before = visit.page.eval_on_selector_all(ROWS, CELLS)
        for column in range(6):
            for way in ("ascending", "descending"):
                if press == "click":
                    buttons.nth(column).click()
                else:
                    buttons.nth(column).press(press)
                said = visit.page.eval_on_selector_all("table.kf-sortable thead th", SORTS)
                assert said == [way if place == column else None for place in range(6)]
                rows = visit.page.eval_on_selector_all(ROWS, CELLS)
                assert sorted(rows) == sorted(before)
                cells = [row[column] for row in rows]
                if way == "descending":
                    cells.reverse()
                if column in (0, 3, 4):
                    numbers = [int(cell) for cell in cells]
                    assert numbers == sorted(numbers)
                else:
                    told = "cells => cells.every((c, i) => !i || cells[i-1].localeCompare(c) <= 0)"
                    assert visit.page.evaluate(told, cells)


def test_the_page_is_whole_without_a_script(browser: Browser, record: Page, tmp_path: Path) -> None:
    file = saved(tmp_path, record.html)
    texts = []
    for runs in (True, False):
        with visiting(browser, file, java_script_enabled=runs) as visit:
            texts.append(visit.page.locator("main").inner_text().split())
    assert texts[0] == texts[1]
    assert len(texts[1]) > 5_000


@pytest.mark.parametrize("part", ["html", "fragment"])
def test_hostile_texts_stay_texts(browser: Browser, tmp_path: Path, part: str) -> None:
    """All of them, in every field, on one page: nothing runs, and each is there to read."""
    few = [NAMES[start : start + 10] for start in range(0, len(NAMES), 10)]
    ledger = kf.Ledger([entry for names in few for entry in chunk(names, hostile)])
    rule = named(kf.house, hostile(NAMES[0]))
    made = report(
        ledger, rule=rule, title=hostile(NAMES[0])["title"], figures=20, reports=2_000, most=None
    )
    html = made.html if part == "html" else bare(made.fragment)
    with visiting(browser, saved(tmp_path, html)) as visit:
        assert visit.page.evaluate("window.__hit") is None
        assert visit.page.locator("main").count() == 1
        assert visit.page.locator("script").count() == (part == "html")
        text = seen(visit.page.evaluate("document.body.textContent")).casefold()
        told = {name: hostile(name, marked(name))["outcome"] for name in NAMES}
        assert [name for name, one in told.items() if seen(one).casefold() not in text] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_page_keeps_nobody_out(
    browser: Browser,
    small: Page,
    tmp_path: Path,
    scheme: str,
    viewport: Any,
) -> None:
    file = saved(tmp_path, small.html)
    how: dict[str, Any] = {"viewport": viewport, "color_scheme": scheme, "bypass_csp": True}
    with visiting(browser, file, **how) as visit:
        assert barriers(visit) == []


def pieces(ledger: kf.Ledger) -> str:
    """What a notebook shows of a value of each kind."""
    [estimate, *_] = estimates = kf.reconcile(ledger)
    values = [
        *(ledger, ledger.observations[0], estimates, estimate),
        kf.timeline(ledger, estimate.measure),
        kf.sensitivity(ledger, [kf.house, kf.pools.envelope]),
        *kf.audit(ledger)[:3],
    ]
    return "".join(value._repr_html_() for value in values)


@pytest.mark.parametrize(
    "style", ["background:#fff;color:#111", "background:#111;color:#eee"], ids=["light", "dark"]
)
def test_pieces_in_the_pages_of_others_keep_nobody_out(
    browser: Browser, small: Page, tmp_path: Path, style: str
) -> None:
    """The fragment of a page, and what a notebook shows."""
    shown = small.fragment + pieces(small.edition.ledger)
    with visiting(browser, saved(tmp_path, bare(shown, style)), viewport=DESK) as visit:
        assert barriers(visit) == []


def test_what_keeps_people_out_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The check can fail."""
    pale = '<p style="color:#ddd">Pale</p>'
    with visiting(browser, saved(tmp_path, bare(pale, "background:#fff"))) as visit:
        assert [one.partition(":")[0] for one in barriers(visit)] == ["color-contrast"]


def test_the_page_prints_on_white_paper(browser: Browser, record: Page, tmp_path: Path) -> None:
    """On a dozen sheets or two; the table lies on its side."""
    with visiting(browser, saved(tmp_path, record.html), color_scheme="dark") as visit:
        printed = visit.page.pdf(prefer_css_page_size=True)
        visit.page.emulate_media(media="print", color_scheme="dark")
        paper = "getComputedStyle(document.body).backgroundColor"
        assert visit.page.evaluate(paper) == "rgb(255, 255, 255)"
    sheets = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", printed)
    wide = [sheet for sheet in sheets if float(sheet.split()[2]) > float(sheet.split()[3])]
    assert 10 <= len(sheets) <= 24
    assert 5 <= len(wide) <= 12


def test_the_texts_are_those_of_the_table() -> None:
    rows = (ROOT / "tests/hostile/texts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert [hostile(name)["name"] for name in NAMES] == [
        f"{json.loads(row.split(chr(9))[1])} name" for row in rows
    ]
