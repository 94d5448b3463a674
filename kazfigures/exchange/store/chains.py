"""Seal: what an append-only ledger is known by, and the chain that it is the end of.

Each entry is chained to all before it: its link is the SHA-256 of the link before it, a newline
and the entry's record as JSON, with its keys sorted, without spaces, in UTF-8.
The first follows sixty-four zeros.
Nothing in such a chain can be changed, left out or put in another order without all that follows
being another (Haber and Stornetta 1991, "How to time-stamp a digital document").
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, Self, final

from attrs import frozen

from kazfigures.errors import LedgerError

__all__ = ["BEGINNING", "Seal", "link"]

_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode

_SEAL: Final = re.compile(r"([0-9]{1,18}) ([0-9a-f]{64})", re.ASCII)


@final
@frozen(order=False)
class Seal:
    """How many entries a store holds, and the last link of their chain.

    Written down where nobody who can write to the store can change it, it tells later whether what
    was there then is there still (`Store.verify`).
    """

    entries: int
    chain: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a seal as it is written down.

        Raises:
            LedgerError: for what is none.
        """
        written = _SEAL.fullmatch(text.strip()) if isinstance(text, str) else None
        if written is None:
            raise LedgerError("seal", text, "a number, a space and 64 hexadecimal digits")
        return cls(int(written[1]), written[2])

    def __str__(self) -> str:
        """Read as one line to write down."""
        return f"{self.entries} {self.chain}"


BEGINNING: Final = Seal(0, "0" * 64)
"""The seal of a store that holds nothing."""


def link(before: str, record: Mapping[str, Any]) -> str:
    """Chain a record to all before it."""
    import hashlib  # noqa: PLC0415 - slow to load, and many a session opens no store

    return hashlib.sha256(f"{before}\n{_canonical(record)}".encode()).hexdigest()
