"""Verdict, Ruling, Judgement: what a trial found of each law."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final, final

from attrs import frozen

from kazfigures.ledgers import Ledger
from kazfigures.rules.laws import STRUCTURAL, Law
from kazfigures.trials.scripts import as_script

__all__ = ["BrokenPromiseError", "Judgement", "Ruling", "Verdict", "Witness"]

_WIDTH: Final = 88


class Verdict(StrEnum):
    """What was found of one law."""

    BROKEN = "broken"
    """Promised, and some ledger breaks it."""
    KEPT = "kept"
    """Promised, and no ledger tried breaks it."""
    SEEMINGLY_KEPT = "not promised, seemingly kept"
    NOT_KEPT = "not promised, and not kept"
    NOT_TRIED = "not tried"
    """It reads an account, and a table query gives none; or the rule mostly raised errors."""


@final
@frozen(order=False)
class Witness:
    """A ledger that breaks a law, and how, with both sides."""

    law: Law
    ledger: Ledger
    breach: str

    @property
    def script(self) -> str:
        """Give Python that builds the ledger."""
        return as_script(self.ledger)

    def __str__(self) -> str:
        """Read as the law, the breach, and the ledger as code to paste."""
        told = textwrap.fill(self.breach, _WIDTH, initial_indent="  ", subsequent_indent="  ")
        code = textwrap.indent(self.script, "    ")
        return f"{self.law.name}: {self.law.sentence}\n{told}\n\n{code}"


@final
class BrokenPromiseError(AssertionError):
    """A rule breaks a law that it is held to; `witness` shows it."""

    def __init__(self, rule: str, witness: Witness):
        super().__init__(rule, witness)
        self.rule, self.witness = rule, witness

    def __str__(self) -> str:
        """Read as the witness."""
        return f"{self.rule} breaks a promise\n\n{self.witness}"


@final
@frozen(order=False)
class Ruling:
    """What was found of one law, on how many ledgers, and the witness where it is broken."""

    law: Law
    verdict: Verdict
    tried: int
    witness: Witness | None = None


@final
@frozen(order=False)
class Judgement:
    """What a trial found of a rule, law by law.

    `answers` counts the estimates that it gave, and `ranges` those with a range.
    `ok` says that no promise is broken; `str()` gives the witnesses of those that are.
    """

    rule: str
    rulings: tuple[Ruling, ...]
    answers: int = 0
    ranges: int = 0

    @property
    def ok(self) -> bool:
        """Whether every promise was kept."""
        return not self.with_verdict(Verdict.BROKEN)

    @property
    def tried(self) -> int:
        """On how many ledgers a law was tried, at most."""
        return max((ruling.tried for ruling in self.rulings), default=0)

    def with_verdict(self, verdict: Verdict | str) -> tuple[Ruling, ...]:
        """Give the rulings of one verdict."""
        return tuple(ruling for ruling in self.rulings if ruling.verdict == verdict)

    @property
    def record(self) -> dict[str, Any]:
        """Give it as an object of JSON."""
        return {
            "rule": self.rule,
            "ok": self.ok,
            "rulings": [
                {
                    "law": ruling.law.name,
                    "sentence": ruling.law.sentence,
                    "verdict": ruling.verdict.value,
                    "tried": ruling.tried,
                    "breach": ruling.witness and ruling.witness.breach,
                    "script": ruling.witness and ruling.witness.script,
                }
                for ruling in self.rulings
            ],
        }

    def __getitem__(self, law: Law) -> Ruling:
        """Give what was found of a law; KeyError where it was not asked for."""
        for ruling in self.rulings:
            if ruling.law == law:
                return ruling
        raise KeyError(law)

    def __str__(self) -> str:
        """Read as a verdict: the broken promises with their witnesses, the rest by name."""
        broken, kept = self.with_verdict(Verdict.BROKEN), self.with_verdict(Verdict.KEPT)
        own = sum(ruling.law not in STRUCTURAL for ruling in (*broken, *kept))
        promises = _counted(len(broken) + len(kept), "promise")
        count = f"{len(broken)} of {promises} broken" if broken else f"{promises} kept"
        whose = f"{own} of its own, the rest every rule's"
        ranged = f"it gave a range in {self.ranges:,} of {_counted(self.answers, 'answer')}"
        lines = [
            f"{self.rule}: {count} ({whose})",
            f"tried on up to {_counted(self.tried, 'ledger')} a law; {ranged}",
        ]
        lines += [f"\n{ruling.witness}" for ruling in broken]
        if broken:
            lines.append("")
        lines += self._named()
        return "\n".join(lines)

    def _named(self) -> Iterator[str]:
        for verdict in Verdict:
            found = self.with_verdict(verdict)
            if found and verdict is not Verdict.BROKEN:
                names = ", ".join(ruling.law.name for ruling in found)
                yield textwrap.fill(f"{verdict.value}: {names}", _WIDTH, subsequent_indent="  ")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
