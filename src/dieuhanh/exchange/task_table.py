"""The table of tasks: written by the list's export, read by the import, one and the same."""

from __future__ import annotations

from dieuhanh.domain.tasks import Repeats, Standing, State

from .columns import Column
from .templates import Template

PRIORITIES = ("urgent", "high", "normal")
ORIGINS = ("conclusion", "point", "finding", "target", "document", "parent", "hand")


def _told(name: str, label: str, kind: str = "text", **options: object) -> Column:
    """What the books say of a task; a table of new ones leaves it empty or out."""
    return Column(name, label, kind, later=True, **options)  # type: ignore[arg-type]


GIVEN = (
    Column("code", "Mã"),
    Column("title", "Nhiệm vụ", required=True),
    Column("text", "Nội dung"),
    Column("product", "Sản phẩm phải có"),
    Column("field", "Lĩnh vực"),
    Column("priority", "Mức ưu tiên", choices=PRIORITIES, default="normal"),
    Column("lead", "Mã cơ quan chủ trì", required=True),
    Column("co_bodies", "Mã cơ quan phối hợp"),
    Column("official", "Chức danh chịu trách nhiệm"),
    Column("assigner", "Mã cơ quan giao", required=True),
    Column("assigned_on", "Ngày giao", "date", required=True),
    Column("due_on", "Hạn", "date"),
    Column("repeats", "Lặp lại", choices=tuple(Repeats), default=""),
    Column("programme", "Mã chương trình"),
    Column("origin", "Nguồn gốc", choices=ORIGINS, default="hand"),
    Column("comes_from", "Từ đâu"),
    Column("quote", "Trích nguyên văn"),
    Column("simulated", "Mô phỏng", "yes"),
)
TOLD = (
    _told("lead_name", "Cơ quan chủ trì"),
    _told("assigner_name", "Cơ quan giao"),
    _told("standing", "Trạng thái theo Quyết định 42", choices=tuple(Standing)),
    _told("state", "Bước", choices=tuple(State)),
    _told("percent", "Tiến độ %", "whole"),
    _told("first_due_on", "Hạn giao lần đầu", "date"),
    _told("reported_on", "Ngày báo hoàn thành", "date"),
    _told("done_on", "Ngày hoàn thành", "date"),
    _told("extensions", "Số lần gia hạn", "whole"),
    _told("disputed", "Có ý kiến không thống nhất", "yes"),
    _told("period", "Kỳ của nhiệm vụ lặp lại"),
)
"""Columns the books fill in. An import compares none of them and writes none."""
TASKS = Template("tasks", "Nhiệm vụ", (*GIVEN, *TOLD))
BLANK = Template("tasks", "Nhiệm vụ", GIVEN)
"""The same to be filled in with new tasks."""

__all__ = ["BLANK", "GIVEN", "ORIGINS", "TASKS", "TOLD"]
