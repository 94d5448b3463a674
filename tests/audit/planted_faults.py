"""Ledgers that are clean but for faults planted in them, each in an event of its own.

The background is as reports of many events come: claimants whose figures grow in order and agree,
relays, days and minutes in several zones, bounds, two cities of one country, what was added in a
day, what stands at a moment. By the contract of the audit it gives no finding at all.
A plant is a small scene; it says which kinds the contract finds in it, the planted one and those
that come with it. `score` then tells how many findings are true, and how many plants are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import cycle, islice
from random import Random
from typing import Final, NamedTuple

from attrs import evolve

from kazfigures import Count, Figure, Ledger, Measure, Moment, Notice, Observation, Source, Tally
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind
from kazfigures.audit.parts.partitions import Partition
from kazfigures.observations import Entry

COUNTRIES: Final = {
    "Kazakhstan": ("Asia/Almaty", 360, ("Almaty", "Shymkent", "Taldykorgan", "Zhanaozen")),
    "Uzbekistan": ("Asia/Tashkent", 300, ("Tashkent", "Nukus", "Samarkand", "Bukhara")),
    "India": ("Asia/Kolkata", 330, ("Imphal", "Guwahati", "Morbi", "Wayanad")),
    "Kenya": ("Africa/Nairobi", 180, ("Kisumu", "Garissa", "Mombasa", "Eldoret")),
    "Nigeria": ("Africa/Lagos", 60, ("Maiduguri", "Jos", "Kaduna", "Enugu")),
    "Peru": ("America/Lima", -300, ("Juliaca", "Ayacucho", "Cusco", "Puno")),
    "Japan": ("Asia/Tokyo", 540, ("Wajima", "Suzu", "Sendai", "Kobe")),
    "Yemen": ("Asia/Aden", 180, ("Taiz", "Marib", "Hodeidah", "Saada")),
    "Myanmar": ("Asia/Yangon", 390, ("Bago", "Mandalay", "Sittwe", "Loikaw")),
    "Indonesia": ("Asia/Jakarta", 420, ("Palu", "Malang", "Cianjur", "Banyuwangi")),
    "Colombia": ("America/Bogota", -300, ("Cali", "Mocoa", "Popayán", "Cúcuta")),
    "Nepal": ("Asia/Kathmandu", 345, ("Pokhara", "Jajarkot", "Gorkha", "Birgunj")),
}
OCCASIONS: Final = (
    *("unrest", "flood", "earthquake", "strike", "shelling", "mine fire", "landslide", "stampede"),
)
MONITORS: Final = (
    *("Amnesty International", "Red Crescent", "Memorial", "Airwars", "Iraq Body Count", "ACLED"),
)
AGENCIES: Final = ("Reuters", "AFP", "Xinhua", "Interfax", "Anadolu", "EFE")
OUTLETS: Final = ("Khabar 24", "The Hindu", "Daily Nation", "El Comercio", "Punch", "Asahi")
RELAYS: Final = (*AGENCIES, *OUTLETS)
FIRST: Final = datetime(2015, 1, 5, tzinfo=UTC)
DAYS: Final = 2900
A_DAY: Final = timedelta(days=1)


class Plant(NamedTuple):
    """A fault: the reports and notices that show it, and all the kinds found in its event."""

    kind: Kind
    observations: tuple[Observation, ...]
    expected: frozenset[Kind]
    event: str
    notices: tuple[Notice, ...] = ()


class Score(NamedTuple):
    """How many findings there are and how many of them are true, how many plants and found."""

    findings: int
    true: int
    plants: int
    found: int

    @property
    def precision(self) -> float:
        return self.true / self.findings if self.findings else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.plants if self.plants else 1.0


@cache
def moment(text: str) -> Moment:
    return Moment(text)


@cache
def source(name: str, kind: str, side: str = "") -> Source:
    return Source(name, kind, side)  # type: ignore[arg-type]


@cache
def exactly(number: int) -> Figure:
    return Figure(f"{number:,}", number, Count.exactly(number))


@cache
def at_least(number: int) -> Figure:
    return Figure(f"at least {number:,}", number, Count.at_least(number))


@cache
def more_than(number: int) -> Figure:
    return Figure(f"more than {number:,}", number, Count.more_than(number))


@cache
def words(text: str) -> Figure:
    return Figure.read(text)


@cache
def names(number: int) -> Figure:
    return Figure(f"a list of {number:,} names", number, Count.at_least(number))


class Stage:
    """An event: where and when it is, and who speaks of it."""

    def __init__(self, chance: Random, name: str, country: str, first: datetime) -> None:
        self.chance = chance
        self.name = name
        self.country = country
        self.zone, minutes, self.cities = COUNTRIES[country]
        self.offset = timedelta(minutes=minutes)
        self.first = first
        hours, rest = divmod(abs(minutes), 60)
        self.told_offset = f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
        self.officials = [
            source(f"{office} of {country}", "official", "government")
            for office in ("Interior Ministry", "Health Ministry", "Prosecutor General", "Police")
        ]
        self.opposition = source(f"Opposition council of {country}", "opposition", "opposition")
        self.hospital = source(f"{self.cities[0]} central hospital", "hospital")

    def official(self) -> Source:
        return self.chance.choice(self.officials)

    def outsider(self) -> Source:
        """Give a claimant without a side."""
        return self.chance.choice(self.outsiders(1))

    def outsiders(self, size: int) -> list[Source]:
        """Give claimants without a side, no two alike."""
        known = [
            self.hospital,
            *(source(name, "monitor") for name in MONITORS),
            *(source(name, "agency") for name in AGENCIES),
            *(source(name, "outlet") for name in OUTLETS),
        ]
        return self.chance.sample(known, size)

    def anybody(self) -> Source:
        return self.official() if self.chance.random() < 0.5 else self.outsider()

    def two(self) -> tuple[Source, Source]:
        """Give two claimants who are not on different sides."""
        one, other = self.outsiders(2)
        return (self.official(), other) if self.chance.random() < 0.5 else (one, other)

    def via(self, size: int = 1) -> tuple[str, ...]:
        return tuple(self.chance.sample(RELAYS, size))

    def day(self, after: int) -> Moment:
        return moment(f"{(self.first + A_DAY * after).date().isoformat()}[{self.zone}]")

    def month(self, after: int) -> Moment:
        return moment(f"{(self.first + A_DAY * after).date().isoformat()[:7]}[{self.zone}]")

    def at(self, after: int, hour: int, minute: int = 0, *, abroad: bool = False) -> Moment:
        """Give a minute of a day by the clocks there, told in their offset or in that of UTC."""
        local = self.first + A_DAY * after + timedelta(hours=hour, minutes=minute)
        if abroad:
            return moment(f"{(local - self.offset).isoformat()[:16]}Z")
        return moment(f"{local.isoformat()[:16]}{self.told_offset}")

    def on(self, after: int) -> Moment:
        """Give a day or a minute of it."""
        return self.chance.choice((self.day(after), self.at(after, self.chance.randrange(6, 20))))

    def measure(
        self,
        outcome: str,
        city: str = "",
        population: str = "",
        tally: Tally = Tally.CUMULATIVE,
        definition: str = "",
    ) -> Measure:
        place = f"{self.country}/{city}" if city else self.country
        return Measure(outcome, population, place, self.name, "people", tally, definition)

    def says(  # noqa: PLR0917 - the parts, as they are read
        self,
        figure: Figure | int | str,
        measure: Measure,
        by: Source,
        as_of: Moment,
        reported: Moment | None = None,
        via: Iterable[str] = (),
        origin: str = "",
        since: Moment | None = None,
        recorded: Moment | None = None,
        url: str = "",
    ) -> Observation:
        if isinstance(figure, int):
            figure = exactly(figure)
        elif isinstance(figure, str):
            figure = words(figure)
        out = as_of if reported is None else reported
        return Observation(
            measure, figure, by, as_of, out, tuple(via), origin, since, recorded, url
        )

    def number(self, least: int = 12, most: int = 3000) -> int:
        return self.chance.randint(least, most)


def stages(chance: Random) -> Iterable[Stage]:
    """Make events without end, no two of one name."""
    known: set[str] = set()
    while True:
        country = chance.choice(list(COUNTRIES))
        city = chance.choice(COUNTRIES[country][2])
        first = FIRST + A_DAY * chance.randrange(DAYS)
        name = f"{city} {chance.choice(OCCASIONS)}, {first:%d.%m.%Y}"
        if name not in known:
            known.add(name)
            yield Stage(chance, name, country, first)


def background(stage: Stage) -> list[Observation]:
    """Give the reports of an event of which nothing is to be said."""
    steps = stage.chance.randrange(3, 7)
    speakers = [stage.official(), *stage.outsiders(2)]
    killed = stage.measure("killed", population=stage.chance.choice(("", "", "civilians")))
    here, there = stage.chance.sample(stage.cities, 2)
    tolls = [
        (killed, 1),
        (stage.measure("displaced", here), 0),
        (stage.measure("displaced", there), 1),
    ]
    written: list[Observation] = []
    for measure, parity in tolls:
        written += series(stage, measure, speakers, steps, parity)
    if stage.chance.random() < 0.6:
        written += additions(stage, speakers[:2], steps)
    if stage.chance.random() < 0.4:
        written += standing(stage, speakers, steps)
    return written


def series(
    stage: Stage, measure: Measure, speakers: Sequence[Source], steps: int, parity: int
) -> list[Observation]:
    """Tell a toll that grows every other day; whoever speaks of a day allows the same numbers."""
    chance = stage.chance
    number = 2 * chance.randrange(5, 2000) + parity
    written: list[Observation] = []
    for step in range(steps):
        figure = chance.choice((exactly, exactly, exactly, at_least, more_than))(number)
        as_of = stage.on(2 * step)
        for place, speaker in enumerate(speakers):
            if place and chance.random() < 0.5:
                continue
            via = stage.via() if chance.random() < 0.7 else ()
            page = f"https://example.org/{slug(stage.name, speaker.name, str(step))}"
            out = stage.at(
                2 * step, 20 + chance.randrange(12), chance.randrange(60), abroad=bool(via)
            )
            written.append(
                stage.says(
                    figure,
                    measure,
                    speaker,
                    as_of,
                    out,
                    via,
                    f"{speaker} on {stage.name}, {step}" if chance.random() < 0.4 else "",
                    url=page if chance.random() < 0.3 else "",
                )
            )
        number += 2 * chance.randrange(1, max(2, number // 4))
    return written


def slug(*texts: str) -> str:
    return "/".join(text.replace(" ", "-") for text in texts)


def additions(stage: Stage, speakers: Sequence[Source], steps: int) -> list[Observation]:
    """Tell how many more were detained in each 24 hours."""
    measure = stage.measure("detained", tally=Tally.INCREMENT)
    written = []
    for step in range(steps):
        number = stage.number(5, 400)
        since, as_of = stage.at(step, 9), stage.at(step + 1, 9)
        told = speakers if stage.chance.random() < 0.3 else speakers[:1]
        written += [
            stage.says(number, measure, speaker, as_of, stage.at(step + 1, 11), since=since)
            for speaker in told
        ]
    return written


def standing(stage: Stage, speakers: Sequence[Source], steps: int) -> list[Observation]:
    """Tell how many checkpoints stood, by one claimant and another in turn."""
    measure = Measure("standing", "", stage.country, stage.name, "checkpoints", Tally.STOCK)
    return [
        stage.says(stage.number(3, 70), measure, speakers[step % 2], stage.at(step, 8))
        for step in range(steps)
    ]


def neighbours(stage: Stage) -> list[Observation]:
    """Give reports of the same event that have nothing to do with the fault."""
    measure = Measure("damaged", "", stage.country, stage.name, "homes")
    return series(stage, measure, [stage.officials[0], stage.hospital], 3, 0)


Drama = tuple[list[Entry], list[Entry], set[Kind], list[Partition]]
"""All entries of a scene, those that show the fault, the kinds beside it, and partitions."""


def shows(entries: Sequence[Entry], *also: Kind, by: Sequence[Entry] | None = None) -> Drama:
    return list(entries), list(entries if by is None else by), set(also), []


def rough(number: int) -> int:
    """Round to hundreds."""
    return (number + 50) // 100 * 100


def fine(stage: Stage, least: int = 1000, most: int = 9000) -> int:
    """Give a number that nobody takes for a rounded one."""
    number = stage.number(least, most)
    return number if number % 5 else number + 1


def same_origin(stage: Stage) -> Drama:
    measure, by, number = stage.measure("injured"), stage.anybody(), fine(stage)
    told = [number] * stage.chance.randrange(2, 6)
    if stage.chance.random() < 0.4:
        told = [number // 10 * 10 + 2, number // 10 * 10 + 3]
    relays = stage.via(len(told))
    return shows(
        [
            stage.says(
                one,
                measure,
                by,
                stage.day(0),
                stage.at(1, 3 + place),
                [relay],
                "statement " + stage.name,
            )
            for place, (one, relay) in enumerate(zip(told, relays, strict=True))
        ]
    )


def bound_drift(stage: Stage) -> Drama:
    measure, by, number = stage.measure("detained"), stage.official(), fine(stage)
    low = number // 100 * 100
    pair = stage.chance.choice(
        [
            (f"more than {rough(number):,}", f"approximately {rough(number):,}"),
            (f"{number:,}", f"at least {number:,}"),
            (f"{number:,}", f"over {low:,}"),
            (f"about {rough(number):,}", f"{rough(number):,}"),
        ]
    )
    return shows(
        [
            stage.says(
                text, measure, by, stage.day(0), stage.at(1, 3), [relay], "briefing " + stage.name
            )
            for text, relay in zip(pair, stage.via(2), strict=True)
        ]
    )


def rounding(stage: Stage) -> Drama:
    measure, number = stage.measure("detained"), fine(stage)
    as_of, rounded = stage.day(0), f"about {rough(number):,}"
    if stage.chance.random() < 0.5:
        by, relays = stage.official(), stage.via(2)
        above = number // 1000 * 1000 + 1000
        near = above - stage.chance.randrange(11, 99)
        return shows(
            [
                stage.says(
                    figure, measure, by, as_of, stage.at(1, 4), [relay], "tally " + stage.name
                )
                for figure, relay in zip((near, f"nearly {above:,}"), relays, strict=True)
            ]
        )
    one, other = stage.two()
    return shows(
        [stage.says(number, measure, one, as_of), stage.says(rounded, measure, other, as_of)]
    )


def compatible(stage: Stage) -> Drama:
    measure, number = stage.measure("detained"), fine(stage)
    one, other = stage.two()
    bound = stage.chance.choice(("more than", "at least"))
    floor = f"{bound} {number // 1000 * 1000 - stage.chance.randrange(2) * 100:,}"
    as_of = stage.on(0)
    return shows(
        [stage.says(number, measure, one, as_of), stage.says(floor, measure, other, as_of)]
    )


def vague_and_exact(stage: Stage) -> Drama:
    measure = stage.measure("killed", population="attackers")
    text, least = stage.chance.choice((("dozens", 12), ("hundreds", 100), ("scores", 20)))
    one, other = stage.two()
    number = stage.number(least, 4 * least)
    return shows(
        [
            stage.says(text, measure, one, stage.day(0)),
            stage.says(number, measure, other, stage.on(0)),
        ]
    )


def floor_list(stage: Stage) -> Drama:
    measure, number = stage.measure("killed"), stage.number(40, 900)
    one, other = stage.two()
    known = number - stage.chance.randrange(number // 3)
    return shows(
        [
            stage.says(number, measure, one, stage.day(0)),
            stage.says(names(known), measure, other, stage.day(0)),
        ]
    )


def same_day_spread(stage: Stage) -> Drama:
    measure, number = stage.measure("detained"), fine(stage)
    if stage.chance.random() < 0.5:
        offices = stage.chance.sample(stage.officials, stage.chance.randrange(2, 4))
    else:
        offices = [stage.official()] * 2
    return shows(
        [
            stage.says(
                number + 137 * place, measure, office, stage.day(0), stage.at(0, 9 + 4 * place, 50)
            )
            for place, office in enumerate(offices)
        ]
    )


def contradiction(stage: Stage) -> Drama:
    measure = stage.measure("injured", population=stage.chance.choice(("", "attackers")))
    size = stage.chance.randrange(2, 5)
    rivals = stage.outsiders(size)
    if stage.chance.random() < 0.5:
        rivals[0] = stage.official()
    number = 100 * stage.number(0, 9) + stage.number(11, 80)
    apart = [exactly(number + 3 * place) for place in range(size)]
    if stage.chance.random() < 0.3:
        apart[-1] = at_least(number + 3 * size)
    as_ofs = [stage.day(0)] * size
    if stage.chance.random() < 0.4:
        as_ofs[0] = stage.at(0, 16, 56)
    return shows(
        [
            stage.says(figure, measure, rival, as_of, stage.at(0, 22))
            for figure, rival, as_of in zip(apart, rivals, as_ofs, strict=True)
        ]
    )


def party_dispute(stage: Stage) -> Drama:
    number = stage.number(11, 400)
    if stage.chance.random() < 0.4:
        called = [
            stage.measure("killed", population=name) for name in ("armed criminals", "protesters")
        ]
        one = stage.says(number, called[0], stage.official(), stage.day(0))
        other = stage.says(number, called[1], stage.opposition, stage.day(0))
        return shows([one, other], Kind.SCOPE_POPULATION)
    measure = stage.measure("killed")
    one = stage.says(number, measure, stage.official(), stage.day(0))
    other = stage.says(at_least(2 * number), measure, stage.opposition, stage.on(0))
    return shows([one, other])


def stale(stage: Stage) -> Drama:
    measure, by, number = stage.measure("killed"), stage.official(), stage.number()
    falls = stage.chance.random() < 0.4
    newer = number - number // 5 - 1 if falls else number + stage.number(1, 90)
    old = stage.says(number, measure, by, stage.day(0), stage.day(2), stage.via())
    new = stage.says(newer, measure, by, stage.day(2), stage.day(2))
    return shows([old, new], *([Kind.REVISED_DOWN] if falls else []), by=[old])


def stale_component(stage: Stage) -> Drama:
    killed, injured = stage.measure("killed"), stage.measure("injured")
    by, number, relay = stage.official(), stage.number(), stage.via()
    page = f"https://example.org/{slug(stage.name)}" if stage.chance.random() < 0.5 else ""
    out = stage.day(2)
    old = stage.says(number, killed, by, stage.day(0), out, relay, url=page)
    beside = stage.says(stage.number(50, 5000), injured, by, stage.day(2), out, relay, url=page)
    current = stage.says(number + stage.number(1, 60), killed, by, stage.day(2), out)
    return shows([old, beside, current], by=[old])


def revised_down(stage: Stage) -> Drama:
    by, number, gap = stage.anybody(), stage.number(20, 3000), stage.chance.randrange(1, 9)
    measure = after = stage.measure("killed")
    lower = number - stage.number(1, number // 2)
    if stage.chance.random() < 0.3:
        after = stage.measure("killed", definition="identified by name")
    high = stage.says(number, measure, by, stage.day(0))
    return shows([high, stage.says(lower, after, by, stage.on(gap))])


def restart(stage: Stage) -> Drama:
    by, number = stage.anybody(), stage.number(500, 5000)
    measure = stage.measure("killed")
    high = stage.says(number, measure, by, stage.day(0))
    low = stage.says(stage.number(1, number // 10), measure, by, stage.on(stage.number(20, 90)))
    return shows([high, low], Kind.REVISED_DOWN)


def source_switch(stage: Stage) -> Drama:
    measure, number = stage.measure("killed", population="children"), stage.number(40, 9000)
    one, other = stage.two()
    if stage.chance.random() < 0.5:
        one, other = other, one
    lower = number - stage.number(1, number // 2)
    high = stage.says(number, measure, one, stage.day(0))
    return shows([high, stage.says(lower, measure, other, stage.on(stage.number(1, 20)))])


def backdated(stage: Stage) -> Drama:
    total, added = stage.measure("killed"), stage.measure("killed", tally=Tally.INCREMENT)
    by, number, more = stage.official(), stage.number(500, 60000), stage.number(5, 80)
    before, after = stage.at(0, 12), stage.at(1, 12)
    risen = number + more + stage.number(1, 300)
    first = stage.says(number, total, by, before, stage.at(0, 13))
    then = stage.says(risen, total, by, after, stage.at(1, 13))
    daily = stage.says(more, added, by, after, stage.at(1, 13), since=before)
    return shows([first, then, daily], Kind.TALLY, by=[first, then])


def retracted(stage: Stage) -> Drama:
    measure, by, number = stage.measure("killed"), stage.anybody(), stage.number()
    relay = stage.via()
    report = stage.says(
        number, measure, by, stage.day(0), stage.day(0), relay, "post " + stage.name
    )
    way = stage.chance.randrange(3)
    if way == 0:
        notice = Notice("retraction", "post " + stage.name, by, stage.day(1), "an error")
        return shows([report, notice])
    if way == 1:
        notice = Notice("retraction", report, source(relay[0], "agency"), stage.day(1), "an error")
        return shows([report, notice])
    right = stage.says(number + stage.number(1, 9), measure, by, stage.day(0), stage.day(1))
    notice = Notice("correction", report, by, stage.day(1), "misheard", instead=right.id)
    return shows([report, right, notice], by=[report, notice])


def denied_by_source(stage: Stage) -> Drama:
    by = stage.official()
    report = stage.says(stage.number(), stage.measure("killed"), by, stage.day(0), via=stage.via())
    return shows([report, Notice("denial", report, by, stage.on(1), "it never said so")])


def disputed_by_other(stage: Stage) -> Drama:
    report = stage.says(stage.number(), stage.measure("killed"), stage.official(), stage.day(0))
    other = stage.chance.choice((stage.opposition, stage.hospital))
    return shows([report, Notice("denial", report, other, stage.on(2), "far more died")])


def misattributed(stage: Stage) -> Drama:
    measure, by, number = stage.measure("killed"), stage.official(), stage.number()
    relay = stage.via()
    publisher = source(relay[0], "outlet")
    report = stage.says(
        number, measure, by, stage.day(0), stage.day(0), relay, "post " + stage.name
    )
    if stage.chance.random() < 0.5:
        denial = Notice("denial", report, by, stage.day(1), "it never said so")
        retraction = Notice("retraction", report, publisher, stage.day(1), "a technical error")
        also = (Kind.DENIED_BY_SOURCE, Kind.RETRACTED)
        return shows([report, denial, retraction], *also, by=[report])
    [other] = stage.chance.sample([office for office in stage.officials if office != by], 1)
    right = evolve(report, source=other)
    fixed = Notice("correction", report, publisher, stage.day(1), "misheard", instead=right.id)
    return shows([report, right, fixed], Kind.RETRACTED, by=[report])


def withdrawn_still_used(stage: Stage) -> Drama:
    measure, by, number = stage.measure("killed"), stage.official(), stage.number()
    report = stage.says(number, measure, by, stage.day(0), origin="post " + stage.name)
    kind, also = stage.chance.choice(
        [("retraction", Kind.RETRACTED), ("denial", Kind.DENIED_BY_SOURCE)]
    )
    notice = Notice(kind, "post " + stage.name, by, stage.day(1))  # type: ignore[arg-type]
    out = stage.on(stage.number(2, 9))
    if stage.chance.random() < 0.4:
        again = stage.says(
            number, measure, by, stage.day(0), out, stage.via(), "post " + stage.name
        )
        return shows([report, again, notice], also, Kind.SAME_ORIGIN, by=[again])
    printer = stage.chance.choice([source(AGENCIES[0], "agency"), source(OUTLETS[0], "outlet")])
    figure = stage.chance.choice((exactly, at_least))(number)
    again = stage.says(figure, measure, printer, stage.day(0), out)
    return shows([report, again, notice], also, by=[again])


def tally(stage: Stage) -> Drama:
    by, number = stage.official(), stage.number(300, 9000)
    other = stage.chance.choice((by, stage.outsider()))
    total = stage.says(number, stage.measure("detained"), by, stage.day(1))
    way = stage.chance.randrange(2)
    if way:
        held = stage.measure("in custody", tally=Tally.STOCK)
        return shows([total, stage.says(number // 3, held, other, stage.on(1))])
    added = stage.measure("detained", tally=Tally.INCREMENT)
    return shows([total, stage.says(number // 4, added, other, stage.day(1), since=stage.day(0))])


def window(stage: Stage) -> Drama:
    measure = stage.measure("detained", tally=Tally.INCREMENT)
    one, other = stage.two()
    start = stage.chance.randrange(1, 30)
    first = stage.says(stage.number(), measure, one, stage.at(1, 9), since=stage.at(0, 9))
    since = stage.at(0, 9 + start)
    then = stage.says(stage.number(), measure, other, stage.at(1, 9 + start), since=since)
    if start >= 24 or stage.chance.random() < 0.3:
        later = stage.at(5, 9)
        then = stage.says(stage.number(), measure, other, later, since=stage.at(3, 9))
    return shows([first, then])


def definition(stage: Stage) -> Drama:
    one, other = stage.two()
    number = stage.number()
    wide = stage.measure("killed", definition="with deaths in custody")
    return shows(
        [
            stage.says(number, stage.measure("killed"), one, stage.day(0)),
            stage.says(number + stage.number(0, 9), wide, other, stage.on(0)),
        ]
    )


def scope_place(stage: Stage) -> Drama:
    number = stage.number()
    here = stage.measure("injured", stage.chance.choice(stage.cities))
    whole = stage.measure("injured")
    if stage.chance.random() < 0.5:
        by, relays = stage.official(), stage.via(2)
        return shows(
            [
                stage.says(
                    number,
                    measure,
                    by,
                    stage.day(0),
                    stage.at(1, 2),
                    [relay],
                    "tally " + stage.name,
                )
                for measure, relay in zip((here, whole), relays, strict=True)
            ]
        )
    one, other = stage.two()
    part = stage.says(number // 2, here, one, stage.on(0))
    return shows([part, stage.says(number, whole, other, stage.day(0))])


def scope_population(stage: Stage) -> Drama:
    number = stage.number()
    one, other = stage.two()
    if stage.chance.random() < 0.5:
        called = [stage.measure("killed", population=name) for name in ("gunmen", "protesters")]
        return shows(
            [
                stage.says(number, measure, by, stage.day(0))
                for measure, by in zip(called, (one, other), strict=True)
            ]
        )
    part = stage.says(number // 2, stage.measure("killed", population="police"), one, stage.on(0))
    return shows([part, stage.says(number, stage.measure("killed"), other, stage.day(0))])


def part_of(stage: Stage) -> Drama:
    by, number, dead = stage.official(), stage.number(400, 5000), stage.number(5, 300)
    if stage.chance.random() < 0.4:
        outcomes = (("injured", number), ("killed", dead), ("killed or injured", number + dead))
        return shows(
            [
                stage.says(
                    figure, stage.measure(outcome), by, stage.day(0), origin="tally " + stage.name
                )
                for outcome, figure in outcomes
            ]
        )
    narrow = stage.chance.choice(
        (stage.measure("killed", stage.cities[1]), stage.measure("killed", population="police"))
    )
    whole = stage.says(number, stage.measure("killed"), by, stage.day(0))
    return shows([stage.says(dead, narrow, by, stage.day(0)), whole])


def part_exceeds_whole(stage: Stage) -> Drama:
    number = stage.number()
    one, other = stage.two()
    narrow, also = stage.chance.choice(
        [
            (stage.measure("killed", population="children"), Kind.SCOPE_POPULATION),
            (stage.measure("killed", stage.cities[2]), Kind.SCOPE_PLACE),
        ]
    )
    if stage.chance.random() < 0.5:
        other, also = one, Kind.PART_OF
    part = stage.says(at_least(number + stage.number(1, 90)), narrow, one, stage.day(0))
    return shows([part, stage.says(number, stage.measure("killed"), other, stage.day(0))], also)


def parts_do_not_sum(stage: Stage) -> Drama:
    by, one = stage.official(), stage.number()
    other = one + stage.number(1, 900)
    parts = [stage.measure("injured", population=name) for name in ("outpatients", "inpatients")]
    whole, off = stage.measure("injured"), stage.chance.choice((1, 2, 40))
    told = [*zip(parts, (one, other), strict=True), (whole, one + other + off)]
    entries: list[Entry] = [
        stage.says(number, measure, by, stage.day(0), origin="count " + stage.name)
        for measure, number in told
    ]
    partition = Partition(whole, parts, exhaustive=True)
    return entries, entries, {Kind.PART_OF}, [partition]


def idle_notice(stage: Stage) -> Drama:
    report = stage.says(stage.number(), stage.measure("killed"), stage.officials[0], stage.day(0))
    if stage.chance.random() < 0.5:
        notice = Notice("retraction", "lost " + stage.name, stage.officials[0], stage.day(1))
    else:
        notice = Notice("retraction", report, stage.hospital, stage.day(1))
    return shows([report, notice], by=[notice])


def anachronism(stage: Stage) -> Drama:
    measure, by, number = stage.measure("killed"), stage.anybody(), stage.number()
    way = stage.chance.randrange(3)
    if way == 0:
        early = stage.at(0, 10)
        return shows([stage.says(number, measure, by, stage.day(0), stage.day(3), recorded=early)])
    if way == 1:
        after = 12 - stage.first.day
        return shows([stage.says(number, measure, by, stage.month(after), stage.at(after, 10))])
    report = stage.says(number, measure, stage.officials[0], stage.day(3))
    notice = Notice("denial", report, stage.hospital, stage.day(1))
    return shows([report, notice], Kind.DISPUTED_BY_OTHER, by=[notice])


def look_alike(stage: Stage) -> Drama:
    number, measure = stage.number(), stage.measure("killed")
    if stage.chance.random() < 0.5:
        name = f"Ambulance corps, {stage.name}"
        first, second = source(name, "hospital"), source(name.replace("a", "а"), "hospital")
        one, other = measure, measure
    else:
        first, second = stage.two()
        city, quarter = stage.cities[0], f"Quarter of the {stage.name}"
        one = stage.measure("killed", f"{city}/{quarter}")
        other = stage.measure("killed", f"{city}/{quarter.upper()}")
    return shows(
        [
            stage.says(number, one, first, stage.day(0)),
            stage.says(number + stage.number(0, 9), other, second, stage.day(2)),
        ]
    )


PLANTED: Final[dict[Kind, Callable[[Stage], Drama]]] = {
    kind: globals()[kind.value] for kind in Kind if kind is not Kind.INCOMPARABLE
}
"""How each kind is planted: in the function of its name."""


def planted(
    seed: int, observations: int, faults: int
) -> tuple[Ledger, list[Plant], list[Partition]]:
    """Make a ledger of about so many clean observations, and plant faults of all kinds evenly."""
    chance = Random(seed)  # noqa: S311 - the same ledger on every machine
    events = iter(stages(chance))
    entries: list[Entry] = []
    while len(entries) < observations:
        entries += background(next(events))
    plants: list[Plant] = []
    partitions: list[Partition] = []
    for kind in islice(cycle(PLANTED), faults):
        stage = next(events)
        scene, by, also, declared = PLANTED[kind](stage)
        entries += [*scene, *neighbours(stage)]
        partitions += declared
        plants.append(
            Plant(
                kind,
                tuple(entry for entry in by if isinstance(entry, Observation)),
                frozenset({kind, *also}),
                stage.name,
                tuple(entry for entry in scene if isinstance(entry, Notice)),
            )
        )
    return Ledger(entries), plants, partitions


def events_of(finding: Finding, by_notice: dict[str, str]) -> set[str]:
    """Give the events that a finding is about."""
    told = {observation.measure.event for observation in finding.observations}
    return told | {by_notice[notice.id] for notice in finding.notices if notice.id in by_notice}


def covers(finding: Finding, plant: Plant) -> bool:
    shown = {observation.id for observation in finding.observations}
    if not plant.observations:
        return bool(set(finding.notices) & set(plant.notices))
    return shown.issuperset(observation.id for observation in plant.observations)


def score(findings: Iterable[Finding], plants: Sequence[Plant]) -> dict[Kind, Score]:
    """Score every kind: a finding is true in an event of which it is expected."""
    by_event = {plant.event: plant for plant in plants}
    by_notice = {notice.id: plant.event for plant in plants for notice in plant.notices}
    made: Counter[Kind] = Counter()
    true: Counter[Kind] = Counter()
    found: set[str] = set()
    for finding in findings:
        made[finding.kind] += 1
        at = [by_event.get(event) for event in events_of(finding, by_notice)]
        if at and all(plant and finding.kind in plant.expected for plant in at):
            true[finding.kind] += 1
        found |= {
            plant.event
            for plant in at
            if plant and plant.kind is finding.kind and covers(finding, plant)
        }
    planted_kinds = Counter(plant.kind for plant in plants)
    found_kinds = Counter(plant.kind for plant in plants if plant.event in found)
    return {
        kind: Score(made[kind], true[kind], planted_kinds[kind], found_kinds[kind])
        for kind in Kind
        if made[kind] or planted_kinds[kind]
    }


def overall(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    columns = zip(*scores, strict=True)
    totals = [sum(column) for column in columns]
    return Score(*totals) if totals else Score(0, 0, 0, 0)
