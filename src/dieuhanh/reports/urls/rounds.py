"""Pages of rounds."""

from django.urls import path, re_path

from ..views import calendar, opening, rounds

urlpatterns = [
    path("ky-bao-cao/", rounds.round_list, name="rounds"),
    path("ky-bao-cao/<slug:code>/", rounds.one_round, name="round"),
    re_path(
        r"^ky-bao-cao/(?P<code>[-a-zA-Z0-9_]+)/tai\.(?P<ext>[a-z]{1,5})$",
        rounds.export_round,
        name="round-export",
    ),
    path("ky-bao-cao/<slug:code>/han/", rounds.round_due, name="round-due"),
    path("bieu-mau/<slug:code>/mo-ky/", opening.open_page, name="round-open"),
    path("lich-lam-viec/", calendar.this_year, name="calendar"),
    path("lich-lam-viec/<int:year>/", calendar.calendar, name="calendar-year"),
]
