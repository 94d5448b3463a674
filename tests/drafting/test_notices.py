"""What a text reports as taken back: one row a text.

A row gives the text and its notices: the kind, who takes it back, "<" and whose it was where that
is said, the number, and "->" with what stands instead.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kazfigures.drafting.drafts.drafts import DraftNotice
from kazfigures.drafting.phrases import Certainty
from kazfigures.drafting.sentences import Sentence, sentences
from kazfigures.drafting.speech.claimants import Speeches
from kazfigures.drafting.speech.notices import notices, withdrawn_spans
from kazfigures.moments import Moment
from kazfigures.wording import plain

REPORTED = Moment("2022-01-10T10:00+06:00")


def found(text: str) -> tuple[DraftNotice, ...]:
    cut = list(sentences(text))
    return notices(cut, Speeches(cut), reported=REPORTED, source="Example", words=plain)


def written(notice: DraftNotice) -> str:
    """Write a notice as the rows do."""
    whose = f" < {notice.whose}" if notice.whose else ""
    instead = f" -> {notice.instead}" if notice.instead else ""
    return f"{notice.kind.value} {notice.by or '-'}{whose}: {notice.figure or '-'}{instead}"


DENIED: list[tuple[str, list[str]]] = [
    ("The Health Ministry denied that 164 people died.", ["denial Health Ministry: 164"]),
    ("The Health Ministry on Sunday denied 164 deaths.", ["denial Health Ministry: 164"]),
    ("The ministry denied on Sunday that 164 people died.", ["denial ministry: 164"]),
    ("The ministry denied there had been 164 deaths.", ["denial ministry: 164"]),
    ("The ministry denied the deaths of 164 people.", ["denial ministry: 164"]),
    (
        "The ministry denied that 164 people died and 1,000 were hurt.",
        ["denial ministry: 164", "denial ministry: 1,000"],
    ),
    ("AFP said the ministry denied that 164 people died.", ["denial ministry: 164"]),
    ("The ministry denied media reports of 164 deaths.", ["denial ministry < media: 164"]),
    ("The ministry denied reports, read on air, that 164 died.", ["denial ministry: 164"]),
    ("The ministry denied widespread claims that 164 died.", ["denial ministry: 164"]),
    ("The ministry denied reports by AFP that 164 died.", ["denial ministry < AFP: 164"]),
    ("The government rejected AFP's claim that 300 died.", ["denial government < AFP: 300"]),
    ("The army dismissed reports of 300 dead as fake news.", ["denial army: 300"]),
    ("The union disputed the figure of 26, saying 40 died.", ["denial union: 26"]),
    ("There was no truth in reports of 164 deaths, police said.", ["denial police: 164"]),
    ("Reports of 164 deaths were false, police said.", ["denial police: 164"]),
    ("Police said reports that 164 people died were untrue.", ["denial Police: 164"]),
    ("It is not true that 164 people died, police said.", ["denial police: 164"]),
    ("Police said the number of 164 did not correspond to reality.", ["denial Police: 164"]),
    ("The ministry described as false a report that 164 died.", ["denial ministry: 164"]),
    ("The figure of 164 was denied by the Health Ministry.", ["denial Health Ministry: 164"]),
    ("Contrary to reports of 300 dead, 26 died, police said.", ["denial police: 300"]),
    ("False reports that 164 people died spread online.", ["denial -: 164"]),
    (
        "Asked about claims that 164 people died, the minister said the figure was inflated.",
        ["denial minister: 164"],
    ),
    ("Health ministry denies 164 deaths", ["denial Health ministry: 164"]),
    ("THE ARMY DENIED REBEL CLAIMS THAT 40 SOLDIERS DIED.", ["denial ARMY < REBEL: 40"]),
    ("THE ARMY HAS DENIED THAT 40 SOLDIERS DIED, SAYING 3 WERE HURT.", ["denial ARMY: 40"]),
    ("The denial came late. No, 164 had died, a guard denied.", []),
]

RETRACTED: list[tuple[str, list[str]]] = [
    ("The ministry retracted its figure of 164.", ["retraction ministry < ministry: 164"]),
    ("The ministry withdrew its death toll.", ["retraction ministry < ministry: -"]),
    ("The ministry withdrew the toll of 164 it had published.", ["retraction ministry: 164"]),
    ("AFP withdrew a story that said 164 people had died.", ["retraction AFP: 164"]),
    ("The channel deleted a post saying 164 had died.", ["retraction channel: 164"]),
    (
        "The Information Ministry called the figure of 164 a technical error.",
        ["retraction Information Ministry: 164"],
    ),
    (
        "The ministry said the figure of 164 was published by mistake.",
        ["retraction ministry: 164"],
    ),
    ("The 164 figure was a technical error, the ministry said.", ["retraction ministry: 164"]),
    ("The toll of 164 was retracted by the ministry on Monday.", ["retraction ministry: 164"]),
    ("The claim that 164 people died was later retracted.", ["retraction -: 164"]),
    (
        "Officials said 164 people died, a figure they later withdrew.",
        ["retraction Officials: 164"],
    ),
    ("Officials said 164 died, but retracted the figure.", ["retraction Officials: 164"]),
    ("The ministry said 164 had died. It retracted that figure.", ["retraction ministry: -"]),
]

CORRECTED: list[tuple[str, list[str]]] = [
    ("The ministry revised the toll from 18 down to 16.", ["correction ministry: 18 -> 16"]),
    ("Officials corrected the number of dead to 19 from 21.", ["correction Officials: 21 -> 19"]),
    ("Police lowered the toll to 16.", ["correction Police: - -> 16"]),
    ("Police lowered their toll from 18 to 16.", ["correction Police < Police: 18 -> 16"]),
    ("The toll was revised down to 16 from 18, police said.", ["correction police: 18 -> 16"]),
    ("CORRECTED: Corrects number of dead to 16 from 18.", ["correction -: 18 -> 16"]),
    ("Police said 16 died, not 18 as previously reported.", ["correction Police: 18 -> 16"]),
    (
        "Sixteen officers died, not 18 as first stated, the ministry said.",
        ["correction ministry: 18 -> Sixteen"],
    ),
    (
        "Police said 16 died, instead of the 18 reported earlier.",
        ["correction Police: 18 -> 16"],
    ),
]

LEFT = [
    # the deed is denied, and not the number
    "The army denied involvement in the killing of 26 people.",
    "The rebels denied killing 26 villagers.",
    "The army denied that it had killed 20 civilians.",
    "The army denied that its troops killed 20 civilians.",
    "Police denied firing on the crowd, in which 26 died.",
    "The army denied any role in the deaths of 26 people.",
    "He denied that the delay was related to the arrest of 8 officers.",
    "The ministry denied publishing a toll of 164.",
    # nothing is taken back
    "Reports of 164 deaths came after a false alarm.",
    "The report came out because 164 people took the wrong pills.",
    "Police lowered the flag after the death toll of 18 was read.",
    "Police lowered the death toll of 18 in their report.",
    "The ministry did not confirm that 26 died.",
    "The ministry neither confirmed nor denied that 26 died.",
    "The ministry could not confirm or deny that 26 died.",
    "The ministry did not deny that 26 died.",
    "The ministry raised the toll to 225 from 164.",
    "The mayor rejected the report and praised 26 firefighters.",
    "Police said 12 died and 40 were hurt, and retracted the figure.",
    "The army retracted the number of guns; 12 died.",
    # these verbs have other uses
    "The army withdrew 164 troops.",
    "The president dismissed 18 officers.",
    "The mayor rejected calls to free 20 prisoners.",
    "The army cut the number of checkpoints to 16.",
    "The road was cut, and 16 people were stranded.",
    "Doctors said 16 people were not wounded.",
    "It is true that 26 people died, police said.",
    "The leader rejected the army's version and accused it of killing 26 people.",
    "",
    "...",
]


@pytest.mark.parametrize(("text", "expected"), [*DENIED, *RETRACTED, *CORRECTED])
def test_what_is_taken_back_is_told_with_who_takes_it_back(text: str, expected: list[str]) -> None:
    assert [written(notice) for notice in found(text)] == expected


@pytest.mark.parametrize("text", LEFT)
def test_nothing_else_is_a_notice(text: str) -> None:
    assert found(text) == ()
    for sentence in sentences(text):
        assert withdrawn_spans(sentence, plain) == frozenset()


def is_withdrawn(sentence: Sentence, start: int, end: int) -> bool:
    return any(one.start < end and start < one.end for one in withdrawn_spans(sentence, plain))


@pytest.mark.parametrize(("text", "expected"), [*DENIED, *RETRACTED, *CORRECTED])
def test_the_figure_of_a_notice_alone_is_taken_back(text: str, expected: list[str]) -> None:
    """What stands instead, and what is told beside it, is still claimed."""
    taken = {
        number[0]
        for sentence in sentences(text)
        for number in re.finditer(r"\d[\d,]*\b", text)
        if sentence.start <= number.start() < sentence.end
        and is_withdrawn(sentence, *number.span())
    }
    assert taken == {str(notice.figure) for notice in found(text) if notice.figure}
    assert len(expected) >= len(taken)


@pytest.mark.parametrize(("text", "expected"), [*DENIED, *RETRACTED, *CORRECTED])
def test_phrases_are_words_of_the_text(text: str, expected: list[str]) -> None:
    assert len(expected) == len(found(text))
    for notice in found(text):
        phrases = dict(notice.phrases)
        assert list(phrases) == ["kind", "by", "whose", "figure", "instead"]
        assert phrases["by"].words == notice.by
        assert phrases["whose"].words == notice.whose
        for part in ("figure", "instead"):
            figure = getattr(notice, part)
            assert phrases[part].words == ("" if figure is None else figure.wording)
            assert [text[slice(*span)] for span in phrases[part].spans] == [phrases[part].words][
                : len(phrases[part].spans)
            ]
        for phrase in phrases.values():
            assert bool(phrase.spans) is (phrase.certainty is not Certainty.UNSAID)
        assert text[slice(*notice.sentence)] in text


def test_a_notice_tells_when_and_where_it_was_reported() -> None:
    [notice] = found("Police lowered the toll to 16.")
    assert (notice.reported, notice.source) == (REPORTED, "Example")


def test_notices_stand_in_the_order_of_the_text() -> None:
    text = (
        "Police denied that 30 died. The army retracted its figure of 20. "
        "Police lowered the toll to 9."
    )
    assert [notice.kind.value for notice in found(text)] == ["denial", "retraction", "correction"]


WORDS = st.sampled_from(
    [
        *("denied", "that", "26", "reports", "of", "the", "toll", "to", "from", "not", "true"),
        *("withdrew", "its", "figure", "error", "false", "as", "earlier", "instead", "was", "by"),
        *("police", "said", ",", ".", "and", "lowered", "no", "truth", "\n\n", "\x00", "\ud800"),
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_at_all_are_taken(text: str) -> None:
    for notice in found(text):
        for _, phrase in notice.phrases:
            for span in phrase.spans:
                assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "denied ",
            "denied that 26 ",
            "not 26 earlier ",
            "reports of 26 false ",
            "not true that ",
        ),
        *("withdrew its figure ", "lowered the toll to 26 ", "toll 26 was ", "error figure 26 "),
        *("instead of the 26 reported earlier ", "26 figure ", "denied reports by "),
    ],
)
def test_hostile_text_is_read_through(piece: str) -> None:
    cut = list(sentences(piece * 10_000))
    told = notices(cut, Speeches(cut), reported=REPORTED, source="", words=plain)
    assert len(told) <= 400 * len(cut)
    assert withdrawn_spans(cut[0], plain) is not None
