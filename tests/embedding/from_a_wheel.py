"""The examples of embedding, used from a wheel in an empty environment, far from the source.

`python tests/embedding/from_a_wheel.py` builds the wheel and installs it with what each example
needs and no more; it takes half a minute, and the network.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs/examples"
OFFICERS = {
    "outcome": "killed",
    "population": "security forces",
    "place": "Kazakhstan",
    "event": "Kazakhstan, January 2022",
}
EVENING = "2022-01-07T18:00+06:00"


class Room:
    """An empty folder with an environment of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / ".venv/bin"
        kept = ("HOME", "LANG", "PIP_", "HTTP", "http", "SSL", "REQUESTS_")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name.startswith(kept)},
            "PATH": f"{self.bin}{os.pathsep}{os.defpath}",
        }
        venv.create(folder / ".venv", with_pip=True)

    def run(self, *command: str, code: int = 0) -> str:
        """Run a command, which ends with this code, and give what it says."""
        ran = subprocess.run(  # noqa: S603 - the commands below
            [str(self.bin / command[0]), *command[1:]],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == code, (command, ran.returncode, ran.stdout, ran.stderr)
        return ran.stdout

    def install(self, *names: str) -> None:
        print(f"  pip install {' '.join(Path(name).name for name in names)}")
        self.run("python", "-m", "pip", "install", "--quiet", *names)


def built(folder: Path) -> Path:
    """Build the wheel."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True)  # noqa: S603
    [wheel] = folder.glob("kazfigures-*.whl")
    return wheel


def try_the_pipeline(room: Room) -> None:
    """With the wheel alone: take in the record of January 2022, and put a faulty file aside."""
    drop = room.folder / "desk/drop"
    drop.mkdir(parents=True)
    lines = (EXAMPLES / "kazakhstan-2022.jsonl").read_text(encoding="utf-8").splitlines()
    observations = [line for line in lines if json.loads(line)["entry"] == "observation"]
    (drop / "january.jsonl").write_text("\n".join(observations) + "\n", encoding="utf-8")
    (drop / "faulty.jsonl").write_text("[\n", encoding="utf-8")
    said = room.run("python", "pipeline.py", "desk", "--rest", "0", code=1)
    assert f"'january.jsonl': {len(observations)} new, 0 already there" in said, said
    assert room.run("python", "pipeline.py", "desk", "--rest", "0") == ""


def try_the_api(room: Room) -> None:
    """With FastAPI and a server: ask, send, and send what is faulty."""
    room.environment |= {"KAZFIGURES_LEDGER": "desk/ledger.db", "KAZFIGURES_INBOX": "inbox.db"}
    with served(room, "uvicorn", "api:app", "--port") as address:
        asked = urlencode({**OFFICERS, "known_at": EVENING})
        [told] = json.loads(got(f"{address}/estimate?{asked}"))
        assert told["headline"] == "18, agreed", told
        assert "kf-answer" in got(f"{address}/estimate.html?{asked}")
        report = told["used"][0]
        line = json.dumps(report).encode() + b"\n"
        sent = json.loads(got(f"{address}/observations", line))
        assert sent == {"new": [report["id"]], "known": 0}, sent
        refused = json.loads(got(f"{address}/observations", b"[\n", code=422))
        assert refused["detail"][0]["loc"] == ["body", 1, "record"], refused


def try_datasette(room: Room) -> None:
    """With Datasette: the views, and the question that the plugin answers."""
    options = ["-m", "metadata.yaml", "--plugins-dir", "plugins", "desk/ledger.db", "--get"]
    asked = urlencode({"moment": EVENING, "_shape": "array"})
    rows = json.loads(room.run("datasette", *options, f"/ledger/printable_at.json?{asked}"))
    [officers] = [row for row in rows if row["measure"] == "killed, security forces, Kazakhstan"]
    assert officers["answer"] == "18, agreed"
    [row] = json.loads(room.run("sqlite-utils", "desk/ledger.db", "select count(*) from notices"))
    assert list(row.values()) == [0]


@contextmanager
def served(room: Room, *command: str) -> Iterator[str]:
    """Serve on a port that is free, and give its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(  # noqa: S603
        [str(room.bin / command[0]), *command[1:], str(port)],
        cwd=room.folder,
        env=room.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            try:
                got(f"{address}/openapi.json")
                break
            except URLError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait()


def got(address: str, body: bytes | None = None, code: int = 200) -> str:
    """Ask our own server, which answers with this code."""
    try:
        with urlopen(Request(address, body), timeout=60) as response:  # noqa: S310
            status, text = response.status, response.read().decode()
    except HTTPError as error:
        status, text = error.code, error.read().decode()
    assert status == code, (address, status, text)
    return str(text)


def main() -> None:
    with TemporaryDirectory() as given:
        folder = Path(given)
        wheel = built(folder)
        shutil.copytree(EXAMPLES / "embedding", folder / "room")
        room = Room(folder / "room")
        print(wheel.name)
        room.install(str(wheel))
        where = room.run("python", "-c", "import kazfigures; print(kazfigures.__file__)")
        assert where.startswith(str(room.folder)), where
        try_the_pipeline(room)
        print("the pipeline runs")
        room.install("fastapi", "uvicorn")
        try_the_api(room)
        print("the API answers")
        room.install("datasette", "sqlite-utils")
        try_datasette(room)
        print("Datasette answers")
        print(room.run("python", "-m", "pip", "list", "--format", "freeze"))


if __name__ == "__main__":
    main()
