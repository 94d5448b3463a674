"""Sensitivity: what each rule says of one question."""

from __future__ import annotations

from kazfigures.rules.sensitivity import Sensitivity
from kazfigures.surfaces.charts.drawing import alt
from kazfigures.surfaces.charts.intervals import Group, Interval, intervals
from kazfigures.surfaces.charts.themes import Theme, light

__all__ = ["sensitivity"]


def sensitivity(sensitivity: Sensitivity, *, theme: Theme = light) -> alt.LayerChart:
    """Draw a row an answer, with the rules that give it; the smallest number is on top."""
    told = [
        Interval(
            str(answer),
            answer.count,
            None if answer.count is None or answer.count.is_exact else answer.best,
            "answer",
            tooltip=(("answer", answer.said), ("rules", ", ".join(answer.rules))),
        )
        for answer in sensitivity.answers
    ]
    notes = ["What each rule makes of the same reports; a tick is the best number"]
    return intervals(
        told,
        groups=[Group("answer", theme.best)],
        theme=theme,
        title=sensitivity.heading,
        notes=notes,
        unit=sensitivity.measure.unit,
    )
