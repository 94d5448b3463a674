"""Series: how one claimant's count moved over time, and where one claimant's ends in another's."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import Final, TypeAlias, final

from attrs import frozen

from kazfigures.audit.comparing.comparisons import judged
from kazfigures.audit.comparing.evidence import quoted
from kazfigures.audit.comparing.times import has_fallen, is_late
from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.relays import grouped, told_first, told_nearest
from kazfigures.audit.withdrawals import Heard
from kazfigures.observations import Measure, Notice, NoticeKind, Observation, Tally

__all__ = ["Series", "falls", "late", "series_of", "stale", "switches"]

_RESTARTED: Final = 10
"""A count that falls to a tenth or less has begun again."""
_LARGE: Final = 20
"""A smaller count falls to a tenth by a mistake corrected."""
_RIVALS: Final = 8
"""How many of the highest last words a lower one is held against."""


@final
@frozen(order=False, eq=False)
class Series:
    """What one claimant said of one question, in the order of the moments it is about.

    `taken_back` gives the first notice on each report that does not stand.
    """

    measure: Measure
    words: Sequence[Observation]
    taken_back: Mapping[int, Notice]


def series_of(measure: Measure, heard: Heard) -> list[Series]:
    """Part the reports of a question by claimant, those taken back among them."""
    spoken = grouped(heard.standing, lambda report: report.source.identity)
    taken_back: Mapping[int, Notice] = heard.first_notices if heard.taken_back else {}
    for report, _ in heard.taken_back:
        spoken.setdefault(report.source.identity, []).append(report)
    return [
        Series(measure, sorted(words, key=_in_time), taken_back)
        for words in spoken.values()
        if len(words) > 1
    ]


def _in_time(report: Observation) -> tuple[object, ...]:
    """Order by what a report is about, which is no later than when it came out."""
    about = min(report.as_of.end, report.reported.end)
    return (about, report.as_of.start, report.reported.order)


def falls(series: Series) -> Iterator[Finding]:
    """Find where a count came down, and whether anything explains it."""
    standing: Observation | None = None
    withdrawn: Observation | None = None
    for word in told_first(series.words):
        notice = series.taken_back.get(id(word)) if series.taken_back else None
        if notice is not None:
            if notice.kind is NoticeKind.DENIAL:
                continue  # who never gave a figure has not come down from it
            if withdrawn is None or word.figure.count.low > withdrawn.figure.count.low:
                withdrawn = word
            continue
        if standing is not None and has_fallen(standing, word) and _follows(word, standing):
            yield _fall(series, standing, word, None)
            standing = withdrawn = None
        elif withdrawn is not None and has_fallen(withdrawn, word) and _follows(word, withdrawn):
            yield _fall(series, withdrawn, word, series.taken_back[id(withdrawn)])
            withdrawn = None
        if standing is None or word.figure.count.low > standing.figure.count.low:
            standing = word


def _follows(newer: Observation, older: Observation) -> bool:
    """Whether a lower number is a later word, and not another of the same day."""
    if older.as_of.precedes(newer.as_of):
        return newer.measure.tally is Tally.CUMULATIVE
    return older.as_of.overlaps(newer.as_of) and older.reported.precedes(newer.reported)


def _fall(series: Series, older: Observation, newer: Observation, notice: Notice | None) -> Finding:
    high, low = newer.figure.count.high or 0, older.figure.count.low
    restarted = high * _RESTARTED <= low and low >= _LARGE
    kind = Kind.RESTART if restarted and notice is None else Kind.REVISED_DOWN
    return Finding(
        kind,
        Severity.WARNING if notice is None else Severity.NOTE,
        came_down(older, newer),
        series.measure,
        (older, newer),
        () if notice is None else (notice,),
        "" if notice is None else str(notice),
    )


def came_down(older: Observation, newer: Observation) -> str:
    """Say from what to what a claimant came down, and when."""
    if older.as_of.precedes(newer.as_of):
        moments = f"as of {older.as_of}, then as of {newer.as_of}"
    else:
        moments = f"reported {older.reported}, then {newer.reported}"
    return f"{newer.source} came down from {_relayed(older)} to {_relayed(newer)}: {moments}"


def _relayed(word: Observation) -> str:
    """Give the words of a report, and through whom they came."""
    return f"{quoted(word)} (via {', '.join(word.via)})" if word.via else quoted(word)


Stale: TypeAlias = tuple[Observation, Observation]
"""An older figure that was printed late, and the newer one of its claimant."""


def stale(series: Series) -> Iterator[Stale]:
    """Find older figures printed when their claimant's newer one was out, or on the same day.

    A report that carries both is a chronology.
    """
    words = [word for word in series.words if id(word) not in series.taken_back]
    if len(words) < 2:
        return
    first_out = words[-1]
    reports = {_report(first_out)}
    for word in reversed(words[:-1]):
        if (
            word.as_of.precedes(first_out.as_of)
            and is_late(word, first_out)
            and word.figure.count != first_out.figure.count
            and _report(word) not in reports
        ):
            yield word, first_out
        if word.reported.order <= first_out.reported.order:
            first_out = word
        reports.add(_report(word))


def late(
    old: Iterable[Stale], spread: Iterable[Finding], standing: Iterable[Sequence[Observation]]
) -> Iterator[Finding]:
    """Find what was printed late: alone, or joined in one report with what was new.

    `spread` are the findings of several numbers for one day: the lower may be an older one, where
    somebody else had given it for the same people before.
    """
    candidates = [(*pair, True) for pair in old]
    candidates += [(*pair, False) for pair in _lower_words(spread)]
    if not candidates:
        return
    pages, given = _gathered(candidates, standing)
    alone: dict[tuple[Measure, str], list[Stale]] = {}
    for word, newer, dated in candidates:
        if not dated and given[_number(word)] <= {word.source.identity}:
            continue
        joined = _joined(word, pages[_report(word)], dated=dated)
        if joined:
            told = f"{_counted(word)} beside {', '.join(map(_counted, joined))}"
            evidence = f"{told}, when {newer.source} said {quoted(newer)}"
            yield Finding(
                Kind.STALE_COMPONENT,
                Severity.WARNING,
                evidence,
                word.measure,
                (word, newer, *joined),
            )
        elif dated:
            alone.setdefault((word.measure, word.source.identity), []).append((word, newer))
    for (measure, _), pairs in alone.items():
        word, newer = pairs[0]
        _, evidence = judged(word, newer)
        involved = {id(one): one for pair in pairs for one in pair}
        yield Finding(Kind.STALE, Severity.WARNING, evidence, measure, tuple(involved.values()))


def _joined(
    word: Observation, page: Sequence[Observation], *, dated: bool
) -> Sequence[Observation]:
    """Give a few of what is newer in the same report, and of another measure; newest first."""
    joined: list[Observation] = []
    for other in page:
        if len(joined) == _RIVALS or (dated and not word.as_of.precedes(other.as_of)):
            break
        if other.measure != word.measure:
            joined.append(other)
    return joined


def _counted(word: Observation) -> str:
    group = f" {word.measure.population}" if word.measure.population else ""
    return f"{quoted(word)}{group} {word.measure.outcome}"


def _lower_words(spread: Iterable[Finding]) -> Iterator[Stale]:
    for finding in spread:
        if finding.kind is not Kind.SAME_DAY_SPREAD:
            continue
        highest: dict[str, Observation] = {}
        for word in finding.observations:
            known = highest.setdefault(word.source.identity, word)
            if word.figure.count.low > known.figure.count.low:
                highest[word.source.identity] = word
        for word in finding.observations:
            top = highest[word.source.identity]
            if word.figure.stated is not None and has_fallen(top, word):
                yield word, top


def _report(word: Observation) -> Hashable:
    """Tell what one report is: a page, or else what one claimant says through the same relays."""
    return word.url or (word.source.identity, word.via, word.reported)


def _number(word: Observation) -> Hashable:
    measure = word.measure
    asked = (measure.event, measure.outcome, measure.population, measure.unit, measure.tally)
    return (*asked, word.figure.stated)


def _gathered(
    candidates: Iterable[tuple[Observation, Observation, bool]],
    standing: Iterable[Sequence[Observation]],
) -> tuple[dict[Hashable, list[Observation]], dict[Hashable, set[str]]]:
    """Give the reports that the candidates stand in, newest first, and who gave their numbers."""
    pages: dict[Hashable, list[Observation]] = {_report(one): [] for one, _, _ in candidates}
    given: dict[Hashable, set[str]] = {_number(one): set() for one, _, _ in candidates}
    old = {id(one) for one, _, _ in candidates}
    stated = {one.figure.stated for one, _, _ in candidates}
    for words in standing:
        for word in words:
            page = pages.get(_report(word))
            if page is not None and id(word) not in old:
                page.append(word)
            if word.figure.stated in stated:
                claimants = given.get(_number(word))
                if claimants is not None:
                    claimants.add(word.source.identity)
    for page in pages.values():
        page.sort(key=lambda word: word.as_of.order, reverse=True)
    return pages, given


def switches(measure: Measure, standing: Sequence[Observation]) -> Iterator[Finding]:
    """Find where a later count by another claimant is lower than the last word of one before.

    A claimant who came down itself has no series that another's takes the place of.
    """
    if measure.tally is not Tally.CUMULATIVE or len(standing) < 2:
        return
    words = sorted(told_nearest(standing), key=_in_time)
    final = {word.source.identity: word for word in words}
    if len(final) < 2:
        return
    last: dict[str, Observation] = {}
    highest: list[tuple[int, int, Observation]] = []
    told: set[tuple[str, str]] = set()
    found: dict[tuple[Kind, str], tuple[str, list[Observation]]] = {}
    for place, word in enumerate(words):
        claimant = word.source.identity
        for rival in _above(word, highest, last):
            former = rival.source.identity
            if (
                (former, claimant) not in told
                and _gives_way(rival, word)
                and has_fallen(final[former], word)
            ):
                told.add((former, claimant))
                kind, evidence = judged(rival, word)
                _, involved = found.setdefault((kind, former), (evidence, [rival]))
                involved.append(word)
        last[claimant] = word
        heappush(highest, (-word.figure.count.low, place, word))
    for (kind, _), (evidence, involved) in found.items():
        yield Finding(kind, Severity.WARNING, evidence, measure, tuple(involved))


def _above(
    word: Observation,
    highest: list[tuple[int, int, Observation]],
    last: Mapping[str, Observation],
) -> list[Observation]:
    """Give the highest last words above a count, and drop those that are no last words any more."""
    high = word.figure.count.high
    if high is None:
        return []
    above: list[tuple[int, int, Observation]] = []
    while highest and -highest[0][0] > high and len(above) < _RIVALS:
        entry = heappop(highest)
        if last[entry[2].source.identity] is entry[2]:
            above.append(entry)
    for entry in above:
        heappush(highest, entry)
    return [rival for _, _, rival in above]


def _gives_way(rival: Observation, word: Observation) -> bool:
    """Whether a later and lower word of another claimant comes after a rival's."""
    return (
        rival.source.identity != word.source.identity
        and rival.as_of.precedes(word.as_of)
        and has_fallen(rival, word)
    )
