"""Rules with one fault each, beside the sound rules of which they were made.

A fault lies in one of three places: in how a pool makes a range of claims (a function from claims),
in how the pipeline hears entries before and tells estimates after (`Faulty`), or in a query over
rows (a function from rows).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from attrs import evolve, frozen

from kazfigures import (
    Count,
    Estimate,
    Estimates,
    Figure,
    Ledger,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Pool,
    Rule,
    Status,
    pools,
)
from kazfigures.observations import Entry
from kazfigures.rules.pipeline import Pooled, Taken, as_rule
from kazfigures.rules.testimonies import Claim, Reason, SetAside, hull, intersection

Row = dict[str, Any]

consensus = as_rule(pools.consensus)
envelope = as_rule(pools.envelope)
latest = as_rule(pools.latest)


def pooled(combine: Callable[[Sequence[Claim]], Pooled]) -> Rule:
    """Make a rule of a function from claims."""
    return as_rule(Pool(combine.__name__, combine.__name__, combine))


# Hearing and telling ------------------------------------------------------------------------------


def as_given(entries: Sequence[Entry]) -> Iterable[Entry]:
    return entries


def as_made(estimate: Estimate) -> Estimate:
    return estimate


@frozen
class Faulty:
    """A sound rule with a fault in what it hears, or in what it tells."""

    sound: Rule = consensus
    hears: Callable[[Sequence[Entry]], Iterable[Entry]] = as_given
    tells: Callable[[Estimate], Estimate] = as_made

    @property
    def name(self) -> str:
        return f"{self.sound.name}, with a fault"

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        told = self.sound.reconcile(self.hears(list(entries)), known_at)
        return evolve(told, estimates=tuple(map(self.tells, told)))


@frozen
class Peeking:
    """A sound rule that looks past the moment at which it is asked."""

    sound: Rule
    known: Callable[[Ledger, Moment | str], Iterable[Entry]]
    name: str = "peeking"

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        if known_at is not None:
            entries = self.known(Ledger(entries), known_at)
        return self.sound.reconcile(entries)


def all_that_is_there(ledger: Ledger, _: Moment | str) -> Iterable[Entry]:
    return ledger


def reports_by_then_and_all_notices(ledger: Ledger, then: Moment | str) -> Iterable[Entry]:
    return [*ledger.known_at(then).observations, *ledger.notices]


def deaf_to(kind: NoticeKind) -> Callable[[Sequence[Entry]], Iterable[Entry]]:
    """Hear all but the notices of a kind."""

    def hears(entries: Sequence[Entry]) -> Iterable[Entry]:
        return [one for one in entries if not (isinstance(one, Notice) and one.kind is kind)]

    return hears


def obeys_anybody(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Take a stranger's notice for one by the source."""
    spoken = {one.id: one.source for one in entries if isinstance(one, Observation)}
    for one in entries:
        if isinstance(one, Notice) and one.of[0] in spoken:
            yield evolve(one, by=spoken[one.of[0]])
        else:
            yield one


def lets_relays_deny(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Take a denial for a retraction, which a relay may publish."""
    for one in entries:
        if isinstance(one, Notice) and one.kind is NoticeKind.DENIAL:
            yield evolve(one, kind=NoticeKind.RETRACTION)
        else:
            yield one


def follows_one_link(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Leave out the corrections of what corrects something."""
    instead = {one.instead for one in entries if isinstance(one, Notice)}
    for one in entries:
        if isinstance(one, Notice) and one.kind is NoticeKind.CORRECTION and instead & {*one.of}:
            continue
        yield one


def obeys_what_corrects_nothing(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Leave out what is put in place of a report that is not there."""
    known = {one.id for one in entries if isinstance(one, Observation)}
    dangling = {one.instead for one in entries if isinstance(one, Notice) and one.instead}
    dangling -= {
        one.instead for one in entries if isinstance(one, Notice) and known.intersection(one.of)
    }
    return [one for one in entries if one.id not in dangling]


def counts_relays(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Take each relay for a claimant of its own."""
    for one in entries:
        if isinstance(one, Observation) and one.via:
            yield evolve(one, source=one.via[-1], via=(), origin="")
        else:
            yield one


def takes_relays_of_what_is_withdrawn_for_news(entries: Sequence[Entry]) -> Iterable[Entry]:
    gone = {target for one in entries if isinstance(one, Notice) for target in one.of}
    for one in entries:
        if isinstance(one, Observation) and one.via and one.origin in gone:
            yield evolve(one, source=one.via[-1], origin="")
        else:
            yield one


def deaf_to_relays(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Let nobody but the source take anything back."""
    spoken = {one.id: one.source.identity for one in entries if isinstance(one, Observation)}
    for one in entries:
        if isinstance(one, Observation) or spoken.get(one.of[0]) in (None, one.by.identity):
            yield one


def deaf_to_statements(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Hear only the notices about reports, and none about statements."""
    origins = {one.origin for one in entries if isinstance(one, Observation)}
    return [one for one in entries if not (isinstance(one, Notice) and origins & {*one.of})]


def waits_for_the_correction(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Let a corrected report stand until what corrects it is there."""
    known = {one.id for one in entries if isinstance(one, Observation)}
    for one in entries:
        if not (isinstance(one, Notice) and one.instead and one.instead not in known):
            yield one


def keeps_first_words(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Hear each source's first word, and none of its later ones."""
    first: dict[str, Observation] = {}
    for one in entries:
        if isinstance(one, Observation):
            was = first.setdefault(one.source.identity, one)
            if one.as_of.order < was.as_of.order:
                first[one.source.identity] = one
    kept = set(first.values())
    return [one for one in entries if isinstance(one, Notice) or one in kept]


def takes_the_last_published(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Take what a source published last for its last word, whatever moment it is about."""
    last: dict[str, Observation] = {}
    for one in entries:
        if isinstance(one, Observation):
            was = last.setdefault(one.source.identity, one)
            if one.reported.order > was.reported.order:
                last[one.source.identity] = one
    kept = set(last.values())
    return [one for one in entries if isinstance(one, Notice) or one in kept]


def mixes_events(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Hear all as if it were of one event."""
    for one in entries:
        if isinstance(one, Observation):
            yield evolve(one, measure=evolve(one.measure, event=""))
        else:
            yield one


def tells_sources_by_letters(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Tell sources apart by every letter of their names."""
    for one in entries:
        if isinstance(one, Observation):
            letters = "-".join(str(ord(letter)) for letter in one.source.name)
            yield evolve(one, source=evolve(one.source, name=letters))
        else:
            yield one


def counts_what_is_sent_twice(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Take what is sent again for one more claimant's word."""
    sent: Counter[Entry] = Counter()
    for one in entries:
        sent[one] += 1
        if isinstance(one, Observation) and sent[one] > 1:
            yield evolve(one, source=f"{one.source.name}, sent {sent[one]} times")
        else:
            yield one


def takes_any_number_for_zero(entries: Sequence[Entry]) -> Iterable[Entry]:
    for one in entries:
        if isinstance(one, Observation) and one.figure.count.says_nothing:
            yield evolve(one, figure=Figure("0", 0, Count.exactly(0)))
        else:
            yield one


# What is told


def turns_nothing_into_zero(estimate: Estimate) -> Estimate:
    if estimate.status is Status.UNREPORTED:
        return evolve(estimate, count=Count.exactly(0), best=0)
    return estimate


def loses_one(estimate: Estimate) -> Estimate:
    return evolve(estimate, set_aside=estimate.set_aside[1:])


def accounts_for_one_twice(estimate: Estimate) -> Estimate:
    return evolve(estimate, used=estimate.used + estimate.used[:1])


def accounts_for_one_as_both(estimate: Estimate) -> Estimate:
    both = tuple(SetAside(used.observation, Reason.STALE) for used in estimate.used[:1])
    return evolve(estimate, set_aside=estimate.set_aside + both)


def hides_what_it_used(estimate: Estimate) -> Estimate:
    hidden = tuple(SetAside(one.observation, Reason.STALE) for one in estimate.used[1:])
    return evolve(estimate, used=estimate.used[:1], set_aside=estimate.set_aside + hidden)


def says_the_greatest_is_best(estimate: Estimate) -> Estimate:
    stated = [claim.stated for claim in estimate.heard if claim.stated is not None]
    return evolve(estimate, best=max(stated, default=None))


def says_agreed(estimate: Estimate) -> Estimate:
    agreed = estimate.heard and estimate.status is not Status.AGREED
    return evolve(estimate, status=Status.AGREED, camps=()) if agreed else estimate


# Pools --------------------------------------------------------------------------------------------


def _counts(claims: Sequence[Claim]) -> list[Count]:
    return [claim.count for claim in claims]


def _by_consensus(claims: Sequence[Claim]) -> Count:
    range_ = pools.consensus.combine(claims)
    assert isinstance(range_, Count)
    return range_


def low_end_one_too_low(claims: Sequence[Claim]) -> Count:
    found = _by_consensus(claims)
    return Count(max(found.low - 1, 0), found.high)


def low_end_one_too_high(claims: Sequence[Claim]) -> Count:
    found = _by_consensus(claims)
    return found if found.is_exact else Count(found.low + 1, found.high)


def high_end_one_too_high(claims: Sequence[Claim]) -> Count:
    found = _by_consensus(claims)
    return found if found.high is None else Count(found.low, found.high + 1)


def more_than_is_at_least(claims: Sequence[Claim]) -> Count:
    """Start "more than 9" at 9."""
    found = _by_consensus(claims)
    return Count(max(found.low - 1, 0)) if found.high is None else found


def _votes(claims: Sequence[Claim]) -> Counter[Count]:
    return Counter(_counts(claims))


def most_common_and_largest(claims: Sequence[Claim]) -> Taken:
    """Of several that are most common take the largest."""
    votes = _votes(claims)
    won = max(votes, key=lambda one: (votes[one], one.low, one.high is None, one.high or 0))
    return Taken(won, [claim for claim in claims if claim.count == won], "less common")


def most_common_and_first(claims: Sequence[Claim]) -> Taken:
    """Of several that are most common take the first."""
    [(won, _)] = _votes(claims).most_common(1)
    return Taken(won, [claim for claim in claims if claim.count == won], "less common")


def most_common_and_most_precise(claims: Sequence[Claim]) -> Count:
    votes = _votes(claims)
    return max(votes, key=lambda one: (votes[one], one.is_exact, -one.low))


def average_rounded_down(claims: Sequence[Claim]) -> Count:
    """Of claims that share nothing take the average of their low ends."""
    counts = _counts(claims)
    return intersection(counts) or Count.exactly(sum(one.low for one in counts) // len(counts))


def mean(claims: Sequence[Claim]) -> Count:
    """Take the mean of the low ends and the mean of the high ends."""
    counts = _counts(claims)
    low = sum(one.low for one in counts) // len(counts)
    highs = [one.high for one in counts if one.high is not None]
    return Count(low, sum(highs) // len(highs) if len(highs) == len(counts) else None)


def sums_claims(claims: Sequence[Claim]) -> Count:
    total = Count.exactly(0)
    for count in _counts(claims):
        total += count
    return total


def first_wins(claims: Sequence[Claim]) -> Taken:
    return Taken(claims[0].count, claims[:1], "not the first")


def first_by_name_wins(claims: Sequence[Claim]) -> Taken:
    first = min(claims, key=lambda claim: claim.source.identity)
    return Taken(first.count, [first], "not the first by name")


def drops_one_sided(claims: Sequence[Claim]) -> Taken:
    bounded = [claim for claim in claims if claim.count.high is not None]
    return Taken(_by_consensus(bounded) if bounded else None, bounded, "one-sided")


def drops_zeros(claims: Sequence[Claim]) -> Taken:
    """Take a high end of 0 for one that is missing."""
    there = [claim for claim in claims if claim.count.high is None or claim.count.high]
    return Taken(_by_consensus(there) if there else None, there, "missing")


def newest_by_text(claims: Sequence[Claim]) -> Taken:
    """Compare moments by their text."""
    newest = max(moment.text for claim in claims for moment in claim.moments)
    taken = [claim for claim in claims if newest in {one.text for one in claim.moments}]
    return Taken(_by_consensus(taken), taken, "not the newest")


def oldest_wins(claims: Sequence[Claim]) -> Taken:
    """Sort moments the wrong way round."""
    oldest = min(claim.moments[0].order for claim in claims)
    taken = [claim for claim in claims if claim.moments[0].order == oldest]
    return Taken(_by_consensus(taken), taken, "not the newest")


def newest_wins(claims: Sequence[Claim]) -> Pooled:
    """Take the newest word for the toll so far."""
    return pools.latest.combine(claims)


def whole_hull(claims: Sequence[Claim]) -> Count:
    return hull(_counts(claims))


def shared_else_hull(claims: Sequence[Claim]) -> Count:
    counts = _counts(claims)
    return intersection(counts) or hull(counts)


def shared_else_nothing(claims: Sequence[Claim]) -> Count | None:
    return intersection(_counts(claims))


def marzullo(claims: Sequence[Claim]) -> Count | None:
    """Give the span of all numbers that all allow but a minority, which may be faulty."""
    counts = _counts(claims)
    needed = len(counts) - (len(counts) - 1) // 2
    ends = {one.low for one in counts} | {one.high for one in counts if one.high is not None}
    beyond = max(ends) + 1
    found = [end for end in (*sorted(ends), beyond) if sum(end in one for one in counts) >= needed]
    return Count(found[0], None if found[-1] == beyond else found[-1]) if found else None


def vote_by_value(claims: Sequence[Claim]) -> Count:
    """Count each value once, however many claim it."""
    by_value = {claim.count: claim for claim in claims}
    return _by_consensus(list(by_value.values()))


def hull_of_the_most_common(claims: Sequence[Claim]) -> Count:
    """Take the hull of the most claimed values only."""
    votes = _votes(claims)
    return hull([one for one in votes if votes[one] == max(votes.values())])


def lower_of_two(claims: Sequence[Claim]) -> Count:
    """Of two middle claims take the lower."""
    counts = sorted(_counts(claims), key=lambda one: (one.low, one.high is None, one.high or 0))
    return counts[(len(counts) - 1) // 2]


def least(claims: Sequence[Claim]) -> Count:
    return min(_counts(claims), key=lambda one: (one.low, one.high is None, one.high or 0))


def a_point(claims: Sequence[Claim]) -> Count:
    """Take a range for its low end."""
    return Count.exactly(_by_consensus(claims).low)


def calls_neighbours_equal(claims: Sequence[Claim]) -> Count:
    """Take claims that are one apart for agreed on the lower."""
    found = _by_consensus(claims)
    return Count.exactly(found.low) if found.high == found.low + 1 else found


def rounds_to_even(claims: Sequence[Claim]) -> Count:
    """Round odd ends down to even ones."""
    found = _by_consensus(claims)
    return Count(found.low // 2 * 2, None if found.high is None else found.high // 2 * 2)


def margin_for_exact_claims(claims: Sequence[Claim]) -> Count:
    """Give a number that is too exact to be true a margin of one."""
    found = _by_consensus(claims)
    return Count(max(found.low - 1, 0), found.low + 1) if found.is_exact else found


def greatest(claims: Sequence[Claim]) -> Count:
    return max(_counts(claims), key=lambda one: (one.low, one.high is None, one.high or 0))


def sides_with_the_middle(claims: Sequence[Claim]) -> Count:
    """Rule out what one claimant alone says."""
    return _by_consensus(claims)


def trims_the_ends(claims: Sequence[Claim]) -> Count:
    """Leave out the lowest and the highest of three or more."""
    counts = sorted(_counts(claims), key=lambda one: (one.low, one.high is None, one.high or 0))
    return hull(counts[1:-1] if len(counts) > 2 else counts)


def squares_where_disputed(claims: Sequence[Claim]) -> Count:
    counts = _counts(claims)
    agreed = intersection(counts)
    low = max(one.low for one in counts)
    return agreed or Count(min(one.low for one in counts), low * low)


def fails_on_one_sided(claims: Sequence[Claim]) -> Count:
    """Compare high ends as if none were open."""
    highs: list[Any] = [count.high for count in _counts(claims)]
    return Count(min(count.low for count in _counts(claims)), max(highs))


def quorum_of_reports(claims: Sequence[Claim]) -> Pooled:
    """Let one claimant support a bound twice."""
    return pools.quorum(2).combine([*claims, *claims])


def keeps_a_total() -> Callable[[Sequence[Claim]], Count]:
    """Add to a total that is never set back."""
    total = [0]

    def total_so_far(claims: Sequence[Claim]) -> Count:
        total[0] += 1 + sum(count.low for count in _counts(claims))
        return Count.exactly(total[0])

    return total_so_far


def throws_dice() -> Callable[[Sequence[Claim]], Count]:
    dice = Random(0)  # noqa: S311

    def by_dice(claims: Sequence[Claim]) -> Count:
        return Count.exactly(_by_consensus(claims).low + dice.randrange(10**9))

    return by_dice


def reads_the_clock(claims: Sequence[Claim]) -> Count:
    return Count(_by_consensus(claims).low, time.monotonic_ns())


# Queries over rows --------------------------------------------------------------------------------


def _reports(rows: Iterable[Row]) -> list[Row]:
    taken_back = {target for row in rows if row["entry"] == "notice" for target in row["of"]}
    return [
        row
        for row in rows
        if row["entry"] == "observation"
        and not taken_back & {row["id"], row["origin"]}
        and (row["low"] or row["high"] is not None)
    ]


def highest_floor(rows: Sequence[Row], then: str | None) -> tuple[int, int, None] | None:
    """Give the highest low end of what was known by then, as a floor: a sound query."""
    known = [row for row in rows if then is None or _utc(row["reported"] or row["at"]) <= then]
    lows = [row["low"] for row in _reports(known)]
    return (max(lows), max(lows), None) if lows else None


def ignores_its_moment(rows: Sequence[Row], _: str | None) -> tuple[int, int, None] | None:
    return highest_floor(rows, None)


def last_row_wins(rows: Sequence[Row]) -> tuple[int, int, None] | None:
    reports = _reports(rows)
    return (reports[-1]["low"], reports[-1]["low"], None) if reports else None


def averages_as_float(rows: Sequence[Row]) -> tuple[float, float, None] | None:
    lows = [row["low"] for row in _reports(rows)]
    return (sum(lows) / len(lows), sum(lows) / len(lows), None) if lows else None


def fails_on_nothing(rows: Sequence[Row]) -> tuple[int, int, None]:
    """Take the most of what may be empty."""
    most = max(row["low"] for row in _reports(rows))
    return most, most, None


def _utc(moment: str) -> str:
    return Moment(moment).end.isoformat()
