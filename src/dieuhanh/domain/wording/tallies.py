"""A tally in words. "Tính lại được toàn bộ" is said only of a table computed whole."""

from __future__ import annotations

from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.tallies import Tally


def tally_text(tally: Tally, lang: Lang) -> str:
    """How many are met, and how many of the verdicts are ours.

    >>> from dieuhanh.domain.tallies import tally as count
    >>> tally_text(count([]), "vi")
    'Không có chỉ tiêu nào.'
    """
    if not tally.total:
        return "There are no targets." if lang == "en" else "Không có chỉ tiêu nào."
    met, total = tally.met_or_exceeded, tally.total
    whole = tally.computed == total
    if lang == "en":
        basis = "all computed" if whole else _basis_en(tally)
        return f"{met}/{total} targets met or exceeded ({basis})."
    basis = "tính lại được toàn bộ" if whole else _basis_vi(tally)
    return f"{met}/{total} chỉ tiêu đạt và vượt ({basis})."


def _basis_vi(tally: Tally) -> str:
    return f"{tally.computed} tính lại, {tally.as_published} chỉ theo công bố"


def _basis_en(tally: Tally) -> str:
    return f"{tally.computed} computed, {tally.as_published} only as published"
