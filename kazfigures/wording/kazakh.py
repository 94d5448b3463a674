"""Kazakh: the table `kazakh`."""

from __future__ import annotations

from typing import Final

from kazfigures.counts import Count
from kazfigures.wording.english import SPACES
from kazfigures.wording.hedges import Hedge
from kazfigures.wording.tables import WordTable

__all__ = ["kazakh"]

# The first letter follows the last sound of the word and the vowel its harmony; a form with the
# wrong ones is no other word, so every stem takes them all.
_CASES: Final = (
    *("дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "да", "де", "та", "те"),
    *("ды", "ді", "ты", "ті", "ны", "ні", "ның", "нің", "дың", "дің", "тың", "тің"),
)
_LOCALS: Final = ("дағы", "дегі", "тағы", "тегі")
_NOUN_ENDINGS: Final = (
    *("", *_CASES, "ы", "і", "сы", "сі", "дық", "дік", "тық", "тік", "лық", "лік", *_LOCALS),
)


def _with_cases(meanings: dict[str, int]) -> dict[str, int]:
    """Give every case form of a number its value."""
    return {word + case: number for word, number in meanings.items() for case in ("", *_CASES)}


_HEDGES: Final = {
    **dict.fromkeys(
        (
            *("барлығы", "жалпы", "жалпы саны", "тағы", "тек", "небәрі", "бар болғаны", "дәл"),
            *("тура", "нақты", "барлық"),
        ),
        Hedge.EXACTLY,
    ),
    **dict.fromkeys(
        ("кемінде", "кем дегенде", "аз дегенде", "ең кемі", "ең азы", "≥", ">="), Hedge.AT_LEAST
    ),
    **dict.fromkeys(("көп дегенде", "ең көбі", "әрі кеткенде", "≤", "<="), Hedge.AT_MOST),
    **dict.fromkeys(("шамамен", "жуықтап алғанда", "жобамен", "~", "≈"), Hedge.ABOUT),
    **dict.fromkeys(("дерлік",), Hedge.NEARLY),
    ">": Hedge.MORE_THAN,
    "<": Hedge.FEWER_THAN,
}
_HEDGES_AFTER: Final = {
    **dict.fromkeys(
        ("астам", "артық", "аса", "көп", "асты", "асады", "асқан", "артты"), Hedge.MORE_THAN
    ),
    **dict.fromkeys(
        ("кем емес", "аз емес", "және одан да көп", "және одан көп", "+"), Hedge.AT_LEAST
    ),
    **dict.fromkeys(("артық емес", "көп емес", "аспайды", "дейін"), Hedge.AT_MOST),
    **dict.fromkeys(("кем", "аз"), Hedge.FEWER_THAN),
    **dict.fromkeys(("жуық", "тарта", "таяу"), Hedge.NEARLY),
    **dict.fromkeys(("шақты", "шамасында", "шамалы"), Hedge.ABOUT),
}

_ONES: Final = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
    "біреу": 1,
    "екеу": 2,
    "үшеу": 3,
    "төртеу": 4,
    "бесеу": 5,
    "алтау": 6,
    "жетеу": 7,
    "екеуі": 2,
    "үшеуі": 3,
    "төртеуі": 4,
    "бесеуі": 5,
    "алтауы": 6,
    "жетеуі": 7,
}
_TENS: Final = {
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "алпыс": 60,
    "жетпіс": 70,
    "сексен": 80,
    "тоқсан": 90,
}
_LARGE: Final = {"миллион": 10**6, "миллиард": 10**9, "триллион": 10**12, "квадриллион": 10**15}

_VAGUE: Final = {
    "бірнеше": Count.at_least(3),
    "көп": Count.at_least(3),
    "көптеген": Count.at_least(3),
    "ондаған": Count.at_least(20),
    "жүздеген": Count.at_least(200),
    "мыңдаған": Count.at_least(2000),
    "миллиондаған": Count.at_least(2 * 10**6),
}
_FORMS: Final = {
    f"{few} {unit}": plural
    for few in ("бірнеше", "көптеген")
    for units, plural in (
        (("он", "ондаған"), "ондаған"),
        (("жүз", "жүздеген"), "жүздеген"),
        (("мың", "мыңдаған"), "мыңдаған"),
        (("миллион", "миллиондаған"), "миллиондаған"),
    )
    for unit in units
}

_ORDINALS: Final = (
    *("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші"),
    *("тоғызыншы", "оныншы", "жиырмасыншы", "отызыншы", "қырқыншы", "елуінші", "алпысыншы"),
    *("жетпісінші", "сексенінші", "тоқсаныншы", "жүзінші", "мыңыншы"),
)
_MONTH_STEMS: Final = (
    *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек"),
    *("қазан", "қараша", "желтоқсан"),
)
_MONTHS: Final = tuple(
    month + case for month in _MONTH_STEMS for case in ("", *_CASES, *_LOCALS, "ы", "і")
)


def _nouns(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Give the forms of nouns that may follow a number."""
    return tuple(stem + ending for stem in stems for ending in _NOUN_ENDINGS)


_UNITS: Final = {
    **dict.fromkeys(("%", "‰", *_nouns(("пайыз", "процент"))), "a share"),
    **dict.fromkeys(("$", "€", "₽", "₸", *_nouns(("теңге", "доллар", "рубль", "еуро"))), "money"),
    **dict.fromkeys((*_nouns(("жас",)), "жасар", "жастағы", "жасында"), "an age"),
    **dict.fromkeys(
        (
            *_nouns(("жыл", "апта", "күн", "түн", "сағат", "минут", "секунд", "тәулік", "ғасыр")),
            *("ай", "айда", "айдан", "айға", "айлық", "жылғы", "жылы", "ж."),
        ),
        "a time",
    ),
    **dict.fromkeys(
        ("км", "м", "см", "мм", "га", *_nouns(("километр", "метр", "шақырым", "гектар"))),
        "a length or an area",
    ),
    **dict.fromkeys(
        ("кг", "г", "т", "л", *_nouns(("тонна", "килограмм", "литр", "грамм"))),
        "a weight or a volume",
    ),
    **dict.fromkeys(_nouns(("градус",)), "a temperature or an angle"),
    **dict.fromkeys(("рет", "есе", "есеге"), "a multiple"),
}

kazakh: Final = WordTable(
    name="kazakh",
    language="kk",
    script="CYRILLIC",
    decimal_mark=",",
    separators="\u066c" + SPACES,
    ten_takes_units=True,
    hedges=_HEDGES,
    hedges_after=_HEDGES_AFTER,
    # A hundred needs no one before it: 1,100 is a thousand hundred.
    numbers=_with_cases({**_ONES, **_TENS, "жүз": 100}),
    scales=_with_cases({"жүз": 100, "мың": 1000, **_LARGE}),
    bound_scales={"млн": 10**6, "млн.": 10**6, "млрд": 10**9, "млрд.": 10**9},
    tenths={
        f"{word} жарым": 10 * number + 5
        for word, number in _ONES.items()
        if not word.endswith(("у", "уі", "уы"))
    },
    vague=_VAGUE,
    forms=_FORMS,
    zeros=("жоқ", "ешкім", "ешбір", "бірде бір", "бірде-бір", "нөл"),
    links=("және", "мен", "пен"),
    joints=("немесе", "не", "я болмаса", ", мүмкін"),
    units=_UNITS,
    unit_adjectives=("шаршы", "текше", "квадрат", "қазақстандық", "америкалық"),
    marks={
        **dict.fromkeys(("$", "€", "₽", "₸"), "money"),
        **dict.fromkeys(("№", "арна", "хабар", "нөмір", "нөмірі", "бап", "бабы"), "a label"),
        "минус": "a number below zero",
    },
    months=_MONTHS,
    shares=("ішінен",),
    fractions=("жарты", "жартысы", "жартысын", "ширек", "ширегі", "тоқсаны", "бірі", "екісі"),
    ordinals=_ORDINALS,
    ordinal_endings=(
        *("-ші", "-шы", "-інші", "-ыншы", "-нші", "-ншы"),
        *("-шісі", "-шысы", "-іншісі", "-ыншысы"),
    ),
    endings=tuple(f"-{case}" for case in (*_CASES, "і", "ы", "сі", "сы", "еуі", "ауы")),
    idioms=("бір бірі", "бір-бірі", "бірдей", "бір рет", "көп ұзамай", "мәлімет жоқ"),
)
"""Kazakh; its hedges "астам" and "жуық" stand behind the number, which takes a case for them."""
