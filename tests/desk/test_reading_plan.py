"""A resolution's figures made a plan's draft, a notice's orders made tasks. Texts made up here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dieuhanh.desk.actions.reading_plan import begin_plan, fill_draft
from dieuhanh.desk.queries.reading_plan import TargetTold, held_lines, places_for, planned
from dieuhanh.documents.models import PaperReading, ReadingDecision
from dieuhanh.documents.queries.readings import items_of
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.plans.models import Draft, DraftLine, Plan
from dieuhanh.tasks.models import Task
from tests.desk.readings_made import (
    BY,
    NOTICE,
    OF_NOTICE,
    OF_RESOLUTION,
    RESOLUTION,
    entered,
    found,
    pasted,
)
from tests.pages import between, page, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
AT = "/doc-van-ban/"


@pytest.fixture
def resolution() -> PaperReading:
    return entered(pasted(RESOLUTION), head=OF_RESOLUTION, period="2022")


def form_of(source: str) -> dict[str, Any]:
    """What the browser would send of the page's rows."""
    sent: dict[str, Any] = {}
    for kind, name, rest in re.findall(
        r'<(input|select)[^>]*name="(r\d+-[a-z_]+)"([^>]*)>', source
    ):
        value = re.search(r'value="([^"]*)"', rest)
        if name.endswith("-chosen"):
            sent[name] = "on"
        elif kind == "input":
            sent[name] = value[1] if value else ""
        else:
            inside = between(source, f'name="{name}"', "</select>")
            chosen = re.search(r'<option value="([^"]*)" selected', inside)
            sent[name] = chosen[1] if chosen else ""
    return sent


def test_a_resolution_becomes_a_draft_in_one_deed(
    resolution: PaperReading, client_as: Callable[[str], Client]
) -> None:
    client = client_as("chuyen-vien")
    at = f"{AT}{resolution.pk}/ke-hoach/"
    source = page(client, at)
    rows = planned(items_of(resolution))
    assert len(rows) >= 4
    sent = form_of(source) | {"name": "Kế hoạch năm 2022", "code": "ca-mau-2022", "only": "1"}
    looked = client.post(at, sent | {"preview": "1"})
    told = words(looked.content.decode())
    assert "Kim ngạch xuất khẩu" in told
    assert "ít nhất 5.700 tỷ đồng" in told
    assert "khoảng 25,5%" in told
    assert not Draft.objects.exists()
    mark = between(looked.content.decode(), 'name="dau" value="', '"')
    moved = client.post(at, sent | {"code": "khac", "dau": mark, "confirm": "1"})
    assert moved.status_code == 200
    assert not Draft.objects.exists()
    saved = client.post(at, sent | {"dau": mark, "confirm": "1"})
    assert saved.headers["Location"] == "/lap-ke-hoach/du-thao/ca-mau-2022/"
    lines = DraftLine.objects.filter(draft__code="ca-mau-2022", removed=False)
    by_code = {line.indicator.code: line for line in lines if line.indicator}
    revenue, cover = by_code["thu-ngan-sach"], by_code["che-phu-rung"]
    assert (revenue.value, revenue.comparator, revenue.unit) == ("5.700", "at_least", "tỷ đồng")
    assert (cover.value, cover.comparator) == ("25,5", "about")
    assert lines.count() == len(rows)
    made = ReadingDecision.objects.filter(made_kind="draft", made_key="ca-mau-2022")
    assert made.count() == len(rows)
    assert not Plan.objects.filter(code="ca-mau-2022").exists()
    assert "Không còn chỉ tiêu kế hoạch nào chờ" in words(page(client, at))


def row(position: int, **changed: Any) -> TargetTold:
    given: dict[str, Any] = {
        "position": position, "seen": 0, "indicator": "thu-ngan-sach", "name": "Thu",
        "kind": "level", "comparator": "at_least", "value": "5.700", "value_high": "",
        "unit": "tỷ đồng",
    }  # fmt: skip
    return TargetTold(**(given | changed))


def test_a_plan_is_begun_whole_or_not_at_all(resolution: PaperReading) -> None:
    into = next(each for each in places_for(resolution, seen_by=BY) if each.base)
    assert into.base is not None
    assert held_lines(into)["giam-ty-le-ho-ngheo"].kind == "decrease"
    first, second, *_ = [each.row.position for each in planned(items_of(resolution))]
    given: dict[str, Any] = {
        "by": BY, "of": resolution, "base": into.base, "code": "ca-mau-2022", "name": "Kế hoạch",
        "only_these": False,
    }  # fmt: skip
    for rows, code in (
        ([row(first), row(second)], "reading.twice"),
        ([row(first), row(second, indicator="khong-co")], "indicator.unknown"),
        ([row(first, value="nhiều")], "number.unreadable"),
        ([row(999)], "reading.kind"),
        ([], "reading.none_chosen"),
    ):
        with pytest.raises(BadInput) as refused:
            begin_plan(rows=rows, **given)
        assert refused.value.code.startswith(code.split(".")[0])
        assert not Draft.objects.exists()
        assert not ReadingDecision.objects.exists()
    draft = begin_plan(rows=[row(first)], **given)
    assert DraftLine.objects.filter(draft=draft, removed=False).count() == into.base.targets.count()
    new = row(second, indicator="", name="Doanh nghiệp mới", value="500", unit="doanh nghiệp")
    fill_draft(by=BY, of=resolution, draft=draft, rows=[new])
    line = DraftLine.objects.get(draft=draft, name="Doanh nghiệp mới")
    assert (line.value, line.unit, line.indicator) == ("500", "doanh nghiệp", None)


def test_only_who_plans_makes_a_plan_of_a_paper(
    resolution: PaperReading, actor: Callable[[str], Actor], client_as: Callable[[str], Client]
) -> None:
    office = actor("van-phong")
    assert places_for(resolution, seen_by=office) == []
    assert client_as("van-phong").get(f"{AT}{resolution.pk}/ke-hoach/").status_code == 403
    into = next(each for each in places_for(resolution, seen_by=BY) if each.base)
    assert into.base is not None
    first = planned(items_of(resolution))[0].row.position
    with pytest.raises(Refused):
        begin_plan(
            by=office, of=resolution, base=into.base, code="x", name="x", rows=[row(first)],
            only_these=False,
        )  # fmt: skip


def test_a_notice_becomes_tasks_of_the_bodies_it_names(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("van-phong")
    of = entered(pasted(NOTICE), head=OF_NOTICE)
    for quoted, lead, due in (
        ("tiêm chủng", "so-y-te-ca-mau", "2022-03-31"),
        ("giải ngân", "so-khdt-ca-mau", "2022-02-28"),
    ):
        item = found(of, "task", quoted)
        assert item.best["key"] == lead
        at = f"{AT}{of.pk}/{item.row.position}/"
        mark = between(page(client, at, HX_Request="true"), 'name="dau" value="', '"')
        client.post(at, {"lam": "nhan", "thay": "0", "dau": mark})
        task = Task.objects.get(code=ReadingDecision.objects.get(item=item.row).made_key)
        assert (task.lead.code, str(task.due_on)) == (lead, due)
        assert (task.document, task.quote) == (of.document, item.row.payload["quote"])
    item = found(of, "task", "thu ngân sách")
    client.post(f"{AT}{of.pk}/{item.row.position}/", {
        "lam": "sua", "thay": "0", "title": "Đẩy nhanh thu ngân sách", "assigner": "ubnd-ca-mau",
        "lead": "so-tai-chinh-ca-mau", "due_on": "31/12/2022",
    })  # fmt: skip
    decision = ReadingDecision.objects.get(item=item.row)
    assert decision.outcome == "corrected"
    assert Task.objects.get(code=decision.made_key).title == "Đẩy nhanh thu ngân sách"


def test_a_task_of_a_paper_not_entered_or_past_due_is_refused(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("van-phong")
    of = pasted(NOTICE.replace("31/3/2022", "05/01/2022"))
    item = found(of, "task", "tiêm chủng")
    at = f"{AT}{of.pk}/{item.row.position}/"
    refused = client.post(at, {"lam": "nhan", "thay": "0", "dau": ""})
    assert "chưa vào sổ" in words(refused.content.decode())
    of = entered(of, head=OF_NOTICE)
    mark = between(page(client, at, HX_Request="true"), 'name="dau" value="', '"')
    late = client.post(at, {"lam": "nhan", "thay": "0", "dau": mark})
    assert "05/01/2022" in words(late.content.decode())
    assert not ReadingDecision.objects.exists()
    assert not Task.objects.filter(document=of.document).exists()


def test_whom_one_may_not_give_a_task_is_told_before(client_as: Callable[[str], Client]) -> None:
    of = entered(pasted(NOTICE), head=OF_NOTICE)
    item = found(of, "task", "tiêm chủng")
    card = page(client_as("chuyen-vien"), f"{AT}{of.pk}/{item.row.position}/", HX_Request="true")
    assert "không giao nhiệm vụ cho Sở Y tế tỉnh Cà Mau được" in words(card)
    assert 'name="dau"' not in card
