"""A report of the year as it is composed, and papers made of it for tests. Simulated figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions.deciding import approve_paper, submit_paper
from dieuhanh.documents.actions.drafting import begin_paper
from dieuhanh.documents.actions.issuing import Numbering, issue_paper
from dieuhanh.documents.models import Paper
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.paper.writing.model import (
    Appendix,
    Cell,
    Column,
    Letterhead,
    Paragraph,
    Role,
    Row,
    Signature,
    Source,
    Span,
    Table,
    words,
)
from dieuhanh.paper.writing.model import Paper as Content

TODAY = date(2022, 1, 12)
BY = keeper("kiểm thử")
REVENUE = Source("figure", "thu", "Thu ngân sách năm 2021")
GROWTH = Source("figure", "tang", "Thu ngân sách năm 2021 so với dự toán")
BEDS = Source("figure", "giuong", "Giường bệnh trên vạn dân")


def report(**changed: Any) -> Content:
    """The report of the year 2021, short."""
    made = Content(
        kind="bao-cao",
        letterhead=Letterhead(
            "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "Cà Mau", symbol="BC-UBND", year=2022
        ),
        subject=words("Tình hình kinh tế - xã hội năm 2021"),
        addressed_to=("Hội đồng nhân dân tỉnh",),
        blocks=(
            Paragraph(words("KẾT QUẢ"), Role.GROUP, "I."),
            Paragraph((
                Span("Thu ngân sách đạt "), Span("5.851", REVENUE), Span(" tỷ đồng, vượt "),
                Span("6,8%", GROWTH), Span(" dự toán."),
            )),
            Table(
                (Column("Chỉ tiêu", 4), Column("Thực hiện", 1)),
                (Row((Cell(words("Thu ngân sách")), Cell((Span("5.851", REVENUE),)))),),
            ),
            Paragraph(words("Trên đây là báo cáo của Ủy ban nhân dân tỉnh.")),
        ),
        signature=Signature("CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
        recipients=("Như trên", "Các sở, ban, ngành tỉnh"),
        archive="VT, TH",
        appendices=(
            Appendix("Kết quả theo địa bàn", (
                Paragraph((Span("Toàn tỉnh có "), Span("28,5", BEDS), Span(" giường trên vạn dân."))),
            )),
        ),
    )  # fmt: skip
    return replace(made, **changed)


def body(code: str) -> Body:
    """A body of the example."""
    return Body.objects.select_related("area").get(code=code)


def drafted(by: Actor = BY, **more: Any) -> Paper:
    """A draft of the planning department for the province's committee."""
    given: dict[str, Any] = {
        "content": report(), "issuer": body("ubnd-ca-mau"), "drafter": body("so-khdt-ca-mau"),
        "today": TODAY, "simulated": True,
    }  # fmt: skip
    return begin_paper(by=by, **(given | more))


def approved(by: Actor = BY, today: date = TODAY, **more: Any) -> Paper:
    """A paper that only waits for its number."""
    made = drafted(by, today=today, **more)
    submit_paper(by=by, paper=made, seen=made.version, today=today)
    approve_paper(by=by, paper=made, seen=made.version, today=today)
    return Paper.objects.get(pk=made.pk)


def issued(by: Actor = BY, today: date = TODAY, *, public: bool = True, **more: Any) -> Paper:
    """A paper with number and day."""
    made = approved(by, today, **more)
    return issue_paper(by=by, paper=made, as_=Numbering(today, public=public), today=today)
