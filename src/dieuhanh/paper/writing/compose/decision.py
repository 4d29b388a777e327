"""Quyết định giao chỉ tiêu kế hoạch: three articles and what each body and area is to reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Made,
    Paper,
    Paragraph,
    Role,
    Row,
    Source,
    Span,
    Table,
    Text,
    plain,
    words,
)
from .orders import COMMITTEE
from .saying import BLANK, Frame, count, ended, long_day, lower_first, note, said

MOST_COLUMNS = 10
TOTAL = "Tổng số"
UNNAMED = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Assigned:
    """A target of the version: its rule in words, its number for the table, who answers for it."""

    no: str
    name: str
    unit: str
    plan: Text
    lead: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A column of an appendix: what of which target each area or body gets.

    `total` is what the parts come to where they add up, else what the target asks of the whole;
    empty where neither can be said of these holders. `gap` says why the two differ, if they do.
    """

    no: str
    name: str
    unit: str
    total: Text = ()
    gap: Text = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """An area or a body with its part of each column; empty where it has none."""

    name: str
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a version hands down: its targets, and the parts of areas and of bodies.

    `bases` are the căn cứ: the law first, then the plan's own papers. `asked_by` proposes it. `key`
    is the version's own among sources: "ca-mau-2021@1". `unsure` are the laws nobody has held against
    their text. `left` are the targets that cannot be assigned, nameless or without value: number and name.
    """

    plan_name: str
    period: str
    targets: tuple[Assigned, ...]
    bases: tuple[Text, ...] = ()
    asked_by: str = ""
    key: str = ""
    unsure: tuple[str, ...] = ()
    area_columns: tuple[Share, ...] = ()
    areas: tuple[Holder, ...] = ()
    lower_columns: tuple[Share, ...] = ()
    lowers: tuple[Holder, ...] = ()
    body_columns: tuple[Share, ...] = ()
    bodies: tuple[Holder, ...] = ()
    adjusts: Text = ()
    left: tuple[tuple[str, str], ...] = ()


def decision(of: Allocation, frame: Frame) -> Paper:
    """The decision. What a part does not know stays an empty cell, never a zero."""
    verb = "Điều chỉnh chỉ tiêu" if of.adjusts else "Giao chỉ tiêu"
    plan = lower_first(of.plan_name)
    authority = frame.letterhead.issuer.replace("\n", " ")
    asked = said(
        f"Theo đề nghị của {of.asked_by or BLANK} tại Tờ trình số {BLANK} {long_day(None)}"
    )
    bases = (*(ended(each, ";") for each in of.bases), ended(asked))
    return Paper(
        "quyet-dinh", frame.letterhead, words(f"Về việc {lower_first(verb)} {plan}"),
        (*_articles(of, frame, verb), *_marks(of)), frame.signature, authority=authority,
        bases=bases, enacting="QUYẾT ĐỊNH:", addressed_to=(), recipients=frame.recipients,
        archive=frame.archive, draft_mark=frame.draft_mark, appendices=_appendices(of),
    )  # fmt: skip


def _articles(of: Allocation, frame: Frame, verb: str) -> list[Block]:
    where = "Phụ lục kèm theo" if len(_appendices(of)) == 1 else "các Phụ lục kèm theo"
    adjusting = said(" đã giao tại ", of.adjusts) if of.adjusts else ()
    whole = [each for each in of.targets if not each.depth]
    first = said(
        f"{verb} {lower_first(of.plan_name)}", adjusting, " gồm ", _counted(of, whole),
        f" chỉ tiêu chủ yếu cho các cơ quan, đơn vị, địa phương theo {where}.",
    )  # fmt: skip
    second = (
        "Căn cứ chỉ tiêu được giao, thủ trưởng các cơ quan, đơn vị, Chủ tịch Ủy ban nhân dân các "
        "địa phương tổ chức thực hiện, giao nhiệm vụ cụ thể cho đơn vị trực thuộc và báo cáo kết "
        f"quả theo kỳ báo cáo của {frame.issuer}."
    )
    office = f"Chánh Văn phòng {frame.issuer}, thủ" if _is_committee(frame) else "Thủ"
    third = (
        f"Quyết định này có hiệu lực kể từ ngày ký. {office} trưởng các cơ quan, đơn vị, Chủ tịch Ủy "
        "ban nhân dân các địa phương và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành "
        "Quyết định này."
    )
    texts = (first, words(second), words(third))
    return [Paragraph(text, Role.ARTICLE, f"Điều {at}.") for at, text in enumerate(texts, start=1)]


def _is_committee(frame: Frame) -> bool:
    return frame.issuer.startswith(COMMITTEE)


def _counted(of: Allocation, whole: list[Assigned]) -> Span:
    told = (
        f"Số chỉ tiêu giao: đếm từ các chỉ tiêu của {of.plan_name}, không đếm từng phần của chúng"
    )
    made_of = tuple(
        Made("assigned", f"{of.key}/{each.no}", plain(each.plan), f"{each.no}. {each.name}")
        for each in whole
    )
    return Span(count(len(whole)), Source("assigned-count", of.key, told, made_of))


def _marks(of: Allocation) -> list[Block]:
    """What the drafter has to look to before the paper goes on."""
    told: list[Block] = []
    if not of.areas and not of.bodies:
        told.append(
            note(
                "Phiên bản kế hoạch này chưa phân bổ mức cụ thể cho từng địa bàn, cơ quan; cơ quan chịu "
                "trách nhiệm nêu trong Phụ lục theo dõi chỉ tiêu chung."
            )
        )
    if of.left:
        left = not_assigned(of.left)
        told.append(note(f"Không đưa vào Quyết định, vì sổ chưa có tên hoặc mức kế hoạch: {left}."))
    if of.unsure:
        laws = "; ".join(of.unsure)
        told.append(note(f"Căn cứ soạn sẵn, chưa đối chiếu với văn bản gốc, cần kiểm tra: {laws}."))
    return told


def not_assigned(left: Sequence[tuple[str, str]]) -> str:
    """What cannot be assigned, with its numbers in the plan.

    >>> not_assigned([("4", "Tỷ lệ đô thị hóa"), ("21", "chưa rõ tên")])
    'tỷ lệ đô thị hóa (số thứ tự 4 của kế hoạch); chưa rõ tên (số thứ tự 21 của kế hoạch)'
    """
    named = [each for each in left if not each[1].startswith(UNNAMED)]
    unnamed = [(no, "") for no, name in left if name.startswith(UNNAMED)]
    groups = (("; ".join(lower_first(name) for _, name in named), named), ("chưa rõ tên", unnamed))
    return "; ".join(
        f"{told} (số thứ tự {', '.join(no for no, _ in held)} của kế hoạch)"
        for told, held in groups
        if held
    )


def _appendices(of: Allocation) -> tuple[Appendix, ...]:
    """The targets; then areas and bodies, as far as anything is handed down to them."""
    made = [Appendix(f"Chỉ tiêu chủ yếu {of.period}", (_targets(of),))]
    for title, columns, holders, head in (
        ("Chỉ tiêu giao cho địa phương", of.area_columns, of.areas, "Địa phương"),
        ("Chỉ tiêu giao cho địa bàn cấp dưới", of.lower_columns, of.lowers, "Địa bàn"),
        ("Chỉ tiêu giao cho cơ quan, đơn vị", of.body_columns, of.bodies, "Cơ quan, đơn vị"),
    ):
        for start in range(0, len(columns), MOST_COLUMNS):
            part = slice(start, start + MOST_COLUMNS)
            table = _parts(columns[part], holders, part, head)
            blocks: tuple[Block, ...] = (table, *_gaps(columns[part]))
            made.append(Appendix(f"{title} {of.period}", blocks, landscape=True))
    return tuple(made)


def _targets(of: Allocation) -> Table:
    columns = (
        Column("TT", 2, Align.CENTRE), Column("Chỉ tiêu", 14), Column("Đơn vị tính", 5, Align.CENTRE),
        Column("Kế hoạch", 7, Align.RIGHT), Column("Cơ quan chịu trách nhiệm", 9),
    )  # fmt: skip
    rows = tuple(
        Row(
            tuple(
                Cell(text)
                for text in (
                    words(each.no if not each.depth else ""),
                    words(f"- {each.name}" if each.depth else each.name),
                    words(each.unit), each.plan, words(each.lead),
                )
            )
        )
        for each in of.targets
    )  # fmt: skip
    return Table(columns, rows)


def _parts(
    columns: tuple[Share, ...], holders: tuple[Holder, ...], part: slice, head: str
) -> Table:
    shown = (
        Column("TT", 2, Align.CENTRE), Column(head, 9),
        *(Column(f"{each.name} ({each.unit})", 5, Align.RIGHT) for each in columns),
    )  # fmt: skip
    rows = []
    held = [each for each in holders if any(each.cells[part])]
    for at, each in enumerate(held, start=1):
        cells = (words(str(at)), words(each.name), *each.cells[part])
        rows.append(Row(tuple(Cell(text) for text in cells)))
    if any(each.total for each in columns):
        totals = (words(""), words(TOTAL), *(each.total for each in columns))
        rows.append(Row(tuple(Cell(text) for text in totals), bold=True))
    return Table(shown, tuple(rows))


def _gaps(columns: tuple[Share, ...]) -> list[Block]:
    """Where the parts are not the whole, by how much and why; and what a rate's last row is."""
    return [note(f"{each.name}: ", each.gap) for each in columns if each.gap]


__all__ = ["UNNAMED", "Allocation", "Assigned", "Holder", "Share", "decision", "not_assigned"]
