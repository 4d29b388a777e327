"""A text handed in to be held against the books."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.domain.actors import Actor
from dieuhanh.plans.queries.plans import plans
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.language import pick

from .reading import DAY, TextOrFile


class TextIn(TextOrFile):
    """The plan and the day a text is held against."""

    plan = forms.ChoiceField(
        label=gettext_lazy("Đối chiếu với kế hoạch"), required=False,
        help_text=gettext_lazy("Để trống là kế hoạch của năm mà văn bản nói tới."),
    )  # fmt: skip
    on = VietnameseDay(
        label=gettext_lazy("Số liệu biết đến ngày"), max_length=10, required=False,
        widget=forms.TextInput(DAY), help_text=gettext_lazy("Để trống là hôm nay."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        choices = [(each.code, pick(each.name, each.name_en)) for each in plans(seen_by=actor)]
        self.choose("plan", choices, _("theo năm trong văn bản"))

    @property
    def day(self) -> date:
        """The day asked for."""
        found: date = self.cleaned_data["on"] or self.today
        return found


__all__ = ["TextIn"]
