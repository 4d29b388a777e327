"""Tasks as papers tell them: who does what by when, as a sentence and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model import (
    Align,
    Cell,
    Column,
    Made,
    Paragraph,
    Role,
    Row,
    Source,
    Span,
    Table,
    Text,
    words,
)
from ..parts import letter
from .saying import BLANK, Said, count, day, ended, said

COMMITTEE = "Ủy ban nhân dân "
SIMULATED = (
    "Cơ quan chủ trì, sản phẩm, thời hạn của các nhiệm vụ là dữ liệu mô phỏng; đối chiếu trước khi "
    "trình ký."
)
_REPEATS = {"month": "hằng tháng", "quarter": "hằng quý", "year": "hằng năm"}


@dataclass(frozen=True, slots=True)
class Order:
    """One task: its words, who leads, who helps, what comes of it, by when.

    `due` None with `repeats` empty is a task without a deadline. `field` groups tables.
    """

    code: str
    title: str
    leads: tuple[str, ...]
    helpers: tuple[str, ...] = ()
    product: str = ""
    due: date | None = None
    repeats: str = ""
    field: str = ""
    simulated: bool = False

    @property
    def source(self) -> Source:
        """The task itself."""
        return Source("task", self.code, f"Nhiệm vụ {self.code}: {self.title}")

    @property
    def among(self) -> Made:
        """The task among those a count was made of."""
        return Made("task", self.code, self.title, f"Nhiệm vụ {self.code}")

    def by_when(self) -> Text:
        """The deadline: a day with its source, a rhythm, or that there is none."""
        if self.due is not None:
            return (Span(day(self.due), Source("due", self.code, f"Thời hạn của {self.code}")),)
        return words(_REPEATS.get(self.repeats, "không định thời hạn"))


def together(orders: Sequence[Order]) -> list[Order]:
    """One and the same task given to several bodies told once, its leads in a row.

    >>> both = together([Order("1", "Rà soát quy hoạch", ("Sở A",)), Order("2", "Rà soát quy hoạch", ("Sở B",))])
    >>> [each.leads for each in both]
    [('Sở A', 'Sở B')]
    """
    found: dict[tuple[object, ...], Order] = {}
    for each in orders:
        key = (each.title, each.helpers, each.product, each.due, each.repeats)
        held = found.get(key)
        found[key] = replace(held, leads=(*held.leads, *each.leads)) if held else each
    return list(found.values())


def named(bodies: Sequence[str]) -> str:
    """Bodies in a row; committees of one kind of area named once.

    >>> named(["Ủy ban nhân dân thành phố Cà Mau", "Ủy ban nhân dân huyện U Minh", "Ủy ban nhân dân huyện Năm Căn"])
    'Ủy ban nhân dân thành phố Cà Mau, các huyện U Minh, Năm Căn'
    """
    kinds: dict[str, list[str]] = {}
    others: list[str] = []
    for each in bodies:
        rest = each.removeprefix(COMMITTEE)
        kind = next((kind for kind in _AREAS if rest.startswith(f"{kind} ")), "")
        if rest == each or not kind:
            others.append(each)
        else:
            kinds.setdefault(kind, []).append(rest.removeprefix(f"{kind} "))
    told = [
        f"{kind} {names[0]}" if len(names) == 1 else f"các {kind} {', '.join(names)}"
        for kind, names in kinds.items()
    ]
    return ", ".join([*others, *([COMMITTEE + ", ".join(told)] if told else [])])


def by_committee(offices: Sequence[str]) -> list[str]:
    """Offices in their order; one and the same at several committees told once.

    >>> by_committee(["Chủ tịch Ủy ban nhân dân huyện U Minh", "Bí thư huyện ủy", "Chủ tịch Ủy ban nhân dân huyện Năm Căn"])
    ['Chủ tịch Ủy ban nhân dân các huyện U Minh, Năm Căn', 'Bí thư huyện ủy']
    """
    found: dict[str, list[str]] = {}
    for each in offices:
        office, committee, rest = each.partition(COMMITTEE)
        below = committee and rest.startswith(_AREAS[:-1])
        found.setdefault(office if below else each, []).append(committee + rest if below else "")
    return [office + named([each for each in held if each]) for office, held in found.items()]


_AREAS = ("thành phố", "thị xã", "huyện", "quận", "thị trấn", "phường", "xã", "tỉnh")


def order(one: Order) -> Text:
    """The task as a sentence without its full stop.

    >>> from ..model import plain
    >>> plain(order(Order("1", "Kế hoạch củng cố y tế cơ sở", ("Sở Y tế",), ("Sở Tài chính",), due=date(2022, 6, 30))))
    'Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng, trình Kế hoạch củng cố y tế cơ sở; hoàn thành chậm nhất ngày 30/06/2022'
    """
    leads = named(one.leads) or BLANK
    if one.helpers:
        who = f"{leads} chủ trì, phối hợp với {named(one.helpers)}"
    elif len(one.leads) > 1:
        who = f"{leads} {'trong' if _is_paper(one) else 'thực hiện trong'} phạm vi quản lý"
    else:
        who = f"{leads} chủ trì"
    who += " xây dựng, trình " if _is_paper(one) else ": "
    when: list[Said]
    if one.due is not None:
        when = ["; hoàn thành chậm nhất ngày ", one.by_when()]
    elif one.repeats:
        when = ["; thực hiện ", one.by_when()]
    else:
        when = []
    return said(who, Span(one.title.rstrip(". "), one.source), *when)


_PAPERS = (
    "Kế hoạch ",
    "Đề án ",
    "Chương trình ",
    "Phương án ",
    "Quy chế ",
    "Tờ trình ",
    "Dự thảo ",
)


def _is_paper(one: Order) -> bool:
    """Whether the task is named by the paper it is to bring forth, without a verb."""
    return one.title.startswith(_PAPERS)


def points(orders: Sequence[Order]) -> list[Paragraph]:
    """The tasks as points a), b), c) under what they come of; a single one without a letter."""
    told = together(orders)
    last = len(told) - 1
    if not last:
        return [Paragraph(ended(order(told[0])), Role.BULLET)]
    return [
        Paragraph(
            ended(order(each), "." if at == last else ";"), Role.POINT,
            f"{letter(at + 1)})" if len(told) <= LETTERS else f"{at + 1})",
        )
        for at, each in enumerate(told)
    ]  # fmt: skip


LETTERS = 20

COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Nhiệm vụ", 14),
    Column("Cơ quan chủ trì", 8),
    Column("Cơ quan phối hợp", 7),
    Column("Sản phẩm", 7),
    Column("Thời hạn", 5, Align.CENTRE),
)


def table(orders: Sequence[Order], caption: str = "") -> Table:
    """Every task in one table."""
    rows = []
    for at, each in enumerate(together(orders), start=1):
        texts: tuple[Text, ...] = (
            words(str(at)), (Span(each.title, each.source),), words(named(each.leads)),
            words(named(each.helpers)), words(each.product), each.by_when(),
        )  # fmt: skip
        rows.append(Row(tuple(Cell(text) for text in texts)))
    return Table(COLUMNS, tuple(rows), caption=caption)


def how_many(orders: Sequence[Order], kind: str, key: str, told: str) -> Text:
    """How many tasks, as papers print counts; `told` names them in the list of sources."""
    source = Source(kind, key, f"Số {told}", tuple(each.among for each in orders))
    return said(Span(count(len(together(orders))), source), " nhiệm vụ")


__all__ = [
    "COLUMNS",
    "SIMULATED",
    "Order",
    "how_many",
    "named",
    "order",
    "points",
    "table",
    "together",
]
