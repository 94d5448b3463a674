"""Fuzz a reader: bytes that libFuzzer makes up, guided by the branches of kazfigures they reach.

    pip install atheris
    python tests/fuzz/fuzz.py words --runs 1000000

The readers are words, moments, jsonl and csv; what must hold of each stands in
`tests/hostile/oracles.py`.
What breaks a promise is written to `tests/hostile/finds/READER/`, where the ordinary tests try it
from then on.
The bytes that reached something new are kept in a folder of their own (`--corpus`), and a later
run goes on from there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import atheris

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / "hostile"), str(TESTS.parent)]

with atheris.instrument_imports(include=["kazfigures"]):
    import oracles

    from kazfigures.exchange.records import COLUMNS

SIZES = {"words": 96, "moments": 68, "jsonl": 320, "csv": 320}


def dictionary(reader: str) -> Iterator[str]:
    """Give the words that a reader knows, for libFuzzer to put in."""
    if reader == "words":
        for table in oracles.TABLES:
            yield from table.index
    elif reader == "moments":
        yield from ("January", "Sept", "Fri", "Sunday", "p.m.", "am", " at ", " on ", "th", "nd")
        yield from ("[Asia/Almaty]", "[UTC]", "+06:00", "-00:00", "Z", "2022", "1900", "2100", "T")
    else:
        yield from (*COLUMNS, *(one for one in oracles.VALUES if isinstance(one, str)))
        yield from (
            "open",
            "\\u0000",
            "\\ud800",
            "NaN",
            "1e400",
            '"',
            '""',
            "\r\n",
            " | ",
            "\ufeff",
        )


def quoted(word: str) -> str:
    """Write a word as libFuzzer's dictionaries do."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reader", choices=list(oracles.READERS))
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()
    corpus = asked.corpus or Path(mkdtemp(prefix=f"fuzz-{asked.reader}-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(oracles.SEEDS[asked.reader]):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = corpus.parent / f"{corpus.name}.dict"
    words.write_text("".join(f'"{quoted(word)}"\n' for word in dictionary(asked.reader) if word))
    finds = TESTS / "hostile" / "finds" / asked.reader
    finds.mkdir(parents=True, exist_ok=True)
    options = {
        "runs": asked.runs,
        "seed": asked.seed,
        "max_len": SIZES[asked.reader],
        "dict": words,
        "artifact_prefix": f"{finds}/",
        "timeout": 10,
        "print_final_stats": 1,
    }
    given = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], *given, str(corpus)], oracles.READERS[asked.reader])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
