"""Many figures at once: checked as a table is, all or none, once a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dieuhanh.audit.models import Entry, Receipt
from dieuhanh.reports.models import Figure
from tests.api.conftest import FIGURE, Caller, problem_of

Call = Callable[..., Caller]


SOURCES = [
    "so-y-te-ca-mau", "ubnd-ca-mau", "so-khdt-ca-mau", "van-phong-ubnd-ca-mau", "ubnd-973",
    "ubnd-32248", "ubnd-964",
]  # fmt: skip


def figures_of(count: int, **other: Any) -> list[dict[str, Any]]:
    """So many figures of one indicator, month after month and source after source; none stands."""
    return [
        {
            **FIGURE,
            "period": f"{2021 + n % 48 // 12}-{n % 12 + 1:02}",
            "source": SOURCES[n // 48],
            "value": f"{n}.50",
            **other,
        }
        for n in range(count)
    ]


@pytest.mark.django_db
class TestTaking:
    """What goes in and what does not."""

    def test_figures_stand_as_they_were_sent(self, caller: Call) -> None:
        answer = caller("chuyen-vien").send("/figures", figures_of(40))
        assert (answer.status_code, answer.json()) == (201, {"added": 40, "same": 0})
        kept = Figure.objects.get(period="2021-10", indicator__code="giuong-benh")
        assert (str(kept.value), kept.unit) == ("9.50", "giường/10.000 dân")
        assert kept.entry is not None
        assert (kept.entry.verb, kept.entry.count) == ("figures.imported", 40)
        assert "thử" in kept.recorded_by

    def test_every_digit_is_kept(self, caller: Call) -> None:
        texts = ["27.0", "0.0000000001", "123456789012345678901234.5", "-3.60", "1e2"]
        sent = [{**FIGURE, "period": f"2022-0{n + 1}", "value": v} for n, v in enumerate(texts[:4])]
        sent.append({**FIGURE, "period": "2022-09", "value": 2.50})
        assert caller("chuyen-vien").send("/figures", sent).status_code == 201
        told = [
            str(f.value) if "E" not in str(f.value) else format(f.value, "f")
            for f in Figure.objects.filter(period__startswith="2022-").order_by("pk")
        ]
        assert told == [*texts[:4], "2.5"]

    def test_a_number_with_an_exponent_is_not_guessed(self, caller: Call) -> None:
        told = problem_of(caller("chuyen-vien").send("/figures", [{**FIGURE, "value": "1e2"}]), 422)
        assert told["faults"] == [told["faults"][0] | {"row": 1, "column": "value"}]

    def test_the_same_statement_is_not_written_twice(self, caller: Call) -> None:
        ask, sent = caller("chuyen-vien"), figures_of(12)
        ask.send("/figures", sent)
        sent[2]["value"] += "0"  # the same number, as a workbook would hand it back
        sent[3]["value"] = "3.7"
        assert ask.send("/figures", sent).json() == {"added": 1, "same": 11}

    def test_csv_is_the_file_that_import_reads(self, caller: Call) -> None:
        from dieuhanh.exchange.catalogue import FIGURES  # noqa: PLC0415

        names = [column.name for column in FIGURES.columns]
        lines = ["# dieuhanh: figures; numbers=vi", ",".join(names)]
        for n in range(3):
            row = FIGURE | {"period": f"2022-0{n + 1}", "value": f'"1.{n}00,50"'}
            lines.append(",".join(str(row.get(name, "")) for name in names))
        ask = caller("chuyen-vien")
        answer = ask.client.post(
            "/api/v1/figures", "\n".join(lines).encode(), content_type="text/csv; charset=utf-8",
            headers=ask.headers,
        )  # fmt: skip
        assert (answer.status_code, answer.json()["added"]) == (201, 3)
        kept = Figure.objects.get(period="2022-02", indicator__code=FIGURE["indicator"])
        assert str(kept.value) == "1100.50"

    def test_every_fault_is_told_at_once_and_nothing_is_written(self, caller: Call) -> None:
        sent = figures_of(8)
        sent[1]["value"] = "1.234,5"
        sent[2]["indicator"] = "khong-co"
        sent[3]["area_code"] = "00001"
        sent[4]["unit"] = "tỷ đồng"
        sent[5]["known_from"] = "2999-01-01"
        sent[6].update(value=None, absence="")
        del sent[7]["source"]
        ask = caller("chuyen-vien")
        before = Figure.objects.count(), Entry.objects.count()
        told = problem_of(ask.send("/figures", sent), 422)
        assert [(f["row"], f.get("column", "")) for f in told["faults"]] == [
            (2, "value"), (3, "indicator"), (4, "area_code"), (5, "unit"), (6, "known_from"),
            (7, ""), (8, "source"),
        ]  # fmt: skip
        assert all(fault["detail"] and fault["code"] for fault in told["faults"])
        assert (Figure.objects.count(), Entry.objects.count()) == before

    def test_an_unknown_name_is_no_quiet_default(self, caller: Call) -> None:
        told = problem_of(caller("chuyen-vien").send("/figures", [{**FIGURE, "vlaue": "1"}]), 422)
        assert told["code"] == "header.unknown"

    @pytest.mark.parametrize("seat", ["can-bo-xa", "chu-tich", "nguoi-dan", "so-y-te"])
    def test_who_may_not_is_refused(self, caller: Call, seat: str) -> None:
        told = problem_of(caller(seat).send("/figures", figures_of(2)), 403)
        assert told["code"] == "refused"
        assert "faults" not in told

    def test_other_content_is_not_read(self, caller: Call) -> None:
        ask = caller("chuyen-vien")
        for kind in ("text/html", "application/xml", ""):
            answer = ask.client.post(
                "/api/v1/figures", b"[]", content_type=kind, headers=ask.headers
            )
            assert problem_of(answer, 415)["code"] == "api.media_type"
        for content in (b"{}", b"[1]", b"nul", b"[{}, {}"):
            answer = ask.client.post(
                "/api/v1/figures", content, content_type="application/json", headers=ask.headers
            )
            assert answer.status_code in {400, 422}
            assert answer.json()["code"].startswith("api.not_")

    def test_it_asks_as_often_for_many_as_for_few(
        self, caller: Call, django_assert_max_num_queries: Callable[[int], Any]
    ) -> None:
        ask = caller("chuyen-vien")
        ask.send("/figures", figures_of(1, note="trước"))
        for count in (10, 300):
            with django_assert_max_num_queries(26):
                assert ask.send("/figures", figures_of(count)).status_code == 201


@pytest.mark.django_db
class TestOnce:
    """A key is answered once."""

    def test_a_repeat_gets_the_first_answer_and_writes_nothing(self, caller: Call) -> None:
        ask, sent = caller("chuyen-vien"), figures_of(5)
        first = ask.send("/figures", sent, Idempotency_Key="lần-1".encode().hex())
        entries = Entry.objects.count()
        again = ask.send("/figures", sent, Idempotency_Key="lần-1".encode().hex())
        assert (again.status_code, again.json()) == (201, first.json())
        assert [a.headers["Idempotency-Replayed"] for a in (first, again)] == ["false", "true"]
        assert (Entry.objects.count(), Receipt.objects.count()) == (entries, 1)

    def test_the_key_of_another_request_is_refused(self, caller: Call) -> None:
        ask = caller("chuyen-vien")
        ask.send("/figures", figures_of(5), Idempotency_Key="k")
        told = problem_of(ask.send("/figures", figures_of(6), Idempotency_Key="k"), 422)
        assert told["code"] == "idempotency.other_request"

    def test_a_refused_request_does_not_use_up_its_key(self, caller: Call) -> None:
        ask, sent = caller("chuyen-vien"), figures_of(2)
        wrong = [{**sent[0], "value": "x"}]
        assert ask.send("/figures", wrong, Idempotency_Key="k").status_code == 422
        assert ask.send("/figures", sent, Idempotency_Key="k").status_code == 201

    @pytest.mark.parametrize("key", ["x" * 81, "\x07"])
    def test_a_key_that_cannot_be_one(self, caller: Call, key: str) -> None:
        answer = caller("chuyen-vien").send("/figures", [], Idempotency_Key=key)
        assert problem_of(answer, 422)["code"] == "idempotency.key"
