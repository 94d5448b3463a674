"""What the package never does, read from its syntax tree: nothing that it reads is ever run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kazfigures

FILES = sorted(Path(kazfigures.__file__).parent.rglob("*.py"))
ROOT = Path(kazfigures.__file__).parent.parent
MODULES = frozenset(
    (
        *(
            "pickle",
            "_pickle",
            "cPickle",
            "marshal",
            "shelve",
            "dbm",
            "dill",
            "cloudpickle",
            "joblib",
        ),
        *("yaml", "jsonpickle", "subprocess", "pty", "ctypes", "code", "codeop", "imp", "pexpect"),
        *("decimal", "fractions", "xml", "lxml", "tempfile", "socket", "ftplib", "telnetlib"),
        *("locale", "random", "secrets", "time", "multiprocessing"),
    )
)
"""Modules that run what they read, or ask the machine, the net, the clock or chance."""
NAMES = frozenset(("eval", "exec", "compile", "__import__", "input", "breakpoint", "globals"))
METHODS = frozenset(
    (
        *("system", "popen", "spawnl", "spawnv", "execv", "execve", "startfile", "fork"),
        *("now", "utcnow", "today", "load_extension", "enable_load_extension"),
        *("literal_eval", "set_int_max_str_digits", "setrecursionlimit", "executescript"),
    )
)
ALLOWED = {
    "kazfigures/cli/inputs.py": {"time"},  # how long a reading has taken
    "kazfigures/exchange/frames/values.py": {"decimal"},  # a frame's own cell, once it is small
    "kazfigures/rules/pools.py": {"fractions"},  # of counts, and of a share that is a float
    "kazfigures/rules/sensitivity.py": {"fractions"},  # of counts
    "kazfigures/strategies/searches.py": {"random"},  # with the seed that the caller gives
    "kazfigures/surfaces/charts/pictures.py": {"xml"},  # of a chart that was just drawn here
}


def used(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Give what a file uses of all that is forbidden, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named = {one.name.partition(".")[0] for one in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom):
            module = "" if node.level else (node.module or "").partition(".")[0]
            named = ({module} & MODULES) | ({one.name for one in node.names} & METHODS)
        elif isinstance(node, ast.Name):
            named = {node.id} & NAMES
        elif isinstance(node, ast.Attribute):
            named = {node.attr} & METHODS
        else:
            continue
        yield from ((name, node.lineno) for name in named)


def faults(source: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    found = used(ast.parse(source))
    return [f"line {line}: {name}" for name, line in found if name not in allowed]


def test_the_package_runs_nothing_that_it_reads_and_asks_no_clock() -> None:
    assert len(FILES) > 100
    wrong = {
        str(file.relative_to(ROOT)): found
        for file in FILES
        if (
            found := faults(
                file.read_text(encoding="utf-8"),
                frozenset(ALLOWED.get(str(file.relative_to(ROOT)), ())),
            )
        )
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from pickle import loads",
        "import pickle as p",
        "def f():\n    import marshal",
        "from os import system",
        "import os\nos.system('id')",
        "import os\nrun = os.popen",
        "eval('1')",
        "f = exec",
        "__import__('os')",
        "from datetime import datetime\ndatetime.now()",
        "from fractions import Fraction",
        "import xml.etree.ElementTree",
        "connection.enable_load_extension(True)",
    ],
)
def test_what_is_forbidden_is_seen(source: str) -> None:
    assert faults(source)
