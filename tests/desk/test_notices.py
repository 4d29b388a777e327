"""Notices are told once, and leave by e-mail as one digest a day, through a real SMTP server."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import Client
from django.urls import reverse

from dieuhanh.config.mail import Mail, read_mail
from dieuhanh.desk import jobs
from dieuhanh.desk.actions import Told, choose_digest, tell
from dieuhanh.desk.jobs import TELLER, mail_digests
from dieuhanh.desk.models import Notice
from dieuhanh.domain.actors import Actor
from dieuhanh.people.models import User
from tests.conftest import DEMO_DAY
from tests.pages import page, words

pytestmark = pytest.mark.usefixtures("example")
VALUES = {"round": "KT-XH xã, năm 2021", "body": "UBND xã Đất Mũi", "due": "2021-12-20"}


class Caught:
    """A mailbox; it can be made to refuse."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses = False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refuses:
            return "451 try again later"
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@pytest.fixture
def caught(settings: object, socket_enabled: None) -> Iterator[Caught]:
    box = Caught()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST = "127.0.0.1"  # type: ignore[attr-defined]
    settings.EMAIL_PORT = port  # type: ignore[attr-defined]
    yield box
    server.stop()


@pytest.fixture
def officer() -> User:
    user = User.objects.get(username="can-bo-xa")
    user.email = "can-bo-xa@vidu.test"
    user.save()
    return user


def told(user: User, origin: str) -> Told:
    return Told(user.pk, origin, "reminder.file.today", VALUES, "/viec-cua-toi/")


def test_a_thing_is_told_once(officer: User) -> None:
    assert tell(by=TELLER, told=[told(officer, "a"), told(officer, "a"), told(officer, "b")]) == 2
    assert tell(by=TELLER, told=[told(officer, "a")]) == 0


def test_many_notices_leave_as_one_mail_a_day(officer: User, caught: Caught) -> None:
    tell(by=TELLER, told=[told(officer, f"n{n}") for n in range(40)])
    assert mail_digests(today=DEMO_DAY) == 1
    assert mail_digests(today=DEMO_DAY) == 0
    [mail] = caught.mails
    assert mail["To"] == "can-bo-xa@vidu.test"
    assert mail["Subject"] == "Điều Hành: 40 thông báo mới"
    said = mail.get_content()
    assert said.count("hôm nay 20/12/2021 là hạn nộp, UBND xã Đất Mũi chưa nộp") == 40
    tell(by=TELLER, told=[told(officer, "later")])
    assert mail_digests(today=DEMO_DAY) == 0
    assert mail_digests(today=DEMO_DAY + timedelta(days=1)) == 1
    assert len(caught.mails) == 2


def test_a_refused_mail_is_kept_and_tried_again(
    officer: User, caught: Caught, caplog: pytest.LogCaptureFixture
) -> None:
    tell(by=TELLER, told=[told(officer, "a")])
    caught.refuses = True
    assert mail_digests(today=DEMO_DAY) == 0
    assert "sẽ thử lại" in caplog.text
    caught.refuses = False
    assert mail_digests(today=DEMO_DAY) == 1


def test_of_two_at_work_one_sends(
    officer: User, caught: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other looks for whom to write to while the first is writing."""
    tell(by=TELLER, told=[told(officer, "a")])
    sent: list[int] = []
    once = jobs._mail  # the moment between claiming and sending

    def meanwhile(user: User, today: date) -> None:
        sent.append(mail_digests(today=today))
        once(user, today)

    monkeypatch.setattr(jobs, "_mail", meanwhile)
    assert mail_digests(today=DEMO_DAY) == 1
    assert sent == [0]
    assert len(caught.mails) == 1


def test_a_crash_after_sending_does_not_send_again(
    officer: User, caught: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(by=TELLER, told=[told(officer, "a")])

    def dies(**_what: object) -> None:
        raise SystemExit

    monkeypatch.setattr(jobs, "digest_sent", dies)
    with pytest.raises(SystemExit):
        mail_digests(today=DEMO_DAY)
    assert mail_digests(today=DEMO_DAY) == 0
    assert len(caught.mails) == 1


def test_who_declined_gets_none(officer: User, caught: Caught, at_machine: Actor) -> None:
    tell(by=TELLER, told=[told(officer, "a")])
    choose_digest(by=at_machine, user=officer, wanted=False)
    assert mail_digests(today=DEMO_DAY) == 0
    assert caught.mails == []


def test_nothing_leaves_without_a_server(officer: User, settings: object) -> None:
    settings.EMAIL_HOST = ""  # type: ignore[attr-defined]
    tell(by=TELLER, told=[told(officer, "a")])
    assert mail_digests(today=DEMO_DAY) == 0
    assert Notice.objects.get(origin="a").mailed_at is None


def test_notices_are_read_on_their_page(officer: User, client_as: type[Client]) -> None:
    tell(by=TELLER, told=[told(officer, "a"), told(officer, "b")])
    client = client_as("can-bo-xa")
    assert "2 chưa đọc" in words(page(client, reverse("desk:work")))
    assert client.post(reverse("desk:read")).status_code == 302
    assert "chưa đọc" not in words(page(client, reverse("desk:notices")))
    other = client_as("chuyen-vien")
    assert "Chưa có thông báo nào." in words(page(other, reverse("desk:notices")))


def test_the_mail_address_is_read() -> None:
    assert read_mail("") == Mail()
    mail = read_mail("smtps://nguoi:b%40t@thu.test?from=dieuhanh@thu.test")
    assert (mail.port, mail.user, mail.password, mail.ssl) == (465, "nguoi", "b@t", True)
    with pytest.raises(ValueError, match="DIEUHANH_SMTP"):
        read_mail("http://thu.test")


def test_a_digest_is_dated_by_the_day_it_left(officer: User, caught: Caught) -> None:
    tell(by=TELLER, told=[told(officer, "a")])
    mail_digests(today=date(2022, 1, 20))
    officer.refresh_from_db()
    assert officer.mail_choice.last_digest_on == date(2022, 1, 20)
