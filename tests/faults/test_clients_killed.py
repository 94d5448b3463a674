"""A writer to a store on a server is killed; the server keeps what it acknowledged, and no part."""

from random import Random

import pytest
from deaths import killed_at_system_call, system_calls
from deliveries import appending, delivery, seeds, whole_deliveries
from stores import address

import kazfigures as kf

_KILLS = 10
_DELIVERIES = [delivery(number, size=20) for number in range(40)]


@pytest.mark.parametrize("seed", seeds(long=20))
def test_a_client_that_is_killed_loses_nothing_acknowledged(seed: int) -> None:
    chance, place = Random(seed), address()
    kf.open_ledger(place).close()
    measured = system_calls(appending(address(), _DELIVERIES[:2]), lambda: True)
    held = 0
    for _ in range(_KILLS):
        work = appending(place, _DELIVERIES[held:])
        life = killed_at_system_call(work, chance.choice(measured))
        acknowledged = held + life.acknowledged
        held = whole_deliveries(place, _DELIVERIES)
        assert acknowledged <= held <= acknowledged + 1
