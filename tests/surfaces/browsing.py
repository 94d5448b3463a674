"""A browser that sees no network, and what it met on a page: requests, complaints, dialogs.

Where there is none the tests are left out, and say why; on the way to a release (`CI` is set)
they fail instead.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(os.environ.get("AXE") or ROOT / ".venv/axe/node_modules/axe-core/axe.min.js")
QUIETLY = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
GRAVE = ("serious", "critical")


def missing(what: str) -> None:
    """Leave a test out for want of something, but never where everything must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@contextmanager
def a_browser() -> Iterator[Browser]:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing
    except ImportError:
        missing("playwright, a browser's driver")
        raise
    if not CHROMIUM.exists():
        missing(f"{CHROMIUM}, a browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield browser
        browser.close()


class Visit:
    """A page that is open, and all that went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda said: self.complaints.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)

    def _dialog(self, dialog: Any) -> None:  # noqa: ANN401 - playwright's
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:  # noqa: ANN401 - playwright's
        if not request.url.startswith("file:"):
            self.complaints.append(f"request: {request.url}")


@contextmanager
def visiting(browser: Browser, file: Path, **how: Any) -> Iterator[Visit]:  # noqa: ANN401 - playwright's
    """Open a file from the disk, without a network; nothing may go wrong on it."""
    context = browser.new_context(offline=True, **how)
    visit = Visit(context.new_page())
    visit.page.goto(file.as_uri())
    yield visit
    context.close()  # and with it, all that is still to be told has been told
    assert not visit.complaints, visit.complaints


def barriers(visit: Visit) -> list[str]:
    """Give what keeps people out of a page, as far as axe can tell."""
    if not AXE.exists():
        missing(f"{AXE}, the checker of accessibility")
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = visit.page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found["violations"]
        if one["impact"] in GRAVE
    ]
