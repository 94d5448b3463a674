"""Kill a run of the pipeline before a line of its code, let another follow, and so on to its end.

`python killed.py PIPELINE DESK FOLDER EVERY` copies the desk into the folder for each kill, and
leaves there what the two runs made of it; the kills are so many lines apart.
"""

import os
import shutil
import signal
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any


def loaded(path: str) -> ModuleType:
    spec = spec_from_file_location("pipeline", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(pipeline: ModuleType, desk: Path, last: int | None) -> int:
    """Run in a process of its own, killed before the line after the last."""
    if (child := os.fork()) > 0:
        return os.waitpid(child, 0)[1]
    sys.argv = ["pipeline.py", str(desk), "--rest", "0"]
    done = 0

    def count(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 - itself
        nonlocal done
        if frame.f_code.co_filename != pipeline.__file__:
            return None
        if event == "line":
            if done == last:
                os.kill(os.getpid(), signal.SIGKILL)
            done += 1
        return count

    if last is not None:
        sys.settrace(count)
    os._exit(pipeline.main())


def main() -> None:
    pipeline, desk, folder = loaded(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    every = int(sys.argv[4])
    last, status = 0, signal.SIGKILL
    while status == signal.SIGKILL:
        copy = folder / f"{last:04}"
        shutil.copytree(desk, copy)
        status = run(pipeline, copy, last)
        run(pipeline, copy, None)
        last += every


if __name__ == "__main__":
    main()
