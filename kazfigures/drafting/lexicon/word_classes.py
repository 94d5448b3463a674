"""WordClass: what the little words of English do in a sentence, and its irregular verbs, as data.

Whatever stands in no list is taken for a noun or an adjective, unless it ends as a verb does.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final, final
from unicodedata import category

__all__ = ["DEEMED", "DOUBTED", "MANAGING", "WordClass", "word_class"]


@final
class WordClass(IntEnum):
    """What a word does in a sentence."""

    NOUN = auto()
    """Or an adjective, or anything else that is not known."""
    DETERMINER = auto()
    PREPOSITION = auto()
    BE = auto()
    HAVE = auto()
    DO = auto()
    MODAL = auto()
    NOT = auto()
    TO = auto()
    LINK = auto()
    """Joins equals: "and"."""
    RELATIVE = auto()
    """Opens a clause about the noun before it: "who"."""
    OPENING = auto()
    """Opens a clause of its own: "when"."""
    CONDITION = auto()
    """Opens a clause that nobody says is so: "if"."""
    PRONOUN = auto()
    ADVERB = auto()
    TIME = auto()
    """Says when, without a preposition: "yesterday", "Thursday"."""
    VERB = auto()
    SPEAKING = auto()
    """A verb behind which a new clause may begin without a word: "said"."""
    COMMA = auto()
    """Or a dash."""
    BREAK = auto()
    """A mark that parts clauses."""
    QUOTE = auto()
    OPENS = auto()
    CLOSES = auto()
    MARK = auto()


_SPEAKING: Final = (
    *("said", "says", "say", "saying", "reported", "reports", "reporting", "announced"),
    *("announces", "announcing", "confirmed", "confirms", "confirming", "stated", "states"),
    *("stating", "claimed", "claims", "claiming", "added", "adds", "adding", "told", "tells"),
    *("telling", "declared", "declares", "declaring", "acknowledged", "acknowledges", "admitted"),
    *("admits", "alleged", "alleges", "alleging", "indicated", "indicates", "indicating", "noted"),
    *("notes", "noting", "explained", "explains", "revealed", "reveals", "estimated", "estimates"),
    *("estimate", "believes", "believe", "believed", "thinks", "think", "thought", "knows"),
    *("know", "knew", "learned", "learnt", "showed", "shows", "show", "wrote", "writes"),
    *("tweeted", "posted", "insisted", "insists", "maintains", "recalled", "pointed", "assured"),
    *("asserted", "asserts", "informed", "read", "reads", "suggests", "suggested", "means"),
    *("reiterated", "warned", "warns", "specified", "disclosed", "feared"),
)

DEEMED: Final = frozenset(
    (
        *("reported", "confirmed", "found", "left", "listed", "declared", "presumed", "feared"),
        *("believed", "pronounced", "said", "known", "considered", "thought", "officially"),
        *("estimated", "counted", "registered", "recorded", "identified", "reportedly", "alleged"),
    )
)
"""What may stand between "were" and what they were: "were reported killed"."""
DOUBTED: Final = frozenset(("presumed", "feared", "believed", "thought", "alleged"))
"""Those of them that do not vouch for it."""
FEARING: Final = frozenset(
    (
        *("fear", "fears", "feared", "fearing", "believe", "believes", "believed", "thinks"),
        *("think", "thought", "suspect", "suspects", "suspected", "presumed", "alleged"),
    )
)
"""Before a clause they do not vouch for it either: "officials fear 12 were killed"."""
MANAGING: Final = frozenset(("managed", "managing", "proceeded", "succeeded"))
"""Verbs whose infinitive was done: "managed to kill"."""

_LISTS: Final[dict[WordClass, Iterable[str]]] = {
    WordClass.DETERMINER: (
        *("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my"),
        *("your", "each", "every", "any", "both", "either", "another", "such", "what", "whose"),
    ),
    WordClass.PREPOSITION: (
        *("of", "in", "on", "at", "by", "for", "from", "with", "within", "without", "into"),
        *("onto", "upon", "during", "near", "against", "among", "amongst", "amid", "amidst"),
        *("between", "through", "throughout", "across", "over", "under", "above", "below"),
        *("around", "about", "off", "toward", "towards", "inside", "outside", "aboard", "beside"),
        *("beyond", "behind", "despite", "including", "following", "via", "versus", "per", "like"),
        *("as", "than", "except", "excluding", "until", "till", "besides", "alongside", "atop"),
        *("concerning", "regarding", "involving", "amounting", "according", "due", "because"),
        *("up", "down", "out", "after", "before", "since", "plus"),
    ),
    WordClass.BE: (
        *("was", "were", "is", "are", "be", "been", "being", "am", "get", "gets", "got"),
        *("getting", "remain", "remains", "remained", "become", "became", "lay", "went", "go"),
        *("wasn't", "weren't", "isn't", "aren't"),
    ),
    WordClass.HAVE: ("has", "have", "had", "having", "hasn't", "haven't", "hadn't"),
    WordClass.DO: ("did", "do", "does", "didn't", "don't", "doesn't"),
    WordClass.MODAL: (
        *("will", "would", "could", "should", "might", "may", "must", "can", "cannot", "shall"),
        *("can't", "won't", "wouldn't", "couldn't", "shouldn't", "ought"),
    ),
    WordClass.NOT: ("not", "never", "nor", "neither", "hardly"),
    WordClass.TO: ("to",),
    WordClass.LINK: ("and", "&", "or", "but", "then", "yet", "/"),
    WordClass.RELATIVE: ("who", "which", "that", "whom"),
    WordClass.OPENING: (
        *("when", "where", "while", "although", "though", "whereas", "why", "how", "so"),
    ),
    WordClass.CONDITION: ("if", "unless", "whether", "lest", "would-be"),
    WordClass.PRONOUN: (
        *("he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me", "there"),
        *("here", "himself", "herself", "themselves", "itself", "everybody", "everyone"),
        *("anyone", "anybody", "someone", "somebody"),
    ),
    WordClass.ADVERB: (
        *("also", "still", "just", "only", "already", "later", "far", "now", "again", "once"),
        *("almost", "even", "too", "there", "thus", "hence", "however", "meanwhile", "moreover"),
        *("instead", "perhaps", "maybe", "earlier", "shortly", "seriously", "soon", "afterwards"),
        *("badly", "slightly", "severely", "critically", "gravely", "fatally", "reportedly"),
        *("allegedly", "apparently", "subsequently", "all", "together", "alive", "ago", "away"),
        *("overnight", "else", "ever", "often", "always", "well", "nearly", "first", "either"),
    ),
    WordClass.TIME: (
        *("yesterday", "today", "tonight", "tomorrow", "monday", "tuesday", "wednesday"),
        *("thursday", "friday", "saturday", "sunday", "january", "february", "march", "april"),
        *("june", "july", "august", "september", "october", "november", "december", "noon"),
        *("midnight", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct"),
        *("nov", "dec", "last"),
    ),
    WordClass.SPEAKING: _SPEAKING,
    WordClass.VERB: (
        *("took", "takes", "take", "taken", "taking", "came", "comes", "come", "coming", "gave"),
        *("gives", "give", "given", "made", "makes", "make", "making", "began", "begins"),
        *("begun", "broke", "broken", "brought", "brings", "bring", "built", "blew", "blown"),
        *("bought", "caught", "chose", "cost", "costs", "cut", "drew", "drove", "fell", "fallen"),
        *("falls", "fought", "fighting", "fled", "flew", "forgot", "grew", "gone", "going"),
        *("goes", "hit", "hits", "held", "holds", "hid", "hidden", "hung", "kept", "keeps"),
        *("led", "leads", "left", "leaves", "leave", "leaving", "lent", "let", "lit", "lost"),
        *("loses", "met", "meets", "paid", "put", "puts", "ran", "runs", "run", "rose", "rises"),
        *("risen", "sang", "sat", "saw", "sees", "seen", "see", "sent", "sends", "set", "shook"),
        *("shot", "shut", "slept", "sold", "spent", "spoke", "speaks", "stood", "stands"),
        *("stole", "struck", "strikes", "swept", "swore", "taught", "threw", "thrown", "throws"),
        *("tore", "understood", "woke", "won", "wore", "began", "rushed", "includes"),
        *("include", "included", "occurs", "occur", "happens", "happen", "wants", "want"),
        *("tries", "try", "continues", "continue", "belongs", "belong", "causes", "cause"),
        *("caused", "causing", "carries", "shows", "brought", "burnt"),
        *("spread", "burst", "bled", "bore", "bound", "dealt", "dug", "fed", "felt"),
        *("forced", "found", "finds", "find", "laid", "lain", "meant", "rode"),
        *("sank", "sunk", "sought", "shown", "split", "sprang", "stuck", "sworn", "written"),
    ),
    WordClass.COMMA: (",", "\u2014"),
    WordClass.BREAK: (";", ":", "\u2026", "?", "!", "\u2022", "|"),
    WordClass.QUOTE: ('"', "'"),
    WordClass.OPENS: ("(", "[", "{"),
    WordClass.CLOSES: (")", "]", "}"),
}
_CLASSES: Final = {word: its for its, words in _LISTS.items() for word in words}
"""Of a word in several lists the last one counts."""

_FIRST_PICTURE: Final = "\u2190"
"""Signs before it, such as the one for a number, part nothing."""

_NOUNS_IN_LY: Final = frozenset(
    ("family", "italy", "assembly", "anomaly", "supply", "reply", "monopoly", "butterfly", "bully")
)
_NOUNS_IN_ED: Final = frozenset(("hundred", "breed", "speed", "seed", "creed", "feed", "weed"))
_NOUNS_IN_ING: Final = frozenset(
    (
        *("building", "buildings", "morning", "evening", "meeting", "beginning", "king", "ring"),
        *("spring", "string", "wing", "thing", "bombing", "bombings", "shooting", "fighting"),
        *("hearing", "opening", "gathering", "uprising", "housing", "shelling", "beijing"),
        *("training", "firing", "looting", "rioting", "reading", "trafficking", "holding"),
    )
)


def _class_of_mark(mark: str) -> WordClass:
    """Say that a picture parts clauses, as in a post of "12 killed", a flash and "40 injured"."""
    is_picture = mark >= _FIRST_PICTURE and category(mark) == "So"
    return WordClass.BREAK if is_picture else WordClass.MARK


@lru_cache(maxsize=8192)
def word_class(token: str) -> WordClass:
    """Say what a word does, by its list or else by its ending."""
    known = _CLASSES.get(token)
    if known is not None:
        return known
    if not token[0].isalpha():
        return WordClass.NOUN if token[0].isdecimal() else _class_of_mark(token[0])
    if token.endswith("ly") and len(token) > 4 and token not in _NOUNS_IN_LY:
        return WordClass.ADVERB
    if token.endswith("ed") and len(token) > 4 and token not in _NOUNS_IN_ED:
        return WordClass.VERB
    if token.endswith("ing") and len(token) > 5 and token not in _NOUNS_IN_ING:
        return WordClass.VERB
    return WordClass.NOUN
