"""Each component rendered with real values, in both languages, and read back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils.html import strip_tags
from django.utils.translation import override

from dieuhanh.domain.dates import read_dated
from dieuhanh.domain.figures import Absence, Bound, Value
from dieuhanh.domain.verdicts import NEAR_MISS, Basis, Verdict
from dieuhanh.ui.charts import Chart, Point, bars_svg
from dieuhanh.ui.shell import NavLink, Person, Shell

if TYPE_CHECKING:
    from django.http import HttpRequest

BILLIONS = "tỷ đồng"


def request() -> HttpRequest:
    return RequestFactory().get("/chi-tieu?trang=2")


def render(source: str, lang: str = "vi", **context: Any) -> str:
    with override(lang):
        return engines["django"].from_string(source).render(context, request())


def read(source: str, lang: str = "vi", **context: Any) -> str:
    """What is left for a reader: the words, spaces made one."""
    return re.sub(r"\s+", " ", strip_tags(render(source, lang, **context))).strip()


@pytest.mark.parametrize(
    ("source", "vi", "en"),
    [
        ("{{ v|number }}", "5.851,50", "5,851.50"),
        ("{{ v|number:1 }}", "5.851,5", "5,851.5"),
        ("{{ v|percent:0 }}", "5.852%", "5,852%"),
        ("{{ v|signed }}", "+5.851,50", "+5,851.50"),
        ("{{ low|signed:1 }}", "−3,6", "−3.6"),
        ("{{ v|plain_number }}", "5851.50", "5851.50"),
        ("{{ nothing|number }}{{ nothing|percent }}{{ nothing|signed }}{{ nothing|day }}", "", ""),
        ("{{ day|day }}", "12/01/2022", "12 January 2022"),
        ("{{ day|day:'placed' }}", "12/01/2022 (ngày ước định)", "12 January 2022 (assumed date)"),
        ("{{ month|day }}", "tháng 12/2021 (không rõ ngày)", "December 2021 (day not known)"),
        ("{{ '2021-Q3'|period }}", "quý III/2021", "Q3 2021"),
        ("{{ unit|unit }}", "tỷ đồng", "billion dong"),
        ("{% pick 'Thu ngân sách' 'Revenue' %}", "Thu ngân sách", "Revenue"),
        ("{% pick 'Thu ngân sách' '' %}", "Thu ngân sách", "Thu ngân sách"),
    ],
)
def test_filters_write_both_languages(source: str, vi: str, en: str) -> None:
    context = {
        "v": Decimal("5851.50"),
        "low": Decimal("-3.60"),
        "nothing": None,
        "day": date(2022, 1, 12),
        "month": read_dated("12/2021"),
        "unit": BILLIONS,
    }
    assert render(source, "vi", **context) == vi
    assert render(source, "en", **context) == en


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        render("{{ v|number }}", v=5851.5)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_two_verdicts_share_a_shape_or_a_word(lang: str) -> None:
    codes = [(str(code), None) for code in Verdict] + [("not_met", NEAR_MISS)]
    pages = [render("{% verdict code sub %}", lang, code=c, sub=s) for c, s in codes]
    shapes = [re.search(r"<svg.*</svg>", page, re.DOTALL) for page in pages]
    assert len({shape and shape.group() for shape in shapes}) == len(codes)
    assert len({strip_tags(page).strip() for page in pages}) == len(codes)


def test_a_near_miss_says_that_it_is_not_met() -> None:
    assert read("{% verdict 'not_met' 'near_miss' %}") == "không đạt · xấp xỉ đạt"
    assert read("{% verdict 'not_met' 'near_miss' %}", "en") == "not met · near miss"


@pytest.mark.parametrize(
    ("basis", "vi", "en"),
    [
        (Basis.COMPUTED, "vượt tính lại", "exceeded computed"),
        (Basis.AS_PUBLISHED, "vượt theo công bố", "exceeded as published"),
    ],
)
def test_a_badge_says_where_the_verdict_comes_from(basis: Basis, vi: str, en: str) -> None:
    assert read("{% verdict 'exceeded' None basis %}", "vi", basis=basis) == vi
    assert read("{% verdict 'exceeded' None basis %}", "en", basis=basis) == en


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Value(BILLIONS, Decimal(5851)), "5.851 tỷ đồng", "5,851 billion dong"),
        (Value("%", Decimal("27.0")), "27,0%", "27.0%"),
        (Value(BILLIONS, Decimal(6), high=Decimal(7)), "6–7 tỷ đồng", "6–7 billion dong"),
        (Value("%", Decimal(4), bound=Bound.MORE_THAN), "trên 4%", "more than 4%"),
        (Value("%", Decimal(4), bound=Bound.LESS_THAN), "dưới 4%", "less than 4%"),
        (Value("%", Decimal(24), bound=Bound.ABOUT), "khoảng 24%", "about 24%"),
        (Value("%", numerator=Decimal(46), denominator=Decimal(82)), "56,1%", "56.1%"),
        (Value("%", absence=Absence.NONE), "-không có hiện tượng", "-none"),
        (Value("%", absence=Absence.NOT_COLLECTED), "…không thu thập được", "…not collected"),
        (Value("%", absence=Absence.NOT_APPLICABLE), "xkhông áp dụng", "xnot applicable"),
        (None, "…không thu thập được", "…not collected"),
    ],
)
def test_a_figure_reads_as_its_source_worded_it(value: Value | None, vi: str, en: str) -> None:
    assert read("{% figure_value v %}", "vi", v=value) == vi
    assert read("{% figure_value v %}", "en", v=value) == en


def test_a_figure_is_a_link_to_its_passport_and_carries_its_exact_value() -> None:
    page = render(
        "{% figure_value v href='/so-lieu/7' status='estimated' simulated=True %}",
        v=Value(BILLIONS, Decimal("5220.0")),
    )
    assert '<a class="figure" href="/so-lieu/7"><data value="5220.0">5.220,0</data></a>' in page
    assert strip_tags(page).split("đồng")[1].split() == ["(ước)", "mô", "phỏng"]


def test_missing_is_never_zero() -> None:
    assert "0" not in read("{% figure_value v %}", v=Value("%", absence=Absence.NOT_COLLECTED))
    assert read("{% figure_value v %}", v=Value("%", Decimal(0))) == "0%"


def test_coverage_tells_how_many_and_warns_when_short() -> None:
    short = render("{% coverage 14 15 what='xã' %}")
    assert "14/15" in short
    assert "14 trên 15 đã báo cáo" in short
    assert '<rect width="14" height="1"/>' in short
    assert "coverage-short" in short
    assert "coverage-short" not in render("{% coverage 9 9 %}")


def test_a_flip_names_both_verdicts_in_order() -> None:
    assert read("{% verdict_flip 'not_met' 'exceeded' %}") == "không đạt →chuyển thành vượt"


TILE = SimpleNamespace(
    no="15", name="Tổng vốn đầu tư toàn xã hội", href="/chi-tieu/15", verdict="not_met",
    sub_label=NEAR_MISS, basis="as_published", value=Value(BILLIONS, Decimal(19000), bound=Bound.ABOUT),
    value_href="/so-lieu/3", decimals=None, status="estimated", simulated=False,
    plan_text="khoảng 19.000", plan_note="xấp xỉ", completion=None,
)  # fmt: skip


def test_a_tile_says_all_it_knows() -> None:
    page = read("{% include 'ui/components/tiles.html' %}", tiles=[TILE])
    assert page == (
        "15. Tổng vốn đầu tư toàn xã hội khoảng 19.000 tỷ đồng (ước) "
        "Kế hoạch khoảng 19.000 (xấp xỉ) không đạt · xấp xỉ đạt công bố"
    )


def test_a_tile_without_a_plan_or_a_figure_says_so() -> None:
    bare = SimpleNamespace(
        no=21, name="Chưa rõ tên", href="/x", verdict="no_data", sub_label=None, basis="none"
    )
    page = read("{% include 'ui/components/tile.html' %}", tile=bare)
    assert "Kế hoạch: không rõ" in page
    assert page.endswith("chưa đủ số liệu")


def test_the_scoreboard_puts_the_published_tally_beside_ours() -> None:
    score = {
        "met": 11, "total": 22, "sentence": "11 trên 22.",
        "notes": [
            {"mark": "published", "text": "Công bố: 11/22", "href": "/van-ban/x"},
            {"mark": "computed", "text": "Trong sổ 1/22"},
        ],
    }  # fmt: skip
    source = "{% include 'ui/components/scoreboard.html' %}"
    counts = {"met": 1, "not_met": 0}
    page = read(source, score=score, counts=counts)
    assert page == "11/22 11 trên 22. Công bố: 11/22 Trong sổ 1/22 1 đạt"
    assert '<a href="/van-ban/x">Công bố: 11/22</a>' in render(source, score=score, counts=counts)


def test_a_table_is_whole_and_named_before_any_script() -> None:
    page = render(
        "{% datatable id='t' caption='Các chỉ tiêu' exports=exports %}"
        "<tbody><tr><td>{{ name }}</td></tr></tbody>{% enddatatable %}",
        exports=[("CSV", "/t.csv?a=1")], name="<b>Thu</b>",
    )  # fmt: skip
    assert '<caption id="t-caption">Các chỉ tiêu</caption>' in page
    assert 'role="region" tabindex="0" aria-labelledby="t-caption"' in page
    assert "&lt;b&gt;Thu&lt;/b&gt;" in page
    assert "<data-live hidden" not in page
    assert re.search(r"<div data-live hidden>", page)
    assert 'href="/t.csv?a=1"' in page


def test_a_dead_table_offers_no_tools() -> None:
    page = render("{% datatable id='t' caption='C' live=False %}<tbody></tbody>{% enddatatable %}")
    assert "data-filter" not in page
    assert "table-tools" not in page


def test_the_date_handle_works_by_plain_links_and_marks_the_current_day() -> None:
    handle = {
        "marks": [
            {"href": "?ngay=31/12/2021", "label": "31/12/2021", "note": "11/22", "current": False},
            {"href": "?ngay=12/01/2022", "label": "12/01/2022", "note": "", "current": True},
        ],
        "action": "/", "param": "ngay", "current": date(2022, 1, 12), "keep": [("ke-hoach", "a&b")],
        "target": "#bang",
    }  # fmt: skip
    page = render("{% include 'ui/components/date_handle.html' %}", handle=handle)
    assert page.count('aria-current="date"') == 1
    assert 'name="ngay" value="12/01/2022"' in page
    assert 'name="ke-hoach" value="a&amp;b"' in page
    assert 'max="1"' in page
    assert page.count('hx-select="#bang"') == 3
    still = render("{% include 'ui/components/date_handle.html' %}", handle=handle | {"target": ""})
    assert "hx-" not in still


def test_vintages_mark_the_one_in_force_and_strike_the_withdrawn() -> None:
    kept = SimpleNamespace(
        known_from=date(2022, 1, 12), precision="day", value=Value(BILLIONS, Decimal(5851)),
        href="/2", status="preliminary", simulated=False, in_force=True, withdrawn=False,
        source="UBND tỉnh", note="",
    )  # fmt: skip
    gone = SimpleNamespace(
        **vars(kept) | {"in_force": False, "withdrawn": True, "precision": "placed"}
    )
    page = render("{% include 'ui/components/vintages.html' %}", vintages=[kept, gone])
    assert page.count('class="in-force"') == 1
    assert page.count('class="withdrawn"') == 1
    assert "12/01/2022 (ngày ước định)" in page


def test_a_chart_is_also_a_table() -> None:
    drawing = bars_svg([Point("Năm Căn", Decimal(351), "351")], BILLIONS)
    chart = Chart(
        "Theo huyện", "Năm Căn 351", drawing, drawing, ("Huyện", "Số"), (("Năm Căn", "351"),)
    )
    page = render("{% include 'ui/components/chart.html' %}", chart=chart)
    assert '<th scope="row">Năm Căn</th><td class="num">351</td>' in page
    assert page.count('role="img" aria-label="Năm Căn 351"') == 2
    assert "&lt;svg" not in page


class SignIn(forms.Form):
    name = forms.CharField(label="Tên đăng nhập", help_text="Do Văn phòng cấp")


def test_a_wrong_field_keeps_what_was_typed_and_says_what_is_wrong() -> None:
    class Years(forms.Form):
        year = forms.IntegerField(label="Năm")

    page = render("{% include 'ui/components/form.html' %}", form=Years({"year": "hai mươi"}))
    assert 'value="hai mươi"' in page
    assert "Có ô chưa đúng" in page
    assert 'aria-invalid="true"' in page
    error = re.search(r'<ul class="errorlist" id="([^"]+)"', page)
    assert error
    assert error.group(1) in re.findall(r'aria-describedby="([^"]+)"', page)[0].split()


def test_help_is_tied_to_its_field() -> None:
    page = render("{% include 'ui/components/form.html' %}", form=SignIn())
    assert 'id="id_name_helptext">Do Văn phòng cấp' in page
    assert 'aria-describedby="id_name_helptext"' in page


def test_pages_keep_the_rest_of_the_address() -> None:
    page = Paginator(range(90), 10).page(2)
    html = render(
        "{% include 'ui/components/pagination.html' %}",
        page=page,
        numbers=page.paginator.page_range,
    )
    assert 'href="?trang=2&amp;page=3"' in html
    assert '<span aria-current="page">2</span>' in html


@pytest.mark.parametrize("kind", ["empty", "error", "offline"])
def test_states_speak_even_without_a_text(kind: str) -> None:
    page = render("{% include 'ui/components/state.html' %}", kind=kind)
    assert len(strip_tags(page).split()) > 1
    assert ('role="alert"' in page) is (kind != "empty")


def test_the_shell_shows_the_sample_ribbon_the_set_clock_and_where_one_is() -> None:
    shell = Shell(
        nav=(NavLink("Tổng quan", "/", current=True), NavLink("Chỉ tiêu", "/chi-tieu")),
        plan_name="Kế hoạch năm 2021",
        person=Person("Chủ tịch", "Ủy ban nhân dân tỉnh", (), "/ra"),
        sample=True,
        today=date(2022, 1, 12),
    )
    page = render("{% include 'ui/components/masthead.html' %}", shell=shell)
    words = " ".join(strip_tags(page).split())
    assert "dữ liệu mẫu" in words
    assert "Hôm nay (đồng hồ đặt): 12/01/2022" in words
    assert '<a href="/" aria-current="page">Tổng quan</a>' in page
    assert page.count("aria-current") == 1
    assert "dữ liệu mẫu" not in render("{% include 'ui/components/masthead.html' %}", shell=Shell())


def test_the_letterhead_stays_vietnamese_on_an_english_page() -> None:
    head = {"issuer": "Ủy ban nhân dân\ntỉnh Cà Mau", "place_and_day": "Cà Mau, ngày 12"}
    words = read("{% include 'ui/components/letterhead.html' %}", "en", head=head)
    assert words.startswith("ỦY BAN NHÂN DÂN TỈNH CÀ MAU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
