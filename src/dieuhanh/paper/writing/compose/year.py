"""What the papers on a year are composed from: targets with their verdicts, findings, areas."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.verdicts import Basis, Verdict

from ..model import Made, Source, Span, Text
from .saying import Record, capital, count

_VERDICTS: Mapping[Verdict, str] = {
    Verdict.EXCEEDED: "vượt",
    Verdict.MET: "đạt",
    Verdict.MET_OR_EXCEEDED: "đạt hoặc vượt",
    Verdict.NOT_MET: "không đạt",
    Verdict.NO_DATA: "chưa đủ số liệu",
    Verdict.NOT_DUE: "chưa đến hạn",
    Verdict.NOT_COMPARABLE: "không so sánh được",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """The year before: its value with its unit, and the change against it, or why there is none.

    `change` is "giảm 0,17 điểm %", empty where the two are not compared; then `unlike` says why.
    """

    before: Text
    change: Text = ()
    unlike: str = ""


@dataclass(frozen=True, slots=True)
class SoFar:
    """A number to date of a period that still runs: of which part of it ("5 tháng đầu năm"), as
    sentences and as tables print it, the record it is; of what adds up the share of the whole
    period's plan and what is left of that, empty once nothing is."""

    period: str
    actual: Text
    cell: Text
    among: Made
    share: Text = ()
    left: Text = ()
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class YearTarget:
    """One target of the year.

    `actual` and `plan` are as sentences print them ("gần 19.000 tỷ đồng", "tối thiểu 30 giường"),
    `actual_cell` and `plan_cell` as tables do, without units. `code` is why it was judged so
    (`domain.judging`), `past` the excess ("6,8%" of the plan, or in `past_unit`), `gap` what is
    missing or too much, `completion` the share of the plan. Texts are empty where nothing is known.
    `label` is the published judgement, `label_on` when it was published. `key` is the target's
    own among the sources of verdicts, "ca-mau-2021/1"; `known` as known when, by which convention.
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
    label_on: str = ""
    why: Text = ()
    key: str = ""
    known: str = ""
    rests_on: tuple[Made, ...] = ()
    compared: Compared | None = None
    so_far: SoFar | None = None
    causes: tuple[Record, ...] = ()
    shortcomings: tuple[Record, ...] = ()
    parts: tuple[YearTarget, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether something can be said of the whole period already."""
        return self.verdict not in {Verdict.NOT_DUE, Verdict.NO_DATA}

    @property
    def judged(self) -> str:
        """The verdict as the table prints it.

        >>> poor = YearTarget("1", "Thu", "", "", Verdict.NOT_MET, Basis.AS_PUBLISHED, near_miss=True)
        >>> poor.judged
        'Xấp xỉ đạt'
        """
        return "Xấp xỉ đạt" if self.near_miss else capital(_VERDICTS[self.verdict])

    def of(self, what: str, told: str, made_of: tuple[Made, ...] = ()) -> Source:
        """The source of something the verdict says of the target: its plan, its figures, its parts."""
        rests_on = made_of or self.rests_on
        return Source(
            "verdict", f"{self.key}/{what}", f"{told}: {self.name}; {self.known}", rests_on
        )

    def counted(self, what: str, told: str, of: Sequence[YearTarget]) -> Span:
        """How many parts those are."""
        made_of = tuple(each.judged_among for each in of)
        return Span(str(len(of)), self.of(what, told, made_of))

    @property
    def judged_among(self) -> Made:
        """The target among the records a count was made of, with its verdict."""
        return Made("verdict", f"{self.key}/verdict", self.judged, f"{self.no}. {self.name}")


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
    """The appendix by area. `simulated`: some of its figures nobody reported; `rounded`: some parts,
    as printed, do not come to their printed sum, though the exact ones do."""

    columns: tuple[AreaColumn, ...]
    rows: tuple[AreaRow, ...]
    simulated: bool = False
    rounded: bool = False


COUNTED = {
    "total": "của kế hoạch", "reached": "đạt và vượt", "as_published": "giữ theo công bố",
    "unnamed": "chưa rõ tên", "uncompared": "chưa có số liệu năm trước",
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
    `bases` are the papers the plan rests on, as papers cite them. `plan` opens the keys of what is
    judged: the plan's code, with another convention than the usual one after "~"; `known` says as
    known when and by which convention; `judged_by` names one that is not the usual. While the period
    runs `closes` is its last day and `span` the part of it that is over ("6 tháng đầu năm").
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
    known: str = ""
    judged_by: str = ""
    closes: date | None = None
    span: str = ""

    @property
    def within(self) -> str:
        """What a title adds while the period runs: " trong 6 tháng đầu năm"."""
        if not self.closes:
            return ""
        return f" {self.span}" if self.span.startswith("tính") else f" trong {self.span}"

    def counted(self, *verdicts: Verdict) -> list[YearTarget]:
        """The targets of these verdicts, in the plan's order."""
        return [each for each in self.targets if each.verdict in verdicts]

    def tally(self, key: str, of: Collection[YearTarget]) -> Span:
        """How many targets those are, and of which it was counted.

        The key is what is counted (`COUNTED`), maybe with a field before it: "…/exceeded".
        """
        field, _, what = key.rpartition("/")
        named = f"{COUNTED[what]}; {COUNTED.get(field, field)}" if field else COUNTED[what]
        told = (
            f"Số chỉ tiêu {named}: đếm từ {len(self.targets)} chỉ tiêu của {self.plan_name}; "
            f"{self.known}"
        )
        made_of = tuple(each.judged_among for each in of)
        return Span(count(len(of)), Source("tally", f"{self.plan}/{key}", told, made_of))


__all__ = [
    "AreaColumn",
    "AreaRow",
    "AreaTable",
    "Compared",
    "Findings",
    "PublishedCount",
    "SoFar",
    "Year",
    "YearTarget",
]
