"""What a paper of each kind may be composed from, as the reader may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from dieuhanh.assessment.queries import assessments
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.queries import plans
from dieuhanh.ui.formats import day
from dieuhanh.ui.language import pick

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


CHOICES: Mapping[str, Callable[[Actor, date], list[Choice]]] = {"board": _boards}


def choices(source: str, *, seen_by: Actor, today: date) -> list[Choice]:
    """Key and name of each."""
    return CHOICES[source](seen_by, today)


__all__ = ["choices"]
