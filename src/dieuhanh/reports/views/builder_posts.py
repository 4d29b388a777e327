"""What the form builder sent: rows and head as typed, and which button was pressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.http import QueryDict

from dieuhanh.domain import form_editing as editing
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Span
from dieuhanh.domain.form_editing import Asked
from dieuhanh.domain.forms import MOST_ROWS, FormHead, Periodicity, RowKind, RowSpec

LONGEST = {"key": 80, "no": 10, "label": 250, "label_en": 250, "unit": 60, "breakdown": 200}
AT_A_ROW = frozenset({"up", "down", "remove", "parts"})
Rows = tuple[RowSpec, ...]


class Posted(NamedTuple):
    """The form as it stood on the page."""

    head: FormHead
    rows: Rows
    base: int


def read_post(post: QueryDict) -> Posted:
    """Everything typed, whether or not it hangs together yet. Raises BadInput for what no page sends."""
    count = _whole(post.get("rows", "0"), MOST_ROWS)
    rows = tuple(_row(post, n) for n in range(count) if f"r{n}-key" in post)
    head = FormHead(
        _periodicity(post.get("periodicity", "")),
        post.get("filler_kind", "")[:20],
        post.get("filler_level", "")[:20],
        tuple(dict.fromkeys(filter(None, post.getlist("filler_bodies")))),
        post.get("about_level", "")[:20],
        post.get("money_unit", "")[:20],
    )
    return Posted(head, rows, _whole(post.get("base", "0"), 10**9))


def edited(rows: Rows, do: str, post: QueryDict, known: Mapping[str, Asked]) -> Rows:
    """The rows after the button pressed: its name, and the row it stands at."""
    verb, _, rest = do.partition(":")
    if verb == "heading":
        return editing.with_heading(rows, post.get("heading", "").strip() or "Đề mục")
    if verb == "indicator" and rest in known:
        return editing.with_indicator(rows, known[rest])
    if verb == "number":
        return editing.numbered(rows)
    if verb in AT_A_ROW:
        return _edited_at(rows, verb, _whole(rest, MOST_ROWS), known)
    return rows


def _edited_at(rows: Rows, verb: str, place: int, known: Mapping[str, Asked]) -> Rows:
    if place >= len(rows):
        return rows
    if verb in {"up", "down"}:
        return editing.moved(rows, place, -1 if verb == "up" else 1)
    if verb == "remove":
        return editing.without(rows, place)
    if verb == "parts" and (asked := known.get(rows[place].indicator)):
        for dimension, codes in asked.breakdowns.items():
            rows = editing.with_parts(rows, place, dimension, codes)
    return rows


def indicators_named(rows: Rows, do: str) -> set[str]:
    """The codes of the indicators the rows and the button speak of."""
    added = do.removeprefix("indicator:") if do.startswith("indicator:") else ""
    return {row.indicator for row in rows if row.indicator} | ({added} if added else set())


def _row(post: QueryDict, n: int) -> RowSpec:
    def text(name: str) -> str:
        return post.get(f"r{n}-{name}", "").strip()[: LONGEST.get(name, 80)]

    kind = RowKind(text("kind")) if text("kind") in set(RowKind) else RowKind.ENTRY
    ratio = kind is RowKind.RATIO
    return RowSpec(
        key=text("key") or f"dong-{n + 1}",
        label=text("label"),
        kind=kind,
        no=text("no"),
        parent=text("parent"),
        label_en=text("label_en"),
        indicator=text("indicator"),
        breakdown=text("breakdown"),
        span=Span.TO_DATE if text("span") == Span.TO_DATE else Span.IN_PERIOD,
        unit=text("unit"),
        decimals=_whole(text("decimals") or "0", 99),
        required=text("required") == "x" and kind is RowKind.ENTRY,
        numerator=text("numerator") if ratio else "",
        denominator=text("denominator") if ratio else "",
    )


def _periodicity(text: str) -> Periodicity:
    return Periodicity(text) if text in set(Periodicity) else Periodicity.YEAR


def _whole(text: str, most: int) -> int:
    if not text.isdecimal() or len(text) > 10 or int(text) > most:
        raise BadInput("form.whole", text=text[:20])
    return int(text)
