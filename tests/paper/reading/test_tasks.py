"""Tasks: who is told to do what by when, in each form the papers give orders in."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieuhanh.paper.reading.cited import cited_in
from dieuhanh.paper.reading.layout import Page
from dieuhanh.paper.reading.people import people_of
from dieuhanh.paper.reading.tasks import tasks_of

SEED = Path(__file__).parents[3] / "examples/ca-mau-2021/documents/bai-bao-2022-01-12"

ONE = [
    ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát, báo cáo trước ngày 30/6/2022.",
     "Sở Y tế", "chủ trì, phối hợp với Sở Tài chính rà soát, báo cáo trước ngày 30/6/2022",
     "2022-06-30"),
    ("Yêu cầu các sở, ban, ngành, đoàn thể cấp tỉnh khẩn trương giải ngân vốn.",
     "các sở, ban, ngành, đoàn thể cấp tỉnh", "khẩn trương giải ngân vốn", None),
    ("Chủ tịch UBND tỉnh đề nghị các ngành, các cấp, các địa phương không được lơ là.",
     "các ngành, các cấp, các địa phương", "không được lơ là", None),
    ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể vận động Nhân dân.",
     "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể", "vận động Nhân dân", None),
    ("Giao Giám đốc các Sở: Tài chính, Nội vụ; Chủ tịch UBND các huyện Ba Tri, Bình Đại rà soát.",
     "Giám đốc các Sở: Tài chính, Nội vụ; Chủ tịch UBND các huyện Ba Tri, Bình Đại", "rà soát", None),
    ("Các cấp ủy, chính quyền cần phối hợp chặt chẽ.",
     "Các cấp ủy, chính quyền", "cần phối hợp chặt chẽ", None),
    ("Yêu cầu các chủ đầu tư được giao vốn khẩn trương nghiệm thu.",
     "các chủ đầu tư được giao vốn", "khẩn trương nghiệm thu", None),
    ("Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.",
     "Ủy ban nhân dân tỉnh", "tổ chức thực hiện Nghị quyết này", None),
    ("Giao đồng chí Lê Văn Ví, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo.",
     "đồng chí Lê Văn Ví, Phó Chủ tịch UBND tỉnh", "trực tiếp chỉ đạo", None),
    ("Theo ông, thời gian gấp, vì vậy các ngành, địa phương cần tập trung cao độ.",
     "các ngành, địa phương", "cần tập trung cao độ", None),
    ("Công điện yêu cầu UBND huyện Quang Bình, Bắc Quang triển khai ngay.",
     "UBND huyện Quang Bình, Bắc Quang", "triển khai ngay", None),
    ("Chủ tịch UBND tỉnh chỉ đạo, trong thời gian tới, các chủ đầu tư đẩy nhanh giải ngân.",
     "các chủ đầu tư", "đẩy nhanh giải ngân", None),
    ("“Đề nghị các đơn vị phối hợp chặt chẽ”, Chủ tịch UBND tỉnh Lê Văn Ví chỉ đạo.",
     "các đơn vị", "phối hợp chặt chẽ", None),
    ("Yêu cầu các thành viên UBND tỉnh theo lĩnh vực được phân công chủ động kiểm tra.",
     "các thành viên UBND tỉnh", "chủ động kiểm tra", None),
    ("Phát huy kết quả đạt được các cấp, các ngành cần tăng cường chỉ đạo.",
     "các cấp, các ngành", "cần tăng cường chỉ đạo", None),
    ("Ông nhấn mạnh: Các sở, ngành phải nêu cao trách nhiệm.",
     "Các sở, ngành", "phải nêu cao trách nhiệm", None),
    ("Giao Sở Văn hóa, Thể thao và Du lịch lập phương án.",
     "Sở Văn hóa, Thể thao và Du lịch", "lập phương án", None),
]  # fmt: skip

NONE = [
    "Năm 2021, Sở Y tế đã phối hợp với các địa phương tiêm vắc xin.",
    "Theo yêu cầu của UBND tỉnh, kế hoạch được giao đã hoàn thành.",
    "Ông Lê Văn Ví, Phó Chủ tịch UBND tỉnh chủ trì hội nghị.",
    "Chủ tịch UBND tỉnh yêu cầu đẩy nhanh tiến độ.",  # nobody is named
    "Giao thông vận tải phát triển; bàn giao 12 ha mặt bằng.",
    "Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.",
    "Các đại biểu tập trung thảo luận.",
    "Nhu cầu vốn của các doanh nghiệp cần hỗ trợ tăng 12%.",
    "Diện tích các địa phương cần chuyển đổi là 1.200 ha.",
    "Văn phòng Chính phủ có văn bản số 235/TB-VPCP thông báo kết luận của Thủ tướng.",
    "Đồng chí phát biểu tại buổi giao ban, bà Trần Thị Ví cho biết.",
]

DUE = [
    ("trước ngày 15 tháng 7 năm 2023", "2023-07-15"),
    ("trước 30/9", "2023-09-30"),
    ("chậm nhất ngày 05/02", "2024-02-05"),  # past in the paper's year: the next one's
    ("xong trước 16 giờ 30 ngày 26/8/2023", "2023-08-26"),
    ("trong tháng 8/2023", "2023-08"),
    ("trong tháng 11", "2023-11"),
    ("trong quý IV/2023", "2023-Q4"),
    ("trong quý 1 năm 2024", "2024-Q1"),
    ("trong năm 2024", "2024"),
    ("đến hết tháng 12/2023", "2023-12"),
    ("trong 9 tháng đầu năm 2023", "2023-09"),
    ("theo Chỉ thị số 06/CT-UBND ngày 24/3/2023", None),
    ("trước ngày 25 hằng tháng", None),
    ("để tỷ lệ nợ đến 31/12/2023 không quá 5%", None),
]


def _tasks(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(task.lead, task.text, task.deadline) for task in tasks_of(Page(text))]


@pytest.mark.parametrize(("text", "lead", "order", "due"), ONE)
def test_an_order_is_read_with_its_addressee(
    text: str, lead: str, order: str, due: str | None
) -> None:
    assert _tasks(text) == [(lead, order, due)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_told_is_no_order(text: str) -> None:
    assert _tasks(text) == []


@pytest.mark.parametrize(("words", "due"), DUE)
def test_deadlines_in_every_spelling(words: str, due: str | None) -> None:
    text = f"Bến Tre, ngày 08 tháng 6 năm 2023\n\nGiao Sở Y tế rà soát {words}."
    assert [task.deadline for task in tasks_of(Page(text))] == [due]


def test_semicolons_part_orders_with_their_own_addressees() -> None:
    text = (
        "Chủ tịch UBND tỉnh yêu cầu Sở Nội vụ rà soát biên chế; kiểm tra công vụ; giao Sở Tài "
        "chính bố trí kinh phí trong quý I/2020; các huyện, thành phố chủ động thực hiện."
    )
    assert [(lead, due) for lead, _, due in _tasks(text)] == [
        ("Sở Nội vụ", None), ("Sở Tài chính", "2020-Q1"), ("các huyện, thành phố", None),
    ]  # fmt: skip


def test_a_notice_hands_addressees_down_its_lists() -> None:
    text = """I. ĐÁNH GIÁ CHUNG
Sở Công Thương triển khai chậm.

II. NHIỆM VỤ
Chủ tịch UBND tỉnh yêu cầu:
1. Sở Y tế
- Rà soát trang thiết bị. Việc này gấp.
- Tham mưu UBND tỉnh phương án mua sắm.
2. Sở Nội vụ: theo dõi thi đua.
3. UBND các huyện khẩn trương tiêm chủng.
4. Công an tỉnh mở đợt cao điểm.
Trên đây là kết luận.
Nơi nhận:
- Giao Sở Y tế lưu."""
    assert [lead for lead, _, _ in _tasks(text)] == [
        "Sở Y tế", "Sở Y tế", "Sở Nội vụ", "UBND các huyện", "Công an tỉnh"]  # fmt: skip


def test_paragraphs_after_an_announced_list_are_its_addressees() -> None:
    text = (
        "Chủ tịch UBND tỉnh đề nghị các ngành, các cấp tập trung 02 nhiệm vụ chủ yếu:\n\n"
        "Tiếp tục phòng, chống dịch. Đây là việc chính.\n\nĐẩy mạnh xuất khẩu.\n\nHội nghị bế mạc."
    )
    assert _tasks(text) == [
        ("các ngành, các cấp", "Tiếp tục phòng, chống dịch", None),
        ("các ngành, các cấp", "Đẩy mạnh xuất khẩu", None),
    ]


def test_a_letter_asks_those_it_is_sent_to() -> None:
    text = "Kính gửi:\n- Các sở;\n- UBND các huyện.\nUBND tỉnh yêu cầu:\n1. Rà soát chỉ tiêu."
    assert _tasks(text) == [("Các sở; UBND các huyện", "Rà soát chỉ tiêu", None)]


def test_a_table_of_tasks_is_read_by_its_columns() -> None:
    text = (
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Số hóa hồ sơ | Sở Nội vụ | Quý IV/2024 |\n| 2 | Đo đạc | Sở Y tế | Thường xuyên |"
    )
    assert _tasks(text) == [
        ("Sở Nội vụ", "Số hóa hồ sơ", "2024-Q4"), ("Sở Y tế", "Đo đạc", None)]  # fmt: skip


def test_a_long_sentence_is_told_up_to_how_and_why_unless_its_deadline_comes_after() -> None:
    long = "rà soát lại toàn bộ các dự án đang triển khai trên địa bàn tỉnh"
    tail = "nhằm tháo gỡ mọi khó khăn vướng mắc cho các nhà thầu thi công và người dân"
    assert _tasks(f"Giao Sở Xây dựng {long} {tail}.")[0][1] == long
    dated = _tasks(f"Giao Sở Xây dựng {long} {tail} trước ngày 01/02/2024.")[0]
    assert (dated[1].endswith("01/02/2024"), dated[2]) == (True, "2024-02-01")


def test_an_order_to_carry_out_a_paper_is_told_without_what_the_paper_is_about() -> None:
    told = "tiếp tục thực hiện có hiệu quả Nghị quyết số 8/NQ-CP ngày 11/10/2021 của Chính phủ"
    about = "ban hành Hướng dẫn tạm thời thích ứng an toàn, linh hoạt, kiểm soát hiệu quả dịch"
    assert _tasks(f"Giao Sở Y tế {told} {about}.") == [("Sở Y tế", told, None)]


def test_the_tasks_of_the_seed_by_their_words() -> None:
    text = SEED.with_suffix(".txt").read_text("utf-8")
    labels = json.loads(SEED.with_suffix(".labels.json").read_text("utf-8"))["tasks"]
    found = [(task.lead, task.quote) for task in tasks_of(Page(text))]
    assert found == [(label["lead"], label["quote"]) for label in labels]


PIECES = ["Giao", "Sở Y tế", "các sở", ",", ";", ":", "yêu cầu", "rà soát", "UBND", "huyện", "\n", "-",
          "1.", "trước ngày", "30/6", "trong quý", "II", "Kính gửi", "|", "và", "tổ chức", "(", "Ba"]  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map(" ".join))
def test_reading_tasks_never_raises_and_quotes_the_text(text: str) -> None:
    for task in tasks_of(Page(text)):
        assert task.quote == text[task.start : task.end]
        assert task.text


@pytest.mark.parametrize(
    "piece",
    [
        "giao sở, ",
        "Sở (a) ",
        "giao từ 1 ",
        "Sở Y tế ",
        "Chủ tịch, ",
        "các huyện A, ",
        "; ",
        "45/NQ-HĐND, ",
        "giao ",
    ],
)
def test_time_grows_with_the_length_whatever_is_repeated(piece: str) -> None:
    """Eight times the text takes well under thirty times as long: not its square, sixty-four."""

    def took(times: int) -> float:
        page, best = Page(piece * times), 9.0
        for _ in range(3):
            begun = time.perf_counter()
            for reader in (tasks_of, people_of, cited_in):
                reader(page)
            best = min(best, time.perf_counter() - begun)
        return best

    assert took(4000) < 30 * took(500) + 0.05
