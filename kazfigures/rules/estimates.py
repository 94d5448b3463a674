"""Estimate: the status, the range, and what became of every report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import Final, final

from attrs import frozen

from kazfigures.counts import Count
from kazfigures.errors import LedgerError
from kazfigures.markup import (
    Displayed,
    Fragment,
    Reach,
    account,
    badge,
    bar,
    data,
    element,
    joined,
    listed,
    table,
    text,
)
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Source, Word
from kazfigures.rules.testimonies import (
    Claim,
    Reason,
    SetAside,
    Testimony,
    intersection,
    voices,
)

__all__ = ["Camp", "Estimate", "Estimates", "Status", "Window", "drawn"]

_REPORTS_DRAWN: Final = 50
_CAMPS_DRAWN: Final = 6
_ESTIMATES_DRAWN: Final = 100


class Status(Word):
    """How far the claims that an estimate uses agree."""

    AGREED = "agreed"
    """They share a number."""
    MAJORITY = "majority"
    """They share none, but more than half of those in conflict do."""
    DISPUTED = "disputed"
    """No number is shared by more than half of those in conflict."""
    UNREPORTED = "unreported"
    """No claim is left; never the same as zero."""

    @property
    def badge(self) -> Fragment:
        """The status by a shape and by its word."""
        return badge(_SHAPES[self], self.value, f"kf-{self.value}")


_SHAPES: Final = {
    Status.AGREED: "\N{BLACK CIRCLE}",
    Status.MAJORITY: "\N{CIRCLE WITH LEFT HALF BLACK}",
    Status.DISPUTED: "\N{BLACK DIAMOND}",
    Status.UNREPORTED: "\N{WHITE CIRCLE}",
}


@final
@frozen(order=False)
class Window:
    """What an INCREMENT counts over: from `since` (None where nobody said) to `until`."""

    since: Moment | None
    until: Moment

    def __str__(self) -> str:
        """Read as a newsroom prints it."""
        return f"{self.since} to {self.until}" if self.since else f"up to {self.until}"


@final
@frozen(order=False)
class Camp:
    """Claimants in conflict with others, whose counts share a value, and what they share."""

    count: Count
    sources: tuple[Source, ...]

    def __str__(self) -> str:
        """Read as what is claimed, and by whom."""
        return f"{self.count} ({', '.join(source.name for source in self.sources)})"


def question(measure: Measure, window: Window | None) -> str:
    """Say what is asked: a measure, and the window of an INCREMENT."""
    return f"{measure}, {window}" if window else str(measure)


def answer_in_words(count: Count | None, status: Status, camps: Sequence[Camp]) -> str:
    """Give a range, the status and the camps in a few words: "16 to 18, disputed: ..."."""
    said = "no number" if count is None else str(count)
    against = f": {' against '.join(map(str, camps))}" if camps else ""
    return f"{said}, {status.value}{against}"


@final
@frozen(order=False)
class Estimate(Displayed):
    """What a rule makes of the reports of one measure, with an account of every one of them.

    `count` is the range, None when nothing is left or when the rule finds nothing in a dispute;
    `best` is the low median of the numbers that the claims used state, moved into the range, and
    None in a dispute.
    `used` and `set_aside` together hold every observation exactly once.
    `camps` is empty unless claimants conflict; the largest comes first.
    `heard` is what the rule's pool was given: one claim a claimant, those passed over among them.

    `str()` is the account: `+` before each report used, `-` before each set aside, and why.
    """

    measure: Measure
    rule: str
    status: Status
    count: Count | None
    best: int | None
    used: tuple[Testimony, ...]
    set_aside: tuple[SetAside, ...]
    camps: tuple[Camp, ...] = ()
    window: Window | None = None
    heard: tuple[Claim, ...] = ()

    @property
    def low(self) -> int | None:
        """The low end of the range."""
        return None if self.count is None else self.count.low

    @property
    def high(self) -> int | None:
        """The high end of the range; None where it is open, and where there is no range."""
        return None if self.count is None else self.count.high

    @property
    def as_of(self) -> Moment | None:
        """The newest moment that a report used speaks of; None where none is used."""
        moments = [used.observation.as_of for used in self.used]
        return max(moments, key=lambda moment: moment.order, default=None)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The voices of the claimants whose reports are used."""
        return tuple(voices(self.used))

    @property
    def heading(self) -> str:
        """What was asked: the measure, and the window of an INCREMENT."""
        return question(self.measure, self.window)

    @property
    def headline(self) -> str:
        """The range and the status in a few words: "18, agreed"."""
        if self.status is Status.UNREPORTED:
            gone = f"no report left ({len(self.set_aside)} set aside)"
            return gone if self.set_aside else "not reported"
        over = {
            gone.observation.source.identity
            for gone in self.set_aside
            if gone.reason is Reason.PASSED_OVER
        }
        passed = f" ({len(over)} passed over)" if over else ""
        return f"{answer_in_words(self.count, self.status, self.camps)}{passed}"

    def __str__(self) -> str:
        """Account for every observation."""
        lines = [f"{self.heading}: {self.headline} (rule: {self.rule})"]
        lines += [f"  + {testimony}" for testimony in self.used]
        lines += [f"  - {set_aside}" for set_aside in self.set_aside]
        return "\n".join(lines)

    @property
    def reach(self) -> Reach:
        """What a picture of the range and the camps spans."""
        counts = [self.count, *(camp.count for camp in self.camps)]
        return Reach.over(end for count in counts if count for end in (count.low, count.high))

    def __html__(self) -> str:
        """Draw the answer, the camps of a dispute, and the account folded away."""
        reach = self.reach
        camps = [
            (data(str(camp)), bar(camp.count.low, camp.count.high, None, reach))
            for camp in self.camps[:_CAMPS_DRAWN]
        ]
        more = len(self.camps) - len(camps)
        used, out = self.used[:_REPORTS_DRAWN], self.set_aside[:_REPORTS_DRAWN]
        return joined(
            (
                element("p", data(self.heading)),
                element(
                    "p",
                    drawn(self.count, self.best, reach),
                    " ",
                    self.status.badge,
                    class_="kf-answer",
                ),
                table("", (), camps) if camps else None,
                element("p", f"and {more:,} more camps") if more else None,
                account(
                    f"{len(self.used):,} used, {len(self.set_aside):,} set aside, by {self.rule}",
                    listed([one.line for one in used], len(self.used) - len(used), "used"),
                    listed([one.line for one in out], len(self.set_aside) - len(out), "set aside"),
                ),
            )
        ).html


def _against(camps: Sequence[Camp]) -> Fragment | None:
    told = [data(str(camp)) for camp in camps[:_CAMPS_DRAWN]]
    more = len(camps) - len(told)
    return joined((*told, f"{more:,} more" if more else None), " against ") if camps else None


def drawn(count: Count | None, best: int | None, reach: Reach) -> Fragment:
    """Draw an answer: the range in words, a bar where it is more than one number, and the best."""
    if count is None:
        return element("span", "no number", class_="kf-figure")
    said = element("span", str(count), class_="kf-figure")
    if count.is_exact:
        return said
    chosen = None if best is None else element("span", f", best {best:,}", class_="kf-quiet")
    return joined((said, chosen, " ", bar(count.low, count.high, best, reach)))


@final
@frozen(order=False)
class Estimates(Displayed):
    """The estimates of a ledger: one a measure, and for an INCREMENT one a window.

    Iterate for the estimates; index by measure for one of them.
    """

    rule: str
    estimates: tuple[Estimate, ...]

    @cached_property
    def _by_measure(self) -> dict[Measure, list[Estimate]]:
        found: dict[Measure, list[Estimate]] = {}
        for estimate in self.estimates:
            found.setdefault(estimate.measure, []).append(estimate)
        return found

    def windows(self, measure: Measure) -> tuple[Estimate, ...]:
        """Every estimate of a measure: several where an INCREMENT has several windows, in order."""
        return tuple(sorted(self._by_measure.get(measure, ()), key=_closing))

    def __getitem__(self, measure: Measure) -> Estimate:
        """The estimate of a measure; unreported where nobody said anything of it.

        Raises:
            LedgerError: where the measure has several windows; nothing is summed over them.
        """
        if not isinstance(measure, Measure):
            raise LedgerError("measure", measure, "a Measure; ledger.measures lists them")
        found = self.windows(measure)
        if len(found) > 1:
            expected = f"windows(measure), since it has {len(found)} of them"
            raise LedgerError("measure", str(measure), expected)
        if found:
            return found[0]
        return Estimate(measure, self.rule, Status.UNREPORTED, None, None, (), ())

    def __contains__(self, measure: object) -> bool:
        """Whether anybody said anything of the measure."""
        return measure in self._by_measure

    def __iter__(self) -> Iterator[Estimate]:
        """Go through the estimates in the order in which their measures were first reported."""
        return iter(self.estimates)

    def __len__(self) -> int:
        """Count the estimates."""
        return len(self.estimates)

    def __str__(self) -> str:
        """Read as one line an estimate."""
        return "\n".join(f"{estimate.measure}: {estimate.headline}" for estimate in self.estimates)

    def __html__(self) -> str:
        """Draw a row an estimate; a bar runs from 0 to the largest number of its own row."""
        rows = [
            (
                data(one.heading),
                drawn(one.count, one.best, one.reach),
                joined((one.status.badge, _against(one.camps)), ": "),
                f"{len(one.used):,}",
                f"{len(one.set_aside):,}",
            )
            for one in self.estimates[:_ESTIMATES_DRAWN]
        ]
        more = len(self) - len(rows)
        return joined(
            (
                table(
                    f"By {self.rule}; each bar runs from 0 to the largest number of its own row",
                    ("Measure", "Range", "Status", "Used", "Set aside"),
                    rows,
                ),
                text(f"and {more:,} more estimates") if more else None,
            )
        ).html


def _closing(estimate: Estimate) -> tuple[datetime, ...]:
    return estimate.window.until.order if estimate.window else ()


def divide(claims: Sequence[Claim]) -> tuple[Status, tuple[Camp, ...]]:
    """Tell how far claims agree, and into which camps those that conflict fall.

    A claim that conflicts with no other takes no side: "more than 100" makes no majority for 230
    against 238.
    The largest set of the others that share a number is the first camp (of several, the one that
    shares the lowest number); the same is asked again of the rest.
    """
    if not claims:
        return Status.UNREPORTED, ()
    highs = [claim.count.high for claim in claims if claim.count.high is not None]
    least_high = min(highs, default=None)
    most_low = max([claim.count.low for claim in claims])
    if least_high is None or most_low <= least_high:
        return Status.AGREED, ()
    sides = rest = [
        claim
        for claim in claims
        if claim.count.low > least_high
        or (claim.count.high is not None and claim.count.high < most_low)
    ]
    camps: list[Camp] = []
    while rest:
        groups = _apart(rest)
        if groups is not None:
            camps += [_camp(group) for group in groups]
            break
        shared = _most_shared(rest)
        camps.append(_camp([claim for claim in rest if shared in claim.count]))
        rest = [claim for claim in rest if shared not in claim.count]
    majority = 2 * len(camps[0].sources) > len(sides)
    return Status.MAJORITY if majority else Status.DISPUTED, tuple(camps)


def _camp(claims: Sequence[Claim]) -> Camp:
    common = intersection([claim.count for claim in claims]) or claims[0].count
    return Camp(common, tuple(claim.source for claim in claims))


def _apart(claims: Sequence[Claim]) -> list[list[Claim]] | None:
    """Group claims of one count, largest group first; None where different counts overlap.

    Most conflicts are of this kind, and a thousand different numbers are told apart in one pass.
    """
    groups: dict[Count, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.count, []).append(claim)
    in_order = sorted(groups, key=lambda count: count.low)
    for count, following in pairwise(in_order):
        if count.high is None or count.high >= following.low:
            return None
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].count.low))


def _most_shared(claims: Iterable[Claim]) -> int:
    """Give the lowest of the numbers that most claims allow; it is the low end of a claim."""
    steps = sorted(
        step
        for claim in claims
        for step in (
            (claim.count.low, 1),
            *(() if claim.count.high is None else ((claim.count.high + 1, -1),)),
        )
    )
    best, most, allowing = 0, 0, 0
    for number, step in steps:
        allowing += step
        if allowing > most:
            best, most = number, allowing
    return best
