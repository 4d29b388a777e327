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

register = template.Library()
COMPOSED = {
    "bao-cao-nam": gettext_lazy("Soạn báo cáo"),
    "thong-bao-ket-luan": gettext_lazy("Soạn thông báo kết luận"),
    "giay-moi": gettext_lazy("Soạn giấy mời"),
    "chuong-trinh-hanh-dong": gettext_lazy("Soạn chương trình hành động"),
    "giao-chi-tieu": gettext_lazy("Soạn quyết định giao chỉ tiêu"),
    "don-doc": gettext_lazy("Soạn công văn đôn đốc"),
}


@register.simple_tag
def sentence_url(document: Document, quote: str = "") -> str:
    """{% sentence_url figure.document figure.quote %}: the paper, opened at that sentence."""
    return queries.sentence_url(document, quote)


@register.simple_tag(takes_context=True)
def compose_link(context: Mapping[str, Any], kind: str, of: object, on: str = "") -> SafeString:
    """{% compose_link "giay-moi" conference.code %}: to the page that composes such a paper from
    this; nothing for whoever drafts no papers, or where that page is not there."""
    request = context.get("request")
    if request is None or request.actor.bodies(Permission.PAPER_EDIT) == frozenset():
        return SafeString()
    try:
        page = reverse("desk:compose-kind", args=[kind])
    except NoReverseMatch:
        return SafeString()
    asked = urlencode({name: told for name, told in (("tu", of), ("ngay", on)) if told}, safe="/")
    return format_html('<a class="button" href="{}?{}">{}</a>', page, asked, COMPOSED[kind])
