"""What a reporting workbook is made of, and what binds a sheet to its form, round and body.

Nothing here knows a database: the caller hands over a `BookForm` for each body and gets it back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.cells import Cell
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import half_up, plain

LAYOUT = 1
MARK = "dieuhanh"
CHECKSUM_LENGTH = 12
STAMP_PARTS = 7
Key = tuple[str, str]  # row key, area code


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line of the form. A `ratio` is made of two others, times `factor` ("%": 100).

    `of_plan` tells whether this period's figure can be measured against the plan at all.
    """

    key: str
    label: str
    no: str = ""
    kind: str = "entry"
    unit: str = ""
    decimals: int = 0
    depth: int = 0
    numerator: str = ""
    denominator: str = ""
    factor: Fraction = Fraction(1)
    of_plan: bool = True


@dataclass(frozen=True, slots=True)
class BookArea:
    """An area the body reports on."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Given:
    """The figures shown beside an entry: what the books hold, not to be typed over."""

    last_year: Decimal | None = None
    last_period: Decimal | None = None
    plan: Decimal | None = None

    def numbers(self) -> tuple[Decimal | None, ...]:
        """In the order of their columns."""
        return self.last_year, self.last_period, self.plan


@dataclass(frozen=True, slots=True)
class Filled:
    """What a cell holds: its text as typed, and its note."""

    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class BookForm:
    """One body's sheet: what binds it, what it asks, what is already known and typed.

    `form` and `version`, `round`, `body` are codes and a number; `revision` is the draft's, by
    which a cell typed meanwhile on the page is found. `heads` name the columns of last year, the
    last period, the plan and this period. A sheet that is not `writable` is a
    reading copy: locked throughout.
    """

    form: str
    version: int
    round: str
    body: str
    rows: tuple[BookRow, ...]
    areas: tuple[BookArea, ...]
    revision: int = 0
    money_unit: str = ""
    form_name: str = ""
    round_name: str = ""
    body_name: str = ""
    sheet_name: str = ""
    heads: tuple[str, str, str, str] = ("TH cùng kỳ năm trước", "TH kỳ trước", "Kế hoạch", "TH")
    writable: bool = True
    simulated: bool = False
    given: Mapping[Key, Given] = field(default_factory=dict)
    filled: Mapping[Key, Filled] = field(default_factory=dict)

    def checksum(self) -> str:
        """Over all that the sheet's structure is made of, and nothing that is typed into it."""
        rows = [
            [r.key, r.no, r.kind, r.label, r.unit, r.decimals, r.depth, r.numerator, r.denominator]
            for r in self.rows
        ]
        areas = [[area.code, area.name] for area in self.areas]
        head = [LAYOUT, self.form, self.version, self.round, self.body, self.money_unit]
        return _digest([head, rows, areas])

    def stamp(self) -> Stamp:
        """What the sheet carries to be known again."""
        numbers = (self.given.get((row.key, area.code)) for area, row in self.places())
        known = given_checksum(each.numbers() if each else (None,) * 3 for each in numbers)
        return Stamp(
            self.form, self.version, self.round, self.body, self.revision, self.checksum(), known
        )

    def places(self) -> Iterable[tuple[BookArea, BookRow]]:
        """Every line that holds figures, area by area in the form's order."""
        return ((area, row) for area in self.areas for row in self.rows if row.kind != "heading")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is written in a sheet so that it is known again, whatever file it comes back in."""

    form: str
    version: int
    round: str
    body: str
    revision: int
    checksum: str
    given: str

    def text(self) -> str:
        """As it stands in the sheet."""
        return " | ".join(
            (
                f"{MARK} {LAYOUT}", f"{self.form}/{self.version}", self.round, self.body,
                f"r{self.revision}", self.checksum, self.given,
            )
        )  # fmt: skip

    @classmethod
    def parse(cls, text: str) -> Stamp:
        """Raises BadInput("workbook.stamp_broken") for a text that is no stamp of ours."""
        parts = [part.strip() for part in text.split("|")]
        if len(parts) != STAMP_PARTS or parts[0] != f"{MARK} {LAYOUT}":
            raise BadInput("workbook.stamp_broken", text=text[:80])
        form, _, version = parts[1].rpartition("/")
        revision = parts[4].removeprefix("r")
        if not (form and version.isdecimal() and revision.isdecimal()):
            raise BadInput("workbook.stamp_broken", text=text[:80])
        return cls(form, int(version), parts[2], parts[3], int(revision), parts[5], parts[6])


def given_checksum(rows: Iterable[Iterable[Decimal | None]]) -> str:
    """Over the numbers shown beside the entries, by value: 5.0 and 5 are one."""
    return _digest([[_canonical(number) for number in row] for row in rows])


def ratio(row: BookRow, cells: Mapping[Key, Cell], area: str) -> Decimal | None:
    """What a ratio line comes to, at its decimals; None while a part of it is not a number."""
    over, under = (cells.get((key, area)) for key in (row.numerator, row.denominator))
    if not (over and under and over.number is not None and under.number):
        return None
    return half_up(Fraction(over.number) * row.factor / Fraction(under.number), row.decimals)


def _canonical(number: Decimal | None) -> str:
    if number is None:
        return ""
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:CHECKSUM_LENGTH]
