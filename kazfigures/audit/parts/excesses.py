"""Parts that exceed their whole, and parts that do not make it up.

A part is known by its paths and outcome (`Wholes`), or declared (`Partition`).
Only what is certain is found: figures of equal moments, and for a CUMULATIVE a part at a moment
that precedes the whole's.
Of what a claimant says of one moment its last words count, so a whole that has since been raised is
no fault; nor is a part that its claimant has since brought down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import final

from attrs import frozen

from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.audit.parts.last_words import (
    Ceilings,
    Said,
    Series,
    Teller,
    Word,
    by_measure,
    by_teller,
)
from kazfigures.audit.parts.partitions import Partition, called, declared, listed
from kazfigures.audit.parts.wholes import Time, Wholes
from kazfigures.counts import Count
from kazfigures.moments import Moment
from kazfigures.observations import Observation, Tally

__all__ = ["exceeding", "not_adding_up"]


def exceeding(observations: Sequence[Observation]) -> list[Finding]:
    """Find parts that exceed a whole they lie in by their paths: one finding a pair of measures.

    It is an ERROR where one claimant or one statement gives both, and a WARNING otherwise.
    The observations are those that stand, in the order of a ledger.

    >>> from kazfigures import Measure
    >>> killed = Measure("killed", place="Kazakhstan")
    >>> day = Moment("2022-01-09[Asia/Almaty]")
    >>> [finding] = exceeding([
    ...     Observation(killed, "164", "Khabar 24", day, day),
    ...     Observation(Measure("killed", place="Kazakhstan/Almaty"), "200", "Witness", day, day),
    ... ])
    >>> print(finding.severity, finding.evidence)
    warning 200 in Almaty (Witness, as of 9 January 2022) cannot be among 164 in Kazakhstan (Khabar\
 24, as of 9 January 2022)
    """
    told = by_measure(observations)
    wholes = Wholes(told)
    findings: list[Finding] = []
    for part in told.values():
        for measure in wholes.of(part.measure):
            whole = told[measure]
            excess = _plainest(_alone(part), whole) if part.may_exceed(whole) else None
            if excess is not None:
                findings.append(_exceeds(excess))
    return findings


def not_adding_up(
    observations: Sequence[Observation], partitions: Iterable[Partition]
) -> list[Finding]:
    """Find declared parts that exceed their whole, and exhaustive ones that do not add up to it.

    Parts are added only as one claimant or one statement gives them.
    Exhaustive ones should make up the whole that the same one gives for the same moment
    (PARTS_DO_NOT_SUM, a WARNING); otherwise they may not exceed it, or a whole that others give
    (PART_EXCEEDS_WHOLE, as `exceeding` grades it).
    There is one finding a partition, and none of parts above a whole where `exceeding` finds that
    of one of them alone.

    >>> from kazfigures import Measure
    >>> aided = Measure("treated", place="Kazakhstan")
    >>> out = Measure("treated", place="Kazakhstan", definition="outpatients")
    >>> kept = Measure("treated", place="Kazakhstan", definition="inpatients")
    >>> day = Moment("2022-01-15[Asia/Almaty]")
    >>> said = [
    ...     Observation(measure, words, "Health Ministry", day, day)
    ...     for measure, words in [(aided, "2,677"), (out, "1,815"), (kept, "863")]
    ... ]
    >>> [finding] = not_adding_up(said, [Partition(aided, [out, kept], exhaustive=True)])
    >>> print(finding.kind.value, finding.severity)
    parts_do_not_sum warning
    """
    rows = declared(partitions)
    wanted = {measure for row in rows for measure in (row.whole, *row.parts)}
    told = by_measure([one for one in observations if one.measure in wanted]) if rows else {}
    findings: list[Finding] = []
    for row in rows:
        whole = told.get(row.whole)
        parts = [told[part] for part in row.parts if part in told]
        if whole is None or not parts:
            continue
        if row.exhaustive and len(parts) == len(row.parts):
            unequal = _unequal(parts, whole)
            if unequal is not None:
                findings.append(unequal)
                continue
        excess = _plainest(_sums(parts), whole)
        if excess is not None and not _exceeds_alone(parts, whole):
            findings.append(_exceeds(excess))
    return findings


@final
@frozen(eq=False)
class _Sum:
    """The least that some parts come to by a moment."""

    low: int
    time: Time
    words: tuple[Word, ...]

    @property
    def tellers(self) -> list[Teller]:
        """Those who give every part."""
        first, *others = (word.tellers for word in self.words)
        return [teller for teller in first if all(teller in tellers for tellers in others)]


@final
@frozen(eq=False)
class _Excess:
    """Parts above a whole, and how grave that is."""

    severity: Severity
    parts: _Sum
    whole: Word

    @property
    def rank(self) -> tuple[int, bool, int]:
        """The gravest ranks highest, then what is of one moment, then the furthest above."""
        return (
            self.severity,
            self.parts.time == self.whole.time,
            self.parts.low - self.whole.high,
        )


def _plainest(sums: Iterable[_Sum], whole: Said) -> _Excess | None:
    """Give the gravest case of parts above the whole, of those the plainest, of those the first."""
    best: _Excess | None = None
    for parts in sums:
        if whole.trough is not None and parts.low > whole.trough:
            for excess in _excesses(parts, whole):
                if best is None or excess.rank > best.rank:
                    best = excess
    return best


def _excesses(parts: _Sum, whole: Said) -> Iterator[_Excess]:
    """Give the lowest ceilings that parts are above, anybody's first, then their tellers' own."""
    found = [_Excess(Severity.WARNING, parts, word) for word in _above(parts, whole.ceilings)]
    yield from found
    for teller in parts.tellers if found else ():
        if teller in whole.ceilings_by_teller:
            for word in _above(parts, whole.ceilings_by_teller[teller]):
                yield _Excess(Severity.ERROR, parts, word)


def _above(parts: _Sum, ceilings: Ceilings) -> list[Word]:
    """Give the words on a whole that parts are above: of their moment, and of later ones."""
    lowest = [ceilings.at.get(parts.time)]
    if parts.words[0].measure.tally is Tally.CUMULATIVE:
        lowest.append(ceilings.after(parts.time))
    return [word for word in lowest if word is not None and parts.low > word.high]


def _alone(part: Said) -> Iterator[_Sum]:
    return (_Sum(word.count.low, word.time, (word,)) for word in part.floors)


def _exceeds_alone(parts: Iterable[Said], whole: Said) -> bool:
    """Whether one of some parts, which lies in the whole by its paths, is above it by itself."""
    wholes = Wholes([whole.measure])
    return any(
        _plainest(_alone(part), whole) is not None for part in parts if wholes.of(part.measure)
    )


def _sums(parts: Sequence[Said]) -> Iterator[_Sum]:
    """Give, by teller and moment, the least that the parts it gives come to by then."""
    told = [by_teller(part.floors) for part in parts]
    for teller in dict.fromkeys(teller for tellers in told for teller in tellers):
        series = [Series.of(tellers[teller]) for tellers in told if teller in tellers]
        for time in dict.fromkeys(time for one in series for time in one.at):
            newest = [word for one in series if (word := one.by(time)) and word.count.low]
            if newest:
                yield _Sum(sum(word.count.low for word in newest), time, tuple(newest))


def _unequal(parts: Sequence[Said], whole: Said) -> Finding | None:
    """Find where one teller gives the whole and all its parts for a moment, most apart."""
    told = [by_teller(part.floors) for part in parts]
    widest, evidence = 0, list[Word]()
    for teller, words in by_teller(whole.words).items():
        if not all(teller in tellers for tellers in told):
            continue
        series = [Series.of(tellers[teller]).at for tellers in told]
        for word in words:
            if all(word.time in at for at in series):
                together = [at[word.time] for at in series]
                gap = _gap(together, word.count)
                if gap > widest:
                    widest, evidence = gap, [*together, word]
    if not evidence:
        return None
    *together, word = evidence
    low, high = _total(together)
    total = f"{low:,}" if low == high else f"{low:,} to {high:,}" if high else f"{low:,} or more"
    sentence = _sentence(together, f"make {total}, not", word)
    return _finding(Kind.PARTS_DO_NOT_SUM, Severity.WARNING, sentence, evidence)


def _total(words: Sequence[Word]) -> tuple[int, int | None]:
    highs = [word.count.high for word in words]
    high = None if None in highs else sum(high or 0 for high in highs)
    return sum(word.count.low for word in words), high


def _gap(parts: Sequence[Word], whole: Count) -> int:
    """Say how far what parts come to is from a whole."""
    low, high = _total(parts)
    above = 0 if whole.high is None else low - whole.high
    below = 0 if high is None else whole.low - high
    return max(above, below)


def _exceeds(excess: _Excess) -> Finding:
    words = excess.parts.words
    link = "cannot be among" if len(words) == 1 else "together cannot be among"
    sentence = _sentence(words, link, excess.whole)
    return _finding(Kind.PART_EXCEEDS_WHOLE, excess.severity, sentence, [*words, excess.whole])


def _finding(kind: Kind, severity: Severity, evidence: str, words: Sequence[Word]) -> Finding:
    reports = [one for word in words for one in word.observations]
    return Finding(kind, severity, evidence, words[-1].measure, tuple(reports))


def _sentence(parts: Sequence[Word], link: str, whole: Word) -> str:
    """Tell the figures with their words, who said them, and as of when; once where it is one."""
    cited = [_cited(word) for word in (*parts, whole)]
    once = len(set(cited)) == 1
    names = [called(word.measure, beside=whole.measure) for word in parts]
    names.append(called(whole.measure, beside=parts[0].measure))
    figures = [
        _figure(word, name, "" if once else cite)
        for word, name, cite in zip((*parts, whole), names, cited, strict=True)
    ]
    said = f" ({cited[0]})" if once else ""
    return f"{listed(figures[:-1])} {link} {figures[-1]}{said}"


def _cited(word: Word) -> str:
    attributions = listed(list(dict.fromkeys(one.attribution for one in word.observations)))
    when = f"as of {word.time}" if isinstance(word.time, Moment) else f"over {word.time}"
    return f"{attributions}, {when}"


def _figure(word: Word, name: str, cite: str) -> str:
    count = str(word.count)
    wordings = dict.fromkeys(one.figure.wording for one in word.observations)
    quoted = [repr(wording) for wording in wordings if wording != count]
    told = ", ".join([*quoted, *([cite] if cite else [])])
    return f"{count} {name}{f' ({told})' if told else ''}"
