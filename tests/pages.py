"""What HTML holds, read with the standard library: its elements, its words, its links."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

__all__ = ["Element", "links_of", "parsed", "structure", "words_of"]

EMPTY = frozenset({"br", "col", "hr", "input", "meta", "wbr"})


class Reader(HTMLParser):
    """Keep elements with the names of their attributes, words outside styles, and links."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} is closed where it is not the innermost"

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [], "every element is closed"
    return reader


def structure(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the elements in order, each with the names of its attributes."""
    return read(html).elements


def words_of(html: str) -> str:
    """Give the text that a reader sees."""
    return "".join(read(html).words)


def links_of(html: str) -> list[str]:
    """Give every address that is linked or loaded."""
    return read(html).links


class Element:
    """An element of a page: its name, its attributes, and what it holds in order."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.contents: list[Element | str] = []

    @property
    def elements(self) -> Iterator[Element]:
        """It and every element inside it, in order."""
        yield self
        for one in self.contents:
            if isinstance(one, Element):
                yield from one.elements

    @property
    def text(self) -> str:
        """The text that a reader sees of it."""
        if self.name in ("style", "script"):
            return ""
        return "".join(one if isinstance(one, str) else one.text for one in self.contents)

    def all(self, name: str = "", class_: str = "") -> list[Element]:
        """Give the elements inside it of a name, or of a class, or of both."""
        return [
            one
            for one in self.elements
            if (not name or one.name == name)
            and (not class_ or class_ in one.attributes.get("class", "").split())
        ]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].contents.append(made)
        if tag not in EMPTY:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].contents.append(data)


def parsed(html: str) -> Element:
    """Give the elements of a page, one inside another."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    [whole] = builder.open
    return whole
