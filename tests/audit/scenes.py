"""Scenes: a few reports and notices, each written as one line that a reader can scan.

A report is `words | measure | claimant`, and then what else matters: `as of 9`, `on 9` (published),
`via TASS, RIA`, `from briefing` (its origin), `since 8`, `recorded 10`, `url page`, `unit posts`,
`event 1986`, `ru` where the words are Russian.
Without `as of` it is about 7 January 2022, without `on` it came out at the moment it is about.
A list is a floor made by hand: `list 188`.
A measure is `+` for an increment or `=` for a stock, a population where it is not everyone, the
outcome, `@Almaty` for a place within Kazakhstan, and a definition in brackets.
A moment is a day of January 2022 in Almaty, of another month (`03-14`), an hour of it (`7 16h`), a
minute of it (`7 16:56`), a month (`2022-01`), or the text of a moment with its zone.
A notice is `retraction | of 1 | by Channel | on 9`: `of` counts the reports of the scene from one,
or names an origin, and `instead 2` is the report that stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from kazfigures import (
    Count,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    Observation,
    Source,
    Tally,
)
from kazfigures.observations import Entry
from kazfigures.wording import plain, russian

SOURCES: Final = {
    "MVD": Source("Interior Ministry", "official", side="government"),
    "Defence": Source("Defence Ministry", "official", side="government"),
    "Health": Source("Health Ministry", "official", side="government"),
    "President": Source("President's office", "official", side="government"),
    "Prosecutor": Source("Prosecutor General", "official", side="government"),
    "Commandant": Source("Almaty commandant", "official", side="government"),
    "Army": Source("Army hospital", "hospital", side="government"),
    "Ombudswoman": Source("Ombudswoman", "official"),
    "Office": Source("Media Office", "official"),
    "Committee": Source("Strike committee", "opposition", side="protesters"),
    "Channel": Source("Coronavirus2020_kz", "social"),
    "HRW": Source("Human Rights Watch", "monitor"),
    "Azattyq": Source("Radio Azattyq", "outlet"),
    "Hospital": Source("City hospital", "hospital"),
    "AP": Source("AP", "agency"),
    "NTB": Source("NTB", "outlet"),
}
POPULATIONS: Final = {
    "officers": "security forces",
    "police": "security forces/police",
    "soldiers": "security forces/army",
    "attackers": "attackers",
    "protesters": "protesters",
    "children": "children",
    "outpatient": "outpatients",
    "inpatient": "inpatients",
}
TALLIES: Final = {"+": Tally.INCREMENT, "=": Tally.STOCK}
NOTICES: Final = ("retraction", "denial", "correction")
OPTIONS: Final = (
    *("as of", "on", "via", "from", "since", "recorded", "url", "unit", "event", "ru"),
    *("of", "by", "instead"),
)
_MOMENT: Final = re.compile(r"(?:(\d\d)-)?(\d{1,2})(?: (\d\d:\d\d)| (\d\d)h)?")


@cache
def moment(text: str) -> Moment:
    told = _MOMENT.fullmatch(text)
    if told is None:
        return Moment(text if "[" in text else f"{text}[Asia/Almaty]")
    month, day, minute, hour = told.groups()
    date = f"2022-{month or '01'}-{int(day):02}"
    if minute:
        return Moment(f"{date}T{minute}+06:00")
    return Moment(f"{date}{f'T{hour}' if hour else ''}[Asia/Almaty]")


def measure(text: str, unit: str = "people", event: str = "January") -> Measure:
    words, _, definition = text.removesuffix(")").partition(" (")
    words, _, place = words.partition(" @")
    tally = TALLIES.get(words[0], Tally.CUMULATIVE)
    first, _, rest = words.lstrip("+=").partition(" ")
    population, outcome = ("", f"{first} {rest}".strip())
    if first in POPULATIONS:
        population, outcome = POPULATIONS[first], rest
    within = f"Kazakhstan/{place}" if place else "Kazakhstan"
    return Measure(outcome, population, within, event, unit, tally, definition)


def figure(text: str, *, in_russian: bool = False) -> Figure:
    if text.startswith("list "):
        number = int(text.removeprefix("list "))
        return Figure(f"a list of {number} names", number, Count.at_least(number))
    return Figure.read(text, russian if in_russian else plain)


def options(parts: Iterable[str]) -> dict[str, str]:
    """Give each option by its name."""
    named: dict[str, str] = {}
    for part in parts:
        name = next(one for one in OPTIONS if part == one or part.startswith(f"{one} "))
        named[name] = part.removeprefix(name).strip()
    return named


def named(text: str) -> Source:
    return SOURCES.get(text) or Source(text)


def told(line: str) -> Observation:
    """Give the report that a line stands for."""
    words, counted, claimant, *rest = (part.strip() for part in line.split("|"))
    more = options(rest)
    as_of = more.get("as of", "7")
    url = more.get("url")
    return Observation(
        measure(counted, more.get("unit", "people"), more.get("event", "January")),
        figure(words, in_russian="ru" in more),
        named(claimant),
        moment(as_of),
        moment(more.get("on", as_of)),
        via=[named(relay).name for relay in more["via"].split(", ")] if "via" in more else (),
        origin=more.get("from", ""),
        since=moment(more["since"]) if "since" in more else None,
        recorded=moment(more["recorded"]) if "recorded" in more else None,
        url=f"https://example.org/{url}" if url else "",
    )


def notice(line: str, reports: list[Observation]) -> Notice:
    """Give the notice that a line stands for, about the reports of its scene."""
    kind, *rest = (part.strip() for part in line.split("|"))
    more = options(rest)
    of = [reports[int(one) - 1] if one.isdigit() else one for one in more["of"].split(", ")]
    instead = more.get("instead", "")
    return Notice(
        kind,  # type: ignore[arg-type]
        of,
        named(more["by"]),
        moment(more.get("on", "9")),
        instead=reports[int(instead) - 1].id if instead.isdigit() else instead and "0" * 16,
    )


def is_notice(line: str) -> bool:
    return line.split(" |", maxsplit=1)[0] in NOTICES


def scene(*lines: str) -> list[Entry]:
    """Give the entries of a scene: its reports as they are written, and then its notices."""
    reports = [told(line) for line in lines if not is_notice(line)]
    return [*reports, *(notice(line, reports) for line in lines if is_notice(line))]


def ledger(*lines: str) -> Ledger:
    return Ledger(scene(*lines))
