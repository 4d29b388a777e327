"""A district's conferences, one in preparation and one under way, and the task that came of it.

Strangers are to be invited to the first, and are not yet; the second is none of theirs.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import (
    AgendaItem,
    Ballot,
    Conclusion,
    Conference,
    Contribution,
    Delegate,
    Elector,
    Opinion,
    OpinionRequest,
    Paper,
    Photo,
    PrivateNote,
    Room,
    RoomEvent,
    Site,
    SpeakRequest,
    Text,
    Vote,
)
from dieuhanh.documents.actions import keep_attachment
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.people.models import User
from dieuhanh.tasks.models import Evidence, KeptFilter, Point, Programme, Step, Task
from tests.security.doors import MARK

HOST, VICTIM = "ubnd-972", "ubnd-32212"
INVITED = ("ubnd-972", "ubnd-973", "ubnd-32248", "so-y-te-ca-mau")
DAY = date(2022, 1, 12)


@verb
def plant_meetings(by: Actor) -> dict[str, Any]:
    """Everything of conferences and tasks, by the names doors use."""
    conference, meeting = _conference("kin-soan", "preparing"), _conference("kin-hop", "open")
    coming = [_site(conference, code, n) for n, code in enumerate(INVITED, 1)]
    sites = [_site(meeting, code, n) for n, code in enumerate((HOST, VICTIM), 1)]
    delegate = _delegate(coming[2], 1, "can-bo-xa")
    _delegate(sites[1], 1, None)
    item, talked = _item(conference), _item(meeting)
    asked = _paper(item)
    ballot, secret = _ballot(meeting, "named", sites), _ballot(meeting, "secret", sites)
    request = SpeakRequest.objects.create(
        conference=meeting, site=sites[1], item=talked, about=MARK, asked_at=timezone.now()
    )
    said = Contribution.objects.create(
        conference=meeting, item=talked, site=sites[1], office=f"Chủ tịch {MARK}",
        text=MARK, noted_at=timezone.now(), noted_by=by.name,
    )  # fmt: skip
    conclusion = _conclusion(meeting, talked, said)
    return {
        "conference": conference.code, "meeting": meeting.code,
        "site": coming[1].pk, "seat": sites[1].pk, "delegate": delegate.pk, "item": item.pk,
        "talked": talked.pk, "ballot": ballot.pk, "secret": secret.pk,
        "elector": ballot.electors.get(place=1).pk, "request": request.pk,
        "contribution": said.pk, "conclusion": conclusion.pk,
        "photo": Photo.objects.get(conference=meeting).pk, **asked, **_tasks(by, conclusion),
    }  # fmt: skip


def _conference(code: str, state: str) -> Conference:
    made = Conference.objects.create(
        code=code, name=f"Hội nghị {MARK}", host=Body.objects.get(code=HOST), place=MARK,
        starts_at=timezone.now(), state=state, note=MARK,
        opened_at=timezone.now() if state == "open" else None,
    )  # fmt: skip
    if state == "open":
        Room.objects.create(conference=made, number=1, screen={"kind": "blank"})
        RoomEvent.objects.create(
            conference=made, number=1, kind="item", data={"title": MARK}, at=timezone.now()
        )
        Photo.objects.create(conference=made, caption=MARK, position=1)
    Text.objects.create(
        conference=made, kind="minutes", version=1, text=MARK, written_at=timezone.now(),
        written_by="x",
    )  # fmt: skip
    return made


def _site(of: Conference, body: str, position: int) -> Site:
    owner = Body.objects.get(code=body)
    return Site.objects.create(
        conference=of, body=owner, name=f"Điểm cầu {MARK}", level="commune", position=position
    )


def _delegate(site: Site, position: int, user: str | None) -> Delegate:
    return Delegate.objects.create(
        conference=site.conference, site=site, office=f"Chủ tịch {MARK}", position=position,
        user=User.objects.get(username=user) if user else None,
    )  # fmt: skip


def _item(of: Conference) -> AgendaItem:
    return AgendaItem.objects.create(conference=of, position=1, title=f"Việc {MARK}")


def _paper(item: AgendaItem) -> dict[str, Any]:
    document = Document.objects.get(code="bai-bao-2022-01-12")
    paper = Paper.objects.create(item=item, document=document, title=MARK, position=1, draft=True)
    request = OpinionRequest.objects.create(
        paper=paper, body=Body.objects.get(code=VICTIM), asked_at=timezone.now(), asked_by="x",
        due_on=DAY, question=MARK,
    )  # fmt: skip
    opinion = Opinion.objects.create(
        request=request, number=1, agrees=False, text=MARK, given_at=timezone.now(), given_by="x"
    )
    note = PrivateNote.objects.create(
        user=User.objects.get(username="van-phong"), item=item, text=MARK,
        changed_at=timezone.now(),
    )  # fmt: skip
    return {"paper": paper.pk, "opinion-request": request.pk, "opinion": opinion.pk,
            "note": note.pk}  # fmt: skip


def _ballot(of: Conference, mode: str, sites: list[Site]) -> Ballot:
    ballot = Ballot.objects.create(
        conference=of, question=f"Có tán thành {MARK}?", mode=mode, by="site",
        options=["tán thành", "không tán thành"], opened_at=timezone.now(),
        state="void" if mode == "secret" else "open", note=MARK,
    )  # fmt: skip
    for place, site in enumerate(sites):
        elector = Elector.objects.create(ballot=ballot, site=site, place=place)
        if mode != "secret":
            Vote.objects.create(
                ballot=ballot, elector=elector, number=1, choice=0, at=timezone.now(), cast_by="x"
            )
    return ballot


def _conclusion(of: Conference, item: AgendaItem, said: Contribution) -> Conclusion:
    made = Conclusion.objects.create(
        conference=of, item=item, number=1, text=f"Kết luận {MARK}", state="final",
        body=Body.objects.get(code=VICTIM), noted_at=timezone.now(), noted_by="x",
    )  # fmt: skip
    made.contributions.add(said)
    return made


def _tasks(by: Actor, conclusion: Conclusion) -> dict[str, Any]:
    host, lead = Body.objects.get(code=HOST), Body.objects.get(code=VICTIM)
    document = Document.objects.get(code="bai-bao-2022-01-12")
    programme = Programme.objects.create(
        code="kin-ct", name=f"Chương trình {MARK}", body=host, year=2022, note=MARK
    )
    point = Point.objects.create(document=document, number="1", text="Một điểm", position=1)
    task = Task.objects.create(
        code="KIN-1", title=f"Nhiệm vụ {MARK}", text=MARK, field="tài chính - ngân sách",
        origin="conclusion", conclusion=conclusion, programme=programme, assigner=host, lead=lead,
        first_lead=lead, assigned_on=DAY, due_on=DAY, first_due_on=DAY,
    )  # fmt: skip
    step = Step.objects.create(
        task=task, number=1, kind="assigned", on=DAY, at=timezone.now(), by_id=by.id,
        by_name=by.name, body=host, text=MARK,
    )  # fmt: skip
    shown = keep_attachment(
        code="kin-minh-chung", title=MARK, file=("kin.txt", MARK.encode()), issuer=lead, on=DAY
    )
    evidence = Evidence.objects.create(step=step, document=shown, words=MARK)
    kept = KeptFilter.objects.create(
        user=User.objects.get(username="van-phong"), name=f"Lọc {MARK}", query="q=x"
    )
    return {
        "evidence": evidence.pk,
        "task": task.code,
        "programme": programme.code,
        "point": point.pk,
        "kept": kept.pk,
    }
