"""What may be put on the screen of a conference, and what the screen then shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dieuhanh.assessment.models import Assessment, Finding
from dieuhanh.assessment.queries import Look, board, findings
from dieuhanh.assessment.queries.lines import TargetLine, target_lines
from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import text_of
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.figures import Value
from dieuhanh.domain.verdicts import Reason
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.domain.wording.stored import stored_amount, stored_number
from dieuhanh.plans.models import PlanVersion, Target
from dieuhanh.plans.queries import targets, versions
from dieuhanh.ui.formats import unit, value_text
from dieuhanh.ui.language import page_lang, pick

from ..models import Conference, Exhibit, Paper, Photo

LONGEST_TITLE = 300
KEPT_SECONDS = 60
PUBLIC = (Permission.BOARD_VIEW, Permission.PUBLISHED_VIEW, Permission.FIGURE_VIEW)
ROOM = Actor("room", "màn hình hội nghị", tuple(Grant(each) for each in PUBLIC))
"""The eye with which the board on the screen is read: `show` lets only a chair who sees the
whole of it put it there."""


@dataclass(frozen=True)
class Choice:
    """One thing the chair may put on the screen."""

    kind: str
    ref: str
    title: str


@dataclass(frozen=True)
class Row:
    """A target with its verdict, as the screen prints it."""

    no: str
    name: str
    plan: str
    actual: str
    ratio: Decimal | None
    verdict: str
    sub_label: str | None
    reason: str
    href: str = ""


def choices(of: Conference, *, seen_by: Actor) -> dict[str, list[Choice]]:
    """Everything that may be shown, by kind. Seven queries at most."""
    found: dict[str, list[Choice]] = {"paper": list(_papers(of)), "photo": list(_photos(of))}
    if of.plan and _sees_all(of, seen_by):
        found["board"] = [Choice("board", "", "")]
        version = _version(of)
        named = targets(version) if version else []
        found["target"] = [Choice("target", each.no, f"{each.no}. {each.name}") for each in named]
    if of.plan:
        if seen_by.may(Permission.PUBLISHED_VIEW):
            found["shortcomings"] = [Choice("shortcomings", "", "")]
        told = findings(of.plan, seen_by=seen_by, on=date.max)
        found["finding"] = [Choice("finding", str(each.pk), each.sentence) for each in told]
    return {kind: listed for kind, listed in found.items() if listed}


def prepared(item: int | None, offered: dict[str, list[Choice]]) -> list[Choice]:
    """Of what is offered, what was laid before and beside the item under way. Two queries."""
    if item is None:
        return []
    papers = Paper.objects.filter(item=item, removed=False).order_by("position", "pk")
    wanted = [("paper", str(pk)) for pk in papers.values_list("pk", flat=True)]
    beside = Exhibit.objects.filter(item=item, removed=False).order_by("position", "pk")
    for kind, no, finding in beside.values_list("kind", "target__no", "finding"):
        ref = no if kind == "target" else finding if kind == "finding" else ""
        wanted.append((kind, str(ref)))
    known = {(each.kind, each.ref): each for listed in offered.values() for each in listed}
    return [known[each] for each in wanted if each in known]


def shown_title(of: Conference, kind: str, ref: str, *, seen_by: Actor) -> str:
    """The title of a thing to be shown, "" for a blank screen. Raises BadInput("screen.unknown")."""
    if kind == "blank":
        return ""
    for each in choices(of, seen_by=seen_by).get(kind, []):
        if each.ref == ref:
            return each.title[:LONGEST_TITLE]
    raise BadInput("screen.unknown")


def shown(of: Conference, screen: dict[str, Any], *, on: date) -> dict[str, Any]:
    """The content of the screen for its template; only the kind where it has gone meanwhile.

    What stands of the shortcomings rests on tasks, so the part that `desk` keeps is embedded.
    """
    kind, ref = str(screen.get("kind") or "blank"), str(screen.get("ref") or "")
    told: dict[str, Any] = {"kind": kind, "title": screen.get("title", "")}
    if kind == "paper":
        paper = Paper.objects.filter(item__conference=of, pk=ref).select_related("document").first()
        told |= {"paper": paper, "text": text_of(paper.document) if paper else ""}
    elif kind == "photo":
        told["photo"] = (
            Photo.objects.filter(conference=of, pk=ref).select_related("document").first()
        )
    elif kind == "finding":
        told["finding"] = Finding.objects.filter(pk=ref).select_related("body").first()
    elif kind in {"board", "target"} and of.plan:
        told |= _board(of, on, only=ref if kind == "target" else "")
    return told


def photo_on(of: Conference, pk: int) -> Document:
    """The picture file of a photo of the conference. Raises Missing."""
    found = Photo.objects.filter(conference=of, pk=pk, removed=False).select_related("document")
    one = found.first()
    if one is None or one.document is None or not one.document.media_type.startswith("image/"):
        raise Missing("conference.missing")
    return one.document


def _papers(of: Conference) -> Iterator[Choice]:
    found = Paper.objects.filter(item__conference=of, item__removed=False, removed=False)
    for each in found.select_related("document").order_by("item__position", "position"):
        yield Choice("paper", str(each.pk), str(each))


def _photos(of: Conference) -> Iterator[Choice]:
    found = Photo.objects.filter(conference=of, removed=False).exclude(document=None)
    for each in found.order_by("position"):
        yield Choice("photo", str(each.pk), each.caption)


def _sees_all(of: Conference, actor: Actor) -> bool:
    """Whether the actor sees every field's figures of the area whose plan is shown."""
    areas = actor.areas(Permission.FIGURE_VIEW, every_field=True)
    return areas is None or (of.plan is not None and of.plan.area_id in areas)


def _version(of: Conference) -> PlanVersion | None:
    if of.assessment:
        return of.assessment.version
    return next(iter(versions(of.plan)), None) if of.plan else None


def _board(of: Conference, on: date, *, only: str) -> dict[str, Any]:
    """The frozen board where the conference is linked to one, else the board as it stands."""
    if of.assessment:
        counts, rows = of.assessment.board["tally"], list(_frozen_rows(of.assessment))
    else:
        assert of.plan  # noqa: S101 - for the type checker
        live = board(of.plan.code, seen_by=ROOM, as_known_on=on)
        counts, rows = live.tally, [_row(line) for line in target_lines(live, Look(on))]
    kept = [row for row in rows if row.no == only] if only else rows
    return {
        "counts": counts,
        "rows": kept,
        "frozen": of.assessment,
        "row": kept[0] if only and kept else None,
    }


def _row(line: TargetLine) -> Row:
    return Row(
        line.no, line.name, line.plan_text, _amount(line.value, line.decimals), line.completion,
        line.verdict, line.sub_label, line.reason, line.href,
    )  # fmt: skip


def _amount(value: Value | None, decimals: int | None) -> str:
    if value is None or value.absence is not None:
        return ""
    named = unit(value.unit)
    gap = "" if named[:1] in {"", "%", "‰"} else " "
    return f"{value_text(value, decimals)}{gap}{named}"


def _frozen_rows(kept: Assessment) -> Iterator[Row]:
    lang = page_lang()
    names = {each.no: each for each in Target.objects.filter(version=kept.version_id)}
    for told in kept.board["verdicts"]:
        target, ratio = names.get(told["no"]), told["plan_ratio_pct"]
        reason = Reason(told["reason"]["code"], told["reason"]["values"])
        yield Row(
            no=told["no"],
            name=pick(target.name, target.name_en) if target else told["indicator"],
            plan=stored_number(told["plan"], lang),
            actual=stored_amount(told["actual"], told["unit"] or "", lang),
            ratio=Decimal(ratio) if ratio is not None else None,
            verdict=told["verdict"],
            sub_label=told["sub_label"],
            reason=reason_text(reason, lang),
        )


__all__ = ["KEPT_SECONDS", "ROOM", "Choice", "Row", "choices", "photo_on", "shown", "shown_title"]
