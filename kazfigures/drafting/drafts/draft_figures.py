"""Draft: one figure that a text seems to report, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypedDict, Unpack, final

from attrs import frozen

from kazfigures.drafting.drafts.parts import (
    PARTS,
    Phrases,
    Standing,
    check_phrases,
    check_span,
    check_type,
    on_one_line,
    phrase_of,
    tidy,
)
from kazfigures.drafting.phrases import Certainty, Phrase, Span
from kazfigures.errors import ObservationError
from kazfigures.markup import Displayed, Fragment, data, element, joined, table
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Observation, Source, Tally, identity, one_line
from kazfigures.wording import Figure

__all__ = ["TITLES", "Confirming", "Draft", "drawn"]

TITLES: Final = {part: part.replace("_", " ").capitalize() for part in PARTS}
"""What the parts are called above a table."""

_MEASURED: Final = ("outcome", "population", "place", "unit", "tally")
_STANDS: Final = {
    Standing.FURTHER: "told as further to another figure of its text",
    Standing.OTHERS: "told as others than some that its text names",
    Standing.PART: "told as a part of another figure of its text",
}
"""What a number that is not the whole says of itself, lest it be taken for that."""
_ADDED: Final = ("event", "definition")
"""What of a measure no text is read for."""


class Confirming(TypedDict, total=False):
    """The keywords of `Draft.confirm`: what a person adds to a draft, or says otherwise."""

    event: str
    outcome: str
    population: str
    place: str
    unit: str
    tally: Tally | str
    definition: str
    figure: Figure | str
    claimant: Source | str
    via: Iterable[str]
    as_of: Moment | str
    since: Moment | str | None
    origin: str
    reported: Moment | str
    recorded: Moment | str | None
    url: str
    credibility: int | None
    note: str


@final
@frozen(order=False)
class Draft(Displayed):
    """One figure that a text seems to report.

    `claimant` is who said it, `relay` who is cited for that, and `source` who published the text;
    each is empty where nobody is named.
    `as_of` is None where the text does not date the figure.
    `sentence` is the span of the sentence that it stands in.
    `phrases` holds, for each of PARTS, how surely the text says it and in which words; a part of
    which the text says nothing is empty.

    A draft is no observation: it becomes one when a person confirms it.
    """

    figure: Figure
    outcome: str
    unit: str
    population: str
    place: str
    tally: Tally
    claimant: str
    relay: str
    as_of: Moment | None
    standing: Standing
    reported: Moment
    source: str
    sentence: Span
    phrases: Phrases

    def __attrs_post_init__(self) -> None:
        """Write every field in its canonical form, and refuse what cannot be."""
        check_type("figure", self.figure, Figure)
        check_type("standing", self.standing, Standing)
        check_type("reported", self.reported, Moment)
        measure = Measure(
            self.outcome, self.population, self.place, unit=self.unit, tally=self.tally
        )
        for name in _MEASURED:
            object.__setattr__(self, name, getattr(measure, name))
        tidy(self, "claimant", "relay", "source")
        if self.as_of is not None:
            check_type("as_of", self.as_of, Moment)
            if self.reported.precedes(self.as_of):
                expected = f"a moment no later than reported, {self.reported.text}"
                raise ObservationError("as_of", self.as_of.text, expected)
        check_span("sentence", self.sentence)
        check_phrases(self.phrases, {name: getattr(self, name) for name in PARTS})
        for start, end in self.phrase("figure").spans:
            if start < self.sentence.start or end > self.sentence.end:
                expected = f"a span within its sentence, {tuple(self.sentence)}"
                raise ObservationError("figure", (start, end), expected)

    def phrase(self, part: str) -> Phrase:
        """Give the words behind one of PARTS (others: ObservationError)."""
        return phrase_of(self.phrases, part, PARTS)

    def certainty(self, part: str) -> Certainty:
        """Say how surely the text gives one of PARTS."""
        return self.phrase(part).certainty

    @property
    def voice(self) -> str:
        """Who is taken for the claimant: where none is named the relay, and then the publisher."""
        return self.claimant or self.relay or self.source

    @property
    def via(self) -> tuple[str, ...]:
        """Who passed it on, nearest the claimant first: the relay, and then the publisher."""
        return self._via(self.voice)

    def _via(self, claimant: str) -> tuple[str, ...]:
        passed_on = {identity(name): name for name in (self.relay, self.source) if name}
        passed_on.pop(identity(claimant), None)
        return tuple(passed_on.values())

    def confirm(self, **said: Unpack[Confirming]) -> Observation:
        """Make the observation, with what a person adds or says otherwise.

        What is not given is the draft's own.
        A figure that the text does not date is taken as true of the moment of publication, and one
        that is told as some of others, or as more than others, says so in its note.

        Raises:
            ObservationError: for what an observation cannot hold, and where neither the text nor
                the person says who claims it.
        """
        given: dict[str, Any] = {
            **{name: getattr(self, name) for name in _MEASURED},
            **dict.fromkeys(_ADDED, ""),
            "figure": self.figure,
            "claimant": self.voice,
            "as_of": self.as_of or self.reported,
            "reported": self.reported,
            "note": _STANDS.get(self.standing, ""),
            **said,
        }
        measure = Measure(**{name: given.pop(name) for name in (*_MEASURED, *_ADDED)})
        claimant = given.pop("claimant")
        if type(claimant) is not Source:
            name = one_line("claimant", claimant)
            if not name:
                expected = "who says it, since the text names nobody and no publisher is known"
                raise ObservationError("claimant", claimant, expected)
            claimant = Source(name)
        given.setdefault("via", self._via(claimant.name))
        return Observation(measure, source=claimant, **given)

    def __str__(self) -> str:
        """Read as a newsroom would: 18 killed, police: Interior Ministry via AFP, as of 7 January.

        A claimant that the text does not name stands in brackets.
        """
        unit = "" if self.unit == "people" else self.unit
        counted = (on_one_line(self.figure.wording), unit, self.outcome)
        tally = "" if self.tally is Tally.CUMULATIVE else self.tally.value
        standing = "" if self.standing is Standing.ALONE else self.standing.value
        what = (" ".join(filter(None, counted)), self.population, self.place, tally, standing)
        claimant = self.claimant or f"[{self.voice or 'nobody named'}]"
        via = f" via {', '.join(self.via)}" if self.via else ""
        when = f"as of {self.as_of}" if self.as_of else f"reported {self.reported}"
        return f"{', '.join(filter(None, what))}: {claimant}{via}, {when}"

    def __html__(self) -> str:
        """Draw it as a line, and each part with how surely the text says it."""
        rows = [(TITLES[part], data(_value(self, part)), _sure(self, part)) for part in PARTS]
        return joined((element("p", data(str(self))), table("", (), rows))).html


def _value(draft: Draft, part: str) -> str:
    if part == "figure":
        unit = "" if draft.unit == "people" else f" {draft.unit}"
        return f"{on_one_line(draft.figure.wording)}{unit}"
    return str(getattr(draft, part) or "")


def _sure(draft: Draft, part: str) -> Fragment:
    """Say how surely the text gives a part, and of a figure how it is to be taken."""
    said = [draft.certainty(part).value]
    if part == "figure":
        count = str(draft.figure.count)
        said += [count] if count.replace(",", "") != draft.figure.wording.replace(",", "") else []
        said += [] if draft.tally is Tally.CUMULATIVE else [draft.tally.value]
        said += [] if draft.standing is Standing.ALONE else [draft.standing.value]
    return element("span", ", ".join(said), class_="kf-quiet")


def drawn(draft: Draft, part: str) -> Fragment:
    """Draw a part of a draft, and how surely the text gives it."""
    value = _value(draft, part)
    if not value:
        return _sure(draft, part)
    return joined((data(value), element("br"), _sure(draft, part)))
