"""Persons, papers and tallies told from what looks like them: own clauses, every name invented."""

from __future__ import annotations

import pytest

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.cited import cited_in
from dieuhanh.paper.reading.layout import Page
from dieuhanh.paper.reading.people import people_of

PEOPLE = [
    ("BÍ THƯ TỈNH ỦY LÊ VĂN VÍ THĂM CÁC GIA ĐÌNH CHÍNH SÁCH",
     [("Lê Văn Ví", ["Bí thư Tỉnh ủy"])]),
    ("CHỦ TỊCH UBND TỈNH NGUYỄN VĂN VÍ LÀM VIỆC VỚI SỞ TÀI CHÍNH",
     [("Nguyễn Văn Ví", ["Chủ tịch UBND tỉnh"])]),
    ("Thừa ủy quyền Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Trương Ví Bình trình bày.",
     [("Trương Ví Bình", ["Giám đốc Sở Y tế"])]),
    ("Đại biểu Hà Ví Long, Tổ đại biểu thành phố Quy Nhơn đề nghị làm rõ.", [("Hà Ví Long", [])]),
    ("Cử tri Lê Ví Hoa (phường 5) hỏi; nghệ nhân A Ví trả lời.",
     [("Lê Ví Hoa", []), ("A Ví", [])]),
    ("Chánh Văn phòng UBND tỉnh Đoàn Ví Hòa thông tin.",
     [("Đoàn Ví Hòa", ["Chánh Văn phòng UBND tỉnh"])]),
    ("Bí thư Tỉnh đoàn Lê Ví Hà dự.", [("Lê Ví Hà", ["Bí thư Tỉnh đoàn"])]),
    ("Nơi nhận:          KT. CHỦ TỊCH\n- Như trên;         PHÓ CHỦ TỊCH\n- Lưu: VT.\n          Lê Ví Hà",
     [("Lê Ví Hà", ["Phó Chủ tịch"])]),
    ("Thượng úy Y Ví Byă báo cáo.", [("Y Ví Byă", ["Thượng úy"])]),
    ("Bí thư Huyện ủy Kỳ Sơn Vi Ví Hòe và Chủ tịch Liên minh HTX tỉnh Vi Ví Lâm dự.",
     [("Vi Ví Hòe", ["Bí thư Huyện ủy Kỳ Sơn"]),
      ("Vi Ví Lâm", ["Chủ tịch Liên minh HTX tỉnh"])]),
    ("Nông dân Yên Thành xuống đồng; cử tri thành phố Buôn Ma Thuột đề nghị.", []),
    ("Khu lưu niệm Chủ tịch Lê Ví Hà mở cửa.", []),
]  # fmt: skip

PAPERS = [
    ("Nghị quyết số 57-NQ/TW, 59-NQ/TW và 68-NQ/TW của Bộ Chính trị",
     [("Nghị quyết", f"{n}-NQ/TW", None, "Bộ Chính trị") for n in (57, 59, 68)]),
    ("Nghị quyết số 43/2022/QH15, 93/2023/QH15",
     [("Nghị quyết", "43/2022/QH15", None, None), ("Nghị quyết", "93/2023/QH15", None, None)]),
    ("Kế hoạch số 4589/KH-UBND ngày mùng 5 tháng 10 năm 2023",
     [("Kế hoạch", "4589/KH-UBND", "2023-10-05", None)]),
    ("Thông tri số 12-TT/TU", [("Thông tri", "12-TT/TU", None, None)]),
    ("theo NĐ 100/2019/NĐ-CP", [("Nghị định", "100/2019/NĐ-CP", None, None)]),
    ("Nghị quyết 30a của Chính phủ; Đề án 06 của Chính phủ",
     [("Nghị quyết", "30a", None, "Chính phủ"), ("Đề án", "06", None, "Chính phủ")]),
    ("Nghị quyết 18 về tổ chức bộ máy; Nghị quyết số 18-NQ/TW ngày 25/10/2017",
     [("Nghị quyết", "18-NQ/TW", "2017-10-25", None)]),
    ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
     [("Nghị quyết liên tịch", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", None, None)]),
]  # fmt: skip

TALLIES = [
    ("Tỉnh thực hiện được 112/128 tiêu chí.", (112, 128)),
    ("Đến nay mới có 4 xã hoàn thành 19/19 tiêu chí.", None),
    ("Mỗi xã đạt 15/19 tiêu chí.", None),
    ("Nghị quyết đề ra 21 chỉ tiêu; kết quả 19 chỉ tiêu đạt và vượt.", (19, 21)),
    ("10 chỉ tiêu vượt; 6 chỉ tiêu đạt; 3 chỉ tiêu xấp xỉ đạt; 1 chỉ tiêu không đạt.", (16, 20)),
    ("Sáu tháng đầu năm, 9/22 chỉ tiêu đạt trên 50% kế hoạch.", None),
    ("Thực hiện thắng lợi 18/18 chỉ tiêu Nghị quyết Đại hội.", (18, 18)),
    ("Xã đạt 17/19 tiêu chí nông thôn mới.", (17, 19)),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_who_is_named_and_who_is_not(text: str, people: list[tuple[str, list[str]]]) -> None:
    assert [(each.name, list(each.titles)) for each in people_of(Page(text))] == people


@pytest.mark.parametrize(("text", "papers"), PAPERS)
def test_papers_in_a_row_and_in_short(
    text: str, papers: list[tuple[str, str, str | None, str | None]]
) -> None:
    found = cited_in(Page(text))
    assert [(each.type, each.number, each.date, each.issuer) for each in found] == papers


@pytest.mark.parametrize(("text", "tally"), TALLIES)
def test_how_many_places_reached_all_is_no_tally(text: str, tally: tuple[int, int] | None) -> None:
    board = read(text).scoreboard
    assert (board and (board.met, board.total)) == tally
