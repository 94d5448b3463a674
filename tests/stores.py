"""Where the tests keep stores on a server: each in a schema of its own."""

import os
from uuid import uuid4

import pytest

_SERVER = os.environ.get("POSTGRES", "")


def address() -> str:
    """Give a fresh place on the server that `POSTGRES` names, which the checks start."""
    if not _SERVER:
        if os.environ.get("CI"):
            pytest.fail("POSTGRES does not name a server")
        pytest.skip("POSTGRES names no server")
    psycopg = pytest.importorskip("psycopg")
    schema = f"t{uuid4().hex}"
    with psycopg.connect(_SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    return f"{_SERVER}{'&' if '?' in _SERVER else '?'}options=-csearch_path%3D{schema}"
