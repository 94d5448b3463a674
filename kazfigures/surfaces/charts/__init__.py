"""Charts of estimates over time, claims, parts and rules, as Vega-Lite (the extra `charts`).

Each is an Altair chart: a notebook shows it, and `chart.save("claims.png")` (or `.svg`, or `.json`
for Vega-Lite) writes it without a browser.
Every text from the data is data of the chart, and never a part of its program.
"""

from kazfigures.surfaces.charts.claims import claims
from kazfigures.surfaces.charts.parts import parts
from kazfigures.surfaces.charts.pictures import svg
from kazfigures.surfaces.charts.sensitivities import sensitivity
from kazfigures.surfaces.charts.themes import Theme, dark, light, page
from kazfigures.surfaces.charts.timelines import timeline

__all__ = [
    "Theme",
    "claims",
    "dark",
    "light",
    "page",
    "parts",
    "sensitivity",
    "svg",
    "timeline",
]
