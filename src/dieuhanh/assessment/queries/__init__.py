"""What may be asked: the board, frozen assessments, their comparison, findings."""

from .assessments import Frozen, assessment, assessments
from .board import Board, board, board_of
from .comparison import compare, one_side
from .days import ChangeDay, change_days
from .findings import findings, tallies
from .judged import Judged
from .ledger import Ledger, open_ledger
from .look import Look
from .shapes import board_json, figure_json, plan_text

__all__ = [
    "Board",
    "ChangeDay",
    "Frozen",
    "Judged",
    "Ledger",
    "Look",
    "assessment",
    "assessments",
    "board",
    "board_json",
    "board_of",
    "change_days",
    "compare",
    "figure_json",
    "findings",
    "one_side",
    "open_ledger",
    "plan_text",
    "tallies",
]
