"""What a text states, held against the books and against itself."""

from .against_books import Books, Stated
from .claims import Checked, Mark, Reason, check_reading
from .tallies import Count, check_tally, years_of

__all__ = [
    "Books",
    "Checked",
    "Count",
    "Mark",
    "Reason",
    "Stated",
    "check_reading",
    "check_tally",
    "years_of",
]
