"""No regular expression of the package can be made to try again without end."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
from cases import rows
from patterns import judged, patterns_of

import kazfigures as kf
from kazfigures import moments
from kazfigures.errors import KazfiguresError

ROOT = Path(kf.__file__).parent
GIVEN = {"pattern": moments._DATES}  # noqa: SLF001 - the patterns are what is judged


HARMLESS = {
    # A label of a domain ends at its point, and its last letter can be found in 62 places at most.
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}",
}
"""What the scanner takes for dangerous and is not, each with its reason."""


def modules() -> dict[str, str]:
    """Give the modules that use regular expressions, and their source."""
    found = {}
    for file in sorted(ROOT.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "\nimport re\n" in source:
            name = ".".join(("kazfigures", *file.relative_to(ROOT).with_suffix("").parts))
            found[name.removesuffix(".__init__")] = source
    return found


PATTERNS = sorted(
    {
        (name, pattern)
        for name, source in modules().items()
        for pattern in patterns_of(importlib.import_module(name), source, GIVEN)
    }
)


def test_there_are_patterns_and_every_use_of_re_is_seen() -> None:
    assert len(PATTERNS) > 20
    assert not [
        file for file in ROOT.rglob("*.py") if "from re import" in file.read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize(("module", "pattern"), PATTERNS)
def test_no_repeat_of_a_pattern_can_share_its_letters_with_another(
    module: str, pattern: str
) -> None:
    assert judged(pattern) == [] or pattern in HARMLESS, module


def test_nothing_is_excused_that_is_no_pattern_or_no_danger() -> None:
    assert all(judged(pattern) for pattern in HARMLESS)
    assert {pattern for _, pattern in PATTERNS} >= HARMLESS


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+",
        r"(a*)*",
        r"(a+)*b",
        r"(?:\w\d|a1)*",
        r"(?:a+b|ab)*c",
        r"(\w+\s?)*$",
        r"(\d+,?)+x",
        r"([a-z]+[a-z0-9]*)+",
        r"(?:[\u0300-\u036f]+[^\W\d_]*)*",
        r"(x+x+)+y",
        r"^(([a-z])+.)+[A-Z]$",
        r"(.*)*",
        r"(?:a?b*)+",
    ],
)
def test_a_dangerous_pattern_is_seen(pattern: str) -> None:
    assert judged(pattern)


@pytest.mark.parametrize(
    "pattern", [r"a+b+", r"(?:,\d+)*", r"(?:[ ]\d{3}(?!\d))+", r"(?:ab|cd)*", r"(?:\\.|[^\\])*"]
)
def test_a_harmless_pattern_is_let_be(pattern: str) -> None:
    assert judged(pattern) == []


# --- pumps ----------------------------------------------------------------------------------------

PUMPS = [(name, *map(json.loads, cells)) for name, *cells in rows("pumps")]


@pytest.mark.parametrize(
    ("before", "piece", "behind"), [row[1:] for row in PUMPS], ids=[row[0] for row in PUMPS]
)
def test_a_hundred_thousand_characters_are_read_or_refused(
    before: str, piece: str, behind: str
) -> None:
    text = before + piece * (100_000 // len(piece)) + behind
    for read in (
        lambda: kf.find(text),
        lambda: kf.Figure.read(text),
        lambda: kf.Moment.read(text, zone="UTC"),
        lambda: kf.Source(text),
        lambda: kf.Measure("killed", place=text),
    ):
        try:
            read()
        except KazfiguresError as error:
            assert len(str(error)) < 2000  # noqa: PT017 - most are refused, and any may be read
