"""Thông cáo báo chí: the year in a page, for whoever was not there."""

from __future__ import annotations

from dieuhanh.domain.verdicts import Verdict

from ..model import Block, Paper, Role, words
from ..model import Paragraph as P
from . import so_far
from .report import beside_published, counts, judged_otherwise
from .results import is_named, result
from .saying import SIMULATED_MARK, Frame, body, bullets, capital, clause, day, lower_first, note
from .year import Year

MOST_LINES = 12


def press_release(year: Year, frame: Frame) -> Paper:
    """What was exceeded, met and not met; figures that are only estimates say so."""
    of_plan = lower_first(year.plan_name) + year.within
    what = "tình hình" if year.closes else "kết quả"
    blocks: list[Block] = [
        body(
            f"{frame.issuer} thông tin đến các cơ quan báo chí về {what} thực hiện {of_plan}, theo số "
            f"liệu cập nhật đến ngày {day(year.on)}."
        ),
        *(_closed(year) if year.closes is None else _open(year)),
    ]
    blocks.append(
        body("Số liệu có thể được cập nhật khi nguồn công bố số mới; bản cập nhật ghi rõ số cũ.")
    )
    if any(each.simulated for each in year.targets):
        blocks.append(note(f"({SIMULATED_MARK}) Số liệu mô phỏng, không phải số liệu thật."))
    return Paper(
        "thong-cao", frame.letterhead, words(f"{capital(what)} thực hiện {of_plan}"), tuple(blocks),
        frame.signature, title="Thông cáo báo chí", addressed_to=frame.addressed_to,
        recipients=frame.recipients, archive=frame.archive, draft_mark=frame.draft_mark,
    )  # fmt: skip


def _closed(year: Year) -> list[Block]:
    beside = beside_published(year)
    told = [P(counts(year, dated=False)), *judged_otherwise(year), *([P(beside)] if beside else [])]
    return [clause(1, "Kết quả chung"), *told, *_lines(year)]


def _open(year: Year) -> list[Block]:
    """Of a period that still runs: what is judged at its end, without the table."""
    told = so_far.results(year)
    last = max(
        at for at, block in enumerate(told) if getattr(block, "role", "") is Role.HEADED_CLAUSE
    )
    return told[:last]


def _lines(year: Year) -> list[Block]:
    blocks: list[Block] = []
    number = 2
    for title, verdicts in (
        ("Chỉ tiêu đạt và vượt kế hoạch", (Verdict.EXCEEDED, Verdict.MET, Verdict.MET_OR_EXCEEDED)),
        ("Chỉ tiêu không đạt kế hoạch", (Verdict.NOT_MET,)),
    ):
        found = [each for each in year.counted(*verdicts) if is_named(each)][:MOST_LINES]
        if found:
            lines = [result(each) for each in found]
            blocks += [clause(number, title), *bullets(lines)]
            number += 1
    return blocks


__all__ = ["press_release"]
