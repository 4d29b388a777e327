"""A plan's versions, what changed between two, and what each target hands down."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.bodies.queries import Atlas, change_days
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.exchange.writing import CONTENT_TYPES, write_table
from dieuhanh.ui.areas_switch import areas_switch
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..models import Plan, PlanVersion
from ..queries import plan as find_plan
from ..queries import targets, versions
from ..queries.diffs import changes_between
from ..queries.gaps import gaps_of
from ..queries.handed_down import handed_down
from ..queries.restated import handed_down_from, restated_allocations
from ..queries.rules import rule_for
from ..queries.tables import allocations_table, restated_table


def versions_page(request: Asked, plan: str) -> HttpResponse:
    """Each version with its papers, and two of them side by side."""
    found = find_plan(plan, seen_by=request.actor)
    held = sorted(versions(found), key=lambda version: version.number)
    after = _version(held, request.GET.get("den", ""), held[-1])
    before = _version(held, request.GET.get("tu", ""), held[max(0, held.index(after) - 1)])
    changes = changes_between(before, after, page_lang()) if before != after else []
    context = {
        "plan": found, "versions": held, "before": before, "after": after,
        "changes": [each for each in changes if each.kind != "same"],
        "same": sum(each.kind == "same" for each in changes),
        "may_plan": request.actor.may(Permission.PLAN_EDIT, at=found.area_id),
    }  # fmt: skip
    return render(request, "plans/versions.html", context)


def _version(held: list[PlanVersion], text: str, otherwise: PlanVersion) -> PlanVersion:
    """The version of a number. Raises Missing for one there is not."""
    if not text:
        return otherwise
    for version in held:
        if str(version.number) == text:
            return version
    raise Missing("draft.missing")


def handed_down_page(request: Asked, plan: str) -> HttpResponse:
    """What the targets of a version hand down, each with its parts."""
    found, version = _of(request, plan)
    down, gaps = handed_down(version), gaps_of(version)
    lang = page_lang()
    areas_of, atlas = _areas_of(request), Atlas()
    given = [
        {
            "target": target,
            "words": rule_in_words(rule, lang) if (rule := rule_for(target)) else "",
            "parts": down[target.pk],
            "gaps": gaps.get(target.pk, []),
            "restated": restated_allocations(
                target, down[target.pk], areas_of, atlas=atlas, lang=lang
            )
            if areas_of
            else None,
        }
        for target in targets(version)
        if target.pk in down
    ]
    days = change_days(handed_down_from(found))
    context = {
        "plan": found, "version": version, "given": given, "kinds": ("csv", "xlsx", "json"),
        "switch": areas_switch(request.GET.dict(), days, areas_of),
    }  # fmt: skip
    return render(request, "plans/handed_down.html", context)


def handed_down_file(request: Asked, plan: str, ext: str) -> HttpResponse:
    """The same as a table to take away."""
    if ext not in CONTENT_TYPES:
        raise Missing("export.type", text=ext)
    found, version = _of(request, plan)
    areas_of, lang = _areas_of(request), page_lang()
    table = (
        restated_table(version, areas_of, lang) if areas_of else allocations_table(version, lang)
    )
    response = HttpResponse(write_table(table, ext), content_type=CONTENT_TYPES[ext])
    name = f"{found.code}-v{version.number}-{table.name}.{ext}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _areas_of(request: Asked) -> date | None:
    """The day on whose areas the reader wants the parts; None: as handed down."""
    asked = request.GET.get("areas", "").strip()
    return read_vi_date(asked) if asked else None


def _of(request: Asked, plan: str) -> tuple[Plan, PlanVersion]:
    found = find_plan(plan, seen_by=request.actor)
    held = sorted(versions(found), key=lambda version: version.number)
    return found, _version(held, request.GET.get("phien-ban", ""), held[-1])
