"""Drafts: cells kept as typed, conflicts told, lines removed and brought back, proposals settled."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.audit.models import Entry
from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.people.actions import appoint, create_user
from dieuhanh.people.roles import Leader
from dieuhanh.plans.actions.allocating import PartChange, put_parts
from dieuhanh.plans.actions.drafts import CellChange, change_cells, open_draft, set_aside
from dieuhanh.plans.actions.lines import add_line, move_line, remove_line, renumber
from dieuhanh.plans.actions.proposals import ask, propose, settle
from dieuhanh.plans.models import DraftLine, PartsGap, Proposal
from dieuhanh.plans.queries import plan, versions
from dieuhanh.plans.queries.drafts import draft as find_draft
from dieuhanh.plans.queries.drafts import drafts, lines
from tests.plans.plan_2022 import CODE, by_no, draft_2022, hand_down

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Actor]


def test_what_was_typed_is_kept_as_typed(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    line = by_no(draft)["1"]
    saved = change_cells(
        by=at_machine, draft=draft, changes=[CellChange(line.pk, "value", "5.600", "khoảng 5.6oo")]
    )
    assert [change.now for change in saved.taken] == ["khoảng 5.6oo"]
    assert by_no(draft)["1"].value == "khoảng 5.6oo"


def test_a_cell_changed_by_another_is_not_overwritten(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    line = by_no(draft)["1"]
    change_cells(
        by=at_machine, draft=draft, changes=[CellChange(line.pk, "value", "5.600", "5.650")]
    )
    saved = change_cells(
        by=at_machine, draft=draft,
        changes=[
            CellChange(line.pk, "value", "5.600", "5.500"),
            CellChange(line.pk, "note", "", "của tôi"),
        ],
    )  # fmt: skip
    assert [(change.now, there) for change, there in saved.conflicts] == [("5.500", "5.650")]
    held = by_no(draft)["1"]
    assert (held.value, held.note) == ("5.650", "của tôi"), "the other cell is taken"


def test_the_same_text_again_changes_nothing(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    line = by_no(draft)["1"]
    again = CellChange(line.pk, "value", "", "5.600")
    saved = change_cells(by=at_machine, draft=draft, changes=[again])
    assert (saved.taken, saved.conflicts) == ((), ())


def test_parts_are_held_to_the_same(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    line, body = by_no(draft)["1"], bodies_by_code()["cuc-thue-ca-mau"]
    first = PartChange(None, body, "value", "", "4.000")
    assert put_parts(by=at_machine, draft=draft, line=line, changes=[first]) == []
    late = PartChange(None, body, "value", "", "3.000")
    assert put_parts(by=at_machine, draft=draft, line=line, changes=[late]) == [(late, "4.000")]


def test_a_removed_line_comes_back_whole(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    line = by_no(draft)["5"]
    remove_line(by=at_machine, draft=draft, line=line.pk)
    remove_line(by=at_machine, draft=draft, line=line.pk, removed=False)
    assert by_no(draft)["5"].value == "31"


def test_lines_are_added_moved_and_numbered(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    new = add_line(by=at_machine, draft=draft)
    part = add_line(by=at_machine, draft=draft, part_of=new)
    first = by_no(draft)["1"]
    move_line(by=at_machine, draft=draft, line=first.pk, up=True)
    move_line(by=at_machine, draft=draft, line=first.pk, up=False)
    renumber(by=at_machine, draft=draft)
    ordered = [line for line in lines(draft, seen_by=at_machine) if not line.removed]
    assert [line.no for line in ordered[:2]] == ["1", "2"]
    assert ordered[1].pk == first.pk, "moved down one place"
    assert [line.no for line in ordered if line.pk in {new.pk, part.pk}] == ["21", "21.1"]


def test_the_head_is_the_post_that_is_held_else_the_office(
    example: None, at_machine: Actor
) -> None:
    body = bodies_by_code()["so-tai-chinh-ca-mau"]
    user = create_user(by=at_machine, username="thu-truong")
    appoint(
        by=at_machine, user=user, body=body, role=Leader, title="Phó Giám đốc phụ trách",
        since=date(2021, 6, 1),
    )  # fmt: skip
    lines_of = by_no(draft_2022(at_machine))
    assert lines_of["1"].head == "Phó Giám đốc phụ trách Sở Tài chính"
    assert lines_of["2"].head == "Giám đốc Sở Công Thương"


def test_another_lead_brings_its_head_unless_one_was_written(
    example: None, at_machine: Actor
) -> None:
    draft = draft_2022(at_machine)
    line = by_no(draft)["1"]
    to_tax = CellChange(line.pk, "lead_body", "so-tai-chinh-ca-mau", "cuc-thue-ca-mau")
    change_cells(by=at_machine, draft=draft, changes=[to_tax])
    assert by_no(draft)["1"].head == "Cục trưởng Cục Thuế"
    by_hand = CellChange(line.pk, "head", "Cục trưởng Cục Thuế", "Trưởng ban chỉ đạo thu")
    back = CellChange(line.pk, "lead_body", "cuc-thue-ca-mau", "so-tai-chinh-ca-mau")
    change_cells(by=at_machine, draft=draft, changes=[by_hand, back])
    assert by_no(draft)["1"].head == "Trưởng ban chỉ đạo thu"


def test_a_body_proposes_and_the_planner_settles(
    example: None, at_machine: Actor, actor: Seats
) -> None:
    draft = draft_2022(at_machine)
    line, body = by_no(draft)["5"], bodies_by_code()["so-y-te-ca-mau"]
    for value in ("32", "34"):
        propose(
            by=actor("so-y-te"), draft=draft, line=line, body=body, value=value,
            reason="Khu điều trị mới.",
        )  # fmt: skip
    last = Proposal.objects.get(line=line, value="34")
    assert Proposal.objects.filter(line=line).count() == 2, "the earlier one stays"
    stale = settle(by=actor("chuyen-vien"), draft=draft, proposal=last, was="30")
    assert [there for _, there in stale.conflicts] == ["31"]
    settle(by=actor("chuyen-vien"), draft=draft, proposal=last, was="31")
    assert by_no(draft)["5"].value == "34"


def test_only_the_lead_and_those_asked_propose(
    example: None, at_machine: Actor, actor: Seats
) -> None:
    draft = draft_2022(at_machine)
    held, bodies = by_no(draft), bodies_by_code()
    health, district = bodies["so-y-te-ca-mau"], bodies["ubnd-973"]
    for line, seat, body in ((held["1"], "so-y-te", health), (held["5"], "can-bo-huyen", health)):
        with pytest.raises(Refused):
            propose(by=actor(seat), draft=draft, line=line, body=body, value="1", reason="x")
    ask(by=actor("chuyen-vien"), draft=draft, line=held["1"], body=district)
    propose(
        by=actor("can-bo-huyen"), draft=draft, line=held["1"], body=district, value="210",
        reason="Theo số thu năm nay.",
    )  # fmt: skip
    with pytest.raises(BadInput, match=r"proposal\.no_reason"):
        propose(
            by=actor("can-bo-huyen"), draft=draft, line=held["1"], body=district, value="1",
            reason=" ",
        )  # fmt: skip


def test_a_body_sees_its_lines_and_no_others(
    example: None, at_machine: Actor, actor: Seats
) -> None:
    draft = draft_2022(at_machine)
    assert [line.no for line in lines(draft, seen_by=actor("so-y-te"))] == ["5"]
    assert len(lines(draft, seen_by=actor("chu-tich"))) == 22
    assert drafts(seen_by=actor("nguoi-dan")) == []
    for seat in ("nguoi-dan", "can-bo-xa", "can-bo-huyen", "quan-tri"):
        with pytest.raises(Missing):
            find_draft(CODE, seen_by=actor(seat))


def test_only_a_planner_of_the_area_drafts(example: None, at_machine: Actor, actor: Seats) -> None:
    base = versions(plan("ca-mau-2021", seen_by=at_machine))[0]
    nation = versions(plan("viet-nam-2019", seen_by=at_machine))[0]
    for seat in ("chu-tich", "van-phong", "so-y-te", "can-bo-huyen", "nguoi-dan", "quan-tri"):
        with pytest.raises(Refused):
            open_draft(by=actor(seat), base=base, purpose="new", code="x", name="X")
    with pytest.raises(Refused):
        open_draft(by=actor("chuyen-vien"), base=nation, purpose="new", code="x", name="X")
    draft = draft_2022(at_machine)
    line = by_no(draft)["5"]
    with pytest.raises(Refused):
        change_cells(
            by=actor("so-y-te"), draft=draft, changes=[CellChange(line.pk, "value", "31", "99")]
        )


def test_a_draft_that_is_set_aside_takes_nothing_more(example: None, at_machine: Actor) -> None:
    draft = draft_2022(at_machine)
    set_aside(by=at_machine, draft=draft)
    line = by_no(draft)["5"]
    with pytest.raises(BadInput, match=r"draft\.closed"):
        change_cells(by=at_machine, draft=draft, changes=[CellChange(line.pk, "value", "31", "99")])
    assert DraftLine.objects.get(pk=line.pk).value == "31"


@pytest.mark.parametrize(
    ("code", "name", "fault"),
    [
        ("Ca Mau", "x", "draft.code"),
        ("ca-mau-2022", " ", "draft.code"),
        ("x" * 81, "x", "draft.too_long"),
        ("ca-mau-2022", "x" * 251, "draft.too_long"),
        ("ca-mau-2021", "x", "draft.code_taken"),
    ],
)
def test_a_draft_has_a_name_and_a_code_of_its_own(
    example: None, at_machine: Actor, code: str, name: str, fault: str
) -> None:
    base = versions(plan("ca-mau-2021", seen_by=at_machine))[0]
    with pytest.raises(BadInput) as caught:
        open_draft(by=at_machine, base=base, purpose="new", code=code, name=name)
    assert caught.value.code == fault


def test_words_are_kept_composed_and_without_what_no_database_keeps(
    example: None, at_machine: Actor
) -> None:
    draft = draft_2022(at_machine)
    line = by_no(draft)["5"]
    typed = unicodedata.normalize("NFD", "Số giường bệnh") + "\x00"
    change_cells(
        by=at_machine, draft=draft, changes=[CellChange(line.pk, "name", line.name, typed)]
    )
    assert DraftLine.objects.get(pk=line.pk).name == "Số giường bệnh\ufffd"
    told = Entry.objects.filter(verb="draft.typed").latest("pk").now
    assert told == {f"{line.pk}.name": "Số giường bệnh\ufffd"}
    hand_down(at_machine, draft, "1", {}, reason=unicodedata.normalize("NFD", "Tỉnh thu"))
    assert PartsGap.objects.get(line=by_no(draft)["1"]).reason == "Tỉnh thu"
