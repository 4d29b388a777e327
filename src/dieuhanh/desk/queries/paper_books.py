"""What the books say today of what papers rest on: the figures in force, and every source's page.

A figure is cited by the key of its row, which never changes: what stands in its place today is
read off its vintages. Other records are only led to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from dieuhanh.documents.queries.sources import Cited, Held
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Value
from dieuhanh.domain.numbers import half_up, read_vi, write_vi
from dieuhanh.domain.units import share_factor
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.corrections import KEY
from dieuhanh.reports.queries.figures import figures, in_force

from .papers.today import changing, page_of
from .papers.today import now as now_made

FIGURE = "figure"
WITHDRAWN = "đã rút"


def _figure_page(key: str) -> str:
    return reverse("reports:figure", args=[int(key)])


class PaperBooks:
    """`documents.queries.sources.Books`, told by the apps above the register."""

    def changing(self, held: Sequence[Held], *, on: date) -> list[set[Cited]]:
        """What the boards of its plan can say otherwise by now; all else is asked about anyway."""
        return changing(held, on=on)

    def now(self, cited: Collection[Cited], *, seen_by: Actor, on: date) -> Mapping[Cited, str]:
        """Of each cited record the reader may see, what stands in its place on the day. Three
        queries for figures; for the rest as `papers.today`."""
        return self._figures(cited, seen_by, on) | now_made(cited, seen_by=seen_by, on=on)

    def _figures(self, cited: Collection[Cited], seen_by: Actor, on: date) -> dict[Cited, str]:
        keys = {each: int(each.key) for each in cited if each.kind == FIGURE and _is_key(each.key)}
        if not keys:
            return {}
        seen = figures(seen_by=seen_by).filter(pk__in=set(keys.values()))
        pks = set(seen.values_list("pk", flat=True))
        was = {each.pk: each for each in seen.filter(_replaced(on))}
        standing = _standing(was.values(), seen_by, on) if was else {}
        return {
            each: _told(each.value, was[pk], standing.get(_key(was[pk])))
            if pk in was
            else each.value
            for each, pk in keys.items()
            if pk in pks
        }

    def hrefs(self, cited: Collection[Cited]) -> Mapping[Cited, str]:
        """The page of each source whose kind has one."""
        found = {
            each: (_is_key(each.key) and _figure_page(each.key)) or ""
            if each.kind == FIGURE
            else page_of(each)
            for each in cited
        }
        return {each: page for each, page in found.items() if page}


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _replaced(on: date) -> Q:
    """The figures that something may stand in the place of: one stated later or on the same day,
    or known on a later day only. The others are in force themselves."""
    same = {name: OuterRef(name) for name in KEY}
    later = Figure.objects.filter(**same, known_from__gte=OuterRef("known_from"))
    return Q(Exists(later.exclude(pk=OuterRef("pk")))) | Q(known_from__gt=on) | Q(withdrawn=True)


def _key(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, name) for name in KEY)


def _standing(
    cited: Iterable[Figure], seen_by: Actor, on: date
) -> dict[tuple[object, ...], Figure]:
    """The figure in force of every key that is cited."""
    wanted = {_key(each): each for each in cited}
    near = figures(seen_by=seen_by).filter(
        indicator__in={each.indicator_id for each in wanted.values()},
        area__in={each.area_id for each in wanted.values()},
        period__in={each.period for each in wanted.values()},
    )
    vintages = [each for each in near if _key(each) in wanted]
    return {_key(each): each for each in in_force(vintages, as_known_on=on)}


def _told(printed: str, was: Figure, now: Figure | None) -> str:
    """What would be printed today: as printed while the value is the same."""
    if now is None:
        return WITHDRAWN
    if now.pk == was.pk or now.stated == was.stated:
        return printed
    if printed == _pair(was.stated) and _pair(now.stated):
        return _pair(now.stated)
    text = _number(now.stated)
    return text if _says(printed, was.stated) else f"{text} {now.unit}".strip()


def _pair(value: Value) -> str:
    """What a share is made of, as sentences print it: "46/82"; "" of what is none."""
    if value.numerator is None or value.denominator is None:
        return ""
    return f"{write_vi(value.numerator)}/{write_vi(value.denominator)}"


def _says(printed: str, value: Value) -> bool:
    """Whether what was printed is the figure's own number, not one made of it."""
    told = amount_of(value)
    try:
        read = read_vi(printed.strip().rstrip("%").strip())
    except BadInput:
        return False
    decimals = max(0, -int(read.as_tuple().exponent))
    return told is not None and half_up(told, decimals) == read


def amount_of(value: Value) -> Decimal | None:
    """The number a value is shown as: a ratio rounded to a tenth; None for an absence."""
    if value.number is not None:
        return value.number
    if value.numerator is None or value.denominator is None:
        return None
    share = Fraction(value.numerator) / Fraction(value.denominator)
    return half_up(share * share_factor(value.unit), 1)


def _number(value: Value) -> str:
    told = amount_of(value)
    return "–" if told is None else write_vi(told)


__all__ = ["FIGURE", "PaperBooks", "amount_of"]
