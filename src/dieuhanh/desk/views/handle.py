"""The date handle, and what changed around the day it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from dieuhanh.domain.dates import Precision, write_vi_date
from dieuhanh.domain.wording.comparisons import comparison_text
from dieuhanh.ui.formats import day
from dieuhanh.ui.language import page_lang

if TYPE_CHECKING:
    from dieuhanh.assessment.queries import ChangeDay

    from ..queries import Overview


@dataclass(frozen=True)
class Change:
    """What changed between two days, in words, and the page that tells all of it."""

    title: str
    text: str
    href: str


def date_handle(seen: Overview) -> dict[str, Any]:
    """A link for each day on which something became known; see `components/date_handle.html`."""
    plan, page = seen.board.plan.code, reverse("desk:home")
    marks = [
        {
            "href": page + seen.look.query(on=each.day, plan=plan),
            "label": day(each.day),
            "note": _note(seen, each),
            "current": each == seen.standing,
        }
        for each in seen.changed_on
    ]
    kept = [(name, value) for name, value in seen.look.given.items() if name != "date"]
    return {
        "marks": marks, "target": "#board", "action": page, "param": "date",
        "current": seen.look.on, "keep": [("plan", plan), *kept],
    }  # fmt: skip


def changes(seen: Overview) -> list[Change]:
    """Since the day of change before, and until the next, as far as there are such days."""
    told = []
    lang = page_lang()
    if shape := seen.since(lang):
        told.append(_change(_("Đổi từ %(day)s"), shape["left"], shape, seen))
    if shape := seen.until(lang):
        told.append(_change(_("Sẽ đổi vào %(day)s"), shape["right"], shape, seen))
    return told


def _change(title: str, other: dict[str, Any], shape: dict[str, Any], seen: Overview) -> Change:
    left, right = (_day(shape[side]["as_known_on"]) for side in ("left", "right"))
    query = {"plan": seen.board.plan.code, "left": left, "right": right}
    if convention := seen.look.given.get("convention"):
        query |= {"left_convention": convention, "right_convention": convention}
    return Change(
        title % {"day": day(_date(other["as_known_on"]))},
        comparison_text(shape, page_lang()),
        f"{reverse('assessment:compare')}?{urlencode(query)}",
    )


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _day(text: str) -> str:
    return write_vi_date(_date(text))


def _note(seen: Overview, each: ChangeDay) -> str:
    """The count published on that day, and what its sources leave untold of the day."""
    published = seen.ledger.tally_on(each.day)
    parts = []
    if published is not None and published.as_of == each.day:
        told = {"met": published.met, "total": published.total}
        parts.append(_("công bố %(met)s/%(total)s") % told)
    if each.precision is Precision.PLACED:
        parts.append(_("ngày ước định"))
    elif each.precision is not Precision.DAY:
        parts.append(_("không rõ ngày"))
    return " · ".join(parts)
