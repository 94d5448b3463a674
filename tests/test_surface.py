"""The public surface: what a newsroom may build on, and that none of it changes unnoticed.

Public is what `import kazfigures` gives, and what `docs/reference.md` lists: of a module the names
in its `__all__`, or those that the reference picks out of them.
Everything else may change.
`surface.txt` holds all of it, a line a name, an attribute or a call.
`UPDATE_SURFACE=1 python -m pytest tests/test_surface.py` writes it anew; read the difference
before you commit it.
"""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import re
import types
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, get_origin, get_overloads

import attrs
import pytest

import kazfigures

ROOT = Path(__file__).parent.parent
RECORD = Path(__file__).parent / "surface.txt"
REFERENCE = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
DIRECTIVE = re.compile(
    r"^\.\. auto(module|function):: ([\w.]+)\n(?:   :members:(.*)\n)?", re.MULTILINE
)
OPERATORS = frozenset(
    f"__{name}__"
    for name in (
        *("add", "and", "call", "contains", "enter", "exit", "getitem", "html", "iter", "len"),
        *("le", "lt", "or", "rrshift", "rshift", "sub"),
    )
)
POLICY = """
A public name is not taken away or changed at once: for one minor version the old one stays beside
the new, does what it did and gives a DeprecationWarning that names the new one; the changelog says
so under Deprecated, and a version later under Removed.
Where this is so, or where names are only added, UPDATE_SURFACE=1 records the surface as it is.
"""


def listed() -> dict[str, list[str]]:
    """Give the names that the reference lists, by module."""
    names: dict[str, list[str]] = {}
    for kind, path, members in DIRECTIVE.findall(REFERENCE):
        if kind == "function":
            path, _, member = path.rpartition(".")
            names.setdefault(path, []).append(member)
        else:
            picked = [name.strip() for name in members.split(",") if name.strip()]
            names.setdefault(path, []).extend(picked or importlib.import_module(path).__all__)
    return names


LISTED = listed()
PACKAGES = [
    module.name
    for module in pkgutil.walk_packages(kazfigures.__path__, "kazfigures.")
    if module.ispkg and not module.name.startswith("kazfigures.cli")
]


def is_ours(thing: Any) -> bool:  # noqa: ANN401
    return str(getattr(thing, "__module__", "")).partition(".")[0] == "kazfigures"


def value(default: object) -> str:
    """Show a default, by its name where it has one."""
    name = getattr(default, "name", None) or getattr(default, "__name__", None)
    return name if isinstance(name, str) and not isinstance(default, Enum) else repr(default)


def annotation(told: object) -> str:
    """Show an annotation as it stands in the source, whatever a version of Python makes of it."""
    told = getattr(told, "__forward_arg__", told)  # in a TypedDict
    assert told is None or isinstance(told, str), f"{told!r}: its module has no future annotations"
    return str(told)


def call(function: Callable[..., Any]) -> str:
    """Show how a function is called and what it gives."""
    shown: list[str] = []
    kinds = [parameter.kind for parameter in inspect.signature(function).parameters.values()]
    for place, parameter in enumerate(inspect.signature(function).parameters.values()):
        kind, empty = parameter.kind, parameter.empty
        if kind is kind.KEYWORD_ONLY and kinds.index(kind) == place:
            shown += [] if kind.VAR_POSITIONAL in kinds else ["*"]
        stars = {kind.VAR_POSITIONAL: "*", kind.VAR_KEYWORD: "**"}.get(kind, "")
        if place == 0 and parameter.name in ("self", "cls"):
            continue
        typed = "" if parameter.annotation is empty else f": {annotation(parameter.annotation)}"
        default = "" if parameter.default is empty else f" = {value(parameter.default)}"
        shown.append(f"{stars}{parameter.name}{typed}{default}")
    given = inspect.signature(function).return_annotation
    gives = "" if given in (inspect.Signature.empty, None, "None") else f" -> {annotation(given)}"
    return f"({', '.join(shown)}){gives}"


def calls(function: Callable[..., Any]) -> Iterator[str]:
    for one in get_overloads(function) or [function]:
        yield call(one)


def of_class(path: str, kind: type) -> Iterator[str]:
    """Tell what a class is, how it is made, and what its values have."""
    mine = [one for one in kind.__mro__ if is_ours(one)]
    yield f"{path} is a {', '.join(one.__name__ for one in kind.__mro__[1:-1]) or 'class'}"
    if issubclass(kind, Enum):
        yield from (f"{path}.{member.name} = {member.value!r}" for member in kind)
    elif any("__init__" in vars(one) for one in mine):
        yield f"{path}{call(kind)}"
    told: set[str] = set()
    for one in mine:
        given = inspect.get_annotations(one)
        for name in sorted({*vars(one), *given} - told):
            if (name.startswith("_") and name not in OPERATORS) or name in kind.__dict__.get(
                "_member_map_", ()
            ):
                continue
            told.add(name)
            held = inspect.getattr_static(one, name, None)
            if name in given:
                yield f"{path}.{name}: {annotation(given[name])}"
            elif isinstance(held, property | cached_property):
                getter = held.fget if isinstance(held, property) else held.func
                assert getter is not None
                yield f"{path}.{name}: {annotation(inspect.get_annotations(getter)['return'])}"
            else:
                bound = held.__func__ if isinstance(held, classmethod | staticmethod) else held
                how = "type's " if isinstance(held, classmethod | staticmethod) else ""
                if inspect.isfunction(bound):
                    yield from (f"{path}.{name}{told}{how and ' of the class'}" for told in calls(bound))


def of_name(path: str, thing: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(thing, types.ModuleType):
        yield f"{path} is {thing.__name__}"
    elif get_origin(thing) is not None or isinstance(thing, types.UnionType):
        yield f"{path} = {re.sub(r'[a-zA-Z_.]+[.](?=[a-zA-Z])', '', repr(thing))}"
    elif isinstance(thing, type):
        yield from of_class(path, thing)
    elif inspect.isfunction(thing):
        yield from (f"{path}{one}" for one in calls(thing))
    else:
        yield f"{path}: {type(thing).__name__}"


def surface() -> list[str]:
    """Tell all that is public, a line each."""
    lines: set[str] = set()
    for name in kazfigures.__all__:
        thing = getattr(kazfigures, name)
        home = getattr(thing, "__qualname__", None) and f"{thing.__module__}.{thing.__qualname__}"
        lines.update([f"kazfigures.{name} is {home}"] if home else of_name(f"kazfigures.{name}", thing))
    for path, names in LISTED.items():
        module = importlib.import_module(path)
        for name in names:
            lines.update(of_name(f"{path}.{name}", getattr(module, name)))
    return sorted(lines)


def test_the_public_surface_is_the_recorded_one() -> None:
    now = surface()
    if os.environ.get("UPDATE_SURFACE"):
        RECORD.write_text("\n".join(now) + "\n", encoding="utf-8")
    recorded = RECORD.read_text(encoding="utf-8").splitlines()
    gone = [f"- {line}" for line in recorded if line not in set(now)]
    new = [f"+ {line}" for line in now if line not in set(recorded)]
    assert not gone + new, "\n".join(["the public surface has changed:", *gone, *new, POLICY])


def documented() -> list[Any]:
    return [
        getattr(importlib.import_module(path), name)
        for path, names in LISTED.items()
        for name in names
    ] + [importlib.import_module(path) for path in LISTED]


@pytest.mark.parametrize("path", ["kazfigures", *PACKAGES])
def test_what_a_package_gives_is_in_the_reference(path: str) -> None:
    package = importlib.import_module(path)
    held = documented()
    names = [name for name in getattr(package, "__all__", ())]
    assert [name for name in names if not any(getattr(package, name) is one for one in held)] == []


@pytest.mark.parametrize("path", LISTED)
def test_what_the_reference_lists_is_in_the_all_of_its_module(path: str) -> None:
    assert [name for name in LISTED[path] if name not in importlib.import_module(path).__all__] == []


def test_the_reference_lists_no_module_of_the_program() -> None:
    assert [path for path in LISTED if path.startswith("kazfigures.cli")] == []


def test_a_public_function_explains_itself() -> None:
    silent = [one for one in documented() if callable(one) and is_ours(one) and not one.__doc__]
    assert silent == []
