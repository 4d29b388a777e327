"""Addresses of the tasks pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import assigning, came, one

urlpatterns: list[URLPattern] = [
    path("giao/", assigning.new, name="new"),
    path("tu/<slug:kind>/<str:key>/", came.came, name="from"),
    path("tu-kiem-diem/<slug:plan>/", came.came_of_findings, name="from-findings"),
    path("tu-danh-gia/<int:pk>/", came.came_of_assessment, name="from-assessment"),
    path("<slug:code>/", one.one, name="one"),
    path("<slug:code>/sua/", assigning.edit, name="edit"),
    path("<slug:code>/buoc/<slug:kind>/", one.step, name="step"),
    path("<slug:code>/minh-chung/<int:pk>/", one.evidence, name="evidence"),
]
