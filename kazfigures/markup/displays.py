"""Displayed: a value that a notebook shows, and the one stylesheet of all such values."""

from __future__ import annotations

from typing import Final, Protocol

from kazfigures.markup.fragments import Fragment, element

__all__ = ["STYLE", "Displayed"]

STYLE: Final = """\
.kazfigures{line-height:1.45;max-width:60rem;text-align:start}
.kazfigures .kf-scroll{overflow-x:auto}
.kazfigures p,.kazfigures ul,.kazfigures table{margin:.3em 0}
.kazfigures ul{padding-inline-start:1.3em}
.kazfigures table{border-collapse:collapse;font-size:inherit}
.kazfigures caption{text-align:start;caption-side:top;padding:0 0 .3em;color:inherit}
.kazfigures th,.kazfigures td{background:none;color:inherit;text-align:start;vertical-align:top;\
padding:.25em .9em .25em 0;border:0;\
border-bottom:1px solid var(--kf-line,color-mix(in srgb,currentColor 25%,transparent))}
.kazfigures thead th{font-size:.85em;white-space:nowrap}
.kazfigures tbody th{font-weight:normal}
.kazfigures a{color:inherit;text-decoration:underline}
.kazfigures summary{cursor:pointer}
.kazfigures .kf-quiet,.kazfigures thead th,.kazfigures summary\
{color:var(--kf-quiet,color-mix(in srgb,currentColor 75%,transparent))}
.kazfigures .kf-figure{font-weight:600;font-variant-numeric:tabular-nums}
.kazfigures .kf-answer .kf-figure{font-size:1.3em}
.kazfigures .kf-badge{white-space:nowrap}
.kazfigures .kf-bar{vertical-align:middle;margin:0 .3em;max-width:100%}
.kazfigures .kf-range{fill:var(--kf-range,currentColor)}
.kazfigures .kf-best{fill:var(--kf-best,currentColor)}
.kazfigures .kf-track{stroke:var(--kf-line,currentColor)}
.kazfigures .kf-agreed .kf-shape,.kazfigures .kf-note .kf-shape{color:var(--kf-agreed,#2b8a5b)}
.kazfigures .kf-majority .kf-shape{color:var(--kf-majority,#3f7fc1)}
.kazfigures .kf-disputed .kf-shape,.kazfigures .kf-error .kf-shape{color:var(--kf-disputed,#d1495b)}
.kazfigures .kf-warning .kf-shape{color:var(--kf-warning,#b7791f)}
.kazfigures .kf-unreported .kf-shape{color:var(--kf-unreported,#808080)}
.kazfigures .kf-marked{text-underline-offset:.2em}
.kazfigures .kf-marked.kf-figure{background:color-mix(in srgb,currentColor 14%,transparent)}
.kazfigures .kf-marked.kf-outcome{text-decoration:underline solid .1em #d1495b}
.kazfigures .kf-marked.kf-population{text-decoration:underline dotted .15em #3f7fc1}
.kazfigures .kf-marked.kf-place{text-decoration:underline dashed .1em #2b8a5b}
.kazfigures .kf-marked.kf-claimant{text-decoration:underline double .08em #b7791f}
.kazfigures .kf-marked.kf-relay{text-decoration:underline wavy .08em #808080}
.kazfigures .kf-marked.kf-as-of{outline:1px solid #9b6fc0}
.kazfigures .kf-number{user-select:none;font-weight:600;line-height:1}
@media print{.kazfigures{max-width:none}.kazfigures .kf-scroll{overflow:visible}}
"""
"""The look of what values draw; colours of a page's own come in as `--kf-` variables."""


class Printer(Protocol):
    """What IPython prints with."""

    def text(self, words: str, /) -> None:
        """Write words."""
        ...

    def break_(self) -> None:
        """Begin a new line, as far in as the one before."""
        ...


class Displayed:
    """A value that a notebook shows: drawn where there is HTML, in its own words elsewhere."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Stand in the class itself: a prompt asks its `repr` before it asks what it inherits."""
        super().__init_subclass__()
        cls._repr_pretty_ = Displayed._repr_pretty_  # type: ignore[method-assign]

    def __html__(self) -> str:
        """Draw the value as HTML that can be read without a style too."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        """Draw the value for a notebook."""
        return element("div", _SHEET, self, class_="kazfigures").html

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: FBT001 - IPython's
        """Read as `str` does, at a prompt and beside the drawing."""
        del cycle  # a value cannot hold itself
        for place, line in enumerate(str(self).splitlines()):
            if place:
                printer.break_()
            printer.text(line)


_SHEET: Final = element("style", Fragment(STYLE))
