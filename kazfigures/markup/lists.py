"""Tables, accounts and badges: what the values put their parts in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kazfigures.markup.fragments import Content, Fragment, element, joined

__all__ = ["account", "badge", "listed", "table"]


def badge(shape: str, word: str, name: str) -> Fragment:
    """Say a status by a shape and by a word; `name` is the class that gives the shape its colour.

    >>> print(badge("o", "open", "kf-open"))
    <span class="kf-badge kf-open"><span class="kf-shape" aria-hidden="true">o</span> open</span>
    """
    drawn = element("span", shape, class_="kf-shape", aria_hidden="true")
    return element("span", drawn, " ", word, class_=f"kf-badge {name}")


def table(caption: Content, headings: Sequence[str], rows: Iterable[Sequence[Content]]) -> Fragment:
    """Make a table of which the first cell of a row is its heading.

    Where it is wider than its place it scrolls, with the keyboard too.
    """
    head = element(
        "thead", element("tr", *(element("th", heading, scope="col") for heading in headings))
    )
    body = [
        element(
            "tr",
            element("th", first, scope="row"),
            *(element("td", cell) for cell in rest),
        )
        for first, *rest in rows
    ]
    drawn = element(
        "table",
        element("caption", caption) if caption else None,
        head if headings else None,
        element("tbody", *body),
    )
    return element("div", drawn, class_="kf-scroll", tabindex=0)


def listed(lines: Sequence[Content], left_out: int = 0, noun: str = "") -> Fragment:
    """List lines, and say how many more there are."""
    more = element("li", f"and {left_out:,} more{f' {noun}' if noun else ''}") if left_out else None
    return element("ul", *(element("li", line) for line in lines), more)


def account(summary: Content, *contents: Content) -> Fragment:
    """Fold away what is asked for less often; it opens without a script."""
    return element("details", element("summary", summary), joined(contents))
