"""Addresses of the scores pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import scores

urlpatterns: list[URLPattern] = [
    path("phieu-diem/", scores.score_list, name="scores"),
    path("phieu-diem/<slug:body>/", scores.one_score, name="score"),
]
