"""Addresses of the programmes pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import programmes

urlpatterns: list[URLPattern] = [
    path("chuong-trinh/", programmes.programme_list, name="programmes"),
    path("chuong-trinh/moi/", programmes.new_programme, name="programme-new"),
    path("chuong-trinh/<slug:code>/", programmes.one_programme, name="programme"),
    path("chuong-trinh/<slug:code>/sua/", programmes.edit_programme, name="programme-edit"),
    path("van-ban/<slug:code>/", programmes.resolution, name="resolution"),
    path("diem/<int:pk>/", programmes.point, name="point"),
]
