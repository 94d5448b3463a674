"""Parts: what an option may pin, and the texts that values are made of."""

from __future__ import annotations

from typing import Final, TypeAlias, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures.observations import identity, is_id

__all__ = [
    "HOSTILE_LINES",
    "Pin",
    "ids",
    "labels",
    "lines",
    "notes",
    "paths",
    "pinned",
    "those_pinned",
    "urls",
]

Value = TypeVar("Value")

Pin: TypeAlias = Value | SearchStrategy[Value] | None
"""What an option takes: a value, a strategy that draws it, or None to leave it as wide as it is."""

HOSTILE_LINES: Final = (
    '=HYPERLINK("https://example.org","18")',
    "+18",
    "-18",
    "@SUM(A1)",
    "\uff1d1+1",
    "'quoted'",
    "''",
    '"',
    '""",""',
    "a|b",
    "a \\| b",
    "back\\",
    "\\",
    "|",
    "open",
    "null",
    "NaN",
    "0",
    "a, b; c",
    "Министерство здравоохранения",
    "Қазақстан",
    "e\u0301",
    "İ ß ﬁ",
    "שלום",
    "\u202eoffice",
    "👩‍👩‍👧 🇰🇿",
    "<script>alert(1)</script>",
    "'; DROP TABLE entries; --",
)
"""Lines that other programs take for something else."""


def pinned(part: Pin[Value], otherwise: SearchStrategy[Value]) -> SearchStrategy[Value]:
    """Give the strategy for a part that may be pinned."""
    if part is None:
        return otherwise
    return cast(
        "SearchStrategy[Value]", part if isinstance(part, SearchStrategy) else st.just(part)
    )


def those_pinned(**parts: Pin[object]) -> dict[str, SearchStrategy[object]]:
    """Give the strategies of those parts that are pinned."""
    return {name: pinned(part, st.none()) for name, part in parts.items() if part is not None}


def lines() -> SearchStrategy[str]:
    """Draw one line of text with something to see in it; shrinks to a plain word."""
    return st.one_of(
        st.sampled_from(("Interior Ministry", "TASS", "killed", "Almaty")),
        st.sampled_from(HOSTILE_LINES),
        st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).filter(
            identity
        ),
    )


def labels() -> SearchStrategy[str]:
    """Draw the label of a statement, or none; shrinks to none."""
    return st.just("") | lines().filter(_is_no_id)


def _is_no_id(text: str) -> bool:
    return not is_id(text)


def notes() -> SearchStrategy[str]:
    """Draw text that may be empty or run over several lines; shrinks to none."""
    return st.one_of(
        st.just(""),
        lines(),
        st.lists(lines(), min_size=2, max_size=3).map("\n".join),
        st.lists(lines(), min_size=2, max_size=2).map("\t".join),
    )


def paths() -> SearchStrategy[str]:
    """Draw a path, broad to narrow, of up to three steps; shrinks to the empty path."""
    steps = st.sampled_from(("Kazakhstan", "Almaty", "police")) | lines().map(_without_slash)
    return st.lists(steps, max_size=3).map("/".join)


def _without_slash(text: str) -> str:
    return text.replace("/", "-")


def urls() -> SearchStrategy[str]:
    """Draw no address or one on the web; shrinks to none."""
    return st.sampled_from(
        ("", "https://example.org/1?a=b&c=d#e", "http://example.org/қ", "HTTPS://EXAMPLE.ORG")
    )


def ids() -> SearchStrategy[str]:
    """Draw text in the shape of an observation's id; shrinks to zeros."""
    return st.text("0123456789abcdef", min_size=16, max_size=16)
