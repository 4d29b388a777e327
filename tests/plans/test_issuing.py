"""A plan made from the last one, issued by a paper, adjusted by a decision."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.queries import assessment, board
from dieuhanh.audit.models import Entry, door_open
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, BadInputs, Refused
from dieuhanh.domain.wording.allocating import check_text
from dieuhanh.plans.actions.allocating import PartChange, put_parts
from dieuhanh.plans.actions.drafts import CellChange, change_cells, open_draft
from dieuhanh.plans.actions.issuing import issue
from dieuhanh.plans.models import Allocation, AllocationGap, Draft, Plan, PlanVersion, Target
from dieuhanh.plans.queries import plan, targets, versions
from dieuhanh.plans.queries.diffs import Part, Stated, changes_between, changes_of_draft, compare
from dieuhanh.plans.queries.drafts import lines
from dieuhanh.plans.queries.parts import area_sheet, held_for
from dieuhanh.plans.queries.readiness import obstacles
from tests.plans.plan_2022 import (
    CODE,
    DECISION,
    JULY,
    NEW_YEAR,
    RESOLUTION,
    VALUES,
    by_no,
    draft_2022,
    hand_down,
    register,
    revenue_parts,
)

pytestmark = pytest.mark.django_db


def issued_2022(by: Actor) -> PlanVersion:
    register(by, RESOLUTION, "99/NQ-HĐND", date(2021, 12, 10))
    draft = draft_2022(by)
    hand_down(by, draft, "1", revenue_parts())
    return issue(by=by, draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)


def adjusted(by: Actor, value: str = "5.700") -> PlanVersion:
    register(by, DECISION, "77/QĐ-UBND", JULY)
    base = versions(plan(CODE, seen_by=by))[0]
    draft = open_draft(by=by, base=base, purpose="adjustment", code=f"{CODE}-2", name="Điều chỉnh")
    line = by_no(draft)["1"]
    change_cells(by=by, draft=draft, changes=[CellChange(line.pk, "value", "5.600", value)])
    hand_down(by, draft, "1", {}, reason="Phần tăng thêm do tỉnh thu trực tiếp.")
    return issue(by=by, draft=draft, document=RESOLUTION, decided_by=DECISION, in_force_from=JULY)


def test_a_plan_is_made_from_the_last_and_issued(example: None, at_machine: Actor) -> None:
    version = issued_2022(at_machine)
    assert (version.plan.code, version.plan.period, version.number) == (CODE, "2022", 1)
    found = targets(version)
    assert [target.no for target in found] == [str(no) for no in range(1, 21)]
    assert all(target.lead_body and target.head for target in found)
    assert found[0].head == "Giám đốc Sở Tài chính"
    assert not any(target.candidate for target in found)
    parts = Allocation.objects.filter(target=found[0])
    assert sum(part.value for part in parts) == found[0].value == 5600
    assert not AllocationGap.objects.exists()
    assert Entry.objects.filter(verb="plan.issued", subject=f"{CODE}/1").exists()


def test_it_is_judged_from_the_day_it_comes_into_force(example: None, at_machine: Actor) -> None:
    issued_2022(at_machine)
    judged = board(CODE, seen_by=at_machine, as_known_on=date(2022, 3, 1))
    assert judged.counts.total == 20
    assert {each.verdict.value for each in judged.verdicts} == {"not_due"}


def test_an_adjustment_leaves_what_was_judged_before_it(example: None, at_machine: Actor) -> None:
    issued_2022(at_machine)
    june = date(2022, 6, 30)
    kept = freeze(by=at_machine, plan=CODE, as_known_on=june)
    second = adjusted(at_machine)
    assert (second.number, second.in_force_from) == (2, JULY)
    day_before = board(CODE, seen_by=at_machine, as_known_on=JULY - timedelta(days=1))
    on_the_day = board(CODE, seen_by=at_machine, as_known_on=JULY)
    assert (day_before.version.number, on_the_day.version.number) == (1, 2)
    assert day_before.verdicts[0].target.value == 5600
    assert on_the_day.verdicts[0].target.value == 5700
    again = assessment(kept.pk, seen_by=at_machine)
    assert again.version.number == 1
    assert again.board["verdicts"][0]["plan"] == "5600"


def test_the_versions_differ_in_one_target_in_words_and_numbers(
    example: None, at_machine: Actor
) -> None:
    first = issued_2022(at_machine)
    changed = [c for c in changes_between(first, adjusted(at_machine)) if c.kind != "same"]
    assert len(changed) == 1
    assert changed[0].fields == (
        (
            "rule", "tối thiểu 5.600 tỷ đồng", "tối thiểu 5.700 tỷ đồng",
            "tăng 100 tỷ đồng (1,8%)",
        ),
    )  # fmt: skip


def test_parts_that_do_not_make_the_whole_need_a_reason(example: None, at_machine: Actor) -> None:
    register(at_machine, RESOLUTION, "99/NQ-HĐND", date(2021, 12, 10))
    draft = draft_2022(at_machine)
    hand_down(at_machine, draft, "1", {"964": "2.800", "973": "250"})
    with pytest.raises(BadInputs) as caught:
        issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)
    assert [fault.code for fault in caught.value.faults] == ["allocation.no_reason"]
    assert not Plan.objects.filter(code=CODE).exists()
    hand_down(at_machine, draft, "1", {}, reason="Số còn lại tỉnh thu trực tiếp.")
    version = issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)
    gap = AllocationGap.objects.get(target__version=version)
    assert (gap.difference, gap.reason) == ("2.550 tỷ đồng", "Số còn lại tỉnh thu trực tiếp.")


def test_everything_to_mend_is_told_at_once_and_nothing_written(
    example: None, at_machine: Actor
) -> None:
    draft = draft_2022(at_machine)
    lines = by_no(draft)
    change_cells(
        by=at_machine, draft=draft,
        changes=[
            CellChange(lines["1"].pk, "value", VALUES["1"], "5,600.0"),
            CellChange(lines["2"].pk, "value", VALUES["2"], ""),
            CellChange(lines["5"].pk, "lead_body", "so-y-te-ca-mau", ""),
            CellChange(lines["6"].pk, "no", "6", "5"),
        ],
    )  # fmt: skip
    register(at_machine, RESOLUTION, "99/NQ-HĐND", date(2021, 12, 10))
    with pytest.raises(BadInputs) as caught:
        issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)
    codes = [fault.code for fault in caught.value.faults]
    assert codes == ["number.english", "issue.no_value", "issue.no_lead"]
    assert not Plan.objects.filter(code=CODE).exists()
    assert by_no(draft)["1"].value == "5,600.0", "what was typed is kept as typed"


@pytest.mark.parametrize(
    ("day", "code"), [(date(2021, 12, 31), None), (date(2023, 1, 1), "issue.after_period")]
)
def test_the_day_it_comes_into_force_is_checked(
    example: None, at_machine: Actor, day: date, code: str | None
) -> None:
    register(at_machine, RESOLUTION, "99/NQ-HĐND", date(2021, 12, 10))
    draft = draft_2022(at_machine)
    if code is None:
        assert issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=day).number == 1
        return
    with pytest.raises(BadInput) as caught:
        issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=day)
    assert caught.value.code == code


def test_an_adjustment_must_come_later_and_change_something(
    example: None, at_machine: Actor
) -> None:
    first = issued_2022(at_machine)
    draft = open_draft(
        by=at_machine, base=first, purpose="adjustment", code="lan-hai", name="Điều chỉnh"
    )
    with pytest.raises(BadInput, match=r"issue\.unchanged"):
        issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=JULY)
    line = by_no(draft)["2"]
    change_cells(
        by=at_machine, draft=draft, changes=[CellChange(line.pk, "value", "1.150", "1.200")]
    )
    with pytest.raises(BadInput, match=r"issue\.not_later"):
        issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)
    with pytest.raises(BadInput, match=r"draft\.adjusting"):
        open_draft(by=at_machine, base=first, purpose="adjustment", code="lan-ba", name="Nữa")


def test_only_who_may_issue_does(example: None, at_machine: Actor, actor) -> None:  # type: ignore[no-untyped-def]
    draft = draft_2022(at_machine)
    for seat in ("chu-tich", "so-y-te", "can-bo-huyen", "nguoi-dan", "quan-tri"):
        with pytest.raises(Refused):
            issue(by=actor(seat), draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)
    assert not Target.objects.filter(version__plan__code=CODE).exists()


def put(by: Actor, draft: Draft, no: str, code: str, **texts: str) -> None:
    area, line = Atlas().at(code, NEW_YEAR), by_no(draft)[no]
    changes = [PartChange(area, None, name, "", text) for name, text in texts.items()]
    assert put_parts(by=by, draft=draft, line=line, changes=changes) == []


def faults_of(by: Actor, draft: Draft) -> list[str]:
    return [each.fault.code for each in obstacles(draft, lines(draft, seen_by=by), Atlas())]


def test_parts_below_an_area_that_was_handed_nothing_need_a_reason(
    example: None, at_machine: Actor
) -> None:
    draft = draft_2022(at_machine)
    put(at_machine, draft, "1", "32248", value="5")
    assert faults_of(at_machine, draft) == ["allocation.no_reason"]
    sheet = area_sheet(
        by_no(draft)["1"], Atlas().at("973", NEW_YEAR), Atlas(), held_for(by_no(draft)["1"])
    )
    assert check_text(sheet.check) == "Chưa có số kế hoạch để so các phần với nó."


def test_a_rate_handed_down_is_the_one_its_counts_make(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    put(at_machine, draft, "6", "964", value="90", numerator="49", denominator="200")
    assert faults_of(at_machine, draft) == ["allocation.counts_differ"]
    change = PartChange(Atlas().at("964", NEW_YEAR), None, "value", "90", "24,5")
    put_parts(by=at_machine, draft=draft, line=by_no(draft)["6"], changes=[change])
    assert faults_of(at_machine, draft) == []


def test_an_adjustment_begins_from_the_latest_version(example: None, at_machine: Actor) -> None:
    first = issued_2022(at_machine)
    adjusted(at_machine)
    with pytest.raises(BadInput) as caught:
        open_draft(by=at_machine, base=first, purpose="adjustment", code="x-3", name="Điều chỉnh")
    assert caught.value.code == "draft.old_base"


def test_an_adjustment_overtaken_by_another_version_is_not_issued(
    example: None, at_machine: Actor
) -> None:
    first = issued_2022(at_machine)
    draft = open_draft(
        by=at_machine, base=first, purpose="adjustment", code="x-3", name="Điều chỉnh"
    )
    change = CellChange(by_no(draft)["2"].pk, "value", VALUES["2"], "1.200")
    change_cells(by=at_machine, draft=draft, changes=[change])
    with door_open():
        PlanVersion.objects.create(
            plan=first.plan, number=2, in_force_from=date(2022, 3, 1), date_precision="day"
        )
    with pytest.raises(BadInput) as caught:
        issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=JULY)
    assert caught.value.code == "draft.old_base"


def test_parts_of_two_places_of_one_name_are_told_apart() -> None:
    def stated(*parts: tuple[int, int]) -> Stated:
        return Stated(
            no="1", name="Thu ngân sách", name_en="", indicator="thu-ngan-sach", part_of="", rule=None,
            value=Decimal(10), unit="tỷ đồng", lead="", head="",
            parts={("area", pk): Part("Phường 1", Decimal(value)) for pk, value in parts},
        )  # fmt: skip

    (change,) = compare([stated((7, 4), (9, 6))], [stated((7, 5), (9, 6))])
    assert [(each.field, each.was, each.now) for each in change.fields] == [
        ("part:Phường 1", "4", "5")
    ]


def test_an_adjustment_of_counts_alone_is_a_change(example: None, at_machine: Actor) -> None:
    register(at_machine, RESOLUTION, "99/NQ-HĐND", date(2021, 12, 10))
    draft = draft_2022(at_machine)
    put(at_machine, draft, "6", "964", numerator="49", denominator="200")
    first = issue(by=at_machine, draft=draft, document=RESOLUTION, in_force_from=NEW_YEAR)
    later = open_draft(
        by=at_machine, base=first, purpose="adjustment", code="dem-lai", name="Điều chỉnh"
    )
    area, line = Atlas().at("964", NEW_YEAR), by_no(later)["6"]
    recount = PartChange(area, None, "denominator", "200", "201")
    put_parts(by=at_machine, draft=later, line=line, changes=[recount])
    changed = [each for each in changes_of_draft(later) if each.kind != "same"]
    assert [(f.was, f.now) for change in changed for f in change.fields] == [
        ("(49/200)", "(49/201)")
    ]
    assert not [each for each in changes_between(first, first) if each.kind != "same"]
