"""What every template may show of the installation: the masthead, the ribbon, who is looking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from dieuhanh.assessment.queries import Look
from dieuhanh.desk.queries import acts_for_somebody
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.people.queries import SEATS, seats_are_free
from dieuhanh.plans.queries import plans
from dieuhanh.tasks.queries.programmes import may_see_any as may_see_any_task
from dieuhanh.ui.language import pick
from dieuhanh.ui.shell import NavLink, Person, SeatChoice, Shell

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django_stubs_ext import StrOrPromise

    from dieuhanh.plans.models import Plan
    from dieuhanh.ui.asked import Asked


class Place(NamedTuple):
    """An entry of the main menu: its page, the pages that lie under it, who is shown it."""

    label: StrOrPromise
    page: str
    of_plan: bool
    under: tuple[str, ...]
    shown_to: Callable[[Actor], bool] = lambda _actor: True


def may_plan_or_propose(actor: Actor) -> bool:
    """Whether plans are made by the actor, proposed to, or seen while they are made."""
    wanted = (Permission.PLAN_EDIT, Permission.PLAN_PROPOSE, Permission.SUBMISSION_VIEW)
    return any(actor.may(permission) for permission in wanted)


def reads_reports(actor: Actor) -> bool:
    """Whether rounds and forms have anything to show the actor."""
    wanted = (Permission.SUBMISSION_VIEW, Permission.ROUND_EDIT, Permission.FIGURE_ENTER)
    return any(actor.may(permission) for permission in wanted)


PLAN_PAGES = (
    "versions", "handed-down", "new", "draft", "rule", "allocation", "proposals", "propose",
    "issue",
)  # fmt: skip
ROUND_PAGES = (
    "round", "round-open", "calendar-year", "forms", "form", "form-new", "form-version",
    "form-build", "form-rule", "form-rule-new",
)  # fmt: skip
CONFERENCE_PAGES = (
    "new", "one", "change", "invite", "video", "sites", "lay-sites", "site", "delegates", "ask-delegates",
    "delegate", "agenda", "item", "papers", "paper", "opinions",
    "ask-opinions", "asked", "opinion",
    "register", "room", "console", "ballots", "ballot", "ballot-new", "conclusions", "conclusion", "texts",
    "text", "text-write", "photos",
)  # fmt: skip
TASK_PAGES = (
    "by-body", "new", "one", "import", "programmes", "programme", "programme-new",
    "programme-edit", "resolution", "scores", "score",
)  # fmt: skip
DOCUMENT_PAGES = (
    "one", "new", "papers", "paper", "paper-new", "paper-edit", "paper-versions", "paper-sources",
    "paper-ask", "paper-opinions", "paper-opinion", "paper-issue", "paper-sign",
)  # fmt: skip
COMPOSING_PAGES = ("desk:compose", "desk:compose-kind", "desk:text-check")
READING_PAGES = tuple(f"desk:{page}" for page in (
    "readings", "reading", "reading-item", "reading-enter", "reading-sure", "reading-plan", "wordings",
))  # fmt: skip
HOME = Place(_("Tổng quan"), "desk:home", False, ())
PLACES = (
    HOME,
    Place(_("Việc của tôi"), "desk:work", False, ("desk:notices",), acts_for_somebody),
    Place(_("Chỉ tiêu"), "assessment:targets", True, ("assessment:target",)),
    Place(_("Kiểm điểm"), "assessment:review", True, ("assessment:finding",)),
    Place(_("Đánh giá chốt"), "assessment:list", False, ("assessment:one", "assessment:compare")),
    Place(
        _("Lập kế hoạch"), "plans:list", False,
        tuple(f"plans:{page}" for page in PLAN_PAGES), may_plan_or_propose,
    ),
    Place(
        _("Kỳ báo cáo"), "reports:rounds", False,
        tuple(f"reports:{page}" for page in ROUND_PAGES), reads_reports,
    ),
    Place(
        _("Hội nghị"), "conferences:list", False,
        tuple(f"conferences:{page}" for page in CONFERENCE_PAGES),
    ),
    Place(
        _("Nhiệm vụ"), "tasks:list", False,
        tuple(f"tasks:{page}" for page in TASK_PAGES), may_see_any_task,
    ),
    Place(
        _("Văn bản"), "documents:list", False,
        (*(f"documents:{page}" for page in DOCUMENT_PAGES), *READING_PAGES, *COMPOSING_PAGES),
    ),
    Place(_("Địa bàn"), "bodies:areas", False, ("bodies:area",)),
    Place(
        _("Quản trị"), "people:users", False, ("people:user", "people:explain"),
        lambda actor: actor.may(Permission.USER_EDIT),
    ),
)  # fmt: skip


def installation(request: HttpRequest) -> dict[str, Any]:
    """The shell, drawn up once a request and only if a page shows it; the settable today."""
    if not hasattr(request, "shell"):
        drawn = SimpleLazyObject(lambda: _shell(cast("Asked", request)))
        request.shell = drawn  # type: ignore[attr-defined]
    return {
        "demo": settings.DEMO,
        "today": getattr(request, "today", None),
        "actor": getattr(request, "actor", None),
        "shell": request.shell,  # type: ignore[attr-defined]
    }


def _shell(request: Asked) -> Shell:
    shown: dict[str, Any] = {
        "sample": settings.DEMO,
        "today": request.today if settings.TODAY else None,
    }
    if not hasattr(request, "actor") or not request.user.is_authenticated:
        return Shell(sign_in=reverse("people:sign-in"), **shown)
    plan = _plan(request)
    return Shell(
        nav=_nav(request, plan),
        home=reverse("desk:home"),
        owner=str(plan.owner) if plan else "",
        plan_name=pick(plan.name, plan.name_en) if plan else "",
        plan_href=_href(HOME, request, plan),
        person=_person(request),
        **shown,
    )


def _plan(request: Asked) -> Plan | None:
    """The plan of the page, else of the installation, else the latest."""
    at_hand: Plan | None = getattr(request, "plan", None)
    if at_hand is not None:
        return at_hand
    match = request.resolver_match
    named = match.kwargs.get("plan") if match else None
    code = named or request.GET.get("plan") or settings.FIRST_PLAN
    seen = plans(seen_by=request.actor)
    return (seen.filter(code=code).first() if code else None) or seen.first()


def _nav(request: Asked, plan: Plan | None) -> tuple[NavLink, ...]:
    match = request.resolver_match
    here = match.view_name if match else ""
    return tuple(
        NavLink(place.label, _href(place, request, plan), here in {place.page, *place.under})
        for place in PLACES
        if place.shown_to(request.actor)
        if plan or not place.of_plan
    )


def _href(place: Place, request: Asked, plan: Plan | None) -> str:
    """The page's address; pages of the plan keep the day and the convention looked by."""
    if not plan or not (place.of_plan or place is HOME):
        return reverse(place.page)
    look = _look(request)
    if place is HOME:
        return reverse(place.page) + look.query(plan=plan.code)
    return reverse(place.page, kwargs={"plan": plan.code}) + look.query()


def _look(request: Asked) -> Look:
    """What the reader looks by; an unreadable day is told by the page, not by the menu."""
    try:
        return Look.read(request.GET, today=request.today)
    except BadInput:
        return Look(request.today)


def _person(request: Asked) -> Person:
    free = seats_are_free(request.META.get("REMOTE_ADDR", ""))
    name = request.user.get_username()
    seats = tuple(SeatChoice(s.username, s.title, s.username == name) for s in SEATS if free)
    titles = {seat.username: seat.title for seat in SEATS} if settings.DEMO else {}
    return Person(
        name=request.actor.name if request.actor.for_whom else titles.get(name, str(request.user)),
        office=request.actor.name if name not in titles else "",
        vietnamese=bool(request.actor.for_whom) or name not in titles,
        links=(NavLink(_("Tài khoản của tôi"), reverse("people:account")),),
        sign_out=reverse("people:sign-out"),
        seats=seats,
        take_seat=reverse("people:seat"),
    )
