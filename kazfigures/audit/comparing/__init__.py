"""In what way two reports differ, decided before any number is chosen.

The tests run in one order (`comparisons.judged`), and the first that applies names the kind.
"""

from kazfigures.audit.comparing.comparisons import Comparison, compare

__all__ = ["Comparison", "compare"]
