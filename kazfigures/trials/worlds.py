"""Small worlds: every ledger of a few claims, so that what breaks a law is found and not met.

Counts are 0 to 2 and open, claims are up to three, and moments are two.
A world of claims holds what pools are tried on, a world of reports what the pipeline is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from kazfigures.counts import Count
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Notice, NoticeKind, Observation, Source
from kazfigures.wording import Figure

__all__ = ["CLAIMANTS", "COUNTS", "MEASURE", "MOMENTS", "claims", "reports"]

COUNTS: Final = (
    *(Count(low, high) for low in range(3) for high in range(low, 3)),
    *(Count(low) for low in range(3)),
)
"""0 to 2 and open: every count with its ends there, the one that says nothing among them."""

MOMENTS: Final = (Moment("2022-01-07T00:00+00:00"), Moment("2022-01-07T01:00+00:00"))
"""Two hours of one day."""

CLAIMANTS: Final = (
    Source("Ministry", "official", side="government", grade="B"),
    Source("Office", "official", grade="A"),
    Source("Witness", "witness", grade="B"),
)
"""Two officials, of whom one is a party, and a witness; two of the three are graded alike."""

MEASURE: Final = Measure("killed")


def _said(
    count: Count, source: Source, moment: Moment, via: str = "", origin: str = ""
) -> Observation:
    stated = None if count.says_nothing or not (count.is_exact or count.high is None) else count.low
    relays = (via,) if via else ()
    return Observation(
        MEASURE, Figure(str(count), stated, count), source, moment, moment, relays, origin
    )


def claims(
    most: int = 3, counts: Sequence[Count] = COUNTS, claimants: Sequence[Source] = CLAIMANTS
) -> Iterator[Ledger]:
    """Give every ledger in which up to so many claimants speak once, the smaller first.

    What is all about the later moment is left out: it is the same an hour before.
    """
    spoken = [
        [_said(count, source, moment) for moment in MOMENTS for count in counts]
        for source in claimants
    ]
    for size in range(1, most + 1):
        for speakers in combinations(spoken, size):
            for said in product(*speakers):
                if any(report.as_of == MOMENTS[0] for report in said):
                    yield Ledger(said)


def reports(most: int = 2) -> Iterator[Ledger]:
    """Give every ledger of up to so many reports and a notice, of two claimants and a relay.

    The reports may be revisions, and tellings of one statement; the notice may be a retraction,
    a denial or a correction, by the claimant, by the relay or by a stranger.
    """
    told = [
        _said(count, source, moment, via, origin)
        for count in (Count.exactly(0), Count.exactly(1), Count.at_least(1))
        for source in CLAIMANTS[:2]
        for moment in MOMENTS
        for via, origin in (("", ""), ("", "statement"), ("Agency", "statement"))
    ]
    for size in range(1, most + 1):
        for said in combinations(told, size):
            yield Ledger(said)
            for notice in _notices(said):
                yield Ledger([*said, notice])


def _notices(said: tuple[Observation, ...]) -> Iterator[Notice]:
    first = said[0]
    for moment in MOMENTS:
        yield Notice(NoticeKind.RETRACTION, first, first.source, moment)
        yield Notice(NoticeKind.DENIAL, first, first.via[0] if first.via else "Stranger", moment)
        if first.origin:
            yield Notice(NoticeKind.DENIAL, first.origin, first.source, moment)
        if len(said) > 1:
            yield Notice(NoticeKind.CORRECTION, first, first.source, moment, instead=said[1])
