"""Giao nhiệm vụ: assigned from whatever it comes from, handed down, amended."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from dieuhanh.assessment.models import Assessment
from dieuhanh.assessment.queries.assessments import assessment as find_assessment
from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import Repeats, State, StepKind
from dieuhanh.domain.wording.tasks import PRIORITIES
from dieuhanh.plans.models import Target
from dieuhanh.plans.queries import plans

from ..models import CoBody, Programme, Task
from ..queries import programme as find_programme
from ..queries import task as find_task
from ..queries.leads import below, may_help, may_lead
from ..queries.origins import Origin
from .frame import OPEN_STATES, Hand, as_assigner, hold, take, told, withdraw_parts, write_step
from .occurring import make_due


@dataclass(frozen=True)
class Order:
    """What is to be done, by whom and by when, as it is handed in; bodies by their codes."""

    title: str
    lead: str
    assigner: str = ""
    text: str = ""
    product: str = ""
    field: str = ""
    priority: str = "normal"
    co_bodies: tuple[str, ...] = ()
    official: str = ""
    due_on: date | None = None
    repeats: str = ""
    programme: str = ""
    targets: tuple[int, ...] = ()
    assessment: int | None = None
    quote: str = ""
    simulated: bool = False


@verb
def assign(*, by: Actor, order: Order, origin: Origin, today: date) -> Task:
    """Assign a task that comes from something the actor may see.

    `origin` is found with `queries.origins.origin`. A recurring task assigns its first occurrence
    at once. Raises Refused, Missing, BadInput("task.…" | "body.unknown").
    """
    assigner = _assigner(order, origin)
    by.require(Permission.TASK_ASSIGN, body=assigner.pk)
    parent: Task | None = origin.links.get("parent")
    if parent is not None:
        return _hand_down(by, order, origin, parent.code, today)
    return _create(by, order, origin, assigner, may_lead(assigner, today), today)


def _hand_down(by: Actor, order: Order, origin: Origin, code: str, today: date) -> Task:
    """A part of a task, for a body below its lead; told in the whole's story too."""
    whole = hold(code, by=by, seen=None)
    by.require(Permission.TASK_ASSIGN, body=whole.lead_id)
    if whole.repeats:
        raise BadInput("task.series")
    if order.repeats:
        raise BadInput("task.part_repeats")
    check_within(whole, order.due_on)
    part = _create(by, order, origin, whole.lead, below(whole.lead, today), today)
    words = f"{part.code}: {part.title} ({part.lead})"
    take(whole, StepKind.HANDED_DOWN, Hand(by, whole.lead, today), text=words)
    return part


def _create(
    by: Actor, order: Order, origin: Origin, assigner: Body, leads: Any, today: date
) -> Task:
    lead = leads.filter(code=order.lead).first()
    if lead is None:
        raise BadInput("task.lead" if order.lead else "task.no_lead")
    columns = _columns(by, order, origin, today)
    made = Task.objects.create(
        code=uuid4().hex, origin=origin.kind, **origin.links, **columns, assigner=assigner,
        lead=lead, first_lead=lead, assigned_on=today, repeats=order.repeats, revision=1,
        due_on=None if order.repeats else order.due_on, first_due_on=order.due_on,
        simulated=order.simulated,
    )  # fmt: skip
    made.code = f"nv-{today.year}-{made.pk}"
    made.save(update_fields=["code"])
    made.targets.set(_targets(by, order.targets))
    _set_helpers(made, order.co_bodies, today)
    write_step(
        made, StepKind.ASSIGNED, Hand(by, assigner, today), text=order.text,
        due_on=order.due_on,
    )  # fmt: skip
    record(
        by=by, verb="task.assigned", subject=made.code,
        now=told(made) | {"origin": origin.kind, "from": origin.key, "co_bodies": order.co_bodies},
    )  # fmt: skip
    if made.repeats:
        make_due(made, by=by, today=today)
    return made


def _assigner(order: Order, origin: Origin) -> Body:
    if "parent" in origin.links:
        parent: Task = origin.links["parent"]
        return parent.lead
    code = order.assigner or (origin.assigner.code if origin.assigner else "")
    found = Body.objects.filter(code=code).first()
    if found is None:
        raise BadInput("body.unknown", text=code)
    return found


def _columns(by: Actor, order: Order, origin: Origin, today: date) -> dict[str, Any]:
    """What is said of the work itself, checked."""
    _check_words(order.title, order.priority)
    if order.repeats and (order.repeats not in set(Repeats) or order.due_on is None):
        raise BadInput("task.repeats")
    if order.due_on is not None and order.due_on < today:
        raise BadInput("task.due_past", due=write_vi_date(order.due_on))
    return {
        "title": order.title.strip(),
        "text": order.text.strip(),
        "product": order.product.strip(),
        "field": order.field or origin.field,
        "priority": order.priority,
        "official": order.official.strip(),
        "quote": order.quote.strip() or origin.quote,
        "programme": _programme(by, order.programme),
        "assessment": _assessment(by, order.assessment),
    }


def _check_words(title: str, priority: str) -> None:
    if not title.strip():
        raise BadInput("task.no_title")
    if priority not in PRIORITIES:
        raise BadInput("task.priority", text=priority)


def check_within(whole: Task | None, due_on: date | None) -> None:
    """Raises BadInput("task.part_after_whole"): a part is due no later than its whole."""
    if whole is None or whole.due_on is None:
        return
    if due_on is None or due_on > whole.due_on:
        raise BadInput("task.part_after_whole", due=write_vi_date(whole.due_on))


def _programme(by: Actor, code: str) -> Programme | None:
    return find_programme(code, seen_by=by) if code else None


def _assessment(by: Actor, pk: int | None) -> Assessment | None:
    return None if pk is None else find_assessment(pk, seen_by=by)


def _targets(by: Actor, wanted: Iterable[int]) -> list[Target]:
    ids = list(wanted)
    return list(Target.objects.filter(pk__in=ids, version__plan__in=plans(seen_by=by)))


def _set_helpers(of: Task, codes: Collection[str], today: date) -> list[str]:
    """Bring the co-operating bodies to those of the codes; returns what changed."""
    held = {each.body.code: each for each in CoBody.objects.filter(task=of).select_related("body")}
    able = may_help(of.assigner, today).filter(code__in=list(codes))
    wanted = {code: row.body for code, row in held.items() if code in codes and not row.removed}
    wanted |= {body.code: body for body in able}
    unknown = sorted(set(codes) - set(wanted))
    if unknown:
        raise BadInput("body.unknown", text=unknown[0])
    wanted.pop(of.lead.code, None)
    changed = []
    for code, body in wanted.items():
        row = held.get(code) or CoBody(task=of, body=body, removed=True)
        if row.removed:
            row.removed = False
            row.save()
            changed.append(f"+{code}")
    for code, row in held.items():
        if code not in wanted and not row.removed:
            row.removed = True
            row.save(update_fields=["removed"])
            changed.append(f"-{code}")
    return changed


@verb
def amend(
    *, by: Actor, task: str, order: Order, today: date, text: str = "", seen: int | None = None
) -> Task:
    """The assigner edits the words, helpers and links of a task, or brings its deadline forward.

    `first_due_on` stays. A later deadline is an extension, except while the lead is asking back.
    The lead and what it comes from do not change here. Raises BadInput("task.…").
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    _check_words(order.title, order.priority)
    change: dict[str, Any] = {
        "title": order.title.strip(), "text": order.text.strip(), "product": order.product.strip(),
        "field": order.field, "priority": order.priority, "official": order.official.strip(),
        "programme_id": getattr(_programme(by, order.programme), "pk", None),
    }  # fmt: skip
    if not held.repeats and order.due_on != held.due_on:
        change["due_on"] = _new_due(held, order.due_on, today)
    helpers = _set_helpers(held, order.co_bodies, today)
    held.targets.set(_targets(by, order.targets))
    words = "; ".join(part for part in (text.strip(), " ".join(helpers)) if part)
    take(
        held, StepKind.AMENDED, hand, text=words,
        due_on=change.get("due_on"), change=change,
    )  # fmt: skip
    return held


def _new_due(held: Task, due_on: date | None, today: date) -> date | None:
    agreed = held.due_on if held.state != State.ASKED_BACK.value else None
    if agreed is not None and (due_on is None or due_on > agreed):
        raise BadInput("task.later_is_extension")
    if due_on is not None and due_on < today:
        raise BadInput("task.due_past", due=write_vi_date(due_on))
    check_within(held.parent, due_on)
    if due_on is None:
        return None
    parts = Task.objects.filter(parent=held, state__in=OPEN_STATES)
    if parts.filter(due_on__gt=due_on).exists():
        raise BadInput("task.parts_later", due=write_vi_date(due_on))
    return due_on


@verb
def reassign(
    *, by: Actor, task: str, lead: str, text: str, today: date, seen: int | None = None
) -> Task:
    """The assigner gives the task to another lead, with the reason; it is theirs to take up.

    What the lead before had handed down is withdrawn with it.
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    leads = (below if held.parent_id else may_lead)(held.assigner, today)
    found = leads.filter(code=lead).exclude(pk=held.lead_id).first()
    if found is None:
        raise BadInput("task.lead")
    words = f"{held.lead} → {found}: {text.strip()}" if text.strip() else ""
    change = {"lead_id": found.pk, "percent": 0, "extension_asked": None, "official": "",
              "official_user_id": None}  # fmt: skip
    take(held, StepKind.REASSIGNED, hand, text=words, change=change)
    withdraw_parts(held, hand, words)
    return find_task(held.code, seen_by=by)


__all__ = ["Order", "amend", "assign", "check_within", "reassign"]
