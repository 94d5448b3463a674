"""How Sphinx builds the site: `sphinx-build -W --keep-going docs docs/_build`."""

import sys
from importlib.metadata import version as _version
from pathlib import Path

from sphinx.application import Sphinx

_DOCS = Path(__file__).parent
sys.path.insert(0, str(_DOCS))

import pictures  # noqa: E402 - found beside this file

project = "kazfigures"
author = "The kazfigures founders"
version = release = _version("kazfigures")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "_pictures", "examples", "jupyter_execute"]
default_role = "code"
myst_heading_anchors = 3

nb_execution_mode = "force"  # what is shown is what this very library gives
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_output_stderr = "remove-warn"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = "kazfigures"
html_static_path = ["_static"]
html_css_files = ["notebooks.css"]
html_extra_path = ["../kazfigures/exchange/ledger.schema.json", "examples/kazakhstan-2022.jsonl"]
html_show_sphinx = False


def setup(app: Sphinx) -> None:
    """Draw the pictures before any page is read."""
    app.connect("builder-inited", _draw)


def _draw(_: Sphinx) -> None:
    pictures.draw(_DOCS / "examples/kazakhstan-2022.jsonl", _DOCS / "_pictures")
