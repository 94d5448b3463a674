"""Count: the whole numbers that a claim allows, and their algebra.

"More than 2,300" allows every number from 2,301 up; "26" allows one.
A count is a closed interval of whole numbers whose high end may be open, so a bound that somebody
gave is never thrown away, and "more than 3,000" and "3,811" agree.
"""

from __future__ import annotations

from typing import Final, Self, final

from attrs import frozen

from kazfigures.errors import CountError

__all__ = ["Count"]

LARGEST: Final = 2**63 - 1


@final
@frozen(order=False)
class Count:
    """The whole numbers from `low` to `high`, both included; a `high` of None is open.

    A count is never empty: where two share nothing, `&` gives None.
    Booleans, floats and text are refused (CountError); both ends go up to 2**63 - 1.

    >>> Count.more_than(2300) & Count.exactly(3811)
    Count(3811, 3811)
    >>> print(Count.exactly(18) | Count.exactly(16))
    16 to 18
    """

    low: int = 0
    high: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no set of whole numbers."""
        low, high = self.low, self.high
        if type(low) is not int or not 0 <= low <= LARGEST:
            raise CountError("low", low, f"a whole number from 0 to {LARGEST}")
        if high is None:
            return
        if type(high) is not int or not 0 <= high <= LARGEST:
            raise CountError("high", high, f"None (open) or a whole number from 0 to {LARGEST}")
        if high < low:
            raise CountError("high", high, f"a number no smaller than low, {low}")

    @classmethod
    def exactly(cls, number: int) -> Self:
        """Allow one number: "26"."""
        _check_operand("exactly", number)
        return cls(number, number)

    @classmethod
    def at_least(cls, number: int) -> Self:
        """Allow the number and all above: "at least 12"."""
        return cls(number)

    @classmethod
    def more_than(cls, number: int) -> Self:
        """Allow all above the number: "more than 2,300" starts at 2,301."""
        _check_operand("more_than", number)
        return cls(number + 1)

    @classmethod
    def at_most(cls, number: int) -> Self:
        """Allow the number and all below: "up to 200"."""
        _check_operand("at_most", number)
        return cls(0, number)

    @classmethod
    def fewer_than(cls, number: int) -> Self:
        """Allow all below the number: "fewer than 50" ends at 49; none is below 0 (CountError)."""
        _check_operand("fewer_than", number)
        if number == 0:
            raise CountError("fewer_than", number, "a number above 0")
        return cls(0, number - 1)

    @classmethod
    def between(cls, low: int, high: int) -> Self:
        """Allow both numbers and all in between: "between 20 and 30"."""
        _check_operand("high", high)
        return cls(low, high)

    @property
    def is_exact(self) -> bool:
        """Whether it allows one number only."""
        return self.low == self.high

    @property
    def says_nothing(self) -> bool:
        """Whether it allows every number: not a claim at all, and never the same as 0."""
        return self.low == 0 and self.high is None

    def __contains__(self, number: object) -> bool:
        """Whether the count allows the number."""
        return (
            isinstance(number, int)
            and self.low <= number
            and (self.high is None or number <= self.high)
        )

    def within(self, other: Count) -> bool:
        """Whether every number allowed here is allowed there."""
        return self.low >= other.low and (
            other.high is None or (self.high is not None and self.high <= other.high)
        )

    def __and__(self, other: Count) -> Count | None:
        """What both allow; None when they share nothing."""
        if not isinstance(other, Count):
            return NotImplemented
        low = max(self.low, other.low)
        high = _lower(self.high, other.high)
        return Count(low, high) if high is None or low <= high else None

    def __or__(self, other: Count) -> Count:
        """Their hull: the smallest count that holds both."""
        if not isinstance(other, Count):
            return NotImplemented
        open_end = self.high is None or other.high is None
        high = None if open_end else max(self.high or 0, other.high or 0)
        return Count(min(self.low, other.low), high)

    def __add__(self, other: Count) -> Count:
        """The count of two disjoint parts together; what is disjoint is the caller's knowledge."""
        if not isinstance(other, Count):
            return NotImplemented
        open_end = self.high is None or other.high is None
        high = None if open_end else (self.high or 0) + (other.high or 0)
        return Count(self.low + other.low, high)

    def __repr__(self) -> str:
        """Rebuild the value."""
        return f"Count({self.low!r}, {self.high!r})"

    def __str__(self) -> str:
        """Read as a newsroom prints it."""
        if self.says_nothing:
            return "any number"
        if self.high is None:
            return f"at least {self.low:,}"
        if self.is_exact:
            return f"{self.low:,}"
        if self.low == 0:
            return f"at most {self.high:,}"
        return f"{self.low:,} to {self.high:,}"


def _check_operand(name: str, number: object) -> None:
    if type(number) is not int or not 0 <= number <= LARGEST:
        raise CountError(name, number, f"a whole number from 0 to {LARGEST}")


def _lower(one: int | None, other: int | None) -> int | None:
    """The smaller of two high ends, of which an open one is above every number."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
