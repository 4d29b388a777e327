"""The demo's programmes and tasks: assigned by the same verbs as real ones, followed up as far as
the demo's day; everything of them is marked simulated."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.conferences.actions.texts import write_text
from dieuhanh.conferences.models import Conclusion, Conference
from dieuhanh.conferences.queries.texts import drafted, versions_of
from dieuhanh.documents.queries import document
from dieuhanh.domain.actors import Actor
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.actions.extending import ask_extension, grant_extension
from dieuhanh.tasks.actions.following import accept, confirm, give_back, progress, report_done
from dieuhanh.tasks.actions.programmes import ProgrammeTold, make_programme
from dieuhanh.tasks.models import Programme, Step, Task
from dieuhanh.tasks.queries.origins import Origin, origin

from .home import CHECKOUT

FILE = CHECKOUT / "examples" / "ca-mau-2021" / "tasks.toml"
ASSIGNED = date(2022, 1, 12)
VERBS: dict[str, Callable[..., Step]] = {
    "accept": accept, "progress": progress, "report": report_done, "confirm": confirm,
    "give_back": give_back, "ask_extension": ask_extension, "grant_extension": grant_extension,
}  # fmt: skip
TOLD = ("text", "percent", "until")
ORDERED = ("title", "product", "priority", "programme", "due_on")


def set_up(by: Actor, today: date) -> None:
    """Assign what is not assigned yet, then let happen what the file tells of up to the day.

    What somebody has done with a task in the demo is left as it is: its told story stops there.
    """
    told = tomllib.loads(FILE.read_text("utf-8"))
    with transaction.atomic():
        for each in told["programmes"]:
            _programme(by, each, told["conference"])
        for each in told["tasks"]:
            _assign(by, each, told)
    if told["notice_on"] <= today:
        _notice(by, told["conference"], told["notice"])
    days = {day for each in told["tasks"] for day in _days(each) if day <= today}
    for day in sorted(days):
        with transaction.atomic():
            for each in told["tasks"]:
                _happen(by, each, told, day)


def _notice(by: Actor, conference: str, words: str) -> None:
    """The notice of conclusions as the books draft it, said to be the sample's own."""
    of = Conference.objects.select_related("host").get(code=conference)
    if not versions_of(of, "notice"):
        text = f"{words}\n\n{drafted(of, 'notice')}"
        write_text(by=by, conference=of, kind="notice", text=text, seen=0)


def _days(each: Mapping[str, Any]) -> list[date]:
    return [step["on"] for step in (*each.get("steps", ()), *each.get("parts", ()))]


def _programme(by: Actor, each: Mapping[str, Any], conference: str) -> None:
    if Programme.objects.filter(code=each["code"]).exists():
        return
    agreed = Conference.objects.get(code=conference)
    names = ("name", "name_en", "year", "note")
    papers = [document(code, seen_by=by) for code in each.get("carries_out", ())]
    told = ProgrammeTold(
        **{name: each[name] for name in names}, conference=agreed, carries_out=papers
    )
    make_programme(by=by, code=each["code"], body=bodies_by_code()[each["body"]], told=told)


def _assign(by: Actor, each: Mapping[str, Any], told: Mapping[str, Any]) -> None:
    """One task for each lead body, from the same conclusion."""
    held = set(_tasks_of(each, told))
    missing = [lead for lead in each["leads"] if lead not in held]
    if not missing:
        return
    found = Conclusion.objects.get(conference__code=told["conference"], number=each["conclusion"])
    source = origin("conclusion", str(found.pk), seen_by=by)
    for lead in missing:
        order = _order(each, lead, told["reading"], tuple(each.get("co_bodies", ())), source)
        assign(by=by, order=order, origin=source, today=ASSIGNED)


def _order(
    each: Mapping[str, Any], lead: str, reading: str, helpers: tuple[str, ...], source: Origin
) -> Order:
    given = {name: each[name] for name in ORDERED if name in each}
    return Order(
        lead=lead, text=reading, co_bodies=helpers, targets=source.targets, simulated=True, **given
    )


def _tasks_of(each: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Task]:
    """The tasks of a told one that are there, by the body that was first to lead."""
    found = Task.objects.filter(
        conclusion__conference__code=told["conference"], conclusion__number=each["conclusion"],
        title=each["title"],
    )  # fmt: skip
    return {task.first_lead.code: task for task in found.select_related("first_lead")}


def _happen(by: Actor, each: Mapping[str, Any], told: Mapping[str, Any], day: date) -> None:
    """The steps and the handing down of one day, where the story has come so far and no further."""
    for step in each.get("steps", ()):
        if step["on"] == day:
            task = _tasks_of(each, told)[step["lead"]]
            before = [s for s in each["steps"] if s["lead"] == step["lead"] and s["on"] < day]
            if task.steps.exclude(kind__in=("assigned", "handed_down")).count() == len(before):
                given = {name: step[name] for name in TOLD if name in step}
                VERBS[step["kind"]](by=by, task=task.code, today=day, **_worded(step, given))
    for part in each.get("parts", ()):
        if part["on"] == day:
            whole = _tasks_of(each, told)[part["whole"]]
            if not Task.objects.filter(parent=whole).exists():
                source = origin("parent", whole.code, seen_by=by)
                order = _order(part, part["lead"], told["reading"], (), source)
                assign(by=by, order=order, origin=source, today=day)


def _worded(step: Mapping[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Verbs that ask for words get some; accepting takes none."""
    return given if step["kind"] == "accept" else {"text": ""} | given
