"""Thông báo kết luận: what was concluded at a conference, and who does what by when."""

from __future__ import annotations

import re
from itertools import groupby

from ..model import Appendix, Block, Paper, Paragraph, Role, Span, words
from ..parts import roman
from . import orders
from .meeting import CENTRE, Meeting, Person, Point
from .saying import (
    BLANK,
    Frame,
    Said,
    body,
    day,
    ended,
    group,
    joined,
    lower_first,
    note,
    said,
)

_NUMBER = re.compile(r"^\s*(?:[IVX]+|\d+)[.)]\s+")


def notice(meeting: Meeting, frame: Frame) -> Paper:
    """The notice: opening, conclusions in their groups with their tasks, the tasks as a table."""
    who = _office(meeting.concluded_by)
    subject = f"Kết luận của {who} tại {meeting.name}"
    closing = f"{frame.issuer} thông báo để các cơ quan, đơn vị, địa phương biết, thực hiện."
    blocks = (*_opening(meeting, frame), *_concluded(meeting), body(closing), *_marks(meeting))
    appendices: tuple[Appendix, ...] = ()
    if meeting.orders:
        table = orders.table(meeting.orders)
        appendices = (Appendix("Nhiệm vụ giao tại hội nghị", (table,), landscape=True),)
    return Paper(
        "thong-bao", frame.letterhead, words(subject), blocks, frame.signature,
        addressed_to=frame.addressed_to, recipients=frame.recipients, archive=frame.archive,
        draft_mark=frame.draft_mark, appendices=appendices,
    )  # fmt: skip


def _office(person: Person) -> str:
    """The last of the offices, by which one concludes: "Chủ tịch Ủy ban nhân dân tỉnh"."""
    return person.office.rpartition(", ")[2] or BLANK


def _opening(meeting: Meeting, frame: Frame) -> list[Block]:
    """When and where, who chaired, from how many sites; then who concluded."""
    at = f", tại {lower_first(meeting.place)}" if meeting.place else ""
    chaired = "; ".join(each.told() for each in meeting.chairs)
    first = said(
        "Ngày ", Span(day(meeting.starts.date()), meeting.source), f"{at}, {frame.issuer} tổ chức "
        f"{meeting.name}.", f" Hội nghị do {chaired} chủ trì." if chaired else "",
        *_linked(meeting),
    )  # fmt: skip
    told = (
        f"Sau khi nghe báo cáo và ý kiến thảo luận, {meeting.concluded_by.told()} kết luận như sau:"
    )
    return [Paragraph(first), body(told)]


def _linked(meeting: Meeting) -> list[Said]:
    """The sites: the centre with those it was linked to."""
    if not meeting.sites:
        return []
    centre = [meeting.counted(each) for each in meeting.sites if each.level == CENTRE]
    others = [meeting.counted(each) for each in meeting.sites if each.level != CENTRE]
    between = " với " if centre and others else ""
    linked = joined(others, ", ")
    return [" Hội nghị họp trực tuyến, kết nối ", *centre, between, linked, "."]


def _concluded(meeting: Meeting) -> list[Block]:
    """The conclusions numbered through, under the titles of their groups."""
    if not meeting.points:
        return [note(f"Hội nghị chưa có kết luận chính thức trong sổ: {BLANK}")]
    blocks: list[Block] = []
    number = 0
    for title, held in groupby(meeting.points, key=lambda each: each.group):
        if title:
            number += 1
            blocks.append(group(f"{roman(number)}.", _NUMBER.sub("", title).upper()))
        for point in held:
            blocks += _point(point)
    return blocks


def _point(point: Point) -> list[Block]:
    text = (Span(point.record.text.strip(), point.record.source),)
    answers = f" ({point.body} chủ trì)" if point.body and not point.orders else ""
    due = f" Hoàn thành trước ngày {day(point.due)}." if point.due and not point.orders else ""
    mark = ":" if point.orders else "."
    told = said(ended(text, "" if answers else mark), f"{answers}." if answers else "", due)
    return [Paragraph(told, Role.CLAUSE, f"{point.number}."), *orders.points(point.orders)]


def _marks(meeting: Meeting) -> list[Block]:
    if any(each.simulated for each in meeting.orders):
        return [note(orders.SIMULATED)]
    return []


__all__ = ["notice"]
