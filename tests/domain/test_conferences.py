"""Preparing a conference: addresses, order, sites and what a policy may name, over many inputs."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.agenda import moved, starts
from dieuhanh.domain.conferences import (
    check_answering,
    check_closing,
    check_opening,
    code_of,
    video_origin,
)
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.invitations import ahead
from dieuhanh.domain.meeting_terms import MeetingTerm, TermKind
from dieuhanh.domain.mending import Mended, mended
from dieuhanh.domain.opinions import Answered, standing
from dieuhanh.domain.sites import SiteLevel, protocol_key, site_tree
from dieuhanh.domain.working_days import WorkCalendar

STATES = ("assigned", "accepted", "reported", "confirmed", "withdrawn", "asked_back")
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
RULE = MeetingTerm(TermKind.INVITATION, 3, "…", date(2018, 12, 25))


@given(st.text(max_size=80), st.sets(st.sampled_from(["hoi-nghi", "a", "lap-moi", "gop-y"])))
def test_an_address_is_free_plain_and_short(name: str, taken: set[str]) -> None:
    code = code_of(name, taken)
    assert code not in taken
    assert code not in {"lap-moi", "gop-y"}
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code)
    assert len(code) <= 60


@given(st.text(alphabet="abhtps:/.-@;, '\"<>\n\t*0189", max_size=40))
def test_a_policy_never_takes_more_than_an_origin(url: str) -> None:
    for told in (video_origin(url), video_origin(f"https://{url}")):
        assert told == "" or re.fullmatch(r"https?://[a-z0-9.-]+(?::\d+)?", told)


@pytest.mark.parametrize(
    "url",
    ["", "ftp://a.vn", "https://", "https://a.vn x", "https://a.vn;b", "https://u@a.vn",
     "//a.vn", "https://a.vn/x;script-src *", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_plain_address_has_no_origin(url: str) -> None:
    assert video_origin(url) == ""


@given(st.lists(st.integers(), min_size=1, unique=True), st.data())
def test_moving_keeps_everybody_and_the_order_of_the_others(
    order: list[int], data: st.DataObject
) -> None:
    one, steps = data.draw(st.sampled_from(order)), data.draw(st.integers(-9, 9))
    now = moved(order, one, steps)
    assert sorted(now) == sorted(order)
    assert [each for each in now if each != one] == [each for each in order if each != one]
    wanted = min(max(order.index(one) + steps, 0), len(order) - 1)
    assert now.index(one) == wanted


def test_what_follows_an_item_without_a_time_has_no_hour() -> None:
    told = starts(datetime(2022, 1, 12, 8, tzinfo=UTC), [15, None, 10, 5])
    assert [each is not None for each in told] == [True, True, False, False]


@given(DAYS, st.integers(0, 30))
def test_an_invitation_is_late_exactly_after_its_last_day(meets: date, before: int) -> None:
    calendar, sent = WorkCalendar(), meets - timedelta(days=before)
    found = ahead(RULE, sent, meets, calendar)
    assert found.needed == 3
    assert found.late == (calendar.between(sent, meets) < 3)
    if calendar.works(meets):
        assert not ahead(RULE, found.last_day, meets, calendar).late
        assert ahead(RULE, calendar.add(found.last_day, 1), meets, calendar).late
    assert not ahead(None, meets, meets, calendar).late


@given(st.lists(st.sampled_from(STATES), max_size=6))
def test_a_shortcoming_is_mended_only_when_nothing_is_left(states: list[str]) -> None:
    found, left = mended(states), [state for state in states if state != "withdrawn"]
    assert (found is Mended.NO_EVIDENCE) == (not left)
    assert (found is Mended.MENDED) == (bool(left) and set(left) == {"confirmed"})


@given(DAYS, DAYS, st.sampled_from([None, True, False]), st.sampled_from([None, True, False]))
def test_an_opinion_stands_in_one_place(
    due: date, today: date, agrees: bool | None, accepted: bool | None
) -> None:
    state = standing(due, today, agrees=agrees, accepted=accepted)
    assert (state in {Answered.WAITING, Answered.LATE}) == (agrees is None)
    assert (state is Answered.LATE) == (agrees is None and today > due)
    if agrees is False and accepted is None:
        assert state is Answered.OPEN


@given(st.text(max_size=40), st.integers(1, 50), st.sampled_from(["chair", "guest", "delegate"]))
def test_chairs_come_before_guests_and_guests_before_delegates(
    office: str, site: int, kind: str
) -> None:
    key = protocol_key(kind, site, office)
    assert protocol_key("chair", 51, "") > key if kind == "chair" else True
    assert (protocol_key("chair", 99, office) < key) == (kind != "chair")
    assert (protocol_key("delegate", 0, "Bí thư Tỉnh ủy") > key) == (kind != "delegate")


def test_a_level_that_is_left_out_or_has_no_body_moves_what_is_below_up() -> None:
    told = {
        "below": {1: [2, 3], 2: [4], 3: [5]},
        "levels": {2: Level.DISTRICT, 3: Level.DISTRICT, 4: Level.COMMUNE, 5: Level.COMMUNE},
    }
    whole = site_tree(
        10, 1, bodies={1: 10, 2: 20, 4: 40, 5: 50}, wanted=frozenset(SiteLevel), **told
    )  # type: ignore[arg-type]
    assert [(seat.body, seat.above) for seat in whole] == [(10, None), (20, 10), (40, 20), (50, 10)]
    communes = frozenset({SiteLevel.COMMUNE})
    flat = site_tree(10, 1, bodies={2: 20, 4: 40, 5: 50}, wanted=communes, **told)  # type: ignore[arg-type]
    assert [(seat.body, seat.above) for seat in flat] == [(10, None), (40, 10), (50, 10)]
    assert site_tree(10, None, bodies={}, wanted=communes, **told)[0].above is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (lambda: check_opening("open", 3), "conference.opened"),
        (lambda: check_opening("closed", 3), "conference.closed"),
        (lambda: check_opening("invited", 0), "conference.no_site"),
        (lambda: check_closing(speaking=True, voting=False), "conference.floor_held"),
        (lambda: check_closing(speaking=False, voting=True), "conference.vote_open"),
        (lambda: check_answering("invited", "replaced"), "delegate.replaced"),
        (lambda: check_answering("closed", "invited"), "conference.closed"),
    ],
)
def test_each_state_refuses_what_it_must(check: object, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        check()  # type: ignore[operator]
    assert refused.value.code == code
