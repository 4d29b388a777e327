"""Why a target has no verdict, as papers say it in few words."""

from __future__ import annotations

from dieuhanh.assessment.queries.judged import Judged
from dieuhanh.domain.wording.boards import LEVELS, reason_text

SHORT = {
    "board.name_unknown": "chưa rõ tên, mức kế hoạch và kết quả",
    "board.no_figure_yet": "chưa có số thực hiện",
    "board.no_figure": "chưa có số thực hiện cả kỳ",
    "board.plan_unknown": "chưa có mức kế hoạch để so sánh",
    "board.plan_approximate": "mức kế hoạch chỉ biết gần đúng, chưa có đánh giá công bố",
    "board.nothing_known": "chưa có mức kế hoạch và số thực hiện",
    "board.not_due": "chưa có số thực hiện cả kỳ",
    "board.sum_none": "cấp dưới chưa báo cáo số của kỳ",
}


def why_none(judged: Judged) -> str:
    """Why there is no verdict, in few words."""
    reason = judged.outcome.reason
    if reason.code == "board.sum_waiting":
        values = reason.values
        level = LEVELS[values["level"]][0]
        return (
            f"mới có {values['reported']}/{values['expected']} {level} báo cáo, phần thiếu không "
            "tính là 0"
        )
    return SHORT.get(reason.code) or reason_text(reason, "vi")


__all__ = ["why_none"]
