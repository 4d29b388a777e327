"""What the chair sets for all, what is noted meanwhile, and who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import Entry
from dieuhanh.conferences.actions.floor import ask_floor, give_floor
from dieuhanh.conferences.actions.noting import count_heads, note_contribution
from dieuhanh.conferences.actions.running import begin_item, set_queue, set_turn, show
from dieuhanh.conferences.models import Contribution, Photo
from dieuhanh.conferences.queries.screen import choices
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused
from tests.conferences.room_books import Meeting, meeting

pytestmark = pytest.mark.django_db
Acting = Callable[[str], Actor]


@pytest.fixture
def held(example: None, actor: Acting) -> Meeting:
    return meeting(actor("van-phong"))


def test_an_item_begins_once(held: Meeting, actor: Acting) -> None:
    """Two chairs who both press "next" name the same item: the second changes nothing."""
    first, second = held.items[0].pk, held.items[1].pk
    begin_item(by=actor("van-phong"), conference=held.conference, item=first)
    number = held.room.number
    begin_item(by=actor("chu-tich"), conference=held.conference, item=first)
    assert held.room.number == number
    begin_item(by=actor("chu-tich"), conference=held.conference, item=second)
    kind, data = held.told()[-1]
    assert (kind, data["item"], data["title"]) == ("item.begun", second, "Thảo luận")
    assert held.room.item_id == second
    assert Entry.objects.get(verb="item.begun", now={"item": second}).was == {"item": first}


def test_an_item_of_another_conference_is_none(held: Meeting, actor: Acting) -> None:
    other = meeting(actor("van-phong"))
    with pytest.raises(Missing):
        begin_item(by=actor("van-phong"), conference=held.conference, item=other.items[0].pk)


def test_the_screen_shows_what_there_is(held: Meeting, actor: Acting) -> None:
    chair, of = actor("van-phong"), held.conference
    finding = Finding.objects.filter(plan=of.plan).first()
    assert held.paper
    assert finding
    for kind, ref in (
        ("paper", str(held.paper.pk)), ("board", ""), ("target", "1"), ("finding", str(finding.pk)),
        ("blank", ""),
    ):  # fmt: skip
        room = show(by=chair, conference=of, kind=kind, ref=ref)
        assert (room.screen["kind"], room.screen["ref"]) == (kind, ref)
        assert held.told()[-1] == (
            "screen.shown", {"shows": kind, "ref": ref, "title": room.screen["title"]},
        )  # fmt: skip
        assert room.screen["number"] == held.room.number


@pytest.mark.parametrize(
    ("kind", "ref"),
    [("paper", "0"), ("target", "99"), ("finding", "0"), ("photo", "0"), ("video", ""), ("", "")],
)
def test_the_screen_shows_nothing_else(held: Meeting, actor: Acting, kind: str, ref: str) -> None:
    with pytest.raises(BadInput, match=r"screen\.unknown"):
        show(by=actor("van-phong"), conference=held.conference, kind=kind, ref=ref)


def test_a_photo_without_its_file_is_not_offered(held: Meeting, actor: Acting) -> None:
    photo = Photo.objects.get(conference=held.conference)
    with pytest.raises(BadInput):
        show(by=actor("van-phong"), conference=held.conference, kind="photo", ref=str(photo.pk))


def test_a_chair_who_does_not_see_the_whole_board_does_not_show_it(
    held: Meeting, actor: Acting
) -> None:
    """What is on the screen everybody in the room sees; nobody lends an eye they do not have."""
    held_grants = actor("van-phong").grants
    cut = tuple(
        Grant(each.permission, each.areas, frozenset({"y tế"}), each.bodies)
        if each.permission == Permission.FIGURE_VIEW else each
        for each in held_grants
    )  # fmt: skip
    chair = Actor("user:0", "chủ trì", cut)
    assert {"board", "target"} & choices(held.conference, seen_by=chair).keys() == set()
    with pytest.raises(BadInput, match=r"screen\.unknown"):
        show(by=chair, conference=held.conference, kind="board")


def test_turn_and_queue_are_set(held: Meeting, actor: Acting) -> None:
    chair, of = actor("chu-tich"), held.conference
    set_turn(by=chair, conference=of, seconds=180)
    set_queue(by=chair, conference=of, is_open=False)
    set_queue(by=chair, conference=of, is_open=False)
    set_queue(by=chair, conference=of, is_open=True)
    kinds = [kind for kind, _ in held.told()]
    assert kinds[-3:] == ["turn.set", "queue.closed", "queue.opened"]
    with pytest.raises(BadInput, match=r"turn\.length"):
        set_turn(by=chair, conference=of, seconds=5)
    assert held.room.turn_seconds == 180


@pytest.mark.parametrize("seat", ["can-bo-xa", "can-bo-huyen", "so-y-te", "chuyen-vien"])
def test_others_set_nothing(held: Meeting, actor: Acting, seat: str) -> None:
    by, of, number = actor(seat), held.conference, held.room.number
    for attempt in (
        lambda: begin_item(by=by, conference=of, item=held.items[0].pk),
        lambda: show(by=by, conference=of, kind="blank"),
        lambda: set_turn(by=by, conference=of, seconds=60),
        lambda: set_queue(by=by, conference=of, is_open=False),
        lambda: note_contribution(
            by=by, conference=of, site=held.sites["centre"], office="x", text="y"
        ),
    ):
        with pytest.raises(Refused):
            attempt()
    assert held.room.number == number


def test_a_contribution_is_noted_with_site_and_office(
    held: Meeting, actor: Acting, at_machine: Actor
) -> None:
    of, delegate = held.conference, held.delegates["nam-can"]
    begin_item(by=at_machine, conference=of, item=held.items[1].pk)
    ask_floor(by=at_machine, conference=of, site=delegate.site, delegate=delegate)
    turn = give_floor(by=at_machine, conference=of)
    made = note_contribution(
        by=actor("van-phong"), conference=of, site=turn.site, delegate=turn.delegate, request=turn,
        text=" Đề nghị hỗ trợ. ",
    )  # fmt: skip
    assert (made.office, made.text, made.item) == (
        "Chủ tịch UBND huyện", "Đề nghị hỗ trợ.", held.items[1],
    )  # fmt: skip
    kind, data = held.told()[-1]
    assert kind == "contribution.noted"
    assert "hỗ trợ" not in str(data), "the words are the minute-taker's until the minutes are out"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"text": " ", "office": "x"}, "contribution.empty"),
        ({"text": "x", "office": " "}, "contribution.office"),
    ],
)
def test_a_contribution_needs_words_and_an_office(
    held: Meeting, actor: Acting, told: dict[str, str], code: str
) -> None:
    site = held.sites["centre"]
    with pytest.raises(BadInput, match=code):
        note_contribution(by=actor("van-phong"), conference=held.conference, site=site, **told)
    assert not Contribution.objects.filter(conference=held.conference).exists()


def test_the_keeper_counts_heads(held: Meeting, actor: Acting) -> None:
    site = held.sites["rach-goc"]
    count_heads(by=actor("can-bo-xa"), conference=held.conference, site=site, heads=24)
    assert held.told()[-1] == ("site.counted", {"site": site.pk, "heads": 24})
    with pytest.raises(BadInput, match=r"heads\.count"):
        count_heads(by=actor("can-bo-xa"), conference=held.conference, site=site, heads=-1)
    with pytest.raises(Refused):
        count_heads(by=actor("can-bo-huyen"), conference=held.conference, site=site, heads=1)
