"""Reading figures: one by one, by area with coverage, restated on another day's areas."""

from .by_area import AreaLine, ByArea, Slice, by_area, slices
from .figures import (
    as_row,
    figure,
    figures,
    history,
    in_force,
    lower_figures,
    of_area,
)
from .restated import RestatedLine, RestatedView, restated_view

__all__ = [
    "AreaLine",
    "ByArea",
    "RestatedLine",
    "RestatedView",
    "Slice",
    "as_row",
    "by_area",
    "figure",
    "figures",
    "history",
    "in_force",
    "lower_figures",
    "of_area",
    "restated_view",
    "slices",
]
