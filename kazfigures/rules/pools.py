"""Pools: ways from what each claimant says to one range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import inf
from typing import Final

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.observations import GRADES, Source
from kazfigures.rules.laws import (
    AGREEMENT,
    BREAKDOWN_LIVE,
    BREAKDOWN_SAFE,
    CORE,
    EXAGGERATION_PROOF,
    FAIRNESS,
    LABELS_DO_NOT_MATTER,
    LIPSCHITZ,
    MAJORITY,
    NARROWING,
    NARROWING_UNGUARDED,
    NEWEST_WINS,
    NO_SIDE_TAKING,
    PART_WHOLE,
    POSITIVE_RESPONSE,
    REFINEMENT,
    REFINEMENT_OVERLAPPING,
    REFLECTION,
    SPLIT_KEEP,
    SPLIT_SHARPEN,
    TOTAL,
    VALUE_DUPLICATES_IGNORED,
    WELL_FORMED,
    WITHIN_HULL,
    Law,
    corroborated_floor,
    truth_tracking,
)
from kazfigures.rules.pipeline import Pool, Taken
from kazfigures.rules.testimonies import Claim, about_newest, hull, intersection, low_median

__all__ = [
    "blend",
    "by_grade",
    "consensus",
    "envelope",
    "highest",
    "latest",
    "lowest",
    "middle",
    "most_common",
    "overlap",
    "priority",
    "quorum",
]


def _high(claim: Claim) -> float:
    """Give the high end as a number, an open one above all."""
    return inf if claim.count.high is None else claim.count.high


def _count(low: float, high: float) -> Count:
    return Count(int(low), None if high == inf else int(high))


_LIVE: Final = frozenset({TOTAL, BREAKDOWN_LIVE})
_STEADY: Final = frozenset({LIPSCHITZ, EXAGGERATION_PROOF, PART_WHOLE})
_REFINED: Final = frozenset({REFINEMENT, REFINEMENT_OVERLAPPING})


def _consensus(claims: Sequence[Claim]) -> Count:
    ends = sorted([claim.count.low for claim in claims] + [_high(claim) for claim in claims])
    return _count(ends[len(claims) - 1], ends[len(claims)])


consensus: Final = Pool(
    "consensus",
    "the median of all low and high ends together: what all allow when they agree,"
    " and no minority can move it",
    _consensus,
    CORE
    | _LIVE
    | _STEADY
    | _REFINED
    | {AGREEMENT, SPLIT_KEEP, SPLIT_SHARPEN, NO_SIDE_TAKING, MAJORITY, BREAKDOWN_SAFE, REFLECTION},
)


def _overlap(claims: Sequence[Claim]) -> Count | None:
    return intersection([claim.count for claim in claims])


overlap: Final = Pool(
    "overlap",
    "what every claim allows; no range when they share nothing",
    _overlap,
    CORE
    | _STEADY
    | _REFINED
    | {AGREEMENT, SPLIT_KEEP, SPLIT_SHARPEN, NO_SIDE_TAKING, BREAKDOWN_SAFE, FAIRNESS, REFLECTION}
    | {NEWEST_WINS, VALUE_DUPLICATES_IGNORED, NARROWING_UNGUARDED},
)


def quorum(k: int) -> Pool:
    """Give what at least `k` claimants support: the k-th largest low to the k-th smallest high.

    For floors and for the two-source rule (Schmid and Schossmaier 2001).
    Where fewer than `k` claim anything, or no bound has `k` behind it, nothing is left.
    Where the ends cross, `k` support each of two camps, and the range runs between them.
    """
    if type(k) is not int or k < 1:
        raise RuleError("k", k, "a whole number of claimants, 1 or more")
    lacking = f"no bound has {k} claimants behind it"

    def combine(claims: Sequence[Claim]) -> Count | Taken:
        if len(claims) < k:
            return Taken(None, (), lacking)
        low = sorted((claim.count.low for claim in claims), reverse=True)[k - 1]
        high = sorted(map(_high, claims))[k - 1]
        supported = _count(min(low, high), max(low, high))
        return Taken(None, (), lacking) if supported.says_nothing else supported

    return Pool(
        f"quorum({k})",
        f"what at least {k} claimants support; nothing where fewer do",
        combine,
        CORE
        | _STEADY
        | _REFINED
        | {NO_SIDE_TAKING, REFLECTION, corroborated_floor(k), corroborated_floor(min(k, 2))},
    )


def _envelope(claims: Sequence[Claim]) -> Count:
    return hull([claim.count for claim in claims])


envelope: Final = Pool(
    "envelope",
    "from the lowest low to the highest high",
    _envelope,
    CORE
    | _LIVE
    | _STEADY
    | {SPLIT_KEEP, NO_SIDE_TAKING, FAIRNESS, REFLECTION, VALUE_DUPLICATES_IGNORED}
    | {NARROWING_UNGUARDED, truth_tracking(1)},
)


def blend(coverage: float = 0.9) -> Pool:
    """Give the middle `coverage` of the claims taken together, each with the same weight.

    The linear opinion pool (Stone 1961): every claim spreads its weight evenly over its numbers;
    the weight of an open claim lies at its low end for the low end of the range, and above all
    numbers for the high end.
    Its ends need not be numbers that anybody said.
    """
    if not isinstance(coverage, int | float | Fraction) or not 0 < coverage < 1:
        raise RuleError("coverage", coverage, "a share between 0 and 1")
    tail = (1 - Fraction(str(coverage))) / 2

    def combine(claims: Sequence[Claim]) -> Count:
        counts = [claim.count for claim in claims]
        most = max(max(count.low, count.high or 0) for count in counts)
        low = _first(most, lambda number: _below(counts, number, open_at_low=True) > tail)
        if _below(counts, most, open_at_low=False) < 1 - tail:
            return Count(low)
        high = _first(most, lambda number: _below(counts, number, open_at_low=False) >= 1 - tail)
        return Count(low, max(low, high))

    return Pool(
        f"blend({coverage!r})",
        f"the middle {float(coverage):.0%} of all claims taken together with equal weight",
        combine,
        _LIVE
        | (_STEADY - {PART_WHOLE})
        | {WITHIN_HULL, WELL_FORMED, LABELS_DO_NOT_MATTER}
        | {SPLIT_KEEP, NO_SIDE_TAKING, REFLECTION, MAJORITY},
    )


def _below(counts: Sequence[Count], number: int, *, open_at_low: bool) -> Fraction:
    """Give the share of the claims' weight at a number or below it."""
    weight = Fraction(0)
    for count in counts:
        if number < count.low:
            continue
        if count.high is None:
            weight += open_at_low
        else:
            held = min(number, count.high) - count.low + 1
            weight += Fraction(held, count.high - count.low + 1)
    return weight / len(counts)


def _first(most: int, reached: Callable[[int], bool]) -> int:
    """Give the first number up to `most` at which a growing condition is reached."""
    low, high = 0, most
    while low < high:
        half = (low + high) // 2
        low, high = (low, half) if reached(half) else (half + 1, high)
    return low


def _lowest(claims: Sequence[Claim]) -> Taken:
    low, high = min(claim.count.low for claim in claims), min(map(_high, claims))
    taken = [claim for claim in claims if claim.count.low == low or _high(claim) == high]
    return Taken(_count(low, high), taken, f"higher than the lowest, {_count(low, high)}")


lowest: Final = Pool(
    "lowest",
    "the lowest low to the lowest high: the most cautious claim",
    _lowest,
    CORE | _LIVE | _STEADY | {SPLIT_KEEP, VALUE_DUPLICATES_IGNORED, NARROWING_UNGUARDED},
)


def _highest(claims: Sequence[Claim]) -> Taken:
    low, high = max(claim.count.low for claim in claims), max(map(_high, claims))
    taken = [claim for claim in claims if claim.count.low == low or _high(claim) == high]
    return Taken(_count(low, high), taken, f"lower than the highest, {_count(low, high)}")


highest: Final = Pool(
    "highest",
    "the highest low to the highest high: the widest toll",
    _highest,
    CORE | _LIVE | _STEADY | {SPLIT_KEEP, VALUE_DUPLICATES_IGNORED, NARROWING_UNGUARDED},
)


def _latest(claims: Sequence[Claim]) -> Taken:
    current = about_newest(claims)
    return Taken(_consensus(current), current, "a claim about an earlier moment than the newest")


latest: Final = Pool(
    "latest",
    "the claims about the newest moment, those that tie pooled by consensus",
    _latest,
    CORE | _LIVE | _STEADY | _REFINED | {NEWEST_WINS, REFLECTION},
)


def priority(*sources: Source | str) -> Pool:
    """Take the first of the named claimants who said anything; the rest rank last, together."""
    if not sources:
        raise RuleError("sources", sources, "the names of claimants, first choice first")
    named = [source if isinstance(source, Source) else Source(source) for source in sources]
    names = [source.name for source in named]
    ranks = {source.identity: rank for rank, source in reversed(list(enumerate(named)))}
    return _ranked(
        f"priority({', '.join(map(repr, names))})",
        f"the first of {', '.join(names)} to say anything; then everybody else",
        lambda claim: ranks.get(claim.source.identity, len(sources)),
        "a claimant of higher priority spoke",
        _RANKED - {LABELS_DO_NOT_MATTER},
    )


_RANKED: Final = CORE | _LIVE | _STEADY | _REFINED | {SPLIT_KEEP, REFLECTION}


def _ranked(
    name: str,
    sentence: str,
    rank: Callable[[Claim], int],
    note: str,
    promises: frozenset[Law] = _RANKED,
) -> Pool:
    def combine(claims: Sequence[Claim]) -> Taken:
        first = min(map(rank, claims))
        taken = [claim for claim in claims if rank(claim) == first]
        return Taken(_consensus(taken), taken, note)

    return Pool(name, sentence, combine, promises)


by_grade: Final = _ranked(
    "by_grade",
    "the best graded claimants, pooled by consensus; those that cannot be judged rank last",
    lambda claim: GRADES.index(claim.source.grade or GRADES[-1]),
    "a claimant of a better grade spoke",
)


def _most_common(claims: Sequence[Claim]) -> Taken:
    votes = Counter(claim.count for claim in claims)
    winner = min(
        votes,
        key=lambda count: (-votes[count], count.low, inf if count.high is None else count.high),
    )
    taken = [claim for claim in claims if claim.count == winner]
    return Taken(winner, taken, f"not the most common claim, {winner}")


most_common: Final = Pool(
    "most_common",
    "the count that most claimants give, the smallest of several",
    _most_common,
    (CORE - {NARROWING, POSITIVE_RESPONSE}) | _LIVE | {MAJORITY},
)


def _middle(claims: Sequence[Claim]) -> Count | Taken:
    median = low_median(claim.stated for claim in claims)
    if median is None:
        return _consensus(claims)
    stating = [claim for claim in claims if claim.stated is not None]
    at_median = [claim for claim in stating if claim.stated == median]
    return Taken(_overlap(at_median) or _envelope(at_median), stating, "it states no number")


middle: Final = Pool(
    "middle",
    "what those allow who state the median number, the lower of a middle pair",
    _middle,
    (CORE - {NARROWING, POSITIVE_RESPONSE}) | _LIVE,
)
