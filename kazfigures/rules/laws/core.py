"""The laws that every rule here keeps, and that a newsroom's own rule is tried on unasked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from kazfigures.counts import LARGEST, Count
from kazfigures.ledgers import Ledger
from kazfigures.observations import Observation
from kazfigures.rules.laws.hearings import Hearing, count_of, of_changes, of_claims, shifted
from kazfigures.rules.laws.law import Law, Reconciler
from kazfigures.rules.testimonies import hull, intersection
from kazfigures.wording import Figure

__all__ = [
    "AFFINE_EQUIVARIANT",
    "ATTRIBUTABLE",
    "COMMON_GROUND",
    "NARROWING",
    "POSITIVE_RESPONSE",
    "UNANIMOUS",
    "WELL_FORMED",
    "WITHIN_HULL",
    "lower_ends",
    "narrower",
]

_SCALES: Final = ((1, 1), (2, 0), (3, 2))


def _unanimity(hearing: Hearing) -> Iterator[str]:
    if hearing.count and len(set(hearing.counts)) == 1 and hearing.count != hearing.counts[0]:
        yield f"all say {hearing.counts[0]}, and {hearing}"


def _common_ground(hearing: Hearing) -> Iterator[str]:
    shared = hearing.shared
    if shared is not None and hearing.count and not shared.within(hearing.count):
        yield f"all allow {shared}, and {hearing}"


def _containment(hearing: Hearing) -> Iterator[str]:
    span = hull(hearing.counts)
    if hearing.count and not hearing.count.within(span):
        yield f"the claims span {span}, and {hearing}"


def _well_formed(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    for estimate in rule.reconcile(ledger):
        best, count = estimate.best, estimate.count
        if best is not None and (count is None or best not in count):
            yield f"its range is {count_of(count)}, and its best is {best:,}"


def _affine_equivariant(hearing: Hearing) -> Iterator[str]:
    for factor, offset in _SCALES:
        moved = [_scaled(report, factor, offset) for report in hearing.reports]
        if None in moved or hearing.count is None:
            continue
        other = hearing.asked_of(report for report in moved if report is not None)
        expected = _times(hearing.count, factor, offset)
        if other.count is not None and other.count != expected:
            yield f"{hearing}; with every number times {factor} plus {offset}, {other}"


def _scaled(report: Observation, factor: int, offset: int) -> Observation | None:
    count, stated = _times(report.figure.count, factor, offset), report.figure.stated
    if stated is not None:
        stated = stated * factor + offset
    if count is None or (stated or 0) > LARGEST:
        return None
    return evolve(report, figure=Figure(str(count), stated, count))


def _times(count: Count, factor: int, offset: int) -> Count | None:
    high = None if count.high is None else count.high * factor + offset
    low = count.low * factor + offset
    return Count(low, high) if max(low, high or 0) <= LARGEST else None


def _attributable(rule: Reconciler, ledger: Ledger) -> Iterator[str]:
    said: set[int | None] = {0, None}
    for observation in ledger.observations:
        figure = observation.figure
        said |= {figure.stated, figure.count.low, figure.count.high}
    for estimate in rule.reconcile(ledger):
        for name in ("low", "best", "high"):
            number = getattr(estimate, name)
            if number not in said:
                numbers = ", ".join(f"{one:,}" for one in sorted(one for one in said if one))
                yield f"its {name} is {number:,}, and what was said is {numbers or 0}"


def _narrowing(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None or hearing.shared is None:
        return
    for place, count in narrower(hearing.counts):
        if intersection([*hearing.counts, count]) is not None:
            after = hearing.replaced(place, count)
            if after.count and not after.count.within(hearing.count):
                yield f"{hearing}; once {hearing.counts[place]} is narrowed to {count}, {after}"


def narrower(counts: list[Count]) -> Iterator[tuple[int, Count]]:
    """Give the ways to narrow one of some claims by a step, and which."""
    for place, count in enumerate(counts):
        if count.high is None:
            if count.low < LARGEST:
                yield place, Count(count.low + 1)
            tops = {count.low, *(max(one.low, one.high or 0) for one in counts)}
            yield from ((place, Count(count.low, top)) for top in sorted(tops) if top >= count.low)
        elif count.low < count.high:
            yield place, Count(count.low + 1, count.high)
            yield place, Count(count.low, count.high - 1)


def _positive_response(hearing: Hearing) -> Iterator[str]:
    if hearing.count is None:
        return
    for place, count in enumerate(hearing.counts):
        raised = [shifted(count, 1, 1), shifted(count, 1, 0), shifted(count, 0, 1)]
        if count.high is None:
            raised = [shifted(count, 1, 0)]
        elif count.low:
            raised.append(Count(count.low))
        for higher in filter(None, raised):
            after = hearing.replaced(place, higher)
            end = after.count and lower_ends(after.count, hearing.count)
            if end:
                yield f"{hearing}; once {count} is raised to {higher}, {after}: {end} fell"


def lower_ends(one: Count, other: Count) -> str:
    """Say which ends of one range lie below those of the other."""
    ends: list[str] = []
    if one.low < other.low:
        ends.append("the low end")
    if one.high is not None and (other.high is None or one.high < other.high):
        ends.append("the high end")
    return " and ".join(ends)


UNANIMOUS: Final = Law(
    "unanimity",
    "when all claims are one count, no other is the range",
    "C(c, ..., c) = c, where it is a range",
    "Lehrer and Wagner 1981; Konieczny and Pino Perez 2002",
    of_claims(_unanimity),
    survives=True,
)
COMMON_GROUND: Final = Law(
    "common_ground",
    "what all claims allow is inside the range: if nobody is wrong, the truth is not lost",
    "c1 & ... & cn is within C(c1, ..., cn), where that is a range",
    "Marzullo 1990 with no fault; Dubois et al. 2016",
    of_claims(_common_ground),
    survives=True,
)
WITHIN_HULL: Final = Law(
    "containment",
    "the range is inside the hull of the claims",
    "C(c1, ..., cn) is within c1 | ... | cn",
    "Dubois et al. 2016",
    of_claims(_containment),
    survives=True,
)
WELL_FORMED: Final = Law(
    "well_formed",
    "the best number is inside the range",
    "0 <= low <= best <= high",
    "the design",
    _well_formed,
    survives=True,
)
AFFINE_EQUIVARIANT: Final = Law(
    "affine_equivariant",
    "counting in dozens or from another start changes the range in the same way, and no other",
    "C(a c1 + b, ..., a cn + b) = a C(c1, ..., cn) + b for a > 0, where both are ranges",
    "Davies and Gather 2005",
    of_changes(_affine_equivariant),
)
ATTRIBUTABLE: Final = Law(
    "attributable",
    "low, best and high are numbers that somebody said",
    "low, best and high are ends or stated numbers of claims, 0, or open",
    "the desk's rule that a number needs a source",
    _attributable,
    survives=True,
)
NARROWING: Final = Law(
    "narrowing",
    "narrowing claims that still share a number never widens the range",
    "if d is within c and X, d share a number, then C(X, d) is within C(X, c)",
    "Dubois et al. 2016",
    of_changes(_narrowing),
)
POSITIVE_RESPONSE: Final = Law(
    "positive_response",
    "raising a claim never lowers an end",
    "if c <= d at both ends, then C(X, c) <= C(X, d) at both ends, where both are ranges;"
    " the number that a claim states moves along with it",
    "May 1952; intersection-else-hull and Marzullo's function fail it",
    of_changes(_positive_response),
)
