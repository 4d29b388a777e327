"""Many who prepare one conference in the same moment, in a process of its own: prints what each got.

Run on an installation with the example: `python -m tests.conferences.preparing_at_once WHAT`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.hands import set_up, six_hands, tell

set_up()

from dieuhanh.conferences.actions.agenda import add_item, move_item  # noqa: E402
from dieuhanh.conferences.actions.delegates import add_delegate, arrange_delegates  # noqa: E402
from dieuhanh.conferences.actions.inviting import invite  # noqa: E402
from dieuhanh.conferences.actions.papers import keep_note  # noqa: E402
from dieuhanh.conferences.actions.sites import lay_sites  # noqa: E402
from dieuhanh.conferences.models import (  # noqa: E402
    AgendaItem,
    Conference,
    Delegate,
    Invitation,
    PrivateNote,
    Site,
)
from dieuhanh.domain.actors import keeper  # noqa: E402
from dieuhanh.domain.sites import SiteLevel  # noqa: E402
from dieuhanh.people.models import User  # noqa: E402
from dieuhanh.people.queries import actor_of  # noqa: E402
from tests.conferences.conferences_made import made_by  # noqa: E402

BY, DAY = keeper("văn phòng"), date(2022, 1, 7)


def prepared() -> tuple[Conference, list[AgendaItem]]:
    """Ten sites, four items, three people in the wrong order."""
    of = made_by(BY)
    lay_sites(by=BY, conference=of, levels=[SiteLevel.DISTRICT])
    items = [add_item(by=BY, conference=of, title=f"Nội dung {n}") for n in range(4)]
    centre = Site.objects.get(conference=of, level="central")
    for office in ("Giám đốc Sở", "Chủ tịch UBND tỉnh", "Bí thư Tỉnh ủy"):
        add_delegate(by=BY, conference=of, site=centre, office=office)
    return of, items


def deed(what: str, of: Conference, items: list[AgendaItem]) -> Callable[[int], object]:
    """What each hand does."""

    def note(hand: int) -> str:
        writer = actor_of(User.objects.get(username="van-phong"), on=DAY)
        keep_note(by=writer, item=items[0], text=f"lần {hand}")
        return "kept"

    def order(hand: int) -> str:
        move_item(by=BY, item=items[hand % 4], steps=-1 if hand % 2 else 2)
        return "moved"

    deeds: dict[str, Callable[[int], object]] = {
        "make": lambda _hand: made_by(BY).code,
        "invite": lambda _hand: invite(by=BY, conference=of, today=DAY),
        "lay": lambda _hand: lay_sites(by=BY, conference=of, levels=tuple(SiteLevel)).made,
        "arrange": lambda _hand: arrange_delegates(by=BY, conference=of),
        "note": note,
        "order": order,
    }
    return deeds[what]


def outcome(what: str) -> dict[str, Any]:
    """What the hands got, and what is in the books afterwards."""
    of, items = prepared()
    told = six_hands(deed(what, of, items))
    kept = AgendaItem.objects.filter(conference=of, removed=False).order_by("position")
    people = Delegate.objects.filter(conference=of).order_by("position")
    return {
        "told": told,
        "invited": Invitation.objects.filter(site__conference=of).count(),
        "sites": Site.objects.filter(conference=of).count(),
        "notes": PrivateNote.objects.filter(item__conference=of).count(),
        "places": list(kept.values_list("position", flat=True)),
        "offices": list(people.values_list("office", flat=True)),
    }


if __name__ == "__main__":
    tell(outcome)
