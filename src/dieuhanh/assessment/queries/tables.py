"""What may be exported: the very rows the screens show."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.figures import Absence
from dieuhanh.domain.numbers import Lang, half_up
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.domain.wording.verdicts import verdict_label
from dieuhanh.exchange.catalogue import FIGURES
from dieuhanh.exchange.writing import Table
from dieuhanh.plans.models import Target
from dieuhanh.reports.queries import RestatedLine, figures
from dieuhanh.reports.queries.restated import restated_words

from .area_section import AreaRow, AreaSection, shown, tidy
from .board import Board
from .judged import Judged
from .shapes import plan_text

BOARD = (
    ("no", "TT"), ("name", "Chỉ tiêu"), ("group", "Nhóm"), ("unit", "Đơn vị tính"),
    ("plan", "Kế hoạch"), ("plan_source", "Nguồn số kế hoạch"), ("actual", "Thực hiện"),
    ("ratio", "Thực hiện/kế hoạch %"), ("verdict", "Đánh giá"), ("basis", "Căn cứ"),
    ("published", "Công bố"), ("reason", "Vì sao"),
)  # fmt: skip
AREAS = (
    ("area", "Địa bàn"), ("depth", "Cấp"), ("value", "Số liệu"), ("unit", "Đơn vị tính"),
    ("numerator", "Tử số"), ("denominator", "Mẫu số"), ("coverage", "Đã báo cáo"),
    ("origin", "Nguồn gốc"), ("source", "Nguồn"), ("known_from", "Biết từ ngày"),
    ("simulated", "Mô phỏng"),
)  # fmt: skip
SIGNS = {Absence.NONE: "-", Absence.NOT_COLLECTED: "…", Absence.NOT_APPLICABLE: "x"}
RESTATED = (
    ("area", "Địa bàn"), ("code", "Mã"), ("value", "Số liệu"), ("unit", "Đơn vị tính"),
    ("numerator", "Tử số"), ("denominator", "Mẫu số"), ("made", "Cách có số"),
    ("coverage", "Địa bàn cũ có số liệu"), ("present", "Gồm"), ("missing", "Chưa có số liệu"),
    ("simulated", "Mô phỏng"),
)  # fmt: skip
BASES = {
    "computed": ("tính lại", "computed"),
    "as_published": ("theo công bố", "as published"),
    "none": ("", ""),
}
SUMMED, REPORTED = ("cộng từ cấp dưới", "summed from below"), ("báo cáo", "reported")
SIMULATED = ("Số liệu cấp dưới là dữ liệu mô phỏng.", "The lower figures are simulated.")
ENGLISH = {
    "TT": "No.", "Chỉ tiêu": "Target", "Nhóm": "Group", "Đơn vị tính": "Unit",
    "Kế hoạch": "Plan", "Nguồn số kế hoạch": "Source of the plan value", "Thực hiện": "Actual",
    "Thực hiện/kế hoạch %": "Actual/plan %", "Đánh giá": "Verdict", "Căn cứ": "Basis",
    "Công bố": "Published", "Vì sao": "Why", "Địa bàn": "Area", "Cấp": "Level",
    "Số liệu": "Figure", "Tử số": "Numerator", "Mẫu số": "Denominator",
    "Đã báo cáo": "Reported", "Nguồn gốc": "Origin", "Nguồn": "Source",
    "Biết từ ngày": "Known from", "Mô phỏng": "Simulated", "Mã": "Code",
    "Cách có số": "How it was made", "Địa bàn cũ có số liệu": "Former areas with figures",
    "Gồm": "Made of", "Chưa có số liệu": "Without figures",
}  # fmt: skip


def _columns(columns: Sequence[tuple[str, str]], lang: Lang) -> list[tuple[str, str]]:
    """Columns with their heads in the reader's language."""
    return [(name, ENGLISH[head] if lang == "en" else head) for name, head in columns]


def board_table(board: Board, lang: Lang = "vi") -> Table:
    """The board's targets."""
    rows = [_board_row(judged, lang) for judged in board.verdicts]
    known, convention = board.as_known_on.isoformat(), board.convention.name
    name = board.plan.name_en if lang == "en" and board.plan.name_en else board.plan.name
    words = ("as known on", "convention") if lang == "en" else ("biết đến", "quy ước")
    note = f"{name}; {words[0]} {known}; {words[1]} {convention}"
    return Table("bang-chi-tieu", name, _columns(BOARD, lang), rows, (note,))


def _board_row(judged: Judged, lang: Lang) -> dict[str, Any]:
    target, outcome, judgement = judged.target, judged.outcome, judged.evidence.judgement
    return {
        "no": target.no,
        "name": target.name_en if lang == "en" and target.name_en else target.name,
        "group": target.group,
        "unit": target.unit,
        "plan": _number(plan_text(judged)),
        "plan_source": target.value_source,
        "actual": _number(judged.actual),
        "ratio": outcome.plan_ratio_pct,
        "verdict": verdict_label(outcome.verdict, lang),
        "basis": BASES[judged.basis.value][lang == "en"],
        "published": judgement.label if judgement else "",
        "reason": reason_text(outcome.reason, lang),
    }


def _number(text: str | None) -> Decimal | str | None:
    """A bare number as a number; a range or "trên 4" as its words."""
    if text is None:
        return None
    bare = text.lstrip("-").replace(".", "", 1)
    return Decimal(text) if bare.isdigit() else text.replace(".", ",")


def areas_table(section: AreaSection, lang: Lang = "vi") -> Table:
    """One indicator by area, with sums and coverage."""
    rows = [
        {
            "area": row.name,
            "depth": row.depth,
            "value": row.value if not row.absence else SIGNS[Absence(row.absence)],
            "unit": section.indicator.unit,
            "numerator": row.numerator,
            "denominator": row.denominator,
            "coverage": f"{row.coverage[0]}/{row.coverage[1]}" if row.coverage else "",
            "origin": _origin(row)[lang == "en"],
            "source": row.figure.source.name if row.figure else "",
            "known_from": row.figure.known_from if row.figure else None,
            "simulated": row.simulated,
        }
        for row in section.rows
    ]
    simulated = any(row["simulated"] for row in rows)
    notes = (SIMULATED[lang == "en"],) if simulated else ()
    return Table("theo-dia-ban", section.indicator.name, _columns(AREAS, lang), rows, notes)


def _origin(row: AreaRow) -> tuple[str, str]:
    if row.rolled_up:
        return SUMMED
    return REPORTED if row.figure else ("", "")


def restated_table(section: AreaSection, lang: Lang = "vi") -> Table:
    """One indicator on the areas of another day; the first row is the old total, carried."""
    view = section.restated
    if view is None:
        return Table("quy-doi", section.indicator.name, _columns(RESTATED, lang), [])
    simulated = section.table is not None and section.table.top.rests_on_simulated
    top = [(view.top, False)] if view.top else []
    lines = [*top, *((line, simulated) for line in view.lines)]
    rows = [_restated_row(line, section, lang, simulated=made) for line, made in lines]
    day, period = write_vi_date(view.areas_of), section.chosen.period if section.chosen else ""
    note = f"Quy về địa bàn ngày {day}; kỳ {period}."
    if lang == "en":
        note = f"Restated on the areas of {view.areas_of.isoformat()}; period {period}."
    return Table("quy-doi", section.indicator.name, _columns(RESTATED, lang), rows, (note,))


def _restated_row(
    line: RestatedLine, section: AreaSection, lang: Lang, *, simulated: bool
) -> dict[str, Any]:
    amount, (known, needed) = line.piece.amount, line.piece.coverage
    carried = section.restated is not None and line is section.restated.top
    return {
        "area": line.area.name,
        "code": line.area.code,
        "value": shown(line.value, section.indicator, finer=0 if carried else 1),
        "unit": section.indicator.unit,
        "numerator": _exact(amount.numerator) if amount else None,
        "denominator": _exact(amount.denominator) if amount else None,
        "made": restated_words(line, lang),
        "coverage": f"{known}/{needed}",
        "present": ", ".join(area.name for area in line.present),
        "missing": ", ".join(area.name for area in line.missing),
        "simulated": simulated and line.value is not None,
    }


def _exact(value: Fraction | None) -> Decimal | None:
    """A restated count; shares of a split may run past six decimals and are rounded there."""
    return None if value is None else tidy(half_up(value, 6))


def figures_table(targets: list[Target], *, seen_by: Actor) -> Table:
    """Every figure of a plan's indicators, every vintage and area, as `import` reads it back."""
    wanted = {target.indicator_id for target in targets if target.indicator_id}
    found = figures(seen_by=seen_by).filter(indicator_id__in=wanted)
    related = found.select_related("indicator", "area", "source", "document").order_by("id")
    rows = [
        {
            **{name: getattr(figure, name, None) for name, _ in _COLUMNS},
            "indicator": figure.indicator.code,
            "area_code": figure.area.code,
            "area_name": figure.area.name,
            "source": figure.source.code,
            "document": figure.document.code if figure.document else "",
        }
        for figure in related
    ]
    return Table("so-lieu", "Số liệu", _COLUMNS, rows, template=FIGURES.name)


_COLUMNS = tuple((column.name, column.label) for column in FIGURES.columns)
