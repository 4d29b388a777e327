"""Reading rounds: which an actor may see, what a new one would be, who is due a reminder."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.figures import Status
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.periods import Period
from dieuhanh.domain.rounds import LEVELS, Basis, RoundDays, RoundTerms, opening_day, round_days
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.exchange.law import load_reporting

from ..models import Closing, Form, FormVersion, Round, RoundDue
from .calendar import work_calendar
from .fillers import Fillers, fillers
from .forms import head_of
from .submissions import submissions

STATUS_SLUGS = {
    Status.ESTIMATED: "uoc",
    Status.PRELIMINARY: "so-bo",
    Status.OFFICIAL: "chinh-thuc",
}


@dataclass(frozen=True)
class Proposal:
    """A round that could be opened: its days, its names, and who would be asked."""

    code: str
    name: str
    name_en: str
    days: RoundDays
    fillers: Fillers


def proposed_round(version: FormVersion, terms: RoundTerms) -> Proposal:
    """What opening a round on these terms would make. Raises BadInput("round.…", "reporting.…")."""
    owner = version.form.owner
    head = head_of(version)
    calendar = work_calendar(terms.year)
    rules = load_reporting(own=settings.OWN_LAW_FOLDER)
    scope = owner.area.name.removeprefix("Tỉnh ") if owner.area else ""
    opens_on = opening_day(terms, rules=rules, calendar=calendar, scope=scope)
    asked = fillers(head, owner, opens_on)
    days = round_days(terms, asked.levels, rules=rules, calendar=calendar, scope=scope)
    form = version.form
    return Proposal(
        code=_code(form.code, days, terms),
        name=terms.name.strip() or f"{form.name}, {_named(days.named, terms.basis, 'vi')}",
        name_en=f"{form.name_en or form.name}, {_named(days.named, terms.basis, 'en')}",
        days=days,
        fillers=asked,
    )


def rounds(*, seen_by: Actor) -> QuerySet[Round]:
    """Rounds of the forms one's bodies own, and those in which one sees a submission."""
    found = Round.objects.select_related("version__form__owner__area").order_by("-opens_on", "code")
    owned = [
        seen_by.bodies(p)
        for p in (Permission.ROUND_EDIT, Permission.ROUND_CLOSE, Permission.FORM_EDIT)
    ]
    if any(bodies is None for bodies in owned):
        return found
    own = frozenset().union(*(bodies for bodies in owned if bodies))
    seen = submissions(seen_by=seen_by).values("round_id")
    return found.filter(Q(version__form__owner_id__in=own) | Q(pk__in=seen))


def round_by_code(code: str, *, seen_by: Actor) -> Round:
    """One round. Raises Missing, alike for none and for not allowed."""
    found = rounds(seen_by=seen_by).filter(code=code).first()
    if found is None:
        raise Missing("round.missing")
    return found


def _named(named: Period, basis: Basis, lang: Lang) -> str:
    name = period_name(named, lang)
    if basis is Basis.CALENDAR:
        return name
    return f"báo cáo {name}" if lang == "vi" else f"report of {name}"


def _code(form: str, days: RoundDays, terms: RoundTerms) -> str:
    named = str(days.named).lower().replace("-01-01/p", "-").replace("/", "-")
    report = "-bc" if terms.basis is Basis.REPORT else ""
    return f"{form}-{named}{report}-{STATUS_SLUGS[terms.status]}"


def dues_of(opened: Round) -> list[RoundDue]:
    """A round's last days, the fillers' level first."""
    ranks = [level.value for level in reversed(LEVELS)]
    return sorted(RoundDue.objects.filter(round=opened), key=lambda due: ranks.index(due.level))


def closings_of(opened: Round) -> list[Closing]:
    """How a round was closed, the last first."""
    return list(Closing.objects.filter(round=opened).order_by("-number"))


def rounds_of(form: Form, *, seen_by: Actor) -> list[Round]:
    """The rounds of a form that an actor may see, the newest first."""
    return list(rounds(seen_by=seen_by).filter(version__form=form))
