"""dateline: "ALMATY, Jan 7 (Reuters) -", which says where and when a text was written."""

from __future__ import annotations

from typing import Final

from kazfigures.drafting.lexicon.word_classes import WordClass, word_class
from kazfigures.drafting.sentences import Sentence

__all__ = ["dateline"]

_LONGEST: Final = 20
_DASHES: Final = frozenset(("-", "\u2014"))
_CAPITAL_ENDS: Final = frozenset((")", "]", "date"))
_INSIDE_SENTENCES: Final = frozenset((WordClass.BE, WordClass.HAVE, WordClass.RELATIVE))


def dateline(sentence: Sentence) -> int:
    """Give the place behind "ALMATY, Jan 7 (Reuters) -", or the first where there is none.

    What it says is where and when the text was written.
    It begins in capitals; a text that has no other letters ends it with a bracket or a year.
    """
    tokens = sentence.tokens
    if not sentence.text[sentence.start : sentence.ends[0]].isupper() or len(tokens[0]) == 1:
        return 0
    is_inside = False
    for at in range(1, min(_LONGEST, len(tokens) - 1)):
        word = tokens[at]
        is_inside = word == "(" or (is_inside and word != ")")
        if (
            not is_inside
            and word in _DASHES
            and (tokens[at + 1] in _DASHES or sentence.ends[at] < sentence.starts[at + 1])
        ):
            is_dateline = not sentence.is_capital or tokens[at - 1] in _CAPITAL_ENDS
            return at + 1 if is_dateline or tokens[at - 1].isdecimal() else 0
        if word_class(word) in _INSIDE_SENTENCES:
            return 0
    return 0
