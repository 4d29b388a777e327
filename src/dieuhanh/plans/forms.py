"""Forms on which plans are made. Numbers stay text here: they are kept as typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.domain.indicators import Better
from dieuhanh.domain.wording.worked import COMPARATORS, KINDS
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.language import page_lang

from .models import Indicator

NUMBER = {"inputmode": "decimal", "autocomplete": "off"}


class NewDraftForm(forms.Form):
    """A name and a code for what is begun."""

    name = forms.CharField(label=gettext_lazy("Tên"), max_length=250)
    name_en = forms.CharField(label=gettext_lazy("Tên tiếng Anh"), max_length=250, required=False)
    code = forms.SlugField(
        label=gettext_lazy("Mã"), max_length=80,
        help_text=gettext_lazy("Chữ thường không dấu, số, gạch nối; là địa chỉ của kế hoạch."),
    )  # fmt: skip


class RuleForm(forms.Form):
    """A line whole: what is asked for, of whom, chosen in words."""

    name = forms.CharField(label=gettext_lazy("Chỉ tiêu"), max_length=250, required=False)
    name_en = forms.CharField(label=gettext_lazy("Tên tiếng Anh"), max_length=250, required=False)
    indicator = forms.ChoiceField(label=gettext_lazy("Chỉ tiêu thống kê"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Giao cái gì"))
    comparator = forms.ChoiceField(label=gettext_lazy("Phải thế nào"))
    value = forms.CharField(
        label=gettext_lazy("Số kế hoạch"), max_length=120, required=False,
        widget=forms.TextInput(NUMBER),
    )  # fmt: skip
    value_high = forms.CharField(
        label=gettext_lazy("Đến (khi là một khoảng)"), max_length=120, required=False,
        widget=forms.TextInput(NUMBER),
    )  # fmt: skip
    unit = forms.CharField(label=gettext_lazy("Đơn vị tính"), max_length=60, required=False)
    base_value = forms.CharField(
        label=gettext_lazy("So với mức gốc"), max_length=120, required=False,
        widget=forms.TextInput(NUMBER),
        help_text=gettext_lazy("Để trống khi số liệu được báo cáo thẳng là mức tăng hay giảm."),
    )  # fmt: skip
    base_unit = forms.CharField(
        label=gettext_lazy("Đơn vị của mức gốc"), max_length=60, required=False
    )
    better = forms.ChoiceField(label=gettext_lazy("Chiều tốt"))
    tolerance_pct = forms.CharField(
        label=gettext_lazy("Dung sai % (khi là “khoảng”)"), max_length=120, required=False,
        widget=forms.TextInput(NUMBER),
    )  # fmt: skip
    decimals = forms.CharField(
        label=gettext_lazy("Số chữ số lẻ"), max_length=2, required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    lead_body = forms.ChoiceField(label=gettext_lazy("Cơ quan chủ trì"), required=False)
    head = forms.CharField(
        label=gettext_lazy("Người đứng đầu chịu trách nhiệm"), max_length=200, required=False,
        help_text=gettext_lazy("Chức danh, không phải tên người."),
    )  # fmt: skip
    group = forms.CharField(label=gettext_lazy("Nhóm"), max_length=80, required=False)
    note = forms.CharField(
        label=gettext_lazy("Ghi chú"), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(
        self,
        *args: Any,
        bodies: Iterable[Body],
        indicators: Mapping[str, Indicator],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        english = page_lang() == "en"
        self._choose("kind", [(k.value, words[english]) for k, words in KINDS.items()])
        self._choose("comparator", [(c.value, words[english]) for c, words in COMPARATORS.items()])
        ways = {
            Better.HIGHER: _("cao hơn là tốt"),
            Better.LOWER: _("thấp hơn là tốt"),
            Better.NONE: _("không tính chiều"),
        }
        self._choose("better", [(way.value, words) for way, words in ways.items()])
        self._choose("lead_body", [("", _("chưa chọn")), *((b.code, str(b)) for b in bodies)])
        named = sorted((i.name, code) for code, i in indicators.items())
        self._choose("indicator", [("", _("chưa gắn")), *((code, name) for name, code in named)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields the rule is made of."""
        return [self[n] for n in ("kind", "comparator", "value", "value_high", "unit")]

    @property
    def finer(self) -> list[forms.BoundField]:
        """What most rules leave alone."""
        return [self[n] for n in ("base_value", "base_unit", "better", "tolerance_pct", "decimals")]

    @property
    def about(self) -> list[forms.BoundField]:
        """What the line is called, who leads it and answers for it."""
        names = ("name", "name_en", "indicator", "lead_body", "head", "group", "note")
        return [self[n] for n in names]


class ProposalForm(forms.Form):
    """A body's value with its grounds."""

    value = forms.CharField(
        label=gettext_lazy("Số đề xuất"), max_length=120, widget=forms.TextInput(NUMBER)
    )
    high = forms.CharField(
        label=gettext_lazy("Đến (khi là một khoảng)"), max_length=120, required=False,
        widget=forms.TextInput(NUMBER),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Căn cứ"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )


class IssueForm(forms.Form):
    """The papers by which a plan is issued, and from which day."""

    document = forms.ChoiceField(label=gettext_lazy("Văn bản ban hành"))
    decided_by = forms.ChoiceField(
        label=gettext_lazy("Quyết định giao hoặc điều chỉnh"), required=False
    )
    in_force_from = VietnameseDay(
        label=gettext_lazy("Có hiệu lực từ ngày"), max_length=10,
        widget=forms.TextInput({"placeholder": "01/01/2022", "inputmode": "numeric"}),
    )  # fmt: skip

    def __init__(self, *args: Any, documents: Iterable[Document], **options: Any) -> None:
        super().__init__(*args, **options)
        named = [
            (each.code, f"{each.number} · {each.title}"[:120] if each.number else each.title[:120])
            for each in documents
        ]
        for name in ("document", "decided_by"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = [("", _("chưa chọn")), *named]
