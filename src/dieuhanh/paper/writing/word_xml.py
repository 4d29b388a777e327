"""WordprocessingML of lines and tables, as text: elements in the order the standard fixes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .model import Align
from .parts import printable
from .setting import Grid, GridCell, Line, Run

TWIPS_PER_MM = 1440 / 25.4
JUSTIFY = {"left": "left", "centre": "center", "right": "right", "justify": "both"}
BORDER = '<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="000000"/>'


class Links:
    """Addresses the document leads to, each with the id of its relation."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def id_of(self, address: str) -> str:
        """The relation's id, the same for the same address."""
        return self.ids.setdefault(address, f"link{len(self.ids) + 1}")


def twips(millimetres: float) -> int:
    """Twentieths of a point, Word's unit of length.

    >>> twips(25.4)
    1440
    """
    return round(millimetres * TWIPS_PER_MM)


def style_id(key: str) -> str:
    """The id of the style of that key.

    >>> style_id("table_cell")
    'VBTableCell'
    """
    return "VB" + key.title().replace("_", "")


def clean(text: str) -> str:
    """The letters as XML holds them.

    >>> clean("a < b\\x00")
    'a &lt; b'
    """
    return escape(printable(text))


def run_of(run: Run, links: Links) -> str:
    """A run; inside a link where it leads somewhere."""
    face = f"{'<w:b/><w:bCs/>' if run.bold else ''}{'<w:i/><w:iCs/>' if run.italic else ''}"
    style = '<w:rStyle w:val="VBLink"/>' if run.link else ""
    properties = f"<w:rPr>{style}{face}</w:rPr>" if style or face else ""
    lines = [f'<w:t xml:space="preserve">{clean(line)}</w:t>' for line in run.text.split("\n")]
    said = f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
    if not run.link:
        return said
    return f'<w:hyperlink r:id="{links.id_of(run.link)}" w:history="1">{said}</w:hyperlink>'


def paragraph(key: str, inner: str = "", properties: str = "") -> str:
    """A paragraph in the style of that key. `properties` follow the style in the standard's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(key)}"/>{properties}</w:pPr>{inner}</w:p>'


def line_of(line: Line, links: Links) -> str:
    """A line as a paragraph."""
    keep = "<w:keepNext/>" if line.keep else ""
    return paragraph(line.style, "".join(run_of(run, links) for run in line.runs), keep)


def text_of(key: str, text: str) -> str:
    """A paragraph of plain letters."""
    return paragraph(key, run_of(Run(text), Links()) if text else "")


def rule_under(width: float, length: float, *, keep: bool = False) -> str:
    """A thin paragraph whose border is a line of that length, in the middle of that width (mm)."""
    side = twips(max(0.0, (width - length) / 2))
    border = BORDER.format(side="bottom", size=6, space=0)
    keeps = "<w:keepNext/>" if keep else ""
    inside = f'<w:ind w:left="{side}" w:right="{side}"/>'
    return paragraph("line", "", f"{keeps}<w:pBdr>{border}</w:pBdr>{inside}")


def boxed(key: str, text: str, width: float, length: float) -> str:
    """A paragraph in a frame of that length, in the middle of that width (mm)."""
    side = twips(max(0.0, (width - length) / 2))
    sides = "".join(
        BORDER.format(side=each, size=6, space=1) for each in ("top", "left", "bottom", "right")
    )
    inside = f'<w:ind w:left="{side}" w:right="{side}"/>'
    return paragraph(key, run_of(Run(text), Links()), f"<w:pBdr>{sides}</w:pBdr>{inside}")


def side_by_side(rows: Iterable[Iterable[str]], widths: tuple[int, ...]) -> str:
    """Paragraphs in columns of those widths (mm), without lines, no row cut by a page's end."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
            for inner, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VBColumns"/>{_width(sum(map(twips, widths)))}'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def table(grid: Grid, width: float, links: Links) -> str:
    """A table of that width (mm): heads again on each page, no row cut by a page's end."""
    whole, total = twips(width), sum(grid.shares)
    ends = [whole * sum(grid.shares[: at + 1]) // total for at in range(len(grid.shares))]
    widths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    heads = "".join(_row(row, widths, "table_head", links) for row in grid.heads)
    rows = "".join(_row(row, widths, "table_cell", links) for row in grid.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VBTable"/>{_width(whole)}<w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{heads}{rows}</w:tbl>'
    )


def _width(whole: int) -> str:
    return f'<w:tblW w:w="{whole}" w:type="dxa"/>'


def _row(row: tuple[GridCell, ...], widths: list[int], key: str, links: Links) -> str:
    head = "<w:tblHeader/>" if key == "table_head" else ""
    cells = "".join(_cell(cell, widths, key, links) for cell in row)
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell(cell: GridCell, widths: list[int], key: str, links: Links) -> str:
    wide = sum(widths[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merged = ""
    if cell.continued:
        merged = "<w:vMerge/>"
    elif cell.rows > 1:
        merged = '<w:vMerge w:val="restart"/>'
    usual = Align.CENTRE if key == "table_head" else Align.LEFT
    side = "" if cell.align == usual else f'<w:jc w:val="{JUSTIFY[cell.align]}"/>'
    inner = paragraph(key, "".join(run_of(run, links) for run in cell.runs), side)
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{merged}</w:tcPr>{inner}</w:tc>'


__all__ = [
    "JUSTIFY",
    "Links",
    "boxed",
    "clean",
    "line_of",
    "paragraph",
    "rule_under",
    "run_of",
    "side_by_side",
    "style_id",
    "table",
    "text_of",
    "twips",
]
