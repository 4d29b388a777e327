"""What may be asked: the board, frozen assessments, their comparison, findings."""

from .assessments import Frozen, assessment, assessments
from .board import Board, board, published_tally
from .comparison import compare, one_side
from .findings import findings, tallies
from .judged import Judged
from .shapes import board_json, figure_json, plan_text

__all__ = [
    "Board",
    "Frozen",
    "Judged",
    "assessment",
    "assessments",
    "board",
    "board_json",
    "compare",
    "figure_json",
    "findings",
    "one_side",
    "plan_text",
    "published_tally",
    "tallies",
]
