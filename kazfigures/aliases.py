"""Aliases: the several names that a newsroom knows as one source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import TypeAlias, final

from attrs import evolve, field, frozen

from kazfigures.errors import AliasError, LedgerError, ObservationError
from kazfigures.ledgers import Ledger
from kazfigures.observations import Notice, Observation, Source, identity, is_id, one_line

__all__ = ["Aliases", "Row", "misnamed", "named"]

Row: TypeAlias = tuple[str, str]
"""A name, and one of its aliases."""

_Names: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


def misnamed(rows: Sequence[Row]) -> Iterator[tuple[int, AliasError]]:
    """Find the rows of a table that cannot be meant, each with its place.

    A name may stand among its own aliases, and a row may stand twice.
    """
    spelled: dict[str, str] = {}
    for name, _ in rows:
        spelled.setdefault(identity(name), name)
    stands_for: dict[str, str] = {}
    for place, (name, alias) in enumerate(rows):
        own, other = identity(name), identity(alias)
        if name != spelled[own]:
            yield place, AliasError("name", name, f"each name in one spelling, {spelled[own]!r}")
        elif own == other:
            continue
        elif other in spelled:
            expected = f"an alias of {name!r} that is no other name of the table"
            yield place, AliasError("alias", alias, expected)
        elif stands_for.setdefault(other, name) != name:
            expected = f"an alias of one name, {stands_for[other]!r} or {name!r}"
            yield place, AliasError("alias", alias, expected)


def _canonical(names: Mapping[str, Iterable[str]] | _Names) -> _Names:
    """Write each name once, with its aliases in order, each in one spelling."""
    if not isinstance(names, Mapping | tuple):
        raise AliasError("aliases", names, "names, each with a list of its aliases")
    given = names if isinstance(names, tuple) else tuple(names.items())
    rows: list[Row] = []
    for entry in given:
        rows += _rows(entry)
    for _, fault in misnamed(rows):
        raise fault
    table: dict[str, dict[str, str]] = {}
    for name, alias in sorted(rows):
        known = table.setdefault(name, {})
        if identity(alias) != identity(name):
            known.setdefault(identity(alias), alias)
    return tuple((name, tuple(aliases.values())) for name, aliases in table.items())


def _rows(entry: tuple[str, Iterable[str]]) -> Iterator[Row]:
    try:
        told, aliases = entry
    except (TypeError, ValueError) as error:
        raise AliasError("aliases", entry, "a name and a list of its aliases") from error
    name = named("name", told)
    if isinstance(aliases, str) or not isinstance(aliases, Iterable):
        raise AliasError("aliases", aliases, f"a list of aliases of {name!r}")
    yield name, name
    for alias in aliases:
        yield name, named("alias", alias)


def named(of: str, value: object) -> str:
    """Give a name as a source's is written; `of` is the field that an error speaks of."""
    try:
        text = one_line(of, value)
    except ObservationError as error:
        raise AliasError(of, value, error.expected) from error
    if not identity(text):
        raise AliasError(of, value, "a few words")
    return text


@final
@frozen(order=False)
class Aliases:
    """The names that a newsroom gives to sources, each with the other names it knows them by.

    Names are compared as those of claimants are (see `identity`): one spelling of an alias is
    enough.
    Refused is an alias of two names, and one that is another name of the table (AliasError): what
    stands for what would depend on the order.

    >>> ministry = Aliases({"Interior Ministry": ["MVD", "МВД"]})
    >>> ministry.name_for("mvd"), ministry.name_for("Ministry of Health")
    ('Interior Ministry', 'Ministry of Health')
    """

    names: _Names = field(default=(), converter=_canonical)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return {
            identity(spelled): name for name, aliases in self.names for spelled in (name, *aliases)
        }

    def name_for(self, name: str) -> str:
        """Give the newsroom's name for a source, or the name itself where the table has none."""
        return self._known.get(identity(name), name)

    def applied_to(self, ledger: Ledger) -> Ledger:
        """Give the ledger as it would be if each source had always been called by one name.

        Claimants, relays and those who give notice get the newsroom's name, in its spelling.
        The ledger that is given stays as it is, and is what a newsroom keeps: what was written
        down is who was named, and a table of names can turn out to be wrong.
        Apply aliases to the whole ledger, and then ask.

        An id holds the name, so the reports of an alias get another one, and the notices that
        point at them follow.
        Reports that were one but for the name are one, and so are notices.
        A correction that only put one of the names in the place of another is left out: the table
        says the same.
        Who speaks under two names may take back under one what it said under the other.

        Raises:
            LedgerError: where corrections run in a circle once the names are one.
        """
        if not isinstance(ledger, Ledger):
            raise LedgerError("ledger", ledger, "a Ledger")
        if not self.names:
            return ledger
        called = cache(self.name_for)
        reports, ids = _reports(ledger, called)
        notices = filter(None, (_notice(notice, called, ids) for notice in ledger.notices))
        try:
            return Ledger((*reports, *notices))
        except LedgerError as error:
            expected = f"{error.expected}, once the names are one"
            raise LedgerError(error.field, error.value, expected) from error

    def __repr__(self) -> str:
        """Rebuild the table."""
        return f"{type(self).__name__}({dict(self.names)!r})"

    def __str__(self) -> str:
        """Read as one line a name."""
        return "\n".join(
            f"{name}: {', '.join(aliases)}" if aliases else name for name, aliases in self.names
        )


def _reports(
    ledger: Ledger, called: Callable[[str], str]
) -> tuple[list[Observation], Mapping[str, str]]:
    """Give the reports under the newsroom's names, and the new id of each that got one."""
    is_pointed_at = any(is_id(one) for told in ledger.notices for one in (*told.of, told.instead))
    renamed_source = cache(partial(_source, called=called))
    reports: list[Observation] = []
    ids: dict[str, str] = {}
    for report in ledger.observations:
        source, via = renamed_source(report.source), tuple(map(called, report.via))
        if (source, via) == (report.source, report.via):
            reports.append(report)
            continue
        renamed = evolve(report, source=source, via=via)
        reports.append(renamed)
        if is_pointed_at:  # an id takes a hash to make
            ids[report.id] = renamed.id
    return reports, ids


def _source(source: Source, called: Callable[[str], str]) -> Source:
    return evolve(source, name=called(source.name))


def _notice(notice: Notice, called: Callable[[str], str], ids: Mapping[str, str]) -> Notice | None:
    """Give a notice under the newsroom's names; none where it put a report in its own place."""
    instead = ids.get(notice.instead, notice.instead)
    of = {ids.get(target, target) for target in notice.of} - {instead}
    return evolve(notice, of=of, by=_source(notice.by, called), instead=instead) if of else None
