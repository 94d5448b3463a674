"""Sentences that a desk can print: attributed, dated, hedged as far as the evidence.

The extra `words` brings what they need: message catalogues (Fluent), and how languages write
numbers, dates and lists (Babel).
"""

from kazfigures.surfaces.words.sentences import Printed, Sentence, sentence
from kazfigures.surfaces.words.styles import STYLES, Style, agency, kazakh, plain, russian

__all__ = [
    "STYLES",
    "Printed",
    "Sentence",
    "Style",
    "agency",
    "kazakh",
    "plain",
    "russian",
    "sentence",
]
