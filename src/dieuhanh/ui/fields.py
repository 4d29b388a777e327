"""Fields of forms that read what people here write."""

from __future__ import annotations

from typing import Any

from django import forms

from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.language import page_lang


class VietnameseDay(forms.CharField):
    """A day as dd/mm/yyyy."""

    def clean(self, value: Any) -> Any:
        """The date. What cannot be read is told in our own sentence."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_vi_date(text)
        except BadInput as fault:
            raise forms.ValidationError(message(fault, page_lang())) from None


__all__ = ["VietnameseDay"]
