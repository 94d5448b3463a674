"""Every output that the documentation shows is what running it gives.

`UPDATE_DOCUMENTS=1 python -m pytest tests/test_documents.py` writes the outputs anew; read the
difference before you commit it.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import shlex
import shutil
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kazfigures.cli import program as kazfigures

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs/examples"
DOCUMENTS = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")])
WRITING = ("store.md",)
FENCE = re.compile(r"^```(pycon|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def prompts(block: str, first: str, more: str) -> Iterator[str]:
    """Give what is typed at the prompts of a block, without what it prints."""
    typed: list[str] = []
    for line in block.splitlines():
        if line.startswith(first):
            if typed:
                yield "\n".join(typed)
            typed = [line.removeprefix(first)]
        elif typed and line.startswith(more):
            typed.append(line.removeprefix(more).removeprefix(" "))
        elif typed:
            yield "\n".join(typed)
            typed = []
    if typed:
        yield "\n".join(typed)


def python_session(block: str, names: dict[str, Any]) -> str:
    """Run what a `pycon` block types, and show it with what it prints."""
    shown: list[str] = []
    for source in prompts(block, ">>> ", "..."):
        first, *rest = source.splitlines()
        shown += [f">>> {first}", *(f"... {line}".rstrip() for line in rest)]
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            try:
                kind = "single" if len(ast.parse(source).body) == 1 else "exec"
                exec(compile(source + "\n", "<document>", kind), names)  # noqa: S102
            except Exception as error:  # noqa: BLE001 - the documents show errors too
                said = "".join(traceback.format_exception_only(error)).rstrip()
                print(f"Traceback (most recent call last):\n  ...\n{said}")
        shown += out.getvalue().rstrip().splitlines()
    return "\n".join(shown)


def console_session(block: str, _: dict[str, Any]) -> str:
    """Run the commands of a `console` block, and show them with what they print."""
    shown: list[str] = []
    for command in prompts(block, "$ ", "> "):
        shown += [
            f"{'$' if place == 0 else '>'} {line}"
            for place, line in enumerate(command.splitlines())
        ]
        program, *arguments = shlex.split(command.replace("\\\n", " "))
        assert program == "kazfigures"
        ran = CliRunner().invoke(kazfigures, arguments)
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
        shown += [line.rstrip() for line in ran.output.rstrip().splitlines()]
    return "\n".join(shown)


SESSIONS: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "pycon": python_session,
    "console": console_session,
}


FILE = re.compile(r"^```python\n# (\w+\.py)\n.*?^```$", re.MULTILINE | re.DOTALL)


def with_files(text: str) -> str:
    """Give a document with every file that it shows as the file is."""

    def shown(found: re.Match[str]) -> str:
        held = (EXAMPLES / found[1]).read_text(encoding="utf-8")
        return f"```python\n# {found[1]}\n{held}```"

    return FILE.sub(shown, text)


def run(text: str) -> str:
    """Give a document with every output as it is now; its blocks share their names."""
    names: dict[str, Any] = {}

    def session(found: re.Match[str]) -> str:
        kind, block = found.groups()
        return f"```{kind}\n{SESSIONS[kind](block, names)}\n```"

    return FENCE.sub(session, text)


def folder_of(document: Path, fresh: Path) -> Path:
    """Give the folder that a document speaks of: one of its own where it writes files."""
    if document.name in WRITING:
        shutil.copytree(EXAMPLES, fresh / "docs/examples")
        return fresh
    return EXAMPLES if document.name == "writing-a-rule.md" else ROOT


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_shows_what_running_it_gives(
    document: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = folder_of(document, tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("COLUMNS", "120")
    text = document.read_text(encoding="utf-8")
    fresh = run(with_files(text))
    if os.environ.get("UPDATE_DOCUMENTS"):
        document.write_text(fresh, encoding="utf-8")
    else:
        assert text == fresh


def test_the_check_can_fail() -> None:
    assert run("```pycon\n>>> 1 + 1\n3\n```") == "```pycon\n>>> 1 + 1\n2\n```"
    assert run("```pycon\n>>> for one in (1, 2):\n...     print(one)\n```").endswith("1\n2\n```")
    assert "ZeroDivisionError" in run("```pycon\n>>> 1 / 0\n```")


LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_links_to_files_that_exist(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [one for one in targets if not (document.parent / one).exists()] == []
