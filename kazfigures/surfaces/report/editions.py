"""Edition: all that a page is made from, worked out once."""

from __future__ import annotations

import math
from functools import cached_property
from typing import final

from attrs import frozen

from kazfigures.audit.auditing import audit
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Severity
from kazfigures.ledgers import Ledger, published
from kazfigures.moments import Moment
from kazfigures.observations import Observation
from kazfigures.rules.estimates import Estimate, Estimates, Status
from kazfigures.rules.pipeline import Rule
from kazfigures.rules.reconciling import reconcile
from kazfigures.rules.testimonies import SetAside, Testimony
from kazfigures.surfaces.report.room import SHARES
from kazfigures.surfaces.words import Sentence, Style, sentence

__all__ = ["Edition", "Fate"]


@final
@frozen(order=False)
class Fate:
    """A report, and what became of it: why it was set aside, or nothing where it is used."""

    told: Testimony | SetAside

    @property
    def observation(self) -> Observation:
        """The report."""
        return self.told.observation

    @property
    def is_used(self) -> bool:
        """Whether the estimate uses it."""
        return isinstance(self.told, Testimony)

    @property
    def is_taken_back(self) -> bool:
        """Whether it was taken back, so that it is struck."""
        return isinstance(self.told, SetAside) and self.told.is_taken_back

    @property
    def word(self) -> str:
        """What became of it, in a word or two: "used", "superseded", "withdrawn"."""
        return self.told.reason.value if isinstance(self.told, SetAside) else "used"

    @property
    def details(self) -> str:
        """What it is taken as where it is used, and else why it is not; empty where that is all."""
        if isinstance(self.told, SetAside):
            return self.told.why.removeprefix(self.told.reason.value).removeprefix(": ")
        return f"taken as {self.told.count}, {self.told.note}" if self.told.note else ""


@final
@frozen(order=False)
class Edition:
    """A ledger as known at a moment, the rule, and how a desk prints."""

    title: str
    ledger: Ledger
    rule: Rule
    style: Style
    zone: str | None
    known_at: Moment | None
    reports_shown: int
    figures_shown: int
    most: int | None

    def room(self, section: str) -> float:
        """How many bytes a section may take."""
        return math.inf if self.most is None else self.most * SHARES[section]

    @cached_property
    def estimates(self) -> Estimates:
        """What the rule makes of the ledger."""
        return reconcile(self.ledger, self.rule)

    @cached_property
    def ranked(self) -> tuple[Estimate, ...]:
        """The estimates, those with the most reports first."""
        return tuple(sorted(self.estimates, key=lambda one: -(len(one.used) + len(one.set_aside))))

    @property
    def headlines(self) -> tuple[Estimate, ...]:
        """The figures with the most reports."""
        return self.ranked[: self.figures_shown]

    @cached_property
    def disputes(self) -> tuple[Estimate, ...]:
        """The figures on which claimants conflict, those with the most reports first."""
        return tuple(one for one in self.ranked if one.status in (Status.DISPUTED, Status.MAJORITY))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at, the gravest first; notes are left to `audit`."""
        grave = [one for one in audit(self.ledger) if one.severity > Severity.NOTE]
        return tuple(sorted(grave, key=lambda one: -one.severity))

    @cached_property
    def fates(self) -> tuple[Fate, ...]:
        """Every report with its fate, in the order of publication."""
        told = [Fate(one) for estimate in self.estimates for one in estimate.used]
        told += [Fate(one) for estimate in self.estimates for one in estimate.set_aside]
        return tuple(sorted(told, key=lambda one: one.observation.reported.order))

    @property
    def language(self) -> str:
        """The language that its sentences are in."""
        return self.style.locale.partition("_")[0]

    def sentence(self, estimate: Estimate) -> Sentence:
        """Put an estimate in words."""
        return sentence(estimate, style=self.style, zone=self.zone)

    def moment(self, moment: Moment) -> str:
        """Tell a moment by the clocks asked for, where some are."""
        return str(moment.told_in(self.zone) if self.zone else moment)

    @property
    def setting(self) -> str:
        """What the page is about, in a line: when it was known, and by what rule."""
        entries = self.ledger.entries
        if self.known_at is not None:
            known = f"As known at {self.moment(self.known_at)}"
        elif entries:
            known = f"As known with all reports up to {self.moment(published(entries[-1]))}"
        else:
            known = "No reports"
        return f"{known}, reconciled by the rule {self.rule.name}."
