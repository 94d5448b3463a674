"""What every test shares: how long Hypothesis looks, and where the project's data is.

`HYPOTHESIS_PROFILE=quick` (the default) is for every save, `ci` for every push, `deep` for a night.
A push is judged by what it changed: `ci` draws the same examples each time, the others new ones.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_SLOW_MACHINES_ARE_NO_FAULT = [HealthCheck.too_slow]

for _name, _examples in (("quick", 50), ("ci", 100), ("deep", 5000)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        deadline=None,
        derandomize=_name == "ci",
        print_blob=True,
        suppress_health_check=_SLOW_MACHINES_ARE_NO_FAULT,
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real reports beside the project."""
    folder = Path(__file__).parent.parent.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder shared/data is not beside this checkout")
    return folder
