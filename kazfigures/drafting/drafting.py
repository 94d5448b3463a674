"""draft: the figures that a text seems to report, with the words they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, final

from kazfigures import collector
from kazfigures.drafting.drafts.drafts import Draft, Drafts, Standing
from kazfigures.drafting.lexicon.english import OUTCOMES
from kazfigures.drafting.lexicon.outcomes import Lexicon, Outcome, lexicon
from kazfigures.drafting.mentions.mentions import Mention
from kazfigures.drafting.mentions.populations import Counted, counted
from kazfigures.drafting.mentions.telling import mentions
from kazfigures.drafting.phrases import UNCLEAN, UNSAID, Certainty, Phrase, Span
from kazfigures.drafting.sentences import Sentence, sentences
from kazfigures.drafting.settings.adjuncts import Regions
from kazfigures.drafting.settings.dates import Dates
from kazfigures.drafting.settings.places import Places
from kazfigures.drafting.speech.claimants import Speeches
from kazfigures.drafting.speech.notices import notices, withdrawn_spans
from kazfigures.errors import WordingError
from kazfigures.moments import Moment
from kazfigures.observations import Tally, identity, one_line
from kazfigures.wording import Figure, Quantity, WordTable, find, plain

__all__ = ["draft"]

_FURTHER: Final = ("another", "further", "a further", "additional", "an additional")
_PERIODS: Final = frozenset(("hours", "hour", "day", "week"))
"""Behind "the past" they are what a number adds up over."""
_LONGEST: Final = 300
"""Longer words name nobody."""


def draft(
    text: str,
    *,
    reported: Moment | str,
    source: str | None = None,
    outcomes: Iterable[Outcome] = OUTCOMES,
    words: WordTable = plain,
) -> Drafts:
    """Propose the observations that an English news text seems to report.

    Every draft has its figure, outcome, population, place, claimant, relay and as-of with the words
    they came from, and says of each how surely the text gives it.
    What only might be gives none (but "feared dead" does, as inferred), nor do what is denied and
    numbers of another kind (ages, dates, money, shares).
    Days such as "Thursday" are resolved against `reported`, when the text was published, and by
    nothing else; `source` is who published it.

    Raises:
        WordingError: `text` is no text, `words` no table, or an outcome none.
        MomentError: `reported` is no moment.

    >>> found = draft(
    ...     "The interior ministry said 26 'armed criminals' were killed and 18 injured.",
    ...     reported="2022-01-07[Asia/Almaty]", source="News18",
    ... )
    >>> [(str(one.figure), one.outcome, one.population, one.claimant) for one in found]
    [('26', 'killed', "'armed criminals'", 'interior ministry'), \
('18', 'injured', "'armed criminals'", 'interior ministry')]
    """
    if not isinstance(text, str):
        raise WordingError("text", text, "the text of an article")
    if type(words) is not WordTable:
        raise WordingError("words", words, "a WordTable")
    known = lexicon(_outcomes(outcomes))
    moment = reported if isinstance(reported, Moment) else Moment(reported)
    publisher = "" if source is None else one_line("source", source)
    with collector.paused():
        return _drafts(text, known, words, reported=moment, source=publisher)


def _drafts(
    text: str, known: Lexicon, words: WordTable, *, reported: Moment, source: str
) -> Drafts:
    """Read a text, one step for all its sentences and then the next.

    All steps for each sentence would take a third longer.
    """
    cut = list(sentences(UNCLEAN.sub(" ", text)))
    speeches = Speeches(cut)
    counts = [
        (index, _quantities(sentence, words))
        for index, sentence in enumerate(cut)
        if known.knows_any(sentence.tokens) and _may_count(sentence, words)
    ]
    told = [
        (cut[index], one, speeches.of_figure(index, one.span))
        for index, found in counts
        if found
        for one in _figures(text, cut[index], found, known, words, reported=reported)
    ]
    drafts = [_draft(*one, reported=reported, source=source) for one in told]
    taken_back = notices(cut, speeches, reported=reported, source=source, words=words)
    return Drafts(text, tuple(drafts), taken_back)


def _outcomes(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    if not isinstance(outcomes, Iterable):
        raise WordingError("outcomes", outcomes, "values of Outcome")
    given = tuple(outcomes)
    for outcome in given:
        if type(outcome) is not Outcome:
            raise WordingError("outcomes", outcome, "values of Outcome")
    return given


@lru_cache(maxsize=8)
def _number_words(words: WordTable) -> frozenset[str]:
    """Give of each number in words its longest word, without which it cannot stand."""
    phrases = (
        *(phrase for phrase, _ in words.numbers + words.scales + words.tenths),
        *(phrase for phrase, _ in words.vague),
        *(phrase for phrase, _ in words.forms),
        *words.zeros,
    )
    return frozenset(max(phrase.replace("-", " ").split(), key=len) for phrase in phrases)


def _may_count(sentence: Sentence, words: WordTable) -> bool:
    """Whether a sentence may hold a number at all, which most do not."""
    return sentence.has_digits or not _number_words(words).isdisjoint(sentence.tokens)


@final
class _Told(NamedTuple):
    """A figure of a sentence, and all that the sentence says of it but who says so."""

    figure: Figure
    span: Span
    outcome: str
    teller: Phrase
    counted: Counted
    standing: Standing
    tally: Tally
    place: Phrase
    as_of: Moment | None
    dated: Phrase


def _quantities(sentence: Sentence, words: WordTable) -> list[Quantity]:
    """Find the counts of a sentence, by their places in the text."""
    start = sentence.start
    return [
        Quantity(one.start + start, one.end + start, one.figure)
        for one in find(sentence.text[start : sentence.end], words)
    ]


def _figures(  # noqa: PLR0913 - what they are read in, and what with
    text: str,
    sentence: Sentence,
    found: Sequence[Quantity],
    known: Lexicon,
    words: WordTable,
    *,
    reported: Moment,
) -> Iterator[_Told]:
    """Choose the figures of a sentence that are told as so, and read what is said of them."""
    told = mentions(sentence, known, found)
    taken_back = withdrawn_spans(sentence, words) if told else frozenset[Span]()
    kept: list[tuple[Quantity, Mention, Counted]] = []
    before: Counted | None = None
    for mention in told:
        quantity = found[mention.quantity]
        counts = counted(sentence, mention, before)
        span = Span(quantity.start, quantity.end)
        if counts is None or span in taken_back or not _is_read_alone(text, quantity, words):
            continue
        kept.append((quantity, mention, counts))
        if mention.standing is not Standing.PART:
            before = counts
    if not kept:
        return
    regions = Regions(sentence, [_region(sentence, *one[:2]) for one in kept])
    dates, places = Dates(regions, reported=reported), Places(regions)
    for number, (quantity, mention, counts) in enumerate(kept):
        standing = _standing(sentence, mention, quantity)
        yield _Told(
            quantity.figure,
            Span(quantity.start, quantity.end),
            mention.outcome.name,
            _teller(sentence, mention),
            counts,
            standing,
            _tally(sentence, mention, standing, told),
            places.of(number),
            *dates.of(number),
        )


def _draft(
    sentence: Sentence, one: _Told, speech: tuple[Phrase, Phrase], *, reported: Moment, source: str
) -> Draft:
    """Put a draft together."""
    population, place, claimant, relay = map(_named, (one.counted.population, one.place, *speech))
    return Draft(
        figure=one.figure,
        outcome=one.outcome,
        unit=one.counted.unit,
        population=population.words,
        place=place.words,
        tally=one.tally,
        claimant=claimant.words,
        relay=relay.words,
        as_of=one.as_of,
        standing=one.standing,
        reported=reported,
        source=source,
        sentence=Span(sentence.start, sentence.end),
        phrases=(
            ("figure", Phrase(one.figure.wording, Certainty.STATED, (one.span,))),
            ("outcome", one.teller),
            ("population", population),
            ("place", place),
            ("claimant", claimant),
            ("relay", relay),
            ("as_of", one.dated),
        ),
    )


def _named(phrase: Phrase) -> Phrase:
    """Leave out words that can name nobody: too many, or such as nobody sees."""
    if phrase is UNSAID:
        return UNSAID
    steps = phrase.words.split("/")
    return phrase if len(phrase.words) <= _LONGEST and all(map(identity, steps)) else UNSAID


def _is_read_alone(text: str, quantity: Quantity, words: WordTable) -> bool:
    """Whether the words of a figure, and they alone, say what it was read as, as digits do."""
    wording = text[quantity.start : quantity.end]
    return wording.isdecimal() or _figure(wording, words) == quantity.figure


@lru_cache(maxsize=1024)
def _figure(wording: str, words: WordTable) -> Figure | None:
    try:
        return Figure.read_or_none(wording, words)
    except WordingError:
        return None


def _region(sentence: Sentence, quantity: Quantity, mention: Mention) -> Span:
    """Find the words from a figure to what tells its outcome."""
    teller, starts, ends = mention.teller, sentence.starts, sentence.ends
    return Span(
        min(quantity.start, starts[teller.form_first]),
        max(quantity.end, ends[mention.noun.after - 1], ends[teller.form_after - 1]),
    )


def _teller(sentence: Sentence, mention: Mention) -> Phrase:
    """Give the words that tell the outcome."""
    teller = mention.teller
    return Phrase(
        sentence.words(teller.form_first, teller.form_after),
        Certainty.INFERRED if mention.is_inferred else Certainty.STATED,
        (Span(sentence.starts[teller.form_first], sentence.ends[teller.form_after - 1]),),
    )


def _standing(sentence: Sentence, mention: Mention, quantity: Quantity) -> Standing:
    """Say how a figure stands to others, by the words beside it."""
    if mention.standing is not Standing.ALONE:
        return mention.standing
    beside = sentence.tokens[mention.noun.quantity_after : mention.noun.after]
    if quantity.figure.wording.casefold().startswith(_FURTHER) or "more" in beside:
        return Standing.FURTHER
    return Standing.OTHERS if "others" in beside or "other" in beside else Standing.ALONE


def _tally(
    sentence: Sentence, mention: Mention, standing: Standing, told: Sequence[Mention]
) -> Tally:
    """Say what a number adds up over: "another 3 were killed, bringing the total to 21"."""
    if standing is not Standing.FURTHER:
        return mention.outcome.tally
    is_summed = any(other.is_toll and other.outcome.name == mention.outcome.name for other in told)
    tokens = sentence.tokens
    is_timed = any(
        word in ("past", "last") and not _PERIODS.isdisjoint(tokens[at + 1 : at + 3])
        for at, word in enumerate(tokens)
    )
    return Tally.INCREMENT if is_summed or is_timed else mention.outcome.tally
