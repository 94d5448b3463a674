"""Drafts: what a text seems to report, with the words it came from, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import final, overload

from attrs import evolve, frozen

from kazfigures.drafting.drafts.draft_figures import TITLES, Confirming, Draft, drawn
from kazfigures.drafting.drafts.draft_notices import DraftNotice
from kazfigures.drafting.drafts.parts import PARTS, Standing, check_type, on_one_line, spans_of
from kazfigures.drafting.phrases import UNCLEAN, Span
from kazfigures.errors import ObservationError
from kazfigures.markup import (
    Content,
    Displayed,
    Fragment,
    Mark,
    data,
    element,
    joined,
    listed,
    marked,
    table,
)
from kazfigures.wording import Quantity, WordTable, find, plain

__all__ = ["PARTS", "Confirming", "Draft", "DraftNotice", "Drafts", "Standing"]


@final
@frozen(order=False)
class Drafts(Displayed, Sequence[Draft]):
    """The drafts of a text, in the order of its figures, with the text itself.

    Iterate for the drafts; `notices` are what the text reports as taken back, each with its
    sentence.
    """

    text: str
    drafts: tuple[Draft, ...]
    notices: tuple[DraftNotice, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse words that are not those of the text."""
        check_type("text", self.text, str)
        _check_all("drafts", self.drafts, Draft)
        _check_all("notices", self.notices, DraftNotice)
        length = len(self.text)
        for found in self.found:
            for span in (found.sentence, *spans_of(found.phrases)):
                if span.end > length:
                    expected = f"a span within the {length:,} characters of the text"
                    raise ObservationError("phrases", tuple(span), expected)
        for draft in self.drafts:
            spans = draft.phrase("figure").spans
            wording = draft.figure.wording
            words = self.text[slice(*spans[0])] if len(spans) == 1 else wording
            if words != wording and _letters(words) != _letters(wording):
                raise ObservationError("figure", wording, f"its words, {words!r}")
        told = tuple(
            one if one.said else evolve(one, said=self.sentence(one)) for one in self.notices
        )
        object.__setattr__(self, "notices", told)

    @property
    def found(self) -> tuple[Draft | DraftNotice, ...]:
        """The drafts, and then the notices."""
        return (*self.drafts, *self.notices)

    def unread(self, words: WordTable = plain) -> tuple[Quantity, ...]:
        """Give the counts of the text that no draft and no notice holds, as `find` finds them.

        A crowd or a price is rightly among them; a toll told in words that no rule knows is too.
        """
        read = {span for one in self.found for span in _figure_spans(one)}
        clean = UNCLEAN.sub(" ", self.text)
        return tuple(one for one in find(clean, words) if Span(one.start, one.end) not in read)

    def sentence(self, found: Draft | DraftNotice) -> str:
        """Give the sentence that a draft or a notice was found in, on one line."""
        return on_one_line(self.text[slice(*found.sentence)])

    @overload
    def __getitem__(self, place: int) -> Draft: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Draft]: ...
    def __getitem__(self, place: int | slice) -> Draft | Sequence[Draft]:
        """Give a draft by its place."""
        return self.drafts[place]

    def __len__(self) -> int:
        """How many figures were found."""
        return len(self.drafts)

    def __str__(self) -> str:
        """Read as a line a draft, and then a line a notice."""
        return "\n".join(map(str, self.found))

    def __html__(self) -> str:
        """Draw the text with what was found in it marked, and a row a draft below it.

        A figure is followed by the number of its row.
        """
        numbers = dict[int, list[Content]]()
        for number, draft in enumerate(self, 1):
            for _, end in draft.phrase("figure").spans[-1:]:
                numbers.setdefault(end, []).append(
                    element("sup", f"[{number}]", class_="kf-number")
                )
        behind = {place: joined(held) for place, held in numbers.items()}
        parts = [part for part in PARTS if any(draft.phrase(part).spans for draft in self)]
        key = joined((_example(part) for part in parts), ", ")
        rows: list[list[Content]] = [
            [f"{number:,}", *(drawn(draft, part) for part in PARTS)]
            for number, draft in enumerate(self, 1)
        ]
        notices = [joined((data(str(one)), ": ", data(self.sentence(one)))) for one in self.notices]
        return joined(
            (
                element("div", marked(self.text, _marks(self), behind), class_="kf-text"),
                element("p", "Marked: ", key, class_="kf-quiet") if parts else None,
                table(_counted(self), ("", *TITLES.values()), rows) if rows else None,
                element("p", "Reported as taken back:") if notices else None,
                listed(notices) if notices else None,
            )
        ).html


def _figure_spans(found: Draft | DraftNotice) -> tuple[Span, ...]:
    if isinstance(found, Draft):
        return found.phrase("figure").spans
    return (*found.phrase("figure").spans, *found.phrase("instead").spans)


def _check_all(name: str, held: Sequence[object], kind: type[object]) -> None:
    if not isinstance(held, tuple) or not all(type(one) is kind for one in held):
        raise ObservationError(name, held, f"a tuple, each of type {kind.__name__}")


def _letters(words: str) -> str:
    """Give what of some words is not space, of which control characters are taken for some."""
    return "".join(letter for letter in words if letter.isprintable() and letter != " ")


def _class(part: str) -> str:
    return f"kf-{part.replace('_', '-')}"


def _example(part: str) -> Fragment:
    return element("span", TITLES[part].lower(), class_=f"kf-marked {_class(part)}")


def _counted(drafts: Drafts) -> str:
    number = len(drafts)
    return f"{number:,} {'draft' if number == 1 else 'drafts'}, to be confirmed"


def _marks(drafts: Drafts) -> Iterator[Mark]:
    """Mark the words of every part, those of several drafts once."""
    numbers: dict[tuple[str, Span], list[int]] = {}
    for number, draft in enumerate(drafts, 1):
        for part, phrase in draft.phrases:
            for span in phrase.spans:
                numbers.setdefault((part, span), []).append(number)
    for (part, span), of in numbers.items():
        yield Mark(*span, _class(part), f"{TITLES[part].lower()}: {_ranges(of)}")


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers that rise in as few words as they take: 1 to 4, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    between = {1: "", 2: ", "}
    return ", ".join(
        between.get(len(run), " to ").join(f"{end:,}" for end in dict.fromkeys((run[0], run[-1])))
        for run in runs
    )
