"""English: the tables `plain` and `acled`."""

from __future__ import annotations

from typing import Final

from kazfigures.counts import Count
from kazfigures.wording.hedges import Hedge
from kazfigures.wording.tables import WordTable

__all__ = ["acled", "plain"]

SPACES: Final = " \u00a0\u2009\u202f"

_HEDGES: Final = {
    **dict.fromkeys(
        (
            *("exactly", "precisely", "only", "just", "another", "a further", "further", "all"),
            *("additional", "an additional", "a total of", "total of", "in all", "all of"),
            *("a confirmed", "confirmed"),
        ),
        Hedge.EXACTLY,
    ),
    **dict.fromkeys(
        (
            *("at least", "at the least", "no fewer than", "not fewer than", "no less than"),
            *("not less than", "a minimum of", "minimum of", "as few as", "as little as", "≥"),
            *("atleast", "≧", "⩾", ">=", "=>"),
        ),
        Hedge.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            *("more than", "over", "upwards of", "upward of", "in excess of", "above"),
            *("exceeding", "north of", "greater than", "well over", "well above", "far more than"),
            *("many more than", "well more than", ">", ">>"),
        ),
        Hedge.MORE_THAN,
    ),
    **dict.fromkeys(
        (
            *("at most", "at the most", "up to", "as many as", "as much as", "no more than"),
            *("not more than", "a maximum of", "maximum of", "not exceeding", "no greater than"),
            *("≤", "≦", "⩽", "<=", "=<"),
        ),
        Hedge.AT_MOST,
    ),
    **dict.fromkeys(
        (
            *("fewer than", "less than", "under", "below", "well under", "well below"),
            *("far fewer than", "far less than", "<", "<<"),
        ),
        Hedge.FEWER_THAN,
    ),
    **dict.fromkeys(
        (
            *("about", "around", "some", "roughly", "approximately", "approx", "approx."),
            *("an estimated", "estimated", "circa", "ca.", "in the region of", "~", "≈"),
            *("in the order of", "on the order of", "in the neighborhood of", "\u223c", "ca", "c."),
            *("abt", "abt.", "appx", "appx.", "est."),
        ),
        Hedge.ABOUT,
    ),
    **dict.fromkeys(
        (
            *("nearly", "almost", "close to", "approaching", "just under", "just below"),
            *("just short of", "slightly fewer than", "slightly less than", "a little under"),
            *("slightly under", "a little less than", "a little fewer than", "not quite"),
        ),
        Hedge.NEARLY,
    ),
    **dict.fromkeys(
        (
            *("just over", "just above", "just more than", "slightly more than", "slightly over"),
            *("slightly above", "a little over", "a little more than"),
        ),
        Hedge.JUST_OVER,
    ),
}

_HEDGES_AFTER: Final = {
    **dict.fromkeys(("in all", "in total", "-strong", "-member"), Hedge.EXACTLY),
    **dict.fromkeys(
        (
            *("or more", "or over", "or above"),
            *("and counting", "plus", "-plus", "+", "at least", "at the least", "minimum"),
            *("at a minimum", "at the very least"),
        ),
        Hedge.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            *("or fewer", "or less", "or under", "at most", "at the most", "maximum", "tops"),
            *("at a maximum", "at the very most"),
        ),
        Hedge.AT_MOST,
    ),
    **dict.fromkeys(
        (
            *("or so", "or thereabouts", "give or take", "approximately", "approx", "approx."),
            *("est.", "estimated", "(est.)", "(estimated)", "(approx.)"),
        ),
        Hedge.ABOUT,
    ),
}

_UNITS_AND_TEENS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_UNITS_AND_TEENS, start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "a pair of": 2,
    "pair of": 2,
    "a trio of": 3,
    "trio of": 3,
    **dict.fromkeys(("half a dozen", "a half dozen", "half-dozen", "half dozen"), 6),
    "half a million": 500_000,
    "half a billion": 500_000_000,
}
_LARGE: Final = {
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
}
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, **_LARGE}

_PLURALS: Final = {
    "dozen": "dozens",
    "dozens": "dozens",
    "tens": "tens",
    "scores": "scores",
    **{scale: f"{scale}s" for scale in ("hundred", "thousand", "million", "billion")},
    **{f"{scale}s": f"{scale}s" for scale in ("hundred", "thousand", "million", "billion")},
}
_FORMS: Final = {
    **{
        f"{few} {unit}": plural
        for few in ("several", "a few", "few", "many", "a good many")
        for unit, plural in _PLURALS.items()
    },
    "quite a few": "a few",
    "a good many": "many",
    "couple of": "a couple",
    "a couple of": "a couple",
}
_VAGUE: Final = {
    **dict.fromkeys(("several", "a few", "a handful", "many"), Count.at_least(3)),
    "a couple": Count.between(2, 3),
    "tens": Count.at_least(20),
    "dozens": Count.at_least(24),
    "scores": Count.at_least(40),
    "hundreds": Count.at_least(200),
    "thousands": Count.at_least(2000),
    "millions": Count.at_least(2 * 10**6),
    "billions": Count.at_least(2 * 10**9),
}

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december", "sept", "sept."),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "oct.", "nov.", "dec."),
)
_ONES: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
_ORDINALS: Final = (
    *_ONES,
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth"),
    *("eightieth", "ninetieth", "hundredth", "thousandth", "millionth"),
)
_PARTS: Final = (*_ONES[2:], "quarter", "hundredth", "thousandth")

_UNITS: Final = {
    **dict.fromkeys(
        (
            *("%", "\u066a", "percent", "per cent", "pct", "percentage points", "percentage point"),
            *("percentiles", "percentile", "\u2030", "pc", "pp"),
        ),
        "a share",
    ),
    **dict.fromkeys(
        (
            *(
                "$",
                "€",
                "£",
                "¥",
                "₸",
                "₽",
                "dollars",
                "dollar",
                "cents",
                "euros",
                "euro",
                "rubles",
                "ruble",
            ),
            *("roubles", "rouble", "tenge", "yuan", "yen", "usd", "eur", "gbp", "kzt", "rub"),
            *("pesos", "peso", "francs", "franc", "rupees", "rupee", "lira", "liras", "dinars"),
            *("dirhams", "riyals", "shekels", "hryvnias", "hryvnia", "soms", "som", "lari"),
        ),
        "money",
    ),
    **dict.fromkeys(("pounds", "pound"), "money or a weight"),
    **dict.fromkeys(
        (
            *("year-old", "year-olds", "years-old", "years old", "year old", "years of age"),
            *("month-old", "months old", "y.o."),
        ),
        "an age",
    ),
    **dict.fromkeys(
        (
            *("seconds", "second", "minutes", "minute", "hours", "hour", "days", "day", "nights"),
            *("night", "weeks", "week", "weekends", "months", "month", "years", "year", "yrs"),
            *("decades", "decade", "centuries", "century", "o'clock", "am", "pm", "a.m.", "p.m."),
            *("gmt", "utc", "hrs", "hr", "h", "min", "mins", "sec", "secs"),
        ),
        "a time",
    ),
    **dict.fromkeys(
        (
            *("km", "kms", "kilometers", "kilometres", "kilometer", "kilometre", "cm", "mm"),
            *("meters", "metres", "meter", "metre", "centimeters", "centimetres", "millimeters"),
            *("millimetres", "millimeter", "millimetre", "centimeter", "centimetre", "miles"),
            *("mile", "yards", "yard", "feet", "foot", "ft", "inches", "inch", "hectares"),
            *("hectare", "acres", "acre", "caliber", "calibre", "sq", "sq."),
        ),
        "a length or an area",
    ),
    **dict.fromkeys(("m", "mil"), "a length, or millions"),
    **dict.fromkeys(
        (
            *("kg", "kgs", "kilograms", "kilogrammes", "kilogram", "kilos", "kilo", "grams"),
            *("gram", "grammes", "g", "tons", "ton", "tonnes", "tonne", "ounces", "lb", "lbs"),
            *("liters", "litres", "liter", "litre", "gallons", "barrels"),
        ),
        "a weight or a volume",
    ),
    **dict.fromkeys(("degrees", "degree", "\u00b0"), "a temperature or an angle"),
    **dict.fromkeys(("±", "+/-", "plus or minus"), "a number with a margin"),
    "odd": "a number and a few more",
    "score": "a score",
    "gross": "a gross, or all told",
    **dict.fromkeys(("mph", "kph", "km/h", "knots"), "a speed"),
    **dict.fromkeys(("times", "fold", "x"), "a multiple"),
    **dict.fromkeys(("fewer", "less"), "a change"),
}
_MARKS: Final = {
    **dict.fromkeys(
        ("$", "€", "£", "¥", "₸", "₽", "us$", "usd", "eur", "gbp", "kzt", "rub"), "money"
    ),
    **dict.fromkeys(
        (
            *("aged", "age", "ages", "age of", "ages of", "children under", "minors under"),
            *("women over", "men over", "people over", "those under", "those over"),
        ),
        "an age",
    ),
    **dict.fromkeys(
        (
            *("no.", "nos.", "number", "numbers", "\u2116", "#", "article", "articles", "law"),
            *("resolution", "decree", "chapter", "page", "pages", "section", "paragraph", "item"),
            *("flight", "channel", "khabar", "route", "highway", "room", "type", "model", "boeing"),
            *("airbus", "version", "phase"),
        ),
        "a label",
    ),
    **dict.fromkeys(("per", "per every"), "a rate"),
    **dict.fromkeys(("a factor of", "factor of"), "a multiple"),
    **dict.fromkeys(("twice", "double", "thrice", "triple"), "a multiple"),
    **dict.fromkeys(
        (
            *("most of", "most of the", "majority of", "majority of the", "some of", "some of the"),
            *("part of", "part of the", "portion of", "portion of the", "proportion of"),
            *("proportion of the", "fraction of", "fraction of the"),
        ),
        "a share",
    ),
    **dict.fromkeys(("±", "+/-", "plus or minus"), "a margin"),
    "x": "a multiple",
    "minus": "a number below zero",
    "not": "a number that is denied",
}
_BEFORE_YEARS: Final = (
    *("in", "since", "until", "till", "during", "by", "after", "before", "year", "early", "late"),
    *("mid", "mid-", "end of", "beginning of", "start of", "spring", "summer", "autumn", "fall"),
    *("winter", "spring of", "summer of", "autumn of", "fall of", "winter of", "as of", "the"),
    *("of", "from", "("),
)
_IDIOMS: Final = (
    *("one another", "one by one", "at one point", "on the one hand", "one thing", "one's"),
    *("this one", "that one", "which one", "each one", "every one", "any one", "number one"),
    *("day one", "one of a kind", "ground zero", "zero tolerance", "zero-tolerance"),
    *("no longer", "no doubt", "no matter", "no sooner", "no way", "no question", "no comment"),
    *("no wonder", "no idea", "no such", "how many", "so many", "too many", "as many", "all over"),
    *(
        f"may {verb}"
        for verb in ("be", "have", "not", "also", "still", "yet", "well", "now", "soon", "never")
    ),
)
_CHANGES: Final = (
    *("rose", "rise", "rises", "rising", "risen", "raise", "raised", "raises", "raising", "up"),
    *("increase", "increased", "increases", "increasing", "grew", "grow", "grown", "growing"),
    *("climbed", "climbs", "climb", "jumped", "jumps", "surged", "soared", "doubled", "tripled"),
    *("fell", "fall", "falls", "falling", "fallen", "dropped", "drops", "drop", "down", "cut"),
    *("decrease", "decreased", "decreases", "declined", "lowered", "reduced", "revised"),
    *("revises", "changed", "changes", "updated", "corrected", "adjusted", "went"),
)
_JOINTS: Final = (
    *("to", "or", "or even", "or possibly", "or perhaps", "or maybe", "if not", "and possibly"),
    *(", possibly", ", perhaps", ", maybe", ", or even", ", or possibly", ", or perhaps"),
    *(", if not", ", and possibly", ", possibly,", ", perhaps,", ", maybe,"),
)
_GROUPS: Final = (
    *("number", "numbers", "group", "crowd", "lot", "majority", "minority", "handful", "series"),
    *("string", "wave", "spate", "host", "range", "variety", "fraction", "percentage", "share"),
    *("proportion", "mob", "gang", "family", "bit", "team", "squad", "convoy", "platoon"),
    *("battalion", "brigade", "column", "band", "bunch", "total", "sum", "part", "portion"),
    *("quantity", "amount", "multitude", "toll", "pair", "trio", "gazillion", "zillion", "googol"),
    *("score", "gross"),
)

plain: Final = WordTable(
    name="plain",
    language="en",
    script="LATIN",
    decimal_mark=".",
    separators=",\u066c" + SPACES,
    hedges=_HEDGES,
    hedges_after=_HEDGES_AFTER,
    numbers=_NUMBERS,
    scales=_SCALES,
    bound_scales={"k": 1000, "mn": 10**6, "mln": 10**6, "bn": 10**9},
    multiples={f"{scale}s": number for scale, number in _SCALES.items()},
    tenths={
        f"{word} and a half": 10 * number + 5
        for number, word in enumerate(_UNITS_AND_TEENS[:9], start=1)
    },
    vague=_VAGUE,
    forms=_FORMS,
    zeros=("no", "none", "zero", "nil", "nobody", "no one", "not one", "not a single", "not any"),
    articles=("a", "an", "another"),
    groups=_GROUPS,
    links=("and", "&"),
    joints=_JOINTS,
    ranges=(("between", "and"),),
    paths=(("from", "to"),),
    changes=_CHANGES,
    partitives=("of",),
    units=_UNITS,
    unit_adjectives=(
        *("square", "cubic", "metric", "more", "additional", "further", "full", "whole", "long"),
        *("consecutive", "successive", "straight", "working", "calendar", "us", "american"),
        *("canadian", "australian", "kazakh", "kazakhstani", "russian"),
    ),
    marks=_MARKS,
    months=_MONTHS,
    before_years=_BEFORE_YEARS,
    shares=("in", "in every", "in each", "out of", "out of every", "per", "for every", "of every"),
    fractions=("half", "halves", *_PARTS, *(f"{part}s" for part in _PARTS)),
    ordinals=_ORDINALS,
    ordinal_endings=("st", "nd", "rd", "th"),
    idioms=_IDIOMS,
)
"""English, the default; a vague word is at least twice its unit, and "several" at least 3."""

acled: Final = plain.with_vague(
    {
        "a couple": Count.at_least(2),
        "tens": Count.at_least(10),
        "dozens": Count.at_least(12),
        "scores": Count.at_least(20),
        "hundreds": Count.at_least(100),
        "thousands": Count.at_least(1000),
        "millions": Count.at_least(10**6),
        "billions": Count.at_least(10**9),
    },
    name="acled",
)
"""English, with each vague word at least once its unit: the cautious reading.

ACLED's FAQ on fatalities (27 February 2023, updated 7 May 2024) codes 10 for "tens", 12 for
"dozens", 100 for "hundreds", "and so on"; the rest of the table goes on from there.
ACLED records these as numbers; here they are what the word allows at the least, since none of
these words has an upper end.
"""
