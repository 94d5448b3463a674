"""TableRule: a rule given as a query over rows, in SQL, pandas or plain Python, put on trial."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import signature
from math import isnan
from operator import index
from typing import Any, Final, SupportsIndex, TypeAlias, cast, final, overload

from attrs import evolve, field, frozen

from kazfigures.counts import Count
from kazfigures.errors import RuleError
from kazfigures.exchange.records import COLUMNS, to_record
from kazfigures.ledgers import Ledger
from kazfigures.moments import Moment
from kazfigures.observations import Entry, Notice, Observation
from kazfigures.rules.estimates import Estimate, Estimates, divide
from kazfigures.rules.laws import Law, laws
from kazfigures.rules.pipeline import as_rule, divide_by_question
from kazfigures.rules.pools import overlap

__all__ = ["TableRule", "table_rule"]

Row: TypeAlias = dict[str, Any]
Query: TypeAlias = Callable[..., Any]

_ENDS: Final = ("low", "best", "high")
_STANDING: Final = as_rule(overlap)
_DEFAULTS: Final = {"unit": "people", "tally": "cumulative", "source_kind": "unknown"}


@final
@frozen(order=False, repr=False)
class TableRule:
    """A query from the rows of one question to low, best and high.

    Each row is a report or a notice, as `to_record` gives it, with every column of the file format;
    what there is none of is None, and `high` is None where it is open.
    The query gives `(low, best, high)` or a mapping with these names, whole numbers or None; None,
    or a `low` of None, where it makes no range.
    A query that needs a second argument is given all rows, and the moment (or None) up to which
    they are to count as known, as text in UTC; a query with one is given the rows known by then.

    It gives no account, so the laws that read one are not tried; the laws of claims are tried on
    the claims that a rule of this package would hear.
    """

    name: str
    query: Query = field(eq=False)
    promises: frozenset[Law] = field(default=frozenset(), converter=laws)

    def reconcile(
        self, entries: Iterable[Entry], known_at: Moment | str | None = None
    ) -> Estimates:
        """Ask the query about every question of the entries."""
        given = list(dict.fromkeys(entries))
        then = Moment(known_at) if isinstance(known_at, str) else known_at
        ledger = Ledger(given)
        known = ledger if then is None else ledger.known_at(then)
        dated = _takes_a_moment(self.query)
        told = given
        if then is not None and not dated:
            there = set(known)
            told = [entry for entry in given if entry in there]
        notices = [_row(entry) for entry in told if isinstance(entry, Notice)]
        questions = divide_by_question([entry for entry in told if isinstance(entry, Observation)])
        return Estimates(
            self.name,
            tuple(
                self._estimate(estimate, [*map(_row, questions[asked]), *notices], then, dated)
                for estimate in _STANDING.reconcile(known)
                for asked in ((estimate.measure, estimate.window),)
            ),
        )

    def _estimate(
        self,
        standing: Estimate,
        rows: list[Row],
        then: Moment | None,
        dated: bool,  # noqa: FBT001
    ) -> Estimate:
        answer = self.query(rows, then and then.end.isoformat()) if dated else self.query(rows)
        low, best, high = self._ends(answer)
        count = None if low is None else Count(low, high)
        status, camps = divide(standing.heard)
        return evolve(
            standing,
            rule=self.name,
            status=status,
            count=count,
            best=None if count is None else best,
            used=(),
            set_aside=(),
            camps=camps,
        )

    def _ends(self, answer: Any) -> Sequence[int | None]:  # noqa: ANN401 - whatever a query gives
        if answer is None:
            return (None, None, None)
        ends: list[Any] = []
        if isinstance(answer, Mapping):
            named = cast("Mapping[str, Any]", answer)
            ends = [named.get(name) for name in _ENDS] if _ENDS[0] in named else []
        elif isinstance(answer, Iterable):
            ends = [*answer]
        if len(ends) != len(_ENDS):
            raise RuleError(self.name, answer, "low, best and high from the query, or None")
        return [self._number(name, end) for name, end in zip(_ENDS, ends, strict=True)]

    def _number(self, name: str, value: Any) -> int | None:  # noqa: ANN401 - whatever a query gives
        if isinstance(value, float):  # frames have NaN for nothing, and then floats for all
            value = None if isnan(value) else int(value) if value.is_integer() else value
        if value is None:
            return None
        if isinstance(value, SupportsIndex) and not isinstance(value, bool):
            return index(value)
        expected = f"a whole number or None from {self.name}"
        raise RuleError(name, value, expected)

    def __repr__(self) -> str:
        """Give its name."""
        return self.name


def _takes_a_moment(query: Query) -> bool:
    """Whether a query cannot be called with rows alone."""
    try:
        parameters = signature(query).parameters.values()
    except ValueError:  # what is written in C may not say
        return False
    needed = [
        one
        for one in parameters
        if one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)
    ]
    return len(needed) > 1


def _row(entry: Entry) -> Row:
    row: Row = {**dict.fromkeys(COLUMNS), **to_record(entry)}
    if not isinstance(entry, Notice):
        row.update({name: row[name] or default for name, default in _DEFAULTS.items()})
    return row


@overload
def table_rule(query: Query) -> TableRule: ...
@overload
def table_rule(*, promises: Iterable[Law] = ()) -> Callable[[Query], TableRule]: ...
def table_rule(
    query: Query | None = None, *, promises: Iterable[Law] = ()
) -> TableRule | Callable[[Query], TableRule]:
    """Make a rule to be tried of a query over rows; see `TableRule` for what it takes and gives.

    >>> @table_rule
    ... def highest_claim(rows):
    ...     lows = [row["low"] for row in rows if row["entry"] == "observation"]
    ...     return max(lows), max(lows), None
    >>> highest_claim
    highest_claim
    """

    def make(query: Query) -> TableRule:
        return TableRule(getattr(query, "__name__", repr(query)), query, frozenset(promises))

    return make if query is None else make(query)
