"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kazfigures.errors import ObservationError

__all__ = ["replacing"]


@contextmanager
def replacing(path: Path) -> Generator[TextIO, None, None]:
    """Write beside the file and put the new one in its place once it is on disk."""
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise ObservationError("target", str(path), "a file, or a name that nothing has yet")
    beside = path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            if path.exists():
                beside.chmod(path.stat().st_mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise
