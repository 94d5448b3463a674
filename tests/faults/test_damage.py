"""A store of which some bytes have rotted says so, or gives the answers that it gave before."""

from pathlib import Path
from random import Random

import pytest
from deliveries import delivery, seeds

import kazfigures as kf
from kazfigures.errors import StoreError
from kazfigures.observations import Entry

_DAMAGES = 60
_DELIVERIES = [delivery(number, size=15) for number in range(6)]
_ENTRIES: tuple[Entry, ...] = sum(_DELIVERIES, ())
_LEDGER = kf.Ledger(_ENTRIES)


def _damaged(content: bytes, chance: Random) -> bytes:
    """Change one bit, a few bytes, or a page."""
    rotten = bytearray(content)
    size = chance.choice((1, 8, 512, 4096))
    at = chance.randrange(len(rotten) // size) * size
    kind = chance.choice(("flipped", "zeroed", "noise", "moved"))
    if kind == "flipped":
        rotten[at] ^= 1 << chance.randrange(8)
    elif kind == "zeroed":
        rotten[at : at + size] = bytes(size)
    elif kind == "noise":
        rotten[at : at + size] = chance.randbytes(size)
    else:
        start = chance.randrange(len(rotten) // size) * size
        rotten[at : at + size] = content[start : start + size]
    return bytes(rotten)


def _is_trusted(path: Path) -> bool:
    """Verify a store; where it passes, hold all of its answers against a ledger."""
    try:
        with kf.open_ledger(path, reading=True) as store:
            seal = store.verify()
    except StoreError:
        return False
    with kf.open_ledger(path) as store:
        assert seal.entries == len(store) == len(_ENTRIES)
        assert tuple(store) == _ENTRIES
        assert store.ledger() == _LEDGER
        assert set(store.measures) == set(_LEDGER.measures)
        for measure in _LEDGER.measures:
            assert store.ledger(measure=measure) == _LEDGER.where(measure=measure)
        assert all(entry.id in store and store.entry(entry.id) == entry for entry in _ENTRIES)
        assert store.append(_ENTRIES).new == ()
    return True


def _sound(path: Path) -> bytes:
    """Give the bytes of a store that nothing has happened to."""
    with kf.open_ledger(path) as store:
        for batch in _DELIVERIES:
            store.append(batch)
    return path.read_bytes()


@pytest.mark.parametrize("seed", seeds(long=40))
def test_a_damaged_store_that_verifies_answers_as_it_did(seed: int, tmp_path: Path) -> None:
    chance, path = Random(seed), tmp_path / "january.db"
    content = _sound(path)
    trusted = 0
    for _ in range(_DAMAGES):
        path.write_bytes(_damaged(content, chance))
        trusted += _is_trusted(path)
    print(f"{_DAMAGES} damaged stores, {trusted} of which answered as before")
    assert trusted < _DAMAGES


def test_damage_that_is_no_text_any_more_is_an_error_like_any_other(tmp_path: Path) -> None:
    """SQLite quotes the rotten word in its message, which then is no text either."""
    path = tmp_path / "january.db"
    content = _sound(path)
    assert b"raise(ABORT" in content
    path.write_bytes(content.replace(b"raise(ABORT", b"raise(AB\x9dRT"))
    with pytest.raises(StoreError, match="damaged"):
        kf.open_ledger(path)
