"""Planted faults: rules with one fault each, every one caught by the law that is named for it.

The trial of a law is worth what it catches.
So each row is a fault, the faulty rule, the law that must catch it, and the sound rule of which it
was made, which keeps that law on the very ledger that gives the fault away.
"""

from collections.abc import Sequence

import faulty_rules as faulty
import pytest
from attrs import frozen
from faulty_rules import Faulty, Peeking, consensus, envelope, latest, pooled
from pasting import built_by

from kazfigures import NoticeKind, laws, pools
from kazfigures.rules.laws import CATALOGUE, Law, Reconciler, truth_tracking
from kazfigures.rules.pipeline import as_rule
from kazfigures.trials import find_witness, table_rule

highest_floor = table_rule(faulty.highest_floor)
most_common, highest = map(as_rule, (pools.most_common, pools.highest))


@frozen
class Planted:
    """A fault, by name; the rule that has it; the law that catches it; the rule without it."""

    fault: str
    rule: Reconciler
    law: Law
    sound: Reconciler = consensus

    def __str__(self) -> str:
        return self.fault


# fmt: off
PLANTED: Sequence[Planted] = (
    # ends
    Planted("the low end is one too low",
            pooled(faulty.low_end_one_too_low), laws.UNANIMOUS),
    Planted("the low end is one too high",
            pooled(faulty.low_end_one_too_high), laws.COMMON_GROUND),
    Planted("the high end is one too high",
            pooled(faulty.high_end_one_too_high), laws.WITHIN_HULL),
    Planted("more than 9 starts at 9",
            pooled(faulty.more_than_is_at_least), laws.AGREEMENT),
    Planted("a range is taken for its low end",
            pooled(faulty.a_point), laws.NARROWING_UNGUARDED),
    Planted("odd numbers are rounded down to even ones",
            pooled(faulty.rounds_to_even), laws.PARTS_ADD_UP),
    Planted("numbers one apart are taken for equal",
            pooled(faulty.calls_neighbours_equal), laws.AFFINE_EQUIVARIANT),
    Planted("an exact number is given a margin",
            pooled(faulty.margin_for_exact_claims), laws.NARROWING),
    Planted("one-sided bounds are dropped",
            pooled(faulty.drops_one_sided), laws.TOTAL),
    Planted("0 is taken for missing",
            pooled(faulty.drops_zeros), laws.ZERO_COUNTS),
    Planted("a high end that is open raises an error",
            pooled(faulty.fails_on_one_sided), laws.ANSWERS, envelope),
    # ties
    Planted("of the most common the largest is taken",
            pooled(faulty.most_common_and_largest), laws.PART_WHOLE, most_common),
    Planted("of the most common the first to speak is taken",
            pooled(faulty.most_common_and_first), laws.ORDER_INSENSITIVE, most_common),
    Planted("of two in the middle the lower is taken",
            pooled(faulty.lower_of_two), laws.REFLECTION),
    Planted("the most common and most exact claim wins",
            pooled(faulty.most_common_and_most_precise), laws.REFINEMENT_OVERLAPPING),
    # claims made into one
    Planted("two claims are averaged, rounded down",
            pooled(faulty.average_rounded_down), laws.ATTRIBUTABLE),
    Planted("the mean of the ends",
            pooled(faulty.mean), laws.EXAGGERATION_PROOF),
    Planted("claims are summed",
            pooled(faulty.sums_claims), laws.SPLIT_KEEP),
    Planted("the hull, where claims agree",
            pooled(faulty.whole_hull), laws.SPLIT_SHARPEN),
    Planted("what claims share, else their hull",
            pooled(faulty.shared_else_hull), laws.POSITIVE_RESPONSE),
    Planted("what claims share, else nothing",
            pooled(faulty.shared_else_nothing), laws.BREAKDOWN_LIVE),
    Planted("Marzullo's function",
            pooled(faulty.marzullo), laws.REFINEMENT),
    Planted("a vote by value, whoever claims it",
            pooled(faulty.vote_by_value), laws.MAJORITY),
    Planted("the least claim wins",
            pooled(faulty.least), laws.NO_SIDE_TAKING),
    Planted("the greatest claim wins",
            pooled(faulty.greatest), laws.BREAKDOWN_SAFE),
    Planted("the first to speak wins",
            pooled(faulty.first_wins), laws.ORDER_INSENSITIVE),
    Planted("the first by name wins",
            pooled(faulty.first_by_name_wins), laws.LABELS_DO_NOT_MATTER),
    Planted("a dispute moves the range without bound",
            pooled(faulty.squares_where_disputed), laws.LIPSCHITZ),
    Planted("the lowest and the highest are left out",
            pooled(faulty.trims_the_ends), laws.FAIRNESS, envelope),
    Planted("what one claimant alone says is ruled out",
            pooled(faulty.sides_with_the_middle), truth_tracking(1), envelope),
    Planted("only what most say is heard",
            pooled(faulty.hull_of_the_most_common), laws.VALUE_DUPLICATES_IGNORED, envelope),
    Planted("one claimant makes a quorum of two",
            pooled(faulty.quorum_of_reports), laws.corroborated_floor(2),
            as_rule(pools.quorum(2))),
    # moments
    Planted("moments are compared as text",
            pooled(faulty.newest_by_text), laws.ZONE_INSENSITIVE, latest),
    Planted("moments are sorted the wrong way round",
            pooled(faulty.oldest_wins), laws.NEWEST_WINS, latest),
    Planted("a toll follows its newest word down",
            pooled(faulty.newest_wins), laws.TIME_MONOTONE, highest),
    Planted("it knows what was not known yet",
            Peeking(consensus, faulty.all_that_is_there), laws.KNOWN_AT_CAUSALITY),
    Planted("a retraction reaches back in time",
            Peeking(consensus, faulty.reports_by_then_and_all_notices), laws.HISTORY_IS_FIXED),
    Planted("an earlier word overrides a later one",
            Faulty(hears=faulty.keeps_first_words), laws.SUPERSESSION),
    Planted("the last published overrides the last word",
            Faulty(hears=faulty.takes_the_last_published), laws.SUPERSESSION),
    # notices
    Planted("retractions are forgotten",
            Faulty(hears=faulty.deaf_to(NoticeKind.RETRACTION)), laws.RETRACTION_IS_ABSENCE),
    Planted("denials by the source are forgotten",
            Faulty(hears=faulty.deaf_to(NoticeKind.DENIAL)), laws.RETRACTION_IS_ABSENCE),
    Planted("retractions by a publisher are forgotten",
            Faulty(hears=faulty.deaf_to_relays), laws.RETRACTION_IS_ABSENCE),
    Planted("retractions of a whole statement are forgotten",
            Faulty(hears=faulty.deaf_to_statements), laws.RETRACTION_IS_ABSENCE),
    Planted("what is corrected stands until its correction is there",
            Faulty(hears=faulty.waits_for_the_correction), laws.RETRACTION_IS_ABSENCE),
    Planted("a stranger's retraction is obeyed",
            Faulty(hears=faulty.obeys_anybody), laws.STANDING),
    Planted("a relay may deny",
            Faulty(hears=faulty.lets_relays_deny), laws.STANDING),
    Planted("corrections are forgotten",
            Faulty(hears=faulty.deaf_to(NoticeKind.CORRECTION)), laws.CORRECTION_CHAIN),
    Planted("of a chain of corrections the first link alone is followed",
            Faulty(hears=faulty.follows_one_link), laws.CORRECTION_CHAIN),
    Planted("what corrects nothing known is left out",
            Faulty(hears=faulty.obeys_what_corrects_nothing), laws.CORRECTION_CHAIN),
    # who speaks
    Planted("each relay is a claimant",
            Faulty(hears=faulty.counts_relays), laws.RELAY_INSENSITIVE),
    Planted("a relay of a withdrawn statement is news",
            Faulty(hears=faulty.takes_relays_of_what_is_withdrawn_for_news),
            laws.RELAY_INSENSITIVE),
    Planted("what is sent twice counts twice",
            Faulty(hears=faulty.counts_what_is_sent_twice), laws.RESEND_INSENSITIVE),
    Planted("another spelling is another source",
            Faulty(hears=faulty.tells_sources_by_letters), laws.SPELLING_INSENSITIVE),
    Planted("two events are mixed",
            Faulty(hears=faulty.mixes_events), laws.LOCALITY),
    # nothing
    Planted("no report gives 0",
            Faulty(tells=faulty.turns_nothing_into_zero), laws.ABSENCE_IS_NOT_ZERO),
    Planted("any number is taken for 0",
            Faulty(hears=faulty.takes_any_number_for_zero), laws.VACUOUS_NEUTRAL),
    # the account
    Planted("the account loses a report",
            Faulty(tells=faulty.loses_one), laws.ACCOUNT_COMPLETE),
    Planted("the account has a report twice",
            Faulty(tells=faulty.accounts_for_one_twice), laws.ACCOUNT_COMPLETE),
    Planted("a report is both used and set aside",
            Faulty(tells=faulty.accounts_for_one_as_both), laws.ACCOUNT_COMPLETE),
    Planted("what is used in secret is missing among the used",
            Faulty(tells=faulty.hides_what_it_used), laws.ACCOUNT_SUFFICIENT),
    Planted("what is used in secret is said to be set aside",
            Faulty(tells=faulty.hides_what_it_used), laws.ACCOUNT_TRUTHFUL),
    Planted("the best number is outside the range",
            Faulty(tells=faulty.says_the_greatest_is_best), laws.WELL_FORMED),
    Planted("a conflict is called agreed",
            Faulty(tells=faulty.says_agreed), laws.CONFLICT_IS_FLAGGED),
    # what is remembered
    Planted("a total is never set back",
            pooled(faulty.keeps_a_total()), laws.INCREMENTAL_IS_BATCH),
    Planted("a total grows when ledgers are joined",
            pooled(faulty.keeps_a_total()), laws.MERGE_SEMILATTICE),
    Planted("dice are thrown",
            pooled(faulty.throws_dice()), laws.DETERMINISTIC),
    Planted("the clock is read",
            pooled(faulty.reads_the_clock), laws.PURE),
    # queries over rows
    Planted("a query ignores its moment",
            table_rule(faulty.ignores_its_moment), laws.KNOWN_AT_CAUSALITY, highest_floor),
    Planted("a query takes the last row",
            table_rule(faulty.last_row_wins), laws.ORDER_INSENSITIVE, highest_floor),
    Planted("a query gives a float",
            table_rule(faulty.averages_as_float), laws.ANSWERS, highest_floor),
    Planted("a query takes the most of nothing",
            table_rule(faulty.fails_on_nothing), laws.ANSWERS, highest_floor),
)
# fmt: on


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_the_named_law_catches_the_fault_and_the_fault_alone(planted: Planted) -> None:
    witness = find_witness(planted.rule, planted.law)
    assert witness is not None
    assert len(witness.ledger.observations) <= 3
    assert planted.law.breach(planted.rule, witness.ledger)
    assert planted.law.breach(planted.sound, witness.ledger) == ""
    assert built_by(witness.script) == witness.ledger


def test_every_fault_has_a_name_of_its_own() -> None:
    assert len({planted.fault for planted in PLANTED}) == len(PLANTED)


@pytest.mark.parametrize("law", CATALOGUE, ids=str)
def test_every_law_catches_a_planted_fault(law: Law) -> None:
    assert law in {planted.law for planted in PLANTED}
