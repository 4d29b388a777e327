"""Addresses of the closing pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import conclusions, texts

urlpatterns: list[URLPattern] = [
    path("ket-luan/<int:pk>/", conclusions.conclusion, name="conclusion"),
    path("ket-luan/<int:pk>/can-cu/", conclusions.links, name="conclusion-links"),
    path("ket-luan/<int:pk>/thu-tu/", conclusions.place, name="conclusion-place"),
    path("ket-luan/tu/<slug:kind>/<int:key>/", conclusions.resting, name="resting"),
    path("<slug:code>/ket-luan/", conclusions.conclusions, name="conclusions"),
    path("<slug:code>/ket-luan/ngay/", conclusions.now, name="conclusions-now"),
    path("<slug:code>/ket-luan/ghi/", conclusions.note, name="conclusion-note"),
    path("<slug:code>/ket-luan/chinh-thuc/", conclusions.final, name="conclusions-final"),
    path("<slug:code>/van-ban/", texts.texts, name="texts"),
    path("<slug:code>/van-ban/<slug:kind>/", texts.text, name="text"),
    path("<slug:code>/van-ban/<slug:kind>/soan/", texts.write, name="text-write"),
    path("<slug:code>/anh/", texts.photos, name="photos"),
    path("<slug:code>/anh/<int:pk>/", texts.picture, name="photo"),
    path("<slug:code>/anh/<int:pk>/sua/", texts.photo_change, name="photo-change"),
]
