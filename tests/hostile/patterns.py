"""Regular expressions judged by their trees: whether a text can make one try again without end.

A pattern is dangerous where a repeat stands in a repeat and one and the same text can be shared out
between them in more than one way: `(a+)*`, `(a|a)*`, `(a*b?)*`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

from re import _constants as codes  # type: ignore[attr-defined] # isort: skip
from re import _parser as parser  # type: ignore[attr-defined] # isort: skip

SAMPLE: Final = frozenset(map(chr, (*range(0x530), *range(0x2000, 0x2100), 0xFEFF, 0xFF11)))
"""The letters by which two sets are told apart."""
MANY: Final = 10
CATEGORIES: Final = {
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
}
OPPOSITES: Final = {
    codes.CATEGORY_NOT_DIGIT: codes.CATEGORY_DIGIT,
    codes.CATEGORY_NOT_SPACE: codes.CATEGORY_SPACE,
    codes.CATEGORY_NOT_WORD: codes.CATEGORY_WORD,
}
REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT)

Item = tuple[Any, Any]


def letters(item: Item) -> frozenset[str]:
    """Give the letters of the sample that one item takes."""
    match item:
        case (codes.LITERAL, value):
            held = SAMPLE & {chr(value)}
        case (codes.NOT_LITERAL, value):
            held = SAMPLE - {chr(value)}
        case (codes.RANGE, (low, high)):
            held = frozenset(letter for letter in SAMPLE if low <= ord(letter) <= high)
        case (codes.CATEGORY, value) if value in OPPOSITES:
            held = SAMPLE - letters((codes.CATEGORY, OPPOSITES[value]))
        case (codes.CATEGORY, value):
            held = frozenset(filter(CATEGORIES[value], SAMPLE))
        case (codes.IN, [(codes.NEGATE, _), *members]):
            held = SAMPLE - letters((codes.IN, members))
        case (codes.IN, members):
            held = frozenset().union(*map(letters, members))
        case _:  # any letter, and what was said before
            held = SAMPLE
    return held


def first(items: Sequence[Item]) -> tuple[frozenset[str], bool]:
    """Give the letters that a sequence may begin with, and whether it may be empty."""
    begins: frozenset[str] = frozenset()
    for kind, value in items:
        if kind in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        if kind in REPEATS:
            least, _, inner = value
            held, may_be_empty = first(inner)
            may_be_empty |= least == 0
        elif kind is codes.SUBPATTERN:
            held, may_be_empty = first(value[3])
        elif kind is codes.BRANCH:
            each = [first(branch) for branch in value[1]]
            held = frozenset().union(*(one for one, _ in each))
            may_be_empty = any(empty for _, empty in each)
        else:
            held, may_be_empty = letters((kind, value)), False
        begins |= held
        if not may_be_empty:
            return begins, False
    return begins, True


def dangers(items: Sequence[Item], following: frozenset[str] | None = None) -> Iterator[str]:
    """Find repeats whose letters may as well begin what comes next inside a repeat around them."""
    for at, (kind, value) in enumerate(items):
        rest, is_last = first(items[at + 1 :])
        behind = None if following is None else rest | (following if is_last else frozenset())
        if kind in REPEATS:
            _, most, inner = value
            own, _ = first(inner)
            if behind is not None and most >= MANY and own & behind:
                yield f"a repeat of {sample(own & behind)} that what follows may take as well"
            loops = most >= MANY
            yield from dangers(list(inner), own if loops else behind)
            if loops:
                yield from doubled(list(inner))
        elif kind is codes.SUBPATTERN:
            yield from dangers(list(value[3]), behind)
        elif kind is codes.BRANCH:
            for branch in value[1]:
                yield from dangers(list(branch), behind)


def doubled(items: Sequence[Item]) -> Iterator[str]:
    """Find alternatives inside a repeat that begin alike."""
    for kind, value in items:
        if kind is codes.SUBPATTERN:
            yield from doubled(list(value[3]))
        elif kind is codes.BRANCH:
            begins = [first(branch)[0] for branch in value[1]]
            for at, one in enumerate(begins):
                for other in begins[at + 1 :]:
                    if one & other:
                        yield f"alternatives that both begin with {sample(one & other)}"


def sample(held: frozenset[str]) -> str:
    return ascii(min(held))


def judged(pattern: str, flags: int = 0) -> list[str]:
    """Say what is dangerous about a pattern."""
    return list(dangers(list(parser.parse(pattern, flags))))


def patterns_of(module: ModuleType, source: str, given: Mapping[str, Sequence[str]]) -> set[str]:
    """Give every pattern that a module hands to `re`, as text.

    A pattern that is put together in the call is put together here, from the module's own names and
    from those that are `given`.
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        if node.func.attr == "escape":
            continue
        code = compile(ast.Expression(node.args[0]), "", "eval")
        unknown = [name for name in code.co_names if name in given]
        for value in given[unknown[0]] if unknown else ("",):
            names = {**vars(module), **dict.fromkeys(unknown, value)}
            pattern = eval(code, names)  # noqa: S307 - the module's own words
            found.add(pattern.pattern if isinstance(pattern, re.Pattern) else pattern)
    return found
