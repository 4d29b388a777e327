"""What the papers on a year are composed from: targets with their verdicts, findings, areas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.verdicts import Basis, Verdict

from ..model import Source, Span, Text
from .saying import Record


@dataclass(frozen=True, slots=True)
class Compared:
    """The year before: its value with its unit, and the change against it, or why there is none.

    `change` is "giảm 0,17 điểm %", empty where the two are not compared; then `unlike` says why.
    """

    before: Text
    change: Text = ()
    unlike: str = ""


@dataclass(frozen=True, slots=True)
class YearTarget:
    """One target of the year.

    `actual` and `plan` are as sentences print them ("gần 19.000 tỷ đồng", "tối thiểu 30 giường"),
    `actual_cell` and `plan_cell` as tables do, without units. `code` is why it was judged so
    (`domain.judging`), `past` the excess ("6,8%" of the plan, or in `past_unit`), `gap` what is
    missing or too much, `completion` the share of the plan. Texts are empty where nothing is known.
    `label` is the published judgement, `label_by` who published it and when.
    """

    no: str
    name: str
    unit: str
    field: str
    verdict: Verdict
    basis: Basis
    code: str = ""
    lower: bool = False
    falls: bool = False
    estimated: bool = False
    near_miss: bool = False
    simulated: bool = False
    actual: Text = ()
    actual_cell: Text = ()
    plan: Text = ()
    plan_cell: Text = ()
    plan_note: str = ""
    past: Text = ()
    relative: bool = False
    gap: Text = ()
    completion: Text = ()
    label: Text = ()
    label_by: str = ""
    why: str = ""
    compared: Compared | None = None
    causes: tuple[Record, ...] = ()
    shortcomings: tuple[Record, ...] = ()
    parts: tuple[YearTarget, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """A count a source printed, "12" of "22"."""

    met: int
    total: int
    by: str
    on: date
    source: Source


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings known by the day, by kind; each with its field."""

    highlights: tuple[tuple[str, Record], ...] = ()
    shortcomings: tuple[tuple[str, Record], ...] = ()
    causes: tuple[tuple[str, Record], ...] = ()
    lessons: tuple[tuple[str, Record], ...] = ()


@dataclass(frozen=True, slots=True)
class AreaColumn:
    """A column of the appendix: what is measured, its unit, of which period if not the year."""

    name: str
    unit: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area, 0 the whole, 1 and 2 what lies in it; a cell for each column, empty for none."""

    name: str
    depth: int
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The appendix by area. `simulated`: some of its figures nobody reported."""

    columns: tuple[AreaColumn, ...]
    rows: tuple[AreaRow, ...]
    simulated: bool = False


COUNTED = {
    "total": "của kế hoạch", "reached": "đạt và vượt", "as_published": "giữ theo công bố",
    Verdict.EXCEEDED: "vượt", Verdict.MET: "đạt",
    Verdict.MET_OR_EXCEEDED: "được công bố là đạt hoặc vượt", Verdict.NOT_MET: "không đạt",
    Verdict.NO_DATA: "chưa đủ số liệu", Verdict.NOT_DUE: "chưa đến hạn",
    Verdict.NOT_COMPARABLE: "không so sánh được",
}  # fmt: skip
"""What a count counts, as the list of sources names it."""


@dataclass(frozen=True, slots=True)
class Year:
    """The year of a plan as the books have it on a day.

    `plan_name` is the plan's name, `year` its period in words, `before` the year before it.
    `bases` are the papers the plan rests on, as papers cite them. `tally` gives the source of each
    count by its key: "total", "met" (met and exceeded together), or a verdict.
    """

    plan: str
    plan_name: str
    period: str
    before: str
    on: date
    targets: tuple[YearTarget, ...]
    bases: tuple[Text, ...] = ()
    published: PublishedCount | None = None
    findings: Findings = Findings()
    areas: AreaTable | None = None
    by: str = ""

    def counted(self, *verdicts: Verdict) -> list[YearTarget]:
        """The targets of these verdicts, in the plan's order."""
        return [each for each in self.targets if each.verdict in verdicts]

    def tally(self, key: str, number: str) -> Span:
        """A count of targets, which rests on the board; its key may open with a field: "…/exceeded"."""
        of, _, what = key.rpartition("/")
        told = f"Số chỉ tiêu {COUNTED[what]}; {f'{of}; ' if of else ''}biết đến {self.on:%d/%m/%Y}"
        return Span(number, Source("tally", f"{self.plan}/{key}", told))


__all__ = [
    "AreaColumn",
    "AreaRow",
    "AreaTable",
    "Compared",
    "Findings",
    "PublishedCount",
    "Year",
    "YearTarget",
]
