"""Measure, Source, Observation, Notice: who said what about what, and who took it back.

An observation is one sourced, timestamped figure of one measure.
A notice is a dated retraction, denial or correction of observations.
Both are plain values: nothing here decides which of them to believe.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeVar, final

from attrs import field, frozen

from kazfigures.errors import MomentError, ObservationError
from kazfigures.markup import Displayed, Fragment, data, element, joined, link
from kazfigures.moments import Moment
from kazfigures.wording import Figure

__all__ = [
    "Entry",
    "Measure",
    "Notice",
    "NoticeKind",
    "Observation",
    "Source",
    "SourceKind",
    "Tally",
    "identity",
]

ID_LENGTH: Final = 16
GRADES: Final = "ABCDEF"
WORST_CREDIBILITY: Final = 6
_UNCLEAN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_LINE: Final = 5000
_UNSEEN: Final = frozenset(
    map(
        chr,
        (
            *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, *range(0x180B, 0x1810)),
            *(*range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)),
        ),
    )
)
"""What is drawn as nothing, besides category Cf: Unicode's Default_Ignorable_Code_Point."""
_BLANK: Final = "\u2800"  # braille of no dots, which no kind of space is


class Word(StrEnum):
    """One of the few words that a field takes; its repr is Python, as every value's is."""

    def __repr__(self) -> str:
        """Rebuild the word."""
        return f"{type(self).__name__}.{self.name}"


class Tally(Word):
    """What a number adds up over."""

    CUMULATIVE = "cumulative"
    """All since the event began."""
    INCREMENT = "increment"
    """Those within a window: "1,678 more in the past 24 hours"."""
    STOCK = "stock"
    """Those at a moment, which may fall: "292 still in custody"."""


class SourceKind(Word):
    """What sort of claimant a source is."""

    OFFICIAL = "official"
    OPPOSITION = "opposition"
    MILITARY = "military"
    HOSPITAL = "hospital"
    INTERNATIONAL = "international"
    MONITOR = "monitor"
    AGENCY = "agency"
    OUTLET = "outlet"
    WITNESS = "witness"
    SOCIAL = "social"
    UNKNOWN = "unknown"


class NoticeKind(Word):
    """In what way a figure is taken back or disputed."""

    RETRACTION = "retraction"
    """Its source or a publisher of it withdraws it."""
    DENIAL = "denial"
    """Somebody says it is not so; it withdraws only what was said in the denier's own name."""
    CORRECTION = "correction"
    """Its source or a publisher of it puts another observation in its place."""


def identity(name: str) -> str:
    """Give the form under which two spellings of a name are one.

    Compatibility forms, case, kinds of space and invisible characters do not make a second source.
    Letters that only look alike do: a Cyrillic A is not a Latin A.

    >>> identity("Interior\u00a0Ministry") == identity("INTERIOR  MINISTRY")
    True
    """
    if name.isascii():
        return " ".join(name.casefold().split())
    spaced = unicodedata.normalize("NFKC", name.replace(_BLANK, " "))
    seen = "".join(letter for letter in spaced if _is_seen(letter))
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf" and letter not in _UNSEEN


def _text(name: str, value: object) -> str:
    """Give a text that may run over several lines, without what no text should hold."""
    if not isinstance(value, str):
        raise ObservationError(name, value, "text")
    if not value.isprintable() and _UNCLEAN.search(value):
        raise ObservationError(name, value, "text without control characters or lone surrogates")
    return value.strip()


def one_line(name: str, value: object) -> str:
    """Give a text of one line: composed characters, single spaces.

    Its length is bounded: to put a run of accents in order costs the square of their number.
    """
    text = _text(name, value)
    if len(text) <= _LONGEST_LINE:
        text = " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
    if len(text) > _LONGEST_LINE:
        raise ObservationError(name, value, f"up to {_LONGEST_LINE:,} characters")
    if not text.isascii() and not identity(text):  # of plain letters, all can be seen
        raise ObservationError(name, value, "a few words that can be seen")
    return text


def _name(name: str, value: object) -> str:
    text = one_line(name, value)
    if not text:
        raise ObservationError(name, value, "a few words")
    return text


def _path(name: str, value: object) -> str:
    """Give a path, broad to narrow, such as Kazakhstan/Almaty."""
    text = one_line(name, value)
    if "/" not in text:
        return text
    steps = [step.strip() for step in text.split("/")]
    if not all(map(identity, steps)):
        raise ObservationError(name, value, "steps parted by single slashes, broad to narrow")
    return "/".join(steps)


def _address(name: str, value: object) -> str:
    text = _text(name, value)
    scheme, _, rest = text.partition("://")
    if text and (scheme.lower() not in ("http", "https") or not rest or len(text.split()) > 1):
        raise ObservationError(name, value, "an address that starts with http:// or https://")
    return text


def _tidy(holder: object, clean: Callable[[str, object], str], *names: str) -> None:
    """Put the canonical form of some texts in their place."""
    for name in names:
        given = getattr(holder, name)
        if given != "" or clean is _name:
            text = clean(name, given)
            if text != given:
                object.__setattr__(holder, name, text)


_Word = TypeVar("_Word", bound=Word)


def _one_of(kind: type[_Word], name: str, value: str) -> _Word:
    try:
        return value if type(value) is kind else kind(value)
    except ValueError:
        raise ObservationError(name, value, f"one of {', '.join(kind)}") from None


def _tally(value: Tally | str) -> Tally:
    return _one_of(Tally, "tally", value)


def _source_kind(value: SourceKind | str) -> SourceKind:
    return _one_of(SourceKind, "kind", value)


def _notice_kind(value: NoticeKind | str) -> NoticeKind:
    return _one_of(NoticeKind, "kind", value)


def _moment(name: str, value: object) -> Moment:
    if type(value) is Moment:
        return value
    if not isinstance(value, str):
        raise ObservationError(name, value, "a Moment, or its text")
    try:
        return Moment(value)
    except MomentError as error:
        raise ObservationError(name, value, error.expected) from error


def _as_of(value: Moment | str) -> Moment:
    return _moment("as_of", value)


def _reported(value: Moment | str) -> Moment:
    return _moment("reported", value)


def _since(value: Moment | str | None) -> Moment | None:
    return None if value is None else _moment("since", value)


def _recorded(value: Moment | str | None) -> Moment | None:
    return None if value is None else _moment("recorded", value)


def _at(value: Moment | str) -> Moment:
    return _moment("at", value)


def _figure(value: Figure | str) -> Figure:
    if type(value) is Figure:
        return value
    if isinstance(value, str):
        return Figure.read(value)
    raise ObservationError("figure", value, "a Figure, or words that state one count")


def _source(value: Source | str) -> Source:
    if type(value) is Source:
        return value
    return Source(_name("source", value))


def _by(value: Source | str) -> Source:
    if type(value) is Source:
        return value
    return Source(_name("by", value))


def _relays(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str | AbstractSet) or not isinstance(value, Iterable):
        raise ObservationError("via", value, "the relays' names in order, nearest the source first")
    return tuple([_name("via", relay) for relay in value])


@final
@frozen(cache_hash=True, order=False)
class Measure:
    """What is counted.

    `outcome` is what happened to them (killed, injured, detained), `unit` what is counted (people,
    checkpoints) and `definition` what counts as one, where a claimant says so.
    `population` and `place` are paths, broad to narrow (`security forces/police`,
    `Kazakhstan/Almaty`); an empty path is everyone, everywhere.
    """

    outcome: str
    population: str = ""
    place: str = ""
    event: str = ""
    unit: str = "people"
    tally: Tally = field(default=Tally.CUMULATIVE, converter=_tally)
    definition: str = ""

    def __attrs_post_init__(self) -> None:
        """Write every field in its canonical form."""
        _tidy(self, _name, "outcome", "unit")
        _tidy(self, _path, "population", "place")
        _tidy(self, one_line, "event", "definition")

    def is_part_of(self, whole: Measure) -> bool:
        """Whether all that this counts is also counted by `whole`, as the paths tell.

        Same event, outcome, unit and tally, and the whole's paths begin this one's.
        Two parts of one whole are not assumed to be disjoint.

        >>> officers = Measure("killed", population="security forces", place="Kazakhstan")
        >>> officers.is_part_of(Measure("killed", place="Kazakhstan"))
        True
        """
        return (
            (self.event, self.outcome, self.unit, self.tally)
            == (whole.event, whole.outcome, whole.unit, whole.tally)
            and is_inside(self.population, whole.population)
            and is_inside(self.place, whole.place)
        )

    def __str__(self) -> str:
        """Read as a heading: killed, security forces, Kazakhstan."""
        unit = "" if self.unit == "people" else self.unit
        tally = "" if self.tally is Tally.CUMULATIVE else self.tally.value
        parts = (self.outcome, unit, self.population, self.place, tally, self.definition)
        return ", ".join(part for part in parts if part)


def is_inside(path: str, broader: str) -> bool:
    """Whether a path is another one or lies below it."""
    return not broader or path == broader or path.startswith(broader + "/")


@final
@frozen(order=False)
class Source:
    """Who makes a claim: a ministry, a hospital, a witness.

    `side` names the party to the events it belongs to, where it is one.
    `grade` is its reliability by the Admiralty code, A to F; F means that it cannot be judged,
    which is not the worst grade.
    Two spellings of one `name` are one claimant (see `identity`).
    """

    name: str
    kind: SourceKind = field(default=SourceKind.UNKNOWN, converter=_source_kind)
    side: str = ""
    grade: str | None = None
    identity: str = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Write every field in its canonical form, and know the claimant by its name."""
        _tidy(self, _name, "name")
        _tidy(self, one_line, "side")
        if self.grade is not None and self.grade not in list(GRADES):
            raise ObservationError("grade", self.grade, f"None or one letter of {GRADES}")
        object.__setattr__(self, "identity", identity(self.name))

    def __str__(self) -> str:
        """Read as its name."""
        return self.name


@final
@frozen(order=False)
class Observation(Displayed):
    """One figure of one measure, as somebody said it and somebody published it.

    `source` is the claimant; `via` names the relays in order, nearest the source first; `origin`
    labels the one statement that several relays repeat.
    `as_of` is the moment the figure is true of, `reported` when it was published, `recorded` when
    the newsroom logged it; `since` opens the window of an INCREMENT.
    `credibility` is the Admiralty code's 1 (confirmed) to 6 (cannot be judged).

    Text is taken where it is clear: words for the figure (read as `Figure.read` does), a name for
    the source, the canonical text of a moment.
    A figure cannot be true of a moment after it was published, and only an INCREMENT has a window
    (ObservationError).

    >>> eighteen = Observation(
    ...     Measure("killed", population="security forces", place="Kazakhstan"),
    ...     "18 officers", "Interior Ministry",
    ...     as_of="2022-01-07[Asia/Almaty]", reported="2022-01-07T16:56+06:00", via=["TASS"],
    ... )
    >>> print(eighteen)
    18 officers: Interior Ministry via TASS, as of 7 January 2022
    """

    measure: Measure
    figure: Figure = field(converter=_figure)
    source: Source = field(converter=_source)
    as_of: Moment = field(converter=_as_of)
    reported: Moment = field(converter=_reported)
    via: tuple[str, ...] = field(default=(), converter=_relays)
    origin: str = ""
    since: Moment | None = field(default=None, converter=_since)
    recorded: Moment | None = field(default=None, converter=_recorded)
    url: str = ""
    credibility: int | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        """Write every field in its canonical form, and refuse what cannot be."""
        _tidy(self, one_line, "origin")
        _tidy(self, _address, "url")
        _tidy(self, _text, "note")
        if type(self.measure) is not Measure:
            raise ObservationError("measure", self.measure, "a Measure")
        if self.reported.precedes(self.as_of):
            expected = f"a moment no later than reported, {self.reported.text}"
            raise ObservationError("as_of", self.as_of.text, expected)
        if self.since is not None:
            if self.measure.tally is not Tally.INCREMENT:
                expected = f"none, since the tally is {self.measure.tally.value}"
                raise ObservationError("since", self.since.text, expected)
            if self.as_of.precedes(self.since):
                expected = f"a moment no later than as_of, {self.as_of.text}"
                raise ObservationError("since", self.since.text, expected)
        judged = self.credibility
        if judged is not None and (type(judged) is not int or not 1 <= judged <= WORST_CREDIBILITY):
            expected = f"None or a number from 1 to {WORST_CREDIBILITY}"
            raise ObservationError("credibility", judged, expected)
        if is_id(self.origin):
            raise ObservationError("origin", self.origin, "a label that is no observation's id")

    @cached_property
    def id(self) -> str:
        """A short hash of all it says: the same report has the same id in every ledger.

        Moments enter as instants, so the zone a report was written in does not change the id.
        """
        return digest(
            "observation",
            *said_of(self.measure),
            *(self.figure.wording, self.figure.stated),
            *(self.figure.count.low, self.figure.count.high),
            *_said_of_source(self.source),
            *(self.via, self.origin),
            *map(_when, (self.since, self.as_of, self.reported, self.recorded)),
            *(self.credibility, self.url, self.note),
        )

    @property
    def attribution(self) -> str:
        """Who said it, and through whom: Interior Ministry via TASS."""
        relays = ", ".join(self.via)
        return f"{self.source.name} via {relays}" if relays else self.source.name

    def __str__(self) -> str:
        """Read as a line of a log."""
        return f"{self.figure.wording}: {self.attribution}, as of {self.as_of}"

    @property
    def said(self) -> Fragment:
        """Its words, and the count that they allow where they do not say it themselves."""
        count, wording = str(self.figure.count), self.figure.wording
        is_plain = wording.replace(",", "") == count.replace(",", "")
        taken = None if is_plain else element("span", f" ({count})", class_="kf-quiet")
        return joined((element("b", data(wording), class_="kf-figure"), taken))

    @property
    def line(self) -> Fragment:
        """The report as a line of an account: its words, who said it, as of when, and where."""
        kind = "" if self.source.kind is SourceKind.UNKNOWN else f" ({self.source.kind.value})"
        via = f" via {', '.join(self.via)}" if self.via else ""
        moments = f", as of {self.as_of}, reported {self.reported}"
        return joined(
            (
                self.said,
                ": ",
                data(f"{self.source.name}{kind}{via}"),
                element("span", moments, class_="kf-quiet"),
                where_it_stands(self.url),
            )
        )

    def __html__(self) -> str:
        """Draw what is counted, and the report as a line, with its note."""
        note = element("p", data(self.note), class_="kf-quiet") if self.note else None
        return joined((element("p", data(str(self.measure))), element("p", self.line), note)).html


def _targets(value: Observation | str | Iterable[Observation | str]) -> tuple[str, ...]:
    several = (value,) if isinstance(value, (str, Observation)) else value
    if not isinstance(several, Iterable):
        raise ObservationError("of", value, "the ids or origins of what it is about")
    targets = {_target(target) for target in several}
    if not targets:
        raise ObservationError("of", value, "at least one id or origin")
    return tuple(sorted(targets))


def _target(value: Observation | str) -> str:
    return value.id if isinstance(value, Observation) else _name("of", value)


def _instead(value: Observation | str) -> str:
    return value.id if isinstance(value, Observation) else one_line("instead", value)


@final
@frozen(order=False)
class Notice(Displayed):
    """A dated retraction, denial or correction, with its actor and reason.

    `of` lists what it is about: observations (or their ids), and origins, which stand for every
    relay of one statement.
    It acts from `at` on, and only with standing (see `has_standing`).
    Where the claimant itself takes an observation back, its relays of the same origin go with it.
    A CORRECTION names in `instead` the observation that stands in place of what it corrects; it
    takes the figure back even where that other observation is not in the ledger.
    """

    kind: NoticeKind = field(converter=_notice_kind)
    of: tuple[str, ...] = field(converter=_targets)
    by: Source = field(converter=_by)
    at: Moment = field(converter=_at)
    reason: str = ""
    url: str = ""
    instead: str = field(default="", converter=_instead)

    def __attrs_post_init__(self) -> None:
        """Write every field in its canonical form, and refuse what cannot be."""
        _tidy(self, _text, "reason")
        _tidy(self, _address, "url")
        if (self.kind is NoticeKind.CORRECTION) != bool(self.instead):
            expected = "an observation's id for a correction, and none for anything else"
            raise ObservationError("instead", self.instead, expected)
        if self.instead and not is_id(self.instead):
            raise ObservationError("instead", self.instead, "an observation's id")
        if self.instead in self.of:
            raise ObservationError("instead", self.instead, "another observation than those in of")

    @cached_property
    def id(self) -> str:
        """A short hash of all it says."""
        return digest(
            "notice",
            *(self.kind, self.of, *_said_of_source(self.by)),
            *(_when(self.at), self.reason, self.url, self.instead),
        )

    def has_standing(self, observation: Observation) -> bool:
        """Whether the one who gives notice may take this figure back.

        The source may; a relay may retract or correct what it published, but not deny it.
        What a correction puts in place of another is not taken back by it.
        """
        claimant = self.by.identity
        if self.instead and self.instead == observation.id:
            return False
        if claimant == observation.source.identity:
            return True
        return self.kind is not NoticeKind.DENIAL and claimant in map(identity, observation.via)

    def __str__(self) -> str:
        """Read as a line of a log."""
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.kind.value} by {self.by}, {self.at}{reason}"

    @property
    def line(self) -> Fragment:
        """The notice as a line of a log, with its address."""
        return joined((data(str(self)), where_it_stands(self.url)))

    def __html__(self) -> str:
        """Draw the notice as a line of a log."""
        return element("p", self.line).html


Entry = Observation | Notice


def where_it_stands(url: str) -> Fragment | None:
    """Link to where an entry was published, after what is said of it."""
    return joined((", ", link(url))) if url else None


def is_id(text: str) -> bool:
    """Whether a text has the shape of an observation's id."""
    return len(text) == ID_LENGTH and not set(text) - set("0123456789abcdef")


def said_of(measure: Measure) -> tuple[str, ...]:
    """Give all that a measure says, in the order of its fields."""
    return (
        *(measure.outcome, measure.population, measure.place, measure.event),
        *(measure.unit, measure.tally, measure.definition),
    )


def _said_of_source(source: Source) -> tuple[str | None, ...]:
    return (source.name, source.kind, source.side, source.grade)


def _when(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    start = moment.start.isoformat()
    return start if moment.is_instant else f"{start}/{moment.end.isoformat()}"


_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def digest(*parts: object) -> str:
    """Give a short hash of what is said."""
    import hashlib  # noqa: PLC0415 - slow to load, and many a session needs no id

    return hashlib.sha256(_canonical(parts).encode()).hexdigest()[:ID_LENGTH]
