"""Drafts: what they may hold, what confirming makes of them, and how they are shown."""

from __future__ import annotations

import re
from typing import Any, get_type_hints

import pytest
from attrs import evolve, fields_dict
from drafted import DRAFTS, TEXT, found, notice, phrase
from pages import parsed, structure, words_of

from kazfigures.drafting import draft
from kazfigures.drafting.drafts.drafts import Confirming, Draft, DraftNotice, Drafts, Standing
from kazfigures.drafting.drafts.parts import PARTS
from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.errors import ObservationError
from kazfigures.moments import Moment
from kazfigures.observations import Measure, NoticeKind, Observation, Source, Tally
from kazfigures.strategies.parts import HOSTILE_LINES
from kazfigures.wording import Figure

WOUNDED, KILLED, DOZENS = DRAFTS
DENIAL, CORRECTION = DRAFTS.notices
FRIDAY = "2022-01-07[Asia/Almaty]"
THURSDAY = "2022-01-06[Asia/Almaty]"


# What a draft may hold


def with_phrase(part: str, phrase: Phrase) -> dict[str, Any]:
    """Put another phrase in the place of one of a draft."""
    return {
        "phrases": tuple((name, phrase if name == part else was) for name, was in KILLED.phrases)
    }


REFUSED: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"figure": "18"}, "figure", "a Figure"),
    ({"outcome": ""}, "outcome", "a few words"),
    ({"unit": ""}, "unit", "a few words"),
    ({"place": "Kazakhstan//Almaty"}, "place", "single slashes"),
    ({"tally": "monthly"}, "tally", "cumulative"),
    ({"standing": "alone"}, "standing", "a Standing"),
    ({"reported": FRIDAY}, "reported", "a Moment"),
    ({"source": "News\x0018"}, "source", "without control characters"),
    ({"claimant": ""}, "claimant", "words, since they are stated"),
    ({"population": ""}, "population", "words, since they are inferred"),
    ({"place": "Almaty"}, "place", "nothing, since the text leaves it unsaid"),
    ({"as_of": Moment(FRIDAY)}, "as_of", "nothing, since the text leaves it unsaid"),
    ({"sentence": (0, 5)}, "sentence", "a Span"),
    ({"sentence": Span(5, 5)}, "sentence", "ends after that"),
    ({"sentence": Span(0, 9)}, "figure", "a span within its sentence, (0, 9)"),
    ({"phrases": ()}, "phrases", "a phrase for each of figure, outcome"),
    ({"phrases": KILLED.phrases[::-1]}, "phrases", "in this order"),
    ({"phrases": ("figure",)}, "phrases", "a phrase for each of figure, outcome"),
    (with_phrase("figure", UNSAID), "figure", "nothing, since the text leaves it unsaid"),
    (with_phrase("relay", Phrase("AFP", Certainty.STATED)), "relay", "the spans of the words"),
    (with_phrase("relay", Phrase("AFP", Certainty.STATED, (Span(-1, 2),))), "relay", "a Span that"),
    (with_phrase("place", Phrase("Almaty")), "place", "nothing, since"),
    (with_phrase("place", Phrase("", Certainty.UNSAID, (Span(1, 2),))), "place", "nothing, since"),
)


@pytest.mark.parametrize(("changes", "field", "expected"), REFUSED)
def test_a_draft_that_does_not_agree_with_itself_is_refused(
    changes: dict[str, Any], field: str, expected: str
) -> None:
    with pytest.raises(ObservationError) as caught:
        evolve(KILLED, **changes)
    assert caught.value.field == field
    assert expected in caught.value.expected


def test_a_figure_is_not_true_of_a_moment_after_it_was_published() -> None:
    with pytest.raises(ObservationError, match="as_of: expected a moment no later than reported"):
        evolve(DOZENS, as_of=Moment("2022-01-08[Asia/Almaty]"))


def test_the_texts_of_a_draft_are_in_their_canonical_form() -> None:
    draft = evolve(KILLED, claimant="Interior\n Ministry ", place="", tally="cumulative")
    assert (draft, draft.tally) == (KILLED, Tally.CUMULATIVE)


@pytest.mark.parametrize("value", [WOUNDED, DENIAL])
def test_only_its_parts_have_words(value: Draft | DraftNotice) -> None:
    with pytest.raises(ObservationError, match="part: expected one of"):
        value.phrase("colour")


def test_the_certainty_of_a_part_is_that_of_its_words() -> None:
    assert [KILLED.certainty(part).value for part in PARTS] == [
        *("stated", "stated", "inferred", "unsaid", "stated", "stated", "unsaid")
    ]
    assert DENIAL.certainty("whose") is Certainty.UNSAID


NO_NOTICE: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"kind": "denial"}, "kind", "a NoticeKind"),
    ({"figure": "164"}, "figure", "a Figure"),
    ({"figure": None}, "figure", "words, since they are stated"),
    ({"by": ""}, "by", "words, since they are stated"),
    ({"whose": "Police"}, "whose", "nothing, since the text leaves it unsaid"),
    ({"instead": Figure.read("16")}, "instead", "none, since the kind is denial"),
    ({"sentence": None}, "sentence", "a Span"),
)


@pytest.mark.parametrize(("changes", "field", "expected"), NO_NOTICE)
def test_a_notice_that_does_not_agree_with_itself_is_refused(
    changes: dict[str, Any], field: str, expected: str
) -> None:
    with pytest.raises(ObservationError) as caught:
        evolve(DENIAL, **changes)
    assert caught.value.field == field
    assert expected in caught.value.expected


NOT_OF_THE_TEXT: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"text": b"killed"}, "text", "a str"),
    ({"drafts": [KILLED]}, "drafts", "each of type Draft"),
    ({"notices": (KILLED,)}, "notices", "each of type DraftNotice"),
    ({"text": TEXT[:80]}, "phrases", "within the 80 characters of the text"),
    ({"text": TEXT.rstrip()[:-1]}, "phrases", "characters of the text"),
    ({"text": TEXT.replace("748", "749")}, "figure", "its words, '749'"),
)


@pytest.mark.parametrize(("changes", "field", "expected"), NOT_OF_THE_TEXT)
def test_drafts_of_another_text_are_refused(
    changes: dict[str, Any], field: str, expected: str
) -> None:
    with pytest.raises(ObservationError) as caught:
        evolve(DRAFTS, **changes)
    assert caught.value.field == field
    assert expected in caught.value.expected


# Who said it


VOICES = (
    ("Interior Ministry", "AFP", "News18", "Interior Ministry", ("AFP", "News18")),
    ("Interior Ministry", "", "", "Interior Ministry", ()),
    ("Interior Ministry", "News18", "NEWS18", "Interior Ministry", ("NEWS18",)),
    ("AFP", "", "AFP", "AFP", ()),
    ("", "AFP", "News18", "AFP", ("News18",)),
    ("", "", "News18", "News18", ()),
    ("", "", "", "", ()),
)


@pytest.mark.parametrize(("claimant", "relay", "source", "voice", "via"), VOICES)
def test_who_passes_it_on_stands_nearest_the_claimant_first(
    claimant: str, relay: str, source: str, voice: str, via: tuple[str, ...]
) -> None:
    """Each once, and never the claimant; where none is named, who is nearest is taken for it."""
    named = {"claimant": claimant, "relay": relay}
    phrases = tuple(
        (part, (Phrase(named[part], Certainty.INFERRED) if named[part] else UNSAID))
        if part in named
        else (part, was)
        for part, was in KILLED.phrases
    )
    draft = evolve(KILLED, **named, source=source, phrases=phrases)
    assert (draft.voice, draft.via) == (voice, via)


# Confirming


def test_confirming_gives_the_observation_that_the_draft_says() -> None:
    assert DOZENS.confirm() == Observation(
        Measure("killed", place="Kazakhstan/Almaty"),
        Figure.read("dozens"),
        "Protesters",
        as_of=THURSDAY,
        reported=FRIDAY,
        via=["News18"],
    )


def test_what_the_text_does_not_date_is_true_of_the_moment_of_publication() -> None:
    assert KILLED.confirm().as_of == KILLED.reported


OTHERWISE: tuple[tuple[str, Any, str, Any], ...] = (
    ("event", "Kazakhstan, January 2022", "measure.event", "Kazakhstan, January 2022"),
    ("outcome", "missing", "measure.outcome", "missing"),
    ("population", "security forces/police", "measure.population", "security forces/police"),
    ("place", "Kazakhstan", "measure.place", "Kazakhstan"),
    ("unit", "bodies", "measure.unit", "bodies"),
    ("tally", "stock", "measure.tally", Tally.STOCK),
    ("definition", "in hospital", "measure.definition", "in hospital"),
    ("figure", "at least 18", "figure", Figure.read("at least 18")),
    ("claimant", "Police", "source.name", "Police"),
    ("claimant", Source("Police", kind="official"), "source.kind", "official"),
    ("claimant", "AFP", "via", ("News18",)),
    ("via", [], "via", ()),
    ("as_of", THURSDAY, "as_of", Moment(THURSDAY)),
    ("origin", "briefing", "origin", "briefing"),
    ("reported", "2022-01-08[UTC]", "reported", Moment("2022-01-08[UTC]")),
    ("recorded", "2022-01-09[UTC]", "recorded", Moment("2022-01-09[UTC]")),
    ("url", "https://news.example/1", "url", "https://news.example/1"),
    ("credibility", 2, "credibility", 2),
    ("note", "read twice", "note", "read twice"),
)


@pytest.mark.parametrize(("name", "value", "part", "held"), OTHERWISE)
def test_a_person_can_say_every_field_otherwise(
    name: str, value: object, part: str, held: object
) -> None:
    given: Any = {name: value}
    confirmed: Any = KILLED.confirm(**given)
    for step in part.split("."):
        confirmed = getattr(confirmed, step)
    assert confirmed == held


def test_a_number_that_is_not_the_whole_says_so_in_its_note() -> None:
    alone, further = (evolve(DRAFTS[0], standing=one) for one in (Standing.ALONE, Standing.FURTHER))
    assert alone.confirm().note == ""
    assert further.confirm().note == "told as further to another figure of its text"
    assert further.confirm(note="counted on Friday").note == "counted on Friday"


def test_the_counts_that_no_draft_holds_are_told() -> None:
    drafts = draft(
        "Hospitals put the number at seven. Six people were killed, and 19 million live there.",
        reported="2022-01-07[Asia/Almaty]",
    )
    assert [str(one.figure) for one in drafts] == ["Six"]
    assert [one.figure.wording for one in drafts.unread()] == ["seven", "19 million"]


def test_a_window_goes_with_an_increment() -> None:
    confirmed = KILLED.confirm(tally=Tally.INCREMENT, since=THURSDAY)
    assert (confirmed.measure.tally, confirmed.since) == ("increment", Moment(THURSDAY))


def test_all_that_an_observation_holds_can_be_said() -> None:
    held = {*fields_dict(Measure), *fields_dict(Observation)} - {"measure", "source"}
    assert {*get_type_hints(Confirming)} == {*held, "claimant"}


def test_without_a_claimant_and_a_publisher_a_person_is_asked_for_one() -> None:
    nobody = found(TEXT, figure="748", outcome="wounded", source="")
    with pytest.raises(ObservationError, match="claimant: expected who says it"):
        nobody.confirm()
    assert nobody.confirm(claimant="Police").attribution == "Police"


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_a_word_that_nobody_offers_is_refused(line: str) -> None:
    given: Any = {line: "x"}
    with pytest.raises(TypeError):
        KILLED.confirm(**given)


def test_a_notice_acts_from_publication_and_gives_its_sentence_as_the_reason() -> None:
    confirmed = DENIAL.confirm("post of 9 January")
    assert (confirmed.kind, confirmed.of) == (NoticeKind.DENIAL, ("post of 9 January",))
    assert (confirmed.by.name, confirmed.at) == ("Health Ministry", Moment(FRIDAY))
    assert confirmed.reason == TEXT.splitlines()[-1]


def test_a_reason_is_no_longer_than_a_few_lines() -> None:
    assert len(evolve(DENIAL, said="said " * 1000).confirm("a post").reason) <= 300


def test_a_person_can_say_a_notice_otherwise() -> None:
    confirmed = DENIAL.confirm(
        KILLED.confirm(), at="2022-01-09[UTC]", by="Police", reason="", url="https://a.example"
    )
    assert str(confirmed) == "denial by Police, 9 January 2022"
    assert (confirmed.of, confirmed.url) == ((KILLED.confirm().id,), "https://a.example")


def test_a_correction_needs_what_stands_in_its_place() -> None:
    eighteen, sixteen = KILLED.confirm(), KILLED.confirm(figure="16")
    assert CORRECTION.confirm(eighteen, instead=sixteen).instead == sixteen.id
    with pytest.raises(ObservationError, match="instead: expected an observation's id"):
        CORRECTION.confirm(eighteen)


def test_a_notice_by_nobody_asks_who_gives_it() -> None:
    nobody = notice(TEXT, NoticeKind.RETRACTION, "denied", figure="164")
    with pytest.raises(ObservationError, match="by: expected who takes it back"):
        nobody.confirm("a post")
    assert nobody.confirm("a post", by="Khabar 24").by.name == "Khabar 24"


# How they read


READ = (
    (WOUNDED, "748 injured, officers: Interior Ministry via AFP, News18, reported 7 January 2022"),
    (DOZENS, "dozens killed, Kazakhstan/Almaty: Protesters via News18, as of 6 January 2022"),
    (
        found(TEXT, figure="748", outcome="wounded", unit="dogs", standing=Standing.PART),
        "748 dogs wounded, part: [News18], reported 7 January 2022",
    ),
    (
        found(TEXT, figure="748", outcome="wounded", tally=Tally.STOCK, source=""),
        "748 wounded, stock: [nobody named], reported 7 January 2022",
    ),
    (DENIAL, "denial by Health Ministry of 164, reported 7 January 2022"),
    (CORRECTION, "correction by Interior Ministry of 18, 16 instead, reported 7 January 2022"),
    (
        notice(TEXT, NoticeKind.RETRACTION, "corrected", whose="Protesters"),
        "retraction by [nobody named] said by Protesters, reported 7 January 2022",
    ),
)


@pytest.mark.parametrize(("value", "line"), READ)
def test_it_reads_as_a_line_of_a_log(value: Draft | DraftNotice, line: str) -> None:
    assert str(value) == line


def test_drafts_read_as_a_line_each() -> None:
    assert str(DRAFTS).splitlines() == [*map(str, DRAFTS.drafts), *map(str, DRAFTS.notices)]


def test_drafts_are_a_sequence() -> None:
    assert (len(DRAFTS), DRAFTS[2], DRAFTS[:2]) == (3, DOZENS, (WOUNDED, KILLED))
    assert [*DRAFTS] == [*DRAFTS.drafts]


# How they are drawn


@pytest.mark.parametrize("value", [DRAFTS, WOUNDED, DENIAL, Drafts("", ()), Drafts(TEXT, ())])
def test_a_drawing_is_whole_and_holds_nothing_that_acts(value: Any) -> None:  # noqa: ANN401
    elements = structure(value._repr_html_())
    names = {name for _, attributes in elements for name in attributes}
    assert not {"script", "link", "img"} & {tag for tag, _ in elements}
    assert not {"style", "id", "src", "href"} & names


def test_the_text_comes_through_as_it_is() -> None:
    """But for the numbers behind its figures, and what only a text editor shows."""
    [drawn] = parsed(DRAFTS.__html__()).all(class_="kf-text")
    shown = re.sub(r"\[\d\]", "", "".join(part.text for part in drawn.all("p")))
    assert shown == TEXT.replace("\n", "")
    assert [len(part.all("br")) for part in drawn.all("p")] == [0, 1, 0]


def test_words_are_marked_by_part_and_say_of_which_drafts() -> None:
    [drawn] = parsed(DRAFTS.__html__()).all(class_="kf-text")
    marks = [(one.text, one.attributes["title"]) for one in drawn.all(class_="kf-marked")]
    assert marks == [
        ("Interior Ministry", "claimant: 1, 2"),
        ("748", "figure: 1"),
        ("officers", "population: 1, 2"),
        ("wounded", "outcome: 1"),
        ("18", "figure: 2"),
        ("killed", "outcome: 2"),
        ("AFP", "relay: 1, 2"),
        ("Protesters", "claimant: 3"),
        ("dozens", "figure: 3"),
        ("killed", "outcome: 3"),
        ("Almaty", "place: 3"),
        ("Thursday night", "as of: 3"),
    ]


CLAIMED = (("yy", "1, 2"), ("yyyy", "1 to 4"), ("yyny", "1, 2, 4"), ("ynyyy", "1, 3 to 5"))


@pytest.mark.parametrize(("by_police", "said"), CLAIMED)
def test_the_drafts_of_one_claimant_are_named_in_few_words(by_police: str, said: str) -> None:
    text = (
        f"Police said {', '.join(f'{number} died' for number in range(100, 100 + len(by_police)))}"
    )
    several = Drafts(
        text,
        tuple(
            found(
                text,
                figure=str(number),
                outcome="~died",
                claimant="Police" if letter == "y" else "",
            )
            for number, letter in enumerate(by_police, 100)
        ),
    )
    assert f'title="claimant: {said}"' in several.__html__()


def test_a_figure_is_followed_by_the_number_of_its_row() -> None:
    shown = words_of(DRAFTS.__html__())
    assert all(one in shown for one in ("748[1] officers", "18[2] killed", "dozens[3] of"))


def test_a_row_says_how_surely_each_part_is_said() -> None:
    *_, last = parsed(DRAFTS.__html__()).all("tr")
    assert [cell.text for cell in (*last.all("th"), *last.all("td"))] == [
        *("3", "dozensstated, at least 24", "killedstated", "unsaid", "Kazakhstan/Almatystated"),
        *("Protestersstated", "unsaid", "6 January 2022stated"),
    ]


def test_what_is_taken_back_is_listed_with_its_sentence() -> None:
    shown = [one.text for one in parsed(DRAFTS.__html__()).all("li")]
    assert shown == [f"{one}: {TEXT.splitlines()[-1]}" for one in DRAFTS.notices]


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_a_hostile_text_is_only_text(line: str) -> None:
    text = f"{line} said 18 were killed"
    drawn = Drafts(text, (found(text, figure="18", outcome="killed", claimant="~said"),)).__html__()
    plain = "He said 18 were killed"
    same = Drafts(plain, (found(plain, figure="18", outcome="killed", claimant="~said"),))
    assert {*structure(drawn)} <= {*structure(same.__html__()), ("br", ())}


def test_a_phrase_of_a_text_is_found_where_it_stands() -> None:
    """By what these tests make drafts with."""
    assert phrase(TEXT, "18| to").spans == ((TEXT.index("18 to"), TEXT.index(" to 16")),)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Officials said 12 people were killed.", "stated"),
        ("Despite fears of violence, 12 people were killed.", "stated"),
        ("12 people are believed to have died.", "inferred"),
        ("It is believed that 12 people in Aktau were killed.", "inferred"),
        ("Officials fear 12 people were killed.", "inferred"),
        ("Police feared 12 had died.", "inferred"),
        ("The bodies of 12 people were found.", "inferred"),
    ],
)
def test_what_is_feared_or_believed_is_no_stated_outcome(text: str, certainty: str) -> None:
    [found] = draft(text, reported="2022-01-07[Asia/Almaty]")
    assert found.certainty("outcome").value == certainty
