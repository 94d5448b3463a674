"""Sensitivity: how far an answer depends on the rule that gives it.

No rule wins everywhere, so the rule is a parameter; this shows what the choice of it decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import inf
from typing import Final, final

from attrs import frozen

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.ledgers import Ledger
from kazfigures.markup import Displayed, Reach, data, element, joined, table, text
from kazfigures.observations import Measure
from kazfigures.rules.estimates import Estimate, Window, drawn, question
from kazfigures.rules.pipeline import Pool, Rule, as_rule
from kazfigures.rules.reconciling import RULES, reconcile
from kazfigures.rules.testimonies import hull

__all__ = ["Answer", "Sensitivities", "Sensitivity", "sensitivity"]

_QUESTIONS_DRAWN: Final = 100


@final
@frozen(order=False)
class Answer:
    """An answer that some rules give: a range and a best number, None where there is none.

    Where the range is one number, that is the best.
    """

    count: Count | None
    best: int | None
    rules: tuple[str, ...]

    @property
    def said(self) -> str:
        """The answer in a few words: "225 to 238, best 225"."""
        if self.count is None:
            return "no number"
        if self.best is None or self.count.is_exact:
            return str(self.count)
        return f"{self.count}, best {self.best:,}"

    @property
    def order(self) -> tuple[float, float, float]:
        """What sorts answers by the number they lead with; those with none come last."""
        if self.count is None:
            return (inf, inf, inf)
        high = inf if self.count.high is None else self.count.high
        return (self.count.low if self.best is None else self.best, self.count.low, high)

    def __str__(self) -> str:
        """Read as the answer, and who gives it."""
        return f"{self.said} ({', '.join(self.rules)})"


@final
@frozen(order=False)
class Sensitivity(Displayed):
    """What each of some rules says of one measure, or of one window of an INCREMENT."""

    measure: Measure
    window: Window | None
    estimates: tuple[Estimate, ...]

    @property
    def heading(self) -> str:
        """What was asked: the measure, and the window of an INCREMENT."""
        return question(self.measure, self.window)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The different answers, from the smallest number to the largest; none at all is last."""
        rules: dict[tuple[Count | None, int | None], list[str]] = {}
        for estimate in self.estimates:
            rules.setdefault(_answer(estimate), []).append(estimate.rule)
        answers = [Answer(count, best, tuple(by)) for (count, best), by in rules.items()]
        return tuple(sorted(answers, key=lambda answer: answer.order))

    @property
    def spread(self) -> Count | None:
        """The hull of the ranges; None where no rule gives one."""
        counts = [estimate.count for estimate in self.estimates if estimate.count is not None]
        return hull(counts) if counts else None

    @property
    def depends_on_rule(self) -> bool:
        """Whether rules give different answers, of which having no number is one."""
        return len(self.answers) > 1

    @property
    def changes_number(self) -> bool:
        """Whether the rules that give a number give different ones."""
        return len([answer for answer in self.answers if answer.count is not None]) > 1

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers that the reports state, those set aside among them."""
        account = self.estimates[0]
        reports = [one.observation for one in account.used]
        reports += [one.observation for one in account.set_aside]
        stated = {report.figure.stated for report in reports}
        return frozenset(number for number in stated if number is not None)

    @property
    def dscore(self) -> int:
        """How many different numbers the reports state, less one (van Baalen and Höglund 2026)."""
        return max(0, len(self.numbers) - 1)

    @property
    def factor(self) -> Fraction:
        """How many times its smallest an end of the answer is at its largest, by the rule.

        The ends are low, best and high, whichever changes most; one is added to all numbers, so
        that 0 has a place, and open ends are left out.
        """
        estimates = self.estimates
        ends = (
            [estimate.low for estimate in estimates],
            [estimate.best for estimate in estimates],
            [estimate.high for estimate in estimates],
        )
        factors = [
            Fraction(max(known) + 1, min(known) + 1)
            for known in ([number for number in end if number is not None] for end in ends)
            if known
        ]
        return max(factors, default=Fraction(1))

    def __str__(self) -> str:
        """Read as the measure, how far the rules reach, and what each says."""
        spread = "no number" if self.spread is None else str(self.spread)
        lines = [f"{self.heading}: {spread}"]
        lines += [f"  {answer.said}: {', '.join(answer.rules)}" for answer in self.answers]
        return "\n".join(lines)

    def __html__(self) -> str:
        """Draw a row an answer, on one scale, with the rules that give it."""
        counts = [estimate.count for estimate in self.estimates]
        reach = Reach.over(end for count in counts if count for end in (count.low, count.high))
        rows = [
            (drawn(one.count, one.best, reach), data(", ".join(one.rules))) for one in self.answers
        ]
        return table(data(self.heading), ("Answer", "By the rules"), rows).html


def _answer(estimate: Estimate) -> tuple[Count | None, int | None]:
    count = estimate.count
    return (count, count.low if count is not None and count.is_exact else estimate.best)


@final
@frozen(order=False)
class Sensitivities(Displayed):
    """How far the answers of a ledger depend on the rule: one Sensitivity a measure or window.

    `str()` says where the rule changes the number, most first, and by which rules it is smallest
    and largest; how often it decides only whether there is a number; and how many questions do not
    depend on it at all.
    """

    questions: tuple[Sensitivity, ...]

    @property
    def ranked(self) -> tuple[Sensitivity, ...]:
        """Those whose number the rule changes, most first; then those it leaves without one."""
        return tuple(
            sorted(
                self.questions,
                key=lambda one: (one.changes_number, one.factor, one.depends_on_rule),
                reverse=True,
            )
        )

    @property
    def normalised_mean(self) -> float | None:
        """The mean dscore over all questions, divided by how many numbers they state together.

        It is what `mean_dscore(normalize=TRUE)` of the R package `eventreport` gives for one
        column of a table of events, so ask it of a ledger in which all measures count the same:
        van Baalen and Höglund 2026, https://doi.org/10.1093/isq/sqag014
        None where no report states a number.
        """
        numbers = frozenset[int]().union(*(one.numbers for one in self.questions))
        if not numbers:
            return None
        total = sum(one.dscore for one in self.questions)
        return total / len(self.questions) / len(numbers)

    def __iter__(self) -> Iterator[Sensitivity]:
        """Go through the questions in the order in which they were first reported."""
        return iter(self.questions)

    def __len__(self) -> int:
        """Count the questions."""
        return len(self.questions)

    @property
    def summary(self) -> str:
        """What the choice of rule decides, in three sentences at most."""
        return " ".join(filter(None, self._sentences))

    @property
    def _sentences(self) -> tuple[str, str, str]:
        changed = [one for one in self if one.changes_number]
        silenced = [one for one in self if one.depends_on_rule and not one.changes_number]
        rest = len(self) - len(changed) - len(silenced)
        asked = f"{len(self):,} question{'' if len(self) == 1 else 's'}"
        silent = dict.fromkeys(name for one in silenced for name in one.answers[-1].rules)
        by = f"{', in one or another,' if len(silent) > 1 else ''} by {', '.join(silent)}"
        return (
            f"The choice of rule changes the number in {len(changed):,} of {asked}.",
            f"In {len(silenced):,} more the rules that give a number agree; none is given{by}."
            if silenced
            else "",
            _independent(rest, len(self)),
        )

    def __str__(self) -> str:
        """Read as a newsroom needs it."""
        first, *following = self._sentences
        changed = [one for one in self.ranked if one.changes_number]
        lines = [f"  {one.heading}: {_reach(one)}" for one in changed]
        return "\n".join([first, *lines, *filter(None, following)])

    def __html__(self) -> str:
        """Draw what the choice of rule decides, and a row a question whose number it changes."""
        changed = [one for one in self.ranked if one.changes_number]
        rows = [
            (data(one.heading), data(f"{one.spread}"), data(_reach(one)))
            for one in changed[:_QUESTIONS_DRAWN]
        ]
        more = len(changed) - len(rows)
        return joined(
            (
                element("p", self.summary),
                table("", ("Measure", "Between", "By rule"), rows) if rows else None,
                text(f"and {more:,} more") if more else None,
            )
        ).html


def _independent(number: int, asked: int) -> str:
    if number == 0:
        return "Every question depends on the rule." if asked else ""
    return f"{number:,} {'does' if number == 1 else 'do'} not depend on the rule at all."


def _reach(one: Sensitivity) -> str:
    given = [_briefly(answer) for answer in one.answers if answer.count is not None]
    silent = [f"; {_briefly(answer)}" for answer in one.answers if answer.count is None]
    between = f"; {len(given) - 2:,} between" if len(given) > 2 else ""
    return f"{given[0]} against {given[-1]}{between}{''.join(silent)}"


def _briefly(answer: Answer) -> str:
    return str(answer) if len(answer.rules) < 4 else f"{answer.said} ({len(answer.rules):,} rules)"


def sensitivity(ledger: Ledger, rules: Iterable[Rule | Pool] = RULES) -> Sensitivities:
    """Ask several rules of a ledger, and show how far its answers depend on them."""
    asked = tuple(map(as_rule, rules)) if isinstance(rules, Iterable) else ()
    if not asked:
        raise RuleError("rules", rules, "one rule or more, in a list")
    told = [reconcile(ledger, rule) for rule in asked]
    return Sensitivities(
        tuple(
            Sensitivity(estimates[0].measure, estimates[0].window, estimates)
            for estimates in zip(*told, strict=True)
        )
    )
