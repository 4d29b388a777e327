"""The parts a draft's line is to hand down: to whom, as typed, and held against the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from django.db.models import QuerySet

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.allocating import How, PartsCheck, PartValue, Whole, check_parts, how_checked
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.numbers import decimals_of, half_up, read_vi, write_vi
from dieuhanh.domain.periods import Period
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.units import share_factor

from ..models import Draft, DraftLine, DraftPart, PartsGap
from .reading import typed

COUNTS = ("numerator", "denominator")
CELLS = ("value", *COUNTS)


@dataclass(frozen=True)
class PartRow:
    """One area or body with what was typed for it, read."""

    area: Area | None
    body: Body | None
    texts: Mapping[str, str]
    value: PartValue
    faults: Mapping[str, BadInput] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Names the row in a form."""
        return f"a{self.area.pk}" if self.area else f"b{self.body.pk if self.body else 0}"

    @property
    def name(self) -> str:
        """Whose part it is."""
        return self.area.name if self.area else str(self.body)


@dataclass(frozen=True)
class PartsSheet:
    """The parts of a line among the areas below one, or among bodies (`parent` None)."""

    line: DraftLine
    parent: Area | None
    rows: tuple[PartRow, ...]
    check: PartsCheck
    reason: str

    @property
    def by_counts(self) -> bool:
        """Whether parts are entered as numerator and denominator too."""
        return self.check.how is How.RATIO

    @property
    def faults(self) -> list[tuple[PartRow, BadInput]]:
        """Cells that say no number."""
        return [(row, fault) for row in self.rows for fault in row.faults.values()]

    @property
    def settled(self) -> bool:
        """Whether it may be issued: every cell read, and a reason where the parts differ."""
        return not self.faults and (bool(self.reason) or not self.check.needs_reason)


def how_of(line: DraftLine) -> How:
    """How a line's parts are held against it."""
    over = line.indicator.over_areas if line.indicator else ""
    return how_checked(over, line.kind, line.comparator, line.unit)


def plan_day(line: DraftLine) -> Period:
    """The draft's period; areas are those that stand on its first day."""
    return Period.parse(line.draft.period)


def areas_below(atlas: Atlas, parent: Area, line: DraftLine) -> list[Area]:
    """The areas right below one on the first day of the draft's period, in Vietnamese order."""
    day = plan_day(line).start
    below = [
        area
        for area in atlas.below(parent, day)
        if (above := atlas.above(area, day)) and above[0].pk == parent.pk
    ]
    return sorted(below, key=lambda area: vi_key(area.name))


@dataclass(frozen=True)
class Held:
    """What was typed for a line's parts, and the reasons by whose parts they are."""

    parts: tuple[DraftPart, ...] = ()
    reasons: Mapping[int | None, str] = field(default_factory=dict)


def held_of(draft: Draft) -> dict[int, Held]:
    """By line: its parts and reasons. Two queries for the whole draft."""
    return _gathered(
        DraftPart.objects.filter(line__draft=draft), PartsGap.objects.filter(line__draft=draft)
    )


def held_for(line: DraftLine) -> Held:
    """The parts and reasons of one line."""
    found = _gathered(DraftPart.objects.filter(line=line), PartsGap.objects.filter(line=line))
    return found.get(line.pk, Held())


def _gathered(parts: QuerySet[DraftPart], gaps: QuerySet[PartsGap]) -> dict[int, Held]:
    by_line: dict[int, list[DraftPart]] = {}
    reasons: dict[int, dict[int | None, str]] = {}
    for part in parts.select_related("area", "body").order_by("pk"):
        by_line.setdefault(part.line_id, []).append(part)
    for gap in gaps:
        reasons.setdefault(gap.line_id, {})[gap.area_id] = gap.reason.strip()
    return {
        pk: Held(tuple(by_line.get(pk, ())), reasons.get(pk, {}))
        for pk in by_line.keys() | reasons.keys()
    }


def area_sheet(line: DraftLine, parent: Area, atlas: Atlas, held: Held) -> PartsSheet:
    """The parts of the areas below one, against the plan's value or the part of that one.

    Below an area that was handed nothing there is nothing to hold them against: a reason is asked.
    """
    parts = {part.area_id: part for part in held.parts if part.area_id}
    rows = [_row(line, parts.get(area.pk), area) for area in areas_below(atlas, parent, line)]
    if parent.pk == _top(line):
        return _sheet(line, parent, rows, _whole(line, None), held)
    sheet = _sheet(line, parent, rows, _whole(line, _row(line, parts.get(parent.pk), parent)), held)
    open_ = sheet.check.given and sheet.check.agrees is None and sheet.check.how is not How.NONE
    return replace(sheet, check=replace(sheet.check, agrees=False)) if open_ else sheet


def body_sheet(line: DraftLine, held: Held) -> PartsSheet:
    """The parts of bodies, against the plan's value."""
    rows = [_row(line, part) for part in held.parts if part.body_id]
    rows.sort(key=lambda row: vi_key(row.name))
    return _sheet(line, None, rows, _whole(line, None), held)


def _top(line: DraftLine) -> int:
    return line.draft.base.plan.area_id


def _whole(line: DraftLine, own: PartRow | None) -> Whole:
    """What the parts are held against: the plan's value, or what the area itself was handed."""
    if own is not None:
        return Whole(own.value.value, None, line.unit)
    numbers = typed(line)
    high = numbers.value_high if line.comparator == "between" else None
    return Whole(numbers.value, high, line.unit)


def _sheet(
    line: DraftLine, parent: Area | None, rows: list[PartRow], whole: Whole, held: Held
) -> PartsSheet:
    check = check_parts(how_of(line), whole, [row.value for row in rows])
    reason = held.reasons.get(parent.pk if parent else None, "")
    return PartsSheet(line, parent, tuple(rows), check, reason)


def _row(line: DraftLine, part: DraftPart | None, area: Area | None = None) -> PartRow:
    texts = {name: getattr(part, name).strip() if part else "" for name in CELLS}
    read: dict[str, object] = {}
    faults: dict[str, BadInput] = {}
    for name, text in texts.items():
        try:
            read[name] = read_vi(text) if text else None
        except BadInput as fault:
            faults[name] = fault.at(Place(column=name))
    value = PartValue(**read)  # type: ignore[arg-type]
    if how_of(line) is How.RATIO and (unlike := _counts_differ(value, line.unit)):
        faults["value"] = unlike.at(Place(column="value"))
    return PartRow(area, part.body if part else None, texts, value, faults)


def _counts_differ(part: PartValue, unit: str) -> BadInput | None:
    """A part's rate and its two counts tell one thing, at the rate's decimals."""
    if part.value is None or part.numerator is None or not part.denominator:
        return None
    made = Fraction(part.numerator) / Fraction(part.denominator) * share_factor(unit)
    told = half_up(made, decimals_of(part.value))
    if told == part.value:
        return None
    return BadInput("allocation.counts_differ", made=write_vi(told), value=write_vi(part.value))


def sheets(line: DraftLine, atlas: Atlas, held: Held) -> list[PartsSheet]:
    """Every sheet of a line in which something was typed, the plan's own area first."""
    filled = [part for part in held.parts if any(getattr(part, name).strip() for name in CELLS)]
    day = plan_day(line).start
    parents: dict[int, Area] = {}
    for part in filled:
        above = atlas.above(atlas.rows[part.area_id], day) if part.area_id else []
        if above:
            parents[above[0].pk] = above[0]
    ordered = sorted(parents.values(), key=lambda area: area.pk != _top(line))
    found = [area_sheet(line, parent, atlas, held) for parent in ordered]
    if any(part.body_id for part in filled):
        found.append(body_sheet(line, held))
    return found


def part_value(line: DraftLine, part: DraftPart) -> PartValue:
    """What was typed for a part; None for each number it does not say."""
    return _row(line, part, part.area).value
