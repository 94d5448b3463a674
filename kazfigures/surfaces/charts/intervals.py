"""Intervals: a row a range, with an arrow where it is open, on one scale of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, final

from attrs import frozen

from kazfigures.counts import Count
from kazfigures.markup import shown
from kazfigures.surfaces.charts.drawing import CROSS, Row, alt, layered, rows, wrapped
from kazfigures.surfaces.charts.themes import Theme

__all__ = ["Group", "Interval", "intervals"]

_LINE: Final = 15
_UNDER_LABEL: Final = 22
_MARK: Final = 10
_LINES: Final = 3
_MANY_TIMES: Final = 100


@final
@frozen(order=False)
class Group:
    """What rows have in common, told by a colour and by a shape."""

    name: str
    colour: str
    shape: str = "circle"


@final
@frozen(order=False)
class Interval:
    """A row: what stands over it, the range, the best number, and the group that colours it.

    `is_struck` is for what was taken back; `tooltip` tells more, under the names of its fields.
    """

    label: str
    count: Count | None
    best: int | None = None
    group: str = ""
    is_struck: bool = False
    tooltip: tuple[tuple[str, str], ...] = ()


@final
@frozen(order=False)
class _Axis:
    """The numbers that a chart spans: where it begins, and the edge that open ends reach."""

    least: int
    edge: int
    is_wide: bool

    def x(self, unit: str) -> alt.X:
        """Give the place of numbers from left to right."""
        if not self.is_wide:
            scale = alt.Scale(domain=[self.least, self.edge], type="linear", nice=False)
            ticks = min(5, self.edge - self.least)
            axis = alt.Axis(format=",d", tickCount=ticks, labelOverlap=True)
            return alt.X("low:Q", scale=scale, axis=axis, title=shown(unit))
        scale = alt.Scale(domain=[self.least, self.edge], type="symlog", nice=False)
        axis = alt.Axis(format=",d", values=_tens(self.edge), labelOverlap="greedy")
        return alt.X("low:Q", scale=scale, axis=axis, title=f"{shown(unit)}, logarithmic scale")


def intervals(  # noqa: PLR0913 - one keyword a part of the picture
    told: Sequence[Interval],
    *,
    groups: Sequence[Group],
    theme: Theme,
    title: str,
    notes: Sequence[str],
    unit: str,
    behind: Count | None = None,
) -> alt.LayerChart:
    """Draw a row an interval, in the look of its group, before the range of an estimate."""
    axis = _axis([one.count for one in told] + [behind])
    x = axis.x(unit)
    labels = [_label(one.label, theme.width) for one in told]
    tops = [0, *accumulate(len(label) * _LINE + _UNDER_LABEL for label in labels)]
    placed = zip(told, labels, tops, strict=False)
    data = rows([_row(one, label, top, axis.edge) for one, label, top in placed])
    held = {one.group for one in told}
    looks = [group for group in groups if group.name in held]
    names = [group.name for group in looks]
    legend = alt.Legend() if len(looks) > 1 else None
    colour = alt.Color("group:N", legend=legend)
    colour = colour.scale(domain=names, range=[group.colour for group in looks])
    shape = alt.Shape("group:N", legend=legend)
    shape = shape.scale(domain=names, range=[group.shape for group in looks])
    fields = dict.fromkeys(field for one in told for field, _ in one.tooltip)
    tips = [alt.Tooltip(f"tip{place}:N", title=field) for place, field in enumerate(fields)]
    base = alt.Chart(data).encode(y=alt.Y("mark:Q", scale=None, axis=None), tooltip=tips)
    ranged = base.transform_filter("datum.low !== null")
    layers = [] if behind is None else [_band(behind, axis, x, theme)]
    layers += [
        ranged.transform_filter("!datum.single")
        .mark_rule(strokeWidth=4)
        .encode(x=x, x2="end:Q", color=colour),
        ranged.mark_point(filled=True, size=75, opacity=1).encode(x=x, color=colour, shape=shape),
        ranged.transform_filter("!datum.single && !datum.open")
        .mark_point(filled=True, size=75, opacity=1)
        .encode(x=alt.X("end:Q"), color=colour, shape=shape),
        ranged.transform_filter("datum.open")
        .mark_point(filled=True, size=110, opacity=1, shape="triangle-right")
        .encode(x=alt.X("end:Q"), color=colour),
        ranged.transform_filter("datum.best !== null")
        .mark_tick(thickness=3, size=16, color=theme.ink, opacity=1)
        .encode(x=alt.X("best:Q")),
        ranged.transform_filter("datum.struck")
        .mark_point(
            shape=CROSS, size=150, strokeWidth=2, filled=False, opacity=1, color=theme.withdrawn
        )
        .encode(x=x),
        base.mark_text(
            align="left", baseline="top", lineHeight=_LINE, color=theme.ink, fontSize=12
        ).encode(x=alt.value(0), y=alt.Y("top:Q", scale=None, axis=None), text="label:N"),
    ]
    return layered(layers, theme, title, notes, max(tops[-1], _LINE + _UNDER_LABEL))


def _band(range_: Count, axis: _Axis, x: alt.X, theme: Theme) -> alt.Chart:
    """Draw the range of an estimate from top to bottom; one number is a line."""
    row: Row = {"low": range_.low, "end": axis.edge if range_.high is None else range_.high}
    band = alt.Chart(rows([row]))
    drawn: alt.Chart
    if range_.is_exact:
        drawn = band.mark_rule(color=theme.range, strokeWidth=3).encode(x=x)
    else:
        filled = band.mark_rect(fill=theme.range, fillOpacity=0.22, stroke=theme.range)
        drawn = filled.encode(x=x, x2="end:Q")
    return drawn


def _axis(counts: Sequence[Count | None]) -> _Axis:
    ends = [
        end
        for count in counts
        if count is not None
        for end in (count.low, count.high)
        if end is not None
    ]
    least, most = min(ends, default=0), max(ends, default=1)
    if most > _MANY_TIMES * min((end for end in ends if end), default=1):
        return _Axis(0, most * 2, is_wide=True)
    span = most - least
    return _Axis(
        max(0, least - max(1, round(span * 0.05))),
        most + max(1, round(span * 0.12)),
        is_wide=False,
    )


def _tens(most: int) -> list[float]:
    return [0, *(10**power for power in range(len(str(most))))]


def _label(text: str, width: int) -> list[str]:
    """Break what stands over a row into a few lines; the tooltip has it whole."""
    lines = wrapped(text, width)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][:-2]} …"]
    return lines


def _row(one: Interval, label: list[str], top: int, edge: int) -> Row:
    low = end = None
    if one.count is not None:
        low, end = one.count.low, edge if one.count.high is None else one.count.high
    told: Row = {
        "top": top + 2,
        "mark": top + 2 + len(label) * _LINE + _MARK // 2,
        "label": label,
        "group": one.group,
        "low": low,
        "end": end,
        "open": one.count is not None and one.count.high is None,
        "single": one.count is not None and one.count.is_exact,
        "best": one.best,
        "struck": one.is_struck,
    }
    return told | {f"tip{number}": said for number, (_, said) in enumerate(one.tooltip)}
