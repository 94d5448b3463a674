"""What stands on top of a page: figures in sentences, disputes, timelines, all figures."""

from __future__ import annotations

from typing import Final

from kazfigures.audit.findings import Finding
from kazfigures.markup import Fragment, data, element, joined, listed
from kazfigures.rules.estimates import Estimate, Estimates, drawn
from kazfigures.surfaces import charts
from kazfigures.surfaces.report.editions import Edition
from kazfigures.surfaces.report.room import fitting
from kazfigures.timelines.turns import timeline

__all__ = ["all_figures", "disputes", "figures", "headlines", "timelines"]

_DISPUTES_SHOWN: Final = 8
_TIMELINES_SHOWN: Final = 6
_FINDINGS_SHOWN: Final = 4
_ESTIMATES_SHOWN: Final = 100
_REPORTS_DRAWN: Final = 3000
_LETTERS_DRAWN: Final = 500


def figures(edition: Edition) -> list[Fragment]:
    """Show the figures with the most reports, each as far as it fits."""
    drawn = fitting(edition.headlines, lambda one: _figure(edition, one), edition.room("figures"))
    return list(drawn.values())


def _figure(edition: Edition, estimate: Estimate) -> Fragment:
    """Show one figure: what is counted, the sentence, the range and the status."""
    return element(
        "article",
        element("h3", data(estimate.heading)),
        _sentence(edition, estimate),
        element(
            "p",
            drawn(estimate.count, estimate.best, estimate.reach),
            " ",
            estimate.status.badge,
            class_="kf-answer",
        ),
    )


def _sentence(edition: Edition, estimate: Estimate) -> Fragment:
    said = data(edition.sentence(estimate).text)
    return element("p", said, class_="kf-sentence", lang=edition.language)


def headlines(edition: Edition) -> Fragment:
    """Show the figures with the most reports, and say how many others there are."""
    shown = figures(edition)
    more = len(edition.estimates) - len(shown)
    if not edition.estimates.estimates:
        return element("p", "Nobody has reported a figure.")
    noun = "figure" if len(shown) == 1 else "figures"
    left = f" The other {more:,} stand under All figures." if more else ""
    return joined((element("p", f"The {len(shown):,} {noun} with the most reports.{left}"), *shown))


def disputes(edition: Edition) -> Fragment:
    """Show who conflicts with whom, and what may explain it."""
    if not edition.disputes:
        return element("p", "No claimants conflict.")
    shown = fitting(
        edition.disputes[:_DISPUTES_SHOWN],
        lambda one: _dispute(edition, one),
        edition.room("disputes"),
    )
    more = len(edition.disputes) - len(shown)
    return joined(
        (
            *shown.values(),
            element("p", f"And {more:,} more, under All figures.") if more else None,
        )
    )


def _dispute(edition: Edition, estimate: Estimate) -> Fragment:
    why = [one for one in edition.findings if one.measure == estimate.measure]
    return element(
        "article",
        element("h3", data(estimate.heading)),
        _sentence(edition, estimate),
        element("p", estimate.status.badge),
        _claims(estimate),
        listed(
            [_briefly(one) for one in why[:_FINDINGS_SHOWN]],
            max(0, len(why) - _FINDINGS_SHOWN),
            "under What to look at",
        )
        if why
        else None,
    )


def _claims(estimate: Estimate) -> Fragment:
    """Draw the claims, unless a name is so long that no chart could show it."""
    if any(len(claim.source.name) > _LETTERS_DRAWN for claim in estimate.heard):
        return element("p", "Its claims are not drawn: the names are too long for a chart.")
    chart = charts.claims(estimate, theme=charts.page, most=20)
    said = f"Claims on {estimate.heading}: {estimate.headline.partition(':')[0]}"
    return _picture(charts.svg(chart, said))


def _briefly(finding: Finding) -> Fragment:
    return joined((finding.severity.badge, ": ", data(finding.evidence), "."))


def _picture(svg: str) -> Fragment:
    """Show a chart; where it is wider than the screen it scrolls, with the keyboard too."""
    return element("figure", Fragment(svg), class_="kf-scroll", tabindex=0)


def timelines(edition: Edition) -> Fragment:
    """Show how the figures with the most reports moved."""
    told = [one for one in edition.ranked if len(one.used) + len(one.set_aside) > 1]
    light = [one for one in told if len(one.used) + len(one.set_aside) <= _REPORTS_DRAWN]
    shown = fitting(
        light[:_TIMELINES_SHOWN], lambda one: _timeline(edition, one), edition.room("timelines")
    )
    more = len(told) - len(shown)
    left = f"{more:,} more are not drawn; kazfigures timeline gives them in words."
    return joined(
        (
            *shown.values(),
            element("p", left) if more else None,
            element("p", "No figure has more than one report.") if not told else None,
        )
    )


def _timeline(edition: Edition, estimate: Estimate) -> Fragment:
    told = timeline(edition.ledger, estimate.measure, edition.rule, estimate.window)
    chart = charts.timeline(told, zone=edition.zone or "UTC", theme=charts.page, most=300)
    said = f"Timeline of {estimate.heading}: {len(told.changes)} changes of the answer"
    return element(
        "article", element("h3", data(estimate.heading)), _picture(charts.svg(chart, said))
    )


def all_figures(edition: Edition) -> Fragment:
    """Show a row an estimate, and say how many do not fit."""
    told = edition.estimates
    if not told.estimates:
        return element("p", "Nobody has reported a figure.")
    first = told.estimates[:_ESTIMATES_SHOWN]
    shown = fitting(first, lambda one: _rows(told.rule, one), edition.room("all-figures"))
    more = len(told) - len(shown)
    return joined(
        (
            _rows(told.rule, *(first[place] for place in shown)) if shown else None,
            element("p", f"And {more:,} more; kazfigures reconcile gives them all.")
            if more
            else None,
        )
    )


def _rows(rule: str, *estimates: Estimate) -> Fragment:
    return Fragment(Estimates(rule, estimates).__html__())
