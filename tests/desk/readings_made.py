"""Papers read for tests: the article of the example, a resolution and a notice made up here."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from dieuhanh.bodies.models import Area, Body
from dieuhanh.desk.actions.reading import read_paper
from dieuhanh.documents.actions.readings import Head, enter_reading
from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem, items_of, reading
from dieuhanh.domain.actors import Actor, keeper

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = (ROOT / "examples/ca-mau-2021/documents/bai-bao-2022-01-12.txt").read_text("utf-8")
MACHINE_DAY = date(2026, 1, 1)
TODAY = date(2022, 1, 12)
BY = keeper("kiểm thử")
HEAD = Head(
    "", "Bài báo", "Hội nghị triển khai nhiệm vụ năm 2022", TODAY, issuer_name="camau.dcs.vn"
)


def province() -> Area:
    """The province of the example in its year."""
    return Area.objects.get(code="96", valid_to__lt=date(2026, 1, 1)) if (
        Area.objects.filter(code="96").count() > 1
    ) else Area.objects.get(code="96")  # fmt: skip


def pasted(text: str = ARTICLE, *, by: Actor = BY, **more: Any) -> PaperReading:
    """A text pasted and read."""
    return read_paper(
        by=by,
        name="",
        content=text.encode(),
        area=more.pop("area", None) or province(),
        today=TODAY,
        **more,
    )


def entered(
    of: PaperReading, *, by: Actor = BY, head: Head = HEAD, period: str = "2021"
) -> PaperReading:
    """The same, its paper entered in the register, its figures stated by the province."""
    source = Body.objects.get(code="ubnd-ca-mau")
    enter_reading(by=by, reading=of, head=head, source=source, period=period)
    return reading(of.pk, seen_by=by)


def found(of: PaperReading, kind: str, words: str = "") -> ReadItem:
    """The first record of a kind whose words hold some."""
    return next(
        each for each in items_of(of)
        if each.row.kind == kind and words in each.row.payload["quote"]
    )  # fmt: skip


RESOLUTION = """NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2022

Điều 1. Chỉ tiêu chủ yếu năm 2022:
- Thu ngân sách nhà nước trên địa bàn đạt tối thiểu 5.700 tỷ đồng;
- Kim ngạch xuất khẩu đạt 1.150 triệu USD;
- Tỷ lệ đô thị hóa đạt tối thiểu 28%;
- Tỷ lệ che phủ rừng và cây phân tán đạt khoảng 25,5%;
- Thành lập mới 500 doanh nghiệp.

TT\tChỉ tiêu\tĐơn vị tính\tKế hoạch năm 2022
1\tTỷ lệ dân số tham gia bảo hiểm y tế\t%\t93
2\tTổng vốn đầu tư toàn xã hội\ttỷ đồng\t18.500
"""
NOTICE = """THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại hội nghị triển khai nhiệm vụ năm 2022

1. Giao Sở Y tế xây dựng kế hoạch tiêm chủng năm 2022, trình Ủy ban nhân dân tỉnh trước ngày 31/3/2022.
2. Giao Sở Kế hoạch và Đầu tư rà soát các dự án chậm giải ngân, báo cáo Ủy ban nhân dân tỉnh trong tháng 02/2022.
3. Yêu cầu Sở Tài chính đẩy nhanh thu ngân sách nhà nước ngay từ đầu năm.
"""
OF_RESOLUTION = Head("05/NQ-HĐND", "Nghị quyết", "Kế hoạch năm 2022 (mô phỏng)", date(2021, 12, 10))
OF_NOTICE = Head("07/TB-UBND", "Thông báo", "Kết luận hội nghị (mô phỏng)", TODAY)
