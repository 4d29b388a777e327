"""What a text names, told to the books: indicators, bodies, areas, people's posts, papers."""

from .indicators import Catalogue, Entry, Match
from .registers import (
    Named,
    Office,
    Registered,
    areas_named,
    bodies_named,
    documents_cited,
    offices_of,
)

__all__ = [
    "Catalogue", "Entry", "Match", "Named", "Office", "Registered", "areas_named", "bodies_named",
    "documents_cited", "offices_of",
]  # fmt: skip
