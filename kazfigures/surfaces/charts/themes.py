"""Theme: the colours and the size that a chart is drawn in."""

from __future__ import annotations

from typing import Final, final

from attrs import frozen

__all__ = ["Theme", "dark", "light", "page"]


@final
@frozen(order=False)
class Theme:
    """Colours, a font and a width; make another with `attrs.evolve(light, width=320)`.

    `ink` is for text, `quiet` for what matters less, `line` for axes, `range` for what a rule
    allows, `best` for its best number, `used`, `aside` and `withdrawn` for the fates of reports,
    and `camps` for claimants who conflict, in the order of the camps.
    An empty `paper` is transparent; `width` is in pixels; without a title a chart has its notes
    alone, for a page that says over it what it shows.
    """

    ink: str
    quiet: str
    line: str
    paper: str
    range: str
    best: str
    used: str
    aside: str
    withdrawn: str
    camps: tuple[str, ...]
    font: str = "Arial, 'Liberation Sans', Helvetica, sans-serif"
    width: int = 640
    has_title: bool = True


# Colours that are told apart without red and green: Okabe and Ito 2008,
# https://jfly.uni-koeln.de/color/, made darker where paper is white.
light: Final = Theme(
    ink="#1b1b1b",
    quiet="#595959",
    line="#8c8c8c",
    paper="#ffffff",
    range="#3f7fc1",
    best="#1f4e79",
    used="#1f4e79",
    aside="#7a7a7a",
    withdrawn="#b3261e",
    camps=("#0072b2", "#b85000", "#007a5a", "#a0457c"),
)
dark: Final = Theme(
    ink="#f0f0f0",
    quiet="#b8b8b8",
    line="#8a8a8a",
    paper="#161616",
    range="#6aa5dd",
    best="#a9cdf0",
    used="#a9cdf0",
    aside="#9a9a9a",
    withdrawn="#ff8a80",
    camps=("#56b4e9", "#e69f00", "#2fc297", "#e08fbd"),
)
page: Final = Theme(
    ink="var(--kf-ink, #1b1b1b)",
    quiet="var(--kf-quiet, #595959)",
    line="var(--kf-line, #8c8c8c)",
    paper="",
    range="var(--kf-range, #3f7fc1)",
    best="var(--kf-best, #1f4e79)",
    used="var(--kf-best, #1f4e79)",
    aside="var(--kf-aside, #7a7a7a)",
    withdrawn="var(--kf-withdrawn, #b3261e)",
    camps=(
        "var(--kf-camp-1, #0072b2)",
        "var(--kf-camp-2, #b85000)",
        "var(--kf-camp-3, #007a5a)",
        "var(--kf-camp-4, #a0457c)",
    ),
    width=720,
    has_title=False,
)
"""For a chart inside a page, whose own `--kf-` colours it takes, in light and in dark."""
