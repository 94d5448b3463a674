"""Attribution: the words of one sentence that say who speaks, and of what."""

from __future__ import annotations

from typing import Final, NamedTuple

from kazfigures.drafting.sentences import Sentence
from kazfigures.drafting.speech.names import Words, is_name, is_proper, kind, noun_at
from kazfigures.drafting.speech.particles import (
    AUXILIARIES,
    BEING,
    DAYS,
    FINITE,
    JOINING,
    QUALITIES,
    STOPS,
    is_adverb,
)
from kazfigures.drafting.speech.speakers import speaker_before, speaker_from
from kazfigures.drafting.speech.vocabulary import (
    CITING,
    DOCUMENTS,
    DOING,
    KINDS,
    NOUNS_TOO,
    OF_SEVERAL,
    PLAIN,
    QUOTING,
    REPORTING,
    REPORTS,
    SAYING,
    STATES,
    TELLING,
    WEIGHING,
    WITH_THAT,
    WITH_TO,
    Kind,
)

__all__ = ["Attribution", "attributions"]


class Attribution(NamedTuple):
    """The words that say who speaks: "the ministry said", "according to the ministry".

    `who` is None where they name nobody: "it was reported".
    `is_before` says that what is said follows.
    `cites` says that whoever else speaks in the sentence only passes it on.
    """

    first: int
    after: int
    who: Words | None
    relay: Words | None = None
    is_before: bool = False
    cites: bool = False


_WEIGHED: Final = REPORTS | {"at", "casualties", "losses", "deaths", "account"}
"""What somebody weighs who reports with such a verb: "lowered the toll", "put them at"."""
_GOVERNING: Final = JOINING | SAYING | REPORTING | {"to", "amid", "on"}
_BEFORE_NOUNS: Final = _GOVERNING | AUXILIARIES
"""Behind these "reports" is a noun: "had received reports that"."""
_REFUSING: Final = frozenset(
    (
        *("to", "not", "never", "nor", "cannot", "could", "would", "will", "can", "might"),
        *("should", "must", "did", "do", "does", "let", "didn't", "don't", "doesn't", "hasn't"),
        *("wouldn't", "couldn't", "haven't", "hadn't", "or", "neither"),
    )
)
"""Before a verb they make it no report: "declined to say", "has not confirmed"."""
_PLACING: Final = JOINING | {"on", "by", "to", "via", "through", "during", "after", "late", "."}
_BEHIND: Final = JOINING | {"on", "who", "during", "after", "late", "early", "by", "through"}
"""What may go on behind a speaker who stands behind the verb."""
_SHORT: Final = 4
"""So many words has a name in capitals at most, behind a verb: ", SAID MENDEZ."."""
_OWNING: Final = frozenset(("claimed", "claims", "claim", "denied", "denies", "deny"))
_DEEDS: Final = frozenset(
    ("responsibility", "involvement", "role", "part", "complicity", "credit", "knowledge")
)
_CARRIED: Final = frozenset(("carried", "published", "broadcast", "aired", "read", "released"))
_LONGEST_OWNER: Final = 8
_REACH: Final = 25
_NEAR: Final = 3
_ENDING: Final = frozenset('.!?"\u2026')
_HEADING: Final = 5
"""So many words a speaker has at most in a headline: "26 dead in Almaty: ministry"."""
_SPEAKING: Final = frozenset(("speaking", "interview"))
_COUNTS: Final = frozenset(("count", "tally", "estimate", "reckoning"))
"""By which somebody may speak: "by the ministry's count", "by the count of the ministry"."""
_VERBS: Final = SAYING | REPORTING
_STARTERS: Final = _VERBS | CITING | QUOTING | _SPEAKING | _COUNTS | {"according"}


def attributions(sentence: Sentence) -> list[Attribution]:
    """Find who speaks in a sentence, in the order of the words."""
    tokens = sentence.tokens
    found: list[Attribution] = []
    if not _STARTERS.isdisjoint(tokens):
        reached = 0
        for at, word in enumerate(tokens):
            if word in _STARTERS and at >= reached and not is_proper(sentence, at):
                one = _attribution(sentence, at) or (None if found else _elided(sentence, at))
                if one is not None:
                    found.append(one)
                    reached = one.after
    return found or _in_headline(sentence)


def _attribution(sentence: Sentence, at: int) -> Attribution | None:
    word = sentence.tokens[at]
    if word == "according":
        return _according(sentence, at)
    if word in CITING:
        who = speaker_from(sentence, at + 1)
        return None if who is None else Attribution(at, who.after, who, cites=True)
    if word in QUOTING:
        return _quoted(sentence, at)
    if word in _SPEAKING:
        is_to = sentence.tokens[at + 1 : at + 2] in (["on"], ["to"], ["with"], ["for"])
        outlet = _outlet_from(sentence, at + 2) if is_to else None
        return outlet and Attribution(at, outlet.after, None, outlet, cites=True)
    one = _by_count(sentence, at) if word in _COUNTS else None
    return one or (_said(sentence, at) if word in _VERBS else None)


def _elided(sentence: Sentence, at: int) -> Attribution | None:
    """Read "The minister left early and added that": the subject is that of the sentence."""
    tokens = sentence.tokens
    if tokens[at - 1 : at] != ["and"] or tokens[at] not in _VERBS or not _says_that(tokens, at + 1):
        return None
    who = speaker_from(sentence, 0)
    noun = None if who is None else noun_at(sentence, who)
    if noun is None or KINDS.get(tokens[noun]) is Kind.DOCUMENT:
        return None
    return Attribution(at, at + 1, Words(0, noun + 1), is_before=True)


def _according(sentence: Sentence, at: int) -> Attribution | None:
    tokens = sentence.tokens
    who = speaker_from(sentence, at + 2)
    if who is None or tokens[at + 1] != "to":
        return None
    first = at - (tokens[at - 1 : at] == [","])
    is_aside = first > 0 and tokens[first - 1] in ("who", "which", "that")
    is_before = at < _HEADING and all(is_adverb(word) or word in STOPS for word in tokens[:at])
    return Attribution(first if is_aside else at, who.after, who, is_before=is_aside or is_before)


def _by_count(sentence: Sentence, at: int) -> Attribution | None:
    tokens = sentence.tokens
    for place in range(at - 2, max(at - _LONGEST_OWNER, 0) - 1, -1):
        if tokens[place] == "by":
            is_of = tokens[at + 1 : at + 2] == ["of"] and place >= at - 3
            who = speaker_from(sentence, at + 2) if is_of else Words(place + 1, at + 1)
            return who and Attribution(place, who.after, who, is_before=place < _HEADING)
        if tokens[place] in STOPS or tokens[place] in FINITE:
            return None
    return None


def _quoted(sentence: Sentence, at: int) -> Attribution | None:
    """Read "X quoted Y as saying", "Y was quoted by X as saying" and "Y, quoted by X"."""
    tokens = sentence.tokens
    subject = speaker_before(sentence, _subject_end(tokens, at))
    if at and tokens[at - 1] in BEING:
        relay = _behind_by(sentence, at + 1)
        after = at + 1 if relay is None else relay.after
        return subject and Attribution(subject.first, after, subject, relay, is_before=True)
    if tokens[at + 1 : at + 2] == ["by"]:
        relay = speaker_from(sentence, at + 2)
        return relay and Attribution(at, relay.after, None, relay, cites=True)
    who = speaker_from(sentence, at + 1)
    first = at if subject is None else subject.first
    return who and Attribution(first, who.after, who, subject, is_before=_opens(tokens, who.after))


def _behind_by(sentence: Sentence, first: int) -> Words | None:
    """Find who is named behind "by" within a few words: "by X as saying", "as saying by X"."""
    tokens = sentence.tokens
    for place in range(first, min(first + _NEAR, len(tokens))):
        if tokens[place] == "by":
            return speaker_from(sentence, place + 1)
    return None


def _said(sentence: Sentence, at: int) -> Attribution | None:
    tokens = sentence.tokens
    end = _subject_end(tokens, at)
    if _is_no_report(sentence, at, end):
        return None
    is_by = tokens[at + 1 : at + 2] == ["by"] and tokens[at].endswith("d")
    if is_by or not BEING.isdisjoint(tokens[end:at]):
        return _in_passive(sentence, at, end)
    if tokens[at] in WEIGHING and _WEIGHED.isdisjoint(tokens[at + 1 : at + 9]):
        return None
    after, relay = _listener(sentence, at) if tokens[at] in TELLING else (at + 1, None)
    who = _behind(sentence, at)
    if who is not None:
        return Attribution(at, who.after, who, relay)
    who = speaker_before(sentence, end)
    if who is None or not _may_speak(sentence, who, at):
        return None
    if relay is None:
        relay = _place_of_speaking(sentence, after)
    is_aside = tokens[end - 1] in ("who", "which") and tokens[end - 2] != ","
    first = end if is_aside else who.first
    return Attribution(first, after, who, relay, is_before=is_aside or _opens(tokens, after))


def _is_no_report(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the words around a verb show that nobody reports: "declined to say", "so-called"."""
    tokens = sentence.tokens
    is_joined = tokens[at - 1 : at] == ["-"] and sentence.ends[at - 1] == sentence.starts[at]
    if tokens[at + 1 : at + 2] == ["to"] and tokens[at] not in WITH_TO:
        return True
    if tokens[at] in ("claimed", "claims") and "lives" in tokens[at + 1 : at + 9]:
        return True
    if tokens[at] in _OWNING and _is_of_deed(tokens[at + 1 : at + 3]):
        return True
    return is_joined or not _REFUSING.isdisjoint(tokens[end:at])


def _is_of_deed(words: list[str]) -> bool:
    """Whether a deed is claimed or denied, and no figure: "denied any role in", "denied firing"."""
    return not _DEEDS.isdisjoint(words) or any(word.endswith("ing") for word in words[:1])


def _subject_end(tokens: list[str], at: int) -> int:
    """Step back over what stands between a subject and its verb: "has also", "on Thursday"."""
    place = at
    while place:
        word = tokens[place - 1]
        is_dated = place < at and tokens[place] in DAYS and (word == "on" or word.isdecimal())
        if is_dated or word in DAYS or word in AUXILIARIES or word in _REFUSING or is_adverb(word):
            place -= 1
        elif tokens[max(place - 3, 0) : place - 1] == ["in", "a"] and word in DOCUMENTS:
            place -= 3
        else:
            break
    return place


def _may_speak(sentence: Sentence, who: Words, at: int) -> bool:
    """Whether the subject of a verb is one that speaks."""
    tokens = sentence.tokens
    verb = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else "."
    says_that = _says_that(tokens, at + 1)
    sort = kind(sentence, who)
    is_governed = who.first > 0 and tokens[who.first - 1] in _BEFORE_NOUNS
    is_described = tokens[who.after - 1] in QUALITIES  # "False reports that"
    is_noun = verb in NOUNS_TOO and (is_governed or is_described)
    is_other = verb in WITH_THAT and not says_that and sort is not Kind.DOCUMENT
    is_several = sort is Kind.GROUP or (verb == "say" and sort in (None, Kind.DOCUMENT))
    is_wish = verb in OF_SEVERAL and not is_several
    if is_noun or is_other or is_wish:
        return False
    if says_that or verb in PLAIN or (verb in SAYING and sentence.is_capital):
        return True
    if following in STOPS and (verb in SAYING or verb in ("reported", "confirmed")):
        return True
    if following in STATES and sort is not Kind.OUTLET:
        return False
    return sort is not None or is_name(sentence, who)


def _says_that(tokens: list[str], first: int) -> bool:
    """Whether a clause with "that" follows, behind a day at most."""
    for word in tokens[first : first + _NEAR + 1]:
        if word in ("that", ":"):
            return True
        if not (word in DAYS or is_adverb(word) or word == "on"):
            return False
    return False


def _listener(sentence: Sentence, at: int) -> tuple[int, Words | None]:
    """Find who was told, who is a relay where it is an outlet."""
    listener = speaker_from(sentence, at + 1)
    if listener is None:
        return at + 1, None
    return listener.after, listener if kind(sentence, listener) is Kind.OUTLET else None


def _place_of_speaking(sentence: Sentence, after: int) -> Words | None:
    """Find the outlet somebody spoke on: "on state television", "in a statement read on radio"."""
    tokens = sentence.tokens
    if tokens[after : after + 2] == ["in", "a"]:
        after += 3
        after += tokens[after : after + 1] != [] and tokens[after] in _CARRIED
    if tokens[after : after + 1] not in (["on"], ["to"], ["by"]):
        return None
    return _outlet_from(sentence, after + 1)


def _outlet_from(sentence: Sentence, first: int) -> Words | None:
    """Find the outlet of others whose name begins at a word; "its radio" is the speaker's own."""
    if sentence.tokens[first : first + 1] in (["its"], ["his"], ["their"]):
        return None
    where = speaker_from(sentence, first)
    return where if where is not None and kind(sentence, where) is Kind.OUTLET else None


def _in_passive(sentence: Sentence, at: int, end: int) -> Attribution | None:
    """Read "were reported by the army", and "it was reported", which names nobody."""
    tokens = sentence.tokens
    who = _behind_by(sentence, at + 1)
    if who is not None and (kind(sentence, who) is not None or is_name(sentence, who)):
        is_deed = tokens[at] in DOING or (end == at and tokens[at] in SAYING - TELLING)
        return None if is_deed else Attribution(at, who.after, who)
    is_nobody = (end and tokens[end - 1] == "it") or tokens[end : end + 1] == ["there"]
    if is_nobody:
        return Attribution(end, at + 1, None, is_before=_opens(tokens, at + 1))
    return None


def _behind(sentence: Sentence, at: int) -> Words | None:
    """Find the speaker behind a verb: ", said Col. Perez"."""
    tokens = sentence.tokens
    if tokens[at] in TELLING or (at and tokens[at - 1] not in ",\"'"):
        return None
    who = speaker_from(sentence, at + 1)
    if who is None:
        return None
    following = tokens[who.after] if who.after < len(tokens) else "."
    if not (following in STOPS or following in _BEHIND or following in DAYS):
        return None
    sort = kind(sentence, who)
    is_known = is_name(sentence, who) or (sort is not None and sort is not Kind.DOCUMENT)
    is_paper = sort is Kind.DOCUMENT and tokens[at] in SAYING
    is_short = following in STOPS and who.after - who.first <= _SHORT and tokens[at] in SAYING
    return who if is_known or is_paper or is_short else None


def _opens(tokens: list[str], after: int) -> bool:
    """Whether what is said follows, and not the time and place of saying alone."""
    for place in range(after, min(after + _REACH, len(tokens))):
        word = tokens[place]
        if word == "that" or word in FINITE or word == ":":
            return True
        if word[0].isdecimal():
            return place == after or tokens[place - 1] not in DAYS
        if word in STOPS and word not in ".-":
            return False
        if place == after and not (is_adverb(word) or word in DAYS or word in _PLACING):
            return True
    return False


def _in_headline(sentence: Sentence) -> list[Attribution]:
    """Read "Ministry: 26 killed", "26 killed: ministry" and "26 killed - ministry"."""
    tokens = sentence.tokens
    size = len(tokens)
    heads = [_head(sentence, 0)]
    if heads[0] is not None:  # "Police: 12 killed; hospital: 20 killed"
        heads += [_head(sentence, at + 1) for at, word in enumerate(tokens) if word == ";"]
        return [head for head in heads if head is not None]
    if tokens[-1] in _ENDING:
        return []
    for place in range(size - 2, max(size - _HEADING - 2, 0), -1):
        is_dash = tokens[place] == "-" and sentence.ends[place] < sentence.starts[place + 1]
        if tokens[place] == ":" or is_dash:
            who = Words(place + 1, size)
            return [Attribution(place, size, who)] if _is_headed(sentence, who) else []
    return []


def _head(sentence: Sentence, at: int) -> Attribution | None:
    """Read a speaker and a colon."""
    tokens = sentence.tokens
    if ":" not in tokens[at + 1 : at + 1 + _HEADING]:
        return None
    colon = tokens.index(":", at + 1)
    who = Words(at + tokens[at][0].isdecimal(), colon)  # behind the time of a live page
    return Attribution(at, colon + 1, who, is_before=True) if _is_headed(sentence, who) else None


def _is_headed(sentence: Sentence, who: Words) -> bool:
    words = sentence.tokens[who.first : who.after]
    if kind(sentence, who) in (None, Kind.DOCUMENT) or not FINITE.isdisjoint(words):
        return False
    return words[-1] in KINDS and not any(word[0].isdecimal() for word in words)
