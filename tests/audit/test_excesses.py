"""Parts above their whole, and parts that do not make it up, against an oracle of all pairs."""

from collections.abc import Sequence
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures import (
    Figure,
    Ledger,
    Measure,
    Moment,
    Observation,
    Tally,
    reconcile,
    strategies,
)
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.parts.bounds import tighten
from kazfigures.audit.parts.excesses import exceeding, not_adding_up
from kazfigures.audit.parts.partitions import Partition
from kazfigures.strategies.values import SMALL_SOURCES

EVENT = "Kazakhstan, January 2022"
KILLED = Measure("killed", place="Kazakhstan", event=EVENT)
OFFICERS = evolve(KILLED, population="security forces")
ATTACKERS = evolve(KILLED, population="attackers")
IN_ALMATY = evolve(KILLED, place="Kazakhstan/Almaty")
AIDED = evolve(KILLED, outcome="treated")
OUTPATIENTS = evolve(AIDED, definition="outpatients")
INPATIENTS = evolve(AIDED, definition="inpatients")
CASUALTIES = evolve(KILLED, outcome="killed or injured")
INJURED = evolve(KILLED, outcome="injured")
IN_CUSTODY = evolve(KILLED, outcome="detained", tally="stock")
NEWLY_KILLED = evolve(KILLED, tally="increment")
IN_GAZA = Measure("killed", place="Gaza Strip", event="Gaza, 2023-")
CHILDREN, WOMEN = evolve(IN_GAZA, population="children"), evolve(IN_GAZA, population="women")
IDENTIFIED = evolve(IN_GAZA, definition="identified")

MINISTRY, PROSECUTOR = "Interior Ministry", "Prosecutor General"
SEVENTH, EIGHTH, NINTH = (f"2022-01-0{day}[Asia/Almaty]" for day in (7, 8, 9))
MIDNIGHT = "2022-01-08T00:00+06:00"
AFTERNOON = "2022-01-07T16:56+06:00"
MONTH = "2022-01[Asia/Almaty]"

Said = tuple[Measure, str, str, str]
"""A measure, words, who said them, as of when."""


def observed(measure: Measure, words: str, source: str, as_of: str, **rest: str) -> Observation:
    return Observation(
        measure, words, source, as_of, **({"reported": "2024-06-01[Asia/Almaty]"} | rest)
    )


def in_order(*observations: Observation) -> tuple[Observation, ...]:
    return Ledger(observations).observations


def inside(part: Measure, **changes: str) -> Measure:
    return evolve(part, **changes)


# --- parts by their paths -------------------------------------------------------------------------

EXCEEDING: list[tuple[str, list[Said], Severity]] = [
    (
        "a city above its country, by one office",
        [(KILLED, "164", MINISTRY, NINTH), (IN_ALMATY, "200", MINISTRY, NINTH)],
        Severity.ERROR,
    ),
    (
        "the same by two",
        [(KILLED, "164", MINISTRY, NINTH), (IN_ALMATY, "200", "Witness", NINTH)],
        Severity.WARNING,
    ),
    (
        "two spellings of one office",
        [(KILLED, "164", MINISTRY, NINTH), (IN_ALMATY, "200", MINISTRY.upper(), NINTH)],
        Severity.ERROR,
    ),
    (
        "two days before, since what was killed stays killed",
        [(KILLED, "164", MINISTRY, NINTH), (IN_ALMATY, "200", MINISTRY, SEVENTH)],
        Severity.ERROR,
    ),
    (
        "the day before, which is over when the whole's day begins",
        [(KILLED, "164", MINISTRY, EIGHTH), (IN_ALMATY, "200", MINISTRY, SEVENTH)],
        Severity.ERROR,
    ),
    (
        "an instant within the day before",
        [(KILLED, "164", MINISTRY, EIGHTH), (IN_ALMATY, "200", MINISTRY, AFTERNOON)],
        Severity.ERROR,
    ),
    (
        "a whole that is high enough, and then is not",
        [
            (KILLED, "164", MINISTRY, NINTH),
            (KILLED, "300", MINISTRY, EIGHTH),
            (IN_ALMATY, "200", MINISTRY, SEVENTH),
        ],
        Severity.ERROR,
    ),
    (
        "a whole that is not high enough, and then is",
        [
            (KILLED, "164", MINISTRY, EIGHTH),
            (KILLED, "300", MINISTRY, NINTH),
            (IN_ALMATY, "200", MINISTRY, SEVENTH),
        ],
        Severity.ERROR,
    ),
    (
        "a part that its claimant says again",
        [
            (KILLED, "17", MINISTRY, SEVENTH),
            (OFFICERS, "18", MINISTRY, SEVENTH),
            (OFFICERS, "18", MINISTRY, NINTH),
        ],
        Severity.ERROR,
    ),
    (
        "one outcome of two",
        [(CASUALTIES, "26", MINISTRY, NINTH), (INJURED, "353", MINISTRY, NINTH)],
        Severity.ERROR,
    ),
    (
        "a floor above a ceiling",
        [
            (KILLED, "fewer than 100", MINISTRY, NINTH),
            (OFFICERS, "at least 100", PROSECUTOR, NINTH),
        ],
        Severity.WARNING,
    ),
    (
        "a stock of one moment",
        [
            (IN_CUSTODY, "292", PROSECUTOR, NINTH),
            (inside(IN_CUSTODY, place="Kazakhstan/Almaty"), "446", PROSECUTOR, NINTH),
        ],
        Severity.ERROR,
    ),
]


@pytest.mark.parametrize(
    ("said", "severity"), [case[1:] for case in EXCEEDING], ids=[case[0] for case in EXCEEDING]
)
def test_a_part_above_its_whole_is_found(said: list[Said], severity: Severity) -> None:
    [finding] = exceeding(in_order(*(observed(*one) for one in said)))
    assert (finding.kind, finding.severity) == (Kind.PART_EXCEEDS_WHOLE, severity)
    assert finding.measure == said[0][0]
    assert {one.measure for one in finding.observations} == {one[0] for one in said}


LOOK_ALIKES: list[tuple[str, list[Said]]] = [
    (
        "19 officers within 225",
        [(KILLED, "225", PROSECUTOR, NINTH), (OFFICERS, "19", PROSECUTOR, NINTH)],
    ),
    ("all of the whole", [(KILLED, "18", MINISTRY, NINTH), (OFFICERS, "18", MINISTRY, NINTH)]),
    (
        "all of the whole, which had been fewer",
        [
            (KILLED, "8", MINISTRY, SEVENTH),
            (KILLED, "18", MINISTRY, NINTH),
            (OFFICERS, "18", MINISTRY, NINTH),
        ],
    ),
    (
        "a whole that is open above",
        [(KILLED, "at least 12", MINISTRY, NINTH), (OFFICERS, "18", MINISTRY, NINTH)],
    ),
    (
        "a part that is open above",
        [(KILLED, "12", MINISTRY, NINTH), (OFFICERS, "more than 10", MINISTRY, NINTH)],
    ),
    (
        "a part of a later day, when the whole had grown",
        [(KILLED, "44", MINISTRY, SEVENTH), (OFFICERS, "50", MINISTRY, EIGHTH)],
    ),
    (
        "moments that overlap: the hour before the afternoon, or after",
        [(KILLED, "26", MINISTRY, AFTERNOON), (OFFICERS, "30", MINISTRY, SEVENTH)],
    ),
    (
        "the instant at which the whole's day begins",
        [(KILLED, "26", MINISTRY, EIGHTH), (OFFICERS, "30", MINISTRY, MIDNIGHT)],
    ),
    (
        "a month that ends with the whole's, and began before it",
        [(KILLED, "26", MINISTRY, NINTH), (OFFICERS, "30", MINISTRY, MONTH)],
    ),
    (
        "another definition",
        [(AIDED, "863", MINISTRY, NINTH), (OUTPATIENTS, "1,815", MINISTRY, NINTH)],
    ),
    ("siblings", [(ATTACKERS, "18", MINISTRY, NINTH), (OFFICERS, "26", MINISTRY, NINTH)]),
    ("another outcome", [(KILLED, "18", MINISTRY, NINTH), (INJURED, "353", MINISTRY, NINTH)]),
    (
        "outcomes joined by and, which may mean those who are both",
        [
            (inside(KILLED, outcome="killed and injured"), "18", MINISTRY, NINTH),
            (INJURED, "353", MINISTRY, NINTH),
        ],
    ),
    (
        "a name that begins alike",
        [
            (KILLED, "1", MINISTRY, NINTH),
            (inside(KILLED, place="Kazakhstania"), "2", MINISTRY, NINTH),
        ],
    ),
    (
        "stocks of different days",
        [
            (IN_CUSTODY, "292", PROSECUTOR, NINTH),
            (inside(IN_CUSTODY, place="Kazakhstan/Almaty"), "446", PROSECUTOR, SEVENTH),
        ],
    ),
    (
        "increments over windows that nobody opened",
        [
            (NEWLY_KILLED, "2", MINISTRY, NINTH),
            (inside(NEWLY_KILLED, place="Kazakhstan/Almaty"), "3", MINISTRY, NINTH),
        ],
    ),
    (
        "a part that its claimant has brought down, below a whole of then",
        [
            (OFFICERS, "18", MINISTRY, SEVENTH),
            (OFFICERS, "16", MINISTRY, NINTH),
            (KILLED, "17", MINISTRY, NINTH),
        ],
    ),
]


@pytest.mark.parametrize(
    "said", [case[1] for case in LOOK_ALIKES], ids=[case[0] for case in LOOK_ALIKES]
)
def test_what_only_looks_like_a_part_above_its_whole_is_not_found(said: list[Said]) -> None:
    observations = in_order(*(observed(*one) for one in said))
    assert exceeding(observations) == []
    assert not_adding_up(observations, []) == []


def test_a_whole_that_its_claimant_has_since_raised_is_no_fault() -> None:
    """The whole is said twice for one day: 16 on that day, and 26 the day after."""
    first = observed(KILLED, "16", MINISTRY, SEVENTH, reported=SEVENTH)
    raised = observed(KILLED, "26", MINISTRY, SEVENTH, reported=EIGHTH)
    officers = observed(OFFICERS, "18", MINISTRY, SEVENTH, reported=SEVENTH)
    assert len(exceeding(in_order(first, officers))) == 1
    assert exceeding(in_order(first, raised, officers)) == []
    assert len(exceeding(in_order(first, evolve(raised, source="Witness"), officers))) == 1


def test_what_its_claimant_said_before_of_the_same_moment_does_not_count() -> None:
    """The whole is said twice for one day, 26 and then 16; or the officers are, 12 and then 18."""
    later = {"reported": EIGHTH}
    whole = observed(KILLED, "16", MINISTRY, SEVENTH, **later)
    officers = observed(OFFICERS, "18", MINISTRY, SEVENTH, **later)
    lowered = observed(KILLED, "26", MINISTRY, SEVENTH, reported=SEVENTH)
    raised = observed(OFFICERS, "12", MINISTRY, SEVENTH, reported=SEVENTH)
    [finding] = exceeding(in_order(lowered, raised, whole, officers))
    assert finding.observations == in_order(whole, officers)


def test_a_part_is_above_its_whole_whoever_else_says_less_of_it() -> None:
    said = [
        *((KILLED, "164", MINISTRY, NINTH), (IN_ALMATY, "2", "Witness", NINTH)),
        *((IN_ALMATY, "200", MINISTRY, NINTH), (IN_ALMATY, "3", "Hospital", NINTH)),
        *((KILLED, "at least 1", "Witness", NINTH), (KILLED, "300", "Hospital", NINTH)),
    ]
    for turn in range(len(said)):
        observations = [observed(*one) for one in (*said[turn:], *said[:turn])]
        [finding] = exceeding(observations)
        assert {one.figure.stated for one in finding.observations} == {164, 200}


def test_reports_of_one_day_that_may_be_the_last_all_count() -> None:
    one = observed(KILLED, "16", MINISTRY, SEVENTH, reported=SEVENTH)
    other = observed(KILLED, "26", MINISTRY, SEVENTH, reported=SEVENTH, url="https://example.org")
    officers = observed(OFFICERS, "18", MINISTRY, SEVENTH, reported=SEVENTH)
    assert exceeding(in_order(one, other, officers)) == []


def test_one_statement_contradicts_itself_whoever_it_is_ascribed_to() -> None:
    whole = observed(KILLED, "164", "Health Ministry", NINTH, origin="briefing")
    part = observed(IN_ALMATY, "200", "Channel", NINTH, origin="briefing")
    assert [one.severity for one in exceeding(in_order(whole, part))] == [Severity.ERROR]
    other = evolve(part, origin="leak")
    assert [one.severity for one in exceeding(in_order(whole, other))] == [Severity.WARNING]


def test_increments_are_held_to_the_same_window() -> None:
    part = inside(NEWLY_KILLED, place="Kazakhstan/Almaty")
    whole = observed(NEWLY_KILLED, "2", MINISTRY, NINTH, since=EIGHTH)
    found = exceeding(in_order(whole, observed(part, "3", MINISTRY, NINTH, since=EIGHTH)))
    assert "over 8 January 2022 to 9 January 2022" in found[0].evidence
    assert exceeding(in_order(whole, observed(part, "3", MINISTRY, NINTH, since=SEVENTH))) == []
    assert exceeding(in_order(whole, observed(part, "3", MINISTRY, NINTH))) == []


def test_each_pair_of_measures_has_one_finding_by_its_plainest_witness() -> None:
    """The same day goes before a later one, one claimant before two, then the widest gap."""
    said = [
        (KILLED, "20", MINISTRY, NINTH),
        (KILLED, "21", MINISTRY, SEVENTH),
        (KILLED, "1", "Witness", SEVENTH),
        (IN_ALMATY, "30", MINISTRY, SEVENTH),
        (IN_ALMATY, "31", MINISTRY, NINTH),
        (IN_ALMATY, "90", "Witness", EIGHTH),
    ]
    [finding] = exceeding(in_order(*(observed(*one) for one in said)))
    assert {one.figure.stated for one in finding.observations} == {20, 31}


EVIDENCE: list[tuple[list[Said], str]] = [
    (
        [(KILLED, "164", MINISTRY, NINTH), (IN_ALMATY, "two hundred", MINISTRY, NINTH)],
        "200 in Almaty ('two hundred') cannot be among 164 in Kazakhstan"
        " (Interior Ministry, as of 9 January 2022)",
    ),
    (
        [(CASUALTIES, "fewer than 10", PROSECUTOR, NINTH), (OFFICERS, "12", MINISTRY, SEVENTH)],
        "12 killed security forces (Interior Ministry, as of 7 January 2022) cannot be among"
        " at most 9 killed or injured in all ('fewer than 10', Prosecutor General,"
        " as of 9 January 2022)",
    ),
]


@pytest.mark.parametrize(("said", "evidence"), EVIDENCE)
def test_the_evidence_gives_both_figures_who_said_them_and_as_of_when(
    said: list[Said], evidence: str
) -> None:
    [finding] = exceeding(in_order(*(observed(*one) for one in said)))
    assert finding.evidence == evidence


# --- declared parts -------------------------------------------------------------------------------

BY_CARE = Partition(AIDED, [OUTPATIENTS, INPATIENTS], exhaustive=True)
BY_SIDE = Partition(KILLED, [OFFICERS, ATTACKERS])
BY_AGE = Partition(IDENTIFIED, [CHILDREN, WOMEN])
HELD_BY_PLACE = Partition(
    IN_CUSTODY, [evolve(IN_CUSTODY, place=f"Kazakhstan/{city}") for city in ("Almaty", "Taraz")]
)
HEALTH = "Ministry of Health"
FIFTEENTH = "2022-01-15[Asia/Almaty]"
MAY = "2024-05-18[Asia/Gaza]"

NOT_ADDING_UP: list[tuple[str, Partition, list[Said], Kind, Severity, str]] = [
    (
        "one patient too many, 15 January 2022",
        BY_CARE,
        [
            (AIDED, "2,677", HEALTH, FIFTEENTH),
            (OUTPATIENTS, "1,815", HEALTH, FIFTEENTH),
            (INPATIENTS, "863", HEALTH, FIFTEENTH),
        ],
        Kind.PARTS_DO_NOT_SUM,
        Severity.WARNING,
        "863 counted as inpatients and 1,815 counted as outpatients make 2,678, not 2,677 in all"
        " (Ministry of Health, as of 15 January 2022)",
    ),
    (
        "ten patients too few",
        BY_CARE,
        [
            (AIDED, "about 2,700", HEALTH, FIFTEENTH),
            (OUTPATIENTS, "up to 1,700", HEALTH, FIFTEENTH),
            (INPATIENTS, "863", HEALTH, FIFTEENTH),
        ],
        Kind.PARTS_DO_NOT_SUM,
        Severity.WARNING,
        "863 counted as inpatients and at most 1,700 counted as outpatients ('up to 1,700')"
        " make 863 to 2,563, not 2,650 to 2,750 in all ('about 2,700')"
        " (Ministry of Health, as of 15 January 2022)",
    ),
    (
        "children and women by one office, and the identified by another",
        BY_AGE,
        [
            (CHILDREN, "15,103", "Government Media Office", MAY),
            (WOMEN, "9,961", "Government Media Office", MAY),
            (IDENTIFIED, "24,686", HEALTH, MAY),
        ],
        Kind.PART_EXCEEDS_WHOLE,
        Severity.WARNING,
        "15,103 children (Government Media Office, as of 18 May 2024) and 9,961 women (Government"
        " Media Office, as of 18 May 2024) together cannot be among 24,686 in all counted as"
        " identified (Ministry of Health, as of 18 May 2024)",
    ),
    (
        "26 and 18 within 40, by one office and over two days",
        BY_SIDE,
        [
            (ATTACKERS, "26", MINISTRY, SEVENTH),
            (OFFICERS, "18", MINISTRY, EIGHTH),
            (KILLED, "40", MINISTRY, NINTH),
        ],
        Kind.PART_EXCEEDS_WHOLE,
        Severity.ERROR,
        "26 attackers (Interior Ministry, as of 7 January 2022) and 18 security forces (Interior"
        " Ministry, as of 8 January 2022) together cannot be among 40 in all (Interior Ministry,"
        " as of 9 January 2022)",
    ),
    (
        "a day that is over when the other's begins",
        BY_SIDE,
        [
            (ATTACKERS, "26", MINISTRY, SEVENTH),
            (OFFICERS, "18", MINISTRY, EIGHTH),
            (KILLED, "40", MINISTRY, EIGHTH),
        ],
        Kind.PART_EXCEEDS_WHOLE,
        Severity.ERROR,
        "26 attackers (Interior Ministry, as of 7 January 2022) and 18 security forces (Interior"
        " Ministry, as of 8 January 2022) together cannot be among 40 in all (Interior Ministry,"
        " as of 8 January 2022)",
    ),
    (
        "one of two exhaustive parts, by definition, is too many alone",
        BY_CARE,
        [(AIDED, "800", HEALTH, FIFTEENTH), (INPATIENTS, "863", HEALTH, FIFTEENTH)],
        Kind.PART_EXCEEDS_WHOLE,
        Severity.ERROR,
        "863 counted as inpatients cannot be among 800 in all"
        " (Ministry of Health, as of 15 January 2022)",
    ),
]


@pytest.mark.parametrize(
    ("partition", "said", "kind", "severity", "evidence"),
    [case[1:] for case in NOT_ADDING_UP],
    ids=[case[0] for case in NOT_ADDING_UP],
)
def test_declared_parts_that_do_not_fit_are_found(
    partition: Partition, said: list[Said], kind: Kind, severity: Severity, evidence: str
) -> None:
    observations = in_order(*(observed(*one) for one in said))
    [finding] = not_adding_up(observations, [partition])
    assert (finding.kind, finding.severity, finding.evidence) == (kind, severity, evidence)
    assert finding.measure == partition.whole
    assert finding.observations == observations
    assert exceeding(observations) == []


ADDING_UP: list[tuple[str, Partition, list[Said]]] = [
    (
        "the identified in Gaza, 30 April 2024",
        Partition(
            IN_GAZA,
            [evolve(IN_GAZA, population=name) for name in ("children", "women", "elderly", "men")],
            exhaustive=True,
        ),
        [
            (evolve(IN_GAZA, population=name), words, HEALTH, MAY)
            for name, words in [
                *(("", "24,686"), ("children", "7,797"), ("women", "4,959")),
                *(("elderly", "1,924"), ("men", "10,006")),
            ]
        ],
    ),
    (
        "14,500 and 9,500 are fewer than 24,686",
        BY_AGE,
        [
            (CHILDREN, "14,500", "Government Media Office", MAY),
            (WOMEN, "9,500", "Government Media Office", MAY),
            (IDENTIFIED, "24,686", HEALTH, MAY),
        ],
    ),
    (
        "parts by two offices, which nobody adds",
        BY_SIDE,
        [
            (ATTACKERS, "26", MINISTRY, NINTH),
            (OFFICERS, "18", PROSECUTOR, NINTH),
            (KILLED, "40", MINISTRY, NINTH),
        ],
    ),
    (
        "fewer than a whole by another office, though they are all of it",
        BY_CARE,
        [
            (AIDED, "2,677", PROSECUTOR, FIFTEENTH),
            (OUTPATIENTS, "1,000", HEALTH, FIFTEENTH),
            (INPATIENTS, "863", HEALTH, FIFTEENTH),
        ],
    ),
    (
        "fewer than the whole, of which they are not all",
        BY_SIDE,
        [
            (KILLED, "225", MINISTRY, NINTH),
            (OFFICERS, "19", MINISTRY, NINTH),
            (ATTACKERS, "26", MINISTRY, NINTH),
        ],
    ),
    (
        "a part of a later day",
        BY_SIDE,
        [
            (KILLED, "40", MINISTRY, SEVENTH),
            (OFFICERS, "18", MINISTRY, SEVENTH),
            (ATTACKERS, "26", MINISTRY, EIGHTH),
        ],
    ),
    (
        "one part that is above the whole by its paths is told once, by exceeding",
        BY_SIDE,
        [(KILLED, "10", MINISTRY, NINTH), (OFFICERS, "18", MINISTRY, NINTH)],
    ),
    (
        "a part as of the instant at which the other's day begins",
        BY_SIDE,
        [
            (ATTACKERS, "26", MINISTRY, MIDNIGHT),
            (OFFICERS, "18", MINISTRY, EIGHTH),
            (KILLED, "40", MINISTRY, EIGHTH),
        ],
    ),
    (
        "within what is said to be about the whole",
        BY_CARE,
        [
            (AIDED, "about 2,700", HEALTH, FIFTEENTH),
            (OUTPATIENTS, "1,815", HEALTH, FIFTEENTH),
            (INPATIENTS, "863", HEALTH, FIFTEENTH),
        ],
    ),
    (
        "just the whole, which had been fewer",
        BY_SIDE,
        [
            (KILLED, "8", MINISTRY, SEVENTH),
            (KILLED, "44", MINISTRY, NINTH),
            (OFFICERS, "18", MINISTRY, NINTH),
            (ATTACKERS, "26", MINISTRY, NINTH),
        ],
    ),
    (
        "stocks of two days, since those held may have been let go",
        HELD_BY_PLACE,
        [
            (IN_CUSTODY, "446", MINISTRY, NINTH),
            (HELD_BY_PLACE.parts[0], "400", MINISTRY, SEVENTH),
            (HELD_BY_PLACE.parts[1], "300", MINISTRY, SEVENTH),
        ],
    ),
    ("no whole", BY_SIDE, [(OFFICERS, "18", MINISTRY, NINTH)]),
    ("no part", BY_SIDE, [(KILLED, "18", MINISTRY, NINTH)]),
    (
        "parts of none",
        BY_SIDE,
        [(KILLED, "at most 3", MINISTRY, NINTH), (OFFICERS, "none killed", MINISTRY, NINTH)],
    ),
]


@pytest.mark.parametrize(
    ("partition", "said"), [case[1:] for case in ADDING_UP], ids=[case[0] for case in ADDING_UP]
)
def test_declared_parts_that_may_fit_are_not_found(partition: Partition, said: list[Said]) -> None:
    assert not_adding_up(in_order(*(observed(*one) for one in said)), [partition]) == []


def test_a_part_of_none_is_no_evidence() -> None:
    told = [
        observed(CHILDREN, "25,000", HEALTH, MAY),
        observed(IDENTIFIED, "24,686", HEALTH, MAY),
    ]
    none = observed(WOMEN, "none", HEALTH, MAY)
    [finding] = not_adding_up(in_order(*told, none), [BY_AGE])
    assert finding.observations == in_order(*told)


def test_of_one_statement_the_lowest_telling_of_a_part_is_added() -> None:
    """Relays ascribe the parts to different people, and one of the parts twice."""
    briefing = {"origin": "briefing"}
    told = [
        observed(ATTACKERS, "26", "Interior Minister", NINTH, **briefing),
        observed(ATTACKERS, "10", "His deputy", NINTH, **briefing),
        observed(OFFICERS, "18", "His spokesman", NINTH, **briefing),
    ]
    whole = observed(KILLED, "40", "His spokesman", NINTH, **briefing)
    assert not_adding_up(in_order(*told, whole), [BY_SIDE]) == []
    [finding] = not_adding_up(in_order(*told, evolve(whole, figure="27")), [BY_SIDE])
    assert finding.severity is Severity.ERROR


def test_partitions_are_gone_through_in_one_order_each_once() -> None:
    said = [
        *((KILLED, "3", MINISTRY, NINTH), (OFFICERS, "2", MINISTRY, NINTH)),
        *((ATTACKERS, "2", MINISTRY, NINTH), (AIDED, "9", MINISTRY, NINTH)),
        *((OUTPATIENTS, "5", MINISTRY, NINTH), (INPATIENTS, "5", MINISTRY, NINTH)),
    ]
    observations = in_order(*(observed(*one) for one in said))
    findings = not_adding_up(observations, [BY_SIDE, BY_CARE])
    assert [finding.measure for finding in findings] == [KILLED, AIDED]
    assert not_adding_up(observations, [BY_CARE, BY_SIDE, BY_CARE]) == findings


# --- against an oracle of all pairs ---------------------------------------------------------------

POOL = (KILLED, IN_ALMATY, OFFICERS, evolve(OFFICERS, place="Kazakhstan/Almaty"), CASUALTIES)


def reports(
    measures: SearchStrategy[Measure], **pins: SearchStrategy[Moment]
) -> SearchStrategy[list[Observation]]:
    times = st.sampled_from([Moment(text) for text in (SEVENTH, MIDNIGHT, EIGHTH, NINTH)])
    sources = st.sampled_from(SMALL_SOURCES[:2])
    one = strategies.observations(
        measure=measures, source=sources, moments=times, small=True, **pins
    )
    return st.lists(one, min_size=2, max_size=8)


small_measures = st.builds(
    evolve, st.sampled_from(POOL), tally=st.shared(st.sampled_from(Tally), key="tally")
)


class Words:
    """A claimant's last words on a measure at a moment, the slow way."""

    def __init__(self, told: Sequence[Observation]) -> None:
        self.last = [
            one for one in told if not any(one.reported.precedes(o.reported) for o in told)
        ]
        highs = [one.figure.count.high for one in self.last]
        self.low = min(one.figure.count.low for one in self.last)
        self.high = None if None in highs else max(high or 0 for high in highs)
        self.measure, self.source = told[0].measure, told[0].source
        self.as_of, self.since = told[0].as_of, told[0].since
        self.origins = {one.origin for one in self.last} - {""}


def last_words(observations: Sequence[Observation]) -> list[Words]:
    def key(one: Observation) -> tuple[object, ...]:
        return (one.measure, one.source, one.as_of, one.since)

    return [
        Words([one for one in observations if key(one) == asked])
        for asked in dict.fromkeys(map(key, observations))
    ]


def is_at_most(part: Words, whole: Words) -> bool:
    """Whether what a part counts is no more than what a whole counts."""
    of_one_time = (part.as_of, part.since) == (whole.as_of, whole.since)
    if part.measure.tally is Tally.CUMULATIVE:
        return of_one_time or part.as_of.precedes(whole.as_of)
    if part.measure.tally is Tally.INCREMENT:
        return of_one_time and part.since is not None
    return of_one_time


def holds(whole: Measure, part: Measure) -> bool:
    among = {*part.outcome.split(" or ")} <= {*whole.outcome.split(" or ")}
    return part != whole and among and evolve(part, outcome=whole.outcome).is_part_of(whole)


def is_brought_down(part: Words, words: Sequence[Words]) -> bool:
    return part.measure.tally is Tally.CUMULATIVE and any(
        (later.measure, later.source) == (part.measure, part.source)
        and part.as_of.precedes(later.as_of)
        and later.high is not None
        and later.high < part.low
        for later in words
    )


def rank(part: Words, whole: Words) -> tuple[bool, bool, int]:
    own = part.source == whole.source or bool(part.origins & whole.origins)
    return (own, part.as_of == whole.as_of, part.low - (whole.high or 0))


@given(reports(small_measures))
def test_exceeding_finds_what_a_look_at_all_pairs_finds(drawn: list[Observation]) -> None:
    observations = in_order(*drawn)
    words = last_words(observations)
    best: dict[tuple[Measure, Measure], tuple[bool, bool, int]] = {}
    shown: dict[tuple[Measure, Measure], list[tuple[Observation, ...]]] = {}
    for part, whole in product(words, words):
        if holds(whole.measure, part.measure) and is_at_most(part, whole):
            above = whole.high is not None and part.low > whole.high
            pair = (part.measure, whole.measure)
            if above and not is_brought_down(part, words):
                if pair not in best or rank(part, whole) > best[pair]:
                    best[pair], shown[pair] = rank(part, whole), []
                if rank(part, whole) == best[pair]:
                    shown[pair].append(in_order(*part.last, *whole.last))
    found = exceeding(observations)
    assert len(found) == len(best)
    for finding in found:
        [pair] = [pair for pair, cases in shown.items() if finding.observations in cases]
        assert finding.measure == pair[1]
        assert (finding.severity is Severity.ERROR) == best[pair][0]


@given(reports(small_measures))
def test_what_exceeds_cannot_all_be_true(drawn: list[Observation]) -> None:
    """As estimates of what each was last said to be, they conflict."""
    for finding in exceeding(in_order(*drawn)):
        if len(finding.observations) == 2:
            assert conflicts_of(finding, [])


def conflicts_of(finding: Finding, partitions: list[Partition]) -> bool:
    estimates = [one for told in finding.observations for one in reconcile(Ledger([told]))]
    return bool(tighten(estimates, partitions).conflicts)


ROWS = (
    *(BY_SIDE, evolve(BY_SIDE, exhaustive=True), BY_CARE),
    Partition(CASUALTIES, [KILLED, INJURED], exhaustive=True),
)


@given(reports(st.sampled_from([KILLED, OFFICERS, ATTACKERS])), st.sampled_from(ROWS[:2]))
def test_what_does_not_add_up_cannot_all_be_true(
    drawn: list[Observation], partition: Partition
) -> None:
    """As estimates, they conflict; and what is added is by one claimant, or of one statement."""
    for finding in not_adding_up(in_order(*drawn), [partition]):
        measures = [one.measure for one in finding.observations]
        if len(measures) == len(set(measures)):
            assert conflicts_of(finding, [partition])
        if finding.kind is Kind.PARTS_DO_NOT_SUM:
            assert len({one.as_of for one in finding.observations}) == 1
            tellers: dict[Measure, set[tuple[str, str]]] = {}
            for one in finding.observations:
                told = tellers.setdefault(one.measure, set())
                told |= {("claimant", one.source.name), ("origin", one.origin)}
            assert set.intersection(*tellers.values()) - {("origin", "")}


@given(st.sampled_from(ROWS), st.data())
def test_one_statement_is_found_where_it_cannot_all_be_true(
    partition: Partition, data: st.DataObject
) -> None:
    """Each measure once, by one claimant, of one day: a finding just where they conflict."""
    measures = (partition.whole, *partition.parts)
    counts = data.draw(st.tuples(*(st.none() | strategies.counts(largest=4) for _ in measures)))
    observations = in_order(
        *(
            Observation(measure, Figure(str(count), None, count), MINISTRY, NINTH, NINTH)
            for measure, count in zip(measures, counts, strict=True)
            if count is not None
        )
    )
    found = [*exceeding(observations), *not_adding_up(observations, [partition])]
    estimates = reconcile(Ledger(observations))
    assert bool(found) == bool(tighten(estimates, [partition]).conflicts)


def test_nothing_is_found_in_nothing() -> None:
    assert exceeding([]) == []
    assert not_adding_up([], [BY_SIDE]) == []
