"""What a change of areas or bodies touches, told before it is confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, Min, Model, OuterRef, Q, QuerySet

from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.periods import Period
from dieuhanh.people.models import GrantRow, Post
from dieuhanh.plans.models import Allocation, DraftPart, Plan, PlanVersion, Target
from dieuhanh.reports.models import Figure, Form, FormVersion, Submission

MOST_TOLD = 12


@dataclass(frozen=True)
class Touched:
    """One kind of thing: how many, the first of them by name, and how many after the day."""

    code: str
    count: int
    names: tuple[str, ...] = ()
    later: int = 0

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.names)


@dataclass(frozen=True)
class IndicatorCount:
    """How many figures of one indicator, from which period to which."""

    name: str
    name_en: str
    count: int
    first: str
    last: str


@dataclass(frozen=True)
class Reach:
    """Everything touched, and the figures by indicator."""

    touched: tuple[Touched, ...]
    figures: tuple[IndicatorCount, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Kind of thing → how many: what is kept with the change, and compared at confirming."""
        return {each.code: each.count for each in self.touched}


def touched_by_areas(areas: Sequence[Area], on: date, *, seen_by: Actor) -> Reach:
    """What speaks of areas that end on the eve of a day. About a dozen queries, whatever they hold.

    Counts are of the books, not of what one reader may see: who may record a change must know
    what hangs on it. No value of a figure is told. Raises Refused.
    """
    seen_by.require(Permission.AREA_EDIT)
    spoken = Figure.objects.filter(area__in=areas)
    bodies = list(Body.objects.filter(area__in=areas).filter(_standing(on)))
    return Reach(
        tuple(_present([
            _figures(spoken, on),
            _named("bodies", bodies),
            *_reporting(bodies, on),
            _named("posts", Post.objects.filter(Q(body__in=bodies) & _standing(on))),
            _counted("grants", GrantRow.objects.filter(area__in=areas)),
            _named("plans", Plan.objects.filter(area__in=areas)),
            _counted("allocations", Allocation.objects.filter(area__in=areas)),
            _counted("draft_parts", DraftPart.objects.filter(area__in=areas)),
        ])),
        _by_indicator(spoken),
    )  # fmt: skip


def touched_by_bodies(bodies: Sequence[Body], on: date, *, seen_by: Actor) -> Reach:
    """What speaks of bodies that end on the eve of a day. Raises Refused."""
    seen_by.require(Permission.BODY_EDIT)
    stated = Figure.objects.filter(source__in=bodies)
    return Reach(
        tuple(_present([
            _named("targets", _targets_led(bodies)),
            _figures(stated, on),
            *_reporting(bodies, on),
            _named("forms", Form.objects.filter(owner__in=bodies, retired_on=None)),
            _named("form_fillers", _forms_naming({body.code for body in bodies})),
            _named("posts", Post.objects.filter(Q(body__in=bodies) & _standing(on))),
            _counted("grants", GrantRow.objects.filter(body__in=bodies)),
            _named("plans", Plan.objects.filter(Q(owner__in=bodies) | Q(judged_source__in=bodies))),
            _counted("allocations", Allocation.objects.filter(body__in=bodies)),
            _counted("draft_parts", DraftPart.objects.filter(body__in=bodies)),
        ])),
        _by_indicator(stated),
    )  # fmt: skip


def _standing(on: date) -> Q:
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    return begun & (Q(valid_to=None) | Q(valid_to__gte=on))


def _present(found: Iterable[Touched]) -> Iterator[Touched]:
    return (each for each in found if each.count)


def _counted(code: str, rows: QuerySet[Model]) -> Touched:
    return Touched(code, rows.count())


def _named(code: str, rows: Iterable[object]) -> Touched:
    listed = list(rows)
    return Touched(code, len(listed), tuple(str(row) for row in listed[:MOST_TOLD]))


def _figures(spoken: QuerySet[Figure], on: date) -> Touched:
    """All of them stay where they are; those of periods that reach the day are told apart."""
    periods = spoken.values_list("period").annotate(number=Count("pk"))
    later = sum(number for period, number in periods if Period.parse(period).end >= on)
    return Touched("figures", spoken.count(), later=later)


def _by_indicator(spoken: QuerySet[Figure]) -> tuple[IndicatorCount, ...]:
    rows = (
        spoken.values_list("indicator__name", "indicator__name_en")
        .annotate(number=Count("pk"), first=Min("period"), last=Max("period"))
        .order_by("-number", "indicator__name")
    )
    return tuple(IndicatorCount(*row) for row in rows)


def _reporting(bodies: Sequence[Body], on: date) -> Iterator[Touched]:
    """Rounds still under way, and whose forms are not yet approved."""
    whose = Q(body__in=bodies) | Q(holder__in=bodies)
    under_way = Submission.objects.filter(whose).exclude(state="approved")
    rounds = dict.fromkeys(
        under_way.order_by("round__closes_on").values_list("round__name", flat=True)
    )
    yield _named("rounds", rounds)
    later = under_way.filter(round__closes_on__gte=on).count()
    yield Touched("submissions", under_way.count(), later=later)


def _targets_led(bodies: Sequence[Body]) -> list[str]:
    """The targets they lead in the latest version of each plan."""
    newer = PlanVersion.objects.filter(
        plan=OuterRef("version__plan"), number__gt=OuterRef("version__number")
    )
    led = Target.objects.filter(~Exists(newer), lead_body__in=bodies).order_by(
        "version", "position"
    )
    return [f"{target.no}. {target.name}" for target in led]


def _forms_naming(codes: set[str]) -> list[str]:
    """The forms whose latest version names one of the bodies to fill it in."""
    newer = FormVersion.objects.filter(form=OuterRef("form"), number__gt=OuterRef("number"))
    latest = FormVersion.objects.filter(~Exists(newer), form__retired_on=None)
    return [
        version.form.name
        for version in latest.select_related("form")
        if codes.intersection(version.filler_bodies)
    ]
