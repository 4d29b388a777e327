"""Forms on which papers are begun, asked about, issued and signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Body
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.papers.numbering import MOST
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.paper_life import TYPES_EN
from dieuhanh.paper.reading.files import refuse_bad
from dieuhanh.paper.writing.rules import document_types
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.language import page_lang, pick

from ..actions.issuing import check_signed

DAY = {"placeholder": "12/01/2022", "inputmode": "numeric", "autocomplete": "off"}


def type_choices() -> list[tuple[str, str]]:
    """The types of the decree, in its order."""
    return [(key, type_name(key)) for key in document_types()]


def type_name(key: str) -> str:
    """A type in the page's language."""
    return pick(document_types()[key].name, TYPES_EN.get(key, ""))


def offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Offer these in a field of choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = choices


class NewPaperForm(forms.Form):
    """A paper begun by hand: its type, who issues it, what it is about, its first paragraphs."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại văn bản"))
    drafter = forms.ChoiceField(label=gettext_lazy("Cơ quan soạn thảo"))
    issuer = forms.ChoiceField(
        label=gettext_lazy("Cơ quan ban hành"),
        help_text=gettext_lazy("Chính cơ quan soạn thảo, hoặc cơ quan cấp trên của nó."),
    )
    title = forms.CharField(
        label=gettext_lazy("Trích yếu"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    text = forms.CharField(
        label=gettext_lazy("Nội dung"), widget=forms.Textarea({"rows": 10}),
        help_text=gettext_lazy("Mỗi dòng là một đoạn; sửa tiếp được sau khi lập."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, drafters: Iterable[Body], issuers: Iterable[Body], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.bodies = {each.code: each for each in (*issuers, *drafters)}
        offer(self, "kind", type_choices())
        for name, offered in (("drafter", drafters), ("issuer", issuers)):
            offer(self, name, [(each.code, pick(each.name, each.name_en)) for each in offered])
        self.initial.setdefault("kind", "bao-cao")

    def told(self) -> dict[str, Any]:
        """What the verb takes."""
        given = dict(self.cleaned_data)
        return given | {name: self.bodies[given[name]] for name in ("drafter", "issuer")}


class AskPaperForm(forms.Form):
    """Who is asked about a draft, by when, and what in particular."""

    due_on = VietnameseDay(
        label=gettext_lazy("Hạn góp ý"), max_length=10, widget=forms.TextInput(DAY)
    )
    question = forms.CharField(
        label=gettext_lazy("Đề nghị cho ý kiến về"), required=False, max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    bodies = forms.MultipleChoiceField(
        label=gettext_lazy("Cơ quan được hỏi"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, bodies: Iterable[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {body.code: body for body in bodies}
        offer(self, "bodies", [(code, pick(b.name, b.name_en)) for code, b in self.offered.items()])

    def told(self) -> dict[str, Any]:
        """What the verb takes."""
        given = self.cleaned_data
        return {
            "due_on": given["due_on"],
            "question": given["question"],
            "bodies": [self.offered[code] for code in given["bodies"]],
        }


class IssueForm(forms.Form):
    """The day and the number a paper is issued under."""

    on = VietnameseDay(
        label=gettext_lazy("Ngày ban hành"), max_length=10, widget=forms.TextInput(DAY)
    )
    number = forms.IntegerField(
        label=gettext_lazy("Số"), required=False, min_value=1, max_value=MOST,
        help_text=gettext_lazy("Để trống thì lấy số kế tiếp trong sổ."),
    )  # fmt: skip
    confirmed = forms.BooleanField(
        label=gettext_lazy("Vẫn lấy số này dù thứ tự không liền"), required=False
    )
    public = forms.BooleanField(
        label=gettext_lazy("Công khai trong sổ văn bản"), required=False,
        help_text=gettext_lazy("Không chọn thì chỉ nơi soạn, nơi ban hành và nơi được hỏi xem được."),
    )  # fmt: skip

    def __init__(self, *args: Any, numbered: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not numbered:
            del self.fields["number"], self.fields["confirmed"]


class SignedForm(forms.Form):
    """The signed copy."""

    file = forms.FileField(
        label=gettext_lazy("Bản PDF đã ký"), widget=forms.FileInput({"accept": "application/pdf"}),
        help_text=gettext_lazy("Không đưa văn bản mật vào hệ thống này."),
    )  # fmt: skip

    def clean_file(self) -> tuple[str, bytes]:
        """The file with its content: a PDF that opens and is marked no secret."""
        upload = self.cleaned_data["file"]
        name, content = upload.name or "", upload.read()
        try:
            check_signed(name, content)
            refuse_bad(name, content)
        except BadInput as wrong:
            raise forms.ValidationError(message(wrong, page_lang())) from None
        return name, content


class MendForm(forms.Form):
    """How an issued paper is to be mended."""

    how = forms.ChoiceField(
        label=gettext_lazy("Văn bản mới sẽ"), widget=forms.RadioSelect,
        choices=[
            ("correction", gettext_lazy("đính chính văn bản này")),
            ("replacement", gettext_lazy("thay thế văn bản này")),
        ],
    )  # fmt: skip


def initial_of(query: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """What an address proposes for a form."""
    return {name: query[name] for name in names if query.get(name)}


__all__ = [
    "AskPaperForm",
    "IssueForm",
    "MendForm",
    "NewPaperForm",
    "SignedForm",
    "initial_of",
    "offer",
    "type_choices",
    "type_name",
]
