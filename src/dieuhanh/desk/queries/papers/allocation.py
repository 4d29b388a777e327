"""What a version of a plan hands down, for the decision that assigns it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import NUMBERLESS
from dieuhanh.domain.wording.measures import unit_name
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.exchange.law import load_grounds
from dieuhanh.paper.writing.compose.decision import Allocation, Assigned, Holder, Share
from dieuhanh.paper.writing.compose.saying import BLANK, said, sourced
from dieuhanh.paper.writing.model import Source, Span, Text, words
from dieuhanh.plans.models import Allocation as Part
from dieuhanh.plans.models import PlanVersion, Target
from dieuhanh.plans.queries import plan, targets, versions
from dieuhanh.plans.queries.handed_down import handed_down
from dieuhanh.plans.queries.rules import rule_for
from dieuhanh.ui.formats import number

from .labels import of_paper
from .orders import called

Holders = dict[int, tuple[str, dict[int, Text]]]


def allocation_of(code: str, version: int, *, seen_by: Actor, on: date) -> Allocation:
    """The version's targets and parts. Who proposes it stays a blank. Raises Missing."""
    held = plan(code, seen_by=seen_by)
    found = versions(held)
    of = next((each for each in found if each.number == version), None)
    if of is None:
        raise Missing("plan.missing", plan=f"{code}/{version}", known=code)
    rows, parts = targets(of), handed_down(of)
    key = f"{code}@{version}"
    areas, area_columns = _holders(rows, parts, "area", key)
    bodies, body_columns = _holders(rows, parts, "body", key)
    return Allocation(
        plan_name=held.name, period=period_name(Period.parse(held.period), "vi"),
        targets=tuple(_assigned(each, rows, key) for each in rows),
        bases=_bases(of, found, on), area_columns=area_columns, areas=areas,
        body_columns=body_columns, bodies=bodies, adjusts=_adjusts(of, found),
        key=key,
        unsure=tuple(
            f"{law.text} (số {law.number})" for law in load_grounds(on) if not law.sure
        ),
    )  # fmt: skip


def _bases(of: PlanVersion, found: Sequence[PlanVersion], on: date) -> tuple[Text, ...]:
    """The laws of the day, the resolution, and of an adjustment the decision it changes.

    The version's own decision is the very paper that is drafted, so it is no basis of it.
    """
    laws = [words(f"Căn cứ {law.text}") for law in load_grounds(on)]
    earlier = next((each for each in found if each.number == of.number - 1), None)
    papers = [of.document, earlier.decided_by if earlier else None]
    return (*laws, *(said("Căn cứ ", of_paper(each)) for each in papers if each is not None))


def _adjusts(of: PlanVersion, found: Sequence[PlanVersion]) -> Text:
    """The decision a later version changes; empty for the first."""
    earlier = next((each for each in found if each.number == of.number - 1), None)
    if earlier is None:
        return ()
    paper = earlier.decided_by or earlier.document
    return (of_paper(paper),) if paper else words("phiên bản trước")


def _assigned(target: Target, rows: Sequence[Target], version: str) -> Assigned:
    lead = target.head or (called(target.lead_body) if target.lead_body else "")
    unit = unit_name(target.unit, "vi").partition(" (")[0].replace("/", "/ ")
    told = asked_of(target, rows, f"{version}/{target.no}")
    return Assigned(target.no, target.name, unit, told, lead, 1 if target.parent_id else 0)


def asked_of(target: Target, rows: Sequence[Target], key: str) -> Text:
    """What a target asks, as the decision's table prints it; `rows` are its version's targets."""
    rule = rule_for(target, [each for each in rows if each.parent_id == target.pk])
    source = Source("assigned", key, f"Mức kế hoạch giao: {target.name}")
    told: Text = words(BLANK)
    if rule is not None and rule.comparator in NUMBERLESS:
        told = words("đạt cả các phần" if rule.parts else rule_in_words(rule, "vi"))
    if rule is not None and rule.value is not None and rule.comparator not in NUMBERLESS:
        values = (rule.value, rule.value_high, rule.base_value)
        phrase = rule_in_words(rule, "vi")
        if rule.unit:  # it has a column of its own
            phrase = phrase.replace(unit_name(rule.unit, "vi"), "").rstrip()
        told = sourced(phrase, [number(each) for each in values if each is not None], source)
    return told


def _holders(
    rows: Sequence[Target], parts: dict[int, list[Part]], kind: str, version: str
) -> tuple[tuple[Holder, ...], tuple[Share, ...]]:
    """Those of one kind with a part of anything, and the targets that are handed to them."""
    found: Holders = {}
    columns: list[Share] = []
    for target in rows:
        held = [each for each in parts.get(target.pk, []) if getattr(each, kind) is not None]
        if not held:
            continue
        for each in held:
            holder = getattr(each, kind)
            name = called(holder) if kind == "body" else holder.name
            cells = found.setdefault(holder.pk, (name, {}))[1]
            cells[len(columns)] = _cell(
                each, target, f"{version}/{target.no}/{kind}/{holder.code}", name
            )
        unit = unit_name(target.unit, "vi").partition(" (")[0]
        columns.append(Share(target.no, target.name, unit))
    holders = tuple(
        Holder(name, tuple(cells.get(at, ()) for at in range(len(columns))))
        for name, cells in found.values()
    )
    return holders, tuple(columns)


def _cell(part: Part, target: Target, key: str, name: str) -> Text:
    if part.value is None:
        return ()
    source = Source("allocation", key, f"Phần được giao của {name}: {target.name}")
    return (Span(number(part.value), source),)


__all__ = ["allocation_of", "asked_of"]
