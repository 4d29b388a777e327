"""One's own account: posts, second factor, delegations given and received, tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from ..actions import delegate, end_delegation, make_token, revoke_token
from ..forms import DelegationForm, TokenForm
from ..queries.actors import delegation_in_force, delegations_in_force, has_second_factor
from ..queries.people import own_delegations, own_posts, own_tokens
from ..roles import ROLES

if TYPE_CHECKING:
    from django.http import HttpResponse

    from dieuhanh.ui.asked import Asked

    from ..models import User

ACTING = "acting_for"


def account(request: Asked) -> HttpResponse:
    """What one holds, how one signs in, who stands in for whom."""
    person: User = request.user  # type: ignore[assignment]
    posts = own_posts(person, request.today)
    asked = [post for post in posts if post.role in settings.SECOND_FACTOR_ROLES]
    context = {
        "posts": [(post, ROLES[post.role].name, ROLES[post.role].name_en) for post in posts],
        "second_factor": has_second_factor(person),
        "second_factor_asked": asked,
        "delegations": own_delegations(person, request.today),
        "usable": delegations_in_force(person, request.today),
        "tokens": own_tokens(person),
        "acting": request.actor.for_whom,
        "has_password": person.has_usable_password(),
    }
    return render(request, "people/account.html", context)


def lend(request: Asked, post: int) -> HttpResponse:
    """Hand the use of a post to a colleague while away."""
    form = DelegationForm(request.POST or None, by=request.actor, post=post, today=request.today)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        delegate(
            by=request.actor, post=post, to=int(told["to"]), since=told["since"],
            until=told["until"], reason=told["reason"], today=request.today,
        )  # fmt: skip
        messages.success(request, _("Đã ghi ủy quyền."))
        return redirect("people:account")
    return render(request, "people/lend.html", {"form": form, "post": form.post})


@require_POST
def end_lending(request: Asked, pk: int) -> HttpResponse:
    """End a delegation given or received."""
    end_delegation(by=request.actor, delegation=pk)
    messages.success(request, _("Ủy quyền đã chấm dứt."))
    return redirect("people:account")


@require_POST
def act(request: Asked) -> HttpResponse:
    """Begin or stop acting in the name of somebody who is away."""
    person: User = request.user  # type: ignore[assignment]
    chosen = request.POST.get("delegation", "")
    lent = delegation_in_force(int(chosen), person, request.today) if chosen.isdigit() else None
    if lent is None:
        request.session.pop(ACTING, None)
    else:
        request.session[ACTING] = lent.pk
    return redirect("desk:home")


@sensitive_variables("secret")
def new_token(request: Asked) -> HttpResponse:
    """Make a token; its secret is shown on this one page."""
    form = TokenForm(request.POST or None, by=request.actor, today=request.today)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/token.html", {"form": form})
    person: User = request.user  # type: ignore[assignment]
    token, secret = make_token(
        by=request.actor, owner=person, name=form.cleaned_data["name"],
        scopes=form.scopes(), expires_on=form.cleaned_data["expires_on"], today=request.today,
    )  # fmt: skip
    response = render(request, "people/token_made.html", {"token": token, "secret": secret})
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def drop_token(request: Asked, pk: int) -> HttpResponse:
    """Revoke a token."""
    revoke_token(by=request.actor, token=pk)
    messages.success(request, _("Khóa đã bị thu hồi."))
    return redirect("people:account")
