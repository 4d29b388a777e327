"""Papers for programs: drafted, asked about, decided and issued by the verbs of the pages; read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dieuhanh.documents.models import Paper, PaperOpinion, PaperVersion
from dieuhanh.domain.actors import Actor
from tests.api.conftest import Caller, problem_of
from tests.api.tokens import token_with
from tests.desk.test_compose_report import correct_revenue
from tests.documents.papers_made import drafted, issued

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Call = Callable[..., Caller]
REPORT = {"kind": "bao-cao-nam", "of": "ca-mau-2021"}
ASKED = {"bodies": ["so-y-te-ca-mau"], "due_on": "2022-01-20", "question": "Số giường bệnh"}
"""What the planning department drafts is issued by the committee above it."""


def composed(caller: Call) -> dict[str, Any]:
    answer = caller("chuyen-vien").send("/papers/composed", REPORT)
    assert answer.status_code == 201, answer.content
    told: dict[str, Any] = answer.json()  # type: ignore[attr-defined]
    return told


def test_a_report_composes_itself_once_and_tells_what_its_numbers_rest_on(caller: Call) -> None:
    planner = caller("chuyen-vien")
    key = {"Idempotency_Key": "p-1"}
    made = [planner.send("/papers/composed", REPORT, **key).json() for _ in range(2)]
    assert made[0] == made[1]
    assert Paper.objects.count() == 1
    told = made[0]
    assert (told["kind"], told["state"], told["version"]) == ("bao-cao", "draft", 1)
    assert (told["drafter"], told["issuer"]) == ("so-khdt-ca-mau", "ubnd-ca-mau")
    assert (told["number"], told["issued_on"], told["document"]) == ("", None, None)
    assert "5.851" in told["text"]
    assert [each["edit"] for each in told["versions"]] == ["composed"]
    assert [each["kind"] for each in told["steps"]] == ["begun"]
    sources = planner.json(f"/papers/{told['id']}/sources")
    revenue = next(each for each in sources if each["value"] == "5.851")
    assert (revenue["kind"], revenue["moved"]) == ("figure", False)
    assert revenue["page"] == f"/so-lieu/{revenue['key']}/"
    other = problem_of(planner.send("/papers/composed", REPORT | {"of": "x"}, **key), 422)
    assert other["code"] == "idempotency.other_request"


def test_a_corrected_figure_marks_the_paper(caller: Call) -> None:
    told = composed(caller)
    planner = caller("chuyen-vien")
    [line] = [e for e in planner.json("/papers")["items"] if e["id"] == told["id"]]
    assert line["moved"] == 0
    correct_revenue("5.900")
    [line] = [e for e in planner.json("/papers")["items"] if e["id"] == told["id"]]
    assert line["moved"] > 0
    sources = planner.json(f"/papers/{told['id']}/sources")
    assert {(e["value"], e["now"]) for e in sources if e["kind"] == "figure" and e["moved"]} == {
        ("5.851", "5.900")
    }
    anew = planner.send(f"/papers/{told['id']}/redraft", {"seen": 1})
    assert (anew.json()["version"], anew.json()["moved"]) == (2, 0)
    stale = problem_of(planner.send(f"/papers/{told['id']}/redraft", {"seen": 1}), 422)
    assert stale["code"] == "paper.newer"


def test_its_files_are_what_the_pages_give(caller: Call) -> None:
    told, planner = composed(caller), caller("chuyen-vien")
    at = f"/papers/{told['id']}/files"
    word, pdf = planner.get(f"{at}/docx"), planner.get(f"{at}/pdf")
    assert (word.content[:2], pdf.content[:5]) == (b"PK", b"%PDF-")
    assert (
        word.headers["Content-Disposition"] == f'attachment; filename="du-thao-{told["id"]}.docx"'
    )
    assert len(planner.get(f"{at}/docx", sources="true").content) > len(word.content)
    problem_of(planner.get(f"{at}/odt"), 404)
    problem_of(planner.get(f"{at}/docx", version="9"), 404)


def test_a_paper_lives_from_opinions_to_its_number(caller: Call) -> None:
    at = f"/papers/{composed(caller)['id']}"
    planner, health = caller("chuyen-vien"), caller("so-y-te")
    [asked] = planner.send(f"{at}/opinions", ASKED, Idempotency_Key="o").json()
    assert [asked] == planner.send(f"{at}/opinions", ASKED, Idempotency_Key="o").json()
    assert (asked["body"], asked["state"]) == ("so-y-te-ca-mau", "waiting")
    [mine] = health.json("/papers", mine="true")["items"]
    assert mine["state"] == "asked"
    one = f"{at}/opinions/{asked['id']}"
    assert problem_of(health.send(one, {"agrees": False}), 422)["code"] == "opinion.words"
    given = {"agrees": False, "text": "Đề nghị ghi rõ số giường."}
    for _ in range(2):
        assert health.send(one, given, Idempotency_Key="y").json()["state"] == "open"
    assert PaperOpinion.objects.count() == 1
    step = {"kind": "submitted", "seen": 1}
    assert problem_of(planner.send(f"{at}/steps", step), 422)["code"] == "paper.opinions_open"
    replied = planner.send(f"{one}/reply", {"accepted": True, "text": "Đã ghi."}).json()
    assert (replied["state"], replied["reply"]) == ("accepted", "Đã ghi.")
    assert planner.send(f"{at}/steps", step).json()["state"] == "submitted"
    problem_of(planner.send(f"{at}/steps", {"kind": "approved", "seen": 1}), 403)
    approved = caller("chu-tich").send(f"{at}/steps", {"kind": "approved", "seen": 1}).json()
    assert (approved["state"], approved["approved"]) == ("approved", 1)
    office, number = caller("van-phong"), {"on": "2022-01-12", "public": True}
    out = [office.send(f"{at}/issue", number, Idempotency_Key="n").json() for _ in range(2)]
    assert out[0] == out[1]
    assert (out[0]["number"], out[0]["issued_on"]) == ("01/BC-UBND", "2022-01-12")
    citizen = caller("nguoi-dan").json(at)
    assert (citizen["document"], citizen["versions"], citizen["steps"]) == (
        out[0]["document"], [], [],
    )  # fmt: skip
    assert citizen["opinions"] == []


def test_a_draft_by_hand_and_what_is_refused(caller: Call) -> None:
    planner = caller("chuyen-vien")
    told = {"kind": "cong-van", "title": "Báo cáo giải ngân", "text": "Đề nghị các sở báo cáo."}
    made = planner.send("/papers", told)
    assert (made.status_code, made.json()["issuer"]) == (201, "so-khdt-ca-mau")
    for wrong, code in (
        ({"kind": "x"}, "compose.kind"),
        ({"drafter": "ubnd-973"}, "compose.drafter"),
        ({"issuer": "ubnd-973"}, "compose.issuer"),
        ({"title": " "}, "paper.empty"),
    ):
        assert problem_of(planner.send("/papers", told | wrong), 422)["code"] == code
    for wrong, code in (
        ({"kind": "x"}, "compose.kind"),
        ({"of": "x"}, "compose.of"),
        ({"on": "2023-01-01"}, "compose.future"),
    ):
        refused = planner.send("/papers/composed", REPORT | wrong)
        assert problem_of(refused, 422)["code"] == code
    ask = planner.send(f"/papers/{made.json()['id']}/opinions", ASKED | {"bodies": ["x"]})
    assert problem_of(ask, 422)["code"] == "paper.not_askable"
    long = problem_of(planner.send("/papers", told | {"text": "x" * 1_000_001}), 422)
    assert long["faults"][0]["name"] == "told.text"
    problem_of(caller("nguoi-dan").send("/papers", told), 403)
    assert Paper.objects.count() == PaperVersion.objects.count() == 1


def test_the_list_is_cut_to_what_is_asked_and_to_who_asks(caller: Call) -> None:
    draft, out = drafted(), issued()
    planner = caller("chuyen-vien")
    for asked, found in (
        ({"state": "draft"}, {draft.pk}),
        ({"document": out.document.code if out.document else ""}, {out.pk}),
        ({"words": "tinh hinh kinh te"}, {draft.pk, out.pk}),
        ({"issuer": "ubnd-ca-mau", "kind": "bao-cao"}, {draft.pk, out.pk}),
        ({"drafter": "ubnd-973"}, set()),
    ):
        items = planner.json("/papers", **asked)["items"]
        assert {each["id"] for each in items} == found, asked
    assert [each["id"] for each in caller("nguoi-dan").json("/papers")["items"]] == [out.pk]
    first = planner.json("/papers", limit="1")
    assert planner.json("/papers", limit="1", cursor=first["next"])["items"][0]["id"] == out.pk


def test_a_token_does_what_its_scopes_allow(actor: Callable[[str], Actor]) -> None:
    draft = drafted()
    owner = actor("chuyen-vien")
    reader = token_with(owner, "chuyen-vien", {"board.view"})
    problem_of(reader.get(f"/papers/{draft.pk}"), 404)
    writer = token_with(owner, "chuyen-vien", {"paper.edit"})
    told = writer.send(f"/papers/{draft.pk}/steps", {"kind": "dropped", "words": "thử"}).json()
    assert (told["state"], told["steps"][0]["words"]) == ("dropped", "thử")


def test_a_list_and_a_paper_ask_a_fixed_number_of_times(
    caller: Call, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    several = [drafted() for _ in range(5)]
    ask = caller("chuyen-vien")
    ask.json("/me")
    with django_assert_max_num_queries(10):
        assert len(ask.json("/papers")["items"]) == 5
    with django_assert_max_num_queries(16):
        ask.json(f"/papers/{several[0].pk}")
