"""What `import kazfigures` gives, and what it leaves alone."""

import subprocess
import sys
import types
from pathlib import Path

import pytest

import kazfigures

ROOT = Path(__file__).parent.parent
HEAVY = (
    "hypothesis",
    "click",
    "rich",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "altair",
    "vl_convert",
    "fluent",
    "babel",
    "narwhals",
    "arro3",
    "num2words",
)


def test_the_face_is_a_short_sorted_list() -> None:
    assert kazfigures.__all__ == sorted(kazfigures.__all__)
    assert len(kazfigures.__all__) <= 41


@pytest.mark.parametrize("name", kazfigures.__all__)
def test_each_public_name_says_what_it_is(name: str) -> None:
    value = getattr(kazfigures, name)
    sentence = value.sentence if isinstance(value, kazfigures.Rule) else value.__doc__
    assert sentence
    if not isinstance(value, types.ModuleType | kazfigures.Rule):
        assert value.__module__.startswith("kazfigures.")


@pytest.mark.parametrize("name", kazfigures.__all__)
def test_each_public_name_is_used_by_the_typing_test(name: str) -> None:
    script = (ROOT / "tests/typing/newsroom.py").read_text(encoding="utf-8")
    assert f"kf.{name}" in script


def test_the_import_loads_no_heavy_library() -> None:
    code = f"import sys, kazfigures; print([name for name in {HEAVY} if name in sys.modules])"
    out = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603
    assert out.strip() == "[]"


def test_the_command_line_loads_no_vocabulary_before_it_writes_one() -> None:
    code = "import sys, kazfigures.cli; print([n for n in sys.modules if 'vocabularies' in n])"
    out = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603
    assert out.strip() == "[]"


FORBIDDEN = ("eval(", "exec(", "pickle", "yaml", "__import__(")


@pytest.mark.parametrize("module", sorted(ROOT.glob("kazfigures/**/*.py")), ids=lambda p: p.name)
def test_no_module_runs_what_it_reads(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert [word for word in FORBIDDEN if word in text] == []
