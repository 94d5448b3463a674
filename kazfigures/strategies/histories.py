"""Histories: a ledger as it grows, one entry a step."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, NoticeKind, Observation, Source
from kazfigures.strategies.parts import Pin, lines, notes
from kazfigures.strategies.reports import observations
from kazfigures.wording import Figure

__all__ = ["histories"]


class _Act(Enum):
    """What is done to a figure that was reported before."""

    REVISE = auto()
    RELAY = auto()


class _Speaker(Enum):
    """Who gives notice of a figure."""

    SOURCE = auto()
    RELAY = auto()
    ANYBODY = auto()


class _Step(NamedTuple):
    """An entry before it is known what was said until then: a report, and what else it may be."""

    report: Observation
    act: _Act | NoticeKind | None
    earlier: int
    other: int
    is_of_origin: bool
    speaker: _Speaker
    relay: str
    reason: str


History: TypeAlias = tuple[Ledger, ...]


def histories(  # noqa: PLR0913 - one keyword a part
    *,
    measure: Pin[Measure] = None,
    figure: Pin[Figure] = None,
    sources: Pin[Source] = None,
    origins: Pin[str] = None,
    moments: Pin[Moment] = None,
    max_size: int = 8,
    small: bool = False,
) -> SearchStrategy[History]:
    """Draw a ledger as it grew: the empty one, and at each step one entry more, as published.

    An entry is a first report, or about one that was made before: its source revises it, another
    relay repeats its origin, or its source, a relay or anybody retracts, denies or corrects it.
    `measure`, `figure`, `sources`, `origins` and `moments` pin that part of every entry,
    `max_size` bounds the steps, and `small` draws each part from a tiny pool; shrinks to the
    empty ledger alone.
    """
    position = st.integers(0, max_size)
    steps = st.builds(
        _Step,
        observations(
            measure=measure,
            figure=figure,
            source=sources,
            origin=origins,
            moments=moments,
            small=small,
        ),
        st.sampled_from((None, *_Act, *NoticeKind)),
        position,
        position,
        st.booleans(),
        st.sampled_from(_Speaker),
        st.sampled_from(("TASS", "AP")) if small else lines(),
        st.just("") if small else notes(),
    )
    return st.lists(steps, max_size=max_size).map(_history)


def _history(steps: Sequence[_Step]) -> History:
    """Publish the steps one by one; a step that says what was said before is left out."""
    grown, said = [Ledger()], list[Observation]()
    for step in sorted(steps, key=lambda step: step.report.reported.order):
        entry = _entry(step, said)
        if entry not in grown[-1]:
            grown.append(grown[-1] | Ledger([entry]))
            if isinstance(entry, Observation):
                said.append(entry)
    return tuple(grown)


def _entry(step: _Step, said: Sequence[Observation]) -> Entry:
    """Give the entry that a step makes; where nothing was said to act on, its report."""
    new, act = step.report, step.act
    if act is _Act.RELAY:
        said = [one for one in said if one.origin]
    if act is None or not said:
        return new
    told = said[step.earlier % len(said)]
    if act is _Act.REVISE:
        return Observation(told.measure, new.figure, told.source, new.as_of, new.reported)
    if act is _Act.RELAY:
        relays = (*told.via, step.relay)
        parts = (told.measure, told.figure, told.source, told.as_of, new.reported)
        return Observation(*parts, relays, told.origin, told.since)
    return _notice(act, step, told, said)


def _notice(
    kind: NoticeKind, step: _Step, told: Observation, said: Sequence[Observation]
) -> Notice:
    """Point a notice at what was said; corrections lead to what was said later, so in no circle."""
    by = {
        _Speaker.SOURCE: told.source,
        _Speaker.RELAY: Source(told.via[-1]) if told.via else told.source,
        _Speaker.ANYBODY: step.report.source,
    }[step.speaker]
    at, reason = step.report.reported, step.reason
    later = said[said.index(told) + 1 :]
    if kind is NoticeKind.CORRECTION and later:
        return Notice(kind, told, by, at, reason, instead=later[step.other % len(later)])
    kind = NoticeKind.RETRACTION if kind is NoticeKind.CORRECTION else kind
    of = told.origin if step.is_of_origin and told.origin else told
    return Notice(kind, of, by, at, reason)
