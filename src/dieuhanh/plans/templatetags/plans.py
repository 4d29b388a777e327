"""Filters of the planning pages: what changed, said in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext as _

from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.ui.language import page_lang

if TYPE_CHECKING:
    from dieuhanh.plans.models import Allocation
    from dieuhanh.plans.queries.diffs import Stated

register = template.Library()


@register.filter
def plan_field(name: str) -> str:
    """{{ change.field|plan_field }}: what of a target changed."""
    if name.startswith("part:"):
        return _("số giao %(holder)s") % {"holder": name.removeprefix("part:")}
    words = {
        "rule": _("quy tắc, số kế hoạch"),
        "no": _("số thứ tự"),
        "name": _("tên"),
        "unit": _("đơn vị tính"),
        "lead": _("cơ quan chủ trì"),
        "head": _("người đứng đầu chịu trách nhiệm"),
    }
    return words[name]


@register.filter
def stated_words(stated: Stated) -> str:
    """{{ change.before|stated_words }}: the rule of a target that came or went."""
    return rule_in_words(stated.rule, page_lang()) if stated.rule else ""


@register.filter
def any_counted(parts: Iterable[Allocation]) -> bool:
    """Whether some part is told by numerator and denominator."""
    return any(part.numerator is not None for part in parts)
