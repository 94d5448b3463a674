"""The commands, each in the file of what it is about."""

from kazfigures.cli.commands import (
    answers,
    drafts,
    exports,
    files,
    findings,
    movements,
    pages,
    rules,
    stores,
    words,
)
from kazfigures.cli.commands.program import program

__all__ = [
    "answers",
    "drafts",
    "exports",
    "files",
    "findings",
    "movements",
    "pages",
    "program",
    "rules",
    "stores",
    "words",
]
