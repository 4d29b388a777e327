"""Citing a paper from any page above, and composing one from what a page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from dieuhanh.documents import queries
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.opinions import Answered
from dieuhanh.domain.wording.opinions import answered_text
from dieuhanh.ui.language import page_lang

register = template.Library()
LOOKS = {
    Answered.WAITING: "not_due", Answered.LATE: "not_met", Answered.AGREES: "met",
    Answered.OPEN: "error", Answered.ACCEPTED: "exceeded", Answered.EXPLAINED: "not_comparable",
}  # fmt: skip
COMPOSED = {
    "bao-cao-nam": gettext_lazy("Soạn báo cáo"),
    "thong-bao-ket-luan": gettext_lazy("Soạn thông báo kết luận"),
    "giay-moi": gettext_lazy("Soạn giấy mời"),
    "chuong-trinh-hanh-dong": gettext_lazy("Soạn chương trình hành động"),
    "giao-chi-tieu": gettext_lazy("Soạn quyết định giao chỉ tiêu"),
    "don-doc": gettext_lazy("Soạn công văn đôn đốc"),
}


@register.inclusion_tag("documents/answered.html")
def answered(state: Answered) -> dict[str, str]:
    """{% answered asked.state %}: where a question to a body stands, in a shape and a word."""
    return {"look": LOOKS[state], "word": answered_text(state, page_lang())}


@register.simple_tag
def sentence_url(document: Document, quote: str = "") -> str:
    """{% sentence_url figure.document figure.quote %}: the paper, opened at that sentence."""
    return queries.sentence_url(document, quote)


@register.simple_tag(takes_context=True)
def compose_link(
    context: Mapping[str, Any], kind: str, of: object, on: str = "", by: str = ""
) -> SafeString:
    """{% compose_link "giay-moi" conference.code %}: to the page that composes such a paper from
    this, by a convention if one is named; nothing for whoever drafts no papers, or where that page is not there."""
    request = context.get("request")
    if request is None or request.actor.bodies(Permission.PAPER_EDIT) == frozenset():
        return SafeString()
    try:
        page = reverse("desk:compose-kind", args=[kind])
    except NoReverseMatch:
        return SafeString()
    asked = urlencode(
        {name: told for name, told in (("tu", of), ("ngay", on), ("quy-uoc", by)) if told}, safe="/"
    )
    return format_html('<a class="button" href="{}?{}">{}</a>', page, asked, COMPOSED[kind])
