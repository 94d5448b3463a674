"""What a fuzzer once found, and all that anybody may hand to a reader, keeps its promises.

`python tests/fuzz/fuzz.py READER` looks for more, and leaves what it finds in `finds/READER/`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import READERS, SEEDS

FINDS = sorted(file for file in (Path(__file__).parent / "finds").rglob("*") if file.is_file())


@pytest.mark.parametrize("find", FINDS, ids=[f"{file.parent.name} {file.stem}" for file in FINDS])
def test_what_was_found_is_found_no_more(find: Path) -> None:
    READERS[find.parent.name](find.read_bytes())


@pytest.mark.parametrize("reader", READERS)
def test_what_a_fuzzer_begins_with_keeps_every_promise(reader: str) -> None:
    for seed in SEEDS[reader]:
        READERS[reader](seed)


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=60))
def test_any_bytes_keep_every_promise(reader: str, data: bytes) -> None:
    READERS[reader](data)
