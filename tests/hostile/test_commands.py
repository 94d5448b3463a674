"""A hostile argument of a command gets a message and an exit code, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cases import SAID, rows
from doors import run

CASES = [(name, json.loads(args), int(code), says) for name, args, code, says in rows("commands")]


def test_a_hostile_argument_gets_what_its_row_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ledger = tmp_path / "toll.jsonl"
    ledger.write_text(json.dumps(dict(SAID)), encoding="utf-8")
    wrong = []
    for name, arguments, code, says in CASES:
        result = run(*(str(ledger) if one == "FILE" else one for one in arguments))
        is_ours = result.exception is None or isinstance(result.exception, SystemExit)
        if not is_ours or result.exit_code != code or says not in result.stderr:
            wrong.append((name, result.exit_code, result.stderr[-300:], result.exception))
        if any(sign in result.output for sign in ("\x1b", "\x00", "\udcff", "\u202e")):
            wrong.append((name, "it writes what a terminal obeys"))
    assert wrong == []
    assert list(tmp_path.iterdir()) == [ledger]
    assert ledger.read_text(encoding="utf-8") == json.dumps(dict(SAID))
