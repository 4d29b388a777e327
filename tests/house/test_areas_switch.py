"""A table of figures by area offers them as reported and restated, or says here why it cannot."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.house.repository import SOURCE

# A cell that holds an area, or a column or row named after areas.
BY_AREA = re.compile(
    r"<t[hd]\b(?:(?!</t[hd]>).)*\{\{[^}]*\barea\b[^}]*\}\}"
    r'|<th\b(?:(?!</th>).)*\{% translate "[^"]*địa bàn[^"]*"',
    re.DOTALL | re.IGNORECASE,
)
SWITCH = "{% areas_switch "
INCLUDES = re.compile(r'\{% include "([^"]+)"')
WITHOUT = {
    "desk/readings.html": "lists papers, each with the area it is about, and no figure",
    "desk/reading_sure.html": "shows what would be written, at the area of the paper itself",
    "bodies/reform.html": "shows the change itself: which areas became which",
    "plans/draft.html": "a plan being made stands on the areas of its own period",
    "plans/allocation.html": "a grid to write in; what is handed down is restated once issued",
    "reports/workbook.html": "tells which cells of a workbook were taken, by its own rows",
}


@cache
def templates() -> dict[str, str]:
    """Every template by the name it is included by."""
    found = SOURCE.glob("*/templates/**/*.html")
    return {str(p.relative_to(p.parents[len(p.relative_to(SOURCE).parts) - 3])): p.read_text("utf-8")
            for p in found}  # fmt: skip


def by_area() -> list[str]:
    """The templates that hold a table by area."""
    return sorted(name for name, text in templates().items() if BY_AREA.search(text))


def offered(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether the switch stands in the template or in every page that includes it."""
    if SWITCH in templates()[name]:
        return True
    holders = [h for h, text in templates().items() if name in INCLUDES.findall(text)]
    return bool(holders) and all(h not in seen and offered(h, seen | {name}) for h in holders)


def test_the_tables_by_area_are_found() -> None:
    assert {
        "assessment/area_table.html",
        "plans/handed_down_table.html",
        "reports/rolled.html",
        "reports/round.html",
    } <= set(by_area())


@pytest.mark.parametrize("name", by_area())
def test_a_table_by_area_offers_both(name: str) -> None:
    assert offered(name) or name in WITHOUT, (
        f"{name}: {{% areas_switch … %}}, or a reason in WITHOUT"
    )


def test_no_reason_is_kept_for_nothing() -> None:
    assert [n for n in WITHOUT if n not in templates() or offered(n)] == []


@pytest.mark.parametrize(
    "planted",
    [
        '<tr><th scope="row">{{ line.area.name }}</th></tr>',
        '<tr><td class="num">{{ each.figure.area }}</td></tr>',
        '<tr><th scope="row">{% if part.area %}<a href="">{{ part.area.name }}</a>{% endif %}</th>',
        '<tr><th scope="col">{% translate "Theo địa bàn" %}</th></tr>',
    ],
)
def test_a_table_without_the_switch_is_seen(planted: str) -> None:
    assert BY_AREA.search(planted)
