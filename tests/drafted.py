"""Drafts made by hand, of texts that say little."""

from __future__ import annotations

from typing import Any, Final

from kazfigures.drafting.drafts.drafts import Draft, DraftNotice, Drafts, Standing
from kazfigures.drafting.drafts.parts import NOTICE_PARTS, PARTS
from kazfigures.drafting.phrases import UNSAID, Certainty, Phrase, Span
from kazfigures.moments import Moment
from kazfigures.observations import NoticeKind, Tally
from kazfigures.wording import Figure

__all__ = ["DRAFTS", "TEXT", "found", "notice", "phrase"]

REPORTED: Final = Moment("2022-01-07[Asia/Almaty]")
TEXT: Final = """\
Officers killed in unrest

The Interior Ministry said 748 officers had been wounded and 18 killed, AFP reported.
Protesters said dozens of people were killed in Almaty on Thursday night.

The Health Ministry denied that 164 people had died, and the <b>Interior Ministry</b> \
corrected its 18 to 16.
"""


def phrase(text: str, words: str) -> Phrase:
    """Mark words where they first stand in a text: "~" before them makes them inferred.

    With "|" they are the words before it, in front of those behind it: "18| killed".
    """
    if not words:
        return UNSAID
    certainty = Certainty.INFERRED if words.startswith("~") else Certainty.STATED
    said, _, following = words.removeprefix("~").partition("|")
    start = text.index(said + following)
    return Phrase(said, certainty, (Span(start, start + len(said)),))


def found(text: str, **given: Any) -> Draft:  # noqa: ANN401 - parts by their words, other fields
    """Draft a figure; of parts it takes the words, of outcome, place and as_of the value too."""
    pairs = {name: _pair(given.pop(name, "")) for name in PARTS}
    phrases = {name: phrase(text, words) for name, (words, _) in pairs.items()}
    values = {name: value or phrases[name].words for name, (_, value) in pairs.items()}
    [span] = phrases["figure"].spans
    end = text.find("\n", span.start)
    fields: dict[str, Any] = {
        **values,
        "figure": Figure.read(values["figure"]),
        "as_of": Moment(values["as_of"]) if values["as_of"] else None,
        "unit": "people",
        "tally": Tally.CUMULATIVE,
        "standing": Standing.ALONE,
        "reported": REPORTED,
        "source": "News18",
        "sentence": Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end),
        "phrases": tuple(phrases.items()),
    }
    return Draft(**fields | given)


def _pair(given: str | tuple[str, str]) -> tuple[str, str]:
    return (given, "") if isinstance(given, str) else given


def notice(text: str, kind: NoticeKind, words: str, **given: str) -> DraftNotice:
    """Draft what takes a figure back, by the words of its parts."""
    said = {"kind": words, **given}
    phrases = {name: phrase(text, said.get(name, "")) for name in NOTICE_PARTS}
    values = {name: phrases[name].words for name in NOTICE_PARTS}
    figure, instead = (
        Figure.read(values[name]) if values[name] else None for name in ("figure", "instead")
    )
    start = phrases["kind"].spans[0].start
    sentence = Span(text.rfind("\n", 0, start) + 1, len(text.rstrip()))
    return DraftNotice(
        *(kind, values["by"], values["whose"], figure, instead, REPORTED, "News18", sentence),
        tuple(phrases.items()),
    )


OFFICERS: Final = {"claimant": "Interior Ministry", "relay": "AFP"}
DRAFTS: Final = Drafts(
    TEXT,
    (
        found(
            TEXT, figure="748", outcome=("wounded", "injured"), population="officers", **OFFICERS
        ),
        found(
            TEXT, figure="18| killed", outcome="killed|, AFP", population="~officers", **OFFICERS
        ),
        found(
            TEXT,
            figure="dozens",
            outcome="killed| in Almaty",
            place=("Almaty", "Kazakhstan/Almaty"),
            claimant="Protesters",
            as_of=("Thursday night", "2022-01-06[Asia/Almaty]"),
        ),
    ),
    (
        notice(TEXT, NoticeKind.DENIAL, "denied", by="Health Ministry", figure="164"),
        notice(
            TEXT,
            NoticeKind.CORRECTION,
            "corrected",
            by="Interior Ministry|</b>",
            figure="18| to",
            instead="16",
        ),
    ),
)
