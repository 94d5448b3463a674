"""Practices that put sources or reports in an order, and take the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.moments import Moment
from kazfigures.observations import GRADES, Source
from kazfigures.rules.estimates import Estimate
from kazfigures.rules.laws import (
    BREAKDOWN_LIVE,
    CORE,
    EXAGGERATION_PROOF,
    LABELS_DO_NOT_MATTER,
    LIPSCHITZ,
    NARROWING_UNGUARDED,
    PART_WHOLE,
    PARTS_ADD_UP,
    POSITIVE_RESPONSE,
    REFINEMENT,
    REFINEMENT_OVERLAPPING,
    REFLECTION,
    SPLIT_KEEP,
    TOTAL,
    VALUE_DUPLICATES_IGNORED,
)
from kazfigures.rules.pipeline import Pool, Rule, Taken, as_rule
from kazfigures.rules.pools import consensus, priority
from kazfigures.rules.screens import Screen, Sifted
from kazfigures.rules.testimonies import (
    Claim,
    Reason,
    SetAside,
    Testimony,
    about_newest,
    hull,
    intersection,
    newest_by,
)

__all__ = ["differs_by_a_fifth", "em_dat", "palestine_datasets", "resolver", "wikidata"]


def em_dat(*ranking: Source | str) -> Rule:
    """Take the figure of the first source of a ranking that spoke.

    EM-DAT, documentation: https://doc.emdat.be

    After EM-DAT, whose sources are ranked, and where a secondary source may complete the figure
    later; those that the ranking does not name come last, together.
    Its total deaths include the missing who are presumed dead, so a figure of the dead alone is
    another measure.

    The bound of the source that is taken is kept: "at least 12" stays open above, and "up to 30"
    is 0 to 30.
    """
    pool = priority(*ranking)
    return as_rule(pool).named(
        f"em_dat{pool.name.removeprefix('priority')}",
        pool.sentence,
        citation="after EM-DAT, documentation, https://doc.emdat.be",
    )


def palestine_datasets(first: Source | str, second: Source | str) -> Rule:
    """Take the figure of one office, or of another where the first did not speak; of nobody else.

    After Tech for Palestine, palestine-datasets:
    https://github.com/TechForPalestine/palestine-datasets

    Where neither spoke, nothing is reported.
    There, what is filled in from elsewhere stands in fields of its own, and a cumulative figure
    that falls is an error unless it is listed; neither is part of this rule.

    The bound of the office that is taken is kept: "at least 12" stays open above, and "up to 30"
    is 0 to 30.
    """
    offices = [
        office if isinstance(office, Source) else Source(office) for office in (first, second)
    ]
    names = [office.name for office in offices]
    if offices[0].identity == offices[1].identity:
        raise RuleError("second", names[1], "another office than the first")

    def combine(claims: Sequence[Claim]) -> Taken:
        said = {claim.source.identity: claim for claim in claims}
        for office in offices:
            if office.identity in said:
                claim = said[office.identity]
                return Taken(claim.count, (claim,), f"{office.name} spoke")
        return Taken(None, (), f"it is neither {names[0]} nor {names[1]}")

    return evolve(
        as_rule(
            Pool(
                f"palestine_datasets({', '.join(map(repr, names))})",
                f"what {names[0]} says, or else {names[1]}; nobody else",
                combine,
                (CORE - {LABELS_DO_NOT_MATTER})
                | {REFINEMENT, REFINEMENT_OVERLAPPING, SPLIT_KEEP, LIPSCHITZ, EXAGGERATION_PROOF}
                | {REFLECTION, PART_WHOLE, VALUE_DUPLICATES_IGNORED, NARROWING_UNGUARDED}
                | {PARTS_ADD_UP},
            )
        ),
        citation="after Tech for Palestine, https://github.com/TechForPalestine/palestine-datasets",
    )


def _published(claim: Claim) -> Sequence[Moment]:
    return [testimony.observation.reported for testimony in claim.testimonies]


def _tier(claim: Claim) -> int:
    return GRADES.index(claim.source.grade or GRADES[-1])


def _resolved(claims: Sequence[Claim]) -> Taken:
    best = min(map(_tier, claims))
    current = about_newest(claim for claim in claims if _tier(claim) == best)
    together: dict[frozenset[Moment], list[Claim]] = {}
    for claim in current:
        together.setdefault(frozenset(claim.moments), []).append(claim)
    taken = [claim for tied in together.values() for claim in newest_by(tied, _published)]
    counts = [claim.count for claim in taken]
    note = "a claim of a better grade, or a newer one of the same grade, stands"
    return Taken(intersection(counts) or hull(counts), taken, note)


resolver: Final = evolve(
    as_rule(
        Pool(
            "resolver",
            "the best graded claimant; of several the newest as-of, then the newest publication",
            _resolved,
            (CORE - {POSITIVE_RESPONSE})
            | {TOTAL, BREAKDOWN_LIVE}
            | {EXAGGERATION_PROOF, REFLECTION, VALUE_DUPLICATES_IGNORED},
        )
    ),
    citation="Resolver, Precedence Policy, https://github.com/kwyjad/Spagbot_metac-bot",
)
"""The highest tier of sources, then the newest as-of, then the newest publication.

Resolver, Precedence Policy: https://github.com/kwyjad/Spagbot_metac-bot

A tier is a grade here; sources that cannot be judged rank last.
Its answer is one total, and never a sum over agencies.
What still ties is decided there by the order of names; here it gives what the tied claims share,
or their hull.
Claims far apart are flagged: see `differs_by_a_fifth`.

It reads numbers alone, and a bound would be lost: "at least 12" is 12 and "up to 30" is 30.
Here the bound is kept, open above or down to 0.
"""


def differs_by_a_fifth(estimate: Estimate) -> bool:
    """Tell whether any claim heard lies more than 20 % from the answer, after Resolver.

    The share is of the larger of the two numbers, and those meant are the nearest that the claim
    and the range allow, so "at least 12" is not far from 100.
    Resolver asks it of the next claim of the same tier; this asks it of all.
    """
    answer = estimate.count
    return answer is not None and any(_is_far(claim.count, answer) for claim in estimate.heard)


def _is_far(one: Count, other: Count) -> bool:
    lower, higher = sorted((one, other), key=lambda count: count.low)
    return lower.high is not None and 5 * lower.high < 4 * higher.low


_PREFERRED: Final = 1
_DEPRECATED: Final = 5


def _never_deprecated(testimonies: Sequence[Testimony]) -> Sifted:
    deprecated = [one for one in testimonies if one.observation.credibility == _DEPRECATED]
    return _without(testimonies, deprecated, Reason.UNVERIFIED, "deprecated")


def _preferred(testimonies: Sequence[Testimony]) -> Sifted:
    others = [one for one in testimonies if one.observation.credibility != _PREFERRED]
    if len(others) == len(testimonies):
        return testimonies, ()
    return _without(testimonies, others, Reason.PASSED_OVER, "a preferred report stands")


def _without(
    testimonies: Sequence[Testimony], gone: Sequence[Testimony], reason: Reason, note: str
) -> Sifted:
    return [one for one in testimonies if one not in gone], [
        SetAside(one.observation, reason, note=note) for one in gone
    ]


_best_rank: Final = Screen(
    "never_deprecated",
    "sets aside deprecated reports",
    _never_deprecated,
    before_choices=True,
    each_alone=True,
) >> Screen("preferred", "keeps the preferred reports, where there are any", _preferred)


wikidata: Final = (_best_rank >> consensus).named(
    "wikidata",
    "the reports of the best rank, pooled by consensus; deprecated ones never",
    consensus.promises - {TOTAL},
    citation="Wikidata, Help:Ranking, https://www.wikidata.org/wiki/Help:Ranking",
)
"""The best rank that editors set wins; what is deprecated is kept, and never used.

Wikidata, Help:Ranking: https://www.wikidata.org/wiki/Help:Ranking

The rank is read from `credibility`: 1 is preferred, 5 is deprecated, anything else is normal, and
so is a report that nobody judged.
A source's later word replaces its earlier one whatever their ranks, unless it is deprecated.
Several reports of the best rank are all given there; here they are pooled by consensus.

The bound of what is used is kept: "at least 12" is open above, and "up to 30" is 0 to 30.
"""
