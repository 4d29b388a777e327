"""Files shown for progress by programs: taken whole or not at all, once, and given back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from dieuhanh.tasks.models import Evidence, Step
from tests.api.conftest import Caller, problem_of
from tests.api.test_tasks import ORDER
from tests.paper.paper_files import pdf, png

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]
PDF = pdf("Biên bản")
LARGE = b"x" * (10 * 1024 * 1024 + 1)


def sent(
    ask: Caller, code: str, *files: tuple[str, bytes], key: str = "", **told: Any
) -> HttpResponse:
    """POST of a form with files."""
    parts = [SimpleUploadedFile(name, content) for name, content in files]
    given = {"kind": "progress", **told, "file": parts}
    headers = ask.headers | ({"Idempotency-Key": key} if key else {})
    return ask.client.post(f"/api/v1/tasks/{code}/evidence", given, headers=headers)


@pytest.fixture
def code(caller: Call) -> str:
    """A task the health department has taken up."""
    made = caller("van-phong").send("/tasks", ORDER).json()["code"]
    caller("so-y-te").send(f"/tasks/{made}/steps", {"kind": "accepted"})
    return str(made)


def test_files_are_shown_with_progress_and_given_back(caller: Call, code: str) -> None:
    health = caller("so-y-te")
    files = (("biên bản.pdf", PDF), ("anh.png", png()))
    answer = sent(
        health, code, *files, percent=40, words="Biên bản", documents=["bai-bao-2022-01-12"]
    )
    assert answer.status_code == 200, answer.content
    told = answer.json()  # type: ignore[attr-defined]
    shown = told["steps"][-1]["evidence"]
    assert told["percent"] == 40
    assert [each["file"] for each in shown] == [
        "biên bản.pdf", "anh.png", "bai-bao-2022-01-12.txt",
    ]  # fmt: skip
    assert shown[0]["words"] == "Biên bản"
    address = f"/tasks/{code}/evidence/{shown[0]['id']}/file"
    given = caller("van-phong").get(address)
    assert b"".join(given.streaming_content) == PDF  # type: ignore[attr-defined]
    assert given.headers["Content-Type"] == "application/pdf"
    assert given.headers["Content-Disposition"].startswith("attachment")
    problem_of(caller("can-bo-xa").get(address), 404)


def test_sent_again_with_its_key_it_is_there_once(caller: Call, code: str) -> None:
    health = caller("so-y-te")
    answers = [sent(health, code, ("a.pdf", PDF), key="k1", text="x") for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert Evidence.objects.count() == 1
    other = sent(health, code, ("a.pdf", pdf("Biên bản khác")), key="k1", text="x")
    assert problem_of(other, 422)["code"] == "idempotency.other_request"


@pytest.mark.parametrize(
    ("files", "told", "status", "fault"),
    [
        ([("a.exe", b"MZ")], {}, 422, "file.kind"),
        ([("a.pdf", b"")], {}, 422, "file.blank"),
        ([("a.pdf", PDF), ("b.exe", b"MZ")], {}, 422, "file.kind"),
        ([(f"{n}.pdf", PDF) for n in range(6)], {}, 422, "task.files"),
        ([("a.pdf", LARGE)], {}, 413, "file.too_large"),
        ([("a.pdf", PDF), ("b.pdf", LARGE)], {}, 413, "file.too_large"),
        ([("a.pdf", PDF)], {"kind": "accepted"}, 422, "task.no_evidence"),
        ([("a.pdf", PDF)], {"percent": 130}, 422, "task.percent"),
        ([("a.pdf", PDF)], {"revision": 1}, 422, "task.changed"),
    ],
)
def test_what_is_refused_leaves_nothing(
    caller: Call, code: str, files: list[tuple[str, bytes]], told: dict[str, Any], status: int,
    fault: str,
) -> None:  # fmt: skip
    before = Step.objects.count()
    assert problem_of(sent(caller("so-y-te"), code, *files, **told), status)["code"] == fault
    assert Step.objects.count() == before
    assert not Evidence.objects.exists()


def test_another_body_may_not_and_no_file_is_kept(caller: Call, code: str) -> None:
    kept = set(Path(settings.FILES_FOLDER).glob("*"))
    problem_of(sent(caller("van-phong"), code, ("a.pdf", b"%PDF moi")), 403)
    problem_of(sent(caller("can-bo-xa"), code, ("a.pdf", b"%PDF moi")), 404)
    assert set(Path(settings.FILES_FOLDER).glob("*")) == kept


def test_a_step_with_its_key_is_taken_once(caller: Call, code: str) -> None:
    health, address = caller("so-y-te"), f"/tasks/{code}/steps"
    step = {"kind": "progress", "text": "đang làm"}
    for _ in range(2):
        assert health.send(address, step, Idempotency_Key="s1").status_code == 200
    assert Step.objects.filter(kind="progress").count() == 1
    other = problem_of(health.send(address, step | {"text": "khác"}, Idempotency_Key="s1"), 422)
    assert other["code"] == "idempotency.other_request"
    shown = {"kind": "accepted", "documents": ["bai-bao-2022-01-12"]}
    assert problem_of(health.send(address, shown), 422)["code"] == "task.no_evidence"
