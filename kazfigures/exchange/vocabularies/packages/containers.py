"""The folder or the zip that a package is in; nothing outside it is opened."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from kazfigures.errors import LedgerError

__all__ = ["Read", "opened"]

Read: TypeAlias = Callable[[str, int], bytes]
"""Gives the content of a file by its name, which may have so many bytes and no more."""

_LONGEST_NAME: Final = 200
_BROKEN: Final = (
    *(BadZipFile, EOFError, OSError, RuntimeError, ValueError),
    *(struct.error, zlib.error),
)


@contextmanager
def opened(place: Path) -> Generator[Read, None, None]:
    """Open a folder or a zip; a file that it has not, or that is too large, is a LedgerError."""
    if place.is_dir():
        yield partial(_from_folder, place.resolve())
        return
    with place.open("rb") as file:
        try:
            archive = ZipFile(file)
        except _BROKEN as error:
            expected = "a folder with a datapackage.json in it, or a zip of that"
            raise LedgerError("package", str(place), expected) from error
        with archive:
            yield partial(_from_zip, archive)


def _from_folder(folder: Path, name: str, most: int) -> bytes:
    _check_name(name)
    place = (folder / name).resolve()
    if not place.is_relative_to(folder) or not place.is_file():
        raise LedgerError("path", name, "a file of the package")
    with place.open("rb") as file:
        return _no_more_than(most, file.read(most + 1), name)


def _from_zip(archive: ZipFile, name: str, most: int) -> bytes:
    _check_name(name)
    found = [info for info in archive.infolist() if info.filename == name]
    if len(found) != 1 or found[0].compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise LedgerError("path", name, "a file that the package has once, plain or deflated")
    try:
        with archive.open(found[0]) as file:
            content = file.read(most + 1)
    except _BROKEN as error:
        raise LedgerError("path", name, f"a file that can be unpacked ({error})") from error
    return _no_more_than(most, content, name)


def _no_more_than(most: int, content: bytes, name: str) -> bytes:
    if len(content) > most:
        raise LedgerError("path", name, f"a file of no more than {most:,} bytes")
    return content


def _check_name(name: object) -> None:
    """Refuse addresses, and paths that start elsewhere or go up."""
    is_plain = isinstance(name, str) and name.isprintable() and len(name) <= _LONGEST_NAME
    if not is_plain or set(str(name)) & set("\\:") or not _goes_down(str(name)):
        expected = "the path of one file inside the package, such as observations.csv"
        raise LedgerError("path", name, expected)


def _goes_down(path: str) -> bool:
    return not {"", ".", ".."} & set(path.split("/"))
