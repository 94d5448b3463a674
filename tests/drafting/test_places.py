"""Where a figure is told to be: one row a sentence, then the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_sentences import marked, written

from kazfigures.drafting.phrases import UNSAID, Certainty
from kazfigures.drafting.settings.places import Places
from kazfigures.observations import Measure


def placed(text: str) -> str:
    """Give the place of the figure marked in a text, with a ~ where it is inferred."""
    phrase = Places(marked(text)).of(0)
    return "" if phrase == UNSAID else written(phrase, phrase.words)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        # two clauses
        ("The blast in Almaty {killed 12}, and another in Taraz killed 3.", "Almaty"),
        ("The blast in Almaty killed 12, and another in Taraz {killed 3}.", "Taraz"),
        ("{12 people were killed}, and police in Taraz detained 3.", ""),
        ("{12 soldiers died} and a guard in Taraz.", "Taraz"),
        # beside the figure
        ("{26 people were killed} in Almaty on Thursday.", "Almaty"),
        ("{26 people were killed} in Almaty, Kazakhstan.", "Kazakhstan/Almaty"),
        ("{26 people were killed} in Almaty, Kazakhstan, on Thursday.", "Kazakhstan/Almaty"),
        ("{26 people were killed} in Almaty (Kazakhstan).", "Kazakhstan/Almaty"),
        ("{Three officers died} in Almaty, Kazakhstan's largest city.", "Kazakhstan/Almaty"),
        ("{Three officers died} in Kazakhstan's largest city, Almaty.", "Kazakhstan/Almaty"),
        (
            "{Three officers died} in Kazakhstan’s commercial capital of Almaty.",
            "Kazakhstan/Almaty",
        ),
        ("{Forty people were shot} in the southern city of Shymkent.", "Shymkent"),
        (
            "{Forty people were shot} in the city of Shymkent in southern Kazakhstan.",
            "Kazakhstan/Shymkent",
        ),
        (
            "{Two farmers were killed} in the village of Qaratas, Turkistan region.",
            "Turkistan region/Qaratas",
        ),
        ("{Protesters hurt 14 guards} in the streets of Aktobe.", "Aktobe"),
        ("{Police detained 2,298 people} across Kazakhstan.", "Kazakhstan"),
        ("{Police detained 2,298 people} throughout the Fergana Valley.", "Fergana Valley"),
        ("{Nine people were hurt} in southern Kazakhstan.", "southern Kazakhstan"),
        ("{Nine people were hurt} in the south of Kazakhstan.", "Kazakhstan"),
        ("{The quake killed 300} in Nepal's Gorkha district.", "Nepal/Gorkha district"),
        ("{Insurgents killed 11 soldiers} in Nigeria's northeast.", "Nigeria"),
        (
            "{Militants killed 11 soldiers} in northeastern Nigeria's Borno state.",
            "Nigeria/Borno state",
        ),
        ("{A strike killed nine} in the Gaza Strip.", "Gaza Strip"),
        ("{A gunman killed 17} in Parkland, Florida, in 2018.", "Florida/Parkland"),
        ("{Eleven people drowned} in Rio de Janeiro, officials said.", "Rio de Janeiro"),
        ("{Six skiers died} at Almaty airport.", "Almaty airport"),
        (
            "{Six people died} at Hamid Karzai International Airport in Kabul.",
            "Kabul/Hamid Karzai International Airport",
        ),
        ("{A stampede killed 12} at the Olembe stadium in Yaounde.", "Yaounde/Olembe stadium"),
        ("{Fighting killed 60} inside Sudan.", "Sudan"),
        ("{The bomb killed four} in Port-au-Prince.", "Port-au-Prince"),
        ("{Shelling killed two} in Donetsk yesterday.", "Donetsk"),
        ("{Two policemen in Medellin were killed} on Sunday.", "Medellin"),
        ("In Almaty, {26 people were killed}.", "Almaty"),
        ("In Almaty {26 people were killed}.", "Almaty"),
        ("In the western town of Zhanaozen at least {16 oil workers died}.", "Zhanaozen"),
        ("{Clashes killed 24} in the U.S. state of Georgia.", "Georgia"),
        ("{26 people were killed} in Almaty police operations.", ""),
        ("{Two people were shot} on a crowded street in La Paz.", "La Paz"),
        ("{Dozens are homeless} due to the floods in Osh.", "Osh"),
        ("{Nine people died} as a result of clashes in Osh.", "Osh"),
        ("{Nine people died} in Kazakhstan's unrest, Amnesty said.", "Kazakhstan"),
        ("{Nine people died} in Almaty, Amnesty said.", "Almaty"),
        ("{Nine people died} in Almaty and Amnesty said so.", "~Almaty"),
        ("{Nine people died} in the Almaty region of Kazakhstan.", "Kazakhstan/Almaty region"),
        (
            "{14 worshippers were killed} in Kabul's Dasht-e-Barchi neighbourhood.",
            "Kabul/Dasht-e-Barchi neighbourhood",
        ),
        ("{14 people were killed} in St. Petersburg, Russia.", "Russia/St. Petersburg"),
        ("{12 died} in Almaty, Kazakhstan and <five were hurt>.", "Kazakhstan/Almaty"),
        ("{12 men die} in New Bern.", "New Bern"),
        ("{Nine people died} in Kano the Red Cross said.", "Kano"),
        # near it, or of several places
        ("{3,000 were detained} in Moscow, St. Petersburg and other cities.", "~Moscow"),
        (
            "Clashes in the Naryn and Batken regions {killed 55}.",
            "~Naryn and Batken regions",
        ),
        ("{Police arrested 11} over an attack that <killed 84 people> in Nice.", ""),
        ("In Almaty {26 people were killed} at Almaty airport.", "~Almaty airport"),
        ("{A mine killed two} near Kandahar.", "~Kandahar"),
        ("{A mine killed two} outside Kandahar, Afghanistan.", "~Afghanistan/Kandahar"),
        ("{Four died} in Balad, near Baghdad.", "Balad"),
        ("{26 people were killed} in Almaty and Shymkent.", "~Almaty and Shymkent"),
        ("{26 people were killed} in Almaty, Taraz and Shymkent.", "~Almaty, Taraz and Shymkent"),
        ("{26 people died} in Almaty and Shymkent, Kazakhstan.", "~Kazakhstan/Almaty and Shymkent"),
        ("{26 people died} in Almaty and two other cities.", "~Almaty"),
        ("{26 people died} in Almaty and surrounding towns.", "~Almaty"),
        # from other words of the sentence
        ("{12 died} in Almaty and <five> in Taraz.", "Almaty"),
        ("<12 died> in Almaty and {five were hurt} in Taraz.", "Taraz"),
        ("{12 died} and <five were hurt> in Taraz.", "~Taraz"),
        ("<12 died> in Taraz and {five were hurt}.", "~Taraz"),
        ("In Taraz <12 died> and {five were hurt}.", "~Taraz"),
        ("A bomb exploded in Kabul on Friday, {killing nine}.", "~Kabul"),
        ("Gunmen opened fire in Kano and {killed nine people}.", "~Kano"),
        ("A raid in Kano in which {nine people were killed} was condemned.", "~Kano"),
        ("The army shelled Kharkiv, where {nine people were killed}.", ""),
        ("Troops fired on a crowd in Zhanaozen, where {16 workers were killed}.", "~Zhanaozen"),
        ("{Nine people were killed} when a bomb went off in Kano.", "~Kano"),
        ("{Three bodies} were found in Lake Balkhash.", "~Lake Balkhash"),
        ("Protests that began in Zhanaozen, where {16 workers were killed}, spread.", "~Zhanaozen"),
        ("{Three deaths} were reported in Osh.", "~Osh"),
        ("{Nine people died} in an attack in which gunmen opened fire in Kano.", "~Kano"),
        # of something else, or of no place
        ("Police clashed with crowds in Osh, while {five people were hurt}.", ""),
        ("{Two reporters were shot} at the Almaty-based Vremya newspaper.", ""),
        ("A guard died in Osh; {dozens have been wounded}.", ""),
        ("{26 people were killed} in the unrest.", ""),
        ("{26 people were killed} around the country.", ""),
        ("{26 people were killed} in January.", ""),
        ("{26 people are being treated} in hospital.", ""),
        ("{26 people died} at Central City Hospital.", ""),
        ("{26 people are in custody} in serious condition.", ""),
        ("In a statement, the ministry said {26 people had been killed}.", ""),
        ("In Russian, the ministry wrote that {26 people had been killed}.", ""),
        ("In a Telegram post the ministry said {26 people had been killed}.", ""),
        ("{26 people were killed}, the ministry said in Moscow.", ""),
        ("{26 people were killed}, officials in Moscow said.", ""),
        ("Officials in Moscow said {26 people had been killed}.", ""),
        ("A declaration issued in Havana condemns the {murder of four} priests.", ""),
        ("According to the embassy in Moscow {26 people were killed}.", ""),
        ("{26 people were killed} in Israeli air strikes.", ""),
        ("{26 people were killed} in protests that began in Zhanaozen.", ""),
        ("They met in Geneva to end a war that {has left 70,000 dead}.", ""),
        ("The army was on alert in Osh as {48 people were killed} across the country.", ""),
        ("ALMATY, Jan 7 (Reuters) - {Dozens were killed}.", ""),
        ("NEAR ALMATY, Kazakhstan (AP) — {Dozens were killed}.", ""),
        ("{A bomb killed 12} in a town east of Baghdad.", ""),
        ("{Some 26 people} of the Almaty-based group were killed.", ""),
        ("{26 people were killed} at 8 p.m. on Thursday.", ""),
        ("Troops trained in Georgia have {killed nine people}.", ""),
        ("{26 people were killed} by " + "very " * 70 + "old men in Almaty.", ""),
        # in capitals, where a name looks like any other word
        ("{THREE MEN WERE KILLED} IN SAN SALVADOR YESTERDAY.", "SAN SALVADOR"),
        ("{THREE MEN WERE KILLED} IN CLASHES IN APOPA.", "APOPA"),
        ("{THREE MEN WERE KILLED} IN PANAMA--THE ARMY SAID.", "PANAMA"),
        ("IN LIMA, A BOMB -- THE THIRD TODAY -- {KILLED TWO}.", "LIMA"),
        ("{THREE MEN WERE KILLED} IN APOPA, POLICE SAID.", "APOPA"),
        ("{THREE MEN WERE KILLED} IN THE CITY OF SOYAPANGO.", "SOYAPANGO"),
        ("{THREE MEN WERE KILLED} IN THE NORTHERN DEPARTMENT OF CHALATENANGO.", "CHALATENANGO"),
        ("{THREE MEN WERE KILLED} IN SAN MIGUEL DEPARTMENT.", "SAN MIGUEL DEPARTMENT"),
        (
            "{TWO DIED} NEAR LA ROCHELA, IN SANTANDER DEPARTMENT.",
            "~SANTANDER DEPARTMENT/LA ROCHELA",
        ),
        (
            "{TWO DIED} AT LA FINCA HILL, SAN CARLOS, MORAZAN DEPARTMENT.",
            "MORAZAN DEPARTMENT/SAN CARLOS/LA FINCA HILL",
        ),
        ("{TWO DIED} IN USULUTAN AND MORAZAN DEPARTMENTS.", "~USULUTAN AND MORAZAN DEPARTMENTS"),
        ("IN BOGOTA, {SEVEN JUDGES WERE KILLED}.", "BOGOTA"),
        ("A BOMB EXPLODED IN LIMA TODAY, {INJURING FOUR} PEOPLE.", "~LIMA"),
        ("{THREE MEN WERE KILLED} IN COMBAT.", ""),
        ("{THREE MEN WERE KILLED} IN A CLASH WITH THE ARMY.", ""),
        ("{THREE MEN WERE KILLED} IN RETALIATION.", ""),
        ("{THREE MEN WERE KILLED} IN DIFFERENT PARTS OF THE COUNTRY.", ""),
        ("{THREE MEN WERE KILLED} IN THE CROSS-FIRE.", ""),
        ("{THREE MEN WERE KILLED} IN THIS CAPITAL.", ""),
        ("{THREE MEN WERE KILLED} IN THE SAME TOWN.", ""),
        ("{THREE MEN WERE KILLED} IN THE JUDGE'S HOUSE.", ""),
        ("{THREE MEN WERE KILLED} IN THE PULPIT.", ""),
        ("{THREE MEN WERE KILLED} IN PERSECUTION.", ""),
        ("{THREE MEN DRESSED IN CAMOUFLAGE WERE KILLED}.", ""),
        ("THE {MURDER OF SIX} PRIESTS IN EL SALVADOR DRAMATIZES THE TRAGEDY.", ""),
        ("{Three Men Killed} in Clashes in Almaty", "Almaty"),
        ("{Three Men Killed} in Clashes With Police", ""),
        ("{THREE MEN WERE KILLED} IN THE TOWN'S CHURCH.", ""),
        ("{THREE MEN WERE KILLED} IN THE COUNTRY'S EASTERN REGION.", ""),
        ("{THREE MEN WERE KILLED} IN FRONT OF THEIR HOUSE.", ""),
        ("{THREE MEN WERE KILLED} IN A RESIDENTIAL AREA.", ""),
        ("{THREE MEN WERE KILLED} AT A HOTEL.", ""),
        ("THE ARMY REPORTED {FIVE DEAD} AND AT LEAST <12 WOUNDED>.", ""),
        ("{THREE MEN WERE KILLED} IN BROAD DAYLIGHT.", ""),
        ("MEXICO CITY, 5 JAN 90 (AFP) -- [TEXT] {TWO MEN WERE KILLED}.", ""),
    ],
)
def test_a_figure_is_placed_by_the_words_about_it(text: str, path: str) -> None:
    assert placed(text) == path


WORDS = (
    *("in", "Almaty", "Kazakhstan", "'s", "Kazakhstan's", ",", "the", "city", "of", "and", "near"),
    *("region", "northern", "killed", "who", "when", "said", "(", ")", "-", ".", "/", "U", "at"),
    *("San", "de", "la", "Airport", "where", "across", "country", "IN", "LIMA", "x" * 60, "9"),
)
words = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(words, words)
def test_any_words_give_a_path_that_a_measure_takes(before: str, after: str) -> None:
    phrase = Places(marked(f"{before} {{26 dead}} {after}")).of(0)
    assert Measure("killed", place=phrase.words).place == phrase.words


@given(words, words)
def test_a_place_has_its_words_in_the_text(before: str, after: str) -> None:
    regions = marked(f"{before} {{26 dead}} {after}")
    phrase = Places(regions).of(0)
    assert (phrase.certainty is Certainty.UNSAID) == (not phrase.words) == (not phrase.spans)
    for span in phrase.spans:
        told = " ".join(regions.sentence.text[span.start : span.end].split())
        assert all(step in told for step in phrase.words.split("/"))


@given(words, words)
def test_a_sentence_of_another_paragraph_places_nothing(before: str, after: str) -> None:
    alone = Places(marked("{26 people were killed} by gunmen.")).of(0)
    amid = Places(marked(f"{before}\n\n{{26 people were killed}} by gunmen.\n\n{after}")).of(0)
    assert alone == amid
