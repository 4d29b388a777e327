"""`dieuhanh invite USER`: the way in for the first administrator, and for whoever is locked out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .frame import at_machine, day, open_books

if TYPE_CHECKING:
    from dieuhanh.people.models import User

TOLD = {
    "vi": "Trao cho {user} đường dẫn này; nó dùng được một lần, trong 48 giờ:",
    "en": "Hand this link to {user}; it serves once, within 48 hours:",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Who, and the post a new person gets."""
    parser.add_argument("username", metavar="USER")
    parser.add_argument("--name", default="", help="họ và tên / full name")
    parser.add_argument("--email", default="")
    parser.add_argument("--role", default="", help="vai / role, e.g. administrator")
    parser.add_argument("--body", default="", help="mã cơ quan / code of the body")
    parser.add_argument("--title", default="", help="chức vụ / title of the post")
    parser.add_argument("--since", type=day, help="dd/mm/yyyy; mặc định hôm nay / today")


def run(options: argparse.Namespace) -> int:
    """Make the user if there is none, give the post if one is told, print a one-time link."""
    open_books()
    from django.conf import settings  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from dieuhanh.people.actions import make_entry_link  # noqa: PLC0415

    with transaction.atomic():
        user = _user(options)
        if options.role:
            _appoint(options, user)
        secret = make_entry_link(by=at_machine(), user=user)
    print(TOLD[options.lang].format(user=user))
    print(f"{settings.SITE_URL}{reverse('people:enter', args=[secret])}")
    return 0


def _user(options: argparse.Namespace) -> User:
    from dieuhanh.people.actions import create_user  # noqa: PLC0415
    from dieuhanh.people.queries import user_named  # noqa: PLC0415

    return user_named(options.username) or create_user(
        by=at_machine(), username=options.username, full_name=options.name, email=options.email
    )


def _appoint(options: argparse.Namespace, user: User) -> None:
    from dieuhanh.bodies.queries import bodies_by_code, body  # noqa: PLC0415
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415
    from dieuhanh.people.actions import appoint  # noqa: PLC0415
    from dieuhanh.people.roles import ROLES  # noqa: PLC0415

    role, place = ROLES.get(options.role), body(options.body, bodies_by_code())
    if role is None:
        raise BadInput("people.role", text=options.role, choices=", ".join(ROLES))
    if place is None and role.here | role.for_body:
        raise BadInput("people.body_needed", role=role.code)
    appoint(
        by=at_machine(), user=user, body=place, role=role, title=options.title or role.name,
        since=options.since or today(),
    )  # fmt: skip
