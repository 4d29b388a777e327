"""Forms on which conclusions, texts and photos are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Body
from dieuhanh.domain.closing import LONGEST_CONCLUSION
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.formats import day as day_text
from dieuhanh.ui.language import pick

from ..models import Conclusion
from ..queries.concluded import Choices

DAY = {"placeholder": "30/06/2022", "inputmode": "numeric", "autocomplete": "off"}
SHORT = 110


def short(text: str) -> str:
    """A line of a list to choose from."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


class TiedForm(forms.Form):
    """What a conclusion rests on, chosen by ticking."""

    contributions = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Từ ý kiến"), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    targets = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Từ chỉ tiêu"), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    findings = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Từ nhận định"), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        said = [(each.pk, short(f"{each.office}: {each.text}")) for each in choices.contributions]
        named = [
            (each.pk, short(f"{each.no}. {pick(each.name, each.name_en)}"))
            for each in choices.targets
        ]
        found = [(each.pk, short(each.sentence)) for each in choices.findings]
        for name, offered in (("contributions", said), ("targets", named), ("findings", found)):
            if offered:
                choose(self, name, offered)
            else:
                del self.fields[name]

    def links(self) -> dict[str, list[int]]:
        """The ids ticked, of what was offered."""
        names = ("contributions", "targets", "findings")
        return {name: self.cleaned_data[name] for name in names if name in self.fields}


class NoteForm(TiedForm):
    """A draft, noted while people speak: one box, and what it belongs to if one has the time."""

    text = forms.CharField(
        label=gettext_lazy("Kết luận (dự thảo)"), max_length=LONGEST_CONCLUSION,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    item = forms.TypedChoiceField(
        label=gettext_lazy("Mục chương trình"), coerce=int, required=False, empty_value=None
    )
    field_order = ("text", "item", "contributions", "targets", "findings")

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, choices=choices, **options)
        items = [(each.pk, short(f"{each.position}. {pick(each.title, each.title_en)}"))
                 for each in choices.items]  # fmt: skip
        choose(self, "item", [("", _("mục đang bàn")), *items])


class WordingForm(forms.Form):
    """The words of a conclusion, the body it names and its day."""

    text = forms.CharField(
        label=gettext_lazy("Nội dung"), max_length=LONGEST_CONCLUSION,
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    body = forms.ChoiceField(label=gettext_lazy("Cơ quan được giao"), required=False)
    due_on = VietnameseDay(
        label=gettext_lazy("Thời hạn"), max_length=10, required=False, widget=forms.TextInput(DAY)
    )

    def __init__(self, *args: Any, bodies: Iterable[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self.bodies = {body.code: body for body in bodies}
        named = [(code, pick(body.name, body.name_en)) for code, body in self.bodies.items()]
        choose(self, "body", [("", _("không nêu cơ quan")), *named])

    def told(self) -> dict[str, Any]:
        """What the verbs take."""
        given = dict(self.cleaned_data)
        return given | {"body": self.bodies.get(given["body"])}


class DraftForm(WordingForm):
    """A draft whole: also the heading it stands under, its field and its item."""

    group = forms.CharField(
        label=gettext_lazy("Nhóm"), max_length=300, required=False,
        help_text=gettext_lazy("Các kết luận cùng nhóm đứng dưới một đề mục."),
    )  # fmt: skip
    field = forms.CharField(label=gettext_lazy("Lĩnh vực"), max_length=80, required=False)
    item = forms.ChoiceField(label=gettext_lazy("Mục chương trình"), required=False)

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.items = {str(each.pk): each for each in choices.items}
        named = [(pk, short(f"{each.position}. {each.title}")) for pk, each in self.items.items()]
        choose(self, "item", [("", _("không thuộc mục nào")), *named])

    def told(self) -> dict[str, Any]:
        """What the verbs take."""
        given = super().told()
        return given | {"item": self.items.get(given["item"])}


class RewordForm(WordingForm):
    """Another wording of a final conclusion, and why."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do sửa"), max_length=300,
        help_text=gettext_lazy("Lời cũ được giữ lại cùng lý do này."),
    )  # fmt: skip
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class TextForm(forms.Form):
    """A version of minutes, a speech or the notice; `seen` is the version it is written over."""

    office = forms.CharField(
        label=gettext_lazy("Người phát biểu (chức vụ)"), max_length=300, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("Toàn văn"), widget=forms.Textarea({"rows": 18}),
        help_text=gettext_lazy("Các đoạn cách nhau một dòng trống."),
    )  # fmt: skip
    document = forms.SlugField(
        label=gettext_lazy("Mã văn bản đã đăng ký"), max_length=80, required=False,
        help_text=gettext_lazy("Khi đã ban hành: mã trong sổ văn bản."),
    )  # fmt: skip
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class PhotoForm(forms.Form):
    """A picture and what it shows."""

    file = forms.FileField(
        label=gettext_lazy("Ảnh"), widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
        help_text=gettext_lazy("JPEG, PNG hoặc WebP, không quá 8 MB."),
    )  # fmt: skip
    caption = forms.CharField(
        label=gettext_lazy("Chú thích"), max_length=300,
        help_text=gettext_lazy("Ảnh cho thấy gì: người không nhìn được ảnh sẽ nghe câu này."),
    )  # fmt: skip


def choose(form: forms.Form, name: str, offered: Iterable[tuple[Any, str]]) -> None:
    """Offer what a field may be."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = list(offered)


def as_worded(of: Conclusion) -> Mapping[str, Any]:
    """What the forms show of a conclusion that is there."""
    return {
        "text": of.text, "group": of.group, "field": of.field, "item": str(of.item_id or ""),
        "body": of.body.code if of.body else "",
        "due_on": day_text(of.due_on) if of.due_on else "",
        "contributions": [each.pk for each in of.contributions.all()],
        "targets": [each.pk for each in of.targets.all()],
        "findings": [each.pk for each in of.findings.all()],
    }  # fmt: skip


__all__ = [
    "DraftForm",
    "NoteForm",
    "PhotoForm",
    "RewordForm",
    "TextForm",
    "TiedForm",
    "as_worded",
]
