"""check, find_witness, assert_kept, exhaust: a rule on trial.

Two engines look for a ledger that breaks a law: exhaustion over a small world, which misses
nothing there and finds the smallest first, and Hypothesis, which looks beyond and shrinks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final, NamedTuple, TypeAlias, final

from attrs import define, evolve

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Notice, Source
from kazfigures.rules.estimates import Estimates
from kazfigures.rules.laws import ANSWERS, CATALOGUE, CORE, STRUCTURAL, Law, Reconciler
from kazfigures.rules.laws import laws as as_laws
from kazfigures.rules.laws.law import Unanswered
from kazfigures.rules.pipeline import Pool, as_rule
from kazfigures.strategies import figures, ledgers, sources
from kazfigures.strategies.searches import search
from kazfigures.trials import worlds
from kazfigures.trials.judgements import BrokenPromiseError, Judgement, Ruling, Verdict, Witness
from kazfigures.trials.table_rules import TableRule

__all__ = ["assert_kept", "check", "exhaust", "find_witness", "promised"]

OnTrial: TypeAlias = Reconciler | Pool | Callable[..., Any]
"""A rule, a table rule, all else that reconciles entries, a pool, or a function from claims."""

_EVERY: Final = 61
"""Of the larger small worlds, a quick trial takes every so manyth ledger."""
_EVERY_OTHER: Final = 4
_FEW_COUNTS: Final = (*map(Count.exactly, range(2)), Count(0, 1), Count(1, 2), Count(1))


def check(
    rule: OnTrial, laws: Iterable[Law] | None = None, *, examples: int = 50, seed: int = 0
) -> Judgement:
    """Try a rule on laws, by default on all of the catalogue and all that it promises besides.

    A rule that promises nothing is tried on the core laws as if it promised them; the laws of the
    pipeline are every rule's promise.
    A quick trial takes the smallest ledgers and some larger ones; then it tries what is promised,
    and not broken yet, on as many `examples` as asked that Hypothesis draws from `seed`.
    The same call gives the same judgement.

    Raises:
        RuleError: for what is no rule, pool, table rule or function.
    """
    return _tried(rule, laws, _Scope(_quick_claims, _quick_reports, _EVERY_OTHER, examples, seed))


def exhaust(rule: OnTrial, laws: Iterable[Law] | None = None) -> Judgement:
    """Try a rule on every ledger of a small world; see `kazfigures.trials.worlds`.

    It takes a minute or two; what is not broken there is kept there, and no chance is in it.
    """
    return _tried(rule, laws, _Scope(worlds.claims, worlds.reports))


def find_witness(rule: OnTrial, law: Law, *, examples: int = 200, seed: int = 0) -> Witness | None:
    """Look for a small ledger on which a rule breaks a law; None where none is found."""
    subject = _subject(rule)
    if not _can_try(subject, law):
        return None
    for ledger in chain(_quick_claims(), _quick_reports()):
        breach = law.breach(subject, ledger)
        if breach:
            return _smallest(subject, law, ledger, breach)
    return next(_beyond(subject, [law], [law], examples, seed), None)


def assert_kept(rule: OnTrial, law: Law, *, examples: int = 200, seed: int = 0) -> None:
    """Raise a BrokenPromiseError, with a ledger as code to paste, where a rule breaks a law.

    A test of every promise takes two lines:

        @pytest.mark.parametrize("law", promised(desk_rule), ids=str)
        def test_the_desk_rule(law): assert_kept(desk_rule, law)
    """
    witness = find_witness(rule, law, examples=examples, seed=seed)
    if witness is not None:
        raise BrokenPromiseError(_subject(rule).name, witness)


def promised(rule: OnTrial) -> tuple[Law, ...]:
    """Give all that a rule is held to, in the order of the catalogue.

    That is what it promises, or the core laws where it promises nothing, and in every case the
    laws of the pipeline; but for a table rule those that read an account.
    """
    subject = _subject(rule)
    own: frozenset[Law] = getattr(subject, "promises", frozenset())
    kept = (own or CORE) | frozenset(STRUCTURAL)
    others = sorted(kept - set(CATALOGUE), key=lambda law: law.name)
    return tuple(law for law in (*CATALOGUE, *others) if law in kept and _can_try(subject, law))


def _can_try(subject: Reconciler, law: Law) -> bool:
    return not (law.reads_account and isinstance(subject, TableRule))


def _subject(rule: OnTrial) -> Reconciler:
    if isinstance(rule, Pool):
        return as_rule(rule)
    if isinstance(rule, Reconciler):
        return rule
    if not callable(rule):
        expected = "a Rule, a Pool, a table rule, or a function from claims to a Count or None"
        raise RuleError("rule", rule, expected)
    name = getattr(rule, "__name__", repr(rule))
    return as_rule(Pool(name, getattr(rule, "__doc__", None) or name, rule))


def _quick_claims() -> Iterator[Ledger]:
    """Give the smallest ledgers of claims, and some of the larger."""
    return chain(
        worlds.claims(2, _FEW_COUNTS), islice(worlds.claims(3, _FEW_COUNTS), 0, None, _EVERY)
    )


def _quick_reports() -> Iterator[Ledger]:
    return chain(islice(worlds.reports(1), 0, None, 2), islice(worlds.reports(2), 0, None, _EVERY))


class _Scope(NamedTuple):
    """Among which ledgers a trial looks, and of those not made for a law, at every so manyth."""

    claims: Callable[[], Iterator[Ledger]]
    reports: Callable[[], Iterator[Ledger]]
    every: int = 1
    examples: int = 0
    seed: int = 0


@final
@define
class _Watched:
    """A subject, and how often it was asked and gave a range."""

    subject: Reconciler
    answers: int = 0
    ranges: int = 0

    @property
    def name(self) -> str:
        return self.subject.name

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        estimates = self.subject.reconcile(entries, known_at)
        self.answers += len(estimates)
        self.ranges += sum(estimate.count is not None for estimate in estimates)
        return estimates


def _tried(rule: OnTrial, laws: Iterable[Law] | None, scope: _Scope) -> Judgement:
    if type(scope.examples) is not int or scope.examples < 0:
        raise RuleError("examples", scope.examples, "a whole number, 0 or more")
    kept = promised(rule)
    asked = tuple(dict.fromkeys((*CATALOGUE, *kept))) if laws is None else _laws(laws)
    subject = _Watched(_subject(rule))
    open_laws = [law for law in asked if _can_try(subject.subject, law)]
    witnesses: dict[Law, Witness] = {}
    tried, unanswered = dict.fromkeys(asked, 0), dict.fromkeys(asked, 0)
    for world, is_of_reports in ((scope.claims, False), (scope.reports, True)):
        for place, ledger in enumerate(world()):
            for law in open_laws:
                made_for = (law in STRUCTURAL) is is_of_reports
                if law in witnesses or (place % scope.every and not made_for):
                    continue
                broken, breach = _judged(subject, law, ledger, open_laws)
                (tried if broken is law else unanswered)[law] += 1
                if breach and broken not in witnesses:
                    witnesses[broken] = _smallest(subject, broken, ledger, breach)
    standing = [law for law in open_laws if law in kept and law not in witnesses]
    for witness in _beyond(subject, standing, open_laws, scope.examples, scope.seed):
        witnesses.setdefault(witness.law, witness)
    for law in standing:
        tried[law] += 0 if law in witnesses else scope.examples
    return Judgement(
        subject.name,
        tuple(
            Ruling(law, _verdict(law in kept, is_judged, witness), tried[law], witness)
            for law in asked
            for is_judged in (tried[law] > unanswered[law],)
            for witness in (witnesses.get(law),)
        ),
        subject.answers,
        subject.ranges,
    )


def _laws(laws: Iterable[Law]) -> tuple[Law, ...]:
    given = tuple(dict.fromkeys(laws)) if isinstance(laws, Iterable) else (laws,)
    as_laws(given)
    return given


def _judged(subject: Reconciler, law: Law, ledger: Ledger, asked: Sequence[Law]) -> tuple[Law, str]:
    """Give the breach of a law; an error of the rule is one of `answers`, where that is asked."""
    try:
        return law, law.tried_on(subject, ledger)
    except Unanswered as error:
        return (ANSWERS if ANSWERS in asked else law), f"asked for {law}, it raises {error}"


def _smallest(subject: Reconciler, law: Law, ledger: Ledger, breach: str) -> Witness:
    """Leave out of a ledger, and of what it says of sources, all that the breach does not need."""
    witness = Witness(law, ledger, breach)

    def shows(entries: Sequence[Entry]) -> None:
        nonlocal witness
        smaller = Ledger(entries)
        found = law.breach(subject, smaller)
        if found:
            witness = Witness(law, smaller, found)

    for entry in ledger:
        shows([other for other in witness.ledger if other is not entry])
    shows([_plainer(entry) for entry in witness.ledger])
    return witness


def _plainer(entry: Entry) -> Entry:
    if isinstance(entry, Notice):
        return entry
    return evolve(entry, source=Source(entry.source.name), via=(), origin="")


def _verdict(is_promised: bool, is_judged: bool, witness: Witness | None) -> Verdict:  # noqa: FBT001
    if witness is not None:
        return Verdict.BROKEN if is_promised else Verdict.NOT_KEPT
    if not is_judged:
        return Verdict.NOT_TRIED
    return Verdict.KEPT if is_promised else Verdict.SEEMINGLY_KEPT


def _beyond(
    subject: Reconciler, laws: Sequence[Law], asked: Sequence[Law], examples: int, seed: int
) -> Iterator[Witness]:
    """Look among wider ledgers for one that breaks a law, as long as there is any."""
    standing = list(laws)
    while standing and examples:

        def breaks_any(ledger: Ledger) -> bool:
            return any(law.breach(subject, ledger) for law in standing)

        found = search(_LEDGERS, breaks_any, examples=examples, seed=seed)
        if found is None:
            return
        for law in tuple(standing):
            broken, breach = _judged(subject, law, found, asked)
            if breach:
                yield _smallest(subject, broken, found, breach)
                standing.remove(law)


_LEDGERS: Final = (
    ledgers(measure=worlds.MEASURE, small=True, max_size=5)
    | ledgers(measure=worlds.MEASURE, figure=figures(), small=True, max_size=3)
    | ledgers(measure=worlds.MEASURE, sources=sources(), small=True, max_size=3)
)
"""Small ledgers; some with numbers as large, and some with claimants of every kind and name."""
