"""The charts that the pages show, drawn from the example whenever the site is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from altair import LayerChart
from attrs import evolve

import kazfigures as kf
from kazfigures.surfaces import charts

__all__ = ["draw"]

EVENT = "Kazakhstan, January 2022"
OFFICERS = kf.Measure("killed", population="security forces", place="Kazakhstan", event=EVENT)
KILLED = kf.Measure("killed", place="Kazakhstan", event=EVENT)
WIDTH = 460
"""In pixels: wide enough for a page, and still to be read where a telephone makes it smaller."""
THEMES = {"light": evolve(charts.light, width=WIDTH), "dark": evolve(charts.dark, width=WIDTH)}
ZONE = "Asia/Almaty"


def draw(example: Path, into: Path) -> None:
    """Draw every picture in every theme, as SVG."""
    into.mkdir(exist_ok=True)
    ledger = kf.load(example)
    for theme_name, theme in THEMES.items():
        for name, chart in _charts(ledger, theme):
            chart.save(into / f"{name}-{theme_name}.svg")


def _charts(ledger: kf.Ledger, theme: charts.Theme) -> Iterator[tuple[str, LayerChart]]:
    january = ledger.known_at(f"2022-01-20[{ZONE}]")
    march = ledger.known_at("2022-03-15T00:00+06:00")
    estimates = kf.reconcile(march)
    asked = next(one for one in kf.sensitivity(march) if one.measure == KILLED)
    for name, measure in (("officers", OFFICERS), ("killed", KILLED)):
        yield name, charts.timeline(kf.timeline(january, measure), zone=ZONE, theme=theme)
    yield "claims", charts.claims(estimates[KILLED], theme=theme)
    yield "parts", charts.parts(kf.reconcile(january), KILLED, theme=theme)
    yield "sensitivity", charts.sensitivity(asked, theme=theme)
