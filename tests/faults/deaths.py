"""Processes that are killed without warning, at a system call or by the clock.

The parent traces its child and counts system calls, so a kill can be put before or after any one
of them: between two writes, between the sync of the journal and that of the database, between the
unlinking of the journal and the word that the batch is in.
"""

import ctypes
import os
import signal
import time
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from itertools import count

import pytest
from attrs import frozen

Work = Callable[[Callable[[], None]], None]
"""What a child does; it calls what it is given each time that something is done for good."""

_SEIZE, _INTERRUPT, _TO_NEXT_SYSTEM_CALL = 0x4206, 0x4207, 24
_CHILD_DIES_WITH_ITS_TRACER = 0x100000


@frozen
class Life:
    """What a child acknowledged, and whether it was killed."""

    acknowledged: int
    killed: bool


@frozen
class _Child:
    """A forked process that waits for the word to begin; forked, so that it starts warm."""

    pid: int
    begin: int
    acknowledgements: int

    @classmethod
    def of(cls, work: Work) -> "_Child":
        waiting, begin = os.pipe()
        acknowledgements, acknowledging = os.pipe()
        with warnings.catch_warnings():
            # A fork leaves the other threads behind; they are pytest-xdist's.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if pid == 0:
            _live(work, waiting, acknowledging)
        os.close(waiting)
        os.close(acknowledging)
        return cls(pid, begin, acknowledgements)

    def start(self) -> None:
        os.write(self.begin, b"!")

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        return os.waitpid(self.pid, 0)[1]

    def end(self, status: int) -> Life:
        """Give the account of a child that is dead; a fault of its own fails the test."""
        with os.fdopen(self.acknowledgements, "rb") as pipe:
            acknowledged = len(pipe.read())
        os.close(self.begin)
        killed = os.WIFSIGNALED(status)
        assert killed or os.WEXITSTATUS(status) == 0, "the child failed; its error is on stderr"
        return Life(acknowledged, killed)


def _live(work: Work, waiting: int, acknowledging: int) -> None:
    status = 1
    try:
        os.read(waiting, 1)
        work(lambda: _acknowledge(acknowledging))
        status = 0
    except BaseException:  # noqa: BLE001 - a fork must not return into pytest
        traceback.print_exc()
    finally:
        os._exit(status)


def _acknowledge(pipe: int) -> None:
    os.write(pipe, b".")


def killed_at_system_call(work: Work, number: int) -> Life:
    """Let a child live until it enters or leaves its n-th system call."""
    return _traced(work, lambda reached: reached == number)


def system_calls(work: Work, holds: Callable[[], bool]) -> list[int]:
    """Let a child finish; give the numbers of the system calls at which something holds."""
    found: list[int] = []

    def look(reached: int) -> bool:
        if holds():
            found.append(reached)
        return False

    _traced(work, look)
    return found


def _traced(work: Work, is_last: Callable[[int], bool]) -> Life:
    child = _Child.of(work)
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    if libc.ptrace(_SEIZE, child.pid, None, _CHILD_DIES_WITH_ITS_TRACER) != 0:
        child.kill()
        child.end(child.wait())
        pytest.skip(f"this machine lets nobody trace: {os.strerror(ctypes.get_errno())}")
    libc.ptrace(_INTERRUPT, child.pid, None, None)
    status = child.wait()
    child.start()
    for number in count(1):
        libc.ptrace(_TO_NEXT_SYSTEM_CALL, child.pid, None, None)
        status = child.wait()
        if not os.WIFSTOPPED(status):
            break
        if is_last(number):
            child.kill()
            status = child.wait()
            break
    return child.end(status)


def killed_by_the_clock(work: Work, seconds: float) -> Life:
    """Let a child live for so long, if it needs so long."""
    child = _Child.of(work)
    child.start()
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        child.kill()
    return child.end(child.wait())


def allowed_to_finish(*works: Work) -> list[Life]:
    """Let several children work at the same time, each to its end."""
    children = [_Child.of(work) for work in works]
    for child in children:
        child.start()
    statuses = [child.wait() for child in children]
    return [child.end(status) for child, status in zip(children, statuses, strict=True)]
