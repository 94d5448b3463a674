"""Partition: what a newsroom knows of a whole and its disjoint parts.

Paths tell that one measure is a part of another, and never that two parts are disjoint: somebody
who was killed in Almaty may also be among the officers killed.
That is knowledge, and is declared here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import final

from attrs import field, frozen

from kazfigures.audit.parts.wholes import Wholes, in_turn
from kazfigures.errors import PartitionError
from kazfigures.observations import Measure, is_inside

__all__ = ["Partition", "called", "declared", "listed"]


def _parts(value: Iterable[Measure]) -> tuple[Measure, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise PartitionError("parts", value, "the measures that are parts")
    given = list(value)
    for part in given:
        if not isinstance(part, Measure):
            raise PartitionError("parts", part, "a Measure")
    return tuple(sorted(set(given), key=in_turn))


@final
@frozen(order=False)
class Partition:
    """A whole and disjoint parts of it; where they are exhaustive, together they are all of it.

    All count the same event, unit and tally; outcome, population, place and definition may differ:
    "injured" and "killed" are parts of "killed or injured".
    A part that is or holds the whole or another part is refused (PartitionError).

    >>> killed = Measure("killed", place="Kazakhstan")
    >>> officers = Measure("killed", population="security forces", place="Kazakhstan")
    >>> attackers = Measure("killed", population="attackers", place="Kazakhstan")
    >>> print(Partition(killed, [officers, attackers]))
    killed, Kazakhstan: attackers and security forces, among others
    """

    whole: Measure
    parts: tuple[Measure, ...] = field(converter=_parts)
    exhaustive: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be parts of the whole."""
        whole = self.whole
        if not isinstance(whole, Measure):
            raise PartitionError("whole", whole, "a Measure")
        if type(self.exhaustive) is not bool:
            raise PartitionError("exhaustive", self.exhaustive, "True or False")
        if not self.parts:
            raise PartitionError("parts", self.parts, "one part or more")
        for part in self.parts:
            _check_kind(part, whole)
        wholes = Wholes((whole, *self.parts))
        for held in wholes.measures:
            for holder in wholes.of(held):
                if holder != whole:
                    expected = f"parts that do not hold {str(held)!r}"
                    raise PartitionError("parts", str(holder), expected)

    def __str__(self) -> str:
        """Read as the whole and its parts."""
        names = listed([called(part, beside=self.whole) for part in self.parts])
        return f"{self.whole}: {names}, {'together all' if self.exhaustive else 'among others'}"


def _check_kind(part: Measure, whole: Measure) -> None:
    """Refuse a part that counts what the whole does not, or is the whole."""
    if part == whole:
        raise PartitionError("parts", str(part), "parts, not the whole itself")
    for name in ("event", "unit", "tally"):
        counted, wanted = str(getattr(part, name)), str(getattr(whole, name))
        if counted != wanted:
            raise PartitionError(name, counted, f"the {name} of the whole, {wanted!r}")


def declared(partitions: Iterable[Partition]) -> tuple[Partition, ...]:
    """Give partitions in a stable order, each once; refuse those by which a whole holds itself."""
    if isinstance(partitions, str) or not isinstance(partitions, Iterable):
        raise PartitionError("partitions", partitions, "an iterable of Partitions")
    given = list(partitions)
    for partition in given:
        if not isinstance(partition, Partition):
            raise PartitionError("partitions", partition, "a Partition")
    measures = {measure for one in given for measure in (one.whole, *one.parts)}
    wholes = Wholes(sorted(measures, key=in_turn))
    holders = {measure: set(wholes.of(measure)) for measure in wholes.measures}
    for partition in given:
        for part in partition.parts:
            holders[part].add(partition.whole)
    try:
        TopologicalSorter(holders).prepare()
    except CycleError as error:
        circle = " in ".join(str(measure) for measure in error.args[1])
        raise PartitionError(
            "partitions", circle, "wholes that are no part of themselves"
        ) from None
    return tuple(sorted(set(given), key=_order))


def _order(partition: Partition) -> tuple[object, ...]:
    parts = [in_turn(part) for part in partition.parts]
    return (in_turn(partition.whole), parts, partition.exhaustive)


def called(measure: Measure, *, beside: Measure) -> str:
    """Give a measure the name it goes by beside another: by what differs.

    >>> killed = Measure("killed", place="Kazakhstan")
    >>> officers = Measure("killed", population="security forces", place="Kazakhstan/Almaty")
    >>> called(officers, beside=killed)
    'security forces in Almaty'
    >>> called(killed, beside=officers)
    'in all in Kazakhstan'
    """
    words: list[str] = []
    if measure.outcome != beside.outcome:
        words.append(measure.outcome)
    if measure.population != beside.population:
        words.append(_steps(measure.population, beside.population) or "in all")
    if measure.place != beside.place:
        place = _steps(measure.place, beside.place)
        words.append(f"in {place}" if place else "everywhere")
    if measure.definition != beside.definition:
        words += [f"counted as {measure.definition}"] if measure.definition else []
    return " ".join(words) or "in all"


def _steps(path: str, beside: str) -> str:
    """Give the steps of a path below another; all of them where it does not lie below."""
    below = path.removeprefix(f"{beside}/") if is_inside(path, beside) else path
    return below.replace("/", ", ")


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence does."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
