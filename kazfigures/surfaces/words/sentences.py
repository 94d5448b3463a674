"""Sentence: an estimate in words that a desk can print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Final, TypeAlias, final

from attrs import evolve, frozen

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.moments import Moment
from kazfigures.observations import Observation, Tally
from kazfigures.rules.estimates import Camp, Estimate, Status
from kazfigures.rules.testimonies import Claim, Reason, Testimony, hull
from kazfigures.surfaces.words.catalogues import NOTHING, Catalogue, catalogue
from kazfigures.surfaces.words.phrases import Phrase, phrase
from kazfigures.surfaces.words.styles import Style, plain
from kazfigures.surfaces.words.subjects import subject

__all__ = ["Printed", "Sentence", "sentence"]

_Told: TypeAlias = tuple[Phrase, list[Claim]]
# Stands for a figure until the sentence is whole; no text of a ledger can hold it.
_MARK: Final = re.compile("\x00([0-9]+)\x00")
_GAPS: Final = re.compile(f",? ?{NOTHING}")
_TWO_STOPS: Final = re.compile(r"(?<=[.!?…])\.$")
# What stands aside beside a figure that was taken back, and says no more than it.
_TAKEN_BACK_WITH: Final = frozenset(
    (Reason.WITHDRAWN, Reason.CORRECTED, Reason.RELAYED, Reason.SUPERSEDED)
)
_ANY_INSTANT: Final = Moment("2022-01-07T00:00Z")


@final
@frozen(order=False)
class Printed:
    """A figure as it stands in a sentence: `text[start:end]`, and the count it reads back as."""

    wording: str
    start: int
    end: int
    count: Count


@final
@frozen(order=False)
class Sentence:
    """A sentence that a desk can print, and the figures in it.

    `count` is what the sentence gives as the answer, read back from its words: it holds all that
    the estimate allows, and is None where no figure is printed.
    """

    text: str
    figures: tuple[Printed, ...]
    count: Count | None

    def __str__(self) -> str:
        """Read as it is printed."""
        return self.text


def sentence(estimate: Estimate, *, style: Style = plain, zone: str | None = None) -> Sentence:
    """Put an estimate in a sentence: what is counted, as of when, who says so, and who does not.

    The figure is made of numbers that the reports used state, and reads back as a count that holds
    the estimate's: "more than 2,300" stays so, and nothing is printed tighter than it was said.
    Named are those who say as much themselves; whom the answer only agrees with is not.
    Where camps differ each is given with its figure, and no number is picked.
    What was taken back is never stated.
    An hour is dated by the clocks of `zone`, where one is given, and as it was told otherwise.

    >>> import kazfigures as kf
    >>> day = "2022-01-07[Asia/Almaty]"
    >>> officers = kf.Measure("killed", "security forces", "Kazakhstan")
    >>> told = kf.Observation(
    ...     officers, "at least 18", "the Interior Ministry", as_of=day, reported=day, via=["AFP"]
    ... )
    >>> print(  # doctest: +NORMALIZE_WHITESPACE
    ...     sentence(kf.reconcile(kf.Ledger([told]))[officers])
    ... )
    At least 18 members of the security forces had been killed in Kazakhstan as of 7 January 2022,
    according to the Interior Ministry, as reported by AFP.

    Raises:
        RuleError: for what is no estimate or no style, and for messages of a style that cannot be
            filled in.
        MomentError: for a zone that is not known.
    """
    if not isinstance(estimate, Estimate):
        raise RuleError("estimate", estimate, "an Estimate")
    if not isinstance(style, Style):
        raise RuleError("style", style, "a Style")
    if zone is not None:
        _ANY_INSTANT.told_in(zone)  # is refused even where no hour is told
    return _Writer(estimate, style, zone, catalogue(style)).written


@final
@frozen(order=False)
class _Writer:
    estimate: Estimate
    style: Style
    zone: str | None
    catalogue: Catalogue

    @property
    def written(self) -> Sentence:
        estimate = self.estimate
        if estimate.status is Status.UNREPORTED:
            return self._without_figure(self._why_unreported())
        if estimate.status is Status.DISPUTED:
            return self._disputed()
        return self._answered()

    def _why_unreported(self) -> str:
        out = [one for one in self.estimate.set_aside if one.reason is not Reason.SAYS_NOTHING]
        if any(one.reason not in _TAKEN_BACK_WITH for one in out):
            return "set-aside"
        return "withdrawn" if out else "unreported"

    def _answered(self) -> Sentence:
        """Give the answer with those who say as much, and then the camps that say otherwise."""
        estimate = self.estimate
        reports = [testimony.observation for testimony in estimate.used]
        main, behind = None, list[Claim]()
        if estimate.count is not None:
            main = phrase(estimate.count, reports, self.style, self.catalogue)
        if main is not None:
            behind = self._behind(main)
        if main is None or not behind:
            return self._disputed()
        told = _saying(behind, main)
        when = self._when(told)
        relays = max(told, key=_as_of).via[:1] if len(behind) == 1 else ()
        against = self._camps(estimate.camps[1:])[: max(1, self.style.most - 1)]
        others = [self._camp(at, *camp, beside=when) for at, camp in enumerate(against, start=1)]
        others += self._left_out(len(estimate.camps[1:]) - len(against))
        which = ("attributed", "-relayed" if relays else "", "-against" if others else "")
        text = self.catalogue.say(
            "".join(which),
            claim=self._claim(main, when),
            sources=self._sources(behind),
            many=self._many(behind),
            relay=self._named(relays[0]) if relays else "",
            others="; ".join(others),
        )
        return _finished(text, [main, *(one for one, _ in against)], main.count)

    def _behind(self, main: Phrase) -> list[Claim]:
        """Give those who say as much, failing that those who said it of an earlier day.

        In agreement failing both all, of whose words it is made.
        """
        estimate = self.estimate
        against = {source.identity for camp in estimate.camps[1:] for source in camp.sources}
        claims = [one for one in estimate.claims if one.source.identity not in against]
        as_much = [claim for claim in claims if claim.count.within(main.count)]
        in_words = [claim for claim in claims if _in_words(claim.testimonies, main)]
        return as_much or in_words or ([] if estimate.camps else claims)

    def _disputed(self) -> Sentence:
        """Give every camp its figure, and whatever else the range rests on."""
        estimate = self.estimate
        camps = self._camps(estimate.camps)
        if camps and estimate.count and not estimate.count.within(_together(camps)):
            camps = self._camps(estimate.camps, whole=True)
        told = len(camps)
        camps += self._beyond(camps)
        if not camps:
            return self._without_figure("unsaid")
        most = self.style.most
        shown = camps[:most] if estimate.count is None else _needed(camps, estimate.count, most)
        dates = {self._when(_saying(claims, found)) for found, claims in shown}
        when = dates.pop() if len(dates) == 1 else NOTHING
        others = [self._camp(at, *camp, beside=when) for at, camp in enumerate(shown)]
        others += self._left_out(len(estimate.camps) - min(told, len(shown)))
        text = self.catalogue.say(
            "disputed" if estimate.camps else "told",
            **subject(self.estimate.measure, self.catalogue),
            when=when,
            camps="; ".join(others),
        )
        return _finished(text, [one for one, _ in shown], _together(shown))

    def _beyond(self, camps: Sequence[_Told]) -> list[_Told]:
        """Give those in no camp, one by one, until the figures hold the range."""
        counts = [found.count for found, _ in camps]
        named = {claim.source.identity for _, claims in camps for claim in claims}
        more: list[_Told] = []
        for claim in self.estimate.claims:
            held = hull(counts) if counts else None
            if self.estimate.count is None or (held and self.estimate.count.within(held)):
                break
            if claim.source.identity in named or (held and claim.count.within(held)):
                continue
            found = phrase(claim.count, _reports([claim]), self.style, self.catalogue)
            if found is not None:
                more.append((found, [claim]))
                counts.append(found.count)
        return more

    def _camps(self, camps: Iterable[Camp], *, whole: bool = False) -> list[_Told]:
        """Give each camp a phrase for what it shares, and those in it who say as much.

        For the `whole` of a camp the phrase holds all that any of its members allows.
        """
        told: list[_Told] = []
        for camp in camps:
            members = {source.identity for source in camp.sources}
            claims = [one for one in self.estimate.claims if one.source.identity in members]
            range_ = hull([claim.count for claim in claims]) if whole else camp.count
            found = phrase(range_, _reports(claims), self.style, self.catalogue)
            if found is None:
                continue
            if found.count == Count.exactly(0):
                found = evolve(found, words=self.catalogue.say("none"))
            as_much = [claim for claim in claims if claim.count.within(found.count)]
            told.append((found, as_much or claims))
        return told

    def _camp(self, at: int, found: Phrase, claims: Sequence[Claim], *, beside: str) -> str:
        """Give a camp's figure, its date unless that stands beside it, and who says so."""
        when = self._when(_saying(claims, found))
        return self.catalogue.say(
            "camp" if when == beside else "camp-dated",
            figure=_mark(at),
            when=when,
            sources=self._sources(claims),
            many=self._many(claims),
        )

    def _left_out(self, camps: int) -> list[str]:
        return [self.catalogue.say("more-camps", n=camps)] if camps else []

    def _claim(self, main: Phrase, when: str) -> str:
        return self.catalogue.say(
            "claim",
            figure=_mark(0),
            **subject(self.estimate.measure, self.catalogue, main),
            when=when,
        )

    def _when(self, reports: Iterable[Observation]) -> str:
        """Say as of when, the newest of several, or the window of an INCREMENT."""
        window = self.estimate.window
        if self.estimate.measure.tally is not Tally.INCREMENT or window is None:
            return self.catalogue.say("as-of", date=self._date(max(reports, key=_as_of).as_of))
        since, until = window.since, window.until
        if since is None:
            return self.catalogue.say("until", until=self._date(until))
        is_same = self._told(since).text[:4] == self._told(until).text[:4]
        return self.catalogue.say(
            "window",
            since=self._date(since),
            until=self._date(until),
            **{"from": self._date(since, year=not is_same)},
        )

    def _date(self, moment: Moment, *, year: bool = True) -> str:
        """Write a date; without its year where the style has it so, or it stands beside it."""
        used = [one.observation for one in self.estimate.used]
        moments = [at for one in used for at in (one.since, one.as_of, one.reported) if at]
        years = {self._told(at).text[:4] for at in moments}
        printed = year and (self.style.year or len(years) > 1)
        return self.catalogue.date(self._told(moment), year=printed)

    def _told(self, moment: Moment) -> Moment:
        return moment if self.zone is None else moment.told_in(self.zone)

    def _sources(self, claims: Sequence[Claim]) -> str:
        names = list(dict.fromkeys(self._named(claim.source.name) for claim in claims))
        most = self.style.most
        if len(names) > most:
            more = len(names) - most
            number = self.catalogue.number(more)
            names[most:] = [self.catalogue.say("more-sources", n=more, number=number)]
        return self.catalogue.listed(names)

    def _named(self, name: str) -> str:
        """Give a name, with an article where the language has one for such names."""
        words = self.catalogue.words
        ends = words("ends-a-name")
        plain_name = name.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        head = list(takewhile(lambda word: word not in ends, plain_name.split()))
        if not head or head[0] == "the" or head[-1] not in words("takes-the"):
            return name
        owners = {word.removesuffix("'s") for word in head if word.endswith("'s")}
        return self.catalogue.say("the", name=name) if owners <= {*words("takes-the-of")} else name

    def _many(self, claims: Sequence[Claim]) -> str:
        return "yes" if len({claim.source.name for claim in claims}) > 1 else "no"

    def _without_figure(self, message: str) -> Sentence:
        reports = [one.observation for one in self.estimate.used]
        when = self._when(reports) if reports else NOTHING
        return _finished(
            self.catalogue.say(
                message, **subject(self.estimate.measure, self.catalogue), when=when
            ),
            (),
            None,
        )


def _mark(place: int) -> str:
    return f"\x00{place}\x00"


def _as_of(report: Observation) -> tuple[datetime, datetime]:
    return report.as_of.order


def _saying(claims: Iterable[Claim], found: Phrase) -> list[Observation]:
    """Give the reports of claimants that say as much; all of them where none does alone."""
    told = [testimony for claim in claims for testimony in claim.testimonies]
    as_much = [one for one in told if one.count.within(found.count)]
    return [one.observation for one in as_much or _in_words(told, found) or told]


def _in_words(told: Iterable[Testimony], found: Phrase) -> list[Testimony]:
    """Give the testimonies that say as much by their words, of whatever day."""
    return [one for one in told if one.observation.figure.count.within(found.count)]


def _reports(claims: Iterable[Claim]) -> list[Observation]:
    return [testimony.observation for claim in claims for testimony in claim.testimonies]


def _together(camps: Iterable[_Told]) -> Count:
    return hull([found.count for found, _ in camps])


def _needed(camps: Sequence[_Told], count: Count, most: int) -> list[_Told]:
    """Give the first camps, and those after them without which the range would be narrower."""
    shown = list(camps[:most])
    for one in camps[most:]:
        if count.within(_together(shown)):
            break
        shown.append(one)
    return shown


def _finished(text: str, phrases: Sequence[Phrase], count: Count | None) -> Sentence:
    """Put the figures in their places, and begin with a capital letter."""
    whole = _TWO_STOPS.sub("", _GAPS.sub("", text).strip(" ,:"))
    first, *rest = _MARK.split(whole)
    written = _capital(first)
    figures: list[Printed] = []
    for place, following in zip(rest[::2], rest[1::2], strict=True):
        one = phrases[int(place)]
        words = one.words if written else _capital(one.words)
        figures.append(Printed(words, len(written), len(written) + len(words), one.count))
        written += words + following
    if len(figures) != len(phrases):
        raise RuleError("messages", written, "a sentence that has every figure once")
    return Sentence(written, tuple(figures), count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
