"""Questions: whether two reports are about the same thing, by what is counted, where and when."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kazfigures.audit.comparing.evidence import Verdict, both, quoted
from kazfigures.audit.comparing.figures import is_near
from kazfigures.audit.comparing.voices import are_opposed, is_one_statement, is_one_voice
from kazfigures.audit.containment import is_within, outcomes
from kazfigures.audit.kinds import Kind
from kazfigures.observations import Measure, Observation, Tally

__all__ = [
    "definition",
    "event",
    "exceeds_whole",
    "led_to_by",
    "outcome",
    "scope",
    "tally",
    "window",
]

_LEADS_TO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "in custody": "detained",
        "imprisoned": "detained",
        "hospitalised": "injured",
        "hospitalized": "injured",
        "in hospital": "injured",
        "sheltered": "displaced",
    }
)
"""A state in which people are counted at a moment, and what happened to them."""


def event(a: Observation, b: Observation) -> Verdict | None:
    """Tell reports of two events or units apart: nothing else is asked of them."""
    mine, yours = a.measure, b.measure
    if mine.event != yours.event:
        return Kind.INCOMPARABLE, f"two events: {_named(mine.event)} and {_named(yours.event)}"
    if mine.unit != yours.unit:
        return Kind.INCOMPARABLE, f"two units: {mine.unit} and {yours.unit}"
    return None


def _named(text: str) -> str:
    return text or "one without a name"


def tally(a: Observation, b: Observation) -> Verdict | None:
    """Tell a total, what was added in a window and what there is at a moment apart."""
    if a.measure.tally is b.measure.tally:
        return None
    if led_to_by(a.measure.outcome) != led_to_by(b.measure.outcome):
        return _two_outcomes(a, b)
    return Kind.TALLY, f"{quoted(a)} {_counted(a)}, {quoted(b)} {_counted(b)}"


def _counted(observation: Observation) -> str:
    """Say what a number adds up over."""
    tally = observation.measure.tally
    if tally is Tally.CUMULATIVE:
        return f"counts all until {observation.as_of}"
    if tally is Tally.STOCK:
        return f"counts those of one moment, {observation.as_of}"
    since = f"from {observation.since} " if observation.since else "in a window "
    return f"counts those {since}to {observation.as_of}"


def led_to_by(outcome: str) -> str:
    """Give what leads to a state that people are in; an outcome that is no state is its own."""
    return _LEADS_TO.get(outcome, outcome)


def _two_outcomes(a: Observation, b: Observation) -> Verdict:
    return (
        Kind.INCOMPARABLE,
        f"two outcomes: {a.measure.outcome} and {b.measure.outcome}",
    )


def outcome(a: Observation, b: Observation) -> Verdict | None:
    """Tell outcomes apart, of which one may be among the other's."""
    mine, yours = a.measure, b.measure
    if mine.outcome == yours.outcome:
        return None
    for part, whole in ((a, b), (b, a)):
        if outcomes(part.measure.outcome) < outcomes(whole.measure.outcome) and is_within(
            part.measure, whole.measure
        ):
            among = f"{part.measure.outcome} is a part of {whole.measure.outcome}"
            return Kind.PART_OF, f"{among}: {_of_whole(part, whole)}"
    return _two_outcomes(a, b)


def scope(a: Observation, b: Observation) -> Verdict | None:
    """Tell places and groups apart, of which one may be part of the other."""
    mine, yours = a.measure, b.measure
    places = mine.place != yours.place
    groups = mine.population != yours.population
    if not (places or groups):
        return None
    alike = _are_alike(a, b)
    one_voice = is_one_voice(a, b)
    for part, whole in ((a, b), (b, a)):
        if one_voice and not alike and is_within(part.measure, whole.measure):
            return Kind.PART_OF, f"{_inner(part, whole)}: {_of_whole(part, whole)}"
    holds = is_within(mine, yours) or is_within(yours, mine)
    if groups and alike and not holds and are_opposed(a, b):
        names = f"{mine.population or 'people'} and {yours.population or 'people'}"
        told = f"perhaps the same {quoted(a)}, whom the parties call {names}"
        return Kind.PARTY_DISPUTE, told
    same = ": one number under both" if alike else ""
    if places:
        where = f"{_place(mine)} and {_place(yours)}"
        return Kind.SCOPE_PLACE, f"{where}: {both(a, b)}{same}"
    who = f"{_group(mine)} and {_group(yours)}"
    return Kind.SCOPE_POPULATION, f"{who}: {both(a, b)}{same}"


def _of_whole(part: Observation, whole: Observation) -> str:
    exceeds = ", which is fewer" if exceeds_whole(part, whole) else ""
    return f"{quoted(part)} of {quoted(whole)}{exceeds}"


def exceeds_whole(part: Observation, whole: Observation) -> bool:
    """Whether what is meant as a part is more than its whole."""
    high = whole.figure.count.high
    return high is not None and part.figure.count.low > high


def _are_alike(a: Observation, b: Observation) -> bool:
    """Whether they give one number, or two relays of one statement give it more or less."""
    if a.figure.stated is not None and a.figure.stated == b.figure.stated:
        return True
    return is_one_statement(a, b) and a.via != b.via and is_near(a.figure, b.figure)


def _inner(part: Observation, whole: Observation) -> str:
    """Say what a part is, beside its whole."""
    mine, yours = part.measure, whole.measure
    told = [
        f"{narrow or 'everyone'} among {broad or 'everyone'}"
        for narrow, broad in (
            (mine.population, yours.population),
            (mine.place, yours.place),
        )
        if narrow != broad
    ]
    return ", ".join(told)


def _place(measure: Measure) -> str:
    return measure.place or "everywhere"


def _group(measure: Measure) -> str:
    return measure.population or "everyone"


def definition(a: Observation, b: Observation) -> Verdict | None:
    """Tell what counts as one apart."""
    if a.measure.definition == b.measure.definition:
        return None
    told = " and ".join(_defined(one.measure) for one in (a, b))
    return Kind.DEFINITION, f"{both(a, b)}, counted by different definitions: {told}"


def _defined(measure: Measure) -> str:
    return f'"{measure.definition}"' if measure.definition else "none stated"


def window(a: Observation, b: Observation) -> Verdict | None:
    """Tell the windows of increments apart."""
    if a.measure.tally is not Tally.INCREMENT:
        return None
    if a.since is not None and (a.since, a.as_of) == (b.since, b.as_of):
        return None
    return Kind.WINDOW, f"{quoted(a)} {_counted(a)}, {quoted(b)} {_counted(b)}"
