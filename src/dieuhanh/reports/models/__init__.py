"""What is asked for, handed in, decided and kept: forms, rounds, submissions, figures."""

from .figures import Figure
from .forms import Check, Form, FormDraft, FormRow, FormVersion
from .rounds import Closing, Round, RoundDue, SwappedDay
from .submissions import DraftCell, Filing, Remark, Step, Submission

__all__ = [
    "Check",
    "Closing",
    "DraftCell",
    "Figure",
    "Filing",
    "Form",
    "FormDraft",
    "FormRow",
    "FormVersion",
    "Remark",
    "Round",
    "RoundDue",
    "Step",
    "Submission",
    "SwappedDay",
]
