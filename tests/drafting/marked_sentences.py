"""Sentences with marks: {26 people were killed} is asked about, <18 hurt> is another figure."""

from __future__ import annotations

from kazfigures.drafting.phrases import Phrase, Span
from kazfigures.drafting.sentences import sentences
from kazfigures.drafting.settings.adjuncts import Regions

__all__ = ["marked", "written"]


def marked(text: str) -> Regions:
    """Give the figures of the sentence that holds the one asked about, which comes first."""
    plain: list[str] = []
    spans: dict[str, list[Span]] = {"}": [], ">": []}
    start = 0
    for character in text:
        if character in "{<":
            start = len(plain)
        elif character in "}>":
            spans[character].append(Span(start, len(plain)))
        else:
            plain.append(character)
    [own] = spans["}"]
    [sentence] = [
        one for one in sentences("".join(plain)) if one.start <= own.start and own.end <= one.end
    ]
    others = [one for one in spans[">"] if sentence.start <= one.start < sentence.end]
    return Regions(sentence, [own, *others])


def written(phrase: Phrase, words: str) -> str:
    """Write words with a mark where they were inferred."""
    return f"~{words}" if phrase.certainty.value == "inferred" else words
