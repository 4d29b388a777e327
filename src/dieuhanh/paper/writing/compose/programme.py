"""Chương trình hành động: how a body carries out resolutions in a year, point by point."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Appendix, Block, Paper, Paragraph, Role, Source, Span, Text, words
from . import orders
from .orders import Order
from .saying import BLANK, Frame, body, capital, clause, ended, group, in_a_row, joined, note, said


@dataclass(frozen=True, slots=True)
class ActionPoint:
    """A point of a resolution with the tasks that carry it out."""

    number: str
    text: str
    source: Source
    orders: tuple[Order, ...] = ()
    needs_order: bool = True


@dataclass(frozen=True, slots=True)
class Carried:
    """A resolution to be carried out, as papers cite it, with its points."""

    cited: Text
    points: tuple[ActionPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme; `orders` are its tasks that come of no point, `agreed` the conference's words."""

    code: str
    name: str
    year: int
    carries_out: tuple[Carried, ...] = ()
    orders: tuple[Order, ...] = ()
    agreed: Text = ()
    simulated: bool = False

    @property
    def all_orders(self) -> tuple[Order, ...]:
        """Every task, those of the points first."""
        of_points = tuple(o for paper in self.carries_out for p in paper.points for o in p.orders)
        return (*of_points, *self.orders)


TYPE_NAME = "Chương trình hành động "


def programme(of: Programme, frame: Frame) -> Paper:
    """The programme: what it is for, its work by what it comes of, who carries it out."""
    subject = of.name.removeprefix(TYPE_NAME)
    blocks: list[Block] = [
        _opening(of, frame),
        group("I.", "MỤC ĐÍCH, YÊU CẦU"),
        *_aims(of),
        group("II.", "NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
        *_work(of),
        group("III.", "TỔ CHỨC THỰC HIỆN"),
        *_carrying_out(of, frame),
    ]
    appendices: tuple[Appendix, ...] = ()
    if of.all_orders:
        title = "Nhiệm vụ thực hiện Chương trình hành động"
        appendices = (Appendix(title, (orders.table(of.all_orders),), landscape=True),)
    return Paper(
        "chuong-trinh", frame.letterhead, words(subject[:1].upper() + subject[1:]), tuple(blocks),
        frame.signature, title="Chương trình hành động", addressed_to=frame.addressed_to,
        recipients=frame.recipients, archive=frame.archive, draft_mark=frame.draft_mark,
        appendices=appendices,
    )  # fmt: skip


def _opening(of: Programme, frame: Frame) -> Paragraph:
    carried = in_a_row([each.cited for each in of.carries_out])
    parts = [said("Thực hiện ", carried)] if carried else []
    parts += [of.agreed] if of.agreed else []
    opening = said(joined(parts, "; "), ", ") if parts else ()
    if opening and opening[0].source is None:
        opening = (replace(opening[0], text=capital(opening[0].text)), *opening[1:])
    return body(opening, f"{frame.issuer} ban hành {of.name} với các nội dung sau:")


def _aims(of: Programme) -> list[Block]:
    """What the programme is for and asks, as its records have it: what it carries out, its tasks."""
    carried = in_a_row([each.cited for each in of.carries_out])
    if not carried and of.agreed:
        carried = words("nội dung đã thống nhất tại hội nghị")
    aim = said("cụ thể hóa ", carried, " thành") if carried else words("tổ chức thực hiện các")
    purpose = said(
        "Mục đích: ", aim, " nhiệm vụ, giải pháp trong năm; xác định rõ việc cần làm, cơ quan chủ "
        "trì, cơ quan phối hợp.",
    )  # fmt: skip
    asked = words(
        "Yêu cầu: các cơ quan chủ động thực hiện nhiệm vụ được giao, bảo đảm sản phẩm và thời hạn; "
        "phối hợp chặt chẽ; theo dõi, đôn đốc, đánh giá thường xuyên."
    )
    return [Paragraph(each, Role.CLAUSE, f"{at}.") for at, each in enumerate((purpose, asked), 1)]


def _work(of: Programme) -> list[Block]:
    """Each resolution's points with their tasks; then the tasks by field."""
    blocks: list[Block] = []
    number = 0
    for paper in of.carries_out:
        if paper.points:
            number += 1
            blocks.append(
                Paragraph(said("Thực hiện ", paper.cited), Role.HEADED_CLAUSE, f"{number}.")
            )
            for point in paper.points:
                blocks += _point(point, number)
    fields: dict[str, list[Order]] = {}
    for each in of.orders:
        fields.setdefault(each.field, []).append(each)
    for field, held in fields.items():
        number += 1
        title = f"Lĩnh vực {field}" if field else "Nhiệm vụ khác"
        blocks += [clause(number, title), *orders.points(held)]
    return blocks or [note(f"Chương trình chưa có nhiệm vụ nào: {BLANK}")]


def _point(point: ActionPoint, number: int) -> list[Block]:
    told = ended((Span(point.text.strip(), point.source),), ":" if point.orders else ".")
    if point.needs_order and not point.orders:
        told = said(told, f" Cơ quan chủ trì, thời hạn: {BLANK}.")
    head = Paragraph(told, Role.CLAUSE, f"{number}.{point.number}.")
    return [head, *orders.points(point.orders)]


def _carrying_out(of: Programme, frame: Frame) -> list[Block]:
    told = f"nhiệm vụ của {of.name}, việc giống nhau giao nhiều cơ quan đếm một lần"
    tasks = orders.how_many(of.all_orders, "task-count", of.code, told)
    first = said(
        "Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các địa phương cụ thể hóa Chương "
        "trình này thành kế hoạch của cơ quan, địa phương mình, thực hiện ",
        tasks, " tại Phụ lục kèm theo.",
    )  # fmt: skip
    second = words(
        "Cơ quan chủ trì cập nhật tiến độ từng nhiệm vụ trên hệ thống, báo cáo khi hoàn thành; khó "
        f"khăn, vướng mắc vượt thẩm quyền báo cáo {frame.issuer} xem xét."
    )
    blocks: list[Block] = [
        Paragraph(each, Role.CLAUSE, f"{at}.") for at, each in enumerate((first, second), start=1)
    ]
    if any(each.simulated for each in of.all_orders):
        blocks.append(note(orders.SIMULATED))
    return blocks


__all__ = ["ActionPoint", "Carried", "Programme", "programme"]
