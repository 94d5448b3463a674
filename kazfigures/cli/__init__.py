"""The command line: what can be printed now, who says so, and what was known when.

It reads JSON Lines and CSV, writes tables, JSON, CSV and Markdown, and does nothing that the
library does not do.
Exit codes: 0 for an answer, 1 for faults in the data, 2 for a question that cannot be asked.
"""

from kazfigures.cli.commands import program

__all__ = ["program"]
