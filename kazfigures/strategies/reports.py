"""Observations, notices, and the ledgers that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count
from typing import Final, NamedTuple, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Notice, NoticeKind, Observation, Source, Tally
from kazfigures.strategies import values
from kazfigures.strategies.parts import Pin, ids, labels, lines, notes, pinned, urls
from kazfigures.wording import Figure

__all__ = ["ledgers", "notices", "observations"]

SMALL_ORIGINS: Final = ("", "briefing", "leak")
SMALL_RELAYS: Final = ((), ("TASS",), ("Khabar 24", "AP"))

Targets: TypeAlias = Observation | str | Sequence[Observation | str]
"""What a notice is about."""


def observations(  # noqa: PLR0913 - one keyword a part
    *,
    measure: Pin[Measure] = None,
    figure: Pin[Figure] = None,
    source: Pin[Source] = None,
    as_of: Pin[Moment] = None,
    reported: Pin[Moment] = None,
    via: Pin[tuple[str, ...]] = None,
    origin: Pin[str] = None,
    moments: Pin[Moment] = None,
    small: bool = False,
) -> SearchStrategy[Observation]:
    """Draw an observation.

    Each option pins the part of its name, `moments` every moment that no other option pins, and
    `small` draws each part from a tiny pool; shrinks to "0" killed, said by the Interior Ministry
    itself at the simplest moment, of that moment.
    """
    times = pinned(moments, values.moments(small=small))
    return st.builds(
        _observation,
        pinned(measure, values.measures(small=small)),
        pinned(figure, values.figures(small=small)),
        pinned(source, values.sources(small=small)),
        _told(as_of, reported, times),
        pinned(via, relays(small=small)),
        pinned(origin, origins(small=small)),
        st.none() | times,
        recorded=st.none() if small else st.none() | times,
        url=st.just("") if small else urls(),
        credibility=st.none() | st.integers(1, 6),
        note=st.just("") if small else notes(),
    )


def relays(*, small: bool) -> SearchStrategy[tuple[str, ...]]:
    """Draw who relayed a figure; shrinks to nobody."""
    return st.sampled_from(SMALL_RELAYS) if small else st.lists(lines(), max_size=3).map(tuple)


def origins(*, small: bool) -> SearchStrategy[str]:
    """Draw the label of a statement, or none; shrinks to none."""
    return st.sampled_from(SMALL_ORIGINS) if small else labels()


_Told: TypeAlias = tuple[Moment, Moment]
"""What moment a figure is true of, and when it was published."""


def _told(
    as_of: Pin[Moment], reported: Pin[Moment], times: SearchStrategy[Moment]
) -> SearchStrategy[_Told]:
    """Draw two moments and put them in order; what is pinned does not give way."""
    both = st.tuples(pinned(as_of, times), pinned(reported, times))
    if as_of is None:
        return both.map(_put_in_order if reported is None else _true_of_no_later)
    return both.map(_published_no_earlier) if reported is None else both.filter(_is_in_order)


def _is_in_order(told: _Told) -> bool:
    as_of, reported = told
    return not reported.precedes(as_of)


def _put_in_order(told: _Told) -> _Told:
    return told if _is_in_order(told) else (told[1], told[0])


def _true_of_no_later(told: _Told) -> _Told:
    return told if _is_in_order(told) else (told[1], told[1])


def _published_no_earlier(told: _Told) -> _Told:
    return told if _is_in_order(told) else (told[0], told[0])


def _observation(  # noqa: PLR0913, PLR0917 - the parts, as they are drawn
    measure: Measure,
    figure: Figure,
    source: Source,
    told: _Told,
    via: tuple[str, ...],
    origin: str,
    since: Moment | None,
    *,
    recorded: Moment | None,
    url: str,
    credibility: int | None,
    note: str,
) -> Observation:
    as_of, reported = told
    if measure.tally is not Tally.INCREMENT or (since is not None and as_of.precedes(since)):
        since = None
    rest = (via, origin, since, recorded, url, credibility, note)
    return Observation(measure, figure, source, as_of, reported, *rest)


def notices(
    *,
    kind: Pin[NoticeKind] = None,
    of: Pin[Targets] = None,
    by: Pin[Source] = None,
    at: Pin[Moment] = None,
    small: bool = False,
) -> SearchStrategy[Notice]:
    """Draw a notice; what it is about, and what it puts instead, need not exist.

    Each option pins the part of its name, and `small` draws parts from tiny pools; shrinks to a
    retraction, by the Interior Ministry at the simplest moment, of one statement.
    """
    names = st.sampled_from(SMALL_ORIGINS[1:]) if small else lines()
    return st.builds(
        _notice,
        pinned(kind, st.sampled_from(NoticeKind)),
        pinned(of, st.lists(names | ids(), min_size=1, max_size=3)),
        pinned(by, values.sources(small=small)),
        pinned(at, values.moments(small=small)),
        reason=st.just("") if small else notes(),
        url=st.just("") if small else urls(),
        instead=ids(),
    )


def _notice(  # noqa: PLR0913 - the parts, as they are drawn
    kind: NoticeKind,
    of: Targets,
    by: Source,
    at: Moment,
    *,
    reason: str,
    url: str,
    instead: str,
) -> Notice:
    if kind is not NoticeKind.CORRECTION:
        return Notice(kind, of, by, at, reason, url)
    told = Notice(NoticeKind.RETRACTION, of, by, at).of
    spare = map("{:016x}".format, count())
    free = next(one for one in chain([instead], spare) if one not in told)
    return Notice(kind, of, by, at, reason, url, free)


class _Sketch(NamedTuple):
    """A notice before it is known which observations there are."""

    kind: NoticeKind
    positions: list[int]
    labels: list[str]
    by: Source
    at: Moment
    reason: str


def ledgers(  # noqa: PLR0913 - one keyword a part
    *,
    measure: Pin[Measure] = None,
    figure: Pin[Figure] = None,
    sources: Pin[Source] = None,
    origins: Pin[str] = None,
    moments: Pin[Moment] = None,
    min_size: int = 0,
    max_size: int = 6,
    max_notices: int = 3,
    small: bool = False,
) -> SearchStrategy[Ledger]:
    """Draw a ledger whose notices are about its own observations and origins.

    `measure`, `figure`, `sources`, `origins` and `moments` pin that part of every entry,
    `min_size` and `max_size` bound the observations and `max_notices` the notices, and `small`
    draws each part from a tiny pool; shrinks to the empty ledger, or to `min_size` observations.
    """
    drawn = observations(
        measure=measure, figure=figure, source=sources, origin=origins, moments=moments, small=small
    )
    sketches = st.builds(
        _Sketch,
        st.sampled_from(NoticeKind),
        st.lists(st.integers(0, max_size), max_size=2),
        st.lists(pinned(origins, st.sampled_from(SMALL_ORIGINS) if small else lines()), max_size=1),
        pinned(sources, values.sources(small=small)),
        pinned(moments, values.moments(small=small)),
        st.just("") if small else notes(),
    )
    return st.builds(
        _ledger,
        st.lists(drawn, min_size=min_size, max_size=max_size, unique=True),
        st.lists(sketches, max_size=max_notices),
    )


def _ledger(drawn: Sequence[Observation], sketches: Sequence[_Sketch]) -> Ledger:
    return Ledger((*drawn, *filter(None, (_filled_in(sketch, drawn) for sketch in sketches))))


def _filled_in(sketch: _Sketch, drawn: Sequence[Observation]) -> Notice | None:
    """Point a notice at observations; corrections lead to a greater id, so never in a circle."""
    found = sorted({drawn[at % len(drawn)].id for at in sketch.positions}) if drawn else []
    kind, instead = sketch.kind, ""
    if kind is NoticeKind.CORRECTION:
        if len(found) > 1:
            instead = found.pop()
        else:
            kind = NoticeKind.RETRACTION
    of = [*found, *filter(None, sketch.labels)]
    return Notice(kind, of, sketch.by, sketch.at, sketch.reason, instead=instead) if of else None
