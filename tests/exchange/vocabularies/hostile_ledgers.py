"""Ledgers in which every text is hostile; the texts are in `tests/hostile/texts.tsv`."""

from __future__ import annotations

import json
from pathlib import Path

from kazfigures import Count, Figure, Ledger, Measure, Notice, Observation, Source

_TABLE = Path(__file__).parents[2] / "hostile" / "texts.tsv"
_ROWS = [row.split("\t") for row in _TABLE.read_text(encoding="utf-8").splitlines()[1:]]
TEXTS: dict[str, str] = {name: json.loads(payload) for name, payload in _ROWS}


def hostile_ledger(text: str) -> Ledger:
    """Two tellings of one statement, and reports that were denied, retracted and corrected."""
    path = "/".join(step for step in text.split("/") if step.strip()) or text.replace("/", "-")
    url = f"https://example.org/{''.join(text.split())}"

    def name(field: str) -> str:
        return f"{text} {field}"

    measure = Measure(
        name("outcome"), path, f"{path} place", name("event"), name("unit"), definition=text
    )
    claimant = Source(name("claimant"), "official", text)

    def said(number: int, by: Source, hour: int, via: tuple[str, ...], origin: str) -> Observation:
        as_of, reported = f"2022-01-07T{hour:02}:00+06:00", f"2022-01-07T{hour + 5:02}:00+06:00"
        figure = Figure(f"{number} {text}", number, Count.exactly(number))
        rest = {"url": url, "note": name("note"), "via": via, "origin": origin}
        return Observation(measure, figure, by, as_of, reported, **rest)

    told = [
        said(18, claimant, 9, via, name("origin"))
        for via in [(text,), (text, "TASS"), ("AP", text)]
    ]
    denied = said(19, Source("Hospital", "hospital"), 10, (), "")
    gone = said(164, Source(name("monitor"), "monitor"), 11, (), "")
    wrong = said(30, Source("Witness", "witness"), 12, (), "")
    right = said(20, Source("Witness", "witness"), 13, (), "")
    at = "2022-01-07T20:00+06:00"
    return Ledger(
        [
            *told,
            *(denied, gone, wrong, right),
            Notice("denial", denied, claimant, at, text, url),
            Notice("retraction", gone, gone.source, at, text, url),
            Notice("correction", wrong, wrong.source, at, text, url, right),
        ]
    )
