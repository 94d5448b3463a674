"""Pool, Rule, `>>`: how screens and a pool become a rule, and what every rule does first.

Every rule leaves out what says nothing, then what was withdrawn, then all but one telling of one
statement, then all but a claimant's last word, whether or not it names these screens.
So the promises about retractions, relays and revisions hold for a newsroom's own rule too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias, final, overload

from attrs import evolve, field, frozen

from kazfigures import collector
from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, Observation, Tally, is_id
from kazfigures.rules.estimates import Camp, Estimate, Estimates, Status, Window, divide
from kazfigures.rules.laws import Law, laws
from kazfigures.rules.screens import Screen, latest_per_source, one_per_origin, withdrawn
from kazfigures.rules.testimonies import (
    Claim,
    Reason,
    SetAside,
    Testimony,
    by_claimant,
    low_median,
    shared_or_hull,
    voices,
)

__all__ = ["ALWAYS", "Pool", "Pooled", "Rule", "Taken", "as_rule", "rule"]

ALWAYS: Final = (withdrawn, one_per_origin, latest_per_source)
"""The screens that every rule begins with, in this order."""


@final
@frozen(order=False)
class Taken:
    """What a pool that takes only some claims gives: the range, those taken, why not the rest."""

    count: Count | None
    claims: Sequence[Claim]
    note: str


Pooled: TypeAlias = Count | Taken | None
"""A range over all claims, a range over some of them, or None where they give no range."""


@final
@frozen(order=False, repr=False)
class Pool:
    """A named way from claims, one a claimant, to a range.

    The function gets one claim or more and gives a Count, None (a dispute without a range), or
    Taken, where it takes only some of them.
    """

    name: str
    sentence: str
    combine: Callable[[Sequence[Claim]], Pooled] = field(eq=False)
    promises: frozenset[Law] = field(default=frozenset(), converter=laws)

    def __rrshift__(self, screen: Screen) -> Rule:
        """Put a screen before the pool."""
        return screen >> as_rule(self) if isinstance(screen, Screen) else NotImplemented

    def __repr__(self) -> str:
        """Give the name that makes it."""
        return self.name


def _steps(screens: Iterable[Screen]) -> tuple[Screen, ...]:
    """Put screens in the order of every rule: withdrawals, single reports, choices, the rest."""
    flat = [step for screen in screens for step in (screen.steps or (screen,))]
    chosen = [step for step in flat if step not in ALWAYS]
    first, *choices = ALWAYS
    return (
        first,
        *(step for step in chosen if step.before_choices),
        *choices,
        *(step for step in chosen if not step.before_choices),
    )


@final
@frozen(order=False, repr=False)
class Rule:
    """Screens and then a pool: turns the reports of one measure into an estimate.

    The screens `withdrawn`, `one_per_origin` and `latest_per_source` come first in every rule,
    in this order, named or not; screens that judge each report alone stand behind `withdrawn`.
    `promises` are the laws that the rule keeps, beside those that every rule keeps.
    `citation` says who publishes the rule, and where, when somebody does.

    Call it with a ledger of one measure; `reconcile` takes a ledger of many.
    """

    name: str
    sentence: str
    screens: tuple[Screen, ...] = field(converter=_steps)
    pool: Pool
    promises: frozenset[Law] = field(converter=laws)
    citation: str = ""

    def __call__(self, ledger: Ledger) -> Estimate:
        """Estimate the one measure of a ledger.

        Raises:
            RuleError: for a ledger of no measure or of several, or of several windows.
        """
        questions = divide_by_question(ledger.observations)
        if len(questions) != 1:
            expected = "observations of one measure and window; reconcile takes many"
            raise RuleError("ledger", str(ledger), expected)
        [((measure, window), observations)] = questions.items()
        return self.estimate(measure, window, observations, by_target(ledger.notices))

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        """Estimate every measure of some entries, as known at a moment where one is given.

        The entries need not be in order, and may come more than once.
        """
        given = entries if isinstance(entries, Ledger) else list(entries)
        ledger = given if isinstance(given, Ledger) else Ledger(given)
        if known_at is not None:
            ledger = ledger.known_at(known_at)
        known: Iterable[Observation] = ledger.observations
        if not isinstance(given, Ledger):  # in the order given, in which nothing may matter
            there = None if known_at is None else set(known)
            known = [
                entry
                for entry in dict.fromkeys(given)
                if isinstance(entry, Observation) and (there is None or entry in there)
            ]
        notices = by_target(ledger.notices)
        with collector.paused():
            return Estimates(
                self.name,
                tuple(
                    [
                        self.estimate(measure, window, observations, notices)
                        for (measure, window), observations in divide_by_question(known).items()
                    ]
                ),
            )

    def estimate(
        self,
        measure: Measure,
        window: Window | None,
        observations: Iterable[Observation],
        notices: Mapping[str, Sequence[Notice]],
    ) -> Estimate:
        """Estimate one question from its observations and the notices by what they are about."""
        kept, aside = _heard(called(observations, notices))
        for screen in self.choices:
            kept, gone = screen.sift(kept)
            aside += gone
        return self.weigh(measure, window, kept, aside)

    @cached_property
    def singles(self) -> tuple[Screen, ...]:
        """The screens before a rule chooses among tellings and words: withdrawals, and others."""
        return self.screens[: self.screens.index(one_per_origin)]

    @cached_property
    def choices(self) -> tuple[Screen, ...]:
        """The screens up to `latest_per_source`: what they leave is each claimant's last word."""
        return self.screens[: self.screens.index(latest_per_source) + 1]

    def weigh(
        self,
        measure: Measure,
        window: Window | None,
        standing: Sequence[Testimony],
        gone: Iterable[SetAside] = (),
    ) -> Estimate:
        """Estimate one question from what the screens in `choices` leave, and what they set aside.

        It is the second half of `estimate`, for one who keeps what they leave as reports come in.
        """
        aside = list(gone)
        kept, silent = _speaking(standing)
        aside += silent
        for screen in self.screens[len(self.choices) :]:
            kept, more = screen.sift(kept)
            aside += more
        kept, more = _heard(kept)
        aside += more
        kept, more = _speaking(kept)
        aside += more
        heard = claims = tuple(voices(kept))
        pooled = self._pooled(heard) if heard else None
        if isinstance(pooled, Taken):
            aside += _passed_over(claims, pooled)
            claims, count = tuple(pooled.claims), pooled.count
        else:
            count = pooled
        status, camps = divide(claims)
        return Estimate(
            measure=measure,
            rule=self.name,
            status=status,
            count=count,
            best=_best(claims, count, status, camps),
            used=tuple([testimony for claim in claims for testimony in claim.testimonies]),
            set_aside=tuple(aside),
            camps=camps,
            window=window,
            heard=heard,
        )

    def _pooled(self, claims: Sequence[Claim]) -> Pooled:
        """Hold the pool to what a pool may give."""
        pooled = self.pool.combine(claims)
        ranged = pooled.count if isinstance(pooled, Taken) else pooled
        if ranged is not None and not isinstance(ranged, Count):
            raise RuleError(self.name, ranged, "a Count, Taken or None from the rule's function")
        if isinstance(pooled, Taken) and any(claim not in claims for claim in pooled.claims):
            raise RuleError(self.name, pooled.claims, "some of the claims that were given")
        return pooled

    def named(
        self, name: str, sentence: str, promises: Iterable[Law] = (), citation: str = ""
    ) -> Rule:
        """Give the rule a name, a sentence, promises besides its own, and who publishes it."""
        kept = self.promises | frozenset(promises)
        return evolve(self, name=name, sentence=sentence, promises=kept, citation=citation)

    def __rrshift__(self, screen: Screen) -> Rule:
        """Put a screen before the rule; of the promises, those that survive screening are kept."""
        if not isinstance(screen, Screen):
            return NotImplemented
        screens = _steps((screen, *self.screens))
        names = [*(step.name for step in screens if step not in ALWAYS), self.pool.name]
        return Rule(
            name=" >> ".join(names),
            sentence=f"{screen.sentence}; {self.sentence}",
            screens=screens,
            pool=self.pool,
            promises={law for law in self.promises if law.survives},
        )

    def __repr__(self) -> str:
        """Give its name."""
        return self.name


def as_rule(rule: Rule | Pool) -> Rule:
    """Take a pool for the rule that screens no more than every rule does."""
    if isinstance(rule, Pool):
        return Rule(rule.name, rule.sentence, (), rule, rule.promises)
    if not isinstance(rule, Rule):
        raise RuleError("rule", rule, "a Rule or a Pool; @rule makes one of a function")
    return rule


_Combine: TypeAlias = Callable[[Sequence[Claim]], Pooled]


@overload
def rule(function: _Combine) -> Rule: ...
@overload
def rule(*, promises: Iterable[Law] = ()) -> Callable[[_Combine], Rule]: ...
def rule(
    function: _Combine | None = None, *, promises: Iterable[Law] = ()
) -> Rule | Callable[[_Combine], Rule]:
    """Make a newsroom's own rule of a function from claims, one a claimant, to a Count or None.

    The function's name names the rule and its docstring is the public explanation; a function
    without one is refused (RuleError).

    >>> @rule
    ... def most_cautious(claims):
    ...     '''The lowest number that anybody gives.'''
    ...     return Count.at_least(min(claim.count.low for claim in claims))
    >>> most_cautious
    most_cautious
    """

    def make(function: _Combine) -> Rule:
        name = getattr(function, "__name__", repr(function))
        sentence = " ".join((function.__doc__ or "").split())
        if not sentence:
            raise RuleError("rule", name, "a function whose docstring explains the rule")
        return as_rule(Pool(name, sentence, function, laws(promises)))

    return make if function is None else make(function)


def divide_by_question(
    observations: Iterable[Observation],
) -> dict[tuple[Measure, Window | None], list[Observation]]:
    """Group observations by measure, and those of an INCREMENT by the window they count over."""
    measures: dict[Measure, list[Observation]] = {}
    for observation in observations:
        together = measures.get(observation.measure)
        if together is None:
            measures[observation.measure] = [observation]
        else:
            together.append(observation)
    questions: dict[tuple[Measure, Window | None], list[Observation]] = {}
    for measure, together in measures.items():
        if measure.tally is not Tally.INCREMENT:
            questions[measure, None] = together
            continue
        for observation in together:
            window = Window(observation.since, observation.as_of)
            questions.setdefault((measure, window), []).append(observation)
    return questions


def by_target(notices: Iterable[Notice]) -> dict[str, list[Notice]]:
    """Give the notices by the id or origin that they are about."""
    targets: dict[str, list[Notice]] = {}
    for notice in notices:
        for target in notice.of:
            targets.setdefault(target, []).append(notice)
    return targets


def called(
    observations: Iterable[Observation], notices: Mapping[str, Sequence[Notice]]
) -> list[Testimony]:
    """Call the observations to testify, each with the notices about it or its origin.

    What a claimant says of one telling it says of them all.
    """
    if not notices:
        return [Testimony(observation, observation.figure.count) for observation in observations]
    told = list(observations)
    of_reports: Mapping[str, Sequence[Notice]] = notices if any(map(is_id, notices)) else {}
    shared = shared_notices(told, of_reports)
    return [call_one(observation, notices, of_reports, shared) for observation in told]


def shared_notices(
    observations: Iterable[Observation], of_reports: Mapping[str, Sequence[Notice]]
) -> dict[str, list[Notice]]:
    """Give by origin what claimants say of one telling of theirs, which goes for all of them."""
    shared: dict[str, list[Notice]] = {}
    if not of_reports:  # an id takes a hash to make
        return shared
    for observation in observations:
        if observation.origin:
            own = [
                notice
                for notice in of_reports.get(observation.id, ())
                if notice.by.identity == observation.source.identity
            ]
            if own:
                shared.setdefault(observation.origin, []).extend(own)
    return shared


def call_one(
    observation: Observation,
    notices: Mapping[str, Sequence[Notice]],
    of_reports: Mapping[str, Sequence[Notice]],
    shared: Mapping[str, Sequence[Notice]],
) -> Testimony:
    """Call one observation, with the notices about it, its origin and its other tellings."""
    origin = observation.origin
    bearing = (
        *(of_reports.get(observation.id, ()) if of_reports else ()),
        *notices.get(origin, ()),
        *shared.get(origin, ()),
    )
    return Testimony(observation, observation.figure.count, "", bearing)


def _heard(testimonies: Sequence[Testimony]) -> tuple[Sequence[Testimony], list[SetAside]]:
    """Set aside what allows every number: it is no claim."""
    empty = [testimony for testimony in testimonies if testimony.count.says_nothing]
    if not empty:
        return testimonies, []
    return [testimony for testimony in testimonies if not testimony.count.says_nothing], [
        SetAside(testimony.observation, Reason.SAYS_NOTHING, note=testimony.note)
        for testimony in empty
    ]


def _speaking(testimonies: Sequence[Testimony]) -> tuple[Sequence[Testimony], list[SetAside]]:
    """Set aside what claimants say whose words together allow every number.

    It is done before screens look from one report to another, or such words would still decide
    which claims are old.
    """
    if all(testimony.count.low for testimony in testimonies):  # together they start above 0
        return testimonies, []
    silent = {
        claimant
        for claimant, said in by_claimant(testimonies).items()
        if shared_or_hull(said).says_nothing
    }
    if not silent:
        return testimonies, []
    note = "what its claimant says at once allows any number together"
    gone = [one for one in testimonies if one.observation.source.identity in silent]
    return [one for one in testimonies if one.observation.source.identity not in silent], [
        SetAside(one.observation, Reason.SAYS_NOTHING, note=note) for one in gone
    ]


def _passed_over(claims: Sequence[Claim], taken: Taken) -> list[SetAside]:
    chosen = {claim.source.identity for claim in taken.claims}
    return [
        SetAside(testimony.observation, Reason.PASSED_OVER, note=taken.note)
        for claim in claims
        if claim.source.identity not in chosen
        for testimony in claim.testimonies
    ]


def _best(
    claims: Iterable[Claim], count: Count | None, status: Status, camps: Sequence[Camp]
) -> int | None:
    """Give the low median of the numbers stated, moved into the range; none in a dispute.

    In a majority it is moved into what the majority shares, where the range has any of that.
    """
    stated = low_median(claim.stated for claim in claims)
    if count is None or stated is None or status is Status.DISPUTED:
        return None
    within = (count & camps[0].count or count) if camps else count
    raised = max(stated, within.low)
    return raised if within.high is None else min(raised, within.high)
