"""Where a task comes from, followed back: conclusion, item, conference; verdict, figure, reporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from dieuhanh.assessment.models import Finding
from dieuhanh.assessment.queries import Look, board
from dieuhanh.assessment.queries.board import Board
from dieuhanh.assessment.queries.judged import Judged
from dieuhanh.assessment.queries.lines import TargetLine, target_line
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Conclusion
from dieuhanh.conferences.queries import conferences
from dieuhanh.conferences.queries.reading import conclusions_of
from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import documents, sentence_url
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.plans.models import Target

from ..models import Point, Programme, Task
from .doors import programmes, tasks


class Link(NamedTuple):
    """One thing further back: what it is, how it is named, where it is."""

    what: str
    text: str
    href: str


class Measured(NamedTuple):
    """A target the task is to mend or move: its verdict, the figure under it and who reported it."""

    line: TargetLine
    reporter: Body | None
    frozen: Link | None


class Chain(NamedTuple):
    """What the reader may see of where a task comes from, the nearest first."""

    links: list[Link]
    findings: list[Link]
    measured: list[Measured]


def chain(task: Task, *, seen_by: Actor, today: date) -> Chain:
    """Every way back from a task that is open to the reader.

    What was handed down leads back as far as the whole it is a part of, also for a reader who may
    not see that whole: a conclusion reaches further than the task it gave. A fixed number of
    queries for each level it came down, and those of one board where targets are linked.
    """
    links: list[Link] = []
    findings: list[Finding] = []
    wanted: list[Target] = []
    line = _line(task)
    for each in line:
        conclusion = _conclusion(each, seen_by)
        links += _links(each, conclusion, seen_by)
        findings += _findings(each, conclusion)
        wanted += _targets(each, conclusion)
    if task.parent is not None and not _may_see(task.parent, seen_by):
        links.insert(0, Link(_("Nhiệm vụ cấp trên giao"), task.assigner.name, ""))
    return Chain(
        list(dict.fromkeys(links)),
        [_finding(each) for each in dict.fromkeys(findings)],
        [*_measured(_resting(line), wanted, seen_by, today)],
    )


def _line(task: Task) -> list[Task]:
    """The task, the whole it was handed down from, and so on up."""
    line = [task]
    while line[-1].parent is not None:
        line.append(line[-1].parent)
    return line


def _resting(line: list[Task]) -> Task:
    """The nearest of them that rests on a frozen assessment, else the task itself."""
    return next((each for each in line if each.assessment_id is not None), line[0])


def _may_see(task: Task, actor: Actor) -> bool:
    return tasks(seen_by=actor).filter(pk=task.pk).exists()


def _findings(task: Task, conclusion: Conclusion | None) -> list[Finding]:
    own = [task.finding] if task.finding else []
    return own + (list(conclusion.findings.all()) if conclusion is not None else [])


def _targets(task: Task, conclusion: Conclusion | None) -> list[Target]:
    wanted = list(task.targets.select_related("version__plan"))
    if task.target is not None:
        wanted.insert(0, task.target)
    if conclusion is not None:
        wanted += conclusion.targets.all()
    if task.finding is not None:
        wanted += task.finding.targets.select_related("version__plan")
    return wanted


def _conclusion(task: Task, actor: Actor) -> Conclusion | None:
    if task.conclusion is None:
        return None
    held = task.conclusion.conference
    if not conferences(seen_by=actor).filter(pk=held.pk).exists():
        return None
    return conclusions_of(held, seen_by=actor).filter(pk=task.conclusion.pk).first()


def _links(task: Task, conclusion: Conclusion | None, actor: Actor) -> Iterator[Link]:
    if conclusion is not None:
        yield from _of_conclusion(conclusion)
    above = ((_("Nhiệm vụ cấp trên giao"), task.parent), (_("Nhiệm vụ định kỳ"), task.series))
    for what, other in above:
        if other is not None and _may_see(other, actor):
            yield Link(what, str(other), reverse("tasks:one", args=[other.code]))
    if task.point is not None and _may_read(task.point.document, actor):
        yield from _of_point(task.point)
    if task.document is not None and _may_read(task.document, actor):
        yield _of_document(task.document, task.quote)
    if task.programme is not None and _may_follow(task.programme, actor):
        yield Link(
            _("Chương trình hành động"), task.programme.name,
            reverse("tasks:programme", args=[task.programme.code]),
        )  # fmt: skip


def _may_follow(programme: Programme, actor: Actor) -> bool:
    return programmes(seen_by=actor).filter(pk=programme.pk).exists()


def _may_read(document: Document, actor: Actor) -> bool:
    return documents(seen_by=actor).filter(pk=document.pk).exists()


def _of_point(point: Point) -> Iterator[Link]:
    text = _("Điểm %(number)s: %(text)s") % {"number": point.number, "text": point.text}
    page = reverse("tasks:resolution", args=[point.document.code])
    yield Link(_("Điểm của văn bản"), text, page)
    yield _of_document(point.document, point.text)


def _of_conclusion(conclusion: Conclusion) -> Iterator[Link]:
    held = conclusion.conference
    number = f"{conclusion.number}. " if conclusion.number else ""
    yield Link(
        _("Kết luận"),
        f"{number}{conclusion.text}",
        reverse("conferences:conclusion", args=[conclusion.pk]),
    )
    if conclusion.item is not None:
        yield Link(
            _("Nội dung chương trình"),
            conclusion.item.title,
            f"{reverse('conferences:agenda', args=[held.code])}#i{conclusion.item.pk}",
        )
    yield Link(_("Hội nghị"), held.name, reverse("conferences:one", args=[held.code]))
    if conclusion.document is not None:
        yield _of_document(conclusion.document, conclusion.quote)


def _of_document(document: Document, quote: str) -> Link:
    return Link(_("Văn bản"), str(document), sentence_url(document, quote))


def _finding(finding: Finding) -> Link:
    page = reverse("assessment:finding", args=[finding.pk])
    return Link(_("Nhận định trong kiểm điểm"), finding.sentence, page)


def _measured(
    task: Task, wanted: Iterable[Target], actor: Actor, today: date
) -> Iterator[Measured]:
    """Each target once, judged as the assessment the task rests on was, else as of today."""
    boards: dict[str, Board | None] = {}
    frozen, look = task.assessment, Look(today)
    if frozen is not None:
        given = {"date": write_vi_date(frozen.as_known_on), "convention": frozen.convention}
        look = Look(frozen.as_known_on, frozen.convention, given=given)
    seen: set[tuple[str, str]] = set()
    for target in wanted:
        plan = target.version.plan.code
        if (plan, target.no) in seen:
            continue
        seen.add((plan, target.no))
        if plan not in boards:
            boards[plan] = _board(plan, look, actor)
        judged = _judged(boards[plan], target.no)
        if judged is not None:
            figure = judged.evidence.figure
            yield Measured(
                target_line(judged, plan, look), figure.source if figure else None, _frozen(task)
            )


def _board(plan: str, look: Look, actor: Actor) -> Board | None:
    try:
        return board(plan, seen_by=actor, as_known_on=look.on, convention=look.convention)
    except Missing:
        return None


def _judged(board: Board | None, no: str) -> Judged | None:
    whole = board.verdicts if board else ()
    return next((j for top in whole for j in (top, *top.parts) if j.target.no == no), None)


def _frozen(task: Task) -> Link | None:
    if task.assessment is None:
        return None
    on = write_vi_date(task.assessment.as_known_on)
    return Link(_("Bản đánh giá chốt"), on, reverse("assessment:one", args=[task.assessment.pk]))


__all__ = ["Chain", "Link", "Measured", "chain"]
