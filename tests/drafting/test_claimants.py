"""Who says a figure, and who is cited for it: one row a text, then the laws.

A row gives the text and what is heard of each of its numbers of digits, in order:
"26 police via AFP" for who says it and who is cited for that, "~" before a name that was inferred,
"-" where nobody is named.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.sentences import Sentence, sentences
from kazfigures.drafting.speech.claimants import Speeches

MARKS = {Certainty.STATED: "", Certainty.INFERRED: "~"}


def _told(phrase: Phrase) -> str:
    return "-" if phrase == UNSAID else f"{MARKS[phrase.certainty]}{phrase.words}"


def heard(text: str) -> list[str]:
    """Write what is heard of each number of a text, as the rows do."""
    cut = list(sentences(text))
    speeches = Speeches(cut)
    found: list[str] = []
    for index, sentence in enumerate(cut):
        for number in re.finditer(r"\d+", text[sentence.start : sentence.end]):
            start, end = number.span()
            span = Span(sentence.start + start, sentence.start + end)
            claimant, relay = speeches.of_figure(index, span)
            cited = "" if relay == UNSAID else f" via {_told(relay)}"
            found.append(f"{number[0]} {_told(claimant)}{cited}")
    return found


STATED: list[tuple[str, list[str]]] = [
    # a subject and a verb of saying
    ("Police said 26 people were killed.", ["26 Police"]),
    ("The Interior Ministry said that 26 people were killed.", ["26 Interior Ministry"]),
    (
        "Kazakhstan's interior ministry says 26 people were killed.",
        ["26 Kazakhstan's interior ministry"],
    ),
    ("The ministry has announced the arrest of 300 people.", ["300 ministry"]),
    ("Hospital officials on Thursday reported 9 deaths.", ["9 Hospital officials"]),
    ("On Thursday the defence ministry confirmed 9 deaths.", ["9 defence ministry"]),
    ("In Aktau police said 12 people were detained.", ["12 police"]),
    ("Meanwhile, the regional akimat office put the toll at 14.", ["14 regional akimat office"]),
    ("Doctors at the city hospital counted 31 bodies.", ["31 Doctors at the city hospital"]),
    ("The prosecutor's office claimed that 40 rioters had died.", ["40 prosecutor's office"]),
    ("Aid groups estimate that 700 families have fled.", ["700 Aid groups"]),
    ("Rescuers and residents said 5 people were missing.", ["5 Rescuers and residents"]),
    ("The army in a statement said 8 soldiers were killed.", ["8 army"]),
    ("Zhanna Omarova said 3 of her neighbours were shot.", ["3 Zhanna Omarova"]),
    ("Gen. Pedro Ruiz said 4 patrols were ambushed.", ["4 Gen. Pedro Ruiz"]),
    # behind what is said
    ("At least 26 people were killed, police said.", ["26 police"]),
    ("At least 26 people were killed, police said on Friday.", ["26 police"]),
    ("26 people were killed and 18 wounded, the ministry said.", ["26 ministry", "18 ministry"]),
    ("26 were killed, police said, and 18 wounded.", ["26 police", "18 police"]),
    ('"We found 11 bodies," said Dr. Ainur Bek, a surgeon.', ["11 Dr. Ainur Bek"]),
    ('"We have 11 in intensive care," a nurse told reporters.', ["11 nurse"]),
    (
        "The fire killed 7 people, said Col. Ivan Petrov of the rescue service.",
        ["7 Col. Ivan Petrov of the rescue service"],
    ),
    ("Some 60 houses burned down, local officials reported.", ["60 local officials"]),
    (
        "The attack left 13 dead, the El Cobre control tower confirmed.",
        ["13 El Cobre control tower"],
    ),
    ("The hospital's director, reached by phone, put the toll at 15.", ["15 hospital's director"]),
    ("Officials insist 12 died, though doctors believe 50 did.", ["12 Officials", "50 doctors"]),
    ("The army recognized that 12 died.", ["12 army"]),
    ("The attack was confirmed by the mayor, who said 26 died.", ["26 mayor"]),
    ("However police said 26 died.", ["26 police"]),
    # a deed is claimed or denied, and no figure
    ("ISIS claimed responsibility for the attack that killed 12 soldiers.", ["12 -"]),
    ("The army denied any role in the attack that killed 12 people.", ["12 -"]),
    ("The army denied carrying out the attack, which killed 12 people.", ["12 -"]),
    ("ISIS claimed it killed 12 soldiers.", ["12 ISIS"]),
    # reports that are looked into
    ("The ministry said it could not confirm reports that 12 people died.", ["12 -"]),
    ("The army said it was investigating claims that 12 civilians died.", ["12 -"]),
    (
        "The White House said it was aware of reports of 12 deaths, and sent 3 envoys.",
        ["12 -", "3 White House"],
    ),
    ("The UN said it had received credible reports that 48 civilians died.", ["48 UN"]),
    ("The UN said it had received reports that 48 civilians died.", ["48 UN"]),
    ("Police confirmed media reports that 12 people died.", ["12 Police"]),
    # those who suffered it do not speak
    ("Police investigating the attack that killed 12 people said they had a suspect.", ["12 -"]),
    ("A survivor of the attack which killed at least 12 people said she hid.", ["12 -"]),
    ("A brother of one of the 12 victims killed in the blast said he was 9.", ["12 -", "9 -"]),
    ("26 rebels were killed in Almaty, police said.", ["26 police"]),
    ('"Our records show 12 deaths," Dr. Aisha Bello told the BBC.', ["12 Dr. Aisha Bello"]),
    ("Asked about claims that 200 died, the minister said he was checking.", ["200 -"]),
    ("Three months after 26 people died, families say they wait.", ["26 -"]),
    ("When asked, police said 12 people died.", ["12 police"]),
    ("After the clashes 26 people were dead, police said.", ["26 police"]),
    ("Unverified reports that 26 died spread online.", ["26 -"]),
    ("Western estimates that 26 died were repeated.", ["26 -"]),
    ("Reuters reports that 26 died.", ["26 Reuters"]),
    ("This newspaper counted 26 graves.", ["26 newspaper"]),
    ("At the hospital doctors said 26 died.", ["26 hospital doctors"]),
    ("A group of villagers who said 26 died was turned away.", ["26 villagers"]),
    ("26 died on Sunday and police said 5 fled.", ["26 -", "5 police"]),
    ("It was reported that 26 died, police said.", ["26 police"]),
    ("26 died, the Oslo-based group Sea Watch said.", ["26 Oslo-based group Sea Watch"]),
    ("A report from the police - the first so far - says 26 died.", ["26 police"]),
    ("The minister left early and added that 26 died.", ["26 minister"]),
    # words beside the name
    ("Askar Nur, a spokesman for the police, said 26 died.", ["26 Askar Nur"]),
    (
        "A spokesman for the health department, Askar Nur, said 26 died.",
        ["26 spokesman for the health department"],
    ),
    ("Officials, who spoke on condition of anonymity, said 26 died.", ["26 Officials"]),
    ("A man who was carrying a white flag to his neighbours said 2 died.", ["2 man"]),
    ("The Front for National Renewal (FNR) said 26 died.", ["26 Front for National Renewal"]),
    (
        '"We buried 12 people," Berik Aman, head of the village council at Sai, said at a meeting.',
        ["12 Berik Aman"],
    ),
    ("The rebels' spokesman, Omar Said, claims they killed 30.", ["30 rebels' spokesman"]),
    ("Omar Said said 26 died.", ["26 Omar Said"]),
    (
        "France 24's correspondent said 3 died.",
        ["24 France 24's correspondent", "3 France 24's correspondent"],
    ),
    ("Three residents reached by phone said 12 died.", ["12 Three residents"]),
    ("Residents and a local official said 12 died.", ["12 Residents and a local official"]),
    (
        "The Disaster and Emergency Authority (DEA) put the toll at 121.",
        ["121 Disaster and Emergency Authority"],
    ),
    ("There was no word from the army, which had earlier said 20 died.", ["20 army"]),
    ("The city's health department said 26 died.", ["26 health department"]),
    ("26 died, according to figures released by the relief agency.", ["26 relief agency"]),
    ("Reports from the region said 15 died.", ["15 Reports from the region"]),
    ("26 Killed in Aktau Clashes, Police Say", ["26 Police"]),
    # according to
    ("According to police, 26 people were killed.", ["26 police"]),
    ("According to the health ministry 26 people were killed.", ["26 health ministry"]),
    ("More than 300 people were detained, according to the ministry.", ["300 ministry"]),
    (
        "Some 19 people died, according to the Committee for Human Rights, a monitor.",
        ["19 Committee for Human Rights"],
    ),
    ("According to police and hospital sources, 26 died.", ["26 police and hospital sources"]),
    ("According to rebels and people who fled, 26 died.", ["26 rebels"]),
    ("According to the rebels at least 26 soldiers died.", ["26 rebels"]),
    # papers and figures are those of who issued them
    ("According to the ministry's figures, 26 died.", ["26 ministry"]),
    ("Interior Ministry data showed 26 deaths.", ["26 Interior Ministry"]),
    ("A statement from the governor's office said 26 died.", ["26 governor's office"]),
    (
        "According to a report issued by the ombudsman's office, 238 died.",
        ["238 ombudsman's office"],
    ),
    ("A police statement said 26 were held.", ["26 police"]),
    ("According to official figures, 26 died.", ["26 official figures"]),
    ("Preliminary reports said 26 died.", ["26 Preliminary reports"]),
    ("26 deaths were reported by the regional hospital.", ["26 regional hospital"]),
    ("By the count of the ministry, 26 died.", ["26 ministry"]),
    ("By AFP's count, 26 died.", ["26 AFP"]),
    ("26 died by the opposition's estimate.", ["26 opposition"]),
    ("The residents gave another account: 26 died.", ["26 residents"]),
    (
        "The interior ministry in that country says 26 died.",
        ["26 interior ministry in that country"],
    ),
    # headlines
    (
        "16:56 Interior ministry: 26 killed",
        ["16 Interior ministry", "56 Interior ministry", "26 Interior ministry"],
    ),
    ("26 killed in Aktau clashes, police say", ["26 police"]),
    ("26 killed in Aktau clashes: ministry", ["26 ministry"]),
    ("26 killed in Aktau clashes - officials", ["26 officials"]),
    ("Ministry: 26 killed in Aktau", ["26 Ministry"]),
    ("Police killed: ministry says 26 dead", ["26 ministry"]),
    ("Police: 12 killed; hospital: 20 killed", ["12 Police", "20 hospital"]),
    ("Police feared 40 had died.", ["40 Police"]),
    # an agency that is the only speaker
    ("AFP reported that 26 people were killed.", ["26 AFP"]),
    ("According to Reuters, 26 people were killed.", ["26 Reuters"]),
    ("Local media reported 26 deaths.", ["26 Local media"]),
    # two speakers in one sentence
    (
        "The ministry said 26 were killed, while witnesses said 40 had died.",
        ["26 ministry", "40 witnesses"],
    ),
    (
        "Police said 5 were killed and hospital officials said 6 were wounded.",
        ["5 Police", "6 hospital officials"],
    ),
    (
        "Police said 5 were killed, but 18 were killed, hospital officials said.",
        ["5 Police", "18 hospital officials"],
    ),
    (
        "5 died, according to the army, and 40 according to the rebels.",
        ["5 army", "40 rebels"],
    ),
    ("A blast killed 5 people, and police said 12 were treated.", ["5 -", "12 police"]),
    (
        "A fire killed 26 in Aktau and Interior Ministry officials said 5 fled.",
        ["26 -", "5 Interior Ministry officials"],
    ),
    ("Police said 5 died, and 18 were hurt, doctors said.", ["5 Police", "18 doctors"]),
    ("A toll of 26, citing the ministry, was printed.", ["26 ministry"]),
    # in capitals
    ("THE ARMY HAS REPORTED THAT 26 REBELS WERE KILLED.", ["26 ARMY"]),
    (
        "THE 4TH INFANTRY BRIGADE TODAY REPORTED 9 DEATHS.",
        ["4 4TH INFANTRY BRIGADE", "9 4TH INFANTRY BRIGADE"],
    ),
    ("DETACHMENT NO.7 REPORTED 9 DEATHS.", ["7 DETACHMENT NO.7", "9 DETACHMENT NO.7"]),
    (
        "JULIO MENDEZ, LEADER OF THE PEASANT UNION, REPORTED TODAY THAT 9 DIED.",
        ["9 JULIO MENDEZ"],
    ),
    ("THE REBEL RADIO, OFFICIAL VOICE OF THE FRONT, SAID 9 DIED.", ["9 REBEL RADIO"]),
    ("CEREZO, WHO GAVE NO DETAILS, STATED THAT 9 DIED.", ["9 CEREZO"]),
    ("CEREZO, A WEALTHY TRADER, ANNOUNCED THAT 9 DIED.", ["9 CEREZO"]),
    ("M23 rebels said 28 died.", ["23 M23 rebels", "28 M23 rebels"]),
    ("THE M-19 SAID 9 DIED.", ["19 M-19", "9 M-19"]),
    ("THE AGENCY -- WHICH ADVISES PRESIDENT DIAZ -- SAYS 9 DIED.", ["9 AGENCY"]),
    ("[TEXT] MILITARY SOURCES REPORTED THAT 9 DIED.", ["9 MILITARY SOURCES"]),
    ("9 DIED, THE AUTHORITIES HAVE REPORTED.", ["9 AUTHORITIES"]),
    ("9 WERE WOUNDED, SAID MENDEZ.", ["9 MENDEZ"]),
]

RELAYED: list[tuple[str, list[str]]] = [
    ("The ministry told state television that 26 died.", ["26 ministry via state television"]),
    ("26 died, a police official told Reuters.", ["26 police official via Reuters"]),
    ("Doctors told the BBC they had received 18 bodies.", ["18 Doctors via BBC"]),
    (
        "26 died, local officials told the AFP news agency.",
        ["26 local officials via AFP news agency"],
    ),
    ("The governor said on state television that 26 died.", ["26 governor via state television"]),
    ("The ministry said 26 died, AFP reported.", ["26 ministry via AFP"]),
    ("26 died, the ministry said in a statement on Friday, AFP reported.", ["26 ministry via AFP"]),
    ("The ministry said 26 died, according to Interfax.", ["26 ministry via Interfax"]),
    ("AFP reported that the ministry had said 26 died.", ["26 ministry via AFP"]),
    ("State media said on Friday that police said 26 died.", ["26 police via State media"]),
    (
        "Khabar 24, citing the interior ministry, said 26 died.",
        ["24 interior ministry via Khabar 24", "26 interior ministry via Khabar 24"],
    ),
    ("AFP said, quoting the interior ministry, that 26 died.", ["26 interior ministry via AFP"]),
    (
        "The toll rose to 26, state television reported, citing the ministry.",
        ["26 ministry via state television"],
    ),
    (
        "Citing unnamed officials, the Aktau Post reported 26 deaths.",
        ["26 unnamed officials via Aktau Post"],
    ),
    ("The ministry was quoted by RIA as saying 26 died.", ["26 ministry via RIA"]),
    ("The minister was quoted as saying by Interfax that 26 died.", ["26 minister via Interfax"]),
    (
        "Interfax quoted a hospital official as saying 26 died.",
        ["26 hospital official via Interfax"],
    ),
    ("The ministry, quoted by TASS, said 26 died.", ["26 ministry via TASS"]),
    ("26 died, according to the ministry, as quoted by TASS.", ["26 ministry via TASS"]),
    (
        "AFP quoted police as saying 12 died; TASS, citing a hospital source, put it at 30.",
        ["12 police via AFP", "30 hospital source via TASS"],
    ),
    ("THE COMMANDER TOLD RADIO CENTRAL THAT 9 DIED.", ["9 COMMANDER via RADIO CENTRAL"]),
    (
        "A union leader, Bolat Sadyk, told the BBC's Russian service 4 died.",
        ["4 union leader via BBC's Russian service"],
    ),
    ("The ministry said in a statement carried by TASS that 26 died.", ["26 ministry via TASS"]),
    ("26 died, the governor said on the Telegram messaging app.", ["26 governor"]),
    ("Speaking on state TV, the governor said 26 died.", ["26 governor via state TV"]),
    ("In an interview with CNN, the mayor said 26 died.", ["26 mayor via CNN"]),
    ("The mayor said in an interview with CNN that 26 died.", ["26 mayor via CNN"]),
    ("The rebels said on their radio that 26 died.", ["26 rebels"]),
    ("MILITARY SOURCES HAVE REPORTED TO EFE THAT 9 DIED.", ["9 MILITARY SOURCES via EFE"]),
    ("The spokesman told a news conference in Aktau that 26 died.", ["26 spokesman"]),
    # the agency of a dateline
    (
        "AKTAU, Jan 7 (Reuters) - Police said 26 died. Another 3 were hurt.",
        ["7 Police via ~Reuters", "26 Police via ~Reuters", "3 ~Police via ~Reuters"],
    ),
    ("Aktau (CNN)Protesters said 5 died.", ["5 Protesters via ~CNN"]),
    ("The toll (AFP's count) was 26.", ["26 -"]),
    ("AKTAU, Jan 7 (AFP) - A bomb killed 26 people.", ["7 - via ~AFP", "26 - via ~AFP"]),
    ("AKTAU, Jan 7 (AFP) - AFP reported 26 deaths.", ["7 AFP", "26 AFP"]),
]

GOES_BACK: list[tuple[str, list[str]]] = [
    # pronouns
    (
        "The Interior Ministry said 26 died. It added that 18 were wounded.",
        ["26 Interior Ministry", "18 ~Interior Ministry"],
    ),
    ("Ana Diaz said 26 died. 18 were wounded, she said.", ["26 Ana Diaz", "18 ~Ana Diaz"]),
    ("Witnesses said 26 died. They said 18 were hurt.", ["26 Witnesses", "18 ~Witnesses"]),
    (
        "The ministry said 26 died. A doctor said 30 had. It said 18 were soldiers.",
        ["26 ministry", "30 doctor", "18 ~ministry"],
    ),
    ('"There were 26 dead," he said.', ["26 -"]),
    ("Police said they had counted 26 bodies.", ["26 Police"]),
    (
        "The ministry told TASS that 26 died. It said 18 were hurt.",
        ["26 ministry via TASS", "18 ~ministry via ~TASS"],
    ),
    ("Protesters gave another account of that night, when, they said, 26 died.", ["26 Protesters"]),
    # short forms
    (
        "The Interior Ministry said 26 died. A guard said 30 did. The ministry later said 18 did.",
        ["26 Interior Ministry", "30 guard", "18 ~Interior Ministry"],
    ),
    (
        "26 died, said Askar Nur, a spokesman for the police. The spokesman said 18 were hurt.",
        ["26 Askar Nur", "18 ~Askar Nur"],
    ),
    (
        "Ivan de Souza said 26 died. De Souza said 18 fled.",
        ["26 Ivan de Souza", "18 ~Ivan de Souza"],
    ),
    ("Ivan Petrov said 26 died. Mr. Petrov said 18 fled.", ["26 Ivan Petrov", "18 ~Ivan Petrov"]),
    ("A clerk said 26 died. The official said 18 fled.", ["26 clerk", "18 ~clerk"]),
    ("Askar Nur said 26 died. Nur said 18 were hurt.", ["26 Askar Nur", "18 ~Askar Nur"]),
    ("The army reported 26 deaths. The report added that 18 were hurt.", ["26 army", "18 ~army"]),
    (
        "THE COMMAND REPORTED 26 DEATHS. THE SOURCE ADDED THAT 18 WERE HURT.",
        ["26 COMMAND", "18 ~COMMAND"],
    ),
    (
        "THE COMMAND REPORTED 26 DEATHS. ACCORDING TO THAT GARRISON, 18 WERE HURT.",
        ["26 COMMAND", "18 ~COMMAND"],
    ),
    # a quotation that goes on to its speaker
    (
        'Police said 9 fled. "We have 26 dead. Some 18 are missing," the mayor said.',
        ["9 Police", "26 ~mayor", "18 mayor"],
    ),
    (
        'The mayor said: "We have 26 dead. Some 18 are missing." A nurse said 9 fled.',
        ["26 mayor", "18 ~mayor", "9 nurse"],
    ),
    (
        'Police said 9 fled. "We have 26 dead.\n\n"Some 18 are missing," a nurse said.',
        ["9 Police", "26 ~Police", "18 nurse"],
    ),
    # without a speech of its own
    ("Police said 26 died. Another 18 were wounded.", ["26 Police", "18 ~Police"]),
    ("Police said 26 died.\n\nAnother 18 were wounded.", ["26 Police", "18 ~Police"]),
    (
        "Police said 26 died.\n\nSome 18 were hurt.\n\nSome 9 fled.",
        ["26 Police", "18 ~Police", "9 -"],
    ),
    (
        "Police said:\n\n- 26 killed\n\n- 18 injured\n\n- 9 missing",
        ["26 ~Police", "18 ~Police", "9 ~Police"],
    ),
    (
        "AFP said police counted 26. Another 18 were hurt.",
        ["26 police via AFP", "18 ~police via ~AFP"],
    ),
    (
        "Police said 26 died. In an interview with CNN, a widow mourned the 18 dead.",
        ["26 Police", "18 ~Police"],
    ),
    # but not where it is of something else
    (
        "Police said 26 died. In 2011, a strike there ended with 14 dead.",
        ["26 Police", "2011 -", "14 -"],
    ),
    ("Police said 26 died. Two years ago 14 were killed there.", ["26 Police", "14 -"]),
    ("Police said 26 died. Last year, 14 people were killed there.", ["26 Police", "14 -"]),
    ("Police said 26 died in January. In October, 14 had died.", ["26 Police", "14 -"]),
    (
        "Police said 26 died.\n\nEarlier attacks\n\nSome 14 people were killed.",
        ["26 Police", "14 -"],
    ),
    # and nobody is named where nobody is
    ("It was reported that 26 people died.", ["26 -"]),
    ("Police said 26 died. It was also reported that 18 died elsewhere.", ["26 Police", "18 -"]),
    ("There are reports that 26 people died.", ["26 -"]),
]

SILENT = [
    # no speech, though the words are there
    "The ministry declined to say how many of the 26 were soldiers.",
    "Police have not confirmed that 26 people died.",
    "The ministry would not say whether 26 people died.",
    "Some 26 people were reported missing.",
    "An estimated 26 people died.",
    "The quake claimed 26 lives.",
    "Typhoon Yuri has claimed at least 226 lives.",
    "A so-called hit squad killed 26 people.",
    "The army withdrew 26 tanks.",
    "The United States sent 26 doctors.",
    "26 people are said to have died.",
    "The mill added 26 workers.",
    "The raid added to the losses 26 men.",
    "According to what is known, 26 died.",
    "Troops reported missing after the raid numbered 26.",
    "By Friday, the count was 26.",
    "Nothing indicates that 26 people died.",
    "Some 26 people were confirmed dead by Friday.",
    "Some 26 people died on the bridge, which, according to plans, was closed.",
    "The attack, which killed 26 people, was claimed by a new group.",
    "The minister dismissed 26 officials.",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_who_says_it_is_read_from_the_sentence(text: str, expected: list[str]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_who_tells_of_a_telling_is_its_relay(text: str, expected: list[str]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(("text", "expected"), GOES_BACK)
def test_words_go_back_to_who_spoke_before(text: str, expected: list[str]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_a_verb_alone_makes_nobody_speak(text: str) -> None:
    assert [told.split(maxsplit=1)[1] for told in heard(text)] == ["-"]


ROWS = [*STATED, *RELAYED, *GOES_BACK]
IDLE = [
    "The city lies on the sea.",
    "Snow fell in the hills.",
    "Shops along the main street stayed closed, and buses did not run.",
    "SCHOOLS ARE CLOSED.",
    "Nothing moved.",
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_an_idle_sentence_changes_nothing(text: str, expected: list[str]) -> None:
    """Before, behind and between: it holds neither speech nor a number."""
    for idle in IDLE:
        assert heard(f"{text}\n\n{idle}") == expected
        for sentence in sentences(text):
            place = sentence.start
            assert heard(f"{text[:place]}{idle} {text[place:]}") == expected
            if text[max(place - 2, 0) : place] in ("", "\n\n"):
                assert heard(f"{text[:place]}{idle}\n\n{text[place:]}") == expected


WORDS = st.sampled_from(
    [
        *("police", "the", "ministry", "said", "told", "according", "to", "citing", "quoted"),
        *("as", "saying", "by", "AFP", "he", "it", ",", ".", '"', "(", ")", ":", "-", "that"),
        *("and", "while", "26", "killed", "Nur", "who", "reported", "of", "for", "\n\n", "[", "]"),
        *("was", "put", "at", "toll", "in", "a", "statement", "Thursday", "No", "'s", "there"),
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_at_all_are_taken(text: str) -> None:
    """Speeches are in their sentence and in order, and every phrase is words of the text."""
    cut = list(sentences(text))
    speeches = Speeches(cut)
    for index, sentence in enumerate(cut):
        for start in sentence.starts:
            for phrase in speeches.of(index, Span(start, start + 1)):
                _check(phrase, text, sentence)


def _check(phrase: Phrase, text: str, sentence: Sentence) -> None:
    assert (phrase == UNSAID) == (not phrase.words) == (not phrase.spans)
    if phrase.spans:
        first = phrase.spans[0]
        assert " ".join(text[first.start : first.end].split()) == phrase.words
        assert all(0 <= span.start < span.end <= sentence.end for span in phrase.spans)


@pytest.mark.parametrize(
    "piece",
    [
        *("said ", "said, ", ", said ", "police said ", "according to ", "citing ", "quoted by "),
        *("who said ", "the ", "and ", "police and ", "(said ", "said) ", "] ", "told a ", ": - "),
        *("was reported by ", "x, ", "a b c d, said ", "it said ", "police ", "of the ", "AFP, "),
        *("Police said 26 died. It said. ", "police said 26 died\n\n", "said that the ", "'s "),
    ],
)
def test_hostile_text_is_read_through(piece: str) -> None:
    cut = list(sentences(piece * 10_000))
    speeches = Speeches(cut)
    assert len(speeches.of(len(cut) - 1, Span(cut[-1].start, cut[-1].end))) == 2
