"""Spellings: names that may be one, written in two ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from kazfigures.audit.findings import Finding
from kazfigures.audit.kinds import Kind, Severity
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry, Measure, Notice, Observation, identity

__all__ = ["look_alikes"]

_SMALL_WORDS: Final = frozenset({"the", "of", "for", "and", "a", "s"})
_GREEK_CAPITALS: Final = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")
"""Their small letters look like others, or like none."""
_LOOK_LATIN: Final = str.maketrans(
    "iıавеһіјкмнорсѕтухүѵԁԛԝӏαβεηικνορτυχ", "llabehljkmhopcstyxyvdqwlabenlkvoptux"
)
"""A capital i and a small l are one stroke: "AI Jazeera" is read as "Al Jazeera"."""
_LONG: Final = 5
"""In shorter words one letter makes another word: Iran, Iraq."""
_LONGEST: Final = 200
"""Longer names are nobody's slip of the pen, and would cost the square of their length."""


def look_alikes(ledger: Ledger) -> Iterator[Finding]:
    """Find names of sources, and words of measures, that differ only by spelling.

    Nothing is merged: two offices may differ by a letter.
    """
    yield from _of_sources(ledger)
    measures = {report.measure: report for report in reversed(ledger.observations)}
    for field in ("event", "outcome", "population", "place", "unit", "definition"):
        named: dict[str, Observation] = {}
        for measure, report in measures.items():
            for name in _names(measure, field):
                named.setdefault(name, report)
        for one, other in _alike(list(named), is_source=False):
            what = f"two {field}s"
            yield _finding(what, one, other, (named[one], named[other]))


def _of_sources(ledger: Ledger) -> Iterator[Finding]:
    """Find names alike of those who claim, relay or give notice; each stands once, by its first."""
    first: dict[str, tuple[str, Entry]] = {}
    for report in ledger.observations:
        first.setdefault(report.source.name, ("claimant", report))
    for report in ledger.observations:
        for relay in report.via:
            first.setdefault(relay, ("relay", report))
    for notice in ledger.notices:
        first.setdefault(notice.by.name, ("giver of notice", notice))
    for one, other in _alike(list(first), is_source=True):
        (role, entry), (other_role, other_entry) = first[one], first[other]
        what = f"two {role}s" if role == other_role else f"a {role} and a {other_role}"
        yield _finding(what, one, other, (entry, other_entry))


def _finding(what: str, one: str, other: str, entries: Sequence[Entry]) -> Finding:
    odd = [
        f"the {place} has {script} letters: {', '.join(letters)}"
        for place, name, beside in (("first", one, other), ("second", other, one))
        for script, letters in _scripts(name).items()
        if script not in _scripts(beside)
    ]
    return Finding(
        Kind.LOOK_ALIKE,
        Severity.NOTE,
        f'{what} look alike: "{one}" and "{other}"' + "".join(f"; {told}" for told in odd),
        observations=[entry for entry in entries if isinstance(entry, Observation)],
        notices=[entry for entry in entries if isinstance(entry, Notice)],
    )


def _scripts(name: str) -> dict[str, list[str]]:
    """Give the letters of a name, each once, by the scripts they are of."""
    scripts: dict[str, list[str]] = {}
    for letter in dict.fromkeys(filter(str.isalpha, name)):
        script = unicodedata.name(letter, "unnamed").partition(" ")[0].capitalize()
        scripts.setdefault(script, []).append(letter)
    return scripts


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
    bare = unicodedata.normalize("NFKD", identity(name.translate(_GREEK_CAPITALS)))
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
