"""Records to compose papers from, made up for tests. Simulated figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.paper.writing.compose.meeting import Meeting, Person, Point
from dieuhanh.paper.writing.compose.orders import Order
from dieuhanh.paper.writing.compose.saying import Frame, Record, said
from dieuhanh.paper.writing.compose.year import Year, YearTarget
from dieuhanh.paper.writing.model import Letterhead, Signature, Source, Span, Text

HERE = timezone(timedelta(hours=7))
DAY = date(2022, 1, 12)
FRAME = Frame(
    Letterhead("Ủy ban nhân dân\ntỉnh Cà Mau", "Cà Mau", symbol="BC-UBND", year=2022),
    Signature("Chủ tịch", ("TM. Ủy ban nhân dân",)),
    "Ủy ban nhân dân tỉnh Cà Mau", recipients=("Thường trực Tỉnh ủy",),
)  # fmt: skip


def cited(text: str, kind: str = "figure", key: str = "1") -> Span:
    """A number with a source."""
    return Span(text, Source(kind, key, f"nguồn {key}"))


def target(**given: Any) -> YearTarget:
    """Revenue exceeded; changed where a test says so."""
    usual: dict[str, Any] = {
        "no": "1", "name": "Thu ngân sách nhà nước", "unit": "tỷ đồng", "field": "tài chính",
        "verdict": Verdict.EXCEEDED, "basis": Basis.COMPUTED, "code": "past", "relative": True,
        "actual": said(cited("5.851"), " tỷ đồng"), "actual_cell": (cited("5.851"),),
        "plan": said("tối thiểu ", cited("5.478", "target"), " tỷ đồng"),
        "plan_cell": (cited("5.478", "target"),), "past": (cited("6,8", "verdict"), Span("%")),
        "completion": (cited("106,8", "verdict", "share"),),
    }  # fmt: skip
    return YearTarget(**(usual | given))


def rate(**given: Any) -> YearTarget:
    """A rate in percent, judged in points."""
    usual: dict[str, Any] = {
        "no": "6", "name": "Tỷ lệ đô thị hóa", "unit": "%", "relative": False,
        "actual": said(cited("27"), "%"), "actual_cell": (cited("27"),),
        "plan": said("tối thiểu ", cited("24,2", "target"), "%"),
        "past": said(cited("2,8", "verdict"), " điểm %"),
    }  # fmt: skip
    return target(**(usual | given))


def year(*targets: YearTarget, **given: Any) -> Year:
    """A year of these targets."""
    usual: dict[str, Any] = {
        "plan": "ke-hoach", "plan_name": "Kế hoạch phát triển kinh tế - xã hội tỉnh năm 2021",
        "period": "năm 2021", "before": "năm 2020", "on": DAY, "targets": targets,
    }  # fmt: skip
    return Year(**(usual | given))


def order(code: str = "nv-1", **given: Any) -> Order:
    """A task of the department of health."""
    usual: dict[str, Any] = {
        "code": code, "title": "Kế hoạch củng cố y tế cơ sở", "leads": ("Sở Y tế",),
        "due": date(2022, 6, 30), "field": "y tế",
    }  # fmt: skip
    return Order(**(usual | given))


def meeting(*points: Point, **given: Any) -> Meeting:
    """A conference of one chair."""
    chair = Person(office="Chủ tịch Ủy ban nhân dân tỉnh")
    usual: dict[str, Any] = {
        "code": "hop", "name": "Hội nghị kiểm điểm năm 2021", "host": "Ủy ban nhân dân tỉnh",
        "place": "Hội trường Ủy ban nhân dân tỉnh", "starts": datetime(2022, 1, 12, 14, 0, tzinfo=HERE),
        "chairs": (chair,), "concluded_by": chair, "points": points,
    }  # fmt: skip
    return Meeting(**(usual | given))


def point(number: int = 1, *orders: Order, **given: Any) -> Point:
    """A conclusion."""
    source = Source("conclusion", str(number), f"Kết luận số {number}")
    made = Point(number, Record("Củng cố y tế cơ sở", source), orders=orders)
    return replace(made, **given)


def record(text: str, key: str = "1") -> Record:
    """A finding's sentence."""
    return Record(text, Source("finding", key, "bài báo"))


def text(*parts: str | Span) -> Text:
    """Parts as a text."""
    return said(*parts)
