"""The year's results field by field: what each field's targets came to."""

from __future__ import annotations

from dieuhanh.domain.verdicts import Verdict

from ..model import Block, Paragraph, Role, Span, Text
from .results import is_named, short_name
from .saying import joined, lower_first, said
from .year import Year, YearTarget

_TOLD = (
    (Verdict.EXCEEDED, "vượt kế hoạch"),
    (Verdict.MET, "đạt kế hoạch"),
    (Verdict.MET_OR_EXCEEDED, "được công bố là đạt hoặc vượt"),
    (Verdict.NOT_MET, "không đạt kế hoạch"),
    (Verdict.NO_DATA, "chưa đủ số liệu"),
    (Verdict.NOT_DUE, "chưa đến hạn"),
    (Verdict.NOT_COMPARABLE, "không so sánh được"),
)
OTHER = "Chưa xác định lĩnh vực"


def by_field(year: Year) -> list[Block]:
    """A line for each field in the order the plan comes to it; targets without one at the end."""
    return [_line(title, of, year) for title, of in fields_of(year)]


def fields_of(year: Year) -> list[tuple[str, list[YearTarget]]]:
    """The targets of each field, under its title."""
    fields: dict[str, list[YearTarget]] = {}
    for target in year.targets:
        fields.setdefault(target.field, []).append(target)
    rest = fields.pop("", [])
    titled = [(f"Lĩnh vực {field}", of) for field, of in fields.items()]
    return [*titled, (OTHER, rest)] if rest else titled


def _line(title: str, of: list[YearTarget], year: Year) -> Paragraph:
    told = [
        _counted(said_as, [each for each in of if each.verdict is verdict], year, title)
        for verdict, said_as in _TOLD
        if any(each.verdict is verdict for each in of)
    ]
    return Paragraph(said(Span(f"{title}: ", italic=True), joined(told), "."), Role.BULLET)


def _counted(told: str, found: list[YearTarget], year: Year, title: str) -> Text:
    """ "02 chỉ tiêu vượt kế hoạch (số giường bệnh/vạn dân; …)"."""
    number = year.tally(f"{title}/{found[0].verdict.value}", found)
    names = "; ".join(lower_first(short_name(each)) for each in found if is_named(each))
    return said(number, f" chỉ tiêu {told}", f" ({names})" if names else "")


__all__ = ["by_field", "fields_of"]
