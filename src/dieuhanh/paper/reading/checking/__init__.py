"""What a text states, held against the books and against itself."""

from .against_books import Books, Stated
from .claims import Checked, Mark, Reason, check_reading

__all__ = ["Books", "Checked", "Mark", "Reason", "Stated", "check_reading"]
