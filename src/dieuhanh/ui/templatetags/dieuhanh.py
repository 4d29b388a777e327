"""Filters and tags of every page: figures, dates, verdicts, tables. See docs of each tag."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html

from dieuhanh.domain.figures import Value
from dieuhanh.domain.numbers import plain
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.ui import formats, marks
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.language import pick as pick_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from dieuhanh.domain.dates import Dated
    from dieuhanh.domain.periods import Period
    from dieuhanh.ui.areas_switch import AreasSwitch

register = template.Library()


@register.filter
def number(value: Decimal | int | None, decimals: int | None = None) -> str:
    """{{ value|number }} or {{ value|number:1 }}: 5.851,5 in Vietnamese, 5,851.5 in English."""
    return formats.number(value, decimals)


@register.filter
def signed(value: Decimal | int | None, decimals: int | None = None) -> str:
    """{{ change|signed }}: +6,8 or −3,6."""
    return formats.signed(value, decimals)


@register.filter
def percent(value: Decimal | int | None, decimals: int | None = None) -> str:
    """{{ completion|percent:1 }}: 95,3%."""
    return formats.percent(value, decimals)


@register.filter
def plain_number(value: Decimal | int | None) -> str:
    """For data-value: decimal point, no grouping; "" for None."""
    return "" if value is None or value == "" else plain(Decimal(value))


@register.filter
def day(value: date | Dated | None, precision: str = "day") -> str:
    """{{ known_from|day:precision }}: 31/12/2021, tháng 12/2021, 31/12/2021 (ngày ước định)."""
    return formats.day(value, precision or "day")


@register.filter
def period(value: Period | str | None) -> str:
    """{{ figure.period|period }}: năm 2021, 9 tháng năm 2021, quý III/2021."""
    return formats.period(value)


@register.filter
def unit(value: str | None) -> str:
    """{{ target.unit|unit }}: tỷ đồng, or billion dong."""
    return formats.unit(value)


@register.simple_tag
def pick(vietnamese: str, english: str = "") -> str:
    """{% pick indicator.name indicator.name_en %}: the name in the page's language."""
    return pick_language(vietnamese, english)


@register.simple_tag
def said(vietnamese: object, english: str = "") -> str:
    """{% said body.name body.name_en %}: as `pick`, marked as Vietnamese where an English page has
    no other words, so that a screen reader says it right. Not within a tag, an option or a title.
    """
    words = pick_language(str(vietnamese), english)
    if page_lang() == "vi" or (english and words == english) or not words:
        return conditional_escape(words)
    return format_html('<span lang="vi">{}</span>', words)


@register.inclusion_tag("ui/components/mark.html")
def mark(code: str) -> dict[str, str]:
    """{% mark "exceeded" %}: the bare shape, hidden from screen readers. Put a word beside it."""
    return {"code": code}


@register.inclusion_tag("ui/components/badge.html")
def verdict(
    code: str, sub_label: str | None = None, basis: str | None = None, *, large: bool = False
) -> dict[str, Any]:
    """{% verdict "not_met" "near_miss" "computed" %}: shape, word, and where it comes from."""
    return {
        "code": sub_label or code,
        "word": marks.verdict_word(code),
        "sub_word": marks.verdict_word(sub_label) if sub_label else "",
        "basis": str(basis or ""),
        "basis_word": marks.BASES[str(basis)] if basis else "",
        "large": large,
    }


@register.inclusion_tag("ui/components/basis.html")
def basis_mark(basis: str, *, short: bool = False) -> dict[str, Any]:
    """{% basis_mark "as_published" %}: computed or as published, alone; `short` for a tile."""
    words = marks.BASES_SHORT if short else marks.BASES
    return {"basis": str(basis), "basis_word": words[str(basis)]}


@register.inclusion_tag("ui/components/simulated.html")
def simulated_mark() -> dict[str, Any]:
    """{% simulated_mark %}: the figure was generated, nobody reported it."""
    return {}


@register.inclusion_tag("ui/components/figure.html")
def figure_value(
    value: Value | Decimal | int | None,
    unit: str = "",
    *,
    href: str = "",
    decimals: int | None = None,
    status: str = "",
    simulated: bool = False,
    show_unit: bool = True,
) -> dict[str, Any]:
    """{% figure_value figure.value href=url status=figure.status simulated=figure.simulated %}.

    `value` is a domain Value, or a bare exact number with `unit`; None is shown as not collected.
    """
    parts = _value_parts(value, unit, decimals)
    return parts | {
        "href": href,
        "show_unit": show_unit,
        "tight": str(parts.get("unit", "")).startswith("%"),
        "status_word": marks.STATUSES[str(status)] if status and status != "official" else "",
        "simulated": simulated,
    }


@register.inclusion_tag("ui/components/coverage.html")
def coverage(reported: int, total: int, *, what: str = "") -> dict[str, Any]:
    """{% coverage 14 15 what="xã" %}: a bar and "14/15"; the bar changes colour when short."""
    return {"reported": reported, "total": total, "what": what, "short": reported < total}


@register.inclusion_tag("ui/components/areas_switch.html")
def areas_switch(switch: AreasSwitch) -> dict[str, Any]:
    """{% areas_switch page.switch %}: as reported, or restated on the areas of a day."""
    return {"switch": switch}


@register.inclusion_tag("ui/components/flip.html")
def verdict_flip(was: str, now: str) -> dict[str, str]:
    """{% verdict_flip "not_met" "exceeded" %}: two badges and an arrow that is also a word."""
    return {"was": was, "now": now}


@register.inclusion_tag("ui/components/legend.html")
def verdict_legend(counts: Mapping[str, int]) -> dict[str, Any]:
    """{% verdict_legend counts %}: code → how many; codes with none are left out."""
    return {"entries": [(code, counts[code]) for code in Verdict if counts.get(code)]}


@register.simple_block_tag(takes_context=True)
def datatable(
    context: template.Context,
    content: str,
    *,
    id: str,  # noqa: A002 - the attribute's own name
    caption: str,
    exports: Iterable[tuple[str, str]] = (),
    wide: bool = False,
    caption_hidden: bool = False,
    live: bool = True,
) -> SafeString:
    """{% datatable id="t" caption="…" exports=links %}<thead>…<tbody>…{% enddatatable %}.

    `exports` are (label, href) pairs; `wide` keeps its own scrolling on wide screens; `live`
    offers sorting, filtering and grouping (see table.js for the attributes of head and cells).
    """
    inner: dict[str, Any] = {
        "id": id,
        "caption": caption,
        "caption_hidden": caption_hidden,
        "exports": list(exports),
        "wide": wide,
        "live": live,
        "content": content,
    }
    return render_to_string("ui/components/table.html", inner, request=context.get("request"))


@register.simple_block_tag
def passport_row(content: str, label: str) -> SafeString:
    """{% passport_row "Nguồn" %}…{% endpassport_row %} inside <dl class="passport">."""
    return render_to_string("ui/components/passport_row.html", {"label": label, "content": content})


@register.filter
def verdict_word(code: str) -> str:
    """{{ row.verdict|verdict_word }}: the bare word of a verdict or of "near_miss"."""
    return marks.verdict_word(code)


@register.filter
def basis_word(code: str) -> str:
    """{{ row.basis|basis_word }}: tính lại, theo công bố, chưa có căn cứ."""
    return str(marks.BASES[str(code)])


@register.filter
def status_word(code: str) -> str:
    """{{ figure.status|status_word }}: ước, sơ bộ, chính thức."""
    return str(marks.STATUSES[str(code)])


def _value_parts(
    value: Value | Decimal | int | None, unit: str, decimals: int | None
) -> dict[str, Any]:
    if isinstance(value, Value):
        if value.absence is None:
            text, own_unit = formats.value_text(value, decimals), value.unit
            exact = plain(value.number) if value.number is not None else ""
            return {"text": text, "unit": formats.unit(own_unit), "exact": exact}
        sign, meaning = marks.ABSENCES[value.absence]
        return {"sign": sign, "meaning": meaning}
    if value is None:
        sign, meaning = marks.ABSENCES["not_collected"]
        return {"sign": sign, "meaning": meaning}
    text = formats.number(value, decimals)
    return {"text": text, "unit": formats.unit(unit), "exact": plain(Decimal(value))}


__all__: Sequence[str] = ("register",)
