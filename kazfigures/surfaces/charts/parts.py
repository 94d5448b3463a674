"""Parts: what is counted inside a measure, beside the whole."""

from __future__ import annotations

from kazfigures.audit.parts.partitions import Partition
from kazfigures.errors import RuleError
from kazfigures.observations import Measure
from kazfigures.rules.estimates import Estimate, Estimates
from kazfigures.surfaces.charts.drawing import alt
from kazfigures.surfaces.charts.intervals import Group, Interval, intervals
from kazfigures.surfaces.charts.themes import Theme, light

__all__ = ["parts"]


def parts(
    estimates: Estimates, whole: Measure | Partition, *, theme: Theme = light, most: int = 40
) -> alt.LayerChart:
    """Draw the range of a whole, and under it those of its parts.

    The parts of a measure are those that its paths tell, which may overlap, so nothing is added
    up; those of a `Partition` are its own.
    At most `most` parts are drawn, and what is left out is said.

    Raises:
        RuleError: for a whole that is neither a Measure nor a Partition.
    """
    if isinstance(whole, Partition):
        measure, inside = whole.whole, list(whole.parts)
    elif isinstance(whole, Measure):
        measure = whole
        told = dict.fromkeys(estimate.measure for estimate in estimates)
        inside = [part for part in told if part != whole and part.is_part_of(whole)]
    else:
        raise RuleError("whole", whole, "a Measure or a Partition")
    drawn = inside[:most]
    notes = [f"By {estimates.rule}; parts may overlap, and are not added up"]
    if isinstance(whole, Partition):
        notes = [f"By {estimates.rule}; the parts are declared to share nobody"]
    if len(inside) > len(drawn):
        notes.append(f"{len(drawn):,} of {len(inside):,} parts are drawn")
    rows = [_interval(one, "whole") for one in _all(estimates, measure)]
    rows += [_interval(one, "part") for part in drawn for one in _all(estimates, part)]
    groups = [Group("whole", theme.best), Group("part", theme.camps[1], "diamond")]
    return intervals(
        rows, groups=groups, theme=theme, title=str(measure), notes=notes, unit=measure.unit
    )


def _all(estimates: Estimates, measure: Measure) -> tuple[Estimate, ...]:
    return estimates.windows(measure) or (estimates[measure],)


def _interval(one: Estimate, group: str) -> Interval:
    said = one.headline.partition(":")[0]
    return Interval(
        f"{said}: {one.heading}",
        one.count,
        None if one.count is None or one.count.is_exact else one.best,
        group,
        tooltip=(("measure", one.heading), ("answer", one.headline)),
    )
