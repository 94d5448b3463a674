"""Writing a package: a folder or a zip, whole or not at all."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kazfigures.errors import LedgerError
from kazfigures.exchange.files import replacing, replacing_folder
from kazfigures.exchange.records.cells import write_csv
from kazfigures.exchange.vocabularies.packages.schemas import (
    DESCRIPTOR,
    TABLES,
    stated,
    table_schema,
)
from kazfigures.ledgers import Ledger
from kazfigures.observations import Entry, one_line

__all__ = ["write_package"]

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")
_READABLE_BY_ALL: Final = 0o644 << 16


def write_package(  # noqa: PLR0913 - one keyword a thing that a package says of itself
    ledger: Ledger,
    target: str | os.PathLike[str],
    *,
    name: str,
    title: str = "",
    description: str = "",
    licences: Mapping[str, str] | None = None,
    sources: Mapping[str, str] | None = None,
) -> None:
    """Write a ledger as a Data Package: a zip where the name ends so, and a folder otherwise.

    `name` is what a registry would call it: small letters, digits, dots and dashes.
    `licences` gives the address of each licence by its name, such as
    `{"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}`, and `sources` that of each
    source by its title; an address may be empty.

    It is written beside the old one, brought safely to disk and put in its place.
    A folder that holds other files is refused.
    The same ledger gives the same bytes.
    """
    if not isinstance(ledger, Ledger):
        raise LedgerError("ledger", ledger, "a Ledger")
    if not isinstance(name, str) or _NAME.fullmatch(name) is None:
        raise LedgerError("name", name, "small letters, digits, dots and dashes: january-2022")
    contents = {
        f"{table}.csv": _table(entries, TABLES[table])
        for table, entries in (("observations", ledger.observations), ("notices", ledger.notices))
    }
    about = {
        "$schema": _PROFILE,
        "name": name,
        "title": one_line("title", title),
        "description": _prose(description),
        "licenses": _listed("licences", "name", licences),
        "sources": _listed("sources", "title", sources),
        "resources": [_resource(table, contents[f"{table}.csv"], ledger) for table in TABLES],
    }
    said = {key: value for key, value in about.items() if value}
    contents[DESCRIPTOR] = f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()
    path = Path(target)
    if path.suffix.lower() == ".zip":
        _write_zip(path, contents)
    else:
        with replacing_folder(path, contents) as folder:
            for file, content in contents.items():
                with replacing(folder / file) as opened:
                    opened.buffer.write(content)


def _table(entries: Iterable[Entry], columns: tuple[str, ...]) -> bytes:
    file = io.StringIO(newline="")
    write_csv(file, entries, columns)
    return file.getvalue().encode()


def _resource(table: str, content: bytes, ledger: Ledger) -> dict[str, Any]:
    schema = table_schema(table)
    if table == "notices" and _stand_in_it(ledger):
        reference = {"resource": "observations", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["instead"], "reference": reference}]
    return {
        "name": table,
        "type": "table",
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **stated(content),
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _stand_in_it(ledger: Ledger) -> bool:
    """Whether all that corrections put in place of something is in the ledger too."""
    known = {observation.id for observation in ledger.observations}
    return all(notice.instead in known for notice in ledger.notices if notice.instead)


def _prose(description: str) -> str:
    for line in description.split("\n") if isinstance(description, str) else [description]:
        one_line("description", line)
    return description


def _listed(field: str, key: str, given: Mapping[str, str] | None) -> list[dict[str, str]]:
    if not isinstance(given, Mapping | None):
        raise LedgerError(field, given, "addresses by name")
    listed: list[dict[str, str]] = []
    for name, address in (given or {}).items():
        said = one_line(field, name)
        path = one_line(field, address)
        if not said or (path and not path.lower().startswith(("http://", "https://"))):
            expected = "a name for each, and an address on the web (http:// or https://) or none"
            raise LedgerError(field, address if said else name, expected)
        listed.append({key: said, "path": path} if path else {key: said})
    return listed


def _write_zip(path: Path, contents: Mapping[str, bytes]) -> None:
    with replacing(path) as file, ZipFile(file.buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            info = ZipInfo(name)  # dated 1980, as a zip without a date is
            info.compress_type = ZIP_DEFLATED
            info.external_attr = _READABLE_BY_ALL
            archive.writestr(info, content)
