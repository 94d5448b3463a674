"""Spellings: names that may be one, written in two ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.observations import Measure, Observation, identity

__all__ = ["look_alikes"]

_SMALL_WORDS: Final = frozenset({"the", "of", "for", "and", "a", "s"})
_LOOK_LATIN: Final = str.maketrans("авеорсухіѕјкмтн", "abeopcyxisjkmth")
_LONG: Final = 5
"""In shorter words one letter makes another word: Iran, Iraq."""
_LONGEST: Final = 200
"""Longer names are nobody's slip of the pen, and would cost the square of their length."""


def look_alikes(
    claims: Mapping[str, Observation], measures: Mapping[Measure, Observation]
) -> Iterator[Finding]:
    """Find names of claimants, and words of measures, that differ only by spelling.

    Given are one report by each name and of each measure.
    Nothing is merged: two offices may differ by a letter.
    """
    yield from _of_names("claimants", claims, is_source=True)
    for field in ("event", "outcome", "population", "place", "unit", "definition"):
        named: dict[str, Observation] = {}
        for measure, report in measures.items():
            for name in _names(measure, field):
                named.setdefault(name, report)
        yield from _of_names(f"{field}s", named, is_source=False)


def _of_names(what: str, named: Mapping[str, Observation], *, is_source: bool) -> Iterator[Finding]:
    for one, other in _alike(list(named), is_source=is_source):
        yield Finding(
            Kind.LOOK_ALIKE,
            Severity.NOTE,
            f'two {what} look alike: "{one}" and "{other}"',
            observations=(named[one], named[other]),
        )


def _names(measure: Measure, field: str) -> list[str]:
    """Give the names in a field of a measure; of a path, those of its steps."""
    text: str = getattr(measure, field)
    if not text:
        return []
    return text.split("/") if field in ("population", "place") else [text]


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _alike(names: Sequence[str], *, is_source: bool) -> Iterator[tuple[str, str]]:
    """Give the pairs of names that are one but for marks, small words, order or a letter."""
    plain: dict[tuple[str, ...], str] = {}
    near: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}
    for name in sorted(names):
        words = _words(name)
        if not words:
            continue
        key = words if any(map(_has_digit, words)) else tuple(sorted(words))
        first = plain.setdefault(key, name)
        if first != name:
            if not (is_source and identity(first) == identity(name)):
                yield first, name
            continue
        told: set[str] = set()
        for masked in _masked(words):
            for other, others in near.get(masked, ()):
                if other not in told and _differ_by_a_letter(words, others):
                    told.add(other)
                    yield other, name
                    break
            near.setdefault(masked, []).append((name, words))


def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name without marks, case or the small ones; letters as they look."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(
        one if one.isalnum() else "" if one in "'\u2019" or unicodedata.combining(one) else " "
        for one in bare
    )
    return tuple(
        word.translate(_LOOK_LATIN) for word in letters.split() if word not in _SMALL_WORDS
    )


def _masked(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give a name as it is, and with each letter but the first of its long words left out.

    Names that differ by a letter have one of these in common; a name too long is itself alone.
    """
    yield words
    if sum(map(len, words)) > _LONGEST:
        return
    for place, word in enumerate(words):
        if len(word) >= _LONG - 1 and word.isalpha():
            for letter in range(1, len(word)):
                shorter = word[:letter] + word[letter + 1 :]
                yield (*words[:place], shorter, *words[place + 1 :])


def _differ_by_a_letter(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    for one, other in zip(words, others, strict=True):
        if one != other:
            return _is_slip(one, other)
    return False


def _is_slip(one: str, other: str) -> bool:
    """Whether one word is another with a letter more, less, other, or two letters changed over."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if max(len(one), len(other)) < _LONG or not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return True
    swapped = short[start + 1 : start + 2] + short[start : start + 1]
    return swapped + short[start + 2 :] == long[start:]
