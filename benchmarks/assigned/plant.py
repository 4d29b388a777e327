"""A hundred thousand tasks with their steps, put into an installation that has the example."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction

from dieuhanh.audit.actions.bulk import append_rows
from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.tasks.models import Step, Task
from dieuhanh.tasks.queries.leads import may_lead

SEED, AT_ONCE, PROVINCE = 42, 2000, "ubnd-ca-mau"
FIELDS = (
    "y tế",
    "giáo dục",
    "đất đai",
    "tài chính - ngân sách",
    "nông nghiệp",
    "xây dựng",
    "nội vụ",
)
WORK = (
    "Rà soát, bổ sung quy hoạch sử dụng đất", "Đẩy nhanh tiến độ giải ngân vốn đầu tư công",
    "Tổng hợp, báo cáo kết quả cải cách hành chính", "Kiểm tra công tác phòng, chống dịch",
    "Xây dựng kế hoạch tuyển dụng viên chức", "Hoàn thiện hồ sơ công nhận xã nông thôn mới",
)  # fmt: skip
OFFICES = ("", "Trưởng phòng Kế hoạch", "Chánh Văn phòng", "Phó Chủ tịch")


COLUMNS = (
    "task_id", "number", "kind", "on", "at", "by_id", "by_name", "body_id", "text", "simulated",
)  # fmt: skip


def plant(count: int, today: date) -> dict[str, int]:
    """Simulated tasks of three years; tells how many are in each state on the day."""
    chance = random.Random(SEED)  # noqa: S311 - the same tasks each time, no secret
    bodies = list(may_lead(Body.objects.get(code=PROVINCE), today))
    held: dict[str, int] = {"overdue": 0, "counted": 0}
    with door_open(), transaction.atomic():
        for start in range(0, count, AT_ONCE):
            rows = [_task(chance, n, bodies, today, held) for n in range(start, start + AT_ONCE)]
            Task.objects.bulk_create(rows)
            steps = [step for task in rows for step in _steps(chance, task)]
            append_rows(Step, COLUMNS, steps)
    return held


def _task(
    chance: random.Random, n: int, bodies: list[Body], today: date, held: dict[str, int]
) -> Task:
    lead, assigner = bodies[n % len(bodies)], bodies[chance.randrange(len(bodies))]
    assigned = today - timedelta(days=chance.randrange(1100))
    due = None if chance.random() < 0.1 else assigned + timedelta(days=chance.randrange(10, 400))
    fate = chance.random()
    done = None
    if fate < 0.02:
        state = "withdrawn"
    elif fate < 0.7:
        done = min(assigned + timedelta(days=chance.randrange(5, 420)), today)
        state = "confirmed"
    else:
        state = chance.choice(("assigned", "accepted", "accepted", "accepted", "reported"))
        # Most of what is open is due later; a tenth is not.
        if due is not None and due < today and chance.random() < 0.7:
            due = today + timedelta(days=chance.randrange(300))
    held["counted"] += state != "withdrawn"
    held["overdue"] += state not in {"withdrawn", "confirmed"} and due is not None and due < today
    return Task(
        code=f"bench-{n}", title=f"{WORK[n % len(WORK)]} {n}", text="Nội dung " * 12,
        product="Báo cáo", field=FIELDS[n % len(FIELDS)], origin="hand", assigner=assigner,
        lead=lead, first_lead=lead, official=OFFICES[n % len(OFFICES)], assigned_on=assigned,
        due_on=due, first_due_on=due, state=state, percent=100 if done else chance.randrange(100),
        reported_on=done, done_on=done, extensions=chance.random() < 0.08,
        disputed=chance.random() < 0.01, simulated=True, revision=1,
    )  # fmt: skip


def _steps(chance: random.Random, task: Task) -> Iterator[tuple[Any, ...]]:
    kinds = ["assigned", "accepted", "progress"]
    if chance.random() < 0.06:
        kinds.append("returned")
    if task.state == "confirmed":
        kinds += ["reported", "confirmed"]
    for number, kind in enumerate(kinds, start=1):
        on = task.assigned_on + timedelta(days=number)
        at = datetime(on.year, on.month, on.day, 5, tzinfo=UTC)
        yield (task.pk, number, kind, on, at, "keeper:đo", "đo", task.lead_id, "lời " * 8, True)
