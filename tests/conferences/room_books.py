"""An open conference of the province: centre, two districts, three communes; agenda, papers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.preparing import open_conference
from dieuhanh.conferences.models import (
    AgendaItem,
    Conference,
    Delegate,
    Paper,
    Photo,
    Room,
    Site,
    SpeakRequest,
)
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.people.models import User
from dieuhanh.plans.models import Plan
from tests.conferences.conferences_made import HOST, made_by

TREE = (
    ("centre", HOST, "central", None),
    ("nam-can", "ubnd-971", "district", "centre"),
    ("dam-doi", "ubnd-970", "district", "centre"),
    ("ngoc-hien", "ubnd-973", "district", "centre"),
    ("rach-goc", "ubnd-32248", "commune", "ngoc-hien"),
    ("vien-an", "ubnd-32239", "commune", "ngoc-hien"),
)
ITEMS = ("Báo cáo kết quả năm 2021", "Thảo luận", "Kết luận")


@dataclass
class Meeting:
    """What tests hold of it."""

    conference: Conference
    sites: dict[str, Site] = field(default_factory=dict)
    items: list[AgendaItem] = field(default_factory=list)
    delegates: dict[str, Delegate] = field(default_factory=dict)
    paper: Paper | None = None

    @property
    def room(self) -> Room:
        """Where it stands now."""
        return Room.objects.get(conference=self.conference)

    def told(self) -> list[tuple[str, dict[str, Any]]]:
        """What its pages were told."""
        found = self.conference.events.order_by("number")
        return [(each.kind, each.data) for each in found]

    def speaking(self) -> list[int]:
        """Who has the floor, by request."""
        found = SpeakRequest.objects.filter(conference=self.conference, state="speaking")
        return list(found.values_list("pk", flat=True))


def meeting(by: Actor, **more: Any) -> Meeting:
    """One that has been opened."""
    plan = Plan.objects.get(code="ca-mau-2021")
    made = Meeting(made_by(by, plan=plan, **more))
    seat_all(by=by, of=made)
    open_conference(by=by, conference=made.conference)
    made.conference.refresh_from_db()
    return made


@verb
def seat_all(*, by: Actor, of: Meeting) -> None:
    """Its sites, items, two delegates and a paper, without the verbs that prepare them."""
    for position, (name, body, level, parent) in enumerate(TREE, 1):
        owner = Body.objects.get(code=body)
        of.sites[name] = Site.objects.create(
            conference=of.conference, body=owner, name=f"Điểm cầu {owner.name}", level=level,
            position=position, parent=of.sites[parent] if parent else None,
        )  # fmt: skip
    for position, title in enumerate(ITEMS, 1):
        of.items.append(
            AgendaItem.objects.create(
                conference=of.conference,
                position=position,
                title=title,
                minutes=30,
                title_en=f"Item {position}",
            )
        )
    people = (("so-y-te", "centre", "Chuyên viên Sở Y tế"), ("", "nam-can", "Chủ tịch UBND huyện"))
    for position, (user, site, office) in enumerate(people, 1):
        of.delegates[site] = Delegate.objects.create(
            conference=of.conference, site=of.sites[site], office=office, position=position,
            user=User.objects.get(username=user) if user else None,
        )  # fmt: skip
    document = Document.objects.get(code="bai-bao-2022-01-12")
    of.paper = Paper.objects.create(
        item=of.items[0], document=document, title="Bài báo", position=1
    )
    Photo.objects.create(conference=of.conference, caption="Chưa có tệp", position=1)
