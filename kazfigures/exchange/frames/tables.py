"""The tables: of observations, notices, estimates, accounts, turns, findings and drafts."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, TypeVar, final

from attrs import frozen

from kazfigures.audit.findings import Finding
from kazfigures.counts import Count
from kazfigures.drafting.drafts.drafts import PARTS, Draft, Drafts
from kazfigures.exchange.frames.columns import Column, Table, flag, moment, names, number, text
from kazfigures.moments import Moment
from kazfigures.observations import Measure, Notice, Observation
from kazfigures.rules.estimates import Estimate, Status, Window
from kazfigures.rules.testimonies import SetAside, Testimony
from kazfigures.timelines import Timeline, Turn

__all__ = [
    "ACCOUNT",
    "DRAFTS",
    "ESTIMATES",
    "FINDINGS",
    "NOTICES",
    "OBSERVATIONS",
    "TABLES",
    "TURNS",
    "Drafted",
    "Fate",
    "Moved",
]

_Row = TypeVar("_Row")

Fate = Testimony | SetAside
"""What became of a report in an estimate."""


@final
@frozen(order=False)
class Moved:
    """A turn, and the timeline it is of."""

    timeline: Timeline
    turn: Turn


@final
@frozen(order=False)
class Drafted:
    """A draft, and the drafts of its text."""

    drafts: Drafts
    draft: Draft


def _given(part: str) -> Callable[[Any], Any]:
    return attrgetter(part)


def _measure(of: Callable[[_Row], Measure | None]) -> tuple[Column[_Row], ...]:
    """Describe the seven columns of what is counted; empty texts where it is nothing in one."""

    def column(name: str, meaning: str) -> Column[_Row]:
        def cell(row: _Row) -> str:
            measure = of(row)
            return "" if measure is None else str(getattr(measure, name))

        return text(name, meaning, cell)

    return (
        column("outcome", "what happened to them"),
        column("population", "who is counted: a path, empty for everyone"),
        column("place", "where: a path, empty for everywhere"),
        column("event", "the event that the count belongs to"),
        column("unit", "what is counted"),
        column("tally", "over what it adds up: cumulative, increment or stock"),
        column("definition", "what counts as one, where a claimant says so"),
    )


def _count(of: Callable[[_Row], Count | None], whose: str) -> tuple[Column[_Row], ...]:
    """Describe a range by its ends, and say of a missing high end whether it is open."""

    def low(row: _Row) -> int | None:
        count = of(row)
        return None if count is None else count.low

    def high(row: _Row) -> int | None:
        count = of(row)
        return None if count is None else count.high

    def is_open(row: _Row) -> bool:
        count = of(row)
        return count is not None and count.high is None

    return (
        number("low", f"the lowest number that {whose}", low),
        number("high", f"the highest number that {whose}; missing where it is open", high),
        flag("open", "whether there is a low end and no high end", is_open),
    )


def _window(of: Callable[[_Row], Window | None]) -> tuple[Column[_Row], ...]:
    def since(row: _Row) -> Moment | None:
        window = of(row)
        return None if window is None else window.since

    def until(row: _Row) -> Moment | None:
        window = of(row)
        return None if window is None else window.until

    return (
        *moment("since", "where the window of an increment opens", since),
        *moment("until", "where the window of an increment closes", until),
    )


OBSERVATIONS: Final[Table[Observation]] = Table(
    "observations",
    "an observation",
    (Observation,),
    (
        text("id", "the hash of the content", _given("id")),
        *_measure(_given("measure")),
        text("wording", "the words as they were said", _given("figure.wording")),
        number("stated", "the number that the words state", _given("figure.stated")),
        *_count(_given("figure.count"), "the words allow"),
        text("source", "who claims it", _given("source.name")),
        text("source_kind", "what sort of claimant", _given("source.kind.value")),
        text("side", "the party that the claimant belongs to", _given("source.side")),
        text("grade", "reliability, A to F", _given("source.grade")),
        names("via", "who relayed it, nearest the source first", _given("via")),
        text("origin", "the one statement that several relays repeat", _given("origin")),
        *moment("since", "where the window of an increment opens", _given("since")),
        *moment("as_of", "the moment that the figure is true of", _given("as_of")),
        *moment("reported", "when it was published", _given("reported")),
        *moment("recorded", "when the newsroom logged it", _given("recorded")),
        number("credibility", "1 (confirmed) to 6 (cannot be judged)", _given("credibility")),
        text("url", "where it can be seen", _given("url")),
        text("note", "the newsroom's own words", _given("note")),
    ),
)

NOTICES: Final[Table[Notice]] = Table(
    "notices",
    "a retraction, denial or correction",
    (Notice,),
    (
        text("id", "the hash of the content", _given("id")),
        text("notice", "its kind", _given("kind.value")),
        names("of", "what it is about: ids and origins of observations", _given("of")),
        text("by", "who gives notice", _given("by.name")),
        text("by_kind", "what sort of source", _given("by.kind.value")),
        text("by_side", "the party that it belongs to", _given("by.side")),
        text("by_grade", "reliability, A to F", _given("by.grade")),
        *moment("at", "from when it acts", _given("at")),
        text("reason", "why", _given("reason")),
        text("url", "where it can be seen", _given("url")),
        text("instead", "the id of what stands in its place", _given("instead")),
    ),
)


def _camps(one: Estimate | Turn) -> list[str]:
    return [str(camp) for camp in one.camps]


_STATUS: Final = ", ".join(Status)

ESTIMATES: Final[Table[Estimate]] = Table(
    "estimates",
    "an estimate: one rule's answer to one question",
    (Estimate,),
    (
        *_measure(_given("measure")),
        *_window(_given("window")),
        text("rule", "the name of the rule", _given("rule")),
        text("status", _STATUS, _given("status.value")),
        *_count(_given("count"), "the rule gives"),
        number("best", "the best number; missing in a dispute", _given("best")),
        *moment("as_of", "the newest moment that a report used speaks of", _given("as_of")),
        names(
            "sources",
            "the claimants whose reports are used",
            lambda estimate: [claim.source.name for claim in estimate.claims],
        ),
        names("camps", "in a conflict, what each camp says and who is in it", _camps),
        number("used", "how many reports are used", lambda estimate: len(estimate.used)),
        number(
            "set_aside", "how many reports are set aside", lambda estimate: len(estimate.set_aside)
        ),
    ),
)


def _note(fate: Fate) -> str:
    return fate.note if isinstance(fate, Testimony) else fate.why


def _gave_way_to(fate: Fate) -> str | None:
    if isinstance(fate, Testimony) or fate.because is None:
        return None
    return fate.because.id


ACCOUNT: Final[Table[Fate]] = Table(
    "account",
    "a report, and what became of it in an estimate",
    (Testimony, SetAside),
    (
        text(
            "fate",
            "used, or set aside",
            lambda fate: "used" if isinstance(fate, Testimony) else "set aside",
        ),
        text(
            "reason",
            "why it is set aside, in a word: superseded, withdrawn, relayed, ...",
            lambda fate: None if isinstance(fate, Testimony) else fate.reason.value,
        ),
        text("why", "the same in a sentence; of a report used, why its count was widened", _note),
        text("gave_way_to", "the id of the report or notice it gave way to", _gave_way_to),
        number(
            "taken_low",
            "the low end of what a report used was taken as",
            lambda fate: fate.count.low if isinstance(fate, Testimony) else None,
        ),
        number(
            "taken_high",
            "the high end; missing where it is open",
            lambda fate: fate.count.high if isinstance(fate, Testimony) else None,
        ),
        *(column.of(_given("observation")) for column in OBSERVATIONS.columns),
    ),
)

TURNS: Final[Table[Moved]] = Table(
    "turns",
    "a moment at which more was known, and the answer from then on",
    (Moved,),
    (
        *_measure(_given("timeline.measure")),
        *_window(_given("timeline.window")),
        text("rule", "the name of the rule", _given("timeline.rule")),
        *moment("moment", "from when this was known", _given("turn.moment")),
        text("status", _STATUS, _given("turn.status.value")),
        *_count(_given("turn.count"), "the rule gives"),
        number("best", "the best number; missing in a dispute", _given("turn.best")),
        names(
            "changes",
            "in what ways the answer is another than before",
            lambda moved: [change.value for change in moved.turn.changes],
        ),
        names(
            "camps",
            "in a conflict, what each camp says and who is in it",
            lambda moved: _camps(moved.turn),
        ),
        names(
            "entries",
            "the ids of the reports and notices that came out",
            lambda moved: [entry.id for entry in moved.turn.entries],
        ),
    ),
)

FINDINGS: Final[Table[Finding]] = Table(
    "findings",
    "a finding of the audit",
    (Finding,),
    (
        text("severity", "error, warning or note", lambda finding: str(finding.severity)),
        text("kind", "the way in which reports differ", _given("kind.value")),
        *_measure(_given("measure")),
        text("evidence", "what was found, in words", _given("evidence")),
        text("explanation", "why, where somebody said so or it can be seen", _given("explanation")),
        text("advice", "what a person could do about it", _given("advice")),
        names(
            "observations",
            "the ids of the reports that show it",
            lambda finding: [one.id for one in finding.observations],
        ),
        names(
            "notices",
            "the ids of the notices that bear on it",
            lambda finding: [one.id for one in finding.notices],
        ),
    ),
)


def _certainty(part: str) -> Column[Drafted]:
    return text(
        f"{part}_certainty",
        f"how surely the text gives the {part.replace('_', '-')}: stated, inferred or unsaid",
        lambda drafted: drafted.draft.certainty(part).value,
    )


def _first_place(drafted: Drafted) -> int | None:
    return min((span.start for span in drafted.draft.phrase("figure").spans), default=None)


def _last_place(drafted: Drafted) -> int | None:
    return max((span.end for span in drafted.draft.phrase("figure").spans), default=None)


DRAFTS: Final[Table[Drafted]] = Table(
    "drafts",
    "a draft: a figure that a text seems to report, which nobody has confirmed",
    (Drafted,),
    (
        text("wording", "the words as they were said", _given("draft.figure.wording")),
        number("stated", "the number that the words state", _given("draft.figure.stated")),
        *_count(_given("draft.figure.count"), "the words allow"),
        text("outcome", "what happened to them", _given("draft.outcome")),
        text("unit", "what is counted", _given("draft.unit")),
        text("population", "who is counted, in words of the text", _given("draft.population")),
        text("place", "where: a path, empty for everywhere", _given("draft.place")),
        text(
            "tally",
            "over what it adds up: cumulative, increment or stock",
            _given("draft.tally.value"),
        ),
        text("claimant", "who says it, empty where nobody is named", _given("draft.claimant")),
        text("relay", "who is cited for that, empty where nobody is", _given("draft.relay")),
        text("source", "who published the text", _given("draft.source")),
        *moment("as_of", "the moment that the figure is true of", _given("draft.as_of")),
        *moment("reported", "when it was published", _given("draft.reported")),
        text(
            "standing",
            "how it stands to another of the text: alone, further, others, part or total",
            _given("draft.standing.value"),
        ),
        *map(_certainty, PARTS),
        number("start", "where the figure starts, in characters of the text", _first_place),
        number("end", "where it ends", _last_place),
        text(
            "sentence",
            "the sentence that it stands in",
            lambda drafted: drafted.drafts.sentence(drafted.draft),
        ),
    ),
)

TABLES: Final[tuple[Table[Any], ...]] = (
    OBSERVATIONS,
    NOTICES,
    ESTIMATES,
    ACCOUNT,
    TURNS,
    FINDINGS,
    DRAFTS,
)
