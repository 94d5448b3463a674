"""Revision: how one claimant's word moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import final

from attrs import frozen

from kazfigures.counts import Count
from kazfigures.errors import LedgerError
from kazfigures.ledgers import Ledger, published
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Measure, Notice, Observation, Source
from kazfigures.rules.estimates import Window
from kazfigures.rules.screens import Screen, Sifted, withdrawn
from kazfigures.rules.testimonies import Testimony, shared_or_hull
from kazfigures.timelines.changes import Change, moved
from kazfigures.timelines.dockets import known_in_words, new_docket, one_question, steps
from kazfigures.timelines.standing import Standing

__all__ = ["Revision", "revisions"]


@final
@frozen(order=False)
class Revision:
    """One move of a claimant's word: when it became known, what made it, from what and to what.

    `entry` is the report that gives the new word, or the notice that took back the one before.
    `before` and `after` are what the claimant's last words allow, as a rule hears them; None
    before the first word, and where every word is taken back.
    `kind` is NEW, RAISED, LOWERED, NARROWED, WIDENED, REPEATED, RESTORED or WITHDRAWN.
    """

    moment: Moment
    entry: Entry
    before: Count | None
    after: Count | None
    kind: Change

    def __str__(self) -> str:
        """Read as when, in what way, from what to what, and by which entry."""
        counts = [str(one) for one in (self.before, self.after) if one is not None]
        word = f"{self.kind.value}, {' -> '.join(dict.fromkeys(counts))}"
        return f"{known_in_words(self.moment)}: {word} [{self.entry}]"


def revisions(
    ledger: Ledger, measure: Measure, source: Source | str, window: Window | None = None
) -> tuple[Revision, ...]:
    """Tell how one claimant's word on a measure moved, oldest first.

    The word is what a rule hears of the claimant alone: what is not withdrawn, of each statement
    the telling nearest its origin, the last by as-of and then by reported.
    A statement told again, by relays or by the claimant, is no revision: the same count, under the
    same origin or of the same moment.
    `source` is a claimant or its name in any spelling; one who said nothing has no revisions.
    An INCREMENT that has several windows is asked window by window, as in `timeline`.

    Kazakhstan's Interior Ministry on the security officers killed in January 2022:

    >>> import kazfigures as kf
    >>> ledger = kf.Ledger(
    ...     kf.Observation(
    ...         kf.Measure("killed", "security forces"), figure, "Interior Ministry",
    ...         as_of=day, reported=day, via=["TASS"],
    ...     )
    ...     for figure, day in [
    ...         ("8", "2022-01-05[Asia/Almaty]"), ("18", "2022-01-06[Asia/Almaty]"),
    ...         ("16", "2022-01-09[Asia/Almaty]"), ("19", "2023-01-05[Asia/Almaty]"),
    ...     ]
    ... )
    >>> moves = revisions(ledger, ledger.measures[0], "INTERIOR MINISTRY")
    >>> [(move.kind.value, str(move.after)) for move in moves]
    [('new', '8'), ('raised', '18'), ('lowered', '16'), ('raised', '19')]

    Raises:
        LedgerError: for an INCREMENT of several windows, where none is given.
    """
    if not isinstance(source, Source | str):
        raise LedgerError("source", source, "a Source, or a claimant's name")
    claimant = source if isinstance(source, Source) else Source(source)
    asked, _ = one_question(ledger, measure, window)
    return tuple(_revisions(asked, claimant.identity))


def _revisions(ledger: Ledger, claimant: str) -> Iterator[Revision]:
    docket = new_docket(ledger)
    standing = Standing(docket, (withdrawn, _only(claimant)))
    before: Sequence[Testimony] = ()
    for entries in steps(ledger):
        seen = len(docket.observations)
        bearing = docket.enter(entries)
        if not bearing or not standing.update(bearing, seen):
            continue
        after = standing.testimonies
        kind, was, now = _kind(before, after, bearing)
        if kind is not None:
            entry = _mover(before, after, bearing)
            yield Revision(published(bearing[-1]), entry, was, now, kind)
        before = after


def _only(claimant: str) -> Screen:
    """Hear one claimant alone."""

    def sift(testimonies: Sequence[Testimony]) -> Sifted:
        return [one for one in testimonies if one.observation.source.identity == claimant], ()

    return Screen("only", "hears one claimant alone", sift, before_choices=True, each_alone=True)


def _kind(
    before: Sequence[Testimony], after: Sequence[Testimony], bearing: Sequence[Entry]
) -> tuple[Change | None, Count | None, Count | None]:
    """Tell in what way a word moved, with the counts before and after."""
    was = shared_or_hull(before) if before else None
    now = shared_or_hull(after) if after else None
    if was is None or now is None:
        kind = Change.NEW if was is None else Change.WITHDRAWN
        return (None if was is now else kind), was, now
    told = [one.observation for one in before]
    if was == now and all(_retells(one.observation, told) for one in after):
        return None, was, now
    if isinstance(_mover(before, after, bearing), Notice):
        return Change.RESTORED, was, now
    return moved(was, now) or Change.REPEATED, was, now


def _mover(
    before: Sequence[Testimony], after: Sequence[Testimony], bearing: Sequence[Entry]
) -> Entry:
    """Give the newest report among the new words, or the notice that took back one before."""
    words = [one.observation for one in after]
    spoken = [entry for entry in bearing if isinstance(entry, Observation) and entry in words]
    if spoken:
        return spoken[-1]
    notices = [entry for entry in bearing if isinstance(entry, Notice)]
    acting = [
        notice for notice in notices if any(notice.has_standing(one.observation) for one in before)
    ]
    return (*acting, *notices, bearing[-1])[0]


def _retells(observation: Observation, told: Sequence[Observation]) -> bool:
    return any(
        observation.as_of == other.as_of
        or (observation.origin and observation.origin == other.origin)
        for other in told
    )
