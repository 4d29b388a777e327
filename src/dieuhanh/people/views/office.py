"""The administrator's pages: users, their posts and given permissions, ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.language import page_lang

from .. import actions
from ..actions import Where
from ..forms import AppointForm, DetailsForm, GrantForm, IdentityForm, LastDayForm, UserForm
from ..queries.people import grant_row, portrait, post_row, user, user_list
from ..queries.places import area_of, body_of
from ..roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpResponse

    from dieuhanh.ui.asked import Asked

AT_ONCE = 50
PROVIDER = "sso"


def listing(request: Asked) -> HttpResponse:
    """Users within reach, found without accents by name, post or body."""
    request.actor.require(Permission.USER_EDIT)
    words = request.GET.get("q", "")
    found = user_list(seen_by=request.actor, on=request.today, words=words)
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    context = {"page": page, "words": words, "count": len(found)}
    return render(request, "people/users.html", context)


def one(request: Asked, pk: int) -> HttpResponse:
    """All that lets one user act."""
    seen = portrait(pk, seen_by=request.actor)
    own = request.actor.id == f"user:{pk}"
    roles = {code: (role.name, role.name_en) for code, role in ROLES.items()}
    posts = [(post, *roles[post.role]) for post in seen.posts]
    context = {"seen": seen, "posts": posts, "own": own}
    return render(request, "people/user.html", context)


def _filled(
    request: Asked, form: forms.Form, write: Callable[[dict[str, Any]], str], **page: str
) -> HttpResponse:
    """Show a form; once it is filled rightly, write and go on. A refusal stands on the form."""
    if request.method == "POST" and form.is_valid():
        try:
            onward = write(form.cleaned_data)
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            return redirect(onward)
    return render(request, "people/office_form.html", {"form": form, **page})


def _page_of(pk: int) -> str:
    return reverse("people:user", args=[pk])


def new(request: Asked) -> HttpResponse:
    """Make a user."""
    request.actor.require(Permission.USER_EDIT)

    def write(told: dict[str, Any]) -> str:
        return _page_of(actions.create_user(by=request.actor, **told).pk)

    form = UserForm(request.POST or None)
    title = _("Người dùng mới")
    return _filled(request, form, write, title=title, back=reverse("people:users"))


def details(request: Asked, pk: int) -> HttpResponse:
    """Change a user's name and address."""
    person = user(pk, seen_by=request.actor)

    def write(told: dict[str, Any]) -> str:
        actions.put_details(by=request.actor, user=person, **told)
        return _page_of(pk)

    told = {"full_name": person.full_name, "email": person.email}
    form = DetailsForm(request.POST or None, initial=told)
    return _filled(request, form, write, title=str(person), back=_page_of(pk))


def appoint(request: Asked, pk: int) -> HttpResponse:
    """Give a user a post."""
    person = user(pk, seen_by=request.actor)

    def write(told: dict[str, Any]) -> str:
        actions.appoint(
            by=request.actor, user=person, body=body_of(told["body"]), role=ROLES[told["role"]],
            title=told["title"], since=told["since"], until=told["until"],
            fields=told["fields_seen"],
        )  # fmt: skip
        return _page_of(pk)

    form = AppointForm(request.POST or None, by=request.actor, today=request.today)
    title = _("Bổ nhiệm: %(person)s") % {"person": person}
    return _filled(request, form, write, title=title, back=_page_of(pk))


def end_post(request: Asked, pk: int) -> HttpResponse:
    """Say on which day a post ends."""
    post = post_row(pk, seen_by=request.actor)

    def write(told: dict[str, Any]) -> str:
        actions.end_post(by=request.actor, post=pk, last_day=told["last_day"])
        return _page_of(post.user_id)

    form = LastDayForm(request.POST or None, initial={"last_day": request.today})
    title = _("Thôi giữ chức vụ: %(title)s") % {"title": post.title}
    return _filled(request, form, write, title=title, back=_page_of(post.user_id))


def grant(request: Asked, pk: int) -> HttpResponse:
    """Give a user one permission beyond their posts."""
    person = user(pk, seen_by=request.actor)

    def write(told: dict[str, Any]) -> str:
        where = Where(area_of(told["area"]), body_of(told["body"]), told["fields_seen"])
        actions.give_grant(
            by=request.actor, user=person, permission=Permission(told["permission"]),
            where=where, since=told["since"], until=told["until"], reason=told["reason"],
        )  # fmt: skip
        return _page_of(pk)

    form = GrantForm(request.POST or None, by=request.actor, today=request.today)
    title = _("Giao thêm quyền: %(person)s") % {"person": person}
    return _filled(request, form, write, title=title, back=_page_of(pk))


@require_POST
def end_grant(request: Asked, pk: int) -> HttpResponse:
    """Take a given permission back."""
    row = grant_row(pk, seen_by=request.actor)
    actions.end_grant(by=request.actor, grant=pk)
    messages.success(request, _("Đã thu hồi quyền."))
    return redirect("people:user", row.user_id)


@require_POST
def entry_link(request: Asked, pk: int) -> HttpResponse:
    """Make a one-time link by which the user sets a password, and show it once."""
    person = user(pk, seen_by=request.actor)
    secret = actions.make_entry_link(by=request.actor, user=person)
    link = request.build_absolute_uri(reverse("people:enter", args=[secret]))
    response = render(request, "people/entry_link.html", {"person": person, "link": link})
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def set_open(request: Asked, pk: int) -> HttpResponse:
    """Close an account or open it again."""
    person = user(pk, seen_by=request.actor)
    write = actions.open_account if request.POST.get("open") else actions.close_account
    write(by=request.actor, user=person)
    return redirect("people:user", pk)


@require_POST
def reset_second_factor(request: Asked, pk: int) -> HttpResponse:
    """Take a lost second factor away."""
    actions.reset_second_factor(by=request.actor, user=user(pk, seen_by=request.actor))
    messages.success(request, _("Đã gỡ xác thực hai lớp; lần đăng nhập tới không hỏi mã."))
    return redirect("people:user", pk)


def link_identity(request: Asked, pk: int) -> HttpResponse:
    """Tie an identity of the provider to a user."""
    person = user(pk, seen_by=request.actor)

    def write(told: dict[str, Any]) -> str:
        actions.link_identity(
            by=request.actor, user=person, provider=PROVIDER, subject=told["subject"]
        )
        return _page_of(pk)

    form = IdentityForm(request.POST or None)
    title = _("Gắn định danh: %(person)s") % {"person": person}
    return _filled(request, form, write, title=title, back=_page_of(pk))


@require_POST
def unlink_identity(request: Asked, pk: int) -> HttpResponse:
    """Untie a user's identities."""
    actions.unlink_identity(by=request.actor, user=user(pk, seen_by=request.actor))
    return redirect("people:user", pk)
