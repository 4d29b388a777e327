"""A .docx as its reader sees it: paragraphs and tables in order, tracked changes accepted.

Heads and feet of pages, footnotes and comments are left out; what was deleted, moved away or
hidden is not there; text boxes follow the paragraph they hang on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from dieuhanh.domain.errors import BadInput

from .letters import modern
from .packed import open_docx
from .secrecy import refuse_marked
from .source import Draft, Kind, SourceText
from .tables import Cell, put_table
from .word_lists import Lists
from .word_text import Line, lines_of
from .xml import name_of, parse, told

RELATIONS = "_rels/.rels"
MAIN = "word/document.xml"
GONE = {"del", "moveFrom", "sectPr"}
THROUGH = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"}


def read_docx(name: str, content: bytes) -> SourceText:
    """The text of a Word file. Raises BadInput for one that cannot or may not be read."""
    parts = open_docx(content)
    root = parse(_main(parts))
    for part, inside in parts.items():
        if posixpath.basename(part).startswith("header"):
            refuse_marked("\n".join(_stamps(parse(inside))))
    lists = Lists(parts)
    draft = Draft()
    try:
        blocks = list(_blocks(root, lists))
    except RecursionError as error:
        raise BadInput("paper.broken") from error
    notes = _write(draft, blocks)
    source = draft.finish(name, Kind.DOCX, notes)
    if not source.text:
        pictures = any(name_of(element) in {"drawing", "pict"} for element in root.iter())
        raise BadInput("paper.scanned" if pictures else "paper.no_text")
    refuse_marked(source.text)
    return source


def _main(parts: dict[str, bytes]) -> bytes:
    """The part that is the document itself, named by the package's relations."""
    for relation in parse(parts[RELATIONS]) if RELATIONS in parts else ():
        if (relation.get("Type") or "").endswith("/officeDocument"):
            target = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
            if target in parts:
                return parts[target]
    if MAIN not in parts:
        raise BadInput("paper.broken")
    return parts[MAIN]


Block = str | list[Cell]


def _write(draft: Draft, blocks: list[tuple[Block, int]]) -> list[BadInput]:
    """Put the blocks into the draft, old fonts' text converted. Gives the notes."""
    texts: list[str] = []
    for block, _ in blocks:
        texts += [block] if isinstance(block, str) else [cell.text for cell in block]
    done, notes = modern(texts)
    left = iter(done)
    for block, heads in blocks:
        if isinstance(block, str):
            draft.paragraph(next(left))
            continue
        for cell in block:
            cell.text = next(left)
            cell.paragraphs = tuple(cell.text.split("\n"))
        put_table(draft, block, heads=heads)
    return notes


def _blocks(root: Any, lists: Lists) -> Iterator[tuple[Block, int]]:
    """Paragraphs and tables in order; a paragraph whose end was deleted runs on into the next."""
    carried = ""
    for element in _flow(root):
        if name_of(element) == "tbl":
            yield _table(element, lists)
            continue
        line = lines_of(element, lists)
        text = carried + line.text
        carried = text if line.runs_on else ""
        if not line.runs_on:
            yield text, 0
        for box in line.boxes:
            yield from _blocks(box, lists)
    if carried:
        yield carried, 0


def _flow(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body, cell or box, whatever wraps them."""
    for child in parent:
        name = name_of(child)
        if name in {"p", "tbl"}:
            yield child
        elif name not in GONE and (name in THROUGH or name == "document"):
            yield from _flow(child)


def _table(table: Any, lists: Lists) -> tuple[list[Cell], int]:
    """The cells of a table, and how many of its rows are marked as heads."""
    cells: list[Cell] = []
    open_down: dict[int, Cell] = {}
    heads = row = 0
    for line in _of(table, "tr"):
        marks = {name_of(mark): mark for part in line if name_of(part) == "trPr" for mark in part}
        if "del" in marks:
            continue
        heads += heads == row and "tblHeader" in marks
        column = _number(marks.get("gridBefore"))
        for each in _of(line, "tc"):
            look = {
                name_of(mark): mark for part in each if name_of(part) == "tcPr" for mark in part
            }
            width = max(1, _number(look.get("gridSpan")))
            merge = look.get("vMerge")
            if merge is not None and told(merge, "val") != "restart" and column in open_down:
                open_down[column].rows += 1
            else:
                cell = Cell(row, column, _cell_text(each, lists), 1, width)
                cells.append(cell)
                if merge is None:
                    open_down.pop(column, None)
                else:
                    open_down[column] = cell
            column += width
        row += 1
    return cells, heads


def _of(parent: Any, wanted: str) -> Iterator[Any]:
    """Children of a name, also inside what only wraps them."""
    for child in parent:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in THROUGH:
            yield from _of(child, wanted)


def _cell_text(cell: Any, lists: Lists) -> str:
    """A cell's paragraphs, one a line; a table inside is told line by line too."""
    texts: list[str] = []
    for block, _ in _blocks(cell, lists):
        inner = [block] if isinstance(block, str) else [each.text for each in block]
        texts += [text for text in inner if text.strip()]
    return "\n".join(texts)


def _number(element: Any) -> int:
    text = told(element, "val") if element is not None else ""
    return min(int(text), 1000) if text.isascii() and text.isdigit() else 0


def _stamps(header: Any) -> Iterator[str]:
    """What a page's head says, watermarks too: a mark of secrecy is often only there."""
    for paragraph in header.iter():
        if name_of(paragraph) == "p":
            yield Line.plain(paragraph)
        elif name_of(paragraph) == "textpath":
            yield str(paragraph.get("string") or "")
