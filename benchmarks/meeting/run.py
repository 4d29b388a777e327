"""Run inside an installation with the example: a large conference, its pages timed. Prints JSON.

python -m benchmarks.meeting.run DELEGATES CONFERENCES
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import NoReverseMatch, reverse  # noqa: E402

from benchmarks.lines import median_ms  # noqa: E402
from dieuhanh.audit.models import door_open  # noqa: E402
from dieuhanh.bodies.models import Body  # noqa: E402
from dieuhanh.conferences.actions.agenda import add_item  # noqa: E402
from dieuhanh.conferences.actions.delegates import invite_posts  # noqa: E402
from dieuhanh.conferences.actions.inviting import invite  # noqa: E402
from dieuhanh.conferences.actions.papers import lay_paper  # noqa: E402
from dieuhanh.conferences.actions.preparing import make_conference, open_conference  # noqa: E402
from dieuhanh.conferences.actions.sites import lay_sites  # noqa: E402
from dieuhanh.conferences.models import Conference, Delegate, Site  # noqa: E402
from dieuhanh.documents.models import Document  # noqa: E402
from dieuhanh.domain.actors import keeper  # noqa: E402
from dieuhanh.domain.conferences import delegate_key  # noqa: E402
from dieuhanh.domain.sites import SiteLevel  # noqa: E402
from dieuhanh.people.models import Post, User  # noqa: E402
from dieuhanh.plans.models import Plan  # noqa: E402

BY = keeper("đo hội nghị")
MORNING = datetime(2022, 1, 20, 1, 0, tzinfo=UTC)
TODAY = date(2022, 1, 12)
ITEMS = 20
OFFICES = ("Chủ tịch Ủy ban nhân dân", "Phó Chủ tịch", "Công chức Văn phòng", "Trưởng ấp")
STATES = ("registered", "registered", "invited", "absent")


def conference(delegates: int, others: int) -> Conference:
    """One with its tree, agenda, papers and people; and others beside it in the list."""
    host, plan = Body.objects.get(code="ubnd-ca-mau"), Plan.objects.get(code="ca-mau-2021")
    made = make_conference(
        by=BY, host=host, name="Hội nghị đo", starts_at=MORNING, plan=plan, simulated=True
    )
    lay_sites(by=BY, conference=made, levels=tuple(SiteLevel))
    invite_posts(by=BY, conference=made, posts=_posts())
    _people(made, delegates - Delegate.objects.filter(conference=made).count())
    paper = Document.objects.filter(internal=False).first()
    for n in range(ITEMS):
        item = add_item(by=BY, conference=made, title=f"Nội dung {n + 1}", minutes=10)
        if paper is not None:
            lay_paper(by=BY, item=item, document=paper)
    invite(by=BY, conference=made, today=TODAY)
    with door_open():
        Conference.objects.bulk_create(
            Conference(
                code=f"hoi-nghi-do-{n}", name=f"Hội nghị khác {n}", host=host, simulated=True,
                starts_at=MORNING - timedelta(days=n),
            )
            for n in range(others)
        )  # fmt: skip
    return Conference.objects.get(pk=made.pk)


def _posts() -> list[int]:
    held = Post.objects.filter(valid_from__lte=TODAY, body__isnull=False, user__is_active=True)
    return list(held.values_list("pk", flat=True))


def _people(of: Conference, many: int) -> None:
    """So many more, by office, spread over the sites."""
    sites = list(Site.objects.filter(conference=of).order_by("position"))
    last = Delegate.objects.filter(conference=of).count()
    with door_open():
        Delegate.objects.bulk_create(
            (_delegate(of, sites[n % len(sites)], n, last + n + 1) for n in range(many)),
            batch_size=1000,
        )


def _delegate(of: Conference, site: Site, n: int, position: int) -> Delegate:
    office = f"{OFFICES[n % len(OFFICES)]} {n}"
    return Delegate(
        conference=of, site=site, body_id=site.body_id, office=office, position=position,
        state=STATES[n % len(STATES)], key=delegate_key("", office),
    )  # fmt: skip


def pages(of: Conference, delegates: int) -> dict[str, str]:
    """The pages to be timed, by what they are called; those that are not there are left out."""
    site = Site.objects.filter(conference=of).order_by("position")[5]
    last = -(-delegates // 50)
    found = {"list": reverse("conferences:list")}
    for name in ("one", "sites", "delegates", "agenda", "register", "room", "ballots"):
        try:
            found[name] = reverse(f"conferences:{name}", args=[of.code])
        except NoReverseMatch:
            continue
    people = found["delegates"]
    return found | {
        "delegates, last page": f"{people}?page={last}",
        "delegates, found by words": f"{people}?q=truong ap 77",
        "delegates of a site": f"{people}?site={site.pk}",
    }


def timed(client: Client, address: str) -> dict[str, Any]:
    """A page's median time and how often it asks. Another answer than the page is a fault."""

    def fetch() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")

    taken = median_ms(fetch)
    with CaptureQueriesContext(connection) as asked:
        fetch()
    return {"ms": taken, "queries": len(asked)}


def main(delegates: int, others: int) -> dict[str, Any]:
    """Every page, as the office that prepares and as a commune that comes."""
    made = conference(delegates, others)
    open_conference(by=BY, conference=made)
    told: dict[str, Any] = {}
    for seat in ("van-phong", "can-bo-xa"):
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(User.objects.get(username=seat))
        for name, address in pages(made, delegates).items():
            told[f"{name}, {seat}"] = timed(client, address)
    return told


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2])), ensure_ascii=False))
