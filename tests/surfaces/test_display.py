"""What a notebook shows: the state of the figures, in words and shapes, with every text escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from drafted import DRAFTS
from hypothesis import given
from pages import links_of, structure, words_of

import kazfigures as kf
from kazfigures.markup import STYLE
from kazfigures.rules.estimates import Status
from kazfigures.strategies import ledgers

EXAMPLE = kf.load(Path(__file__).parents[2] / "docs/examples/kazakhstan-2022.jsonl")
EVENT = "Kazakhstan, January 2022"
KILLED = kf.Measure("killed", place="Kazakhstan", event=EVENT)
OFFICERS = kf.Measure("killed", "security forces", "Kazakhstan", EVENT)
MARCH = EXAMPLE.known_at("2022-03-15T00:00+06:00")
TENTH = EXAMPLE.known_at("2022-01-10T18:00+06:00")

VALUES: dict[str, Any] = {
    "observation": EXAMPLE.observations[0],
    "notice": EXAMPLE.notices[0],
    "ledger": EXAMPLE,
    "agreed": kf.reconcile(TENTH)[OFFICERS],
    "disputed": kf.reconcile(MARCH)[KILLED],
    "unreported": kf.reconcile(MARCH)[kf.Measure("killed", "martians")],
    "estimates": kf.reconcile(MARCH),
    "comparison": kf.compare(*MARCH.where(measure=KILLED).observations[-2:], MARCH),
    "finding": kf.audit(EXAMPLE)[0],
    "timeline": kf.timeline(EXAMPLE, OFFICERS),
    "turn": kf.timeline(EXAMPLE, OFFICERS).turns[0],
    "sensitivity": next(iter(kf.sensitivity(MARCH))),
    "sensitivities": kf.sensitivity(MARCH),
    "drafts": DRAFTS,
    "draft": DRAFTS[0],
    "draft notice": DRAFTS.notices[0],
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_drawn_without_script_or_outside_help(name: str) -> None:
    """It holds one stylesheet of ours, and nothing that acts or loads."""
    html = VALUES[name]._repr_html_()
    tags = [tag for tag, _ in structure(html)]
    names = {attribute for _, attributes in structure(html) for attribute in attributes}
    assert tags.count("style") == 1
    assert not {"script", "link", "img", "iframe", "object"} & set(tags)
    assert not {"style", "id", "src"} & names
    assert not [name for name in names if name.startswith("on")]
    assert all(address.startswith(("http://", "https://")) for address in links_of(html))
    assert html.count(STYLE) == 1


@pytest.mark.parametrize("name", VALUES)
def test_a_prompt_shows_the_words(name: str) -> None:
    """As `str` has them, line by line."""
    lines: list[str] = [""]

    class Printer:
        def text(self, words: str) -> None:
            lines[-1] += words

        def break_(self) -> None:
            lines.append("")

    VALUES[name]._repr_pretty_(Printer(), cycle=False)
    assert "\n".join(lines) == str(VALUES[name])


def test_a_notebook_gets_both() -> None:
    """The drawing and the words, from IPython itself."""
    formatters = pytest.importorskip("IPython.core.formatters")
    given_, _ = formatters.DisplayFormatter().format(VALUES["agreed"])
    assert given_["text/plain"] == str(VALUES["agreed"])
    assert given_["text/html"] == VALUES["agreed"]._repr_html_()


def test_findings_in_a_tuple_read_as_lines() -> None:
    """As `audit` gives them."""
    pretty = pytest.importorskip("IPython.lib.pretty").pretty
    findings = kf.audit(TENTH)[:3]
    assert all(str(finding) in pretty(findings) for finding in findings)


STATUSES = (
    ("agreed", "● agreed"),
    ("disputed", "◆ disputed"),
    ("unreported", "○ unreported"),
)


@pytest.mark.parametrize(("name", "shown"), STATUSES)
def test_a_status_is_a_shape_and_a_word(name: str, shown: str) -> None:
    assert shown in words_of(VALUES[name].__html__())


def test_every_status_has_a_shape_of_its_own() -> None:
    assert len({words_of(status.badge.html).split()[0] for status in Status}) == len(Status)


def test_a_dispute_names_its_camps() -> None:
    """Each with its number."""
    shown = words_of(VALUES["disputed"].__html__())
    assert "230 (Prosecutor General's Office of Kazakhstan)" in shown
    assert "238 (Human Rights Ombudswoman of Kazakhstan)" in shown


def test_what_was_taken_back_is_struck_and_says_so() -> None:
    """By a stroke, and by the word."""
    html = VALUES["disputed"].__html__()
    struck = re.findall(r"<s>(.*?)</s>. Set aside, <bdi>(\w+)", html)
    assert len(struck) == 10
    assert {reason for _, reason in struck} == {"withdrawn"}
    assert any("164" in line for line, _ in struck)


def test_every_report_of_an_estimate_is_linked_to_where_it_stood() -> None:
    """Used or set aside."""
    estimate = VALUES["agreed"]
    reports = [*estimate.used, *estimate.set_aside]
    urls = [one.observation.url for one in reports if one.observation.url]
    assert links_of(estimate.__html__()) == urls


COUNTED = (
    ("ledger", lambda ledger: len(ledger.measures), 20, r"and ([\d,]+) more measures"),
    ("estimates", len, 100, r"and ([\d,]+) more estimates"),
)


@pytest.mark.parametrize(("name", "size", "most", "said"), COUNTED)
def test_what_is_left_out_is_counted(
    name: str, size: Callable[[Any], int], most: int, said: str
) -> None:
    """And with what is shown adds up to all."""
    value = VALUES[name]
    html = value.__html__()
    rows = html.count('<th scope="row">')
    more = re.search(said, html)
    assert rows + (int(more[1]) if more else 0) == size(value)
    assert rows <= most


def test_a_large_ledger_stays_small_on_the_page() -> None:
    """A thousand reports of one measure, and of a thousand."""

    def told(place: int, outcome: str) -> kf.Observation:
        day = f"2022-01-{1 + place % 28:02}[UTC]"
        return kf.Observation(
            kf.Measure(outcome), str(place), f"claimant {place}", as_of=day, reported=day
        )

    one = kf.reconcile(kf.Ledger(told(place, "killed") for place in range(1000)))
    many = kf.Ledger(told(place, f"outcome {place}") for place in range(1000))
    estimate = one[kf.Measure("killed")]
    shown = words_of(estimate.__html__())
    assert f"and {len(estimate.used) - 50:,} more used" in shown
    for value in (estimate, one, many, kf.reconcile(many), kf.sensitivity(many)):
        assert len(value._repr_html_()) < 150_000


@given(ledgers())
def test_every_value_is_whole_html(ledger: kf.Ledger) -> None:
    """Each element is closed where it should be, whatever the texts hold."""
    estimates = kf.reconcile(ledger)
    values = [ledger, estimates, *estimates, *ledger, *kf.audit(ledger)]
    for value in values:
        structure(value._repr_html_())
