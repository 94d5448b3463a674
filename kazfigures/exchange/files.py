"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kazfigures.errors import ObservationError

__all__ = ["replacing", "replacing_folder"]


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


@contextmanager
def replacing_folder(path: Path, names: Collection[str]) -> Generator[Path, None, None]:
    """Fill a folder beside the old one and put the new one in its place.

    A folder that holds anything but files of these names is refused, so that nothing else is lost.
    Between the two steps in which the old makes room for the new, both are whole beside each other
    under names with a dot before them.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not (path.is_dir() and _holds_only(path, names)):
        expected = f"a folder with no files but {', '.join(names)}, or a name that nothing has yet"
        raise ObservationError("target", str(path), expected)
    unique = os.urandom(6).hex()
    beside, old = (path.with_name(f".{path.name}.{unique}.{end}") for end in ("new", "old"))
    try:
        beside.mkdir()
        yield beside
        if path.exists():
            beside.chmod(path.stat().st_mode)
            path.replace(old)
        try:
            beside.replace(path)
        except BaseException:
            with suppress(FileNotFoundError):  # there was no old one
                old.replace(path)
            raise
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _holds_only(folder: Path, names: Collection[str]) -> bool:
    return all(held.name in names and held.is_file() for held in folder.iterdir())
