"""What forms share: offering choices read when the form is made."""

from __future__ import annotations

from typing import Any

from django import forms


def choose(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    """Offer these in a field of choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = choices
