"""Codebook: what the columns of a data set say, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Self, TypeAlias, final

from attrs import evolve, field, frozen

from kazfigures.errors import FrameError
from kazfigures.exchange.records import NOTICE_FIELDS, OBSERVATION_FIELDS

__all__ = ["Cells", "Codebook", "Fields", "cell", "path"]

Fields: TypeAlias = tuple[tuple[str, Any], ...]
"""The fields of a record, each with a constant or with the cells that give it."""

_CHOICE: Final = "records: the fields of an observation, each with a constant or a cell"


def _names(value: Iterable[str]) -> tuple[str, ...]:
    columns = tuple(value)
    if not columns or not all(isinstance(column, str) for column in columns):
        raise FrameError("cell", columns, "the names of one or more columns")
    return columns


@final
@frozen(order=False)
class Cells:
    """What a field is read from: a row's cell of a column, or what a function makes of several.

    The function is given the cells in the order of the columns, with None for a missing one, and
    is not asked where all are missing.
    It gives the value as a record has it, or None where nothing is said.
    """

    columns: tuple[str, ...] = field(converter=_names)
    read: Callable[..., object] | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse several cells that nothing makes one value of."""
        if self.read is None and len(self.columns) > 1:
            raise FrameError("read", None, f"a function of {len(self.columns)} cells")

    def __str__(self) -> str:
        """Read as the names of the columns."""
        return ", ".join(self.columns)


def cell(*columns: str, read: Callable[..., object] | None = None) -> Cells:
    """Say which column gives a field, or which columns do and how they are read.

    >>> cell("deaths")
    Cells(columns=('deaths',), read=None)
    """
    return Cells(columns, read)


def path(*steps: object) -> str | None:
    """Give the path of a place or a population from broad to narrow; missing steps are left out.

    A slash inside a name would part it, and becomes a hyphen.

    >>> path("Kazakhstan", None, "Almaty")
    'Kazakhstan/Almaty'
    """
    named = [str(step).replace("/", "-") for step in steps if step is not None and str(step)]
    return "/".join(named) or None


def _figures(value: Iterable[Mapping[str, Any] | Fields]) -> tuple[Fields, ...]:
    if isinstance(value, Mapping | str) or not isinstance(value, Iterable):
        raise FrameError("figures", value, _CHOICE)
    figures = tuple([_fields(figure) for figure in value])
    if not figures:
        raise FrameError("figures", value, "at least one figure of a row")
    return figures


def _fields(figure: Mapping[str, Any] | Fields) -> Fields:
    """Give the fields in the order of the format, and a list as a tuple."""
    try:
        given = dict(figure)
    except (TypeError, ValueError):
        raise FrameError("figures", figure, _CHOICE) from None
    kind = given.get("entry", "observation")
    if kind not in ("observation", "notice"):
        raise FrameError("entry", kind, "observation or notice, the same for all rows")
    known = NOTICE_FIELDS if kind == "notice" else OBSERVATION_FIELDS
    for name in given:
        if name not in known:
            raise FrameError("figures", name, f"fields, each one of {', '.join(known)}")
    return tuple(
        (name, tuple(given[name]) if isinstance(given[name], list) else given[name])
        for name in known
        if name in given
    )


@final
@frozen(order=False)
class Codebook:
    """What the columns of a data set say: for each figure of a row, where its fields come from.

    A figure is a record as in the file format, with a `cell` where a column gives the field:
    `{"outcome": "killed", "wording": cell("toll"), "source": cell("who"), ...}`.
    It is told by `wording` (words, or a number), or by numbers: `stated` alone, `low` and `high`,
    or all three; a missing cell there means that the row reports no such figure.
    `zone` is the zone of the dates that name none, where all of a data set have the same.
    `about` says what the data set carries and where its columns are documented.

    Refused (FrameError): fields that no record has.
    """

    name: str
    figures: tuple[Fields, ...] = field(converter=_figures)
    zone: str | None = None
    about: str = ""

    def giving(self, **fields: object) -> Self:
        """Give every figure some fields besides: what the data set does not say.

        >>> sheet = Codebook("tolls", [{"outcome": "killed", "wording": cell("toll")}])
        >>> sheet.giving(source="Ministry of Health").figures[0][-1]
        ('source', 'Ministry of Health')
        """
        return evolve(self, figures=[{**dict(figure), **fields} for figure in self.figures])

    def __str__(self) -> str:
        """Read as the name of the data set."""
        return self.name
