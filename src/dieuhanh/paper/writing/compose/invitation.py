"""Giấy mời: who is asked to a conference, about what, when and where."""

from __future__ import annotations

from datetime import datetime

from ..model import Align, Block, Cell, Column, Paper, Paragraph, Row, Span, Table, words
from .meeting import CENTRE, Item, Meeting
from .orders import by_committee
from .saying import (
    BLANK,
    Frame,
    Said,
    body,
    bullets,
    capital,
    clause,
    joined,
    said,
)

_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def invitation(meeting: Meeting, frame: Frame) -> Paper:
    """The invitation, with its agenda as a table."""
    name = meeting.name
    blocks: list[Block] = [
        body(f"{frame.issuer} trân trọng kính mời đại biểu tham dự {name}, cụ thể như sau:"),
        clause(1, "Thành phần"),
        *_guests(meeting),
        clause(2, "Chủ trì"),
        body(capital("; ".join(each.told() for each in meeting.chairs) or BLANK) + "."),
        clause(3, "Thời gian"),
        Paragraph(said(*_when(meeting))),
        clause(4, "Địa điểm"),
        *_where(meeting),
        clause(5, "Nội dung, chương trình"),
        *_agenda(meeting),
    ]
    if meeting.papers:
        blocks += [clause(6, "Tài liệu"), *bullets([words(each) for each in meeting.papers])]
    blocks.append(body("Đề nghị đại biểu sắp xếp công việc, tham dự đúng thành phần và thời gian."))
    return Paper(
        "giay-moi", frame.letterhead, words(f"Tham dự {name}"), tuple(blocks), frame.signature,
        addressed_to=frame.addressed_to, recipients=frame.recipients, archive=frame.archive,
        draft_mark=frame.draft_mark,
    )  # fmt: skip


def hour(at: datetime) -> str:
    """The hour as papers print it.

    >>> hour(datetime(2022, 1, 12, 14, 5))
    '14 giờ 05 phút'
    """
    return f"{at:%H} giờ {at:%M} phút"


def _when(meeting: Meeting) -> list[Said]:
    at = meeting.starts
    told = f"{hour(at)}, ngày {at:%d/%m/%Y}"
    return ["Bắt đầu lúc ", Span(told, meeting.hour), f" ({_DAYS[at.weekday()]})."]


def _guests(meeting: Meeting) -> list[Block]:
    if not meeting.offices:
        return [body(f"{BLANK}.")]
    return bullets([words(each) for each in by_committee(meeting.offices)])


def _where(meeting: Meeting) -> list[Block]:
    place = meeting.place or BLANK
    others = [each for each in meeting.sites if each.level != CENTRE]
    if not others:
        return [body(f"{place}.")]
    sites = joined((meeting.counted(each) for each in others), ", ")
    return [body(f"{place}; họp trực tuyến với ", sites, ".")]


def _agenda(meeting: Meeting) -> list[Block]:
    if not meeting.items:
        return [body(f"{BLANK}.")]
    timed = any(item.begins for item in meeting.items)
    hours = (Column("Thời gian", 3, Align.CENTRE),) if timed else ()
    columns = (
        Column("TT", 1, Align.CENTRE),
        *hours,
        Column("Nội dung", 10),
        Column("Trình bày", 5),
    )
    rows = tuple(_row(at, item, timed=timed) for at, item in enumerate(meeting.items, start=1))
    return [Table(columns, rows)]


def _row(number: int, item: Item, *, timed: bool) -> Row:
    told = [str(number), item.title, item.presenter]
    if timed:
        told.insert(1, hour(item.begins) if item.begins else "")
    return Row(tuple(Cell(words(each)) for each in told))


__all__ = ["hour", "invitation"]
