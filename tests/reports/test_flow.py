"""From drafts to figures: filed once, decided on once, returned with words, closed with names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import Entry, door_open
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput, BadInputs, Missing, Refused
from dieuhanh.domain.wording import message
from dieuhanh.reports.actions.closing import close_round
from dieuhanh.reports.actions.correcting import correct_figure
from dieuhanh.reports.actions.deciding import CellRemark, approve, give_back, take_back
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.models import (
    Check,
    DraftCell,
    Figure,
    Filing,
    Remark,
    Round,
    Step,
    Submission,
)
from dieuhanh.reports.queries.closing import to_close
from dieuhanh.reports.queries.sheets import areas_of
from tests.reports.entry_books import (
    COMMUNE_ROWS,
    commune_form,
    form_sent,
    health_form,
    owed,
    own_area,
)

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
TODAY = date(2022, 1, 12)
TYPED = {"thu-ngan-sach": "1.112,5", "trong-do-noi-dia": "890", "viec-lam": "…"}


@pytest.fixture
def dat_mui() -> Submission:
    return owed(commune_form(), "ubnd-32248", ["ubnd-973"])


def changes(found: Submission, typed: dict[str, str] | None = None) -> list[CellChange]:
    area = own_area(found).pk
    return [CellChange(row, area, text) for row, text in (typed or TYPED).items()]


def filed(found: Submission, by: Actor, typed: dict[str, str] | None = None) -> Filing:
    return file_submission(by=by, submission=found.pk, today=TODAY, cells=changes(found, typed))


def approver(*bodies: str) -> Actor:
    ids = frozenset(Body.objects.filter(code__in=bodies).values_list("pk", flat=True))
    grants = (Permission.FIGURE_APPROVE, Permission.ROUND_CLOSE, Permission.FIGURE_ENTER)
    return Actor("user:duyet", "Người duyệt", tuple(Grant(p, bodies=ids) for p in grants))


def test_a_filing_keeps_every_cell_and_waits_at_the_first_approver(
    dat_mui: Submission, actor: Seat, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    by = actor("can-bo-xa")
    with django_assert_max_num_queries(20):
        filing = filed(dat_mui, by)
    dat_mui.refresh_from_db()
    assert (dat_mui.state, dat_mui.stage, dat_mui.filings) == ("submitted", 1, 1)
    assert str(dat_mui.holder) == "UBND huyện Ngọc Hiển"
    area = own_area(dat_mui).pk
    assert filing.cells == [
        {"row": "thu-ngan-sach", "area": area, "text": "1.112,5", "note": "", "number": "1112.5"},
        {"row": "trong-do-noi-dia", "area": area, "text": "890", "note": "", "number": "890"},
        {"row": "viec-lam", "area": area, "text": "…", "note": "", "absence": "not_collected"},
    ]
    assert Figure.objects.filter(filing=filing).count() == 0
    assert DraftCell.objects.filter(submission=dat_mui).count() == 3
    assert Entry.objects.filter(verb="submission.filed", checksum=filing.checksum).exists()


def test_the_number_of_queries_does_not_grow_with_the_cells(
    actor: Seat, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows = [
        {"key": f"dong-{n}", "no": str(n), "kind": "entry", "unit": "người", "decimals": 0,
         "label": f"Dòng {n}", "required": False}
        for n in range(30)
    ]  # fmt: skip
    counts = []
    for size in (1, 30):
        code = f"bieu-{size}"
        sent = form_sent(code, rows, owner="so-khdt-ca-mau", filler=("ubnd", "commune"))
        found = owed(sent, "ubnd-32248", ["ubnd-973"])
        from django.db import connection  # noqa: PLC0415
        from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

        with CaptureQueriesContext(connection) as asked:
            filed(found, actor("can-bo-xa"), {f"dong-{n}": "5" for n in range(size)})
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_same_key_again_writes_nothing(dat_mui: Submission, actor: Seat) -> None:
    by, cells = actor("can-bo-xa"), changes(dat_mui)
    once, again = (
        file_submission(
            by=by, submission=dat_mui.pk, today=TODAY, cells=cells, idempotency_key="k1"
        )
        for _ in range(2)
    )
    assert once.pk == again.pk
    assert (Filing.objects.count(), Step.objects.count()) == (1, 1)
    with pytest.raises(BadInput, match=r"filing\.key_reused"):
        file_submission(
            by=by, submission=dat_mui.pk, today=TODAY, idempotency_key="k1",
            cells=changes(dat_mui, {"viec-lam": "7"}),
        )  # fmt: skip


def test_without_a_key_a_second_filing_is_told_what_happened(
    dat_mui: Submission, actor: Seat
) -> None:
    filed(dat_mui, actor("can-bo-xa"))
    with pytest.raises(BadInput, match=r"filing\.already_filed"):
        filed(dat_mui, actor("can-bo-xa"))


def test_unreadable_cells_are_told_all_at_once_and_nothing_is_filed(
    dat_mui: Submission, actor: Seat
) -> None:
    with pytest.raises(BadInputs) as told:
        filed(dat_mui, actor("can-bo-xa"), {"thu-ngan-sach": "1,234.5", "viec-lam": "nhiều"})
    assert [fault.code for fault in told.value.faults] == ["filing.finding"] * 3
    assert "không đọc được" in message(told.value.faults[0])
    assert "cannot be read" in message(told.value.faults[0], "en")
    assert Filing.objects.count() == 0


def test_nobody_files_for_another_and_an_empty_report_is_none(
    dat_mui: Submission, actor: Seat
) -> None:
    with pytest.raises(Missing):
        filed(dat_mui, actor("nguoi-dan"))
    with pytest.raises(Refused):
        filed(dat_mui, actor("can-bo-huyen"))
    with pytest.raises(BadInput, match=r"filing\.empty"):
        filed(dat_mui, actor("can-bo-xa"), {"viec-lam": " "})


def test_the_last_approval_states_the_figures(dat_mui: Submission, actor: Seat) -> None:
    filing = filed(dat_mui, actor("can-bo-xa"))
    done = approve(by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=TODAY)
    assert (done.final, done.figures) == ((dat_mui.pk,), 4)
    dat_mui.refresh_from_db()
    assert (dat_mui.state, dat_mui.holder) == ("approved", None)
    made = {f.indicator.code: f for f in Figure.objects.filter(filing=filing)}
    assert made["thu-ngan-sach"].value == Decimal("1112.5")
    ratio = made["ty-le-noi-dia"]
    assert (ratio.value, ratio.numerator, ratio.denominator) == (None, 890, Decimal("1112.5"))
    assert (made["viec-lam"].value, made["viec-lam"].absence) == (None, "not_collected")
    each = made["thu-ngan-sach"]
    assert (each.source_id, each.status, each.known_from) == (dat_mui.body_id, "estimated", TODAY)
    assert each.simulated
    assert each.entry is not None


def test_a_blank_cell_states_nothing_and_a_dash_states_none(
    actor: Seat,
) -> None:
    rows = [row | {"required": False} for row in COMMUNE_ROWS]
    sent = form_sent("bieu-thua", rows, owner="so-khdt-ca-mau", filler=("ubnd", "commune"))
    found = owed(sent, "ubnd-32248", ["ubnd-973"])
    filed(found, actor("can-bo-xa"), {"thu-ngan-sach": "-", "viec-lam": ""})
    approve(by=actor("can-bo-huyen"), submissions=[found.pk], today=TODAY)
    made = list(Figure.objects.filter(filing__submission=found))
    assert [(f.indicator.code, f.absence) for f in made] == [("thu-ngan-sach", "none")]


def test_a_hard_finding_blocks_and_a_soft_one_asks_for_a_note(
    dat_mui: Submission, actor: Seat
) -> None:
    form = dat_mui.round.version.form
    with door_open():
        for code, row, severity in (("cung", "thu-ngan-sach", "hard"), ("mem", "viec-lam", "soft")):
            Check.objects.create(
                form=form, code=code, kind="range", row_key=row, parameters={"high": "100"},
                severity=severity,
            )  # fmt: skip
    by, typed = actor("can-bo-xa"), {"thu-ngan-sach": "50", "trong-do-noi-dia": "9"}
    with pytest.raises(BadInputs) as told:
        filed(dat_mui, by, {**typed, "thu-ngan-sach": "500", "viec-lam": "7"})
    assert [fault.code for fault in told.value.faults] == ["filing.finding"]
    with pytest.raises(BadInputs, match="inputs"):
        filed(dat_mui, by, {**typed, "viec-lam": "700"})
    area = own_area(dat_mui).pk
    cells = [CellChange(row, area, text) for row, text in typed.items()]
    cells.append(CellChange("viec-lam", area, "700", "có nhà máy mới"))
    file_submission(by=by, submission=dat_mui.pk, today=TODAY, cells=cells)


def test_nothing_is_filed_before_the_round_opens(dat_mui: Submission, actor: Seat) -> None:
    with pytest.raises(BadInput, match=r"filing\.not_open"):
        file_submission(
            by=actor("can-bo-xa"), submission=dat_mui.pk, today=date(2021, 11, 30),
            cells=changes(dat_mui),
        )  # fmt: skip


def test_many_are_approved_with_a_constant_number_of_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries, actor: Seat
) -> None:
    sent = commune_form()
    communes = list(Body.objects.filter(area__kind="Xã").values_list("code", flat=True))
    assert len(communes) > 20
    owing = [owed(sent, code, ["ubnd-973"]) for code in communes[:20]]
    for each in owing:
        filed(each, approver(each.body.code))
    by = approver("ubnd-973")
    with django_assert_max_num_queries(14):
        done = approve(by=by, submissions=[each.pk for each in owing], today=TODAY)
    assert (len(done.final), done.figures) == (20, 80)


def test_of_two_levels_the_first_passes_on_and_states_nothing(actor: Seat) -> None:
    found = owed(commune_form(), "ubnd-32248", ["ubnd-973", "ubnd-ca-mau"])
    filed(found, actor("can-bo-xa"))
    done = approve(by=actor("can-bo-huyen"), submissions=[found.pk], today=TODAY)
    found.refresh_from_db()
    assert (done.final, found.state, found.stage, found.holder_id) == (
        (), "submitted", 2, Body.objects.get(code="ubnd-ca-mau").pk,
    )  # fmt: skip
    with pytest.raises(Refused):
        approve(by=actor("can-bo-huyen"), submissions=[found.pk], today=TODAY)
    approve(by=approver("ubnd-ca-mau"), submissions=[found.pk], today=TODAY)
    assert Figure.objects.filter(filing__submission=found).count() == 4


def test_a_second_approver_reads_who_was_first(dat_mui: Submission, actor: Seat) -> None:
    filed(dat_mui, actor("can-bo-xa"))
    approve(by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=TODAY)
    with pytest.raises(BadInput, match=r"decision\.approved_already") as told:
        approve(by=approver("ubnd-973"), submissions=[dat_mui.pk], today=TODAY)
    assert told.value.values["by"] == "Chuyên viên huyện"
    assert Figure.objects.filter(filing__submission=dat_mui).count() == 4


def test_what_was_filed_again_meanwhile_is_not_approved_unread(
    dat_mui: Submission, actor: Seat
) -> None:
    filed(dat_mui, actor("can-bo-xa"))
    take_back(by=actor("can-bo-xa"), submission=dat_mui.pk)
    filed(dat_mui, actor("can-bo-xa"), TYPED | {"viec-lam": "9"})
    with pytest.raises(BadInput, match=r"decision\.changed"):
        approve(
            by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=TODAY, seen={dat_mui.pk: 1}
        )
    approve(by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=TODAY, seen={dat_mui.pk: 2})


def test_a_return_says_what_to_mend_and_the_filler_files_again(
    dat_mui: Submission, actor: Seat
) -> None:
    filed(dat_mui, actor("can-bo-xa"))
    area = own_area(dat_mui).pk
    with pytest.raises(BadInput, match=r"return\.no_reason"):
        give_back(by=actor("can-bo-huyen"), submission=dat_mui.pk, comment=" ")
    give_back(
        by=actor("can-bo-huyen"), submission=dat_mui.pk, comment="",
        remarks=[CellRemark("viec-lam", area, "Đã có số ở Phòng LĐ")],
    )  # fmt: skip
    dat_mui.refresh_from_db()
    assert (dat_mui.state, dat_mui.stage, dat_mui.holder_id) == ("returned", 0, dat_mui.body_id)
    assert Remark.objects.get().text == "Đã có số ở Phòng LĐ"
    filed(dat_mui, actor("can-bo-xa"), TYPED | {"viec-lam": "12"})
    approve(by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=TODAY)
    figure = Figure.objects.get(filing__submission=dat_mui, indicator__code="viec-lam")
    assert figure.value == 12
    kinds = Step.objects.filter(submission=dat_mui).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["filed", "returned", "filed", "approved"]


def test_one_takes_back_only_while_nobody_acted(dat_mui: Submission, actor: Seat) -> None:
    filed(dat_mui, actor("can-bo-xa"))
    take_back(by=actor("can-bo-xa"), submission=dat_mui.pk)
    dat_mui.refresh_from_db()
    assert (dat_mui.state, dat_mui.holder_id) == ("draft", dat_mui.body_id)
    filed(dat_mui, actor("can-bo-xa"))
    approve(by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=TODAY)
    with pytest.raises(BadInput, match=r"decision\.approved_already"):
        take_back(by=actor("can-bo-xa"), submission=dat_mui.pk)


def test_a_round_on_nine_districts_states_a_figure_for_each(actor: Seat) -> None:
    found = owed(health_form(), "so-y-te-ca-mau", ["so-khdt-ca-mau"])
    cells = [
        CellChange(row, area.pk, text)
        for area in areas_of(found)
        for row, text in (("giuong", "30"), ("dan-so", "10000"))
    ]
    file_submission(by=actor("so-y-te"), submission=found.pk, today=TODAY, cells=cells)
    done = approve(by=actor("chuyen-vien"), submissions=[found.pk], today=TODAY)
    assert done.figures == 27


def test_closing_names_whoever_is_missing_and_closes_again_when_they_come(actor: Seat) -> None:
    sent = commune_form()
    owing = [owed(sent, code, ["ubnd-973"]) for code in ("ubnd-32248", "ubnd-32245")]
    filed(owing[0], actor("can-bo-xa"))
    approve(by=actor("can-bo-huyen"), submissions=[owing[0].pk], today=TODAY)
    by = actor("chuyen-vien")
    with pytest.raises(BadInput, match=r"closing\.reason"):
        close_round(by=by, round=sent.pk, reasons={}, today=TODAY)
    first = close_round(by=by, round=sent.pk, reasons={"ubnd-32245": "mất điện"}, today=TODAY)
    assert (first.number, first.expected, first.approved) == (1, 2, 1)
    assert first.missing[0] | {"name": ""} == {
        "code": "ubnd-32245", "name": "", "state": "draft", "reason": "mất điện",
    }  # fmt: skip
    same = close_round(by=by, round=sent.pk, reasons={"ubnd-32245": "mất điện"}, today=TODAY)
    assert same.pk == first.pk
    filed(owing[1], approver("ubnd-32245"))
    approve(by=actor("can-bo-huyen"), submissions=[owing[1].pk], today=TODAY)
    again = close_round(by=by, round=sent.pk, reasons={}, today=TODAY)
    assert (again.number, again.approved, again.missing) == (2, 2, [])
    assert again.checksum != first.checksum


def test_a_round_is_closed_again_after_a_correction(actor: Seat) -> None:
    sent = commune_form()
    report = owed(sent, "ubnd-32248", ["ubnd-973"])
    filed(report, actor("can-bo-xa"))
    approve(by=actor("can-bo-huyen"), submissions=[report.pk], today=TODAY)
    by = actor("chuyen-vien")
    first = close_round(by=by, round=sent.pk, reasons={}, today=TODAY)
    stated = Figure.objects.get(filing__submission=report, value="1112.5")
    correct_figure(
        by=by, figure=stated.pk, text="1.113", status="official", reason="quyết toán",
        known_from=TODAY, today=TODAY,
    )  # fmt: skip
    assert to_close(sent.code, seen_by=by).changed
    again = close_round(by=by, round=sent.pk, reasons={}, today=TODAY)
    assert (again.number, again.approved) == (2, 1)
    assert again.checksum != first.checksum
    assert not to_close(sent.code, seen_by=by).changed
    assert close_round(by=by, round=sent.pk, reasons={}, today=TODAY).pk == again.pk


def test_only_the_owner_closes(actor: Seat) -> None:
    sent: Round = commune_form()
    owed(sent, "ubnd-32248", ["ubnd-973"])
    for seat in ("can-bo-huyen", "so-y-te", "chu-tich"):
        with pytest.raises(Missing):
            close_round(by=actor(seat), round=sent.pk, reasons={}, today=TODAY)


def test_the_missing_are_named_by_the_vietnamese_alphabet(actor: Seat) -> None:
    sent, names = commune_form(), ["xã Hiệp Tùng", "xã Hàm Rồng", "xã Đất Mới", "xã Hàng Vịnh"]
    for name in names:
        owed(sent, Body.objects.get(name=f"Ủy ban nhân dân {name}").code, ["ubnd-971"])
    laid = to_close(sent.code, seen_by=actor("chuyen-vien"))
    told = [late.submission.body.name.removeprefix("Ủy ban nhân dân ") for late in laid.missing]
    assert told == ["xã Đất Mới", "xã Hàm Rồng", "xã Hàng Vịnh", "xã Hiệp Tùng"]
