"""Whatever a sentence prints was said, is still said, and reads back to no less than is known.

Ledgers are drawn as a desk's would look: claimants revise, withdraw, contradict and relay each
other, in words of three languages.
The numbers of a sentence are found here by a tokeniser of its own, which knows nothing of how
sentences are made: every digit and every small number in words, less the dates that are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import kazfigures as kf
from kazfigures import (
    Count,
    Estimate,
    Figure,
    Ledger,
    Measure,
    Moment,
    Notice,
    NoticeKind,
    Observation,
    Source,
    Status,
    Tally,
)
from kazfigures.errors import WordingError
from kazfigures.rules.testimonies import Reason, hull
from kazfigures.strategies import wordings
from kazfigures.surfaces.words import (
    Printed,
    Sentence,
    Style,
    agency,
    kazakh,
    plain,
    russian,
    sentence,
)
from kazfigures.wording import Quantity
from kazfigures.wording.presets import word_table

_EXAMPLES = settings.default.max_examples
THOUSAND = settings(max_examples=_EXAMPLES * (7 if _EXAMPLES >= 150 else 3))
"""With the profile `ci`, more than a thousand ledgers, each with several estimates."""
STYLES = (plain, agency, russian, kazakh)
CODES = {"english": "en", "russian": "ru", "kazakh": "kk"}
EVENT = "Kazakhstan, January"
MEASURES = (
    Measure("killed", "security forces", "Kazakhstan", EVENT),
    Measure("killed", "security forces/police", "Kazakhstan/Almaty", EVENT),
    Measure("killed"),
    Measure("injured", "", "Kazakhstan/Almaty", EVENT),
    Measure("detained", "protesters", "Kazakhstan", EVENT),
    Measure("killed", "", "Kazakhstan", EVENT, definition="deaths in custody too"),
    Measure("attacked", "", "Kazakhstan", EVENT, unit="checkpoints"),
    Measure("evacuated", "children", "Kazakhstan/Aktau", EVENT),
    Measure("in custody", "", "Kazakhstan", EVENT, tally=Tally.STOCK),
    Measure("detained", "", "Kazakhstan", EVENT, tally=Tally.INCREMENT),
)
SOURCES = (
    Source("Interior Ministry", "official"),
    Source("Ombudswoman", "official"),
    Source("Hospital Alpha", "hospital"),
    Source("Witness Beta", "witness"),
    Source("Human Rights Watch", "monitor"),
    Source("Прокуратура", "official"),
)
RELAYS = ("AFP", "TASS", "Khabar", "Reuters", "Orda")
NAMES = (*(source.name for source in SOURCES), *RELAYS)
DAYS = tuple(
    Moment(text)
    for text in (
        "2022-01-05[Asia/Almaty]",
        "2022-01-07[Asia/Almaty]",
        "2022-01-07T16:56+06:00",
        "2022-01-09[Asia/Almaty]",
        "2022-01-10T01:30+06:00",
        "2022-01-11[UTC]",
        "2022-01[Asia/Almaty]",
    )
)
NUMBERS = (1, 2, 3, 5, 8, 9, 10, 12, 16, 18, 20, 26, 100, 164, 225, 230, 238, 1_300, 2_300, 12_000)


class Said(NamedTuple):
    """A wording, and the words of which language it is in."""

    words: str
    language: str


ENGLISH = (
    *("{:,}", "{:,} people", "at least {:,}", "more than {:,}", "over {:,} people"),
    *("fewer than {:,}", "up to {:,}", "no more than {:,}", "about {:,}", "some {:,} officers"),
    *("nearly {:,}", "just over {:,}", "{:,} or more", "{:,} or so", "{:,}+", "exactly {:,}"),
)
RUSSIAN = (
    *("{}", "не менее {}", "более {}", "менее {}", "до {}", "около {} человек", "почти {}"),
    *("по меньшей мере {} человек", "чуть более {}"),
)
KAZAKH = ("{}", "кемінде {}", "шамамен {}", "көп дегенде {}", "{} адам")
SET_WORDS = (
    *(("dozens", "en"), ("dozens, possibly hundreds", "en"), ("hundreds of people", "en")),
    *(("no one", "en"), ("none", "en"), ("no casualties", "en"), ("several", "en")),
    *(("a dozen", "en"), ("two", "en"), ("eighteen", "en"), ("at least nine", "en")),
    *(("1.5 million", "en"), ("more than 2,300", "en"), ("about 1,300", "en"), ("a few", "en")),
    *(("десятки", "ru"), ("двое", "ru"), ("никто", "ru"), ("сотни людей", "ru")),
    *(("ондаған", "kk"), ("екі", "kk")),
)


def _is_read(said: Said) -> bool:
    try:
        Figure.read(said.words, word_table(said.language))
    except WordingError:
        return False
    return True


WORDS = tuple(said for said in (Said(*one) for one in SET_WORDS) if _is_read(said))


def _filled(template: str, number: int, language: str) -> Figure:
    if any(hedge in template for hedge in ("fewer", "менее", "nearly", "почти")):
        number += 1  # nobody says "fewer than one" or "nearly one"
    return Figure.read(template.format(number), word_table(language))


def _between(template: str, one: int, other: int) -> Figure:
    low, high = sorted((one, other))
    return Figure.read(template.format(low, high if low < high else high + 2))


def _by_hand(number: int) -> Figure:
    return Figure(f"a list of {number} names", number, Count.at_least(number))


def figures() -> SearchStrategy[Figure]:
    """Draw what a report would say; shrinks to "1"."""
    numbers = st.sampled_from(NUMBERS)
    ranges = st.sampled_from(("between {} and {}", "{} to {}", "{:,} or {:,}", "from {} to {}"))
    return st.one_of(
        st.builds(_filled, st.sampled_from(ENGLISH), numbers, st.just("en")),
        st.builds(_filled, st.sampled_from(RUSSIAN), numbers, st.just("ru")),
        st.builds(_filled, st.sampled_from(KAZAKH), numbers, st.just("kk")),
        st.builds(_between, ranges, numbers, numbers),
        st.sampled_from(WORDS).map(lambda said: Figure.read(said.words, word_table(said.language))),
        numbers.map(_by_hand),
        wordings(number=st.integers(2, 400)),
    )


class Report(NamedTuple):
    """A report before it is known of what measure it is."""

    figure: Figure
    source: Source
    moments: tuple[Moment, Moment]
    via: tuple[str, ...]
    origin: str


class Denied(NamedTuple):
    """A notice before it is known what was reported."""

    kind: NoticeKind
    of: int
    instead: int
    by: Source | None


def _ledger(measure: Measure, reports: Sequence[Report], notices: Sequence[Denied]) -> Ledger:
    told: list[Observation] = []
    for report in reports:
        first, second = report.moments
        as_of, reported = (second, first) if second.precedes(first) else (first, second)
        told.append(
            Observation(
                measure, report.figure, report.source, as_of, reported, report.via, report.origin
            )
        )
    entries: list[Observation | Notice] = [*told]
    for denied in notices if told else ():
        gone, other = (told[at % len(told)] for at in (denied.of, denied.instead))
        by = denied.by or gone.source
        if denied.kind is not NoticeKind.CORRECTION:
            entries.append(Notice(denied.kind, gone, by, DAYS[-1], "an error"))
        elif gone.id < other.id:  # never in a circle
            entries.append(Notice(denied.kind, gone, by, DAYS[-1], "an error", instead=other))
    return Ledger(entries)


def ledgers(measure: SearchStrategy[Measure] | None = None) -> SearchStrategy[Ledger]:
    """Draw a ledger of one measure as a desk would keep it; shrinks to the empty one."""
    reports = st.builds(
        Report,
        figures(),
        st.sampled_from(SOURCES),
        st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)),
        st.lists(st.sampled_from(RELAYS), max_size=2, unique=True).map(tuple),
        st.sampled_from(("", "briefing", "leak")),
    )
    notices = st.builds(
        Denied,
        st.sampled_from(NoticeKind),
        st.integers(0, 5),
        st.integers(0, 5),
        st.none() | st.sampled_from(SOURCES),
    )
    return st.builds(
        _ledger,
        st.sampled_from(MEASURES) if measure is None else measure,
        st.lists(reports, max_size=6),
        st.lists(notices, max_size=2),
    )


def estimates_of(ledger: Ledger) -> Iterator[Estimate]:
    """Give the estimates of a ledger: as it stands, before the notices, and by other rules."""
    for known in (ledger, ledger.known_at("2022-01-10T00:00+06:00")):
        yield from kf.reconcile(known)
    for rule in (kf.pools.envelope, kf.pools.lowest, kf.pools.overlap):
        yield from kf.reconcile(ledger, rule)


SMALL = {
    "en": tuple("one two three four five six seven eight nine".split()),  # noqa: SIM905 - a list of words
    "ru": (
        "один одна одно одного одной одному одним одну",
        "два две двух двое двоих двум двумя",
        "три трёх трех трое троих трём трем тремя",
        "четыре четырёх четырех четверо четверых четырём четырем",
        "пять пяти пятеро пятерых пятью",
        "шесть шести шестеро шестерых шестью",
        "семь семи семеро семерых семью",
        "восемь восьми восьмеро восьмерых восемью",
        "девять девяти девятеро девятерых девятью",
    ),
    "kk": tuple(
        f"{stem} {stem}у {stem}еу {stem}ау {stem}ден {stem}дан {stem}тен {stem}тан"
        for stem in ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
    ),
}
SMALL_NUMBERS = {
    language: {form: at for at, forms in enumerate(words, start=1) for form in forms.split()}
    for language, words in SMALL.items()
}
NO_ONE = re.compile(r"\b(?:no one|no-one|not one|ни од\w+|бірде[- ]бір)\b", re.IGNORECASE)
MONTHS = r"(?:Jan(?:uary|\.)|январ[яьею]|қаңтар\w*)"
DATES = re.compile(
    rf"""
    \b\d{{1,2}}[ \u00a0-]?(?:го)?\ ?{MONTHS}(?:,?[ \u00a0]2022)?    # 7 January 2022
    | {MONTHS}[ \u00a0]\d{{1,2}}(?!\d)(?:,[ \u00a0]2022)?           # Jan. 7, 2022
    | {MONTHS}[ \u00a0]2022 | \b2022\b(?:[ \u00a0](?:жыл\w*|год\w*|г\.))?
    | \b\d{{1,2}}[:.]\d{{2}}\b(?:[ \u00a0][ap]\.?m\.?)?             # 16:56
    | \b\d{{1,2}}[ \u00a0][ap]\.m\.
    | (?:UTC|GMT)?[+\u2212-]\d{{2}}:\d{{2}}
    """,
    re.VERBOSE,
)
OTHERS = re.compile(r"and \w+ others?(?! \w+ figure)|и ещё \w+|тағы \w+")
"""How a list says how many sources it does not name."""
LEFT_OUT = re.compile(
    r"and (?P<number>\d+) other figures?|и другие данные: (?P<other>\d+)|тағы (?P<more>\d+) дерек"
)
"""How a dispute says how many camps it does not name."""
DIGITS = re.compile(r"\d+(?:[,\u00a0\u202f ]\d{3})*(?!\d)(?:[.,]\d+)?")
SCALES = (
    (re.compile(r"^[ \u00a0](?:million|миллион\w*|млн)"), 1_000_000),
    (re.compile(r"^[ \u00a0](?:thousand|тысяч\w*|тыс|мың)"), 1_000),
)


def numbers_in(text: str, language: str) -> set[int]:
    """Find every number in a text but its dates: digits, and words below ten."""
    text = NO_ONE.sub(" ", DATES.sub(" ", text))
    numbers = set[int]()
    for found in DIGITS.finditer(text):
        written = re.sub("[,\u00a0\u202f ](?=\\d{3}(?!\\d))", "", found.group()).replace(",", ".")
        whole, _, part = written.partition(".")
        after = text[found.end() :]
        scale = next((by for pattern, by in SCALES if pattern.match(after)), 1)
        numbers.add(round((int(whole) + (int(part) / 10 ** len(part) if part else 0)) * scale))
    words = re.findall(r"\w+", text.casefold())
    return numbers | {
        SMALL_NUMBERS[language][word] for word in words if word in SMALL_NUMBERS[language]
    }


def without(text: str, *names: str) -> str:
    """Leave out names, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "…")
    return text


def said_by(observation: Observation) -> set[int]:
    """The numbers that a report says: the one it states, or the ends of the range it gives."""
    figure = observation.figure
    said = set[int]()
    if figure.stated is not None:
        said.add(figure.stated)
    elif re.search(r"\d", figure.wording) or figure.count.high is not None:
        said |= {end for end in (figure.count.low, figure.count.high) if end is not None}
    return said


def read_back(words: str, style: Style) -> Count | None:
    """Read words that a style printed as anybody would."""
    figure = Figure.read_or_none(words, word_table(CODES[style.language]))
    return None if figure is None else figure.count


def _is_at(found: Quantity, spoken: Printed) -> bool:
    """Whether a reader of the text finds the very figure, with more words around it or fewer."""
    overlaps = found.start < spoken.end and spoken.start < found.end
    return overlaps and found.figure.count == spoken.count


def faults_of_figures(estimate: Estimate, said: Sentence, style: Style) -> Iterator[str]:
    """What is printed reads back, from its place, to no less than is known."""
    counts: list[Count] = []
    read = kf.find(said.text, word_table(CODES[style.language]))
    for spoken in said.figures:
        if said.text[spoken.start : spoken.end] != spoken.wording:
            yield f"{spoken} does not stand at its place"
        back = read_back(spoken.wording, style)
        if back is None or back != spoken.count:
            yield f"{spoken.wording!r} reads back to {back}, not {spoken.count}"
        counts += [] if back is None else [back]
        if not any(_is_at(one, spoken) for one in read):
            yield f"{spoken.wording!r} is not read as {spoken.count} where it stands"
    if not counts and (estimate.count is not None or said.count is not None):
        yield f"{said.count}, of which no figure is printed"
    if estimate.count is None or not counts:
        return
    for back in (hull(counts), said.count):
        if back is None or not estimate.count.within(back):
            yield f"{back} is narrower than {estimate.count}"


def faults_of_numbers(estimate: Estimate, said: Sentence, style: Style) -> Iterator[str]:
    """Every number was said by a report that is used, and by none that was taken back alone."""
    bare = OTHERS.sub(" ", LEFT_OUT.sub(" ", without(said.text, *NAMES)))
    printed = numbers_in(bare, CODES[style.language])
    allowed = set[int]().union(*(said_by(one.observation) for one in estimate.used))
    if printed - allowed:
        yield f"nobody says {printed - allowed}"
    if estimate.status is Status.UNREPORTED and (said.figures or said.count is not None or printed):
        yield "a number where nothing is reported"
    gone = set[int]().union(
        *(
            said_by(one.observation)
            for one in estimate.set_aside
            if one.reason in (Reason.WITHDRAWN, Reason.CORRECTED)
        )
    )
    found = kf.find(DATES.sub(" ", bare), word_table(CODES[style.language]))
    printed |= {
        one.figure.stated for one in found if one.figure.stated
    }  # but no "No figure stands"
    if printed & (gone - allowed):
        yield f"{printed & (gone - allowed)} was taken back"


def faults_of_names(estimate: Estimate, said: Sentence, style: Style) -> Iterator[str]:
    """A dispute names a source of every camp, and nobody is named as often as relayed."""
    if estimate.status is Status.DISPUTED:
        unnamed = [
            camp
            for camp in estimate.camps
            if not any(source.name in said.text for source in camp.sources)
        ]
        left_out = LEFT_OUT.search(said.text)
        if len(unnamed) != (int(next(filter(None, left_out.groups()))) if left_out else 0):
            yield f"camps are not named: {', '.join(map(str, unnamed))}"
        if left_out and len(estimate.camps) - len(unnamed) < style.most:
            yield "camps are left out that there is room for"
    ends = [*(figure.start for figure in said.figures[1:]), len(said.text)]
    for figure, end in zip(said.figures, ends, strict=False):
        for claim in estimate.claims:
            is_named = claim.source.name in said.text[figure.end : end]
            if is_named and claim.count & figure.count is None:
                yield f"{claim.source} is named behind {figure.wording!r} and says {claim.count}"
    for name in {one.observation.source.name for one in estimate.used}:
        if said.text.count(name) > 1:
            yield f"{name} is attributed {said.text.count(name)} times"


def faults(estimate: Estimate, style: Style) -> list[str]:
    """Tell what is wrong with the sentence of an estimate."""
    said = sentence(estimate, style=style)
    found = [
        *faults_of_figures(estimate, said, style),
        *faults_of_numbers(estimate, said, style),
        *faults_of_names(estimate, said, style),
    ]
    return [f"{fault}: {said.text!r}" for fault in found]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
@THOUSAND
@given(ledger=ledgers())
def test_a_sentence_says_what_is_known_and_nothing_else(style: Style, ledger: Ledger) -> None:
    for estimate in estimates_of(ledger):
        assert not faults(estimate, style), str(estimate)


def told(measure: Measure, *claims: tuple[str, str, Moment], language: str = "en") -> Estimate:
    """Give the estimate of a few claims: who, in what words, of when."""
    [estimate] = kf.reconcile(
        Ledger(
            Observation(measure, Figure.read(words, word_table(language)), name, as_of, DAYS[5])
            for name, words, as_of in claims
        )
    )
    return estimate


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_nobody_is_named_behind_a_figure_that_they_contradict(style: Style) -> None:
    estimate = told(
        MEASURES[2],
        ("Human Rights Watch", "at least 16", DAYS[1]),
        ("Witness Beta", "at least 12", DAYS[1]),
        ("Hospital Alpha", "3", DAYS[3]),
    )
    assert estimate.status is Status.MAJORITY
    assert not faults(estimate, style)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_nobody_is_named_behind_a_number_that_they_did_not_say(style: Style) -> None:
    estimate = told(
        MEASURES[0],
        ("Hospital Alpha", "26", DAYS[1]),
        ("Witness Beta", "at least 20", DAYS[1]),
        ("Interior Ministry", "3", DAYS[1]),
        ("Ombudswoman", "3", DAYS[1]),
    )
    assert estimate.status is Status.DISPUTED
    said = sentence(estimate, style=style)
    [place] = [at for at, figure in enumerate(said.figures) if figure.count == Count.exactly(26)]
    behind = said.text[said.figures[place].end :].partition(";")[0]
    assert "Hospital Alpha" in behind
    assert "Witness Beta" not in behind


def test_no_camp_is_lost_in_kazakh() -> None:
    estimate = told(
        MEASURES[0],
        ("Interior Ministry", "шамамен 100", DAYS[1]),
        ("Ombudswoman", "көп дегенде 16", DAYS[3]),
        language="kk",
    )
    assert estimate.status is Status.DISPUTED
    assert not faults(estimate, kazakh)


@pytest.mark.parametrize("style", [russian, kazakh], ids=lambda style: style.name)
def test_a_claimant_of_two_words_is_not_lost(style: Style) -> None:
    reports = [
        Observation(MEASURES[0], Figure.read(words), name, as_of, DAYS[5])
        for name, words, as_of in (
            ("Interior Ministry", "2", DAYS[0]),
            ("Ombudswoman", "fewer than 2", DAYS[1]),
            ("Ombudswoman", "about 3", DAYS[1]),
        )
    ]
    [estimate] = kf.reconcile(Ledger(reports), kf.pools.envelope)
    assert estimate.count == Count(0, 4)
    assert not faults(estimate, style)


def test_a_sentence_of_no_place_does_not_begin_with_a_comma() -> None:
    estimate = told(MEASURES[2], ("Witness Beta", "16", DAYS[1]))
    assert sentence(estimate, style=kazakh).text[0].isalnum()


@pytest.mark.parametrize("style", [plain, agency], ids=lambda style: style.name)
def test_a_camp_that_says_none_says_so(style: Style) -> None:
    estimate = told(
        MEASURES[2],
        ("Human Rights Watch", "16", DAYS[1]),
        ("Witness Beta", "16", DAYS[1]),
        ("Hospital Alpha", "no one", DAYS[1]),
    )
    assert "; no, " not in sentence(estimate, style=style).text


@given(wordings(number=st.integers(2, 3_000)) | figures(), st.sampled_from(SOURCES))
def test_a_lone_claim_reads_back_to_what_it_allows(figure: Figure, source: Source) -> None:
    [estimate] = kf.reconcile(Ledger([Observation(MEASURES[0], figure, source, DAYS[1], DAYS[1])]))
    for style in STYLES:
        said = sentence(estimate, style=style)
        assert said.count is not None
        assert figure.count.within(said.count), said.text
        assert source.name in said.text


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
@given(figures(), st.sampled_from(SOURCES), st.permutations(RELAYS))
def test_one_claimant_relayed_by_three_is_attributed_once(
    style: Style, figure: Figure, source: Source, relays: Sequence[str]
) -> None:
    [estimate] = kf.reconcile(
        Ledger(
            Observation(MEASURES[0], figure, source, DAYS[1], DAYS[3], (relay,), "briefing")
            for relay in relays[:3]
        )
    )
    said = sentence(estimate, style=style).text
    assert said.count(source.name) == 1
    assert sum(said.count(relay) for relay in relays[:3]) <= 1
    assert not faults(estimate, style)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
@pytest.mark.parametrize("measure", MEASURES, ids=str)
def test_what_nobody_reports_has_no_number(style: Style, measure: Measure) -> None:
    unreported = kf.reconcile(Ledger())[measure]
    assert not faults(unreported, style)
    told = Observation(measure, "164", SOURCES[0], DAYS[0], DAYS[0])
    gone = Notice(NoticeKind.RETRACTION, told, SOURCES[0], DAYS[1], "an error")
    [withdrawn] = kf.reconcile(Ledger([told, gone]))
    assert withdrawn.status is Status.UNREPORTED
    assert not faults(withdrawn, style)
    assert "164" not in sentence(withdrawn, style=style).text


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
@pytest.mark.parametrize("camps", range(2, 7))
def test_a_dispute_names_every_camp(style: Style, camps: int) -> None:
    ledger = Ledger(
        Observation(MEASURES[0], str(number), source, DAYS[1], DAYS[1])
        for number, source in zip((225, 230, 238, 16, 18, 20), SOURCES[:camps], strict=False)
    )
    [estimate] = kf.reconcile(ledger)
    assert estimate.status is Status.DISPUTED
    assert len(estimate.camps) == camps
    assert not faults(estimate, style)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_real_record_reads_back(style: Style) -> None:
    ledger = kf.load(Path(__file__).parents[2] / "docs" / "examples" / "kazakhstan-2022.jsonl")
    for estimate in kf.reconcile(ledger):
        said = sentence(estimate, style=style)
        if said.count is not None and estimate.count is not None:
            assert estimate.count.within(said.count), said.text
        assert (said.count is None) == (not said.figures)
