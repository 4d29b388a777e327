"""A PDF opened: the letters of each page with their places, and the rules drawn between them.

The only module that speaks to PDFium. It runs in a process apart (`paper/apart.py`).
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from dieuhanh.domain.errors import BadInput

from .pdf_flow import told_pages
from .pdf_letters import Glyph, Leaf, Rule
from .source import refuse_length

MAX_PAGES = 300
MOST_OBJECTS = 20_000
MOST_POINTS = 4_000
THIN = 2.5  # points: a filled shape no thicker is a drawn line
UNKNOWN = "\ufffd"
_HYPHENS = {0x02, 0xAD}
_QUARTER = math.pi / 2


def read_pages(content: bytes) -> dict[str, Any]:
    """The blocks of text in order, by page.

    Raises BadInput("paper.encrypted" | "paper.broken" | "paper.too_many_pages" | "paper.scanned" |
    "paper.garbled" | "paper.no_text" | "paper.too_long").
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise BadInput("paper.encrypted" if locked else "paper.broken") from error
    count = len(document)
    if count > MAX_PAGES:
        raise BadInput("paper.too_many_pages", pages=count, limit=MAX_PAGES)
    if not count:
        raise BadInput("paper.broken")
    leaves, letters = [], 0
    for number in range(count):
        leaf = _leaf(document, number)
        letters += len(leaf.glyphs)
        refuse_length(letters)
        leaves.append(leaf)
    _refuse_without_text(leaves)
    return told_pages(leaves)


def _refuse_without_text(leaves: list[Leaf]) -> None:
    glyphs = [glyph.text for leaf in leaves for glyph in leaf.glyphs]
    if not any(leaf.readable for leaf in leaves):
        raise BadInput(
            "paper.scanned" if any(leaf.pictured for leaf in leaves) else "paper.no_text"
        )
    unknown = sum(text == UNKNOWN or "\ue000" <= text <= "\uf8ff" for text in glyphs)
    if unknown * 5 > len(glyphs):
        raise BadInput("paper.garbled")


def _leaf(document: Any, number: int) -> Leaf:
    """One page, turned so that most of its letters stand upright."""
    try:
        page = document[number]
        text = page.get_textpage()
        found = list(_glyphs(text))
        rules, pictured = _drawn(page)
        left, bottom, right, top = page.get_bbox()
    except pdfium.PdfiumError as error:
        raise BadInput("paper.broken") from error
    angles = Counter(angle for _, angle in found)
    turn = angles.most_common(1)[0][0] if angles else 0
    slanted = "".join(glyph.text for glyph, angle in found if angle != turn)
    upright = [_turned(glyph, turn) for glyph, angle in found if angle == turn]
    page_rules = [_turned_rule(rule, turn) for rule in rules]
    edge = _turned(Glyph("", left, bottom, right, top), turn)
    area = (right - left) * (top - bottom)
    text.close()
    page.close()
    return Leaf(
        upright, page_rules, edge.bottom, edge.top, pictured > area * 0.5, pictured > 0, slanted
    )


def _glyphs(text: Any) -> Iterator[tuple[Glyph, int]]:
    """Every letter with its box, and by how many quarters it is turned (-1: by none)."""
    box = raw.FS_RECTF()
    high = turned = 0
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in {0x0A, 0x0D}:
            continue
        letter = _letter(code)
        if letter == " " or not raw.FPDFText_GetLooseCharBox(text, at, box):
            yield Glyph(" ", math.nan, 0, 0, 0), turned
            continue
        angle = raw.FPDFText_GetCharAngle(text, at)
        quarters = round(angle / _QUARTER)
        straight = abs(angle - quarters * _QUARTER) < 0.05
        turned = -quarters % 4 if straight else -1  # PDFium counts clockwise
        edges = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        if all(map(math.isfinite, edges)):
            yield Glyph(letter, *edges), turned


def _letter(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in {0xF0B7, 0xF0A7, 0xF02D, 0xF0D8, 0xF0FC}:  # bullets of symbol fonts
        return "-"
    if code < 0x20 or 0x7F <= code < 0xA0 or code in {0xFFFE, 0xFFFF} or code > 0x10FFFF:
        return UNKNOWN if code not in {0x09, 0x20} else " "
    return " " if code in {0x20, 0xA0, 0x2007, 0x202F} else chr(code)


def _turned(glyph: Glyph, quarters: int) -> Glyph:
    """A box turned back by quarters, so that text drawn at that angle runs to the right."""
    left, bottom, right, top = glyph.left, glyph.bottom, glyph.right, glyph.top
    if math.isnan(left):
        return glyph
    for _ in range(quarters % 4 if quarters > 0 else 0):
        left, bottom, right, top = bottom, -right, top, -left
    return Glyph(glyph.text, left, bottom, right, top)


def _turned_rule(rule: Rule, quarters: int) -> Rule:
    box = _turned(Glyph("", rule.left, rule.bottom, rule.right, rule.top), quarters)
    return Rule(box.left, box.bottom, box.right, box.top)


def _drawn(page: Any) -> tuple[list[Rule], float]:
    """The straight lines of a page, and how much of it pictures cover."""
    rules: list[Rule] = []
    covered = 0.0
    count = raw.FPDFPage_CountObjects(page)
    for at in range(min(count, MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH and len(rules) < MOST_OBJECTS:
            rules += _rules(drawn)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += _area(drawn)
    return rules, covered


def _area(drawn: Any) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(drawn, *edges):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    area = abs((right - left) * (top - bottom))
    return area if math.isfinite(area) else 0.0


def _rules(drawn: Any) -> Iterator[Rule]:
    """Straight lines of one path: strokes along an axis, and filled shapes too thin for a box."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(drawn, filled, stroked):
        return
    for points in _shapes(drawn):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        whole = Rule(min(xs), min(ys), max(xs), max(ys))
        thin = whole.right - whole.left <= THIN or whole.top - whole.bottom <= THIN
        if thin and (filled.value or stroked.value):
            yield whole
        elif stroked.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                side = Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                if side.right - side.left <= THIN or side.top - side.bottom <= THIN:
                    yield side


def _shapes(drawn: Any) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path, on the page; parts with curves are left out."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    count = raw.FPDFPath_CountSegments(drawn)
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(count, MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        placed = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if all(map(math.isfinite, placed)):
            points.append(placed)
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
