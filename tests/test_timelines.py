"""Timelines, revisions and diffs, each beside a slow reading of the same ledger from scratch."""

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from drawing import near_moments
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures import (
    Count,
    Estimate,
    Ledger,
    Measure,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Pool,
    Rule,
    Source,
    Status,
    Tally,
    house,
    load,
    pools,
    reconcile,
    rule,
    screens,
)
from kazfigures.errors import KazfiguresError, LedgerError, RuleError
from kazfigures.ledgers import published
from kazfigures.observations import Entry
from kazfigures.rules.estimates import Camp, Estimates, Window
from kazfigures.rules.pipeline import Pooled, as_rule, by_target, called
from kazfigures.rules.reconciling import NAMED, RULES
from kazfigures.rules.screens import Screen, Sifted
from kazfigures.rules.testimonies import Claim, Reason, SetAside, Testimony, hull, shared_or_hull
from kazfigures.strategies import counts, histories, ledgers, moments, sources
from kazfigures.strategies.values import SMALL_MEASURES
from kazfigures.timelines import Change, Diff, Timeline, Turn, diff, revisions, timeline
from kazfigures.timelines.changes import moved

KILLED = SMALL_MEASURES[0]
ADDED = Measure("killed", place="Kazakhstan", tally=Tally.INCREMENT)
EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "kazakhstan-2022.jsonl"
OFFICERS = Measure("killed", "security forces", "Kazakhstan", "Kazakhstan, January 2022")
MINISTRY = "Ministry of Internal Affairs of Kazakhstan"


# Rules that follow a ledger and rules that cannot ---------------------------------------------


@rule
def whatever_is_there(claims: Sequence[Claim]) -> Count:
    """A number that depends on all that a function can see of its claims."""
    told = [one for claim in claims for one in claim.testimonies]
    return Count(len(told), len(told) + sum(len(one.notices) for one in told))


@rule
def first_heard(claims: Sequence[Claim]) -> Count:
    """What the claim that comes first allows: the order of claims can be seen too."""
    return claims[0].count


def _preferred_first(testimonies: Sequence[Testimony]) -> Sifted:
    """Keep the confirmed reports, where there are any: it looks from one report to another."""
    confirmed = [one for one in testimonies if one.observation.credibility == 1]
    if not confirmed:
        return testimonies, ()
    return confirmed, [
        SetAside(one.observation, Reason.UNVERIFIED) for one in testimonies if one not in confirmed
    ]


def _widened(testimonies: Sequence[Testimony]) -> Sifted:
    """Take what anybody took back as a floor: it changes what a report says, by its notices."""
    return [
        Testimony(one.observation, Count(one.count.low), "doubted", one.notices)
        if one.notices
        else one
        for one in testimonies
    ], ()


preferred_first = Screen("preferred_first", "confirmed", _preferred_first, before_choices=True)
doubted = Screen("doubted", "as floors", _widened, before_choices=True, each_alone=True)

OWN = (
    screens.graded("B") >> pools.consensus,
    screens.without_sides() >> pools.overlap,
    screens.without_sides("government") >> house,
    screens.verified(3) >> (screens.fresh(timedelta(hours=1)) >> pools.envelope),
    as_rule(pools.priority("Hospital")),
    whatever_is_there,
    doubted >> whatever_is_there,
    first_heard,
    preferred_first >> pools.consensus,
)
every_rule = pytest.mark.parametrize("applied", [*NAMED, *OWN], ids=str)


# Ledgers in which everything collides ------------------------------------------------------------

graded_sources = sources(
    small=True, grade=st.none() | st.sampled_from("ABF"), side=st.sampled_from(("", "government"))
)


def crowded(measure: Measure = KILLED) -> SearchStrategy[Ledger]:
    """Draw ledgers of one measure, whose claimants, origins and moments are the same few."""
    times = moments(small=True) | near_moments()
    pinned = {"measure": st.just(measure), "sources": graded_sources}
    return st.one_of(
        ledgers(small=True, moments=times, max_size=8, max_notices=4, **pinned),
        histories(small=True, moments=times, max_size=10, **pinned).map(lambda grown: grown[-1]),
        ledgers(small=True, max_size=8),
    )


def scratch(ledger: Ledger, measure: Measure, applied: Rule) -> Estimate:
    return reconcile(ledger, applied)[measure]


def bearing(ledger: Ledger, measure: Measure) -> list[Entry]:
    """Give the reports of a measure, and the notices about any of them."""
    reports = [one for one in ledger.observations if one.measure == measure]
    names = {one.id for one in reports} | {one.origin for one in reports}
    return [
        entry
        for entry in ledger
        if (entry in reports if isinstance(entry, Observation) else names.intersection(entry.of))
    ]


def moments_of(ledger: Ledger) -> list[Moment]:
    """Give a moment at which each new thing is known: the whole of a span, before its very end."""
    together = groupby(map(published, ledger), key=lambda one: (one.end, one.is_instant))
    return [next(same) for _, same in together]


def answer(one: Turn | Estimate) -> tuple[Status, Count | None, int | None, tuple[Camp, ...]]:
    return (one.status, one.count, one.best, one.camps)


def check_against_scratch(ledger: Ledger, measure: Measure, applied: Rule) -> Timeline:
    """Compare every turn with what is reconciled from scratch at its moment."""
    found = timeline(ledger, measure, applied)
    turns = iter(found)
    before: Estimate | None = None
    known: list[Entry] = []
    for moment in moments_of(ledger):
        then = ledger.known_at(moment)
        bears = bearing(then, measure)
        if bears != known:
            turn = next(turns)
            after = scratch(then, measure, applied)
            assert (turn.moment.end, turn.moment.is_instant) == (moment.end, moment.is_instant)
            assert answer(turn) == answer(after)
            assert (turn.low, turn.high) == (after.low, after.high)
            assert turn.estimate == after == scratch(ledger.known_at(turn.moment), measure, applied)
            assert turn.entries == tuple(entry for entry in bears if entry not in known)
            assert turn.changed == (before is None or answer(before) != answer(after))
            known, before = bears, after
    assert next(turns, None) is None
    return found


# Timelines ---------------------------------------------------------------------------------------


@every_rule
@given(crowded())
def test_every_turn_is_what_the_rule_says_of_what_was_known_then(
    applied: Rule, ledger: Ledger
) -> None:
    check_against_scratch(ledger, KILLED, applied)


@given(ledgers() | histories().map(lambda grown: grown[-1]), st.sampled_from((house, *OWN)))
def test_so_it_is_of_any_ledger(ledger: Ledger, applied: Rule) -> None:
    for measure in ledger.measures:
        if len(reconcile(ledger).windows(measure)) == 1:
            check_against_scratch(ledger, measure, applied)


def long_ledger(seed: int, size: int = 150) -> Ledger:
    """Make a long ledger of few claimants, statements and moments, with many notices."""
    chance = random.Random(seed)  # noqa: S311 - the same ledgers on every machine
    names = [Source(name, grade=grade) for name in ("A", "B", "C") for grade in (None, "A", "D")]
    days = [f"2022-01-{day:02}[Asia/Almaty]" for day in range(7, 12)]
    hours = [f"2022-01-{day:02}T{hour:02}:00+06:00" for day in range(7, 12) for hour in (0, 6, 12)]
    told: list[Observation] = []
    entries: list[Entry] = []
    while len(entries) < size:
        as_of, reported = (Moment(chance.choice(days + hours)) for _ in range(2))
        if reported.precedes(as_of):
            as_of, reported = reported, as_of
        if told and chance.random() < 0.25:
            one = chance.choice(told)
            kind = chance.choice((NoticeKind.RETRACTION, NoticeKind.DENIAL))
            about = chance.choice((one.id, one.origin or one.id))
            by = chance.choice((one.source, Source((*one.via, "A")[0])))
            entries.append(Notice(kind, about, by, reported))
            continue
        said = Observation(
            *(KILLED, chance.choice(("8", "16", "18", "at least 12", "up to 17"))),
            *(chance.choice(names), as_of, reported),
            via=("TASS", "AP")[: chance.randrange(3)],
            origin=chance.choice(("", "", "briefing", "leak", "call", "list")),
            credibility=chance.choice((None, 1, 3)),
        )
        told.append(said)
        entries.append(said)
    return Ledger(entries)


@pytest.mark.parametrize("applied", [house, whatever_is_there, *OWN[:2]], ids=str)
@pytest.mark.parametrize("seed", range(4))
def test_it_follows_a_long_ledger_too(seed: int, applied: Rule) -> None:
    found = check_against_scratch(long_ledger(seed), KILLED, applied)
    assert len(found) > 15


@given(crowded(), near_moments() | moments(small=True), st.sampled_from((house, *OWN)))
def test_the_turn_at_a_moment_is_what_was_known_by_it(
    ledger: Ledger, moment: Moment, applied: Rule
) -> None:
    turn = timeline(ledger, KILLED, applied).at(moment)
    estimate = scratch(ledger.known_at(moment), KILLED, applied)
    if turn is None:
        assert estimate == Estimate(KILLED, applied.name, Status.UNREPORTED, None, None, (), ())
    else:
        assert turn.estimate == estimate


@given(crowded(), near_moments() | moments(small=True))
def test_what_is_published_later_changes_no_earlier_turn(ledger: Ledger, moment: Moment) -> None:
    whole, early = (timeline(one, KILLED) for one in (ledger, ledger.known_at(moment)))
    assert whole.turns[: len(early)] == early.turns


@given(crowded(), st.randoms(use_true_random=False))
def test_the_order_in_which_a_ledger_was_filled_does_not_matter(
    ledger: Ledger, chance: random.Random
) -> None:
    entries = list(ledger)
    chance.shuffle(entries)
    assert timeline(Ledger(entries), KILLED) == timeline(ledger, KILLED)


@given(crowded())
def test_the_turns_that_changed_the_answer_say_in_what_way(ledger: Ledger) -> None:
    """In the same words as a diff of what was known before with what was known then."""
    found = timeline(ledger, KILLED)
    assert found.changes == tuple(turn for turn in found if turn.changed)
    for before, after in pairwise(found):
        [difference] = [
            one
            for one in diff(*(reconcile(ledger.known_at(turn.moment)) for turn in (before, after)))
            if one.measure == KILLED
        ]
        assert after.changes == difference.changes


@given(crowded(ADDED))
def test_an_increment_is_followed_window_by_window(ledger: Ledger) -> None:
    windows = [estimate.window for estimate in reconcile(ledger).windows(ADDED)]
    if len(windows) > 1:
        with pytest.raises(LedgerError, match=r"window: expected one of its \d windows"):
            timeline(ledger, ADDED)
    for window in windows:
        found = timeline(ledger, ADDED, window=window)
        for turn in found:
            [then] = [
                one
                for one in reconcile(ledger.known_at(turn.moment)).windows(ADDED)
                if one.window == window
            ]
            assert turn.estimate == then
            assert answer(turn) == answer(then)
        if len(windows) == 1:
            assert timeline(ledger, ADDED) == found


def said(figure: str, when: str, name: str = "Interior Ministry", **more: object) -> Observation:
    fields: dict[str, object] = {"as_of": when, "reported": when}
    return Observation(KILLED, figure, name, **(fields | more))


def taken_back(report: Observation, when: str, reason: str = "") -> Notice:
    return Notice("retraction", report, report.source, when, reason)


FRIDAY, SATURDAY, SUNDAY, MONDAY = (f"2022-01-{day:02}[Asia/Almaty]" for day in range(7, 11))


def test_a_turn_that_only_adds_to_the_account_does_not_ask_the_rule() -> None:
    asked: list[int] = []

    def combine(claims: Sequence[Claim]) -> Pooled:
        asked.append(len(claims))
        return hull([claim.count for claim in claims])

    counting = Pool("counting", "the hull, and how often it was asked", combine)
    first = said("18", FRIDAY, origin="briefing")
    relays = [
        said("18", FRIDAY, reported=day, origin="briefing", via=["TASS"])
        for day in (SATURDAY, SUNDAY)
    ]
    strangers = Notice("denial", first, "Somebody", MONDAY)
    found = timeline(Ledger([first, *relays]), KILLED, counting)
    assert len(found) == 3
    assert asked == [1]
    assert found.changes == found.turns[:1]
    assert len(timeline(Ledger([first, *relays, strangers]), KILLED, counting)) == 4


def test_a_notice_that_was_out_before_its_report_comes_with_it() -> None:
    report = said("164", SUNDAY)
    early = taken_back(report, SATURDAY)
    [turn] = timeline(Ledger([early, report]), KILLED)
    assert turn.entries == (early, report)
    assert (turn.moment, turn.headline) == (report.reported, "no report left")


def test_a_day_is_known_just_before_the_midnight_that_ends_it() -> None:
    day, midnight = said("18", FRIDAY), said("16", "2022-01-08T00:00+06:00", "Hospital")
    found = timeline(Ledger([day, midnight]), KILLED)
    assert [turn.entries for turn in found] == [(day,), (midnight,)]
    assert found.at(FRIDAY) == found.turns[0]
    assert found.at("2022-01-08T00:00+06:00") == found.turns[1]
    assert found.at("2022-01-07T23:59+06:00") is None


def test_nobody_said_anything() -> None:
    empty = timeline(Ledger(), KILLED)
    assert (len(empty), empty.turns, empty.changes, empty.at(FRIDAY)) == (0, (), (), None)
    assert str(empty) == "killed, Kazakhstan (rule: house)"
    assert len(timeline(Ledger(), ADDED)) == 0


def test_it_reads_as_a_table() -> None:
    first, second = said("18", FRIDAY), said("16 officers", "2022-01-09T16:56+06:00")
    back = taken_back(second, MONDAY, "a slip")
    third = said("20", MONDAY, "Hospital")
    assert str(timeline(Ledger([first, second, back, third]), KILLED)) == (
        "killed, Kazakhstan (rule: house)\n"
        "end of 7 January 2022: 18, agreed (new)\n"
        "  18: Interior Ministry, as of 7 January 2022\n"
        "9 January 2022, 16:56 +06:00: 16, agreed (lowered)\n"
        "  16 officers: Interior Ministry, as of 9 January 2022, 16:56 +06:00\n"
        "end of 10 January 2022: 20, agreed (raised)\n"
        "  20: Hospital, as of 10 January 2022\n"
        "  retraction by Interior Ministry, 10 January 2022: a slip"
    )


def test_a_dispute_names_who_is_in_it() -> None:
    *_, last = timeline(
        Ledger(
            [
                said("18", FRIDAY),
                said("20", FRIDAY, "Hospital"),
                said("5", SATURDAY, "Witness", as_of=FRIDAY),
            ]
        ),
        KILLED,
    )
    assert (
        last.headline
        == "18, disputed: 5 (Witness) against 18 (Interior Ministry) against 20 (Hospital)"
    )
    assert last.best is None


def test_the_real_officers_of_january_2022() -> None:
    ledger = load(EXAMPLE)
    found = check_against_scratch(ledger, OFFICERS, house)
    assert [str(turn.count) for turn in found.changes] == ["8", "14 to 18", "18", "16", "19"]


def test_a_rule_with_a_screen_that_does_not_judge_each_report_alone_is_asked_from_scratch() -> None:
    assert not preferred_first.each_alone
    doubtful, confirmed = said("18", FRIDAY), said("20", SATURDAY, "Hospital", credibility=1)
    first, last = timeline(Ledger([doubtful, confirmed]), KILLED, OWN[-1])
    assert (first.count, last.count) == (Count.exactly(18), Count.exactly(20))


@pytest.mark.parametrize("which", [0, 1])
def test_tellings_alike_that_a_screen_tells_apart_both_stand(which: int) -> None:
    """A stranger's denial of one of them makes that one a floor, so they say different things."""
    told = [said("18", FRIDAY, origin="briefing", via=[relay]) for relay in ("AP", "TASS")]
    doubt = Notice("denial", told[which], "Somebody", SATURDAY)
    check_against_scratch(Ledger([*told, doubt]), KILLED, doubted >> whatever_is_there)


# Revisions ---------------------------------------------------------------------------------------


def word(ledger: Ledger, measure: Measure, claimant: str) -> Count | None:
    """Give what a rule hears of one claimant alone, from scratch."""
    told = called(
        [one for one in ledger.observations if one.measure == measure], by_target(ledger.notices)
    )
    kept: Sequence[Testimony] = [one for one in told if not one.count.says_nothing]
    kept, _ = screens.withdrawn(kept)
    kept = [one for one in kept if one.observation.source.identity == claimant]
    kept, _ = screens.one_per_origin(kept)
    kept, _ = screens.latest_per_source(kept)
    return shared_or_hull(kept) if kept else None


@given(crowded())
def test_the_last_revision_by_a_moment_is_the_word_at_that_moment(ledger: Ledger) -> None:
    for source in ledger.sources:
        moves = revisions(ledger, KILLED, source)
        for moment in moments_of(ledger):
            then = revisions(ledger.known_at(moment), KILLED, source)
            assert moves[: len(then)] == then
            last = then[-1].after if then else None
            assert last == word(ledger.known_at(moment), KILLED, source.identity)


@given(crowded())
def test_revisions_follow_each_other_and_their_kinds_say_how(ledger: Ledger) -> None:
    for source in ledger.sources:
        moves = revisions(ledger, KILLED, source)
        assert all(one.after == other.before for one, other in pairwise(moves))
        for move in moves:
            known = ledger.known_at(move.moment)
            assert move.entry in known
            assert (move.before is None) == (move.kind is Change.NEW)
            assert (move.after is None) == (move.kind is Change.WITHDRAWN)
            if isinstance(move.entry, Notice):
                assert move.kind in {Change.RESTORED, Change.WITHDRAWN}
            elif move.before and move.after:
                assert move.entry.source.identity == source.identity
                assert move.kind is (moved(move.before, move.after) or Change.REPEATED)


def test_the_ministry_on_its_officers() -> None:
    """8, 18, 16, 19; the relays are no revisions, and 18 was said again a day later."""
    moves = revisions(load(EXAMPLE), OFFICERS, MINISTRY.upper())
    assert [(move.kind, str(move.after)) for move in moves] == [
        (Change.NEW, "8"),
        (Change.RAISED, "18"),
        (Change.REPEATED, "18"),
        (Change.LOWERED, "16"),
        (Change.RAISED, "19"),
    ]
    assert str(moves[0]) == (
        "end of 5 January 2022: new, 8"
        f" [8: {MINISTRY} via Tengrinews, Sputnik, UrduPoint, as of 5 January 2022]"
    )
    assert str(moves[2]).startswith("7 January 2022, 12:40 +06:00: repeated, 18 [18: ")
    assert "lowered, 18 -> 16 [" in str(moves[3])


def kinds(*entries: Entry) -> list[tuple[Change, str]]:
    return [
        (move.kind, str(move.after))
        for move in revisions(Ledger(entries), KILLED, "Interior Ministry")
    ]


def test_a_word_taken_back_leaves_the_one_before_it() -> None:
    first, second = said("18", FRIDAY), said("26", SATURDAY)
    back = taken_back(second, SUNDAY)
    new, raised = (Change.NEW, "18"), (Change.RAISED, "26")
    assert kinds(first, second, back) == [new, raised, (Change.RESTORED, "18")]
    [*_, restored] = revisions(Ledger([first, second, back]), KILLED, "Interior Ministry")
    assert (restored.entry, restored.before) == (back, Count.exactly(26))


def test_a_word_taken_back_alone_leaves_none_and_a_later_one_is_new() -> None:
    first, again = said("18", FRIDAY), said("19", SUNDAY)
    back = Notice("denial", first, "Interior Ministry", SATURDAY)
    assert kinds(first, back, again) == [
        (Change.NEW, "18"),
        (Change.WITHDRAWN, "None"),
        (Change.NEW, "19"),
    ]


def test_a_correction_is_by_the_report_that_stands_instead() -> None:
    first, right = said("18", FRIDAY), said("16", SATURDAY)
    mends = Notice("correction", first, "Interior Ministry", SATURDAY, instead=right)
    [_, move] = revisions(Ledger([first, right, mends]), KILLED, "Interior Ministry")
    assert (move.kind, move.entry) == (Change.LOWERED, right)


def test_another_telling_of_a_statement_is_no_revision() -> None:
    first = said("18", FRIDAY, origin="briefing", via=["TASS", "AP"])
    nearer_and_dated_later = said("18", SATURDAY, origin="briefing")
    no_label = said("18", SATURDAY, reported=MONDAY, via=["AP"])
    assert kinds(first, nearer_and_dated_later, no_label) == [(Change.NEW, "18")]


def test_a_claimant_is_followed_alone() -> None:
    """That a hospital told the same statement nearer its origin takes nothing from the ministry."""
    told = said("18", FRIDAY, origin="briefing", via=["TASS"])
    hospital = said("18", SATURDAY, "Hospital", origin="briefing")
    assert kinds(told, hospital) == [(Change.NEW, "18")]
    assert len(revisions(Ledger([told, hospital]), KILLED, Source("hospital"))) == 1
    assert revisions(Ledger([told]), KILLED, "Nobody") == ()


# Which way a count moves -------------------------------------------------------------------------

MOVES = [
    ("18", "18", None),
    ("8", "18", Change.RAISED),
    ("18", "16", Change.LOWERED),
    ("10 to 20", "15 to 25", Change.RAISED),
    ("10 to 20", "5 to 15", Change.LOWERED),
    ("10 to 20", "12 to 18", Change.NARROWED),
    ("10 to 20", "10 to 15", Change.NARROWED),
    ("10 to 20", "15 to 20", Change.NARROWED),
    ("12 to 18", "10 to 20", Change.WIDENED),
    ("10 to 15", "10 to 20", Change.WIDENED),
    ("at least 12", "at least 15", Change.RAISED),
    ("at least 15", "at least 12", Change.LOWERED),
    ("at least 18", "18", Change.NARROWED),
    ("18", "at least 18", Change.WIDENED),
    ("18", "at least 20", Change.RAISED),
    ("at least 18", "16", Change.LOWERED),
    ("at least 18", "20", Change.NARROWED),
    ("at most 200", "at most 150", Change.LOWERED),
    ("at most 150", "at most 200", Change.RAISED),
    ("0", "5", Change.RAISED),
    ("0", "at most 5", Change.RAISED),
]


def count(text: str) -> Count:
    return said(text, FRIDAY).figure.count


@pytest.mark.parametrize(("before", "after", "change"), MOVES)
def test_which_way_a_count_moves(before: str, after: str, change: Change | None) -> None:
    assert moved(count(before), count(after)) is change


OPPOSITES = {
    Change.RAISED: Change.LOWERED,
    Change.NARROWED: Change.WIDENED,
    Change.DISPUTED: Change.SETTLED,
}
OPPOSITES |= {after: before for before, after in OPPOSITES.items()}


@given(counts(small=True), counts(small=True))
def test_a_count_moves_back_the_opposite_way(before: Count, after: Count) -> None:
    change = moved(before, after)
    assert moved(after, before) is (None if change is None else OPPOSITES[change])
    if change is Change.NARROWED:
        assert after.within(before)
    if not (before & after):
        assert change in {Change.RAISED, Change.LOWERED}


# Diffs -------------------------------------------------------------------------------------------

several = ledgers(small=True, max_size=8) | ledgers(small=True, max_size=8, measure=ADDED)
some_estimates = st.builds(reconcile, several, st.sampled_from((*RULES, *OWN)))


@given(some_estimates)
def test_nothing_differs_from_itself(estimates: Estimates) -> None:
    same = diff(estimates, estimates)
    assert same.changed == ()
    assert [one.after for one in same.unchanged] == list(estimates)
    assert str(same) == f"{len(estimates)} unchanged"


@given(some_estimates, some_estimates)
def test_every_question_of_both_is_there_once(before: Estimates, after: Estimates) -> None:
    """In the order of what is after, and then what is gone."""
    asked = [[(one.measure, one.window) for one in both] for both in (after, before)]
    found = diff(before, after)
    assert [(one.measure, one.window) for one in found] == list(
        dict.fromkeys([*asked[0], *asked[1]])
    )
    assert [one.after for one in found if one.after is not None] == list(after)
    assert {one.before for one in found if one.before is not None} == set(before)
    assert len(found) == len(found.changed) + len(found.unchanged)


@given(some_estimates, some_estimates)
def test_an_answer_differs_where_its_status_range_best_or_camps_do(
    before: Estimates, after: Estimates
) -> None:
    for one in diff(before, after):
        if one.before is None or one.after is None:
            assert one.changes[0] is (Change.NEW if one.before is None else Change.GONE)
        else:
            assert one.changed == (answer(one.before) != answer(one.after))
            is_disputed = [each.status is Status.DISPUTED for each in (one.before, one.after)]
            assert (Change.DISPUTED in one.changes) == (is_disputed == [False, True])


TO_NOTHING = {Change.GONE, Change.WITHDRAWN, Change.UNDECIDED}


@given(some_estimates, some_estimates)
def test_from_after_to_before_is_the_opposite(before: Estimates, after: Estimates) -> None:
    back = {(one.measure, one.window): one.changes for one in diff(after, before)}
    for one in diff(before, after):
        other = back[one.measure, one.window]
        assert bool(other) == one.changed
        for change in one.changes[:1]:
            if change is Change.NEW:
                assert other[0] in TO_NOTHING
                assert (one.before is None) == (other[0] is Change.GONE)
            elif change in TO_NOTHING:
                assert other[0] is Change.NEW
            else:
                assert other[0] is OPPOSITES.get(change, change)


DIFFS: list[tuple[str, list[Entry], list[Entry], Rule, str]] = [
    ("new", [], [said("18", FRIDAY)], house, "new, 18"),
    ("lowered", [said("18", FRIDAY)], [said("16", SUNDAY)], house, "lowered, 18 -> 16"),
    (
        "disputed",
        [said("18", FRIDAY)],
        [said("20", FRIDAY, "Hospital")],
        house,
        "widened and now disputed, 18, agreed -> 18 to 20, disputed:"
        " 18 (Interior Ministry) against 20 (Hospital)",
    ),
    (
        "without a range",
        [said("18", FRIDAY)],
        [said("20", FRIDAY, "Hospital")],
        as_rule(pools.overlap),
        "undecided and now disputed, 18, agreed -> no number, disputed:"
        " 18 (Interior Ministry) against 20 (Hospital)",
    ),
    (
        "settled",
        [said("18", FRIDAY), said("20", FRIDAY, "Hospital")],
        [said("20", SATURDAY)],
        house,
        "narrowed and settled, 18 to 20, disputed: 18 (Interior Ministry) against 20 (Hospital)"
        " -> 20, agreed",
    ),
    (
        "regrouped",
        [said("16", FRIDAY), said("16", FRIDAY, "Hospital")],
        [said("18", FRIDAY, "Witness")],
        house,
        "regrouped, 16, agreed -> 16, majority:"
        " 16 (Hospital, Interior Ministry) against 18 (Witness)",
    ),
    (
        "the best of the same range",
        [said("between 10 and 20", FRIDAY), said("12", FRIDAY, "Hospital")],
        [said("14", SATURDAY, "Hospital")],
        as_rule(pools.envelope),
        "raised, 10 to 20, best 12 -> 10 to 20, best 14",
    ),
    (
        "a best number where there was none",
        [said("between 10 and 20", FRIDAY)],
        [said("12", FRIDAY, "Hospital")],
        as_rule(pools.envelope),
        "regrouped, 10 to 20, no best number -> 10 to 20, best 12",
    ),
    (
        "withdrawn",
        [said("18", FRIDAY)],
        [taken_back(said("18", FRIDAY), SUNDAY)],
        house,
        "withdrawn, 18 -> no report left (1 set aside)",
    ),
]


@pytest.mark.parametrize(
    ("known", "more", "applied", "text"), [case[1:] for case in DIFFS], ids=[c[0] for c in DIFFS]
)
def test_how_a_difference_reads(
    known: list[Entry], more: list[Entry], applied: Rule, text: str
) -> None:
    before, after = (reconcile(Ledger(one), applied) for one in (known, known + more))
    assert str(diff(before, after)) == f"killed, Kazakhstan: {text}"


def test_a_diff_is_a_list_for_a_desk() -> None:
    ledger = load(EXAMPLE)
    known = [reconcile(ledger.known_at(f"2022-01-{day:02}[Asia/Almaty]")) for day in (7, 10)]
    found = diff(*known)
    lines = str(found).splitlines()
    assert "killed, security forces, Kazakhstan: lowered, 18 -> 16" in lines
    assert lines[-1] == f"{len(found.unchanged)} unchanged"
    assert len(lines) == len(found.changed) + 1
    [lowered] = found.of("lowered")
    assert (lowered,) == found.of(Change.LOWERED)
    assert lowered.measure == OFFICERS
    assert diff(known[1], known[0]).of(Change.GONE)


# What is refused ---------------------------------------------------------------------------------

some = Ledger([said("18", FRIDAY)])
WINDOW = Window(None, Moment(FRIDAY))

REFUSED = [
    (lambda: timeline([], KILLED), LedgerError, "ledger", "a Ledger"),
    (lambda: timeline(some, "killed"), LedgerError, "measure", "a Measure; ledger.measures"),
    (lambda: timeline(some, KILLED, "house"), RuleError, "rule", "a Rule or a Pool"),
    (lambda: timeline(some, KILLED, window=WINDOW), LedgerError, "window", "None, since the tally"),
    (lambda: timeline(some, ADDED, window=FRIDAY), LedgerError, "window", "None or a Window"),
    (lambda: timeline(some, KILLED).at(7), LedgerError, "moment", "a Moment, or its text"),
    (lambda: revisions(some, KILLED, 7), LedgerError, "source", "a Source, or a claimant's name"),
    (lambda: revisions({}, KILLED, "A"), LedgerError, "ledger", "a Ledger"),
    (lambda: revisions(some, None, "A"), LedgerError, "measure", "a Measure"),
    (lambda: diff(some, reconcile(some)), LedgerError, "before", "Estimates, as reconcile"),
    (lambda: diff(reconcile(some), some), LedgerError, "after", "Estimates, as reconcile"),
    (lambda: Diff(()).of("fallen"), LedgerError, "change", "one of new, raised"),
]


@pytest.mark.parametrize(("ask", "error", "field", "right"), REFUSED)
def test_what_is_refused(
    ask: Callable[[], object], error: type[KazfiguresError], field: str, right: str
) -> None:
    with pytest.raises(error) as refusal:
        ask()
    assert refusal.value.field == field  # type: ignore[attr-defined]
    assert right in str(refusal.value)
