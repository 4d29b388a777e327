"""A target as a paper's planned figure becomes one, settled row by row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.domain.numbers import read_vi
from dieuhanh.domain.targets import TargetKind
from dieuhanh.domain.units import normal
from dieuhanh.domain.wording.worked import COMPARATORS, KINDS
from dieuhanh.ui.language import page_lang

from ..queries.reading_choices import Choice
from ..queries.reading_plan import TargetTold, comparator_choices
from .reading import Told

# What cannot be read off one figure is settled in the draft itself.
LATER = frozenset({"qualitative", "composite", "maintain"})


class TargetIn(Told):
    """One row. `chosen` says whether it becomes a target."""

    chosen = forms.BooleanField(label=gettext_lazy("Nhận"), required=False)
    indicator = forms.ChoiceField(label=gettext_lazy("Chỉ tiêu thống kê"), required=False)
    name = forms.CharField(label=gettext_lazy("Tên chỉ tiêu"), max_length=250)
    kind = forms.ChoiceField(label=gettext_lazy("Giao cái gì"))
    comparator = forms.ChoiceField(label=gettext_lazy("Phải thế nào"))
    value = forms.CharField(label=gettext_lazy("Số kế hoạch"), max_length=40)
    value_high = forms.CharField(label=gettext_lazy("Đến"), max_length=40, required=False)
    unit = forms.CharField(label=gettext_lazy("Đơn vị tính"), max_length=60)

    def __init__(self, *args: Any, catalogue: list[Choice], **options: Any) -> None:
        super().__init__(*args, **options)
        lang = page_lang() == "en"
        words = {each: COMPARATORS[each][lang] for each in COMPARATORS if each not in LATER}
        self.choose("indicator", catalogue, _("chưa có trong danh mục"))
        self.choose("kind", [(kind.value, KINDS[kind][lang]) for kind in TargetKind])
        self.choose("comparator", [(each.value, told) for each, told in words.items()])

    def clean_value(self) -> str:
        """A number, kept as typed."""
        self.read("value", read_vi)
        return str(self.cleaned_data["value"]).strip()

    def clean_value_high(self) -> str:
        """The other end."""
        self.read("value_high", read_vi)
        return str(self.cleaned_data["value_high"]).strip()

    def clean_unit(self) -> str:
        """In its one spelling."""
        return str(self.read("unit", normal))

    def clean(self) -> dict[str, Any]:
        """What is asked must make sense of its kind, and a range needs both ends."""
        told = super().clean() or {}
        kind, comparator = told.get("kind"), told.get("comparator")
        if kind and comparator and comparator not in set(comparator_choices(kind)):
            self.add_error("comparator", _("Cách hỏi này không hợp với điều được giao."))
        if comparator == "between" and not told.get("value_high"):
            self.add_error("value_high", _("Một khoảng cần cả hai đầu."))
        return told

    def told(self, position: int, seen: int) -> TargetTold:
        """The target."""
        given = {key: each for key, each in self.cleaned_data.items() if key != "chosen"}
        if given["comparator"] != "between":
            given["value_high"] = ""
        return TargetTold(position=position, seen=seen, **given)
