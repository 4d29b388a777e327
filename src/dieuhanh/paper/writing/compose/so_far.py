"""A plan whose period still runs: how far each target has come, what is left, nothing judged early.

Only what adds up over the year is held against the whole year's plan; what is counted at the end of
a period is told as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Align, Block, Cell, Column, Paragraph, Row, Source, Span, Table, Text, words
from .results import is_named, name_only, result, subject
from .saying import (
    SIMULATED_MARK,
    body,
    bullets,
    capital,
    clause,
    count,
    day,
    joined,
    lower_first,
    note,
    said,
)
from .year import SoFar, Year, YearTarget

COLUMNS = (
    Column("TT", 3, Align.CENTRE),
    Column("Chỉ tiêu", 17),
    Column("Đơn vị tính", 6, Align.CENTRE),
    Column("Kế hoạch cả năm", 6, Align.RIGHT),
    Column("Thực hiện lũy kế", 6, Align.RIGHT),
    Column("Số liệu của", 8, Align.CENTRE),
    Column("So với kế hoạch năm (%)", 6, Align.RIGHT),
)
Told = tuple[YearTarget, SoFar]


def results(year: Year) -> list[Block]:
    """What stands in place of the verdicts while the period runs, numbered from 1."""
    told = [(each, each.so_far) for each in year.targets if each.so_far is not None]
    known = {each.no for each, _so_far in told}
    settled = [each for each in year.targets if each.settled and each.no not in known]
    missing = [each for each in year.targets if each.no not in known and not each.settled]
    paced = [each for each in told if each[1].share]
    standing = [each for each in told if not each[1].share]
    blocks: list[Block] = [
        clause(1, "Đánh giá chung"),
        Paragraph(_general(year, told, paced, missing)),
    ]
    sections: list[tuple[str, Sequence[Text]]] = [
        ("Tiến độ so với kế hoạch cả năm", [pace(*each) for each in paced]),
        ("Số thực hiện đến nay của các chỉ tiêu khác", [standing_at(*each) for each in standing]),
        ("Chỉ tiêu đã có kết quả", [result(each) for each in settled]),
    ]
    number = 2
    for title, lines in sections:
        if lines:
            blocks += [clause(number, title), *bullets(lines)]
            number += 1
    if missing:
        blocks += [
            clause(number, "Chỉ tiêu chưa có số thực hiện trong kỳ"),
            _missing(year, missing),
        ]
        number += 1
    return [*blocks, clause(number, "Bảng tổng hợp"), table(year), *notes(year)]


def _general(
    year: Year, told: Sequence[Told], paced: Sequence[Told], missing: Sequence[YearTarget]
) -> Text:
    closes = day(year.closes)
    first = (
        f"Kỳ kế hoạch kết thúc ngày {closes}; đến ngày {day(year.on)} chưa đánh giá chỉ tiêu đạt hay "
        "không đạt. Trong "
    )
    of = [so_far for _target, so_far in told]
    against = [so_far for _target, so_far in paced]
    parts = [
        said(first, year.tally("total", year.targets), " chỉ tiêu chủ yếu có "),
        said(_counted(year, "known", of), " chỉ tiêu đã có số thực hiện lũy kế"),
    ]
    if paced:
        parts.append(
            said(
                ", trong đó ",
                _counted(year, "paced", against),
                " chỉ tiêu so được với kế hoạch cả năm",
            )
        )
    if missing:
        parts.append(
            said(
                "; ",
                _counted(year, "missing", (), len(missing)),
                " chỉ tiêu chưa có số thực hiện trong kỳ",
            )
        )
    return said(*parts, ".")


def _counted(year: Year, what: str, of: Sequence[SoFar], number: int | None = None) -> Span:
    """A count of targets by their figures to date; it rests on those figures."""
    told = f"Số chỉ tiêu, đếm theo số lũy kế đến ngày {day(year.on)} của {year.plan_name}"
    made_of = tuple(each.among for each in of)
    source = Source("so-far-count", f"{year.plan}/{year.on.isoformat()}/{what}", told, made_of)
    return Span(count(len(of) if number is None else number), source)


def pace(target: YearTarget, so_far: SoFar) -> Text:
    """How much of the year's plan is done, and what is left of it."""
    name, _verb = subject(target)
    mark = f" ({SIMULATED_MARK})" if so_far.simulated else ""
    left = ("; còn phải thực hiện ", so_far.left) if so_far.left else (", đã đạt kế hoạch cả năm",)
    return said(
        f"{name} {so_far.period} đạt ", so_far.actual, mark, ", bằng ", so_far.share,
        "% kế hoạch cả năm (", target.plan, ")", *left,
    )  # fmt: skip


def standing_at(target: YearTarget, so_far: SoFar) -> Text:
    """What stands at the end of the part of the year, beside what the plan asks for its end."""
    name, verb = subject(target)
    mark = f" ({SIMULATED_MARK})" if so_far.simulated else ""
    asked = said(" (kế hoạch cuối kỳ ", target.plan, ")") if target.plan else ()
    return said(f"{name} {so_far.period} {verb} ", so_far.actual, mark, asked)


def _missing(year: Year, missing: Sequence[YearTarget]) -> Block:
    named = [lower_first(name_only(each)) for each in missing if is_named(each)]
    unnamed = [each.no for each in missing if not is_named(each)]
    told = [words(each) for each in named]
    if unnamed:
        numbers = f" chỉ tiêu chưa rõ tên (số thứ tự {', '.join(unnamed)} của kế hoạch)"
        told.append(said(_counted(year, "unnamed", (), len(unnamed)), numbers))
    first, *rest = told
    opening = said(Span(capital(first[0].text), first[0].source), *first[1:])
    return body(joined([opening, *rest]), ".")


def table(year: Year) -> Table:
    """Every target in the plan's order with its number to date."""
    rows = tuple(_row(each) for each in year.targets)
    return Table(COLUMNS, rows, caption=f"Tình hình thực hiện các chỉ tiêu {year.period}")


def _row(target: YearTarget) -> Row:
    so_far = target.so_far
    name = capital(name_only(target)) if is_named(target) else f"({target.name})"
    actual, share, period = target.actual_cell, target.completion, ""
    if so_far is not None:
        mark = SIMULATED_MARK if so_far.simulated else ""
        actual, share, period = said(so_far.cell, mark), so_far.share, so_far.period
    elif actual:
        period = "cả kỳ"
    cells = (
        words(target.no), words(name), words(target.unit), target.plan_cell, actual, words(period),
        share,
    )  # fmt: skip
    return Row(tuple(Cell(text) for text in cells))


def notes(year: Year) -> list[Block]:
    """What the table's blanks and marks mean."""
    told: list[Block] = [
        note(
            "Ô để trống: chưa có số liệu. Chỉ so với kế hoạch cả năm những chỉ tiêu cộng dồn được "
            "trong năm."
        )
    ]
    if any(each.so_far and each.so_far.simulated for each in year.targets):
        told.append(note(f"({SIMULATED_MARK}) Số liệu mô phỏng, không phải số liệu thật."))
    return told


__all__ = ["pace", "results", "standing_at", "table"]
