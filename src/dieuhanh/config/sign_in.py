"""How django-allauth signs people in here: nobody signs up, identities meet existing users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from unicodedata import normalize

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from dieuhanh.people.actions import link_identity
from dieuhanh.people.queries import user_of_address

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest

WAIT = _("Đã thử sai nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại.")
WRONG = _("Tên hoặc mật khẩu không đúng. Hãy kiểm tra lại cả hai.")


class Accounts(DefaultAccountAdapter):  # type: ignore[misc] # allauth is not typed
    """Password sign-in. Unknown name, wrong password and closed account read alike."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
        "incorrect_password": _("Mật khẩu không đúng."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Users are made by an administrator alone."""
        return False

    def add_message(self, *args: Any, **options: Any) -> None:
        """Our pages say what happened themselves."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The user of a name and a password; nobody where the account is closed."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Attempts are counted by name and address, however the name's letters are written."""
        name = normalize("NFKC", credentials.get("username", "")).casefold()
        return f"{name}|{self.get_client_ip(request)}"


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Codes of an authenticator app, and recovery codes."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã không đúng hoặc đã dùng. Hãy đợi mã mới rồi nhập lại."),
    }

    def get_totp_issuer(self) -> str:
        """The name an authenticator app shows beside the code."""
        return "Điều Hành"


class Identities(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Identities of an OpenID Connect provider: each belongs to a user who is here already."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whom we know: by an earlier link, or by an address the provider has verified.

        Everybody else is told the same, whatever they lack.
        """
        if not sociallogin.is_existing:
            verified = [each.email for each in sociallogin.email_addresses if each.verified is True]
            user = user_of_address(verified[0]) if verified else None
            if user is None:
                raise self._turned_away(request)
            sociallogin.account = link_identity(
                user=user, provider=sociallogin.account.provider, subject=sociallogin.account.uid
            )
            sociallogin.user = user
        if not sociallogin.user.is_active:
            raise self._turned_away(request)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """An identity never makes a user."""
        return False

    def _turned_away(self, request: HttpRequest) -> ImmediateHttpResponse:
        return ImmediateHttpResponse(
            render(request, "socialaccount/authentication_error.html", status=403)
        )
