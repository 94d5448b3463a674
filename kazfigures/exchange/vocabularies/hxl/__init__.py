"""HXL: figures as a table with a row of hashtags, as humanitarian organisations exchange data.

The tags follow the Humanitarian Exchange Language 1.1: core hashtags, with attributes of its
dictionary where one fits and of our own where none does.
A row is a claim, and several rows may count the same dead: add nothing up.
"""

from kazfigures.exchange.vocabularies.hxl.reading import from_hxl, load_hxl
from kazfigures.exchange.vocabularies.hxl.writing import dump_hxl, to_hxl

__all__ = ["dump_hxl", "from_hxl", "load_hxl", "to_hxl"]
