"""A chart draws what a value says: all of it, or how much of it is left out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import altair as alt
import attrs
import pytest
from hypothesis import given, settings
from pages import links_of, structure, words_of

import kazfigures as kf
from kazfigures import Ledger, Measure, Notice, Observation, Source
from kazfigures.audit.parts.partitions import Partition
from kazfigures.errors import MomentError, RuleError
from kazfigures.rules.sensitivity import Sensitivity
from kazfigures.strategies import ledgers
from kazfigures.surfaces import charts
from kazfigures.surfaces.charts import Theme, dark, light, page
from kazfigures.timelines.turns import Timeline

EXAMPLE = Path(__file__).parents[2] / "docs/examples/kazakhstan-2022.jsonl"
KILLED = Measure("killed", place="Kazakhstan", event="Kazakhstan, January 2022")
M = Measure("killed", place="Somewhere")


@cache
def example(known_at: str = "2026-01-01[UTC]") -> Ledger:
    return kf.load(EXAMPLE).known_at(known_at)


def said(figure: str, by: str | Source = "Ministry", day: int = 1, **more: Any) -> Observation:  # noqa: ANN401
    day_ = f"2022-01-{day:02}[UTC]"
    return Observation(
        **{
            "measure": M,
            "figure": figure,
            "source": by,
            "as_of": day_,
            "reported": day_,
            **more,
        }
    )


def timeline_of(*entries: Observation | Notice) -> Timeline:
    return kf.timeline(Ledger(entries), M)


def estimate_of(*entries: Observation | Notice) -> kf.Estimate:
    return kf.reconcile(Ledger(entries))[M]


def sensitivity_of(ledger: Ledger, measure: Measure) -> Sensitivity:
    return next(one for one in kf.sensitivity(ledger) if one.measure == measure)


def rows(chart: alt.LayerChart, field: str) -> list[dict[str, Any]]:
    """Give the rows of the first data in a chart that have a field."""
    held = [chart.data, *(layer.data for layer in chart.layer)]
    tables = [one.values for one in held if isinstance(one, alt.InlineData)]
    return next((table for table in tables if table and field in table[0]), [])


def words(chart: alt.LayerChart) -> str:
    """Give the title and the notes over a chart."""
    over = chart.title
    subtitle = [] if over.subtitle is alt.Undefined else over.subtitle
    return " ".join([*over.text, *subtitle])


def drawing(name: str, theme: Theme = light) -> alt.LayerChart:
    """Draw one of the charts from the example."""
    march = example("2022-03-15T00:00+06:00")
    if name == "timeline":
        return charts.timeline(kf.timeline(march, KILLED), theme=theme)
    if name == "sensitivity":
        return charts.sensitivity(sensitivity_of(march, KILLED), theme=theme)
    estimates = kf.reconcile(march)
    if name == "parts":
        return charts.parts(estimates, KILLED, theme=theme)
    return charts.claims(estimates[KILLED], theme=theme, set_aside=True)


DRAWN = {"svg", "g", "line", "path", "rect", "text", "tspan"}
NAMES = ("timeline", "claims", "parts", "sensitivity")


# Timelines


def test_every_report_of_the_example_is_drawn_once() -> None:
    estimates = kf.reconcile(example())
    for estimate in estimates:
        told = kf.timeline(example(), estimate.measure, window=estimate.window)
        drawn = Counter(
            (mark["wording"], mark["source"], mark["relays"], mark["reported"])
            for mark in rows(charts.timeline(told), "fate")
        )
        reports = [one.observation for one in (*estimate.used, *estimate.set_aside)]
        assert drawn == Counter(
            (one.figure.wording, one.source.name, ", ".join(one.via), str(one.reported))
            for one in reports
        )


def read_off(steps: list[dict[str, Any]], at: datetime) -> tuple[Any, ...] | None:
    """Read the answer at an instant off what is drawn: the last point that begins by then."""
    pieces: dict[int, list[tuple[datetime, tuple[Any, ...]]]] = {}
    for step in steps:
        point = (instant(step["at"]), (step["low"], step["high"], step["best"]))
        pieces.setdefault(step["piece"], []).append(point)
    found = None
    for points in pieces.values():
        if points[0][0] <= at <= points[-1][0]:
            found = [answer for begins, answer in points if begins <= at][-1]
    return found


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


@settings(max_examples=20)
@given(ledgers(measure=M, small=True, max_size=12))
def test_the_band_and_the_line_are_the_answers_of_the_turns(ledger: Ledger) -> None:
    told = kf.timeline(ledger, M)
    steps = rows(charts.timeline(told), "piece")
    begins = {instant(step["at"]) for step in steps}
    last = {turn.moment.end: turn for turn in told.turns}
    for end, turn in last.items():
        if turn.count is not None:
            assert read_off(steps, end) == (turn.low, turn.high, turn.best)
        elif end not in begins:
            assert read_off(steps, end) is None


def test_where_no_number_is_left_there_is_a_gap() -> None:
    ten = said("10")
    told = timeline_of(
        ten, Notice("retraction", ten, "Ministry", at="2022-01-03[UTC]"), said("20", "Army", 5)
    )
    steps = rows(charts.timeline(told), "piece")
    assert read_off(steps, instant("2022-01-03T00:00Z")) == (10, 10, 10)
    assert read_off(steps, instant("2022-01-05T00:00Z")) is None
    assert read_off(steps, instant("2022-01-06T00:00Z")) == (20, 20, 20)


def test_the_last_answer_is_seen_also_where_there_is_one_turn() -> None:
    first, last = rows(charts.timeline(timeline_of(said("18"))), "piece")
    assert first["at"] < last["at"]
    assert (first["low"], last["low"]) == (18, 18)


def test_a_withdrawn_report_is_struck_and_its_fate_says_so() -> None:
    told = kf.timeline(example("2022-01-20[Asia/Almaty]"), KILLED)
    account = told.turns[-1].estimate
    gone = [one for one in account.set_aside if one.is_taken_back]
    chart = charts.timeline(told, theme=attrs.evolve(light, withdrawn="#123456"))
    fates = Counter(mark["fate"] for mark in rows(chart, "fate"))
    assert fates == {
        "used": len(account.used),
        "set aside": len(account.set_aside) - len(gone),
        "withdrawn": len(gone),
    }
    whys = {mark["why"] for mark in rows(chart, "fate") if mark["fate"] == "withdrawn"}
    assert all(why.startswith("withdrawn: ") for why in whys)
    strokes = charts.svg(chart, "killed").count('stroke="#123456"')
    assert strokes == 2 * len(gone) + 1, "an outline and a cross each, and the legend"


@pytest.mark.parametrize(
    ("wording", "arrow"),
    [("18", ""), ("100 to 120", ""), ("at least 40", "↑"), ("dozens", "↑"), ("at most 50", "↓")],
)
def test_an_open_end_is_an_arrow(wording: str, arrow: str) -> None:
    (mark,) = rows(charts.timeline(timeline_of(said(wording))), "fate")
    assert mark["arrow"] == arrow


def test_a_zone_moves_what_is_drawn() -> None:
    told = timeline_of(said("18", reported="2022-01-07T20:30+00:00"))
    for zone, at in [("UTC", "2022-01-07T20:30:00Z"), ("Asia/Almaty", "2022-01-08T02:30:00Z")]:
        chart = charts.timeline(told, zone=zone)
        assert [mark["at"] for mark in rows(chart, "fate")] == [at]
        assert rows(chart, "piece")[0]["at"] == at
        assert zone in str(chart.to_dict())


@pytest.mark.parametrize("zone", ["", "Mars/Base", "../UTC", "GMT+6 "])
@pytest.mark.parametrize("entries", [(), (said("18"),)], ids=["nothing", "a report"])
def test_a_zone_that_is_not_known_is_refused(zone: str, entries: tuple[Observation, ...]) -> None:
    with pytest.raises(MomentError):
        charts.timeline(timeline_of(*entries), zone=zone)


def test_a_long_timeline_says_what_it_leaves_out_and_keeps_what_tells_most() -> None:
    reports = [
        said(str(100 + place // 9), f"claimant {place % 7}", reported=f"2022-02-01T{at}Z")
        for place, at in enumerate(
            f"{hour:02}:{minute:02}" for hour in range(10) for minute in range(30)
        )
    ]
    gone = reports[150]
    notice = Notice("retraction", gone, gone.source, at="2022-02-03[UTC]")
    told = timeline_of(*reports, notice)
    chart = charts.timeline(told, most=60)
    drawn = rows(chart, "fate")
    assert len(drawn) == 60
    assert "60 of 300 reports are drawn" in words(chart)
    fates = Counter(mark["fate"] for mark in drawn)
    assert fates["withdrawn"] == 1
    assert fates["used"] == len(told.turns[-1].estimate.used)
    steps = rows(chart, "piece")
    assert len({step["at"] for step in steps}) <= 61, "and the end"
    assert "are drawn" not in words(charts.timeline(told))
    assert len({mark["reported"][-8:-6] for mark in drawn}) > 5, "of all hours"


def test_of_many_changes_those_that_are_drawn_are_answers_that_held() -> None:
    told = timeline_of(
        *(
            said(str(100 + place), reported=f"2022-02-01T{place // 60:02}:{place % 60:02}Z")
            for place in range(300)
        )
    )
    chart = charts.timeline(told, most=50)
    assert "49 of 300 changes of the answer are drawn" in words(chart)
    begins = [instant(step["at"]) for step in rows(chart, "piece")]
    for begin in begins[:-1]:
        turn = told.at(kf.Moment.at(begin))
        assert turn is not None
        assert read_off(rows(chart, "piece"), begin) == (turn.low, turn.high, turn.best)


@pytest.mark.parametrize("most", [0, 1, 2])
def test_a_timeline_of_few_marks_is_drawn(most: int) -> None:
    told = timeline_of(said("10"), said("20", "Army"), said("25", "Army", 9))
    chart = charts.timeline(told, most=most)
    assert len(rows(chart, "fate")) == most
    assert charts.svg(chart, "killed")


# Claims


def test_a_claim_has_the_group_of_its_camp() -> None:
    estimate = kf.reconcile(example("2022-03-15T00:00+06:00"))[KILLED]
    drawn = {" ".join(row["label"]): row["group"] for row in rows(charts.claims(estimate), "group")}
    assert drawn == {
        "230: Prosecutor General's Office of Kazakhstan": "camp 1: 230",
        "238: Human Rights Ombudswoman of Kazakhstan": "camp 2: 238",
        "at least 101: A. Tsaplienko": "in no camp",
        "at least 41: Kazakhstan state television": "in no camp",
    }


@pytest.mark.parametrize(("camps", "named"), [(2, 2), (6, 6), (12, 12), (13, 12), (40, 12)])
def test_no_two_camps_look_alike(camps: int, named: int) -> None:
    estimate = estimate_of(
        *(said(str(100 + 5 * place), f"claimant {place}") for place in range(camps))
    )
    assert len(estimate.camps) == camps
    chart = charts.claims(estimate)
    groups = {row["group"] for row in rows(chart, "group")}
    assert len(groups) == named
    assert (f"the other {camps - 11} camps" in groups) is (camps > named)
    spec = chart.to_dict()
    encoded = next(one["encoding"] for one in spec["layer"] if "shape" in one["encoding"])
    colours, shapes = (encoded[channel]["scale"]["range"] for channel in ("color", "shape"))
    assert len(set(zip(colours, shapes, strict=True))) == named


def test_a_claim_is_drawn_from_its_low_end_to_its_high_one_or_to_an_arrow() -> None:
    estimate = estimate_of(said("at least 40", "A"), said("50 to 60", "B"), said("55", "C"))
    drawn = rows(charts.claims(estimate), "group")
    ends = {
        one["label"][0].partition(":")[0]: (one["low"], one["end"], one["open"]) for one in drawn
    }
    edge = ends["at least 40"][1]
    assert ends == {
        "at least 40": (40, edge, True),
        "50 to 60": (50, 60, False),
        "55": (55, 55, False),
    }
    assert edge > 60


def test_what_is_set_aside_follows_and_what_was_taken_back_is_struck() -> None:
    estimate = kf.reconcile(example("2022-03-15T00:00+06:00"))[KILLED]
    drawn = rows(charts.claims(estimate, set_aside=True), "group")[len(estimate.claims) :]
    assert [row["struck"] for row in drawn] == [one.is_taken_back for one in estimate.set_aside]
    for row in drawn:
        assert ("withdrawn" in " ".join(row["label"])) is row["struck"]


def test_rows_that_are_left_out_are_counted() -> None:
    estimate = estimate_of(*(said("100", f"claimant {place}") for place in range(40)))
    chart = charts.claims(estimate, most=25)
    assert len(rows(chart, "group")) == 25
    assert "25 of 40 rows are drawn" in words(chart)


def test_a_question_without_a_report_is_drawn_without_a_number() -> None:
    chart = charts.claims(estimate_of())
    assert words(chart) == "killed, Somewhere not reported, by house"
    assert charts.svg(chart, "killed")
    assert "No report" in words(charts.timeline(timeline_of()))


@pytest.mark.parametrize(
    ("figures", "is_wide"),
    [(("18", "164"), False), (("7", "98,765"), True), (("0", "12"), False), (("0", "0"), False)],
)
def test_numbers_far_apart_are_drawn_on_a_scale_that_says_so(
    figures: tuple[str, str],
    is_wide: bool,  # noqa: FBT001
) -> None:
    estimate = estimate_of(
        *(said(one, f"claimant {one} {place}") for place, one in enumerate(figures))
    )
    assert ("logarithmic scale" in str(charts.claims(estimate).to_dict())) is is_wide


# Parts


def test_the_whole_comes_before_its_parts() -> None:
    estimates = kf.reconcile(example())
    drawn = rows(charts.parts(estimates, KILLED), "group")
    inside = [one for one in estimates if one.measure != KILLED and one.measure.is_part_of(KILLED)]
    assert [row["group"] for row in drawn] == ["whole", *["part"] * len(inside)]
    assert [(row["low"], row["end"]) for row in drawn if not row["open"]] == [
        (one.low, one.high)
        for one in (estimates[KILLED], *inside)
        if one.count is None or one.high is not None
    ]


def test_a_partition_has_its_own_parts_those_nobody_reported_too() -> None:
    parts = [Measure("killed", population=name, place="Somewhere") for name in ("men", "women")]
    ledger = Ledger([said("18"), said("10", measure=parts[0])])
    chart = charts.parts(kf.reconcile(ledger), Partition(M, parts))
    labels = [" ".join(row["label"]) for row in rows(chart, "group")]
    assert labels == [
        "18, agreed: killed, Somewhere",
        "10, agreed: killed, men, Somewhere",
        "not reported: killed, women, Somewhere",
    ]


def test_parts_that_are_left_out_are_counted() -> None:
    inside = [Measure("killed", place=f"Somewhere/{number}") for number in range(9)]
    estimates = kf.reconcile(Ledger([said("18"), *(said("1", measure=one) for one in inside)]))
    chart = charts.parts(estimates, M, most=4)
    assert len(rows(chart, "group")) == 5
    assert "4 of 9 parts are drawn" in words(chart)


def test_what_is_no_whole_is_refused() -> None:
    with pytest.raises(RuleError, match="whole"):
        charts.parts(kf.reconcile(example()), "killed")  # type: ignore[arg-type]


# Sensitivity


def test_every_answer_is_a_row_and_every_rule_stands_in_one() -> None:
    asked = sensitivity_of(example("2022-03-15T00:00+06:00"), KILLED)
    drawn = rows(charts.sensitivity(asked), "group")
    assert [" ".join(row["label"]) for row in drawn] == [str(answer) for answer in asked.answers]
    rules = ", ".join(row["tip1"] for row in drawn).split(", ")
    assert sorted(rules) == sorted(estimate.rule for estimate in asked.estimates)


# All charts


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_vega_lite_and_is_saved_without_a_browser(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    chart = drawing(name)
    chart.save(tmp_path / "chart.json")
    chart.save(tmp_path / "chart.svg")
    chart.save(tmp_path / "chart.png")
    spec = json.loads((tmp_path / "chart.json").read_text(encoding="utf-8"))
    assert spec == chart.to_dict(validate=True)
    assert "vega-lite" in spec["$schema"]
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").startswith("<svg xmlns=")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG\r\n")


def all_drawn() -> str:
    return "".join(charts.svg(drawing(name), name) for name in NAMES)


def test_a_chart_is_the_same_in_every_process_and_by_every_clock() -> None:
    code = "import sys, test_charts; sys.stdout.buffer.write(test_charts.all_drawn().encode())"
    here = Path(__file__).parent
    elsewhere = subprocess.check_output(  # noqa: S603
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(here), str(here.parent), *sys.path]),
            "PYTHONHASHSEED": "1",
            "TZ": "America/New_York",
        },
    )
    assert elsewhere.decode() == all_drawn()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", [light, dark, page], ids=["light", "dark", "page"])
def test_in_a_page_a_chart_is_one_picture_that_needs_nothing_else(name: str, theme: Theme) -> None:
    drawn = charts.svg(drawing(name, theme), 'Killed, "18" & <more>')
    first, *others = structure(drawn)
    assert first == ("svg", ("aria-label", "class", "role", "style", "viewbox"))
    assert {element for element, _ in others} <= DRAWN - {"svg"}
    assert not {"id", "class", "role", "aria-label"} & {key for _, keys in others for key in keys}
    assert links_of(drawn) == []
    assert "url(" not in drawn
    assert "xmlns" not in drawn
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == 'Killed, "18" & <more>'


HOSTILE = """
<img src=x onerror=alert(1)> <svg/onload=alert(1)> </text><script>alert(1)</script> "}]};alert(1);
{"expr":"1"} '+toString()+' datum.low low:Q &lt;b&gt; ]]> <!-- ${1} #{1} {{1}} url(#a)
expr: \\" \\u0022
"""


def hostile_charts(text: str) -> Iterator[alt.LayerChart]:
    measure = Measure(text, text, text, text, unit=text, definition=text)
    reports = [
        Observation(
            measure=measure,
            figure=kf.Figure(f"{number} {text}", number, kf.Count(number)),
            source=Source(f"{text} {number}", side=text),
            as_of="2022-01-01[UTC]",
            reported="2022-01-02[UTC]",
            via=[text],
            note=text,
            url=f"https://example.org/{number}",
        )
        for number in (18, 19)
    ]
    notice = Notice("retraction", reports[0], reports[0].source, "2022-01-03[UTC]", text)
    ledger = Ledger([*reports, notice])
    yield charts.timeline(kf.timeline(ledger, measure))
    yield charts.claims(kf.reconcile(ledger)[measure], set_aside=True)
    yield charts.parts(kf.reconcile(ledger), measure)
    yield charts.sensitivity(sensitivity_of(ledger, measure))


def places_of(spec: object, text: str, path: str = "") -> Iterator[str]:
    """Give where in a specification a text stands."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            assert text not in key
            yield from places_of(value, text, f"{path}/{key}")
    elif isinstance(spec, list):
        for value in spec:
            yield from places_of(value, text, path)
    elif isinstance(spec, str) and text in spec:
        yield path


TEXTS_OF_A_CHART = ("/title/text", "/title/subtitle", "/encoding/x/title", "/encoding/y/title")


def test_texts_of_the_data_are_never_part_of_the_program() -> None:
    harmless = [chart.to_dict() for chart in hostile_charts("harmless")]
    for plain, chart in zip(harmless, hostile_charts(HOSTILE), strict=True):
        spec = chart.to_dict()
        drawn = charts.svg(chart, HOSTILE)
        assert {one for one, _ in structure(drawn)} <= DRAWN
        assert not any(key.startswith("on") for _, keys in structure(drawn) for key in keys)
        for token in HOSTILE.split():
            own = set(places_of(plain, token))
            for place in set(places_of(spec, token)) - own:
                assert place.startswith("/datasets/") or place.endswith(TEXTS_OF_A_CHART)
            assert token in words_of(drawn)


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\ufffe", "\uffff"], ids=ascii)
def test_what_nobody_can_see_is_shown(letter: str) -> None:
    source = Source(f"Minis{letter}try")
    measure = Measure(f"kil{letter}led", unit=f"peo{letter}ple")
    report = said("18", source, measure=measure)
    ledger = Ledger([report])
    for chart in (
        charts.timeline(kf.timeline(ledger, measure)),
        charts.claims(kf.reconcile(ledger)[measure]),
    ):
        drawn = charts.svg(chart, f"kil{letter}led")
        assert letter not in drawn
        assert letter not in json.dumps(chart.to_dict(), ensure_ascii=False)
        assert "peo\N{REPLACEMENT CHARACTER}ple" in words_of(drawn)


@pytest.mark.parametrize("width", [260, 900])
def test_a_long_name_is_broken_into_lines_and_the_tooltip_has_it_whole(width: int) -> None:
    name = "Ministry of Internal Affairs " * 12 + "Ы" * 300
    chart = charts.claims(estimate_of(said("18", name)), theme=attrs.evolve(light, width=width))
    (row,) = rows(chart, "group")
    assert len(row["label"]) <= 3
    assert row["label"][-1].endswith("…")
    assert row["tip1"] == " ".join(name.split())


# Colours


def luminance(colour: str) -> float:
    """Give relative luminance, as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(over: str, under: str, opacity: float) -> str:
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(opacity * a + (1 - opacity) * b):02x}" for a, b in pairs)


@pytest.mark.parametrize("theme", [light, dark], ids=["light", "dark"])
def test_words_and_marks_stand_out_from_paper_and_from_the_band(theme: Theme) -> None:
    band = mixed(theme.range, theme.paper, 0.22)
    marks = (theme.line, theme.range, theme.best, theme.used, theme.aside, theme.withdrawn)
    for paper, ink in product((theme.paper, band), (theme.ink, theme.quiet)):
        assert contrast(ink, paper) >= 4.5, (ink, paper)
    for mark in (*marks, *theme.camps):
        assert contrast(mark, theme.paper) >= 3, mark
    for mark in (theme.best, theme.used, theme.aside, theme.withdrawn, *theme.camps):
        assert contrast(mark, band) >= 3, mark


def test_the_colours_of_a_page_fall_back_on_those_of_light() -> None:
    def colours(theme: Theme) -> list[str]:
        told = attrs.asdict(theme, filter=lambda field, _: field.name not in ("paper", "font"))
        return [
            one
            for value in told.values()
            for one in (value if type(value) is tuple else [value])
            if isinstance(one, str)
        ]

    fallbacks = [one.partition(", ")[2].removesuffix(")") for one in colours(page)]
    assert fallbacks == colours(light)


# The extra


@pytest.mark.parametrize(
    ("missing", "said_"),
    [
        (
            "altair",
            "ExtraError drawing charts needs the extra 'charts': pip install 'kazfigures[charts]'",
        ),
        (
            "vl_convert",
            "ExtraError drawing charts needs the extra 'charts': pip install 'kazfigures[charts]'",
        ),
        (
            "narwhals",
            "ModuleNotFoundError No module named 'narwhals.stable'; 'narwhals' is not a package",
        ),
    ],
)
def test_without_its_libraries_the_extra_is_named(missing: str, said_: str) -> None:
    code = f"""
import sys
sys.modules[{missing!r}] = None
try:
    import kazfigures.surfaces.charts
except ImportError as error:
    print(type(error).__name__, error)
"""
    out = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603
    assert out == f"{said_}\n"
