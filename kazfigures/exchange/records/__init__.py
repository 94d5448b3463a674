"""Records: observations and notices as flat dicts, JSON Lines and CSV, both ways without loss.

`docs/format.md` describes the form and `ledger.schema.json`, beside this package, states it.
A file is written whole or not at all, and every line that cannot be read is named.
"""

from kazfigures.exchange.records.cells import guarded
from kazfigures.exchange.records.fields import COLUMNS, NOTICE_FIELDS, OBSERVATION_FIELDS, Record
from kazfigures.exchange.records.ledger_files import FORMATS, Format, dump, extend, load, stream
from kazfigures.exchange.records.reading import Reader, from_record
from kazfigures.exchange.records.writing import to_record

__all__ = [
    "COLUMNS",
    "FORMATS",
    "NOTICE_FIELDS",
    "OBSERVATION_FIELDS",
    "Format",
    "Reader",
    "Record",
    "dump",
    "extend",
    "from_record",
    "guarded",
    "load",
    "stream",
    "to_record",
]
