"""The demo's plan of 2022, made up, issued and handed down by the same verbs as real ones."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from dieuhanh.bodies.queries import Atlas, bodies_by_code
from dieuhanh.documents.actions import import_documents
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Place
from dieuhanh.exchange.catalogue import DOCUMENTS
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.actions.allocating import PartChange, add_holder, put_parts, put_reason
from dieuhanh.plans.actions.drafts import CellChange, change_cells, open_draft
from dieuhanh.plans.actions.issuing import issue
from dieuhanh.plans.actions.lines import remove_line, renumber
from dieuhanh.plans.models import Draft, DraftLine, Plan
from dieuhanh.plans.queries import plan, versions

from .home import CHECKOUT

FILE = CHECKOUT / "examples" / "ca-mau-2021" / "plan_simulated.toml"


def set_up(by: Actor) -> None:
    """Make the plan, unless it is there or somebody drafts under its code."""
    told = tomllib.loads(FILE.read_text("utf-8"))
    taken = Plan.objects.filter(code=told["code"]) or Draft.objects.filter(code=told["code"])
    if taken:
        return
    with transaction.atomic():
        _document(by, told["document"])
        draft = _draft(by, told)
        for each in told["parts"]:
            _hand_down(by, draft, each, told)
        renumber(by=by, draft=draft)
        issue(
            by=by, draft=draft, document=told["document"]["code"],
            in_force_from=told["in_force_from"],
        )  # fmt: skip


def _document(by: Actor, told: Mapping[str, Any]) -> None:
    """The simulated resolution, in the register under a title that says so."""
    if Document.objects.filter(code=told["code"]).exists():
        return
    empty = {
        column.name: column.read(None, "vi") for column in DOCUMENTS.columns if not column.required
    }
    values = {
        **empty, "code": told["code"], "type": told["type"], "title": told["title"], "issued_on": told["issued_on"],
        "date_precision": "day", "issuer_code": told["issuer"],
    }  # fmt: skip
    import_documents(by=by, records=[Record(values, Place())], attachments=lambda _: (b"", ""))


def _draft(by: Actor, told: Mapping[str, Any]) -> Draft:
    """The next plan begun from the last, only the lines that are told of left in it."""
    base = versions(plan(told["base"], seen_by=by))[0]
    draft = open_draft(
        by=by, base=base, purpose="new", code=told["code"], name=told["name"],
        name_en=told["name_en"],
    )  # fmt: skip
    values = told["values"]
    for line in DraftLine.objects.filter(draft=draft).order_by("pk"):
        if line.no in values:
            change = CellChange(line.pk, "value", line.value, values[line.no])
            change_cells(by=by, draft=draft, changes=[change])
        else:
            remove_line(by=by, draft=draft, line=line.pk)
    return draft


def _hand_down(
    by: Actor, draft: Draft, each: Mapping[str, Any], told: Mapping[str, Any]
) -> None:  # fmt: skip
    """The parts of a line for areas and bodies, with the reason where they are not the whole."""
    atlas, bodies = Atlas(), bodies_by_code()
    line = DraftLine.objects.select_related("draft__base__plan__area").get(
        draft=draft, no=each["no"]
    )
    changes = [
        PartChange(atlas.at(code, told["in_force_from"]), None, "value", "", value)
        for code, value in each.get("areas", {}).items()
    ]
    for code, value in each.get("bodies", {}).items():
        add_holder(by=by, draft=draft, line=line, body=bodies[code])
        changes.append(PartChange(None, bodies[code], "value", "", value))
    put_parts(by=by, draft=draft, line=line, changes=changes)
    if each.get("reason"):
        put_reason(
            by=by, draft=draft, line=line, parent=draft.base.plan.area, reason=each["reason"]
        )


__all__ = ["FILE", "set_up"]
