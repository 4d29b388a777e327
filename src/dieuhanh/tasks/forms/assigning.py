"""The one form on which a task is assigned, from wherever it comes, and edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Body
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.wording.tasks import PRIORITIES, REPEATS, priority_word, repeats_word
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.language import page_lang, pick

from ..actions.assigning import Order
from ..models import Task
from ..queries.choices import Choices

DAY = {"placeholder": "31/03/2022", "inputmode": "numeric", "autocomplete": "off"}
GROUPS = (
    (gettext_lazy("Sở, ban, ngành"), ("so", "van_phong")),
    (gettext_lazy("Cơ quan ngành dọc"), ("cuc", "bhxh")),
    (gettext_lazy("Đảng, HĐND, Mặt trận"), ("tinh_uy", "hdnd", "mat_tran")),
)


class TaskForm(forms.Form):
    """What is to be done, by whom, with whom, by when, and what must come of it."""

    assigner = forms.ChoiceField(label=gettext_lazy("Nơi giao"))
    title = forms.CharField(
        label=gettext_lazy("Nội dung nhiệm vụ"), max_length=500, widget=forms.Textarea({"rows": 3})
    )
    lead = forms.ChoiceField(label=gettext_lazy("Cơ quan chủ trì"))
    official = forms.CharField(
        label=gettext_lazy("Người chịu trách nhiệm (chức vụ)"), max_length=300, required=False
    )
    due_on = VietnameseDay(
        label=gettext_lazy("Thời hạn"), max_length=10, required=False,
        widget=forms.TextInput(DAY),
        help_text=gettext_lazy("Để trống nếu không có thời hạn. Nhiệm vụ định kỳ: thời hạn kỳ đầu."),
    )  # fmt: skip
    repeats = forms.ChoiceField(label=gettext_lazy("Lặp lại"), required=False)
    product = forms.CharField(
        label=gettext_lazy("Sản phẩm phải có"), max_length=500, required=False,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    text = forms.CharField(
        label=gettext_lazy("Yêu cầu cụ thể"), required=False, max_length=5000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    priority = forms.ChoiceField(label=gettext_lazy("Mức ưu tiên"))
    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), required=False)
    programme = forms.ChoiceField(label=gettext_lazy("Thuộc chương trình"), required=False)
    quote = forms.CharField(
        label=gettext_lazy("Câu làm căn cứ"), required=False, max_length=5000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    co_bodies = forms.MultipleChoiceField(
        label=gettext_lazy("Cơ quan phối hợp"), required=False, widget=forms.CheckboxSelectMultiple
    )
    targets = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Chỉ tiêu liên quan"), required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        lang, none = page_lang(), ("", _("chưa chọn"))
        self._choose("assigner", [(body.code, body.name) for body in choices.assigners])
        self._choose("lead", [none, *grouped(choices.leads)])
        self._choose("co_bodies", grouped(choices.helpers))
        self._choose("priority", [(code, priority_word(code, lang)) for code in PRIORITIES])
        self._choose("repeats", [(code, repeats_word(code, lang)) for code in REPEATS])
        self._choose("field", [("", _("không theo lĩnh vực")), *((f, f) for f in choices.fields)])
        self._choose(
            "programme",
            [("", _("không thuộc chương trình nào")),
             *((p.code, pick(p.name, p.name_en)) for p in choices.programmes)],
        )  # fmt: skip
        self._choose(
            "targets", [(t.pk, f"{t.no}. {pick(t.name, t.name_en)}") for t in choices.targets]
        )

    def _choose(self, name: str, choices: Sequence[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices

    def drop(self, *names: str) -> None:
        """Leave out what does not change here."""
        for name in names:
            del self.fields[name]

    @property
    def main(self) -> list[forms.BoundField]:
        """The fields that are seen at once; the two long lists are folded."""
        return [field for field in self if field.name not in {"co_bodies", "targets"}]

    @property
    def helpers_after(self) -> str:
        """The field below which the co-operating bodies are folded."""
        return "lead" if "lead" in self.fields else "title"

    def order(self, **fixed: Any) -> Order:
        """What the verbs take."""
        given = self.cleaned_data | fixed
        given["co_bodies"] = tuple(given["co_bodies"])
        given["targets"] = tuple(given["targets"])
        return Order(**given)


def as_typed(task: Task) -> dict[str, Any]:
    """What the form shows of a task that is there."""
    same = ("title", "text", "product", "field", "priority", "official")
    return {name: getattr(task, name) for name in same} | {
        "due_on": task.due_on.strftime("%d/%m/%Y") if task.due_on else "",
        "programme": task.programme.code if task.programme else "",
        "co_bodies": [each.body.code for each in task.co_bodies.all() if not each.removed],
        "targets": [target.pk for target in task.targets.all()],
    }


def grouped(bodies: Iterable[Body]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Bodies as a choice shows them: by kind, committees by the level of their area."""
    held: dict[str, list[tuple[str, str]]] = {}
    for body in sorted(bodies, key=lambda each: vi_key(each.name)):
        held.setdefault(_group(body), []).append((body.code, pick(body.name, body.name_en)))
    names = [str(name) for name, _kinds in GROUPS]
    return sorted(held.items(), key=lambda pair: names.index(pair[0]) if pair[0] in names else 9)


def _group(body: Body) -> str:
    for name, kinds in GROUPS:
        if body.kind in kinds:
            return str(name)
    return _("Ủy ban nhân dân cấp %(kind)s") % {"kind": body.area.kind.lower()} if body.area else ""


__all__ = ["TaskForm", "as_typed", "grouped"]
