"""Accepting what is no figure: tasks are assigned, papers registered or found, people found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from dieuhanh.audit.actions import verb
from dieuhanh.documents.actions.readings import hold_item, refuse_standing, write_decision
from dieuhanh.documents.actions.register import register_paper
from dieuhanh.documents.models import ReadingDecision, ReadingItem
from dieuhanh.documents.queries import document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.people.models import Post
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.queries.origins import origin

from ..queries.reading_told import TaskOrdered
from .accepting import Answer


def _held(by: Actor, item: ReadingItem, seen: int, kind: str) -> ReadingItem:
    held = hold_item(by=by, item=item, seen=seen)
    refuse_standing(held)
    if held.kind != kind:
        raise BadInput("reading.kind")
    return held


@verb
def accept_task(
    *, by: Actor, item: ReadingItem, told: TaskOrdered, answer: Answer, today: date
) -> ReadingDecision:
    """Assign a task the paper orders; the paper and its line are what it comes from.

    Raises Refused, BadInput("reading.…" | "task.…").
    """
    held = _held(by, item, answer.seen, "task")
    of = held.reading
    if of.document.internal:
        raise BadInput("reading.no_paper")
    order = Order(
        title=told.title, lead=told.lead, assigner=told.assigner, due_on=told.due_on,
        quote=of.text[held.start : held.end], simulated=bool(settings.DEMO),
    )  # fmt: skip
    came = origin("document", of.document.code, seen_by=by)
    made = assign(by=by, order=order, origin=came, today=today)
    return write_decision(by=by, held=held, told=answer.decision(), made=("task", made.code))


@dataclass(frozen=True)
class PaperTold:
    """A cited paper as it is to be registered."""

    number: str
    kind: str
    title: str
    issuer: str
    issued_on: date


@verb
def accept_cited(
    *, by: Actor, item: ReadingItem, answer: Answer, code: str = "", told: PaperTold | None = None
) -> ReadingDecision:
    """Say which paper of the register is cited, or register it now.

    Raises Refused, Missing, BadInput("reading.…" | "document.twice").
    """
    held = _held(by, item, answer.seen, "document")
    if told is not None:
        code = register_paper(
            by=by, number=told.number, title=told.title, kind=told.kind, issuer=told.issuer,
            issued_on=told.issued_on,
        ).code  # fmt: skip
    found = document(code, seen_by=by)
    return write_decision(by=by, held=held, told=answer.decision(), made=("document", found.code))


@verb
def accept_person(
    *, by: Actor, item: ReadingItem, answer: Answer, post: int | None = None
) -> ReadingDecision:
    """Say which post of the books the person holds, or that none does; no post is made here.

    Raises Refused, BadInput("reading.…").
    """
    held = _held(by, item, answer.seen, "person")
    if post is not None and not Post.objects.filter(pk=post).exists():
        raise BadInput("reading.kind")
    made = ("post", str(post)) if post is not None else ("", "")
    return write_decision(by=by, held=held, told=answer.decision(), made=made)


@verb
def accept_tally(*, by: Actor, item: ReadingItem, answer: Answer) -> ReadingDecision:
    """Confirm the tally as read: it stays with the reading, to be held against the board.

    Raises Refused, BadInput("reading.…").
    """
    held = _held(by, item, answer.seen, "scoreboard")
    return write_decision(by=by, held=held, told=answer.decision())


__all__ = ["PaperTold", "accept_cited", "accept_person", "accept_tally", "accept_task"]
