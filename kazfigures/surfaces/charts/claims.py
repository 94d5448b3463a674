"""Claims: what each claimant says at one moment, grouped by camp."""

from __future__ import annotations

from typing import Final

from kazfigures.rules.estimates import Estimate
from kazfigures.rules.testimonies import Claim, SetAside
from kazfigures.surfaces.charts.drawing import alt
from kazfigures.surfaces.charts.intervals import Group, Interval, intervals
from kazfigures.surfaces.charts.themes import Theme, light

__all__ = ["claims"]

_APART: Final = "in no camp"
_USED: Final = "used"
_SET_ASIDE: Final = "set aside"
_WITHDRAWN: Final = "withdrawn"
_HEXAGON: Final = "M0,-1L.87,-.5L.87,.5L0,1L-.87,.5L-.87,-.5Z"
_CAMP_SHAPES: Final = ("circle", "square", "diamond", "triangle-up", "triangle-down")
_CAMPS: Final = 12


def claims(
    estimate: Estimate, *, theme: Theme = light, set_aside: bool = False, most: int = 60
) -> alt.LayerChart:
    """Draw every claim of an estimate as an interval, grouped by camp, before the answer's range.

    A claimant's row has the colour and the shape of its camp; the smallest camps share one.
    An arrow is an open end: "or more".
    With `set_aside` the reports that the rule does not use follow, those taken back struck.
    At most `most` rows are drawn, and what is left out is said.
    """
    camps = _camps(estimate)
    alone = _APART if estimate.camps else _USED
    told = [_claim(claim, camps.get(claim.source.identity, alone)) for claim in estimate.claims]
    in_order = [*dict.fromkeys(camps.values()), alone]
    told.sort(key=lambda one: in_order.index(one.group))
    if set_aside:
        told += [_aside(gone) for gone in estimate.set_aside]
    drawn = told[:most]
    band = "" if estimate.count is None else "; the band is its range"
    notes = [f"{estimate.headline.partition(':')[0]}, by {estimate.rule}{band}"]
    if len(told) > len(drawn):
        notes.append(f"{len(drawn):,} of {len(told):,} rows are drawn, and the last left out")
    return intervals(
        drawn,
        groups=[
            *(_camp(place, name, theme) for place, name in enumerate(in_order[:-1])),
            Group(alone, theme.used, _HEXAGON if estimate.camps else "circle"),
            Group(_SET_ASIDE, theme.aside),
            Group(_WITHDRAWN, theme.withdrawn),
        ],
        theme=theme,
        title=estimate.heading,
        notes=notes,
        unit=estimate.measure.unit,
        behind=estimate.count,
    )


def _camps(estimate: Estimate) -> dict[str, str]:
    """Name the camp of every claimant that is in one, the largest camp first."""
    camps = estimate.camps
    rest = f"the other {len(camps) - _CAMPS + 1:,} camps"
    return {
        source.identity: f"camp {place}: {camp.count}"
        if len(camps) <= _CAMPS or place < _CAMPS
        else rest
        for place, camp in enumerate(camps, start=1)
        for source in camp.sources
    }


def _camp(place: int, name: str, theme: Theme) -> Group:
    """Give a camp its look: colours and shapes come round at different camps."""
    colour = theme.camps[place % len(theme.camps)]
    return Group(name, colour, _CAMP_SHAPES[place % len(_CAMP_SHAPES)])


def _claim(claim: Claim, group: str) -> Interval:
    reports = [testimony.observation for testimony in claim.testimonies]
    tooltip = (
        ("said", "; ".join(report.figure.wording for report in reports)),
        ("by", "; ".join(report.attribution for report in reports)),
        ("as of", "; ".join(str(report.as_of) for report in reports)),
        ("reported", "; ".join(str(report.reported) for report in reports)),
    )
    return Interval(f"{claim.count}: {claim.source}", claim.count, None, group, tooltip=tooltip)


def _aside(gone: SetAside) -> Interval:
    report = gone.observation
    tooltip = (
        ("said", report.figure.wording),
        ("by", report.attribution),
        ("as of", str(report.as_of)),
        ("reported", str(report.reported)),
        ("set aside", gone.why),
    )
    return Interval(
        f"{report.figure.count}, {gone.reason.value}: {report.attribution}",
        report.figure.count,
        None,
        _WITHDRAWN if gone.is_taken_back else _SET_ASIDE,
        is_struck=gone.is_taken_back,
        tooltip=tooltip,
    )
