"""Papers at the wrong moment: a year that still runs, a conference that is over, nothing concluded."""

from __future__ import annotations

from datetime import date

import pytest

from dieuhanh.audit.models import door_open
from dieuhanh.conferences.models import Conclusion, Conference
from dieuhanh.desk.queries.papers import Wanted, composed
from dieuhanh.domain.actors import keeper
from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.numbers import printed
from dieuhanh.paper.writing.papers import as_text, sources
from tests.documents.papers_made import body

pytestmark = pytest.mark.usefixtures("example")
BY = keeper("kiểm thử")
PLAN, MEETING = "ca-mau-2021", "hoi-nghi-2022-01-12"


def made(kind: str, of: str, on: date) -> Content:
    return composed(Wanted(kind, of, on), issuer=body("ubnd-ca-mau"), seen_by=BY)


def test_half_way_through_the_year_the_books_pace_is_reported() -> None:
    paper = made("bao-cao-nam", PLAN, date(2021, 6, 30))
    told = as_text(paper)
    for part in (
        "năm 2021 trong 6 tháng đầu năm",
        ("Giải quyết việc làm 5 tháng đầu năm đạt 15.600 lượt người, bằng 39,7% kế hoạch cả năm (tối "
        "thiểu 39.300 lượt người); còn phải thực hiện 23.700 lượt người."),
        "\tlượt người\t39.300\t15.600\t5 tháng đầu năm\t39,7",
        "21 chỉ tiêu chưa có số thực hiện trong kỳ",
    ):  # fmt: skip
        assert part in told, part
    assert [each.run for each in printed(paper) if each.bare] == []
    share = next(each for each in sources(paper) if each.kind == "so-far")
    assert [each.kind for each in share.made_of] == ["figure", "target"]


def test_a_figure_told_later_is_not_known_yet() -> None:
    with pytest.raises(BadInput) as caught:
        made("bao-cao-nam", PLAN, date(2021, 5, 1))
    assert caught.value.code == "compose.nothing_yet"
    assert caught.value.values == {"day": "01/05/2021", "end": "31/12/2021"}


def test_a_year_that_closed_is_judged() -> None:
    assert "chưa đánh giá chỉ tiêu" not in as_text(made("bao-cao-nam", PLAN, date(2021, 12, 31)))


def test_nobody_is_invited_to_a_conference_that_was_held() -> None:
    assert "trân trọng kính mời" in as_text(made("giay-moi", MEETING, date(2022, 1, 5)))
    for on in (date(2022, 1, 12), date(2022, 6, 30)):
        with pytest.raises(BadInput, match=r"compose\.meeting_over"):
            made("giay-moi", MEETING, on)
    with door_open():
        Conference.objects.update(state="invited")
    assert "trân trọng kính mời" in as_text(made("giay-moi", MEETING, date(2022, 1, 12)))


def test_no_notice_tells_of_conclusions_nobody_drew() -> None:
    with door_open():
        Conclusion.objects.update(state="draft")
    with pytest.raises(BadInput, match=r"compose\.no_conclusions"):
        made("thong-bao-ket-luan", MEETING, date(2022, 1, 12))
