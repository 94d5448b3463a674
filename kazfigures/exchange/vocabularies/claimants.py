"""Claimants: whether one is an organisation or a person, where that is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from kazfigures.observations import Source, SourceKind

__all__ = ["Sort", "sort_of"]

Sort: TypeAlias = Literal["Organization", "Person"]
"""What a claimant is, in a word that schema.org, PROV and FollowTheMoney share."""

_SORTS: Final[Mapping[SourceKind, Sort]] = {
    SourceKind.AGENCY: "Organization",
    SourceKind.HOSPITAL: "Organization",
    SourceKind.OUTLET: "Organization",
    SourceKind.WITNESS: "Person",
}


def sort_of(source: Source) -> Sort | None:
    """Say what a claimant is; None where its kind leaves that open.

    An official is a ministry or its minister, and a monitor may be a man with a telephone.
    """
    return _SORTS.get(source.kind)
