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
from .tokens import tokens_of
from .units import COUNTED, MEASURES, unit_at

_PER = frozenset({"bình", "quân", "tính", "trên", "mỗi"})


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
        # "(đạt kế hoạch 10%)" tells the plan; "vượt kế hoạch 6,8%" the excess.
        reached = told.kind == "plan" and self.before.verbs[-1:] in (["reach"], ["with"]) and (
            self.before.adjacent or len(self.before.verbs) > 1
        )  # fmt: skip
        with_it = self.before.verbs == ["with"]  # "với kế hoạch vốn 87 tỷ đồng"
        own = self.before.outmost == "standard" or with_it
        return told.kind if own or reached else ""

    def verb_in(self, *names: str) -> bool:
        """Whether one of these verbs ties it."""
        return any(verb in names for verb in self.before.verbs)


_EDGES = ' ,;:"“”'


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
    standard: str = ""
    """What it is held against, as `Figure.standard`."""
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
            indicator=self.indicator.strip(_EDGES),
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
    unit, under = quantity.unit, _under(indicator)
    if unit is None and not under:
        return noun_of_number(words_of(indicator))
    if unit is None:
        whole = indicator.split("/", 1)[0]
        return f"{whole.removeprefix('Số ').removeprefix('số ')}/{under}" if under else ""
    return f"{unit.name}/{under}" if under and not (unit.divided or quantity.is_rate) else unit.name


def per_one(indicator: str) -> tuple[str, str]:
    """A name without what it is told per: "giá trị thu được bình quân 1 ha canh tác"; and "ha".

    >>> per_one("Giá trị sản xuất trên 1 ha đất"), per_one("Giá trị sản xuất")
    (('Giá trị sản xuất', 'ha'), ('Giá trị sản xuất', ''))
    """
    words = indicator.split(" ")
    for at in range(1, len(words) - 1):
        if words[at] != "1" or words[at - 1].lower() not in _PER:
            continue
        page = Page(words[at + 1])
        unit = unit_at(page, 0, len(page.words))
        if unit is None or unit.family not in MEASURES:
            continue
        end = at
        while end and words[end - 1].lower() in _PER:
            end -= 1
        return " ".join(words[: end or at]), unit.name
    return indicator, ""


def noun_of_number(words: list[str]) -> str:
    """What a name numbers: dự án of "tổng số dự án còn hiệu lực"; "" when it numbers nothing."""
    first = 2 if words[:2] == ["tổng", "số"] else 1
    if words[first - 1 : first] != ["số"]:
        return ""
    page = Page(" ".join(words[first : first + 4]))
    unit = unit_at(page, 0, len(page.words)) if page.words else None
    return unit.name if unit and unit.family in COUNTED else ""


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return [token.folded for token in tokens_of(text)]


def _under(indicator: str) -> str:
    """What a name divides by: vạn dân of "số giường bệnh/vạn dân" or "… trên vạn dân"; else ""."""
    stroke = "/" if "/" in indicator else " trên "
    under = indicator.partition(stroke)[2].split(" (")[0].strip()
    few = 0 < len(under.split()) <= 3
    return under if few and (stroke == "/" or under.endswith("dân")) else ""


__all__ = ["Draft", "Figure", "noun_of_number", "per_one", "put_fraction", "unit_of", "words_of"]
