"""Lexemes: a text cut into the phrases of a table, the numerals, and the words it does not know."""

from __future__ import annotations

from typing import Final, final

from kazfigures.wording.tables import Node, Term, WordTable
from kazfigures.wording.tokens import INVISIBLE, TOKEN, composed, fold

__all__ = ["MARK", "NUMERAL", "STRANGE", "WORD", "Lexemes"]

NUMERAL: Final = Term(starts=True)
"""A number in digits, well written or not."""
STRANGE: Final = Term(starts=True)
"""A word with a digit in it that is read nowhere, such as a superscript."""
WORD: Final = Term()
"""A word that the table does not know."""
MARK: Final = Term()
"""A mark that the table does not know."""
_END: Final = Term()
_PADDING: Final = 4
"""How far beyond the last lexeme the grammar may look."""


@final
class Lexemes:
    """The lexemes of a text: for each its term, its first token and its span."""

    __slots__ = ("count", "ends", "folded", "starts", "table", "terms", "text", "tokens")

    def __init__(self, text: str, table: WordTable) -> None:
        self.text = text
        self.table = table
        self.folded = fold(text, table.same)
        spans: list[tuple[int, int]] = []
        pieces: list[str] = []
        for match in TOKEN.finditer(self.folded):
            spans.append(match.span())
            pieces.append(match[0])
        if not text.isascii():
            pieces = [
                p if p[0].isdecimal() or p.isalnum() else composed(p, table.same) for p in pieces
            ]
        self.terms: list[Term] = []
        self.tokens: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        index = table.index
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            node = index.get(piece)
            if node is None:
                term, after = _unknown(piece), at + 1
            else:
                term, after = _longest(node, pieces, at)
            self.terms.append(term)
            self.tokens.append(piece)
            self.starts.append(spans[at][0])
            self.ends.append(spans[after - 1][1])
            at = after
        self.count = len(self.terms)
        self.terms += [_END] * _PADDING
        self.tokens += [" "] * _PADDING
        self.starts += [-1] * _PADDING
        self.ends += [-2] * _PADDING

    def original(self, at: int) -> str:
        """The text of a lexeme as it was given."""
        return self.text[self.starts[at] : self.ends[at]]

    def is_glued(self, at: int) -> bool:
        """Whether a lexeme stands against the one before it, with nothing between that is seen."""
        start, end = self.starts[at], self.ends[at - 1]
        return start == end or (0 <= end < start and not self.text[end:start].strip(INVISIBLE))


def _unknown(piece: str) -> Term:
    if piece.isalpha():
        return WORD
    first = piece[0]
    if first.isdecimal():
        return NUMERAL
    if not piece.isascii() and any(one.isnumeric() and not one.isalpha() for one in piece):
        return STRANGE
    return WORD if first.isalpha() else MARK


def _longest(node: Node, pieces: list[str], at: int) -> tuple[Term, int]:
    """Follow the longest phrase of the table that starts here."""
    found, after = node.term, at + 1
    ahead = after
    while node.longer and ahead < len(pieces):
        following = node.longer.get(pieces[ahead])
        if following is None:
            break
        node, ahead = following, ahead + 1
        if node.term is not None:
            found, after = node.term, ahead
    return found or _unknown(pieces[at]), after
