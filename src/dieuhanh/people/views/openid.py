"""Signing in by the organisation's identity provider: authorization code, PKCE, state and nonce."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class Provider(OpenIDConnectOAuth2Adapter):  # type: ignore[misc] # allauth is not typed
    """allauth's client, which also checks the identity token's signature and our nonce."""

    nonce = ""

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: Any, **options: Any
    ) -> Any:
        """The identity told. Raises OAuth2Error where its parts are of different people."""
        login = super().complete_login(request, app, token, **options)
        told = login.account.extra_data
        parts = {str(told[part].get("sub")) for part in ("userinfo", "id_token") if part in told}
        if len(parts) != 1 or "id_token" not in told:
            raise OAuth2Error("userinfo of another subject")
        return login

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        told: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if not self.nonce or not secrets.compare_digest(str(told.get("nonce", "")), self.nonce):
            raise OAuth2Error("nonce")
        return told


class Returning(OAuth2CallbackView):  # type: ignore[misc]
    """The way back: the state must be one this browser was sent away with."""

    def _get_state(self, request: HttpRequest, provider: Any) -> Any:
        state, refusal = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, refusal


@login_not_required
@require_POST
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the visitor to the provider, with a state and a nonce of this browser's own."""
    try:
        provider = Provider(request, provider_id).get_provider()
    except SocialApp.DoesNotExist:
        raise Http404 from None
    nonce = secrets.token_urlsafe(24)
    try:
        sent: HttpResponse = provider.redirect(
            request, process=AuthProcess.LOGIN, next_url=get_next_redirect_url(request),
            auth_params={**provider.get_auth_params(), "nonce": nonce}, nonce=nonce,
        )  # fmt: skip
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=502)
    return sent


@login_not_required
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The visitor returns with a code, or is turned away and told nothing more."""
    try:
        returned: HttpResponse = Returning.adapter_view(Provider(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=502)
    return returned
