"""The words in which news English tells days, months and years, as data."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABBREVIATED",
    "BEFORE_DATES",
    "BEFORE_MONTHS",
    "BESIDE",
    "COUNTED",
    "DATING",
    "DOUBTFUL",
    "JOINING",
    "MONTHS",
    "NAMED_FOR",
    "NOWS",
    "NUMBERS",
    "OPENING",
    "PARTS_OF_DAY",
    "SKIPPED",
    "SPANS",
    "SUFFIXES",
    "WEEKDAYS",
    "WITHOUT_DAY",
]

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}

ABBREVIATED: Final = frozenset(
    (
        *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)
DOUBTFUL: Final = frozenset(("march", "may"))
"""Months that are verbs as well."""
DATING: Final = frozenset(
    ("on", "of", "by", "since", "until", "from", "the", "to", "and", "-", ",")
)
"""What stands before "26 May", and not before "26 may die"."""
WITHOUT_DAY: Final = frozenset(("in", "during", "last", "this"))
"""Behind them stands a month alone: "in January 26 people"."""
BEFORE_MONTHS: Final = WITHOUT_DAY | frozenset(
    ("since", "of", "by", "early", "late", "mid", "-", "and", "from", "until", "to")
)
"""Behind these a month may stand alone, or else it may be somebody's name."""
PARTS_OF_DAY: Final = frozenset(("morning", "afternoon", "evening", "night", "midday", "noon"))
SPANS: Final = frozenset(
    ("hour", "hours", "day", "days", "weeks", "months", "years", "decade", "decades")
)
NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
COUNTED: Final = frozenset((*NUMBERS, "few", "several", "couple", "of", "-", "twelve"))
SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
SKIPPED: Final = PARTS_OF_DAY | frozenset(
    (
        *("the", "of", "late", "early", "earlier", "later", "mid", "about", "around", "-"),
        *("a", "p", "m", "am", "pm", ".", "gmt", "local", "time", "end", "last"),
    )
)
"""What may stand between a date and the word it hangs on."""
OPENING: Final = frozenset(
    ("since", "until", "till", "before", "after", "following", "from", "next", "coming", "to")
)
"""A date behind them is the bound of something, or its occasion, and dates no count."""
NAMED_FOR: Final = frozenset(
    (
        *("movement", "brigade", "group", "command", "commando", "front", "square", "street"),
        *("avenue", "stadium", "university", "district", "organization", "organisation"),
    )
)
"""Behind a date they make a name of it: "the 19 April Movement"."""
BESIDE: Final = frozenset((",", "(", "["))
BEFORE_DATES: Final = frozenset(("early", "late"))
"""What may stand before the second of two joined dates."""
JOINING: Final = frozenset(("and", "or", "to", "into", "through", "until", "-"))
NOWS: Final = {
    "far": ("so", "thus"),
    "date": ("to",),
    "now": ("until", "till", "to", "by", "of"),
}
