"""Forms of the agenda: an item, a paper laid before it, what is shown beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.assessment.models import Finding
from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import documents
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.agenda import ItemKind, Shown
from dieuhanh.plans.models import Target
from dieuhanh.ui.language import pick

from .choosing import choose

ITEM_KINDS = {
    ItemKind.OPENING: gettext_lazy("khai mạc"),
    ItemKind.REVIEW: gettext_lazy("kiểm điểm"),
    ItemKind.REPORT: gettext_lazy("báo cáo"),
    ItemKind.DISCUSSION: gettext_lazy("thảo luận"),
    ItemKind.AGREEMENT: gettext_lazy("thống nhất, biểu quyết"),
    ItemKind.SPEECH: gettext_lazy("phát biểu chỉ đạo"),
    ItemKind.CONCLUSION: gettext_lazy("kết luận"),
}
LONGEST = 110


class ItemForm(forms.Form):
    """One item of the agenda."""

    title = forms.CharField(label=gettext_lazy("Nội dung"), max_length=400)
    title_en = forms.CharField(
        label=gettext_lazy("Nội dung bằng tiếng Anh"), max_length=400, required=False
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại"))
    minutes = forms.IntegerField(
        label=gettext_lazy("Số phút"), required=False, min_value=1, max_value=600
    )
    presenter = forms.CharField(
        label=gettext_lazy("Người trình bày"), max_length=300, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "kind", [(str(kind), word) for kind, word in ITEM_KINDS.items()])
        self.initial.setdefault("kind", ItemKind.DISCUSSION.value)


class PaperForm(forms.Form):
    """A paper of the register, or a file that stays with the conference."""

    document = forms.ChoiceField(label=gettext_lazy("Văn bản trong sổ"), required=False)
    file = forms.FileField(
        label=gettext_lazy("hoặc tải tệp lên"), required=False,
        help_text=gettext_lazy("Không đưa văn bản mật vào hệ thống này."),
    )  # fmt: skip
    title = forms.CharField(label=gettext_lazy("Tên tài liệu"), max_length=300, required=False)
    draft = forms.BooleanField(label=gettext_lazy("Là dự thảo, sẽ lấy ý kiến"), required=False)

    def __init__(self, *args: Any, seen_by: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.documents = {each.code: each for each in documents(seen_by=seen_by)}
        named = [(code, _named(each)[:LONGEST]) for code, each in self.documents.items()]
        choose(self, "document", [("", _("chưa chọn")), *named])

    def clean(self) -> dict[str, Any]:
        """One of the two, not neither."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if not told.get("document") and not told.get("file"):
            raise forms.ValidationError(_("Chọn một văn bản trong sổ, hoặc một tệp để tải lên."))
        return told

    @property
    def chosen(self) -> Document:
        """The paper of the register."""
        return self.documents[self.cleaned_data["document"]]


class BesideForm(forms.Form):
    """What is to be put on the screen at an item."""

    what = forms.ChoiceField(label=gettext_lazy("Điều sẽ chiếu"))

    def __init__(
        self, *args: Any, targets: Iterable[Target], findings: Iterable[Finding], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.targets = {f"target:{each.pk}": each for each in targets}
        self.findings = {f"finding:{each.pk}": each for each in findings}
        self.fields["what"].widget.choices = self.fields["what"].choices = [  # type: ignore[attr-defined]
            ("board", _("bảng điểm các chỉ tiêu")),
            ("shortcomings", _("tồn tại, hạn chế của kỳ trước")),
            (
                _("Chỉ tiêu"),
                [(key, f"{t.no}. {pick(t.name, t.name_en)}") for key, t in self.targets.items()],
            ),
            (
                _("Nhận định"),
                [(key, each.sentence[:LONGEST]) for key, each in self.findings.items()],
            ),
        ]

    def told(self) -> dict[str, Any]:
        """What the verb takes."""
        what = self.cleaned_data["what"]
        return {
            "kind": Shown(what.partition(":")[0]),
            "target": self.targets.get(what),
            "finding": self.findings.get(what),
        }


def _named(each: Document) -> str:
    return f"{each.number} · {each.title}" if each.number else each.title
