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
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import FunctionType, ModuleType, UnionType
from typing import Any, get_origin, get_overloads, overload

import pytest

import kazfigures
from kazfigures.exchange.records import Format
from kazfigures.surfaces.words import Style, plain

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
            home, _, member = path.rpartition(".")
            names.setdefault(home, []).append(member)
        else:
            picked = [name.strip() for name in members.split(",") if name.strip()]
            given = getattr(importlib.import_module(path), "__all__", ())
            names.setdefault(path, []).extend(picked or given)
    return names


LISTED = listed()
NAMED = [
    (name, getattr(importlib.import_module(path), name))
    for path, names in LISTED.items()
    for name in names
]
PACKAGES = [
    module.name
    for module in pkgutil.walk_packages(kazfigures.__path__, "kazfigures.")
    if module.ispkg and not module.name.startswith("kazfigures.cli")
]


def is_ours(thing: Any) -> bool:  # noqa: ANN401
    return str(getattr(thing, "__module__", "")).partition(".")[0] == "kazfigures"


def value(default: object) -> str:
    """Show a default: by its public name, where it has one and is no mere number or text."""
    public = sorted(name for name, thing in NAMED if thing is default)
    return repr(default) if isinstance(default, str | int | float) or not public else public[0]


def annotation(told: object) -> str:
    """Show an annotation as it stands in the source, whatever a version of Python makes of it."""
    told = getattr(told, "__forward_arg__", told)  # in a TypedDict
    assert told is None or isinstance(told, str), f"{told!r}: its module has no future annotations"
    return str(told)


def call(function: Callable[..., Any]) -> str:
    """Show how a function is called and what it gives."""
    shown: list[str] = []
    signature = inspect.signature(function)
    kinds = [parameter.kind for parameter in signature.parameters.values()]
    for place, parameter in enumerate(signature.parameters.values()):
        kind, empty = parameter.kind, parameter.empty
        if kind is kind.KEYWORD_ONLY and kinds.index(kind) == place:
            shown += [] if kind.VAR_POSITIONAL in kinds else ["*"]
        stars = {kind.VAR_POSITIONAL: "*", kind.VAR_KEYWORD: "**"}.get(kind, "")
        if place == 0 and parameter.name in ("self", "cls"):
            continue
        typed = "" if parameter.annotation is empty else f": {annotation(parameter.annotation)}"
        default = "" if parameter.default is empty else f" = {value(parameter.default)}"
        shown.append(f"{stars}{parameter.name}{typed}{default}")
        if kind is kind.POSITIONAL_ONLY and kind not in kinds[place + 1 :]:
            shown.append("/")
    given = signature.return_annotation
    gives = "" if given in (signature.empty, None, "None") else f" -> {annotation(given)}"
    return f"({', '.join(shown)}){gives}"


def calls(function: Callable[..., Any]) -> Iterator[str]:
    for one in get_overloads(function) or [function]:
        yield call(one)


def of_class(path: str, kind: type) -> Iterator[str]:
    """Tell what a class is, how it is made, and what its values have."""
    mine = [one for one in kind.__mro__ if is_ours(one)]
    yield f"{path} is a {', '.join(one.__name__ for one in kind.__mro__[1:-1]) or 'class'}"
    members = [member.name for member in kind] if issubclass(kind, Enum) else []
    yield from (f"{path}.{name} = {kind[name].value!r}" for name in members)
    if not members and any("__init__" in vars(one) for one in mine):
        yield f"{path}{call(kind)}"
    told = set(members)
    for one in mine:
        typed = inspect.get_annotations(one)
        names = {name for name in (*vars(one), *typed) if name in OPERATORS or name[0] != "_"}
        for name in sorted(names - told):
            if name in typed:
                yield f"{path}.{name}: {annotation(typed[name])}"
            else:
                yield from of_attribute(f"{path}.{name}", vars(one)[name])
        told |= names


def of_attribute(path: str, held: Any) -> Iterator[str]:  # noqa: ANN401
    """Tell of a property as of a field, which it may become; of a method, how it is called."""
    getter = getattr(held, "fget", None) or getattr(held, "func", None)
    if getter is not None:
        yield f"{path}: {annotation(inspect.get_annotations(getter)['return'])}"
    elif isinstance(held, classmethod | staticmethod):
        yield from (f"{path}{told}, of the class" for told in calls(held.__func__))
    elif inspect.isfunction(held):
        yield from (f"{path}{told}" for told in calls(held))


def of_name(path: str, thing: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(thing, ModuleType):
        yield f"{path} is {thing.__name__}"
    elif get_origin(thing) is not None or isinstance(thing, UnionType):
        yield f"{path} = {re.sub(r'[a-zA-Z_.]+[.](?=[a-zA-Z])', '', repr(thing))}"
    elif isinstance(thing, type):
        home = f"{thing.__module__}.{thing.__qualname__}"
        is_elsewhere = path != home and thing.__name__ in LISTED.get(thing.__module__, ())
        yield from [f"{path} is {home}"] if is_elsewhere else of_class(path, thing)
    elif inspect.isfunction(inspect.unwrap(thing)):
        yield from (f"{path}{one}" for one in calls(inspect.unwrap(thing)))
    else:
        yield f"{path}: {type(thing).__name__}"


def surface() -> list[str]:
    """Tell all that is public, a line each."""
    face = [(f"kazfigures.{name}", getattr(kazfigures, name)) for name in kazfigures.__all__]
    lines = {
        line
        for path, thing in face
        for line in (
            [f"{path} is {thing.__module__}.{thing.__qualname__}"]
            if hasattr(thing, "__qualname__")
            else of_name(path, thing)
        )
    }
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


@pytest.mark.parametrize("path", ["kazfigures", *PACKAGES])
def test_what_a_package_gives_is_in_the_reference(path: str) -> None:
    package = importlib.import_module(path)
    known = {id(thing) for _, thing in NAMED} | {id(sys.modules[one]) for one in LISTED}
    names = getattr(package, "__all__", ())
    assert [name for name in names if id(getattr(package, name)) not in known] == []


@pytest.mark.parametrize("path", LISTED)
def test_what_the_reference_lists_is_in_the_all_of_its_module(path: str) -> None:
    given = getattr(importlib.import_module(path), "__all__", ())
    assert [name for name in LISTED[path] if name not in given] == []


def test_the_command_line_is_a_program_and_no_library() -> None:
    assert [path for path in LISTED if path.startswith("kazfigures.cli")] == []


def test_what_is_public_explains_itself() -> None:
    made = [(name, thing) for name, thing in NAMED if isinstance(thing, type | FunctionType)]
    assert [name for name, thing in made if not thing.__doc__] == []


class Sample:
    """Something of each sort that a class has."""

    __module__ = "kazfigures.samples"
    field: int
    _hidden: int

    def __init__(self, field: int, *, style: Style = plain) -> None:
        self.field, self.style = field, style

    @classmethod
    def made(cls, *parts: str, **named: int) -> Sample:
        """Make one."""
        return cls(len(parts) + len(named))

    @property
    def seen(self) -> bool:
        """Whether it was."""
        return True

    @cached_property
    def kept(self) -> str:
        """What is worked out once."""
        return "kept"

    @overload
    def asked(self, one: int, /) -> int: ...
    @overload
    def asked(self, one: str = "x", other: None = None) -> str: ...
    def asked(self, one: Any = "x", other: None = None) -> Any:
        """Ask."""

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "Sample"


def test_a_line_says_what_a_caller_sees() -> None:
    """So that any change of it is another line."""
    assert sorted(of_name("Sample", Sample)) == [
        "Sample is a class",
        "Sample(field: int, *, style: Style = plain)",
        "Sample.__len__() -> int",
        "Sample.asked(one: int, /) -> int",
        "Sample.asked(one: str = 'x', other: None = None) -> str",
        "Sample.field: int",
        "Sample.kept: str",
        "Sample.made(*parts: str, **named: int) -> Sample, of the class",
        "Sample.seen: bool",
    ]
    assert [*of_name("Format", Format), *of_name("house", kazfigures.house)] == [
        "Format = Literal['jsonl', 'csv']",
        "house: Rule",
    ]
