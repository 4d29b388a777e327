"""The appendix by area: every indicator of the board that is counted below, side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from dieuhanh.assessment.queries.area_section import AreaRow as Shown
from dieuhanh.assessment.queries.area_section import AreaSection, area_section
from dieuhanh.assessment.queries.area_section import shown as section_value
from dieuhanh.assessment.queries.board import Board
from dieuhanh.bodies.models import Area
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.figures import Absence
from dieuhanh.domain.indicators import OverAreas
from dieuhanh.domain.periods import Period
from dieuhanh.domain.wording.measures import unit_name
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.paper.writing.compose.by_area import MOST_COLUMNS
from dieuhanh.paper.writing.compose.results import name_only
from dieuhanh.paper.writing.compose.saying import SIMULATED_MARK, Said, said
from dieuhanh.paper.writing.compose.year import AreaColumn, AreaRow, AreaTable, YearTarget
from dieuhanh.paper.writing.model import Made, Source, Span, Text, words
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.queries import AreaLine
from dieuhanh.reports.queries.by_area import line_value
from dieuhanh.ui.formats import number

from .keys import key_of
from .labels import of_figure

SIGNS = {Absence.NONE: "-", Absence.NOT_COLLECTED: "…", Absence.NOT_APPLICABLE: "x"}


class Place(NamedTuple):
    """An area of the table, how deep it lies, the one it lies in, and those that lie in it."""

    area: Area
    depth: int
    inside: int
    below: Sequence[AreaLine] = ()


def area_table(board: Board, told: tuple[YearTarget, ...], *, seen_by: Actor) -> AreaTable | None:
    """The table, or None where nothing is counted below. Four queries an indicator."""
    columns: list[AreaColumn] = []
    cells: list[dict[int, Text]] = []
    places: dict[int, Place] = {}
    simulated, rounded, atlas = False, False, Atlas()
    for judged, target in zip(board.verdicts, told, strict=True):
        indicator = judged.target.indicator
        if indicator is None or len(columns) == MOST_COLUMNS:
            continue
        section = _section(indicator, board, seen_by, atlas)
        if section.chosen is None:
            continue
        period = section.chosen.period
        named = "" if period == board.plan.period else period_name(Period.parse(period), "vi")
        columns.append(AreaColumn(name_only(target), unit_name(indicator.unit, "vi"), named))
        of_it: dict[int, Text] = {}
        for place, row in _rows(section):
            places.setdefault(place.area.pk, place)
            of_it[place.area.pk] = cell_of(row, place, target.key, indicator)
            simulated |= row.simulated
            rounded |= is_rounded(row, place, indicator)
        cells.append(of_it)
    if not columns:
        return None
    rows = tuple(
        AreaRow(each.area.name, each.depth, tuple(of.get(each.area.pk, ()) for of in cells))
        for each in _ordered(places)
    )
    return AreaTable(tuple(columns), rows, simulated, rounded)


def is_rounded(row: Shown, place: Place, indicator: Indicator) -> bool:
    """Whether the parts as printed miss their sum as printed by rounding alone."""
    if indicator.over_areas != OverAreas.SUM or not place.below or row.shown.absence:
        return False
    parts = [value for each in place.below if (value := line_value(each, indicator)) is not None]
    printed = [number for each in parts if (number := section_value(each, indicator)) is not None]
    whole = section_value(sum(parts, Fraction()), indicator)
    return whole == row.shown.number and sum(printed) != row.shown.number


def sums_of(
    board: Board, nos: Collection[str], *, seen_by: Actor
) -> dict[tuple[str, str], tuple[str, ...]]:
    """What the table prints of these targets' sums, by kind of source and key."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    atlas = Atlas()
    for judged in board.verdicts:
        indicator, no = judged.target.indicator, judged.target.no
        if indicator is None or no not in nos:
            continue
        key = f"{key_of(board.plan.code, board.convention.name)}/{no}"
        for place, row in _rows(_section(indicator, board, seen_by, atlas)):
            for span in cell_of(row, place, key, indicator):
                if span.source is not None and span.source.kind == "rolled":
                    found[span.source.kind, span.source.key] = (span.text,)
    return found


def _section(indicator: Indicator, board: Board, seen_by: Actor, atlas: Atlas) -> AreaSection:
    """An indicator by area. Four queries."""
    return area_section(
        indicator, board.plan, seen_by=seen_by, as_known_on=board.as_known_on, atlas=atlas
    )


def _ordered(places: dict[int, Place]) -> list[Place]:
    """Each area before what lies in it, in the order of the country's list of units, though no one
    table may hold them all."""
    inside: dict[int, list[Place]] = {}
    for each in places.values():
        inside.setdefault(each.inside, []).append(each)
    for held in inside.values():
        held.sort(key=lambda each: each.area.code)

    def walk(of: int) -> Iterator[Place]:
        for each in inside.get(of, ()):
            yield each
            yield from walk(each.area.pk)

    return list(walk(0))


def _rows(section: AreaSection) -> Iterator[tuple[Place, Shown]]:
    """The rows with their areas; of the top one only what is reported, where both are there."""
    table = section.table
    if table is None:
        return
    rows = list(section.rows)
    if table.top.figure is not None and table.top.rolled is not None:
        del rows[1]
    yield from zip(_places(table.top, 0, 0), rows, strict=True)


def _places(line: AreaLine, depth: int, inside: int) -> Iterator[Place]:
    yield Place(line.area, depth, inside, line.below)
    for each in line.below:
        yield from _places(each, depth + 1, line.area.pk)


def cell_of(row: Shown, place: Place, of: str, indicator: Indicator) -> Text:
    """What a cell prints: the number with its source, the sign of an absence, how whole a sum is.

    `of` is the plan and the target's number, whose page shows the sums.
    """
    shown = row.shown
    if shown.absence:
        return words(SIGNS[shown.absence])
    if row.figure is not None:
        source = of_figure(row.figure, indicator=indicator.name, area=place.area.name)
    else:
        told = f"{place.area.name}: tổng hợp từ {_coverage(row)} địa bàn cấp dưới"
        made_of = tuple(_summed(each, of, indicator) for each in place.below if _known(each))
        source = Source("rolled", f"{of}/{place.area.pk}", told, made_of)
    mark = SIMULATED_MARK if row.simulated else ""
    return said(Span(number(shown.number), source), mark, *_partial(row, source))


def _known(line: AreaLine) -> bool:
    """Whether an area adds anything to the sum above it."""
    return line.figure is not None or (line.rolled is not None and line.rolled.reported > 0)


def _summed(line: AreaLine, of: str, indicator: Indicator) -> Made:
    """An area among those a sum was made of."""
    finer = 0 if line.figure is not None else 1
    value = number(section_value(line_value(line, indicator), indicator, finer))
    if line.figure is not None:
        return Made("figure", str(line.figure.pk), value, line.area.name)
    return Made("rolled", f"{of}/{line.area.pk}", value, line.area.name)


def _partial(row: Shown, of: Source) -> list[Said]:
    """How many of the areas below stand behind a sum that is not whole."""
    if row.coverage is None or row.coverage[0] == row.coverage[1]:
        return []
    return [" (", Span(_coverage(row), replace(of, key=f"{of.key}/coverage")), ")"]


def _coverage(row: Shown) -> str:
    return f"{row.coverage[0]}/{row.coverage[1]}" if row.coverage else "các"


__all__ = ["Place", "area_table", "cell_of", "is_rounded", "sums_of"]
