"""A district's papers: a draft that a commune is asked about, and one issued and signed."""

from __future__ import annotations

from datetime import date
from typing import Any

from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions.asking import ask_paper_opinions, give_paper_opinion
from dieuhanh.documents.actions.deciding import approve_paper, submit_paper
from dieuhanh.documents.actions.drafting import begin_paper
from dieuhanh.documents.actions.issuing import Numbering, issue_paper, keep_signed
from dieuhanh.documents.models import Paper, PaperOpinionRequest
from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.model import (
    Letterhead,
    Made,
    Paragraph,
    Signature,
    Source,
    Span,
    words,
)
from dieuhanh.paper.writing.model import Paper as Content
from tests.paper.paper_files import pdf
from tests.security.doors import MARK, NUMBER

HOST, VICTIM = "ubnd-972", "ubnd-32212"
DAY = date(2022, 1, 12)


def plant_papers(by: Actor) -> dict[str, Any]:
    """Both, by the names doors use."""
    draft, out = _drafted(by), _drafted(by)
    ask_paper_opinions(
        by=by, paper=draft, bodies=[Body.objects.get(code=VICTIM)], due_on=DAY, today=DAY,
        question=MARK,
    )  # fmt: skip
    request = PaperOpinionRequest.objects.get(paper=draft)
    give_paper_opinion(by=by, request=request, agrees=False, text=MARK)
    submit_paper(by=by, paper=out, seen=1, today=DAY)
    approve_paper(by=by, paper=out, seen=1, today=DAY)
    issue_paper(by=by, paper=out, as_=Numbering(DAY), today=DAY)
    signed = keep_signed(by=by, paper=out, file=(f"{MARK}.pdf", pdf(MARK)), today=DAY)
    return {
        "paper": draft.pk, "paper-asked": request.pk, "paper-out": out.pk,
        "paper-signed": signed.pk,
    }  # fmt: skip


def _drafted(by: Actor) -> Paper:
    host = Body.objects.get(code=HOST)
    source = Source("figure", "kin-nguon", MARK, (Made("figure", "kin-nguon", NUMBER, MARK),))
    content = Content(
        kind="bao-cao", letterhead=Letterhead("Ủy ban nhân dân", "Phú Tân", symbol="BC-UBND"),
        subject=words(f"Báo cáo {MARK}"),
        blocks=(Paragraph((*words(f"Số thu {MARK} là "), Span(NUMBER, source))),),
        signature=Signature("Chủ tịch"),
    )  # fmt: skip
    return begin_paper(by=by, content=content, issuer=host, drafter=host, today=DAY)
