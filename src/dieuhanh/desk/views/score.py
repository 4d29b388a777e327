"""The one sentence of the first screen, and the counts beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dieuhanh.documents.queries import sentence_url
from dieuhanh.domain.verdicts import Basis
from dieuhanh.ui.formats import day, period

if TYPE_CHECKING:
    from dieuhanh.assessment.models import PublishedTally
    from dieuhanh.assessment.queries import Board


@dataclass(frozen=True)
class Note:
    """A line under the sentence, with its mark and where it leads."""

    mark: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class Score:
    """The number in large type, the sentence that reads it, the other count beside it."""

    met: int
    total: int
    sentence: str
    notes: tuple[Note, ...]


def score_of(board: Board) -> Score:
    """Our count leads, unless the books lack verdicts and a published count says another number.

    Then the published one leads, marked as such, and ours stands beside it.
    """
    published, (met, total) = board.published, _counts(board)
    if published is None:
        return Score(met, total, _as_judged(board), ())
    note = _published_note(published)
    if (published.met, published.total) == (met, total):
        whole = Note("computed", _("Tính lại được toàn bộ bảng công bố."))
        notes = (note, whole) if board.reproduced else (note,)
        return Score(met, total, _as_judged(board), notes)
    if _judged(board) < total:
        sentence = _as_published(board, published)
        return Score(published.met, published.total, sentence, (note, _ours(board)))
    differs = Note("computed", _("Số tính lại khác số công bố."))
    return Score(met, total, _as_judged(board), (note, differs))


def _counts(board: Board) -> tuple[int, int]:
    return board.tally["met_or_exceeded"], board.tally["total"]


def _judged(board: Board) -> int:
    return sum(judged.verdict.is_met is not None for judged in board.verdicts)


def _as_judged(board: Board) -> str:
    met, total = _counts(board)
    of = {"met": met, "total": total, "period": period(board.plan.period)}
    sentence = _("%(met)s/%(total)s chỉ tiêu chủ yếu đạt và vượt kế hoạch %(period)s") % of
    parts = _origins(board)
    return f"{sentence}: {', '.join(parts)}." if parts else f"{sentence}."


def _origins(board: Board) -> list[str]:
    """Of those met: how many computed, how many kept as published."""
    counts = Counter(judged.basis for judged in board.verdicts if judged.verdict.is_met)
    words = {
        Basis.COMPUTED: _("%(n)s tính lại từ số liệu"),
        Basis.AS_PUBLISHED: _("%(n)s giữ theo công bố"),
    }
    return [text % {"n": counts[basis]} for basis, text in words.items() if counts[basis]]


def _as_published(board: Board, published: PublishedTally) -> str:
    met, total = _counts(board)
    return _(
        "Công bố %(published_met)s/%(published_total)s chỉ tiêu chủ yếu đạt và vượt kế hoạch %(period)s; trong sổ mới thấy %(met)s/%(total)s."
    ) % {
        "published_met": published.met,
        "published_total": published.total,
        "period": period(board.plan.period),
        "met": met,
        "total": total,
    }


def _published_note(published: PublishedTally) -> Note:
    document = published.document
    text = _("Công bố: %(met)s/%(total)s (%(source)s, %(day)s)") % {
        "met": published.met,
        "total": published.total,
        "source": document.issuer_name or document.number or document.title,
        "day": day(published.as_of, published.date_precision),
    }
    return Note("published", text, sentence_url(document, published.quote))


def _ours(board: Board) -> Note:
    met, total = _counts(board)
    parts = _origins(board)
    if lacking := total - _judged(board):
        parts.append(_("%(n)s chưa có đánh giá") % {"n": lacking})
    told = {"met": met, "total": total, "parts": ", ".join(parts)}
    return Note("computed", _("Trong sổ: %(met)s/%(total)s (%(parts)s)") % told)
