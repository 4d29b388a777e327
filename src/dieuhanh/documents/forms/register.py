"""Registering one paper on a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.wording import message
from dieuhanh.ui.language import page_lang

from ..actions.vetting import refuse_file

KINDS = ("Nghị quyết", "Quyết định", "Công văn", "Thông báo", "Báo cáo", "Kế hoạch", "Chỉ thị")
PRESS = "press"


class PaperForm(forms.Form):
    """What is printed at the head of a paper, and the paper itself."""

    number = forms.CharField(label=gettext_lazy("Số, ký hiệu"), max_length=60)
    kind = forms.ChoiceField(label=gettext_lazy("Loại"))
    issuer = forms.ChoiceField(label=gettext_lazy("Nơi ban hành"))
    issued_on = forms.CharField(
        label=gettext_lazy("Ngày ban hành"), max_length=10,
        widget=forms.TextInput({"placeholder": "01/01/2022", "inputmode": "numeric"}),
    )  # fmt: skip
    title = forms.CharField(
        label=gettext_lazy("Trích yếu"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp"), required=False,
        help_text=gettext_lazy("Không đưa văn bản mật vào hệ thống này."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        bodies = [body for body in bodies_by_code().values() if body.kind != PRESS]
        named = sorted(
            ((body.code, body.name) for body in bodies), key=lambda pair: vi_key(pair[1])
        )
        self._choose("kind", [(kind, kind) for kind in KINDS])
        self._choose("issuer", [("", _("chưa chọn")), *named])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices

    def clean_file(self) -> Any:
        """The file with its content, refused before a line of the register is written."""
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        name, content = upload.name, upload.read()
        try:
            refuse_file(name, content)
        except BadInput as fault:
            raise forms.ValidationError(message(fault, page_lang())) from None
        return name, content

    def clean_issued_on(self) -> Any:
        """The day, read the Vietnamese way."""
        try:
            return read_vi_date(self.cleaned_data["issued_on"])
        except BadInput as fault:
            raise forms.ValidationError(message(fault, page_lang())) from None
