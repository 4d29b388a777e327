"""A secret vote cannot be traced: not from the books, a backup, the record, nor two copies of them."""

from __future__ import annotations

import json
import os
import random
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection, transaction

from dieuhanh.audit.models import Entry
from dieuhanh.conferences.actions.ballots import close_ballot, void_ballot, void_restored
from dieuhanh.conferences.actions.urns import count_out, put_in
from dieuhanh.conferences.jobs.keys import destroy_spent_keys
from dieuhanh.conferences.models import Ballot, RoomEvent, Urn, Vote
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.ballots import Mode
from dieuhanh.domain.errors import BadInput, Refused
from tests.conferences.ballots_made import BY, asked, electors, meeting, vote

pytestmark = pytest.mark.django_db
Capture = Callable[..., Any]


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, settings: Any, example: None) -> Path:
    """Where keys of urns lie in this test."""
    caches["process"].clear()
    settings.URN_KEYS_FOLDER = tmp_path / "keys"
    return tmp_path / "keys"


def refused(code: str, work: Callable[[], object]) -> None:
    with pytest.raises(BadInput) as told, transaction.atomic():
        work()
    assert told.value.code == code


def dump() -> dict[str, list[Any]]:
    """Every row of every table, as the database gives it."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {}
        for table in tables:
            cursor.execute(f'select * from "{table}"')  # noqa: S608 - a table of ours
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


def moved(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, int]:
    """In which tables something changed, and by how many rows."""
    return {
        name: len(after[name]) - len(before[name]) for name in after if before[name] != after[name]
    }


def secret(count: int = 8, code: str = "hop") -> tuple[Ballot, list[int]]:
    ballot = asked(meeting(code, sites=count), Mode.SECRET)
    return ballot, electors(ballot)


class TestOneVote:
    """What is there before a vote and after it."""

    def test_changes_one_row_and_adds_none(self) -> None:
        ballot, voters = secret()
        for place, choice in zip(voters, (0, 1, 2, 1, 0), strict=False):
            before = dump()
            vote(elector=place, choice=choice)
            assert moved(before, dump()) == {"conferences_urn": 0}
        assert not Vote.objects.filter(ballot=ballot).exists()

    def test_leaves_no_line_in_the_record_nor_in_any_log(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        ballot, voters = secret()
        before = Entry.objects.count()
        with caplog.at_level(0):
            for place, voter in enumerate(voters):
                vote(elector=voter, choice=place % 3)
        assert Entry.objects.count() == before
        assert caplog.records == []
        close_ballot(by=BY, ballot=ballot.pk)
        lines = Entry.objects.filter(verb__startswith="ballot.").order_by("pk")
        assert [line.verb for line in lines] == ["ballot.opened", "ballot.closed"]

    def test_the_room_hears_a_number_and_nothing_else(
        self, django_capture_on_commit_callbacks: Capture
    ) -> None:
        ballot, voters = secret()
        with django_capture_on_commit_callbacks(execute=True):
            vote(elector=voters[3], choice=2)
        told = RoomEvent.objects.get(kind="ballot.turnout")
        assert told.data == {"ballot": ballot.pk, "voted": 1}

    def test_the_seal_is_as_long_and_as_strange_whatever_was_chosen(self) -> None:
        _, voters = secret()
        seals, lengths = set(), set()
        for place, voter in enumerate(voters):
            vote(elector=voter, choice=place % 3)
            sealed = bytes(Urn.objects.get().sealed)
            seals |= {sealed, sealed[:12]}
            lengths.add(len(sealed))
        assert len(lengths) == 1
        assert len(seals) == 2 * len(voters)

    def test_the_same_counts_never_look_the_same(self) -> None:
        """Two urns in which the same happened: their bytes have no more in common than by chance."""
        seen = []
        for code in ("a", "b"):
            ballot, voters = secret(code=code)
            vote(elector=voters[0], choice=1)
            seen.append(bytes(Urn.objects.get(ballot=ballot).sealed))
            void_ballot(by=BY, ballot=ballot.pk, reason="thử")
        same = sum(a == b for a, b in zip(*seen, strict=True))
        assert same < len(seen[0]) // 4


class TestCopies:
    """Copies of the books made while a vote runs."""

    def test_the_order_in_which_people_vote_leaves_no_mark(self) -> None:
        """The same votes in another order end in the same books but for the cipher's chance."""
        ends = []
        for code, seed in (("a", 1), ("b", 2)):
            ballot, voters = secret(code=code)
            chosen = [(voter, place % 3) for place, voter in enumerate(voters)]
            random.Random(seed).shuffle(chosen)  # noqa: S311 - an order, no secret
            for voter, choice in chosen:
                vote(elector=voter, choice=choice)
            urn = Urn.objects.get(ballot=ballot)
            ends.append((bytes(urn.voted), len(bytes(urn.sealed)), count_out(urn)))
            void_ballot(by=BY, ballot=ballot.pk, reason="thử")
        assert ends[0] == ends[1]

    def test_swapping_two_choices_changes_nothing_that_is_kept(self) -> None:
        """Who chose what is not in the books: exchanged between two electors, they stay the same."""
        kept = []
        for code, choices in (("a", (0, 1, 2, 0)), ("b", (1, 0, 0, 2))):
            ballot, voters = secret(code=code)
            for voter, choice in zip(voters, choices, strict=False):
                vote(elector=voter, choice=choice)
            closed = close_ballot(by=BY, ballot=ballot.pk)
            urn = Urn.objects.get(ballot=ballot)
            line = Entry.objects.get(verb="ballot.closed", subject=f"{code}/{ballot.pk}")
            kept.append(
                (closed.counts, bytes(urn.voted), bytes(urn.sealed), line.now, line.checksum)
            )
        assert kept[0] == kept[1]

    def test_after_closing_no_cipher_is_left_to_open(
        self, keys: Path, django_capture_on_commit_callbacks: Capture
    ) -> None:
        ballot, voters = secret()
        for voter in voters:
            vote(elector=voter, choice=0)
        copy = bytes(Urn.objects.get().sealed)
        with django_capture_on_commit_callbacks(execute=True):
            close_ballot(by=BY, ballot=ballot.pk)
        assert list(keys.iterdir()) == []
        urn = Urn.objects.get()
        assert bytes(urn.sealed) == b""
        urn.sealed = copy
        refused("ballot.key_gone", lambda: count_out(urn))


class TestTheKey:
    """A file of its own, for as long as the ballot runs."""

    def test_lies_outside_the_books_for_its_owner_alone(self, keys: Path) -> None:
        secret()
        [key] = keys.iterdir()
        assert (stat.S_IMODE(key.stat().st_mode), len(key.read_bytes())) == (0o600, 32)
        assert stat.S_IMODE(keys.stat().st_mode) == 0o700
        assert not any(repr(key.read_bytes()) in row for rows in dump().values() for row in rows)

    def test_is_not_there_for_open_and_named_ballots(self, keys: Path) -> None:
        asked(meeting("a"), Mode.NAMED)
        asked(meeting("b"), Mode.OPEN)
        assert not keys.exists()

    def test_lost_it_is_told_and_the_ballot_can_only_be_voided(self, keys: Path) -> None:
        ballot, voters = secret()
        for each in keys.iterdir():
            each.unlink()
        refused("ballot.key_gone", lambda: vote(elector=voters[0], choice=0))
        refused("ballot.key_gone", lambda: close_ballot(by=BY, ballot=ballot.pk))
        assert void_ballot(by=BY, ballot=ballot.pk, reason="Mất khóa").state == "void"

    def test_voiding_destroys_it_too(
        self, keys: Path, django_capture_on_commit_callbacks: Capture
    ) -> None:
        ballot, _ = secret()
        with django_capture_on_commit_callbacks(execute=True):
            void_ballot(by=BY, ballot=ballot.pk, reason="Hỏi lại")
        assert list(keys.iterdir()) == []

    def test_left_by_a_process_that_died_it_is_swept(self, keys: Path) -> None:
        ballot, voters = secret()
        for voter in voters:
            vote(elector=voter, choice=0)
        assert destroy_spent_keys() == 0
        close_ballot(by=BY, ballot=ballot.pk)
        assert len(list(keys.iterdir())) == 1, "the test's transaction never commits"
        assert destroy_spent_keys() == 1
        assert list(keys.iterdir()) == []

    def test_of_an_opening_that_failed_it_goes_after_an_hour(self, keys: Path) -> None:
        secret()
        stray = keys / ("a" * 32)
        stray.write_bytes(b"x" * 32)
        (keys / "ghi-chu.txt").write_text("không phải khóa", "utf-8")
        assert destroy_spent_keys() == 0
        past = time.time() - 4000
        os.utime(stray, (past, past))
        assert destroy_spent_keys() == 1
        assert len(list(keys.iterdir())) == 2


class TestTampering:
    """Who may write to the database cannot add a vote or open a place on the list."""

    def test_a_list_changed_by_hand_no_longer_opens(self) -> None:
        ballot, voters = secret()
        vote(elector=voters[0], choice=0)
        with connection.cursor() as cursor:
            cursor.execute("update conferences_urn set voted = %s", [b"\x00"])
        refused("ballot.urn", lambda: vote(elector=voters[0], choice=1))
        refused("ballot.urn", lambda: close_ballot(by=BY, ballot=ballot.pk))
        assert void_ballot(by=BY, ballot=ballot.pk, reason="Hòm phiếu bị sửa").state == "void"

    def test_an_older_urn_put_back_is_only_an_older_urn(self) -> None:
        """Known limit: list and seal together, put back from a copy, undo votes; the turnout told."""
        ballot, voters = secret()
        vote(elector=voters[0], choice=0)
        old = Urn.objects.values("voted", "sealed").get()
        for voter in voters[1:4]:
            vote(elector=voter, choice=1)
        with connection.cursor() as cursor:
            cursor.execute(
                "update conferences_urn set voted = %s, sealed = %s",
                [bytes(old["voted"]), bytes(old["sealed"])],
            )
        assert close_ballot(by=BY, ballot=ballot.pk).state == "void"

    def test_one_urn_s_seal_is_of_no_use_to_another(self) -> None:
        first, voters = secret(code="a")
        second, _ = secret(code="b")
        vote(elector=voters[0], choice=0)
        mine, other = Urn.objects.get(ballot=first), Urn.objects.get(ballot=second)
        other.sealed, other.voted = mine.sealed, mine.voted
        refused("ballot.urn", lambda: put_in(other, [(1, 0)]))


class TestTooFew:
    """A count that would tell a voter is never written."""

    @pytest.mark.parametrize("many", [1, 2])
    def test_fewer_than_three_votes_are_void(self, many: int) -> None:
        ballot, voters = secret()
        for voter in voters[:many]:
            vote(elector=voter, choice=0)
        closed = close_ballot(by=BY, ballot=ballot.pk)
        assert (closed.state, closed.counts, closed.note) == ("void", None, "void.too_few")
        line = Entry.objects.get(verb="ballot.voided")
        assert json.dumps(line.now) == '{"reason": "void.too_few"}'

    def test_none_at_all_is_counted(self) -> None:
        ballot, _ = secret()
        closed = close_ballot(by=BY, ballot=ballot.pk)
        assert (closed.state, closed.counts, closed.passed) == ("closed", [0, 0, 0], False)


class TestRestored:
    """Books taken up again from a backup made while a secret vote ran."""

    def test_a_running_secret_ballot_is_void_and_its_key_gone(
        self, keys: Path, django_capture_on_commit_callbacks: Capture
    ) -> None:
        ballot, voters = secret()
        named = asked(meeting("khac"))
        vote(elector=voters[0], choice=0)
        with django_capture_on_commit_callbacks(execute=True):
            assert void_restored(by=BY) == 1
        ballot.refresh_from_db()
        assert (ballot.state, ballot.note) == ("void", "void.restored")
        assert list(keys.iterdir()) == []
        named.refresh_from_db()
        assert named.state == "open"
        assert void_restored(by=BY) == 0

    def test_only_the_keeper_of_the_books(self, actor: Callable[[str], Actor]) -> None:
        with pytest.raises(Refused):
            void_restored(by=actor("chu-tich"))
