"""Words of what was read out of a paper."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dieuhanh.desk.queries.reading_told import as_printed
from dieuhanh.documents.models import ReadingDecision
from dieuhanh.domain.errors import DieuHanhError
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.paper_checks import SIGNS
from dieuhanh.domain.wording.readings import (
    BOUNDS,
    KINDS,
    OUTCOMES,
    ROLES,
    reason_text,
    word,
)
from dieuhanh.ui.formats import number
from dieuhanh.ui.language import page_lang

register = template.Library()
PAGES = {"figure": "reports:figure", "task": "tasks:one", "document": "documents:one",
         "draft": "plans:draft"}  # fmt: skip


@register.filter
def kind_word(code: str) -> str:
    """{{ item.kind|kind_word }}: số liệu, người, nhiệm vụ."""
    return word(KINDS, code, page_lang())


@register.filter
def outcome_word(code: str) -> str:
    """{{ item.state|outcome_word }}: chờ quyết định, đã nhận."""
    return word(OUTCOMES, code, page_lang())


@register.filter
def role_word(code: str) -> str:
    """{{ payload.role|role_word }}: thực hiện, kế hoạch."""
    return word(ROLES, code, page_lang())


@register.filter
def bound_word(code: str | None) -> str:
    """{{ payload.bound|bound_word }}: ít nhất, khoảng; "" for none."""
    return word(BOUNDS, code, page_lang()) if code else ""


@register.filter
def printed(payload: dict[str, Any]) -> str:
    """{{ payload|printed }}: 1.112,5 triệu USD."""
    return as_printed(payload)


@register.filter
def exact(value: Any) -> str:
    """{{ payload.plan_value|exact }}: a number of the reader's JSON as the page's language writes it."""
    return number(Decimal(str(value))) if value not in (None, "") else ""


@register.filter
def why(match: dict[str, object]) -> str:
    """{{ match|why }}: why a record of the books is suggested."""
    return reason_text(match, page_lang())


@register.filter
def made_href(decision: ReadingDecision | None) -> str:
    """{{ item.last|made_href }}: the page of what the decision made; "" where it has none."""
    if decision is None or decision.made_kind not in PAGES:
        return ""
    return reverse(PAGES[decision.made_kind], args=[decision.made_key])


@register.filter
def marked(pieces: Iterable[Any], marks: str) -> SafeString:
    """{{ line.pieces|marked:"found" }}: a stretch of a text, the words of records as links to them.

    `marks` names the look: "found" by the record's kind, "check" by its mark, whose sign stands before.
    """
    parts = []
    for piece in pieces:
        parts += [f'<span id="cau-{number}"></span>' for number in piece.begins]
        told: str = escape(piece.text)
        if piece.target:
            sign = SIGNS.get(piece.kind, "") if piece.begins and marks == "check" else ""
            shown = f'<span class="check-sign" aria-hidden="true">{sign}</span>' if sign else ""
            items = "".join(f"{number} " for number in piece.items)
            told = (
                f'<a class="found {escape(marks)}-{escape(piece.kind)}" href="#muc-{piece.target}" '
                f'data-items="{items}" data-target="{piece.target}">{shown}{told}</a>'
            )
        parts.append(told)
    return mark_safe("".join(parts))  # noqa: S308 - every text in it is escaped above


@register.simple_tag
def fault_text(fault: DieuHanhError) -> str:
    """{% fault_text card.lack %}: why it cannot be accepted as it stands."""
    return message(fault, page_lang())
