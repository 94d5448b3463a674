"""Parts and wholes: what is part of what, what cannot be, and what parts say of their whole."""

from kazfigures.audit.parts.bounds import Bound, Bounds, Conflict, tighten
from kazfigures.audit.parts.partitions import Partition

__all__ = ["Bound", "Bounds", "Conflict", "Partition", "tighten"]
