"""Datasette's SQL function `estimates`: [event, measure, answer, low, high] of all that is counted.

`estimates('')` answers by all that is stored, `estimates('2022-01-10T18:00+06:00')` by what was
known then.
"""

import json

from datasette import hookimpl

import kazfigures as kf


@hookimpl
def prepare_connection(conn, database, datasette):  # noqa: D103 - Datasette says what it is
    def estimates(known_at):
        with kf.open_ledger(datasette.get_database(database).path, reading=True) as store:
            found = kf.reconcile(store.ledger(known_at=known_at or None))
        return json.dumps([(e.measure.event, e.heading, e.headline, e.low, e.high) for e in found])

    conn.create_function("estimates", 1, estimates)
