"""Charts: Vega-Lite specifications drawn to SVG on the server. The only door to vl_convert.

The SVG holds no script and no style, so a strict content policy lets it stand in the page; its
few colours are the light tokens, which `charts.css` exchanges in a dark scheme. Lengths on the
screen are the one place where exact decimals end: the numbers shown beside are never drawn from
here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

from dieuhanh.domain.numbers import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from dieuhanh.domain.numbers import Lang

WIDE, NARROW = 640, 330
INK, SOFT, LINE, PLAN, PALE, GRID = (
    "#15212a", "#46545e", "#0a5877", "#9a5b00", "#8fb4c2", "#d3dada",
)  # fmt: skip
_LOCALES = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}
_UNIT_ON_TOP = {
    "titleAngle": 0,
    "titleAlign": "left",
    "titleAnchor": "end",
    "titleX": 4,
    "titleY": -4,
}
_SIZE = re.compile(r'(<svg[^>]*?) width="[\d.]+" height="[\d.]+"')
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_CLIP = re.compile(r'((?:id="|url\(#))(clip|gradient)')

Spec = dict[str, Any]


@dataclass(frozen=True)
class Point:
    """One mark of a chart. `label` names it on the axis; `shown` is the figure as text."""

    label: str
    value: Decimal
    shown: str
    stressed: bool = True


@dataclass(frozen=True)
class Chart:
    """A chart with the words and the table that say the same; `components/chart.html` shows it.

    `wide` and `narrow` are the same drawing for a desk and for a phone.
    """

    title: str
    summary: str
    wide: SafeString
    narrow: SafeString
    heads: Sequence[str]
    rows: Sequence[Sequence[str]] = field(default_factory=tuple)


def trend_svg(
    points: Iterable[Point],
    unit: str,
    plan: Point | None = None,
    lang: Lang = "vi",
    width: int = WIDE,
) -> SafeString:
    """A line through time, its last value written beside it; the plan a dashed rule with its name."""
    data = _rows(points)
    layers: list[Spec] = [
        {"mark": {"type": "line", "color": LINE, "strokeWidth": 2}},
        {"mark": {"type": "point", "filled": True, "color": LINE, "size": 55, "opacity": 1}},
        {"mark": {"type": "text", "dy": -12, "color": INK}, "encoding": {"text": _text("shown")}},
    ]
    shared = {"x": _categories("label"), "y": _quantity(unit)}
    return _draw(_layered(data, shared, [*layers, *_plan_rule(plan)], width, 210), lang)


def bars_svg(
    rows: Iterable[Point],
    unit: str,
    plan: Point | None = None,
    lang: Lang = "vi",
    width: int = WIDE,
) -> SafeString:
    """Horizontal bars in the order given, each with its figure; those not stressed are paler."""
    data = _rows(rows)
    colour = {
        "condition": {"test": "datum.stressed", "value": LINE},
        "value": PALE,
    }
    layers: list[Spec] = [
        {"mark": {"type": "bar", "height": {"band": 0.72}}, "encoding": {"color": colour}},
        {
            "mark": {"type": "text", "align": "left", "dx": 4, "color": INK},
            "encoding": {"text": _text("shown")},
        },
    ]
    shared = {
        "y": {"field": "label", "type": "nominal", "sort": None, "title": None},
        "x": _quantity(unit, zero=True),
    }
    rules = _plan_rule(plan, channel="x")
    return _draw(_layered(data, shared, [*layers, *rules], width, 22 * len(data)), lang)


def vintages_svg(
    steps: Iterable[tuple[date, Point]],
    unit: str,
    plan: Point | None = None,
    lang: Lang = "vi",
    width: int = WIDE,
) -> SafeString:
    """What one figure was known to be, day by day: a staircase that steps when it was restated."""
    data = [{**row, "day": day.isoformat()} for day, point in steps for row in _rows([point])]
    layers: list[Spec] = [
        {"mark": {"type": "line", "interpolate": "step-after", "color": LINE, "strokeWidth": 2}},
        {"mark": {"type": "point", "filled": True, "color": LINE, "size": 60, "opacity": 1}},
        {"mark": {"type": "text", "dy": -12, "color": INK}, "encoding": {"text": _text("shown")}},
    ]
    days = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", "padding": 42},
        "axis": {"values": [row["day"] for row in data], "format": "%d/%m/%Y", "grid": False},
    }
    shared = {"x": days, "y": _quantity(unit)}
    return _draw(_layered(data, shared, [*layers, *_plan_rule(plan)], width, 180), lang)


def _rows(points: Iterable[Point]) -> list[dict[str, Any]]:
    return [
        {"label": p.label, "value": plain(p.value), "shown": p.shown, "stressed": p.stressed}
        for p in points
    ]


def _categories(name: str) -> Spec:
    return {
        "field": name,
        "type": "ordinal",
        "sort": None,
        "title": None,
        "axis": {"labelAngle": 0},
    }


def _quantity(unit: str, *, zero: bool = False) -> Spec:
    return {
        "field": "value",
        "type": "quantitative",
        "title": unit or None,
        "scale": {"zero": zero, "nice": True, "padding": 0 if zero else 18},
        "axis": {"tickCount": 4} if zero else {"tickCount": 4} | _UNIT_ON_TOP,
    }


def _text(name: str) -> Spec:
    return {"field": name, "type": "nominal"}


def _plan_rule(plan: Point | None, channel: str = "y") -> list[Spec]:
    """A dashed rule across the drawing and, at its end, its name and figure."""
    if plan is None:
        return []
    other = "y" if channel == "x" else "x"
    at = {channel: {"field": "at", "type": "quantitative"}}
    rule = {"type": "rule", "color": PLAN, "strokeDash": [5, 4], "strokeWidth": 1.5}
    ends = {"align": "left", "x": 4, "dy": -7} if channel == "y" else {"align": "left", "y": -8}
    words = {"type": "text", "color": PLAN, "fontWeight": "normal", **ends}
    text = {"value": f"{plan.label} {plan.shown}"}
    one = {"values": [{"at": plain(plan.value)}], "format": {"parse": {"at": "number"}}}
    return [
        {"data": one, "mark": rule, "encoding": {**at, other: None}},
        {"data": one, "mark": words, "encoding": {**at, other: None, "text": text}},
    ]


def _layered(
    data: list[dict[str, Any]], shared: Spec, layers: list[Spec], width: int, height: int
) -> Spec:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "autosize": {"type": "fit", "contains": "padding"},
        "background": None,
        "data": {"values": data, "format": {"parse": {"value": "number"}}},
        "encoding": shared,
        "layer": layers,
        "config": {
            "font": "Liberation Sans, Arial, sans-serif",
            "view": {"stroke": None},
            "text": {"fontSize": 12, "fontWeight": 600},
            "axis": {
                "labelColor": SOFT,
                "titleColor": SOFT,
                "titleFontWeight": "normal",
                "labelFontSize": 12,
                "titleFontSize": 12,
                "labelLimit": width // 2,
                "gridColor": GRID,
                "domainColor": GRID,
                "tickColor": GRID,
            },
        },
    }


def _draw(spec: Spec, lang: Lang) -> SafeString:
    return _drawn(json.dumps(spec, sort_keys=True, ensure_ascii=False), lang)


@lru_cache(maxsize=512)
def _drawn(spec: str, lang: Lang) -> SafeString:
    """The SVG of a specification. Drawing starts an engine of half a second: loaded at need."""
    import vl_convert  # noqa: PLC0415 - 84 MB that most pages do without

    svg = vl_convert.vegalite_to_svg(spec, vl_version="5.20", format_locale=_LOCALES[lang])
    # The words about the drawing stand beside it; its own English ones would only be noise.
    silent = _ROLES.sub("", svg).replace("<svg", '<svg aria-hidden="true" focusable="false"', 1)
    fluid = _SIZE.sub(r"\1", silent, count=1)
    # Ids must differ between drawings of one page, or a clip of one would cut another.
    own = sha256(f"{lang}{spec}".encode()).hexdigest()[:8]
    return mark_safe(_CLIP.sub(rf"\1c{own}\2", fluid))  # noqa: S308 - made here from our own spec


__all__ = ["NARROW", "WIDE", "Chart", "Point", "bars_svg", "trend_svg", "vintages_svg"]
