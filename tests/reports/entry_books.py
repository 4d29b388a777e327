"""Two forms sent out in the books: a commune's on itself, the health department's on districts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import keeper
from dieuhanh.domain.numbers import read_vi
from dieuhanh.people.actions.posts import appoint
from dieuhanh.people.actions.users import create_user
from dieuhanh.people.models import User
from dieuhanh.people.roles import CommuneOfficer
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.models import Figure, Form, FormRow, FormVersion, Round, Submission

NOON = datetime(2022, 1, 12, 5, 0, tzinfo=UTC)
COMMUNE_ROWS = (
    {"key": "kinh-te", "no": "I", "kind": "heading", "label": "Kinh tế"},
    {
        "key": "thu-ngan-sach", "no": "1", "kind": "entry", "unit": "tỷ đồng", "decimals": 1,
        "label": "Thu ngân sách nhà nước trên địa bàn",
    },
    {
        "key": "trong-do-noi-dia", "no": "1.1", "kind": "entry", "unit": "tỷ đồng",
        "decimals": 1, "label": "Trong đó: thu nội địa", "parent": "thu-ngan-sach",
    },
    {
        "key": "ty-le-noi-dia", "no": "2", "kind": "ratio", "unit": "%", "decimals": 1,
        "label": "Tỷ lệ thu nội địa", "numerator": "trong-do-noi-dia",
        "denominator": "thu-ngan-sach",
    },
    {
        "key": "viec-lam", "no": "3", "kind": "entry", "unit": "người", "decimals": 0,
        "label": "Số người có việc làm mới",
    },
)  # fmt: skip
HEALTH_ROWS = (
    {
        "key": "giuong", "no": "1", "kind": "entry", "unit": "giường", "decimals": 0,
        "label": "Số giường bệnh",
    },
    {
        "key": "dan-so", "no": "2", "kind": "entry", "unit": "người", "decimals": 0,
        "label": "Dân số trung bình",
    },
    {
        "key": "giuong-tren-van-dan", "no": "3", "kind": "ratio", "unit": "giường/10.000 dân",
        "decimals": 1, "label": "Giường bệnh trên 10.000 dân", "numerator": "giuong",
        "denominator": "dan-so",
    },
)  # fmt: skip


def second_officer(password: str = "") -> User:
    """Another person of Đất Mũi's People's Committee who fills in its forms."""
    by = keeper("kiểm thử")
    user = create_user(
        by=by, username="can-bo-xa-hai", full_name="Cán bộ thống kê xã", password=password
    )
    appoint(
        by=by, user=user, body=Body.objects.get(code="ubnd-32248"), role=CommuneOfficer,
        title="Cán bộ thống kê", since=date(2021, 1, 1),
    )  # fmt: skip
    return user


def form_sent(
    code: str,
    rows: Iterable[dict[str, Any]],
    *,
    owner: str,
    filler: tuple[str, str],
    field: str = "",
    about_level: str = "",
    period: str = "2021",
) -> Round:
    """A form of those rows, its first version, and a round of it for the period."""
    with door_open():
        form = Form.objects.create(
            code=code, owner=Body.objects.get(code=owner), name=f"Biểu {code}", field=field
        )
        version = FormVersion.objects.create(
            form=form, number=1, periodicity="year", filler_kind=filler[0],
            filler_level=filler[1], about_level=about_level, money_unit="tỷ đồng",
            recorded_at=NOON, recorded_by="kiểm thử",
        )  # fmt: skip
        _write_rows(version, rows)
        return Round.objects.create(
            version=version, code=f"{code}-{period}", name=f"Kỳ {period}", named=period,
            period=period, opens_on=date(2021, 12, 1), closes_on=date(2021, 12, 14),
            status="estimated", simulated=True,
        )  # fmt: skip


def _write_rows(version: FormVersion, rows: Iterable[dict[str, Any]]) -> None:
    written: dict[str, FormRow] = {}
    for position, row in enumerate(rows):
        parts = {name: written.get(row.get(name, "")) for name in LINKS}
        plain = {name: value for name, value in row.items() if name not in LINKS}
        if row["kind"] != "heading":
            plain["indicator"] = _indicator(row)
        written[row["key"]] = FormRow.objects.create(
            version=version, position=position, span="in_period", **plain, **parts
        )


LINKS = ("parent", "numerator", "denominator")


def _indicator(row: dict[str, Any]) -> Indicator:
    known = Indicator.objects.filter(code=row.get("indicator", row["key"])).first()
    return known or Indicator.objects.create(
        code=row["key"], name=row["label"], unit=row["unit"], over_areas="sum", over_time="sum",
        better="higher", counted_at="commune", decimals=row["decimals"],
    )  # fmt: skip


def owed(sent: Round, body: str, route: Sequence[str] = ()) -> Submission:
    """What a body owes that round."""
    filler = Body.objects.get(code=body)
    through = [Body.objects.get(code=code).pk for code in route] or [sent.version.form.owner_id]
    with door_open():
        return Submission.objects.create(round=sent, body=filler, route=through, holder=filler)


def commune_form() -> Round:
    """Of every commune, asked for by the planning department."""
    return form_sent("bieu-xa", COMMUNE_ROWS, owner="so-khdt-ca-mau", filler=("ubnd", "commune"))


def health_form() -> Round:
    """Of the health department on each of the nine districts."""
    return form_sent(
        "bieu-y-te", HEALTH_ROWS, owner="so-khdt-ca-mau", filler=("so", "province"),
        field="y tế", about_level="district",
    )  # fmt: skip


def own_area(found: Submission) -> Area:
    """The area of the body that fills it in."""
    assert found.body.area is not None
    return found.body.area


def last_year(found: Submission, key: str, number: str) -> Figure:
    """The body's own figure of the year before, beside a line."""
    row = FormRow.objects.get(version=found.round.version, key=key)
    with door_open():
        return Figure.objects.create(
            indicator=row.indicator, area=own_area(found), period="2020", span=row.span,
            source=found.body, value=read_vi(number), unit=row.unit, status="official",
            known_from=date(2021, 1, 20), date_precision="day", recorded_at=NOON,
            recorded_by="kiểm thử", simulated=True,
        )  # fmt: skip
