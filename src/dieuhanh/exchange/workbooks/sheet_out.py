"""One body's sheet: head, lines, locks, choices, formulas with their results, A4 landscape."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.worksheet.datavalidation import DataValidation

from dieuhanh.domain.cells import Cell, read_cell
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.ratios import in_points, percent_of

from .info import SIMULATED
from .layout import (
    ACTUAL,
    BODY_ROW,
    FIRST_ROW,
    GIVEN,
    HEAD_ROW,
    KEY,
    LABEL,
    LAST_PRINTED,
    LAST_YEAR,
    NO,
    NOTE,
    NUMBER_ROW,
    OF_LAST_YEAR,
    OF_PLAN,
    PLAN,
    ROUND_ROW,
    SIGN_GAP,
    STAMP_ROW,
    TITLE_ROW,
    UNIT,
    UNIT_ROW,
    Line,
    address,
    heads,
    lines,
)
from .shape import BookForm, BookRow, Filled, Given, Key, ratio
from .styles import BAND_FILL, ENTRY_FILL, FAULT_FILL, HEAD_FILL, Look, Styles, number_format, solid
from .texts import put_text

WIDTHS = (6, 44, 15, 14, 14, 14, 15, 10, 11, 28, 22)
NUMBERS = ("A", "B", "C", "1", "2", "3", "4", "5=4/3", "6=4/1", "D", "")
MOST_DIGITS = 15  # a workbook's number keeps no more
NOTHING = Filled()
CHOICES = '"-,…,x"'
Results = dict[str, Decimal | str]


def write_sheet(sheet: Any, form: BookForm, styles: Styles) -> Results:
    """Fill in the sheet; the results of its formulas are handed back, to be stored beside them."""
    return _Sheet(sheet, form, styles).write()


def fits(number: Decimal) -> bool:
    """Whether a workbook keeps the number exactly (15 digits, no more)."""
    return len(number.normalize().as_tuple().digits) <= MOST_DIGITS


class _Sheet:
    def __init__(self, sheet: Any, form: BookForm, styles: Styles) -> None:
        self.sheet, self.form, self.styles = sheet, form, styles
        self.lines = tuple(lines(form))
        self.results: Results = {}
        self.many = len(form.areas) > 1
        self.cells = _readable(form)
        self.row_of = {(ln.entry.key, ln.area.code): ln.row for ln in self.lines if ln.entry}

    def write(self) -> Results:
        self._head()
        for line in self.lines:
            if line.entry is None:
                self._band(line)
            else:
                self._line(line, line.entry)
        self._signatures()
        self._choices()
        self._page()
        return self.results

    def _head(self) -> None:
        form = self.form
        told = (
            (TITLE_ROW, form.form_name.upper(), {"bold": True, "size": 14, "side": "center"}),
            (ROUND_ROW, form.round_name, {"italic": True, "side": "center"}),
            (BODY_ROW, f"Đơn vị báo cáo: {form.body_name}", {"bold": True}),
            (UNIT_ROW, self._nature(), {"italic": True}),
            (STAMP_ROW, form.stamp().text(), {"grey": True, "size": 8}),
        )
        for row, text, look in told:
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=NO, end_column=NOTE)
            put_text(self.sheet.cell(row, NO), text, self.styles, border=False, **look)
        for column, (head, number) in enumerate(zip(heads(form), NUMBERS, strict=True), 1):
            look = {"bold": True, "side": "center", "fill": HEAD_FILL}
            put_text(self.sheet.cell(HEAD_ROW, column), head, self.styles, **look)
            look = {"italic": True, "side": "center", "size": 9}
            put_text(self.sheet.cell(NUMBER_ROW, column), number, self.styles, **look)

    def _nature(self) -> str:
        parts = [f"Đơn vị tiền: {self.form.money_unit}"] if self.form.money_unit else []
        parts += [SIMULATED] if self.form.simulated else []
        parts += [] if self.form.writable else ["Bản để xem: không nộp lại được"]
        return " · ".join(parts)

    def _band(self, line: Line) -> None:
        for column in range(NO, NOTE + 1):
            text = line.label if column == LABEL else ""
            put_text(
                self.sheet.cell(line.row, column), text, self.styles, bold=True, fill=BAND_FILL
            )
        self._key(line)

    def _line(self, line: Line, row: BookRow) -> None:
        put, bold = self.sheet.cell, row.kind == "heading"
        put_text(put(line.row, NO), row.no, self.styles, bold=bold, side="center")
        put_text(put(line.row, LABEL), row.label, self.styles, bold=bold, indent=min(row.depth, 8))
        put_text(put(line.row, UNIT), row.unit, self.styles, side="center")
        self._key(line)
        for column in range(LAST_YEAR, NOTE + 1):
            self.styles.put(put(line.row, column), Look(side="right"))
        if bold:
            return
        here = (row.key, line.area.code)
        given = self.form.given.get(here, Given())
        for column, number in zip(GIVEN, given.numbers(), strict=True):
            if number is not None:
                self._number(line.row, column, number, row, open_=False)
        self._actual(line.row, row, here)
        self._shares(line.row, row, here, given)

    def _key(self, line: Line) -> None:
        cell = self.sheet.cell(line.row, KEY)
        put_text(cell, line.code(many=self.many), self.styles, grey=True, size=8, border=False)

    def _actual(self, at: int, row: BookRow, here: Key) -> None:
        if row.kind == "ratio":
            self._ratio(at, row, here)
            return
        filled, cell = self.form.filled.get(here, NOTHING), self.cells.get(here)
        number = (cell.longer or cell.number) if cell else None
        if number is not None:
            self._number(at, ACTUAL, number, row, open_=self.form.writable)
        else:
            look = {"side": "right", "format_": number_format(row.decimals)}
            self._entry(at, ACTUAL, cell.text() if cell else filled.text, look)
        self._entry(at, NOTE, filled.note, {"format_": "@"})

    def _entry(self, at: int, column: int, text: str, look: dict[str, Any]) -> None:
        look |= {"open_": True, "fill": ENTRY_FILL} if self.form.writable else {}
        put_text(self.sheet.cell(at, column), text, self.styles, **look)

    def _number(self, at: int, column: int, number: Decimal, row: BookRow, *, open_: bool) -> None:
        """A number, as text where a workbook would cut its last digits."""
        cell = self.sheet.cell(at, column)
        look: dict[str, Any] = {"side": "right", "format_": number_format(row.decimals)}
        look |= {"open_": True, "fill": ENTRY_FILL} if open_ else {}
        if not fits(number):
            put_text(cell, Cell(number=number).text(), self.styles, **look)
            return
        self.styles.put(cell, Look(**look))
        cell.value = number

    def _ratio(self, at: int, row: BookRow, here: Key) -> None:
        over, under = (
            address(self.row_of[(key, here[1])], ACTUAL) for key in (row.numerator, row.denominator)
        )
        times, by = row.factor.numerator, row.factor.denominator
        made = f"ROUND({over}*{times}/({under}*{by}),{row.decimals})"
        formula = f'IF(AND(ISNUMBER({over}),ISNUMBER({under})),IF({under}<>0,{made},""),"")'
        self._formula(at, ACTUAL, formula, number_format(row.decimals), self._said(row, here))

    def _shares(self, at: int, row: BookRow, here: Key, given: Given) -> None:
        """Percent of the plan and of last year; a rate is compared in points, not here."""
        if in_points(row.unit):
            return
        actual = self._said(row, here)
        pairs = [(OF_LAST_YEAR, LAST_YEAR, given.last_year)]
        pairs += [(OF_PLAN, PLAN, given.plan)] if row.of_plan else []
        for column, base, number in pairs:
            part, whole = address(at, ACTUAL), address(at, base)
            made = f"ROUND({part}/{whole}*100,1)"
            formula = f'IF(AND(ISNUMBER({part}),ISNUMBER({whole})),IF({whole}>0,{made},""),"")'
            share = percent_of(actual, number) if actual is not None and number else None
            self._formula(at, column, formula, number_format(1), share)

    def _said(self, row: BookRow, here: Key) -> Decimal | None:
        if row.kind == "ratio":
            return ratio(row, self.cells, here[1])
        cell = self.cells.get(here)
        return (cell.longer or cell.number) if cell else None

    def _formula(
        self, at: int, column: int, formula: str, format_: str, result: Decimal | None
    ) -> None:
        cell = self.sheet.cell(at, column)
        self.styles.put(cell, Look(side="right", format_=format_))
        cell.value = f"={formula}"
        self.results[address(at, column)] = "" if result is None else result

    def _signatures(self) -> None:
        at = self.lines[-1].row + SIGN_GAP if self.lines else FIRST_ROW
        look = {"bold": True, "side": "center", "border": False}
        put_text(self.sheet.cell(at, LABEL), "NGƯỜI LẬP BIỂU", self.styles, **look)
        self.sheet.merge_cells(start_row=at, end_row=at, start_column=ACTUAL, end_column=NOTE)
        put_text(self.sheet.cell(at, ACTUAL), "THỦ TRƯỞNG ĐƠN VỊ", self.styles, **look)
        self.last_row = at + 4

    def _choices(self) -> None:
        """The three signs to choose from; anything that is neither a number nor one turns red."""
        entries = [ln.row for ln in self.lines if ln.entry and ln.entry.kind == "entry"]
        if not (entries and self.form.writable):
            return
        choice = DataValidation(
            "list", formula1=CHOICES, allow_blank=True, showErrorMessage=False,
            promptTitle="Điền số hoặc chọn", prompt="- không phát sinh; … chưa thu thập; x không áp dụng",
            showInputMessage=True,
        )  # fmt: skip
        area = f"{address(FIRST_ROW, ACTUAL)}:{address(self.lines[-1].row, ACTUAL)}"
        for row in entries:
            choice.add(address(row, ACTUAL))
        self.sheet.add_data_validation(choice)
        at = address(FIRST_ROW, ACTUAL)
        signs = ",".join(f'{at}="{sign}"' for sign in ("", "-", "…", "x"))
        rule = FormulaRule(  # type: ignore[no-untyped-call]
            formula=[f"NOT(OR(ISNUMBER({at}),{signs}))"], fill=solid(FAULT_FILL)
        )
        self.sheet.conditional_formatting.add(area, rule)

    def _page(self) -> None:
        sheet = self.sheet
        for column, width in enumerate(WIDTHS, 1):
            sheet.column_dimensions[address(0, column)[0]].width = width
        sheet.freeze_panes = address(FIRST_ROW, UNIT)
        sheet.row_dimensions[HEAD_ROW].height = 44
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = f"{HEAD_ROW}:{NUMBER_ROW}"
        sheet.print_area = f"A1:{LAST_PRINTED}{self.last_row}"
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom = 0.5, 0.6
        sheet.oddFooter.left.text = self.form.body_name.replace("&", "&&")
        sheet.oddFooter.right.text = "Trang &P/&N"
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False


def _readable(form: BookForm) -> dict[Key, Cell]:
    """What each typed cell says; one that cannot be read yet is left as typed."""
    decimals = {row.key: row.decimals for row in form.rows}
    cells = {}
    for here, filled in form.filled.items():
        try:
            cells[here] = read_cell(filled.text, decimals.get(here[0], 0))
        except BadInput:
            continue
    return cells


__all__ = ["fits", "write_sheet"]
