"""The laws of what liars, errors and exaggeration can do to a range."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.rules.laws.hearings import Hearing, of_changes, of_claims, shifted
from kazfigures.rules.laws.law import Law
from kazfigures.rules.testimonies import hull

__all__ = [
    "BREAKDOWN_LIVE",
    "BREAKDOWN_SAFE",
    "EXAGGERATION_PROOF",
    "LIPSCHITZ",
    "TWO_SOURCE_FLOOR",
    "corroborated_floor",
    "truth_tracking",
]

_FAR: Final = 9


def _breakdown_safe(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None:
        return
    half = len(hearing.counts) // 2
    # The range is outside some majority's hull exactly when it is outside that of the half and one
    # with the least high ends, or of the half and one with the greatest low ends.
    lows = sorted(hearing.counts, key=lambda count: (count.high is None, count.high))
    highs = sorted(hearing.counts, key=lambda count: -count.low)
    for honest in (lows[: half + 1], highs[: half + 1]):
        if not hearing.count.within(hull(honest)):
            spoken = " | ".join(map(str, honest))
            yield f"if {spoken} are honest, the truth is in {hull(honest)}; {hearing}"


def _breakdown_live(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None:
        for number in sorted({count.low for count in hearing.counts}):
            allowing = sum(number in count for count in hearing.counts)
            if 2 * allowing > len(hearing.counts):
                yield f"{allowing} of {len(hearing.counts)} claims allow {number:,}, and {hearing}"


@cache
def truth_tracking(faulty: int) -> Law:
    """Give the law that a number which all claims but so many allow is in the range."""
    if type(faulty) is not int or faulty < 0:
        raise RuleError("faulty", faulty, "a number of claims, 0 or more")

    def judge(hearing: Hearing) -> Iterator[str]:
        counts = hearing.counts
        needed = max(len(counts) - faulty, 1)
        ends = {count.low for count in counts} | {
            count.high for count in counts if count.high is not None
        }
        beyond = max(ends) + 1
        for number in (*sorted(ends), beyond):
            allowing = sum(number in count for count in counts)
            if allowing >= needed and not (hearing.count and number in hearing.count):
                yield f"{allowing} of {len(counts)} claims allow {number:,}, and {hearing}"

    return Law(
        f"truth_tracking({faulty})",
        f"a number that all claims but {faulty} allow is in the range",
        f"if x is in at least n - {faulty} of the claims, x is in C",
        "Marzullo 1990; Rushby 2002",
        of_claims(judge),
        survives=True,
    )


def _lipschitz(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None:
        return
    for place, count in enumerate(hearing.counts):
        for low, high in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            moved = shifted(count, low, high)
            if moved is None or moved.says_nothing:
                continue
            after = hearing.replaced(place, moved)
            if after.count and _apart(hearing.count, after.count) > 1:
                yield f"{hearing}; once {count} is moved by one to {moved}, {after}"


def _apart(one: Count, other: Count) -> float:
    """Say by how much the ends of two ranges differ at most."""
    if one.high is None or other.high is None:
        high: float = 0 if one.high is other.high else float("inf")
    else:
        high = abs(one.high - other.high)
    return max(abs(one.low - other.low), high)


def _exaggeration_proof(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None or hearing.count.high is None:
        return
    for place, count in enumerate(hearing.counts):
        if count.low <= hearing.count.high:
            continue
        by = 0 if count.high is None else 1
        for higher in (shifted(count, 1, by), shifted(count, _FAR, _FAR * by), Count(count.low)):
            if higher is not None:
                after = hearing.replaced(place, higher)
                if after.count != hearing.count:
                    yield f"{hearing}; once {count} is pushed up to {higher}, {after}"


@cache
def corroborated_floor(claimants: int) -> Law:
    """Give the law that at least so many independent claims support the low end."""
    if type(claimants) is not int or claimants < 1:
        raise RuleError("claimants", claimants, "a number of claimants, 1 or more")

    def judge(hearing: Hearing) -> Iterator[str]:
        low = hearing.count.low if hearing.count else 0
        behind = sum(count.low >= low for count in hearing.counts)
        if low and behind < claimants:
            yield f"{hearing}, and its low end has {behind} behind it"

    return Law(
        f"corroborated_floor({claimants})",
        f"at least {claimants} independent claims support the low end",
        f"at least {claimants} of the claims have a low end of low or above, or low is 0",
        "the two-source rule of newsrooms; Iraq Body Count",
        of_claims(judge),
        survives=True,
    )


BREAKDOWN_SAFE: Final = Law(
    "breakdown_safe",
    "with fewer liars than honest claimants, the range stays inside the hull of the honest",
    "C(X, Y) is within the hull of X, for |X| > |Y|",
    "Donoho and Huber 1983 (the breakdown point)",
    of_claims(_breakdown_safe),
    survives=True,
)
BREAKDOWN_LIVE: Final = Law(
    "breakdown_live",
    "with fewer liars than honest claimants, there is a range",
    "C(X, Y) is a range, for |X| > |Y| and X that share a number",
    "Donoho and Huber 1983 (the breakdown point)",
    of_claims(_breakdown_live),
    survives=True,
)
LIPSCHITZ: Final = Law(
    "lipschitz",
    "the ends of the range move no further than a claim does",
    "if an end of c moves by 1, the ends of C(X, c) move by 1 at most",
    "Schmid and Schossmaier 2001",
    of_changes(_lipschitz),
)
EXAGGERATION_PROOF: Final = Law(
    "exaggeration_proof",
    "pushing a claim that is already above the range higher changes nothing",
    "if c is above C(X, c), and d above c, then C(X, d) = C(X, c)",
    "Moulin 1980",
    of_changes(_exaggeration_proof),
)
TWO_SOURCE_FLOOR: Final = corroborated_floor(2)
