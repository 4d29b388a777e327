"""Papers for the tests: each component once, and a report as long as the year's."""

from __future__ import annotations

from datetime import date

from dieuhanh.paper.writing.model import (
    Align,
    Appendix,
    Cell,
    Column,
    Letterhead,
    Paper,
    Paragraph,
    Role,
    Row,
    Signature,
    Source,
    Span,
    Table,
    cited,
    words,
)

REVENUE = Source("figure", "thu-ngan-sach:96:2021", "Thu ngân sách nhà nước năm 2021")
COLUMNS = (
    Column("TT", 1, Align.CENTRE),
    Column("Chỉ tiêu", 6),
    Column("Kế hoạch", 2, Align.RIGHT),
    Column("Thực hiện", 2, Align.RIGHT),
    Column("Đánh giá", 2, Align.CENTRE),
)
HEAD = Letterhead(
    "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "Cà Mau", "BC-UBND",
    name="Ủy ban nhân dân tỉnh Cà Mau", number=5, day=date(2022, 1, 12),
)  # fmt: skip


def row(*cells: str, bold: bool = False) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(words(cell)) for cell in cells), bold=bold)


def board(lines: int = 22) -> Table:
    """A board of that many targets, its last column in words."""
    rows = [
        row(str(n), f"Chỉ tiêu mô phỏng số {n} (tỷ đồng)", "5.478", "5.851", "Vượt")
        for n in range(1, lines + 1)
    ]
    total = Row((Cell(words("Cộng"), columns=2, align=Align.CENTRE), *row("", "", "22").cells), bold=True)  # fmt: skip
    return Table(
        COLUMNS, (*rows, total), caption="Kết quả các chỉ tiêu", unit="Đơn vị tính: tỷ đồng"
    )


def by_area(areas: int = 111) -> Table:
    """Figures by area under a merged head."""
    columns = (
        Column("TT", 1, Align.CENTRE),
        Column("Địa bàn", 4),
        *(Column("", 2, Align.RIGHT),) * 6,
    )
    heads = (
        Row((Cell(words("TT"), rows=2), Cell(words("Địa bàn"), rows=2),
             Cell(words("Kế hoạch"), columns=3), Cell(words("Thực hiện"), columns=3))),
        row("2019", "2020", "2021", "2019", "2020", "2021"),
    )  # fmt: skip
    body = [
        row(str(n), f"Xã mô phỏng số {n}", "1.112,5", "1.115", "1.120", "1.110", "…", "1.125,5")
        for n in range(1, areas + 1)
    ]
    return Table(columns, tuple(body), heads=heads)


def report(findings: int = 12, areas: int = 111) -> Paper:
    """The year's report: a board, findings, an appendix by area."""
    revenue = (*words("Thu ngân sách nhà nước "), *cited("5.851", REVENUE), *words(" tỷ đồng."))
    body = [
        Paragraph(words("Thực hiện Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2021, Ủy ban nhân dân tỉnh báo cáo như sau:")),
        Paragraph(words("KẾT QUẢ THỰC HIỆN"), Role.GROUP, "I."),
        Paragraph(words("Kết quả nổi bật"), Role.HEADED_CLAUSE, "1."),
        Paragraph(revenue),
        board(),
        Paragraph(words("Số liệu mô phỏng."), Role.NOTE),
        Paragraph(words("TỒN TẠI, HẠN CHẾ"), Role.GROUP, "II."),
        *(
            Paragraph(words(f"Tồn tại thứ {n}: tiến độ một số công trình còn chậm so với kế hoạch, giải ngân vốn đầu tư công chưa đạt yêu cầu."), Role.POINT, "a)")
            for n in range(1, findings + 1)
        ),
        Paragraph(words("Các sở, ban, ngành tiếp tục thực hiện."), Role.BULLET),
        Paragraph((Span("Trên đây là ", italic=True), Span("báo cáo kết quả", bold=True), Span(" năm 2021."))),
    ]  # fmt: skip
    return Paper(
        "bao-cao", HEAD, words("Tình hình kinh tế - xã hội năm 2021 và nhiệm vụ năm 2022"),
        tuple(body),
        Signature("PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        addressed_to=("Hội đồng nhân dân tỉnh", "Thường trực Tỉnh ủy"),
        recipients=("Như trên", "Thường trực Tỉnh ủy", "Các sở, ban, ngành tỉnh"),
        archive="VT, TH",
        appendices=(
            Appendix("Số liệu theo địa bàn", (by_area(areas),), landscape=True),
            Appendix("Chỉ tiêu theo ngành", (board(5),)),
        ),
    )  # fmt: skip


def decision() -> Paper:
    """A decision in articles, not yet issued."""
    return Paper(
        "quyet-dinh",
        Letterhead("ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "Cà Mau", "QĐ-UBND", year=2022),
        words("Về việc giao chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 2022"),
        (
            Paragraph(words("Giao chỉ tiêu cho các sở, ban, ngành (Phụ lục kèm theo)."), Role.ARTICLE, "Điều 1."),
            Paragraph(words("Quyết định có hiệu lực kể từ ngày ký."), Role.ARTICLE, "Điều 2."),
        ),
        Signature("CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
        authority="ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
        bases=(
            words("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
            words("Theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư."),
        ),
        enacting="QUYẾT ĐỊNH:",
        recipients=("Như Điều 2",),
        draft_mark="DỰ THẢO",
        appendices=(Appendix("Chỉ tiêu giao theo cơ quan", (board(4),)),),
    )  # fmt: skip


def letter() -> Paper:
    """An official letter of a department to one body."""
    return Paper(
        "cong-van",
        Letterhead(
            "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Cà Mau", "SKHĐT-TH", parent="UBND TỈNH CÀ MAU",
            number=112, day=date(2022, 3, 8),
        ),
        words("đôn đốc thực hiện nhiệm vụ quá hạn"),
        (Paragraph(words("Đề nghị báo cáo trước ngày 15/3/2022.")),),
        Signature("PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC",)),
        addressed_to=("Sở Y tế",),
        recipients=("Như trên",),
    )  # fmt: skip


__all__ = ["HEAD", "REVENUE", "board", "by_area", "decision", "letter", "report", "row"]
