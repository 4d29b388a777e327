"""What is told unasked: notices of reporting, meetings and tasks, one e-mail a day.

Steps are facts; the job reads them and tells each once, so a crash between the two loses nothing.
"""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.wording.notices import digest_text, notice_text
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.reports.models import Closing, Round, Step, Submission
from dieuhanh.reports.queries.reminders import ReminderDue, reminders_due

from ..actions import Told, claim_digest, digest_sent, release_digest, tell
from ..models import Notice
from ..queries.notices import officers_of
from ..queries.work import work
from .meetings import told_of_meetings
from .papers import told_of_papers
from .tasks import tell_of_tasks

DOES = {
    "file": Permission.FIGURE_ENTER,
    "approve": Permission.FIGURE_APPROVE,
    "close": Permission.ROUND_CLOSE,
}
LOOK_BACK = timedelta(days=7)
TELLER = Actor("system:notices", "Điều Hành")
log = logging.getLogger(__name__)


def tell_all(*, today: date) -> int:
    """Tell what has happened lately and is not told yet; returns how many notices were written."""
    since = timezone.now() - LOOK_BACK
    told = [
        *_opened(since, today), *_decided(since, today), *_closed(since, today), *_reminded(today),
        *told_of_meetings(since, today), *told_of_papers(since, today),
    ]  # fmt: skip
    return tell(by=TELLER, told=told) + tell_of_tasks(by=TELLER, since=since, today=today)


def _values(submission: Submission) -> dict[str, str]:
    return {
        "round": submission.round.name,
        "round_en": submission.round.name_en,
        "body": submission.body.name,
        "body_en": submission.body.name_en,
    }


def _to_fillers(
    found: list[Submission], origin: str, code: str, today: date, **values: str
) -> Iterator[Told]:
    officers = officers_of({s.body_id for s in found}, Permission.FIGURE_ENTER, on=today)
    for each in found:
        href = reverse("reports:submission", args=[each.pk])
        for user in officers.get(each.body_id, []):
            yield Told(user, f"{origin}:{each.pk}", code, _values(each) | values, href)


def _opened(since: datetime, today: date) -> Iterator[Told]:
    lately = Q(opened_at__gte=since) | Q(opens_on__gte=today - LOOK_BACK)
    rounds = Round.objects.filter(lately, opened_at__isnull=False, opens_on__lte=today)
    for each in rounds.prefetch_related("dues").select_related("version"):
        due = {d.level: d.due_on for d in each.dues.all()}.get(each.version.filler_level)
        found = list(each.submissions.filter(state="draft").select_related("round", "body"))
        last = (due or each.closes_on).isoformat()
        yield from _to_fillers(found, f"opened:{each.pk}", "round.opened", today, due=last)


def _decided(since: datetime, today: date) -> Iterator[Told]:
    done = Q(kind="approved", submission__state="approved") | Q(kind="returned")
    steps = Step.objects.filter(done, at__gte=since).select_related(
        "submission__round", "submission__body", "body"
    )
    officers = officers_of(
        {step.submission.body_id for step in steps}, Permission.FIGURE_ENTER, on=today
    )
    for step in steps:
        of = step.submission
        approver = step.body
        values = _values(of) | {
            "comment": step.comment,
            "approver": approver.name if approver else "",
            "approver_en": approver.name_en if approver else "",
        }
        href = reverse("reports:submission", args=[of.pk])
        for user in officers.get(of.body_id, []):
            yield Told(user, f"step:{step.pk}", f"submission.{step.kind}", values, href)


def _closed(since: datetime, today: date) -> Iterator[Told]:
    for closing in Closing.objects.filter(closed_at__gte=since):
        codes = {each["code"] for each in closing.missing}
        missing = Body.objects.filter(code__in=codes)
        found = list(
            Submission.objects.filter(round=closing.round_id, body__in=missing).select_related(
                "round", "body"
            )
        )
        yield from _to_fillers(found, f"closed:{closing.pk}", "round.closed_without", today)


def _reminded(today: date) -> Iterator[Told]:
    """One reminder a body, round and day, to those who can do what is due."""
    due = reminders_due(today)
    bodies = Body.objects.in_bulk({each.body for each in due})
    officers = {
        what: officers_of({d.body for d in due if d.what == what}, permission, on=today)
        for what, permission in DOES.items()
    }
    for each in due:
        when = "before" if each.mark < 0 else "late" if each.mark else "today"
        body = bodies[each.body]
        values = {
            "round": each.round.name, "round_en": each.round.name_en, "body": body.name,
            "body_en": body.name_en, "due": each.due_on.isoformat(), "days": abs(each.mark),
            "count": len(each.submissions),
        }  # fmt: skip
        origin = f"reminder:{each.round.pk}:{each.what}:{each.body}:{each.level}:{each.mark}"
        for user in officers[each.what].get(each.body, []):
            yield Told(user, origin, f"reminder.{each.what}.{when}", values, _where(each))


def _where(due: ReminderDue) -> str:
    if due.what == "file":
        return reverse("reports:submission", args=[due.submissions[0]])
    if due.what == "close":
        return reverse("reports:round", args=[due.round.code])
    return reverse("desk:work")


def mail_digests(*, today: date) -> int:
    """Send each person one e-mail of what is new; returns how many left. Failures wait.

    Whoever else is sending, nobody gets two: the day's digest is claimed before it leaves.
    """
    if not settings.EMAIL_HOST:
        return 0
    waiting = Notice.objects.filter(mailed_at=None, read_at=None).values("user")
    people = User.objects.filter(pk__in=waiting, is_active=True).exclude(email="")
    wanting = people.exclude(mail_choice__digest=False).exclude(mail_choice__last_digest_on=today)
    sent = 0
    for user in wanting:
        if not claim_digest(user=user, on=today):
            continue
        try:
            _mail(user, today)
        except (smtplib.SMTPException, OSError) as error:
            release_digest(user=user)
            log.warning("Chưa gửi được thư cho %s, sẽ thử lại: %s", user.username, error)
        else:
            sent += 1
    return sent


def _mail(user: User, today: date) -> None:
    new = list(Notice.objects.filter(user=user, mailed_at=None, read_at=None).order_by("pk"))
    lines = [notice_text(each.code, each.values, "vi") for each in new]
    waiting = work(seen_by=actor_of(user, on=today), today=today).total
    link = settings.SITE_URL + reverse("desk:work")
    subject, body = digest_text(str(user), lines, work=waiting, link=link, lang="vi")
    EmailMessage(subject, body, to=[user.email]).send()
    digest_sent(by=TELLER, user=user, notices=[each.pk for each in new], at=timezone.now())
