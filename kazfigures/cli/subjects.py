"""A newsroom's own rule, found by the module or the file that holds it and by its name there."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import click

__all__ = ["found"]


@contextmanager
def found(text: str) -> Generator[Any, None, None]:
    """Give what `module:name` or `file.py:name` names, and let what it imports be found.

    Modules are looked for in the working folder first, and beside the file.

    Raises:
        click.BadParameter: where there is no such module, file or name, or the module raises.
    """
    place, _, name = text.rpartition(":")
    if not place or not name:
        raise _refused(text, "a module and a name in it, such as desk:officials_first")
    is_file = place.endswith(".py")
    if is_file and not Path(place).is_file():
        raise _refused(text, "a file that is there")
    folder = Path(place).parent if is_file else Path()
    folders = list(dict.fromkeys([str(folder.resolve()), str(Path.cwd())]))
    sys.path[:0] = folders
    try:
        module = _module(text, Path(place).stem if is_file else place)
        if not hasattr(module, name):
            held = ", ".join(one for one in vars(module) if not one.startswith("_"))
            raise _refused(text, f"a name that {place} has, one of {held or 'none'}")
        yield getattr(module, name)
    finally:
        for one in folders:
            sys.path.remove(one)


def _module(text: str, name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (Exception, SystemExit) as error:
        why = f"a module that can be imported ({type(error).__name__}: {error})"
        raise _refused(text, why) from error


def _refused(text: str, expected: str) -> click.BadParameter:
    return click.BadParameter(f"expected {expected}, not {text!r}", param_hint="'RULE'")
