"""What changed from one version to the next, or would change by a draft: in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dieuhanh.domain.amending import pair_up
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import Lang, write
from dieuhanh.domain.targets import Rule
from dieuhanh.domain.wording.amending import change_of_number
from dieuhanh.domain.wording.rules import rule_in_words

from ..models import Allocation, Draft, DraftLine, DraftPart, PlanVersion, Target
from .handed_down import handed_down
from .parts import Held, held_of, part_value
from .plans import targets
from .readiness import standing
from .reading import rule_of_line, typed
from .rules import rule_for


class Part(NamedTuple):
    """What one area or body is handed: its name, the value, and of a ratio the two counts."""

    holder: str
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    def words(self, lang: Lang) -> str:
        """The value, and the counts where there are any."""
        counts = [write(each, lang) for each in self[2:] if each is not None]
        told = "" if self.value is None else write(self.value, lang)
        return f"{told} ({'/'.join(counts)})".strip() if counts else told


Holder = tuple[str, int]  # an area or a body and its id: two places may have one name


@dataclass(frozen=True)
class Stated:
    """A target as one version states it, whether a fact or a draft's line."""

    no: str
    name: str
    name_en: str
    indicator: str
    part_of: str
    rule: Rule | None
    value: Decimal | None
    unit: str
    lead: str
    head: str
    parts: Mapping[Holder, Part]


class FieldChange(NamedTuple):
    """One thing that changed: a field's name, what it was and is, and for a number by how much."""

    field: str
    was: str
    now: str
    by_how_much: str = ""


@dataclass(frozen=True)
class Change:
    """One target in the comparison. `kind` is added, removed, changed or same."""

    kind: str
    before: Stated | None
    after: Stated | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def shown(self) -> Stated | None:
        """The target as it now stands, or as it last stood."""
        return self.after or self.before


NOTHING = Part("", None)
KEYS = (lambda s: s.indicator, lambda s: s.name, lambda s: s.no)


def compare(before: Sequence[Stated], after: Sequence[Stated], lang: Lang = "vi") -> list[Change]:
    """Targets paired by indicator, else by name, else by number; what is gone stands last."""
    changes: list[Change] = []
    for pair in pair_up(before, after, KEYS):
        was = None if pair.before is None else before[pair.before]
        now = None if pair.after is None else after[pair.after]
        if was is None or now is None:
            changes.append(Change("removed" if now is None else "added", was, now))
            continue
        fields = tuple(_differences(was, now, lang))
        changes.append(Change("changed" if fields else "same", was, now, fields))
    return changes


def _differences(was: Stated, now: Stated, lang: Lang) -> list[FieldChange]:
    found: list[FieldChange] = []
    rule_was, rule_now = _words(was, lang), _words(now, lang)
    if rule_was != rule_now:
        much = ""
        if was.value is not None and now.value is not None and was.unit == now.unit:
            much = change_of_number(was.value, now.value, now.unit, lang)
        found.append(FieldChange("rule", rule_was, rule_now, much))
    for name in ("no", "name", "unit", "lead", "head"):
        one, other = getattr(was, name), getattr(now, name)
        if one != other and not (name == "unit" and rule_was != rule_now):
            found.append(FieldChange(name, one, other))
    return [*found, *_parts_changed(was, now, lang)]


def _parts_changed(was: Stated, now: Stated, lang: Lang) -> Iterator[FieldChange]:
    for holder in dict.fromkeys([*was.parts, *now.parts]):
        one, other = was.parts.get(holder, NOTHING), now.parts.get(holder, NOTHING)
        if one[1:] == other[1:]:
            continue
        both = one.value is not None and other.value is not None
        much = change_of_number(one.value, other.value, now.unit, lang) if both else ""  # type: ignore[arg-type]
        name = f"part:{other.holder or one.holder}"
        yield FieldChange(name, one.words(lang), other.words(lang), much)


def _words(stated: Stated, lang: Lang) -> str:
    return rule_in_words(stated.rule, lang) if stated.rule else ""


def _holder(part: Allocation | DraftPart) -> Holder:
    return ("area", part.area_id) if part.area_id else ("body", part.body_id or 0)


def stated_targets(version: PlanVersion) -> list[Stated]:
    """A version's targets. Two queries."""
    found, down = targets(version), handed_down(version)
    by_pk = {target.pk: target for target in found}
    below: dict[int, list[Target]] = {}
    for target in found:
        if target.parent_id:
            below.setdefault(target.parent_id, []).append(target)
    return [
        _of_target(target, by_pk, below.get(target.pk, []), down.get(target.pk, []))
        for target in found
    ]


def _of_target(
    target: Target,
    by_pk: Mapping[int, Target],
    below: Sequence[Target],
    parts: Sequence[Allocation],
) -> Stated:
    lead = target.lead_body
    return Stated(
        no=target.no, name=target.name, name_en=target.name_en,
        indicator=target.indicator.code if target.indicator else "",
        part_of=by_pk[target.parent_id].no if target.parent_id else "",
        rule=rule_for(target, below), value=target.value, unit=target.unit,
        lead=str(lead) if lead else "", head=target.head,
        parts={
            _holder(p): Part(str(p.area or p.body), p.value, p.numerator, p.denominator)
            for p in parts
        },
    )  # fmt: skip


def stated_lines(found: Sequence[DraftLine], held: Mapping[int, Held]) -> list[Stated]:
    """A draft's standing lines, as far as they can be read."""
    ready = standing(found)
    by_pk = {line.pk: line for line in ready}
    below: dict[int, list[DraftLine]] = {}
    for line in ready:
        if line.parent_id:
            below.setdefault(line.parent_id, []).append(line)
    return [
        _of_line(line, by_pk, below.get(line.pk, []), held.get(line.pk, Held())) for line in ready
    ]


def _of_line(
    line: DraftLine, by_pk: Mapping[int, DraftLine], below: Sequence[DraftLine], held: Held
) -> Stated:
    try:
        rule = rule_of_line(line, below)
    except BadInput:
        rule = None
    parent = by_pk.get(line.parent_id) if line.parent_id else None
    lead = line.lead_body
    return Stated(
        no=line.no, name=line.name, name_en=line.name_en,
        indicator=line.indicator.code if line.indicator else "",
        part_of=parent.no if parent else "", rule=rule, value=typed(line).value, unit=line.unit,
        lead=str(lead) if lead else "", head=line.head,
        parts={
            _holder(p): Part(str(p.area or p.body), *number)
            for p in held.parts
            if (number := part_value(line, p)).given
        },
    )  # fmt: skip


def changes_of_draft(draft: Draft, lang: Lang = "vi") -> list[Change]:
    """What a draft changes of the version it starts from."""
    found = DraftLine.objects.filter(draft=draft).select_related("indicator", "lead_body")
    after = stated_lines(list(found.order_by("position", "pk")), held_of(draft))
    return compare(stated_targets(draft.base), after, lang)


def changes_between(before: PlanVersion, after: PlanVersion, lang: Lang = "vi") -> list[Change]:
    """What changed from one version to another."""
    return compare(stated_targets(before), stated_targets(after), lang)
