"""What a version of a plan hands down, for the decision that assigns it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.allocating import How, how_checked
from dieuhanh.domain.areas import Level
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import NUMBERLESS
from dieuhanh.domain.wording.measures import amount, unit_name
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.exchange.law import load_grounds
from dieuhanh.paper.writing.compose.decision import (
    UNNAMED,
    Allocation,
    Assigned,
    Holder,
    Share,
    not_assigned,
)
from dieuhanh.paper.writing.compose.results import bare_name
from dieuhanh.paper.writing.compose.saying import BLANK, said, sourced
from dieuhanh.paper.writing.model import Made, Source, Span, Text, plain, words
from dieuhanh.plans.models import Allocation as Part
from dieuhanh.plans.models import AllocationGap, PlanVersion, Target
from dieuhanh.plans.queries import plan, targets, versions
from dieuhanh.plans.queries.gaps import gaps_of
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
        known = ", ".join(f"{code}@{each.number}" for each in found)
        raise Missing("compose.version", known=known or "–")
    rows, parts = targets(of), handed_down(of)
    given = assigned(rows)
    left = tuple((each.no, bare_name(each.name)) for each in rows if each not in given)
    if not given:
        raise BadInput("compose.nothing_assigned", plan=held.name, left=not_assigned(left))
    key = f"{code}@{version}"
    gaps, (tops, below, bodies_of) = gaps_of(of), _by_kind(parts)
    areas, area_columns = _holders(rows, Handed("area", tops, key, gaps))
    lowers, lower_columns = _holders(rows, Handed("area", below, key, gaps, adds_up=False))
    bodies, body_columns = _holders(rows, Handed("body", bodies_of, key, gaps))
    return Allocation(
        plan_name=held.name, period=period_name(Period.parse(held.period), "vi"),
        targets=tuple(_assigned(each, rows, key) for each in given),
        left=left, bases=_bases(of, found, on), area_columns=area_columns, areas=areas,
        lower_columns=lower_columns, lowers=lowers,
        body_columns=body_columns, bodies=bodies, adjusts=_adjusts(of, found),
        key=key,
        unsure=tuple(
            f"{law.text} (số {law.number})" for law in load_grounds(on) if not law.sure
        ),
    )  # fmt: skip


def assigned(rows: Sequence[Target]) -> list[Target]:
    """Those a decision can assign: with a name and a value, or with parts that have one."""
    asked = {
        each.pk
        for each in rows
        if not each.name.startswith(UNNAMED) and plain(asked_of(each, rows, "")) != BLANK
    }
    above = {each.parent_id for each in rows if each.pk in asked}
    return [each for each in rows if each.pk in asked or each.pk in above]


Parts = dict[int, list[Part]]


def _by_kind(parts: Parts) -> tuple[Parts, Parts, Parts]:
    """The parts of the highest level of areas a target is handed to, those below, and bodies'."""
    tops: Parts = {}
    below: Parts = {}
    bodies: Parts = {}
    order, atlas = list(Level), Atlas()
    for target, held in parts.items():
        ranks = {
            each.pk: order.index(atlas.level(each.area)) for each in held if each.area is not None
        }
        top = min(ranks.values(), default=0)
        for each in held:
            if each.area is None:
                bodies.setdefault(target, []).append(each)
            else:
                (tops if ranks[each.pk] == top else below).setdefault(target, []).append(each)
    return tops, below, bodies


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
    lead = called(target.lead_body) if target.lead_body else target.head
    unit = unit_name(target.unit, "vi").partition(" (")[0].replace("/", "/ ")
    told = asked_of(target, rows, f"{version}/{target.no}")
    name = target.name if plain(told) == BLANK else bare_name(target.name)
    return Assigned(target.no, name, unit, told, lead, 1 if target.parent_id else 0)


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


class Handed(NamedTuple):
    """What a version hands to one kind of holder: the parts of each target, and what names them."""

    kind: str
    parts: Mapping[int, Sequence[Part]]
    version: str
    gaps: Mapping[int, Sequence[AllocationGap]]
    adds_up: bool = True

    def key(self, target: Target, holder: Area | Body) -> str:
        """The part's key among sources."""
        return f"{self.version}/{target.no}/{self.kind}/{holder.code}"


def _holders(
    rows: Sequence[Target], handed: Handed
) -> tuple[tuple[Holder, ...], tuple[Share, ...]]:
    """Those of one kind with a part of anything, and the targets that are handed to them: areas in
    the order of the country's list of units, bodies as the plan has them."""
    found: Holders = {}
    order: dict[int, str] = {}
    columns: list[Share] = []
    for target in rows:
        held = handed.parts.get(target.pk, ())
        if not held:
            continue
        for each in held:
            holder = _holder(each, handed.kind)
            cells = found.setdefault(holder.pk, (_named(holder), {}))[1]
            order.setdefault(
                holder.pk, holder.code if handed.kind == "area" else f"{len(order):05}"
            )
            key = handed.key(target, holder)
            cells[len(columns)] = _cell(each, target, key, _named(holder))
        unit = unit_name(target.unit, "vi").partition(" (")[0]
        total, gap = _total(target, rows, handed) if handed.adds_up else ((), ())
        columns.append(Share(target.no, bare_name(target.name), unit, total, gap))
    holders = tuple(
        Holder(name, tuple(cells.get(at, ()) for at in range(len(columns))))
        for name, cells in (found[pk] for pk in sorted(found, key=lambda pk: order[pk]))
    )
    return holders, tuple(columns)


def _holder(part: Part, kind: str) -> Area | Body:
    found: Area | Body = getattr(part, kind)
    return found


def _named(holder: Area | Body) -> str:
    return called(holder) if isinstance(holder, Body) else holder.name


def _total(target: Target, rows: Sequence[Target], handed: Handed) -> tuple[Text, Text]:
    """The last row's cell: the exact sum of parts that add up, with what it differs by from the
    plan; of others what the plan asks of the whole."""
    over = target.indicator.over_areas if target.indicator else ""
    how = how_checked(over, target.kind, target.comparator, target.unit)
    if how is not How.SUM:
        return asked_of(target, rows, f"{handed.version}/{target.no}"), ()
    held = [each for each in handed.parts[target.pk] if each.value is not None]
    total = sum((each.value for each in held if each.value is not None), Decimal(0))
    made_of = tuple(
        Made("allocation", handed.key(target, holder), number(each.value), _named(holder))
        for each in held
        for holder in (_holder(each, handed.kind),)
    )
    key = f"{handed.version}/{target.no}/{handed.kind}"
    told = f"Tổng số giao của chỉ tiêu {target.name}: cộng {len(held)} phần được giao"
    source = Source("allocation-sum", key, told, made_of)
    return (Span(number(total), source),), _gap(target, total, handed, source)


def _gap(target: Target, total: Decimal, handed: Handed, source: Source) -> Text:
    """By how much the parts differ from the plan, and why; empty where they come to it."""
    if target.value is None or total == target.value:
        return ()
    more = "nhiều hơn" if total > target.value else "ít hơn"
    size = abs(total - target.value)
    reasons = [
        each.reason
        for each in handed.gaps.get(target.pk, ())
        if (each.area_id is None) is (handed.kind == "body")
    ]
    why = reasons[0].rstrip(".") if reasons else f"chưa nêu lý do: {BLANK}"
    text = amount(size, target.unit, "vi")
    made = Source(source.kind, f"{source.key}/gap", source.label, source.made_of)
    return said(
        f"tổng số giao {more} kế hoạch ", sourced(text, [number(size)], made), f"; lý do: {why}."
    )


def _cell(part: Part, target: Target, key: str, name: str) -> Text:
    if part.value is None:
        return ()
    source = Source("allocation", key, f"Phần được giao của {name}: {target.name}")
    return (Span(number(part.value), source),)


__all__ = ["allocation_of", "asked_of", "assigned"]
