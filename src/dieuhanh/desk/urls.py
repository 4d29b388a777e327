"""The first pages: the overview, the work that waits, the notices."""

from django.urls import path

from .views import compose, correct, home, redraft, through_time, work
from .views.reading import cases, item, listing, page, plan, sure
from .views.shortcomings import on_screen, shortcomings_of
from .views.text_check import text_check

app_name = "desk"
urlpatterns = [
    path("", home, name="home"),
    path("so-lieu/<int:pk>/dinh-chinh/", correct.correct, name="correct"),
    path("ton-tai-han-che/<slug:plan>/", shortcomings_of, name="shortcomings"),
    path("ton-tai-han-che/man-hinh/<slug:code>/", on_screen, name="shortcomings-on-screen"),
    path("soan-tu-so/", compose.kinds, name="compose"),
    path("soan-tu-so/<slug:kind>/", compose.one_kind, name="compose-kind"),
    path("soan-lai/<int:pk>/", redraft.redraft, name="paper-redraft"),
    path("vao/", work.start, name="start"),
    path("viec-cua-toi/", work.work, name="work"),
    path("thong-bao/", work.notices, name="notices"),
    path("thong-bao/da-doc/", work.read, name="read"),
    path("thay-doi-to-chuc/", through_time.recorded, name="changes"),
    path("thay-doi-to-chuc/dia-ban/", through_time.areas, name="area-change"),
    path("thay-doi-to-chuc/co-quan/", through_time.bodies, name="body-change"),
    path("thay-doi-to-chuc/<int:pk>/bai-bo/", through_time.undo, name="change-undo"),
    path("doi-chieu-van-ban/", text_check, name="text-check"),
    path("doc-van-ban/", listing.readings, name="readings"),
    path("doc-van-ban/<int:pk>/", page.one, name="reading"),
    path("doc-van-ban/<int:pk>/tep/", page.file, name="reading-file"),
    path("doc-van-ban/<int:pk>/vao-so/", listing.enter, name="reading-enter"),
    path("doc-van-ban/<int:pk>/<int:position>/", item.item, name="reading-item"),
    path("doc-van-ban/<int:pk>/khop-chac/", sure.sure, name="reading-sure"),
    path("doc-van-ban/<int:pk>/ke-hoach/", plan.plan, name="reading-plan"),
    path("doc-van-ban/ca-da-sua.json", cases.cases, name="reading-cases"),
    path("doc-van-ban/cach-goi/", cases.wordings, name="wordings"),
    path("doc-van-ban/cach-goi/<int:pk>/bo/", cases.forget, name="wording-forget"),
    path("thong-bao/thu/", work.digest, name="digest"),
]
