"""Outcome: the words in which news English tells what happened to people, as data.

The grammar knows no outcome: whatever it recognises stands here, so that a newsroom may add its own
(`OUTCOMES + (Outcome("vaccinated", verbs=("vaccinate vaccinates vaccinating vaccinated",)),)`).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, auto
from functools import lru_cache
from typing import Any, Final, NamedTuple, final

from attrs import Attribute, field, frozen

from kazfigures.errors import WordingError
from kazfigures.observations import Tally, one_line
from kazfigures.wording.tokens import MEANS_THE_SAME, TOKEN, fold

__all__ = ["CASUALTIES", "Form", "Lexicon", "Outcome", "Role", "lexicon"]

CASUALTIES: Final = "casualties"
"""The dead and the injured together."""


def _phrases(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise WordingError("outcome", value, "several phrases")
    return tuple(value)


def _check_phrases(_: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
    for phrase in value:
        if not isinstance(phrase, str) or not _tokens(phrase):
            raise WordingError(attribute.name, phrase, "phrases with a word in them")


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(fold(phrase.replace("_", " "), MEANS_THE_SAME)))


def _check_paradigms(_: object, attribute: Attribute[Any], value: tuple[str, ...]) -> None:
    for phrase in value:
        if len(phrase.split(" ")) not in (4, 5):
            expected = (
                "the forms of a verb: kill kills killing killed, or slay slays slaying slew slain"
            )
            raise WordingError(attribute.name, phrase, expected)


def _name(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WordingError("name", value, "the name of an outcome")
    return one_line("name", value)


def _tally(value: Tally | str) -> Tally:
    try:
        return Tally(value)
    except ValueError:
        raise WordingError("tally", value, f"one of {', '.join(Tally)}") from None


@final
@frozen(order=False)
class Outcome:
    """What may happen to people or things, and the English words that tell it.

    Each verb is given by its forms with a space between, and an underscore inside a form of several
    words: "shoot_dead shoots_dead shooting_dead shot_dead".

    `repr` leaves out the words.
    """

    name: str = field(converter=_name)
    verbs: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=[_check_phrases, _check_paradigms]
    )
    """What somebody does to them: "police killed three"."""
    verbs_of_people: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=[_check_phrases, _check_paradigms]
    )
    """Verbs that mean it only of people: of "held", 90 protesters and not 12 meetings."""
    fates: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=[_check_phrases, _check_paradigms]
    )
    """What they do or suffer themselves: "three died"."""
    states: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=_check_phrases
    )
    """How they are: "three dead"."""
    nouns: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=_check_phrases
    )
    """What can be counted itself, one for each of them: "three deaths", "the death of three"."""
    events: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=_check_phrases
    )
    """What befalls many at once: "the massacre of three", while two massacres are not two."""
    tolls: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=_check_phrases
    )
    """What the count itself is called: "a death toll of three"."""
    losses: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=_check_phrases
    )
    """What each of them loses: "the blast claimed three lives"."""
    remains: tuple[str, ...] = field(
        default=(), repr=False, converter=_phrases, validator=_check_phrases
    )
    """What is found of them: "three bodies", "the bodies of three"."""
    counts_people: bool = True
    counts_things: bool = False
    """Whether it happens to people, to things, whose noun is then the unit, or to both."""
    tally: Tally = field(default=Tally.CUMULATIVE, converter=_tally)
    """What such a number adds up over, unless its words say otherwise."""


@final
class Role(IntEnum):
    """What a form does in a sentence."""

    BASE = auto()
    THIRD = auto()
    GERUND = auto()
    PAST = auto()
    PARTICIPLE = auto()
    FATE = auto()
    FATE_BASE = auto()
    FATE_THIRD = auto()
    FATE_GERUND = auto()
    STATE = auto()
    NOUN = auto()
    EVENT = auto()
    TOLL = auto()
    LOSS = auto()
    REMAINS = auto()
    OF_PEOPLE = auto()
    """Tells the outcome only of those whose noun names people."""


class Form(NamedTuple):
    """What a phrase tells: an outcome, in one or more roles."""

    outcome: Outcome
    roles: frozenset[Role]


_Known = dict[str, list[tuple[tuple[str, ...], Form]]]
_TENSES: Final = (Role.BASE, Role.THIRD, Role.GERUND, Role.PAST, Role.PARTICIPLE)
_FATES: Final = (Role.FATE_BASE, Role.FATE_THIRD, Role.FATE_GERUND, Role.FATE, Role.FATE)


@final
class Lexicon:
    """The phrases of some outcomes, to be looked up by their first word."""

    __slots__ = ("_known",)

    def __init__(self, outcomes: tuple[Outcome, ...]) -> None:
        roles: dict[tuple[str, ...], tuple[Outcome, set[Role]]] = {}

        def add(outcome: Outcome, phrase: str, role: Role) -> None:
            roles.setdefault(_tokens(phrase), (outcome, set()))[1].add(role)

        for outcome in outcomes:
            for verbs, tenses, also in (
                (outcome.verbs, _TENSES, ()),
                (outcome.verbs_of_people, _TENSES, (Role.OF_PEOPLE,)),
                (outcome.fates, _FATES, ()),
            ):
                for verb in verbs:
                    forms = verb.split(" ")
                    for form, role in zip((*forms, forms[-1]), tenses, strict=False):
                        for its in (role, *also):
                            add(outcome, form, its)
            for phrases, role in (
                (outcome.states, Role.STATE),
                (outcome.nouns, Role.NOUN),
                (outcome.events, Role.EVENT),
                (outcome.tolls, Role.TOLL),
                (outcome.losses, Role.LOSS),
                (outcome.remains, Role.REMAINS),
            ):
                for phrase in phrases:
                    add(outcome, phrase, role)
        self._known: _Known = {}
        for words, (outcome, its) in sorted(roles.items(), key=lambda item: -len(item[0])):
            self._known.setdefault(words[0], []).append((words, Form(outcome, frozenset(its))))

    def knows_any(self, tokens: list[str]) -> bool:
        """Whether one of the tokens may begin a phrase."""
        return not self._known.keys().isdisjoint(tokens)

    def told(self, tokens: list[str]) -> dict[int, tuple[Form, int]]:
        """Give the longest phrase that starts at each place, and where it ends."""
        found: dict[int, tuple[Form, int]] = {}
        for at, token in enumerate(tokens):
            for words, form in self._known.get(token, ()):
                end = at + len(words)
                if len(words) == 1 or tuple(tokens[at:end]) == words:
                    found[at] = form, end
                    break
        return found


@lru_cache(maxsize=8)
def lexicon(outcomes: tuple[Outcome, ...]) -> Lexicon:
    """Give the lexicon of some outcomes."""
    return Lexicon(outcomes)
