"""What spans apps, for programs: the change feed; papers drafted, decided and issued; texts read
and held against the books."""

from . import paper_opinions, paper_steps, paper_writing
from .changes import changes_router
from .papers import papers_router
from .readings import readings_router
from .texts import texts_router

__all__ = [
    "changes_router",
    "paper_opinions",
    "paper_steps",
    "paper_writing",
    "papers_router",
    "readings_router",
    "texts_router",
]
