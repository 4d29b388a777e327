"""What handed-in figures cite, fetched once, and the checks each must pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from dieuhanh.bodies.queries import Atlas, bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Absence, Bound, Value, read_breakdown
from dieuhanh.domain.indicators import read_breakdowns
from dieuhanh.domain.periods import Period
from dieuhanh.domain.units import convert
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.models import Indicator
from dieuhanh.plans.queries import indicators_by_code

from .appending import IDENTITY

T = TypeVar("T")
AS_GIVEN = (
    "period", "span", "value", "value_high", "numerator", "denominator", "status", "release",
    "known_from", "date_precision", "quote", "as_printed", "simulated", "note",
)  # fmt: skip
SETTLED = (
    "indicator_id", "area_id", "source_id", "breakdown", "unit", "bound", "absence", "document_id",
)  # fmt: skip
COLUMNS = (*AS_GIVEN, *SETTLED)
_given = itemgetter(*AS_GIVEN)
_identity = itemgetter(*(COLUMNS.index(name) for name in IDENTITY))
BOUNDS = {str(each): each for each in Bound}
ABSENCES = {str(each): each for each in Absence}


class NewFigure(NamedTuple):
    """A figure that may enter the books: its values in the order of COLUMNS, and its field."""

    columns: tuple[Any, ...]
    field: str

    @property
    def identity(self) -> tuple[Any, ...]:
        """What makes two statements one; 27 is 27.0, since a workbook keeps no last zeros."""
        return tuple(_identity(self.columns))

    @property
    def indicator_id(self) -> int:
        """Of what."""
        return int(self.columns[len(AS_GIVEN)])

    @property
    def area_id(self) -> int:
        """Of where."""
        return int(self.columns[len(AS_GIVEN) + 1])

    @property
    def period(self) -> str:
        """Of when."""
        return str(self.columns[0])

    @property
    def known_from(self) -> date:
        """Stated when."""
        day: date = self.columns[AS_GIVEN.index("known_from")]
        return day


class Remembered:
    """Answers already given: what many rows ask is settled once, a refusal too."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], Any] = {}

    def ask(self, settle: Callable[..., T], *question: Any) -> T:
        """What `settle` says to the question. Raises the BadInput it raised the first time."""
        key = (settle.__name__, *question)
        if key not in self._known:
            try:
                self._known[key] = settle(*question)
            except BadInput as fault:
                self._known[key] = fault
        answer = self._known[key]
        if isinstance(answer, BadInput):
            raise answer.at(answer.place)
        return answer  # type: ignore[no-any-return]


class Shelf:
    """The catalogues a table of figures is held against. `today` is the machine's own day."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.atlas = Atlas()
        self.bodies = bodies_by_code()
        self.papers = documents_by_code()
        self.indicators = indicators_by_code()
        self.remembered = Remembered()

    def figure(self, each: Record) -> NewFigure:
        """The figure a row states. Raises BadInput, located in the row, for what cannot be."""
        given, ask = each.values, self.remembered.ask
        indicator = self.indicators.get(given["indicator"])
        if indicator is None:
            raise each.fault("indicator.unknown", "indicator", text=given["indicator"])
        if given["known_from"] > self.today:
            raise each.fault("date.future", "known_from", text=given["known_from"].isoformat())
        column = "unit"
        try:
            unit = ask(self._unit, given["unit"], indicator.code)
            column = ""
            _value(given, unit).check()
            column = "area_code"
            area = ask(self._area, given["area_code"], given["period"], given["area_name"])
            column = "source"
            source = ask(self._body, given["source"])
            column = "document"
            paper = ask(self._paper, given["document"])
            column = "breakdown"
            breakdown = ask(self._breakdown, given["breakdown"], indicator.code)
        except BadInput as fault:
            raise each.fault(fault.code, column, **fault.values) from None
        settled = (
            indicator.pk, area, source, breakdown, unit, given["bound"] or "",
            given["absence"] or "", paper,
        )  # fmt: skip
        return NewFigure((*_given(given), *settled), indicator.field)

    def _unit(self, unit: str, code: str) -> str:
        """The unit as printed; it must convert into the indicator's."""
        own = self.indicators[code].unit
        convert(Fraction(1), unit or own, own)
        return unit or own

    def _area(self, code: str, period: str, name: str) -> int:
        return self.atlas.at(code, Period.parse(period).end, name=name).pk

    def _body(self, code: str) -> int | None:
        found = body(code, self.bodies)
        return found.pk if found else None

    def _paper(self, code: str) -> int | None:
        found = cited(code, self.papers)
        return found.pk if found else None

    def _breakdown(self, text: str, code: str) -> str:
        return read_breakdown(text, _declared(self.indicators[code]))


def _declared(indicator: Indicator) -> dict[str, tuple[str, ...]]:
    return read_breakdowns(indicator.breakdowns)


def _value(given: dict[str, Any], unit: str) -> Value:
    return Value(
        unit,
        given["value"],
        given["value_high"],
        BOUNDS.get(given["bound"] or ""),
        given["numerator"],
        given["denominator"],
        ABSENCES.get(given["absence"] or ""),
    )
