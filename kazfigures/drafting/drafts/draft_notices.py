"""DraftNotice: what a text reports as taken back, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten
from typing import Final, final

from attrs import frozen

from kazfigures.drafting.drafts.parts import (
    NOTICE_PARTS,
    Phrases,
    check_phrases,
    check_span,
    check_type,
    on_one_line,
    phrase_of,
    tidy,
)
from kazfigures.drafting.phrases import Certainty, Phrase, Span
from kazfigures.errors import ObservationError
from kazfigures.markup import Displayed, data, element, joined
from kazfigures.moments import Moment
from kazfigures.observations import Notice, NoticeKind, Observation, Source
from kazfigures.wording import Figure

__all__ = ["DraftNotice"]

_LONGEST_REASON: Final = 300


@final
@frozen(order=False)
class DraftNotice(Displayed):
    """What a text reports as taken back: a denial, a retraction or a correction.

    `by` is who takes it back, `whose` the claimant it was ascribed to and `figure` the number it is
    about, where the text says; `instead` is the number that a correction puts in its place.
    `phrases` holds, for each of NOTICE_PARTS, how surely the text says it and in which words, and
    `said` is the sentence, on one line; `Drafts` gives it to those that have none.
    """

    kind: NoticeKind
    by: str
    whose: str
    figure: Figure | None
    instead: Figure | None
    reported: Moment
    source: str
    sentence: Span
    phrases: Phrases
    said: str = ""

    def __attrs_post_init__(self) -> None:
        """Write every field in its canonical form, and refuse what cannot be."""
        check_type("kind", self.kind, NoticeKind)
        check_type("reported", self.reported, Moment)
        for name in ("figure", "instead"):
            if getattr(self, name) is not None:
                check_type(name, getattr(self, name), Figure)
        if self.instead is not None and self.kind is not NoticeKind.CORRECTION:
            expected = f"none, since the kind is {self.kind.value}"
            raise ObservationError("instead", str(self.instead), expected)
        tidy(self, "by", "whose", "source")
        object.__setattr__(self, "said", on_one_line(self.said))
        check_span("sentence", self.sentence)
        check_phrases(self.phrases, {name: getattr(self, name) for name in NOTICE_PARTS})

    def phrase(self, part: str) -> Phrase:
        """Give the words behind one of NOTICE_PARTS (others: ObservationError)."""
        return phrase_of(self.phrases, part, NOTICE_PARTS)

    def certainty(self, part: str) -> Certainty:
        """Say how surely the text gives one of NOTICE_PARTS."""
        return self.phrase(part).certainty

    def confirm(  # noqa: PLR0913 - by keyword, as a notice has them
        self,
        of: Observation | str | Iterable[Observation | str],
        *,
        at: Moment | str | None = None,
        by: Source | str | None = None,
        reason: str | None = None,
        url: str = "",
        instead: Observation | str = "",
    ) -> Notice:
        """Make the notice about observations of a ledger, or their ids or origins.

        It acts from `at`, else from when the text was published; its reason is the sentence.
        A correction needs `instead`, the observation that stands in place of what it corrects.

        Raises:
            ObservationError: for what a notice cannot hold, and where neither the text nor the
                person says who gives it.
        """
        actor = self.by if by is None else by
        if not actor:
            raise ObservationError("by", actor, "who takes it back, since the text names nobody")
        return Notice(
            self.kind,
            of,
            actor,
            self.reported if at is None else at,
            reason=shorten(self.said, _LONGEST_REASON) if reason is None else reason,
            url=url,
            instead=instead,
        )

    def __str__(self) -> str:
        """Read as a line of a log: denial by Health Ministry of 164, reported 10 January 2022."""
        figure = f" of {on_one_line(self.figure.wording)}" if self.figure else ""
        whose = f" said by {self.whose}" if self.whose else ""
        instead = f", {on_one_line(self.instead.wording)} instead" if self.instead else ""
        by = self.by or "[nobody named]"
        return f"{self.kind.value} by {by}{figure}{whose}{instead}, reported {self.reported}"

    def __html__(self) -> str:
        """Draw it as a line, and the sentence below it."""
        said = element("p", data(self.said), class_="kf-quiet") if self.said else None
        return joined((element("p", data(str(self))), said)).html
