"""What a reader does with code that a trial prints: paste it, and run it."""

from typing import Any

from kazfigures import Ledger


def built_by(script: str) -> Ledger:
    """Run a script in a namespace of its own, and give the ledger that it builds."""
    names: dict[str, Any] = {}
    exec(script, names)  # noqa: S102
    built: Ledger = names["ledger"]
    return built
