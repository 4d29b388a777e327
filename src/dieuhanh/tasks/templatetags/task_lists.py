"""What every page of tasks shows alike: where one is, and the four states as shape and word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.translation import gettext_lazy as _

from dieuhanh.domain.wording.tasks import standing_word, task_state_word
from dieuhanh.ui.language import page_lang

if TYPE_CHECKING:
    from collections.abc import Mapping

register = template.Library()
SHAPES = {
    "done_on_time": "met",
    "done_late": "met_or_exceeded",
    "open_in_time": "not_due",
    "open_overdue": "not_met",
}
"""A state of Decision 42/2014 → the shape drawn for it, in `components/mark.html`."""
WAYS = (
    ("tasks:list", _("Danh sách"), ("tasks:import",)),
    ("tasks:by-body", _("Theo cơ quan"), ()),
    ("tasks:scores", _("Phiếu điểm"), ("tasks:score",)),
    ("tasks:programmes", _("Chương trình"), (
        "tasks:programme", "tasks:programme-new", "tasks:programme-edit", "tasks:resolution",
    )),
)  # fmt: skip


@register.inclusion_tag("tasks/ways.html", takes_context=True)
def ways_to_see(context: template.Context) -> dict[str, Any]:
    """{% ways_to_see %}: the list, by body, scorecards, programmes; the present one marked."""
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.view_name if match else ""
    return {"ways": [(page, label, here in {page, *under}) for page, label, under in WAYS]}


@register.inclusion_tag("tasks/standing.html")
def standing(code: str, *, short: bool = False) -> dict[str, Any]:
    """{% standing task.standing %}: shape and word; nothing for what counts nowhere."""
    return {"shape": SHAPES.get(code, ""), "code": code, "short": short}


@register.filter
def standing_words(code: str) -> str:
    """{{ code|standing_words }}: the bare word of one of the four states."""
    return standing_word(code, page_lang())


@register.filter
def state_words(code: str) -> str:
    """{{ task.state|state_words }}: where a task stands."""
    return task_state_word(code, page_lang())


@register.filter
def at_key(row: Mapping[str, Any], name: str) -> Any:
    """{{ told|at_key:"han-tu" }}: one value by a name that no template variable can have."""
    return row.get(name, "")
