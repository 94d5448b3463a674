"""A sentence says what is known as a desk would print it, in each language and style."""

from __future__ import annotations

import importlib
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kazfigures as kf
from kazfigures import (
    Count,
    Estimate,
    Figure,
    Ledger,
    Measure,
    Notice,
    NoticeKind,
    Observation,
    Pool,
    Rule,
    Tally,
)
from kazfigures.errors import ExtraError, MomentError, RuleError
from kazfigures.surfaces.words import STYLES, Style, agency, kazakh, plain, russian, sentence
from kazfigures.wording.presets import word_table

RECORD = kf.load(Path(__file__).parents[2] / "docs" / "examples" / "kazakhstan-2022.jsonl")
DAY = "2022-01-07[Asia/Almaty]"
LATER = "2022-01-09[Asia/Almaty]"
JANUARY = "Kazakhstan, January 2022"
OFFICERS = Measure("killed", "security forces", "Kazakhstan", JANUARY)
KILLED = Measure("killed", "", "Kazakhstan", JANUARY)
IN_ALMATY = Measure("killed", "", "Kazakhstan/Almaty", JANUARY)
HELD = Measure("detained", "", "Kazakhstan", JANUARY)
CUSTODY = Measure("in custody", "", "Kazakhstan", JANUARY, tally=Tally.STOCK)
DETAINED = Measure("detained", tally=Tally.INCREMENT)
BARE = Measure("killed")


def soft(text: str) -> str:
    """Make hard spaces soft."""
    return unicodedata.normalize("NFKC", text)


def report(
    words: str | Figure,
    by: str = "AFP",
    *,
    of: Measure = BARE,
    language: str = "en",
    **given: object,
) -> Observation:
    """Give a report of 7 January, unless it says otherwise."""
    figure = Figure.read(words, word_table(language)) if isinstance(words, str) else words
    as_of = given.pop("as_of", DAY)
    return Observation(of, figure, by, as_of, given.pop("reported", as_of), **given)


def estimated(*entries: Observation | Notice, rule: Rule | Pool = kf.house) -> Estimate:
    [estimate] = kf.reconcile(Ledger(entries), rule)
    return estimate


def printed(
    *entries: Observation | Notice,
    style: Style = plain,
    rule: Rule | Pool = kf.house,
    **given: object,
) -> str:
    return soft(sentence(estimated(*entries, rule=rule), style=style, **given).text)


def opening(words: str, style: Style, of: Measure = BARE, language: str = "en") -> str:
    """Give a sentence of one report up to its date."""
    said = printed(report(words, of=of, language=language), style=style)
    for date in (" as of", " по состоянию"):
        said = said.partition(date)[0]
    return said.partition("қаңтар: ")[2] or said


@pytest.mark.parametrize(
    ("known_at", "measure", "style", "expected"),
    [
        (
            "2022-01-07T18:00+06:00",
            OFFICERS,
            plain,
            "18 members of the security forces had been killed in Kazakhstan as of 7 January 2022, "
            "according to the Ministry of Internal Affairs of Kazakhstan, as reported by Qazaq TV.",
        ),
        (
            "2022-01-07T18:00+06:00",
            OFFICERS,
            agency,
            "18 members of the security forces had been killed in Kazakhstan as of 7 January, "
            "according to the Ministry of Internal Affairs of Kazakhstan, as reported by Qazaq TV.",
        ),
        (
            "2022-01-07T18:00+06:00",
            OFFICERS,
            russian,
            "18 сотрудников силовых структур погибли в Казахстане по состоянию на 7 января 2022 г.,"
            " сообщает Ministry of Internal Affairs of Kazakhstan, передаёт Qazaq TV.",
        ),
        (
            "2022-01-07T18:00+06:00",
            OFFICERS,
            kazakh,
            "Қазақстан, 2022 ж. 7 қаңтар: 18 күштік құрылым қызметкері қаза тапты деп хабарлады "
            "Ministry of Internal Affairs of Kazakhstan (Qazaq TV арқылы).",
        ),
        (
            "2022-01-10T18:00+06:00",
            OFFICERS,
            plain,
            "16 members of the security forces had been killed in Kazakhstan as of 9 January 2022, "
            "according to the Ministry of Internal Affairs of Kazakhstan, as reported by CGTN.",
        ),
        (
            "2022-01-10T18:00+06:00",
            IN_ALMATY,
            plain,
            "It is not known how many people had been killed in Almaty: "
            "what was reported has been taken back.",
        ),
        (
            "2022-01-10T18:00+06:00",
            IN_ALMATY,
            russian,
            "Сколько человек погибло в Алматы, неизвестно: названное ранее отозвано.",
        ),
        (
            "2022-03-15T00:00+06:00",
            KILLED,
            plain,
            "Reports differ on how many people had been killed in Kazakhstan as of 14 March 2022: "
            "230, according to the Prosecutor General's Office of Kazakhstan; "
            "238, according to the Human Rights Ombudswoman of Kazakhstan.",
        ),
        (
            "2022-03-15T00:00+06:00",
            KILLED,
            russian,
            "Данные о том, сколько человек погибло в Казахстане по состоянию на 14 марта 2022 г., "
            "расходятся: 230, сообщает Prosecutor General's Office of Kazakhstan; "
            "238, сообщает Human Rights Ombudswoman of Kazakhstan.",
        ),
        (
            "2022-03-15T00:00+06:00",
            KILLED,
            kazakh,
            "Қазақстан, 2022 ж. 14 наурыз: қанша адам қаза тапты – деректер әртүрлі: "
            "230 деп хабарлады Prosecutor General's Office of Kazakhstan; "
            "238 деп хабарлады Human Rights Ombudswoman of Kazakhstan.",
        ),
        (
            "2022-03-15T00:00+06:00",
            IN_ALMATY,
            plain,
            "Reports differ on how many people had been killed in Almaty: 139 as of 14 March 2022, "
            "according to the Prosecutor General's Office of Kazakhstan; "
            "at least 149 as of 15 January 2022, according to Almaty police.",
        ),
        (
            "2026-01-01T00:00+06:00",
            KILLED,
            agency,
            "More than 240 people had been killed in Kazakhstan as of 29 July 2022, "
            "according to the Joint statement of ten NGOs.",
        ),
        (
            "2026-01-01T00:00+06:00",
            IN_ALMATY,
            russian,
            "151 человек погиб в Алматы по состоянию на 5 января 2023 г., "
            "сообщает Prosecutor General's Office of Kazakhstan, передаёт 08info.kz.",
        ),
    ],
)
def test_the_real_record_is_printed(
    known_at: str, measure: Measure, style: Style, expected: str
) -> None:
    estimate = kf.reconcile(RECORD.known_at(known_at))[measure]
    assert soft(sentence(estimate, style=style).text) == expected


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_no_sentence_of_the_record_has_a_gap_or_a_double_stop(style: Style) -> None:
    for estimate in kf.reconcile(RECORD):
        said = sentence(estimate, style=style).text
        assert said.endswith(".")
        for fault in ("..", "  ", " ,", " .", ",,", "()", "{", "$", "\x00", "\x01", "\x02"):
            assert fault not in said


@pytest.mark.parametrize(
    ("words", "style", "expected"),
    [
        ("1", plain, "1 person had been killed"),
        ("2", plain, "2 people had been killed"),
        ("at least one", plain, "At least 1 person had been killed"),
        ("no one", plain, "No one had been killed"),
        ("1", agency, "One person had been killed"),
        ("9", agency, "Nine people had been killed"),
        ("10", agency, "10 people had been killed"),
        ("at least 9", agency, "At least nine people had been killed"),
        ("between 3 and 12", agency, "Between three and 12 people had been killed"),
        ("up to 4", agency, "At most four people had been killed"),
        ("1", russian, "1 человек погиб"),
        ("2", russian, "2 человека погибли"),
        ("5", russian, "5 человек погибли"),
        ("11", russian, "11 человек погибли"),
        ("21", russian, "21 человек погиб"),
        ("22", russian, "22 человека погибли"),
        ("25", russian, "25 человек погибли"),
        ("101", russian, "101 человек погиб"),
        ("111", russian, "111 человек погибли"),
        ("1,000", russian, "1 000 человек погибли"),
        ("no one", russian, "Ни один человек не погиб"),
        ("at least 1", russian, "Не менее 1 человека погибло"),
        ("at least 2", russian, "Не менее 2 человек погибли"),
        ("at least 21", russian, "Не менее 21 человека погибло"),
        ("about 21", russian, "Около 21 человека погибло"),
        ("up to 22", russian, "Не более 22 человек погибли"),
        ("nearly 22", russian, "Почти 22 человека погибли"),
        ("between 2 and 5", russian, "От 2 до 5 человек погибли"),
        ("between 2 and 21", russian, "От 2 до 21 человека погибло"),
        ("several", russian, "Несколько человек погибли"),
        ("dozens", russian, "Десятки человек погибли"),
        ("0", kazakh, "0 адам қаза тапты деп хабарлады AFP."),
        ("21", kazakh, "21 адам қаза тапты деп хабарлады AFP."),
        ("dozens", kazakh, "ондаған адам қаза тапты деп хабарлады AFP."),
    ],
)
def test_nouns_and_verbs_agree_with_the_number(words: str, style: Style, expected: str) -> None:
    assert opening(words, style) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1", "1 person was in custody in Kazakhstan"),
        ("2", "2 people were in custody in Kazakhstan"),
        ("at least one", "At least 1 person was in custody in Kazakhstan"),
        ("none", "No one was in custody in Kazakhstan"),
        ("dozens", "Dozens of people were in custody in Kazakhstan"),
    ],
)
def test_a_stock_is_said_of_the_day(words: str, expected: str) -> None:
    assert opening(words, plain, CUSTODY) == expected


def test_none_of_a_population() -> None:
    assert (
        opening("none", plain, OFFICERS)
        == "No members of the security forces had been killed in Kazakhstan"
    )
    assert (
        opening("none", russian, OFFICERS)
        == "Ни один сотрудник силовых структур не погиб в Казахстане"
    )


@pytest.mark.parametrize(
    ("number", "endings"),
    [
        *((1, "ден ге"), (2, "ден ге"), (3, "тен ке"), (4, "тен ке"), (5, "тен ке")),
        *((6, "дан ға"), (7, "ден ге"), (8, "ден ге"), (9, "дан ға"), (10, "нан ға")),
        *((20, "дан ға"), (30, "дан ға"), (40, "тан қа"), (50, "ден ге"), (60, "тан қа")),
        *((70, "тен ке"), (80, "нен ге"), (90, "нан ға"), (100, "ден ге"), (125, "тен ке")),
        *((1000, "нан ға"), (2200, "ден ге"), (12000, "нан ға"), (10**6, "нан ға")),
    ],
)
def test_kazakh_endings_follow_the_last_word_of_the_number(number: int, endings: str) -> None:
    ablative, dative = endings.split()
    written = f"{number:,}".replace(",", " ")
    assert opening(f"more than {number}", kazakh).startswith(f"{written}-{ablative} астам адам")
    if number > 1:
        assert opening(f"nearly {number}", kazakh).startswith(f"{written}-{dative} жуық адам")


@pytest.mark.parametrize(
    ("words", "language", "style", "phrase"),
    [
        ("18", "en", plain, "18"),
        ("eighteen", "en", plain, "18"),
        ("over 2,300", "en", plain, "More than 2,300"),
        ("no fewer than 18", "en", plain, "At least 18"),
        ("fewer than 20", "en", plain, "Fewer than 20"),
        ("no more than 20", "en", plain, "At most 20"),
        ("some 1,300", "en", plain, "About 1,300"),
        ("nearly 4,500", "en", plain, "Nearly 4,500"),
        ("just over 100", "en", plain, "Just over 100"),
        ("12 or 13", "en", plain, "Between 12 and 13"),
        ("dozens", "en", plain, "Dozens"),
        ("a handful", "en", plain, "A handful"),
        ("не менее 18", "ru", plain, "At least 18"),
        ("двое", "ru", agency, "Two"),
        ("более 240", "ru", kazakh, "240-тан астам"),
        ("18", "en", russian, "18"),
        ("more than 240", "en", russian, "Более 240"),
        ("hundreds", "en", russian, "Сотни"),
        ("кемінде 9", "kk", agency, "At least nine"),
        ("бірнеше", "kk", russian, "Несколько"),
    ],
)
def test_a_wording_keeps_its_hedge_and_its_number(
    words: str, language: str, style: Style, phrase: str
) -> None:
    said = sentence(estimated(report(words, language=language)), style=style)
    [figure] = said.figures
    assert soft(figure.wording).capitalize() == phrase
    assert said.text[figure.start : figure.end] == figure.wording
    assert Figure.read(words, word_table(language)).count.within(figure.count)


@pytest.mark.parametrize(
    ("figure", "phrase"),
    [
        (Figure("a list of names", 16, Count.exactly(16)), "16 people"),
        (Figure("a list of names", 16, Count.at_least(16)), "At least 16 people"),
        (Figure("a table", None, Count(12, 15)), "Between 12 and 15 people"),
    ],
)
def test_a_figure_that_a_desk_took_from_a_list(figure: Figure, phrase: str) -> None:
    assert printed(report(figure)).startswith(f"{phrase} had been killed as of")


NAMES = {
    "Kazakhstan's Interior Ministry": "Kazakhstan's Interior Ministry",
    "Kazakhstan\u2019s Interior Ministry": "Kazakhstan\u2019s Interior Ministry",
    "New Zealand's Foreign Ministry": "New Zealand's Foreign Ministry",
    "Interior Ministry": "the Interior Ministry",
    "the Interior Ministry": "the Interior Ministry",
    "Prosecutor General's Office": "the Prosecutor General's Office",
    "Children's Rights Ombudswoman": "the Children's Rights Ombudswoman",
    "Committee to Protect Journalists": "the Committee to Protect Journalists",
    "President of Kazakhstan": "the President of Kazakhstan",
    "President Tokayev": "President Tokayev",
    "Almaty police": "Almaty police",
    "Human Rights Watch": "Human Rights Watch",
    "A. Tsaplienko": "A. Tsaplienko",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_has_an_article_where_english_gives_it_one(name: str) -> None:
    assert printed(report("5", name)).endswith(f", according to {soft(NAMES[name])}.")
    assert printed(report("5", name), style=russian).endswith(f", сообщает {soft(name)}.")


def test_who_says_so_of_what_day_and_through_whom() -> None:
    ministry = "Interior Ministry"
    assert printed(report("at least 18", ministry, of=OFFICERS, via=["AFP", "Orda"])) == (
        "At least 18 members of the security forces had been killed in Kazakhstan as of "
        "7 January 2022, according to the Interior Ministry, as reported by AFP."
    )
    # two claimants through one relay: the relay is no third, and is not named
    assert printed(
        report("5", ministry, via=["AFP"]), report("5", "Health Ministry", via=["AFP"])
    ).endswith("according to the Health Ministry and the Interior Ministry.")
    # one statement through three relays is one source, and one of them is named
    relayed = [report("5", ministry, via=[relay], origin="briefing") for relay in ("A", "B", "C")]
    said, _, relay = printed(*relayed).partition(", as reported by ")
    assert said.endswith("according to the Interior Ministry")
    assert relay in ("A.", "B.", "C.")
    # whom the answer only agrees with is not named
    assert printed(report("18", ministry), report("at least 10", "Orda")).endswith(
        "18 people had been killed as of 7 January 2022, according to the Interior Ministry."
    )


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            plain,
            "16 people had been killed as of 7 January 2022, according to HRW and Witness; "
            "but 3 as of 9 January 2022, according to Hospital.",
        ),
        (
            agency,
            "16 people had been killed as of 7 January, according to HRW and Witness; "
            "but three as of 9 January, according to Hospital.",
        ),
        (
            russian,
            "16 человек погибли по состоянию на 7 января 2022 г., сообщают HRW и Witness; "
            "но 3 (по состоянию на 9 января 2022 г.), сообщает Hospital.",
        ),
        (
            kazakh,
            "2022 ж. 7 қаңтар: 16 адам қаза тапты деп хабарлады HRW және Witness; "
            "ал 3 (2022 ж. 9 қаңтар) деп хабарлады Hospital.",
        ),
    ],
)
def test_a_majority_names_those_who_dissent(style: Style, expected: str) -> None:
    told = (report("16", "HRW"), report("16", "Witness"), report("3", "Hospital", as_of=LATER))
    assert printed(*told, style=style) == expected


def test_it_is_said_how_many_are_left_out() -> None:
    agreed = [report("16", f"A{at}") for at in range(7)]
    against = [report(str(at), f"B{at}") for at in range(1, 6)]
    assert printed(*agreed, *against) == (
        "16 people had been killed as of 7 January 2022, according to A0, A1, A2, A3 and 3 others; "
        "but 1, according to B1; 2, according to B2; 3, according to B3; and 2 other figures."
    )
    assert "according to A0, A1, A2 and four others; but one, according to B1; two," in printed(
        *agreed, *against, style=agency
    )
    assert printed(*against).endswith("4, according to B4; and 1 other figure.")
    assert printed(*agreed, style=russian).endswith("сообщают A0, A1, A2, A3 и ещё 3.")


@pytest.mark.parametrize(
    ("rule", "words", "expected"),
    [
        (kf.pools.overlap, ("at least 16", "at most 20"), "Between 16 and 20 people had been"),
        (kf.pools.lowest, ("16", "18"), "16 people had been killed as of 7 January 2022, acc"),
        (kf.pools.lowest, ("3", "no one"), "No one had been killed as of 7 January 2022, accord"),
        (kf.pools.envelope, ("16", "18"), "Reports differ on how many people had been killed as"),
        (kf.pools.envelope, ("at least 16", "at most 20"), "Reports put in different ways how "),
        (kf.pools.quorum(2), ("16", "18"), "Reports differ on how many people had been killed"),
        (kf.pools.quorum(2), ("at least 16", "at most 9"), "It is not known how many people had"),
    ],
)
def test_any_rule_has_a_sentence(rule: Rule | Pool, words: tuple[str, ...], expected: str) -> None:
    told = [report(one, f"S{at}") for at, one in enumerate(words)]
    assert printed(*told, rule=rule).startswith(expected)


GONE = report("164", of=KILLED)
TAKEN_BACK = Notice(NoticeKind.RETRACTION, GONE, "AFP", LATER, "an error")


def test_what_does_not_stand_is_not_printed() -> None:
    taken_back = sentence(estimated(GONE, TAKEN_BACK))
    assert taken_back.text.endswith(": what was reported has been taken back.")
    assert (taken_back.figures, taken_back.count) == ((), None)
    unreported = sentence(kf.reconcile(Ledger())[KILLED])
    assert unreported.text == (
        "How many people had been killed in Kazakhstan has not been reported."
    )
    alone = printed(report("at least 16"), rule=kf.pools.quorum(2))
    assert alone == (
        "It is not known how many people had been killed: every report has been set aside."
    )


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_silence_does_not_read_as_zero(style: Style) -> None:
    code = {"english": "en", "russian": "ru", "kazakh": "kk"}[style.language]
    for estimate in (
        kf.reconcile(Ledger())[KILLED],
        estimated(GONE, TAKEN_BACK),
        estimated(report("at least 16"), rule=kf.pools.quorum(2)),
    ):
        said = sentence(estimate, style=style).text
        assert list(kf.find(said, word_table(code))) == [], said


@pytest.mark.parametrize(
    ("since", "as_of", "style", "expected"),
    [
        ("2022-01-06", "2022-01-07", plain, "from 6 January to 7 January 2022, according"),
        ("2021-12-30", "2022-01-07", plain, "from 30 December 2021 to 7 January 2022, acc"),
        ("2022-01-06", "2022-01-07", agency, "from 6 January to 7 January, according"),
        ("2021-12-30", "2022-01-07", agency, "from 30 December 2021 to 7 January 2022, acc"),
        ("2022-01", "2022-02", russian, "за период январь 2022 г. – февраль 2022 г., сообщает"),
        ("2022-01-06", "2022-01-07", russian, "за период 6 января – 7 января 2022 г., сооб"),
        ("2022-01-06", "2022-01-07", kazakh, "2022 ж. 6 қаңтар – 2022 ж. 7 қаңтар: 300 адам"),
        (None, "2022-01-07", plain, "300 people were detained up to 7 January 2022, accord"),
        (None, "2022-01-07", kazakh, "Кезең соңы – 2022 ж. 7 қаңтар: 300 адам ұсталды деп"),
    ],
)
def test_an_increment_has_its_window(
    since: str | None, as_of: str, style: Style, expected: str
) -> None:
    opened = f"{since}[Asia/Almaty]" if since else None
    told = report("300", of=DETAINED, since=opened, as_of=f"{as_of}[Asia/Almaty]")
    assert expected in printed(told, style=style)


@pytest.mark.parametrize(
    ("as_of", "zone", "expected"),
    [
        ("2022-01-07T22:30+00:00", None, "as of 7 January 2022,"),
        ("2022-01-07T22:30+00:00", "Asia/Almaty", "as of 8 January 2022,"),
        ("2022-01-07T22:30+00:00", "America/New_York", "as of 7 January 2022,"),
        ("2022-01-07[Asia/Almaty]", "America/New_York", "as of 7 January 2022,"),
        ("2022-01[Asia/Almaty]", "UTC", "as of January 2022,"),
        ("2022[Asia/Almaty]", None, "as of 2022,"),
    ],
)
def test_a_date_is_told_by_the_clocks_of_the_reader(
    as_of: str, zone: str | None, expected: str
) -> None:
    assert expected in printed(report("5", as_of=as_of), zone=zone)


def test_a_year_stands_where_the_reports_are_of_several() -> None:
    told = (report("5", "A"), report("9", "B", as_of="2023-01-07[Asia/Almaty]"))
    assert "2023" in printed(*told, style=agency)
    assert "2022" not in printed(told[0], style=agency)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (plain, "Three vehicles (police) were counted as “damaged” in Aktau (burnt out) as of 7"),
        (russian, "3 единицы («vehicles») («police») («damaged») (Aktau) («burnt out») по состо"),
        (kazakh, "Aktau, 2022 ж. 7 қаңтар: 3 бірлік («vehicles») («police») («damaged») («burn"),
    ],
)
def test_words_without_a_term_are_quoted(style: Style, expected: str) -> None:
    measure = Measure(
        "damaged", "police", "Kazakhstan/Aktau", unit="vehicles", definition="burnt out"
    )
    style = evolve(style, digits_in_words=True)
    assert printed(report("3", of=measure), style=style).startswith(expected)


def test_a_term_is_not_taken_for_other_words() -> None:
    measure = Measure("killed", "police (не people)")
    assert "3 police (не people) had been killed" in printed(report("3", of=measure))


def test_a_newsroom_has_words_of_its_own() -> None:
    ours = evolve(
        agency,
        name="ours",
        messages="who-miners =\n    { $n ->\n        [one] miner\n       *[other] miners\n    }\n"
        "did-evacuated = { did } brought out\n"
        "where-kazakhstan_shakhtinsk = at the Shakhtinsk mine\n"
        "attributed = According to { $sources }, { $claim }.\n",
    )
    miners = Measure("evacuated", "miners", "Kazakhstan/Shakhtinsk")
    said = sentence(estimated(report("1", of=miners)), style=ours)
    assert said.text == (
        "According to AFP, one miner had been brought out at the Shakhtinsk mine as of 7 January."
    )
    [figure] = said.figures
    assert said.text[figure.start : figure.end] == figure.wording == "one"


def test_figures_keep_their_places_in_any_order_of_words() -> None:
    ours = evolve(plain, messages="attributed-against = { $others }; { $claim } ({ $sources }).")
    told = [*(report("16", by) for by in "ABE"), report("3", "C"), report("5", "D")]
    said = sentence(estimated(*told), style=ours)
    assert [said.text[one.start : one.end] for one in said.figures] == ["3", "5", "16"]
    assert said.count == Count.exactly(16)


def test_a_name_is_text_whatever_it_holds() -> None:
    name, place = '{ $n } { who-people } { "a" }', "{ $place -> *[a] b }"
    measure = Measure("killed", "", place, definition="-x = { y }")
    for style in STYLES:
        said = printed(report("5", name, of=measure, via=["{ who-other }"]), style=style)
        for words in (name, place, "-x = { y }", "{ who-other }"):
            assert words in said


@pytest.mark.parametrize("name", ["Kazinform Inc.", "Who?", "Yes!"])
def test_a_sentence_ends_once(name: str) -> None:
    assert printed(report("5", name)).endswith(f", according to {name}")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"language": "french"}, "language: expected one of english, russian, kazakh"),
        ({"language": ["english"]}, "language: expected one of english, russian, kazakh"),
        ({"most": 0}, "most: expected a whole number from 1 on"),
        ({"messages": None}, "messages: expected lines of a Fluent catalogue"),
    ],
)
def test_a_style_is_checked(given: dict[str, Any], expected: str) -> None:
    with pytest.raises(RuleError, match=expected):
        evolve(plain, **given)


@pytest.mark.parametrize(
    "messages",
    [
        "who-miners miners",
        "claim = { $figure",
        "claim = { $nobody }",
        "claim = { no-such-message }",
        "claim =\n    .attribute = only",
        "claim = some people { $did }",
        "claim = { $figure } and { $figure }",
    ],
)
def test_messages_that_cannot_be_filled_in_are_refused(messages: str) -> None:
    with pytest.raises(RuleError, match="messages"):
        printed(report("5"), style=evolve(plain, messages=messages))


def test_what_is_no_estimate_is_refused() -> None:
    with pytest.raises(RuleError, match="an Estimate"):
        sentence("18")  # type: ignore[arg-type]
    with pytest.raises(RuleError, match="a Style"):
        sentence(estimated(report("5")), style="plain")  # type: ignore[arg-type]
    for zone in ("Almaty", ""):
        with pytest.raises(MomentError):
            sentence(estimated(report("5")), zone=zone)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith("kazfigures.surfaces.words")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "fluent.runtime", None)
    with pytest.raises(ExtraError, match=r"writing sentences needs the extra 'words'"):
        importlib.import_module("kazfigures.surfaces.words")
