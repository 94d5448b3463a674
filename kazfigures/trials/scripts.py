"""A ledger as a script that builds it, to be pasted into a test or a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from attrs import fields

from kazfigures.errors import WordingError
from kazfigures.ledgers import Ledger
from kazfigures.observations import Measure, Notice, Observation, Source
from kazfigures.wording import Figure

__all__ = ["as_script"]

_Value: TypeAlias = Measure | Source | Observation | Notice

_NAMES: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def as_script(ledger: Ledger) -> str:
    """Write a ledger as Python that builds it, its reports named by their place.

    >>> zero = Observation(
    ...     Measure("killed"), "no casualties", "TASS", as_of="2022[UTC]", reported="2022[UTC]"
    ... )
    >>> print(as_script(Ledger([zero])))
    import kazfigures as kf
    <BLANKLINE>
    measure = kf.Measure("killed")
    first = kf.Observation(
        measure,
        "no casualties",
        "TASS",
        as_of="2022[UTC]",
        reported="2022[UTC]",
    )
    ledger = kf.Ledger([first])
    """
    names: dict[str, str] = {}
    measures: dict[Measure, str] = {}
    lines = ["import kazfigures as kf", ""]
    for measure in ledger.measures:
        measures[measure] = "measure" if not measures else f"measure_{len(measures) + 1}"
        lines.append(f"{measures[measure]} = {_call('Measure', measure)}")
    for place, report in enumerate(ledger.observations):
        name = _NAMES[place] if place < len(_NAMES) else f"report_{place + 1}"
        names[report.id] = name
        lines.append(f"{name} = {_of_report(report, measures[report.measure])}")
    for number, notice in enumerate(ledger.notices, 1):
        name = "notice" if len(ledger.notices) == 1 else f"notice_{number}"
        names[notice.id] = name
        lines.append(f"{name} = {_of_notice(notice, names)}")
    lines.append(f"ledger = kf.Ledger([{', '.join(names[entry.id] for entry in ledger)}])")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Write a text as Python does in print, where it is plain."""
    is_plain = text.isprintable() and not {'"', "\\"} & set(text)
    return f'"{text}"' if is_plain else repr(text)


def _of_report(report: Observation, measure: str) -> str:
    parts = [measure, _of_figure(report.figure), _of_source(report.source)]
    parts += [f"as_of={_quoted(report.as_of.text)}", f"reported={_quoted(report.reported.text)}"]
    if report.via:
        parts.append(f"via=[{', '.join(map(_quoted, report.via))}]")
    for name in ("since", "recorded"):
        moment = getattr(report, name)
        if moment is not None:
            parts.append(f"{name}={_quoted(moment.text)}")
    parts += _keywords(report, ("origin", "url", "credibility", "note"))
    return _written("kf.Observation", parts)


def _of_notice(notice: Notice, names: dict[str, str]) -> str:
    targets = [names.get(target, _quoted(target)) for target in notice.of]
    of = targets[0] if len(targets) == 1 else f"[{', '.join(targets)}]"
    parts = [_quoted(notice.kind.value), of, _of_source(notice.by), _quoted(notice.at.text)]
    parts += _keywords(notice, ("reason", "url"))
    if notice.instead:
        parts.append(f"instead={names.get(notice.instead, _quoted(notice.instead))}")
    return _written("kf.Notice", parts)


def _of_figure(figure: Figure) -> str:
    """Give the words alone where reading them gives the figure."""
    try:
        if Figure.read(figure.wording) == figure:
            return _quoted(figure.wording)
    except WordingError:
        pass
    count = figure.count
    ends = f"kf.Count({count.low!r}, {count.high!r})"
    return f"kf.Figure({_quoted(figure.wording)}, {figure.stated!r}, {ends})"


def _of_source(source: Source) -> str:
    """Give the name alone where it says all."""
    return _quoted(source.name) if Source(source.name) == source else _call("Source", source)


def _call(kind: str, value: Measure | Source) -> str:
    first, *others = (one for one in fields(type(value)) if one.init)
    parts = [_quoted(getattr(value, first.name)), *_keywords(value, [one.name for one in others])]
    return f"kf.{kind}({', '.join(parts)})"


def _keywords(value: _Value, names: Iterable[str]) -> list[str]:
    defaults = {one.name: one.default for one in fields(type(value))}
    return list(_kept(value, names, defaults))


def _kept(value: _Value, names: Iterable[str], defaults: dict[str, Any]) -> Iterator[str]:
    for name in names:
        held = getattr(value, name)
        if held != defaults[name]:
            yield f"{name}={_quoted(str(held)) if isinstance(held, str) else repr(held)}"


def _written(call: str, parts: list[str]) -> str:
    inside = "".join(f"\n    {part}," for part in parts)
    one_line = f"{call}({', '.join(parts)})"
    return one_line if len(one_line) <= 80 else f"{call}({inside}\n)"
