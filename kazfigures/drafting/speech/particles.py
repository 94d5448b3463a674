"""Particle: the small words around a speaker's name, that lead to it, bound it or go on from it."""

from __future__ import annotations

from typing import Final

from kazfigures.drafting.speech.vocabulary import DETERMINERS

__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "BEING",
    "CLAUSES",
    "CLOSING",
    "COUNTING",
    "DAYS",
    "FINITE",
    "GOVERNING",
    "ISSUED",
    "JOINING",
    "NAMELESS",
    "NUMBERS",
    "OPENING",
    "PLACING",
    "QUALITIES",
    "STOPS",
    "is_adverb",
]

BEING: Final = frozenset(("was", "were", "is", "are", "been", "being", "be"))
AUXILIARIES: Final = BEING | {"has", "have", "had", "having"}
FINITE: Final = AUXILIARIES | frozenset(
    (
        *("killed", "died", "injured", "wounded", "arrested", "detained", "dead", "will"),
        *("would", "could", "should", "might", "can", "must", "did", "does", "do"),
    )
)
DAYS: Final = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("today", "yesterday", "tonight", "morning", "afternoon", "evening", "night", "week"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug"),
        *("sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    )
)
ADVERBS: Final = frozenset(
    (
        *("also", "later", "earlier", "early", "late", "meanwhile", "however", "still", "then"),
        *("now", "already", "again", "only", "so", "far", "just", "further", "furthermore"),
        *("moreover", "nevertheless", "nonetheless", "once", "too", "yet", "thus", "besides"),
        *("first", "last", "this", "meantime", "therefore", "elsewhere", "here", "there", "even"),
        *("itself", "himself", "herself", "themselves"),
    )
)
_NO_ADVERBS: Final = frozenset(
    (
        *("family", "assembly", "daily", "weekly", "monthly", "italy", "july", "ally", "reply"),
        *("supply", "monopoly", "anomaly", "bully", "rally", "elderly", "friendly", "sicily"),
    )
)
JOINING: Final = frozenset(("of", "for", "from", "at", "in", "near", "inside"))
"""Prepositions inside a name: "the head of the ministry", "officials in Almaty"."""
PLACING: Final = frozenset(("at", "in", "near", "inside", "from"))
GOVERNING: Final = BEING | frozenset(
    ("by", "with", "to", "on", "over", "during", "about", "into", "under")
)
"""What stands behind these is no subject of a verb."""
CLAUSES: Final = frozenset(
    (
        *("that", "while", "but", "as", "because", "after", "when", "where", "if", "although"),
        *("though", "since", "until", "before", "who", "which", "whom", "whose", "or", "than"),
        *("whereas", "by", "with", "to", "on", "over", "during", "about", "into", "under"),
        *("we", "i", "you", "what", "not", "via", "through", "contrary"),
        *("including", "killing", "wounding", "injuring", "causing", "leaving", "bringing"),
        *("accused", "accuses", "blamed", "condemned"),
    )
)
"""Words that no name runs across."""
COUNTING: Final = frozenset(
    (
        *("some", "more", "about", "around", "nearly", "almost", "approximately", "fewer", "less"),
        *("as", "no", "dozens", "hundreds", "thousands", "scores", "several", "many", "up"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all"),
        *("eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty"),
    )
)
"""With these a figure begins, and no name goes on."""
QUALITIES: Final = frozenset(
    (
        *("official", "unofficial", "initial", "preliminary", "first", "early", "latest"),
        *("new", "latest", "previous", "earlier", "local", "various", "several", "some"),
        *("conflicting", "unconfirmed", "confirmed", "recent", "final", "joint", "another"),
        *("nothing", "nobody", "everything", "other", "further", "medical"),
        *("false", "fake", "untrue", "misleading", "erroneous", "inaccurate", "exaggerated"),
        *("baseless", "unfounded", "unverified", "unsubstantiated", "contradictory"),
        *("widespread", "viral", "persistent", "multiple", "numerous", "credible", "detailed"),
        *("online", "foreign", "western", "domestic", "internal", "conservative"),
    )
)
"""What says of a document only what sort it is, and not whose."""
ISSUED: Final = frozenset(
    (
        *("issued", "released", "published", "signed", "distributed", "compiled", "posted"),
        *("given", "made", "prepared", "provided"),
    )
)
STOPS: Final = frozenset(",;:.!?\u2026\"'()[]/-\u2013\u2014|")
OPENING: Final = frozenset("([")
CLOSING: Final = frozenset(")]")


NAMELESS: Final = (QUALITIES - {"official"}) | COUNTING | DETERMINERS
"""With these alone nobody is named."""

NUMBERS: Final = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
        *("eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy"),
        *("eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million"),
        *("millions", "dozen", "dozens", "scores", "several", "no", "nobody", "none"),
    )
)
"""What makes a figure of a sentence, besides digits."""


def is_adverb(word: str) -> bool:
    """Whether a word only says how or when somebody spoke."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)
