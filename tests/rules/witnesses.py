"""Small ledgers that break laws, written as claims, and the rules that tests put on trial.

A claim is its words, the number it states where that is none of its ends (`5 to 9 stating 6`), then
`doubted` where somebody judged it improbable, then `later` where it is about the later of two
moments or `at` and its own moment, then `by` and its claimant, of whom two officials and a witness
have a kind and a grade.
"""

from collections.abc import Iterable
from typing import Final

from kazfigures import (
    Count,
    Figure,
    Ledger,
    Measure,
    Moment,
    Observation,
    Rule,
    Source,
    pools,
    practices,
)
from kazfigures.errors import WordingError
from kazfigures.rules.pipeline import as_rule
from kazfigures.rules.reconciling import NAMED
from kazfigures.trials.worlds import CLAIMANTS, MOMENTS

KILLED: Final = Measure("killed")
KNOWN: Final = {source.name: source for source in CLAIMANTS}

EVERY_RULE: Final[tuple[Rule, ...]] = (
    *NAMED,
    *map(as_rule, (pools.quorum(3), pools.blend(0.5), pools.priority("Ministry"))),
    *(practices.em_dat("Ministry"), practices.palestine_datasets("Ministry", "Office")),
)


def told(claim: str, place: int = 0) -> Observation:
    """Give the report that a claim stands for."""
    said, _, name = claim.partition(" by ")
    timed, _, text = said.partition(" at ")
    earlier = timed.removesuffix(" later")
    moment = Moment(text) if text else MOMENTS[earlier != timed]
    words = earlier.removesuffix(" doubted")
    credibility = None if words == earlier else 5
    source = KNOWN.get(name) or Source(name or f"Claimant {place}")
    return Observation(KILLED, _figure(words), source, moment, moment, credibility=credibility)


def _figure(words: str) -> Figure:
    words, _, stated = words.partition(" stating ")
    if stated:
        return Figure(words, int(stated), Figure.read(words).count)
    try:
        return Figure.read(words)
    except WordingError:
        return Figure(words, None, Count())


def ledger_of(claims: Iterable[str]) -> Ledger:
    """Give the ledger of some claims, each by a claimant of its own where none is named."""
    return Ledger(told(claim, place) for place, claim in enumerate(claims, 1))


WITNESSES: Final[dict[str, list[list[str]]]] = {
    "unanimity": [["0 to 99"], ["at least 1"], ["0 to 1"]],
    "common_ground": [["0 to 99"], ["at least 1"], ["0 to 1"]],
    "containment": [["more than 1"]],
    "affine_equivariant": [["0", "0", "0 to 2"], ["up to 1"]],
    "attributable": [["0 to 99"], ["0", "0 to 2"], ["dozens"]],
    "narrowing": [
        ["0 to 99"],
        ["at least 1"],
        ["0 to 1", "0 to 2"],
        ["0 to 2", "0 to 2", "1"],
        ["5 to 9 stating 5", "5 to 7 stating 5", "7 to 9 stating 9"],
    ],
    "positive_response": [
        ["1 to 99"],
        ["2", "at least 1"],
        ["1 to 2", "2"],
        ["0", "1 to 2", "at least 1"],
    ],
    "labels_do_not_matter": [["0 by Ministry", "1 by Office"]],
    "agreement": [
        ["0"],
        ["0 to 1"],
        ["0 by Ministry", "0 to 1 by Office"],
        ["0", "0 to 1 later"],
        ["0 to 1 by Ministry", "1 by Office"],
        ["0 to 1", "at least 1"],
    ],
    "total": [["0"], ["0", "1"], ["0 by Ministry"], ["0 by A"], ["0 doubted"]],
    "split_keep": [
        ["0 to 1", "2", "0 to 2", "1"],
        ["0", "1", "2", "0", "1", "2"],
        ["2", "at least 1", "at least 2"],
        ["0 to 1 at 2022-01-07T00:01Z", "0 at 2022-01-07T00:00Z", "1 at 2022-01-07T00[UTC]"],
        ["1 to 2", "1 to 2", "0", "2 to 3", "2 to 3", "0"],
    ],
    "split_sharpen": [
        ["0 by Ministry", "0 to 1 by Office"],
        ["0", "0 to 1 later"],
        ["0 to 1 by Ministry", "1 by Office"],
        ["0 to 1", "at least 1"],
        ["0", "0", "9", "0", "9"],
        ["0", "0", "0", "9", "9", "0", "9", "9"],
    ],
    "no_side_taking": [["0 by Ministry", "1 later by Office"]],
    "majority": [
        ["0", "1"],
        ["0", "0", "1"],
        ["0", "0", "0", "1"],
        ["0 by Ministry", "1 by Office"],
        ["0 by Ministry", "0 to 1 later by Office"],
        ["0", "1 to 2"],
        ["more than 1"],
    ],
    "refinement": [["0"], ["1"], ["1 to 2"], ["0", "1"], ["fewer than 1"]],
    "refinement_overlapping": [["0"], ["1"], ["1 to 2"], ["0", "1"], ["fewer than 1"]],
    "breakdown_safe": [
        ["0", "0", "1"],
        ["0", "0", "0", "5", "5"],
        ["0 by Ministry", "0 by Office", "1 later by Witness"],
        ["0 by Ministry", "0 to 1 by Office", "0 by Witness"],
        ["0 by Ministry", "1 by Office", "1 by Witness"],
        ["0", "1", "1"],
        ["0", "1 to 2", "1"],
        ["0", "1", "2"],
    ],
    "breakdown_live": [["0"], ["0", "0", "1"]],
    "truth_tracking(1)": [["0"], ["at least 1"], ["0 to 99"], ["0", "0 to 1"], ["0", "1"]],
    "lipschitz": [
        ["2", "at least 1"],
        ["up to 2"],
        ["0 by Ministry", "0 to 2 by Witness"],
        ["0", "1 to 2", "at least 2 later"],
    ],
    "exaggeration_proof": [
        ["0", "2", "1"],
        ["more than 1"],
        ["nearly 100", "104", "more than 99"],
    ],
    "fairness": [
        ["0 by Ministry", "1 by Office"],
        ["0", "0", "1"],
        ["0", "0", "0", "1"],
        ["0"] * 20 + ["9"],
    ],
    "reflection": [["0", "0 to 1"], ["0", "1"]],
    "corroborated_floor(2)": [["1"], ["1 by Witness"], ["1 by Ministry"]],
    "time_monotone": [
        ["1 by Ministry", "0 later by Ministry"],
        ["1 by A", "1 by B", "0 later by A", "0 later by B"],
        ["1 by A", "1 by B", "1 by C", "0 later by A", "0 later by B", "0 later by C"],
    ],
    "newest_wins": [
        ["1 by Ministry", "0 later by Office"],
        ["0 to 1 by Office", "0 later by Ministry"],
        ["0", "1 later"],
        ["0", "0", "1 later"],
        ["0", "0", "1", "1 later"],
    ],
    "part_whole": [["2", "at least 1", "1"], ["1", "1 to 2"], ["dozens"], ["0", "1", "2"]],
    "parts_add_up": [
        ["1", "1"],
        ["0 to 1 by Ministry", "0 to 1 by Office"],
        ["0 to 1 by Ministry", "0 to 1 by Witness"],
        ["0", "0 to 1", "1"],
    ],
    "value_duplicates_ignored": [
        ["0", "1"],
        ["0", "0 to 1"],
        ["0"] * 18 + ["9"],
    ],
    "narrowing_unguarded": [
        ["0 by Ministry", "0 to 1 by Office"],
        ["0 by Ministry", "0 to 1 by Witness"],
        ["0 to 1", "1 to 2"],
        ["0 to 1", "0 to 2"],
        ["at least 1"],
        ["0 to 99"],
        ["5", "0 to 4", "0", "0"],
        ["5", "5", "0 to 4", "0", "0", "0"],
    ],
}
"""For each law that some rule here does not promise, ledgers that break it."""
