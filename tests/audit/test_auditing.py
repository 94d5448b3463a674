"""The audit on whole ledgers: planted faults are found, and nothing else is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from maverick_reports import COLUMNS, ledger_of
from pairs import at_odds, shown
from planted_faults import PLANTED, Score, overall, planted, score

from kazfigures import Ledger
from kazfigures.audit.auditing import audit
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind
from kazfigures.errors import RuleError
from kazfigures.ledgers import published

SEEDS = (1, 2022)
EACH = 8


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clean_ledger_gives_no_finding(seed: int) -> None:
    ledger, plants, partitions = planted(seed, 3000, 0)
    assert (plants, partitions) == ([], [])
    assert audit(ledger) == ()


@pytest.fixture(scope="module", params=SEEDS)
def scores(request: pytest.FixtureRequest) -> dict[Kind, Score]:
    ledger, plants, partitions = planted(request.param, 3000, EACH * len(PLANTED))
    return score(audit(ledger, partitions), plants)


def test_planted_faults_are_found_and_nothing_else_is(scores: dict[Kind, Score]) -> None:
    total = overall(scores.values())
    assert total.plants == EACH * len(PLANTED)
    assert total.precision >= 0.98
    assert total.recall >= 0.98


def test_no_kind_is_blind(scores: dict[Kind, Score]) -> None:
    assert {kind for kind in PLANTED if scores[kind].plants != EACH} == set()
    assert {kind.value: scores[kind].recall for kind in PLANTED if scores[kind].recall < 0.75} == {}


def newest(finding: Finding) -> datetime:
    return max(published(entry).end for entry in (*finding.observations, *finding.notices))


def test_the_gravest_come_first_and_of_those_the_newest() -> None:
    ledger, _, partitions = planted(SEEDS[0], 3000, EACH * len(PLANTED))
    order = [(finding.severity, newest(finding)) for finding in audit(ledger, partitions)]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("given", [[], None, "ledger.jsonl"], ids=["list", "none", "path"])
def test_only_a_ledger_is_audited(given: object) -> None:
    with pytest.raises(RuleError, match="a Ledger"):
        audit(given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def reports(shared_data: Path) -> Ledger:
    return ledger_of(shared_data, *COLUMNS)


def test_every_contradiction_of_electoral_violence_is_found_and_real(reports: Ledger) -> None:
    assert shown(audit(reports)) == at_odds(reports)
