"""Which day a figure is dated to: one row a sentence, then the laws."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_sentences import marked, written

from kazfigures.drafting.phrases import UNSAID
from kazfigures.drafting.settings.dates import Dates
from kazfigures.moments import Moment

SATURDAY = "2022-01-08T09:30+06:00"


def dated(text: str, reported: str = SATURDAY) -> str:
    """Give the as-of of the figure marked in a text, with a ~ where it is inferred."""
    moment, phrase = Dates(marked(text), reported=Moment(reported)).of(0)
    assert (moment is None) == (phrase == UNSAID)
    return "" if moment is None else written(phrase, moment.text.partition("[")[0])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # beside the figure
        ("{Twenty-six people were killed} on Thursday night in the clashes.", "2022-01-06"),
        (
            "{At least 18 officers have died} as of Friday, the ministry's website showed.",
            "2022-01-07",
        ),
        ("By Thursday evening, {the toll stood at 44 dead}.", "2022-01-06"),
        ("As of 8 p.m. on Wednesday {353 officers had been injured}.", "2022-01-05"),
        ("{Police detained 1,200 people} yesterday, the mayor told reporters.", "2022-01-07"),
        ("Earlier today {three miners died} when a shaft collapsed.", "2022-01-08"),
        ("{Nine sailors drowned} early this morning off the coast of Sicily.", "2022-01-08"),
        ("{Two guards were shot dead} late Friday in the capital, AP reported.", "2022-01-07"),
        ("{A blast killed 12} shoppers on Tuesday, Jan. 4, 2022.", "2022-01-04"),
        ("{The fire killed 11} on Monday 3 January.", "2022-01-03"),
        ("{The fire killed 11} on Monday (January 3).", "2022-01-03"),
        ("{The ferry sank with the loss of 40 lives} on the 2nd of January.", "2022-01-02"),
        ("{More than 160 people died} in the first week of January 2022.", "2022-01"),
        ("{The quake killed 5,400 people} in April 2015.", "2015-04"),
        ("{The militia murdered 300 villagers} in 1994.", "1994"),
        ("{Some 40 people were kidnapped} last month, the UN said.", "2021-12"),
        ("{Road accidents killed 2,000 people} last year.", "2021"),
        ("{A landslide killed six workers} three days ago.", "2022-01-05"),
        ("{The gunman killed four} on 2022-01-04.", "2022-01-04"),
        ("On Thursday, {26 people were killed} in Almaty.", "2022-01-06"),
        ("On 28 December {a mine blast wounded two farmers}.", "2021-12-28"),
        ("{THREE SUBVERSIVES WERE KILLED} DURING CLASHES YESTERDAY IN USULUTAN.", "2022-01-07"),
        ("{A BOMB KILLED TWO POLICEMEN} ON 3 JANUARY AT 1900 IN THE SAME CITY.", "2022-01-03"),
        ("{FOUR SOLDIERS WERE MURDERED} ON 24 MAY LAST YEAR.", "2021-05-24"),
        ("{NINE REBELS DIED} LAST NIGHT, THE ARMY REPORTED.", "2022-01-07"),
        ("{TWO MEN WERE MURDERED} ON 12 DEC 87.", "1987-12-12"),
        ("On 5 January {2015 sheep were killed}.", "2022-01-05"),
        ("{A similar blast killed 12} two years ago.", "~2020"),
        ("A 2007 earthquake in Pisco {killed 595 people}.", "~2007"),
        ("The 2011 riots {killed 14}, the mayor said on Friday.", "~2011"),
        ("It is the worst since 2011, when {14 people were killed}.", "~2011"),
        ("The coast guard said {21 people had died}, up from 18 on Monday.", ""),
        ("A year ago, {14 strikers were killed} there.", "~2021"),
        ("{Nine sailors drowned} two months ago.", "~2021-11"),
        ("It was the worst fire since 2006, when {41 miners died}.", "~2006"),
        (
            "The deadliest day since January 5, when {12 people died}, it began quietly.",
            "~2022-01-05",
        ),
        ("The blast on Monday {killed 12}, and one on Wednesday killed 3.", "2022-01-03"),
        ("Since January 5, when the clashes began, {12 people have died}.", ""),
        ("Since 2006, when a mine burned, {41 miners have died}.", ""),
        ("{Nearly 3,000 people were arrested}, 700 fewer than on Thursday.", ""),
        ("{40 people remain missing}, down from 100 on Tuesday.", ""),
        ("{The toll stood at 40 dead} on Friday, up from 30 on Tuesday.", "2022-01-07"),
        # from other words of the sentence
        ("As of Friday {12 people had died} in Thursday's raid.", "2022-01-07"),
        ("In January {26 people were killed} on Thursday.", "~2022-01-06"),
        ("In January 12 buildings burned and {three people died}.", "~2022-01"),
        ("The ministry said on Friday that {26 had been killed}.", "~2022-01-07"),
        ("On Friday the health ministry reported {164 deaths}.", "~2022-01-07"),
        ("{The unrest left 225 dead}, prosecutors said on Friday.", "~2022-01-07"),
        ("{The unrest left 225 dead}, a spokesman told AFP on Friday.", "~2022-01-07"),
        ("THE ARMY TODAY ANNOUNCED THAT {127 GUERRILLAS HAVE BEEN KILLED}.", "~2022-01-08"),
        ("POLICE REPORTED YESTERDAY THAT {TWO MEN WERE WOUNDED}.", "~2022-01-07"),
        ("{26 people were killed} on Thursday, the ministry said on Friday.", "2022-01-06"),
        ("The ministry said Friday that {26 people were killed} on Thursday.", "2022-01-06"),
        ("{26 people were killed} and <18 wounded> on Thursday.", "~2022-01-06"),
        ("<26 people were killed> and {18 wounded} on Thursday.", "2022-01-06"),
        ("<26 people were killed> on Thursday and {18 wounded}.", "~2022-01-06"),
        ("On Thursday <26 people were killed> and {18 wounded}.", "~2022-01-06"),
        ("{12 died} on Monday and <five> on Tuesday.", "2022-01-03"),
        ("<12 died> on Monday and {five died} on Tuesday.", "2022-01-04"),
        ("A car bomb exploded on Thursday, {killing nine} people.", "~2022-01-06"),
        ("Gunmen stormed a mosque on Tuesday and {killed 14 worshippers}.", "~2022-01-04"),
        ("{Nine people were killed} when a bomb went off on Thursday.", "~2022-01-06"),
        ("{Five died} in a raid that took place on Wednesday.", "~2022-01-05"),
        ("The bomb that went off on Wednesday {killed five} people.", "~2022-01-05"),
        ("{Three bodies} were found on Friday near the river.", "~2022-01-07"),
        (
            "An attack on Wednesday in which {seven guards were killed} was condemned.",
            "~2022-01-05",
        ),
        ("{Ten people were shot dead} in Wednesday's raid.", "~2022-01-05"),
        ("Tuesday's raid {killed ten people}.", "~2022-01-04"),
        ("They left after the 6 January {murder of six} priests.", "~2022-01-06"),
        ("Talks ended after Thursday's attack that {left 10 dead}.", "~2022-01-06"),
        ("Talks ended after Thursday's attack in which {10 people died}.", "~2022-01-06"),
        ("{Three people were hurt} in a blast that hit the port on Friday.", "~2022-01-07"),
        ("There was a miracle last night: {no one was killed}.", "~2022-01-07"),
        ("{Eleven people drowned} last Saturday.", "~2022-01-01"),
        ("{Eleven people drowned} on Thursday of last week.", "2021-12-30"),
        ("{Clashes killed 30} between Jan. 2 and Jan. 5.", "~2022-01-05"),
        ("{Clashes killed 30} from Sunday to Wednesday.", "~2022-01-05"),
        ("{Clashes killed 30} on 4-5 January.", "2022-01-05"),
        ("{Clashes killed 30} on Tuesday and Wednesday.", "~2022-01-05"),
        ("{Clashes killed 30} late last night and early this morning.", "~2022-01-08"),
        ("{The strikes killed 12} overnight.", "~2022-01-08"),
        ("{Covid killed 14 patients} in the past 24 hours.", "~2022-01-08"),
        (
            "{Covid killed 14 patients} in the past 24 hours, officials said on Friday.",
            "~2022-01-07",
        ),
        ("So far {164 people have died}.", "~2022-01-08"),
        (
            "{The flood has killed 40 people} so far this week, the governor said Thursday.",
            "~2022-01-06",
        ),
        ("{One student was killed} last weekend, the press reported today.", "~2022-01-08"),
        ("On Monday a bomb went off outside a bank, but {no one was hurt}.", "~2022-01-03"),
        ("{Nine people were killed} after a bomb went off on Thursday.", "~2022-01-06"),
        ("{Nine people were killed} when fighting broke out on Thursday.", "~2022-01-06"),
        ("In the last 3 years {64 mayors have been killed}.", "~2022-01-08"),
        # of something else, or of no day
        ("{Nine victims of Thursday's blast have died}.", ""),
        ("SAN JOSE, 5 JAN 90 (ACAN - EFE) -- [TEXT] {TWO MEN WERE KILLED}.", ""),
        ("A guard died on Thursday; {dozens have been wounded}.", ""),
        ("{Ten people died} after Thursday's attack.", ""),
        ("{The toll rose to 164 dead}.", ""),
        ("{26 people were killed} in protests that began on Sunday.", ""),
        ("{26 people have been killed} since Sunday.", ""),
        ("Since the rebels launched their offensive on Jan. 2 {60 have died}.", ""),
        ("{Police have arrested 44 people} under a curfew imposed on Wednesday.", ""),
        ("The offensive launched on 2 January has {left 305 dead}.", ""),
        ("The president imposed a curfew on Wednesday after {18 officers were killed}.", ""),
        ("They met in October to end a war that {has left 70,000 dead}.", ""),
        ("{18 were killed} since the protests over fuel began on 2 January.", ""),
        ("{18 were killed} after protests over fuel began on 2 January.", ""),
        ("The offensive they began on 2 January, which {has left 600 dead}, goes on.", ""),
        ("{Two guards were shot} eight days after the coup on 2 January.", ""),
        ("{Two people were hurt} before the curfew on Thursday began.", ""),
        ("{The toll from Thursday's blast rose to 21} dead.", ""),
        ("{Fifteen people were killed} last week.", ""),
        ("{Fifteen people were killed} two weeks ago.", ""),
        ("{The cull will kill 400 birds} next Thursday.", ""),
        ("{Dozens may be dead} under the rubble.", ""),
        ("{Up to 26 may die} of cold.", ""),
        ("{AS MANY AS 26 MAY DIE} OF COLD.", ""),
        ("{As many as 26 may die} of cold.", ""),
        ("{THREE MEN WERE KILLED} ON 26 MAY.", "2021-05-26"),
        ("{60 have died} since Monday and Tuesday.", ""),
        ("{April Jones was one of three killed}.", ""),
        ("{Troops on the march killed nine} villagers.", ""),
        ("{The 19 April Movement murdered three} judges.", ""),
        ("{FOUR REBELS OF THE 6 MARCH BRIGADE WERE KILLED}.", ""),
        ("{Soldiers killed 2015} sheep by mistake.", ""),
        ("They spoke of {2015 dead}.", ""),
        ("In January {26 people were killed}.", "2022-01"),
        ("ALMATY, Jan 7 (Reuters) - {Dozens were killed}, police said.", ""),
        ("MEXICO CITY, 5 JAN 90 (AFP) -- [TEXT] {TWO MEN WERE KILLED}, POLICE SAID.", ""),
        ("MOSCOW, Jan. 7 - {Dozens were killed} on Thursday, police said.", "2022-01-06"),
    ],
)
def test_a_figure_is_dated_by_the_words_about_it(text: str, day: str) -> None:
    assert dated(text) == day


@pytest.mark.parametrize(
    ("reported", "text", "moment"),
    [
        # an instant: its day by its own offset
        ("2022-01-08T01:00+06:00", "{26 died} today.", "2022-01-08[+06:00]"),
        ("2022-01-07T19:00Z", "{26 died} today.", "2022-01-07[+00:00]"),
        ("2022-01-07T14:00-05:00", "{26 died} yesterday.", "2022-01-06[-05:00]"),
        ("2022-01-07T16[Asia/Almaty]", "{26 died} yesterday.", "2022-01-06[Asia/Almaty]"),
        ("2022-01-07[Asia/Almaty]", "{26 died} on Friday.", "2022-01-07[Asia/Almaty]"),
        ("2022-01-07[Asia/Almaty]", "{26 died} on Saturday.", "2022-01-01[Asia/Almaty]"),
        ("2024-03-01[UTC]", "{26 died} on 29 February.", "2024-02-29[UTC]"),
        ("2022-03-01[UTC]", "{26 died} on 29 February.", "2020-02-29[UTC]"),
        ("2022-03-01[UTC]", "{26 died} on 29 February 2022.", ""),
        ("2022-03-01[UTC]", "{26 died} on 31 April.", ""),
        ("2022-01-07[UTC]", "{26 died} last month.", "2021-12[UTC]"),
        # a month or a year: what is so on every day of it
        ("2022-03[Asia/Almaty]", "{26 died} on 7 January.", "2022-01-07[Asia/Almaty]"),
        ("2022-03[Asia/Almaty]", "{26 died} in January.", "2022-01[Asia/Almaty]"),
        ("2022-03[Asia/Almaty]", "{26 died} this month.", "2022-03[Asia/Almaty]"),
        ("2022-03[Asia/Almaty]", "{26 died} on 7 March 2022.", "2022-03-07[Asia/Almaty]"),
        ("2022-03[Asia/Almaty]", "{26 died} on 7 March.", ""),
        ("2022-03[Asia/Almaty]", "{26 died} on Thursday.", ""),
        ("2022-03[Asia/Almaty]", "{26 died} yesterday.", ""),
        ("2022[Asia/Almaty]", "{26 died} last year.", "2021[Asia/Almaty]"),
        ("2022[Asia/Almaty]", "{26 died} on 7 January 2021.", "2021-01-07[Asia/Almaty]"),
        ("2022[Asia/Almaty]", "{26 died} on 7 January.", ""),
        ("2022[Asia/Almaty]", "{26 died} last month.", ""),
        # no moment of this library
        ("2022-01-07[UTC]", "{26 died} in 2023.", ""),
        ("2022-01-07[UTC]", "{26 died} on 8 January 2022.", ""),
        ("1900-01-01[UTC]", "{26 died} yesterday.", ""),
        ("2012-01-01[Pacific/Apia]", "{26 died} on Friday.", ""),
    ],
)
def test_a_date_is_resolved_against_the_publication_alone(
    reported: str, text: str, moment: str
) -> None:
    found, _ = Dates(marked(text), reported=Moment(reported)).of(0)
    assert ("" if found is None else found.text) == moment


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
ZONES = ("Asia/Almaty", "America/New_York", "Pacific/Apia", "UTC", "+05:30")

days = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@st.composite
def publications(draw: st.DrawFn) -> Moment:
    """Draw moments of every precision; they shrink to a day."""
    day, zone = draw(days), draw(st.sampled_from(ZONES))
    forms = (
        *(f"{day}[{zone}]", f"{day:%Y-%m}[{zone}]", f"{day:%Y}[{zone}]"),
        *(f"{day}T15[{zone}]", f"{day}T00:10+06:00", f"{day}T23:50-08:00"),
    )
    return Moment(draw(st.sampled_from(forms)))


@st.composite
def date_words(draw: st.DrawFn) -> str:
    """Draw ways to tell a date."""
    day, month = draw(st.integers(1, 31)), draw(st.sampled_from(MONTHS))
    year, weekday = draw(st.integers(1890, 2110)), draw(st.sampled_from(WEEKDAYS))
    return draw(
        st.sampled_from(
            (
                *(f"on {weekday}", f"last {weekday}", f"on {weekday} night", f"by {weekday}"),
                *(f"on {weekday} last week", f"on {day} {month}", f"on {month} {day}, {year}"),
                *(
                    f"in {month}",
                    f"in {month} {year}",
                    f"in {year}",
                    f"on {weekday}, {month} {day}",
                ),
                *(f"on {day} {month[:3]} {year % 100:02}", f"on {year}-01-{day:02}", "today"),
                *("yesterday", "tonight", "overnight", "last night", "this morning", "this month"),
                *(
                    "last month",
                    "this year",
                    "last year",
                    f"{day} days ago",
                    "in the past 24 hours",
                ),
                *(f"on {day} {month} this year", f"on {month} {day} last year", "so far"),
                *(f"from {weekday} to {day} {month}", f"on {weekday} and {month} {day}"),
            )
        )
    )


def found_in(words: str, reported: Moment) -> Moment | None:
    return Dates(marked(f"{{26 people died}} {words}."), reported=reported).of(0)[0]


@given(date_words(), publications())
def test_an_as_of_is_never_after_the_day_of_publication(words: str, reported: Moment) -> None:
    found = found_in(words, reported)
    if found is not None:
        told, day = (moment.text.partition("[")[0][:10] for moment in (found, reported))
        assert told[: len(day)] <= day[: len(told)]
        assert found.start <= reported.end


@given(date_words(), publications())
def test_an_as_of_is_in_the_zone_of_publication(words: str, reported: Moment) -> None:
    found = found_in(words, reported)
    if found is not None:
        zone = reported.text[-6:] if reported.is_instant else reported.text.partition("[")[2][:-1]
        assert found.text.endswith(f"[{zone}]")


@given(date_words(), days, st.sampled_from(ZONES))
def test_what_a_month_resolves_each_of_its_days_resolves_alike(
    words: str, day: date, zone: str
) -> None:
    for coarse in (f"{day:%Y-%m}", f"{day:%Y}"):
        found = found_in(words, Moment(f"{coarse}[{zone}]"))
        if found is not None and not day.isoformat() < found.text[:10]:
            assert found_in(words, Moment(f"{day}[{zone}]")) == found


@given(st.sampled_from(WEEKDAYS), days)
def test_a_weekday_is_the_last_such_day(weekday: str, day: date) -> None:
    found = found_in(f"on {weekday}", Moment(f"{day}[UTC]"))
    assert found is not None
    told = date.fromisoformat(found.text[:10])
    assert WEEKDAYS[told.weekday()] == weekday
    assert timedelta(0) <= day - told < timedelta(7)


@given(days, days)
def test_a_date_without_a_year_is_the_last_such_date(told: date, day: date) -> None:
    found = found_in(f"on {told.day} {MONTHS[told.month - 1]}", Moment(f"{day}[UTC]"))
    assert found is not None
    its = date.fromisoformat(found.text[:10])
    assert (its.day, its.month) == (told.day, told.month)
    later = [
        year for year in range(its.year + 1, day.year + 1) if is_date(year, its.month, its.day)
    ]
    assert all(date(year, its.month, its.day) > day for year in later)


def is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


WORDS = (
    *("on", "Thursday", "7", "January", "2022", "last", "night", "said", "that", "who", "since"),
    *("after", "killed", "the", "past", "24", "hours", "so", "far", "may", "March", ",", "-", "'s"),
    *("of", "as", "by", "in", "this", "ago", "days", "two", "(", "[", ".", "May.", "and", "to"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_give_a_date_with_their_own_words(before: list[str], after: list[str]) -> None:
    regions = marked(" ".join([*before, "{26 dead}", *after]))
    _, phrase = Dates(regions, reported=Moment(SATURDAY)).of(0)
    for span in phrase.spans:
        assert " ".join(regions.sentence.text[span.start : span.end].split()) == phrase.words
