"""Who will come: registered, absent with a reason, somebody else instead; how many in each room."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conferences import check_answering, check_changeable, delegate_key
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.text import storable

from ..models import Conference, Delegate, Site
from ..queries import edits
from ..queries.attendance import may_answer_for

MOST_PEOPLE = 10_000


@verb
def register(*, by: Actor, delegate: Delegate) -> Delegate:
    """Somebody will come. Raises BadInput("delegate.replaced", "conference.closed"), Refused."""
    return _answer(by, delegate, "registered", reason="")


@verb
def report_absence(*, by: Actor, delegate: Delegate, reason: str) -> Delegate:
    """Somebody will not come, and why. Raises as `register`, and BadInput("delegate.reason")."""
    told = storable(reason).strip()[:300]
    if not told:
        raise BadInput("delegate.reason")
    return _answer(by, delegate, "absent", reason=told)


@verb
def name_stand_in(
    *, by: Actor, delegate: Delegate, office: str, name: str = "", reason: str = ""
) -> Delegate:
    """Somebody comes instead, in that place of protocol and with that vote; returns who.

    Raises as `register`, and BadInput("delegate.office").
    """
    held = _locked(by, delegate)
    words = {"office": storable(office).strip()[:300], "name": storable(name).strip()[:120]}
    if not words["office"]:
        raise BadInput("delegate.office")
    was = delegate.state
    place, last = delegate.position, _last(held)
    delegate.state, delegate.position = "replaced", last + 1
    delegate.reason = storable(reason).strip()[:300]
    delegate.save(update_fields=["state", "position", "reason"])
    made = Delegate.objects.create(
        conference=held, site=delegate.site, body=delegate.body, kind=delegate.kind,
        position=place, votes=delegate.votes, state="registered", stands_in_for=delegate,
        key=delegate_key(**words), **words,
    )  # fmt: skip
    record(
        by=by, verb="delegate.replaced", subject=f"{held.code}/{delegate.pk}", was=was,
        now={"stand_in": made.pk, "office": made.office, "reason": delegate.reason},
    )  # fmt: skip
    return made


@verb
def expect(*, by: Actor, site: Site, people: str) -> Site:
    """How many people a site announces. Raises BadInput("site.expected", "conference.closed")."""
    of = site.conference
    if not (by.may(Permission.SITE_KEEP, body=site.body_id) or edits(of, seen_by=by)):
        raise Refused("refused")
    check_changeable(Conference.objects.select_for_update().get(pk=of.pk).state)
    text = people.strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= 5) or int(text) > MOST_PEOPLE:
        raise BadInput("site.expected", text=text[:20], most=MOST_PEOPLE)
    was, site.expected = site.expected, int(text)
    site.save(update_fields=["expected"])
    record(
        by=by, verb="site.expects", subject=f"{of.code}/{site.body.code}", was=was,
        now=site.expected,
    )  # fmt: skip
    return site


def _answer(by: Actor, delegate: Delegate, state: str, *, reason: str) -> Delegate:
    held = _locked(by, delegate)
    was: dict[str, Any] = {"state": delegate.state, "reason": delegate.reason}
    delegate.state, delegate.reason = state, reason
    delegate.save(update_fields=["state", "reason"])
    record(
        by=by, verb=f"delegate.{state}", subject=f"{held.code}/{delegate.pk}", was=was,
        now={"state": state, "reason": reason},
    )  # fmt: skip
    return delegate


def _locked(by: Actor, delegate: Delegate) -> Conference:
    """The conference, locked, and the delegate as they stand now."""
    if not may_answer_for(delegate, by=by):
        raise Refused("refused")
    held = Conference.objects.select_for_update().get(pk=delegate.conference_id)
    delegate.refresh_from_db(fields=["state", "position", "reason"])
    check_answering(held.state, delegate.state)
    return held


def _last(held: Conference) -> int:
    found = Delegate.objects.filter(conference=held).aggregate(last=Max("position"))["last"]
    return int(found or 0)


__all__ = ["expect", "name_stand_in", "register", "report_absence"]
