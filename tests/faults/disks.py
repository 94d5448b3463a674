"""A disk that remembers what was written, and in what order, so that its power can be cut.

SQLite (apsw's) runs over it as over any file system.
Afterwards `after_a_power_cut` tells what a real disk may hold when the power goes at any point:
what was synced, and of the rest whatever chance leaves.
A write that was not synced may be there, or not, or in some of its sectors; a file that grew may
hold rubbish where it grew; a file that was made or unlinked may still be missing or still there,
until the directory itself is synced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count, pairwise
from pathlib import Path
from random import Random
from typing import Any

import apsw
from attrs import Factory, define, frozen

_SECTOR = 512
_JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL | apsw.SQLITE_OPEN_WAL
_numbers = count()


@frozen
class Made:
    name: str
    file: int


@frozen
class Unlinked:
    name: str


@frozen
class Written:
    file: int
    at: int
    data: bytes

    @property
    def end(self) -> int:
        return self.at + len(self.data)


@frozen
class Truncated:
    file: int
    size: int


@frozen
class Synced:
    file: int


@frozen
class DirectorySynced:
    pass


@frozen
class Acknowledged:
    """Not of the disk: the moment at which a writer was told that all is well."""


Event = Made | Unlinked | Written | Truncated | Synced | DirectorySynced | Acknowledged


class Disk(apsw.VFS):
    """Files in memory, each change of which is an event; `before` may refuse a change.

    The first events, `formatted` in number, put there what it is given.
    """

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.name = f"disk-{next(_numbers)}"
        self.events: list[Event] = []
        self.before: Callable[[Event], None] = lambda _: None
        self.names: dict[str, int] = {}
        self.contents: list[bytearray] = []
        super().__init__(self.name, "")
        for name, content in (files or {}).items():
            given = OpenFile(self, self._make(name), syncs_directory=False)
            given.xWrite(content, 0)
            given.xSync(apsw.SQLITE_SYNC_FULL)
        self.change(DirectorySynced())
        self.formatted = len(self.events)

    def _make(self, name: str) -> int:
        self.contents.append(bytearray())
        file = len(self.contents) - 1
        self.change(Made(name, file))
        self.names[name] = file
        return file

    def change(self, event: Event) -> None:
        self.before(event)
        self.events.append(event)

    def acknowledge(self) -> None:
        self.events.append(Acknowledged())

    @property
    def files(self) -> dict[str, bytes]:
        return {name: bytes(self.contents[file]) for name, file in self.names.items()}

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:
        return pathname in self.names

    def xDelete(self, filename: str, syncdir: bool) -> None:
        if filename not in self.names:
            raise apsw.IOError(filename)
        self.change(Unlinked(filename))
        del self.names[filename]
        if syncdir:
            self.change(DirectorySynced())

    def xOpen(self, name: Any, flags: list[int]) -> OpenFile:
        plain = name.filename() if isinstance(name, apsw.URIFilename) else name
        told = f"temporary-{next(_numbers)}" if plain is None else plain
        if told not in self.names and not flags[0] & apsw.SQLITE_OPEN_CREATE:
            raise apsw.CantOpenError(told)
        file = self.names[told] if told in self.names else self._make(told)
        flags[1] = flags[0]
        return OpenFile(self, file, syncs_directory=bool(flags[0] & _JOURNALS))


@define
class OpenFile:
    """One opening of a file; locks are not needed, as one process has the disk to itself."""

    disk: Disk
    file: int
    syncs_directory: bool

    @property
    def content(self) -> bytearray:
        return self.disk.contents[self.file]

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.content[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.change(Written(self.file, offset, bytes(data)))
        _write(self.content, offset, data)

    def xTruncate(self, newsize: int) -> None:
        self.disk.change(Truncated(self.file, newsize))
        _truncate(self.content, newsize)

    def xSync(self, flags: int) -> None:
        self.disk.change(Synced(self.file))
        if self.syncs_directory:  # as SQLite does on Unix, once for each new journal
            self.disk.change(DirectorySynced())
            self.syncs_directory = False

    def xFileSize(self) -> int:
        return len(self.content)

    def xLock(self, level: int) -> None: ...

    def xUnlock(self, level: int) -> None: ...

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE

    def xClose(self) -> None: ...


def _write(content: bytearray, at: int, data: bytes, rubbish: bytes = b"") -> None:
    gap = at - len(content)
    if gap > 0:
        content.extend((rubbish * (gap // len(rubbish) + 1))[:gap] if rubbish else bytes(gap))
    content[at : at + len(data)] = data


def _truncate(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


@define
class _Platter:
    """What is safe, and what is not yet, in the order of its being asked for."""

    files: dict[int, bytearray] = Factory(dict)
    unsynced: dict[int, list[Written | Truncated]] = Factory(dict)
    names: dict[str, int] = Factory(dict)
    unsynced_names: list[Made | Unlinked] = Factory(list)

    def take(self, event: Event) -> None:
        match event:
            case Made(_, file):
                self.files[file] = bytearray()
                self.unsynced[file] = []
                self.unsynced_names.append(event)
            case Unlinked():
                self.unsynced_names.append(event)
            case Written(file) | Truncated(file):
                self.unsynced[file].append(event)
            case Synced(file):
                for change in self.unsynced[file]:
                    self.keep(change)
                self.unsynced[file] = []
            case DirectorySynced():
                for change in self.unsynced_names:
                    self.enter(change)
                self.unsynced_names = []
            case Acknowledged():
                pass

    def keep(self, change: Written | Truncated, rubbish: bytes = b"") -> None:
        content = self.files[change.file]
        match change:
            case Written(_, at, data):
                _write(content, at, data, rubbish)
            case Truncated(_, size):
                _truncate(content, size)

    def enter(self, change: Made | Unlinked) -> None:
        match change:
            case Made(name, file):
                self.names[name] = file
            case Unlinked(name):
                self.names.pop(name, None)


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """Put files where the machine's own SQLite can read them."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def after_a_power_cut(disk: Disk, chance: Random) -> tuple[int, dict[str, bytes]]:
    """Cut the power at some point: what was acknowledged by then, and the files that are left."""
    before = disk.events[: chance.randint(disk.formatted, len(disk.events))]
    return sum(isinstance(event, Acknowledged) for event in before), _left(before, chance)


def _left(events: Sequence[Event], chance: Random) -> dict[str, bytes]:
    platter = _Platter()
    for event in events:
        platter.take(event)
    share = chance.choice((0.0, 1.0, chance.random()))
    rubbish = chance.choice((b"", chance.randbytes(97)))
    for change in platter.unsynced_names:
        if chance.random() < share:
            platter.enter(change)
    for changes in platter.unsynced.values():
        for change in changes:
            for part in _torn(change, chance):
                if chance.random() < share:
                    platter.keep(part, rubbish)
    return {name: bytes(platter.files[file]) for name, file in platter.names.items()}


def _torn(change: Written | Truncated, chance: Random) -> list[Written | Truncated]:
    """Part a write at the borders of sectors, half of the time; they are written in any order."""
    if isinstance(change, Truncated) or chance.random() < 0.5:
        return [change]
    first = change.at // _SECTOR * _SECTOR + _SECTOR
    cuts = [change.at, *range(first, change.end, _SECTOR), change.end]
    sectors = [
        Written(change.file, start, change.data[start - change.at : stop - change.at])
        for start, stop in pairwise(cuts)
    ]
    return chance.sample(sectors, len(sectors))
