"""Which of the two languages the page being made is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language

if TYPE_CHECKING:
    from dieuhanh.domain.numbers import Lang


def page_lang() -> Lang:
    """The language of the current page; Vietnamese unless English was asked for."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def pick(vietnamese: str, english: str) -> str:
    """Of a text held in both languages, the one of the page; Vietnamese if English is empty."""
    return english if english and page_lang() == "en" else vietnamese
