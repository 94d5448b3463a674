"""The notebooks run from first cell to last, show what they say, and are stored as written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest

FOLDER = Path(__file__).parents[1] / "docs/notebooks"
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))

SHOWN = [
    ("january-2022.ipynb", "load", "228 observations and 3 notices"),
    ("january-2022.ipynb", "friday", "18 ● agreed"),
    ("january-2022.ipynb", "friday", "2 used, 5 set aside"),
    ("january-2022.ipynb", "sunday", "164 ● agreed"),
    ("january-2022.ipynb", "sunday-sentence", "Ministry of Health of Kazakhstan, as reported by"),
    ("january-2022.ipynb", "monday", "at least 101"),
    ("january-2022.ipynb", "monday-officers", "16 ● agreed"),
    ("january-2022.ipynb", "monday-diff", "killed, security forces, Kazakhstan: lowered, 18 -> 16"),
    ("january-2022.ipynb", "monday-diff", "killed, Kazakhstan: widened, 164 -> at least 101"),
    ("january-2022.ipynb", "timeline", "killed, security forces, Kazakhstan"),
    ("january-2022.ipynb", "zombie", "More than 160"),
    ("january-2022.ipynb", "zombie", "At least 164"),
    ("january-2022.ipynb", "week", "225 people"),
    ("january-2022.ipynb", "march", "230 to 238"),
    ("january-2022.ipynb", "march", "◆ disputed"),
    ("january-2022.ipynb", "march-sentence", "Reports differ"),
    ("january-2022.ipynb", "why-then", "contradiction"),
    ("january-2022.ipynb", "why-notice", "definition"),
    ("january-2022.ipynb", "rules", "at most 49"),
    ("january-2022.ipynb", "rules", "at least 238"),
    ("january-2022.ipynb", "rules", "no number (overlap)"),
    ("your-own-rule.ipynb", "use", "132 ◆ disputed"),
    ("your-own-rule.ipynb", "try", "all say at least 1, and of at least 1 it makes 1"),
    ("your-own-rule.ipynb", "try", "of 1 to 2 | 0 | at least 1 it makes 0"),
    ("your-own-rule.ipynb", "unanimous-report", "at least 1: Ministry"),
    ("your-own-rule.ipynb", "breakdown-code", "ledger = kf.Ledger([first, second, third])"),
    ("your-own-rule.ipynb", "mend", "middle_ends: 3 promises kept"),
    ("your-own-rule.ipynb", "mend-use", "101 to 238"),
    ("your-own-rule.ipynb", "more", "of 1 | at most 1 it makes at most 1"),
    ("your-own-rule.ipynb", "more-consensus", "kept: agreement"),
    ("your-own-rule.ipynb", "own", "killed, Kazakhstan: 1, disputed"),
    ("conflicting-reports.ipynb", "sheet", "11 observations and 0 notices"),
    ("conflicting-reports.ipynb", "frame-pandas", "<NA>"),
    ("conflicting-reports.ipynb", "compare", "contradiction: 11"),
    ("conflicting-reports.ipynb", "compare-place", "scope place"),
    ("conflicting-reports.ipynb", "compare-vague", "the later one may have grown"),
    ("conflicting-reports.ipynb", "audit", "revised_down"),
    ("conflicting-reports.ipynb", "audit-fall", "the police came down from 13 to 12"),
    ("conflicting-reports.ipynb", "reconcile-killed", "12 to 24"),
    ("conflicting-reports.ipynb", "sensitivity", "12 to 24 (house)"),
    ("conflicting-reports.ipynb", "sensitivity", "at least 11 (envelope)"),
    ("conflicting-reports.ipynb", "choose", "12 ● agreed"),
    ("conflicting-reports.ipynb", "choose-account", "low grade: E, worse than C"),
    ("conflicting-reports.ipynb", "timeline-table", "now disputed"),
    ("conflicting-reports.ipynb", "sentence", "12 people had been killed in Ardal"),
    ("conflicting-reports.ipynb", "sentence-default", "Reports differ"),
]


def stored(name: str) -> Any:  # noqa: ANN401 - nbformat has no types
    return nbformat.read(FOLDER / name, as_version=nbformat.NO_CONVERT)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_without_what_running_it_gives(name: str) -> None:
    notebook = stored(name)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in code if cell.outputs or cell.execution_count is not None] == []
    assert {*notebook.metadata} == {"kernelspec", "language_info"}
    assert notebook.metadata.language_info == {"name": "python"}  # and no version, which changes


@pytest.mark.parametrize("name", NAMES)
def test_a_cell_goes_by_a_name_of_its_own(name: str) -> None:
    ids = [cell.id for cell in stored(name).cells]
    assert len(set(ids)) == len(ids)
    assert [one for one in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", one)] == []


RUN = """
import sys, tempfile
import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)
with tempfile.TemporaryDirectory() as folder:
    kernel = AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),  # this very interpreter's
        connection_file=f"{folder}/kernel.json",
        transport="ipc",
    )
    NotebookClient(notebook, km=kernel, timeout=120).execute()
print(nbformat.writes(notebook))
"""


def executed(name: str) -> Any:  # noqa: ANN401 - nbformat has no types
    """Run a notebook from first cell to last, in its folder, as a reader does."""
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(  # noqa: S603 - this very Python, on a program of the tests
            [sys.executable, "-c", RUN, name],
            capture_output=True,
            check=False,
            cwd=FOLDER,
            env={**os.environ, "IPYTHONDIR": folder, "HYPOTHESIS_STORAGE_DIRECTORY": folder},
            text=True,
        )
    assert ran.returncode == 0, ran.stderr
    return nbformat.reads(ran.stdout, as_version=nbformat.NO_CONVERT)


def read(output: Any) -> str:  # noqa: ANN401 - nbformat has no types
    """Give what a person reads of an output."""
    if output.output_type == "stream":
        return str(output.text)
    drawn = output.data.get("text/html") or output.data.get("image/svg+xml")
    if drawn is None:
        return str(output.data["text/plain"])
    return unescape(re.sub("<[^>]*>", "", re.sub("(?s)<style.*?</style>", "", drawn)))


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_shows_what_its_story_says(name: str) -> None:
    cells = [cell for cell in executed(name).cells if cell.cell_type == "code"]
    outputs = [output for cell in cells for output in cell.outputs]
    assert [one for one in outputs if one.get("name") == "stderr"] == []
    assert "<script" not in str(outputs)
    shown = {cell.id: "\n".join(map(read, cell.outputs)) for cell in cells}
    promised = [(cell, text) for notebook, cell, text in SHOWN if notebook == name]
    assert promised
    assert [(cell, shown[cell]) for cell, text in promised if text not in shown[cell]] == []
