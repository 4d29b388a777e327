"""Run inside an installation: an open conference of every site, with so many sessions signed in.

Sites are those of the example's bodies; each has a keeper, and every session is a keeper's or the
chair's. Prints as JSON the conference, the sessions and what the chair may do.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.crypto import get_random_string  # noqa: E402

from benchmarks.load.prepare import BACKEND, BY, SINCE  # noqa: E402
from dieuhanh.bodies.models import Body  # noqa: E402
from dieuhanh.conferences.actions.preparing import make_conference, open_conference  # noqa: E402
from dieuhanh.conferences.actions.sites import lay_sites  # noqa: E402
from dieuhanh.conferences.models import Site  # noqa: E402
from dieuhanh.domain.sites import SiteLevel  # noqa: E402
from dieuhanh.people.actions import appoint, create_user  # noqa: E402
from dieuhanh.people.models import User  # noqa: E402
from dieuhanh.people.roles import ROLES  # noqa: E402

HOST = "ubnd-ca-mau"


def keeper_of(body: Body) -> User:
    """A new officer who keeps the body's site."""
    user = create_user(by=BY, username=f"diem-cau-{body.code}", full_name=f"Cán bộ {body.code}")
    appoint(by=BY, user=user, body=body, role=ROLES["commune"], title="Cán bộ", since=SINCE)
    return user


def sessions_of(users: list[User], count: int) -> list[str]:
    """So many sessions, the users taking turns."""
    store, until = SessionStore(), timezone.now() + timedelta(days=1)
    told = {
        user.pk: store.encode(
            {
                SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: BACKEND,
                HASH_SESSION_KEY: user.get_session_auth_hash(), "seated": True,
            }
        )
        for user in users
    }  # fmt: skip
    rows = [
        Session(
            session_key=get_random_string(32), expire_date=until,
            session_data=told[users[number % len(users)].pk],
        )
        for number in range(count)
    ]  # fmt: skip
    Session.objects.bulk_create(rows, batch_size=500)
    return [row.session_key for row in rows]


def main(count: int) -> dict[str, Any]:
    """Make it all; what a client needs to know."""
    host = Body.objects.get(code=HOST)
    made = make_conference(
        by=BY, host=host, name="Hội nghị đo tải", simulated=True,
        starts_at=datetime(2022, 1, 12, 1, tzinfo=UTC),
    )  # fmt: skip
    lay_sites(by=BY, conference=made, levels=list(SiteLevel))
    open_conference(by=BY, conference=made)
    sites = list(Site.objects.filter(conference=made).select_related("body"))
    chair = User.objects.get(username="van-phong")
    return {
        "code": made.code,
        "sites": len(sites),
        "chair": sessions_of([chair], 1)[0],
        "sessions": sessions_of([keeper_of(site.body) for site in sites], count),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
