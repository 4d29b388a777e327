"""Tables of tasks: what goes out comes in, formulas stay words, faults are told where they stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from openpyxl import Workbook, load_workbook

from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import BadInputs, Refused
from dieuhanh.exchange.task_table import BLANK, TASKS
from dieuhanh.exchange.templates import Record
from dieuhanh.exchange.uploads import read_upload
from dieuhanh.exchange.writing import write_table
from dieuhanh.tasks.actions.imports import import_tasks, plan_import
from dieuhanh.tasks.models import CoBody, Step, Task
from dieuhanh.tasks.queries.exported import table_of
from dieuhanh.tasks.queries.filters import TaskFilter
from dieuhanh.tasks.queries.lists import found
from tests.pages import page, words
from tests.tasks.task_builders import COMMUNE, DAY, HEALTH, PROVINCE, four, put

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
HEADS = ("title", "lead", "assigner", "assigned_on", "due_on", "co_bodies")
ROW = ("Rà soát danh mục", HEALTH, PROVINCE, "12/01/2022", "31/03/2022", f"{COMMUNE}; ubnd-973")


def exported(by: Actor, kind: str, today: date = DAY) -> bytes:
    asked = TaskFilter()
    return write_table(table_of(found(asked, seen_by=by, today=today), asked), kind)


def records(content: bytes, name: str) -> list[Record]:
    return TASKS.parse(read_upload(content, name))


def table(*rows: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    """A CSV of new tasks; columns that are not named are empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    names = [column.name for column in BLANK.columns]
    writer.writerow(names)
    for row in rows:
        told = dict(zip(heads, row, strict=True))
        writer.writerow([told.get(name, "") for name in names])
    return text.getvalue().encode()


def faults(by: Actor, content: bytes, today: date = DAY) -> list[tuple[str, str, int | None]]:
    with pytest.raises(BadInputs) as told:
        plan_import(by=by, records=records(content, "a.csv"), today=today)
    return [(f.code, f.place.column, f.place.row) for f in told.value.faults]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_exported_is_read_back_and_changes_nothing(at_machine: Actor, kind: str) -> None:
    four(at_machine)
    put(at_machine, "F", title="=1+1", text="-5%\nhai dòng", product="'nháy", due_on=None)
    put(at_machine, "G", official="@Chủ tịch", quote="+84", extensions=1, disputed=True)
    before = Entry.objects.count()
    told = records(exported(at_machine, kind), f"nv.{kind}")
    tally = import_tasks(by=at_machine, records=told, today=DAY)
    assert (tally.added, tally.changed, tally.same) == (0, 0, 6)
    assert Entry.objects.count() == before


class RoundTrips(TestCase):
    """Any words a task may carry survive going out and coming in."""

    texts = st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\n"),
        max_size=40,
    )

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(title=st.sampled_from(["=", "-", "@", "'", "'=", ""]), text=texts)
    def test_words(self, title: str, text: str) -> None:
        by = keeper("kiểm thử")
        put(by, "T", title=f"{title}1 việc", text=text.strip())
        for kind in ("csv", "xlsx"):
            told = records(exported(by, kind), f"nv.{kind}")
            assert plan_import(by=by, records=told, today=DAY).same == 1


def test_nothing_in_a_file_would_run(at_machine: Actor) -> None:
    put(at_machine, "F", title='=HYPERLINK("http://x","y")', text="+1", official="@SUM(A1)")
    book = load_workbook(io.BytesIO(exported(at_machine, "xlsx")))
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert not str(cell.value or "").startswith(("=", "+", "@"))
    assert b',"=HYPERLINK' not in exported(at_machine, "csv")


def test_the_file_has_all_that_the_screen_has_in_its_order(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    for n in range(60):
        put(at_machine, f"N-{n:02}", due_on=date(2022, 2, 1 + n % 28), title=f"Việc {n:02}")
    put(at_machine, "KHAC", field="đất đai")
    client = client_as("van-phong")
    asked = "?linh-vuc=y+t%E1%BA%BF&sort=due:desc"
    source = page(client, reverse("tasks:list") + asked) + page(
        client, reverse("tasks:list") + asked + "&page=2"
    )
    shown = [code for code in source.split() if code.startswith("N-")]
    answer = client.get(reverse("tasks:export", args=["csv"]) + asked)
    rows = list(csv.reader(io.StringIO(answer.content.decode())))[2:]
    assert len(rows) == 60
    order = [row[0] for row in rows]
    positions = [source.index(f">{code}") for code in order]
    assert positions == sorted(positions), shown
    assert client.get(reverse("tasks:export", args=["pdf"])).status_code == 404


def test_a_table_is_assigned_whole_with_one_line_in_the_record(
    at_machine: Actor, actor: Seat
) -> None:
    office = actor("van-phong")
    content = table(ROW, ("Việc hai", COMMUNE, PROVINCE, "10/01/2022", "", ""))
    before = Entry.objects.count()
    tally = import_tasks(by=office, records=records(content, "a.csv"), today=DAY)
    assert tally.added == 2
    assert Entry.objects.count() == before + 1
    entry = Entry.objects.order_by("-pk")[0]
    assert (entry.verb, entry.count) == ("tasks.imported", 2)
    one, two = Task.objects.order_by("pk")
    assert one.code == f"nv-2022-{one.pk}"
    assert (one.state, one.origin, one.due_on) == ("assigned", "hand", date(2022, 3, 31))
    assert set(CoBody.objects.filter(task=one).values_list("body__code", flat=True)) == {
        COMMUNE, "ubnd-973",
    }  # fmt: skip
    assert (two.assigned_on, two.due_on) == (date(2022, 1, 10), None)
    assert Step.objects.filter(task__in=[one, two], number=1, kind="assigned").count() == 2
    [seen] = found(TaskFilter(words="ra soat danh muc"), seen_by=at_machine, today=DAY)
    assert seen == one
    again = records(exported(office, "csv"), "nv.csv")
    assert import_tasks(by=office, records=again, today=DAY).same == 2


@pytest.mark.parametrize(
    ("changed", "code", "column"),
    [
        ({"lead": "khong-co"}, "body.unknown", "lead"),
        ({"assigner": "ubnd-972"}, "task_table.not_yours", "assigner"),
        ({"lead": "bao-ca-mau"}, None, "lead"),
        ({"co_bodies": "khong-co"}, "body.unknown", "co_bodies"),
        ({"assigned_on": "13/01/2022"}, "task_table.assigned_later", "assigned_on"),
        ({"due_on": "11/01/2022"}, "task_table.due_before", "due_on"),
        ({"title": "x" * 501}, "task_table.too_long", "title"),
        ({"repeats": "month"}, "task_table.repeats", "repeats"),
        ({"programme": "khong-co"}, "task_table.programme", "programme"),
        ({"origin": "parent", "comes_from": "x"}, "task_table.parent", "origin"),
        ({"origin": "point", "comes_from": "x/1"}, "task_table.origin", "comes_from"),
        ({"origin": "point"}, "task_table.origin", "comes_from"),
        ({"origin": "conclusion", "comes_from": "x/a"}, "task_table.origin", "comes_from"),
        ({"origin": "target", "comes_from": "ca-mau-2021/1/99"}, "task_table.origin", "comes_from"),
        ({"comes_from": "x"}, "task_table.origin", "comes_from"),
        ({"code": "nv-2022-9"}, "task_table.no_such", "code"),
    ],
)
def test_a_fault_is_told_with_its_row_and_column_and_nothing_is_assigned(
    changed: dict[str, str], code: str | None, column: str, actor: Seat
) -> None:
    told = dict(zip(HEADS, ROW, strict=True)) | changed
    content = table(ROW, tuple(told.values()), heads=HEADS) if set(told) == set(HEADS) else b""
    if not content:
        heads = (*HEADS, *(name for name in told if name not in HEADS))
        good = (*ROW, *("" for _ in heads[len(HEADS) :]))
        content = table(good, tuple(told[name] for name in heads), heads=heads)
    found_faults = faults(actor("van-phong"), content)
    assert all(where == column and row == 3 for _, where, row in found_faults)
    if code:
        assert found_faults[0][0] == code
    assert not Task.objects.exists()


def test_a_task_may_come_from_a_target_or_a_paper_by_the_table(actor: Seat) -> None:
    heads = (*HEADS, "origin", "comes_from")
    content = table(
        (*ROW, "target", "ca-mau-2021/1/1"), (*ROW, "document", "bai-bao-2022-01-12"), heads=heads
    )
    import_tasks(by=actor("van-phong"), records=records(content, "a.csv"), today=DAY)
    one, two = Task.objects.order_by("pk")
    assert one.target is not None
    assert (one.target.no, two.document.code if two.document else "") == ("1", "bai-bao-2022-01-12")


def test_a_changed_row_of_a_task_there_is_refused_by_cell(at_machine: Actor) -> None:
    put(at_machine, "A")
    text = exported(at_machine, "csv").decode().replace("31/03/2022", "30/06/2022", 1)
    told = faults(at_machine, text.encode())
    assert ("task_table.differs", "due_on", 3) in told


def test_what_the_books_tell_is_not_written_by_a_new_row(actor: Seat) -> None:
    heads = (*HEADS, "state", "done_on", "lead_name")
    names = [c.name for c in TASKS.columns]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    told = dict(zip(heads, (*ROW, "confirmed", "12/01/2022", "Sở Khác"), strict=True))
    writer.writerow([told.get(name, "") for name in names])
    found_faults = faults(actor("van-phong"), text.getvalue().encode())
    assert [(code, column) for code, column, _ in found_faults] == [
        ("task_table.name", "lead_name"), ("task_table.told", "state"),
        ("task_table.told", "done_on"),
    ]  # fmt: skip


def test_whoever_assigns_for_nobody_imports_nothing(actor: Seat) -> None:
    for seat in ("can-bo-xa", "nguoi-dan", "quan-tri"):
        with pytest.raises(Refused):
            import_tasks(by=actor(seat), records=records(table(ROW), "a.csv"), today=DAY)


def upload(content: bytes, name: str) -> dict[str, Any]:
    return {"table": SimpleUploadedFile(name, content)}


def test_the_page_previews_writes_nothing_then_accepts(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("van-phong")
    address = reverse("tasks:import")
    assert "Ba bước" in page(client, address)
    answer = client.post(address, upload(table(ROW), "nv.csv"))
    said = words(answer.content.decode())
    assert "Đọc được 1 nhiệm vụ mới, không lỗi." in said
    assert not Task.objects.exists()
    read = answer.context["read"]
    sent = {"ticket": read.ticket, "name": read.name}
    assert client_as("so-y-te").post(reverse("tasks:import-accept"), sent).status_code == 404
    done = client.post(reverse("tasks:import-accept"), sent, follow=True)
    assert "Đã giao 1 nhiệm vụ." in words(done.content.decode())
    assert Task.objects.count() == 1
    again = client.post(reverse("tasks:import-accept"), sent)
    assert again.status_code == 422
    assert "đã được ghi vào sổ một lần" in words(again.content.decode())
    assert Task.objects.count() == 1


def test_the_page_tells_cells_as_a_spreadsheet_does(client_as: Callable[[str], Client]) -> None:
    book = load_workbook(
        io.BytesIO(
            client_as("van-phong").get(reverse("tasks:import-template", args=["xlsx"])).content
        )
    )
    assert book.sheetnames == ["tasks", "giai-thich", "co-quan"]
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[2]]
    sheet.append([dict(zip(HEADS, ROW, strict=True)).get(name) for name in names])
    sheet.append([])
    wrong = dict(zip(HEADS, ROW, strict=True)) | {"lead": "khong-co", "due_on": "32/13/2022"}
    sheet.append([wrong.get(name) for name in names])
    stream = io.BytesIO()
    book.save(stream)
    answer = client_as("van-phong").post(
        reverse("tasks:import"), upload(stream.getvalue(), "nv.xlsx")
    )
    assert answer.status_code == 422
    cells = [each.cell for each in answer.context["wrong"]]
    letter = sheet.cell(2, 1 + names.index("due_on")).column_letter
    assert f"{letter}5" in cells
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "nv.csv"), (b"khong phai bang", "nv.csv"), (b"PK\x03\x04hong", "nv.xlsx"),
        (b"x", "nv.pdf"), (b"title,lead\n", "nv.csv"), (b"\xff\xfe", "nv.csv"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused_in_words(
    content: bytes, name: str, client_as: Callable[[str], Client]
) -> None:
    answer = client_as("van-phong").post(reverse("tasks:import"), upload(content, name))
    assert answer.status_code == 422
    assert answer.context["read"].fault
    none = client_as("van-phong").post(reverse("tasks:import"), {})
    assert none.status_code == 422


def test_numbers_and_days_typed_in_a_workbook_are_read(actor: Seat) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    names = [column.name for column in BLANK.columns]
    sheet.append(names)
    told = dict(zip(HEADS, ROW, strict=True)) | {"title": 2022, "due_on": date(2022, 3, 31)}
    sheet.append([told.get(name) for name in names])
    stream = io.BytesIO()
    book.save(stream)
    import_tasks(by=actor("van-phong"), records=records(stream.getvalue(), "a.xlsx"), today=DAY)
    task = Task.objects.get()
    assert (task.title, task.due_on) == ("2022", date(2022, 3, 31))
