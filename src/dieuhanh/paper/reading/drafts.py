"""A figure with what was read around it, and a claim while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .layout import Page
from .naming import Name
from .predicates import After, Before
from .quantities import Quantity
from .records import Claim, Direction, Kind, Role
from .times import Time


@dataclass(slots=True)
class Figure:
    """A quantity with its predicate, its name if it has one, and the words behind it."""

    quantity: Quantity
    before: Before
    after: After
    name: Name | None
    floor: int
    """First token that may belong to the figure."""
    tail: int
    """Where the words behind it end that may go on the name of what is counted."""
    bracket: tuple[int, int] | None
    """The bracket it stands in."""
    told: list[Time] = field(default_factory=list)
    """The expressions of time in front of it, those in brackets and in names of prices apart."""
    semicolon: bool = False
    """Whether a semicolon parts it from the figure before."""

    @property
    def verbs(self) -> list[str]:
        """The verbs that tie it, the inmost first."""
        return self.before.verbs

    @property
    def standard(self) -> str:
        """What it is held against; "" for nothing."""
        told = self.before.standard or self.after.standard
        return told.kind if told else ""

    @property
    def told_of(self) -> str:
        """ "plan", "past", "elsewhere" when the figure is theirs: "(kế hoạch 30 giường)"."""
        told = self.before.standard
        if told is None or told.linked:
            return ""
        # "(đạt kế hoạch 8,3%)" tells the plan; "vượt kế hoạch 6,8%" the excess.
        reached = told.kind == "plan" and self.before.verbs[-1:] == ["reach"] and (
            self.before.adjacent or len(self.before.verbs) > 1
        )  # fmt: skip
        return told.kind if self.before.outmost == "standard" or reached else ""

    def verb_in(self, *names: str) -> bool:
        """Whether one of these verbs ties it."""
        return any(verb in names for verb in self.before.verbs)


@dataclass(slots=True)
class Draft:
    """A claim being put together; `last` grows with what rides along."""

    page: Page
    indicator: str
    head: str
    first: int
    last: int
    quantity: Quantity
    kind: Kind
    direction: Direction | None
    role: Role
    bound: str | None
    estimate: bool
    verbs: list[str]
    unit: str
    period: str | None = None
    more: dict[str, Any] = field(default_factory=dict)
    times: list[Time] = field(default_factory=list)

    def put(self, key: str, value: Decimal | str | None) -> None:
        """An attribute that rides along; the first one told stays."""
        if value is not None:
            self.more.setdefault(key, value)

    def claim(self) -> Claim:
        """The finished record."""
        quote, start, end = self.page.span(self.first, self.last)
        return Claim(
            indicator=self.indicator,
            value=self.quantity.value,
            value_high=self.quantity.high,
            unit=self.unit,
            kind=self.kind,
            direction=self.direction,
            bound=self.bound,  # type: ignore[arg-type]
            role=self.role,
            estimate=self.estimate,
            period=self.period,
            quote=quote,
            start=start,
            end=end,
            **self.more,
        )


def put_fraction(draft: Draft, figure: Figure) -> None:
    """The other side of the stroke: of money the plan, of things the whole."""
    quantity = figure.quantity
    if quantity.family == "money" or quantity.is_rate or quantity.value > (quantity.out_of or 0):
        draft.put("plan_value", quantity.out_of)
        return
    draft.put("numerator", quantity.value)
    draft.put("denominator", quantity.out_of)
    draft.put("numerator_unit", quantity.unit.name if quantity.unit else None)


def unit_of(quantity: Quantity, indicator: str) -> str:
    """The unit, completed by what the indicator's name divides by: giường → giường/vạn dân."""
    unit = quantity.unit
    if unit is None:
        return ""
    if unit.divided or quantity.is_rate or "/" not in indicator:
        return unit.name
    under = indicator.split("/", 1)[1]
    short = under.split(" (")[0].strip()
    return f"{unit.name}/{short}" if 0 < len(short.split()) <= 3 else unit.name


__all__ = ["Draft", "Figure", "put_fraction", "unit_of"]
