"""The demo's papers: composed from its books and brought as far as the demo's day by the same verbs
as real ones, all marked simulated; and the example's article, read and waiting for a person."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import area_on
from dieuhanh.desk.actions.composing import compose_paper
from dieuhanh.desk.actions.reading import read_paper
from dieuhanh.desk.queries.papers import Wanted
from dieuhanh.documents.actions.asking import (
    ask_paper_opinions,
    give_paper_opinion,
    reply_paper_opinion,
)
from dieuhanh.documents.actions.deciding import approve_paper, submit_paper
from dieuhanh.documents.actions.issuing import Numbering, issue_paper
from dieuhanh.documents.models import (
    Paper,
    PaperOpinion,
    PaperOpinionReply,
    PaperOpinionRequest,
    PaperReading,
    PaperStep,
    PaperVersion,
)
from dieuhanh.documents.queries import document
from dieuhanh.domain.actors import Actor

from .home import CHECKOUT

FOLDER = CHECKOUT / "examples" / "ca-mau-2021"
ISSUER = "ubnd-ca-mau"
Told = Mapping[str, Any]


def set_up(by: Actor, today: date) -> None:
    """Let happen what the file tells of up to the day, and read the article.

    A paper somebody has done something with in the demo is left as it is: its story stops there.
    """
    told = tomllib.loads((FOLDER / "papers.toml").read_text("utf-8"))
    with transaction.atomic():
        _read(by, told["reading"], today)
    for each in told["papers"]:
        with transaction.atomic():
            _live(by, each, today)


def _read(by: Actor, told: Told, today: date) -> None:
    paper = document(told["document"], seen_by=by)
    if PaperReading.objects.filter(document=paper).exists():
        return
    file = FOLDER / told["file"]
    read_paper(
        by=by, name=file.name, content=file.read_bytes(), document=paper, period=told["period"],
        area=area_on(Area.objects.filter(code=told["area"])[0], today), source=_body(told["source"]),
        today=today,
    )  # fmt: skip


def _live(by: Actor, each: Told, today: date) -> None:
    """The paper's steps in their order, from the first that has not happened."""
    paper = _held(by, each)
    if paper is not None and _touched(by, paper):
        return
    happened = 0 if paper is None else _happened(paper)
    for step in each["steps"][happened:]:
        if step["on"] > today:
            return
        if paper is None:
            paper = _begin(by, each, step["on"])
        else:
            VERBS[step["kind"]](by, Paper.objects.get(pk=paper.pk), step)


def _held(by: Actor, each: Told) -> Paper | None:
    own = Paper.objects.filter(begun_by=by.name, recipe__kind=each["kind"], recipe__of=each["of"])
    return own.filter(mends=None).order_by("pk").first()


def _touched(by: Actor, paper: Paper) -> bool:
    """Whether somebody else wrote, asked, answered or decided anything of it."""
    return (
        PaperVersion.objects.filter(paper=paper).exclude(written_by=by.name).exists()
        or PaperStep.objects.filter(paper=paper).exclude(by_name=by.name).exists()
        or PaperOpinion.objects.filter(request__paper=paper).exclude(given_by=by.name).exists()
        or PaperOpinionReply.objects.filter(opinion__request__paper=paper)
        .exclude(given_by=by.name)
        .exists()
    )


def _happened(paper: Paper) -> int:
    """How many of the told steps have happened: each leaves one row."""
    return (
        PaperStep.objects.filter(paper=paper).count()
        + PaperOpinion.objects.filter(request__paper=paper).count()
        + PaperOpinionReply.objects.filter(opinion__request__paper=paper).count()
    )


def _begin(by: Actor, each: Told, on: date) -> Paper:
    wanted = Wanted(each["kind"], each["of"], on)
    return compose_paper(
        by=by, wanted=wanted, issuer=_body(ISSUER), drafter=_body(each["drafter"]), today=on
    )


def _ask(by: Actor, paper: Paper, step: Told) -> None:
    ask_paper_opinions(
        by=by, paper=paper, bodies=[_body(code) for code in step["bodies"]],
        due_on=step["due_on"], today=step["on"], question=step["text"],
    )  # fmt: skip


def _give(by: Actor, paper: Paper, step: Told) -> None:
    give_paper_opinion(
        by=by, request=_request(paper, step), agrees=step.get("agrees", False),
        text=step.get("text", ""),
    )  # fmt: skip


def _reply(by: Actor, paper: Paper, step: Told) -> None:
    opinion = PaperOpinion.objects.filter(request=_request(paper, step)).order_by("number").last()
    assert opinion is not None, "the file tells of the answer first"  # noqa: S101
    reply_paper_opinion(by=by, opinion=opinion, accepted=step["accepted"], text=step["text"])


def _submit(by: Actor, paper: Paper, step: Told) -> None:
    submit_paper(by=by, paper=paper, seen=paper.version, today=step["on"])


def _approve(by: Actor, paper: Paper, step: Told) -> None:
    approve_paper(by=by, paper=paper, seen=paper.version, today=step["on"])


def _issue(by: Actor, paper: Paper, step: Told) -> None:
    as_ = Numbering(step["on"], confirmed=True, public=step["public"])
    issue_paper(by=by, paper=paper, as_=as_, today=step["on"])


VERBS: dict[str, Callable[[Actor, Paper, Told], None]] = {
    "asked": _ask, "given": _give, "replied": _reply, "submitted": _submit, "approved": _approve,
    "issued": _issue,
}  # fmt: skip


def _request(paper: Paper, step: Told) -> PaperOpinionRequest:
    return PaperOpinionRequest.objects.get(paper=paper, body__code=step["body"])


def _body(code: str) -> Body:
    return Body.objects.select_related("area", "parent").get(code=code)


__all__ = ["set_up"]
