"""The desk's rules, as they were first written down, and mended."""

import sqlite3

import kazfigures as kf


@kf.rule(promises={kf.laws.WITHIN_HULL, kf.laws.UNANIMOUS, kf.laws.POSITIVE_RESPONSE})
def officials_first(claims):
    """What officials allow together, or else span; everyone, where no official spoke."""
    official = [claim.count for claim in claims if claim.source.kind == "official"]
    counts = official or [claim.count for claim in claims]
    shared, span = counts[0], counts[0]
    for count in counts[1:]:
        shared = shared and shared & count
        span = span | count
    return shared or span


@kf.rule(promises={kf.laws.WITHIN_HULL, kf.laws.UNANIMOUS, kf.laws.POSITIVE_RESPONSE})
def officials_first_mended(claims):
    """The middle of what officials say; of what everyone says, where no official spoke."""
    official = [claim for claim in claims if claim.source.kind == "official"]
    taken = official or claims
    return kf.Taken(kf.pools.consensus.combine(taken), taken, "an official spoke")


def spread(rows):
    """From the lowest low to the highest high, in SQL."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE TABLE entries (entry, low, high)")
    table.executemany("INSERT INTO entries VALUES (:entry, :low, :high)", rows)
    query = """
        SELECT min(low), CASE WHEN count(high) = count(*) THEN max(high) END
        FROM entries WHERE entry = 'observation'
    """
    low, high = table.execute(query).fetchone()
    return low, low, high
