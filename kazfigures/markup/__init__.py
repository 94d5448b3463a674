"""Escaped fragments of HTML that values draw themselves with; they know nothing of the values."""

from kazfigures.markup.bars import Reach, bar
from kazfigures.markup.displays import STYLE, Displayed
from kazfigures.markup.fragments import (
    Content,
    Drawable,
    Fragment,
    data,
    element,
    joined,
    link,
    shown,
    text,
)
from kazfigures.markup.lists import account, badge, listed, table
from kazfigures.markup.marks import Mark, marked

__all__ = [
    "STYLE",
    "Content",
    "Displayed",
    "Drawable",
    "Fragment",
    "Mark",
    "Reach",
    "account",
    "badge",
    "bar",
    "data",
    "element",
    "joined",
    "link",
    "listed",
    "marked",
    "shown",
    "table",
    "text",
]
