"""Page: the state of the figures as one HTML file that needs nothing beside it."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from typing import Final, final

from attrs import frozen

from kazfigures import collector
from kazfigures.errors import LedgerError
from kazfigures.ledgers import Ledger
from kazfigures.markup import STYLE, Fragment, data, element
from kazfigures.moments import Moment
from kazfigures.rules.pipeline import Pool, Rule, as_rule
from kazfigures.rules.reconciling import house
from kazfigures.surfaces.report.editions import Edition
from kazfigures.surfaces.report.entries import corrections, findings, reports
from kazfigures.surfaces.report.figures import all_figures, disputes, figures, headlines, timelines
from kazfigures.surfaces.report.method import method
from kazfigures.surfaces.report.room import size
from kazfigures.surfaces.words import Style, plain

__all__ = ["Page", "report"]

_TITLES: Final = {
    "figures": "The figures",
    "disputes": "What is disputed, and why",
    "timelines": "How the figures moved",
    "all-figures": "All figures",
    "reports": "Every report, and what became of it",
    "findings": "What to look at",
    "corrections": "Corrections, denials and retractions",
    "method": "How this page was made",
}
_DRAWN: Final = {
    "figures": headlines,
    "disputes": disputes,
    "timelines": timelines,
    "all-figures": all_figures,
    "findings": findings,
    "corrections": corrections,
    "method": method,
}
_FRAME: Final = 1_000  # the table of reports without its rows


@final
@frozen(order=False)
class Page:
    """The state of the figures: `html` is a whole page, `fragment` a piece to put in another.

    The page needs no network, and holds one script, which sorts the table of reports; without it
    the page is whole.
    The fragment has the headline figures alone, no script and no ids.
    """

    edition: Edition

    @cached_property
    def html(self) -> str:
        """The whole page."""
        with collector.paused():
            return _page(self.edition)

    @cached_property
    def fragment(self) -> str:
        """The headline figures, to paste in a page of a CMS."""
        edition = self.edition
        return element(
            "section",
            element("style", Fragment(STYLE)),
            element("p", element("b", data(edition.title))),
            *figures(edition),
            element("p", edition.setting, class_="kf-quiet"),
            class_="kazfigures",
        ).html

    def __str__(self) -> str:
        """Read as the whole page."""
        return self.html


def report(  # noqa: PLR0913 - one keyword a choice of the desk
    ledger: Ledger,
    *,
    rule: Rule | Pool = house,
    title: str = "The state of the figures",
    known_at: Moment | str | None = None,
    style: Style = plain,
    zone: str | None = None,
    figures: int = 8,
    reports: int = 500,
    most: int | None = 500_000,
) -> Page:
    """Make a page of a ledger: the figures in sentences, disputes, timelines, every report.

    `figures` is how many stand on top, those with the most reports first; `reports` how many rows
    the table of reports has at most; `most` how many bytes the page has, None for as many as it
    takes. What is left out is counted on the page.
    With `known_at` the page is that of what had been published by then.

    Raises:
        LedgerError: for what is no ledger, or no moment.
        MomentError: for a zone that is not known.
    """
    if not isinstance(ledger, Ledger):
        raise LedgerError("ledger", ledger, "a Ledger")
    if isinstance(known_at, str):
        known_at = Moment(known_at)
    known = ledger if known_at is None else ledger.known_at(known_at)
    if zone is not None:
        Moment("2022-01-01T00:00Z").told_in(zone)
    return Page(Edition(title, known, as_rule(rule), style, zone, known_at, reports, figures, most))


def _read(name: str) -> str:
    return files("kazfigures.surfaces.report").joinpath(name).read_text(encoding="utf-8")


def _page(edition: Edition) -> str:
    script = _read("sort.js")
    drawn = {id_: _section(id_, draw(edition)) for id_, draw in _DRAWN.items()}
    whole = _whole(edition, drawn, script)
    room = math.inf if edition.most is None else edition.most - size(whole) - _FRAME
    drawn["reports"] = _section("reports", reports(edition, room))
    return _whole(edition, drawn, script)


def _whole(edition: Edition, drawn: Mapping[str, Fragment], script: str) -> str:
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", edition.title),
        element("style", Fragment(STYLE + _read("page.css"))),
    )
    links = [element("li", element("a", title, href=f"#{id_}")) for id_, title in _TITLES.items()]
    body = element(
        "body",
        element("a", "Skip to the figures", href="#figures", class_="kf-skip"),
        element(
            "header",
            element("h1", data(edition.title)),
            element("p", data(edition.setting)),
            element("p", data(f"{edition.ledger}."), class_="kf-quiet"),
        ),
        element("nav", element("ul", *links), aria_label="On this page"),
        element("main", *(drawn[id_] for id_ in _TITLES if id_ in drawn)),
        element("script", Fragment(script)),
        class_="kazfigures",
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _section(id_: str, drawn: Fragment) -> Fragment:
    return element(
        "section",
        element("h2", _TITLES[id_], id=f"{id_}-title"),
        drawn,
        id=id_,
        aria_labelledby=f"{id_}-title",
    )
