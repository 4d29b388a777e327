"""Things an attacker looks for: a commune's draft, its form and round, a plan in the making."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.models import Finding
from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Area, Body, Succession
from dieuhanh.desk.actions.reading import read_paper
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.people.actions import Where, appoint, create_user, delegate, give_grant, make_token
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.roles import ROLES
from dieuhanh.plans.actions.drafts import CellChange, change_cells, open_draft
from dieuhanh.plans.actions.synonyms import learn_wording
from dieuhanh.plans.models import DraftLine, Indicator
from dieuhanh.plans.queries import plan, versions
from dieuhanh.reports.models import (
    Check,
    DraftCell,
    Figure,
    Form,
    FormRow,
    FormVersion,
    Round,
    RoundDue,
    Submission,
)
from tests.security.doors import MARK, NUMBER
from tests.security.planted_meetings import plant_meetings
from tests.security.planted_papers import plant_papers

NOON = datetime(2022, 1, 12, 5, 0, tzinfo=UTC)
TODAY = date(2022, 1, 12)
FIELD = "tài chính - ngân sách"
VICTIM = "ubnd-32212"
"""A commune of Phú Tân, a district of which no attacker is."""


def plant(by: Actor) -> dict[str, Any]:
    """Everything, by the names doors use."""
    things = _reported(by) | _people(by) | plant_meetings(by) | plant_papers(by)
    draft = open_draft(
        by=by, base=versions(plan("ca-mau-2021", seen_by=by))[0], purpose="new",
        code="kin-7731", name="Kế hoạch đang soạn",
    )  # fmt: skip
    line = DraftLine.objects.filter(draft=draft, no="1").get()
    change_cells(by=by, draft=draft, changes=[CellChange(line.pk, "value", "", NUMBER)])
    area = Area.objects.get(code="972", valid_to=date(2025, 6, 30))
    read = read_paper(
        by=by,
        name="",
        area=area,
        today=TODAY,
        content=f"Thu của {MARK} năm 2021 đạt {NUMBER} tỷ đồng.".encode(),
    )
    wording = learn_wording(
        by=by, indicator=Indicator.objects.get(code="thu-ngan-sach"), words=f"Thu {MARK}"
    )
    assert wording is not None
    frozen = freeze(by=by, plan="ca-mau-2021", as_known_on=TODAY)
    return things | {
        "draft": draft.code, "line": line.pk, "assessment": frozen.pk, "one": 1, "reading": read.pk,
        "wording": wording.pk, "year": 2022, "change": Succession.objects.order_by("pk")[0].pk,
        "finding": Finding.objects.order_by("pk")[0].pk,
    }  # fmt: skip


@verb
def _reported(by: Actor) -> dict[str, Any]:
    body = Body.objects.select_related("area").get(code=VICTIM)
    owner = Body.objects.get(code="so-khdt-ca-mau")
    indicator = Indicator.objects.get(code="thu-ngan-sach")
    form = Form.objects.create(code="kin", owner=owner, name=f"Biểu {MARK}", field=FIELD)
    version = FormVersion.objects.create(
        form=form, number=1, periodicity="year", filler_kind="ubnd", filler_level="commune",
        money_unit="tỷ đồng", recorded_at=NOON, recorded_by=by.name,
    )  # fmt: skip
    row = FormRow.objects.create(
        version=version, key="thu", position=1, no="1", kind="entry", label=f"Thu {MARK}",
        indicator=indicator, span="in_period", unit="tỷ đồng", decimals=1,
    )  # fmt: skip
    rule = Check.objects.create(
        form=form, code="quy-tac", kind="range", row_key="thu", severity="hard",
        parameters={"least": "0"}, words=MARK,
    )  # fmt: skip
    opened = Round.objects.create(
        version=version, code="kin-2021", name=f"Kỳ {MARK}", named="2021", period="2021",
        opens_on=date(2021, 12, 1), closes_on=date(2022, 1, 31), status="estimated",
        simulated=True,
    )  # fmt: skip
    RoundDue.objects.create(round=opened, level="commune", due_on=date(2022, 1, 20))
    district = Body.objects.get(code="ubnd-972")
    sent = Submission.objects.create(
        round=opened, body=body, route=[district.pk], holder=body, state="draft", stage=0
    )
    assert body.area is not None
    DraftCell.objects.create(
        submission=sent, row=row, area=body.area, text=NUMBER, note=MARK, revision=1,
        edited_at=NOON, edited_by=by.name,
    )  # fmt: skip
    figure = Figure.objects.create(
        indicator=indicator, area=body.area, period="2021", span="in_period", source=body,
        value=NUMBER, unit="tỷ đồng", status="estimated", known_from=TODAY, recorded_at=NOON,
        note=MARK,
    )  # fmt: skip
    return {
        "form": form.code, "round": opened.code, "submission": sent.pk, "chosen": f"{sent.pk}:1", "figure": figure.pk,
        "rule": rule.code, "indicator": indicator.code, "area": body.area.pk,
        "victim_code": body.area.code,
    }  # fmt: skip


def _people(by: Actor) -> dict[str, Any]:
    someone = create_user(by=by, username="kin-7731", full_name=f"Người {MARK}")
    other = create_user(by=by, username="kin-7731-2", full_name=f"Người hai {MARK}")
    body = Body.objects.get(code=VICTIM)
    posts = [_posted(by, each, body) for each in (someone, other)]
    row = give_grant(
        by=by, user=someone, permission=Permission.FIGURE_VIEW, reason=MARK, since=TODAY,
        until=None, where=Where(Area.objects.get(code="972", valid_to=date(2025, 6, 30))),
    )  # fmt: skip
    lent = delegate(by=by, post=posts[0], to=other.pk, since=TODAY, until=TODAY, reason=MARK,
                    today=TODAY)  # fmt: skip
    token, _ = make_token(
        by=actor_of(someone, on=TODAY), owner=someone, name=MARK, expires_on=TODAY, today=TODAY,
        scopes=[Permission.FIGURE_VIEW],
    )  # fmt: skip
    return {
        "user": someone.pk, "post": posts[0], "grant": row.pk, "delegation": lent.pk,
        "token": token.pk,
    }  # fmt: skip


def _posted(by: Actor, user: User, body: Body) -> int:
    post = appoint(by=by, user=user, body=body, role=ROLES["commune"], title=f"Cán bộ {MARK}",
                   since=date(2021, 1, 1))  # fmt: skip
    return int(post.pk)


Planted = Callable[[], dict[str, Any]]
