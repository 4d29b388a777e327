"""A question is put, votes are cast, the count is made once; what may not be is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.db import IntegrityError, transaction

from dieuhanh.audit.models import Entry
from dieuhanh.conferences.actions.ballots import close_ballot, open_ballot, void_ballot
from dieuhanh.conferences.models import (
    Ballot,
    Conference,
    Elector,
    Presence,
    RoomEvent,
    Site,
    Vote,
)
from dieuhanh.conferences.queries.ballots import (
    choices_now,
    mine,
    result_shown,
    turnout_of,
    without_account,
)
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.ballots import By, Mode, Question
from dieuhanh.domain.errors import BadInput, Broken, Missing, Refused
from tests.conferences.ballots_made import (
    ASKED,
    BY,
    asked,
    change,
    delegate,
    electors,
    meeting,
    vote,
)

pytestmark = pytest.mark.django_db
Seat = Callable[[str], Actor]


@pytest.fixture(autouse=True)
def keys(tmp_path: Any, settings: Any, example: None) -> Any:
    """Where keys of urns lie in this test."""
    caches["process"].clear()
    settings.URN_KEYS_FOLDER = tmp_path / "keys"
    return settings.URN_KEYS_FOLDER


def refused(code: str, work: Callable[[], object]) -> None:
    with pytest.raises(BadInput) as told, transaction.atomic():
        work()
    assert told.value.code == code


def events(ballot: Ballot) -> list[str]:
    found = RoomEvent.objects.filter(conference=ballot.conference).order_by("number")
    return list(found.values_list("kind", flat=True))


class TestOpening:
    """Who could vote is settled as the question is put."""

    def test_the_room_is_told_and_one_line_is_recorded(self) -> None:
        ballot = asked(meeting())
        assert events(ballot) == ["ballot.opened"]
        line = Entry.objects.get(verb="ballot.opened")
        assert line.now["could"] == len(electors(ballot)) == 5

    def test_sites_without_anybody_are_left_out(self) -> None:
        of = meeting()
        empty = Site.objects.filter(conference=of).order_by("position")[4]
        change(Site, empty.pk, head_count=None)
        ballot = asked(of)
        assert not Elector.objects.filter(ballot=ballot, site=empty).exists()
        assert len(electors(ballot)) == 4

    def test_delegates_vote_who_are_there_and_stand_ins_for_whom_they_replace(self) -> None:
        site = Site.objects.filter(conference=meeting())[1]
        away = delegate(site, 1, state="replaced")
        came = delegate(site, 2, votes=False, stands_in_for=away)
        delegate(site, 3, state="absent")
        delegate(site, 4, kind="guest")
        own = delegate(site, 5)
        ballot = asked(site.conference, voters=By.DELEGATE)
        held = Elector.objects.filter(ballot=ballot).values_list("delegate", flat=True)
        assert sorted(held) == sorted([came.pk, own.pk])

    def test_who_has_no_account_is_in_no_secret_ballot_and_that_is_told(self) -> None:
        site = Site.objects.filter(conference=meeting())[0]
        for n, user in enumerate(("chu-tich", "van-phong", "so-y-te", "")):
            delegate(site, n, user=user)
        assert without_account(site.conference) == 1
        assert len(electors(asked(site.conference, Mode.SECRET, By.DELEGATE))) == 3

    def test_one_at_a_time(self) -> None:
        of = meeting()
        first = asked(of)
        refused("ballot.one_at_a_time", lambda: asked(of))
        close_ballot(by=BY, ballot=first.pk)
        asked(of)
        with pytest.raises(IntegrityError), transaction.atomic():
            change(Ballot, first.pk, state="open", counts=None)

    def test_nobody_there_or_too_few_for_a_secret(self) -> None:
        refused("ballot.nobody", lambda: asked(meeting(), voters=By.DELEGATE))
        refused("ballot.few", lambda: asked(meeting("hai", sites=2), Mode.SECRET))

    def test_a_meeting_that_is_not_open_agrees_on_nothing(self) -> None:
        refused("conference.not_open", lambda: asked(meeting(state="closed")))

    @pytest.mark.parametrize(
        ("code", "question"),
        [
            ("ballot.no_question", Question("  ")),
            ("ballot.long_question", Question("x" * 1001)),
            ("ballot.options", Question("x", options=("một",))),
            ("ballot.options", Question("x", options=("Một", "một"))),
            ("ballot.long_option", Question("x", options=("một", "y" * 121))),
            ("ballot.share", Question("x", quorum=101)),
            ("ballot.share", Question("x", threshold=0)),
        ],
    )
    def test_a_question_that_cannot_be_put(self, code: str, question: Question) -> None:
        of = meeting()
        refused(code, lambda: open_ballot(by=BY, conference=of, question=question))

    def test_an_item_of_another_conference(self) -> None:
        of = meeting()
        refused(
            "ballot.item",
            lambda: open_ballot(by=BY, conference=of, question=Question(ASKED), item=99_999),
        )

    def test_only_whoever_runs_the_meeting(self, actor: Seat) -> None:
        of = meeting()
        for seat in ("can-bo-xa", "so-y-te", "can-bo-huyen", "chuyen-vien"):
            with pytest.raises(Refused):
                asked(of, by=actor(seat))
        assert asked(of, by=actor("chu-tich")).state == "open"


class TestVoting:
    """The last choice before closing counts; a secret one is the only one."""

    def test_every_choice_is_kept_and_the_last_counts(self) -> None:
        ballot = asked(meeting())
        first = electors(ballot)[0]
        for choice in (0, 1, 1, 2):
            vote(elector=first, choice=choice)
        kept = Vote.objects.filter(elector=first).order_by("number")
        assert list(kept.values_list("number", "choice")) == [(1, 0), (2, 1), (3, 2)]
        assert choices_now(ballot) == [(0, 2)]
        assert turnout_of(ballot) == 1
        assert Entry.objects.filter(verb="ballot.cast").count() == 3

    def test_sent_again_it_changes_nothing(self) -> None:
        ballot = asked(meeting())
        first = electors(ballot)[0]
        assert vote(elector=first, choice=0).again is False
        assert vote(elector=first, choice=0).again is True
        assert Vote.objects.filter(ballot=ballot).count() == 1

    def test_of_a_secret_ballot_the_first_choice_stays(self) -> None:
        ballot = asked(meeting(), Mode.SECRET)
        voters = electors(ballot)
        assert vote(elector=voters[0], choice=0).again is False
        assert vote(elector=voters[0], choice=1).again is True
        vote(elector=voters[1], choice=1)
        vote(elector=voters[2], choice=0)
        assert close_ballot(by=BY, ballot=ballot.pk).counts == [2, 1, 0]

    def test_a_keeper_votes_for_their_own_site_and_no_other(self, actor: Seat) -> None:
        ballot = asked(meeting())
        commune = actor("can-bo-xa")
        [held] = mine(ballot, seen_by=commune)
        assert held.elector.site.body.code == "ubnd-32248"
        vote(by=commune, elector=held.elector.pk, choice=0)
        [after] = mine(ballot, seen_by=commune)
        assert (after.voted, after.choice) == (True, 0)
        other = next(pk for pk in electors(ballot) if pk != held.elector.pk)
        with pytest.raises(Missing):
            vote(by=commune, elector=other, choice=0)
        assert turnout_of(ballot) == 1

    def test_a_delegate_votes_in_person_and_the_keeper_for_who_has_no_account(
        self, actor: Seat
    ) -> None:
        of = meeting()
        site = Site.objects.get(conference=of, body__code="ubnd-32248")
        delegate(site, 1, user="so-y-te")
        without = delegate(site, 2)
        ballot = asked(of, voters=By.DELEGATE)
        [own] = mine(ballot, seen_by=actor("so-y-te"))
        vote(by=actor("so-y-te"), elector=own.elector.pk, choice=1)
        [held] = mine(ballot, seen_by=actor("can-bo-xa"))
        assert held.elector.delegate == without
        with pytest.raises(Missing):
            vote(by=actor("can-bo-xa"), elector=own.elector.pk, choice=0)

    @pytest.mark.parametrize("choice", [-1, 3])
    def test_no_such_option(self, choice: int) -> None:
        ballot = asked(meeting())
        refused(
            "ballot.no_choice",
            lambda: vote(elector=electors(ballot)[0], choice=choice),
        )

    @pytest.mark.parametrize("mode", list(Mode))
    def test_after_closing_nothing_can_be_voted_or_changed(self, mode: Mode) -> None:
        ballot = asked(meeting(), mode)
        voters = electors(ballot)
        for voter in voters[:3]:
            vote(elector=voter, choice=0)
        closed = close_ballot(by=BY, ballot=ballot.pk)
        for voter in voters:
            refused("ballot.not_open", lambda voter=voter: vote(elector=voter, choice=1))
        refused("ballot.not_open", lambda: close_ballot(by=BY, ballot=ballot.pk))
        refused("ballot.not_open", lambda: void_ballot(by=BY, ballot=ballot.pk, reason="x"))
        closed.refresh_from_db()
        assert (closed.counts, closed.passed) == ([3, 0, 0], True)
        with pytest.raises(Broken):
            Vote.objects.filter(ballot=ballot).update(choice=1)

    def test_a_meeting_that_ended_takes_no_votes_but_is_counted(self) -> None:
        ballot = asked(meeting())
        voters = electors(ballot)
        vote(elector=voters[0], choice=0)
        change(Conference, ballot.conference_id, state="closed")
        refused("ballot.not_open", lambda: vote(elector=voters[1], choice=0))
        assert close_ballot(by=BY, ballot=ballot.pk).counts == [1, 0, 0]


class TestCounting:
    """Counted once, by exact shares."""

    def test_the_count_is_written_told_and_recorded_once(self) -> None:
        ballot = asked(meeting(), threshold=67)
        for voter, choice in zip(electors(ballot), (0, 0, 1), strict=False):
            vote(elector=voter, choice=choice)
        closed = close_ballot(by=BY, ballot=ballot.pk)
        result = result_shown(closed)
        assert result is not None
        assert (closed.counts, closed.passed, result.could) == ([2, 1, 0], True, 5)
        line = Entry.objects.get(verb="ballot.closed")
        assert line.now == {"counts": [2, 1, 0], "could": 5, "passed": True}
        assert line.checksum
        assert events(ballot) == ["ballot.opened", "ballot.counted"]

    def test_without_its_quorum_nothing_is_agreed(self) -> None:
        ballot = asked(meeting(), quorum=50)
        for voter in electors(ballot)[:2]:
            vote(elector=voter, choice=0)
        assert close_ballot(by=BY, ballot=ballot.pk).passed is False

    def test_a_tie_is_not_agreed(self) -> None:
        ballot = asked(meeting(), quorum=0)
        for voter, choice in zip(electors(ballot), (0, 1), strict=False):
            vote(elector=voter, choice=choice)
        closed = close_ballot(by=BY, ballot=ballot.pk)
        result = result_shown(closed)
        assert result is not None
        assert (closed.passed, result.tied) == (False, True)

    def test_only_whoever_runs_the_meeting_counts_or_voids(self, actor: Seat) -> None:
        ballot = asked(meeting())
        for seat in ("can-bo-xa", "so-y-te", "chuyen-vien"):
            with pytest.raises((Refused, Missing)):
                close_ballot(by=actor(seat), ballot=ballot.pk)
            with pytest.raises((Refused, Missing)):
                void_ballot(by=actor(seat), ballot=ballot.pk, reason="x")
        assert close_ballot(by=actor("chu-tich"), ballot=ballot.pk).state == "closed"

    def test_a_void_ballot_says_why_and_is_never_counted(self) -> None:
        ballot = asked(meeting())
        refused("ballot.no_reason", lambda: void_ballot(by=BY, ballot=ballot.pk, reason=" "))
        refused(
            "ballot.long_reason", lambda: void_ballot(by=BY, ballot=ballot.pk, reason="x" * 301)
        )
        void = void_ballot(by=BY, ballot=ballot.pk, reason="Câu hỏi chưa rõ")
        assert (void.state, void.counts, void.note) == ("void", None, "Câu hỏi chưa rõ")
        assert events(ballot) == ["ballot.opened", "ballot.voided"]
        assert Entry.objects.get(verb="ballot.voided").now == {"reason": "Câu hỏi chưa rõ"}


class TestTurnout:
    """The room follows how many have voted, without a flood."""

    def test_many_votes_in_one_moment_are_told_once(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        ballot = asked(meeting(), Mode.OPEN)
        with django_capture_on_commit_callbacks(execute=True):
            for voter in electors(ballot):
                vote(elector=voter, choice=0)
        [told] = RoomEvent.objects.filter(kind="ballot.turnout")
        assert told.data == {"ballot": ballot.pk, "voted": 5, "counts": [5, 0, 0]}

    def test_counts_are_told_of_open_ballots_only(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        for code, mode in (("a", Mode.NAMED), ("b", Mode.SECRET)):
            caches["process"].clear()
            ballot = asked(meeting(code), mode)
            with django_capture_on_commit_callbacks(execute=True):
                vote(elector=electors(ballot)[0], choice=0)
            told = RoomEvent.objects.get(conference=ballot.conference, kind="ballot.turnout")
            assert told.data == {"ballot": ballot.pk, "voted": 1}

    def test_nothing_is_told_after_the_count(self, django_capture_on_commit_callbacks: Any) -> None:
        ballot = asked(meeting())
        with django_capture_on_commit_callbacks(execute=True):
            vote(elector=electors(ballot)[0], choice=0)
            close_ballot(by=BY, ballot=ballot.pk)
        assert events(ballot) == ["ballot.opened", "ballot.counted"]


def test_a_connected_site_is_there(example: None) -> None:
    of = meeting()
    site = Site.objects.filter(conference=of).order_by("position")[4]
    change(Site, site.pk, head_count=None)
    Presence.objects.create(conference=of, site=site, process="p", pages=1, seen_at=of.opened_at)
    assert Elector.objects.filter(ballot=asked(of), site=site).exists()
