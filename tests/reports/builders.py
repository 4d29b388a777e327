"""A commune's socio-economic form, its rules, and the round of 2021 sent to all 101 communes."""

from __future__ import annotations

from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.checks import CheckKind, Rule, Severity
from dieuhanh.domain.errors import Place
from dieuhanh.domain.figures import Status
from dieuhanh.domain.forms import FormHead, Periodicity, RowKind, RowSpec
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.rounds import RoundTerms
from dieuhanh.exchange.catalogue import CATALOGUE
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.actions import import_indicators
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.actions.checks import put_check
from dieuhanh.reports.actions.forms import create_form, issue_version
from dieuhanh.reports.actions.rounds import open_round
from dieuhanh.reports.models import Form, FormVersion, Round

OWNER = "so-khdt-ca-mau"
COMMUNES = FormHead(Periodicity.YEAR, "ubnd", "commune")
COUNTED = (
    ("tong-so-ho", "Tổng số hộ", "hộ"),
    ("so-ho-ngheo", "Số hộ nghèo", "hộ"),
    ("dan-so-nong-thon", "Dân số nông thôn", "người"),
    ("dan-so-nuoc-hop-ve-sinh", "Dân số nông thôn dùng nước hợp vệ sinh", "người"),
    ("tong-so-xa", "Tổng số xã", "xã"),
    ("so-xa-nong-thon-moi", "Số xã đạt chuẩn nông thôn mới", "xã"),
)
JOBS = "giai-quyet-viec-lam"
ROWS = (
    RowSpec("viec-lam", "Lao động, việc làm", RowKind.HEADING, "I"),
    RowSpec(JOBS, "Giải quyết việc làm", no="1", indicator=JOBS, unit="lượt người"),
    RowSpec(
        "trong-tinh", "Trong đó: trong tỉnh", no="1.1", parent=JOBS, indicator=JOBS,
        breakdown="noi-lam-viec=trong-tinh", unit="lượt người",
    ),
    RowSpec(
        "ngoai-tinh", "Ngoài tỉnh", no="1.2", parent=JOBS, indicator=JOBS,
        breakdown="noi-lam-viec=ngoai-tinh", unit="lượt người",
    ),
    RowSpec(
        "ngoai-nuoc", "Ngoài nước", no="1.3", parent=JOBS, indicator=JOBS,
        breakdown="noi-lam-viec=ngoai-nuoc", unit="lượt người",
    ),
    RowSpec("giam-ngheo", "Giảm nghèo", RowKind.HEADING, "II"),
    RowSpec("tong-so-ho", "Tổng số hộ", no="2", indicator="tong-so-ho", unit="hộ"),
    RowSpec("so-ho-ngheo", "Số hộ nghèo", no="3", indicator="so-ho-ngheo", unit="hộ"),
    RowSpec(
        "ty-le-ho-ngheo", "Tỷ lệ hộ nghèo", RowKind.RATIO, "4", indicator="ty-le-ho-ngheo",
        unit="%", decimals=2, numerator="so-ho-ngheo", denominator="tong-so-ho",
    ),
    RowSpec("nong-thon", "Nông thôn", RowKind.HEADING, "III"),
    RowSpec("dan-so-nong-thon", "Dân số nông thôn", no="5", indicator="dan-so-nong-thon", unit="người"),
    RowSpec(
        "dan-so-nuoc-sach", "Dân số nông thôn dùng nước hợp vệ sinh", no="6",
        indicator="dan-so-nuoc-hop-ve-sinh", unit="người",
    ),
    RowSpec(
        "nuoc-hop-ve-sinh", "Tỷ lệ dân cư nông thôn dùng nước hợp vệ sinh", RowKind.RATIO, "7",
        indicator="nuoc-hop-ve-sinh", unit="%", decimals=1, numerator="dan-so-nuoc-sach",
        denominator="dan-so-nong-thon",
    ),
    RowSpec("tong-so-xa", "Tổng số xã", no="8", indicator="tong-so-xa", unit="xã"),
    RowSpec("so-xa-ntm", "Xã đạt chuẩn nông thôn mới", no="9", indicator="so-xa-nong-thon-moi", unit="xã"),
    RowSpec(
        "xa-nong-thon-moi", "Tỷ lệ xã đạt chuẩn nông thôn mới", RowKind.RATIO, "10",
        indicator="xa-nong-thon-moi", unit="%", numerator="so-xa-ntm", denominator="tong-so-xa",
    ),
)  # fmt: skip
RULES = (
    Rule("viec-lam-cong", CheckKind.PARTS, JOBS, Severity.HARD, {"relation": "equal"}),
    Rule("ho-ngheo-trong-so-ho", CheckKind.RATIO, "ty-le-ho-ngheo", Severity.HARD),
    Rule(
        "viec-lam-doi", CheckKind.CHANGE, JOBS, Severity.SOFT,
        {"against": "last_year", "up": "50", "down": "50", "least": "20"},
    ),
)  # fmt: skip


def counted_indicators(by: Actor) -> None:
    """What ratios are made of, in the books."""
    template = CATALOGUE["indicators"]
    empty = {column.name: column.empty for column in template.columns}
    records = [
        Record(
            empty | {
                "code": code, "name": name, "unit": unit, "field": "kinh tế tổng hợp",
                "over_areas": "sum", "over_time": "last", "counted_at": "commune",
                "decimals": 0, "reported_by": "",
            },
            Place(row=row),
        )
        for row, (code, name, unit) in enumerate(COUNTED, start=2)
    ]  # fmt: skip
    there = set(Indicator.objects.values_list("code", flat=True))
    import_indicators(by=by, records=[each for each in records if each["code"] not in there])


def commune_version(by: Actor, *, code: str = "kt-xh-xa") -> FormVersion:
    """ "KT-XH xã", version 1, with three rules."""
    counted_indicators(by)
    form = create_form(
        by=by, owner=Body.objects.get(code=OWNER), code=code,
        name="Tình hình kinh tế - xã hội xã", name_en="Commune socio-economic report",
    )  # fmt: skip
    version = issue_version(by=by, form=form, head=COMMUNES, rows=ROWS)
    for rule in RULES:
        put_check(by=by, form=form, rule=rule)
    return version


def terms_2021() -> RoundTerms:
    """The calendar year 2021, official figures, due in January 2022."""
    return RoundTerms(
        ReportKind.YEAR, 2021, status=Status.OFFICIAL, opens_on=date(2021, 12, 15),
        dues={
            Level.COMMUNE: date(2022, 1, 14), Level.DISTRICT: date(2022, 1, 18),
            Level.PROVINCE: date(2022, 1, 20),
        },
    )  # fmt: skip


def round_2021(by: Actor, version: FormVersion | None = None) -> Round:
    """The round of 2021, open, owed by 101 communes."""
    return open_round(
        by=by, version=version or commune_version(by), terms=terms_2021(), simulated=True
    )


def form_of(version: FormVersion) -> Form:
    """The form of a version."""
    return version.form
