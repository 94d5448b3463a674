"""What several tests draw, and nobody else would: see kazfigures.strategies for the rest."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures import Moment
from kazfigures.strategies.values import ZONES

KAZAKH_ZONES = tuple(zone for zone in ZONES if zone.startswith("Asia/"))


def near_moments() -> SearchStrategy[Moment]:
    """Draw moments of every precision that touch, hold and cross each other."""
    return st.sampled_from(
        [
            Moment(text)
            for text in (
                "2022-01-06T18:00+00:00",
                "2022-01-07T00:00+06:00",
                "2022-01-07T00:00:00.000001+06:00",
                "2022-01-06T23:59:59.999999+06:00",
                "2022-01-07T16:56+06:00",
                "2022-01-07T10:56+00:00",
                "2022-01-08T00:00+06:00",
                "2022-01-07T00[Asia/Almaty]",
                "2022-01-07T23[Asia/Almaty]",
                "2022-01-06T18[UTC]",
                "2022-01-06[Asia/Almaty]",
                "2022-01-07[Asia/Almaty]",
                "2022-01-07[UTC]",
                "2022-01-08[Asia/Almaty]",
                "2021-12[Asia/Almaty]",
                "2022-01[Asia/Almaty]",
                "2022-02[UTC]",
                "2021[UTC]",
                "2022[Asia/Almaty]",
            )
        ]
    )
