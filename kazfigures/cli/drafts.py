"""Drafts as the command line tells them: rows for people, and objects of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, final

from attrs import asdict, frozen

from kazfigures.cli.tables import Cell, Column, Sheet, in_one_line
from kazfigures.drafting.drafts.drafts import PARTS, Draft, DraftNotice, Drafts, Standing
from kazfigures.drafting.drafts.parts import NOTICE_PARTS
from kazfigures.drafting.phrases import Certainty, Phrase
from kazfigures.moments import Moment
from kazfigures.observations import Tally
from kazfigures.wording import Figure, WordTable

__all__ = ["STAND_IN", "Publication", "draft_sheet", "drafts_record", "unread_lines"]

STAND_IN: Final = "UTC"
"""The zone that dates are reckoned in where nobody says whose they are; it is never shown."""

_SHOWN: Final = 20
"""How many counts in no draft are named."""
_NOT_SAID: Final = "-"
_HEADINGS: Final = {part: part.replace("_", " ").capitalize() for part in PARTS}
_BELOW: Final = {"place": "Population", "relay": "Claimant"}


@final
@frozen
class Publication:
    """When a text was published, and whether it is known by whose clocks."""

    reported: Moment
    has_zone: bool = True

    def text(self, moment: Moment | None) -> str | None:
        """Give a moment of the text in its canonical form, without a zone that nobody told."""
        if moment is None or self.has_zone:
            return None if moment is None else moment.text
        return moment.text.partition("[")[0].removesuffix("+00:00")

    def words(self, moment: Moment) -> str:
        """Give a moment of the text as people read it."""
        return self.without_zone(str(moment))

    def without_zone(self, words: str) -> str:
        """Leave an offset that nobody told out of words that end in a moment."""
        return words if self.has_zone else words.removesuffix(" +00:00")


def draft_sheet(drafts: Drafts, source: str, published: Publication) -> Sheet:
    """Give one row a draft; what is inferred has a mark, and what is not said another."""
    columns = (
        Column("", is_number=True),
        *(Column(heading, below=_BELOW.get(part, "")) for part, heading in _HEADINGS.items()),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (number, *(_cell(draft, part, published) for part in PARTS))
        for number, draft in enumerate(drafts, 1)
    )
    by = f" by {source}" if source else ""
    counted = f"{len(drafts):,} {'draft' if len(drafts) == 1 else 'drafts'}"
    return Sheet(
        columns,
        rows,
        f"{counted}, published {published.words(published.reported)}{by}."
        f" What ends in ? is inferred, and {_NOT_SAID} is not said. None of it is confirmed.",
    )


def _figure_in_words(draft: Draft) -> str:
    """Give a figure as it was said, with what is to be known to take it right."""
    unit = "" if draft.unit == "people" else f" {draft.unit}"
    standing = "" if draft.standing is Standing.ALONE else draft.standing.value
    tally = "" if draft.tally is Tally.CUMULATIVE else draft.tally.value
    return ", ".join(filter(None, (f"{draft.figure.wording}{unit}", standing, tally)))


def _cell(draft: Draft, part: str, published: Publication) -> str:
    certainty = draft.certainty(part)
    if certainty is Certainty.UNSAID:
        return "" if part in _BELOW else _NOT_SAID
    if part == "figure":
        said = _figure_in_words(draft)
    elif part == "as_of" and draft.as_of is not None:
        said = published.words(draft.as_of)
    else:
        said = str(getattr(draft, part))
    return f"{said}?" if certainty is Certainty.INFERRED else said


def unread_lines(drafts: Drafts, words: WordTable) -> Iterator[str]:
    """Say which counts of the text are in no draft, for a person to look at."""
    if not drafts.found:
        yield "No figure was found; draft reads English news text."
    unread = [in_one_line(one.figure.wording) for one in drafts.unread(words)]
    if unread:
        more = f" and {len(unread) - _SHOWN:,} more" if len(unread) > _SHOWN else ""
        yield f"Counts in no draft: {'; '.join(unread[:_SHOWN])}{more}."


def drafts_record(
    drafts: Drafts, source: str, published: Publication, words: WordTable
) -> dict[str, Any]:
    """Give drafts as an object of JSON; the names in it are a promise to programs.

    Moments are in canonical text, but for their zone where nobody said whose clocks they are by.
    Places are counted in characters of the text, from 0, and an end is behind its last one.
    """
    return {
        "source": source,
        "reported": published.text(published.reported),
        "drafts": [_draft_record(drafts, draft, published) for draft in drafts],
        "notices": [_notice_record(drafts, notice) for notice in drafts.notices],
        "unread": [
            {**_figure(one.figure), "start": one.start, "end": one.end}
            for one in drafts.unread(words)
        ],
    }


def _draft_record(drafts: Drafts, draft: Draft, published: Publication) -> dict[str, Any]:
    return {
        **_figure(draft.figure),
        **{name: getattr(draft, name) for name in ("outcome", "population", "place", "unit")},
        "tally": draft.tally.value,
        "standing": draft.standing.value,
        "claimant": draft.claimant,
        "relay": draft.relay,
        "via": [*draft.via],
        "as_of": published.text(draft.as_of),
        "sentence": _sentence(drafts, draft),
        "parts": {part: _phrase(draft.phrase(part)) for part in PARTS},
    }


def _notice_record(drafts: Drafts, notice: DraftNotice) -> dict[str, Any]:
    return {
        "notice": notice.kind.value,
        "by": notice.by,
        "whose": notice.whose,
        "figure": None if notice.figure is None else _figure(notice.figure),
        "instead": None if notice.instead is None else _figure(notice.instead),
        "sentence": _sentence(drafts, notice),
        "parts": {part: _phrase(notice.phrase(part)) for part in NOTICE_PARTS},
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {"wording": figure.wording, "stated": figure.stated, **asdict(figure.count)}


def _sentence(drafts: Drafts, found: Draft | DraftNotice) -> dict[str, Any]:
    start, end = found.sentence
    return {"words": drafts.sentence(found), "start": start, "end": end}


def _phrase(phrase: Phrase) -> dict[str, Any]:
    return {
        "words": phrase.words,
        "certainty": phrase.certainty.value,
        "spans": [{"start": start, "end": end} for start, end in phrase.spans],
    }
