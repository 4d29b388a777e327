"""Việc của tôi: what waits for the reader, from all apps, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.urls import reverse

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.queries.texts import notices_owed
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.actors import Permission as P
from dieuhanh.domain.indicators import Level
from dieuhanh.plans.models import DraftLine, Proposal
from dieuhanh.reports.models import Closing, Round, RoundDue, Submission

from .errands import Errand
from .meeting_errands import meeting_errands
from .paper_errands import paper_errands
from .task_errands import task_errands

MOST = 200
MENDING = frozenset({"fix", "task_fix", "paper_fix"})


@dataclass(frozen=True)
class Work:
    """The list, and how many of each kind there are beyond what is shown."""

    errands: tuple[Errand, ...]
    total: int

    @property
    def late(self) -> int:
        """How many are past their day."""
        return sum(each.pressing == "late" for each in self.errands)


def work(*, seen_by: Actor, today: date) -> Work:
    """What the actor should do now, in a constant number of queries."""
    filling, total = _filling(seen_by, today)
    errands = [*filling, *_approving(seen_by, today), *_closing(seen_by, today)]
    errands += _proposing(seen_by, today)
    errands += [*_concluding(seen_by, today), *meeting_errands(seen_by=seen_by, today=today)]
    errands += paper_errands(seen_by=seen_by, today=today)
    of_tasks, tasks_total = task_errands(seen_by=seen_by, today=today)
    total += tasks_total - len(of_tasks)
    errands += of_tasks
    order = {"late": 0, "today": 1, "soon": 2, "later": 3}
    errands.sort(
        key=lambda e: (order[e.pressing], e.kind not in MENDING, e.due or date.max, e.name)
    )
    return Work(tuple(errands), total + len(errands) - len(filling))


def acts_for_somebody(actor: Actor) -> bool:
    """Whether work can wait for this actor at all."""
    return begins_with_work(actor) or actor.bodies(P.TASK_ASSIGN) != frozenset()


def begins_with_work(actor: Actor) -> bool:
    """Whether the list is an actor's first page: an officer's; who leads begins with the overview."""
    wanted = (P.FIGURE_ENTER, P.FIGURE_APPROVE, P.ROUND_CLOSE, P.TASK_REPORT)
    held = (actor.bodies(permission) for permission in wanted)
    return any(bodies is None or bodies for bodies in held)


def _for(found: QuerySet[Any], name: str, bodies: frozenset[int] | None) -> QuerySet[Any]:
    return found if bodies is None else found.filter(**{f"{name}__in": bodies})


def _filling(actor: Actor, today: date) -> tuple[list[Errand], int]:
    bodies = actor.bodies(P.FIGURE_ENTER)
    if bodies is not None and not bodies:
        return [], 0
    due = RoundDue.objects.filter(
        round=OuterRef("round"), level=OuterRef("round__version__filler_level")
    )
    found = _for(
        Submission.objects.filter(
            state__in=("draft", "returned"), round__opened_at__isnull=False,
            round__opens_on__lte=today,
        ), "holder", bodies,
    )  # fmt: skip
    rows = list(
        found.select_related("round", "body")
        .annotate(due_on=Subquery(due.values("due_on")[:1]))
        .order_by(F("due_on").asc(nulls_last=True), "pk")[: MOST + 1]
    )
    total = found.count() if len(rows) > MOST else len(rows)
    comments = _comments([s.pk for s in rows if s.state == "returned"])
    return [
        Errand.of(
            "fix" if s.state == "returned" else "fill", s.round, s.body, s.due_on, today,
            reverse("reports:submission", args=[s.pk]), comment=comments.get(s.pk, ""),
        )
        for s in rows[:MOST]
    ], total  # fmt: skip


def _comments(submissions: Sequence[int]) -> dict[int, str]:
    if not submissions:
        return {}
    steps = Submission.objects.filter(pk__in=submissions, steps__kind="returned")
    return dict(steps.order_by("steps__pk").values_list("pk", "steps__comment"))


def _approving(actor: Actor, today: date) -> list[Errand]:
    bodies = actor.bodies(P.FIGURE_APPROVE)
    if bodies is not None and not bodies:
        return []
    found = _for(Submission.objects.filter(state="submitted"), "holder", bodies)
    groups = list(found.values("round", "holder").annotate(n=Count("pk"), lowest=Min("stage")))
    rounds = Round.objects.in_bulk({g["round"] for g in groups})
    holders = Body.objects.in_bulk({g["holder"] for g in groups})
    dues = _dues(rounds)
    return [
        Errand.of(
            "approve", rounds[g["round"]], holders[g["holder"]], _due_at(dues, g), today,
            reverse("reports:waiting") + f"?ky={rounds[g['round']].code}", count=g["n"],
        )
        for g in groups
    ]  # fmt: skip


def _dues(rounds: Iterable[int]) -> dict[int, list[date]]:
    """The due days of each round from the fillers' level upwards: the n-th is that of stage n."""
    order = [level.value for level in reversed(Level)]
    found: dict[int, list[date]] = {}
    dues = RoundDue.objects.filter(round__in=list(rounds))
    for each in sorted(dues, key=lambda due: order.index(due.level)):
        found.setdefault(each.round_id, []).append(each.due_on)
    return found


def _due_at(dues: Mapping[int, Sequence[date]], group: Mapping[str, Any]) -> date | None:
    days = dues.get(group["round"], ())
    return days[min(group["lowest"], len(days) - 1)] if days else None


def _closing(actor: Actor, today: date) -> list[Errand]:
    bodies = actor.bodies(P.ROUND_CLOSE)
    if bodies is not None and not bodies:
        return []
    approved = Submission.objects.filter(round=OuterRef("pk"), state="approved").order_by()
    counted = Closing.objects.filter(round=OuterRef("pk")).order_by("-number")
    found = (
        _for(Round.objects.filter(opened_at__isnull=False), "version__form__owner", bodies)
        .annotate(
            last_due=Max("dues__due_on"),
            ready=Subquery(
                approved.values("round").annotate(n=Count("pk")).values("n"),
                output_field=IntegerField(),
            ),
            counted=Subquery(counted.values("approved")[:1]),
            closed=Exists(counted),
        )
        .filter(Q(closed=False, last_due__lt=today) | Q(closed=True, ready__gt=F("counted")))
        .select_related("version__form__owner")
    )
    return [
        Errand.of(
            "close", each, each.version.form.owner, each.last_due, today,
            reverse("reports:round", args=[each.code]), again=each.closed,
        )
        for each in found.order_by("last_due", "pk")[:MOST]
    ]  # fmt: skip


def _proposing(actor: Actor, today: date) -> list[Errand]:
    """Lines of open drafts that await a proposal of the actor's bodies, by draft and body."""
    bodies = actor.bodies(P.PLAN_PROPOSE)
    if not bodies:
        return []
    lines = DraftLine.objects.filter(removed=False, draft__state="open")
    asked = Q(lead_body__in=bodies) | Q(asked__body__in=bodies)
    given = Proposal.objects.filter(line=OuterRef("pk"), body__in=bodies)
    groups = (
        lines.filter(asked)
        .filter(~Exists(given))
        .order_by("draft")
        .values("draft__code", "draft__name", "draft__name_en")
        .annotate(n=Count("pk", distinct=True))
    )
    found = list(groups)
    body = Body.objects.filter(pk__in=bodies).order_by("pk").first() if found else None
    return [
        Errand(
            "propose",
            g["draft__name"],
            g["draft__name_en"],
            body,
            None,
            today,
            reverse("plans:proposals", args=[g["draft__code"]]),
            count=g["n"],
        )
        for g in found
        if body is not None
    ]


def _concluding(actor: Actor, today: date) -> list[Errand]:
    """Notices of conclusions that closed conferences still owe."""
    return [
        Errand(
            "notice", each.conference.name, each.conference.name_en, each.conference.host, each.day,
            today, reverse("conferences:text-write", args=[each.conference.code, "notice"]),
            simulated=each.conference.simulated,
        )
        for each in notices_owed(seen_by=actor)
    ]  # fmt: skip
