"""Signing in: one answer to every wrong pair, and a wait after too many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .actions import forget_attempts, take_attempt

if TYPE_CHECKING:
    from django.http import HttpRequest


class SignInForm(AuthenticationForm):
    """Name and password. An unknown name, a wrong password and a closed account read alike."""

    error_messages = {
        "invalid_login": _("Tên hoặc mật khẩu không đúng. Hãy kiểm tra lại cả hai."),
        "inactive": _("Tên hoặc mật khẩu không đúng. Hãy kiểm tra lại cả hai."),
        "wait": _("Đã thử sai nhiều lần. Hãy đợi %(minutes)s phút rồi đăng nhập lại."),
    }

    def __init__(self, request: HttpRequest | None = None, *args: Any, **options: Any) -> None:
        super().__init__(request, *args, **options)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")

    def clean(self) -> dict[str, Any]:
        """Count the attempt before the password is looked at, so that guesses in parallel count."""
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        name = self.cleaned_data.get("username", "")
        wait = take_attempt(name=name, address=address)
        if wait:
            raise ValidationError(
                self.error_messages["wait"], code="wait", params={"minutes": wait}
            )
        cleaned = super().clean()
        forget_attempts(name=name, address=address)
        return cleaned
