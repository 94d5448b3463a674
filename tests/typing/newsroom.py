"""A newsroom's script that uses every public name; mypy and pyright read it, nothing runs it."""

from collections.abc import Sequence
from datetime import timedelta
from io import StringIO
from typing import assert_type

import kazfigures as kf
from kazfigures.audit.comparing import Comparison
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind
from kazfigures.audit.parts.bounds import Bounds
from kazfigures.drafting import Draft, Drafts, Phrase, draft
from kazfigures.errors import RecordError
from kazfigures.exchange.store import Appended, Seal
from kazfigures.rules.testimonies import Claim
from kazfigures.timelines import Diff, Revision, Timeline, Turn

count = kf.Count.more_than(2300)
assert_type(count, kf.Count)
assert_type(count & kf.Count.exactly(3811), kf.Count | None)
assert_type(count | kf.Count.at_most(5), kf.Count)
assert_type(count + kf.Count.between(20, 30), kf.Count)
assert_type(count.low, int)
assert_type(count.high, int | None)
assert_type(3811 in count, bool)

figure = kf.Figure.read("more than 2,300 protesters")
assert_type(figure.stated, int | None)
assert_type(figure.count, kf.Count)
found = kf.find("748 wounded and 18 killed")
assert_type(found[0].figure, kf.Figure)

moment = kf.Moment.read("7 January 2022", zone="Asia/Almaty")
assert_type(moment < kf.Moment("2022-01-09T12:00+06:00"), bool)

measure = kf.Measure("killed", place="Kazakhstan", tally="cumulative")
assert_type(measure.tally, kf.Tally)
source = kf.Source("Interior Ministry", kind="official", side="government", grade="B")
assert_type(source.kind, kf.SourceKind)

observation = kf.Observation(
    measure, "18 officers", "Interior Ministry", as_of=moment, reported="2022-01-07T16:56+06:00"
)
assert_type(observation.figure, kf.Figure)
assert_type(observation.source, kf.Source)
assert_type(observation.as_of, kf.Moment)
assert_type(observation.via, tuple[str, ...])
notice = kf.Notice(kf.NoticeKind.RETRACTION, observation, source, at="2022-01-09T12:00+06:00")
assert_type(notice.of, tuple[str, ...])

ledger = kf.Ledger([observation, notice])
assert_type(ledger | kf.Ledger(), kf.Ledger)
assert_type(ledger.known_at(moment).as_of("2022-01-09T12:00Z").where(outcome="killed"), kf.Ledger)
assert_type(ledger.observations, tuple[kf.Observation, ...])


@kf.rule(promises={kf.laws.WITHIN_HULL, kf.laws.UNANIMOUS})
def officials_first(claims: Sequence[Claim]) -> kf.Count:
    """The first claim."""
    return claims[0].count


@kf.rule
def first_alone(claims: Sequence[Claim]) -> kf.Taken:
    """The first claim, and no other."""
    return kf.Taken(claims[0].count, claims[:1], "it is not the first")


@kf.rule
def nobody(claims: Sequence[Claim]) -> kf.Count | None:
    """Nothing, unless one alone speaks."""
    return claims[0].count if len(claims) == 1 else None


assert_type(officials_first, kf.Rule)
assert_type(nobody, kf.Rule)
screen: kf.Screen = kf.screens.fresh(timedelta(days=2)) >> kf.screens.aged
pool: kf.Pool = kf.pools.quorum(2)
assert_type(screen >> pool, kf.Rule)
assert_type(screen >> officials_first, kf.Rule)
assert_type(kf.practices.acled, kf.Rule)
assert_type(kf.practices.em_dat("UN", source), kf.Rule)

estimates = kf.reconcile(ledger, kf.house)
assert_type(estimates, kf.Estimates)
estimate = estimates[measure]
assert_type(estimate, kf.Estimate)
assert_type(estimate.status, kf.Status)
assert_type(estimate.best, int | None)
for each in estimates:
    assert_type(each, kf.Estimate)

depending = kf.sensitivity(ledger, [kf.house, kf.pools.lowest, kf.practices.acled])
assert_type(depending.normalised_mean, float | None)
for question in depending:
    assert_type(question.spread, kf.Count | None)
    assert_type(question.depends_on_rule, bool)
    assert_type(question.estimates, tuple[kf.Estimate, ...])

kf.dump(ledger, "ledger.jsonl")
kf.dump(ledger, StringIO(), format="csv")
words: kf.WordTable | None = None
assert_type(kf.load("ledger.jsonl"), kf.Ledger)
for item in kf.stream("ledger.jsonl"):
    assert_type(item, kf.Observation | kf.Notice | RecordError)

try:
    kf.Count(-1)
except kf.KazfiguresError as error:
    raise SystemExit(str(error)) from error

with kf.open_ledger("january.db") as store:
    assert_type(store.append(ledger), Appended)
    assert_type(store.ledger(known_at=moment, outcome="killed"), kf.Ledger)
    assert_type(store.verify(), Seal)

officers = kf.Measure("killed", population="security forces", place="Kazakhstan")
partition = kf.Partition(measure, [officers])
assert_type(kf.compare(observation, observation, ledger.notices), Comparison)
findings = kf.audit(ledger, [partition])
assert_type(findings, tuple[Finding, ...])
assert_type(findings[0].kind, Kind)
assert_type(findings[0].severity >= kf.Severity.WARNING, bool)
assert_type(kf.tighten(kf.reconcile(ledger), [partition]), Bounds)
told = kf.timeline(ledger, measure, kf.house)
assert_type(told, Timeline)
assert_type(told.at(moment), Turn | None)
assert_type(kf.revisions(ledger, measure, source), tuple[Revision, ...])
assert_type(kf.diff(kf.reconcile(ledger.known_at(moment)), kf.reconcile(ledger)), Diff)

drafts = draft("Police said 18 were killed.", reported="2022-01-07[UTC]", source="News18")
assert_type(drafts, Drafts)
assert_type(drafts[0], Draft)
assert_type(drafts[:2], Sequence[Draft])
assert_type(drafts[0].phrase("claimant"), Phrase)
assert_type(drafts[0].via, tuple[str, ...])
confirmed = drafts[0].confirm(event="January", tally="stock", claimant=source, since=None)
assert_type(confirmed, kf.Observation)
assert_type(drafts.notices[0].confirm(confirmed, by="Police"), kf.Notice)
