"""A task's own pages: those who lead, help, assign, or see its place and field; nobody else."""

from tests.security.doors import READERS, Door, open_door, shut

TASK = {"code": "task"}
DOORS: tuple[Door, ...] = (
    shut("tasks:new", to=("can-bo-xa", "nguoi-dan"), sent={"title": "x"}),
    shut("tasks:from", key="task", kind="parent"),
    open_door("tasks:from-findings", plan="ca-mau-2021"),
    shut("tasks:from-assessment", pk="assessment"),
    shut("tasks:one", **TASK),
    shut("tasks:edit", sent={"title": "x"}, readers=READERS, **TASK),
    shut("tasks:step", sent={"text": "x"}, readers=READERS, **TASK, kind="accepted"),
    shut("tasks:evidence", **TASK, pk="evidence"),
)
