"""The demo: an installation filled with the examples, its clock in January 2022."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput

from .databases import books_begun
from .home import CHECKOUT, home, installation

EXAMPLES = ("viet-nam-2019", "ca-mau-2021")
DEMO_DAY = date(2022, 1, 12)
SINCE = date(2021, 1, 1)
LAST_DAY = date(2022, 12, 31)
INSTALLATION = """# Bản dữ liệu mẫu / a demonstration: sample data, clock set, loopback seats without password.
demo = true
today = "{today}"
first_plan = "ca-mau-2021"
"""


def prepare_home(day: date | None = None) -> date:
    """Say in the home folder that this is a demo, and its day; time only goes on.

    Returns the demo's day. Books of real work are left alone. Raises BadInput where there are such
    books, where the examples are not at hand, or for a day the demo cannot go to.
    """
    if not installation().get("demo") and books_begun():
        raise BadInput("demo.real_books", home=str(home()))
    if not (CHECKOUT / "examples").is_dir():
        raise BadInput("demo.no_examples", folder=str(CHECKOUT))
    now = date.fromisoformat(str(installation().get("today") or DEMO_DAY.isoformat()))
    today = day or now
    if not now <= today <= max(LAST_DAY, now):
        raise BadInput("demo.day", first=write_vi_date(now), last=write_vi_date(LAST_DAY))
    path = home() / "dieuhanh.toml"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(INSTALLATION.format(today=today.isoformat()), "utf-8")
    elif today != now:
        was, told = (f'today = "{each.isoformat()}"' for each in (now, today))
        path.write_text(path.read_text("utf-8").replace(was, told), "utf-8")
    installation.cache_clear()
    return today


def example_files() -> Iterator[Path]:
    """Every table of the examples."""
    for name in EXAMPLES:
        yield from sorted((CHECKOUT / "examples" / name).glob("*.csv"))


def seat_everyone(by: Actor) -> None:
    """The seats by office, not name; those that are there already are left as they are."""
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
        appoint(
            by=by, user=user, body=body, role=ROLES[seat.role], title=title, since=SINCE,
            fields=seat.fields,
        )  # fmt: skip
