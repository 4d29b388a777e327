"""Signing in and out, and changing seats in a demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from .forms import SignInForm
from .queries import SEATS, demo_user, seats_are_free

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse


class SignIn(LoginView):
    """The sign-in page; in a demo on this machine it offers the seats as well."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        """The seats, where they may be taken."""
        seats = SEATS if seats_are_free(self.request.META.get("REMOTE_ADDR", "")) else ()
        return super().get_context_data(**options) | {"seats": seats}


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """Signing out, by POST alone. The demo does not seat somebody who has just left."""

    next_page = settings.LOGIN_URL

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        """Empty the session, but remember that this is no newcomer."""
        response = super().post(request, *args, **options)
        request.session["seated"] = True
        return response


@login_not_required
@require_POST
def seat(request: HttpRequest) -> HttpResponse:
    """Sit down in another seat of the demo. Elsewhere there is no such page."""
    user = demo_user(request.POST.get("seat", ""))
    if user is None or not seats_are_free(request.META.get("REMOTE_ADDR", "")):
        raise Http404
    login(request, user)
    request.session["seated"] = True
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if safe else resolve_url(settings.LOGIN_REDIRECT_URL))
