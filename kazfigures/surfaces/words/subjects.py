"""Subject: who or what is counted, what happened to them, where, and what counts as one."""

from __future__ import annotations

import re
from typing import Final

from attrs import fields

from kazfigures.observations import Measure
from kazfigures.surfaces.words.catalogues import NOTHING, Catalogue
from kazfigures.surfaces.words.phrases import Phrase

__all__ = ["subject"]

_SEVERAL: Final = 5
_PEOPLE: Final = fields(Measure).unit.default
_NO_ID: Final = re.compile(r"[^a-z0-9]+")


def subject(measure: Measure, catalogue: Catalogue, main: Phrase | None = None) -> dict[str, str]:
    """Give the parts of a sentence that say what is counted, as they go with a figure.

    Without a figure they answer "how many".
    """
    is_none = main is not None and main.number == 0 and catalogue.has("did-not")
    given: dict[str, str | int] = {
        "n": 1 if is_none else _SEVERAL if main is None else main.number,
        "case": "nominative" if main is None else main.case,
        "form": "one" if is_none else "neuter" if main is None else _form(main, catalogue),
        "whom": measure.population or measure.unit,
        "tally": measure.tally.value,
        "outcome": measure.outcome,
        "place": _narrowest(measure.place),
        "definition": measure.definition,
    }
    verb = _known("did", measure.outcome, "did-other", catalogue)
    did = catalogue.say(verb, **given)
    where = _known("where", measure.place, "where", catalogue)
    return {
        "of": NOTHING if main is None else _of(main, catalogue),
        "who": _who(measure, catalogue, given),
        "did": catalogue.say("did-not", did=did) if is_none else did,
        "where": catalogue.say(where, **given) if measure.place else NOTHING,
        "which": catalogue.say("which", **given) if measure.definition else NOTHING,
    }


def _who(measure: Measure, catalogue: Catalogue, given: dict[str, str | int]) -> str:
    """Say who or what is counted: a population, a unit, or a unit of a population."""
    population = _narrowest(measure.population)
    if measure.unit == _PEOPLE:
        who = _known("who", measure.population or _PEOPLE, "who-other", catalogue)
        return catalogue.say(who, **given, population=population)
    what = _known("who", measure.unit, "unit-other", catalogue)
    unit = catalogue.say(what, **given, unit=measure.unit)
    return catalogue.say("unit-of", who=unit, population=population) if population else unit


def _form(main: Phrase, catalogue: Catalogue) -> str:
    """Say how a verb agrees: 21 погиб, 0 погибло, не менее 21 погибло, 18 погибли."""
    if main.number == 0:
        return "neuter"
    if catalogue.plural(main.number) != "one":
        return "other"
    return "one" if main.case == "nominative" else "neuter"


def _of(main: Phrase, catalogue: Catalogue) -> str:
    """Say what stands between vague words and what is counted: dozens of officers."""
    takes = main.words.lower().rpartition(" ")[2] in catalogue.words("takes-of")
    return catalogue.say("of") if takes else NOTHING


def _known(kind: str, words: str, other: str, catalogue: Catalogue) -> str:
    """Give the message for some words, or the one for all others."""
    steps = [_NO_ID.sub("-", step).strip("-") for step in words.lower().split("/")]
    message = f"{kind}-{'_'.join(steps)}"
    return message if words.isascii() and catalogue.has(message) else other


def _narrowest(path: str) -> str:
    return path.rpartition("/")[2]
