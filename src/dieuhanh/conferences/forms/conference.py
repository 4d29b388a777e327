"""The form that makes and changes a conference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.assessment.models import Assessment
from dieuhanh.bodies.models import Body
from dieuhanh.plans.models import Plan
from dieuhanh.ui.fields import VietnameseDay
from dieuhanh.ui.formats import day as day_text
from dieuhanh.ui.language import pick

from ..models import Conference
from .choosing import choose

DAY = {"placeholder": "12/01/2022", "inputmode": "numeric", "autocomplete": "off"}


class ConferenceForm(forms.Form):
    """What a conference is called, when and where, and what it looks at."""

    name = forms.CharField(
        label=gettext_lazy("Tên hội nghị"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
    name_en = forms.CharField(label=gettext_lazy("Tên tiếng Anh"), max_length=300, required=False)
    host = forms.ChoiceField(label=gettext_lazy("Cơ quan tổ chức"))
    day = VietnameseDay(label=gettext_lazy("Ngày họp"), max_length=10, widget=forms.TextInput(DAY))
    starts = forms.TimeField(
        label=gettext_lazy("Giờ bắt đầu"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=gettext_lazy("Giờ kết thúc dự kiến"), required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    place = forms.CharField(
        label=gettext_lazy("Nơi họp (điểm cầu trung tâm)"), max_length=200, required=False
    )
    plan = forms.ChoiceField(label=gettext_lazy("Kế hoạch được kiểm điểm"), required=False)
    assessment = forms.ChoiceField(
        label=gettext_lazy("Bản đánh giá chốt"), required=False,
        help_text=gettext_lazy("Để trống thì phòng họp chiếu bảng điểm đang có."),
    )  # fmt: skip
    video_url = forms.CharField(
        label=gettext_lazy("Đường dẫn video"), max_length=500, required=False,
        widget=forms.TextInput({"inputmode": "url"}),
        help_text=gettext_lazy("Không bắt buộc: họp vẫn đủ khi không có video."),
    )  # fmt: skip
    video_embedded = forms.BooleanField(
        label=gettext_lazy("Mở video ngay trong trang"), required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Ghi chú"), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(
        self,
        *args: Any,
        hosts: Iterable[Body],
        plans: Iterable[Plan],
        assessments: Iterable[Assessment],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.hosts = {body.code: body for body in hosts}
        self.plans = {plan.code: plan for plan in plans}
        self.assessments = {str(each.pk): each for each in assessments}
        choose(self, "host", [(code, body.name) for code, body in self.hosts.items()])
        named = [(code, pick(plan.name, plan.name_en)) for code, plan in self.plans.items()]
        choose(self, "plan", [("", _("không gắn kế hoạch")), *named])
        frozen = [(pk, _frozen_name(each)) for pk, each in self.assessments.items()]
        choose(self, "assessment", [("", _("chưa chọn")), *frozen])

    def told(self) -> dict[str, Any]:
        """What the verbs take, without the host."""
        given = dict(self.cleaned_data)
        day, starts, ends = given.pop("day"), given.pop("starts"), given.pop("ends")
        given.pop("host", None)
        return given | {
            "starts_at": timezone.make_aware(datetime.combine(day, starts)),
            "ends_at": timezone.make_aware(datetime.combine(day, ends)) if ends else None,
            "plan": self.plans.get(given["plan"]),
            "assessment": self.assessments.get(given["assessment"]),
        }

    @property
    def host_chosen(self) -> Body:
        """In whose name."""
        return self.hosts[self.cleaned_data["host"]]


def as_typed(conference: Conference) -> dict[str, Any]:
    """What the form shows of a conference that is there."""
    starts = timezone.localtime(conference.starts_at)
    ends = timezone.localtime(conference.ends_at) if conference.ends_at else None
    same = ("name", "name_en", "place", "video_url", "video_embedded", "note")
    return {name: getattr(conference, name) for name in same} | {
        "host": conference.host.code,
        "day": starts.strftime("%d/%m/%Y"),
        "starts": starts.time(),
        "ends": ends.time() if ends else None,
        "plan": conference.plan.code if conference.plan else "",
        "assessment": str(conference.assessment_id or ""),
    }


def _frozen_name(each: Assessment) -> str:
    plan = each.version.plan
    known = day_text(each.as_known_on)
    return _("%(plan)s, biết đến ngày %(day)s (bản %(n)s)") % {
        "plan": pick(plan.name, plan.name_en), "day": known, "n": each.pk,
    }  # fmt: skip
