"""Judging: a rule, what was achieved and a convention go in, an outcome comes out.

Pure and exact: fractions inside, nothing rounded unless the convention says so. In prose, with
a worked table: docs/explanation/algorithms/judging.md.
"""

from __future__ import annotations

from .actuals import Actual, Manner, read_note
from .judge import judge, said
from .measuring import is_relative, told_in

__all__ = ["Actual", "Manner", "is_relative", "judge", "read_note", "said", "told_in"]
