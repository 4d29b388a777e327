"""Handing in a paper to be read, entering it in the register, and correcting what was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Status
from dieuhanh.domain.numbers import read_vi, write_vi
from dieuhanh.domain.period_words import read_period
from dieuhanh.domain.units import normal
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.readings import BOUNDS, word
from dieuhanh.paper.reading.own_head import KNOWN_TYPES
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.marks import STATUSES

from ..actions.accepting_others import PaperTold
from ..queries.reading_choices import (
    assigning_hands,
    indicator_choices,
    issuers,
    lead_choices,
    post_choices,
    reading_areas,
    register_choices,
    sources,
)
from ..queries.reading_told import FIGURE_BOUNDS, FigureTold, TaskOrdered

DAY = {"placeholder": "12/01/2022", "inputmode": "numeric", "autocomplete": "off"}
NEWS = "Bài báo"
TYPES = (
    "Nghị quyết", "Quyết định", "Báo cáo", "Thông báo", "Kế hoạch", "Chương trình", "Chỉ thị",
    "Công văn", NEWS, "Trang thông tin",
)  # fmt: skip
LONGEST_TEXT = 1_000_000


class Told(forms.Form):
    """Choices set when the form is made; faults of ours told beside the field they are about."""

    def choose(self, name: str, choices: Sequence[Any], none: str = "") -> None:
        """The choices of a field, with a first line for none where it has a name."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = ([("", none)] if none else []) + [tuple(each) for each in choices]

    def read(self, name: str, how: Any) -> Any:
        """What a field's text says, by one of our readers; its own sentence where it cannot."""
        text = self.cleaned_data.get(name, "").strip()
        if not text:
            return None
        try:
            return how(text)
        except BadInput as fault:
            raise forms.ValidationError(message(fault, page_lang())) from None


class PeriodIn(Told):
    """A period in words or as kept."""

    period = forms.CharField(
        label=gettext_lazy("Kỳ của số liệu"), max_length=40, required=False,
        help_text=gettext_lazy("2021, 2021-Q3 hoặc “9 tháng năm 2021”."),
    )  # fmt: skip

    def clean_period(self) -> str:
        """As figures keep it."""
        found = self.read("period", read_period)
        return "" if found is None else str(found)


class TextOrFile(Told):
    """A paper as a file, or pasted."""

    file = forms.FileField(
        label=gettext_lazy("Tệp văn bản"), required=False,
        help_text=gettext_lazy("Tệp .docx, .pdf có chữ, .html, .txt. Không đưa văn bản mật vào hệ thống này."),
    )  # fmt: skip
    text = forms.CharField(
        label=gettext_lazy("hoặc dán nội dung"), required=False, strip=False,
        max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 8}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two ways, not both."""
        told = super().clean() or {}
        if bool(told.get("file")) == bool((told.get("text") or "").strip()):
            raise forms.ValidationError(message(BadInput("paper.one_of_two"), page_lang()))
        return told


class PaperIn(TextOrFile):
    """Where the paper is about, and which paper of the register it is."""

    area = forms.ChoiceField(label=gettext_lazy("Địa bàn của văn bản"))
    document = forms.ChoiceField(
        label=gettext_lazy("Là văn bản nào trong sổ"), required=False,
        help_text=gettext_lazy("Chưa có trong sổ thì để trống; đưa vào sổ sau khi đọc."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = {str(area.pk): area for area in reading_areas(seen_by=actor, on=today)}
        self.choose("area", [(pk, area.name) for pk, area in self.areas.items()])
        self.choose("document", register_choices(seen_by=actor), _("chưa có trong sổ"))

    @property
    def area_chosen(self) -> Area:
        """The area itself."""
        return self.areas[self.cleaned_data["area"]]


def _types(told: str) -> list[tuple[str, str]]:
    """The types, with a known one that the paper itself tells."""
    named = [*TYPES, *([told] if told in KNOWN_TYPES and told not in TYPES else [])]
    return [(kind, _("Tin, bài báo") if kind == NEWS else kind) for kind in named]


class HeadIn(PeriodIn):
    """What is printed at the head of the paper, and whose statements its figures are."""

    title = forms.CharField(
        label=gettext_lazy("Trích yếu, tên bài"), max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    kind = forms.ChoiceField(label=gettext_lazy("Loại"))
    number = forms.CharField(label=gettext_lazy("Số, ký hiệu"), max_length=60, required=False)
    issued_on = VietnameseDay(
        label=gettext_lazy("Ngày ban hành, đăng"), max_length=10, widget=forms.TextInput(DAY)
    )
    issuer = forms.ChoiceField(label=gettext_lazy("Nơi ban hành, đăng"), required=False)
    issuer_name = forms.CharField(
        label=gettext_lazy("Nơi khác, ghi tên"), max_length=200, required=False
    )
    source = forms.ChoiceField(
        label=gettext_lazy("Số liệu do ai nêu"), required=False,
        help_text=gettext_lazy("Để trống là nơi ban hành. Kế hoạch được đánh giá theo số của một nguồn."),
    )  # fmt: skip
    HEAD = ("title", "kind", "number", "issued_on", "issuer", "issuer_name")

    def __init__(self, *args: Any, registered: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        bodies, none = sources(), _("chưa chọn")
        told = self.data.get("kind") or self.initial.get("kind") or ""
        self.choose("kind", _types(str(told)))
        self.choose("issuer", bodies, none)
        self.choose("source", bodies, none)
        self.order_fields([*self.HEAD, "source", "period"])
        if registered:
            for name in self.HEAD:
                del self.fields[name]

    def body(self, name: str) -> Body | None:
        """The body a field names."""
        return bodies_by_code().get(self.cleaned_data.get(name) or "")


class ClaimIn(PeriodIn):
    """A figure as it is to be written."""

    indicator = forms.ChoiceField(label=gettext_lazy("Chỉ tiêu thống kê"))
    value = forms.CharField(label=gettext_lazy("Số liệu"), max_length=40)
    value_high = forms.CharField(label=gettext_lazy("Đến"), max_length=40, required=False)
    unit = forms.CharField(label=gettext_lazy("Đơn vị tính"), max_length=60)
    bound = forms.ChoiceField(label=gettext_lazy("Cách nói"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Tình trạng"))
    area = forms.CharField(label=gettext_lazy("Mã địa bàn"), max_length=10)
    source = forms.ChoiceField(label=gettext_lazy("Nguồn nêu số"))
    note = forms.CharField(label=gettext_lazy("Ghi chú"), max_length=500, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lang = page_lang()
        self.fields["period"].required = True
        self.choose("indicator", indicator_choices(), _("chưa chọn"))
        self.choose("source", sources(), _("chưa chọn"))
        self.choose("status", [(str(s), STATUSES[str(s)]) for s in Status])
        bounds = [(code, word(BOUNDS, code, lang)) for code in sorted(FIGURE_BOUNDS)]
        self.choose("bound", bounds, _("đúng số"))
        self.order_fields(
            ["indicator", "value", "value_high", "unit", "bound", "period", "status", "area", "source", "note"]
        )  # fmt: skip

    def clean_value(self) -> Decimal | None:
        """The exact number."""
        found: Decimal | None = self.read("value", read_vi)
        return found

    def clean_value_high(self) -> Decimal | None:
        """The other end of a range."""
        found: Decimal | None = self.read("value_high", read_vi)
        return found

    def clean_unit(self) -> str:
        """In its one spelling."""
        return str(self.read("unit", normal))

    def told(self, before: FigureTold) -> FigureTold:
        """The figure; a numerator read stays only while the value does."""
        given = self.cleaned_data
        same = given["value"] == before.value and given["unit"] == before.unit
        return FigureTold(
            **given,
            numerator=before.numerator if same else None,
            denominator=before.denominator if same else None,
        )


def claim_initial(told: FigureTold) -> dict[str, Any]:
    """A figure as the form shows it."""
    shown = {name: getattr(told, name) for name in
             ("indicator", "unit", "bound", "period", "status", "area", "source", "note")}  # fmt: skip
    high = "" if told.value_high is None else write_vi(told.value_high)
    return shown | {"value": write_vi(told.value), "value_high": high}


class TaskIn(Told):
    """A task as it is to be assigned."""

    title = forms.CharField(
        label=gettext_lazy("Nội dung nhiệm vụ"), max_length=500, widget=forms.Textarea({"rows": 3})
    )
    assigner = forms.ChoiceField(label=gettext_lazy("Nơi giao"))
    lead = forms.ChoiceField(label=gettext_lazy("Cơ quan chủ trì"))
    due_on = VietnameseDay(
        label=gettext_lazy("Thời hạn"), max_length=10, required=False,
        widget=forms.TextInput(DAY),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        hands = assigning_hands(seen_by=actor, on=today)
        self.choose("assigner", [(hand.body.code, hand.body.name) for hand in hands])
        self.choose("lead", lead_choices(hands), _("chưa chọn"))

    def told(self) -> TaskOrdered:
        """What the verb takes."""
        return TaskOrdered(**self.cleaned_data)


class CitedIn(Told):
    """Which paper of the register is cited, or what it is registered as."""

    code = forms.ChoiceField(label=gettext_lazy("Văn bản trong sổ"), required=False)
    number = forms.CharField(label=gettext_lazy("Số, ký hiệu"), max_length=60, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), required=False)
    title = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=500, required=False)
    issuer = forms.ChoiceField(label=gettext_lazy("Nơi ban hành"), required=False)
    issued_on = VietnameseDay(
        label=gettext_lazy("Ngày ban hành"), max_length=10, required=False,
        widget=forms.TextInput(DAY),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choose("code", register_choices(seen_by=actor), _("chưa có trong sổ"))
        self.choose("kind", [(kind, kind) for kind in TYPES])
        self.choose("issuer", issuers(), _("chưa chọn"))

    def clean(self) -> dict[str, Any]:
        """All that the register needs, unless a paper of it was chosen."""
        told = super().clean() or {}
        needed = ("number", "title", "issuer", "issued_on")
        if not told.get("code"):
            for name in needed:
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, _("Cần ghi để đưa văn bản vào sổ."))
        return told

    def told(self) -> PaperTold | None:
        """The paper to register; None where one was chosen."""
        given = dict(self.cleaned_data)
        return None if given.pop("code") else PaperTold(**given)


class PersonIn(Told):
    """Which post the person holds."""

    post = forms.ChoiceField(label=gettext_lazy("Chức vụ trong sổ"), required=False)

    def __init__(self, *args: Any, actor: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choose("post", post_choices(seen_by=actor, on=today), _("không có trong sổ"))
