"""A sheet as the lines of a table: what is shown beside, typed in, and said of each cell.

Numbers are written the Vietnamese way in both languages: they stand beside what is typed so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from dieuhanh.bodies.models import Area
from dieuhanh.domain.money import retold, shift, shown_unit
from dieuhanh.domain.numbers import plain, write_vi
from dieuhanh.domain.periods import Frequency, Period
from dieuhanh.domain.ratios import in_points, percent_of
from dieuhanh.ui import formats, marks
from dieuhanh.ui.language import pick

from ..models import FormRow
from ..queries.beside import Beside
from ..queries.sheets import Sheet, SheetCell

BY_ROW, BY_AREA = "chi-tieu", "dia-ban"


@dataclass(frozen=True)
class Told:
    """A number beside the cell, in words of the page; `href` is its passport."""

    text: str
    href: str = ""
    status: str = ""
    source: str = ""
    plain: str = ""


@dataclass(frozen=True)
class Line:
    """One row of the table. Only `entry` lines are typed in; `group` opens a block."""

    kind: str
    no: str
    label: str
    depth: int = 0
    unit: str = ""
    key: str = ""
    area: int = 0
    name: str = ""
    text: str = ""
    cell: SheetCell | None = None
    last_year: Told | None = None
    last_period: Told | None = None
    plan: Told | None = None
    of_plan: str = ""
    of_year: str = ""
    longer: str = ""
    required: bool = False
    decimals: int = 0
    shift: int = 0
    against_plan: bool = False
    points: bool = False
    figure: int | None = None

    @property
    def id(self) -> str:
        """What the cell is called on the page and in what is sent."""
        return f"{self.key}:{self.area}"

    @property
    def missing(self) -> bool:
        """Whether something is asked here and nothing has been said."""
        return self.required and not self.text.strip()

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do here."""
        if self.kind != "entry" or self.cell is None:
            return self.kind == "ratio"
        return not (self.missing or self.cell.fault or self.cell.remark)


@dataclass(frozen=True)
class Look:
    """How the reader wants the table: money's unit, and what comes first of rows and areas."""

    money: str = ""
    order: str = BY_ROW


def lines(sheet: Sheet, look: Look) -> list[Line]:
    """The table's lines in order."""
    return list(_lines(sheet, look))


def _lines(sheet: Sheet, look: Look) -> Iterator[Line]:
    depths = _depths(sheet.rows)
    single = len(sheet.areas) == 1
    if single or look.order == BY_AREA:
        for area in sheet.areas:
            if not single:
                yield Line("group", "", area.name, area=area.pk)
            for row in sheet.rows:
                yield _line(sheet, row, area, look, depths[row.pk], _label(row), alone=single)
        return
    for row in sheet.rows:
        kind = "heading" if row.kind == "heading" else "group"
        unit = formats.unit(shown_unit(row.unit, look.money))
        yield Line(kind, row.no, _label(row), depths[row.pk], unit)
        if kind == "group":
            for area in sheet.areas:
                yield _line(sheet, row, area, look, 1, area.name, alone=False)


def _label(row: FormRow) -> str:
    return pick(row.label, row.label_en)


def _depths(rows: list[FormRow]) -> dict[int, int]:
    """How far each row is set in: one step for each row it is a part of."""
    depths: dict[int, int] = {}
    for row in rows:
        depths[row.pk] = depths.get(row.parent_id, 0) + 1 if row.parent_id else 0
    return depths


def _line(
    sheet: Sheet, row: FormRow, area: Area, look: Look, depth: int, label: str, *, alone: bool
) -> Line:
    if row.kind == "heading":
        return Line("heading", row.no, label, depth)
    cell = sheet.cells[row.key, area.pk]
    shown = shown_unit(row.unit, look.money)
    period = Period.parse(sheet.submission.round.period)
    against = against_plan(row, period)
    points = in_points(row.unit)
    unit = formats.unit(shown)
    return Line(
        row.kind,
        row.no,
        label,
        depth,
        unit,
        row.key,
        area.pk,
        ", ".join(filter(None, (_label(row), "" if alone else area.name, unit))),
        retold(cell.text, row.unit, shown),
        cell,
        _told(cell.last_year, row, shown),
        _told(cell.last_period, row, shown),
        _told(cell.plan, row, shown),
        compared(cell, cell.plan, points=points) if against else "",
        compared(cell, cell.last_year, points=points),
        _longer(cell, row),
        row.kind == "entry" and row.required,
        row.decimals,
        shift(row.unit, shown),
        against,
        points,
    )


def against_plan(row: FormRow, period: Period) -> bool:
    """Whether TH/KH means anything: a whole year, the year to date, or a level; not one month."""
    over_time = row.indicator.over_time if row.indicator else ""
    return period.frequency == Frequency.YEAR or row.span == "to_date" or over_time == "last"


def compared(cell: SheetCell, base: Beside | None, *, points: bool) -> str:
    """TH/KH or against last year: percent of an amount, the change of a rate in points."""
    number = cell.cell.number if cell.cell else None
    if number is None or base is None or base.number is None:
        return ""
    if points:
        change = number - base.number
        return _("%(change)s điểm") % {"change": f"{'+' if change > 0 else ''}{write_vi(change)}"}
    percent = percent_of(number, base.number)
    return "" if percent is None else write_vi(percent)


def _told(beside: Beside | None, row: FormRow, shown: str) -> Told | None:
    if beside is None:
        return None
    href = reverse("reports:figure", args=[beside.figure]) if beside.figure else ""
    if beside.absence:
        return Told(marks.ABSENCES[beside.absence][0], href, "", beside.source)
    if beside.number is None:
        return None
    text = retold(write_vi(beside.number), row.unit, shown)
    return Told(text, href, beside.status, beside.source, plain(beside.number))


def _longer(cell: SheetCell, row: FormRow) -> str:
    if cell.cell is None or cell.cell.longer is None or cell.cell.number is None:
        return ""
    return _("Biểu giữ %(decimals)s số lẻ: khi nộp sẽ thành %(number)s.") % {
        "decimals": row.decimals,
        "number": write_vi(cell.cell.number),
    }


__all__ = ["BY_AREA", "BY_ROW", "Line", "Look", "Told", "against_plan", "compared", "lines"]
