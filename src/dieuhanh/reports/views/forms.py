"""Forms: all of them, a new one, and one with its versions, rules and rounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.form_changes import changes
from dieuhanh.domain.form_editing import fresh_key
from dieuhanh.domain.forms import RowKind, RowSpec
from dieuhanh.domain.ratios import in_points
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.forms import create_form, retire_form
from ..models import FormDraft, FormVersion
from ..queries.forms import (
    checks_of,
    draft_of,
    form,
    form_lines,
    head_of,
    specs_of,
    version,
    versions,
)
from ..queries.rates import rates_of
from ..queries.rounds import rounds_of
from .round_words import BODY_KINDS, LEVELS, PERIODICITIES
from .rules import rule_lines

SAMPLE, SHARE = Decimal("1234.567891"), Decimal("12.345679")
FIELDS = {
    "no": gettext_lazy("TT"), "label": gettext_lazy("tên dòng"), "label_en": gettext_lazy("tên tiếng Anh"), "kind": gettext_lazy("loại dòng"),
    "indicator": gettext_lazy("chỉ tiêu"), "breakdown": gettext_lazy("phân tổ"), "span": gettext_lazy("kỳ hay lũy kế"),
    "unit": gettext_lazy("đơn vị tính"), "decimals": gettext_lazy("số lẻ"), "required": gettext_lazy("bắt buộc"),
    "parent": gettext_lazy("thuộc dòng"), "numerator": gettext_lazy("tử số"), "denominator": gettext_lazy("mẫu số"),
    "periodicity": gettext_lazy("kỳ báo cáo"), "filler_kind": gettext_lazy("loại cơ quan nộp"),
    "filler_level": gettext_lazy("cấp của cơ quan nộp"), "filler_bodies": gettext_lazy("các cơ quan nộp"),
    "about_level": gettext_lazy("cấp địa bàn của số liệu"), "money_unit": gettext_lazy("đơn vị tiền"),
}  # fmt: skip


def form_list(request: Asked) -> HttpResponse:
    """Every form the reader may see."""
    context = {
        "lines": form_lines(seen_by=request.actor),
        "may_make": bool(_owners(request.actor)),
        "periodicities": PERIODICITIES,
    }
    return render(request, "reports/forms.html", context)


def new_form(request: Asked) -> HttpResponse:
    """Name a new form; its rows are chosen on the builder's page."""
    owners = _owners(request.actor)
    if not owners:
        request.actor.require(Permission.FORM_EDIT, body=0)
    told, post = "", request.POST
    if request.method == "POST":
        owner = next((each for each in owners if each.code == post.get("owner", "")), owners[0])
        try:
            made = create_form(
                by=request.actor, owner=owner, name=post.get("name", ""),
                code=post.get("code", "").strip() or fresh_key(post.get("name", ""), ()),
                name_en=post.get("name_en", ""), field=post.get("field", ""),
            )  # fmt: skip
        except BadInput as fault:
            told = message(fault, page_lang())
        else:
            return redirect("reports:form-build", code=made.code)
    context = {"owners": owners, "told": told, "typed": post}
    return render(request, "reports/form_new.html", context, status=400 if told else 200)


def one_form(request: Asked, code: str, number: int | None = None) -> HttpResponse:
    """One form as issued, what changed in it, its rules and its rounds."""
    found = form(code, seen_by=request.actor)
    all_versions = versions(found)
    shown = version(found, number) if all_versions else None
    rounds = rounds_of(found, seen_by=request.actor)
    rates = rates_of(rounds, seen_by=request.actor, today=request.today)
    draft = draft_of(found)
    context = {
        "form": found, "version": shown, "versions": all_versions,
        "rows": preview(specs_of(shown)) if shown else [],
        "changes": _changes(all_versions, shown) if shown else [],
        "rules": rule_lines(checks_of(found), shown),
        "rounds": [(each, rates[each.pk]) for each in rounds],
        "draft": draft, "unissued": bool(draft and (not shown or _differs(draft, all_versions[0]))),
        "may_edit": request.actor.may(Permission.FORM_EDIT, body=found.owner_id),
        "may_open": request.actor.may(Permission.ROUND_EDIT, body=found.owner_id),
        "filler": BODY_KINDS.get(shown.filler_kind, "") if shown else "",
        "level": LEVELS.get(shown.filler_level, "") if shown else "",
        "about": LEVELS.get(shown.about_level, "") if shown else "",
        "periodicity": PERIODICITIES.get(shown.periodicity, "") if shown else "",
    }  # fmt: skip
    return render(request, "reports/form.html", context)


@require_POST
def retire(request: Asked, code: str) -> HttpResponse:
    """Ask for a form no more from today."""
    found = form(code, seen_by=request.actor)
    retire_form(by=request.actor, form=found, on=request.today)
    messages.success(request, _("Đã ngừng dùng biểu. Các kỳ và số liệu đã có vẫn giữ nguyên."))
    return redirect("reports:form", code=code)


def preview(rows: Sequence[RowSpec]) -> list[dict[str, Any]]:
    """The rows as an officer will see them, filled in with a sample number of their decimals."""
    return [
        {
            "row": row,
            "heading": row.kind is RowKind.HEADING,
            "made": row.kind is RowKind.RATIO,
            "part": bool(row.parent),
            "sample": None
            if row.kind is RowKind.HEADING
            else SHARE
            if in_points(row.unit)
            else SAMPLE,
        }
        for row in rows
    ]


def _owners(actor: Actor) -> list[Any]:
    """The bodies on whose behalf the actor makes forms."""
    allowed = actor.bodies(Permission.FORM_EDIT)
    found = bodies_by_code().values()
    return [body for body in found if body.area_id and (allowed is None or body.pk in allowed)]


def _changes(all_versions: list[FormVersion], shown: FormVersion) -> list[dict[str, Any]]:
    """What changed from the version before the one shown."""
    before = next((each for each in all_versions if each.number == shown.number - 1), None)
    if before is None:
        return []
    heads = head_of(before), head_of(shown)
    found = changes(specs_of(before), specs_of(shown), heads)
    return [{"change": each, "field": FIELDS.get(each.name, each.name)} for each in found]


def _differs(draft: FormDraft, newest: FormVersion) -> bool:
    """Whether what is being made is not what was last issued."""
    same = draft.head == head_of(newest).as_json()
    return not same or draft.rows != [row.as_json() for row in specs_of(newest)]
