"""Measure the drafting on news texts with official answer keys, and print what was measured.

    python tests/benchmarks/drafting.py ../shared/data               # recall, and speed
    python tests/benchmarks/drafting.py ../shared/data --missed      # and what was missed
    python tests/benchmarks/drafting.py ../shared/data --drafts 100  # drafts only, for reading

The texts are those of MUC-3 and MUC-4 (public domain), of 1989 and 1990 and in capitals.
An entry of the keys is a text and a target of whom a number of two or more was killed or injured.
It is found where the text has a draft of that outcome, or of casualties, that states the number or
one of several that the key allows, or a range from below it to above it.
A vague word ("dozens") finds nothing.
Times are of the process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any, Final, NamedTuple

from measure import seconds

from kazfigures import find
from kazfigures.drafting import Certainty, Draft, Drafts, draft
from kazfigures.drafting.sentences import sentences

NAME: Final = "muc4-dev.jsonl.gz"
REPORTED: Final = "1990-12-31[UTC]"
OUTCOMES: Final[Mapping[str, frozenset[str]]] = {
    "DEATH": frozenset({"killed", "casualties", "decapitated"}),
    "INJURY": frozenset({"injured", "casualties"}),
}
HARM: Final = frozenset({"killed", "injured", "casualties"})
NUMBER: Final = re.compile(r"\d+")
MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
DATELINE: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d\d) ")
MEGABYTE: Final = 1_000_000
SMALL: Final = 100_000
PUMPS: Final[Mapping[str, str]] = {
    "spaces": " ",
    "newlines": "\n",
    "one word": "a",
    "accents": "\u0301",
    "commas": ", ",
    "quotes": "\" '",
    "brackets": "([{",
    "short sentences": "a. ",
    "killed": "killed ",
    "18": "18 ",
    "18 killed": "18 killed ",
    "18 killed, sentence by sentence": "18 were killed. ",
    "18 killed, line by line": "18 killed\n",
    "said": "said ",
    "the ministry said 18 were killed": "the ministry said 18 were killed, ",
    "on Thursday in Almaty": "on Thursday in Almaty ",
    "denied that 164 died": "denied that 164 died ",
    "including two": "including two ",
}


class Entry(NamedTuple):
    """So many of a target whom a text has as killed or injured, by the official key."""

    numbers: frozenset[int]
    effects: frozenset[str]
    target: str

    def is_found(self, drafts: Sequence[Draft]) -> bool:
        outcomes = frozenset[str]().union(*(OUTCOMES[effect] for effect in self.effects))
        return any(one.outcome in outcomes and self.fits(one) for one in drafts)

    def fits(self, one: Draft) -> bool:
        count = one.figure.count
        if one.figure.stated is not None or count.high is None:
            return one.figure.stated in self.numbers
        return any(number in count for number in self.numbers)


def entries(story: Mapping[str, Any]) -> Iterator[Entry]:
    """Give the entries of a text, each target once."""
    seen = set[str]()
    for template in story["templates"]:
        for told in template["hum_number"]:
            target = told["target"]
            numbers = frozenset(int(digits) for digits in NUMBER.findall(told["value"]))
            effects = frozenset(
                effect
                for harmed in template["hum_effect"]
                if harmed["target"] == target
                for effect in OUTCOMES
                if effect in harmed["value"] and "NO " not in harmed["value"]
            )
            if target not in seen and effects and max(numbers, default=0) >= 2:
                seen.add(target)
                yield Entry(numbers, effects, target)


def read(text: str) -> Drafts:
    return draft(text, reported=REPORTED)


def read_on_its_day(text: str) -> Drafts:
    """Draft a text as reported on the day of its dateline, where it has one."""
    dateline = DATELINE.search(text)
    if dateline is None:
        return read(text)
    day, month, year = dateline.groups()
    return draft(text, reported=f"19{year}-{MONTHS.index(month) + 1:02}-{int(day):02}[UTC]")


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def show_recall(stories: Sequence[Mapping[str, Any]], *, missed: bool) -> None:
    """Print how many entries were found, and the others where asked."""
    told, found = Counter[str](), Counter[str]()
    lines: list[str] = []
    for story in stories:
        drafts = read(story["text"])
        for entry in entries(story):
            effect = " and ".join(sorted(entry.effects)).lower()
            is_found = entry.is_found(drafts)
            for row in (effect, "all"):
                told[row] += 1
                found[row] += is_found
            if not is_found:
                lines.append(f"\n{story['doc']} {effect} {sorted(entry.numbers)} {entry.target}")
                lines.extend(
                    f"    {sentence}" for sentence in holding(story["text"], entry.numbers)
                )
    print("| outcome of the key | entries | found | recall |\n|---|---|---|---|")
    for row in sorted(told, key=lambda row: (row == "all", row)):
        print(f"| {row} | {told[row]} | {found[row]} | {found[row] / told[row]:.3f} |")
    if missed:
        print("\n".join(lines))


def holding(text: str, numbers: frozenset[int]) -> Iterator[str]:
    """Give the sentences of a text in which a number is found, with what was drafted there."""
    drafts = read(text)
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if any(quantity.figure.stated in numbers for quantity in find(words)):
            told = [shown(one) for one in drafts if one.sentence.start == sentence.start]
            yield f"{on_one_line(words)}  => {'; '.join(told) or 'nothing'}"


def shown(one: Draft) -> str:
    """Write a draft on one line, with `~` before what is inferred."""

    def told(part: str, before: str, words: str, behind: str = "") -> str:
        mark = "~" if one.certainty(part) is Certainty.INFERRED else ""
        return f"{before}{mark}{words}{behind}" if words else ""

    parts = (
        told("population", " ", one.population),
        told("place", " in ", one.place),
        told("as_of", " on ", "" if one.as_of is None else str(one.as_of)),
        told("claimant", ", ", one.claimant, " said"),
        told("relay", " (", one.relay, ")"),
    )
    return f"[{on_one_line(one.figure.wording)} {one.outcome}{''.join(parts)}]"


def show_drafts(stories: Sequence[Mapping[str, Any]], texts: int, seed: int) -> None:
    """Print the drafts of a random choice of texts in their sentences."""
    chosen = random.Random(seed).sample(stories, min(texts, len(stories)))  # noqa: S311
    number = 0
    for story in chosen:
        text = story["text"]
        for one in read_on_its_day(text):
            number += 1
            mark = " " if one.outcome in HARM else "*"
            sentence = on_one_line(text[slice(*one.sentence)])
            print(f"{number:4}{mark} {story['doc']} {shown(one)}\n      {sentence}")


def show_speed(stories: Sequence[Mapping[str, Any]]) -> None:
    """Print what a sentence takes over whole documents, and how time grows with the text."""
    texts = [story["text"] for story in stories]
    whole = sum(1 for text in texts for _ in sentences(text))
    each = seconds(lambda: [read(text) for text in texts]) / whole
    cutting = seconds(lambda: [list(sentences(text)) for text in texts]) / whole
    splitting = seconds(lambda: [text.casefold().split() for text in texts]) / whole
    print("\n| what | measured |\n|---|---|")
    print(f"| sentences of {len(texts)} texts | {whole:,} |")
    print(f"| a sentence, drafted | {each * 1e3:.3f} ms |")
    print(f"| a sentence, cut and tokenised only | {cutting * 1e3:.3f} ms |")
    print(f"| the ratio to casefold and split | {each / splitting:,.0f} x |")
    joined = "\n\n".join(texts)
    joined *= -(-MEGABYTE // len(joined))
    half, full = (seconds(partial(read, joined[:size]), 2) for size in (500_000, MEGABYTE))
    print(f"| all in one text of 0.5 and 1 MB | {half:.2f} and {full:.2f} s |")
    print(f"| twice the text takes (2 is linear) | {full / half:.2f} x |")


def show_pumps() -> None:
    """Print what 1 MB of hostile text takes."""
    print("\n| over and over | 0.1 MB | 1 MB | x | drafts |\n|---|---|---|---|---|")
    for name, piece in PUMPS.items():
        small, large = (piece * (size // len(piece)) for size in (SMALL, MEGABYTE))
        short, long = clocked(read, small), clocked(read, large)
        times = long[0] / max(short[0], 1e-4)
        print(f"| {name} | {short[0]:.3f} s | {long[0]:.2f} s | {times:.1f} | {long[1]:,} |")


def clocked(work: Callable[[str], Drafts], text: str) -> tuple[float, int]:
    begun = process_time()
    drafts = len(work(text))
    return process_time() - begun, drafts


def main() -> None:
    """Measure recall, speed and hostile text, or print drafts for reading."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help=f"where {NAME} is")
    parser.add_argument("--missed", action="store_true", help="print the entries not found too")
    parser.add_argument("--drafts", type=int, metavar="N", help="print the drafts of N texts only")
    parser.add_argument("--seed", type=int, default=7, help="which N texts")
    options = parser.parse_args()
    file: Path = options.folder / NAME
    if not file.is_file():
        parser.error(f"{NAME} is not in {options.folder}")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    if options.drafts:
        show_drafts(stories, options.drafts, options.seed)
        return
    show_recall(stories, missed=options.missed)
    show_speed(stories)
    show_pumps()


if __name__ == "__main__":
    main()
