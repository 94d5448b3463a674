"""The program `kazfigures`, also run as `python -m kazfigures`."""

from __future__ import annotations

import io
import sys

from kazfigures.errors import ExtraError

__all__ = ["main"]

_EXTRA = ("click", "rich")


def main() -> None:
    """Run the command line; where its extra is missing, say how to install it."""
    _write_what_is_said()
    try:
        from kazfigures.cli import program  # noqa: PLC0415 - the extra may be missing
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write(f"{ExtraError('cli', 'the command line')}\n")
        sys.exit(2)
    program(prog_name="kazfigures")


def _write_what_is_said() -> None:
    """Write UTF-8 into files and pipes, and on a terminal what it can show of every script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


if __name__ == "__main__":
    main()
