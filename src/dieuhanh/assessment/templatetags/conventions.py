"""Naming the convention a board was judged by."""

from __future__ import annotations

from django import template

from dieuhanh.exchange.law import load_conventions
from dieuhanh.ui.language import page_lang

register = template.Library()


@register.filter
def convention_title(name: str) -> str:
    """{{ kept.convention|convention_title }}: its title; the bare name where law no longer has it."""
    known = load_conventions().get(name)
    return known.title[page_lang()] if known else name
