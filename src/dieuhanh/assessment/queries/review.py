"""The review of a plan's year: what its page and its papers are composed from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import sentence_url
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import Dated, Precision
from dieuhanh.domain.figures import Bound, Span, Status
from dieuhanh.domain.growth import Growth, Stated, Unlike, growth
from dieuhanh.domain.periods import Period
from dieuhanh.domain.units import POINTS, is_percent, normal
from dieuhanh.domain.wording.growths import unlike_text
from dieuhanh.domain.wording.review import Published, Result, Sentence, by_verdict, opening
from dieuhanh.domain.wording.stored import stored_number
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import in_force, of_area
from dieuhanh.ui.formats import signed, unit, value_text
from dieuhanh.ui.language import page_lang, pick

from ..models import Finding
from .board import Board
from .findings import findings
from .lines import TargetLine, target_lines
from .look import Look
from .shapes import plan_text

KINDS = ("highlight", "shortcoming", "cause", "lesson")


@dataclass(frozen=True)
class ReviewRow:
    """A target's line with the year before it; `unlike` says why the two are not compared."""

    line: TargetLine
    before: Figure | None
    change: Growth | Unlike | None
    unlike: str
    mark: int = 0

    @property
    def plan(self) -> str:
        """The plan value alone, in the target's unit; the words are the sentences' and its page's."""
        return stored_number(plan_text(self.line.judged), page_lang())

    @property
    def change_text(self) -> str:
        """The change against the year before, signed, with its unit; "" where there is none."""
        if not isinstance(self.change, Growth):
            return ""
        named = unit(POINTS) if self.change.in_points else "%"
        return f"{signed(self.change.change)}{'' if named == '%' else ' '}{named}"

    @property
    def own_unit(self) -> bool:
        """Whether the result was stated in another unit than the target's."""
        value, asked = self.line.value, self.line.target.unit
        if value is None or (is_percent(value.unit) and is_percent(asked)):
            return False
        return normal(value.unit) != normal(asked)


@dataclass(frozen=True)
class Told:
    """A finding with its evidence: the sentence in its paper, and the targets it speaks of."""

    finding: Finding
    href: str
    lines: tuple[TargetLine, ...]


@dataclass(frozen=True)
class FieldGroup:
    """Findings of one field, in the order they were written."""

    field: str
    told: list[Told]


@dataclass(frozen=True)
class Review:
    """A board, the year before, and the findings known by its day."""

    board: Board
    lines: list[TargetLine]
    before: dict[int, Figure]
    findings: list[Finding]

    @cached_property
    def rows(self) -> list[ReviewRow]:
        """The table: every target, with footnote marks where two years are not compared."""
        rows = [self._row(line) for line in self.lines]
        marks = {why: number for number, why in enumerate(_distinct(r.unlike for r in rows), 1)}
        return [
            ReviewRow(r.line, r.before, r.change, r.unlike, marks.get(r.unlike, 0)) for r in rows
        ]

    @property
    def footnotes(self) -> list[str]:
        """Why years are not compared, in the order of the marks."""
        return _distinct(row.unlike for row in self.rows)

    @cached_property
    def results(self) -> list[Result]:
        """The targets as sentences are composed from them."""
        return [_result(row) for row in self.rows]

    @cached_property
    def opening(self) -> list[str]:
        """The first paragraph."""
        plan, tally = self.board.plan, self.board.published
        told = None
        if tally is not None:
            source = tally.document.issuer_name or tally.document.title
            dated = Dated(tally.as_of, Precision(tally.date_precision))
            told = Published(tally.met, tally.total, source, dated)
        return opening(
            self.results, told, plan=pick(plan.name, plan.name_en),
            on=self.board.as_known_on, lang=page_lang(),
        )  # fmt: skip

    @cached_property
    def groups(self) -> list[tuple[str, Sentence]]:
        """The results told verdict by verdict."""
        return by_verdict(self.results, page_lang())

    @cached_property
    def told(self) -> dict[str, list[FieldGroup]]:
        """The findings by kind, and in it by field."""
        by_no = {line.no: line for line in self.lines}
        groups: dict[str, dict[str, list[Told]]] = {kind: {} for kind in KINDS}
        for finding in self.findings:
            lines = tuple(by_no[t.no] for t in finding.targets.all() if t.no in by_no)
            href = sentence_url(finding.document, finding.quote) if finding.document else ""
            of_kind = groups[finding.kind].setdefault(finding.field, [])
            of_kind.append(Told(finding, href, lines))
        return {
            kind: [FieldGroup(field, told) for field, told in fields.items()]
            for kind, fields in groups.items()
        }

    @cached_property
    def sources(self) -> list[Document]:
        """Every paper the review rests on, the plan's own first."""
        version, tally = self.board.version, self.board.published
        papers = [version.document, version.decided_by, tally.document if tally else None]
        for line in self.lines:
            judgement = line.judged.evidence.judgement
            papers += [line.target.value_document, judgement.document if judgement else None]
            papers += [figure.document for figure in line.judged.figures]
        papers += [row.before.document for row in self.rows if row.before]
        papers += [finding.document for finding in self.findings]
        return list({paper.pk: paper for paper in papers if paper is not None}.values())

    @property
    def simulated(self) -> int:
        """How many figures in it nobody reported."""
        return sum(line.judged.simulated for line in self.lines)

    def _row(self, line: TargetLine) -> ReviewRow:
        figure, target = line.judged.evidence.figure, line.target
        before = self.before.get(target.indicator_id) if target.indicator_id else None
        if figure is None or before is None:
            return ReviewRow(line, before, None, "")
        change = growth(_stated(figure), _stated(before))
        if isinstance(change, Growth):
            return ReviewRow(line, before, change, "")
        why = unlike_text(change, now=figure.status, before=before.status, lang=page_lang())
        return ReviewRow(line, before, change, why)


def review(board: Board, look: Look, *, seen_by: Actor) -> Review:
    """The review of a board: two queries for the year before, two for the findings."""
    found = findings(board.plan, seen_by=seen_by, on=board.as_known_on)
    return Review(board, target_lines(board, look), figures_before(board, seen_by=seen_by), found)


def figures_before(board: Board, *, seen_by: Actor) -> dict[int, Figure]:
    """By indicator: the figure of the year before, of the same source, known by the day."""
    plan = board.plan
    indicators = {j.target.indicator_id for j in board.verdicts if j.target.indicator_id}
    period = str(Period.parse(plan.period).year_earlier())
    of_plan = [
        figure
        for figure in of_area(plan.area_id, indicators, seen_by=seen_by, period=period)
        if figure.source_id == plan.judged_source_id
        and figure.span == Span.IN_PERIOD
        and not figure.breakdown
    ]
    return {f.indicator_id: f for f in in_force(of_plan, as_known_on=board.as_known_on)}


def _stated(figure: Figure) -> Stated:
    return Stated(
        figure.value,
        figure.unit,
        Status(figure.status),
        figure.release,
        figure.indicator.price_base,
        Bound(figure.bound) if figure.bound else None,
        figure.value_high is not None,
    )


def _result(row: ReviewRow) -> Result:
    line, figure = row.line, row.line.judged.evidence.figure
    outcome = line.judged.outcome
    words = ""
    if line.value is not None and not line.value.absence:
        named = unit(line.value.unit)
        gap = "" if named.startswith(("%", "‰")) or not named else " "
        words = f"{value_text(line.value)}{gap}{named}"
    return Result(
        line.no, line.name, outcome.verdict, line.judged.basis, words,
        figure.pk if figure else None, line.plan_text, outcome.plan_ratio_pct,
        near_miss=outcome.sub_label is not None, growth=row.change,
    )  # fmt: skip


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


__all__: Sequence[str] = ("FieldGroup", "Review", "ReviewRow", "Told", "figures_before", "review")
