"""Data Packages: a ledger as CSV files beside a description of every column.

The description, `datapackage.json`, follows the Data Package standard 2.0, so that a spreadsheet,
R or a data portal can open the files without asking what a column means.
The files are the CSV of `kazfigures.exchange.records`: `kf.load` reads each by itself.
"""

from kazfigures.exchange.vocabularies.packages.reading import read_package
from kazfigures.exchange.vocabularies.packages.writing import write_package

__all__ = ["read_package", "write_package"]
