"""The demo: an installation filled with the examples, its clock in January 2022."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput

from .databases import books_begun
from .home import CHECKOUT, home, installation

EXAMPLES = ("viet-nam-2019", "ca-mau-2021")
DEMO_DAY = date(2022, 1, 12)
SINCE = date(2021, 1, 1)
INSTALLATION = f"""# Bản dữ liệu mẫu / a demonstration: sample data, clock set, loopback seats without password.
demo = true
today = "{DEMO_DAY.isoformat()}"
first_plan = "ca-mau-2021"
"""


def prepare_home() -> None:
    """Say in the home folder that this is a demo. Books of real work are left alone.

    Raises BadInput where there are such books, or where the examples are not at hand.
    """
    if not installation().get("demo") and books_begun():
        raise BadInput("demo.real_books", home=str(home()))
    if not (CHECKOUT / "examples").is_dir():
        raise BadInput("demo.no_examples", folder=str(CHECKOUT))
    path = home() / "dieuhanh.toml"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(INSTALLATION, "utf-8")
        installation.cache_clear()


def example_files() -> Iterator[Path]:
    """Every table of the examples."""
    for name in EXAMPLES:
        yield from sorted((CHECKOUT / "examples" / name).glob("*.csv"))


def seat_everyone(by: Actor) -> None:
    """Five seats by office, not name; those that are there already are left as they are."""
    from dieuhanh.bodies.queries import bodies_by_code  # noqa: PLC0415 - once Django is set up
    from dieuhanh.people.actions import appoint, create_user  # noqa: PLC0415
    from dieuhanh.people.models import User  # noqa: PLC0415
    from dieuhanh.people.queries import SEATS  # noqa: PLC0415
    from dieuhanh.people.roles import ROLES  # noqa: PLC0415

    bodies = bodies_by_code()
    there = set(User.objects.values_list("username", flat=True))
    for seat in SEATS:
        if seat.username in there:
            continue
        title = str(seat.title)
        user = create_user(by=by, username=seat.username, full_name=title)
        body = bodies[seat.body] if seat.body else None
        appoint(by=by, user=user, body=body, role=ROLES[seat.role], title=title, since=SINCE)
