"""Confirming drafts: the questions that a person is asked in the terminal, and the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final, TypeVar, final

import click

from kazfigures.cli.tables import filled, in_one_line
from kazfigures.drafting.drafts.drafts import PARTS, Draft, DraftNotice, Drafts, Standing
from kazfigures.drafting.phrases import Certainty
from kazfigures.errors import KazfiguresError, ObservationError
from kazfigures.moments import Moment
from kazfigures.observations import Entry, NoticeKind, Observation, identity
from kazfigures.wording import Figure, WordTable

__all__ = ["Quit", "Walk"]

_NONE: Final = "-"
_MOST_OFFERED: Final = 20
_WIDEST_NAME: Final = 11
_FIELDS: Final = (
    *("figure", "outcome", "population", "place", "unit", "tally", "definition"),
    *("claimant", "via", "as_of", "since", "origin", "url", "credibility", "note"),
)
"""What a person may change; the event is asked for once, and the rest is of the whole text."""

_INSTEAD: Final = {
    "claimant": "unsaid, so who is nearest to it",
    "as_of": "unsaid, so when it was published",
}
"""What is taken for a part that the text does not say."""

_Made = TypeVar("_Made")


@final
class Quit(Exception):  # noqa: N818 - no error
    """A person has had enough; what was confirmed by then is kept where they say so."""


@final
class Walk:
    """A walk through the drafts of a text, one question after another.

    `zone` is whose clocks moments are told by; `confirmed` grows as the person says yes.
    """

    def __init__(self, drafts: Drafts, zone: str, words: WordTable) -> None:
        self._drafts = drafts
        self._words = words
        self._zone = zone
        self.confirmed: list[Entry] = []

    def through(self, events: Sequence[str], reports: Callable[[], Iterable[Observation]]) -> None:
        """Ask about every draft, and then about every notice.

        `events` are those of the ledger; its `reports` are looked at where there is a notice.

        Raises:
            Quit: before the end, where the person says so.
        """
        for event in events[:_MOST_OFFERED]:
            _tell(f"event: {event}", "  ")
        only = events[0] if len(events) == 1 else _NONE
        event = _asked(f"The event that these figures belong to ({_NONE} for none)", only)
        for number, draft in enumerate(self._drafts, 1):
            self._begin("Draft", number, len(self._drafts), draft)
            self._ask_about(draft, "" if event == _NONE else event)
        if not self._drafts.notices:
            return
        known = {one.id: one for one in reports()}
        known |= {one.id: one for one in self.confirmed if isinstance(one, Observation)}
        for number, notice in enumerate(self._drafts.notices, 1):
            self._begin("Notice", number, len(self._drafts.notices), notice)
            self._ask_of(notice, [*known.values()])

    def _begin(self, kind: str, number: int, of: int, found: Draft | DraftNotice) -> None:
        click.echo(err=True)
        click.secho(f"{kind} {number:,} of {of:,}", err=True, bold=True)
        _tell(self._shown(found), "  ")
        click.echo(err=True)

    def _shown(self, found: Draft | DraftNotice) -> str:
        """Give the sentence, with the figure in brackets."""
        text = self._drafts.text
        start, end = found.sentence
        pieces: list[str] = []
        for first, after in sorted(found.phrase("figure").spans):
            pieces += [text[start:first], "[", text[first:after], "]"]
            start = after
        return "".join((*pieces, text[start:end]))

    def _ask_about(self, draft: Draft, event: str) -> None:
        """Ask whether to keep a draft, until it is kept or passed over."""
        said: dict[str, Any] = {"event": event}
        while True:
            observation = _tried(partial(draft.confirm, **said))
            self._tell_fields(draft, said, observation)
            answer = _chosen("Keep it, change a field, skip it or quit", "keep", "change", "skip")
            if answer == "skip":
                return
            if answer == "change":
                name = _chosen("Which field", *_FIELDS)
                self._change(name, said, observation, draft)
            elif observation is not None:
                self.confirmed.append(observation)
                return

    def _tell_fields(self, draft: Draft, said: dict[str, Any], one: Observation | None) -> None:
        """Show what is to be kept, and how surely the text says it."""
        for name in _FIELDS:
            value = in_one_line(_value(name, draft, said, one))
            if value or name in PARTS:
                remarks = ", ".join(_remarks(name, value, draft, said))
                shown = f"{value or _NONE}{f'  ({remarks})' if remarks else ''}"
                click.echo(f"  {name:<{_WIDEST_NAME}} {shown}", err=True)

    def _change(
        self, name: str, said: dict[str, Any], one: Observation | None, draft: Draft
    ) -> None:
        was = in_one_line(_value(name, draft, said, one)) or _NONE
        given = _asked(f"{name} ({_NONE} for none)", was)
        if given == was:
            return
        try:
            said[name] = self._read(name, "" if given == _NONE else given)
        except KazfiguresError as error:
            _complain(error)

    def _read(self, name: str, given: str) -> object:
        """Read what is typed for a field; the observation checks the rest."""
        if name == "figure":
            return Figure.read(given, words=self._words)
        if name == "via":
            return [relay.strip() for relay in given.split(";") if relay.strip()]
        if name in ("as_of", "since"):
            return Moment.read(given, zone=self._zone) if given or name == "as_of" else None
        if name == "credibility" and given:
            if not (given.isascii() and given.isdigit() and len(given) == 1):
                raise ObservationError(name, given, "a number from 1 to 6")
            return int(given)
        return None if name == "credibility" else given

    def _ask_of(self, notice: DraftNotice, known: Sequence[Observation]) -> None:
        """Ask which report a notice is about, of those that it may be."""
        _tell(str(notice), "  ")
        of = _picked("Which report is it about", _about(notice, known))
        if of is None:
            return
        said: dict[str, Any] = {}
        if notice.kind is NoticeKind.CORRECTION:
            instead = _picked(
                "Which report stands in its place",
                [one for one in _of_figure(notice.instead, known) if _may_replace(one, of)][
                    :_MOST_OFFERED
                ],
            )
            if instead is None:
                return
            said["instead"] = instead
        if not notice.by:
            said["by"] = _asked("Who takes it back", "" if isinstance(of, str) else of.source.name)
        made = _tried(partial(notice.confirm, of, **said))
        if made is not None:
            _tell(f"+ {made}", "  ")
            self.confirmed.append(made)
            if isinstance(of, Observation) and not made.has_standing(of):
                _tell(
                    f"! it takes nothing back as it stands, since {made.by} neither said nor"
                    " published that report",
                    "  ",
                )


def _remarks(name: str, value: str, draft: Draft, said: dict[str, Any]) -> Iterator[str]:
    """Say whose word a field is, and of the text's own figure how it is to be taken."""
    if name in said:
        yield "yours"
    elif name in PARTS:
        certainty = draft.certainty(name)
        is_taken = certainty is Certainty.UNSAID and bool(value)
        yield _INSTEAD.get(name, certainty.value) if is_taken else certainty.value
        if name == "figure":
            count = str(draft.figure.count)
            if count.replace(",", "") != value.replace(",", ""):
                yield count
            if draft.standing is not Standing.ALONE:
                yield draft.standing.value


def _value(name: str, draft: Draft, said: dict[str, Any], one: Observation | None) -> str:
    """Give a field as the observation has it, or as it would."""
    told: Any
    if one is None:
        told = said.get(name, getattr(draft, name, ""))
        told = draft.voice if name == "claimant" and name not in said else told
    elif name == "claimant":
        told = one.source
    elif name in ("via", "figure", "as_of", "since", "origin", "url", "credibility", "note"):
        told = getattr(one, name)
    else:
        told = getattr(one.measure, name)
    if isinstance(told, Moment):
        return told.text
    if name == "via":
        return "; ".join(told)
    return "" if told is None else str(told)


def _about(notice: DraftNotice, known: Iterable[Observation]) -> list[Observation]:
    """Find the reports that a notice may be about: of its figure, and by the one it names.

    Where no figure is told, they are those of whoever is named.
    """
    is_told = notice.figure is not None
    found = _of_figure(notice.figure, known) if is_told else _newest_first(known)
    named = identity(notice.whose or ("" if is_told else notice.by))
    said = [one for one in found if named in (one.source.identity, *map(identity, one.via))]
    return (said or (found if is_told else []))[:_MOST_OFFERED]


def _may_replace(one: Observation, of: Observation | str) -> bool:
    """Whether a report may stand in place of another: it counts the same outcome."""
    return isinstance(of, str) or (one != of and one.measure.outcome == of.measure.outcome)


def _of_figure(figure: Figure | None, known: Iterable[Observation]) -> list[Observation]:
    if figure is None:
        return []
    return _newest_first(
        one
        for one in known
        if one.figure.count == figure.count
        or (figure.stated is not None and one.figure.stated == figure.stated)
    )


def _newest_first(reports: Iterable[Observation]) -> list[Observation]:
    return sorted(reports, key=lambda one: one.reported.order, reverse=True)


def _picked(question: str, offered: Sequence[Observation]) -> Observation | str | None:
    """Let a person pick a report, name one by its id or origin, or none."""
    if not offered:
        _tell("No report of that figure is known here.", "  ")
        named = _asked(f"{question}? (its id or origin, skip, quit)", "skip")
        if named and "quit".startswith(named):
            raise Quit
        return None if not named or "skip".startswith(named) else named
    for number, one in enumerate(offered, 1):
        counted = ", ".join(filter(None, (str(one.measure), one.measure.event)))
        _tell(f"{number} {one} ({counted})", "  ")
    numbers = [str(number) for number in range(1, len(offered) + 1)]
    answer = _chosen(question, *((*numbers, "skip") if len(numbers) == 1 else ("skip", *numbers)))
    return None if answer == "skip" else offered[int(answer) - 1]


def _tried(make: Callable[[], _Made]) -> _Made | None:
    """Make it, or say why it cannot be."""
    try:
        return make()
    except KazfiguresError as error:
        _complain(error)
        return None


def _complain(error: KazfiguresError) -> None:
    _tell(f"! {error}", "  ")


def _tell(text: str, indent: str) -> None:
    click.echo(filled(text, indent, f"{indent}  "), err=True)


def _asked(question: str, default: str) -> str:
    answer: str = click.prompt(in_one_line(question), default=default, err=True)
    return answer.strip()


def _chosen(question: str, *choices: str) -> str:
    """Let a person choose by a word or by how it begins; to quit is always one."""
    offered = (*choices, "quit")
    shown = ", ".join(offered)
    while True:
        answer = _asked(f"{question}? ({shown})", choices[0]).lower()
        found = [one for one in offered if one == answer] or [
            one for one in offered if answer and one.startswith(answer)
        ]
        if len(found) == 1:
            break
        _tell(f"! one of {shown}", "  ")
    if found == ["quit"]:
        raise Quit
    return found[0]
