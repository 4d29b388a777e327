"""Writing indicators and plans: by import, or drafted, issued and adjusted here."""

from .imports import import_indicators, import_plans, import_targets

__all__ = ["import_indicators", "import_plans", "import_targets"]
