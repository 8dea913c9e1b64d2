"""One sheet, in whatever form it was sent → figures, and what could not be read."""

from paitou.figures.reading.making import Defaults, figure_id, figure_key
from paitou.figures.reading.sheet import read_figures, read_with

__all__ = ["Defaults", "figure_id", "figure_key", "read_figures", "read_with"]
