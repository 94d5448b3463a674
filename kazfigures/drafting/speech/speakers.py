"""Speaker: where a sentence names somebody who speaks, before a verb or behind one."""

from __future__ import annotations

from typing import Final

from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.names import Words, is_name, is_proper, kind
from kazfigures.drafting.speech.particles import (
    AUXILIARIES,
    CLAUSES,
    CLOSING,
    COUNTING,
    DAYS,
    FINITE,
    GOVERNING,
    ISSUED,
    JOINING,
    NAMELESS,
    OPENING,
    PLACING,
    STOPS,
    is_adverb,
)
from kazfigures.drafting.speech.vocabulary import (
    DETERMINERS,
    DOCUMENTS,
    KINDS,
    PRONOUNS,
    REPORTING,
    SAYING,
    Kind,
)

__all__ = ["beside", "speaker_before", "speaker_from"]

_LONGEST: Final = 25
"""So many words a speaker has at most."""
_AROUND: Final = frozenset((",", "-", "\u2014"))
_ASIDE: Final = 40
"""So many words stand at most between two commas or dashes before a verb."""
_ASIDES: Final = 4
"""So many commas or dashes before a verb are tried."""
_RELATIVE: Final = 15
"""So many words a clause about a speaker has at most: "who asked not to be named"."""
_VERBS: Final = SAYING | REPORTING | {"according", "citing", "quoting", "quoted", "quotes"}
_BEFALLING: Final = frozenset(("killed", "injured", "wounded", "arrested", "detained"))
_HEDGES: Final = frozenset(
    ("at", "least", "most", "more", "than", "some", "about", "around", "nearly", "over", "almost")
)
_NUMBERED: Final = frozenset(
    (
        *("channel", "canal", "cadena", "tv", "television", "radio", "khabar", "france"),
        *("no", "unit"),
        *("detachment", "brigade", "battalion", "regiment", "division", "precinct", "court"),
    )
)
"""With a number behind them these are a name."""


def speaker_before(sentence: Sentence, after: int) -> Words | None:
    """Find the speaker whose name ends before a word, or before an aside."""
    tokens = sentence.tokens
    if not after:
        return None
    if tokens[after - 1] in ("who", "which"):
        return _antecedent(sentence, after - 1 - (tokens[after - 2 : after - 1] == [","]))
    mark = tokens[after - 1]
    if mark not in _AROUND:
        return _before(sentence, after)
    lowest = max(after - _ASIDE, 0)
    last = after - 1 - (tokens[after - 2 : after - 1] == [mark])  # a dash may be two hyphens
    marks = [place for place in range(last - 1, lowest, -1) if tokens[place] == mark]
    for place in marks[:_ASIDES]:
        who = _before(sentence, place)
        if who is not None and _has_aside(sentence, who):
            return who
    return None


def _antecedent(sentence: Sentence, after: int) -> Words | None:
    """Find the speaker that "who" or "which" goes back to, whatever that is of."""
    tokens = sentence.tokens
    first = after
    while first and first > after - _LONGEST and not _is_bound(sentence, first - 1):
        is_of_others = tokens[first - 1] in JOINING and first < after
        if is_of_others and kind(sentence, Words(first, after)) in (Kind.PERSON, Kind.GROUP):
            break
        first -= 1
        if tokens[first] in DETERMINERS:
            break
    first = _without_lead(tokens, first, after)
    return None if NAMELESS.issuperset(tokens[first:after]) else Words(first, after)


def _has_aside(sentence: Sentence, who: Words) -> bool:
    """Whether words before a comma are a speaker of whom more is told behind it."""
    if is_name(sentence, who) or kind(sentence, who) is not None:
        return True
    if sentence.tokens[who.after + 1] in ("who", "citing", "quoting"):
        return True
    opens = who.first == 0 or sentence.tokens[who.first - 1] in STOPS
    if opens and sentence.tokens[who.after + 1] in ("a", "an", "the"):
        return True
    aside = speaker_from(sentence, who.after + 1)
    return aside is not None and kind(sentence, aside) is Kind.PERSON


def _before(sentence: Sentence, after: int) -> Words | None:
    """Step back over the words of a name, and forward over what leads up to it."""
    tokens = sentence.tokens
    place = after
    lowest = max(after - _LONGEST, 0)
    while place > lowest:
        word = tokens[place - 1]
        if word in CLOSING:
            opening = _opening(tokens, place - 1, lowest)
            is_dateline = opening + 1 < place - 1 and (
                kind(sentence, Words(opening + 1, place - 1)) is Kind.OUTLET
            )
            if opening < 0 or (is_dateline and place != after):
                break
            if place == after:
                after = opening
            place = opening
            continue
        if _is_bound(sentence, place - 1):
            break
        if word == "and" and (place == after or not _joins(sentence, place - 1)):
            break
        place -= 1
        if word in DETERMINERS and not _may_go_before(sentence, place):
            break
    first = _without_lead(tokens, place, after)
    if NAMELESS.issuperset(tokens[first:after]) or _is_befallen(tokens, place):
        return None
    is_governed = first == place and place > 0 and tokens[place - 1] in GOVERNING
    if is_governed and tokens[place - 2 : place - 1] and tokens[place - 2] not in DOCUMENTS:
        return _told_of(sentence, place - 1)
    return Words(first, after)


def _is_befallen(tokens: list[str], first: int) -> bool:
    """Whether a name is of those whom it befell: "the blast that killed 12 [people] said".

    Or of where it did: "the victims killed in [the blast] said".
    """
    at = first - 1
    while at > 0 and (tokens[at][0].isdecimal() or tokens[at] in _HEDGES):
        at -= 1
    if at <= 0 or tokens[at] not in _BEFALLING or tokens[at - 1] in AUXILIARIES:
        return False
    is_counted = at < first - 1 or tokens[first : first + 1] == ["in"]
    return is_counted or tokens[at - 1] in ("that", "which", "who")


def _may_go_before(sentence: Sentence, at: int) -> bool:
    """Whether a name goes on before an article: "head of the", "residents and a"."""
    before = sentence.tokens[at - 1] if at else ""
    return before in JOINING or (before == "and" and _joins(sentence, at - 1))


def _told_of(sentence: Sentence, before: int) -> Words | None:
    """Find the speaker of whom words before the verb tell: "a man who spoke to AFP said"."""
    tokens = sentence.tokens
    has_verb = False
    for place in range(before, max(before - _RELATIVE, -1), -1):
        word = tokens[place]
        if word in ("who", "which"):
            return _antecedent(sentence, place - (tokens[place - 1] == ","))
        has_verb = has_verb or word in FINITE or word == "that"
        if not place or (word in STOPS and not _is_inside_word(sentence, place)):
            who = speaker_from(sentence, place + (word in STOPS))
            sort = None if has_verb or who is None else kind(sentence, who)
            if who is None or sort not in (Kind.PERSON, Kind.GROUP):
                return None
            return Words(who.first, who.after - tokens[who.after - 1].endswith("ed"))
    return None


def _opening(tokens: list[str], at: int, lowest: int) -> int:
    """Find the bracket that a closing one belongs to; -1 where there is none near it."""
    for place in range(at - 1, lowest - 1, -1):
        if tokens[place] in OPENING:
            return place
    return -1


def _is_bound(sentence: Sentence, at: int) -> bool:
    """Whether a word cannot be inside a speaker's name."""
    word = sentence.tokens[at]
    if word in STOPS:
        return not _is_inside_word(sentence, at)
    if word in CLAUSES or word in FINITE:
        return word != "that" or sentence.tokens[at - 1] not in JOINING
    if word in _VERBS and word not in DOCUMENTS:
        return not is_proper(sentence, at)
    return word[0].isdecimal() and not _is_numbered(sentence, at)


def _without_lead(tokens: list[str], first: int, after: int) -> int:
    """Pass over what leads up to a speaker: "However", "On Thursday", "In Almaty", "[TEXT]"."""
    while first < after:
        word = tokens[first]
        if word in OPENING:
            while first < after and tokens[first] not in CLOSING:
                first += 1
            first += 1
        elif word == "this" and first + 1 < after and tokens[first + 1] not in DAYS:
            break
        elif is_adverb(word) or word in DAYS or word in ("and", ".", "-"):
            first += 1
        elif word in JOINING:
            first += 1
            if first < after and tokens[first] in DETERMINERS:
                break
            first += first + 1 < after
        else:
            break
    return first


def _is_inside_word(sentence: Sentence, at: int) -> bool:
    """Whether a mark joins two words, or ends an abbreviation or a plural: "the rebels' leader"."""
    tokens, starts, ends = sentence.tokens, sentence.starts, sentence.ends
    if not 0 < at < len(tokens) - 1 or ends[at - 1] != starts[at]:
        return False
    if tokens[at] == "'" and tokens[at - 1].endswith("s"):
        return "'" not in tokens[max(at - _LONGEST, 0) : at]
    return tokens[at] == "." or (tokens[at] in "-/'" and ends[at] == starts[at + 1])


def _is_numbered(sentence: Sentence, at: int) -> bool:
    """Whether a number is of a name: "Khabar 24", "Detachment No.4", "the 3d Brigade", "M23"."""
    tokens, starts, ends = sentence.tokens, sentence.starts, sentence.ends
    if at + 1 < len(tokens) and ends[at] == starts[at + 1] and tokens[at + 1].isalpha():
        return True
    if not at or tokens[at + 1 : at + 3] == ["'", "s"]:
        return at > 0
    if ends[at - 1] == starts[at]:
        return tokens[at - 1].isalpha() or _is_inside_word(sentence, at - 1)
    return tokens[at - 1] in _NUMBERED or tokens[at - 2 : at] == ["no", "."]


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether an "and" joins two speakers, or two words of one name."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at - 1] in DAYS:
        return False
    if tokens[at - 1] in KINDS:
        return tokens[at - 1] not in DOCUMENTS
    is_name = sentence.begins_with_capital(at - 1) and sentence.begins_with_capital(at + 1)
    return is_name and at > 1 and tokens[at - 2] not in JOINING


def speaker_from(sentence: Sentence, first: int) -> Words | None:
    """Find the speaker whose name begins at a word."""
    tokens = sentence.tokens
    place = first
    highest = min(first + _LONGEST, len(tokens))
    while place < highest and not _ends_name(sentence, first, place):
        place += 1
    while place > first and (tokens[place - 1] in JOINING or tokens[place - 1] in DETERMINERS):
        place -= 1
    noun = place - (place > first + 1 and tokens[place - 1] in ISSUED)
    if noun > first and tokens[noun - 1] in DOCUMENTS:
        return _issuer(sentence, noun) or Words(first, noun)
    return Words(first, place) if place > first else None


def _ends_name(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a name that began at an earlier word is over before this one."""
    tokens = sentence.tokens
    word = tokens[at]
    if at == first:
        return (
            word in JOINING or word in DAYS or (word not in DETERMINERS and _is_bound(sentence, at))
        )
    before = tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else "."
    if word in DETERMINERS or word in COUNTING:
        return before not in JOINING and before != "and"
    if word == "and":
        return not _goes_on(tokens, at + 1)
    if word in PLACING:
        is_wide = KINDS.get(before) in (Kind.GROUP, Kind.DOCUMENT)
        return not is_wide or following in ("a", "an", "least", "most")
    return _is_bound(sentence, at) or word in DAYS or word in PRONOUNS or is_adverb(word)


def _goes_on(tokens: list[str], first: int) -> bool:
    """Whether a second speaker follows an "and"."""
    for place in range(first, min(first + 4, len(tokens))):
        word = tokens[place]
        if word in KINDS:
            return word not in DOCUMENTS
        if word in STOPS or word in FINITE or word in CLAUSES or word in _VERBS:
            return False
    return False


def _issuer(sentence: Sentence, after: int) -> Words | None:
    """Find who issued a document: "a statement by the army", "figures released by the ministry"."""
    tokens = sentence.tokens
    place = after + (tokens[after : after + 1] != [] and tokens[after] in ISSUED)
    if tokens[place : place + 1] != ["by"]:
        return None
    who = speaker_from(sentence, place + 1)
    return who if who is not None and kind(sentence, who) is not Kind.DOCUMENT else None


def beside(sentence: Sentence, who: Words) -> Words | None:
    """Find what a name is said to be: "Azirbek, a spokesperson for the police"."""
    tokens = sentence.tokens
    if tokens[who.after : who.after + 1] != [","]:
        return None
    aside = speaker_from(sentence, who.after + 1)
    if aside is None or (aside.after < len(tokens) and tokens[aside.after] not in STOPS):
        return None
    return aside
