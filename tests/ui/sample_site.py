"""Three pages that use the components as apps do, for the browser tests. No database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import engines
from django.urls import include, path

from dieuhanh.domain.figures import Value
from dieuhanh.ui.charts import NARROW, Chart, Point, bars_svg, trend_svg
from dieuhanh.ui.shell import NavLink, Person, Shell

MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dieuhanh.config.middleware.ContentSecurity",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
AREAS = [
    ("Phường 10", Decimal("5.5"), "thành thị", "exceeded"),
    ("Đầm Dơi", None, "nông thôn", "no_data"),
    ("Phường 2", Decimal(1112), "thành thị", "not_met"),
    ("Ân", Decimal("-3.6"), "nông thôn", "met"),
]
TABLE = """{% extends "ui/base.html" %}{% block title %}Bảng{% endblock %}{% block main %}
<h1>Bảng</h1>{% datatable id="bang" caption="Các xã" exports=exports %}
<thead><tr><th scope="col" class="row-head" data-sort="text" data-name="ten">Tên</th>
<th scope="col" class="num" data-sort="number" data-name="so">Số</th>
<th scope="col" data-group data-name="vung">Vùng</th><th scope="col">Kết quả</th></tr></thead>
<tbody>{% for name, value, part, code in areas %}<tr><th scope="row"><a href="?xa={{ forloop.counter }}">{{ name }}</a></th>
<td class="num" data-value="{{ value|plain_number }}">{{ value|number|default:"…" }}</td><td>{{ part }}</td>
<td>{% verdict code %}</td></tr>{% endfor %}</tbody>{% enddatatable %}{% endblock %}"""
BOARD = """{% extends "ui/base.html" %}{% block title %}Bảng điểm{% endblock %}{% block main %}
<div id="board" class="stack-tight">{% include "ui/components/scoreboard.html" %}
{% include "ui/components/date_handle.html" %}{% include "ui/components/tiles.html" %}
<a href="/hong" id="break" hx-get="/hong" hx-target="#board">hỏng</a></div>{% endblock %}"""
TARGET = """{% extends "ui/base.html" %}{% block title %}Chỉ tiêu{% endblock %}{% block main %}
<h1>Thu ngân sách</h1><div class="columns"><div class="stack"><dl class="passport">
{% passport_row "Kết quả" %}{% figure_value value href="/x" status="estimated" simulated=True %}{% endpassport_row %}
{% passport_row "Độ phủ" %}{% coverage 14 15 what="xã" %}{% endpassport_row %}
{% passport_row "Kết luận" %}{% for code in codes %}{% verdict code None "as_published" %} {% endfor %}{% verdict "not_met" "near_miss" %}{% endpassport_row %}
</dl>{% for chart in charts %}{% include "ui/components/chart.html" %}{% endfor %}</div>
<div class="stack">{% include "ui/components/state.html" with kind="offline" %}
{% include "ui/components/notice.html" with kind="error" text="Sai." %}
{% include "ui/components/notice.html" with kind="warning" text="Chú ý." %}</div></div>{% endblock %}"""
CODES = ["exceeded", "met", "met_or_exceeded", "not_met", "no_data", "not_due", "not_comparable"]


def shell() -> Shell:
    """A masthead with everything in it."""
    return Shell(
        nav=(NavLink("Tổng quan", "/", current=True), NavLink("Chỉ tiêu", "/bang")),
        owner="Tỉnh Cà Mau",
        plan_name="Kế hoạch phát triển kinh tế - xã hội năm 2021",
        person=Person("Chủ tịch", "Ủy ban nhân dân tỉnh", (NavLink("Đổi vai", "/x"),)),
        sample=True,
        today=date(2022, 1, 12),
    )


def page(request: HttpRequest, source: str, **context: Any) -> HttpResponse:
    """One of the templates above, in the shell."""
    template = engines["django"].from_string(source)
    return HttpResponse(template.render({"shell": shell(), **context}, request))


def table(request: HttpRequest) -> HttpResponse:
    """A table with every kind of column."""
    return page(request, TABLE, areas=AREAS, exports=[("CSV", "/bang.csv?plan=1")])


def board(request: HttpRequest) -> HttpResponse:
    """A board on the day asked for."""
    december = request.GET.get("ngay") == "31/12/2021"
    days = [("31/12/2021", "công bố 11/22", december), ("12/01/2022", "", not december)]
    marks = [{"href": f"/?ngay={d}", "label": d, "note": n, "current": c} for d, n, c in days]
    handle = {"marks": marks, "target": "#board", "action": "/", "param": "ngay",
              "current": date(2021, 12, 31) if december else date(2022, 1, 12)}  # fmt: skip
    score = 11 if december else 12
    tiles = [
        SimpleNamespace(
            no=number, name="Tỷ lệ dân cư nông thôn dùng nước sinh hoạt hợp vệ sinh", href="/x",
            verdict=code, sub_label=None, basis="as_published", value=Value("%", Decimal("94.1")),
            value_href="/y", decimals=None, status="", simulated=False, plan_text="90",
            plan_note="", completion=Decimal("104.6"),
        )
        for number, code in enumerate(CODES, 1)
    ]  # fmt: skip
    return page(
        request, BOARD, handle=handle, tiles=tiles, counts=dict.fromkeys(CODES, 1),
        score={"met": score, "total": 22, "sentence": f"{score} trên 22 chỉ tiêu."},
    )  # fmt: skip


def target(request: HttpRequest) -> HttpResponse:
    """Figures, verdicts, charts and notices."""
    points = [Point("2020", Decimal(5050), "5.050"), Point("2021", Decimal(5851), "5.851")]
    plan = Point("kế hoạch", Decimal(5478), "5.478")
    charts = [
        Chart(title, "Tăng từ 5.050 lên 5.851", draw(points, "tỷ đồng", plan),
              draw(points, "tỷ đồng", plan, width=NARROW), ("Năm", "Số"), (("2021", "5.851"),))
        for title, draw in (("Qua các năm", trend_svg), ("Theo năm", bars_svg))
    ]  # fmt: skip
    value = Value("tỷ đồng", Decimal(5851))
    return page(request, TARGET, charts=charts, value=value, codes=CODES)


def broken(request: HttpRequest) -> HttpResponse:
    """What a server says when it cannot."""
    return HttpResponseServerError("hỏng")


urlpatterns = [
    path("", board),
    path("bang", table),
    path("chi-tieu", target),
    path("hong", broken),
    path("i18n/", include("django.conf.urls.i18n")),
]
