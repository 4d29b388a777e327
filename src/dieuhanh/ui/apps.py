"""The look of the product: components, base templates, charts. It knows no other app."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Registers templates, static files and the `dieuhanh` template tags."""

    name = "dieuhanh.ui"
    label = "ui"
