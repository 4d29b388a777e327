"""What a paper of each kind may be composed from, as the reader may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from dieuhanh.assessment.queries import assessments
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.queries import versions
from dieuhanh.ui.formats import day
from dieuhanh.ui.language import pick

from .late import EVERYBODY, owing
from .scope import conferences_of, own_plans, plans_for, programmes_of

MOST = 200
Choice = tuple[str, str]
Bodies = Sequence[Body]


def _boards(seen_by: Actor, today: date, issuers: Bodies) -> list[Choice]:
    """Each plan's board on a day, then the assessments frozen of it."""
    held = list(plans_for(issuers, seen_by=seen_by, on=today))
    found = [(each.code, pick(each.name, each.name_en)) for each in held]
    for each in assessments(seen_by=seen_by).filter(version__plan__in=held)[:MOST]:
        told = _("Bản đánh giá chốt số %(n)s (biết đến %(day)s)")
        name = told % {"n": each.pk, "day": day(each.as_known_on)}
        plan = each.version.plan
        found.append((f"{plan.code}#{each.pk}", f"{name}: {pick(plan.name, plan.name_en)}"))
    return found


def _conferences(seen_by: Actor, today: date, issuers: Bodies) -> list[Choice]:
    found = conferences_of(issuers, seen_by=seen_by, on=today).order_by("-starts_at")[:MOST]
    return [
        (
            each.code,
            f"{day(timezone.localtime(each.starts_at).date())}: {pick(each.name, each.name_en)}",
        )
        for each in found
    ]


def _programmes(seen_by: Actor, today: date, issuers: Bodies) -> list[Choice]:
    found = programmes_of(issuers, seen_by=seen_by, on=today)[:MOST]
    return [(each.code, pick(each.name, each.name_en)) for each in found]


def _versions(seen_by: Actor, today: date, issuers: Bodies) -> list[Choice]:
    told = _("%(plan)s, phiên bản %(n)s (từ %(day)s)")
    return [
        (
            f"{plan.code}@{each.number}",
            told % {"plan": pick(plan.name, plan.name_en), "n": each.number,
                    "day": day(each.in_force_from)},
        )
        for plan in own_plans(issuers, seen_by=seen_by, on=today)
        for each in versions(plan)
    ]  # fmt: skip


def _late(seen_by: Actor, today: date, issuers: Bodies) -> list[Choice]:  # noqa: ARG001 - as every kind's
    found = owing(seen_by=seen_by, on=today)
    told = [(body.code, f"{pick(body.name, body.name_en)} ({count})") for body, count in found]
    everybody = _("Tất cả cơ quan có nhiệm vụ quá hạn (%(n)s)") % {"n": sum(n for _b, n in found)}
    return [(EVERYBODY, everybody), *told]


CHOICES: Mapping[str, Callable[[Actor, date, Bodies], list[Choice]]] = {
    "board": _boards,
    "conference": _conferences,
    "programme": _programmes,
    "version": _versions,
    "late": _late,
}


def choices(source: str, *, seen_by: Actor, today: date, issuers: Bodies) -> list[Choice]:
    """Key and name of each that one of these bodies may write of."""
    return CHOICES[source](seen_by, today, issuers)


__all__ = ["choices"]
