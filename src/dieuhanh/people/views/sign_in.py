"""Signing in and out, and changing seats in a demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.views import LoginView
from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.http import Http404
from django.shortcuts import redirect, render, resolve_url
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from ..actions import use_entry_link
from ..forms import NewPasswordForm
from ..queries import SEATS, demo_user, seats_are_free

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse


class SignIn(LoginView):  # type: ignore[misc] # allauth is not typed
    """The sign-in page; in a demo on this machine it offers the seats as well."""

    template_name = "people/sign_in.html"

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        """The seats where they may be taken, and the identity provider where there is one."""
        context: dict[str, Any] = super().get_context_data(**options)
        seats = SEATS if seats_are_free(self.request.META.get("REMOTE_ADDR", "")) else ()
        asked = self.request.POST.get("next") or self.request.GET.get("next", "")
        providers = get_adapter().list_apps(self.request)
        return context | {"seats": seats, "next": asked, "providers": providers}


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


@login_not_required
@sensitive_post_parameters()
@sensitive_variables("secret")
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """A one-time link: whoever holds it sets the password of the account it was made for."""
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        use_entry_link(secret=secret, password=form.cleaned_data["password"])
        return redirect(settings.LOGIN_URL)
    return render(request, "people/enter.html", {"form": form})


@login_not_required
def turned_away(request: HttpRequest) -> HttpResponse:
    """The provider let the visitor go without telling us who it is."""
    return render(request, "socialaccount/authentication_error.html", status=403)


@login_not_required
def nothing_here(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """A page of the library that is not part of this product."""
    raise Http404
