"""A hostile text stays a text, wherever it stands and whatever draws it.

`tests/hostile/texts.tsv` holds the texts.
Each is put into every field that takes a text, and what is drawn is held beside the same drawing
of a harmless text of the same shape: the elements and the names of their attributes must be the
same, and the text must still be there to read.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import kazfigures as kf
from kazfigures import (
    Count,
    Figure,
    Ledger,
    Measure,
    Notice,
    NoticeKind,
    Observation,
    Source,
)
from kazfigures.errors import ObservationError
from kazfigures.surfaces import charts, words
from kazfigures.surfaces.report import Page, report

_TABLE = (Path(__file__).parent.parent / "hostile" / "texts.tsv").read_text(encoding="utf-8")
_ROWS = [row.split("\t") for row in _TABLE.splitlines()[1:]]
TEXTS: dict[str, str] = {name: json.loads(payload) for name, payload in _ROWS}
NAMES = tuple(TEXTS)
CHUNKS = [NAMES[start : start + 30] for start in range(0, len(NAMES), 30)]
FIELDS = (
    *("outcome", "population", "place", "event", "unit", "definition"),
    *("name", "side", "via", "origin", "note", "wording", "url"),
    *("reason", "by", "rule", "title"),
)
PATHS = ("population", "place")
ANY_LETTER = re.compile(r"[^\s/]")
ANY_SIGN = re.compile(r"[^\s]")
FILLING = "\N{CJK UNIFIED IDEOGRAPH-5B57}"  # no case, no other direction, and no surface writes it
TURNING = re.compile("[\u202a-\u202e]")
CODE = ("script", "style")
ALL_DAY = "2022-01-07[Asia/Almaty]"
LAWFUL_LINK = re.compile(r"(https?://|#)", re.IGNORECASE)


def filled(text: str, field: str) -> str:
    """Give a harmless text of the same shape: letters for letters, the same spaces and steps."""
    return (ANY_LETTER if field in PATHS else ANY_SIGN).sub(FILLING, text)


def in_field(text: str, field: str, mark: str = "") -> str:
    """Put the name of its field behind a text, so that it can be told where it is lost."""
    if field == "url":
        return f"https://example.org/{''.join(text.split())}{mark.strip()}"
    if field in PATHS:  # no empty steps
        text = "/".join(step for step in text.split("/") if step.strip())
    return f"{text} {field}{mark}"


def hostile(name: str, mark: str = "") -> dict[str, str]:
    return {field: in_field(TEXTS[name], field, mark) for field in FIELDS}


def harmless(name: str, mark: str = "") -> dict[str, str]:
    return {field: in_field(filled(TEXTS[name], field), field, mark) for field in FIELDS}


def seen(text: str) -> str:
    """Give what a reader sees of a text: composed, in single spaces, without what is invisible."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join([letter for letter in composed if _is_seen(letter)]).split())


@cache
def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf" and letter != "\N{REPLACEMENT CHARACTER}"


class Drawing(HTMLParser):
    """The elements of some HTML with the names of their attributes, its texts and its links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.styles: list[str] = []
        self.code: list[str] = []
        self.feed(html)
        self.close()
        self.text = seen(" ".join(self.words))

    @property
    def apart_from_lines(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements, but for the lines into which a picture breaks a text by its width."""
        return [one for one in self.elements if one[0] not in ("tspan", "/tspan")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        values = {name: value or "" for name, value in attrs}
        self.words += values.values()
        self.links += [values[name] for name in ("href", "src", "xlink:href") if name in values]
        self.styles += [values[name] for name in ("style", "class", "id") if name in values]

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        (self.code if self.cdata_elem in CODE else self.words).append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append((f"<!--{data}", ()))

    def handle_decl(self, decl: str) -> None:
        self.elements.append((f"<!{decl}", ()))

    def handle_pi(self, data: str) -> None:
        self.elements.append((f"<?{data}", ()))

    def unknown_decl(self, data: str) -> None:
        self.elements.append((f"<![{data}", ()))


def measure_of(texts: Mapping[str, str], **others: Any) -> Measure:  # noqa: ANN401
    return Measure(
        texts["outcome"],
        texts["population"],
        texts["place"],
        texts["event"],
        texts["unit"],
        definition=texts["definition"],
        **others,
    )


def scene(texts: Mapping[str, str], minute: int = 0, measure: Measure | None = None) -> Ledger:
    """A dispute, a relay of the same statement, a report taken back, and a correction."""
    measure = measure_of(texts) if measure is None else measure
    source = Source(texts["name"], "official", texts["side"])
    told, note, url = (texts["via"],), texts["note"], texts["url"]

    def said(number: int, by: Source, hour: int, later: int = 0, **others: Any) -> Observation:  # noqa: ANN401
        wording = texts["wording"] if number < 30 else str(number)
        return Observation(
            measure,
            Figure(wording, number, Count.exactly(number)),
            by,
            f"2022-01-07T{hour:02}:{minute:02}+06:00",
            f"2022-01-07T{hour + later:02}:{minute:02}+06:00",
            url=url,
            note=note,
            **others,
        )

    first = said(18, source, 9, via=told, origin=texts["origin"])
    again = said(18, source, 9, 5, via=(texts["via"], "TASS"), origin=texts["origin"])
    others = said(20, Source("Hospital", "hospital", texts["side"]), 10, via=told)
    gone = said(164, Source(texts["by"], "monitor"), 11)
    wrong = said(30, Source("Witness", "witness"), 12)
    right = said(20, Source("Witness", "witness"), 13)
    at = [f"2022-01-07T{hour}:{minute:02}+06:00" for hour in (20, 21, 22)]
    why = texts["reason"]
    return Ledger(
        [
            *(first, again, others, gone, wrong, right),
            Notice(NoticeKind.RETRACTION, gone, gone.source, at[0], why, url),
            Notice(NoticeKind.DENIAL, others, Source(texts["by"]), at[1], why, url),
            Notice(NoticeKind.CORRECTION, wrong, wrong.source, at[2], why, url, right),
        ]
    )


def named(rule: kf.Rule, texts: Mapping[str, str]) -> kf.Rule:
    return rule.named(texts["rule"], f"{texts['rule']}, in a sentence")


def values_of(texts: Mapping[str, str]) -> dict[str, Any]:
    """Give a value of each kind that is drawn, with the text in each of its fields."""
    ledger = scene(texts)
    rule = named(kf.house, texts)
    estimates = kf.reconcile(ledger, rule)
    [estimate] = estimates
    timeline = kf.timeline(ledger, estimate.measure, rule)
    several = kf.sensitivity(ledger, [rule, kf.pools.envelope])
    first, again, others = ledger.observations[:3]
    return {
        "ledger": ledger,
        "estimate": estimate,
        "estimates": estimates,
        "timeline": timeline,
        "sensitivities": several,
        "comparison of two": kf.compare(first, again),
        "comparison of two others": kf.compare(first, others),
        **{f"entry {at}": entry for at, entry in enumerate(ledger)},
        **{f"turn {at}": turn for at, turn in enumerate(timeline)},
        **{f"sensitivity {at}": one for at, one in enumerate(several)},
        **{f"finding {one.kind}": one for one in kf.audit(ledger)},
    }


@cache
def pieces(name: str, mark: str) -> list[tuple[str, str, str]]:
    """Give each field, and what a reader sees of it where it is harmless, and where it is not."""
    plain, told = harmless(name, mark), hostile(name, mark)
    return [
        (field, seen(one).casefold(), seen(other).casefold())
        for field in FIELDS
        for one, other in (
            zip(plain[field].split("/"), told[field].split("/"), strict=True)
            if field in PATHS
            else [(plain[field], told[field])]
        )
    ]


def fields_lost(
    name: str, plain: str, drawn: str, mark: str = "", fields: Sequence[str] = FIELDS
) -> list[str]:
    """The fields whose text is there to read where it is harmless, and is not where it is not.

    A sentence begins with a capital letter, so the case of letters does not count.
    """
    plain, drawn = plain.casefold(), drawn.casefold()
    return [
        field
        for field, harmless_piece, piece in pieces(name, mark)
        if field in fields and harmless_piece in plain and piece not in drawn
        if field in piece or field == "url"  # a step alone may stand anywhere
    ]


def test_there_are_120_hostile_texts_each_with_a_name_of_its_own() -> None:
    assert len(TEXTS) == len(set(TEXTS.values())) == 120


def test_every_hostile_text_can_stand_in_every_field() -> None:
    for name in NAMES:
        ledger = scene(hostile(name))
        assert len(ledger.observations) == 6
        assert len(ledger.notices) == 3


@pytest.mark.parametrize("name", NAMES)
def test_an_address_that_is_not_on_the_web_is_refused(name: str) -> None:
    with pytest.raises(ObservationError, match="http"):
        Observation(Measure("killed"), "18", "TASS", ALL_DAY, ALL_DAY, url=TEXTS[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_value_is_drawn_with_the_elements_of_a_harmless_one(name: str) -> None:
    values, harmless_values = values_of(hostile(name)), values_of(harmless(name))
    kinds = values.keys() & harmless_values.keys()  # the audit may find the filling alike
    assert len(kinds) > 25
    for kind in sorted(kinds):
        for method in ("__html__", "_repr_html_"):
            html = getattr(values[kind], method)()
            drawn, plain = Drawing(html), Drawing(getattr(harmless_values[kind], method)())
            assert drawn.elements == plain.elements, kind
            assert drawn.styles == plain.styles, kind
            assert drawn.code == plain.code, kind
            assert all(map(LAWFUL_LINK.match, drawn.links)), kind
            assert not TURNING.search(html), kind
            assert not fields_lost(name, plain.text, drawn.text), kind


@pytest.mark.parametrize("style", ["plain", "agency", "russian", "kazakh"])
def test_a_sentence_takes_a_hostile_text_as_a_name_and_as_nothing_else(style: str) -> None:
    for name in NAMES:
        for asked in (kf.house, kf.pools.lowest):
            [estimate] = kf.reconcile(scene(hostile(name)), asked)
            [harmless_one] = kf.reconcile(scene(harmless(name)), asked)
            said = words.sentence(estimate, style=getattr(words, style))
            plain = words.sentence(harmless_one, style=getattr(words, style))
            assert not fields_lost(name, seen(plain.text), seen(said.text)), name
            assert [one.count for one in said.figures] == [one.count for one in plain.figures], name


Texts = Callable[[str, str], dict[str, str]]
Draw = Callable[[Sequence[str], Texts], Any]


def marked(name: str) -> str:
    """Give a mark that tells a text from all others of its shape."""
    return f" {NAMES.index(name)}."


def joined(names: Sequence[str], texts: Texts) -> dict[str, str]:
    """Put several texts into each field, one after another."""
    told = [texts(name, marked(name)) for name in names]
    return {field: " ".join(one[field] for one in told) for field in FIELDS}


def chunk(names: Sequence[str], texts: Texts) -> Ledger:
    """Give one measure with a scene for each of several texts, of many its first report alone."""
    measure = measure_of(joined(names, texts))
    scenes = [
        list(scene(texts(name, marked(name)), at % 60, measure)) for at, name in enumerate(names)
    ]
    return Ledger([entry for one in scenes for entry in (one[:1] if len(names) > 30 else one)])


def the_timeline(names: Sequence[str], texts: Texts) -> Any:  # noqa: ANN401
    ledger = chunk(names, texts)
    rule = named(kf.house, texts(names[0], ""))
    return charts.timeline(kf.timeline(ledger, ledger.measures[0], rule))


def the_claims(names: Sequence[str], texts: Texts) -> Any:  # noqa: ANN401
    [estimate] = kf.reconcile(chunk(names, texts), named(kf.house, texts(names[0], "")))
    return charts.claims(estimate, set_aside=True, most=1_000)


def the_parts(names: Sequence[str], texts: Texts) -> Any:  # noqa: ANN401
    told = [texts(name, marked(name)) for name in names]
    whole = Measure("killed", place="Kazakhstan", event=told[0]["event"])
    parts = [
        Measure("killed", place=f"Kazakhstan/{one['place']}", event=told[0]["event"])
        for one in told
    ]
    entries = [
        Observation(measure, str(100 + at), "Ministry", ALL_DAY, ALL_DAY)
        for at, measure in enumerate([whole, *parts])
    ]
    return charts.parts(kf.reconcile(Ledger(entries)), whole, most=200)


def the_sensitivity(names: Sequence[str], texts: Texts) -> Any:  # noqa: ANN401
    pools = (kf.pools.lowest, kf.pools.highest, kf.pools.envelope, kf.pools.middle)
    told = [texts(name, marked(name)) for name in names]
    rules = [named(kf.screens.withdrawn >> pools[at % 4], one) for at, one in enumerate(told)]
    [one] = kf.sensitivity(scene(told[0]), rules)
    return charts.sensitivity(one)


CHARTS = (the_timeline, the_claims, the_parts, the_sensitivity)
READ_AS_CODE = frozenset(
    {"as", "calculate", "expr", "field", "filter", "format", "groupby", "signal", "test", "type"}
    | {"$schema", "labelExpr", "name", "update"}
)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:  # noqa: ANN401
    """Give every plain value of some JSON with the way to it; the names of data sets are hashes."""
    if isinstance(value, list) and path and path[-1] in ("label", "subtitle", "text"):
        yield path, " ".join(map(str, value))  # one text, in as many lines as it needs
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, re.sub("data-[0-9a-f]{16,}", "data", key)))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path, re.sub("data-[0-9a-f]{16,}", "data", value) if isinstance(value, str) else value


def code_of(path: tuple[Any, ...]) -> bool:
    keys = [key for key in path if isinstance(key, str)]
    return keys[-1] in READ_AS_CODE and "datasets" not in keys and "values" not in keys


@pytest.mark.parametrize("names", CHUNKS, ids=["first", "second", "third", "fourth"])
@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_holds_a_hostile_text_as_data(names: Sequence[str], draw: Draw) -> None:
    said = list(leaves(draw(names, hostile).to_dict()))
    plain = list(leaves(draw(names, harmless).to_dict()))
    assert [path for path, _ in said] == [path for path, _ in plain]
    assert [one for one in said if code_of(one[0])] == [one for one in plain if code_of(one[0])]
    text, plain_text = (seen(" ".join(str(leaf) for _, leaf in one)) for one in (said, plain))
    for name in names:
        assert not fields_lost(name, plain_text, text, marked(name)), name


LINES = {("tspan", ()), ("/tspan", ()), ("tspan", ("x", "dy"))}  # a longer text has more of them


@pytest.mark.parametrize("draw", CHARTS)
def test_a_picture_is_made_of_the_elements_of_a_harmless_one(draw: Draw) -> None:
    told = [hostile(NAMES[0]), harmless(NAMES[0])]
    drawn, plain = (
        Drawing(charts.svg(draw(names, texts), one["title"]))
        for names, texts, one in zip(
            (NAMES[::3], NAMES[:5]), (hostile, harmless), told, strict=True
        )
    )
    assert set(drawn.elements) <= set(plain.elements) | LINES
    assert {re.sub(r"\d+", "0", one) for one in drawn.styles} == {
        re.sub(r"\d+", "0", one) for one in plain.styles
    }
    assert not drawn.code
    assert not drawn.links


FEW = [NAMES[start : start + 5] for start in range(0, len(NAMES), 5)]


@cache
def the_report(texts: Texts) -> Page:
    """Give one page of all texts, in two dozen measures."""
    ledger = Ledger([entry for names in FEW for entry in chunk(names, texts)])
    told = texts(NAMES[0], "")
    return report(
        ledger,
        rule=named(kf.house, told),
        title=joined(NAMES, texts)["title"],
        figures=2,
        reports=2_000,
        most=None,
    )


@pytest.mark.parametrize("part", ["html", "fragment"])
def test_a_report_is_made_of_the_elements_of_a_harmless_one(part: str) -> None:
    html = getattr(the_report(hostile), part)
    drawn, plain = Drawing(html), Drawing(getattr(the_report(harmless), part))
    assert Counter(drawn.apart_from_lines) == Counter(plain.apart_from_lines)
    assert set(drawn.elements) == set(plain.elements)
    assert Counter(drawn.styles) == Counter(plain.styles)
    assert drawn.code == plain.code
    assert all(map(LAWFUL_LINK.match, drawn.links))
    assert not TURNING.search(html)
    once = ("rule", "title")  # and the fragment names but the first measures
    measured = FIELDS[:6] if part == "fragment" else ()
    fields = [field for field in FIELDS if field not in (*once, *measured)]
    for name in NAMES:
        assert not fields_lost(name, plain.text, drawn.text, marked(name), fields), name


def test_a_sentence_takes_a_long_name() -> None:
    name = "Ministry " * 500
    [estimate] = kf.reconcile(
        Ledger([Observation(Measure("killed"), "18", name, ALL_DAY, ALL_DAY)])
    )
    assert name.strip() in words.sentence(estimate).text
