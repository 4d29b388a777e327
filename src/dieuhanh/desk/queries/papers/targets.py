"""A judged target as the papers on a year tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from dieuhanh.assessment.models import Finding
from dieuhanh.assessment.queries.judged import Judged
from dieuhanh.assessment.queries.lines import TargetLine, target_line
from dieuhanh.assessment.queries.look import Look
from dieuhanh.assessment.queries.review import Review, ReviewRow
from dieuhanh.domain.figures import Value
from dieuhanh.domain.growth import Growth
from dieuhanh.domain.judging import said as rule_values
from dieuhanh.domain.targets import DECREASES, Comparator, Rule
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.domain.wording.growths import growth_text
from dieuhanh.domain.wording.measures import amount, difference_unit, unit_name
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.domain.wording.worked import outcome_text
from dieuhanh.domain.worked import points_matter
from dieuhanh.paper.writing.compose.saying import Record, said, sourced, unit_after
from dieuhanh.paper.writing.compose.year import Compared, YearTarget
from dieuhanh.paper.writing.model import Made, Source, Span, Text, plain, words
from dieuhanh.reports.models import Figure
from dieuhanh.ui.formats import number, value_text

from .grounds import judged_by, judged_on, plan_grounds, plan_note
from .keys import key_of, known_by
from .labels import of_figure, of_sum
from .reasons import why_none


class Teller:
    """Turns a review's rows into records, their findings beside them."""

    def __init__(self, review: Review, look: Look, told: Iterable[Finding]) -> None:
        self.review, self.look = review, look
        self.plan = review.board.plan
        self.key = key_of(self.plan.code, look.convention)
        self.known = known_by(review.board)
        self.found = list(told)

    def told(self, row: ReviewRow) -> YearTarget:
        """One row of the review."""
        return self._target(row.line, row)

    def _target(self, line: TargetLine, row: ReviewRow | None = None) -> YearTarget:
        judged, target = line.judged, line.target
        outcome, rule = judged.outcome, judged.rule
        source = self._judged("share", "Tỷ lệ thực hiện so với kế hoạch", line)
        share = (Span(number(line.completion), source),) if line.completion is not None else ()
        parts = (target_line(each, self.plan.code, self.look) for each in judged.parts)
        return YearTarget(
            no=target.no, name=target.name, unit=_unit_of(line).replace("/", "/ "),
            field=target.indicator.field if target.indicator else "", verdict=outcome.verdict,
            basis=judged.basis, code=outcome.reason.code,
            lower=bool(outcome.reason.values.get("rule", {}).get("lower")) or _is_ceiling(rule),
            falls=_falls(rule, target.kind), estimated=line.status == "estimated",
            near_miss=outcome.sub_label is not None, simulated=line.simulated,
            actual=self._actual(line), actual_cell=self._cell(line),
            plan=self._plan(line), plan_cell=self._plan_cell(line), plan_note=plan_note(line.target),
            past=self._past(line), relative=rule is not None and not points_matter(rule),
            gap=self._gap(line), completion=share, label=self._label(line),
            label_on=_label_on(judged), why=self._why(line), key=f"{self.key}/{target.no}",
            known=self.known, rests_on=self._rests_on(line),
            compared=self._compared(row) if row else None,
            causes=self._findings("cause", target.pk),
            shortcomings=self._findings("shortcoming", target.pk),
            parts=tuple(self._target(each) for each in parts),
        )  # fmt: skip

    def _source(
        self, kind: str, key: str, told: str, line: TargetLine, made_of: tuple[Made, ...] = ()
    ) -> Source:
        return Source(
            kind, f"{self.key}/{key}", f"{told}: {line.target.name}; {self.known}", made_of
        )

    def _judged(self, what: str, told: str, line: TargetLine) -> Source:
        """Something worked out of a target's plan and result."""
        return self._source("verdict", f"{line.target.no}/{what}", told, line, self._rests_on(line))

    def _rests_on(self, line: TargetLine) -> tuple[Made, ...]:
        """What the target's verdict was worked out of: the plan, the result, what was published."""
        stated, made = self._stated(line), []
        if plan := plain(self._plan_cell(line)):
            made.append(Made("target", f"{self.key}/{line.target.no}", plan, "Mức kế hoạch"))
        if stated is not None and line.value is not None:
            made.append(Made(stated.kind, stated.key, value_text(line.value), stated.label))
        if line.published_label:
            key = f"{self.key}/{line.target.no}"
            made.append(Made("judgement", key, line.published_label, "Kết quả đã công bố"))
        of_parts = (
            self._rests_on(target_line(each, self.plan.code, self.look))
            for each in line.judged.parts
        )
        return (*made, *(each for part in of_parts for each in part))

    def _stated(self, line: TargetLine) -> Source | None:
        figure, rolled = line.judged.evidence.figure, line.judged.evidence.rolled
        if rolled is not None:
            return of_sum(rolled, f"{self.key}/{line.target.no}")
        return of_figure(figure) if figure else None

    def _why(self, line: TargetLine) -> Text:
        """Why there is no verdict, in few words; how many have reported rests on the sum."""
        told, values = why_none(line.judged), line.judged.outcome.reason.values
        rolled = line.judged.evidence.rolled
        if rolled is None or line.judged.outcome.reason.code != "board.sum_waiting":
            return words(told)
        of = of_sum(rolled, f"{self.key}/{line.target.no}/coverage")
        return sourced(told, [f"{values['reported']}/{values['expected']}"], of)

    def _number(self, line: TargetLine, value: Value | None) -> Text:
        """The number as printed, with "gần", "trên" before it."""
        source = self._stated(line)
        if value is None or source is None or not (text := value_text(value)):
            return ()
        printed = [number(each) for each in (value.number, value.high) if each is not None]
        return sourced(text, printed or [text], source)

    def _cell(self, line: TargetLine) -> Text:
        """The number of the table, with its unit where it is not the column's."""
        value, bare = line.value, self._number(line, line.value)
        if value is None or not bare:
            return bare
        bare = said(_fall_sign(line.judged.rule, value), bare)
        if unit_name(value.unit, "vi").partition(" (")[0] == _unit_of(line):
            return bare
        return said(bare, unit_after(unit_name(value.unit, "vi"), line.target.name))

    def _actual(self, line: TargetLine) -> Text:
        value = line.value
        bare = self._number(line, value)
        if value is None or not bare:
            return ()
        unit = unit_after(unit_name(value.unit, "vi"), line.target.name)
        return said(bare, unit, self._ratio(line, value))

    def _ratio(self, line: TargetLine, value: Value) -> Text:
        """What a share is made of: " (46/82 xã)"."""
        source = self._stated(line)
        if source is None or value.numerator is None or value.denominator is None:
            return ()
        noun = line.target.unit.partition(" (")[2].rstrip(")")
        pair = f"{number(value.numerator)}/{number(value.denominator)}"
        return said(" (", Span(pair, source), f" {noun})" if noun else ")")

    def _plan(self, line: TargetLine) -> Text:
        rule = line.judged.rule
        if rule is None or not line.plan_text or line.judged.parts:
            return ()
        values = (rule.value, rule.value_high, rule.base_value)
        phrase = rule_in_words(rule, "vi")
        if rule.unit:
            named = unit_name(rule.unit, "vi")
            phrase = phrase.replace(named, unit_after(named, line.target.name).strip())
        return sourced(
            phrase, [number(each) for each in values if each is not None], self._asked(line)
        )

    def _asked(self, line: TargetLine) -> Source:
        told = self._source("target", line.target.no, "Mức kế hoạch", line)
        grounds = plan_grounds(line.target, self.review.board.as_known_on)
        return replace(told, label=f"{told.label}; {grounds}") if grounds else told

    def _plan_cell(self, line: TargetLine) -> Text:
        rule = line.judged.rule
        if rule is None or rule.value is None or line.judged.parts:
            return ()
        printed = [number(each) for each in (rule.value, rule.value_high) if each is not None]
        return sourced(f"{_sign(rule)}{'–'.join(printed)}", printed, self._asked(line))

    def _past(self, line: TargetLine) -> Text:
        """By how much the plan was exceeded, in percent of it or in its unit."""
        rule, outcome = line.judged.rule, line.judged.outcome
        margin = outcome.reason.values.get("margin")
        if rule is None or outcome.verdict is not Verdict.EXCEEDED or margin is None:
            return ()
        if line.judged.parts or not Decimal(margin):
            return ()
        lower = outcome.reason.values["rule"].get("lower")
        text = outcome_text(rule, outcome, "vi").partition(" ")[2]
        if lower:
            text = amount(margin, difference_unit(rule.unit), "vi")
        source = self._judged("past", "Mức vượt kế hoạch", line)
        return _first_number(text, source)

    def _gap(self, line: TargetLine) -> Text:
        """What is missing to the plan, or too much."""
        rule, values = line.judged.rule, line.judged.outcome.reason.values
        if rule is None or line.verdict != Verdict.NOT_MET or not values.get("margin"):
            return ()
        unit = difference_unit(rule.unit or rule.base_unit)
        text = amount(Decimal(values["margin"]), unit, "vi")
        source = self._judged("gap", "Mức thiếu so với kế hoạch", line)
        return _first_number(text, source)

    def _label(self, line: TargetLine) -> Text:
        if not line.published_label:
            return ()
        source = self._source("judgement", line.target.no, "Kết quả đã công bố", line)
        judgement = line.judged.evidence.judgement
        if judgement is not None:
            source = replace(source, label=f"{source.label}; {judged_by(judgement)}")
        return (Span(line.published_label, source),)

    def _compared(self, row: ReviewRow) -> Compared | None:
        figure: Figure | None = row.before
        if figure is None or row.line.value is None:
            return None
        value, source = figure.stated, of_figure(figure)
        unit = unit_after(unit_name(value.unit, "vi"), row.line.target.name)
        before = said(sourced(value_text(value), [number(value.number)], source), unit)
        if not isinstance(row.change, Growth):
            return Compared(before, unlike=row.unlike)
        now = of_figure(row.line.judged.evidence.figure or figure)
        made_of = (
            Made("figure", now.key, value_text(row.line.value), now.label),
            Made("figure", source.key, value_text(value), source.label),
        )
        line_source = self._source(
            "change", row.line.target.no, "So với năm trước", row.line, made_of
        )
        return Compared(before, _first_number(growth_text(row.change, "vi"), line_source))

    def _findings(self, kind: str, target: int) -> tuple[Record, ...]:
        return tuple(
            recorded(each)
            for each in self.found
            if each.kind == kind and target in {of.pk for of in each.targets.all()}
        )


def recorded(finding: Finding) -> Record:
    """A finding's sentence with where it was written."""
    kinds = {
        "highlight": "Kết quả nổi bật", "shortcoming": "Tồn tại, hạn chế", "cause": "Nguyên nhân",
        "lesson": "Bài học",
    }  # fmt: skip
    where = finding.document.title if finding.document else "ghi trong sổ"
    label = f"{kinds.get(finding.kind, finding.kind)}: {where}"
    about = tuple(each.no for each in finding.targets.all())
    return Record(finding.sentence, Source("finding", str(finding.pk), label), about)


def _first_number(text: str, source: Source) -> Text:
    """A phrase whose one number is taken from the source; its sign and unit stay plain."""
    for word in text.replace("%", " %").split():
        if any(letter.isdigit() for letter in word):
            return sourced(text, [word.lstrip("−-+")], source)
    return said(text)


def _falls(rule: Rule | None, kind: str) -> bool:
    return rule.comparator in DECREASES if rule is not None else kind == "decrease"


def _unit_of(line: TargetLine) -> str:
    """The unit as the table's column prints it: what a share is of stands in the name."""
    return unit_name(line.target.unit, "vi").partition(" (")[0]


def _fall_sign(rule: Rule | None, value: Value) -> str:
    """What the plan's cell says of a fall, before a result that is one too."""
    fell = rule is not None and rule.comparator in DECREASES and value.unit == rule.unit
    return "giảm " if fell and value.number is not None and value.number > 0 else ""


def _is_ceiling(rule: Rule | None) -> bool:
    return rule is not None and rule.comparator is Comparator.AT_MOST


def _sign(rule: Rule) -> str:
    """How the table marks what a bare number does not say."""
    values = rule_values(rule)
    signs = {Comparator.AT_MOST: "≤ ", Comparator.DECREASE_AT_LEAST: "giảm ",
             Comparator.DECREASE_BETWEEN: "giảm ", Comparator.INCREASE_AT_LEAST: "tăng ",
             Comparator.GROWTH_AT_LEAST: "tăng "}  # fmt: skip
    if values.get("strict"):
        return {Comparator.AT_MOST: "< ", Comparator.AT_LEAST: "> "}.get(
            rule.comparator, signs.get(rule.comparator, "")
        )
    return signs.get(rule.comparator, "")


def _label_on(judged: Judged) -> str:
    judgement = judged.evidence.judgement
    return judged_on(judgement) if judgement else ""


__all__ = ["Teller", "recorded"]
