"""Naming a body from any page above, with whoever answers for it today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from dieuhanh.bodies.queries import Register

if TYPE_CHECKING:
    from datetime import date

    from dieuhanh.bodies.models import Body

register = template.Library()
KEPT = "bodies_register"


@register.inclusion_tag("bodies/answering.html", takes_context=True)
def answering(context: template.Context, body: Body | None, on: date) -> dict[str, Any]:
    """{% answering target.lead_body today %}: nothing while it stands, else who answers now.

    Only a body that has ended asks the books, and once for the whole page.
    """
    if body is None or body.valid_to is None or body.valid_to >= on:
        return {"ended": False}
    request = context.get("request")
    known = getattr(request, KEPT, None) or Register()
    if request is not None:
        setattr(request, KEPT, known)
    return {"ended": True, "last": body.valid_to, "heirs": known.answering(body, on)}
