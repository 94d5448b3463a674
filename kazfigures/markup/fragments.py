"""Fragment: HTML in which every text is escaped.

A child that is text is escaped, always; a fragment is taken as it is.
Names of elements, attributes and classes are written in the code and never come from data.
Nothing here holds a script, and nothing from data reaches a style.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Final, Protocol, final
from urllib.parse import urlsplit

from attrs import frozen

__all__ = ["Content", "Drawable", "Fragment", "data", "element", "joined", "link", "shown", "text"]

_EMPTY: Final = frozenset({"br", "col", "hr", "input", "meta", "wbr"})
_INSTEAD: Final = "\N{REPLACEMENT CHARACTER}"
_NEVER_LETTERS: Final = "\ufffe\uffff"  # which XML cannot hold
_TURNING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


class Drawable(Protocol):
    """What can draw itself as HTML, by the convention that template engines share."""

    def __html__(self) -> str:
        """Give safe HTML."""
        ...


@final
@frozen(order=False)
class Fragment:
    """HTML that can be put in a page as it is."""

    html: str = ""

    def __html__(self) -> str:
        """Give the HTML; template engines such as Jinja take it without escaping it again."""
        return self.html

    def __str__(self) -> str:
        """Read as the HTML."""
        return self.html


Content = str | Drawable | None


def text(words: str) -> Fragment:
    """Escape a text, and show what nobody can see.

    Control characters and the marks that turn the direction of writing are shown as U+FFFD: a name
    that hides its own end could pass for another.

    >>> print(text("<b>Ministry</b> & Co"))
    &lt;b&gt;Ministry&lt;/b&gt; &amp; Co
    """
    return Fragment(escape(shown(words)))


def shown(words: str) -> str:
    """Give words with U+FFFD for what nobody can see, not yet escaped.

    >>> shown("Ministry\u202e of Health")
    'Ministry� of Health'
    """
    if words.isprintable():
        return words
    return "".join(_INSTEAD if _is_hidden(letter) else letter for letter in words)


def _is_hidden(letter: str) -> bool:
    if letter in "\n\t":
        return False
    return (
        letter in _NEVER_LETTERS
        or unicodedata.category(letter) in ("Cc", "Cs")
        or unicodedata.bidirectional(letter) in _TURNING
    )


def _safe(content: Content) -> str:
    if content is None:
        return ""
    return text(content).html if isinstance(content, str) else content.__html__()


def joined(contents: Iterable[Content], between: Content = "") -> Fragment:
    """Put contents one after another, with something between them; None is left out."""
    kept = [_safe(content) for content in contents if content is not None]
    return Fragment(_safe(between).join(kept))


def element(name: str, /, *contents: Content, **attributes: str | float | bool | None) -> Fragment:
    """Make an element; an attribute of None or False is left out, one of True stands alone.

    Underscores of an attribute's name become hyphens, and one at its end is dropped: `class_`,
    `aria_label`.

    >>> print(element("td", "18 & more", class_="figure", colspan=2))
    <td class="figure" colspan="2">18 &amp; more</td>
    """
    written = "".join(
        _attribute(key, value)
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _EMPTY:
        return Fragment(f"<{name}{written}>")
    return Fragment(f"<{name}{written}>{joined(contents)}</{name}>")


def _attribute(key: str, value: str | float | bool) -> str:  # noqa: FBT001 - as HTML has it
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def data(words: str) -> Fragment:
    """Set words from data apart, so that their direction of writing turns nothing around them."""
    return element("bdi", words)


def link(address: str, words: str | None = None) -> Fragment | None:
    """Link to an address, in words or by the name of its host; None where it cannot be followed.

    Only http and https are followed.

    >>> print(link("https://tass.com/world/1384901"))
    <a href="https://tass.com/world/1384901" rel="noopener noreferrer">tass.com</a>
    """
    if not address.lower().startswith(("http://", "https://")):
        return None
    return element("a", words or _host(address), href=address, rel="noopener noreferrer")


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return (host or "source").removeprefix("www.")
