"""Citing a paper from any page above."""

from __future__ import annotations

from django import template

from dieuhanh.documents import queries
from dieuhanh.documents.models import Document

register = template.Library()


@register.simple_tag
def sentence_url(document: Document, quote: str = "") -> str:
    """{% sentence_url figure.document figure.quote %}: the paper, opened at that sentence."""
    return queries.sentence_url(document, quote)
