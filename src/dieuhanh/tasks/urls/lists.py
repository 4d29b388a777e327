"""Addresses of the lists pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..views import by_body, imports, lists

urlpatterns: list[URLPattern] = [
    path("", lists.task_list, name="list"),
    path("tai.<slug:ext>", lists.export, name="export"),
    path("theo-co-quan/", by_body.by_body, name="by-body"),
    path("nhap/", imports.import_page, name="import"),
    path("nhap/mau.<slug:ext>", imports.template, name="import-template"),
    path("nhap/ghi/", imports.accept, name="import-accept"),
    path("bo-loc/", lists.keep, name="filter-keep"),
    path("bo-loc/<int:pk>/bo/", lists.drop, name="filter-drop"),
]
