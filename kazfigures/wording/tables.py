"""WordTable: the words in which one language states counts, as data.

The grammar knows no language: whatever it recognises stands in a table, so another language, or a
newsroom's own reading of "dozens", is another value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any, Final, Self, TypeVar, final

from attrs import define, evolve, field, frozen

from kazfigures.counts import Count
from kazfigures.errors import WordingError
from kazfigures.wording.hedges import Hedge
from kazfigures.wording.tokens import MEANS_THE_SAME, TOKEN, fold

__all__ = ["BRACKET", "COMMA", "DASH", "HYPHEN", "QUOTE", "Node", "Term", "WordTable"]


@final
@frozen(eq=False)
class Term:
    """All that a phrase may be, wherever it stands; the fields are those of WordTable."""

    phrase: str = ""
    starts: bool = False
    """Whether a quantity, or something that is none, may start here."""
    hedge: Hedge | None = None
    hedge_after: Hedge | None = None
    number: int = 0
    room: int = 0
    """What may still be added to the number: numbers smaller than this."""
    scale: int = 0
    bound_scale: int = 0
    multiple: int = 0
    tenths: int = 0
    vague: Count | None = None
    opens: frozenset[str] = frozenset()
    unit: str = ""
    mark: str = ""
    zero: bool = False
    article: bool = False
    group: bool = False
    link: bool = False
    joint: bool = False
    path: bool = False
    change: bool = False
    partitive: bool = False
    unit_adjective: bool = False
    month: bool = False
    before_year: bool = False
    share: bool = False
    fraction: bool = False
    ordinal: bool = False
    ordinal_ending: bool = False
    ending: bool = False
    idiom: bool = False


COMMA: Final = Term(",")
QUOTE: Final = Term('"')
HYPHEN: Final = Term("-", joint=True)
DASH: Final = Term("\u2014", joint=True)
BRACKET: Final = Term("[", starts=True, mark="a footnote mark")
_PUNCTUATION: Final = {
    ",": COMMA,
    '"': QUOTE,
    "'": QUOTE,
    **{term.phrase: term for term in (HYPHEN, DASH, BRACKET)},
}


@define(eq=False)
class Node:
    """What a phrase is, and the words that make a longer phrase of it."""

    term: Term | None = None
    longer: dict[str, Node] = field(factory=dict[str, "Node"])


_STARTING: Final = (
    *("hedge", "number", "scale", "tenths", "vague", "zero", "article", "opens"),
    *("mark", "month", "before_year", "fraction", "ordinal"),
)
_VALUES: Final = {
    "hedges": "hedge",
    "hedges_after": "hedge_after",
    "numbers": "number",
    "scales": "scale",
    "bound_scales": "bound_scale",
    "multiples": "multiple",
    "tenths": "tenths",
    "vague": "vague",
    "units": "unit",
    "marks": "mark",
}
_FLAGS: Final = {
    "zeros": "zero",
    "articles": "article",
    "groups": "group",
    "links": "link",
    "joints": "joint",
    "changes": "change",
    "partitives": "partitive",
    "unit_adjectives": "unit_adjective",
    "months": "month",
    "before_years": "before_year",
    "shares": "share",
    "fractions": "fraction",
    "ordinals": "ordinal",
    "ordinal_endings": "ordinal_ending",
    "endings": "ending",
    "idioms": "idiom",
}
_KINDS: Final[dict[str, type]] = {
    **dict.fromkeys((*_FLAGS, "units", "marks", "forms", "same_letters", "ranges", "paths"), str),
    **dict.fromkeys(("numbers", "scales", "bound_scales", "multiples", "tenths"), int),
    **dict.fromkeys(("hedges", "hedges_after"), Hedge),
    "vague": Count,
}

_Value = TypeVar("_Value")
_Words = Mapping[str, _Value] | Iterable[tuple[str, _Value]]


def _by_phrase(value: _Words[_Value]) -> tuple[tuple[str, _Value], ...]:
    try:
        return tuple(sorted(dict(value).items(), key=itemgetter(0)))
    except (TypeError, ValueError):
        raise WordingError("words", value, "phrases, each with its meaning") from None


def _hedges(value: _Words[Hedge]) -> tuple[tuple[str, Hedge], ...]:
    return _by_phrase(value)


def _numbers(value: _Words[int]) -> tuple[tuple[str, int], ...]:
    return _by_phrase(value)


def _counts(value: _Words[Count]) -> tuple[tuple[str, Count], ...]:
    return _by_phrase(value)


def _names(value: _Words[str]) -> tuple[tuple[str, str], ...]:
    return _by_phrase(value)


def _couples(value: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Iterable) or not all(type(pair) is tuple for pair in value):
        raise WordingError("words", value, "pairs of phrases")
    return tuple(sorted(set(value)))


def _phrases(value: Iterable[str]) -> tuple[str, ...]:
    if not isinstance(value, (tuple, list, set, frozenset)):
        raise WordingError("words", value, "several phrases")
    if not all(isinstance(phrase, str) for phrase in value):
        raise WordingError("words", value, "phrases that are text")
    return tuple(sorted(set(value)))


@final
@frozen(order=False, cache_hash=True)
class WordTable:
    """The words in which one language states counts, as data.

    Phrases are looked up without regard to case and to the kind of hyphen or quote.
    A phrase may stand in several fields, and the longest phrase that fits is the one that is read.
    A field of phrases with values takes a mapping; all are kept as sorted tuples.
    Refused (WordingError): a phrase with neither a word nor a mark in it, a meaning of another kind
    than the field's, a form of no phrase of the table.

    `repr` leaves out the words: a table holds a thousand.
    """

    name: str
    language: str
    """Its code: "en"."""
    script: str
    """How Unicode names its letters: "LATIN"."""
    decimal_mark: str
    separators: str
    """Marks that part groups of three digits; one number keeps to one of them."""
    same_letters: tuple[tuple[str, str], ...] = field(default=(), converter=_couples, repr=False)
    """Letters that are often not told apart, and the one that stands for both in the table."""
    ten_takes_units: bool = field(default=False, repr=False)
    """Whether eleven is ten one."""

    hedges: tuple[tuple[str, Hedge], ...] = field(default=(), converter=_hedges, repr=False)
    """Before the number: "at least"."""
    hedges_after: tuple[tuple[str, Hedge], ...] = field(default=(), converter=_hedges, repr=False)
    """Behind it: "or more"."""
    numbers: tuple[tuple[str, int], ...] = field(default=(), converter=_numbers, repr=False)
    """Words that add up: "six", "twenty"."""
    scales: tuple[tuple[str, int], ...] = field(default=(), converter=_numbers, repr=False)
    """Words that multiply, or stand alone: "dozen", "million"."""
    bound_scales: tuple[tuple[str, int], ...] = field(default=(), converter=_numbers, repr=False)
    """Words that multiply the number before them, and never stand alone: "bn"."""
    multiples: tuple[tuple[str, int], ...] = field(default=(), converter=_numbers, repr=False)
    """What vague words multiply, besides the scales: "of thousands"."""
    tenths: tuple[tuple[str, int], ...] = field(default=(), converter=_numbers, repr=False)
    """Words for a number with a decimal, in tenths: "one and a half" is 15."""
    vague: tuple[tuple[str, Count], ...] = field(default=(), converter=_counts, repr=False)
    """Words that state no number, and the count that each allows: "dozens"."""
    forms: tuple[tuple[str, str], ...] = field(default=(), converter=_names, repr=False)
    """Phrases that mean another one of the table, but for its scale: "a few dozen" are "dozens"."""
    zeros: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    articles: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words for one of what follows: "a"."""
    groups: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Nouns of which one is no count: "a number", "a crowd"."""
    links: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words inside a number, and between two counts: "and"."""
    joints: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words and marks between the ends of a range: "to", "or"."""
    ranges: tuple[tuple[str, str], ...] = field(default=(), converter=_couples, repr=False)
    """Words before a range and between its ends: "between" with "and"."""
    paths: tuple[tuple[str, str], ...] = field(default=(), converter=_couples, repr=False)
    """Ranges that tell a change where a word of `changes` came before: "from" with "to"."""
    changes: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words for a change: "rose"."""
    partitives: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words between a vague word and what it counts: "of"."""

    units: tuple[tuple[str, str], ...] = field(default=(), converter=_names, repr=False)
    """What makes the number before it no count, and what it makes of it: "km", a length."""
    unit_adjectives: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words between a number and its unit: "square"."""
    marks: tuple[tuple[str, str], ...] = field(default=(), converter=_names, repr=False)
    """What makes the number behind it no count, and what it makes of it: "$", money."""
    months: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    before_years: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    shares: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Words between the part and the whole: "in", "out of"."""
    fractions: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    ordinals: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    ordinal_endings: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """What makes an ordinal of the digits before it: "th"."""
    endings: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Case endings of digits, which change nothing."""
    idioms: tuple[str, ...] = field(default=(), converter=_phrases, repr=False)
    """Phrases in which a number word counts nothing: "one another"."""

    def __attrs_post_init__(self) -> None:
        """Refuse phrases that no text could hold, and meanings of another kind."""
        for name in ("name", "language", "script", "decimal_mark", "separators"):
            if not isinstance(getattr(self, name), str) or not getattr(self, name):
                raise WordingError(name, getattr(self, name), "text")
        known: set[str] = set()
        for name, kind in _KINDS.items():
            for entry in getattr(self, name):
                phrase, *meaning = (entry,) if isinstance(entry, str) else entry
                if not isinstance(phrase, str) or not phrase.strip():
                    raise WordingError(name, phrase, "phrases with a word or a mark in them")
                if meaning and (type(meaning[0]) is not kind or meaning[0] in ("", 0)):
                    expected = f"a meaning for {phrase!r} that is a {kind.__name__}"
                    raise WordingError(name, meaning[0], expected)
                if name != "forms":
                    known.add(phrase)
        for _, meaning in self.forms:
            if meaning not in known:
                raise WordingError("forms", meaning, "a phrase of the table")

    def with_vague(self, words: Mapping[str, Count], *, name: str) -> Self:
        """Give a table that reads these vague words in another way, under a name of its own.

        Words that the table does not know are added.

        >>> from kazfigures.wording import Figure, plain
        >>> ours = plain.with_vague({"dozens": Count.at_least(36)}, name="ours")
        >>> Figure.read("several dozen protesters", ours).count
        Count(36, None)
        """
        return evolve(self, name=name, vague=dict(self.vague) | dict(words))

    @cached_property
    def same(self) -> dict[int, str]:
        """Characters that mean the same here, for `str.translate`."""
        return MEANS_THE_SAME | {ord(letter): stands for letter, stands in self.same_letters}

    @cached_property
    def index(self) -> dict[str, Node]:
        """Every phrase by its words, for the longest match."""
        root = Node()
        for words, roles in self._roles().items():
            node = root
            for word in words.split(" "):
                node = node.longer.setdefault(word, Node())
            node.term = Term(words, **roles)
        for mark, term in _PUNCTUATION.items():
            root.longer.setdefault(mark, Node()).term = term
        return root.longer

    def _roles(self) -> dict[str, dict[str, Any]]:
        """Collect all that each phrase may be; two spellings that a text cannot tell are one."""
        roles: dict[str, dict[str, Any]] = defaultdict(dict)
        for name, role in _VALUES.items():
            for phrase, meaning in getattr(self, name):
                roles[self._words(phrase)][role] = meaning
        for name, role in _FLAGS.items():
            for phrase in getattr(self, name):
                roles[self._words(phrase)][role] = True
        for pairs, is_path in ((self.ranges, False), (self.paths, True)):
            for opening, middle in (map(self._words, pair) for pair in pairs):
                opens = roles[opening].get("opens", frozenset()) | {middle}
                roles[opening] |= {"opens": opens, "path": is_path}
                roles[middle]["path"] = is_path
        for phrase, meaning in self.forms:
            own = self._words(phrase)
            roles[own] = {**roles[self._words(meaning)], "scale": 0, **roles[own]}
        for its in roles.values():
            its["starts"] = not its.keys().isdisjoint(_STARTING)
            if "number" in its:
                its["room"] = self._room(its["number"])
        return roles

    def _words(self, phrase: str) -> str:
        return " ".join(TOKEN.findall(fold(phrase, self.same)))

    def _room(self, number: int) -> int:
        if number % 100 == 0:
            return 100 if number < 1000 else 1
        tens = number % 10 == 0 and (number > 10 or self.ten_takes_units)
        return 10 if tens else 1
