"""Tasks as papers tell them, read off the books."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.compose.orders import Order
from dieuhanh.tasks.models import CoBody, Task
from dieuhanh.tasks.queries.reading import listed

COLLECTIVE = frozenset({"ubnd", "hdnd", "tinh_uy", "mat_tran"})


def told_tasks(*, seen_by: Actor) -> QuerySet[Task]:
    """The tasks a paper may tell of: not withdrawn, with who helps. Two queries."""
    helping = CoBody.objects.filter(removed=False).select_related("body").order_by("pk")
    found = listed(seen_by=seen_by).exclude(state="withdrawn")
    return found.prefetch_related(Prefetch("co_bodies", helping)).order_by("pk")


def order_of(task: Task) -> Order:
    """One task."""
    return Order(
        code=task.code, title=task.title, leads=(called(task.lead),),
        helpers=tuple(called(each.body) for each in task.co_bodies.all()), product=task.product,
        due=task.due_on, repeats=task.repeats, field=task.field, simulated=task.simulated,
    )  # fmt: skip


def orders_of(found: Iterable[Task]) -> tuple[Order, ...]:
    """Each task, in the order they were given."""
    return tuple(order_of(each) for each in found)


def called(body: Body) -> str:
    """How a paper of its province names a body: a department without the province's name.

    >>> called(Body(name="Sở Y tế tỉnh Cà Mau", kind="so")), called(Body(name="Tỉnh ủy Cà Mau", kind="tinh_uy"))
    ('Sở Y tế', 'Tỉnh ủy Cà Mau')
    """
    if body.kind in COLLECTIVE:
        return body.name
    name, of_province, _place = body.name.partition(" tỉnh ")
    return f"{name} tỉnh" if of_province and body.kind == "van_phong" else name


def leads_of(orders: Iterable[Order]) -> tuple[str, ...]:
    """Every body that leads or helps, once, in the order the tasks name them."""
    told = (body for each in orders for body in (*each.leads, *each.helpers))
    return tuple(dict.fromkeys(told))


__all__ = ["called", "leads_of", "order_of", "orders_of", "told_tasks"]
