"""The pages of agreement, as a chair, a site's keeper and a reader meet them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from dieuhanh.conferences.actions.ballots import close_ballot
from dieuhanh.conferences.models import Ballot, Conference, Site, Urn, Vote
from dieuhanh.domain.ballots import By, Mode
from tests.conferences.ballots_made import BY, asked, delegate, electors, meeting, vote
from tests.pages import between, page, words

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ASKED = {
    "question": "Thông qua chương trình hành động năm 2022?", "mode": "named", "by": "site",
    "options": "Tán thành\r\nKhông tán thành\r\n", "quorum": "67", "threshold": "50", "item": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def keys(tmp_path: Any, settings: Any, example: None) -> None:
    caches["process"].clear()
    settings.URN_KEYS_FOLDER = tmp_path / "keys"


def at(name: str, of: Conference, *more: object) -> str:
    return reverse(f"conferences:{name}", args=[of.code, *more])


def voted(client: Client, ballot: Ballot, choice: int, **more: Any) -> Any:
    """Press a choice on the first form the page shows."""
    shown = page(client, at("ballot-now", ballot.conference))
    found = re.search(r'name="elector" value="(\d+)"', shown)
    elector = found[1] if found else str(more.pop("elector"))
    told = {"elector": elector, "choice": str(choice), **more}
    return client.post(at("ballot-vote", ballot.conference, ballot.pk), told)


class TestTheChair:
    def test_puts_a_question_and_counts_it(self, client_as: SignIn) -> None:
        of, chair = meeting(), client_as("chu-tich")
        told = words(page(chair, at("ballot-new", of)))
        assert "5 điểm cầu đang có mặt hoặc đã đăng ký" in told
        answer = chair.post(at("ballot-new", of), ASKED)
        ballot = Ballot.objects.get(conference=of)
        assert answer.headers["Location"] == at("ballot", of, ballot.pk)
        assert (ballot.quorum, ballot.options) == (67, ["Tán thành", "Không tán thành"])
        for voter in electors(ballot)[:4]:
            vote(elector=voter, choice=0)
        assert "4/5 đã biểu quyết (80,0%)" in words(
            page(chair, at("ballot-turnout", of, ballot.pk))
        )
        chair.post(at("ballot-close", of, ballot.pk))
        told = words(page(chair, at("ballot", of, ballot.pk)))
        assert "Thông qua: tán thành 4/4, đạt 100,0%." in told
        assert "không tham gia" in told

    def test_keeps_what_was_typed_when_it_cannot_be_put(self, client_as: SignIn) -> None:
        of, chair = meeting(), client_as("chu-tich")
        answer = chair.post(at("ballot-new", of), {**ASKED, "options": "một"})
        assert answer.status_code == 400
        assert ASKED["question"] in answer.content.decode()
        assert "Cần từ 2 đến 12 phương án" in answer.content.decode()
        assert chair.post(at("ballot-new", of), {**ASKED, "mode": "x"}).status_code == 400
        assert not Ballot.objects.filter(conference=of).exists()

    def test_declares_it_void_with_a_reason(self, client_as: SignIn) -> None:
        ballot, chair = asked(meeting()), client_as("chu-tich")
        address = at("ballot-void", ballot.conference, ballot.pk)
        refused = chair.post(address, {"reason": ""}, headers={"hx-request": "true"})
        assert "Hãy ghi lý do hủy" in refused.content.decode()
        told = chair.post(address, {"reason": "Câu hỏi chưa rõ"}, headers={"hx-request": "true"})
        assert "Câu hỏi chưa rõ" in words(told.content.decode())

    def test_is_told_of_delegates_a_secret_ballot_leaves_out(self, client_as: SignIn) -> None:
        of = meeting()
        delegate(Site.objects.filter(conference=of)[0], 1)
        told = words(page(client_as("chu-tich"), at("ballot-new", of)))
        assert "1 đại biểu chưa có tài khoản" in told

    def test_others_find_no_such_buttons(self, client_as: SignIn) -> None:
        ballot = asked(meeting())
        shown = page(client_as("can-bo-xa"), at("ballot", ballot.conference, ballot.pk))
        assert "Kết thúc và kiểm phiếu" not in shown
        assert "Hủy lượt này" not in shown


class TestASite:
    def test_votes_and_votes_anew(self, client_as: SignIn) -> None:
        ballot, keeper = asked(meeting()), client_as("can-bo-xa")
        assert "Đã ghi: Tán thành." in words(follow(keeper, voted(keeper, ballot, 0)))
        assert "Đã ghi: Không tán thành." in words(follow(keeper, voted(keeper, ballot, 1)))
        voted(keeper, ballot, 1)
        assert [v.choice for v in Vote.objects.filter(ballot=ballot).order_by("number")] == [0, 1]
        shown = page(keeper, at("ballot-now", ballot.conference))
        pressed = between(shown, 'value="1" aria-pressed="', '"')
        assert pressed == "true"

    def test_is_asked_again_before_a_secret_vote(self, client_as: SignIn) -> None:
        ballot, keeper = asked(meeting(), Mode.SECRET), client_as("can-bo-xa")
        [site] = [e for e in ballot.electors.all() if e.site.body.code == "ubnd-32248"]
        sure = voted(keeper, ballot, 1)
        assert "Bạn chọn: Không tán thành" in words(sure.content.decode())
        assert "no-store" in sure.headers["Cache-Control"]
        assert not any(bytes(Urn.objects.get(ballot=ballot).voted))
        done = voted(keeper, ballot, 1, sure="1")
        assert "Đã bỏ phiếu. Không ai biết bạn chọn gì." in words(follow(keeper, done))
        again = voted(keeper, ballot, 0, sure="1", elector=site.pk)
        assert "đã bỏ rồi và không đổi được" in words(follow(keeper, again))
        for voter in electors(ballot)[:2]:
            vote(elector=voter, choice=0)
        assert close_ballot(by=BY, ballot=ballot.pk).counts == [2, 1, 0]

    def test_the_answer_to_a_secret_vote_is_the_same_whatever_was_chosen(
        self, client_as: SignIn
    ) -> None:
        keeper, said = client_as("can-bo-xa"), set()
        for code, choice in (("a", 0), ("b", 2)):
            ballot = asked(meeting(code), Mode.SECRET)
            done = voted(keeper, ballot, choice, sure="1")
            shown = words(follow(keeper, done))
            said.add(re.sub(r"\d+", "", shown))
        assert len(said) == 1

    def test_another_site_s_vote_is_not_there(self, client_as: SignIn) -> None:
        ballot, keeper = asked(meeting()), client_as("can-bo-xa")
        other = next(e for e in ballot.electors.all() if e.site.body.code == "ubnd-973")
        told = {"elector": str(other.pk), "choice": "0"}
        address = at("ballot-vote", ballot.conference, ballot.pk)
        assert keeper.post(address, told).status_code == 404
        assert keeper.post(address, {"elector": "x", "choice": "0"}).status_code == 404
        assert not Vote.objects.filter(ballot=ballot).exists()

    def test_too_late_is_told_in_place(self, client_as: SignIn) -> None:
        ballot, keeper = asked(meeting()), client_as("can-bo-xa")
        elector = next(e for e in ballot.electors.all() if e.site.body.code == "ubnd-32248")
        close_ballot(by=BY, ballot=ballot.pk)
        late = voted(keeper, ballot, 0, elector=elector.pk)
        assert "không còn nhận biểu quyết" in words(follow(keeper, late))

    def test_without_a_vote_sees_the_turnout(self, client_as: SignIn) -> None:
        ballot = asked(meeting())
        told = words(page(client_as("chuyen-vien"), at("ballot-now", ballot.conference)))
        assert "0/5 đã biểu quyết (0,0%)" in told
        assert "Bạn không biểu quyết trong lượt này." in told


def follow(client: Client, answer: Any) -> str:
    assert answer.status_code == 302
    return page(client, answer.headers["Location"])


class TestWhatIsShown:
    def test_before_any_ballot(self, client_as: SignIn) -> None:
        of = meeting()
        empty = "Chưa có nội dung nào được đưa ra biểu quyết."
        assert empty in page(client_as("can-bo-xa"), at("ballot-now", of))
        assert empty in page(client_as("can-bo-xa"), at("ballots", of))

    def test_of_an_open_ballot_the_counts_while_it_runs(self, client_as: SignIn) -> None:
        ballot = asked(meeting(), Mode.OPEN)
        for voter, choice in zip(electors(ballot), (0, 0, 1), strict=False):
            vote(elector=voter, choice=choice)
        told = words(page(client_as("can-bo-xa"), at("ballot-now", ballot.conference)))
        assert "Tán thành 2 Không tán thành 1 Không có ý kiến 0" in told

    @pytest.mark.parametrize("mode", [Mode.NAMED, Mode.SECRET])
    def test_of_others_the_turnout_alone(self, mode: Mode, client_as: SignIn) -> None:
        ballot = asked(meeting(), mode)
        for voter in electors(ballot)[:3]:
            vote(elector=voter, choice=0)
        shown = page(client_as("chuyen-vien"), at("ballot", ballot.conference, ballot.pk))
        assert "data-count" not in shown
        assert "Ai chọn gì được" in shown or "Ai chọn gì không được" in shown
        assert 'id="choices"' not in shown

    def test_named_choices_are_read_out_and_exported(self, client_as: SignIn) -> None:
        ballot, reader = asked(meeting()), client_as("chuyen-vien")
        address = at("ballot-export", ballot.conference, ballot.pk, "csv")
        for voter, choice in zip(electors(ballot), (0, 1, 0), strict=False):
            vote(elector=voter, choice=choice)
        assert "Tán thành" not in reader.get(address).content.decode()
        close_ballot(by=BY, ballot=ballot.pk)
        lines = reader.get(address).content.decode().splitlines()
        said = [line for line in lines if line.startswith(("Điểm cầu ", '"Điểm cầu '))]
        assert [line.endswith(",Không tán thành") for line in said].count(True) == 1
        assert sum("không tham gia" in line for line in said) == 2
        one = reader.get(f"{address}?q=khong+tan").content.decode()
        assert one.count("Không tán thành") == 1
        assert reader.get(address.replace("csv", "exe")).status_code == 404

    def test_of_a_secret_ballot_nobody_s_choice_ever(self, client_as: SignIn) -> None:
        ballot, reader = asked(meeting(), Mode.SECRET), client_as("chu-tich")
        for voter in electors(ballot):
            vote(elector=voter, choice=0)
        close_ballot(by=BY, ballot=ballot.pk)
        shown = page(reader, at("ballot", ballot.conference, ballot.pk))
        assert "Thông qua: tán thành 5/5" in shown
        assert 'id="choices"' not in shown
        exported = reader.get(at("ballot-export", ballot.conference, ballot.pk, "csv"))
        assert "Điểm cầu UBND" not in exported.content.decode()

    def test_in_english(self, client_as: SignIn) -> None:
        ballot, reader = asked(meeting()), client_as("chu-tich")
        vote(elector=electors(ballot)[0], choice=0)
        close_ballot(by=BY, ballot=ballot.pk)
        reader.cookies["django_language"] = "en"
        told = words(page(reader, at("ballot", ballot.conference, ballot.pk)))
        assert "No decision: only 1/5 (20.0%) took part." in told
        assert "did not vote" in told

    def test_lists_ask_a_fixed_number_of_times(
        self, client_as: SignIn, django_assert_max_num_queries: Callable[[int], Any]
    ) -> None:
        of, reader = meeting(sites=30), client_as("chu-tich")
        for _ in range(6):
            ballot = asked(of)
            for voter in electors(ballot):
                vote(elector=voter, choice=0)
            close_ballot(by=BY, ballot=ballot.pk)
        running = asked(of)
        for voter in electors(running):
            vote(elector=voter, choice=0)
        page(reader, at("ballots", of))
        with django_assert_max_num_queries(14):
            page(reader, at("ballots", of))
        with django_assert_max_num_queries(20):
            page(reader, at("ballot-now", of))
        with django_assert_max_num_queries(20):
            page(reader, at("ballot", of, ballot.pk))

    def test_delegates_are_named_with_their_office(self, client_as: SignIn) -> None:
        of = meeting()
        site = Site.objects.get(conference=of, body__code="ubnd-32248")
        delegate(site, 1)
        ballot, keeper = asked(of, voters=By.DELEGATE), client_as("can-bo-xa")
        assert "Đại biểu 1" in page(keeper, at("ballot-now", of))
        voted(keeper, ballot, 0)
        close_ballot(by=BY, ballot=ballot.pk)
        assert "Đại biểu 1" in page(keeper, at("ballot", of, ballot.pk))
