"""Practices: the rules that organisations publish, each with its citation.

Where a citation says "after", the rule is built from a description, and is no copy of a program.
Most practices take every report for one number; each says what becomes of "at least 12" and of
"up to 30", since several throw the bound away.
"""

from typing import Final

from kazfigures.rules.practices.numbers import (
    acled,
    maverick_conservative,
    maverick_informative,
    maverick_representative,
)
from kazfigures.rules.practices.parties import economist, ucdp
from kazfigures.rules.practices.ranks import (
    differs_by_a_fifth,
    em_dat,
    palestine_datasets,
    resolver,
    wikidata,
)
from kazfigures.rules.practices.spans import (
    AirwarsGrade,
    airwars,
    airwars_grade,
    iraq_body_count,
    is_provisional,
)

__all__ = [
    "PRACTICES",
    "AirwarsGrade",
    "acled",
    "airwars",
    "airwars_grade",
    "differs_by_a_fifth",
    "economist",
    "em_dat",
    "iraq_body_count",
    "is_provisional",
    "maverick_conservative",
    "maverick_informative",
    "maverick_representative",
    "palestine_datasets",
    "resolver",
    "ucdp",
    "wikidata",
]

PRACTICES: Final = (
    *(acled, iraq_body_count, airwars, ucdp, wikidata, economist, resolver),
    *(maverick_conservative, maverick_representative, maverick_informative),
)
"""The practices that need to be told nothing, which go by a name alone."""
