"""Submissions as workbooks: the sheet of each body, as the pure part knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from dieuhanh.bodies.models import Area
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.periods import Frequency, Period
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.units import convert, same_dimension, share_factor
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.exchange.workbooks.grid import MOST_SHEETS
from dieuhanh.exchange.workbooks.shape import BookArea, BookForm, BookRow, Filled, Given, Key

from ..models import DraftCell, FormRow, Round, Submission
from .beside import Around, beside_each
from .sheets import areas_of, rows_of
from .submissions import may_fill, submission, submissions

STATUS_HEADS = {"estimated": "Ước TH", "preliminary": "TH (sơ bộ)"}


def book_form(pk: int, *, seen_by: Actor, today: date) -> BookForm:
    """The sheet of one submission. Raises Missing, alike for none and for not allowed."""
    return book_forms([submission(pk, seen_by=seen_by)], seen_by=seen_by, today=today)[0]


def submissions_of_round(
    found: Round, *, seen_by: Actor, only: frozenset[int] | None = None
) -> list[Submission]:
    """Those of a round that an actor may see, by name of the body; `only` those ids.

    Raises BadInput("workbook.too_many_bodies") for more than one file holds.
    """
    seen = submissions(seen_by=seen_by).filter(round=found)
    if only is not None:
        seen = seen.filter(pk__in=only)
    if seen.count() > MOST_SHEETS - 1:
        raise BadInput("workbook.too_many_bodies", limit=MOST_SHEETS - 1)
    listed = seen.select_related("round__version__form", "body__area")
    return sorted(listed, key=lambda each: vi_key(each.body.name))


def book_forms(found: Sequence[Submission], *, seen_by: Actor, today: date) -> list[BookForm]:
    """The sheets of several submissions of one round, asked for together."""
    if not found:
        return []
    rows = rows_of(found[0])
    areas = {each.pk: areas_of(each) for each in found}
    period = Period.parse(found[0].round.period)
    by_body = {each.body_id: areas[each.pk] for each in found}
    around = beside_each(by_body, period, rows, seen_by=seen_by, today=today)
    drafts: dict[int, list[DraftCell]] = {each.pk: [] for each in found}
    for draft in DraftCell.objects.filter(submission__in=list(drafts)).select_related("row"):
        drafts[draft.submission_id].append(draft)
    lines, heads = book_rows(rows, period), _heads(found[0].round, period)
    return [
        _form(
            each, lines, heads, areas[each.pk], around[each.body_id], drafts[each.pk],
            writable=may_fill(each, seen_by),
        )
        for each in found
    ]  # fmt: skip


def _form(
    found: Submission,
    rows: tuple[BookRow, ...],
    heads: tuple[str, str, str, str],
    areas: Sequence[Area],
    around: Mapping[tuple[str, int], Around],
    drafts: Sequence[DraftCell],
    *,
    writable: bool,
) -> BookForm:
    version = found.round.version
    codes = {area.pk: area.code for area in areas}
    return BookForm(
        form=version.form.code,
        version=version.number,
        round=found.round.code,
        body=found.body.code,
        rows=rows,
        areas=tuple(BookArea(area.code, area.name) for area in areas),
        revision=found.revision,
        money_unit=version.money_unit,
        form_name=version.form.name,
        round_name=found.round.name,
        body_name=found.body.name,
        sheet_name=found.body.short_name or found.body.name,
        heads=heads,
        writable=writable,
        simulated=found.round.simulated,
        given=_given(around, codes),
        filled={
            (draft.row.key, codes[draft.area_id]): Filled(draft.text, draft.note)
            for draft in drafts
            if draft.area_id in codes
        },
    )


def _given(around: Mapping[tuple[str, int], Around], codes: Mapping[int, str]) -> dict[Key, Given]:
    told = {}
    for (key, area), (plan, last_period, last_year) in around.items():
        numbers = [each.number if each else None for each in (last_year, last_period, plan)]
        if any(number is not None for number in numbers):
            told[key, codes[area]] = Given(*numbers)
    return told


def book_rows(rows: Sequence[FormRow], period: Period) -> tuple[BookRow, ...]:
    """The form's lines as a workbook needs them."""
    by_id = {row.pk: row for row in rows}
    depths: dict[int, int] = {}
    for row in rows:
        depths[row.pk] = depths.get(row.parent_id, 0) + 1 if row.parent_id else 0
    return tuple(
        BookRow(
            row.key, row.label, row.no, row.kind, row.unit, row.decimals, depths[row.pk],
            *_ratio(row, by_id), of_plan=_of_plan(row, period),
        )
        for row in rows
    )  # fmt: skip


def _ratio(row: FormRow, by_id: Mapping[int, FormRow]) -> tuple[str, str, Fraction]:
    """A ratio's two lines and what their quotient is multiplied by to be told in its unit."""
    over, under = by_id.get(row.numerator_id or 0), by_id.get(row.denominator_id or 0)
    if over is None or under is None:
        return "", "", Fraction(1)
    factor = Fraction(share_factor(row.unit))
    if over.unit != under.unit and same_dimension(over.unit, under.unit):
        factor *= convert(Fraction(1), over.unit, under.unit)
    return over.key, under.key, factor


def _of_plan(row: FormRow, period: Period) -> bool:
    over_time = row.indicator.over_time if row.indicator else ""
    return period.frequency == Frequency.YEAR or row.span == "to_date" or over_time == "last"


def _heads(found: Round, period: Period) -> tuple[str, str, str, str]:
    """The columns' names: always the same for a round, whoever asks and in whatever language."""
    year = period.cadence == Frequency.YEAR
    before = period.previous() if period.cadence and not year else None
    return (
        f"TH {period_name(period.year_earlier(), 'vi')}",
        f"TH {period_name(before, 'vi')}" if before else "TH kỳ trước",
        f"KH năm {period.end.year}",
        f"{STATUS_HEADS.get(found.status, 'TH')} {period_name(period, 'vi')}",
    )


__all__ = ["book_form", "book_forms", "book_rows", "submissions_of_round"]
