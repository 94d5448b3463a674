"""Each screen against a slow, obvious reading of what it says it does."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import permutations
from operator import attrgetter

import pytest
from attrs import evolve
from drawing import near_moments
from hypothesis import given
from hypothesis import strategies as st

from kazfigures import (
    Count,
    Figure,
    Ledger,
    Measure,
    NoticeKind,
    Observation,
    Screen,
    Source,
    Tally,
)
from kazfigures.errors import RuleError
from kazfigures.moments import Moment
from kazfigures.observations import identity
from kazfigures.rules.reconciling import NAMED
from kazfigures.rules.screens import (
    aged,
    fresh,
    graded,
    latest_per_source,
    one_per_origin,
    verified,
    withdrawn,
    without_sides,
)
from kazfigures.rules.testimonies import Testimony
from kazfigures.strategies import ledgers, sources
from kazfigures.strategies.values import SMALL_MEASURES

KILLED = SMALL_MEASURES[0]
DAY = timedelta(days=1)

one_question = ledgers(small=True, measure=KILLED) | ledgers(
    small=True, measure=KILLED, moments=near_moments()
)
graded_sources = ledgers(measure=KILLED, sources=sources())


def summoned(ledger: Ledger) -> list[Testimony]:
    """Call every observation, with the notices about it or its origin."""
    return [
        Testimony(
            observation,
            observation.figure.count,
            notices=tuple(
                notice
                for notice in ledger.notices
                if observation.id in notice.of or observation.origin in notice.of
            ),
        )
        for observation in ledger.observations
    ]


def kept(screen: Screen, ledger: Ledger) -> list[Observation]:
    return [testimony.observation for testimony in screen(summoned(ledger))[0]]


def oracle(
    ledger: Ledger, stays: Callable[[Observation, Sequence[Observation]], bool]
) -> list[Observation]:
    return [
        observation
        for observation in ledger.observations
        if stays(observation, ledger.observations)
    ]


SCREENS = (
    withdrawn,
    one_per_origin,
    latest_per_source,
    aged,
    fresh(timedelta(hours=2)),
    without_sides(),
    graded("C"),
    verified(2),
)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@given(ledger=one_question | graded_sources)
def test_a_screen_accounts_for_every_testimony_once(screen: Screen, ledger: Ledger) -> None:
    testimonies = summoned(ledger)
    remaining, aside = screen(testimonies)
    accounted = [*(one.observation for one in remaining), *(one.observation for one in aside)]
    assert sorted(one.id for one in accounted) == sorted(one.id for one in ledger.observations)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@given(ledger=one_question | graded_sources)
def test_a_screen_never_narrows_a_count(screen: Screen, ledger: Ledger) -> None:
    for testimony in screen(summoned(ledger))[0]:
        assert testimony.observation.figure.count.within(testimony.count)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@given(ledger=one_question | graded_sources)
def test_a_screen_that_has_screened_finds_no_more(screen: Screen, ledger: Ledger) -> None:
    remaining, _ = screen(summoned(ledger))
    again, aside = screen(remaining)
    assert list(again) == list(remaining)
    assert not aside


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_nothing_is_screened_to_nothing(screen: Screen) -> None:
    assert [list(part) for part in screen([])] == [[], []]


@given(one_question)
def test_withdrawn_drops_what_its_source_or_a_publisher_took_back(ledger: Ledger) -> None:
    def stays(observation: Observation, _: Sequence[Observation]) -> bool:
        source = identity(observation.source.name)
        publishers = [identity(relay) for relay in observation.via]
        for notice in ledger.notices:
            about = observation.id in notice.of or (
                observation.origin != "" and observation.origin in notice.of
            )
            if notice.instead == observation.id:
                continue
            by = identity(notice.by.name)
            if about and (by == source or (notice.kind != "denial" and by in publishers)):
                return False
        return True

    assert kept(withdrawn, ledger) == oracle(ledger, stays)


what_it_says = attrgetter("source", "as_of", "credibility", "figure.stated", "figure.count")


@given(one_question)
def test_one_per_origin_keeps_the_nearest_telling(ledger: Ledger) -> None:
    def stays(telling: Observation, everyone: Sequence[Observation]) -> bool:
        if not telling.origin:
            return True
        others = [
            (place, other)
            for place, other in enumerate(everyone)
            if other.origin == telling.origin and other != telling
        ]
        place = everyone.index(telling)
        nearness = (len(telling.via), telling.reported.order)
        for other_place, other in others:
            other_nearness = (len(other.via), other.reported.order)
            if other_nearness < nearness:
                return False
            alike = what_it_says(other) == what_it_says(telling)
            if other_nearness == nearness and alike and other_place < place:
                return False
        return True

    assert kept(one_per_origin, ledger) == oracle(ledger, stays)


def follows(later: Observation, earlier: Observation) -> bool:
    """Say whether one word replaces another of the same claimant."""
    if earlier.as_of.precedes(later.as_of):
        return True
    return later.as_of == earlier.as_of and earlier.reported.precedes(later.reported)


@given(one_question)
def test_latest_per_source_keeps_words_that_no_other_follows(ledger: Ledger) -> None:
    def stays(word: Observation, everyone: Sequence[Observation]) -> bool:
        return not any(
            follows(other, word) for other in everyone if other.source.name == word.source.name
        )

    assert kept(latest_per_source, ledger) == oracle(ledger, stays)


@given(one_question)
def test_a_claimant_keeps_a_word_and_losing_an_old_one_changes_nothing(ledger: Ledger) -> None:
    remaining = kept(latest_per_source, ledger)
    claimants = {observation.source for observation in ledger.observations}
    assert {observation.source for observation in remaining} == claimants
    for gone in set(ledger.observations) - set(remaining):
        without = Ledger(entry for entry in ledger if entry != gone)
        assert kept(latest_per_source, without) == remaining


@given(one_question)
def test_aged_makes_floors_of_claims_about_an_earlier_moment(ledger: Ledger) -> None:
    expected = [
        Count(observation.figure.count.low)
        if any(observation.as_of.precedes(other.as_of) for other in ledger.observations)
        else observation.figure.count
        for observation in ledger.observations
    ]
    assert [testimony.count for testimony in aged(summoned(ledger))[0]] == expected


@pytest.mark.parametrize("tally", [Tally.INCREMENT, Tally.STOCK])
@given(data=st.data())
def test_aged_is_for_cumulative_counts_alone(tally: Tally, data: st.DataObject) -> None:
    ledger = data.draw(ledgers(small=True, measure=Measure("detained", tally=tally)))
    testimonies = summoned(ledger)
    assert aged(testimonies) == (testimonies, ())


@given(one_question, st.timedeltas(timedelta(0), timedelta(days=40)))
def test_fresh_drops_what_is_older_than_the_newest_by_more(
    ledger: Ledger, max_age: timedelta
) -> None:
    def stays(observation: Observation, everyone: Sequence[Observation]) -> bool:
        return all(other.as_of.start - observation.as_of.end <= max_age for other in everyone)

    assert kept(fresh(max_age), ledger) == oracle(ledger, stays)


AGES = [
    # the age of a claim when the newest is made; the most that is fresh; does it stay
    (DAY, DAY, True),
    (DAY + timedelta(seconds=1), DAY, False),
    (timedelta(0), timedelta(0), True),
    (timedelta(seconds=1), timedelta(0), False),
]


@pytest.mark.parametrize(("age", "most", "stays"), AGES)
def test_a_claim_is_fresh_up_to_its_greatest_age_and_no_longer(
    age: timedelta,
    most: timedelta,
    stays: bool,  # noqa: FBT001
) -> None:
    noon = Moment("2022-01-07T12:00+06:00").start
    old = said("18", as_of=Moment.at(noon - age), reported=Moment.at(noon))
    new = said("16", Source("UN"), as_of=Moment.at(noon), reported=Moment.at(noon))
    assert (old in kept(fresh(most), Ledger([old, new]))) == stays


@given(graded_sources)
def test_without_sides_drops_parties(ledger: Ledger) -> None:
    assert kept(without_sides(), ledger) == oracle(ledger, lambda one, _: one.source.side == "")


@given(graded_sources, st.data())
def test_without_sides_drops_only_those_it_names(ledger: Ledger, data: st.DataObject) -> None:
    sides = sorted({one.source.side for one in ledger.observations} - {""})
    named = data.draw(st.lists(st.sampled_from(sides), min_size=1) if sides else st.just(["x"]))
    assert kept(without_sides(*named), ledger) == oracle(
        ledger, lambda one, _: one.source.side not in named
    )


@given(graded_sources, st.sampled_from("ABCDE"))
def test_graded_drops_worse_grades_and_keeps_what_cannot_be_judged(
    ledger: Ledger, worst: str
) -> None:
    fine = {None, "F", *"ABCDE"[: "ABCDE".index(worst) + 1]}
    assert kept(graded(worst), ledger) == oracle(ledger, lambda one, _: one.source.grade in fine)


GRADED = [
    # the worst grade that is wanted, a grade, does its source stay
    ("C", "C", True),
    ("C", "D", False),
    ("D", "E", False),
    ("A", "F", True),
    ("A", None, True),
    ("A", "B", False),
    ("E", "E", True),
]


@pytest.mark.parametrize(("worst", "grade", "stays"), GRADED)
def test_a_grade_is_wanted_down_to_the_worst(
    worst: str,
    grade: str | None,
    stays: bool,  # noqa: FBT001
) -> None:
    report = said("18", Source("UN", grade=grade))
    assert kept(graded(worst), Ledger([report])) == [report] * stays


@given(graded_sources, st.integers(1, 5))
def test_verified_keeps_what_somebody_judged_so_credible(ledger: Ledger, least: int) -> None:
    fine = range(1, least + 1)
    assert kept(verified(least), ledger) == oracle(ledger, lambda one, _: one.credibility in fine)


@given(one_question)
def test_screens_in_a_row_do_one_and_then_the_other(ledger: Ledger) -> None:
    first, gone_first = withdrawn(summoned(ledger))
    then, gone_then = aged(first)
    assert (withdrawn >> aged)(summoned(ledger)) == (then, [*gone_first, *gone_then])


REFUSED = [
    ("fresh", lambda: fresh(timedelta(days=-1)), "max_age"),
    ("fresh of a number", lambda: fresh(2), "max_age"),  # type: ignore[arg-type]
    ("graded F", lambda: graded("F"), "worst"),
    ("graded twice", lambda: graded("AB"), "worst"),
    ("graded nothing", lambda: graded(""), "worst"),
    ("verified 0", lambda: verified(0), "credibility"),
    ("verified 6", lambda: verified(6), "credibility"),
    ("verified True", lambda: verified(True), "credibility"),  # noqa: FBT003
]


@pytest.mark.parametrize(
    ("make", "field"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_screen_that_makes_no_sense_is_refused(make: Callable[[], Screen], field: str) -> None:
    with pytest.raises(RuleError) as caught:
        make()
    assert caught.value.field == field


SHOWN = [
    (aged, "aged"),
    (withdrawn, "withdrawn"),
    (one_per_origin, "one_per_origin"),
    (latest_per_source, "latest_per_source"),
    (without_sides(), "without_sides()"),
    (without_sides("government", "police"), "without_sides('government', 'police')"),
    (graded("C"), "graded('C')"),
    (verified(2), "verified(2)"),
    (fresh(2 * DAY), "fresh(datetime.timedelta(days=2))"),
    (aged >> graded("C") >> withdrawn, "aged >> graded('C') >> withdrawn"),
]


@pytest.mark.parametrize(("screen", "code"), SHOWN, ids=[case[1] for case in SHOWN])
def test_a_screen_shows_the_code_that_makes_it(screen: Screen, code: str) -> None:
    assert repr(screen) == code


def test_screens_are_equal_that_are_made_alike() -> None:
    assert graded("C") >> aged == graded("C") >> aged
    assert graded("C") != graded("D")
    assert aged >> graded("C") != graded("C") >> aged


MINISTRY = Source("Interior Ministry", "official", side="government", grade="B")


def said(figure: str, source: Source = MINISTRY, **more: object) -> Observation:
    fields: dict[str, object] = {
        "as_of": "2022-01-07[Asia/Almaty]",
        "reported": "2022-01-09[Asia/Almaty]",
    }
    return Observation(KILLED, figure, source, **(fields | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("screen", "first", "second", "why"),
    [
        (
            latest_per_source,
            said("18"),
            said("16", as_of="2022-01-09[Asia/Almaty]"),
            "superseded: the same claimant says 16 as of 9 January 2022",
        ),
        (
            one_per_origin,
            said("18", origin="briefing", via=["TASS", "RIA"]),
            said("18", origin="briefing", via=["TASS"]),
            "relayed: the same statement, nearer its origin, by Interior Ministry via TASS",
        ),
        (
            fresh(DAY / 2),
            said("18"),
            said("16", as_of="2022-01-09[Asia/Almaty]"),
            "stale: the newest claim is as of 9 January 2022",
        ),
        (without_sides(), said("18"), said("16", Source("UN")), "party to the events: government"),
        (graded("A"), said("18"), said("16", Source("UN")), "low grade: B, worse than A"),
        (verified(1), said("18"), said("16", credibility=1), "not verified: nobody judged it"),
        (
            verified(1),
            said("18", credibility=6),
            said("16", credibility=1),
            "not verified: nobody judged it",
        ),
        (
            verified(1),
            said("18", credibility=2),
            said("16", credibility=1),
            "not verified: judged 2",
        ),
    ],
    ids=str,
)
def test_what_is_set_aside_says_why(
    screen: Screen, first: Observation, second: Observation, why: str
) -> None:
    remaining, aside = screen(summoned(Ledger([first, second])))
    assert [one.observation for one in remaining] == [second]
    assert [(one.observation, one.why) for one in aside] == [(first, why)]


def test_overlapping_words_of_one_claimant_tie() -> None:
    """An as-of known to the day neither follows nor precedes an hour of that day."""
    day = said("18", reported="2022-01-07T12:00+06:00")
    hour = said("26", as_of="2022-01-07T11:00+06:00", reported="2022-01-07T16:56+06:00")
    assert kept(latest_per_source, Ledger([day, hour])) == [day, hour]


def test_a_later_report_of_the_same_moment_replaces_an_earlier_one() -> None:
    early = said("18", reported="2022-01-07T10:50+06:00")
    late = said("26", reported="2022-01-07T16:56+06:00")
    assert kept(latest_per_source, Ledger([early, late])) == [late]


TOLD = said("18", origin="briefing", via=["TASS"])
FLOOR = Count.at_least(10)

TELLINGS: list[tuple[str, Observation, Observation, int]] = [
    # in what two tellings differ that are as near and published together; how many stay
    ("relay", TOLD, evolve(TOLD, via=["AFP"]), 1),
    ("words", TOLD, evolve(TOLD, figure="eighteen"), 1),
    ("number", TOLD, evolve(TOLD, figure="16"), 2),
    (
        "number stated",
        evolve(TOLD, figure=Figure("18 or so", 18, FLOOR)),
        evolve(TOLD, figure=Figure("20 or so", 20, FLOOR)),
        2,
    ),
    ("source", TOLD, evolve(TOLD, source=Source("Health Ministry")), 2),
    ("moment", TOLD, evolve(TOLD, as_of="2022-01-06[Asia/Almaty]"), 2),
    ("judgement", TOLD, evolve(TOLD, credibility=2), 2),
    ("time of publication", TOLD, evolve(TOLD, reported="2022-01-10[Asia/Almaty]"), 1),
    ("number of relays", TOLD, evolve(TOLD, figure="16", via=["TASS", "AFP"]), 1),
]


@pytest.mark.parametrize(
    ("one", "other", "stay"), [case[1:] for case in TELLINGS], ids=[case[0] for case in TELLINGS]
)
def test_tellings_equally_near_that_say_different_things_both_stay(
    one: Observation, other: Observation, stay: int
) -> None:
    for order in permutations(summoned(Ledger([one, other]))):
        assert len(one_per_origin(order)[0]) == stay


ALIKE = [
    ("by words", [evolve(TOLD, figure=text) for text in ("18", "eighteen", "18 people", "at 18")]),
    ("by relay", [evolve(TOLD, via=[name]) for name in ("TASS", "AFP", "RIA")]),
]


@pytest.mark.parametrize("tellings", [case[1] for case in ALIKE], ids=[case[0] for case in ALIKE])
def test_of_tellings_alike_the_first_that_a_ledger_lists_stays(tellings: list[Observation]) -> None:
    first, *_ = Ledger(tellings).observations
    for order in permutations(summoned(Ledger(tellings))):
        assert [testimony.observation for testimony in one_per_origin(order)[0]] == [first]


def test_a_relay_gives_way_to_the_nearest_telling_that_a_ledger_lists_first() -> None:
    relay = evolve(TOLD, via=["TASS", "RIA"])
    near = [evolve(TOLD, source="Army", figure="20"), evolve(TOLD, source="Police", figure="18")]
    ledger = Ledger([relay, *near])
    for order in permutations(summoned(ledger)):
        [gone] = one_per_origin(order)[1]
        assert gone.because == near[0]


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_a_notice_by_somebody_else_withdraws_nothing(kind: NoticeKind) -> None:
    from kazfigures import Notice  # noqa: PLC0415

    observation = said("18")
    instead = "0" * 16 if kind is NoticeKind.CORRECTION else ""
    notice = Notice(kind, observation, "Rights group", Moment("2022-01-10[UTC]"), instead=instead)
    assert kept(withdrawn, Ledger([observation, notice])) == [observation]


EACH_ALONE = [withdrawn, graded("B"), without_sides(), without_sides("government"), verified(3)]
EACH_ALONE += [screen for rule in NAMED for screen in rule.singles if screen is not withdrawn]


@pytest.mark.parametrize("screen", EACH_ALONE, ids=str)
@given(one_question | graded_sources)
def test_a_screen_that_says_it_judges_each_report_alone_does(
    screen: Screen, ledger: Ledger
) -> None:
    assert screen.each_alone
    told = summoned(ledger)
    alone = [screen([testimony]) for testimony in told]
    assert list(screen(told)[0]) == [one for kept, _ in alone for one in kept]
    assert list(screen(told)[1]) == [one for _, aside in alone for one in aside]
