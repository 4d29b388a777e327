"""Run inside an installation: so many communes with an officer each, one form, its rounds.

Communes beyond the examples' 101, their offices and the form are made by the product's own verbs.
Prints as JSON who is signed in, what each owes, and the secret of a planner's token.
"""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import Any

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.utils import timezone  # noqa: E402

from dieuhanh.bodies.actions import import_areas, import_bodies  # noqa: E402
from dieuhanh.bodies.models import Body  # noqa: E402
from dieuhanh.config.clock import today  # noqa: E402
from dieuhanh.domain.actors import Permission, keeper  # noqa: E402
from dieuhanh.domain.errors import Place  # noqa: E402
from dieuhanh.domain.figures import Status  # noqa: E402
from dieuhanh.domain.forms import FormHead, Periodicity, RowSpec  # noqa: E402
from dieuhanh.domain.reporting import ReportKind  # noqa: E402
from dieuhanh.domain.rounds import RoundTerms  # noqa: E402
from dieuhanh.exchange.catalogue import AREAS, BODIES, INDICATORS  # noqa: E402
from dieuhanh.exchange.sheets import Row, Sheet  # noqa: E402
from dieuhanh.exchange.templates import Record, Template  # noqa: E402
from dieuhanh.people.actions import appoint, create_user, make_token  # noqa: E402
from dieuhanh.people.models import User  # noqa: E402
from dieuhanh.people.queries import actor_of  # noqa: E402
from dieuhanh.people.roles import ROLES  # noqa: E402
from dieuhanh.plans.actions import import_indicators  # noqa: E402
from dieuhanh.reports.actions.forms import create_form, issue_version  # noqa: E402
from dieuhanh.reports.actions.rounds import open_round  # noqa: E402
from dieuhanh.reports.models import FormVersion, Submission  # noqa: E402

FIGURES = 30
DISTRICTS = ("964", "966", "967", "968", "969", "970", "971", "972", "973")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SINCE = date(2021, 1, 1)
BY = keeper("đo tải")


def records(template: Template, rows: list[dict[str, str]]) -> list[Record]:
    """Rows as the import of a table would hand them over."""
    header = tuple(column.name for column in template.columns)
    kept = [
        Row({k: v for k, v in row.items() if v}, Place("do-tai.csv", "", number))
        for number, row in enumerate(rows, start=1)
    ]
    return template.parse(Sheet(Place("do-tai.csv"), header, tuple(kept)))


def more_communes(count: int) -> None:
    """Communes that are none of the country's, each with its People's Committee."""
    codes = [f"T{number:04}" for number in range(1, count + 1)]
    import_areas(
        by=BY,
        records=records(
            AREAS,
            [
                {"code": code, "name": f"Xã Đo Tải {code}", "kind": "Xã", "valid_from": "2021-01-01", "valid_to": "2025-06-30",
                 "parent_code": DISTRICTS[number % len(DISTRICTS)]}
                for number, code in enumerate(codes)
            ],
        ),
    )  # fmt: skip
    import_bodies(
        by=BY,
        records=records(
            BODIES,
            [
                {"code": f"ubnd-{code.lower()}", "name": f"UBND xã Đo Tải {code}", "kind": "ubnd",
                 "area_code": code, "valid_from": "2021-01-01"}
                for code in codes
            ],
        ),
    )  # fmt: skip


def form_of_thirty() -> FormVersion:
    """A monthly form of thirty whole numbers, asked of every commune."""
    names = [f"do-tai-{number:02}" for number in range(1, FIGURES + 1)]
    rows = [
        {"code": code, "name": f"Số liệu đo tải {code[-2:]}", "unit": "hộ", "over_areas": "sum",
         "over_time": "sum", "counted_at": "commune"}
        for code in names
    ]  # fmt: skip
    import_indicators(by=BY, records=records(INDICATORS, rows))
    owner = Body.objects.get(code="so-khdt-ca-mau")
    form = create_form(by=BY, owner=owner, code="do-tai", name="Biểu đo tải")
    asked = [
        RowSpec(code, f"Số liệu {code[-2:]}", no=str(n), indicator=code, unit="hộ")
        for n, code in enumerate(names, start=1)
    ]
    head = FormHead(Periodicity.MONTH, "ubnd", "commune")
    return issue_version(by=BY, form=form, head=head, rows=asked)


def officer_of(body: Body) -> str:
    """A new officer of the body, signed in: the key of the session."""
    user = create_user(by=BY, username=f"do-tai-{body.code}", full_name=f"Cán bộ {body.code}")
    appoint(by=BY, user=user, body=body, role=ROLES["commune"], title="Cán bộ xã", since=SINCE)
    return session_of(user)


def session_of(user: User) -> str:
    """Somebody signed in: the key of the session."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["seated"] = True
    session.set_expiry(timezone.now() + timedelta(days=1))
    session.save()
    return str(session.session_key)


def planner_token() -> str:
    """A token of the demo's planner that may take figures in."""
    user = User.objects.get(username="chuyen-vien")
    day = today()
    by = actor_of(user, on=day)
    scopes = [Permission.FIGURE_IMPORT, Permission.FIGURE_VIEW]
    _, secret = make_token(
        by=by, owner=user, name="đo tải", scopes=scopes, expires_on=day, today=day
    )
    return secret


def main(count: int, rounds: int) -> dict[str, Any]:
    """Make it all; what a client needs to know."""
    there = Body.objects.filter(kind="ubnd", area__kind__in=("Xã", "Phường", "Thị trấn")).count()
    more_communes(max(0, count - there))
    version = form_of_thirty()
    opened = [
        open_round(
            by=BY, version=version, simulated=True,
            terms=RoundTerms(ReportKind.MONTH, 2021, number, status=Status.ESTIMATED,
                             opens_on=date(2021, number, 20)),
        )
        for number in range(1, rounds + 1)
    ]  # fmt: skip
    owed: dict[int, list[int]] = {}
    found = Submission.objects.filter(round__in=opened).order_by("round_id", "body_id")
    for each in found:
        owed.setdefault(each.body_id, []).append(each.pk)
    bodies = Body.objects.filter(pk__in=list(owed)[:count]).select_related("area")
    officers = [
        {
            "body": body.code,
            "area": body.area_id,
            "code": body.area.code if body.area else "",
            "session": officer_of(body),
            "owes": owed[body.pk],
        }
        for body in bodies.order_by("pk")
    ]
    rows = [f"do-tai-{number:02}" for number in range(1, FIGURES + 1)]
    return {"officers": officers, "rows": rows, "token": planner_token()}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
