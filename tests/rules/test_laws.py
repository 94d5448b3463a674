"""What the trials of laws look at, and what they let pass."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import pytest
from attrs import evolve, frozen

import kazfigures.rules.laws
from kazfigures import (
    Count,
    Estimate,
    Estimates,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    Observation,
    Pool,
    Rule,
    Source,
    Status,
    house,
)
from kazfigures.counts import LARGEST
from kazfigures.errors import RuleError
from kazfigures.observations import Entry
from kazfigures.rules.estimates import Camp
from kazfigures.rules.laws import (
    ABSENCE_IS_NOT_ZERO,
    ACCOUNT_SUFFICIENT,
    ACCOUNT_TRUTHFUL,
    AFFINE_EQUIVARIANT,
    AGREEMENT,
    ATTRIBUTABLE,
    BREAKDOWN_LIVE,
    BREAKDOWN_SAFE,
    CATALOGUE,
    COMMON_GROUND,
    CONFLICT_IS_FLAGGED,
    CORE,
    CORRECTION_CHAIN,
    EXAGGERATION_PROOF,
    FAIRNESS,
    HISTORY_IS_FIXED,
    KNOWN_AT_CAUSALITY,
    LABELS_DO_NOT_MATTER,
    LIPSCHITZ,
    LOCALITY,
    NARROWING,
    NARROWING_UNGUARDED,
    NO_SIDE_TAKING,
    ORDER_INSENSITIVE,
    PART_WHOLE,
    PARTS_ADD_UP,
    POSITIVE_RESPONSE,
    REFINEMENT,
    REFINEMENT_OVERLAPPING,
    REFLECTION,
    RELAY_INSENSITIVE,
    RESEND_INSENSITIVE,
    RETRACTION_IS_ABSENCE,
    SPELLING_INSENSITIVE,
    SPLIT_KEEP,
    SPLIT_SHARPEN,
    STANDING,
    STRUCTURAL,
    SUPERSESSION,
    TIME_MONOTONE,
    TOTAL,
    UNANIMOUS,
    VACUOUS_NEUTRAL,
    VALUE_DUPLICATES_IGNORED,
    WITHIN_HULL,
    ZERO_COUNTS,
    ZONE_INSENSITIVE,
    Law,
    corroborated_floor,
    truth_tracking,
)
from kazfigures.rules.pipeline import Pooled, as_rule
from kazfigures.rules.pools import consensus
from kazfigures.rules.testimonies import Claim, Reason

KILLED = Measure("killed", event="Kazakhstan, January 2022")


def said(text: str | Figure, name: str | Source, day: str = "09", **more: object) -> Observation:
    as_of, reported = f"2022-01-{day}[UTC]", f"2022-01-{day}T12:00+00:00"
    return Observation(KILLED, text, name, as_of, reported, **more)  # type: ignore[arg-type]


@frozen
class Wavering:
    """A sound rule that says something else of more entries, or of others."""

    expected: frozenset[Entry]
    tells: Callable[[Estimate], Estimate]
    sound: Rule = house
    name: str = "wavering"

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        given = list(entries)
        told = self.sound.reconcile(given, known_at)
        if len(given) == len(self.expected) and Source("A") in {
            one.source for one in given if isinstance(one, Observation)
        }:
            return told
        return evolve(told, estimates=tuple(map(self.tells, told)))


def with_camps(*camps: Camp) -> Callable[[Estimate], Estimate]:
    return lambda estimate: evolve(estimate, camps=camps)


SIXTEEN, EIGHTEEN = Count.exactly(16), Count.exactly(18)
DISPUTE = Ledger([said("20", "A", "08"), said("18", "A"), said("16", "B")])
ALL = {RESEND_INSENSITIVE, RELAY_INSENSITIVE, LABELS_DO_NOT_MATTER, LOCALITY}
WITH_ACCOUNTS = {RESEND_INSENSITIVE, LOCALITY}

WAVERINGS: list[tuple[str, Callable[[Estimate], Estimate], set[Law]]] = [
    # what changes when the same is sent twice, relayed once more, or said by others; who sees it
    ("nothing", lambda estimate: estimate, set()),
    ("status", lambda estimate: evolve(estimate, status=Status.MAJORITY), ALL),
    ("low end", lambda estimate: evolve(estimate, count=Count(15, 18)), ALL),
    ("high end", lambda estimate: evolve(estimate, count=Count(16, 19)), ALL),
    ("range is lost", lambda estimate: evolve(estimate, count=None), ALL),
    ("best number", lambda estimate: evolve(estimate, best=16), ALL),
    ("camps are lost", with_camps(), ALL),
    (
        "what a camp shares",
        with_camps(Camp(SIXTEEN, (Source("B"),)), Camp(Count.exactly(19), (Source("A"),))),
        ALL,
    ),
    (
        "how large a camp is",
        with_camps(
            Camp(SIXTEEN, (Source("B"), Source("C"))), Camp(EIGHTEEN, (Source("A"), Source("D")))
        ),
        ALL,
    ),
    (
        "who is in a camp",
        with_camps(Camp(SIXTEEN, (Source("C"),)), Camp(EIGHTEEN, (Source("D"),))),
        ALL - {LABELS_DO_NOT_MATTER},
    ),
    (
        "what is used",
        lambda estimate: evolve(estimate, used=estimate.used[:1]),
        WITH_ACCOUNTS,
    ),
    (
        "what is set aside",
        lambda estimate: evolve(estimate, set_aside=()),
        WITH_ACCOUNTS,
    ),
    (
        "which report is used",
        lambda estimate: evolve(estimate, used=estimate.used[:1] * 2),
        WITH_ACCOUNTS,
    ),
    (
        "which report is set aside",
        lambda estimate: evolve(
            estimate,
            set_aside=(evolve(estimate.set_aside[0], observation=estimate.used[0].observation),),
        ),
        WITH_ACCOUNTS,
    ),
    (
        "why it is set aside",
        lambda estimate: evolve(
            estimate, set_aside=(evolve(estimate.set_aside[0], reason=Reason.STALE),)
        ),
        WITH_ACCOUNTS,
    ),
]


@pytest.mark.parametrize(
    ("tells", "seen_by"), [case[1:] for case in WAVERINGS], ids=[case[0] for case in WAVERINGS]
)
def test_a_law_sees_whatever_changes_of_what_it_compares(
    tells: Callable[[Estimate], Estimate], seen_by: set[Law]
) -> None:
    rule = Wavering(frozenset(DISPUTE), tells)
    assert {law for law in ALL if law.breach(rule, DISPUTE)} == seen_by


BOTH_SIDES: list[tuple[Callable[[Estimate], Estimate], str]] = [
    # what changes when all is sent twice, and what the breach says
    (
        lambda estimate: evolve(estimate, best=1600),
        "as it stands: 16 to 18, disputed; sent twice: 16 to 18 (best 1,600), disputed",
    ),
    (
        lambda estimate: evolve(estimate, count=None),
        "as it stands: 16 to 18, disputed; sent twice: no range, disputed",
    ),
    (
        lambda estimate: evolve(estimate, count=None, status=Status.UNREPORTED),
        "as it stands: 16 to 18, disputed; sent twice: not reported",
    ),
    (
        lambda estimate: evolve(estimate, used=estimate.used[:1]),
        "as it stands: 2 used, 1 superseded; sent twice: 1 used, 1 superseded",
    ),
    (
        lambda estimate: evolve(estimate, set_aside=()),
        "as it stands: 2 used, 1 superseded; sent twice: 2 used",
    ),
]


@pytest.mark.parametrize(("tells", "breach"), BOTH_SIDES)
def test_a_breach_says_what_stands_on_both_sides(
    tells: Callable[[Estimate], Estimate], breach: str
) -> None:
    rule = Wavering(frozenset(DISPUTE), tells)
    assert RESEND_INSENSITIVE.breach(rule, DISPUTE) == breach


# Slips --------------------------------------------------------------------------------------------

FAR = Count.exactly(99)


def counts(*texts: str) -> list[Count]:
    return [Figure.read(text).count for text in texts]


def slipping(claims: Iterable[Count], into: Count | None) -> Rule:
    """Make a rule that is consensus, but for one slip: on these claims it gives that range."""
    on = Counter(claims)

    def combine(heard: Sequence[Claim]) -> Pooled:
        slips = Counter(claim.count for claim in heard) == on
        return into if slips else consensus.combine(heard)

    return as_rule(Pool("slipping", "consensus with a slip", combine))


SLIPS: list[tuple[Law, list[str], Count, list[list[str]]]] = [
    # a law; what is claimed; the range of a slip; the claims that the law asks of besides
    (AFFINE_EQUIVARIANT, ["2 to 4"], FAR, [["4 to 8"], ["8 to 14"], ["3 to 5"]]),
    (AFFINE_EQUIVARIANT, ["at least 2"], FAR, [["at least 4"], ["at least 8"], ["at least 3"]]),
    (
        POSITIVE_RESPONSE,
        ["2 to 4"],
        Count.exactly(0),
        [["3 to 5"], ["3 to 4"], ["2 to 5"], ["at least 2"]],
    ),
    (POSITIVE_RESPONSE, ["0 to 4"], Count.exactly(0), [["1 to 5"], ["1 to 4"], ["0 to 5"]]),
    (POSITIVE_RESPONSE, ["at least 2"], Count.exactly(0), [["at least 3"]]),
    (POSITIVE_RESPONSE, ["2 to 4", "6"], Count.exactly(0), [["3 to 4", "6"], ["2 to 4", "7"]]),
    (NARROWING, ["2 to 4"], FAR, [["3 to 4"], ["2 to 3"]]),
    (NARROWING, ["at least 2"], Count(1), [["at least 3"], ["2"]]),
    (NARROWING, ["at least 2", "6 to 7"], FAR, [["at least 3", "6 to 7"], ["2 to 7", "6 to 7"]]),
    (NARROWING, ["at least 2", "6 to 7"], FAR, [["at least 2", "6"], ["at least 2", "7"]]),
    (NARROWING_UNGUARDED, ["at least 2"], Count(1), [["at least 3"], ["2"]]),
    (
        NARROWING_UNGUARDED,
        ["at least 2", "2 to 7"],
        FAR,
        [
            *(["at least 3", "2 to 7"], ["2", "2 to 7"], ["2 to 7", "2 to 7"]),
            *(["at least 2", "3 to 7"], ["at least 2", "2 to 6"]),
        ],
    ),
    (LIPSCHITZ, ["2 to 4"], FAR, [["3 to 4"], ["1 to 4"], ["2 to 5"], ["2 to 3"]]),
    (LIPSCHITZ, ["at least 2"], FAR, [["at least 3"], ["at least 1"]]),
    (LIPSCHITZ, ["2 to 4"], Count(3, 6), [["3 to 4"]]),
    (LIPSCHITZ, ["2 to 4"], Count(2), [["3 to 4"]]),
    (
        EXAGGERATION_PROOF,
        ["1", "1", "5 to 6"],
        FAR,
        [["1", "1", "6 to 7"], ["1", "1", "14 to 15"], ["1", "1", "at least 5"]],
    ),
    (
        EXAGGERATION_PROOF,
        ["1", "1", "at least 5"],
        FAR,
        [["1", "1", "at least 6"], ["1", "1", "at least 14"]],
    ),
    (EXAGGERATION_PROOF, ["1", "1", "2"], FAR, [["1", "1", "3"]]),
    (PART_WHOLE, ["4 to 7"], FAR, [["2 to 3"], ["3 to 6"], ["3 to 7"], ["4 to 6"]]),
    (PART_WHOLE, ["at least 2"], FAR, [["2"], ["at least 1"]]),
    (
        PART_WHOLE,
        ["4 to 7", "at least 5"],
        FAR,
        [
            *(["2 to 3", "5"], ["3 to 6", "at least 5"], ["4 to 7", "5"]),
            ["4 to 7", "at least 4"],
        ],
    ),
    (PARTS_ADD_UP, ["5"], FAR, [["2"], ["3"], ["0"]]),
    (PARTS_ADD_UP, ["3 to 6"], FAR, [["1 to 3"], ["2 to 3"], ["0"]]),
    (
        REFINEMENT,
        ["2 to 4"],
        FAR,
        [
            ["2 to 4", other]
            for other in (
                *("0 to 4", "0 to 5", "1 to 4", "1 to 5", "at least 1"),
                *("2 to 4", "2 to 5", "at least 2"),
            )
        ],
    ),
    (
        REFINEMENT_OVERLAPPING,
        ["2 to 4"],
        FAR,
        [
            ["2 to 4", other]
            for other in (
                *("0 to 3", "1 to 3", "2 to 3", "3", "3 to 4", "3 to 5", "at least 3"),
                *("1 to 5", "at least 1"),
            )
        ],
    ),
    (REFINEMENT_OVERLAPPING, ["0 to 1"], FAR, [["0 to 1", "0"], ["0 to 1", "1 to 2"]]),
    (VALUE_DUPLICATES_IGNORED, ["2 to 4"], FAR, [["2 to 4", "2 to 4"]]),
    (REFLECTION, ["2 to 4"], FAR, [["0 to 2"]]),
    (REFLECTION, ["2 to 4", "3"], FAR, [["0 to 2", "1"]]),
    (SPLIT_KEEP, ["2 to 4", "3 to 6", "3"], Count(0, 9), [["2 to 4", "3"], ["3"]]),
    (
        SPLIT_KEEP,
        ["1 to 9", "2 to 9", "3 to 9", "4 to 9", "5 to 9", "5"],
        Count(0, 20),
        [["5"]],
    ),
    (
        SPLIT_SHARPEN,
        ["2 to 5", "3 to 6", "3 to 9"],
        Count.exactly(4),
        [
            *(["2 to 5"], ["2 to 5", "3 to 6"], ["2 to 5", "3 to 9"]),
            *(["3 to 6", "3 to 9"], ["3 to 9"], ["3 to 6"]),
        ],
    ),
]


@pytest.mark.parametrize(
    ("law", "claims", "into", "slips"), SLIPS, ids=[f"{row[0]} of {row[1]}" for row in SLIPS]
)
def test_a_law_asks_of_every_small_change(
    law: Law, claims: list[str], into: Count, slips: list[list[str]]
) -> None:
    told = Ledger(said(text, f"Claimant {place}") for place, text in enumerate(claims))
    assert law.breach(as_rule(consensus), told) == ""
    unseen = [slip for slip in slips if law.holds(slipping(counts(*slip), into), told)]
    assert unseen == []


# Questions ----------------------------------------------------------------------------------------

Asked = Callable[[Sequence[Entry]], bool]


@frozen
class Erring:
    """A sound rule that errs where it is asked a question of one kind."""

    errs_on: Asked
    sound: Rule = house
    name: str = "erring"

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        given = list(entries)
        told = self.sound.reconcile(given, known_at)
        if not self.errs_on(given):
            return told
        wrong = [evolve(one, count=FAR, best=99, status=Status.AGREED, camps=()) for one in told]
        return evolve(told, estimates=tuple(wrong))


def reports(entries: Sequence[Entry]) -> list[Observation]:
    return [one for one in entries if isinstance(one, Observation)]


def notices(entries: Sequence[Entry]) -> list[Notice]:
    return [one for one in entries if isinstance(one, Notice)]


def a_notice(kind: str = "", by: str = "", of: str = "") -> Asked:
    return lambda entries: any(
        one.kind in (kind or one.kind, "")
        and one.by.name == (by or one.by.name)
        and (of or one.of[0]) in one.of
        for one in notices(entries)
    )


def a_report(judge: Callable[[Observation], bool]) -> Asked:
    return lambda entries: any(map(judge, reports(entries)))


def in_order(places: Sequence[int]) -> Asked:
    return lambda entries: list(entries) == [list(FOUR)[place] for place in places]


ONE = said("18", "Interior Ministry", via=["TASS"])
LONE = Ledger([ONE])
STATEMENT = Ledger([evolve(ONE, origin="briefing")])
FOUR = Ledger([said("18", "E", "06"), said("20", "F", "07"), said("18", "G"), said("19", "H")])
REVISIONS = Ledger([*DISPUTE, said("15", "B", "08")])
STATING = Ledger([said(Figure("2 to 4, or 3", 3, Count(2, 4)), "A")])
BY_ID = sorted(range(4), key=lambda place: list(FOUR)[place].id)
STRANGER = "A stranger to the report"


def zone(offset: str) -> Asked:
    return a_report(lambda report: offset in str(report.reported))


def retold(count: Count) -> Asked:
    return a_report(lambda one: one.as_of.precedes(ONE.as_of) and one.figure.count == count)


def out_of_step(first: bool, last: bool) -> Asked:  # noqa: FBT001
    """Look for entries of which one is told in another zone, and the next is not."""

    def asked(entries: Sequence[Entry]) -> bool:
        told = ["+05:45" in str(report.reported) for report in reports(entries)]
        return told[0] is first and told[-1] is last

    return asked


QUESTIONS: list[tuple[Law, str, Ledger, Asked]] = [
    # a law, a kind of question, on which it asks this, and how to know the question
    (ORDER_INSENSITIVE, "backwards", FOUR, in_order([3, 2, 1, 0])),
    (ORDER_INSENSITIVE, "the first last", FOUR, in_order([1, 2, 3, 0])),
    (ORDER_INSENSITIVE, "by id", FOUR, in_order(BY_ID)),
    (SPELLING_INSENSITIVE, "capitals", LONE, a_report(lambda one: one.source.name.isupper())),
    (SPELLING_INSENSITIVE, "no width", LONE, a_report(lambda one: "\u200b" in one.source.name)),
    (ZONE_INSENSITIVE, "Nepal", LONE, zone("+05:45")),
    (ZONE_INSENSITIVE, "Alaska", LONE, zone("-09:00")),
    (ZONE_INSENSITIVE, "the first alone", FOUR, out_of_step(first=True, last=False)),
    (ZONE_INSENSITIVE, "the last alone", FOUR, out_of_step(first=False, last=True)),
    (LOCALITY, "another event", LONE, a_report(lambda one: "elsewhere" in one.measure.event)),
    (
        VACUOUS_NEUTRAL,
        "at once",
        LONE,
        a_report(lambda one: one.figure.count.says_nothing and one.as_of == ONE.as_of),
    ),
    (
        VACUOUS_NEUTRAL,
        "later",
        LONE,
        a_report(lambda one: one.figure.count.says_nothing and ONE.as_of.precedes(one.as_of)),
    ),
    (SUPERSESSION, "earlier 0", LONE, retold(Count.exactly(0))),
    (SUPERSESSION, "earlier more", LONE, retold(Count.exactly(19))),
    (
        SUPERSESSION,
        "told before",
        LONE,
        a_report(lambda one: one.as_of.precedes(ONE.as_of) and one.reported.precedes(ONE.reported)),
    ),
    (
        SUPERSESSION,
        "told after",
        LONE,
        a_report(lambda one: one.as_of.precedes(ONE.as_of) and ONE.reported.precedes(one.reported)),
    ),
    (CORRECTION_CHAIN, "of nothing known", LONE, a_notice("correction", of="0" * 16)),
    (CORRECTION_CHAIN, "of a chain", LONE, lambda entries: len(notices(entries)) > 1),
    (RETRACTION_IS_ABSENCE, "retraction", FOUR, a_notice("retraction", "E")),
    (RETRACTION_IS_ABSENCE, "all there is", LONE, a_notice("retraction", ONE.source.name)),
    (RETRACTION_IS_ABSENCE, "denial", LONE, a_notice("denial", ONE.source.name)),
    (RETRACTION_IS_ABSENCE, "correction", LONE, a_notice("correction", ONE.source.name)),
    (RETRACTION_IS_ABSENCE, "by a publisher", LONE, a_notice("retraction", "TASS")),
    (RETRACTION_IS_ABSENCE, "of a statement", STATEMENT, a_notice("retraction", of="briefing")),
    (RETRACTION_IS_ABSENCE, "denial of one", STATEMENT, a_notice("denial", of="briefing")),
    (RETRACTION_IS_ABSENCE, "denial, of many", FOUR, a_notice("denial", "H")),
    (STANDING, "retraction", LONE, a_notice("retraction", STRANGER)),
    (STANDING, "denial", LONE, a_notice("denial", STRANGER)),
    (STANDING, "correction", LONE, a_notice("correction", STRANGER)),
    (STANDING, "denial by a relay", LONE, a_notice("denial", "TASS")),
    (HISTORY_IS_FIXED, "revised", LONE, a_report(lambda one: one.figure.count.low > 18)),
    (HISTORY_IS_FIXED, "withdrawn", LONE, a_notice("retraction")),
    (ABSENCE_IS_NOT_ZERO, "all withdrawn", FOUR, lambda entries: len(notices(entries)) == 4),
    (RELAY_INSENSITIVE, "one more", LONE, a_report(lambda one: len(one.via) > 1)),
    (
        RELAY_INSENSITIVE,
        "of what is withdrawn",
        LONE,
        lambda entries: bool(notices(entries)) and len(reports(entries)) > 1,
    ),
    (
        RELAY_INSENSITIVE,
        "of a statement",
        STATEMENT,
        a_report(lambda one: one.origin == "briefing" and len(one.via) > 1),
    ),
    (RESEND_INSENSITIVE, "twice", LONE, lambda entries: len(entries) == 2),
    (
        KNOWN_AT_CAUSALITY,
        "with what came later",
        FOUR,
        lambda entries: len(entries) == 4,
    ),
    (ACCOUNT_SUFFICIENT, "the used alone", DISPUTE, lambda entries: len(entries) == 2),
    (ACCOUNT_TRUTHFUL, "without one", DISPUTE, lambda entries: len(entries) == 2),
    (ACCOUNT_TRUTHFUL, "without one of two", REVISIONS, lambda entries: len(entries) == 3),
    (ZERO_COUNTS, "0 alone", LONE, a_report(lambda one: one.figure.count == Count.exactly(0))),
    (
        NARROWING,
        "a number stated no higher than is allowed",
        Ledger([said(Figure("2 to 4, or 4", 4, Count(2, 4)), "A")]),
        a_report(lambda one: (one.figure.stated, one.figure.count) == (3, Count(2, 3))),
    ),
    (
        NARROWING,
        "a number stated no lower than is allowed",
        Ledger([said(Figure("2 to 4, or 2", 2, Count(2, 4)), "A")]),
        a_report(lambda one: (one.figure.stated, one.figure.count) == (3, Count(3, 4))),
    ),
    (REFLECTION, "a stated number", STATING, a_report(lambda one: one.figure.stated == 1)),
    (AFFINE_EQUIVARIANT, "stated and one", STATING, a_report(lambda one: one.figure.stated == 4)),
    (AFFINE_EQUIVARIANT, "twice stated", STATING, a_report(lambda one: one.figure.stated == 6)),
    (AFFINE_EQUIVARIANT, "stated so", STATING, a_report(lambda one: one.figure.stated == 11)),
    (LABELS_DO_NOT_MATTER, "renamed", LONE, a_report(lambda one: "Renamed" in one.source.name)),
]


@pytest.mark.parametrize(
    ("law", "ledger", "question"),
    [(row[0], row[2], row[3]) for row in QUESTIONS],
    ids=[f"{row[0]}, {row[1]}" for row in QUESTIONS],
)
def test_a_law_asks_of_every_kind_that_its_sentence_names(
    law: Law, ledger: Ledger, question: Asked
) -> None:
    assert law.breach(house, ledger) == ""
    assert law.breach(Erring(question), ledger)


MOST = f"{LARGEST:,}"
ENDS = [
    ("nothing", []),
    ("the largest", [MOST]),
    ("all but the largest", [f"{LARGEST - 1:,}"]),
    ("the largest or more", [f"at least {MOST}"]),
    ("up to the largest", [f"1 to {MOST}"]),
    ("half of the largest", [f"{LARGEST // 2 + 1:,}"]),
    ("none", ["0"]),
    ("none or one", ["0 to 1"]),
    ("the largest against none", [MOST, "0"]),
    ("the largest or more against none", [f"at least {MOST}", "0", "1 to 2"]),
]


@pytest.mark.parametrize("claims", [case[1] for case in ENDS], ids=[case[0] for case in ENDS])
@pytest.mark.parametrize("law", CATALOGUE, ids=str)
def test_a_trial_of_the_smallest_and_largest_numbers_comes_to_an_end(
    law: Law, claims: list[str]
) -> None:
    told = Ledger(
        said(Figure(text, count.low, count), f"Claimant {place}")
        for place, text in enumerate(claims)
        for count in counts(text)
    )
    breach = law.breach(house, told)
    assert not breach or law not in house.promises | frozenset(STRUCTURAL)


# Awkward ledgers ----------------------------------------------------------------------------------

DETAINED = Measure("detained", tally="increment")
RELAYED = evolve(ONE, origin="briefing", via=["TASS", "RIA"])
REVISED = said("20", "Interior Ministry", "10", via=["AP"])
LATER = "2022-01-20[UTC]"


def detained(text: str, since: str | None, day: str, name: str = "Police") -> Observation:
    as_of, first = f"2022-01-{day}[UTC]", since and f"2022-01-{since}[UTC]"
    return Observation(DETAINED, text, name, as_of, "2022-01-15[UTC]", since=first)


AWKWARD: list[tuple[str, list[Entry]]] = [
    ("nothing", []),
    ("words of a month and of a day", [evolve(ONE, as_of="2022-01[UTC]", reported=LATER), REVISED]),
    ("words that share nothing", [ONE, evolve(ONE, figure="20", via=["AP"])]),
    (
        "words that say nothing together",
        [said("up to 5", "A"), said("at least 9", "A", via=["AP"])],
    ),
    ("a number stated inside a range", [*STATING]),
    ("a revision", [ONE, REVISED]),
    ("a revision that is taken back", [ONE, REVISED, Notice("retraction", REVISED, "AP", LATER)]),
    ("a correction", [ONE, REVISED, Notice("correction", ONE, "TASS", LATER, instead=REVISED)]),
    ("a correction to nothing", [ONE, Notice("correction", ONE, "TASS", LATER, instead="0" * 16)]),
    ("a denial by a stranger", [ONE, Notice("denial", ONE, "Hospital", LATER)]),
    ("a relay", [evolve(ONE, origin="briefing"), RELAYED]),
    ("a relay alone", [RELAYED]),
    ("a statement taken back", [RELAYED, Notice("retraction", "briefing", ONE.source, LATER)]),
    (
        "a relay of what is taken back",
        [
            evolve(ONE, origin="briefing"),
            RELAYED,
            Notice("denial", RELAYED, ONE.source, LATER),
            said("16", "Hospital"),
        ],
    ),
    ("floors of old claims", [said("up to 5", "A", "06"), said("3", "B"), said("at least 2", "C")]),
    ("camps", [said("3", "A"), said("5", "B"), said("5", "C"), said("2 to 4", "D")]),
    (
        "windows",
        [detained("300", "06", "07"), detained("20", "07", "08"), detained("9", None, "08")],
    ),
    (
        "a word that is revised in one of two windows",
        [
            *(detained("9", "05", "06"), detained("300", "06", "07"), detained("300", "06", "08")),
            evolve(detained("280", "06", "08"), reported=LATER),
        ],
    ),
    (
        "a window in dispute",
        [detained("300", "06", "07"), detained("280", "06", "07", "Court"), ONE],
    ),
]


@pytest.mark.parametrize("entries", [row[1] for row in AWKWARD], ids=[row[0] for row in AWKWARD])
@pytest.mark.parametrize("law", sorted({*STRUCTURAL, *house.promises}, key=str), ids=str)
def test_a_sound_rule_keeps_its_laws_on_awkward_ledgers(law: Law, entries: list[Entry]) -> None:
    assert law.breach(house, Ledger(entries)) == ""


def test_a_toll_that_falls_is_seen_among_measures_that_may_fall() -> None:
    falling = [said("5", "A", "06"), said("3", "A", "09")]
    told = "2022-01-05T12:00+00:00"
    windows = [evolve(detained("300", "04", "05"), reported=told), detained("20", "07", "08")]
    for entries in (falling, [*windows, *falling]):
        assert "fell" in TIME_MONOTONE.breach(house, Ledger(entries))
    assert TIME_MONOTONE.breach(house, Ledger(windows)) == ""


# Ranges -------------------------------------------------------------------------------------------

JUDGED: list[tuple[Law, list[str], list[Count | None], list[Count | None]]] = [
    # a law; what is claimed; ranges that keep it; ranges that break it
    (UNANIMOUS, ["5", "5"], [Count(5, 5), None], [Count(5, 6), Count(4, 5)]),
    (COMMON_GROUND, ["2 to 5", "4 to 9"], [Count(3, 9), Count(4, 5), None], [Count(5, 9)]),
    (COMMON_GROUND, ["2", "4"], [Count(9, 9)], []),
    (WITHIN_HULL, ["2 to 5", "7"], [Count(2, 7), None], [Count(1, 7), Count(2, 8), Count(2)]),
    (
        ATTRIBUTABLE,
        ["2 to 5"],
        [Count(2, 5), Count(0, 5), Count(2), None],
        [Count(3, 5), Count(2, 4)],
    ),
    (AGREEMENT, ["2 to 5", "4 to 9"], [Count(4, 5)], [Count(4, 6), Count(5, 5), None]),
    (AGREEMENT, ["1", "9"], [None, Count(1, 9)], []),
    (TOTAL, ["5"], [Count(5, 5)], [None]),
    (FAIRNESS, ["1", "9"], [Count(1, 9), None], [Count(1, 8), Count(2, 9)]),
    (NO_SIDE_TAKING, ["2 to 5", "7"], [Count(5, 7), Count(6, 6), None], [Count(5, 6), Count(7)]),
    (NO_SIDE_TAKING, ["2", "4", "7"], [Count(2, 2)], []),
    (BREAKDOWN_SAFE, ["1", "1", "9"], [Count(1, 1), None], [Count(1, 2), Count(0, 1)]),
    (BREAKDOWN_SAFE, ["1 to 3", "2 to 4", "9"], [Count(2, 4)], [Count(1, 4), Count(2, 5)]),
    (BREAKDOWN_SAFE, ["at least 1", "at least 2", "5"], [Count(2)], [Count(1), Count(0, 5)]),
    (BREAKDOWN_SAFE, ["1", "1", "at least 9"], [Count(1, 1)], [Count(1, 5), Count(1)]),
    (BREAKDOWN_SAFE, ["1", "3"], [Count(1, 3)], [Count(0, 3), Count(1, 4)]),
    (BREAKDOWN_LIVE, ["1", "1", "9"], [Count(1, 1)], [None]),
    (BREAKDOWN_LIVE, ["1 to 3", "3 to 5", "9"], [Count(3, 3)], [None]),
    (BREAKDOWN_LIVE, ["1", "9"], [None], []),
    (truth_tracking(0), ["5 to 9", "7"], [Count(7, 7)], [Count(5, 6), None]),
    (truth_tracking(0), ["5", "7"], [Count(9, 9), None], []),
    (truth_tracking(1), ["5", "7"], [Count(5, 7)], [Count(5, 5), Count(6, 7), None]),
    (truth_tracking(1), ["at least 5", "at least 7"], [Count(5)], [Count(5, 7), Count(6)]),
    (truth_tracking(1), ["5", "7", "9"], [Count(6, 6)], []),
    (truth_tracking(9), ["5", "7"], [Count(5, 7)], [Count(5, 5)]),
    (corroborated_floor(1), ["5", "7"], [Count(7), Count(5, 7), None], [Count(8)]),
    (corroborated_floor(2), ["5", "7"], [Count(5), Count(0, 9), None], [Count(6), Count(7)]),
    (corroborated_floor(2), ["5"], [Count(0, 9)], [Count(5, 5)]),
    (corroborated_floor(3), ["5", "7", "9"], [Count(5, 9)], [Count(6, 9)]),
]


@pytest.mark.parametrize(
    ("law", "claims", "kept", "broken"), JUDGED, ids=[f"{row[0]} of {row[1]}" for row in JUDGED]
)
def test_a_law_judges_a_range_by_its_sentence(
    law: Law, claims: list[str], kept: list[Count | None], broken: list[Count | None]
) -> None:
    told = Ledger(said(text, f"Claimant {place}") for place, text in enumerate(claims))
    judged = {
        given: law.holds(slipping(counts(*claims), given), told) for given in (*kept, *broken)
    }
    assert judged == dict.fromkeys(kept, True) | dict.fromkeys(broken, False)


REFUSED: list[tuple[str, Callable[[], Law], str]] = [
    ("fewer than no faults", lambda: truth_tracking(-1), "faulty"),
    ("half a fault", lambda: truth_tracking(0.5), "faulty"),  # type: ignore[arg-type]
    ("a floor that nobody supports", lambda: corroborated_floor(0), "claimants"),
    ("a floor of half a claimant", lambda: corroborated_floor(1.5), "claimants"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(
    ("make", "field"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_law_that_makes_no_sense_is_refused(make: Callable[[], Law], field: str) -> None:
    with pytest.raises(RuleError) as caught:
        make()
    assert caught.value.field == field


# The catalogue ------------------------------------------------------------------------------------


def test_the_catalogue_lists_every_law_once() -> None:
    by_name = {one for one in vars(kazfigures.rules.laws).values() if isinstance(one, Law)}
    assert set(CATALOGUE) == by_name | {truth_tracking(1)}
    assert len({law.name for law in CATALOGUE}) == len(CATALOGUE)


def test_the_laws_of_the_pipeline_are_every_rules() -> None:
    references = {law for law in CATALOGUE if law.reference == "the pipeline"}
    assert references | {CONFLICT_IS_FLAGGED} == set(STRUCTURAL)
    assert all(law.survives for law in STRUCTURAL)
    assert {law.name for law in STRUCTURAL} == {
        *("answers", "order_insensitive", "resend_insensitive", "relay_insensitive"),
        *("spelling_insensitive", "supersession", "correction_chain", "retraction_is_absence"),
        *("standing", "known_at_causality", "history_is_fixed", "locality", "zone_insensitive"),
        *("account_complete", "account_sufficient", "account_truthful", "absence_is_not_zero"),
        *("zero_counts", "vacuous_neutral", "deterministic", "pure", "incremental_is_batch"),
        *("merge_semilattice", "conflict_is_flagged"),
    }


def test_the_core_is_what_a_rule_is_held_to_unasked() -> None:
    assert {law.name for law in CORE} == {
        *("unanimity", "common_ground", "containment", "well_formed"),
        *("affine_equivariant", "attributable", "narrowing", "positive_response"),
        "labels_do_not_matter",
    }


def test_laws_that_read_an_account_say_so() -> None:
    assert {law.name for law in CATALOGUE if law.reads_account} == {
        *("account_complete", "account_sufficient", "account_truthful", "conflict_is_flagged"),
    }
