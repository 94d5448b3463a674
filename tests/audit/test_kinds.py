"""Every kind of disagreement: the real case, the border, and what only looks like it.

The first table says what `compare` makes of two reports, the second what `audit` makes of a scene.
How a line is read stands in scenes.py.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations
from random import Random

import pytest
from attrs import evolve
from drawing import near_moments
from hypothesis import given
from hypothesis import strategies as st
from scenes import is_notice, ledger, measure, notice, scene, told

from kazfigures import (
    Ledger,
    Measure,
    Moment,
    NoticeKind,
    Observation,
    Source,
    Tally,
)
from kazfigures.audit.auditing import audit
from kazfigures.audit.comparing import compare
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind
from kazfigures.audit.parts.partitions import Partition
from kazfigures.strategies import ledgers, observations, sources

Pair = tuple[str, str, str, str, str]

PAIRS: list[Pair] = [
    # the kind that the case is about, what it shows, one line and the other, the kind it has
    # INCOMPARABLE
    (
        *("incomparable", "70 checkpoints are no people"),
        *("70 | set up | MVD | unit checkpoints", "70 | set up | MVD"),
        "incomparable",
    ),
    (
        *("incomparable", "another event"),
        *("8 | officers killed | MVD", "8 | officers killed | MVD | event December 1986"),
        "incomparable",
    ),
    (
        *("incomparable", "another outcome"),
        *("26 | attackers killed | MVD", "18 | attackers injured | MVD"),
        "incomparable",
    ),
    (
        *("incomparable", "outcome and tally"),
        *("225 | killed | Prosecutor | as of 15", "446 | =in custody | Prosecutor | as of 15"),
        "incomparable",
    ),
    (
        *("incomparable", "two outcomes that lead to each other, each since the beginning"),
        *("1,000 | injured | Health", "400 | hospitalised | Health"),
        "incomparable",
    ),
    (
        *("incomparable", "stocks of two moments"),
        "446 | =in custody | Prosecutor | as of 15",
        "766 | =in custody | MVD | as of 03-14",
        "incomparable",
    ),
    (
        *("incomparable", "one statement about two outcomes"),
        *(
            "8 | officers killed | MVD | from briefing",
            "317 | officers injured | MVD | from briefing",
        ),
        "incomparable",
    ),
    (
        *("incomparable", "look-alike: one outcome among two"),
        "225 | killed | Prosecutor | as of 15",
        "4,578 | killed or injured | Prosecutor | as of 15",
        "part_of",
    ),
    # SAME_ORIGIN
    (
        *("same_origin", "7,939 by two agencies"),
        "7,939 | detained | MVD | as of 10 | via Reuters | from statement",
        "7,939 | detained | MVD | as of 10 | via AP | from statement",
        "same_origin",
    ),
    (
        *("same_origin", "the words differ, the counts do not"),
        *(
            "Eight | officers killed | MVD | from briefing",
            "8 | officers killed | MVD | from briefing",
        ),
        "same_origin",
    ),
    (
        *("same_origin", "relays that name two claimants"),
        "353 | officers injured | Commandant | from statement | via AP",
        "353 | officers injured | MVD | from statement | via TASS",
        "same_origin",
    ),
    (
        *("same_origin", "relays that disagree"),
        "2,677 | injured | Health | as of 15 | from statement | via TASS",
        "2,678 | injured | Health | as of 15 | from statement | via Sputnik",
        "same_origin",
    ),
    (
        *("same_origin", "goes before what is taken back"),
        "164 | killed | Health | as of 9 | via AP | from post",
        "164 | killed | Health | as of 9 | via TASS | from post",
        "same_origin",
    ),
    (
        *("same_origin", "look-alike: no origin is no common origin"),
        *("26 | attackers killed | MVD | via AFP", "26 | attackers killed | MVD | via TASS"),
        "compatible",
    ),
    (
        *("same_origin", "look-alike: one statement of two places"),
        "353 | officers injured @Almaty | Commandant | from statement",
        "353 | officers injured | Commandant | from statement",
        "scope_place",
    ),
    # BOUND_DRIFT
    (
        *("bound_drift", "1,300 with other bounds"),
        "more than 1,300 | officers injured | MVD | as of 9 | via TASS | from briefing",
        "approximately 1,300 | officers injured | MVD | as of 9 | via CGTN | from briefing",
        "bound_drift",
    ),
    (
        *("bound_drift", "a bound that was added"),
        "4,404 | detained | MVD | as of 8 | via TASS | from briefing",
        "at least 4,404 | detained | MVD | as of 8 | via Sputnik | from briefing",
        "bound_drift",
    ),
    (
        *("bound_drift", "a rounder number with an open bound"),
        "4,404 | detained | MVD | as of 8 | via TASS | from briefing",
        "over 4,400 | detained | MVD | as of 8 | via Armradio | from briefing",
        "bound_drift",
    ),
    (
        *("bound_drift", "164 became over 150"),
        "164 | killed | Health | as of 9 | from post",
        "over 150 | killed | Health | as of 9 | via AP | from post",
        "bound_drift",
    ),
    (
        *("bound_drift", "a vague word of the same statement"),
        "dozens | attackers killed | MVD | from briefing | via AP",
        "26 | attackers killed | MVD | from briefing | via TASS",
        "bound_drift",
    ),
    (
        *("bound_drift", "look-alike: two statements"),
        "more than 1,300 | officers injured | HRW | as of 9 | from report",
        "approximately 1,300 | officers injured | AP | as of 9 | from count",
        "compatible",
    ),
    # ROUNDING
    (
        *("rounding", "7,939 and nearly 8,000"),
        "7,939 | detained | MVD | as of 10 | via Reuters | from statement",
        "nearly 8,000 | detained | MVD | as of 10 | via AP | from statement",
        "rounding",
    ),
    (
        *("rounding", "a bare round number within one statement"),
        "9,900 | detained | MVD | as of 11 | via Reuters | from statement",
        "10,000 | detained | MVD | as of 11 | via OANN | from statement",
        "rounding",
    ),
    (
        *("rounding", "another claimant rounds"),
        *("5,135 | detained | MVD | as of 9", "about 5,100 | detained | HRW | as of 9"),
        "rounding",
    ),
    (
        *("rounding", "a bare round number of somebody else, near enough"),
        *("9,900 | detained | MVD | as of 11", "10,000 | detained | HRW | as of 11"),
        "rounding",
    ),
    (
        *("rounding", "look-alike: a bare round number that is not near"),
        *("180 | killed | HRW", "200 | killed | AP"),
        "contradiction",
    ),
    (
        *("rounding", "look-alike: a bare number rounded to tens"),
        *("26 | killed | HRW", "30 | killed | AP"),
        "contradiction",
    ),
    (
        *("rounding", "look-alike: an open bound"),
        *("3,811 | detained | MVD", "more than 3,000 | detained | HRW"),
        "compatible",
    ),
    (
        *("rounding", "look-alike: too far to be rounded"),
        *("5,135 | detained | MVD | as of 9", "about 5,800 | detained | HRW | as of 9"),
        "contradiction",
    ),
    # COMPATIBLE
    (
        *("compatible", "more than 3,000 and 3,811"),
        *("more than 3,000 | detained | MVD", "3,811 | detained | MVD"),
        "compatible",
    ),
    (
        *("compatible", "they share one number"),
        *("at least 26 | attackers killed | HRW", "up to 26 | attackers killed | AP"),
        "compatible",
    ),
    (
        *("compatible", "the same number by two claimants"),
        *("18 | officers killed | MVD", "18 | officers killed | HRW"),
        "compatible",
    ),
    (
        *("compatible", "another claimant, later and higher"),
        *("16 | officers killed | MVD | as of 9", "19 | officers killed | Prosecutor | as of 15"),
        "compatible",
    ),
    (
        *("compatible", "another claimant, later and as low as the range allows"),
        *("about 20 | killed | AP", "18 | killed | HRW | as of 9"),
        "compatible",
    ),
    (
        *("compatible", "look-alike: just above"),
        *("more than 26 | attackers killed | HRW", "up to 26 | attackers killed | AP"),
        "contradiction",
    ),
    # VAGUE_AND_EXACT
    (
        *("vague_and_exact", "dozens, then 26"),
        *("dozens of attackers | attackers killed | MVD", "26 | attackers killed | HRW"),
        "vague_and_exact",
    ),
    (
        *("vague_and_exact", "fewer than the plain table allows"),
        *("dozens | attackers killed | HRW", "18 | attackers killed | AP"),
        "vague_and_exact",
    ),
    (
        *("vague_and_exact", "the least that the cautious table allows"),
        *("dozens | attackers killed | HRW", "12 | attackers killed | AP"),
        "vague_and_exact",
    ),
    (
        *("vague_and_exact", "hundreds, and an open bound that states a number"),
        *("hundreds | killed | HRW | as of 9", "over 150 | killed | AP | as of 9"),
        "vague_and_exact",
    ),
    (
        *("vague_and_exact", "half of what a Russian word allows"),
        *("десятки | attackers killed | HRW | ru", "10 | attackers killed | AP"),
        "vague_and_exact",
    ),
    (
        *("vague_and_exact", "look-alike: less than half of a Russian word"),
        *("десятки | attackers killed | HRW | ru", "9 | attackers killed | AP"),
        "contradiction",
    ),
    (
        *("vague_and_exact", "look-alike: not even by the cautious table"),
        *("dozens | attackers killed | HRW", "11 | attackers killed | AP"),
        "contradiction",
    ),
    (
        *("vague_and_exact", "look-alike: two vague words"),
        *("dozens | attackers killed | HRW", "scores | attackers killed | AP"),
        "compatible",
    ),
    # FLOOR_LIST
    (
        *("floor_list", "188 names within 241"),
        *("list 188 | killed | Azattyq | as of 07-29", "241 | killed | Prosecutor | as of 07-29"),
        "floor_list",
    ),
    (
        *("floor_list", "two lists"),
        *("list 188 | killed | Azattyq | as of 07-29", "list 221 | killed | HRW | as of 07-29"),
        "floor_list",
    ),
    (
        *("floor_list", "a list of all"),
        *("list 241 | killed | Azattyq | as of 07-29", "241 | killed | Prosecutor | as of 07-29"),
        "floor_list",
    ),
    (
        *("floor_list", "look-alike: a bound in words"),
        *(
            "at least 188 | killed | Azattyq | as of 07-29",
            "241 | killed | Prosecutor | as of 07-29",
        ),
        "compatible",
    ),
    (
        *("floor_list", "look-alike: a list longer than the total"),
        *("list 250 | killed | Azattyq | as of 07-29", "241 | killed | Prosecutor | as of 07-29"),
        "contradiction",
    ),
    # SAME_DAY_SPREAD
    (
        *("same_day_spread", "5,135 and about 5,800 on one day"),
        *("5,135 | detained | MVD | as of 9", "about 5,800 | detained | President | as of 9"),
        "same_day_spread",
    ),
    (
        *("same_day_spread", "5,135 and 5,969 by one ministry"),
        *("5,135 | detained | MVD | as of 9", "5,969 | detained | MVD | as of 9"),
        "same_day_spread",
    ),
    (
        *("same_day_spread", "18 at 10:50 and 26 at 16:56"),
        *("18 | attackers injured | MVD | on 7 10:50", "26 | attackers injured | MVD | on 7 16:56"),
        "same_day_spread",
    ),
    (
        *("same_day_spread", "an hour is known of one alone"),
        *(
            "18 | attackers injured | MVD",
            "26 | attackers injured | Defence | as of 7 16:56 | on 7",
        ),
        "same_day_spread",
    ),
    (
        *("same_day_spread", "look-alike: of a day and of a month, one may be later"),
        "5,135 | detained | MVD | as of 9",
        "5,969 | detained | President | as of 2022-01 | on 02-01",
        "compatible",
    ),
    (
        *("same_day_spread", "look-alike: the hour is known of both"),
        "18 | attackers injured | MVD | as of 7 16h | on 7",
        "26 | attackers injured | Defence | as of 7 16:56 | on 7",
        "contradiction",
    ),
    (
        *("same_day_spread", "look-alike: an official without a side"),
        *("230 | killed | Prosecutor | as of 03-14", "238 | killed | Ombudswoman | as of 03-14"),
        "contradiction",
    ),
    (
        *("same_day_spread", "look-alike: no office, though of the side"),
        *("18 | officers killed | MVD", "26 | officers killed | Army"),
        "contradiction",
    ),
    # REVISED_DOWN
    (
        *("revised_down", "18 became 16"),
        *("18 | officers killed | MVD | as of 7", "16 | officers killed | MVD | as of 9"),
        "revised_down",
    ),
    (
        *("revised_down", "told anew of the same day"),
        *("18 | officers killed | MVD | on 7", "16 | officers killed | MVD | on 9"),
        "revised_down",
    ),
    (
        *("revised_down", "two ranges that share nothing"),
        *("about 1,400 | killed | Office | as of 7", "about 1,200 | killed | Office | as of 11"),
        "revised_down",
    ),
    (
        *("revised_down", "below what a vague word allows, taken cautiously"),
        *("dozens | attackers killed | MVD | as of 6", "11 | attackers killed | MVD | as of 7"),
        "revised_down",
    ),
    (
        *("revised_down", "look-alike: what a vague word allows, taken cautiously"),
        *("dozens | attackers killed | MVD | as of 6", "12 | attackers killed | MVD | as of 7"),
        "stale",
    ),
    (
        *("revised_down", "look-alike: the range allows the lower"),
        *("about 20 | officers killed | MVD | as of 7", "18 | officers killed | MVD | as of 9"),
        "stale",
    ),
    (
        *("revised_down", "look-alike: a stock may fall"),
        *(
            "446 | =in custody | Prosecutor | as of 15",
            "292 | =in custody | Prosecutor | as of 08-16",
        ),
        "stale",
    ),
    (
        *("revised_down", "look-alike: the older was printed again on the day"),
        *("18 | officers killed | MVD | as of 7 | on 9", "16 | officers killed | MVD | as of 9"),
        "stale",
    ),
    # STALE
    (
        *("stale", "RIA printed 18 on the day of the 16"),
        "18 | officers killed | MVD | as of 7 | on 9 | via RIA",
        "16 | officers killed | MVD | as of 9 | via TASS",
        "stale",
    ),
    (
        *("stale", "superseded"),
        *("16 | officers killed | MVD | as of 9", "19 | officers killed | MVD | as of 15"),
        "stale",
    ),
    (
        *("stale", "told anew of the same day, and higher"),
        *("18 | attackers injured | MVD | on 7", "26 | attackers injured | MVD | on 8"),
        "stale",
    ),
    (
        *("stale", "a day is over as the next begins"),
        "18 | officers killed | MVD | as of 7",
        "19 | officers killed | MVD | as of 8 00:00 | on 8",
        "stale",
    ),
    (
        *("stale", "look-alike: somebody else"),
        *("18 | officers killed | MVD | as of 7 | on 15", "19 | officers killed | HRW | as of 15"),
        "compatible",
    ),
    (
        *("stale", "look-alike: a minute of the day is not after the day"),
        "18 | officers killed | MVD | as of 7",
        "19 | officers killed | MVD | as of 7 23:59 | on 7 23:59",
        "same_day_spread",
    ),
    # SOURCE_SWITCH
    (
        *("source_switch", "14,500 by one office, 7,797 by another"),
        *("14,500 | children killed | Office | as of 6", "7,797 | children killed | UN | as of 8"),
        "source_switch",
    ),
    (
        *("source_switch", "below a floor"),
        *("at least 20 | officers killed | AP", "19 | officers killed | Prosecutor | as of 15"),
        "source_switch",
    ),
    (
        *("source_switch", "two offices of one side"),
        *("18 | officers killed | MVD", "16 | officers killed | Prosecutor | as of 9"),
        "source_switch",
    ),
    (
        *("source_switch", "below what a vague word allows, taken cautiously"),
        *("dozens | attackers killed | HRW | as of 6", "11 | attackers killed | AP | as of 7"),
        "source_switch",
    ),
    (
        *("source_switch", "look-alike: what a vague word allows, taken cautiously"),
        *("dozens | attackers killed | HRW | as of 6", "12 | attackers killed | AP | as of 7"),
        "compatible",
    ),
    (
        *("source_switch", "look-alike: one claimant"),
        *(
            "14,500 | children killed | Office | as of 6",
            "7,797 | children killed | Office | as of 8",
        ),
        "revised_down",
    ),
    (
        *("source_switch", "look-alike: one day"),
        *("14,500 | children killed | Office | as of 8", "7,797 | children killed | UN | as of 8"),
        "contradiction",
    ),
    (
        *("source_switch", "look-alike: a stock"),
        *("766 | =in custody | MVD | as of 14", "292 | =in custody | HRW | as of 15"),
        "incomparable",
    ),
    # PARTY_DISPUTE
    (
        *("party_dispute", "the same 26, armed criminals or protesters"),
        *("26 | attackers killed | MVD", "26 | protesters killed | Committee"),
        "party_dispute",
    ),
    (
        *("party_dispute", "two sides, two numbers"),
        *("19 | killed | MVD", "44 | killed | Committee"),
        "party_dispute",
    ),
    (
        *("party_dispute", "the other side, later and lower"),
        *("44 | killed | Committee", "19 | killed | MVD | as of 9"),
        "party_dispute",
    ),
    (
        *("party_dispute", "look-alike: one side calls them by two names"),
        *("26 | attackers killed | MVD", "26 | protesters killed | Defence"),
        "scope_population",
    ),
    (
        *("party_dispute", "look-alike: other numbers of other people"),
        *("26 | attackers killed | MVD", "30 | protesters killed | Committee"),
        "scope_population",
    ),
    (
        *("party_dispute", "look-alike: one has no side"),
        *("19 | killed | HRW", "44 | killed | Committee"),
        "contradiction",
    ),
    (
        *("party_dispute", "look-alike: two sides that can both be right"),
        *("at least 19 | killed | MVD", "44 | killed | Committee"),
        "compatible",
    ),
    # SCOPE_PLACE
    (
        *("scope_place", "the commandant counts Almaty alone"),
        *(
            "12 | officers killed @Almaty | Commandant | as of 6",
            "18 | officers killed | MVD | as of 6",
        ),
        "scope_place",
    ),
    (
        *("scope_place", "353 in Almaty, or nationwide"),
        *("353 | officers injured @Almaty | Commandant", "353 | officers injured | Commandant"),
        "scope_place",
    ),
    (
        *("scope_place", "two cities"),
        *("103 | killed @Almaty | Health | as of 9", "21 | killed @Kyzylorda | Health | as of 9"),
        "scope_place",
    ),
    (
        *("scope_place", "place and population"),
        *("12 | officers killed @Almaty | Commandant", "26 | killed | MVD"),
        "scope_place",
    ),
    (
        *("scope_place", "look-alike: one claimant gives part and whole"),
        *(
            "139 | killed @Almaty | Prosecutor | as of 03-14",
            "230 | killed | Prosecutor | as of 03-14",
        ),
        "part_of",
    ),
    # SCOPE_POPULATION
    (
        *("scope_population", "16 police, 2 soldiers"),
        *("16 | police killed | MVD | as of 9", "2 | soldiers killed | Defence | as of 9"),
        "scope_population",
    ),
    (
        *("scope_population", "one claimant gives one number for both"),
        *("18 | officers killed | MVD", "18 | police killed | MVD"),
        "scope_population",
    ),
    (
        *("scope_population", "goes before the definition"),
        "16 | police killed | MVD | as of 9",
        "19 | killed (with deaths in custody) | HRW | as of 9",
        "scope_population",
    ),
    (
        *("scope_population", "look-alike: one claimant gives part and whole"),
        *("19 | officers killed | Prosecutor | as of 15", "225 | killed | Prosecutor | as of 15"),
        "part_of",
    ),
    # DEFINITION
    (
        *("definition", "who counted deaths in custody"),
        "230 | killed | Prosecutor | as of 03-14",
        "238 | killed (with deaths in custody) | Ombudswoman | as of 03-14",
        "definition",
    ),
    (
        *("definition", "one claimant, later and lower"),
        "1,400 | killed | Office | as of 7",
        "1,200 | killed (without attackers) | Office | as of 11",
        "definition",
    ),
    (
        *("definition", "the same number of one statement"),
        "232 | killed | Prosecutor | as of 15 | from letter",
        "232 | killed (with deaths in custody) | Prosecutor | as of 15 | from letter",
        "definition",
    ),
    (
        *("definition", "look-alike: both define it alike"),
        "230 | killed (with deaths in custody) | HRW | as of 03-14",
        "238 | killed (with deaths in custody) | Ombudswoman | as of 03-14",
        "contradiction",
    ),
    # PART_OF
    (
        *("part_of", "300 at the border within 5,135"),
        *("about 300 | detained @border | MVD | as of 9", "5,135 | detained | MVD | as of 9"),
        "part_of",
    ),
    (
        *("part_of", "two claimants in one statement"),
        "19 | officers killed | MVD | as of 15 | from briefing",
        "225 | killed | Prosecutor | as of 15 | from briefing",
        "part_of",
    ),
    (
        *("part_of", "another day"),
        *(
            "19 | officers killed | Prosecutor | as of 15",
            "230 | killed | Prosecutor | as of 03-14",
        ),
        "part_of",
    ),
    (
        *("part_of", "look-alike: two claimants"),
        *("19 | officers killed | MVD | as of 15", "225 | killed | Prosecutor | as of 15"),
        "scope_population",
    ),
    (
        *("part_of", "look-alike: two parts"),
        *("16 | police killed | MVD", "2 | soldiers killed | MVD"),
        "scope_population",
    ),
    (
        *("part_of", "one outcome among two, and the whole is of a later day"),
        "225 | killed | Prosecutor | as of 15",
        "4,578 | killed or injured | Prosecutor | as of 16",
        "part_of",
    ),
    (
        *("part_of", "one outcome among two, and the whole is of an earlier day"),
        "225 | killed | Prosecutor | as of 16",
        "4,578 | killed or injured | Prosecutor | as of 15",
        "part_of",
    ),
    (
        *("part_of", "the whole is of an earlier day"),
        "19 | officers killed | Prosecutor | as of 16",
        "225 | killed | Prosecutor | as of 15",
        "part_of",
    ),
    (
        *("rounding", "stocks of two moments"),
        "446 | =in custody | Prosecutor | as of 15",
        "about 450 | =in custody | MVD | as of 16",
        "rounding",
    ),
    (
        *("compatible", "stocks of two moments that share a number"),
        "446 | =in custody | Prosecutor | as of 15",
        "at least 400 | =in custody | MVD | as of 16",
        "compatible",
    ),
    (
        *("vague_and_exact", "look-alike: a word that both tables take for three"),
        "several | killed | HRW",
        "2 | killed | AP",
        "contradiction",
    ),
    (
        *("party_dispute", "look-alike: one group is among the other"),
        "26 | police killed | MVD",
        "26 | officers killed | Committee",
        "scope_population",
    ),
    (
        *("floor_list", "look-alike: an open bound in other words"),
        "188 or more | killed | Azattyq | as of 07-29",
        "241 | killed | Prosecutor | as of 07-29",
        "compatible",
    ),
    (
        *("floor_list", "look-alike: a bound on names"),
        "at least 188 names | killed | Azattyq | as of 07-29",
        "241 | killed | Prosecutor | as of 07-29",
        "compatible",
    ),
    (
        *("rounding", "of a month, and of a day in it"),
        "5,969 | detained | MVD | as of 2022-01 | on 02-01",
        "about 6,000 | detained | HRW | as of 9",
        "rounding",
    ),
    (
        *("rounding", "a bare round number, near enough by a little"),
        "9,804 | detained | MVD | as of 11",
        "10,000 | detained | HRW | as of 11",
        "rounding",
    ),
    (
        *("rounding", "look-alike: a bare round number, too far by a little"),
        "9,799 | detained | MVD | as of 11",
        "10,000 | detained | HRW | as of 11",
        "contradiction",
    ),
    (
        *("vague_and_exact", "more than half of a Russian word for three"),
        "несколько | attackers killed | HRW | ru",
        "2 | attackers killed | AP",
        "vague_and_exact",
    ),
    (
        *("vague_and_exact", "look-alike: less than half of a Russian word for three"),
        "несколько | attackers killed | HRW | ru",
        "1 | attackers killed | AP",
        "contradiction",
    ),
    (
        *("part_of", "one vague word for both is no number"),
        "dozens | police killed | MVD",
        "dozens | officers killed | MVD",
        "part_of",
    ),
    # TALLY
    (
        *("tally", "1,678 more, 9,900 in all"),
        *("1,678 | +detained | MVD | since 11 | as of 12", "9,900 | detained | MVD | as of 11"),
        "tally",
    ),
    (
        *("tally", "detained, and still in custody"),
        *("9,900 | detained | MVD | as of 11", "446 | =in custody | Prosecutor | as of 15"),
        "tally",
    ),
    (
        *("tally", "injured, and in hospital"),
        *("1,000 | injured | Health | as of 6", "400 | =hospitalised | Health | as of 6"),
        "tally",
    ),
    (
        *("tally", "goes before the place"),
        *(
            "1,678 | +detained @Almaty | MVD | since 11 | as of 12",
            "9,900 | detained | MVD | as of 11",
        ),
        "tally",
    ),
    (
        *("tally", "look-alike: killed, and in custody"),
        *("225 | killed | Prosecutor | as of 15", "446 | =in custody | MVD | as of 15"),
        "incomparable",
    ),
    # WINDOW
    (
        *("window", "300 on 6-7 January, 1,678 in 24 hours"),
        "about 300 | +detained | MVD | since 6 | as of 7",
        "1,678 | +detained | MVD | since 11 | as of 12",
        "window",
    ),
    (
        *("window", "they end together"),
        *("300 | +detained | MVD | since 5 | as of 7", "300 | +detained | HRW | since 6 | as of 7"),
        "window",
    ),
    (
        *("window", "the beginning of one is not told"),
        *("300 | +detained | MVD | as of 7", "300 | +detained | HRW | since 6 | as of 7"),
        "window",
    ),
    (
        *("window", "look-alike: one window"),
        *("300 | +detained | AP | since 6 | as of 7", "350 | +detained | HRW | since 6 | as of 7"),
        "contradiction",
    ),
    (
        *("window", "look-alike: one window, in other words"),
        *(
            "1,678 | +detained | MVD | since 11 | as of 12",
            "about 1,700 | +detained | AP | since 11 | as of 12",
        ),
        "rounding",
    ),
    # CONTRADICTION
    (
        *("contradiction", "18 or 26 wounded on 7 January"),
        *("18 | attackers injured | MVD", "26 | attackers injured | HRW"),
        "contradiction",
    ),
    (
        *("contradiction", "a minute within the day"),
        *("18 | attackers injured | HRW", "26 | attackers injured | AP | as of 7 16:56 | on 7"),
        "contradiction",
    ),
    (
        *("contradiction", "two statements"),
        "18 | attackers injured | HRW | from report",
        "26 | attackers injured | AP | from briefing",
        "contradiction",
    ),
    (
        *("contradiction", "one claimant, two numbers for one minute"),
        *(
            "18 | attackers injured | MVD | as of 7 10:50",
            "26 | attackers injured | MVD | as of 7 10:50",
        ),
        "contradiction",
    ),
    (
        *("contradiction", "none, and one"),
        *("no casualties | killed | MVD", "1 | killed | HRW"),
        "contradiction",
    ),
    (
        *("contradiction", "the last number of a range and the next"),
        *("between 20 and 30 | killed | AP", "31 | killed | HRW"),
        "contradiction",
    ),
    (
        *("contradiction", "look-alike: the last number of a range"),
        *("between 20 and 30 | killed | AP", "30 | killed | HRW"),
        "compatible",
    ),
    (
        *("contradiction", "look-alike: the midnight that ends the day"),
        *("18 | attackers injured | HRW", "26 | attackers injured | AP | as of 8 00:00 | on 8"),
        "compatible",
    ),
]

TAKEN_BACK: list[tuple[str, str, tuple[str, ...], str]] = [
    # the kind that the case is about, what it shows, two reports and the notices, the kind it has
    (
        *("retracted", "164, a technical error"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "225 | killed | Prosecutor | as of 9",
            "retraction | of post | by Channel",
        ),
        "retracted",
    ),
    (
        *("retracted", "a publisher corrects what it published"),
        (
            "19 | officers killed | MVD | via HRW",
            "18 | officers killed | AP",
            "correction | of 1 | by HRW | instead other",
        ),
        "retracted",
    ),
    (
        *("retracted", "goes before the denial"),
        (
            "164 | killed | Health | as of 9 | via Channel",
            "225 | killed | Prosecutor | as of 9",
            "denial | of 1 | by Health",
            "retraction | of 1 | by Channel | on 10",
        ),
        "retracted",
    ),
    (
        *("retracted", "goes before the tally"),
        (
            "9,900 | detained | MVD | as of 11",
            "1,678 | +detained | MVD | since 11 | as of 12",
            "retraction | of 1 | by MVD | on 13",
        ),
        "retracted",
    ),
    (
        *("retracted", "look-alike: taken back by somebody else"),
        (
            "18 | officers killed | MVD",
            "26 | officers killed | HRW",
            "retraction | of 1 | by AP",
        ),
        "contradiction",
    ),
    (
        *("retracted", "look-alike: of another report"),
        (
            "18 | officers killed | MVD",
            "26 | officers killed | HRW",
            "retraction | of briefing | by MVD",
        ),
        "contradiction",
    ),
    (
        *("retracted", "look-alike: two relays of what was taken back"),
        (
            "164 | killed | Channel | as of 9 | from post | via AP",
            "164 | killed | Channel | as of 9 | from post | via TASS",
            "retraction | of post | by Channel",
        ),
        "same_origin",
    ),
    (
        *("denied_by_source", "the Health Ministry on the 164"),
        (
            "164 | killed | Health | as of 9 | via AP",
            "225 | killed | Prosecutor | as of 9",
            "denial | of 1 | by Health",
        ),
        "denied_by_source",
    ),
    (
        *("denied_by_source", "the higher of the two"),
        (
            "164 | killed | HRW | as of 9",
            "225 | killed | Prosecutor | as of 9",
            "denial | of 2 | by Prosecutor | on 10",
        ),
        "denied_by_source",
    ),
    (
        *("denied_by_source", "look-alike: a relay denies"),
        (
            "164 | killed | Health | as of 9 | via AP",
            "225 | killed | HRW | as of 9",
            "denial | of 1 | by AP",
        ),
        "contradiction",
    ),
    (
        *("denied_by_source", "look-alike: somebody else denies"),
        (
            "225 | killed | Prosecutor | as of 15",
            "232 | killed | HRW | as of 15",
            "denial | of 1 | by Committee | on 16",
        ),
        "contradiction",
    ),
]

Scene = tuple[str, str, tuple[str, ...], str]

SCENES: list[Scene] = [
    # the kind that the scene is about, what it shows, its lines, all that the audit finds;
    # what it may find but need not stands in brackets
    # SAME_ORIGIN
    (
        *("same_origin", "7,939 by four agencies"),
        tuple(
            f"7,939 | detained | MVD | as of 10 | via {agency} | from statement"
            for agency in ("Reuters", "AP", "dpa", "TASS")
        ),
        "note same_origin",
    ),
    (
        *("same_origin", "relays that disagree"),
        (
            "2,677 | injured | Health | as of 15 | from statement | via TASS",
            "2,678 | injured | Health | as of 15 | from statement | via Sputnik",
        ),
        "warning same_origin",
    ),
    (
        *("same_origin", "look-alike: two claimants who agree"),
        ("26 | attackers killed | MVD", "26 | attackers killed | HRW"),
        "",
    ),
    # BOUND_DRIFT, ROUNDING
    (
        *("bound_drift", "1,300 with other bounds"),
        (
            "more than 1,300 | officers injured | MVD | as of 9 | via TASS | from briefing",
            "approximately 1,300 | officers injured | MVD | as of 9 | via CGTN | from briefing",
        ),
        "note bound_drift",
    ),
    (
        *("rounding", "one statement told exactly twice, and rounded"),
        (
            "7,939 | detained | MVD | as of 10 | via Reuters | from statement",
            "7,939 | detained | MVD | as of 10 | via TASS | from statement",
            "nearly 8,000 | detained | MVD | as of 10 | via AP | from statement",
        ),
        "note same_origin, note rounding",
    ),
    (
        *("rounding", "another claimant rounds"),
        ("5,135 | detained | MVD | as of 9", "about 5,100 | detained | HRW | as of 9"),
        "note rounding",
    ),
    # COMPATIBLE, VAGUE_AND_EXACT, FLOOR_LIST
    (
        *("compatible", "more than 3,000 and 3,811 by one ministry"),
        ("more than 3,000 | detained | MVD", "3,811 | detained | MVD"),
        "note compatible",
    ),
    (
        *("vague_and_exact", "dozens and 18"),
        ("dozens | attackers killed | HRW", "18 | attackers killed | AP"),
        "note vague_and_exact",
    ),
    (
        *("floor_list", "188 names within 241"),
        ("list 188 | killed | Azattyq | as of 07-29", "241 | killed | Prosecutor | as of 07-29"),
        "note floor_list",
    ),
    # SAME_DAY_SPREAD, CONTRADICTION, PARTY_DISPUTE
    (
        *("same_day_spread", "three numbers of 9 January"),
        (
            "5,135 | detained | MVD | as of 9",
            "about 5,800 | detained | President | as of 9",
            "5,969 | detained | MVD | as of 9",
        ),
        "warning same_day_spread",
    ),
    (
        *("contradiction", "18 or 26 wounded"),
        ("18 | attackers injured | MVD", "26 | attackers injured | HRW"),
        "error contradiction",
    ),
    (
        *("contradiction", "told of the day and of a minute of it"),
        ("18 | attackers injured | HRW", "26 | attackers injured | AP | as of 7 16:56 | on 7"),
        "error contradiction",
    ),
    (
        *("contradiction", "told of a minute and of the hour that it begins"),
        (
            "18 | attackers injured | HRW | as of 7 16:00",
            "26 | attackers injured | AP | as of 7 16h",
        ),
        "error contradiction",
    ),
    (
        *("contradiction", "told of a day here and of the day in another zone"),
        (
            "18 | attackers injured | HRW",
            "26 | attackers injured | AP | as of 2022-01-07[UTC] | on 9",
        ),
        "error contradiction",
    ),
    (
        *("contradiction", "two round numbers of two claimants"),
        ("180 | killed | HRW", "200 | killed | AP"),
        "error contradiction",
    ),
    (
        *("contradiction", "look-alike: one of the two was taken back"),
        (
            "18 | attackers injured | MVD",
            "26 | attackers injured | HRW",
            "retraction | of 2 | by HRW",
        ),
        "warning retracted",
    ),
    (
        *("party_dispute", "two sides, two numbers"),
        ("19 | killed | MVD", "44 | killed | Committee"),
        "warning party_dispute",
    ),
    (
        *("party_dispute", "the same 26"),
        ("26 | attackers killed | MVD", "26 | protesters killed | Committee"),
        "warning party_dispute, (note scope_population)",
    ),
    # STALE, STALE_COMPONENT
    (
        *("stale", "18 printed on the day of the 16"),
        (
            "18 | officers killed | MVD | as of 7 | on 9 | via RIA",
            "16 | officers killed | MVD | as of 9 | via TASS",
        ),
        "warning stale, warning revised_down",
    ),
    (
        *("stale", "an old figure printed after a higher one"),
        (
            "12 | officers killed | MVD | as of 6 | on 8",
            "18 | officers killed | MVD | as of 7 | on 7",
        ),
        "warning stale",
    ),
    (
        *("stale", "look-alike: growth in order"),
        (
            "8 | officers killed | MVD | as of 5",
            "18 | officers killed | MVD | as of 6",
            "19 | officers killed | MVD | as of 7",
        ),
        "",
    ),
    (
        *("stale", "look-alike: growth in order within a day"),
        ("3,000 | detained | MVD | as of 7 10:50", "3,811 | detained | MVD | as of 7 16:56"),
        "",
    ),
    (
        *("stale", "look-alike: the same number printed again"),
        (
            "18 | officers killed | MVD | as of 6 | on 8",
            "18 | officers killed | MVD | as of 7 | on 7",
        ),
        "",
    ),
    (
        *("stale_component", "an old number of the killed beside the new of the injured"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | on 6 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale_component",
    ),
    (
        *("stale_component", "one report, known by its claimant, relay and moment"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS",
            "748 | officers injured | MVD | as of 6 | on 6 | via TASS",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale_component",
    ),
    (
        *("stale_component", "353 beside the new 18, while 748 was current"),
        (
            "353 | officers injured @Almaty | Commandant | as of 6 | via AP",
            "353 | officers injured | MVD | as of 6 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | via Tengrinews",
        ),
        "warning stale_component, note scope_place, (warning same_day_spread)",
    ),
    (
        *("stale_component", "look-alike: two pages"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | on 6 | via TASS | url other",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale",
    ),
    (
        *("stale_component", "one page that quotes two claimants"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS | url page",
            "748 | officers injured | Health | as of 6 | on 6 | via RIA | url page",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale_component",
    ),
    (
        *("stale_component", "look-alike: without a page, another relay"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS",
            "748 | officers injured | MVD | as of 6 | on 6 | via RIA",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale",
    ),
    (
        *("stale_component", "look-alike: without a page, another claimant"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS",
            "748 | officers injured | Health | as of 6 | on 6 | via TASS",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale",
    ),
    (
        *("stale_component", "look-alike: without a page, another hour"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 12:00 | via TASS",
            "748 | officers injured | MVD | as of 6 | on 6 13:00 | via TASS",
            "18 | officers killed | MVD | as of 6 | on 6 10:00 | via Tengrinews",
        ),
        "warning stale",
    ),
    (
        *("stale_component", "look-alike: what stands beside it is as old"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 5 | on 6 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 | on 6 | via Tengrinews",
        ),
        "warning stale",
    ),
    (
        *("stale_component", "look-alike: somebody else had given another number"),
        (
            "300 | officers injured @Almaty | Commandant | as of 6 | via AP",
            "353 | officers injured | MVD | as of 6 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | via Tengrinews",
        ),
        "warning same_day_spread, note scope_place",
    ),
    (
        *("stale_component", "look-alike: the lower number of a day, beside nothing"),
        (
            "353 | officers injured @Almaty | Commandant | as of 6 | via AP",
            "353 | officers injured | MVD | as of 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | via Tengrinews",
        ),
        "warning same_day_spread, note scope_place",
    ),
    (
        *("stale_component", "look-alike: the old and the new of one measure on a page"),
        (
            "8 | officers killed | MVD | as of 5 | on 6 | url page",
            "18 | officers killed | MVD | as of 6 | on 6 | url page",
        ),
        "",
    ),
    (
        *("revised_down", "look-alike: two numbers of a day, out on another"),
        (
            "26 | killed | MVD | on 9",
            "18 | killed | MVD | on 9",
        ),
        "warning same_day_spread",
    ),
    (
        *("revised_down", "look-alike: a stock under another definition"),
        (
            "446 | =in custody (suspects) | MVD | as of 15",
            "300 | =in custody | MVD | as of 16",
        ),
        "",
    ),
    (
        *("stale_component", "look-alike: somebody else had given another of the lower numbers"),
        (
            "400 | officers injured @Almaty | Commandant | as of 6 | via AP",
            "353 | officers injured | MVD | as of 6 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | via Tengrinews",
            "400 | officers injured | MVD | as of 6 | via RIA",
        ),
        "warning same_day_spread, note scope_place",
    ),
    (
        *("stale_component", "look-alike: two numbers of one minute are a contradiction"),
        (
            "353 | officers injured @Almaty | Commandant | as of 6 12:00 | via AP",
            "353 | officers injured | MVD | as of 6 12:00 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 12:00 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 12:00 | via Tengrinews",
        ),
        "error contradiction, note scope_place",
    ),
    (
        *("revised_down", "of a day, after a higher number of its afternoon"),
        (
            "26 | killed | MVD | as of 7 16:56",
            "18 | killed | MVD | as of 7 | on 9",
        ),
        "warning revised_down",
    ),
    (
        *(
            "revised_down",
            "look-alike: two numbers of a day, out on another, the higher in the ledger first",
        ),
        (
            "18 | killed | MVD | on 9",
            "9 | killed | MVD | on 9",
        ),
        "warning same_day_spread",
    ),
    (
        *("stale", "look-alike: of a day, and later of a minute of it"),
        (
            "18 | killed | MVD | as of 7",
            "26 | killed | MVD | as of 7 16:56 | on 9",
        ),
        "",
    ),
    (
        *("stale_component", "look-alike: somebody else had given the number of other people"),
        (
            "353 | attackers injured | Commandant | as of 6 | via AP",
            "353 | officers injured | MVD | as of 6 | via TASS | url page",
            "18 | officers killed | MVD | as of 6 | via TASS | url page",
            "748 | officers injured | MVD | as of 6 | via Tengrinews",
        ),
        "warning same_day_spread, note scope_population",
    ),
    (
        *("same_day_spread", "one ministry, of the day and of a minute of it"),
        (
            "18 | attackers injured | MVD",
            "26 | attackers injured | MVD | as of 7 16:56 | on 7",
        ),
        "warning same_day_spread",
    ),
    # REVISED_DOWN, RESTART, SOURCE_SWITCH, BACKDATED
    (
        *("revised_down", "18, 16, 19, and nobody said why"),
        (
            "18 | officers killed | MVD | as of 7",
            "16 | officers killed | MVD | as of 9",
            "19 | officers killed | MVD | as of 15",
        ),
        "warning revised_down",
    ),
    (
        *("revised_down", "told anew of the same day"),
        ("18 | officers killed | MVD | on 7", "16 | officers killed | MVD | on 9"),
        "warning revised_down",
    ),
    (
        *("revised_down", "explained by a correction"),
        (
            "18 | officers killed | MVD | as of 7",
            "16 | officers killed | MVD | as of 9",
            "correction | of 1 | by MVD | on 9 | instead 2",
        ),
        "note revised_down, note retracted",
    ),
    (
        *("revised_down", "explained by another definition"),
        (
            "1,400 | killed | Office | as of 7",
            "1,200 | killed (without attackers) | Office | as of 11",
        ),
        "note revised_down",
    ),
    (
        *("revised_down", "explained by another population"),
        ("18 | officers killed | MVD | as of 7", "16 | police killed | MVD | as of 9"),
        "note revised_down, (note part_of)",
    ),
    (
        *("revised_down", "look-alike: the first series goes on"),
        (
            "1,400 | killed | Office | as of 7",
            "1,200 | killed (without attackers) | Office | as of 11",
            "1,410 | killed | Office | as of 12",
        ),
        "",
    ),
    (
        *("revised_down", "look-alike: a stock falls"),
        ("446 | =in custody | MVD | as of 15", "292 | =in custody | MVD | as of 08-16"),
        "",
    ),
    (
        *("restart", "4,047, and then from zero"),
        ("4,047 | killed | Health | as of 7", "4 | killed | Health | as of 15"),
        "warning restart, (warning revised_down)",
    ),
    (
        *("restart", "a tenth"),
        ("4,040 | killed | Health | as of 7", "404 | killed | Health | as of 15"),
        "warning restart, (warning revised_down)",
    ),
    (
        *("restart", "look-alike: more than a tenth"),
        ("4,040 | killed | Health | as of 7", "405 | killed | Health | as of 15"),
        "warning revised_down",
    ),
    (
        *("source_switch", "14,500 by one office, then 7,797 by another"),
        (
            "14,500 | children killed | Office | as of 6",
            "7,797 | children killed | UN | as of 8",
        ),
        "warning source_switch",
    ),
    (
        *("source_switch", "the first office comes down later"),
        (
            "14,500 | children killed | Office | as of 6",
            "7,797 | children killed | UN | as of 8",
            "7,900 | children killed | Office | as of 10",
        ),
        "warning source_switch, warning revised_down",
    ),
    (
        *("source_switch", "look-alike: the first figure was taken back"),
        (
            "14,500 | children killed | Office | as of 6",
            "7,797 | children killed | UN | as of 8",
            "retraction | of 1 | by Office | on 7",
        ),
        "warning retracted",
    ),
    (
        *("source_switch", "look-alike: the first office came down itself"),
        (
            "14,500 | children killed | Office | as of 6",
            "7,700 | children killed | Office | as of 7",
            "7,797 | children killed | UN | as of 8",
        ),
        "warning revised_down",
    ),
    (
        *("revised_down", "another definition, and half of the number"),
        (
            "1,000 | killed | Office | as of 7",
            "500 | killed (without attackers) | Office | as of 11",
        ),
        "note revised_down",
    ),
    (
        *("revised_down", "look-alike: another definition, and less than half"),
        (
            "1,000 | killed | Office | as of 7",
            "499 | killed (without attackers) | Office | as of 11",
        ),
        "",
    ),
    (
        *("revised_down", "a definition that was dropped"),
        (
            "1,000 | killed (with attackers) | Office | as of 7",
            "500 | killed | Office | as of 11",
        ),
        "note revised_down",
    ),
    (
        *("revised_down", "look-alike: a definition dropped, and less than half"),
        (
            "1,000 | killed (with attackers) | Office | as of 7",
            "499 | killed | Office | as of 11",
        ),
        "",
    ),
    (
        *("revised_down", "explained by another place"),
        (
            "1,000 | killed | Office | as of 7",
            "900 | killed @Almaty | Office | as of 11",
        ),
        "note revised_down",
    ),
    (
        *("revised_down", "look-alike: another definition on the same day"),
        (
            "1,000 | killed | Office | as of 7",
            "900 | killed (without attackers) | Office | as of 7",
        ),
        "note definition",
    ),
    (
        *("source_switch", "look-alike: the first office comes down to it later"),
        (
            "14,500 | children killed | Office | as of 6",
            "7,797 | children killed | UN | as of 8",
            "7,797 | children killed | Office | as of 10",
        ),
        "warning revised_down",
    ),
    (
        *("backdated", "359 more in a day of 61, for 298 were recognised"),
        (
            "62,263 | killed | Health | as of 22 12:00",
            "62,622 | killed | Health | as of 23 12:00",
            "61 | +killed | Health | since 22 12:00 | as of 23 12:00",
        ),
        "warning backdated, note tally",
    ),
    (
        *("backdated", "look-alike: the rise is the day's"),
        (
            "62,263 | killed | Health | as of 22 12:00",
            "62,324 | killed | Health | as of 23 12:00",
            "61 | +killed | Health | since 22 12:00 | as of 23 12:00",
        ),
        "note tally",
    ),
    (
        *("backdated", "look-alike: the day's words allow more"),
        (
            "62,263 | killed | Health | as of 22 12:00",
            "62,622 | killed | Health | as of 23 12:00",
            "at least 61 | +killed | Health | since 22 12:00 | as of 23 12:00",
        ),
        "note tally",
    ),
    (
        *("backdated", "look-alike: another window"),
        (
            "62,263 | killed | Health | as of 22 12:00",
            "62,622 | killed | Health | as of 23 12:00",
            "61 | +killed | Health | since 22 18:00 | as of 23 12:00",
        ),
        "note tally",
    ),
    (
        *("backdated", "by one"),
        (
            "100 | killed | Health | as of 22 12:00",
            "161 | killed | Health | as of 23 12:00",
            "60 | +killed | Health | since 22 12:00 | as of 23 12:00",
        ),
        "warning backdated, note tally",
    ),
    (
        *("backdated", "look-alike: two claimants' totals"),
        (
            "62,263 | killed | Health | as of 22 12:00",
            "62,622 | killed | HRW | as of 23 12:00",
            "61 | +killed | Health | since 22 12:00 | as of 23 12:00",
        ),
        "note tally",
    ),
    (
        *("restart", "from zero"),
        (
            "20 | killed | MVD | as of 5",
            "no casualties | killed | MVD | as of 6",
        ),
        "warning restart",
    ),
    # RETRACTED, DENIED_BY_SOURCE, DISPUTED_BY_OTHER, MISATTRIBUTED, WITHDRAWN_STILL_USED
    (
        *("retracted", "164, a technical error"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | Channel | as of 9 | from post | via Khabar 24",
            "retraction | of post | by Channel",
        ),
        "warning retracted, (note same_origin)",
    ),
    (
        *("retracted", "a correction whose replacement is here"),
        (
            "19 | officers killed | MVD | on 7",
            "18 | officers killed | MVD | on 8 | via HRW",
            "correction | of 1 | by MVD | on 8 | instead 2",
        ),
        "note retracted, (note revised_down)",
    ),
    (
        *("retracted", "a correction whose replacement is not"),
        (
            "19 | officers killed | MVD | on 7",
            "correction | of 1 | by MVD | on 8 | instead other",
        ),
        "warning retracted, warning idle_notice",
    ),
    (
        *("denied_by_source", "the Health Ministry on the 164"),
        ("164 | killed | Health | as of 9 | via AP", "denial | of 1 | by Health"),
        "warning denied_by_source",
    ),
    (
        *("disputed_by_other", "rights groups on the official total"),
        ("225 | killed | Prosecutor | as of 15", "denial | of 1 | by HRW | on 16"),
        "warning disputed_by_other",
    ),
    (
        *("disputed_by_other", "the figure stands, and still contradicts"),
        (
            "225 | killed | Prosecutor | as of 15",
            "232 | killed | AP | as of 15",
            "denial | of 1 | by HRW | on 16",
        ),
        "warning disputed_by_other, error contradiction",
    ),
    (
        *("disputed_by_other", "a relay is another"),
        ("225 | killed | Prosecutor | as of 15 | via AP", "denial | of 1 | by AP | on 16"),
        "warning disputed_by_other",
    ),
    (
        *("disputed_by_other", "look-alike: the source itself"),
        ("225 | killed | Prosecutor | as of 15", "denial | of 1 | by Prosecutor | on 16"),
        "warning denied_by_source",
    ),
    (
        *("misattributed", "a channel spoke in the name of the ministry"),
        (
            "164 | killed | Health | as of 9 | via Channel | from post",
            "denial | of post | by Health",
            "retraction | of post | by Channel",
        ),
        "warning misattributed, warning denied_by_source, warning retracted",
    ),
    (
        *("misattributed", "a correction of the claimant alone"),
        (
            "2 | soldiers killed | MVD | as of 9 | via HRW",
            "2 | soldiers killed | Defence | as of 9 | via HRW",
            "correction | of 1 | by HRW | on 10 | instead 2",
        ),
        "warning misattributed, note retracted",
    ),
    (
        *("misattributed", "look-alike: a correction of the number too"),
        (
            "3 | soldiers killed | MVD | as of 9 | via HRW",
            "2 | soldiers killed | Defence | as of 9 | via HRW",
            "correction | of 1 | by HRW | on 10 | instead 2",
        ),
        "note retracted",
    ),
    (
        *("misattributed", "look-alike: denied, and nobody took it back"),
        (
            "164 | killed | Health | as of 9 | via Channel | from post",
            "denial | of post | by Health",
        ),
        "warning denied_by_source",
    ),
    (
        *("withdrawn_still_used", "the 164 of 15 January"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | AP | as of 9 | on 15",
            "retraction | of post | by Channel | on 9",
        ),
        "error withdrawn_still_used, warning retracted",
    ),
    (
        *("withdrawn_still_used", "at least 164, with a bound added"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "at least 164 | killed | NTB | as of 9 | on 12",
            "retraction | of post | by Channel | on 9",
        ),
        "error withdrawn_still_used, warning retracted",
    ),
    (
        *("withdrawn_still_used", "a relay of the post, days later"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | Channel | as of 9 | on 12 | from post | via Sputnik",
            "retraction | of post | by Channel | on 9",
        ),
        "error withdrawn_still_used, warning retracted, (note same_origin)",
    ),
    (
        *("withdrawn_still_used", "its claimant repeats it later, of the same day"),
        (
            "164 | killed | Health | as of 9",
            "164 | killed | Health | as of 9 | on 12",
            "denial | of 1 | by Health | on 9",
        ),
        "error withdrawn_still_used, warning denied_by_source",
    ),
    (
        *("withdrawn_still_used", "look-alike: its claimant counts as many later"),
        (
            "164 | killed | Health | as of 9",
            "164 | killed | Health | as of 12",
            "denial | of 1 | by Health | on 9",
        ),
        "warning denied_by_source",
    ),
    (
        *("withdrawn_still_used", "look-alike: of another outcome"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | injured | AP | as of 9 | on 12",
            "retraction | of post | by Channel | on 9",
        ),
        "warning retracted",
    ),
    (
        *("withdrawn_still_used", "look-alike: what the correction puts in its place"),
        (
            "164 | killed | MVD | as of 9 | via AP",
            "at least 164 | killed | MVD | as of 9 | on 12 | via AP",
            "correction | of 1 | by MVD | on 10 | instead 2",
        ),
        "note retracted",
    ),
    (
        *("withdrawn_still_used", "look-alike: printed on the day of the withdrawal"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | AP | as of 9 | on 9",
            "retraction | of post | by Channel | on 9",
        ),
        "warning retracted",
    ),
    (
        *("withdrawn_still_used", "look-alike: an office counted the same"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | Prosecutor | as of 15",
            "retraction | of post | by Channel | on 9",
        ),
        "warning retracted",
    ),
    (
        *("withdrawn_still_used", "look-alike: an agency with a statement of its own"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | AP | as of 9 | on 12 | from count",
            "retraction | of post | by Channel | on 9",
        ),
        "warning retracted",
    ),
    (
        *("misattributed", "look-alike: denied and taken back by its source alone"),
        (
            "164 | killed | Health | as of 9 | via Channel | from post",
            "denial | of post | by Health",
            "retraction | of post | by Health | on 10",
        ),
        "warning denied_by_source, warning retracted",
    ),
    (
        *("withdrawn_still_used", "look-alike: an agency prints what an office counted too"),
        (
            "164 | killed | Channel | as of 9 | from post",
            "164 | killed | Prosecutor | as of 15",
            "164 | killed | AP | as of 9 | on 16",
            "retraction | of post | by Channel | on 9",
        ),
        "warning retracted",
    ),
    (
        *("withdrawn_still_used", "the office that says it too is the one that took it back"),
        (
            "164 | killed | Prosecutor | as of 9 | from letter",
            "164 | killed | Prosecutor | as of 15",
            "164 | killed | AP | as of 9 | on 12",
            "retraction | of 1 | by Prosecutor | on 9",
        ),
        "error withdrawn_still_used, warning retracted",
    ),
    (
        *("withdrawn_still_used", "after the first of two withdrawals"),
        (
            "164 | killed | Health | as of 9 | via Channel | from post",
            "164 | killed | AP | as of 9 | on 11",
            "retraction | of post | by Channel | on 9",
            "denial | of post | by Health | on 12",
        ),
        (
            "error withdrawn_still_used, warning misattributed, "
            "warning denied_by_source, warning retracted"
        ),
    ),
    (
        *("misattributed", "look-alike: the same number of the same claimant stands instead"),
        (
            "19 | officers killed | MVD | via AP",
            "19 | officers killed | MVD | on 8 | via HRW",
            "correction | of 1 | by MVD | on 8 | instead 2",
        ),
        "note retracted",
    ),
    # TALLY, WINDOW, DEFINITION, SCOPE_PLACE, SCOPE_POPULATION, PART_OF
    (
        *("tally", "1,678 more, 9,900 in all"),
        (
            "1,678 | +detained | MVD | since 11 | as of 12",
            "9,900 | detained | MVD | as of 11",
        ),
        "note tally",
    ),
    (
        *("tally", "detained on a day, in custody at an hour of it"),
        (
            "9,900 | detained | MVD | as of 11",
            "446 | =in custody | Prosecutor | as of 11 12:00 | on 11",
        ),
        "note tally",
    ),
    (
        *("tally", "look-alike: two claimants, two days"),
        (
            "9,900 | detained | MVD | as of 11",
            "446 | =in custody | Prosecutor | as of 15",
        ),
        "",
    ),
    (
        *("window", "two windows that overlap"),
        (
            "300 | +detained | MVD | since 5 12:00 | as of 7 12:00",
            "200 | +detained | MVD | since 6 12:00 | as of 8 12:00",
        ),
        "note window",
    ),
    (
        *("window", "a day and two days"),
        (
            "300 | +detained | MVD | since 5 12:00 | as of 6 12:00",
            "200 | +detained | MVD | since 8 12:00 | as of 10 12:00",
        ),
        "note window",
    ),
    (
        *("window", "look-alike: a day, and the next"),
        (
            "300 | +detained | MVD | since 5 12:00 | as of 6 12:00",
            "200 | +detained | MVD | since 6 12:00 | as of 7 12:00",
        ),
        "",
    ),
    (
        *("definition", "who counted deaths in custody"),
        (
            "230 | killed | Prosecutor | as of 03-14",
            "238 | killed (with deaths in custody) | Ombudswoman | as of 03-14",
        ),
        "note definition",
    ),
    (
        *("definition", "of a day, and of a minute of it"),
        (
            "230 | killed | Prosecutor | as of 03-14",
            "238 | killed (with deaths in custody) | HRW | as of 03-14 12:00 | on 03-14",
        ),
        "note definition",
    ),
    (
        *("definition", "look-alike: one claimant's two days"),
        (
            "232 | killed | Prosecutor | as of 15",
            "238 | killed (with deaths in custody) | Prosecutor | as of 16",
        ),
        "",
    ),
    (
        *("scope_place", "the commandant counts Almaty alone"),
        (
            "12 | officers killed @Almaty | Commandant | as of 6",
            "18 | officers killed | MVD | as of 6",
        ),
        "note scope_place",
    ),
    (
        *("scope_place", "of a day, and of a minute of it"),
        (
            "12 | officers killed @Almaty | Commandant | as of 6 12:00 | on 6",
            "18 | officers killed | MVD | as of 6",
        ),
        "note scope_place",
    ),
    (
        *("scope_place", "353 in Almaty, or nationwide, in one statement"),
        (
            "353 | officers injured @Almaty | Commandant | from statement | via AP",
            "353 | officers injured | Commandant | from statement | via Sputnik",
        ),
        "note scope_place",
    ),
    (
        *("scope_place", "look-alike: two cities"),
        ("103 | killed @Almaty | HRW | as of 9", "21 | killed @Kyzylorda | Health | as of 9"),
        "",
    ),
    (
        *("scope_population", "16 officers among 225"),
        (
            "16 | officers killed | MVD | as of 15",
            "225 | killed | Prosecutor | as of 15",
        ),
        "note scope_population",
    ),
    (
        *("scope_population", "of a day, and of a minute of it"),
        (
            "16 | officers killed | MVD | as of 15 12:00 | on 15",
            "225 | killed | Prosecutor | as of 15",
        ),
        "note scope_population",
    ),
    (
        *("scope_population", "two names for 26"),
        ("26 | attackers killed | MVD", "26 | protesters killed | HRW"),
        "note scope_population",
    ),
    (
        *("scope_population", "look-alike: 16 police and 2 soldiers"),
        ("16 | police killed | MVD | as of 9", "2 | soldiers killed | Defence | as of 9"),
        "",
    ),
    (
        *("part_of", "19 officers within 225"),
        (
            "19 | officers killed | Prosecutor | as of 15",
            "225 | killed | Prosecutor | as of 15",
        ),
        "note part_of",
    ),
    (
        *("part_of", "4,353 injured and 225 killed are 4,578"),
        (
            "4,353 | injured | Prosecutor | as of 15 | from briefing",
            "225 | killed | Prosecutor | as of 15 | from briefing",
            "4,578 | killed or injured | Prosecutor | as of 15 | from briefing",
        ),
        "note part_of",
    ),
    (
        *("window", "the beginning of one is not told"),
        (
            "300 | +detained | MVD | as of 7 12:00",
            "200 | +detained | HRW | since 6 12:00 | as of 7 12:00",
        ),
        "note window",
    ),
    (
        *("window", "the beginning of the earlier is not told"),
        (
            "300 | +detained | MVD | as of 7 12:00",
            "200 | +detained | MVD | since 9 12:00 | as of 10 12:00",
        ),
        "note window",
    ),
    (
        *("window", "no beginning is told, and a minute of the day"),
        (
            "300 | +detained | MVD | as of 7",
            "200 | +detained | MVD | as of 7 12:00 | on 7",
        ),
        "note window",
    ),
    (
        *("window", "look-alike: no beginning is told, and two days"),
        (
            "300 | +detained | MVD | as of 7",
            "200 | +detained | MVD | as of 8",
        ),
        "",
    ),
    (
        *("scope_place", "two relays of one statement, with nearly one number"),
        (
            "12 | officers killed @Almaty | Commandant | from statement | via AP",
            "some 13 | officers killed | Commandant | from statement | via Sputnik",
        ),
        "note scope_place",
    ),
    (
        *("scope_place", "look-alike: one relay gives nearly one number for both"),
        (
            "12 | officers killed @Almaty | Commandant | from statement | via AP",
            "some 13 | officers killed | Commandant | from statement | via AP",
        ),
        "note part_of",
    ),
    (
        *("scope_place", "look-alike: two relays, and another number"),
        (
            "12 | officers killed @Almaty | Commandant | from statement | via AP",
            "18 | officers killed | Commandant | from statement | via Sputnik",
        ),
        "note part_of",
    ),
    (
        *("scope_place", "a group in a city and all the country's people"),
        (
            "12 | officers killed @Almaty | Commandant",
            "226 | killed | Prosecutor",
        ),
        "note scope_place",
    ),
    (
        *("tally", "detained and in custody, by one definition"),
        (
            "9,900 | detained (on suspicion) | MVD | as of 11",
            "446 | =in custody (on suspicion) | Prosecutor | as of 11 12:00 | on 11",
        ),
        "note tally",
    ),
    (
        *("tally", "a definition of those in custody alone"),
        (
            "9,900 | detained | MVD | as of 11",
            "446 | =in custody (on suspicion) | Prosecutor | as of 11 12:00 | on 11",
        ),
        "note tally",
    ),
    (
        *("scope_population", "look-alike: one claimant's two groups of 26"),
        (
            "26 | attackers killed | MVD",
            "26 | protesters killed | MVD",
        ),
        "",
    ),
    (
        *("scope_population", "one number for a part and the whole is no sum"),
        (
            "18 | officers killed | MVD | from briefing",
            "18 | killed | MVD | from briefing",
            "5 | injured | MVD | from briefing",
        ),
        "note scope_population",
    ),
    (
        *("window", "a day, and a day and fourteen hours"),
        (
            "300 | +detained | MVD | since 5 12:00 | as of 6 12:00",
            "200 | +detained | MVD | since 6 12:00 | as of 8 02:00",
        ),
        "note window",
    ),
    (
        *("window", "look-alike: a day, and a day and two hours"),
        (
            "300 | +detained | MVD | since 5 12:00 | as of 6 12:00",
            "200 | +detained | MVD | since 6 12:00 | as of 7 14:00",
        ),
        "",
    ),
    (
        *("scope_population", "two names for 20"),
        (
            "20 | attackers killed | MVD",
            "20 | protesters killed | HRW",
        ),
        "note scope_population",
    ),
    (
        *("scope_population", "look-alike: two names for 19, which is chance"),
        (
            "19 | attackers killed | MVD",
            "19 | protesters killed | HRW",
        ),
        "",
    ),
    (
        *("scope_population", "look-alike: two groups of 26 in one statement"),
        (
            "26 | attackers killed | MVD | from briefing",
            "26 | protesters killed | HRW | from briefing",
        ),
        "",
    ),
    (
        *("scope_population", "look-alike: two groups of 26 or more"),
        (
            "at least 26 | attackers killed | MVD",
            "at least 26 | protesters killed | HRW",
        ),
        "",
    ),
    (
        *("scope_population", "look-alike: two groups of 26 on two days"),
        (
            "26 | attackers killed | MVD",
            "26 | protesters killed | HRW | as of 8",
        ),
        "",
    ),
    # PART_EXCEEDS_WHOLE, PARTS_DO_NOT_SUM
    (
        *("part_exceeds_whole", "one office counts more children than people"),
        (
            "14,500 | children killed | Office | as of 8",
            "12,000 | killed | Office | as of 8",
        ),
        "error part_exceeds_whole, (note part_of)",
    ),
    (
        *("part_exceeds_whole", "across claimants"),
        (
            "14,500 | children killed | Office | as of 8",
            "12,000 | killed | UN | as of 8",
        ),
        "warning part_exceeds_whole, (note scope_population)",
    ),
    (
        *("part_exceeds_whole", "by one"),
        (
            "at least 26 | killed @Almaty | MVD | as of 8",
            "25 | killed | MVD | as of 8",
        ),
        "error part_exceeds_whole, (note part_of)",
    ),
    (
        *("part_exceeds_whole", "look-alike: the part is all"),
        ("at least 25 | killed @Almaty | MVD | as of 8", "25 | killed | HRW | as of 8"),
        "note scope_place",
    ),
    (
        *("part_exceeds_whole", "look-alike: the whole is of an earlier day"),
        ("26 | killed @Almaty | HRW | as of 8", "25 | killed | MVD | as of 7"),
        "",
    ),
    (
        *("parts_do_not_sum", "1,815 and 863 are 2,678, not 2,677"),
        (
            "1,815 | outpatient injured | Health | as of 15 | from briefing",
            "863 | inpatient injured | Health | as of 15 | from briefing",
            "2,677 | injured | Health | as of 15 | from briefing",
        ),
        "warning parts_do_not_sum, note part_of",
    ),
    (
        *("parts_do_not_sum", "short of the least that is meant"),
        (
            "1,815 | outpatient injured | Health | as of 15 | from briefing",
            "863 | inpatient injured | Health | as of 15 | from briefing",
            "at least 2,679 | injured | Health | as of 15 | from briefing",
        ),
        "warning parts_do_not_sum, note part_of",
    ),
    (
        *("parts_do_not_sum", "look-alike: they add up"),
        (
            "1,815 | outpatient injured | Health | as of 15 | from briefing",
            "863 | inpatient injured | Health | as of 15 | from briefing",
            "2,678 | injured | Health | as of 15 | from briefing",
        ),
        "note part_of",
    ),
    (
        *("parts_do_not_sum", "look-alike: the bound of the whole allows the sum"),
        (
            "1,815 | outpatient injured | Health | as of 15 | from briefing",
            "863 | inpatient injured | Health | as of 15 | from briefing",
            "more than 2,600 | injured | Health | as of 15 | from briefing",
        ),
        "note part_of",
    ),
    # IDLE_NOTICE, ANACHRONISM, LOOK_ALIKE
    (
        *("idle_notice", "about nothing here"),
        ("18 | officers killed | MVD", "retraction | of briefing | by MVD"),
        "warning idle_notice",
    ),
    (
        *("idle_notice", "about one thing here, and one that is not"),
        ("18 | officers killed | MVD", "retraction | of 1, briefing | by MVD"),
        "warning idle_notice, warning retracted",
    ),
    (
        *("idle_notice", "by somebody who may not"),
        ("18 | officers killed | MVD", "retraction | of 1 | by HRW"),
        "warning idle_notice",
    ),
    (
        *("idle_notice", "a correction by somebody who may not"),
        (
            "18 | officers killed | MVD",
            "18 | officers killed | AP",
            "correction | of 1 | by HRW | instead 2",
        ),
        "warning idle_notice",
    ),
    (
        *("idle_notice", "look-alike: anybody may deny"),
        ("18 | officers killed | MVD", "denial | of 1 | by HRW"),
        "warning disputed_by_other",
    ),
    (
        *("anachronism", "recorded before it was published"),
        ("18 | officers killed | MVD | on 9 | recorded 8",),
        "warning anachronism",
    ),
    (
        *("anachronism", "the month was not over"),
        ("5,969 | detained | MVD | as of 2022-01 | on 15",),
        "warning anachronism",
    ),
    (
        *("anachronism", "taken back before it was said"),
        ("18 | officers killed | MVD | on 9", "retraction | of 1 | by MVD | on 8"),
        "warning anachronism, warning retracted, (error withdrawn_still_used)",
    ),
    (
        *("anachronism", "the year was not over"),
        ("5,969 | detained | MVD | as of 2022 | on 15",),
        "warning anachronism",
    ),
    (
        *("anachronism", "look-alike: recorded on the day"),
        ("18 | officers killed | MVD | on 9 12:00 | as of 8 | recorded 9",),
        "",
    ),
    (
        *("anachronism", "look-alike: the day was not over"),
        ("18 | officers killed | MVD | as of 9 | on 9 10:00",),
        "",
    ),
    (
        *("anachronism", "look-alike: the month was over"),
        ("5,969 | detained | MVD | as of 2022-01 | on 02-01",),
        "",
    ),
    (
        *("look_alike", "a Cyrillic letter in a claimant's name"),
        ("18 | officers killed | Hospital 7", "19 | officers killed | Hоspital 7 | as of 8"),
        "note look_alike",
    ),
    (
        *("look_alike", "a Cyrillic letter that begins the name"),
        ("18 | officers killed | Аlmaty police", "19 | officers killed | Almaty police | as of 8"),
        "note look_alike",
    ),
    (
        *("look_alike", "several Cyrillic letters"),
        ("18 | officers killed | Sаlаmat", "19 | officers killed | Salamat | as of 8"),
        "note look_alike",
    ),
    (
        *("look_alike", "a letter less"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Minstry | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a letter more"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Ministrry | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a letter more at the end"),
        (
            "18 | officers killed | Osmanly",
            "19 | officers killed | Osmanlyk | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "another letter"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Menistry | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "another letter at the end"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Ministri | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two letters changed over"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Minsitry | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two letters changed over at the end"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Ministyr | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "words in another order"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Ministry of Interior | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a mark on a letter"),
        (
            "18 | officers killed | Théâtre Union",
            "19 | officers killed | Theatre Union | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a capital i for a small l"),
        (
            "18 | officers killed | Al Jazeera",
            "19 | officers killed | AI Jazeera | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a Greek capital"),
        (
            "18 | officers killed | Ηurriyet",
            "19 | officers killed | Hurriyet | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a Greek letter"),
        (
            "18 | officers killed | Osmanov",
            "19 | officers killed | Osmanοv | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a letter of Kazakh"),
        (
            "18 | officers killed | Yly Dala",
            "19 | officers killed | Үly Dala | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a Cyrillic letter beside an invisible one"),
        (
            "18 | officers killed | Salamat",
            "19 | officers killed | Sal\u200bаmat | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a Cyrillic letter beside a letter in two pieces"),
        (
            "18 | officers killed | Théаtre",
            "19 | officers killed | The\u0301atre | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "look-alike: an invisible letter"),
        (
            "18 | officers killed | Salamat",
            "19 | officers killed | Sal\u200bamat | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: a letter in two pieces"),
        (
            "18 | officers killed | Théatre",
            "19 | officers killed | The\u0301atre | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "a claimant and a relay"),
        (
            "18 | officers killed | TASS",
            "19 | officers killed | Salamat | as of 8 | via ТАSS",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two relays"),
        (
            "18 | officers killed | Salamat | via TASS",
            "19 | officers killed | Salamat | as of 8 | via ТАSS, AP",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two relays of one report"),
        ("18 | officers killed | Salamat | via TASS, ТАSS",),
        "note look_alike",
    ),
    (
        *("look_alike", "look-alike: a claimant that relays itself"),
        (
            "18 | officers killed | TASS | via TASS",
            "19 | officers killed | tass | as of 8 | via Tass",
        ),
        "",
    ),
    (
        *("look_alike", "an apostrophe"),
        (
            "18 | officers killed | Lawyers' Union",
            "19 | officers killed | Lawyers Union | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a word of five letters and of four"),
        (
            "18 | officers killed | Osman",
            "19 | officers killed | Osmn | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "look-alike: another first letter"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Onterior Ministry | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: the first letter is lost"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | nterior Ministry | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: short words"),
        (
            "18 | officers killed | Iran",
            "19 | officers killed | Iraq | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: short words, one of them shorter"),
        (
            "18 | officers killed | Asel",
            "19 | officers killed | Ase | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: two other letters"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Mimistri | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: a letter in each of two words"),
        (
            "18 | officers killed | Salamat City",
            "19 | officers killed | Salomat Cite | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: twice two letters changed over"),
        (
            "18 | officers killed | Salamat",
            "19 | officers killed | Saalmta | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: letters changed over across one"),
        (
            "18 | officers killed | Orken",
            "19 | officers killed | Onker | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: two letters more"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Ministryes | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: digits within long words"),
        (
            "18 | officers killed | Battalion17a",
            "19 | officers killed | Battalion18a | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: a number in another place"),
        (
            "18 | officers killed | 7 Hospital 9",
            "19 | officers killed | 9 Hospital 7 | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: another script"),
        (
            "18 | officers killed | Салтанат",
            "19 | officers killed | Saltanat | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: a word more"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Ministry Almaty | as of 8",
        ),
        "",
    ),
    (
        *("look_alike", "another second letter"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Monistry | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "the second letter is lost"),
        (
            "18 | officers killed | Interior Ministry",
            "19 | officers killed | Interior Mnistry | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "small words"),
        (
            "18 | officers killed | Union of Lawyers and Doctors",
            "19 | officers killed | Doctors Lawyers Union | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "beside a name of no letters"),
        (
            "18 | killed | !!",
            "18 | killed | Interior Ministry",
            "18 | killed | Interior Minstry",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two events"),
        (
            "18 | killed | MVD | event Almaty protest",
            "18 | killed | MVD | event Almaty protests",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two units"),
        (
            "18 | set up | MVD | unit checkpoints",
            "18 | set up | MVD | unit checkpoint",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "two definitions"),
        (
            "18 | killed (with deaths in custody) | MVD",
            "18 | killed (with deaths in custdy) | HRW | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "a step of two places"),
        (
            "18 | killed @Almaty/Alatau | MVD",
            "18 | killed @Shymkent/Alatu | HRW | as of 8",
        ),
        "note look_alike",
    ),
    (
        *("look_alike", "case in a place"),
        ("12 | killed @Almaty | MVD", "14 | killed @ALMATY | HRW | as of 8"),
        "note look_alike",
    ),
    (
        *("look_alike", "case in an outcome"),
        ("12 | killed | MVD", "14 | Killed | HRW | as of 8"),
        "note look_alike",
    ),
    (
        *("look_alike", "look-alike: two dates of one month's and day's numbers"),
        (
            "18 | killed | MVD | event Raid of 03.04.2022",
            "18 | killed | MVD | event Raid of 04.03.2022",
        ),
        "",
    ),
    (
        *("look_alike", "look-alike: two wards"),
        ("18 | officers killed | Hospital 7", "19 | officers killed | Hospital 8 | as of 8"),
        "",
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(one, other, expected, id=f"{about}: {shows}")
        for about, shows, one, other, expected in PAIRS
    ],
)
def test_two_reports_differ_in_this_way(one: str, other: str, expected: str) -> None:
    assert compare(told(one), told(other)).kind is Kind(expected)
    assert compare(told(other), told(one)).kind is Kind(expected)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(lines, expected, id=f"{about}: {shows}")
        for about, shows, lines, expected in TAKEN_BACK
    ],
)
def test_two_reports_and_what_was_taken_back(lines: tuple[str, ...], expected: str) -> None:
    reports = [told(line) for line in lines if not is_notice(line)]
    notices = [notice(line, reports) for line in lines if is_notice(line)]
    one, other = reports
    for order in permutations(notices):
        judged = compare(one, other, order)
        assert judged.kind is Kind(expected)
        assert compare(other, one, order) == judged
        assert bool(judged.notices) is (judged.kind in {Kind.RETRACTED, Kind.DENIED_BY_SOURCE})


def partitions(lines: tuple[str, ...]) -> list[Partition]:
    """Declare that in- and outpatients are all the injured, where a scene counts them."""
    if not any("inpatient" in line for line in lines):
        return []
    parts = [measure("outpatient injured"), measure("inpatient injured")]
    return [Partition(measure("injured"), parts, exhaustive=True)]


def found(findings: tuple[Finding, ...]) -> set[str]:
    return {f"{finding.severity} {finding.kind.value}" for finding in findings}


def split(expected: str) -> tuple[set[str], set[str]]:
    """Give what must be found, and what may be."""
    told_of = {part for part in expected.split(", ") if part}
    must = {part for part in told_of if not part.startswith("(")}
    return must, must | {part.strip("()") for part in told_of}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(lines, expected, id=f"{about}: {shows}")
        for about, shows, lines, expected in SCENES
    ],
)
def test_an_audit_finds_this_and_no_more(lines: tuple[str, ...], expected: str) -> None:
    must, may = split(expected)
    findings = audit(ledger(*lines), partitions(lines))
    assert must <= found(findings) <= may
    for finding in findings:
        assert finding.observations or finding.notices


@pytest.mark.parametrize("kind", list(Kind), ids=[kind.value for kind in Kind])
def test_every_kind_has_three_cases(kind: Kind) -> None:
    about = [row[0] for table in (PAIRS, TAKEN_BACK, SCENES) for row in table]
    assert about.count(kind.value) >= 3
    given = {row[-1] for table in (PAIRS, TAKEN_BACK) for row in table}
    found_in = {part.split()[-1] for row in SCENES for part in split(row[-1])[0]}
    assert kind.value in given | found_in


def test_every_case_has_a_name_of_its_own() -> None:
    for table in (PAIRS, TAKEN_BACK, SCENES, NAMED):
        names = Counter((row[0], row[1]) for row in table)
        assert {name for name, times in names.items() if times > 1} == set()


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        pytest.param(
            [
                *(
                    f"7,939 | detained | MVD | as of 10 | via Relay {n} | from paper"
                    for n in range(6)
                ),
            ],
            Kind.SAME_ORIGIN,
            id="six relays",
        ),
        pytest.param(
            [f"{20 + 3 * n} | killed | Counter {n}" for n in range(5)],
            Kind.CONTRADICTION,
            id="five rivals",
        ),
        pytest.param(
            [
                f"{20 + 3 * n} | killed | {who}"
                for n, who in enumerate(("MVD", "Health", "Defence"))
            ],
            Kind.SAME_DAY_SPREAD,
            id="three offices",
        ),
        pytest.param(
            [
                "4,353 | injured | Prosecutor | as of 15 | from briefing",
                "225 | killed | Prosecutor | as of 15 | from briefing",
                "4,578 | killed or injured | Prosecutor | as of 15 | from briefing",
            ],
            Kind.PART_OF,
            id="two parts and the whole",
        ),
    ],
)
def test_a_group_is_one_finding(lines: list[str], kind: Kind) -> None:
    reports = ledger(*lines)
    [finding] = audit(reports)
    assert finding.kind is kind
    assert finding.observations == reports.observations


def crowd(number: int, low: int = 100, high: int = 200) -> list[str]:
    """Give the ranges of so many claimants, each one above the last."""
    return [f"between {low + n:,} and {high + n:,} | killed | Counter {n}" for n in range(number)]


Named = tuple[str, str, list[str], list[list[int]]]

NAMED: list[Named] = [
    # the kind, what the scene shows, its lines, and for each finding of the kind the lines it names
    *(
        case
        for number in (11, 39)
        for case in (
            (
                *("contradiction", f"above all of a crowd of {number + 1}"),
                [*crowd(number), "at least 250 | killed | HRW"],
                [[*range(1, number + 2)]],
            ),
            (
                *("contradiction", f"below all of a crowd of {number + 1}"),
                [*crowd(number), "up to 90 | killed | HRW"],
                [[*range(1, number + 2)]],
            ),
            (
                *("contradiction", f"above the lowest ten of a crowd of {number + 1}"),
                [*crowd(number), "at least 210 | killed | HRW"],
                [[*range(1, 11), number + 1]],
            ),
            (
                *("contradiction", f"of a minute, with the ends of a crowd of {number + 1}"),
                [*crowd(number), "at least 250 | killed | HRW | as of 7 16:00 | on 7"],
                [[1, number, number + 1]],
            ),
            (
                *(
                    "rounding",
                    f"of the lowest exact and of a side, of {number + 6}",
                ),
                [
                    *crowd(number, 5000, 5200),
                    "at least 5,050 | killed | HRW",
                    "up to 5,040 | killed | AP",
                    "over 4,000 | killed | NTB",
                    "about 5,000 | killed | UN",
                    "5,045 | killed | Azattyq",
                    "5,047 | killed | Army",
                ],
                [[number + 2, number + 4, number + 5, number + 6]],
            ),
            (
                *(
                    "rounding",
                    f"of the lowest exact, not the first, of {number + 6}",
                ),
                [
                    *crowd(number, 5000, 5200),
                    "at least 5,050 | killed | HRW",
                    "up to 5,040 | killed | AP",
                    "over 4,000 | killed | NTB",
                    "about 5,000 | killed | UN",
                    "5,045 | killed | Army",
                    "5,047 | killed | Azattyq",
                ],
                [[number + 2, number + 4, number + 5, number + 6]],
            ),
            (
                *("floor_list", f"beside all of a crowd of {number + 1}"),
                [*crowd(number), "list 88 | killed | Azattyq"],
                [[*range(1, number + 2)]],
            ),
            (
                *("floor_list", f"beside the exact number in a crowd of {number + 2}"),
                [*crowd(number), "list 98 | killed | Azattyq", "150 | killed | HRW"],
                [[number + 1, number + 2]],
            ),
            (
                *("same_day_spread", f"one claimant's {number + 1} words of a day"),
                [
                    *(line.replace(f"Counter {n}", "MVD") for n, line in enumerate(crowd(number))),
                    "at least 250 | killed | MVD",
                ],
                [[*range(1, number + 2)]],
            ),
        )
    ),
    (
        *("contradiction", "all pairs of eight"),
        [*crowd(6), "at least 210 | killed | HRW", "up to 99 | killed | AP"],
        [[*range(1, 9)]],
    ),
    (
        *("contradiction", "with the last word of a claimant"),
        ["18 | killed | HRW | on 7", "26 | killed | HRW | on 9", "18 | killed | AP"],
        [[2, 3]],
    ),
    (
        *("contradiction", "look-alike: with what its claimant has replaced"),
        ["18 | killed | HRW | on 7", "26 | killed | HRW | on 9", "26 | killed | AP"],
        [],
    ),
    (
        *("contradiction", "a day may be later than its afternoon"),
        ["18 | killed | HRW | on 9", "26 | killed | HRW | on 9 16:00", "26 | killed | AP"],
        [[1, 3]],
    ),
    (
        *("source_switch", "eight claimants before"),
        [
            *(f"{100 + n} | killed | Counter {n} | as of {n + 1}" for n in range(8)),
            "50 | killed | UN | as of 12",
        ],
        [[n + 1, 9] for n in range(8)],
    ),
    (
        *("source_switch", "the highest eight of nine claimants before"),
        [
            *(f"{100 + n} | killed | Counter {n} | as of {n + 1}" for n in range(9)),
            "50 | killed | UN | as of 12",
        ],
        [[n + 1, 10] for n in range(1, 9)],
    ),
    (
        *("source_switch", "two claimants after one"),
        [
            "100 | killed | Office | as of 6",
            "50 | killed | UN | as of 8",
            "60 | killed | HRW | as of 9",
        ],
        [[1, 2, 3]],
    ),
    (
        *("scope_population", "police in security forces in everyone"),
        ["10 | police killed | HRW", "18 | officers killed | MVD", "225 | killed | Prosecutor"],
        [[1, 2], [2, 3]],
    ),
    (
        *("scope_population", "what holds the holder, where that is of another day"),
        [
            "10 | police killed | HRW",
            "18 | officers killed | MVD | as of 3",
            "225 | killed | Prosecutor",
        ],
        [[1, 3]],
    ),
    (
        *("scope_place", "a district in a city in a country"),
        [
            "5 | killed @Almaty/Alatau | HRW",
            "18 | killed @Almaty | MVD",
            "225 | killed | Prosecutor",
        ],
        [[1, 2], [2, 3]],
    ),
    (
        *("scope_place", "place and population differ, and the nearest group is taken"),
        [
            "5 | police killed @Almaty | HRW",
            "18 | officers killed | MVD",
            "225 | killed | Prosecutor",
        ],
        [[1, 2]],
    ),
    (
        *("contradiction", "two days, and a minute of each"),
        [
            "18 | killed | HRW | as of 9",
            "26 | killed | AP | as of 9 12:00 | on 9",
            "10 | killed | Azattyq | as of 7",
            "19 | killed | NTB | as of 7 12:00 | on 7",
        ],
        [[1, 2], [3, 4]],
    ),
    (
        *("contradiction", "with the earliest of two tellings"),
        [
            "18 | killed | MVD | from briefing | via AP | on 8",
            "19 | killed | MVD | from briefing | via TASS | on 9",
            "26 | killed | HRW | on 9",
        ],
        [[1, 3]],
    ),
    (
        *("contradiction", "with the telling of the fewest relays"),
        [
            "18 | killed | MVD | from briefing | via AP, RIA | on 8",
            "19 | killed | MVD | from briefing | via TASS | on 9",
            "26 | killed | HRW | on 9",
        ],
        [[2, 3]],
    ),
    (
        *("contradiction", "with the telling that is closed"),
        [
            "at least 18 | killed | MVD | from briefing | via AP | on 8",
            "19 | killed | MVD | from briefing | via TASS | on 8",
            "18 | killed | HRW | on 9",
        ],
        [[2, 3]],
    ),
    (
        *("source_switch", "the first of a claimant's two later words"),
        [
            "100 | killed | Office | as of 6",
            "50 | killed | UN | as of 8",
            "60 | killed | UN | as of 9",
        ],
        [[1, 2]],
    ),
    (
        *("backdated", "both totals and the day's"),
        [
            "62,263 | killed | Health | as of 22 12:00",
            "62,622 | killed | Health | as of 23 12:00",
            "61 | +killed | Health | since 22 12:00 | as of 23 12:00",
        ],
        [[1, 2, 3]],
    ),
    (
        *("part_of", "parts of which one is defined, and a part of that"),
        [
            "100 | killed | MVD | from briefing",
            "40 | officers killed (by name) | MVD | from briefing",
            "60 | protesters killed | MVD | from briefing",
            "10 | police killed (by name) | MVD | from briefing",
        ],
        [[1, 2, 3], [2, 4]],
    ),
    (
        *("part_of", "parts of which one is among another union too"),
        [
            "10 | officers killed | MVD | from briefing",
            "90 | protesters killed | MVD | from briefing",
            "100 | killed | MVD | from briefing",
            "30 | officers killed or injured | MVD | from briefing",
        ],
        [[1, 2, 3], [1, 4]],
    ),
    (
        *("part_of", "two parts that do not add up"),
        [
            "4,353 | injured | Prosecutor | as of 15 | from briefing",
            "225 | killed | Prosecutor | as of 15 | from briefing",
            "4,600 | killed or injured | Prosecutor | as of 15 | from briefing",
        ],
        [[1, 3], [2, 3]],
    ),
    (
        *("part_of", "two parts of which one is a bound"),
        [
            "at least 40 | officers killed | MVD | from briefing",
            "60 | protesters killed | MVD | from briefing",
            "100 | killed | MVD | from briefing",
        ],
        [[1, 3], [2, 3]],
    ),
    (
        *("revised_down", "one fall after another"),
        [
            "20 | killed | MVD | as of 5",
            "18 | killed | MVD | as of 6",
            "16 | killed | MVD | as of 9",
        ],
        [[1, 2], [2, 3]],
    ),
    (
        *("revised_down", "one fall after another, and the first number was taken back"),
        [
            "20 | killed | MVD | as of 5",
            "18 | killed | MVD | as of 6",
            "16 | killed | MVD | as of 9",
            "retraction | of 1 | by MVD | on 7",
        ],
        [[1, 2], [2, 3]],
    ),
    (
        *("revised_down", "from the highest of two numbers that were taken back"),
        [
            "20 | killed | MVD | as of 5",
            "18 | killed | MVD | as of 6",
            "16 | killed | MVD | as of 9",
            "retraction | of 1, 2 | by MVD | on 9",
        ],
        [[1, 3]],
    ),
    (
        *("revised_down", "look-alike: relays of one statement"),
        [
            "18 | killed | MVD | from briefing | via AP | on 7",
            "16 | killed | MVD | from briefing | via TASS | on 9",
        ],
        [],
    ),
    (
        *("stale", "two old numbers of one claimant"),
        [
            "8 | killed | MVD | as of 4 | on 9 | url one",
            "9 | killed | MVD | as of 5 | on 9 | url other",
            "18 | killed | MVD | as of 6",
        ],
        [[1, 2, 3]],
    ),
    (
        *("stale", "after a newer number, of which a newer yet came later"),
        [
            "8 | killed | MVD | as of 5 | on 7",
            "18 | killed | MVD | as of 6",
            "20 | killed | MVD | as of 7 | on 9",
        ],
        [[1, 2]],
    ),
    (
        *("stale", "after the first telling of a newer number"),
        [
            "8 | killed | MVD | as of 5 | on 7",
            "18 | killed | MVD | as of 6 | on 9",
            "18 | killed | MVD | as of 6",
        ],
        [[1, 3]],
    ),
    (
        *("part_of", "a sum that two statements give"),
        [
            "4,353 | injured | Prosecutor | as of 15 | from briefing",
            "225 | killed | Prosecutor | as of 15 | from briefing",
            "4,578 | killed or injured | Prosecutor | as of 15 | from briefing",
            "4,353 | injured | Prosecutor | as of 16 | from letter",
            "225 | killed | Prosecutor | as of 16 | from letter",
            "4,578 | killed or injured | Prosecutor | as of 16 | from letter",
        ],
        [[1, 2, 3]],
    ),
    (
        *("contradiction", "with a telling whose nearest is about another day"),
        [
            "18 | killed | MVD | from briefing | via AP | as of 7 | on 8",
            "18 | killed | MVD | from briefing | as of 6 | on 7",
            "26 | killed | HRW | as of 7",
        ],
        [[1, 3]],
    ),
    (
        *("scope_population", "with what the whole was on that day, and not later"),
        [
            "16 | officers killed | MVD",
            "225 | killed | HRW",
            "230 | killed | HRW | as of 12",
        ],
        [[1, 2]],
    ),
    (
        *("definition", "one beside another, and none is plain"),
        ["230 | killed (by name) | HRW", "238 | killed (with deaths in custody) | AP"],
        [[1, 2]],
    ),
]


@pytest.mark.parametrize(
    ("about", "lines", "groups"),
    [
        pytest.param(about, lines, groups, id=f"{about}: {shows}")
        for about, shows, lines, groups in NAMED
    ],
)
def test_findings_of_a_kind_name_these_reports(
    about: str, lines: list[str], groups: list[list[int]]
) -> None:
    written = [line for line in lines if not is_notice(line)]
    places = {told(line): place for place, line in enumerate(written, start=1)}
    findings = [one for one in audit(ledger(*lines)) if one.kind is Kind(about)]
    shown = [sorted(places[report] for report in one.observations) for one in findings]
    assert sorted(shown) == groups


def test_parts_that_add_up_say_so() -> None:
    reports = ledger(
        "4,353 | injured | Prosecutor | as of 15 | from briefing",
        "225 | killed | Prosecutor | as of 15 | from briefing",
        "4,578 | killed or injured | Prosecutor | as of 15 | from briefing",
    )
    [finding] = audit(reports)
    for number in ("4,353", "225", "4,578"):
        assert number in finding.evidence


@pytest.mark.parametrize(
    "explained",
    [pytest.param(row[2], id=row[1]) for row in SCENES if "note revised_down" in split(row[-1])[0]],
)
def test_an_explained_fall_says_what_explains_it(explained: tuple[str, ...]) -> None:
    [fall] = [one for one in audit(ledger(*explained)) if one.kind is Kind.REVISED_DOWN]
    assert fall.explanation


def test_an_unexplained_fall_says_nothing_of_why() -> None:
    falls = audit(ledger("18 | killed | MVD | as of 7", "16 | killed | MVD | as of 9"))
    assert [fall.explanation for fall in falls] == [""]


@pytest.mark.parametrize(
    ("lines", "evidence"),
    [
        (
            ("18 | killed | MVD", "19 | killed | Interior Minstry | as of 8"),
            'two claimants look alike: "Interior Ministry" and "Interior Minstry"',
        ),
        (
            ("18 | killed | Hospital 7", "19 | killed | Hоspitаl 7 | as of 8"),
            'two claimants look alike: "Hospital 7" and "Hоspitаl 7";'
            " the second has Cyrillic letters: о, а",
        ),
        (
            ("18 | killed | АР", "19 | killed | AP | as of 8"),
            'two claimants look alike: "AP" and "АР"; the first has Latin letters: A, P;'
            " the second has Cyrillic letters: А, Р",
        ),
        (
            ("18 | killed | MVD | via Khabаr", "19 | killed | Khabar | as of 8"),
            'a claimant and a relay look alike: "Khabar" and "Khabаr";'
            " the second has Cyrillic letters: а",
        ),
        (
            ("18 | killed | MVD | via TASS", "retraction | of briefing | by TАSS | on 9"),
            'a relay and a giver of notice look alike: "TASS" and "TАSS";'
            " the second has Cyrillic letters: А",
        ),
    ],
)
def test_names_that_look_alike_are_told_apart(lines: tuple[str, ...], evidence: str) -> None:
    entries = ledger(*lines)
    [alike] = [one for one in audit(entries) if one.kind is Kind.LOOK_ALIKE]
    assert alike.evidence == evidence
    assert {*alike.observations, *alike.notices} == {*entries}
    assert "give them as aliases" in alike.advice


TWINS = (
    "аa еe оo рp сc уy хx іi ѕs јj һh ԁd ԛq ԝw ѵv ӏl АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ "
    "ҮY αa οo ρp ιi κk νv υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX Il Oо Oο"
)
"""Letters of other scripts, or of none, and the Latin ones that a reader takes them for."""


@pytest.mark.parametrize(("letter", "latin"), [tuple(pair) for pair in TWINS.split()])
def test_a_letter_that_looks_like_another_is_found(letter: str, latin: str) -> None:
    names = [letter + "gg", latin + "gg"]
    found_of = audit(ledger(*(f"18 | killed | {name}" for name in names)))
    assert Kind.LOOK_ALIKE in {finding.kind for finding in found_of}


SIDED = [
    Source("Interior Ministry", "official", side="government"),
    Source("Health Ministry", "official", side="government"),
    Source("Strike committee", "opposition", side="protesters"),
    Source("Hospital", "hospital"),
    Source("AP", "agency"),
]
COUNTED = [
    Measure("killed", place="Kazakhstan"),
    Measure("killed", place="Kazakhstan", definition="with deaths in custody"),
    Measure("killed", population="security forces", place="Kazakhstan/Almaty"),
    Measure("killed or injured", place="Kazakhstan"),
    Measure("killed", place="Kazakhstan", tally=Tally.INCREMENT),
    Measure("detained", place="Kazakhstan"),
    Measure("in custody", place="Kazakhstan", tally=Tally.STOCK),
]

counted, claimants = st.sampled_from(COUNTED), st.sampled_from(SIDED)
reports = st.one_of(
    observations(small=True),
    observations(small=True, moments=near_moments()),
    observations(small=True, measure=counted, source=claimants, moments=near_moments()),
    observations(small=True, measure=COUNTED[0], source=claimants, moments=near_moments()),
    observations(measure=counted, source=claimants | sources()),
)
worlds = st.one_of(
    ledgers(small=True),
    ledgers(small=True, measure=COUNTED[0], moments=near_moments()),
    ledgers(small=True, measure=COUNTED[0], sources=claimants, moments=near_moments()),
    ledgers(small=True, measure=counted, sources=claimants, moments=near_moments()),
)


def acting(report: Observation, ledger: Ledger) -> list[NoticeKind]:
    """Give what takes a report back: a notice about it, its statement, or its own other telling."""
    tellings = {
        other.id
        for other in ledger.observations
        if report.origin
        and (other.origin, other.measure) == (report.origin, report.measure)
        and other.source.identity == report.source.identity
    }
    kinds = []
    for notice_given in ledger.notices:
        of = set(notice_given.of)
        own = notice_given.by.identity == report.source.identity and of & tellings
        about = report.id in of or (report.origin and report.origin in of) or own
        if about and notice_given.has_standing(report):
            kinds.append(notice_given.kind)
    return kinds


def standing(ledger: Ledger) -> list[Observation]:
    return [report for report in ledger.observations if not acting(report, ledger)]


def contradicting(ledger: Ledger) -> list[tuple[Observation, Observation]]:
    """Give the pairs of standing reports that contradict each other."""
    return [
        pair
        for pair in combinations(standing(ledger), 2)
        if compare(*pair, ledger.notices).kind is Kind.CONTRADICTION
    ]


def is_current(report: Observation, others: list[Observation]) -> bool:
    """Say whether no later report of its claimant replaces it, nor is it one of several tellings.

    Of relays of one statement the audit hears the nearest, as a rule does.
    """
    return not any(
        other != report
        and other.measure == report.measure
        and (
            (other.origin == report.origin != "")
            or (
                other.source.identity == report.source.identity
                and (other.as_of, other.since) == (report.as_of, report.since)
                and report.reported.precedes(other.reported)
            )
        )
        for other in others
    )


@given(reports, reports)
def test_which_of_two_comes_first_changes_nothing(one: Observation, other: Observation) -> None:
    assert compare(one, other) == compare(other, one)


@given(worlds)
def test_notices_do_not_tell_which_of_two_comes_first(ledger: Ledger) -> None:
    for one, other in combinations(ledger.observations, 2):
        judged = compare(one, other, ledger.notices)
        assert judged == compare(other, one, ledger.notices)
        assert judged == compare(one, other, ledger.notices[::-1])


@given(reports)
def test_a_report_neither_contradicts_itself_nor_is_of_something_else(one: Observation) -> None:
    assert compare(one, one).kind not in {Kind.CONTRADICTION, Kind.INCOMPARABLE}


@given(reports, reports)
def test_a_comparison_shows_both_reports_and_says_why(one: Observation, other: Observation) -> None:
    judged = compare(one, other)
    assert set(judged.observations) == {one, other}
    assert judged.evidence.strip()


@given(worlds)
def test_a_contradiction_is_what_is_left_when_all_else_matches(ledger: Ledger) -> None:
    for one, other in combinations(ledger.observations, 2):
        if compare(one, other, ledger.notices).kind is Kind.CONTRADICTION:
            assert one.figure.count & other.figure.count is None
            assert one.measure == other.measure
            assert one.as_of.overlaps(other.as_of)
            assert one.origin != other.origin or not one.origin
            known = Ledger([one, other, *ledger.notices])
            assert not acting(one, known)
            assert not acting(other, known)
            sides = {one.source.side, other.source.side}
            assert "" in sides or len(sides) == 1


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_no_finding(ledger: Ledger, chance: Random) -> None:
    entries = list(ledger)
    chance.shuffle(entries)
    assert audit(Ledger(entries)) == audit(ledger)


FAR = Measure("xqzv", population="wjk", place="Ytrbn", event="Zzyzx", unit="bxv")


@given(worlds, st.integers(0, 9))
def test_what_has_nothing_to_do_with_the_rest_changes_no_finding(
    ledger: Ledger, number: int
) -> None:
    unrelated = Observation(
        FAR,
        str(number),
        Source("Qwvxkj 5521", "witness"),
        Moment("2019-05-04T10:00+00:00"),
        Moment("2019-05-04T12:00+00:00"),
        origin="vvkq",
    )
    assert audit(ledger | Ledger([unrelated])) == audit(ledger)


@given(worlds)
def test_a_finding_is_about_what_is_in_the_ledger(ledger: Ledger) -> None:
    for finding in audit(ledger):
        assert finding.observations or finding.notices
        assert set(finding.observations) <= set(ledger.observations)
        assert set(finding.notices) <= set(ledger.notices)
        assert finding.evidence.strip()
        assert finding.measure in {None, *ledger.measures}


@given(worlds)
def test_a_contradiction_that_is_found_is_real(ledger: Ledger) -> None:
    real = contradicting(ledger)
    for finding in audit(ledger):
        if finding.kind is Kind.CONTRADICTION:
            shown = set(finding.observations)
            held = [pair for pair in real if shown.issuperset(pair)]
            assert shown == {report for pair in held for report in pair}


@given(worlds)
def test_no_contradiction_between_current_words_is_missed(ledger: Ledger) -> None:
    shown = [set(one.observations) for one in audit(ledger) if one.kind is Kind.CONTRADICTION]
    heard = standing(ledger)
    for pair in contradicting(ledger):
        if all(is_current(report, heard) for report in pair):
            assert any(group.issuperset(pair) for group in shown)


@given(worlds)
def test_what_was_taken_back_is_found_and_contradicts_nothing(ledger: Ledger) -> None:
    findings = audit(ledger)
    taken_back = {report for report in ledger.observations if acting(report, ledger)}
    told_of = {
        report
        for finding in findings
        if finding.kind in {Kind.RETRACTED, Kind.DENIED_BY_SOURCE}
        for report in finding.observations
    }
    assert taken_back <= told_of
    for finding in findings:
        if finding.kind in {Kind.CONTRADICTION, Kind.PARTY_DISPUTE, Kind.SAME_DAY_SPREAD}:
            assert not taken_back & set(finding.observations)


@given(reports, st.integers(1, 5))
def test_one_report_alone_differs_from_nothing(report: Observation, times: int) -> None:
    of_itself = {Kind.ANACHRONISM, Kind.LOOK_ALIKE}
    assert {one.kind for one in audit(Ledger([report] * times))} <= of_itself


def test_a_later_page_of_the_same_kind_is_told_apart_by_its_moment() -> None:
    entries = scene("18 | attackers injured | MVD", "26 | attackers injured | HRW")
    for days in (8, 9):
        moved = [
            evolve(report, as_of=f"2022-01-0{days}[Asia/Almaty]", reported="2022-01-10[UTC]")
            for report in entries
            if isinstance(report, Observation)
        ]
        entries = [*entries, *moved]
    kinds = Counter(finding.kind for finding in audit(Ledger(entries)))
    assert kinds[Kind.CONTRADICTION] == 3
