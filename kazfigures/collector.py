"""The cyclic collector, paused while many values are built.

Values here form no cycles, so a collector that starts while a million of them are being built
walks them all and frees nothing; that takes up to half of a bulk load.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["paused"]


@contextmanager
def paused() -> Generator[None, None, None]:
    """Pause the collector, and let it go on if it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
