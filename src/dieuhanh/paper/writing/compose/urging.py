"""Công văn đôn đốc: the tasks a body, or every body, has not done by their day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.errors import BadInput

from ..model import (
    Align,
    Block,
    Cell,
    Column,
    Made,
    Paper,
    Paragraph,
    Row,
    Source,
    Span,
    Table,
    Text,
    words,
)
from .orders import Order
from .saying import Frame, body, clause, count, day, long_day, note, said


@dataclass(frozen=True, slots=True)
class Late:
    """A task past its day: how many days, how far it is, what it comes from."""

    order: Order
    days: int
    percent: int = 0
    origin: str = ""

    def among(self, on: date) -> Made:
        """The task among those a count was made of: by how many days it was late."""
        code, told = self.order.code, f"{self.order.title} (số ngày quá hạn)"
        return Made("late", f"{code}/{on.isoformat()}", str(self.days), told)


@dataclass(frozen=True, slots=True)
class Owing:
    """A body with what it owes; `code` is its own in the books."""

    body: str
    code: str
    late: tuple[Late, ...]


@dataclass(frozen=True, slots=True)
class Urging:
    """What is urged on a day; `of` names the one body, empty for all that owe something.

    `key` opens the keys of its counts: the day, then whose tasks ("2022-06-30/tat-ca").
    """

    on: date
    owing: tuple[Owing, ...]
    of: str = ""
    key: str = ""

    @property
    def late(self) -> list[Late]:
        """Every task that is late."""
        return [each for owing in self.owing for each in owing.late]

    @property
    def fields(self) -> list[str]:
        """The field of every task, once for each."""
        return [each.order.field for each in self.late if each.order.field]


COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Nhiệm vụ", 14),
    Column("Nguồn giao", 8),
    Column("Thời hạn", 5, Align.CENTRE),
    Column("Số ngày quá hạn", 4, Align.RIGHT),
    Column("Tiến độ (%)", 4, Align.RIGHT),
)


def urging(of: Urging, frame: Frame) -> Paper:
    """The letter: how much is late and by how much, a table for each body, what is asked.

    Raises BadInput("compose.nothing_late") where nothing is to be urged.
    """
    if not of.late:
        raise BadInput("compose.nothing_late", day=day(of.on))
    blocks: list[Block] = [Paragraph(_told(of)), *_tables(of), *_asked(of, frame)]
    return Paper(
        "cong-van", frame.letterhead, words("đôn đốc thực hiện nhiệm vụ quá hạn"), tuple(blocks),
        frame.signature, addressed_to=frame.addressed_to, recipients=frame.recipients,
        archive=frame.archive, draft_mark=frame.draft_mark,
    )  # fmt: skip


def _told(of: Urging) -> Text:
    longest = max(of.late, key=lambda each: each.days)
    return said(
        f"Qua theo dõi việc thực hiện nhiệm vụ được giao, đến hết ngày {day(of.on)}, ",
        of.of or _bodies(of), " còn ", _counted(of.late, of.key, of),
        " quá hạn chưa hoàn thành, quá hạn lâu nhất ", _days(longest, of.on),
        " ngày, cụ thể như sau:",
    )  # fmt: skip


def _bodies(of: Urging) -> Text:
    """How many bodies owe something."""
    told = f"Số cơ quan, địa phương còn nhiệm vụ quá hạn đến ngày {day(of.on)}"
    made_of = tuple(
        Made("late-count", f"{of.on.isoformat()}/{each.code}", count(len(each.late)), each.body)
        for each in of.owing
    )
    source = Source("late-bodies", of.key, told, made_of)
    return said(Span(count(len(of.owing)), source), " cơ quan, địa phương")


def _counted(late: Sequence[Late], key: str, of: Urging, body: str = "") -> Text:
    """How many tasks are late, resting on each of them."""
    whose = body or of.of
    told = f"Số nhiệm vụ quá hạn đến ngày {day(of.on)}{f' của {whose}' if whose else ''}"
    made_of = tuple(each.among(of.on) for each in late)
    return said(Span(count(len(late)), Source("late-count", key, told, made_of)), " nhiệm vụ")


def _days(each: Late, on: date) -> Text:
    code = each.order.code
    made_of = (Made("due", code, day(each.order.due), f"Thời hạn của {code}"),)
    told = f"Số ngày quá hạn của {code}: từ thời hạn đến ngày {day(on)}"
    return (Span(str(each.days), Source("late", f"{code}/{on.isoformat()}", told, made_of)),)


def _percent(each: Late) -> Text:
    code = each.order.code
    return (Span(str(each.percent), Source("progress", code, f"Tiến độ của {code} (%)")),)


def _tables(of: Urging) -> list[Block]:
    blocks: list[Block] = []
    for at, owing in enumerate(of.owing, start=1):
        if len(of.owing) > 1:
            key = f"{of.on.isoformat()}/{owing.code}"
            counted = _counted(owing.late, key, of, owing.body)
            blocks.append(clause(at, f"{owing.body} (", counted, ")"))
        blocks.append(_table(owing.late, of.on))
    return blocks


def _table(late: Sequence[Late], on: date) -> Table:
    rows = []
    for at, each in enumerate(late, start=1):
        texts: tuple[Text, ...] = (
            words(str(at)), (Span(each.order.title, each.order.source),), words(each.origin),
            each.order.by_when(), _days(each, on), _percent(each),
        )  # fmt: skip
        rows.append(Row(tuple(Cell(text) for text in texts)))
    return Table(COLUMNS, tuple(rows))


def _asked(of: Urging, frame: Frame) -> list[Block]:
    who = of.of or "các cơ quan, địa phương nêu trên"
    first = (
        f"{frame.issuer} đề nghị {who} khẩn trương hoàn thành các nhiệm vụ quá hạn; báo cáo kết "
        f"quả, nguyên nhân chậm và thời điểm hoàn thành trước {long_day(None)}."
    )
    second = (
        "Nhiệm vụ cần gia hạn thì gửi đề nghị gia hạn trên hệ thống theo dõi nhiệm vụ, "
        "nêu rõ lý do và thời hạn đề nghị."
    )
    blocks: list[Block] = [body(first), body(second)]
    if any(each.order.simulated for each in of.late):
        blocks.append(note("Nhiệm vụ, thời hạn trong bảng là dữ liệu mô phỏng."))
    return blocks


__all__ = ["COLUMNS", "Late", "Owing", "Urging", "urging"]
