"""Forms of sites and of who comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Body
from dieuhanh.domain.sites import Kind, SiteLevel

from ..models import Site
from .choosing import choose


class SiteForm(forms.Form):
    """One body's seat."""

    body = forms.ChoiceField(label=gettext_lazy("Cơ quan có điểm cầu"))
    name = forms.CharField(
        label=gettext_lazy("Tên điểm cầu"), max_length=200, required=False,
        help_text=gettext_lazy("Để trống thì lấy tên cơ quan."),
    )  # fmt: skip
    parent = forms.ChoiceField(label=gettext_lazy("Thuộc điểm cầu"), required=False)
    level = forms.ChoiceField(label=gettext_lazy("Cấp"))

    def __init__(
        self, *args: Any, bodies: Iterable[Body], sites: Iterable[Site], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.bodies = {body.code: body for body in bodies}
        self.sites = {str(site.pk): site for site in sites}
        choose(self, "body", [(code, body.name) for code, body in self.bodies.items()])
        named = [(pk, site.name) for pk, site in self.sites.items()]
        choose(self, "parent", [("", _("không thuộc điểm cầu nào")), *named])
        choose(self, "level", [(str(level), SITE_LEVELS[level]) for level in SiteLevel])
        self.initial.setdefault("level", SiteLevel.OTHER.value)

    def told(self) -> dict[str, Any]:
        """What the verb takes."""
        given = self.cleaned_data
        return {
            "body": self.bodies[given["body"]],
            "name": given["name"],
            "parent": self.sites.get(given["parent"]),
            "level": SiteLevel(given["level"]),
        }


SITE_LEVELS = {
    SiteLevel.CENTRAL: gettext_lazy("trung tâm"),
    SiteLevel.DISTRICT: gettext_lazy("cấp huyện"),
    SiteLevel.COMMUNE: gettext_lazy("cấp xã"),
    SiteLevel.OTHER: gettext_lazy("cơ quan khác"),
}


class DelegateForm(forms.Form):
    """Somebody who is to come, as the invitation prints them."""

    office = forms.CharField(
        label=gettext_lazy("Chức vụ"), max_length=300,
        help_text=gettext_lazy("Như sẽ in trên giấy mời, theo chức vụ ngày họp."),
    )  # fmt: skip
    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Dự với tư cách"))
    site = forms.ChoiceField(label=gettext_lazy("Dự tại điểm cầu"))
    votes = forms.BooleanField(label=gettext_lazy("Được biểu quyết"), required=False, initial=True)

    def __init__(self, *args: Any, sites: Iterable[Site], **options: Any) -> None:
        super().__init__(*args, **options)
        self.sites = {str(site.pk): site for site in sites}
        choose(self, "site", [(pk, site.name) for pk, site in self.sites.items()])
        choose(self, "kind", [(str(kind), DELEGATE_KINDS[kind]) for kind in reversed(Kind)])

    def told(self) -> dict[str, Any]:
        """What the verbs take."""
        given = self.cleaned_data
        return {
            "office": given["office"],
            "name": given["name"],
            "kind": Kind(given["kind"]),
            "site": self.sites[given["site"]],
        }


DELEGATE_KINDS = {
    Kind.CHAIR: gettext_lazy("chủ trì"),
    Kind.GUEST: gettext_lazy("khách mời"),
    Kind.DELEGATE: gettext_lazy("đại biểu"),
}
