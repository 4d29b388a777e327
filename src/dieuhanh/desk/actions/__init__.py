"""Writing notices, reading them, choosing the digest; confirming a correction as previewed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.people.models import User
from dieuhanh.reports.actions.correcting import correct_figure
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.corrections import Correction, correctable, corrected

from ..models import MailChoice, Notice, TaskTold
from ..queries.correcting import effects_of, fingerprint


class Told(NamedTuple):
    """A notice to be written. `origin` names what it tells of."""

    user: int
    origin: str
    code: str
    values: dict[str, Any]
    href: str


@verb
def tell(*, by: Actor, told: Sequence[Told]) -> int:
    """Write the notices that are not there yet; returns how many."""
    held = set(
        Notice.objects.filter(origin__in={each.origin for each in told}).values_list(
            "user_id", "origin"
        )
    )
    new = list({(t.user, t.origin): t for t in told if (t.user, t.origin) not in held}.values())
    if not new:
        return 0
    now = timezone.now()
    Notice.objects.bulk_create(
        [
            Notice(user_id=t.user, origin=t.origin, code=t.code, values=t.values, href=t.href,
                   made_at=now)
            for t in new
        ],
        batch_size=500,
    )  # fmt: skip
    record(
        by=by, verb="notices.told", subject="Notice", count=len(new),
        checksum=checksum([[t.user, t.origin, t.code] for t in new]),
    )  # fmt: skip
    return len(new)


@verb
def tell_of(*, by: Actor, claims: Sequence[TaskTold], told: Sequence[Told]) -> int:
    """Write notices of tasks with what they tell of, together; returns how many.

    Of two jobs at once the second finds it told, and nothing of its own is written: raises
    django's IntegrityError.
    """
    TaskTold.objects.bulk_create(claims, batch_size=500)
    return tell(by=by, told=told)


@verb
def mark_read(*, by: Actor, user: User, notices: Sequence[int] | None = None) -> int:
    """Mark a person's own notices read: those named, or all."""
    unread = Notice.objects.filter(user=user, read_at=None)
    if notices is not None:
        unread = unread.filter(pk__in=list(notices))
    count = unread.update(read_at=timezone.now())
    if count:
        record(by=by, verb="notices.read", subject=user.username, count=count)
    return count


@verb
def choose_digest(*, by: Actor, user: User, wanted: bool) -> None:
    """Whether a person wants the daily e-mail."""
    choice = MailChoice.objects.filter(user=user).first() or MailChoice(user=user)
    was, choice.digest = choice.digest, wanted
    choice.save()
    if was != wanted:
        record(by=by, verb="digest.chosen", subject=user.username, was=was, now=wanted)


@verb
def claim_digest(*, user: User, on: date) -> bool:
    """Take the day's one digest of a person before it is sent; False where another has it.

    Claimed first, so that of two at work one sends; a mail that could not leave is released.
    """
    MailChoice.objects.bulk_create([MailChoice(user=user)], ignore_conflicts=True)
    free = MailChoice.objects.filter(user=user).exclude(last_digest_on=on)
    return bool(free.update(last_digest_on=on))


@verb
def release_digest(*, user: User) -> None:
    """Give the day's digest back: it did not leave, and is tried again."""
    MailChoice.objects.filter(user=user).update(last_digest_on=None)


@verb
def digest_sent(*, by: Actor, user: User, notices: Sequence[int], at: datetime) -> None:
    """Remember that a digest left, so that nothing is mailed twice."""
    Notice.objects.filter(pk__in=list(notices)).update(mailed_at=at)
    record(by=by, verb="digest.sent", subject=user.username, count=len(notices))


@verb
def correct_as_previewed(*, by: Actor, asked: Correction, previewed: str, today: date) -> Figure:
    """Correct a figure if it would still change just what was previewed.

    `previewed` is the preview's fingerprint. The figure's row is locked before the boards are
    judged again. Raises Missing, Refused, BadInput("correction.…").
    """
    held = correctable(asked.figure.pk, seen_by=by)
    Figure.objects.select_for_update().filter(pk=held.pk).first()
    made = corrected(asked, today=today, simulated=bool(settings.DEMO))
    effects = effects_of(made, seen_by=by, today=today, lang="vi")
    if fingerprint(made, effects) != previewed:
        raise BadInput("correction.books_changed")
    return correct_figure(
        by=by, figure=held.pk, text=asked.text, status=asked.status, reason=asked.reason,
        known_from=asked.known_from, document=asked.document, today=today,
    )  # fmt: skip
