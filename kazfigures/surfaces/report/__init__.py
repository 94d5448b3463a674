"""One page that shows the state of the figures, whole in itself (the extra `report`)."""

from kazfigures.surfaces.report.pages import Page, report

__all__ = ["Page", "report"]
