"""How Sphinx builds the site: `sphinx-build -W --keep-going docs docs/_build`."""

from importlib.metadata import version as _version

project = "kazfigures"
author = "The kazfigures founders"
version = release = _version("kazfigures")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "examples"]
default_role = "code"
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = "kazfigures"
html_extra_path = ["../kazfigures/exchange/ledger.schema.json", "examples/kazakhstan-2022.jsonl"]
html_show_sphinx = False
