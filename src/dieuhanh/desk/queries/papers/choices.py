"""What a paper of each kind may be composed from, as the reader may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from dieuhanh.assessment.queries import assessments
from dieuhanh.conferences.queries import conferences
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.queries import plans, versions
from dieuhanh.tasks.queries.programmes import listed_programmes
from dieuhanh.ui.formats import day
from dieuhanh.ui.language import pick

from .late import EVERYBODY, owing

MOST = 200
Choice = tuple[str, str]


def _boards(seen_by: Actor, today: date) -> list[Choice]:  # noqa: ARG001 - as every kind's
    """Each plan's board on a day, then the assessments frozen of it."""
    found = [(each.code, pick(each.name, each.name_en)) for each in plans(seen_by=seen_by)]
    for each in assessments(seen_by=seen_by)[:MOST]:
        told = _("Bản đánh giá chốt số %(n)s (biết đến %(day)s)")
        name = told % {"n": each.pk, "day": day(each.as_known_on)}
        plan = each.version.plan
        found.append((f"{plan.code}#{each.pk}", f"{name}: {pick(plan.name, plan.name_en)}"))
    return found


def _conferences(seen_by: Actor, today: date) -> list[Choice]:  # noqa: ARG001
    found = conferences(seen_by=seen_by).order_by("-starts_at")[:MOST]
    return [
        (
            each.code,
            f"{day(timezone.localtime(each.starts_at).date())}: {pick(each.name, each.name_en)}",
        )
        for each in found
    ]


def _programmes(seen_by: Actor, today: date) -> list[Choice]:  # noqa: ARG001
    found = listed_programmes(seen_by=seen_by)[:MOST]
    return [(each.code, pick(each.name, each.name_en)) for each in found]


def _versions(seen_by: Actor, today: date) -> list[Choice]:  # noqa: ARG001
    told = _("%(plan)s, phiên bản %(n)s (từ %(day)s)")
    return [
        (
            f"{plan.code}@{each.number}",
            told % {"plan": pick(plan.name, plan.name_en), "n": each.number,
                    "day": day(each.in_force_from)},
        )
        for plan in plans(seen_by=seen_by)
        for each in versions(plan)
    ]  # fmt: skip


def _late(seen_by: Actor, today: date) -> list[Choice]:
    found = owing(seen_by=seen_by, on=today)
    told = [(body.code, f"{pick(body.name, body.name_en)} ({count})") for body, count in found]
    everybody = _("Tất cả cơ quan có nhiệm vụ quá hạn (%(n)s)") % {"n": sum(n for _b, n in found)}
    return [(EVERYBODY, everybody), *told]


CHOICES: Mapping[str, Callable[[Actor, date], list[Choice]]] = {
    "board": _boards,
    "conference": _conferences,
    "programme": _programmes,
    "version": _versions,
    "late": _late,
}


def choices(source: str, *, seen_by: Actor, today: date) -> list[Choice]:
    """Key and name of each."""
    return CHOICES[source](seen_by, today)


__all__ = ["choices"]
